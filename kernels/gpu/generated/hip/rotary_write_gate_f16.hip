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
extern __shared__ __align__(4) char v12[];uint32_t const* const dynamic_meta_v797 = reinterpret_cast<uint32_t const*>(v11 + 1);
const info_st& info_v796 = *v11;uint32_t const v13 = 0;
uint32_t const v14 = info_v796.scalars_usize[0];
uint32_t const v15 = info_v796.scalars_usize[1];
uint32_t const v16 = info_v796.scalars_usize[2];
float const v17 = info_v796.scalars_f32[0];
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
uint32_t v818_store;
uint32_t * v46 = &v818_store;*v46 = v45;
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
uint32_t v820_store;
uint32_t * v86 = &v820_store;*v86 = v85;
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
uint32_t v822_store;
uint32_t * v130 = &v822_store;*v130 = v85;
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
uint32_t const v138 = 2147483647;
uint32_t const v139 = v137 & v138;
uint32_t const v140 = 4095;
uint32_t const v141 = v139 + v140;
uint32_t const v142 = 13;
uint32_t const v143 = v139 >> v142;
uint32_t const v144 = v143 & v84;
uint32_t const v145 = v141 + v144;
uint32_t const v146 = 939524096;
uint32_t const v147 = v145 - v146;
uint32_t const v148 = v147 >> v142;
float const v149 = reinterpret_cast<const float&>(v139);
float const v150 = 0.5;
float const v151 = v149 + v150;
uint32_t const v152 = reinterpret_cast<const uint32_t&>(v151);
uint32_t const v153 = 1056964608;
uint32_t const v154 = v152 - v153;
uint32_t const v155 = 2139095040;
bool const v156 = v139 > v155;
uint32_t const v157 = 32256;
uint32_t const v158 = 31744;
uint32_t const v159 = v156 ? v157 : v158;
uint32_t const v160 = 947912704;
bool const v161 = v139 < v160;
uint32_t const v162 = v161 ? v154 : v148;
uint32_t const v163 = 1199566848;
bool const v164 = v139 >= v163;
uint32_t const v165 = v164 ? v159 : v162;
uint32_t const v166 = 16;
uint32_t const v167 = v137 >> v166;
uint32_t const v168 = 32768;
uint32_t const v169 = v167 & v168;
uint32_t const v170 = v165 | v169;
uint32_t const v171 = 1;
uint32_t const v172 = v134 + v171;
float * const v173 = &(*v37)[v172];
float const v174 = *v173;
uint32_t const v175 = reinterpret_cast<const uint32_t&>(v174);
uint32_t const v176 = v175 & v138;
uint32_t const v177 = v176 + v140;
uint32_t const v178 = v176 >> v142;
uint32_t const v179 = v178 & v84;
uint32_t const v180 = v177 + v179;
uint32_t const v181 = v180 - v146;
uint32_t const v182 = v181 >> v142;
float const v183 = reinterpret_cast<const float&>(v176);
float const v184 = v183 + v150;
uint32_t const v185 = reinterpret_cast<const uint32_t&>(v184);
uint32_t const v186 = v185 - v153;
bool const v187 = v176 > v155;
uint32_t const v188 = v187 ? v157 : v158;
bool const v189 = v176 < v160;
uint32_t const v190 = v189 ? v186 : v182;
bool const v191 = v176 >= v163;
uint32_t const v192 = v191 ? v188 : v190;
uint32_t const v193 = v175 >> v166;
uint32_t const v194 = v193 & v168;
uint32_t const v195 = v192 | v194;
uint32_t const v196 = v195 << v166;
uint32_t const v197 = v170 | v196;
uint32_t const v198 = v129 + v133;
uint32_t * const v199 = &v5[v198];
*v199 = v197;
uint32_t const v200 = 128;
uint32_t const v201 = v133 + v200;
*v130 = v201;
}
uint32_t const v202 = v127 + v126;
uint32_t const v203 = v202 * v128;
uint32_t v824_store;
uint32_t * v204 = &v824_store;*v204 = v85;
while([&]{
uint32_t const v205 = *v204;
bool const v206 = v205 < v128;
return v206;
}()) {
uint32_t const v207 = *v204;
uint32_t const v208 = v79 * v207;
uint32_t const v209 = v82 + v208;
float const* const v210 = &v2[v209];
float const v211 = *v210;
uint32_t const v212 = reinterpret_cast<const uint32_t&>(v211);
uint32_t const v213 = 2147483647;
uint32_t const v214 = v212 & v213;
uint32_t const v215 = 4095;
uint32_t const v216 = v214 + v215;
uint32_t const v217 = 13;
uint32_t const v218 = v214 >> v217;
uint32_t const v219 = v218 & v84;
uint32_t const v220 = v216 + v219;
uint32_t const v221 = 939524096;
uint32_t const v222 = v220 - v221;
uint32_t const v223 = v222 >> v217;
float const v224 = reinterpret_cast<const float&>(v214);
float const v225 = 0.5;
float const v226 = v224 + v225;
uint32_t const v227 = reinterpret_cast<const uint32_t&>(v226);
uint32_t const v228 = 1056964608;
uint32_t const v229 = v227 - v228;
uint32_t const v230 = 2139095040;
bool const v231 = v214 > v230;
uint32_t const v232 = 32256;
uint32_t const v233 = 31744;
uint32_t const v234 = v231 ? v232 : v233;
uint32_t const v235 = 947912704;
bool const v236 = v214 < v235;
uint32_t const v237 = v236 ? v229 : v223;
uint32_t const v238 = 1199566848;
bool const v239 = v214 >= v238;
uint32_t const v240 = v239 ? v234 : v237;
uint32_t const v241 = 16;
uint32_t const v242 = v212 >> v241;
uint32_t const v243 = 32768;
uint32_t const v244 = v242 & v243;
uint32_t const v245 = v240 | v244;
uint32_t const v246 = 1;
uint32_t const v247 = v209 + v246;
float const* const v248 = &v2[v247];
float const v249 = *v248;
uint32_t const v250 = reinterpret_cast<const uint32_t&>(v249);
uint32_t const v251 = v250 & v213;
uint32_t const v252 = v251 + v215;
uint32_t const v253 = v251 >> v217;
uint32_t const v254 = v253 & v84;
uint32_t const v255 = v252 + v254;
uint32_t const v256 = v255 - v221;
uint32_t const v257 = v256 >> v217;
float const v258 = reinterpret_cast<const float&>(v251);
float const v259 = v258 + v225;
uint32_t const v260 = reinterpret_cast<const uint32_t&>(v259);
uint32_t const v261 = v260 - v228;
bool const v262 = v251 > v230;
uint32_t const v263 = v262 ? v232 : v233;
bool const v264 = v251 < v235;
uint32_t const v265 = v264 ? v261 : v257;
bool const v266 = v251 >= v238;
uint32_t const v267 = v266 ? v263 : v265;
uint32_t const v268 = v250 >> v241;
uint32_t const v269 = v268 & v243;
uint32_t const v270 = v267 | v269;
uint32_t const v271 = v270 << v241;
uint32_t const v272 = v245 | v271;
uint32_t const v273 = v203 + v207;
uint32_t * const v274 = &v5[v273];
*v274 = v272;
uint32_t const v275 = 128;
uint32_t const v276 = v207 + v275;
*v204 = v276;
}
}
}
if(v40) {
float const v277 = 0;
float v826_store;
float * v278 = &v826_store;*v278 = v277;
float v827_store;
float * v279 = &v827_store;*v279 = v277;
uint32_t const v280 = threadIdx.x;
uint32_t const v281 = 0;
uint32_t const v282 = uint32_t(v280);
uint32_t v828_store;
uint32_t * v283 = &v828_store;*v283 = v282;
while([&]{
uint32_t const v284 = *v283;
bool const v285 = v284 < v16;
return v285;
}()) {
uint32_t const v286 = v35 * v16;
uint32_t const v287 = *v283;
uint32_t const v288 = v286 + v287;
float const* const v289 = &v8[v288];
float const v290 = *v289;
uint32_t const v291 = v34 * v16;
uint32_t const v292 = v291 + v287;
float const* const v293 = &v6[v292];
float const v294 = *v293;
float const v295 = *v279;
float const v296 = fma(v294, v294, v295);
*v279 = v296;
float const* const v297 = &v7[v287];
float const v298 = *v297;
float const v299 = v294 * v298;
float const v300 = *v278;
float const v301 = fma(v299, v290, v300);
*v278 = v301;
uint32_t const v302 = 128;
uint32_t const v303 = v287 + v302;
*v283 = v303;
}
array<float, 128> * const v304 = reinterpret_cast<array<float, 128> *>(&v12[256]);
float * const v305 = &(*v304)[v282];
float const v306 = *v278;
*v305 = v306;
__syncthreads();
bool const v307 = v282 < v38;
if(v307) {
uint32_t const v308 = v282 + v38;
float * const v309 = &(*v304)[v308];
float const v310 = *v309;
float const v311 = *v305;
float const v312 = v311 + v310;
*v305 = v312;
}
__syncthreads();
uint32_t const v313 = 32;
bool const v314 = v282 < v313;
if(v314) {
uint32_t const v315 = v282 + v313;
float * const v316 = &(*v304)[v315];
float const v317 = *v316;
float const v318 = *v305;
float const v319 = v318 + v317;
*v305 = v319;
}
__syncthreads();
uint32_t const v320 = 16;
bool const v321 = v282 < v320;
if(v321) {
uint32_t const v322 = v282 + v320;
float * const v323 = &(*v304)[v322];
float const v324 = *v323;
float const v325 = *v305;
float const v326 = v325 + v324;
*v305 = v326;
}
__syncthreads();
uint32_t const v327 = 8;
bool const v328 = v282 < v327;
if(v328) {
uint32_t const v329 = v282 + v327;
float * const v330 = &(*v304)[v329];
float const v331 = *v330;
float const v332 = *v305;
float const v333 = v332 + v331;
*v305 = v333;
}
__syncthreads();
bool const v334 = v282 < v39;
if(v334) {
uint32_t const v335 = v282 + v39;
float * const v336 = &(*v304)[v335];
float const v337 = *v336;
float const v338 = *v305;
float const v339 = v338 + v337;
*v305 = v339;
}
__syncthreads();
uint32_t const v340 = 2;
bool const v341 = v282 < v340;
if(v341) {
uint32_t const v342 = v282 + v340;
float * const v343 = &(*v304)[v342];
float const v344 = *v343;
float const v345 = *v305;
float const v346 = v345 + v344;
*v305 = v346;
}
__syncthreads();
uint32_t const v347 = 1;
bool const v348 = v282 < v347;
if(v348) {
uint32_t const v349 = v282 + v347;
float * const v350 = &(*v304)[v349];
float const v351 = *v350;
float const v352 = *v305;
float const v353 = v352 + v351;
*v305 = v353;
}
__syncthreads();
float * const v354 = &(*v304)[v13];
float const v355 = *v354;
__syncthreads();
float v830_store;
float * v356 = &v830_store;*v356 = v355;
array<float, 128> * const v357 = reinterpret_cast<array<float, 128> *>(&v12[768]);
float * const v358 = &(*v357)[v282];
float const v359 = *v279;
*v358 = v359;
__syncthreads();
if(v307) {
uint32_t const v360 = v282 + v38;
float * const v361 = &(*v357)[v360];
float const v362 = *v361;
float const v363 = *v358;
float const v364 = v363 + v362;
*v358 = v364;
}
__syncthreads();
if(v314) {
uint32_t const v365 = v282 + v313;
float * const v366 = &(*v357)[v365];
float const v367 = *v366;
float const v368 = *v358;
float const v369 = v368 + v367;
*v358 = v369;
}
__syncthreads();
if(v321) {
uint32_t const v370 = v282 + v320;
float * const v371 = &(*v357)[v370];
float const v372 = *v371;
float const v373 = *v358;
float const v374 = v373 + v372;
*v358 = v374;
}
__syncthreads();
if(v328) {
uint32_t const v375 = v282 + v327;
float * const v376 = &(*v357)[v375];
float const v377 = *v376;
float const v378 = *v358;
float const v379 = v378 + v377;
*v358 = v379;
}
__syncthreads();
if(v334) {
uint32_t const v380 = v282 + v39;
float * const v381 = &(*v357)[v380];
float const v382 = *v381;
float const v383 = *v358;
float const v384 = v383 + v382;
*v358 = v384;
}
__syncthreads();
if(v341) {
uint32_t const v385 = v282 + v340;
float * const v386 = &(*v357)[v385];
float const v387 = *v386;
float const v388 = *v358;
float const v389 = v388 + v387;
*v358 = v389;
}
__syncthreads();
if(v348) {
uint32_t const v390 = v282 + v347;
float * const v391 = &(*v357)[v390];
float const v392 = *v391;
float const v393 = *v358;
float const v394 = v393 + v392;
*v358 = v394;
}
__syncthreads();
float * const v395 = &(*v357)[v13];
float const v396 = *v395;
__syncthreads();
float const v397 = float(v16);
float const v398 = v396 / v397;
float const v399 = v398 + v17;
float const v400 = sqrt(v399);float const v401 = 1;
float const v402 = v401 / v400;
float const v403 = *v356;
float const v404 = v403 * v402;
*v356 = v404;
bool const v405 = v280 == v281;
if(v405) {
float const* const v406 = &v9[v35];
float const v407 = *v406;
float const v408 = *v356;
float const v409 = v408 + v407;
float const v410 = -v409;
float const v411 = exp(v410);float const v412 = v401 + v411;
float const v413 = v401 / v412;
uint32_t const v414 = v34 * v39;
uint32_t const v415 = v414 + v35;
float * const v416 = &v10[v415];
*v416 = v413;
}
}
}
return;
}
