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

struct info_st {
    uint32_t scalars_usize[4];
float scalars_f32[2];uint32_t static_meta[12];
};
extern "C" __global__ void __launch_bounds__(128)  rotary_write_gate_kernel(float * const __restrict__ v0, float * const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, uint32_t const* const __restrict__ v4, uint32_t * const __restrict__ v5, float const* const __restrict__ v6, float const* const __restrict__ v7, float const* const __restrict__ v8, float const* const __restrict__ v9, float * const __restrict__ v10, info_st const* const __restrict__ v11) {
extern __shared__ __align__(4) char v12[];uint32_t const* const dynamic_meta_v1036 = reinterpret_cast<uint32_t const*>(v11 + 1);
const info_st& info_v1035 = *v11;uint32_t const v13 = 0;
uint32_t const v14 = info_v1035.scalars_usize[0];
uint32_t const v15 = info_v1035.scalars_usize[1];
uint32_t const v16 = info_v1035.scalars_usize[2];
float const v17 = info_v1035.scalars_f32[0];
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
uint32_t v1057_store;
uint32_t * v46 = &v1057_store;*v46 = v45;
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
uint32_t const v84 = 0;
uint32_t const v85 = 1;
uint32_t const v86 = uint32_t(v83);
uint32_t v1059_store;
uint32_t * v87 = &v1059_store;*v87 = v86;
while([&]{
uint32_t const v88 = *v87;
uint32_t const v89 = 32;
bool const v90 = v88 < v89;
return v90;
}()) {
uint32_t const v91 = 32;
uint32_t const v92 = v34 * v91;
uint32_t const v93 = *v87;
uint32_t const v94 = v92 + v93;
float const* const v95 = &v3[v94];
float const v96 = *v95;
uint32_t const v97 = v14 + v34;
uint32_t const v98 = v97 * v91;
uint32_t const v99 = v98 + v93;
float const* const v100 = &v3[v99];
float const v101 = *v100;
uint32_t const v102 = v82 + v93;
float * const v103 = &v1[v102];
float const v104 = *v103;
uint32_t const v105 = v82 + v91;
uint32_t const v106 = v105 + v93;
float * const v107 = &v1[v106];
float const v108 = *v107;
float const v109 = v108 * v101;
float const v110 = -v109;
float const v111 = fma(v104, v96, v110);
float const v112 = v104 * v101;
float const v113 = fma(v108, v96, v112);
*v103 = v111;
*v107 = v113;
float * const v114 = &(*v37)[v93];
*v114 = v111;
uint32_t const v115 = v91 + v93;
float * const v116 = &(*v37)[v115];
*v116 = v113;
uint32_t const v117 = 128;
uint32_t const v118 = v93 + v117;
*v87 = v118;
}
__syncthreads();
uint32_t const v119 = v79 * v14;
uint32_t const v120 = v119 + v34;
uint32_t const* const v121 = &v4[v120];
uint32_t const v122 = *v121;
uint32_t const v123 = 4294967295;
bool const v124 = v122 != v123;
if(v124) {
uint32_t const v125 = uint32_t(v122);
uint32_t const v126 = v125 * v79;
uint32_t const v127 = v126 + v78;
uint32_t const v128 = v15 * v79;
uint32_t const v129 = 16;
uint32_t const v130 = v127 * v129;
uint32_t v1061_store;
uint32_t * v131 = &v1061_store;*v131 = v86;
while([&]{
uint32_t const v132 = *v131;
bool const v133 = v132 < v129;
return v133;
}()) {
uint32_t const v134 = *v131;
uint32_t const v135 = v39 * v134;
uint32_t const v136 = 32;
uint32_t const v137 = v135 / v136;
uint32_t const v138 = v137 * v136;
uint32_t v1063_store;
uint32_t * v139 = &v1063_store;*v139 = v84;
uint32_t const v140 = 1;
for(uint32_t v141 = v13; v141 < v136; v141 += v140) {
uint32_t const v142 = v138 + v141;
float * const v143 = &(*v37)[v142];
float const v144 = *v143;
uint32_t const v145 = reinterpret_cast<const uint32_t&>(v144);
uint32_t const v146 = 2147483647;
uint32_t const v147 = v145 & v146;
uint32_t const v148 = *v139;
uint32_t const v149 = max(v148, v147);
*v139 = v149;
}
uint32_t const v150 = *v139;
float const v151 = reinterpret_cast<const float&>(v150);
float const v152 = 0.00787401571;
float const v153 = v151 * v152;
float const v154 = 7.888609050e-31;
float const v155 = max(v153, v154);
uint32_t const v156 = reinterpret_cast<const uint32_t&>(v155);
uint32_t const v157 = 32767;
uint32_t const v158 = v156 + v157;
uint32_t const v159 = 16;
uint32_t const v160 = v156 >> v159;
uint32_t const v161 = v160 & v85;
uint32_t const v162 = v158 + v161;
uint32_t const v163 = v162 >> v159;
uint32_t const v164 = 64;
uint32_t const v165 = v160 | v164;
uint32_t const v166 = 2147483647;
uint32_t const v167 = v156 & v166;
uint32_t const v168 = 2139095040;
bool const v169 = v167 > v168;
uint32_t const v170 = v169 ? v165 : v163;
bool const v171 = v150 >= v168;
uint32_t const v172 = 32704;
uint32_t const v173 = v171 ? v172 : v170;
float * const v174 = &(*v37)[v135];
float const v175 = *v174;
uint32_t const v176 = v173 << v159;
float const v177 = reinterpret_cast<const float&>(v176);
float const v178 = v175 / v177;
float const v179 = 12582912;
float const v180 = v178 + v179;
uint32_t const v181 = reinterpret_cast<const uint32_t&>(v180);
uint32_t const v182 = 255;
uint32_t const v183 = v181 & v182;
bool const v184 = v173 == v172;
uint32_t const v185 = v184 ? v84 : v183;
uint32_t const v186 = v135 + v140;
float * const v187 = &(*v37)[v186];
float const v188 = *v187;
float const v189 = v188 / v177;
float const v190 = v189 + v179;
uint32_t const v191 = reinterpret_cast<const uint32_t&>(v190);
uint32_t const v192 = v191 & v182;
uint32_t const v193 = v184 ? v84 : v192;
uint32_t const v194 = 8;
uint32_t const v195 = v193 << v194;
uint32_t const v196 = v185 | v195;
uint32_t const v197 = v135 + v79;
float * const v198 = &(*v37)[v197];
float const v199 = *v198;
float const v200 = v199 / v177;
float const v201 = v200 + v179;
uint32_t const v202 = reinterpret_cast<const uint32_t&>(v201);
uint32_t const v203 = v202 & v182;
uint32_t const v204 = v184 ? v84 : v203;
uint32_t const v205 = 3;
uint32_t const v206 = v135 + v205;
float * const v207 = &(*v37)[v206];
float const v208 = *v207;
float const v209 = v208 / v177;
float const v210 = v209 + v179;
uint32_t const v211 = reinterpret_cast<const uint32_t&>(v210);
uint32_t const v212 = v211 & v182;
uint32_t const v213 = v184 ? v84 : v212;
uint32_t const v214 = v213 << v194;
uint32_t const v215 = v204 | v214;
uint32_t const v216 = v215 << v159;
uint32_t const v217 = v196 | v216;
uint32_t const v218 = *v131;
uint32_t const v219 = v130 + v218;
uint32_t * const v220 = &v5[v219];
*v220 = v217;
uint32_t const v221 = 128;
uint32_t const v222 = v218 + v221;
*v131 = v222;
}
uint32_t const v223 = v128 + v127;
uint32_t const v224 = v223 * v129;
uint32_t v1065_store;
uint32_t * v225 = &v1065_store;*v225 = v86;
while([&]{
uint32_t const v226 = *v225;
bool const v227 = v226 < v129;
return v227;
}()) {
uint32_t const v228 = *v225;
uint32_t const v229 = v39 * v228;
uint32_t const v230 = v82 + v229;
uint32_t const v231 = 32;
uint32_t const v232 = v229 / v231;
uint32_t const v233 = v232 * v231;
uint32_t const v234 = v82 + v233;
uint32_t v1067_store;
uint32_t * v235 = &v1067_store;*v235 = v84;
uint32_t const v236 = 1;
for(uint32_t v237 = v13; v237 < v231; v237 += v236) {
uint32_t const v238 = v234 + v237;
float const* const v239 = &v2[v238];
float const v240 = *v239;
uint32_t const v241 = reinterpret_cast<const uint32_t&>(v240);
uint32_t const v242 = 2147483647;
uint32_t const v243 = v241 & v242;
uint32_t const v244 = *v235;
uint32_t const v245 = max(v244, v243);
*v235 = v245;
}
uint32_t const v246 = *v235;
float const v247 = reinterpret_cast<const float&>(v246);
float const v248 = 0.00787401571;
float const v249 = v247 * v248;
float const v250 = 7.888609050e-31;
float const v251 = max(v249, v250);
uint32_t const v252 = reinterpret_cast<const uint32_t&>(v251);
uint32_t const v253 = 32767;
uint32_t const v254 = v252 + v253;
uint32_t const v255 = 16;
uint32_t const v256 = v252 >> v255;
uint32_t const v257 = v256 & v85;
uint32_t const v258 = v254 + v257;
uint32_t const v259 = v258 >> v255;
uint32_t const v260 = 64;
uint32_t const v261 = v256 | v260;
uint32_t const v262 = 2147483647;
uint32_t const v263 = v252 & v262;
uint32_t const v264 = 2139095040;
bool const v265 = v263 > v264;
uint32_t const v266 = v265 ? v261 : v259;
bool const v267 = v246 >= v264;
uint32_t const v268 = 32704;
uint32_t const v269 = v267 ? v268 : v266;
float const* const v270 = &v2[v230];
float const v271 = *v270;
uint32_t const v272 = v269 << v255;
float const v273 = reinterpret_cast<const float&>(v272);
float const v274 = v271 / v273;
float const v275 = 12582912;
float const v276 = v274 + v275;
uint32_t const v277 = reinterpret_cast<const uint32_t&>(v276);
uint32_t const v278 = 255;
uint32_t const v279 = v277 & v278;
bool const v280 = v269 == v268;
uint32_t const v281 = v280 ? v84 : v279;
uint32_t const v282 = v230 + v236;
float const* const v283 = &v2[v282];
float const v284 = *v283;
float const v285 = v284 / v273;
float const v286 = v285 + v275;
uint32_t const v287 = reinterpret_cast<const uint32_t&>(v286);
uint32_t const v288 = v287 & v278;
uint32_t const v289 = v280 ? v84 : v288;
uint32_t const v290 = 8;
uint32_t const v291 = v289 << v290;
uint32_t const v292 = v281 | v291;
uint32_t const v293 = v230 + v79;
float const* const v294 = &v2[v293];
float const v295 = *v294;
float const v296 = v295 / v273;
float const v297 = v296 + v275;
uint32_t const v298 = reinterpret_cast<const uint32_t&>(v297);
uint32_t const v299 = v298 & v278;
uint32_t const v300 = v280 ? v84 : v299;
uint32_t const v301 = 3;
uint32_t const v302 = v230 + v301;
float const* const v303 = &v2[v302];
float const v304 = *v303;
float const v305 = v304 / v273;
float const v306 = v305 + v275;
uint32_t const v307 = reinterpret_cast<const uint32_t&>(v306);
uint32_t const v308 = v307 & v278;
uint32_t const v309 = v280 ? v84 : v308;
uint32_t const v310 = v309 << v290;
uint32_t const v311 = v300 | v310;
uint32_t const v312 = v311 << v255;
uint32_t const v313 = v292 | v312;
uint32_t const v314 = *v225;
uint32_t const v315 = v224 + v314;
uint32_t * const v316 = &v5[v315];
*v316 = v313;
uint32_t const v317 = 128;
uint32_t const v318 = v314 + v317;
*v225 = v318;
}
uint32_t const v319 = v79 * v128;
uint32_t const v320 = v319 * v129;
uint32_t const v321 = v127 * v79;
uint32_t const v322 = v320 + v321;
uint32_t v1069_store;
uint32_t * v323 = &v1069_store;*v323 = v86;
while([&]{
uint32_t const v324 = *v323;
bool const v325 = v324 < v79;
return v325;
}()) {
uint32_t const v326 = *v323;
uint32_t const v327 = 32;
uint32_t const v328 = v326 * v327;
uint32_t v1071_store;
uint32_t * v329 = &v1071_store;*v329 = v84;
uint32_t const v330 = 1;
for(uint32_t v331 = v13; v331 < v327; v331 += v330) {
uint32_t const v332 = v328 + v331;
float * const v333 = &(*v37)[v332];
float const v334 = *v333;
uint32_t const v335 = reinterpret_cast<const uint32_t&>(v334);
uint32_t const v336 = 2147483647;
uint32_t const v337 = v335 & v336;
uint32_t const v338 = *v329;
uint32_t const v339 = max(v338, v337);
*v329 = v339;
}
uint32_t const v340 = *v329;
float const v341 = reinterpret_cast<const float&>(v340);
float const v342 = 0.00787401571;
float const v343 = v341 * v342;
float const v344 = 7.888609050e-31;
float const v345 = max(v343, v344);
uint32_t const v346 = reinterpret_cast<const uint32_t&>(v345);
uint32_t const v347 = 32767;
uint32_t const v348 = v346 + v347;
uint32_t const v349 = 16;
uint32_t const v350 = v346 >> v349;
uint32_t const v351 = v350 & v85;
uint32_t const v352 = v348 + v351;
uint32_t const v353 = v352 >> v349;
uint32_t const v354 = 64;
uint32_t const v355 = v350 | v354;
uint32_t const v356 = 2147483647;
uint32_t const v357 = v346 & v356;
uint32_t const v358 = 2139095040;
bool const v359 = v357 > v358;
uint32_t const v360 = v359 ? v355 : v353;
bool const v361 = v340 >= v358;
uint32_t const v362 = 32704;
uint32_t const v363 = v361 ? v362 : v360;
uint32_t const v364 = *v323;
uint32_t const v365 = v364 * v327;
uint32_t const v366 = v82 + v365;
uint32_t v1073_store;
uint32_t * v367 = &v1073_store;*v367 = v84;
for(uint32_t v368 = v13; v368 < v327; v368 += v330) {
uint32_t const v369 = v366 + v368;
float const* const v370 = &v2[v369];
float const v371 = *v370;
uint32_t const v372 = reinterpret_cast<const uint32_t&>(v371);
uint32_t const v373 = v372 & v356;
uint32_t const v374 = *v367;
uint32_t const v375 = max(v374, v373);
*v367 = v375;
}
uint32_t const v376 = *v367;
float const v377 = reinterpret_cast<const float&>(v376);
float const v378 = v377 * v342;
float const v379 = max(v378, v344);
uint32_t const v380 = reinterpret_cast<const uint32_t&>(v379);
uint32_t const v381 = v380 + v347;
uint32_t const v382 = v380 >> v349;
uint32_t const v383 = v382 & v85;
uint32_t const v384 = v381 + v383;
uint32_t const v385 = v384 >> v349;
uint32_t const v386 = v382 | v354;
uint32_t const v387 = v380 & v356;
bool const v388 = v387 > v358;
uint32_t const v389 = v388 ? v386 : v385;
bool const v390 = v376 >= v358;
uint32_t const v391 = v390 ? v362 : v389;
uint32_t const v392 = v391 << v349;
uint32_t const v393 = v363 | v392;
uint32_t const v394 = *v323;
uint32_t const v395 = v322 + v394;
uint32_t * const v396 = &v5[v395];
*v396 = v393;
uint32_t const v397 = 128;
uint32_t const v398 = v394 + v397;
*v323 = v398;
}
}
}
if(v40) {
float const v399 = 0;
float v1075_store;
float * v400 = &v1075_store;*v400 = v399;
float v1076_store;
float * v401 = &v1076_store;*v401 = v399;
uint32_t const v402 = threadIdx.x;
uint32_t const v403 = 0;
uint32_t const v404 = uint32_t(v402);
uint32_t v1077_store;
uint32_t * v405 = &v1077_store;*v405 = v404;
while([&]{
uint32_t const v406 = *v405;
bool const v407 = v406 < v16;
return v407;
}()) {
uint32_t const v408 = v35 * v16;
uint32_t const v409 = *v405;
uint32_t const v410 = v408 + v409;
float const* const v411 = &v8[v410];
float const v412 = *v411;
uint32_t const v413 = v34 * v16;
uint32_t const v414 = v413 + v409;
float const* const v415 = &v6[v414];
float const v416 = *v415;
float const v417 = *v401;
float const v418 = fma(v416, v416, v417);
*v401 = v418;
float const* const v419 = &v7[v409];
float const v420 = *v419;
float const v421 = v416 * v420;
float const v422 = *v400;
float const v423 = fma(v421, v412, v422);
*v400 = v423;
uint32_t const v424 = 128;
uint32_t const v425 = v409 + v424;
*v405 = v425;
}
array<float, 128> * const v426 = reinterpret_cast<array<float, 128> *>(&v12[256]);
float * const v427 = &(*v426)[v404];
float const v428 = *v400;
*v427 = v428;
__syncthreads();
bool const v429 = v404 < v38;
if(v429) {
uint32_t const v430 = v404 + v38;
float * const v431 = &(*v426)[v430];
float const v432 = *v431;
float const v433 = *v427;
float const v434 = v433 + v432;
*v427 = v434;
}
__syncthreads();
uint32_t const v435 = 32;
bool const v436 = v404 < v435;
if(v436) {
uint32_t const v437 = v404 + v435;
float * const v438 = &(*v426)[v437];
float const v439 = *v438;
float const v440 = *v427;
float const v441 = v440 + v439;
*v427 = v441;
}
__syncthreads();
uint32_t const v442 = 16;
bool const v443 = v404 < v442;
if(v443) {
uint32_t const v444 = v404 + v442;
float * const v445 = &(*v426)[v444];
float const v446 = *v445;
float const v447 = *v427;
float const v448 = v447 + v446;
*v427 = v448;
}
__syncthreads();
uint32_t const v449 = 8;
bool const v450 = v404 < v449;
if(v450) {
uint32_t const v451 = v404 + v449;
float * const v452 = &(*v426)[v451];
float const v453 = *v452;
float const v454 = *v427;
float const v455 = v454 + v453;
*v427 = v455;
}
__syncthreads();
bool const v456 = v404 < v39;
if(v456) {
uint32_t const v457 = v404 + v39;
float * const v458 = &(*v426)[v457];
float const v459 = *v458;
float const v460 = *v427;
float const v461 = v460 + v459;
*v427 = v461;
}
__syncthreads();
uint32_t const v462 = 2;
bool const v463 = v404 < v462;
if(v463) {
uint32_t const v464 = v404 + v462;
float * const v465 = &(*v426)[v464];
float const v466 = *v465;
float const v467 = *v427;
float const v468 = v467 + v466;
*v427 = v468;
}
__syncthreads();
uint32_t const v469 = 1;
bool const v470 = v404 < v469;
if(v470) {
uint32_t const v471 = v404 + v469;
float * const v472 = &(*v426)[v471];
float const v473 = *v472;
float const v474 = *v427;
float const v475 = v474 + v473;
*v427 = v475;
}
__syncthreads();
float * const v476 = &(*v426)[v13];
float const v477 = *v476;
__syncthreads();
float v1079_store;
float * v478 = &v1079_store;*v478 = v477;
array<float, 128> * const v479 = reinterpret_cast<array<float, 128> *>(&v12[768]);
float * const v480 = &(*v479)[v404];
float const v481 = *v401;
*v480 = v481;
__syncthreads();
if(v429) {
uint32_t const v482 = v404 + v38;
float * const v483 = &(*v479)[v482];
float const v484 = *v483;
float const v485 = *v480;
float const v486 = v485 + v484;
*v480 = v486;
}
__syncthreads();
if(v436) {
uint32_t const v487 = v404 + v435;
float * const v488 = &(*v479)[v487];
float const v489 = *v488;
float const v490 = *v480;
float const v491 = v490 + v489;
*v480 = v491;
}
__syncthreads();
if(v443) {
uint32_t const v492 = v404 + v442;
float * const v493 = &(*v479)[v492];
float const v494 = *v493;
float const v495 = *v480;
float const v496 = v495 + v494;
*v480 = v496;
}
__syncthreads();
if(v450) {
uint32_t const v497 = v404 + v449;
float * const v498 = &(*v479)[v497];
float const v499 = *v498;
float const v500 = *v480;
float const v501 = v500 + v499;
*v480 = v501;
}
__syncthreads();
if(v456) {
uint32_t const v502 = v404 + v39;
float * const v503 = &(*v479)[v502];
float const v504 = *v503;
float const v505 = *v480;
float const v506 = v505 + v504;
*v480 = v506;
}
__syncthreads();
if(v463) {
uint32_t const v507 = v404 + v462;
float * const v508 = &(*v479)[v507];
float const v509 = *v508;
float const v510 = *v480;
float const v511 = v510 + v509;
*v480 = v511;
}
__syncthreads();
if(v470) {
uint32_t const v512 = v404 + v469;
float * const v513 = &(*v479)[v512];
float const v514 = *v513;
float const v515 = *v480;
float const v516 = v515 + v514;
*v480 = v516;
}
__syncthreads();
float * const v517 = &(*v479)[v13];
float const v518 = *v517;
__syncthreads();
float const v519 = float(v16);
float const v520 = v518 / v519;
float const v521 = v520 + v17;
float const v522 = sqrt(v521);float const v523 = 1;
float const v524 = v523 / v522;
float const v525 = *v478;
float const v526 = v525 * v524;
*v478 = v526;
bool const v527 = v402 == v403;
if(v527) {
float const* const v528 = &v9[v35];
float const v529 = *v528;
float const v530 = *v478;
float const v531 = v530 + v529;
float const v532 = -v531;
float const v533 = exp(v532);float const v534 = v523 + v533;
float const v535 = v523 / v534;
uint32_t const v536 = v34 * v39;
uint32_t const v537 = v536 + v35;
float * const v538 = &v10[v537];
*v538 = v535;
}
}
}
return;
}
