@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 2>, static_meta: array<u32, 2> }
@group(0) @binding(2) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn add_kernel(@builtin(workgroup_id) v99: vec3<u32>, @builtin(num_workgroups) v101: vec3<u32>, @builtin(local_invocation_index) v108: u32) {
let v129 = &v5;
let v130 = &v1;
let v9 = info_var.scalars_usize[0];
let v10 = info_var.scalars_usize[1];
let v100 = v99[2];
let v31 = u32(v100);
let v102 = v101[1];
let v33 = u32(v102);
let v34 = v31 * v33;
let v103 = v101[0];
let v36 = u32(v103);
let v37 = v34 * v36;
let v104 = v99[1];
let v39 = u32(v104);
let v42 = v39 * v36;
let v43 = v37 + v42;
let v106 = v99[0];
let v45 = u32(v106);
let v46 = v43 + v45;
let v126 = u32(128);
let v49 = v46 * v126;
let v109 = v108;
let v51 = u32(v109);
let v52 = v49 + v51;
let v12 = v52 < v9;
if v12 {
let v14 = v52 % v10;
let v18 = &(*v129)[v14];
let v19 = *v18;
let v24 = &(*v130)[v52];
let v25 = *v24;
let v26 = v25 + v19;
*v24 = v26;

}
return;

}
