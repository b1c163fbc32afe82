//! Metadata keys that change a model's results and that nothing here computes. Each has values that
//! change nothing; a file with another value is refused.
//!
//! The list is that of the keys that llama.cpp and its converters know. Rotary scaling, loops and the
//! sizes are the config's.

use std::collections::HashMap;
use std::path::Path;

use super::value::GgufValue;
use crate::config::ARCHITECTURE;
use crate::error::{Error, Result, one_line};

/// The values of a key that change nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Neutral {
    /// All: the config reads the key, or it describes something that is not computed.
    Any,
    Zero,
    /// A factor, or a count of groups: 0 stands for its absence.
    ZeroOrOne,
    True,
    /// No window, or one that no prompt exceeds.
    ContextLength,
    /// 0, or the factor of every head: 1 / sqrt(head size).
    HeadScale,
    /// 0, or `embedding_length`.
    EmbeddingLength,
    /// The activation of SwiGLU.
    Silu,
}

use Neutral::{Any, ContextLength, EmbeddingLength, HeadScale, Silu, True, Zero, ZeroOrOne};

/// Keys behind the name of the architecture; a last `*` stands for any rest.
#[rustfmt::skip]
const KEYS: &[(&str, Neutral)] = &[
    // Read by the config.
    ("context_length", Any), ("embedding_length", Any), ("block_count", Any), ("feed_forward_length", Any),
    ("attention.head_count", Any), ("attention.head_count_kv", Any), ("attention.key_length", Any),
    ("attention.qk_norm", Any), ("attention.value_length", Any), ("attention.layer_norm_rms_epsilon", Any), ("rope.freq_base", Any),
    ("rope.dimension_count", Any), ("rope.scal*", Any), ("loop.*", Any),
    // Without meaning for models that have no part of that kind.
    ("vocab_size", Any), ("tensor_data_layout", Any), ("attention.layer_norm_epsilon", Any),
    ("attention.key_length_swa", Any), ("attention.value_length_swa", Any),
    ("attention.sliding_window_pattern", Any), ("rope.freq_base_swa", Any), ("rope.dimension_count_swa", Any),
    ("decoder_start_token_id", Any),
    // Attention.
    ("attention.causal", True), ("attention.sliding_window", ContextLength), ("attention.scale", HeadScale),
    ("attention.output_scale", ZeroOrOne), ("attention.clamp_kqv", Zero), ("attention.max_alibi_bias", Zero),
    ("attention.temperature_length", Zero), ("attention.temperature_scale", Zero),
    ("attention.shared_kv_layers", Zero), ("attention.relative_buckets_count", Zero),
    ("attention.group_norm_epsilon", Any), ("attention.group_norm_groups", Zero),
    ("attention.*_lora_rank", Zero), ("attention.*_mla", Zero), ("attention.indexer.*", Zero),
    ("attn_logit_softcapping", Zero), ("full_attention_interval", ZeroOrOne), ("rope.dimension_sections", Zero),
    // Scales, activations and what is computed from the output.
    ("logit_scale", ZeroOrOne), ("residual_scale", ZeroOrOne), ("embedding_scale", ZeroOrOne),
    ("final_logit_softcapping", Zero), ("router_logit_softcapping", Zero), ("pooling_type", Zero),
    ("hidden_act", Silu), ("hidden_activation", Silu), ("activation_sparsity_scale", Zero),
    ("swiglu_clamp_*", Zero), ("classifier.*", Zero), ("embedding_length_out", EmbeddingLength),
    ("nextn_predict_layers", Zero), ("use_parallel_residual", Zero), ("swin_norm", Zero),
    // Mixtures of experts.
    ("expert_count", Zero), ("expert_used_count", Zero), ("expert_shared_count", Zero),
    ("expert_weights_scale", ZeroOrOne), ("expert_group_count", ZeroOrOne), ("expert_group_used_count", ZeroOrOne),
    ("expert_group_scale", ZeroOrOne), ("expert_gating_func", ZeroOrOne), ("expert_weights_norm", Any),
    ("expert_*feed_forward_length", Any), ("experts_per_group", ZeroOrOne), ("moe_*", ZeroOrOne),
    ("interleave_moe_layer_step", ZeroOrOne), ("leading_dense_block_count", Any),
    // Parts of other architectures.
    ("features_length", Zero), ("n_deepstack_layers", Zero), ("decoder_block_count", Zero), ("altup.*", Zero),
    ("embedding_length_per_layer_input", Zero), ("rescale_every_n_layers", Zero), ("time_*_extra_dim", Zero),
    ("token_shift_count", Zero), ("ssm.*", Zero), ("kda.*", Zero), ("wkv.*", Zero), ("posnet.*", Zero),
    ("convnext.*", Zero), ("shortconv.*", Zero), ("dense_*", Zero),
];

/// Fails if the file holds something other than a language model: an adapter, a projector, an
/// importance matrix.
pub(super) fn refuse_other_types(metadata: &HashMap<String, GgufValue>, file: &Path) -> Result<()> {
    let key = "general.type";
    let is_model = |value: &&GgufValue| matches!(value, GgufValue::String(text) if text == "model");
    if let Some(value) = metadata.get(key).filter(|value| !is_model(value)) {
        let supported = "\"model\"; name the model's own file (adapters have to be merged into it)";
        return Err(unsupported(file, key, value, supported));
    }
    let of_adapter = metadata.iter().find(|(key, _)| key.starts_with("adapter."));
    match of_adapter {
        Some((key, value)) => {
            let supported = "models; an adapter has to be merged into its base model";
            Err(unsupported(file, key, value, supported))
        }
        None => Ok(()),
    }
}

/// Fails if a key of the architecture changes results and is not computed, or is unknown: the first
/// one by name.
pub(super) fn refuse_unsupported(metadata: &HashMap<String, GgufValue>, file: &Path) -> Result<()> {
    let Some(GgufValue::String(architecture)) = metadata.get(ARCHITECTURE) else { return Ok(()) };
    let mut keys: Vec<_> = metadata.iter().collect();
    keys.sort_by_key(|(key, _)| *key);
    for (key, value) in keys {
        let own = key.strip_prefix(architecture.as_str()).and_then(|key| key.strip_prefix('.'));
        let Some(own) = own else { continue };
        // An unknown key may as well be switched off.
        let neutral =
            KEYS.iter().find(|(known, _)| matches(known, own)).map(|(_, neutral)| *neutral);
        let size = |key: &str| {
            metadata.get(&format!("{architecture}.{key}")).and_then(number).unwrap_or(0.0)
        };
        if !neutral.unwrap_or(Zero).holds(value, &size) {
            let supported = match neutral {
                None => "known keys of this architecture",
                Some(neutral) => neutral.supported(),
            };
            return Err(unsupported(file, key, value, supported));
        }
    }
    Ok(())
}

/// Whether a key fits a pattern with at most one `*`.
fn matches(pattern: &str, key: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == key,
        Some((start, end)) => key.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
    }
}

impl Neutral {
    /// Whether the value changes nothing; all elements of an array do not.
    fn holds(self, value: &GgufValue, size: &dyn Fn(&str) -> f64) -> bool {
        if let GgufValue::Array(values) = value {
            return self == Any || values.iter().all(|value| self.holds(value, size));
        }
        let Some(number) = number(value) else {
            let text = match value {
                GgufValue::String(text) => text.to_ascii_lowercase(),
                _ => String::new(),
            };
            let silu = self == Silu && matches!(text.as_str(), "silu" | "swish" | "swiglu");
            return self == Any || silu || matches!(text.as_str(), "" | "none");
        };
        match self {
            Any => true,
            Zero => number == 0.0,
            ZeroOrOne => number == 0.0 || number == 1.0,
            True => number != 0.0,
            ContextLength => number <= 0.0 || number >= size("context_length"),
            EmbeddingLength => number == 0.0 || number == size("embedding_length"),
            HeadScale => {
                let head = match size("attention.key_length") {
                    0.0 => size("embedding_length") / size("attention.head_count"),
                    head => head,
                };
                // The file has 32 bits of it.
                number == 0.0 || (number * head.sqrt() - 1.0).abs() < 1e-6
            }
            Silu => false,
        }
    }

    fn supported(self) -> &'static str {
        match self {
            Any => "any value",
            Zero => "0",
            ZeroOrOne => "1",
            True => "true",
            ContextLength => "0 (full attention) or at least the context length",
            HeadScale => "1 / sqrt(head size)",
            EmbeddingLength => "the width of the embedding",
            Silu => "silu",
        }
    }
}

/// A number or a flag.
fn number(value: &GgufValue) -> Option<f64> {
    match value {
        GgufValue::F32(v) => Some(f64::from(*v)),
        GgufValue::F64(v) => Some(*v),
        GgufValue::Bool(v) => Some(f64::from(u8::from(*v))),
        GgufValue::I8(v) => Some(f64::from(*v)),
        GgufValue::I16(v) => Some(f64::from(*v)),
        GgufValue::I32(v) => Some(f64::from(*v)),
        GgufValue::I64(v) => Some(*v as f64),
        value => value.as_u64().map(|v| v as f64),
    }
}

fn unsupported(file: &Path, key: &str, value: &GgufValue, supported: &'static str) -> Error {
    let found = match value {
        GgufValue::String(text) => format!("{:?}", one_line(text)),
        GgufValue::Bool(flag) => flag.to_string(),
        GgufValue::Array(values) => format!("(an array of {})", values.len()),
        value => number(value).map_or_else(|| "(a value)".to_owned(), |number| number.to_string()),
    };
    Error::Unsupported { file: file.to_owned(), key: one_line(key), found, supported }
}
