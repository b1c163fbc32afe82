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
fn gswa_merge_kernel(@builtin(local_invocation_index) v398: u32, @builtin(workgroup_id) v402: vec3<u32>, @builtin(num_workgroups) v404: vec3<u32>) {
let v417 = &v25;
let v418 = &v21;
let v419 = &v17;
let v420 = &v13;
let v421 = &v9;
let v422 = &v5;
let v423 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v403 = v402[2];
let v382 = u32(v403);
let v405 = v404[1];
let v384 = u32(v405);
let v385 = v382 * v384;
let v406 = v404[0];
let v387 = u32(v406);
let v388 = v385 * v387;
let v407 = v402[1];
let v390 = u32(v407);
let v393 = v390 * v387;
let v394 = v388 + v393;
let v409 = v402[0];
let v396 = u32(v409);
let v397 = v394 + v396;
let v32 = u32(2);
let v33 = v397 / v32;
let v34 = v33 < v29;
if v34 {
let v36 = v397 % v32;
let v41 = &(*v422)[v32];
let v42 = *v41;
let v43 = u32(v42);
let v44 = u32(5);
let v45 = v33 * v44;
let v46 = v43 + v45;
let v50 = &(*v422)[v46];
let v51 = *v50;
let v52 = u32(v51);
let v53 = u32(1);
let v54 = v46 + v53;
let v58 = &(*v422)[v54];
let v59 = *v58;
let v60 = u32(v59);
let v62 = v46 + v32;
let v66 = &(*v422)[v62];
let v67 = *v66;
let v68 = u32(v67);
let v69 = u32(3);
let v70 = v46 + v69;
let v74 = &(*v422)[v70];
let v75 = *v74;
let v76 = u32(v75);
let v399 = v398;
let v78 = u32(v399);
var<function> v363_store: u32;
let v363 = &v363_store;
*v363 = v78;
loop {
let v80 = *v363;
let v81 = u32(128);
let v82 = v80 < v81;
if !v82 { break; }
let v85 = v36 * v32;
let v86 = *v363;
let v87 = u32(64);
let v88 = v86 / v87;
let v89 = v85 + v88;
let v92 = v86 % v87;
let v93 = f32(1.0);
var<function> v365_store: f32;
let v365 = &v365_store;
*v365 = v93;
let v97 = v76 > v3;
if v97 {
let v98 = f32(0.0);
*v365 = v98;
let v100 = v60 > v3;
if v100 {
let v101 = u32(4);
let v102 = v33 * v101;
let v103 = v102 + v89;
let v107 = &(*v421)[v103];
let v108 = *v107;
*v365 = v108;

}

}
let v109 = f32(0.0);
var<function> v366_store: f32;
let v366 = &v366_store;
*v366 = v109;
let v113 = v60 > v3;
if v113 {
let v114 = u32(4);
let v115 = v52 * v114;
let v116 = v115 + v89;
let v117 = u32(66);
let v118 = v116 * v117;
let v119 = f32(-3.4028234663852886e38);
var<function> v367_store: f32;
let v367 = &v367_store;
*v367 = v119;
for(var v124: u32 = v3; v124 < v60; v124 += v53) {
let v126 = u32(264);
let v127 = v124 * v126;
let v128 = v118 + v127;
let v130 = v128 + v87;
let v134 = &(*v423)[v130];
let v135 = *v134;
let v136 = *v367;
let v137 = max(v136, v135);
*v367 = v137;

}
var<function> v369_store: f32;
let v369 = &v369_store;
*v369 = v109;
var<function> v370_store: f32;
let v370 = &v370_store;
*v370 = v109;
for(var v146: u32 = v3; v146 < v60; v146 += v53) {
let v148 = u32(264);
let v149 = v146 * v148;
let v150 = v118 + v149;
let v152 = v150 + v87;
let v156 = &(*v423)[v152];
let v157 = *v156;
let v158 = *v367;
let v159 = v157 - v158;
let v160 = exp(v159);
let v161 = v150 + v92;
let v165 = &(*v423)[v161];
let v166 = *v165;
let v168 = *v369;
let v411 = fma(v160, v166, v168);
*v369 = v411;
let v173 = v152 + v53;
let v177 = &(*v423)[v173];
let v178 = *v177;
let v180 = *v370;
let v412 = fma(v160, v178, v180);
*v370 = v412;

}
let v182 = *v369;
let v183 = *v370;
let v184 = v182 / v183;
let v185 = *v365;
let v187 = *v366;
let v413 = fma(v185, v184, v187);
*v366 = v413;

}
if v97 {
let v192 = *v365;
let v193 = v93 - v192;
let v194 = u32(4);
let v195 = v68 * v194;
let v196 = v195 + v89;
let v197 = u32(66);
let v198 = v196 * v197;
let v199 = f32(-3.4028234663852886e38);
var<function> v372_store: f32;
let v372 = &v372_store;
*v372 = v199;
for(var v204: u32 = v3; v204 < v76; v204 += v53) {
let v206 = u32(264);
let v207 = v204 * v206;
let v208 = v198 + v207;
let v210 = v208 + v87;
let v214 = &(*v423)[v210];
let v215 = *v214;
let v216 = *v372;
let v217 = max(v216, v215);
*v372 = v217;

}
var<function> v374_store: f32;
let v374 = &v374_store;
*v374 = v109;
var<function> v375_store: f32;
let v375 = &v375_store;
*v375 = v109;
for(var v226: u32 = v3; v226 < v76; v226 += v53) {
let v228 = u32(264);
let v229 = v226 * v228;
let v230 = v198 + v229;
let v232 = v230 + v87;
let v236 = &(*v423)[v232];
let v237 = *v236;
let v238 = *v372;
let v239 = v237 - v238;
let v240 = exp(v239);
let v241 = v230 + v92;
let v245 = &(*v423)[v241];
let v246 = *v245;
let v248 = *v374;
let v414 = fma(v240, v246, v248);
*v374 = v414;
let v253 = v232 + v53;
let v257 = &(*v423)[v253];
let v258 = *v257;
let v260 = *v375;
let v415 = fma(v240, v258, v260);
*v375 = v415;

}
let v262 = *v374;
let v263 = *v375;
let v264 = v262 / v263;
let v266 = *v366;
let v416 = fma(v193, v264, v266);
*v366 = v416;

}
let v268 = u32(4);
let v269 = v33 * v268;
let v270 = v269 + v89;
let v272 = v270 * v87;
let v273 = v272 + v92;
let v277 = &(*v417)[v273];
let v278 = *v366;
*v277 = v278;
let v279 = *v363;
let v280 = u32(128);
let v281 = v279 + v280;
*v363 = v281;

}
let v282 = u32(4);
let v283 = v46 + v282;
let v287 = &(*v422)[v283];
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
let v301 = v299 * v294;
let v303 = v30 * v32;
let v305 = v303 * v294;
let v306 = v301 + v305;
var<function> v377_store: u32;
let v377 = &v377_store;
*v377 = v78;
loop {
let v310 = *v377;
let v312 = v310 < v294;
if !v312 { break; }
let v314 = *v377;
let v315 = v295 + v314;
let v319 = &(*v420)[v315];
let v320 = *v319;
let v321 = bitcast<u32>(v320);
let v323 = v301 + v314;
let v327 = &(*v418)[v323];
*v327 = v321;
let v329 = u32(128);
let v330 = v314 + v329;
*v377 = v330;

}
var<function> v379_store: u32;
let v379 = &v379_store;
*v379 = v78;
loop {
let v334 = *v379;
let v336 = v334 < v294;
if !v336 { break; }
let v338 = *v379;
let v339 = v295 + v338;
let v343 = &(*v419)[v339];
let v344 = *v343;
let v345 = bitcast<u32>(v344);
let v347 = v306 + v338;
let v351 = &(*v418)[v347];
*v351 = v345;
let v353 = u32(128);
let v354 = v338 + v353;
*v379 = v354;

}

}

}
return;

}
