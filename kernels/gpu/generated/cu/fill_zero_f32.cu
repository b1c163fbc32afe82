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
    uint32_t scalars_usize[2];uint32_t static_meta[2];
};
extern "C" __global__ void __launch_bounds__(128)  fill_zero_kernel(uint32_t * const __restrict__ v0, info_st const* const __restrict__ v1) {
uint32_t const* const dynamic_meta_v73 = reinterpret_cast<uint32_t const*>(v1 + 1);
const info_st& info_v72 = *v1;uint32_t const v2 = info_v72.scalars_usize[0];
uint32_t const v3 = blockIdx.z;
uint32_t const v4 = uint32_t(v3);
uint32_t const v5 = gridDim.y;
uint32_t const v6 = uint32_t(v5);
uint32_t const v7 = v4 * v6;
uint32_t const v8 = gridDim.x;
uint32_t const v9 = uint32_t(v8);
uint32_t const v10 = v7 * v9;
uint32_t const v11 = blockIdx.y;
uint32_t const v12 = uint32_t(v11);
uint32_t const v13 = v12 * v9;
uint32_t const v14 = v10 + v13;
uint32_t const v15 = blockIdx.x;
uint32_t const v16 = uint32_t(v15);
uint32_t const v17 = v14 + v16;
uint32_t const v18 = 4;
uint32_t const v19 = v17 * v18;
uint32_t const v20 = 128;
uint32_t const v21 = v19 * v20;
uint32_t const v22 = threadIdx.x;
uint32_t const v23 = 0;
uint32_t const v24 = uint32_t(v22);
uint32_t const v25 = v21 + v24;
bool const v26 = v25 < v2;
if(v26) {
uint32_t * const v27 = &v0[v25];
*v27 = v23;
}
uint32_t const v28 = 1;
uint32_t const v29 = v19 + v28;
uint32_t const v30 = v29 * v20;
uint32_t const v31 = v30 + v24;
bool const v32 = v31 < v2;
if(v32) {
uint32_t * const v33 = &v0[v31];
*v33 = v23;
}
uint32_t const v34 = 2;
uint32_t const v35 = v19 + v34;
uint32_t const v36 = v35 * v20;
uint32_t const v37 = v36 + v24;
bool const v38 = v37 < v2;
if(v38) {
uint32_t * const v39 = &v0[v37];
*v39 = v23;
}
uint32_t const v40 = 3;
uint32_t const v41 = v19 + v40;
uint32_t const v42 = v41 * v20;
uint32_t const v43 = v42 + v24;
bool const v44 = v43 < v2;
if(v44) {
uint32_t * const v45 = &v0[v43];
*v45 = v23;
}
return;
}
