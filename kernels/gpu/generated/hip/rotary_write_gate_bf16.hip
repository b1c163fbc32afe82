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
extern __shared__ __align__(4) char v12[];uint32_t const* const dynamic_meta_v729 = reinterpret_cast<uint32_t const*>(v11 + 1);
const info_st& info_v728 = *v11;uint32_t const v13 = 0;
uint32_t const v14 = info_v728.scalars_usize[0];
uint32_t const v15 = info_v728.scalars_usize[1];
uint32_t const v16 = info_v728.scalars_usize[2];
float const v17 = info_v728.scalars_f32[0];
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
uint32_t v750_store;
uint32_t * v46 = &v750_store;*v46 = v45;
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
uint32_t const v84 = 1;
uint32_t const v85 = uint32_t(v83);
uint32_t v752_store;
uint32_t * v86 = &v752_store;*v86 = v85;
while([&]{
uint32_t const v87 = *v86;
uint32_t const v88 = 32;
bool const v89 = v87 < v88;
return v89;
}()) {
uint32_t const v90 = 32;
uint32_t const v91 = v34 * v90;
uint32_t const v92 = *v86;
uint32_t const v93 = v91 + v92;
float const* const v94 = &v3[v93];
float const v95 = *v94;
uint32_t const v96 = v14 + v34;
uint32_t const v97 = v96 * v90;
uint32_t const v98 = v97 + v92;
float const* const v99 = &v3[v98];
float const v100 = *v99;
uint32_t const v101 = v82 + v92;
float * const v102 = &v1[v101];
float const v103 = *v102;
uint32_t const v104 = v82 + v90;
uint32_t const v105 = v104 + v92;
float * const v106 = &v1[v105];
float const v107 = *v106;
float const v108 = v107 * v100;
float const v109 = -v108;
float const v110 = fma(v103, v95, v109);
float const v111 = v103 * v100;
float const v112 = fma(v107, v95, v111);
*v102 = v110;
*v106 = v112;
float * const v113 = &(*v37)[v92];
*v113 = v110;
uint32_t const v114 = v90 + v92;
float * const v115 = &(*v37)[v114];
*v115 = v112;
uint32_t const v116 = 128;
uint32_t const v117 = v92 + v116;
*v86 = v117;
}
__syncthreads();
uint32_t const v118 = v79 * v14;
uint32_t const v119 = v118 + v34;
uint32_t const* const v120 = &v4[v119];
uint32_t const v121 = *v120;
uint32_t const v122 = 4294967295;
bool const v123 = v121 != v122;
if(v123) {
uint32_t const v124 = uint32_t(v121);
uint32_t const v125 = v124 * v79;
uint32_t const v126 = v125 + v78;
uint32_t const v127 = v15 * v79;
uint32_t const v128 = 32;
uint32_t const v129 = v126 * v128;
uint32_t v754_store;
uint32_t * v130 = &v754_store;*v130 = v85;
while([&]{
uint32_t const v131 = *v130;
bool const v132 = v131 < v128;
return v132;
}()) {
uint32_t const v133 = *v130;
uint32_t const v134 = v79 * v133;
float * const v135 = &(*v37)[v134];
float const v136 = *v135;
uint32_t const v137 = reinterpret_cast<const uint32_t&>(v136);
uint32_t const v138 = 32767;
uint32_t const v139 = v137 + v138;
uint32_t const v140 = 16;
uint32_t const v141 = v137 >> v140;
uint32_t const v142 = v141 & v84;
uint32_t const v143 = v139 + v142;
uint32_t const v144 = v143 >> v140;
uint32_t const v145 = 64;
uint32_t const v146 = v141 | v145;
uint32_t const v147 = 2147483647;
uint32_t const v148 = v137 & v147;
uint32_t const v149 = 2139095040;
bool const v150 = v148 > v149;
uint32_t const v151 = v150 ? v146 : v144;
uint32_t const v152 = 1;
uint32_t const v153 = v134 + v152;
float * const v154 = &(*v37)[v153];
float const v155 = *v154;
uint32_t const v156 = reinterpret_cast<const uint32_t&>(v155);
uint32_t const v157 = v156 + v138;
uint32_t const v158 = v156 >> v140;
uint32_t const v159 = v158 & v84;
uint32_t const v160 = v157 + v159;
uint32_t const v161 = v160 >> v140;
uint32_t const v162 = v158 | v145;
uint32_t const v163 = v156 & v147;
bool const v164 = v163 > v149;
uint32_t const v165 = v164 ? v162 : v161;
uint32_t const v166 = v165 << v140;
uint32_t const v167 = v151 | v166;
uint32_t const v168 = v129 + v133;
uint32_t * const v169 = &v5[v168];
*v169 = v167;
uint32_t const v170 = 128;
uint32_t const v171 = v133 + v170;
*v130 = v171;
}
uint32_t const v172 = v127 + v126;
uint32_t const v173 = v172 * v128;
uint32_t v756_store;
uint32_t * v174 = &v756_store;*v174 = v85;
while([&]{
uint32_t const v175 = *v174;
bool const v176 = v175 < v128;
return v176;
}()) {
uint32_t const v177 = *v174;
uint32_t const v178 = v79 * v177;
uint32_t const v179 = v82 + v178;
float const* const v180 = &v2[v179];
float const v181 = *v180;
uint32_t const v182 = reinterpret_cast<const uint32_t&>(v181);
uint32_t const v183 = 32767;
uint32_t const v184 = v182 + v183;
uint32_t const v185 = 16;
uint32_t const v186 = v182 >> v185;
uint32_t const v187 = v186 & v84;
uint32_t const v188 = v184 + v187;
uint32_t const v189 = v188 >> v185;
uint32_t const v190 = 64;
uint32_t const v191 = v186 | v190;
uint32_t const v192 = 2147483647;
uint32_t const v193 = v182 & v192;
uint32_t const v194 = 2139095040;
bool const v195 = v193 > v194;
uint32_t const v196 = v195 ? v191 : v189;
uint32_t const v197 = 1;
uint32_t const v198 = v179 + v197;
float const* const v199 = &v2[v198];
float const v200 = *v199;
uint32_t const v201 = reinterpret_cast<const uint32_t&>(v200);
uint32_t const v202 = v201 + v183;
uint32_t const v203 = v201 >> v185;
uint32_t const v204 = v203 & v84;
uint32_t const v205 = v202 + v204;
uint32_t const v206 = v205 >> v185;
uint32_t const v207 = v203 | v190;
uint32_t const v208 = v201 & v192;
bool const v209 = v208 > v194;
uint32_t const v210 = v209 ? v207 : v206;
uint32_t const v211 = v210 << v185;
uint32_t const v212 = v196 | v211;
uint32_t const v213 = v173 + v177;
uint32_t * const v214 = &v5[v213];
*v214 = v212;
uint32_t const v215 = 128;
uint32_t const v216 = v177 + v215;
*v174 = v216;
}
}
}
if(v40) {
float const v217 = 0;
float v758_store;
float * v218 = &v758_store;*v218 = v217;
float v759_store;
float * v219 = &v759_store;*v219 = v217;
uint32_t const v220 = threadIdx.x;
uint32_t const v221 = 0;
uint32_t const v222 = uint32_t(v220);
uint32_t v760_store;
uint32_t * v223 = &v760_store;*v223 = v222;
while([&]{
uint32_t const v224 = *v223;
bool const v225 = v224 < v16;
return v225;
}()) {
uint32_t const v226 = v35 * v16;
uint32_t const v227 = *v223;
uint32_t const v228 = v226 + v227;
float const* const v229 = &v8[v228];
float const v230 = *v229;
uint32_t const v231 = v34 * v16;
uint32_t const v232 = v231 + v227;
float const* const v233 = &v6[v232];
float const v234 = *v233;
float const v235 = *v219;
float const v236 = fma(v234, v234, v235);
*v219 = v236;
float const* const v237 = &v7[v227];
float const v238 = *v237;
float const v239 = v234 * v238;
float const v240 = *v218;
float const v241 = fma(v239, v230, v240);
*v218 = v241;
uint32_t const v242 = 128;
uint32_t const v243 = v227 + v242;
*v223 = v243;
}
array<float, 128> * const v244 = reinterpret_cast<array<float, 128> *>(&v12[256]);
float * const v245 = &(*v244)[v222];
float const v246 = *v218;
*v245 = v246;
__syncthreads();
bool const v247 = v222 < v38;
if(v247) {
uint32_t const v248 = v222 + v38;
float * const v249 = &(*v244)[v248];
float const v250 = *v249;
float const v251 = *v245;
float const v252 = v251 + v250;
*v245 = v252;
}
__syncthreads();
uint32_t const v253 = 32;
bool const v254 = v222 < v253;
if(v254) {
uint32_t const v255 = v222 + v253;
float * const v256 = &(*v244)[v255];
float const v257 = *v256;
float const v258 = *v245;
float const v259 = v258 + v257;
*v245 = v259;
}
__syncthreads();
uint32_t const v260 = 16;
bool const v261 = v222 < v260;
if(v261) {
uint32_t const v262 = v222 + v260;
float * const v263 = &(*v244)[v262];
float const v264 = *v263;
float const v265 = *v245;
float const v266 = v265 + v264;
*v245 = v266;
}
__syncthreads();
uint32_t const v267 = 8;
bool const v268 = v222 < v267;
if(v268) {
uint32_t const v269 = v222 + v267;
float * const v270 = &(*v244)[v269];
float const v271 = *v270;
float const v272 = *v245;
float const v273 = v272 + v271;
*v245 = v273;
}
__syncthreads();
bool const v274 = v222 < v39;
if(v274) {
uint32_t const v275 = v222 + v39;
float * const v276 = &(*v244)[v275];
float const v277 = *v276;
float const v278 = *v245;
float const v279 = v278 + v277;
*v245 = v279;
}
__syncthreads();
uint32_t const v280 = 2;
bool const v281 = v222 < v280;
if(v281) {
uint32_t const v282 = v222 + v280;
float * const v283 = &(*v244)[v282];
float const v284 = *v283;
float const v285 = *v245;
float const v286 = v285 + v284;
*v245 = v286;
}
__syncthreads();
uint32_t const v287 = 1;
bool const v288 = v222 < v287;
if(v288) {
uint32_t const v289 = v222 + v287;
float * const v290 = &(*v244)[v289];
float const v291 = *v290;
float const v292 = *v245;
float const v293 = v292 + v291;
*v245 = v293;
}
__syncthreads();
float * const v294 = &(*v244)[v13];
float const v295 = *v294;
__syncthreads();
float v762_store;
float * v296 = &v762_store;*v296 = v295;
array<float, 128> * const v297 = reinterpret_cast<array<float, 128> *>(&v12[768]);
float * const v298 = &(*v297)[v222];
float const v299 = *v219;
*v298 = v299;
__syncthreads();
if(v247) {
uint32_t const v300 = v222 + v38;
float * const v301 = &(*v297)[v300];
float const v302 = *v301;
float const v303 = *v298;
float const v304 = v303 + v302;
*v298 = v304;
}
__syncthreads();
if(v254) {
uint32_t const v305 = v222 + v253;
float * const v306 = &(*v297)[v305];
float const v307 = *v306;
float const v308 = *v298;
float const v309 = v308 + v307;
*v298 = v309;
}
__syncthreads();
if(v261) {
uint32_t const v310 = v222 + v260;
float * const v311 = &(*v297)[v310];
float const v312 = *v311;
float const v313 = *v298;
float const v314 = v313 + v312;
*v298 = v314;
}
__syncthreads();
if(v268) {
uint32_t const v315 = v222 + v267;
float * const v316 = &(*v297)[v315];
float const v317 = *v316;
float const v318 = *v298;
float const v319 = v318 + v317;
*v298 = v319;
}
__syncthreads();
if(v274) {
uint32_t const v320 = v222 + v39;
float * const v321 = &(*v297)[v320];
float const v322 = *v321;
float const v323 = *v298;
float const v324 = v323 + v322;
*v298 = v324;
}
__syncthreads();
if(v281) {
uint32_t const v325 = v222 + v280;
float * const v326 = &(*v297)[v325];
float const v327 = *v326;
float const v328 = *v298;
float const v329 = v328 + v327;
*v298 = v329;
}
__syncthreads();
if(v288) {
uint32_t const v330 = v222 + v287;
float * const v331 = &(*v297)[v330];
float const v332 = *v331;
float const v333 = *v298;
float const v334 = v333 + v332;
*v298 = v334;
}
__syncthreads();
float * const v335 = &(*v297)[v13];
float const v336 = *v335;
__syncthreads();
float const v337 = float(v16);
float const v338 = v336 / v337;
float const v339 = v338 + v17;
float const v340 = sqrt(v339);float const v341 = 1;
float const v342 = v341 / v340;
float const v343 = *v296;
float const v344 = v343 * v342;
*v296 = v344;
bool const v345 = v220 == v221;
if(v345) {
float const* const v346 = &v9[v35];
float const v347 = *v346;
float const v348 = *v296;
float const v349 = v348 + v347;
float const v350 = -v349;
float const v351 = exp(v350);float const v352 = v341 + v351;
float const v353 = v341 / v352;
uint32_t const v354 = v34 * v39;
uint32_t const v355 = v354 + v35;
float * const v356 = &v10[v355];
*v356 = v353;
}
}
}
return;
}
