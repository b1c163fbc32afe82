@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<u32>>;
struct info_st { scalars_usize: array<u32, 4>, static_meta: array<u32, 4> }
@group(0) @binding(3) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn dequantize_kernel(@builtin(workgroup_id) v1647: vec3<u32>, @builtin(num_workgroups) v1649: vec3<u32>, @builtin(local_invocation_index) v1656: u32) {
let v1718 = &v9;
let v1719 = &v5;
let v1720 = &v1;
let v13 = info_var.scalars_usize[0];
let v14 = info_var.scalars_usize[1];
let v15 = info_var.scalars_usize[2];
let v16 = info_var.scalars_usize[3];
let v1648 = v1647[2];
let v1556 = u32(v1648);
let v1650 = v1649[1];
let v1558 = u32(v1650);
let v1559 = v1556 * v1558;
let v1651 = v1649[0];
let v1561 = u32(v1651);
let v1562 = v1559 * v1561;
let v1652 = v1647[1];
let v1564 = u32(v1652);
let v1567 = v1564 * v1561;
let v1568 = v1562 + v1567;
let v1654 = v1647[0];
let v1570 = u32(v1654);
let v1571 = v1568 + v1570;
let v1682 = u32(128);
let v1574 = v1571 * v1682;
let v1657 = v1656;
let v1576 = u32(v1657);
let v1577 = v1574 + v1576;
let v18 = v1577 < v14;
if v18 {
let v20 = v1577 / v16;
let v22 = v1577 % v16;
let v23 = v13 * v16;
let v25 = v23 + v1577;
let v29 = &(*v1720)[v25];
let v30 = *v29;
let v31 = u32(32);
let v32 = v22 * v31;
let v35 = v13 + v20;
let v36 = v35 * v15;
let v37 = v36 + v32;
let v39 = v37 / v31;
let v40 = v32 < v15;
if v40 {
let v41 = u32(8);
let v42 = v39 / v41;
let v43 = u32(5);
let v44 = v42 * v43;
let v46 = v39 % v41;
let v50 = &(*v1719)[v44];
let v51 = *v50;
let v52 = u32(1);
let v53 = v44 + v52;
let v54 = u32(2);
let v55 = v46 / v54;
let v56 = v53 + v55;
let v60 = &(*v1719)[v56];
let v61 = *v60;
let v62 = u32(v46);
let v63 = u32(1);
let v64 = v62 & v63;
let v65 = u32(16);
let v66 = v65 * v64;
let v67 = v61 >> u32(v66);
let v68 = u32(65535);
let v69 = v51 & v68;
let v70 = u32(32767);
let v71 = v69 & v70;
let v72 = u32(13);
let v73 = v71 << u32(v72);
let v74 = u32(939524096);
let v75 = v73 + v74;
let v78 = u32(2139095040);
let v79 = v73 | v78;
let v80 = u32(31744);
let v81 = v71 >= v80;
let v82 = select(v75, v79, v81);
let v83 = f32(v71);
let v84 = f32(5.960464477539063e-8);
let v85 = v83 * v84;
let v86 = u32(1024);
let v87 = v71 < v86;
let v88 = bitcast<f32>(v82);
let v89 = select(v88, v85, v87);
let v90 = bitcast<u32>(v89);
let v91 = u32(32768);
let v92 = v69 & v91;
let v94 = v92 << u32(v65);
let v95 = v90 | v94;
let v96 = bitcast<f32>(v95);
let v97 = u32(255);
let v98 = v67 & v97;
let v99 = f32(v98);
let v100 = v96 * v99;
let v102 = v51 >> u32(v65);
let v104 = v102 & v70;
let v106 = v104 << u32(v72);
let v108 = v106 + v74;
let v112 = v106 | v78;
let v114 = v104 >= v80;
let v115 = select(v108, v112, v114);
let v116 = f32(v104);
let v118 = v116 * v84;
let v120 = v104 < v86;
let v121 = bitcast<f32>(v115);
let v122 = select(v121, v118, v120);
let v123 = bitcast<u32>(v122);
let v125 = v102 & v91;
let v127 = v125 << u32(v65);
let v128 = v123 | v127;
let v129 = bitcast<f32>(v128);
let v130 = -v129;
let v131 = u32(8);
let v132 = v67 >> u32(v131);
let v134 = v132 & v97;
let v135 = f32(v134);
let v136 = v130 * v135;
if v40 {
let v140 = v30[0];
let v143 = u32(15);
let v144 = v140 & v143;
let v145 = f32(v144);
let v1686 = fma(v145, v100, v136);
let v150 = v20 * v15;
let v151 = v150 + v32;
let v157 = &(*v1718)[v151];
*v157 = v1686;

}
let v159 = v32 + v52;
let v160 = v159 < v15;
if v160 {
let v161 = v30[0];
let v162 = u32(4);
let v163 = v161 >> u32(v162);
let v164 = u32(15);
let v165 = v163 & v164;
let v166 = f32(v165);
let v1687 = fma(v166, v100, v136);
let v171 = v20 * v15;
let v172 = v171 + v32;
let v174 = v172 + v52;
let v178 = &(*v1718)[v174];
*v178 = v1687;

}
let v180 = v32 + v54;
let v181 = v180 < v15;
if v181 {
let v182 = v30[0];
let v184 = v182 >> u32(v131);
let v185 = u32(15);
let v186 = v184 & v185;
let v187 = f32(v186);
let v1688 = fma(v187, v100, v136);
let v192 = v20 * v15;
let v193 = v192 + v32;
let v195 = v193 + v54;
let v199 = &(*v1718)[v195];
*v199 = v1688;

}
let v200 = u32(3);
let v201 = v32 + v200;
let v202 = v201 < v15;
if v202 {
let v203 = v30[0];
let v204 = u32(12);
let v205 = v203 >> u32(v204);
let v206 = u32(15);
let v207 = v205 & v206;
let v208 = f32(v207);
let v1689 = fma(v208, v100, v136);
let v213 = v20 * v15;
let v214 = v213 + v32;
let v216 = v214 + v200;
let v220 = &(*v1718)[v216];
*v220 = v1689;

}

}
let v223 = u32(4);
let v224 = v32 + v223;
let v227 = v36 + v224;
let v229 = v227 / v31;
let v230 = v224 < v15;
if v230 {
let v231 = u32(8);
let v232 = v229 / v231;
let v233 = u32(5);
let v234 = v232 * v233;
let v236 = v229 % v231;
let v240 = &(*v1719)[v234];
let v241 = *v240;
let v242 = u32(1);
let v243 = v234 + v242;
let v244 = u32(2);
let v245 = v236 / v244;
let v246 = v243 + v245;
let v250 = &(*v1719)[v246];
let v251 = *v250;
let v252 = u32(v236);
let v253 = u32(1);
let v254 = v252 & v253;
let v255 = u32(16);
let v256 = v255 * v254;
let v257 = v251 >> u32(v256);
let v258 = u32(65535);
let v259 = v241 & v258;
let v260 = u32(32767);
let v261 = v259 & v260;
let v262 = u32(13);
let v263 = v261 << u32(v262);
let v264 = u32(939524096);
let v265 = v263 + v264;
let v268 = u32(2139095040);
let v269 = v263 | v268;
let v270 = u32(31744);
let v271 = v261 >= v270;
let v272 = select(v265, v269, v271);
let v273 = f32(v261);
let v274 = f32(5.960464477539063e-8);
let v275 = v273 * v274;
let v276 = u32(1024);
let v277 = v261 < v276;
let v278 = bitcast<f32>(v272);
let v279 = select(v278, v275, v277);
let v280 = bitcast<u32>(v279);
let v281 = u32(32768);
let v282 = v259 & v281;
let v284 = v282 << u32(v255);
let v285 = v280 | v284;
let v286 = bitcast<f32>(v285);
let v287 = u32(255);
let v288 = v257 & v287;
let v289 = f32(v288);
let v290 = v286 * v289;
let v292 = v241 >> u32(v255);
let v294 = v292 & v260;
let v296 = v294 << u32(v262);
let v298 = v296 + v264;
let v302 = v296 | v268;
let v304 = v294 >= v270;
let v305 = select(v298, v302, v304);
let v306 = f32(v294);
let v308 = v306 * v274;
let v310 = v294 < v276;
let v311 = bitcast<f32>(v305);
let v312 = select(v311, v308, v310);
let v313 = bitcast<u32>(v312);
let v315 = v292 & v281;
let v317 = v315 << u32(v255);
let v318 = v313 | v317;
let v319 = bitcast<f32>(v318);
let v320 = -v319;
let v321 = u32(8);
let v322 = v257 >> u32(v321);
let v324 = v322 & v287;
let v325 = f32(v324);
let v326 = v320 * v325;
if v230 {
let v330 = v30[0];
let v332 = v330 >> u32(v255);
let v333 = u32(15);
let v334 = v332 & v333;
let v335 = f32(v334);
let v1690 = fma(v335, v290, v326);
let v340 = v20 * v15;
let v341 = v340 + v224;
let v347 = &(*v1718)[v341];
*v347 = v1690;

}
let v349 = v224 + v242;
let v350 = v349 < v15;
if v350 {
let v351 = v30[0];
let v352 = u32(20);
let v353 = v351 >> u32(v352);
let v354 = u32(15);
let v355 = v353 & v354;
let v356 = f32(v355);
let v1691 = fma(v356, v290, v326);
let v361 = v20 * v15;
let v362 = v361 + v224;
let v364 = v362 + v242;
let v368 = &(*v1718)[v364];
*v368 = v1691;

}
let v370 = v224 + v244;
let v371 = v370 < v15;
if v371 {
let v372 = v30[0];
let v373 = u32(24);
let v374 = v372 >> u32(v373);
let v375 = u32(15);
let v376 = v374 & v375;
let v377 = f32(v376);
let v1692 = fma(v377, v290, v326);
let v382 = v20 * v15;
let v383 = v382 + v224;
let v385 = v383 + v244;
let v389 = &(*v1718)[v385];
*v389 = v1692;

}
let v390 = u32(3);
let v391 = v224 + v390;
let v392 = v391 < v15;
if v392 {
let v393 = v30[0];
let v394 = u32(28);
let v395 = v393 >> u32(v394);
let v396 = u32(15);
let v397 = v395 & v396;
let v398 = f32(v397);
let v1693 = fma(v398, v290, v326);
let v403 = v20 * v15;
let v404 = v403 + v224;
let v406 = v404 + v390;
let v410 = &(*v1718)[v406];
*v410 = v1693;

}

}
let v413 = u32(8);
let v414 = v32 + v413;
let v417 = v36 + v414;
let v419 = v417 / v31;
let v420 = v414 < v15;
if v420 {
let v422 = v419 / v413;
let v423 = u32(5);
let v424 = v422 * v423;
let v426 = v419 % v413;
let v430 = &(*v1719)[v424];
let v431 = *v430;
let v432 = u32(1);
let v433 = v424 + v432;
let v434 = u32(2);
let v435 = v426 / v434;
let v436 = v433 + v435;
let v440 = &(*v1719)[v436];
let v441 = *v440;
let v442 = u32(v426);
let v443 = u32(1);
let v444 = v442 & v443;
let v445 = u32(16);
let v446 = v445 * v444;
let v447 = v441 >> u32(v446);
let v448 = u32(65535);
let v449 = v431 & v448;
let v450 = u32(32767);
let v451 = v449 & v450;
let v452 = u32(13);
let v453 = v451 << u32(v452);
let v454 = u32(939524096);
let v455 = v453 + v454;
let v458 = u32(2139095040);
let v459 = v453 | v458;
let v460 = u32(31744);
let v461 = v451 >= v460;
let v462 = select(v455, v459, v461);
let v463 = f32(v451);
let v464 = f32(5.960464477539063e-8);
let v465 = v463 * v464;
let v466 = u32(1024);
let v467 = v451 < v466;
let v468 = bitcast<f32>(v462);
let v469 = select(v468, v465, v467);
let v470 = bitcast<u32>(v469);
let v471 = u32(32768);
let v472 = v449 & v471;
let v474 = v472 << u32(v445);
let v475 = v470 | v474;
let v476 = bitcast<f32>(v475);
let v477 = u32(255);
let v478 = v447 & v477;
let v479 = f32(v478);
let v480 = v476 * v479;
let v482 = v431 >> u32(v445);
let v484 = v482 & v450;
let v486 = v484 << u32(v452);
let v488 = v486 + v454;
let v492 = v486 | v458;
let v494 = v484 >= v460;
let v495 = select(v488, v492, v494);
let v496 = f32(v484);
let v498 = v496 * v464;
let v500 = v484 < v466;
let v501 = bitcast<f32>(v495);
let v502 = select(v501, v498, v500);
let v503 = bitcast<u32>(v502);
let v505 = v482 & v471;
let v507 = v505 << u32(v445);
let v508 = v503 | v507;
let v509 = bitcast<f32>(v508);
let v510 = -v509;
let v511 = u32(8);
let v512 = v447 >> u32(v511);
let v514 = v512 & v477;
let v515 = f32(v514);
let v516 = v510 * v515;
if v420 {
let v520 = v30[1];
let v523 = u32(15);
let v524 = v520 & v523;
let v525 = f32(v524);
let v1694 = fma(v525, v480, v516);
let v530 = v20 * v15;
let v531 = v530 + v414;
let v537 = &(*v1718)[v531];
*v537 = v1694;

}
let v539 = v414 + v432;
let v540 = v539 < v15;
if v540 {
let v541 = v30[1];
let v542 = u32(4);
let v543 = v541 >> u32(v542);
let v544 = u32(15);
let v545 = v543 & v544;
let v546 = f32(v545);
let v1695 = fma(v546, v480, v516);
let v551 = v20 * v15;
let v552 = v551 + v414;
let v554 = v552 + v432;
let v558 = &(*v1718)[v554];
*v558 = v1695;

}
let v560 = v414 + v434;
let v561 = v560 < v15;
if v561 {
let v562 = v30[1];
let v564 = v562 >> u32(v511);
let v565 = u32(15);
let v566 = v564 & v565;
let v567 = f32(v566);
let v1696 = fma(v567, v480, v516);
let v572 = v20 * v15;
let v573 = v572 + v414;
let v575 = v573 + v434;
let v579 = &(*v1718)[v575];
*v579 = v1696;

}
let v580 = u32(3);
let v581 = v414 + v580;
let v582 = v581 < v15;
if v582 {
let v583 = v30[1];
let v584 = u32(12);
let v585 = v583 >> u32(v584);
let v586 = u32(15);
let v587 = v585 & v586;
let v588 = f32(v587);
let v1697 = fma(v588, v480, v516);
let v593 = v20 * v15;
let v594 = v593 + v414;
let v596 = v594 + v580;
let v600 = &(*v1718)[v596];
*v600 = v1697;

}

}
let v603 = u32(12);
let v604 = v32 + v603;
let v607 = v36 + v604;
let v609 = v607 / v31;
let v610 = v604 < v15;
if v610 {
let v612 = v609 / v413;
let v613 = u32(5);
let v614 = v612 * v613;
let v616 = v609 % v413;
let v620 = &(*v1719)[v614];
let v621 = *v620;
let v622 = u32(1);
let v623 = v614 + v622;
let v624 = u32(2);
let v625 = v616 / v624;
let v626 = v623 + v625;
let v630 = &(*v1719)[v626];
let v631 = *v630;
let v632 = u32(v616);
let v633 = u32(1);
let v634 = v632 & v633;
let v635 = u32(16);
let v636 = v635 * v634;
let v637 = v631 >> u32(v636);
let v638 = u32(65535);
let v639 = v621 & v638;
let v640 = u32(32767);
let v641 = v639 & v640;
let v642 = u32(13);
let v643 = v641 << u32(v642);
let v644 = u32(939524096);
let v645 = v643 + v644;
let v648 = u32(2139095040);
let v649 = v643 | v648;
let v650 = u32(31744);
let v651 = v641 >= v650;
let v652 = select(v645, v649, v651);
let v653 = f32(v641);
let v654 = f32(5.960464477539063e-8);
let v655 = v653 * v654;
let v656 = u32(1024);
let v657 = v641 < v656;
let v658 = bitcast<f32>(v652);
let v659 = select(v658, v655, v657);
let v660 = bitcast<u32>(v659);
let v661 = u32(32768);
let v662 = v639 & v661;
let v664 = v662 << u32(v635);
let v665 = v660 | v664;
let v666 = bitcast<f32>(v665);
let v667 = u32(255);
let v668 = v637 & v667;
let v669 = f32(v668);
let v670 = v666 * v669;
let v672 = v621 >> u32(v635);
let v674 = v672 & v640;
let v676 = v674 << u32(v642);
let v678 = v676 + v644;
let v682 = v676 | v648;
let v684 = v674 >= v650;
let v685 = select(v678, v682, v684);
let v686 = f32(v674);
let v688 = v686 * v654;
let v690 = v674 < v656;
let v691 = bitcast<f32>(v685);
let v692 = select(v691, v688, v690);
let v693 = bitcast<u32>(v692);
let v695 = v672 & v661;
let v697 = v695 << u32(v635);
let v698 = v693 | v697;
let v699 = bitcast<f32>(v698);
let v700 = -v699;
let v701 = u32(8);
let v702 = v637 >> u32(v701);
let v704 = v702 & v667;
let v705 = f32(v704);
let v706 = v700 * v705;
if v610 {
let v710 = v30[1];
let v712 = v710 >> u32(v635);
let v713 = u32(15);
let v714 = v712 & v713;
let v715 = f32(v714);
let v1698 = fma(v715, v670, v706);
let v720 = v20 * v15;
let v721 = v720 + v604;
let v727 = &(*v1718)[v721];
*v727 = v1698;

}
let v729 = v604 + v622;
let v730 = v729 < v15;
if v730 {
let v731 = v30[1];
let v732 = u32(20);
let v733 = v731 >> u32(v732);
let v734 = u32(15);
let v735 = v733 & v734;
let v736 = f32(v735);
let v1699 = fma(v736, v670, v706);
let v741 = v20 * v15;
let v742 = v741 + v604;
let v744 = v742 + v622;
let v748 = &(*v1718)[v744];
*v748 = v1699;

}
let v750 = v604 + v624;
let v751 = v750 < v15;
if v751 {
let v752 = v30[1];
let v753 = u32(24);
let v754 = v752 >> u32(v753);
let v755 = u32(15);
let v756 = v754 & v755;
let v757 = f32(v756);
let v1700 = fma(v757, v670, v706);
let v762 = v20 * v15;
let v763 = v762 + v604;
let v765 = v763 + v624;
let v769 = &(*v1718)[v765];
*v769 = v1700;

}
let v770 = u32(3);
let v771 = v604 + v770;
let v772 = v771 < v15;
if v772 {
let v773 = v30[1];
let v774 = u32(28);
let v775 = v773 >> u32(v774);
let v776 = u32(15);
let v777 = v775 & v776;
let v778 = f32(v777);
let v1701 = fma(v778, v670, v706);
let v783 = v20 * v15;
let v784 = v783 + v604;
let v786 = v784 + v770;
let v790 = &(*v1718)[v786];
*v790 = v1701;

}

}
let v793 = u32(16);
let v794 = v32 + v793;
let v797 = v36 + v794;
let v799 = v797 / v31;
let v800 = v794 < v15;
if v800 {
let v802 = v799 / v413;
let v803 = u32(5);
let v804 = v802 * v803;
let v806 = v799 % v413;
let v810 = &(*v1719)[v804];
let v811 = *v810;
let v812 = u32(1);
let v813 = v804 + v812;
let v814 = u32(2);
let v815 = v806 / v814;
let v816 = v813 + v815;
let v820 = &(*v1719)[v816];
let v821 = *v820;
let v822 = u32(v806);
let v823 = u32(1);
let v824 = v822 & v823;
let v825 = u32(16);
let v826 = v825 * v824;
let v827 = v821 >> u32(v826);
let v828 = u32(65535);
let v829 = v811 & v828;
let v830 = u32(32767);
let v831 = v829 & v830;
let v832 = u32(13);
let v833 = v831 << u32(v832);
let v834 = u32(939524096);
let v835 = v833 + v834;
let v838 = u32(2139095040);
let v839 = v833 | v838;
let v840 = u32(31744);
let v841 = v831 >= v840;
let v842 = select(v835, v839, v841);
let v843 = f32(v831);
let v844 = f32(5.960464477539063e-8);
let v845 = v843 * v844;
let v846 = u32(1024);
let v847 = v831 < v846;
let v848 = bitcast<f32>(v842);
let v849 = select(v848, v845, v847);
let v850 = bitcast<u32>(v849);
let v851 = u32(32768);
let v852 = v829 & v851;
let v854 = v852 << u32(v825);
let v855 = v850 | v854;
let v856 = bitcast<f32>(v855);
let v857 = u32(255);
let v858 = v827 & v857;
let v859 = f32(v858);
let v860 = v856 * v859;
let v862 = v811 >> u32(v825);
let v864 = v862 & v830;
let v866 = v864 << u32(v832);
let v868 = v866 + v834;
let v872 = v866 | v838;
let v874 = v864 >= v840;
let v875 = select(v868, v872, v874);
let v876 = f32(v864);
let v878 = v876 * v844;
let v880 = v864 < v846;
let v881 = bitcast<f32>(v875);
let v882 = select(v881, v878, v880);
let v883 = bitcast<u32>(v882);
let v885 = v862 & v851;
let v887 = v885 << u32(v825);
let v888 = v883 | v887;
let v889 = bitcast<f32>(v888);
let v890 = -v889;
let v891 = u32(8);
let v892 = v827 >> u32(v891);
let v894 = v892 & v857;
let v895 = f32(v894);
let v896 = v890 * v895;
if v800 {
let v900 = v30[2];
let v903 = u32(15);
let v904 = v900 & v903;
let v905 = f32(v904);
let v1702 = fma(v905, v860, v896);
let v910 = v20 * v15;
let v911 = v910 + v794;
let v917 = &(*v1718)[v911];
*v917 = v1702;

}
let v919 = v794 + v812;
let v920 = v919 < v15;
if v920 {
let v921 = v30[2];
let v922 = u32(4);
let v923 = v921 >> u32(v922);
let v924 = u32(15);
let v925 = v923 & v924;
let v926 = f32(v925);
let v1703 = fma(v926, v860, v896);
let v931 = v20 * v15;
let v932 = v931 + v794;
let v934 = v932 + v812;
let v938 = &(*v1718)[v934];
*v938 = v1703;

}
let v940 = v794 + v814;
let v941 = v940 < v15;
if v941 {
let v942 = v30[2];
let v944 = v942 >> u32(v891);
let v945 = u32(15);
let v946 = v944 & v945;
let v947 = f32(v946);
let v1704 = fma(v947, v860, v896);
let v952 = v20 * v15;
let v953 = v952 + v794;
let v955 = v953 + v814;
let v959 = &(*v1718)[v955];
*v959 = v1704;

}
let v960 = u32(3);
let v961 = v794 + v960;
let v962 = v961 < v15;
if v962 {
let v963 = v30[2];
let v964 = u32(12);
let v965 = v963 >> u32(v964);
let v966 = u32(15);
let v967 = v965 & v966;
let v968 = f32(v967);
let v1705 = fma(v968, v860, v896);
let v973 = v20 * v15;
let v974 = v973 + v794;
let v976 = v974 + v960;
let v980 = &(*v1718)[v976];
*v980 = v1705;

}

}
let v983 = u32(20);
let v984 = v32 + v983;
let v987 = v36 + v984;
let v989 = v987 / v31;
let v990 = v984 < v15;
if v990 {
let v992 = v989 / v413;
let v993 = u32(5);
let v994 = v992 * v993;
let v996 = v989 % v413;
let v1000 = &(*v1719)[v994];
let v1001 = *v1000;
let v1002 = u32(1);
let v1003 = v994 + v1002;
let v1004 = u32(2);
let v1005 = v996 / v1004;
let v1006 = v1003 + v1005;
let v1010 = &(*v1719)[v1006];
let v1011 = *v1010;
let v1012 = u32(v996);
let v1013 = u32(1);
let v1014 = v1012 & v1013;
let v1015 = u32(16);
let v1016 = v1015 * v1014;
let v1017 = v1011 >> u32(v1016);
let v1018 = u32(65535);
let v1019 = v1001 & v1018;
let v1020 = u32(32767);
let v1021 = v1019 & v1020;
let v1022 = u32(13);
let v1023 = v1021 << u32(v1022);
let v1024 = u32(939524096);
let v1025 = v1023 + v1024;
let v1028 = u32(2139095040);
let v1029 = v1023 | v1028;
let v1030 = u32(31744);
let v1031 = v1021 >= v1030;
let v1032 = select(v1025, v1029, v1031);
let v1033 = f32(v1021);
let v1034 = f32(5.960464477539063e-8);
let v1035 = v1033 * v1034;
let v1036 = u32(1024);
let v1037 = v1021 < v1036;
let v1038 = bitcast<f32>(v1032);
let v1039 = select(v1038, v1035, v1037);
let v1040 = bitcast<u32>(v1039);
let v1041 = u32(32768);
let v1042 = v1019 & v1041;
let v1044 = v1042 << u32(v1015);
let v1045 = v1040 | v1044;
let v1046 = bitcast<f32>(v1045);
let v1047 = u32(255);
let v1048 = v1017 & v1047;
let v1049 = f32(v1048);
let v1050 = v1046 * v1049;
let v1052 = v1001 >> u32(v1015);
let v1054 = v1052 & v1020;
let v1056 = v1054 << u32(v1022);
let v1058 = v1056 + v1024;
let v1062 = v1056 | v1028;
let v1064 = v1054 >= v1030;
let v1065 = select(v1058, v1062, v1064);
let v1066 = f32(v1054);
let v1068 = v1066 * v1034;
let v1070 = v1054 < v1036;
let v1071 = bitcast<f32>(v1065);
let v1072 = select(v1071, v1068, v1070);
let v1073 = bitcast<u32>(v1072);
let v1075 = v1052 & v1041;
let v1077 = v1075 << u32(v1015);
let v1078 = v1073 | v1077;
let v1079 = bitcast<f32>(v1078);
let v1080 = -v1079;
let v1081 = u32(8);
let v1082 = v1017 >> u32(v1081);
let v1084 = v1082 & v1047;
let v1085 = f32(v1084);
let v1086 = v1080 * v1085;
if v990 {
let v1090 = v30[2];
let v1092 = v1090 >> u32(v1015);
let v1093 = u32(15);
let v1094 = v1092 & v1093;
let v1095 = f32(v1094);
let v1706 = fma(v1095, v1050, v1086);
let v1100 = v20 * v15;
let v1101 = v1100 + v984;
let v1107 = &(*v1718)[v1101];
*v1107 = v1706;

}
let v1109 = v984 + v1002;
let v1110 = v1109 < v15;
if v1110 {
let v1111 = v30[2];
let v1112 = u32(20);
let v1113 = v1111 >> u32(v1112);
let v1114 = u32(15);
let v1115 = v1113 & v1114;
let v1116 = f32(v1115);
let v1707 = fma(v1116, v1050, v1086);
let v1121 = v20 * v15;
let v1122 = v1121 + v984;
let v1124 = v1122 + v1002;
let v1128 = &(*v1718)[v1124];
*v1128 = v1707;

}
let v1130 = v984 + v1004;
let v1131 = v1130 < v15;
if v1131 {
let v1132 = v30[2];
let v1133 = u32(24);
let v1134 = v1132 >> u32(v1133);
let v1135 = u32(15);
let v1136 = v1134 & v1135;
let v1137 = f32(v1136);
let v1708 = fma(v1137, v1050, v1086);
let v1142 = v20 * v15;
let v1143 = v1142 + v984;
let v1145 = v1143 + v1004;
let v1149 = &(*v1718)[v1145];
*v1149 = v1708;

}
let v1150 = u32(3);
let v1151 = v984 + v1150;
let v1152 = v1151 < v15;
if v1152 {
let v1153 = v30[2];
let v1154 = u32(28);
let v1155 = v1153 >> u32(v1154);
let v1156 = u32(15);
let v1157 = v1155 & v1156;
let v1158 = f32(v1157);
let v1709 = fma(v1158, v1050, v1086);
let v1163 = v20 * v15;
let v1164 = v1163 + v984;
let v1166 = v1164 + v1150;
let v1170 = &(*v1718)[v1166];
*v1170 = v1709;

}

}
let v1173 = u32(24);
let v1174 = v32 + v1173;
let v1177 = v36 + v1174;
let v1179 = v1177 / v31;
let v1180 = v1174 < v15;
if v1180 {
let v1182 = v1179 / v413;
let v1183 = u32(5);
let v1184 = v1182 * v1183;
let v1186 = v1179 % v413;
let v1190 = &(*v1719)[v1184];
let v1191 = *v1190;
let v1192 = u32(1);
let v1193 = v1184 + v1192;
let v1194 = u32(2);
let v1195 = v1186 / v1194;
let v1196 = v1193 + v1195;
let v1200 = &(*v1719)[v1196];
let v1201 = *v1200;
let v1202 = u32(v1186);
let v1203 = u32(1);
let v1204 = v1202 & v1203;
let v1205 = u32(16);
let v1206 = v1205 * v1204;
let v1207 = v1201 >> u32(v1206);
let v1208 = u32(65535);
let v1209 = v1191 & v1208;
let v1210 = u32(32767);
let v1211 = v1209 & v1210;
let v1212 = u32(13);
let v1213 = v1211 << u32(v1212);
let v1214 = u32(939524096);
let v1215 = v1213 + v1214;
let v1218 = u32(2139095040);
let v1219 = v1213 | v1218;
let v1220 = u32(31744);
let v1221 = v1211 >= v1220;
let v1222 = select(v1215, v1219, v1221);
let v1223 = f32(v1211);
let v1224 = f32(5.960464477539063e-8);
let v1225 = v1223 * v1224;
let v1226 = u32(1024);
let v1227 = v1211 < v1226;
let v1228 = bitcast<f32>(v1222);
let v1229 = select(v1228, v1225, v1227);
let v1230 = bitcast<u32>(v1229);
let v1231 = u32(32768);
let v1232 = v1209 & v1231;
let v1234 = v1232 << u32(v1205);
let v1235 = v1230 | v1234;
let v1236 = bitcast<f32>(v1235);
let v1237 = u32(255);
let v1238 = v1207 & v1237;
let v1239 = f32(v1238);
let v1240 = v1236 * v1239;
let v1242 = v1191 >> u32(v1205);
let v1244 = v1242 & v1210;
let v1246 = v1244 << u32(v1212);
let v1248 = v1246 + v1214;
let v1252 = v1246 | v1218;
let v1254 = v1244 >= v1220;
let v1255 = select(v1248, v1252, v1254);
let v1256 = f32(v1244);
let v1258 = v1256 * v1224;
let v1260 = v1244 < v1226;
let v1261 = bitcast<f32>(v1255);
let v1262 = select(v1261, v1258, v1260);
let v1263 = bitcast<u32>(v1262);
let v1265 = v1242 & v1231;
let v1267 = v1265 << u32(v1205);
let v1268 = v1263 | v1267;
let v1269 = bitcast<f32>(v1268);
let v1270 = -v1269;
let v1271 = u32(8);
let v1272 = v1207 >> u32(v1271);
let v1274 = v1272 & v1237;
let v1275 = f32(v1274);
let v1276 = v1270 * v1275;
if v1180 {
let v1280 = v30[3];
let v1283 = u32(15);
let v1284 = v1280 & v1283;
let v1285 = f32(v1284);
let v1710 = fma(v1285, v1240, v1276);
let v1290 = v20 * v15;
let v1291 = v1290 + v1174;
let v1297 = &(*v1718)[v1291];
*v1297 = v1710;

}
let v1299 = v1174 + v1192;
let v1300 = v1299 < v15;
if v1300 {
let v1301 = v30[3];
let v1302 = u32(4);
let v1303 = v1301 >> u32(v1302);
let v1304 = u32(15);
let v1305 = v1303 & v1304;
let v1306 = f32(v1305);
let v1711 = fma(v1306, v1240, v1276);
let v1311 = v20 * v15;
let v1312 = v1311 + v1174;
let v1314 = v1312 + v1192;
let v1318 = &(*v1718)[v1314];
*v1318 = v1711;

}
let v1320 = v1174 + v1194;
let v1321 = v1320 < v15;
if v1321 {
let v1322 = v30[3];
let v1324 = v1322 >> u32(v1271);
let v1325 = u32(15);
let v1326 = v1324 & v1325;
let v1327 = f32(v1326);
let v1712 = fma(v1327, v1240, v1276);
let v1332 = v20 * v15;
let v1333 = v1332 + v1174;
let v1335 = v1333 + v1194;
let v1339 = &(*v1718)[v1335];
*v1339 = v1712;

}
let v1340 = u32(3);
let v1341 = v1174 + v1340;
let v1342 = v1341 < v15;
if v1342 {
let v1343 = v30[3];
let v1344 = u32(12);
let v1345 = v1343 >> u32(v1344);
let v1346 = u32(15);
let v1347 = v1345 & v1346;
let v1348 = f32(v1347);
let v1713 = fma(v1348, v1240, v1276);
let v1353 = v20 * v15;
let v1354 = v1353 + v1174;
let v1356 = v1354 + v1340;
let v1360 = &(*v1718)[v1356];
*v1360 = v1713;

}

}
let v1363 = u32(28);
let v1364 = v32 + v1363;
let v1367 = v36 + v1364;
let v1369 = v1367 / v31;
let v1370 = v1364 < v15;
if v1370 {
let v1372 = v1369 / v413;
let v1373 = u32(5);
let v1374 = v1372 * v1373;
let v1376 = v1369 % v413;
let v1380 = &(*v1719)[v1374];
let v1381 = *v1380;
let v1382 = u32(1);
let v1383 = v1374 + v1382;
let v1384 = u32(2);
let v1385 = v1376 / v1384;
let v1386 = v1383 + v1385;
let v1390 = &(*v1719)[v1386];
let v1391 = *v1390;
let v1392 = u32(v1376);
let v1393 = u32(1);
let v1394 = v1392 & v1393;
let v1395 = u32(16);
let v1396 = v1395 * v1394;
let v1397 = v1391 >> u32(v1396);
let v1398 = u32(65535);
let v1399 = v1381 & v1398;
let v1400 = u32(32767);
let v1401 = v1399 & v1400;
let v1402 = u32(13);
let v1403 = v1401 << u32(v1402);
let v1404 = u32(939524096);
let v1405 = v1403 + v1404;
let v1408 = u32(2139095040);
let v1409 = v1403 | v1408;
let v1410 = u32(31744);
let v1411 = v1401 >= v1410;
let v1412 = select(v1405, v1409, v1411);
let v1413 = f32(v1401);
let v1414 = f32(5.960464477539063e-8);
let v1415 = v1413 * v1414;
let v1416 = u32(1024);
let v1417 = v1401 < v1416;
let v1418 = bitcast<f32>(v1412);
let v1419 = select(v1418, v1415, v1417);
let v1420 = bitcast<u32>(v1419);
let v1421 = u32(32768);
let v1422 = v1399 & v1421;
let v1424 = v1422 << u32(v1395);
let v1425 = v1420 | v1424;
let v1426 = bitcast<f32>(v1425);
let v1427 = u32(255);
let v1428 = v1397 & v1427;
let v1429 = f32(v1428);
let v1430 = v1426 * v1429;
let v1432 = v1381 >> u32(v1395);
let v1434 = v1432 & v1400;
let v1436 = v1434 << u32(v1402);
let v1438 = v1436 + v1404;
let v1442 = v1436 | v1408;
let v1444 = v1434 >= v1410;
let v1445 = select(v1438, v1442, v1444);
let v1446 = f32(v1434);
let v1448 = v1446 * v1414;
let v1450 = v1434 < v1416;
let v1451 = bitcast<f32>(v1445);
let v1452 = select(v1451, v1448, v1450);
let v1453 = bitcast<u32>(v1452);
let v1455 = v1432 & v1421;
let v1457 = v1455 << u32(v1395);
let v1458 = v1453 | v1457;
let v1459 = bitcast<f32>(v1458);
let v1460 = -v1459;
let v1461 = u32(8);
let v1462 = v1397 >> u32(v1461);
let v1464 = v1462 & v1427;
let v1465 = f32(v1464);
let v1466 = v1460 * v1465;
if v1370 {
let v1470 = v30[3];
let v1472 = v1470 >> u32(v1395);
let v1473 = u32(15);
let v1474 = v1472 & v1473;
let v1475 = f32(v1474);
let v1714 = fma(v1475, v1430, v1466);
let v1480 = v20 * v15;
let v1481 = v1480 + v1364;
let v1487 = &(*v1718)[v1481];
*v1487 = v1714;

}
let v1489 = v1364 + v1382;
let v1490 = v1489 < v15;
if v1490 {
let v1491 = v30[3];
let v1492 = u32(20);
let v1493 = v1491 >> u32(v1492);
let v1494 = u32(15);
let v1495 = v1493 & v1494;
let v1496 = f32(v1495);
let v1715 = fma(v1496, v1430, v1466);
let v1501 = v20 * v15;
let v1502 = v1501 + v1364;
let v1504 = v1502 + v1382;
let v1508 = &(*v1718)[v1504];
*v1508 = v1715;

}
let v1510 = v1364 + v1384;
let v1511 = v1510 < v15;
if v1511 {
let v1512 = v30[3];
let v1513 = u32(24);
let v1514 = v1512 >> u32(v1513);
let v1515 = u32(15);
let v1516 = v1514 & v1515;
let v1517 = f32(v1516);
let v1716 = fma(v1517, v1430, v1466);
let v1522 = v20 * v15;
let v1523 = v1522 + v1364;
let v1525 = v1523 + v1384;
let v1529 = &(*v1718)[v1525];
*v1529 = v1716;

}
let v1530 = u32(3);
let v1531 = v1364 + v1530;
let v1532 = v1531 < v15;
if v1532 {
let v1533 = v30[3];
let v1534 = u32(28);
let v1535 = v1533 >> u32(v1534);
let v1536 = u32(15);
let v1537 = v1535 & v1536;
let v1538 = f32(v1537);
let v1717 = fma(v1538, v1430, v1466);
let v1543 = v20 * v15;
let v1544 = v1543 + v1364;
let v1546 = v1544 + v1530;
let v1550 = &(*v1718)[v1546];
*v1550 = v1717;

}

}

}
return;

}
