@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 2>, static_meta: array<u32, 2> }
@group(0) @binding(2) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn silu_multiply_kernel(@builtin(workgroup_id) v102: vec3<u32>, @builtin(num_workgroups) v104: vec3<u32>, @builtin(local_invocation_index) v111: u32) {
let v132 = &v5;
let v133 = &v1;
let v9 = info_var.scalars_usize[0];
let v103 = v102[2];
let v34 = u32(v103);
let v105 = v104[1];
let v36 = u32(v105);
let v37 = v34 * v36;
let v106 = v104[0];
let v39 = u32(v106);
let v40 = v37 * v39;
let v107 = v102[1];
let v42 = u32(v107);
let v45 = v42 * v39;
let v46 = v40 + v45;
let v109 = v102[0];
let v48 = u32(v109);
let v49 = v46 + v48;
let v129 = u32(128);
let v52 = v49 * v129;
let v112 = v111;
let v54 = u32(v112);
let v55 = v52 + v54;
let v11 = v55 < v9;
if v11 {
let v16 = &(*v133)[v55];
let v17 = *v16;
let v18 = -v17;
let v19 = exp(v18);
let v20 = f32(1.0);
let v21 = v20 + v19;
let v22 = v17 / v21;
let v27 = &(*v132)[v55];
let v28 = *v27;
let v29 = v28 * v22;
*v27 = v29;

}
return;

}
