//! Keys and values of any cache type as vectors of f32.

use half::f16;
use plt_backend::q8_0::{BLOCK, number};

use crate::cache::Start;
use crate::simd::float::Float;
use crate::simd::{Isa, LINE, TILE, prefetch};

/// The element type of keys and values.
///
/// # Safety
/// Functions read from `start` on: of interleaved keys the 16 numbers from `d · 16` on and the 16
/// scales from `block · 16` on, which need not all be of one vector; of values the numbers that they
/// return. Functions with vectors may be called where [`Isa`] says.
#[allow(unsafe_code)]
pub(super) trait Element {
    /// Bytes of a number.
    const BYTES: usize;
    /// Whether each block of a vector has a scale.
    const SCALED: bool;

    /// The scales of this block of sixteen keys.
    unsafe fn scales<I: Isa>(start: Start, block: usize) -> I::Floats;
    /// Number d of sixteen keys, in a block with these scales.
    unsafe fn keys<I: Isa>(start: Start, d: usize, scales: I::Floats) -> I::Floats;
    /// The sixteen numbers of values from `at` on, all in one block.
    unsafe fn values<I: Isa>(start: Start, at: usize) -> I::Floats;
    /// One number of a value.
    unsafe fn value(start: Start, at: usize) -> f32;
}

#[allow(unsafe_code)]
impl<T: Float> Element for T {
    const BYTES: usize = <T as Float>::BYTES;
    const SCALED: bool = false;

    #[inline(always)]
    unsafe fn scales<I: Isa>(_: Start, _: usize) -> I::Floats {
        // SAFETY: the caller has the instructions.
        unsafe { I::splat(1.0) }
    }

    #[inline(always)]
    unsafe fn keys<I: Isa>(start: Start, d: usize, _: I::Floats) -> I::Floats {
        // SAFETY: the caller promises it.
        unsafe { T::load::<I>(start.numbers.add(d * TILE * <T as Float>::BYTES)) }
    }

    #[inline(always)]
    unsafe fn values<I: Isa>(start: Start, at: usize) -> I::Floats {
        // SAFETY: the caller promises it.
        unsafe { T::load::<I>(start.numbers.add(at * <T as Float>::BYTES)) }
    }

    #[inline(always)]
    unsafe fn value(start: Start, at: usize) -> f32 {
        let bytes = <T as Float>::BYTES;
        // SAFETY: the caller promises it.
        T::one(unsafe { std::slice::from_raw_parts(start.numbers.add(at * bytes), bytes) })
    }
}

/// Quants and scales. Their products are exact: the numbers that an export decodes to.
pub(super) struct Q8_0;

#[allow(unsafe_code)]
impl Element for Q8_0 {
    const BYTES: usize = 1;
    const SCALED: bool = true;

    #[inline(always)]
    unsafe fn scales<I: Isa>(start: Start, block: usize) -> I::Floats {
        // SAFETY: the caller promises it.
        unsafe { I::from_halves(start.scales.add(block * TILE * size_of::<f16>())) }
    }

    #[inline(always)]
    unsafe fn keys<I: Isa>(start: Start, d: usize, scales: I::Floats) -> I::Floats {
        // SAFETY: the caller promises it.
        unsafe { I::multiply(I::from_signed(start.numbers.add(d * TILE)), scales) }
    }

    #[inline(always)]
    unsafe fn values<I: Isa>(start: Start, at: usize) -> I::Floats {
        // SAFETY: the caller promises it; a cache holds its scales as this type.
        unsafe {
            let scale = *start.scales.cast::<f16>().add(at / BLOCK);
            I::multiply(I::from_signed(start.numbers.add(at)), I::splat(scale.to_f32()))
        }
    }

    #[inline(always)]
    unsafe fn value(start: Start, at: usize) -> f32 {
        // SAFETY: the caller promises it; a cache holds its numbers as these types.
        unsafe {
            let scale = *start.scales.cast::<f16>().add(at / BLOCK);
            number(scale, *start.numbers.cast::<i8>().add(at))
        }
    }
}

/// Prefetches the cache lines that begin with number d of sixteen keys, or with as many numbers of
/// values, and those of their scales.
#[inline(always)]
pub(super) fn prefetch_vector<T: Element>(start: Start, d: usize) {
    if (d * TILE * T::BYTES).is_multiple_of(LINE) {
        prefetch(start.numbers.wrapping_add(d * TILE * T::BYTES));
    }
    if T::SCALED && d.is_multiple_of(BLOCK) {
        prefetch(start.scales.wrapping_add(d / BLOCK * TILE * size_of::<f16>()));
    }
}
