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
struct alignas(16) float_4 { float i_0; float i_1; float i_2; float i_3; };

struct info_st {
    uint32_t scalars_usize[2];
float scalars_f32[2];uint32_t static_meta[6];
};
extern "C" __global__ void __launch_bounds__(128) gswa_walk_kerneln_4_w_4_7f505986(float_4 const* const __restrict__ v0, float_4 const* const __restrict__ v1, float_4 const* const __restrict__ v2, uint32_t_4 const* const __restrict__ v3, uint32_t const* const __restrict__ v4, float * const __restrict__ v5, info_st const* const __restrict__ v6) {
extern __shared__ __align__(16) char v7[];uint32_t const* const dynamic_meta_v994 = reinterpret_cast<uint32_t const*>(v6 + 1);
const info_st& info_v993 = *v6;uint32_t const v8 = 0;
uint32_t const v9 = info_v993.scalars_usize[0];
uint32_t const v10 = info_v993.scalars_usize[1];
float const v11 = info_v993.scalars_f32[0];
uint32_t const v12 = blockIdx.z;
uint32_t const v13 = uint32_t(v12);
uint32_t const v14 = gridDim.y;
uint32_t const v15 = uint32_t(v14);
uint32_t const v16 = v13 * v15;
uint32_t const v17 = gridDim.x;
uint32_t const v18 = uint32_t(v17);
uint32_t const v19 = v16 * v18;
uint32_t const v20 = blockIdx.y;
uint32_t const v21 = uint32_t(v20);
uint32_t const v22 = v21 * v18;
uint32_t const v23 = v19 + v22;
uint32_t const v24 = blockIdx.x;
uint32_t const v25 = uint32_t(v24);
uint32_t const v26 = v23 + v25;
uint32_t const* const v27 = &v4[v8];
uint32_t const v28 = *v27;
uint32_t const v29 = uint32_t(v28);
uint32_t const v30 = 2;
uint32_t const v31 = v29 * v30;
bool const v32 = v26 < v31;
if(v32) {
uint32_t const v33 = v26 / v30;
uint32_t const v34 = 10;
uint32_t const v35 = v33 * v34;
uint32_t const v36 = 4;
uint32_t const v37 = v36 + v35;
uint32_t const v38 = v26 % v30;
uint32_t const v39 = 1;
uint32_t const v40 = v37 + v39;
uint32_t const* const v41 = &v4[v40];
uint32_t const v42 = *v41;
uint32_t const v43 = uint32_t(v42);
uint32_t const v44 = v37 + v30;
uint32_t const* const v45 = &v4[v44];
uint32_t const v46 = *v45;
uint32_t const v47 = uint32_t(v46);
uint32_t const v48 = 3;
uint32_t const v49 = v37 + v48;
uint32_t const* const v50 = &v4[v49];
uint32_t const v51 = *v50;
uint32_t const v52 = uint32_t(v51);
uint32_t const* const v53 = &v4[v39];
uint32_t const v54 = *v53;
uint32_t const v55 = uint32_t(v54);
uint32_t const v56 = v37 + v36;
uint32_t const* const v57 = &v4[v56];
uint32_t const v58 = *v57;
uint32_t const v59 = uint32_t(v58);
uint32_t const v60 = v59 * v36;
uint32_t const v61 = v55 + v60;
uint32_t const v62 = 5;
uint32_t const v63 = v37 + v62;
uint32_t const* const v64 = &v4[v63];
uint32_t const v65 = *v64;
uint32_t const v66 = uint32_t(v65);
uint32_t const v67 = v66 * v30;
uint32_t const v68 = threadIdx.x;
uint32_t const v69 = 0;
uint32_t const v70 = uint32_t(v68);
array<float_4, 64> * const v71 = reinterpret_cast<array<float_4, 64> *>(&v7[0]);
uint32_t const v72 = 64;
array<float_4, 544> * const v73 = reinterpret_cast<array<float_4, 544> *>(&v7[1024]);
array<float, 128> * const v74 = reinterpret_cast<array<float, 128> *>(&v7[9728]);
uint32_t const v75 = 128;
array<float, 4> * const v76 = reinterpret_cast<array<float, 4> *>(&v7[10240]);
array<float, 4> * const v77 = reinterpret_cast<array<float, 4> *>(&v7[10256]);
array<float, 4> * const v78 = reinterpret_cast<array<float, 4> *>(&v7[10272]);
uint32_t v1012_store;
uint32_t * v79 = &v1012_store;*v79 = v70;
while([&]{
uint32_t const v80 = 16;
uint32_t const v81 = v67 * v80;
uint32_t const v82 = *v79;
bool const v83 = v82 < v81;
return v83;
}()) {
uint32_t const v84 = *v79;
uint32_t const v85 = 16;
uint32_t const v86 = v84 / v85;
uint32_t const v87 = v86 / v30;
uint32_t const v88 = v87 * v36;
uint32_t const v89 = v61 + v88;
uint32_t const* const v90 = &v4[v89];
uint32_t const v91 = *v90;
uint32_t const v92 = uint32_t(v91);
uint32_t const v93 = v38 * v30;
uint32_t const v94 = v86 % v30;
uint32_t const v95 = v93 + v94;
uint32_t const v96 = v92 * v36;
uint32_t const v97 = v96 + v95;
uint32_t const v98 = v97 * v85;
uint32_t const v99 = v84 % v85;
uint32_t const v100 = v98 + v99;
float_4 const* const v101 = &v0[v100];
float_4 const v102 = *v101;
float_4 * const v103 = &(*v71)[v84];
*v103 = v102;
uint32_t const v104 = v84 + v75;
*v79 = v104;
}
uint32_t v1014_store;
uint32_t * v105 = &v1014_store;*v105 = v70;
while([&]{
uint32_t const v106 = *v105;
bool const v107 = v106 < v67;
return v107;
}()) {
uint32_t const v108 = *v105;
float * const v109 = &(*v76)[v108];
float const v110 = -3.402823470e+38;
*v109 = v110;
float * const v111 = &(*v77)[v108];
float const v112 = 0;
*v111 = v112;
uint32_t const v113 = v108 + v75;
*v105 = v113;
}
uint32_t const v114 = 32;
uint32_t const v115 = v70 % v114;
uint32_t const v116 = v70 / v114;
uint32_t const v117 = 16;
uint32_t const v118 = v70 % v117;
uint32_t const v119 = v70 / v117;
array<float_4, 1> v1016_store = {};
array<float_4, 1> * v120 = &v1016_store;float const v121 = 0;
float_4 const v122 = float_4{v121, v121, v121, v121};
float_4 * const v123 = &(*v120)[v8];
*v123 = v122;
uint32_t v1017_store;
uint32_t * v124 = &v1017_store;*v124 = v43;
while([&]{
uint32_t const v125 = *v124;
bool const v126 = v125 < v47;
return v126;
}()) {
uint32_t const* const v127 = &v4[v37];
uint32_t const v128 = *v127;
bool const v129 = v128 == v69;
uint32_t v1019_store;
uint32_t * v130 = &v1019_store;*v130 = v70;
while([&]{
uint32_t const v131 = *v130;
uint32_t const v132 = 512;
bool const v133 = v131 < v132;
return v133;
}()) {
uint32_t const v134 = *v130;
uint32_t const v135 = v134 / v117;
uint32_t const v136 = v134 % v117;
uint32_t const v137 = *v124;
uint32_t const v138 = v137 + v135;
float_4 v1021_store;
float_4 * v139 = &v1021_store;*v139 = v122;
bool const v140 = v138 < v47;
if(v140) {
uint32_t v1022_store;
uint32_t * v141 = &v1022_store;*v141 = v8;
uint32_t v1023_store;
uint32_t * v142 = &v1023_store;*v142 = v8;
bool const v143 = true;
bool v1024_store;
bool * v144 = &v1024_store;*v144 = v143;
if(v129) {
uint32_t const* const v145 = &v4[v48];
uint32_t const v146 = *v145;
uint32_t const v147 = uint32_t(v146);
uint32_t const v148 = 6;
uint32_t const v149 = v37 + v148;
uint32_t const* const v150 = &v4[v149];
uint32_t const v151 = *v150;
uint32_t const v152 = uint32_t(v151);
uint32_t const v153 = v147 + v152;
uint32_t const v154 = v138 / v9;
uint32_t const v155 = v153 + v154;
uint32_t const* const v156 = &v4[v155];
uint32_t const v157 = *v156;
uint32_t const v158 = uint32_t(v157);
uint32_t const v159 = v158 * v9;
uint32_t const v160 = v138 % v9;
uint32_t const v161 = v159 + v160;
*v142 = v161;
}
 else {
uint32_t const v162 = 8;
uint32_t const v163 = v37 + v162;
uint32_t const* const v164 = &v4[v163];
uint32_t const v165 = *v164;
uint32_t const v166 = uint32_t(v165);
bool const v167 = v138 >= v166;
if(v167) {
bool const v168 = false;
*v144 = v168;
uint32_t const v169 = 9;
uint32_t const v170 = v37 + v169;
uint32_t const* const v171 = &v4[v170];
uint32_t const v172 = *v171;
uint32_t const v173 = uint32_t(v172);
uint32_t const v174 = v173 + v138;
uint32_t const v175 = v174 - v166;
*v141 = v175;
}
 else {
uint32_t const v176 = 6;
uint32_t const v177 = v37 + v176;
uint32_t const* const v178 = &v4[v177];
uint32_t const v179 = *v178;
uint32_t const v180 = uint32_t(v179);
uint32_t const v181 = 7;
uint32_t const v182 = v37 + v181;
uint32_t const* const v183 = &v4[v182];
uint32_t const v184 = *v183;
uint32_t const v185 = uint32_t(v184);
uint32_t const v186 = v138 % v185;
uint32_t const v187 = v180 + v186;
*v142 = v187;
}
}
bool const v188 = *v144;
if(v188) {
uint32_t const v189 = *v142;
uint32_t const v190 = v189 * v30;
uint32_t const v191 = v190 + v38;
uint32_t const v192 = v191 * v117;
uint32_t const v193 = v192 + v136;
uint32_t_4 const* const v194 = &v3[v193];
uint32_t_4 const v195 = *v194;
uint32_t const v196 = v195.i_0;
float const v197 = reinterpret_cast<const float&>(v196);
float_4 const v198 = {v197, v122.i_1, v122.i_2, v122.i_3};
uint32_t const v199 = v195.i_1;
float const v200 = reinterpret_cast<const float&>(v199);
float_4 const v201 = {v198.i_0, v200, v198.i_2, v198.i_3};
uint32_t const v202 = v195.i_2;
float const v203 = reinterpret_cast<const float&>(v202);
float_4 const v204 = {v201.i_0, v201.i_1, v203, v201.i_3};
uint32_t const v205 = v195.i_3;
float const v206 = reinterpret_cast<const float&>(v205);
float_4 const v207 = {v204.i_0, v204.i_1, v204.i_2, v206};
*v139 = v207;
}
 else {
uint32_t const v208 = *v141;
uint32_t const v209 = v208 * v30;
uint32_t const v210 = v209 + v38;
uint32_t const v211 = v210 * v117;
uint32_t const v212 = v211 + v136;
float_4 const* const v213 = &v1[v212];
float_4 const v214 = *v213;
float const v215 = v214.i_0;
float_4 const v216 = {v215, v122.i_1, v122.i_2, v122.i_3};
float const v217 = v214.i_1;
float_4 const v218 = {v216.i_0, v217, v216.i_2, v216.i_3};
float const v219 = v214.i_2;
float_4 const v220 = {v218.i_0, v218.i_1, v219, v218.i_3};
float const v221 = v214.i_3;
float_4 const v222 = {v220.i_0, v220.i_1, v220.i_2, v221};
*v139 = v222;
}
}
uint32_t const v223 = 17;
uint32_t const v224 = v135 * v223;
uint32_t const v225 = v224 + v136;
float_4 * const v226 = &(*v73)[v225];
float_4 const v227 = *v139;
*v226 = v227;
uint32_t const v228 = *v130;
uint32_t const v229 = v228 + v75;
*v130 = v229;
}
__syncthreads();
array<float, 1> v1027_store = {};
array<float, 1> * v230 = &v1027_store;float * const v231 = &(*v230)[v8];
*v231 = v121;
for(uint32_t v232 = v8; v232 < v117; v232 += v39) {
uint32_t const v233 = 17;
uint32_t const v234 = v115 * v233;
uint32_t const v235 = v234 + v232;
float_4 * const v236 = &(*v73)[v235];
float_4 const v237 = *v236;
uint32_t const v238 = min(v116, v48);
uint32_t const v239 = v238 * v117;
uint32_t const v240 = v239 + v232;
float_4 * const v241 = &(*v71)[v240];
float_4 const v242 = *v241;
float const v243 = v237.i_0;
float const v244 = v242.i_0;
float const v245 = v243 * v244;
float const v246 = v237.i_1;
float const v247 = v242.i_1;
float const v248 = v246 * v247;
float const v249 = v237.i_2;
float const v250 = v242.i_2;
float const v251 = v249 * v250;
float const v252 = v237.i_3;
float const v253 = v242.i_3;
float const v254 = v252 * v253;
float const v255 = *v231;
float const v256 = v255 + v245;
*v231 = v256;
float const v257 = *v231;
float const v258 = v257 + v248;
*v231 = v258;
float const v259 = *v231;
float const v260 = v259 + v251;
*v231 = v260;
float const v261 = *v231;
float const v262 = v261 + v254;
*v231 = v262;
}
uint32_t const v263 = *v124;
uint32_t const v264 = v263 + v115;
bool const v265 = v116 < v67;
if(v265) {
uint32_t const v266 = v116 / v30;
uint32_t const v267 = v266 * v36;
uint32_t const v268 = v61 + v267;
bool const v269 = v264 < v47;
bool v1029_store;
bool * v270 = &v1029_store;if(v269) {
uint32_t const v271 = v268 + v39;
uint32_t const* const v272 = &v4[v271];
uint32_t const v273 = *v272;
uint32_t const v274 = uint32_t(v273);
bool const v275 = v264 >= v274;
*v270 = v275;
}
 else {
bool const v276 = false;
*v270 = v276;
}
bool const v277 = *v270;
bool v1030_store;
bool * v278 = &v1030_store;if(v277) {
uint32_t const v279 = v268 + v30;
uint32_t const* const v280 = &v4[v279];
uint32_t const v281 = *v280;
uint32_t const v282 = uint32_t(v281);
bool const v283 = v264 <= v282;
*v278 = v283;
}
 else {
bool const v284 = false;
*v278 = v284;
}
float const v285 = *v231;
float const v286 = v285 * v11;
bool const v287 = *v278;
float const v288 = -3.402823470e+38;
float const v289 = v287 ? v286 : v288;
*v231 = v289;
float const v290 = *v231;
uint32_t const v291 = v116 * v114;
uint32_t const v292 = v291 + v115;
float * const v293 = &(*v74)[v292];
*v293 = v290;
}
__syncthreads();
uint32_t v1031_store;
uint32_t * v294 = &v1031_store;*v294 = v70;
while([&]{
uint32_t const v295 = *v294;
bool const v296 = v295 < v67;
return v296;
}()) {
uint32_t const v297 = *v294;
float * const v298 = &(*v76)[v297];
float const v299 = *v298;
float v1033_store;
float * v300 = &v1033_store;*v300 = v299;
for(uint32_t v301 = v8; v301 < v114; v301 += v39) {
uint32_t const v302 = *v294;
uint32_t const v303 = v302 * v114;
uint32_t const v304 = v303 + v301;
float * const v305 = &(*v74)[v304];
float const v306 = *v305;
float const v307 = *v300;
float const v308 = max(v307, v306);
*v300 = v308;
}
uint32_t const v309 = *v294;
float * const v310 = &(*v76)[v309];
float const v311 = *v300;
*v310 = v311;
float const v312 = v299 - v311;
float const v313 = exp(v312);float * const v314 = &(*v78)[v309];
*v314 = v313;
uint32_t const v315 = v309 + v75;
*v294 = v315;
}
__syncthreads();
if(v265) {
float const v316 = *v231;
float const v317 = -3.402823470e+38;
bool const v318 = v316 > v317;
float * const v319 = &(*v76)[v116];
float const v320 = *v319;
float const v321 = v316 - v320;
float const v322 = exp(v321);float const v323 = v318 ? v322 : v121;
uint32_t const v324 = v116 * v114;
uint32_t const v325 = v324 + v115;
float * const v326 = &(*v74)[v325];
*v326 = v323;
}
uint32_t const v327 = *v127;
bool const v328 = v327 == v69;
uint32_t v1035_store;
uint32_t * v329 = &v1035_store;*v329 = v70;
while([&]{
uint32_t const v330 = *v329;
uint32_t const v331 = 512;
bool const v332 = v330 < v331;
return v332;
}()) {
uint32_t const v333 = *v329;
uint32_t const v334 = v333 / v117;
uint32_t const v335 = v333 % v117;
uint32_t const v336 = *v124;
uint32_t const v337 = v336 + v334;
float_4 v1037_store;
float_4 * v338 = &v1037_store;*v338 = v122;
bool const v339 = v337 < v47;
if(v339) {
uint32_t v1038_store;
uint32_t * v340 = &v1038_store;*v340 = v8;
uint32_t v1039_store;
uint32_t * v341 = &v1039_store;*v341 = v8;
bool const v342 = true;
bool v1040_store;
bool * v343 = &v1040_store;*v343 = v342;
if(v328) {
uint32_t const* const v344 = &v4[v48];
uint32_t const v345 = *v344;
uint32_t const v346 = uint32_t(v345);
uint32_t const v347 = 6;
uint32_t const v348 = v37 + v347;
uint32_t const* const v349 = &v4[v348];
uint32_t const v350 = *v349;
uint32_t const v351 = uint32_t(v350);
uint32_t const v352 = v346 + v351;
uint32_t const v353 = v337 / v9;
uint32_t const v354 = v352 + v353;
uint32_t const* const v355 = &v4[v354];
uint32_t const v356 = *v355;
uint32_t const v357 = uint32_t(v356);
uint32_t const v358 = v357 * v9;
uint32_t const v359 = v337 % v9;
uint32_t const v360 = v358 + v359;
*v341 = v360;
}
 else {
uint32_t const v361 = 8;
uint32_t const v362 = v37 + v361;
uint32_t const* const v363 = &v4[v362];
uint32_t const v364 = *v363;
uint32_t const v365 = uint32_t(v364);
bool const v366 = v337 >= v365;
if(v366) {
bool const v367 = false;
*v343 = v367;
uint32_t const v368 = 9;
uint32_t const v369 = v37 + v368;
uint32_t const* const v370 = &v4[v369];
uint32_t const v371 = *v370;
uint32_t const v372 = uint32_t(v371);
uint32_t const v373 = v372 + v337;
uint32_t const v374 = v373 - v365;
*v340 = v374;
}
 else {
uint32_t const v375 = 6;
uint32_t const v376 = v37 + v375;
uint32_t const* const v377 = &v4[v376];
uint32_t const v378 = *v377;
uint32_t const v379 = uint32_t(v378);
uint32_t const v380 = 7;
uint32_t const v381 = v37 + v380;
uint32_t const* const v382 = &v4[v381];
uint32_t const v383 = *v382;
uint32_t const v384 = uint32_t(v383);
uint32_t const v385 = v337 % v384;
uint32_t const v386 = v379 + v385;
*v341 = v386;
}
}
bool const v387 = *v343;
if(v387) {
uint32_t const v388 = *v341;
uint32_t const v389 = v10 + v388;
uint32_t const v390 = v389 * v30;
uint32_t const v391 = v390 + v38;
uint32_t const v392 = v391 * v117;
uint32_t const v393 = v392 + v335;
uint32_t_4 const* const v394 = &v3[v393];
uint32_t_4 const v395 = *v394;
uint32_t const v396 = v395.i_0;
float const v397 = reinterpret_cast<const float&>(v396);
float_4 const v398 = {v397, v122.i_1, v122.i_2, v122.i_3};
uint32_t const v399 = v395.i_1;
float const v400 = reinterpret_cast<const float&>(v399);
float_4 const v401 = {v398.i_0, v400, v398.i_2, v398.i_3};
uint32_t const v402 = v395.i_2;
float const v403 = reinterpret_cast<const float&>(v402);
float_4 const v404 = {v401.i_0, v401.i_1, v403, v401.i_3};
uint32_t const v405 = v395.i_3;
float const v406 = reinterpret_cast<const float&>(v405);
float_4 const v407 = {v404.i_0, v404.i_1, v404.i_2, v406};
*v338 = v407;
}
 else {
uint32_t const v408 = *v340;
uint32_t const v409 = v408 * v30;
uint32_t const v410 = v409 + v38;
uint32_t const v411 = v410 * v117;
uint32_t const v412 = v411 + v335;
float_4 const* const v413 = &v2[v412];
float_4 const v414 = *v413;
float const v415 = v414.i_0;
float_4 const v416 = {v415, v122.i_1, v122.i_2, v122.i_3};
float const v417 = v414.i_1;
float_4 const v418 = {v416.i_0, v417, v416.i_2, v416.i_3};
float const v419 = v414.i_2;
float_4 const v420 = {v418.i_0, v418.i_1, v419, v418.i_3};
float const v421 = v414.i_3;
float_4 const v422 = {v420.i_0, v420.i_1, v420.i_2, v421};
*v338 = v422;
}
}
uint32_t const v423 = 17;
uint32_t const v424 = v334 * v423;
uint32_t const v425 = v424 + v335;
float_4 * const v426 = &(*v73)[v425];
float_4 const v427 = *v338;
*v426 = v427;
uint32_t const v428 = *v329;
uint32_t const v429 = v428 + v75;
*v329 = v429;
}
__syncthreads();
uint32_t v1043_store;
uint32_t * v430 = &v1043_store;*v430 = v70;
while([&]{
uint32_t const v431 = *v430;
bool const v432 = v431 < v67;
return v432;
}()) {
uint32_t const v433 = *v430;
float * const v434 = &(*v77)[v433];
float const v435 = *v434;
float * const v436 = &(*v78)[v433];
float const v437 = *v436;
float const v438 = v435 * v437;
float v1045_store;
float * v439 = &v1045_store;*v439 = v438;
for(uint32_t v440 = v8; v440 < v114; v440 += v39) {
uint32_t const v441 = *v430;
uint32_t const v442 = v441 * v114;
uint32_t const v443 = v442 + v440;
float * const v444 = &(*v74)[v443];
float const v445 = *v444;
float const v446 = *v439;
float const v447 = v446 + v445;
*v439 = v447;
}
uint32_t const v448 = *v430;
float * const v449 = &(*v77)[v448];
float const v450 = *v439;
*v449 = v450;
uint32_t const v451 = v448 + v75;
*v430 = v451;
}
bool const v452 = v119 < v67;
if(v452) {
uint32_t const v453 = min(v119, v48);
float * const v454 = &(*v78)[v453];
float const v455 = *v454;
float_4 const v456 = *v123;
float const v457 = v456.i_0;
float const v458 = v457 * v455;
float const v459 = v456.i_1;
float const v460 = v459 * v455;
float const v461 = v456.i_2;
float const v462 = v461 * v455;
float const v463 = v456.i_3;
float const v464 = v463 * v455;
float_4 const v465 = float_4{v458, v460, v462, v464};
*v123 = v465;
for(uint32_t v466 = v8; v466 < v114; v466 += v39) {
uint32_t const v467 = 17;
uint32_t const v468 = v466 * v467;
uint32_t const v469 = v468 + v118;
float_4 * const v470 = &(*v73)[v469];
float_4 const v471 = *v470;
uint32_t const v472 = v453 * v114;
uint32_t const v473 = v472 + v466;
float * const v474 = &(*v74)[v473];
float const v475 = *v474;
float const v476 = v471.i_0;
float const v477 = v476 * v475;
float const v478 = v471.i_1;
float const v479 = v478 * v475;
float const v480 = v471.i_2;
float const v481 = v480 * v475;
float const v482 = v471.i_3;
float const v483 = v482 * v475;
float_4 const v484 = *v123;
float const v485 = v484.i_0;
float const v486 = v485 + v477;
float const v487 = v484.i_1;
float const v488 = v487 + v479;
float const v489 = v484.i_2;
float const v490 = v489 + v481;
float const v491 = v484.i_3;
float const v492 = v491 + v483;
float_4 const v493 = float_4{v486, v488, v490, v492};
*v123 = v493;
}
}
__syncthreads();
uint32_t const v494 = *v124;
uint32_t const v495 = v494 + v114;
*v124 = v495;
}
bool const v496 = v119 < v67;
bool const v497 = true;
bool v1048_store;
bool * v498 = &v1048_store;if(v496) {
*v498 = v497;
}
 else {
bool const v499 = false;
*v498 = v499;
}
bool const v500 = *v498;
if(v500) {
uint32_t const v501 = v119 / v30;
uint32_t const v502 = v501 * v36;
uint32_t const v503 = v61 + v502;
uint32_t const v504 = v503 + v48;
uint32_t const* const v505 = &v4[v504];
uint32_t const v506 = *v505;
uint32_t const v507 = uint32_t(v506);
uint32_t const v508 = v507 + v52;
uint32_t const v509 = v38 * v30;
uint32_t const v510 = v119 % v30;
uint32_t const v511 = v509 + v510;
uint32_t const v512 = v508 * v36;
uint32_t const v513 = v512 + v511;
uint32_t const v514 = 66;
uint32_t const v515 = v513 * v514;
float_4 const v516 = *v123;
float const v517 = v516.i_0;
uint32_t const v518 = v118 * v36;
uint32_t const v519 = v515 + v518;
float * const v520 = &v5[v519];
*v520 = v517;
float const v521 = v516.i_1;
uint32_t const v522 = v519 + v39;
float * const v523 = &v5[v522];
*v523 = v521;
float const v524 = v516.i_2;
uint32_t const v525 = v519 + v30;
float * const v526 = &v5[v525];
*v526 = v524;
float const v527 = v516.i_3;
uint32_t const v528 = v519 + v48;
float * const v529 = &v5[v528];
*v529 = v527;
bool const v530 = v118 == v8;
if(v530) {
float * const v531 = &(*v76)[v119];
float const v532 = *v531;
uint32_t const v533 = v515 + v72;
float * const v534 = &v5[v533];
*v534 = v532;
float * const v535 = &(*v77)[v119];
float const v536 = *v535;
uint32_t const v537 = v533 + v39;
float * const v538 = &v5[v537];
*v538 = v536;
}
}
}
return;
}
