//! Numbers as buffers hold them: every buffer is of 32-bit words, so that 16-bit floats and packed
//! integers need no support from the device.

use cubecl::prelude::*;

use crate::kv::KvDType;

/// The value of an IEEE half in the low 16 bits.
#[cube]
pub(crate) fn f16_to_f32(half: u32) -> f32 {
    let magnitude = half & 0x7fffu32;
    // The exponent moves from bias 15 to bias 127; the largest stays the largest.
    let finite = (magnitude << 13u32) + (112u32 << 23u32);
    let infinite = (magnitude << 13u32) | 0x7f80_0000u32;
    let bits = select(magnitude >= 0x7c00u32, infinite, finite);
    // Below 2^-14 the mantissa counts units of 2^-24.
    let subnormal = f32::cast_from(magnitude) * 5.960_464_5e-8f32;
    let value = select(magnitude < 0x400u32, subnormal, f32::reinterpret(bits));
    f32::reinterpret(u32::reinterpret(value) | ((half & 0x8000u32) << 16u32))
}

/// The nearest IEEE half, ties to even, in the low 16 bits.
#[cube]
pub(crate) fn f32_to_f16(value: f32) -> u32 {
    let bits = u32::reinterpret(value);
    let magnitude = bits & 0x7fff_ffffu32;
    // Rounded at bit 13, then the exponent's bias changes from 127 to 15.
    let rounded = magnitude + 0xfffu32 + ((magnitude >> 13u32) & 1u32);
    let normal = (rounded - (112u32 << 23u32)) >> 13u32;
    // Adding 0.5 lets the sum's own rounding cut the mantissa at units of 2^-24.
    let shifted = u32::reinterpret(f32::reinterpret(magnitude) + 0.5f32);
    let subnormal = shifted - 0x3f00_0000u32;
    // From 65520 on everything rounds to infinity.
    let special = select(magnitude > 0x7f80_0000u32, 0x7e00u32, 0x7c00u32);
    let finite = select(magnitude < 0x3880_0000u32, subnormal, normal);
    let half = select(magnitude >= 0x477f_f000u32, special, finite);
    half | ((bits >> 16u32) & 0x8000u32)
}

/// The nearest bfloat16, ties to even, in the low 16 bits.
#[cube]
pub(crate) fn f32_to_bf16(value: f32) -> u32 {
    let bits = u32::reinterpret(value);
    let rounded = (bits + 0x7fffu32 + ((bits >> 16u32) & 1u32)) >> 16u32;
    let nan = (bits >> 16u32) | 0x40u32;
    select((bits & 0x7fff_ffffu32) > 0x7f80_0000u32, nan, rounded)
}

/// The low (0) or high (1) half of a word as a number.
#[cube]
pub(crate) fn half_of_word(word: u32, #[comptime] half: usize, #[comptime] dtype: KvDType) -> f32 {
    let bits = (word >> comptime!(16 * half as u32)) & 0xffffu32;
    match comptime!(dtype) {
        KvDType::BF16 => f32::reinterpret(bits << 16u32),
        _ => f16_to_f32(bits),
    }
}

/// The bits of a number in a 16-bit type.
#[cube]
pub(crate) fn to_half(value: f32, #[comptime] dtype: KvDType) -> u32 {
    match comptime!(dtype) {
        KvDType::BF16 => f32_to_bf16(value),
        _ => f32_to_f16(value),
    }
}

/// A number rounded as storing it in this type would.
#[cube]
pub(crate) fn round_to(value: f32, #[comptime] dtype: KvDType) -> f32 {
    match comptime!(dtype) {
        KvDType::F32 => value,
        KvDType::F16 => f16_to_f32(f32_to_f16(value)),
        KvDType::BF16 => f32::reinterpret(f32_to_bf16(value) << 16u32),
    }
}
