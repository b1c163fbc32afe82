var<workgroup> shared_v101: array<vec4<f32>, 64>;
var<workgroup> shared_v105: array<vec4<f32>, 544>;
var<workgroup> shared_v109: array<f32, 128>;
var<workgroup> shared_v113: array<f32, 4>;
var<workgroup> shared_v117: array<f32, 4>;
var<workgroup> shared_v121: array<f32, 4>;
@group(0) @binding(5) var<storage, read_write> v21: array<f32>;
@group(0) @binding(4) var<storage, read_write> v17: array<u32>;
@group(0) @binding(3) var<storage, read_write> v13: array<vec4<u32>>;
@group(0) @binding(2) var<storage, read_write> v9: array<vec4<f32>>;
@group(0) @binding(1) var<storage, read_write> v5: array<vec4<f32>>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<f32>>;
struct info_st { scalars_usize: array<u32, 2>, scalars_f32: array<f32, 2>, static_meta: array<u32, 6> }
@group(0) @binding(6) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn gswa_walk_kerneln_4_w_4_7f505986(@builtin(local_invocation_index) v1059: u32, @builtin(workgroup_id) v1063: vec3<u32>, @builtin(num_workgroups) v1065: vec3<u32>) {
let v1093 = &v21;
let v1094 = &v17;
let v1095 = &v13;
let v1096 = &v9;
let v1097 = &v5;
let v1098 = &v1;
let v3 = u32(0);
let v25 = info_var.scalars_usize[0];
let v26 = info_var.scalars_usize[1];
let v27 = info_var.scalars_f32[0];
let v1064 = v1063[2];
let v1043 = u32(v1064);
let v1066 = v1065[1];
let v1045 = u32(v1066);
let v1046 = v1043 * v1045;
let v1067 = v1065[0];
let v1048 = u32(v1067);
let v1049 = v1046 * v1048;
let v1068 = v1063[1];
let v1051 = u32(v1068);
let v1054 = v1051 * v1048;
let v1055 = v1049 + v1054;
let v1070 = v1063[0];
let v1057 = u32(v1070);
let v1058 = v1055 + v1057;
let v33 = &(*v1094)[v3];
let v34 = *v33;
let v35 = u32(v34);
let v36 = u32(2);
let v37 = v35 * v36;
let v38 = v1058 < v37;
if v38 {
let v40 = v1058 / v36;
let v41 = u32(10);
let v42 = v40 * v41;
let v43 = u32(4);
let v44 = v43 + v42;
let v46 = v1058 % v36;
let v47 = u32(1);
let v48 = v44 + v47;
let v52 = &(*v1094)[v48];
let v53 = *v52;
let v54 = u32(v53);
let v56 = v44 + v36;
let v60 = &(*v1094)[v56];
let v61 = *v60;
let v62 = u32(v61);
let v63 = u32(3);
let v64 = v44 + v63;
let v68 = &(*v1094)[v64];
let v69 = *v68;
let v70 = u32(v69);
let v75 = &(*v1094)[v47];
let v76 = *v75;
let v77 = u32(v76);
let v79 = v44 + v43;
let v83 = &(*v1094)[v79];
let v84 = *v83;
let v85 = u32(v84);
let v87 = v85 * v43;
let v88 = v77 + v87;
let v89 = u32(5);
let v90 = v44 + v89;
let v94 = &(*v1094)[v90];
let v95 = *v94;
let v96 = u32(v95);
let v98 = v96 * v36;
let v1060 = v1059;
let v100 = u32(v1060);
let v999 = &shared_v101;
let v103 = u32(64);
let v1000 = &shared_v105;
let v1001 = &shared_v109;
let v111 = u32(128);
let v1002 = &shared_v113;
let v1003 = &shared_v117;
let v1004 = &shared_v121;
var<function> v1005_store: u32;
let v1005 = &v1005_store;
*v1005 = v100;
loop {
let v126 = u32(16);
let v127 = v98 * v126;
let v128 = *v1005;
let v129 = v128 < v127;
if !v129 { break; }
let v131 = *v1005;
let v132 = u32(16);
let v133 = v131 / v132;
let v135 = v133 / v36;
let v137 = v135 * v43;
let v138 = v88 + v137;
let v142 = &(*v1094)[v138];
let v143 = *v142;
let v144 = u32(v143);
let v146 = v46 * v36;
let v148 = v133 % v36;
let v149 = v146 + v148;
let v151 = v144 * v43;
let v152 = v151 + v149;
let v154 = v152 * v132;
let v157 = v131 % v132;
let v158 = v154 + v157;
let v162 = &(*v1098)[v158];
let v163 = *v162;
let v168 = &(*v999)[v131];
*v168 = v163;
let v171 = v131 + v111;
*v1005 = v171;

}
var<function> v1007_store: u32;
let v1007 = &v1007_store;
*v1007 = v100;
loop {
let v173 = *v1007;
let v174 = v173 < v98;
if !v174 { break; }
let v178 = *v1007;
let v180 = &(*v1002)[v178];
let v181 = f32(-3.4028234663852886e38);
*v180 = v181;
let v186 = &(*v1003)[v178];
let v187 = f32(0.0);
*v186 = v187;
let v190 = v178 + v111;
*v1007 = v190;

}
let v191 = u32(32);
let v192 = v100 % v191;
let v194 = v100 / v191;
let v197 = u32(16);
let v198 = v100 % v197;
let v200 = v100 / v197;
var<function> v1009_store: array<vec4<f32>, 1>= array<vec4<f32>, 1>();
let v1009 = &v1009_store;
let v207 = f32(0.0);
let v208 = vec4<f32>(v207);
let v213 = &(*v1009)[v3];
*v213 = v208;
var<function> v1010_store: u32;
let v1010 = &v1010_store;
*v1010 = v54;
loop {
let v215 = *v1010;
let v216 = v215 < v62;
if !v216 { break; }
let v221 = &(*v1094)[v44];
let v222 = *v221;
let v223 = u32(0);
let v224 = v222 == v223;
var<function> v1012_store: u32;
let v1012 = &v1012_store;
*v1012 = v100;
loop {
let v228 = *v1012;
let v229 = u32(512);
let v230 = v228 < v229;
if !v230 { break; }
let v232 = *v1012;
let v234 = v232 / v197;
let v237 = v232 % v197;
let v238 = *v1010;
let v239 = v238 + v234;
var<function> v1014_store: vec4<f32>;
let v1014 = &v1014_store;
*v1014 = v208;
let v243 = v239 < v62;
if v243 {
var<function> v1015_store: u32;
let v1015 = &v1015_store;
*v1015 = v3;
var<function> v1016_store: u32;
let v1016 = &v1016_store;
*v1016 = v3;
let v250 = true;
var<function> v1017_store: bool;
let v1017 = &v1017_store;
*v1017 = v250;
if v224 {
let v257 = &(*v1094)[v63];
let v258 = *v257;
let v259 = u32(v258);
let v260 = u32(6);
let v261 = v44 + v260;
let v265 = &(*v1094)[v261];
let v266 = *v265;
let v267 = u32(v266);
let v268 = v259 + v267;
let v269 = v239 / v25;
let v270 = v268 + v269;
let v274 = &(*v1094)[v270];
let v275 = *v274;
let v276 = u32(v275);
let v277 = v276 * v25;
let v278 = v239 % v25;
let v279 = v277 + v278;
*v1016 = v279;

} else {
let v280 = u32(8);
let v281 = v44 + v280;
let v285 = &(*v1094)[v281];
let v286 = *v285;
let v287 = u32(v286);
let v288 = v239 >= v287;
if v288 {
let v289 = false;
*v1017 = v289;
let v290 = u32(9);
let v291 = v44 + v290;
let v295 = &(*v1094)[v291];
let v296 = *v295;
let v297 = u32(v296);
let v298 = v297 + v239;
let v299 = v298 - v287;
*v1015 = v299;

} else {
let v300 = u32(6);
let v301 = v44 + v300;
let v305 = &(*v1094)[v301];
let v306 = *v305;
let v307 = u32(v306);
let v308 = u32(7);
let v309 = v44 + v308;
let v313 = &(*v1094)[v309];
let v314 = *v313;
let v315 = u32(v314);
let v316 = v239 % v315;
let v317 = v307 + v316;
*v1016 = v317;

}

}
let v318 = *v1017;
if v318 {
let v320 = *v1016;
let v323 = v320 * v36;
let v324 = v323 + v46;
let v326 = v324 * v197;
let v327 = v326 + v237;
let v331 = &(*v1095)[v327];
let v332 = *v331;
var<function> v1018_store: vec4<f32>;
let v1018 = &v1018_store;
*v1018 = v208;
let v336 = v332[0];
let v337 = bitcast<f32>(v336);
let v338 = *v1018;
let v339 = vec4<f32>(v337, v338[1], v338[2], v338[3]);
*v1018 = v339;
let v340 = v332[1];
let v341 = bitcast<f32>(v340);
let v342 = *v1018;
let v343 = vec4<f32>(v342[0], v341, v342[2], v342[3]);
*v1018 = v343;
let v344 = v332[2];
let v345 = bitcast<f32>(v344);
let v346 = *v1018;
let v347 = vec4<f32>(v346[0], v346[1], v345, v346[3]);
*v1018 = v347;
let v348 = v332[3];
let v349 = bitcast<f32>(v348);
let v350 = *v1018;
let v351 = vec4<f32>(v350[0], v350[1], v350[2], v349);
*v1018 = v351;
let v352 = *v1018;
*v1014 = v352;

} else {
let v353 = *v1015;
let v355 = v353 * v36;
let v356 = v355 + v46;
let v358 = v356 * v197;
let v359 = v358 + v237;
let v363 = &(*v1097)[v359];
let v364 = *v363;
var<function> v1019_store: vec4<f32>;
let v1019 = &v1019_store;
*v1019 = v208;
let v368 = v364[0];
let v369 = *v1019;
let v370 = vec4<f32>(v368, v369[1], v369[2], v369[3]);
*v1019 = v370;
let v371 = v364[1];
let v372 = *v1019;
let v373 = vec4<f32>(v372[0], v371, v372[2], v372[3]);
*v1019 = v373;
let v374 = v364[2];
let v375 = *v1019;
let v376 = vec4<f32>(v375[0], v375[1], v374, v375[3]);
*v1019 = v376;
let v377 = v364[3];
let v378 = *v1019;
let v379 = vec4<f32>(v378[0], v378[1], v378[2], v377);
*v1019 = v379;
let v380 = *v1019;
*v1014 = v380;

}

}
let v381 = u32(17);
let v382 = v234 * v381;
let v383 = v382 + v237;
let v387 = &(*v1000)[v383];
let v388 = *v1014;
*v387 = v388;
let v389 = *v1012;
let v391 = v389 + v111;
*v1012 = v391;

}
workgroupBarrier();
var<function> v1020_store: array<f32, 1>= array<f32, 1>();
let v1020 = &v1020_store;
let v400 = &(*v1020)[v3];
*v400 = v207;
for(var v405: u32 = v3; v405 < v197; v405 += v47) {
let v407 = u32(17);
let v408 = v192 * v407;
let v409 = v408 + v405;
let v413 = &(*v1000)[v409];
let v414 = *v413;
let v418 = min(v194, v63);
let v420 = v418 * v197;
let v421 = v420 + v405;
let v425 = &(*v999)[v421];
let v426 = *v425;
let v427 = v414 * v426;
let v428 = v427[0];
let v434 = *v400;
let v435 = v434 + v428;
*v400 = v435;
let v436 = v427[1];
let v442 = *v400;
let v443 = v442 + v436;
*v400 = v443;
let v444 = v427[2];
let v450 = *v400;
let v451 = v450 + v444;
*v400 = v451;
let v452 = v427[3];
let v458 = *v400;
let v459 = v458 + v452;
*v400 = v459;

}
let v460 = *v1010;
let v461 = v460 + v192;
let v464 = v194 < v98;
if v464 {
let v466 = v194 / v36;
let v468 = v466 * v43;
let v469 = v88 + v468;
let v470 = v461 < v62;
var<function> v1022_store: bool;
let v1022 = &v1022_store;
if v470 {
let v472 = v469 + v47;
let v476 = &(*v1094)[v472];
let v477 = *v476;
let v478 = u32(v477);
let v479 = v461 >= v478;
*v1022 = v479;

} else {
let v481 = false;
*v1022 = v481;

}
let v482 = *v1022;
var<function> v1023_store: bool;
let v1023 = &v1023_store;
if v482 {
let v484 = v469 + v36;
let v488 = &(*v1094)[v484];
let v489 = *v488;
let v490 = u32(v489);
let v491 = v461 <= v490;
*v1023 = v491;

} else {
let v493 = false;
*v1023 = v493;

}
let v499 = *v400;
let v500 = v499 * v27;
let v501 = *v1023;
let v502 = f32(-3.4028234663852886e38);
let v503 = select(v502, v500, v501);
*v400 = v503;
let v514 = *v400;
let v516 = v194 * v191;
let v517 = v516 + v192;
let v521 = &(*v1001)[v517];
*v521 = v514;

}
workgroupBarrier();
var<function> v1024_store: u32;
let v1024 = &v1024_store;
*v1024 = v100;
loop {
let v523 = *v1024;
let v524 = v523 < v98;
if !v524 { break; }
let v528 = *v1024;
let v530 = &(*v1002)[v528];
let v531 = *v530;
var<function> v1026_store: f32;
let v1026 = &v1026_store;
*v1026 = v531;
for(var v536: u32 = v3; v536 < v191; v536 += v47) {
let v538 = *v1024;
let v540 = v538 * v191;
let v541 = v540 + v536;
let v545 = &(*v1001)[v541];
let v546 = *v545;
let v547 = *v1026;
let v548 = max(v547, v546);
*v1026 = v548;

}
let v551 = *v1024;
let v553 = &(*v1002)[v551];
let v554 = *v1026;
*v553 = v554;
let v556 = v531 - v554;
let v557 = exp(v556);
let v562 = &(*v1004)[v551];
*v562 = v557;
let v565 = v551 + v111;
*v1024 = v565;

}
workgroupBarrier();
if v464 {
let v574 = *v400;
let v575 = f32(-3.4028234663852886e38);
let v576 = v574 > v575;
let v586 = &(*v1002)[v194];
let v587 = *v586;
let v588 = v574 - v587;
let v589 = exp(v588);
let v591 = select(v207, v589, v576);
let v593 = v194 * v191;
let v594 = v593 + v192;
let v598 = &(*v1001)[v594];
*v598 = v591;

}
let v603 = *v221;
let v605 = v603 == v223;
var<function> v1028_store: u32;
let v1028 = &v1028_store;
*v1028 = v100;
loop {
let v609 = *v1028;
let v610 = u32(512);
let v611 = v609 < v610;
if !v611 { break; }
let v613 = *v1028;
let v615 = v613 / v197;
let v618 = v613 % v197;
let v619 = *v1010;
let v620 = v619 + v615;
var<function> v1030_store: vec4<f32>;
let v1030 = &v1030_store;
*v1030 = v208;
let v624 = v620 < v62;
if v624 {
var<function> v1031_store: u32;
let v1031 = &v1031_store;
*v1031 = v3;
var<function> v1032_store: u32;
let v1032 = &v1032_store;
*v1032 = v3;
let v631 = true;
var<function> v1033_store: bool;
let v1033 = &v1033_store;
*v1033 = v631;
if v605 {
let v638 = &(*v1094)[v63];
let v639 = *v638;
let v640 = u32(v639);
let v641 = u32(6);
let v642 = v44 + v641;
let v646 = &(*v1094)[v642];
let v647 = *v646;
let v648 = u32(v647);
let v649 = v640 + v648;
let v650 = v620 / v25;
let v651 = v649 + v650;
let v655 = &(*v1094)[v651];
let v656 = *v655;
let v657 = u32(v656);
let v658 = v657 * v25;
let v659 = v620 % v25;
let v660 = v658 + v659;
*v1032 = v660;

} else {
let v661 = u32(8);
let v662 = v44 + v661;
let v666 = &(*v1094)[v662];
let v667 = *v666;
let v668 = u32(v667);
let v669 = v620 >= v668;
if v669 {
let v670 = false;
*v1033 = v670;
let v671 = u32(9);
let v672 = v44 + v671;
let v676 = &(*v1094)[v672];
let v677 = *v676;
let v678 = u32(v677);
let v679 = v678 + v620;
let v680 = v679 - v668;
*v1031 = v680;

} else {
let v681 = u32(6);
let v682 = v44 + v681;
let v686 = &(*v1094)[v682];
let v687 = *v686;
let v688 = u32(v687);
let v689 = u32(7);
let v690 = v44 + v689;
let v694 = &(*v1094)[v690];
let v695 = *v694;
let v696 = u32(v695);
let v697 = v620 % v696;
let v698 = v688 + v697;
*v1032 = v698;

}

}
let v699 = *v1033;
if v699 {
let v700 = *v1032;
let v701 = v26 + v700;
let v703 = v701 * v36;
let v704 = v703 + v46;
let v706 = v704 * v197;
let v707 = v706 + v618;
let v711 = &(*v1095)[v707];
let v712 = *v711;
var<function> v1034_store: vec4<f32>;
let v1034 = &v1034_store;
*v1034 = v208;
let v716 = v712[0];
let v717 = bitcast<f32>(v716);
let v718 = *v1034;
let v719 = vec4<f32>(v717, v718[1], v718[2], v718[3]);
*v1034 = v719;
let v720 = v712[1];
let v721 = bitcast<f32>(v720);
let v722 = *v1034;
let v723 = vec4<f32>(v722[0], v721, v722[2], v722[3]);
*v1034 = v723;
let v724 = v712[2];
let v725 = bitcast<f32>(v724);
let v726 = *v1034;
let v727 = vec4<f32>(v726[0], v726[1], v725, v726[3]);
*v1034 = v727;
let v728 = v712[3];
let v729 = bitcast<f32>(v728);
let v730 = *v1034;
let v731 = vec4<f32>(v730[0], v730[1], v730[2], v729);
*v1034 = v731;
let v732 = *v1034;
*v1030 = v732;

} else {
let v733 = *v1031;
let v735 = v733 * v36;
let v736 = v735 + v46;
let v738 = v736 * v197;
let v739 = v738 + v618;
let v743 = &(*v1096)[v739];
let v744 = *v743;
var<function> v1035_store: vec4<f32>;
let v1035 = &v1035_store;
*v1035 = v208;
let v748 = v744[0];
let v749 = *v1035;
let v750 = vec4<f32>(v748, v749[1], v749[2], v749[3]);
*v1035 = v750;
let v751 = v744[1];
let v752 = *v1035;
let v753 = vec4<f32>(v752[0], v751, v752[2], v752[3]);
*v1035 = v753;
let v754 = v744[2];
let v755 = *v1035;
let v756 = vec4<f32>(v755[0], v755[1], v754, v755[3]);
*v1035 = v756;
let v757 = v744[3];
let v758 = *v1035;
let v759 = vec4<f32>(v758[0], v758[1], v758[2], v757);
*v1035 = v759;
let v760 = *v1035;
*v1030 = v760;

}

}
let v761 = u32(17);
let v762 = v615 * v761;
let v763 = v762 + v618;
let v767 = &(*v1000)[v763];
let v768 = *v1030;
*v767 = v768;
let v769 = *v1028;
let v771 = v769 + v111;
*v1028 = v771;

}
workgroupBarrier();
var<function> v1036_store: u32;
let v1036 = &v1036_store;
*v1036 = v100;
loop {
let v773 = *v1036;
let v774 = v773 < v98;
if !v774 { break; }
let v778 = *v1036;
let v780 = &(*v1003)[v778];
let v781 = *v780;
let v786 = &(*v1004)[v778];
let v787 = *v786;
let v788 = v781 * v787;
var<function> v1038_store: f32;
let v1038 = &v1038_store;
*v1038 = v788;
for(var v793: u32 = v3; v793 < v191; v793 += v47) {
let v795 = *v1036;
let v797 = v795 * v191;
let v798 = v797 + v793;
let v802 = &(*v1001)[v798];
let v803 = *v802;
let v804 = *v1038;
let v805 = v804 + v803;
*v1038 = v805;

}
let v808 = *v1036;
let v810 = &(*v1003)[v808];
let v811 = *v1038;
*v810 = v811;
let v814 = v808 + v111;
*v1036 = v814;

}
let v815 = v200 < v98;
if v815 {
let v819 = min(v200, v63);
let v823 = &(*v1004)[v819];
let v824 = *v823;
let v825 = vec4<f32>(v824);
let v831 = *v213;
let v832 = v831 * v825;
*v213 = v832;
for(var v836: u32 = v3; v836 < v191; v836 += v47) {
let v838 = u32(17);
let v839 = v836 * v838;
let v840 = v839 + v198;
let v844 = &(*v1000)[v840];
let v845 = *v844;
let v851 = v819 * v191;
let v852 = v851 + v836;
let v856 = &(*v1001)[v852];
let v857 = *v856;
let v858 = vec4<f32>(v857);
let v865 = *v213;
let v1092 = fma(v845, v858, v865);
*v213 = v1092;

}

}
workgroupBarrier();
let v867 = *v1010;
let v869 = v867 + v191;
*v1010 = v869;

}
let v872 = v200 < v98;
let v873 = true;
var<function> v1041_store: bool;
let v1041 = &v1041_store;
if v872 {
*v1041 = v873;

} else {
let v876 = false;
*v1041 = v876;

}
let v877 = *v1041;
if v877 {
let v879 = v200 / v36;
let v881 = v879 * v43;
let v882 = v88 + v881;
let v884 = v882 + v63;
let v888 = &(*v1094)[v884];
let v889 = *v888;
let v890 = u32(v889);
let v891 = v890 + v70;
let v893 = v46 * v36;
let v895 = v200 % v36;
let v896 = v893 + v895;
let v898 = v891 * v43;
let v899 = v898 + v896;
let v900 = u32(66);
let v901 = v899 * v900;
let v907 = *v213;
let v908 = v907[0];
let v910 = v198 * v43;
let v911 = v901 + v910;
let v917 = &(*v1093)[v911];
*v917 = v908;
let v924 = v907[1];
let v929 = v911 + v47;
let v933 = &(*v1093)[v929];
*v933 = v924;
let v940 = v907[2];
let v945 = v911 + v36;
let v949 = &(*v1093)[v945];
*v949 = v940;
let v956 = v907[3];
let v961 = v911 + v63;
let v965 = &(*v1093)[v961];
*v965 = v956;
let v967 = v198 == v3;
if v967 {
let v971 = &(*v1002)[v200];
let v972 = *v971;
let v974 = v901 + v103;
let v978 = &(*v1093)[v974];
*v978 = v972;
let v982 = &(*v1003)[v200];
let v983 = *v982;
let v987 = v974 + v47;
let v991 = &(*v1093)[v987];
*v991 = v983;

}

}

}
return;

}
