@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<u32>>;
struct info_st { scalars_usize: array<u32, 4>, static_meta: array<u32, 4> }
@group(0) @binding(3) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn dequantize_kernel(@builtin(workgroup_id) v767: vec3<u32>, @builtin(num_workgroups) v769: vec3<u32>, @builtin(local_invocation_index) v776: u32) {
let v870 = &v9;
let v871 = &v5;
let v872 = &v1;
let v13 = info_var.scalars_usize[0];
let v14 = info_var.scalars_usize[1];
let v15 = info_var.scalars_usize[2];
let v16 = info_var.scalars_usize[3];
let v768 = v767[2];
let v676 = u32(v768);
let v770 = v769[1];
let v678 = u32(v770);
let v679 = v676 * v678;
let v771 = v769[0];
let v681 = u32(v771);
let v682 = v679 * v681;
let v772 = v767[1];
let v684 = u32(v772);
let v687 = v684 * v681;
let v688 = v682 + v687;
let v774 = v767[0];
let v690 = u32(v774);
let v691 = v688 + v690;
let v802 = u32(128);
let v694 = v691 * v802;
let v777 = v776;
let v696 = u32(v777);
let v697 = v694 + v696;
let v18 = v697 < v14;
if v18 {
let v20 = v697 / v16;
let v22 = v697 % v16;
let v23 = v13 * v16;
let v25 = v23 + v697;
let v29 = &(*v872)[v25];
let v30 = *v29;
let v31 = u32(16);
let v32 = v22 * v31;
let v35 = v13 + v20;
let v36 = v35 * v15;
let v37 = v36 + v32;
let v38 = u32(32);
let v39 = v37 / v38;
let v40 = v32 < v15;
if v40 {
let v41 = u32(2);
let v42 = v39 / v41;
let v46 = &(*v871)[v42];
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
let v87 = u32(2155905152);
let v88 = v86 ^ v87;
let v89 = u32(255);
let v90 = v88 & v89;
let v91 = u32(1258291200);
let v92 = v90 | v91;
let v93 = bitcast<f32>(v92);
let v94 = f32(1.0);
let v854 = f32(-8388736.0);
let v807 = fma(v93, v94, v854);
let v99 = f32(0.0);
let v808 = fma(v807, v82, v99);
let v101 = v20 * v15;
let v102 = v101 + v32;
let v108 = &(*v870)[v102];
*v108 = v808;

}
let v109 = u32(1);
let v110 = v32 + v109;
let v111 = v110 < v15;
if v111 {
let v112 = v30[0];
let v113 = u32(2155905152);
let v114 = v112 ^ v113;
let v115 = u32(65280);
let v116 = v114 & v115;
let v117 = u32(1258291200);
let v118 = v116 | v117;
let v119 = bitcast<f32>(v118);
let v120 = f32(0.00390625);
let v855 = f32(-32896.0);
let v810 = fma(v119, v120, v855);
let v125 = f32(0.0);
let v811 = fma(v810, v82, v125);
let v127 = v20 * v15;
let v128 = v127 + v32;
let v130 = v128 + v109;
let v134 = &(*v870)[v130];
*v134 = v811;

}
let v136 = v32 + v41;
let v137 = v136 < v15;
if v137 {
let v138 = v30[0];
let v139 = u32(2155905152);
let v140 = v138 ^ v139;
let v142 = v140 >> u32(v51);
let v143 = u32(255);
let v144 = v142 & v143;
let v145 = u32(1258291200);
let v146 = v144 | v145;
let v147 = bitcast<f32>(v146);
let v148 = f32(1.0);
let v856 = f32(-8388736.0);
let v813 = fma(v147, v148, v856);
let v153 = f32(0.0);
let v814 = fma(v813, v82, v153);
let v155 = v20 * v15;
let v156 = v155 + v32;
let v158 = v156 + v41;
let v162 = &(*v870)[v158];
*v162 = v814;

}
let v163 = u32(3);
let v164 = v32 + v163;
let v165 = v164 < v15;
if v165 {
let v166 = v30[0];
let v167 = u32(2155905152);
let v168 = v166 ^ v167;
let v170 = v168 >> u32(v51);
let v171 = u32(65280);
let v172 = v170 & v171;
let v173 = u32(1258291200);
let v174 = v172 | v173;
let v175 = bitcast<f32>(v174);
let v176 = f32(0.00390625);
let v857 = f32(-32896.0);
let v816 = fma(v175, v176, v857);
let v181 = f32(0.0);
let v817 = fma(v816, v82, v181);
let v183 = v20 * v15;
let v184 = v183 + v32;
let v186 = v184 + v163;
let v190 = &(*v870)[v186];
*v190 = v817;

}

}
let v193 = u32(4);
let v194 = v32 + v193;
let v197 = v36 + v194;
let v199 = v197 / v38;
let v200 = v194 < v15;
if v200 {
let v201 = u32(2);
let v202 = v199 / v201;
let v206 = &(*v871)[v202];
let v207 = *v206;
let v208 = u32(v199);
let v209 = u32(1);
let v210 = v208 & v209;
let v211 = u32(16);
let v212 = v211 * v210;
let v213 = v207 >> u32(v212);
let v214 = u32(65535);
let v215 = v213 & v214;
let v216 = u32(32767);
let v217 = v215 & v216;
let v218 = u32(13);
let v219 = v217 << u32(v218);
let v220 = u32(939524096);
let v221 = v219 + v220;
let v224 = u32(2139095040);
let v225 = v219 | v224;
let v226 = u32(31744);
let v227 = v217 >= v226;
let v228 = select(v221, v225, v227);
let v229 = f32(v217);
let v230 = f32(5.960464477539063e-8);
let v231 = v229 * v230;
let v232 = u32(1024);
let v233 = v217 < v232;
let v234 = bitcast<f32>(v228);
let v235 = select(v234, v231, v233);
let v236 = bitcast<u32>(v235);
let v237 = u32(32768);
let v238 = v215 & v237;
let v240 = v238 << u32(v211);
let v241 = v236 | v240;
let v242 = bitcast<f32>(v241);
if v200 {
let v246 = v30[1];
let v247 = u32(2155905152);
let v248 = v246 ^ v247;
let v249 = u32(255);
let v250 = v248 & v249;
let v251 = u32(1258291200);
let v252 = v250 | v251;
let v253 = bitcast<f32>(v252);
let v254 = f32(1.0);
let v858 = f32(-8388736.0);
let v819 = fma(v253, v254, v858);
let v259 = f32(0.0);
let v820 = fma(v819, v242, v259);
let v261 = v20 * v15;
let v262 = v261 + v194;
let v268 = &(*v870)[v262];
*v268 = v820;

}
let v269 = u32(1);
let v270 = v194 + v269;
let v271 = v270 < v15;
if v271 {
let v272 = v30[1];
let v273 = u32(2155905152);
let v274 = v272 ^ v273;
let v275 = u32(65280);
let v276 = v274 & v275;
let v277 = u32(1258291200);
let v278 = v276 | v277;
let v279 = bitcast<f32>(v278);
let v280 = f32(0.00390625);
let v859 = f32(-32896.0);
let v822 = fma(v279, v280, v859);
let v285 = f32(0.0);
let v823 = fma(v822, v242, v285);
let v287 = v20 * v15;
let v288 = v287 + v194;
let v290 = v288 + v269;
let v294 = &(*v870)[v290];
*v294 = v823;

}
let v296 = v194 + v201;
let v297 = v296 < v15;
if v297 {
let v298 = v30[1];
let v299 = u32(2155905152);
let v300 = v298 ^ v299;
let v302 = v300 >> u32(v211);
let v303 = u32(255);
let v304 = v302 & v303;
let v305 = u32(1258291200);
let v306 = v304 | v305;
let v307 = bitcast<f32>(v306);
let v308 = f32(1.0);
let v860 = f32(-8388736.0);
let v825 = fma(v307, v308, v860);
let v313 = f32(0.0);
let v826 = fma(v825, v242, v313);
let v315 = v20 * v15;
let v316 = v315 + v194;
let v318 = v316 + v201;
let v322 = &(*v870)[v318];
*v322 = v826;

}
let v323 = u32(3);
let v324 = v194 + v323;
let v325 = v324 < v15;
if v325 {
let v326 = v30[1];
let v327 = u32(2155905152);
let v328 = v326 ^ v327;
let v330 = v328 >> u32(v211);
let v331 = u32(65280);
let v332 = v330 & v331;
let v333 = u32(1258291200);
let v334 = v332 | v333;
let v335 = bitcast<f32>(v334);
let v336 = f32(0.00390625);
let v861 = f32(-32896.0);
let v828 = fma(v335, v336, v861);
let v341 = f32(0.0);
let v829 = fma(v828, v242, v341);
let v343 = v20 * v15;
let v344 = v343 + v194;
let v346 = v344 + v323;
let v350 = &(*v870)[v346];
*v350 = v829;

}

}
let v353 = u32(8);
let v354 = v32 + v353;
let v357 = v36 + v354;
let v359 = v357 / v38;
let v360 = v354 < v15;
if v360 {
let v361 = u32(2);
let v362 = v359 / v361;
let v366 = &(*v871)[v362];
let v367 = *v366;
let v368 = u32(v359);
let v369 = u32(1);
let v370 = v368 & v369;
let v371 = u32(16);
let v372 = v371 * v370;
let v373 = v367 >> u32(v372);
let v374 = u32(65535);
let v375 = v373 & v374;
let v376 = u32(32767);
let v377 = v375 & v376;
let v378 = u32(13);
let v379 = v377 << u32(v378);
let v380 = u32(939524096);
let v381 = v379 + v380;
let v384 = u32(2139095040);
let v385 = v379 | v384;
let v386 = u32(31744);
let v387 = v377 >= v386;
let v388 = select(v381, v385, v387);
let v389 = f32(v377);
let v390 = f32(5.960464477539063e-8);
let v391 = v389 * v390;
let v392 = u32(1024);
let v393 = v377 < v392;
let v394 = bitcast<f32>(v388);
let v395 = select(v394, v391, v393);
let v396 = bitcast<u32>(v395);
let v397 = u32(32768);
let v398 = v375 & v397;
let v400 = v398 << u32(v371);
let v401 = v396 | v400;
let v402 = bitcast<f32>(v401);
if v360 {
let v406 = v30[2];
let v407 = u32(2155905152);
let v408 = v406 ^ v407;
let v409 = u32(255);
let v410 = v408 & v409;
let v411 = u32(1258291200);
let v412 = v410 | v411;
let v413 = bitcast<f32>(v412);
let v414 = f32(1.0);
let v862 = f32(-8388736.0);
let v831 = fma(v413, v414, v862);
let v419 = f32(0.0);
let v832 = fma(v831, v402, v419);
let v421 = v20 * v15;
let v422 = v421 + v354;
let v428 = &(*v870)[v422];
*v428 = v832;

}
let v429 = u32(1);
let v430 = v354 + v429;
let v431 = v430 < v15;
if v431 {
let v432 = v30[2];
let v433 = u32(2155905152);
let v434 = v432 ^ v433;
let v435 = u32(65280);
let v436 = v434 & v435;
let v437 = u32(1258291200);
let v438 = v436 | v437;
let v439 = bitcast<f32>(v438);
let v440 = f32(0.00390625);
let v863 = f32(-32896.0);
let v834 = fma(v439, v440, v863);
let v445 = f32(0.0);
let v835 = fma(v834, v402, v445);
let v447 = v20 * v15;
let v448 = v447 + v354;
let v450 = v448 + v429;
let v454 = &(*v870)[v450];
*v454 = v835;

}
let v456 = v354 + v361;
let v457 = v456 < v15;
if v457 {
let v458 = v30[2];
let v459 = u32(2155905152);
let v460 = v458 ^ v459;
let v462 = v460 >> u32(v371);
let v463 = u32(255);
let v464 = v462 & v463;
let v465 = u32(1258291200);
let v466 = v464 | v465;
let v467 = bitcast<f32>(v466);
let v468 = f32(1.0);
let v864 = f32(-8388736.0);
let v837 = fma(v467, v468, v864);
let v473 = f32(0.0);
let v838 = fma(v837, v402, v473);
let v475 = v20 * v15;
let v476 = v475 + v354;
let v478 = v476 + v361;
let v482 = &(*v870)[v478];
*v482 = v838;

}
let v483 = u32(3);
let v484 = v354 + v483;
let v485 = v484 < v15;
if v485 {
let v486 = v30[2];
let v487 = u32(2155905152);
let v488 = v486 ^ v487;
let v490 = v488 >> u32(v371);
let v491 = u32(65280);
let v492 = v490 & v491;
let v493 = u32(1258291200);
let v494 = v492 | v493;
let v495 = bitcast<f32>(v494);
let v496 = f32(0.00390625);
let v865 = f32(-32896.0);
let v840 = fma(v495, v496, v865);
let v501 = f32(0.0);
let v841 = fma(v840, v402, v501);
let v503 = v20 * v15;
let v504 = v503 + v354;
let v506 = v504 + v483;
let v510 = &(*v870)[v506];
*v510 = v841;

}

}
let v513 = u32(12);
let v514 = v32 + v513;
let v517 = v36 + v514;
let v519 = v517 / v38;
let v520 = v514 < v15;
if v520 {
let v521 = u32(2);
let v522 = v519 / v521;
let v526 = &(*v871)[v522];
let v527 = *v526;
let v528 = u32(v519);
let v529 = u32(1);
let v530 = v528 & v529;
let v531 = u32(16);
let v532 = v531 * v530;
let v533 = v527 >> u32(v532);
let v534 = u32(65535);
let v535 = v533 & v534;
let v536 = u32(32767);
let v537 = v535 & v536;
let v538 = u32(13);
let v539 = v537 << u32(v538);
let v540 = u32(939524096);
let v541 = v539 + v540;
let v544 = u32(2139095040);
let v545 = v539 | v544;
let v546 = u32(31744);
let v547 = v537 >= v546;
let v548 = select(v541, v545, v547);
let v549 = f32(v537);
let v550 = f32(5.960464477539063e-8);
let v551 = v549 * v550;
let v552 = u32(1024);
let v553 = v537 < v552;
let v554 = bitcast<f32>(v548);
let v555 = select(v554, v551, v553);
let v556 = bitcast<u32>(v555);
let v557 = u32(32768);
let v558 = v535 & v557;
let v560 = v558 << u32(v531);
let v561 = v556 | v560;
let v562 = bitcast<f32>(v561);
if v520 {
let v566 = v30[3];
let v567 = u32(2155905152);
let v568 = v566 ^ v567;
let v569 = u32(255);
let v570 = v568 & v569;
let v571 = u32(1258291200);
let v572 = v570 | v571;
let v573 = bitcast<f32>(v572);
let v574 = f32(1.0);
let v866 = f32(-8388736.0);
let v843 = fma(v573, v574, v866);
let v579 = f32(0.0);
let v844 = fma(v843, v562, v579);
let v581 = v20 * v15;
let v582 = v581 + v514;
let v588 = &(*v870)[v582];
*v588 = v844;

}
let v589 = u32(1);
let v590 = v514 + v589;
let v591 = v590 < v15;
if v591 {
let v592 = v30[3];
let v593 = u32(2155905152);
let v594 = v592 ^ v593;
let v595 = u32(65280);
let v596 = v594 & v595;
let v597 = u32(1258291200);
let v598 = v596 | v597;
let v599 = bitcast<f32>(v598);
let v600 = f32(0.00390625);
let v867 = f32(-32896.0);
let v846 = fma(v599, v600, v867);
let v605 = f32(0.0);
let v847 = fma(v846, v562, v605);
let v607 = v20 * v15;
let v608 = v607 + v514;
let v610 = v608 + v589;
let v614 = &(*v870)[v610];
*v614 = v847;

}
let v616 = v514 + v521;
let v617 = v616 < v15;
if v617 {
let v618 = v30[3];
let v619 = u32(2155905152);
let v620 = v618 ^ v619;
let v622 = v620 >> u32(v531);
let v623 = u32(255);
let v624 = v622 & v623;
let v625 = u32(1258291200);
let v626 = v624 | v625;
let v627 = bitcast<f32>(v626);
let v628 = f32(1.0);
let v868 = f32(-8388736.0);
let v849 = fma(v627, v628, v868);
let v633 = f32(0.0);
let v850 = fma(v849, v562, v633);
let v635 = v20 * v15;
let v636 = v635 + v514;
let v638 = v636 + v521;
let v642 = &(*v870)[v638];
*v642 = v850;

}
let v643 = u32(3);
let v644 = v514 + v643;
let v645 = v644 < v15;
if v645 {
let v646 = v30[3];
let v647 = u32(2155905152);
let v648 = v646 ^ v647;
let v650 = v648 >> u32(v531);
let v651 = u32(65280);
let v652 = v650 & v651;
let v653 = u32(1258291200);
let v654 = v652 | v653;
let v655 = bitcast<f32>(v654);
let v656 = f32(0.00390625);
let v869 = f32(-32896.0);
let v852 = fma(v655, v656, v869);
let v661 = f32(0.0);
let v853 = fma(v852, v562, v661);
let v663 = v20 * v15;
let v664 = v663 + v514;
let v666 = v664 + v643;
let v670 = &(*v870)[v666];
*v670 = v853;

}

}

}
return;

}
