//! Keys and values in q8_0: 32 numbers of a head are a scale and 32 integers of 8 bits, 34 bytes.
//!
//! Forks and saved sequences travel as f32, so what was read is stored again as the same bits. That
//! is why the scale is a bfloat16 and not the half of files: it has the range of f32. Of any block
//! the largest number is 127 scales after rounding, so its product gives the same scale again; a
//! subnormal half is too coarse for that. Nothing is lost by its 8 bits: integers are those nearest
//! to the numbers by the scale as it is stored.

use half::bf16;

/// Numbers of a block.
pub(crate) const BLOCK: usize = 32;
/// Bytes of a block.
pub(crate) const BYTES: usize = size_of::<bf16>() + BLOCK;
/// By which the largest number becomes a scale. Devices agree on products to the bit, on quotients not
/// all.
pub(crate) const A_127TH: f32 = 1.0 / 127.0;
/// 2^-100, the smallest scale: subnormal numbers, which not every device has, are nothing beside it.
pub(crate) const LEAST: f32 = f32::from_bits((127 - 100) << 23);
/// The bits of the scale of a block that is not finite.
pub(crate) const NAN: u16 = 0x7fc0;
/// Added to a number of at most 2^22 in size, it leaves the nearest integer (ties to even) in the
/// lowest bits.
pub(crate) const ROUND: f32 = 1.5 * (1 << 23) as f32;

/// 32 numbers as they are stored.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Block {
    pub scale: bf16,
    pub quants: [i8; BLOCK],
}

impl Block {
    /// The nearest that can be stored. If one number is not finite, none of the block is.
    pub fn new(numbers: &[f32; BLOCK]) -> Self {
        // As integers, sizes have the same order, and what is not finite is beyond all that is.
        let sizes = numbers.iter().map(|x| x.abs().to_bits());
        let largest = f32::from_bits(sizes.fold(0, u32::max));
        if !largest.is_finite() {
            return Self { scale: bf16::from_bits(NAN), quants: [0; BLOCK] };
        }
        let scale = bf16::from_f32((largest * A_127TH).max(LEAST));
        let step = scale.to_f32();
        Self { scale, quants: numbers.map(|x| (x / step + ROUND).to_bits() as i8) }
    }

    /// The numbers, exact products of scale and integer.
    pub fn numbers(&self) -> [f32; BLOCK] {
        self.quants.map(|quant| number(self.scale, quant))
    }
}

/// One number.
pub(crate) fn number(scale: bf16, quant: i8) -> f32 {
    scale.to_f32() * f32::from(quant)
}

/// Rounds numbers, a whole number of blocks, as storing them would.
pub(crate) fn round(numbers: &mut [f32]) {
    for block in numbers.as_chunks_mut::<BLOCK>().0 {
        *block = Block::new(block).numbers();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Any finite f32 as good as any other, and ordinary ones.
    fn numbers() -> impl Strategy<Value = [f32; BLOCK]> {
        let any = any::<u32>().prop_map(f32::from_bits);
        let any = any.prop_filter("finite", |x| x.is_finite());
        let one = prop_oneof![4 => any, 1 => Just(0.0), 1 => Just(-0.0), 1 => Just(f32::MAX)];
        // Blocks of like sizes from one end of the range to the other.
        let alike = (-149..128i32, prop::array::uniform32(-1.0f32..1.0))
            .prop_map(|(power, x)| x.map(|x| (f64::from(x) * 2f64.powi(power)) as f32));
        prop_oneof![alike, prop::array::uniform32(one)]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn what_was_read_is_stored_as_the_same_bits(numbers in numbers()) {
            let block = Block::new(&numbers);
            let read = block.numbers();
            prop_assert!(read.iter().all(|x| x.is_finite()), "{:?}", read);
            prop_assert_eq!(Block::new(&read), block);
        }

        #[test]
        fn no_number_is_more_than_half_a_step_away(numbers in numbers()) {
            let block = Block::new(&numbers);
            let step = f64::from(block.scale.to_f32());
            let largest = numbers.iter().fold(0.0f32, |largest, x| largest.max(x.abs()));
            // A step is a 127th of the largest, but for the 9th bit of the scale.
            let expected = (f64::from(largest) / 127.0).max(f64::from(LEAST));
            prop_assert!((step / expected - 1.0).abs() <= 1.0 / 256.0, "{} {}", step, expected);
            for (x, read) in numbers.iter().zip(block.numbers()) {
                let error = (f64::from(*x) - f64::from(read)).abs();
                // The quotient is an f32, and near a tie that may decide.
                prop_assert!(error <= step * (0.5 + 1e-5), "{} is {}, step {}", x, read, step);
            }
        }

        #[test]
        fn what_is_not_finite_shows(
            numbers in numbers(),
            place in 0..BLOCK,
            bad in prop_oneof![Just(f32::NAN), Just(-f32::NAN), Just(f32::INFINITY), Just(f32::NEG_INFINITY)],
        ) {
            let mut numbers = numbers;
            numbers[place] = bad;
            let block = Block::new(&numbers);
            prop_assert!(block.numbers().iter().all(|x| x.is_nan()));
            let again = Block::new(&block.numbers());
            prop_assert_eq!((again.scale.to_bits(), again.quants), (NAN, [0; BLOCK]));
        }
    }
}
