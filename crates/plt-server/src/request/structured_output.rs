//! Structured output: the form that the text must have.

use plt_runtime::{Constraint, Grammar, TextBundle};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::api_error::ApiError;

/// `response_format`
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum ResponseFormat {
    /// Any text.
    Text {},
    /// A JSON object.
    JsonObject {},
    /// JSON of a schema.
    JsonSchema {
        /// The schema and its name.
        json_schema: NamedSchema,
    },
}

/// A schema and its name. Every schema is enforced.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct NamedSchema {
    /// The schema's name. It has no effect.
    #[serde(rename = "name")]
    pub _name: Option<String>,
    /// The schema's description. It has no effect.
    #[serde(rename = "description")]
    pub _description: Option<String>,
    /// Whether objects that list their properties have no others, unless the schema says
    /// `additionalProperties`. The default is true.
    pub strict: Option<bool>,
    /// The JSON schema.
    #[schemars(title = "a JSON schema")]
    pub schema: Map<String, Value>,
}

impl ResponseFormat {
    /// Returns what makes the engine write this form, unless it is any text.
    pub fn constraint(self, text: &TextBundle) -> Result<Option<Constraint>, ApiError> {
        let grammar = match self {
            ResponseFormat::Text {} => return Ok(None),
            ResponseFormat::JsonObject {} => Grammar::JsonSchema(json!({"type": "object"})),
            ResponseFormat::JsonSchema { json_schema: NamedSchema { strict, schema, .. } } => {
                let schema = Value::Object(schema);
                match strict.unwrap_or(true) {
                    true => Grammar::JsonSchema(schema),
                    false => Grammar::OpenJsonSchema(schema),
                }
            }
        };
        let error =
            |error| rejected(error, "response_format", "response_format.json_schema.schema");
        text.constraint(&grammar).map(Some).map_err(error)
    }
}

/// The error of a grammar that a field asks for. `place` leads to its schema.
pub(super) fn rejected(error: plt_runtime::Error, field: &str, place: &str) -> ApiError {
    let message = match error {
        plt_runtime::Error::Grammar { path, reason } => match format!("{place}{path}") {
            place if place.is_empty() => format!("{field}: {reason}"),
            place => format!("{place}: {reason}"),
        },
        other => other.to_string(),
    };
    ApiError::invalid(message).about(field)
}

#[cfg(test)]
mod tests {
    use crate::request::common::CommonFields;
    use crate::schema::tests::read;

    #[test]
    fn response_format_errors_name_the_field() {
        for (format, place) in [
            ("3", "response_format"),
            ("{}", "response_format.type"),
            (r#"{"type": "xml"}"#, "response_format.type"),
            (r#"{"type": "text", "strict": true}"#, "response_format.strict"),
            (r#"{"type": "json_schema"}"#, "response_format.json_schema"),
            (r#"{"type": "json_schema", "json_schema": {}}"#, "response_format.json_schema.schema"),
            (
                r#"{"type": "json_schema", "json_schema": {"schema": {}, "nonsense": 1}}"#,
                "response_format.json_schema.nonsense",
            ),
        ] {
            let error = read::<CommonFields>(&format!("{{\"response_format\": {format}}}"))
                .expect_err(format);
            assert!(error.contains(&format!(r#""param":"{place}""#)), "{format}: {error}");
        }
    }
}
