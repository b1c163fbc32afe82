use std::arch::x86_64::*;

use super::{BYTE_ZERO, Bytes, CHUNK, Isa, TILE};

/// AVX2 with FMA. For integers of two bytes every second byte of quants is a lane of 16 bits, which is
/// multiplied in pairs; of every quad of x columns 0 and 2 come first, then 1 and 3. Integers of one
/// byte are multiplied with unsigned bytes, and two such products fit 16 bits. Signed bytes are
/// multiplied without their signs, which x takes.
pub(crate) struct Avx2;

// No closures here: they are functions of their own, compiled without the instructions.
#[allow(unsafe_code)]
impl Isa for Avx2 {
    /// Eight rows each.
    type Sums = [__m256i; 2];
    /// Eight rows each.
    type Floats = [__m256; 2];

    const ROWS: usize = 4;
    const SUMS: usize = 4;
    const QUAD: usize = 8;
    /// With integers of one byte, bytes are made signed first.
    const BYTE_ZEROS: [u8; 2] = [0, BYTE_ZERO];

    #[inline(always)]
    unsafe fn largest_size(x: [[__m256; 2]; 2]) -> f32 {
        // SAFETY: the caller has the instructions.
        unsafe {
            // Without the sign, what is larger has larger bits; infinity and NaN have the largest.
            let mask = _mm256_set1_epi32(i32::MAX);
            let mut largest = _mm256_setzero_si256();
            for floats in x.as_flattened() {
                let size = _mm256_and_si256(_mm256_castps_si256(*floats), mask);
                largest = _mm256_max_epi32(largest, size);
            }
            let upper = _mm256_extracti128_si256::<1>(largest);
            let four = _mm_max_epi32(_mm256_castsi256_si128(largest), upper);
            let two = _mm_max_epi32(four, _mm_shuffle_epi32::<0b11_10_11_10>(four));
            let one = _mm_max_epi32(two, _mm_shuffle_epi32::<0b01_01_01_01>(two));
            f32::from_bits(_mm_cvtsi128_si32(one) as u32)
        }
    }

    #[inline(always)]
    unsafe fn integers<const BYTES: usize>(x: [[__m256; 2]; 2]) -> (Bytes<BYTES>, [i32; 2]) {
        let (mut integers, mut sums): (Bytes<BYTES>, _) = ([[0; CHUNK]; BYTES], [0; 2]);
        // SAFETY: both halves of the integers are 16 numbers; the caller has the instructions.
        unsafe {
            for half in 0..2 {
                let low = _mm256_cvtps_epi32(x[half][0]);
                let high = _mm256_cvtps_epi32(x[half][1]);
                sums[half] = add_up(_mm256_add_epi32(low, high));
                let packed = _mm256_packs_epi32(low, high);
                let packed = _mm256_permute4x64_epi64::<0b11_01_10_00>(packed);
                let at: *mut i8 = integers.as_flattened_mut().as_mut_ptr().add(TILE * BYTES * half);
                if BYTES == 1 {
                    let upper = _mm256_extracti128_si256::<1>(packed);
                    let packed = _mm_packs_epi16(_mm256_castsi256_si128(packed), upper);
                    _mm_storeu_si128(at.cast(), packed);
                    continue;
                }
                let packed = _mm256_shufflelo_epi16::<0b11_01_10_00>(packed);
                let packed = _mm256_shufflehi_epi16::<0b11_01_10_00>(packed);
                _mm256_storeu_si256(at.cast(), packed);
            }
        }
        (integers, sums)
    }

    #[inline(always)]
    unsafe fn sums(start: i32) -> [__m256i; 2] {
        // SAFETY: the caller has the instructions.
        unsafe { [_mm256_set1_epi32(start); 2] }
    }

    #[inline(always)]
    unsafe fn dot_nibbles<const BYTES: usize, const R: usize>(
        sums: &mut [[__m256i; 2]; R],
        bytes: *const u8,
        x: [*const i8; R],
    ) {
        // SAFETY: the caller has 64 bytes there, two quads of x and the instructions.
        unsafe {
            if BYTES == 1 {
                let low = _mm256_set1_epi8(15);
                let mut half = 0;
                while half < 2 {
                    let rows = _mm256_loadu_si256(bytes.add(32 * half).cast());
                    let even = _mm256_and_si256(rows, low);
                    let odd = _mm256_and_si256(_mm256_srli_epi16::<4>(rows), low);
                    let mut r = 0;
                    while r < R {
                        let even = _mm256_maddubs_epi16(even, quad_of(x[r], 0));
                        let odd = _mm256_maddubs_epi16(odd, quad_of(x[r], 1));
                        add_pairs(&mut sums[r][half], _mm256_add_epi16(even, odd));
                        r += 1;
                    }
                    half += 1;
                }
                return;
            }
            let low = _mm256_set1_epi16(15);
            let rows = [_mm256_loadu_si256(bytes.cast()), _mm256_loadu_si256(bytes.add(32).cast())];
            let quants = [_mm256_and_si256(rows[0], low), _mm256_and_si256(rows[1], low)];
            multiply_add_pairs(sums, quants, x, 0);
            let shifted = [_mm256_srli_epi16::<8>(rows[0]), _mm256_srli_epi16::<8>(rows[1])];
            let quants = [_mm256_and_si256(shifted[0], low), _mm256_and_si256(shifted[1], low)];
            multiply_add_pairs(sums, quants, x, 2);
            let shifted = [_mm256_srli_epi16::<4>(rows[0]), _mm256_srli_epi16::<4>(rows[1])];
            let quants = [_mm256_and_si256(shifted[0], low), _mm256_and_si256(shifted[1], low)];
            multiply_add_pairs(sums, quants, x, 4);
            let quants = [_mm256_srli_epi16::<12>(rows[0]), _mm256_srli_epi16::<12>(rows[1])];
            multiply_add_pairs(sums, quants, x, 6);
        }
    }

    #[inline(always)]
    unsafe fn dot_bytes<const BYTES: usize, const R: usize>(
        sums: &mut [[__m256i; 2]; R],
        bytes: *const u8,
        x: [*const i8; R],
    ) {
        // SAFETY: the caller has 128 bytes there, two quads of x and the instructions.
        unsafe {
            let mut quad = 0;
            while quad < 2 {
                let bytes = bytes.add(64 * quad);
                let rows =
                    [_mm256_loadu_si256(bytes.cast()), _mm256_loadu_si256(bytes.add(32).cast())];
                if BYTES == 1 {
                    let mut half = 0;
                    while half < 2 {
                        let rows = _mm256_xor_si256(rows[half], _mm256_set1_epi8(i8::MIN));
                        let sizes = _mm256_abs_epi8(rows);
                        let mut r = 0;
                        while r < R {
                            let x = _mm256_sign_epi8(quad_of(x[r], quad), rows);
                            add_pairs(&mut sums[r][half], _mm256_maddubs_epi16(sizes, x));
                            r += 1;
                        }
                        half += 1;
                    }
                } else {
                    let low = _mm256_set1_epi16(255);
                    let quants = [_mm256_and_si256(rows[0], low), _mm256_and_si256(rows[1], low)];
                    multiply_add_pairs(sums, quants, x, 4 * quad);
                    let quants = [_mm256_srli_epi16::<8>(rows[0]), _mm256_srli_epi16::<8>(rows[1])];
                    multiply_add_pairs(sums, quants, x, 4 * quad + 2);
                }
                quad += 1;
            }
        }
    }

    #[inline(always)]
    unsafe fn floats<const BYTES: usize>(sums: [__m256i; 2]) -> [__m256; 2] {
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

/// The sum of all lanes.
///
/// # Safety
/// The machine has the instructions.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn add_up(eight: __m256i) -> i32 {
    // SAFETY: the caller has the instructions.
    unsafe {
        let upper = _mm256_extracti128_si256::<1>(eight);
        let four = _mm_add_epi32(_mm256_castsi256_si128(eight), upper);
        let two = _mm_add_epi32(four, _mm_shuffle_epi32::<0b11_10_11_10>(four));
        _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_shuffle_epi32::<0b01_01_01_01>(two)))
    }
}

/// A quad of integers of one byte, for every row of a vector.
///
/// # Safety
/// The quad is there, and the machine has the instructions.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn quad_of(x: *const i8, quad: usize) -> __m256i {
    // SAFETY: the caller promises it.
    unsafe { _mm256_set1_epi32(x.add(4 * quad).cast::<i32>().read_unaligned()) }
}

/// Adds the two numbers of 16 bits of each lane to the lane's sum.
///
/// # Safety
/// The machine has the instructions.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn add_pairs(sums: &mut __m256i, pairs: __m256i) {
    // SAFETY: the caller has the instructions.
    unsafe {
        *sums = _mm256_add_epi32(*sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
    }
}

/// Adds to the sums of R rows of x the products with two integers, of two bytes each, from place `at`
/// on.
///
/// # Safety
/// The integers are there, and the machine has the instructions.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn multiply_add_pairs<const R: usize>(
    sums: &mut [[__m256i; 2]; R],
    quants: [__m256i; 2],
    x: [*const i8; R],
    at: usize,
) {
    let mut r = 0;
    while r < R {
        // SAFETY: the caller promises it.
        unsafe {
            let x = _mm256_set1_epi32(x[r].cast::<i16>().add(at).cast::<i32>().read_unaligned());
            sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(quants[0], x));
            sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(quants[1], x));
        }
        r += 1;
    }
}
