//! Number formats in buffers. Every buffer is made of 32-bit words, so that 16-bit floats and packed
//! integers need no support from the device.

use cubecl::prelude::*;
use plt_backend::{KvDType, q8_0};

/// Numbers of this type per word.
pub(crate) fn per_word(dtype: KvDType) -> usize {
    match dtype {
        KvDType::F32 => 1,
        KvDType::F16 | KvDType::BF16 => 2,
        KvDType::Q8_0 => 4,
    }
}

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
    // Adding 0.5 rounds the mantissa to units of 2^-24.
    let shifted = u32::reinterpret(f32::reinterpret(magnitude) + 0.5f32);
    let subnormal = shifted - 0x3f00_0000u32;
    // 65520 and above round to infinity.
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

/// The magnitude of a number as bits: larger magnitudes are larger integers, and a number that is
/// not finite is larger than every finite one.
#[cube]
pub(crate) fn magnitude_bits(value: f32) -> u32 {
    u32::reinterpret(value) & 0x7fff_ffffu32
}

/// The step `d` of a block of q8_0 whose largest number has this magnitude.
#[cube]
fn q8_step(largest: u32) -> f32 {
    f32::reinterpret(largest) / 127.0f32
}

/// The scale of a block of q8_0 whose largest number has this magnitude: an IEEE half in the low 16
/// bits, NaN if the block cannot be stored.
#[cube]
pub(crate) fn q8_scale(largest: u32) -> u32 {
    let bits = f32_to_f16(q8_step(largest));
    select(bits >= 0x7c00u32, comptime!(q8_0::NAN as u32), bits)
}

/// The integer of a number in a block whose largest number has this magnitude, in the low 8 bits.
/// Rounds to nearest, ties away from zero.
#[cube]
pub(crate) fn q8_quant(value: f32, largest: u32) -> u32 {
    let scale = q8_scale(largest);
    let stored = scale > 0u32 && scale < 0x7c00u32;
    let inverse = 1.0f32 / select(stored, q8_step(largest), 1.0f32);
    let steps = select(stored, value * inverse, 0.0f32);
    let whole = i32::cast_from(steps);
    let rest = steps - f32::cast_from(whole);
    let up = select(rest >= 0.5f32, 1i32, 0i32);
    let down = select(rest <= -0.5f32, 1i32, 0i32);
    u32::reinterpret(whole + up - down) & 0xffu32
}

/// The number of integer `i` of a word, in a block with this scale.
#[cube]
pub(crate) fn q8_number(word: u32, #[comptime] i: usize, scale: f32) -> f32 {
    let quant = i32::reinterpret(word << comptime!(24 - 8 * i as u32)) >> 24i32;
    f32::cast_from(quant) * scale
}

/// A number rounded as the cache stores it, in a block whose largest number has this magnitude.
#[cube]
pub(crate) fn round_to(value: f32, largest: u32, #[comptime] dtype: KvDType) -> f32 {
    match comptime!(dtype) {
        KvDType::F32 => value,
        KvDType::F16 => f16_to_f32(f32_to_f16(value)),
        KvDType::BF16 => f32::reinterpret(f32_to_bf16(value) << 16u32),
        KvDType::Q8_0 => q8_number(q8_quant(value, largest), 0usize, f16_to_f32(q8_scale(largest))),
    }
}
