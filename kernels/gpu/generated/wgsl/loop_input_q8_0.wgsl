var<workgroup> shared_v1528: array<f32, 128>;
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
fn loop_input_kernel(@builtin(local_invocation_index) v2128: u32, @builtin(workgroup_id) v2132: vec3<u32>, @builtin(num_workgroups) v2134: vec3<u32>) {
let v2238 = &v25;
let v2239 = &v21;
let v2240 = &v17;
let v2241 = &v13;
let v2242 = &v9;
let v2243 = &v5;
let v2244 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v31 = info_var.scalars_usize[2];
let v32 = info_var.scalars_f32[0];
let v33 = info_var.scalars_f32[1];
let v34 = info_var.scalars_f32[2];
let v2133 = v2132[2];
let v2112 = u32(v2133);
let v2135 = v2134[1];
let v2114 = u32(v2135);
let v2115 = v2112 * v2114;
let v2136 = v2134[0];
let v2117 = u32(v2136);
let v2118 = v2115 * v2117;
let v2137 = v2132[1];
let v2120 = u32(v2137);
let v2123 = v2120 * v2117;
let v2124 = v2118 + v2123;
let v2139 = v2132[0];
let v2126 = u32(v2139);
let v2127 = v2124 + v2126;
let v36 = v2127 < v29;
if v36 {
let v43 = &(*v2241)[v2127];
let v44 = *v43;
let v45 = u32(v44);
let v46 = u32(1);
let v48 = v29 + v2127;
let v52 = &(*v2241)[v48];
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
var<function> v2089_store: f32;
let v2089 = &v2089_store;
*v2089 = v64;
let v2129 = v2128;
let v68 = u32(v2129);
var<function> v2090_store: u32;
let v2090 = &v2090_store;
*v2090 = v68;
loop {
let v70 = *v2090;
let v71 = v70 < v31;
if !v71 { break; }
let v73 = v45 * v31;
let v74 = *v2090;
let v75 = v73 + v74;
let v79 = &(*v2244)[v75];
let v80 = *v79;
let v82 = u32(16);
let v83 = v74 * v82;
let v86 = v45 * v30;
let v87 = v86 + v83;
let v88 = u32(32);
let v89 = v87 / v88;
let v92 = v83 < v30;
if v92 {
let v93 = u32(2);
let v94 = v89 / v93;
let v98 = &(*v2243)[v94];
let v99 = *v98;
let v100 = u32(v89);
let v101 = u32(1);
let v102 = v100 & v101;
let v103 = u32(16);
let v104 = v103 * v102;
let v105 = v99 >> u32(v104);
let v106 = u32(65535);
let v107 = v105 & v106;
let v108 = u32(32767);
let v109 = v107 & v108;
let v110 = u32(13);
let v111 = v109 << u32(v110);
let v112 = u32(939524096);
let v113 = v111 + v112;
let v116 = u32(2139095040);
let v117 = v111 | v116;
let v118 = u32(31744);
let v119 = v109 >= v118;
let v120 = select(v113, v117, v119);
let v121 = f32(v109);
let v122 = f32(5.960464477539063e-8);
let v123 = v121 * v122;
let v124 = u32(1024);
let v125 = v109 < v124;
let v126 = bitcast<f32>(v120);
let v127 = select(v126, v123, v125);
let v128 = bitcast<u32>(v127);
let v129 = u32(32768);
let v130 = v107 & v129;
let v132 = v130 << u32(v103);
let v133 = v128 | v132;
let v134 = bitcast<f32>(v133);
let v135 = v80[0];
let v136 = u32(2155905152);
let v137 = v135 ^ v136;
let v138 = u32(255);
let v139 = v137 & v138;
let v140 = u32(1258291200);
let v141 = v139 | v140;
let v142 = bitcast<f32>(v141);
let v2222 = f32(-8388736.0);
let v2143 = fma(v142, v58, v2222);
let v2144 = fma(v2143, v134, v64);
let v150 = v59 * v2144;
var<function> v2092_store: f32;
let v2092 = &v2092_store;
*v2092 = v150;
if v57 {
let v152 = v63 + v83;
let v158 = &(*v2242)[v152];
let v159 = *v158;
let v161 = *v2092;
let v2145 = fma(v33, v159, v161);
*v2092 = v2145;

}
let v163 = v2127 * v30;
let v164 = v163 + v83;
let v170 = &(*v2239)[v164];
let v171 = *v2092;
*v170 = v171;
let v175 = *v2089;
let v2146 = fma(v171, v171, v175);
*v2089 = v2146;

}
let v178 = v83 + v46;
let v179 = v178 < v30;
if v179 {
let v180 = u32(2);
let v181 = v89 / v180;
let v185 = &(*v2243)[v181];
let v186 = *v185;
let v187 = u32(v89);
let v188 = u32(1);
let v189 = v187 & v188;
let v190 = u32(16);
let v191 = v190 * v189;
let v192 = v186 >> u32(v191);
let v193 = u32(65535);
let v194 = v192 & v193;
let v195 = u32(32767);
let v196 = v194 & v195;
let v197 = u32(13);
let v198 = v196 << u32(v197);
let v199 = u32(939524096);
let v200 = v198 + v199;
let v203 = u32(2139095040);
let v204 = v198 | v203;
let v205 = u32(31744);
let v206 = v196 >= v205;
let v207 = select(v200, v204, v206);
let v208 = f32(v196);
let v209 = f32(5.960464477539063e-8);
let v210 = v208 * v209;
let v211 = u32(1024);
let v212 = v196 < v211;
let v213 = bitcast<f32>(v207);
let v214 = select(v213, v210, v212);
let v215 = bitcast<u32>(v214);
let v216 = u32(32768);
let v217 = v194 & v216;
let v219 = v217 << u32(v190);
let v220 = v215 | v219;
let v221 = bitcast<f32>(v220);
let v222 = v80[0];
let v223 = u32(2155905152);
let v224 = v222 ^ v223;
let v225 = u32(65280);
let v226 = v224 & v225;
let v227 = u32(1258291200);
let v228 = v226 | v227;
let v229 = bitcast<f32>(v228);
let v230 = f32(0.00390625);
let v2223 = f32(-32896.0);
let v2148 = fma(v229, v230, v2223);
let v2149 = fma(v2148, v221, v64);
let v237 = v59 * v2149;
var<function> v2093_store: f32;
let v2093 = &v2093_store;
*v2093 = v237;
if v57 {
let v239 = v63 + v83;
let v241 = v239 + v46;
let v245 = &(*v2242)[v241];
let v246 = *v245;
let v248 = *v2093;
let v2150 = fma(v33, v246, v248);
*v2093 = v2150;

}
let v250 = v2127 * v30;
let v251 = v250 + v83;
let v253 = v251 + v46;
let v257 = &(*v2239)[v253];
let v258 = *v2093;
*v257 = v258;
let v262 = *v2089;
let v2151 = fma(v258, v258, v262);
*v2089 = v2151;

}
let v264 = u32(2);
let v265 = v83 + v264;
let v266 = v265 < v30;
if v266 {
let v268 = v89 / v264;
let v272 = &(*v2243)[v268];
let v273 = *v272;
let v274 = u32(v89);
let v275 = u32(1);
let v276 = v274 & v275;
let v277 = u32(16);
let v278 = v277 * v276;
let v279 = v273 >> u32(v278);
let v280 = u32(65535);
let v281 = v279 & v280;
let v282 = u32(32767);
let v283 = v281 & v282;
let v284 = u32(13);
let v285 = v283 << u32(v284);
let v286 = u32(939524096);
let v287 = v285 + v286;
let v290 = u32(2139095040);
let v291 = v285 | v290;
let v292 = u32(31744);
let v293 = v283 >= v292;
let v294 = select(v287, v291, v293);
let v295 = f32(v283);
let v296 = f32(5.960464477539063e-8);
let v297 = v295 * v296;
let v298 = u32(1024);
let v299 = v283 < v298;
let v300 = bitcast<f32>(v294);
let v301 = select(v300, v297, v299);
let v302 = bitcast<u32>(v301);
let v303 = u32(32768);
let v304 = v281 & v303;
let v306 = v304 << u32(v277);
let v307 = v302 | v306;
let v308 = bitcast<f32>(v307);
let v309 = v80[0];
let v310 = u32(2155905152);
let v311 = v309 ^ v310;
let v313 = v311 >> u32(v277);
let v314 = u32(255);
let v315 = v313 & v314;
let v316 = u32(1258291200);
let v317 = v315 | v316;
let v318 = bitcast<f32>(v317);
let v2224 = f32(-8388736.0);
let v2153 = fma(v318, v58, v2224);
let v2154 = fma(v2153, v308, v64);
let v326 = v59 * v2154;
var<function> v2094_store: f32;
let v2094 = &v2094_store;
*v2094 = v326;
if v57 {
let v328 = v63 + v83;
let v330 = v328 + v264;
let v334 = &(*v2242)[v330];
let v335 = *v334;
let v337 = *v2094;
let v2155 = fma(v33, v335, v337);
*v2094 = v2155;

}
let v339 = v2127 * v30;
let v340 = v339 + v83;
let v342 = v340 + v264;
let v346 = &(*v2239)[v342];
let v347 = *v2094;
*v346 = v347;
let v351 = *v2089;
let v2156 = fma(v347, v347, v351);
*v2089 = v2156;

}
let v353 = u32(3);
let v354 = v83 + v353;
let v355 = v354 < v30;
if v355 {
let v357 = v89 / v264;
let v361 = &(*v2243)[v357];
let v362 = *v361;
let v363 = u32(v89);
let v364 = u32(1);
let v365 = v363 & v364;
let v366 = u32(16);
let v367 = v366 * v365;
let v368 = v362 >> u32(v367);
let v369 = u32(65535);
let v370 = v368 & v369;
let v371 = u32(32767);
let v372 = v370 & v371;
let v373 = u32(13);
let v374 = v372 << u32(v373);
let v375 = u32(939524096);
let v376 = v374 + v375;
let v379 = u32(2139095040);
let v380 = v374 | v379;
let v381 = u32(31744);
let v382 = v372 >= v381;
let v383 = select(v376, v380, v382);
let v384 = f32(v372);
let v385 = f32(5.960464477539063e-8);
let v386 = v384 * v385;
let v387 = u32(1024);
let v388 = v372 < v387;
let v389 = bitcast<f32>(v383);
let v390 = select(v389, v386, v388);
let v391 = bitcast<u32>(v390);
let v392 = u32(32768);
let v393 = v370 & v392;
let v395 = v393 << u32(v366);
let v396 = v391 | v395;
let v397 = bitcast<f32>(v396);
let v398 = v80[0];
let v399 = u32(2155905152);
let v400 = v398 ^ v399;
let v402 = v400 >> u32(v366);
let v403 = u32(65280);
let v404 = v402 & v403;
let v405 = u32(1258291200);
let v406 = v404 | v405;
let v407 = bitcast<f32>(v406);
let v408 = f32(0.00390625);
let v2225 = f32(-32896.0);
let v2158 = fma(v407, v408, v2225);
let v2159 = fma(v2158, v397, v64);
let v415 = v59 * v2159;
var<function> v2095_store: f32;
let v2095 = &v2095_store;
*v2095 = v415;
if v57 {
let v417 = v63 + v83;
let v419 = v417 + v353;
let v423 = &(*v2242)[v419];
let v424 = *v423;
let v426 = *v2095;
let v2160 = fma(v33, v424, v426);
*v2095 = v2160;

}
let v428 = v2127 * v30;
let v429 = v428 + v83;
let v431 = v429 + v353;
let v435 = &(*v2239)[v431];
let v436 = *v2095;
*v435 = v436;
let v440 = *v2089;
let v2161 = fma(v436, v436, v440);
*v2089 = v2161;

}
let v442 = *v2090;
let v444 = v442 * v82;
let v445 = u32(4);
let v446 = v444 + v445;
let v448 = v86 + v446;
let v450 = v448 / v88;
let v453 = v446 < v30;
if v453 {
let v455 = v450 / v264;
let v459 = &(*v2243)[v455];
let v460 = *v459;
let v461 = u32(v450);
let v462 = u32(1);
let v463 = v461 & v462;
let v464 = u32(16);
let v465 = v464 * v463;
let v466 = v460 >> u32(v465);
let v467 = u32(65535);
let v468 = v466 & v467;
let v469 = u32(32767);
let v470 = v468 & v469;
let v471 = u32(13);
let v472 = v470 << u32(v471);
let v473 = u32(939524096);
let v474 = v472 + v473;
let v477 = u32(2139095040);
let v478 = v472 | v477;
let v479 = u32(31744);
let v480 = v470 >= v479;
let v481 = select(v474, v478, v480);
let v482 = f32(v470);
let v483 = f32(5.960464477539063e-8);
let v484 = v482 * v483;
let v485 = u32(1024);
let v486 = v470 < v485;
let v487 = bitcast<f32>(v481);
let v488 = select(v487, v484, v486);
let v489 = bitcast<u32>(v488);
let v490 = u32(32768);
let v491 = v468 & v490;
let v493 = v491 << u32(v464);
let v494 = v489 | v493;
let v495 = bitcast<f32>(v494);
let v496 = v80[1];
let v497 = u32(2155905152);
let v498 = v496 ^ v497;
let v499 = u32(255);
let v500 = v498 & v499;
let v501 = u32(1258291200);
let v502 = v500 | v501;
let v503 = bitcast<f32>(v502);
let v2226 = f32(-8388736.0);
let v2163 = fma(v503, v58, v2226);
let v2164 = fma(v2163, v495, v64);
let v511 = v59 * v2164;
var<function> v2096_store: f32;
let v2096 = &v2096_store;
*v2096 = v511;
if v57 {
let v513 = v63 + v446;
let v519 = &(*v2242)[v513];
let v520 = *v519;
let v522 = *v2096;
let v2165 = fma(v33, v520, v522);
*v2096 = v2165;

}
let v524 = v2127 * v30;
let v525 = v524 + v446;
let v531 = &(*v2239)[v525];
let v532 = *v2096;
*v531 = v532;
let v536 = *v2089;
let v2166 = fma(v532, v532, v536);
*v2089 = v2166;

}
let v539 = v446 + v46;
let v540 = v539 < v30;
if v540 {
let v542 = v450 / v264;
let v546 = &(*v2243)[v542];
let v547 = *v546;
let v548 = u32(v450);
let v549 = u32(1);
let v550 = v548 & v549;
let v551 = u32(16);
let v552 = v551 * v550;
let v553 = v547 >> u32(v552);
let v554 = u32(65535);
let v555 = v553 & v554;
let v556 = u32(32767);
let v557 = v555 & v556;
let v558 = u32(13);
let v559 = v557 << u32(v558);
let v560 = u32(939524096);
let v561 = v559 + v560;
let v564 = u32(2139095040);
let v565 = v559 | v564;
let v566 = u32(31744);
let v567 = v557 >= v566;
let v568 = select(v561, v565, v567);
let v569 = f32(v557);
let v570 = f32(5.960464477539063e-8);
let v571 = v569 * v570;
let v572 = u32(1024);
let v573 = v557 < v572;
let v574 = bitcast<f32>(v568);
let v575 = select(v574, v571, v573);
let v576 = bitcast<u32>(v575);
let v577 = u32(32768);
let v578 = v555 & v577;
let v580 = v578 << u32(v551);
let v581 = v576 | v580;
let v582 = bitcast<f32>(v581);
let v583 = v80[1];
let v584 = u32(2155905152);
let v585 = v583 ^ v584;
let v586 = u32(65280);
let v587 = v585 & v586;
let v588 = u32(1258291200);
let v589 = v587 | v588;
let v590 = bitcast<f32>(v589);
let v591 = f32(0.00390625);
let v2227 = f32(-32896.0);
let v2168 = fma(v590, v591, v2227);
let v2169 = fma(v2168, v582, v64);
let v598 = v59 * v2169;
var<function> v2097_store: f32;
let v2097 = &v2097_store;
*v2097 = v598;
if v57 {
let v600 = v63 + v446;
let v602 = v600 + v46;
let v606 = &(*v2242)[v602];
let v607 = *v606;
let v609 = *v2097;
let v2170 = fma(v33, v607, v609);
*v2097 = v2170;

}
let v611 = v2127 * v30;
let v612 = v611 + v446;
let v614 = v612 + v46;
let v618 = &(*v2239)[v614];
let v619 = *v2097;
*v618 = v619;
let v623 = *v2089;
let v2171 = fma(v619, v619, v623);
*v2089 = v2171;

}
let v626 = v446 + v264;
let v627 = v626 < v30;
if v627 {
let v629 = v450 / v264;
let v633 = &(*v2243)[v629];
let v634 = *v633;
let v635 = u32(v450);
let v636 = u32(1);
let v637 = v635 & v636;
let v638 = u32(16);
let v639 = v638 * v637;
let v640 = v634 >> u32(v639);
let v641 = u32(65535);
let v642 = v640 & v641;
let v643 = u32(32767);
let v644 = v642 & v643;
let v645 = u32(13);
let v646 = v644 << u32(v645);
let v647 = u32(939524096);
let v648 = v646 + v647;
let v651 = u32(2139095040);
let v652 = v646 | v651;
let v653 = u32(31744);
let v654 = v644 >= v653;
let v655 = select(v648, v652, v654);
let v656 = f32(v644);
let v657 = f32(5.960464477539063e-8);
let v658 = v656 * v657;
let v659 = u32(1024);
let v660 = v644 < v659;
let v661 = bitcast<f32>(v655);
let v662 = select(v661, v658, v660);
let v663 = bitcast<u32>(v662);
let v664 = u32(32768);
let v665 = v642 & v664;
let v667 = v665 << u32(v638);
let v668 = v663 | v667;
let v669 = bitcast<f32>(v668);
let v670 = v80[1];
let v671 = u32(2155905152);
let v672 = v670 ^ v671;
let v674 = v672 >> u32(v638);
let v675 = u32(255);
let v676 = v674 & v675;
let v677 = u32(1258291200);
let v678 = v676 | v677;
let v679 = bitcast<f32>(v678);
let v2228 = f32(-8388736.0);
let v2173 = fma(v679, v58, v2228);
let v2174 = fma(v2173, v669, v64);
let v687 = v59 * v2174;
var<function> v2098_store: f32;
let v2098 = &v2098_store;
*v2098 = v687;
if v57 {
let v689 = v63 + v446;
let v691 = v689 + v264;
let v695 = &(*v2242)[v691];
let v696 = *v695;
let v698 = *v2098;
let v2175 = fma(v33, v696, v698);
*v2098 = v2175;

}
let v700 = v2127 * v30;
let v701 = v700 + v446;
let v703 = v701 + v264;
let v707 = &(*v2239)[v703];
let v708 = *v2098;
*v707 = v708;
let v712 = *v2089;
let v2176 = fma(v708, v708, v712);
*v2089 = v2176;

}
let v715 = v446 + v353;
let v716 = v715 < v30;
if v716 {
let v718 = v450 / v264;
let v722 = &(*v2243)[v718];
let v723 = *v722;
let v724 = u32(v450);
let v725 = u32(1);
let v726 = v724 & v725;
let v727 = u32(16);
let v728 = v727 * v726;
let v729 = v723 >> u32(v728);
let v730 = u32(65535);
let v731 = v729 & v730;
let v732 = u32(32767);
let v733 = v731 & v732;
let v734 = u32(13);
let v735 = v733 << u32(v734);
let v736 = u32(939524096);
let v737 = v735 + v736;
let v740 = u32(2139095040);
let v741 = v735 | v740;
let v742 = u32(31744);
let v743 = v733 >= v742;
let v744 = select(v737, v741, v743);
let v745 = f32(v733);
let v746 = f32(5.960464477539063e-8);
let v747 = v745 * v746;
let v748 = u32(1024);
let v749 = v733 < v748;
let v750 = bitcast<f32>(v744);
let v751 = select(v750, v747, v749);
let v752 = bitcast<u32>(v751);
let v753 = u32(32768);
let v754 = v731 & v753;
let v756 = v754 << u32(v727);
let v757 = v752 | v756;
let v758 = bitcast<f32>(v757);
let v759 = v80[1];
let v760 = u32(2155905152);
let v761 = v759 ^ v760;
let v763 = v761 >> u32(v727);
let v764 = u32(65280);
let v765 = v763 & v764;
let v766 = u32(1258291200);
let v767 = v765 | v766;
let v768 = bitcast<f32>(v767);
let v769 = f32(0.00390625);
let v2229 = f32(-32896.0);
let v2178 = fma(v768, v769, v2229);
let v2179 = fma(v2178, v758, v64);
let v776 = v59 * v2179;
var<function> v2099_store: f32;
let v2099 = &v2099_store;
*v2099 = v776;
if v57 {
let v778 = v63 + v446;
let v780 = v778 + v353;
let v784 = &(*v2242)[v780];
let v785 = *v784;
let v787 = *v2099;
let v2180 = fma(v33, v785, v787);
*v2099 = v2180;

}
let v789 = v2127 * v30;
let v790 = v789 + v446;
let v792 = v790 + v353;
let v796 = &(*v2239)[v792];
let v797 = *v2099;
*v796 = v797;
let v801 = *v2089;
let v2181 = fma(v797, v797, v801);
*v2089 = v2181;

}
let v803 = *v2090;
let v805 = v803 * v82;
let v806 = u32(8);
let v807 = v805 + v806;
let v809 = v86 + v807;
let v811 = v809 / v88;
let v814 = v807 < v30;
if v814 {
let v816 = v811 / v264;
let v820 = &(*v2243)[v816];
let v821 = *v820;
let v822 = u32(v811);
let v823 = u32(1);
let v824 = v822 & v823;
let v825 = u32(16);
let v826 = v825 * v824;
let v827 = v821 >> u32(v826);
let v828 = u32(65535);
let v829 = v827 & v828;
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
let v857 = v80[2];
let v858 = u32(2155905152);
let v859 = v857 ^ v858;
let v860 = u32(255);
let v861 = v859 & v860;
let v862 = u32(1258291200);
let v863 = v861 | v862;
let v864 = bitcast<f32>(v863);
let v2230 = f32(-8388736.0);
let v2183 = fma(v864, v58, v2230);
let v2184 = fma(v2183, v856, v64);
let v872 = v59 * v2184;
var<function> v2100_store: f32;
let v2100 = &v2100_store;
*v2100 = v872;
if v57 {
let v874 = v63 + v807;
let v880 = &(*v2242)[v874];
let v881 = *v880;
let v883 = *v2100;
let v2185 = fma(v33, v881, v883);
*v2100 = v2185;

}
let v885 = v2127 * v30;
let v886 = v885 + v807;
let v892 = &(*v2239)[v886];
let v893 = *v2100;
*v892 = v893;
let v897 = *v2089;
let v2186 = fma(v893, v893, v897);
*v2089 = v2186;

}
let v900 = v807 + v46;
let v901 = v900 < v30;
if v901 {
let v903 = v811 / v264;
let v907 = &(*v2243)[v903];
let v908 = *v907;
let v909 = u32(v811);
let v910 = u32(1);
let v911 = v909 & v910;
let v912 = u32(16);
let v913 = v912 * v911;
let v914 = v908 >> u32(v913);
let v915 = u32(65535);
let v916 = v914 & v915;
let v917 = u32(32767);
let v918 = v916 & v917;
let v919 = u32(13);
let v920 = v918 << u32(v919);
let v921 = u32(939524096);
let v922 = v920 + v921;
let v925 = u32(2139095040);
let v926 = v920 | v925;
let v927 = u32(31744);
let v928 = v918 >= v927;
let v929 = select(v922, v926, v928);
let v930 = f32(v918);
let v931 = f32(5.960464477539063e-8);
let v932 = v930 * v931;
let v933 = u32(1024);
let v934 = v918 < v933;
let v935 = bitcast<f32>(v929);
let v936 = select(v935, v932, v934);
let v937 = bitcast<u32>(v936);
let v938 = u32(32768);
let v939 = v916 & v938;
let v941 = v939 << u32(v912);
let v942 = v937 | v941;
let v943 = bitcast<f32>(v942);
let v944 = v80[2];
let v945 = u32(2155905152);
let v946 = v944 ^ v945;
let v947 = u32(65280);
let v948 = v946 & v947;
let v949 = u32(1258291200);
let v950 = v948 | v949;
let v951 = bitcast<f32>(v950);
let v952 = f32(0.00390625);
let v2231 = f32(-32896.0);
let v2188 = fma(v951, v952, v2231);
let v2189 = fma(v2188, v943, v64);
let v959 = v59 * v2189;
var<function> v2101_store: f32;
let v2101 = &v2101_store;
*v2101 = v959;
if v57 {
let v961 = v63 + v807;
let v963 = v961 + v46;
let v967 = &(*v2242)[v963];
let v968 = *v967;
let v970 = *v2101;
let v2190 = fma(v33, v968, v970);
*v2101 = v2190;

}
let v972 = v2127 * v30;
let v973 = v972 + v807;
let v975 = v973 + v46;
let v979 = &(*v2239)[v975];
let v980 = *v2101;
*v979 = v980;
let v984 = *v2089;
let v2191 = fma(v980, v980, v984);
*v2089 = v2191;

}
let v987 = v807 + v264;
let v988 = v987 < v30;
if v988 {
let v990 = v811 / v264;
let v994 = &(*v2243)[v990];
let v995 = *v994;
let v996 = u32(v811);
let v997 = u32(1);
let v998 = v996 & v997;
let v999 = u32(16);
let v1000 = v999 * v998;
let v1001 = v995 >> u32(v1000);
let v1002 = u32(65535);
let v1003 = v1001 & v1002;
let v1004 = u32(32767);
let v1005 = v1003 & v1004;
let v1006 = u32(13);
let v1007 = v1005 << u32(v1006);
let v1008 = u32(939524096);
let v1009 = v1007 + v1008;
let v1012 = u32(2139095040);
let v1013 = v1007 | v1012;
let v1014 = u32(31744);
let v1015 = v1005 >= v1014;
let v1016 = select(v1009, v1013, v1015);
let v1017 = f32(v1005);
let v1018 = f32(5.960464477539063e-8);
let v1019 = v1017 * v1018;
let v1020 = u32(1024);
let v1021 = v1005 < v1020;
let v1022 = bitcast<f32>(v1016);
let v1023 = select(v1022, v1019, v1021);
let v1024 = bitcast<u32>(v1023);
let v1025 = u32(32768);
let v1026 = v1003 & v1025;
let v1028 = v1026 << u32(v999);
let v1029 = v1024 | v1028;
let v1030 = bitcast<f32>(v1029);
let v1031 = v80[2];
let v1032 = u32(2155905152);
let v1033 = v1031 ^ v1032;
let v1035 = v1033 >> u32(v999);
let v1036 = u32(255);
let v1037 = v1035 & v1036;
let v1038 = u32(1258291200);
let v1039 = v1037 | v1038;
let v1040 = bitcast<f32>(v1039);
let v2232 = f32(-8388736.0);
let v2193 = fma(v1040, v58, v2232);
let v2194 = fma(v2193, v1030, v64);
let v1048 = v59 * v2194;
var<function> v2102_store: f32;
let v2102 = &v2102_store;
*v2102 = v1048;
if v57 {
let v1050 = v63 + v807;
let v1052 = v1050 + v264;
let v1056 = &(*v2242)[v1052];
let v1057 = *v1056;
let v1059 = *v2102;
let v2195 = fma(v33, v1057, v1059);
*v2102 = v2195;

}
let v1061 = v2127 * v30;
let v1062 = v1061 + v807;
let v1064 = v1062 + v264;
let v1068 = &(*v2239)[v1064];
let v1069 = *v2102;
*v1068 = v1069;
let v1073 = *v2089;
let v2196 = fma(v1069, v1069, v1073);
*v2089 = v2196;

}
let v1076 = v807 + v353;
let v1077 = v1076 < v30;
if v1077 {
let v1079 = v811 / v264;
let v1083 = &(*v2243)[v1079];
let v1084 = *v1083;
let v1085 = u32(v811);
let v1086 = u32(1);
let v1087 = v1085 & v1086;
let v1088 = u32(16);
let v1089 = v1088 * v1087;
let v1090 = v1084 >> u32(v1089);
let v1091 = u32(65535);
let v1092 = v1090 & v1091;
let v1093 = u32(32767);
let v1094 = v1092 & v1093;
let v1095 = u32(13);
let v1096 = v1094 << u32(v1095);
let v1097 = u32(939524096);
let v1098 = v1096 + v1097;
let v1101 = u32(2139095040);
let v1102 = v1096 | v1101;
let v1103 = u32(31744);
let v1104 = v1094 >= v1103;
let v1105 = select(v1098, v1102, v1104);
let v1106 = f32(v1094);
let v1107 = f32(5.960464477539063e-8);
let v1108 = v1106 * v1107;
let v1109 = u32(1024);
let v1110 = v1094 < v1109;
let v1111 = bitcast<f32>(v1105);
let v1112 = select(v1111, v1108, v1110);
let v1113 = bitcast<u32>(v1112);
let v1114 = u32(32768);
let v1115 = v1092 & v1114;
let v1117 = v1115 << u32(v1088);
let v1118 = v1113 | v1117;
let v1119 = bitcast<f32>(v1118);
let v1120 = v80[2];
let v1121 = u32(2155905152);
let v1122 = v1120 ^ v1121;
let v1124 = v1122 >> u32(v1088);
let v1125 = u32(65280);
let v1126 = v1124 & v1125;
let v1127 = u32(1258291200);
let v1128 = v1126 | v1127;
let v1129 = bitcast<f32>(v1128);
let v1130 = f32(0.00390625);
let v2233 = f32(-32896.0);
let v2198 = fma(v1129, v1130, v2233);
let v2199 = fma(v2198, v1119, v64);
let v1137 = v59 * v2199;
var<function> v2103_store: f32;
let v2103 = &v2103_store;
*v2103 = v1137;
if v57 {
let v1139 = v63 + v807;
let v1141 = v1139 + v353;
let v1145 = &(*v2242)[v1141];
let v1146 = *v1145;
let v1148 = *v2103;
let v2200 = fma(v33, v1146, v1148);
*v2103 = v2200;

}
let v1150 = v2127 * v30;
let v1151 = v1150 + v807;
let v1153 = v1151 + v353;
let v1157 = &(*v2239)[v1153];
let v1158 = *v2103;
*v1157 = v1158;
let v1162 = *v2089;
let v2201 = fma(v1158, v1158, v1162);
*v2089 = v2201;

}
let v1164 = *v2090;
let v1166 = v1164 * v82;
let v1167 = u32(12);
let v1168 = v1166 + v1167;
let v1170 = v86 + v1168;
let v1172 = v1170 / v88;
let v1175 = v1168 < v30;
if v1175 {
let v1177 = v1172 / v264;
let v1181 = &(*v2243)[v1177];
let v1182 = *v1181;
let v1183 = u32(v1172);
let v1184 = u32(1);
let v1185 = v1183 & v1184;
let v1186 = u32(16);
let v1187 = v1186 * v1185;
let v1188 = v1182 >> u32(v1187);
let v1189 = u32(65535);
let v1190 = v1188 & v1189;
let v1191 = u32(32767);
let v1192 = v1190 & v1191;
let v1193 = u32(13);
let v1194 = v1192 << u32(v1193);
let v1195 = u32(939524096);
let v1196 = v1194 + v1195;
let v1199 = u32(2139095040);
let v1200 = v1194 | v1199;
let v1201 = u32(31744);
let v1202 = v1192 >= v1201;
let v1203 = select(v1196, v1200, v1202);
let v1204 = f32(v1192);
let v1205 = f32(5.960464477539063e-8);
let v1206 = v1204 * v1205;
let v1207 = u32(1024);
let v1208 = v1192 < v1207;
let v1209 = bitcast<f32>(v1203);
let v1210 = select(v1209, v1206, v1208);
let v1211 = bitcast<u32>(v1210);
let v1212 = u32(32768);
let v1213 = v1190 & v1212;
let v1215 = v1213 << u32(v1186);
let v1216 = v1211 | v1215;
let v1217 = bitcast<f32>(v1216);
let v1218 = v80[3];
let v1219 = u32(2155905152);
let v1220 = v1218 ^ v1219;
let v1221 = u32(255);
let v1222 = v1220 & v1221;
let v1223 = u32(1258291200);
let v1224 = v1222 | v1223;
let v1225 = bitcast<f32>(v1224);
let v2234 = f32(-8388736.0);
let v2203 = fma(v1225, v58, v2234);
let v2204 = fma(v2203, v1217, v64);
let v1233 = v59 * v2204;
var<function> v2104_store: f32;
let v2104 = &v2104_store;
*v2104 = v1233;
if v57 {
let v1235 = v63 + v1168;
let v1241 = &(*v2242)[v1235];
let v1242 = *v1241;
let v1244 = *v2104;
let v2205 = fma(v33, v1242, v1244);
*v2104 = v2205;

}
let v1246 = v2127 * v30;
let v1247 = v1246 + v1168;
let v1253 = &(*v2239)[v1247];
let v1254 = *v2104;
*v1253 = v1254;
let v1258 = *v2089;
let v2206 = fma(v1254, v1254, v1258);
*v2089 = v2206;

}
let v1261 = v1168 + v46;
let v1262 = v1261 < v30;
if v1262 {
let v1264 = v1172 / v264;
let v1268 = &(*v2243)[v1264];
let v1269 = *v1268;
let v1270 = u32(v1172);
let v1271 = u32(1);
let v1272 = v1270 & v1271;
let v1273 = u32(16);
let v1274 = v1273 * v1272;
let v1275 = v1269 >> u32(v1274);
let v1276 = u32(65535);
let v1277 = v1275 & v1276;
let v1278 = u32(32767);
let v1279 = v1277 & v1278;
let v1280 = u32(13);
let v1281 = v1279 << u32(v1280);
let v1282 = u32(939524096);
let v1283 = v1281 + v1282;
let v1286 = u32(2139095040);
let v1287 = v1281 | v1286;
let v1288 = u32(31744);
let v1289 = v1279 >= v1288;
let v1290 = select(v1283, v1287, v1289);
let v1291 = f32(v1279);
let v1292 = f32(5.960464477539063e-8);
let v1293 = v1291 * v1292;
let v1294 = u32(1024);
let v1295 = v1279 < v1294;
let v1296 = bitcast<f32>(v1290);
let v1297 = select(v1296, v1293, v1295);
let v1298 = bitcast<u32>(v1297);
let v1299 = u32(32768);
let v1300 = v1277 & v1299;
let v1302 = v1300 << u32(v1273);
let v1303 = v1298 | v1302;
let v1304 = bitcast<f32>(v1303);
let v1305 = v80[3];
let v1306 = u32(2155905152);
let v1307 = v1305 ^ v1306;
let v1308 = u32(65280);
let v1309 = v1307 & v1308;
let v1310 = u32(1258291200);
let v1311 = v1309 | v1310;
let v1312 = bitcast<f32>(v1311);
let v1313 = f32(0.00390625);
let v2235 = f32(-32896.0);
let v2208 = fma(v1312, v1313, v2235);
let v2209 = fma(v2208, v1304, v64);
let v1320 = v59 * v2209;
var<function> v2105_store: f32;
let v2105 = &v2105_store;
*v2105 = v1320;
if v57 {
let v1322 = v63 + v1168;
let v1324 = v1322 + v46;
let v1328 = &(*v2242)[v1324];
let v1329 = *v1328;
let v1331 = *v2105;
let v2210 = fma(v33, v1329, v1331);
*v2105 = v2210;

}
let v1333 = v2127 * v30;
let v1334 = v1333 + v1168;
let v1336 = v1334 + v46;
let v1340 = &(*v2239)[v1336];
let v1341 = *v2105;
*v1340 = v1341;
let v1345 = *v2089;
let v2211 = fma(v1341, v1341, v1345);
*v2089 = v2211;

}
let v1348 = v1168 + v264;
let v1349 = v1348 < v30;
if v1349 {
let v1351 = v1172 / v264;
let v1355 = &(*v2243)[v1351];
let v1356 = *v1355;
let v1357 = u32(v1172);
let v1358 = u32(1);
let v1359 = v1357 & v1358;
let v1360 = u32(16);
let v1361 = v1360 * v1359;
let v1362 = v1356 >> u32(v1361);
let v1363 = u32(65535);
let v1364 = v1362 & v1363;
let v1365 = u32(32767);
let v1366 = v1364 & v1365;
let v1367 = u32(13);
let v1368 = v1366 << u32(v1367);
let v1369 = u32(939524096);
let v1370 = v1368 + v1369;
let v1373 = u32(2139095040);
let v1374 = v1368 | v1373;
let v1375 = u32(31744);
let v1376 = v1366 >= v1375;
let v1377 = select(v1370, v1374, v1376);
let v1378 = f32(v1366);
let v1379 = f32(5.960464477539063e-8);
let v1380 = v1378 * v1379;
let v1381 = u32(1024);
let v1382 = v1366 < v1381;
let v1383 = bitcast<f32>(v1377);
let v1384 = select(v1383, v1380, v1382);
let v1385 = bitcast<u32>(v1384);
let v1386 = u32(32768);
let v1387 = v1364 & v1386;
let v1389 = v1387 << u32(v1360);
let v1390 = v1385 | v1389;
let v1391 = bitcast<f32>(v1390);
let v1392 = v80[3];
let v1393 = u32(2155905152);
let v1394 = v1392 ^ v1393;
let v1396 = v1394 >> u32(v1360);
let v1397 = u32(255);
let v1398 = v1396 & v1397;
let v1399 = u32(1258291200);
let v1400 = v1398 | v1399;
let v1401 = bitcast<f32>(v1400);
let v2236 = f32(-8388736.0);
let v2213 = fma(v1401, v58, v2236);
let v2214 = fma(v2213, v1391, v64);
let v1409 = v59 * v2214;
var<function> v2106_store: f32;
let v2106 = &v2106_store;
*v2106 = v1409;
if v57 {
let v1411 = v63 + v1168;
let v1413 = v1411 + v264;
let v1417 = &(*v2242)[v1413];
let v1418 = *v1417;
let v1420 = *v2106;
let v2215 = fma(v33, v1418, v1420);
*v2106 = v2215;

}
let v1422 = v2127 * v30;
let v1423 = v1422 + v1168;
let v1425 = v1423 + v264;
let v1429 = &(*v2239)[v1425];
let v1430 = *v2106;
*v1429 = v1430;
let v1434 = *v2089;
let v2216 = fma(v1430, v1430, v1434);
*v2089 = v2216;

}
let v1437 = v1168 + v353;
let v1438 = v1437 < v30;
if v1438 {
let v1440 = v1172 / v264;
let v1444 = &(*v2243)[v1440];
let v1445 = *v1444;
let v1446 = u32(v1172);
let v1447 = u32(1);
let v1448 = v1446 & v1447;
let v1449 = u32(16);
let v1450 = v1449 * v1448;
let v1451 = v1445 >> u32(v1450);
let v1452 = u32(65535);
let v1453 = v1451 & v1452;
let v1454 = u32(32767);
let v1455 = v1453 & v1454;
let v1456 = u32(13);
let v1457 = v1455 << u32(v1456);
let v1458 = u32(939524096);
let v1459 = v1457 + v1458;
let v1462 = u32(2139095040);
let v1463 = v1457 | v1462;
let v1464 = u32(31744);
let v1465 = v1455 >= v1464;
let v1466 = select(v1459, v1463, v1465);
let v1467 = f32(v1455);
let v1468 = f32(5.960464477539063e-8);
let v1469 = v1467 * v1468;
let v1470 = u32(1024);
let v1471 = v1455 < v1470;
let v1472 = bitcast<f32>(v1466);
let v1473 = select(v1472, v1469, v1471);
let v1474 = bitcast<u32>(v1473);
let v1475 = u32(32768);
let v1476 = v1453 & v1475;
let v1478 = v1476 << u32(v1449);
let v1479 = v1474 | v1478;
let v1480 = bitcast<f32>(v1479);
let v1481 = v80[3];
let v1482 = u32(2155905152);
let v1483 = v1481 ^ v1482;
let v1485 = v1483 >> u32(v1449);
let v1486 = u32(65280);
let v1487 = v1485 & v1486;
let v1488 = u32(1258291200);
let v1489 = v1487 | v1488;
let v1490 = bitcast<f32>(v1489);
let v1491 = f32(0.00390625);
let v2237 = f32(-32896.0);
let v2218 = fma(v1490, v1491, v2237);
let v2219 = fma(v2218, v1480, v64);
let v1498 = v59 * v2219;
var<function> v2107_store: f32;
let v2107 = &v2107_store;
*v2107 = v1498;
if v57 {
let v1500 = v63 + v1168;
let v1502 = v1500 + v353;
let v1506 = &(*v2242)[v1502];
let v1507 = *v1506;
let v1509 = *v2107;
let v2220 = fma(v33, v1507, v1509);
*v2107 = v2220;

}
let v1511 = v2127 * v30;
let v1512 = v1511 + v1168;
let v1514 = v1512 + v353;
let v1518 = &(*v2239)[v1514];
let v1519 = *v2107;
*v1518 = v1519;
let v1523 = *v2089;
let v2221 = fma(v1519, v1519, v1523);
*v2089 = v2221;

}
let v1525 = *v2090;
let v1526 = u32(128);
let v1527 = v1525 + v1526;
*v2090 = v1527;

}
let v2108 = &shared_v1528;
let v1530 = u32(128);
let v1537 = &(*v2108)[v68];
let v1538 = *v2089;
*v1537 = v1538;
workgroupBarrier();
let v1539 = u32(64);
let v1540 = v68 < v1539;
if v1540 {
let v1542 = v68 + v1539;
let v1546 = &(*v2108)[v1542];
let v1547 = *v1546;
let v1552 = *v1537;
let v1553 = v1552 + v1547;
*v1537 = v1553;

}
workgroupBarrier();
let v1554 = u32(32);
let v1555 = v68 < v1554;
if v1555 {
let v1557 = v68 + v1554;
let v1561 = &(*v2108)[v1557];
let v1562 = *v1561;
let v1567 = *v1537;
let v1568 = v1567 + v1562;
*v1537 = v1568;

}
workgroupBarrier();
let v1569 = u32(16);
let v1570 = v68 < v1569;
if v1570 {
let v1572 = v68 + v1569;
let v1576 = &(*v2108)[v1572];
let v1577 = *v1576;
let v1582 = *v1537;
let v1583 = v1582 + v1577;
*v1537 = v1583;

}
workgroupBarrier();
let v1584 = u32(8);
let v1585 = v68 < v1584;
if v1585 {
let v1587 = v68 + v1584;
let v1591 = &(*v2108)[v1587];
let v1592 = *v1591;
let v1597 = *v1537;
let v1598 = v1597 + v1592;
*v1537 = v1598;

}
workgroupBarrier();
let v1599 = u32(4);
let v1600 = v68 < v1599;
if v1600 {
let v1602 = v68 + v1599;
let v1606 = &(*v2108)[v1602];
let v1607 = *v1606;
let v1612 = *v1537;
let v1613 = v1612 + v1607;
*v1537 = v1613;

}
workgroupBarrier();
let v1614 = u32(2);
let v1615 = v68 < v1614;
if v1615 {
let v1617 = v68 + v1614;
let v1621 = &(*v2108)[v1617];
let v1622 = *v1621;
let v1627 = *v1537;
let v1628 = v1627 + v1622;
*v1537 = v1628;

}
workgroupBarrier();
let v1630 = v68 < v46;
if v1630 {
let v1632 = v68 + v46;
let v1636 = &(*v2108)[v1632];
let v1637 = *v1636;
let v1642 = *v1537;
let v1643 = v1642 + v1637;
*v1537 = v1643;

}
workgroupBarrier();
let v1648 = &(*v2108)[v3];
let v1649 = *v1648;
workgroupBarrier();
let v1650 = f32(v30);
let v1651 = v1649 / v1650;
let v1652 = v1651 + v34;
let v1653 = sqrt(v1652);
let v1655 = v58 / v1653;
var<function> v2109_store: u32;
let v2109 = &v2109_store;
*v2109 = v68;
loop {
let v1659 = *v2109;
let v1660 = v1659 < v31;
if !v1660 { break; }
let v1662 = *v2109;
let v1664 = v1662 * v1569;
let v1667 = v1664 < v30;
if v1667 {
let v1668 = v2127 * v30;
let v1669 = v1668 + v1664;
let v1673 = &(*v2239)[v1669];
let v1674 = *v1673;
let v1675 = v1674 * v1655;
let v1679 = &(*v2240)[v1664];
let v1680 = *v1679;
let v1681 = v1675 * v1680;
let v1687 = &(*v2238)[v1669];
*v1687 = v1681;

}
let v1692 = v1664 + v46;
let v1693 = v1692 < v30;
if v1693 {
let v1694 = v2127 * v30;
let v1695 = v1694 + v1692;
let v1699 = &(*v2239)[v1695];
let v1700 = *v1699;
let v1701 = v1700 * v1655;
let v1705 = &(*v2240)[v1692];
let v1706 = *v1705;
let v1707 = v1701 * v1706;
let v1713 = &(*v2238)[v1695];
*v1713 = v1707;

}
let v1718 = v1664 + v1614;
let v1719 = v1718 < v30;
if v1719 {
let v1720 = v2127 * v30;
let v1721 = v1720 + v1718;
let v1725 = &(*v2239)[v1721];
let v1726 = *v1725;
let v1727 = v1726 * v1655;
let v1731 = &(*v2240)[v1718];
let v1732 = *v1731;
let v1733 = v1727 * v1732;
let v1739 = &(*v2238)[v1721];
*v1739 = v1733;

}
let v1743 = u32(3);
let v1744 = v1664 + v1743;
let v1745 = v1744 < v30;
if v1745 {
let v1746 = v2127 * v30;
let v1747 = v1746 + v1744;
let v1751 = &(*v2239)[v1747];
let v1752 = *v1751;
let v1753 = v1752 * v1655;
let v1757 = &(*v2240)[v1744];
let v1758 = *v1757;
let v1759 = v1753 * v1758;
let v1765 = &(*v2238)[v1747];
*v1765 = v1759;

}
let v1770 = v1664 + v1599;
let v1771 = v1770 < v30;
if v1771 {
let v1772 = v2127 * v30;
let v1773 = v1772 + v1770;
let v1777 = &(*v2239)[v1773];
let v1778 = *v1777;
let v1779 = v1778 * v1655;
let v1783 = &(*v2240)[v1770];
let v1784 = *v1783;
let v1785 = v1779 * v1784;
let v1791 = &(*v2238)[v1773];
*v1791 = v1785;

}
let v1795 = u32(5);
let v1796 = v1664 + v1795;
let v1797 = v1796 < v30;
if v1797 {
let v1798 = v2127 * v30;
let v1799 = v1798 + v1796;
let v1803 = &(*v2239)[v1799];
let v1804 = *v1803;
let v1805 = v1804 * v1655;
let v1809 = &(*v2240)[v1796];
let v1810 = *v1809;
let v1811 = v1805 * v1810;
let v1817 = &(*v2238)[v1799];
*v1817 = v1811;

}
let v1821 = u32(6);
let v1822 = v1664 + v1821;
let v1823 = v1822 < v30;
if v1823 {
let v1824 = v2127 * v30;
let v1825 = v1824 + v1822;
let v1829 = &(*v2239)[v1825];
let v1830 = *v1829;
let v1831 = v1830 * v1655;
let v1835 = &(*v2240)[v1822];
let v1836 = *v1835;
let v1837 = v1831 * v1836;
let v1843 = &(*v2238)[v1825];
*v1843 = v1837;

}
let v1847 = u32(7);
let v1848 = v1664 + v1847;
let v1849 = v1848 < v30;
if v1849 {
let v1850 = v2127 * v30;
let v1851 = v1850 + v1848;
let v1855 = &(*v2239)[v1851];
let v1856 = *v1855;
let v1857 = v1856 * v1655;
let v1861 = &(*v2240)[v1848];
let v1862 = *v1861;
let v1863 = v1857 * v1862;
let v1869 = &(*v2238)[v1851];
*v1869 = v1863;

}
let v1874 = v1664 + v1584;
let v1875 = v1874 < v30;
if v1875 {
let v1876 = v2127 * v30;
let v1877 = v1876 + v1874;
let v1881 = &(*v2239)[v1877];
let v1882 = *v1881;
let v1883 = v1882 * v1655;
let v1887 = &(*v2240)[v1874];
let v1888 = *v1887;
let v1889 = v1883 * v1888;
let v1895 = &(*v2238)[v1877];
*v1895 = v1889;

}
let v1899 = u32(9);
let v1900 = v1664 + v1899;
let v1901 = v1900 < v30;
if v1901 {
let v1902 = v2127 * v30;
let v1903 = v1902 + v1900;
let v1907 = &(*v2239)[v1903];
let v1908 = *v1907;
let v1909 = v1908 * v1655;
let v1913 = &(*v2240)[v1900];
let v1914 = *v1913;
let v1915 = v1909 * v1914;
let v1921 = &(*v2238)[v1903];
*v1921 = v1915;

}
let v1925 = u32(10);
let v1926 = v1664 + v1925;
let v1927 = v1926 < v30;
if v1927 {
let v1928 = v2127 * v30;
let v1929 = v1928 + v1926;
let v1933 = &(*v2239)[v1929];
let v1934 = *v1933;
let v1935 = v1934 * v1655;
let v1939 = &(*v2240)[v1926];
let v1940 = *v1939;
let v1941 = v1935 * v1940;
let v1947 = &(*v2238)[v1929];
*v1947 = v1941;

}
let v1951 = u32(11);
let v1952 = v1664 + v1951;
let v1953 = v1952 < v30;
if v1953 {
let v1954 = v2127 * v30;
let v1955 = v1954 + v1952;
let v1959 = &(*v2239)[v1955];
let v1960 = *v1959;
let v1961 = v1960 * v1655;
let v1965 = &(*v2240)[v1952];
let v1966 = *v1965;
let v1967 = v1961 * v1966;
let v1973 = &(*v2238)[v1955];
*v1973 = v1967;

}
let v1977 = u32(12);
let v1978 = v1664 + v1977;
let v1979 = v1978 < v30;
if v1979 {
let v1980 = v2127 * v30;
let v1981 = v1980 + v1978;
let v1985 = &(*v2239)[v1981];
let v1986 = *v1985;
let v1987 = v1986 * v1655;
let v1991 = &(*v2240)[v1978];
let v1992 = *v1991;
let v1993 = v1987 * v1992;
let v1999 = &(*v2238)[v1981];
*v1999 = v1993;

}
let v2003 = u32(13);
let v2004 = v1664 + v2003;
let v2005 = v2004 < v30;
if v2005 {
let v2006 = v2127 * v30;
let v2007 = v2006 + v2004;
let v2011 = &(*v2239)[v2007];
let v2012 = *v2011;
let v2013 = v2012 * v1655;
let v2017 = &(*v2240)[v2004];
let v2018 = *v2017;
let v2019 = v2013 * v2018;
let v2025 = &(*v2238)[v2007];
*v2025 = v2019;

}
let v2029 = u32(14);
let v2030 = v1664 + v2029;
let v2031 = v2030 < v30;
if v2031 {
let v2032 = v2127 * v30;
let v2033 = v2032 + v2030;
let v2037 = &(*v2239)[v2033];
let v2038 = *v2037;
let v2039 = v2038 * v1655;
let v2043 = &(*v2240)[v2030];
let v2044 = *v2043;
let v2045 = v2039 * v2044;
let v2051 = &(*v2238)[v2033];
*v2051 = v2045;

}
let v2055 = u32(15);
let v2056 = v1664 + v2055;
let v2057 = v2056 < v30;
if v2057 {
let v2058 = v2127 * v30;
let v2059 = v2058 + v2056;
let v2063 = &(*v2239)[v2059];
let v2064 = *v2063;
let v2065 = v2064 * v1655;
let v2069 = &(*v2240)[v2056];
let v2070 = *v2069;
let v2071 = v2065 * v2070;
let v2077 = &(*v2238)[v2059];
*v2077 = v2071;

}
let v2080 = v1662 + v1530;
*v2109 = v2080;

}

}
return;

}
