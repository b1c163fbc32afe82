//! Every weight type has the values that the `gguf` package gives it, bit for bit.
//!
//! `generate.py` wrote the files: random blocks, then their values.

use plt_backend::{DType, WeightData};

#[test]
#[cfg(not(miri))]
fn blocks_dequantize_to_the_bits_of_gguf() {
    for dtype in DType::ALL {
        let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/blocks");
        let file = std::fs::read(format!("{dir}/{dtype}.bin")).expect("a file for each type");
        let (len, bytes) = (dtype.block_len(), dtype.block_bytes());
        let count = file.len() / (bytes + 4 * len);
        assert_eq!(file.len(), count * (bytes + 4 * len), "{dtype}");
        assert!(count >= 4, "{dtype}");
        let (blocks, expected) = file.split_at(count * bytes);
        let weight = WeightData::new(dtype, count, len, blocks.to_vec().into()).expect("its size");
        let bits = expected.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes));
        for (i, (value, expected)) in weight.to_f32().iter().zip(bits).enumerate() {
            assert_eq!(
                value.to_bits(),
                expected,
                "{dtype}, block {}, column {}: {value}, expected {}",
                i / len,
                i % len,
                f32::from_bits(expected)
            );
        }
    }
}
