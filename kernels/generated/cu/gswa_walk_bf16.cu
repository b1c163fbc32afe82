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
extern "C" __global__ void __launch_bounds__(128)  gswa_walk_kerneln_4_w_2_ce38ff99(float_4 const* const __restrict__ v0, float_4 const* const __restrict__ v1, float_4 const* const __restrict__ v2, uint32_t_2 const* const __restrict__ v3, uint32_t const* const __restrict__ v4, float * const __restrict__ v5, info_st const* const __restrict__ v6) {
extern __shared__ __align__(16) char v7[];uint32_t const* const dynamic_meta_v1218 = reinterpret_cast<uint32_t const*>(v6 + 1);
const info_st& info_v1217 = *v6;uint32_t const v8 = 0;
uint32_t const v9 = info_v1217.scalars_usize[0];
uint32_t const v10 = info_v1217.scalars_usize[1];
float const v11 = info_v1217.scalars_f32[0];
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
uint32_t const v70 = 1;
uint32_t const v71 = uint32_t(v68);
array<float_4, 64> * const v72 = reinterpret_cast<array<float_4, 64> *>(&v7[0]);
uint32_t const v73 = 64;
array<float_4, 544> * const v74 = reinterpret_cast<array<float_4, 544> *>(&v7[1024]);
array<float, 128> * const v75 = reinterpret_cast<array<float, 128> *>(&v7[9728]);
uint32_t const v76 = 128;
array<float, 4> * const v77 = reinterpret_cast<array<float, 4> *>(&v7[10240]);
array<float, 4> * const v78 = reinterpret_cast<array<float, 4> *>(&v7[10256]);
array<float, 4> * const v79 = reinterpret_cast<array<float, 4> *>(&v7[10272]);
uint32_t v1236_store;
uint32_t * v80 = &v1236_store;*v80 = v71;
while([&]{
uint32_t const v81 = 16;
uint32_t const v82 = v67 * v81;
uint32_t const v83 = *v80;
bool const v84 = v83 < v82;
return v84;
}()) {
uint32_t const v85 = *v80;
uint32_t const v86 = 16;
uint32_t const v87 = v85 / v86;
uint32_t const v88 = v87 / v30;
uint32_t const v89 = v88 * v36;
uint32_t const v90 = v61 + v89;
uint32_t const* const v91 = &v4[v90];
uint32_t const v92 = *v91;
uint32_t const v93 = uint32_t(v92);
uint32_t const v94 = v38 * v30;
uint32_t const v95 = v87 % v30;
uint32_t const v96 = v94 + v95;
uint32_t const v97 = v93 * v36;
uint32_t const v98 = v97 + v96;
uint32_t const v99 = v98 * v86;
uint32_t const v100 = v85 % v86;
uint32_t const v101 = v99 + v100;
float_4 const* const v102 = &v0[v101];
float_4 const v103 = *v102;
float_4 * const v104 = &(*v72)[v85];
*v104 = v103;
uint32_t const v105 = v85 + v76;
*v80 = v105;
}
uint32_t v1238_store;
uint32_t * v106 = &v1238_store;*v106 = v71;
while([&]{
uint32_t const v107 = *v106;
bool const v108 = v107 < v67;
return v108;
}()) {
uint32_t const v109 = *v106;
float * const v110 = &(*v77)[v109];
float const v111 = -3.402823470e+38;
*v110 = v111;
float * const v112 = &(*v78)[v109];
float const v113 = 0;
*v112 = v113;
uint32_t const v114 = v109 + v76;
*v106 = v114;
}
uint32_t const v115 = 32;
uint32_t const v116 = v71 % v115;
uint32_t const v117 = v71 / v115;
uint32_t const v118 = 16;
uint32_t const v119 = v71 % v118;
uint32_t const v120 = v71 / v118;
array<float_4, 1> v1240_store = {};
array<float_4, 1> * v121 = &v1240_store;float const v122 = 0;
float_4 const v123 = float_4{v122, v122, v122, v122};
float_4 * const v124 = &(*v121)[v8];
*v124 = v123;
uint32_t v1241_store;
uint32_t * v125 = &v1241_store;*v125 = v43;
while([&]{
uint32_t const v126 = *v125;
bool const v127 = v126 < v47;
return v127;
}()) {
uint32_t const* const v128 = &v4[v37];
uint32_t const v129 = *v128;
bool const v130 = v129 == v69;
uint32_t v1243_store;
uint32_t * v131 = &v1243_store;*v131 = v71;
while([&]{
uint32_t const v132 = *v131;
uint32_t const v133 = 512;
bool const v134 = v132 < v133;
return v134;
}()) {
uint32_t const v135 = *v131;
uint32_t const v136 = v135 / v118;
uint32_t const v137 = v135 % v118;
uint32_t const v138 = *v125;
uint32_t const v139 = v138 + v136;
float_4 v1245_store;
float_4 * v140 = &v1245_store;*v140 = v123;
bool const v141 = v139 < v47;
if(v141) {
uint32_t v1246_store;
uint32_t * v142 = &v1246_store;*v142 = v8;
uint32_t v1247_store;
uint32_t * v143 = &v1247_store;*v143 = v8;
bool const v144 = true;
bool v1248_store;
bool * v145 = &v1248_store;*v145 = v144;
if(v130) {
uint32_t const* const v146 = &v4[v48];
uint32_t const v147 = *v146;
uint32_t const v148 = uint32_t(v147);
uint32_t const v149 = 6;
uint32_t const v150 = v37 + v149;
uint32_t const* const v151 = &v4[v150];
uint32_t const v152 = *v151;
uint32_t const v153 = uint32_t(v152);
uint32_t const v154 = v148 + v153;
uint32_t const v155 = v139 / v9;
uint32_t const v156 = v154 + v155;
uint32_t const* const v157 = &v4[v156];
uint32_t const v158 = *v157;
uint32_t const v159 = uint32_t(v158);
uint32_t const v160 = v159 * v9;
uint32_t const v161 = v139 % v9;
uint32_t const v162 = v160 + v161;
*v143 = v162;
}
 else {
uint32_t const v163 = 8;
uint32_t const v164 = v37 + v163;
uint32_t const* const v165 = &v4[v164];
uint32_t const v166 = *v165;
uint32_t const v167 = uint32_t(v166);
bool const v168 = v139 >= v167;
if(v168) {
bool const v169 = false;
*v145 = v169;
uint32_t const v170 = 9;
uint32_t const v171 = v37 + v170;
uint32_t const* const v172 = &v4[v171];
uint32_t const v173 = *v172;
uint32_t const v174 = uint32_t(v173);
uint32_t const v175 = v174 + v139;
uint32_t const v176 = v175 - v167;
*v142 = v176;
}
 else {
uint32_t const v177 = 6;
uint32_t const v178 = v37 + v177;
uint32_t const* const v179 = &v4[v178];
uint32_t const v180 = *v179;
uint32_t const v181 = uint32_t(v180);
uint32_t const v182 = 7;
uint32_t const v183 = v37 + v182;
uint32_t const* const v184 = &v4[v183];
uint32_t const v185 = *v184;
uint32_t const v186 = uint32_t(v185);
uint32_t const v187 = v139 % v186;
uint32_t const v188 = v181 + v187;
*v143 = v188;
}
}
bool const v189 = *v145;
if(v189) {
uint32_t const v190 = *v143;
uint32_t const v191 = v190 * v30;
uint32_t const v192 = v191 + v38;
uint32_t const v193 = v192 * v118;
uint32_t const v194 = v193 + v137;
uint32_t_2 const* const v195 = &v3[v194];
uint32_t_2 const v196 = *v195;
uint32_t const v197 = v196.i_0;
uint32_t const v198 = 65535;
uint32_t const v199 = v197 & v198;
uint32_t const v200 = 16;
uint32_t const v201 = v199 << v200;
float const v202 = reinterpret_cast<const float&>(v201);
float_4 const v203 = {v202, v123.i_1, v123.i_2, v123.i_3};
uint32_t const v204 = v197 >> v200;
uint32_t const v205 = v204 & v198;
uint32_t const v206 = v205 << v200;
float const v207 = reinterpret_cast<const float&>(v206);
float_4 const v208 = {v203.i_0, v207, v203.i_2, v203.i_3};
uint32_t const v209 = v196.i_1;
uint32_t const v210 = v209 & v198;
uint32_t const v211 = v210 << v200;
float const v212 = reinterpret_cast<const float&>(v211);
float_4 const v213 = {v208.i_0, v208.i_1, v212, v208.i_3};
uint32_t const v214 = v209 >> v200;
uint32_t const v215 = v214 & v198;
uint32_t const v216 = v215 << v200;
float const v217 = reinterpret_cast<const float&>(v216);
float_4 const v218 = {v213.i_0, v213.i_1, v213.i_2, v217};
*v140 = v218;
}
 else {
uint32_t const v219 = *v142;
uint32_t const v220 = v219 * v30;
uint32_t const v221 = v220 + v38;
uint32_t const v222 = v221 * v118;
uint32_t const v223 = v222 + v137;
float_4 const* const v224 = &v1[v223];
float_4 const v225 = *v224;
float const v226 = v225.i_0;
uint32_t const v227 = reinterpret_cast<const uint32_t&>(v226);
uint32_t const v228 = 32767;
uint32_t const v229 = v227 + v228;
uint32_t const v230 = 16;
uint32_t const v231 = v227 >> v230;
uint32_t const v232 = v231 & v70;
uint32_t const v233 = v229 + v232;
uint32_t const v234 = v233 >> v230;
uint32_t const v235 = 64;
uint32_t const v236 = v231 | v235;
uint32_t const v237 = 2147483647;
uint32_t const v238 = v227 & v237;
uint32_t const v239 = 2139095040;
bool const v240 = v238 > v239;
uint32_t const v241 = v240 ? v236 : v234;
uint32_t const v242 = v241 << v230;
float const v243 = reinterpret_cast<const float&>(v242);
float_4 const v244 = {v243, v123.i_1, v123.i_2, v123.i_3};
float const v245 = v225.i_1;
uint32_t const v246 = reinterpret_cast<const uint32_t&>(v245);
uint32_t const v247 = v246 + v228;
uint32_t const v248 = v246 >> v230;
uint32_t const v249 = v248 & v70;
uint32_t const v250 = v247 + v249;
uint32_t const v251 = v250 >> v230;
uint32_t const v252 = v248 | v235;
uint32_t const v253 = v246 & v237;
bool const v254 = v253 > v239;
uint32_t const v255 = v254 ? v252 : v251;
uint32_t const v256 = v255 << v230;
float const v257 = reinterpret_cast<const float&>(v256);
float_4 const v258 = {v244.i_0, v257, v244.i_2, v244.i_3};
float const v259 = v225.i_2;
uint32_t const v260 = reinterpret_cast<const uint32_t&>(v259);
uint32_t const v261 = v260 + v228;
uint32_t const v262 = v260 >> v230;
uint32_t const v263 = v262 & v70;
uint32_t const v264 = v261 + v263;
uint32_t const v265 = v264 >> v230;
uint32_t const v266 = v262 | v235;
uint32_t const v267 = v260 & v237;
bool const v268 = v267 > v239;
uint32_t const v269 = v268 ? v266 : v265;
uint32_t const v270 = v269 << v230;
float const v271 = reinterpret_cast<const float&>(v270);
float_4 const v272 = {v258.i_0, v258.i_1, v271, v258.i_3};
float const v273 = v225.i_3;
uint32_t const v274 = reinterpret_cast<const uint32_t&>(v273);
uint32_t const v275 = v274 + v228;
uint32_t const v276 = v274 >> v230;
uint32_t const v277 = v276 & v70;
uint32_t const v278 = v275 + v277;
uint32_t const v279 = v278 >> v230;
uint32_t const v280 = v276 | v235;
uint32_t const v281 = v274 & v237;
bool const v282 = v281 > v239;
uint32_t const v283 = v282 ? v280 : v279;
uint32_t const v284 = v283 << v230;
float const v285 = reinterpret_cast<const float&>(v284);
float_4 const v286 = {v272.i_0, v272.i_1, v272.i_2, v285};
*v140 = v286;
}
}
uint32_t const v287 = 17;
uint32_t const v288 = v136 * v287;
uint32_t const v289 = v288 + v137;
float_4 * const v290 = &(*v74)[v289];
float_4 const v291 = *v140;
*v290 = v291;
uint32_t const v292 = *v131;
uint32_t const v293 = v292 + v76;
*v131 = v293;
}
__syncthreads();
array<float, 1> v1251_store = {};
array<float, 1> * v294 = &v1251_store;float * const v295 = &(*v294)[v8];
*v295 = v122;
for(uint32_t v296 = v8; v296 < v118; v296 += v39) {
uint32_t const v297 = 17;
uint32_t const v298 = v116 * v297;
uint32_t const v299 = v298 + v296;
float_4 * const v300 = &(*v74)[v299];
float_4 const v301 = *v300;
uint32_t const v302 = min(v117, v48);
uint32_t const v303 = v302 * v118;
uint32_t const v304 = v303 + v296;
float_4 * const v305 = &(*v72)[v304];
float_4 const v306 = *v305;
float const v307 = v301.i_0;
float const v308 = v306.i_0;
float const v309 = v307 * v308;
float const v310 = v301.i_1;
float const v311 = v306.i_1;
float const v312 = v310 * v311;
float const v313 = v301.i_2;
float const v314 = v306.i_2;
float const v315 = v313 * v314;
float const v316 = v301.i_3;
float const v317 = v306.i_3;
float const v318 = v316 * v317;
float const v319 = *v295;
float const v320 = v319 + v309;
*v295 = v320;
float const v321 = *v295;
float const v322 = v321 + v312;
*v295 = v322;
float const v323 = *v295;
float const v324 = v323 + v315;
*v295 = v324;
float const v325 = *v295;
float const v326 = v325 + v318;
*v295 = v326;
}
uint32_t const v327 = *v125;
uint32_t const v328 = v327 + v116;
bool const v329 = v117 < v67;
if(v329) {
uint32_t const v330 = v117 / v30;
uint32_t const v331 = v330 * v36;
uint32_t const v332 = v61 + v331;
bool const v333 = v328 < v47;
bool v1253_store;
bool * v334 = &v1253_store;if(v333) {
uint32_t const v335 = v332 + v39;
uint32_t const* const v336 = &v4[v335];
uint32_t const v337 = *v336;
uint32_t const v338 = uint32_t(v337);
bool const v339 = v328 >= v338;
*v334 = v339;
}
 else {
bool const v340 = false;
*v334 = v340;
}
bool const v341 = *v334;
bool v1254_store;
bool * v342 = &v1254_store;if(v341) {
uint32_t const v343 = v332 + v30;
uint32_t const* const v344 = &v4[v343];
uint32_t const v345 = *v344;
uint32_t const v346 = uint32_t(v345);
bool const v347 = v328 <= v346;
*v342 = v347;
}
 else {
bool const v348 = false;
*v342 = v348;
}
float const v349 = *v295;
float const v350 = v349 * v11;
bool const v351 = *v342;
float const v352 = -3.402823470e+38;
float const v353 = v351 ? v350 : v352;
*v295 = v353;
float const v354 = *v295;
uint32_t const v355 = v117 * v115;
uint32_t const v356 = v355 + v116;
float * const v357 = &(*v75)[v356];
*v357 = v354;
}
__syncthreads();
uint32_t v1255_store;
uint32_t * v358 = &v1255_store;*v358 = v71;
while([&]{
uint32_t const v359 = *v358;
bool const v360 = v359 < v67;
return v360;
}()) {
uint32_t const v361 = *v358;
float * const v362 = &(*v77)[v361];
float const v363 = *v362;
float v1257_store;
float * v364 = &v1257_store;*v364 = v363;
for(uint32_t v365 = v8; v365 < v115; v365 += v39) {
uint32_t const v366 = *v358;
uint32_t const v367 = v366 * v115;
uint32_t const v368 = v367 + v365;
float * const v369 = &(*v75)[v368];
float const v370 = *v369;
float const v371 = *v364;
float const v372 = max(v371, v370);
*v364 = v372;
}
uint32_t const v373 = *v358;
float * const v374 = &(*v77)[v373];
float const v375 = *v364;
*v374 = v375;
float const v376 = v363 - v375;
float const v377 = exp(v376);float * const v378 = &(*v79)[v373];
*v378 = v377;
uint32_t const v379 = v373 + v76;
*v358 = v379;
}
__syncthreads();
if(v329) {
float const v380 = *v295;
float const v381 = -3.402823470e+38;
bool const v382 = v380 > v381;
float * const v383 = &(*v77)[v117];
float const v384 = *v383;
float const v385 = v380 - v384;
float const v386 = exp(v385);float const v387 = v382 ? v386 : v122;
uint32_t const v388 = v117 * v115;
uint32_t const v389 = v388 + v116;
float * const v390 = &(*v75)[v389];
*v390 = v387;
}
uint32_t const v391 = *v128;
bool const v392 = v391 == v69;
uint32_t v1259_store;
uint32_t * v393 = &v1259_store;*v393 = v71;
while([&]{
uint32_t const v394 = *v393;
uint32_t const v395 = 512;
bool const v396 = v394 < v395;
return v396;
}()) {
uint32_t const v397 = *v393;
uint32_t const v398 = v397 / v118;
uint32_t const v399 = v397 % v118;
uint32_t const v400 = *v125;
uint32_t const v401 = v400 + v398;
float_4 v1261_store;
float_4 * v402 = &v1261_store;*v402 = v123;
bool const v403 = v401 < v47;
if(v403) {
uint32_t v1262_store;
uint32_t * v404 = &v1262_store;*v404 = v8;
uint32_t v1263_store;
uint32_t * v405 = &v1263_store;*v405 = v8;
bool const v406 = true;
bool v1264_store;
bool * v407 = &v1264_store;*v407 = v406;
if(v392) {
uint32_t const* const v408 = &v4[v48];
uint32_t const v409 = *v408;
uint32_t const v410 = uint32_t(v409);
uint32_t const v411 = 6;
uint32_t const v412 = v37 + v411;
uint32_t const* const v413 = &v4[v412];
uint32_t const v414 = *v413;
uint32_t const v415 = uint32_t(v414);
uint32_t const v416 = v410 + v415;
uint32_t const v417 = v401 / v9;
uint32_t const v418 = v416 + v417;
uint32_t const* const v419 = &v4[v418];
uint32_t const v420 = *v419;
uint32_t const v421 = uint32_t(v420);
uint32_t const v422 = v421 * v9;
uint32_t const v423 = v401 % v9;
uint32_t const v424 = v422 + v423;
*v405 = v424;
}
 else {
uint32_t const v425 = 8;
uint32_t const v426 = v37 + v425;
uint32_t const* const v427 = &v4[v426];
uint32_t const v428 = *v427;
uint32_t const v429 = uint32_t(v428);
bool const v430 = v401 >= v429;
if(v430) {
bool const v431 = false;
*v407 = v431;
uint32_t const v432 = 9;
uint32_t const v433 = v37 + v432;
uint32_t const* const v434 = &v4[v433];
uint32_t const v435 = *v434;
uint32_t const v436 = uint32_t(v435);
uint32_t const v437 = v436 + v401;
uint32_t const v438 = v437 - v429;
*v404 = v438;
}
 else {
uint32_t const v439 = 6;
uint32_t const v440 = v37 + v439;
uint32_t const* const v441 = &v4[v440];
uint32_t const v442 = *v441;
uint32_t const v443 = uint32_t(v442);
uint32_t const v444 = 7;
uint32_t const v445 = v37 + v444;
uint32_t const* const v446 = &v4[v445];
uint32_t const v447 = *v446;
uint32_t const v448 = uint32_t(v447);
uint32_t const v449 = v401 % v448;
uint32_t const v450 = v443 + v449;
*v405 = v450;
}
}
bool const v451 = *v407;
if(v451) {
uint32_t const v452 = *v405;
uint32_t const v453 = v10 + v452;
uint32_t const v454 = v453 * v30;
uint32_t const v455 = v454 + v38;
uint32_t const v456 = v455 * v118;
uint32_t const v457 = v456 + v399;
uint32_t_2 const* const v458 = &v3[v457];
uint32_t_2 const v459 = *v458;
uint32_t const v460 = v459.i_0;
uint32_t const v461 = 65535;
uint32_t const v462 = v460 & v461;
uint32_t const v463 = 16;
uint32_t const v464 = v462 << v463;
float const v465 = reinterpret_cast<const float&>(v464);
float_4 const v466 = {v465, v123.i_1, v123.i_2, v123.i_3};
uint32_t const v467 = v460 >> v463;
uint32_t const v468 = v467 & v461;
uint32_t const v469 = v468 << v463;
float const v470 = reinterpret_cast<const float&>(v469);
float_4 const v471 = {v466.i_0, v470, v466.i_2, v466.i_3};
uint32_t const v472 = v459.i_1;
uint32_t const v473 = v472 & v461;
uint32_t const v474 = v473 << v463;
float const v475 = reinterpret_cast<const float&>(v474);
float_4 const v476 = {v471.i_0, v471.i_1, v475, v471.i_3};
uint32_t const v477 = v472 >> v463;
uint32_t const v478 = v477 & v461;
uint32_t const v479 = v478 << v463;
float const v480 = reinterpret_cast<const float&>(v479);
float_4 const v481 = {v476.i_0, v476.i_1, v476.i_2, v480};
*v402 = v481;
}
 else {
uint32_t const v482 = *v404;
uint32_t const v483 = v482 * v30;
uint32_t const v484 = v483 + v38;
uint32_t const v485 = v484 * v118;
uint32_t const v486 = v485 + v399;
float_4 const* const v487 = &v2[v486];
float_4 const v488 = *v487;
float const v489 = v488.i_0;
uint32_t const v490 = reinterpret_cast<const uint32_t&>(v489);
uint32_t const v491 = 32767;
uint32_t const v492 = v490 + v491;
uint32_t const v493 = 16;
uint32_t const v494 = v490 >> v493;
uint32_t const v495 = v494 & v70;
uint32_t const v496 = v492 + v495;
uint32_t const v497 = v496 >> v493;
uint32_t const v498 = 64;
uint32_t const v499 = v494 | v498;
uint32_t const v500 = 2147483647;
uint32_t const v501 = v490 & v500;
uint32_t const v502 = 2139095040;
bool const v503 = v501 > v502;
uint32_t const v504 = v503 ? v499 : v497;
uint32_t const v505 = v504 << v493;
float const v506 = reinterpret_cast<const float&>(v505);
float_4 const v507 = {v506, v123.i_1, v123.i_2, v123.i_3};
float const v508 = v488.i_1;
uint32_t const v509 = reinterpret_cast<const uint32_t&>(v508);
uint32_t const v510 = v509 + v491;
uint32_t const v511 = v509 >> v493;
uint32_t const v512 = v511 & v70;
uint32_t const v513 = v510 + v512;
uint32_t const v514 = v513 >> v493;
uint32_t const v515 = v511 | v498;
uint32_t const v516 = v509 & v500;
bool const v517 = v516 > v502;
uint32_t const v518 = v517 ? v515 : v514;
uint32_t const v519 = v518 << v493;
float const v520 = reinterpret_cast<const float&>(v519);
float_4 const v521 = {v507.i_0, v520, v507.i_2, v507.i_3};
float const v522 = v488.i_2;
uint32_t const v523 = reinterpret_cast<const uint32_t&>(v522);
uint32_t const v524 = v523 + v491;
uint32_t const v525 = v523 >> v493;
uint32_t const v526 = v525 & v70;
uint32_t const v527 = v524 + v526;
uint32_t const v528 = v527 >> v493;
uint32_t const v529 = v525 | v498;
uint32_t const v530 = v523 & v500;
bool const v531 = v530 > v502;
uint32_t const v532 = v531 ? v529 : v528;
uint32_t const v533 = v532 << v493;
float const v534 = reinterpret_cast<const float&>(v533);
float_4 const v535 = {v521.i_0, v521.i_1, v534, v521.i_3};
float const v536 = v488.i_3;
uint32_t const v537 = reinterpret_cast<const uint32_t&>(v536);
uint32_t const v538 = v537 + v491;
uint32_t const v539 = v537 >> v493;
uint32_t const v540 = v539 & v70;
uint32_t const v541 = v538 + v540;
uint32_t const v542 = v541 >> v493;
uint32_t const v543 = v539 | v498;
uint32_t const v544 = v537 & v500;
bool const v545 = v544 > v502;
uint32_t const v546 = v545 ? v543 : v542;
uint32_t const v547 = v546 << v493;
float const v548 = reinterpret_cast<const float&>(v547);
float_4 const v549 = {v535.i_0, v535.i_1, v535.i_2, v548};
*v402 = v549;
}
}
uint32_t const v550 = 17;
uint32_t const v551 = v398 * v550;
uint32_t const v552 = v551 + v399;
float_4 * const v553 = &(*v74)[v552];
float_4 const v554 = *v402;
*v553 = v554;
uint32_t const v555 = *v393;
uint32_t const v556 = v555 + v76;
*v393 = v556;
}
__syncthreads();
uint32_t v1267_store;
uint32_t * v557 = &v1267_store;*v557 = v71;
while([&]{
uint32_t const v558 = *v557;
bool const v559 = v558 < v67;
return v559;
}()) {
uint32_t const v560 = *v557;
float * const v561 = &(*v78)[v560];
float const v562 = *v561;
float * const v563 = &(*v79)[v560];
float const v564 = *v563;
float const v565 = v562 * v564;
float v1269_store;
float * v566 = &v1269_store;*v566 = v565;
for(uint32_t v567 = v8; v567 < v115; v567 += v39) {
uint32_t const v568 = *v557;
uint32_t const v569 = v568 * v115;
uint32_t const v570 = v569 + v567;
float * const v571 = &(*v75)[v570];
float const v572 = *v571;
float const v573 = *v566;
float const v574 = v573 + v572;
*v566 = v574;
}
uint32_t const v575 = *v557;
float * const v576 = &(*v78)[v575];
float const v577 = *v566;
*v576 = v577;
uint32_t const v578 = v575 + v76;
*v557 = v578;
}
bool const v579 = v120 < v67;
if(v579) {
uint32_t const v580 = min(v120, v48);
float * const v581 = &(*v79)[v580];
float const v582 = *v581;
float_4 const v583 = *v124;
float const v584 = v583.i_0;
float const v585 = v584 * v582;
float const v586 = v583.i_1;
float const v587 = v586 * v582;
float const v588 = v583.i_2;
float const v589 = v588 * v582;
float const v590 = v583.i_3;
float const v591 = v590 * v582;
float_4 const v592 = float_4{v585, v587, v589, v591};
*v124 = v592;
for(uint32_t v593 = v8; v593 < v115; v593 += v39) {
uint32_t const v594 = 17;
uint32_t const v595 = v593 * v594;
uint32_t const v596 = v595 + v119;
float_4 * const v597 = &(*v74)[v596];
float_4 const v598 = *v597;
uint32_t const v599 = v580 * v115;
uint32_t const v600 = v599 + v593;
float * const v601 = &(*v75)[v600];
float const v602 = *v601;
float const v603 = v598.i_0;
float const v604 = v603 * v602;
float const v605 = v598.i_1;
float const v606 = v605 * v602;
float const v607 = v598.i_2;
float const v608 = v607 * v602;
float const v609 = v598.i_3;
float const v610 = v609 * v602;
float_4 const v611 = *v124;
float const v612 = v611.i_0;
float const v613 = v612 + v604;
float const v614 = v611.i_1;
float const v615 = v614 + v606;
float const v616 = v611.i_2;
float const v617 = v616 + v608;
float const v618 = v611.i_3;
float const v619 = v618 + v610;
float_4 const v620 = float_4{v613, v615, v617, v619};
*v124 = v620;
}
}
__syncthreads();
uint32_t const v621 = *v125;
uint32_t const v622 = v621 + v115;
*v125 = v622;
}
bool const v623 = v120 < v67;
bool const v624 = true;
bool v1272_store;
bool * v625 = &v1272_store;if(v623) {
*v625 = v624;
}
 else {
bool const v626 = false;
*v625 = v626;
}
bool const v627 = *v625;
if(v627) {
uint32_t const v628 = v120 / v30;
uint32_t const v629 = v628 * v36;
uint32_t const v630 = v61 + v629;
uint32_t const v631 = v630 + v48;
uint32_t const* const v632 = &v4[v631];
uint32_t const v633 = *v632;
uint32_t const v634 = uint32_t(v633);
uint32_t const v635 = v634 + v52;
uint32_t const v636 = v38 * v30;
uint32_t const v637 = v120 % v30;
uint32_t const v638 = v636 + v637;
uint32_t const v639 = v635 * v36;
uint32_t const v640 = v639 + v638;
uint32_t const v641 = 66;
uint32_t const v642 = v640 * v641;
float_4 const v643 = *v124;
float const v644 = v643.i_0;
uint32_t const v645 = v119 * v36;
uint32_t const v646 = v642 + v645;
float * const v647 = &v5[v646];
*v647 = v644;
float const v648 = v643.i_1;
uint32_t const v649 = v646 + v39;
float * const v650 = &v5[v649];
*v650 = v648;
float const v651 = v643.i_2;
uint32_t const v652 = v646 + v30;
float * const v653 = &v5[v652];
*v653 = v651;
float const v654 = v643.i_3;
uint32_t const v655 = v646 + v48;
float * const v656 = &v5[v655];
*v656 = v654;
bool const v657 = v119 == v8;
if(v657) {
float * const v658 = &(*v77)[v120];
float const v659 = *v658;
uint32_t const v660 = v642 + v73;
float * const v661 = &v5[v660];
*v661 = v659;
float * const v662 = &(*v78)[v120];
float const v663 = *v662;
uint32_t const v664 = v660 + v39;
float * const v665 = &v5[v664];
*v665 = v663;
}
}
}
return;
}
