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
    uint32_t scalars_usize[2];uint32_t static_meta[4];
};
extern "C" __global__ void __launch_bounds__(128)  copy_rows_kernel(uint32_t const* const __restrict__ v0, uint32_t * const __restrict__ v1, uint32_t const* const __restrict__ v2, info_st const* const __restrict__ v3) {
uint32_t const* const dynamic_meta_v50 = reinterpret_cast<uint32_t const*>(v3 + 1);
const info_st& info_v49 = *v3;uint32_t const v4 = info_v49.scalars_usize[0];
uint32_t const v5 = info_v49.scalars_usize[1];
uint32_t const v6 = blockIdx.z;
uint32_t const v7 = uint32_t(v6);
uint32_t const v8 = gridDim.y;
uint32_t const v9 = uint32_t(v8);
uint32_t const v10 = v7 * v9;
uint32_t const v11 = gridDim.x;
uint32_t const v12 = uint32_t(v11);
uint32_t const v13 = v10 * v12;
uint32_t const v14 = blockIdx.y;
uint32_t const v15 = uint32_t(v14);
uint32_t const v16 = v15 * v12;
uint32_t const v17 = v13 + v16;
uint32_t const v18 = blockIdx.x;
uint32_t const v19 = uint32_t(v18);
uint32_t const v20 = v17 + v19;
bool const v21 = v20 < v4;
if(v21) {
uint32_t const* const v22 = &v2[v20];
uint32_t const v23 = *v22;
uint32_t const v24 = uint32_t(v23);
uint32_t const v25 = threadIdx.x;
uint32_t const v26 = uint32_t(v25);
uint32_t v57_store;
uint32_t * v27 = &v57_store;*v27 = v26;
while([&]{
uint32_t const v28 = *v27;
bool const v29 = v28 < v5;
return v29;
}()) {
uint32_t const v30 = v20 * v5;
uint32_t const v31 = *v27;
uint32_t const v32 = v30 + v31;
uint32_t const* const v33 = &v0[v32];
uint32_t const v34 = *v33;
uint32_t const v35 = v24 * v5;
uint32_t const v36 = v35 + v31;
uint32_t * const v37 = &v1[v36];
*v37 = v34;
uint32_t const v38 = 128;
uint32_t const v39 = v31 + v38;
*v27 = v39;
}
}
return;
}
