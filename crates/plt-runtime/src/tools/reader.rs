//! From the text of an answer to what is said and what is called.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::{CLOSE, OPEN, ToolFormat, name, parameters};

/// Reads an answer that may call tools, piece by piece.
///
/// What is said comes out as soon as it cannot be part of a call; a call when it is whole. What looks
/// like a call and is none comes out as text: nothing of an answer is lost but blanks around calls.
#[derive(Debug, Clone)]
pub struct ToolReader {
    format: ToolFormat,
    /// Shared by the answers to one request.
    tools: Arc<[Value]>,
    /// What was read and has not come out.
    held: String,
    /// Bytes of it that hold no end of what is looked for.
    searched: usize,
    inside: bool,
    /// Blanks before what is inside.
    blanks: String,
    /// Whether a call was the last that came out.
    called: bool,
}

/// A part of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToolPart {
    /// Text.
    Text(String),
    /// A call.
    Call {
        /// Whom the model calls.
        name: String,
        /// With what: an object, as JSON.
        arguments: String,
    },
}

impl ToolReader {
    /// A reader at the beginning of an answer of a model that was shown these tools.
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

    /// Takes more of the text; what became certain with it.
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
                // A text within the call speaks of its end.
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

    /// Ends the answer: what was held back until now. Nothing follows.
    pub fn finish(&mut self) -> Vec<ToolPart> {
        let mut parts = Vec::new();
        let held = std::mem::take(&mut self.held);
        match self.inside {
            // Some models leave the end away.
            true => parts.push(self.end(&held, "")),
            false if self.called => self.say(held.trim_end(), &mut parts),
            false => self.say(&held, &mut parts),
        }
        self.inside = false;
        parts
    }

    fn say(&mut self, text: &str, parts: &mut Vec<ToolPart>) {
        // After a call, blanks are what stands between it and the next.
        let text = if self.called { text.trim_start() } else { text };
        if !text.is_empty() {
            self.called = false;
            parts.push(ToolPart::Text(text.to_owned()));
        }
    }

    /// The call that this is the inside of, or the text that it is.
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

/// The last place between characters up to this byte.
fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Bytes of the text before what may be the blanks and the beginning of a call.
fn certain(text: &str) -> usize {
    let begun = (1..OPEN.len()).rev().find(|len| text.ends_with(&OPEN[..*len])).unwrap_or(0);
    text[..text.len() - begun].trim_end().len()
}

/// Whether this is the beginning of JSON, and ends in the middle of a text.
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
    // Llama's word for it is `parameters`; some models write the object as a text.
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
        // A value stands on lines of its own, and may speak of what ends it.
        let own_lines =
            after.starts_with('\n').then(|| after.split_once("\n</parameter>")).flatten();
        let (value, after) = own_lines.or_else(|| after.split_once("</parameter>"))?;
        let value = value.strip_prefix('\n').unwrap_or(value);
        let value = value.strip_suffix('\n').unwrap_or(value);
        let schema = tool.map_or(&Value::Null, |tool| &parameters(tool)["properties"][key]);
        arguments.insert(key.to_owned(), typed(value, schema));
        rest = after;
    }
    // Without its end it may lack arguments that were to come.
    let end = rest.strip_prefix("</function>")?;
    end.trim().is_empty().then(|| (called.to_owned(), Value::Object(arguments)))
}

/// A value of what it should be; a text, if it may be one or is nothing else.
fn typed(value: &str, schema: &Value) -> Value {
    match (admits(schema, "string"), value.trim()) {
        (true, "null") if admits(schema, "null") => Value::Null,
        (true, _) => value.into(),
        (false, json) => serde_json::from_str(json).unwrap_or_else(|_| value.into()),
    }
}

/// Whether a schema lets a value be of this type, as far as it says so where it stands.
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
    fn calls_in_json() {
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
        // A slip of one call does not take the next one with it.
        let unclosed = r#"<tool_call>{"name": "f", "arguments": {}</tool_call>"#;
        let then = format!("{unclosed}\n<tool_call>{{\"name\": \"g\"}}</tool_call>");
        assert_eq!(read(ToolFormat::Json, &[&then]), [text(unclosed), call("g", json!({}))]);
        let quoted = r#"<tool_call>{"name": "f", "arguments": "{\"count\": 1}"}</tool_call>"#;
        assert_eq!(read(ToolFormat::Json, &[quoted]), [call("f", json!({"count": 1}))]);
    }

    #[test]
    fn calls_in_tags_have_the_types_of_the_schema() {
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
    fn what_may_be_a_text_stays_one() {
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
    fn what_is_no_call_is_text() {
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
    fn text_does_not_wait_longer_than_it_must() {
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
        fn how_an_answer_is_cut_makes_no_difference(
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
