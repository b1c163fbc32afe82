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
fn gswa_merge_kernel(@builtin(local_invocation_index) v504: u32, @builtin(workgroup_id) v508: vec3<u32>, @builtin(num_workgroups) v510: vec3<u32>) {
let v523 = &v25;
let v524 = &v21;
let v525 = &v17;
let v526 = &v13;
let v527 = &v9;
let v528 = &v5;
let v529 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v509 = v508[2];
let v488 = u32(v509);
let v511 = v510[1];
let v490 = u32(v511);
let v491 = v488 * v490;
let v512 = v510[0];
let v493 = u32(v512);
let v494 = v491 * v493;
let v513 = v508[1];
let v496 = u32(v513);
let v499 = v496 * v493;
let v500 = v494 + v499;
let v515 = v508[0];
let v502 = u32(v515);
let v503 = v500 + v502;
let v32 = u32(2);
let v33 = v503 / v32;
let v34 = v33 < v29;
if v34 {
let v36 = v503 % v32;
let v41 = &(*v528)[v32];
let v42 = *v41;
let v43 = u32(v42);
let v44 = u32(5);
let v45 = v33 * v44;
let v46 = v43 + v45;
let v50 = &(*v528)[v46];
let v51 = *v50;
let v52 = u32(v51);
let v53 = u32(1);
let v54 = v46 + v53;
let v58 = &(*v528)[v54];
let v59 = *v58;
let v60 = u32(v59);
let v62 = v46 + v32;
let v66 = &(*v528)[v62];
let v67 = *v66;
let v68 = u32(v67);
let v69 = u32(3);
let v70 = v46 + v69;
let v74 = &(*v528)[v70];
let v75 = *v74;
let v76 = u32(v75);
let v505 = v504;
let v78 = u32(v505);
var<function> v469_store: u32;
let v469 = &v469_store;
*v469 = v78;
loop {
let v80 = *v469;
let v81 = u32(128);
let v82 = v80 < v81;
if !v82 { break; }
let v85 = v36 * v32;
let v86 = *v469;
let v87 = u32(64);
let v88 = v86 / v87;
let v89 = v85 + v88;
let v92 = v86 % v87;
let v93 = f32(1.0);
var<function> v471_store: f32;
let v471 = &v471_store;
*v471 = v93;
let v97 = v76 > v3;
if v97 {
let v98 = f32(0.0);
*v471 = v98;
let v100 = v60 > v3;
if v100 {
let v101 = u32(4);
let v102 = v33 * v101;
let v103 = v102 + v89;
let v107 = &(*v527)[v103];
let v108 = *v107;
*v471 = v108;

}

}
let v109 = f32(0.0);
var<function> v472_store: f32;
let v472 = &v472_store;
*v472 = v109;
let v113 = v60 > v3;
if v113 {
let v114 = u32(4);
let v115 = v52 * v114;
let v116 = v115 + v89;
let v117 = u32(66);
let v118 = v116 * v117;
let v119 = f32(-3.4028234663852886e38);
var<function> v473_store: f32;
let v473 = &v473_store;
*v473 = v119;
for(var v124: u32 = v3; v124 < v60; v124 += v53) {
let v126 = u32(264);
let v127 = v124 * v126;
let v128 = v118 + v127;
let v130 = v128 + v87;
let v134 = &(*v529)[v130];
let v135 = *v134;
let v136 = *v473;
let v137 = max(v136, v135);
*v473 = v137;

}
var<function> v475_store: f32;
let v475 = &v475_store;
*v475 = v109;
var<function> v476_store: f32;
let v476 = &v476_store;
*v476 = v109;
for(var v146: u32 = v3; v146 < v60; v146 += v53) {
let v148 = u32(264);
let v149 = v146 * v148;
let v150 = v118 + v149;
let v152 = v150 + v87;
let v156 = &(*v529)[v152];
let v157 = *v156;
let v158 = *v473;
let v159 = v157 - v158;
let v160 = exp(v159);
let v161 = v150 + v92;
let v165 = &(*v529)[v161];
let v166 = *v165;
let v168 = *v475;
let v517 = fma(v160, v166, v168);
*v475 = v517;
let v173 = v152 + v53;
let v177 = &(*v529)[v173];
let v178 = *v177;
let v180 = *v476;
let v518 = fma(v160, v178, v180);
*v476 = v518;

}
let v182 = *v475;
let v183 = *v476;
let v184 = v182 / v183;
let v185 = *v471;
let v187 = *v472;
let v519 = fma(v185, v184, v187);
*v472 = v519;

}
if v97 {
let v192 = *v471;
let v193 = v93 - v192;
let v194 = u32(4);
let v195 = v68 * v194;
let v196 = v195 + v89;
let v197 = u32(66);
let v198 = v196 * v197;
let v199 = f32(-3.4028234663852886e38);
var<function> v478_store: f32;
let v478 = &v478_store;
*v478 = v199;
for(var v204: u32 = v3; v204 < v76; v204 += v53) {
let v206 = u32(264);
let v207 = v204 * v206;
let v208 = v198 + v207;
let v210 = v208 + v87;
let v214 = &(*v529)[v210];
let v215 = *v214;
let v216 = *v478;
let v217 = max(v216, v215);
*v478 = v217;

}
var<function> v480_store: f32;
let v480 = &v480_store;
*v480 = v109;
var<function> v481_store: f32;
let v481 = &v481_store;
*v481 = v109;
for(var v226: u32 = v3; v226 < v76; v226 += v53) {
let v228 = u32(264);
let v229 = v226 * v228;
let v230 = v198 + v229;
let v232 = v230 + v87;
let v236 = &(*v529)[v232];
let v237 = *v236;
let v238 = *v478;
let v239 = v237 - v238;
let v240 = exp(v239);
let v241 = v230 + v92;
let v245 = &(*v529)[v241];
let v246 = *v245;
let v248 = *v480;
let v520 = fma(v240, v246, v248);
*v480 = v520;
let v253 = v232 + v53;
let v257 = &(*v529)[v253];
let v258 = *v257;
let v260 = *v481;
let v521 = fma(v240, v258, v260);
*v481 = v521;

}
let v262 = *v480;
let v263 = *v481;
let v264 = v262 / v263;
let v266 = *v472;
let v522 = fma(v193, v264, v266);
*v472 = v522;

}
let v268 = u32(4);
let v269 = v33 * v268;
let v270 = v269 + v89;
let v272 = v270 * v87;
let v273 = v272 + v92;
let v277 = &(*v523)[v273];
let v278 = *v472;
*v277 = v278;
let v279 = *v469;
let v280 = u32(128);
let v281 = v279 + v280;
*v469 = v281;

}
let v282 = u32(4);
let v283 = v46 + v282;
let v287 = &(*v528)[v283];
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
var<function> v483_store: u32;
let v483 = &v483_store;
*v483 = v78;
loop {
let v310 = *v483;
let v312 = v310 < v300;
if !v312 { break; }
let v315 = *v483;
let v316 = v32 * v315;
let v317 = v295 + v316;
let v321 = &(*v526)[v317];
let v322 = *v321;
let v323 = bitcast<u32>(v322);
let v324 = u32(32767);
let v325 = v323 + v324;
let v326 = u32(16);
let v327 = v323 >> u32(v326);
let v328 = u32(1);
let v329 = v327 & v328;
let v330 = v325 + v329;
let v332 = v330 >> u32(v326);
let v335 = u32(64);
let v336 = v327 | v335;
let v337 = u32(2147483647);
let v338 = v323 & v337;
let v339 = u32(2139095040);
let v340 = v338 > v339;
let v341 = select(v332, v336, v340);
let v347 = v317 + v53;
let v351 = &(*v526)[v347];
let v352 = *v351;
let v353 = bitcast<u32>(v352);
let v355 = v353 + v324;
let v357 = v353 >> u32(v326);
let v359 = v357 & v328;
let v360 = v355 + v359;
let v362 = v360 >> u32(v326);
let v366 = v357 | v335;
let v368 = v353 & v337;
let v370 = v368 > v339;
let v371 = select(v362, v366, v370);
let v373 = v371 << u32(v326);
let v374 = v341 | v373;
let v376 = v301 + v315;
let v380 = &(*v524)[v376];
*v380 = v374;
let v382 = u32(128);
let v383 = v315 + v382;
*v483 = v383;

}
var<function> v485_store: u32;
let v485 = &v485_store;
*v485 = v78;
loop {
let v387 = *v485;
let v389 = v387 < v300;
if !v389 { break; }
let v392 = *v485;
let v393 = v32 * v392;
let v394 = v295 + v393;
let v398 = &(*v525)[v394];
let v399 = *v398;
let v400 = bitcast<u32>(v399);
let v401 = u32(32767);
let v402 = v400 + v401;
let v403 = u32(16);
let v404 = v400 >> u32(v403);
let v405 = u32(1);
let v406 = v404 & v405;
let v407 = v402 + v406;
let v409 = v407 >> u32(v403);
let v412 = u32(64);
let v413 = v404 | v412;
let v414 = u32(2147483647);
let v415 = v400 & v414;
let v416 = u32(2139095040);
let v417 = v415 > v416;
let v418 = select(v409, v413, v417);
let v424 = v394 + v53;
let v428 = &(*v525)[v424];
let v429 = *v428;
let v430 = bitcast<u32>(v429);
let v432 = v430 + v401;
let v434 = v430 >> u32(v403);
let v436 = v434 & v405;
let v437 = v432 + v436;
let v439 = v437 >> u32(v403);
let v443 = v434 | v412;
let v445 = v430 & v414;
let v447 = v445 > v416;
let v448 = select(v439, v443, v447);
let v450 = v448 << u32(v403);
let v451 = v418 | v450;
let v453 = v306 + v392;
let v457 = &(*v524)[v453];
*v457 = v451;
let v459 = u32(128);
let v460 = v392 + v459;
*v485 = v460;

}

}

}
return;

}
