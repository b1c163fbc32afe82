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


typedef struct CUtensorMap_st {
alignas(128) unsigned long long int opaque[16];
} CUtensorMap;
struct alignas(16) uint32_t_4 { uint32_t i_0; uint32_t i_1; uint32_t i_2; uint32_t i_3; };

struct info_st {
    uint32_t scalars_usize[4];
float scalars_f32[4];uint32_t static_meta[8];
};
extern "C" __global__ void __launch_bounds__(128)  loop_input_kernel(uint32_t_4 const* const __restrict__ v0, uint32_t const* const __restrict__ v1, float const* const __restrict__ v2, uint32_t const* const __restrict__ v3, float const* const __restrict__ v4, float * const __restrict__ v5, float * const __restrict__ v6, info_st const* const __restrict__ v7) {
extern __shared__ __align__(4) char v8[];uint32_t const* const dynamic_meta_v480 = reinterpret_cast<uint32_t const*>(v7 + 1);
const info_st& info_v479 = *v7;uint32_t const v9 = 0;
uint32_t const v10 = info_v479.scalars_usize[0];
uint32_t const v11 = info_v479.scalars_usize[1];
uint32_t const v12 = info_v479.scalars_usize[2];
float const v13 = info_v479.scalars_f32[0];
float const v14 = info_v479.scalars_f32[1];
float const v15 = info_v479.scalars_f32[2];
uint32_t const v16 = blockIdx.z;
uint32_t const v17 = uint32_t(v16);
uint32_t const v18 = gridDim.y;
uint32_t const v19 = uint32_t(v18);
uint32_t const v20 = v17 * v19;
uint32_t const v21 = gridDim.x;
uint32_t const v22 = uint32_t(v21);
uint32_t const v23 = v20 * v22;
uint32_t const v24 = blockIdx.y;
uint32_t const v25 = uint32_t(v24);
uint32_t const v26 = v25 * v22;
uint32_t const v27 = v23 + v26;
uint32_t const v28 = blockIdx.x;
uint32_t const v29 = uint32_t(v28);
uint32_t const v30 = v27 + v29;
bool const v31 = v30 < v10;
if(v31) {
uint32_t const* const v32 = &v3[v30];
uint32_t const v33 = *v32;
uint32_t const v34 = uint32_t(v33);
uint32_t const v35 = 1;
uint32_t const v36 = v10 + v30;
uint32_t const* const v37 = &v3[v36];
uint32_t const v38 = *v37;
uint32_t const v39 = 4294967295;
bool const v40 = v38 == v39;
uint32_t const v41 = 4294967294;
bool const v42 = v38 < v41;
float const v43 = 1;
float const v44 = v40 ? v43 : v13;
uint32_t const v45 = 0;
uint32_t const v46 = v42 ? v38 : v45;
uint32_t const v47 = uint32_t(v46);
uint32_t const v48 = v47 * v11;
float const v49 = 0;
float v497_store;
float * v50 = &v497_store;*v50 = v49;
uint32_t const v51 = threadIdx.x;
uint32_t const v52 = uint32_t(v51);
uint32_t v498_store;
uint32_t * v53 = &v498_store;*v53 = v52;
while([&]{
uint32_t const v54 = *v53;
bool const v55 = v54 < v12;
return v55;
}()) {
uint32_t const v56 = v34 * v12;
uint32_t const v57 = *v53;
uint32_t const v58 = v56 + v57;
uint32_t_4 const* const v59 = &v0[v58];
uint32_t_4 const v60 = *v59;
uint32_t const v61 = 4;
uint32_t const v62 = v57 * v61;
bool const v63 = v62 < v11;
if(v63) {
uint32_t const v64 = v60.i_0;
float const v65 = reinterpret_cast<const float&>(v64);
float const v66 = fma(v65, v43, v49);
float const v67 = v44 * v66;
float v500_store;
float * v68 = &v500_store;*v68 = v67;
if(v42) {
uint32_t const v69 = v48 + v62;
float const* const v70 = &v2[v69];
float const v71 = *v70;
float const v72 = *v68;
float const v73 = fma(v14, v71, v72);
*v68 = v73;
}
uint32_t const v74 = v30 * v11;
uint32_t const v75 = v74 + v62;
float * const v76 = &v5[v75];
float const v77 = *v68;
*v76 = v77;
float const v78 = *v50;
float const v79 = fma(v77, v77, v78);
*v50 = v79;
}
uint32_t const v80 = v62 + v35;
bool const v81 = v80 < v11;
if(v81) {
uint32_t const v82 = v60.i_1;
float const v83 = reinterpret_cast<const float&>(v82);
float const v84 = fma(v83, v43, v49);
float const v85 = v44 * v84;
float v501_store;
float * v86 = &v501_store;*v86 = v85;
if(v42) {
uint32_t const v87 = v48 + v62;
uint32_t const v88 = v87 + v35;
float const* const v89 = &v2[v88];
float const v90 = *v89;
float const v91 = *v86;
float const v92 = fma(v14, v90, v91);
*v86 = v92;
}
uint32_t const v93 = v30 * v11;
uint32_t const v94 = v93 + v62;
uint32_t const v95 = v94 + v35;
float * const v96 = &v5[v95];
float const v97 = *v86;
*v96 = v97;
float const v98 = *v50;
float const v99 = fma(v97, v97, v98);
*v50 = v99;
}
uint32_t const v100 = 2;
uint32_t const v101 = v62 + v100;
bool const v102 = v101 < v11;
if(v102) {
uint32_t const v103 = v60.i_2;
float const v104 = reinterpret_cast<const float&>(v103);
float const v105 = fma(v104, v43, v49);
float const v106 = v44 * v105;
float v502_store;
float * v107 = &v502_store;*v107 = v106;
if(v42) {
uint32_t const v108 = v48 + v62;
uint32_t const v109 = v108 + v100;
float const* const v110 = &v2[v109];
float const v111 = *v110;
float const v112 = *v107;
float const v113 = fma(v14, v111, v112);
*v107 = v113;
}
uint32_t const v114 = v30 * v11;
uint32_t const v115 = v114 + v62;
uint32_t const v116 = v115 + v100;
float * const v117 = &v5[v116];
float const v118 = *v107;
*v117 = v118;
float const v119 = *v50;
float const v120 = fma(v118, v118, v119);
*v50 = v120;
}
uint32_t const v121 = 3;
uint32_t const v122 = v62 + v121;
bool const v123 = v122 < v11;
if(v123) {
uint32_t const v124 = v60.i_3;
float const v125 = reinterpret_cast<const float&>(v124);
float const v126 = fma(v125, v43, v49);
float const v127 = v44 * v126;
float v503_store;
float * v128 = &v503_store;*v128 = v127;
if(v42) {
uint32_t const v129 = v48 + v62;
uint32_t const v130 = v129 + v121;
float const* const v131 = &v2[v130];
float const v132 = *v131;
float const v133 = *v128;
float const v134 = fma(v14, v132, v133);
*v128 = v134;
}
uint32_t const v135 = v30 * v11;
uint32_t const v136 = v135 + v62;
uint32_t const v137 = v136 + v121;
float * const v138 = &v5[v137];
float const v139 = *v128;
*v138 = v139;
float const v140 = *v50;
float const v141 = fma(v139, v139, v140);
*v50 = v141;
}
uint32_t const v142 = *v53;
uint32_t const v143 = 128;
uint32_t const v144 = v142 + v143;
*v53 = v144;
}
array<float, 128> * const v145 = reinterpret_cast<array<float, 128> *>(&v8[0]);
uint32_t const v146 = 128;
float * const v147 = &(*v145)[v52];
float const v148 = *v50;
*v147 = v148;
__syncthreads();
uint32_t const v149 = 64;
bool const v150 = v52 < v149;
if(v150) {
uint32_t const v151 = v52 + v149;
float * const v152 = &(*v145)[v151];
float const v153 = *v152;
float const v154 = *v147;
float const v155 = v154 + v153;
*v147 = v155;
}
__syncthreads();
uint32_t const v156 = 32;
bool const v157 = v52 < v156;
if(v157) {
uint32_t const v158 = v52 + v156;
float * const v159 = &(*v145)[v158];
float const v160 = *v159;
float const v161 = *v147;
float const v162 = v161 + v160;
*v147 = v162;
}
__syncthreads();
uint32_t const v163 = 16;
bool const v164 = v52 < v163;
if(v164) {
uint32_t const v165 = v52 + v163;
float * const v166 = &(*v145)[v165];
float const v167 = *v166;
float const v168 = *v147;
float const v169 = v168 + v167;
*v147 = v169;
}
__syncthreads();
uint32_t const v170 = 8;
bool const v171 = v52 < v170;
if(v171) {
uint32_t const v172 = v52 + v170;
float * const v173 = &(*v145)[v172];
float const v174 = *v173;
float const v175 = *v147;
float const v176 = v175 + v174;
*v147 = v176;
}
__syncthreads();
uint32_t const v177 = 4;
bool const v178 = v52 < v177;
if(v178) {
uint32_t const v179 = v52 + v177;
float * const v180 = &(*v145)[v179];
float const v181 = *v180;
float const v182 = *v147;
float const v183 = v182 + v181;
*v147 = v183;
}
__syncthreads();
uint32_t const v184 = 2;
bool const v185 = v52 < v184;
if(v185) {
uint32_t const v186 = v52 + v184;
float * const v187 = &(*v145)[v186];
float const v188 = *v187;
float const v189 = *v147;
float const v190 = v189 + v188;
*v147 = v190;
}
__syncthreads();
bool const v191 = v52 < v35;
if(v191) {
uint32_t const v192 = v52 + v35;
float * const v193 = &(*v145)[v192];
float const v194 = *v193;
float const v195 = *v147;
float const v196 = v195 + v194;
*v147 = v196;
}
__syncthreads();
float * const v197 = &(*v145)[v9];
float const v198 = *v197;
__syncthreads();
float const v199 = float(v11);
float const v200 = v198 / v199;
float const v201 = v200 + v15;
float const v202 = sqrt(v201);float const v203 = v43 / v202;
uint32_t v504_store;
uint32_t * v204 = &v504_store;*v204 = v52;
while([&]{
uint32_t const v205 = *v204;
bool const v206 = v205 < v12;
return v206;
}()) {
uint32_t const v207 = *v204;
uint32_t const v208 = v207 * v177;
bool const v209 = v208 < v11;
if(v209) {
uint32_t const v210 = v30 * v11;
uint32_t const v211 = v210 + v208;
float * const v212 = &v5[v211];
float const v213 = *v212;
float const v214 = v213 * v203;
float const* const v215 = &v4[v208];
float const v216 = *v215;
float const v217 = v214 * v216;
float * const v218 = &v6[v211];
*v218 = v217;
}
uint32_t const v219 = v208 + v35;
bool const v220 = v219 < v11;
if(v220) {
uint32_t const v221 = v30 * v11;
uint32_t const v222 = v221 + v219;
float * const v223 = &v5[v222];
float const v224 = *v223;
float const v225 = v224 * v203;
float const* const v226 = &v4[v219];
float const v227 = *v226;
float const v228 = v225 * v227;
float * const v229 = &v6[v222];
*v229 = v228;
}
uint32_t const v230 = v208 + v184;
bool const v231 = v230 < v11;
if(v231) {
uint32_t const v232 = v30 * v11;
uint32_t const v233 = v232 + v230;
float * const v234 = &v5[v233];
float const v235 = *v234;
float const v236 = v235 * v203;
float const* const v237 = &v4[v230];
float const v238 = *v237;
float const v239 = v236 * v238;
float * const v240 = &v6[v233];
*v240 = v239;
}
uint32_t const v241 = 3;
uint32_t const v242 = v208 + v241;
bool const v243 = v242 < v11;
if(v243) {
uint32_t const v244 = v30 * v11;
uint32_t const v245 = v244 + v242;
float * const v246 = &v5[v245];
float const v247 = *v246;
float const v248 = v247 * v203;
float const* const v249 = &v4[v242];
float const v250 = *v249;
float const v251 = v248 * v250;
float * const v252 = &v6[v245];
*v252 = v251;
}
uint32_t const v253 = v207 + v146;
*v204 = v253;
}
}
return;
}
