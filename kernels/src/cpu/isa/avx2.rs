use std::arch::x86_64::*;

use super::Isa;
use crate::cpu::packed::{CHUNK, TILE};

/// AVX2 with FMA: every second byte is a lane of 16 bits, which is multiplied in pairs.
pub(crate) struct Avx2;

// No closures here: they are functions of their own, compiled without the instructions.
#[allow(unsafe_code)]
impl Isa for Avx2 {
    /// Of every quad first columns 0 and 2, then 1 and 3.
    type Integers = [i16; CHUNK];
    /// Eight rows each.
    type Sums = [__m256i; 2];
    /// Eight rows in columns 0 and 2, the same in 1 and 3, and so for the other eight.
    type Quad = [__m256i; 4];
    /// Eight rows each.
    type Floats = [__m256; 2];

    const ROWS: usize = 4;
    const SUMS: usize = 4;

    fn split(integers: [i16; CHUNK]) -> [i16; CHUNK] {
        std::array::from_fn(|i| integers[i / 4 * 4 + [0, 2, 1, 3][i % 4]])
    }

    #[inline(always)]
    unsafe fn nibbles(bytes: *const u8) -> [[__m256i; 4]; 2] {
        // SAFETY: the caller has 64 bytes there, and the instructions.
        unsafe {
            let low = _mm256_set1_epi16(15);
            let mut quads = [[_mm256_setzero_si256(); 4]; 2];
            let mut half = 0;
            while half < 2 {
                let pairs = _mm256_loadu_si256(bytes.add(32 * half).cast());
                quads[0][2 * half] = _mm256_and_si256(pairs, low);
                quads[0][2 * half + 1] = _mm256_and_si256(_mm256_srli_epi16::<8>(pairs), low);
                quads[1][2 * half] = _mm256_and_si256(_mm256_srli_epi16::<4>(pairs), low);
                quads[1][2 * half + 1] = _mm256_srli_epi16::<12>(pairs);
                half += 1;
            }
            quads
        }
    }

    #[inline(always)]
    unsafe fn bytes(bytes: *const u8) -> [__m256i; 4] {
        // SAFETY: the caller has 64 bytes there, and the instructions.
        unsafe {
            let low = _mm256_set1_epi16(255);
            let first = _mm256_loadu_si256(bytes.cast());
            let second = _mm256_loadu_si256(bytes.add(32).cast());
            [
                _mm256_and_si256(first, low),
                _mm256_srli_epi16::<8>(first),
                _mm256_and_si256(second, low),
                _mm256_srli_epi16::<8>(second),
            ]
        }
    }

    #[inline(always)]
    unsafe fn sums(start: i32) -> [__m256i; 2] {
        // SAFETY: the caller has the instructions.
        unsafe { [_mm256_set1_epi32(start); 2] }
    }

    #[inline(always)]
    unsafe fn dot(
        mut sums: [__m256i; 2],
        quants: [__m256i; 4],
        x: &[i16; CHUNK],
        quad: usize,
    ) -> [__m256i; 2] {
        // SAFETY: a quad of x is 8 bytes; the caller has the instructions.
        unsafe {
            let x = x.as_ptr().add(4 * quad).cast::<i32>();
            let even = _mm256_set1_epi32(x.read_unaligned());
            let odd = _mm256_set1_epi32(x.add(1).read_unaligned());
            let mut half = 0;
            while half < 2 {
                let products = _mm256_madd_epi16(quants[2 * half], even);
                sums[half] = _mm256_add_epi32(sums[half], products);
                let products = _mm256_madd_epi16(quants[2 * half + 1], odd);
                sums[half] = _mm256_add_epi32(sums[half], products);
                half += 1;
            }
        }
        sums
    }

    #[inline(always)]
    unsafe fn floats(sums: [__m256i; 2]) -> [__m256; 2] {
        // SAFETY: the caller has the instructions.
        unsafe { [_mm256_cvtepi32_ps(sums[0]), _mm256_cvtepi32_ps(sums[1])] }
    }

    #[inline(always)]
    unsafe fn splat(value: f32) -> [__m256; 2] {
        // SAFETY: the caller has the instructions.
        unsafe { [_mm256_set1_ps(value); 2] }
    }

    #[inline(always)]
    unsafe fn from_floats(bytes: *const u8) -> [__m256; 2] {
        // SAFETY: the caller has 64 bytes there, and the instructions.
        unsafe { [_mm256_loadu_ps(bytes.cast()), _mm256_loadu_ps(bytes.add(32).cast())] }
    }

    #[inline(always)]
    unsafe fn from_halves(bytes: *const u8) -> [__m256; 2] {
        // SAFETY: the caller has 32 bytes there, and the instructions.
        unsafe {
            [
                _mm256_cvtph_ps(_mm_loadu_si128(bytes.cast())),
                _mm256_cvtph_ps(_mm_loadu_si128(bytes.add(16).cast())),
            ]
        }
    }

    #[inline(always)]
    unsafe fn from_bfloats(bytes: *const u8) -> [__m256; 2] {
        // SAFETY: the caller has 32 bytes there, and the instructions.
        unsafe {
            let low = _mm256_cvtepu16_epi32(_mm_loadu_si128(bytes.cast()));
            let high = _mm256_cvtepu16_epi32(_mm_loadu_si128(bytes.add(16).cast()));
            [
                _mm256_castsi256_ps(_mm256_slli_epi32::<16>(low)),
                _mm256_castsi256_ps(_mm256_slli_epi32::<16>(high)),
            ]
        }
    }

    #[inline(always)]
    unsafe fn from_unsigned(bytes: *const u8) -> [__m256; 2] {
        // SAFETY: the caller has 16 bytes there, and the instructions.
        unsafe {
            let bytes = _mm_loadu_si128(bytes.cast());
            [
                _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(bytes)),
                _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(_mm_srli_si128::<8>(bytes))),
            ]
        }
    }

    #[inline(always)]
    unsafe fn from_signed(bytes: *const u8) -> [__m256; 2] {
        // SAFETY: the caller has 16 bytes there, and the instructions.
        unsafe {
            let bytes = _mm_loadu_si128(bytes.cast());
            [
                _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes)),
                _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_srli_si128::<8>(bytes))),
            ]
        }
    }

    #[inline(always)]
    unsafe fn store([low, high]: [__m256; 2]) -> [f32; TILE] {
        let mut out = [0.0; TILE];
        // SAFETY: 16 floats are twice 32 bytes; the caller has the instructions.
        unsafe {
            _mm256_storeu_ps(out.as_mut_ptr(), low);
            _mm256_storeu_ps(out.as_mut_ptr().add(8), high);
        }
        out
    }

    #[inline(always)]
    unsafe fn multiply(a: [__m256; 2], b: [__m256; 2]) -> [__m256; 2] {
        // SAFETY: the caller has the instructions.
        unsafe { [_mm256_mul_ps(a[0], b[0]), _mm256_mul_ps(a[1], b[1])] }
    }

    #[inline(always)]
    unsafe fn multiply_add(a: [__m256; 2], b: [__m256; 2], c: [__m256; 2]) -> [__m256; 2] {
        // SAFETY: the caller has the instructions.
        unsafe { [_mm256_fmadd_ps(a[0], b[0], c[0]), _mm256_fmadd_ps(a[1], b[1], c[1])] }
    }

    #[inline(always)]
    unsafe fn divide(a: [__m256; 2], b: [__m256; 2]) -> [__m256; 2] {
        // SAFETY: the caller has the instructions.
        unsafe { [_mm256_div_ps(a[0], b[0]), _mm256_div_ps(a[1], b[1])] }
    }

    #[inline(always)]
    unsafe fn maximum(a: [__m256; 2], b: [__m256; 2]) -> [__m256; 2] {
        // SAFETY: the caller has the instructions.
        unsafe { [_mm256_max_ps(a[0], b[0]), _mm256_max_ps(a[1], b[1])] }
    }

    #[inline(always)]
    unsafe fn minimum(a: [__m256; 2], b: [__m256; 2]) -> [__m256; 2] {
        // SAFETY: the caller has the instructions.
        unsafe { [_mm256_min_ps(a[0], b[0]), _mm256_min_ps(a[1], b[1])] }
    }

    #[inline(always)]
    unsafe fn largest(floats: [__m256; 2]) -> f32 {
        // SAFETY: the caller has the instructions.
        unsafe {
            let eight = _mm256_max_ps(floats[0], floats[1]);
            let four = _mm_max_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps::<1>(eight));
            let two = _mm_max_ps(four, _mm_movehl_ps(four, four));
            _mm_cvtss_f32(_mm_max_ss(two, _mm_movehdup_ps(two)))
        }
    }

    #[inline(always)]
    unsafe fn times_power(floats: [__m256; 2], whole: [__m256; 2]) -> [__m256; 2] {
        // SAFETY: the caller has the instructions.
        unsafe {
            let mut out = floats;
            let mut half = 0;
            while half < 2 {
                let power = _mm256_slli_epi32::<23>(_mm256_castps_si256(whole[half]));
                let bits = _mm256_add_epi32(_mm256_castps_si256(floats[half]), power);
                out[half] = _mm256_castsi256_ps(bits);
                half += 1;
            }
            out
        }
    }
}
