@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 2>, static_meta: array<u32, 2> }
@group(0) @binding(2) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn add_kernel(@builtin(workgroup_id) v97: vec3<u32>, @builtin(num_workgroups) v99: vec3<u32>, @builtin(local_invocation_index) v106: u32) {
let v127 = &v5;
let v128 = &v1;
let v9 = info_var.scalars_usize[0];
let v98 = v97[2];
let v29 = u32(v98);
let v100 = v99[1];
let v31 = u32(v100);
let v32 = v29 * v31;
let v101 = v99[0];
let v34 = u32(v101);
let v35 = v32 * v34;
let v102 = v97[1];
let v37 = u32(v102);
let v40 = v37 * v34;
let v41 = v35 + v40;
let v104 = v97[0];
let v43 = u32(v104);
let v44 = v41 + v43;
let v124 = u32(128);
let v47 = v44 * v124;
let v107 = v106;
let v49 = u32(v107);
let v50 = v47 + v49;
let v11 = v50 < v9;
if v11 {
let v16 = &(*v127)[v50];
let v17 = *v16;
let v22 = &(*v128)[v50];
let v23 = *v22;
let v24 = v23 + v17;
*v22 = v24;

}
return;

}
