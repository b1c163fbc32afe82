//! The element type of each weight of a model, and quantization to it.

mod mix;

use std::collections::BTreeMap;

use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{Device, Tensor};
use plt_backend::{DType, WeightData};
use rayon::prelude::*;

pub use self::mix::Mix;
use self::mix::Sizes;
use crate::config::{Config, TensorClass, TensorSpec};
use crate::error::{Error, Result};

/// Weights that are quantized at a time.
const SLAB: usize = 1 << 18;

/// The quantization of the weights of a model.
///
/// Matrices get the requested type, or that of a [`Mix`]. Norms, biases and the gates of the loops,
/// which are small and sensitive, stay f32. Unless a mix says otherwise, the embedding and the head
/// get at least q8_0. A matrix whose rows are not a multiple of the block gets a type with
/// [other blocks](Fallback).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quantization {
    rule: Rule,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Rule {
    Uniform(DType),
    Mix(Mix, Sizes),
}

/// Matrices of one kind that cannot have the wanted type, because its blocks do not divide their rows.
/// Types of 256 columns give way to the nearest type of 32 that has at least as many bits, as in
/// llama.cpp; those of 32 to bf16.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fallback {
    /// The name in GGUF files; `*` stands for the layer.
    pub tensors: String,
    /// The number of matrices.
    pub count: usize,
    /// The length of their rows.
    pub cols: usize,
    /// The type by the rule.
    pub wanted: DType,
    /// The type they get.
    pub dtype: DType,
}

impl Quantization {
    /// The types that weights can be quantized to. All others can be read only.
    pub const TYPES: [DType; 15] = [
        DType::F32,
        DType::F16,
        DType::BF16,
        DType::Q8_0,
        DType::Q8_1,
        DType::Q8K,
        DType::Q6K,
        DType::Q5K,
        DType::Q5_1,
        DType::Q5_0,
        DType::Q4K,
        DType::Q4_1,
        DType::Q4_0,
        DType::Q3K,
        DType::Q2K,
    ];

    /// Quantizes matrices to this type.
    pub fn new(dtype: DType) -> Self {
        Self { rule: Rule::Uniform(dtype) }
    }

    /// Quantizes the matrices of a model to the types of a mix.
    pub fn mix(mix: Mix, config: &Config) -> Self {
        let sizes = Sizes {
            layers: config.layers,
            group: config.heads / config.kv_heads.max(1),
            tied: config.tie_word_embeddings,
        };
        Self { rule: Rule::Mix(mix, sizes) }
    }

    /// The type that this tensor gets.
    pub fn dtype_of(self, spec: &TensorSpec) -> DType {
        fitting(self.wanted(spec), spec.cols)
    }

    /// The type of this tensor if its rows are whole blocks.
    fn wanted(self, spec: &TensorSpec) -> DType {
        match (spec.class, self.rule) {
            (TensorClass::Norm | TensorClass::Bias | TensorClass::Gate, _) => DType::F32,
            (_, Rule::Mix(mix, sizes)) => mix.dtype(spec.kind, layer(spec), sizes),
            (TensorClass::Vocabulary, Rule::Uniform(dtype)) if dtype.block_len() > 1 => DType::Q8_0,
            (TensorClass::Vocabulary | TensorClass::Matrix, Rule::Uniform(dtype)) => dtype,
        }
    }

    /// The matrices of a model that get another type than the rule says.
    pub fn fallbacks(self, config: &Config) -> Vec<Fallback> {
        let mut fallbacks: Vec<Fallback> = Vec::new();
        for spec in config.tensors() {
            let (wanted, dtype) = (self.wanted(&spec), self.dtype_of(&spec));
            if wanted == dtype {
                continue;
            }
            let tensors = spec.gguf_name.replace(&format!("blk.{}.", layer(&spec)), "blk.*.");
            let same = |known: &&mut Fallback| {
                (&known.tensors, known.wanted, known.dtype) == (&tensors, wanted, dtype)
            };
            match fallbacks.iter_mut().find(same) {
                Some(known) => known.count += 1,
                None => {
                    fallbacks.push(Fallback { tensors, count: 1, cols: spec.cols, wanted, dtype });
                }
            }
        }
        fallbacks
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
    /// [`Error::ReadOnlyType`] for a type that is not one of [`TYPES`](Self::TYPES); errors of candle.
    pub fn apply(self, spec: &TensorSpec, data: &WeightData) -> Result<WeightData> {
        let dtype = self.dtype_of(spec);
        if dtype == data.dtype() {
            return Ok(data.clone());
        }
        let ggml = ggml(dtype).ok_or(Error::ReadOnlyType { dtype })?;
        let (rows, cols) = (data.rows(), data.cols());
        let slab = (SLAB / cols).max(1);
        // Whole blocks: `dtype_of` saw to it. An f32 weight of these rows was in memory.
        let row_bytes = cols / dtype.block_len() * dtype.block_bytes();
        let mut bytes = vec![0; rows * row_bytes];
        let slabs = bytes.par_chunks_mut(slab * row_bytes).enumerate();
        slabs.try_for_each(|(index, bytes)| {
            let first = index * slab;
            let part = convert(&data.slice_rows(first..rows.min(first + slab))?, dtype, ggml)?;
            bytes.copy_from_slice(part.bytes());
            Ok::<(), plt_backend::Error>(())
        })?;
        Ok(WeightData::new(dtype, rows, cols, bytes.into())?)
    }
}

/// The type itself if rows of this length are whole blocks of it, else the next one.
fn fitting(dtype: DType, cols: usize) -> DType {
    if cols.is_multiple_of(dtype.block_len()) {
        return dtype;
    }
    let next = match dtype {
        DType::Q2K | DType::Q3K => DType::Q4_0,
        DType::Q4K => DType::Q5_0,
        DType::Q5K => DType::Q5_1,
        DType::Q6K | DType::Q8K => DType::Q8_0,
        _ => DType::BF16,
    };
    fitting(next, cols)
}

/// The layer of a tensor; 0 for those outside the layers.
fn layer(spec: &TensorSpec) -> usize {
    let number = spec.gguf_name.strip_prefix("blk.").and_then(|name| name.split('.').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Rounds a weight to another type as GGML does; rows are whole blocks of it.
fn convert(
    data: &WeightData,
    dtype: DType,
    ggml: GgmlDType,
) -> Result<WeightData, plt_backend::Error> {
    let library = |error: candle_core::Error| plt_backend::Error::Library(Box::new(error));
    let (rows, cols) = (data.rows(), data.cols());
    let bytes = Tensor::from_vec(data.to_f32(), (rows, cols), &Device::Cpu)
        .and_then(|values| QTensor::quantize(&values, ggml))
        .and_then(|blocks| Ok(blocks.data()?.into_owned()))
        .map_err(library)?;
    WeightData::new(dtype, rows, cols, bytes.into())
}

/// candle's name of a type; `None` for one that it does not quantize to.
fn ggml(dtype: DType) -> Option<GgmlDType> {
    Some(match dtype {
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
        _ => return None,
    })
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
        assert_eq!(to(DType::Q4K, matrix, 160), DType::Q5_0);
        assert_eq!(to(DType::Q3K, matrix, 160), DType::Q4_0);
        assert_eq!(to(DType::Q5K, matrix, 160), DType::Q5_1);
        assert_eq!(to(DType::Q6K, matrix, 160), DType::Q8_0);
        assert_eq!(to(DType::Q4K, matrix, 40), DType::BF16);
        assert_eq!(to(DType::Q4_0, matrix, 40), DType::BF16);
        assert_eq!(to(DType::BF16, matrix, 40), DType::BF16);
        assert_eq!(to(DType::Q4_0, TensorClass::Vocabulary, 512), DType::Q8_0);
        assert_eq!(to(DType::BF16, TensorClass::Vocabulary, 512), DType::BF16);
        assert_eq!(to(DType::Q4_0, TensorClass::Gate, 512), DType::F32);
        assert_eq!(to(DType::Q4_0, TensorClass::Norm, 512), DType::F32);
    }

    #[test]
    fn every_type_of_the_list_is_quantized_and_no_other() {
        for dtype in DType::ALL {
            assert_eq!(Quantization::TYPES.contains(&dtype), ggml(dtype).is_some(), "{dtype}");
        }
        let (data, spec) =
            (WeightData::from_f32(1, 32, &[1.0; 32]), spec(TensorClass::Matrix, 1, 32));
        let refused = Quantization::new(DType::IQ4NL).apply(&spec, &data.expect("its size"));
        assert!(matches!(refused, Err(Error::ReadOnlyType { dtype: DType::IQ4NL })));
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
            let ggml = ggml(dtype).expect("a type of candle");
            let whole = convert(&data, dtype, ggml).expect("it fits");
            assert_eq!((rounded.dtype(), rounded.bytes()), (dtype, whole.bytes()));
        }
    }
}
