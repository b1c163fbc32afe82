var<workgroup> shared_v16: array<u32, 128>;
var<workgroup> shared_v20: array<u32, 128>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 4>, static_meta: array<u32, 2> }
@group(0) @binding(2) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn top_k_kernel(@builtin(local_invocation_index) v459: u32, @builtin(workgroup_id) v461: vec3<u32>, @builtin(num_workgroups) v463: vec3<u32>) {
let v471 = &v5;
let v472 = &v1;
let v3 = u32(0);
let v9 = info_var.scalars_usize[0];
let v10 = info_var.scalars_usize[1];
let v11 = info_var.scalars_usize[2];
let v462 = v461[2];
let v443 = u32(v462);
let v464 = v463[1];
let v445 = u32(v464);
let v446 = v443 * v445;
let v465 = v463[0];
let v448 = u32(v465);
let v449 = v446 * v448;
let v466 = v461[1];
let v451 = u32(v466);
let v454 = v451 * v448;
let v455 = v449 + v454;
let v468 = v461[0];
let v457 = u32(v468);
let v458 = v455 + v457;
let v460 = v459;
let v14 = u32(v460);
let v15 = v458 < v9;
if v15 {
let v431 = &shared_v16;
let v18 = u32(128);
let v432 = &shared_v20;
let v24 = u32(4294967295);
var<function> v433_store: u32;
let v433 = &v433_store;
*v433 = v24;
let v27 = u32(0);
var<function> v434_store: u32;
let v434 = &v434_store;
*v434 = v27;
let v31 = u32(1);
for(var v32: u32 = v3; v32 < v11; v32 += v31) {
var<function> v436_store: u32;
let v436 = &v436_store;
*v436 = v27;
var<function> v437_store: u32;
let v437 = &v437_store;
*v437 = v24;
var<function> v438_store: u32;
let v438 = &v438_store;
*v438 = v14;
loop {
let v41 = *v438;
let v42 = v41 < v10;
if !v42 { break; }
let v44 = v458 * v10;
let v45 = *v438;
let v46 = v44 + v45;
let v50 = &(*v472)[v46];
let v51 = *v50;
let v52 = bitcast<u32>(v51);
let v53 = u32(2147483647);
let v54 = v52 & v53;
let v55 = v52 != v54;
let v57 = v54 != v27;
let v58 = v55 && v57;
let v59 = ~v52;
let v60 = u32(2147483648);
let v61 = v54 | v60;
let v62 = select(v61, v59, v58);
let v63 = u32(2139095040);
let v64 = v54 > v63;
let v66 = select(v62, v24, v64);
let v68 = v32 == v3;
let v69 = true;
var<function> v440_store: bool;
let v440 = &v440_store;
if v68 {
*v440 = v69;

} else {
let v72 = *v438;
let v73 = u32(v72);
let v74 = *v433;
let v75 = v74 > v66;
let v77 = v74 == v66;
let v78 = *v434;
let v79 = v78 < v73;
let v80 = v77 && v79;
let v81 = v75 || v80;
*v440 = v81;

}
let v82 = *v440;
var<function> v441_store: bool;
let v441 = &v441_store;
if v82 {
let v83 = *v438;
let v84 = u32(v83);
let v85 = *v436;
let v86 = v66 > v85;
let v88 = v66 == v85;
let v89 = *v437;
let v90 = v84 < v89;
let v91 = v88 && v90;
let v92 = v86 || v91;
*v441 = v92;

} else {
let v94 = false;
*v441 = v94;

}
let v95 = *v441;
if v95 {
*v436 = v66;
let v96 = *v438;
let v97 = u32(v96);
*v437 = v97;

}
let v98 = *v438;
let v100 = v98 + v18;
*v438 = v100;

}
let v104 = &(*v431)[v14];
let v105 = *v436;
*v104 = v105;
let v109 = &(*v432)[v14];
let v110 = *v437;
*v109 = v110;
workgroupBarrier();
let v111 = u32(64);
let v112 = v14 < v111;
if v112 {
let v114 = v14 + v111;
let v118 = &(*v431)[v114];
let v119 = *v118;
let v125 = &(*v432)[v114];
let v126 = *v125;
let v131 = *v104;
let v136 = *v109;
let v137 = v119 > v131;
let v138 = v119 == v131;
let v139 = v126 < v136;
let v140 = v138 && v139;
let v141 = v137 || v140;
if v141 {
*v104 = v119;
*v109 = v126;

}

}
workgroupBarrier();
let v150 = u32(32);
let v151 = v14 < v150;
if v151 {
let v153 = v14 + v150;
let v157 = &(*v431)[v153];
let v158 = *v157;
let v164 = &(*v432)[v153];
let v165 = *v164;
let v170 = *v104;
let v175 = *v109;
let v176 = v158 > v170;
let v177 = v158 == v170;
let v178 = v165 < v175;
let v179 = v177 && v178;
let v180 = v176 || v179;
if v180 {
*v104 = v158;
*v109 = v165;

}

}
workgroupBarrier();
let v189 = u32(16);
let v190 = v14 < v189;
if v190 {
let v192 = v14 + v189;
let v196 = &(*v431)[v192];
let v197 = *v196;
let v203 = &(*v432)[v192];
let v204 = *v203;
let v209 = *v104;
let v214 = *v109;
let v215 = v197 > v209;
let v216 = v197 == v209;
let v217 = v204 < v214;
let v218 = v216 && v217;
let v219 = v215 || v218;
if v219 {
*v104 = v197;
*v109 = v204;

}

}
workgroupBarrier();
let v228 = u32(8);
let v229 = v14 < v228;
if v229 {
let v231 = v14 + v228;
let v235 = &(*v431)[v231];
let v236 = *v235;
let v242 = &(*v432)[v231];
let v243 = *v242;
let v248 = *v104;
let v253 = *v109;
let v254 = v236 > v248;
let v255 = v236 == v248;
let v256 = v243 < v253;
let v257 = v255 && v256;
let v258 = v254 || v257;
if v258 {
*v104 = v236;
*v109 = v243;

}

}
workgroupBarrier();
let v267 = u32(4);
let v268 = v14 < v267;
if v268 {
let v270 = v14 + v267;
let v274 = &(*v431)[v270];
let v275 = *v274;
let v281 = &(*v432)[v270];
let v282 = *v281;
let v287 = *v104;
let v292 = *v109;
let v293 = v275 > v287;
let v294 = v275 == v287;
let v295 = v282 < v292;
let v296 = v294 && v295;
let v297 = v293 || v296;
if v297 {
*v104 = v275;
*v109 = v282;

}

}
workgroupBarrier();
let v306 = u32(2);
let v307 = v14 < v306;
if v307 {
let v309 = v14 + v306;
let v313 = &(*v431)[v309];
let v314 = *v313;
let v320 = &(*v432)[v309];
let v321 = *v320;
let v326 = *v104;
let v331 = *v109;
let v332 = v314 > v326;
let v333 = v314 == v326;
let v334 = v321 < v331;
let v335 = v333 && v334;
let v336 = v332 || v335;
if v336 {
*v104 = v314;
*v109 = v321;

}

}
workgroupBarrier();
let v346 = v14 < v31;
if v346 {
let v348 = v14 + v31;
let v352 = &(*v431)[v348];
let v353 = *v352;
let v359 = &(*v432)[v348];
let v360 = *v359;
let v365 = *v104;
let v370 = *v109;
let v371 = v353 > v365;
let v372 = v353 == v365;
let v373 = v360 < v370;
let v374 = v372 && v373;
let v375 = v371 || v374;
if v375 {
*v104 = v353;
*v109 = v360;

}

}
workgroupBarrier();
let v388 = &(*v431)[v3];
let v389 = *v388;
*v433 = v389;
let v394 = &(*v432)[v3];
let v395 = *v394;
*v434 = v395;
workgroupBarrier();
let v397 = v14 == v3;
if v397 {
let v398 = v458 * v11;
let v399 = v398 + v32;
let v401 = v306 * v399;
let v402 = *v433;
let v404 = v402 == v24;
let v406 = *v434;
let v407 = select(v406, v24, v404);
let v411 = &(*v471)[v401];
*v411 = v407;
let v412 = v458 * v10;
let v414 = u32(v406);
let v415 = v412 + v414;
let v419 = &(*v472)[v415];
let v420 = *v419;
let v421 = bitcast<u32>(v420);
let v423 = v401 + v31;
let v427 = &(*v471)[v423];
*v427 = v421;

}

}

}
return;

}
