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

struct alignas(16) uint32_t_4 { uint32_t i_0; uint32_t i_1; uint32_t i_2; uint32_t i_3; };

struct info_st {
    uint32_t scalars_usize[4];uint32_t static_meta[4];
};
extern "C" __global__ void __launch_bounds__(128) dequantize_kernel(uint32_t_4 const* const __restrict__ v0, uint32_t const* const __restrict__ v1, float * const __restrict__ v2, info_st const* const __restrict__ v3) {
uint32_t const* const dynamic_meta_v929 = reinterpret_cast<uint32_t const*>(v3 + 1);
const info_st& info_v928 = *v3;uint32_t const v4 = info_v928.scalars_usize[0];
uint32_t const v5 = info_v928.scalars_usize[1];
uint32_t const v6 = info_v928.scalars_usize[2];
uint32_t const v7 = info_v928.scalars_usize[3];
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
uint32_t const v23 = 128;
uint32_t const v24 = v22 * v23;
uint32_t const v25 = threadIdx.x;
uint32_t const v26 = uint32_t(v25);
uint32_t const v27 = v24 + v26;
bool const v28 = v27 < v5;
if(v28) {
uint32_t const v29 = v27 / v7;
uint32_t const v30 = v27 % v7;
uint32_t const v31 = v4 * v7;
uint32_t const v32 = v31 + v27;
uint32_t_4 const* const v33 = &v0[v32];
uint32_t_4 const v34 = *v33;
uint32_t const v35 = 32;
uint32_t const v36 = v30 * v35;
uint32_t const v37 = v4 + v29;
uint32_t const v38 = v37 * v6;
uint32_t const v39 = v38 + v36;
uint32_t const v40 = v39 / v35;
bool const v41 = v36 < v6;
if(v41) {
uint32_t const v42 = 2;
uint32_t const v43 = v42 * v40;
uint32_t const* const v44 = &v1[v43];
uint32_t const v45 = *v44;
float const v46 = reinterpret_cast<const float&>(v45);
uint32_t const v47 = 1;
uint32_t const v48 = v43 + v47;
uint32_t const* const v49 = &v1[v48];
uint32_t const v50 = *v49;
float const v51 = reinterpret_cast<const float&>(v50);
if(v41) {
uint32_t const v52 = v34.i_0;
uint32_t const v53 = 15;
uint32_t const v54 = v52 & v53;
float const v55 = float(v54);
float const v56 = fma(v55, v46, v51);
uint32_t const v57 = v29 * v6;
uint32_t const v58 = v57 + v36;
float * const v59 = &v2[v58];
*v59 = v56;
}
uint32_t const v60 = v36 + v47;
bool const v61 = v60 < v6;
if(v61) {
uint32_t const v62 = v34.i_0;
uint32_t const v63 = 4;
uint32_t const v64 = v62 >> v63;
uint32_t const v65 = 15;
uint32_t const v66 = v64 & v65;
float const v67 = float(v66);
float const v68 = fma(v67, v46, v51);
uint32_t const v69 = v29 * v6;
uint32_t const v70 = v69 + v36;
uint32_t const v71 = v70 + v47;
float * const v72 = &v2[v71];
*v72 = v68;
}
uint32_t const v73 = v36 + v42;
bool const v74 = v73 < v6;
if(v74) {
uint32_t const v75 = v34.i_0;
uint32_t const v76 = 8;
uint32_t const v77 = v75 >> v76;
uint32_t const v78 = 15;
uint32_t const v79 = v77 & v78;
float const v80 = float(v79);
float const v81 = fma(v80, v46, v51);
uint32_t const v82 = v29 * v6;
uint32_t const v83 = v82 + v36;
uint32_t const v84 = v83 + v42;
float * const v85 = &v2[v84];
*v85 = v81;
}
uint32_t const v86 = 3;
uint32_t const v87 = v36 + v86;
bool const v88 = v87 < v6;
if(v88) {
uint32_t const v89 = v34.i_0;
uint32_t const v90 = 12;
uint32_t const v91 = v89 >> v90;
uint32_t const v92 = 15;
uint32_t const v93 = v91 & v92;
float const v94 = float(v93);
float const v95 = fma(v94, v46, v51);
uint32_t const v96 = v29 * v6;
uint32_t const v97 = v96 + v36;
uint32_t const v98 = v97 + v86;
float * const v99 = &v2[v98];
*v99 = v95;
}
}
uint32_t const v100 = 4;
uint32_t const v101 = v36 + v100;
uint32_t const v102 = v38 + v101;
uint32_t const v103 = v102 / v35;
bool const v104 = v101 < v6;
if(v104) {
uint32_t const v105 = 2;
uint32_t const v106 = v105 * v103;
uint32_t const* const v107 = &v1[v106];
uint32_t const v108 = *v107;
float const v109 = reinterpret_cast<const float&>(v108);
uint32_t const v110 = 1;
uint32_t const v111 = v106 + v110;
uint32_t const* const v112 = &v1[v111];
uint32_t const v113 = *v112;
float const v114 = reinterpret_cast<const float&>(v113);
if(v104) {
uint32_t const v115 = v34.i_0;
uint32_t const v116 = 16;
uint32_t const v117 = v115 >> v116;
uint32_t const v118 = 15;
uint32_t const v119 = v117 & v118;
float const v120 = float(v119);
float const v121 = fma(v120, v109, v114);
uint32_t const v122 = v29 * v6;
uint32_t const v123 = v122 + v101;
float * const v124 = &v2[v123];
*v124 = v121;
}
uint32_t const v125 = v101 + v110;
bool const v126 = v125 < v6;
if(v126) {
uint32_t const v127 = v34.i_0;
uint32_t const v128 = 20;
uint32_t const v129 = v127 >> v128;
uint32_t const v130 = 15;
uint32_t const v131 = v129 & v130;
float const v132 = float(v131);
float const v133 = fma(v132, v109, v114);
uint32_t const v134 = v29 * v6;
uint32_t const v135 = v134 + v101;
uint32_t const v136 = v135 + v110;
float * const v137 = &v2[v136];
*v137 = v133;
}
uint32_t const v138 = v101 + v105;
bool const v139 = v138 < v6;
if(v139) {
uint32_t const v140 = v34.i_0;
uint32_t const v141 = 24;
uint32_t const v142 = v140 >> v141;
uint32_t const v143 = 15;
uint32_t const v144 = v142 & v143;
float const v145 = float(v144);
float const v146 = fma(v145, v109, v114);
uint32_t const v147 = v29 * v6;
uint32_t const v148 = v147 + v101;
uint32_t const v149 = v148 + v105;
float * const v150 = &v2[v149];
*v150 = v146;
}
uint32_t const v151 = 3;
uint32_t const v152 = v101 + v151;
bool const v153 = v152 < v6;
if(v153) {
uint32_t const v154 = v34.i_0;
uint32_t const v155 = 28;
uint32_t const v156 = v154 >> v155;
uint32_t const v157 = 15;
uint32_t const v158 = v156 & v157;
float const v159 = float(v158);
float const v160 = fma(v159, v109, v114);
uint32_t const v161 = v29 * v6;
uint32_t const v162 = v161 + v101;
uint32_t const v163 = v162 + v151;
float * const v164 = &v2[v163];
*v164 = v160;
}
}
uint32_t const v165 = 8;
uint32_t const v166 = v36 + v165;
uint32_t const v167 = v38 + v166;
uint32_t const v168 = v167 / v35;
bool const v169 = v166 < v6;
if(v169) {
uint32_t const v170 = 2;
uint32_t const v171 = v170 * v168;
uint32_t const* const v172 = &v1[v171];
uint32_t const v173 = *v172;
float const v174 = reinterpret_cast<const float&>(v173);
uint32_t const v175 = 1;
uint32_t const v176 = v171 + v175;
uint32_t const* const v177 = &v1[v176];
uint32_t const v178 = *v177;
float const v179 = reinterpret_cast<const float&>(v178);
if(v169) {
uint32_t const v180 = v34.i_1;
uint32_t const v181 = 15;
uint32_t const v182 = v180 & v181;
float const v183 = float(v182);
float const v184 = fma(v183, v174, v179);
uint32_t const v185 = v29 * v6;
uint32_t const v186 = v185 + v166;
float * const v187 = &v2[v186];
*v187 = v184;
}
uint32_t const v188 = v166 + v175;
bool const v189 = v188 < v6;
if(v189) {
uint32_t const v190 = v34.i_1;
uint32_t const v191 = 4;
uint32_t const v192 = v190 >> v191;
uint32_t const v193 = 15;
uint32_t const v194 = v192 & v193;
float const v195 = float(v194);
float const v196 = fma(v195, v174, v179);
uint32_t const v197 = v29 * v6;
uint32_t const v198 = v197 + v166;
uint32_t const v199 = v198 + v175;
float * const v200 = &v2[v199];
*v200 = v196;
}
uint32_t const v201 = v166 + v170;
bool const v202 = v201 < v6;
if(v202) {
uint32_t const v203 = v34.i_1;
uint32_t const v204 = 8;
uint32_t const v205 = v203 >> v204;
uint32_t const v206 = 15;
uint32_t const v207 = v205 & v206;
float const v208 = float(v207);
float const v209 = fma(v208, v174, v179);
uint32_t const v210 = v29 * v6;
uint32_t const v211 = v210 + v166;
uint32_t const v212 = v211 + v170;
float * const v213 = &v2[v212];
*v213 = v209;
}
uint32_t const v214 = 3;
uint32_t const v215 = v166 + v214;
bool const v216 = v215 < v6;
if(v216) {
uint32_t const v217 = v34.i_1;
uint32_t const v218 = 12;
uint32_t const v219 = v217 >> v218;
uint32_t const v220 = 15;
uint32_t const v221 = v219 & v220;
float const v222 = float(v221);
float const v223 = fma(v222, v174, v179);
uint32_t const v224 = v29 * v6;
uint32_t const v225 = v224 + v166;
uint32_t const v226 = v225 + v214;
float * const v227 = &v2[v226];
*v227 = v223;
}
}
uint32_t const v228 = 12;
uint32_t const v229 = v36 + v228;
uint32_t const v230 = v38 + v229;
uint32_t const v231 = v230 / v35;
bool const v232 = v229 < v6;
if(v232) {
uint32_t const v233 = 2;
uint32_t const v234 = v233 * v231;
uint32_t const* const v235 = &v1[v234];
uint32_t const v236 = *v235;
float const v237 = reinterpret_cast<const float&>(v236);
uint32_t const v238 = 1;
uint32_t const v239 = v234 + v238;
uint32_t const* const v240 = &v1[v239];
uint32_t const v241 = *v240;
float const v242 = reinterpret_cast<const float&>(v241);
if(v232) {
uint32_t const v243 = v34.i_1;
uint32_t const v244 = 16;
uint32_t const v245 = v243 >> v244;
uint32_t const v246 = 15;
uint32_t const v247 = v245 & v246;
float const v248 = float(v247);
float const v249 = fma(v248, v237, v242);
uint32_t const v250 = v29 * v6;
uint32_t const v251 = v250 + v229;
float * const v252 = &v2[v251];
*v252 = v249;
}
uint32_t const v253 = v229 + v238;
bool const v254 = v253 < v6;
if(v254) {
uint32_t const v255 = v34.i_1;
uint32_t const v256 = 20;
uint32_t const v257 = v255 >> v256;
uint32_t const v258 = 15;
uint32_t const v259 = v257 & v258;
float const v260 = float(v259);
float const v261 = fma(v260, v237, v242);
uint32_t const v262 = v29 * v6;
uint32_t const v263 = v262 + v229;
uint32_t const v264 = v263 + v238;
float * const v265 = &v2[v264];
*v265 = v261;
}
uint32_t const v266 = v229 + v233;
bool const v267 = v266 < v6;
if(v267) {
uint32_t const v268 = v34.i_1;
uint32_t const v269 = 24;
uint32_t const v270 = v268 >> v269;
uint32_t const v271 = 15;
uint32_t const v272 = v270 & v271;
float const v273 = float(v272);
float const v274 = fma(v273, v237, v242);
uint32_t const v275 = v29 * v6;
uint32_t const v276 = v275 + v229;
uint32_t const v277 = v276 + v233;
float * const v278 = &v2[v277];
*v278 = v274;
}
uint32_t const v279 = 3;
uint32_t const v280 = v229 + v279;
bool const v281 = v280 < v6;
if(v281) {
uint32_t const v282 = v34.i_1;
uint32_t const v283 = 28;
uint32_t const v284 = v282 >> v283;
uint32_t const v285 = 15;
uint32_t const v286 = v284 & v285;
float const v287 = float(v286);
float const v288 = fma(v287, v237, v242);
uint32_t const v289 = v29 * v6;
uint32_t const v290 = v289 + v229;
uint32_t const v291 = v290 + v279;
float * const v292 = &v2[v291];
*v292 = v288;
}
}
uint32_t const v293 = 16;
uint32_t const v294 = v36 + v293;
uint32_t const v295 = v38 + v294;
uint32_t const v296 = v295 / v35;
bool const v297 = v294 < v6;
if(v297) {
uint32_t const v298 = 2;
uint32_t const v299 = v298 * v296;
uint32_t const* const v300 = &v1[v299];
uint32_t const v301 = *v300;
float const v302 = reinterpret_cast<const float&>(v301);
uint32_t const v303 = 1;
uint32_t const v304 = v299 + v303;
uint32_t const* const v305 = &v1[v304];
uint32_t const v306 = *v305;
float const v307 = reinterpret_cast<const float&>(v306);
if(v297) {
uint32_t const v308 = v34.i_2;
uint32_t const v309 = 15;
uint32_t const v310 = v308 & v309;
float const v311 = float(v310);
float const v312 = fma(v311, v302, v307);
uint32_t const v313 = v29 * v6;
uint32_t const v314 = v313 + v294;
float * const v315 = &v2[v314];
*v315 = v312;
}
uint32_t const v316 = v294 + v303;
bool const v317 = v316 < v6;
if(v317) {
uint32_t const v318 = v34.i_2;
uint32_t const v319 = 4;
uint32_t const v320 = v318 >> v319;
uint32_t const v321 = 15;
uint32_t const v322 = v320 & v321;
float const v323 = float(v322);
float const v324 = fma(v323, v302, v307);
uint32_t const v325 = v29 * v6;
uint32_t const v326 = v325 + v294;
uint32_t const v327 = v326 + v303;
float * const v328 = &v2[v327];
*v328 = v324;
}
uint32_t const v329 = v294 + v298;
bool const v330 = v329 < v6;
if(v330) {
uint32_t const v331 = v34.i_2;
uint32_t const v332 = 8;
uint32_t const v333 = v331 >> v332;
uint32_t const v334 = 15;
uint32_t const v335 = v333 & v334;
float const v336 = float(v335);
float const v337 = fma(v336, v302, v307);
uint32_t const v338 = v29 * v6;
uint32_t const v339 = v338 + v294;
uint32_t const v340 = v339 + v298;
float * const v341 = &v2[v340];
*v341 = v337;
}
uint32_t const v342 = 3;
uint32_t const v343 = v294 + v342;
bool const v344 = v343 < v6;
if(v344) {
uint32_t const v345 = v34.i_2;
uint32_t const v346 = 12;
uint32_t const v347 = v345 >> v346;
uint32_t const v348 = 15;
uint32_t const v349 = v347 & v348;
float const v350 = float(v349);
float const v351 = fma(v350, v302, v307);
uint32_t const v352 = v29 * v6;
uint32_t const v353 = v352 + v294;
uint32_t const v354 = v353 + v342;
float * const v355 = &v2[v354];
*v355 = v351;
}
}
uint32_t const v356 = 20;
uint32_t const v357 = v36 + v356;
uint32_t const v358 = v38 + v357;
uint32_t const v359 = v358 / v35;
bool const v360 = v357 < v6;
if(v360) {
uint32_t const v361 = 2;
uint32_t const v362 = v361 * v359;
uint32_t const* const v363 = &v1[v362];
uint32_t const v364 = *v363;
float const v365 = reinterpret_cast<const float&>(v364);
uint32_t const v366 = 1;
uint32_t const v367 = v362 + v366;
uint32_t const* const v368 = &v1[v367];
uint32_t const v369 = *v368;
float const v370 = reinterpret_cast<const float&>(v369);
if(v360) {
uint32_t const v371 = v34.i_2;
uint32_t const v372 = 16;
uint32_t const v373 = v371 >> v372;
uint32_t const v374 = 15;
uint32_t const v375 = v373 & v374;
float const v376 = float(v375);
float const v377 = fma(v376, v365, v370);
uint32_t const v378 = v29 * v6;
uint32_t const v379 = v378 + v357;
float * const v380 = &v2[v379];
*v380 = v377;
}
uint32_t const v381 = v357 + v366;
bool const v382 = v381 < v6;
if(v382) {
uint32_t const v383 = v34.i_2;
uint32_t const v384 = 20;
uint32_t const v385 = v383 >> v384;
uint32_t const v386 = 15;
uint32_t const v387 = v385 & v386;
float const v388 = float(v387);
float const v389 = fma(v388, v365, v370);
uint32_t const v390 = v29 * v6;
uint32_t const v391 = v390 + v357;
uint32_t const v392 = v391 + v366;
float * const v393 = &v2[v392];
*v393 = v389;
}
uint32_t const v394 = v357 + v361;
bool const v395 = v394 < v6;
if(v395) {
uint32_t const v396 = v34.i_2;
uint32_t const v397 = 24;
uint32_t const v398 = v396 >> v397;
uint32_t const v399 = 15;
uint32_t const v400 = v398 & v399;
float const v401 = float(v400);
float const v402 = fma(v401, v365, v370);
uint32_t const v403 = v29 * v6;
uint32_t const v404 = v403 + v357;
uint32_t const v405 = v404 + v361;
float * const v406 = &v2[v405];
*v406 = v402;
}
uint32_t const v407 = 3;
uint32_t const v408 = v357 + v407;
bool const v409 = v408 < v6;
if(v409) {
uint32_t const v410 = v34.i_2;
uint32_t const v411 = 28;
uint32_t const v412 = v410 >> v411;
uint32_t const v413 = 15;
uint32_t const v414 = v412 & v413;
float const v415 = float(v414);
float const v416 = fma(v415, v365, v370);
uint32_t const v417 = v29 * v6;
uint32_t const v418 = v417 + v357;
uint32_t const v419 = v418 + v407;
float * const v420 = &v2[v419];
*v420 = v416;
}
}
uint32_t const v421 = 24;
uint32_t const v422 = v36 + v421;
uint32_t const v423 = v38 + v422;
uint32_t const v424 = v423 / v35;
bool const v425 = v422 < v6;
if(v425) {
uint32_t const v426 = 2;
uint32_t const v427 = v426 * v424;
uint32_t const* const v428 = &v1[v427];
uint32_t const v429 = *v428;
float const v430 = reinterpret_cast<const float&>(v429);
uint32_t const v431 = 1;
uint32_t const v432 = v427 + v431;
uint32_t const* const v433 = &v1[v432];
uint32_t const v434 = *v433;
float const v435 = reinterpret_cast<const float&>(v434);
if(v425) {
uint32_t const v436 = v34.i_3;
uint32_t const v437 = 15;
uint32_t const v438 = v436 & v437;
float const v439 = float(v438);
float const v440 = fma(v439, v430, v435);
uint32_t const v441 = v29 * v6;
uint32_t const v442 = v441 + v422;
float * const v443 = &v2[v442];
*v443 = v440;
}
uint32_t const v444 = v422 + v431;
bool const v445 = v444 < v6;
if(v445) {
uint32_t const v446 = v34.i_3;
uint32_t const v447 = 4;
uint32_t const v448 = v446 >> v447;
uint32_t const v449 = 15;
uint32_t const v450 = v448 & v449;
float const v451 = float(v450);
float const v452 = fma(v451, v430, v435);
uint32_t const v453 = v29 * v6;
uint32_t const v454 = v453 + v422;
uint32_t const v455 = v454 + v431;
float * const v456 = &v2[v455];
*v456 = v452;
}
uint32_t const v457 = v422 + v426;
bool const v458 = v457 < v6;
if(v458) {
uint32_t const v459 = v34.i_3;
uint32_t const v460 = 8;
uint32_t const v461 = v459 >> v460;
uint32_t const v462 = 15;
uint32_t const v463 = v461 & v462;
float const v464 = float(v463);
float const v465 = fma(v464, v430, v435);
uint32_t const v466 = v29 * v6;
uint32_t const v467 = v466 + v422;
uint32_t const v468 = v467 + v426;
float * const v469 = &v2[v468];
*v469 = v465;
}
uint32_t const v470 = 3;
uint32_t const v471 = v422 + v470;
bool const v472 = v471 < v6;
if(v472) {
uint32_t const v473 = v34.i_3;
uint32_t const v474 = 12;
uint32_t const v475 = v473 >> v474;
uint32_t const v476 = 15;
uint32_t const v477 = v475 & v476;
float const v478 = float(v477);
float const v479 = fma(v478, v430, v435);
uint32_t const v480 = v29 * v6;
uint32_t const v481 = v480 + v422;
uint32_t const v482 = v481 + v470;
float * const v483 = &v2[v482];
*v483 = v479;
}
}
uint32_t const v484 = 28;
uint32_t const v485 = v36 + v484;
uint32_t const v486 = v38 + v485;
uint32_t const v487 = v486 / v35;
bool const v488 = v485 < v6;
if(v488) {
uint32_t const v489 = 2;
uint32_t const v490 = v489 * v487;
uint32_t const* const v491 = &v1[v490];
uint32_t const v492 = *v491;
float const v493 = reinterpret_cast<const float&>(v492);
uint32_t const v494 = 1;
uint32_t const v495 = v490 + v494;
uint32_t const* const v496 = &v1[v495];
uint32_t const v497 = *v496;
float const v498 = reinterpret_cast<const float&>(v497);
if(v488) {
uint32_t const v499 = v34.i_3;
uint32_t const v500 = 16;
uint32_t const v501 = v499 >> v500;
uint32_t const v502 = 15;
uint32_t const v503 = v501 & v502;
float const v504 = float(v503);
float const v505 = fma(v504, v493, v498);
uint32_t const v506 = v29 * v6;
uint32_t const v507 = v506 + v485;
float * const v508 = &v2[v507];
*v508 = v505;
}
uint32_t const v509 = v485 + v494;
bool const v510 = v509 < v6;
if(v510) {
uint32_t const v511 = v34.i_3;
uint32_t const v512 = 20;
uint32_t const v513 = v511 >> v512;
uint32_t const v514 = 15;
uint32_t const v515 = v513 & v514;
float const v516 = float(v515);
float const v517 = fma(v516, v493, v498);
uint32_t const v518 = v29 * v6;
uint32_t const v519 = v518 + v485;
uint32_t const v520 = v519 + v494;
float * const v521 = &v2[v520];
*v521 = v517;
}
uint32_t const v522 = v485 + v489;
bool const v523 = v522 < v6;
if(v523) {
uint32_t const v524 = v34.i_3;
uint32_t const v525 = 24;
uint32_t const v526 = v524 >> v525;
uint32_t const v527 = 15;
uint32_t const v528 = v526 & v527;
float const v529 = float(v528);
float const v530 = fma(v529, v493, v498);
uint32_t const v531 = v29 * v6;
uint32_t const v532 = v531 + v485;
uint32_t const v533 = v532 + v489;
float * const v534 = &v2[v533];
*v534 = v530;
}
uint32_t const v535 = 3;
uint32_t const v536 = v485 + v535;
bool const v537 = v536 < v6;
if(v537) {
uint32_t const v538 = v34.i_3;
uint32_t const v539 = 28;
uint32_t const v540 = v538 >> v539;
uint32_t const v541 = 15;
uint32_t const v542 = v540 & v541;
float const v543 = float(v542);
float const v544 = fma(v543, v493, v498);
uint32_t const v545 = v29 * v6;
uint32_t const v546 = v545 + v485;
uint32_t const v547 = v546 + v535;
float * const v548 = &v2[v547];
*v548 = v544;
}
}
}
return;
}
