var<workgroup> shared_v1432: array<f32, 128>;
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
fn loop_input_kernel(@builtin(local_invocation_index) v2032: u32, @builtin(workgroup_id) v2036: vec3<u32>, @builtin(num_workgroups) v2038: vec3<u32>) {
let v2094 = &v25;
let v2095 = &v21;
let v2096 = &v17;
let v2097 = &v13;
let v2098 = &v9;
let v2099 = &v5;
let v2100 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v31 = info_var.scalars_usize[2];
let v32 = info_var.scalars_f32[0];
let v33 = info_var.scalars_f32[1];
let v34 = info_var.scalars_f32[2];
let v2037 = v2036[2];
let v2016 = u32(v2037);
let v2039 = v2038[1];
let v2018 = u32(v2039);
let v2019 = v2016 * v2018;
let v2040 = v2038[0];
let v2021 = u32(v2040);
let v2022 = v2019 * v2021;
let v2041 = v2036[1];
let v2024 = u32(v2041);
let v2027 = v2024 * v2021;
let v2028 = v2022 + v2027;
let v2043 = v2036[0];
let v2030 = u32(v2043);
let v2031 = v2028 + v2030;
let v36 = v2031 < v29;
if v36 {
let v43 = &(*v2097)[v2031];
let v44 = *v43;
let v45 = u32(v44);
let v46 = u32(1);
let v48 = v29 + v2031;
let v52 = &(*v2097)[v48];
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
var<function> v1993_store: f32;
let v1993 = &v1993_store;
*v1993 = v64;
let v2033 = v2032;
let v68 = u32(v2033);
var<function> v1994_store: u32;
let v1994 = &v1994_store;
*v1994 = v68;
loop {
let v70 = *v1994;
let v71 = v70 < v31;
if !v71 { break; }
let v73 = v45 * v31;
let v74 = *v1994;
let v75 = v73 + v74;
let v79 = &(*v2100)[v75];
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
let v98 = &(*v2099)[v94];
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
let v136 = u32(24);
let v137 = v135 << u32(v136);
let v138 = bitcast<i32>(v137);
let v139 = i32(24);
let v140 = v138 >> u32(v139);
let v141 = f32(v140);
let v2046 = fma(v141, v134, v64);
let v145 = v59 * v2046;
var<function> v1996_store: f32;
let v1996 = &v1996_store;
*v1996 = v145;
if v57 {
let v147 = v63 + v83;
let v153 = &(*v2098)[v147];
let v154 = *v153;
let v156 = *v1996;
let v2047 = fma(v33, v154, v156);
*v1996 = v2047;

}
let v158 = v2031 * v30;
let v159 = v158 + v83;
let v165 = &(*v2095)[v159];
let v166 = *v1996;
*v165 = v166;
let v170 = *v1993;
let v2048 = fma(v166, v166, v170);
*v1993 = v2048;

}
let v173 = v83 + v46;
let v174 = v173 < v30;
if v174 {
let v175 = u32(2);
let v176 = v89 / v175;
let v180 = &(*v2099)[v176];
let v181 = *v180;
let v182 = u32(v89);
let v183 = u32(1);
let v184 = v182 & v183;
let v185 = u32(16);
let v186 = v185 * v184;
let v187 = v181 >> u32(v186);
let v188 = u32(65535);
let v189 = v187 & v188;
let v190 = u32(32767);
let v191 = v189 & v190;
let v192 = u32(13);
let v193 = v191 << u32(v192);
let v194 = u32(939524096);
let v195 = v193 + v194;
let v198 = u32(2139095040);
let v199 = v193 | v198;
let v200 = u32(31744);
let v201 = v191 >= v200;
let v202 = select(v195, v199, v201);
let v203 = f32(v191);
let v204 = f32(5.960464477539063e-8);
let v205 = v203 * v204;
let v206 = u32(1024);
let v207 = v191 < v206;
let v208 = bitcast<f32>(v202);
let v209 = select(v208, v205, v207);
let v210 = bitcast<u32>(v209);
let v211 = u32(32768);
let v212 = v189 & v211;
let v214 = v212 << u32(v185);
let v215 = v210 | v214;
let v216 = bitcast<f32>(v215);
let v217 = v80[0];
let v219 = v217 << u32(v185);
let v220 = bitcast<i32>(v219);
let v221 = i32(24);
let v222 = v220 >> u32(v221);
let v223 = f32(v222);
let v2049 = fma(v223, v216, v64);
let v227 = v59 * v2049;
var<function> v1997_store: f32;
let v1997 = &v1997_store;
*v1997 = v227;
if v57 {
let v229 = v63 + v83;
let v231 = v229 + v46;
let v235 = &(*v2098)[v231];
let v236 = *v235;
let v238 = *v1997;
let v2050 = fma(v33, v236, v238);
*v1997 = v2050;

}
let v240 = v2031 * v30;
let v241 = v240 + v83;
let v243 = v241 + v46;
let v247 = &(*v2095)[v243];
let v248 = *v1997;
*v247 = v248;
let v252 = *v1993;
let v2051 = fma(v248, v248, v252);
*v1993 = v2051;

}
let v254 = u32(2);
let v255 = v83 + v254;
let v256 = v255 < v30;
if v256 {
let v258 = v89 / v254;
let v262 = &(*v2099)[v258];
let v263 = *v262;
let v264 = u32(v89);
let v265 = u32(1);
let v266 = v264 & v265;
let v267 = u32(16);
let v268 = v267 * v266;
let v269 = v263 >> u32(v268);
let v270 = u32(65535);
let v271 = v269 & v270;
let v272 = u32(32767);
let v273 = v271 & v272;
let v274 = u32(13);
let v275 = v273 << u32(v274);
let v276 = u32(939524096);
let v277 = v275 + v276;
let v280 = u32(2139095040);
let v281 = v275 | v280;
let v282 = u32(31744);
let v283 = v273 >= v282;
let v284 = select(v277, v281, v283);
let v285 = f32(v273);
let v286 = f32(5.960464477539063e-8);
let v287 = v285 * v286;
let v288 = u32(1024);
let v289 = v273 < v288;
let v290 = bitcast<f32>(v284);
let v291 = select(v290, v287, v289);
let v292 = bitcast<u32>(v291);
let v293 = u32(32768);
let v294 = v271 & v293;
let v296 = v294 << u32(v267);
let v297 = v292 | v296;
let v298 = bitcast<f32>(v297);
let v299 = v80[0];
let v300 = u32(8);
let v301 = v299 << u32(v300);
let v302 = bitcast<i32>(v301);
let v303 = i32(24);
let v304 = v302 >> u32(v303);
let v305 = f32(v304);
let v2052 = fma(v305, v298, v64);
let v309 = v59 * v2052;
var<function> v1998_store: f32;
let v1998 = &v1998_store;
*v1998 = v309;
if v57 {
let v311 = v63 + v83;
let v313 = v311 + v254;
let v317 = &(*v2098)[v313];
let v318 = *v317;
let v320 = *v1998;
let v2053 = fma(v33, v318, v320);
*v1998 = v2053;

}
let v322 = v2031 * v30;
let v323 = v322 + v83;
let v325 = v323 + v254;
let v329 = &(*v2095)[v325];
let v330 = *v1998;
*v329 = v330;
let v334 = *v1993;
let v2054 = fma(v330, v330, v334);
*v1993 = v2054;

}
let v336 = u32(3);
let v337 = v83 + v336;
let v338 = v337 < v30;
if v338 {
let v340 = v89 / v254;
let v344 = &(*v2099)[v340];
let v345 = *v344;
let v346 = u32(v89);
let v347 = u32(1);
let v348 = v346 & v347;
let v349 = u32(16);
let v350 = v349 * v348;
let v351 = v345 >> u32(v350);
let v352 = u32(65535);
let v353 = v351 & v352;
let v354 = u32(32767);
let v355 = v353 & v354;
let v356 = u32(13);
let v357 = v355 << u32(v356);
let v358 = u32(939524096);
let v359 = v357 + v358;
let v362 = u32(2139095040);
let v363 = v357 | v362;
let v364 = u32(31744);
let v365 = v355 >= v364;
let v366 = select(v359, v363, v365);
let v367 = f32(v355);
let v368 = f32(5.960464477539063e-8);
let v369 = v367 * v368;
let v370 = u32(1024);
let v371 = v355 < v370;
let v372 = bitcast<f32>(v366);
let v373 = select(v372, v369, v371);
let v374 = bitcast<u32>(v373);
let v375 = u32(32768);
let v376 = v353 & v375;
let v378 = v376 << u32(v349);
let v379 = v374 | v378;
let v380 = bitcast<f32>(v379);
let v381 = v80[0];
let v384 = bitcast<i32>(v381);
let v385 = i32(24);
let v386 = v384 >> u32(v385);
let v387 = f32(v386);
let v2055 = fma(v387, v380, v64);
let v391 = v59 * v2055;
var<function> v1999_store: f32;
let v1999 = &v1999_store;
*v1999 = v391;
if v57 {
let v393 = v63 + v83;
let v395 = v393 + v336;
let v399 = &(*v2098)[v395];
let v400 = *v399;
let v402 = *v1999;
let v2056 = fma(v33, v400, v402);
*v1999 = v2056;

}
let v404 = v2031 * v30;
let v405 = v404 + v83;
let v407 = v405 + v336;
let v411 = &(*v2095)[v407];
let v412 = *v1999;
*v411 = v412;
let v416 = *v1993;
let v2057 = fma(v412, v412, v416);
*v1993 = v2057;

}
let v418 = *v1994;
let v420 = v418 * v82;
let v421 = u32(4);
let v422 = v420 + v421;
let v424 = v86 + v422;
let v426 = v424 / v88;
let v429 = v422 < v30;
if v429 {
let v431 = v426 / v254;
let v435 = &(*v2099)[v431];
let v436 = *v435;
let v437 = u32(v426);
let v438 = u32(1);
let v439 = v437 & v438;
let v440 = u32(16);
let v441 = v440 * v439;
let v442 = v436 >> u32(v441);
let v443 = u32(65535);
let v444 = v442 & v443;
let v445 = u32(32767);
let v446 = v444 & v445;
let v447 = u32(13);
let v448 = v446 << u32(v447);
let v449 = u32(939524096);
let v450 = v448 + v449;
let v453 = u32(2139095040);
let v454 = v448 | v453;
let v455 = u32(31744);
let v456 = v446 >= v455;
let v457 = select(v450, v454, v456);
let v458 = f32(v446);
let v459 = f32(5.960464477539063e-8);
let v460 = v458 * v459;
let v461 = u32(1024);
let v462 = v446 < v461;
let v463 = bitcast<f32>(v457);
let v464 = select(v463, v460, v462);
let v465 = bitcast<u32>(v464);
let v466 = u32(32768);
let v467 = v444 & v466;
let v469 = v467 << u32(v440);
let v470 = v465 | v469;
let v471 = bitcast<f32>(v470);
let v472 = v80[1];
let v473 = u32(24);
let v474 = v472 << u32(v473);
let v475 = bitcast<i32>(v474);
let v476 = i32(24);
let v477 = v475 >> u32(v476);
let v478 = f32(v477);
let v2058 = fma(v478, v471, v64);
let v482 = v59 * v2058;
var<function> v2000_store: f32;
let v2000 = &v2000_store;
*v2000 = v482;
if v57 {
let v484 = v63 + v422;
let v490 = &(*v2098)[v484];
let v491 = *v490;
let v493 = *v2000;
let v2059 = fma(v33, v491, v493);
*v2000 = v2059;

}
let v495 = v2031 * v30;
let v496 = v495 + v422;
let v502 = &(*v2095)[v496];
let v503 = *v2000;
*v502 = v503;
let v507 = *v1993;
let v2060 = fma(v503, v503, v507);
*v1993 = v2060;

}
let v510 = v422 + v46;
let v511 = v510 < v30;
if v511 {
let v513 = v426 / v254;
let v517 = &(*v2099)[v513];
let v518 = *v517;
let v519 = u32(v426);
let v520 = u32(1);
let v521 = v519 & v520;
let v522 = u32(16);
let v523 = v522 * v521;
let v524 = v518 >> u32(v523);
let v525 = u32(65535);
let v526 = v524 & v525;
let v527 = u32(32767);
let v528 = v526 & v527;
let v529 = u32(13);
let v530 = v528 << u32(v529);
let v531 = u32(939524096);
let v532 = v530 + v531;
let v535 = u32(2139095040);
let v536 = v530 | v535;
let v537 = u32(31744);
let v538 = v528 >= v537;
let v539 = select(v532, v536, v538);
let v540 = f32(v528);
let v541 = f32(5.960464477539063e-8);
let v542 = v540 * v541;
let v543 = u32(1024);
let v544 = v528 < v543;
let v545 = bitcast<f32>(v539);
let v546 = select(v545, v542, v544);
let v547 = bitcast<u32>(v546);
let v548 = u32(32768);
let v549 = v526 & v548;
let v551 = v549 << u32(v522);
let v552 = v547 | v551;
let v553 = bitcast<f32>(v552);
let v554 = v80[1];
let v556 = v554 << u32(v522);
let v557 = bitcast<i32>(v556);
let v558 = i32(24);
let v559 = v557 >> u32(v558);
let v560 = f32(v559);
let v2061 = fma(v560, v553, v64);
let v564 = v59 * v2061;
var<function> v2001_store: f32;
let v2001 = &v2001_store;
*v2001 = v564;
if v57 {
let v566 = v63 + v422;
let v568 = v566 + v46;
let v572 = &(*v2098)[v568];
let v573 = *v572;
let v575 = *v2001;
let v2062 = fma(v33, v573, v575);
*v2001 = v2062;

}
let v577 = v2031 * v30;
let v578 = v577 + v422;
let v580 = v578 + v46;
let v584 = &(*v2095)[v580];
let v585 = *v2001;
*v584 = v585;
let v589 = *v1993;
let v2063 = fma(v585, v585, v589);
*v1993 = v2063;

}
let v592 = v422 + v254;
let v593 = v592 < v30;
if v593 {
let v595 = v426 / v254;
let v599 = &(*v2099)[v595];
let v600 = *v599;
let v601 = u32(v426);
let v602 = u32(1);
let v603 = v601 & v602;
let v604 = u32(16);
let v605 = v604 * v603;
let v606 = v600 >> u32(v605);
let v607 = u32(65535);
let v608 = v606 & v607;
let v609 = u32(32767);
let v610 = v608 & v609;
let v611 = u32(13);
let v612 = v610 << u32(v611);
let v613 = u32(939524096);
let v614 = v612 + v613;
let v617 = u32(2139095040);
let v618 = v612 | v617;
let v619 = u32(31744);
let v620 = v610 >= v619;
let v621 = select(v614, v618, v620);
let v622 = f32(v610);
let v623 = f32(5.960464477539063e-8);
let v624 = v622 * v623;
let v625 = u32(1024);
let v626 = v610 < v625;
let v627 = bitcast<f32>(v621);
let v628 = select(v627, v624, v626);
let v629 = bitcast<u32>(v628);
let v630 = u32(32768);
let v631 = v608 & v630;
let v633 = v631 << u32(v604);
let v634 = v629 | v633;
let v635 = bitcast<f32>(v634);
let v636 = v80[1];
let v637 = u32(8);
let v638 = v636 << u32(v637);
let v639 = bitcast<i32>(v638);
let v640 = i32(24);
let v641 = v639 >> u32(v640);
let v642 = f32(v641);
let v2064 = fma(v642, v635, v64);
let v646 = v59 * v2064;
var<function> v2002_store: f32;
let v2002 = &v2002_store;
*v2002 = v646;
if v57 {
let v648 = v63 + v422;
let v650 = v648 + v254;
let v654 = &(*v2098)[v650];
let v655 = *v654;
let v657 = *v2002;
let v2065 = fma(v33, v655, v657);
*v2002 = v2065;

}
let v659 = v2031 * v30;
let v660 = v659 + v422;
let v662 = v660 + v254;
let v666 = &(*v2095)[v662];
let v667 = *v2002;
*v666 = v667;
let v671 = *v1993;
let v2066 = fma(v667, v667, v671);
*v1993 = v2066;

}
let v674 = v422 + v336;
let v675 = v674 < v30;
if v675 {
let v677 = v426 / v254;
let v681 = &(*v2099)[v677];
let v682 = *v681;
let v683 = u32(v426);
let v684 = u32(1);
let v685 = v683 & v684;
let v686 = u32(16);
let v687 = v686 * v685;
let v688 = v682 >> u32(v687);
let v689 = u32(65535);
let v690 = v688 & v689;
let v691 = u32(32767);
let v692 = v690 & v691;
let v693 = u32(13);
let v694 = v692 << u32(v693);
let v695 = u32(939524096);
let v696 = v694 + v695;
let v699 = u32(2139095040);
let v700 = v694 | v699;
let v701 = u32(31744);
let v702 = v692 >= v701;
let v703 = select(v696, v700, v702);
let v704 = f32(v692);
let v705 = f32(5.960464477539063e-8);
let v706 = v704 * v705;
let v707 = u32(1024);
let v708 = v692 < v707;
let v709 = bitcast<f32>(v703);
let v710 = select(v709, v706, v708);
let v711 = bitcast<u32>(v710);
let v712 = u32(32768);
let v713 = v690 & v712;
let v715 = v713 << u32(v686);
let v716 = v711 | v715;
let v717 = bitcast<f32>(v716);
let v718 = v80[1];
let v721 = bitcast<i32>(v718);
let v722 = i32(24);
let v723 = v721 >> u32(v722);
let v724 = f32(v723);
let v2067 = fma(v724, v717, v64);
let v728 = v59 * v2067;
var<function> v2003_store: f32;
let v2003 = &v2003_store;
*v2003 = v728;
if v57 {
let v730 = v63 + v422;
let v732 = v730 + v336;
let v736 = &(*v2098)[v732];
let v737 = *v736;
let v739 = *v2003;
let v2068 = fma(v33, v737, v739);
*v2003 = v2068;

}
let v741 = v2031 * v30;
let v742 = v741 + v422;
let v744 = v742 + v336;
let v748 = &(*v2095)[v744];
let v749 = *v2003;
*v748 = v749;
let v753 = *v1993;
let v2069 = fma(v749, v749, v753);
*v1993 = v2069;

}
let v755 = *v1994;
let v757 = v755 * v82;
let v758 = u32(8);
let v759 = v757 + v758;
let v761 = v86 + v759;
let v763 = v761 / v88;
let v766 = v759 < v30;
if v766 {
let v768 = v763 / v254;
let v772 = &(*v2099)[v768];
let v773 = *v772;
let v774 = u32(v763);
let v775 = u32(1);
let v776 = v774 & v775;
let v777 = u32(16);
let v778 = v777 * v776;
let v779 = v773 >> u32(v778);
let v780 = u32(65535);
let v781 = v779 & v780;
let v782 = u32(32767);
let v783 = v781 & v782;
let v784 = u32(13);
let v785 = v783 << u32(v784);
let v786 = u32(939524096);
let v787 = v785 + v786;
let v790 = u32(2139095040);
let v791 = v785 | v790;
let v792 = u32(31744);
let v793 = v783 >= v792;
let v794 = select(v787, v791, v793);
let v795 = f32(v783);
let v796 = f32(5.960464477539063e-8);
let v797 = v795 * v796;
let v798 = u32(1024);
let v799 = v783 < v798;
let v800 = bitcast<f32>(v794);
let v801 = select(v800, v797, v799);
let v802 = bitcast<u32>(v801);
let v803 = u32(32768);
let v804 = v781 & v803;
let v806 = v804 << u32(v777);
let v807 = v802 | v806;
let v808 = bitcast<f32>(v807);
let v809 = v80[2];
let v810 = u32(24);
let v811 = v809 << u32(v810);
let v812 = bitcast<i32>(v811);
let v813 = i32(24);
let v814 = v812 >> u32(v813);
let v815 = f32(v814);
let v2070 = fma(v815, v808, v64);
let v819 = v59 * v2070;
var<function> v2004_store: f32;
let v2004 = &v2004_store;
*v2004 = v819;
if v57 {
let v821 = v63 + v759;
let v827 = &(*v2098)[v821];
let v828 = *v827;
let v830 = *v2004;
let v2071 = fma(v33, v828, v830);
*v2004 = v2071;

}
let v832 = v2031 * v30;
let v833 = v832 + v759;
let v839 = &(*v2095)[v833];
let v840 = *v2004;
*v839 = v840;
let v844 = *v1993;
let v2072 = fma(v840, v840, v844);
*v1993 = v2072;

}
let v847 = v759 + v46;
let v848 = v847 < v30;
if v848 {
let v850 = v763 / v254;
let v854 = &(*v2099)[v850];
let v855 = *v854;
let v856 = u32(v763);
let v857 = u32(1);
let v858 = v856 & v857;
let v859 = u32(16);
let v860 = v859 * v858;
let v861 = v855 >> u32(v860);
let v862 = u32(65535);
let v863 = v861 & v862;
let v864 = u32(32767);
let v865 = v863 & v864;
let v866 = u32(13);
let v867 = v865 << u32(v866);
let v868 = u32(939524096);
let v869 = v867 + v868;
let v872 = u32(2139095040);
let v873 = v867 | v872;
let v874 = u32(31744);
let v875 = v865 >= v874;
let v876 = select(v869, v873, v875);
let v877 = f32(v865);
let v878 = f32(5.960464477539063e-8);
let v879 = v877 * v878;
let v880 = u32(1024);
let v881 = v865 < v880;
let v882 = bitcast<f32>(v876);
let v883 = select(v882, v879, v881);
let v884 = bitcast<u32>(v883);
let v885 = u32(32768);
let v886 = v863 & v885;
let v888 = v886 << u32(v859);
let v889 = v884 | v888;
let v890 = bitcast<f32>(v889);
let v891 = v80[2];
let v893 = v891 << u32(v859);
let v894 = bitcast<i32>(v893);
let v895 = i32(24);
let v896 = v894 >> u32(v895);
let v897 = f32(v896);
let v2073 = fma(v897, v890, v64);
let v901 = v59 * v2073;
var<function> v2005_store: f32;
let v2005 = &v2005_store;
*v2005 = v901;
if v57 {
let v903 = v63 + v759;
let v905 = v903 + v46;
let v909 = &(*v2098)[v905];
let v910 = *v909;
let v912 = *v2005;
let v2074 = fma(v33, v910, v912);
*v2005 = v2074;

}
let v914 = v2031 * v30;
let v915 = v914 + v759;
let v917 = v915 + v46;
let v921 = &(*v2095)[v917];
let v922 = *v2005;
*v921 = v922;
let v926 = *v1993;
let v2075 = fma(v922, v922, v926);
*v1993 = v2075;

}
let v929 = v759 + v254;
let v930 = v929 < v30;
if v930 {
let v932 = v763 / v254;
let v936 = &(*v2099)[v932];
let v937 = *v936;
let v938 = u32(v763);
let v939 = u32(1);
let v940 = v938 & v939;
let v941 = u32(16);
let v942 = v941 * v940;
let v943 = v937 >> u32(v942);
let v944 = u32(65535);
let v945 = v943 & v944;
let v946 = u32(32767);
let v947 = v945 & v946;
let v948 = u32(13);
let v949 = v947 << u32(v948);
let v950 = u32(939524096);
let v951 = v949 + v950;
let v954 = u32(2139095040);
let v955 = v949 | v954;
let v956 = u32(31744);
let v957 = v947 >= v956;
let v958 = select(v951, v955, v957);
let v959 = f32(v947);
let v960 = f32(5.960464477539063e-8);
let v961 = v959 * v960;
let v962 = u32(1024);
let v963 = v947 < v962;
let v964 = bitcast<f32>(v958);
let v965 = select(v964, v961, v963);
let v966 = bitcast<u32>(v965);
let v967 = u32(32768);
let v968 = v945 & v967;
let v970 = v968 << u32(v941);
let v971 = v966 | v970;
let v972 = bitcast<f32>(v971);
let v973 = v80[2];
let v974 = u32(8);
let v975 = v973 << u32(v974);
let v976 = bitcast<i32>(v975);
let v977 = i32(24);
let v978 = v976 >> u32(v977);
let v979 = f32(v978);
let v2076 = fma(v979, v972, v64);
let v983 = v59 * v2076;
var<function> v2006_store: f32;
let v2006 = &v2006_store;
*v2006 = v983;
if v57 {
let v985 = v63 + v759;
let v987 = v985 + v254;
let v991 = &(*v2098)[v987];
let v992 = *v991;
let v994 = *v2006;
let v2077 = fma(v33, v992, v994);
*v2006 = v2077;

}
let v996 = v2031 * v30;
let v997 = v996 + v759;
let v999 = v997 + v254;
let v1003 = &(*v2095)[v999];
let v1004 = *v2006;
*v1003 = v1004;
let v1008 = *v1993;
let v2078 = fma(v1004, v1004, v1008);
*v1993 = v2078;

}
let v1011 = v759 + v336;
let v1012 = v1011 < v30;
if v1012 {
let v1014 = v763 / v254;
let v1018 = &(*v2099)[v1014];
let v1019 = *v1018;
let v1020 = u32(v763);
let v1021 = u32(1);
let v1022 = v1020 & v1021;
let v1023 = u32(16);
let v1024 = v1023 * v1022;
let v1025 = v1019 >> u32(v1024);
let v1026 = u32(65535);
let v1027 = v1025 & v1026;
let v1028 = u32(32767);
let v1029 = v1027 & v1028;
let v1030 = u32(13);
let v1031 = v1029 << u32(v1030);
let v1032 = u32(939524096);
let v1033 = v1031 + v1032;
let v1036 = u32(2139095040);
let v1037 = v1031 | v1036;
let v1038 = u32(31744);
let v1039 = v1029 >= v1038;
let v1040 = select(v1033, v1037, v1039);
let v1041 = f32(v1029);
let v1042 = f32(5.960464477539063e-8);
let v1043 = v1041 * v1042;
let v1044 = u32(1024);
let v1045 = v1029 < v1044;
let v1046 = bitcast<f32>(v1040);
let v1047 = select(v1046, v1043, v1045);
let v1048 = bitcast<u32>(v1047);
let v1049 = u32(32768);
let v1050 = v1027 & v1049;
let v1052 = v1050 << u32(v1023);
let v1053 = v1048 | v1052;
let v1054 = bitcast<f32>(v1053);
let v1055 = v80[2];
let v1058 = bitcast<i32>(v1055);
let v1059 = i32(24);
let v1060 = v1058 >> u32(v1059);
let v1061 = f32(v1060);
let v2079 = fma(v1061, v1054, v64);
let v1065 = v59 * v2079;
var<function> v2007_store: f32;
let v2007 = &v2007_store;
*v2007 = v1065;
if v57 {
let v1067 = v63 + v759;
let v1069 = v1067 + v336;
let v1073 = &(*v2098)[v1069];
let v1074 = *v1073;
let v1076 = *v2007;
let v2080 = fma(v33, v1074, v1076);
*v2007 = v2080;

}
let v1078 = v2031 * v30;
let v1079 = v1078 + v759;
let v1081 = v1079 + v336;
let v1085 = &(*v2095)[v1081];
let v1086 = *v2007;
*v1085 = v1086;
let v1090 = *v1993;
let v2081 = fma(v1086, v1086, v1090);
*v1993 = v2081;

}
let v1092 = *v1994;
let v1094 = v1092 * v82;
let v1095 = u32(12);
let v1096 = v1094 + v1095;
let v1098 = v86 + v1096;
let v1100 = v1098 / v88;
let v1103 = v1096 < v30;
if v1103 {
let v1105 = v1100 / v254;
let v1109 = &(*v2099)[v1105];
let v1110 = *v1109;
let v1111 = u32(v1100);
let v1112 = u32(1);
let v1113 = v1111 & v1112;
let v1114 = u32(16);
let v1115 = v1114 * v1113;
let v1116 = v1110 >> u32(v1115);
let v1117 = u32(65535);
let v1118 = v1116 & v1117;
let v1119 = u32(32767);
let v1120 = v1118 & v1119;
let v1121 = u32(13);
let v1122 = v1120 << u32(v1121);
let v1123 = u32(939524096);
let v1124 = v1122 + v1123;
let v1127 = u32(2139095040);
let v1128 = v1122 | v1127;
let v1129 = u32(31744);
let v1130 = v1120 >= v1129;
let v1131 = select(v1124, v1128, v1130);
let v1132 = f32(v1120);
let v1133 = f32(5.960464477539063e-8);
let v1134 = v1132 * v1133;
let v1135 = u32(1024);
let v1136 = v1120 < v1135;
let v1137 = bitcast<f32>(v1131);
let v1138 = select(v1137, v1134, v1136);
let v1139 = bitcast<u32>(v1138);
let v1140 = u32(32768);
let v1141 = v1118 & v1140;
let v1143 = v1141 << u32(v1114);
let v1144 = v1139 | v1143;
let v1145 = bitcast<f32>(v1144);
let v1146 = v80[3];
let v1147 = u32(24);
let v1148 = v1146 << u32(v1147);
let v1149 = bitcast<i32>(v1148);
let v1150 = i32(24);
let v1151 = v1149 >> u32(v1150);
let v1152 = f32(v1151);
let v2082 = fma(v1152, v1145, v64);
let v1156 = v59 * v2082;
var<function> v2008_store: f32;
let v2008 = &v2008_store;
*v2008 = v1156;
if v57 {
let v1158 = v63 + v1096;
let v1164 = &(*v2098)[v1158];
let v1165 = *v1164;
let v1167 = *v2008;
let v2083 = fma(v33, v1165, v1167);
*v2008 = v2083;

}
let v1169 = v2031 * v30;
let v1170 = v1169 + v1096;
let v1176 = &(*v2095)[v1170];
let v1177 = *v2008;
*v1176 = v1177;
let v1181 = *v1993;
let v2084 = fma(v1177, v1177, v1181);
*v1993 = v2084;

}
let v1184 = v1096 + v46;
let v1185 = v1184 < v30;
if v1185 {
let v1187 = v1100 / v254;
let v1191 = &(*v2099)[v1187];
let v1192 = *v1191;
let v1193 = u32(v1100);
let v1194 = u32(1);
let v1195 = v1193 & v1194;
let v1196 = u32(16);
let v1197 = v1196 * v1195;
let v1198 = v1192 >> u32(v1197);
let v1199 = u32(65535);
let v1200 = v1198 & v1199;
let v1201 = u32(32767);
let v1202 = v1200 & v1201;
let v1203 = u32(13);
let v1204 = v1202 << u32(v1203);
let v1205 = u32(939524096);
let v1206 = v1204 + v1205;
let v1209 = u32(2139095040);
let v1210 = v1204 | v1209;
let v1211 = u32(31744);
let v1212 = v1202 >= v1211;
let v1213 = select(v1206, v1210, v1212);
let v1214 = f32(v1202);
let v1215 = f32(5.960464477539063e-8);
let v1216 = v1214 * v1215;
let v1217 = u32(1024);
let v1218 = v1202 < v1217;
let v1219 = bitcast<f32>(v1213);
let v1220 = select(v1219, v1216, v1218);
let v1221 = bitcast<u32>(v1220);
let v1222 = u32(32768);
let v1223 = v1200 & v1222;
let v1225 = v1223 << u32(v1196);
let v1226 = v1221 | v1225;
let v1227 = bitcast<f32>(v1226);
let v1228 = v80[3];
let v1230 = v1228 << u32(v1196);
let v1231 = bitcast<i32>(v1230);
let v1232 = i32(24);
let v1233 = v1231 >> u32(v1232);
let v1234 = f32(v1233);
let v2085 = fma(v1234, v1227, v64);
let v1238 = v59 * v2085;
var<function> v2009_store: f32;
let v2009 = &v2009_store;
*v2009 = v1238;
if v57 {
let v1240 = v63 + v1096;
let v1242 = v1240 + v46;
let v1246 = &(*v2098)[v1242];
let v1247 = *v1246;
let v1249 = *v2009;
let v2086 = fma(v33, v1247, v1249);
*v2009 = v2086;

}
let v1251 = v2031 * v30;
let v1252 = v1251 + v1096;
let v1254 = v1252 + v46;
let v1258 = &(*v2095)[v1254];
let v1259 = *v2009;
*v1258 = v1259;
let v1263 = *v1993;
let v2087 = fma(v1259, v1259, v1263);
*v1993 = v2087;

}
let v1266 = v1096 + v254;
let v1267 = v1266 < v30;
if v1267 {
let v1269 = v1100 / v254;
let v1273 = &(*v2099)[v1269];
let v1274 = *v1273;
let v1275 = u32(v1100);
let v1276 = u32(1);
let v1277 = v1275 & v1276;
let v1278 = u32(16);
let v1279 = v1278 * v1277;
let v1280 = v1274 >> u32(v1279);
let v1281 = u32(65535);
let v1282 = v1280 & v1281;
let v1283 = u32(32767);
let v1284 = v1282 & v1283;
let v1285 = u32(13);
let v1286 = v1284 << u32(v1285);
let v1287 = u32(939524096);
let v1288 = v1286 + v1287;
let v1291 = u32(2139095040);
let v1292 = v1286 | v1291;
let v1293 = u32(31744);
let v1294 = v1284 >= v1293;
let v1295 = select(v1288, v1292, v1294);
let v1296 = f32(v1284);
let v1297 = f32(5.960464477539063e-8);
let v1298 = v1296 * v1297;
let v1299 = u32(1024);
let v1300 = v1284 < v1299;
let v1301 = bitcast<f32>(v1295);
let v1302 = select(v1301, v1298, v1300);
let v1303 = bitcast<u32>(v1302);
let v1304 = u32(32768);
let v1305 = v1282 & v1304;
let v1307 = v1305 << u32(v1278);
let v1308 = v1303 | v1307;
let v1309 = bitcast<f32>(v1308);
let v1310 = v80[3];
let v1311 = u32(8);
let v1312 = v1310 << u32(v1311);
let v1313 = bitcast<i32>(v1312);
let v1314 = i32(24);
let v1315 = v1313 >> u32(v1314);
let v1316 = f32(v1315);
let v2088 = fma(v1316, v1309, v64);
let v1320 = v59 * v2088;
var<function> v2010_store: f32;
let v2010 = &v2010_store;
*v2010 = v1320;
if v57 {
let v1322 = v63 + v1096;
let v1324 = v1322 + v254;
let v1328 = &(*v2098)[v1324];
let v1329 = *v1328;
let v1331 = *v2010;
let v2089 = fma(v33, v1329, v1331);
*v2010 = v2089;

}
let v1333 = v2031 * v30;
let v1334 = v1333 + v1096;
let v1336 = v1334 + v254;
let v1340 = &(*v2095)[v1336];
let v1341 = *v2010;
*v1340 = v1341;
let v1345 = *v1993;
let v2090 = fma(v1341, v1341, v1345);
*v1993 = v2090;

}
let v1348 = v1096 + v336;
let v1349 = v1348 < v30;
if v1349 {
let v1351 = v1100 / v254;
let v1355 = &(*v2099)[v1351];
let v1356 = *v1355;
let v1357 = u32(v1100);
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
let v1395 = bitcast<i32>(v1392);
let v1396 = i32(24);
let v1397 = v1395 >> u32(v1396);
let v1398 = f32(v1397);
let v2091 = fma(v1398, v1391, v64);
let v1402 = v59 * v2091;
var<function> v2011_store: f32;
let v2011 = &v2011_store;
*v2011 = v1402;
if v57 {
let v1404 = v63 + v1096;
let v1406 = v1404 + v336;
let v1410 = &(*v2098)[v1406];
let v1411 = *v1410;
let v1413 = *v2011;
let v2092 = fma(v33, v1411, v1413);
*v2011 = v2092;

}
let v1415 = v2031 * v30;
let v1416 = v1415 + v1096;
let v1418 = v1416 + v336;
let v1422 = &(*v2095)[v1418];
let v1423 = *v2011;
*v1422 = v1423;
let v1427 = *v1993;
let v2093 = fma(v1423, v1423, v1427);
*v1993 = v2093;

}
let v1429 = *v1994;
let v1430 = u32(128);
let v1431 = v1429 + v1430;
*v1994 = v1431;

}
let v2012 = &shared_v1432;
let v1434 = u32(128);
let v1441 = &(*v2012)[v68];
let v1442 = *v1993;
*v1441 = v1442;
workgroupBarrier();
let v1443 = u32(64);
let v1444 = v68 < v1443;
if v1444 {
let v1446 = v68 + v1443;
let v1450 = &(*v2012)[v1446];
let v1451 = *v1450;
let v1456 = *v1441;
let v1457 = v1456 + v1451;
*v1441 = v1457;

}
workgroupBarrier();
let v1458 = u32(32);
let v1459 = v68 < v1458;
if v1459 {
let v1461 = v68 + v1458;
let v1465 = &(*v2012)[v1461];
let v1466 = *v1465;
let v1471 = *v1441;
let v1472 = v1471 + v1466;
*v1441 = v1472;

}
workgroupBarrier();
let v1473 = u32(16);
let v1474 = v68 < v1473;
if v1474 {
let v1476 = v68 + v1473;
let v1480 = &(*v2012)[v1476];
let v1481 = *v1480;
let v1486 = *v1441;
let v1487 = v1486 + v1481;
*v1441 = v1487;

}
workgroupBarrier();
let v1488 = u32(8);
let v1489 = v68 < v1488;
if v1489 {
let v1491 = v68 + v1488;
let v1495 = &(*v2012)[v1491];
let v1496 = *v1495;
let v1501 = *v1441;
let v1502 = v1501 + v1496;
*v1441 = v1502;

}
workgroupBarrier();
let v1503 = u32(4);
let v1504 = v68 < v1503;
if v1504 {
let v1506 = v68 + v1503;
let v1510 = &(*v2012)[v1506];
let v1511 = *v1510;
let v1516 = *v1441;
let v1517 = v1516 + v1511;
*v1441 = v1517;

}
workgroupBarrier();
let v1518 = u32(2);
let v1519 = v68 < v1518;
if v1519 {
let v1521 = v68 + v1518;
let v1525 = &(*v2012)[v1521];
let v1526 = *v1525;
let v1531 = *v1441;
let v1532 = v1531 + v1526;
*v1441 = v1532;

}
workgroupBarrier();
let v1534 = v68 < v46;
if v1534 {
let v1536 = v68 + v46;
let v1540 = &(*v2012)[v1536];
let v1541 = *v1540;
let v1546 = *v1441;
let v1547 = v1546 + v1541;
*v1441 = v1547;

}
workgroupBarrier();
let v1552 = &(*v2012)[v3];
let v1553 = *v1552;
workgroupBarrier();
let v1554 = f32(v30);
let v1555 = v1553 / v1554;
let v1556 = v1555 + v34;
let v1557 = sqrt(v1556);
let v1559 = v58 / v1557;
var<function> v2013_store: u32;
let v2013 = &v2013_store;
*v2013 = v68;
loop {
let v1563 = *v2013;
let v1564 = v1563 < v31;
if !v1564 { break; }
let v1566 = *v2013;
let v1568 = v1566 * v1473;
let v1571 = v1568 < v30;
if v1571 {
let v1572 = v2031 * v30;
let v1573 = v1572 + v1568;
let v1577 = &(*v2095)[v1573];
let v1578 = *v1577;
let v1579 = v1578 * v1559;
let v1583 = &(*v2096)[v1568];
let v1584 = *v1583;
let v1585 = v1579 * v1584;
let v1591 = &(*v2094)[v1573];
*v1591 = v1585;

}
let v1596 = v1568 + v46;
let v1597 = v1596 < v30;
if v1597 {
let v1598 = v2031 * v30;
let v1599 = v1598 + v1596;
let v1603 = &(*v2095)[v1599];
let v1604 = *v1603;
let v1605 = v1604 * v1559;
let v1609 = &(*v2096)[v1596];
let v1610 = *v1609;
let v1611 = v1605 * v1610;
let v1617 = &(*v2094)[v1599];
*v1617 = v1611;

}
let v1622 = v1568 + v1518;
let v1623 = v1622 < v30;
if v1623 {
let v1624 = v2031 * v30;
let v1625 = v1624 + v1622;
let v1629 = &(*v2095)[v1625];
let v1630 = *v1629;
let v1631 = v1630 * v1559;
let v1635 = &(*v2096)[v1622];
let v1636 = *v1635;
let v1637 = v1631 * v1636;
let v1643 = &(*v2094)[v1625];
*v1643 = v1637;

}
let v1647 = u32(3);
let v1648 = v1568 + v1647;
let v1649 = v1648 < v30;
if v1649 {
let v1650 = v2031 * v30;
let v1651 = v1650 + v1648;
let v1655 = &(*v2095)[v1651];
let v1656 = *v1655;
let v1657 = v1656 * v1559;
let v1661 = &(*v2096)[v1648];
let v1662 = *v1661;
let v1663 = v1657 * v1662;
let v1669 = &(*v2094)[v1651];
*v1669 = v1663;

}
let v1674 = v1568 + v1503;
let v1675 = v1674 < v30;
if v1675 {
let v1676 = v2031 * v30;
let v1677 = v1676 + v1674;
let v1681 = &(*v2095)[v1677];
let v1682 = *v1681;
let v1683 = v1682 * v1559;
let v1687 = &(*v2096)[v1674];
let v1688 = *v1687;
let v1689 = v1683 * v1688;
let v1695 = &(*v2094)[v1677];
*v1695 = v1689;

}
let v1699 = u32(5);
let v1700 = v1568 + v1699;
let v1701 = v1700 < v30;
if v1701 {
let v1702 = v2031 * v30;
let v1703 = v1702 + v1700;
let v1707 = &(*v2095)[v1703];
let v1708 = *v1707;
let v1709 = v1708 * v1559;
let v1713 = &(*v2096)[v1700];
let v1714 = *v1713;
let v1715 = v1709 * v1714;
let v1721 = &(*v2094)[v1703];
*v1721 = v1715;

}
let v1725 = u32(6);
let v1726 = v1568 + v1725;
let v1727 = v1726 < v30;
if v1727 {
let v1728 = v2031 * v30;
let v1729 = v1728 + v1726;
let v1733 = &(*v2095)[v1729];
let v1734 = *v1733;
let v1735 = v1734 * v1559;
let v1739 = &(*v2096)[v1726];
let v1740 = *v1739;
let v1741 = v1735 * v1740;
let v1747 = &(*v2094)[v1729];
*v1747 = v1741;

}
let v1751 = u32(7);
let v1752 = v1568 + v1751;
let v1753 = v1752 < v30;
if v1753 {
let v1754 = v2031 * v30;
let v1755 = v1754 + v1752;
let v1759 = &(*v2095)[v1755];
let v1760 = *v1759;
let v1761 = v1760 * v1559;
let v1765 = &(*v2096)[v1752];
let v1766 = *v1765;
let v1767 = v1761 * v1766;
let v1773 = &(*v2094)[v1755];
*v1773 = v1767;

}
let v1778 = v1568 + v1488;
let v1779 = v1778 < v30;
if v1779 {
let v1780 = v2031 * v30;
let v1781 = v1780 + v1778;
let v1785 = &(*v2095)[v1781];
let v1786 = *v1785;
let v1787 = v1786 * v1559;
let v1791 = &(*v2096)[v1778];
let v1792 = *v1791;
let v1793 = v1787 * v1792;
let v1799 = &(*v2094)[v1781];
*v1799 = v1793;

}
let v1803 = u32(9);
let v1804 = v1568 + v1803;
let v1805 = v1804 < v30;
if v1805 {
let v1806 = v2031 * v30;
let v1807 = v1806 + v1804;
let v1811 = &(*v2095)[v1807];
let v1812 = *v1811;
let v1813 = v1812 * v1559;
let v1817 = &(*v2096)[v1804];
let v1818 = *v1817;
let v1819 = v1813 * v1818;
let v1825 = &(*v2094)[v1807];
*v1825 = v1819;

}
let v1829 = u32(10);
let v1830 = v1568 + v1829;
let v1831 = v1830 < v30;
if v1831 {
let v1832 = v2031 * v30;
let v1833 = v1832 + v1830;
let v1837 = &(*v2095)[v1833];
let v1838 = *v1837;
let v1839 = v1838 * v1559;
let v1843 = &(*v2096)[v1830];
let v1844 = *v1843;
let v1845 = v1839 * v1844;
let v1851 = &(*v2094)[v1833];
*v1851 = v1845;

}
let v1855 = u32(11);
let v1856 = v1568 + v1855;
let v1857 = v1856 < v30;
if v1857 {
let v1858 = v2031 * v30;
let v1859 = v1858 + v1856;
let v1863 = &(*v2095)[v1859];
let v1864 = *v1863;
let v1865 = v1864 * v1559;
let v1869 = &(*v2096)[v1856];
let v1870 = *v1869;
let v1871 = v1865 * v1870;
let v1877 = &(*v2094)[v1859];
*v1877 = v1871;

}
let v1881 = u32(12);
let v1882 = v1568 + v1881;
let v1883 = v1882 < v30;
if v1883 {
let v1884 = v2031 * v30;
let v1885 = v1884 + v1882;
let v1889 = &(*v2095)[v1885];
let v1890 = *v1889;
let v1891 = v1890 * v1559;
let v1895 = &(*v2096)[v1882];
let v1896 = *v1895;
let v1897 = v1891 * v1896;
let v1903 = &(*v2094)[v1885];
*v1903 = v1897;

}
let v1907 = u32(13);
let v1908 = v1568 + v1907;
let v1909 = v1908 < v30;
if v1909 {
let v1910 = v2031 * v30;
let v1911 = v1910 + v1908;
let v1915 = &(*v2095)[v1911];
let v1916 = *v1915;
let v1917 = v1916 * v1559;
let v1921 = &(*v2096)[v1908];
let v1922 = *v1921;
let v1923 = v1917 * v1922;
let v1929 = &(*v2094)[v1911];
*v1929 = v1923;

}
let v1933 = u32(14);
let v1934 = v1568 + v1933;
let v1935 = v1934 < v30;
if v1935 {
let v1936 = v2031 * v30;
let v1937 = v1936 + v1934;
let v1941 = &(*v2095)[v1937];
let v1942 = *v1941;
let v1943 = v1942 * v1559;
let v1947 = &(*v2096)[v1934];
let v1948 = *v1947;
let v1949 = v1943 * v1948;
let v1955 = &(*v2094)[v1937];
*v1955 = v1949;

}
let v1959 = u32(15);
let v1960 = v1568 + v1959;
let v1961 = v1960 < v30;
if v1961 {
let v1962 = v2031 * v30;
let v1963 = v1962 + v1960;
let v1967 = &(*v2095)[v1963];
let v1968 = *v1967;
let v1969 = v1968 * v1559;
let v1973 = &(*v2096)[v1960];
let v1974 = *v1973;
let v1975 = v1969 * v1974;
let v1981 = &(*v2094)[v1963];
*v1981 = v1975;

}
let v1984 = v1566 + v1434;
*v2013 = v1984;

}

}
return;

}
