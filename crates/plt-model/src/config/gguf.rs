//! The metadata of a GGUF file of architecture `llama`.

use std::collections::HashMap;
use std::path::Path;

use candle_core::quantized::gguf_file::Value as GgufValue;
use serde_json::Value;

use super::keys::{Keys, MAX_TOKENS, Names, Rest};
use super::{Config, LoopConfig, ModelType};
use crate::error::Result;

const NAMES: Names = Names {
    hidden_size: "llama.embedding_length",
    intermediate_size: "llama.feed_forward_length",
    layers: "llama.block_count",
    heads: "llama.attention.head_count",
    kv_heads: "llama.attention.head_count_kv",
    head_dim: "llama.attention.key_length",
    rms_norm_eps: "llama.attention.layer_norm_rms_epsilon",
    max_positions: "llama.context_length",
    bos_token_id: "tokenizer.ggml.bos_token_id",
    eos_token_id: "tokenizer.ggml.eos_token_id",
};

impl Config {
    /// Reads the metadata of a GGUF file. The vocabulary and whether the head is tied to the
    /// embedding stand only in the list of tensors.
    pub(crate) fn from_gguf(
        metadata: &HashMap<String, GgufValue>,
        file: &Path,
        vocab_size: usize,
        tie_word_embeddings: bool,
    ) -> Result<Self> {
        let wanted = |key: &str| {
            key.starts_with("llama.")
                || key == "general.architecture"
                || key == NAMES.bos_token_id
                || key == NAMES.eos_token_id
        };
        let keys = Keys {
            file: file.to_owned(),
            map: metadata
                .iter()
                .filter(|(key, _)| wanted(key))
                .map(|(key, value)| (key.clone(), to_json(value)))
                .collect(),
        };
        let architecture = keys.text("general.architecture")?;
        if architecture != "llama" {
            return Err(keys.unsupported("general.architecture", &architecture.into(), "llama"));
        }
        for (key, value) in &keys.map {
            if key.starts_with("llama.loop.") {
                return Err(keys.unsupported(key, value, "GGUF files without loops"));
            }
            if key.starts_with("llama.rope.scal") {
                return Err(keys.unsupported(key, value, "GGUF files without rotary scaling"));
            }
        }
        if !(1..=MAX_TOKENS).contains(&vocab_size) {
            let expected = format!("1 to {MAX_TOKENS} rows");
            return Err(keys.wrong("token_embd.weight", expected, &vocab_size.into()));
        }
        let theta = "llama.rope.freq_base";
        let config = keys.config(
            &NAMES,
            Rest {
                model_type: ModelType::Llama,
                vocab_size,
                rope_theta: match keys.get(theta) {
                    None => 10_000.0,
                    Some(_) => keys.positive(theta)?,
                },
                tie_word_embeddings,
                loops: LoopConfig::single(),
            },
        )?;
        // Heads whose values are narrower, or of which only a part is rotated.
        for key in ["llama.attention.value_length", "llama.rope.dimension_count"] {
            if let Some(value) = keys.get(key)
                && value.as_u64() != Some(config.head_dim as u64)
            {
                return Err(keys.wrong(key, format!("the head size {}", config.head_dim), value));
            }
        }
        Ok(config)
    }
}

fn to_json(value: &GgufValue) -> Value {
    // NaN and infinities have no place in JSON: as text they are refused and still named.
    let float = |v: f64| match v.is_finite() {
        true => Value::from(v),
        false => Value::from(v.to_string()),
    };
    match value {
        GgufValue::U8(v) => (*v).into(),
        GgufValue::I8(v) => (*v).into(),
        GgufValue::U16(v) => (*v).into(),
        GgufValue::I16(v) => (*v).into(),
        GgufValue::U32(v) => (*v).into(),
        GgufValue::I32(v) => (*v).into(),
        GgufValue::U64(v) => (*v).into(),
        GgufValue::I64(v) => (*v).into(),
        GgufValue::F32(v) => float(f64::from(*v)),
        GgufValue::F64(v) => float(*v),
        GgufValue::Bool(v) => (*v).into(),
        GgufValue::String(v) => v.as_str().into(),
        GgufValue::Array(values) => values.iter().map(to_json).collect(),
    }
}
