@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<u32>;
struct info_st { scalars_usize: array<u32, 6>, static_meta: array<u32, 2> }
@group(0) @binding(2) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn copy_kernel(@builtin(local_invocation_index) v141: u32, @builtin(workgroup_id) v148: vec3<u32>, @builtin(num_workgroups) v150: vec3<u32>) {
let v159 = &v5;
let v160 = &v1;
let v9 = info_var.scalars_usize[0];
let v10 = info_var.scalars_usize[1];
let v11 = info_var.scalars_usize[2];
let v12 = info_var.scalars_usize[3];
let v13 = info_var.scalars_usize[4];
let v149 = v148[2];
let v125 = u32(v149);
let v151 = v150[1];
let v127 = u32(v151);
let v128 = v125 * v127;
let v152 = v150[0];
let v130 = u32(v152);
let v131 = v128 * v130;
let v153 = v148[1];
let v133 = u32(v153);
let v136 = v133 * v130;
let v137 = v131 + v136;
let v155 = v148[0];
let v139 = u32(v155);
let v140 = v137 + v139;
let v15 = v140 < v9;
if v15 {
let v19 = &(*v159)[v140];
let v20 = *v19;
let v21 = u32(v20);
let v22 = v9 + v140;
let v26 = &(*v159)[v22];
let v27 = *v26;
let v28 = u32(v27);
let v142 = v141;
let v30 = u32(v142);
var<function> v118_store: u32;
let v118 = &v118_store;
*v118 = v30;
loop {
let v32 = *v118;
let v33 = v32 < v11;
if !v33 { break; }
let v35 = v21 * v11;
let v38 = *v118;
let v39 = v35 + v38;
let v43 = &(*v160)[v39];
let v44 = *v43;
let v45 = v28 * v11;
let v49 = v45 + v38;
let v53 = &(*v160)[v49];
*v53 = v44;
let v156 = u32(128);
let v57 = v38 + v156;
*v118 = v57;

}
let v58 = v10 * v11;
var<function> v120_store: u32;
let v120 = &v120_store;
*v120 = v30;
loop {
let v62 = *v120;
let v63 = v62 < v12;
if !v63 { break; }
let v65 = v21 * v12;
let v66 = v58 + v65;
let v67 = *v120;
let v68 = v66 + v67;
let v72 = &(*v160)[v68];
let v73 = *v72;
let v74 = v28 * v12;
let v75 = v58 + v74;
let v77 = v75 + v67;
let v81 = &(*v160)[v77];
*v81 = v73;
let v157 = u32(128);
let v85 = v67 + v157;
*v120 = v85;

}
let v86 = v11 + v12;
let v87 = v10 * v86;
var<function> v122_store: u32;
let v122 = &v122_store;
*v122 = v30;
loop {
let v91 = *v122;
let v92 = v91 < v13;
if !v92 { break; }
let v94 = v21 * v13;
let v95 = v87 + v94;
let v96 = *v122;
let v97 = v95 + v96;
let v101 = &(*v160)[v97];
let v102 = *v101;
let v103 = v28 * v13;
let v104 = v87 + v103;
let v106 = v104 + v96;
let v110 = &(*v160)[v106];
*v110 = v102;
let v158 = u32(128);
let v114 = v96 + v158;
*v122 = v114;

}

}
return;

}
