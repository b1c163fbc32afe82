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
fn gswa_walk_kernel_n_4_w_4(@builtin(local_invocation_index) v1118: u32, @builtin(workgroup_id) v1122: vec3<u32>, @builtin(num_workgroups) v1124: vec3<u32>) {
let v1153 = &v21;
let v1154 = &v17;
let v1155 = &v13;
let v1156 = &v9;
let v1157 = &v5;
let v1158 = &v1;
let v3 = u32(0);
let v25 = info_var.scalars_usize[0];
let v26 = info_var.scalars_usize[1];
let v27 = info_var.scalars_f32[0];
let v1123 = v1122[2];
let v1102 = u32(v1123);
let v1125 = v1124[1];
let v1104 = u32(v1125);
let v1105 = v1102 * v1104;
let v1126 = v1124[0];
let v1107 = u32(v1126);
let v1108 = v1105 * v1107;
let v1127 = v1122[1];
let v1110 = u32(v1127);
let v1113 = v1110 * v1107;
let v1114 = v1108 + v1113;
let v1129 = v1122[0];
let v1116 = u32(v1129);
let v1117 = v1114 + v1116;
let v33 = &(*v1154)[v3];
let v34 = *v33;
let v35 = u32(v34);
let v36 = u32(2);
let v37 = v35 * v36;
let v38 = v1117 < v37;
if v38 {
let v40 = v1117 / v36;
let v41 = u32(10);
let v42 = v40 * v41;
let v43 = u32(4);
let v44 = v43 + v42;
let v46 = v1117 % v36;
let v47 = u32(1);
let v48 = v44 + v47;
let v52 = &(*v1154)[v48];
let v53 = *v52;
let v54 = u32(v53);
let v56 = v44 + v36;
let v60 = &(*v1154)[v56];
let v61 = *v60;
let v62 = u32(v61);
let v67 = &(*v1154)[v47];
let v68 = *v67;
let v69 = u32(v68);
let v71 = v44 + v43;
let v75 = &(*v1154)[v71];
let v76 = *v75;
let v77 = u32(v76);
let v79 = v77 * v43;
let v80 = v69 + v79;
let v81 = u32(5);
let v82 = v44 + v81;
let v86 = &(*v1154)[v82];
let v87 = *v86;
let v88 = u32(v87);
let v90 = v88 * v36;
let v1119 = v1118;
let v92 = u32(v1119);
let v1054 = &shared_v93;
let v95 = u32(64);
let v1055 = &shared_v97;
let v1056 = &shared_v101;
let v103 = u32(128);
let v1057 = &shared_v105;
let v1058 = &shared_v109;
let v1059 = &shared_v113;
var<function> v1060_store: u32;
let v1060 = &v1060_store;
*v1060 = v92;
loop {
let v118 = u32(16);
let v119 = v90 * v118;
let v120 = *v1060;
let v121 = v120 < v119;
if !v121 { break; }
let v123 = *v1060;
let v124 = u32(16);
let v125 = v123 / v124;
let v127 = v125 / v36;
let v129 = v127 * v43;
let v130 = v80 + v129;
let v136 = &(*v1154)[v130];
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
let v156 = &(*v1158)[v152];
let v157 = *v156;
let v162 = &(*v1054)[v123];
*v162 = v157;
let v165 = v123 + v103;
*v1060 = v165;

}
var<function> v1062_store: u32;
let v1062 = &v1062_store;
*v1062 = v92;
loop {
let v167 = *v1062;
let v168 = v167 < v90;
if !v168 { break; }
let v172 = *v1062;
let v174 = &(*v1057)[v172];
let v175 = f32(-3.4028234663852886e38);
*v174 = v175;
let v180 = &(*v1058)[v172];
let v181 = f32(0.0);
*v180 = v181;
let v184 = v172 + v103;
*v1062 = v184;

}
let v185 = u32(32);
let v186 = v92 % v185;
let v188 = v92 / v185;
let v191 = u32(16);
let v192 = v92 % v191;
let v194 = v92 / v191;
var<function> v1064_store: array<vec4<f32>, 1>= array<vec4<f32>, 1>();
let v1064 = &v1064_store;
let v201 = f32(0.0);
let v202 = vec4<f32>(v201);
let v207 = &(*v1064)[v3];
*v207 = v202;
var<function> v1065_store: u32;
let v1065 = &v1065_store;
*v1065 = v54;
loop {
let v209 = *v1065;
let v210 = v209 < v62;
if !v210 { break; }
let v217 = &(*v1154)[v44];
let v218 = *v217;
let v219 = u32(0);
let v220 = v218 == v219;
var<function> v1067_store: u32;
let v1067 = &v1067_store;
*v1067 = v92;
loop {
let v224 = *v1067;
let v225 = u32(512);
let v226 = v224 < v225;
if !v226 { break; }
let v228 = *v1067;
let v230 = v228 / v191;
let v233 = v228 % v191;
let v234 = *v1065;
let v235 = v234 + v230;
var<function> v1069_store: vec4<f32>;
let v1069 = &v1069_store;
*v1069 = v202;
let v239 = v235 < v62;
if v239 {
var<function> v1070_store: u32;
let v1070 = &v1070_store;
*v1070 = v3;
var<function> v1071_store: u32;
let v1071 = &v1071_store;
*v1071 = v3;
let v246 = true;
var<function> v1072_store: bool;
let v1072 = &v1072_store;
*v1072 = v246;
if v220 {
let v251 = u32(3);
let v253 = &(*v1154)[v251];
let v254 = *v253;
let v255 = u32(v254);
let v256 = u32(6);
let v257 = v44 + v256;
let v261 = &(*v1154)[v257];
let v262 = *v261;
let v263 = u32(v262);
let v264 = v255 + v263;
let v265 = v235 / v25;
let v266 = v264 + v265;
let v270 = &(*v1154)[v266];
let v271 = *v270;
let v272 = u32(v271);
let v273 = v272 * v25;
let v274 = v235 % v25;
let v275 = v273 + v274;
*v1071 = v275;

} else {
let v276 = u32(8);
let v277 = v44 + v276;
let v281 = &(*v1154)[v277];
let v282 = *v281;
let v283 = u32(v282);
let v284 = v235 >= v283;
if v284 {
let v285 = false;
*v1072 = v285;
let v286 = u32(9);
let v287 = v44 + v286;
let v291 = &(*v1154)[v287];
let v292 = *v291;
let v293 = u32(v292);
let v294 = v293 + v235;
let v295 = v294 - v283;
*v1070 = v295;

} else {
let v296 = u32(6);
let v297 = v44 + v296;
let v301 = &(*v1154)[v297];
let v302 = *v301;
let v303 = u32(v302);
let v304 = u32(7);
let v305 = v44 + v304;
let v309 = &(*v1154)[v305];
let v310 = *v309;
let v311 = u32(v310);
let v312 = v235 % v311;
let v313 = v303 + v312;
*v1071 = v313;

}

}
let v314 = *v1072;
if v314 {
let v315 = *v1071;
let v317 = v315 * v36;
let v318 = v317 + v46;
var<function> v1073_store: u32;
let v1073 = &v1073_store;
*v1073 = v219;
let v328 = v318 * v191;
let v329 = v328 + v233;
let v333 = &(*v1155)[v329];
let v334 = *v333;
var<function> v1074_store: vec4<f32>;
let v1074 = &v1074_store;
*v1074 = v202;
let v338 = v334[0];
let v339 = bitcast<f32>(v338);
let v340 = *v1074;
let v341 = vec4<f32>(v339, v340[1], v340[2], v340[3]);
*v1074 = v341;
let v342 = v334[1];
let v343 = bitcast<f32>(v342);
let v344 = *v1074;
let v345 = vec4<f32>(v344[0], v343, v344[2], v344[3]);
*v1074 = v345;
let v346 = v334[2];
let v347 = bitcast<f32>(v346);
let v348 = *v1074;
let v349 = vec4<f32>(v348[0], v348[1], v347, v348[3]);
*v1074 = v349;
let v350 = v334[3];
let v351 = bitcast<f32>(v350);
let v352 = *v1074;
let v353 = vec4<f32>(v352[0], v352[1], v352[2], v351);
*v1074 = v353;
let v354 = *v1074;
*v1069 = v354;

} else {
let v355 = *v1070;
let v357 = v355 * v36;
let v358 = v357 + v46;
let v360 = v358 * v191;
let v361 = v360 + v233;
var<function> v1075_store: u32;
let v1075 = &v1075_store;
*v1075 = v219;
var<function> v1076_store: vec4<f32>;
let v1076 = &v1076_store;
*v1076 = v202;
let v371 = &(*v1157)[v361];
let v372 = *v371;
let v373 = v372[0];
let v374 = *v1076;
let v375 = vec4<f32>(v373, v374[1], v374[2], v374[3]);
*v1076 = v375;
let v381 = v372[1];
let v382 = *v1076;
let v383 = vec4<f32>(v382[0], v381, v382[2], v382[3]);
*v1076 = v383;
let v389 = v372[2];
let v390 = *v1076;
let v391 = vec4<f32>(v390[0], v390[1], v389, v390[3]);
*v1076 = v391;
let v397 = v372[3];
let v398 = *v1076;
let v399 = vec4<f32>(v398[0], v398[1], v398[2], v397);
*v1076 = v399;
let v400 = *v1076;
*v1069 = v400;

}

}
let v401 = u32(17);
let v402 = v230 * v401;
let v403 = v402 + v233;
let v407 = &(*v1055)[v403];
let v408 = *v1069;
*v407 = v408;
let v409 = *v1067;
let v411 = v409 + v103;
*v1067 = v411;

}
workgroupBarrier();
var<function> v1077_store: array<f32, 1>= array<f32, 1>();
let v1077 = &v1077_store;
let v420 = &(*v1077)[v3];
*v420 = v201;
for(var v425: u32 = v3; v425 < v191; v425 += v47) {
let v427 = u32(17);
let v428 = v186 * v427;
let v429 = v428 + v425;
let v433 = &(*v1055)[v429];
let v434 = *v433;
let v437 = u32(3);
let v438 = min(v188, v437);
let v440 = v438 * v191;
let v441 = v440 + v425;
let v445 = &(*v1054)[v441];
let v446 = *v445;
let v447 = v434 * v446;
let v448 = v447[0];
let v454 = *v420;
let v455 = v454 + v448;
*v420 = v455;
let v456 = v447[1];
let v462 = *v420;
let v463 = v462 + v456;
*v420 = v463;
let v464 = v447[2];
let v470 = *v420;
let v471 = v470 + v464;
*v420 = v471;
let v472 = v447[3];
let v478 = *v420;
let v479 = v478 + v472;
*v420 = v479;

}
let v480 = *v1065;
let v481 = v480 + v186;
let v484 = v188 < v90;
if v484 {
let v486 = v188 / v36;
let v488 = v486 * v43;
let v489 = v80 + v488;
let v490 = v481 < v62;
var<function> v1079_store: bool;
let v1079 = &v1079_store;
if v490 {
let v492 = v489 + v47;
let v496 = &(*v1154)[v492];
let v497 = *v496;
let v498 = u32(v497);
let v499 = v481 >= v498;
*v1079 = v499;

} else {
let v501 = false;
*v1079 = v501;

}
let v502 = *v1079;
var<function> v1080_store: bool;
let v1080 = &v1080_store;
if v502 {
let v504 = v489 + v36;
let v508 = &(*v1154)[v504];
let v509 = *v508;
let v510 = u32(v509);
let v511 = v481 <= v510;
*v1080 = v511;

} else {
let v513 = false;
*v1080 = v513;

}
let v519 = *v420;
let v520 = v519 * v27;
let v521 = *v1080;
let v522 = f32(-3.4028234663852886e38);
let v523 = select(v522, v520, v521);
*v420 = v523;
let v534 = *v420;
let v536 = v188 * v185;
let v537 = v536 + v186;
let v541 = &(*v1056)[v537];
*v541 = v534;

}
workgroupBarrier();
var<function> v1081_store: u32;
let v1081 = &v1081_store;
*v1081 = v92;
loop {
let v543 = *v1081;
let v544 = v543 < v90;
if !v544 { break; }
let v548 = *v1081;
let v550 = &(*v1057)[v548];
let v551 = *v550;
var<function> v1083_store: f32;
let v1083 = &v1083_store;
*v1083 = v551;
for(var v556: u32 = v3; v556 < v185; v556 += v47) {
let v558 = *v1081;
let v560 = v558 * v185;
let v561 = v560 + v556;
let v565 = &(*v1056)[v561];
let v566 = *v565;
let v567 = *v1083;
let v568 = max(v567, v566);
*v1083 = v568;

}
let v571 = *v1081;
let v573 = &(*v1057)[v571];
let v574 = *v1083;
*v573 = v574;
let v576 = v551 - v574;
let v577 = exp(v576);
let v582 = &(*v1059)[v571];
*v582 = v577;
let v585 = v571 + v103;
*v1081 = v585;

}
workgroupBarrier();
if v484 {
let v594 = *v420;
let v595 = f32(-3.4028234663852886e38);
let v596 = v594 == v595;
let v606 = &(*v1057)[v188];
let v607 = *v606;
let v608 = v594 - v607;
let v609 = exp(v608);
let v611 = select(v609, v201, v596);
let v613 = v188 * v185;
let v614 = v613 + v186;
let v618 = &(*v1056)[v614];
*v618 = v611;

}
let v625 = *v217;
let v627 = v625 == v219;
var<function> v1085_store: u32;
let v1085 = &v1085_store;
*v1085 = v92;
loop {
let v631 = *v1085;
let v632 = u32(512);
let v633 = v631 < v632;
if !v633 { break; }
let v635 = *v1085;
let v637 = v635 / v191;
let v640 = v635 % v191;
let v641 = *v1065;
let v642 = v641 + v637;
var<function> v1087_store: vec4<f32>;
let v1087 = &v1087_store;
*v1087 = v202;
let v646 = v642 < v62;
if v646 {
var<function> v1088_store: u32;
let v1088 = &v1088_store;
*v1088 = v3;
var<function> v1089_store: u32;
let v1089 = &v1089_store;
*v1089 = v3;
let v653 = true;
var<function> v1090_store: bool;
let v1090 = &v1090_store;
*v1090 = v653;
if v627 {
let v658 = u32(3);
let v660 = &(*v1154)[v658];
let v661 = *v660;
let v662 = u32(v661);
let v663 = u32(6);
let v664 = v44 + v663;
let v668 = &(*v1154)[v664];
let v669 = *v668;
let v670 = u32(v669);
let v671 = v662 + v670;
let v672 = v642 / v25;
let v673 = v671 + v672;
let v677 = &(*v1154)[v673];
let v678 = *v677;
let v679 = u32(v678);
let v680 = v679 * v25;
let v681 = v642 % v25;
let v682 = v680 + v681;
*v1089 = v682;

} else {
let v683 = u32(8);
let v684 = v44 + v683;
let v688 = &(*v1154)[v684];
let v689 = *v688;
let v690 = u32(v689);
let v691 = v642 >= v690;
if v691 {
let v692 = false;
*v1090 = v692;
let v693 = u32(9);
let v694 = v44 + v693;
let v698 = &(*v1154)[v694];
let v699 = *v698;
let v700 = u32(v699);
let v701 = v700 + v642;
let v702 = v701 - v690;
*v1088 = v702;

} else {
let v703 = u32(6);
let v704 = v44 + v703;
let v708 = &(*v1154)[v704];
let v709 = *v708;
let v710 = u32(v709);
let v711 = u32(7);
let v712 = v44 + v711;
let v716 = &(*v1154)[v712];
let v717 = *v716;
let v718 = u32(v717);
let v719 = v642 % v718;
let v720 = v710 + v719;
*v1089 = v720;

}

}
let v721 = *v1090;
if v721 {
let v722 = *v1089;
let v724 = v722 * v36;
let v725 = v724 + v46;
let v727 = v26 * v36;
var<function> v1091_store: u32;
let v1091 = &v1091_store;
*v1091 = v219;
let v733 = v725 + v727;
let v735 = v733 * v191;
let v736 = v735 + v640;
let v740 = &(*v1155)[v736];
let v741 = *v740;
var<function> v1092_store: vec4<f32>;
let v1092 = &v1092_store;
*v1092 = v202;
let v745 = v741[0];
let v746 = bitcast<f32>(v745);
let v747 = *v1092;
let v748 = vec4<f32>(v746, v747[1], v747[2], v747[3]);
*v1092 = v748;
let v749 = v741[1];
let v750 = bitcast<f32>(v749);
let v751 = *v1092;
let v752 = vec4<f32>(v751[0], v750, v751[2], v751[3]);
*v1092 = v752;
let v753 = v741[2];
let v754 = bitcast<f32>(v753);
let v755 = *v1092;
let v756 = vec4<f32>(v755[0], v755[1], v754, v755[3]);
*v1092 = v756;
let v757 = v741[3];
let v758 = bitcast<f32>(v757);
let v759 = *v1092;
let v760 = vec4<f32>(v759[0], v759[1], v759[2], v758);
*v1092 = v760;
let v761 = *v1092;
*v1087 = v761;

} else {
let v762 = *v1088;
let v764 = v762 * v36;
let v765 = v764 + v46;
let v767 = v765 * v191;
let v768 = v767 + v640;
var<function> v1093_store: u32;
let v1093 = &v1093_store;
*v1093 = v219;
var<function> v1094_store: vec4<f32>;
let v1094 = &v1094_store;
*v1094 = v202;
let v778 = &(*v1156)[v768];
let v779 = *v778;
let v780 = v779[0];
let v781 = *v1094;
let v782 = vec4<f32>(v780, v781[1], v781[2], v781[3]);
*v1094 = v782;
let v788 = v779[1];
let v789 = *v1094;
let v790 = vec4<f32>(v789[0], v788, v789[2], v789[3]);
*v1094 = v790;
let v796 = v779[2];
let v797 = *v1094;
let v798 = vec4<f32>(v797[0], v797[1], v796, v797[3]);
*v1094 = v798;
let v804 = v779[3];
let v805 = *v1094;
let v806 = vec4<f32>(v805[0], v805[1], v805[2], v804);
*v1094 = v806;
let v807 = *v1094;
*v1087 = v807;

}

}
let v808 = u32(17);
let v809 = v637 * v808;
let v810 = v809 + v640;
let v814 = &(*v1055)[v810];
let v815 = *v1087;
*v814 = v815;
let v816 = *v1085;
let v818 = v816 + v103;
*v1085 = v818;

}
workgroupBarrier();
var<function> v1095_store: u32;
let v1095 = &v1095_store;
*v1095 = v92;
loop {
let v820 = *v1095;
let v821 = v820 < v90;
if !v821 { break; }
let v825 = *v1095;
let v827 = &(*v1058)[v825];
let v828 = *v827;
let v833 = &(*v1059)[v825];
let v834 = *v833;
let v835 = v828 * v834;
var<function> v1097_store: f32;
let v1097 = &v1097_store;
*v1097 = v835;
for(var v840: u32 = v3; v840 < v185; v840 += v47) {
let v842 = *v1095;
let v844 = v842 * v185;
let v845 = v844 + v840;
let v849 = &(*v1056)[v845];
let v850 = *v849;
let v851 = *v1097;
let v852 = v851 + v850;
*v1097 = v852;

}
let v855 = *v1095;
let v857 = &(*v1058)[v855];
let v858 = *v1097;
*v857 = v858;
let v861 = v855 + v103;
*v1095 = v861;

}
let v862 = v194 < v90;
if v862 {
let v865 = u32(3);
let v866 = min(v194, v865);
let v870 = &(*v1059)[v866];
let v871 = *v870;
let v872 = vec4<f32>(v871);
let v878 = *v207;
let v879 = v878 * v872;
*v207 = v879;
for(var v883: u32 = v3; v883 < v185; v883 += v47) {
let v885 = u32(17);
let v886 = v883 * v885;
let v887 = v886 + v192;
let v891 = &(*v1055)[v887];
let v892 = *v891;
let v898 = v866 * v185;
let v899 = v898 + v883;
let v903 = &(*v1056)[v899];
let v904 = *v903;
let v905 = vec4<f32>(v904);
let v912 = *v207;
let v1152 = fma(v892, v905, v912);
*v207 = v1152;

}

}
workgroupBarrier();
let v914 = *v1065;
let v916 = v914 + v185;
*v1065 = v916;

}
let v919 = v194 < v90;
let v920 = true;
var<function> v1100_store: bool;
let v1100 = &v1100_store;
if v919 {
*v1100 = v920;

} else {
let v923 = false;
*v1100 = v923;

}
let v924 = *v1100;
if v924 {
let v926 = v194 / v36;
let v928 = v926 * v43;
let v929 = v80 + v928;
let v930 = u32(3);
let v931 = v929 + v930;
let v935 = &(*v1154)[v931];
let v936 = *v935;
let v937 = u32(v936);
let v939 = v44 + v930;
let v943 = &(*v1154)[v939];
let v944 = *v943;
let v945 = u32(v944);
let v946 = v937 + v945;
let v948 = v46 * v36;
let v950 = v194 % v36;
let v951 = v948 + v950;
let v953 = v946 * v43;
let v954 = v953 + v951;
let v955 = u32(66);
let v956 = v954 * v955;
let v962 = *v207;
let v963 = v962[0];
let v965 = v192 * v43;
let v966 = v956 + v965;
let v972 = &(*v1153)[v966];
*v972 = v963;
let v979 = v962[1];
let v984 = v966 + v47;
let v988 = &(*v1153)[v984];
*v988 = v979;
let v995 = v962[2];
let v1000 = v966 + v36;
let v1004 = &(*v1153)[v1000];
*v1004 = v995;
let v1011 = v962[3];
let v1016 = v966 + v930;
let v1020 = &(*v1153)[v1016];
*v1020 = v1011;
let v1022 = v192 == v3;
if v1022 {
let v1026 = &(*v1057)[v194];
let v1027 = *v1026;
let v1029 = v956 + v95;
let v1033 = &(*v1153)[v1029];
*v1033 = v1027;
let v1037 = &(*v1058)[v194];
let v1038 = *v1037;
let v1042 = v1029 + v47;
let v1046 = &(*v1153)[v1042];
*v1046 = v1038;

}

}

}
return;

}
