var<workgroup> shared_v45: array<f32, 128>;
@group(0) @binding(3) var<storage, read_write> v13: array<f32>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 2>, scalars_f32: array<f32, 2>, static_meta: array<u32, 4> }
@group(0) @binding(4) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn rms_norm_kernel(@builtin(local_invocation_index) v236: u32, @builtin(workgroup_id) v240: vec3<u32>, @builtin(num_workgroups) v242: vec3<u32>) {
let v250 = &v13;
let v251 = &v9;
let v252 = &v5;
let v253 = &v1;
let v3 = u32(0);
let v17 = info_var.scalars_usize[0];
let v18 = info_var.scalars_usize[1];
let v19 = info_var.scalars_f32[0];
let v241 = v240[2];
let v220 = u32(v241);
let v243 = v242[1];
let v222 = u32(v243);
let v223 = v220 * v222;
let v244 = v242[0];
let v225 = u32(v244);
let v226 = v223 * v225;
let v245 = v240[1];
let v228 = u32(v245);
let v231 = v228 * v225;
let v232 = v226 + v231;
let v247 = v240[0];
let v234 = u32(v247);
let v235 = v232 + v234;
let v21 = v235 < v17;
if v21 {
let v22 = v235 * v18;
let v23 = f32(0.0);
var<function> v212_store: f32;
let v212 = &v212_store;
*v212 = v23;
let v237 = v236;
let v27 = u32(v237);
var<function> v213_store: u32;
let v213 = &v213_store;
*v213 = v27;
loop {
let v29 = *v213;
let v30 = v29 < v18;
if !v30 { break; }
let v32 = *v213;
let v33 = v22 + v32;
let v37 = &(*v253)[v33];
let v38 = *v37;
let v40 = *v212;
let v249 = fma(v38, v38, v40);
*v212 = v249;
let v42 = *v213;
let v43 = u32(128);
let v44 = v42 + v43;
*v213 = v44;

}
let v215 = &shared_v45;
let v47 = u32(128);
let v54 = &(*v215)[v27];
let v55 = *v212;
*v54 = v55;
workgroupBarrier();
let v56 = u32(64);
let v57 = v27 < v56;
if v57 {
let v59 = v27 + v56;
let v63 = &(*v215)[v59];
let v64 = *v63;
let v69 = *v54;
let v70 = v69 + v64;
*v54 = v70;

}
workgroupBarrier();
let v71 = u32(32);
let v72 = v27 < v71;
if v72 {
let v74 = v27 + v71;
let v78 = &(*v215)[v74];
let v79 = *v78;
let v84 = *v54;
let v85 = v84 + v79;
*v54 = v85;

}
workgroupBarrier();
let v86 = u32(16);
let v87 = v27 < v86;
if v87 {
let v89 = v27 + v86;
let v93 = &(*v215)[v89];
let v94 = *v93;
let v99 = *v54;
let v100 = v99 + v94;
*v54 = v100;

}
workgroupBarrier();
let v101 = u32(8);
let v102 = v27 < v101;
if v102 {
let v104 = v27 + v101;
let v108 = &(*v215)[v104];
let v109 = *v108;
let v114 = *v54;
let v115 = v114 + v109;
*v54 = v115;

}
workgroupBarrier();
let v116 = u32(4);
let v117 = v27 < v116;
if v117 {
let v119 = v27 + v116;
let v123 = &(*v215)[v119];
let v124 = *v123;
let v129 = *v54;
let v130 = v129 + v124;
*v54 = v130;

}
workgroupBarrier();
let v131 = u32(2);
let v132 = v27 < v131;
if v132 {
let v134 = v27 + v131;
let v138 = &(*v215)[v134];
let v139 = *v138;
let v144 = *v54;
let v145 = v144 + v139;
*v54 = v145;

}
workgroupBarrier();
let v146 = u32(1);
let v147 = v27 < v146;
if v147 {
let v149 = v27 + v146;
let v153 = &(*v215)[v149];
let v154 = *v153;
let v159 = *v54;
let v160 = v159 + v154;
*v54 = v160;

}
workgroupBarrier();
let v165 = &(*v215)[v3];
let v166 = *v165;
workgroupBarrier();
let v167 = f32(v18);
let v168 = v166 / v167;
let v169 = v168 + v19;
let v170 = sqrt(v169);
let v171 = f32(1.0);
let v172 = v171 / v170;
var<function> v216_store: u32;
let v216 = &v216_store;
*v216 = v27;
loop {
let v176 = *v216;
let v177 = v176 < v18;
if !v177 { break; }
let v180 = *v216;
let v181 = v22 + v180;
let v185 = &(*v253)[v181];
let v186 = *v185;
let v187 = v186 * v172;
let v192 = &(*v252)[v180];
let v193 = *v192;
let v194 = v187 * v193;
var<function> v218_store: f32;
let v218 = &v218_store;
*v218 = v194;
let v197 = *v216;
let v198 = v22 + v197;
let v202 = &(*v250)[v198];
let v203 = *v218;
*v202 = v203;
let v206 = v197 + v47;
*v216 = v206;

}

}
return;

}
