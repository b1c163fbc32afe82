//! The description of the interface, in OpenAPI 3.1. A test holds it and the routes together.

use std::ops::RangeInclusive;

use serde_json::{Map, Value, json};

use crate::app::App;
use crate::ask::sampling;

/// The whole document, with the limits of this server.
pub(crate) fn document(app: &App) -> Value {
    let keys = match app.keys.is_empty() {
        true => json!([]),
        false => json!([{"key": []}]),
    };
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "plt serve",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Text from one looped transformer, asked for as OpenAI's clients ask.",
            "license": {"name": "Apache-2.0 OR MIT", "identifier": "Apache-2.0 OR MIT"},
        },
        "security": keys,
        "paths": paths(),
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": schemas(app),
        },
    })
}

fn paths() -> Value {
    let open = |mut operation: Value| {
        operation["security"] = json!([]);
        operation
    };
    json!({
        "/v1/completions": {"post": asks("Text after a prompt", "CompletionRequest", "Completion", true)},
        "/v1/chat/completions":
            {"post": asks("The next message of a conversation", "ChatRequest", "Chat", true)},
        "/v1/models": {"get": gives("The one model, as a list", "Models")},
        "/v1/models/{model}": {"get": named(gives("The model", "Model"))},
        "/tokenize": {"post": asks("A text, or a conversation, to tokens", "TokenizeRequest", "Tokens", false)},
        "/detokenize": {"post": asks("Tokens to text", "DetokenizeRequest", "Text", false)},
        "/metrics": {"get": {"summary": "Prometheus's text format", "responses": with_errors(
            json!({"200": {"description": "metrics", "content": {"text/plain": {
                "schema": {"type": "string"}}}}}), &["401", "403"])}},
        "/openapi.json": {"get": {"summary": "This document", "responses": with_errors(
            json!({"200": {"description": "the document", "content": {"application/json": {
                "schema": {"type": "object"}}}}}), &["401", "403"])}},
        "/health": {"get": open(gives("Whether the engine is there", "Status"))},
        "/ready": {"get": open(gives("Whether requests are taken", "Status"))},
    })
}

/// An operation with a body.
fn asks(summary: &str, body: &str, answer: &str, streams: bool) -> Value {
    let mut content = json!({"application/json": {"schema": schema(answer)}});
    if streams {
        // What a schema says here, whether of the stream or of an event, is read in either way.
        content["text/event-stream"] = json!({});
    }
    let good = json!({"200": {"description": "the answer", "content": content}});
    let errors = ["400", "401", "403", "404", "408", "413", "415", "429", "500", "503", "504"];
    json!({
        "summary": summary,
        "requestBody": {"required": true, "content": {"application/json": {"schema": schema(body)}}},
        "responses": with_errors(good, &errors),
    })
}

/// An operation without one.
fn gives(summary: &str, answer: &str) -> Value {
    let content = json!({"application/json": {"schema": schema(answer)}});
    let good = json!({"200": {"description": "the answer", "content": content}});
    json!({"summary": summary, "responses": with_errors(good, &["401", "403", "404", "503"])})
}

fn named(mut operation: Value) -> Value {
    operation["parameters"] = json!([{
        "name": "model", "in": "path", "required": true, "schema": {"type": "string"},
    }]);
    // A name that is no text.
    operation["responses"] = with_errors(operation["responses"].take(), &["400"]);
    operation
}

fn with_errors(mut responses: Value, statuses: &[&str]) -> Value {
    for status in statuses {
        responses[*status] = json!({
            "description": "an error", "content": {"application/json": {"schema": schema("Error")}},
        });
    }
    responses
}

fn schema(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn schemas(app: &App) -> Value {
    let mut all = Map::new();
    let mut add = |name: &str, schema: Value| all.insert(name.to_owned(), schema);
    add("CompletionRequest", request(app, &["prompt"], completion_fields(app)));
    add("ChatRequest", request(app, &["messages"], chat_fields(app)));
    let model = nullable("string");
    let tokens = json!({"type": "array", "items": token(app)});
    let mut texts = input(
        &[],
        json!({
            "model": model, "prompt": nullable("string"),
            "messages": {"anyOf": [{"type": "null"}, messages()]},
            "add_special_tokens": nullable("boolean"), "chat_template_kwargs": nullable("object"),
        }),
    );
    texts["anyOf"] = json!([
        {"required": ["prompt"], "properties": {"prompt": {"type": "string"},
            "messages": {"type": "null"}, "chat_template_kwargs": {"type": "null"}}},
        {"required": ["messages"], "properties": {"prompt": {"type": "null"},
            "messages": {"type": "array"}}},
    ]);
    add("TokenizeRequest", texts);
    add("DetokenizeRequest", input(&["tokens"], json!({"model": model, "tokens": tokens})));
    let count = json!({"type": "integer", "minimum": 0});
    add(
        "Tokens",
        object(
            &["count", "max_model_len", "tokens"],
            json!({
        "count": count, "max_model_len": count, "tokens": tokens}),
        ),
    );
    add("Text", object(&["prompt"], json!({"prompt": {"type": "string"}})));
    add("Status", object(&["status"], json!({"status": {"type": "string"}})));
    add(
        "Model",
        object(
            &["id", "object", "created", "owned_by", "max_model_len", "plt"],
            json!({
        "id": {"type": "string"}, "object": {"const": "model"}, "created": count,
        "owned_by": {"type": "string"}, "max_model_len": count, "plt": {"type": "object"}}),
        ),
    );
    add(
        "Models",
        object(
            &["object", "data"],
            json!({
        "object": {"const": "list"}, "data": {"type": "array", "items": schema("Model")}}),
        ),
    );
    add(
        "Error",
        object(
            &["error"],
            json!({"error": object(&["message", "type", "param", "code"], json!({
        "message": {"type": "string"}, "type": {"type": "string"},
        "param": nullable("string"), "code": nullable("string")}))}),
        ),
    );
    add("Completion", answer("text_completion", json!({"text": {"type": "string"}}), "text"));
    let message = object(
        &["role", "content", "refusal"],
        json!({
        "role": {"const": "assistant"}, "content": nullable("string"), "refusal": {"type": "null"},
        "tool_calls": {"type": "array", "items": {"type": "object"}}}),
    );
    add("Chat", answer("chat.completion", json!({"message": message}), "message"));
    Value::Object(all)
}

fn object(required: &[&str], properties: Value) -> Value {
    json!({
        "type": "object", "required": required, "properties": properties,
        "additionalProperties": false,
    })
}

/// What is read takes nulls of any name: some clients send all the fields that they know.
fn input(required: &[&str], properties: Value) -> Value {
    let mut input = object(required, properties);
    input["additionalProperties"] = json!({"type": "null"});
    input
}

fn nullable(kind: &str) -> Value {
    json!({"type": [kind, "null"]})
}

fn token(app: &App) -> Value {
    let last = app.engine.config().vocab_size.saturating_sub(1);
    json!({"type": "integer", "minimum": 0, "maximum": last})
}

fn number(range: RangeInclusive<f32>) -> Value {
    let (least, most) = (f64::from(*range.start()), f64::from(*range.end()));
    json!({"type": ["number", "null"], "minimum": least, "maximum": most})
}

fn whole(least: i64, most: usize) -> Value {
    json!({"type": ["integer", "null"], "minimum": least, "maximum": most})
}

/// What both dialects take, and what is their own.
fn request(app: &App, required: &[&str], own: Value) -> Value {
    let limits = &app.limits;
    let stop = json!({"type": "string", "minLength": 1, "maxLength": limits.stop_bytes});
    let mut fields = json!({
        "model": {"enum": [app.model, null]},
        "max_tokens": whole(1, app.engine.positions()),
        "max_completion_tokens": whole(1, app.engine.positions()),
        "n": whole(1, limits.choices),
        "temperature": number(sampling::TEMPERATURE),
        "top_p": number(sampling::TOP_P),
        "top_k": whole(-1, u32::MAX as usize),
        "min_p": number(sampling::MIN_P),
        "repetition_penalty": number(sampling::REPETITION_PENALTY),
        "presence_penalty": number(sampling::PENALTY),
        "frequency_penalty": number(sampling::PENALTY),
        "seed": {"type": ["integer", "null"], "minimum": i64::MIN, "maximum": u64::MAX},
        "stop": {"anyOf": [
            {"type": "null"}, stop,
            {"type": "array", "items": stop, "maxItems": limits.stops},
        ]},
        "logit_bias": {"type": ["object", "null"], "maxProperties": 300,
            "propertyNames": {"pattern": "^[0-9]+$"},
            "additionalProperties": {"type": "number", "minimum": -100, "maximum": 100}},
        "response_format": response_format(),
        "stream": nullable("boolean"),
        "stream_options": {"type": ["object", "null"],
            "additionalProperties": {"type": "null"}, "properties": {"include_usage": nullable("boolean")}},
        "user": nullable("string"),
        "gates": nullable("boolean"),
        "priority": {"type": ["integer", "null"], "minimum": i32::MIN, "maximum": limits.priority},
    });
    if let (Value::Object(fields), Value::Object(own)) = (&mut fields, own) {
        fields.extend(own);
    }
    let mut request = input(required, fields);
    // Only a stream has options.
    request["anyOf"] = json!([
        {"properties": {"stream": {"const": true}}, "required": ["stream"]},
        {"properties": {"stream_options": {"type": "null"}}},
    ]);
    request
}

fn response_format() -> Value {
    let schema = input(
        &["schema"],
        json!({
            "name": nullable("string"), "description": nullable("string"),
            "strict": nullable("boolean"), "schema": {"type": "object"},
        }),
    );
    json!({"anyOf": [
        {"type": "null"},
        input(&["type"], json!({"type": {"enum": ["text", "json_object"]}})),
        input(&["type", "json_schema"],
            json!({"type": {"const": "json_schema"}, "json_schema": schema})),
    ]})
}

fn completion_fields(app: &App) -> Value {
    let ids = json!({"type": "array", "items": token(app), "minItems": 1});
    // An empty text is a prompt where the tokenizer begins every text with a token.
    let empty = app.text().tokenizer().and_then(|tokenizer| tokenizer.encode("", true));
    let least = usize::from(empty.is_ok_and(|ids| ids.is_empty()));
    let text = json!({"type": "string", "minLength": least});
    json!({
        "prompt": {"anyOf": [
            text, ids,
            {"type": "array", "items": {"anyOf": [text, ids]}, "minItems": 1,
                "maxItems": app.limits.choices},
        ]},
        "logprobs": whole(0, app.limits.logprobs),
    })
}

fn chat_fields(app: &App) -> Value {
    json!({
        "messages": messages(),
        "logprobs": nullable("boolean"),
        "top_logprobs": whole(0, app.limits.logprobs),
        "tools": {"type": ["array", "null"], "maxItems": 128, "items": {
            "type": "object", "required": ["type", "function"], "properties": {
                "type": {"const": "function"},
                "function": {"type": "object", "required": ["name"], "properties": {
                    "name": {"type": "string", "pattern": "^[a-zA-Z0-9_.-]{1,64}$"},
                    "description": {"type": "string"}, "parameters": {"type": "object"},
                    "strict": {"type": "boolean"}}}}}},
        "tool_choice": {"anyOf": [
            {"enum": ["none", "auto", "required", null]},
            {"type": "object", "required": ["type", "function"], "properties": {
                "type": {"const": "function"},
                "function": {"type": "object", "required": ["name"],
                    "properties": {"name": {"type": "string"}}}}}]},
        "parallel_tool_calls": nullable("boolean"),
        "chat_template_kwargs": nullable("object"),
    })
}

/// Of each role, what it may say.
fn messages() -> Value {
    let part =
        input(&["type", "text"], json!({"type": {"const": "text"}, "text": {"type": "string"}}));
    let content = json!({"anyOf": [
        {"type": "string"}, {"type": "array", "items": part, "minItems": 1}]});
    let function =
        input(&["name"], json!({"name": {"type": "string"}, "arguments": nullable("string")}));
    let call = input(
        &["function"],
        json!({
            "id": nullable("string"), "type": {"enum": ["function", null]},
            "index": {"type": ["integer", "null"], "minimum": 0}, "function": function,
        }),
    );
    let says = |roles: Value| {
        input(&["role", "content"], json!({"role": {"enum": roles}, "content": content}))
    };
    let mut tool = says(json!(["tool"]));
    tool["properties"]["tool_call_id"] = nullable("string");
    tool["properties"]["name"] = nullable("string");
    let calls = input(
        &["role", "tool_calls"],
        json!({
            "role": {"const": "assistant"},
            "content": {"anyOf": [{"type": "null"}, content]},
            "tool_calls": {"type": "array", "items": call, "minItems": 1},
        }),
    );
    let others = says(json!(["system", "developer", "user", "assistant"]));
    json!({"type": "array", "minItems": 1, "items": {"anyOf": [others, tool, calls]}})
}

fn answer(object_name: &str, own: Value, required: &str) -> Value {
    let count = json!({"type": "integer", "minimum": 0});
    let usage = object(
        &["prompt_tokens", "completion_tokens", "total_tokens", "prompt_tokens_details"],
        json!({
            "prompt_tokens": count, "completion_tokens": count, "total_tokens": count,
            "prompt_tokens_details": object(&["cached_tokens"], json!({"cached_tokens": count})),
        }),
    );
    let mut choice = json!({
        "index": count, "logprobs": nullable("object"),
        "finish_reason": {"enum": ["stop", "length", "tool_calls"]},
        "gates": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}},
    });
    if let (Value::Object(choice), Value::Object(own)) = (&mut choice, own) {
        choice.extend(own);
    }
    let choice = object(&["index", required, "logprobs", "finish_reason"], choice);
    object(
        &["id", "object", "created", "model", "choices", "usage"],
        json!({
            "id": {"type": "string"}, "object": {"const": object_name}, "created": count,
            "model": {"type": "string"}, "choices": {"type": "array", "items": choice}, "usage": usage,
        }),
    )
}
