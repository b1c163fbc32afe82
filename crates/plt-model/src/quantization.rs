//! The element type of each weight of a model, and quantization to it.

use std::collections::BTreeMap;

use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{Device, Tensor};
use plt_backend::{DType, WeightData};
use rayon::prelude::*;

use crate::config::{Config, TensorClass, TensorSpec};
use crate::error::Result;

/// Weights that are quantized at a time.
const SLAB: usize = 1 << 18;

/// The quantization of the weights of a model.
///
/// Matrices get the requested type. Norms, biases and the gates of the loops, which are small and
/// sensitive, stay f32. The embedding and the head get at least q8_0. A matrix whose rows are not a
/// multiple of the block gets q8_0, or bf16 if q8_0 does not fit either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quantization {
    dtype: DType,
}

impl Quantization {
    /// Quantizes matrices to this type.
    pub fn new(dtype: DType) -> Self {
        Self { dtype }
    }

    /// The type that this tensor gets.
    pub fn dtype_of(self, spec: &TensorSpec) -> DType {
        let wanted = match (spec.class, self.dtype) {
            (TensorClass::Norm | TensorClass::Bias | TensorClass::Gate, _) => return DType::F32,
            (TensorClass::Vocabulary, dtype) if dtype.block_len() > 1 => DType::Q8_0,
            (TensorClass::Vocabulary | TensorClass::Matrix, dtype) => dtype,
        };
        let fits = |dtype: &DType| spec.cols.is_multiple_of(dtype.block_len());
        [wanted, DType::Q8_0].into_iter().find(fits).unwrap_or(DType::BF16)
    }

    /// Bytes of the weights of a model, by the name of their element type.
    pub fn dtypes(self, config: &Config) -> BTreeMap<&'static str, u64> {
        let mut bytes = BTreeMap::new();
        for spec in config.tensors() {
            let dtype = self.dtype_of(&spec);
            *bytes.entry(dtype.name()).or_insert(0) += bytes_of(&spec, dtype);
        }
        bytes
    }

    /// Quantizes a tensor. A tensor of that type is unchanged.
    ///
    /// # Errors
    /// Errors of candle.
    pub fn apply(self, spec: &TensorSpec, data: &WeightData) -> Result<WeightData> {
        let dtype = self.dtype_of(spec);
        if dtype == data.dtype() {
            return Ok(data.clone());
        }
        let (rows, cols) = (data.rows(), data.cols());
        let slab = (SLAB / cols).max(1);
        // Whole blocks: `dtype_of` saw to it. An f32 weight of these rows was in memory.
        let row_bytes = cols / dtype.block_len() * dtype.block_bytes();
        let mut bytes = vec![0; rows * row_bytes];
        let slabs = bytes.par_chunks_mut(slab * row_bytes).enumerate();
        slabs.try_for_each(|(index, bytes)| {
            let first = index * slab;
            let part = convert(&data.slice_rows(first..rows.min(first + slab))?, dtype)?;
            bytes.copy_from_slice(part.bytes());
            Ok::<(), plt_backend::Error>(())
        })?;
        Ok(WeightData::new(dtype, rows, cols, bytes.into())?)
    }
}

/// Rounds a weight to another type as GGML does; rows are whole blocks of it.
fn convert(data: &WeightData, dtype: DType) -> Result<WeightData, plt_backend::Error> {
    let library = |error: candle_core::Error| plt_backend::Error::Library(Box::new(error));
    let (rows, cols) = (data.rows(), data.cols());
    let bytes = Tensor::from_vec(data.to_f32(), (rows, cols), &Device::Cpu)
        .and_then(|values| QTensor::quantize(&values, ggml(dtype)))
        .and_then(|blocks| Ok(blocks.data()?.into_owned()))
        .map_err(library)?;
    WeightData::new(dtype, rows, cols, bytes.into())
}

/// candle's name of a type.
fn ggml(dtype: DType) -> GgmlDType {
    match dtype {
        DType::F32 => GgmlDType::F32,
        DType::F16 => GgmlDType::F16,
        DType::BF16 => GgmlDType::BF16,
        DType::Q4_0 => GgmlDType::Q4_0,
        DType::Q4_1 => GgmlDType::Q4_1,
        DType::Q5_0 => GgmlDType::Q5_0,
        DType::Q5_1 => GgmlDType::Q5_1,
        DType::Q8_0 => GgmlDType::Q8_0,
        DType::Q8_1 => GgmlDType::Q8_1,
        DType::Q2K => GgmlDType::Q2K,
        DType::Q3K => GgmlDType::Q3K,
        DType::Q4K => GgmlDType::Q4K,
        DType::Q5K => GgmlDType::Q5K,
        DType::Q6K => GgmlDType::Q6K,
        DType::Q8K => GgmlDType::Q8K,
    }
}

/// Bytes of a tensor in this type, whose blocks are whole.
pub(crate) fn bytes_of(spec: &TensorSpec, dtype: DType) -> u64 {
    spec.elements() / dtype.block_len() as u64 * dtype.block_bytes() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::TensorKind;

    fn spec(class: TensorClass, rows: usize, cols: usize) -> TensorSpec {
        TensorSpec {
            kind: TensorKind::Up,
            name: "a tensor".into(),
            alias: None,
            gguf_name: "a tensor".into(),
            rows,
            cols,
            vector: rows == 1,
            rotary: false,
            class,
        }
    }

    #[test]
    fn quantization_keeps_small_tensors_and_widens_misfits() {
        let to = |dtype, class, cols| Quantization::new(dtype).dtype_of(&spec(class, 64, cols));
        let matrix = TensorClass::Matrix;
        assert_eq!(to(DType::Q4K, matrix, 512), DType::Q4K);
        assert_eq!(to(DType::Q4K, matrix, 160), DType::Q8_0);
        assert_eq!(to(DType::Q4_0, matrix, 40), DType::BF16);
        assert_eq!(to(DType::BF16, matrix, 40), DType::BF16);
        assert_eq!(to(DType::Q4_0, TensorClass::Vocabulary, 512), DType::Q8_0);
        assert_eq!(to(DType::BF16, TensorClass::Vocabulary, 512), DType::BF16);
        assert_eq!(to(DType::Q4_0, TensorClass::Gate, 512), DType::F32);
        assert_eq!(to(DType::Q4_0, TensorClass::Norm, 512), DType::F32);
    }

    /// Several slabs, the last one shorter.
    #[test]
    fn slabs_give_what_the_whole_gives() {
        let (rows, cols) = (3 * SLAB / 512 + 7, 512);
        let values: Vec<f32> =
            (0..rows * cols).map(|i| (i * 7919 % 2003) as f32 / 1001.0 - 1.0).collect();
        let data = WeightData::from_f32(rows, cols, &values).expect("its size");
        let spec = spec(TensorClass::Matrix, rows, cols);
        for dtype in [DType::Q4K, DType::Q8_0, DType::F16] {
            let rounded = Quantization::new(dtype).apply(&spec, &data).expect("it fits");
            let whole = convert(&data, dtype).expect("it fits");
            assert_eq!((rounded.dtype(), rounded.bytes()), (dtype, whole.bytes()));
        }
    }
}
