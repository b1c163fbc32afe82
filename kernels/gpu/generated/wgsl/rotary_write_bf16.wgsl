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
fn rotary_write_kernel(@builtin(local_invocation_index) v433: u32, @builtin(workgroup_id) v438: vec3<u32>, @builtin(num_workgroups) v440: vec3<u32>) {
let v458 = &v21;
let v459 = &v17;
let v460 = &v13;
let v461 = &v9;
let v462 = &v5;
let v463 = &v1;
let v25 = info_var.scalars_usize[0];
let v26 = info_var.scalars_usize[1];
let v439 = v438[2];
let v400 = u32(v439);
let v441 = v440[1];
let v402 = u32(v441);
let v403 = v400 * v402;
let v442 = v440[0];
let v405 = u32(v442);
let v406 = v403 * v405;
let v443 = v438[1];
let v408 = u32(v443);
let v411 = v408 * v405;
let v412 = v406 + v411;
let v445 = v438[0];
let v414 = u32(v445);
let v415 = v412 + v414;
let v28 = u32(6);
let v29 = v415 / v28;
let v30 = v29 < v25;
if v30 {
let v33 = v415 % v28;
let v390 = &shared_v34;
let v36 = u32(64);
let v38 = u32(4);
let v39 = v33 < v38;
if v39 {
let v41 = v29 * v38;
let v42 = v41 + v33;
let v44 = v42 * v36;
let v434 = v433;
let v46 = u32(v434);
var<function> v391_store: u32;
let v391 = &v391_store;
*v391 = v46;
loop {
let v48 = *v391;
let v49 = u32(32);
let v50 = v48 < v49;
if !v50 { break; }
let v52 = u32(32);
let v53 = v29 * v52;
let v54 = *v391;
let v55 = v53 + v54;
let v59 = &(*v460)[v55];
let v60 = *v59;
let v61 = v25 + v29;
let v63 = v61 * v52;
let v65 = v63 + v54;
let v69 = &(*v460)[v65];
let v70 = *v69;
let v72 = v44 + v54;
let v76 = &(*v463)[v72];
let v77 = *v76;
let v79 = v44 + v52;
let v81 = v79 + v54;
let v85 = &(*v463)[v81];
let v86 = *v85;
let v88 = v86 * v70;
let v452 = -v88;
let v453 = fma(v77, v60, v452);
let v91 = v77 * v70;
let v454 = fma(v86, v60, v91);
*v76 = v453;
*v85 = v454;
let v111 = &(*v390)[v54];
*v111 = v453;
let v114 = v52 + v54;
let v118 = &(*v390)[v114];
*v118 = v454;
let v120 = u32(128);
let v121 = v54 + v120;
*v391 = v121;

}
workgroupBarrier();

} else {
let v123 = v33 - v38;
let v124 = u32(2);
let v125 = v29 * v124;
let v126 = v125 + v123;
let v128 = v126 * v36;
let v435 = v433;
let v130 = u32(v435);
var<function> v393_store: u32;
let v393 = &v393_store;
*v393 = v130;
loop {
let v132 = *v393;
let v133 = u32(32);
let v134 = v132 < v133;
if !v134 { break; }
let v136 = u32(32);
let v137 = v29 * v136;
let v138 = *v393;
let v139 = v137 + v138;
let v143 = &(*v460)[v139];
let v144 = *v143;
let v145 = v25 + v29;
let v147 = v145 * v136;
let v149 = v147 + v138;
let v153 = &(*v460)[v149];
let v154 = *v153;
let v156 = v128 + v138;
let v160 = &(*v462)[v156];
let v161 = *v160;
let v163 = v128 + v136;
let v165 = v163 + v138;
let v169 = &(*v462)[v165];
let v170 = *v169;
let v172 = v170 * v154;
let v455 = -v172;
let v456 = fma(v161, v144, v455);
let v175 = v161 * v154;
let v457 = fma(v170, v144, v175);
*v160 = v456;
*v169 = v457;
let v195 = &(*v390)[v138];
*v195 = v456;
let v198 = v136 + v138;
let v202 = &(*v390)[v198];
*v202 = v457;
let v204 = u32(128);
let v205 = v138 + v204;
*v393 = v205;

}
workgroupBarrier();
let v207 = v124 * v25;
let v208 = v207 + v29;
let v212 = &(*v459)[v208];
let v213 = *v212;
let v214 = u32(4294967295);
let v215 = v213 != v214;
if v215 {
let v216 = u32(v213);
let v218 = v216 * v124;
let v219 = v218 + v123;
let v221 = v26 * v124;
let v222 = u32(32);
let v223 = v219 * v222;
var<function> v395_store: u32;
let v395 = &v395_store;
*v395 = v130;
loop {
let v227 = *v395;
let v229 = v227 < v222;
if !v229 { break; }
let v232 = *v395;
let v233 = v124 * v232;
let v239 = &(*v390)[v233];
let v240 = *v239;
let v241 = bitcast<u32>(v240);
let v242 = u32(32767);
let v243 = v241 + v242;
let v244 = u32(16);
let v245 = v241 >> u32(v244);
let v246 = u32(1);
let v247 = v245 & v246;
let v248 = v243 + v247;
let v250 = v248 >> u32(v244);
let v253 = u32(64);
let v254 = v245 | v253;
let v255 = u32(2147483647);
let v256 = v241 & v255;
let v257 = u32(2139095040);
let v258 = v256 > v257;
let v259 = select(v250, v254, v258);
let v265 = u32(1);
let v266 = v233 + v265;
let v270 = &(*v390)[v266];
let v271 = *v270;
let v272 = bitcast<u32>(v271);
let v274 = v272 + v242;
let v276 = v272 >> u32(v244);
let v278 = v276 & v246;
let v279 = v274 + v278;
let v281 = v279 >> u32(v244);
let v285 = v276 | v253;
let v287 = v272 & v255;
let v289 = v287 > v257;
let v290 = select(v281, v285, v289);
let v292 = v290 << u32(v244);
let v293 = v259 | v292;
let v295 = v223 + v232;
let v299 = &(*v458)[v295];
*v299 = v293;
let v301 = u32(128);
let v302 = v232 + v301;
*v395 = v302;

}
let v303 = v221 + v219;
let v305 = v303 * v222;
var<function> v397_store: u32;
let v397 = &v397_store;
*v397 = v130;
loop {
let v309 = *v397;
let v311 = v309 < v222;
if !v311 { break; }
let v314 = *v397;
let v315 = v124 * v314;
let v316 = v128 + v315;
let v320 = &(*v461)[v316];
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
let v345 = u32(1);
let v346 = v316 + v345;
let v350 = &(*v461)[v346];
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
let v379 = &(*v458)[v375];
*v379 = v373;
let v381 = u32(128);
let v382 = v314 + v381;
*v397 = v382;

}

}

}

}
return;

}
