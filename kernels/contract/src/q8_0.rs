//! q8_0 of the KV cache: GGML's `block_q8_0`. 32 numbers of a head are a scale, a half, and 32
//! integers of 8 bits: 34 bytes.
//!
//! The scale is computed and used as ggml does: `d = amax / 127` in f32, quants by `1 / d`, and d
//! rounded to a half only where it is stored.

use half::f16;

/// Numbers of a block.
pub const BLOCK: usize = 32;
/// Bytes of a block.
pub const BYTES: usize = size_of::<f16>() + BLOCK;
/// The bits of the scale of a block that cannot be stored.
pub const NAN: u16 = 0x7e00;

/// 32 numbers as they are stored.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block {
    /// The value of one step of a quant.
    pub scale: f16,
    /// The numbers in steps.
    pub quants: [i8; BLOCK],
}

impl Block {
    /// Quantizes 32 numbers. If one of them is not finite, or the scale is beyond a half, the whole
    /// block reads as NaN.
    pub fn new(numbers: &[f32; BLOCK]) -> Self {
        // As integers, sizes have the same order, and a number that is not finite is the largest.
        let sizes = numbers.iter().map(|x| x.abs().to_bits());
        let largest = f32::from_bits(sizes.fold(0, u32::max));
        let step = largest / 127.0;
        let scale = f16::from_f32(step);
        if !scale.is_finite() {
            return Self { scale: f16::from_bits(NAN), quants: [0; BLOCK] };
        }
        // A scale of 0 makes every number 0, whatever its quant.
        let inverse = if scale.to_bits() == 0 { 0.0 } else { 1.0 / step };
        Self { scale, quants: numbers.map(|x| (x * inverse).round() as i8) }
    }

    /// The numbers: exact products of scale and quant.
    pub fn numbers(&self) -> [f32; BLOCK] {
        self.quants.map(|quant| number(self.scale, quant))
    }

    /// The block's bytes: scale, then quants.
    pub fn to_bytes(&self) -> [u8; BYTES] {
        let mut bytes = [0; BYTES];
        let (scale, quants) = bytes.split_at_mut(size_of::<f16>());
        scale.copy_from_slice(&self.scale.to_le_bytes());
        quants.copy_from_slice(bytemuck::cast_slice(&self.quants));
        bytes
    }

    /// The block of these bytes.
    pub fn from_bytes([low, high, quants @ ..]: &[u8; BYTES]) -> Self {
        Self { scale: f16::from_le_bytes([*low, *high]), quants: quants.map(|quant| quant as i8) }
    }
}

/// One number.
pub fn number(scale: f16, quant: i8) -> f32 {
    scale.to_f32() * f32::from(quant)
}

/// Rounds numbers as storing them would; their count is a multiple of [`BLOCK`].
pub fn round(numbers: &mut [f32]) {
    for block in numbers.as_chunks_mut::<BLOCK>().0 {
        *block = Block::new(block).numbers();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Numbers that a half can scale: below 65504 · 127 in size.
    fn numbers() -> impl Strategy<Value = [f32; BLOCK]> {
        let any = any::<u32>().prop_map(f32::from_bits);
        let any = any.prop_filter("in range", |x| x.abs() < 8.3e6);
        let one = prop_oneof![4 => any, 1 => Just(0.0), 1 => Just(-0.0), 1 => Just(8.3e6)];
        // Blocks of numbers of one size, from one end of the range to the other.
        let alike = (-149..23i32, prop::array::uniform32(-1.0f32..1.0))
            .prop_map(|(power, x)| x.map(|x| (f64::from(x) * 2f64.powi(power)) as f32));
        prop_oneof![alike, prop::array::uniform32(one)]
    }

    /// Computed by hand from ggml's `quantize_row_q8_0_ref`.
    #[test]
    fn q8_0_block_is_ggmls() {
        let mut numbers = [0.0; BLOCK];
        numbers[..4].copy_from_slice(&[254.0, -254.0, 3.0, -1.0]);
        let block = Block::new(&numbers);
        // d = 2; 3 / 2 and -1 / 2 are rounded away from 0.
        assert_eq!(block.scale, f16::from_f32(2.0));
        assert_eq!(block.quants[..5], [127, -127, 2, -1, 0]);
        let bytes = block.to_bytes();
        assert_eq!(bytes[..6], [0x00, 0x40, 127, 129, 2, 255]);
        assert_eq!(Block::from_bytes(&bytes), block);
        assert_eq!(Block::new(&[0.0; BLOCK]).to_bytes(), [0; BYTES]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn q8_0_number_is_at_most_half_a_step_away(numbers in numbers()) {
            let block = Block::new(&numbers);
            let largest = numbers.iter().fold(0.0f32, |largest, x| largest.max(x.abs()));
            let step = f64::from(largest) / 127.0;
            // The scale is a half: 11 bits, or steps of 2^-24 below its normal range.
            let scale_error = (step / 2048.0).max(2f64.powi(-25));
            for ((x, read), quant) in numbers.iter().zip(block.numbers()).zip(block.quants) {
                let error = (f64::from(*x) - f64::from(read)).abs();
                // The product is an f32, and near a tie that may decide.
                let quant = f64::from(quant).abs().max(1.0);
                let allowed = match block.scale.to_bits() {
                    0 => f64::from(largest),
                    _ => step * (0.5 + 1e-4) + quant * scale_error * (1.0 + 1e-6),
                };
                prop_assert!(error <= allowed, "{} is {}, step {}", x, read, step);
            }
        }

        #[test]
        fn q8_0_block_with_a_number_that_is_not_finite_is_nan(
            numbers in numbers(),
            place in 0..BLOCK,
            bad in prop_oneof![
                Just(f32::NAN), Just(-f32::NAN), Just(f32::INFINITY), Just(f32::NEG_INFINITY),
                Just(f32::MAX),
            ],
        ) {
            let mut numbers = numbers;
            numbers[place] = bad;
            let block = Block::new(&numbers);
            prop_assert!(block.numbers().iter().all(|x| x.is_nan()));
            let again = Block::from_bytes(&block.to_bytes());
            prop_assert_eq!((again.scale.to_bits(), again.quants), (NAN, [0; BLOCK]));
        }
    }
}
