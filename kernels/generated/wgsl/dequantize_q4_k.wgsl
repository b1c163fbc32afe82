@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<u32>>;
struct info_st { scalars_usize: array<u32, 4>, static_meta: array<u32, 4> }
@group(0) @binding(3) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn dequantize_kernel(@builtin(workgroup_id) v1023: vec3<u32>, @builtin(num_workgroups) v1025: vec3<u32>, @builtin(local_invocation_index) v1032: u32) {
let v1094 = &v9;
let v1095 = &v5;
let v1096 = &v1;
let v13 = info_var.scalars_usize[0];
let v14 = info_var.scalars_usize[1];
let v15 = info_var.scalars_usize[2];
let v16 = info_var.scalars_usize[3];
let v1024 = v1023[2];
let v932 = u32(v1024);
let v1026 = v1025[1];
let v934 = u32(v1026);
let v935 = v932 * v934;
let v1027 = v1025[0];
let v937 = u32(v1027);
let v938 = v935 * v937;
let v1028 = v1023[1];
let v940 = u32(v1028);
let v943 = v940 * v937;
let v944 = v938 + v943;
let v1030 = v1023[0];
let v946 = u32(v1030);
let v947 = v944 + v946;
let v1058 = u32(128);
let v950 = v947 * v1058;
let v1033 = v1032;
let v952 = u32(v1033);
let v953 = v950 + v952;
let v18 = v953 < v14;
if v18 {
let v20 = v953 / v16;
let v22 = v953 % v16;
let v23 = v13 * v16;
let v25 = v23 + v953;
let v29 = &(*v1096)[v25];
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
let v42 = v41 * v39;
let v46 = &(*v1095)[v42];
let v47 = *v46;
let v48 = bitcast<f32>(v47);
let v51 = u32(1);
let v52 = v42 + v51;
let v56 = &(*v1095)[v52];
let v57 = *v56;
let v58 = bitcast<f32>(v57);
if v40 {
let v62 = v30[0];
let v65 = u32(15);
let v66 = v62 & v65;
let v67 = f32(v66);
let v1062 = fma(v67, v48, v58);
let v72 = v20 * v15;
let v73 = v72 + v32;
let v79 = &(*v1094)[v73];
*v79 = v1062;

}
let v81 = v32 + v51;
let v82 = v81 < v15;
if v82 {
let v83 = v30[0];
let v84 = u32(4);
let v85 = v83 >> u32(v84);
let v86 = u32(15);
let v87 = v85 & v86;
let v88 = f32(v87);
let v1063 = fma(v88, v48, v58);
let v93 = v20 * v15;
let v94 = v93 + v32;
let v96 = v94 + v51;
let v100 = &(*v1094)[v96];
*v100 = v1063;

}
let v102 = v32 + v41;
let v103 = v102 < v15;
if v103 {
let v104 = v30[0];
let v105 = u32(8);
let v106 = v104 >> u32(v105);
let v107 = u32(15);
let v108 = v106 & v107;
let v109 = f32(v108);
let v1064 = fma(v109, v48, v58);
let v114 = v20 * v15;
let v115 = v114 + v32;
let v117 = v115 + v41;
let v121 = &(*v1094)[v117];
*v121 = v1064;

}
let v122 = u32(3);
let v123 = v32 + v122;
let v124 = v123 < v15;
if v124 {
let v125 = v30[0];
let v126 = u32(12);
let v127 = v125 >> u32(v126);
let v128 = u32(15);
let v129 = v127 & v128;
let v130 = f32(v129);
let v1065 = fma(v130, v48, v58);
let v135 = v20 * v15;
let v136 = v135 + v32;
let v138 = v136 + v122;
let v142 = &(*v1094)[v138];
*v142 = v1065;

}

}
let v145 = u32(4);
let v146 = v32 + v145;
let v149 = v36 + v146;
let v151 = v149 / v31;
let v152 = v146 < v15;
if v152 {
let v153 = u32(2);
let v154 = v153 * v151;
let v158 = &(*v1095)[v154];
let v159 = *v158;
let v160 = bitcast<f32>(v159);
let v163 = u32(1);
let v164 = v154 + v163;
let v168 = &(*v1095)[v164];
let v169 = *v168;
let v170 = bitcast<f32>(v169);
if v152 {
let v174 = v30[0];
let v175 = u32(16);
let v176 = v174 >> u32(v175);
let v177 = u32(15);
let v178 = v176 & v177;
let v179 = f32(v178);
let v1066 = fma(v179, v160, v170);
let v184 = v20 * v15;
let v185 = v184 + v146;
let v191 = &(*v1094)[v185];
*v191 = v1066;

}
let v193 = v146 + v163;
let v194 = v193 < v15;
if v194 {
let v195 = v30[0];
let v196 = u32(20);
let v197 = v195 >> u32(v196);
let v198 = u32(15);
let v199 = v197 & v198;
let v200 = f32(v199);
let v1067 = fma(v200, v160, v170);
let v205 = v20 * v15;
let v206 = v205 + v146;
let v208 = v206 + v163;
let v212 = &(*v1094)[v208];
*v212 = v1067;

}
let v214 = v146 + v153;
let v215 = v214 < v15;
if v215 {
let v216 = v30[0];
let v217 = u32(24);
let v218 = v216 >> u32(v217);
let v219 = u32(15);
let v220 = v218 & v219;
let v221 = f32(v220);
let v1068 = fma(v221, v160, v170);
let v226 = v20 * v15;
let v227 = v226 + v146;
let v229 = v227 + v153;
let v233 = &(*v1094)[v229];
*v233 = v1068;

}
let v234 = u32(3);
let v235 = v146 + v234;
let v236 = v235 < v15;
if v236 {
let v237 = v30[0];
let v238 = u32(28);
let v239 = v237 >> u32(v238);
let v240 = u32(15);
let v241 = v239 & v240;
let v242 = f32(v241);
let v1069 = fma(v242, v160, v170);
let v247 = v20 * v15;
let v248 = v247 + v146;
let v250 = v248 + v234;
let v254 = &(*v1094)[v250];
*v254 = v1069;

}

}
let v257 = u32(8);
let v258 = v32 + v257;
let v261 = v36 + v258;
let v263 = v261 / v31;
let v264 = v258 < v15;
if v264 {
let v265 = u32(2);
let v266 = v265 * v263;
let v270 = &(*v1095)[v266];
let v271 = *v270;
let v272 = bitcast<f32>(v271);
let v275 = u32(1);
let v276 = v266 + v275;
let v280 = &(*v1095)[v276];
let v281 = *v280;
let v282 = bitcast<f32>(v281);
if v264 {
let v286 = v30[1];
let v289 = u32(15);
let v290 = v286 & v289;
let v291 = f32(v290);
let v1070 = fma(v291, v272, v282);
let v296 = v20 * v15;
let v297 = v296 + v258;
let v303 = &(*v1094)[v297];
*v303 = v1070;

}
let v305 = v258 + v275;
let v306 = v305 < v15;
if v306 {
let v307 = v30[1];
let v308 = u32(4);
let v309 = v307 >> u32(v308);
let v310 = u32(15);
let v311 = v309 & v310;
let v312 = f32(v311);
let v1071 = fma(v312, v272, v282);
let v317 = v20 * v15;
let v318 = v317 + v258;
let v320 = v318 + v275;
let v324 = &(*v1094)[v320];
*v324 = v1071;

}
let v326 = v258 + v265;
let v327 = v326 < v15;
if v327 {
let v328 = v30[1];
let v329 = u32(8);
let v330 = v328 >> u32(v329);
let v331 = u32(15);
let v332 = v330 & v331;
let v333 = f32(v332);
let v1072 = fma(v333, v272, v282);
let v338 = v20 * v15;
let v339 = v338 + v258;
let v341 = v339 + v265;
let v345 = &(*v1094)[v341];
*v345 = v1072;

}
let v346 = u32(3);
let v347 = v258 + v346;
let v348 = v347 < v15;
if v348 {
let v349 = v30[1];
let v350 = u32(12);
let v351 = v349 >> u32(v350);
let v352 = u32(15);
let v353 = v351 & v352;
let v354 = f32(v353);
let v1073 = fma(v354, v272, v282);
let v359 = v20 * v15;
let v360 = v359 + v258;
let v362 = v360 + v346;
let v366 = &(*v1094)[v362];
*v366 = v1073;

}

}
let v369 = u32(12);
let v370 = v32 + v369;
let v373 = v36 + v370;
let v375 = v373 / v31;
let v376 = v370 < v15;
if v376 {
let v377 = u32(2);
let v378 = v377 * v375;
let v382 = &(*v1095)[v378];
let v383 = *v382;
let v384 = bitcast<f32>(v383);
let v387 = u32(1);
let v388 = v378 + v387;
let v392 = &(*v1095)[v388];
let v393 = *v392;
let v394 = bitcast<f32>(v393);
if v376 {
let v398 = v30[1];
let v399 = u32(16);
let v400 = v398 >> u32(v399);
let v401 = u32(15);
let v402 = v400 & v401;
let v403 = f32(v402);
let v1074 = fma(v403, v384, v394);
let v408 = v20 * v15;
let v409 = v408 + v370;
let v415 = &(*v1094)[v409];
*v415 = v1074;

}
let v417 = v370 + v387;
let v418 = v417 < v15;
if v418 {
let v419 = v30[1];
let v420 = u32(20);
let v421 = v419 >> u32(v420);
let v422 = u32(15);
let v423 = v421 & v422;
let v424 = f32(v423);
let v1075 = fma(v424, v384, v394);
let v429 = v20 * v15;
let v430 = v429 + v370;
let v432 = v430 + v387;
let v436 = &(*v1094)[v432];
*v436 = v1075;

}
let v438 = v370 + v377;
let v439 = v438 < v15;
if v439 {
let v440 = v30[1];
let v441 = u32(24);
let v442 = v440 >> u32(v441);
let v443 = u32(15);
let v444 = v442 & v443;
let v445 = f32(v444);
let v1076 = fma(v445, v384, v394);
let v450 = v20 * v15;
let v451 = v450 + v370;
let v453 = v451 + v377;
let v457 = &(*v1094)[v453];
*v457 = v1076;

}
let v458 = u32(3);
let v459 = v370 + v458;
let v460 = v459 < v15;
if v460 {
let v461 = v30[1];
let v462 = u32(28);
let v463 = v461 >> u32(v462);
let v464 = u32(15);
let v465 = v463 & v464;
let v466 = f32(v465);
let v1077 = fma(v466, v384, v394);
let v471 = v20 * v15;
let v472 = v471 + v370;
let v474 = v472 + v458;
let v478 = &(*v1094)[v474];
*v478 = v1077;

}

}
let v481 = u32(16);
let v482 = v32 + v481;
let v485 = v36 + v482;
let v487 = v485 / v31;
let v488 = v482 < v15;
if v488 {
let v489 = u32(2);
let v490 = v489 * v487;
let v494 = &(*v1095)[v490];
let v495 = *v494;
let v496 = bitcast<f32>(v495);
let v499 = u32(1);
let v500 = v490 + v499;
let v504 = &(*v1095)[v500];
let v505 = *v504;
let v506 = bitcast<f32>(v505);
if v488 {
let v510 = v30[2];
let v513 = u32(15);
let v514 = v510 & v513;
let v515 = f32(v514);
let v1078 = fma(v515, v496, v506);
let v520 = v20 * v15;
let v521 = v520 + v482;
let v527 = &(*v1094)[v521];
*v527 = v1078;

}
let v529 = v482 + v499;
let v530 = v529 < v15;
if v530 {
let v531 = v30[2];
let v532 = u32(4);
let v533 = v531 >> u32(v532);
let v534 = u32(15);
let v535 = v533 & v534;
let v536 = f32(v535);
let v1079 = fma(v536, v496, v506);
let v541 = v20 * v15;
let v542 = v541 + v482;
let v544 = v542 + v499;
let v548 = &(*v1094)[v544];
*v548 = v1079;

}
let v550 = v482 + v489;
let v551 = v550 < v15;
if v551 {
let v552 = v30[2];
let v553 = u32(8);
let v554 = v552 >> u32(v553);
let v555 = u32(15);
let v556 = v554 & v555;
let v557 = f32(v556);
let v1080 = fma(v557, v496, v506);
let v562 = v20 * v15;
let v563 = v562 + v482;
let v565 = v563 + v489;
let v569 = &(*v1094)[v565];
*v569 = v1080;

}
let v570 = u32(3);
let v571 = v482 + v570;
let v572 = v571 < v15;
if v572 {
let v573 = v30[2];
let v574 = u32(12);
let v575 = v573 >> u32(v574);
let v576 = u32(15);
let v577 = v575 & v576;
let v578 = f32(v577);
let v1081 = fma(v578, v496, v506);
let v583 = v20 * v15;
let v584 = v583 + v482;
let v586 = v584 + v570;
let v590 = &(*v1094)[v586];
*v590 = v1081;

}

}
let v593 = u32(20);
let v594 = v32 + v593;
let v597 = v36 + v594;
let v599 = v597 / v31;
let v600 = v594 < v15;
if v600 {
let v601 = u32(2);
let v602 = v601 * v599;
let v606 = &(*v1095)[v602];
let v607 = *v606;
let v608 = bitcast<f32>(v607);
let v611 = u32(1);
let v612 = v602 + v611;
let v616 = &(*v1095)[v612];
let v617 = *v616;
let v618 = bitcast<f32>(v617);
if v600 {
let v622 = v30[2];
let v623 = u32(16);
let v624 = v622 >> u32(v623);
let v625 = u32(15);
let v626 = v624 & v625;
let v627 = f32(v626);
let v1082 = fma(v627, v608, v618);
let v632 = v20 * v15;
let v633 = v632 + v594;
let v639 = &(*v1094)[v633];
*v639 = v1082;

}
let v641 = v594 + v611;
let v642 = v641 < v15;
if v642 {
let v643 = v30[2];
let v644 = u32(20);
let v645 = v643 >> u32(v644);
let v646 = u32(15);
let v647 = v645 & v646;
let v648 = f32(v647);
let v1083 = fma(v648, v608, v618);
let v653 = v20 * v15;
let v654 = v653 + v594;
let v656 = v654 + v611;
let v660 = &(*v1094)[v656];
*v660 = v1083;

}
let v662 = v594 + v601;
let v663 = v662 < v15;
if v663 {
let v664 = v30[2];
let v665 = u32(24);
let v666 = v664 >> u32(v665);
let v667 = u32(15);
let v668 = v666 & v667;
let v669 = f32(v668);
let v1084 = fma(v669, v608, v618);
let v674 = v20 * v15;
let v675 = v674 + v594;
let v677 = v675 + v601;
let v681 = &(*v1094)[v677];
*v681 = v1084;

}
let v682 = u32(3);
let v683 = v594 + v682;
let v684 = v683 < v15;
if v684 {
let v685 = v30[2];
let v686 = u32(28);
let v687 = v685 >> u32(v686);
let v688 = u32(15);
let v689 = v687 & v688;
let v690 = f32(v689);
let v1085 = fma(v690, v608, v618);
let v695 = v20 * v15;
let v696 = v695 + v594;
let v698 = v696 + v682;
let v702 = &(*v1094)[v698];
*v702 = v1085;

}

}
let v705 = u32(24);
let v706 = v32 + v705;
let v709 = v36 + v706;
let v711 = v709 / v31;
let v712 = v706 < v15;
if v712 {
let v713 = u32(2);
let v714 = v713 * v711;
let v718 = &(*v1095)[v714];
let v719 = *v718;
let v720 = bitcast<f32>(v719);
let v723 = u32(1);
let v724 = v714 + v723;
let v728 = &(*v1095)[v724];
let v729 = *v728;
let v730 = bitcast<f32>(v729);
if v712 {
let v734 = v30[3];
let v737 = u32(15);
let v738 = v734 & v737;
let v739 = f32(v738);
let v1086 = fma(v739, v720, v730);
let v744 = v20 * v15;
let v745 = v744 + v706;
let v751 = &(*v1094)[v745];
*v751 = v1086;

}
let v753 = v706 + v723;
let v754 = v753 < v15;
if v754 {
let v755 = v30[3];
let v756 = u32(4);
let v757 = v755 >> u32(v756);
let v758 = u32(15);
let v759 = v757 & v758;
let v760 = f32(v759);
let v1087 = fma(v760, v720, v730);
let v765 = v20 * v15;
let v766 = v765 + v706;
let v768 = v766 + v723;
let v772 = &(*v1094)[v768];
*v772 = v1087;

}
let v774 = v706 + v713;
let v775 = v774 < v15;
if v775 {
let v776 = v30[3];
let v777 = u32(8);
let v778 = v776 >> u32(v777);
let v779 = u32(15);
let v780 = v778 & v779;
let v781 = f32(v780);
let v1088 = fma(v781, v720, v730);
let v786 = v20 * v15;
let v787 = v786 + v706;
let v789 = v787 + v713;
let v793 = &(*v1094)[v789];
*v793 = v1088;

}
let v794 = u32(3);
let v795 = v706 + v794;
let v796 = v795 < v15;
if v796 {
let v797 = v30[3];
let v798 = u32(12);
let v799 = v797 >> u32(v798);
let v800 = u32(15);
let v801 = v799 & v800;
let v802 = f32(v801);
let v1089 = fma(v802, v720, v730);
let v807 = v20 * v15;
let v808 = v807 + v706;
let v810 = v808 + v794;
let v814 = &(*v1094)[v810];
*v814 = v1089;

}

}
let v817 = u32(28);
let v818 = v32 + v817;
let v821 = v36 + v818;
let v823 = v821 / v31;
let v824 = v818 < v15;
if v824 {
let v825 = u32(2);
let v826 = v825 * v823;
let v830 = &(*v1095)[v826];
let v831 = *v830;
let v832 = bitcast<f32>(v831);
let v835 = u32(1);
let v836 = v826 + v835;
let v840 = &(*v1095)[v836];
let v841 = *v840;
let v842 = bitcast<f32>(v841);
if v824 {
let v846 = v30[3];
let v847 = u32(16);
let v848 = v846 >> u32(v847);
let v849 = u32(15);
let v850 = v848 & v849;
let v851 = f32(v850);
let v1090 = fma(v851, v832, v842);
let v856 = v20 * v15;
let v857 = v856 + v818;
let v863 = &(*v1094)[v857];
*v863 = v1090;

}
let v865 = v818 + v835;
let v866 = v865 < v15;
if v866 {
let v867 = v30[3];
let v868 = u32(20);
let v869 = v867 >> u32(v868);
let v870 = u32(15);
let v871 = v869 & v870;
let v872 = f32(v871);
let v1091 = fma(v872, v832, v842);
let v877 = v20 * v15;
let v878 = v877 + v818;
let v880 = v878 + v835;
let v884 = &(*v1094)[v880];
*v884 = v1091;

}
let v886 = v818 + v825;
let v887 = v886 < v15;
if v887 {
let v888 = v30[3];
let v889 = u32(24);
let v890 = v888 >> u32(v889);
let v891 = u32(15);
let v892 = v890 & v891;
let v893 = f32(v892);
let v1092 = fma(v893, v832, v842);
let v898 = v20 * v15;
let v899 = v898 + v818;
let v901 = v899 + v825;
let v905 = &(*v1094)[v901];
*v905 = v1092;

}
let v906 = u32(3);
let v907 = v818 + v906;
let v908 = v907 < v15;
if v908 {
let v909 = v30[3];
let v910 = u32(28);
let v911 = v909 >> u32(v910);
let v912 = u32(15);
let v913 = v911 & v912;
let v914 = f32(v913);
let v1093 = fma(v914, v832, v842);
let v919 = v20 * v15;
let v920 = v919 + v818;
let v922 = v920 + v906;
let v926 = &(*v1094)[v922];
*v926 = v1093;

}

}

}
return;

}
