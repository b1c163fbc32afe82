//! Keys and values as vectors of f32, whatever they are stored as.

use half::bf16;

use crate::cpu::float::Float;
use crate::cpu::isa::{Isa, prefetch};
use crate::cpu::packed::TILE;
use crate::cpu::{LINE, Start};
use crate::q8_0::{BLOCK, number};

/// How the numbers of keys and values are stored.
///
/// # Safety
/// Functions read from `start` on: of keys that lie side by side the 16 numbers from `d · 16` on, and the 16
/// scales from `block · 16` on, which need not all be of one vector; of values that lie one after the
/// other what is asked for. With vector instructions also as [`Isa`] demands.
#[allow(unsafe_code)]
pub(super) trait Element {
    /// Bytes of a number.
    const BYTES: usize;
    /// Whether each block of a vector has a scale.
    const SCALED: bool;

    /// What sixteen keys' numbers of this block are scaled by.
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

/// Integers and scales: products of the two are exact, so that they are what a cache reads as.
pub(super) struct Q8_0;

#[allow(unsafe_code)]
impl Element for Q8_0 {
    const BYTES: usize = 1;
    const SCALED: bool = true;

    #[inline(always)]
    unsafe fn scales<I: Isa>(start: Start, block: usize) -> I::Floats {
        // SAFETY: the caller promises it.
        unsafe { I::from_bfloats(start.scales.add(block * TILE * size_of::<bf16>())) }
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
            let scale = *start.scales.cast::<bf16>().add(at / BLOCK);
            I::multiply(I::from_signed(start.numbers.add(at)), I::splat(scale.to_f32()))
        }
    }

    #[inline(always)]
    unsafe fn value(start: Start, at: usize) -> f32 {
        // SAFETY: the caller promises it; a cache holds its numbers as these types.
        unsafe {
            let scale = *start.scales.cast::<bf16>().add(at / BLOCK);
            number(scale, *start.numbers.cast::<i8>().add(at))
        }
    }
}

/// Asks for the lines that begin with number d of sixteen keys, or with as many numbers of values, and
/// for the scales that do.
#[inline(always)]
pub(super) fn ask<T: Element>(start: Start, d: usize) {
    if (d * TILE * T::BYTES).is_multiple_of(LINE) {
        prefetch(start.numbers.wrapping_add(d * TILE * T::BYTES));
    }
    if T::SCALED && d.is_multiple_of(BLOCK) {
        prefetch(start.scales.wrapping_add(d / BLOCK * TILE * size_of::<bf16>()));
    }
}
