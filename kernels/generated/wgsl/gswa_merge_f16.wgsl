@group(0) @binding(6) var<storage, read_write> v25: array<f32>;
@group(0) @binding(5) var<storage, read_write> v21: array<u32>;
@group(0) @binding(4) var<storage, read_write> v17: array<f32>;
@group(0) @binding(3) var<storage, read_write> v13: array<f32>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 2>, static_meta: array<u32, 8> }
@group(0) @binding(7) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn gswa_merge_kernel(@builtin(local_invocation_index) v572: u32, @builtin(workgroup_id) v576: vec3<u32>, @builtin(num_workgroups) v578: vec3<u32>) {
let v591 = &v25;
let v592 = &v21;
let v593 = &v17;
let v594 = &v13;
let v595 = &v9;
let v596 = &v5;
let v597 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v577 = v576[2];
let v556 = u32(v577);
let v579 = v578[1];
let v558 = u32(v579);
let v559 = v556 * v558;
let v580 = v578[0];
let v561 = u32(v580);
let v562 = v559 * v561;
let v581 = v576[1];
let v564 = u32(v581);
let v567 = v564 * v561;
let v568 = v562 + v567;
let v583 = v576[0];
let v570 = u32(v583);
let v571 = v568 + v570;
let v32 = u32(2);
let v33 = v571 / v32;
let v34 = v33 < v29;
if v34 {
let v36 = v571 % v32;
let v41 = &(*v596)[v32];
let v42 = *v41;
let v43 = u32(v42);
let v44 = u32(5);
let v45 = v33 * v44;
let v46 = v43 + v45;
let v50 = &(*v596)[v46];
let v51 = *v50;
let v52 = u32(v51);
let v53 = u32(1);
let v54 = v46 + v53;
let v58 = &(*v596)[v54];
let v59 = *v58;
let v60 = u32(v59);
let v62 = v46 + v32;
let v66 = &(*v596)[v62];
let v67 = *v66;
let v68 = u32(v67);
let v69 = u32(3);
let v70 = v46 + v69;
let v74 = &(*v596)[v70];
let v75 = *v74;
let v76 = u32(v75);
let v573 = v572;
let v78 = u32(v573);
var<function> v537_store: u32;
let v537 = &v537_store;
*v537 = v78;
loop {
let v80 = *v537;
let v81 = u32(128);
let v82 = v80 < v81;
if !v82 { break; }
let v85 = v36 * v32;
let v86 = *v537;
let v87 = u32(64);
let v88 = v86 / v87;
let v89 = v85 + v88;
let v92 = v86 % v87;
let v93 = f32(1.0);
var<function> v539_store: f32;
let v539 = &v539_store;
*v539 = v93;
let v97 = v76 > v3;
if v97 {
let v98 = f32(0.0);
*v539 = v98;
let v100 = v60 > v3;
if v100 {
let v101 = u32(4);
let v102 = v33 * v101;
let v103 = v102 + v89;
let v107 = &(*v595)[v103];
let v108 = *v107;
*v539 = v108;

}

}
let v109 = f32(0.0);
var<function> v540_store: f32;
let v540 = &v540_store;
*v540 = v109;
let v113 = v60 > v3;
if v113 {
let v114 = u32(4);
let v115 = v52 * v114;
let v116 = v115 + v89;
let v117 = u32(66);
let v118 = v116 * v117;
let v119 = f32(-3.4028234663852886e38);
var<function> v541_store: f32;
let v541 = &v541_store;
*v541 = v119;
for(var v124: u32 = v3; v124 < v60; v124 += v53) {
let v126 = u32(264);
let v127 = v124 * v126;
let v128 = v118 + v127;
let v130 = v128 + v87;
let v134 = &(*v597)[v130];
let v135 = *v134;
let v136 = *v541;
let v137 = max(v136, v135);
*v541 = v137;

}
var<function> v543_store: f32;
let v543 = &v543_store;
*v543 = v109;
var<function> v544_store: f32;
let v544 = &v544_store;
*v544 = v109;
for(var v146: u32 = v3; v146 < v60; v146 += v53) {
let v148 = u32(264);
let v149 = v146 * v148;
let v150 = v118 + v149;
let v152 = v150 + v87;
let v156 = &(*v597)[v152];
let v157 = *v156;
let v158 = *v541;
let v159 = v157 - v158;
let v160 = exp(v159);
let v161 = v150 + v92;
let v165 = &(*v597)[v161];
let v166 = *v165;
let v168 = *v543;
let v585 = fma(v160, v166, v168);
*v543 = v585;
let v173 = v152 + v53;
let v177 = &(*v597)[v173];
let v178 = *v177;
let v180 = *v544;
let v586 = fma(v160, v178, v180);
*v544 = v586;

}
let v182 = *v543;
let v183 = *v544;
let v184 = v182 / v183;
let v185 = *v539;
let v187 = *v540;
let v587 = fma(v185, v184, v187);
*v540 = v587;

}
if v97 {
let v192 = *v539;
let v193 = v93 - v192;
let v194 = u32(4);
let v195 = v68 * v194;
let v196 = v195 + v89;
let v197 = u32(66);
let v198 = v196 * v197;
let v199 = f32(-3.4028234663852886e38);
var<function> v546_store: f32;
let v546 = &v546_store;
*v546 = v199;
for(var v204: u32 = v3; v204 < v76; v204 += v53) {
let v206 = u32(264);
let v207 = v204 * v206;
let v208 = v198 + v207;
let v210 = v208 + v87;
let v214 = &(*v597)[v210];
let v215 = *v214;
let v216 = *v546;
let v217 = max(v216, v215);
*v546 = v217;

}
var<function> v548_store: f32;
let v548 = &v548_store;
*v548 = v109;
var<function> v549_store: f32;
let v549 = &v549_store;
*v549 = v109;
for(var v226: u32 = v3; v226 < v76; v226 += v53) {
let v228 = u32(264);
let v229 = v226 * v228;
let v230 = v198 + v229;
let v232 = v230 + v87;
let v236 = &(*v597)[v232];
let v237 = *v236;
let v238 = *v546;
let v239 = v237 - v238;
let v240 = exp(v239);
let v241 = v230 + v92;
let v245 = &(*v597)[v241];
let v246 = *v245;
let v248 = *v548;
let v588 = fma(v240, v246, v248);
*v548 = v588;
let v253 = v232 + v53;
let v257 = &(*v597)[v253];
let v258 = *v257;
let v260 = *v549;
let v589 = fma(v240, v258, v260);
*v549 = v589;

}
let v262 = *v548;
let v263 = *v549;
let v264 = v262 / v263;
let v266 = *v540;
let v590 = fma(v193, v264, v266);
*v540 = v590;

}
let v268 = u32(4);
let v269 = v33 * v268;
let v270 = v269 + v89;
let v272 = v270 * v87;
let v273 = v272 + v92;
let v277 = &(*v591)[v273];
let v278 = *v540;
*v277 = v278;
let v279 = *v537;
let v280 = u32(128);
let v281 = v279 + v280;
*v537 = v281;

}
let v282 = u32(4);
let v283 = v46 + v282;
let v287 = &(*v596)[v283];
let v288 = *v287;
let v289 = u32(4294967295);
let v290 = v288 != v289;
if v290 {
let v292 = v33 * v32;
let v293 = v292 + v36;
let v294 = u32(64);
let v295 = v293 * v294;
let v296 = u32(v288);
let v298 = v296 * v32;
let v299 = v298 + v36;
let v300 = u32(32);
let v301 = v299 * v300;
let v303 = v30 * v32;
let v305 = v303 * v300;
let v306 = v301 + v305;
var<function> v551_store: u32;
let v551 = &v551_store;
*v551 = v78;
loop {
let v310 = *v551;
let v312 = v310 < v300;
if !v312 { break; }
let v315 = *v551;
let v316 = v32 * v315;
let v317 = v295 + v316;
let v321 = &(*v594)[v317];
let v322 = *v321;
let v323 = bitcast<u32>(v322);
let v324 = u32(2147483647);
let v325 = v323 & v324;
let v326 = u32(4095);
let v327 = v325 + v326;
let v328 = u32(13);
let v329 = v325 >> u32(v328);
let v330 = u32(1);
let v331 = v329 & v330;
let v332 = v327 + v331;
let v333 = u32(939524096);
let v334 = v332 - v333;
let v336 = v334 >> u32(v328);
let v337 = bitcast<f32>(v325);
let v338 = f32(0.5);
let v339 = v337 + v338;
let v340 = bitcast<u32>(v339);
let v341 = u32(1056964608);
let v342 = v340 - v341;
let v343 = u32(2139095040);
let v344 = v325 > v343;
let v345 = u32(32256);
let v346 = u32(31744);
let v347 = select(v346, v345, v344);
let v348 = u32(947912704);
let v349 = v325 < v348;
let v350 = select(v336, v342, v349);
let v351 = u32(1199566848);
let v352 = v325 >= v351;
let v353 = select(v350, v347, v352);
let v354 = u32(16);
let v355 = v323 >> u32(v354);
let v356 = u32(32768);
let v357 = v355 & v356;
let v358 = v353 | v357;
let v364 = v317 + v53;
let v368 = &(*v594)[v364];
let v369 = *v368;
let v370 = bitcast<u32>(v369);
let v372 = v370 & v324;
let v374 = v372 + v326;
let v376 = v372 >> u32(v328);
let v378 = v376 & v330;
let v379 = v374 + v378;
let v381 = v379 - v333;
let v383 = v381 >> u32(v328);
let v384 = bitcast<f32>(v372);
let v386 = v384 + v338;
let v387 = bitcast<u32>(v386);
let v389 = v387 - v341;
let v391 = v372 > v343;
let v394 = select(v346, v345, v391);
let v396 = v372 < v348;
let v397 = select(v383, v389, v396);
let v399 = v372 >= v351;
let v400 = select(v397, v394, v399);
let v402 = v370 >> u32(v354);
let v404 = v402 & v356;
let v405 = v400 | v404;
let v407 = v405 << u32(v354);
let v408 = v358 | v407;
let v410 = v301 + v315;
let v414 = &(*v592)[v410];
*v414 = v408;
let v416 = u32(128);
let v417 = v315 + v416;
*v551 = v417;

}
var<function> v553_store: u32;
let v553 = &v553_store;
*v553 = v78;
loop {
let v421 = *v553;
let v423 = v421 < v300;
if !v423 { break; }
let v426 = *v553;
let v427 = v32 * v426;
let v428 = v295 + v427;
let v432 = &(*v593)[v428];
let v433 = *v432;
let v434 = bitcast<u32>(v433);
let v435 = u32(2147483647);
let v436 = v434 & v435;
let v437 = u32(4095);
let v438 = v436 + v437;
let v439 = u32(13);
let v440 = v436 >> u32(v439);
let v441 = u32(1);
let v442 = v440 & v441;
let v443 = v438 + v442;
let v444 = u32(939524096);
let v445 = v443 - v444;
let v447 = v445 >> u32(v439);
let v448 = bitcast<f32>(v436);
let v449 = f32(0.5);
let v450 = v448 + v449;
let v451 = bitcast<u32>(v450);
let v452 = u32(1056964608);
let v453 = v451 - v452;
let v454 = u32(2139095040);
let v455 = v436 > v454;
let v456 = u32(32256);
let v457 = u32(31744);
let v458 = select(v457, v456, v455);
let v459 = u32(947912704);
let v460 = v436 < v459;
let v461 = select(v447, v453, v460);
let v462 = u32(1199566848);
let v463 = v436 >= v462;
let v464 = select(v461, v458, v463);
let v465 = u32(16);
let v466 = v434 >> u32(v465);
let v467 = u32(32768);
let v468 = v466 & v467;
let v469 = v464 | v468;
let v475 = v428 + v53;
let v479 = &(*v593)[v475];
let v480 = *v479;
let v481 = bitcast<u32>(v480);
let v483 = v481 & v435;
let v485 = v483 + v437;
let v487 = v483 >> u32(v439);
let v489 = v487 & v441;
let v490 = v485 + v489;
let v492 = v490 - v444;
let v494 = v492 >> u32(v439);
let v495 = bitcast<f32>(v483);
let v497 = v495 + v449;
let v498 = bitcast<u32>(v497);
let v500 = v498 - v452;
let v502 = v483 > v454;
let v505 = select(v457, v456, v502);
let v507 = v483 < v459;
let v508 = select(v494, v500, v507);
let v510 = v483 >= v462;
let v511 = select(v508, v505, v510);
let v513 = v481 >> u32(v465);
let v515 = v513 & v467;
let v516 = v511 | v515;
let v518 = v516 << u32(v465);
let v519 = v469 | v518;
let v521 = v306 + v426;
let v525 = &(*v592)[v521];
*v525 = v519;
let v527 = u32(128);
let v528 = v426 + v527;
*v553 = v528;

}

}

}
return;

}
