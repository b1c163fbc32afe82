//! Fields that clients know from other servers and that mean nothing here.
//!
//! Each stands with the values that ask for nothing: those are accepted, as some clients always
//! send them; anything else is refused, so that nobody finds out late.

use serde_json::Value;

use crate::fields::Table;

/// Of both dialects.
pub(super) const COMMON: Table = &[
    // Of vLLM.
    ("allowed_token_ids", never),
    ("echo", no),
    ("guided_json", never),
    ("guided_regex", never),
    ("ignore_eos", no),
    ("length_penalty", one),
    ("min_tokens", zero),
    ("prompt_logprobs", never),
    ("skip_special_tokens", yes),
    ("stop_token_ids", empty),
    ("structured_outputs", never),
    ("truncate_prompt_tokens", never),
    ("use_beam_search", no),
];

/// Of `/v1/completions` alone.
pub(super) const COMPLETION: Table = &[("best_of", one), ("suffix", empty)];

/// Of `/v1/chat/completions` alone.
pub(super) const CHAT: Table = &[
    ("audio", never),
    ("function_call", none_or_auto),
    ("functions", empty),
    ("metadata", empty),
    ("modalities", only_text),
    ("moderation", never),
    ("prediction", never),
    ("prompt_cache_key", never),
    ("prompt_cache_retention", never),
    ("reasoning_effort", none_or_auto),
    ("safety_identifier", never),
    ("service_tier", default_tier),
    ("store", no),
    ("verbosity", never),
    ("web_search_options", never),
    // Of vLLM.
    ("add_generation_prompt", yes),
    ("chat_template", never),
    ("continue_final_message", no),
];

/// Of `stream_options`.
pub(super) const STREAM_OPTIONS: Table =
    &[("include_obfuscation", no), ("continuous_usage_stats", no)];

/// Of a message.
pub(super) const MESSAGE: Table = &[
    ("audio", never),
    ("function_call", never),
    ("name", empty),
    ("reasoning_content", empty),
    ("refusal", empty),
];

/// Of a call in a message.
pub(super) const TOOL_CALL: Table = &[("index", count)];

fn never(_: &Value) -> bool {
    false
}

fn zero(value: &Value) -> bool {
    value.as_f64() == Some(0.0)
}

fn one(value: &Value) -> bool {
    value.as_f64() == Some(1.0)
}

fn no(value: &Value) -> bool {
    value.as_bool() == Some(false)
}

/// A place in a list says nothing that the list does not.
fn count(value: &Value) -> bool {
    value.as_f64().is_some_and(|count| count >= 0.0 && count.fract() == 0.0)
}

fn yes(value: &Value) -> bool {
    value.as_bool() == Some(true)
}

fn empty(value: &Value) -> bool {
    match value {
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

fn none_or_auto(value: &Value) -> bool {
    matches!(value.as_str(), Some("none" | "auto"))
}

fn default_tier(value: &Value) -> bool {
    matches!(value.as_str(), Some("default" | "auto"))
}

fn only_text(value: &Value) -> bool {
    value.as_array().is_some_and(|items| items.iter().all(|item| item == "text"))
}
