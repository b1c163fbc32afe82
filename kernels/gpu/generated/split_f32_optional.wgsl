@group(0) @binding(3) var<storage, read_write> v13: array<f32>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 4>, static_meta: array<u32, 4> }
@group(0) @binding(4) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn split_kernel(@builtin(workgroup_id) v156: vec3<u32>, @builtin(num_workgroups) v158: vec3<u32>, @builtin(local_invocation_index) v165: u32) {
let v195 = &v13;
let v196 = &v9;
let v197 = &v5;
let v198 = &v1;
let v17 = info_var.scalars_usize[0];
let v18 = info_var.scalars_usize[1];
let v19 = info_var.scalars_usize[2];
let v157 = v156[2];
let v65 = u32(v157);
let v159 = v158[1];
let v67 = u32(v159);
let v68 = v65 * v67;
let v160 = v158[0];
let v70 = u32(v160);
let v71 = v68 * v70;
let v161 = v156[1];
let v73 = u32(v161);
let v76 = v73 * v70;
let v77 = v71 + v76;
let v163 = v156[0];
let v79 = u32(v163);
let v80 = v77 + v79;
let v191 = u32(128);
let v83 = v80 * v191;
let v166 = v165;
let v85 = u32(v166);
let v86 = v83 + v85;
let v21 = v86 < v17;
if v21 {
let v22 = u32(2);
let v23 = v22 * v19;
let v24 = v18 + v23;
let v26 = v86 / v24;
let v28 = v86 % v24;
let v33 = &(*v198)[v86];
let v34 = *v33;
let v35 = v28 < v18;
if v35 {
let v36 = v26 * v18;
let v37 = v36 + v28;
let v41 = &(*v197)[v37];
*v41 = v34;

} else {
let v42 = v18 + v19;
let v43 = v28 < v42;
if v43 {
let v44 = v26 * v19;
let v45 = v44 + v28;
let v46 = v45 - v18;
let v50 = &(*v196)[v46];
*v50 = v34;

} else {
let v51 = v26 * v19;
let v52 = v51 + v28;
let v53 = v52 - v18;
let v54 = v53 - v19;
let v58 = &(*v195)[v54];
*v58 = v34;

}

}

}
return;

}
