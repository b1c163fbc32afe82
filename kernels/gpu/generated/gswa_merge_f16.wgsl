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
fn gswa_merge_kernel(@builtin(local_invocation_index) v574: u32, @builtin(workgroup_id) v578: vec3<u32>, @builtin(num_workgroups) v580: vec3<u32>) {
let v593 = &v25;
let v594 = &v21;
let v595 = &v17;
let v596 = &v13;
let v597 = &v9;
let v598 = &v5;
let v599 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v579 = v578[2];
let v558 = u32(v579);
let v581 = v580[1];
let v560 = u32(v581);
let v561 = v558 * v560;
let v582 = v580[0];
let v563 = u32(v582);
let v564 = v561 * v563;
let v583 = v578[1];
let v566 = u32(v583);
let v569 = v566 * v563;
let v570 = v564 + v569;
let v585 = v578[0];
let v572 = u32(v585);
let v573 = v570 + v572;
let v32 = u32(2);
let v33 = v573 / v32;
let v34 = v33 < v29;
if v34 {
let v36 = v573 % v32;
let v41 = &(*v598)[v32];
let v42 = *v41;
let v43 = u32(v42);
let v44 = u32(5);
let v45 = v33 * v44;
let v46 = v43 + v45;
let v52 = &(*v598)[v46];
let v53 = *v52;
let v54 = u32(v53);
let v55 = u32(1);
let v56 = v46 + v55;
let v60 = &(*v598)[v56];
let v61 = *v60;
let v62 = u32(v61);
let v64 = v46 + v32;
let v68 = &(*v598)[v64];
let v69 = *v68;
let v70 = u32(v69);
let v71 = u32(3);
let v72 = v46 + v71;
let v76 = &(*v598)[v72];
let v77 = *v76;
let v78 = u32(v77);
let v575 = v574;
let v80 = u32(v575);
var<function> v539_store: u32;
let v539 = &v539_store;
*v539 = v80;
loop {
let v82 = *v539;
let v83 = u32(128);
let v84 = v82 < v83;
if !v84 { break; }
let v87 = v36 * v32;
let v88 = *v539;
let v89 = u32(64);
let v90 = v88 / v89;
let v91 = v87 + v90;
let v94 = v88 % v89;
let v95 = f32(1.0);
var<function> v541_store: f32;
let v541 = &v541_store;
*v541 = v95;
let v99 = v78 > v3;
if v99 {
let v100 = f32(0.0);
*v541 = v100;
let v102 = v62 > v3;
if v102 {
let v103 = u32(4);
let v104 = v33 * v103;
let v105 = v104 + v91;
let v109 = &(*v597)[v105];
let v110 = *v109;
*v541 = v110;

}

}
let v111 = f32(0.0);
var<function> v542_store: f32;
let v542 = &v542_store;
*v542 = v111;
let v115 = v62 > v3;
if v115 {
let v116 = u32(4);
let v117 = v54 * v116;
let v118 = v117 + v91;
let v119 = u32(66);
let v120 = v118 * v119;
let v121 = f32(-3.4028234663852886e38);
var<function> v543_store: f32;
let v543 = &v543_store;
*v543 = v121;
for(var v126: u32 = v3; v126 < v62; v126 += v55) {
let v128 = u32(264);
let v129 = v126 * v128;
let v130 = v120 + v129;
let v132 = v130 + v89;
let v136 = &(*v599)[v132];
let v137 = *v136;
let v138 = *v543;
let v139 = max(v138, v137);
*v543 = v139;

}
var<function> v545_store: f32;
let v545 = &v545_store;
*v545 = v111;
var<function> v546_store: f32;
let v546 = &v546_store;
*v546 = v111;
for(var v148: u32 = v3; v148 < v62; v148 += v55) {
let v150 = u32(264);
let v151 = v148 * v150;
let v152 = v120 + v151;
let v154 = v152 + v89;
let v158 = &(*v599)[v154];
let v159 = *v158;
let v160 = *v543;
let v161 = v159 - v160;
let v162 = exp(v161);
let v163 = v152 + v94;
let v167 = &(*v599)[v163];
let v168 = *v167;
let v170 = *v545;
let v587 = fma(v162, v168, v170);
*v545 = v587;
let v175 = v154 + v55;
let v179 = &(*v599)[v175];
let v180 = *v179;
let v182 = *v546;
let v588 = fma(v162, v180, v182);
*v546 = v588;

}
let v184 = *v545;
let v185 = *v546;
let v186 = v184 / v185;
let v187 = *v541;
let v189 = *v542;
let v589 = fma(v187, v186, v189);
*v542 = v589;

}
if v99 {
let v194 = *v541;
let v195 = v95 - v194;
let v196 = u32(4);
let v197 = v70 * v196;
let v198 = v197 + v91;
let v199 = u32(66);
let v200 = v198 * v199;
let v201 = f32(-3.4028234663852886e38);
var<function> v548_store: f32;
let v548 = &v548_store;
*v548 = v201;
for(var v206: u32 = v3; v206 < v78; v206 += v55) {
let v208 = u32(264);
let v209 = v206 * v208;
let v210 = v200 + v209;
let v212 = v210 + v89;
let v216 = &(*v599)[v212];
let v217 = *v216;
let v218 = *v548;
let v219 = max(v218, v217);
*v548 = v219;

}
var<function> v550_store: f32;
let v550 = &v550_store;
*v550 = v111;
var<function> v551_store: f32;
let v551 = &v551_store;
*v551 = v111;
for(var v228: u32 = v3; v228 < v78; v228 += v55) {
let v230 = u32(264);
let v231 = v228 * v230;
let v232 = v200 + v231;
let v234 = v232 + v89;
let v238 = &(*v599)[v234];
let v239 = *v238;
let v240 = *v548;
let v241 = v239 - v240;
let v242 = exp(v241);
let v243 = v232 + v94;
let v247 = &(*v599)[v243];
let v248 = *v247;
let v250 = *v550;
let v590 = fma(v242, v248, v250);
*v550 = v590;
let v255 = v234 + v55;
let v259 = &(*v599)[v255];
let v260 = *v259;
let v262 = *v551;
let v591 = fma(v242, v260, v262);
*v551 = v591;

}
let v264 = *v550;
let v265 = *v551;
let v266 = v264 / v265;
let v268 = *v542;
let v592 = fma(v195, v266, v268);
*v542 = v592;

}
let v270 = u32(4);
let v271 = v33 * v270;
let v272 = v271 + v91;
let v274 = v272 * v89;
let v275 = v274 + v94;
let v279 = &(*v593)[v275];
let v280 = *v542;
*v279 = v280;
let v281 = *v539;
let v282 = u32(128);
let v283 = v281 + v282;
*v539 = v283;

}
let v284 = u32(4);
let v285 = v46 + v284;
let v289 = &(*v598)[v285];
let v290 = *v289;
let v291 = u32(4294967295);
let v292 = v290 != v291;
if v292 {
let v294 = v33 * v32;
let v295 = v294 + v36;
let v296 = u32(64);
let v297 = v295 * v296;
let v298 = u32(v290);
let v300 = v298 * v32;
let v301 = v300 + v36;
let v303 = v30 * v32;
let v304 = u32(32);
let v305 = v301 * v304;
var<function> v553_store: u32;
let v553 = &v553_store;
*v553 = v80;
loop {
let v309 = *v553;
let v311 = v309 < v304;
if !v311 { break; }
let v314 = *v553;
let v315 = v32 * v314;
let v316 = v297 + v315;
let v320 = &(*v596)[v316];
let v321 = *v320;
let v322 = bitcast<u32>(v321);
let v323 = u32(2147483647);
let v324 = v322 & v323;
let v325 = u32(4095);
let v326 = v324 + v325;
let v327 = u32(13);
let v328 = v324 >> u32(v327);
let v329 = u32(1);
let v330 = v328 & v329;
let v331 = v326 + v330;
let v332 = u32(939524096);
let v333 = v331 - v332;
let v335 = v333 >> u32(v327);
let v336 = bitcast<f32>(v324);
let v337 = f32(0.5);
let v338 = v336 + v337;
let v339 = bitcast<u32>(v338);
let v340 = u32(1056964608);
let v341 = v339 - v340;
let v342 = u32(2139095040);
let v343 = v324 > v342;
let v344 = u32(32256);
let v345 = u32(31744);
let v346 = select(v345, v344, v343);
let v347 = u32(947912704);
let v348 = v324 < v347;
let v349 = select(v335, v341, v348);
let v350 = u32(1199566848);
let v351 = v324 >= v350;
let v352 = select(v349, v346, v351);
let v353 = u32(16);
let v354 = v322 >> u32(v353);
let v355 = u32(32768);
let v356 = v354 & v355;
let v357 = v352 | v356;
let v363 = v316 + v55;
let v367 = &(*v596)[v363];
let v368 = *v367;
let v369 = bitcast<u32>(v368);
let v371 = v369 & v323;
let v373 = v371 + v325;
let v375 = v371 >> u32(v327);
let v377 = v375 & v329;
let v378 = v373 + v377;
let v380 = v378 - v332;
let v382 = v380 >> u32(v327);
let v383 = bitcast<f32>(v371);
let v385 = v383 + v337;
let v386 = bitcast<u32>(v385);
let v388 = v386 - v340;
let v390 = v371 > v342;
let v393 = select(v345, v344, v390);
let v395 = v371 < v347;
let v396 = select(v382, v388, v395);
let v398 = v371 >= v350;
let v399 = select(v396, v393, v398);
let v401 = v369 >> u32(v353);
let v403 = v401 & v355;
let v404 = v399 | v403;
let v406 = v404 << u32(v353);
let v407 = v357 | v406;
let v409 = v305 + v314;
let v413 = &(*v594)[v409];
*v413 = v407;
let v415 = u32(128);
let v416 = v314 + v415;
*v553 = v416;

}
let v417 = v303 + v301;
let v419 = v417 * v304;
var<function> v555_store: u32;
let v555 = &v555_store;
*v555 = v80;
loop {
let v423 = *v555;
let v425 = v423 < v304;
if !v425 { break; }
let v428 = *v555;
let v429 = v32 * v428;
let v430 = v297 + v429;
let v434 = &(*v595)[v430];
let v435 = *v434;
let v436 = bitcast<u32>(v435);
let v437 = u32(2147483647);
let v438 = v436 & v437;
let v439 = u32(4095);
let v440 = v438 + v439;
let v441 = u32(13);
let v442 = v438 >> u32(v441);
let v443 = u32(1);
let v444 = v442 & v443;
let v445 = v440 + v444;
let v446 = u32(939524096);
let v447 = v445 - v446;
let v449 = v447 >> u32(v441);
let v450 = bitcast<f32>(v438);
let v451 = f32(0.5);
let v452 = v450 + v451;
let v453 = bitcast<u32>(v452);
let v454 = u32(1056964608);
let v455 = v453 - v454;
let v456 = u32(2139095040);
let v457 = v438 > v456;
let v458 = u32(32256);
let v459 = u32(31744);
let v460 = select(v459, v458, v457);
let v461 = u32(947912704);
let v462 = v438 < v461;
let v463 = select(v449, v455, v462);
let v464 = u32(1199566848);
let v465 = v438 >= v464;
let v466 = select(v463, v460, v465);
let v467 = u32(16);
let v468 = v436 >> u32(v467);
let v469 = u32(32768);
let v470 = v468 & v469;
let v471 = v466 | v470;
let v477 = v430 + v55;
let v481 = &(*v595)[v477];
let v482 = *v481;
let v483 = bitcast<u32>(v482);
let v485 = v483 & v437;
let v487 = v485 + v439;
let v489 = v485 >> u32(v441);
let v491 = v489 & v443;
let v492 = v487 + v491;
let v494 = v492 - v446;
let v496 = v494 >> u32(v441);
let v497 = bitcast<f32>(v485);
let v499 = v497 + v451;
let v500 = bitcast<u32>(v499);
let v502 = v500 - v454;
let v504 = v485 > v456;
let v507 = select(v459, v458, v504);
let v509 = v485 < v461;
let v510 = select(v496, v502, v509);
let v512 = v485 >= v464;
let v513 = select(v510, v507, v512);
let v515 = v483 >> u32(v467);
let v517 = v515 & v469;
let v518 = v513 | v517;
let v520 = v518 << u32(v467);
let v521 = v471 | v520;
let v523 = v419 + v428;
let v527 = &(*v594)[v523];
*v527 = v521;
let v529 = u32(128);
let v530 = v428 + v529;
*v555 = v530;

}

}

}
return;

}
