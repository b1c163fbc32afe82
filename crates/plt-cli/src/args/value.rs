//! Parsers of option values.

use std::num::NonZeroUsize;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use plt_runtime::{Activations, DType, KvDType};

/// Weight types that a model can be quantized to.
const WEIGHT_TYPES: &[DType] =
    &[DType::F32, DType::F16, DType::BF16, DType::Q8_0, DType::Q4_0, DType::Q4K, DType::Q6K];

pub fn weight_type() -> impl TypedValueParser<Value = DType> {
    one_of(WEIGHT_TYPES, DType::name)
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

/// Parses the seed of a random number generator.
pub fn seed(text: &str) -> Result<u64, String> {
    integer(text, 0)
}

fn integer<T: FromStr>(text: &str, min: u8) -> Result<T, String> {
    // usize and u64 have the same range on 64-bit systems.
    text.parse().map_err(|_| format!("expected an integer from {min} to {}", u64::MAX))
}
