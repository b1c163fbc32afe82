//! The HTTP schema, stated once: by the types that serde reads and writes.
//!
//! `schemars` makes a JSON schema from a type, its attributes and its doc comments. The OpenAPI
//! document publishes that schema, and [`check`] holds every request to it before serde reads the
//! request. A bound in the document is therefore a bound that is enforced, and a field without a
//! place in the document is rejected.
//!
//! Two extensions tie the types to a running server:
//!
//! * A string `$name` in an attribute stands for one of the [`Facts`]. A keyword whose fact is
//!   unknown is left out.
//! * `x-unsupported` marks a field of another server's interface. It is accepted with the values
//!   that change nothing.

mod check;
mod expectation;

pub(crate) use check::whole;

use std::marker::PhantomData;

use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::transform::{RecursiveTransform, Transform as _};
use schemars::{JsonSchema, Schema};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::api_error::ApiError;
use crate::limits::Limits;
use crate::request::{ChatRequest, CompletionRequest, DetokenizeRequest, TokenizeRequest};

/// Marks a field of another server's interface, see the module's page.
pub(crate) const UNSUPPORTED: &str = "x-unsupported";

/// Values that types cannot know: the limits of a server and properties of its model.
pub(crate) type Facts = Map<String, Value>;

/// The facts that requests are checked with. The engine checks the others itself, with errors of
/// its own; the document states them too.
pub(crate) fn checked_facts(limits: &Limits) -> Facts {
    let facts = json!({
        "choices": limits.choices,
        "last_token": u32::MAX,
        "logprobs": limits.logprobs,
        "priority": limits.priority,
    });
    match facts {
        Value::Object(facts) => facts,
        _ => Facts::new(),
    }
}

/// The schemas that request bodies are checked against.
pub(crate) struct RequestSchemas {
    pub completion: RequestSchema<CompletionRequest>,
    pub chat: RequestSchema<ChatRequest>,
    pub tokenize: RequestSchema<TokenizeRequest>,
    pub detokenize: RequestSchema<DetokenizeRequest>,
}

impl RequestSchemas {
    pub fn new(limits: &Limits) -> Self {
        let facts = checked_facts(limits);
        Self {
            completion: RequestSchema::new(&facts),
            chat: RequestSchema::new(&facts),
            tokenize: RequestSchema::new(&facts),
            detokenize: RequestSchema::new(&facts),
        }
    }
}

/// The schema of a request body of type `T`.
pub(crate) struct RequestSchema<T> {
    schema: Value,
    body: PhantomData<fn() -> T>,
}

impl<T: JsonSchema + DeserializeOwned> RequestSchema<T> {
    pub fn new(facts: &Facts) -> Self {
        Self { schema: request::<T>(facts), body: PhantomData }
    }

    /// Reads a parsed body.
    ///
    /// # Errors
    /// The first difference from the schema: its field, what was expected, what was found.
    pub fn read(&self, mut body: Value) -> Result<T, ApiError> {
        check::check(&mut body, &self.schema)?;
        // The schema and serde's code come from the same type: nothing is left to go wrong here.
        serde_json::from_value(body).map_err(|error| ApiError::invalid(error.to_string()))
    }
}

/// The schema of a request. Objects accept nulls of any name: some clients send every field that
/// they know.
pub(crate) fn request<T: JsonSchema>(facts: &Facts) -> Value {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    generate::<T>(settings, json!({"type": "null"}), facts)
}

/// The schema of a response. Objects have the stated properties and no others.
pub(crate) fn response<T: JsonSchema>(facts: &Facts) -> Value {
    generate::<T>(SchemaSettings::draft2020_12().for_serialize(), json!(false), facts)
}

fn generate<T: JsonSchema>(settings: SchemaSettings, others: Value, facts: &Facts) -> Value {
    let mut generator: SchemaGenerator = settings.with(|s| s.inline_subschemas = true).into();
    let mut schema = generator.subschema_for::<T>();
    let close = |schema: &mut Schema| {
        // Formats name Rust's types; bounds say the same to everybody.
        schema.remove("format");
        let is_struct = schema.get("type").is_some() && schema.get("properties").is_some();
        if is_struct && schema.get("additionalProperties").is_none() {
            schema.insert("additionalProperties".to_owned(), others.clone());
        }
    };
    RecursiveTransform(close).transform(&mut schema);
    let mut schema = schema.to_value();
    fill(&mut schema, facts);
    schema
}

/// Puts facts in the place of their names. Returns whether the value is complete.
fn fill(value: &mut Value, facts: &Facts) -> bool {
    match value {
        Value::String(text) => match text.strip_prefix('$').map(|name| facts.get(name)) {
            Some(Some(fact)) => *value = fact.clone(),
            Some(None) => return false,
            None => {}
        },
        Value::Array(items) => return items.iter_mut().all(|item| fill(item, facts)),
        Value::Object(object) => object.retain(|_, value| fill(value, facts)),
        _ => {}
    }
    true
}

/// Adds fields of other servers' interfaces to the schema of a request. Each comes with the schema
/// of the values that change nothing.
pub(crate) fn add_unsupported(schema: &mut Schema, fields: &[(&str, Schema)]) {
    let properties = schema.ensure_object().entry("properties").or_insert_with(|| json!({}));
    for (name, neutral) in fields {
        let mut neutral = neutral.clone();
        neutral.insert(UNSUPPORTED.to_owned(), true.into());
        if let Value::Object(properties) = &mut *properties {
            properties.insert((*name).to_owned(), neutral.to_value());
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Reads a body of a request, with the limits of a default server.
    pub fn read<T: JsonSchema + DeserializeOwned>(json: &str) -> Result<T, String> {
        read_with(json, &Limits::default())
    }

    pub fn read_with<T>(json: &str, limits: &Limits) -> Result<T, String>
    where
        T: JsonSchema + DeserializeOwned,
    {
        let body = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
        RequestSchema::new(&checked_facts(limits)).read(body).map_err(|error| error.json())
    }

    /// The keywords that `check` implements, and those that say nothing about values.
    const KEYWORDS: [&str; 18] = [
        "additionalProperties",
        "anyOf",
        "const",
        "description",
        "enum",
        "items",
        "maxItems",
        "maxLength",
        "maxProperties",
        "maximum",
        "minItems",
        "minimum",
        "oneOf",
        "properties",
        "required",
        "title",
        "type",
        UNSUPPORTED,
    ];

    /// Fails unless `check` enforces every keyword of a schema and of those in it.
    fn assert_enforced(schema: &Value) {
        let Some(object) = schema.as_object() else { return };
        for (keyword, value) in object {
            assert!(KEYWORDS.contains(&keyword.as_str()), "{keyword} is not enforced: {schema}");
            match keyword.as_str() {
                "properties" => {
                    value.as_object().into_iter().flatten().for_each(|(_, property)| {
                        assert_enforced(property);
                    })
                }
                "anyOf" | "oneOf" => {
                    value.as_array().into_iter().flatten().for_each(assert_enforced)
                }
                "items" | "additionalProperties" => assert_enforced(value),
                "required" => {
                    for name in value.as_array().into_iter().flatten().filter_map(Value::as_str) {
                        assert!(schema["properties"][name].is_object(), "{name}: {schema}");
                    }
                }
                _ => {}
            }
        }
    }

    #[test]
    fn every_keyword_of_the_request_schemas_is_enforced() {
        let schemas = RequestSchemas::new(&Limits::default());
        assert_enforced(&schemas.completion.schema);
        assert_enforced(&schemas.chat.schema);
        assert_enforced(&schemas.tokenize.schema);
        assert_enforced(&schemas.detokenize.schema);
    }

    #[test]
    fn facts_replace_names_and_unknown_ones_remove_the_keyword() {
        let facts = Facts::from_iter([("most".to_owned(), json!(3))]);
        let mut schema = json!({"maximum": "$most", "enum": ["$other", null], "not": "a $most"});
        assert!(fill(&mut schema, &facts));
        assert_eq!(schema, json!({"maximum": 3, "not": "a $most"}));
    }
}
