@group(0) @binding(0) var<storage, read_write> v1: array<u32>;
struct info_st { scalars_usize: array<u32, 2>, static_meta: array<u32, 2> }
@group(0) @binding(1) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn fill_zero_kernel(@builtin(local_invocation_index) v91: u32, @builtin(workgroup_id) v99: vec3<u32>, @builtin(num_workgroups) v101: vec3<u32>) {
let v111 = &v1;
let v5 = info_var.scalars_usize[0];
let v100 = v99[2];
let v74 = u32(v100);
let v102 = v101[1];
let v76 = u32(v102);
let v77 = v74 * v76;
let v103 = v101[0];
let v79 = u32(v103);
let v80 = v77 * v79;
let v104 = v99[1];
let v82 = u32(v104);
let v85 = v82 * v79;
let v86 = v80 + v85;
let v106 = v99[0];
let v88 = u32(v106);
let v89 = v86 + v88;
let v7 = u32(4);
let v8 = v89 * v7;
let v110 = u32(128);
let v13 = v8 * v110;
let v92 = v91;
let v15 = u32(v92);
let v16 = v13 + v15;
let v17 = v16 < v5;
if v17 {
let v21 = &(*v111)[v16];
let v22 = u32(0);
*v21 = v22;

}
let v25 = u32(1);
let v26 = v8 + v25;
let v29 = v26 * v110;
let v32 = v29 + v15;
let v33 = v32 < v5;
if v33 {
let v37 = &(*v111)[v32];
let v38 = u32(0);
*v37 = v38;

}
let v41 = u32(2);
let v42 = v8 + v41;
let v45 = v42 * v110;
let v48 = v45 + v15;
let v49 = v48 < v5;
if v49 {
let v53 = &(*v111)[v48];
let v54 = u32(0);
*v53 = v54;

}
let v57 = u32(3);
let v58 = v8 + v57;
let v61 = v58 * v110;
let v64 = v61 + v15;
let v65 = v64 < v5;
if v65 {
let v69 = &(*v111)[v64];
let v70 = u32(0);
*v69 = v70;

}
return;

}
