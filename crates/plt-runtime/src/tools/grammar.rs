//! Grammars of tool calls.

use serde_json::{Map, Value, json};

use super::{CLOSE, OPEN, ToolFormat, name, parameters, special};
use crate::constraint::{Grammar, ToolCalls};
use crate::tokenizer::Tokenizer;

impl ToolFormat {
    /// Returns the grammar of an answer that calls one of these tools, or several in a row, with
    /// arguments that match their schemas.
    ///
    /// The call may be restricted to the tool of one name. Schemas are read as
    /// [`Grammar::JsonSchema`]; a tool without parameters takes `{}`. In [`ToolFormat::Tags`]
    /// arguments are strings: only their names are restricted to the schema.
    pub fn grammar(
        self,
        tools: &[Value],
        only: Option<&str>,
        several: bool,
        tokenizer: &Tokenizer,
    ) -> Grammar {
        let tools: Vec<(usize, &Value)> = tools
            .iter()
            .enumerate()
            .filter(|(_, tool)| only.is_none_or(|only| name(tool) == only))
            .collect();
        let mut schemas = Vec::new();
        let (open, close) = (mark(OPEN, tokenizer), mark(CLOSE, tokenizer));
        let more = if several { r#"("\n" call)*"# } else { "" };
        let mut lark = format!("start: call {more}\n");
        lark += &format!("call: {open} \"\\n\" body \"\\n\" {close}\nbody: ");
        let bodies = (0..tools.len()).map(|index| format!("call_{index}"));
        lark += &bodies.collect::<Vec<_>>().join(" | ");
        lark += "\n";
        match self {
            ToolFormat::Json => {
                // The style of the training data. With free whitespace a model could write blanks
                // forever.
                let style = json!({
                    "whitespace_flexible": false, "item_separator": ", ", "key_separator": ": ",
                });
                for (index, (tool, function)) in tools.iter().enumerate() {
                    // Each schema is a document, so its references are relative to itself.
                    let mut schema = arguments(parameters(function));
                    schema.insert("x-guidance".to_owned(), style.clone());
                    schemas.push((*tool, Value::Object(schema)));
                    let name = Value::from(name(function));
                    let begin = literal(&format!("{{\"name\": {name}, \"arguments\": "));
                    lark += &format!("call_{index}: {begin} arguments_{index} \"}}\"\n");
                }
            }
            ToolFormat::Tags => {
                lark += "value[suffix=\"\\n</parameter>\\n\"]: /(?s:.*)/\n";
                for (index, (_, tool)) in tools.iter().enumerate() {
                    let keys = parameters(tool)["properties"].as_object();
                    let keys = keys.into_iter().flatten().map(|(key, _)| literal(key));
                    let keys = keys.collect::<Vec<_>>().join(" | ");
                    let arguments = match keys.is_empty() {
                        true => String::new(),
                        false => format!("(\"<parameter=\" ({keys}) \">\\n\" value)*"),
                    };
                    let begin = literal(&format!("<function={}>\n", name(tool)));
                    lark += &format!("call_{index}: {begin} {arguments} \"</function>\"\n");
                }
            }
        }
        Grammar::ToolCalls(ToolCalls { lark, arguments: schemas })
    }
}

/// Returns the schema of a tool's arguments.
fn arguments(parameters: &Value) -> Map<String, Value> {
    let mut schema = parameters.as_object().cloned().unwrap_or_default();
    const DESCRIBING: [&str; 8] = [
        "$ref",
        "additionalProperties",
        "allOf",
        "anyOf",
        "minProperties",
        "oneOf",
        "patternProperties",
        "propertyNames",
    ];
    let lists = schema.get("properties").is_some_and(|properties| *properties != json!({}));
    if !lists && !DESCRIBING.iter().any(|key| schema.contains_key(*key)) {
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
        let required = required.filter_map(Value::as_str);
        let required: Map<String, Value> =
            required.map(|name| (name.to_owned(), Value::Bool(true))).collect();
        if !required.is_empty() {
            schema.insert("properties".to_owned(), Value::Object(required));
        }
        schema.insert("additionalProperties".to_owned(), false.into());
    }
    schema.entry("type").or_insert_with(|| "object".into());
    schema
}

/// Returns a mark in the grammar: a special token where the tokenizer has one, else a string.
fn mark(text: &str, tokenizer: &Tokenizer) -> String {
    match special(text, tokenizer) {
        Some(id) => format!("<{id}>"),
        None => literal(text),
    }
}

/// Returns a string literal of the grammar: Lark's strings are JSON's.
fn literal(text: &str) -> String {
    Value::from(text).to_string()
}
