//! Parsers of option values.

use std::num::NonZeroUsize;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use plt_runtime::{Activations, Config, DType, KvDType, Mix, Quantization};

/// Weight types that a model can be quantized to.
const WEIGHT_TYPES: &[DType] =
    &[DType::F32, DType::F16, DType::BF16, DType::Q8_0, DType::Q4_0, DType::Q4K, DType::Q6K];

pub fn weight_type() -> impl TypedValueParser<Value = DType> {
    one_of(WEIGHT_TYPES, DType::name)
}

/// The types of the matrices of a file: one type, or a mix.
#[derive(Debug, Clone, Copy)]
pub enum FileType {
    Uniform(DType),
    Mix(Mix),
}

const FILE_TYPES: &[FileType] = &[
    FileType::Uniform(DType::F32),
    FileType::Uniform(DType::F16),
    FileType::Uniform(DType::BF16),
    FileType::Uniform(DType::Q8_0),
    FileType::Uniform(DType::Q6K),
    FileType::Uniform(DType::Q5K),
    FileType::Uniform(DType::Q5_1),
    FileType::Uniform(DType::Q5_0),
    FileType::Uniform(DType::Q4K),
    FileType::Uniform(DType::Q4_1),
    FileType::Uniform(DType::Q4_0),
    FileType::Uniform(DType::Q3K),
    FileType::Mix(Mix::Q5KM),
    FileType::Mix(Mix::Q5KS),
    FileType::Mix(Mix::Q4KM),
    FileType::Mix(Mix::Q4KS),
    FileType::Mix(Mix::Q3KL),
    FileType::Mix(Mix::Q3KM),
    FileType::Mix(Mix::Q3KS),
];

impl FileType {
    pub fn name(self) -> &'static str {
        match self {
            FileType::Uniform(dtype) => dtype.name(),
            FileType::Mix(mix) => mix.name(),
        }
    }

    /// Returns the quantization of a model.
    pub fn quantization(self, config: &Config) -> Quantization {
        match self {
            FileType::Uniform(dtype) => Quantization::new(dtype),
            FileType::Mix(mix) => Quantization::mix(mix, config),
        }
    }
}

pub fn file_type() -> impl TypedValueParser<Value = FileType> {
    one_of(FILE_TYPES, FileType::name)
}

pub fn kv_cache_type() -> impl TypedValueParser<Value = KvDType> {
    one_of(&KvDType::ALL, KvDType::name)
}

pub fn activations() -> impl TypedValueParser<Value = Activations> {
    one_of(&Activations::ALL, Activations::name)
}

/// Parses the name of one of `values`, ignoring ASCII case. The argument needs `ignore_case` too.
pub fn one_of<T: Copy + Send + Sync + 'static>(
    values: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let names = values.iter().map(|&value| name(value));
    PossibleValuesParser::new(names).try_map(move |given| {
        let matches = |value: &T| name(*value).eq_ignore_ascii_case(&given);
        values.iter().copied().find(matches).ok_or_else(|| format!("unknown value {given}"))
    })
}

/// Parses an integer of at least 0.
pub fn count(text: &str) -> Result<usize, String> {
    integer(text, 0)
}

/// Parses an integer of at least 1.
pub fn positive(text: &str) -> Result<NonZeroUsize, String> {
    integer(text, 1)
}

/// Parses the id of a token.
pub fn token_id(text: &str) -> Result<u32, String> {
    text.trim()
        .parse()
        .map_err(|_| format!("expected token ids from 0 to {}, as in 1,2,3", u32::MAX))
}

/// Parses the seed of a random number generator.
pub fn seed(text: &str) -> Result<u64, String> {
    integer(text, 0)
}

fn integer<T: FromStr>(text: &str, min: u8) -> Result<T, String> {
    // usize and u64 have the same range on 64-bit systems.
    text.parse().map_err(|_| format!("expected an integer from {min} to {}", u64::MAX))
}
