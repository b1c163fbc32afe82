@group(0) @binding(2) var<storage, read_write> v9: array<u32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<u32>;
struct info_st { scalars_usize: array<u32, 2>, static_meta: array<u32, 4> }
@group(0) @binding(3) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn copy_rows_kernel(@builtin(local_invocation_index) v71: u32, @builtin(workgroup_id) v74: vec3<u32>, @builtin(num_workgroups) v76: vec3<u32>) {
let v83 = &v9;
let v84 = &v5;
let v85 = &v1;
let v13 = info_var.scalars_usize[0];
let v14 = info_var.scalars_usize[1];
let v75 = v74[2];
let v55 = u32(v75);
let v77 = v76[1];
let v57 = u32(v77);
let v58 = v55 * v57;
let v78 = v76[0];
let v60 = u32(v78);
let v61 = v58 * v60;
let v79 = v74[1];
let v63 = u32(v79);
let v66 = v63 * v60;
let v67 = v61 + v66;
let v81 = v74[0];
let v69 = u32(v81);
let v70 = v67 + v69;
let v16 = v70 < v13;
if v16 {
let v20 = &(*v83)[v70];
let v21 = *v20;
let v22 = u32(v21);
let v72 = v71;
let v24 = u32(v72);
var<function> v52_store: u32;
let v52 = &v52_store;
*v52 = v24;
loop {
let v26 = *v52;
let v27 = v26 < v14;
if !v27 { break; }
let v29 = v22 * v14;
let v30 = *v52;
let v31 = v29 + v30;
let v35 = &(*v85)[v31];
let v36 = *v35;
let v37 = v70 * v14;
let v39 = v37 + v30;
let v43 = &(*v84)[v39];
*v43 = v36;
let v82 = u32(128);
let v47 = v30 + v82;
*v52 = v47;

}

}
return;

}
