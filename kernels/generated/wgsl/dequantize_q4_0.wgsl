@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<u32>>;
struct info_st { scalars_usize: array<u32, 4>, static_meta: array<u32, 4> }
@group(0) @binding(3) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn dequantize_kernel(@builtin(workgroup_id) v1247: vec3<u32>, @builtin(num_workgroups) v1249: vec3<u32>, @builtin(local_invocation_index) v1256: u32) {
let v1318 = &v9;
let v1319 = &v5;
let v1320 = &v1;
let v13 = info_var.scalars_usize[0];
let v14 = info_var.scalars_usize[1];
let v15 = info_var.scalars_usize[2];
let v16 = info_var.scalars_usize[3];
let v1248 = v1247[2];
let v1156 = u32(v1248);
let v1250 = v1249[1];
let v1158 = u32(v1250);
let v1159 = v1156 * v1158;
let v1251 = v1249[0];
let v1161 = u32(v1251);
let v1162 = v1159 * v1161;
let v1252 = v1247[1];
let v1164 = u32(v1252);
let v1167 = v1164 * v1161;
let v1168 = v1162 + v1167;
let v1254 = v1247[0];
let v1170 = u32(v1254);
let v1171 = v1168 + v1170;
let v1282 = u32(128);
let v1174 = v1171 * v1282;
let v1257 = v1256;
let v1176 = u32(v1257);
let v1177 = v1174 + v1176;
let v18 = v1177 < v14;
if v18 {
let v20 = v1177 / v16;
let v22 = v1177 % v16;
let v23 = v13 * v16;
let v25 = v23 + v1177;
let v29 = &(*v1320)[v25];
let v30 = *v29;
let v31 = u32(32);
let v32 = v22 * v31;
let v35 = v13 + v20;
let v36 = v35 * v15;
let v37 = v36 + v32;
let v39 = v37 / v31;
let v40 = v32 < v15;
if v40 {
let v41 = u32(2);
let v42 = v39 / v41;
let v46 = &(*v1319)[v42];
let v47 = *v46;
let v48 = u32(v39);
let v49 = u32(1);
let v50 = v48 & v49;
let v51 = u32(16);
let v52 = v51 * v50;
let v53 = v47 >> u32(v52);
let v54 = u32(65535);
let v55 = v53 & v54;
let v56 = u32(32767);
let v57 = v55 & v56;
let v58 = u32(13);
let v59 = v57 << u32(v58);
let v60 = u32(939524096);
let v61 = v59 + v60;
let v64 = u32(2139095040);
let v65 = v59 | v64;
let v66 = u32(31744);
let v67 = v57 >= v66;
let v68 = select(v61, v65, v67);
let v69 = f32(v57);
let v70 = f32(5.960464477539063e-8);
let v71 = v69 * v70;
let v72 = u32(1024);
let v73 = v57 < v72;
let v74 = bitcast<f32>(v68);
let v75 = select(v74, v71, v73);
let v76 = bitcast<u32>(v75);
let v77 = u32(32768);
let v78 = v55 & v77;
let v80 = v78 << u32(v51);
let v81 = v76 | v80;
let v82 = bitcast<f32>(v81);
if v40 {
let v86 = v30[0];
let v89 = u32(15);
let v90 = v86 & v89;
let v91 = f32(v90);
let v92 = f32(8.0);
let v93 = v91 - v92;
let v95 = f32(0.0);
let v1286 = fma(v93, v82, v95);
let v97 = v20 * v15;
let v98 = v97 + v32;
let v104 = &(*v1318)[v98];
*v104 = v1286;

}
let v105 = u32(1);
let v106 = v32 + v105;
let v107 = v106 < v15;
if v107 {
let v108 = v30[0];
let v109 = u32(4);
let v110 = v108 >> u32(v109);
let v111 = u32(15);
let v112 = v110 & v111;
let v113 = f32(v112);
let v114 = f32(8.0);
let v115 = v113 - v114;
let v117 = f32(0.0);
let v1287 = fma(v115, v82, v117);
let v119 = v20 * v15;
let v120 = v119 + v32;
let v122 = v120 + v105;
let v126 = &(*v1318)[v122];
*v126 = v1287;

}
let v128 = v32 + v41;
let v129 = v128 < v15;
if v129 {
let v130 = v30[0];
let v131 = u32(8);
let v132 = v130 >> u32(v131);
let v133 = u32(15);
let v134 = v132 & v133;
let v135 = f32(v134);
let v136 = f32(8.0);
let v137 = v135 - v136;
let v139 = f32(0.0);
let v1288 = fma(v137, v82, v139);
let v141 = v20 * v15;
let v142 = v141 + v32;
let v144 = v142 + v41;
let v148 = &(*v1318)[v144];
*v148 = v1288;

}
let v149 = u32(3);
let v150 = v32 + v149;
let v151 = v150 < v15;
if v151 {
let v152 = v30[0];
let v153 = u32(12);
let v154 = v152 >> u32(v153);
let v155 = u32(15);
let v156 = v154 & v155;
let v157 = f32(v156);
let v158 = f32(8.0);
let v159 = v157 - v158;
let v161 = f32(0.0);
let v1289 = fma(v159, v82, v161);
let v163 = v20 * v15;
let v164 = v163 + v32;
let v166 = v164 + v149;
let v170 = &(*v1318)[v166];
*v170 = v1289;

}

}
let v173 = u32(4);
let v174 = v32 + v173;
let v177 = v36 + v174;
let v179 = v177 / v31;
let v180 = v174 < v15;
if v180 {
let v181 = u32(2);
let v182 = v179 / v181;
let v186 = &(*v1319)[v182];
let v187 = *v186;
let v188 = u32(v179);
let v189 = u32(1);
let v190 = v188 & v189;
let v191 = u32(16);
let v192 = v191 * v190;
let v193 = v187 >> u32(v192);
let v194 = u32(65535);
let v195 = v193 & v194;
let v196 = u32(32767);
let v197 = v195 & v196;
let v198 = u32(13);
let v199 = v197 << u32(v198);
let v200 = u32(939524096);
let v201 = v199 + v200;
let v204 = u32(2139095040);
let v205 = v199 | v204;
let v206 = u32(31744);
let v207 = v197 >= v206;
let v208 = select(v201, v205, v207);
let v209 = f32(v197);
let v210 = f32(5.960464477539063e-8);
let v211 = v209 * v210;
let v212 = u32(1024);
let v213 = v197 < v212;
let v214 = bitcast<f32>(v208);
let v215 = select(v214, v211, v213);
let v216 = bitcast<u32>(v215);
let v217 = u32(32768);
let v218 = v195 & v217;
let v220 = v218 << u32(v191);
let v221 = v216 | v220;
let v222 = bitcast<f32>(v221);
if v180 {
let v226 = v30[0];
let v228 = v226 >> u32(v191);
let v229 = u32(15);
let v230 = v228 & v229;
let v231 = f32(v230);
let v232 = f32(8.0);
let v233 = v231 - v232;
let v235 = f32(0.0);
let v1290 = fma(v233, v222, v235);
let v237 = v20 * v15;
let v238 = v237 + v174;
let v244 = &(*v1318)[v238];
*v244 = v1290;

}
let v245 = u32(1);
let v246 = v174 + v245;
let v247 = v246 < v15;
if v247 {
let v248 = v30[0];
let v249 = u32(20);
let v250 = v248 >> u32(v249);
let v251 = u32(15);
let v252 = v250 & v251;
let v253 = f32(v252);
let v254 = f32(8.0);
let v255 = v253 - v254;
let v257 = f32(0.0);
let v1291 = fma(v255, v222, v257);
let v259 = v20 * v15;
let v260 = v259 + v174;
let v262 = v260 + v245;
let v266 = &(*v1318)[v262];
*v266 = v1291;

}
let v268 = v174 + v181;
let v269 = v268 < v15;
if v269 {
let v270 = v30[0];
let v271 = u32(24);
let v272 = v270 >> u32(v271);
let v273 = u32(15);
let v274 = v272 & v273;
let v275 = f32(v274);
let v276 = f32(8.0);
let v277 = v275 - v276;
let v279 = f32(0.0);
let v1292 = fma(v277, v222, v279);
let v281 = v20 * v15;
let v282 = v281 + v174;
let v284 = v282 + v181;
let v288 = &(*v1318)[v284];
*v288 = v1292;

}
let v289 = u32(3);
let v290 = v174 + v289;
let v291 = v290 < v15;
if v291 {
let v292 = v30[0];
let v293 = u32(28);
let v294 = v292 >> u32(v293);
let v295 = u32(15);
let v296 = v294 & v295;
let v297 = f32(v296);
let v298 = f32(8.0);
let v299 = v297 - v298;
let v301 = f32(0.0);
let v1293 = fma(v299, v222, v301);
let v303 = v20 * v15;
let v304 = v303 + v174;
let v306 = v304 + v289;
let v310 = &(*v1318)[v306];
*v310 = v1293;

}

}
let v313 = u32(8);
let v314 = v32 + v313;
let v317 = v36 + v314;
let v319 = v317 / v31;
let v320 = v314 < v15;
if v320 {
let v321 = u32(2);
let v322 = v319 / v321;
let v326 = &(*v1319)[v322];
let v327 = *v326;
let v328 = u32(v319);
let v329 = u32(1);
let v330 = v328 & v329;
let v331 = u32(16);
let v332 = v331 * v330;
let v333 = v327 >> u32(v332);
let v334 = u32(65535);
let v335 = v333 & v334;
let v336 = u32(32767);
let v337 = v335 & v336;
let v338 = u32(13);
let v339 = v337 << u32(v338);
let v340 = u32(939524096);
let v341 = v339 + v340;
let v344 = u32(2139095040);
let v345 = v339 | v344;
let v346 = u32(31744);
let v347 = v337 >= v346;
let v348 = select(v341, v345, v347);
let v349 = f32(v337);
let v350 = f32(5.960464477539063e-8);
let v351 = v349 * v350;
let v352 = u32(1024);
let v353 = v337 < v352;
let v354 = bitcast<f32>(v348);
let v355 = select(v354, v351, v353);
let v356 = bitcast<u32>(v355);
let v357 = u32(32768);
let v358 = v335 & v357;
let v360 = v358 << u32(v331);
let v361 = v356 | v360;
let v362 = bitcast<f32>(v361);
if v320 {
let v366 = v30[1];
let v369 = u32(15);
let v370 = v366 & v369;
let v371 = f32(v370);
let v372 = f32(8.0);
let v373 = v371 - v372;
let v375 = f32(0.0);
let v1294 = fma(v373, v362, v375);
let v377 = v20 * v15;
let v378 = v377 + v314;
let v384 = &(*v1318)[v378];
*v384 = v1294;

}
let v385 = u32(1);
let v386 = v314 + v385;
let v387 = v386 < v15;
if v387 {
let v388 = v30[1];
let v389 = u32(4);
let v390 = v388 >> u32(v389);
let v391 = u32(15);
let v392 = v390 & v391;
let v393 = f32(v392);
let v394 = f32(8.0);
let v395 = v393 - v394;
let v397 = f32(0.0);
let v1295 = fma(v395, v362, v397);
let v399 = v20 * v15;
let v400 = v399 + v314;
let v402 = v400 + v385;
let v406 = &(*v1318)[v402];
*v406 = v1295;

}
let v408 = v314 + v321;
let v409 = v408 < v15;
if v409 {
let v410 = v30[1];
let v411 = u32(8);
let v412 = v410 >> u32(v411);
let v413 = u32(15);
let v414 = v412 & v413;
let v415 = f32(v414);
let v416 = f32(8.0);
let v417 = v415 - v416;
let v419 = f32(0.0);
let v1296 = fma(v417, v362, v419);
let v421 = v20 * v15;
let v422 = v421 + v314;
let v424 = v422 + v321;
let v428 = &(*v1318)[v424];
*v428 = v1296;

}
let v429 = u32(3);
let v430 = v314 + v429;
let v431 = v430 < v15;
if v431 {
let v432 = v30[1];
let v433 = u32(12);
let v434 = v432 >> u32(v433);
let v435 = u32(15);
let v436 = v434 & v435;
let v437 = f32(v436);
let v438 = f32(8.0);
let v439 = v437 - v438;
let v441 = f32(0.0);
let v1297 = fma(v439, v362, v441);
let v443 = v20 * v15;
let v444 = v443 + v314;
let v446 = v444 + v429;
let v450 = &(*v1318)[v446];
*v450 = v1297;

}

}
let v453 = u32(12);
let v454 = v32 + v453;
let v457 = v36 + v454;
let v459 = v457 / v31;
let v460 = v454 < v15;
if v460 {
let v461 = u32(2);
let v462 = v459 / v461;
let v466 = &(*v1319)[v462];
let v467 = *v466;
let v468 = u32(v459);
let v469 = u32(1);
let v470 = v468 & v469;
let v471 = u32(16);
let v472 = v471 * v470;
let v473 = v467 >> u32(v472);
let v474 = u32(65535);
let v475 = v473 & v474;
let v476 = u32(32767);
let v477 = v475 & v476;
let v478 = u32(13);
let v479 = v477 << u32(v478);
let v480 = u32(939524096);
let v481 = v479 + v480;
let v484 = u32(2139095040);
let v485 = v479 | v484;
let v486 = u32(31744);
let v487 = v477 >= v486;
let v488 = select(v481, v485, v487);
let v489 = f32(v477);
let v490 = f32(5.960464477539063e-8);
let v491 = v489 * v490;
let v492 = u32(1024);
let v493 = v477 < v492;
let v494 = bitcast<f32>(v488);
let v495 = select(v494, v491, v493);
let v496 = bitcast<u32>(v495);
let v497 = u32(32768);
let v498 = v475 & v497;
let v500 = v498 << u32(v471);
let v501 = v496 | v500;
let v502 = bitcast<f32>(v501);
if v460 {
let v506 = v30[1];
let v508 = v506 >> u32(v471);
let v509 = u32(15);
let v510 = v508 & v509;
let v511 = f32(v510);
let v512 = f32(8.0);
let v513 = v511 - v512;
let v515 = f32(0.0);
let v1298 = fma(v513, v502, v515);
let v517 = v20 * v15;
let v518 = v517 + v454;
let v524 = &(*v1318)[v518];
*v524 = v1298;

}
let v525 = u32(1);
let v526 = v454 + v525;
let v527 = v526 < v15;
if v527 {
let v528 = v30[1];
let v529 = u32(20);
let v530 = v528 >> u32(v529);
let v531 = u32(15);
let v532 = v530 & v531;
let v533 = f32(v532);
let v534 = f32(8.0);
let v535 = v533 - v534;
let v537 = f32(0.0);
let v1299 = fma(v535, v502, v537);
let v539 = v20 * v15;
let v540 = v539 + v454;
let v542 = v540 + v525;
let v546 = &(*v1318)[v542];
*v546 = v1299;

}
let v548 = v454 + v461;
let v549 = v548 < v15;
if v549 {
let v550 = v30[1];
let v551 = u32(24);
let v552 = v550 >> u32(v551);
let v553 = u32(15);
let v554 = v552 & v553;
let v555 = f32(v554);
let v556 = f32(8.0);
let v557 = v555 - v556;
let v559 = f32(0.0);
let v1300 = fma(v557, v502, v559);
let v561 = v20 * v15;
let v562 = v561 + v454;
let v564 = v562 + v461;
let v568 = &(*v1318)[v564];
*v568 = v1300;

}
let v569 = u32(3);
let v570 = v454 + v569;
let v571 = v570 < v15;
if v571 {
let v572 = v30[1];
let v573 = u32(28);
let v574 = v572 >> u32(v573);
let v575 = u32(15);
let v576 = v574 & v575;
let v577 = f32(v576);
let v578 = f32(8.0);
let v579 = v577 - v578;
let v581 = f32(0.0);
let v1301 = fma(v579, v502, v581);
let v583 = v20 * v15;
let v584 = v583 + v454;
let v586 = v584 + v569;
let v590 = &(*v1318)[v586];
*v590 = v1301;

}

}
let v593 = u32(16);
let v594 = v32 + v593;
let v597 = v36 + v594;
let v599 = v597 / v31;
let v600 = v594 < v15;
if v600 {
let v601 = u32(2);
let v602 = v599 / v601;
let v606 = &(*v1319)[v602];
let v607 = *v606;
let v608 = u32(v599);
let v609 = u32(1);
let v610 = v608 & v609;
let v611 = u32(16);
let v612 = v611 * v610;
let v613 = v607 >> u32(v612);
let v614 = u32(65535);
let v615 = v613 & v614;
let v616 = u32(32767);
let v617 = v615 & v616;
let v618 = u32(13);
let v619 = v617 << u32(v618);
let v620 = u32(939524096);
let v621 = v619 + v620;
let v624 = u32(2139095040);
let v625 = v619 | v624;
let v626 = u32(31744);
let v627 = v617 >= v626;
let v628 = select(v621, v625, v627);
let v629 = f32(v617);
let v630 = f32(5.960464477539063e-8);
let v631 = v629 * v630;
let v632 = u32(1024);
let v633 = v617 < v632;
let v634 = bitcast<f32>(v628);
let v635 = select(v634, v631, v633);
let v636 = bitcast<u32>(v635);
let v637 = u32(32768);
let v638 = v615 & v637;
let v640 = v638 << u32(v611);
let v641 = v636 | v640;
let v642 = bitcast<f32>(v641);
if v600 {
let v646 = v30[2];
let v649 = u32(15);
let v650 = v646 & v649;
let v651 = f32(v650);
let v652 = f32(8.0);
let v653 = v651 - v652;
let v655 = f32(0.0);
let v1302 = fma(v653, v642, v655);
let v657 = v20 * v15;
let v658 = v657 + v594;
let v664 = &(*v1318)[v658];
*v664 = v1302;

}
let v665 = u32(1);
let v666 = v594 + v665;
let v667 = v666 < v15;
if v667 {
let v668 = v30[2];
let v669 = u32(4);
let v670 = v668 >> u32(v669);
let v671 = u32(15);
let v672 = v670 & v671;
let v673 = f32(v672);
let v674 = f32(8.0);
let v675 = v673 - v674;
let v677 = f32(0.0);
let v1303 = fma(v675, v642, v677);
let v679 = v20 * v15;
let v680 = v679 + v594;
let v682 = v680 + v665;
let v686 = &(*v1318)[v682];
*v686 = v1303;

}
let v688 = v594 + v601;
let v689 = v688 < v15;
if v689 {
let v690 = v30[2];
let v691 = u32(8);
let v692 = v690 >> u32(v691);
let v693 = u32(15);
let v694 = v692 & v693;
let v695 = f32(v694);
let v696 = f32(8.0);
let v697 = v695 - v696;
let v699 = f32(0.0);
let v1304 = fma(v697, v642, v699);
let v701 = v20 * v15;
let v702 = v701 + v594;
let v704 = v702 + v601;
let v708 = &(*v1318)[v704];
*v708 = v1304;

}
let v709 = u32(3);
let v710 = v594 + v709;
let v711 = v710 < v15;
if v711 {
let v712 = v30[2];
let v713 = u32(12);
let v714 = v712 >> u32(v713);
let v715 = u32(15);
let v716 = v714 & v715;
let v717 = f32(v716);
let v718 = f32(8.0);
let v719 = v717 - v718;
let v721 = f32(0.0);
let v1305 = fma(v719, v642, v721);
let v723 = v20 * v15;
let v724 = v723 + v594;
let v726 = v724 + v709;
let v730 = &(*v1318)[v726];
*v730 = v1305;

}

}
let v733 = u32(20);
let v734 = v32 + v733;
let v737 = v36 + v734;
let v739 = v737 / v31;
let v740 = v734 < v15;
if v740 {
let v741 = u32(2);
let v742 = v739 / v741;
let v746 = &(*v1319)[v742];
let v747 = *v746;
let v748 = u32(v739);
let v749 = u32(1);
let v750 = v748 & v749;
let v751 = u32(16);
let v752 = v751 * v750;
let v753 = v747 >> u32(v752);
let v754 = u32(65535);
let v755 = v753 & v754;
let v756 = u32(32767);
let v757 = v755 & v756;
let v758 = u32(13);
let v759 = v757 << u32(v758);
let v760 = u32(939524096);
let v761 = v759 + v760;
let v764 = u32(2139095040);
let v765 = v759 | v764;
let v766 = u32(31744);
let v767 = v757 >= v766;
let v768 = select(v761, v765, v767);
let v769 = f32(v757);
let v770 = f32(5.960464477539063e-8);
let v771 = v769 * v770;
let v772 = u32(1024);
let v773 = v757 < v772;
let v774 = bitcast<f32>(v768);
let v775 = select(v774, v771, v773);
let v776 = bitcast<u32>(v775);
let v777 = u32(32768);
let v778 = v755 & v777;
let v780 = v778 << u32(v751);
let v781 = v776 | v780;
let v782 = bitcast<f32>(v781);
if v740 {
let v786 = v30[2];
let v788 = v786 >> u32(v751);
let v789 = u32(15);
let v790 = v788 & v789;
let v791 = f32(v790);
let v792 = f32(8.0);
let v793 = v791 - v792;
let v795 = f32(0.0);
let v1306 = fma(v793, v782, v795);
let v797 = v20 * v15;
let v798 = v797 + v734;
let v804 = &(*v1318)[v798];
*v804 = v1306;

}
let v805 = u32(1);
let v806 = v734 + v805;
let v807 = v806 < v15;
if v807 {
let v808 = v30[2];
let v809 = u32(20);
let v810 = v808 >> u32(v809);
let v811 = u32(15);
let v812 = v810 & v811;
let v813 = f32(v812);
let v814 = f32(8.0);
let v815 = v813 - v814;
let v817 = f32(0.0);
let v1307 = fma(v815, v782, v817);
let v819 = v20 * v15;
let v820 = v819 + v734;
let v822 = v820 + v805;
let v826 = &(*v1318)[v822];
*v826 = v1307;

}
let v828 = v734 + v741;
let v829 = v828 < v15;
if v829 {
let v830 = v30[2];
let v831 = u32(24);
let v832 = v830 >> u32(v831);
let v833 = u32(15);
let v834 = v832 & v833;
let v835 = f32(v834);
let v836 = f32(8.0);
let v837 = v835 - v836;
let v839 = f32(0.0);
let v1308 = fma(v837, v782, v839);
let v841 = v20 * v15;
let v842 = v841 + v734;
let v844 = v842 + v741;
let v848 = &(*v1318)[v844];
*v848 = v1308;

}
let v849 = u32(3);
let v850 = v734 + v849;
let v851 = v850 < v15;
if v851 {
let v852 = v30[2];
let v853 = u32(28);
let v854 = v852 >> u32(v853);
let v855 = u32(15);
let v856 = v854 & v855;
let v857 = f32(v856);
let v858 = f32(8.0);
let v859 = v857 - v858;
let v861 = f32(0.0);
let v1309 = fma(v859, v782, v861);
let v863 = v20 * v15;
let v864 = v863 + v734;
let v866 = v864 + v849;
let v870 = &(*v1318)[v866];
*v870 = v1309;

}

}
let v873 = u32(24);
let v874 = v32 + v873;
let v877 = v36 + v874;
let v879 = v877 / v31;
let v880 = v874 < v15;
if v880 {
let v881 = u32(2);
let v882 = v879 / v881;
let v886 = &(*v1319)[v882];
let v887 = *v886;
let v888 = u32(v879);
let v889 = u32(1);
let v890 = v888 & v889;
let v891 = u32(16);
let v892 = v891 * v890;
let v893 = v887 >> u32(v892);
let v894 = u32(65535);
let v895 = v893 & v894;
let v896 = u32(32767);
let v897 = v895 & v896;
let v898 = u32(13);
let v899 = v897 << u32(v898);
let v900 = u32(939524096);
let v901 = v899 + v900;
let v904 = u32(2139095040);
let v905 = v899 | v904;
let v906 = u32(31744);
let v907 = v897 >= v906;
let v908 = select(v901, v905, v907);
let v909 = f32(v897);
let v910 = f32(5.960464477539063e-8);
let v911 = v909 * v910;
let v912 = u32(1024);
let v913 = v897 < v912;
let v914 = bitcast<f32>(v908);
let v915 = select(v914, v911, v913);
let v916 = bitcast<u32>(v915);
let v917 = u32(32768);
let v918 = v895 & v917;
let v920 = v918 << u32(v891);
let v921 = v916 | v920;
let v922 = bitcast<f32>(v921);
if v880 {
let v926 = v30[3];
let v929 = u32(15);
let v930 = v926 & v929;
let v931 = f32(v930);
let v932 = f32(8.0);
let v933 = v931 - v932;
let v935 = f32(0.0);
let v1310 = fma(v933, v922, v935);
let v937 = v20 * v15;
let v938 = v937 + v874;
let v944 = &(*v1318)[v938];
*v944 = v1310;

}
let v945 = u32(1);
let v946 = v874 + v945;
let v947 = v946 < v15;
if v947 {
let v948 = v30[3];
let v949 = u32(4);
let v950 = v948 >> u32(v949);
let v951 = u32(15);
let v952 = v950 & v951;
let v953 = f32(v952);
let v954 = f32(8.0);
let v955 = v953 - v954;
let v957 = f32(0.0);
let v1311 = fma(v955, v922, v957);
let v959 = v20 * v15;
let v960 = v959 + v874;
let v962 = v960 + v945;
let v966 = &(*v1318)[v962];
*v966 = v1311;

}
let v968 = v874 + v881;
let v969 = v968 < v15;
if v969 {
let v970 = v30[3];
let v971 = u32(8);
let v972 = v970 >> u32(v971);
let v973 = u32(15);
let v974 = v972 & v973;
let v975 = f32(v974);
let v976 = f32(8.0);
let v977 = v975 - v976;
let v979 = f32(0.0);
let v1312 = fma(v977, v922, v979);
let v981 = v20 * v15;
let v982 = v981 + v874;
let v984 = v982 + v881;
let v988 = &(*v1318)[v984];
*v988 = v1312;

}
let v989 = u32(3);
let v990 = v874 + v989;
let v991 = v990 < v15;
if v991 {
let v992 = v30[3];
let v993 = u32(12);
let v994 = v992 >> u32(v993);
let v995 = u32(15);
let v996 = v994 & v995;
let v997 = f32(v996);
let v998 = f32(8.0);
let v999 = v997 - v998;
let v1001 = f32(0.0);
let v1313 = fma(v999, v922, v1001);
let v1003 = v20 * v15;
let v1004 = v1003 + v874;
let v1006 = v1004 + v989;
let v1010 = &(*v1318)[v1006];
*v1010 = v1313;

}

}
let v1013 = u32(28);
let v1014 = v32 + v1013;
let v1017 = v36 + v1014;
let v1019 = v1017 / v31;
let v1020 = v1014 < v15;
if v1020 {
let v1021 = u32(2);
let v1022 = v1019 / v1021;
let v1026 = &(*v1319)[v1022];
let v1027 = *v1026;
let v1028 = u32(v1019);
let v1029 = u32(1);
let v1030 = v1028 & v1029;
let v1031 = u32(16);
let v1032 = v1031 * v1030;
let v1033 = v1027 >> u32(v1032);
let v1034 = u32(65535);
let v1035 = v1033 & v1034;
let v1036 = u32(32767);
let v1037 = v1035 & v1036;
let v1038 = u32(13);
let v1039 = v1037 << u32(v1038);
let v1040 = u32(939524096);
let v1041 = v1039 + v1040;
let v1044 = u32(2139095040);
let v1045 = v1039 | v1044;
let v1046 = u32(31744);
let v1047 = v1037 >= v1046;
let v1048 = select(v1041, v1045, v1047);
let v1049 = f32(v1037);
let v1050 = f32(5.960464477539063e-8);
let v1051 = v1049 * v1050;
let v1052 = u32(1024);
let v1053 = v1037 < v1052;
let v1054 = bitcast<f32>(v1048);
let v1055 = select(v1054, v1051, v1053);
let v1056 = bitcast<u32>(v1055);
let v1057 = u32(32768);
let v1058 = v1035 & v1057;
let v1060 = v1058 << u32(v1031);
let v1061 = v1056 | v1060;
let v1062 = bitcast<f32>(v1061);
if v1020 {
let v1066 = v30[3];
let v1068 = v1066 >> u32(v1031);
let v1069 = u32(15);
let v1070 = v1068 & v1069;
let v1071 = f32(v1070);
let v1072 = f32(8.0);
let v1073 = v1071 - v1072;
let v1075 = f32(0.0);
let v1314 = fma(v1073, v1062, v1075);
let v1077 = v20 * v15;
let v1078 = v1077 + v1014;
let v1084 = &(*v1318)[v1078];
*v1084 = v1314;

}
let v1085 = u32(1);
let v1086 = v1014 + v1085;
let v1087 = v1086 < v15;
if v1087 {
let v1088 = v30[3];
let v1089 = u32(20);
let v1090 = v1088 >> u32(v1089);
let v1091 = u32(15);
let v1092 = v1090 & v1091;
let v1093 = f32(v1092);
let v1094 = f32(8.0);
let v1095 = v1093 - v1094;
let v1097 = f32(0.0);
let v1315 = fma(v1095, v1062, v1097);
let v1099 = v20 * v15;
let v1100 = v1099 + v1014;
let v1102 = v1100 + v1085;
let v1106 = &(*v1318)[v1102];
*v1106 = v1315;

}
let v1108 = v1014 + v1021;
let v1109 = v1108 < v15;
if v1109 {
let v1110 = v30[3];
let v1111 = u32(24);
let v1112 = v1110 >> u32(v1111);
let v1113 = u32(15);
let v1114 = v1112 & v1113;
let v1115 = f32(v1114);
let v1116 = f32(8.0);
let v1117 = v1115 - v1116;
let v1119 = f32(0.0);
let v1316 = fma(v1117, v1062, v1119);
let v1121 = v20 * v15;
let v1122 = v1121 + v1014;
let v1124 = v1122 + v1021;
let v1128 = &(*v1318)[v1124];
*v1128 = v1316;

}
let v1129 = u32(3);
let v1130 = v1014 + v1129;
let v1131 = v1130 < v15;
if v1131 {
let v1132 = v30[3];
let v1133 = u32(28);
let v1134 = v1132 >> u32(v1133);
let v1135 = u32(15);
let v1136 = v1134 & v1135;
let v1137 = f32(v1136);
let v1138 = f32(8.0);
let v1139 = v1137 - v1138;
let v1141 = f32(0.0);
let v1317 = fma(v1139, v1062, v1141);
let v1143 = v20 * v15;
let v1144 = v1143 + v1014;
let v1146 = v1144 + v1129;
let v1150 = &(*v1318)[v1146];
*v1150 = v1317;

}

}

}
return;

}
