//! Grammars of tool calls.

use serde_json::{Value, json};

use super::{CLOSE, OPEN, ToolFormat, name, parameters, special};
use crate::constraint::{Grammar, check_levels};
use crate::error::Result;
use crate::tokenizer::Tokenizer;

impl ToolFormat {
    /// Returns the grammar of an answer that calls one of these tools, or several in a row, with
    /// arguments that match their schemas.
    ///
    /// In [`ToolFormat::Tags`] arguments are strings: only their names are restricted to the
    /// schema.
    ///
    /// # Errors
    /// [`Error::Grammar`](crate::Error::Grammar) for a schema that is too deep.
    pub fn grammar(self, tools: &[Value], several: bool, tokenizer: &Tokenizer) -> Result<Grammar> {
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
                for (index, tool) in tools.iter().enumerate() {
                    // Each schema is a document, so its references are relative to itself.
                    let mut schema = parameters(tool).as_object().cloned().unwrap_or_default();
                    schema.entry("type").or_insert_with(|| "object".into());
                    schema.insert("x-guidance".to_owned(), style.clone());
                    let name = Value::from(name(tool));
                    let begin = literal(&format!("{{\"name\": {name}, \"arguments\": "));
                    let schema = Value::Object(schema);
                    check_levels(&schema)?;
                    lark += &format!("call_{index}: {begin} arguments_{index} \"}}\"\n");
                    lark += &format!("arguments_{index}: %json {schema}\n");
                }
            }
            ToolFormat::Tags => {
                lark += "value[suffix=\"\\n</parameter>\\n\"]: /(?s:.*)/\n";
                for (index, tool) in tools.iter().enumerate() {
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
        Ok(Grammar::Lark(lark))
    }
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
