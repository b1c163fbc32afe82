//! The OpenAPI 3.1 document. Its schemas are those of the types; routes are listed here, and a test
//! compares them with the router.

use schemars::JsonSchema;
use serde_json::{Map, Value, json};

use crate::api_error::ErrorBody;
use crate::app::App;
use crate::limits::Limits;
use crate::request::{
    ChatRequest, CompletionRequest, DetokenizeRequest, TOOL_NAME_PATTERN, TokenizeRequest,
};
use crate::response::{
    Full, MessageContent, Model, Models, Status, TextContent, TextOfTokens, Tokens,
};
use crate::schema::{self, Facts};

/// Returns the document, with the limits of this server.
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
            "description": "Text generation with a looped transformer, compatible with OpenAI's API.",
            "license": {"name": "Apache-2.0 OR MIT", "identifier": "Apache-2.0 OR MIT"},
        },
        "security": keys,
        "paths": paths(),
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": schemas(&facts(app)),
        },
    })
}

fn paths() -> Value {
    let open = |mut operation: Value| {
        operation["security"] = json!([]);
        operation
    };
    json!({
        "/v1/completions":
            {"post": post("Continue a prompt", "CompletionRequest", "Completion", true)},
        "/v1/chat/completions":
            {"post": post("Write the next message of a chat", "ChatRequest", "Chat", true)},
        "/v1/models": {"get": get("List the model", "Models")},
        "/v1/models/{model}": {"get": named(get("Describe the model", "Model"))},
        "/tokenize": {"post": post("Encode a prompt or a chat", "TokenizeRequest", "Tokens", false)},
        "/detokenize": {"post": post("Decode tokens", "DetokenizeRequest", "Text", false)},
        "/metrics": {"get": {"summary": "Metrics in the Prometheus text format",
            "responses": with_errors(json!({"200": {"description": "metrics", "content":
                {"text/plain": {"schema": {"type": "string"}}}}}), &["401", "403"])}},
        "/openapi.json": {"get": {"summary": "This document",
            "responses": with_errors(json!({"200": {"description": "the document", "content":
                {"application/json": {"schema": {"type": "object"}}}}}), &["401", "403"])}},
        "/health": {"get": open(get("Liveness: whether the engine runs", "Status"))},
        "/ready": {"get": open(get("Readiness: whether the server wants requests", "Status"))},
    })
}

/// An operation with a body.
fn post(summary: &str, request: &str, response: &str, streams: bool) -> Value {
    let mut content = json!({"application/json": {"schema": reference(response)}});
    if streams {
        // Tools disagree whether a schema here describes the stream or one event: there is none.
        content["text/event-stream"] = json!({});
    }
    let ok = json!({"200": {"description": "the response", "content": content}});
    let errors = ["400", "401", "403", "404", "408", "413", "415", "429", "500", "503", "504"];
    json!({
        "summary": summary,
        "requestBody":
            {"required": true, "content": {"application/json": {"schema": reference(request)}}},
        "responses": with_errors(ok, &errors),
    })
}

/// An operation without a body.
fn get(summary: &str, response: &str) -> Value {
    let content = json!({"application/json": {"schema": reference(response)}});
    let ok = json!({"200": {"description": "the response", "content": content}});
    json!({"summary": summary, "responses": with_errors(ok, &["401", "403", "404", "503"])})
}

fn named(mut operation: Value) -> Value {
    operation["parameters"] = json!([{
        "name": "model", "in": "path", "required": true, "schema": {"type": "string"},
    }]);
    // A name that is not UTF-8.
    operation["responses"] = with_errors(operation["responses"].take(), &["400"]);
    operation
}

fn with_errors(mut responses: Value, statuses: &[&str]) -> Value {
    for status in statuses {
        responses[*status] = json!({
            "description": "an error",
            "content": {"application/json": {"schema": reference("Error")}},
        });
    }
    responses
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn schemas(facts: &Facts) -> Value {
    let generated = |object: &str| {
        let mut facts = facts.clone();
        facts.insert("object".to_owned(), object.into());
        facts
    };
    json!({
        "CompletionRequest": schema::request::<CompletionRequest>(facts),
        "ChatRequest": schema::request::<ChatRequest>(facts),
        "TokenizeRequest": schema::request::<TokenizeRequest>(facts),
        "DetokenizeRequest": schema::request::<DetokenizeRequest>(facts),
        "Completion": response::<Full<'static, TextContent>>(&generated("text_completion")),
        "Chat": response::<Full<'static, MessageContent>>(&generated("chat.completion")),
        "Model": response::<Model<'static>>(facts),
        "Models": response::<Models<'static>>(facts),
        "Tokens": response::<Tokens>(facts),
        "Text": response::<TextOfTokens>(facts),
        "Status": response::<Status>(facts),
        "Error": response::<ErrorBody<'static>>(facts),
    })
}

fn response<T: JsonSchema>(facts: &Facts) -> Value {
    schema::response::<T>(facts)
}

fn facts(app: &App) -> Facts {
    // An empty text is a prompt if the tokenizer begins every text with a token.
    let empty = app.text().tokenizer().and_then(|tokenizer| tokenizer.encode("", true));
    let prompt_min_length = usize::from(empty.is_ok_and(|ids| ids.is_empty()));
    document_facts(
        &app.limits,
        &app.model,
        &ModelFacts {
            positions: app.engine.context(),
            vocab_size: app.engine.config().vocab_size,
            prompt_min_length,
        },
    )
}

struct ModelFacts {
    positions: usize,
    vocab_size: usize,
    prompt_min_length: usize,
}

/// Returns the facts that the document states: those that requests are checked with, and those that
/// the engine or the code of a field checks.
fn document_facts(limits: &Limits, name: &str, model: &ModelFacts) -> Facts {
    let mut facts: Map<String, Value> = schema::checked_facts(limits);
    for (fact, value) in [
        ("last_token", json!(model.vocab_size.saturating_sub(1))),
        ("max_prompts", json!(limits.choices)),
        ("model", json!(name)),
        ("positions", json!(model.positions)),
        ("prompt_min_length", json!(model.prompt_min_length)),
        ("prompt_min_tokens", json!(1)),
        ("stop_max_bytes", json!(limits.stop_bytes)),
        ("stop_min_bytes", json!(1)),
        ("stops", json!(limits.stops)),
        ("token_names", json!({"pattern": "^[0-9]+$"})),
        ("tool_name", json!(TOOL_NAME_PATTERN)),
    ] {
        facts.insert(fact.to_owned(), value);
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_knows_every_fact_that_a_type_names() {
        let model = ModelFacts { positions: 512, vocab_size: 100, prompt_min_length: 1 };
        let facts = document_facts(&Limits::default(), "tiny", &model);
        // A fact of its own for each name shows in the schemas.
        let names: Facts =
            facts.keys().map(|name| (name.clone(), format!("$${name}").into())).collect();
        let schemas = schemas(&names).to_string();
        for name in facts.keys() {
            assert!(schemas.contains(&format!("\"$${name}\"")), "no type names {name}");
        }
        // An unknown name would remove its keyword: there are as many keywords as names.
        let sources = [
            include_str!("request/common.rs"),
            include_str!("request/completion.rs"),
            include_str!("request/chat.rs"),
            include_str!("request/tools.rs"),
            include_str!("request/tokens.rs"),
        ];
        for name in sources.iter().flat_map(|source| source.split("\"$").skip(1)) {
            let name = name.split('"').next().unwrap_or_default();
            assert!(facts.contains_key(name), "the document has no fact {name}");
        }
    }
}
