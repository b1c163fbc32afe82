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
    uint32_t scalars_usize[2];uint32_t static_meta[8];
};
extern "C" __global__ void __launch_bounds__(128) gswa_merge_kernel(float const* const __restrict__ v0, uint32_t const* const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, float const* const __restrict__ v4, uint32_t * const __restrict__ v5, float * const __restrict__ v6, info_st const* const __restrict__ v7) {
uint32_t const* const dynamic_meta_v359 = reinterpret_cast<uint32_t const*>(v7 + 1);
const info_st& info_v358 = *v7;uint32_t const v8 = 0;
uint32_t const v9 = info_v358.scalars_usize[0];
uint32_t const v10 = info_v358.scalars_usize[1];
uint32_t const v11 = blockIdx.z;
uint32_t const v12 = uint32_t(v11);
uint32_t const v13 = gridDim.y;
uint32_t const v14 = uint32_t(v13);
uint32_t const v15 = v12 * v14;
uint32_t const v16 = gridDim.x;
uint32_t const v17 = uint32_t(v16);
uint32_t const v18 = v15 * v17;
uint32_t const v19 = blockIdx.y;
uint32_t const v20 = uint32_t(v19);
uint32_t const v21 = v20 * v17;
uint32_t const v22 = v18 + v21;
uint32_t const v23 = blockIdx.x;
uint32_t const v24 = uint32_t(v23);
uint32_t const v25 = v22 + v24;
uint32_t const v26 = 2;
uint32_t const v27 = v25 / v26;
bool const v28 = v27 < v9;
if(v28) {
uint32_t const v29 = v25 % v26;
uint32_t const* const v30 = &v1[v26];
uint32_t const v31 = *v30;
uint32_t const v32 = uint32_t(v31);
uint32_t const v33 = 5;
uint32_t const v34 = v27 * v33;
uint32_t const v35 = v32 + v34;
uint32_t const* const v36 = &v1[v35];
uint32_t const v37 = *v36;
uint32_t const v38 = uint32_t(v37);
uint32_t const v39 = 1;
uint32_t const v40 = v35 + v39;
uint32_t const* const v41 = &v1[v40];
uint32_t const v42 = *v41;
uint32_t const v43 = uint32_t(v42);
uint32_t const v44 = v35 + v26;
uint32_t const* const v45 = &v1[v44];
uint32_t const v46 = *v45;
uint32_t const v47 = uint32_t(v46);
uint32_t const v48 = 3;
uint32_t const v49 = v35 + v48;
uint32_t const* const v50 = &v1[v49];
uint32_t const v51 = *v50;
uint32_t const v52 = uint32_t(v51);
uint32_t const v53 = threadIdx.x;
uint32_t const v54 = uint32_t(v53);
uint32_t v370_store;
uint32_t * v55 = &v370_store;*v55 = v54;
while([&]{
uint32_t const v56 = *v55;
uint32_t const v57 = 128;
bool const v58 = v56 < v57;
return v58;
}()) {
uint32_t const v59 = v29 * v26;
uint32_t const v60 = *v55;
uint32_t const v61 = 64;
uint32_t const v62 = v60 / v61;
uint32_t const v63 = v59 + v62;
uint32_t const v64 = v60 % v61;
float const v65 = 1;
float v372_store;
float * v66 = &v372_store;*v66 = v65;
bool const v67 = v52 > v8;
if(v67) {
float const v68 = 0;
*v66 = v68;
bool const v69 = v43 > v8;
if(v69) {
uint32_t const v70 = 4;
uint32_t const v71 = v27 * v70;
uint32_t const v72 = v71 + v63;
float const* const v73 = &v2[v72];
float const v74 = *v73;
*v66 = v74;
}
}
float const v75 = 0;
float v373_store;
float * v76 = &v373_store;*v76 = v75;
bool const v77 = v43 > v8;
if(v77) {
uint32_t const v78 = 4;
uint32_t const v79 = v38 * v78;
uint32_t const v80 = v79 + v63;
uint32_t const v81 = 66;
uint32_t const v82 = v80 * v81;
float const v83 = -3.402823470e+38;
float v374_store;
float * v84 = &v374_store;*v84 = v83;
for(uint32_t v85 = v8; v85 < v43; v85 += v39) {
uint32_t const v86 = 264;
uint32_t const v87 = v85 * v86;
uint32_t const v88 = v82 + v87;
uint32_t const v89 = v88 + v61;
float const* const v90 = &v0[v89];
float const v91 = *v90;
float const v92 = *v84;
float const v93 = max(v92, v91);
*v84 = v93;
}
float v376_store;
float * v94 = &v376_store;*v94 = v75;
float v377_store;
float * v95 = &v377_store;*v95 = v75;
for(uint32_t v96 = v8; v96 < v43; v96 += v39) {
uint32_t const v97 = 264;
uint32_t const v98 = v96 * v97;
uint32_t const v99 = v82 + v98;
uint32_t const v100 = v99 + v61;
float const* const v101 = &v0[v100];
float const v102 = *v101;
float const v103 = *v84;
float const v104 = v102 - v103;
float const v105 = exp(v104);uint32_t const v106 = v99 + v64;
float const* const v107 = &v0[v106];
float const v108 = *v107;
float const v109 = *v94;
float const v110 = fma(v105, v108, v109);
*v94 = v110;
uint32_t const v111 = v100 + v39;
float const* const v112 = &v0[v111];
float const v113 = *v112;
float const v114 = *v95;
float const v115 = fma(v105, v113, v114);
*v95 = v115;
}
float const v116 = *v94;
float const v117 = *v95;
float const v118 = v116 / v117;
float const v119 = *v66;
float const v120 = *v76;
float const v121 = fma(v119, v118, v120);
*v76 = v121;
}
if(v67) {
float const v122 = *v66;
float const v123 = v65 - v122;
uint32_t const v124 = 4;
uint32_t const v125 = v47 * v124;
uint32_t const v126 = v125 + v63;
uint32_t const v127 = 66;
uint32_t const v128 = v126 * v127;
float const v129 = -3.402823470e+38;
float v379_store;
float * v130 = &v379_store;*v130 = v129;
for(uint32_t v131 = v8; v131 < v52; v131 += v39) {
uint32_t const v132 = 264;
uint32_t const v133 = v131 * v132;
uint32_t const v134 = v128 + v133;
uint32_t const v135 = v134 + v61;
float const* const v136 = &v0[v135];
float const v137 = *v136;
float const v138 = *v130;
float const v139 = max(v138, v137);
*v130 = v139;
}
float v381_store;
float * v140 = &v381_store;*v140 = v75;
float v382_store;
float * v141 = &v382_store;*v141 = v75;
for(uint32_t v142 = v8; v142 < v52; v142 += v39) {
uint32_t const v143 = 264;
uint32_t const v144 = v142 * v143;
uint32_t const v145 = v128 + v144;
uint32_t const v146 = v145 + v61;
float const* const v147 = &v0[v146];
float const v148 = *v147;
float const v149 = *v130;
float const v150 = v148 - v149;
float const v151 = exp(v150);uint32_t const v152 = v145 + v64;
float const* const v153 = &v0[v152];
float const v154 = *v153;
float const v155 = *v140;
float const v156 = fma(v151, v154, v155);
*v140 = v156;
uint32_t const v157 = v146 + v39;
float const* const v158 = &v0[v157];
float const v159 = *v158;
float const v160 = *v141;
float const v161 = fma(v151, v159, v160);
*v141 = v161;
}
float const v162 = *v140;
float const v163 = *v141;
float const v164 = v162 / v163;
float const v165 = *v76;
float const v166 = fma(v123, v164, v165);
*v76 = v166;
}
uint32_t const v167 = 4;
uint32_t const v168 = v27 * v167;
uint32_t const v169 = v168 + v63;
uint32_t const v170 = v169 * v61;
uint32_t const v171 = v170 + v64;
float * const v172 = &v6[v171];
float const v173 = *v76;
*v172 = v173;
uint32_t const v174 = *v55;
uint32_t const v175 = 128;
uint32_t const v176 = v174 + v175;
*v55 = v176;
}
uint32_t const v177 = 4;
uint32_t const v178 = v35 + v177;
uint32_t const* const v179 = &v1[v178];
uint32_t const v180 = *v179;
uint32_t const v181 = 4294967295;
bool const v182 = v180 != v181;
if(v182) {
uint32_t const v183 = v27 * v26;
uint32_t const v184 = v183 + v29;
uint32_t const v185 = 64;
uint32_t const v186 = v184 * v185;
uint32_t const v187 = uint32_t(v180);
uint32_t const v188 = v187 * v26;
uint32_t const v189 = v188 + v29;
uint32_t const v190 = v10 * v26;
uint32_t const v191 = v189 * v185;
uint32_t v384_store;
uint32_t * v192 = &v384_store;*v192 = v54;
while([&]{
uint32_t const v193 = *v192;
bool const v194 = v193 < v185;
return v194;
}()) {
uint32_t const v195 = *v192;
uint32_t const v196 = v186 + v195;
float const* const v197 = &v3[v196];
float const v198 = *v197;
uint32_t const v199 = reinterpret_cast<const uint32_t&>(v198);
uint32_t const v200 = v191 + v195;
uint32_t * const v201 = &v5[v200];
*v201 = v199;
uint32_t const v202 = 128;
uint32_t const v203 = v195 + v202;
*v192 = v203;
}
uint32_t const v204 = v190 + v189;
uint32_t const v205 = v204 * v185;
uint32_t v386_store;
uint32_t * v206 = &v386_store;*v206 = v54;
while([&]{
uint32_t const v207 = *v206;
bool const v208 = v207 < v185;
return v208;
}()) {
uint32_t const v209 = *v206;
uint32_t const v210 = v186 + v209;
float const* const v211 = &v4[v210];
float const v212 = *v211;
uint32_t const v213 = reinterpret_cast<const uint32_t&>(v212);
uint32_t const v214 = v205 + v209;
uint32_t * const v215 = &v5[v214];
*v215 = v213;
uint32_t const v216 = 128;
uint32_t const v217 = v209 + v216;
*v206 = v217;
}
}
}
return;
}
