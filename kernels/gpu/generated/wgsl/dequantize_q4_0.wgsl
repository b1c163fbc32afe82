@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<u32>>;
struct info_st { scalars_usize: array<u32, 4>, static_meta: array<u32, 4> }
@group(0) @binding(3) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn dequantize_kernel(@builtin(workgroup_id) v1335: vec3<u32>, @builtin(num_workgroups) v1337: vec3<u32>, @builtin(local_invocation_index) v1344: u32) {
let v1502 = &v9;
let v1503 = &v5;
let v1504 = &v1;
let v13 = info_var.scalars_usize[0];
let v14 = info_var.scalars_usize[1];
let v15 = info_var.scalars_usize[2];
let v16 = info_var.scalars_usize[3];
let v1336 = v1335[2];
let v1244 = u32(v1336);
let v1338 = v1337[1];
let v1246 = u32(v1338);
let v1247 = v1244 * v1246;
let v1339 = v1337[0];
let v1249 = u32(v1339);
let v1250 = v1247 * v1249;
let v1340 = v1335[1];
let v1252 = u32(v1340);
let v1255 = v1252 * v1249;
let v1256 = v1250 + v1255;
let v1342 = v1335[0];
let v1258 = u32(v1342);
let v1259 = v1256 + v1258;
let v1370 = u32(128);
let v1262 = v1259 * v1370;
let v1345 = v1344;
let v1264 = u32(v1345);
let v1265 = v1262 + v1264;
let v18 = v1265 < v14;
if v18 {
let v20 = v1265 / v16;
let v22 = v1265 % v16;
let v23 = v13 * v16;
let v25 = v23 + v1265;
let v29 = &(*v1504)[v25];
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
let v42 = v39 / v41;
let v46 = &(*v1503)[v42];
let v47 = *v46;
let v48 = u32(v39);
let v49 = u32(1);
let v50 = v48 & v49;
let v51 = u32(16);
let v52 = v51 * v50;
let v53 = v47 >> u32(v52);
let v54 = u32(65535);
let v55 = v53 & v54;
let v56 = u32(32767);
let v57 = v55 & v56;
let v58 = u32(13);
let v59 = v57 << u32(v58);
let v60 = u32(939524096);
let v61 = v59 + v60;
let v64 = u32(2139095040);
let v65 = v59 | v64;
let v66 = u32(31744);
let v67 = v57 >= v66;
let v68 = select(v61, v65, v67);
let v69 = f32(v57);
let v70 = f32(5.960464477539063e-8);
let v71 = v69 * v70;
let v72 = u32(1024);
let v73 = v57 < v72;
let v74 = bitcast<f32>(v68);
let v75 = select(v74, v71, v73);
let v76 = bitcast<u32>(v75);
let v77 = u32(32768);
let v78 = v55 & v77;
let v80 = v78 << u32(v51);
let v81 = v76 | v80;
let v82 = bitcast<f32>(v81);
if v40 {
let v86 = v30[0];
let v87 = u32(15);
let v88 = v86 & v87;
let v89 = u32(1258291200);
let v90 = v88 | v89;
let v91 = bitcast<f32>(v90);
let v92 = f32(1.0);
let v1470 = f32(-8388616.0);
let v1375 = fma(v91, v92, v1470);
let v97 = f32(0.0);
let v1376 = fma(v1375, v82, v97);
let v99 = v20 * v15;
let v100 = v99 + v32;
let v106 = &(*v1502)[v100];
*v106 = v1376;

}
let v107 = u32(1);
let v108 = v32 + v107;
let v109 = v108 < v15;
if v109 {
let v110 = v30[0];
let v111 = u32(240);
let v112 = v110 & v111;
let v113 = u32(1258291200);
let v114 = v112 | v113;
let v115 = bitcast<f32>(v114);
let v116 = f32(0.0625);
let v1471 = f32(-524296.0);
let v1378 = fma(v115, v116, v1471);
let v121 = f32(0.0);
let v1379 = fma(v1378, v82, v121);
let v123 = v20 * v15;
let v124 = v123 + v32;
let v126 = v124 + v107;
let v130 = &(*v1502)[v126];
*v130 = v1379;

}
let v132 = v32 + v41;
let v133 = v132 < v15;
if v133 {
let v134 = v30[0];
let v135 = u32(3840);
let v136 = v134 & v135;
let v137 = u32(1258291200);
let v138 = v136 | v137;
let v139 = bitcast<f32>(v138);
let v140 = f32(0.00390625);
let v1472 = f32(-32776.0);
let v1381 = fma(v139, v140, v1472);
let v145 = f32(0.0);
let v1382 = fma(v1381, v82, v145);
let v147 = v20 * v15;
let v148 = v147 + v32;
let v150 = v148 + v41;
let v154 = &(*v1502)[v150];
*v154 = v1382;

}
let v155 = u32(3);
let v156 = v32 + v155;
let v157 = v156 < v15;
if v157 {
let v158 = v30[0];
let v159 = u32(61440);
let v160 = v158 & v159;
let v161 = u32(1258291200);
let v162 = v160 | v161;
let v163 = bitcast<f32>(v162);
let v164 = f32(0.000244140625);
let v1473 = f32(-2056.0);
let v1384 = fma(v163, v164, v1473);
let v169 = f32(0.0);
let v1385 = fma(v1384, v82, v169);
let v171 = v20 * v15;
let v172 = v171 + v32;
let v174 = v172 + v155;
let v178 = &(*v1502)[v174];
*v178 = v1385;

}

}
let v181 = u32(4);
let v182 = v32 + v181;
let v185 = v36 + v182;
let v187 = v185 / v31;
let v188 = v182 < v15;
if v188 {
let v189 = u32(2);
let v190 = v187 / v189;
let v194 = &(*v1503)[v190];
let v195 = *v194;
let v196 = u32(v187);
let v197 = u32(1);
let v198 = v196 & v197;
let v199 = u32(16);
let v200 = v199 * v198;
let v201 = v195 >> u32(v200);
let v202 = u32(65535);
let v203 = v201 & v202;
let v204 = u32(32767);
let v205 = v203 & v204;
let v206 = u32(13);
let v207 = v205 << u32(v206);
let v208 = u32(939524096);
let v209 = v207 + v208;
let v212 = u32(2139095040);
let v213 = v207 | v212;
let v214 = u32(31744);
let v215 = v205 >= v214;
let v216 = select(v209, v213, v215);
let v217 = f32(v205);
let v218 = f32(5.960464477539063e-8);
let v219 = v217 * v218;
let v220 = u32(1024);
let v221 = v205 < v220;
let v222 = bitcast<f32>(v216);
let v223 = select(v222, v219, v221);
let v224 = bitcast<u32>(v223);
let v225 = u32(32768);
let v226 = v203 & v225;
let v228 = v226 << u32(v199);
let v229 = v224 | v228;
let v230 = bitcast<f32>(v229);
if v188 {
let v234 = v30[0];
let v235 = u32(983040);
let v236 = v234 & v235;
let v237 = u32(1258291200);
let v238 = v236 | v237;
let v239 = bitcast<f32>(v238);
let v240 = f32(1.52587890625e-5);
let v1474 = f32(-136.0);
let v1387 = fma(v239, v240, v1474);
let v245 = f32(0.0);
let v1388 = fma(v1387, v230, v245);
let v247 = v20 * v15;
let v248 = v247 + v182;
let v254 = &(*v1502)[v248];
*v254 = v1388;

}
let v255 = u32(1);
let v256 = v182 + v255;
let v257 = v256 < v15;
if v257 {
let v258 = v30[0];
let v260 = v258 >> u32(v199);
let v261 = u32(240);
let v262 = v260 & v261;
let v263 = u32(1258291200);
let v264 = v262 | v263;
let v265 = bitcast<f32>(v264);
let v266 = f32(0.0625);
let v1475 = f32(-524296.0);
let v1390 = fma(v265, v266, v1475);
let v271 = f32(0.0);
let v1391 = fma(v1390, v230, v271);
let v273 = v20 * v15;
let v274 = v273 + v182;
let v276 = v274 + v255;
let v280 = &(*v1502)[v276];
*v280 = v1391;

}
let v282 = v182 + v189;
let v283 = v282 < v15;
if v283 {
let v284 = v30[0];
let v286 = v284 >> u32(v199);
let v287 = u32(3840);
let v288 = v286 & v287;
let v289 = u32(1258291200);
let v290 = v288 | v289;
let v291 = bitcast<f32>(v290);
let v292 = f32(0.00390625);
let v1476 = f32(-32776.0);
let v1393 = fma(v291, v292, v1476);
let v297 = f32(0.0);
let v1394 = fma(v1393, v230, v297);
let v299 = v20 * v15;
let v300 = v299 + v182;
let v302 = v300 + v189;
let v306 = &(*v1502)[v302];
*v306 = v1394;

}
let v307 = u32(3);
let v308 = v182 + v307;
let v309 = v308 < v15;
if v309 {
let v310 = v30[0];
let v312 = v310 >> u32(v199);
let v313 = u32(61440);
let v314 = v312 & v313;
let v315 = u32(1258291200);
let v316 = v314 | v315;
let v317 = bitcast<f32>(v316);
let v318 = f32(0.000244140625);
let v1477 = f32(-2056.0);
let v1396 = fma(v317, v318, v1477);
let v323 = f32(0.0);
let v1397 = fma(v1396, v230, v323);
let v325 = v20 * v15;
let v326 = v325 + v182;
let v328 = v326 + v307;
let v332 = &(*v1502)[v328];
*v332 = v1397;

}

}
let v335 = u32(8);
let v336 = v32 + v335;
let v339 = v36 + v336;
let v341 = v339 / v31;
let v342 = v336 < v15;
if v342 {
let v343 = u32(2);
let v344 = v341 / v343;
let v348 = &(*v1503)[v344];
let v349 = *v348;
let v350 = u32(v341);
let v351 = u32(1);
let v352 = v350 & v351;
let v353 = u32(16);
let v354 = v353 * v352;
let v355 = v349 >> u32(v354);
let v356 = u32(65535);
let v357 = v355 & v356;
let v358 = u32(32767);
let v359 = v357 & v358;
let v360 = u32(13);
let v361 = v359 << u32(v360);
let v362 = u32(939524096);
let v363 = v361 + v362;
let v366 = u32(2139095040);
let v367 = v361 | v366;
let v368 = u32(31744);
let v369 = v359 >= v368;
let v370 = select(v363, v367, v369);
let v371 = f32(v359);
let v372 = f32(5.960464477539063e-8);
let v373 = v371 * v372;
let v374 = u32(1024);
let v375 = v359 < v374;
let v376 = bitcast<f32>(v370);
let v377 = select(v376, v373, v375);
let v378 = bitcast<u32>(v377);
let v379 = u32(32768);
let v380 = v357 & v379;
let v382 = v380 << u32(v353);
let v383 = v378 | v382;
let v384 = bitcast<f32>(v383);
if v342 {
let v388 = v30[1];
let v389 = u32(15);
let v390 = v388 & v389;
let v391 = u32(1258291200);
let v392 = v390 | v391;
let v393 = bitcast<f32>(v392);
let v394 = f32(1.0);
let v1478 = f32(-8388616.0);
let v1399 = fma(v393, v394, v1478);
let v399 = f32(0.0);
let v1400 = fma(v1399, v384, v399);
let v401 = v20 * v15;
let v402 = v401 + v336;
let v408 = &(*v1502)[v402];
*v408 = v1400;

}
let v409 = u32(1);
let v410 = v336 + v409;
let v411 = v410 < v15;
if v411 {
let v412 = v30[1];
let v413 = u32(240);
let v414 = v412 & v413;
let v415 = u32(1258291200);
let v416 = v414 | v415;
let v417 = bitcast<f32>(v416);
let v418 = f32(0.0625);
let v1479 = f32(-524296.0);
let v1402 = fma(v417, v418, v1479);
let v423 = f32(0.0);
let v1403 = fma(v1402, v384, v423);
let v425 = v20 * v15;
let v426 = v425 + v336;
let v428 = v426 + v409;
let v432 = &(*v1502)[v428];
*v432 = v1403;

}
let v434 = v336 + v343;
let v435 = v434 < v15;
if v435 {
let v436 = v30[1];
let v437 = u32(3840);
let v438 = v436 & v437;
let v439 = u32(1258291200);
let v440 = v438 | v439;
let v441 = bitcast<f32>(v440);
let v442 = f32(0.00390625);
let v1480 = f32(-32776.0);
let v1405 = fma(v441, v442, v1480);
let v447 = f32(0.0);
let v1406 = fma(v1405, v384, v447);
let v449 = v20 * v15;
let v450 = v449 + v336;
let v452 = v450 + v343;
let v456 = &(*v1502)[v452];
*v456 = v1406;

}
let v457 = u32(3);
let v458 = v336 + v457;
let v459 = v458 < v15;
if v459 {
let v460 = v30[1];
let v461 = u32(61440);
let v462 = v460 & v461;
let v463 = u32(1258291200);
let v464 = v462 | v463;
let v465 = bitcast<f32>(v464);
let v466 = f32(0.000244140625);
let v1481 = f32(-2056.0);
let v1408 = fma(v465, v466, v1481);
let v471 = f32(0.0);
let v1409 = fma(v1408, v384, v471);
let v473 = v20 * v15;
let v474 = v473 + v336;
let v476 = v474 + v457;
let v480 = &(*v1502)[v476];
*v480 = v1409;

}

}
let v483 = u32(12);
let v484 = v32 + v483;
let v487 = v36 + v484;
let v489 = v487 / v31;
let v490 = v484 < v15;
if v490 {
let v491 = u32(2);
let v492 = v489 / v491;
let v496 = &(*v1503)[v492];
let v497 = *v496;
let v498 = u32(v489);
let v499 = u32(1);
let v500 = v498 & v499;
let v501 = u32(16);
let v502 = v501 * v500;
let v503 = v497 >> u32(v502);
let v504 = u32(65535);
let v505 = v503 & v504;
let v506 = u32(32767);
let v507 = v505 & v506;
let v508 = u32(13);
let v509 = v507 << u32(v508);
let v510 = u32(939524096);
let v511 = v509 + v510;
let v514 = u32(2139095040);
let v515 = v509 | v514;
let v516 = u32(31744);
let v517 = v507 >= v516;
let v518 = select(v511, v515, v517);
let v519 = f32(v507);
let v520 = f32(5.960464477539063e-8);
let v521 = v519 * v520;
let v522 = u32(1024);
let v523 = v507 < v522;
let v524 = bitcast<f32>(v518);
let v525 = select(v524, v521, v523);
let v526 = bitcast<u32>(v525);
let v527 = u32(32768);
let v528 = v505 & v527;
let v530 = v528 << u32(v501);
let v531 = v526 | v530;
let v532 = bitcast<f32>(v531);
if v490 {
let v536 = v30[1];
let v537 = u32(983040);
let v538 = v536 & v537;
let v539 = u32(1258291200);
let v540 = v538 | v539;
let v541 = bitcast<f32>(v540);
let v542 = f32(1.52587890625e-5);
let v1482 = f32(-136.0);
let v1411 = fma(v541, v542, v1482);
let v547 = f32(0.0);
let v1412 = fma(v1411, v532, v547);
let v549 = v20 * v15;
let v550 = v549 + v484;
let v556 = &(*v1502)[v550];
*v556 = v1412;

}
let v557 = u32(1);
let v558 = v484 + v557;
let v559 = v558 < v15;
if v559 {
let v560 = v30[1];
let v562 = v560 >> u32(v501);
let v563 = u32(240);
let v564 = v562 & v563;
let v565 = u32(1258291200);
let v566 = v564 | v565;
let v567 = bitcast<f32>(v566);
let v568 = f32(0.0625);
let v1483 = f32(-524296.0);
let v1414 = fma(v567, v568, v1483);
let v573 = f32(0.0);
let v1415 = fma(v1414, v532, v573);
let v575 = v20 * v15;
let v576 = v575 + v484;
let v578 = v576 + v557;
let v582 = &(*v1502)[v578];
*v582 = v1415;

}
let v584 = v484 + v491;
let v585 = v584 < v15;
if v585 {
let v586 = v30[1];
let v588 = v586 >> u32(v501);
let v589 = u32(3840);
let v590 = v588 & v589;
let v591 = u32(1258291200);
let v592 = v590 | v591;
let v593 = bitcast<f32>(v592);
let v594 = f32(0.00390625);
let v1484 = f32(-32776.0);
let v1417 = fma(v593, v594, v1484);
let v599 = f32(0.0);
let v1418 = fma(v1417, v532, v599);
let v601 = v20 * v15;
let v602 = v601 + v484;
let v604 = v602 + v491;
let v608 = &(*v1502)[v604];
*v608 = v1418;

}
let v609 = u32(3);
let v610 = v484 + v609;
let v611 = v610 < v15;
if v611 {
let v612 = v30[1];
let v614 = v612 >> u32(v501);
let v615 = u32(61440);
let v616 = v614 & v615;
let v617 = u32(1258291200);
let v618 = v616 | v617;
let v619 = bitcast<f32>(v618);
let v620 = f32(0.000244140625);
let v1485 = f32(-2056.0);
let v1420 = fma(v619, v620, v1485);
let v625 = f32(0.0);
let v1421 = fma(v1420, v532, v625);
let v627 = v20 * v15;
let v628 = v627 + v484;
let v630 = v628 + v609;
let v634 = &(*v1502)[v630];
*v634 = v1421;

}

}
let v637 = u32(16);
let v638 = v32 + v637;
let v641 = v36 + v638;
let v643 = v641 / v31;
let v644 = v638 < v15;
if v644 {
let v645 = u32(2);
let v646 = v643 / v645;
let v650 = &(*v1503)[v646];
let v651 = *v650;
let v652 = u32(v643);
let v653 = u32(1);
let v654 = v652 & v653;
let v655 = u32(16);
let v656 = v655 * v654;
let v657 = v651 >> u32(v656);
let v658 = u32(65535);
let v659 = v657 & v658;
let v660 = u32(32767);
let v661 = v659 & v660;
let v662 = u32(13);
let v663 = v661 << u32(v662);
let v664 = u32(939524096);
let v665 = v663 + v664;
let v668 = u32(2139095040);
let v669 = v663 | v668;
let v670 = u32(31744);
let v671 = v661 >= v670;
let v672 = select(v665, v669, v671);
let v673 = f32(v661);
let v674 = f32(5.960464477539063e-8);
let v675 = v673 * v674;
let v676 = u32(1024);
let v677 = v661 < v676;
let v678 = bitcast<f32>(v672);
let v679 = select(v678, v675, v677);
let v680 = bitcast<u32>(v679);
let v681 = u32(32768);
let v682 = v659 & v681;
let v684 = v682 << u32(v655);
let v685 = v680 | v684;
let v686 = bitcast<f32>(v685);
if v644 {
let v690 = v30[2];
let v691 = u32(15);
let v692 = v690 & v691;
let v693 = u32(1258291200);
let v694 = v692 | v693;
let v695 = bitcast<f32>(v694);
let v696 = f32(1.0);
let v1486 = f32(-8388616.0);
let v1423 = fma(v695, v696, v1486);
let v701 = f32(0.0);
let v1424 = fma(v1423, v686, v701);
let v703 = v20 * v15;
let v704 = v703 + v638;
let v710 = &(*v1502)[v704];
*v710 = v1424;

}
let v711 = u32(1);
let v712 = v638 + v711;
let v713 = v712 < v15;
if v713 {
let v714 = v30[2];
let v715 = u32(240);
let v716 = v714 & v715;
let v717 = u32(1258291200);
let v718 = v716 | v717;
let v719 = bitcast<f32>(v718);
let v720 = f32(0.0625);
let v1487 = f32(-524296.0);
let v1426 = fma(v719, v720, v1487);
let v725 = f32(0.0);
let v1427 = fma(v1426, v686, v725);
let v727 = v20 * v15;
let v728 = v727 + v638;
let v730 = v728 + v711;
let v734 = &(*v1502)[v730];
*v734 = v1427;

}
let v736 = v638 + v645;
let v737 = v736 < v15;
if v737 {
let v738 = v30[2];
let v739 = u32(3840);
let v740 = v738 & v739;
let v741 = u32(1258291200);
let v742 = v740 | v741;
let v743 = bitcast<f32>(v742);
let v744 = f32(0.00390625);
let v1488 = f32(-32776.0);
let v1429 = fma(v743, v744, v1488);
let v749 = f32(0.0);
let v1430 = fma(v1429, v686, v749);
let v751 = v20 * v15;
let v752 = v751 + v638;
let v754 = v752 + v645;
let v758 = &(*v1502)[v754];
*v758 = v1430;

}
let v759 = u32(3);
let v760 = v638 + v759;
let v761 = v760 < v15;
if v761 {
let v762 = v30[2];
let v763 = u32(61440);
let v764 = v762 & v763;
let v765 = u32(1258291200);
let v766 = v764 | v765;
let v767 = bitcast<f32>(v766);
let v768 = f32(0.000244140625);
let v1489 = f32(-2056.0);
let v1432 = fma(v767, v768, v1489);
let v773 = f32(0.0);
let v1433 = fma(v1432, v686, v773);
let v775 = v20 * v15;
let v776 = v775 + v638;
let v778 = v776 + v759;
let v782 = &(*v1502)[v778];
*v782 = v1433;

}

}
let v785 = u32(20);
let v786 = v32 + v785;
let v789 = v36 + v786;
let v791 = v789 / v31;
let v792 = v786 < v15;
if v792 {
let v793 = u32(2);
let v794 = v791 / v793;
let v798 = &(*v1503)[v794];
let v799 = *v798;
let v800 = u32(v791);
let v801 = u32(1);
let v802 = v800 & v801;
let v803 = u32(16);
let v804 = v803 * v802;
let v805 = v799 >> u32(v804);
let v806 = u32(65535);
let v807 = v805 & v806;
let v808 = u32(32767);
let v809 = v807 & v808;
let v810 = u32(13);
let v811 = v809 << u32(v810);
let v812 = u32(939524096);
let v813 = v811 + v812;
let v816 = u32(2139095040);
let v817 = v811 | v816;
let v818 = u32(31744);
let v819 = v809 >= v818;
let v820 = select(v813, v817, v819);
let v821 = f32(v809);
let v822 = f32(5.960464477539063e-8);
let v823 = v821 * v822;
let v824 = u32(1024);
let v825 = v809 < v824;
let v826 = bitcast<f32>(v820);
let v827 = select(v826, v823, v825);
let v828 = bitcast<u32>(v827);
let v829 = u32(32768);
let v830 = v807 & v829;
let v832 = v830 << u32(v803);
let v833 = v828 | v832;
let v834 = bitcast<f32>(v833);
if v792 {
let v838 = v30[2];
let v839 = u32(983040);
let v840 = v838 & v839;
let v841 = u32(1258291200);
let v842 = v840 | v841;
let v843 = bitcast<f32>(v842);
let v844 = f32(1.52587890625e-5);
let v1490 = f32(-136.0);
let v1435 = fma(v843, v844, v1490);
let v849 = f32(0.0);
let v1436 = fma(v1435, v834, v849);
let v851 = v20 * v15;
let v852 = v851 + v786;
let v858 = &(*v1502)[v852];
*v858 = v1436;

}
let v859 = u32(1);
let v860 = v786 + v859;
let v861 = v860 < v15;
if v861 {
let v862 = v30[2];
let v864 = v862 >> u32(v803);
let v865 = u32(240);
let v866 = v864 & v865;
let v867 = u32(1258291200);
let v868 = v866 | v867;
let v869 = bitcast<f32>(v868);
let v870 = f32(0.0625);
let v1491 = f32(-524296.0);
let v1438 = fma(v869, v870, v1491);
let v875 = f32(0.0);
let v1439 = fma(v1438, v834, v875);
let v877 = v20 * v15;
let v878 = v877 + v786;
let v880 = v878 + v859;
let v884 = &(*v1502)[v880];
*v884 = v1439;

}
let v886 = v786 + v793;
let v887 = v886 < v15;
if v887 {
let v888 = v30[2];
let v890 = v888 >> u32(v803);
let v891 = u32(3840);
let v892 = v890 & v891;
let v893 = u32(1258291200);
let v894 = v892 | v893;
let v895 = bitcast<f32>(v894);
let v896 = f32(0.00390625);
let v1492 = f32(-32776.0);
let v1441 = fma(v895, v896, v1492);
let v901 = f32(0.0);
let v1442 = fma(v1441, v834, v901);
let v903 = v20 * v15;
let v904 = v903 + v786;
let v906 = v904 + v793;
let v910 = &(*v1502)[v906];
*v910 = v1442;

}
let v911 = u32(3);
let v912 = v786 + v911;
let v913 = v912 < v15;
if v913 {
let v914 = v30[2];
let v916 = v914 >> u32(v803);
let v917 = u32(61440);
let v918 = v916 & v917;
let v919 = u32(1258291200);
let v920 = v918 | v919;
let v921 = bitcast<f32>(v920);
let v922 = f32(0.000244140625);
let v1493 = f32(-2056.0);
let v1444 = fma(v921, v922, v1493);
let v927 = f32(0.0);
let v1445 = fma(v1444, v834, v927);
let v929 = v20 * v15;
let v930 = v929 + v786;
let v932 = v930 + v911;
let v936 = &(*v1502)[v932];
*v936 = v1445;

}

}
let v939 = u32(24);
let v940 = v32 + v939;
let v943 = v36 + v940;
let v945 = v943 / v31;
let v946 = v940 < v15;
if v946 {
let v947 = u32(2);
let v948 = v945 / v947;
let v952 = &(*v1503)[v948];
let v953 = *v952;
let v954 = u32(v945);
let v955 = u32(1);
let v956 = v954 & v955;
let v957 = u32(16);
let v958 = v957 * v956;
let v959 = v953 >> u32(v958);
let v960 = u32(65535);
let v961 = v959 & v960;
let v962 = u32(32767);
let v963 = v961 & v962;
let v964 = u32(13);
let v965 = v963 << u32(v964);
let v966 = u32(939524096);
let v967 = v965 + v966;
let v970 = u32(2139095040);
let v971 = v965 | v970;
let v972 = u32(31744);
let v973 = v963 >= v972;
let v974 = select(v967, v971, v973);
let v975 = f32(v963);
let v976 = f32(5.960464477539063e-8);
let v977 = v975 * v976;
let v978 = u32(1024);
let v979 = v963 < v978;
let v980 = bitcast<f32>(v974);
let v981 = select(v980, v977, v979);
let v982 = bitcast<u32>(v981);
let v983 = u32(32768);
let v984 = v961 & v983;
let v986 = v984 << u32(v957);
let v987 = v982 | v986;
let v988 = bitcast<f32>(v987);
if v946 {
let v992 = v30[3];
let v993 = u32(15);
let v994 = v992 & v993;
let v995 = u32(1258291200);
let v996 = v994 | v995;
let v997 = bitcast<f32>(v996);
let v998 = f32(1.0);
let v1494 = f32(-8388616.0);
let v1447 = fma(v997, v998, v1494);
let v1003 = f32(0.0);
let v1448 = fma(v1447, v988, v1003);
let v1005 = v20 * v15;
let v1006 = v1005 + v940;
let v1012 = &(*v1502)[v1006];
*v1012 = v1448;

}
let v1013 = u32(1);
let v1014 = v940 + v1013;
let v1015 = v1014 < v15;
if v1015 {
let v1016 = v30[3];
let v1017 = u32(240);
let v1018 = v1016 & v1017;
let v1019 = u32(1258291200);
let v1020 = v1018 | v1019;
let v1021 = bitcast<f32>(v1020);
let v1022 = f32(0.0625);
let v1495 = f32(-524296.0);
let v1450 = fma(v1021, v1022, v1495);
let v1027 = f32(0.0);
let v1451 = fma(v1450, v988, v1027);
let v1029 = v20 * v15;
let v1030 = v1029 + v940;
let v1032 = v1030 + v1013;
let v1036 = &(*v1502)[v1032];
*v1036 = v1451;

}
let v1038 = v940 + v947;
let v1039 = v1038 < v15;
if v1039 {
let v1040 = v30[3];
let v1041 = u32(3840);
let v1042 = v1040 & v1041;
let v1043 = u32(1258291200);
let v1044 = v1042 | v1043;
let v1045 = bitcast<f32>(v1044);
let v1046 = f32(0.00390625);
let v1496 = f32(-32776.0);
let v1453 = fma(v1045, v1046, v1496);
let v1051 = f32(0.0);
let v1454 = fma(v1453, v988, v1051);
let v1053 = v20 * v15;
let v1054 = v1053 + v940;
let v1056 = v1054 + v947;
let v1060 = &(*v1502)[v1056];
*v1060 = v1454;

}
let v1061 = u32(3);
let v1062 = v940 + v1061;
let v1063 = v1062 < v15;
if v1063 {
let v1064 = v30[3];
let v1065 = u32(61440);
let v1066 = v1064 & v1065;
let v1067 = u32(1258291200);
let v1068 = v1066 | v1067;
let v1069 = bitcast<f32>(v1068);
let v1070 = f32(0.000244140625);
let v1497 = f32(-2056.0);
let v1456 = fma(v1069, v1070, v1497);
let v1075 = f32(0.0);
let v1457 = fma(v1456, v988, v1075);
let v1077 = v20 * v15;
let v1078 = v1077 + v940;
let v1080 = v1078 + v1061;
let v1084 = &(*v1502)[v1080];
*v1084 = v1457;

}

}
let v1087 = u32(28);
let v1088 = v32 + v1087;
let v1091 = v36 + v1088;
let v1093 = v1091 / v31;
let v1094 = v1088 < v15;
if v1094 {
let v1095 = u32(2);
let v1096 = v1093 / v1095;
let v1100 = &(*v1503)[v1096];
let v1101 = *v1100;
let v1102 = u32(v1093);
let v1103 = u32(1);
let v1104 = v1102 & v1103;
let v1105 = u32(16);
let v1106 = v1105 * v1104;
let v1107 = v1101 >> u32(v1106);
let v1108 = u32(65535);
let v1109 = v1107 & v1108;
let v1110 = u32(32767);
let v1111 = v1109 & v1110;
let v1112 = u32(13);
let v1113 = v1111 << u32(v1112);
let v1114 = u32(939524096);
let v1115 = v1113 + v1114;
let v1118 = u32(2139095040);
let v1119 = v1113 | v1118;
let v1120 = u32(31744);
let v1121 = v1111 >= v1120;
let v1122 = select(v1115, v1119, v1121);
let v1123 = f32(v1111);
let v1124 = f32(5.960464477539063e-8);
let v1125 = v1123 * v1124;
let v1126 = u32(1024);
let v1127 = v1111 < v1126;
let v1128 = bitcast<f32>(v1122);
let v1129 = select(v1128, v1125, v1127);
let v1130 = bitcast<u32>(v1129);
let v1131 = u32(32768);
let v1132 = v1109 & v1131;
let v1134 = v1132 << u32(v1105);
let v1135 = v1130 | v1134;
let v1136 = bitcast<f32>(v1135);
if v1094 {
let v1140 = v30[3];
let v1141 = u32(983040);
let v1142 = v1140 & v1141;
let v1143 = u32(1258291200);
let v1144 = v1142 | v1143;
let v1145 = bitcast<f32>(v1144);
let v1146 = f32(1.52587890625e-5);
let v1498 = f32(-136.0);
let v1459 = fma(v1145, v1146, v1498);
let v1151 = f32(0.0);
let v1460 = fma(v1459, v1136, v1151);
let v1153 = v20 * v15;
let v1154 = v1153 + v1088;
let v1160 = &(*v1502)[v1154];
*v1160 = v1460;

}
let v1161 = u32(1);
let v1162 = v1088 + v1161;
let v1163 = v1162 < v15;
if v1163 {
let v1164 = v30[3];
let v1166 = v1164 >> u32(v1105);
let v1167 = u32(240);
let v1168 = v1166 & v1167;
let v1169 = u32(1258291200);
let v1170 = v1168 | v1169;
let v1171 = bitcast<f32>(v1170);
let v1172 = f32(0.0625);
let v1499 = f32(-524296.0);
let v1462 = fma(v1171, v1172, v1499);
let v1177 = f32(0.0);
let v1463 = fma(v1462, v1136, v1177);
let v1179 = v20 * v15;
let v1180 = v1179 + v1088;
let v1182 = v1180 + v1161;
let v1186 = &(*v1502)[v1182];
*v1186 = v1463;

}
let v1188 = v1088 + v1095;
let v1189 = v1188 < v15;
if v1189 {
let v1190 = v30[3];
let v1192 = v1190 >> u32(v1105);
let v1193 = u32(3840);
let v1194 = v1192 & v1193;
let v1195 = u32(1258291200);
let v1196 = v1194 | v1195;
let v1197 = bitcast<f32>(v1196);
let v1198 = f32(0.00390625);
let v1500 = f32(-32776.0);
let v1465 = fma(v1197, v1198, v1500);
let v1203 = f32(0.0);
let v1466 = fma(v1465, v1136, v1203);
let v1205 = v20 * v15;
let v1206 = v1205 + v1088;
let v1208 = v1206 + v1095;
let v1212 = &(*v1502)[v1208];
*v1212 = v1466;

}
let v1213 = u32(3);
let v1214 = v1088 + v1213;
let v1215 = v1214 < v15;
if v1215 {
let v1216 = v30[3];
let v1218 = v1216 >> u32(v1105);
let v1219 = u32(61440);
let v1220 = v1218 & v1219;
let v1221 = u32(1258291200);
let v1222 = v1220 | v1221;
let v1223 = bitcast<f32>(v1222);
let v1224 = f32(0.000244140625);
let v1501 = f32(-2056.0);
let v1468 = fma(v1223, v1224, v1501);
let v1229 = f32(0.0);
let v1469 = fma(v1468, v1136, v1229);
let v1231 = v20 * v15;
let v1232 = v1231 + v1088;
let v1234 = v1232 + v1213;
let v1238 = &(*v1502)[v1234];
*v1238 = v1469;

}

}

}
return;

}
