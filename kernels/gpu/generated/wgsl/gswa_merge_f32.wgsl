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
fn gswa_merge_kernel(@builtin(local_invocation_index) v400: u32, @builtin(workgroup_id) v404: vec3<u32>, @builtin(num_workgroups) v406: vec3<u32>) {
let v419 = &v25;
let v420 = &v21;
let v421 = &v17;
let v422 = &v13;
let v423 = &v9;
let v424 = &v5;
let v425 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v405 = v404[2];
let v384 = u32(v405);
let v407 = v406[1];
let v386 = u32(v407);
let v387 = v384 * v386;
let v408 = v406[0];
let v389 = u32(v408);
let v390 = v387 * v389;
let v409 = v404[1];
let v392 = u32(v409);
let v395 = v392 * v389;
let v396 = v390 + v395;
let v411 = v404[0];
let v398 = u32(v411);
let v399 = v396 + v398;
let v32 = u32(2);
let v33 = v399 / v32;
let v34 = v33 < v29;
if v34 {
let v36 = v399 % v32;
let v41 = &(*v424)[v32];
let v42 = *v41;
let v43 = u32(v42);
let v44 = u32(5);
let v45 = v33 * v44;
let v46 = v43 + v45;
let v52 = &(*v424)[v46];
let v53 = *v52;
let v54 = u32(v53);
let v55 = u32(1);
let v56 = v46 + v55;
let v60 = &(*v424)[v56];
let v61 = *v60;
let v62 = u32(v61);
let v64 = v46 + v32;
let v68 = &(*v424)[v64];
let v69 = *v68;
let v70 = u32(v69);
let v71 = u32(3);
let v72 = v46 + v71;
let v76 = &(*v424)[v72];
let v77 = *v76;
let v78 = u32(v77);
let v401 = v400;
let v80 = u32(v401);
var<function> v365_store: u32;
let v365 = &v365_store;
*v365 = v80;
loop {
let v82 = *v365;
let v83 = u32(128);
let v84 = v82 < v83;
if !v84 { break; }
let v87 = v36 * v32;
let v88 = *v365;
let v89 = u32(64);
let v90 = v88 / v89;
let v91 = v87 + v90;
let v94 = v88 % v89;
let v95 = f32(1.0);
var<function> v367_store: f32;
let v367 = &v367_store;
*v367 = v95;
let v99 = v78 > v3;
if v99 {
let v100 = f32(0.0);
*v367 = v100;
let v102 = v62 > v3;
if v102 {
let v103 = u32(4);
let v104 = v33 * v103;
let v105 = v104 + v91;
let v109 = &(*v423)[v105];
let v110 = *v109;
*v367 = v110;

}

}
let v111 = f32(0.0);
var<function> v368_store: f32;
let v368 = &v368_store;
*v368 = v111;
let v115 = v62 > v3;
if v115 {
let v116 = u32(4);
let v117 = v54 * v116;
let v118 = v117 + v91;
let v119 = u32(66);
let v120 = v118 * v119;
let v121 = f32(-3.4028234663852886e38);
var<function> v369_store: f32;
let v369 = &v369_store;
*v369 = v121;
for(var v126: u32 = v3; v126 < v62; v126 += v55) {
let v128 = u32(264);
let v129 = v126 * v128;
let v130 = v120 + v129;
let v132 = v130 + v89;
let v136 = &(*v425)[v132];
let v137 = *v136;
let v138 = *v369;
let v139 = max(v138, v137);
*v369 = v139;

}
var<function> v371_store: f32;
let v371 = &v371_store;
*v371 = v111;
var<function> v372_store: f32;
let v372 = &v372_store;
*v372 = v111;
for(var v148: u32 = v3; v148 < v62; v148 += v55) {
let v150 = u32(264);
let v151 = v148 * v150;
let v152 = v120 + v151;
let v154 = v152 + v89;
let v158 = &(*v425)[v154];
let v159 = *v158;
let v160 = *v369;
let v161 = v159 - v160;
let v162 = exp(v161);
let v163 = v152 + v94;
let v167 = &(*v425)[v163];
let v168 = *v167;
let v170 = *v371;
let v413 = fma(v162, v168, v170);
*v371 = v413;
let v175 = v154 + v55;
let v179 = &(*v425)[v175];
let v180 = *v179;
let v182 = *v372;
let v414 = fma(v162, v180, v182);
*v372 = v414;

}
let v184 = *v371;
let v185 = *v372;
let v186 = v184 / v185;
let v187 = *v367;
let v189 = *v368;
let v415 = fma(v187, v186, v189);
*v368 = v415;

}
if v99 {
let v194 = *v367;
let v195 = v95 - v194;
let v196 = u32(4);
let v197 = v70 * v196;
let v198 = v197 + v91;
let v199 = u32(66);
let v200 = v198 * v199;
let v201 = f32(-3.4028234663852886e38);
var<function> v374_store: f32;
let v374 = &v374_store;
*v374 = v201;
for(var v206: u32 = v3; v206 < v78; v206 += v55) {
let v208 = u32(264);
let v209 = v206 * v208;
let v210 = v200 + v209;
let v212 = v210 + v89;
let v216 = &(*v425)[v212];
let v217 = *v216;
let v218 = *v374;
let v219 = max(v218, v217);
*v374 = v219;

}
var<function> v376_store: f32;
let v376 = &v376_store;
*v376 = v111;
var<function> v377_store: f32;
let v377 = &v377_store;
*v377 = v111;
for(var v228: u32 = v3; v228 < v78; v228 += v55) {
let v230 = u32(264);
let v231 = v228 * v230;
let v232 = v200 + v231;
let v234 = v232 + v89;
let v238 = &(*v425)[v234];
let v239 = *v238;
let v240 = *v374;
let v241 = v239 - v240;
let v242 = exp(v241);
let v243 = v232 + v94;
let v247 = &(*v425)[v243];
let v248 = *v247;
let v250 = *v376;
let v416 = fma(v242, v248, v250);
*v376 = v416;
let v255 = v234 + v55;
let v259 = &(*v425)[v255];
let v260 = *v259;
let v262 = *v377;
let v417 = fma(v242, v260, v262);
*v377 = v417;

}
let v264 = *v376;
let v265 = *v377;
let v266 = v264 / v265;
let v268 = *v368;
let v418 = fma(v195, v266, v268);
*v368 = v418;

}
let v270 = u32(4);
let v271 = v33 * v270;
let v272 = v271 + v91;
let v274 = v272 * v89;
let v275 = v274 + v94;
let v279 = &(*v419)[v275];
let v280 = *v368;
*v279 = v280;
let v281 = *v365;
let v282 = u32(128);
let v283 = v281 + v282;
*v365 = v283;

}
let v284 = u32(4);
let v285 = v46 + v284;
let v289 = &(*v424)[v285];
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
let v305 = v301 * v296;
var<function> v379_store: u32;
let v379 = &v379_store;
*v379 = v80;
loop {
let v309 = *v379;
let v311 = v309 < v296;
if !v311 { break; }
let v313 = *v379;
let v314 = v297 + v313;
let v318 = &(*v422)[v314];
let v319 = *v318;
let v320 = bitcast<u32>(v319);
let v322 = v305 + v313;
let v326 = &(*v420)[v322];
*v326 = v320;
let v328 = u32(128);
let v329 = v313 + v328;
*v379 = v329;

}
let v330 = v303 + v301;
let v332 = v330 * v296;
var<function> v381_store: u32;
let v381 = &v381_store;
*v381 = v80;
loop {
let v336 = *v381;
let v338 = v336 < v296;
if !v338 { break; }
let v340 = *v381;
let v341 = v297 + v340;
let v345 = &(*v421)[v341];
let v346 = *v345;
let v347 = bitcast<u32>(v346);
let v349 = v332 + v340;
let v353 = &(*v420)[v349];
*v353 = v347;
let v355 = u32(128);
let v356 = v340 + v355;
*v381 = v356;

}

}

}
return;

}
