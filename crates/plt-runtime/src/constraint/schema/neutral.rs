//! Keywords that exclude nothing, and those that others say as well.

use serde_json::{Map, Value, json};

use super::{ANNOTATIONS, Reader, Result};

impl Reader<'_> {
    /// Drops keywords with values that exclude nothing, and writes some by others.
    pub(super) fn drop_neutral(&self, fields: &mut Map<String, Value>) -> Result<()> {
        let is_any = |schema: &Value| *schema == true || *schema == json!({});
        let is_none = |value: &Value| value.as_object().is_some_and(Map::is_empty);
        let has_condition = fields.contains_key("if")
            && (fields.contains_key("then") || fields.contains_key("else"));
        let counts_none = fields.get("minContains").is_some_and(|least| *least == 0);
        let contains =
            fields.contains_key("contains") && (!counts_none || fields.contains_key("maxContains"));
        let applies = ["allOf", "anyOf", "oneOf", "$ref", "if", "dependentSchemas"]
            .iter()
            .any(|key| fields.contains_key(*key));
        let is_plain_list = !fields.contains_key("prefixItems") && !applies;
        let required = fields.get("required").and_then(Value::as_array).map_or(0, Vec::len) as u64;
        let listed = fields.get("properties").and_then(Value::as_object).map_or(0, Map::len) as u64;
        let is_closed = fields.get("additionalProperties") == Some(&Value::Bool(false))
            && !fields.contains_key("patternProperties");
        fields.retain(|key, value| match key.as_str() {
            "minProperties" => value.as_u64().is_none_or(|least| least > required),
            "maxProperties" => !is_closed || value.as_u64().is_none_or(|most| most < listed),
            "uniqueItems" => *value != false,
            "not" => *value != false,
            "if" | "then" | "else" => has_condition,
            "contains" | "minContains" | "maxContains" => contains,
            "dependencies" | "dependentRequired" | "dependentSchemas" => !is_none(value),
            "unevaluatedItems" => !is_any(value) && !is_plain_list,
            "unevaluatedProperties" => !is_any(value),
            _ => true,
        });
        if !applies && fields.get("unevaluatedProperties") == Some(&Value::Bool(false)) {
            fields.remove("unevaluatedProperties");
            fields.entry("additionalProperties").or_insert(Value::Bool(false));
        }
        match fields.get("propertyNames").cloned() {
            Some(names) => self.restrict_names(fields, names),
            None => Ok(()),
        }
    }

    /// Writes `propertyNames` by the names or the pattern of properties.
    fn restrict_names(&self, fields: &mut Map<String, Value>, names: Value) -> Result<()> {
        let target = names["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
        let names = target.and_then(|pointer| self.root.pointer(pointer)).cloned().unwrap_or(names);
        let mut names = match names {
            Value::Object(names) => names,
            Value::Bool(true) => Map::new(),
            _ => return Ok(()),
        };
        names.retain(|key, _| !ANNOTATIONS.contains(&key.as_str()));
        if names.get("type").is_some_and(|name| name == "string") {
            names.remove("type");
        }
        let keys: Vec<&str> = names.keys().map(String::as_str).collect();
        let others = fields.get("additionalProperties").cloned().unwrap_or(Value::Bool(true));
        let listed = match keys[..] {
            [] => {
                fields.remove("propertyNames");
                return Ok(());
            }
            ["enum"] => names["enum"].as_array().cloned().unwrap_or_default(),
            ["const"] => vec![names["const"].clone()],
            ["pattern"] if !fields.contains_key("patternProperties") => {
                let pattern = names["pattern"].as_str().unwrap_or_default();
                fields.insert("patternProperties".to_owned(), json!({pattern: others}));
                Vec::new()
            }
            _ => return Ok(()),
        };
        for name in listed.iter().filter_map(Value::as_str) {
            let properties = fields.entry("properties").or_insert_with(|| json!({}));
            if let Some(properties) = properties.as_object_mut() {
                properties.entry(name).or_insert_with(|| others.clone());
            }
        }
        fields.remove("propertyNames");
        fields.insert("additionalProperties".to_owned(), Value::Bool(false));
        Ok(())
    }
}
