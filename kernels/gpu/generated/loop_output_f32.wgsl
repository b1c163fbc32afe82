var<workgroup> shared_v73: array<f32, 128>;
@group(0) @binding(4) var<storage, read_write> v17: array<f32>;
@group(0) @binding(3) var<storage, read_write> v13: array<f32>;
@group(0) @binding(2) var<storage, read_write> v9: array<u32>;
@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 4>, scalars_f32: array<f32, 2>, static_meta: array<u32, 6> }
@group(0) @binding(5) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn loop_output_kernel(@builtin(local_invocation_index) v272: u32, @builtin(workgroup_id) v276: vec3<u32>, @builtin(num_workgroups) v278: vec3<u32>) {
let v286 = &v17;
let v287 = &v13;
let v288 = &v9;
let v289 = &v5;
let v290 = &v1;
let v3 = u32(0);
let v21 = info_var.scalars_usize[0];
let v22 = info_var.scalars_usize[1];
let v23 = info_var.scalars_usize[2];
let v24 = info_var.scalars_f32[0];
let v277 = v276[2];
let v256 = u32(v277);
let v279 = v278[1];
let v258 = u32(v279);
let v259 = v256 * v258;
let v280 = v278[0];
let v261 = u32(v280);
let v262 = v259 * v261;
let v281 = v276[1];
let v264 = u32(v281);
let v267 = v264 * v261;
let v268 = v262 + v267;
let v283 = v276[0];
let v270 = u32(v283);
let v271 = v268 + v270;
let v26 = v21 + v22;
let v27 = v271 < v26;
if v27 {
let v28 = v271 >= v21;
let v29 = u32(4);
let v30 = v29 * v21;
let v31 = v30 + v271;
let v32 = v31 - v21;
let v33 = u32(3);
let v34 = v33 * v21;
let v35 = v34 + v271;
let v36 = select(v35, v32, v28);
let v40 = &(*v288)[v36];
let v41 = *v40;
let v42 = true;
var<function> v248_store: bool;
let v248 = &v248_store;
if v28 {
*v248 = v42;

} else {
let v45 = u32(4294967295);
let v46 = v41 != v45;
*v248 = v46;

}
let v47 = *v248;
if v47 {
let v48 = u32(v41);
let v49 = select(v271, v48, v28);
let v50 = v49 * v23;
let v51 = f32(0.0);
var<function> v249_store: f32;
let v249 = &v249_store;
*v249 = v51;
let v273 = v272;
let v55 = u32(v273);
var<function> v250_store: u32;
let v250 = &v250_store;
*v250 = v55;
loop {
let v57 = *v250;
let v58 = v57 < v23;
if !v58 { break; }
let v60 = *v250;
let v61 = v50 + v60;
let v65 = &(*v290)[v61];
let v66 = *v65;
let v68 = *v249;
let v285 = fma(v66, v66, v68);
*v249 = v285;
let v70 = *v250;
let v71 = u32(128);
let v72 = v70 + v71;
*v250 = v72;

}
let v252 = &shared_v73;
let v75 = u32(128);
let v82 = &(*v252)[v55];
let v83 = *v249;
*v82 = v83;
workgroupBarrier();
let v84 = u32(64);
let v85 = v55 < v84;
if v85 {
let v87 = v55 + v84;
let v91 = &(*v252)[v87];
let v92 = *v91;
let v97 = *v82;
let v98 = v97 + v92;
*v82 = v98;

}
workgroupBarrier();
let v99 = u32(32);
let v100 = v55 < v99;
if v100 {
let v102 = v55 + v99;
let v106 = &(*v252)[v102];
let v107 = *v106;
let v112 = *v82;
let v113 = v112 + v107;
*v82 = v113;

}
workgroupBarrier();
let v114 = u32(16);
let v115 = v55 < v114;
if v115 {
let v117 = v55 + v114;
let v121 = &(*v252)[v117];
let v122 = *v121;
let v127 = *v82;
let v128 = v127 + v122;
*v82 = v128;

}
workgroupBarrier();
let v129 = u32(8);
let v130 = v55 < v129;
if v130 {
let v132 = v55 + v129;
let v136 = &(*v252)[v132];
let v137 = *v136;
let v142 = *v82;
let v143 = v142 + v137;
*v82 = v143;

}
workgroupBarrier();
let v145 = v55 < v29;
if v145 {
let v147 = v55 + v29;
let v151 = &(*v252)[v147];
let v152 = *v151;
let v157 = *v82;
let v158 = v157 + v152;
*v82 = v158;

}
workgroupBarrier();
let v159 = u32(2);
let v160 = v55 < v159;
if v160 {
let v162 = v55 + v159;
let v166 = &(*v252)[v162];
let v167 = *v166;
let v172 = *v82;
let v173 = v172 + v167;
*v82 = v173;

}
workgroupBarrier();
let v174 = u32(1);
let v175 = v55 < v174;
if v175 {
let v177 = v55 + v174;
let v181 = &(*v252)[v177];
let v182 = *v181;
let v187 = *v82;
let v188 = v187 + v182;
*v82 = v188;

}
workgroupBarrier();
let v193 = &(*v252)[v3];
let v194 = *v193;
workgroupBarrier();
let v195 = f32(v23);
let v196 = v194 / v195;
let v197 = v196 + v24;
let v198 = sqrt(v197);
let v199 = f32(1.0);
let v200 = v199 / v198;
var<function> v253_store: u32;
let v253 = &v253_store;
*v253 = v55;
loop {
let v204 = *v253;
let v205 = v204 < v23;
if !v205 { break; }
let v208 = *v253;
let v209 = v50 + v208;
let v213 = &(*v290)[v209];
let v214 = *v213;
let v215 = v214 * v200;
let v220 = &(*v289)[v208];
let v221 = *v220;
let v222 = v215 * v221;
if v28 {
let v223 = v271 - v21;
let v224 = v223 * v23;
let v226 = v224 + v208;
let v230 = &(*v286)[v226];
*v230 = v222;

} else {
let v232 = v48 * v23;
let v234 = v232 + v208;
let v238 = &(*v287)[v234];
*v238 = v222;

}
let v241 = v208 + v75;
*v253 = v241;

}

}

}
return;

}
