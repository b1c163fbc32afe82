var<workgroup> shared_v41: array<f32, 128>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 2>, scalars_f32: array<f32, 2>, static_meta: array<u32, 4> }
@group(0) @binding(3) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn rms_norm_kernel(@builtin(local_invocation_index) v228: u32, @builtin(workgroup_id) v232: vec3<u32>, @builtin(num_workgroups) v234: vec3<u32>) {
let v242 = &v9;
let v243 = &v5;
let v244 = &v1;
let v3 = u32(0);
let v13 = info_var.scalars_usize[0];
let v14 = info_var.scalars_usize[1];
let v15 = info_var.scalars_f32[0];
let v233 = v232[2];
let v212 = u32(v233);
let v235 = v234[1];
let v214 = u32(v235);
let v215 = v212 * v214;
let v236 = v234[0];
let v217 = u32(v236);
let v218 = v215 * v217;
let v237 = v232[1];
let v220 = u32(v237);
let v223 = v220 * v217;
let v224 = v218 + v223;
let v239 = v232[0];
let v226 = u32(v239);
let v227 = v224 + v226;
let v17 = v227 < v13;
if v17 {
let v18 = v227 * v14;
let v19 = f32(0.0);
var<function> v205_store: f32;
let v205 = &v205_store;
*v205 = v19;
let v229 = v228;
let v23 = u32(v229);
var<function> v206_store: u32;
let v206 = &v206_store;
*v206 = v23;
loop {
let v25 = *v206;
let v26 = v25 < v14;
if !v26 { break; }
let v28 = *v206;
let v29 = v18 + v28;
let v33 = &(*v244)[v29];
let v34 = *v33;
let v36 = *v205;
let v241 = fma(v34, v34, v36);
*v205 = v241;
let v38 = *v206;
let v39 = u32(128);
let v40 = v38 + v39;
*v206 = v40;

}
let v208 = &shared_v41;
let v43 = u32(128);
let v50 = &(*v208)[v23];
let v51 = *v205;
*v50 = v51;
workgroupBarrier();
let v52 = u32(64);
let v53 = v23 < v52;
if v53 {
let v55 = v23 + v52;
let v59 = &(*v208)[v55];
let v60 = *v59;
let v65 = *v50;
let v66 = v65 + v60;
*v50 = v66;

}
workgroupBarrier();
let v67 = u32(32);
let v68 = v23 < v67;
if v68 {
let v70 = v23 + v67;
let v74 = &(*v208)[v70];
let v75 = *v74;
let v80 = *v50;
let v81 = v80 + v75;
*v50 = v81;

}
workgroupBarrier();
let v82 = u32(16);
let v83 = v23 < v82;
if v83 {
let v85 = v23 + v82;
let v89 = &(*v208)[v85];
let v90 = *v89;
let v95 = *v50;
let v96 = v95 + v90;
*v50 = v96;

}
workgroupBarrier();
let v97 = u32(8);
let v98 = v23 < v97;
if v98 {
let v100 = v23 + v97;
let v104 = &(*v208)[v100];
let v105 = *v104;
let v110 = *v50;
let v111 = v110 + v105;
*v50 = v111;

}
workgroupBarrier();
let v112 = u32(4);
let v113 = v23 < v112;
if v113 {
let v115 = v23 + v112;
let v119 = &(*v208)[v115];
let v120 = *v119;
let v125 = *v50;
let v126 = v125 + v120;
*v50 = v126;

}
workgroupBarrier();
let v127 = u32(2);
let v128 = v23 < v127;
if v128 {
let v130 = v23 + v127;
let v134 = &(*v208)[v130];
let v135 = *v134;
let v140 = *v50;
let v141 = v140 + v135;
*v50 = v141;

}
workgroupBarrier();
let v142 = u32(1);
let v143 = v23 < v142;
if v143 {
let v145 = v23 + v142;
let v149 = &(*v208)[v145];
let v150 = *v149;
let v155 = *v50;
let v156 = v155 + v150;
*v50 = v156;

}
workgroupBarrier();
let v161 = &(*v208)[v3];
let v162 = *v161;
workgroupBarrier();
let v163 = f32(v14);
let v164 = v162 / v163;
let v165 = v164 + v15;
let v166 = sqrt(v165);
let v167 = f32(1.0);
let v168 = v167 / v166;
var<function> v209_store: u32;
let v209 = &v209_store;
*v209 = v23;
loop {
let v172 = *v209;
let v173 = v172 < v14;
if !v173 { break; }
let v176 = *v209;
let v177 = v18 + v176;
let v181 = &(*v244)[v177];
let v182 = *v181;
let v183 = v182 * v168;
let v188 = &(*v243)[v176];
let v189 = *v188;
let v190 = v183 * v189;
let v197 = &(*v242)[v177];
*v197 = v190;
let v200 = v176 + v43;
*v209 = v200;

}

}
return;

}
