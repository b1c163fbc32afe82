//! Converts arguments in tags, which have no quotes, to JSON by the schema of the tool.

use std::cell::Cell;

use percent_encoding::percent_decode_str;
use serde_json::Value;
use serde_json::value::RawValue;

use super::call::compact;

/// Schemas that one conversion may look at. References can repeat themselves without end.
const STEPS: u32 = 1000;

/// Returns the JSON of an argument. It is a string if the tool's `schema` allows this string, or
/// if it is not JSON.
pub(super) fn json(text: &str, schema: &Value, key: &str) -> String {
    let reader = Reader { root: schema, steps: Cell::new(STEPS) };
    let string = || Value::from(text).to_string();
    let property = reader.property(schema, key).unwrap_or(&Value::Null);
    let allows_string = reader.allows(property, &Value::from(text));
    if allows_string == Some(true) {
        let is_null = text.trim() == "null" && reader.allows(property, &Value::Null) == Some(true);
        return if is_null { "null".to_owned() } else { string() };
    }
    let text_or_constant = match text.trim() {
        // Models that are trained on Python write its constants.
        "True" if allows_string == Some(false) => "true",
        "False" if allows_string == Some(false) => "false",
        "None" if allows_string == Some(false) => "null",
        text => text,
    };
    serde_json::from_str::<&RawValue>(text_or_constant)
        .map_or_else(|_| string(), |raw| compact(raw.get()))
}

/// Reads the schema of a tool's parameters.
struct Reader<'a> {
    root: &'a Value,
    steps: Cell<u32>,
}

impl<'a> Reader<'a> {
    /// Counts a step; `None` after the last one.
    fn step(&self) -> Option<()> {
        self.steps.set(self.steps.get().checked_sub(1)?);
        Some(())
    }

    /// Returns the schema of a property, also one that references or alternatives lead to.
    fn property(&self, schema: &'a Value, key: &str) -> Option<&'a Value> {
        self.step()?;
        if let Some(property) = schema["properties"].get(key) {
            return Some(property);
        }
        let target = schema["$ref"].as_str().and_then(|reference| self.resolve(reference));
        let parts = ["allOf", "anyOf", "oneOf"].iter().filter_map(|name| schema[*name].as_array());
        let mut others = target.into_iter().chain(parts.flatten());
        let found = others.find_map(|other| self.property(other, key));
        found.or_else(|| schema.get("additionalProperties").filter(|others| others.is_object()))
    }

    /// Returns whether a schema allows a string or null, by its types and constants; `None` if it
    /// has neither.
    fn allows(&self, schema: &'a Value, value: &Value) -> Option<bool> {
        self.step()?;
        let kind = if value.is_null() { "null" } else { "string" };
        let is_kind = |name: &Value| name == kind;
        let nullable = value.is_null() && schema["nullable"] == true;
        let of_type = match &schema["type"] {
            Value::Array(kinds) => Some(nullable || kinds.iter().any(is_kind)),
            Value::Null => None,
            name => Some(nullable || is_kind(name)),
        };
        let in_enum = schema["enum"].as_array().map(|values| values.contains(value));
        let is_const = schema.get("const").map(|constant| constant == value);
        let target = schema["$ref"].as_str().and_then(|reference| self.resolve(reference));
        let of_target = target.and_then(|target| self.allows(target, value));
        let of_all = schema["allOf"]
            .as_array()
            .and_then(|parts| all(parts.iter().map(|part| self.allows(part, value))));
        let of_any = |name: &str| {
            let parts = schema[name].as_array()?;
            any(parts.iter().map(|part| self.allows(part, value)))
        };
        all([of_type, in_enum, is_const, of_target, of_all, of_any("anyOf"), of_any("oneOf")]
            .into_iter())
    }

    /// Returns the target of a reference within the tool's schema.
    fn resolve(&self, reference: &str) -> Option<&'a Value> {
        let fragment = reference.strip_prefix('#')?;
        if fragment.is_empty() || fragment.starts_with('/') {
            return self.root.pointer(&percent_decode_str(fragment).decode_utf8_lossy());
        }
        let definitions =
            ["$defs", "definitions"].iter().filter_map(|name| self.root[*name].as_object());
        definitions.flatten().map(|(_, schema)| schema).find(|schema| schema["$anchor"] == fragment)
    }
}

/// Whether all of these hold; `None` if none says anything.
fn all(verdicts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    verdicts.flatten().reduce(|all, verdict| all && verdict)
}

/// Whether any of these holds; `None` if none does and one says nothing.
fn any(verdicts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut verdict = Some(false);
    for one in verdicts {
        match one {
            Some(true) => return one,
            Some(false) => {}
            None => verdict = None,
        }
    }
    verdict
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn converted(property: Value, text: &str) -> String {
        json(text, &json!({"properties": {"x": property}}), "x")
    }

    #[test]
    fn json_keeps_a_possible_string() {
        for (property, text, expected) in [
            (json!({"type": "string"}), "12", r#""12""#),
            (json!({"type": "string"}), "null", r#""null""#),
            (json!({"type": ["string", "null"]}), "12", r#""12""#),
            (json!({"type": ["string", "null"]}), "null", "null"),
            (json!({"type": "string", "nullable": true}), "null", "null"),
            (
                json!({"anyOf": [{"type": "string"}, {"type": "null"}]}),
                "{\"a\": 1}",
                r#""{\"a\": 1}""#,
            ),
            (json!({"enum": ["1", "2"]}), "1", r#""1""#),
            (json!({"enum": [1, 2, "auto"]}), "1", "1"),
            (json!({"anyOf": [{"type": "integer"}, {"const": "auto"}]}), "1", "1"),
            (json!({"anyOf": [{"type": "integer"}, {"const": "auto"}]}), "auto", r#""auto""#),
            (json!({"oneOf": [{"const": "1"}, {"const": "2"}]}), "2", r#""2""#),
            (json!({"allOf": [{"minLength": 1}, {"type": "string"}]}), "true", r#""true""#),
            (json!({"allOf": [{"type": ["string", "integer"]}, {"type": "integer"}]}), "7", "7"),
            (json!({"type": "integer"}), "1", "1"),
            (json!({"type": "integer"}), "one", r#""one""#),
            (json!({"type": "boolean"}), "true", "true"),
            (json!({"type": "boolean"}), "True", "true"),
            (json!({"type": "boolean"}), " False\n", "false"),
            (json!({"type": ["integer", "null"]}), "None", "null"),
            (json!({"enum": ["True", 1]}), "True", r#""True""#),
            (json!({}), "True", r#""True""#),
            (json!({}), "[1, 2]", "[1,2]"),
            (json!({}), "as it is", r#""as it is""#),
        ] {
            assert_eq!(converted(property.clone(), text), expected, "{property}: {text}");
        }
    }

    #[test]
    fn json_keeps_the_digits_of_numbers() {
        for number in ["9007199254740993", "1.0", "-0", "1e400", "123456789012345678901234567890"] {
            assert_eq!(converted(json!({"type": "number"}), number), number);
            let list = format!("[{number}, {{\"a\": {number}}}]");
            assert_eq!(converted(json!({"type": "array"}), &list), list.replace(' ', ""));
        }
    }

    #[test]
    fn json_follows_references() {
        let schema = json!({
            "$ref": "#/$defs/Root",
            "$defs": {
                "Root": {"allOf": [
                    {"properties": {"zip": {"$ref": "#/$defs/A%20b~1c"}, "loop": {"$ref": "#/$defs/Loop"}}},
                    {"properties": {"code": {"$ref": "#code"}}},
                ]},
                "A b/c": {"$ref": "#/$defs/Text"},
                "Text": {"type": "string"},
                "Code": {"$anchor": "code", "enum": ["7"]},
                "Loop": {"anyOf": [{"$ref": "#/$defs/Loop"}, {"$ref": "#/$defs/Loop"}]},
            },
        });
        for (key, expected) in
            [("zip", r#""7""#), ("code", r#""7""#), ("loop", "7"), ("other", "7")]
        {
            assert_eq!(json("7", &schema, key), expected, "{key}");
        }
        let map = json!({"type": "object", "additionalProperties": {"type": "string"}});
        assert_eq!(json("7", &map, "any"), r#""7""#);
        assert_eq!(json("7", &json!({"$ref": "#"}), "any"), "7");
    }
}
