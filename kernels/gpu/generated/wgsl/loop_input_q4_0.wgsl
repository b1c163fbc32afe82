var<workgroup> shared_v2900: array<f32, 128>;
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
fn loop_input_kernel(@builtin(local_invocation_index) v3932: u32, @builtin(workgroup_id) v3936: vec3<u32>, @builtin(num_workgroups) v3938: vec3<u32>) {
let v4138 = &v25;
let v4139 = &v21;
let v4140 = &v17;
let v4141 = &v13;
let v4142 = &v9;
let v4143 = &v5;
let v4144 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v31 = info_var.scalars_usize[2];
let v32 = info_var.scalars_f32[0];
let v33 = info_var.scalars_f32[1];
let v34 = info_var.scalars_f32[2];
let v3937 = v3936[2];
let v3916 = u32(v3937);
let v3939 = v3938[1];
let v3918 = u32(v3939);
let v3919 = v3916 * v3918;
let v3940 = v3938[0];
let v3921 = u32(v3940);
let v3922 = v3919 * v3921;
let v3941 = v3936[1];
let v3924 = u32(v3941);
let v3927 = v3924 * v3921;
let v3928 = v3922 + v3927;
let v3943 = v3936[0];
let v3930 = u32(v3943);
let v3931 = v3928 + v3930;
let v36 = v3931 < v29;
if v36 {
let v43 = &(*v4141)[v3931];
let v44 = *v43;
let v45 = u32(v44);
let v46 = u32(1);
let v48 = v29 + v3931;
let v52 = &(*v4141)[v48];
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
var<function> v3877_store: f32;
let v3877 = &v3877_store;
*v3877 = v64;
let v3933 = v3932;
let v68 = u32(v3933);
var<function> v3878_store: u32;
let v3878 = &v3878_store;
*v3878 = v68;
loop {
let v70 = *v3878;
let v71 = v70 < v31;
if !v71 { break; }
let v73 = v45 * v31;
let v74 = *v3878;
let v75 = v73 + v74;
let v79 = &(*v4144)[v75];
let v80 = *v79;
let v82 = u32(32);
let v83 = v74 * v82;
let v86 = v45 * v30;
let v87 = v86 + v83;
let v89 = v87 / v82;
let v92 = v83 < v30;
if v92 {
let v93 = u32(2);
let v94 = v89 / v93;
let v98 = &(*v4143)[v94];
let v99 = *v98;
let v100 = u32(v89);
let v101 = u32(1);
let v102 = v100 & v101;
let v103 = u32(16);
let v104 = v103 * v102;
let v105 = v99 >> u32(v104);
let v106 = u32(65535);
let v107 = v105 & v106;
let v108 = u32(32767);
let v109 = v107 & v108;
let v110 = u32(13);
let v111 = v109 << u32(v110);
let v112 = u32(939524096);
let v113 = v111 + v112;
let v116 = u32(2139095040);
let v117 = v111 | v116;
let v118 = u32(31744);
let v119 = v109 >= v118;
let v120 = select(v113, v117, v119);
let v121 = f32(v109);
let v122 = f32(5.960464477539063e-8);
let v123 = v121 * v122;
let v124 = u32(1024);
let v125 = v109 < v124;
let v126 = bitcast<f32>(v120);
let v127 = select(v126, v123, v125);
let v128 = bitcast<u32>(v127);
let v129 = u32(32768);
let v130 = v107 & v129;
let v132 = v130 << u32(v103);
let v133 = v128 | v132;
let v134 = bitcast<f32>(v133);
let v135 = v80[0];
let v136 = u32(15);
let v137 = v135 & v136;
let v138 = u32(1258291200);
let v139 = v137 | v138;
let v140 = bitcast<f32>(v139);
let v4106 = f32(-8388616.0);
let v3947 = fma(v140, v58, v4106);
let v3948 = fma(v3947, v134, v64);
let v148 = v59 * v3948;
var<function> v3880_store: f32;
let v3880 = &v3880_store;
*v3880 = v148;
if v57 {
let v150 = v63 + v83;
let v156 = &(*v4142)[v150];
let v157 = *v156;
let v159 = *v3880;
let v3949 = fma(v33, v157, v159);
*v3880 = v3949;

}
let v161 = v3931 * v30;
let v162 = v161 + v83;
let v168 = &(*v4139)[v162];
let v169 = *v3880;
*v168 = v169;
let v173 = *v3877;
let v3950 = fma(v169, v169, v173);
*v3877 = v3950;

}
let v176 = v83 + v46;
let v177 = v176 < v30;
if v177 {
let v178 = u32(2);
let v179 = v89 / v178;
let v183 = &(*v4143)[v179];
let v184 = *v183;
let v185 = u32(v89);
let v186 = u32(1);
let v187 = v185 & v186;
let v188 = u32(16);
let v189 = v188 * v187;
let v190 = v184 >> u32(v189);
let v191 = u32(65535);
let v192 = v190 & v191;
let v193 = u32(32767);
let v194 = v192 & v193;
let v195 = u32(13);
let v196 = v194 << u32(v195);
let v197 = u32(939524096);
let v198 = v196 + v197;
let v201 = u32(2139095040);
let v202 = v196 | v201;
let v203 = u32(31744);
let v204 = v194 >= v203;
let v205 = select(v198, v202, v204);
let v206 = f32(v194);
let v207 = f32(5.960464477539063e-8);
let v208 = v206 * v207;
let v209 = u32(1024);
let v210 = v194 < v209;
let v211 = bitcast<f32>(v205);
let v212 = select(v211, v208, v210);
let v213 = bitcast<u32>(v212);
let v214 = u32(32768);
let v215 = v192 & v214;
let v217 = v215 << u32(v188);
let v218 = v213 | v217;
let v219 = bitcast<f32>(v218);
let v220 = v80[0];
let v221 = u32(240);
let v222 = v220 & v221;
let v223 = u32(1258291200);
let v224 = v222 | v223;
let v225 = bitcast<f32>(v224);
let v226 = f32(0.0625);
let v4107 = f32(-524296.0);
let v3952 = fma(v225, v226, v4107);
let v3953 = fma(v3952, v219, v64);
let v233 = v59 * v3953;
var<function> v3881_store: f32;
let v3881 = &v3881_store;
*v3881 = v233;
if v57 {
let v235 = v63 + v83;
let v237 = v235 + v46;
let v241 = &(*v4142)[v237];
let v242 = *v241;
let v244 = *v3881;
let v3954 = fma(v33, v242, v244);
*v3881 = v3954;

}
let v246 = v3931 * v30;
let v247 = v246 + v83;
let v249 = v247 + v46;
let v253 = &(*v4139)[v249];
let v254 = *v3881;
*v253 = v254;
let v258 = *v3877;
let v3955 = fma(v254, v254, v258);
*v3877 = v3955;

}
let v260 = u32(2);
let v261 = v83 + v260;
let v262 = v261 < v30;
if v262 {
let v264 = v89 / v260;
let v268 = &(*v4143)[v264];
let v269 = *v268;
let v270 = u32(v89);
let v271 = u32(1);
let v272 = v270 & v271;
let v273 = u32(16);
let v274 = v273 * v272;
let v275 = v269 >> u32(v274);
let v276 = u32(65535);
let v277 = v275 & v276;
let v278 = u32(32767);
let v279 = v277 & v278;
let v280 = u32(13);
let v281 = v279 << u32(v280);
let v282 = u32(939524096);
let v283 = v281 + v282;
let v286 = u32(2139095040);
let v287 = v281 | v286;
let v288 = u32(31744);
let v289 = v279 >= v288;
let v290 = select(v283, v287, v289);
let v291 = f32(v279);
let v292 = f32(5.960464477539063e-8);
let v293 = v291 * v292;
let v294 = u32(1024);
let v295 = v279 < v294;
let v296 = bitcast<f32>(v290);
let v297 = select(v296, v293, v295);
let v298 = bitcast<u32>(v297);
let v299 = u32(32768);
let v300 = v277 & v299;
let v302 = v300 << u32(v273);
let v303 = v298 | v302;
let v304 = bitcast<f32>(v303);
let v305 = v80[0];
let v306 = u32(3840);
let v307 = v305 & v306;
let v308 = u32(1258291200);
let v309 = v307 | v308;
let v310 = bitcast<f32>(v309);
let v311 = f32(0.00390625);
let v4108 = f32(-32776.0);
let v3957 = fma(v310, v311, v4108);
let v3958 = fma(v3957, v304, v64);
let v318 = v59 * v3958;
var<function> v3882_store: f32;
let v3882 = &v3882_store;
*v3882 = v318;
if v57 {
let v320 = v63 + v83;
let v322 = v320 + v260;
let v326 = &(*v4142)[v322];
let v327 = *v326;
let v329 = *v3882;
let v3959 = fma(v33, v327, v329);
*v3882 = v3959;

}
let v331 = v3931 * v30;
let v332 = v331 + v83;
let v334 = v332 + v260;
let v338 = &(*v4139)[v334];
let v339 = *v3882;
*v338 = v339;
let v343 = *v3877;
let v3960 = fma(v339, v339, v343);
*v3877 = v3960;

}
let v345 = u32(3);
let v346 = v83 + v345;
let v347 = v346 < v30;
if v347 {
let v349 = v89 / v260;
let v353 = &(*v4143)[v349];
let v354 = *v353;
let v355 = u32(v89);
let v356 = u32(1);
let v357 = v355 & v356;
let v358 = u32(16);
let v359 = v358 * v357;
let v360 = v354 >> u32(v359);
let v361 = u32(65535);
let v362 = v360 & v361;
let v363 = u32(32767);
let v364 = v362 & v363;
let v365 = u32(13);
let v366 = v364 << u32(v365);
let v367 = u32(939524096);
let v368 = v366 + v367;
let v371 = u32(2139095040);
let v372 = v366 | v371;
let v373 = u32(31744);
let v374 = v364 >= v373;
let v375 = select(v368, v372, v374);
let v376 = f32(v364);
let v377 = f32(5.960464477539063e-8);
let v378 = v376 * v377;
let v379 = u32(1024);
let v380 = v364 < v379;
let v381 = bitcast<f32>(v375);
let v382 = select(v381, v378, v380);
let v383 = bitcast<u32>(v382);
let v384 = u32(32768);
let v385 = v362 & v384;
let v387 = v385 << u32(v358);
let v388 = v383 | v387;
let v389 = bitcast<f32>(v388);
let v390 = v80[0];
let v391 = u32(61440);
let v392 = v390 & v391;
let v393 = u32(1258291200);
let v394 = v392 | v393;
let v395 = bitcast<f32>(v394);
let v396 = f32(0.000244140625);
let v4109 = f32(-2056.0);
let v3962 = fma(v395, v396, v4109);
let v3963 = fma(v3962, v389, v64);
let v403 = v59 * v3963;
var<function> v3883_store: f32;
let v3883 = &v3883_store;
*v3883 = v403;
if v57 {
let v405 = v63 + v83;
let v407 = v405 + v345;
let v411 = &(*v4142)[v407];
let v412 = *v411;
let v414 = *v3883;
let v3964 = fma(v33, v412, v414);
*v3883 = v3964;

}
let v416 = v3931 * v30;
let v417 = v416 + v83;
let v419 = v417 + v345;
let v423 = &(*v4139)[v419];
let v424 = *v3883;
*v423 = v424;
let v428 = *v3877;
let v3965 = fma(v424, v424, v428);
*v3877 = v3965;

}
let v430 = *v3878;
let v432 = v430 * v82;
let v433 = u32(4);
let v434 = v432 + v433;
let v436 = v86 + v434;
let v438 = v436 / v82;
let v441 = v434 < v30;
if v441 {
let v443 = v438 / v260;
let v447 = &(*v4143)[v443];
let v448 = *v447;
let v449 = u32(v438);
let v450 = u32(1);
let v451 = v449 & v450;
let v452 = u32(16);
let v453 = v452 * v451;
let v454 = v448 >> u32(v453);
let v455 = u32(65535);
let v456 = v454 & v455;
let v457 = u32(32767);
let v458 = v456 & v457;
let v459 = u32(13);
let v460 = v458 << u32(v459);
let v461 = u32(939524096);
let v462 = v460 + v461;
let v465 = u32(2139095040);
let v466 = v460 | v465;
let v467 = u32(31744);
let v468 = v458 >= v467;
let v469 = select(v462, v466, v468);
let v470 = f32(v458);
let v471 = f32(5.960464477539063e-8);
let v472 = v470 * v471;
let v473 = u32(1024);
let v474 = v458 < v473;
let v475 = bitcast<f32>(v469);
let v476 = select(v475, v472, v474);
let v477 = bitcast<u32>(v476);
let v478 = u32(32768);
let v479 = v456 & v478;
let v481 = v479 << u32(v452);
let v482 = v477 | v481;
let v483 = bitcast<f32>(v482);
let v484 = v80[0];
let v485 = u32(983040);
let v486 = v484 & v485;
let v487 = u32(1258291200);
let v488 = v486 | v487;
let v489 = bitcast<f32>(v488);
let v490 = f32(1.52587890625e-5);
let v4110 = f32(-136.0);
let v3967 = fma(v489, v490, v4110);
let v3968 = fma(v3967, v483, v64);
let v497 = v59 * v3968;
var<function> v3884_store: f32;
let v3884 = &v3884_store;
*v3884 = v497;
if v57 {
let v499 = v63 + v434;
let v505 = &(*v4142)[v499];
let v506 = *v505;
let v508 = *v3884;
let v3969 = fma(v33, v506, v508);
*v3884 = v3969;

}
let v510 = v3931 * v30;
let v511 = v510 + v434;
let v517 = &(*v4139)[v511];
let v518 = *v3884;
*v517 = v518;
let v522 = *v3877;
let v3970 = fma(v518, v518, v522);
*v3877 = v3970;

}
let v525 = v434 + v46;
let v526 = v525 < v30;
if v526 {
let v528 = v438 / v260;
let v532 = &(*v4143)[v528];
let v533 = *v532;
let v534 = u32(v438);
let v535 = u32(1);
let v536 = v534 & v535;
let v537 = u32(16);
let v538 = v537 * v536;
let v539 = v533 >> u32(v538);
let v540 = u32(65535);
let v541 = v539 & v540;
let v542 = u32(32767);
let v543 = v541 & v542;
let v544 = u32(13);
let v545 = v543 << u32(v544);
let v546 = u32(939524096);
let v547 = v545 + v546;
let v550 = u32(2139095040);
let v551 = v545 | v550;
let v552 = u32(31744);
let v553 = v543 >= v552;
let v554 = select(v547, v551, v553);
let v555 = f32(v543);
let v556 = f32(5.960464477539063e-8);
let v557 = v555 * v556;
let v558 = u32(1024);
let v559 = v543 < v558;
let v560 = bitcast<f32>(v554);
let v561 = select(v560, v557, v559);
let v562 = bitcast<u32>(v561);
let v563 = u32(32768);
let v564 = v541 & v563;
let v566 = v564 << u32(v537);
let v567 = v562 | v566;
let v568 = bitcast<f32>(v567);
let v569 = v80[0];
let v571 = v569 >> u32(v537);
let v572 = u32(240);
let v573 = v571 & v572;
let v574 = u32(1258291200);
let v575 = v573 | v574;
let v576 = bitcast<f32>(v575);
let v577 = f32(0.0625);
let v4111 = f32(-524296.0);
let v3972 = fma(v576, v577, v4111);
let v3973 = fma(v3972, v568, v64);
let v584 = v59 * v3973;
var<function> v3885_store: f32;
let v3885 = &v3885_store;
*v3885 = v584;
if v57 {
let v586 = v63 + v434;
let v588 = v586 + v46;
let v592 = &(*v4142)[v588];
let v593 = *v592;
let v595 = *v3885;
let v3974 = fma(v33, v593, v595);
*v3885 = v3974;

}
let v597 = v3931 * v30;
let v598 = v597 + v434;
let v600 = v598 + v46;
let v604 = &(*v4139)[v600];
let v605 = *v3885;
*v604 = v605;
let v609 = *v3877;
let v3975 = fma(v605, v605, v609);
*v3877 = v3975;

}
let v612 = v434 + v260;
let v613 = v612 < v30;
if v613 {
let v615 = v438 / v260;
let v619 = &(*v4143)[v615];
let v620 = *v619;
let v621 = u32(v438);
let v622 = u32(1);
let v623 = v621 & v622;
let v624 = u32(16);
let v625 = v624 * v623;
let v626 = v620 >> u32(v625);
let v627 = u32(65535);
let v628 = v626 & v627;
let v629 = u32(32767);
let v630 = v628 & v629;
let v631 = u32(13);
let v632 = v630 << u32(v631);
let v633 = u32(939524096);
let v634 = v632 + v633;
let v637 = u32(2139095040);
let v638 = v632 | v637;
let v639 = u32(31744);
let v640 = v630 >= v639;
let v641 = select(v634, v638, v640);
let v642 = f32(v630);
let v643 = f32(5.960464477539063e-8);
let v644 = v642 * v643;
let v645 = u32(1024);
let v646 = v630 < v645;
let v647 = bitcast<f32>(v641);
let v648 = select(v647, v644, v646);
let v649 = bitcast<u32>(v648);
let v650 = u32(32768);
let v651 = v628 & v650;
let v653 = v651 << u32(v624);
let v654 = v649 | v653;
let v655 = bitcast<f32>(v654);
let v656 = v80[0];
let v658 = v656 >> u32(v624);
let v659 = u32(3840);
let v660 = v658 & v659;
let v661 = u32(1258291200);
let v662 = v660 | v661;
let v663 = bitcast<f32>(v662);
let v664 = f32(0.00390625);
let v4112 = f32(-32776.0);
let v3977 = fma(v663, v664, v4112);
let v3978 = fma(v3977, v655, v64);
let v671 = v59 * v3978;
var<function> v3886_store: f32;
let v3886 = &v3886_store;
*v3886 = v671;
if v57 {
let v673 = v63 + v434;
let v675 = v673 + v260;
let v679 = &(*v4142)[v675];
let v680 = *v679;
let v682 = *v3886;
let v3979 = fma(v33, v680, v682);
*v3886 = v3979;

}
let v684 = v3931 * v30;
let v685 = v684 + v434;
let v687 = v685 + v260;
let v691 = &(*v4139)[v687];
let v692 = *v3886;
*v691 = v692;
let v696 = *v3877;
let v3980 = fma(v692, v692, v696);
*v3877 = v3980;

}
let v699 = v434 + v345;
let v700 = v699 < v30;
if v700 {
let v702 = v438 / v260;
let v706 = &(*v4143)[v702];
let v707 = *v706;
let v708 = u32(v438);
let v709 = u32(1);
let v710 = v708 & v709;
let v711 = u32(16);
let v712 = v711 * v710;
let v713 = v707 >> u32(v712);
let v714 = u32(65535);
let v715 = v713 & v714;
let v716 = u32(32767);
let v717 = v715 & v716;
let v718 = u32(13);
let v719 = v717 << u32(v718);
let v720 = u32(939524096);
let v721 = v719 + v720;
let v724 = u32(2139095040);
let v725 = v719 | v724;
let v726 = u32(31744);
let v727 = v717 >= v726;
let v728 = select(v721, v725, v727);
let v729 = f32(v717);
let v730 = f32(5.960464477539063e-8);
let v731 = v729 * v730;
let v732 = u32(1024);
let v733 = v717 < v732;
let v734 = bitcast<f32>(v728);
let v735 = select(v734, v731, v733);
let v736 = bitcast<u32>(v735);
let v737 = u32(32768);
let v738 = v715 & v737;
let v740 = v738 << u32(v711);
let v741 = v736 | v740;
let v742 = bitcast<f32>(v741);
let v743 = v80[0];
let v745 = v743 >> u32(v711);
let v746 = u32(61440);
let v747 = v745 & v746;
let v748 = u32(1258291200);
let v749 = v747 | v748;
let v750 = bitcast<f32>(v749);
let v751 = f32(0.000244140625);
let v4113 = f32(-2056.0);
let v3982 = fma(v750, v751, v4113);
let v3983 = fma(v3982, v742, v64);
let v758 = v59 * v3983;
var<function> v3887_store: f32;
let v3887 = &v3887_store;
*v3887 = v758;
if v57 {
let v760 = v63 + v434;
let v762 = v760 + v345;
let v766 = &(*v4142)[v762];
let v767 = *v766;
let v769 = *v3887;
let v3984 = fma(v33, v767, v769);
*v3887 = v3984;

}
let v771 = v3931 * v30;
let v772 = v771 + v434;
let v774 = v772 + v345;
let v778 = &(*v4139)[v774];
let v779 = *v3887;
*v778 = v779;
let v783 = *v3877;
let v3985 = fma(v779, v779, v783);
*v3877 = v3985;

}
let v785 = *v3878;
let v787 = v785 * v82;
let v788 = u32(8);
let v789 = v787 + v788;
let v791 = v86 + v789;
let v793 = v791 / v82;
let v796 = v789 < v30;
if v796 {
let v798 = v793 / v260;
let v802 = &(*v4143)[v798];
let v803 = *v802;
let v804 = u32(v793);
let v805 = u32(1);
let v806 = v804 & v805;
let v807 = u32(16);
let v808 = v807 * v806;
let v809 = v803 >> u32(v808);
let v810 = u32(65535);
let v811 = v809 & v810;
let v812 = u32(32767);
let v813 = v811 & v812;
let v814 = u32(13);
let v815 = v813 << u32(v814);
let v816 = u32(939524096);
let v817 = v815 + v816;
let v820 = u32(2139095040);
let v821 = v815 | v820;
let v822 = u32(31744);
let v823 = v813 >= v822;
let v824 = select(v817, v821, v823);
let v825 = f32(v813);
let v826 = f32(5.960464477539063e-8);
let v827 = v825 * v826;
let v828 = u32(1024);
let v829 = v813 < v828;
let v830 = bitcast<f32>(v824);
let v831 = select(v830, v827, v829);
let v832 = bitcast<u32>(v831);
let v833 = u32(32768);
let v834 = v811 & v833;
let v836 = v834 << u32(v807);
let v837 = v832 | v836;
let v838 = bitcast<f32>(v837);
let v839 = v80[1];
let v840 = u32(15);
let v841 = v839 & v840;
let v842 = u32(1258291200);
let v843 = v841 | v842;
let v844 = bitcast<f32>(v843);
let v4114 = f32(-8388616.0);
let v3987 = fma(v844, v58, v4114);
let v3988 = fma(v3987, v838, v64);
let v852 = v59 * v3988;
var<function> v3888_store: f32;
let v3888 = &v3888_store;
*v3888 = v852;
if v57 {
let v854 = v63 + v789;
let v860 = &(*v4142)[v854];
let v861 = *v860;
let v863 = *v3888;
let v3989 = fma(v33, v861, v863);
*v3888 = v3989;

}
let v865 = v3931 * v30;
let v866 = v865 + v789;
let v872 = &(*v4139)[v866];
let v873 = *v3888;
*v872 = v873;
let v877 = *v3877;
let v3990 = fma(v873, v873, v877);
*v3877 = v3990;

}
let v880 = v789 + v46;
let v881 = v880 < v30;
if v881 {
let v883 = v793 / v260;
let v887 = &(*v4143)[v883];
let v888 = *v887;
let v889 = u32(v793);
let v890 = u32(1);
let v891 = v889 & v890;
let v892 = u32(16);
let v893 = v892 * v891;
let v894 = v888 >> u32(v893);
let v895 = u32(65535);
let v896 = v894 & v895;
let v897 = u32(32767);
let v898 = v896 & v897;
let v899 = u32(13);
let v900 = v898 << u32(v899);
let v901 = u32(939524096);
let v902 = v900 + v901;
let v905 = u32(2139095040);
let v906 = v900 | v905;
let v907 = u32(31744);
let v908 = v898 >= v907;
let v909 = select(v902, v906, v908);
let v910 = f32(v898);
let v911 = f32(5.960464477539063e-8);
let v912 = v910 * v911;
let v913 = u32(1024);
let v914 = v898 < v913;
let v915 = bitcast<f32>(v909);
let v916 = select(v915, v912, v914);
let v917 = bitcast<u32>(v916);
let v918 = u32(32768);
let v919 = v896 & v918;
let v921 = v919 << u32(v892);
let v922 = v917 | v921;
let v923 = bitcast<f32>(v922);
let v924 = v80[1];
let v925 = u32(240);
let v926 = v924 & v925;
let v927 = u32(1258291200);
let v928 = v926 | v927;
let v929 = bitcast<f32>(v928);
let v930 = f32(0.0625);
let v4115 = f32(-524296.0);
let v3992 = fma(v929, v930, v4115);
let v3993 = fma(v3992, v923, v64);
let v937 = v59 * v3993;
var<function> v3889_store: f32;
let v3889 = &v3889_store;
*v3889 = v937;
if v57 {
let v939 = v63 + v789;
let v941 = v939 + v46;
let v945 = &(*v4142)[v941];
let v946 = *v945;
let v948 = *v3889;
let v3994 = fma(v33, v946, v948);
*v3889 = v3994;

}
let v950 = v3931 * v30;
let v951 = v950 + v789;
let v953 = v951 + v46;
let v957 = &(*v4139)[v953];
let v958 = *v3889;
*v957 = v958;
let v962 = *v3877;
let v3995 = fma(v958, v958, v962);
*v3877 = v3995;

}
let v965 = v789 + v260;
let v966 = v965 < v30;
if v966 {
let v968 = v793 / v260;
let v972 = &(*v4143)[v968];
let v973 = *v972;
let v974 = u32(v793);
let v975 = u32(1);
let v976 = v974 & v975;
let v977 = u32(16);
let v978 = v977 * v976;
let v979 = v973 >> u32(v978);
let v980 = u32(65535);
let v981 = v979 & v980;
let v982 = u32(32767);
let v983 = v981 & v982;
let v984 = u32(13);
let v985 = v983 << u32(v984);
let v986 = u32(939524096);
let v987 = v985 + v986;
let v990 = u32(2139095040);
let v991 = v985 | v990;
let v992 = u32(31744);
let v993 = v983 >= v992;
let v994 = select(v987, v991, v993);
let v995 = f32(v983);
let v996 = f32(5.960464477539063e-8);
let v997 = v995 * v996;
let v998 = u32(1024);
let v999 = v983 < v998;
let v1000 = bitcast<f32>(v994);
let v1001 = select(v1000, v997, v999);
let v1002 = bitcast<u32>(v1001);
let v1003 = u32(32768);
let v1004 = v981 & v1003;
let v1006 = v1004 << u32(v977);
let v1007 = v1002 | v1006;
let v1008 = bitcast<f32>(v1007);
let v1009 = v80[1];
let v1010 = u32(3840);
let v1011 = v1009 & v1010;
let v1012 = u32(1258291200);
let v1013 = v1011 | v1012;
let v1014 = bitcast<f32>(v1013);
let v1015 = f32(0.00390625);
let v4116 = f32(-32776.0);
let v3997 = fma(v1014, v1015, v4116);
let v3998 = fma(v3997, v1008, v64);
let v1022 = v59 * v3998;
var<function> v3890_store: f32;
let v3890 = &v3890_store;
*v3890 = v1022;
if v57 {
let v1024 = v63 + v789;
let v1026 = v1024 + v260;
let v1030 = &(*v4142)[v1026];
let v1031 = *v1030;
let v1033 = *v3890;
let v3999 = fma(v33, v1031, v1033);
*v3890 = v3999;

}
let v1035 = v3931 * v30;
let v1036 = v1035 + v789;
let v1038 = v1036 + v260;
let v1042 = &(*v4139)[v1038];
let v1043 = *v3890;
*v1042 = v1043;
let v1047 = *v3877;
let v4000 = fma(v1043, v1043, v1047);
*v3877 = v4000;

}
let v1050 = v789 + v345;
let v1051 = v1050 < v30;
if v1051 {
let v1053 = v793 / v260;
let v1057 = &(*v4143)[v1053];
let v1058 = *v1057;
let v1059 = u32(v793);
let v1060 = u32(1);
let v1061 = v1059 & v1060;
let v1062 = u32(16);
let v1063 = v1062 * v1061;
let v1064 = v1058 >> u32(v1063);
let v1065 = u32(65535);
let v1066 = v1064 & v1065;
let v1067 = u32(32767);
let v1068 = v1066 & v1067;
let v1069 = u32(13);
let v1070 = v1068 << u32(v1069);
let v1071 = u32(939524096);
let v1072 = v1070 + v1071;
let v1075 = u32(2139095040);
let v1076 = v1070 | v1075;
let v1077 = u32(31744);
let v1078 = v1068 >= v1077;
let v1079 = select(v1072, v1076, v1078);
let v1080 = f32(v1068);
let v1081 = f32(5.960464477539063e-8);
let v1082 = v1080 * v1081;
let v1083 = u32(1024);
let v1084 = v1068 < v1083;
let v1085 = bitcast<f32>(v1079);
let v1086 = select(v1085, v1082, v1084);
let v1087 = bitcast<u32>(v1086);
let v1088 = u32(32768);
let v1089 = v1066 & v1088;
let v1091 = v1089 << u32(v1062);
let v1092 = v1087 | v1091;
let v1093 = bitcast<f32>(v1092);
let v1094 = v80[1];
let v1095 = u32(61440);
let v1096 = v1094 & v1095;
let v1097 = u32(1258291200);
let v1098 = v1096 | v1097;
let v1099 = bitcast<f32>(v1098);
let v1100 = f32(0.000244140625);
let v4117 = f32(-2056.0);
let v4002 = fma(v1099, v1100, v4117);
let v4003 = fma(v4002, v1093, v64);
let v1107 = v59 * v4003;
var<function> v3891_store: f32;
let v3891 = &v3891_store;
*v3891 = v1107;
if v57 {
let v1109 = v63 + v789;
let v1111 = v1109 + v345;
let v1115 = &(*v4142)[v1111];
let v1116 = *v1115;
let v1118 = *v3891;
let v4004 = fma(v33, v1116, v1118);
*v3891 = v4004;

}
let v1120 = v3931 * v30;
let v1121 = v1120 + v789;
let v1123 = v1121 + v345;
let v1127 = &(*v4139)[v1123];
let v1128 = *v3891;
*v1127 = v1128;
let v1132 = *v3877;
let v4005 = fma(v1128, v1128, v1132);
*v3877 = v4005;

}
let v1134 = *v3878;
let v1136 = v1134 * v82;
let v1137 = u32(12);
let v1138 = v1136 + v1137;
let v1140 = v86 + v1138;
let v1142 = v1140 / v82;
let v1145 = v1138 < v30;
if v1145 {
let v1147 = v1142 / v260;
let v1151 = &(*v4143)[v1147];
let v1152 = *v1151;
let v1153 = u32(v1142);
let v1154 = u32(1);
let v1155 = v1153 & v1154;
let v1156 = u32(16);
let v1157 = v1156 * v1155;
let v1158 = v1152 >> u32(v1157);
let v1159 = u32(65535);
let v1160 = v1158 & v1159;
let v1161 = u32(32767);
let v1162 = v1160 & v1161;
let v1163 = u32(13);
let v1164 = v1162 << u32(v1163);
let v1165 = u32(939524096);
let v1166 = v1164 + v1165;
let v1169 = u32(2139095040);
let v1170 = v1164 | v1169;
let v1171 = u32(31744);
let v1172 = v1162 >= v1171;
let v1173 = select(v1166, v1170, v1172);
let v1174 = f32(v1162);
let v1175 = f32(5.960464477539063e-8);
let v1176 = v1174 * v1175;
let v1177 = u32(1024);
let v1178 = v1162 < v1177;
let v1179 = bitcast<f32>(v1173);
let v1180 = select(v1179, v1176, v1178);
let v1181 = bitcast<u32>(v1180);
let v1182 = u32(32768);
let v1183 = v1160 & v1182;
let v1185 = v1183 << u32(v1156);
let v1186 = v1181 | v1185;
let v1187 = bitcast<f32>(v1186);
let v1188 = v80[1];
let v1189 = u32(983040);
let v1190 = v1188 & v1189;
let v1191 = u32(1258291200);
let v1192 = v1190 | v1191;
let v1193 = bitcast<f32>(v1192);
let v1194 = f32(1.52587890625e-5);
let v4118 = f32(-136.0);
let v4007 = fma(v1193, v1194, v4118);
let v4008 = fma(v4007, v1187, v64);
let v1201 = v59 * v4008;
var<function> v3892_store: f32;
let v3892 = &v3892_store;
*v3892 = v1201;
if v57 {
let v1203 = v63 + v1138;
let v1209 = &(*v4142)[v1203];
let v1210 = *v1209;
let v1212 = *v3892;
let v4009 = fma(v33, v1210, v1212);
*v3892 = v4009;

}
let v1214 = v3931 * v30;
let v1215 = v1214 + v1138;
let v1221 = &(*v4139)[v1215];
let v1222 = *v3892;
*v1221 = v1222;
let v1226 = *v3877;
let v4010 = fma(v1222, v1222, v1226);
*v3877 = v4010;

}
let v1229 = v1138 + v46;
let v1230 = v1229 < v30;
if v1230 {
let v1232 = v1142 / v260;
let v1236 = &(*v4143)[v1232];
let v1237 = *v1236;
let v1238 = u32(v1142);
let v1239 = u32(1);
let v1240 = v1238 & v1239;
let v1241 = u32(16);
let v1242 = v1241 * v1240;
let v1243 = v1237 >> u32(v1242);
let v1244 = u32(65535);
let v1245 = v1243 & v1244;
let v1246 = u32(32767);
let v1247 = v1245 & v1246;
let v1248 = u32(13);
let v1249 = v1247 << u32(v1248);
let v1250 = u32(939524096);
let v1251 = v1249 + v1250;
let v1254 = u32(2139095040);
let v1255 = v1249 | v1254;
let v1256 = u32(31744);
let v1257 = v1247 >= v1256;
let v1258 = select(v1251, v1255, v1257);
let v1259 = f32(v1247);
let v1260 = f32(5.960464477539063e-8);
let v1261 = v1259 * v1260;
let v1262 = u32(1024);
let v1263 = v1247 < v1262;
let v1264 = bitcast<f32>(v1258);
let v1265 = select(v1264, v1261, v1263);
let v1266 = bitcast<u32>(v1265);
let v1267 = u32(32768);
let v1268 = v1245 & v1267;
let v1270 = v1268 << u32(v1241);
let v1271 = v1266 | v1270;
let v1272 = bitcast<f32>(v1271);
let v1273 = v80[1];
let v1275 = v1273 >> u32(v1241);
let v1276 = u32(240);
let v1277 = v1275 & v1276;
let v1278 = u32(1258291200);
let v1279 = v1277 | v1278;
let v1280 = bitcast<f32>(v1279);
let v1281 = f32(0.0625);
let v4119 = f32(-524296.0);
let v4012 = fma(v1280, v1281, v4119);
let v4013 = fma(v4012, v1272, v64);
let v1288 = v59 * v4013;
var<function> v3893_store: f32;
let v3893 = &v3893_store;
*v3893 = v1288;
if v57 {
let v1290 = v63 + v1138;
let v1292 = v1290 + v46;
let v1296 = &(*v4142)[v1292];
let v1297 = *v1296;
let v1299 = *v3893;
let v4014 = fma(v33, v1297, v1299);
*v3893 = v4014;

}
let v1301 = v3931 * v30;
let v1302 = v1301 + v1138;
let v1304 = v1302 + v46;
let v1308 = &(*v4139)[v1304];
let v1309 = *v3893;
*v1308 = v1309;
let v1313 = *v3877;
let v4015 = fma(v1309, v1309, v1313);
*v3877 = v4015;

}
let v1316 = v1138 + v260;
let v1317 = v1316 < v30;
if v1317 {
let v1319 = v1142 / v260;
let v1323 = &(*v4143)[v1319];
let v1324 = *v1323;
let v1325 = u32(v1142);
let v1326 = u32(1);
let v1327 = v1325 & v1326;
let v1328 = u32(16);
let v1329 = v1328 * v1327;
let v1330 = v1324 >> u32(v1329);
let v1331 = u32(65535);
let v1332 = v1330 & v1331;
let v1333 = u32(32767);
let v1334 = v1332 & v1333;
let v1335 = u32(13);
let v1336 = v1334 << u32(v1335);
let v1337 = u32(939524096);
let v1338 = v1336 + v1337;
let v1341 = u32(2139095040);
let v1342 = v1336 | v1341;
let v1343 = u32(31744);
let v1344 = v1334 >= v1343;
let v1345 = select(v1338, v1342, v1344);
let v1346 = f32(v1334);
let v1347 = f32(5.960464477539063e-8);
let v1348 = v1346 * v1347;
let v1349 = u32(1024);
let v1350 = v1334 < v1349;
let v1351 = bitcast<f32>(v1345);
let v1352 = select(v1351, v1348, v1350);
let v1353 = bitcast<u32>(v1352);
let v1354 = u32(32768);
let v1355 = v1332 & v1354;
let v1357 = v1355 << u32(v1328);
let v1358 = v1353 | v1357;
let v1359 = bitcast<f32>(v1358);
let v1360 = v80[1];
let v1362 = v1360 >> u32(v1328);
let v1363 = u32(3840);
let v1364 = v1362 & v1363;
let v1365 = u32(1258291200);
let v1366 = v1364 | v1365;
let v1367 = bitcast<f32>(v1366);
let v1368 = f32(0.00390625);
let v4120 = f32(-32776.0);
let v4017 = fma(v1367, v1368, v4120);
let v4018 = fma(v4017, v1359, v64);
let v1375 = v59 * v4018;
var<function> v3894_store: f32;
let v3894 = &v3894_store;
*v3894 = v1375;
if v57 {
let v1377 = v63 + v1138;
let v1379 = v1377 + v260;
let v1383 = &(*v4142)[v1379];
let v1384 = *v1383;
let v1386 = *v3894;
let v4019 = fma(v33, v1384, v1386);
*v3894 = v4019;

}
let v1388 = v3931 * v30;
let v1389 = v1388 + v1138;
let v1391 = v1389 + v260;
let v1395 = &(*v4139)[v1391];
let v1396 = *v3894;
*v1395 = v1396;
let v1400 = *v3877;
let v4020 = fma(v1396, v1396, v1400);
*v3877 = v4020;

}
let v1403 = v1138 + v345;
let v1404 = v1403 < v30;
if v1404 {
let v1406 = v1142 / v260;
let v1410 = &(*v4143)[v1406];
let v1411 = *v1410;
let v1412 = u32(v1142);
let v1413 = u32(1);
let v1414 = v1412 & v1413;
let v1415 = u32(16);
let v1416 = v1415 * v1414;
let v1417 = v1411 >> u32(v1416);
let v1418 = u32(65535);
let v1419 = v1417 & v1418;
let v1420 = u32(32767);
let v1421 = v1419 & v1420;
let v1422 = u32(13);
let v1423 = v1421 << u32(v1422);
let v1424 = u32(939524096);
let v1425 = v1423 + v1424;
let v1428 = u32(2139095040);
let v1429 = v1423 | v1428;
let v1430 = u32(31744);
let v1431 = v1421 >= v1430;
let v1432 = select(v1425, v1429, v1431);
let v1433 = f32(v1421);
let v1434 = f32(5.960464477539063e-8);
let v1435 = v1433 * v1434;
let v1436 = u32(1024);
let v1437 = v1421 < v1436;
let v1438 = bitcast<f32>(v1432);
let v1439 = select(v1438, v1435, v1437);
let v1440 = bitcast<u32>(v1439);
let v1441 = u32(32768);
let v1442 = v1419 & v1441;
let v1444 = v1442 << u32(v1415);
let v1445 = v1440 | v1444;
let v1446 = bitcast<f32>(v1445);
let v1447 = v80[1];
let v1449 = v1447 >> u32(v1415);
let v1450 = u32(61440);
let v1451 = v1449 & v1450;
let v1452 = u32(1258291200);
let v1453 = v1451 | v1452;
let v1454 = bitcast<f32>(v1453);
let v1455 = f32(0.000244140625);
let v4121 = f32(-2056.0);
let v4022 = fma(v1454, v1455, v4121);
let v4023 = fma(v4022, v1446, v64);
let v1462 = v59 * v4023;
var<function> v3895_store: f32;
let v3895 = &v3895_store;
*v3895 = v1462;
if v57 {
let v1464 = v63 + v1138;
let v1466 = v1464 + v345;
let v1470 = &(*v4142)[v1466];
let v1471 = *v1470;
let v1473 = *v3895;
let v4024 = fma(v33, v1471, v1473);
*v3895 = v4024;

}
let v1475 = v3931 * v30;
let v1476 = v1475 + v1138;
let v1478 = v1476 + v345;
let v1482 = &(*v4139)[v1478];
let v1483 = *v3895;
*v1482 = v1483;
let v1487 = *v3877;
let v4025 = fma(v1483, v1483, v1487);
*v3877 = v4025;

}
let v1489 = *v3878;
let v1491 = v1489 * v82;
let v1492 = u32(16);
let v1493 = v1491 + v1492;
let v1495 = v86 + v1493;
let v1497 = v1495 / v82;
let v1500 = v1493 < v30;
if v1500 {
let v1502 = v1497 / v260;
let v1506 = &(*v4143)[v1502];
let v1507 = *v1506;
let v1508 = u32(v1497);
let v1509 = u32(1);
let v1510 = v1508 & v1509;
let v1511 = u32(16);
let v1512 = v1511 * v1510;
let v1513 = v1507 >> u32(v1512);
let v1514 = u32(65535);
let v1515 = v1513 & v1514;
let v1516 = u32(32767);
let v1517 = v1515 & v1516;
let v1518 = u32(13);
let v1519 = v1517 << u32(v1518);
let v1520 = u32(939524096);
let v1521 = v1519 + v1520;
let v1524 = u32(2139095040);
let v1525 = v1519 | v1524;
let v1526 = u32(31744);
let v1527 = v1517 >= v1526;
let v1528 = select(v1521, v1525, v1527);
let v1529 = f32(v1517);
let v1530 = f32(5.960464477539063e-8);
let v1531 = v1529 * v1530;
let v1532 = u32(1024);
let v1533 = v1517 < v1532;
let v1534 = bitcast<f32>(v1528);
let v1535 = select(v1534, v1531, v1533);
let v1536 = bitcast<u32>(v1535);
let v1537 = u32(32768);
let v1538 = v1515 & v1537;
let v1540 = v1538 << u32(v1511);
let v1541 = v1536 | v1540;
let v1542 = bitcast<f32>(v1541);
let v1543 = v80[2];
let v1544 = u32(15);
let v1545 = v1543 & v1544;
let v1546 = u32(1258291200);
let v1547 = v1545 | v1546;
let v1548 = bitcast<f32>(v1547);
let v4122 = f32(-8388616.0);
let v4027 = fma(v1548, v58, v4122);
let v4028 = fma(v4027, v1542, v64);
let v1556 = v59 * v4028;
var<function> v3896_store: f32;
let v3896 = &v3896_store;
*v3896 = v1556;
if v57 {
let v1558 = v63 + v1493;
let v1564 = &(*v4142)[v1558];
let v1565 = *v1564;
let v1567 = *v3896;
let v4029 = fma(v33, v1565, v1567);
*v3896 = v4029;

}
let v1569 = v3931 * v30;
let v1570 = v1569 + v1493;
let v1576 = &(*v4139)[v1570];
let v1577 = *v3896;
*v1576 = v1577;
let v1581 = *v3877;
let v4030 = fma(v1577, v1577, v1581);
*v3877 = v4030;

}
let v1584 = v1493 + v46;
let v1585 = v1584 < v30;
if v1585 {
let v1587 = v1497 / v260;
let v1591 = &(*v4143)[v1587];
let v1592 = *v1591;
let v1593 = u32(v1497);
let v1594 = u32(1);
let v1595 = v1593 & v1594;
let v1596 = u32(16);
let v1597 = v1596 * v1595;
let v1598 = v1592 >> u32(v1597);
let v1599 = u32(65535);
let v1600 = v1598 & v1599;
let v1601 = u32(32767);
let v1602 = v1600 & v1601;
let v1603 = u32(13);
let v1604 = v1602 << u32(v1603);
let v1605 = u32(939524096);
let v1606 = v1604 + v1605;
let v1609 = u32(2139095040);
let v1610 = v1604 | v1609;
let v1611 = u32(31744);
let v1612 = v1602 >= v1611;
let v1613 = select(v1606, v1610, v1612);
let v1614 = f32(v1602);
let v1615 = f32(5.960464477539063e-8);
let v1616 = v1614 * v1615;
let v1617 = u32(1024);
let v1618 = v1602 < v1617;
let v1619 = bitcast<f32>(v1613);
let v1620 = select(v1619, v1616, v1618);
let v1621 = bitcast<u32>(v1620);
let v1622 = u32(32768);
let v1623 = v1600 & v1622;
let v1625 = v1623 << u32(v1596);
let v1626 = v1621 | v1625;
let v1627 = bitcast<f32>(v1626);
let v1628 = v80[2];
let v1629 = u32(240);
let v1630 = v1628 & v1629;
let v1631 = u32(1258291200);
let v1632 = v1630 | v1631;
let v1633 = bitcast<f32>(v1632);
let v1634 = f32(0.0625);
let v4123 = f32(-524296.0);
let v4032 = fma(v1633, v1634, v4123);
let v4033 = fma(v4032, v1627, v64);
let v1641 = v59 * v4033;
var<function> v3897_store: f32;
let v3897 = &v3897_store;
*v3897 = v1641;
if v57 {
let v1643 = v63 + v1493;
let v1645 = v1643 + v46;
let v1649 = &(*v4142)[v1645];
let v1650 = *v1649;
let v1652 = *v3897;
let v4034 = fma(v33, v1650, v1652);
*v3897 = v4034;

}
let v1654 = v3931 * v30;
let v1655 = v1654 + v1493;
let v1657 = v1655 + v46;
let v1661 = &(*v4139)[v1657];
let v1662 = *v3897;
*v1661 = v1662;
let v1666 = *v3877;
let v4035 = fma(v1662, v1662, v1666);
*v3877 = v4035;

}
let v1669 = v1493 + v260;
let v1670 = v1669 < v30;
if v1670 {
let v1672 = v1497 / v260;
let v1676 = &(*v4143)[v1672];
let v1677 = *v1676;
let v1678 = u32(v1497);
let v1679 = u32(1);
let v1680 = v1678 & v1679;
let v1681 = u32(16);
let v1682 = v1681 * v1680;
let v1683 = v1677 >> u32(v1682);
let v1684 = u32(65535);
let v1685 = v1683 & v1684;
let v1686 = u32(32767);
let v1687 = v1685 & v1686;
let v1688 = u32(13);
let v1689 = v1687 << u32(v1688);
let v1690 = u32(939524096);
let v1691 = v1689 + v1690;
let v1694 = u32(2139095040);
let v1695 = v1689 | v1694;
let v1696 = u32(31744);
let v1697 = v1687 >= v1696;
let v1698 = select(v1691, v1695, v1697);
let v1699 = f32(v1687);
let v1700 = f32(5.960464477539063e-8);
let v1701 = v1699 * v1700;
let v1702 = u32(1024);
let v1703 = v1687 < v1702;
let v1704 = bitcast<f32>(v1698);
let v1705 = select(v1704, v1701, v1703);
let v1706 = bitcast<u32>(v1705);
let v1707 = u32(32768);
let v1708 = v1685 & v1707;
let v1710 = v1708 << u32(v1681);
let v1711 = v1706 | v1710;
let v1712 = bitcast<f32>(v1711);
let v1713 = v80[2];
let v1714 = u32(3840);
let v1715 = v1713 & v1714;
let v1716 = u32(1258291200);
let v1717 = v1715 | v1716;
let v1718 = bitcast<f32>(v1717);
let v1719 = f32(0.00390625);
let v4124 = f32(-32776.0);
let v4037 = fma(v1718, v1719, v4124);
let v4038 = fma(v4037, v1712, v64);
let v1726 = v59 * v4038;
var<function> v3898_store: f32;
let v3898 = &v3898_store;
*v3898 = v1726;
if v57 {
let v1728 = v63 + v1493;
let v1730 = v1728 + v260;
let v1734 = &(*v4142)[v1730];
let v1735 = *v1734;
let v1737 = *v3898;
let v4039 = fma(v33, v1735, v1737);
*v3898 = v4039;

}
let v1739 = v3931 * v30;
let v1740 = v1739 + v1493;
let v1742 = v1740 + v260;
let v1746 = &(*v4139)[v1742];
let v1747 = *v3898;
*v1746 = v1747;
let v1751 = *v3877;
let v4040 = fma(v1747, v1747, v1751);
*v3877 = v4040;

}
let v1754 = v1493 + v345;
let v1755 = v1754 < v30;
if v1755 {
let v1757 = v1497 / v260;
let v1761 = &(*v4143)[v1757];
let v1762 = *v1761;
let v1763 = u32(v1497);
let v1764 = u32(1);
let v1765 = v1763 & v1764;
let v1766 = u32(16);
let v1767 = v1766 * v1765;
let v1768 = v1762 >> u32(v1767);
let v1769 = u32(65535);
let v1770 = v1768 & v1769;
let v1771 = u32(32767);
let v1772 = v1770 & v1771;
let v1773 = u32(13);
let v1774 = v1772 << u32(v1773);
let v1775 = u32(939524096);
let v1776 = v1774 + v1775;
let v1779 = u32(2139095040);
let v1780 = v1774 | v1779;
let v1781 = u32(31744);
let v1782 = v1772 >= v1781;
let v1783 = select(v1776, v1780, v1782);
let v1784 = f32(v1772);
let v1785 = f32(5.960464477539063e-8);
let v1786 = v1784 * v1785;
let v1787 = u32(1024);
let v1788 = v1772 < v1787;
let v1789 = bitcast<f32>(v1783);
let v1790 = select(v1789, v1786, v1788);
let v1791 = bitcast<u32>(v1790);
let v1792 = u32(32768);
let v1793 = v1770 & v1792;
let v1795 = v1793 << u32(v1766);
let v1796 = v1791 | v1795;
let v1797 = bitcast<f32>(v1796);
let v1798 = v80[2];
let v1799 = u32(61440);
let v1800 = v1798 & v1799;
let v1801 = u32(1258291200);
let v1802 = v1800 | v1801;
let v1803 = bitcast<f32>(v1802);
let v1804 = f32(0.000244140625);
let v4125 = f32(-2056.0);
let v4042 = fma(v1803, v1804, v4125);
let v4043 = fma(v4042, v1797, v64);
let v1811 = v59 * v4043;
var<function> v3899_store: f32;
let v3899 = &v3899_store;
*v3899 = v1811;
if v57 {
let v1813 = v63 + v1493;
let v1815 = v1813 + v345;
let v1819 = &(*v4142)[v1815];
let v1820 = *v1819;
let v1822 = *v3899;
let v4044 = fma(v33, v1820, v1822);
*v3899 = v4044;

}
let v1824 = v3931 * v30;
let v1825 = v1824 + v1493;
let v1827 = v1825 + v345;
let v1831 = &(*v4139)[v1827];
let v1832 = *v3899;
*v1831 = v1832;
let v1836 = *v3877;
let v4045 = fma(v1832, v1832, v1836);
*v3877 = v4045;

}
let v1838 = *v3878;
let v1840 = v1838 * v82;
let v1841 = u32(20);
let v1842 = v1840 + v1841;
let v1844 = v86 + v1842;
let v1846 = v1844 / v82;
let v1849 = v1842 < v30;
if v1849 {
let v1851 = v1846 / v260;
let v1855 = &(*v4143)[v1851];
let v1856 = *v1855;
let v1857 = u32(v1846);
let v1858 = u32(1);
let v1859 = v1857 & v1858;
let v1860 = u32(16);
let v1861 = v1860 * v1859;
let v1862 = v1856 >> u32(v1861);
let v1863 = u32(65535);
let v1864 = v1862 & v1863;
let v1865 = u32(32767);
let v1866 = v1864 & v1865;
let v1867 = u32(13);
let v1868 = v1866 << u32(v1867);
let v1869 = u32(939524096);
let v1870 = v1868 + v1869;
let v1873 = u32(2139095040);
let v1874 = v1868 | v1873;
let v1875 = u32(31744);
let v1876 = v1866 >= v1875;
let v1877 = select(v1870, v1874, v1876);
let v1878 = f32(v1866);
let v1879 = f32(5.960464477539063e-8);
let v1880 = v1878 * v1879;
let v1881 = u32(1024);
let v1882 = v1866 < v1881;
let v1883 = bitcast<f32>(v1877);
let v1884 = select(v1883, v1880, v1882);
let v1885 = bitcast<u32>(v1884);
let v1886 = u32(32768);
let v1887 = v1864 & v1886;
let v1889 = v1887 << u32(v1860);
let v1890 = v1885 | v1889;
let v1891 = bitcast<f32>(v1890);
let v1892 = v80[2];
let v1893 = u32(983040);
let v1894 = v1892 & v1893;
let v1895 = u32(1258291200);
let v1896 = v1894 | v1895;
let v1897 = bitcast<f32>(v1896);
let v1898 = f32(1.52587890625e-5);
let v4126 = f32(-136.0);
let v4047 = fma(v1897, v1898, v4126);
let v4048 = fma(v4047, v1891, v64);
let v1905 = v59 * v4048;
var<function> v3900_store: f32;
let v3900 = &v3900_store;
*v3900 = v1905;
if v57 {
let v1907 = v63 + v1842;
let v1913 = &(*v4142)[v1907];
let v1914 = *v1913;
let v1916 = *v3900;
let v4049 = fma(v33, v1914, v1916);
*v3900 = v4049;

}
let v1918 = v3931 * v30;
let v1919 = v1918 + v1842;
let v1925 = &(*v4139)[v1919];
let v1926 = *v3900;
*v1925 = v1926;
let v1930 = *v3877;
let v4050 = fma(v1926, v1926, v1930);
*v3877 = v4050;

}
let v1933 = v1842 + v46;
let v1934 = v1933 < v30;
if v1934 {
let v1936 = v1846 / v260;
let v1940 = &(*v4143)[v1936];
let v1941 = *v1940;
let v1942 = u32(v1846);
let v1943 = u32(1);
let v1944 = v1942 & v1943;
let v1945 = u32(16);
let v1946 = v1945 * v1944;
let v1947 = v1941 >> u32(v1946);
let v1948 = u32(65535);
let v1949 = v1947 & v1948;
let v1950 = u32(32767);
let v1951 = v1949 & v1950;
let v1952 = u32(13);
let v1953 = v1951 << u32(v1952);
let v1954 = u32(939524096);
let v1955 = v1953 + v1954;
let v1958 = u32(2139095040);
let v1959 = v1953 | v1958;
let v1960 = u32(31744);
let v1961 = v1951 >= v1960;
let v1962 = select(v1955, v1959, v1961);
let v1963 = f32(v1951);
let v1964 = f32(5.960464477539063e-8);
let v1965 = v1963 * v1964;
let v1966 = u32(1024);
let v1967 = v1951 < v1966;
let v1968 = bitcast<f32>(v1962);
let v1969 = select(v1968, v1965, v1967);
let v1970 = bitcast<u32>(v1969);
let v1971 = u32(32768);
let v1972 = v1949 & v1971;
let v1974 = v1972 << u32(v1945);
let v1975 = v1970 | v1974;
let v1976 = bitcast<f32>(v1975);
let v1977 = v80[2];
let v1979 = v1977 >> u32(v1945);
let v1980 = u32(240);
let v1981 = v1979 & v1980;
let v1982 = u32(1258291200);
let v1983 = v1981 | v1982;
let v1984 = bitcast<f32>(v1983);
let v1985 = f32(0.0625);
let v4127 = f32(-524296.0);
let v4052 = fma(v1984, v1985, v4127);
let v4053 = fma(v4052, v1976, v64);
let v1992 = v59 * v4053;
var<function> v3901_store: f32;
let v3901 = &v3901_store;
*v3901 = v1992;
if v57 {
let v1994 = v63 + v1842;
let v1996 = v1994 + v46;
let v2000 = &(*v4142)[v1996];
let v2001 = *v2000;
let v2003 = *v3901;
let v4054 = fma(v33, v2001, v2003);
*v3901 = v4054;

}
let v2005 = v3931 * v30;
let v2006 = v2005 + v1842;
let v2008 = v2006 + v46;
let v2012 = &(*v4139)[v2008];
let v2013 = *v3901;
*v2012 = v2013;
let v2017 = *v3877;
let v4055 = fma(v2013, v2013, v2017);
*v3877 = v4055;

}
let v2020 = v1842 + v260;
let v2021 = v2020 < v30;
if v2021 {
let v2023 = v1846 / v260;
let v2027 = &(*v4143)[v2023];
let v2028 = *v2027;
let v2029 = u32(v1846);
let v2030 = u32(1);
let v2031 = v2029 & v2030;
let v2032 = u32(16);
let v2033 = v2032 * v2031;
let v2034 = v2028 >> u32(v2033);
let v2035 = u32(65535);
let v2036 = v2034 & v2035;
let v2037 = u32(32767);
let v2038 = v2036 & v2037;
let v2039 = u32(13);
let v2040 = v2038 << u32(v2039);
let v2041 = u32(939524096);
let v2042 = v2040 + v2041;
let v2045 = u32(2139095040);
let v2046 = v2040 | v2045;
let v2047 = u32(31744);
let v2048 = v2038 >= v2047;
let v2049 = select(v2042, v2046, v2048);
let v2050 = f32(v2038);
let v2051 = f32(5.960464477539063e-8);
let v2052 = v2050 * v2051;
let v2053 = u32(1024);
let v2054 = v2038 < v2053;
let v2055 = bitcast<f32>(v2049);
let v2056 = select(v2055, v2052, v2054);
let v2057 = bitcast<u32>(v2056);
let v2058 = u32(32768);
let v2059 = v2036 & v2058;
let v2061 = v2059 << u32(v2032);
let v2062 = v2057 | v2061;
let v2063 = bitcast<f32>(v2062);
let v2064 = v80[2];
let v2066 = v2064 >> u32(v2032);
let v2067 = u32(3840);
let v2068 = v2066 & v2067;
let v2069 = u32(1258291200);
let v2070 = v2068 | v2069;
let v2071 = bitcast<f32>(v2070);
let v2072 = f32(0.00390625);
let v4128 = f32(-32776.0);
let v4057 = fma(v2071, v2072, v4128);
let v4058 = fma(v4057, v2063, v64);
let v2079 = v59 * v4058;
var<function> v3902_store: f32;
let v3902 = &v3902_store;
*v3902 = v2079;
if v57 {
let v2081 = v63 + v1842;
let v2083 = v2081 + v260;
let v2087 = &(*v4142)[v2083];
let v2088 = *v2087;
let v2090 = *v3902;
let v4059 = fma(v33, v2088, v2090);
*v3902 = v4059;

}
let v2092 = v3931 * v30;
let v2093 = v2092 + v1842;
let v2095 = v2093 + v260;
let v2099 = &(*v4139)[v2095];
let v2100 = *v3902;
*v2099 = v2100;
let v2104 = *v3877;
let v4060 = fma(v2100, v2100, v2104);
*v3877 = v4060;

}
let v2107 = v1842 + v345;
let v2108 = v2107 < v30;
if v2108 {
let v2110 = v1846 / v260;
let v2114 = &(*v4143)[v2110];
let v2115 = *v2114;
let v2116 = u32(v1846);
let v2117 = u32(1);
let v2118 = v2116 & v2117;
let v2119 = u32(16);
let v2120 = v2119 * v2118;
let v2121 = v2115 >> u32(v2120);
let v2122 = u32(65535);
let v2123 = v2121 & v2122;
let v2124 = u32(32767);
let v2125 = v2123 & v2124;
let v2126 = u32(13);
let v2127 = v2125 << u32(v2126);
let v2128 = u32(939524096);
let v2129 = v2127 + v2128;
let v2132 = u32(2139095040);
let v2133 = v2127 | v2132;
let v2134 = u32(31744);
let v2135 = v2125 >= v2134;
let v2136 = select(v2129, v2133, v2135);
let v2137 = f32(v2125);
let v2138 = f32(5.960464477539063e-8);
let v2139 = v2137 * v2138;
let v2140 = u32(1024);
let v2141 = v2125 < v2140;
let v2142 = bitcast<f32>(v2136);
let v2143 = select(v2142, v2139, v2141);
let v2144 = bitcast<u32>(v2143);
let v2145 = u32(32768);
let v2146 = v2123 & v2145;
let v2148 = v2146 << u32(v2119);
let v2149 = v2144 | v2148;
let v2150 = bitcast<f32>(v2149);
let v2151 = v80[2];
let v2153 = v2151 >> u32(v2119);
let v2154 = u32(61440);
let v2155 = v2153 & v2154;
let v2156 = u32(1258291200);
let v2157 = v2155 | v2156;
let v2158 = bitcast<f32>(v2157);
let v2159 = f32(0.000244140625);
let v4129 = f32(-2056.0);
let v4062 = fma(v2158, v2159, v4129);
let v4063 = fma(v4062, v2150, v64);
let v2166 = v59 * v4063;
var<function> v3903_store: f32;
let v3903 = &v3903_store;
*v3903 = v2166;
if v57 {
let v2168 = v63 + v1842;
let v2170 = v2168 + v345;
let v2174 = &(*v4142)[v2170];
let v2175 = *v2174;
let v2177 = *v3903;
let v4064 = fma(v33, v2175, v2177);
*v3903 = v4064;

}
let v2179 = v3931 * v30;
let v2180 = v2179 + v1842;
let v2182 = v2180 + v345;
let v2186 = &(*v4139)[v2182];
let v2187 = *v3903;
*v2186 = v2187;
let v2191 = *v3877;
let v4065 = fma(v2187, v2187, v2191);
*v3877 = v4065;

}
let v2193 = *v3878;
let v2195 = v2193 * v82;
let v2196 = u32(24);
let v2197 = v2195 + v2196;
let v2199 = v86 + v2197;
let v2201 = v2199 / v82;
let v2204 = v2197 < v30;
if v2204 {
let v2206 = v2201 / v260;
let v2210 = &(*v4143)[v2206];
let v2211 = *v2210;
let v2212 = u32(v2201);
let v2213 = u32(1);
let v2214 = v2212 & v2213;
let v2215 = u32(16);
let v2216 = v2215 * v2214;
let v2217 = v2211 >> u32(v2216);
let v2218 = u32(65535);
let v2219 = v2217 & v2218;
let v2220 = u32(32767);
let v2221 = v2219 & v2220;
let v2222 = u32(13);
let v2223 = v2221 << u32(v2222);
let v2224 = u32(939524096);
let v2225 = v2223 + v2224;
let v2228 = u32(2139095040);
let v2229 = v2223 | v2228;
let v2230 = u32(31744);
let v2231 = v2221 >= v2230;
let v2232 = select(v2225, v2229, v2231);
let v2233 = f32(v2221);
let v2234 = f32(5.960464477539063e-8);
let v2235 = v2233 * v2234;
let v2236 = u32(1024);
let v2237 = v2221 < v2236;
let v2238 = bitcast<f32>(v2232);
let v2239 = select(v2238, v2235, v2237);
let v2240 = bitcast<u32>(v2239);
let v2241 = u32(32768);
let v2242 = v2219 & v2241;
let v2244 = v2242 << u32(v2215);
let v2245 = v2240 | v2244;
let v2246 = bitcast<f32>(v2245);
let v2247 = v80[3];
let v2248 = u32(15);
let v2249 = v2247 & v2248;
let v2250 = u32(1258291200);
let v2251 = v2249 | v2250;
let v2252 = bitcast<f32>(v2251);
let v4130 = f32(-8388616.0);
let v4067 = fma(v2252, v58, v4130);
let v4068 = fma(v4067, v2246, v64);
let v2260 = v59 * v4068;
var<function> v3904_store: f32;
let v3904 = &v3904_store;
*v3904 = v2260;
if v57 {
let v2262 = v63 + v2197;
let v2268 = &(*v4142)[v2262];
let v2269 = *v2268;
let v2271 = *v3904;
let v4069 = fma(v33, v2269, v2271);
*v3904 = v4069;

}
let v2273 = v3931 * v30;
let v2274 = v2273 + v2197;
let v2280 = &(*v4139)[v2274];
let v2281 = *v3904;
*v2280 = v2281;
let v2285 = *v3877;
let v4070 = fma(v2281, v2281, v2285);
*v3877 = v4070;

}
let v2288 = v2197 + v46;
let v2289 = v2288 < v30;
if v2289 {
let v2291 = v2201 / v260;
let v2295 = &(*v4143)[v2291];
let v2296 = *v2295;
let v2297 = u32(v2201);
let v2298 = u32(1);
let v2299 = v2297 & v2298;
let v2300 = u32(16);
let v2301 = v2300 * v2299;
let v2302 = v2296 >> u32(v2301);
let v2303 = u32(65535);
let v2304 = v2302 & v2303;
let v2305 = u32(32767);
let v2306 = v2304 & v2305;
let v2307 = u32(13);
let v2308 = v2306 << u32(v2307);
let v2309 = u32(939524096);
let v2310 = v2308 + v2309;
let v2313 = u32(2139095040);
let v2314 = v2308 | v2313;
let v2315 = u32(31744);
let v2316 = v2306 >= v2315;
let v2317 = select(v2310, v2314, v2316);
let v2318 = f32(v2306);
let v2319 = f32(5.960464477539063e-8);
let v2320 = v2318 * v2319;
let v2321 = u32(1024);
let v2322 = v2306 < v2321;
let v2323 = bitcast<f32>(v2317);
let v2324 = select(v2323, v2320, v2322);
let v2325 = bitcast<u32>(v2324);
let v2326 = u32(32768);
let v2327 = v2304 & v2326;
let v2329 = v2327 << u32(v2300);
let v2330 = v2325 | v2329;
let v2331 = bitcast<f32>(v2330);
let v2332 = v80[3];
let v2333 = u32(240);
let v2334 = v2332 & v2333;
let v2335 = u32(1258291200);
let v2336 = v2334 | v2335;
let v2337 = bitcast<f32>(v2336);
let v2338 = f32(0.0625);
let v4131 = f32(-524296.0);
let v4072 = fma(v2337, v2338, v4131);
let v4073 = fma(v4072, v2331, v64);
let v2345 = v59 * v4073;
var<function> v3905_store: f32;
let v3905 = &v3905_store;
*v3905 = v2345;
if v57 {
let v2347 = v63 + v2197;
let v2349 = v2347 + v46;
let v2353 = &(*v4142)[v2349];
let v2354 = *v2353;
let v2356 = *v3905;
let v4074 = fma(v33, v2354, v2356);
*v3905 = v4074;

}
let v2358 = v3931 * v30;
let v2359 = v2358 + v2197;
let v2361 = v2359 + v46;
let v2365 = &(*v4139)[v2361];
let v2366 = *v3905;
*v2365 = v2366;
let v2370 = *v3877;
let v4075 = fma(v2366, v2366, v2370);
*v3877 = v4075;

}
let v2373 = v2197 + v260;
let v2374 = v2373 < v30;
if v2374 {
let v2376 = v2201 / v260;
let v2380 = &(*v4143)[v2376];
let v2381 = *v2380;
let v2382 = u32(v2201);
let v2383 = u32(1);
let v2384 = v2382 & v2383;
let v2385 = u32(16);
let v2386 = v2385 * v2384;
let v2387 = v2381 >> u32(v2386);
let v2388 = u32(65535);
let v2389 = v2387 & v2388;
let v2390 = u32(32767);
let v2391 = v2389 & v2390;
let v2392 = u32(13);
let v2393 = v2391 << u32(v2392);
let v2394 = u32(939524096);
let v2395 = v2393 + v2394;
let v2398 = u32(2139095040);
let v2399 = v2393 | v2398;
let v2400 = u32(31744);
let v2401 = v2391 >= v2400;
let v2402 = select(v2395, v2399, v2401);
let v2403 = f32(v2391);
let v2404 = f32(5.960464477539063e-8);
let v2405 = v2403 * v2404;
let v2406 = u32(1024);
let v2407 = v2391 < v2406;
let v2408 = bitcast<f32>(v2402);
let v2409 = select(v2408, v2405, v2407);
let v2410 = bitcast<u32>(v2409);
let v2411 = u32(32768);
let v2412 = v2389 & v2411;
let v2414 = v2412 << u32(v2385);
let v2415 = v2410 | v2414;
let v2416 = bitcast<f32>(v2415);
let v2417 = v80[3];
let v2418 = u32(3840);
let v2419 = v2417 & v2418;
let v2420 = u32(1258291200);
let v2421 = v2419 | v2420;
let v2422 = bitcast<f32>(v2421);
let v2423 = f32(0.00390625);
let v4132 = f32(-32776.0);
let v4077 = fma(v2422, v2423, v4132);
let v4078 = fma(v4077, v2416, v64);
let v2430 = v59 * v4078;
var<function> v3906_store: f32;
let v3906 = &v3906_store;
*v3906 = v2430;
if v57 {
let v2432 = v63 + v2197;
let v2434 = v2432 + v260;
let v2438 = &(*v4142)[v2434];
let v2439 = *v2438;
let v2441 = *v3906;
let v4079 = fma(v33, v2439, v2441);
*v3906 = v4079;

}
let v2443 = v3931 * v30;
let v2444 = v2443 + v2197;
let v2446 = v2444 + v260;
let v2450 = &(*v4139)[v2446];
let v2451 = *v3906;
*v2450 = v2451;
let v2455 = *v3877;
let v4080 = fma(v2451, v2451, v2455);
*v3877 = v4080;

}
let v2458 = v2197 + v345;
let v2459 = v2458 < v30;
if v2459 {
let v2461 = v2201 / v260;
let v2465 = &(*v4143)[v2461];
let v2466 = *v2465;
let v2467 = u32(v2201);
let v2468 = u32(1);
let v2469 = v2467 & v2468;
let v2470 = u32(16);
let v2471 = v2470 * v2469;
let v2472 = v2466 >> u32(v2471);
let v2473 = u32(65535);
let v2474 = v2472 & v2473;
let v2475 = u32(32767);
let v2476 = v2474 & v2475;
let v2477 = u32(13);
let v2478 = v2476 << u32(v2477);
let v2479 = u32(939524096);
let v2480 = v2478 + v2479;
let v2483 = u32(2139095040);
let v2484 = v2478 | v2483;
let v2485 = u32(31744);
let v2486 = v2476 >= v2485;
let v2487 = select(v2480, v2484, v2486);
let v2488 = f32(v2476);
let v2489 = f32(5.960464477539063e-8);
let v2490 = v2488 * v2489;
let v2491 = u32(1024);
let v2492 = v2476 < v2491;
let v2493 = bitcast<f32>(v2487);
let v2494 = select(v2493, v2490, v2492);
let v2495 = bitcast<u32>(v2494);
let v2496 = u32(32768);
let v2497 = v2474 & v2496;
let v2499 = v2497 << u32(v2470);
let v2500 = v2495 | v2499;
let v2501 = bitcast<f32>(v2500);
let v2502 = v80[3];
let v2503 = u32(61440);
let v2504 = v2502 & v2503;
let v2505 = u32(1258291200);
let v2506 = v2504 | v2505;
let v2507 = bitcast<f32>(v2506);
let v2508 = f32(0.000244140625);
let v4133 = f32(-2056.0);
let v4082 = fma(v2507, v2508, v4133);
let v4083 = fma(v4082, v2501, v64);
let v2515 = v59 * v4083;
var<function> v3907_store: f32;
let v3907 = &v3907_store;
*v3907 = v2515;
if v57 {
let v2517 = v63 + v2197;
let v2519 = v2517 + v345;
let v2523 = &(*v4142)[v2519];
let v2524 = *v2523;
let v2526 = *v3907;
let v4084 = fma(v33, v2524, v2526);
*v3907 = v4084;

}
let v2528 = v3931 * v30;
let v2529 = v2528 + v2197;
let v2531 = v2529 + v345;
let v2535 = &(*v4139)[v2531];
let v2536 = *v3907;
*v2535 = v2536;
let v2540 = *v3877;
let v4085 = fma(v2536, v2536, v2540);
*v3877 = v4085;

}
let v2542 = *v3878;
let v2544 = v2542 * v82;
let v2545 = u32(28);
let v2546 = v2544 + v2545;
let v2548 = v86 + v2546;
let v2550 = v2548 / v82;
let v2553 = v2546 < v30;
if v2553 {
let v2555 = v2550 / v260;
let v2559 = &(*v4143)[v2555];
let v2560 = *v2559;
let v2561 = u32(v2550);
let v2562 = u32(1);
let v2563 = v2561 & v2562;
let v2564 = u32(16);
let v2565 = v2564 * v2563;
let v2566 = v2560 >> u32(v2565);
let v2567 = u32(65535);
let v2568 = v2566 & v2567;
let v2569 = u32(32767);
let v2570 = v2568 & v2569;
let v2571 = u32(13);
let v2572 = v2570 << u32(v2571);
let v2573 = u32(939524096);
let v2574 = v2572 + v2573;
let v2577 = u32(2139095040);
let v2578 = v2572 | v2577;
let v2579 = u32(31744);
let v2580 = v2570 >= v2579;
let v2581 = select(v2574, v2578, v2580);
let v2582 = f32(v2570);
let v2583 = f32(5.960464477539063e-8);
let v2584 = v2582 * v2583;
let v2585 = u32(1024);
let v2586 = v2570 < v2585;
let v2587 = bitcast<f32>(v2581);
let v2588 = select(v2587, v2584, v2586);
let v2589 = bitcast<u32>(v2588);
let v2590 = u32(32768);
let v2591 = v2568 & v2590;
let v2593 = v2591 << u32(v2564);
let v2594 = v2589 | v2593;
let v2595 = bitcast<f32>(v2594);
let v2596 = v80[3];
let v2597 = u32(983040);
let v2598 = v2596 & v2597;
let v2599 = u32(1258291200);
let v2600 = v2598 | v2599;
let v2601 = bitcast<f32>(v2600);
let v2602 = f32(1.52587890625e-5);
let v4134 = f32(-136.0);
let v4087 = fma(v2601, v2602, v4134);
let v4088 = fma(v4087, v2595, v64);
let v2609 = v59 * v4088;
var<function> v3908_store: f32;
let v3908 = &v3908_store;
*v3908 = v2609;
if v57 {
let v2611 = v63 + v2546;
let v2617 = &(*v4142)[v2611];
let v2618 = *v2617;
let v2620 = *v3908;
let v4089 = fma(v33, v2618, v2620);
*v3908 = v4089;

}
let v2622 = v3931 * v30;
let v2623 = v2622 + v2546;
let v2629 = &(*v4139)[v2623];
let v2630 = *v3908;
*v2629 = v2630;
let v2634 = *v3877;
let v4090 = fma(v2630, v2630, v2634);
*v3877 = v4090;

}
let v2637 = v2546 + v46;
let v2638 = v2637 < v30;
if v2638 {
let v2640 = v2550 / v260;
let v2644 = &(*v4143)[v2640];
let v2645 = *v2644;
let v2646 = u32(v2550);
let v2647 = u32(1);
let v2648 = v2646 & v2647;
let v2649 = u32(16);
let v2650 = v2649 * v2648;
let v2651 = v2645 >> u32(v2650);
let v2652 = u32(65535);
let v2653 = v2651 & v2652;
let v2654 = u32(32767);
let v2655 = v2653 & v2654;
let v2656 = u32(13);
let v2657 = v2655 << u32(v2656);
let v2658 = u32(939524096);
let v2659 = v2657 + v2658;
let v2662 = u32(2139095040);
let v2663 = v2657 | v2662;
let v2664 = u32(31744);
let v2665 = v2655 >= v2664;
let v2666 = select(v2659, v2663, v2665);
let v2667 = f32(v2655);
let v2668 = f32(5.960464477539063e-8);
let v2669 = v2667 * v2668;
let v2670 = u32(1024);
let v2671 = v2655 < v2670;
let v2672 = bitcast<f32>(v2666);
let v2673 = select(v2672, v2669, v2671);
let v2674 = bitcast<u32>(v2673);
let v2675 = u32(32768);
let v2676 = v2653 & v2675;
let v2678 = v2676 << u32(v2649);
let v2679 = v2674 | v2678;
let v2680 = bitcast<f32>(v2679);
let v2681 = v80[3];
let v2683 = v2681 >> u32(v2649);
let v2684 = u32(240);
let v2685 = v2683 & v2684;
let v2686 = u32(1258291200);
let v2687 = v2685 | v2686;
let v2688 = bitcast<f32>(v2687);
let v2689 = f32(0.0625);
let v4135 = f32(-524296.0);
let v4092 = fma(v2688, v2689, v4135);
let v4093 = fma(v4092, v2680, v64);
let v2696 = v59 * v4093;
var<function> v3909_store: f32;
let v3909 = &v3909_store;
*v3909 = v2696;
if v57 {
let v2698 = v63 + v2546;
let v2700 = v2698 + v46;
let v2704 = &(*v4142)[v2700];
let v2705 = *v2704;
let v2707 = *v3909;
let v4094 = fma(v33, v2705, v2707);
*v3909 = v4094;

}
let v2709 = v3931 * v30;
let v2710 = v2709 + v2546;
let v2712 = v2710 + v46;
let v2716 = &(*v4139)[v2712];
let v2717 = *v3909;
*v2716 = v2717;
let v2721 = *v3877;
let v4095 = fma(v2717, v2717, v2721);
*v3877 = v4095;

}
let v2724 = v2546 + v260;
let v2725 = v2724 < v30;
if v2725 {
let v2727 = v2550 / v260;
let v2731 = &(*v4143)[v2727];
let v2732 = *v2731;
let v2733 = u32(v2550);
let v2734 = u32(1);
let v2735 = v2733 & v2734;
let v2736 = u32(16);
let v2737 = v2736 * v2735;
let v2738 = v2732 >> u32(v2737);
let v2739 = u32(65535);
let v2740 = v2738 & v2739;
let v2741 = u32(32767);
let v2742 = v2740 & v2741;
let v2743 = u32(13);
let v2744 = v2742 << u32(v2743);
let v2745 = u32(939524096);
let v2746 = v2744 + v2745;
let v2749 = u32(2139095040);
let v2750 = v2744 | v2749;
let v2751 = u32(31744);
let v2752 = v2742 >= v2751;
let v2753 = select(v2746, v2750, v2752);
let v2754 = f32(v2742);
let v2755 = f32(5.960464477539063e-8);
let v2756 = v2754 * v2755;
let v2757 = u32(1024);
let v2758 = v2742 < v2757;
let v2759 = bitcast<f32>(v2753);
let v2760 = select(v2759, v2756, v2758);
let v2761 = bitcast<u32>(v2760);
let v2762 = u32(32768);
let v2763 = v2740 & v2762;
let v2765 = v2763 << u32(v2736);
let v2766 = v2761 | v2765;
let v2767 = bitcast<f32>(v2766);
let v2768 = v80[3];
let v2770 = v2768 >> u32(v2736);
let v2771 = u32(3840);
let v2772 = v2770 & v2771;
let v2773 = u32(1258291200);
let v2774 = v2772 | v2773;
let v2775 = bitcast<f32>(v2774);
let v2776 = f32(0.00390625);
let v4136 = f32(-32776.0);
let v4097 = fma(v2775, v2776, v4136);
let v4098 = fma(v4097, v2767, v64);
let v2783 = v59 * v4098;
var<function> v3910_store: f32;
let v3910 = &v3910_store;
*v3910 = v2783;
if v57 {
let v2785 = v63 + v2546;
let v2787 = v2785 + v260;
let v2791 = &(*v4142)[v2787];
let v2792 = *v2791;
let v2794 = *v3910;
let v4099 = fma(v33, v2792, v2794);
*v3910 = v4099;

}
let v2796 = v3931 * v30;
let v2797 = v2796 + v2546;
let v2799 = v2797 + v260;
let v2803 = &(*v4139)[v2799];
let v2804 = *v3910;
*v2803 = v2804;
let v2808 = *v3877;
let v4100 = fma(v2804, v2804, v2808);
*v3877 = v4100;

}
let v2811 = v2546 + v345;
let v2812 = v2811 < v30;
if v2812 {
let v2814 = v2550 / v260;
let v2818 = &(*v4143)[v2814];
let v2819 = *v2818;
let v2820 = u32(v2550);
let v2821 = u32(1);
let v2822 = v2820 & v2821;
let v2823 = u32(16);
let v2824 = v2823 * v2822;
let v2825 = v2819 >> u32(v2824);
let v2826 = u32(65535);
let v2827 = v2825 & v2826;
let v2828 = u32(32767);
let v2829 = v2827 & v2828;
let v2830 = u32(13);
let v2831 = v2829 << u32(v2830);
let v2832 = u32(939524096);
let v2833 = v2831 + v2832;
let v2836 = u32(2139095040);
let v2837 = v2831 | v2836;
let v2838 = u32(31744);
let v2839 = v2829 >= v2838;
let v2840 = select(v2833, v2837, v2839);
let v2841 = f32(v2829);
let v2842 = f32(5.960464477539063e-8);
let v2843 = v2841 * v2842;
let v2844 = u32(1024);
let v2845 = v2829 < v2844;
let v2846 = bitcast<f32>(v2840);
let v2847 = select(v2846, v2843, v2845);
let v2848 = bitcast<u32>(v2847);
let v2849 = u32(32768);
let v2850 = v2827 & v2849;
let v2852 = v2850 << u32(v2823);
let v2853 = v2848 | v2852;
let v2854 = bitcast<f32>(v2853);
let v2855 = v80[3];
let v2857 = v2855 >> u32(v2823);
let v2858 = u32(61440);
let v2859 = v2857 & v2858;
let v2860 = u32(1258291200);
let v2861 = v2859 | v2860;
let v2862 = bitcast<f32>(v2861);
let v2863 = f32(0.000244140625);
let v4137 = f32(-2056.0);
let v4102 = fma(v2862, v2863, v4137);
let v4103 = fma(v4102, v2854, v64);
let v2870 = v59 * v4103;
var<function> v3911_store: f32;
let v3911 = &v3911_store;
*v3911 = v2870;
if v57 {
let v2872 = v63 + v2546;
let v2874 = v2872 + v345;
let v2878 = &(*v4142)[v2874];
let v2879 = *v2878;
let v2881 = *v3911;
let v4104 = fma(v33, v2879, v2881);
*v3911 = v4104;

}
let v2883 = v3931 * v30;
let v2884 = v2883 + v2546;
let v2886 = v2884 + v345;
let v2890 = &(*v4139)[v2886];
let v2891 = *v3911;
*v2890 = v2891;
let v2895 = *v3877;
let v4105 = fma(v2891, v2891, v2895);
*v3877 = v4105;

}
let v2897 = *v3878;
let v2898 = u32(128);
let v2899 = v2897 + v2898;
*v3878 = v2899;

}
let v3912 = &shared_v2900;
let v2902 = u32(128);
let v2909 = &(*v3912)[v68];
let v2910 = *v3877;
*v2909 = v2910;
workgroupBarrier();
let v2911 = u32(64);
let v2912 = v68 < v2911;
if v2912 {
let v2914 = v68 + v2911;
let v2918 = &(*v3912)[v2914];
let v2919 = *v2918;
let v2924 = *v2909;
let v2925 = v2924 + v2919;
*v2909 = v2925;

}
workgroupBarrier();
let v2926 = u32(32);
let v2927 = v68 < v2926;
if v2927 {
let v2929 = v68 + v2926;
let v2933 = &(*v3912)[v2929];
let v2934 = *v2933;
let v2939 = *v2909;
let v2940 = v2939 + v2934;
*v2909 = v2940;

}
workgroupBarrier();
let v2941 = u32(16);
let v2942 = v68 < v2941;
if v2942 {
let v2944 = v68 + v2941;
let v2948 = &(*v3912)[v2944];
let v2949 = *v2948;
let v2954 = *v2909;
let v2955 = v2954 + v2949;
*v2909 = v2955;

}
workgroupBarrier();
let v2956 = u32(8);
let v2957 = v68 < v2956;
if v2957 {
let v2959 = v68 + v2956;
let v2963 = &(*v3912)[v2959];
let v2964 = *v2963;
let v2969 = *v2909;
let v2970 = v2969 + v2964;
*v2909 = v2970;

}
workgroupBarrier();
let v2971 = u32(4);
let v2972 = v68 < v2971;
if v2972 {
let v2974 = v68 + v2971;
let v2978 = &(*v3912)[v2974];
let v2979 = *v2978;
let v2984 = *v2909;
let v2985 = v2984 + v2979;
*v2909 = v2985;

}
workgroupBarrier();
let v2986 = u32(2);
let v2987 = v68 < v2986;
if v2987 {
let v2989 = v68 + v2986;
let v2993 = &(*v3912)[v2989];
let v2994 = *v2993;
let v2999 = *v2909;
let v3000 = v2999 + v2994;
*v2909 = v3000;

}
workgroupBarrier();
let v3002 = v68 < v46;
if v3002 {
let v3004 = v68 + v46;
let v3008 = &(*v3912)[v3004];
let v3009 = *v3008;
let v3014 = *v2909;
let v3015 = v3014 + v3009;
*v2909 = v3015;

}
workgroupBarrier();
let v3020 = &(*v3912)[v3];
let v3021 = *v3020;
workgroupBarrier();
let v3022 = f32(v30);
let v3023 = v3021 / v3022;
let v3024 = v3023 + v34;
let v3025 = sqrt(v3024);
let v3027 = v58 / v3025;
var<function> v3913_store: u32;
let v3913 = &v3913_store;
*v3913 = v68;
loop {
let v3031 = *v3913;
let v3032 = v3031 < v31;
if !v3032 { break; }
let v3034 = *v3913;
let v3036 = v3034 * v2926;
let v3039 = v3036 < v30;
if v3039 {
let v3040 = v3931 * v30;
let v3041 = v3040 + v3036;
let v3045 = &(*v4139)[v3041];
let v3046 = *v3045;
let v3047 = v3046 * v3027;
let v3051 = &(*v4140)[v3036];
let v3052 = *v3051;
let v3053 = v3047 * v3052;
let v3059 = &(*v4138)[v3041];
*v3059 = v3053;

}
let v3064 = v3036 + v46;
let v3065 = v3064 < v30;
if v3065 {
let v3066 = v3931 * v30;
let v3067 = v3066 + v3064;
let v3071 = &(*v4139)[v3067];
let v3072 = *v3071;
let v3073 = v3072 * v3027;
let v3077 = &(*v4140)[v3064];
let v3078 = *v3077;
let v3079 = v3073 * v3078;
let v3085 = &(*v4138)[v3067];
*v3085 = v3079;

}
let v3090 = v3036 + v2986;
let v3091 = v3090 < v30;
if v3091 {
let v3092 = v3931 * v30;
let v3093 = v3092 + v3090;
let v3097 = &(*v4139)[v3093];
let v3098 = *v3097;
let v3099 = v3098 * v3027;
let v3103 = &(*v4140)[v3090];
let v3104 = *v3103;
let v3105 = v3099 * v3104;
let v3111 = &(*v4138)[v3093];
*v3111 = v3105;

}
let v3115 = u32(3);
let v3116 = v3036 + v3115;
let v3117 = v3116 < v30;
if v3117 {
let v3118 = v3931 * v30;
let v3119 = v3118 + v3116;
let v3123 = &(*v4139)[v3119];
let v3124 = *v3123;
let v3125 = v3124 * v3027;
let v3129 = &(*v4140)[v3116];
let v3130 = *v3129;
let v3131 = v3125 * v3130;
let v3137 = &(*v4138)[v3119];
*v3137 = v3131;

}
let v3142 = v3036 + v2971;
let v3143 = v3142 < v30;
if v3143 {
let v3144 = v3931 * v30;
let v3145 = v3144 + v3142;
let v3149 = &(*v4139)[v3145];
let v3150 = *v3149;
let v3151 = v3150 * v3027;
let v3155 = &(*v4140)[v3142];
let v3156 = *v3155;
let v3157 = v3151 * v3156;
let v3163 = &(*v4138)[v3145];
*v3163 = v3157;

}
let v3167 = u32(5);
let v3168 = v3036 + v3167;
let v3169 = v3168 < v30;
if v3169 {
let v3170 = v3931 * v30;
let v3171 = v3170 + v3168;
let v3175 = &(*v4139)[v3171];
let v3176 = *v3175;
let v3177 = v3176 * v3027;
let v3181 = &(*v4140)[v3168];
let v3182 = *v3181;
let v3183 = v3177 * v3182;
let v3189 = &(*v4138)[v3171];
*v3189 = v3183;

}
let v3193 = u32(6);
let v3194 = v3036 + v3193;
let v3195 = v3194 < v30;
if v3195 {
let v3196 = v3931 * v30;
let v3197 = v3196 + v3194;
let v3201 = &(*v4139)[v3197];
let v3202 = *v3201;
let v3203 = v3202 * v3027;
let v3207 = &(*v4140)[v3194];
let v3208 = *v3207;
let v3209 = v3203 * v3208;
let v3215 = &(*v4138)[v3197];
*v3215 = v3209;

}
let v3219 = u32(7);
let v3220 = v3036 + v3219;
let v3221 = v3220 < v30;
if v3221 {
let v3222 = v3931 * v30;
let v3223 = v3222 + v3220;
let v3227 = &(*v4139)[v3223];
let v3228 = *v3227;
let v3229 = v3228 * v3027;
let v3233 = &(*v4140)[v3220];
let v3234 = *v3233;
let v3235 = v3229 * v3234;
let v3241 = &(*v4138)[v3223];
*v3241 = v3235;

}
let v3246 = v3036 + v2956;
let v3247 = v3246 < v30;
if v3247 {
let v3248 = v3931 * v30;
let v3249 = v3248 + v3246;
let v3253 = &(*v4139)[v3249];
let v3254 = *v3253;
let v3255 = v3254 * v3027;
let v3259 = &(*v4140)[v3246];
let v3260 = *v3259;
let v3261 = v3255 * v3260;
let v3267 = &(*v4138)[v3249];
*v3267 = v3261;

}
let v3271 = u32(9);
let v3272 = v3036 + v3271;
let v3273 = v3272 < v30;
if v3273 {
let v3274 = v3931 * v30;
let v3275 = v3274 + v3272;
let v3279 = &(*v4139)[v3275];
let v3280 = *v3279;
let v3281 = v3280 * v3027;
let v3285 = &(*v4140)[v3272];
let v3286 = *v3285;
let v3287 = v3281 * v3286;
let v3293 = &(*v4138)[v3275];
*v3293 = v3287;

}
let v3297 = u32(10);
let v3298 = v3036 + v3297;
let v3299 = v3298 < v30;
if v3299 {
let v3300 = v3931 * v30;
let v3301 = v3300 + v3298;
let v3305 = &(*v4139)[v3301];
let v3306 = *v3305;
let v3307 = v3306 * v3027;
let v3311 = &(*v4140)[v3298];
let v3312 = *v3311;
let v3313 = v3307 * v3312;
let v3319 = &(*v4138)[v3301];
*v3319 = v3313;

}
let v3323 = u32(11);
let v3324 = v3036 + v3323;
let v3325 = v3324 < v30;
if v3325 {
let v3326 = v3931 * v30;
let v3327 = v3326 + v3324;
let v3331 = &(*v4139)[v3327];
let v3332 = *v3331;
let v3333 = v3332 * v3027;
let v3337 = &(*v4140)[v3324];
let v3338 = *v3337;
let v3339 = v3333 * v3338;
let v3345 = &(*v4138)[v3327];
*v3345 = v3339;

}
let v3349 = u32(12);
let v3350 = v3036 + v3349;
let v3351 = v3350 < v30;
if v3351 {
let v3352 = v3931 * v30;
let v3353 = v3352 + v3350;
let v3357 = &(*v4139)[v3353];
let v3358 = *v3357;
let v3359 = v3358 * v3027;
let v3363 = &(*v4140)[v3350];
let v3364 = *v3363;
let v3365 = v3359 * v3364;
let v3371 = &(*v4138)[v3353];
*v3371 = v3365;

}
let v3375 = u32(13);
let v3376 = v3036 + v3375;
let v3377 = v3376 < v30;
if v3377 {
let v3378 = v3931 * v30;
let v3379 = v3378 + v3376;
let v3383 = &(*v4139)[v3379];
let v3384 = *v3383;
let v3385 = v3384 * v3027;
let v3389 = &(*v4140)[v3376];
let v3390 = *v3389;
let v3391 = v3385 * v3390;
let v3397 = &(*v4138)[v3379];
*v3397 = v3391;

}
let v3401 = u32(14);
let v3402 = v3036 + v3401;
let v3403 = v3402 < v30;
if v3403 {
let v3404 = v3931 * v30;
let v3405 = v3404 + v3402;
let v3409 = &(*v4139)[v3405];
let v3410 = *v3409;
let v3411 = v3410 * v3027;
let v3415 = &(*v4140)[v3402];
let v3416 = *v3415;
let v3417 = v3411 * v3416;
let v3423 = &(*v4138)[v3405];
*v3423 = v3417;

}
let v3427 = u32(15);
let v3428 = v3036 + v3427;
let v3429 = v3428 < v30;
if v3429 {
let v3430 = v3931 * v30;
let v3431 = v3430 + v3428;
let v3435 = &(*v4139)[v3431];
let v3436 = *v3435;
let v3437 = v3436 * v3027;
let v3441 = &(*v4140)[v3428];
let v3442 = *v3441;
let v3443 = v3437 * v3442;
let v3449 = &(*v4138)[v3431];
*v3449 = v3443;

}
let v3454 = v3036 + v2941;
let v3455 = v3454 < v30;
if v3455 {
let v3456 = v3931 * v30;
let v3457 = v3456 + v3454;
let v3461 = &(*v4139)[v3457];
let v3462 = *v3461;
let v3463 = v3462 * v3027;
let v3467 = &(*v4140)[v3454];
let v3468 = *v3467;
let v3469 = v3463 * v3468;
let v3475 = &(*v4138)[v3457];
*v3475 = v3469;

}
let v3479 = u32(17);
let v3480 = v3036 + v3479;
let v3481 = v3480 < v30;
if v3481 {
let v3482 = v3931 * v30;
let v3483 = v3482 + v3480;
let v3487 = &(*v4139)[v3483];
let v3488 = *v3487;
let v3489 = v3488 * v3027;
let v3493 = &(*v4140)[v3480];
let v3494 = *v3493;
let v3495 = v3489 * v3494;
let v3501 = &(*v4138)[v3483];
*v3501 = v3495;

}
let v3505 = u32(18);
let v3506 = v3036 + v3505;
let v3507 = v3506 < v30;
if v3507 {
let v3508 = v3931 * v30;
let v3509 = v3508 + v3506;
let v3513 = &(*v4139)[v3509];
let v3514 = *v3513;
let v3515 = v3514 * v3027;
let v3519 = &(*v4140)[v3506];
let v3520 = *v3519;
let v3521 = v3515 * v3520;
let v3527 = &(*v4138)[v3509];
*v3527 = v3521;

}
let v3531 = u32(19);
let v3532 = v3036 + v3531;
let v3533 = v3532 < v30;
if v3533 {
let v3534 = v3931 * v30;
let v3535 = v3534 + v3532;
let v3539 = &(*v4139)[v3535];
let v3540 = *v3539;
let v3541 = v3540 * v3027;
let v3545 = &(*v4140)[v3532];
let v3546 = *v3545;
let v3547 = v3541 * v3546;
let v3553 = &(*v4138)[v3535];
*v3553 = v3547;

}
let v3557 = u32(20);
let v3558 = v3036 + v3557;
let v3559 = v3558 < v30;
if v3559 {
let v3560 = v3931 * v30;
let v3561 = v3560 + v3558;
let v3565 = &(*v4139)[v3561];
let v3566 = *v3565;
let v3567 = v3566 * v3027;
let v3571 = &(*v4140)[v3558];
let v3572 = *v3571;
let v3573 = v3567 * v3572;
let v3579 = &(*v4138)[v3561];
*v3579 = v3573;

}
let v3583 = u32(21);
let v3584 = v3036 + v3583;
let v3585 = v3584 < v30;
if v3585 {
let v3586 = v3931 * v30;
let v3587 = v3586 + v3584;
let v3591 = &(*v4139)[v3587];
let v3592 = *v3591;
let v3593 = v3592 * v3027;
let v3597 = &(*v4140)[v3584];
let v3598 = *v3597;
let v3599 = v3593 * v3598;
let v3605 = &(*v4138)[v3587];
*v3605 = v3599;

}
let v3609 = u32(22);
let v3610 = v3036 + v3609;
let v3611 = v3610 < v30;
if v3611 {
let v3612 = v3931 * v30;
let v3613 = v3612 + v3610;
let v3617 = &(*v4139)[v3613];
let v3618 = *v3617;
let v3619 = v3618 * v3027;
let v3623 = &(*v4140)[v3610];
let v3624 = *v3623;
let v3625 = v3619 * v3624;
let v3631 = &(*v4138)[v3613];
*v3631 = v3625;

}
let v3635 = u32(23);
let v3636 = v3036 + v3635;
let v3637 = v3636 < v30;
if v3637 {
let v3638 = v3931 * v30;
let v3639 = v3638 + v3636;
let v3643 = &(*v4139)[v3639];
let v3644 = *v3643;
let v3645 = v3644 * v3027;
let v3649 = &(*v4140)[v3636];
let v3650 = *v3649;
let v3651 = v3645 * v3650;
let v3657 = &(*v4138)[v3639];
*v3657 = v3651;

}
let v3661 = u32(24);
let v3662 = v3036 + v3661;
let v3663 = v3662 < v30;
if v3663 {
let v3664 = v3931 * v30;
let v3665 = v3664 + v3662;
let v3669 = &(*v4139)[v3665];
let v3670 = *v3669;
let v3671 = v3670 * v3027;
let v3675 = &(*v4140)[v3662];
let v3676 = *v3675;
let v3677 = v3671 * v3676;
let v3683 = &(*v4138)[v3665];
*v3683 = v3677;

}
let v3687 = u32(25);
let v3688 = v3036 + v3687;
let v3689 = v3688 < v30;
if v3689 {
let v3690 = v3931 * v30;
let v3691 = v3690 + v3688;
let v3695 = &(*v4139)[v3691];
let v3696 = *v3695;
let v3697 = v3696 * v3027;
let v3701 = &(*v4140)[v3688];
let v3702 = *v3701;
let v3703 = v3697 * v3702;
let v3709 = &(*v4138)[v3691];
*v3709 = v3703;

}
let v3713 = u32(26);
let v3714 = v3036 + v3713;
let v3715 = v3714 < v30;
if v3715 {
let v3716 = v3931 * v30;
let v3717 = v3716 + v3714;
let v3721 = &(*v4139)[v3717];
let v3722 = *v3721;
let v3723 = v3722 * v3027;
let v3727 = &(*v4140)[v3714];
let v3728 = *v3727;
let v3729 = v3723 * v3728;
let v3735 = &(*v4138)[v3717];
*v3735 = v3729;

}
let v3739 = u32(27);
let v3740 = v3036 + v3739;
let v3741 = v3740 < v30;
if v3741 {
let v3742 = v3931 * v30;
let v3743 = v3742 + v3740;
let v3747 = &(*v4139)[v3743];
let v3748 = *v3747;
let v3749 = v3748 * v3027;
let v3753 = &(*v4140)[v3740];
let v3754 = *v3753;
let v3755 = v3749 * v3754;
let v3761 = &(*v4138)[v3743];
*v3761 = v3755;

}
let v3765 = u32(28);
let v3766 = v3036 + v3765;
let v3767 = v3766 < v30;
if v3767 {
let v3768 = v3931 * v30;
let v3769 = v3768 + v3766;
let v3773 = &(*v4139)[v3769];
let v3774 = *v3773;
let v3775 = v3774 * v3027;
let v3779 = &(*v4140)[v3766];
let v3780 = *v3779;
let v3781 = v3775 * v3780;
let v3787 = &(*v4138)[v3769];
*v3787 = v3781;

}
let v3791 = u32(29);
let v3792 = v3036 + v3791;
let v3793 = v3792 < v30;
if v3793 {
let v3794 = v3931 * v30;
let v3795 = v3794 + v3792;
let v3799 = &(*v4139)[v3795];
let v3800 = *v3799;
let v3801 = v3800 * v3027;
let v3805 = &(*v4140)[v3792];
let v3806 = *v3805;
let v3807 = v3801 * v3806;
let v3813 = &(*v4138)[v3795];
*v3813 = v3807;

}
let v3817 = u32(30);
let v3818 = v3036 + v3817;
let v3819 = v3818 < v30;
if v3819 {
let v3820 = v3931 * v30;
let v3821 = v3820 + v3818;
let v3825 = &(*v4139)[v3821];
let v3826 = *v3825;
let v3827 = v3826 * v3027;
let v3831 = &(*v4140)[v3818];
let v3832 = *v3831;
let v3833 = v3827 * v3832;
let v3839 = &(*v4138)[v3821];
*v3839 = v3833;

}
let v3843 = u32(31);
let v3844 = v3036 + v3843;
let v3845 = v3844 < v30;
if v3845 {
let v3846 = v3931 * v30;
let v3847 = v3846 + v3844;
let v3851 = &(*v4139)[v3847];
let v3852 = *v3851;
let v3853 = v3852 * v3027;
let v3857 = &(*v4140)[v3844];
let v3858 = *v3857;
let v3859 = v3853 * v3858;
let v3865 = &(*v4138)[v3847];
*v3865 = v3859;

}
let v3868 = v3034 + v2902;
*v3913 = v3868;

}

}
return;

}
