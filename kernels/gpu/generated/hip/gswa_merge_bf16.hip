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
    uint32_t scalars_usize[2];uint32_t static_meta[8];
};
extern "C" __global__ void __launch_bounds__(128) gswa_merge_kernel(float const* const __restrict__ v0, uint32_t const* const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, float const* const __restrict__ v4, uint32_t * const __restrict__ v5, float * const __restrict__ v6, info_st const* const __restrict__ v7) {
uint32_t const* const dynamic_meta_v465 = reinterpret_cast<uint32_t const*>(v7 + 1);
const info_st& info_v464 = *v7;uint32_t const v8 = 0;
uint32_t const v9 = info_v464.scalars_usize[0];
uint32_t const v10 = info_v464.scalars_usize[1];
uint32_t const v11 = blockIdx.z;
uint32_t const v12 = uint32_t(v11);
uint32_t const v13 = gridDim.y;
uint32_t const v14 = uint32_t(v13);
uint32_t const v15 = v12 * v14;
uint32_t const v16 = gridDim.x;
uint32_t const v17 = uint32_t(v16);
uint32_t const v18 = v15 * v17;
uint32_t const v19 = blockIdx.y;
uint32_t const v20 = uint32_t(v19);
uint32_t const v21 = v20 * v17;
uint32_t const v22 = v18 + v21;
uint32_t const v23 = blockIdx.x;
uint32_t const v24 = uint32_t(v23);
uint32_t const v25 = v22 + v24;
uint32_t const v26 = 2;
uint32_t const v27 = v25 / v26;
bool const v28 = v27 < v9;
if(v28) {
uint32_t const v29 = v25 % v26;
uint32_t const* const v30 = &v1[v26];
uint32_t const v31 = *v30;
uint32_t const v32 = uint32_t(v31);
uint32_t const v33 = 5;
uint32_t const v34 = v27 * v33;
uint32_t const v35 = v32 + v34;
uint32_t const* const v36 = &v1[v35];
uint32_t const v37 = *v36;
uint32_t const v38 = uint32_t(v37);
uint32_t const v39 = 1;
uint32_t const v40 = v35 + v39;
uint32_t const* const v41 = &v1[v40];
uint32_t const v42 = *v41;
uint32_t const v43 = uint32_t(v42);
uint32_t const v44 = v35 + v26;
uint32_t const* const v45 = &v1[v44];
uint32_t const v46 = *v45;
uint32_t const v47 = uint32_t(v46);
uint32_t const v48 = 3;
uint32_t const v49 = v35 + v48;
uint32_t const* const v50 = &v1[v49];
uint32_t const v51 = *v50;
uint32_t const v52 = uint32_t(v51);
uint32_t const v53 = threadIdx.x;
uint32_t const v54 = 1;
uint32_t const v55 = uint32_t(v53);
uint32_t v476_store;
uint32_t * v56 = &v476_store;*v56 = v55;
while([&]{
uint32_t const v57 = *v56;
uint32_t const v58 = 128;
bool const v59 = v57 < v58;
return v59;
}()) {
uint32_t const v60 = v29 * v26;
uint32_t const v61 = *v56;
uint32_t const v62 = 64;
uint32_t const v63 = v61 / v62;
uint32_t const v64 = v60 + v63;
uint32_t const v65 = v61 % v62;
float const v66 = 1;
float v478_store;
float * v67 = &v478_store;*v67 = v66;
bool const v68 = v52 > v8;
if(v68) {
float const v69 = 0;
*v67 = v69;
bool const v70 = v43 > v8;
if(v70) {
uint32_t const v71 = 4;
uint32_t const v72 = v27 * v71;
uint32_t const v73 = v72 + v64;
float const* const v74 = &v2[v73];
float const v75 = *v74;
*v67 = v75;
}
}
float const v76 = 0;
float v479_store;
float * v77 = &v479_store;*v77 = v76;
bool const v78 = v43 > v8;
if(v78) {
uint32_t const v79 = 4;
uint32_t const v80 = v38 * v79;
uint32_t const v81 = v80 + v64;
uint32_t const v82 = 66;
uint32_t const v83 = v81 * v82;
float const v84 = -3.402823470e+38;
float v480_store;
float * v85 = &v480_store;*v85 = v84;
for(uint32_t v86 = v8; v86 < v43; v86 += v39) {
uint32_t const v87 = 264;
uint32_t const v88 = v86 * v87;
uint32_t const v89 = v83 + v88;
uint32_t const v90 = v89 + v62;
float const* const v91 = &v0[v90];
float const v92 = *v91;
float const v93 = *v85;
float const v94 = max(v93, v92);
*v85 = v94;
}
float v482_store;
float * v95 = &v482_store;*v95 = v76;
float v483_store;
float * v96 = &v483_store;*v96 = v76;
for(uint32_t v97 = v8; v97 < v43; v97 += v39) {
uint32_t const v98 = 264;
uint32_t const v99 = v97 * v98;
uint32_t const v100 = v83 + v99;
uint32_t const v101 = v100 + v62;
float const* const v102 = &v0[v101];
float const v103 = *v102;
float const v104 = *v85;
float const v105 = v103 - v104;
float const v106 = exp(v105);uint32_t const v107 = v100 + v65;
float const* const v108 = &v0[v107];
float const v109 = *v108;
float const v110 = *v95;
float const v111 = fma(v106, v109, v110);
*v95 = v111;
uint32_t const v112 = v101 + v39;
float const* const v113 = &v0[v112];
float const v114 = *v113;
float const v115 = *v96;
float const v116 = fma(v106, v114, v115);
*v96 = v116;
}
float const v117 = *v95;
float const v118 = *v96;
float const v119 = v117 / v118;
float const v120 = *v67;
float const v121 = *v77;
float const v122 = fma(v120, v119, v121);
*v77 = v122;
}
if(v68) {
float const v123 = *v67;
float const v124 = v66 - v123;
uint32_t const v125 = 4;
uint32_t const v126 = v47 * v125;
uint32_t const v127 = v126 + v64;
uint32_t const v128 = 66;
uint32_t const v129 = v127 * v128;
float const v130 = -3.402823470e+38;
float v485_store;
float * v131 = &v485_store;*v131 = v130;
for(uint32_t v132 = v8; v132 < v52; v132 += v39) {
uint32_t const v133 = 264;
uint32_t const v134 = v132 * v133;
uint32_t const v135 = v129 + v134;
uint32_t const v136 = v135 + v62;
float const* const v137 = &v0[v136];
float const v138 = *v137;
float const v139 = *v131;
float const v140 = max(v139, v138);
*v131 = v140;
}
float v487_store;
float * v141 = &v487_store;*v141 = v76;
float v488_store;
float * v142 = &v488_store;*v142 = v76;
for(uint32_t v143 = v8; v143 < v52; v143 += v39) {
uint32_t const v144 = 264;
uint32_t const v145 = v143 * v144;
uint32_t const v146 = v129 + v145;
uint32_t const v147 = v146 + v62;
float const* const v148 = &v0[v147];
float const v149 = *v148;
float const v150 = *v131;
float const v151 = v149 - v150;
float const v152 = exp(v151);uint32_t const v153 = v146 + v65;
float const* const v154 = &v0[v153];
float const v155 = *v154;
float const v156 = *v141;
float const v157 = fma(v152, v155, v156);
*v141 = v157;
uint32_t const v158 = v147 + v39;
float const* const v159 = &v0[v158];
float const v160 = *v159;
float const v161 = *v142;
float const v162 = fma(v152, v160, v161);
*v142 = v162;
}
float const v163 = *v141;
float const v164 = *v142;
float const v165 = v163 / v164;
float const v166 = *v77;
float const v167 = fma(v124, v165, v166);
*v77 = v167;
}
uint32_t const v168 = 4;
uint32_t const v169 = v27 * v168;
uint32_t const v170 = v169 + v64;
uint32_t const v171 = v170 * v62;
uint32_t const v172 = v171 + v65;
float * const v173 = &v6[v172];
float const v174 = *v77;
*v173 = v174;
uint32_t const v175 = *v56;
uint32_t const v176 = 128;
uint32_t const v177 = v175 + v176;
*v56 = v177;
}
uint32_t const v178 = 4;
uint32_t const v179 = v35 + v178;
uint32_t const* const v180 = &v1[v179];
uint32_t const v181 = *v180;
uint32_t const v182 = 4294967295;
bool const v183 = v181 != v182;
if(v183) {
uint32_t const v184 = v27 * v26;
uint32_t const v185 = v184 + v29;
uint32_t const v186 = 64;
uint32_t const v187 = v185 * v186;
uint32_t const v188 = uint32_t(v181);
uint32_t const v189 = v188 * v26;
uint32_t const v190 = v189 + v29;
uint32_t const v191 = v10 * v26;
uint32_t const v192 = 32;
uint32_t const v193 = v190 * v192;
uint32_t v490_store;
uint32_t * v194 = &v490_store;*v194 = v55;
while([&]{
uint32_t const v195 = *v194;
bool const v196 = v195 < v192;
return v196;
}()) {
uint32_t const v197 = *v194;
uint32_t const v198 = v26 * v197;
uint32_t const v199 = v187 + v198;
float const* const v200 = &v3[v199];
float const v201 = *v200;
uint32_t const v202 = reinterpret_cast<const uint32_t&>(v201);
uint32_t const v203 = 32767;
uint32_t const v204 = v202 + v203;
uint32_t const v205 = 16;
uint32_t const v206 = v202 >> v205;
uint32_t const v207 = v206 & v54;
uint32_t const v208 = v204 + v207;
uint32_t const v209 = v208 >> v205;
uint32_t const v210 = 64;
uint32_t const v211 = v206 | v210;
uint32_t const v212 = 2147483647;
uint32_t const v213 = v202 & v212;
uint32_t const v214 = 2139095040;
bool const v215 = v213 > v214;
uint32_t const v216 = v215 ? v211 : v209;
uint32_t const v217 = v199 + v39;
float const* const v218 = &v3[v217];
float const v219 = *v218;
uint32_t const v220 = reinterpret_cast<const uint32_t&>(v219);
uint32_t const v221 = v220 + v203;
uint32_t const v222 = v220 >> v205;
uint32_t const v223 = v222 & v54;
uint32_t const v224 = v221 + v223;
uint32_t const v225 = v224 >> v205;
uint32_t const v226 = v222 | v210;
uint32_t const v227 = v220 & v212;
bool const v228 = v227 > v214;
uint32_t const v229 = v228 ? v226 : v225;
uint32_t const v230 = v229 << v205;
uint32_t const v231 = v216 | v230;
uint32_t const v232 = v193 + v197;
uint32_t * const v233 = &v5[v232];
*v233 = v231;
uint32_t const v234 = 128;
uint32_t const v235 = v197 + v234;
*v194 = v235;
}
uint32_t const v236 = v191 + v190;
uint32_t const v237 = v236 * v192;
uint32_t v492_store;
uint32_t * v238 = &v492_store;*v238 = v55;
while([&]{
uint32_t const v239 = *v238;
bool const v240 = v239 < v192;
return v240;
}()) {
uint32_t const v241 = *v238;
uint32_t const v242 = v26 * v241;
uint32_t const v243 = v187 + v242;
float const* const v244 = &v4[v243];
float const v245 = *v244;
uint32_t const v246 = reinterpret_cast<const uint32_t&>(v245);
uint32_t const v247 = 32767;
uint32_t const v248 = v246 + v247;
uint32_t const v249 = 16;
uint32_t const v250 = v246 >> v249;
uint32_t const v251 = v250 & v54;
uint32_t const v252 = v248 + v251;
uint32_t const v253 = v252 >> v249;
uint32_t const v254 = 64;
uint32_t const v255 = v250 | v254;
uint32_t const v256 = 2147483647;
uint32_t const v257 = v246 & v256;
uint32_t const v258 = 2139095040;
bool const v259 = v257 > v258;
uint32_t const v260 = v259 ? v255 : v253;
uint32_t const v261 = v243 + v39;
float const* const v262 = &v4[v261];
float const v263 = *v262;
uint32_t const v264 = reinterpret_cast<const uint32_t&>(v263);
uint32_t const v265 = v264 + v247;
uint32_t const v266 = v264 >> v249;
uint32_t const v267 = v266 & v54;
uint32_t const v268 = v265 + v267;
uint32_t const v269 = v268 >> v249;
uint32_t const v270 = v266 | v254;
uint32_t const v271 = v264 & v256;
bool const v272 = v271 > v258;
uint32_t const v273 = v272 ? v270 : v269;
uint32_t const v274 = v273 << v249;
uint32_t const v275 = v260 | v274;
uint32_t const v276 = v237 + v241;
uint32_t * const v277 = &v5[v276];
*v277 = v275;
uint32_t const v278 = 128;
uint32_t const v279 = v241 + v278;
*v238 = v279;
}
}
}
return;
}
