use std::arch::aarch64::*;
use std::arch::asm;

use super::{Bytes, CHUNK, Isa, TILE};

/// NEON with dot products: one instruction multiplies four signed bytes of each of four rows with four
/// others and adds the products up. Integers of x are in the order of AVX-512: upper bytes first, then
/// lower ones.
pub(crate) struct Neon;

/// Flips a byte that is 128 too large into a signed one.
const SIGN: u8 = 128;

#[allow(unsafe_code)]
impl Isa for Neon {
    /// Sums of upper and of lower bytes (for integers of one byte, of even and of odd quads), four rows
    /// each.
    type Sums = [[int32x4_t; 4]; 2];
    /// Four rows each.
    type Floats = [float32x4_t; 4];

    const ROWS: usize = 2;
    const SUMS: usize = 4;
    const QUAD: usize = 4;
    /// Bytes are made signed first.
    const BYTE_ZEROS: [u8; 2] = [0; 2];

    #[inline(always)]
    unsafe fn largest_size(x: [[float32x4_t; 4]; 2]) -> f32 {
        // SAFETY: the caller has the instructions.
        unsafe {
            // Without the sign, what is larger has larger bits; infinity and NaN have the largest.
            let mut largest = vdupq_n_u32(0);
            for floats in x.as_flattened() {
                largest = vmaxq_u32(largest, vreinterpretq_u32_f32(vabsq_f32(*floats)));
            }
            f32::from_bits(vmaxvq_u32(largest))
        }
    }

    #[inline(always)]
    unsafe fn integers<const BYTES: usize>(x: [[float32x4_t; 4]; 2]) -> (Bytes<BYTES>, [i32; 2]) {
        let (mut integers, mut sums): (Bytes<BYTES>, _) = ([[0; CHUNK]; BYTES], [0; 2]);
        // SAFETY: 8 bytes are stored four times for each byte of an integer; the caller has the instructions.
        unsafe {
            for half in 0..2 {
                for pair in 0..2 {
                    let whole =
                        [vcvtnq_s32_f32(x[half][2 * pair]), vcvtnq_s32_f32(x[half][2 * pair + 1])];
                    sums[half] += vaddvq_s32(vaddq_s32(whole[0], whole[1]));
                    let whole = vcombine_s16(vmovn_s32(whole[0]), vmovn_s32(whole[1]));
                    let at = TILE * half + 8 * pair;
                    if BYTES == 1 {
                        vst1_s8(integers[0].as_mut_ptr().add(at), vmovn_s16(whole));
                    } else {
                        let upper = vshrq_n_s16::<8>(vaddq_s16(whole, vdupq_n_s16(128)));
                        let lower = vsubq_s16(whole, vshlq_n_s16::<8>(upper));
                        vst1_s8(integers[0].as_mut_ptr().add(at), vmovn_s16(upper));
                        vst1_s8(integers[1].as_mut_ptr().add(at), vmovn_s16(lower));
                    }
                }
            }
        }
        (integers, sums)
    }

    #[inline(always)]
    unsafe fn sums(start: i32) -> [[int32x4_t; 4]; 2] {
        // SAFETY: the caller has the instructions.
        unsafe { [[vdupq_n_s32(0); 4], [vdupq_n_s32(start); 4]] }
    }

    #[inline(always)]
    unsafe fn dot_nibbles<const BYTES: usize, const R: usize>(
        sums: &mut [[[int32x4_t; 4]; 2]; R],
        bytes: *const u8,
        x: [*const i8; R],
    ) {
        // SAFETY: the caller has 64 bytes there, two quads of x and the instructions.
        unsafe {
            let pairs = load(bytes);
            let (mut low, mut high) = ([vdupq_n_s8(0); 4], [vdupq_n_s8(0); 4]);
            for four in 0..4 {
                low[four] = vreinterpretq_s8_u8(vandq_u8(pairs[four], vdupq_n_u8(15)));
                high[four] = vreinterpretq_s8_u8(vshrq_n_u8::<4>(pairs[four]));
            }
            multiply_add_quad::<BYTES, R>(sums, low, x, 0);
            multiply_add_quad::<BYTES, R>(sums, high, x, 1);
        }
    }

    #[inline(always)]
    unsafe fn dot_bytes<const BYTES: usize, const R: usize>(
        sums: &mut [[[int32x4_t; 4]; 2]; R],
        bytes: *const u8,
        x: [*const i8; R],
    ) {
        // SAFETY: the caller has 128 bytes there, two quads of x and the instructions.
        unsafe {
            for quad in 0..2 {
                let bytes = load(bytes.add(64 * quad));
                let mut quants = [vdupq_n_s8(0); 4];
                for four in 0..4 {
                    quants[four] = vreinterpretq_s8_u8(veorq_u8(bytes[four], vdupq_n_u8(SIGN)));
                }
                multiply_add_quad::<BYTES, R>(sums, quants, x, quad);
            }
        }
    }

    #[inline(always)]
    unsafe fn floats<const BYTES: usize>([upper, lower]: [[int32x4_t; 4]; 2]) -> [float32x4_t; 4] {
        // SAFETY: the caller has the instructions.
        unsafe {
            let mut out = [vdupq_n_f32(0.0); 4];
            for four in 0..4 {
                let upper = if BYTES == 1 { upper[four] } else { vshlq_n_s32::<8>(upper[four]) };
                out[four] = vcvtq_f32_s32(vaddq_s32(upper, lower[four]));
            }
            out
        }
    }

    #[inline(always)]
    unsafe fn splat(value: f32) -> [float32x4_t; 4] {
        // SAFETY: the caller has the instructions.
        unsafe { [vdupq_n_f32(value); 4] }
    }

    #[inline(always)]
    unsafe fn from_floats(bytes: *const u8) -> [float32x4_t; 4] {
        // SAFETY: the caller has 64 bytes there, and the instructions.
        unsafe {
            let mut out = [vdupq_n_f32(0.0); 4];
            for four in 0..4 {
                out[four] = vreinterpretq_f32_u8(vld1q_u8(bytes.add(16 * four)));
            }
            out
        }
    }

    #[inline(always)]
    unsafe fn from_halves(bytes: *const u8) -> [float32x4_t; 4] {
        // SAFETY: the caller has 32 bytes there, and the instructions.
        unsafe {
            let mut out = [vdupq_n_f32(0.0); 4];
            for four in 0..4 {
                out[four] = vcvt_f32_f16(vreinterpret_f16_u8(vld1_u8(bytes.add(8 * four))));
            }
            out
        }
    }

    #[inline(always)]
    unsafe fn from_bfloats(bytes: *const u8) -> [float32x4_t; 4] {
        // SAFETY: the caller has 32 bytes there, and the instructions.
        unsafe {
            let mut out = [vdupq_n_f32(0.0); 4];
            for four in 0..4 {
                let upper = vreinterpret_u16_u8(vld1_u8(bytes.add(8 * four)));
                out[four] = vreinterpretq_f32_u32(vshll_n_u16::<16>(upper));
            }
            out
        }
    }

    #[inline(always)]
    unsafe fn from_unsigned(bytes: *const u8) -> [float32x4_t; 4] {
        // SAFETY: the caller has 16 bytes there, and the instructions.
        unsafe {
            let bytes = vld1q_u8(bytes);
            let halves = [vmovl_u8(vget_low_u8(bytes)), vmovl_high_u8(bytes)];
            [
                vcvtq_f32_u32(vmovl_u16(vget_low_u16(halves[0]))),
                vcvtq_f32_u32(vmovl_high_u16(halves[0])),
                vcvtq_f32_u32(vmovl_u16(vget_low_u16(halves[1]))),
                vcvtq_f32_u32(vmovl_high_u16(halves[1])),
            ]
        }
    }

    #[inline(always)]
    unsafe fn from_signed(bytes: *const u8) -> [float32x4_t; 4] {
        // SAFETY: the caller has 16 bytes there, and the instructions.
        unsafe {
            let bytes = vld1q_s8(bytes.cast());
            let halves = [vmovl_s8(vget_low_s8(bytes)), vmovl_high_s8(bytes)];
            [
                vcvtq_f32_s32(vmovl_s16(vget_low_s16(halves[0]))),
                vcvtq_f32_s32(vmovl_high_s16(halves[0])),
                vcvtq_f32_s32(vmovl_s16(vget_low_s16(halves[1]))),
                vcvtq_f32_s32(vmovl_high_s16(halves[1])),
            ]
        }
    }

    #[inline(always)]
    unsafe fn store(floats: [float32x4_t; 4]) -> [f32; TILE] {
        let mut out = [0.0; TILE];
        for (four, floats) in floats.into_iter().enumerate() {
            // SAFETY: 16 floats are four times four; the caller has the instructions.
            unsafe { vst1q_f32(out.as_mut_ptr().add(4 * four), floats) };
        }
        out
    }

    #[inline(always)]
    unsafe fn multiply(a: [float32x4_t; 4], b: [float32x4_t; 4]) -> [float32x4_t; 4] {
        // SAFETY: the caller has the instructions.
        unsafe {
            let mut out = a;
            for four in 0..4 {
                out[four] = vmulq_f32(a[four], b[four]);
            }
            out
        }
    }

    #[inline(always)]
    unsafe fn multiply_add(
        a: [float32x4_t; 4],
        b: [float32x4_t; 4],
        c: [float32x4_t; 4],
    ) -> [float32x4_t; 4] {
        // SAFETY: the caller has the instructions.
        unsafe {
            let mut out = c;
            for four in 0..4 {
                out[four] = vfmaq_f32(c[four], a[four], b[four]);
            }
            out
        }
    }

    #[inline(always)]
    unsafe fn divide(a: [float32x4_t; 4], b: [float32x4_t; 4]) -> [float32x4_t; 4] {
        // SAFETY: the caller has the instructions.
        unsafe {
            let mut out = a;
            for four in 0..4 {
                out[four] = vdivq_f32(a[four], b[four]);
            }
            out
        }
    }

    #[inline(always)]
    unsafe fn maximum(a: [float32x4_t; 4], b: [float32x4_t; 4]) -> [float32x4_t; 4] {
        // SAFETY: the caller has the instructions.
        unsafe {
            let mut out = a;
            for four in 0..4 {
                out[four] = vbslq_f32(vcgtq_f32(a[four], b[four]), a[four], b[four]);
            }
            out
        }
    }

    #[inline(always)]
    unsafe fn minimum(a: [float32x4_t; 4], b: [float32x4_t; 4]) -> [float32x4_t; 4] {
        // SAFETY: the caller has the instructions.
        unsafe {
            let mut out = a;
            for four in 0..4 {
                out[four] = vbslq_f32(vcltq_f32(a[four], b[four]), a[four], b[four]);
            }
            out
        }
    }

    #[inline(always)]
    unsafe fn largest(floats: [float32x4_t; 4]) -> f32 {
        // SAFETY: the caller has the instructions.
        unsafe {
            let pairs = [vmaxnmq_f32(floats[0], floats[1]), vmaxnmq_f32(floats[2], floats[3])];
            vmaxnmvq_f32(vmaxnmq_f32(pairs[0], pairs[1]))
        }
    }

    #[inline(always)]
    unsafe fn times_power(floats: [float32x4_t; 4], whole: [float32x4_t; 4]) -> [float32x4_t; 4] {
        // SAFETY: the caller has the instructions.
        unsafe {
            let mut out = floats;
            for four in 0..4 {
                let power = vshlq_n_u32::<23>(vreinterpretq_u32_f32(whole[four]));
                let bits = vaddq_u32(vreinterpretq_u32_f32(floats[four]), power);
                out[four] = vreinterpretq_f32_u32(bits);
            }
            out
        }
    }
}

/// 64 bytes.
///
/// # Safety
/// They are there, and the machine has the instructions.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn load(bytes: *const u8) -> [uint8x16_t; 4] {
    // SAFETY: the caller promises it.
    unsafe {
        [vld1q_u8(bytes), vld1q_u8(bytes.add(16)), vld1q_u8(bytes.add(32)), vld1q_u8(bytes.add(48))]
    }
}

/// Adds to the sums of R rows of x the products with quad 0 or 1 of each.
///
/// # Safety
/// The quads are there, and the machine has the instructions.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn multiply_add_quad<const BYTES: usize, const R: usize>(
    sums: &mut [[[int32x4_t; 4]; 2]; R],
    quants: [int8x16_t; 4],
    x: [*const i8; R],
    quad: usize,
) {
    for (sums, x) in sums.iter_mut().zip(x) {
        for byte in 0..BYTES {
            let sums = &mut sums[if BYTES == 1 { quad } else { byte }];
            // SAFETY: the caller promises it; a quad is four bytes of each kind.
            unsafe {
                let x = x.add(byte * CHUNK + 4 * quad).cast::<i32>().read_unaligned();
                let x = vreinterpretq_s8_s32(vdupq_n_s32(x));
                for (sum, quants) in sums.iter_mut().zip(quants) {
                    *sum = dot(*sum, quants, x);
                }
            }
        }
    }
}

/// Adds to every lane the products of four bytes with four others. The compiler has no stable name
/// for the instruction yet.
///
/// # Safety
/// The machine has the instructions.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn dot(mut sum: int32x4_t, a: int8x16_t, b: int8x16_t) -> int32x4_t {
    // SAFETY: the caller has the instruction, which touches nothing but these registers.
    unsafe {
        asm!(
            ".arch_extension dotprod",
            "sdot {sum:v}.4s, {a:v}.16b, {b:v}.16b",
            sum = inout(vreg) sum,
            a = in(vreg) a,
            b = in(vreg) b,
            options(pure, nomem, nostack, preserves_flags)
        );
    }
    sum
}
