//! Keys of `config.json` that change what a model computes and are not implemented. Transformers would
//! compute them, or another engine does: ignored, they would give wrong text.
//!
//! A key is rejected for a value that changes something. Its neutral value, null, false, and nothing
//! (`""`, `[]`, `{}`) are accepted.

use serde_json::Value;

use super::keys::{Keys, is_nothing};
use super::{Config, ModelType};
use crate::error::Result;

/// Keys with the number that changes nothing.
const FACTORS: [(&str, f64); 16] = [
    ("embedding_multiplier", 1.0),
    ("residual_multiplier", 1.0),
    ("residual_scale", 1.0),
    ("logits_scaling", 1.0),
    ("logit_scale", 1.0),
    ("lm_head_multiplier", 1.0),
    ("scale_emb", 1.0),
    ("final_logit_softcapping", 0.0),
    ("attn_logit_softcapping", 0.0),
    ("clip_qkv", 0.0),
    ("attention_chunk_size", 0.0),
    ("partial_rotary_factor", 1.0),
    ("rotary_pct", 1.0),
    ("rope_pct", 1.0),
    ("rotary_percent", 1.0),
    ("rotary_percentage", 1.0),
];

/// Keys that count something that is not there.
const COUNTS: [&str; 4] =
    ["num_experts", "num_local_experts", "n_routed_experts", "moe_num_experts"];

/// Keys that must not be true.
const FLAGS: [&str; 11] = [
    "use_bidirectional_attention",
    "alibi",
    "use_alibi",
    "rope_interleaved",
    "rotary_interleaved",
    "use_parallel_residual",
    "parallel_attn",
    "use_mup",
    "use_mrope",
    "attn_temperature_tuning",
    "scale_embeddings",
];

/// Names of the flag for norms of query and key heads.
const QK_NORM: [&str; 3] = ["qk_norm", "use_qk_norm", "qk_layernorm"];

/// Objects that describe how weights are packed.
const PACKED: [&str; 3] = ["quantization_config", "compression_config", "quantization"];

/// Rejects what the config of a model cannot express.
pub(super) fn refuse(keys: &Keys, config: &Config) -> Result<()> {
    // Biases of `qwen2` are a property of the type.
    if config.model_type != ModelType::Qwen2 {
        refuse_flag(keys, "attention_bias")?;
    }
    refuse_flag(keys, "mlp_bias")?;
    for key in PACKED {
        if let Some(value) = active(keys, key) {
            return Err(keys.unsupported(key, value, "null"));
        }
    }
    for key in ["hidden_act", "hidden_activation"] {
        match active(keys, key) {
            Some(value) if value != "silu" && value != "swish" => {
                return Err(keys.unsupported(key, value, "\"silu\""));
            }
            _ => {}
        }
    }
    for (key, neutral) in FACTORS {
        expect_number(keys, key, neutral)?;
    }
    let head_dim = config.head_dim as f64;
    expect_number(keys, "attention_multiplier", head_dim.powf(-0.5))?;
    expect_number(keys, "query_pre_attn_scalar", head_dim)?;
    for key in ["rotary_dim", "rotary_emb_dim", "rotary_ndims"] {
        expect_number(keys, key, head_dim)?;
    }
    for key in COUNTS {
        match active(keys, key) {
            Some(value) if value.as_u64().is_none_or(|count| count > 1) => {
                return Err(keys.unsupported(key, value, "0"));
            }
            _ => {}
        }
    }
    let qk_norm = QK_NORM.into_iter().filter(|_| !config.qk_norm);
    for key in FLAGS.into_iter().chain(qk_norm) {
        if let Some(value) = active(keys, key).filter(|value| **value != 0) {
            return Err(keys.unsupported(key, value, "false"));
        }
    }
    if let Some(value) = keys.get("is_causal").filter(|value| **value == Value::Bool(false)) {
        return Err(keys.unsupported("is_causal", value, "true"));
    }
    refuse_positions(keys)?;
    refuse_windows(keys, config)
}

/// Layers without rotation, or with positions of another kind.
fn refuse_positions(keys: &Keys) -> Result<()> {
    const KIND: &str = "position_embedding_type";
    if let Some(value) = active(keys, KIND).filter(|v| *v == "alibi" || *v == "nope") {
        return Err(keys.unsupported(KIND, value, "\"rope\""));
    }
    // 1 means that a layer rotates.
    let rotates = |layer: &Value| layer.as_f64() == Some(1.0) || *layer == Value::Bool(true);
    match active(keys, "no_rope_layers") {
        Some(value) if !value.as_array().is_some_and(|layers| layers.iter().all(rotates)) => {
            Err(keys.unsupported("no_rope_layers", value, "a 1 for every layer"))
        }
        _ => Ok(()),
    }
}

/// Sliding windows that a context of this model exceeds.
fn refuse_windows(keys: &Keys, config: &Config) -> Result<()> {
    const WINDOW: &str = "sliding_window";
    const USE: &str = "use_sliding_window";
    const LAYERS: &str = "layer_types";
    if keys.flag(USE, false)? {
        return Err(keys.unsupported(USE, &Value::Bool(true), "false"));
    }
    match active(keys, LAYERS) {
        Some(value)
            if !value.as_array().is_some_and(|v| v.iter().all(|v| v == "full_attention")) =>
        {
            return Err(keys.unsupported(LAYERS, value, "\"full_attention\" for every layer"));
        }
        // Stated layer by layer, and none is local.
        Some(_) if config.model_type != ModelType::Mistral => return Ok(()),
        _ => {}
    }
    // False says that the number has no meaning, as the types of Qwen have it by default.
    let by_flag = matches!(config.model_type, ModelType::Qwen2 | ModelType::Qwen3);
    // The default of transformers; null says that there is no window.
    let default = Value::from(4096);
    let is_default = config.model_type == ModelType::Mistral && !keys.map.contains_key(WINDOW);
    let window = if is_default { Some(&default) } else { active(keys, WINDOW) };
    let Some(value) = window.filter(|_| !by_flag && keys.get(USE).is_none()) else {
        return Ok(());
    };
    let off = |window: f64| window <= 0.0 || window >= config.max_positions as f64;
    match value.as_f64().is_some_and(off) {
        true => Ok(()),
        false => Err(keys.unsupported(WINDOW, value, "null, or at least the whole context")),
    }
}

/// The value of a key, unless it is absent, null, false or nothing.
fn active<'a>(keys: &'a Keys, key: &str) -> Option<&'a Value> {
    keys.get(key).filter(|value| !is_nothing(value))
}

fn refuse_flag(keys: &Keys, key: &str) -> Result<()> {
    match keys.flag(key, false)? {
        true => Err(keys.unsupported(key, &Value::Bool(true), "false")),
        false => Ok(()),
    }
}

/// Rejects a value other than `neutral`, up to the digits that configs have.
fn expect_number(keys: &Keys, key: &str, neutral: f64) -> Result<()> {
    let Some(value) = active(keys, key) else { return Ok(()) };
    let same = |found: f64| (found - neutral).abs() <= 1e-6 * neutral.abs();
    match value.as_f64().is_some_and(same) {
        true => Ok(()),
        false => {
            let expected = format!("{neutral}, the value without effect");
            Err(keys.wrong(key, expected, value))
        }
    }
}
