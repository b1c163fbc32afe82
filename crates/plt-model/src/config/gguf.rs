//! The metadata of a GGUF file, read and written.
//!
//! The architecture is the `model_type`; the keys common to all architectures are those of `llama`.
//! Loops have their own keys, `{architecture}.loop.*`. Existing files label the sequential loop
//! `llama`, with `llama.loop.num` and `llama.loop.window_size`: they are supported.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;

use serde_json::Value;

use super::keys::{Keys, MAX_LOOPS, MAX_TOKENS, Names, Rest};
use super::tensors::ROTARY_DIVISORS;
use super::{Config, GateKind, LoopConfig, LoopRule, ModelType, rotary};
use crate::checkpoint::GgufValue;
use crate::error::Result;

/// The architecture.
pub(crate) const ARCHITECTURE: &str = "general.architecture";
const BOS: &str = "tokenizer.ggml.bos_token_id";
const EOS: &str = "tokenizer.ggml.eos_token_id";

/// Keys behind the name of the architecture.
mod key {
    pub const HIDDEN_SIZE: &str = "embedding_length";
    pub const INTERMEDIATE_SIZE: &str = "feed_forward_length";
    pub const LAYERS: &str = "block_count";
    pub const HEADS: &str = "attention.head_count";
    pub const KV_HEADS: &str = "attention.head_count_kv";
    pub const KEY_LENGTH: &str = "attention.key_length";
    pub const VALUE_LENGTH: &str = "attention.value_length";
    /// Whether query and key heads are normed, in `plt` files.
    pub const QK_NORM: &str = "attention.qk_norm";
    pub const RMS_NORM_EPS: &str = "attention.layer_norm_rms_epsilon";
    pub const MAX_POSITIONS: &str = "context_length";
    pub const ROPE_THETA: &str = "rope.freq_base";
    pub const ROPE_DIMENSIONS: &str = "rope.dimension_count";
    /// R.
    pub const LOOPS: &str = "loop.num";
    /// Keys that local attention sees, the row's own included.
    pub const WINDOW: &str = "loop.window_size";
    /// Whether a later loop starts from the previous position.
    pub const CROSS: &str = "loop.cross";
    pub const NORMALIZE: &str = "loop.normalize";
    pub const EMB_SCALE: &str = "loop.embedding_scale";
    pub const HIDDEN_SCALE: &str = "loop.hidden_scale";
    /// The input of the gate: `hidden`, `query` or `none`.
    pub const GATE: &str = "loop.gate";
}

impl Config {
    /// Reads the metadata of a GGUF file. The vocabulary, whether the head is tied to the embedding
    /// and the divisors of the rotary frequencies are only in its tensors.
    pub(crate) fn from_gguf(
        metadata: &HashMap<String, GgufValue>,
        file: &Path,
        vocab_size: usize,
        tie_word_embeddings: bool,
        rotary_divisors: Option<Vec<f32>>,
    ) -> Result<Self> {
        let architecture = metadata.get(ARCHITECTURE).map(to_json);
        let name = architecture.as_ref().and_then(Value::as_str).unwrap_or_default();
        let prefix = format!("{name}.");
        let wanted =
            |key: &str| key.starts_with(&prefix) || key == ARCHITECTURE || key == BOS || key == EOS;
        let mut keys = Keys {
            file: file.to_owned(),
            map: metadata
                .iter()
                .filter(|(key, _)| wanted(key))
                .map(|(key, value)| (key.clone(), to_json(value)))
                .collect(),
        };
        let name = keys.text(ARCHITECTURE)?;
        let architecture = ModelType::from_architecture(name).ok_or_else(|| {
            let supported = "llama, plt, iquestpltcoder, iquestloopcoder, qwen2 and qwen3";
            keys.unsupported(ARCHITECTURE, &name.into(), supported)
        })?;
        let of = |key: &str| format!("{prefix}{key}");
        if !(1..=MAX_TOKENS).contains(&vocab_size) {
            let expected = format!("1 to {MAX_TOKENS} rows");
            return Err(keys.wrong("token_embd.weight", expected, &vocab_size.into()));
        }
        // A value per layer, and an end token that is none, as llama.cpp reads them.
        for key in [key::HEADS, key::KV_HEADS, key::INTERMEDIATE_SIZE] {
            if let Some(value) = keys.map.get_mut(&of(key))
                && let Some(same) = same_in_all_layers(value)
            {
                *value = same;
            }
        }
        let is_token = |id: &Value| id.as_u64().is_none_or(|id| id < vocab_size as u64);
        keys.map.retain(|key, value| (key != BOS && key != EOS) || is_token(value));
        let (model_type, loops) = loops(&keys, architecture)?;
        let name = |key: &str| Cow::Owned(of(key));
        let names = Names {
            hidden_size: name(key::HIDDEN_SIZE),
            intermediate_size: name(key::INTERMEDIATE_SIZE),
            layers: name(key::LAYERS),
            heads: name(key::HEADS),
            kv_heads: name(key::KV_HEADS),
            head_dim: name(key::KEY_LENGTH),
            rms_norm_eps: name(key::RMS_NORM_EPS),
            bos_token_id: Cow::Borrowed(BOS),
            eos_token_id: Cow::Borrowed(EOS),
        };
        let theta = of(key::ROPE_THETA);
        let theta = match (keys.get(&theta), architecture.default_theta()) {
            (None, Some(default)) => default,
            _ => keys.positive(&theta)?,
        };
        let positions = keys.size(&of(key::MAX_POSITIONS), 1..=MAX_TOKENS)?;
        let pairs = rotary_divisors.as_ref().map(Vec::len);
        let rotary = rotary::from_gguf(&keys, &prefix, theta, positions, rotary_divisors)?;
        let qk_norm = match model_type {
            ModelType::Qwen3 => true,
            ModelType::Plt => keys.flag(&of(key::QK_NORM), false)?,
            _ => false,
        };
        let rest = Rest { model_type, vocab_size, rotary, qk_norm, tie_word_embeddings, loops };
        let config = keys.config(&names, rest)?;
        if let Some(pairs) = pairs.filter(|pairs| *pairs != config.head_dim / 2) {
            let expected = format!("{} numbers, one per rotary pair", config.head_dim / 2);
            return Err(keys.wrong(ROTARY_DIVISORS, expected, &pairs.into()));
        }
        // Heads whose values are narrower, or of which only a part is rotated.
        for key in [of(key::VALUE_LENGTH), of(key::ROPE_DIMENSIONS)] {
            if let Some(value) = keys.get(&key)
                && value.as_u64() != Some(config.head_dim as u64)
            {
                return Err(keys.wrong(&key, format!("the head size {}", config.head_dim), value));
            }
        }
        Ok(config)
    }

    /// The metadata that [`from_gguf`](Self::from_gguf) makes this config of.
    pub(crate) fn to_gguf(&self) -> Vec<(String, GgufValue)> {
        // Sizes of a config fit in 32 bits.
        let size = |size: usize| GgufValue::U32(size as u32);
        let mut keys = vec![(ARCHITECTURE.to_owned(), text(self.model_type.architecture()))];
        let architecture = self.model_type.architecture();
        let mut put = |key: &str, value| keys.push((format!("{architecture}.{key}"), value));
        put(key::HIDDEN_SIZE, size(self.hidden_size));
        put(key::INTERMEDIATE_SIZE, size(self.intermediate_size));
        put(key::LAYERS, size(self.layers));
        put(key::HEADS, size(self.heads));
        put(key::KV_HEADS, size(self.kv_heads));
        put(key::KEY_LENGTH, size(self.head_dim));
        put(key::VALUE_LENGTH, size(self.head_dim));
        put(key::RMS_NORM_EPS, float(self.rms_norm_eps));
        put(key::MAX_POSITIONS, size(self.max_positions));
        put(key::ROPE_THETA, float(self.rope_theta));
        put(key::ROPE_DIMENSIONS, size(self.head_dim));
        for (key, value) in rotary::to_gguf(&self.rotary_scaling) {
            let value = match value {
                Value::String(name) => GgufValue::String(name),
                value => match value.as_u64() {
                    Some(positions) => GgufValue::U32(positions as u32),
                    None => float(value.as_f64().unwrap_or_default()),
                },
            };
            put(key, value);
        }
        if self.model_type == ModelType::Plt && self.qk_norm {
            put(key::QK_NORM, GgufValue::Bool(true));
        }
        let loops = &self.loops;
        if self.model_type.can_loop() {
            put(key::LOOPS, size(loops.count));
            put(key::WINDOW, size(loops.window_keys));
        }
        if matches!(self.model_type, ModelType::Plt | ModelType::IQuestPltCoder) {
            put(key::CROSS, GgufValue::Bool(loops.rule == LoopRule::Parallel));
            put(key::NORMALIZE, GgufValue::Bool(loops.normalize_per_loop));
            put(key::EMB_SCALE, GgufValue::F32(loops.emb_scale));
            put(key::HIDDEN_SCALE, GgufValue::F32(loops.hidden_scale));
            let gate = match loops.gate {
                None => "none",
                Some(GateKind::Hidden) => "hidden",
                Some(GateKind::Query) => "query",
            };
            put(key::GATE, text(gate));
        }
        let id = |id: &u32| GgufValue::U32(*id);
        keys.extend(self.bos_token_id.iter().map(|bos| (BOS.to_owned(), id(bos))));
        match self.eos_token_ids.as_slice() {
            [] => {}
            [eos] => keys.push((EOS.to_owned(), id(eos))),
            several => {
                keys.push((EOS.to_owned(), GgufValue::Array(several.iter().map(id).collect())));
            }
        }
        keys
    }
}

/// The loops and the model type of a file of this architecture.
fn loops(keys: &Keys, architecture: ModelType) -> Result<(ModelType, LoopConfig)> {
    let of = |key: &str| format!("{architecture}.{key}");
    let count = || keys.size(&of(key::LOOPS), 1..=MAX_LOOPS);
    let sequential = || {
        let window_keys = keys.size(&of(key::WINDOW), 1..=MAX_TOKENS)?;
        Ok((ModelType::IQuestLoopCoder, LoopConfig::sequential(count()?, window_keys)))
    };
    match architecture {
        ModelType::IQuestLoopCoder => sequential(),
        ModelType::Llama | ModelType::Mistral | ModelType::Qwen2 | ModelType::Qwen3 => {
            let known = match architecture {
                ModelType::Llama => vec![of(key::LOOPS), of(key::WINDOW)],
                _ => Vec::new(),
            };
            let prefix = of("loop.");
            let mut of_loops =
                keys.map.iter().filter(|(key, _)| key.starts_with(&prefix)).peekable();
            if of_loops.peek().is_none() {
                return Ok((architecture, LoopConfig::single()));
            }
            match of_loops.find(|(key, _)| !known.contains(key)) {
                Some((key, value)) => {
                    let supported = "a llama's `llama.loop.num` and `llama.loop.window_size`";
                    Err(keys.unsupported(key, value, supported))
                }
                None => sequential(),
            }
        }
        ModelType::Plt | ModelType::IQuestPltCoder => {
            let count = count()?;
            let flag = |key: &str| {
                keys.required(&of(key), "true or false")?;
                keys.flag(&of(key), true)
            };
            let scale = |key: &str| {
                keys.required(&of(key), "a number")?;
                keys.scale(&of(key))
            };
            let gate = match keys.text(&of(key::GATE))? {
                "none" => None,
                "hidden" => Some(GateKind::Hidden),
                "query" => Some(GateKind::Query),
                other => {
                    let expected = "\"hidden\", \"query\" or \"none\"";
                    return Err(keys.wrong(&of(key::GATE), expected, &other.into()));
                }
            };
            let rule = match flag(key::CROSS)? {
                true => LoopRule::Parallel,
                false => LoopRule::Sequential,
            };
            // A gate chooses between loop 0's keys and a window of the own ones.
            let least = usize::from(gate.is_some());
            let loops = LoopConfig {
                rule,
                count,
                window_keys: keys.size(&of(key::WINDOW), least..=MAX_TOKENS + 1)?,
                normalize_per_loop: flag(key::NORMALIZE)?,
                emb_scale: scale(key::EMB_SCALE)?,
                hidden_scale: scale(key::HIDDEN_SCALE)?,
                gate: gate.filter(|_| count > 1),
            };
            Ok((architecture, loops))
        }
    }
}

/// The value that a list has for every layer.
fn same_in_all_layers(value: &Value) -> Option<Value> {
    let layers = value.as_array()?;
    let first = layers.first()?;
    layers.iter().all(|layer| layer == first).then(|| first.clone())
}

fn text(text: &str) -> GgufValue {
    GgufValue::String(text.to_owned())
}

/// In 32 bits, as files have it, if that is read as the same number again.
fn float(value: f64) -> GgufValue {
    let short = GgufValue::F32(value as f32);
    match to_json(&short).as_f64() == Some(value) {
        true => short,
        false => GgufValue::F64(value),
    }
}

fn to_json(value: &GgufValue) -> Value {
    // NaN and infinities have no place in JSON: as text they are rejected with their name.
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
        // The shortest number that is this one in 32 bits: 1e-5, and not 9.99999974e-6.
        GgufValue::F32(v) => float(v.to_string().parse().unwrap_or(f64::from(*v))),
        GgufValue::F64(v) => float(*v),
        GgufValue::Bool(v) => (*v).into(),
        GgufValue::String(v) => v.as_str().into(),
        GgufValue::Array(values) => values.iter().map(to_json).collect(),
    }
}
