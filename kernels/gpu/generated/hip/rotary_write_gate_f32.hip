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
    uint32_t scalars_usize[4];
float scalars_f32[2];uint32_t static_meta[12];
};
extern "C" __global__ void __launch_bounds__(128) rotary_write_gate_kernel(float * const __restrict__ v0, float * const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, uint32_t const* const __restrict__ v4, uint32_t * const __restrict__ v5, float const* const __restrict__ v6, float const* const __restrict__ v7, float const* const __restrict__ v8, float const* const __restrict__ v9, float * const __restrict__ v10, info_st const* const __restrict__ v11) {
extern __shared__ __align__(4) char v12[];uint32_t const* const dynamic_meta_v622 = reinterpret_cast<uint32_t const*>(v11 + 1);
const info_st& info_v621 = *v11;uint32_t const v13 = 0;
uint32_t const v14 = info_v621.scalars_usize[0];
uint32_t const v15 = info_v621.scalars_usize[1];
uint32_t const v16 = info_v621.scalars_usize[2];
float const v17 = info_v621.scalars_f32[0];
uint32_t const v18 = blockIdx.z;
uint32_t const v19 = uint32_t(v18);
uint32_t const v20 = gridDim.y;
uint32_t const v21 = uint32_t(v20);
uint32_t const v22 = v19 * v21;
uint32_t const v23 = gridDim.x;
uint32_t const v24 = uint32_t(v23);
uint32_t const v25 = v22 * v24;
uint32_t const v26 = blockIdx.y;
uint32_t const v27 = uint32_t(v26);
uint32_t const v28 = v27 * v24;
uint32_t const v29 = v25 + v28;
uint32_t const v30 = blockIdx.x;
uint32_t const v31 = uint32_t(v30);
uint32_t const v32 = v29 + v31;
uint32_t const v33 = 6;
uint32_t const v34 = v32 / v33;
uint32_t const v35 = v32 % v33;
bool const v36 = v34 < v14;
if(v36) {
array<float, 64> * const v37 = reinterpret_cast<array<float, 64> *>(&v12[0]);
uint32_t const v38 = 64;
uint32_t const v39 = 4;
bool const v40 = v35 < v39;
if(v40) {
uint32_t const v41 = v34 * v39;
uint32_t const v42 = v41 + v35;
uint32_t const v43 = v42 * v38;
uint32_t const v44 = threadIdx.x;
uint32_t const v45 = uint32_t(v44);
uint32_t v643_store;
uint32_t * v46 = &v643_store;*v46 = v45;
while([&]{
uint32_t const v47 = *v46;
uint32_t const v48 = 32;
bool const v49 = v47 < v48;
return v49;
}()) {
uint32_t const v50 = 32;
uint32_t const v51 = v34 * v50;
uint32_t const v52 = *v46;
uint32_t const v53 = v51 + v52;
float const* const v54 = &v3[v53];
float const v55 = *v54;
uint32_t const v56 = v14 + v34;
uint32_t const v57 = v56 * v50;
uint32_t const v58 = v57 + v52;
float const* const v59 = &v3[v58];
float const v60 = *v59;
uint32_t const v61 = v43 + v52;
float * const v62 = &v0[v61];
float const v63 = *v62;
uint32_t const v64 = v43 + v50;
uint32_t const v65 = v64 + v52;
float * const v66 = &v0[v65];
float const v67 = *v66;
float const v68 = v67 * v60;
float const v69 = -v68;
float const v70 = fma(v63, v55, v69);
float const v71 = v63 * v60;
float const v72 = fma(v67, v55, v71);
*v62 = v70;
*v66 = v72;
float * const v73 = &(*v37)[v52];
*v73 = v70;
uint32_t const v74 = v50 + v52;
float * const v75 = &(*v37)[v74];
*v75 = v72;
uint32_t const v76 = 128;
uint32_t const v77 = v52 + v76;
*v46 = v77;
}
__syncthreads();
}
 else {
uint32_t const v78 = v35 - v39;
uint32_t const v79 = 2;
uint32_t const v80 = v34 * v79;
uint32_t const v81 = v80 + v78;
uint32_t const v82 = v81 * v38;
uint32_t const v83 = threadIdx.x;
uint32_t const v84 = uint32_t(v83);
uint32_t v645_store;
uint32_t * v85 = &v645_store;*v85 = v84;
while([&]{
uint32_t const v86 = *v85;
uint32_t const v87 = 32;
bool const v88 = v86 < v87;
return v88;
}()) {
uint32_t const v89 = 32;
uint32_t const v90 = v34 * v89;
uint32_t const v91 = *v85;
uint32_t const v92 = v90 + v91;
float const* const v93 = &v3[v92];
float const v94 = *v93;
uint32_t const v95 = v14 + v34;
uint32_t const v96 = v95 * v89;
uint32_t const v97 = v96 + v91;
float const* const v98 = &v3[v97];
float const v99 = *v98;
uint32_t const v100 = v82 + v91;
float * const v101 = &v1[v100];
float const v102 = *v101;
uint32_t const v103 = v82 + v89;
uint32_t const v104 = v103 + v91;
float * const v105 = &v1[v104];
float const v106 = *v105;
float const v107 = v106 * v99;
float const v108 = -v107;
float const v109 = fma(v102, v94, v108);
float const v110 = v102 * v99;
float const v111 = fma(v106, v94, v110);
*v101 = v109;
*v105 = v111;
float * const v112 = &(*v37)[v91];
*v112 = v109;
uint32_t const v113 = v89 + v91;
float * const v114 = &(*v37)[v113];
*v114 = v111;
uint32_t const v115 = 128;
uint32_t const v116 = v91 + v115;
*v85 = v116;
}
__syncthreads();
uint32_t const v117 = v79 * v14;
uint32_t const v118 = v117 + v34;
uint32_t const* const v119 = &v4[v118];
uint32_t const v120 = *v119;
uint32_t const v121 = 4294967295;
bool const v122 = v120 != v121;
if(v122) {
uint32_t const v123 = uint32_t(v120);
uint32_t const v124 = v123 * v79;
uint32_t const v125 = v124 + v78;
uint32_t const v126 = v15 * v79;
uint32_t const v127 = v125 * v38;
uint32_t v647_store;
uint32_t * v128 = &v647_store;*v128 = v84;
while([&]{
uint32_t const v129 = *v128;
bool const v130 = v129 < v38;
return v130;
}()) {
uint32_t const v131 = *v128;
float * const v132 = &(*v37)[v131];
float const v133 = *v132;
uint32_t const v134 = reinterpret_cast<const uint32_t&>(v133);
uint32_t const v135 = v127 + v131;
uint32_t * const v136 = &v5[v135];
*v136 = v134;
uint32_t const v137 = 128;
uint32_t const v138 = v131 + v137;
*v128 = v138;
}
uint32_t const v139 = v126 + v125;
uint32_t const v140 = v139 * v38;
uint32_t v649_store;
uint32_t * v141 = &v649_store;*v141 = v84;
while([&]{
uint32_t const v142 = *v141;
bool const v143 = v142 < v38;
return v143;
}()) {
uint32_t const v144 = *v141;
uint32_t const v145 = v82 + v144;
float const* const v146 = &v2[v145];
float const v147 = *v146;
uint32_t const v148 = reinterpret_cast<const uint32_t&>(v147);
uint32_t const v149 = v140 + v144;
uint32_t * const v150 = &v5[v149];
*v150 = v148;
uint32_t const v151 = 128;
uint32_t const v152 = v144 + v151;
*v141 = v152;
}
}
}
if(v40) {
float const v153 = 0;
float v651_store;
float * v154 = &v651_store;*v154 = v153;
float v652_store;
float * v155 = &v652_store;*v155 = v153;
uint32_t const v156 = threadIdx.x;
uint32_t const v157 = 0;
uint32_t const v158 = uint32_t(v156);
uint32_t v653_store;
uint32_t * v159 = &v653_store;*v159 = v158;
while([&]{
uint32_t const v160 = *v159;
bool const v161 = v160 < v16;
return v161;
}()) {
uint32_t const v162 = v35 * v16;
uint32_t const v163 = *v159;
uint32_t const v164 = v162 + v163;
float const* const v165 = &v8[v164];
float const v166 = *v165;
uint32_t const v167 = v34 * v16;
uint32_t const v168 = v167 + v163;
float const* const v169 = &v6[v168];
float const v170 = *v169;
float const v171 = *v155;
float const v172 = fma(v170, v170, v171);
*v155 = v172;
float const* const v173 = &v7[v163];
float const v174 = *v173;
float const v175 = v170 * v174;
float const v176 = *v154;
float const v177 = fma(v175, v166, v176);
*v154 = v177;
uint32_t const v178 = 128;
uint32_t const v179 = v163 + v178;
*v159 = v179;
}
array<float, 128> * const v180 = reinterpret_cast<array<float, 128> *>(&v12[256]);
float * const v181 = &(*v180)[v158];
float const v182 = *v154;
*v181 = v182;
__syncthreads();
bool const v183 = v158 < v38;
if(v183) {
uint32_t const v184 = v158 + v38;
float * const v185 = &(*v180)[v184];
float const v186 = *v185;
float const v187 = *v181;
float const v188 = v187 + v186;
*v181 = v188;
}
__syncthreads();
uint32_t const v189 = 32;
bool const v190 = v158 < v189;
if(v190) {
uint32_t const v191 = v158 + v189;
float * const v192 = &(*v180)[v191];
float const v193 = *v192;
float const v194 = *v181;
float const v195 = v194 + v193;
*v181 = v195;
}
__syncthreads();
uint32_t const v196 = 16;
bool const v197 = v158 < v196;
if(v197) {
uint32_t const v198 = v158 + v196;
float * const v199 = &(*v180)[v198];
float const v200 = *v199;
float const v201 = *v181;
float const v202 = v201 + v200;
*v181 = v202;
}
__syncthreads();
uint32_t const v203 = 8;
bool const v204 = v158 < v203;
if(v204) {
uint32_t const v205 = v158 + v203;
float * const v206 = &(*v180)[v205];
float const v207 = *v206;
float const v208 = *v181;
float const v209 = v208 + v207;
*v181 = v209;
}
__syncthreads();
bool const v210 = v158 < v39;
if(v210) {
uint32_t const v211 = v158 + v39;
float * const v212 = &(*v180)[v211];
float const v213 = *v212;
float const v214 = *v181;
float const v215 = v214 + v213;
*v181 = v215;
}
__syncthreads();
uint32_t const v216 = 2;
bool const v217 = v158 < v216;
if(v217) {
uint32_t const v218 = v158 + v216;
float * const v219 = &(*v180)[v218];
float const v220 = *v219;
float const v221 = *v181;
float const v222 = v221 + v220;
*v181 = v222;
}
__syncthreads();
uint32_t const v223 = 1;
bool const v224 = v158 < v223;
if(v224) {
uint32_t const v225 = v158 + v223;
float * const v226 = &(*v180)[v225];
float const v227 = *v226;
float const v228 = *v181;
float const v229 = v228 + v227;
*v181 = v229;
}
__syncthreads();
float * const v230 = &(*v180)[v13];
float const v231 = *v230;
__syncthreads();
float v655_store;
float * v232 = &v655_store;*v232 = v231;
array<float, 128> * const v233 = reinterpret_cast<array<float, 128> *>(&v12[768]);
float * const v234 = &(*v233)[v158];
float const v235 = *v155;
*v234 = v235;
__syncthreads();
if(v183) {
uint32_t const v236 = v158 + v38;
float * const v237 = &(*v233)[v236];
float const v238 = *v237;
float const v239 = *v234;
float const v240 = v239 + v238;
*v234 = v240;
}
__syncthreads();
if(v190) {
uint32_t const v241 = v158 + v189;
float * const v242 = &(*v233)[v241];
float const v243 = *v242;
float const v244 = *v234;
float const v245 = v244 + v243;
*v234 = v245;
}
__syncthreads();
if(v197) {
uint32_t const v246 = v158 + v196;
float * const v247 = &(*v233)[v246];
float const v248 = *v247;
float const v249 = *v234;
float const v250 = v249 + v248;
*v234 = v250;
}
__syncthreads();
if(v204) {
uint32_t const v251 = v158 + v203;
float * const v252 = &(*v233)[v251];
float const v253 = *v252;
float const v254 = *v234;
float const v255 = v254 + v253;
*v234 = v255;
}
__syncthreads();
if(v210) {
uint32_t const v256 = v158 + v39;
float * const v257 = &(*v233)[v256];
float const v258 = *v257;
float const v259 = *v234;
float const v260 = v259 + v258;
*v234 = v260;
}
__syncthreads();
if(v217) {
uint32_t const v261 = v158 + v216;
float * const v262 = &(*v233)[v261];
float const v263 = *v262;
float const v264 = *v234;
float const v265 = v264 + v263;
*v234 = v265;
}
__syncthreads();
if(v224) {
uint32_t const v266 = v158 + v223;
float * const v267 = &(*v233)[v266];
float const v268 = *v267;
float const v269 = *v234;
float const v270 = v269 + v268;
*v234 = v270;
}
__syncthreads();
float * const v271 = &(*v233)[v13];
float const v272 = *v271;
__syncthreads();
float const v273 = float(v16);
float const v274 = v272 / v273;
float const v275 = v274 + v17;
float const v276 = sqrt(v275);float const v277 = 1;
float const v278 = v277 / v276;
float const v279 = *v232;
float const v280 = v279 * v278;
*v232 = v280;
bool const v281 = v156 == v157;
if(v281) {
float const* const v282 = &v9[v35];
float const v283 = *v282;
float const v284 = *v232;
float const v285 = v284 + v283;
float const v286 = -v285;
float const v287 = exp(v286);float const v288 = v277 + v287;
float const v289 = v277 / v288;
uint32_t const v290 = v34 * v39;
uint32_t const v291 = v290 + v35;
float * const v292 = &v10[v291];
*v292 = v289;
}
}
}
return;
}
