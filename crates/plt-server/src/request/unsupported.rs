//! Fields of other servers' interfaces that mean nothing here.
//!
//! Some clients always send them, with their defaults. Each is accepted with the values that change
//! nothing; any other value is an error, so that a client learns at once what it does not get.

use schemars::{Schema, json_schema};

use crate::schema::add_unsupported;

/// Fields of both endpoints.
pub(super) fn common(schema: &mut Schema) {
    // These are vLLM's.
    let fields = [
        ("allowed_token_ids", never()),
        ("echo", only(false)),
        ("guided_json", never()),
        ("guided_regex", never()),
        ("ignore_eos", only(false)),
        ("length_penalty", only(1)),
        ("min_tokens", only(0)),
        ("prompt_logprobs", never()),
        ("skip_special_tokens", only(true)),
        ("stop_token_ids", empty()),
        ("structured_outputs", never()),
        ("truncate_prompt_tokens", never()),
        ("use_beam_search", only(false)),
    ];
    add_unsupported(schema, &fields);
}

/// Fields of `/v1/completions`.
pub(super) fn completion(schema: &mut Schema) {
    add_unsupported(schema, &[("best_of", only(1)), ("suffix", empty())]);
}

/// Fields of `/v1/chat/completions`.
pub(super) fn chat(schema: &mut Schema) {
    let fields = [
        ("audio", never()),
        ("function_call", one_of(&["none", "auto"])),
        ("functions", empty()),
        ("metadata", empty()),
        ("modalities", json_schema!({"type": ["array", "null"], "items": {"const": "text"}})),
        ("moderation", never()),
        ("prediction", never()),
        ("prompt_cache_key", never()),
        ("prompt_cache_retention", never()),
        ("reasoning_effort", one_of(&["none", "auto"])),
        ("safety_identifier", never()),
        ("service_tier", one_of(&["default", "auto"])),
        ("store", only(false)),
        ("verbosity", never()),
        ("web_search_options", never()),
        // These are vLLM's.
        ("add_generation_prompt", only(true)),
        ("chat_template", never()),
        ("continue_final_message", only(false)),
    ];
    add_unsupported(schema, &fields);
}

/// Fields of `/tokenize`.
pub(super) fn tokenize(schema: &mut Schema) {
    add_unsupported(schema, &[("add_generation_prompt", only(true))]);
}

/// Fields of `stream_options`.
pub(super) fn stream_options(schema: &mut Schema) {
    let fields = [("include_obfuscation", only(false)), ("continuous_usage_stats", only(false))];
    add_unsupported(schema, &fields);
}

/// Fields of a message.
pub(super) fn message(schema: &mut Schema) {
    let fields = [
        ("audio", never()),
        ("function_call", never()),
        ("reasoning_content", empty()),
        ("refusal", empty()),
    ];
    add_unsupported(schema, &fields);
}

/// Fields of a message that is not a tool's result.
pub(super) fn named_message(schema: &mut Schema) {
    message(schema);
    add_unsupported(schema, &[("name", empty())]);
}

/// Fields of a message of the model.
pub(super) fn assistant_message(schema: &mut Schema) {
    named_message(schema);
    add_unsupported(schema, &[("annotations", empty())]);
}

/// Fields of a part of a message. Every prompt is cached.
pub(super) fn part(schema: &mut Schema) {
    add_unsupported(schema, &[("cache_control", json_schema!({"type": ["object", "null"]}))]);
}

/// Fields of a tool call in a message. The order of the calls is the order of the list.
pub(super) fn tool_call(schema: &mut Schema) {
    let index = json_schema!({"type": ["integer", "null"], "minimum": 0, "maximum": u32::MAX});
    add_unsupported(schema, &[("index", index)]);
}

fn never() -> Schema {
    json_schema!({"type": "null"})
}

fn only(value: impl Into<serde_json::Value>) -> Schema {
    json_schema!({"enum": [value.into(), null]})
}

fn one_of(values: &[&str]) -> Schema {
    let values = values.iter().copied().map(Some).chain([None]);
    json_schema!({"enum": values.collect::<Vec<_>>()})
}

fn empty() -> Schema {
    json_schema!({
        "type": ["string", "array", "object", "null"],
        "maxLength": 0, "maxItems": 0, "maxProperties": 0,
    })
}
