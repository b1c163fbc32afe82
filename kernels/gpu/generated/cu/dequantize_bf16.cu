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
    uint32_t scalars_usize[4];uint32_t static_meta[4];
};
extern "C" __global__ void __launch_bounds__(128)  dequantize_kernel(uint32_t_4 const* const __restrict__ v0, uint32_t const* const __restrict__ v1, float * const __restrict__ v2, info_st const* const __restrict__ v3) {
uint32_t const* const dynamic_meta_v237 = reinterpret_cast<uint32_t const*>(v3 + 1);
const info_st& info_v236 = *v3;uint32_t const v4 = info_v236.scalars_usize[0];
uint32_t const v5 = info_v236.scalars_usize[1];
uint32_t const v6 = info_v236.scalars_usize[2];
uint32_t const v7 = info_v236.scalars_usize[3];
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
uint32_t const v35 = 8;
uint32_t const v36 = v30 * v35;
bool const v37 = v36 < v6;
if(v37) {
if(v37) {
uint32_t const v38 = v34.i_0;
uint32_t const v39 = 65535;
uint32_t const v40 = v38 & v39;
uint32_t const v41 = 16;
uint32_t const v42 = v40 << v41;
float const v43 = reinterpret_cast<const float&>(v42);
float const v44 = 1;
float const v45 = 0;
float const v46 = fma(v43, v44, v45);
uint32_t const v47 = v29 * v6;
uint32_t const v48 = v47 + v36;
float * const v49 = &v2[v48];
*v49 = v46;
}
uint32_t const v50 = 1;
uint32_t const v51 = v36 + v50;
bool const v52 = v51 < v6;
if(v52) {
uint32_t const v53 = v34.i_0;
uint32_t const v54 = 16;
uint32_t const v55 = v53 >> v54;
uint32_t const v56 = 65535;
uint32_t const v57 = v55 & v56;
uint32_t const v58 = v57 << v54;
float const v59 = reinterpret_cast<const float&>(v58);
float const v60 = 1;
float const v61 = 0;
float const v62 = fma(v59, v60, v61);
uint32_t const v63 = v29 * v6;
uint32_t const v64 = v63 + v36;
uint32_t const v65 = v64 + v50;
float * const v66 = &v2[v65];
*v66 = v62;
}
uint32_t const v67 = 2;
uint32_t const v68 = v36 + v67;
bool const v69 = v68 < v6;
if(v69) {
uint32_t const v70 = v34.i_1;
uint32_t const v71 = 65535;
uint32_t const v72 = v70 & v71;
uint32_t const v73 = 16;
uint32_t const v74 = v72 << v73;
float const v75 = reinterpret_cast<const float&>(v74);
float const v76 = 1;
float const v77 = 0;
float const v78 = fma(v75, v76, v77);
uint32_t const v79 = v29 * v6;
uint32_t const v80 = v79 + v36;
uint32_t const v81 = v80 + v67;
float * const v82 = &v2[v81];
*v82 = v78;
}
uint32_t const v83 = 3;
uint32_t const v84 = v36 + v83;
bool const v85 = v84 < v6;
if(v85) {
uint32_t const v86 = v34.i_1;
uint32_t const v87 = 16;
uint32_t const v88 = v86 >> v87;
uint32_t const v89 = 65535;
uint32_t const v90 = v88 & v89;
uint32_t const v91 = v90 << v87;
float const v92 = reinterpret_cast<const float&>(v91);
float const v93 = 1;
float const v94 = 0;
float const v95 = fma(v92, v93, v94);
uint32_t const v96 = v29 * v6;
uint32_t const v97 = v96 + v36;
uint32_t const v98 = v97 + v83;
float * const v99 = &v2[v98];
*v99 = v95;
}
}
uint32_t const v100 = 4;
uint32_t const v101 = v36 + v100;
bool const v102 = v101 < v6;
if(v102) {
if(v102) {
uint32_t const v103 = v34.i_2;
uint32_t const v104 = 65535;
uint32_t const v105 = v103 & v104;
uint32_t const v106 = 16;
uint32_t const v107 = v105 << v106;
float const v108 = reinterpret_cast<const float&>(v107);
float const v109 = 1;
float const v110 = 0;
float const v111 = fma(v108, v109, v110);
uint32_t const v112 = v29 * v6;
uint32_t const v113 = v112 + v101;
float * const v114 = &v2[v113];
*v114 = v111;
}
uint32_t const v115 = 1;
uint32_t const v116 = v101 + v115;
bool const v117 = v116 < v6;
if(v117) {
uint32_t const v118 = v34.i_2;
uint32_t const v119 = 16;
uint32_t const v120 = v118 >> v119;
uint32_t const v121 = 65535;
uint32_t const v122 = v120 & v121;
uint32_t const v123 = v122 << v119;
float const v124 = reinterpret_cast<const float&>(v123);
float const v125 = 1;
float const v126 = 0;
float const v127 = fma(v124, v125, v126);
uint32_t const v128 = v29 * v6;
uint32_t const v129 = v128 + v101;
uint32_t const v130 = v129 + v115;
float * const v131 = &v2[v130];
*v131 = v127;
}
uint32_t const v132 = 2;
uint32_t const v133 = v101 + v132;
bool const v134 = v133 < v6;
if(v134) {
uint32_t const v135 = v34.i_3;
uint32_t const v136 = 65535;
uint32_t const v137 = v135 & v136;
uint32_t const v138 = 16;
uint32_t const v139 = v137 << v138;
float const v140 = reinterpret_cast<const float&>(v139);
float const v141 = 1;
float const v142 = 0;
float const v143 = fma(v140, v141, v142);
uint32_t const v144 = v29 * v6;
uint32_t const v145 = v144 + v101;
uint32_t const v146 = v145 + v132;
float * const v147 = &v2[v146];
*v147 = v143;
}
uint32_t const v148 = 3;
uint32_t const v149 = v101 + v148;
bool const v150 = v149 < v6;
if(v150) {
uint32_t const v151 = v34.i_3;
uint32_t const v152 = 16;
uint32_t const v153 = v151 >> v152;
uint32_t const v154 = 65535;
uint32_t const v155 = v153 & v154;
uint32_t const v156 = v155 << v152;
float const v157 = reinterpret_cast<const float&>(v156);
float const v158 = 1;
float const v159 = 0;
float const v160 = fma(v157, v158, v159);
uint32_t const v161 = v29 * v6;
uint32_t const v162 = v161 + v101;
uint32_t const v163 = v162 + v148;
float * const v164 = &v2[v163];
*v164 = v160;
}
}
}
return;
}
