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
extern __shared__ __align__(4) char v8[];uint32_t const* const dynamic_meta_v2983 = reinterpret_cast<uint32_t const*>(v7 + 1);
const info_st& info_v2982 = *v7;uint32_t const v9 = 0;
uint32_t const v10 = info_v2982.scalars_usize[0];
uint32_t const v11 = info_v2982.scalars_usize[1];
uint32_t const v12 = info_v2982.scalars_usize[2];
float const v13 = info_v2982.scalars_f32[0];
float const v14 = info_v2982.scalars_f32[1];
float const v15 = info_v2982.scalars_f32[2];
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
float v3000_store;
float * v50 = &v3000_store;*v50 = v49;
uint32_t const v51 = threadIdx.x;
uint32_t const v52 = uint32_t(v51);
uint32_t v3001_store;
uint32_t * v53 = &v3001_store;*v53 = v52;
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
uint32_t const v61 = 32;
uint32_t const v62 = v57 * v61;
uint32_t const v63 = v34 * v11;
uint32_t const v64 = v63 + v62;
uint32_t const v65 = v64 / v61;
bool const v66 = v62 < v11;
if(v66) {
uint32_t const v67 = 2;
uint32_t const v68 = v67 * v65;
uint32_t const* const v69 = &v1[v68];
uint32_t const v70 = *v69;
float const v71 = reinterpret_cast<const float&>(v70);
uint32_t const v72 = v68 + v35;
uint32_t const* const v73 = &v1[v72];
uint32_t const v74 = *v73;
float const v75 = reinterpret_cast<const float&>(v74);
uint32_t const v76 = v60.i_0;
uint32_t const v77 = 15;
uint32_t const v78 = v76 & v77;
float const v79 = float(v78);
float const v80 = fma(v79, v71, v75);
float const v81 = v44 * v80;
float v3003_store;
float * v82 = &v3003_store;*v82 = v81;
if(v42) {
uint32_t const v83 = v48 + v62;
float const* const v84 = &v2[v83];
float const v85 = *v84;
float const v86 = *v82;
float const v87 = fma(v14, v85, v86);
*v82 = v87;
}
uint32_t const v88 = v30 * v11;
uint32_t const v89 = v88 + v62;
float * const v90 = &v5[v89];
float const v91 = *v82;
*v90 = v91;
float const v92 = *v50;
float const v93 = fma(v91, v91, v92);
*v50 = v93;
}
uint32_t const v94 = v62 + v35;
bool const v95 = v94 < v11;
if(v95) {
uint32_t const v96 = 2;
uint32_t const v97 = v96 * v65;
uint32_t const* const v98 = &v1[v97];
uint32_t const v99 = *v98;
float const v100 = reinterpret_cast<const float&>(v99);
uint32_t const v101 = v97 + v35;
uint32_t const* const v102 = &v1[v101];
uint32_t const v103 = *v102;
float const v104 = reinterpret_cast<const float&>(v103);
uint32_t const v105 = v60.i_0;
uint32_t const v106 = 4;
uint32_t const v107 = v105 >> v106;
uint32_t const v108 = 15;
uint32_t const v109 = v107 & v108;
float const v110 = float(v109);
float const v111 = fma(v110, v100, v104);
float const v112 = v44 * v111;
float v3004_store;
float * v113 = &v3004_store;*v113 = v112;
if(v42) {
uint32_t const v114 = v48 + v62;
uint32_t const v115 = v114 + v35;
float const* const v116 = &v2[v115];
float const v117 = *v116;
float const v118 = *v113;
float const v119 = fma(v14, v117, v118);
*v113 = v119;
}
uint32_t const v120 = v30 * v11;
uint32_t const v121 = v120 + v62;
uint32_t const v122 = v121 + v35;
float * const v123 = &v5[v122];
float const v124 = *v113;
*v123 = v124;
float const v125 = *v50;
float const v126 = fma(v124, v124, v125);
*v50 = v126;
}
uint32_t const v127 = 2;
uint32_t const v128 = v62 + v127;
bool const v129 = v128 < v11;
if(v129) {
uint32_t const v130 = v127 * v65;
uint32_t const* const v131 = &v1[v130];
uint32_t const v132 = *v131;
float const v133 = reinterpret_cast<const float&>(v132);
uint32_t const v134 = v130 + v35;
uint32_t const* const v135 = &v1[v134];
uint32_t const v136 = *v135;
float const v137 = reinterpret_cast<const float&>(v136);
uint32_t const v138 = v60.i_0;
uint32_t const v139 = 8;
uint32_t const v140 = v138 >> v139;
uint32_t const v141 = 15;
uint32_t const v142 = v140 & v141;
float const v143 = float(v142);
float const v144 = fma(v143, v133, v137);
float const v145 = v44 * v144;
float v3005_store;
float * v146 = &v3005_store;*v146 = v145;
if(v42) {
uint32_t const v147 = v48 + v62;
uint32_t const v148 = v147 + v127;
float const* const v149 = &v2[v148];
float const v150 = *v149;
float const v151 = *v146;
float const v152 = fma(v14, v150, v151);
*v146 = v152;
}
uint32_t const v153 = v30 * v11;
uint32_t const v154 = v153 + v62;
uint32_t const v155 = v154 + v127;
float * const v156 = &v5[v155];
float const v157 = *v146;
*v156 = v157;
float const v158 = *v50;
float const v159 = fma(v157, v157, v158);
*v50 = v159;
}
uint32_t const v160 = 3;
uint32_t const v161 = v62 + v160;
bool const v162 = v161 < v11;
if(v162) {
uint32_t const v163 = v127 * v65;
uint32_t const* const v164 = &v1[v163];
uint32_t const v165 = *v164;
float const v166 = reinterpret_cast<const float&>(v165);
uint32_t const v167 = v163 + v35;
uint32_t const* const v168 = &v1[v167];
uint32_t const v169 = *v168;
float const v170 = reinterpret_cast<const float&>(v169);
uint32_t const v171 = v60.i_0;
uint32_t const v172 = 12;
uint32_t const v173 = v171 >> v172;
uint32_t const v174 = 15;
uint32_t const v175 = v173 & v174;
float const v176 = float(v175);
float const v177 = fma(v176, v166, v170);
float const v178 = v44 * v177;
float v3006_store;
float * v179 = &v3006_store;*v179 = v178;
if(v42) {
uint32_t const v180 = v48 + v62;
uint32_t const v181 = v180 + v160;
float const* const v182 = &v2[v181];
float const v183 = *v182;
float const v184 = *v179;
float const v185 = fma(v14, v183, v184);
*v179 = v185;
}
uint32_t const v186 = v30 * v11;
uint32_t const v187 = v186 + v62;
uint32_t const v188 = v187 + v160;
float * const v189 = &v5[v188];
float const v190 = *v179;
*v189 = v190;
float const v191 = *v50;
float const v192 = fma(v190, v190, v191);
*v50 = v192;
}
uint32_t const v193 = *v53;
uint32_t const v194 = v193 * v61;
uint32_t const v195 = 4;
uint32_t const v196 = v194 + v195;
uint32_t const v197 = v63 + v196;
uint32_t const v198 = v197 / v61;
bool const v199 = v196 < v11;
if(v199) {
uint32_t const v200 = v127 * v198;
uint32_t const* const v201 = &v1[v200];
uint32_t const v202 = *v201;
float const v203 = reinterpret_cast<const float&>(v202);
uint32_t const v204 = v200 + v35;
uint32_t const* const v205 = &v1[v204];
uint32_t const v206 = *v205;
float const v207 = reinterpret_cast<const float&>(v206);
uint32_t const v208 = v60.i_0;
uint32_t const v209 = 16;
uint32_t const v210 = v208 >> v209;
uint32_t const v211 = 15;
uint32_t const v212 = v210 & v211;
float const v213 = float(v212);
float const v214 = fma(v213, v203, v207);
float const v215 = v44 * v214;
float v3007_store;
float * v216 = &v3007_store;*v216 = v215;
if(v42) {
uint32_t const v217 = v48 + v196;
float const* const v218 = &v2[v217];
float const v219 = *v218;
float const v220 = *v216;
float const v221 = fma(v14, v219, v220);
*v216 = v221;
}
uint32_t const v222 = v30 * v11;
uint32_t const v223 = v222 + v196;
float * const v224 = &v5[v223];
float const v225 = *v216;
*v224 = v225;
float const v226 = *v50;
float const v227 = fma(v225, v225, v226);
*v50 = v227;
}
uint32_t const v228 = v196 + v35;
bool const v229 = v228 < v11;
if(v229) {
uint32_t const v230 = v127 * v198;
uint32_t const* const v231 = &v1[v230];
uint32_t const v232 = *v231;
float const v233 = reinterpret_cast<const float&>(v232);
uint32_t const v234 = v230 + v35;
uint32_t const* const v235 = &v1[v234];
uint32_t const v236 = *v235;
float const v237 = reinterpret_cast<const float&>(v236);
uint32_t const v238 = v60.i_0;
uint32_t const v239 = 20;
uint32_t const v240 = v238 >> v239;
uint32_t const v241 = 15;
uint32_t const v242 = v240 & v241;
float const v243 = float(v242);
float const v244 = fma(v243, v233, v237);
float const v245 = v44 * v244;
float v3008_store;
float * v246 = &v3008_store;*v246 = v245;
if(v42) {
uint32_t const v247 = v48 + v196;
uint32_t const v248 = v247 + v35;
float const* const v249 = &v2[v248];
float const v250 = *v249;
float const v251 = *v246;
float const v252 = fma(v14, v250, v251);
*v246 = v252;
}
uint32_t const v253 = v30 * v11;
uint32_t const v254 = v253 + v196;
uint32_t const v255 = v254 + v35;
float * const v256 = &v5[v255];
float const v257 = *v246;
*v256 = v257;
float const v258 = *v50;
float const v259 = fma(v257, v257, v258);
*v50 = v259;
}
uint32_t const v260 = v196 + v127;
bool const v261 = v260 < v11;
if(v261) {
uint32_t const v262 = v127 * v198;
uint32_t const* const v263 = &v1[v262];
uint32_t const v264 = *v263;
float const v265 = reinterpret_cast<const float&>(v264);
uint32_t const v266 = v262 + v35;
uint32_t const* const v267 = &v1[v266];
uint32_t const v268 = *v267;
float const v269 = reinterpret_cast<const float&>(v268);
uint32_t const v270 = v60.i_0;
uint32_t const v271 = 24;
uint32_t const v272 = v270 >> v271;
uint32_t const v273 = 15;
uint32_t const v274 = v272 & v273;
float const v275 = float(v274);
float const v276 = fma(v275, v265, v269);
float const v277 = v44 * v276;
float v3009_store;
float * v278 = &v3009_store;*v278 = v277;
if(v42) {
uint32_t const v279 = v48 + v196;
uint32_t const v280 = v279 + v127;
float const* const v281 = &v2[v280];
float const v282 = *v281;
float const v283 = *v278;
float const v284 = fma(v14, v282, v283);
*v278 = v284;
}
uint32_t const v285 = v30 * v11;
uint32_t const v286 = v285 + v196;
uint32_t const v287 = v286 + v127;
float * const v288 = &v5[v287];
float const v289 = *v278;
*v288 = v289;
float const v290 = *v50;
float const v291 = fma(v289, v289, v290);
*v50 = v291;
}
uint32_t const v292 = v196 + v160;
bool const v293 = v292 < v11;
if(v293) {
uint32_t const v294 = v127 * v198;
uint32_t const* const v295 = &v1[v294];
uint32_t const v296 = *v295;
float const v297 = reinterpret_cast<const float&>(v296);
uint32_t const v298 = v294 + v35;
uint32_t const* const v299 = &v1[v298];
uint32_t const v300 = *v299;
float const v301 = reinterpret_cast<const float&>(v300);
uint32_t const v302 = v60.i_0;
uint32_t const v303 = 28;
uint32_t const v304 = v302 >> v303;
uint32_t const v305 = 15;
uint32_t const v306 = v304 & v305;
float const v307 = float(v306);
float const v308 = fma(v307, v297, v301);
float const v309 = v44 * v308;
float v3010_store;
float * v310 = &v3010_store;*v310 = v309;
if(v42) {
uint32_t const v311 = v48 + v196;
uint32_t const v312 = v311 + v160;
float const* const v313 = &v2[v312];
float const v314 = *v313;
float const v315 = *v310;
float const v316 = fma(v14, v314, v315);
*v310 = v316;
}
uint32_t const v317 = v30 * v11;
uint32_t const v318 = v317 + v196;
uint32_t const v319 = v318 + v160;
float * const v320 = &v5[v319];
float const v321 = *v310;
*v320 = v321;
float const v322 = *v50;
float const v323 = fma(v321, v321, v322);
*v50 = v323;
}
uint32_t const v324 = *v53;
uint32_t const v325 = v324 * v61;
uint32_t const v326 = 8;
uint32_t const v327 = v325 + v326;
uint32_t const v328 = v63 + v327;
uint32_t const v329 = v328 / v61;
bool const v330 = v327 < v11;
if(v330) {
uint32_t const v331 = v127 * v329;
uint32_t const* const v332 = &v1[v331];
uint32_t const v333 = *v332;
float const v334 = reinterpret_cast<const float&>(v333);
uint32_t const v335 = v331 + v35;
uint32_t const* const v336 = &v1[v335];
uint32_t const v337 = *v336;
float const v338 = reinterpret_cast<const float&>(v337);
uint32_t const v339 = v60.i_1;
uint32_t const v340 = 15;
uint32_t const v341 = v339 & v340;
float const v342 = float(v341);
float const v343 = fma(v342, v334, v338);
float const v344 = v44 * v343;
float v3011_store;
float * v345 = &v3011_store;*v345 = v344;
if(v42) {
uint32_t const v346 = v48 + v327;
float const* const v347 = &v2[v346];
float const v348 = *v347;
float const v349 = *v345;
float const v350 = fma(v14, v348, v349);
*v345 = v350;
}
uint32_t const v351 = v30 * v11;
uint32_t const v352 = v351 + v327;
float * const v353 = &v5[v352];
float const v354 = *v345;
*v353 = v354;
float const v355 = *v50;
float const v356 = fma(v354, v354, v355);
*v50 = v356;
}
uint32_t const v357 = v327 + v35;
bool const v358 = v357 < v11;
if(v358) {
uint32_t const v359 = v127 * v329;
uint32_t const* const v360 = &v1[v359];
uint32_t const v361 = *v360;
float const v362 = reinterpret_cast<const float&>(v361);
uint32_t const v363 = v359 + v35;
uint32_t const* const v364 = &v1[v363];
uint32_t const v365 = *v364;
float const v366 = reinterpret_cast<const float&>(v365);
uint32_t const v367 = v60.i_1;
uint32_t const v368 = 4;
uint32_t const v369 = v367 >> v368;
uint32_t const v370 = 15;
uint32_t const v371 = v369 & v370;
float const v372 = float(v371);
float const v373 = fma(v372, v362, v366);
float const v374 = v44 * v373;
float v3012_store;
float * v375 = &v3012_store;*v375 = v374;
if(v42) {
uint32_t const v376 = v48 + v327;
uint32_t const v377 = v376 + v35;
float const* const v378 = &v2[v377];
float const v379 = *v378;
float const v380 = *v375;
float const v381 = fma(v14, v379, v380);
*v375 = v381;
}
uint32_t const v382 = v30 * v11;
uint32_t const v383 = v382 + v327;
uint32_t const v384 = v383 + v35;
float * const v385 = &v5[v384];
float const v386 = *v375;
*v385 = v386;
float const v387 = *v50;
float const v388 = fma(v386, v386, v387);
*v50 = v388;
}
uint32_t const v389 = v327 + v127;
bool const v390 = v389 < v11;
if(v390) {
uint32_t const v391 = v127 * v329;
uint32_t const* const v392 = &v1[v391];
uint32_t const v393 = *v392;
float const v394 = reinterpret_cast<const float&>(v393);
uint32_t const v395 = v391 + v35;
uint32_t const* const v396 = &v1[v395];
uint32_t const v397 = *v396;
float const v398 = reinterpret_cast<const float&>(v397);
uint32_t const v399 = v60.i_1;
uint32_t const v400 = 8;
uint32_t const v401 = v399 >> v400;
uint32_t const v402 = 15;
uint32_t const v403 = v401 & v402;
float const v404 = float(v403);
float const v405 = fma(v404, v394, v398);
float const v406 = v44 * v405;
float v3013_store;
float * v407 = &v3013_store;*v407 = v406;
if(v42) {
uint32_t const v408 = v48 + v327;
uint32_t const v409 = v408 + v127;
float const* const v410 = &v2[v409];
float const v411 = *v410;
float const v412 = *v407;
float const v413 = fma(v14, v411, v412);
*v407 = v413;
}
uint32_t const v414 = v30 * v11;
uint32_t const v415 = v414 + v327;
uint32_t const v416 = v415 + v127;
float * const v417 = &v5[v416];
float const v418 = *v407;
*v417 = v418;
float const v419 = *v50;
float const v420 = fma(v418, v418, v419);
*v50 = v420;
}
uint32_t const v421 = v327 + v160;
bool const v422 = v421 < v11;
if(v422) {
uint32_t const v423 = v127 * v329;
uint32_t const* const v424 = &v1[v423];
uint32_t const v425 = *v424;
float const v426 = reinterpret_cast<const float&>(v425);
uint32_t const v427 = v423 + v35;
uint32_t const* const v428 = &v1[v427];
uint32_t const v429 = *v428;
float const v430 = reinterpret_cast<const float&>(v429);
uint32_t const v431 = v60.i_1;
uint32_t const v432 = 12;
uint32_t const v433 = v431 >> v432;
uint32_t const v434 = 15;
uint32_t const v435 = v433 & v434;
float const v436 = float(v435);
float const v437 = fma(v436, v426, v430);
float const v438 = v44 * v437;
float v3014_store;
float * v439 = &v3014_store;*v439 = v438;
if(v42) {
uint32_t const v440 = v48 + v327;
uint32_t const v441 = v440 + v160;
float const* const v442 = &v2[v441];
float const v443 = *v442;
float const v444 = *v439;
float const v445 = fma(v14, v443, v444);
*v439 = v445;
}
uint32_t const v446 = v30 * v11;
uint32_t const v447 = v446 + v327;
uint32_t const v448 = v447 + v160;
float * const v449 = &v5[v448];
float const v450 = *v439;
*v449 = v450;
float const v451 = *v50;
float const v452 = fma(v450, v450, v451);
*v50 = v452;
}
uint32_t const v453 = *v53;
uint32_t const v454 = v453 * v61;
uint32_t const v455 = 12;
uint32_t const v456 = v454 + v455;
uint32_t const v457 = v63 + v456;
uint32_t const v458 = v457 / v61;
bool const v459 = v456 < v11;
if(v459) {
uint32_t const v460 = v127 * v458;
uint32_t const* const v461 = &v1[v460];
uint32_t const v462 = *v461;
float const v463 = reinterpret_cast<const float&>(v462);
uint32_t const v464 = v460 + v35;
uint32_t const* const v465 = &v1[v464];
uint32_t const v466 = *v465;
float const v467 = reinterpret_cast<const float&>(v466);
uint32_t const v468 = v60.i_1;
uint32_t const v469 = 16;
uint32_t const v470 = v468 >> v469;
uint32_t const v471 = 15;
uint32_t const v472 = v470 & v471;
float const v473 = float(v472);
float const v474 = fma(v473, v463, v467);
float const v475 = v44 * v474;
float v3015_store;
float * v476 = &v3015_store;*v476 = v475;
if(v42) {
uint32_t const v477 = v48 + v456;
float const* const v478 = &v2[v477];
float const v479 = *v478;
float const v480 = *v476;
float const v481 = fma(v14, v479, v480);
*v476 = v481;
}
uint32_t const v482 = v30 * v11;
uint32_t const v483 = v482 + v456;
float * const v484 = &v5[v483];
float const v485 = *v476;
*v484 = v485;
float const v486 = *v50;
float const v487 = fma(v485, v485, v486);
*v50 = v487;
}
uint32_t const v488 = v456 + v35;
bool const v489 = v488 < v11;
if(v489) {
uint32_t const v490 = v127 * v458;
uint32_t const* const v491 = &v1[v490];
uint32_t const v492 = *v491;
float const v493 = reinterpret_cast<const float&>(v492);
uint32_t const v494 = v490 + v35;
uint32_t const* const v495 = &v1[v494];
uint32_t const v496 = *v495;
float const v497 = reinterpret_cast<const float&>(v496);
uint32_t const v498 = v60.i_1;
uint32_t const v499 = 20;
uint32_t const v500 = v498 >> v499;
uint32_t const v501 = 15;
uint32_t const v502 = v500 & v501;
float const v503 = float(v502);
float const v504 = fma(v503, v493, v497);
float const v505 = v44 * v504;
float v3016_store;
float * v506 = &v3016_store;*v506 = v505;
if(v42) {
uint32_t const v507 = v48 + v456;
uint32_t const v508 = v507 + v35;
float const* const v509 = &v2[v508];
float const v510 = *v509;
float const v511 = *v506;
float const v512 = fma(v14, v510, v511);
*v506 = v512;
}
uint32_t const v513 = v30 * v11;
uint32_t const v514 = v513 + v456;
uint32_t const v515 = v514 + v35;
float * const v516 = &v5[v515];
float const v517 = *v506;
*v516 = v517;
float const v518 = *v50;
float const v519 = fma(v517, v517, v518);
*v50 = v519;
}
uint32_t const v520 = v456 + v127;
bool const v521 = v520 < v11;
if(v521) {
uint32_t const v522 = v127 * v458;
uint32_t const* const v523 = &v1[v522];
uint32_t const v524 = *v523;
float const v525 = reinterpret_cast<const float&>(v524);
uint32_t const v526 = v522 + v35;
uint32_t const* const v527 = &v1[v526];
uint32_t const v528 = *v527;
float const v529 = reinterpret_cast<const float&>(v528);
uint32_t const v530 = v60.i_1;
uint32_t const v531 = 24;
uint32_t const v532 = v530 >> v531;
uint32_t const v533 = 15;
uint32_t const v534 = v532 & v533;
float const v535 = float(v534);
float const v536 = fma(v535, v525, v529);
float const v537 = v44 * v536;
float v3017_store;
float * v538 = &v3017_store;*v538 = v537;
if(v42) {
uint32_t const v539 = v48 + v456;
uint32_t const v540 = v539 + v127;
float const* const v541 = &v2[v540];
float const v542 = *v541;
float const v543 = *v538;
float const v544 = fma(v14, v542, v543);
*v538 = v544;
}
uint32_t const v545 = v30 * v11;
uint32_t const v546 = v545 + v456;
uint32_t const v547 = v546 + v127;
float * const v548 = &v5[v547];
float const v549 = *v538;
*v548 = v549;
float const v550 = *v50;
float const v551 = fma(v549, v549, v550);
*v50 = v551;
}
uint32_t const v552 = v456 + v160;
bool const v553 = v552 < v11;
if(v553) {
uint32_t const v554 = v127 * v458;
uint32_t const* const v555 = &v1[v554];
uint32_t const v556 = *v555;
float const v557 = reinterpret_cast<const float&>(v556);
uint32_t const v558 = v554 + v35;
uint32_t const* const v559 = &v1[v558];
uint32_t const v560 = *v559;
float const v561 = reinterpret_cast<const float&>(v560);
uint32_t const v562 = v60.i_1;
uint32_t const v563 = 28;
uint32_t const v564 = v562 >> v563;
uint32_t const v565 = 15;
uint32_t const v566 = v564 & v565;
float const v567 = float(v566);
float const v568 = fma(v567, v557, v561);
float const v569 = v44 * v568;
float v3018_store;
float * v570 = &v3018_store;*v570 = v569;
if(v42) {
uint32_t const v571 = v48 + v456;
uint32_t const v572 = v571 + v160;
float const* const v573 = &v2[v572];
float const v574 = *v573;
float const v575 = *v570;
float const v576 = fma(v14, v574, v575);
*v570 = v576;
}
uint32_t const v577 = v30 * v11;
uint32_t const v578 = v577 + v456;
uint32_t const v579 = v578 + v160;
float * const v580 = &v5[v579];
float const v581 = *v570;
*v580 = v581;
float const v582 = *v50;
float const v583 = fma(v581, v581, v582);
*v50 = v583;
}
uint32_t const v584 = *v53;
uint32_t const v585 = v584 * v61;
uint32_t const v586 = 16;
uint32_t const v587 = v585 + v586;
uint32_t const v588 = v63 + v587;
uint32_t const v589 = v588 / v61;
bool const v590 = v587 < v11;
if(v590) {
uint32_t const v591 = v127 * v589;
uint32_t const* const v592 = &v1[v591];
uint32_t const v593 = *v592;
float const v594 = reinterpret_cast<const float&>(v593);
uint32_t const v595 = v591 + v35;
uint32_t const* const v596 = &v1[v595];
uint32_t const v597 = *v596;
float const v598 = reinterpret_cast<const float&>(v597);
uint32_t const v599 = v60.i_2;
uint32_t const v600 = 15;
uint32_t const v601 = v599 & v600;
float const v602 = float(v601);
float const v603 = fma(v602, v594, v598);
float const v604 = v44 * v603;
float v3019_store;
float * v605 = &v3019_store;*v605 = v604;
if(v42) {
uint32_t const v606 = v48 + v587;
float const* const v607 = &v2[v606];
float const v608 = *v607;
float const v609 = *v605;
float const v610 = fma(v14, v608, v609);
*v605 = v610;
}
uint32_t const v611 = v30 * v11;
uint32_t const v612 = v611 + v587;
float * const v613 = &v5[v612];
float const v614 = *v605;
*v613 = v614;
float const v615 = *v50;
float const v616 = fma(v614, v614, v615);
*v50 = v616;
}
uint32_t const v617 = v587 + v35;
bool const v618 = v617 < v11;
if(v618) {
uint32_t const v619 = v127 * v589;
uint32_t const* const v620 = &v1[v619];
uint32_t const v621 = *v620;
float const v622 = reinterpret_cast<const float&>(v621);
uint32_t const v623 = v619 + v35;
uint32_t const* const v624 = &v1[v623];
uint32_t const v625 = *v624;
float const v626 = reinterpret_cast<const float&>(v625);
uint32_t const v627 = v60.i_2;
uint32_t const v628 = 4;
uint32_t const v629 = v627 >> v628;
uint32_t const v630 = 15;
uint32_t const v631 = v629 & v630;
float const v632 = float(v631);
float const v633 = fma(v632, v622, v626);
float const v634 = v44 * v633;
float v3020_store;
float * v635 = &v3020_store;*v635 = v634;
if(v42) {
uint32_t const v636 = v48 + v587;
uint32_t const v637 = v636 + v35;
float const* const v638 = &v2[v637];
float const v639 = *v638;
float const v640 = *v635;
float const v641 = fma(v14, v639, v640);
*v635 = v641;
}
uint32_t const v642 = v30 * v11;
uint32_t const v643 = v642 + v587;
uint32_t const v644 = v643 + v35;
float * const v645 = &v5[v644];
float const v646 = *v635;
*v645 = v646;
float const v647 = *v50;
float const v648 = fma(v646, v646, v647);
*v50 = v648;
}
uint32_t const v649 = v587 + v127;
bool const v650 = v649 < v11;
if(v650) {
uint32_t const v651 = v127 * v589;
uint32_t const* const v652 = &v1[v651];
uint32_t const v653 = *v652;
float const v654 = reinterpret_cast<const float&>(v653);
uint32_t const v655 = v651 + v35;
uint32_t const* const v656 = &v1[v655];
uint32_t const v657 = *v656;
float const v658 = reinterpret_cast<const float&>(v657);
uint32_t const v659 = v60.i_2;
uint32_t const v660 = 8;
uint32_t const v661 = v659 >> v660;
uint32_t const v662 = 15;
uint32_t const v663 = v661 & v662;
float const v664 = float(v663);
float const v665 = fma(v664, v654, v658);
float const v666 = v44 * v665;
float v3021_store;
float * v667 = &v3021_store;*v667 = v666;
if(v42) {
uint32_t const v668 = v48 + v587;
uint32_t const v669 = v668 + v127;
float const* const v670 = &v2[v669];
float const v671 = *v670;
float const v672 = *v667;
float const v673 = fma(v14, v671, v672);
*v667 = v673;
}
uint32_t const v674 = v30 * v11;
uint32_t const v675 = v674 + v587;
uint32_t const v676 = v675 + v127;
float * const v677 = &v5[v676];
float const v678 = *v667;
*v677 = v678;
float const v679 = *v50;
float const v680 = fma(v678, v678, v679);
*v50 = v680;
}
uint32_t const v681 = v587 + v160;
bool const v682 = v681 < v11;
if(v682) {
uint32_t const v683 = v127 * v589;
uint32_t const* const v684 = &v1[v683];
uint32_t const v685 = *v684;
float const v686 = reinterpret_cast<const float&>(v685);
uint32_t const v687 = v683 + v35;
uint32_t const* const v688 = &v1[v687];
uint32_t const v689 = *v688;
float const v690 = reinterpret_cast<const float&>(v689);
uint32_t const v691 = v60.i_2;
uint32_t const v692 = 12;
uint32_t const v693 = v691 >> v692;
uint32_t const v694 = 15;
uint32_t const v695 = v693 & v694;
float const v696 = float(v695);
float const v697 = fma(v696, v686, v690);
float const v698 = v44 * v697;
float v3022_store;
float * v699 = &v3022_store;*v699 = v698;
if(v42) {
uint32_t const v700 = v48 + v587;
uint32_t const v701 = v700 + v160;
float const* const v702 = &v2[v701];
float const v703 = *v702;
float const v704 = *v699;
float const v705 = fma(v14, v703, v704);
*v699 = v705;
}
uint32_t const v706 = v30 * v11;
uint32_t const v707 = v706 + v587;
uint32_t const v708 = v707 + v160;
float * const v709 = &v5[v708];
float const v710 = *v699;
*v709 = v710;
float const v711 = *v50;
float const v712 = fma(v710, v710, v711);
*v50 = v712;
}
uint32_t const v713 = *v53;
uint32_t const v714 = v713 * v61;
uint32_t const v715 = 20;
uint32_t const v716 = v714 + v715;
uint32_t const v717 = v63 + v716;
uint32_t const v718 = v717 / v61;
bool const v719 = v716 < v11;
if(v719) {
uint32_t const v720 = v127 * v718;
uint32_t const* const v721 = &v1[v720];
uint32_t const v722 = *v721;
float const v723 = reinterpret_cast<const float&>(v722);
uint32_t const v724 = v720 + v35;
uint32_t const* const v725 = &v1[v724];
uint32_t const v726 = *v725;
float const v727 = reinterpret_cast<const float&>(v726);
uint32_t const v728 = v60.i_2;
uint32_t const v729 = 16;
uint32_t const v730 = v728 >> v729;
uint32_t const v731 = 15;
uint32_t const v732 = v730 & v731;
float const v733 = float(v732);
float const v734 = fma(v733, v723, v727);
float const v735 = v44 * v734;
float v3023_store;
float * v736 = &v3023_store;*v736 = v735;
if(v42) {
uint32_t const v737 = v48 + v716;
float const* const v738 = &v2[v737];
float const v739 = *v738;
float const v740 = *v736;
float const v741 = fma(v14, v739, v740);
*v736 = v741;
}
uint32_t const v742 = v30 * v11;
uint32_t const v743 = v742 + v716;
float * const v744 = &v5[v743];
float const v745 = *v736;
*v744 = v745;
float const v746 = *v50;
float const v747 = fma(v745, v745, v746);
*v50 = v747;
}
uint32_t const v748 = v716 + v35;
bool const v749 = v748 < v11;
if(v749) {
uint32_t const v750 = v127 * v718;
uint32_t const* const v751 = &v1[v750];
uint32_t const v752 = *v751;
float const v753 = reinterpret_cast<const float&>(v752);
uint32_t const v754 = v750 + v35;
uint32_t const* const v755 = &v1[v754];
uint32_t const v756 = *v755;
float const v757 = reinterpret_cast<const float&>(v756);
uint32_t const v758 = v60.i_2;
uint32_t const v759 = 20;
uint32_t const v760 = v758 >> v759;
uint32_t const v761 = 15;
uint32_t const v762 = v760 & v761;
float const v763 = float(v762);
float const v764 = fma(v763, v753, v757);
float const v765 = v44 * v764;
float v3024_store;
float * v766 = &v3024_store;*v766 = v765;
if(v42) {
uint32_t const v767 = v48 + v716;
uint32_t const v768 = v767 + v35;
float const* const v769 = &v2[v768];
float const v770 = *v769;
float const v771 = *v766;
float const v772 = fma(v14, v770, v771);
*v766 = v772;
}
uint32_t const v773 = v30 * v11;
uint32_t const v774 = v773 + v716;
uint32_t const v775 = v774 + v35;
float * const v776 = &v5[v775];
float const v777 = *v766;
*v776 = v777;
float const v778 = *v50;
float const v779 = fma(v777, v777, v778);
*v50 = v779;
}
uint32_t const v780 = v716 + v127;
bool const v781 = v780 < v11;
if(v781) {
uint32_t const v782 = v127 * v718;
uint32_t const* const v783 = &v1[v782];
uint32_t const v784 = *v783;
float const v785 = reinterpret_cast<const float&>(v784);
uint32_t const v786 = v782 + v35;
uint32_t const* const v787 = &v1[v786];
uint32_t const v788 = *v787;
float const v789 = reinterpret_cast<const float&>(v788);
uint32_t const v790 = v60.i_2;
uint32_t const v791 = 24;
uint32_t const v792 = v790 >> v791;
uint32_t const v793 = 15;
uint32_t const v794 = v792 & v793;
float const v795 = float(v794);
float const v796 = fma(v795, v785, v789);
float const v797 = v44 * v796;
float v3025_store;
float * v798 = &v3025_store;*v798 = v797;
if(v42) {
uint32_t const v799 = v48 + v716;
uint32_t const v800 = v799 + v127;
float const* const v801 = &v2[v800];
float const v802 = *v801;
float const v803 = *v798;
float const v804 = fma(v14, v802, v803);
*v798 = v804;
}
uint32_t const v805 = v30 * v11;
uint32_t const v806 = v805 + v716;
uint32_t const v807 = v806 + v127;
float * const v808 = &v5[v807];
float const v809 = *v798;
*v808 = v809;
float const v810 = *v50;
float const v811 = fma(v809, v809, v810);
*v50 = v811;
}
uint32_t const v812 = v716 + v160;
bool const v813 = v812 < v11;
if(v813) {
uint32_t const v814 = v127 * v718;
uint32_t const* const v815 = &v1[v814];
uint32_t const v816 = *v815;
float const v817 = reinterpret_cast<const float&>(v816);
uint32_t const v818 = v814 + v35;
uint32_t const* const v819 = &v1[v818];
uint32_t const v820 = *v819;
float const v821 = reinterpret_cast<const float&>(v820);
uint32_t const v822 = v60.i_2;
uint32_t const v823 = 28;
uint32_t const v824 = v822 >> v823;
uint32_t const v825 = 15;
uint32_t const v826 = v824 & v825;
float const v827 = float(v826);
float const v828 = fma(v827, v817, v821);
float const v829 = v44 * v828;
float v3026_store;
float * v830 = &v3026_store;*v830 = v829;
if(v42) {
uint32_t const v831 = v48 + v716;
uint32_t const v832 = v831 + v160;
float const* const v833 = &v2[v832];
float const v834 = *v833;
float const v835 = *v830;
float const v836 = fma(v14, v834, v835);
*v830 = v836;
}
uint32_t const v837 = v30 * v11;
uint32_t const v838 = v837 + v716;
uint32_t const v839 = v838 + v160;
float * const v840 = &v5[v839];
float const v841 = *v830;
*v840 = v841;
float const v842 = *v50;
float const v843 = fma(v841, v841, v842);
*v50 = v843;
}
uint32_t const v844 = *v53;
uint32_t const v845 = v844 * v61;
uint32_t const v846 = 24;
uint32_t const v847 = v845 + v846;
uint32_t const v848 = v63 + v847;
uint32_t const v849 = v848 / v61;
bool const v850 = v847 < v11;
if(v850) {
uint32_t const v851 = v127 * v849;
uint32_t const* const v852 = &v1[v851];
uint32_t const v853 = *v852;
float const v854 = reinterpret_cast<const float&>(v853);
uint32_t const v855 = v851 + v35;
uint32_t const* const v856 = &v1[v855];
uint32_t const v857 = *v856;
float const v858 = reinterpret_cast<const float&>(v857);
uint32_t const v859 = v60.i_3;
uint32_t const v860 = 15;
uint32_t const v861 = v859 & v860;
float const v862 = float(v861);
float const v863 = fma(v862, v854, v858);
float const v864 = v44 * v863;
float v3027_store;
float * v865 = &v3027_store;*v865 = v864;
if(v42) {
uint32_t const v866 = v48 + v847;
float const* const v867 = &v2[v866];
float const v868 = *v867;
float const v869 = *v865;
float const v870 = fma(v14, v868, v869);
*v865 = v870;
}
uint32_t const v871 = v30 * v11;
uint32_t const v872 = v871 + v847;
float * const v873 = &v5[v872];
float const v874 = *v865;
*v873 = v874;
float const v875 = *v50;
float const v876 = fma(v874, v874, v875);
*v50 = v876;
}
uint32_t const v877 = v847 + v35;
bool const v878 = v877 < v11;
if(v878) {
uint32_t const v879 = v127 * v849;
uint32_t const* const v880 = &v1[v879];
uint32_t const v881 = *v880;
float const v882 = reinterpret_cast<const float&>(v881);
uint32_t const v883 = v879 + v35;
uint32_t const* const v884 = &v1[v883];
uint32_t const v885 = *v884;
float const v886 = reinterpret_cast<const float&>(v885);
uint32_t const v887 = v60.i_3;
uint32_t const v888 = 4;
uint32_t const v889 = v887 >> v888;
uint32_t const v890 = 15;
uint32_t const v891 = v889 & v890;
float const v892 = float(v891);
float const v893 = fma(v892, v882, v886);
float const v894 = v44 * v893;
float v3028_store;
float * v895 = &v3028_store;*v895 = v894;
if(v42) {
uint32_t const v896 = v48 + v847;
uint32_t const v897 = v896 + v35;
float const* const v898 = &v2[v897];
float const v899 = *v898;
float const v900 = *v895;
float const v901 = fma(v14, v899, v900);
*v895 = v901;
}
uint32_t const v902 = v30 * v11;
uint32_t const v903 = v902 + v847;
uint32_t const v904 = v903 + v35;
float * const v905 = &v5[v904];
float const v906 = *v895;
*v905 = v906;
float const v907 = *v50;
float const v908 = fma(v906, v906, v907);
*v50 = v908;
}
uint32_t const v909 = v847 + v127;
bool const v910 = v909 < v11;
if(v910) {
uint32_t const v911 = v127 * v849;
uint32_t const* const v912 = &v1[v911];
uint32_t const v913 = *v912;
float const v914 = reinterpret_cast<const float&>(v913);
uint32_t const v915 = v911 + v35;
uint32_t const* const v916 = &v1[v915];
uint32_t const v917 = *v916;
float const v918 = reinterpret_cast<const float&>(v917);
uint32_t const v919 = v60.i_3;
uint32_t const v920 = 8;
uint32_t const v921 = v919 >> v920;
uint32_t const v922 = 15;
uint32_t const v923 = v921 & v922;
float const v924 = float(v923);
float const v925 = fma(v924, v914, v918);
float const v926 = v44 * v925;
float v3029_store;
float * v927 = &v3029_store;*v927 = v926;
if(v42) {
uint32_t const v928 = v48 + v847;
uint32_t const v929 = v928 + v127;
float const* const v930 = &v2[v929];
float const v931 = *v930;
float const v932 = *v927;
float const v933 = fma(v14, v931, v932);
*v927 = v933;
}
uint32_t const v934 = v30 * v11;
uint32_t const v935 = v934 + v847;
uint32_t const v936 = v935 + v127;
float * const v937 = &v5[v936];
float const v938 = *v927;
*v937 = v938;
float const v939 = *v50;
float const v940 = fma(v938, v938, v939);
*v50 = v940;
}
uint32_t const v941 = v847 + v160;
bool const v942 = v941 < v11;
if(v942) {
uint32_t const v943 = v127 * v849;
uint32_t const* const v944 = &v1[v943];
uint32_t const v945 = *v944;
float const v946 = reinterpret_cast<const float&>(v945);
uint32_t const v947 = v943 + v35;
uint32_t const* const v948 = &v1[v947];
uint32_t const v949 = *v948;
float const v950 = reinterpret_cast<const float&>(v949);
uint32_t const v951 = v60.i_3;
uint32_t const v952 = 12;
uint32_t const v953 = v951 >> v952;
uint32_t const v954 = 15;
uint32_t const v955 = v953 & v954;
float const v956 = float(v955);
float const v957 = fma(v956, v946, v950);
float const v958 = v44 * v957;
float v3030_store;
float * v959 = &v3030_store;*v959 = v958;
if(v42) {
uint32_t const v960 = v48 + v847;
uint32_t const v961 = v960 + v160;
float const* const v962 = &v2[v961];
float const v963 = *v962;
float const v964 = *v959;
float const v965 = fma(v14, v963, v964);
*v959 = v965;
}
uint32_t const v966 = v30 * v11;
uint32_t const v967 = v966 + v847;
uint32_t const v968 = v967 + v160;
float * const v969 = &v5[v968];
float const v970 = *v959;
*v969 = v970;
float const v971 = *v50;
float const v972 = fma(v970, v970, v971);
*v50 = v972;
}
uint32_t const v973 = *v53;
uint32_t const v974 = v973 * v61;
uint32_t const v975 = 28;
uint32_t const v976 = v974 + v975;
uint32_t const v977 = v63 + v976;
uint32_t const v978 = v977 / v61;
bool const v979 = v976 < v11;
if(v979) {
uint32_t const v980 = v127 * v978;
uint32_t const* const v981 = &v1[v980];
uint32_t const v982 = *v981;
float const v983 = reinterpret_cast<const float&>(v982);
uint32_t const v984 = v980 + v35;
uint32_t const* const v985 = &v1[v984];
uint32_t const v986 = *v985;
float const v987 = reinterpret_cast<const float&>(v986);
uint32_t const v988 = v60.i_3;
uint32_t const v989 = 16;
uint32_t const v990 = v988 >> v989;
uint32_t const v991 = 15;
uint32_t const v992 = v990 & v991;
float const v993 = float(v992);
float const v994 = fma(v993, v983, v987);
float const v995 = v44 * v994;
float v3031_store;
float * v996 = &v3031_store;*v996 = v995;
if(v42) {
uint32_t const v997 = v48 + v976;
float const* const v998 = &v2[v997];
float const v999 = *v998;
float const v1000 = *v996;
float const v1001 = fma(v14, v999, v1000);
*v996 = v1001;
}
uint32_t const v1002 = v30 * v11;
uint32_t const v1003 = v1002 + v976;
float * const v1004 = &v5[v1003];
float const v1005 = *v996;
*v1004 = v1005;
float const v1006 = *v50;
float const v1007 = fma(v1005, v1005, v1006);
*v50 = v1007;
}
uint32_t const v1008 = v976 + v35;
bool const v1009 = v1008 < v11;
if(v1009) {
uint32_t const v1010 = v127 * v978;
uint32_t const* const v1011 = &v1[v1010];
uint32_t const v1012 = *v1011;
float const v1013 = reinterpret_cast<const float&>(v1012);
uint32_t const v1014 = v1010 + v35;
uint32_t const* const v1015 = &v1[v1014];
uint32_t const v1016 = *v1015;
float const v1017 = reinterpret_cast<const float&>(v1016);
uint32_t const v1018 = v60.i_3;
uint32_t const v1019 = 20;
uint32_t const v1020 = v1018 >> v1019;
uint32_t const v1021 = 15;
uint32_t const v1022 = v1020 & v1021;
float const v1023 = float(v1022);
float const v1024 = fma(v1023, v1013, v1017);
float const v1025 = v44 * v1024;
float v3032_store;
float * v1026 = &v3032_store;*v1026 = v1025;
if(v42) {
uint32_t const v1027 = v48 + v976;
uint32_t const v1028 = v1027 + v35;
float const* const v1029 = &v2[v1028];
float const v1030 = *v1029;
float const v1031 = *v1026;
float const v1032 = fma(v14, v1030, v1031);
*v1026 = v1032;
}
uint32_t const v1033 = v30 * v11;
uint32_t const v1034 = v1033 + v976;
uint32_t const v1035 = v1034 + v35;
float * const v1036 = &v5[v1035];
float const v1037 = *v1026;
*v1036 = v1037;
float const v1038 = *v50;
float const v1039 = fma(v1037, v1037, v1038);
*v50 = v1039;
}
uint32_t const v1040 = v976 + v127;
bool const v1041 = v1040 < v11;
if(v1041) {
uint32_t const v1042 = v127 * v978;
uint32_t const* const v1043 = &v1[v1042];
uint32_t const v1044 = *v1043;
float const v1045 = reinterpret_cast<const float&>(v1044);
uint32_t const v1046 = v1042 + v35;
uint32_t const* const v1047 = &v1[v1046];
uint32_t const v1048 = *v1047;
float const v1049 = reinterpret_cast<const float&>(v1048);
uint32_t const v1050 = v60.i_3;
uint32_t const v1051 = 24;
uint32_t const v1052 = v1050 >> v1051;
uint32_t const v1053 = 15;
uint32_t const v1054 = v1052 & v1053;
float const v1055 = float(v1054);
float const v1056 = fma(v1055, v1045, v1049);
float const v1057 = v44 * v1056;
float v3033_store;
float * v1058 = &v3033_store;*v1058 = v1057;
if(v42) {
uint32_t const v1059 = v48 + v976;
uint32_t const v1060 = v1059 + v127;
float const* const v1061 = &v2[v1060];
float const v1062 = *v1061;
float const v1063 = *v1058;
float const v1064 = fma(v14, v1062, v1063);
*v1058 = v1064;
}
uint32_t const v1065 = v30 * v11;
uint32_t const v1066 = v1065 + v976;
uint32_t const v1067 = v1066 + v127;
float * const v1068 = &v5[v1067];
float const v1069 = *v1058;
*v1068 = v1069;
float const v1070 = *v50;
float const v1071 = fma(v1069, v1069, v1070);
*v50 = v1071;
}
uint32_t const v1072 = v976 + v160;
bool const v1073 = v1072 < v11;
if(v1073) {
uint32_t const v1074 = v127 * v978;
uint32_t const* const v1075 = &v1[v1074];
uint32_t const v1076 = *v1075;
float const v1077 = reinterpret_cast<const float&>(v1076);
uint32_t const v1078 = v1074 + v35;
uint32_t const* const v1079 = &v1[v1078];
uint32_t const v1080 = *v1079;
float const v1081 = reinterpret_cast<const float&>(v1080);
uint32_t const v1082 = v60.i_3;
uint32_t const v1083 = 28;
uint32_t const v1084 = v1082 >> v1083;
uint32_t const v1085 = 15;
uint32_t const v1086 = v1084 & v1085;
float const v1087 = float(v1086);
float const v1088 = fma(v1087, v1077, v1081);
float const v1089 = v44 * v1088;
float v3034_store;
float * v1090 = &v3034_store;*v1090 = v1089;
if(v42) {
uint32_t const v1091 = v48 + v976;
uint32_t const v1092 = v1091 + v160;
float const* const v1093 = &v2[v1092];
float const v1094 = *v1093;
float const v1095 = *v1090;
float const v1096 = fma(v14, v1094, v1095);
*v1090 = v1096;
}
uint32_t const v1097 = v30 * v11;
uint32_t const v1098 = v1097 + v976;
uint32_t const v1099 = v1098 + v160;
float * const v1100 = &v5[v1099];
float const v1101 = *v1090;
*v1100 = v1101;
float const v1102 = *v50;
float const v1103 = fma(v1101, v1101, v1102);
*v50 = v1103;
}
uint32_t const v1104 = *v53;
uint32_t const v1105 = 128;
uint32_t const v1106 = v1104 + v1105;
*v53 = v1106;
}
array<float, 128> * const v1107 = reinterpret_cast<array<float, 128> *>(&v8[0]);
uint32_t const v1108 = 128;
float * const v1109 = &(*v1107)[v52];
float const v1110 = *v50;
*v1109 = v1110;
__syncthreads();
uint32_t const v1111 = 64;
bool const v1112 = v52 < v1111;
if(v1112) {
uint32_t const v1113 = v52 + v1111;
float * const v1114 = &(*v1107)[v1113];
float const v1115 = *v1114;
float const v1116 = *v1109;
float const v1117 = v1116 + v1115;
*v1109 = v1117;
}
__syncthreads();
uint32_t const v1118 = 32;
bool const v1119 = v52 < v1118;
if(v1119) {
uint32_t const v1120 = v52 + v1118;
float * const v1121 = &(*v1107)[v1120];
float const v1122 = *v1121;
float const v1123 = *v1109;
float const v1124 = v1123 + v1122;
*v1109 = v1124;
}
__syncthreads();
uint32_t const v1125 = 16;
bool const v1126 = v52 < v1125;
if(v1126) {
uint32_t const v1127 = v52 + v1125;
float * const v1128 = &(*v1107)[v1127];
float const v1129 = *v1128;
float const v1130 = *v1109;
float const v1131 = v1130 + v1129;
*v1109 = v1131;
}
__syncthreads();
uint32_t const v1132 = 8;
bool const v1133 = v52 < v1132;
if(v1133) {
uint32_t const v1134 = v52 + v1132;
float * const v1135 = &(*v1107)[v1134];
float const v1136 = *v1135;
float const v1137 = *v1109;
float const v1138 = v1137 + v1136;
*v1109 = v1138;
}
__syncthreads();
uint32_t const v1139 = 4;
bool const v1140 = v52 < v1139;
if(v1140) {
uint32_t const v1141 = v52 + v1139;
float * const v1142 = &(*v1107)[v1141];
float const v1143 = *v1142;
float const v1144 = *v1109;
float const v1145 = v1144 + v1143;
*v1109 = v1145;
}
__syncthreads();
uint32_t const v1146 = 2;
bool const v1147 = v52 < v1146;
if(v1147) {
uint32_t const v1148 = v52 + v1146;
float * const v1149 = &(*v1107)[v1148];
float const v1150 = *v1149;
float const v1151 = *v1109;
float const v1152 = v1151 + v1150;
*v1109 = v1152;
}
__syncthreads();
bool const v1153 = v52 < v35;
if(v1153) {
uint32_t const v1154 = v52 + v35;
float * const v1155 = &(*v1107)[v1154];
float const v1156 = *v1155;
float const v1157 = *v1109;
float const v1158 = v1157 + v1156;
*v1109 = v1158;
}
__syncthreads();
float * const v1159 = &(*v1107)[v9];
float const v1160 = *v1159;
__syncthreads();
float const v1161 = float(v11);
float const v1162 = v1160 / v1161;
float const v1163 = v1162 + v15;
float const v1164 = sqrt(v1163);float const v1165 = v43 / v1164;
uint32_t v3035_store;
uint32_t * v1166 = &v3035_store;*v1166 = v52;
while([&]{
uint32_t const v1167 = *v1166;
bool const v1168 = v1167 < v12;
return v1168;
}()) {
uint32_t const v1169 = *v1166;
uint32_t const v1170 = v1169 * v1118;
bool const v1171 = v1170 < v11;
if(v1171) {
uint32_t const v1172 = v30 * v11;
uint32_t const v1173 = v1172 + v1170;
float * const v1174 = &v5[v1173];
float const v1175 = *v1174;
float const v1176 = v1175 * v1165;
float const* const v1177 = &v4[v1170];
float const v1178 = *v1177;
float const v1179 = v1176 * v1178;
float * const v1180 = &v6[v1173];
*v1180 = v1179;
}
uint32_t const v1181 = v1170 + v35;
bool const v1182 = v1181 < v11;
if(v1182) {
uint32_t const v1183 = v30 * v11;
uint32_t const v1184 = v1183 + v1181;
float * const v1185 = &v5[v1184];
float const v1186 = *v1185;
float const v1187 = v1186 * v1165;
float const* const v1188 = &v4[v1181];
float const v1189 = *v1188;
float const v1190 = v1187 * v1189;
float * const v1191 = &v6[v1184];
*v1191 = v1190;
}
uint32_t const v1192 = v1170 + v1146;
bool const v1193 = v1192 < v11;
if(v1193) {
uint32_t const v1194 = v30 * v11;
uint32_t const v1195 = v1194 + v1192;
float * const v1196 = &v5[v1195];
float const v1197 = *v1196;
float const v1198 = v1197 * v1165;
float const* const v1199 = &v4[v1192];
float const v1200 = *v1199;
float const v1201 = v1198 * v1200;
float * const v1202 = &v6[v1195];
*v1202 = v1201;
}
uint32_t const v1203 = 3;
uint32_t const v1204 = v1170 + v1203;
bool const v1205 = v1204 < v11;
if(v1205) {
uint32_t const v1206 = v30 * v11;
uint32_t const v1207 = v1206 + v1204;
float * const v1208 = &v5[v1207];
float const v1209 = *v1208;
float const v1210 = v1209 * v1165;
float const* const v1211 = &v4[v1204];
float const v1212 = *v1211;
float const v1213 = v1210 * v1212;
float * const v1214 = &v6[v1207];
*v1214 = v1213;
}
uint32_t const v1215 = v1170 + v1139;
bool const v1216 = v1215 < v11;
if(v1216) {
uint32_t const v1217 = v30 * v11;
uint32_t const v1218 = v1217 + v1215;
float * const v1219 = &v5[v1218];
float const v1220 = *v1219;
float const v1221 = v1220 * v1165;
float const* const v1222 = &v4[v1215];
float const v1223 = *v1222;
float const v1224 = v1221 * v1223;
float * const v1225 = &v6[v1218];
*v1225 = v1224;
}
uint32_t const v1226 = 5;
uint32_t const v1227 = v1170 + v1226;
bool const v1228 = v1227 < v11;
if(v1228) {
uint32_t const v1229 = v30 * v11;
uint32_t const v1230 = v1229 + v1227;
float * const v1231 = &v5[v1230];
float const v1232 = *v1231;
float const v1233 = v1232 * v1165;
float const* const v1234 = &v4[v1227];
float const v1235 = *v1234;
float const v1236 = v1233 * v1235;
float * const v1237 = &v6[v1230];
*v1237 = v1236;
}
uint32_t const v1238 = 6;
uint32_t const v1239 = v1170 + v1238;
bool const v1240 = v1239 < v11;
if(v1240) {
uint32_t const v1241 = v30 * v11;
uint32_t const v1242 = v1241 + v1239;
float * const v1243 = &v5[v1242];
float const v1244 = *v1243;
float const v1245 = v1244 * v1165;
float const* const v1246 = &v4[v1239];
float const v1247 = *v1246;
float const v1248 = v1245 * v1247;
float * const v1249 = &v6[v1242];
*v1249 = v1248;
}
uint32_t const v1250 = 7;
uint32_t const v1251 = v1170 + v1250;
bool const v1252 = v1251 < v11;
if(v1252) {
uint32_t const v1253 = v30 * v11;
uint32_t const v1254 = v1253 + v1251;
float * const v1255 = &v5[v1254];
float const v1256 = *v1255;
float const v1257 = v1256 * v1165;
float const* const v1258 = &v4[v1251];
float const v1259 = *v1258;
float const v1260 = v1257 * v1259;
float * const v1261 = &v6[v1254];
*v1261 = v1260;
}
uint32_t const v1262 = v1170 + v1132;
bool const v1263 = v1262 < v11;
if(v1263) {
uint32_t const v1264 = v30 * v11;
uint32_t const v1265 = v1264 + v1262;
float * const v1266 = &v5[v1265];
float const v1267 = *v1266;
float const v1268 = v1267 * v1165;
float const* const v1269 = &v4[v1262];
float const v1270 = *v1269;
float const v1271 = v1268 * v1270;
float * const v1272 = &v6[v1265];
*v1272 = v1271;
}
uint32_t const v1273 = 9;
uint32_t const v1274 = v1170 + v1273;
bool const v1275 = v1274 < v11;
if(v1275) {
uint32_t const v1276 = v30 * v11;
uint32_t const v1277 = v1276 + v1274;
float * const v1278 = &v5[v1277];
float const v1279 = *v1278;
float const v1280 = v1279 * v1165;
float const* const v1281 = &v4[v1274];
float const v1282 = *v1281;
float const v1283 = v1280 * v1282;
float * const v1284 = &v6[v1277];
*v1284 = v1283;
}
uint32_t const v1285 = 10;
uint32_t const v1286 = v1170 + v1285;
bool const v1287 = v1286 < v11;
if(v1287) {
uint32_t const v1288 = v30 * v11;
uint32_t const v1289 = v1288 + v1286;
float * const v1290 = &v5[v1289];
float const v1291 = *v1290;
float const v1292 = v1291 * v1165;
float const* const v1293 = &v4[v1286];
float const v1294 = *v1293;
float const v1295 = v1292 * v1294;
float * const v1296 = &v6[v1289];
*v1296 = v1295;
}
uint32_t const v1297 = 11;
uint32_t const v1298 = v1170 + v1297;
bool const v1299 = v1298 < v11;
if(v1299) {
uint32_t const v1300 = v30 * v11;
uint32_t const v1301 = v1300 + v1298;
float * const v1302 = &v5[v1301];
float const v1303 = *v1302;
float const v1304 = v1303 * v1165;
float const* const v1305 = &v4[v1298];
float const v1306 = *v1305;
float const v1307 = v1304 * v1306;
float * const v1308 = &v6[v1301];
*v1308 = v1307;
}
uint32_t const v1309 = 12;
uint32_t const v1310 = v1170 + v1309;
bool const v1311 = v1310 < v11;
if(v1311) {
uint32_t const v1312 = v30 * v11;
uint32_t const v1313 = v1312 + v1310;
float * const v1314 = &v5[v1313];
float const v1315 = *v1314;
float const v1316 = v1315 * v1165;
float const* const v1317 = &v4[v1310];
float const v1318 = *v1317;
float const v1319 = v1316 * v1318;
float * const v1320 = &v6[v1313];
*v1320 = v1319;
}
uint32_t const v1321 = 13;
uint32_t const v1322 = v1170 + v1321;
bool const v1323 = v1322 < v11;
if(v1323) {
uint32_t const v1324 = v30 * v11;
uint32_t const v1325 = v1324 + v1322;
float * const v1326 = &v5[v1325];
float const v1327 = *v1326;
float const v1328 = v1327 * v1165;
float const* const v1329 = &v4[v1322];
float const v1330 = *v1329;
float const v1331 = v1328 * v1330;
float * const v1332 = &v6[v1325];
*v1332 = v1331;
}
uint32_t const v1333 = 14;
uint32_t const v1334 = v1170 + v1333;
bool const v1335 = v1334 < v11;
if(v1335) {
uint32_t const v1336 = v30 * v11;
uint32_t const v1337 = v1336 + v1334;
float * const v1338 = &v5[v1337];
float const v1339 = *v1338;
float const v1340 = v1339 * v1165;
float const* const v1341 = &v4[v1334];
float const v1342 = *v1341;
float const v1343 = v1340 * v1342;
float * const v1344 = &v6[v1337];
*v1344 = v1343;
}
uint32_t const v1345 = 15;
uint32_t const v1346 = v1170 + v1345;
bool const v1347 = v1346 < v11;
if(v1347) {
uint32_t const v1348 = v30 * v11;
uint32_t const v1349 = v1348 + v1346;
float * const v1350 = &v5[v1349];
float const v1351 = *v1350;
float const v1352 = v1351 * v1165;
float const* const v1353 = &v4[v1346];
float const v1354 = *v1353;
float const v1355 = v1352 * v1354;
float * const v1356 = &v6[v1349];
*v1356 = v1355;
}
uint32_t const v1357 = v1170 + v1125;
bool const v1358 = v1357 < v11;
if(v1358) {
uint32_t const v1359 = v30 * v11;
uint32_t const v1360 = v1359 + v1357;
float * const v1361 = &v5[v1360];
float const v1362 = *v1361;
float const v1363 = v1362 * v1165;
float const* const v1364 = &v4[v1357];
float const v1365 = *v1364;
float const v1366 = v1363 * v1365;
float * const v1367 = &v6[v1360];
*v1367 = v1366;
}
uint32_t const v1368 = 17;
uint32_t const v1369 = v1170 + v1368;
bool const v1370 = v1369 < v11;
if(v1370) {
uint32_t const v1371 = v30 * v11;
uint32_t const v1372 = v1371 + v1369;
float * const v1373 = &v5[v1372];
float const v1374 = *v1373;
float const v1375 = v1374 * v1165;
float const* const v1376 = &v4[v1369];
float const v1377 = *v1376;
float const v1378 = v1375 * v1377;
float * const v1379 = &v6[v1372];
*v1379 = v1378;
}
uint32_t const v1380 = 18;
uint32_t const v1381 = v1170 + v1380;
bool const v1382 = v1381 < v11;
if(v1382) {
uint32_t const v1383 = v30 * v11;
uint32_t const v1384 = v1383 + v1381;
float * const v1385 = &v5[v1384];
float const v1386 = *v1385;
float const v1387 = v1386 * v1165;
float const* const v1388 = &v4[v1381];
float const v1389 = *v1388;
float const v1390 = v1387 * v1389;
float * const v1391 = &v6[v1384];
*v1391 = v1390;
}
uint32_t const v1392 = 19;
uint32_t const v1393 = v1170 + v1392;
bool const v1394 = v1393 < v11;
if(v1394) {
uint32_t const v1395 = v30 * v11;
uint32_t const v1396 = v1395 + v1393;
float * const v1397 = &v5[v1396];
float const v1398 = *v1397;
float const v1399 = v1398 * v1165;
float const* const v1400 = &v4[v1393];
float const v1401 = *v1400;
float const v1402 = v1399 * v1401;
float * const v1403 = &v6[v1396];
*v1403 = v1402;
}
uint32_t const v1404 = 20;
uint32_t const v1405 = v1170 + v1404;
bool const v1406 = v1405 < v11;
if(v1406) {
uint32_t const v1407 = v30 * v11;
uint32_t const v1408 = v1407 + v1405;
float * const v1409 = &v5[v1408];
float const v1410 = *v1409;
float const v1411 = v1410 * v1165;
float const* const v1412 = &v4[v1405];
float const v1413 = *v1412;
float const v1414 = v1411 * v1413;
float * const v1415 = &v6[v1408];
*v1415 = v1414;
}
uint32_t const v1416 = 21;
uint32_t const v1417 = v1170 + v1416;
bool const v1418 = v1417 < v11;
if(v1418) {
uint32_t const v1419 = v30 * v11;
uint32_t const v1420 = v1419 + v1417;
float * const v1421 = &v5[v1420];
float const v1422 = *v1421;
float const v1423 = v1422 * v1165;
float const* const v1424 = &v4[v1417];
float const v1425 = *v1424;
float const v1426 = v1423 * v1425;
float * const v1427 = &v6[v1420];
*v1427 = v1426;
}
uint32_t const v1428 = 22;
uint32_t const v1429 = v1170 + v1428;
bool const v1430 = v1429 < v11;
if(v1430) {
uint32_t const v1431 = v30 * v11;
uint32_t const v1432 = v1431 + v1429;
float * const v1433 = &v5[v1432];
float const v1434 = *v1433;
float const v1435 = v1434 * v1165;
float const* const v1436 = &v4[v1429];
float const v1437 = *v1436;
float const v1438 = v1435 * v1437;
float * const v1439 = &v6[v1432];
*v1439 = v1438;
}
uint32_t const v1440 = 23;
uint32_t const v1441 = v1170 + v1440;
bool const v1442 = v1441 < v11;
if(v1442) {
uint32_t const v1443 = v30 * v11;
uint32_t const v1444 = v1443 + v1441;
float * const v1445 = &v5[v1444];
float const v1446 = *v1445;
float const v1447 = v1446 * v1165;
float const* const v1448 = &v4[v1441];
float const v1449 = *v1448;
float const v1450 = v1447 * v1449;
float * const v1451 = &v6[v1444];
*v1451 = v1450;
}
uint32_t const v1452 = 24;
uint32_t const v1453 = v1170 + v1452;
bool const v1454 = v1453 < v11;
if(v1454) {
uint32_t const v1455 = v30 * v11;
uint32_t const v1456 = v1455 + v1453;
float * const v1457 = &v5[v1456];
float const v1458 = *v1457;
float const v1459 = v1458 * v1165;
float const* const v1460 = &v4[v1453];
float const v1461 = *v1460;
float const v1462 = v1459 * v1461;
float * const v1463 = &v6[v1456];
*v1463 = v1462;
}
uint32_t const v1464 = 25;
uint32_t const v1465 = v1170 + v1464;
bool const v1466 = v1465 < v11;
if(v1466) {
uint32_t const v1467 = v30 * v11;
uint32_t const v1468 = v1467 + v1465;
float * const v1469 = &v5[v1468];
float const v1470 = *v1469;
float const v1471 = v1470 * v1165;
float const* const v1472 = &v4[v1465];
float const v1473 = *v1472;
float const v1474 = v1471 * v1473;
float * const v1475 = &v6[v1468];
*v1475 = v1474;
}
uint32_t const v1476 = 26;
uint32_t const v1477 = v1170 + v1476;
bool const v1478 = v1477 < v11;
if(v1478) {
uint32_t const v1479 = v30 * v11;
uint32_t const v1480 = v1479 + v1477;
float * const v1481 = &v5[v1480];
float const v1482 = *v1481;
float const v1483 = v1482 * v1165;
float const* const v1484 = &v4[v1477];
float const v1485 = *v1484;
float const v1486 = v1483 * v1485;
float * const v1487 = &v6[v1480];
*v1487 = v1486;
}
uint32_t const v1488 = 27;
uint32_t const v1489 = v1170 + v1488;
bool const v1490 = v1489 < v11;
if(v1490) {
uint32_t const v1491 = v30 * v11;
uint32_t const v1492 = v1491 + v1489;
float * const v1493 = &v5[v1492];
float const v1494 = *v1493;
float const v1495 = v1494 * v1165;
float const* const v1496 = &v4[v1489];
float const v1497 = *v1496;
float const v1498 = v1495 * v1497;
float * const v1499 = &v6[v1492];
*v1499 = v1498;
}
uint32_t const v1500 = 28;
uint32_t const v1501 = v1170 + v1500;
bool const v1502 = v1501 < v11;
if(v1502) {
uint32_t const v1503 = v30 * v11;
uint32_t const v1504 = v1503 + v1501;
float * const v1505 = &v5[v1504];
float const v1506 = *v1505;
float const v1507 = v1506 * v1165;
float const* const v1508 = &v4[v1501];
float const v1509 = *v1508;
float const v1510 = v1507 * v1509;
float * const v1511 = &v6[v1504];
*v1511 = v1510;
}
uint32_t const v1512 = 29;
uint32_t const v1513 = v1170 + v1512;
bool const v1514 = v1513 < v11;
if(v1514) {
uint32_t const v1515 = v30 * v11;
uint32_t const v1516 = v1515 + v1513;
float * const v1517 = &v5[v1516];
float const v1518 = *v1517;
float const v1519 = v1518 * v1165;
float const* const v1520 = &v4[v1513];
float const v1521 = *v1520;
float const v1522 = v1519 * v1521;
float * const v1523 = &v6[v1516];
*v1523 = v1522;
}
uint32_t const v1524 = 30;
uint32_t const v1525 = v1170 + v1524;
bool const v1526 = v1525 < v11;
if(v1526) {
uint32_t const v1527 = v30 * v11;
uint32_t const v1528 = v1527 + v1525;
float * const v1529 = &v5[v1528];
float const v1530 = *v1529;
float const v1531 = v1530 * v1165;
float const* const v1532 = &v4[v1525];
float const v1533 = *v1532;
float const v1534 = v1531 * v1533;
float * const v1535 = &v6[v1528];
*v1535 = v1534;
}
uint32_t const v1536 = 31;
uint32_t const v1537 = v1170 + v1536;
bool const v1538 = v1537 < v11;
if(v1538) {
uint32_t const v1539 = v30 * v11;
uint32_t const v1540 = v1539 + v1537;
float * const v1541 = &v5[v1540];
float const v1542 = *v1541;
float const v1543 = v1542 * v1165;
float const* const v1544 = &v4[v1537];
float const v1545 = *v1544;
float const v1546 = v1543 * v1545;
float * const v1547 = &v6[v1540];
*v1547 = v1546;
}
uint32_t const v1548 = v1169 + v1108;
*v1166 = v1548;
}
}
return;
}
