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
    uint32_t scalars_usize[2];uint32_t static_meta[6];
};
extern "C" __global__ void __launch_bounds__(128) rotary_write_kernel(float * const __restrict__ v0, float * const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, uint32_t const* const __restrict__ v4, uint32_t * const __restrict__ v5, info_st const* const __restrict__ v6) {
extern __shared__ __align__(4) char v7[];uint32_t const* const dynamic_meta_v278 = reinterpret_cast<uint32_t const*>(v6 + 1);
const info_st& info_v277 = *v6;uint32_t const v8 = info_v277.scalars_usize[0];
uint32_t const v9 = info_v277.scalars_usize[1];
uint32_t const v10 = blockIdx.z;
uint32_t const v11 = uint32_t(v10);
uint32_t const v12 = gridDim.y;
uint32_t const v13 = uint32_t(v12);
uint32_t const v14 = v11 * v13;
uint32_t const v15 = gridDim.x;
uint32_t const v16 = uint32_t(v15);
uint32_t const v17 = v14 * v16;
uint32_t const v18 = blockIdx.y;
uint32_t const v19 = uint32_t(v18);
uint32_t const v20 = v19 * v16;
uint32_t const v21 = v17 + v20;
uint32_t const v22 = blockIdx.x;
uint32_t const v23 = uint32_t(v22);
uint32_t const v24 = v21 + v23;
uint32_t const v25 = 6;
uint32_t const v26 = v24 / v25;
bool const v27 = v26 < v8;
if(v27) {
uint32_t const v28 = v24 % v25;
array<float, 64> * const v29 = reinterpret_cast<array<float, 64> *>(&v7[0]);
uint32_t const v30 = 64;
uint32_t const v31 = 4;
bool const v32 = v28 < v31;
if(v32) {
uint32_t const v33 = v26 * v31;
uint32_t const v34 = v33 + v28;
uint32_t const v35 = v34 * v30;
uint32_t const v36 = threadIdx.x;
uint32_t const v37 = uint32_t(v36);
uint32_t v290_store;
uint32_t * v38 = &v290_store;*v38 = v37;
while([&]{
uint32_t const v39 = *v38;
uint32_t const v40 = 32;
bool const v41 = v39 < v40;
return v41;
}()) {
uint32_t const v42 = 32;
uint32_t const v43 = v26 * v42;
uint32_t const v44 = *v38;
uint32_t const v45 = v43 + v44;
float const* const v46 = &v3[v45];
float const v47 = *v46;
uint32_t const v48 = v8 + v26;
uint32_t const v49 = v48 * v42;
uint32_t const v50 = v49 + v44;
float const* const v51 = &v3[v50];
float const v52 = *v51;
uint32_t const v53 = v35 + v44;
float * const v54 = &v0[v53];
float const v55 = *v54;
uint32_t const v56 = v35 + v42;
uint32_t const v57 = v56 + v44;
float * const v58 = &v0[v57];
float const v59 = *v58;
float const v60 = v59 * v52;
float const v61 = -v60;
float const v62 = fma(v55, v47, v61);
float const v63 = v55 * v52;
float const v64 = fma(v59, v47, v63);
*v54 = v62;
*v58 = v64;
float * const v65 = &(*v29)[v44];
*v65 = v62;
uint32_t const v66 = v42 + v44;
float * const v67 = &(*v29)[v66];
*v67 = v64;
uint32_t const v68 = 128;
uint32_t const v69 = v44 + v68;
*v38 = v69;
}
__syncthreads();
}
 else {
uint32_t const v70 = v28 - v31;
uint32_t const v71 = 2;
uint32_t const v72 = v26 * v71;
uint32_t const v73 = v72 + v70;
uint32_t const v74 = v73 * v30;
uint32_t const v75 = threadIdx.x;
uint32_t const v76 = uint32_t(v75);
uint32_t v292_store;
uint32_t * v77 = &v292_store;*v77 = v76;
while([&]{
uint32_t const v78 = *v77;
uint32_t const v79 = 32;
bool const v80 = v78 < v79;
return v80;
}()) {
uint32_t const v81 = 32;
uint32_t const v82 = v26 * v81;
uint32_t const v83 = *v77;
uint32_t const v84 = v82 + v83;
float const* const v85 = &v3[v84];
float const v86 = *v85;
uint32_t const v87 = v8 + v26;
uint32_t const v88 = v87 * v81;
uint32_t const v89 = v88 + v83;
float const* const v90 = &v3[v89];
float const v91 = *v90;
uint32_t const v92 = v74 + v83;
float * const v93 = &v1[v92];
float const v94 = *v93;
uint32_t const v95 = v74 + v81;
uint32_t const v96 = v95 + v83;
float * const v97 = &v1[v96];
float const v98 = *v97;
float const v99 = v98 * v91;
float const v100 = -v99;
float const v101 = fma(v94, v86, v100);
float const v102 = v94 * v91;
float const v103 = fma(v98, v86, v102);
*v93 = v101;
*v97 = v103;
float * const v104 = &(*v29)[v83];
*v104 = v101;
uint32_t const v105 = v81 + v83;
float * const v106 = &(*v29)[v105];
*v106 = v103;
uint32_t const v107 = 128;
uint32_t const v108 = v83 + v107;
*v77 = v108;
}
__syncthreads();
uint32_t const v109 = v71 * v8;
uint32_t const v110 = v109 + v26;
uint32_t const* const v111 = &v4[v110];
uint32_t const v112 = *v111;
uint32_t const v113 = 4294967295;
bool const v114 = v112 != v113;
if(v114) {
uint32_t const v115 = uint32_t(v112);
uint32_t const v116 = v115 * v71;
uint32_t const v117 = v116 + v70;
uint32_t const v118 = v9 * v71;
uint32_t const v119 = v117 * v30;
uint32_t v294_store;
uint32_t * v120 = &v294_store;*v120 = v76;
while([&]{
uint32_t const v121 = *v120;
bool const v122 = v121 < v30;
return v122;
}()) {
uint32_t const v123 = *v120;
float * const v124 = &(*v29)[v123];
float const v125 = *v124;
uint32_t const v126 = reinterpret_cast<const uint32_t&>(v125);
uint32_t const v127 = v119 + v123;
uint32_t * const v128 = &v5[v127];
*v128 = v126;
uint32_t const v129 = 128;
uint32_t const v130 = v123 + v129;
*v120 = v130;
}
uint32_t const v131 = v118 + v117;
uint32_t const v132 = v131 * v30;
uint32_t v296_store;
uint32_t * v133 = &v296_store;*v133 = v76;
while([&]{
uint32_t const v134 = *v133;
bool const v135 = v134 < v30;
return v135;
}()) {
uint32_t const v136 = *v133;
uint32_t const v137 = v74 + v136;
float const* const v138 = &v2[v137];
float const v139 = *v138;
uint32_t const v140 = reinterpret_cast<const uint32_t&>(v139);
uint32_t const v141 = v132 + v136;
uint32_t * const v142 = &v5[v141];
*v142 = v140;
uint32_t const v143 = 128;
uint32_t const v144 = v136 + v143;
*v133 = v144;
}
}
}
}
return;
}
