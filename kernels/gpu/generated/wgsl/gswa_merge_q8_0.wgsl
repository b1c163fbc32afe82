@group(0) @binding(6) var<storage, read_write> v25: array<f32>;
@group(0) @binding(5) var<storage, read_write> v21: array<u32>;
@group(0) @binding(4) var<storage, read_write> v17: array<f32>;
@group(0) @binding(3) var<storage, read_write> v13: array<f32>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 2>, static_meta: array<u32, 8> }
@group(0) @binding(7) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn gswa_merge_kernel(@builtin(local_invocation_index) v822: u32, @builtin(workgroup_id) v827: vec3<u32>, @builtin(num_workgroups) v829: vec3<u32>) {
let v842 = &v25;
let v843 = &v21;
let v844 = &v17;
let v845 = &v13;
let v846 = &v9;
let v847 = &v5;
let v848 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v828 = v827[2];
let v806 = u32(v828);
let v830 = v829[1];
let v808 = u32(v830);
let v809 = v806 * v808;
let v831 = v829[0];
let v811 = u32(v831);
let v812 = v809 * v811;
let v832 = v827[1];
let v814 = u32(v832);
let v817 = v814 * v811;
let v818 = v812 + v817;
let v834 = v827[0];
let v820 = u32(v834);
let v821 = v818 + v820;
let v32 = u32(2);
let v33 = v821 / v32;
let v34 = v33 < v29;
if v34 {
let v36 = v821 % v32;
let v41 = &(*v847)[v32];
let v42 = *v41;
let v43 = u32(v42);
let v44 = u32(5);
let v45 = v33 * v44;
let v46 = v43 + v45;
let v52 = &(*v847)[v46];
let v53 = *v52;
let v54 = u32(v53);
let v55 = u32(1);
let v56 = v46 + v55;
let v60 = &(*v847)[v56];
let v61 = *v60;
let v62 = u32(v61);
let v64 = v46 + v32;
let v68 = &(*v847)[v64];
let v69 = *v68;
let v70 = u32(v69);
let v71 = u32(3);
let v72 = v46 + v71;
let v76 = &(*v847)[v72];
let v77 = *v76;
let v78 = u32(v77);
let v823 = v822;
let v80 = u32(v823);
var<function> v777_store: u32;
let v777 = &v777_store;
*v777 = v80;
loop {
let v82 = *v777;
let v83 = u32(128);
let v84 = v82 < v83;
if !v84 { break; }
let v87 = v36 * v32;
let v88 = *v777;
let v89 = u32(64);
let v90 = v88 / v89;
let v91 = v87 + v90;
let v94 = v88 % v89;
let v95 = f32(1.0);
var<function> v779_store: f32;
let v779 = &v779_store;
*v779 = v95;
let v99 = v78 > v3;
if v99 {
let v100 = f32(0.0);
*v779 = v100;
let v102 = v62 > v3;
if v102 {
let v103 = u32(4);
let v104 = v33 * v103;
let v105 = v104 + v91;
let v109 = &(*v846)[v105];
let v110 = *v109;
*v779 = v110;

}

}
let v111 = f32(0.0);
var<function> v780_store: f32;
let v780 = &v780_store;
*v780 = v111;
let v115 = v62 > v3;
if v115 {
let v116 = u32(4);
let v117 = v54 * v116;
let v118 = v117 + v91;
let v119 = u32(66);
let v120 = v118 * v119;
let v121 = f32(-3.4028234663852886e38);
var<function> v781_store: f32;
let v781 = &v781_store;
*v781 = v121;
for(var v126: u32 = v3; v126 < v62; v126 += v55) {
let v128 = u32(264);
let v129 = v126 * v128;
let v130 = v120 + v129;
let v132 = v130 + v89;
let v136 = &(*v848)[v132];
let v137 = *v136;
let v138 = *v781;
let v139 = max(v138, v137);
*v781 = v139;

}
var<function> v783_store: f32;
let v783 = &v783_store;
*v783 = v111;
var<function> v784_store: f32;
let v784 = &v784_store;
*v784 = v111;
for(var v148: u32 = v3; v148 < v62; v148 += v55) {
let v150 = u32(264);
let v151 = v148 * v150;
let v152 = v120 + v151;
let v154 = v152 + v89;
let v158 = &(*v848)[v154];
let v159 = *v158;
let v160 = *v781;
let v161 = v159 - v160;
let v162 = exp(v161);
let v163 = v152 + v94;
let v167 = &(*v848)[v163];
let v168 = *v167;
let v170 = *v783;
let v836 = fma(v162, v168, v170);
*v783 = v836;
let v175 = v154 + v55;
let v179 = &(*v848)[v175];
let v180 = *v179;
let v182 = *v784;
let v837 = fma(v162, v180, v182);
*v784 = v837;

}
let v184 = *v783;
let v185 = *v784;
let v186 = v184 / v185;
let v187 = *v779;
let v189 = *v780;
let v838 = fma(v187, v186, v189);
*v780 = v838;

}
if v99 {
let v194 = *v779;
let v195 = v95 - v194;
let v196 = u32(4);
let v197 = v70 * v196;
let v198 = v197 + v91;
let v199 = u32(66);
let v200 = v198 * v199;
let v201 = f32(-3.4028234663852886e38);
var<function> v786_store: f32;
let v786 = &v786_store;
*v786 = v201;
for(var v206: u32 = v3; v206 < v78; v206 += v55) {
let v208 = u32(264);
let v209 = v206 * v208;
let v210 = v200 + v209;
let v212 = v210 + v89;
let v216 = &(*v848)[v212];
let v217 = *v216;
let v218 = *v786;
let v219 = max(v218, v217);
*v786 = v219;

}
var<function> v788_store: f32;
let v788 = &v788_store;
*v788 = v111;
var<function> v789_store: f32;
let v789 = &v789_store;
*v789 = v111;
for(var v228: u32 = v3; v228 < v78; v228 += v55) {
let v230 = u32(264);
let v231 = v228 * v230;
let v232 = v200 + v231;
let v234 = v232 + v89;
let v238 = &(*v848)[v234];
let v239 = *v238;
let v240 = *v786;
let v241 = v239 - v240;
let v242 = exp(v241);
let v243 = v232 + v94;
let v247 = &(*v848)[v243];
let v248 = *v247;
let v250 = *v788;
let v839 = fma(v242, v248, v250);
*v788 = v839;
let v255 = v234 + v55;
let v259 = &(*v848)[v255];
let v260 = *v259;
let v262 = *v789;
let v840 = fma(v242, v260, v262);
*v789 = v840;

}
let v264 = *v788;
let v265 = *v789;
let v266 = v264 / v265;
let v268 = *v780;
let v841 = fma(v195, v266, v268);
*v780 = v841;

}
let v270 = u32(4);
let v271 = v33 * v270;
let v272 = v271 + v91;
let v274 = v272 * v89;
let v275 = v274 + v94;
let v279 = &(*v842)[v275];
let v280 = *v780;
*v279 = v280;
let v281 = *v777;
let v282 = u32(128);
let v283 = v281 + v282;
*v777 = v283;

}
let v284 = u32(4);
let v285 = v46 + v284;
let v289 = &(*v847)[v285];
let v290 = *v289;
let v291 = u32(4294967295);
let v292 = v290 != v291;
if v292 {
let v294 = v33 * v32;
let v295 = v294 + v36;
let v296 = u32(64);
let v297 = v295 * v296;
let v298 = u32(v290);
let v300 = v298 * v32;
let v301 = v300 + v36;
let v303 = v30 * v32;
let v304 = u32(16);
let v305 = v301 * v304;
var<function> v791_store: u32;
let v791 = &v791_store;
*v791 = v80;
loop {
let v309 = *v791;
let v311 = v309 < v304;
if !v311 { break; }
let v314 = *v791;
let v315 = v284 * v314;
let v316 = v297 + v315;
let v320 = u32(32);
let v321 = v315 / v320;
let v323 = v321 * v320;
let v324 = v297 + v323;
let v325 = u32(0);
var<function> v793_store: u32;
let v793 = &v793_store;
*v793 = v325;
for(var v331: u32 = v3; v331 < v320; v331 += v55) {
let v333 = v324 + v331;
let v337 = &(*v845)[v333];
let v338 = *v337;
let v339 = bitcast<u32>(v338);
let v340 = u32(2147483647);
let v341 = v339 & v340;
let v342 = *v793;
let v343 = max(v342, v341);
*v793 = v343;

}
let v344 = *v793;
let v345 = bitcast<f32>(v344);
let v346 = f32(0.007874015718698502);
let v347 = v345 * v346;
let v348 = f32(7.888609052210118e-31);
let v349 = max(v347, v348);
let v350 = bitcast<u32>(v349);
let v351 = u32(32767);
let v352 = v350 + v351;
let v353 = u32(16);
let v354 = v350 >> u32(v353);
let v355 = u32(1);
let v356 = v354 & v355;
let v357 = v352 + v356;
let v359 = v357 >> u32(v353);
let v362 = u32(64);
let v363 = v354 | v362;
let v364 = u32(2147483647);
let v365 = v350 & v364;
let v366 = u32(2139095040);
let v367 = v365 > v366;
let v368 = select(v359, v363, v367);
let v371 = v344 >= v366;
let v372 = u32(32704);
let v373 = select(v368, v372, v371);
let v377 = &(*v845)[v316];
let v378 = *v377;
let v380 = v373 << u32(v353);
let v381 = bitcast<f32>(v380);
let v382 = v378 / v381;
let v383 = f32(12582912.0);
let v384 = v382 + v383;
let v385 = bitcast<u32>(v384);
let v386 = u32(255);
let v387 = v385 & v386;
let v389 = v373 == v372;
let v391 = select(v387, v325, v389);
let v393 = v316 + v55;
let v397 = &(*v845)[v393];
let v398 = *v397;
let v402 = v398 / v381;
let v404 = v402 + v383;
let v405 = bitcast<u32>(v404);
let v407 = v405 & v386;
let v411 = select(v407, v325, v389);
let v412 = u32(8);
let v413 = v411 << u32(v412);
let v414 = v391 | v413;
let v416 = v316 + v32;
let v420 = &(*v845)[v416];
let v421 = *v420;
let v425 = v421 / v381;
let v427 = v425 + v383;
let v428 = bitcast<u32>(v427);
let v430 = v428 & v386;
let v434 = select(v430, v325, v389);
let v436 = v316 + v71;
let v440 = &(*v845)[v436];
let v441 = *v440;
let v445 = v441 / v381;
let v447 = v445 + v383;
let v448 = bitcast<u32>(v447);
let v450 = v448 & v386;
let v454 = select(v450, v325, v389);
let v456 = v454 << u32(v412);
let v457 = v434 | v456;
let v459 = v457 << u32(v353);
let v460 = v414 | v459;
let v461 = *v791;
let v462 = v305 + v461;
let v466 = &(*v843)[v462];
*v466 = v460;
let v468 = u32(128);
let v469 = v461 + v468;
*v791 = v469;

}
let v470 = v303 + v301;
let v472 = v470 * v304;
var<function> v795_store: u32;
let v795 = &v795_store;
*v795 = v80;
loop {
let v476 = *v795;
let v478 = v476 < v304;
if !v478 { break; }
let v481 = *v795;
let v482 = v284 * v481;
let v483 = v297 + v482;
let v487 = u32(32);
let v488 = v482 / v487;
let v490 = v488 * v487;
let v491 = v297 + v490;
let v492 = u32(0);
var<function> v797_store: u32;
let v797 = &v797_store;
*v797 = v492;
for(var v498: u32 = v3; v498 < v487; v498 += v55) {
let v500 = v491 + v498;
let v504 = &(*v844)[v500];
let v505 = *v504;
let v506 = bitcast<u32>(v505);
let v507 = u32(2147483647);
let v508 = v506 & v507;
let v509 = *v797;
let v510 = max(v509, v508);
*v797 = v510;

}
let v511 = *v797;
let v512 = bitcast<f32>(v511);
let v513 = f32(0.007874015718698502);
let v514 = v512 * v513;
let v515 = f32(7.888609052210118e-31);
let v516 = max(v514, v515);
let v517 = bitcast<u32>(v516);
let v518 = u32(32767);
let v519 = v517 + v518;
let v520 = u32(16);
let v521 = v517 >> u32(v520);
let v522 = u32(1);
let v523 = v521 & v522;
let v524 = v519 + v523;
let v526 = v524 >> u32(v520);
let v529 = u32(64);
let v530 = v521 | v529;
let v531 = u32(2147483647);
let v532 = v517 & v531;
let v533 = u32(2139095040);
let v534 = v532 > v533;
let v535 = select(v526, v530, v534);
let v538 = v511 >= v533;
let v539 = u32(32704);
let v540 = select(v535, v539, v538);
let v544 = &(*v844)[v483];
let v545 = *v544;
let v547 = v540 << u32(v520);
let v548 = bitcast<f32>(v547);
let v549 = v545 / v548;
let v550 = f32(12582912.0);
let v551 = v549 + v550;
let v552 = bitcast<u32>(v551);
let v553 = u32(255);
let v554 = v552 & v553;
let v556 = v540 == v539;
let v558 = select(v554, v492, v556);
let v560 = v483 + v55;
let v564 = &(*v844)[v560];
let v565 = *v564;
let v569 = v565 / v548;
let v571 = v569 + v550;
let v572 = bitcast<u32>(v571);
let v574 = v572 & v553;
let v578 = select(v574, v492, v556);
let v579 = u32(8);
let v580 = v578 << u32(v579);
let v581 = v558 | v580;
let v583 = v483 + v32;
let v587 = &(*v844)[v583];
let v588 = *v587;
let v592 = v588 / v548;
let v594 = v592 + v550;
let v595 = bitcast<u32>(v594);
let v597 = v595 & v553;
let v601 = select(v597, v492, v556);
let v603 = v483 + v71;
let v607 = &(*v844)[v603];
let v608 = *v607;
let v612 = v608 / v548;
let v614 = v612 + v550;
let v615 = bitcast<u32>(v614);
let v617 = v615 & v553;
let v621 = select(v617, v492, v556);
let v623 = v621 << u32(v579);
let v624 = v601 | v623;
let v626 = v624 << u32(v520);
let v627 = v581 | v626;
let v628 = *v795;
let v629 = v472 + v628;
let v633 = &(*v843)[v629];
*v633 = v627;
let v635 = u32(128);
let v636 = v628 + v635;
*v795 = v636;

}
let v638 = v32 * v303;
let v640 = v638 * v304;
let v642 = v301 * v32;
let v643 = v640 + v642;
var<function> v799_store: u32;
let v799 = &v799_store;
*v799 = v80;
loop {
let v647 = *v799;
let v649 = v647 < v32;
if !v649 { break; }
let v651 = *v799;
let v652 = u32(32);
let v653 = v651 * v652;
let v654 = v297 + v653;
let v655 = u32(0);
var<function> v801_store: u32;
let v801 = &v801_store;
*v801 = v655;
for(var v661: u32 = v3; v661 < v652; v661 += v55) {
let v663 = v654 + v661;
let v667 = &(*v845)[v663];
let v668 = *v667;
let v669 = bitcast<u32>(v668);
let v670 = u32(2147483647);
let v671 = v669 & v670;
let v672 = *v801;
let v673 = max(v672, v671);
*v801 = v673;

}
let v674 = *v801;
let v675 = bitcast<f32>(v674);
let v676 = f32(0.007874015718698502);
let v677 = v675 * v676;
let v678 = f32(7.888609052210118e-31);
let v679 = max(v677, v678);
let v680 = bitcast<u32>(v679);
let v681 = u32(32767);
let v682 = v680 + v681;
let v683 = u32(16);
let v684 = v680 >> u32(v683);
let v685 = u32(1);
let v686 = v684 & v685;
let v687 = v682 + v686;
let v689 = v687 >> u32(v683);
let v692 = u32(64);
let v693 = v684 | v692;
let v694 = u32(2147483647);
let v695 = v680 & v694;
let v696 = u32(2139095040);
let v697 = v695 > v696;
let v698 = select(v689, v693, v697);
let v701 = v674 >= v696;
let v702 = u32(32704);
let v703 = select(v698, v702, v701);
let v704 = *v799;
let v706 = v704 * v652;
let v707 = v297 + v706;
var<function> v803_store: u32;
let v803 = &v803_store;
*v803 = v655;
for(var v714: u32 = v3; v714 < v652; v714 += v55) {
let v716 = v707 + v714;
let v720 = &(*v844)[v716];
let v721 = *v720;
let v722 = bitcast<u32>(v721);
let v724 = v722 & v694;
let v725 = *v803;
let v726 = max(v725, v724);
*v803 = v726;

}
let v727 = *v803;
let v728 = bitcast<f32>(v727);
let v730 = v728 * v676;
let v732 = max(v730, v678);
let v733 = bitcast<u32>(v732);
let v735 = v733 + v681;
let v737 = v733 >> u32(v683);
let v739 = v737 & v685;
let v740 = v735 + v739;
let v742 = v740 >> u32(v683);
let v746 = v737 | v692;
let v748 = v733 & v694;
let v750 = v748 > v696;
let v751 = select(v742, v746, v750);
let v754 = v727 >= v696;
let v756 = select(v751, v702, v754);
let v758 = v756 << u32(v683);
let v759 = v703 | v758;
let v760 = *v799;
let v761 = v643 + v760;
let v765 = &(*v843)[v761];
*v765 = v759;
let v767 = u32(128);
let v768 = v760 + v767;
*v799 = v768;

}

}

}
return;

}
