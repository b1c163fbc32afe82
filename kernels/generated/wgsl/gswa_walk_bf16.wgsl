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
fn gswa_walk_kernel_n_4_w_2(@builtin(local_invocation_index) v1289: u32, @builtin(workgroup_id) v1293: vec3<u32>, @builtin(num_workgroups) v1295: vec3<u32>) {
let v1323 = &v21;
let v1324 = &v17;
let v1325 = &v13;
let v1326 = &v9;
let v1327 = &v5;
let v1328 = &v1;
let v3 = u32(0);
let v25 = info_var.scalars_usize[0];
let v26 = info_var.scalars_usize[1];
let v27 = info_var.scalars_f32[0];
let v1294 = v1293[2];
let v1273 = u32(v1294);
let v1296 = v1295[1];
let v1275 = u32(v1296);
let v1276 = v1273 * v1275;
let v1297 = v1295[0];
let v1278 = u32(v1297);
let v1279 = v1276 * v1278;
let v1298 = v1293[1];
let v1281 = u32(v1298);
let v1284 = v1281 * v1278;
let v1285 = v1279 + v1284;
let v1300 = v1293[0];
let v1287 = u32(v1300);
let v1288 = v1285 + v1287;
let v33 = &(*v1324)[v3];
let v34 = *v33;
let v35 = u32(v34);
let v36 = u32(2);
let v37 = v35 * v36;
let v38 = v1288 < v37;
if v38 {
let v40 = v1288 / v36;
let v41 = u32(10);
let v42 = v40 * v41;
let v43 = u32(4);
let v44 = v43 + v42;
let v46 = v1288 % v36;
let v47 = u32(1);
let v48 = v44 + v47;
let v52 = &(*v1324)[v48];
let v53 = *v52;
let v54 = u32(v53);
let v56 = v44 + v36;
let v60 = &(*v1324)[v56];
let v61 = *v60;
let v62 = u32(v61);
let v67 = &(*v1324)[v47];
let v68 = *v67;
let v69 = u32(v68);
let v71 = v44 + v43;
let v75 = &(*v1324)[v71];
let v76 = *v75;
let v77 = u32(v76);
let v79 = v77 * v43;
let v80 = v69 + v79;
let v81 = u32(5);
let v82 = v44 + v81;
let v86 = &(*v1324)[v82];
let v87 = *v86;
let v88 = u32(v87);
let v90 = v88 * v36;
let v1290 = v1289;
let v92 = u32(v1290);
let v1229 = &shared_v93;
let v95 = u32(64);
let v1230 = &shared_v97;
let v1231 = &shared_v101;
let v103 = u32(128);
let v1232 = &shared_v105;
let v1233 = &shared_v109;
let v1234 = &shared_v113;
var<function> v1235_store: u32;
let v1235 = &v1235_store;
*v1235 = v92;
loop {
let v118 = u32(16);
let v119 = v90 * v118;
let v120 = *v1235;
let v121 = v120 < v119;
if !v121 { break; }
let v123 = *v1235;
let v124 = u32(16);
let v125 = v123 / v124;
let v127 = v125 / v36;
let v129 = v127 * v43;
let v130 = v80 + v129;
let v136 = &(*v1324)[v130];
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
let v156 = &(*v1328)[v152];
let v157 = *v156;
let v162 = &(*v1229)[v123];
*v162 = v157;
let v165 = v123 + v103;
*v1235 = v165;

}
var<function> v1237_store: u32;
let v1237 = &v1237_store;
*v1237 = v92;
loop {
let v167 = *v1237;
let v168 = v167 < v90;
if !v168 { break; }
let v172 = *v1237;
let v174 = &(*v1232)[v172];
let v175 = f32(-3.4028234663852886e38);
*v174 = v175;
let v180 = &(*v1233)[v172];
let v181 = f32(0.0);
*v180 = v181;
let v184 = v172 + v103;
*v1237 = v184;

}
let v185 = u32(32);
let v186 = v92 % v185;
let v188 = v92 / v185;
let v191 = u32(16);
let v192 = v92 % v191;
let v194 = v92 / v191;
var<function> v1239_store: array<vec4<f32>, 1>= array<vec4<f32>, 1>();
let v1239 = &v1239_store;
let v201 = f32(0.0);
let v202 = vec4<f32>(v201);
let v207 = &(*v1239)[v3];
*v207 = v202;
var<function> v1240_store: u32;
let v1240 = &v1240_store;
*v1240 = v54;
loop {
let v209 = *v1240;
let v210 = v209 < v62;
if !v210 { break; }
let v217 = &(*v1324)[v44];
let v218 = *v217;
let v219 = u32(0);
let v220 = v218 == v219;
var<function> v1242_store: u32;
let v1242 = &v1242_store;
*v1242 = v92;
loop {
let v224 = *v1242;
let v225 = u32(512);
let v226 = v224 < v225;
if !v226 { break; }
let v228 = *v1242;
let v230 = v228 / v191;
let v233 = v228 % v191;
let v234 = *v1240;
let v235 = v234 + v230;
var<function> v1244_store: vec4<f32>;
let v1244 = &v1244_store;
*v1244 = v202;
let v239 = v235 < v62;
if v239 {
var<function> v1245_store: u32;
let v1245 = &v1245_store;
*v1245 = v3;
var<function> v1246_store: u32;
let v1246 = &v1246_store;
*v1246 = v3;
let v246 = true;
var<function> v1247_store: bool;
let v1247 = &v1247_store;
*v1247 = v246;
if v220 {
let v251 = u32(3);
let v253 = &(*v1324)[v251];
let v254 = *v253;
let v255 = u32(v254);
let v256 = u32(6);
let v257 = v44 + v256;
let v261 = &(*v1324)[v257];
let v262 = *v261;
let v263 = u32(v262);
let v264 = v255 + v263;
let v265 = v235 / v25;
let v266 = v264 + v265;
let v270 = &(*v1324)[v266];
let v271 = *v270;
let v272 = u32(v271);
let v273 = v272 * v25;
let v274 = v235 % v25;
let v275 = v273 + v274;
*v1246 = v275;

} else {
let v276 = u32(8);
let v277 = v44 + v276;
let v281 = &(*v1324)[v277];
let v282 = *v281;
let v283 = u32(v282);
let v284 = v235 >= v283;
if v284 {
let v285 = false;
*v1247 = v285;
let v286 = u32(9);
let v287 = v44 + v286;
let v291 = &(*v1324)[v287];
let v292 = *v291;
let v293 = u32(v292);
let v294 = v293 + v235;
let v295 = v294 - v283;
*v1245 = v295;

} else {
let v296 = u32(6);
let v297 = v44 + v296;
let v301 = &(*v1324)[v297];
let v302 = *v301;
let v303 = u32(v302);
let v304 = u32(7);
let v305 = v44 + v304;
let v309 = &(*v1324)[v305];
let v310 = *v309;
let v311 = u32(v310);
let v312 = v235 % v311;
let v313 = v303 + v312;
*v1246 = v313;

}

}
let v314 = *v1247;
if v314 {
let v316 = *v1246;
let v319 = v316 * v36;
let v320 = v319 + v46;
let v322 = v320 * v191;
let v323 = v322 + v233;
let v327 = &(*v1325)[v323];
let v328 = *v327;
var<function> v1248_store: vec4<f32>;
let v1248 = &v1248_store;
*v1248 = v202;
let v332 = v328[0];
let v335 = u32(65535);
let v336 = v332 & v335;
let v337 = u32(16);
let v338 = v336 << u32(v337);
let v339 = bitcast<f32>(v338);
let v340 = *v1248;
let v341 = vec4<f32>(v339, v340[1], v340[2], v340[3]);
*v1248 = v341;
let v344 = v332 >> u32(v337);
let v346 = v344 & v335;
let v348 = v346 << u32(v337);
let v349 = bitcast<f32>(v348);
let v350 = *v1248;
let v351 = vec4<f32>(v350[0], v349, v350[2], v350[3]);
*v1248 = v351;
let v352 = v328[1];
let v356 = v352 & v335;
let v358 = v356 << u32(v337);
let v359 = bitcast<f32>(v358);
let v360 = *v1248;
let v361 = vec4<f32>(v360[0], v360[1], v359, v360[3]);
*v1248 = v361;
let v364 = v352 >> u32(v337);
let v366 = v364 & v335;
let v368 = v366 << u32(v337);
let v369 = bitcast<f32>(v368);
let v370 = *v1248;
let v371 = vec4<f32>(v370[0], v370[1], v370[2], v369);
*v1248 = v371;
let v372 = *v1248;
*v1244 = v372;

} else {
let v373 = *v1245;
let v375 = v373 * v36;
let v376 = v375 + v46;
let v378 = v376 * v191;
let v379 = v378 + v233;
let v383 = &(*v1327)[v379];
let v384 = *v383;
var<function> v1249_store: vec4<f32>;
let v1249 = &v1249_store;
*v1249 = v202;
let v388 = v384[0];
let v389 = bitcast<u32>(v388);
let v390 = u32(32767);
let v391 = v389 + v390;
let v392 = u32(16);
let v393 = v389 >> u32(v392);
let v394 = u32(1);
let v395 = v393 & v394;
let v396 = v391 + v395;
let v398 = v396 >> u32(v392);
let v401 = u32(64);
let v402 = v393 | v401;
let v403 = u32(2147483647);
let v404 = v389 & v403;
let v405 = u32(2139095040);
let v406 = v404 > v405;
let v407 = select(v398, v402, v406);
let v409 = v407 << u32(v392);
let v410 = bitcast<f32>(v409);
let v411 = *v1249;
let v412 = vec4<f32>(v410, v411[1], v411[2], v411[3]);
*v1249 = v412;
let v413 = v384[1];
let v414 = bitcast<u32>(v413);
let v416 = v414 + v390;
let v418 = v414 >> u32(v392);
let v420 = v418 & v394;
let v421 = v416 + v420;
let v423 = v421 >> u32(v392);
let v427 = v418 | v401;
let v429 = v414 & v403;
let v431 = v429 > v405;
let v432 = select(v423, v427, v431);
let v434 = v432 << u32(v392);
let v435 = bitcast<f32>(v434);
let v436 = *v1249;
let v437 = vec4<f32>(v436[0], v435, v436[2], v436[3]);
*v1249 = v437;
let v438 = v384[2];
let v439 = bitcast<u32>(v438);
let v441 = v439 + v390;
let v443 = v439 >> u32(v392);
let v445 = v443 & v394;
let v446 = v441 + v445;
let v448 = v446 >> u32(v392);
let v452 = v443 | v401;
let v454 = v439 & v403;
let v456 = v454 > v405;
let v457 = select(v448, v452, v456);
let v459 = v457 << u32(v392);
let v460 = bitcast<f32>(v459);
let v461 = *v1249;
let v462 = vec4<f32>(v461[0], v461[1], v460, v461[3]);
*v1249 = v462;
let v463 = v384[3];
let v464 = bitcast<u32>(v463);
let v466 = v464 + v390;
let v468 = v464 >> u32(v392);
let v470 = v468 & v394;
let v471 = v466 + v470;
let v473 = v471 >> u32(v392);
let v477 = v468 | v401;
let v479 = v464 & v403;
let v481 = v479 > v405;
let v482 = select(v473, v477, v481);
let v484 = v482 << u32(v392);
let v485 = bitcast<f32>(v484);
let v486 = *v1249;
let v487 = vec4<f32>(v486[0], v486[1], v486[2], v485);
*v1249 = v487;
let v488 = *v1249;
*v1244 = v488;

}

}
let v489 = u32(17);
let v490 = v230 * v489;
let v491 = v490 + v233;
let v495 = &(*v1230)[v491];
let v496 = *v1244;
*v495 = v496;
let v497 = *v1242;
let v499 = v497 + v103;
*v1242 = v499;

}
workgroupBarrier();
var<function> v1250_store: array<f32, 1>= array<f32, 1>();
let v1250 = &v1250_store;
let v508 = &(*v1250)[v3];
*v508 = v201;
for(var v513: u32 = v3; v513 < v191; v513 += v47) {
let v515 = u32(17);
let v516 = v186 * v515;
let v517 = v516 + v513;
let v521 = &(*v1230)[v517];
let v522 = *v521;
let v525 = u32(3);
let v526 = min(v188, v525);
let v528 = v526 * v191;
let v529 = v528 + v513;
let v533 = &(*v1229)[v529];
let v534 = *v533;
let v535 = v522 * v534;
let v536 = v535[0];
let v542 = *v508;
let v543 = v542 + v536;
*v508 = v543;
let v544 = v535[1];
let v550 = *v508;
let v551 = v550 + v544;
*v508 = v551;
let v552 = v535[2];
let v558 = *v508;
let v559 = v558 + v552;
*v508 = v559;
let v560 = v535[3];
let v566 = *v508;
let v567 = v566 + v560;
*v508 = v567;

}
let v568 = *v1240;
let v569 = v568 + v186;
let v572 = v188 < v90;
if v572 {
let v574 = v188 / v36;
let v576 = v574 * v43;
let v577 = v80 + v576;
let v578 = v569 < v62;
var<function> v1252_store: bool;
let v1252 = &v1252_store;
if v578 {
let v580 = v577 + v47;
let v584 = &(*v1324)[v580];
let v585 = *v584;
let v586 = u32(v585);
let v587 = v569 >= v586;
*v1252 = v587;

} else {
let v589 = false;
*v1252 = v589;

}
let v590 = *v1252;
var<function> v1253_store: bool;
let v1253 = &v1253_store;
if v590 {
let v592 = v577 + v36;
let v596 = &(*v1324)[v592];
let v597 = *v596;
let v598 = u32(v597);
let v599 = v569 <= v598;
*v1253 = v599;

} else {
let v601 = false;
*v1253 = v601;

}
let v607 = *v508;
let v608 = v607 * v27;
let v609 = *v1253;
let v610 = f32(-3.4028234663852886e38);
let v611 = select(v610, v608, v609);
*v508 = v611;
let v622 = *v508;
let v624 = v188 * v185;
let v625 = v624 + v186;
let v629 = &(*v1231)[v625];
*v629 = v622;

}
workgroupBarrier();
var<function> v1254_store: u32;
let v1254 = &v1254_store;
*v1254 = v92;
loop {
let v631 = *v1254;
let v632 = v631 < v90;
if !v632 { break; }
let v636 = *v1254;
let v638 = &(*v1232)[v636];
let v639 = *v638;
var<function> v1256_store: f32;
let v1256 = &v1256_store;
*v1256 = v639;
for(var v644: u32 = v3; v644 < v185; v644 += v47) {
let v646 = *v1254;
let v648 = v646 * v185;
let v649 = v648 + v644;
let v653 = &(*v1231)[v649];
let v654 = *v653;
let v655 = *v1256;
let v656 = max(v655, v654);
*v1256 = v656;

}
let v659 = *v1254;
let v661 = &(*v1232)[v659];
let v662 = *v1256;
*v661 = v662;
let v664 = v639 - v662;
let v665 = exp(v664);
let v670 = &(*v1234)[v659];
*v670 = v665;
let v673 = v659 + v103;
*v1254 = v673;

}
workgroupBarrier();
if v572 {
let v682 = *v508;
let v683 = f32(-3.4028234663852886e38);
let v684 = v682 != v683;
let v694 = &(*v1232)[v188];
let v695 = *v694;
let v696 = v682 - v695;
let v697 = exp(v696);
let v699 = select(v201, v697, v684);
let v701 = v188 * v185;
let v702 = v701 + v186;
let v706 = &(*v1231)[v702];
*v706 = v699;

}
let v713 = *v217;
let v715 = v713 == v219;
var<function> v1258_store: u32;
let v1258 = &v1258_store;
*v1258 = v92;
loop {
let v719 = *v1258;
let v720 = u32(512);
let v721 = v719 < v720;
if !v721 { break; }
let v723 = *v1258;
let v725 = v723 / v191;
let v728 = v723 % v191;
let v729 = *v1240;
let v730 = v729 + v725;
var<function> v1260_store: vec4<f32>;
let v1260 = &v1260_store;
*v1260 = v202;
let v734 = v730 < v62;
if v734 {
var<function> v1261_store: u32;
let v1261 = &v1261_store;
*v1261 = v3;
var<function> v1262_store: u32;
let v1262 = &v1262_store;
*v1262 = v3;
let v741 = true;
var<function> v1263_store: bool;
let v1263 = &v1263_store;
*v1263 = v741;
if v715 {
let v746 = u32(3);
let v748 = &(*v1324)[v746];
let v749 = *v748;
let v750 = u32(v749);
let v751 = u32(6);
let v752 = v44 + v751;
let v756 = &(*v1324)[v752];
let v757 = *v756;
let v758 = u32(v757);
let v759 = v750 + v758;
let v760 = v730 / v25;
let v761 = v759 + v760;
let v765 = &(*v1324)[v761];
let v766 = *v765;
let v767 = u32(v766);
let v768 = v767 * v25;
let v769 = v730 % v25;
let v770 = v768 + v769;
*v1262 = v770;

} else {
let v771 = u32(8);
let v772 = v44 + v771;
let v776 = &(*v1324)[v772];
let v777 = *v776;
let v778 = u32(v777);
let v779 = v730 >= v778;
if v779 {
let v780 = false;
*v1263 = v780;
let v781 = u32(9);
let v782 = v44 + v781;
let v786 = &(*v1324)[v782];
let v787 = *v786;
let v788 = u32(v787);
let v789 = v788 + v730;
let v790 = v789 - v778;
*v1261 = v790;

} else {
let v791 = u32(6);
let v792 = v44 + v791;
let v796 = &(*v1324)[v792];
let v797 = *v796;
let v798 = u32(v797);
let v799 = u32(7);
let v800 = v44 + v799;
let v804 = &(*v1324)[v800];
let v805 = *v804;
let v806 = u32(v805);
let v807 = v730 % v806;
let v808 = v798 + v807;
*v1262 = v808;

}

}
let v809 = *v1263;
if v809 {
let v810 = *v1262;
let v811 = v26 + v810;
let v813 = v811 * v36;
let v814 = v813 + v46;
let v816 = v814 * v191;
let v817 = v816 + v728;
let v821 = &(*v1325)[v817];
let v822 = *v821;
var<function> v1264_store: vec4<f32>;
let v1264 = &v1264_store;
*v1264 = v202;
let v826 = v822[0];
let v829 = u32(65535);
let v830 = v826 & v829;
let v831 = u32(16);
let v832 = v830 << u32(v831);
let v833 = bitcast<f32>(v832);
let v834 = *v1264;
let v835 = vec4<f32>(v833, v834[1], v834[2], v834[3]);
*v1264 = v835;
let v838 = v826 >> u32(v831);
let v840 = v838 & v829;
let v842 = v840 << u32(v831);
let v843 = bitcast<f32>(v842);
let v844 = *v1264;
let v845 = vec4<f32>(v844[0], v843, v844[2], v844[3]);
*v1264 = v845;
let v846 = v822[1];
let v850 = v846 & v829;
let v852 = v850 << u32(v831);
let v853 = bitcast<f32>(v852);
let v854 = *v1264;
let v855 = vec4<f32>(v854[0], v854[1], v853, v854[3]);
*v1264 = v855;
let v858 = v846 >> u32(v831);
let v860 = v858 & v829;
let v862 = v860 << u32(v831);
let v863 = bitcast<f32>(v862);
let v864 = *v1264;
let v865 = vec4<f32>(v864[0], v864[1], v864[2], v863);
*v1264 = v865;
let v866 = *v1264;
*v1260 = v866;

} else {
let v867 = *v1261;
let v869 = v867 * v36;
let v870 = v869 + v46;
let v872 = v870 * v191;
let v873 = v872 + v728;
let v877 = &(*v1326)[v873];
let v878 = *v877;
var<function> v1265_store: vec4<f32>;
let v1265 = &v1265_store;
*v1265 = v202;
let v882 = v878[0];
let v883 = bitcast<u32>(v882);
let v884 = u32(32767);
let v885 = v883 + v884;
let v886 = u32(16);
let v887 = v883 >> u32(v886);
let v888 = u32(1);
let v889 = v887 & v888;
let v890 = v885 + v889;
let v892 = v890 >> u32(v886);
let v895 = u32(64);
let v896 = v887 | v895;
let v897 = u32(2147483647);
let v898 = v883 & v897;
let v899 = u32(2139095040);
let v900 = v898 > v899;
let v901 = select(v892, v896, v900);
let v903 = v901 << u32(v886);
let v904 = bitcast<f32>(v903);
let v905 = *v1265;
let v906 = vec4<f32>(v904, v905[1], v905[2], v905[3]);
*v1265 = v906;
let v907 = v878[1];
let v908 = bitcast<u32>(v907);
let v910 = v908 + v884;
let v912 = v908 >> u32(v886);
let v914 = v912 & v888;
let v915 = v910 + v914;
let v917 = v915 >> u32(v886);
let v921 = v912 | v895;
let v923 = v908 & v897;
let v925 = v923 > v899;
let v926 = select(v917, v921, v925);
let v928 = v926 << u32(v886);
let v929 = bitcast<f32>(v928);
let v930 = *v1265;
let v931 = vec4<f32>(v930[0], v929, v930[2], v930[3]);
*v1265 = v931;
let v932 = v878[2];
let v933 = bitcast<u32>(v932);
let v935 = v933 + v884;
let v937 = v933 >> u32(v886);
let v939 = v937 & v888;
let v940 = v935 + v939;
let v942 = v940 >> u32(v886);
let v946 = v937 | v895;
let v948 = v933 & v897;
let v950 = v948 > v899;
let v951 = select(v942, v946, v950);
let v953 = v951 << u32(v886);
let v954 = bitcast<f32>(v953);
let v955 = *v1265;
let v956 = vec4<f32>(v955[0], v955[1], v954, v955[3]);
*v1265 = v956;
let v957 = v878[3];
let v958 = bitcast<u32>(v957);
let v960 = v958 + v884;
let v962 = v958 >> u32(v886);
let v964 = v962 & v888;
let v965 = v960 + v964;
let v967 = v965 >> u32(v886);
let v971 = v962 | v895;
let v973 = v958 & v897;
let v975 = v973 > v899;
let v976 = select(v967, v971, v975);
let v978 = v976 << u32(v886);
let v979 = bitcast<f32>(v978);
let v980 = *v1265;
let v981 = vec4<f32>(v980[0], v980[1], v980[2], v979);
*v1265 = v981;
let v982 = *v1265;
*v1260 = v982;

}

}
let v983 = u32(17);
let v984 = v725 * v983;
let v985 = v984 + v728;
let v989 = &(*v1230)[v985];
let v990 = *v1260;
*v989 = v990;
let v991 = *v1258;
let v993 = v991 + v103;
*v1258 = v993;

}
workgroupBarrier();
var<function> v1266_store: u32;
let v1266 = &v1266_store;
*v1266 = v92;
loop {
let v995 = *v1266;
let v996 = v995 < v90;
if !v996 { break; }
let v1000 = *v1266;
let v1002 = &(*v1233)[v1000];
let v1003 = *v1002;
let v1008 = &(*v1234)[v1000];
let v1009 = *v1008;
let v1010 = v1003 * v1009;
var<function> v1268_store: f32;
let v1268 = &v1268_store;
*v1268 = v1010;
for(var v1015: u32 = v3; v1015 < v185; v1015 += v47) {
let v1017 = *v1266;
let v1019 = v1017 * v185;
let v1020 = v1019 + v1015;
let v1024 = &(*v1231)[v1020];
let v1025 = *v1024;
let v1026 = *v1268;
let v1027 = v1026 + v1025;
*v1268 = v1027;

}
let v1030 = *v1266;
let v1032 = &(*v1233)[v1030];
let v1033 = *v1268;
*v1032 = v1033;
let v1036 = v1030 + v103;
*v1266 = v1036;

}
let v1037 = v194 < v90;
if v1037 {
let v1040 = u32(3);
let v1041 = min(v194, v1040);
let v1045 = &(*v1234)[v1041];
let v1046 = *v1045;
let v1047 = vec4<f32>(v1046);
let v1053 = *v207;
let v1054 = v1053 * v1047;
*v207 = v1054;
for(var v1058: u32 = v3; v1058 < v185; v1058 += v47) {
let v1060 = u32(17);
let v1061 = v1058 * v1060;
let v1062 = v1061 + v192;
let v1066 = &(*v1230)[v1062];
let v1067 = *v1066;
let v1073 = v1041 * v185;
let v1074 = v1073 + v1058;
let v1078 = &(*v1231)[v1074];
let v1079 = *v1078;
let v1080 = vec4<f32>(v1079);
let v1087 = *v207;
let v1322 = fma(v1067, v1080, v1087);
*v207 = v1322;

}

}
workgroupBarrier();
let v1089 = *v1240;
let v1091 = v1089 + v185;
*v1240 = v1091;

}
let v1094 = v194 < v90;
let v1095 = true;
var<function> v1271_store: bool;
let v1271 = &v1271_store;
if v1094 {
*v1271 = v1095;

} else {
let v1098 = false;
*v1271 = v1098;

}
let v1099 = *v1271;
if v1099 {
let v1101 = v194 / v36;
let v1103 = v1101 * v43;
let v1104 = v80 + v1103;
let v1105 = u32(3);
let v1106 = v1104 + v1105;
let v1110 = &(*v1324)[v1106];
let v1111 = *v1110;
let v1112 = u32(v1111);
let v1114 = v44 + v1105;
let v1118 = &(*v1324)[v1114];
let v1119 = *v1118;
let v1120 = u32(v1119);
let v1121 = v1112 + v1120;
let v1123 = v46 * v36;
let v1125 = v194 % v36;
let v1126 = v1123 + v1125;
let v1128 = v1121 * v43;
let v1129 = v1128 + v1126;
let v1130 = u32(66);
let v1131 = v1129 * v1130;
let v1137 = *v207;
let v1138 = v1137[0];
let v1140 = v192 * v43;
let v1141 = v1131 + v1140;
let v1147 = &(*v1323)[v1141];
*v1147 = v1138;
let v1154 = v1137[1];
let v1159 = v1141 + v47;
let v1163 = &(*v1323)[v1159];
*v1163 = v1154;
let v1170 = v1137[2];
let v1175 = v1141 + v36;
let v1179 = &(*v1323)[v1175];
*v1179 = v1170;
let v1186 = v1137[3];
let v1191 = v1141 + v1105;
let v1195 = &(*v1323)[v1191];
*v1195 = v1186;
let v1197 = v192 == v3;
if v1197 {
let v1201 = &(*v1232)[v194];
let v1202 = *v1201;
let v1204 = v1131 + v95;
let v1208 = &(*v1323)[v1204];
*v1208 = v1202;
let v1212 = &(*v1233)[v194];
let v1213 = *v1212;
let v1217 = v1204 + v47;
let v1221 = &(*v1323)[v1217];
*v1221 = v1213;

}

}

}
return;

}
