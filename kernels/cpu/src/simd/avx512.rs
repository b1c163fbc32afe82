use std::arch::x86_64::*;

use super::{Bytes, CHUNK, Isa, TILE};

/// AVX-512 with VNNI: one instruction multiplies four unsigned bytes of each row with four signed
/// ones and adds the products up. Integers of two bytes take two of them for each quad: the upper bytes
/// of all columns come first, then the lower ones, so that `integer = 256 · upper + lower`.
pub(crate) struct Avx512;

#[allow(unsafe_code)]
impl Isa for Avx512 {
    /// One sum of upper and one of lower bytes; for integers of one byte, one of even and one of odd
    /// quads, which are independent.
    type Sums = [__m512i; 2];
    type Floats = __m512;

    const ROWS: usize = 8;
    const SUMS: usize = 16;
    const QUAD: usize = 4;

    #[inline(always)]
    unsafe fn largest_size(x: [__m512; 2]) -> f32 {
        // SAFETY: the caller has the instructions.
        unsafe {
            // Without the sign, what is larger has larger bits; infinity and NaN have the largest.
            let mask = _mm512_set1_epi32(i32::MAX);
            let sizes = [
                _mm512_and_si512(_mm512_castps_si512(x[0]), mask),
                _mm512_and_si512(_mm512_castps_si512(x[1]), mask),
            ];
            let largest = _mm512_reduce_max_epi32(_mm512_max_epi32(sizes[0], sizes[1]));
            f32::from_bits(largest as u32)
        }
    }

    #[inline(always)]
    unsafe fn integers<const BYTES: usize>(x: [__m512; 2]) -> (Bytes<BYTES>, [i32; 2]) {
        let (mut integers, mut sums): (Bytes<BYTES>, _) = ([[0; CHUNK]; BYTES], [0; 2]);
        // SAFETY: 16 bytes are stored twice for each byte of an integer; the caller has the instructions.
        unsafe {
            for half in 0..2 {
                let whole = _mm512_cvtps_epi32(x[half]);
                sums[half] = _mm512_reduce_add_epi32(whole);
                let mut parts = [whole; 2];
                if BYTES == 2 {
                    let nearest = _mm512_add_epi32(whole, _mm512_set1_epi32(128));
                    parts[0] = _mm512_srai_epi32::<8>(nearest);
                    parts[1] = _mm512_sub_epi32(whole, _mm512_slli_epi32::<8>(parts[0]));
                }
                for byte in 0..BYTES {
                    let at: *mut i8 = integers[byte].as_mut_ptr().add(TILE * half);
                    _mm_storeu_si128(at.cast(), _mm512_cvtepi32_epi8(parts[byte]));
                }
            }
        }
        (integers, sums)
    }

    #[inline(always)]
    unsafe fn sums(start: i32) -> [__m512i; 2] {
        // SAFETY: the caller has the instructions.
        unsafe { [_mm512_setzero_si512(), _mm512_set1_epi32(start)] }
    }

    #[inline(always)]
    unsafe fn dot_nibbles<const BYTES: usize, const R: usize>(
        sums: &mut [[__m512i; 2]; R],
        bytes: *const u8,
        x: [*const i8; R],
    ) {
        // SAFETY: the caller has 64 bytes there, two quads of x and the instructions.
        unsafe {
            let pairs = _mm512_loadu_si512(bytes.cast());
            let low = _mm512_set1_epi8(15);
            multiply_add_quad::<BYTES, 0, R>(sums, _mm512_and_si512(pairs, low), x);
            let high = _mm512_and_si512(_mm512_srli_epi16::<4>(pairs), low);
            multiply_add_quad::<BYTES, 1, R>(sums, high, x);
        }
    }

    #[inline(always)]
    unsafe fn dot_bytes<const BYTES: usize, const R: usize>(
        sums: &mut [[__m512i; 2]; R],
        bytes: *const u8,
        x: [*const i8; R],
    ) {
        // SAFETY: the caller has 128 bytes there, two quads of x and the instructions.
        unsafe {
            multiply_add_quad::<BYTES, 0, R>(sums, _mm512_loadu_si512(bytes.cast()), x);
            multiply_add_quad::<BYTES, 1, R>(sums, _mm512_loadu_si512(bytes.add(64).cast()), x);
        }
    }

    #[inline(always)]
    unsafe fn floats<const BYTES: usize>([upper, lower]: [__m512i; 2]) -> __m512 {
        // SAFETY: the caller has the instructions.
        unsafe {
            let upper = if BYTES == 1 { upper } else { _mm512_slli_epi32::<8>(upper) };
            _mm512_cvtepi32_ps(_mm512_add_epi32(upper, lower))
        }
    }

    #[inline(always)]
    unsafe fn splat(value: f32) -> __m512 {
        // SAFETY: the caller has the instructions.
        unsafe { _mm512_set1_ps(value) }
    }

    #[inline(always)]
    unsafe fn from_floats(bytes: *const u8) -> __m512 {
        // SAFETY: the caller has 64 bytes there, and the instructions.
        unsafe { _mm512_loadu_ps(bytes.cast()) }
    }

    #[inline(always)]
    unsafe fn from_halves(bytes: *const u8) -> __m512 {
        // SAFETY: the caller has 32 bytes there, and the instructions.
        unsafe { _mm512_cvtph_ps(_mm256_loadu_si256(bytes.cast())) }
    }

    #[inline(always)]
    unsafe fn from_bfloats(bytes: *const u8) -> __m512 {
        // SAFETY: the caller has 32 bytes there, and the instructions.
        unsafe {
            let wide = _mm512_cvtepu16_epi32(_mm256_loadu_si256(bytes.cast()));
            _mm512_castsi512_ps(_mm512_slli_epi32::<16>(wide))
        }
    }

    #[inline(always)]
    unsafe fn from_unsigned(bytes: *const u8) -> __m512 {
        // SAFETY: the caller has 16 bytes there, and the instructions.
        unsafe { _mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(_mm_loadu_si128(bytes.cast()))) }
    }

    #[inline(always)]
    unsafe fn from_signed(bytes: *const u8) -> __m512 {
        // SAFETY: the caller has 16 bytes there, and the instructions.
        unsafe { _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_loadu_si128(bytes.cast()))) }
    }

    #[inline(always)]
    unsafe fn store(floats: __m512) -> [f32; TILE] {
        let mut out = [0.0; TILE];
        // SAFETY: 16 floats are 64 bytes; the caller has the instructions.
        unsafe { _mm512_storeu_ps(out.as_mut_ptr(), floats) };
        out
    }

    #[inline(always)]
    unsafe fn multiply(a: __m512, b: __m512) -> __m512 {
        // SAFETY: the caller has the instructions.
        unsafe { _mm512_mul_ps(a, b) }
    }

    #[inline(always)]
    unsafe fn multiply_add(a: __m512, b: __m512, c: __m512) -> __m512 {
        // SAFETY: the caller has the instructions.
        unsafe { _mm512_fmadd_ps(a, b, c) }
    }

    #[inline(always)]
    unsafe fn divide(a: __m512, b: __m512) -> __m512 {
        // SAFETY: the caller has the instructions.
        unsafe { _mm512_div_ps(a, b) }
    }

    #[inline(always)]
    unsafe fn maximum(a: __m512, b: __m512) -> __m512 {
        // SAFETY: the caller has the instructions.
        unsafe { _mm512_max_ps(a, b) }
    }

    #[inline(always)]
    unsafe fn minimum(a: __m512, b: __m512) -> __m512 {
        // SAFETY: the caller has the instructions.
        unsafe { _mm512_min_ps(a, b) }
    }

    #[inline(always)]
    unsafe fn largest(floats: __m512) -> f32 {
        // SAFETY: the caller has the instructions.
        unsafe { _mm512_reduce_max_ps(floats) }
    }

    #[inline(always)]
    unsafe fn times_power(floats: __m512, whole: __m512) -> __m512 {
        // SAFETY: the caller has the instructions.
        unsafe {
            let power = _mm512_slli_epi32::<23>(_mm512_castps_si512(whole));
            _mm512_castsi512_ps(_mm512_add_epi32(_mm512_castps_si512(floats), power))
        }
    }
}

/// Adds to the sums of R rows of x the products with the first quad of each, or with the second one.
///
/// # Safety
/// The quads are there, and the machine has the instructions.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn multiply_add_quad<const BYTES: usize, const QUAD: usize, const R: usize>(
    sums: &mut [[__m512i; 2]; R],
    quants: __m512i,
    x: [*const i8; R],
) {
    let mut r = 0;
    while r < R {
        let mut byte = 0;
        while byte < BYTES {
            let part = if BYTES == 1 { QUAD } else { byte };
            // SAFETY: the caller promises it; a quad is four bytes of each kind.
            unsafe {
                let x = x[r].add(CHUNK * byte + 4 * QUAD).cast::<i32>().read_unaligned();
                sums[r][part] = _mm512_dpbusd_epi32(sums[r][part], quants, _mm512_set1_epi32(x));
            }
            byte += 1;
        }
        r += 1;
    }
}
