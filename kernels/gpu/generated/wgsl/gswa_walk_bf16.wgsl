var<workgroup> shared_v93: array<vec4<f32>, 64>;
var<workgroup> shared_v97: array<vec4<f32>, 544>;
var<workgroup> shared_v101: array<f32, 128>;
var<workgroup> shared_v105: array<f32, 4>;
var<workgroup> shared_v109: array<f32, 4>;
var<workgroup> shared_v113: array<f32, 4>;
@group(0) @binding(5) var<storage, read_write> v21: array<f32>;
@group(0) @binding(4) var<storage, read_write> v17: array<u32>;
@group(0) @binding(3) var<storage, read_write> v13: array<vec2<u32>>;
@group(0) @binding(2) var<storage, read_write> v9: array<vec4<f32>>;
@group(0) @binding(1) var<storage, read_write> v5: array<vec4<f32>>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<f32>>;
struct info_st { scalars_usize: array<u32, 2>, scalars_f32: array<f32, 2>, static_meta: array<u32, 6> }
@group(0) @binding(6) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn gswa_walk_kernel_n_4_w_2(@builtin(local_invocation_index) v1342: u32, @builtin(workgroup_id) v1346: vec3<u32>, @builtin(num_workgroups) v1348: vec3<u32>) {
let v1377 = &v21;
let v1378 = &v17;
let v1379 = &v13;
let v1380 = &v9;
let v1381 = &v5;
let v1382 = &v1;
let v3 = u32(0);
let v25 = info_var.scalars_usize[0];
let v26 = info_var.scalars_usize[1];
let v27 = info_var.scalars_f32[0];
let v1347 = v1346[2];
let v1326 = u32(v1347);
let v1349 = v1348[1];
let v1328 = u32(v1349);
let v1329 = v1326 * v1328;
let v1350 = v1348[0];
let v1331 = u32(v1350);
let v1332 = v1329 * v1331;
let v1351 = v1346[1];
let v1334 = u32(v1351);
let v1337 = v1334 * v1331;
let v1338 = v1332 + v1337;
let v1353 = v1346[0];
let v1340 = u32(v1353);
let v1341 = v1338 + v1340;
let v33 = &(*v1378)[v3];
let v34 = *v33;
let v35 = u32(v34);
let v36 = u32(2);
let v37 = v35 * v36;
let v38 = v1341 < v37;
if v38 {
let v40 = v1341 / v36;
let v41 = u32(10);
let v42 = v40 * v41;
let v43 = u32(4);
let v44 = v43 + v42;
let v46 = v1341 % v36;
let v47 = u32(1);
let v48 = v44 + v47;
let v52 = &(*v1378)[v48];
let v53 = *v52;
let v54 = u32(v53);
let v56 = v44 + v36;
let v60 = &(*v1378)[v56];
let v61 = *v60;
let v62 = u32(v61);
let v67 = &(*v1378)[v47];
let v68 = *v67;
let v69 = u32(v68);
let v71 = v44 + v43;
let v75 = &(*v1378)[v71];
let v76 = *v75;
let v77 = u32(v76);
let v79 = v77 * v43;
let v80 = v69 + v79;
let v81 = u32(5);
let v82 = v44 + v81;
let v86 = &(*v1378)[v82];
let v87 = *v86;
let v88 = u32(v87);
let v90 = v88 * v36;
let v1343 = v1342;
let v92 = u32(v1343);
let v1278 = &shared_v93;
let v95 = u32(64);
let v1279 = &shared_v97;
let v1280 = &shared_v101;
let v103 = u32(128);
let v1281 = &shared_v105;
let v1282 = &shared_v109;
let v1283 = &shared_v113;
var<function> v1284_store: u32;
let v1284 = &v1284_store;
*v1284 = v92;
loop {
let v118 = u32(16);
let v119 = v90 * v118;
let v120 = *v1284;
let v121 = v120 < v119;
if !v121 { break; }
let v123 = *v1284;
let v124 = u32(16);
let v125 = v123 / v124;
let v127 = v125 / v36;
let v129 = v127 * v43;
let v130 = v80 + v129;
let v136 = &(*v1378)[v130];
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
let v156 = &(*v1382)[v152];
let v157 = *v156;
let v162 = &(*v1278)[v123];
*v162 = v157;
let v165 = v123 + v103;
*v1284 = v165;

}
var<function> v1286_store: u32;
let v1286 = &v1286_store;
*v1286 = v92;
loop {
let v167 = *v1286;
let v168 = v167 < v90;
if !v168 { break; }
let v172 = *v1286;
let v174 = &(*v1281)[v172];
let v175 = f32(-3.4028234663852886e38);
*v174 = v175;
let v180 = &(*v1282)[v172];
let v181 = f32(0.0);
*v180 = v181;
let v184 = v172 + v103;
*v1286 = v184;

}
let v185 = u32(32);
let v186 = v92 % v185;
let v188 = v92 / v185;
let v191 = u32(16);
let v192 = v92 % v191;
let v194 = v92 / v191;
var<function> v1288_store: array<vec4<f32>, 1>= array<vec4<f32>, 1>();
let v1288 = &v1288_store;
let v201 = f32(0.0);
let v202 = vec4<f32>(v201);
let v207 = &(*v1288)[v3];
*v207 = v202;
var<function> v1289_store: u32;
let v1289 = &v1289_store;
*v1289 = v54;
loop {
let v209 = *v1289;
let v210 = v209 < v62;
if !v210 { break; }
let v217 = &(*v1378)[v44];
let v218 = *v217;
let v219 = u32(0);
let v220 = v218 == v219;
var<function> v1291_store: u32;
let v1291 = &v1291_store;
*v1291 = v92;
loop {
let v224 = *v1291;
let v225 = u32(512);
let v226 = v224 < v225;
if !v226 { break; }
let v228 = *v1291;
let v230 = v228 / v191;
let v233 = v228 % v191;
let v234 = *v1289;
let v235 = v234 + v230;
var<function> v1293_store: vec4<f32>;
let v1293 = &v1293_store;
*v1293 = v202;
let v239 = v235 < v62;
if v239 {
var<function> v1294_store: u32;
let v1294 = &v1294_store;
*v1294 = v3;
var<function> v1295_store: u32;
let v1295 = &v1295_store;
*v1295 = v3;
let v246 = true;
var<function> v1296_store: bool;
let v1296 = &v1296_store;
*v1296 = v246;
if v220 {
let v251 = u32(3);
let v253 = &(*v1378)[v251];
let v254 = *v253;
let v255 = u32(v254);
let v256 = u32(6);
let v257 = v44 + v256;
let v261 = &(*v1378)[v257];
let v262 = *v261;
let v263 = u32(v262);
let v264 = v255 + v263;
let v265 = v235 / v25;
let v266 = v264 + v265;
let v270 = &(*v1378)[v266];
let v271 = *v270;
let v272 = u32(v271);
let v273 = v272 * v25;
let v274 = v235 % v25;
let v275 = v273 + v274;
*v1295 = v275;

} else {
let v276 = u32(8);
let v277 = v44 + v276;
let v281 = &(*v1378)[v277];
let v282 = *v281;
let v283 = u32(v282);
let v284 = v235 >= v283;
if v284 {
let v285 = false;
*v1296 = v285;
let v286 = u32(9);
let v287 = v44 + v286;
let v291 = &(*v1378)[v287];
let v292 = *v291;
let v293 = u32(v292);
let v294 = v293 + v235;
let v295 = v294 - v283;
*v1294 = v295;

} else {
let v296 = u32(6);
let v297 = v44 + v296;
let v301 = &(*v1378)[v297];
let v302 = *v301;
let v303 = u32(v302);
let v304 = u32(7);
let v305 = v44 + v304;
let v309 = &(*v1378)[v305];
let v310 = *v309;
let v311 = u32(v310);
let v312 = v235 % v311;
let v313 = v303 + v312;
*v1295 = v313;

}

}
let v314 = *v1296;
if v314 {
let v315 = *v1295;
let v317 = v315 * v36;
let v318 = v317 + v46;
var<function> v1297_store: u32;
let v1297 = &v1297_store;
*v1297 = v219;
let v328 = v318 * v191;
let v329 = v328 + v233;
let v333 = &(*v1379)[v329];
let v334 = *v333;
var<function> v1298_store: vec4<f32>;
let v1298 = &v1298_store;
*v1298 = v202;
let v338 = v334[0];
let v341 = u32(65535);
let v342 = v338 & v341;
let v343 = u32(16);
let v344 = v342 << u32(v343);
let v345 = bitcast<f32>(v344);
let v346 = *v1298;
let v347 = vec4<f32>(v345, v346[1], v346[2], v346[3]);
*v1298 = v347;
let v350 = v338 >> u32(v343);
let v352 = v350 & v341;
let v354 = v352 << u32(v343);
let v355 = bitcast<f32>(v354);
let v356 = *v1298;
let v357 = vec4<f32>(v356[0], v355, v356[2], v356[3]);
*v1298 = v357;
let v358 = v334[1];
let v362 = v358 & v341;
let v364 = v362 << u32(v343);
let v365 = bitcast<f32>(v364);
let v366 = *v1298;
let v367 = vec4<f32>(v366[0], v366[1], v365, v366[3]);
*v1298 = v367;
let v370 = v358 >> u32(v343);
let v372 = v370 & v341;
let v374 = v372 << u32(v343);
let v375 = bitcast<f32>(v374);
let v376 = *v1298;
let v377 = vec4<f32>(v376[0], v376[1], v376[2], v375);
*v1298 = v377;
let v378 = *v1298;
*v1293 = v378;

} else {
let v379 = *v1294;
let v381 = v379 * v36;
let v382 = v381 + v46;
let v384 = v382 * v191;
let v385 = v384 + v233;
var<function> v1299_store: u32;
let v1299 = &v1299_store;
*v1299 = v219;
var<function> v1300_store: vec4<f32>;
let v1300 = &v1300_store;
*v1300 = v202;
let v395 = &(*v1381)[v385];
let v396 = *v395;
let v397 = v396[0];
let v398 = bitcast<u32>(v397);
let v399 = u32(32767);
let v400 = v398 + v399;
let v401 = u32(16);
let v402 = v398 >> u32(v401);
let v403 = u32(1);
let v404 = v402 & v403;
let v405 = v400 + v404;
let v407 = v405 >> u32(v401);
let v410 = u32(64);
let v411 = v402 | v410;
let v412 = u32(2147483647);
let v413 = v398 & v412;
let v414 = u32(2139095040);
let v415 = v413 > v414;
let v416 = select(v407, v411, v415);
let v418 = v416 << u32(v401);
let v419 = bitcast<f32>(v418);
let v420 = *v1300;
let v421 = vec4<f32>(v419, v420[1], v420[2], v420[3]);
*v1300 = v421;
let v427 = v396[1];
let v428 = bitcast<u32>(v427);
let v430 = v428 + v399;
let v432 = v428 >> u32(v401);
let v434 = v432 & v403;
let v435 = v430 + v434;
let v437 = v435 >> u32(v401);
let v441 = v432 | v410;
let v443 = v428 & v412;
let v445 = v443 > v414;
let v446 = select(v437, v441, v445);
let v448 = v446 << u32(v401);
let v449 = bitcast<f32>(v448);
let v450 = *v1300;
let v451 = vec4<f32>(v450[0], v449, v450[2], v450[3]);
*v1300 = v451;
let v457 = v396[2];
let v458 = bitcast<u32>(v457);
let v460 = v458 + v399;
let v462 = v458 >> u32(v401);
let v464 = v462 & v403;
let v465 = v460 + v464;
let v467 = v465 >> u32(v401);
let v471 = v462 | v410;
let v473 = v458 & v412;
let v475 = v473 > v414;
let v476 = select(v467, v471, v475);
let v478 = v476 << u32(v401);
let v479 = bitcast<f32>(v478);
let v480 = *v1300;
let v481 = vec4<f32>(v480[0], v480[1], v479, v480[3]);
*v1300 = v481;
let v487 = v396[3];
let v488 = bitcast<u32>(v487);
let v490 = v488 + v399;
let v492 = v488 >> u32(v401);
let v494 = v492 & v403;
let v495 = v490 + v494;
let v497 = v495 >> u32(v401);
let v501 = v492 | v410;
let v503 = v488 & v412;
let v505 = v503 > v414;
let v506 = select(v497, v501, v505);
let v508 = v506 << u32(v401);
let v509 = bitcast<f32>(v508);
let v510 = *v1300;
let v511 = vec4<f32>(v510[0], v510[1], v510[2], v509);
*v1300 = v511;
let v512 = *v1300;
*v1293 = v512;

}

}
let v513 = u32(17);
let v514 = v230 * v513;
let v515 = v514 + v233;
let v519 = &(*v1279)[v515];
let v520 = *v1293;
*v519 = v520;
let v521 = *v1291;
let v523 = v521 + v103;
*v1291 = v523;

}
workgroupBarrier();
var<function> v1301_store: array<f32, 1>= array<f32, 1>();
let v1301 = &v1301_store;
let v532 = &(*v1301)[v3];
*v532 = v201;
for(var v537: u32 = v3; v537 < v191; v537 += v47) {
let v539 = u32(17);
let v540 = v186 * v539;
let v541 = v540 + v537;
let v545 = &(*v1279)[v541];
let v546 = *v545;
let v549 = u32(3);
let v550 = min(v188, v549);
let v552 = v550 * v191;
let v553 = v552 + v537;
let v557 = &(*v1278)[v553];
let v558 = *v557;
let v559 = v546 * v558;
let v560 = v559[0];
let v566 = *v532;
let v567 = v566 + v560;
*v532 = v567;
let v568 = v559[1];
let v574 = *v532;
let v575 = v574 + v568;
*v532 = v575;
let v576 = v559[2];
let v582 = *v532;
let v583 = v582 + v576;
*v532 = v583;
let v584 = v559[3];
let v590 = *v532;
let v591 = v590 + v584;
*v532 = v591;

}
let v592 = *v1289;
let v593 = v592 + v186;
let v596 = v188 < v90;
if v596 {
let v598 = v188 / v36;
let v600 = v598 * v43;
let v601 = v80 + v600;
let v602 = v593 < v62;
var<function> v1303_store: bool;
let v1303 = &v1303_store;
if v602 {
let v604 = v601 + v47;
let v608 = &(*v1378)[v604];
let v609 = *v608;
let v610 = u32(v609);
let v611 = v593 >= v610;
*v1303 = v611;

} else {
let v613 = false;
*v1303 = v613;

}
let v614 = *v1303;
var<function> v1304_store: bool;
let v1304 = &v1304_store;
if v614 {
let v616 = v601 + v36;
let v620 = &(*v1378)[v616];
let v621 = *v620;
let v622 = u32(v621);
let v623 = v593 <= v622;
*v1304 = v623;

} else {
let v625 = false;
*v1304 = v625;

}
let v631 = *v532;
let v632 = v631 * v27;
let v633 = *v1304;
let v634 = f32(-3.4028234663852886e38);
let v635 = select(v634, v632, v633);
*v532 = v635;
let v646 = *v532;
let v648 = v188 * v185;
let v649 = v648 + v186;
let v653 = &(*v1280)[v649];
*v653 = v646;

}
workgroupBarrier();
var<function> v1305_store: u32;
let v1305 = &v1305_store;
*v1305 = v92;
loop {
let v655 = *v1305;
let v656 = v655 < v90;
if !v656 { break; }
let v660 = *v1305;
let v662 = &(*v1281)[v660];
let v663 = *v662;
var<function> v1307_store: f32;
let v1307 = &v1307_store;
*v1307 = v663;
for(var v668: u32 = v3; v668 < v185; v668 += v47) {
let v670 = *v1305;
let v672 = v670 * v185;
let v673 = v672 + v668;
let v677 = &(*v1280)[v673];
let v678 = *v677;
let v679 = *v1307;
let v680 = max(v679, v678);
*v1307 = v680;

}
let v683 = *v1305;
let v685 = &(*v1281)[v683];
let v686 = *v1307;
*v685 = v686;
let v688 = v663 - v686;
let v689 = exp(v688);
let v694 = &(*v1283)[v683];
*v694 = v689;
let v697 = v683 + v103;
*v1305 = v697;

}
workgroupBarrier();
if v596 {
let v706 = *v532;
let v707 = f32(-3.4028234663852886e38);
let v708 = v706 == v707;
let v718 = &(*v1281)[v188];
let v719 = *v718;
let v720 = v706 - v719;
let v721 = exp(v720);
let v723 = select(v721, v201, v708);
let v725 = v188 * v185;
let v726 = v725 + v186;
let v730 = &(*v1280)[v726];
*v730 = v723;

}
let v737 = *v217;
let v739 = v737 == v219;
var<function> v1309_store: u32;
let v1309 = &v1309_store;
*v1309 = v92;
loop {
let v743 = *v1309;
let v744 = u32(512);
let v745 = v743 < v744;
if !v745 { break; }
let v747 = *v1309;
let v749 = v747 / v191;
let v752 = v747 % v191;
let v753 = *v1289;
let v754 = v753 + v749;
var<function> v1311_store: vec4<f32>;
let v1311 = &v1311_store;
*v1311 = v202;
let v758 = v754 < v62;
if v758 {
var<function> v1312_store: u32;
let v1312 = &v1312_store;
*v1312 = v3;
var<function> v1313_store: u32;
let v1313 = &v1313_store;
*v1313 = v3;
let v765 = true;
var<function> v1314_store: bool;
let v1314 = &v1314_store;
*v1314 = v765;
if v739 {
let v770 = u32(3);
let v772 = &(*v1378)[v770];
let v773 = *v772;
let v774 = u32(v773);
let v775 = u32(6);
let v776 = v44 + v775;
let v780 = &(*v1378)[v776];
let v781 = *v780;
let v782 = u32(v781);
let v783 = v774 + v782;
let v784 = v754 / v25;
let v785 = v783 + v784;
let v789 = &(*v1378)[v785];
let v790 = *v789;
let v791 = u32(v790);
let v792 = v791 * v25;
let v793 = v754 % v25;
let v794 = v792 + v793;
*v1313 = v794;

} else {
let v795 = u32(8);
let v796 = v44 + v795;
let v800 = &(*v1378)[v796];
let v801 = *v800;
let v802 = u32(v801);
let v803 = v754 >= v802;
if v803 {
let v804 = false;
*v1314 = v804;
let v805 = u32(9);
let v806 = v44 + v805;
let v810 = &(*v1378)[v806];
let v811 = *v810;
let v812 = u32(v811);
let v813 = v812 + v754;
let v814 = v813 - v802;
*v1312 = v814;

} else {
let v815 = u32(6);
let v816 = v44 + v815;
let v820 = &(*v1378)[v816];
let v821 = *v820;
let v822 = u32(v821);
let v823 = u32(7);
let v824 = v44 + v823;
let v828 = &(*v1378)[v824];
let v829 = *v828;
let v830 = u32(v829);
let v831 = v754 % v830;
let v832 = v822 + v831;
*v1313 = v832;

}

}
let v833 = *v1314;
if v833 {
let v834 = *v1313;
let v836 = v834 * v36;
let v837 = v836 + v46;
let v839 = v26 * v36;
var<function> v1315_store: u32;
let v1315 = &v1315_store;
*v1315 = v219;
let v845 = v837 + v839;
let v847 = v845 * v191;
let v848 = v847 + v752;
let v852 = &(*v1379)[v848];
let v853 = *v852;
var<function> v1316_store: vec4<f32>;
let v1316 = &v1316_store;
*v1316 = v202;
let v857 = v853[0];
let v860 = u32(65535);
let v861 = v857 & v860;
let v862 = u32(16);
let v863 = v861 << u32(v862);
let v864 = bitcast<f32>(v863);
let v865 = *v1316;
let v866 = vec4<f32>(v864, v865[1], v865[2], v865[3]);
*v1316 = v866;
let v869 = v857 >> u32(v862);
let v871 = v869 & v860;
let v873 = v871 << u32(v862);
let v874 = bitcast<f32>(v873);
let v875 = *v1316;
let v876 = vec4<f32>(v875[0], v874, v875[2], v875[3]);
*v1316 = v876;
let v877 = v853[1];
let v881 = v877 & v860;
let v883 = v881 << u32(v862);
let v884 = bitcast<f32>(v883);
let v885 = *v1316;
let v886 = vec4<f32>(v885[0], v885[1], v884, v885[3]);
*v1316 = v886;
let v889 = v877 >> u32(v862);
let v891 = v889 & v860;
let v893 = v891 << u32(v862);
let v894 = bitcast<f32>(v893);
let v895 = *v1316;
let v896 = vec4<f32>(v895[0], v895[1], v895[2], v894);
*v1316 = v896;
let v897 = *v1316;
*v1311 = v897;

} else {
let v898 = *v1312;
let v900 = v898 * v36;
let v901 = v900 + v46;
let v903 = v901 * v191;
let v904 = v903 + v752;
var<function> v1317_store: u32;
let v1317 = &v1317_store;
*v1317 = v219;
var<function> v1318_store: vec4<f32>;
let v1318 = &v1318_store;
*v1318 = v202;
let v914 = &(*v1380)[v904];
let v915 = *v914;
let v916 = v915[0];
let v917 = bitcast<u32>(v916);
let v918 = u32(32767);
let v919 = v917 + v918;
let v920 = u32(16);
let v921 = v917 >> u32(v920);
let v922 = u32(1);
let v923 = v921 & v922;
let v924 = v919 + v923;
let v926 = v924 >> u32(v920);
let v929 = u32(64);
let v930 = v921 | v929;
let v931 = u32(2147483647);
let v932 = v917 & v931;
let v933 = u32(2139095040);
let v934 = v932 > v933;
let v935 = select(v926, v930, v934);
let v937 = v935 << u32(v920);
let v938 = bitcast<f32>(v937);
let v939 = *v1318;
let v940 = vec4<f32>(v938, v939[1], v939[2], v939[3]);
*v1318 = v940;
let v946 = v915[1];
let v947 = bitcast<u32>(v946);
let v949 = v947 + v918;
let v951 = v947 >> u32(v920);
let v953 = v951 & v922;
let v954 = v949 + v953;
let v956 = v954 >> u32(v920);
let v960 = v951 | v929;
let v962 = v947 & v931;
let v964 = v962 > v933;
let v965 = select(v956, v960, v964);
let v967 = v965 << u32(v920);
let v968 = bitcast<f32>(v967);
let v969 = *v1318;
let v970 = vec4<f32>(v969[0], v968, v969[2], v969[3]);
*v1318 = v970;
let v976 = v915[2];
let v977 = bitcast<u32>(v976);
let v979 = v977 + v918;
let v981 = v977 >> u32(v920);
let v983 = v981 & v922;
let v984 = v979 + v983;
let v986 = v984 >> u32(v920);
let v990 = v981 | v929;
let v992 = v977 & v931;
let v994 = v992 > v933;
let v995 = select(v986, v990, v994);
let v997 = v995 << u32(v920);
let v998 = bitcast<f32>(v997);
let v999 = *v1318;
let v1000 = vec4<f32>(v999[0], v999[1], v998, v999[3]);
*v1318 = v1000;
let v1006 = v915[3];
let v1007 = bitcast<u32>(v1006);
let v1009 = v1007 + v918;
let v1011 = v1007 >> u32(v920);
let v1013 = v1011 & v922;
let v1014 = v1009 + v1013;
let v1016 = v1014 >> u32(v920);
let v1020 = v1011 | v929;
let v1022 = v1007 & v931;
let v1024 = v1022 > v933;
let v1025 = select(v1016, v1020, v1024);
let v1027 = v1025 << u32(v920);
let v1028 = bitcast<f32>(v1027);
let v1029 = *v1318;
let v1030 = vec4<f32>(v1029[0], v1029[1], v1029[2], v1028);
*v1318 = v1030;
let v1031 = *v1318;
*v1311 = v1031;

}

}
let v1032 = u32(17);
let v1033 = v749 * v1032;
let v1034 = v1033 + v752;
let v1038 = &(*v1279)[v1034];
let v1039 = *v1311;
*v1038 = v1039;
let v1040 = *v1309;
let v1042 = v1040 + v103;
*v1309 = v1042;

}
workgroupBarrier();
var<function> v1319_store: u32;
let v1319 = &v1319_store;
*v1319 = v92;
loop {
let v1044 = *v1319;
let v1045 = v1044 < v90;
if !v1045 { break; }
let v1049 = *v1319;
let v1051 = &(*v1282)[v1049];
let v1052 = *v1051;
let v1057 = &(*v1283)[v1049];
let v1058 = *v1057;
let v1059 = v1052 * v1058;
var<function> v1321_store: f32;
let v1321 = &v1321_store;
*v1321 = v1059;
for(var v1064: u32 = v3; v1064 < v185; v1064 += v47) {
let v1066 = *v1319;
let v1068 = v1066 * v185;
let v1069 = v1068 + v1064;
let v1073 = &(*v1280)[v1069];
let v1074 = *v1073;
let v1075 = *v1321;
let v1076 = v1075 + v1074;
*v1321 = v1076;

}
let v1079 = *v1319;
let v1081 = &(*v1282)[v1079];
let v1082 = *v1321;
*v1081 = v1082;
let v1085 = v1079 + v103;
*v1319 = v1085;

}
let v1086 = v194 < v90;
if v1086 {
let v1089 = u32(3);
let v1090 = min(v194, v1089);
let v1094 = &(*v1283)[v1090];
let v1095 = *v1094;
let v1096 = vec4<f32>(v1095);
let v1102 = *v207;
let v1103 = v1102 * v1096;
*v207 = v1103;
for(var v1107: u32 = v3; v1107 < v185; v1107 += v47) {
let v1109 = u32(17);
let v1110 = v1107 * v1109;
let v1111 = v1110 + v192;
let v1115 = &(*v1279)[v1111];
let v1116 = *v1115;
let v1122 = v1090 * v185;
let v1123 = v1122 + v1107;
let v1127 = &(*v1280)[v1123];
let v1128 = *v1127;
let v1129 = vec4<f32>(v1128);
let v1136 = *v207;
let v1376 = fma(v1116, v1129, v1136);
*v207 = v1376;

}

}
workgroupBarrier();
let v1138 = *v1289;
let v1140 = v1138 + v185;
*v1289 = v1140;

}
let v1143 = v194 < v90;
let v1144 = true;
var<function> v1324_store: bool;
let v1324 = &v1324_store;
if v1143 {
*v1324 = v1144;

} else {
let v1147 = false;
*v1324 = v1147;

}
let v1148 = *v1324;
if v1148 {
let v1150 = v194 / v36;
let v1152 = v1150 * v43;
let v1153 = v80 + v1152;
let v1154 = u32(3);
let v1155 = v1153 + v1154;
let v1159 = &(*v1378)[v1155];
let v1160 = *v1159;
let v1161 = u32(v1160);
let v1163 = v44 + v1154;
let v1167 = &(*v1378)[v1163];
let v1168 = *v1167;
let v1169 = u32(v1168);
let v1170 = v1161 + v1169;
let v1172 = v46 * v36;
let v1174 = v194 % v36;
let v1175 = v1172 + v1174;
let v1177 = v1170 * v43;
let v1178 = v1177 + v1175;
let v1179 = u32(66);
let v1180 = v1178 * v1179;
let v1186 = *v207;
let v1187 = v1186[0];
let v1189 = v192 * v43;
let v1190 = v1180 + v1189;
let v1196 = &(*v1377)[v1190];
*v1196 = v1187;
let v1203 = v1186[1];
let v1208 = v1190 + v47;
let v1212 = &(*v1377)[v1208];
*v1212 = v1203;
let v1219 = v1186[2];
let v1224 = v1190 + v36;
let v1228 = &(*v1377)[v1224];
*v1228 = v1219;
let v1235 = v1186[3];
let v1240 = v1190 + v1154;
let v1244 = &(*v1377)[v1240];
*v1244 = v1235;
let v1246 = v192 == v3;
if v1246 {
let v1250 = &(*v1281)[v194];
let v1251 = *v1250;
let v1253 = v1180 + v95;
let v1257 = &(*v1377)[v1253];
*v1257 = v1251;
let v1261 = &(*v1282)[v194];
let v1262 = *v1261;
let v1266 = v1253 + v47;
let v1270 = &(*v1377)[v1266];
*v1270 = v1262;

}

}

}
return;

}
