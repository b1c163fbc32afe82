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
extern __shared__ __align__(4) char v8[];uint32_t const* const dynamic_meta_v785 = reinterpret_cast<uint32_t const*>(v7 + 1);
const info_st& info_v784 = *v7;uint32_t const v9 = 0;
uint32_t const v10 = info_v784.scalars_usize[0];
uint32_t const v11 = info_v784.scalars_usize[1];
uint32_t const v12 = info_v784.scalars_usize[2];
float const v13 = info_v784.scalars_f32[0];
float const v14 = info_v784.scalars_f32[1];
float const v15 = info_v784.scalars_f32[2];
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
float v802_store;
float * v50 = &v802_store;*v50 = v49;
uint32_t const v51 = threadIdx.x;
uint32_t const v52 = uint32_t(v51);
uint32_t v803_store;
uint32_t * v53 = &v803_store;*v53 = v52;
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
uint32_t const v61 = 8;
uint32_t const v62 = v57 * v61;
bool const v63 = v62 < v11;
if(v63) {
uint32_t const v64 = v60.i_0;
uint32_t const v65 = 65535;
uint32_t const v66 = v64 & v65;
uint32_t const v67 = 16;
uint32_t const v68 = v66 << v67;
float const v69 = reinterpret_cast<const float&>(v68);
float const v70 = fma(v69, v43, v49);
float const v71 = v44 * v70;
float v805_store;
float * v72 = &v805_store;*v72 = v71;
if(v42) {
uint32_t const v73 = v48 + v62;
float const* const v74 = &v2[v73];
float const v75 = *v74;
float const v76 = *v72;
float const v77 = fma(v14, v75, v76);
*v72 = v77;
}
uint32_t const v78 = v30 * v11;
uint32_t const v79 = v78 + v62;
float * const v80 = &v5[v79];
float const v81 = *v72;
*v80 = v81;
float const v82 = *v50;
float const v83 = fma(v81, v81, v82);
*v50 = v83;
}
uint32_t const v84 = v62 + v35;
bool const v85 = v84 < v11;
if(v85) {
uint32_t const v86 = v60.i_0;
uint32_t const v87 = 16;
uint32_t const v88 = v86 >> v87;
uint32_t const v89 = 65535;
uint32_t const v90 = v88 & v89;
uint32_t const v91 = v90 << v87;
float const v92 = reinterpret_cast<const float&>(v91);
float const v93 = fma(v92, v43, v49);
float const v94 = v44 * v93;
float v806_store;
float * v95 = &v806_store;*v95 = v94;
if(v42) {
uint32_t const v96 = v48 + v62;
uint32_t const v97 = v96 + v35;
float const* const v98 = &v2[v97];
float const v99 = *v98;
float const v100 = *v95;
float const v101 = fma(v14, v99, v100);
*v95 = v101;
}
uint32_t const v102 = v30 * v11;
uint32_t const v103 = v102 + v62;
uint32_t const v104 = v103 + v35;
float * const v105 = &v5[v104];
float const v106 = *v95;
*v105 = v106;
float const v107 = *v50;
float const v108 = fma(v106, v106, v107);
*v50 = v108;
}
uint32_t const v109 = 2;
uint32_t const v110 = v62 + v109;
bool const v111 = v110 < v11;
if(v111) {
uint32_t const v112 = v60.i_1;
uint32_t const v113 = 65535;
uint32_t const v114 = v112 & v113;
uint32_t const v115 = 16;
uint32_t const v116 = v114 << v115;
float const v117 = reinterpret_cast<const float&>(v116);
float const v118 = fma(v117, v43, v49);
float const v119 = v44 * v118;
float v807_store;
float * v120 = &v807_store;*v120 = v119;
if(v42) {
uint32_t const v121 = v48 + v62;
uint32_t const v122 = v121 + v109;
float const* const v123 = &v2[v122];
float const v124 = *v123;
float const v125 = *v120;
float const v126 = fma(v14, v124, v125);
*v120 = v126;
}
uint32_t const v127 = v30 * v11;
uint32_t const v128 = v127 + v62;
uint32_t const v129 = v128 + v109;
float * const v130 = &v5[v129];
float const v131 = *v120;
*v130 = v131;
float const v132 = *v50;
float const v133 = fma(v131, v131, v132);
*v50 = v133;
}
uint32_t const v134 = 3;
uint32_t const v135 = v62 + v134;
bool const v136 = v135 < v11;
if(v136) {
uint32_t const v137 = v60.i_1;
uint32_t const v138 = 16;
uint32_t const v139 = v137 >> v138;
uint32_t const v140 = 65535;
uint32_t const v141 = v139 & v140;
uint32_t const v142 = v141 << v138;
float const v143 = reinterpret_cast<const float&>(v142);
float const v144 = fma(v143, v43, v49);
float const v145 = v44 * v144;
float v808_store;
float * v146 = &v808_store;*v146 = v145;
if(v42) {
uint32_t const v147 = v48 + v62;
uint32_t const v148 = v147 + v134;
float const* const v149 = &v2[v148];
float const v150 = *v149;
float const v151 = *v146;
float const v152 = fma(v14, v150, v151);
*v146 = v152;
}
uint32_t const v153 = v30 * v11;
uint32_t const v154 = v153 + v62;
uint32_t const v155 = v154 + v134;
float * const v156 = &v5[v155];
float const v157 = *v146;
*v156 = v157;
float const v158 = *v50;
float const v159 = fma(v157, v157, v158);
*v50 = v159;
}
uint32_t const v160 = *v53;
uint32_t const v161 = v160 * v61;
uint32_t const v162 = 4;
uint32_t const v163 = v161 + v162;
bool const v164 = v163 < v11;
if(v164) {
uint32_t const v165 = v60.i_2;
uint32_t const v166 = 65535;
uint32_t const v167 = v165 & v166;
uint32_t const v168 = 16;
uint32_t const v169 = v167 << v168;
float const v170 = reinterpret_cast<const float&>(v169);
float const v171 = fma(v170, v43, v49);
float const v172 = v44 * v171;
float v809_store;
float * v173 = &v809_store;*v173 = v172;
if(v42) {
uint32_t const v174 = v48 + v163;
float const* const v175 = &v2[v174];
float const v176 = *v175;
float const v177 = *v173;
float const v178 = fma(v14, v176, v177);
*v173 = v178;
}
uint32_t const v179 = v30 * v11;
uint32_t const v180 = v179 + v163;
float * const v181 = &v5[v180];
float const v182 = *v173;
*v181 = v182;
float const v183 = *v50;
float const v184 = fma(v182, v182, v183);
*v50 = v184;
}
uint32_t const v185 = v163 + v35;
bool const v186 = v185 < v11;
if(v186) {
uint32_t const v187 = v60.i_2;
uint32_t const v188 = 16;
uint32_t const v189 = v187 >> v188;
uint32_t const v190 = 65535;
uint32_t const v191 = v189 & v190;
uint32_t const v192 = v191 << v188;
float const v193 = reinterpret_cast<const float&>(v192);
float const v194 = fma(v193, v43, v49);
float const v195 = v44 * v194;
float v810_store;
float * v196 = &v810_store;*v196 = v195;
if(v42) {
uint32_t const v197 = v48 + v163;
uint32_t const v198 = v197 + v35;
float const* const v199 = &v2[v198];
float const v200 = *v199;
float const v201 = *v196;
float const v202 = fma(v14, v200, v201);
*v196 = v202;
}
uint32_t const v203 = v30 * v11;
uint32_t const v204 = v203 + v163;
uint32_t const v205 = v204 + v35;
float * const v206 = &v5[v205];
float const v207 = *v196;
*v206 = v207;
float const v208 = *v50;
float const v209 = fma(v207, v207, v208);
*v50 = v209;
}
uint32_t const v210 = v163 + v109;
bool const v211 = v210 < v11;
if(v211) {
uint32_t const v212 = v60.i_3;
uint32_t const v213 = 65535;
uint32_t const v214 = v212 & v213;
uint32_t const v215 = 16;
uint32_t const v216 = v214 << v215;
float const v217 = reinterpret_cast<const float&>(v216);
float const v218 = fma(v217, v43, v49);
float const v219 = v44 * v218;
float v811_store;
float * v220 = &v811_store;*v220 = v219;
if(v42) {
uint32_t const v221 = v48 + v163;
uint32_t const v222 = v221 + v109;
float const* const v223 = &v2[v222];
float const v224 = *v223;
float const v225 = *v220;
float const v226 = fma(v14, v224, v225);
*v220 = v226;
}
uint32_t const v227 = v30 * v11;
uint32_t const v228 = v227 + v163;
uint32_t const v229 = v228 + v109;
float * const v230 = &v5[v229];
float const v231 = *v220;
*v230 = v231;
float const v232 = *v50;
float const v233 = fma(v231, v231, v232);
*v50 = v233;
}
uint32_t const v234 = v163 + v134;
bool const v235 = v234 < v11;
if(v235) {
uint32_t const v236 = v60.i_3;
uint32_t const v237 = 16;
uint32_t const v238 = v236 >> v237;
uint32_t const v239 = 65535;
uint32_t const v240 = v238 & v239;
uint32_t const v241 = v240 << v237;
float const v242 = reinterpret_cast<const float&>(v241);
float const v243 = fma(v242, v43, v49);
float const v244 = v44 * v243;
float v812_store;
float * v245 = &v812_store;*v245 = v244;
if(v42) {
uint32_t const v246 = v48 + v163;
uint32_t const v247 = v246 + v134;
float const* const v248 = &v2[v247];
float const v249 = *v248;
float const v250 = *v245;
float const v251 = fma(v14, v249, v250);
*v245 = v251;
}
uint32_t const v252 = v30 * v11;
uint32_t const v253 = v252 + v163;
uint32_t const v254 = v253 + v134;
float * const v255 = &v5[v254];
float const v256 = *v245;
*v255 = v256;
float const v257 = *v50;
float const v258 = fma(v256, v256, v257);
*v50 = v258;
}
uint32_t const v259 = *v53;
uint32_t const v260 = 128;
uint32_t const v261 = v259 + v260;
*v53 = v261;
}
array<float, 128> * const v262 = reinterpret_cast<array<float, 128> *>(&v8[0]);
uint32_t const v263 = 128;
float * const v264 = &(*v262)[v52];
float const v265 = *v50;
*v264 = v265;
__syncthreads();
uint32_t const v266 = 64;
bool const v267 = v52 < v266;
if(v267) {
uint32_t const v268 = v52 + v266;
float * const v269 = &(*v262)[v268];
float const v270 = *v269;
float const v271 = *v264;
float const v272 = v271 + v270;
*v264 = v272;
}
__syncthreads();
uint32_t const v273 = 32;
bool const v274 = v52 < v273;
if(v274) {
uint32_t const v275 = v52 + v273;
float * const v276 = &(*v262)[v275];
float const v277 = *v276;
float const v278 = *v264;
float const v279 = v278 + v277;
*v264 = v279;
}
__syncthreads();
uint32_t const v280 = 16;
bool const v281 = v52 < v280;
if(v281) {
uint32_t const v282 = v52 + v280;
float * const v283 = &(*v262)[v282];
float const v284 = *v283;
float const v285 = *v264;
float const v286 = v285 + v284;
*v264 = v286;
}
__syncthreads();
uint32_t const v287 = 8;
bool const v288 = v52 < v287;
if(v288) {
uint32_t const v289 = v52 + v287;
float * const v290 = &(*v262)[v289];
float const v291 = *v290;
float const v292 = *v264;
float const v293 = v292 + v291;
*v264 = v293;
}
__syncthreads();
uint32_t const v294 = 4;
bool const v295 = v52 < v294;
if(v295) {
uint32_t const v296 = v52 + v294;
float * const v297 = &(*v262)[v296];
float const v298 = *v297;
float const v299 = *v264;
float const v300 = v299 + v298;
*v264 = v300;
}
__syncthreads();
uint32_t const v301 = 2;
bool const v302 = v52 < v301;
if(v302) {
uint32_t const v303 = v52 + v301;
float * const v304 = &(*v262)[v303];
float const v305 = *v304;
float const v306 = *v264;
float const v307 = v306 + v305;
*v264 = v307;
}
__syncthreads();
bool const v308 = v52 < v35;
if(v308) {
uint32_t const v309 = v52 + v35;
float * const v310 = &(*v262)[v309];
float const v311 = *v310;
float const v312 = *v264;
float const v313 = v312 + v311;
*v264 = v313;
}
__syncthreads();
float * const v314 = &(*v262)[v9];
float const v315 = *v314;
__syncthreads();
float const v316 = float(v11);
float const v317 = v315 / v316;
float const v318 = v317 + v15;
float const v319 = sqrt(v318);float const v320 = v43 / v319;
uint32_t v813_store;
uint32_t * v321 = &v813_store;*v321 = v52;
while([&]{
uint32_t const v322 = *v321;
bool const v323 = v322 < v12;
return v323;
}()) {
uint32_t const v324 = *v321;
uint32_t const v325 = v324 * v287;
bool const v326 = v325 < v11;
if(v326) {
uint32_t const v327 = v30 * v11;
uint32_t const v328 = v327 + v325;
float * const v329 = &v5[v328];
float const v330 = *v329;
float const v331 = v330 * v320;
float const* const v332 = &v4[v325];
float const v333 = *v332;
float const v334 = v331 * v333;
float * const v335 = &v6[v328];
*v335 = v334;
}
uint32_t const v336 = v325 + v35;
bool const v337 = v336 < v11;
if(v337) {
uint32_t const v338 = v30 * v11;
uint32_t const v339 = v338 + v336;
float * const v340 = &v5[v339];
float const v341 = *v340;
float const v342 = v341 * v320;
float const* const v343 = &v4[v336];
float const v344 = *v343;
float const v345 = v342 * v344;
float * const v346 = &v6[v339];
*v346 = v345;
}
uint32_t const v347 = v325 + v301;
bool const v348 = v347 < v11;
if(v348) {
uint32_t const v349 = v30 * v11;
uint32_t const v350 = v349 + v347;
float * const v351 = &v5[v350];
float const v352 = *v351;
float const v353 = v352 * v320;
float const* const v354 = &v4[v347];
float const v355 = *v354;
float const v356 = v353 * v355;
float * const v357 = &v6[v350];
*v357 = v356;
}
uint32_t const v358 = 3;
uint32_t const v359 = v325 + v358;
bool const v360 = v359 < v11;
if(v360) {
uint32_t const v361 = v30 * v11;
uint32_t const v362 = v361 + v359;
float * const v363 = &v5[v362];
float const v364 = *v363;
float const v365 = v364 * v320;
float const* const v366 = &v4[v359];
float const v367 = *v366;
float const v368 = v365 * v367;
float * const v369 = &v6[v362];
*v369 = v368;
}
uint32_t const v370 = v325 + v294;
bool const v371 = v370 < v11;
if(v371) {
uint32_t const v372 = v30 * v11;
uint32_t const v373 = v372 + v370;
float * const v374 = &v5[v373];
float const v375 = *v374;
float const v376 = v375 * v320;
float const* const v377 = &v4[v370];
float const v378 = *v377;
float const v379 = v376 * v378;
float * const v380 = &v6[v373];
*v380 = v379;
}
uint32_t const v381 = 5;
uint32_t const v382 = v325 + v381;
bool const v383 = v382 < v11;
if(v383) {
uint32_t const v384 = v30 * v11;
uint32_t const v385 = v384 + v382;
float * const v386 = &v5[v385];
float const v387 = *v386;
float const v388 = v387 * v320;
float const* const v389 = &v4[v382];
float const v390 = *v389;
float const v391 = v388 * v390;
float * const v392 = &v6[v385];
*v392 = v391;
}
uint32_t const v393 = 6;
uint32_t const v394 = v325 + v393;
bool const v395 = v394 < v11;
if(v395) {
uint32_t const v396 = v30 * v11;
uint32_t const v397 = v396 + v394;
float * const v398 = &v5[v397];
float const v399 = *v398;
float const v400 = v399 * v320;
float const* const v401 = &v4[v394];
float const v402 = *v401;
float const v403 = v400 * v402;
float * const v404 = &v6[v397];
*v404 = v403;
}
uint32_t const v405 = 7;
uint32_t const v406 = v325 + v405;
bool const v407 = v406 < v11;
if(v407) {
uint32_t const v408 = v30 * v11;
uint32_t const v409 = v408 + v406;
float * const v410 = &v5[v409];
float const v411 = *v410;
float const v412 = v411 * v320;
float const* const v413 = &v4[v406];
float const v414 = *v413;
float const v415 = v412 * v414;
float * const v416 = &v6[v409];
*v416 = v415;
}
uint32_t const v417 = v324 + v263;
*v321 = v417;
}
}
return;
}
