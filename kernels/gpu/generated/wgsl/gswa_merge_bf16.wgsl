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
fn gswa_merge_kernel(@builtin(local_invocation_index) v506: u32, @builtin(workgroup_id) v510: vec3<u32>, @builtin(num_workgroups) v512: vec3<u32>) {
let v525 = &v25;
let v526 = &v21;
let v527 = &v17;
let v528 = &v13;
let v529 = &v9;
let v530 = &v5;
let v531 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v511 = v510[2];
let v490 = u32(v511);
let v513 = v512[1];
let v492 = u32(v513);
let v493 = v490 * v492;
let v514 = v512[0];
let v495 = u32(v514);
let v496 = v493 * v495;
let v515 = v510[1];
let v498 = u32(v515);
let v501 = v498 * v495;
let v502 = v496 + v501;
let v517 = v510[0];
let v504 = u32(v517);
let v505 = v502 + v504;
let v32 = u32(2);
let v33 = v505 / v32;
let v34 = v33 < v29;
if v34 {
let v36 = v505 % v32;
let v41 = &(*v530)[v32];
let v42 = *v41;
let v43 = u32(v42);
let v44 = u32(5);
let v45 = v33 * v44;
let v46 = v43 + v45;
let v52 = &(*v530)[v46];
let v53 = *v52;
let v54 = u32(v53);
let v55 = u32(1);
let v56 = v46 + v55;
let v60 = &(*v530)[v56];
let v61 = *v60;
let v62 = u32(v61);
let v64 = v46 + v32;
let v68 = &(*v530)[v64];
let v69 = *v68;
let v70 = u32(v69);
let v71 = u32(3);
let v72 = v46 + v71;
let v76 = &(*v530)[v72];
let v77 = *v76;
let v78 = u32(v77);
let v507 = v506;
let v80 = u32(v507);
var<function> v471_store: u32;
let v471 = &v471_store;
*v471 = v80;
loop {
let v82 = *v471;
let v83 = u32(128);
let v84 = v82 < v83;
if !v84 { break; }
let v87 = v36 * v32;
let v88 = *v471;
let v89 = u32(64);
let v90 = v88 / v89;
let v91 = v87 + v90;
let v94 = v88 % v89;
let v95 = f32(1.0);
var<function> v473_store: f32;
let v473 = &v473_store;
*v473 = v95;
let v99 = v78 > v3;
if v99 {
let v100 = f32(0.0);
*v473 = v100;
let v102 = v62 > v3;
if v102 {
let v103 = u32(4);
let v104 = v33 * v103;
let v105 = v104 + v91;
let v109 = &(*v529)[v105];
let v110 = *v109;
*v473 = v110;

}

}
let v111 = f32(0.0);
var<function> v474_store: f32;
let v474 = &v474_store;
*v474 = v111;
let v115 = v62 > v3;
if v115 {
let v116 = u32(4);
let v117 = v54 * v116;
let v118 = v117 + v91;
let v119 = u32(66);
let v120 = v118 * v119;
let v121 = f32(-3.4028234663852886e38);
var<function> v475_store: f32;
let v475 = &v475_store;
*v475 = v121;
for(var v126: u32 = v3; v126 < v62; v126 += v55) {
let v128 = u32(264);
let v129 = v126 * v128;
let v130 = v120 + v129;
let v132 = v130 + v89;
let v136 = &(*v531)[v132];
let v137 = *v136;
let v138 = *v475;
let v139 = max(v138, v137);
*v475 = v139;

}
var<function> v477_store: f32;
let v477 = &v477_store;
*v477 = v111;
var<function> v478_store: f32;
let v478 = &v478_store;
*v478 = v111;
for(var v148: u32 = v3; v148 < v62; v148 += v55) {
let v150 = u32(264);
let v151 = v148 * v150;
let v152 = v120 + v151;
let v154 = v152 + v89;
let v158 = &(*v531)[v154];
let v159 = *v158;
let v160 = *v475;
let v161 = v159 - v160;
let v162 = exp(v161);
let v163 = v152 + v94;
let v167 = &(*v531)[v163];
let v168 = *v167;
let v170 = *v477;
let v519 = fma(v162, v168, v170);
*v477 = v519;
let v175 = v154 + v55;
let v179 = &(*v531)[v175];
let v180 = *v179;
let v182 = *v478;
let v520 = fma(v162, v180, v182);
*v478 = v520;

}
let v184 = *v477;
let v185 = *v478;
let v186 = v184 / v185;
let v187 = *v473;
let v189 = *v474;
let v521 = fma(v187, v186, v189);
*v474 = v521;

}
if v99 {
let v194 = *v473;
let v195 = v95 - v194;
let v196 = u32(4);
let v197 = v70 * v196;
let v198 = v197 + v91;
let v199 = u32(66);
let v200 = v198 * v199;
let v201 = f32(-3.4028234663852886e38);
var<function> v480_store: f32;
let v480 = &v480_store;
*v480 = v201;
for(var v206: u32 = v3; v206 < v78; v206 += v55) {
let v208 = u32(264);
let v209 = v206 * v208;
let v210 = v200 + v209;
let v212 = v210 + v89;
let v216 = &(*v531)[v212];
let v217 = *v216;
let v218 = *v480;
let v219 = max(v218, v217);
*v480 = v219;

}
var<function> v482_store: f32;
let v482 = &v482_store;
*v482 = v111;
var<function> v483_store: f32;
let v483 = &v483_store;
*v483 = v111;
for(var v228: u32 = v3; v228 < v78; v228 += v55) {
let v230 = u32(264);
let v231 = v228 * v230;
let v232 = v200 + v231;
let v234 = v232 + v89;
let v238 = &(*v531)[v234];
let v239 = *v238;
let v240 = *v480;
let v241 = v239 - v240;
let v242 = exp(v241);
let v243 = v232 + v94;
let v247 = &(*v531)[v243];
let v248 = *v247;
let v250 = *v482;
let v522 = fma(v242, v248, v250);
*v482 = v522;
let v255 = v234 + v55;
let v259 = &(*v531)[v255];
let v260 = *v259;
let v262 = *v483;
let v523 = fma(v242, v260, v262);
*v483 = v523;

}
let v264 = *v482;
let v265 = *v483;
let v266 = v264 / v265;
let v268 = *v474;
let v524 = fma(v195, v266, v268);
*v474 = v524;

}
let v270 = u32(4);
let v271 = v33 * v270;
let v272 = v271 + v91;
let v274 = v272 * v89;
let v275 = v274 + v94;
let v279 = &(*v525)[v275];
let v280 = *v474;
*v279 = v280;
let v281 = *v471;
let v282 = u32(128);
let v283 = v281 + v282;
*v471 = v283;

}
let v284 = u32(4);
let v285 = v46 + v284;
let v289 = &(*v530)[v285];
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
var<function> v485_store: u32;
let v485 = &v485_store;
*v485 = v80;
loop {
let v309 = *v485;
let v311 = v309 < v304;
if !v311 { break; }
let v314 = *v485;
let v315 = v32 * v314;
let v316 = v297 + v315;
let v320 = &(*v528)[v316];
let v321 = *v320;
let v322 = bitcast<u32>(v321);
let v323 = u32(32767);
let v324 = v322 + v323;
let v325 = u32(16);
let v326 = v322 >> u32(v325);
let v327 = u32(1);
let v328 = v326 & v327;
let v329 = v324 + v328;
let v331 = v329 >> u32(v325);
let v334 = u32(64);
let v335 = v326 | v334;
let v336 = u32(2147483647);
let v337 = v322 & v336;
let v338 = u32(2139095040);
let v339 = v337 > v338;
let v340 = select(v331, v335, v339);
let v346 = v316 + v55;
let v350 = &(*v528)[v346];
let v351 = *v350;
let v352 = bitcast<u32>(v351);
let v354 = v352 + v323;
let v356 = v352 >> u32(v325);
let v358 = v356 & v327;
let v359 = v354 + v358;
let v361 = v359 >> u32(v325);
let v365 = v356 | v334;
let v367 = v352 & v336;
let v369 = v367 > v338;
let v370 = select(v361, v365, v369);
let v372 = v370 << u32(v325);
let v373 = v340 | v372;
let v375 = v305 + v314;
let v379 = &(*v526)[v375];
*v379 = v373;
let v381 = u32(128);
let v382 = v314 + v381;
*v485 = v382;

}
let v383 = v303 + v301;
let v385 = v383 * v304;
var<function> v487_store: u32;
let v487 = &v487_store;
*v487 = v80;
loop {
let v389 = *v487;
let v391 = v389 < v304;
if !v391 { break; }
let v394 = *v487;
let v395 = v32 * v394;
let v396 = v297 + v395;
let v400 = &(*v527)[v396];
let v401 = *v400;
let v402 = bitcast<u32>(v401);
let v403 = u32(32767);
let v404 = v402 + v403;
let v405 = u32(16);
let v406 = v402 >> u32(v405);
let v407 = u32(1);
let v408 = v406 & v407;
let v409 = v404 + v408;
let v411 = v409 >> u32(v405);
let v414 = u32(64);
let v415 = v406 | v414;
let v416 = u32(2147483647);
let v417 = v402 & v416;
let v418 = u32(2139095040);
let v419 = v417 > v418;
let v420 = select(v411, v415, v419);
let v426 = v396 + v55;
let v430 = &(*v527)[v426];
let v431 = *v430;
let v432 = bitcast<u32>(v431);
let v434 = v432 + v403;
let v436 = v432 >> u32(v405);
let v438 = v436 & v407;
let v439 = v434 + v438;
let v441 = v439 >> u32(v405);
let v445 = v436 | v414;
let v447 = v432 & v416;
let v449 = v447 > v418;
let v450 = select(v441, v445, v449);
let v452 = v450 << u32(v405);
let v453 = v420 | v452;
let v455 = v385 + v394;
let v459 = &(*v526)[v455];
*v459 = v453;
let v461 = u32(128);
let v462 = v394 + v461;
*v487 = v462;

}

}

}
return;

}
