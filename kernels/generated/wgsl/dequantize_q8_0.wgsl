@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<u32>>;
struct info_st { scalars_usize: array<u32, 4>, static_meta: array<u32, 4> }
@group(0) @binding(3) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn dequantize_kernel(@builtin(workgroup_id) v671: vec3<u32>, @builtin(num_workgroups) v673: vec3<u32>, @builtin(local_invocation_index) v680: u32) {
let v726 = &v9;
let v727 = &v5;
let v728 = &v1;
let v13 = info_var.scalars_usize[0];
let v14 = info_var.scalars_usize[1];
let v15 = info_var.scalars_usize[2];
let v16 = info_var.scalars_usize[3];
let v672 = v671[2];
let v580 = u32(v672);
let v674 = v673[1];
let v582 = u32(v674);
let v583 = v580 * v582;
let v675 = v673[0];
let v585 = u32(v675);
let v586 = v583 * v585;
let v676 = v671[1];
let v588 = u32(v676);
let v591 = v588 * v585;
let v592 = v586 + v591;
let v678 = v671[0];
let v594 = u32(v678);
let v595 = v592 + v594;
let v706 = u32(128);
let v598 = v595 * v706;
let v681 = v680;
let v600 = u32(v681);
let v601 = v598 + v600;
let v18 = v601 < v14;
if v18 {
let v20 = v601 / v16;
let v22 = v601 % v16;
let v23 = v13 * v16;
let v25 = v23 + v601;
let v29 = &(*v728)[v25];
let v30 = *v29;
let v31 = u32(16);
let v32 = v22 * v31;
let v35 = v13 + v20;
let v36 = v35 * v15;
let v37 = v36 + v32;
let v38 = u32(32);
let v39 = v37 / v38;
let v40 = v32 < v15;
if v40 {
let v41 = u32(2);
let v42 = v39 / v41;
let v46 = &(*v727)[v42];
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
let v87 = u32(24);
let v88 = v86 << u32(v87);
let v89 = bitcast<i32>(v88);
let v90 = i32(24);
let v91 = v89 >> u32(v90);
let v92 = f32(v91);
let v94 = f32(0.0);
let v710 = fma(v92, v82, v94);
let v96 = v20 * v15;
let v97 = v96 + v32;
let v103 = &(*v726)[v97];
*v103 = v710;

}
let v104 = u32(1);
let v105 = v32 + v104;
let v106 = v105 < v15;
if v106 {
let v107 = v30[0];
let v109 = v107 << u32(v51);
let v110 = bitcast<i32>(v109);
let v111 = i32(24);
let v112 = v110 >> u32(v111);
let v113 = f32(v112);
let v115 = f32(0.0);
let v711 = fma(v113, v82, v115);
let v117 = v20 * v15;
let v118 = v117 + v32;
let v120 = v118 + v104;
let v124 = &(*v726)[v120];
*v124 = v711;

}
let v126 = v32 + v41;
let v127 = v126 < v15;
if v127 {
let v128 = v30[0];
let v129 = u32(8);
let v130 = v128 << u32(v129);
let v131 = bitcast<i32>(v130);
let v132 = i32(24);
let v133 = v131 >> u32(v132);
let v134 = f32(v133);
let v136 = f32(0.0);
let v712 = fma(v134, v82, v136);
let v138 = v20 * v15;
let v139 = v138 + v32;
let v141 = v139 + v41;
let v145 = &(*v726)[v141];
*v145 = v712;

}
let v146 = u32(3);
let v147 = v32 + v146;
let v148 = v147 < v15;
if v148 {
let v149 = v30[0];
let v152 = bitcast<i32>(v149);
let v153 = i32(24);
let v154 = v152 >> u32(v153);
let v155 = f32(v154);
let v157 = f32(0.0);
let v713 = fma(v155, v82, v157);
let v159 = v20 * v15;
let v160 = v159 + v32;
let v162 = v160 + v146;
let v166 = &(*v726)[v162];
*v166 = v713;

}

}
let v169 = u32(4);
let v170 = v32 + v169;
let v173 = v36 + v170;
let v175 = v173 / v38;
let v176 = v170 < v15;
if v176 {
let v177 = u32(2);
let v178 = v175 / v177;
let v182 = &(*v727)[v178];
let v183 = *v182;
let v184 = u32(v175);
let v185 = u32(1);
let v186 = v184 & v185;
let v187 = u32(16);
let v188 = v187 * v186;
let v189 = v183 >> u32(v188);
let v190 = u32(65535);
let v191 = v189 & v190;
let v192 = u32(32767);
let v193 = v191 & v192;
let v194 = u32(13);
let v195 = v193 << u32(v194);
let v196 = u32(939524096);
let v197 = v195 + v196;
let v200 = u32(2139095040);
let v201 = v195 | v200;
let v202 = u32(31744);
let v203 = v193 >= v202;
let v204 = select(v197, v201, v203);
let v205 = f32(v193);
let v206 = f32(5.960464477539063e-8);
let v207 = v205 * v206;
let v208 = u32(1024);
let v209 = v193 < v208;
let v210 = bitcast<f32>(v204);
let v211 = select(v210, v207, v209);
let v212 = bitcast<u32>(v211);
let v213 = u32(32768);
let v214 = v191 & v213;
let v216 = v214 << u32(v187);
let v217 = v212 | v216;
let v218 = bitcast<f32>(v217);
if v176 {
let v222 = v30[1];
let v223 = u32(24);
let v224 = v222 << u32(v223);
let v225 = bitcast<i32>(v224);
let v226 = i32(24);
let v227 = v225 >> u32(v226);
let v228 = f32(v227);
let v230 = f32(0.0);
let v714 = fma(v228, v218, v230);
let v232 = v20 * v15;
let v233 = v232 + v170;
let v239 = &(*v726)[v233];
*v239 = v714;

}
let v240 = u32(1);
let v241 = v170 + v240;
let v242 = v241 < v15;
if v242 {
let v243 = v30[1];
let v245 = v243 << u32(v187);
let v246 = bitcast<i32>(v245);
let v247 = i32(24);
let v248 = v246 >> u32(v247);
let v249 = f32(v248);
let v251 = f32(0.0);
let v715 = fma(v249, v218, v251);
let v253 = v20 * v15;
let v254 = v253 + v170;
let v256 = v254 + v240;
let v260 = &(*v726)[v256];
*v260 = v715;

}
let v262 = v170 + v177;
let v263 = v262 < v15;
if v263 {
let v264 = v30[1];
let v265 = u32(8);
let v266 = v264 << u32(v265);
let v267 = bitcast<i32>(v266);
let v268 = i32(24);
let v269 = v267 >> u32(v268);
let v270 = f32(v269);
let v272 = f32(0.0);
let v716 = fma(v270, v218, v272);
let v274 = v20 * v15;
let v275 = v274 + v170;
let v277 = v275 + v177;
let v281 = &(*v726)[v277];
*v281 = v716;

}
let v282 = u32(3);
let v283 = v170 + v282;
let v284 = v283 < v15;
if v284 {
let v285 = v30[1];
let v288 = bitcast<i32>(v285);
let v289 = i32(24);
let v290 = v288 >> u32(v289);
let v291 = f32(v290);
let v293 = f32(0.0);
let v717 = fma(v291, v218, v293);
let v295 = v20 * v15;
let v296 = v295 + v170;
let v298 = v296 + v282;
let v302 = &(*v726)[v298];
*v302 = v717;

}

}
let v305 = u32(8);
let v306 = v32 + v305;
let v309 = v36 + v306;
let v311 = v309 / v38;
let v312 = v306 < v15;
if v312 {
let v313 = u32(2);
let v314 = v311 / v313;
let v318 = &(*v727)[v314];
let v319 = *v318;
let v320 = u32(v311);
let v321 = u32(1);
let v322 = v320 & v321;
let v323 = u32(16);
let v324 = v323 * v322;
let v325 = v319 >> u32(v324);
let v326 = u32(65535);
let v327 = v325 & v326;
let v328 = u32(32767);
let v329 = v327 & v328;
let v330 = u32(13);
let v331 = v329 << u32(v330);
let v332 = u32(939524096);
let v333 = v331 + v332;
let v336 = u32(2139095040);
let v337 = v331 | v336;
let v338 = u32(31744);
let v339 = v329 >= v338;
let v340 = select(v333, v337, v339);
let v341 = f32(v329);
let v342 = f32(5.960464477539063e-8);
let v343 = v341 * v342;
let v344 = u32(1024);
let v345 = v329 < v344;
let v346 = bitcast<f32>(v340);
let v347 = select(v346, v343, v345);
let v348 = bitcast<u32>(v347);
let v349 = u32(32768);
let v350 = v327 & v349;
let v352 = v350 << u32(v323);
let v353 = v348 | v352;
let v354 = bitcast<f32>(v353);
if v312 {
let v358 = v30[2];
let v359 = u32(24);
let v360 = v358 << u32(v359);
let v361 = bitcast<i32>(v360);
let v362 = i32(24);
let v363 = v361 >> u32(v362);
let v364 = f32(v363);
let v366 = f32(0.0);
let v718 = fma(v364, v354, v366);
let v368 = v20 * v15;
let v369 = v368 + v306;
let v375 = &(*v726)[v369];
*v375 = v718;

}
let v376 = u32(1);
let v377 = v306 + v376;
let v378 = v377 < v15;
if v378 {
let v379 = v30[2];
let v381 = v379 << u32(v323);
let v382 = bitcast<i32>(v381);
let v383 = i32(24);
let v384 = v382 >> u32(v383);
let v385 = f32(v384);
let v387 = f32(0.0);
let v719 = fma(v385, v354, v387);
let v389 = v20 * v15;
let v390 = v389 + v306;
let v392 = v390 + v376;
let v396 = &(*v726)[v392];
*v396 = v719;

}
let v398 = v306 + v313;
let v399 = v398 < v15;
if v399 {
let v400 = v30[2];
let v401 = u32(8);
let v402 = v400 << u32(v401);
let v403 = bitcast<i32>(v402);
let v404 = i32(24);
let v405 = v403 >> u32(v404);
let v406 = f32(v405);
let v408 = f32(0.0);
let v720 = fma(v406, v354, v408);
let v410 = v20 * v15;
let v411 = v410 + v306;
let v413 = v411 + v313;
let v417 = &(*v726)[v413];
*v417 = v720;

}
let v418 = u32(3);
let v419 = v306 + v418;
let v420 = v419 < v15;
if v420 {
let v421 = v30[2];
let v424 = bitcast<i32>(v421);
let v425 = i32(24);
let v426 = v424 >> u32(v425);
let v427 = f32(v426);
let v429 = f32(0.0);
let v721 = fma(v427, v354, v429);
let v431 = v20 * v15;
let v432 = v431 + v306;
let v434 = v432 + v418;
let v438 = &(*v726)[v434];
*v438 = v721;

}

}
let v441 = u32(12);
let v442 = v32 + v441;
let v445 = v36 + v442;
let v447 = v445 / v38;
let v448 = v442 < v15;
if v448 {
let v449 = u32(2);
let v450 = v447 / v449;
let v454 = &(*v727)[v450];
let v455 = *v454;
let v456 = u32(v447);
let v457 = u32(1);
let v458 = v456 & v457;
let v459 = u32(16);
let v460 = v459 * v458;
let v461 = v455 >> u32(v460);
let v462 = u32(65535);
let v463 = v461 & v462;
let v464 = u32(32767);
let v465 = v463 & v464;
let v466 = u32(13);
let v467 = v465 << u32(v466);
let v468 = u32(939524096);
let v469 = v467 + v468;
let v472 = u32(2139095040);
let v473 = v467 | v472;
let v474 = u32(31744);
let v475 = v465 >= v474;
let v476 = select(v469, v473, v475);
let v477 = f32(v465);
let v478 = f32(5.960464477539063e-8);
let v479 = v477 * v478;
let v480 = u32(1024);
let v481 = v465 < v480;
let v482 = bitcast<f32>(v476);
let v483 = select(v482, v479, v481);
let v484 = bitcast<u32>(v483);
let v485 = u32(32768);
let v486 = v463 & v485;
let v488 = v486 << u32(v459);
let v489 = v484 | v488;
let v490 = bitcast<f32>(v489);
if v448 {
let v494 = v30[3];
let v495 = u32(24);
let v496 = v494 << u32(v495);
let v497 = bitcast<i32>(v496);
let v498 = i32(24);
let v499 = v497 >> u32(v498);
let v500 = f32(v499);
let v502 = f32(0.0);
let v722 = fma(v500, v490, v502);
let v504 = v20 * v15;
let v505 = v504 + v442;
let v511 = &(*v726)[v505];
*v511 = v722;

}
let v512 = u32(1);
let v513 = v442 + v512;
let v514 = v513 < v15;
if v514 {
let v515 = v30[3];
let v517 = v515 << u32(v459);
let v518 = bitcast<i32>(v517);
let v519 = i32(24);
let v520 = v518 >> u32(v519);
let v521 = f32(v520);
let v523 = f32(0.0);
let v723 = fma(v521, v490, v523);
let v525 = v20 * v15;
let v526 = v525 + v442;
let v528 = v526 + v512;
let v532 = &(*v726)[v528];
*v532 = v723;

}
let v534 = v442 + v449;
let v535 = v534 < v15;
if v535 {
let v536 = v30[3];
let v537 = u32(8);
let v538 = v536 << u32(v537);
let v539 = bitcast<i32>(v538);
let v540 = i32(24);
let v541 = v539 >> u32(v540);
let v542 = f32(v541);
let v544 = f32(0.0);
let v724 = fma(v542, v490, v544);
let v546 = v20 * v15;
let v547 = v546 + v442;
let v549 = v547 + v449;
let v553 = &(*v726)[v549];
*v553 = v724;

}
let v554 = u32(3);
let v555 = v442 + v554;
let v556 = v555 < v15;
if v556 {
let v557 = v30[3];
let v560 = bitcast<i32>(v557);
let v561 = i32(24);
let v562 = v560 >> u32(v561);
let v563 = f32(v562);
let v565 = f32(0.0);
let v725 = fma(v563, v490, v565);
let v567 = v20 * v15;
let v568 = v567 + v442;
let v570 = v568 + v554;
let v574 = &(*v726)[v570];
*v574 = v725;

}

}

}
return;

}
