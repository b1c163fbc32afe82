//! What the model may call, must call, and has called.

use plt_runtime::{Constraint, Text, ToolFormat, ToolReader};
use serde_json::{Map, Value, json};

use super::unsupported;
use crate::fields::{Fields, expected};
use crate::refusal::Refusal;

/// Tools of one request, and letters of a name: as many as OpenAI's service takes.
const TOOLS: usize = 128;
const NAME: usize = 64;

/// What a request says of tools.
pub(super) struct Tools {
    /// As they were given.
    pub tools: Vec<Value>,
    choice: Choice,
    /// Whether one answer may call several.
    several: bool,
}

/// `tool_choice`
#[derive(PartialEq)]
enum Choice {
    /// The model speaks, or calls.
    Auto,
    /// The model calls one of the tools.
    Required,
    /// The model calls this one.
    Named(String),
}

impl Tools {
    /// `tools`, `tool_choice` and `parallel_tool_calls`; `None` if there is nothing to call.
    pub fn read(fields: &mut Fields) -> Result<Option<Self>, Refusal> {
        let tools = fields.list("tools")?.unwrap_or_default();
        if tools.len() > TOOLS {
            let message = format!("tools: {}, expected at most {TOOLS}", tools.len());
            return Err(Refusal::invalid(message).about("tools"));
        }
        for (index, tool) in tools.iter().enumerate() {
            check(tool.clone(), &format!("tools[{index}]"))?;
        }
        let several = fields.flag("parallel_tool_calls")?.unwrap_or(true);
        let choice = match fields.take("tool_choice") {
            None => Choice::Auto,
            Some(Value::String(choice)) => match choice.as_str() {
                "none" => return Ok(None),
                "auto" => Choice::Auto,
                "required" => Choice::Required,
                _ => return Err(expected("tool_choice", CHOICES, &choice.into())),
            },
            Some(other) => {
                let name = &other["function"]["name"];
                match (other["type"].as_str(), name.as_str()) {
                    (Some("function"), Some(name)) => Choice::Named(name.to_owned()),
                    _ => return Err(expected("tool_choice", CHOICES, &other)),
                }
            }
        };
        let named = |name: &str| tools.iter().any(|tool| tool["function"]["name"] == name);
        match &choice {
            Choice::Auto if tools.is_empty() => return Ok(None),
            Choice::Required if tools.is_empty() => {
                return Err(
                    Refusal::invalid("tool_choice: there are no tools").about("tool_choice")
                );
            }
            Choice::Named(name) if !named(name) => {
                let found = Value::from(name.as_str());
                return Err(expected("tool_choice", "the name of one of the tools", &found));
            }
            _ => {}
        }
        Ok(Some(Self { tools, choice, several }))
    }

    /// How the model writes calls.
    pub fn format(text: &Text) -> Result<ToolFormat, Refusal> {
        text.chat_template()?.tool_format().ok_or_else(|| {
            let message = "tools: the chat template of this model knows no format for them";
            Refusal::invalid(message).about("tools").code("unsupported_parameter")
        })
    }

    /// What makes an answer a call, if it has to be one.
    pub fn constraint(
        &self,
        format: ToolFormat,
        text: &Text,
    ) -> Result<Option<Constraint>, Refusal> {
        let tools = match &self.choice {
            Choice::Auto => return Ok(None),
            Choice::Required => self.tools.clone(),
            Choice::Named(name) => {
                let named = |tool: &&Value| tool["function"]["name"] == name.as_str();
                self.tools.iter().filter(named).cloned().collect()
            }
        };
        let several = self.several && self.choice == Choice::Required;
        let grammar = format.grammar(&tools, several, text.tokenizer()?);
        let constraint = grammar.and_then(|grammar| text.constraint(&grammar));
        constraint.map(Some).map_err(|error| Refusal::invalid(error.to_string()).about("tools"))
    }

    /// Where an answer ends that may call no more than once, unless its form sees to that: a text
    /// within a call may speak of the end.
    pub fn stop(&self) -> Option<String> {
        let ends = !self.several && self.choice == Choice::Auto;
        ends.then(|| ToolFormat::CLOSE.to_owned())
    }

    /// What reads the answers.
    pub fn reader(self, format: ToolFormat) -> ToolReader {
        ToolReader::new(format, self.tools)
    }
}

const CHOICES: &str = "none, auto, required, or a function with its name";

/// Fails unless it is a function with a name; what else it says is for the model.
fn check(tool: Value, path: &str) -> Result<(), Refusal> {
    let mut tool = Fields::nested(tool, path.to_owned())?;
    let kind = tool.text("type")?.unwrap_or_default();
    if kind != "function" {
        return Err(expected(&tool.path("type"), "function", &kind.into()));
    }
    let path = tool.path("function");
    let mut function = Fields::nested(tool.take("function").unwrap_or_default(), path)?;
    tool.finish(&[])?;
    let path = function.path("name");
    let name = function.text("name")?.unwrap_or_default();
    let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if !(1..=NAME).contains(&name.len()) || !name.chars().all(good) {
        let what = "a name of up to 64 letters, digits, _, - and .";
        return Err(expected(&path, what, &name.into()));
    }
    function.text("description")?;
    function.flag("strict")?;
    let path = function.path("parameters");
    match function.take("parameters") {
        None | Some(Value::Object(_)) => function.finish(&[]),
        Some(other) => Err(expected(&path, "a JSON schema", &other)),
    }
}

/// `tool_calls` of a message, as templates know them: arguments are objects, not the text of such.
pub(super) fn called(fields: &mut Fields) -> Result<Vec<Value>, Refusal> {
    let path = fields.path("tool_calls");
    let calls = fields.list("tool_calls")?.unwrap_or_default();
    let calls = calls.into_iter().enumerate().map(|(index, call)| {
        let mut call = Fields::nested(call, format!("{path}[{index}]"))?;
        let id = call.text("id")?;
        if let Some(kind) = call.text("type")?.filter(|kind| kind != "function") {
            return Err(expected(&call.path("type"), "function", &kind.into()));
        }
        let place = call.path("function");
        let mut function = Fields::nested(call.take("function").unwrap_or_default(), place)?;
        call.finish(&[unsupported::TOOL_CALL])?;
        let place = function.path("name");
        let name = function.text("name")?;
        let name = name.ok_or_else(|| expected(&place, "a name", &Value::Null))?;
        let text = function.text("arguments")?.unwrap_or_default();
        function.finish(&[])?;
        let arguments = match serde_json::from_str(&text) {
            Ok(arguments @ Value::Object(_)) => arguments,
            // What a model got wrong is shown to it as it was.
            _ if text.is_empty() => Value::Object(Map::new()),
            _ => Value::String(text),
        };
        Ok(json!({
            "id": id, "type": "function", "function": {"name": name, "arguments": arguments},
        }))
    });
    calls.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(json: &str) -> Fields {
        Fields::parse(json.as_bytes(), 1000).unwrap_or_else(|refusal| panic!("{}", refusal.json()))
    }

    #[test]
    fn nothing_to_call_is_no_tools() {
        const F: &str = r#"[{"type": "function", "function": {"name": "f"}}]"#;
        let read =
            |rest: &str| Tools::read(&mut fields(&format!("{{{rest}}}"))).map_err(|e| e.json());
        for rest in ["", r#""tools": []"#, r#""tool_choice": "auto""#, r#""tools": null"#] {
            assert!(read(rest).is_ok_and(|tools| tools.is_none()), "{rest}");
        }
        let none = format!(r#""tools": {F}, "tool_choice": "none""#);
        assert!(read(&none).is_ok_and(|tools| tools.is_none()));
        for choice in
            [r#""auto""#, r#""required""#, r#"{"type":"function","function":{"name":"f"}}"#]
        {
            let some = format!(r#""tools": {F}, "tool_choice": {choice}"#);
            assert!(read(&some).is_ok_and(|tools| tools.is_some()), "{choice}");
        }
        assert!(read(r#""tool_choice": "required""#).is_err());
        for choice in [r#""f""#, "3", r#"{"type":"function","function":{"name":"g"}}"#, "{}"] {
            let bad = format!(r#""tools": {F}, "tool_choice": {choice}"#);
            let error = read(&bad).err().expect("refused");
            assert!(error.contains(r#""param":"tool_choice""#), "{choice}: {error}");
        }
    }

    #[test]
    fn tools_are_functions_with_names() {
        for (tool, place) in [
            ("3", "tools[0]"),
            (r#"{"function": {"name": "f"}}"#, "tools[0].type"),
            (r#"{"type": "retrieval"}"#, "tools[0].type"),
            (r#"{"type": "function"}"#, "tools[0].function"),
            (r#"{"type": "function", "function": {}}"#, "tools[0].function.name"),
            (r#"{"type": "function", "function": {"name": "a b"}}"#, "tools[0].function.name"),
            (
                r#"{"type": "function", "function": {"name": "f", "parameters": 1}}"#,
                "tools[0].function.parameters",
            ),
            (
                r#"{"type": "function", "function": {"name": "f", "nonsense": 1}}"#,
                "tools[0].function.nonsense",
            ),
        ] {
            let refused = Tools::read(&mut fields(&format!(r#"{{"tools": [{tool}]}}"#))).err();
            let error = refused.map(|refusal| refusal.json()).expect(tool);
            assert!(error.contains(&format!(r#""param":"{place}""#)), "{tool}: {error}");
        }
    }

    #[test]
    fn arguments_of_calls_are_objects_where_they_can_be() {
        let calls = r#"{"tool_calls": [
            {"id": "a", "type": "function", "function": {"name": "f", "arguments": "{\"x\": 1}"}},
            {"id": "b", "type": "function", "function": {"name": "g", "arguments": ""}},
            {"id": "c", "type": "function", "function": {"name": "h", "arguments": "oops"}}]}"#;
        let calls =
            called(&mut fields(calls)).unwrap_or_else(|refusal| panic!("{}", refusal.json()));
        let arguments: Vec<&Value> =
            calls.iter().map(|call| &call["function"]["arguments"]).collect();
        assert_eq!(arguments, [&json!({"x": 1}), &json!({}), &json!("oops")]);
    }
}
