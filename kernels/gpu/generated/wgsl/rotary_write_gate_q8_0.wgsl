var<workgroup> shared_v56: array<f32, 64>;
var<workgroup> shared_v758: array<f32, 128>;
var<workgroup> shared_v881: array<f32, 128>;
@group(0) @binding(10) var<storage, read_write> v41: array<f32>;
@group(0) @binding(9) var<storage, read_write> v37: array<f32>;
@group(0) @binding(8) var<storage, read_write> v33: array<f32>;
@group(0) @binding(7) var<storage, read_write> v29: array<f32>;
@group(0) @binding(6) var<storage, read_write> v25: array<f32>;
@group(0) @binding(5) var<storage, read_write> v21: array<u32>;
@group(0) @binding(4) var<storage, read_write> v17: array<u32>;
@group(0) @binding(3) var<storage, read_write> v13: array<f32>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 4>, scalars_f32: array<f32, 2>, static_meta: array<u32, 12> }
@group(0) @binding(11) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn rotary_write_gate_kernel(@builtin(local_invocation_index) v1106: u32, @builtin(workgroup_id) v1116: vec3<u32>, @builtin(num_workgroups) v1118: vec3<u32>) {
let v1140 = &v41;
let v1141 = &v37;
let v1142 = &v33;
let v1143 = &v29;
let v1144 = &v25;
let v1145 = &v21;
let v1146 = &v17;
let v1147 = &v13;
let v1148 = &v9;
let v1149 = &v5;
let v1150 = &v1;
let v3 = u32(0);
let v45 = info_var.scalars_usize[0];
let v46 = info_var.scalars_usize[1];
let v47 = info_var.scalars_usize[2];
let v48 = info_var.scalars_f32[0];
let v1117 = v1116[2];
let v1073 = u32(v1117);
let v1119 = v1118[1];
let v1075 = u32(v1119);
let v1076 = v1073 * v1075;
let v1120 = v1118[0];
let v1078 = u32(v1120);
let v1079 = v1076 * v1078;
let v1121 = v1116[1];
let v1081 = u32(v1121);
let v1084 = v1081 * v1078;
let v1085 = v1079 + v1084;
let v1123 = v1116[0];
let v1087 = u32(v1123);
let v1088 = v1085 + v1087;
let v50 = u32(6);
let v51 = v1088 / v50;
let v54 = v1088 % v50;
let v55 = v51 < v45;
if v55 {
let v1046 = &shared_v56;
let v58 = u32(64);
let v60 = u32(4);
let v61 = v54 < v60;
if v61 {
let v63 = v51 * v60;
let v64 = v63 + v54;
let v66 = v64 * v58;
let v1107 = v1106;
let v68 = u32(v1107);
var<function> v1047_store: u32;
let v1047 = &v1047_store;
*v1047 = v68;
loop {
let v70 = *v1047;
let v71 = u32(32);
let v72 = v70 < v71;
if !v72 { break; }
let v74 = u32(32);
let v75 = v51 * v74;
let v76 = *v1047;
let v77 = v75 + v76;
let v81 = &(*v1147)[v77];
let v82 = *v81;
let v83 = v45 + v51;
let v85 = v83 * v74;
let v87 = v85 + v76;
let v91 = &(*v1147)[v87];
let v92 = *v91;
let v94 = v66 + v76;
let v98 = &(*v1150)[v94];
let v99 = *v98;
let v101 = v66 + v74;
let v103 = v101 + v76;
let v107 = &(*v1150)[v103];
let v108 = *v107;
let v110 = v108 * v92;
let v1132 = -v110;
let v1133 = fma(v99, v82, v1132);
let v113 = v99 * v92;
let v1134 = fma(v108, v82, v113);
*v98 = v1133;
*v107 = v1134;
let v133 = &(*v1046)[v76];
*v133 = v1133;
let v136 = v74 + v76;
let v140 = &(*v1046)[v136];
*v140 = v1134;
let v142 = u32(128);
let v143 = v76 + v142;
*v1047 = v143;

}
workgroupBarrier();

} else {
let v145 = v54 - v60;
let v146 = u32(2);
let v147 = v51 * v146;
let v148 = v147 + v145;
let v150 = v148 * v58;
let v1108 = v1106;
let v152 = u32(v1108);
var<function> v1049_store: u32;
let v1049 = &v1049_store;
*v1049 = v152;
loop {
let v154 = *v1049;
let v155 = u32(32);
let v156 = v154 < v155;
if !v156 { break; }
let v158 = u32(32);
let v159 = v51 * v158;
let v160 = *v1049;
let v161 = v159 + v160;
let v165 = &(*v1147)[v161];
let v166 = *v165;
let v167 = v45 + v51;
let v169 = v167 * v158;
let v171 = v169 + v160;
let v175 = &(*v1147)[v171];
let v176 = *v175;
let v178 = v150 + v160;
let v182 = &(*v1149)[v178];
let v183 = *v182;
let v185 = v150 + v158;
let v187 = v185 + v160;
let v191 = &(*v1149)[v187];
let v192 = *v191;
let v194 = v192 * v176;
let v1135 = -v194;
let v1136 = fma(v183, v166, v1135);
let v197 = v183 * v176;
let v1137 = fma(v192, v166, v197);
*v182 = v1136;
*v191 = v1137;
let v217 = &(*v1046)[v160];
*v217 = v1136;
let v220 = v158 + v160;
let v224 = &(*v1046)[v220];
*v224 = v1137;
let v226 = u32(128);
let v227 = v160 + v226;
*v1049 = v227;

}
workgroupBarrier();
let v229 = v146 * v45;
let v230 = v229 + v51;
let v234 = &(*v1146)[v230];
let v235 = *v234;
let v236 = u32(4294967295);
let v237 = v235 != v236;
if v237 {
let v238 = u32(v235);
let v240 = v238 * v146;
let v241 = v240 + v145;
let v243 = v46 * v146;
let v244 = u32(16);
let v245 = v241 * v244;
var<function> v1051_store: u32;
let v1051 = &v1051_store;
*v1051 = v152;
loop {
let v249 = *v1051;
let v251 = v249 < v244;
if !v251 { break; }
let v254 = *v1051;
let v255 = v60 * v254;
let v261 = u32(32);
let v262 = v255 / v261;
let v264 = v262 * v261;
let v267 = u32(0);
var<function> v1053_store: u32;
let v1053 = &v1053_store;
*v1053 = v267;
let v272 = u32(1);
for(var v273: u32 = v3; v273 < v261; v273 += v272) {
let v275 = v264 + v273;
let v279 = &(*v1046)[v275];
let v280 = *v279;
let v281 = bitcast<u32>(v280);
let v282 = u32(2147483647);
let v283 = v281 & v282;
let v284 = *v1053;
let v285 = max(v284, v283);
*v1053 = v285;

}
let v286 = *v1053;
let v287 = bitcast<f32>(v286);
let v288 = f32(0.007874015718698502);
let v289 = v287 * v288;
let v290 = f32(7.888609052210118e-31);
let v291 = max(v289, v290);
let v292 = bitcast<u32>(v291);
let v293 = u32(32767);
let v294 = v292 + v293;
let v295 = u32(16);
let v296 = v292 >> u32(v295);
let v297 = u32(1);
let v298 = v296 & v297;
let v299 = v294 + v298;
let v301 = v299 >> u32(v295);
let v304 = u32(64);
let v305 = v296 | v304;
let v306 = u32(2147483647);
let v307 = v292 & v306;
let v308 = u32(2139095040);
let v309 = v307 > v308;
let v310 = select(v301, v305, v309);
let v313 = v286 >= v308;
let v314 = u32(32704);
let v315 = select(v310, v314, v313);
let v319 = &(*v1046)[v255];
let v320 = *v319;
let v322 = v315 << u32(v295);
let v323 = bitcast<f32>(v322);
let v324 = v320 / v323;
let v325 = f32(12582912.0);
let v326 = v324 + v325;
let v327 = bitcast<u32>(v326);
let v328 = u32(255);
let v329 = v327 & v328;
let v331 = v315 == v314;
let v333 = select(v329, v267, v331);
let v335 = v255 + v272;
let v339 = &(*v1046)[v335];
let v340 = *v339;
let v344 = v340 / v323;
let v346 = v344 + v325;
let v347 = bitcast<u32>(v346);
let v349 = v347 & v328;
let v353 = select(v349, v267, v331);
let v354 = u32(8);
let v355 = v353 << u32(v354);
let v356 = v333 | v355;
let v358 = v255 + v146;
let v362 = &(*v1046)[v358];
let v363 = *v362;
let v367 = v363 / v323;
let v369 = v367 + v325;
let v370 = bitcast<u32>(v369);
let v372 = v370 & v328;
let v376 = select(v372, v267, v331);
let v377 = u32(3);
let v378 = v255 + v377;
let v382 = &(*v1046)[v378];
let v383 = *v382;
let v387 = v383 / v323;
let v389 = v387 + v325;
let v390 = bitcast<u32>(v389);
let v392 = v390 & v328;
let v396 = select(v392, v267, v331);
let v398 = v396 << u32(v354);
let v399 = v376 | v398;
let v401 = v399 << u32(v295);
let v402 = v356 | v401;
let v403 = *v1051;
let v404 = v245 + v403;
let v408 = &(*v1145)[v404];
*v408 = v402;
let v410 = u32(128);
let v411 = v403 + v410;
*v1051 = v411;

}
let v412 = v243 + v241;
let v414 = v412 * v244;
var<function> v1055_store: u32;
let v1055 = &v1055_store;
*v1055 = v152;
loop {
let v418 = *v1055;
let v420 = v418 < v244;
if !v420 { break; }
let v423 = *v1055;
let v424 = v60 * v423;
let v425 = v150 + v424;
let v429 = u32(32);
let v430 = v424 / v429;
let v432 = v430 * v429;
let v433 = v150 + v432;
let v434 = u32(0);
var<function> v1057_store: u32;
let v1057 = &v1057_store;
*v1057 = v434;
let v439 = u32(1);
for(var v440: u32 = v3; v440 < v429; v440 += v439) {
let v442 = v433 + v440;
let v446 = &(*v1148)[v442];
let v447 = *v446;
let v448 = bitcast<u32>(v447);
let v449 = u32(2147483647);
let v450 = v448 & v449;
let v451 = *v1057;
let v452 = max(v451, v450);
*v1057 = v452;

}
let v453 = *v1057;
let v454 = bitcast<f32>(v453);
let v455 = f32(0.007874015718698502);
let v456 = v454 * v455;
let v457 = f32(7.888609052210118e-31);
let v458 = max(v456, v457);
let v459 = bitcast<u32>(v458);
let v460 = u32(32767);
let v461 = v459 + v460;
let v462 = u32(16);
let v463 = v459 >> u32(v462);
let v464 = u32(1);
let v465 = v463 & v464;
let v466 = v461 + v465;
let v468 = v466 >> u32(v462);
let v471 = u32(64);
let v472 = v463 | v471;
let v473 = u32(2147483647);
let v474 = v459 & v473;
let v475 = u32(2139095040);
let v476 = v474 > v475;
let v477 = select(v468, v472, v476);
let v480 = v453 >= v475;
let v481 = u32(32704);
let v482 = select(v477, v481, v480);
let v486 = &(*v1148)[v425];
let v487 = *v486;
let v489 = v482 << u32(v462);
let v490 = bitcast<f32>(v489);
let v491 = v487 / v490;
let v492 = f32(12582912.0);
let v493 = v491 + v492;
let v494 = bitcast<u32>(v493);
let v495 = u32(255);
let v496 = v494 & v495;
let v498 = v482 == v481;
let v500 = select(v496, v434, v498);
let v502 = v425 + v439;
let v506 = &(*v1148)[v502];
let v507 = *v506;
let v511 = v507 / v490;
let v513 = v511 + v492;
let v514 = bitcast<u32>(v513);
let v516 = v514 & v495;
let v520 = select(v516, v434, v498);
let v521 = u32(8);
let v522 = v520 << u32(v521);
let v523 = v500 | v522;
let v525 = v425 + v146;
let v529 = &(*v1148)[v525];
let v530 = *v529;
let v534 = v530 / v490;
let v536 = v534 + v492;
let v537 = bitcast<u32>(v536);
let v539 = v537 & v495;
let v543 = select(v539, v434, v498);
let v544 = u32(3);
let v545 = v425 + v544;
let v549 = &(*v1148)[v545];
let v550 = *v549;
let v554 = v550 / v490;
let v556 = v554 + v492;
let v557 = bitcast<u32>(v556);
let v559 = v557 & v495;
let v563 = select(v559, v434, v498);
let v565 = v563 << u32(v521);
let v566 = v543 | v565;
let v568 = v566 << u32(v462);
let v569 = v523 | v568;
let v570 = *v1055;
let v571 = v414 + v570;
let v575 = &(*v1145)[v571];
*v575 = v569;
let v577 = u32(128);
let v578 = v570 + v577;
*v1055 = v578;

}
let v580 = v146 * v243;
let v582 = v580 * v244;
let v584 = v241 * v146;
let v585 = v582 + v584;
var<function> v1059_store: u32;
let v1059 = &v1059_store;
*v1059 = v152;
loop {
let v589 = *v1059;
let v591 = v589 < v146;
if !v591 { break; }
let v593 = *v1059;
let v594 = u32(32);
let v595 = v593 * v594;
let v598 = u32(0);
var<function> v1061_store: u32;
let v1061 = &v1061_store;
*v1061 = v598;
let v603 = u32(1);
for(var v604: u32 = v3; v604 < v594; v604 += v603) {
let v606 = v595 + v604;
let v610 = &(*v1046)[v606];
let v611 = *v610;
let v612 = bitcast<u32>(v611);
let v613 = u32(2147483647);
let v614 = v612 & v613;
let v615 = *v1061;
let v616 = max(v615, v614);
*v1061 = v616;

}
let v617 = *v1061;
let v618 = bitcast<f32>(v617);
let v619 = f32(0.007874015718698502);
let v620 = v618 * v619;
let v621 = f32(7.888609052210118e-31);
let v622 = max(v620, v621);
let v623 = bitcast<u32>(v622);
let v624 = u32(32767);
let v625 = v623 + v624;
let v626 = u32(16);
let v627 = v623 >> u32(v626);
let v628 = u32(1);
let v629 = v627 & v628;
let v630 = v625 + v629;
let v632 = v630 >> u32(v626);
let v635 = u32(64);
let v636 = v627 | v635;
let v637 = u32(2147483647);
let v638 = v623 & v637;
let v639 = u32(2139095040);
let v640 = v638 > v639;
let v641 = select(v632, v636, v640);
let v644 = v617 >= v639;
let v645 = u32(32704);
let v646 = select(v641, v645, v644);
let v647 = *v1059;
let v649 = v647 * v594;
let v650 = v150 + v649;
var<function> v1063_store: u32;
let v1063 = &v1063_store;
*v1063 = v598;
for(var v657: u32 = v3; v657 < v594; v657 += v603) {
let v659 = v650 + v657;
let v663 = &(*v1148)[v659];
let v664 = *v663;
let v665 = bitcast<u32>(v664);
let v667 = v665 & v637;
let v668 = *v1063;
let v669 = max(v668, v667);
*v1063 = v669;

}
let v670 = *v1063;
let v671 = bitcast<f32>(v670);
let v673 = v671 * v619;
let v675 = max(v673, v621);
let v676 = bitcast<u32>(v675);
let v678 = v676 + v624;
let v680 = v676 >> u32(v626);
let v682 = v680 & v628;
let v683 = v678 + v682;
let v685 = v683 >> u32(v626);
let v689 = v680 | v635;
let v691 = v676 & v637;
let v693 = v691 > v639;
let v694 = select(v685, v689, v693);
let v697 = v670 >= v639;
let v699 = select(v694, v645, v697);
let v701 = v699 << u32(v626);
let v702 = v646 | v701;
let v703 = *v1059;
let v704 = v585 + v703;
let v708 = &(*v1145)[v704];
*v708 = v702;
let v710 = u32(128);
let v711 = v703 + v710;
*v1059 = v711;

}

}

}
if v61 {
let v714 = f32(0.0);
var<function> v1065_store: f32;
let v1065 = &v1065_store;
*v1065 = v714;
var<function> v1066_store: f32;
let v1066 = &v1066_store;
*v1066 = v714;
let v1112 = v1106;
let v721 = u32(v1112);
var<function> v1067_store: u32;
let v1067 = &v1067_store;
*v1067 = v721;
loop {
let v723 = *v1067;
let v724 = v723 < v47;
if !v724 { break; }
let v726 = v54 * v47;
let v727 = *v1067;
let v728 = v726 + v727;
let v732 = &(*v1142)[v728];
let v733 = *v732;
let v734 = v51 * v47;
let v736 = v734 + v727;
let v740 = &(*v1144)[v736];
let v741 = *v740;
let v743 = *v1066;
let v1138 = fma(v741, v741, v743);
*v1066 = v1138;
let v747 = *v1067;
let v749 = &(*v1143)[v747];
let v750 = *v749;
let v751 = v741 * v750;
let v753 = *v1065;
let v1139 = fma(v751, v733, v753);
*v1065 = v1139;
let v755 = *v1067;
let v756 = u32(128);
let v757 = v755 + v756;
*v1067 = v757;

}
let v1069 = &shared_v758;
let v767 = &(*v1069)[v721];
let v768 = *v1065;
*v767 = v768;
workgroupBarrier();
let v770 = v721 < v58;
if v770 {
let v772 = v721 + v58;
let v776 = &(*v1069)[v772];
let v777 = *v776;
let v782 = *v767;
let v783 = v782 + v777;
*v767 = v783;

}
workgroupBarrier();
let v784 = u32(32);
let v785 = v721 < v784;
if v785 {
let v787 = v721 + v784;
let v791 = &(*v1069)[v787];
let v792 = *v791;
let v797 = *v767;
let v798 = v797 + v792;
*v767 = v798;

}
workgroupBarrier();
let v799 = u32(16);
let v800 = v721 < v799;
if v800 {
let v802 = v721 + v799;
let v806 = &(*v1069)[v802];
let v807 = *v806;
let v812 = *v767;
let v813 = v812 + v807;
*v767 = v813;

}
workgroupBarrier();
let v814 = u32(8);
let v815 = v721 < v814;
if v815 {
let v817 = v721 + v814;
let v821 = &(*v1069)[v817];
let v822 = *v821;
let v827 = *v767;
let v828 = v827 + v822;
*v767 = v828;

}
workgroupBarrier();
let v830 = v721 < v60;
if v830 {
let v832 = v721 + v60;
let v836 = &(*v1069)[v832];
let v837 = *v836;
let v842 = *v767;
let v843 = v842 + v837;
*v767 = v843;

}
workgroupBarrier();
let v844 = u32(2);
let v845 = v721 < v844;
if v845 {
let v847 = v721 + v844;
let v851 = &(*v1069)[v847];
let v852 = *v851;
let v857 = *v767;
let v858 = v857 + v852;
*v767 = v858;

}
workgroupBarrier();
let v859 = u32(1);
let v860 = v721 < v859;
if v860 {
let v862 = v721 + v859;
let v866 = &(*v1069)[v862];
let v867 = *v866;
let v872 = *v767;
let v873 = v872 + v867;
*v767 = v873;

}
workgroupBarrier();
let v878 = &(*v1069)[v3];
let v879 = *v878;
workgroupBarrier();
var<function> v1070_store: f32;
let v1070 = &v1070_store;
*v1070 = v879;
let v1071 = &shared_v881;
let v890 = &(*v1071)[v721];
let v891 = *v1066;
*v890 = v891;
workgroupBarrier();
if v770 {
let v895 = v721 + v58;
let v899 = &(*v1071)[v895];
let v900 = *v899;
let v905 = *v890;
let v906 = v905 + v900;
*v890 = v906;

}
workgroupBarrier();
if v785 {
let v910 = v721 + v784;
let v914 = &(*v1071)[v910];
let v915 = *v914;
let v920 = *v890;
let v921 = v920 + v915;
*v890 = v921;

}
workgroupBarrier();
if v800 {
let v925 = v721 + v799;
let v929 = &(*v1071)[v925];
let v930 = *v929;
let v935 = *v890;
let v936 = v935 + v930;
*v890 = v936;

}
workgroupBarrier();
if v815 {
let v940 = v721 + v814;
let v944 = &(*v1071)[v940];
let v945 = *v944;
let v950 = *v890;
let v951 = v950 + v945;
*v890 = v951;

}
workgroupBarrier();
if v830 {
let v955 = v721 + v60;
let v959 = &(*v1071)[v955];
let v960 = *v959;
let v965 = *v890;
let v966 = v965 + v960;
*v890 = v966;

}
workgroupBarrier();
if v845 {
let v970 = v721 + v844;
let v974 = &(*v1071)[v970];
let v975 = *v974;
let v980 = *v890;
let v981 = v980 + v975;
*v890 = v981;

}
workgroupBarrier();
if v860 {
let v985 = v721 + v859;
let v989 = &(*v1071)[v985];
let v990 = *v989;
let v995 = *v890;
let v996 = v995 + v990;
*v890 = v996;

}
workgroupBarrier();
let v1001 = &(*v1071)[v3];
let v1002 = *v1001;
workgroupBarrier();
let v1003 = f32(v47);
let v1004 = v1002 / v1003;
let v1005 = v1004 + v48;
let v1006 = sqrt(v1005);
let v1007 = f32(1.0);
let v1008 = v1007 / v1006;
let v1009 = *v1070;
let v1010 = v1009 * v1008;
*v1070 = v1010;
let v1012 = u32(0);
let v1013 = v1112 == v1012;
if v1013 {
let v1017 = &(*v1141)[v54];
let v1018 = *v1017;
let v1019 = *v1070;
let v1020 = v1019 + v1018;
let v1021 = -v1020;
let v1022 = exp(v1021);
let v1024 = v1007 + v1022;
let v1026 = v1007 / v1024;
let v1028 = v51 * v60;
let v1029 = v1028 + v54;
let v1033 = &(*v1140)[v1029];
*v1033 = v1026;

}

}

}
return;

}
