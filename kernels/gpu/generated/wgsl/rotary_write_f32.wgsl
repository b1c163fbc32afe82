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
fn rotary_write_kernel(@builtin(local_invocation_index) v326: u32, @builtin(workgroup_id) v331: vec3<u32>, @builtin(num_workgroups) v333: vec3<u32>) {
let v351 = &v21;
let v352 = &v17;
let v353 = &v13;
let v354 = &v9;
let v355 = &v5;
let v356 = &v1;
let v25 = info_var.scalars_usize[0];
let v26 = info_var.scalars_usize[1];
let v332 = v331[2];
let v293 = u32(v332);
let v334 = v333[1];
let v295 = u32(v334);
let v296 = v293 * v295;
let v335 = v333[0];
let v298 = u32(v335);
let v299 = v296 * v298;
let v336 = v331[1];
let v301 = u32(v336);
let v304 = v301 * v298;
let v305 = v299 + v304;
let v338 = v331[0];
let v307 = u32(v338);
let v308 = v305 + v307;
let v28 = u32(6);
let v29 = v308 / v28;
let v30 = v29 < v25;
if v30 {
let v33 = v308 % v28;
let v283 = &shared_v34;
let v36 = u32(64);
let v38 = u32(4);
let v39 = v33 < v38;
if v39 {
let v41 = v29 * v38;
let v42 = v41 + v33;
let v44 = v42 * v36;
let v327 = v326;
let v46 = u32(v327);
var<function> v284_store: u32;
let v284 = &v284_store;
*v284 = v46;
loop {
let v48 = *v284;
let v49 = u32(32);
let v50 = v48 < v49;
if !v50 { break; }
let v52 = u32(32);
let v53 = v29 * v52;
let v54 = *v284;
let v55 = v53 + v54;
let v59 = &(*v353)[v55];
let v60 = *v59;
let v61 = v25 + v29;
let v63 = v61 * v52;
let v65 = v63 + v54;
let v69 = &(*v353)[v65];
let v70 = *v69;
let v72 = v44 + v54;
let v76 = &(*v356)[v72];
let v77 = *v76;
let v79 = v44 + v52;
let v81 = v79 + v54;
let v85 = &(*v356)[v81];
let v86 = *v85;
let v88 = v86 * v70;
let v345 = -v88;
let v346 = fma(v77, v60, v345);
let v91 = v77 * v70;
let v347 = fma(v86, v60, v91);
*v76 = v346;
*v85 = v347;
let v111 = &(*v283)[v54];
*v111 = v346;
let v114 = v52 + v54;
let v118 = &(*v283)[v114];
*v118 = v347;
let v120 = u32(128);
let v121 = v54 + v120;
*v284 = v121;

}
workgroupBarrier();

} else {
let v123 = v33 - v38;
let v124 = u32(2);
let v125 = v29 * v124;
let v126 = v125 + v123;
let v128 = v126 * v36;
let v328 = v326;
let v130 = u32(v328);
var<function> v286_store: u32;
let v286 = &v286_store;
*v286 = v130;
loop {
let v132 = *v286;
let v133 = u32(32);
let v134 = v132 < v133;
if !v134 { break; }
let v136 = u32(32);
let v137 = v29 * v136;
let v138 = *v286;
let v139 = v137 + v138;
let v143 = &(*v353)[v139];
let v144 = *v143;
let v145 = v25 + v29;
let v147 = v145 * v136;
let v149 = v147 + v138;
let v153 = &(*v353)[v149];
let v154 = *v153;
let v156 = v128 + v138;
let v160 = &(*v355)[v156];
let v161 = *v160;
let v163 = v128 + v136;
let v165 = v163 + v138;
let v169 = &(*v355)[v165];
let v170 = *v169;
let v172 = v170 * v154;
let v348 = -v172;
let v349 = fma(v161, v144, v348);
let v175 = v161 * v154;
let v350 = fma(v170, v144, v175);
*v160 = v349;
*v169 = v350;
let v195 = &(*v283)[v138];
*v195 = v349;
let v198 = v136 + v138;
let v202 = &(*v283)[v198];
*v202 = v350;
let v204 = u32(128);
let v205 = v138 + v204;
*v286 = v205;

}
workgroupBarrier();
let v207 = v124 * v25;
let v208 = v207 + v29;
let v212 = &(*v352)[v208];
let v213 = *v212;
let v214 = u32(4294967295);
let v215 = v213 != v214;
if v215 {
let v216 = u32(v213);
let v218 = v216 * v124;
let v219 = v218 + v123;
let v221 = v26 * v124;
let v223 = v219 * v36;
var<function> v288_store: u32;
let v288 = &v288_store;
*v288 = v130;
loop {
let v227 = *v288;
let v229 = v227 < v36;
if !v229 { break; }
let v232 = *v288;
let v237 = &(*v283)[v232];
let v238 = *v237;
let v239 = bitcast<u32>(v238);
let v241 = v223 + v232;
let v245 = &(*v351)[v241];
*v245 = v239;
let v247 = u32(128);
let v248 = v232 + v247;
*v288 = v248;

}
let v249 = v221 + v219;
let v251 = v249 * v36;
var<function> v290_store: u32;
let v290 = &v290_store;
*v290 = v130;
loop {
let v255 = *v290;
let v257 = v255 < v36;
if !v257 { break; }
let v259 = *v290;
let v260 = v128 + v259;
let v264 = &(*v354)[v260];
let v265 = *v264;
let v266 = bitcast<u32>(v265);
let v268 = v251 + v259;
let v272 = &(*v351)[v268];
*v272 = v266;
let v274 = u32(128);
let v275 = v259 + v274;
*v290 = v275;

}

}

}

}
return;

}
