@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<u32>>;
struct info_st { scalars_usize: array<u32, 4>, static_meta: array<u32, 4> }
@group(0) @binding(3) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn dequantize_kernel(@builtin(workgroup_id) v331: vec3<u32>, @builtin(num_workgroups) v333: vec3<u32>, @builtin(local_invocation_index) v340: u32) {
let v378 = &v9;
let v379 = &v5;
let v380 = &v1;
let v13 = info_var.scalars_usize[0];
let v14 = info_var.scalars_usize[1];
let v15 = info_var.scalars_usize[2];
let v16 = info_var.scalars_usize[3];
let v332 = v331[2];
let v240 = u32(v332);
let v334 = v333[1];
let v242 = u32(v334);
let v243 = v240 * v242;
let v335 = v333[0];
let v245 = u32(v335);
let v246 = v243 * v245;
let v336 = v331[1];
let v248 = u32(v336);
let v251 = v248 * v245;
let v252 = v246 + v251;
let v338 = v331[0];
let v254 = u32(v338);
let v255 = v252 + v254;
let v366 = u32(128);
let v258 = v255 * v366;
let v341 = v340;
let v260 = u32(v341);
let v261 = v258 + v260;
let v18 = v261 < v14;
if v18 {
let v20 = v261 / v16;
let v22 = v261 % v16;
let v23 = v13 * v16;
let v25 = v23 + v261;
let v29 = &(*v380)[v25];
let v30 = *v29;
let v31 = u32(8);
let v32 = v22 * v31;
let v40 = v32 < v15;
if v40 {
if v40 {
let v44 = v30[0];
let v47 = u32(65535);
let v48 = v44 & v47;
let v49 = u32(16);
let v50 = v48 << u32(v49);
let v51 = bitcast<f32>(v50);
let v52 = f32(1.0);
let v54 = f32(0.0);
let v370 = fma(v51, v52, v54);
let v56 = v20 * v15;
let v57 = v56 + v32;
let v63 = &(*v378)[v57];
*v63 = v370;

}
let v64 = u32(1);
let v65 = v32 + v64;
let v66 = v65 < v15;
if v66 {
let v67 = v30[0];
let v68 = u32(16);
let v69 = v67 >> u32(v68);
let v70 = u32(65535);
let v71 = v69 & v70;
let v73 = v71 << u32(v68);
let v74 = bitcast<f32>(v73);
let v75 = f32(1.0);
let v77 = f32(0.0);
let v371 = fma(v74, v75, v77);
let v79 = v20 * v15;
let v80 = v79 + v32;
let v82 = v80 + v64;
let v86 = &(*v378)[v82];
*v86 = v371;

}
let v87 = u32(2);
let v88 = v32 + v87;
let v89 = v88 < v15;
if v89 {
let v90 = v30[1];
let v93 = u32(65535);
let v94 = v90 & v93;
let v95 = u32(16);
let v96 = v94 << u32(v95);
let v97 = bitcast<f32>(v96);
let v98 = f32(1.0);
let v100 = f32(0.0);
let v372 = fma(v97, v98, v100);
let v102 = v20 * v15;
let v103 = v102 + v32;
let v105 = v103 + v87;
let v109 = &(*v378)[v105];
*v109 = v372;

}
let v110 = u32(3);
let v111 = v32 + v110;
let v112 = v111 < v15;
if v112 {
let v113 = v30[1];
let v114 = u32(16);
let v115 = v113 >> u32(v114);
let v116 = u32(65535);
let v117 = v115 & v116;
let v119 = v117 << u32(v114);
let v120 = bitcast<f32>(v119);
let v121 = f32(1.0);
let v123 = f32(0.0);
let v373 = fma(v120, v121, v123);
let v125 = v20 * v15;
let v126 = v125 + v32;
let v128 = v126 + v110;
let v132 = &(*v378)[v128];
*v132 = v373;

}

}
let v135 = u32(4);
let v136 = v32 + v135;
let v142 = v136 < v15;
if v142 {
if v142 {
let v146 = v30[2];
let v149 = u32(65535);
let v150 = v146 & v149;
let v151 = u32(16);
let v152 = v150 << u32(v151);
let v153 = bitcast<f32>(v152);
let v154 = f32(1.0);
let v156 = f32(0.0);
let v374 = fma(v153, v154, v156);
let v158 = v20 * v15;
let v159 = v158 + v136;
let v165 = &(*v378)[v159];
*v165 = v374;

}
let v166 = u32(1);
let v167 = v136 + v166;
let v168 = v167 < v15;
if v168 {
let v169 = v30[2];
let v170 = u32(16);
let v171 = v169 >> u32(v170);
let v172 = u32(65535);
let v173 = v171 & v172;
let v175 = v173 << u32(v170);
let v176 = bitcast<f32>(v175);
let v177 = f32(1.0);
let v179 = f32(0.0);
let v375 = fma(v176, v177, v179);
let v181 = v20 * v15;
let v182 = v181 + v136;
let v184 = v182 + v166;
let v188 = &(*v378)[v184];
*v188 = v375;

}
let v189 = u32(2);
let v190 = v136 + v189;
let v191 = v190 < v15;
if v191 {
let v192 = v30[3];
let v195 = u32(65535);
let v196 = v192 & v195;
let v197 = u32(16);
let v198 = v196 << u32(v197);
let v199 = bitcast<f32>(v198);
let v200 = f32(1.0);
let v202 = f32(0.0);
let v376 = fma(v199, v200, v202);
let v204 = v20 * v15;
let v205 = v204 + v136;
let v207 = v205 + v189;
let v211 = &(*v378)[v207];
*v211 = v376;

}
let v212 = u32(3);
let v213 = v136 + v212;
let v214 = v213 < v15;
if v214 {
let v215 = v30[3];
let v216 = u32(16);
let v217 = v215 >> u32(v216);
let v218 = u32(65535);
let v219 = v217 & v218;
let v221 = v219 << u32(v216);
let v222 = bitcast<f32>(v221);
let v223 = f32(1.0);
let v225 = f32(0.0);
let v377 = fma(v222, v223, v225);
let v227 = v20 * v15;
let v228 = v227 + v136;
let v230 = v228 + v212;
let v234 = &(*v378)[v230];
*v234 = v377;

}

}

}
return;

}
