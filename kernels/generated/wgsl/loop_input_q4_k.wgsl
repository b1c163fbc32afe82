var<workgroup> shared_v2012: array<f32, 128>;
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
fn loop_input_kernel(@builtin(local_invocation_index) v3044: u32, @builtin(workgroup_id) v3048: vec3<u32>, @builtin(num_workgroups) v3050: vec3<u32>) {
let v3154 = &v25;
let v3155 = &v21;
let v3156 = &v17;
let v3157 = &v13;
let v3158 = &v9;
let v3159 = &v5;
let v3160 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v31 = info_var.scalars_usize[2];
let v32 = info_var.scalars_f32[0];
let v33 = info_var.scalars_f32[1];
let v34 = info_var.scalars_f32[2];
let v3049 = v3048[2];
let v3028 = u32(v3049);
let v3051 = v3050[1];
let v3030 = u32(v3051);
let v3031 = v3028 * v3030;
let v3052 = v3050[0];
let v3033 = u32(v3052);
let v3034 = v3031 * v3033;
let v3053 = v3048[1];
let v3036 = u32(v3053);
let v3039 = v3036 * v3033;
let v3040 = v3034 + v3039;
let v3055 = v3048[0];
let v3042 = u32(v3055);
let v3043 = v3040 + v3042;
let v36 = v3043 < v29;
if v36 {
let v43 = &(*v3157)[v3043];
let v44 = *v43;
let v45 = u32(v44);
let v46 = u32(1);
let v48 = v29 + v3043;
let v52 = &(*v3157)[v48];
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
var<function> v2989_store: f32;
let v2989 = &v2989_store;
*v2989 = v64;
let v3045 = v3044;
let v68 = u32(v3045);
var<function> v2990_store: u32;
let v2990 = &v2990_store;
*v2990 = v68;
loop {
let v70 = *v2990;
let v71 = v70 < v31;
if !v71 { break; }
let v73 = v45 * v31;
let v74 = *v2990;
let v75 = v73 + v74;
let v79 = &(*v3160)[v75];
let v80 = *v79;
let v82 = u32(32);
let v83 = v74 * v82;
let v86 = v45 * v30;
let v87 = v86 + v83;
let v89 = v87 / v82;
let v92 = v83 < v30;
if v92 {
let v93 = u32(2);
let v94 = v93 * v89;
let v98 = &(*v3159)[v94];
let v99 = *v98;
let v100 = bitcast<f32>(v99);
let v104 = v94 + v46;
let v108 = &(*v3159)[v104];
let v109 = *v108;
let v110 = bitcast<f32>(v109);
let v111 = v80[0];
let v114 = u32(15);
let v115 = v111 & v114;
let v116 = f32(v115);
let v3058 = fma(v116, v100, v110);
let v121 = v59 * v3058;
var<function> v2992_store: f32;
let v2992 = &v2992_store;
*v2992 = v121;
if v57 {
let v123 = v63 + v83;
let v129 = &(*v3158)[v123];
let v130 = *v129;
let v132 = *v2992;
let v3059 = fma(v33, v130, v132);
*v2992 = v3059;

}
let v134 = v3043 * v30;
let v135 = v134 + v83;
let v141 = &(*v3155)[v135];
let v142 = *v2992;
*v141 = v142;
let v146 = *v2989;
let v3060 = fma(v142, v142, v146);
*v2989 = v3060;

}
let v149 = v83 + v46;
let v150 = v149 < v30;
if v150 {
let v151 = u32(2);
let v152 = v151 * v89;
let v156 = &(*v3159)[v152];
let v157 = *v156;
let v158 = bitcast<f32>(v157);
let v162 = v152 + v46;
let v166 = &(*v3159)[v162];
let v167 = *v166;
let v168 = bitcast<f32>(v167);
let v169 = v80[0];
let v170 = u32(4);
let v171 = v169 >> u32(v170);
let v172 = u32(15);
let v173 = v171 & v172;
let v174 = f32(v173);
let v3061 = fma(v174, v158, v168);
let v179 = v59 * v3061;
var<function> v2993_store: f32;
let v2993 = &v2993_store;
*v2993 = v179;
if v57 {
let v181 = v63 + v83;
let v183 = v181 + v46;
let v187 = &(*v3158)[v183];
let v188 = *v187;
let v190 = *v2993;
let v3062 = fma(v33, v188, v190);
*v2993 = v3062;

}
let v192 = v3043 * v30;
let v193 = v192 + v83;
let v195 = v193 + v46;
let v199 = &(*v3155)[v195];
let v200 = *v2993;
*v199 = v200;
let v204 = *v2989;
let v3063 = fma(v200, v200, v204);
*v2989 = v3063;

}
let v206 = u32(2);
let v207 = v83 + v206;
let v208 = v207 < v30;
if v208 {
let v210 = v206 * v89;
let v214 = &(*v3159)[v210];
let v215 = *v214;
let v216 = bitcast<f32>(v215);
let v220 = v210 + v46;
let v224 = &(*v3159)[v220];
let v225 = *v224;
let v226 = bitcast<f32>(v225);
let v227 = v80[0];
let v228 = u32(8);
let v229 = v227 >> u32(v228);
let v230 = u32(15);
let v231 = v229 & v230;
let v232 = f32(v231);
let v3064 = fma(v232, v216, v226);
let v237 = v59 * v3064;
var<function> v2994_store: f32;
let v2994 = &v2994_store;
*v2994 = v237;
if v57 {
let v239 = v63 + v83;
let v241 = v239 + v206;
let v245 = &(*v3158)[v241];
let v246 = *v245;
let v248 = *v2994;
let v3065 = fma(v33, v246, v248);
*v2994 = v3065;

}
let v250 = v3043 * v30;
let v251 = v250 + v83;
let v253 = v251 + v206;
let v257 = &(*v3155)[v253];
let v258 = *v2994;
*v257 = v258;
let v262 = *v2989;
let v3066 = fma(v258, v258, v262);
*v2989 = v3066;

}
let v264 = u32(3);
let v265 = v83 + v264;
let v266 = v265 < v30;
if v266 {
let v268 = v206 * v89;
let v272 = &(*v3159)[v268];
let v273 = *v272;
let v274 = bitcast<f32>(v273);
let v278 = v268 + v46;
let v282 = &(*v3159)[v278];
let v283 = *v282;
let v284 = bitcast<f32>(v283);
let v285 = v80[0];
let v286 = u32(12);
let v287 = v285 >> u32(v286);
let v288 = u32(15);
let v289 = v287 & v288;
let v290 = f32(v289);
let v3067 = fma(v290, v274, v284);
let v295 = v59 * v3067;
var<function> v2995_store: f32;
let v2995 = &v2995_store;
*v2995 = v295;
if v57 {
let v297 = v63 + v83;
let v299 = v297 + v264;
let v303 = &(*v3158)[v299];
let v304 = *v303;
let v306 = *v2995;
let v3068 = fma(v33, v304, v306);
*v2995 = v3068;

}
let v308 = v3043 * v30;
let v309 = v308 + v83;
let v311 = v309 + v264;
let v315 = &(*v3155)[v311];
let v316 = *v2995;
*v315 = v316;
let v320 = *v2989;
let v3069 = fma(v316, v316, v320);
*v2989 = v3069;

}
let v322 = *v2990;
let v324 = v322 * v82;
let v325 = u32(4);
let v326 = v324 + v325;
let v328 = v86 + v326;
let v330 = v328 / v82;
let v333 = v326 < v30;
if v333 {
let v335 = v206 * v330;
let v339 = &(*v3159)[v335];
let v340 = *v339;
let v341 = bitcast<f32>(v340);
let v345 = v335 + v46;
let v349 = &(*v3159)[v345];
let v350 = *v349;
let v351 = bitcast<f32>(v350);
let v352 = v80[0];
let v353 = u32(16);
let v354 = v352 >> u32(v353);
let v355 = u32(15);
let v356 = v354 & v355;
let v357 = f32(v356);
let v3070 = fma(v357, v341, v351);
let v362 = v59 * v3070;
var<function> v2996_store: f32;
let v2996 = &v2996_store;
*v2996 = v362;
if v57 {
let v364 = v63 + v326;
let v370 = &(*v3158)[v364];
let v371 = *v370;
let v373 = *v2996;
let v3071 = fma(v33, v371, v373);
*v2996 = v3071;

}
let v375 = v3043 * v30;
let v376 = v375 + v326;
let v382 = &(*v3155)[v376];
let v383 = *v2996;
*v382 = v383;
let v387 = *v2989;
let v3072 = fma(v383, v383, v387);
*v2989 = v3072;

}
let v390 = v326 + v46;
let v391 = v390 < v30;
if v391 {
let v393 = v206 * v330;
let v397 = &(*v3159)[v393];
let v398 = *v397;
let v399 = bitcast<f32>(v398);
let v403 = v393 + v46;
let v407 = &(*v3159)[v403];
let v408 = *v407;
let v409 = bitcast<f32>(v408);
let v410 = v80[0];
let v411 = u32(20);
let v412 = v410 >> u32(v411);
let v413 = u32(15);
let v414 = v412 & v413;
let v415 = f32(v414);
let v3073 = fma(v415, v399, v409);
let v420 = v59 * v3073;
var<function> v2997_store: f32;
let v2997 = &v2997_store;
*v2997 = v420;
if v57 {
let v422 = v63 + v326;
let v424 = v422 + v46;
let v428 = &(*v3158)[v424];
let v429 = *v428;
let v431 = *v2997;
let v3074 = fma(v33, v429, v431);
*v2997 = v3074;

}
let v433 = v3043 * v30;
let v434 = v433 + v326;
let v436 = v434 + v46;
let v440 = &(*v3155)[v436];
let v441 = *v2997;
*v440 = v441;
let v445 = *v2989;
let v3075 = fma(v441, v441, v445);
*v2989 = v3075;

}
let v448 = v326 + v206;
let v449 = v448 < v30;
if v449 {
let v451 = v206 * v330;
let v455 = &(*v3159)[v451];
let v456 = *v455;
let v457 = bitcast<f32>(v456);
let v461 = v451 + v46;
let v465 = &(*v3159)[v461];
let v466 = *v465;
let v467 = bitcast<f32>(v466);
let v468 = v80[0];
let v469 = u32(24);
let v470 = v468 >> u32(v469);
let v471 = u32(15);
let v472 = v470 & v471;
let v473 = f32(v472);
let v3076 = fma(v473, v457, v467);
let v478 = v59 * v3076;
var<function> v2998_store: f32;
let v2998 = &v2998_store;
*v2998 = v478;
if v57 {
let v480 = v63 + v326;
let v482 = v480 + v206;
let v486 = &(*v3158)[v482];
let v487 = *v486;
let v489 = *v2998;
let v3077 = fma(v33, v487, v489);
*v2998 = v3077;

}
let v491 = v3043 * v30;
let v492 = v491 + v326;
let v494 = v492 + v206;
let v498 = &(*v3155)[v494];
let v499 = *v2998;
*v498 = v499;
let v503 = *v2989;
let v3078 = fma(v499, v499, v503);
*v2989 = v3078;

}
let v506 = v326 + v264;
let v507 = v506 < v30;
if v507 {
let v509 = v206 * v330;
let v513 = &(*v3159)[v509];
let v514 = *v513;
let v515 = bitcast<f32>(v514);
let v519 = v509 + v46;
let v523 = &(*v3159)[v519];
let v524 = *v523;
let v525 = bitcast<f32>(v524);
let v526 = v80[0];
let v527 = u32(28);
let v528 = v526 >> u32(v527);
let v529 = u32(15);
let v530 = v528 & v529;
let v531 = f32(v530);
let v3079 = fma(v531, v515, v525);
let v536 = v59 * v3079;
var<function> v2999_store: f32;
let v2999 = &v2999_store;
*v2999 = v536;
if v57 {
let v538 = v63 + v326;
let v540 = v538 + v264;
let v544 = &(*v3158)[v540];
let v545 = *v544;
let v547 = *v2999;
let v3080 = fma(v33, v545, v547);
*v2999 = v3080;

}
let v549 = v3043 * v30;
let v550 = v549 + v326;
let v552 = v550 + v264;
let v556 = &(*v3155)[v552];
let v557 = *v2999;
*v556 = v557;
let v561 = *v2989;
let v3081 = fma(v557, v557, v561);
*v2989 = v3081;

}
let v563 = *v2990;
let v565 = v563 * v82;
let v566 = u32(8);
let v567 = v565 + v566;
let v569 = v86 + v567;
let v571 = v569 / v82;
let v574 = v567 < v30;
if v574 {
let v576 = v206 * v571;
let v580 = &(*v3159)[v576];
let v581 = *v580;
let v582 = bitcast<f32>(v581);
let v586 = v576 + v46;
let v590 = &(*v3159)[v586];
let v591 = *v590;
let v592 = bitcast<f32>(v591);
let v593 = v80[1];
let v596 = u32(15);
let v597 = v593 & v596;
let v598 = f32(v597);
let v3082 = fma(v598, v582, v592);
let v603 = v59 * v3082;
var<function> v3000_store: f32;
let v3000 = &v3000_store;
*v3000 = v603;
if v57 {
let v605 = v63 + v567;
let v611 = &(*v3158)[v605];
let v612 = *v611;
let v614 = *v3000;
let v3083 = fma(v33, v612, v614);
*v3000 = v3083;

}
let v616 = v3043 * v30;
let v617 = v616 + v567;
let v623 = &(*v3155)[v617];
let v624 = *v3000;
*v623 = v624;
let v628 = *v2989;
let v3084 = fma(v624, v624, v628);
*v2989 = v3084;

}
let v631 = v567 + v46;
let v632 = v631 < v30;
if v632 {
let v634 = v206 * v571;
let v638 = &(*v3159)[v634];
let v639 = *v638;
let v640 = bitcast<f32>(v639);
let v644 = v634 + v46;
let v648 = &(*v3159)[v644];
let v649 = *v648;
let v650 = bitcast<f32>(v649);
let v651 = v80[1];
let v652 = u32(4);
let v653 = v651 >> u32(v652);
let v654 = u32(15);
let v655 = v653 & v654;
let v656 = f32(v655);
let v3085 = fma(v656, v640, v650);
let v661 = v59 * v3085;
var<function> v3001_store: f32;
let v3001 = &v3001_store;
*v3001 = v661;
if v57 {
let v663 = v63 + v567;
let v665 = v663 + v46;
let v669 = &(*v3158)[v665];
let v670 = *v669;
let v672 = *v3001;
let v3086 = fma(v33, v670, v672);
*v3001 = v3086;

}
let v674 = v3043 * v30;
let v675 = v674 + v567;
let v677 = v675 + v46;
let v681 = &(*v3155)[v677];
let v682 = *v3001;
*v681 = v682;
let v686 = *v2989;
let v3087 = fma(v682, v682, v686);
*v2989 = v3087;

}
let v689 = v567 + v206;
let v690 = v689 < v30;
if v690 {
let v692 = v206 * v571;
let v696 = &(*v3159)[v692];
let v697 = *v696;
let v698 = bitcast<f32>(v697);
let v702 = v692 + v46;
let v706 = &(*v3159)[v702];
let v707 = *v706;
let v708 = bitcast<f32>(v707);
let v709 = v80[1];
let v710 = u32(8);
let v711 = v709 >> u32(v710);
let v712 = u32(15);
let v713 = v711 & v712;
let v714 = f32(v713);
let v3088 = fma(v714, v698, v708);
let v719 = v59 * v3088;
var<function> v3002_store: f32;
let v3002 = &v3002_store;
*v3002 = v719;
if v57 {
let v721 = v63 + v567;
let v723 = v721 + v206;
let v727 = &(*v3158)[v723];
let v728 = *v727;
let v730 = *v3002;
let v3089 = fma(v33, v728, v730);
*v3002 = v3089;

}
let v732 = v3043 * v30;
let v733 = v732 + v567;
let v735 = v733 + v206;
let v739 = &(*v3155)[v735];
let v740 = *v3002;
*v739 = v740;
let v744 = *v2989;
let v3090 = fma(v740, v740, v744);
*v2989 = v3090;

}
let v747 = v567 + v264;
let v748 = v747 < v30;
if v748 {
let v750 = v206 * v571;
let v754 = &(*v3159)[v750];
let v755 = *v754;
let v756 = bitcast<f32>(v755);
let v760 = v750 + v46;
let v764 = &(*v3159)[v760];
let v765 = *v764;
let v766 = bitcast<f32>(v765);
let v767 = v80[1];
let v768 = u32(12);
let v769 = v767 >> u32(v768);
let v770 = u32(15);
let v771 = v769 & v770;
let v772 = f32(v771);
let v3091 = fma(v772, v756, v766);
let v777 = v59 * v3091;
var<function> v3003_store: f32;
let v3003 = &v3003_store;
*v3003 = v777;
if v57 {
let v779 = v63 + v567;
let v781 = v779 + v264;
let v785 = &(*v3158)[v781];
let v786 = *v785;
let v788 = *v3003;
let v3092 = fma(v33, v786, v788);
*v3003 = v3092;

}
let v790 = v3043 * v30;
let v791 = v790 + v567;
let v793 = v791 + v264;
let v797 = &(*v3155)[v793];
let v798 = *v3003;
*v797 = v798;
let v802 = *v2989;
let v3093 = fma(v798, v798, v802);
*v2989 = v3093;

}
let v804 = *v2990;
let v806 = v804 * v82;
let v807 = u32(12);
let v808 = v806 + v807;
let v810 = v86 + v808;
let v812 = v810 / v82;
let v815 = v808 < v30;
if v815 {
let v817 = v206 * v812;
let v821 = &(*v3159)[v817];
let v822 = *v821;
let v823 = bitcast<f32>(v822);
let v827 = v817 + v46;
let v831 = &(*v3159)[v827];
let v832 = *v831;
let v833 = bitcast<f32>(v832);
let v834 = v80[1];
let v835 = u32(16);
let v836 = v834 >> u32(v835);
let v837 = u32(15);
let v838 = v836 & v837;
let v839 = f32(v838);
let v3094 = fma(v839, v823, v833);
let v844 = v59 * v3094;
var<function> v3004_store: f32;
let v3004 = &v3004_store;
*v3004 = v844;
if v57 {
let v846 = v63 + v808;
let v852 = &(*v3158)[v846];
let v853 = *v852;
let v855 = *v3004;
let v3095 = fma(v33, v853, v855);
*v3004 = v3095;

}
let v857 = v3043 * v30;
let v858 = v857 + v808;
let v864 = &(*v3155)[v858];
let v865 = *v3004;
*v864 = v865;
let v869 = *v2989;
let v3096 = fma(v865, v865, v869);
*v2989 = v3096;

}
let v872 = v808 + v46;
let v873 = v872 < v30;
if v873 {
let v875 = v206 * v812;
let v879 = &(*v3159)[v875];
let v880 = *v879;
let v881 = bitcast<f32>(v880);
let v885 = v875 + v46;
let v889 = &(*v3159)[v885];
let v890 = *v889;
let v891 = bitcast<f32>(v890);
let v892 = v80[1];
let v893 = u32(20);
let v894 = v892 >> u32(v893);
let v895 = u32(15);
let v896 = v894 & v895;
let v897 = f32(v896);
let v3097 = fma(v897, v881, v891);
let v902 = v59 * v3097;
var<function> v3005_store: f32;
let v3005 = &v3005_store;
*v3005 = v902;
if v57 {
let v904 = v63 + v808;
let v906 = v904 + v46;
let v910 = &(*v3158)[v906];
let v911 = *v910;
let v913 = *v3005;
let v3098 = fma(v33, v911, v913);
*v3005 = v3098;

}
let v915 = v3043 * v30;
let v916 = v915 + v808;
let v918 = v916 + v46;
let v922 = &(*v3155)[v918];
let v923 = *v3005;
*v922 = v923;
let v927 = *v2989;
let v3099 = fma(v923, v923, v927);
*v2989 = v3099;

}
let v930 = v808 + v206;
let v931 = v930 < v30;
if v931 {
let v933 = v206 * v812;
let v937 = &(*v3159)[v933];
let v938 = *v937;
let v939 = bitcast<f32>(v938);
let v943 = v933 + v46;
let v947 = &(*v3159)[v943];
let v948 = *v947;
let v949 = bitcast<f32>(v948);
let v950 = v80[1];
let v951 = u32(24);
let v952 = v950 >> u32(v951);
let v953 = u32(15);
let v954 = v952 & v953;
let v955 = f32(v954);
let v3100 = fma(v955, v939, v949);
let v960 = v59 * v3100;
var<function> v3006_store: f32;
let v3006 = &v3006_store;
*v3006 = v960;
if v57 {
let v962 = v63 + v808;
let v964 = v962 + v206;
let v968 = &(*v3158)[v964];
let v969 = *v968;
let v971 = *v3006;
let v3101 = fma(v33, v969, v971);
*v3006 = v3101;

}
let v973 = v3043 * v30;
let v974 = v973 + v808;
let v976 = v974 + v206;
let v980 = &(*v3155)[v976];
let v981 = *v3006;
*v980 = v981;
let v985 = *v2989;
let v3102 = fma(v981, v981, v985);
*v2989 = v3102;

}
let v988 = v808 + v264;
let v989 = v988 < v30;
if v989 {
let v991 = v206 * v812;
let v995 = &(*v3159)[v991];
let v996 = *v995;
let v997 = bitcast<f32>(v996);
let v1001 = v991 + v46;
let v1005 = &(*v3159)[v1001];
let v1006 = *v1005;
let v1007 = bitcast<f32>(v1006);
let v1008 = v80[1];
let v1009 = u32(28);
let v1010 = v1008 >> u32(v1009);
let v1011 = u32(15);
let v1012 = v1010 & v1011;
let v1013 = f32(v1012);
let v3103 = fma(v1013, v997, v1007);
let v1018 = v59 * v3103;
var<function> v3007_store: f32;
let v3007 = &v3007_store;
*v3007 = v1018;
if v57 {
let v1020 = v63 + v808;
let v1022 = v1020 + v264;
let v1026 = &(*v3158)[v1022];
let v1027 = *v1026;
let v1029 = *v3007;
let v3104 = fma(v33, v1027, v1029);
*v3007 = v3104;

}
let v1031 = v3043 * v30;
let v1032 = v1031 + v808;
let v1034 = v1032 + v264;
let v1038 = &(*v3155)[v1034];
let v1039 = *v3007;
*v1038 = v1039;
let v1043 = *v2989;
let v3105 = fma(v1039, v1039, v1043);
*v2989 = v3105;

}
let v1045 = *v2990;
let v1047 = v1045 * v82;
let v1048 = u32(16);
let v1049 = v1047 + v1048;
let v1051 = v86 + v1049;
let v1053 = v1051 / v82;
let v1056 = v1049 < v30;
if v1056 {
let v1058 = v206 * v1053;
let v1062 = &(*v3159)[v1058];
let v1063 = *v1062;
let v1064 = bitcast<f32>(v1063);
let v1068 = v1058 + v46;
let v1072 = &(*v3159)[v1068];
let v1073 = *v1072;
let v1074 = bitcast<f32>(v1073);
let v1075 = v80[2];
let v1078 = u32(15);
let v1079 = v1075 & v1078;
let v1080 = f32(v1079);
let v3106 = fma(v1080, v1064, v1074);
let v1085 = v59 * v3106;
var<function> v3008_store: f32;
let v3008 = &v3008_store;
*v3008 = v1085;
if v57 {
let v1087 = v63 + v1049;
let v1093 = &(*v3158)[v1087];
let v1094 = *v1093;
let v1096 = *v3008;
let v3107 = fma(v33, v1094, v1096);
*v3008 = v3107;

}
let v1098 = v3043 * v30;
let v1099 = v1098 + v1049;
let v1105 = &(*v3155)[v1099];
let v1106 = *v3008;
*v1105 = v1106;
let v1110 = *v2989;
let v3108 = fma(v1106, v1106, v1110);
*v2989 = v3108;

}
let v1113 = v1049 + v46;
let v1114 = v1113 < v30;
if v1114 {
let v1116 = v206 * v1053;
let v1120 = &(*v3159)[v1116];
let v1121 = *v1120;
let v1122 = bitcast<f32>(v1121);
let v1126 = v1116 + v46;
let v1130 = &(*v3159)[v1126];
let v1131 = *v1130;
let v1132 = bitcast<f32>(v1131);
let v1133 = v80[2];
let v1134 = u32(4);
let v1135 = v1133 >> u32(v1134);
let v1136 = u32(15);
let v1137 = v1135 & v1136;
let v1138 = f32(v1137);
let v3109 = fma(v1138, v1122, v1132);
let v1143 = v59 * v3109;
var<function> v3009_store: f32;
let v3009 = &v3009_store;
*v3009 = v1143;
if v57 {
let v1145 = v63 + v1049;
let v1147 = v1145 + v46;
let v1151 = &(*v3158)[v1147];
let v1152 = *v1151;
let v1154 = *v3009;
let v3110 = fma(v33, v1152, v1154);
*v3009 = v3110;

}
let v1156 = v3043 * v30;
let v1157 = v1156 + v1049;
let v1159 = v1157 + v46;
let v1163 = &(*v3155)[v1159];
let v1164 = *v3009;
*v1163 = v1164;
let v1168 = *v2989;
let v3111 = fma(v1164, v1164, v1168);
*v2989 = v3111;

}
let v1171 = v1049 + v206;
let v1172 = v1171 < v30;
if v1172 {
let v1174 = v206 * v1053;
let v1178 = &(*v3159)[v1174];
let v1179 = *v1178;
let v1180 = bitcast<f32>(v1179);
let v1184 = v1174 + v46;
let v1188 = &(*v3159)[v1184];
let v1189 = *v1188;
let v1190 = bitcast<f32>(v1189);
let v1191 = v80[2];
let v1192 = u32(8);
let v1193 = v1191 >> u32(v1192);
let v1194 = u32(15);
let v1195 = v1193 & v1194;
let v1196 = f32(v1195);
let v3112 = fma(v1196, v1180, v1190);
let v1201 = v59 * v3112;
var<function> v3010_store: f32;
let v3010 = &v3010_store;
*v3010 = v1201;
if v57 {
let v1203 = v63 + v1049;
let v1205 = v1203 + v206;
let v1209 = &(*v3158)[v1205];
let v1210 = *v1209;
let v1212 = *v3010;
let v3113 = fma(v33, v1210, v1212);
*v3010 = v3113;

}
let v1214 = v3043 * v30;
let v1215 = v1214 + v1049;
let v1217 = v1215 + v206;
let v1221 = &(*v3155)[v1217];
let v1222 = *v3010;
*v1221 = v1222;
let v1226 = *v2989;
let v3114 = fma(v1222, v1222, v1226);
*v2989 = v3114;

}
let v1229 = v1049 + v264;
let v1230 = v1229 < v30;
if v1230 {
let v1232 = v206 * v1053;
let v1236 = &(*v3159)[v1232];
let v1237 = *v1236;
let v1238 = bitcast<f32>(v1237);
let v1242 = v1232 + v46;
let v1246 = &(*v3159)[v1242];
let v1247 = *v1246;
let v1248 = bitcast<f32>(v1247);
let v1249 = v80[2];
let v1250 = u32(12);
let v1251 = v1249 >> u32(v1250);
let v1252 = u32(15);
let v1253 = v1251 & v1252;
let v1254 = f32(v1253);
let v3115 = fma(v1254, v1238, v1248);
let v1259 = v59 * v3115;
var<function> v3011_store: f32;
let v3011 = &v3011_store;
*v3011 = v1259;
if v57 {
let v1261 = v63 + v1049;
let v1263 = v1261 + v264;
let v1267 = &(*v3158)[v1263];
let v1268 = *v1267;
let v1270 = *v3011;
let v3116 = fma(v33, v1268, v1270);
*v3011 = v3116;

}
let v1272 = v3043 * v30;
let v1273 = v1272 + v1049;
let v1275 = v1273 + v264;
let v1279 = &(*v3155)[v1275];
let v1280 = *v3011;
*v1279 = v1280;
let v1284 = *v2989;
let v3117 = fma(v1280, v1280, v1284);
*v2989 = v3117;

}
let v1286 = *v2990;
let v1288 = v1286 * v82;
let v1289 = u32(20);
let v1290 = v1288 + v1289;
let v1292 = v86 + v1290;
let v1294 = v1292 / v82;
let v1297 = v1290 < v30;
if v1297 {
let v1299 = v206 * v1294;
let v1303 = &(*v3159)[v1299];
let v1304 = *v1303;
let v1305 = bitcast<f32>(v1304);
let v1309 = v1299 + v46;
let v1313 = &(*v3159)[v1309];
let v1314 = *v1313;
let v1315 = bitcast<f32>(v1314);
let v1316 = v80[2];
let v1317 = u32(16);
let v1318 = v1316 >> u32(v1317);
let v1319 = u32(15);
let v1320 = v1318 & v1319;
let v1321 = f32(v1320);
let v3118 = fma(v1321, v1305, v1315);
let v1326 = v59 * v3118;
var<function> v3012_store: f32;
let v3012 = &v3012_store;
*v3012 = v1326;
if v57 {
let v1328 = v63 + v1290;
let v1334 = &(*v3158)[v1328];
let v1335 = *v1334;
let v1337 = *v3012;
let v3119 = fma(v33, v1335, v1337);
*v3012 = v3119;

}
let v1339 = v3043 * v30;
let v1340 = v1339 + v1290;
let v1346 = &(*v3155)[v1340];
let v1347 = *v3012;
*v1346 = v1347;
let v1351 = *v2989;
let v3120 = fma(v1347, v1347, v1351);
*v2989 = v3120;

}
let v1354 = v1290 + v46;
let v1355 = v1354 < v30;
if v1355 {
let v1357 = v206 * v1294;
let v1361 = &(*v3159)[v1357];
let v1362 = *v1361;
let v1363 = bitcast<f32>(v1362);
let v1367 = v1357 + v46;
let v1371 = &(*v3159)[v1367];
let v1372 = *v1371;
let v1373 = bitcast<f32>(v1372);
let v1374 = v80[2];
let v1375 = u32(20);
let v1376 = v1374 >> u32(v1375);
let v1377 = u32(15);
let v1378 = v1376 & v1377;
let v1379 = f32(v1378);
let v3121 = fma(v1379, v1363, v1373);
let v1384 = v59 * v3121;
var<function> v3013_store: f32;
let v3013 = &v3013_store;
*v3013 = v1384;
if v57 {
let v1386 = v63 + v1290;
let v1388 = v1386 + v46;
let v1392 = &(*v3158)[v1388];
let v1393 = *v1392;
let v1395 = *v3013;
let v3122 = fma(v33, v1393, v1395);
*v3013 = v3122;

}
let v1397 = v3043 * v30;
let v1398 = v1397 + v1290;
let v1400 = v1398 + v46;
let v1404 = &(*v3155)[v1400];
let v1405 = *v3013;
*v1404 = v1405;
let v1409 = *v2989;
let v3123 = fma(v1405, v1405, v1409);
*v2989 = v3123;

}
let v1412 = v1290 + v206;
let v1413 = v1412 < v30;
if v1413 {
let v1415 = v206 * v1294;
let v1419 = &(*v3159)[v1415];
let v1420 = *v1419;
let v1421 = bitcast<f32>(v1420);
let v1425 = v1415 + v46;
let v1429 = &(*v3159)[v1425];
let v1430 = *v1429;
let v1431 = bitcast<f32>(v1430);
let v1432 = v80[2];
let v1433 = u32(24);
let v1434 = v1432 >> u32(v1433);
let v1435 = u32(15);
let v1436 = v1434 & v1435;
let v1437 = f32(v1436);
let v3124 = fma(v1437, v1421, v1431);
let v1442 = v59 * v3124;
var<function> v3014_store: f32;
let v3014 = &v3014_store;
*v3014 = v1442;
if v57 {
let v1444 = v63 + v1290;
let v1446 = v1444 + v206;
let v1450 = &(*v3158)[v1446];
let v1451 = *v1450;
let v1453 = *v3014;
let v3125 = fma(v33, v1451, v1453);
*v3014 = v3125;

}
let v1455 = v3043 * v30;
let v1456 = v1455 + v1290;
let v1458 = v1456 + v206;
let v1462 = &(*v3155)[v1458];
let v1463 = *v3014;
*v1462 = v1463;
let v1467 = *v2989;
let v3126 = fma(v1463, v1463, v1467);
*v2989 = v3126;

}
let v1470 = v1290 + v264;
let v1471 = v1470 < v30;
if v1471 {
let v1473 = v206 * v1294;
let v1477 = &(*v3159)[v1473];
let v1478 = *v1477;
let v1479 = bitcast<f32>(v1478);
let v1483 = v1473 + v46;
let v1487 = &(*v3159)[v1483];
let v1488 = *v1487;
let v1489 = bitcast<f32>(v1488);
let v1490 = v80[2];
let v1491 = u32(28);
let v1492 = v1490 >> u32(v1491);
let v1493 = u32(15);
let v1494 = v1492 & v1493;
let v1495 = f32(v1494);
let v3127 = fma(v1495, v1479, v1489);
let v1500 = v59 * v3127;
var<function> v3015_store: f32;
let v3015 = &v3015_store;
*v3015 = v1500;
if v57 {
let v1502 = v63 + v1290;
let v1504 = v1502 + v264;
let v1508 = &(*v3158)[v1504];
let v1509 = *v1508;
let v1511 = *v3015;
let v3128 = fma(v33, v1509, v1511);
*v3015 = v3128;

}
let v1513 = v3043 * v30;
let v1514 = v1513 + v1290;
let v1516 = v1514 + v264;
let v1520 = &(*v3155)[v1516];
let v1521 = *v3015;
*v1520 = v1521;
let v1525 = *v2989;
let v3129 = fma(v1521, v1521, v1525);
*v2989 = v3129;

}
let v1527 = *v2990;
let v1529 = v1527 * v82;
let v1530 = u32(24);
let v1531 = v1529 + v1530;
let v1533 = v86 + v1531;
let v1535 = v1533 / v82;
let v1538 = v1531 < v30;
if v1538 {
let v1540 = v206 * v1535;
let v1544 = &(*v3159)[v1540];
let v1545 = *v1544;
let v1546 = bitcast<f32>(v1545);
let v1550 = v1540 + v46;
let v1554 = &(*v3159)[v1550];
let v1555 = *v1554;
let v1556 = bitcast<f32>(v1555);
let v1557 = v80[3];
let v1560 = u32(15);
let v1561 = v1557 & v1560;
let v1562 = f32(v1561);
let v3130 = fma(v1562, v1546, v1556);
let v1567 = v59 * v3130;
var<function> v3016_store: f32;
let v3016 = &v3016_store;
*v3016 = v1567;
if v57 {
let v1569 = v63 + v1531;
let v1575 = &(*v3158)[v1569];
let v1576 = *v1575;
let v1578 = *v3016;
let v3131 = fma(v33, v1576, v1578);
*v3016 = v3131;

}
let v1580 = v3043 * v30;
let v1581 = v1580 + v1531;
let v1587 = &(*v3155)[v1581];
let v1588 = *v3016;
*v1587 = v1588;
let v1592 = *v2989;
let v3132 = fma(v1588, v1588, v1592);
*v2989 = v3132;

}
let v1595 = v1531 + v46;
let v1596 = v1595 < v30;
if v1596 {
let v1598 = v206 * v1535;
let v1602 = &(*v3159)[v1598];
let v1603 = *v1602;
let v1604 = bitcast<f32>(v1603);
let v1608 = v1598 + v46;
let v1612 = &(*v3159)[v1608];
let v1613 = *v1612;
let v1614 = bitcast<f32>(v1613);
let v1615 = v80[3];
let v1616 = u32(4);
let v1617 = v1615 >> u32(v1616);
let v1618 = u32(15);
let v1619 = v1617 & v1618;
let v1620 = f32(v1619);
let v3133 = fma(v1620, v1604, v1614);
let v1625 = v59 * v3133;
var<function> v3017_store: f32;
let v3017 = &v3017_store;
*v3017 = v1625;
if v57 {
let v1627 = v63 + v1531;
let v1629 = v1627 + v46;
let v1633 = &(*v3158)[v1629];
let v1634 = *v1633;
let v1636 = *v3017;
let v3134 = fma(v33, v1634, v1636);
*v3017 = v3134;

}
let v1638 = v3043 * v30;
let v1639 = v1638 + v1531;
let v1641 = v1639 + v46;
let v1645 = &(*v3155)[v1641];
let v1646 = *v3017;
*v1645 = v1646;
let v1650 = *v2989;
let v3135 = fma(v1646, v1646, v1650);
*v2989 = v3135;

}
let v1653 = v1531 + v206;
let v1654 = v1653 < v30;
if v1654 {
let v1656 = v206 * v1535;
let v1660 = &(*v3159)[v1656];
let v1661 = *v1660;
let v1662 = bitcast<f32>(v1661);
let v1666 = v1656 + v46;
let v1670 = &(*v3159)[v1666];
let v1671 = *v1670;
let v1672 = bitcast<f32>(v1671);
let v1673 = v80[3];
let v1674 = u32(8);
let v1675 = v1673 >> u32(v1674);
let v1676 = u32(15);
let v1677 = v1675 & v1676;
let v1678 = f32(v1677);
let v3136 = fma(v1678, v1662, v1672);
let v1683 = v59 * v3136;
var<function> v3018_store: f32;
let v3018 = &v3018_store;
*v3018 = v1683;
if v57 {
let v1685 = v63 + v1531;
let v1687 = v1685 + v206;
let v1691 = &(*v3158)[v1687];
let v1692 = *v1691;
let v1694 = *v3018;
let v3137 = fma(v33, v1692, v1694);
*v3018 = v3137;

}
let v1696 = v3043 * v30;
let v1697 = v1696 + v1531;
let v1699 = v1697 + v206;
let v1703 = &(*v3155)[v1699];
let v1704 = *v3018;
*v1703 = v1704;
let v1708 = *v2989;
let v3138 = fma(v1704, v1704, v1708);
*v2989 = v3138;

}
let v1711 = v1531 + v264;
let v1712 = v1711 < v30;
if v1712 {
let v1714 = v206 * v1535;
let v1718 = &(*v3159)[v1714];
let v1719 = *v1718;
let v1720 = bitcast<f32>(v1719);
let v1724 = v1714 + v46;
let v1728 = &(*v3159)[v1724];
let v1729 = *v1728;
let v1730 = bitcast<f32>(v1729);
let v1731 = v80[3];
let v1732 = u32(12);
let v1733 = v1731 >> u32(v1732);
let v1734 = u32(15);
let v1735 = v1733 & v1734;
let v1736 = f32(v1735);
let v3139 = fma(v1736, v1720, v1730);
let v1741 = v59 * v3139;
var<function> v3019_store: f32;
let v3019 = &v3019_store;
*v3019 = v1741;
if v57 {
let v1743 = v63 + v1531;
let v1745 = v1743 + v264;
let v1749 = &(*v3158)[v1745];
let v1750 = *v1749;
let v1752 = *v3019;
let v3140 = fma(v33, v1750, v1752);
*v3019 = v3140;

}
let v1754 = v3043 * v30;
let v1755 = v1754 + v1531;
let v1757 = v1755 + v264;
let v1761 = &(*v3155)[v1757];
let v1762 = *v3019;
*v1761 = v1762;
let v1766 = *v2989;
let v3141 = fma(v1762, v1762, v1766);
*v2989 = v3141;

}
let v1768 = *v2990;
let v1770 = v1768 * v82;
let v1771 = u32(28);
let v1772 = v1770 + v1771;
let v1774 = v86 + v1772;
let v1776 = v1774 / v82;
let v1779 = v1772 < v30;
if v1779 {
let v1781 = v206 * v1776;
let v1785 = &(*v3159)[v1781];
let v1786 = *v1785;
let v1787 = bitcast<f32>(v1786);
let v1791 = v1781 + v46;
let v1795 = &(*v3159)[v1791];
let v1796 = *v1795;
let v1797 = bitcast<f32>(v1796);
let v1798 = v80[3];
let v1799 = u32(16);
let v1800 = v1798 >> u32(v1799);
let v1801 = u32(15);
let v1802 = v1800 & v1801;
let v1803 = f32(v1802);
let v3142 = fma(v1803, v1787, v1797);
let v1808 = v59 * v3142;
var<function> v3020_store: f32;
let v3020 = &v3020_store;
*v3020 = v1808;
if v57 {
let v1810 = v63 + v1772;
let v1816 = &(*v3158)[v1810];
let v1817 = *v1816;
let v1819 = *v3020;
let v3143 = fma(v33, v1817, v1819);
*v3020 = v3143;

}
let v1821 = v3043 * v30;
let v1822 = v1821 + v1772;
let v1828 = &(*v3155)[v1822];
let v1829 = *v3020;
*v1828 = v1829;
let v1833 = *v2989;
let v3144 = fma(v1829, v1829, v1833);
*v2989 = v3144;

}
let v1836 = v1772 + v46;
let v1837 = v1836 < v30;
if v1837 {
let v1839 = v206 * v1776;
let v1843 = &(*v3159)[v1839];
let v1844 = *v1843;
let v1845 = bitcast<f32>(v1844);
let v1849 = v1839 + v46;
let v1853 = &(*v3159)[v1849];
let v1854 = *v1853;
let v1855 = bitcast<f32>(v1854);
let v1856 = v80[3];
let v1857 = u32(20);
let v1858 = v1856 >> u32(v1857);
let v1859 = u32(15);
let v1860 = v1858 & v1859;
let v1861 = f32(v1860);
let v3145 = fma(v1861, v1845, v1855);
let v1866 = v59 * v3145;
var<function> v3021_store: f32;
let v3021 = &v3021_store;
*v3021 = v1866;
if v57 {
let v1868 = v63 + v1772;
let v1870 = v1868 + v46;
let v1874 = &(*v3158)[v1870];
let v1875 = *v1874;
let v1877 = *v3021;
let v3146 = fma(v33, v1875, v1877);
*v3021 = v3146;

}
let v1879 = v3043 * v30;
let v1880 = v1879 + v1772;
let v1882 = v1880 + v46;
let v1886 = &(*v3155)[v1882];
let v1887 = *v3021;
*v1886 = v1887;
let v1891 = *v2989;
let v3147 = fma(v1887, v1887, v1891);
*v2989 = v3147;

}
let v1894 = v1772 + v206;
let v1895 = v1894 < v30;
if v1895 {
let v1897 = v206 * v1776;
let v1901 = &(*v3159)[v1897];
let v1902 = *v1901;
let v1903 = bitcast<f32>(v1902);
let v1907 = v1897 + v46;
let v1911 = &(*v3159)[v1907];
let v1912 = *v1911;
let v1913 = bitcast<f32>(v1912);
let v1914 = v80[3];
let v1915 = u32(24);
let v1916 = v1914 >> u32(v1915);
let v1917 = u32(15);
let v1918 = v1916 & v1917;
let v1919 = f32(v1918);
let v3148 = fma(v1919, v1903, v1913);
let v1924 = v59 * v3148;
var<function> v3022_store: f32;
let v3022 = &v3022_store;
*v3022 = v1924;
if v57 {
let v1926 = v63 + v1772;
let v1928 = v1926 + v206;
let v1932 = &(*v3158)[v1928];
let v1933 = *v1932;
let v1935 = *v3022;
let v3149 = fma(v33, v1933, v1935);
*v3022 = v3149;

}
let v1937 = v3043 * v30;
let v1938 = v1937 + v1772;
let v1940 = v1938 + v206;
let v1944 = &(*v3155)[v1940];
let v1945 = *v3022;
*v1944 = v1945;
let v1949 = *v2989;
let v3150 = fma(v1945, v1945, v1949);
*v2989 = v3150;

}
let v1952 = v1772 + v264;
let v1953 = v1952 < v30;
if v1953 {
let v1955 = v206 * v1776;
let v1959 = &(*v3159)[v1955];
let v1960 = *v1959;
let v1961 = bitcast<f32>(v1960);
let v1965 = v1955 + v46;
let v1969 = &(*v3159)[v1965];
let v1970 = *v1969;
let v1971 = bitcast<f32>(v1970);
let v1972 = v80[3];
let v1973 = u32(28);
let v1974 = v1972 >> u32(v1973);
let v1975 = u32(15);
let v1976 = v1974 & v1975;
let v1977 = f32(v1976);
let v3151 = fma(v1977, v1961, v1971);
let v1982 = v59 * v3151;
var<function> v3023_store: f32;
let v3023 = &v3023_store;
*v3023 = v1982;
if v57 {
let v1984 = v63 + v1772;
let v1986 = v1984 + v264;
let v1990 = &(*v3158)[v1986];
let v1991 = *v1990;
let v1993 = *v3023;
let v3152 = fma(v33, v1991, v1993);
*v3023 = v3152;

}
let v1995 = v3043 * v30;
let v1996 = v1995 + v1772;
let v1998 = v1996 + v264;
let v2002 = &(*v3155)[v1998];
let v2003 = *v3023;
*v2002 = v2003;
let v2007 = *v2989;
let v3153 = fma(v2003, v2003, v2007);
*v2989 = v3153;

}
let v2009 = *v2990;
let v2010 = u32(128);
let v2011 = v2009 + v2010;
*v2990 = v2011;

}
let v3024 = &shared_v2012;
let v2014 = u32(128);
let v2021 = &(*v3024)[v68];
let v2022 = *v2989;
*v2021 = v2022;
workgroupBarrier();
let v2023 = u32(64);
let v2024 = v68 < v2023;
if v2024 {
let v2026 = v68 + v2023;
let v2030 = &(*v3024)[v2026];
let v2031 = *v2030;
let v2036 = *v2021;
let v2037 = v2036 + v2031;
*v2021 = v2037;

}
workgroupBarrier();
let v2038 = u32(32);
let v2039 = v68 < v2038;
if v2039 {
let v2041 = v68 + v2038;
let v2045 = &(*v3024)[v2041];
let v2046 = *v2045;
let v2051 = *v2021;
let v2052 = v2051 + v2046;
*v2021 = v2052;

}
workgroupBarrier();
let v2053 = u32(16);
let v2054 = v68 < v2053;
if v2054 {
let v2056 = v68 + v2053;
let v2060 = &(*v3024)[v2056];
let v2061 = *v2060;
let v2066 = *v2021;
let v2067 = v2066 + v2061;
*v2021 = v2067;

}
workgroupBarrier();
let v2068 = u32(8);
let v2069 = v68 < v2068;
if v2069 {
let v2071 = v68 + v2068;
let v2075 = &(*v3024)[v2071];
let v2076 = *v2075;
let v2081 = *v2021;
let v2082 = v2081 + v2076;
*v2021 = v2082;

}
workgroupBarrier();
let v2083 = u32(4);
let v2084 = v68 < v2083;
if v2084 {
let v2086 = v68 + v2083;
let v2090 = &(*v3024)[v2086];
let v2091 = *v2090;
let v2096 = *v2021;
let v2097 = v2096 + v2091;
*v2021 = v2097;

}
workgroupBarrier();
let v2098 = u32(2);
let v2099 = v68 < v2098;
if v2099 {
let v2101 = v68 + v2098;
let v2105 = &(*v3024)[v2101];
let v2106 = *v2105;
let v2111 = *v2021;
let v2112 = v2111 + v2106;
*v2021 = v2112;

}
workgroupBarrier();
let v2114 = v68 < v46;
if v2114 {
let v2116 = v68 + v46;
let v2120 = &(*v3024)[v2116];
let v2121 = *v2120;
let v2126 = *v2021;
let v2127 = v2126 + v2121;
*v2021 = v2127;

}
workgroupBarrier();
let v2132 = &(*v3024)[v3];
let v2133 = *v2132;
workgroupBarrier();
let v2134 = f32(v30);
let v2135 = v2133 / v2134;
let v2136 = v2135 + v34;
let v2137 = sqrt(v2136);
let v2139 = v58 / v2137;
var<function> v3025_store: u32;
let v3025 = &v3025_store;
*v3025 = v68;
loop {
let v2143 = *v3025;
let v2144 = v2143 < v31;
if !v2144 { break; }
let v2146 = *v3025;
let v2148 = v2146 * v2038;
let v2151 = v2148 < v30;
if v2151 {
let v2152 = v3043 * v30;
let v2153 = v2152 + v2148;
let v2157 = &(*v3155)[v2153];
let v2158 = *v2157;
let v2159 = v2158 * v2139;
let v2163 = &(*v3156)[v2148];
let v2164 = *v2163;
let v2165 = v2159 * v2164;
let v2171 = &(*v3154)[v2153];
*v2171 = v2165;

}
let v2176 = v2148 + v46;
let v2177 = v2176 < v30;
if v2177 {
let v2178 = v3043 * v30;
let v2179 = v2178 + v2176;
let v2183 = &(*v3155)[v2179];
let v2184 = *v2183;
let v2185 = v2184 * v2139;
let v2189 = &(*v3156)[v2176];
let v2190 = *v2189;
let v2191 = v2185 * v2190;
let v2197 = &(*v3154)[v2179];
*v2197 = v2191;

}
let v2202 = v2148 + v2098;
let v2203 = v2202 < v30;
if v2203 {
let v2204 = v3043 * v30;
let v2205 = v2204 + v2202;
let v2209 = &(*v3155)[v2205];
let v2210 = *v2209;
let v2211 = v2210 * v2139;
let v2215 = &(*v3156)[v2202];
let v2216 = *v2215;
let v2217 = v2211 * v2216;
let v2223 = &(*v3154)[v2205];
*v2223 = v2217;

}
let v2227 = u32(3);
let v2228 = v2148 + v2227;
let v2229 = v2228 < v30;
if v2229 {
let v2230 = v3043 * v30;
let v2231 = v2230 + v2228;
let v2235 = &(*v3155)[v2231];
let v2236 = *v2235;
let v2237 = v2236 * v2139;
let v2241 = &(*v3156)[v2228];
let v2242 = *v2241;
let v2243 = v2237 * v2242;
let v2249 = &(*v3154)[v2231];
*v2249 = v2243;

}
let v2254 = v2148 + v2083;
let v2255 = v2254 < v30;
if v2255 {
let v2256 = v3043 * v30;
let v2257 = v2256 + v2254;
let v2261 = &(*v3155)[v2257];
let v2262 = *v2261;
let v2263 = v2262 * v2139;
let v2267 = &(*v3156)[v2254];
let v2268 = *v2267;
let v2269 = v2263 * v2268;
let v2275 = &(*v3154)[v2257];
*v2275 = v2269;

}
let v2279 = u32(5);
let v2280 = v2148 + v2279;
let v2281 = v2280 < v30;
if v2281 {
let v2282 = v3043 * v30;
let v2283 = v2282 + v2280;
let v2287 = &(*v3155)[v2283];
let v2288 = *v2287;
let v2289 = v2288 * v2139;
let v2293 = &(*v3156)[v2280];
let v2294 = *v2293;
let v2295 = v2289 * v2294;
let v2301 = &(*v3154)[v2283];
*v2301 = v2295;

}
let v2305 = u32(6);
let v2306 = v2148 + v2305;
let v2307 = v2306 < v30;
if v2307 {
let v2308 = v3043 * v30;
let v2309 = v2308 + v2306;
let v2313 = &(*v3155)[v2309];
let v2314 = *v2313;
let v2315 = v2314 * v2139;
let v2319 = &(*v3156)[v2306];
let v2320 = *v2319;
let v2321 = v2315 * v2320;
let v2327 = &(*v3154)[v2309];
*v2327 = v2321;

}
let v2331 = u32(7);
let v2332 = v2148 + v2331;
let v2333 = v2332 < v30;
if v2333 {
let v2334 = v3043 * v30;
let v2335 = v2334 + v2332;
let v2339 = &(*v3155)[v2335];
let v2340 = *v2339;
let v2341 = v2340 * v2139;
let v2345 = &(*v3156)[v2332];
let v2346 = *v2345;
let v2347 = v2341 * v2346;
let v2353 = &(*v3154)[v2335];
*v2353 = v2347;

}
let v2358 = v2148 + v2068;
let v2359 = v2358 < v30;
if v2359 {
let v2360 = v3043 * v30;
let v2361 = v2360 + v2358;
let v2365 = &(*v3155)[v2361];
let v2366 = *v2365;
let v2367 = v2366 * v2139;
let v2371 = &(*v3156)[v2358];
let v2372 = *v2371;
let v2373 = v2367 * v2372;
let v2379 = &(*v3154)[v2361];
*v2379 = v2373;

}
let v2383 = u32(9);
let v2384 = v2148 + v2383;
let v2385 = v2384 < v30;
if v2385 {
let v2386 = v3043 * v30;
let v2387 = v2386 + v2384;
let v2391 = &(*v3155)[v2387];
let v2392 = *v2391;
let v2393 = v2392 * v2139;
let v2397 = &(*v3156)[v2384];
let v2398 = *v2397;
let v2399 = v2393 * v2398;
let v2405 = &(*v3154)[v2387];
*v2405 = v2399;

}
let v2409 = u32(10);
let v2410 = v2148 + v2409;
let v2411 = v2410 < v30;
if v2411 {
let v2412 = v3043 * v30;
let v2413 = v2412 + v2410;
let v2417 = &(*v3155)[v2413];
let v2418 = *v2417;
let v2419 = v2418 * v2139;
let v2423 = &(*v3156)[v2410];
let v2424 = *v2423;
let v2425 = v2419 * v2424;
let v2431 = &(*v3154)[v2413];
*v2431 = v2425;

}
let v2435 = u32(11);
let v2436 = v2148 + v2435;
let v2437 = v2436 < v30;
if v2437 {
let v2438 = v3043 * v30;
let v2439 = v2438 + v2436;
let v2443 = &(*v3155)[v2439];
let v2444 = *v2443;
let v2445 = v2444 * v2139;
let v2449 = &(*v3156)[v2436];
let v2450 = *v2449;
let v2451 = v2445 * v2450;
let v2457 = &(*v3154)[v2439];
*v2457 = v2451;

}
let v2461 = u32(12);
let v2462 = v2148 + v2461;
let v2463 = v2462 < v30;
if v2463 {
let v2464 = v3043 * v30;
let v2465 = v2464 + v2462;
let v2469 = &(*v3155)[v2465];
let v2470 = *v2469;
let v2471 = v2470 * v2139;
let v2475 = &(*v3156)[v2462];
let v2476 = *v2475;
let v2477 = v2471 * v2476;
let v2483 = &(*v3154)[v2465];
*v2483 = v2477;

}
let v2487 = u32(13);
let v2488 = v2148 + v2487;
let v2489 = v2488 < v30;
if v2489 {
let v2490 = v3043 * v30;
let v2491 = v2490 + v2488;
let v2495 = &(*v3155)[v2491];
let v2496 = *v2495;
let v2497 = v2496 * v2139;
let v2501 = &(*v3156)[v2488];
let v2502 = *v2501;
let v2503 = v2497 * v2502;
let v2509 = &(*v3154)[v2491];
*v2509 = v2503;

}
let v2513 = u32(14);
let v2514 = v2148 + v2513;
let v2515 = v2514 < v30;
if v2515 {
let v2516 = v3043 * v30;
let v2517 = v2516 + v2514;
let v2521 = &(*v3155)[v2517];
let v2522 = *v2521;
let v2523 = v2522 * v2139;
let v2527 = &(*v3156)[v2514];
let v2528 = *v2527;
let v2529 = v2523 * v2528;
let v2535 = &(*v3154)[v2517];
*v2535 = v2529;

}
let v2539 = u32(15);
let v2540 = v2148 + v2539;
let v2541 = v2540 < v30;
if v2541 {
let v2542 = v3043 * v30;
let v2543 = v2542 + v2540;
let v2547 = &(*v3155)[v2543];
let v2548 = *v2547;
let v2549 = v2548 * v2139;
let v2553 = &(*v3156)[v2540];
let v2554 = *v2553;
let v2555 = v2549 * v2554;
let v2561 = &(*v3154)[v2543];
*v2561 = v2555;

}
let v2566 = v2148 + v2053;
let v2567 = v2566 < v30;
if v2567 {
let v2568 = v3043 * v30;
let v2569 = v2568 + v2566;
let v2573 = &(*v3155)[v2569];
let v2574 = *v2573;
let v2575 = v2574 * v2139;
let v2579 = &(*v3156)[v2566];
let v2580 = *v2579;
let v2581 = v2575 * v2580;
let v2587 = &(*v3154)[v2569];
*v2587 = v2581;

}
let v2591 = u32(17);
let v2592 = v2148 + v2591;
let v2593 = v2592 < v30;
if v2593 {
let v2594 = v3043 * v30;
let v2595 = v2594 + v2592;
let v2599 = &(*v3155)[v2595];
let v2600 = *v2599;
let v2601 = v2600 * v2139;
let v2605 = &(*v3156)[v2592];
let v2606 = *v2605;
let v2607 = v2601 * v2606;
let v2613 = &(*v3154)[v2595];
*v2613 = v2607;

}
let v2617 = u32(18);
let v2618 = v2148 + v2617;
let v2619 = v2618 < v30;
if v2619 {
let v2620 = v3043 * v30;
let v2621 = v2620 + v2618;
let v2625 = &(*v3155)[v2621];
let v2626 = *v2625;
let v2627 = v2626 * v2139;
let v2631 = &(*v3156)[v2618];
let v2632 = *v2631;
let v2633 = v2627 * v2632;
let v2639 = &(*v3154)[v2621];
*v2639 = v2633;

}
let v2643 = u32(19);
let v2644 = v2148 + v2643;
let v2645 = v2644 < v30;
if v2645 {
let v2646 = v3043 * v30;
let v2647 = v2646 + v2644;
let v2651 = &(*v3155)[v2647];
let v2652 = *v2651;
let v2653 = v2652 * v2139;
let v2657 = &(*v3156)[v2644];
let v2658 = *v2657;
let v2659 = v2653 * v2658;
let v2665 = &(*v3154)[v2647];
*v2665 = v2659;

}
let v2669 = u32(20);
let v2670 = v2148 + v2669;
let v2671 = v2670 < v30;
if v2671 {
let v2672 = v3043 * v30;
let v2673 = v2672 + v2670;
let v2677 = &(*v3155)[v2673];
let v2678 = *v2677;
let v2679 = v2678 * v2139;
let v2683 = &(*v3156)[v2670];
let v2684 = *v2683;
let v2685 = v2679 * v2684;
let v2691 = &(*v3154)[v2673];
*v2691 = v2685;

}
let v2695 = u32(21);
let v2696 = v2148 + v2695;
let v2697 = v2696 < v30;
if v2697 {
let v2698 = v3043 * v30;
let v2699 = v2698 + v2696;
let v2703 = &(*v3155)[v2699];
let v2704 = *v2703;
let v2705 = v2704 * v2139;
let v2709 = &(*v3156)[v2696];
let v2710 = *v2709;
let v2711 = v2705 * v2710;
let v2717 = &(*v3154)[v2699];
*v2717 = v2711;

}
let v2721 = u32(22);
let v2722 = v2148 + v2721;
let v2723 = v2722 < v30;
if v2723 {
let v2724 = v3043 * v30;
let v2725 = v2724 + v2722;
let v2729 = &(*v3155)[v2725];
let v2730 = *v2729;
let v2731 = v2730 * v2139;
let v2735 = &(*v3156)[v2722];
let v2736 = *v2735;
let v2737 = v2731 * v2736;
let v2743 = &(*v3154)[v2725];
*v2743 = v2737;

}
let v2747 = u32(23);
let v2748 = v2148 + v2747;
let v2749 = v2748 < v30;
if v2749 {
let v2750 = v3043 * v30;
let v2751 = v2750 + v2748;
let v2755 = &(*v3155)[v2751];
let v2756 = *v2755;
let v2757 = v2756 * v2139;
let v2761 = &(*v3156)[v2748];
let v2762 = *v2761;
let v2763 = v2757 * v2762;
let v2769 = &(*v3154)[v2751];
*v2769 = v2763;

}
let v2773 = u32(24);
let v2774 = v2148 + v2773;
let v2775 = v2774 < v30;
if v2775 {
let v2776 = v3043 * v30;
let v2777 = v2776 + v2774;
let v2781 = &(*v3155)[v2777];
let v2782 = *v2781;
let v2783 = v2782 * v2139;
let v2787 = &(*v3156)[v2774];
let v2788 = *v2787;
let v2789 = v2783 * v2788;
let v2795 = &(*v3154)[v2777];
*v2795 = v2789;

}
let v2799 = u32(25);
let v2800 = v2148 + v2799;
let v2801 = v2800 < v30;
if v2801 {
let v2802 = v3043 * v30;
let v2803 = v2802 + v2800;
let v2807 = &(*v3155)[v2803];
let v2808 = *v2807;
let v2809 = v2808 * v2139;
let v2813 = &(*v3156)[v2800];
let v2814 = *v2813;
let v2815 = v2809 * v2814;
let v2821 = &(*v3154)[v2803];
*v2821 = v2815;

}
let v2825 = u32(26);
let v2826 = v2148 + v2825;
let v2827 = v2826 < v30;
if v2827 {
let v2828 = v3043 * v30;
let v2829 = v2828 + v2826;
let v2833 = &(*v3155)[v2829];
let v2834 = *v2833;
let v2835 = v2834 * v2139;
let v2839 = &(*v3156)[v2826];
let v2840 = *v2839;
let v2841 = v2835 * v2840;
let v2847 = &(*v3154)[v2829];
*v2847 = v2841;

}
let v2851 = u32(27);
let v2852 = v2148 + v2851;
let v2853 = v2852 < v30;
if v2853 {
let v2854 = v3043 * v30;
let v2855 = v2854 + v2852;
let v2859 = &(*v3155)[v2855];
let v2860 = *v2859;
let v2861 = v2860 * v2139;
let v2865 = &(*v3156)[v2852];
let v2866 = *v2865;
let v2867 = v2861 * v2866;
let v2873 = &(*v3154)[v2855];
*v2873 = v2867;

}
let v2877 = u32(28);
let v2878 = v2148 + v2877;
let v2879 = v2878 < v30;
if v2879 {
let v2880 = v3043 * v30;
let v2881 = v2880 + v2878;
let v2885 = &(*v3155)[v2881];
let v2886 = *v2885;
let v2887 = v2886 * v2139;
let v2891 = &(*v3156)[v2878];
let v2892 = *v2891;
let v2893 = v2887 * v2892;
let v2899 = &(*v3154)[v2881];
*v2899 = v2893;

}
let v2903 = u32(29);
let v2904 = v2148 + v2903;
let v2905 = v2904 < v30;
if v2905 {
let v2906 = v3043 * v30;
let v2907 = v2906 + v2904;
let v2911 = &(*v3155)[v2907];
let v2912 = *v2911;
let v2913 = v2912 * v2139;
let v2917 = &(*v3156)[v2904];
let v2918 = *v2917;
let v2919 = v2913 * v2918;
let v2925 = &(*v3154)[v2907];
*v2925 = v2919;

}
let v2929 = u32(30);
let v2930 = v2148 + v2929;
let v2931 = v2930 < v30;
if v2931 {
let v2932 = v3043 * v30;
let v2933 = v2932 + v2930;
let v2937 = &(*v3155)[v2933];
let v2938 = *v2937;
let v2939 = v2938 * v2139;
let v2943 = &(*v3156)[v2930];
let v2944 = *v2943;
let v2945 = v2939 * v2944;
let v2951 = &(*v3154)[v2933];
*v2951 = v2945;

}
let v2955 = u32(31);
let v2956 = v2148 + v2955;
let v2957 = v2956 < v30;
if v2957 {
let v2958 = v3043 * v30;
let v2959 = v2958 + v2956;
let v2963 = &(*v3155)[v2959];
let v2964 = *v2963;
let v2965 = v2964 * v2139;
let v2969 = &(*v3156)[v2956];
let v2970 = *v2969;
let v2971 = v2965 * v2970;
let v2977 = &(*v3154)[v2959];
*v2977 = v2971;

}
let v2980 = v2146 + v2014;
*v3025 = v2980;

}

}
return;

}
