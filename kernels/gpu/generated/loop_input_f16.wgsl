var<workgroup> shared_v630: array<f32, 128>;
@group(0) @binding(6) var<storage, read_write> v25: array<f32>;
@group(0) @binding(5) var<storage, read_write> v21: array<f32>;
@group(0) @binding(4) var<storage, read_write> v17: array<f32>;
@group(0) @binding(3) var<storage, read_write> v13: array<u32>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<u32>>;
struct info_st { scalars_usize: array<u32, 4>, scalars_f32: array<f32, 4>, static_meta: array<u32, 8> }
@group(0) @binding(7) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn loop_input_kernel(@builtin(local_invocation_index) v1014: u32, @builtin(workgroup_id) v1018: vec3<u32>, @builtin(num_workgroups) v1020: vec3<u32>) {
let v1052 = &v25;
let v1053 = &v21;
let v1054 = &v17;
let v1055 = &v13;
let v1056 = &v9;
let v1057 = &v5;
let v1058 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v31 = info_var.scalars_usize[2];
let v32 = info_var.scalars_f32[0];
let v33 = info_var.scalars_f32[1];
let v34 = info_var.scalars_f32[2];
let v1019 = v1018[2];
let v998 = u32(v1019);
let v1021 = v1020[1];
let v1000 = u32(v1021);
let v1001 = v998 * v1000;
let v1022 = v1020[0];
let v1003 = u32(v1022);
let v1004 = v1001 * v1003;
let v1023 = v1018[1];
let v1006 = u32(v1023);
let v1009 = v1006 * v1003;
let v1010 = v1004 + v1009;
let v1025 = v1018[0];
let v1012 = u32(v1025);
let v1013 = v1010 + v1012;
let v36 = v1013 < v29;
if v36 {
let v43 = &(*v1055)[v1013];
let v44 = *v43;
let v45 = u32(v44);
let v46 = u32(1);
let v48 = v29 + v1013;
let v52 = &(*v1055)[v48];
let v53 = *v52;
let v54 = u32(4294967295);
let v55 = v53 == v54;
let v56 = u32(4294967294);
let v57 = v53 < v56;
let v58 = f32(1.0);
let v59 = select(v32, v58, v55);
let v60 = u32(0);
let v61 = select(v60, v53, v57);
let v62 = u32(v61);
let v63 = v62 * v30;
let v64 = f32(0.0);
var<function> v983_store: f32;
let v983 = &v983_store;
*v983 = v64;
let v1015 = v1014;
let v68 = u32(v1015);
var<function> v984_store: u32;
let v984 = &v984_store;
*v984 = v68;
loop {
let v70 = *v984;
let v71 = v70 < v31;
if !v71 { break; }
let v73 = v45 * v31;
let v74 = *v984;
let v75 = v73 + v74;
let v79 = &(*v1058)[v75];
let v80 = *v79;
let v82 = u32(8);
let v83 = v74 * v82;
let v92 = v83 < v30;
if v92 {
let v93 = v80[0];
let v96 = u32(65535);
let v97 = v93 & v96;
let v98 = u32(32767);
let v99 = v97 & v98;
let v100 = u32(13);
let v101 = v99 << u32(v100);
let v102 = u32(939524096);
let v103 = v101 + v102;
let v106 = u32(2139095040);
let v107 = v101 | v106;
let v108 = u32(31744);
let v109 = v99 >= v108;
let v110 = select(v103, v107, v109);
let v111 = f32(v99);
let v112 = f32(5.960464477539063e-8);
let v113 = v111 * v112;
let v114 = u32(1024);
let v115 = v99 < v114;
let v116 = bitcast<f32>(v110);
let v117 = select(v116, v113, v115);
let v118 = bitcast<u32>(v117);
let v119 = u32(32768);
let v120 = v97 & v119;
let v121 = u32(16);
let v122 = v120 << u32(v121);
let v123 = v118 | v122;
let v124 = bitcast<f32>(v123);
let v1028 = fma(v124, v58, v64);
let v129 = v59 * v1028;
var<function> v986_store: f32;
let v986 = &v986_store;
*v986 = v129;
if v57 {
let v131 = v63 + v83;
let v137 = &(*v1056)[v131];
let v138 = *v137;
let v140 = *v986;
let v1029 = fma(v33, v138, v140);
*v986 = v1029;

}
let v142 = v1013 * v30;
let v143 = v142 + v83;
let v149 = &(*v1053)[v143];
let v150 = *v986;
*v149 = v150;
let v154 = *v983;
let v1030 = fma(v150, v150, v154);
*v983 = v1030;

}
let v157 = v83 + v46;
let v158 = v157 < v30;
if v158 {
let v159 = v80[0];
let v160 = u32(16);
let v161 = v159 >> u32(v160);
let v162 = u32(65535);
let v163 = v161 & v162;
let v164 = u32(32767);
let v165 = v163 & v164;
let v166 = u32(13);
let v167 = v165 << u32(v166);
let v168 = u32(939524096);
let v169 = v167 + v168;
let v172 = u32(2139095040);
let v173 = v167 | v172;
let v174 = u32(31744);
let v175 = v165 >= v174;
let v176 = select(v169, v173, v175);
let v177 = f32(v165);
let v178 = f32(5.960464477539063e-8);
let v179 = v177 * v178;
let v180 = u32(1024);
let v181 = v165 < v180;
let v182 = bitcast<f32>(v176);
let v183 = select(v182, v179, v181);
let v184 = bitcast<u32>(v183);
let v185 = u32(32768);
let v186 = v163 & v185;
let v188 = v186 << u32(v160);
let v189 = v184 | v188;
let v190 = bitcast<f32>(v189);
let v1031 = fma(v190, v58, v64);
let v195 = v59 * v1031;
var<function> v987_store: f32;
let v987 = &v987_store;
*v987 = v195;
if v57 {
let v197 = v63 + v83;
let v199 = v197 + v46;
let v203 = &(*v1056)[v199];
let v204 = *v203;
let v206 = *v987;
let v1032 = fma(v33, v204, v206);
*v987 = v1032;

}
let v208 = v1013 * v30;
let v209 = v208 + v83;
let v211 = v209 + v46;
let v215 = &(*v1053)[v211];
let v216 = *v987;
*v215 = v216;
let v220 = *v983;
let v1033 = fma(v216, v216, v220);
*v983 = v1033;

}
let v222 = u32(2);
let v223 = v83 + v222;
let v224 = v223 < v30;
if v224 {
let v225 = v80[1];
let v228 = u32(65535);
let v229 = v225 & v228;
let v230 = u32(32767);
let v231 = v229 & v230;
let v232 = u32(13);
let v233 = v231 << u32(v232);
let v234 = u32(939524096);
let v235 = v233 + v234;
let v238 = u32(2139095040);
let v239 = v233 | v238;
let v240 = u32(31744);
let v241 = v231 >= v240;
let v242 = select(v235, v239, v241);
let v243 = f32(v231);
let v244 = f32(5.960464477539063e-8);
let v245 = v243 * v244;
let v246 = u32(1024);
let v247 = v231 < v246;
let v248 = bitcast<f32>(v242);
let v249 = select(v248, v245, v247);
let v250 = bitcast<u32>(v249);
let v251 = u32(32768);
let v252 = v229 & v251;
let v253 = u32(16);
let v254 = v252 << u32(v253);
let v255 = v250 | v254;
let v256 = bitcast<f32>(v255);
let v1034 = fma(v256, v58, v64);
let v261 = v59 * v1034;
var<function> v988_store: f32;
let v988 = &v988_store;
*v988 = v261;
if v57 {
let v263 = v63 + v83;
let v265 = v263 + v222;
let v269 = &(*v1056)[v265];
let v270 = *v269;
let v272 = *v988;
let v1035 = fma(v33, v270, v272);
*v988 = v1035;

}
let v274 = v1013 * v30;
let v275 = v274 + v83;
let v277 = v275 + v222;
let v281 = &(*v1053)[v277];
let v282 = *v988;
*v281 = v282;
let v286 = *v983;
let v1036 = fma(v282, v282, v286);
*v983 = v1036;

}
let v288 = u32(3);
let v289 = v83 + v288;
let v290 = v289 < v30;
if v290 {
let v291 = v80[1];
let v292 = u32(16);
let v293 = v291 >> u32(v292);
let v294 = u32(65535);
let v295 = v293 & v294;
let v296 = u32(32767);
let v297 = v295 & v296;
let v298 = u32(13);
let v299 = v297 << u32(v298);
let v300 = u32(939524096);
let v301 = v299 + v300;
let v304 = u32(2139095040);
let v305 = v299 | v304;
let v306 = u32(31744);
let v307 = v297 >= v306;
let v308 = select(v301, v305, v307);
let v309 = f32(v297);
let v310 = f32(5.960464477539063e-8);
let v311 = v309 * v310;
let v312 = u32(1024);
let v313 = v297 < v312;
let v314 = bitcast<f32>(v308);
let v315 = select(v314, v311, v313);
let v316 = bitcast<u32>(v315);
let v317 = u32(32768);
let v318 = v295 & v317;
let v320 = v318 << u32(v292);
let v321 = v316 | v320;
let v322 = bitcast<f32>(v321);
let v1037 = fma(v322, v58, v64);
let v327 = v59 * v1037;
var<function> v989_store: f32;
let v989 = &v989_store;
*v989 = v327;
if v57 {
let v329 = v63 + v83;
let v331 = v329 + v288;
let v335 = &(*v1056)[v331];
let v336 = *v335;
let v338 = *v989;
let v1038 = fma(v33, v336, v338);
*v989 = v1038;

}
let v340 = v1013 * v30;
let v341 = v340 + v83;
let v343 = v341 + v288;
let v347 = &(*v1053)[v343];
let v348 = *v989;
*v347 = v348;
let v352 = *v983;
let v1039 = fma(v348, v348, v352);
*v983 = v1039;

}
let v354 = *v984;
let v356 = v354 * v82;
let v357 = u32(4);
let v358 = v356 + v357;
let v365 = v358 < v30;
if v365 {
let v366 = v80[2];
let v369 = u32(65535);
let v370 = v366 & v369;
let v371 = u32(32767);
let v372 = v370 & v371;
let v373 = u32(13);
let v374 = v372 << u32(v373);
let v375 = u32(939524096);
let v376 = v374 + v375;
let v379 = u32(2139095040);
let v380 = v374 | v379;
let v381 = u32(31744);
let v382 = v372 >= v381;
let v383 = select(v376, v380, v382);
let v384 = f32(v372);
let v385 = f32(5.960464477539063e-8);
let v386 = v384 * v385;
let v387 = u32(1024);
let v388 = v372 < v387;
let v389 = bitcast<f32>(v383);
let v390 = select(v389, v386, v388);
let v391 = bitcast<u32>(v390);
let v392 = u32(32768);
let v393 = v370 & v392;
let v394 = u32(16);
let v395 = v393 << u32(v394);
let v396 = v391 | v395;
let v397 = bitcast<f32>(v396);
let v1040 = fma(v397, v58, v64);
let v402 = v59 * v1040;
var<function> v990_store: f32;
let v990 = &v990_store;
*v990 = v402;
if v57 {
let v404 = v63 + v358;
let v410 = &(*v1056)[v404];
let v411 = *v410;
let v413 = *v990;
let v1041 = fma(v33, v411, v413);
*v990 = v1041;

}
let v415 = v1013 * v30;
let v416 = v415 + v358;
let v422 = &(*v1053)[v416];
let v423 = *v990;
*v422 = v423;
let v427 = *v983;
let v1042 = fma(v423, v423, v427);
*v983 = v1042;

}
let v430 = v358 + v46;
let v431 = v430 < v30;
if v431 {
let v432 = v80[2];
let v433 = u32(16);
let v434 = v432 >> u32(v433);
let v435 = u32(65535);
let v436 = v434 & v435;
let v437 = u32(32767);
let v438 = v436 & v437;
let v439 = u32(13);
let v440 = v438 << u32(v439);
let v441 = u32(939524096);
let v442 = v440 + v441;
let v445 = u32(2139095040);
let v446 = v440 | v445;
let v447 = u32(31744);
let v448 = v438 >= v447;
let v449 = select(v442, v446, v448);
let v450 = f32(v438);
let v451 = f32(5.960464477539063e-8);
let v452 = v450 * v451;
let v453 = u32(1024);
let v454 = v438 < v453;
let v455 = bitcast<f32>(v449);
let v456 = select(v455, v452, v454);
let v457 = bitcast<u32>(v456);
let v458 = u32(32768);
let v459 = v436 & v458;
let v461 = v459 << u32(v433);
let v462 = v457 | v461;
let v463 = bitcast<f32>(v462);
let v1043 = fma(v463, v58, v64);
let v468 = v59 * v1043;
var<function> v991_store: f32;
let v991 = &v991_store;
*v991 = v468;
if v57 {
let v470 = v63 + v358;
let v472 = v470 + v46;
let v476 = &(*v1056)[v472];
let v477 = *v476;
let v479 = *v991;
let v1044 = fma(v33, v477, v479);
*v991 = v1044;

}
let v481 = v1013 * v30;
let v482 = v481 + v358;
let v484 = v482 + v46;
let v488 = &(*v1053)[v484];
let v489 = *v991;
*v488 = v489;
let v493 = *v983;
let v1045 = fma(v489, v489, v493);
*v983 = v1045;

}
let v496 = v358 + v222;
let v497 = v496 < v30;
if v497 {
let v498 = v80[3];
let v501 = u32(65535);
let v502 = v498 & v501;
let v503 = u32(32767);
let v504 = v502 & v503;
let v505 = u32(13);
let v506 = v504 << u32(v505);
let v507 = u32(939524096);
let v508 = v506 + v507;
let v511 = u32(2139095040);
let v512 = v506 | v511;
let v513 = u32(31744);
let v514 = v504 >= v513;
let v515 = select(v508, v512, v514);
let v516 = f32(v504);
let v517 = f32(5.960464477539063e-8);
let v518 = v516 * v517;
let v519 = u32(1024);
let v520 = v504 < v519;
let v521 = bitcast<f32>(v515);
let v522 = select(v521, v518, v520);
let v523 = bitcast<u32>(v522);
let v524 = u32(32768);
let v525 = v502 & v524;
let v526 = u32(16);
let v527 = v525 << u32(v526);
let v528 = v523 | v527;
let v529 = bitcast<f32>(v528);
let v1046 = fma(v529, v58, v64);
let v534 = v59 * v1046;
var<function> v992_store: f32;
let v992 = &v992_store;
*v992 = v534;
if v57 {
let v536 = v63 + v358;
let v538 = v536 + v222;
let v542 = &(*v1056)[v538];
let v543 = *v542;
let v545 = *v992;
let v1047 = fma(v33, v543, v545);
*v992 = v1047;

}
let v547 = v1013 * v30;
let v548 = v547 + v358;
let v550 = v548 + v222;
let v554 = &(*v1053)[v550];
let v555 = *v992;
*v554 = v555;
let v559 = *v983;
let v1048 = fma(v555, v555, v559);
*v983 = v1048;

}
let v562 = v358 + v288;
let v563 = v562 < v30;
if v563 {
let v564 = v80[3];
let v565 = u32(16);
let v566 = v564 >> u32(v565);
let v567 = u32(65535);
let v568 = v566 & v567;
let v569 = u32(32767);
let v570 = v568 & v569;
let v571 = u32(13);
let v572 = v570 << u32(v571);
let v573 = u32(939524096);
let v574 = v572 + v573;
let v577 = u32(2139095040);
let v578 = v572 | v577;
let v579 = u32(31744);
let v580 = v570 >= v579;
let v581 = select(v574, v578, v580);
let v582 = f32(v570);
let v583 = f32(5.960464477539063e-8);
let v584 = v582 * v583;
let v585 = u32(1024);
let v586 = v570 < v585;
let v587 = bitcast<f32>(v581);
let v588 = select(v587, v584, v586);
let v589 = bitcast<u32>(v588);
let v590 = u32(32768);
let v591 = v568 & v590;
let v593 = v591 << u32(v565);
let v594 = v589 | v593;
let v595 = bitcast<f32>(v594);
let v1049 = fma(v595, v58, v64);
let v600 = v59 * v1049;
var<function> v993_store: f32;
let v993 = &v993_store;
*v993 = v600;
if v57 {
let v602 = v63 + v358;
let v604 = v602 + v288;
let v608 = &(*v1056)[v604];
let v609 = *v608;
let v611 = *v993;
let v1050 = fma(v33, v609, v611);
*v993 = v1050;

}
let v613 = v1013 * v30;
let v614 = v613 + v358;
let v616 = v614 + v288;
let v620 = &(*v1053)[v616];
let v621 = *v993;
*v620 = v621;
let v625 = *v983;
let v1051 = fma(v621, v621, v625);
*v983 = v1051;

}
let v627 = *v984;
let v628 = u32(128);
let v629 = v627 + v628;
*v984 = v629;

}
let v994 = &shared_v630;
let v632 = u32(128);
let v639 = &(*v994)[v68];
let v640 = *v983;
*v639 = v640;
workgroupBarrier();
let v641 = u32(64);
let v642 = v68 < v641;
if v642 {
let v644 = v68 + v641;
let v648 = &(*v994)[v644];
let v649 = *v648;
let v654 = *v639;
let v655 = v654 + v649;
*v639 = v655;

}
workgroupBarrier();
let v656 = u32(32);
let v657 = v68 < v656;
if v657 {
let v659 = v68 + v656;
let v663 = &(*v994)[v659];
let v664 = *v663;
let v669 = *v639;
let v670 = v669 + v664;
*v639 = v670;

}
workgroupBarrier();
let v671 = u32(16);
let v672 = v68 < v671;
if v672 {
let v674 = v68 + v671;
let v678 = &(*v994)[v674];
let v679 = *v678;
let v684 = *v639;
let v685 = v684 + v679;
*v639 = v685;

}
workgroupBarrier();
let v686 = u32(8);
let v687 = v68 < v686;
if v687 {
let v689 = v68 + v686;
let v693 = &(*v994)[v689];
let v694 = *v693;
let v699 = *v639;
let v700 = v699 + v694;
*v639 = v700;

}
workgroupBarrier();
let v701 = u32(4);
let v702 = v68 < v701;
if v702 {
let v704 = v68 + v701;
let v708 = &(*v994)[v704];
let v709 = *v708;
let v714 = *v639;
let v715 = v714 + v709;
*v639 = v715;

}
workgroupBarrier();
let v716 = u32(2);
let v717 = v68 < v716;
if v717 {
let v719 = v68 + v716;
let v723 = &(*v994)[v719];
let v724 = *v723;
let v729 = *v639;
let v730 = v729 + v724;
*v639 = v730;

}
workgroupBarrier();
let v732 = v68 < v46;
if v732 {
let v734 = v68 + v46;
let v738 = &(*v994)[v734];
let v739 = *v738;
let v744 = *v639;
let v745 = v744 + v739;
*v639 = v745;

}
workgroupBarrier();
let v750 = &(*v994)[v3];
let v751 = *v750;
workgroupBarrier();
let v752 = f32(v30);
let v753 = v751 / v752;
let v754 = v753 + v34;
let v755 = sqrt(v754);
let v757 = v58 / v755;
var<function> v995_store: u32;
let v995 = &v995_store;
*v995 = v68;
loop {
let v761 = *v995;
let v762 = v761 < v31;
if !v762 { break; }
let v764 = *v995;
let v766 = v764 * v686;
let v769 = v766 < v30;
if v769 {
let v770 = v1013 * v30;
let v771 = v770 + v766;
let v775 = &(*v1053)[v771];
let v776 = *v775;
let v777 = v776 * v757;
let v781 = &(*v1054)[v766];
let v782 = *v781;
let v783 = v777 * v782;
let v789 = &(*v1052)[v771];
*v789 = v783;

}
let v794 = v766 + v46;
let v795 = v794 < v30;
if v795 {
let v796 = v1013 * v30;
let v797 = v796 + v794;
let v801 = &(*v1053)[v797];
let v802 = *v801;
let v803 = v802 * v757;
let v807 = &(*v1054)[v794];
let v808 = *v807;
let v809 = v803 * v808;
let v815 = &(*v1052)[v797];
*v815 = v809;

}
let v820 = v766 + v716;
let v821 = v820 < v30;
if v821 {
let v822 = v1013 * v30;
let v823 = v822 + v820;
let v827 = &(*v1053)[v823];
let v828 = *v827;
let v829 = v828 * v757;
let v833 = &(*v1054)[v820];
let v834 = *v833;
let v835 = v829 * v834;
let v841 = &(*v1052)[v823];
*v841 = v835;

}
let v845 = u32(3);
let v846 = v766 + v845;
let v847 = v846 < v30;
if v847 {
let v848 = v1013 * v30;
let v849 = v848 + v846;
let v853 = &(*v1053)[v849];
let v854 = *v853;
let v855 = v854 * v757;
let v859 = &(*v1054)[v846];
let v860 = *v859;
let v861 = v855 * v860;
let v867 = &(*v1052)[v849];
*v867 = v861;

}
let v872 = v766 + v701;
let v873 = v872 < v30;
if v873 {
let v874 = v1013 * v30;
let v875 = v874 + v872;
let v879 = &(*v1053)[v875];
let v880 = *v879;
let v881 = v880 * v757;
let v885 = &(*v1054)[v872];
let v886 = *v885;
let v887 = v881 * v886;
let v893 = &(*v1052)[v875];
*v893 = v887;

}
let v897 = u32(5);
let v898 = v766 + v897;
let v899 = v898 < v30;
if v899 {
let v900 = v1013 * v30;
let v901 = v900 + v898;
let v905 = &(*v1053)[v901];
let v906 = *v905;
let v907 = v906 * v757;
let v911 = &(*v1054)[v898];
let v912 = *v911;
let v913 = v907 * v912;
let v919 = &(*v1052)[v901];
*v919 = v913;

}
let v923 = u32(6);
let v924 = v766 + v923;
let v925 = v924 < v30;
if v925 {
let v926 = v1013 * v30;
let v927 = v926 + v924;
let v931 = &(*v1053)[v927];
let v932 = *v931;
let v933 = v932 * v757;
let v937 = &(*v1054)[v924];
let v938 = *v937;
let v939 = v933 * v938;
let v945 = &(*v1052)[v927];
*v945 = v939;

}
let v949 = u32(7);
let v950 = v766 + v949;
let v951 = v950 < v30;
if v951 {
let v952 = v1013 * v30;
let v953 = v952 + v950;
let v957 = &(*v1053)[v953];
let v958 = *v957;
let v959 = v958 * v757;
let v963 = &(*v1054)[v950];
let v964 = *v963;
let v965 = v959 * v964;
let v971 = &(*v1052)[v953];
*v971 = v965;

}
let v974 = v764 + v632;
*v995 = v974;

}

}
return;

}
