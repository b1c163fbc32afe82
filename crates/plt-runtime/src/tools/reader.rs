//! Parses the text of an answer into text and tool calls, incrementally.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::{CLOSE, OPEN, ToolFormat, name, parameters};

/// An incremental parser of answers that may call tools.
///
/// Text is returned as soon as it cannot be part of a call, a call when it is complete. A malformed
/// call is returned as text: only blanks around calls are lost.
#[derive(Debug, Clone)]
pub struct ToolReader {
    format: ToolFormat,
    /// Shared by the answers to one request.
    tools: Arc<[Value]>,
    /// Text that was read but not returned yet.
    held: String,
    /// Bytes of `held` that contain no end of the mark.
    searched: usize,
    inside: bool,
    /// Blanks before the call.
    blanks: String,
    /// Whether the last part returned is a call.
    called: bool,
}

/// A part of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToolPart {
    /// Text.
    Text(String),
    /// A call.
    Call {
        /// The tool.
        name: String,
        /// The arguments: a JSON object.
        arguments: String,
    },
}

impl ToolReader {
    /// Creates a parser for one answer of a model with these tools.
    pub fn new(format: ToolFormat, tools: Vec<Value>) -> Self {
        let (held, blanks) = (String::new(), String::new());
        Self {
            format,
            tools: tools.into(),
            held,
            searched: 0,
            inside: false,
            blanks,
            called: false,
        }
    }

    /// Takes more text. Returns the parts that it completes.
    pub fn push(&mut self, text: &str) -> Vec<ToolPart> {
        self.held.push_str(text);
        let mut parts = Vec::new();
        loop {
            let mark = if self.inside { CLOSE } else { OPEN };
            let from = floor(&self.held, self.searched);
            let Some(at) = self.held[from..].find(mark).map(|at| from + at) else {
                break;
            };
            if self.inside && self.format == ToolFormat::Json && ends_in_text(&self.held[..at]) {
                // A string within the call contains the mark.
                self.searched = at + mark.len();
                continue;
            }
            let rest = self.held.split_off(at + mark.len());
            let text = std::mem::replace(&mut self.held, rest);
            let text = &text[..at];
            self.searched = 0;
            match self.inside {
                true => parts.push(self.end(text, CLOSE)),
                false => {
                    let said = text.trim_end();
                    self.blanks = text[said.len()..].to_owned();
                    self.say(said, &mut parts);
                }
            }
            self.inside = !self.inside;
        }
        match self.inside {
            true => self.searched = self.searched.max(self.held.len().saturating_sub(CLOSE.len())),
            false => {
                let certain = certain(&self.held);
                let rest = self.held.split_off(certain);
                let text = std::mem::replace(&mut self.held, rest);
                self.say(&text, &mut parts);
            }
        }
        parts
    }

    /// Ends the answer and returns the parts that were held back.
    pub fn finish(&mut self) -> Vec<ToolPart> {
        let mut parts = Vec::new();
        let held = std::mem::take(&mut self.held);
        match self.inside {
            // Some models omit the end.
            true => parts.push(self.end(&held, "")),
            false if self.called => self.say(held.trim_end(), &mut parts),
            false => self.say(&held, &mut parts),
        }
        self.inside = false;
        parts
    }

    fn say(&mut self, text: &str, parts: &mut Vec<ToolPart>) {
        // Blanks after a call separate it from the next one.
        let text = if self.called { text.trim_start() } else { text };
        if !text.is_empty() {
            self.called = false;
            parts.push(ToolPart::Text(text.to_owned()));
        }
    }

    /// Returns the call with this content, or text if it is malformed.
    fn end(&mut self, inside: &str, close: &str) -> ToolPart {
        let call = match self.format {
            ToolFormat::Json => json_call(inside),
            ToolFormat::Tags => tags_call(inside, &self.tools),
        };
        self.called = call.is_some();
        match call {
            Some((name, arguments)) => ToolPart::Call { name, arguments: arguments.to_string() },
            None => ToolPart::Text(format!("{}{OPEN}{inside}{close}", self.blanks)),
        }
    }
}

/// Returns the last character boundary up to this byte.
fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Returns the length of the text before possible blanks and a beginning of a call.
fn certain(text: &str) -> usize {
    let begun = (1..OPEN.len()).rev().find(|len| text.ends_with(&OPEN[..*len])).unwrap_or(0);
    text[..text.len() - begun].trim_end().len()
}

/// Whether this is incomplete JSON that ends within a string.
fn ends_in_text(inside: &str) -> bool {
    let parsed = serde_json::from_str::<serde::de::IgnoredAny>(inside);
    if !parsed.is_err_and(|error| error.is_eof()) {
        return false;
    }
    let (mut in_text, mut escaped) = (false, false);
    for byte in inside.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ => {}
        }
    }
    in_text
}

/// `{"name": …, "arguments": {…}}`
fn json_call(inside: &str) -> Option<(String, Value)> {
    let Value::Object(mut call) = serde_json::from_str(inside.trim()).ok()? else { return None };
    let name = call.get("name")?.as_str().filter(|name| !name.is_empty())?.to_owned();
    // Llama's key is `parameters`; some models write the object as a string.
    let arguments = call.remove("arguments").or_else(|| call.remove("parameters"));
    let arguments = match arguments.unwrap_or_else(|| Value::Object(Map::new())) {
        Value::String(text) => serde_json::from_str(&text).ok()?,
        other => other,
    };
    arguments.is_object().then_some((name, arguments))
}

/// `<function=…><parameter=…>…</parameter></function>`
fn tags_call(inside: &str, tools: &[Value]) -> Option<(String, Value)> {
    let call = inside.trim().strip_prefix("<function=")?;
    let (called, mut rest) = call.split_once('>')?;
    if called.is_empty() {
        return None;
    }
    let tool = tools.iter().find(|tool| name(tool) == called);
    let mut arguments = Map::new();
    loop {
        rest = rest.trim_start();
        let Some(parameter) = rest.strip_prefix("<parameter=") else { break };
        let (key, after) = parameter.split_once('>')?;
        // A value has lines of its own, and may contain the mark of its end.
        let own_lines =
            after.starts_with('\n').then(|| after.split_once("\n</parameter>")).flatten();
        let (value, after) = own_lines.or_else(|| after.split_once("</parameter>"))?;
        let value = value.strip_prefix('\n').unwrap_or(value);
        let value = value.strip_suffix('\n').unwrap_or(value);
        let schema = tool.map_or(&Value::Null, |tool| &parameters(tool)["properties"][key]);
        arguments.insert(key.to_owned(), typed(value, schema));
        rest = after;
    }
    // Without its end, arguments may be missing.
    let end = rest.strip_prefix("</function>")?;
    end.trim().is_empty().then(|| (called.to_owned(), Value::Object(arguments)))
}

/// Parses a value by its schema; it stays a string if the schema allows one or nothing else fits.
fn typed(value: &str, schema: &Value) -> Value {
    match (admits(schema, "string"), value.trim()) {
        (true, "null") if admits(schema, "null") => Value::Null,
        (true, _) => value.into(),
        (false, json) => serde_json::from_str(json).unwrap_or_else(|_| value.into()),
    }
}

/// Whether a schema allows values of this type, without following references.
fn admits(schema: &Value, kind: &str) -> bool {
    let any = |key: &str, holds: &dyn Fn(&Value) -> bool| {
        schema[key].as_array().is_some_and(|all| all.iter().any(holds))
    };
    let is_of_kind = |value: &Value| match kind {
        "string" => value.is_string(),
        _ => value.is_null(),
    };
    schema["type"] == kind
        || any("type", &|one| one == kind)
        || any("enum", &is_of_kind)
        || any("anyOf", &|one| admits(one, kind))
        || any("oneOf", &|one| admits(one, kind))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn read(format: ToolFormat, pieces: &[&str]) -> Vec<ToolPart> {
        let tool = json!({"type": "function", "function": {"name": "f", "parameters": {
            "properties": {"text": {"type": "string"}, "count": {"type": "integer"}}}}});
        let mut reader = ToolReader::new(format, vec![tool]);
        let mut parts: Vec<ToolPart> = Vec::new();
        let read = pieces.iter().flat_map(|piece| reader.push(piece)).collect::<Vec<_>>();
        for part in read.into_iter().chain(reader.finish()) {
            match (parts.last_mut(), part) {
                (Some(ToolPart::Text(all)), ToolPart::Text(more)) => all.push_str(&more),
                (_, part) => parts.push(part),
            }
        }
        parts
    }

    fn text(text: &str) -> ToolPart {
        ToolPart::Text(text.to_owned())
    }

    fn call(name: &str, arguments: Value) -> ToolPart {
        ToolPart::Call { name: name.to_owned(), arguments: arguments.to_string() }
    }

    const TWO: &str = "Let me look.\n\n<tool_call>\n{\"name\": \"f\", \"arguments\": {\"text\": \"a </x>\"}}\
        \n</tool_call>\n<tool_call>{\"name\":\"g\"}</tool_call>\n";

    #[test]
    fn tool_reader_parses_calls_in_json() {
        let expected =
            [text("Let me look."), call("f", json!({"text": "a </x>"})), call("g", json!({}))];
        assert_eq!(read(ToolFormat::Json, &[TWO]), expected);
        let whole = r#"<tool_call>{"name": "f", "parameters": {"count": 1}}"#;
        assert_eq!(read(ToolFormat::Json, &[whole]), [call("f", json!({"count": 1}))]);
        let spoken =
            r#"<tool_call>{"name": "f", "arguments": {"text": "</tool_call>"}}</tool_call>"#;
        assert_eq!(read(ToolFormat::Json, &[spoken]), [call("f", json!({"text": "</tool_call>"}))]);
        let escaped =
            r#"<tool_call>{"name": "f", "arguments": {"text": "\"</tool_call>\\"}}</tool_call>"#;
        let arguments = json!({"text": "\"</tool_call>\\"});
        assert_eq!(read(ToolFormat::Json, &[escaped]), [call("f", arguments)]);
        // A malformed call does not affect the next one.
        let unclosed = r#"<tool_call>{"name": "f", "arguments": {}</tool_call>"#;
        let then = format!("{unclosed}\n<tool_call>{{\"name\": \"g\"}}</tool_call>");
        assert_eq!(read(ToolFormat::Json, &[&then]), [text(unclosed), call("g", json!({}))]);
        let quoted = r#"<tool_call>{"name": "f", "arguments": "{\"count\": 1}"}</tool_call>"#;
        assert_eq!(read(ToolFormat::Json, &[quoted]), [call("f", json!({"count": 1}))]);
    }

    #[test]
    fn tool_reader_types_tag_arguments_by_the_schema() {
        let answer = "<tool_call>\n<function=f>\n<parameter=text>\n12\nx > 1\n</parameter>\n\
            <parameter=count>\n3\n</parameter>\n<parameter=other>\n[1]\n</parameter>\n\
            <parameter=free>\nas it is\n</parameter>\n</function>\n</tool_call>";
        let arguments = json!({"text": "12\nx > 1", "count": 3, "other": [1], "free": "as it is"});
        assert_eq!(read(ToolFormat::Tags, &[answer]), [call("f", arguments)]);
        let spoken = "<tool_call>\n<function=f>\n<parameter=text>\na </parameter> b\n</parameter>\n\
            </function>\n</tool_call>";
        let arguments = json!({"text": "a </parameter> b"});
        assert_eq!(read(ToolFormat::Tags, &[spoken]), [call("f", arguments)]);
        let number = "<tool_call><function=f><parameter=text>12</parameter></function></tool_call>";
        assert_eq!(read(ToolFormat::Tags, &[number]), [call("f", json!({"text": "12"}))]);
    }

    #[test]
    fn typed_keeps_a_possible_string() {
        for (schema, value, expected) in [
            (json!({"type": "string"}), "12", json!("12")),
            (json!({"type": ["string", "null"]}), "12", json!("12")),
            (json!({"type": ["string", "null"]}), "null", Value::Null),
            (
                json!({"anyOf": [{"type": "string"}, {"type": "null"}]}),
                "{\"a\": 1}",
                json!("{\"a\": 1}"),
            ),
            (json!({"enum": ["1", "2"]}), "1", json!("1")),
            (json!({"type": "integer"}), "1", json!(1)),
            (Value::Null, "[1]", json!([1])),
        ] {
            assert_eq!(typed(value, &schema), expected, "{schema}");
        }
    }

    #[test]
    fn tool_reader_returns_malformed_calls_as_text() {
        for answer in [
            "a < b and <tool_ call>",
            "so\n <tool_call>no call</tool_call> and on",
            "<tool_call>",
            "<tool_call>{\"name\": 3}</tool_call>",
            "<tool_call>{\"name\": \"f\", \"arguments\": [1]}</tool_call>",
            "  \n two lines \n",
            "<tool_call>[[[[[[",
        ] {
            for format in [ToolFormat::Json, ToolFormat::Tags] {
                assert_eq!(read(format, &[answer]), [text(answer)], "{answer}");
            }
        }
        assert_eq!(read(ToolFormat::Json, &[""]), []);
        let deep = format!("<tool_call>{}", "[".repeat(100_000));
        assert_eq!(read(ToolFormat::Json, &[&deep]), [text(&deep)]);
        for cut in ["<parameter=x>1</function></tool_call>", "<parameter=x>1</parameter>", ""] {
            let cut = format!("<tool_call><function=f>{cut}");
            assert_eq!(read(ToolFormat::Tags, &[&cut]), [text(&cut)], "arguments may be missing");
        }
    }

    #[test]
    fn tool_reader_returns_text_as_early_as_possible() {
        let mut reader = ToolReader::new(ToolFormat::Json, Vec::new());
        assert_eq!(reader.push("so"), [text("so")]);
        assert_eq!(reader.push(" \n<tool"), []);
        assert_eq!(reader.push("s>"), [text(" \n<tools>")]);
        assert_eq!(reader.push("\n<tool_call>{\"name\": \"f\"}"), []);
        assert_eq!(reader.push("</tool_call>"), [call("f", json!({}))]);
        assert_eq!(reader.push("\n"), []);
        assert_eq!(reader.push("then"), [text("then")]);
        assert_eq!(reader.finish(), []);
    }

    proptest! {
        #[test]
        fn tool_reader_does_not_depend_on_the_division_of_the_answer(
            words in proptest::collection::vec(prop_oneof![
                Just(OPEN), Just(CLOSE), Just("<tool"), Just("\n"), Just(" "), Just("é<"), Just("x"),
                Just("{\"name\": \"f\"}"), Just("<function=f>"), Just("<parameter=a>"),
                Just("</parameter>"), Just("</function>"),
            ], 0..14),
            cuts in proptest::collection::vec(any::<prop::sample::Index>(), 0..6),
            tags: bool,
        ) {
            let format = if tags { ToolFormat::Tags } else { ToolFormat::Json };
            let answer = words.concat();
            let mut at: Vec<usize> =
                cuts.iter().map(|cut| floor(&answer, cut.index(answer.len() + 1))).collect();
            at.extend([0, answer.len()]);
            at.sort_unstable();
            let pieces: Vec<&str> = at.windows(2).map(|pair| &answer[pair[0]..pair[1]]).collect();
            prop_assert_eq!(read(format, &pieces), read(format, &[&answer]));
        }
    }
}
