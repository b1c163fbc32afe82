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
uint32_t const* const dynamic_meta_v577 = reinterpret_cast<uint32_t const*>(v3 + 1);
const info_st& info_v576 = *v3;uint32_t const v4 = info_v576.scalars_usize[0];
uint32_t const v5 = info_v576.scalars_usize[1];
uint32_t const v6 = info_v576.scalars_usize[2];
uint32_t const v7 = info_v576.scalars_usize[3];
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
uint32_t const v26 = 1;
uint32_t const v27 = uint32_t(v25);
uint32_t const v28 = v24 + v27;
bool const v29 = v28 < v5;
if(v29) {
uint32_t const v30 = v28 / v7;
uint32_t const v31 = v28 % v7;
uint32_t const v32 = v4 * v7;
uint32_t const v33 = v32 + v28;
uint32_t_4 const* const v34 = &v0[v33];
uint32_t_4 const v35 = *v34;
uint32_t const v36 = 16;
uint32_t const v37 = v31 * v36;
uint32_t const v38 = v4 + v30;
uint32_t const v39 = v38 * v6;
uint32_t const v40 = v39 + v37;
uint32_t const v41 = 32;
uint32_t const v42 = v40 / v41;
bool const v43 = v37 < v6;
if(v43) {
uint32_t const v44 = 2;
uint32_t const v45 = v42 / v44;
uint32_t const* const v46 = &v1[v45];
uint32_t const v47 = *v46;
uint32_t const v48 = uint32_t(v42);
uint32_t const v49 = v48 & v26;
uint32_t const v50 = 16;
uint32_t const v51 = v50 * v49;
uint32_t const v52 = v47 >> v51;
uint32_t const v53 = 65535;
uint32_t const v54 = v52 & v53;
uint32_t const v55 = 32767;
uint32_t const v56 = v54 & v55;
uint32_t const v57 = 13;
uint32_t const v58 = v56 << v57;
uint32_t const v59 = 939524096;
uint32_t const v60 = v58 + v59;
uint32_t const v61 = 2139095040;
uint32_t const v62 = v58 | v61;
uint32_t const v63 = 31744;
bool const v64 = v56 >= v63;
uint32_t const v65 = v64 ? v62 : v60;
float const v66 = float(v56);
float const v67 = 5.960464480e-08;
float const v68 = v66 * v67;
uint32_t const v69 = 1024;
bool const v70 = v56 < v69;
float const v71 = reinterpret_cast<const float&>(v65);
float const v72 = v70 ? v68 : v71;
uint32_t const v73 = reinterpret_cast<const uint32_t&>(v72);
uint32_t const v74 = 32768;
uint32_t const v75 = v54 & v74;
uint32_t const v76 = v75 << v50;
uint32_t const v77 = v73 | v76;
float const v78 = reinterpret_cast<const float&>(v77);
if(v43) {
uint32_t const v79 = v35.i_0;
uint32_t const v80 = 24;
uint32_t const v81 = v79 << v80;
int32_t const v82 = reinterpret_cast<const int32_t&>(v81);
int32_t const v83 = 24;
int32_t const v84 = v82 >> v83;
float const v85 = float(v84);
float const v86 = 0;
float const v87 = fma(v85, v78, v86);
uint32_t const v88 = v30 * v6;
uint32_t const v89 = v88 + v37;
float * const v90 = &v2[v89];
*v90 = v87;
}
uint32_t const v91 = 1;
uint32_t const v92 = v37 + v91;
bool const v93 = v92 < v6;
if(v93) {
uint32_t const v94 = v35.i_0;
uint32_t const v95 = v94 << v50;
int32_t const v96 = reinterpret_cast<const int32_t&>(v95);
int32_t const v97 = 24;
int32_t const v98 = v96 >> v97;
float const v99 = float(v98);
float const v100 = 0;
float const v101 = fma(v99, v78, v100);
uint32_t const v102 = v30 * v6;
uint32_t const v103 = v102 + v37;
uint32_t const v104 = v103 + v91;
float * const v105 = &v2[v104];
*v105 = v101;
}
uint32_t const v106 = v37 + v44;
bool const v107 = v106 < v6;
if(v107) {
uint32_t const v108 = v35.i_0;
uint32_t const v109 = 8;
uint32_t const v110 = v108 << v109;
int32_t const v111 = reinterpret_cast<const int32_t&>(v110);
int32_t const v112 = 24;
int32_t const v113 = v111 >> v112;
float const v114 = float(v113);
float const v115 = 0;
float const v116 = fma(v114, v78, v115);
uint32_t const v117 = v30 * v6;
uint32_t const v118 = v117 + v37;
uint32_t const v119 = v118 + v44;
float * const v120 = &v2[v119];
*v120 = v116;
}
uint32_t const v121 = 3;
uint32_t const v122 = v37 + v121;
bool const v123 = v122 < v6;
if(v123) {
uint32_t const v124 = v35.i_0;
int32_t const v125 = reinterpret_cast<const int32_t&>(v124);
int32_t const v126 = 24;
int32_t const v127 = v125 >> v126;
float const v128 = float(v127);
float const v129 = 0;
float const v130 = fma(v128, v78, v129);
uint32_t const v131 = v30 * v6;
uint32_t const v132 = v131 + v37;
uint32_t const v133 = v132 + v121;
float * const v134 = &v2[v133];
*v134 = v130;
}
}
uint32_t const v135 = 4;
uint32_t const v136 = v37 + v135;
uint32_t const v137 = v39 + v136;
uint32_t const v138 = v137 / v41;
bool const v139 = v136 < v6;
if(v139) {
uint32_t const v140 = 2;
uint32_t const v141 = v138 / v140;
uint32_t const* const v142 = &v1[v141];
uint32_t const v143 = *v142;
uint32_t const v144 = uint32_t(v138);
uint32_t const v145 = v144 & v26;
uint32_t const v146 = 16;
uint32_t const v147 = v146 * v145;
uint32_t const v148 = v143 >> v147;
uint32_t const v149 = 65535;
uint32_t const v150 = v148 & v149;
uint32_t const v151 = 32767;
uint32_t const v152 = v150 & v151;
uint32_t const v153 = 13;
uint32_t const v154 = v152 << v153;
uint32_t const v155 = 939524096;
uint32_t const v156 = v154 + v155;
uint32_t const v157 = 2139095040;
uint32_t const v158 = v154 | v157;
uint32_t const v159 = 31744;
bool const v160 = v152 >= v159;
uint32_t const v161 = v160 ? v158 : v156;
float const v162 = float(v152);
float const v163 = 5.960464480e-08;
float const v164 = v162 * v163;
uint32_t const v165 = 1024;
bool const v166 = v152 < v165;
float const v167 = reinterpret_cast<const float&>(v161);
float const v168 = v166 ? v164 : v167;
uint32_t const v169 = reinterpret_cast<const uint32_t&>(v168);
uint32_t const v170 = 32768;
uint32_t const v171 = v150 & v170;
uint32_t const v172 = v171 << v146;
uint32_t const v173 = v169 | v172;
float const v174 = reinterpret_cast<const float&>(v173);
if(v139) {
uint32_t const v175 = v35.i_1;
uint32_t const v176 = 24;
uint32_t const v177 = v175 << v176;
int32_t const v178 = reinterpret_cast<const int32_t&>(v177);
int32_t const v179 = 24;
int32_t const v180 = v178 >> v179;
float const v181 = float(v180);
float const v182 = 0;
float const v183 = fma(v181, v174, v182);
uint32_t const v184 = v30 * v6;
uint32_t const v185 = v184 + v136;
float * const v186 = &v2[v185];
*v186 = v183;
}
uint32_t const v187 = 1;
uint32_t const v188 = v136 + v187;
bool const v189 = v188 < v6;
if(v189) {
uint32_t const v190 = v35.i_1;
uint32_t const v191 = v190 << v146;
int32_t const v192 = reinterpret_cast<const int32_t&>(v191);
int32_t const v193 = 24;
int32_t const v194 = v192 >> v193;
float const v195 = float(v194);
float const v196 = 0;
float const v197 = fma(v195, v174, v196);
uint32_t const v198 = v30 * v6;
uint32_t const v199 = v198 + v136;
uint32_t const v200 = v199 + v187;
float * const v201 = &v2[v200];
*v201 = v197;
}
uint32_t const v202 = v136 + v140;
bool const v203 = v202 < v6;
if(v203) {
uint32_t const v204 = v35.i_1;
uint32_t const v205 = 8;
uint32_t const v206 = v204 << v205;
int32_t const v207 = reinterpret_cast<const int32_t&>(v206);
int32_t const v208 = 24;
int32_t const v209 = v207 >> v208;
float const v210 = float(v209);
float const v211 = 0;
float const v212 = fma(v210, v174, v211);
uint32_t const v213 = v30 * v6;
uint32_t const v214 = v213 + v136;
uint32_t const v215 = v214 + v140;
float * const v216 = &v2[v215];
*v216 = v212;
}
uint32_t const v217 = 3;
uint32_t const v218 = v136 + v217;
bool const v219 = v218 < v6;
if(v219) {
uint32_t const v220 = v35.i_1;
int32_t const v221 = reinterpret_cast<const int32_t&>(v220);
int32_t const v222 = 24;
int32_t const v223 = v221 >> v222;
float const v224 = float(v223);
float const v225 = 0;
float const v226 = fma(v224, v174, v225);
uint32_t const v227 = v30 * v6;
uint32_t const v228 = v227 + v136;
uint32_t const v229 = v228 + v217;
float * const v230 = &v2[v229];
*v230 = v226;
}
}
uint32_t const v231 = 8;
uint32_t const v232 = v37 + v231;
uint32_t const v233 = v39 + v232;
uint32_t const v234 = v233 / v41;
bool const v235 = v232 < v6;
if(v235) {
uint32_t const v236 = 2;
uint32_t const v237 = v234 / v236;
uint32_t const* const v238 = &v1[v237];
uint32_t const v239 = *v238;
uint32_t const v240 = uint32_t(v234);
uint32_t const v241 = v240 & v26;
uint32_t const v242 = 16;
uint32_t const v243 = v242 * v241;
uint32_t const v244 = v239 >> v243;
uint32_t const v245 = 65535;
uint32_t const v246 = v244 & v245;
uint32_t const v247 = 32767;
uint32_t const v248 = v246 & v247;
uint32_t const v249 = 13;
uint32_t const v250 = v248 << v249;
uint32_t const v251 = 939524096;
uint32_t const v252 = v250 + v251;
uint32_t const v253 = 2139095040;
uint32_t const v254 = v250 | v253;
uint32_t const v255 = 31744;
bool const v256 = v248 >= v255;
uint32_t const v257 = v256 ? v254 : v252;
float const v258 = float(v248);
float const v259 = 5.960464480e-08;
float const v260 = v258 * v259;
uint32_t const v261 = 1024;
bool const v262 = v248 < v261;
float const v263 = reinterpret_cast<const float&>(v257);
float const v264 = v262 ? v260 : v263;
uint32_t const v265 = reinterpret_cast<const uint32_t&>(v264);
uint32_t const v266 = 32768;
uint32_t const v267 = v246 & v266;
uint32_t const v268 = v267 << v242;
uint32_t const v269 = v265 | v268;
float const v270 = reinterpret_cast<const float&>(v269);
if(v235) {
uint32_t const v271 = v35.i_2;
uint32_t const v272 = 24;
uint32_t const v273 = v271 << v272;
int32_t const v274 = reinterpret_cast<const int32_t&>(v273);
int32_t const v275 = 24;
int32_t const v276 = v274 >> v275;
float const v277 = float(v276);
float const v278 = 0;
float const v279 = fma(v277, v270, v278);
uint32_t const v280 = v30 * v6;
uint32_t const v281 = v280 + v232;
float * const v282 = &v2[v281];
*v282 = v279;
}
uint32_t const v283 = 1;
uint32_t const v284 = v232 + v283;
bool const v285 = v284 < v6;
if(v285) {
uint32_t const v286 = v35.i_2;
uint32_t const v287 = v286 << v242;
int32_t const v288 = reinterpret_cast<const int32_t&>(v287);
int32_t const v289 = 24;
int32_t const v290 = v288 >> v289;
float const v291 = float(v290);
float const v292 = 0;
float const v293 = fma(v291, v270, v292);
uint32_t const v294 = v30 * v6;
uint32_t const v295 = v294 + v232;
uint32_t const v296 = v295 + v283;
float * const v297 = &v2[v296];
*v297 = v293;
}
uint32_t const v298 = v232 + v236;
bool const v299 = v298 < v6;
if(v299) {
uint32_t const v300 = v35.i_2;
uint32_t const v301 = 8;
uint32_t const v302 = v300 << v301;
int32_t const v303 = reinterpret_cast<const int32_t&>(v302);
int32_t const v304 = 24;
int32_t const v305 = v303 >> v304;
float const v306 = float(v305);
float const v307 = 0;
float const v308 = fma(v306, v270, v307);
uint32_t const v309 = v30 * v6;
uint32_t const v310 = v309 + v232;
uint32_t const v311 = v310 + v236;
float * const v312 = &v2[v311];
*v312 = v308;
}
uint32_t const v313 = 3;
uint32_t const v314 = v232 + v313;
bool const v315 = v314 < v6;
if(v315) {
uint32_t const v316 = v35.i_2;
int32_t const v317 = reinterpret_cast<const int32_t&>(v316);
int32_t const v318 = 24;
int32_t const v319 = v317 >> v318;
float const v320 = float(v319);
float const v321 = 0;
float const v322 = fma(v320, v270, v321);
uint32_t const v323 = v30 * v6;
uint32_t const v324 = v323 + v232;
uint32_t const v325 = v324 + v313;
float * const v326 = &v2[v325];
*v326 = v322;
}
}
uint32_t const v327 = 12;
uint32_t const v328 = v37 + v327;
uint32_t const v329 = v39 + v328;
uint32_t const v330 = v329 / v41;
bool const v331 = v328 < v6;
if(v331) {
uint32_t const v332 = 2;
uint32_t const v333 = v330 / v332;
uint32_t const* const v334 = &v1[v333];
uint32_t const v335 = *v334;
uint32_t const v336 = uint32_t(v330);
uint32_t const v337 = v336 & v26;
uint32_t const v338 = 16;
uint32_t const v339 = v338 * v337;
uint32_t const v340 = v335 >> v339;
uint32_t const v341 = 65535;
uint32_t const v342 = v340 & v341;
uint32_t const v343 = 32767;
uint32_t const v344 = v342 & v343;
uint32_t const v345 = 13;
uint32_t const v346 = v344 << v345;
uint32_t const v347 = 939524096;
uint32_t const v348 = v346 + v347;
uint32_t const v349 = 2139095040;
uint32_t const v350 = v346 | v349;
uint32_t const v351 = 31744;
bool const v352 = v344 >= v351;
uint32_t const v353 = v352 ? v350 : v348;
float const v354 = float(v344);
float const v355 = 5.960464480e-08;
float const v356 = v354 * v355;
uint32_t const v357 = 1024;
bool const v358 = v344 < v357;
float const v359 = reinterpret_cast<const float&>(v353);
float const v360 = v358 ? v356 : v359;
uint32_t const v361 = reinterpret_cast<const uint32_t&>(v360);
uint32_t const v362 = 32768;
uint32_t const v363 = v342 & v362;
uint32_t const v364 = v363 << v338;
uint32_t const v365 = v361 | v364;
float const v366 = reinterpret_cast<const float&>(v365);
if(v331) {
uint32_t const v367 = v35.i_3;
uint32_t const v368 = 24;
uint32_t const v369 = v367 << v368;
int32_t const v370 = reinterpret_cast<const int32_t&>(v369);
int32_t const v371 = 24;
int32_t const v372 = v370 >> v371;
float const v373 = float(v372);
float const v374 = 0;
float const v375 = fma(v373, v366, v374);
uint32_t const v376 = v30 * v6;
uint32_t const v377 = v376 + v328;
float * const v378 = &v2[v377];
*v378 = v375;
}
uint32_t const v379 = 1;
uint32_t const v380 = v328 + v379;
bool const v381 = v380 < v6;
if(v381) {
uint32_t const v382 = v35.i_3;
uint32_t const v383 = v382 << v338;
int32_t const v384 = reinterpret_cast<const int32_t&>(v383);
int32_t const v385 = 24;
int32_t const v386 = v384 >> v385;
float const v387 = float(v386);
float const v388 = 0;
float const v389 = fma(v387, v366, v388);
uint32_t const v390 = v30 * v6;
uint32_t const v391 = v390 + v328;
uint32_t const v392 = v391 + v379;
float * const v393 = &v2[v392];
*v393 = v389;
}
uint32_t const v394 = v328 + v332;
bool const v395 = v394 < v6;
if(v395) {
uint32_t const v396 = v35.i_3;
uint32_t const v397 = 8;
uint32_t const v398 = v396 << v397;
int32_t const v399 = reinterpret_cast<const int32_t&>(v398);
int32_t const v400 = 24;
int32_t const v401 = v399 >> v400;
float const v402 = float(v401);
float const v403 = 0;
float const v404 = fma(v402, v366, v403);
uint32_t const v405 = v30 * v6;
uint32_t const v406 = v405 + v328;
uint32_t const v407 = v406 + v332;
float * const v408 = &v2[v407];
*v408 = v404;
}
uint32_t const v409 = 3;
uint32_t const v410 = v328 + v409;
bool const v411 = v410 < v6;
if(v411) {
uint32_t const v412 = v35.i_3;
int32_t const v413 = reinterpret_cast<const int32_t&>(v412);
int32_t const v414 = 24;
int32_t const v415 = v413 >> v414;
float const v416 = float(v415);
float const v417 = 0;
float const v418 = fma(v416, v366, v417);
uint32_t const v419 = v30 * v6;
uint32_t const v420 = v419 + v328;
uint32_t const v421 = v420 + v409;
float * const v422 = &v2[v421];
*v422 = v418;
}
}
}
return;
}
