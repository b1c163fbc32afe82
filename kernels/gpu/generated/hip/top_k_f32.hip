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
    uint32_t scalars_usize[4];uint32_t static_meta[2];
};
extern "C" __global__ void __launch_bounds__(128) top_k_kernel(float const* const __restrict__ v0, uint32_t * const __restrict__ v1, info_st const* const __restrict__ v2) {
extern __shared__ __align__(4) char v3[];uint32_t const* const dynamic_meta_v430 = reinterpret_cast<uint32_t const*>(v2 + 1);
const info_st& info_v429 = *v2;uint32_t const v4 = 0;
uint32_t const v5 = info_v429.scalars_usize[0];
uint32_t const v6 = info_v429.scalars_usize[1];
uint32_t const v7 = info_v429.scalars_usize[2];
uint32_t const v8 = blockIdx.z;
uint32_t const v9 = uint32_t(v8);
uint32_t const v10 = gridDim.y;
uint32_t const v11 = uint32_t(v10);
uint32_t const v12 = v9 * v11;
uint32_t const v13 = gridDim.x;
uint32_t const v14 = uint32_t(v13);
uint32_t const v15 = v12 * v14;
uint32_t const v16 = blockIdx.y;
uint32_t const v17 = uint32_t(v16);
uint32_t const v18 = v17 * v14;
uint32_t const v19 = v15 + v18;
uint32_t const v20 = blockIdx.x;
uint32_t const v21 = uint32_t(v20);
uint32_t const v22 = v19 + v21;
uint32_t const v23 = threadIdx.x;
uint32_t const v24 = 0;
uint32_t const v25 = uint32_t(v23);
bool const v26 = v22 < v5;
if(v26) {
array<uint32_t, 128> * const v27 = reinterpret_cast<array<uint32_t, 128> *>(&v3[0]);
uint32_t const v28 = 128;
array<uint32_t, 128> * const v29 = reinterpret_cast<array<uint32_t, 128> *>(&v3[512]);
uint32_t const v30 = 4294967295;
uint32_t v440_store;
uint32_t * v31 = &v440_store;*v31 = v30;
uint32_t v441_store;
uint32_t * v32 = &v441_store;*v32 = v24;
uint32_t const v33 = 1;
for(uint32_t v34 = v4; v34 < v7; v34 += v33) {
uint32_t v443_store;
uint32_t * v35 = &v443_store;*v35 = v24;
uint32_t v444_store;
uint32_t * v36 = &v444_store;*v36 = v30;
uint32_t v445_store;
uint32_t * v37 = &v445_store;*v37 = v25;
while([&]{
uint32_t const v38 = *v37;
bool const v39 = v38 < v6;
return v39;
}()) {
uint32_t const v40 = v22 * v6;
uint32_t const v41 = *v37;
uint32_t const v42 = v40 + v41;
float const* const v43 = &v0[v42];
float const v44 = *v43;
uint32_t const v45 = reinterpret_cast<const uint32_t&>(v44);
uint32_t const v46 = 2147483647;
uint32_t const v47 = v45 & v46;
bool const v48 = v45 != v47;
bool const v49 = v47 != v24;
bool const v50 = v48 && v49;
uint32_t const v51 = ~v45;
uint32_t const v52 = 2147483648;
uint32_t const v53 = v47 | v52;
uint32_t const v54 = v50 ? v51 : v53;
uint32_t const v55 = 2139095040;
bool const v56 = v47 > v55;
uint32_t const v57 = v56 ? v30 : v54;
bool const v58 = v34 == v4;
bool const v59 = true;
bool v447_store;
bool * v60 = &v447_store;if(v58) {
*v60 = v59;
}
 else {
uint32_t const v61 = *v37;
uint32_t const v62 = uint32_t(v61);
uint32_t const v63 = *v31;
bool const v64 = v63 > v57;
bool const v65 = v63 == v57;
uint32_t const v66 = *v32;
bool const v67 = v66 < v62;
bool const v68 = v65 && v67;
bool const v69 = v64 || v68;
*v60 = v69;
}
bool const v70 = *v60;
bool v448_store;
bool * v71 = &v448_store;if(v70) {
uint32_t const v72 = *v37;
uint32_t const v73 = uint32_t(v72);
uint32_t const v74 = *v35;
bool const v75 = v57 > v74;
bool const v76 = v57 == v74;
uint32_t const v77 = *v36;
bool const v78 = v73 < v77;
bool const v79 = v76 && v78;
bool const v80 = v75 || v79;
*v71 = v80;
}
 else {
bool const v81 = false;
*v71 = v81;
}
bool const v82 = *v71;
if(v82) {
*v35 = v57;
uint32_t const v83 = *v37;
uint32_t const v84 = uint32_t(v83);
*v36 = v84;
}
uint32_t const v85 = *v37;
uint32_t const v86 = v85 + v28;
*v37 = v86;
}
uint32_t * const v87 = &(*v27)[v25];
uint32_t const v88 = *v35;
*v87 = v88;
uint32_t * const v89 = &(*v29)[v25];
uint32_t const v90 = *v36;
*v89 = v90;
__syncthreads();
uint32_t const v91 = 64;
bool const v92 = v25 < v91;
if(v92) {
uint32_t const v93 = v25 + v91;
uint32_t * const v94 = &(*v27)[v93];
uint32_t const v95 = *v94;
uint32_t * const v96 = &(*v29)[v93];
uint32_t const v97 = *v96;
uint32_t const v98 = *v87;
uint32_t const v99 = *v89;
bool const v100 = v95 > v98;
bool const v101 = v95 == v98;
bool const v102 = v97 < v99;
bool const v103 = v101 && v102;
bool const v104 = v100 || v103;
if(v104) {
*v87 = v95;
*v89 = v97;
}
}
__syncthreads();
uint32_t const v105 = 32;
bool const v106 = v25 < v105;
if(v106) {
uint32_t const v107 = v25 + v105;
uint32_t * const v108 = &(*v27)[v107];
uint32_t const v109 = *v108;
uint32_t * const v110 = &(*v29)[v107];
uint32_t const v111 = *v110;
uint32_t const v112 = *v87;
uint32_t const v113 = *v89;
bool const v114 = v109 > v112;
bool const v115 = v109 == v112;
bool const v116 = v111 < v113;
bool const v117 = v115 && v116;
bool const v118 = v114 || v117;
if(v118) {
*v87 = v109;
*v89 = v111;
}
}
__syncthreads();
uint32_t const v119 = 16;
bool const v120 = v25 < v119;
if(v120) {
uint32_t const v121 = v25 + v119;
uint32_t * const v122 = &(*v27)[v121];
uint32_t const v123 = *v122;
uint32_t * const v124 = &(*v29)[v121];
uint32_t const v125 = *v124;
uint32_t const v126 = *v87;
uint32_t const v127 = *v89;
bool const v128 = v123 > v126;
bool const v129 = v123 == v126;
bool const v130 = v125 < v127;
bool const v131 = v129 && v130;
bool const v132 = v128 || v131;
if(v132) {
*v87 = v123;
*v89 = v125;
}
}
__syncthreads();
uint32_t const v133 = 8;
bool const v134 = v25 < v133;
if(v134) {
uint32_t const v135 = v25 + v133;
uint32_t * const v136 = &(*v27)[v135];
uint32_t const v137 = *v136;
uint32_t * const v138 = &(*v29)[v135];
uint32_t const v139 = *v138;
uint32_t const v140 = *v87;
uint32_t const v141 = *v89;
bool const v142 = v137 > v140;
bool const v143 = v137 == v140;
bool const v144 = v139 < v141;
bool const v145 = v143 && v144;
bool const v146 = v142 || v145;
if(v146) {
*v87 = v137;
*v89 = v139;
}
}
__syncthreads();
uint32_t const v147 = 4;
bool const v148 = v25 < v147;
if(v148) {
uint32_t const v149 = v25 + v147;
uint32_t * const v150 = &(*v27)[v149];
uint32_t const v151 = *v150;
uint32_t * const v152 = &(*v29)[v149];
uint32_t const v153 = *v152;
uint32_t const v154 = *v87;
uint32_t const v155 = *v89;
bool const v156 = v151 > v154;
bool const v157 = v151 == v154;
bool const v158 = v153 < v155;
bool const v159 = v157 && v158;
bool const v160 = v156 || v159;
if(v160) {
*v87 = v151;
*v89 = v153;
}
}
__syncthreads();
uint32_t const v161 = 2;
bool const v162 = v25 < v161;
if(v162) {
uint32_t const v163 = v25 + v161;
uint32_t * const v164 = &(*v27)[v163];
uint32_t const v165 = *v164;
uint32_t * const v166 = &(*v29)[v163];
uint32_t const v167 = *v166;
uint32_t const v168 = *v87;
uint32_t const v169 = *v89;
bool const v170 = v165 > v168;
bool const v171 = v165 == v168;
bool const v172 = v167 < v169;
bool const v173 = v171 && v172;
bool const v174 = v170 || v173;
if(v174) {
*v87 = v165;
*v89 = v167;
}
}
__syncthreads();
bool const v175 = v25 < v33;
if(v175) {
uint32_t const v176 = v25 + v33;
uint32_t * const v177 = &(*v27)[v176];
uint32_t const v178 = *v177;
uint32_t * const v179 = &(*v29)[v176];
uint32_t const v180 = *v179;
uint32_t const v181 = *v87;
uint32_t const v182 = *v89;
bool const v183 = v178 > v181;
bool const v184 = v178 == v181;
bool const v185 = v180 < v182;
bool const v186 = v184 && v185;
bool const v187 = v183 || v186;
if(v187) {
*v87 = v178;
*v89 = v180;
}
}
__syncthreads();
uint32_t * const v188 = &(*v27)[v4];
uint32_t const v189 = *v188;
*v31 = v189;
uint32_t * const v190 = &(*v29)[v4];
uint32_t const v191 = *v190;
*v32 = v191;
__syncthreads();
bool const v192 = v25 == v4;
if(v192) {
uint32_t const v193 = v22 * v7;
uint32_t const v194 = v193 + v34;
uint32_t const v195 = v161 * v194;
uint32_t const v196 = *v31;
bool const v197 = v196 == v30;
uint32_t const v198 = *v32;
uint32_t const v199 = v197 ? v30 : v198;
uint32_t * const v200 = &v1[v195];
*v200 = v199;
uint32_t const v201 = v22 * v6;
uint32_t const v202 = uint32_t(v198);
uint32_t const v203 = v201 + v202;
float const* const v204 = &v0[v203];
float const v205 = *v204;
uint32_t const v206 = reinterpret_cast<const uint32_t&>(v205);
uint32_t const v207 = v195 + v33;
uint32_t * const v208 = &v1[v207];
*v208 = v206;
}
}
}
return;
}
