var<workgroup> shared_v34: array<f32, 64>;
@group(0) @binding(5) var<storage, read_write> v21: array<u32>;
@group(0) @binding(4) var<storage, read_write> v17: array<u32>;
@group(0) @binding(3) var<storage, read_write> v13: array<f32>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 2>, static_meta: array<u32, 6> }
@group(0) @binding(6) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn rotary_write_kernel(@builtin(local_invocation_index) v750: u32, @builtin(workgroup_id) v756: vec3<u32>, @builtin(num_workgroups) v758: vec3<u32>) {
let v776 = &v21;
let v777 = &v17;
let v778 = &v13;
let v779 = &v9;
let v780 = &v5;
let v781 = &v1;
let v3 = u32(0);
let v25 = info_var.scalars_usize[0];
let v26 = info_var.scalars_usize[1];
let v757 = v756[2];
let v717 = u32(v757);
let v759 = v758[1];
let v719 = u32(v759);
let v720 = v717 * v719;
let v760 = v758[0];
let v722 = u32(v760);
let v723 = v720 * v722;
let v761 = v756[1];
let v725 = u32(v761);
let v728 = v725 * v722;
let v729 = v723 + v728;
let v763 = v756[0];
let v731 = u32(v763);
let v732 = v729 + v731;
let v28 = u32(6);
let v29 = v732 / v28;
let v30 = v29 < v25;
if v30 {
let v33 = v732 % v28;
let v697 = &shared_v34;
let v36 = u32(64);
let v38 = u32(4);
let v39 = v33 < v38;
if v39 {
let v41 = v29 * v38;
let v42 = v41 + v33;
let v44 = v42 * v36;
let v751 = v750;
let v46 = u32(v751);
var<function> v698_store: u32;
let v698 = &v698_store;
*v698 = v46;
loop {
let v48 = *v698;
let v49 = u32(32);
let v50 = v48 < v49;
if !v50 { break; }
let v52 = u32(32);
let v53 = v29 * v52;
let v54 = *v698;
let v55 = v53 + v54;
let v59 = &(*v778)[v55];
let v60 = *v59;
let v61 = v25 + v29;
let v63 = v61 * v52;
let v65 = v63 + v54;
let v69 = &(*v778)[v65];
let v70 = *v69;
let v72 = v44 + v54;
let v76 = &(*v781)[v72];
let v77 = *v76;
let v79 = v44 + v52;
let v81 = v79 + v54;
let v85 = &(*v781)[v81];
let v86 = *v85;
let v88 = v86 * v70;
let v770 = -v88;
let v771 = fma(v77, v60, v770);
let v91 = v77 * v70;
let v772 = fma(v86, v60, v91);
*v76 = v771;
*v85 = v772;
let v111 = &(*v697)[v54];
*v111 = v771;
let v114 = v52 + v54;
let v118 = &(*v697)[v114];
*v118 = v772;
let v120 = u32(128);
let v121 = v54 + v120;
*v698 = v121;

}
workgroupBarrier();

} else {
let v123 = v33 - v38;
let v124 = u32(2);
let v125 = v29 * v124;
let v126 = v125 + v123;
let v128 = v126 * v36;
let v752 = v750;
let v130 = u32(v752);
var<function> v700_store: u32;
let v700 = &v700_store;
*v700 = v130;
loop {
let v132 = *v700;
let v133 = u32(32);
let v134 = v132 < v133;
if !v134 { break; }
let v136 = u32(32);
let v137 = v29 * v136;
let v138 = *v700;
let v139 = v137 + v138;
let v143 = &(*v778)[v139];
let v144 = *v143;
let v145 = v25 + v29;
let v147 = v145 * v136;
let v149 = v147 + v138;
let v153 = &(*v778)[v149];
let v154 = *v153;
let v156 = v128 + v138;
let v160 = &(*v780)[v156];
let v161 = *v160;
let v163 = v128 + v136;
let v165 = v163 + v138;
let v169 = &(*v780)[v165];
let v170 = *v169;
let v172 = v170 * v154;
let v773 = -v172;
let v774 = fma(v161, v144, v773);
let v175 = v161 * v154;
let v775 = fma(v170, v144, v175);
*v160 = v774;
*v169 = v775;
let v195 = &(*v697)[v138];
*v195 = v774;
let v198 = v136 + v138;
let v202 = &(*v697)[v198];
*v202 = v775;
let v204 = u32(128);
let v205 = v138 + v204;
*v700 = v205;

}
workgroupBarrier();
let v207 = v124 * v25;
let v208 = v207 + v29;
let v212 = &(*v777)[v208];
let v213 = *v212;
let v214 = u32(4294967295);
let v215 = v213 != v214;
if v215 {
let v216 = u32(v213);
let v218 = v216 * v124;
let v219 = v218 + v123;
let v221 = v26 * v124;
let v222 = u32(16);
let v223 = v219 * v222;
var<function> v702_store: u32;
let v702 = &v702_store;
*v702 = v130;
loop {
let v227 = *v702;
let v229 = v227 < v222;
if !v229 { break; }
let v232 = *v702;
let v233 = v38 * v232;
let v239 = u32(32);
let v240 = v233 / v239;
let v242 = v240 * v239;
let v245 = u32(0);
var<function> v704_store: u32;
let v704 = &v704_store;
*v704 = v245;
let v250 = u32(1);
for(var v251: u32 = v3; v251 < v239; v251 += v250) {
let v253 = v242 + v251;
let v257 = &(*v697)[v253];
let v258 = *v257;
let v259 = bitcast<u32>(v258);
let v260 = u32(2147483647);
let v261 = v259 & v260;
let v262 = *v704;
let v263 = max(v262, v261);
*v704 = v263;

}
let v264 = *v704;
let v265 = bitcast<f32>(v264);
let v266 = f32(0.007874015718698502);
let v267 = v265 * v266;
let v268 = f32(7.888609052210118e-31);
let v269 = max(v267, v268);
let v270 = bitcast<u32>(v269);
let v271 = u32(32767);
let v272 = v270 + v271;
let v273 = u32(16);
let v274 = v270 >> u32(v273);
let v275 = u32(1);
let v276 = v274 & v275;
let v277 = v272 + v276;
let v279 = v277 >> u32(v273);
let v282 = u32(64);
let v283 = v274 | v282;
let v284 = u32(2147483647);
let v285 = v270 & v284;
let v286 = u32(2139095040);
let v287 = v285 > v286;
let v288 = select(v279, v283, v287);
let v291 = v264 >= v286;
let v292 = u32(32704);
let v293 = select(v288, v292, v291);
let v297 = &(*v697)[v233];
let v298 = *v297;
let v300 = v293 << u32(v273);
let v301 = bitcast<f32>(v300);
let v302 = v298 / v301;
let v303 = f32(12582912.0);
let v304 = v302 + v303;
let v305 = bitcast<u32>(v304);
let v306 = u32(255);
let v307 = v305 & v306;
let v309 = v293 == v292;
let v311 = select(v307, v245, v309);
let v313 = v233 + v250;
let v317 = &(*v697)[v313];
let v318 = *v317;
let v322 = v318 / v301;
let v324 = v322 + v303;
let v325 = bitcast<u32>(v324);
let v327 = v325 & v306;
let v331 = select(v327, v245, v309);
let v332 = u32(8);
let v333 = v331 << u32(v332);
let v334 = v311 | v333;
let v336 = v233 + v124;
let v340 = &(*v697)[v336];
let v341 = *v340;
let v345 = v341 / v301;
let v347 = v345 + v303;
let v348 = bitcast<u32>(v347);
let v350 = v348 & v306;
let v354 = select(v350, v245, v309);
let v355 = u32(3);
let v356 = v233 + v355;
let v360 = &(*v697)[v356];
let v361 = *v360;
let v365 = v361 / v301;
let v367 = v365 + v303;
let v368 = bitcast<u32>(v367);
let v370 = v368 & v306;
let v374 = select(v370, v245, v309);
let v376 = v374 << u32(v332);
let v377 = v354 | v376;
let v379 = v377 << u32(v273);
let v380 = v334 | v379;
let v381 = *v702;
let v382 = v223 + v381;
let v386 = &(*v776)[v382];
*v386 = v380;
let v388 = u32(128);
let v389 = v381 + v388;
*v702 = v389;

}
let v390 = v221 + v219;
let v392 = v390 * v222;
var<function> v706_store: u32;
let v706 = &v706_store;
*v706 = v130;
loop {
let v396 = *v706;
let v398 = v396 < v222;
if !v398 { break; }
let v401 = *v706;
let v402 = v38 * v401;
let v403 = v128 + v402;
let v407 = u32(32);
let v408 = v402 / v407;
let v410 = v408 * v407;
let v411 = v128 + v410;
let v412 = u32(0);
var<function> v708_store: u32;
let v708 = &v708_store;
*v708 = v412;
let v417 = u32(1);
for(var v418: u32 = v3; v418 < v407; v418 += v417) {
let v420 = v411 + v418;
let v424 = &(*v779)[v420];
let v425 = *v424;
let v426 = bitcast<u32>(v425);
let v427 = u32(2147483647);
let v428 = v426 & v427;
let v429 = *v708;
let v430 = max(v429, v428);
*v708 = v430;

}
let v431 = *v708;
let v432 = bitcast<f32>(v431);
let v433 = f32(0.007874015718698502);
let v434 = v432 * v433;
let v435 = f32(7.888609052210118e-31);
let v436 = max(v434, v435);
let v437 = bitcast<u32>(v436);
let v438 = u32(32767);
let v439 = v437 + v438;
let v440 = u32(16);
let v441 = v437 >> u32(v440);
let v442 = u32(1);
let v443 = v441 & v442;
let v444 = v439 + v443;
let v446 = v444 >> u32(v440);
let v449 = u32(64);
let v450 = v441 | v449;
let v451 = u32(2147483647);
let v452 = v437 & v451;
let v453 = u32(2139095040);
let v454 = v452 > v453;
let v455 = select(v446, v450, v454);
let v458 = v431 >= v453;
let v459 = u32(32704);
let v460 = select(v455, v459, v458);
let v464 = &(*v779)[v403];
let v465 = *v464;
let v467 = v460 << u32(v440);
let v468 = bitcast<f32>(v467);
let v469 = v465 / v468;
let v470 = f32(12582912.0);
let v471 = v469 + v470;
let v472 = bitcast<u32>(v471);
let v473 = u32(255);
let v474 = v472 & v473;
let v476 = v460 == v459;
let v478 = select(v474, v412, v476);
let v480 = v403 + v417;
let v484 = &(*v779)[v480];
let v485 = *v484;
let v489 = v485 / v468;
let v491 = v489 + v470;
let v492 = bitcast<u32>(v491);
let v494 = v492 & v473;
let v498 = select(v494, v412, v476);
let v499 = u32(8);
let v500 = v498 << u32(v499);
let v501 = v478 | v500;
let v503 = v403 + v124;
let v507 = &(*v779)[v503];
let v508 = *v507;
let v512 = v508 / v468;
let v514 = v512 + v470;
let v515 = bitcast<u32>(v514);
let v517 = v515 & v473;
let v521 = select(v517, v412, v476);
let v522 = u32(3);
let v523 = v403 + v522;
let v527 = &(*v779)[v523];
let v528 = *v527;
let v532 = v528 / v468;
let v534 = v532 + v470;
let v535 = bitcast<u32>(v534);
let v537 = v535 & v473;
let v541 = select(v537, v412, v476);
let v543 = v541 << u32(v499);
let v544 = v521 | v543;
let v546 = v544 << u32(v440);
let v547 = v501 | v546;
let v548 = *v706;
let v549 = v392 + v548;
let v553 = &(*v776)[v549];
*v553 = v547;
let v555 = u32(128);
let v556 = v548 + v555;
*v706 = v556;

}
let v558 = v124 * v221;
let v560 = v558 * v222;
let v562 = v219 * v124;
let v563 = v560 + v562;
var<function> v710_store: u32;
let v710 = &v710_store;
*v710 = v130;
loop {
let v567 = *v710;
let v569 = v567 < v124;
if !v569 { break; }
let v571 = *v710;
let v572 = u32(32);
let v573 = v571 * v572;
let v576 = u32(0);
var<function> v712_store: u32;
let v712 = &v712_store;
*v712 = v576;
let v581 = u32(1);
for(var v582: u32 = v3; v582 < v572; v582 += v581) {
let v584 = v573 + v582;
let v588 = &(*v697)[v584];
let v589 = *v588;
let v590 = bitcast<u32>(v589);
let v591 = u32(2147483647);
let v592 = v590 & v591;
let v593 = *v712;
let v594 = max(v593, v592);
*v712 = v594;

}
let v595 = *v712;
let v596 = bitcast<f32>(v595);
let v597 = f32(0.007874015718698502);
let v598 = v596 * v597;
let v599 = f32(7.888609052210118e-31);
let v600 = max(v598, v599);
let v601 = bitcast<u32>(v600);
let v602 = u32(32767);
let v603 = v601 + v602;
let v604 = u32(16);
let v605 = v601 >> u32(v604);
let v606 = u32(1);
let v607 = v605 & v606;
let v608 = v603 + v607;
let v610 = v608 >> u32(v604);
let v613 = u32(64);
let v614 = v605 | v613;
let v615 = u32(2147483647);
let v616 = v601 & v615;
let v617 = u32(2139095040);
let v618 = v616 > v617;
let v619 = select(v610, v614, v618);
let v622 = v595 >= v617;
let v623 = u32(32704);
let v624 = select(v619, v623, v622);
let v625 = *v710;
let v627 = v625 * v572;
let v628 = v128 + v627;
var<function> v714_store: u32;
let v714 = &v714_store;
*v714 = v576;
for(var v635: u32 = v3; v635 < v572; v635 += v581) {
let v637 = v628 + v635;
let v641 = &(*v779)[v637];
let v642 = *v641;
let v643 = bitcast<u32>(v642);
let v645 = v643 & v615;
let v646 = *v714;
let v647 = max(v646, v645);
*v714 = v647;

}
let v648 = *v714;
let v649 = bitcast<f32>(v648);
let v651 = v649 * v597;
let v653 = max(v651, v599);
let v654 = bitcast<u32>(v653);
let v656 = v654 + v602;
let v658 = v654 >> u32(v604);
let v660 = v658 & v606;
let v661 = v656 + v660;
let v663 = v661 >> u32(v604);
let v667 = v658 | v613;
let v669 = v654 & v615;
let v671 = v669 > v617;
let v672 = select(v663, v667, v671);
let v675 = v648 >= v617;
let v677 = select(v672, v623, v675);
let v679 = v677 << u32(v604);
let v680 = v624 | v679;
let v681 = *v710;
let v682 = v563 + v681;
let v686 = &(*v776)[v682];
*v686 = v680;
let v688 = u32(128);
let v689 = v681 + v688;
*v710 = v689;

}

}

}

}
return;

}
