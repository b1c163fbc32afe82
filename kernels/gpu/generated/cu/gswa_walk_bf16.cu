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
struct alignas(8) uint32_t_2 { uint32_t i_0; uint32_t i_1; };
struct alignas(16) float_4 { float i_0; float i_1; float i_2; float i_3; };

struct info_st {
    uint32_t scalars_usize[2];
float scalars_f32[2];uint32_t static_meta[6];
};
extern "C" __global__ void __launch_bounds__(128)  gswa_walk_kernel_n_4_w_2(float_4 const* const __restrict__ v0, float_4 const* const __restrict__ v1, float_4 const* const __restrict__ v2, uint32_t_2 const* const __restrict__ v3, uint32_t const* const __restrict__ v4, float * const __restrict__ v5, info_st const* const __restrict__ v6) {
extern __shared__ __align__(16) char v7[];uint32_t const* const dynamic_meta_v1273 = reinterpret_cast<uint32_t const*>(v6 + 1);
const info_st& info_v1272 = *v6;uint32_t const v8 = 0;
uint32_t const v9 = info_v1272.scalars_usize[0];
uint32_t const v10 = info_v1272.scalars_usize[1];
float const v11 = info_v1272.scalars_f32[0];
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
uint32_t const v65 = 1;
uint32_t const v66 = uint32_t(v63);
array<float_4, 64> * const v67 = reinterpret_cast<array<float_4, 64> *>(&v7[0]);
uint32_t const v68 = 64;
array<float_4, 544> * const v69 = reinterpret_cast<array<float_4, 544> *>(&v7[1024]);
array<float, 128> * const v70 = reinterpret_cast<array<float, 128> *>(&v7[9728]);
uint32_t const v71 = 128;
array<float, 4> * const v72 = reinterpret_cast<array<float, 4> *>(&v7[10240]);
array<float, 4> * const v73 = reinterpret_cast<array<float, 4> *>(&v7[10256]);
array<float, 4> * const v74 = reinterpret_cast<array<float, 4> *>(&v7[10272]);
uint32_t v1291_store;
uint32_t * v75 = &v1291_store;*v75 = v66;
while([&]{
uint32_t const v76 = 16;
uint32_t const v77 = v62 * v76;
uint32_t const v78 = *v75;
bool const v79 = v78 < v77;
return v79;
}()) {
uint32_t const v80 = *v75;
uint32_t const v81 = 16;
uint32_t const v82 = v80 / v81;
uint32_t const v83 = v82 / v30;
uint32_t const v84 = v83 * v36;
uint32_t const v85 = v56 + v84;
uint32_t const* const v86 = &v4[v85];
uint32_t const v87 = *v86;
uint32_t const v88 = uint32_t(v87);
uint32_t const v89 = v38 * v30;
uint32_t const v90 = v82 % v30;
uint32_t const v91 = v89 + v90;
uint32_t const v92 = v88 * v36;
uint32_t const v93 = v92 + v91;
uint32_t const v94 = v93 * v81;
uint32_t const v95 = v80 % v81;
uint32_t const v96 = v94 + v95;
float_4 const* const v97 = &v0[v96];
float_4 const v98 = *v97;
float_4 * const v99 = &(*v67)[v80];
*v99 = v98;
uint32_t const v100 = v80 + v71;
*v75 = v100;
}
uint32_t v1293_store;
uint32_t * v101 = &v1293_store;*v101 = v66;
while([&]{
uint32_t const v102 = *v101;
bool const v103 = v102 < v62;
return v103;
}()) {
uint32_t const v104 = *v101;
float * const v105 = &(*v72)[v104];
float const v106 = -3.402823470e+38;
*v105 = v106;
float * const v107 = &(*v73)[v104];
float const v108 = 0;
*v107 = v108;
uint32_t const v109 = v104 + v71;
*v101 = v109;
}
uint32_t const v110 = 32;
uint32_t const v111 = v66 % v110;
uint32_t const v112 = v66 / v110;
uint32_t const v113 = 16;
uint32_t const v114 = v66 % v113;
uint32_t const v115 = v66 / v113;
array<float_4, 1> v1295_store = {};
array<float_4, 1> * v116 = &v1295_store;float const v117 = 0;
float_4 const v118 = float_4{v117, v117, v117, v117};
float_4 * const v119 = &(*v116)[v8];
*v119 = v118;
uint32_t v1296_store;
uint32_t * v120 = &v1296_store;*v120 = v43;
while([&]{
uint32_t const v121 = *v120;
bool const v122 = v121 < v47;
return v122;
}()) {
uint32_t const* const v123 = &v4[v37];
uint32_t const v124 = *v123;
bool const v125 = v124 == v64;
uint32_t v1298_store;
uint32_t * v126 = &v1298_store;*v126 = v66;
while([&]{
uint32_t const v127 = *v126;
uint32_t const v128 = 512;
bool const v129 = v127 < v128;
return v129;
}()) {
uint32_t const v130 = *v126;
uint32_t const v131 = v130 / v113;
uint32_t const v132 = v130 % v113;
uint32_t const v133 = *v120;
uint32_t const v134 = v133 + v131;
float_4 v1300_store;
float_4 * v135 = &v1300_store;*v135 = v118;
bool const v136 = v134 < v47;
if(v136) {
uint32_t v1301_store;
uint32_t * v137 = &v1301_store;*v137 = v8;
uint32_t v1302_store;
uint32_t * v138 = &v1302_store;*v138 = v8;
bool const v139 = true;
bool v1303_store;
bool * v140 = &v1303_store;*v140 = v139;
if(v125) {
uint32_t const v141 = 3;
uint32_t const* const v142 = &v4[v141];
uint32_t const v143 = *v142;
uint32_t const v144 = uint32_t(v143);
uint32_t const v145 = 6;
uint32_t const v146 = v37 + v145;
uint32_t const* const v147 = &v4[v146];
uint32_t const v148 = *v147;
uint32_t const v149 = uint32_t(v148);
uint32_t const v150 = v144 + v149;
uint32_t const v151 = v134 / v9;
uint32_t const v152 = v150 + v151;
uint32_t const* const v153 = &v4[v152];
uint32_t const v154 = *v153;
uint32_t const v155 = uint32_t(v154);
uint32_t const v156 = v155 * v9;
uint32_t const v157 = v134 % v9;
uint32_t const v158 = v156 + v157;
*v138 = v158;
}
 else {
uint32_t const v159 = 8;
uint32_t const v160 = v37 + v159;
uint32_t const* const v161 = &v4[v160];
uint32_t const v162 = *v161;
uint32_t const v163 = uint32_t(v162);
bool const v164 = v134 >= v163;
if(v164) {
bool const v165 = false;
*v140 = v165;
uint32_t const v166 = 9;
uint32_t const v167 = v37 + v166;
uint32_t const* const v168 = &v4[v167];
uint32_t const v169 = *v168;
uint32_t const v170 = uint32_t(v169);
uint32_t const v171 = v170 + v134;
uint32_t const v172 = v171 - v163;
*v137 = v172;
}
 else {
uint32_t const v173 = 6;
uint32_t const v174 = v37 + v173;
uint32_t const* const v175 = &v4[v174];
uint32_t const v176 = *v175;
uint32_t const v177 = uint32_t(v176);
uint32_t const v178 = 7;
uint32_t const v179 = v37 + v178;
uint32_t const* const v180 = &v4[v179];
uint32_t const v181 = *v180;
uint32_t const v182 = uint32_t(v181);
uint32_t const v183 = v134 % v182;
uint32_t const v184 = v177 + v183;
*v138 = v184;
}
}
bool const v185 = *v140;
if(v185) {
uint32_t const v186 = *v138;
uint32_t const v187 = v186 * v30;
uint32_t const v188 = v187 + v38;
uint32_t const v189 = v188 * v113;
uint32_t const v190 = v189 + v132;
uint32_t_2 const* const v191 = &v3[v190];
uint32_t_2 const v192 = *v191;
uint32_t const v193 = v192.i_0;
uint32_t const v194 = 65535;
uint32_t const v195 = v193 & v194;
uint32_t const v196 = 16;
uint32_t const v197 = v195 << v196;
float const v198 = reinterpret_cast<const float&>(v197);
float_4 const v199 = {v198, v118.i_1, v118.i_2, v118.i_3};
uint32_t const v200 = v193 >> v196;
uint32_t const v201 = v200 & v194;
uint32_t const v202 = v201 << v196;
float const v203 = reinterpret_cast<const float&>(v202);
float_4 const v204 = {v199.i_0, v203, v199.i_2, v199.i_3};
uint32_t const v205 = v192.i_1;
uint32_t const v206 = v205 & v194;
uint32_t const v207 = v206 << v196;
float const v208 = reinterpret_cast<const float&>(v207);
float_4 const v209 = {v204.i_0, v204.i_1, v208, v204.i_3};
uint32_t const v210 = v205 >> v196;
uint32_t const v211 = v210 & v194;
uint32_t const v212 = v211 << v196;
float const v213 = reinterpret_cast<const float&>(v212);
float_4 const v214 = {v209.i_0, v209.i_1, v209.i_2, v213};
*v135 = v214;
}
 else {
uint32_t const v215 = *v137;
uint32_t const v216 = v215 * v30;
uint32_t const v217 = v216 + v38;
uint32_t const v218 = v217 * v113;
uint32_t const v219 = v218 + v132;
float_4 const* const v220 = &v1[v219];
float_4 const v221 = *v220;
float const v222 = v221.i_0;
uint32_t const v223 = reinterpret_cast<const uint32_t&>(v222);
uint32_t const v224 = 32767;
uint32_t const v225 = v223 + v224;
uint32_t const v226 = 16;
uint32_t const v227 = v223 >> v226;
uint32_t const v228 = v227 & v65;
uint32_t const v229 = v225 + v228;
uint32_t const v230 = v229 >> v226;
uint32_t const v231 = 64;
uint32_t const v232 = v227 | v231;
uint32_t const v233 = 2147483647;
uint32_t const v234 = v223 & v233;
uint32_t const v235 = 2139095040;
bool const v236 = v234 > v235;
uint32_t const v237 = v236 ? v232 : v230;
uint32_t const v238 = v237 << v226;
float const v239 = reinterpret_cast<const float&>(v238);
float_4 const v240 = {v239, v118.i_1, v118.i_2, v118.i_3};
float const v241 = v221.i_1;
uint32_t const v242 = reinterpret_cast<const uint32_t&>(v241);
uint32_t const v243 = v242 + v224;
uint32_t const v244 = v242 >> v226;
uint32_t const v245 = v244 & v65;
uint32_t const v246 = v243 + v245;
uint32_t const v247 = v246 >> v226;
uint32_t const v248 = v244 | v231;
uint32_t const v249 = v242 & v233;
bool const v250 = v249 > v235;
uint32_t const v251 = v250 ? v248 : v247;
uint32_t const v252 = v251 << v226;
float const v253 = reinterpret_cast<const float&>(v252);
float_4 const v254 = {v240.i_0, v253, v240.i_2, v240.i_3};
float const v255 = v221.i_2;
uint32_t const v256 = reinterpret_cast<const uint32_t&>(v255);
uint32_t const v257 = v256 + v224;
uint32_t const v258 = v256 >> v226;
uint32_t const v259 = v258 & v65;
uint32_t const v260 = v257 + v259;
uint32_t const v261 = v260 >> v226;
uint32_t const v262 = v258 | v231;
uint32_t const v263 = v256 & v233;
bool const v264 = v263 > v235;
uint32_t const v265 = v264 ? v262 : v261;
uint32_t const v266 = v265 << v226;
float const v267 = reinterpret_cast<const float&>(v266);
float_4 const v268 = {v254.i_0, v254.i_1, v267, v254.i_3};
float const v269 = v221.i_3;
uint32_t const v270 = reinterpret_cast<const uint32_t&>(v269);
uint32_t const v271 = v270 + v224;
uint32_t const v272 = v270 >> v226;
uint32_t const v273 = v272 & v65;
uint32_t const v274 = v271 + v273;
uint32_t const v275 = v274 >> v226;
uint32_t const v276 = v272 | v231;
uint32_t const v277 = v270 & v233;
bool const v278 = v277 > v235;
uint32_t const v279 = v278 ? v276 : v275;
uint32_t const v280 = v279 << v226;
float const v281 = reinterpret_cast<const float&>(v280);
float_4 const v282 = {v268.i_0, v268.i_1, v268.i_2, v281};
*v135 = v282;
}
}
uint32_t const v283 = 17;
uint32_t const v284 = v131 * v283;
uint32_t const v285 = v284 + v132;
float_4 * const v286 = &(*v69)[v285];
float_4 const v287 = *v135;
*v286 = v287;
uint32_t const v288 = *v126;
uint32_t const v289 = v288 + v71;
*v126 = v289;
}
__syncthreads();
array<float, 1> v1308_store = {};
array<float, 1> * v290 = &v1308_store;float * const v291 = &(*v290)[v8];
*v291 = v117;
for(uint32_t v292 = v8; v292 < v113; v292 += v39) {
uint32_t const v293 = 17;
uint32_t const v294 = v111 * v293;
uint32_t const v295 = v294 + v292;
float_4 * const v296 = &(*v69)[v295];
float_4 const v297 = *v296;
uint32_t const v298 = 3;
uint32_t const v299 = min(v112, v298);
uint32_t const v300 = v299 * v113;
uint32_t const v301 = v300 + v292;
float_4 * const v302 = &(*v67)[v301];
float_4 const v303 = *v302;
float const v304 = v297.i_0;
float const v305 = v303.i_0;
float const v306 = v304 * v305;
float const v307 = v297.i_1;
float const v308 = v303.i_1;
float const v309 = v307 * v308;
float const v310 = v297.i_2;
float const v311 = v303.i_2;
float const v312 = v310 * v311;
float const v313 = v297.i_3;
float const v314 = v303.i_3;
float const v315 = v313 * v314;
float const v316 = *v291;
float const v317 = v316 + v306;
*v291 = v317;
float const v318 = *v291;
float const v319 = v318 + v309;
*v291 = v319;
float const v320 = *v291;
float const v321 = v320 + v312;
*v291 = v321;
float const v322 = *v291;
float const v323 = v322 + v315;
*v291 = v323;
}
uint32_t const v324 = *v120;
uint32_t const v325 = v324 + v111;
bool const v326 = v112 < v62;
if(v326) {
uint32_t const v327 = v112 / v30;
uint32_t const v328 = v327 * v36;
uint32_t const v329 = v56 + v328;
bool const v330 = v325 < v47;
bool v1310_store;
bool * v331 = &v1310_store;if(v330) {
uint32_t const v332 = v329 + v39;
uint32_t const* const v333 = &v4[v332];
uint32_t const v334 = *v333;
uint32_t const v335 = uint32_t(v334);
bool const v336 = v325 >= v335;
*v331 = v336;
}
 else {
bool const v337 = false;
*v331 = v337;
}
bool const v338 = *v331;
bool v1311_store;
bool * v339 = &v1311_store;if(v338) {
uint32_t const v340 = v329 + v30;
uint32_t const* const v341 = &v4[v340];
uint32_t const v342 = *v341;
uint32_t const v343 = uint32_t(v342);
bool const v344 = v325 <= v343;
*v339 = v344;
}
 else {
bool const v345 = false;
*v339 = v345;
}
float const v346 = *v291;
float const v347 = v346 * v11;
bool const v348 = *v339;
float const v349 = -3.402823470e+38;
float const v350 = v348 ? v347 : v349;
*v291 = v350;
float const v351 = *v291;
uint32_t const v352 = v112 * v110;
uint32_t const v353 = v352 + v111;
float * const v354 = &(*v70)[v353];
*v354 = v351;
}
__syncthreads();
uint32_t v1312_store;
uint32_t * v355 = &v1312_store;*v355 = v66;
while([&]{
uint32_t const v356 = *v355;
bool const v357 = v356 < v62;
return v357;
}()) {
uint32_t const v358 = *v355;
float * const v359 = &(*v72)[v358];
float const v360 = *v359;
float v1314_store;
float * v361 = &v1314_store;*v361 = v360;
for(uint32_t v362 = v8; v362 < v110; v362 += v39) {
uint32_t const v363 = *v355;
uint32_t const v364 = v363 * v110;
uint32_t const v365 = v364 + v362;
float * const v366 = &(*v70)[v365];
float const v367 = *v366;
float const v368 = *v361;
float const v369 = max(v368, v367);
*v361 = v369;
}
uint32_t const v370 = *v355;
float * const v371 = &(*v72)[v370];
float const v372 = *v361;
*v371 = v372;
float const v373 = v360 - v372;
float const v374 = exp(v373);float * const v375 = &(*v74)[v370];
*v375 = v374;
uint32_t const v376 = v370 + v71;
*v355 = v376;
}
__syncthreads();
if(v326) {
float const v377 = *v291;
float const v378 = -3.402823470e+38;
bool const v379 = v377 == v378;
float * const v380 = &(*v72)[v112];
float const v381 = *v380;
float const v382 = v377 - v381;
float const v383 = exp(v382);float const v384 = v379 ? v117 : v383;
uint32_t const v385 = v112 * v110;
uint32_t const v386 = v385 + v111;
float * const v387 = &(*v70)[v386];
*v387 = v384;
}
uint32_t const v388 = *v123;
bool const v389 = v388 == v64;
uint32_t v1316_store;
uint32_t * v390 = &v1316_store;*v390 = v66;
while([&]{
uint32_t const v391 = *v390;
uint32_t const v392 = 512;
bool const v393 = v391 < v392;
return v393;
}()) {
uint32_t const v394 = *v390;
uint32_t const v395 = v394 / v113;
uint32_t const v396 = v394 % v113;
uint32_t const v397 = *v120;
uint32_t const v398 = v397 + v395;
float_4 v1318_store;
float_4 * v399 = &v1318_store;*v399 = v118;
bool const v400 = v398 < v47;
if(v400) {
uint32_t v1319_store;
uint32_t * v401 = &v1319_store;*v401 = v8;
uint32_t v1320_store;
uint32_t * v402 = &v1320_store;*v402 = v8;
bool const v403 = true;
bool v1321_store;
bool * v404 = &v1321_store;*v404 = v403;
if(v389) {
uint32_t const v405 = 3;
uint32_t const* const v406 = &v4[v405];
uint32_t const v407 = *v406;
uint32_t const v408 = uint32_t(v407);
uint32_t const v409 = 6;
uint32_t const v410 = v37 + v409;
uint32_t const* const v411 = &v4[v410];
uint32_t const v412 = *v411;
uint32_t const v413 = uint32_t(v412);
uint32_t const v414 = v408 + v413;
uint32_t const v415 = v398 / v9;
uint32_t const v416 = v414 + v415;
uint32_t const* const v417 = &v4[v416];
uint32_t const v418 = *v417;
uint32_t const v419 = uint32_t(v418);
uint32_t const v420 = v419 * v9;
uint32_t const v421 = v398 % v9;
uint32_t const v422 = v420 + v421;
*v402 = v422;
}
 else {
uint32_t const v423 = 8;
uint32_t const v424 = v37 + v423;
uint32_t const* const v425 = &v4[v424];
uint32_t const v426 = *v425;
uint32_t const v427 = uint32_t(v426);
bool const v428 = v398 >= v427;
if(v428) {
bool const v429 = false;
*v404 = v429;
uint32_t const v430 = 9;
uint32_t const v431 = v37 + v430;
uint32_t const* const v432 = &v4[v431];
uint32_t const v433 = *v432;
uint32_t const v434 = uint32_t(v433);
uint32_t const v435 = v434 + v398;
uint32_t const v436 = v435 - v427;
*v401 = v436;
}
 else {
uint32_t const v437 = 6;
uint32_t const v438 = v37 + v437;
uint32_t const* const v439 = &v4[v438];
uint32_t const v440 = *v439;
uint32_t const v441 = uint32_t(v440);
uint32_t const v442 = 7;
uint32_t const v443 = v37 + v442;
uint32_t const* const v444 = &v4[v443];
uint32_t const v445 = *v444;
uint32_t const v446 = uint32_t(v445);
uint32_t const v447 = v398 % v446;
uint32_t const v448 = v441 + v447;
*v402 = v448;
}
}
bool const v449 = *v404;
if(v449) {
uint32_t const v450 = *v402;
uint32_t const v451 = v450 * v30;
uint32_t const v452 = v451 + v38;
uint32_t const v453 = v10 * v30;
uint32_t const v454 = v452 + v453;
uint32_t const v455 = v454 * v113;
uint32_t const v456 = v455 + v396;
uint32_t_2 const* const v457 = &v3[v456];
uint32_t_2 const v458 = *v457;
uint32_t const v459 = v458.i_0;
uint32_t const v460 = 65535;
uint32_t const v461 = v459 & v460;
uint32_t const v462 = 16;
uint32_t const v463 = v461 << v462;
float const v464 = reinterpret_cast<const float&>(v463);
float_4 const v465 = {v464, v118.i_1, v118.i_2, v118.i_3};
uint32_t const v466 = v459 >> v462;
uint32_t const v467 = v466 & v460;
uint32_t const v468 = v467 << v462;
float const v469 = reinterpret_cast<const float&>(v468);
float_4 const v470 = {v465.i_0, v469, v465.i_2, v465.i_3};
uint32_t const v471 = v458.i_1;
uint32_t const v472 = v471 & v460;
uint32_t const v473 = v472 << v462;
float const v474 = reinterpret_cast<const float&>(v473);
float_4 const v475 = {v470.i_0, v470.i_1, v474, v470.i_3};
uint32_t const v476 = v471 >> v462;
uint32_t const v477 = v476 & v460;
uint32_t const v478 = v477 << v462;
float const v479 = reinterpret_cast<const float&>(v478);
float_4 const v480 = {v475.i_0, v475.i_1, v475.i_2, v479};
*v399 = v480;
}
 else {
uint32_t const v481 = *v401;
uint32_t const v482 = v481 * v30;
uint32_t const v483 = v482 + v38;
uint32_t const v484 = v483 * v113;
uint32_t const v485 = v484 + v396;
float_4 const* const v486 = &v2[v485];
float_4 const v487 = *v486;
float const v488 = v487.i_0;
uint32_t const v489 = reinterpret_cast<const uint32_t&>(v488);
uint32_t const v490 = 32767;
uint32_t const v491 = v489 + v490;
uint32_t const v492 = 16;
uint32_t const v493 = v489 >> v492;
uint32_t const v494 = v493 & v65;
uint32_t const v495 = v491 + v494;
uint32_t const v496 = v495 >> v492;
uint32_t const v497 = 64;
uint32_t const v498 = v493 | v497;
uint32_t const v499 = 2147483647;
uint32_t const v500 = v489 & v499;
uint32_t const v501 = 2139095040;
bool const v502 = v500 > v501;
uint32_t const v503 = v502 ? v498 : v496;
uint32_t const v504 = v503 << v492;
float const v505 = reinterpret_cast<const float&>(v504);
float_4 const v506 = {v505, v118.i_1, v118.i_2, v118.i_3};
float const v507 = v487.i_1;
uint32_t const v508 = reinterpret_cast<const uint32_t&>(v507);
uint32_t const v509 = v508 + v490;
uint32_t const v510 = v508 >> v492;
uint32_t const v511 = v510 & v65;
uint32_t const v512 = v509 + v511;
uint32_t const v513 = v512 >> v492;
uint32_t const v514 = v510 | v497;
uint32_t const v515 = v508 & v499;
bool const v516 = v515 > v501;
uint32_t const v517 = v516 ? v514 : v513;
uint32_t const v518 = v517 << v492;
float const v519 = reinterpret_cast<const float&>(v518);
float_4 const v520 = {v506.i_0, v519, v506.i_2, v506.i_3};
float const v521 = v487.i_2;
uint32_t const v522 = reinterpret_cast<const uint32_t&>(v521);
uint32_t const v523 = v522 + v490;
uint32_t const v524 = v522 >> v492;
uint32_t const v525 = v524 & v65;
uint32_t const v526 = v523 + v525;
uint32_t const v527 = v526 >> v492;
uint32_t const v528 = v524 | v497;
uint32_t const v529 = v522 & v499;
bool const v530 = v529 > v501;
uint32_t const v531 = v530 ? v528 : v527;
uint32_t const v532 = v531 << v492;
float const v533 = reinterpret_cast<const float&>(v532);
float_4 const v534 = {v520.i_0, v520.i_1, v533, v520.i_3};
float const v535 = v487.i_3;
uint32_t const v536 = reinterpret_cast<const uint32_t&>(v535);
uint32_t const v537 = v536 + v490;
uint32_t const v538 = v536 >> v492;
uint32_t const v539 = v538 & v65;
uint32_t const v540 = v537 + v539;
uint32_t const v541 = v540 >> v492;
uint32_t const v542 = v538 | v497;
uint32_t const v543 = v536 & v499;
bool const v544 = v543 > v501;
uint32_t const v545 = v544 ? v542 : v541;
uint32_t const v546 = v545 << v492;
float const v547 = reinterpret_cast<const float&>(v546);
float_4 const v548 = {v534.i_0, v534.i_1, v534.i_2, v547};
*v399 = v548;
}
}
uint32_t const v549 = 17;
uint32_t const v550 = v395 * v549;
uint32_t const v551 = v550 + v396;
float_4 * const v552 = &(*v69)[v551];
float_4 const v553 = *v399;
*v552 = v553;
uint32_t const v554 = *v390;
uint32_t const v555 = v554 + v71;
*v390 = v555;
}
__syncthreads();
uint32_t v1326_store;
uint32_t * v556 = &v1326_store;*v556 = v66;
while([&]{
uint32_t const v557 = *v556;
bool const v558 = v557 < v62;
return v558;
}()) {
uint32_t const v559 = *v556;
float * const v560 = &(*v73)[v559];
float const v561 = *v560;
float * const v562 = &(*v74)[v559];
float const v563 = *v562;
float const v564 = v561 * v563;
float v1328_store;
float * v565 = &v1328_store;*v565 = v564;
for(uint32_t v566 = v8; v566 < v110; v566 += v39) {
uint32_t const v567 = *v556;
uint32_t const v568 = v567 * v110;
uint32_t const v569 = v568 + v566;
float * const v570 = &(*v70)[v569];
float const v571 = *v570;
float const v572 = *v565;
float const v573 = v572 + v571;
*v565 = v573;
}
uint32_t const v574 = *v556;
float * const v575 = &(*v73)[v574];
float const v576 = *v565;
*v575 = v576;
uint32_t const v577 = v574 + v71;
*v556 = v577;
}
bool const v578 = v115 < v62;
if(v578) {
uint32_t const v579 = 3;
uint32_t const v580 = min(v115, v579);
float * const v581 = &(*v74)[v580];
float const v582 = *v581;
float_4 const v583 = *v119;
float const v584 = v583.i_0;
float const v585 = v584 * v582;
float const v586 = v583.i_1;
float const v587 = v586 * v582;
float const v588 = v583.i_2;
float const v589 = v588 * v582;
float const v590 = v583.i_3;
float const v591 = v590 * v582;
float_4 const v592 = float_4{v585, v587, v589, v591};
*v119 = v592;
for(uint32_t v593 = v8; v593 < v110; v593 += v39) {
uint32_t const v594 = 17;
uint32_t const v595 = v593 * v594;
uint32_t const v596 = v595 + v114;
float_4 * const v597 = &(*v69)[v596];
float_4 const v598 = *v597;
uint32_t const v599 = v580 * v110;
uint32_t const v600 = v599 + v593;
float * const v601 = &(*v70)[v600];
float const v602 = *v601;
float const v603 = v598.i_0;
float const v604 = v603 * v602;
float const v605 = v598.i_1;
float const v606 = v605 * v602;
float const v607 = v598.i_2;
float const v608 = v607 * v602;
float const v609 = v598.i_3;
float const v610 = v609 * v602;
float_4 const v611 = *v119;
float const v612 = v611.i_0;
float const v613 = v612 + v604;
float const v614 = v611.i_1;
float const v615 = v614 + v606;
float const v616 = v611.i_2;
float const v617 = v616 + v608;
float const v618 = v611.i_3;
float const v619 = v618 + v610;
float_4 const v620 = float_4{v613, v615, v617, v619};
*v119 = v620;
}
}
__syncthreads();
uint32_t const v621 = *v120;
uint32_t const v622 = v621 + v110;
*v120 = v622;
}
bool const v623 = v115 < v62;
bool const v624 = true;
bool v1331_store;
bool * v625 = &v1331_store;if(v623) {
*v625 = v624;
}
 else {
bool const v626 = false;
*v625 = v626;
}
bool const v627 = *v625;
if(v627) {
uint32_t const v628 = v115 / v30;
uint32_t const v629 = v628 * v36;
uint32_t const v630 = v56 + v629;
uint32_t const v631 = 3;
uint32_t const v632 = v630 + v631;
uint32_t const* const v633 = &v4[v632];
uint32_t const v634 = *v633;
uint32_t const v635 = uint32_t(v634);
uint32_t const v636 = v37 + v631;
uint32_t const* const v637 = &v4[v636];
uint32_t const v638 = *v637;
uint32_t const v639 = uint32_t(v638);
uint32_t const v640 = v635 + v639;
uint32_t const v641 = v38 * v30;
uint32_t const v642 = v115 % v30;
uint32_t const v643 = v641 + v642;
uint32_t const v644 = v640 * v36;
uint32_t const v645 = v644 + v643;
uint32_t const v646 = 66;
uint32_t const v647 = v645 * v646;
float_4 const v648 = *v119;
float const v649 = v648.i_0;
uint32_t const v650 = v114 * v36;
uint32_t const v651 = v647 + v650;
float * const v652 = &v5[v651];
*v652 = v649;
float const v653 = v648.i_1;
uint32_t const v654 = v651 + v39;
float * const v655 = &v5[v654];
*v655 = v653;
float const v656 = v648.i_2;
uint32_t const v657 = v651 + v30;
float * const v658 = &v5[v657];
*v658 = v656;
float const v659 = v648.i_3;
uint32_t const v660 = v651 + v631;
float * const v661 = &v5[v660];
*v661 = v659;
bool const v662 = v114 == v8;
if(v662) {
float * const v663 = &(*v72)[v115];
float const v664 = *v663;
uint32_t const v665 = v647 + v68;
float * const v666 = &v5[v665];
*v666 = v664;
float * const v667 = &(*v73)[v115];
float const v668 = *v667;
uint32_t const v669 = v665 + v39;
float * const v670 = &v5[v669];
*v670 = v668;
}
}
}
return;
}
