//! What an answer must look like, and which tokens it should have.

use plt_runtime::{Constraint, Grammar, Text};
use serde_json::{Value, json};

use crate::fields::{Fields, expected};
use crate::refusal::Refusal;

/// The biases that OpenAI's clients may ask for, either way.
const STRONGEST: f64 = 100.0;
/// Tokens that one request can have a bias for: what OpenAI's service takes.
const BIASES: usize = 300;

/// `response_format`: any text, a JSON object, or JSON of a schema.
pub(super) fn constraint(fields: &mut Fields, text: &Text) -> Result<Option<Constraint>, Refusal> {
    const FIELD: &str = "response_format";
    let Some(value) = fields.take(FIELD) else { return Ok(None) };
    let mut format = Fields::nested(value, FIELD.to_owned())?;
    let schema = match format.text("type")?.as_deref() {
        Some("text") => None,
        Some("json_object") => Some(json!({"type": "object"})),
        Some("json_schema") => Some(schema(&mut format)?),
        other => {
            let found = other.map_or(Value::Null, Value::from);
            return Err(expected(&format.path("type"), "text, json_object or json_schema", &found));
        }
    };
    format.finish(&[])?;
    let Some(schema) = schema else { return Ok(None) };
    let constraint = text.constraint(&Grammar::JsonSchema(schema));
    constraint.map(Some).map_err(|error| Refusal::invalid(error.to_string()).about(FIELD))
}

/// `response_format.json_schema.schema`.
fn schema(format: &mut Fields) -> Result<Value, Refusal> {
    let path = format.path("json_schema");
    let value = format.take("json_schema").unwrap_or(Value::Null);
    let mut named = Fields::nested(value, path)?;
    // A name and a description are for models that are shown them; every schema is kept strictly.
    named.text("name")?;
    named.text("description")?;
    named.flag("strict")?;
    let schema = named.take("schema").unwrap_or(Value::Null);
    if !schema.is_object() {
        return Err(expected(&named.path("schema"), "a JSON schema", &schema));
    }
    named.finish(&[])?;
    Ok(schema)
}

/// `logit_bias`: what is added to the logits of some tokens, by their ids.
pub(super) fn biases(fields: &mut Fields, vocab_size: usize) -> Result<Vec<(u32, f32)>, Refusal> {
    const FIELD: &str = "logit_bias";
    let object = match fields.take(FIELD) {
        None => return Ok(Vec::new()),
        Some(Value::Object(object)) => object,
        Some(other) => return Err(expected(FIELD, "an object of token ids and numbers", &other)),
    };
    if object.len() > BIASES {
        let message = format!("{FIELD}: {} tokens, expected at most {BIASES}", object.len());
        return Err(Refusal::invalid(message).about(FIELD));
    }
    let bias = |(id, value): (String, Value)| {
        let bias = value.as_f64().filter(|bias| bias.abs() <= STRONGEST);
        let known = id.parse().ok().filter(|id: &u32| (*id as usize) < vocab_size);
        match (known, bias) {
            (Some(id), Some(bias)) => Ok((id, bias as f32)),
            (None, _) => {
                let what = format!("token ids below {vocab_size} as names");
                Err(expected(FIELD, &what, &Value::String(id)))
            }
            (_, None) => Err(expected(FIELD, "numbers from -100 to 100", &value)),
        }
    };
    object.into_iter().map(bias).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(json: &str) -> Fields {
        Fields::parse(json.as_bytes(), 1000).unwrap_or_else(|refusal| panic!("{}", refusal.json()))
    }

    #[test]
    fn biases_are_numbers_by_token_id() {
        let read = |json: &str| biases(&mut fields(json), 1000).map_err(|refusal| refusal.json());
        assert_eq!(
            read(r#"{"logit_bias": {"7": -100, "8": 0.5}}"#),
            Ok(vec![(7, -100.0), (8, 0.5)])
        );
        for bad in [
            "[1]",
            r#"{"x": 1}"#,
            r#"{"1000": 1}"#,
            r#"{"-1": 1}"#,
            r#"{"7": 101}"#,
            r#"{"7": "1"}"#,
        ] {
            let error = read(&format!("{{\"logit_bias\": {bad}}}")).expect_err(bad);
            assert!(error.contains(r#""param":"logit_bias""#), "{bad}: {error}");
        }
        let many: Vec<String> = (0..=BIASES).map(|id| format!("\"{id}\": 1")).collect();
        assert!(read(&format!("{{\"logit_bias\": {{{}}}}}", many.join(","))).is_err());
    }

    #[test]
    fn forms_that_make_no_sense_are_refused_where_they_stand() {
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
            let mut fields = fields(&format!("{{\"response_format\": {format}}}"));
            let refused = constraint(&mut fields, &Text::default()).err();
            let error = refused.map(|refusal| refusal.json()).expect(format);
            assert!(error.contains(&format!(r#""param":"{place}""#)), "{format}: {error}");
        }
    }
}
