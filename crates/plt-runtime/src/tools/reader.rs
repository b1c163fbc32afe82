//! Parses the text of an answer into text and tool calls, incrementally.

use std::sync::Arc;

use serde_json::Value;

use super::{CLOSE, OPEN, THINK, THOUGHT, ToolFormat, call};

/// An incremental parser of answers that may call tools.
///
/// Text is returned as soon as it cannot be part of a call, a call when it is complete. A malformed
/// call is returned as text: only blanks at the ends of the answer's text are lost. Between
/// `<think>` at the beginning of a line and `</think>` everything is text.
#[derive(Debug, Clone)]
pub struct ToolReader {
    format: ToolFormat,
    /// Shared by the answers to one request.
    tools: Arc<[Value]>,
    /// Whether the answer consists of calls.
    required: bool,
    /// Whether the answer ends after one call.
    single: bool,
    /// Whether it ended so.
    done: bool,
    place: Place,
    /// Text that was read but not returned yet.
    held: String,
    /// Bytes of `held` that contain no end of the mark.
    searched: usize,
    /// Blanks before the call.
    blanks: String,
    /// Whether the last part returned is a call.
    called: bool,
    /// Whether text was returned.
    said: bool,
    /// Blanks between the last text and the calls after it.
    between: String,
    /// Whether there is no text before `held` since the beginning, a call or a thought.
    fresh: bool,
}

/// The part of an answer in which `held` begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Thought,
    Call,
}

impl Place {
    /// Returns the marks that end this part, and the parts after them.
    fn ends(self) -> &'static [(&'static str, Place)] {
        match self {
            Place::Text => &[(OPEN, Place::Call), (THINK, Place::Thought)],
            Place::Thought => &[(THOUGHT, Place::Text)],
            Place::Call => &[(CLOSE, Place::Text)],
        }
    }
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
        /// The arguments: a JSON object. Its values are written as the model wrote them.
        arguments: String,
    },
}

impl ToolReader {
    /// Creates a parser for one answer of a model with these tools.
    pub fn new(format: ToolFormat, tools: Vec<Value>) -> Self {
        Self {
            format,
            tools: tools.into(),
            required: false,
            single: false,
            done: false,
            place: Place::Text,
            held: String::new(),
            searched: 0,
            blanks: String::new(),
            called: false,
            said: false,
            between: String::new(),
            fresh: true,
        }
    }

    /// States that the answer consists of calls, by [`ToolFormat::grammar`]. A call that is cut off
    /// is then no text either.
    pub fn required(mut self, required: bool) -> Self {
        self.required = required;
        self
    }

    /// States that the answer ends after one call. The rest of it is dropped.
    pub fn single(mut self, single: bool) -> Self {
        self.single = single;
        self
    }

    /// Whether the answer has ended after a [`single`](Self::single) call.
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// States that the answer begins within a thought, because the prompt ends with `<think>`.
    /// Required calls come without one.
    pub fn thinking(mut self, thinking: bool) -> Self {
        self.place = if thinking && !self.required { Place::Thought } else { Place::Text };
        self
    }

    /// Takes more text. Returns the parts that it completes.
    pub fn push(&mut self, text: &str) -> Vec<ToolPart> {
        if self.done {
            return Vec::new();
        }
        self.held.push_str(text);
        let mut parts = Vec::new();
        while let Some((at, mark, next)) = self.find_end() {
            let is_call = self.place == Place::Call;
            if is_call && call::is_in_argument(self.format, &self.held[..at]) {
                self.searched = at + mark.len();
                continue;
            }
            let rest = self.held.split_off(at + mark.len());
            let text = std::mem::replace(&mut self.held, rest);
            self.searched = 0;
            match (self.place, next) {
                (Place::Call, _) => {
                    self.end_call(&text[..at], mark, &mut parts);
                }
                (_, Place::Call) => {
                    let said = text[..at].trim_end();
                    self.blanks = text[said.len()..at].to_owned();
                    self.say(said, &mut parts);
                }
                // The marks of a thought are text.
                _ => self.say(&text, &mut parts),
            }
            self.place = next;
            self.fresh = true;
            if self.done {
                self.held.clear();
                return parts;
            }
        }
        let begun = self.begun();
        match self.place {
            Place::Call => self.searched = self.searched.max(self.held.len() - begun),
            Place::Text | Place::Thought => {
                let certain = &self.held[..self.held.len() - begun];
                let certain = if self.place == Place::Text { certain.trim_end() } else { certain };
                let rest = self.held.split_off(certain.len());
                let text = std::mem::replace(&mut self.held, rest);
                self.fresh &= text.is_empty();
                self.say(&text, &mut parts);
            }
        }
        parts
    }

    /// Ends the answer and returns the parts that were held back.
    pub fn finish(&mut self) -> Vec<ToolPart> {
        let mut parts = Vec::new();
        let held = std::mem::take(&mut self.held);
        self.searched = 0;
        match std::mem::replace(&mut self.place, Place::Text) {
            Place::Call => {
                // Some models omit the end.
                self.end_call(&held, "", &mut parts);
            }
            _ if self.called => self.say(held.trim_end(), &mut parts),
            _ => self.say(&held, &mut parts),
        }
        parts
    }

    /// Returns the first mark in `held` that ends the part: where it is, and the part after it.
    fn find_end(&self) -> Option<(usize, &'static str, Place)> {
        let from = self.searched;
        let found = |(mark, next): &(&'static str, Place)| {
            let mut places = self.held[from..].match_indices(*mark).map(|(at, _)| from + at);
            let place = places.find(|at| *next != Place::Thought || self.begins_line(*at));
            place.map(|at| (at, *mark, *next))
        };
        self.place.ends().iter().filter_map(found).min_by_key(|(at, ..)| *at)
    }

    /// Whether there are only blanks before this place of `held` in its line, or since the
    /// beginning, a call or a thought.
    fn begins_line(&self, at: usize) -> bool {
        let before = &self.held[..at];
        let line = before.rsplit_once('\n').map(|(_, line)| line);
        (self.fresh || line.is_some()) && line.unwrap_or(before).trim().is_empty()
    }

    /// Returns the bytes at the end of `held` that may be the beginning of a mark.
    fn begun(&self) -> usize {
        let begun =
            |mark: &str| (1..mark.len()).rev().find(|len| self.held.ends_with(&mark[..*len]));
        self.place.ends().iter().filter_map(|(mark, _)| begun(mark)).max().unwrap_or(0)
    }

    fn say(&mut self, text: &str, parts: &mut Vec<ToolPart>) {
        // Blanks after a call separate it from the next one.
        let begun = if self.called { text.trim_start() } else { text };
        if begun.is_empty() {
            return;
        }
        let between = match self.called && self.said {
            true if self.between.is_empty() => &text[..text.len() - begun.len()],
            true => self.between.as_str(),
            false => "",
        };
        let text = format!("{between}{begun}");
        self.add(ToolPart::Text(text), parts);
    }

    fn add(&mut self, part: ToolPart, parts: &mut Vec<ToolPart>) {
        let is_call = matches!(part, ToolPart::Call { .. });
        if is_call && !self.called {
            self.between = std::mem::take(&mut self.blanks);
        }
        self.called = is_call;
        self.done = is_call && self.single;
        self.said |= !is_call;
        if self.called || !self.required {
            parts.push(part);
        }
    }

    /// Adds the call with this content, or text if it is malformed.
    fn end_call(&mut self, inside: &str, close: &str, parts: &mut Vec<ToolPart>) {
        match call::parse(self.format, inside, &self.tools) {
            Some((name, arguments)) => self.add(ToolPart::Call { name, arguments }, parts),
            None => self.say(&format!("{}{OPEN}{inside}{close}", self.blanks), parts),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn reader(format: ToolFormat) -> ToolReader {
        let tool = json!({"type": "function", "function": {"name": "f", "parameters": {
            "properties": {"text": {"type": "string"}, "count": {"type": "integer"}}}}});
        ToolReader::new(format, vec![tool])
    }

    fn read(format: ToolFormat, pieces: &[&str]) -> Vec<ToolPart> {
        read_by(reader(format), pieces)
    }

    fn read_by(mut reader: ToolReader, pieces: &[&str]) -> Vec<ToolPart> {
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

    /// Returns the last character boundary up to this byte.
    fn floor(text: &str, byte: usize) -> usize {
        (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
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
    fn tool_reader_keeps_arguments_as_written() {
        let arguments = r#"{"a":9007199254740993,"b":1.0,"c":-0,"d":1e400,"e":[0.10,18446744073709551616],"f":" \u00e9\/ \ud83d "}"#;
        let spaced = arguments.replace(",", " ,\n").replace(":", " : ");
        let quoted = Value::from(arguments).to_string();
        let expected = [ToolPart::Call { name: "f".to_owned(), arguments: arguments.to_owned() }];
        for written in [arguments, &spaced, &quoted] {
            let answer =
                format!("<tool_call>{{\"arguments\": {written}, \"name\": \"f\"}}</tool_call>");
            assert_eq!(read(ToolFormat::Json, &[&answer]), expected, "{answer}");
        }
        let tags = "<tool_call><function=f><parameter=count>9007199254740993</parameter>\
            <parameter=b>[1.0, -0]</parameter></function></tool_call>";
        let arguments = r#"{"count":9007199254740993,"b":[1.0,-0]}"#.to_owned();
        let expected = [ToolPart::Call { name: "f".to_owned(), arguments }];
        assert_eq!(read(ToolFormat::Tags, &[tags]), expected);
    }

    #[test]
    fn tool_reader_takes_no_arguments_as_an_empty_object() {
        for arguments in
            ["", r#", "arguments": {}"#, r#", "arguments": null"#, r#", "arguments": """#]
        {
            let answer = format!("<tool_call>{{\"name\": \"f\"{arguments}}}</tool_call>");
            assert_eq!(read(ToolFormat::Json, &[&answer]), [call("f", json!({}))], "{answer}");
        }
        let tags = "<tool_call>\n<function=f>\n</function>\n</tool_call>";
        assert_eq!(read(ToolFormat::Tags, &[tags]), [call("f", json!({}))]);
    }

    #[test]
    fn tool_reader_takes_calls_in_a_thought_as_text() {
        const CALL: &str = "<tool_call>{\"name\": \"f\"}</tool_call>";
        let thought = format!("<think>\nperhaps {CALL} or {CALL}\n</think>");
        let answer = format!("{thought}\n\n{CALL}\n{thought}{CALL} end");
        let expected = [
            text(&thought),
            call("f", json!({})),
            text(&format!("\n\n{thought}")),
            call("f", json!({})),
            text(" end"),
        ];
        assert_eq!(read(ToolFormat::Json, &[&answer]), expected);
        let open = format!("<think>{CALL}</thin");
        assert_eq!(read(ToolFormat::Json, &[&open]), [text(&open)]);
        let begun = format!("a {CALL} b</think>{CALL}");
        let expected = [text(&format!("a {CALL} b</think>")), call("f", json!({}))];
        assert_eq!(read_by(reader(ToolFormat::Json).thinking(true), &[&begun]), expected);
        let spoken = r#"<tool_call>{"name": "f", "arguments": {"text": "<think>"}}</tool_call>"#;
        assert_eq!(read(ToolFormat::Json, &[spoken]), [call("f", json!({"text": "<think>"}))]);
    }

    #[test]
    fn tool_reader_takes_think_within_a_line_as_text() {
        const CALL: &str = "<tool_call>{\"name\": \"f\"}</tool_call>";
        for before in ["Use <think> to think.", "<think>\n</think> and <think>", "a\nb <think>"] {
            let expected = [text(before), call("f", json!({}))];
            let answer = format!("{before}\n{CALL}");
            assert_eq!(read(ToolFormat::Json, &[&answer]), expected);
            let letters: Vec<String> = answer.chars().map(String::from).collect();
            let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
            assert_eq!(read(ToolFormat::Json, &letters), expected);
        }
        let thought = format!("So.\n <think>{CALL}</think>");
        assert_eq!(read(ToolFormat::Json, &[&thought]), [text(&thought)]);
    }

    #[test]
    fn tool_reader_of_a_single_call_drops_what_follows() {
        const CALL: &str =
            r#"<tool_call>{"name": "f", "arguments": {"text": "</tool_call>"}}</tool_call>"#;
        let answer = format!("<think>{CALL}</think>\n{CALL}\n{CALL} and");
        let expected =
            [text(&format!("<think>{CALL}</think>")), call("f", json!({"text": "</tool_call>"}))];
        let single = || reader(ToolFormat::Json).single(true);
        assert_eq!(read_by(single(), &[&answer, CALL, "end"]), expected);
        let mut reader = single();
        reader.push("<think></tool_call></think> a");
        assert!(!reader.is_done());
        reader.push(CALL);
        assert!(reader.is_done());
    }

    #[test]
    fn tool_reader_keeps_the_blanks_around_calls() {
        const CALL: &str = "<tool_call>{\"name\": \"f\"}</tool_call>";
        for (before, calls, after, then) in [
            ("Sure.", format!("\n\n{CALL}\n"), "Done now.", "\n\nDone now."),
            ("A", format!(" {CALL} "), "and", " and"),
            ("A", format!("{CALL} "), "and", " and"),
        ] {
            let answer = format!("{before}{calls}{after}");
            let expected = [text(before), call("f", json!({})), text(then)];
            assert_eq!(read(ToolFormat::Json, &[&answer]), expected);
        }
        let twice = format!("A\n\n{CALL}\n{CALL}\n \nB");
        let expected = [text("A"), call("f", json!({})), call("f", json!({})), text("\n\nB")];
        assert_eq!(read(ToolFormat::Json, &[&twice]), expected);
        let first = format!("\n{CALL}\nB");
        assert_eq!(read(ToolFormat::Json, &[&first]), [call("f", json!({})), text("B")]);
    }

    #[test]
    fn tool_reader_of_required_calls_returns_no_text() {
        const WHOLE: &str = "<tool_call>\n{\"name\": \"f\", \"arguments\": {}}\n</tool_call>";
        for cut in ["", "\n", "\n<tool_", "\n<tool_call>", "\n<tool_call>\n{\"name\": \"f\", \"arg"]
        {
            let answer = format!("{WHOLE}{cut}");
            let parts = read_by(reader(ToolFormat::Json).required(true), &[&answer]);
            assert_eq!(parts, [call("f", json!({}))], "{cut}");
            assert_eq!(read_by(reader(ToolFormat::Tags).required(true), &[cut]), [], "{cut}");
        }
    }

    #[test]
    fn tool_reader_takes_a_mark_within_an_argument_as_its_text() {
        let tags = "<tool_call>\n<function=f>\n<parameter=text>\na </tool_call> b\n</parameter>\n\
            </function>\n</tool_call>";
        let arguments = json!({"text": "a </tool_call> b"});
        assert_eq!(read(ToolFormat::Tags, &[tags]), [call("f", arguments)]);
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
        assert_eq!(reader.push("then"), [text("\nthen")]);
        assert_eq!(reader.finish(), []);
    }

    proptest! {
        #[test]
        fn tool_reader_does_not_depend_on_the_division_of_the_answer(
            words in proptest::collection::vec(prop_oneof![
                Just(OPEN), Just(CLOSE), Just(THINK), Just(THOUGHT), Just("<t"), Just("<tool"), Just("\n"), Just(" "), Just("é<"), Just("x"),
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
