//! `config.json` as Hugging Face checkpoints have it.

use std::borrow::Cow;
use std::path::Path;

use serde_json::Value;

use super::keys::{Keys, MAX_LOOPS, MAX_TOKENS, Names, Rest, is_nothing};
use super::{Config, GateKind, LoopConfig, LoopRule, ModelType, refused, rotary};
use crate::error::{Error, Result};

const NAMES: Names = Names {
    hidden_size: Cow::Borrowed("hidden_size"),
    intermediate_size: Cow::Borrowed("intermediate_size"),
    layers: Cow::Borrowed("num_hidden_layers"),
    heads: Cow::Borrowed("num_attention_heads"),
    kv_heads: Cow::Borrowed("num_key_value_heads"),
    head_dim: Cow::Borrowed("head_dim"),
    rms_norm_eps: Cow::Borrowed("rms_norm_eps"),
    bos_token_id: Cow::Borrowed("bos_token_id"),
    eos_token_id: Cow::Borrowed("eos_token_id"),
};

impl Config {
    /// Reads the text of a `config.json`; `file` is its name in errors.
    ///
    /// Absent keys: `num_key_value_heads` is `num_attention_heads`, `head_dim` is their share of
    /// `hidden_size`, `tie_word_embeddings` is false, `plt_emb_scale` and `plt_hidden_scale` are 1,
    /// `plt_gate_use_hidden_states` is false, and `plt_normalize_per_loop` is true as in the
    /// published configuration class (the vendor's serving code takes false). In a model without
    /// loops, `rope_theta` is 10000 and `rms_norm_eps` 1e-6; in a llama, `max_position_embeddings` is
    /// `max_sequence_length`, or else 2048; a mistral has a `sliding_window` of 4096. `model_type` may
    /// be absent where `architectures` names the class of such a model. Unknown keys are ignored;
    /// those known to change the result are rejected, unless their value changes nothing.
    ///
    /// The type `plt` has two keys more, for the steps from a sequential loop to PLT (arXiv 2510.24824,
    /// table 2): `plt_cross_loop` (default true; false: a later loop starts from the same position)
    /// and `plt_loop_attention` ("gated", the default; "shared": later loops attend to loop 0's keys
    /// only; "own": to their own only, all of them). `plt_window_size` is needed for "gated" alone.
    /// `qk_norm` (default false) adds norms of query and key heads.
    ///
    /// # Errors
    /// Text that is no JSON object or holds a key twice; a key that is missing, of the wrong type,
    /// out of range, or not implemented.
    pub fn from_json(text: &str, file: impl AsRef<Path>) -> Result<Self> {
        let mut keys = Keys::from_json(text, file.as_ref())?;
        let model_type = model_type(&keys)?;
        add_defaults(&mut keys, model_type);
        let rotary = rotary::from_json(&keys, model_type.default_theta())?;
        let loops = match model_type {
            ModelType::Plt => {
                let rule = match keys.flag("plt_cross_loop", true)? {
                    true => LoopRule::Parallel,
                    false => LoopRule::Sequential,
                };
                parallel_loop(&keys, rule, plt_loop_attention(&keys, rotary.context)?)?
            }
            ModelType::IQuestPltCoder => parallel_loop(&keys, LoopRule::Parallel, gated(&keys)?)?,
            ModelType::IQuestLoopCoder => sequential_loop(&keys)?,
            ModelType::Llama | ModelType::Mistral | ModelType::Qwen2 | ModelType::Qwen3 => {
                refuse_relabelled_loop(&keys, model_type)?;
                LoopConfig::single()
            }
        };
        let rest = Rest {
            model_type,
            vocab_size: keys.size("vocab_size", 1..=MAX_TOKENS)?,
            rotary,
            qk_norm: match model_type {
                ModelType::Qwen3 => true,
                ModelType::Plt => keys.flag("qk_norm", false)?,
                _ => false,
            },
            tie_word_embeddings: keys.flag("tie_word_embeddings", false)?,
            loops,
        };
        let config = keys.config(&NAMES, rest)?;
        refused::refuse(&keys, &config)?;
        Ok(config)
    }
}

/// From `model_type`, or from the class in `architectures` that very old configs have instead.
fn model_type(keys: &Keys) -> Result<ModelType> {
    const SUPPORTED: &str = "plt, iquestpltcoder, iquestloopcoder, llama, mistral, qwen2 and qwen3";
    if keys.get("model_type").is_none() {
        let classes = keys.get("architectures").and_then(Value::as_array);
        let class = classes.and_then(|classes| classes.first()).and_then(Value::as_str);
        match class {
            Some("LlamaForCausalLM" | "LLaMAForCausalLM") => return Ok(ModelType::Llama),
            Some("MistralForCausalLM") => return Ok(ModelType::Mistral),
            Some("Qwen2ForCausalLM") => return Ok(ModelType::Qwen2),
            Some("Qwen3ForCausalLM") => return Ok(ModelType::Qwen3),
            _ => {}
        }
    }
    let name = keys.text("model_type")?;
    ModelType::from_name(name)
        .ok_or_else(|| keys.unsupported("model_type", &name.into(), SUPPORTED))
}

/// Adds absent keys of models without loops, with the defaults of transformers.
fn add_defaults(keys: &mut Keys, model_type: ModelType) {
    const CONTEXT: &str = "max_position_embeddings";
    if model_type == ModelType::Llama && !keys.map.contains_key(CONTEXT) {
        let context = keys.get("max_sequence_length").cloned().unwrap_or(Value::from(2048));
        keys.map.insert(CONTEXT.to_owned(), context);
    }
    if !model_type.can_loop() {
        keys.map.entry("rms_norm_eps".to_owned()).or_insert(Value::from(1e-6));
    }
}

/// A looped model labelled as one without loops would run as one loop and give wrong results.
fn refuse_relabelled_loop(keys: &Keys, model_type: ModelType) -> Result<()> {
    let relabelled = |key: &str, found: &Value| {
        Err(Error::RelabelledLoop {
            file: keys.file.clone(),
            model_type: model_type.name(),
            key: key.to_owned(),
            found: crate::error::one_line(&found.to_string()),
        })
    };
    for (key, value) in &keys.map {
        let of_loops = key.starts_with("plt_") || key.starts_with("loop_");
        // The counts of `nanbeige` and `ouro`.
        let counts = matches!(key.as_str(), "num_loops" | "total_ut_steps") && *value != 1;
        if (of_loops || counts) && !is_nothing(value) {
            return relabelled(key, value);
        }
    }
    let classes = keys.get("architectures").and_then(Value::as_array);
    for class in classes.into_iter().flatten() {
        let name = class.as_str().unwrap_or_default().to_lowercase();
        if name.contains("plt") || name.contains("loop") {
            return relabelled("architectures", class);
        }
    }
    Ok(())
}

fn parallel_loop(keys: &Keys, rule: LoopRule, attention: LoopAttention) -> Result<LoopConfig> {
    let count = keys.size("plt_num_loops", 1..=MAX_LOOPS)?;
    Ok(LoopConfig {
        rule,
        count,
        window_keys: attention.window_keys,
        normalize_per_loop: keys.flag("plt_normalize_per_loop", true)?,
        emb_scale: keys.scale("plt_emb_scale")?,
        hidden_scale: keys.scale("plt_hidden_scale")?,
        gate: attention.gate.filter(|_| count > 1),
    })
}

/// The keys that later loops attend to.
struct LoopAttention {
    window_keys: usize,
    gate: Option<GateKind>,
}

fn gated(keys: &Keys) -> Result<LoopAttention> {
    let gate = match keys.flag("plt_gate_use_hidden_states", false)? {
        true => GateKind::Hidden,
        false => GateKind::Query,
    };
    Ok(LoopAttention { window_keys: plt_window_keys(keys)?, gate: Some(gate) })
}

fn plt_loop_attention(keys: &Keys, context: usize) -> Result<LoopAttention> {
    const KEY: &str = "plt_loop_attention";
    let value = keys.get(KEY).unwrap_or(&Value::Null);
    let window_keys = match value.as_str() {
        None if value.is_null() => return gated(keys),
        Some("gated") => return gated(keys),
        Some("shared") => 0,
        Some("own") => context,
        _ => return Err(keys.wrong(KEY, "\"gated\", \"shared\" or \"own\"", value)),
    };
    Ok(LoopAttention { window_keys, gate: None })
}

/// [w, 0] counts the tokens to the left of the row's own, which local attention sees as well.
fn plt_window_keys(keys: &Keys) -> Result<usize> {
    let expected = format!("[w, 0] with w from 0 to {MAX_TOKENS}");
    let value = keys.required("plt_window_size", expected.as_str())?;
    let pair = value.as_array().map(Vec::as_slice);
    let left = match pair {
        Some([left, right]) if right.as_u64() == Some(0) => left.as_u64(),
        _ => None,
    };
    let left = left.and_then(|w| usize::try_from(w).ok()).filter(|w| *w <= MAX_TOKENS);
    left.map(|w| w + 1).ok_or_else(|| keys.wrong("plt_window_size", expected, value))
}

fn sequential_loop(keys: &Keys) -> Result<LoopConfig> {
    let count = keys.size("loop_num", 1..=MAX_LOOPS)?;
    Ok(LoopConfig::sequential(count, keys.size("loop_window_size", 1..=MAX_TOKENS)?))
}
