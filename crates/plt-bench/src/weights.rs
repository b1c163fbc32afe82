//! Random weights, generated at memory speed.

use std::io::Write;
use std::path::Path;

use bytemuck::cast_slice;
use half::{bf16, f16};
use plt_model::checkpoint::{GgufValue, Progress, write_gguf};
use plt_model::config::{TensorClass, TensorSpec};
use plt_model::{Config, DType, Quantization, Result, WeightData};
use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};

/// A source of weights for [`Model::new`](plt_model::Model::new), of the types that
/// [`Quantization`] gives them; norms are ones. Blocks are random bytes: nothing is quantized.
pub fn random_weights(quantization: Quantization) -> impl FnMut(&TensorSpec) -> Result<WeightData> {
    let mut rng = SmallRng::seed_from_u64(0);
    move |spec| {
        if spec.class == TensorClass::Norm {
            let ones = vec![1.0; spec.rows * spec.cols];
            return Ok(WeightData::from_f32(spec.rows, spec.cols, &ones)?);
        }
        let dtype = quantization.dtype_of(spec);
        let row = spec.cols / dtype.block_len() * dtype.block_bytes();
        let mut bytes = vec![0u8; row * spec.rows];
        rng.fill_bytes(&mut bytes);
        tame(dtype, spec.cols, &mut bytes);
        Ok(WeightData::new(dtype, spec.rows, spec.cols, bytes.into())?)
    }
}

/// Writes a model of random weights as a GGUF file without a tokenizer; with one loop, other engines
/// can read it. Otherwise as [`write_gguf`].
///
/// # Errors
/// Errors of [`write_gguf`].
pub fn write_random(
    config: &Config,
    quantization: Quantization,
    file: &mut impl Write,
    name: &Path,
    progress: Progress<'_>,
) -> Result<u64> {
    let vocab_size = format!("{}.vocab_size", config.model_type);
    let texts = [
        ("tokenizer.ggml.model".to_owned(), GgufValue::String("none".into())),
        (vocab_size, GgufValue::U32(config.vocab_size as u32)),
    ];
    write_gguf(config, &texts, quantization, random_weights(quantization), file, name, progress)
}

/// Scales random bytes to values of about 1 / √cols.
fn tame(dtype: DType, cols: usize, bytes: &mut [u8]) {
    let size = 1.0 / (cols as f32).sqrt();
    // A random byte, centred, is 74 in size; of its kin with fewer bits as much less.
    let mut scales = |halves: &[(usize, f32)]| {
        for block in bytes.chunks_exact_mut(dtype.block_bytes()) {
            for (at, value) in halves {
                block[*at..at + 2].copy_from_slice(&f16::from_f32(value * size).to_le_bytes());
            }
        }
    };
    match dtype {
        DType::F32 => {
            for number in bytes.as_chunks_mut::<4>().0 {
                *number = (size * (f32::from(number[0]) - 127.5) / 74.0).to_le_bytes();
            }
        }
        DType::F16 => {
            for number in bytes.as_chunks_mut::<2>().0 {
                let value = size * (f32::from(number[0]) - 127.5) / 74.0;
                *number = f16::from_f32(value).to_le_bytes();
            }
        }
        DType::BF16 => {
            for number in bytes.as_chunks_mut::<2>().0 {
                let value = size * (f32::from(number[0]) - 127.5) / 74.0;
                *number = bf16::from_f32(value).to_le_bytes();
            }
        }
        DType::Q4_0 => scales(&[(0, 1.0 / 4.6)]),
        DType::Q4_1 => scales(&[(0, 1.0 / 4.6), (2, -7.5 / 4.6)]),
        DType::Q5_0 => scales(&[(0, 1.0 / 9.2)]),
        DType::Q5_1 => scales(&[(0, 1.0 / 9.2), (2, -15.5 / 9.2)]),
        DType::Q8_0 | DType::Q8_1 => {
            scales(&[(0, 1.0 / 74.0), (2, 0.0)][..1 + usize::from(dtype == DType::Q8_1)])
        }
        DType::Q2K => scales(&[(80, 1.0 / 9.0), (82, 1.5 / 9.0)]),
        DType::Q3K => scales(&[(108, 1.0 / 42.0)]),
        DType::Q4K => scales(&[(0, 1.0 / 165.0), (2, 7.5 / 165.0)]),
        DType::Q5K => scales(&[(0, 1.0 / 330.0), (2, 15.5 / 330.0)]),
        DType::Q6K => scales(&[(208, 1.0 / 1370.0)]),
        DType::Q8K => {
            for block in bytes.chunks_exact_mut(dtype.block_bytes()) {
                block[..4].copy_from_slice(cast_slice(&[size / 74.0]));
            }
        }
        // No quantization makes them.
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use plt_model::config::TensorKind;

    use super::*;
    use crate::Shape;

    #[test]
    fn random_weights_of_all_types_have_similar_size() {
        let config = Shape::Tiny.config(1).expect("a config");
        let up = config.tensors().into_iter().find(|spec| spec.kind == TensorKind::Up);
        let mut spec = up.expect("an up projection");
        (spec.rows, spec.cols) = (64, 512);
        for dtype in Quantization::TYPES {
            let data = random_weights(Quantization::new(dtype))(&spec).expect("whole blocks");
            assert_eq!(data.dtype(), dtype);
            let values = data.to_f32();
            let mean_square =
                values.iter().map(|v| f64::from(v * v)).sum::<f64>() / values.len() as f64;
            let size = (mean_square * 512.0).sqrt();
            assert!((0.5..2.0).contains(&size), "{dtype}: {size}");
        }
    }
}
