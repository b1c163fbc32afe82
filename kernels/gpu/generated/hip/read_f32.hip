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
    uint32_t scalars_usize[2];uint32_t static_meta[2];
};
extern "C" __global__ void __launch_bounds__(128) read_kernel(uint32_t_4 const* const __restrict__ v0, uint32_t * const __restrict__ v1, info_st const* const __restrict__ v2) {
uint32_t const* const dynamic_meta_v123 = reinterpret_cast<uint32_t const*>(v2 + 1);
const info_st& info_v122 = *v2;uint32_t const v3 = 0;
uint32_t const v4 = info_v122.scalars_usize[0];
uint32_t const v5 = blockIdx.z;
uint32_t const v6 = uint32_t(v5);
uint32_t const v7 = gridDim.y;
uint32_t const v8 = uint32_t(v7);
uint32_t const v9 = v6 * v8;
uint32_t const v10 = gridDim.x;
uint32_t const v11 = uint32_t(v10);
uint32_t const v12 = v9 * v11;
uint32_t const v13 = blockIdx.y;
uint32_t const v14 = uint32_t(v13);
uint32_t const v15 = v14 * v11;
uint32_t const v16 = v12 + v15;
uint32_t const v17 = blockIdx.x;
uint32_t const v18 = uint32_t(v17);
uint32_t const v19 = v16 + v18;
bool const v20 = v19 < v4;
if(v20) {
uint32_t const v21 = 8192;
uint32_t const v22 = v19 * v21;
uint32_t const v23 = threadIdx.x;
uint32_t const v24 = 0;
uint32_t const v25 = uint32_t(v23);
uint32_t const v26 = v22 + v25;
uint32_t v128_store;
uint32_t * v27 = &v128_store;*v27 = v26;
uint32_t v129_store;
uint32_t * v28 = &v129_store;*v28 = v24;
uint32_t const v29 = 16;
uint32_t const v30 = 1;
for(uint32_t v31 = v3; v31 < v29; v31 += v30) {
uint32_t const v32 = *v27;
uint32_t_4 const* const v33 = &v0[v32];
uint32_t_4 const v34 = *v33;
uint32_t const v35 = v34.i_0;
uint32_t const v36 = *v28;
uint32_t const v37 = v36 + v35;
*v28 = v37;
uint32_t const v38 = v34.i_1;
uint32_t const v39 = *v28;
uint32_t const v40 = v39 + v38;
*v28 = v40;
uint32_t const v41 = v34.i_2;
uint32_t const v42 = *v28;
uint32_t const v43 = v42 + v41;
*v28 = v43;
uint32_t const v44 = v34.i_3;
uint32_t const v45 = *v28;
uint32_t const v46 = v45 + v44;
*v28 = v46;
uint32_t const v47 = 128;
uint32_t const v48 = v32 + v47;
uint32_t_4 const* const v49 = &v0[v48];
uint32_t_4 const v50 = *v49;
uint32_t const v51 = v50.i_0;
uint32_t const v52 = *v28;
uint32_t const v53 = v52 + v51;
*v28 = v53;
uint32_t const v54 = v50.i_1;
uint32_t const v55 = *v28;
uint32_t const v56 = v55 + v54;
*v28 = v56;
uint32_t const v57 = v50.i_2;
uint32_t const v58 = *v28;
uint32_t const v59 = v58 + v57;
*v28 = v59;
uint32_t const v60 = v50.i_3;
uint32_t const v61 = *v28;
uint32_t const v62 = v61 + v60;
*v28 = v62;
uint32_t const v63 = 256;
uint32_t const v64 = v32 + v63;
uint32_t_4 const* const v65 = &v0[v64];
uint32_t_4 const v66 = *v65;
uint32_t const v67 = v66.i_0;
uint32_t const v68 = *v28;
uint32_t const v69 = v68 + v67;
*v28 = v69;
uint32_t const v70 = v66.i_1;
uint32_t const v71 = *v28;
uint32_t const v72 = v71 + v70;
*v28 = v72;
uint32_t const v73 = v66.i_2;
uint32_t const v74 = *v28;
uint32_t const v75 = v74 + v73;
*v28 = v75;
uint32_t const v76 = v66.i_3;
uint32_t const v77 = *v28;
uint32_t const v78 = v77 + v76;
*v28 = v78;
uint32_t const v79 = 384;
uint32_t const v80 = v32 + v79;
uint32_t_4 const* const v81 = &v0[v80];
uint32_t_4 const v82 = *v81;
uint32_t const v83 = v82.i_0;
uint32_t const v84 = *v28;
uint32_t const v85 = v84 + v83;
*v28 = v85;
uint32_t const v86 = v82.i_1;
uint32_t const v87 = *v28;
uint32_t const v88 = v87 + v86;
*v28 = v88;
uint32_t const v89 = v82.i_2;
uint32_t const v90 = *v28;
uint32_t const v91 = v90 + v89;
*v28 = v91;
uint32_t const v92 = v82.i_3;
uint32_t const v93 = *v28;
uint32_t const v94 = v93 + v92;
*v28 = v94;
uint32_t const v95 = 512;
uint32_t const v96 = v32 + v95;
*v27 = v96;
}
uint32_t const v97 = 128;
uint32_t const v98 = v19 * v97;
uint32_t const v99 = v98 + v25;
uint32_t * const v100 = &v1[v99];
uint32_t const v101 = *v28;
*v100 = v101;
}
return;
}
