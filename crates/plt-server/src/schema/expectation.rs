//! Describes schemas in errors.

use serde_json::Value;

/// Describes the values of a schema in a few words.
pub(super) fn expectation(schema: &Value) -> String {
    if let Some(title) = schema["title"].as_str() {
        return title.to_owned();
    }
    if let Some(constant) = schema.get("const") {
        return plain(constant);
    }
    if let Some(values) = schema["enum"].as_array() {
        let values: Vec<String> = values.iter().filter(|one| !one.is_null()).map(plain).collect();
        return match &values[..] {
            [one] => one.clone(),
            all => format!("one of {}", all.join(", ")),
        };
    }
    let branches = ["anyOf", "oneOf"].iter().filter_map(|keyword| schema[*keyword].as_array());
    let mut parts: Vec<String> = match schema["type"].is_null() {
        true => branches.flatten().map(expectation).collect(),
        false => types(schema).map(|name| expectation_of(name, schema)).collect(),
    };
    parts.retain(|part| !part.is_empty());
    parts.dedup();
    parts.join(" or ")
}

fn expectation_of(name: &str, schema: &Value) -> String {
    let range = |least: &str, most: &str| match (schema.get(least), schema.get(most)) {
        (Some(least), Some(most)) => format!(" from {least} to {most}"),
        (Some(least), None) => format!(" of at least {least}"),
        (None, Some(most)) => format!(" of at most {most}"),
        (None, None) => String::new(),
    };
    match name {
        "boolean" => "true or false".to_owned(),
        "integer" => format!("an integer{}", range("minimum", "maximum")),
        "number" => format!("a number{}", range("minimum", "maximum")),
        "string" => "a string".to_owned(),
        "array" => format!("a list{}", range("minItems", "maxItems")),
        "object" => "an object".to_owned(),
        // A null counts as an absent field.
        _ => String::new(),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Returns the types that a schema allows.
pub(super) fn types(schema: &Value) -> impl Iterator<Item = &str> {
    let list = schema["type"].as_array().into_iter().flatten().filter_map(Value::as_str);
    schema["type"].as_str().into_iter().chain(list)
}
