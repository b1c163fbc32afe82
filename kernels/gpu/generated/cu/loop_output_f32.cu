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

struct info_st {
    uint32_t scalars_usize[4];
float scalars_f32[2];uint32_t static_meta[6];
};
extern "C" __global__ void __launch_bounds__(128)  loop_output_kernel(float const* const __restrict__ v0, float const* const __restrict__ v1, uint32_t const* const __restrict__ v2, float * const __restrict__ v3, float * const __restrict__ v4, info_st const* const __restrict__ v5) {
extern __shared__ __align__(4) char v6[];uint32_t const* const dynamic_meta_v244 = reinterpret_cast<uint32_t const*>(v5 + 1);
const info_st& info_v243 = *v5;uint32_t const v7 = 0;
uint32_t const v8 = info_v243.scalars_usize[0];
uint32_t const v9 = info_v243.scalars_usize[1];
uint32_t const v10 = info_v243.scalars_usize[2];
float const v11 = info_v243.scalars_f32[0];
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
uint32_t const v27 = v8 + v9;
bool const v28 = v26 < v27;
if(v28) {
bool const v29 = v26 >= v8;
uint32_t const v30 = 4;
uint32_t const v31 = v30 * v8;
uint32_t const v32 = v31 + v26;
uint32_t const v33 = v32 - v8;
uint32_t const v34 = 3;
uint32_t const v35 = v34 * v8;
uint32_t const v36 = v35 + v26;
uint32_t const v37 = v29 ? v33 : v36;
uint32_t const* const v38 = &v2[v37];
uint32_t const v39 = *v38;
bool const v40 = true;
bool v257_store;
bool * v41 = &v257_store;if(v29) {
*v41 = v40;
}
 else {
uint32_t const v42 = 4294967295;
bool const v43 = v39 != v42;
*v41 = v43;
}
bool const v44 = *v41;
if(v44) {
uint32_t const v45 = uint32_t(v39);
uint32_t const v46 = v29 ? v45 : v26;
uint32_t const v47 = v46 * v10;
float const v48 = 0;
float v258_store;
float * v49 = &v258_store;*v49 = v48;
uint32_t const v50 = threadIdx.x;
uint32_t const v51 = uint32_t(v50);
uint32_t v259_store;
uint32_t * v52 = &v259_store;*v52 = v51;
while([&]{
uint32_t const v53 = *v52;
bool const v54 = v53 < v10;
return v54;
}()) {
uint32_t const v55 = *v52;
uint32_t const v56 = v47 + v55;
float const* const v57 = &v0[v56];
float const v58 = *v57;
float const v59 = *v49;
float const v60 = fma(v58, v58, v59);
*v49 = v60;
uint32_t const v61 = 128;
uint32_t const v62 = v55 + v61;
*v52 = v62;
}
array<float, 128> * const v63 = reinterpret_cast<array<float, 128> *>(&v6[0]);
uint32_t const v64 = 128;
float * const v65 = &(*v63)[v51];
float const v66 = *v49;
*v65 = v66;
__syncthreads();
uint32_t const v67 = 64;
bool const v68 = v51 < v67;
if(v68) {
uint32_t const v69 = v51 + v67;
float * const v70 = &(*v63)[v69];
float const v71 = *v70;
float const v72 = *v65;
float const v73 = v72 + v71;
*v65 = v73;
}
__syncthreads();
uint32_t const v74 = 32;
bool const v75 = v51 < v74;
if(v75) {
uint32_t const v76 = v51 + v74;
float * const v77 = &(*v63)[v76];
float const v78 = *v77;
float const v79 = *v65;
float const v80 = v79 + v78;
*v65 = v80;
}
__syncthreads();
uint32_t const v81 = 16;
bool const v82 = v51 < v81;
if(v82) {
uint32_t const v83 = v51 + v81;
float * const v84 = &(*v63)[v83];
float const v85 = *v84;
float const v86 = *v65;
float const v87 = v86 + v85;
*v65 = v87;
}
__syncthreads();
uint32_t const v88 = 8;
bool const v89 = v51 < v88;
if(v89) {
uint32_t const v90 = v51 + v88;
float * const v91 = &(*v63)[v90];
float const v92 = *v91;
float const v93 = *v65;
float const v94 = v93 + v92;
*v65 = v94;
}
__syncthreads();
bool const v95 = v51 < v30;
if(v95) {
uint32_t const v96 = v51 + v30;
float * const v97 = &(*v63)[v96];
float const v98 = *v97;
float const v99 = *v65;
float const v100 = v99 + v98;
*v65 = v100;
}
__syncthreads();
uint32_t const v101 = 2;
bool const v102 = v51 < v101;
if(v102) {
uint32_t const v103 = v51 + v101;
float * const v104 = &(*v63)[v103];
float const v105 = *v104;
float const v106 = *v65;
float const v107 = v106 + v105;
*v65 = v107;
}
__syncthreads();
uint32_t const v108 = 1;
bool const v109 = v51 < v108;
if(v109) {
uint32_t const v110 = v51 + v108;
float * const v111 = &(*v63)[v110];
float const v112 = *v111;
float const v113 = *v65;
float const v114 = v113 + v112;
*v65 = v114;
}
__syncthreads();
float * const v115 = &(*v63)[v7];
float const v116 = *v115;
__syncthreads();
float const v117 = float(v10);
float const v118 = v116 / v117;
float const v119 = v118 + v11;
float const v120 = sqrt(v119);float const v121 = 1;
float const v122 = v121 / v120;
uint32_t v261_store;
uint32_t * v123 = &v261_store;*v123 = v51;
while([&]{
uint32_t const v124 = *v123;
bool const v125 = v124 < v10;
return v125;
}()) {
uint32_t const v126 = *v123;
uint32_t const v127 = v47 + v126;
float const* const v128 = &v0[v127];
float const v129 = *v128;
float const v130 = v129 * v122;
float const* const v131 = &v1[v126];
float const v132 = *v131;
float const v133 = v130 * v132;
if(v29) {
uint32_t const v134 = v26 - v8;
uint32_t const v135 = v134 * v10;
uint32_t const v136 = v135 + v126;
float * const v137 = &v4[v136];
*v137 = v133;
}
 else {
uint32_t const v138 = v45 * v10;
uint32_t const v139 = v138 + v126;
float * const v140 = &v3[v139];
*v140 = v133;
}
uint32_t const v141 = v126 + v64;
*v123 = v141;
}
}
}
return;
}
