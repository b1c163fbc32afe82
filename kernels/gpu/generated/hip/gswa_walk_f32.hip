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
extern "C" __global__ void __launch_bounds__(128) gswa_walk_kernel_n_4_w_4(float_4 const* const __restrict__ v0, float_4 const* const __restrict__ v1, float_4 const* const __restrict__ v2, uint32_t_4 const* const __restrict__ v3, uint32_t const* const __restrict__ v4, float * const __restrict__ v5, info_st const* const __restrict__ v6) {
extern __shared__ __align__(16) char v7[];uint32_t const* const dynamic_meta_v1049 = reinterpret_cast<uint32_t const*>(v6 + 1);
const info_st& info_v1048 = *v6;uint32_t const v8 = 0;
uint32_t const v9 = info_v1048.scalars_usize[0];
uint32_t const v10 = info_v1048.scalars_usize[1];
float const v11 = info_v1048.scalars_f32[0];
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
uint32_t const* const v48 = &v4[v39];
uint32_t const v49 = *v48;
uint32_t const v50 = uint32_t(v49);
uint32_t const v51 = v37 + v36;
uint32_t const* const v52 = &v4[v51];
uint32_t const v53 = *v52;
uint32_t const v54 = uint32_t(v53);
uint32_t const v55 = v54 * v36;
uint32_t const v56 = v50 + v55;
uint32_t const v57 = 5;
uint32_t const v58 = v37 + v57;
uint32_t const* const v59 = &v4[v58];
uint32_t const v60 = *v59;
uint32_t const v61 = uint32_t(v60);
uint32_t const v62 = v61 * v30;
uint32_t const v63 = threadIdx.x;
uint32_t const v64 = 0;
uint32_t const v65 = uint32_t(v63);
array<float_4, 64> * const v66 = reinterpret_cast<array<float_4, 64> *>(&v7[0]);
uint32_t const v67 = 64;
array<float_4, 544> * const v68 = reinterpret_cast<array<float_4, 544> *>(&v7[1024]);
array<float, 128> * const v69 = reinterpret_cast<array<float, 128> *>(&v7[9728]);
uint32_t const v70 = 128;
array<float, 4> * const v71 = reinterpret_cast<array<float, 4> *>(&v7[10240]);
array<float, 4> * const v72 = reinterpret_cast<array<float, 4> *>(&v7[10256]);
array<float, 4> * const v73 = reinterpret_cast<array<float, 4> *>(&v7[10272]);
uint32_t v1067_store;
uint32_t * v74 = &v1067_store;*v74 = v65;
while([&]{
uint32_t const v75 = 16;
uint32_t const v76 = v62 * v75;
uint32_t const v77 = *v74;
bool const v78 = v77 < v76;
return v78;
}()) {
uint32_t const v79 = *v74;
uint32_t const v80 = 16;
uint32_t const v81 = v79 / v80;
uint32_t const v82 = v81 / v30;
uint32_t const v83 = v82 * v36;
uint32_t const v84 = v56 + v83;
uint32_t const* const v85 = &v4[v84];
uint32_t const v86 = *v85;
uint32_t const v87 = uint32_t(v86);
uint32_t const v88 = v38 * v30;
uint32_t const v89 = v81 % v30;
uint32_t const v90 = v88 + v89;
uint32_t const v91 = v87 * v36;
uint32_t const v92 = v91 + v90;
uint32_t const v93 = v92 * v80;
uint32_t const v94 = v79 % v80;
uint32_t const v95 = v93 + v94;
float_4 const* const v96 = &v0[v95];
float_4 const v97 = *v96;
float_4 * const v98 = &(*v66)[v79];
*v98 = v97;
uint32_t const v99 = v79 + v70;
*v74 = v99;
}
uint32_t v1069_store;
uint32_t * v100 = &v1069_store;*v100 = v65;
while([&]{
uint32_t const v101 = *v100;
bool const v102 = v101 < v62;
return v102;
}()) {
uint32_t const v103 = *v100;
float * const v104 = &(*v71)[v103];
float const v105 = -3.402823470e+38;
*v104 = v105;
float * const v106 = &(*v72)[v103];
float const v107 = 0;
*v106 = v107;
uint32_t const v108 = v103 + v70;
*v100 = v108;
}
uint32_t const v109 = 32;
uint32_t const v110 = v65 % v109;
uint32_t const v111 = v65 / v109;
uint32_t const v112 = 16;
uint32_t const v113 = v65 % v112;
uint32_t const v114 = v65 / v112;
array<float_4, 1> v1071_store = {};
array<float_4, 1> * v115 = &v1071_store;float const v116 = 0;
float_4 const v117 = float_4{v116, v116, v116, v116};
float_4 * const v118 = &(*v115)[v8];
*v118 = v117;
uint32_t v1072_store;
uint32_t * v119 = &v1072_store;*v119 = v43;
while([&]{
uint32_t const v120 = *v119;
bool const v121 = v120 < v47;
return v121;
}()) {
uint32_t const* const v122 = &v4[v37];
uint32_t const v123 = *v122;
bool const v124 = v123 == v64;
uint32_t v1074_store;
uint32_t * v125 = &v1074_store;*v125 = v65;
while([&]{
uint32_t const v126 = *v125;
uint32_t const v127 = 512;
bool const v128 = v126 < v127;
return v128;
}()) {
uint32_t const v129 = *v125;
uint32_t const v130 = v129 / v112;
uint32_t const v131 = v129 % v112;
uint32_t const v132 = *v119;
uint32_t const v133 = v132 + v130;
float_4 v1076_store;
float_4 * v134 = &v1076_store;*v134 = v117;
bool const v135 = v133 < v47;
if(v135) {
uint32_t v1077_store;
uint32_t * v136 = &v1077_store;*v136 = v8;
uint32_t v1078_store;
uint32_t * v137 = &v1078_store;*v137 = v8;
bool const v138 = true;
bool v1079_store;
bool * v139 = &v1079_store;*v139 = v138;
if(v124) {
uint32_t const v140 = 3;
uint32_t const* const v141 = &v4[v140];
uint32_t const v142 = *v141;
uint32_t const v143 = uint32_t(v142);
uint32_t const v144 = 6;
uint32_t const v145 = v37 + v144;
uint32_t const* const v146 = &v4[v145];
uint32_t const v147 = *v146;
uint32_t const v148 = uint32_t(v147);
uint32_t const v149 = v143 + v148;
uint32_t const v150 = v133 / v9;
uint32_t const v151 = v149 + v150;
uint32_t const* const v152 = &v4[v151];
uint32_t const v153 = *v152;
uint32_t const v154 = uint32_t(v153);
uint32_t const v155 = v154 * v9;
uint32_t const v156 = v133 % v9;
uint32_t const v157 = v155 + v156;
*v137 = v157;
}
 else {
uint32_t const v158 = 8;
uint32_t const v159 = v37 + v158;
uint32_t const* const v160 = &v4[v159];
uint32_t const v161 = *v160;
uint32_t const v162 = uint32_t(v161);
bool const v163 = v133 >= v162;
if(v163) {
bool const v164 = false;
*v139 = v164;
uint32_t const v165 = 9;
uint32_t const v166 = v37 + v165;
uint32_t const* const v167 = &v4[v166];
uint32_t const v168 = *v167;
uint32_t const v169 = uint32_t(v168);
uint32_t const v170 = v169 + v133;
uint32_t const v171 = v170 - v162;
*v136 = v171;
}
 else {
uint32_t const v172 = 6;
uint32_t const v173 = v37 + v172;
uint32_t const* const v174 = &v4[v173];
uint32_t const v175 = *v174;
uint32_t const v176 = uint32_t(v175);
uint32_t const v177 = 7;
uint32_t const v178 = v37 + v177;
uint32_t const* const v179 = &v4[v178];
uint32_t const v180 = *v179;
uint32_t const v181 = uint32_t(v180);
uint32_t const v182 = v133 % v181;
uint32_t const v183 = v176 + v182;
*v137 = v183;
}
}
bool const v184 = *v139;
if(v184) {
uint32_t const v185 = *v137;
uint32_t const v186 = v185 * v30;
uint32_t const v187 = v186 + v38;
uint32_t const v188 = v187 * v112;
uint32_t const v189 = v188 + v131;
uint32_t_4 const* const v190 = &v3[v189];
uint32_t_4 const v191 = *v190;
uint32_t const v192 = v191.i_0;
float const v193 = reinterpret_cast<const float&>(v192);
float_4 const v194 = {v193, v117.i_1, v117.i_2, v117.i_3};
uint32_t const v195 = v191.i_1;
float const v196 = reinterpret_cast<const float&>(v195);
float_4 const v197 = {v194.i_0, v196, v194.i_2, v194.i_3};
uint32_t const v198 = v191.i_2;
float const v199 = reinterpret_cast<const float&>(v198);
float_4 const v200 = {v197.i_0, v197.i_1, v199, v197.i_3};
uint32_t const v201 = v191.i_3;
float const v202 = reinterpret_cast<const float&>(v201);
float_4 const v203 = {v200.i_0, v200.i_1, v200.i_2, v202};
*v134 = v203;
}
 else {
uint32_t const v204 = *v136;
uint32_t const v205 = v204 * v30;
uint32_t const v206 = v205 + v38;
uint32_t const v207 = v206 * v112;
uint32_t const v208 = v207 + v131;
float_4 const* const v209 = &v1[v208];
float_4 const v210 = *v209;
float const v211 = v210.i_0;
float_4 const v212 = {v211, v117.i_1, v117.i_2, v117.i_3};
float const v213 = v210.i_1;
float_4 const v214 = {v212.i_0, v213, v212.i_2, v212.i_3};
float const v215 = v210.i_2;
float_4 const v216 = {v214.i_0, v214.i_1, v215, v214.i_3};
float const v217 = v210.i_3;
float_4 const v218 = {v216.i_0, v216.i_1, v216.i_2, v217};
*v134 = v218;
}
}
uint32_t const v219 = 17;
uint32_t const v220 = v130 * v219;
uint32_t const v221 = v220 + v131;
float_4 * const v222 = &(*v68)[v221];
float_4 const v223 = *v134;
*v222 = v223;
uint32_t const v224 = *v125;
uint32_t const v225 = v224 + v70;
*v125 = v225;
}
__syncthreads();
array<float, 1> v1084_store = {};
array<float, 1> * v226 = &v1084_store;float * const v227 = &(*v226)[v8];
*v227 = v116;
for(uint32_t v228 = v8; v228 < v112; v228 += v39) {
uint32_t const v229 = 17;
uint32_t const v230 = v110 * v229;
uint32_t const v231 = v230 + v228;
float_4 * const v232 = &(*v68)[v231];
float_4 const v233 = *v232;
uint32_t const v234 = 3;
uint32_t const v235 = min(v111, v234);
uint32_t const v236 = v235 * v112;
uint32_t const v237 = v236 + v228;
float_4 * const v238 = &(*v66)[v237];
float_4 const v239 = *v238;
float const v240 = v233.i_0;
float const v241 = v239.i_0;
float const v242 = v240 * v241;
float const v243 = v233.i_1;
float const v244 = v239.i_1;
float const v245 = v243 * v244;
float const v246 = v233.i_2;
float const v247 = v239.i_2;
float const v248 = v246 * v247;
float const v249 = v233.i_3;
float const v250 = v239.i_3;
float const v251 = v249 * v250;
float const v252 = *v227;
float const v253 = v252 + v242;
*v227 = v253;
float const v254 = *v227;
float const v255 = v254 + v245;
*v227 = v255;
float const v256 = *v227;
float const v257 = v256 + v248;
*v227 = v257;
float const v258 = *v227;
float const v259 = v258 + v251;
*v227 = v259;
}
uint32_t const v260 = *v119;
uint32_t const v261 = v260 + v110;
bool const v262 = v111 < v62;
if(v262) {
uint32_t const v263 = v111 / v30;
uint32_t const v264 = v263 * v36;
uint32_t const v265 = v56 + v264;
bool const v266 = v261 < v47;
bool v1086_store;
bool * v267 = &v1086_store;if(v266) {
uint32_t const v268 = v265 + v39;
uint32_t const* const v269 = &v4[v268];
uint32_t const v270 = *v269;
uint32_t const v271 = uint32_t(v270);
bool const v272 = v261 >= v271;
*v267 = v272;
}
 else {
bool const v273 = false;
*v267 = v273;
}
bool const v274 = *v267;
bool v1087_store;
bool * v275 = &v1087_store;if(v274) {
uint32_t const v276 = v265 + v30;
uint32_t const* const v277 = &v4[v276];
uint32_t const v278 = *v277;
uint32_t const v279 = uint32_t(v278);
bool const v280 = v261 <= v279;
*v275 = v280;
}
 else {
bool const v281 = false;
*v275 = v281;
}
float const v282 = *v227;
float const v283 = v282 * v11;
bool const v284 = *v275;
float const v285 = -3.402823470e+38;
float const v286 = v284 ? v283 : v285;
*v227 = v286;
float const v287 = *v227;
uint32_t const v288 = v111 * v109;
uint32_t const v289 = v288 + v110;
float * const v290 = &(*v69)[v289];
*v290 = v287;
}
__syncthreads();
uint32_t v1088_store;
uint32_t * v291 = &v1088_store;*v291 = v65;
while([&]{
uint32_t const v292 = *v291;
bool const v293 = v292 < v62;
return v293;
}()) {
uint32_t const v294 = *v291;
float * const v295 = &(*v71)[v294];
float const v296 = *v295;
float v1090_store;
float * v297 = &v1090_store;*v297 = v296;
for(uint32_t v298 = v8; v298 < v109; v298 += v39) {
uint32_t const v299 = *v291;
uint32_t const v300 = v299 * v109;
uint32_t const v301 = v300 + v298;
float * const v302 = &(*v69)[v301];
float const v303 = *v302;
float const v304 = *v297;
float const v305 = max(v304, v303);
*v297 = v305;
}
uint32_t const v306 = *v291;
float * const v307 = &(*v71)[v306];
float const v308 = *v297;
*v307 = v308;
float const v309 = v296 - v308;
float const v310 = exp(v309);float * const v311 = &(*v73)[v306];
*v311 = v310;
uint32_t const v312 = v306 + v70;
*v291 = v312;
}
__syncthreads();
if(v262) {
float const v313 = *v227;
float const v314 = -3.402823470e+38;
bool const v315 = v313 == v314;
float * const v316 = &(*v71)[v111];
float const v317 = *v316;
float const v318 = v313 - v317;
float const v319 = exp(v318);float const v320 = v315 ? v116 : v319;
uint32_t const v321 = v111 * v109;
uint32_t const v322 = v321 + v110;
float * const v323 = &(*v69)[v322];
*v323 = v320;
}
uint32_t const v324 = *v122;
bool const v325 = v324 == v64;
uint32_t v1092_store;
uint32_t * v326 = &v1092_store;*v326 = v65;
while([&]{
uint32_t const v327 = *v326;
uint32_t const v328 = 512;
bool const v329 = v327 < v328;
return v329;
}()) {
uint32_t const v330 = *v326;
uint32_t const v331 = v330 / v112;
uint32_t const v332 = v330 % v112;
uint32_t const v333 = *v119;
uint32_t const v334 = v333 + v331;
float_4 v1094_store;
float_4 * v335 = &v1094_store;*v335 = v117;
bool const v336 = v334 < v47;
if(v336) {
uint32_t v1095_store;
uint32_t * v337 = &v1095_store;*v337 = v8;
uint32_t v1096_store;
uint32_t * v338 = &v1096_store;*v338 = v8;
bool const v339 = true;
bool v1097_store;
bool * v340 = &v1097_store;*v340 = v339;
if(v325) {
uint32_t const v341 = 3;
uint32_t const* const v342 = &v4[v341];
uint32_t const v343 = *v342;
uint32_t const v344 = uint32_t(v343);
uint32_t const v345 = 6;
uint32_t const v346 = v37 + v345;
uint32_t const* const v347 = &v4[v346];
uint32_t const v348 = *v347;
uint32_t const v349 = uint32_t(v348);
uint32_t const v350 = v344 + v349;
uint32_t const v351 = v334 / v9;
uint32_t const v352 = v350 + v351;
uint32_t const* const v353 = &v4[v352];
uint32_t const v354 = *v353;
uint32_t const v355 = uint32_t(v354);
uint32_t const v356 = v355 * v9;
uint32_t const v357 = v334 % v9;
uint32_t const v358 = v356 + v357;
*v338 = v358;
}
 else {
uint32_t const v359 = 8;
uint32_t const v360 = v37 + v359;
uint32_t const* const v361 = &v4[v360];
uint32_t const v362 = *v361;
uint32_t const v363 = uint32_t(v362);
bool const v364 = v334 >= v363;
if(v364) {
bool const v365 = false;
*v340 = v365;
uint32_t const v366 = 9;
uint32_t const v367 = v37 + v366;
uint32_t const* const v368 = &v4[v367];
uint32_t const v369 = *v368;
uint32_t const v370 = uint32_t(v369);
uint32_t const v371 = v370 + v334;
uint32_t const v372 = v371 - v363;
*v337 = v372;
}
 else {
uint32_t const v373 = 6;
uint32_t const v374 = v37 + v373;
uint32_t const* const v375 = &v4[v374];
uint32_t const v376 = *v375;
uint32_t const v377 = uint32_t(v376);
uint32_t const v378 = 7;
uint32_t const v379 = v37 + v378;
uint32_t const* const v380 = &v4[v379];
uint32_t const v381 = *v380;
uint32_t const v382 = uint32_t(v381);
uint32_t const v383 = v334 % v382;
uint32_t const v384 = v377 + v383;
*v338 = v384;
}
}
bool const v385 = *v340;
if(v385) {
uint32_t const v386 = *v338;
uint32_t const v387 = v386 * v30;
uint32_t const v388 = v387 + v38;
uint32_t const v389 = v10 * v30;
uint32_t const v390 = v388 + v389;
uint32_t const v391 = v390 * v112;
uint32_t const v392 = v391 + v332;
uint32_t_4 const* const v393 = &v3[v392];
uint32_t_4 const v394 = *v393;
uint32_t const v395 = v394.i_0;
float const v396 = reinterpret_cast<const float&>(v395);
float_4 const v397 = {v396, v117.i_1, v117.i_2, v117.i_3};
uint32_t const v398 = v394.i_1;
float const v399 = reinterpret_cast<const float&>(v398);
float_4 const v400 = {v397.i_0, v399, v397.i_2, v397.i_3};
uint32_t const v401 = v394.i_2;
float const v402 = reinterpret_cast<const float&>(v401);
float_4 const v403 = {v400.i_0, v400.i_1, v402, v400.i_3};
uint32_t const v404 = v394.i_3;
float const v405 = reinterpret_cast<const float&>(v404);
float_4 const v406 = {v403.i_0, v403.i_1, v403.i_2, v405};
*v335 = v406;
}
 else {
uint32_t const v407 = *v337;
uint32_t const v408 = v407 * v30;
uint32_t const v409 = v408 + v38;
uint32_t const v410 = v409 * v112;
uint32_t const v411 = v410 + v332;
float_4 const* const v412 = &v2[v411];
float_4 const v413 = *v412;
float const v414 = v413.i_0;
float_4 const v415 = {v414, v117.i_1, v117.i_2, v117.i_3};
float const v416 = v413.i_1;
float_4 const v417 = {v415.i_0, v416, v415.i_2, v415.i_3};
float const v418 = v413.i_2;
float_4 const v419 = {v417.i_0, v417.i_1, v418, v417.i_3};
float const v420 = v413.i_3;
float_4 const v421 = {v419.i_0, v419.i_1, v419.i_2, v420};
*v335 = v421;
}
}
uint32_t const v422 = 17;
uint32_t const v423 = v331 * v422;
uint32_t const v424 = v423 + v332;
float_4 * const v425 = &(*v68)[v424];
float_4 const v426 = *v335;
*v425 = v426;
uint32_t const v427 = *v326;
uint32_t const v428 = v427 + v70;
*v326 = v428;
}
__syncthreads();
uint32_t v1102_store;
uint32_t * v429 = &v1102_store;*v429 = v65;
while([&]{
uint32_t const v430 = *v429;
bool const v431 = v430 < v62;
return v431;
}()) {
uint32_t const v432 = *v429;
float * const v433 = &(*v72)[v432];
float const v434 = *v433;
float * const v435 = &(*v73)[v432];
float const v436 = *v435;
float const v437 = v434 * v436;
float v1104_store;
float * v438 = &v1104_store;*v438 = v437;
for(uint32_t v439 = v8; v439 < v109; v439 += v39) {
uint32_t const v440 = *v429;
uint32_t const v441 = v440 * v109;
uint32_t const v442 = v441 + v439;
float * const v443 = &(*v69)[v442];
float const v444 = *v443;
float const v445 = *v438;
float const v446 = v445 + v444;
*v438 = v446;
}
uint32_t const v447 = *v429;
float * const v448 = &(*v72)[v447];
float const v449 = *v438;
*v448 = v449;
uint32_t const v450 = v447 + v70;
*v429 = v450;
}
bool const v451 = v114 < v62;
if(v451) {
uint32_t const v452 = 3;
uint32_t const v453 = min(v114, v452);
float * const v454 = &(*v73)[v453];
float const v455 = *v454;
float_4 const v456 = *v118;
float const v457 = v456.i_0;
float const v458 = v457 * v455;
float const v459 = v456.i_1;
float const v460 = v459 * v455;
float const v461 = v456.i_2;
float const v462 = v461 * v455;
float const v463 = v456.i_3;
float const v464 = v463 * v455;
float_4 const v465 = float_4{v458, v460, v462, v464};
*v118 = v465;
for(uint32_t v466 = v8; v466 < v109; v466 += v39) {
uint32_t const v467 = 17;
uint32_t const v468 = v466 * v467;
uint32_t const v469 = v468 + v113;
float_4 * const v470 = &(*v68)[v469];
float_4 const v471 = *v470;
uint32_t const v472 = v453 * v109;
uint32_t const v473 = v472 + v466;
float * const v474 = &(*v69)[v473];
float const v475 = *v474;
float const v476 = v471.i_0;
float const v477 = v476 * v475;
float const v478 = v471.i_1;
float const v479 = v478 * v475;
float const v480 = v471.i_2;
float const v481 = v480 * v475;
float const v482 = v471.i_3;
float const v483 = v482 * v475;
float_4 const v484 = *v118;
float const v485 = v484.i_0;
float const v486 = v485 + v477;
float const v487 = v484.i_1;
float const v488 = v487 + v479;
float const v489 = v484.i_2;
float const v490 = v489 + v481;
float const v491 = v484.i_3;
float const v492 = v491 + v483;
float_4 const v493 = float_4{v486, v488, v490, v492};
*v118 = v493;
}
}
__syncthreads();
uint32_t const v494 = *v119;
uint32_t const v495 = v494 + v109;
*v119 = v495;
}
bool const v496 = v114 < v62;
bool const v497 = true;
bool v1107_store;
bool * v498 = &v1107_store;if(v496) {
*v498 = v497;
}
 else {
bool const v499 = false;
*v498 = v499;
}
bool const v500 = *v498;
if(v500) {
uint32_t const v501 = v114 / v30;
uint32_t const v502 = v501 * v36;
uint32_t const v503 = v56 + v502;
uint32_t const v504 = 3;
uint32_t const v505 = v503 + v504;
uint32_t const* const v506 = &v4[v505];
uint32_t const v507 = *v506;
uint32_t const v508 = uint32_t(v507);
uint32_t const v509 = v37 + v504;
uint32_t const* const v510 = &v4[v509];
uint32_t const v511 = *v510;
uint32_t const v512 = uint32_t(v511);
uint32_t const v513 = v508 + v512;
uint32_t const v514 = v38 * v30;
uint32_t const v515 = v114 % v30;
uint32_t const v516 = v514 + v515;
uint32_t const v517 = v513 * v36;
uint32_t const v518 = v517 + v516;
uint32_t const v519 = 66;
uint32_t const v520 = v518 * v519;
float_4 const v521 = *v118;
float const v522 = v521.i_0;
uint32_t const v523 = v113 * v36;
uint32_t const v524 = v520 + v523;
float * const v525 = &v5[v524];
*v525 = v522;
float const v526 = v521.i_1;
uint32_t const v527 = v524 + v39;
float * const v528 = &v5[v527];
*v528 = v526;
float const v529 = v521.i_2;
uint32_t const v530 = v524 + v30;
float * const v531 = &v5[v530];
*v531 = v529;
float const v532 = v521.i_3;
uint32_t const v533 = v524 + v504;
float * const v534 = &v5[v533];
*v534 = v532;
bool const v535 = v113 == v8;
if(v535) {
float * const v536 = &(*v71)[v114];
float const v537 = *v536;
uint32_t const v538 = v520 + v67;
float * const v539 = &v5[v538];
*v539 = v537;
float * const v540 = &(*v72)[v114];
float const v541 = *v540;
uint32_t const v542 = v538 + v39;
float * const v543 = &v5[v542];
*v543 = v541;
}
}
}
return;
}
