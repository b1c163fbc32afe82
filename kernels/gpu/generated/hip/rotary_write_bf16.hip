typedef unsigned int uint32_t;
typedef unsigned char uint8_t;
typedef unsigned short uint16_t;
typedef unsigned long long int uint64_t;
typedef signed char int8_t;
typedef signed short int16_t;
typedef signed int int32_t;
typedef signed long long int int64_t;

template <typename T, size_t N>
struct array {
    T data[N];
    __device__ T& operator[](size_t i) { return data[i]; }
    __device__ const T& operator[](size_t i) const { return data[i]; }
};


struct info_st {
    uint32_t scalars_usize[2];uint32_t static_meta[6];
};
extern "C" __global__ void __launch_bounds__(128) rotary_write_kernel(float * const __restrict__ v0, float * const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, uint32_t const* const __restrict__ v4, uint32_t * const __restrict__ v5, info_st const* const __restrict__ v6) {
extern __shared__ __align__(4) char v7[];uint32_t const* const dynamic_meta_v385 = reinterpret_cast<uint32_t const*>(v6 + 1);
const info_st& info_v384 = *v6;uint32_t const v8 = info_v384.scalars_usize[0];
uint32_t const v9 = info_v384.scalars_usize[1];
uint32_t const v10 = blockIdx.z;
uint32_t const v11 = uint32_t(v10);
uint32_t const v12 = gridDim.y;
uint32_t const v13 = uint32_t(v12);
uint32_t const v14 = v11 * v13;
uint32_t const v15 = gridDim.x;
uint32_t const v16 = uint32_t(v15);
uint32_t const v17 = v14 * v16;
uint32_t const v18 = blockIdx.y;
uint32_t const v19 = uint32_t(v18);
uint32_t const v20 = v19 * v16;
uint32_t const v21 = v17 + v20;
uint32_t const v22 = blockIdx.x;
uint32_t const v23 = uint32_t(v22);
uint32_t const v24 = v21 + v23;
uint32_t const v25 = 6;
uint32_t const v26 = v24 / v25;
bool const v27 = v26 < v8;
if(v27) {
uint32_t const v28 = v24 % v25;
array<float, 64> * const v29 = reinterpret_cast<array<float, 64> *>(&v7[0]);
uint32_t const v30 = 64;
uint32_t const v31 = 4;
bool const v32 = v28 < v31;
if(v32) {
uint32_t const v33 = v26 * v31;
uint32_t const v34 = v33 + v28;
uint32_t const v35 = v34 * v30;
uint32_t const v36 = threadIdx.x;
uint32_t const v37 = uint32_t(v36);
uint32_t v397_store;
uint32_t * v38 = &v397_store;*v38 = v37;
while([&]{
uint32_t const v39 = *v38;
uint32_t const v40 = 32;
bool const v41 = v39 < v40;
return v41;
}()) {
uint32_t const v42 = 32;
uint32_t const v43 = v26 * v42;
uint32_t const v44 = *v38;
uint32_t const v45 = v43 + v44;
float const* const v46 = &v3[v45];
float const v47 = *v46;
uint32_t const v48 = v8 + v26;
uint32_t const v49 = v48 * v42;
uint32_t const v50 = v49 + v44;
float const* const v51 = &v3[v50];
float const v52 = *v51;
uint32_t const v53 = v35 + v44;
float * const v54 = &v0[v53];
float const v55 = *v54;
uint32_t const v56 = v35 + v42;
uint32_t const v57 = v56 + v44;
float * const v58 = &v0[v57];
float const v59 = *v58;
float const v60 = v59 * v52;
float const v61 = -v60;
float const v62 = fma(v55, v47, v61);
float const v63 = v55 * v52;
float const v64 = fma(v59, v47, v63);
*v54 = v62;
*v58 = v64;
float * const v65 = &(*v29)[v44];
*v65 = v62;
uint32_t const v66 = v42 + v44;
float * const v67 = &(*v29)[v66];
*v67 = v64;
uint32_t const v68 = 128;
uint32_t const v69 = v44 + v68;
*v38 = v69;
}
__syncthreads();
}
 else {
uint32_t const v70 = v28 - v31;
uint32_t const v71 = 2;
uint32_t const v72 = v26 * v71;
uint32_t const v73 = v72 + v70;
uint32_t const v74 = v73 * v30;
uint32_t const v75 = threadIdx.x;
uint32_t const v76 = 1;
uint32_t const v77 = uint32_t(v75);
uint32_t v399_store;
uint32_t * v78 = &v399_store;*v78 = v77;
while([&]{
uint32_t const v79 = *v78;
uint32_t const v80 = 32;
bool const v81 = v79 < v80;
return v81;
}()) {
uint32_t const v82 = 32;
uint32_t const v83 = v26 * v82;
uint32_t const v84 = *v78;
uint32_t const v85 = v83 + v84;
float const* const v86 = &v3[v85];
float const v87 = *v86;
uint32_t const v88 = v8 + v26;
uint32_t const v89 = v88 * v82;
uint32_t const v90 = v89 + v84;
float const* const v91 = &v3[v90];
float const v92 = *v91;
uint32_t const v93 = v74 + v84;
float * const v94 = &v1[v93];
float const v95 = *v94;
uint32_t const v96 = v74 + v82;
uint32_t const v97 = v96 + v84;
float * const v98 = &v1[v97];
float const v99 = *v98;
float const v100 = v99 * v92;
float const v101 = -v100;
float const v102 = fma(v95, v87, v101);
float const v103 = v95 * v92;
float const v104 = fma(v99, v87, v103);
*v94 = v102;
*v98 = v104;
float * const v105 = &(*v29)[v84];
*v105 = v102;
uint32_t const v106 = v82 + v84;
float * const v107 = &(*v29)[v106];
*v107 = v104;
uint32_t const v108 = 128;
uint32_t const v109 = v84 + v108;
*v78 = v109;
}
__syncthreads();
uint32_t const v110 = v71 * v8;
uint32_t const v111 = v110 + v26;
uint32_t const* const v112 = &v4[v111];
uint32_t const v113 = *v112;
uint32_t const v114 = 4294967295;
bool const v115 = v113 != v114;
if(v115) {
uint32_t const v116 = uint32_t(v113);
uint32_t const v117 = v116 * v71;
uint32_t const v118 = v117 + v70;
uint32_t const v119 = v9 * v71;
uint32_t const v120 = 32;
uint32_t const v121 = v118 * v120;
uint32_t v401_store;
uint32_t * v122 = &v401_store;*v122 = v77;
while([&]{
uint32_t const v123 = *v122;
bool const v124 = v123 < v120;
return v124;
}()) {
uint32_t const v125 = *v122;
uint32_t const v126 = v71 * v125;
float * const v127 = &(*v29)[v126];
float const v128 = *v127;
uint32_t const v129 = reinterpret_cast<const uint32_t&>(v128);
uint32_t const v130 = 32767;
uint32_t const v131 = v129 + v130;
uint32_t const v132 = 16;
uint32_t const v133 = v129 >> v132;
uint32_t const v134 = v133 & v76;
uint32_t const v135 = v131 + v134;
uint32_t const v136 = v135 >> v132;
uint32_t const v137 = 64;
uint32_t const v138 = v133 | v137;
uint32_t const v139 = 2147483647;
uint32_t const v140 = v129 & v139;
uint32_t const v141 = 2139095040;
bool const v142 = v140 > v141;
uint32_t const v143 = v142 ? v138 : v136;
uint32_t const v144 = 1;
uint32_t const v145 = v126 + v144;
float * const v146 = &(*v29)[v145];
float const v147 = *v146;
uint32_t const v148 = reinterpret_cast<const uint32_t&>(v147);
uint32_t const v149 = v148 + v130;
uint32_t const v150 = v148 >> v132;
uint32_t const v151 = v150 & v76;
uint32_t const v152 = v149 + v151;
uint32_t const v153 = v152 >> v132;
uint32_t const v154 = v150 | v137;
uint32_t const v155 = v148 & v139;
bool const v156 = v155 > v141;
uint32_t const v157 = v156 ? v154 : v153;
uint32_t const v158 = v157 << v132;
uint32_t const v159 = v143 | v158;
uint32_t const v160 = v121 + v125;
uint32_t * const v161 = &v5[v160];
*v161 = v159;
uint32_t const v162 = 128;
uint32_t const v163 = v125 + v162;
*v122 = v163;
}
uint32_t const v164 = v119 + v118;
uint32_t const v165 = v164 * v120;
uint32_t v403_store;
uint32_t * v166 = &v403_store;*v166 = v77;
while([&]{
uint32_t const v167 = *v166;
bool const v168 = v167 < v120;
return v168;
}()) {
uint32_t const v169 = *v166;
uint32_t const v170 = v71 * v169;
uint32_t const v171 = v74 + v170;
float const* const v172 = &v2[v171];
float const v173 = *v172;
uint32_t const v174 = reinterpret_cast<const uint32_t&>(v173);
uint32_t const v175 = 32767;
uint32_t const v176 = v174 + v175;
uint32_t const v177 = 16;
uint32_t const v178 = v174 >> v177;
uint32_t const v179 = v178 & v76;
uint32_t const v180 = v176 + v179;
uint32_t const v181 = v180 >> v177;
uint32_t const v182 = 64;
uint32_t const v183 = v178 | v182;
uint32_t const v184 = 2147483647;
uint32_t const v185 = v174 & v184;
uint32_t const v186 = 2139095040;
bool const v187 = v185 > v186;
uint32_t const v188 = v187 ? v183 : v181;
uint32_t const v189 = 1;
uint32_t const v190 = v171 + v189;
float const* const v191 = &v2[v190];
float const v192 = *v191;
uint32_t const v193 = reinterpret_cast<const uint32_t&>(v192);
uint32_t const v194 = v193 + v175;
uint32_t const v195 = v193 >> v177;
uint32_t const v196 = v195 & v76;
uint32_t const v197 = v194 + v196;
uint32_t const v198 = v197 >> v177;
uint32_t const v199 = v195 | v182;
uint32_t const v200 = v193 & v184;
bool const v201 = v200 > v186;
uint32_t const v202 = v201 ? v199 : v198;
uint32_t const v203 = v202 << v177;
uint32_t const v204 = v188 | v203;
uint32_t const v205 = v165 + v169;
uint32_t * const v206 = &v5[v205];
*v206 = v204;
uint32_t const v207 = 128;
uint32_t const v208 = v169 + v207;
*v166 = v208;
}
}
}
}
return;
}
