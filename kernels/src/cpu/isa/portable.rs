use half::{bf16, f16};

use super::Isa;
use crate::cpu::packed::{CHUNK, TILE};

/// Plain Rust, for any machine.
pub(crate) struct Portable;

#[allow(unsafe_code)]
impl Isa for Portable {
    type Integers = [i16; CHUNK];
    type Sums = [i32; TILE];
    type Floats = [f32; TILE];

    const ROWS: usize = 4;
    const SUMS: usize = 4;

    fn split(integers: [i16; CHUNK]) -> [i16; CHUNK] {
        integers
    }

    #[inline(always)]
    unsafe fn sums(start: i32) -> [i32; TILE] {
        [start; TILE]
    }

    #[inline(always)]
    unsafe fn dot_nibbles<const R: usize>(
        sums: &mut [[i32; TILE]; R],
        bytes: *const u8,
        x: [*const [i16; CHUNK]; R],
        pair: usize,
    ) {
        // SAFETY: the caller has 64 bytes there.
        let bytes = unsafe { bytes.cast::<[[u8; 4]; TILE]>().read_unaligned() };
        let low = bytes.map(|quad| quad.map(|byte| byte & 15));
        let high = bytes.map(|quad| quad.map(|byte| byte >> 4));
        // SAFETY: the caller has quads of x.
        unsafe {
            multiply_add_quad(sums, low, x, 2 * pair);
            multiply_add_quad(sums, high, x, 2 * pair + 1);
        }
    }

    #[inline(always)]
    unsafe fn dot_bytes<const R: usize>(
        sums: &mut [[i32; TILE]; R],
        bytes: *const u8,
        x: [*const [i16; CHUNK]; R],
        quad: usize,
    ) {
        // SAFETY: the caller has 64 bytes there, and a quad of x.
        unsafe {
            multiply_add_quad(sums, bytes.cast::<[[u8; 4]; TILE]>().read_unaligned(), x, quad);
        }
    }

    #[inline(always)]
    unsafe fn floats(sums: [i32; TILE]) -> [f32; TILE] {
        sums.map(|sum| sum as f32)
    }

    #[inline(always)]
    unsafe fn splat(value: f32) -> [f32; TILE] {
        [value; TILE]
    }

    #[inline(always)]
    unsafe fn from_floats(bytes: *const u8) -> [f32; TILE] {
        // SAFETY: the caller has 64 bytes there.
        unsafe { bytes.cast::<[[u8; 4]; TILE]>().read_unaligned() }.map(f32::from_le_bytes)
    }

    #[inline(always)]
    unsafe fn from_halves(bytes: *const u8) -> [f32; TILE] {
        // SAFETY: the caller has 32 bytes there.
        let bytes = unsafe { bytes.cast::<[[u8; 2]; TILE]>().read_unaligned() };
        bytes.map(|bytes| f16::from_le_bytes(bytes).to_f32())
    }

    #[inline(always)]
    unsafe fn from_bfloats(bytes: *const u8) -> [f32; TILE] {
        // SAFETY: the caller has 32 bytes there.
        let bytes = unsafe { bytes.cast::<[[u8; 2]; TILE]>().read_unaligned() };
        bytes.map(|bytes| bf16::from_le_bytes(bytes).to_f32())
    }

    #[inline(always)]
    unsafe fn from_unsigned(bytes: *const u8) -> [f32; TILE] {
        // SAFETY: the caller has 16 bytes there.
        unsafe { bytes.cast::<[u8; TILE]>().read_unaligned() }.map(f32::from)
    }

    #[inline(always)]
    unsafe fn from_signed(bytes: *const u8) -> [f32; TILE] {
        // SAFETY: the caller has 16 bytes there.
        unsafe { bytes.cast::<[i8; TILE]>().read_unaligned() }.map(f32::from)
    }

    #[inline(always)]
    unsafe fn store(floats: [f32; TILE]) -> [f32; TILE] {
        floats
    }

    #[inline(always)]
    unsafe fn multiply(a: [f32; TILE], b: [f32; TILE]) -> [f32; TILE] {
        std::array::from_fn(|lane| a[lane] * b[lane])
    }

    #[inline(always)]
    unsafe fn multiply_add(a: [f32; TILE], b: [f32; TILE], c: [f32; TILE]) -> [f32; TILE] {
        std::array::from_fn(|lane| a[lane] * b[lane] + c[lane])
    }

    #[inline(always)]
    unsafe fn divide(a: [f32; TILE], b: [f32; TILE]) -> [f32; TILE] {
        std::array::from_fn(|lane| a[lane] / b[lane])
    }

    #[inline(always)]
    unsafe fn maximum(a: [f32; TILE], b: [f32; TILE]) -> [f32; TILE] {
        std::array::from_fn(|lane| if a[lane] > b[lane] { a[lane] } else { b[lane] })
    }

    #[inline(always)]
    unsafe fn minimum(a: [f32; TILE], b: [f32; TILE]) -> [f32; TILE] {
        std::array::from_fn(|lane| if a[lane] < b[lane] { a[lane] } else { b[lane] })
    }

    #[inline(always)]
    unsafe fn largest(floats: [f32; TILE]) -> f32 {
        floats.into_iter().fold(f32::NEG_INFINITY, f32::max)
    }

    #[inline(always)]
    unsafe fn times_power(floats: [f32; TILE], whole: [f32; TILE]) -> [f32; TILE] {
        std::array::from_fn(|lane| {
            let power = whole[lane].to_bits() << 23;
            f32::from_bits(floats[lane].to_bits().wrapping_add(power))
        })
    }
}

/// Adds to the sums of R rows of x the products with this quad of each.
///
/// # Safety
/// The quads are there.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn multiply_add_quad<const R: usize>(
    sums: &mut [[i32; TILE]; R],
    quants: [[u8; 4]; TILE],
    x: [*const [i16; CHUNK]; R],
    quad: usize,
) {
    for (sums, x) in sums.iter_mut().zip(x) {
        // SAFETY: the caller promises it.
        let x = unsafe { (&*x).as_chunks::<4>().0[quad] }.map(i32::from);
        for (sum, quants) in sums.iter_mut().zip(quants) {
            for (quant, x) in quants.into_iter().zip(x) {
                *sum += i32::from(quant) * x;
            }
        }
    }
}
