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
extern __shared__ __align__(4) char v8[];uint32_t const* const dynamic_meta_v977 = reinterpret_cast<uint32_t const*>(v7 + 1);
const info_st& info_v976 = *v7;uint32_t const v9 = 0;
uint32_t const v10 = info_v976.scalars_usize[0];
uint32_t const v11 = info_v976.scalars_usize[1];
uint32_t const v12 = info_v976.scalars_usize[2];
float const v13 = info_v976.scalars_f32[0];
float const v14 = info_v976.scalars_f32[1];
float const v15 = info_v976.scalars_f32[2];
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
float v994_store;
float * v50 = &v994_store;*v50 = v49;
uint32_t const v51 = threadIdx.x;
uint32_t const v52 = uint32_t(v51);
uint32_t v995_store;
uint32_t * v53 = &v995_store;*v53 = v52;
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
uint32_t const v67 = 32767;
uint32_t const v68 = v66 & v67;
uint32_t const v69 = 13;
uint32_t const v70 = v68 << v69;
uint32_t const v71 = 939524096;
uint32_t const v72 = v70 + v71;
uint32_t const v73 = 2139095040;
uint32_t const v74 = v70 | v73;
uint32_t const v75 = 31744;
bool const v76 = v68 >= v75;
uint32_t const v77 = v76 ? v74 : v72;
float const v78 = float(v68);
float const v79 = 5.960464480e-08;
float const v80 = v78 * v79;
uint32_t const v81 = 1024;
bool const v82 = v68 < v81;
float const v83 = reinterpret_cast<const float&>(v77);
float const v84 = v82 ? v80 : v83;
uint32_t const v85 = reinterpret_cast<const uint32_t&>(v84);
uint32_t const v86 = 32768;
uint32_t const v87 = v66 & v86;
uint32_t const v88 = 16;
uint32_t const v89 = v87 << v88;
uint32_t const v90 = v85 | v89;
float const v91 = reinterpret_cast<const float&>(v90);
float const v92 = fma(v91, v43, v49);
float const v93 = v44 * v92;
float v997_store;
float * v94 = &v997_store;*v94 = v93;
if(v42) {
uint32_t const v95 = v48 + v62;
float const* const v96 = &v2[v95];
float const v97 = *v96;
float const v98 = *v94;
float const v99 = fma(v14, v97, v98);
*v94 = v99;
}
uint32_t const v100 = v30 * v11;
uint32_t const v101 = v100 + v62;
float * const v102 = &v5[v101];
float const v103 = *v94;
*v102 = v103;
float const v104 = *v50;
float const v105 = fma(v103, v103, v104);
*v50 = v105;
}
uint32_t const v106 = v62 + v35;
bool const v107 = v106 < v11;
if(v107) {
uint32_t const v108 = v60.i_0;
uint32_t const v109 = 16;
uint32_t const v110 = v108 >> v109;
uint32_t const v111 = 65535;
uint32_t const v112 = v110 & v111;
uint32_t const v113 = 32767;
uint32_t const v114 = v112 & v113;
uint32_t const v115 = 13;
uint32_t const v116 = v114 << v115;
uint32_t const v117 = 939524096;
uint32_t const v118 = v116 + v117;
uint32_t const v119 = 2139095040;
uint32_t const v120 = v116 | v119;
uint32_t const v121 = 31744;
bool const v122 = v114 >= v121;
uint32_t const v123 = v122 ? v120 : v118;
float const v124 = float(v114);
float const v125 = 5.960464480e-08;
float const v126 = v124 * v125;
uint32_t const v127 = 1024;
bool const v128 = v114 < v127;
float const v129 = reinterpret_cast<const float&>(v123);
float const v130 = v128 ? v126 : v129;
uint32_t const v131 = reinterpret_cast<const uint32_t&>(v130);
uint32_t const v132 = 32768;
uint32_t const v133 = v112 & v132;
uint32_t const v134 = v133 << v109;
uint32_t const v135 = v131 | v134;
float const v136 = reinterpret_cast<const float&>(v135);
float const v137 = fma(v136, v43, v49);
float const v138 = v44 * v137;
float v998_store;
float * v139 = &v998_store;*v139 = v138;
if(v42) {
uint32_t const v140 = v48 + v62;
uint32_t const v141 = v140 + v35;
float const* const v142 = &v2[v141];
float const v143 = *v142;
float const v144 = *v139;
float const v145 = fma(v14, v143, v144);
*v139 = v145;
}
uint32_t const v146 = v30 * v11;
uint32_t const v147 = v146 + v62;
uint32_t const v148 = v147 + v35;
float * const v149 = &v5[v148];
float const v150 = *v139;
*v149 = v150;
float const v151 = *v50;
float const v152 = fma(v150, v150, v151);
*v50 = v152;
}
uint32_t const v153 = 2;
uint32_t const v154 = v62 + v153;
bool const v155 = v154 < v11;
if(v155) {
uint32_t const v156 = v60.i_1;
uint32_t const v157 = 65535;
uint32_t const v158 = v156 & v157;
uint32_t const v159 = 32767;
uint32_t const v160 = v158 & v159;
uint32_t const v161 = 13;
uint32_t const v162 = v160 << v161;
uint32_t const v163 = 939524096;
uint32_t const v164 = v162 + v163;
uint32_t const v165 = 2139095040;
uint32_t const v166 = v162 | v165;
uint32_t const v167 = 31744;
bool const v168 = v160 >= v167;
uint32_t const v169 = v168 ? v166 : v164;
float const v170 = float(v160);
float const v171 = 5.960464480e-08;
float const v172 = v170 * v171;
uint32_t const v173 = 1024;
bool const v174 = v160 < v173;
float const v175 = reinterpret_cast<const float&>(v169);
float const v176 = v174 ? v172 : v175;
uint32_t const v177 = reinterpret_cast<const uint32_t&>(v176);
uint32_t const v178 = 32768;
uint32_t const v179 = v158 & v178;
uint32_t const v180 = 16;
uint32_t const v181 = v179 << v180;
uint32_t const v182 = v177 | v181;
float const v183 = reinterpret_cast<const float&>(v182);
float const v184 = fma(v183, v43, v49);
float const v185 = v44 * v184;
float v999_store;
float * v186 = &v999_store;*v186 = v185;
if(v42) {
uint32_t const v187 = v48 + v62;
uint32_t const v188 = v187 + v153;
float const* const v189 = &v2[v188];
float const v190 = *v189;
float const v191 = *v186;
float const v192 = fma(v14, v190, v191);
*v186 = v192;
}
uint32_t const v193 = v30 * v11;
uint32_t const v194 = v193 + v62;
uint32_t const v195 = v194 + v153;
float * const v196 = &v5[v195];
float const v197 = *v186;
*v196 = v197;
float const v198 = *v50;
float const v199 = fma(v197, v197, v198);
*v50 = v199;
}
uint32_t const v200 = 3;
uint32_t const v201 = v62 + v200;
bool const v202 = v201 < v11;
if(v202) {
uint32_t const v203 = v60.i_1;
uint32_t const v204 = 16;
uint32_t const v205 = v203 >> v204;
uint32_t const v206 = 65535;
uint32_t const v207 = v205 & v206;
uint32_t const v208 = 32767;
uint32_t const v209 = v207 & v208;
uint32_t const v210 = 13;
uint32_t const v211 = v209 << v210;
uint32_t const v212 = 939524096;
uint32_t const v213 = v211 + v212;
uint32_t const v214 = 2139095040;
uint32_t const v215 = v211 | v214;
uint32_t const v216 = 31744;
bool const v217 = v209 >= v216;
uint32_t const v218 = v217 ? v215 : v213;
float const v219 = float(v209);
float const v220 = 5.960464480e-08;
float const v221 = v219 * v220;
uint32_t const v222 = 1024;
bool const v223 = v209 < v222;
float const v224 = reinterpret_cast<const float&>(v218);
float const v225 = v223 ? v221 : v224;
uint32_t const v226 = reinterpret_cast<const uint32_t&>(v225);
uint32_t const v227 = 32768;
uint32_t const v228 = v207 & v227;
uint32_t const v229 = v228 << v204;
uint32_t const v230 = v226 | v229;
float const v231 = reinterpret_cast<const float&>(v230);
float const v232 = fma(v231, v43, v49);
float const v233 = v44 * v232;
float v1000_store;
float * v234 = &v1000_store;*v234 = v233;
if(v42) {
uint32_t const v235 = v48 + v62;
uint32_t const v236 = v235 + v200;
float const* const v237 = &v2[v236];
float const v238 = *v237;
float const v239 = *v234;
float const v240 = fma(v14, v238, v239);
*v234 = v240;
}
uint32_t const v241 = v30 * v11;
uint32_t const v242 = v241 + v62;
uint32_t const v243 = v242 + v200;
float * const v244 = &v5[v243];
float const v245 = *v234;
*v244 = v245;
float const v246 = *v50;
float const v247 = fma(v245, v245, v246);
*v50 = v247;
}
uint32_t const v248 = *v53;
uint32_t const v249 = v248 * v61;
uint32_t const v250 = 4;
uint32_t const v251 = v249 + v250;
bool const v252 = v251 < v11;
if(v252) {
uint32_t const v253 = v60.i_2;
uint32_t const v254 = 65535;
uint32_t const v255 = v253 & v254;
uint32_t const v256 = 32767;
uint32_t const v257 = v255 & v256;
uint32_t const v258 = 13;
uint32_t const v259 = v257 << v258;
uint32_t const v260 = 939524096;
uint32_t const v261 = v259 + v260;
uint32_t const v262 = 2139095040;
uint32_t const v263 = v259 | v262;
uint32_t const v264 = 31744;
bool const v265 = v257 >= v264;
uint32_t const v266 = v265 ? v263 : v261;
float const v267 = float(v257);
float const v268 = 5.960464480e-08;
float const v269 = v267 * v268;
uint32_t const v270 = 1024;
bool const v271 = v257 < v270;
float const v272 = reinterpret_cast<const float&>(v266);
float const v273 = v271 ? v269 : v272;
uint32_t const v274 = reinterpret_cast<const uint32_t&>(v273);
uint32_t const v275 = 32768;
uint32_t const v276 = v255 & v275;
uint32_t const v277 = 16;
uint32_t const v278 = v276 << v277;
uint32_t const v279 = v274 | v278;
float const v280 = reinterpret_cast<const float&>(v279);
float const v281 = fma(v280, v43, v49);
float const v282 = v44 * v281;
float v1001_store;
float * v283 = &v1001_store;*v283 = v282;
if(v42) {
uint32_t const v284 = v48 + v251;
float const* const v285 = &v2[v284];
float const v286 = *v285;
float const v287 = *v283;
float const v288 = fma(v14, v286, v287);
*v283 = v288;
}
uint32_t const v289 = v30 * v11;
uint32_t const v290 = v289 + v251;
float * const v291 = &v5[v290];
float const v292 = *v283;
*v291 = v292;
float const v293 = *v50;
float const v294 = fma(v292, v292, v293);
*v50 = v294;
}
uint32_t const v295 = v251 + v35;
bool const v296 = v295 < v11;
if(v296) {
uint32_t const v297 = v60.i_2;
uint32_t const v298 = 16;
uint32_t const v299 = v297 >> v298;
uint32_t const v300 = 65535;
uint32_t const v301 = v299 & v300;
uint32_t const v302 = 32767;
uint32_t const v303 = v301 & v302;
uint32_t const v304 = 13;
uint32_t const v305 = v303 << v304;
uint32_t const v306 = 939524096;
uint32_t const v307 = v305 + v306;
uint32_t const v308 = 2139095040;
uint32_t const v309 = v305 | v308;
uint32_t const v310 = 31744;
bool const v311 = v303 >= v310;
uint32_t const v312 = v311 ? v309 : v307;
float const v313 = float(v303);
float const v314 = 5.960464480e-08;
float const v315 = v313 * v314;
uint32_t const v316 = 1024;
bool const v317 = v303 < v316;
float const v318 = reinterpret_cast<const float&>(v312);
float const v319 = v317 ? v315 : v318;
uint32_t const v320 = reinterpret_cast<const uint32_t&>(v319);
uint32_t const v321 = 32768;
uint32_t const v322 = v301 & v321;
uint32_t const v323 = v322 << v298;
uint32_t const v324 = v320 | v323;
float const v325 = reinterpret_cast<const float&>(v324);
float const v326 = fma(v325, v43, v49);
float const v327 = v44 * v326;
float v1002_store;
float * v328 = &v1002_store;*v328 = v327;
if(v42) {
uint32_t const v329 = v48 + v251;
uint32_t const v330 = v329 + v35;
float const* const v331 = &v2[v330];
float const v332 = *v331;
float const v333 = *v328;
float const v334 = fma(v14, v332, v333);
*v328 = v334;
}
uint32_t const v335 = v30 * v11;
uint32_t const v336 = v335 + v251;
uint32_t const v337 = v336 + v35;
float * const v338 = &v5[v337];
float const v339 = *v328;
*v338 = v339;
float const v340 = *v50;
float const v341 = fma(v339, v339, v340);
*v50 = v341;
}
uint32_t const v342 = v251 + v153;
bool const v343 = v342 < v11;
if(v343) {
uint32_t const v344 = v60.i_3;
uint32_t const v345 = 65535;
uint32_t const v346 = v344 & v345;
uint32_t const v347 = 32767;
uint32_t const v348 = v346 & v347;
uint32_t const v349 = 13;
uint32_t const v350 = v348 << v349;
uint32_t const v351 = 939524096;
uint32_t const v352 = v350 + v351;
uint32_t const v353 = 2139095040;
uint32_t const v354 = v350 | v353;
uint32_t const v355 = 31744;
bool const v356 = v348 >= v355;
uint32_t const v357 = v356 ? v354 : v352;
float const v358 = float(v348);
float const v359 = 5.960464480e-08;
float const v360 = v358 * v359;
uint32_t const v361 = 1024;
bool const v362 = v348 < v361;
float const v363 = reinterpret_cast<const float&>(v357);
float const v364 = v362 ? v360 : v363;
uint32_t const v365 = reinterpret_cast<const uint32_t&>(v364);
uint32_t const v366 = 32768;
uint32_t const v367 = v346 & v366;
uint32_t const v368 = 16;
uint32_t const v369 = v367 << v368;
uint32_t const v370 = v365 | v369;
float const v371 = reinterpret_cast<const float&>(v370);
float const v372 = fma(v371, v43, v49);
float const v373 = v44 * v372;
float v1003_store;
float * v374 = &v1003_store;*v374 = v373;
if(v42) {
uint32_t const v375 = v48 + v251;
uint32_t const v376 = v375 + v153;
float const* const v377 = &v2[v376];
float const v378 = *v377;
float const v379 = *v374;
float const v380 = fma(v14, v378, v379);
*v374 = v380;
}
uint32_t const v381 = v30 * v11;
uint32_t const v382 = v381 + v251;
uint32_t const v383 = v382 + v153;
float * const v384 = &v5[v383];
float const v385 = *v374;
*v384 = v385;
float const v386 = *v50;
float const v387 = fma(v385, v385, v386);
*v50 = v387;
}
uint32_t const v388 = v251 + v200;
bool const v389 = v388 < v11;
if(v389) {
uint32_t const v390 = v60.i_3;
uint32_t const v391 = 16;
uint32_t const v392 = v390 >> v391;
uint32_t const v393 = 65535;
uint32_t const v394 = v392 & v393;
uint32_t const v395 = 32767;
uint32_t const v396 = v394 & v395;
uint32_t const v397 = 13;
uint32_t const v398 = v396 << v397;
uint32_t const v399 = 939524096;
uint32_t const v400 = v398 + v399;
uint32_t const v401 = 2139095040;
uint32_t const v402 = v398 | v401;
uint32_t const v403 = 31744;
bool const v404 = v396 >= v403;
uint32_t const v405 = v404 ? v402 : v400;
float const v406 = float(v396);
float const v407 = 5.960464480e-08;
float const v408 = v406 * v407;
uint32_t const v409 = 1024;
bool const v410 = v396 < v409;
float const v411 = reinterpret_cast<const float&>(v405);
float const v412 = v410 ? v408 : v411;
uint32_t const v413 = reinterpret_cast<const uint32_t&>(v412);
uint32_t const v414 = 32768;
uint32_t const v415 = v394 & v414;
uint32_t const v416 = v415 << v391;
uint32_t const v417 = v413 | v416;
float const v418 = reinterpret_cast<const float&>(v417);
float const v419 = fma(v418, v43, v49);
float const v420 = v44 * v419;
float v1004_store;
float * v421 = &v1004_store;*v421 = v420;
if(v42) {
uint32_t const v422 = v48 + v251;
uint32_t const v423 = v422 + v200;
float const* const v424 = &v2[v423];
float const v425 = *v424;
float const v426 = *v421;
float const v427 = fma(v14, v425, v426);
*v421 = v427;
}
uint32_t const v428 = v30 * v11;
uint32_t const v429 = v428 + v251;
uint32_t const v430 = v429 + v200;
float * const v431 = &v5[v430];
float const v432 = *v421;
*v431 = v432;
float const v433 = *v50;
float const v434 = fma(v432, v432, v433);
*v50 = v434;
}
uint32_t const v435 = *v53;
uint32_t const v436 = 128;
uint32_t const v437 = v435 + v436;
*v53 = v437;
}
array<float, 128> * const v438 = reinterpret_cast<array<float, 128> *>(&v8[0]);
uint32_t const v439 = 128;
float * const v440 = &(*v438)[v52];
float const v441 = *v50;
*v440 = v441;
__syncthreads();
uint32_t const v442 = 64;
bool const v443 = v52 < v442;
if(v443) {
uint32_t const v444 = v52 + v442;
float * const v445 = &(*v438)[v444];
float const v446 = *v445;
float const v447 = *v440;
float const v448 = v447 + v446;
*v440 = v448;
}
__syncthreads();
uint32_t const v449 = 32;
bool const v450 = v52 < v449;
if(v450) {
uint32_t const v451 = v52 + v449;
float * const v452 = &(*v438)[v451];
float const v453 = *v452;
float const v454 = *v440;
float const v455 = v454 + v453;
*v440 = v455;
}
__syncthreads();
uint32_t const v456 = 16;
bool const v457 = v52 < v456;
if(v457) {
uint32_t const v458 = v52 + v456;
float * const v459 = &(*v438)[v458];
float const v460 = *v459;
float const v461 = *v440;
float const v462 = v461 + v460;
*v440 = v462;
}
__syncthreads();
uint32_t const v463 = 8;
bool const v464 = v52 < v463;
if(v464) {
uint32_t const v465 = v52 + v463;
float * const v466 = &(*v438)[v465];
float const v467 = *v466;
float const v468 = *v440;
float const v469 = v468 + v467;
*v440 = v469;
}
__syncthreads();
uint32_t const v470 = 4;
bool const v471 = v52 < v470;
if(v471) {
uint32_t const v472 = v52 + v470;
float * const v473 = &(*v438)[v472];
float const v474 = *v473;
float const v475 = *v440;
float const v476 = v475 + v474;
*v440 = v476;
}
__syncthreads();
uint32_t const v477 = 2;
bool const v478 = v52 < v477;
if(v478) {
uint32_t const v479 = v52 + v477;
float * const v480 = &(*v438)[v479];
float const v481 = *v480;
float const v482 = *v440;
float const v483 = v482 + v481;
*v440 = v483;
}
__syncthreads();
bool const v484 = v52 < v35;
if(v484) {
uint32_t const v485 = v52 + v35;
float * const v486 = &(*v438)[v485];
float const v487 = *v486;
float const v488 = *v440;
float const v489 = v488 + v487;
*v440 = v489;
}
__syncthreads();
float * const v490 = &(*v438)[v9];
float const v491 = *v490;
__syncthreads();
float const v492 = float(v11);
float const v493 = v491 / v492;
float const v494 = v493 + v15;
float const v495 = sqrt(v494);float const v496 = v43 / v495;
uint32_t v1005_store;
uint32_t * v497 = &v1005_store;*v497 = v52;
while([&]{
uint32_t const v498 = *v497;
bool const v499 = v498 < v12;
return v499;
}()) {
uint32_t const v500 = *v497;
uint32_t const v501 = v500 * v463;
bool const v502 = v501 < v11;
if(v502) {
uint32_t const v503 = v30 * v11;
uint32_t const v504 = v503 + v501;
float * const v505 = &v5[v504];
float const v506 = *v505;
float const v507 = v506 * v496;
float const* const v508 = &v4[v501];
float const v509 = *v508;
float const v510 = v507 * v509;
float * const v511 = &v6[v504];
*v511 = v510;
}
uint32_t const v512 = v501 + v35;
bool const v513 = v512 < v11;
if(v513) {
uint32_t const v514 = v30 * v11;
uint32_t const v515 = v514 + v512;
float * const v516 = &v5[v515];
float const v517 = *v516;
float const v518 = v517 * v496;
float const* const v519 = &v4[v512];
float const v520 = *v519;
float const v521 = v518 * v520;
float * const v522 = &v6[v515];
*v522 = v521;
}
uint32_t const v523 = v501 + v477;
bool const v524 = v523 < v11;
if(v524) {
uint32_t const v525 = v30 * v11;
uint32_t const v526 = v525 + v523;
float * const v527 = &v5[v526];
float const v528 = *v527;
float const v529 = v528 * v496;
float const* const v530 = &v4[v523];
float const v531 = *v530;
float const v532 = v529 * v531;
float * const v533 = &v6[v526];
*v533 = v532;
}
uint32_t const v534 = 3;
uint32_t const v535 = v501 + v534;
bool const v536 = v535 < v11;
if(v536) {
uint32_t const v537 = v30 * v11;
uint32_t const v538 = v537 + v535;
float * const v539 = &v5[v538];
float const v540 = *v539;
float const v541 = v540 * v496;
float const* const v542 = &v4[v535];
float const v543 = *v542;
float const v544 = v541 * v543;
float * const v545 = &v6[v538];
*v545 = v544;
}
uint32_t const v546 = v501 + v470;
bool const v547 = v546 < v11;
if(v547) {
uint32_t const v548 = v30 * v11;
uint32_t const v549 = v548 + v546;
float * const v550 = &v5[v549];
float const v551 = *v550;
float const v552 = v551 * v496;
float const* const v553 = &v4[v546];
float const v554 = *v553;
float const v555 = v552 * v554;
float * const v556 = &v6[v549];
*v556 = v555;
}
uint32_t const v557 = 5;
uint32_t const v558 = v501 + v557;
bool const v559 = v558 < v11;
if(v559) {
uint32_t const v560 = v30 * v11;
uint32_t const v561 = v560 + v558;
float * const v562 = &v5[v561];
float const v563 = *v562;
float const v564 = v563 * v496;
float const* const v565 = &v4[v558];
float const v566 = *v565;
float const v567 = v564 * v566;
float * const v568 = &v6[v561];
*v568 = v567;
}
uint32_t const v569 = 6;
uint32_t const v570 = v501 + v569;
bool const v571 = v570 < v11;
if(v571) {
uint32_t const v572 = v30 * v11;
uint32_t const v573 = v572 + v570;
float * const v574 = &v5[v573];
float const v575 = *v574;
float const v576 = v575 * v496;
float const* const v577 = &v4[v570];
float const v578 = *v577;
float const v579 = v576 * v578;
float * const v580 = &v6[v573];
*v580 = v579;
}
uint32_t const v581 = 7;
uint32_t const v582 = v501 + v581;
bool const v583 = v582 < v11;
if(v583) {
uint32_t const v584 = v30 * v11;
uint32_t const v585 = v584 + v582;
float * const v586 = &v5[v585];
float const v587 = *v586;
float const v588 = v587 * v496;
float const* const v589 = &v4[v582];
float const v590 = *v589;
float const v591 = v588 * v590;
float * const v592 = &v6[v585];
*v592 = v591;
}
uint32_t const v593 = v500 + v439;
*v497 = v593;
}
}
return;
}
