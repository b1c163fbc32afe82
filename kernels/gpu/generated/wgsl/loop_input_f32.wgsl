var<workgroup> shared_v237: array<f32, 128>;
@group(0) @binding(6) var<storage, read_write> v25: array<f32>;
@group(0) @binding(5) var<storage, read_write> v21: array<f32>;
@group(0) @binding(4) var<storage, read_write> v17: array<f32>;
@group(0) @binding(3) var<storage, read_write> v13: array<u32>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<u32>>;
struct info_st { scalars_usize: array<u32, 4>, scalars_f32: array<f32, 4>, static_meta: array<u32, 8> }
@group(0) @binding(7) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn loop_input_kernel(@builtin(local_invocation_index) v513: u32, @builtin(workgroup_id) v517: vec3<u32>, @builtin(num_workgroups) v519: vec3<u32>) {
let v539 = &v25;
let v540 = &v21;
let v541 = &v17;
let v542 = &v13;
let v543 = &v9;
let v544 = &v5;
let v545 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v31 = info_var.scalars_usize[2];
let v32 = info_var.scalars_f32[0];
let v33 = info_var.scalars_f32[1];
let v34 = info_var.scalars_f32[2];
let v518 = v517[2];
let v497 = u32(v518);
let v520 = v519[1];
let v499 = u32(v520);
let v500 = v497 * v499;
let v521 = v519[0];
let v502 = u32(v521);
let v503 = v500 * v502;
let v522 = v517[1];
let v505 = u32(v522);
let v508 = v505 * v502;
let v509 = v503 + v508;
let v524 = v517[0];
let v511 = u32(v524);
let v512 = v509 + v511;
let v36 = v512 < v29;
if v36 {
let v43 = &(*v542)[v512];
let v44 = *v43;
let v45 = u32(v44);
let v46 = u32(1);
let v48 = v29 + v512;
let v52 = &(*v542)[v48];
let v53 = *v52;
let v54 = u32(4294967295);
let v55 = v53 == v54;
let v56 = u32(4294967294);
let v57 = v53 < v56;
let v58 = f32(1.0);
let v59 = select(v32, v58, v55);
let v60 = u32(0);
let v61 = select(v60, v53, v57);
let v62 = u32(v61);
let v63 = v62 * v30;
let v64 = f32(0.0);
var<function> v486_store: f32;
let v486 = &v486_store;
*v486 = v64;
let v514 = v513;
let v68 = u32(v514);
var<function> v487_store: u32;
let v487 = &v487_store;
*v487 = v68;
loop {
let v70 = *v487;
let v71 = v70 < v31;
if !v71 { break; }
let v73 = v45 * v31;
let v74 = *v487;
let v75 = v73 + v74;
let v79 = &(*v545)[v75];
let v80 = *v79;
let v82 = u32(4);
let v83 = v74 * v82;
let v92 = v83 < v30;
if v92 {
let v93 = v80[0];
let v94 = bitcast<f32>(v93);
let v527 = fma(v94, v58, v64);
let v99 = v59 * v527;
var<function> v489_store: f32;
let v489 = &v489_store;
*v489 = v99;
if v57 {
let v101 = v63 + v83;
let v107 = &(*v543)[v101];
let v108 = *v107;
let v110 = *v489;
let v528 = fma(v33, v108, v110);
*v489 = v528;

}
let v112 = v512 * v30;
let v113 = v112 + v83;
let v119 = &(*v540)[v113];
let v120 = *v489;
*v119 = v120;
let v124 = *v486;
let v529 = fma(v120, v120, v124);
*v486 = v529;

}
let v127 = v83 + v46;
let v128 = v127 < v30;
if v128 {
let v129 = v80[1];
let v130 = bitcast<f32>(v129);
let v530 = fma(v130, v58, v64);
let v135 = v59 * v530;
var<function> v490_store: f32;
let v490 = &v490_store;
*v490 = v135;
if v57 {
let v137 = v63 + v83;
let v139 = v137 + v46;
let v143 = &(*v543)[v139];
let v144 = *v143;
let v146 = *v490;
let v531 = fma(v33, v144, v146);
*v490 = v531;

}
let v148 = v512 * v30;
let v149 = v148 + v83;
let v151 = v149 + v46;
let v155 = &(*v540)[v151];
let v156 = *v490;
*v155 = v156;
let v160 = *v486;
let v532 = fma(v156, v156, v160);
*v486 = v532;

}
let v162 = u32(2);
let v163 = v83 + v162;
let v164 = v163 < v30;
if v164 {
let v165 = v80[2];
let v166 = bitcast<f32>(v165);
let v533 = fma(v166, v58, v64);
let v171 = v59 * v533;
var<function> v491_store: f32;
let v491 = &v491_store;
*v491 = v171;
if v57 {
let v173 = v63 + v83;
let v175 = v173 + v162;
let v179 = &(*v543)[v175];
let v180 = *v179;
let v182 = *v491;
let v534 = fma(v33, v180, v182);
*v491 = v534;

}
let v184 = v512 * v30;
let v185 = v184 + v83;
let v187 = v185 + v162;
let v191 = &(*v540)[v187];
let v192 = *v491;
*v191 = v192;
let v196 = *v486;
let v535 = fma(v192, v192, v196);
*v486 = v535;

}
let v198 = u32(3);
let v199 = v83 + v198;
let v200 = v199 < v30;
if v200 {
let v201 = v80[3];
let v202 = bitcast<f32>(v201);
let v536 = fma(v202, v58, v64);
let v207 = v59 * v536;
var<function> v492_store: f32;
let v492 = &v492_store;
*v492 = v207;
if v57 {
let v209 = v63 + v83;
let v211 = v209 + v198;
let v215 = &(*v543)[v211];
let v216 = *v215;
let v218 = *v492;
let v537 = fma(v33, v216, v218);
*v492 = v537;

}
let v220 = v512 * v30;
let v221 = v220 + v83;
let v223 = v221 + v198;
let v227 = &(*v540)[v223];
let v228 = *v492;
*v227 = v228;
let v232 = *v486;
let v538 = fma(v228, v228, v232);
*v486 = v538;

}
let v234 = *v487;
let v235 = u32(128);
let v236 = v234 + v235;
*v487 = v236;

}
let v493 = &shared_v237;
let v239 = u32(128);
let v246 = &(*v493)[v68];
let v247 = *v486;
*v246 = v247;
workgroupBarrier();
let v248 = u32(64);
let v249 = v68 < v248;
if v249 {
let v251 = v68 + v248;
let v255 = &(*v493)[v251];
let v256 = *v255;
let v261 = *v246;
let v262 = v261 + v256;
*v246 = v262;

}
workgroupBarrier();
let v263 = u32(32);
let v264 = v68 < v263;
if v264 {
let v266 = v68 + v263;
let v270 = &(*v493)[v266];
let v271 = *v270;
let v276 = *v246;
let v277 = v276 + v271;
*v246 = v277;

}
workgroupBarrier();
let v278 = u32(16);
let v279 = v68 < v278;
if v279 {
let v281 = v68 + v278;
let v285 = &(*v493)[v281];
let v286 = *v285;
let v291 = *v246;
let v292 = v291 + v286;
*v246 = v292;

}
workgroupBarrier();
let v293 = u32(8);
let v294 = v68 < v293;
if v294 {
let v296 = v68 + v293;
let v300 = &(*v493)[v296];
let v301 = *v300;
let v306 = *v246;
let v307 = v306 + v301;
*v246 = v307;

}
workgroupBarrier();
let v308 = u32(4);
let v309 = v68 < v308;
if v309 {
let v311 = v68 + v308;
let v315 = &(*v493)[v311];
let v316 = *v315;
let v321 = *v246;
let v322 = v321 + v316;
*v246 = v322;

}
workgroupBarrier();
let v323 = u32(2);
let v324 = v68 < v323;
if v324 {
let v326 = v68 + v323;
let v330 = &(*v493)[v326];
let v331 = *v330;
let v336 = *v246;
let v337 = v336 + v331;
*v246 = v337;

}
workgroupBarrier();
let v339 = v68 < v46;
if v339 {
let v341 = v68 + v46;
let v345 = &(*v493)[v341];
let v346 = *v345;
let v351 = *v246;
let v352 = v351 + v346;
*v246 = v352;

}
workgroupBarrier();
let v357 = &(*v493)[v3];
let v358 = *v357;
workgroupBarrier();
let v359 = f32(v30);
let v360 = v358 / v359;
let v361 = v360 + v34;
let v362 = sqrt(v361);
let v364 = v58 / v362;
var<function> v494_store: u32;
let v494 = &v494_store;
*v494 = v68;
loop {
let v368 = *v494;
let v369 = v368 < v31;
if !v369 { break; }
let v371 = *v494;
let v373 = v371 * v308;
let v376 = v373 < v30;
if v376 {
let v377 = v512 * v30;
let v378 = v377 + v373;
let v382 = &(*v540)[v378];
let v383 = *v382;
let v384 = v383 * v364;
let v388 = &(*v541)[v373];
let v389 = *v388;
let v390 = v384 * v389;
let v396 = &(*v539)[v378];
*v396 = v390;

}
let v401 = v373 + v46;
let v402 = v401 < v30;
if v402 {
let v403 = v512 * v30;
let v404 = v403 + v401;
let v408 = &(*v540)[v404];
let v409 = *v408;
let v410 = v409 * v364;
let v414 = &(*v541)[v401];
let v415 = *v414;
let v416 = v410 * v415;
let v422 = &(*v539)[v404];
*v422 = v416;

}
let v427 = v373 + v323;
let v428 = v427 < v30;
if v428 {
let v429 = v512 * v30;
let v430 = v429 + v427;
let v434 = &(*v540)[v430];
let v435 = *v434;
let v436 = v435 * v364;
let v440 = &(*v541)[v427];
let v441 = *v440;
let v442 = v436 * v441;
let v448 = &(*v539)[v430];
*v448 = v442;

}
let v452 = u32(3);
let v453 = v373 + v452;
let v454 = v453 < v30;
if v454 {
let v455 = v512 * v30;
let v456 = v455 + v453;
let v460 = &(*v540)[v456];
let v461 = *v460;
let v462 = v461 * v364;
let v466 = &(*v541)[v453];
let v467 = *v466;
let v468 = v462 * v467;
let v474 = &(*v539)[v456];
*v474 = v468;

}
let v477 = v371 + v239;
*v494 = v477;

}

}
return;

}
