var<workgroup> shared_v93: array<vec4<f32>, 64>;
var<workgroup> shared_v97: array<vec4<f32>, 544>;
var<workgroup> shared_v101: array<f32, 128>;
var<workgroup> shared_v105: array<f32, 4>;
var<workgroup> shared_v109: array<f32, 4>;
var<workgroup> shared_v113: array<f32, 4>;
@group(0) @binding(5) var<storage, read_write> v21: array<f32>;
@group(0) @binding(4) var<storage, read_write> v17: array<u32>;
@group(0) @binding(3) var<storage, read_write> v13: array<u32>;
@group(0) @binding(2) var<storage, read_write> v9: array<vec4<f32>>;
@group(0) @binding(1) var<storage, read_write> v5: array<vec4<f32>>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<f32>>;
struct info_st { scalars_usize: array<u32, 2>, scalars_f32: array<f32, 2>, static_meta: array<u32, 6> }
@group(0) @binding(6) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn gswa_walk_kernel_n_4_w_1(@builtin(local_invocation_index) v1588: u32, @builtin(workgroup_id) v1592: vec3<u32>, @builtin(num_workgroups) v1594: vec3<u32>) {
let v1623 = &v21;
let v1624 = &v17;
let v1625 = &v13;
let v1626 = &v9;
let v1627 = &v5;
let v1628 = &v1;
let v3 = u32(0);
let v25 = info_var.scalars_usize[0];
let v26 = info_var.scalars_usize[1];
let v27 = info_var.scalars_f32[0];
let v1593 = v1592[2];
let v1572 = u32(v1593);
let v1595 = v1594[1];
let v1574 = u32(v1595);
let v1575 = v1572 * v1574;
let v1596 = v1594[0];
let v1577 = u32(v1596);
let v1578 = v1575 * v1577;
let v1597 = v1592[1];
let v1580 = u32(v1597);
let v1583 = v1580 * v1577;
let v1584 = v1578 + v1583;
let v1599 = v1592[0];
let v1586 = u32(v1599);
let v1587 = v1584 + v1586;
let v33 = &(*v1624)[v3];
let v34 = *v33;
let v35 = u32(v34);
let v36 = u32(2);
let v37 = v35 * v36;
let v38 = v1587 < v37;
if v38 {
let v40 = v1587 / v36;
let v41 = u32(10);
let v42 = v40 * v41;
let v43 = u32(4);
let v44 = v43 + v42;
let v46 = v1587 % v36;
let v47 = u32(1);
let v48 = v44 + v47;
let v52 = &(*v1624)[v48];
let v53 = *v52;
let v54 = u32(v53);
let v56 = v44 + v36;
let v60 = &(*v1624)[v56];
let v61 = *v60;
let v62 = u32(v61);
let v67 = &(*v1624)[v47];
let v68 = *v67;
let v69 = u32(v68);
let v71 = v44 + v43;
let v75 = &(*v1624)[v71];
let v76 = *v75;
let v77 = u32(v76);
let v79 = v77 * v43;
let v80 = v69 + v79;
let v81 = u32(5);
let v82 = v44 + v81;
let v86 = &(*v1624)[v82];
let v87 = *v86;
let v88 = u32(v87);
let v90 = v88 * v36;
let v1589 = v1588;
let v92 = u32(v1589);
let v1520 = &shared_v93;
let v95 = u32(64);
let v1521 = &shared_v97;
let v1522 = &shared_v101;
let v103 = u32(128);
let v1523 = &shared_v105;
let v1524 = &shared_v109;
let v1525 = &shared_v113;
var<function> v1526_store: u32;
let v1526 = &v1526_store;
*v1526 = v92;
loop {
let v118 = u32(16);
let v119 = v90 * v118;
let v120 = *v1526;
let v121 = v120 < v119;
if !v121 { break; }
let v123 = *v1526;
let v124 = u32(16);
let v125 = v123 / v124;
let v127 = v125 / v36;
let v129 = v127 * v43;
let v130 = v80 + v129;
let v136 = &(*v1624)[v130];
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
let v156 = &(*v1628)[v152];
let v157 = *v156;
let v162 = &(*v1520)[v123];
*v162 = v157;
let v165 = v123 + v103;
*v1526 = v165;

}
var<function> v1528_store: u32;
let v1528 = &v1528_store;
*v1528 = v92;
loop {
let v167 = *v1528;
let v168 = v167 < v90;
if !v168 { break; }
let v172 = *v1528;
let v174 = &(*v1523)[v172];
let v175 = f32(-3.4028234663852886e38);
*v174 = v175;
let v180 = &(*v1524)[v172];
let v181 = f32(0.0);
*v180 = v181;
let v184 = v172 + v103;
*v1528 = v184;

}
let v185 = u32(32);
let v186 = v92 % v185;
let v188 = v92 / v185;
let v191 = u32(16);
let v192 = v92 % v191;
let v194 = v92 / v191;
var<function> v1530_store: array<vec4<f32>, 1>= array<vec4<f32>, 1>();
let v1530 = &v1530_store;
let v201 = f32(0.0);
let v202 = vec4<f32>(v201);
let v207 = &(*v1530)[v3];
*v207 = v202;
var<function> v1531_store: u32;
let v1531 = &v1531_store;
*v1531 = v54;
loop {
let v209 = *v1531;
let v210 = v209 < v62;
if !v210 { break; }
let v217 = &(*v1624)[v44];
let v218 = *v217;
let v219 = u32(0);
let v220 = v218 == v219;
var<function> v1533_store: u32;
let v1533 = &v1533_store;
*v1533 = v92;
loop {
let v224 = *v1533;
let v225 = u32(512);
let v226 = v224 < v225;
if !v226 { break; }
let v228 = *v1533;
let v230 = v228 / v191;
let v233 = v228 % v191;
let v234 = *v1531;
let v235 = v234 + v230;
var<function> v1535_store: vec4<f32>;
let v1535 = &v1535_store;
*v1535 = v202;
let v239 = v235 < v62;
if v239 {
var<function> v1536_store: u32;
let v1536 = &v1536_store;
*v1536 = v3;
var<function> v1537_store: u32;
let v1537 = &v1537_store;
*v1537 = v3;
let v246 = true;
var<function> v1538_store: bool;
let v1538 = &v1538_store;
*v1538 = v246;
if v220 {
let v251 = u32(3);
let v253 = &(*v1624)[v251];
let v254 = *v253;
let v255 = u32(v254);
let v256 = u32(6);
let v257 = v44 + v256;
let v261 = &(*v1624)[v257];
let v262 = *v261;
let v263 = u32(v262);
let v264 = v255 + v263;
let v265 = v235 / v25;
let v266 = v264 + v265;
let v270 = &(*v1624)[v266];
let v271 = *v270;
let v272 = u32(v271);
let v273 = v272 * v25;
let v274 = v235 % v25;
let v275 = v273 + v274;
*v1537 = v275;

} else {
let v276 = u32(8);
let v277 = v44 + v276;
let v281 = &(*v1624)[v277];
let v282 = *v281;
let v283 = u32(v282);
let v284 = v235 >= v283;
if v284 {
let v285 = false;
*v1538 = v285;
let v286 = u32(9);
let v287 = v44 + v286;
let v291 = &(*v1624)[v287];
let v292 = *v291;
let v293 = u32(v292);
let v294 = v293 + v235;
let v295 = v294 - v283;
*v1536 = v295;

} else {
let v296 = u32(6);
let v297 = v44 + v296;
let v301 = &(*v1624)[v297];
let v302 = *v301;
let v303 = u32(v302);
let v304 = u32(7);
let v305 = v44 + v304;
let v309 = &(*v1624)[v305];
let v310 = *v309;
let v311 = u32(v310);
let v312 = v235 % v311;
let v313 = v303 + v312;
*v1537 = v313;

}

}
let v314 = *v1538;
if v314 {
let v315 = *v1537;
let v317 = v315 * v36;
let v318 = v317 + v46;
let v320 = v26 * v36;
var<function> v1539_store: u32;
let v1539 = &v1539_store;
*v1539 = v219;
let v325 = v233 * v43;
let v327 = v325 / v185;
let v329 = v36 * v320;
let v331 = v329 * v191;
let v333 = v318 * v36;
let v334 = v331 + v333;
let v335 = v334 + v327;
let v339 = &(*v1625)[v335];
let v340 = *v339;
let v343 = u32(65535);
let v344 = v340 & v343;
*v1539 = v344;
let v349 = v318 * v191;
let v350 = v349 + v233;
let v354 = &(*v1625)[v350];
let v355 = *v354;
var<function> v1540_store: vec4<f32>;
let v1540 = &v1540_store;
*v1540 = v202;
let v359 = u32(24);
let v360 = v355 << u32(v359);
let v361 = bitcast<i32>(v360);
let v362 = i32(24);
let v363 = v361 >> u32(v362);
let v364 = f32(v363);
let v365 = *v1539;
let v366 = u32(16);
let v367 = v365 << u32(v366);
let v368 = bitcast<f32>(v367);
let v369 = v364 * v368;
let v370 = *v1540;
let v371 = vec4<f32>(v369, v370[1], v370[2], v370[3]);
*v1540 = v371;
let v373 = v355 << u32(v366);
let v374 = bitcast<i32>(v373);
let v376 = v374 >> u32(v362);
let v377 = f32(v376);
let v378 = *v1539;
let v380 = v378 << u32(v366);
let v381 = bitcast<f32>(v380);
let v382 = v377 * v381;
let v383 = *v1540;
let v384 = vec4<f32>(v383[0], v382, v383[2], v383[3]);
*v1540 = v384;
let v385 = u32(8);
let v386 = v355 << u32(v385);
let v387 = bitcast<i32>(v386);
let v389 = v387 >> u32(v362);
let v390 = f32(v389);
let v391 = *v1539;
let v393 = v391 << u32(v366);
let v394 = bitcast<f32>(v393);
let v395 = v390 * v394;
let v396 = *v1540;
let v397 = vec4<f32>(v396[0], v396[1], v395, v396[3]);
*v1540 = v397;
let v400 = bitcast<i32>(v355);
let v402 = v400 >> u32(v362);
let v403 = f32(v402);
let v404 = *v1539;
let v406 = v404 << u32(v366);
let v407 = bitcast<f32>(v406);
let v408 = v403 * v407;
let v409 = *v1540;
let v410 = vec4<f32>(v409[0], v409[1], v409[2], v408);
*v1540 = v410;
let v411 = *v1540;
*v1535 = v411;

} else {
let v412 = *v1536;
let v414 = v412 * v36;
let v415 = v414 + v46;
let v417 = v415 * v191;
let v418 = v417 + v233;
var<function> v1541_store: u32;
let v1541 = &v1541_store;
*v1541 = v219;
var<function> v1542_store: u32;
let v1542 = &v1542_store;
*v1542 = v219;
let v426 = u32(8);
for(var v428: u32 = v3; v428 < v426; v428 += v47) {
let v431 = v418 / v426;
let v433 = v431 * v426;
let v434 = v433 + v428;
let v438 = &(*v1627)[v434];
let v439 = *v438;
let v440 = v439[0];
let v441 = bitcast<u32>(v440);
let v442 = u32(2147483647);
let v443 = v441 & v442;
let v444 = *v1542;
let v445 = max(v444, v443);
*v1542 = v445;
let v446 = v439[1];
let v447 = bitcast<u32>(v446);
let v449 = v447 & v442;
let v450 = *v1542;
let v451 = max(v450, v449);
*v1542 = v451;
let v452 = v439[2];
let v453 = bitcast<u32>(v452);
let v455 = v453 & v442;
let v456 = *v1542;
let v457 = max(v456, v455);
*v1542 = v457;
let v458 = v439[3];
let v459 = bitcast<u32>(v458);
let v461 = v459 & v442;
let v462 = *v1542;
let v463 = max(v462, v461);
*v1542 = v463;

}
let v464 = *v1542;
let v465 = bitcast<f32>(v464);
let v466 = f32(0.007874015718698502);
let v467 = v465 * v466;
let v468 = f32(7.888609052210118e-31);
let v469 = max(v467, v468);
let v470 = bitcast<u32>(v469);
let v471 = u32(32767);
let v472 = v470 + v471;
let v473 = u32(16);
let v474 = v470 >> u32(v473);
let v475 = u32(1);
let v476 = v474 & v475;
let v477 = v472 + v476;
let v479 = v477 >> u32(v473);
let v482 = u32(64);
let v483 = v474 | v482;
let v484 = u32(2147483647);
let v485 = v470 & v484;
let v486 = u32(2139095040);
let v487 = v485 > v486;
let v488 = select(v479, v483, v487);
let v491 = v464 >= v486;
let v492 = u32(32704);
let v493 = select(v488, v492, v491);
*v1541 = v493;
var<function> v1544_store: vec4<f32>;
let v1544 = &v1544_store;
*v1544 = v202;
let v500 = &(*v1627)[v418];
let v501 = *v500;
let v502 = v501[0];
let v503 = *v1541;
let v505 = v503 << u32(v473);
let v506 = bitcast<f32>(v505);
let v507 = v502 / v506;
let v508 = f32(12582912.0);
let v509 = v507 + v508;
let v510 = bitcast<u32>(v509);
let v511 = u32(255);
let v512 = v510 & v511;
let v515 = v503 == v492;
let v517 = select(v512, v219, v515);
let v518 = u32(24);
let v519 = v517 << u32(v518);
let v520 = bitcast<i32>(v519);
let v521 = i32(24);
let v522 = v520 >> u32(v521);
let v523 = f32(v522);
let v528 = v523 * v506;
let v529 = *v1544;
let v530 = vec4<f32>(v528, v529[1], v529[2], v529[3]);
*v1544 = v530;
let v536 = v501[1];
let v537 = *v1541;
let v539 = v537 << u32(v473);
let v540 = bitcast<f32>(v539);
let v541 = v536 / v540;
let v543 = v541 + v508;
let v544 = bitcast<u32>(v543);
let v546 = v544 & v511;
let v549 = v537 == v492;
let v551 = select(v546, v219, v549);
let v553 = v551 << u32(v518);
let v554 = bitcast<i32>(v553);
let v556 = v554 >> u32(v521);
let v557 = f32(v556);
let v562 = v557 * v540;
let v563 = *v1544;
let v564 = vec4<f32>(v563[0], v562, v563[2], v563[3]);
*v1544 = v564;
let v570 = v501[2];
let v571 = *v1541;
let v573 = v571 << u32(v473);
let v574 = bitcast<f32>(v573);
let v575 = v570 / v574;
let v577 = v575 + v508;
let v578 = bitcast<u32>(v577);
let v580 = v578 & v511;
let v583 = v571 == v492;
let v585 = select(v580, v219, v583);
let v587 = v585 << u32(v518);
let v588 = bitcast<i32>(v587);
let v590 = v588 >> u32(v521);
let v591 = f32(v590);
let v596 = v591 * v574;
let v597 = *v1544;
let v598 = vec4<f32>(v597[0], v597[1], v596, v597[3]);
*v1544 = v598;
let v604 = v501[3];
let v605 = *v1541;
let v607 = v605 << u32(v473);
let v608 = bitcast<f32>(v607);
let v609 = v604 / v608;
let v611 = v609 + v508;
let v612 = bitcast<u32>(v611);
let v614 = v612 & v511;
let v617 = v605 == v492;
let v619 = select(v614, v219, v617);
let v621 = v619 << u32(v518);
let v622 = bitcast<i32>(v621);
let v624 = v622 >> u32(v521);
let v625 = f32(v624);
let v630 = v625 * v608;
let v631 = *v1544;
let v632 = vec4<f32>(v631[0], v631[1], v631[2], v630);
*v1544 = v632;
let v633 = *v1544;
*v1535 = v633;

}

}
let v634 = u32(17);
let v635 = v230 * v634;
let v636 = v635 + v233;
let v640 = &(*v1521)[v636];
let v641 = *v1535;
*v640 = v641;
let v642 = *v1533;
let v644 = v642 + v103;
*v1533 = v644;

}
workgroupBarrier();
var<function> v1545_store: array<f32, 1>= array<f32, 1>();
let v1545 = &v1545_store;
let v653 = &(*v1545)[v3];
*v653 = v201;
for(var v658: u32 = v3; v658 < v191; v658 += v47) {
let v660 = u32(17);
let v661 = v186 * v660;
let v662 = v661 + v658;
let v666 = &(*v1521)[v662];
let v667 = *v666;
let v670 = u32(3);
let v671 = min(v188, v670);
let v673 = v671 * v191;
let v674 = v673 + v658;
let v678 = &(*v1520)[v674];
let v679 = *v678;
let v680 = v667 * v679;
let v681 = v680[0];
let v687 = *v653;
let v688 = v687 + v681;
*v653 = v688;
let v689 = v680[1];
let v695 = *v653;
let v696 = v695 + v689;
*v653 = v696;
let v697 = v680[2];
let v703 = *v653;
let v704 = v703 + v697;
*v653 = v704;
let v705 = v680[3];
let v711 = *v653;
let v712 = v711 + v705;
*v653 = v712;

}
let v713 = *v1531;
let v714 = v713 + v186;
let v717 = v188 < v90;
if v717 {
let v719 = v188 / v36;
let v721 = v719 * v43;
let v722 = v80 + v721;
let v723 = v714 < v62;
var<function> v1547_store: bool;
let v1547 = &v1547_store;
if v723 {
let v725 = v722 + v47;
let v729 = &(*v1624)[v725];
let v730 = *v729;
let v731 = u32(v730);
let v732 = v714 >= v731;
*v1547 = v732;

} else {
let v734 = false;
*v1547 = v734;

}
let v735 = *v1547;
var<function> v1548_store: bool;
let v1548 = &v1548_store;
if v735 {
let v737 = v722 + v36;
let v741 = &(*v1624)[v737];
let v742 = *v741;
let v743 = u32(v742);
let v744 = v714 <= v743;
*v1548 = v744;

} else {
let v746 = false;
*v1548 = v746;

}
let v752 = *v653;
let v753 = v752 * v27;
let v754 = *v1548;
let v755 = f32(-3.4028234663852886e38);
let v756 = select(v755, v753, v754);
*v653 = v756;
let v767 = *v653;
let v769 = v188 * v185;
let v770 = v769 + v186;
let v774 = &(*v1522)[v770];
*v774 = v767;

}
workgroupBarrier();
var<function> v1549_store: u32;
let v1549 = &v1549_store;
*v1549 = v92;
loop {
let v776 = *v1549;
let v777 = v776 < v90;
if !v777 { break; }
let v781 = *v1549;
let v783 = &(*v1523)[v781];
let v784 = *v783;
var<function> v1551_store: f32;
let v1551 = &v1551_store;
*v1551 = v784;
for(var v789: u32 = v3; v789 < v185; v789 += v47) {
let v791 = *v1549;
let v793 = v791 * v185;
let v794 = v793 + v789;
let v798 = &(*v1522)[v794];
let v799 = *v798;
let v800 = *v1551;
let v801 = max(v800, v799);
*v1551 = v801;

}
let v804 = *v1549;
let v806 = &(*v1523)[v804];
let v807 = *v1551;
*v806 = v807;
let v809 = v784 - v807;
let v810 = exp(v809);
let v815 = &(*v1525)[v804];
*v815 = v810;
let v818 = v804 + v103;
*v1549 = v818;

}
workgroupBarrier();
if v717 {
let v827 = *v653;
let v828 = f32(-3.4028234663852886e38);
let v829 = v827 == v828;
let v839 = &(*v1523)[v188];
let v840 = *v839;
let v841 = v827 - v840;
let v842 = exp(v841);
let v844 = select(v842, v201, v829);
let v846 = v188 * v185;
let v847 = v846 + v186;
let v851 = &(*v1522)[v847];
*v851 = v844;

}
let v858 = *v217;
let v860 = v858 == v219;
var<function> v1553_store: u32;
let v1553 = &v1553_store;
*v1553 = v92;
loop {
let v864 = *v1553;
let v865 = u32(512);
let v866 = v864 < v865;
if !v866 { break; }
let v868 = *v1553;
let v870 = v868 / v191;
let v873 = v868 % v191;
let v874 = *v1531;
let v875 = v874 + v870;
var<function> v1555_store: vec4<f32>;
let v1555 = &v1555_store;
*v1555 = v202;
let v879 = v875 < v62;
if v879 {
var<function> v1556_store: u32;
let v1556 = &v1556_store;
*v1556 = v3;
var<function> v1557_store: u32;
let v1557 = &v1557_store;
*v1557 = v3;
let v886 = true;
var<function> v1558_store: bool;
let v1558 = &v1558_store;
*v1558 = v886;
if v860 {
let v891 = u32(3);
let v893 = &(*v1624)[v891];
let v894 = *v893;
let v895 = u32(v894);
let v896 = u32(6);
let v897 = v44 + v896;
let v901 = &(*v1624)[v897];
let v902 = *v901;
let v903 = u32(v902);
let v904 = v895 + v903;
let v905 = v875 / v25;
let v906 = v904 + v905;
let v910 = &(*v1624)[v906];
let v911 = *v910;
let v912 = u32(v911);
let v913 = v912 * v25;
let v914 = v875 % v25;
let v915 = v913 + v914;
*v1557 = v915;

} else {
let v916 = u32(8);
let v917 = v44 + v916;
let v921 = &(*v1624)[v917];
let v922 = *v921;
let v923 = u32(v922);
let v924 = v875 >= v923;
if v924 {
let v925 = false;
*v1558 = v925;
let v926 = u32(9);
let v927 = v44 + v926;
let v931 = &(*v1624)[v927];
let v932 = *v931;
let v933 = u32(v932);
let v934 = v933 + v875;
let v935 = v934 - v923;
*v1556 = v935;

} else {
let v936 = u32(6);
let v937 = v44 + v936;
let v941 = &(*v1624)[v937];
let v942 = *v941;
let v943 = u32(v942);
let v944 = u32(7);
let v945 = v44 + v944;
let v949 = &(*v1624)[v945];
let v950 = *v949;
let v951 = u32(v950);
let v952 = v875 % v951;
let v953 = v943 + v952;
*v1557 = v953;

}

}
let v954 = *v1558;
if v954 {
let v955 = *v1557;
let v957 = v955 * v36;
let v958 = v957 + v46;
let v960 = v26 * v36;
var<function> v1559_store: u32;
let v1559 = &v1559_store;
*v1559 = v219;
let v965 = v873 * v43;
let v967 = v965 / v185;
let v969 = v36 * v960;
let v971 = v969 * v191;
let v973 = v958 * v36;
let v974 = v971 + v973;
let v975 = v974 + v967;
let v979 = &(*v1625)[v975];
let v980 = *v979;
let v981 = u32(16);
let v982 = v980 >> u32(v981);
let v983 = u32(65535);
let v984 = v982 & v983;
*v1559 = v984;
let v987 = v958 + v960;
let v989 = v987 * v191;
let v990 = v989 + v873;
let v994 = &(*v1625)[v990];
let v995 = *v994;
var<function> v1560_store: vec4<f32>;
let v1560 = &v1560_store;
*v1560 = v202;
let v999 = u32(24);
let v1000 = v995 << u32(v999);
let v1001 = bitcast<i32>(v1000);
let v1002 = i32(24);
let v1003 = v1001 >> u32(v1002);
let v1004 = f32(v1003);
let v1005 = *v1559;
let v1007 = v1005 << u32(v981);
let v1008 = bitcast<f32>(v1007);
let v1009 = v1004 * v1008;
let v1010 = *v1560;
let v1011 = vec4<f32>(v1009, v1010[1], v1010[2], v1010[3]);
*v1560 = v1011;
let v1013 = v995 << u32(v981);
let v1014 = bitcast<i32>(v1013);
let v1016 = v1014 >> u32(v1002);
let v1017 = f32(v1016);
let v1018 = *v1559;
let v1020 = v1018 << u32(v981);
let v1021 = bitcast<f32>(v1020);
let v1022 = v1017 * v1021;
let v1023 = *v1560;
let v1024 = vec4<f32>(v1023[0], v1022, v1023[2], v1023[3]);
*v1560 = v1024;
let v1025 = u32(8);
let v1026 = v995 << u32(v1025);
let v1027 = bitcast<i32>(v1026);
let v1029 = v1027 >> u32(v1002);
let v1030 = f32(v1029);
let v1031 = *v1559;
let v1033 = v1031 << u32(v981);
let v1034 = bitcast<f32>(v1033);
let v1035 = v1030 * v1034;
let v1036 = *v1560;
let v1037 = vec4<f32>(v1036[0], v1036[1], v1035, v1036[3]);
*v1560 = v1037;
let v1040 = bitcast<i32>(v995);
let v1042 = v1040 >> u32(v1002);
let v1043 = f32(v1042);
let v1044 = *v1559;
let v1046 = v1044 << u32(v981);
let v1047 = bitcast<f32>(v1046);
let v1048 = v1043 * v1047;
let v1049 = *v1560;
let v1050 = vec4<f32>(v1049[0], v1049[1], v1049[2], v1048);
*v1560 = v1050;
let v1051 = *v1560;
*v1555 = v1051;

} else {
let v1052 = *v1556;
let v1054 = v1052 * v36;
let v1055 = v1054 + v46;
let v1057 = v1055 * v191;
let v1058 = v1057 + v873;
var<function> v1561_store: u32;
let v1561 = &v1561_store;
*v1561 = v219;
var<function> v1562_store: u32;
let v1562 = &v1562_store;
*v1562 = v219;
let v1066 = u32(8);
for(var v1068: u32 = v3; v1068 < v1066; v1068 += v47) {
let v1071 = v1058 / v1066;
let v1073 = v1071 * v1066;
let v1074 = v1073 + v1068;
let v1078 = &(*v1626)[v1074];
let v1079 = *v1078;
let v1080 = v1079[0];
let v1081 = bitcast<u32>(v1080);
let v1082 = u32(2147483647);
let v1083 = v1081 & v1082;
let v1084 = *v1562;
let v1085 = max(v1084, v1083);
*v1562 = v1085;
let v1086 = v1079[1];
let v1087 = bitcast<u32>(v1086);
let v1089 = v1087 & v1082;
let v1090 = *v1562;
let v1091 = max(v1090, v1089);
*v1562 = v1091;
let v1092 = v1079[2];
let v1093 = bitcast<u32>(v1092);
let v1095 = v1093 & v1082;
let v1096 = *v1562;
let v1097 = max(v1096, v1095);
*v1562 = v1097;
let v1098 = v1079[3];
let v1099 = bitcast<u32>(v1098);
let v1101 = v1099 & v1082;
let v1102 = *v1562;
let v1103 = max(v1102, v1101);
*v1562 = v1103;

}
let v1104 = *v1562;
let v1105 = bitcast<f32>(v1104);
let v1106 = f32(0.007874015718698502);
let v1107 = v1105 * v1106;
let v1108 = f32(7.888609052210118e-31);
let v1109 = max(v1107, v1108);
let v1110 = bitcast<u32>(v1109);
let v1111 = u32(32767);
let v1112 = v1110 + v1111;
let v1113 = u32(16);
let v1114 = v1110 >> u32(v1113);
let v1115 = u32(1);
let v1116 = v1114 & v1115;
let v1117 = v1112 + v1116;
let v1119 = v1117 >> u32(v1113);
let v1122 = u32(64);
let v1123 = v1114 | v1122;
let v1124 = u32(2147483647);
let v1125 = v1110 & v1124;
let v1126 = u32(2139095040);
let v1127 = v1125 > v1126;
let v1128 = select(v1119, v1123, v1127);
let v1131 = v1104 >= v1126;
let v1132 = u32(32704);
let v1133 = select(v1128, v1132, v1131);
*v1561 = v1133;
var<function> v1564_store: vec4<f32>;
let v1564 = &v1564_store;
*v1564 = v202;
let v1140 = &(*v1626)[v1058];
let v1141 = *v1140;
let v1142 = v1141[0];
let v1143 = *v1561;
let v1145 = v1143 << u32(v1113);
let v1146 = bitcast<f32>(v1145);
let v1147 = v1142 / v1146;
let v1148 = f32(12582912.0);
let v1149 = v1147 + v1148;
let v1150 = bitcast<u32>(v1149);
let v1151 = u32(255);
let v1152 = v1150 & v1151;
let v1155 = v1143 == v1132;
let v1157 = select(v1152, v219, v1155);
let v1158 = u32(24);
let v1159 = v1157 << u32(v1158);
let v1160 = bitcast<i32>(v1159);
let v1161 = i32(24);
let v1162 = v1160 >> u32(v1161);
let v1163 = f32(v1162);
let v1168 = v1163 * v1146;
let v1169 = *v1564;
let v1170 = vec4<f32>(v1168, v1169[1], v1169[2], v1169[3]);
*v1564 = v1170;
let v1176 = v1141[1];
let v1177 = *v1561;
let v1179 = v1177 << u32(v1113);
let v1180 = bitcast<f32>(v1179);
let v1181 = v1176 / v1180;
let v1183 = v1181 + v1148;
let v1184 = bitcast<u32>(v1183);
let v1186 = v1184 & v1151;
let v1189 = v1177 == v1132;
let v1191 = select(v1186, v219, v1189);
let v1193 = v1191 << u32(v1158);
let v1194 = bitcast<i32>(v1193);
let v1196 = v1194 >> u32(v1161);
let v1197 = f32(v1196);
let v1202 = v1197 * v1180;
let v1203 = *v1564;
let v1204 = vec4<f32>(v1203[0], v1202, v1203[2], v1203[3]);
*v1564 = v1204;
let v1210 = v1141[2];
let v1211 = *v1561;
let v1213 = v1211 << u32(v1113);
let v1214 = bitcast<f32>(v1213);
let v1215 = v1210 / v1214;
let v1217 = v1215 + v1148;
let v1218 = bitcast<u32>(v1217);
let v1220 = v1218 & v1151;
let v1223 = v1211 == v1132;
let v1225 = select(v1220, v219, v1223);
let v1227 = v1225 << u32(v1158);
let v1228 = bitcast<i32>(v1227);
let v1230 = v1228 >> u32(v1161);
let v1231 = f32(v1230);
let v1236 = v1231 * v1214;
let v1237 = *v1564;
let v1238 = vec4<f32>(v1237[0], v1237[1], v1236, v1237[3]);
*v1564 = v1238;
let v1244 = v1141[3];
let v1245 = *v1561;
let v1247 = v1245 << u32(v1113);
let v1248 = bitcast<f32>(v1247);
let v1249 = v1244 / v1248;
let v1251 = v1249 + v1148;
let v1252 = bitcast<u32>(v1251);
let v1254 = v1252 & v1151;
let v1257 = v1245 == v1132;
let v1259 = select(v1254, v219, v1257);
let v1261 = v1259 << u32(v1158);
let v1262 = bitcast<i32>(v1261);
let v1264 = v1262 >> u32(v1161);
let v1265 = f32(v1264);
let v1270 = v1265 * v1248;
let v1271 = *v1564;
let v1272 = vec4<f32>(v1271[0], v1271[1], v1271[2], v1270);
*v1564 = v1272;
let v1273 = *v1564;
*v1555 = v1273;

}

}
let v1274 = u32(17);
let v1275 = v870 * v1274;
let v1276 = v1275 + v873;
let v1280 = &(*v1521)[v1276];
let v1281 = *v1555;
*v1280 = v1281;
let v1282 = *v1553;
let v1284 = v1282 + v103;
*v1553 = v1284;

}
workgroupBarrier();
var<function> v1565_store: u32;
let v1565 = &v1565_store;
*v1565 = v92;
loop {
let v1286 = *v1565;
let v1287 = v1286 < v90;
if !v1287 { break; }
let v1291 = *v1565;
let v1293 = &(*v1524)[v1291];
let v1294 = *v1293;
let v1299 = &(*v1525)[v1291];
let v1300 = *v1299;
let v1301 = v1294 * v1300;
var<function> v1567_store: f32;
let v1567 = &v1567_store;
*v1567 = v1301;
for(var v1306: u32 = v3; v1306 < v185; v1306 += v47) {
let v1308 = *v1565;
let v1310 = v1308 * v185;
let v1311 = v1310 + v1306;
let v1315 = &(*v1522)[v1311];
let v1316 = *v1315;
let v1317 = *v1567;
let v1318 = v1317 + v1316;
*v1567 = v1318;

}
let v1321 = *v1565;
let v1323 = &(*v1524)[v1321];
let v1324 = *v1567;
*v1323 = v1324;
let v1327 = v1321 + v103;
*v1565 = v1327;

}
let v1328 = v194 < v90;
if v1328 {
let v1331 = u32(3);
let v1332 = min(v194, v1331);
let v1336 = &(*v1525)[v1332];
let v1337 = *v1336;
let v1338 = vec4<f32>(v1337);
let v1344 = *v207;
let v1345 = v1344 * v1338;
*v207 = v1345;
for(var v1349: u32 = v3; v1349 < v185; v1349 += v47) {
let v1351 = u32(17);
let v1352 = v1349 * v1351;
let v1353 = v1352 + v192;
let v1357 = &(*v1521)[v1353];
let v1358 = *v1357;
let v1364 = v1332 * v185;
let v1365 = v1364 + v1349;
let v1369 = &(*v1522)[v1365];
let v1370 = *v1369;
let v1371 = vec4<f32>(v1370);
let v1378 = *v207;
let v1622 = fma(v1358, v1371, v1378);
*v207 = v1622;

}

}
workgroupBarrier();
let v1380 = *v1531;
let v1382 = v1380 + v185;
*v1531 = v1382;

}
let v1385 = v194 < v90;
let v1386 = true;
var<function> v1570_store: bool;
let v1570 = &v1570_store;
if v1385 {
*v1570 = v1386;

} else {
let v1389 = false;
*v1570 = v1389;

}
let v1390 = *v1570;
if v1390 {
let v1392 = v194 / v36;
let v1394 = v1392 * v43;
let v1395 = v80 + v1394;
let v1396 = u32(3);
let v1397 = v1395 + v1396;
let v1401 = &(*v1624)[v1397];
let v1402 = *v1401;
let v1403 = u32(v1402);
let v1405 = v44 + v1396;
let v1409 = &(*v1624)[v1405];
let v1410 = *v1409;
let v1411 = u32(v1410);
let v1412 = v1403 + v1411;
let v1414 = v46 * v36;
let v1416 = v194 % v36;
let v1417 = v1414 + v1416;
let v1419 = v1412 * v43;
let v1420 = v1419 + v1417;
let v1421 = u32(66);
let v1422 = v1420 * v1421;
let v1428 = *v207;
let v1429 = v1428[0];
let v1431 = v192 * v43;
let v1432 = v1422 + v1431;
let v1438 = &(*v1623)[v1432];
*v1438 = v1429;
let v1445 = v1428[1];
let v1450 = v1432 + v47;
let v1454 = &(*v1623)[v1450];
*v1454 = v1445;
let v1461 = v1428[2];
let v1466 = v1432 + v36;
let v1470 = &(*v1623)[v1466];
*v1470 = v1461;
let v1477 = v1428[3];
let v1482 = v1432 + v1396;
let v1486 = &(*v1623)[v1482];
*v1486 = v1477;
let v1488 = v192 == v3;
if v1488 {
let v1492 = &(*v1523)[v194];
let v1493 = *v1492;
let v1495 = v1422 + v95;
let v1499 = &(*v1623)[v1495];
*v1499 = v1493;
let v1503 = &(*v1524)[v194];
let v1504 = *v1503;
let v1508 = v1495 + v47;
let v1512 = &(*v1623)[v1508];
*v1512 = v1504;

}

}

}
return;

}
