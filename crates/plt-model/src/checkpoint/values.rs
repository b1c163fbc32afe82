//! Search for NaN and infinities without dequantizing the weights.

use plt_backend::{DType, blocks};

/// The floats of one block: their type and their offsets. A dequantised value is a
/// small integer times one of these, plus another in some types, so it is finite if they are. `None`
/// for a type without such floats.
fn floats(dtype: DType) -> Option<(DType, &'static [usize])> {
    Some(match dtype {
        DType::F32 => (DType::F32, &[0]),
        DType::BF16 => (DType::BF16, &[0]),
        DType::F16 | DType::Q4_0 | DType::Q5_0 | DType::Q8_0 | DType::Q8_1 => (DType::F16, &[0]),
        DType::Q4_1 | DType::Q5_1 | DType::Q4K | DType::Q5K => (DType::F16, &[0, 2]),
        DType::Q2K => (DType::F16, &[80, 82]),
        DType::Q3K => (DType::F16, &[108]),
        DType::Q6K => (DType::F16, &[208]),
        DType::Q8K => (DType::F32, &[0]),
        DType::IQ4NL | DType::IQ4XS | DType::IQ3S | DType::IQ3XXS => (DType::F16, &[0]),
        DType::IQ2S | DType::IQ2XS | DType::IQ2XXS | DType::IQ1S => (DType::F16, &[0]),
        DType::TQ1_0 => (DType::F16, &[52]),
        DType::TQ2_0 => (DType::F16, &[64]),
        // Scales of other kinds.
        DType::MXFP4 | DType::NVFP4 | DType::IQ1M => return None,
    })
}

/// The index of the first element that is not finite; in a quantised tensor, of the first element
/// of such a block.
pub(super) fn first_not_finite(dtype: DType, bytes: &[u8]) -> Option<u64> {
    let Some((float, offsets)) = floats(dtype) else {
        return first_not_finite_value(dtype, bytes);
    };
    let finite = |block: &[u8]| {
        offsets.iter().all(|at| match (float, &block[*at..]) {
            (DType::F32, [a, b, c, d, ..]) => f32::from_le_bytes([*a, *b, *c, *d]).is_finite(),
            // All bits of the exponent set: 8 bits of bf16, 5 of f16.
            (DType::BF16, [a, b, ..]) => u16::from_le_bytes([*a, *b]) & 0x7f80 != 0x7f80,
            (_, [a, b, ..]) => u16::from_le_bytes([*a, *b]) & 0x7c00 != 0x7c00,
            _ => false,
        })
    };
    let block = bytes.chunks_exact(dtype.block_bytes()).position(|block| !finite(block))?;
    Some(block as u64 * dtype.block_len() as u64)
}

/// [`first_not_finite`] by dequantizing every block.
fn first_not_finite_value(dtype: DType, bytes: &[u8]) -> Option<u64> {
    let mut values = vec![0.0; dtype.block_len()];
    let block = bytes.chunks_exact(dtype.block_bytes()).position(|block| {
        blocks::dequantize(dtype, block, &mut values);
        values.iter().any(|value| !value.is_finite())
    })?;
    Some(block as u64 * dtype.block_len() as u64)
}

#[cfg(test)]
mod tests {
    use plt_backend::WeightData;
    use proptest::prelude::*;

    use super::*;

    /// The naive way: dequantize and check every value.
    fn unpacked_is_finite(dtype: DType, bytes: &[u8]) -> bool {
        let (rows, cols) = (bytes.len() / dtype.block_bytes(), dtype.block_len());
        let data = WeightData::new(dtype, rows, cols, bytes.to_vec().into()).expect("whole blocks");
        data.to_f32().iter().all(|v| v.is_finite())
    }

    proptest! {
        #[test]
        fn agrees_with_unpacking(
            dtype in prop::sample::select(&DType::ALL[..]),
            blocks in 1..6usize,
            seed in prop::collection::vec(any::<u8>(), 292 * 6),
            poison in prop::option::of((0..6usize, any::<prop::sample::Index>(), 0..3usize)),
        ) {
            let size = dtype.block_bytes();
            let mut bytes = seed[..size * blocks].to_vec();
            let Some((float, offsets)) = floats(dtype) else { return Ok(()) };
            // Random bytes are often NaN by chance: start from moderate floats.
            for block in bytes.chunks_exact_mut(size) {
                for at in offsets {
                    match float {
                        DType::F32 => block[*at..at + 4].copy_from_slice(&0.5f32.to_le_bytes()),
                        _ => block[at + 1] &= 0x3f,
                    }
                }
            }
            let mut expected = None;
            if let Some((block, offset, kind)) = poison {
                let block = block % blocks;
                let at = block * size + offset.get(offsets);
                let high: [u8; 2] = match (float, kind) {
                    (DType::F32 | DType::BF16, 0) => [0x80, 0x7f],
                    (DType::F32 | DType::BF16, 1) => [0x80, 0xff],
                    (DType::F32 | DType::BF16, _) => [0xc0, 0x7f],
                    (_, 0) => [0x00, 0x7c],
                    (_, 1) => [0x00, 0xfc],
                    _ => [0x00, 0x7e],
                };
                let at = if float == DType::F32 { at + 2 } else { at };
                bytes[at..at + 2].copy_from_slice(&high);
                expected = Some((block * dtype.block_len()) as u64);
            }
            prop_assert_eq!(first_not_finite(dtype, &bytes), expected);
            prop_assert_eq!(unpacked_is_finite(dtype, &bytes), expected.is_none());
        }
    }

    /// The largest exponents of mxfp4 make infinities of its largest numbers only.
    #[test]
    fn overflow_of_a_scale_without_infinities_is_found() {
        let mut blocks = [[0x11u8; 17]; 3];
        (blocks[0][0], blocks[1][0], blocks[2][0]) = (100, 255, 255);
        assert_eq!(first_not_finite(DType::MXFP4, blocks.as_flattened()), None);
        blocks[2][9] = 0x17;
        assert_eq!(first_not_finite(DType::MXFP4, blocks.as_flattened()), Some(64));
        let mut block = [0u8; 56];
        block[55] = 0x70;
        assert_eq!(first_not_finite(DType::IQ1M, &block), None);
        block[53] = 0xc0;
        assert_eq!(first_not_finite(DType::IQ1M, &block), Some(0), "the half is 0x7c00");
    }
}
