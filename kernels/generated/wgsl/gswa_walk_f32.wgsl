var<workgroup> shared_v93: array<vec4<f32>, 64>;
var<workgroup> shared_v97: array<vec4<f32>, 544>;
var<workgroup> shared_v101: array<f32, 128>;
var<workgroup> shared_v105: array<f32, 4>;
var<workgroup> shared_v109: array<f32, 4>;
var<workgroup> shared_v113: array<f32, 4>;
@group(0) @binding(5) var<storage, read_write> v21: array<f32>;
@group(0) @binding(4) var<storage, read_write> v17: array<u32>;
@group(0) @binding(3) var<storage, read_write> v13: array<vec4<u32>>;
@group(0) @binding(2) var<storage, read_write> v9: array<vec4<f32>>;
@group(0) @binding(1) var<storage, read_write> v5: array<vec4<f32>>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<f32>>;
struct info_st { scalars_usize: array<u32, 2>, scalars_f32: array<f32, 2>, static_meta: array<u32, 6> }
@group(0) @binding(6) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn gswa_walk_kernel_n_4_w_4(@builtin(local_invocation_index) v1065: u32, @builtin(workgroup_id) v1069: vec3<u32>, @builtin(num_workgroups) v1071: vec3<u32>) {
let v1099 = &v21;
let v1100 = &v17;
let v1101 = &v13;
let v1102 = &v9;
let v1103 = &v5;
let v1104 = &v1;
let v3 = u32(0);
let v25 = info_var.scalars_usize[0];
let v26 = info_var.scalars_usize[1];
let v27 = info_var.scalars_f32[0];
let v1070 = v1069[2];
let v1049 = u32(v1070);
let v1072 = v1071[1];
let v1051 = u32(v1072);
let v1052 = v1049 * v1051;
let v1073 = v1071[0];
let v1054 = u32(v1073);
let v1055 = v1052 * v1054;
let v1074 = v1069[1];
let v1057 = u32(v1074);
let v1060 = v1057 * v1054;
let v1061 = v1055 + v1060;
let v1076 = v1069[0];
let v1063 = u32(v1076);
let v1064 = v1061 + v1063;
let v33 = &(*v1100)[v3];
let v34 = *v33;
let v35 = u32(v34);
let v36 = u32(2);
let v37 = v35 * v36;
let v38 = v1064 < v37;
if v38 {
let v40 = v1064 / v36;
let v41 = u32(10);
let v42 = v40 * v41;
let v43 = u32(4);
let v44 = v43 + v42;
let v46 = v1064 % v36;
let v47 = u32(1);
let v48 = v44 + v47;
let v52 = &(*v1100)[v48];
let v53 = *v52;
let v54 = u32(v53);
let v56 = v44 + v36;
let v60 = &(*v1100)[v56];
let v61 = *v60;
let v62 = u32(v61);
let v67 = &(*v1100)[v47];
let v68 = *v67;
let v69 = u32(v68);
let v71 = v44 + v43;
let v75 = &(*v1100)[v71];
let v76 = *v75;
let v77 = u32(v76);
let v79 = v77 * v43;
let v80 = v69 + v79;
let v81 = u32(5);
let v82 = v44 + v81;
let v86 = &(*v1100)[v82];
let v87 = *v86;
let v88 = u32(v87);
let v90 = v88 * v36;
let v1066 = v1065;
let v92 = u32(v1066);
let v1005 = &shared_v93;
let v95 = u32(64);
let v1006 = &shared_v97;
let v1007 = &shared_v101;
let v103 = u32(128);
let v1008 = &shared_v105;
let v1009 = &shared_v109;
let v1010 = &shared_v113;
var<function> v1011_store: u32;
let v1011 = &v1011_store;
*v1011 = v92;
loop {
let v118 = u32(16);
let v119 = v90 * v118;
let v120 = *v1011;
let v121 = v120 < v119;
if !v121 { break; }
let v123 = *v1011;
let v124 = u32(16);
let v125 = v123 / v124;
let v127 = v125 / v36;
let v129 = v127 * v43;
let v130 = v80 + v129;
let v136 = &(*v1100)[v130];
let v137 = *v136;
let v138 = u32(v137);
let v140 = v46 * v36;
let v142 = v125 % v36;
let v143 = v140 + v142;
let v145 = v138 * v43;
let v146 = v145 + v143;
let v148 = v146 * v124;
let v151 = v123 % v124;
let v152 = v148 + v151;
let v156 = &(*v1104)[v152];
let v157 = *v156;
let v162 = &(*v1005)[v123];
*v162 = v157;
let v165 = v123 + v103;
*v1011 = v165;

}
var<function> v1013_store: u32;
let v1013 = &v1013_store;
*v1013 = v92;
loop {
let v167 = *v1013;
let v168 = v167 < v90;
if !v168 { break; }
let v172 = *v1013;
let v174 = &(*v1008)[v172];
let v175 = f32(-3.4028234663852886e38);
*v174 = v175;
let v180 = &(*v1009)[v172];
let v181 = f32(0.0);
*v180 = v181;
let v184 = v172 + v103;
*v1013 = v184;

}
let v185 = u32(32);
let v186 = v92 % v185;
let v188 = v92 / v185;
let v191 = u32(16);
let v192 = v92 % v191;
let v194 = v92 / v191;
var<function> v1015_store: array<vec4<f32>, 1>= array<vec4<f32>, 1>();
let v1015 = &v1015_store;
let v201 = f32(0.0);
let v202 = vec4<f32>(v201);
let v207 = &(*v1015)[v3];
*v207 = v202;
var<function> v1016_store: u32;
let v1016 = &v1016_store;
*v1016 = v54;
loop {
let v209 = *v1016;
let v210 = v209 < v62;
if !v210 { break; }
let v217 = &(*v1100)[v44];
let v218 = *v217;
let v219 = u32(0);
let v220 = v218 == v219;
var<function> v1018_store: u32;
let v1018 = &v1018_store;
*v1018 = v92;
loop {
let v224 = *v1018;
let v225 = u32(512);
let v226 = v224 < v225;
if !v226 { break; }
let v228 = *v1018;
let v230 = v228 / v191;
let v233 = v228 % v191;
let v234 = *v1016;
let v235 = v234 + v230;
var<function> v1020_store: vec4<f32>;
let v1020 = &v1020_store;
*v1020 = v202;
let v239 = v235 < v62;
if v239 {
var<function> v1021_store: u32;
let v1021 = &v1021_store;
*v1021 = v3;
var<function> v1022_store: u32;
let v1022 = &v1022_store;
*v1022 = v3;
let v246 = true;
var<function> v1023_store: bool;
let v1023 = &v1023_store;
*v1023 = v246;
if v220 {
let v251 = u32(3);
let v253 = &(*v1100)[v251];
let v254 = *v253;
let v255 = u32(v254);
let v256 = u32(6);
let v257 = v44 + v256;
let v261 = &(*v1100)[v257];
let v262 = *v261;
let v263 = u32(v262);
let v264 = v255 + v263;
let v265 = v235 / v25;
let v266 = v264 + v265;
let v270 = &(*v1100)[v266];
let v271 = *v270;
let v272 = u32(v271);
let v273 = v272 * v25;
let v274 = v235 % v25;
let v275 = v273 + v274;
*v1022 = v275;

} else {
let v276 = u32(8);
let v277 = v44 + v276;
let v281 = &(*v1100)[v277];
let v282 = *v281;
let v283 = u32(v282);
let v284 = v235 >= v283;
if v284 {
let v285 = false;
*v1023 = v285;
let v286 = u32(9);
let v287 = v44 + v286;
let v291 = &(*v1100)[v287];
let v292 = *v291;
let v293 = u32(v292);
let v294 = v293 + v235;
let v295 = v294 - v283;
*v1021 = v295;

} else {
let v296 = u32(6);
let v297 = v44 + v296;
let v301 = &(*v1100)[v297];
let v302 = *v301;
let v303 = u32(v302);
let v304 = u32(7);
let v305 = v44 + v304;
let v309 = &(*v1100)[v305];
let v310 = *v309;
let v311 = u32(v310);
let v312 = v235 % v311;
let v313 = v303 + v312;
*v1022 = v313;

}

}
let v314 = *v1023;
if v314 {
let v316 = *v1022;
let v319 = v316 * v36;
let v320 = v319 + v46;
let v322 = v320 * v191;
let v323 = v322 + v233;
let v327 = &(*v1101)[v323];
let v328 = *v327;
var<function> v1024_store: vec4<f32>;
let v1024 = &v1024_store;
*v1024 = v202;
let v332 = v328[0];
let v333 = bitcast<f32>(v332);
let v334 = *v1024;
let v335 = vec4<f32>(v333, v334[1], v334[2], v334[3]);
*v1024 = v335;
let v336 = v328[1];
let v337 = bitcast<f32>(v336);
let v338 = *v1024;
let v339 = vec4<f32>(v338[0], v337, v338[2], v338[3]);
*v1024 = v339;
let v340 = v328[2];
let v341 = bitcast<f32>(v340);
let v342 = *v1024;
let v343 = vec4<f32>(v342[0], v342[1], v341, v342[3]);
*v1024 = v343;
let v344 = v328[3];
let v345 = bitcast<f32>(v344);
let v346 = *v1024;
let v347 = vec4<f32>(v346[0], v346[1], v346[2], v345);
*v1024 = v347;
let v348 = *v1024;
*v1020 = v348;

} else {
let v349 = *v1021;
let v351 = v349 * v36;
let v352 = v351 + v46;
let v354 = v352 * v191;
let v355 = v354 + v233;
let v359 = &(*v1103)[v355];
let v360 = *v359;
var<function> v1025_store: vec4<f32>;
let v1025 = &v1025_store;
*v1025 = v202;
let v364 = v360[0];
let v365 = *v1025;
let v366 = vec4<f32>(v364, v365[1], v365[2], v365[3]);
*v1025 = v366;
let v367 = v360[1];
let v368 = *v1025;
let v369 = vec4<f32>(v368[0], v367, v368[2], v368[3]);
*v1025 = v369;
let v370 = v360[2];
let v371 = *v1025;
let v372 = vec4<f32>(v371[0], v371[1], v370, v371[3]);
*v1025 = v372;
let v373 = v360[3];
let v374 = *v1025;
let v375 = vec4<f32>(v374[0], v374[1], v374[2], v373);
*v1025 = v375;
let v376 = *v1025;
*v1020 = v376;

}

}
let v377 = u32(17);
let v378 = v230 * v377;
let v379 = v378 + v233;
let v383 = &(*v1006)[v379];
let v384 = *v1020;
*v383 = v384;
let v385 = *v1018;
let v387 = v385 + v103;
*v1018 = v387;

}
workgroupBarrier();
var<function> v1026_store: array<f32, 1>= array<f32, 1>();
let v1026 = &v1026_store;
let v396 = &(*v1026)[v3];
*v396 = v201;
for(var v401: u32 = v3; v401 < v191; v401 += v47) {
let v403 = u32(17);
let v404 = v186 * v403;
let v405 = v404 + v401;
let v409 = &(*v1006)[v405];
let v410 = *v409;
let v413 = u32(3);
let v414 = min(v188, v413);
let v416 = v414 * v191;
let v417 = v416 + v401;
let v421 = &(*v1005)[v417];
let v422 = *v421;
let v423 = v410 * v422;
let v424 = v423[0];
let v430 = *v396;
let v431 = v430 + v424;
*v396 = v431;
let v432 = v423[1];
let v438 = *v396;
let v439 = v438 + v432;
*v396 = v439;
let v440 = v423[2];
let v446 = *v396;
let v447 = v446 + v440;
*v396 = v447;
let v448 = v423[3];
let v454 = *v396;
let v455 = v454 + v448;
*v396 = v455;

}
let v456 = *v1016;
let v457 = v456 + v186;
let v460 = v188 < v90;
if v460 {
let v462 = v188 / v36;
let v464 = v462 * v43;
let v465 = v80 + v464;
let v466 = v457 < v62;
var<function> v1028_store: bool;
let v1028 = &v1028_store;
if v466 {
let v468 = v465 + v47;
let v472 = &(*v1100)[v468];
let v473 = *v472;
let v474 = u32(v473);
let v475 = v457 >= v474;
*v1028 = v475;

} else {
let v477 = false;
*v1028 = v477;

}
let v478 = *v1028;
var<function> v1029_store: bool;
let v1029 = &v1029_store;
if v478 {
let v480 = v465 + v36;
let v484 = &(*v1100)[v480];
let v485 = *v484;
let v486 = u32(v485);
let v487 = v457 <= v486;
*v1029 = v487;

} else {
let v489 = false;
*v1029 = v489;

}
let v495 = *v396;
let v496 = v495 * v27;
let v497 = *v1029;
let v498 = f32(-3.4028234663852886e38);
let v499 = select(v498, v496, v497);
*v396 = v499;
let v510 = *v396;
let v512 = v188 * v185;
let v513 = v512 + v186;
let v517 = &(*v1007)[v513];
*v517 = v510;

}
workgroupBarrier();
var<function> v1030_store: u32;
let v1030 = &v1030_store;
*v1030 = v92;
loop {
let v519 = *v1030;
let v520 = v519 < v90;
if !v520 { break; }
let v524 = *v1030;
let v526 = &(*v1008)[v524];
let v527 = *v526;
var<function> v1032_store: f32;
let v1032 = &v1032_store;
*v1032 = v527;
for(var v532: u32 = v3; v532 < v185; v532 += v47) {
let v534 = *v1030;
let v536 = v534 * v185;
let v537 = v536 + v532;
let v541 = &(*v1007)[v537];
let v542 = *v541;
let v543 = *v1032;
let v544 = max(v543, v542);
*v1032 = v544;

}
let v547 = *v1030;
let v549 = &(*v1008)[v547];
let v550 = *v1032;
*v549 = v550;
let v552 = v527 - v550;
let v553 = exp(v552);
let v558 = &(*v1010)[v547];
*v558 = v553;
let v561 = v547 + v103;
*v1030 = v561;

}
workgroupBarrier();
if v460 {
let v570 = *v396;
let v571 = f32(-3.4028234663852886e38);
let v572 = v570 != v571;
let v582 = &(*v1008)[v188];
let v583 = *v582;
let v584 = v570 - v583;
let v585 = exp(v584);
let v587 = select(v201, v585, v572);
let v589 = v188 * v185;
let v590 = v589 + v186;
let v594 = &(*v1007)[v590];
*v594 = v587;

}
let v601 = *v217;
let v603 = v601 == v219;
var<function> v1034_store: u32;
let v1034 = &v1034_store;
*v1034 = v92;
loop {
let v607 = *v1034;
let v608 = u32(512);
let v609 = v607 < v608;
if !v609 { break; }
let v611 = *v1034;
let v613 = v611 / v191;
let v616 = v611 % v191;
let v617 = *v1016;
let v618 = v617 + v613;
var<function> v1036_store: vec4<f32>;
let v1036 = &v1036_store;
*v1036 = v202;
let v622 = v618 < v62;
if v622 {
var<function> v1037_store: u32;
let v1037 = &v1037_store;
*v1037 = v3;
var<function> v1038_store: u32;
let v1038 = &v1038_store;
*v1038 = v3;
let v629 = true;
var<function> v1039_store: bool;
let v1039 = &v1039_store;
*v1039 = v629;
if v603 {
let v634 = u32(3);
let v636 = &(*v1100)[v634];
let v637 = *v636;
let v638 = u32(v637);
let v639 = u32(6);
let v640 = v44 + v639;
let v644 = &(*v1100)[v640];
let v645 = *v644;
let v646 = u32(v645);
let v647 = v638 + v646;
let v648 = v618 / v25;
let v649 = v647 + v648;
let v653 = &(*v1100)[v649];
let v654 = *v653;
let v655 = u32(v654);
let v656 = v655 * v25;
let v657 = v618 % v25;
let v658 = v656 + v657;
*v1038 = v658;

} else {
let v659 = u32(8);
let v660 = v44 + v659;
let v664 = &(*v1100)[v660];
let v665 = *v664;
let v666 = u32(v665);
let v667 = v618 >= v666;
if v667 {
let v668 = false;
*v1039 = v668;
let v669 = u32(9);
let v670 = v44 + v669;
let v674 = &(*v1100)[v670];
let v675 = *v674;
let v676 = u32(v675);
let v677 = v676 + v618;
let v678 = v677 - v666;
*v1037 = v678;

} else {
let v679 = u32(6);
let v680 = v44 + v679;
let v684 = &(*v1100)[v680];
let v685 = *v684;
let v686 = u32(v685);
let v687 = u32(7);
let v688 = v44 + v687;
let v692 = &(*v1100)[v688];
let v693 = *v692;
let v694 = u32(v693);
let v695 = v618 % v694;
let v696 = v686 + v695;
*v1038 = v696;

}

}
let v697 = *v1039;
if v697 {
let v698 = *v1038;
let v699 = v26 + v698;
let v701 = v699 * v36;
let v702 = v701 + v46;
let v704 = v702 * v191;
let v705 = v704 + v616;
let v709 = &(*v1101)[v705];
let v710 = *v709;
var<function> v1040_store: vec4<f32>;
let v1040 = &v1040_store;
*v1040 = v202;
let v714 = v710[0];
let v715 = bitcast<f32>(v714);
let v716 = *v1040;
let v717 = vec4<f32>(v715, v716[1], v716[2], v716[3]);
*v1040 = v717;
let v718 = v710[1];
let v719 = bitcast<f32>(v718);
let v720 = *v1040;
let v721 = vec4<f32>(v720[0], v719, v720[2], v720[3]);
*v1040 = v721;
let v722 = v710[2];
let v723 = bitcast<f32>(v722);
let v724 = *v1040;
let v725 = vec4<f32>(v724[0], v724[1], v723, v724[3]);
*v1040 = v725;
let v726 = v710[3];
let v727 = bitcast<f32>(v726);
let v728 = *v1040;
let v729 = vec4<f32>(v728[0], v728[1], v728[2], v727);
*v1040 = v729;
let v730 = *v1040;
*v1036 = v730;

} else {
let v731 = *v1037;
let v733 = v731 * v36;
let v734 = v733 + v46;
let v736 = v734 * v191;
let v737 = v736 + v616;
let v741 = &(*v1102)[v737];
let v742 = *v741;
var<function> v1041_store: vec4<f32>;
let v1041 = &v1041_store;
*v1041 = v202;
let v746 = v742[0];
let v747 = *v1041;
let v748 = vec4<f32>(v746, v747[1], v747[2], v747[3]);
*v1041 = v748;
let v749 = v742[1];
let v750 = *v1041;
let v751 = vec4<f32>(v750[0], v749, v750[2], v750[3]);
*v1041 = v751;
let v752 = v742[2];
let v753 = *v1041;
let v754 = vec4<f32>(v753[0], v753[1], v752, v753[3]);
*v1041 = v754;
let v755 = v742[3];
let v756 = *v1041;
let v757 = vec4<f32>(v756[0], v756[1], v756[2], v755);
*v1041 = v757;
let v758 = *v1041;
*v1036 = v758;

}

}
let v759 = u32(17);
let v760 = v613 * v759;
let v761 = v760 + v616;
let v765 = &(*v1006)[v761];
let v766 = *v1036;
*v765 = v766;
let v767 = *v1034;
let v769 = v767 + v103;
*v1034 = v769;

}
workgroupBarrier();
var<function> v1042_store: u32;
let v1042 = &v1042_store;
*v1042 = v92;
loop {
let v771 = *v1042;
let v772 = v771 < v90;
if !v772 { break; }
let v776 = *v1042;
let v778 = &(*v1009)[v776];
let v779 = *v778;
let v784 = &(*v1010)[v776];
let v785 = *v784;
let v786 = v779 * v785;
var<function> v1044_store: f32;
let v1044 = &v1044_store;
*v1044 = v786;
for(var v791: u32 = v3; v791 < v185; v791 += v47) {
let v793 = *v1042;
let v795 = v793 * v185;
let v796 = v795 + v791;
let v800 = &(*v1007)[v796];
let v801 = *v800;
let v802 = *v1044;
let v803 = v802 + v801;
*v1044 = v803;

}
let v806 = *v1042;
let v808 = &(*v1009)[v806];
let v809 = *v1044;
*v808 = v809;
let v812 = v806 + v103;
*v1042 = v812;

}
let v813 = v194 < v90;
if v813 {
let v816 = u32(3);
let v817 = min(v194, v816);
let v821 = &(*v1010)[v817];
let v822 = *v821;
let v823 = vec4<f32>(v822);
let v829 = *v207;
let v830 = v829 * v823;
*v207 = v830;
for(var v834: u32 = v3; v834 < v185; v834 += v47) {
let v836 = u32(17);
let v837 = v834 * v836;
let v838 = v837 + v192;
let v842 = &(*v1006)[v838];
let v843 = *v842;
let v849 = v817 * v185;
let v850 = v849 + v834;
let v854 = &(*v1007)[v850];
let v855 = *v854;
let v856 = vec4<f32>(v855);
let v863 = *v207;
let v1098 = fma(v843, v856, v863);
*v207 = v1098;

}

}
workgroupBarrier();
let v865 = *v1016;
let v867 = v865 + v185;
*v1016 = v867;

}
let v870 = v194 < v90;
let v871 = true;
var<function> v1047_store: bool;
let v1047 = &v1047_store;
if v870 {
*v1047 = v871;

} else {
let v874 = false;
*v1047 = v874;

}
let v875 = *v1047;
if v875 {
let v877 = v194 / v36;
let v879 = v877 * v43;
let v880 = v80 + v879;
let v881 = u32(3);
let v882 = v880 + v881;
let v886 = &(*v1100)[v882];
let v887 = *v886;
let v888 = u32(v887);
let v890 = v44 + v881;
let v894 = &(*v1100)[v890];
let v895 = *v894;
let v896 = u32(v895);
let v897 = v888 + v896;
let v899 = v46 * v36;
let v901 = v194 % v36;
let v902 = v899 + v901;
let v904 = v897 * v43;
let v905 = v904 + v902;
let v906 = u32(66);
let v907 = v905 * v906;
let v913 = *v207;
let v914 = v913[0];
let v916 = v192 * v43;
let v917 = v907 + v916;
let v923 = &(*v1099)[v917];
*v923 = v914;
let v930 = v913[1];
let v935 = v917 + v47;
let v939 = &(*v1099)[v935];
*v939 = v930;
let v946 = v913[2];
let v951 = v917 + v36;
let v955 = &(*v1099)[v951];
*v955 = v946;
let v962 = v913[3];
let v967 = v917 + v881;
let v971 = &(*v1099)[v967];
*v971 = v962;
let v973 = v192 == v3;
if v973 {
let v977 = &(*v1008)[v194];
let v978 = *v977;
let v980 = v907 + v95;
let v984 = &(*v1099)[v980];
*v984 = v978;
let v988 = &(*v1009)[v194];
let v989 = *v988;
let v993 = v980 + v47;
let v997 = &(*v1099)[v993];
*v997 = v989;

}

}

}
return;

}
