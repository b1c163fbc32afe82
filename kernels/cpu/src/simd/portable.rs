use half::{bf16, f16};

use super::{Bytes, CHUNK, Isa, TILE};

/// Plain Rust, for any machine.
pub(crate) struct Portable;

#[allow(unsafe_code)]
impl Isa for Portable {
    type Sums = [i32; TILE];
    type Floats = [f32; TILE];

    const ROWS: usize = 4;
    const SUMS: usize = 4;
    const QUAD: usize = 8;

    unsafe fn largest_size(x: [[f32; TILE]; 2]) -> f32 {
        // Without the sign, what is larger has larger bits; infinity and NaN have the largest.
        let sizes = x.as_flattened().iter().map(|x| x.abs().to_bits());
        f32::from_bits(sizes.fold(0, u32::max))
    }

    unsafe fn integers<const BYTES: usize>(x: [[f32; TILE]; 2]) -> (Bytes<BYTES>, [i32; 2]) {
        /// Adding this leaves no bits behind the point: a rounding that any vector unit can do.
        const WHOLE: f32 = 12_582_912.0;
        let whole = x.map(|half| half.map(|x| (x + WHOLE - WHOLE) as i16));
        let mut integers = [[0; CHUNK]; BYTES];
        let places = integers.as_flattened_mut().chunks_exact_mut(BYTES);
        for (place, whole) in places.zip(whole.as_flattened()) {
            // An integer of one byte is the lower one.
            let bytes = whole.to_le_bytes().map(u8::cast_signed);
            place.copy_from_slice(&bytes[..BYTES]);
        }
        (integers, whole.map(|half| half.into_iter().map(i32::from).sum()))
    }

    #[inline(always)]
    unsafe fn sums(start: i32) -> [i32; TILE] {
        [start; TILE]
    }

    #[inline(always)]
    unsafe fn dot_nibbles<const BYTES: usize, const R: usize>(
        sums: &mut [[i32; TILE]; R],
        bytes: *const u8,
        x: [*const i8; R],
    ) {
        // SAFETY: the caller has 64 bytes there.
        let bytes = unsafe { bytes.cast::<[[u8; 4]; TILE]>().read_unaligned() };
        let low = bytes.map(|quad| quad.map(|byte| byte & 15));
        let high = bytes.map(|quad| quad.map(|byte| byte >> 4));
        // SAFETY: the caller has two quads of x.
        unsafe {
            multiply_add_quad::<BYTES, R>(sums, low, x, 0);
            multiply_add_quad::<BYTES, R>(sums, high, x, 1);
        }
    }

    #[inline(always)]
    unsafe fn dot_bytes<const BYTES: usize, const R: usize>(
        sums: &mut [[i32; TILE]; R],
        bytes: *const u8,
        x: [*const i8; R],
    ) {
        // SAFETY: the caller has 128 bytes there, and two quads of x.
        unsafe {
            let quads = bytes.cast::<[[[u8; 4]; TILE]; 2]>().read_unaligned();
            multiply_add_quad::<BYTES, R>(sums, quads[0], x, 0);
            multiply_add_quad::<BYTES, R>(sums, quads[1], x, 1);
        }
    }

    #[inline(always)]
    unsafe fn floats<const BYTES: usize>(sums: [i32; TILE]) -> [f32; TILE] {
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

/// Adds to the sums of R rows of x the products with quad 0 or 1 of each.
///
/// # Safety
/// The quads are there.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn multiply_add_quad<const BYTES: usize, const R: usize>(
    sums: &mut [[i32; TILE]; R],
    quants: [[u8; 4]; TILE],
    x: [*const i8; R],
    quad: usize,
) {
    for (sums, x) in sums.iter_mut().zip(x) {
        // SAFETY: the caller promises it.
        let x = unsafe { x.cast::<[[u8; BYTES]; 4]>().add(quad).read_unaligned() };
        let x = x.map(|bytes| match BYTES {
            1 => i32::from(bytes[0].cast_signed()),
            _ => i32::from(i16::from_le_bytes([bytes[0], bytes[1]])),
        });
        for (sum, quants) in sums.iter_mut().zip(quants) {
            for (quant, x) in quants.into_iter().zip(x) {
                *sum += i32::from(quant) * x;
            }
        }
    }
}
