//! Loads of floats in memory as vectors of f32.

use super::{Isa, TILE};

/// The type of floats in memory.
#[allow(unsafe_code)]
pub(crate) trait Float {
    /// Bytes of a float.
    const BYTES: usize;
    /// Loads 16.
    ///
    /// # Safety
    /// As [`Isa`] demands; 16 floats are behind the pointer.
    unsafe fn load<I: Isa>(from: *const u8) -> I::Floats;
    /// The float of the first of these bytes.
    fn one(bytes: &[u8]) -> f32;
}

pub(crate) struct F32;
pub(crate) struct F16;
pub(crate) struct BF16;

#[allow(unsafe_code)]
impl Float for F32 {
    const BYTES: usize = 4;
    #[inline(always)]
    unsafe fn load<I: Isa>(from: *const u8) -> I::Floats {
        // SAFETY: the caller promises it.
        unsafe { I::from_floats(from) }
    }
    fn one(bytes: &[u8]) -> f32 {
        f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
    }
}

#[allow(unsafe_code)]
impl Float for F16 {
    const BYTES: usize = 2;
    #[inline(always)]
    unsafe fn load<I: Isa>(from: *const u8) -> I::Floats {
        // SAFETY: the caller promises it.
        unsafe { I::from_halves(from) }
    }
    fn one(bytes: &[u8]) -> f32 {
        half::f16::from_le_bytes([bytes[0], bytes[1]]).to_f32()
    }
}

#[allow(unsafe_code)]
impl Float for BF16 {
    const BYTES: usize = 2;
    #[inline(always)]
    unsafe fn load<I: Isa>(from: *const u8) -> I::Floats {
        // SAFETY: the caller promises it.
        unsafe { I::from_bfloats(from) }
    }
    fn one(bytes: &[u8]) -> f32 {
        half::bf16::from_le_bytes([bytes[0], bytes[1]]).to_f32()
    }
}

/// The sum of all lanes, halves first.
#[inline(always)]
pub(crate) fn add_up(mut lanes: [f32; TILE]) -> f32 {
    let mut width = TILE / 2;
    while width > 0 {
        for lane in 0..width {
            lanes[lane] += lanes[lane + width];
        }
        width /= 2;
    }
    lanes[0]
}
