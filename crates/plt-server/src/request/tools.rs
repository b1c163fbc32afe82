//! Tools: the functions that the model may call, must call, and has called.

use plt_runtime::{Constraint, TextBundle, ToolFormat, ToolReader};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::structured_output::rejected;
use super::unsupported;
use crate::api_error::ApiError;

/// Tools of one request: as many as OpenAI's API takes.
const TOOLS: usize = 128;
/// Characters of a tool's name: as many as OpenAI's API takes.
const NAME: usize = 64;
/// The pattern of a tool's name, for the document. [`check_name`] is its implementation.
pub(crate) const NAME_PATTERN: &str = "^[a-zA-Z0-9_.-]{1,64}$";

/// The fields of a request that are about tools.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct ToolFields {
    /// The functions that the model may call.
    // The template and the grammar take them as they were given.
    #[schemars(with = "Option<Vec<ToolSchema>>", extend("maxItems" = TOOLS))]
    pub tools: Option<Vec<Value>>,
    /// Whether the model may call, must call, or must call one function.
    pub tool_choice: Option<ToolChoice>,
    /// Whether one message may call several functions.
    pub parallel_tool_calls: Option<bool>,
}

/// A function that the model may call.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "states the schema of values that are handed on as they are")]
struct ToolSchema {
    r#type: FunctionType,
    function: FunctionSchema,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "states the schema of values that are handed on as they are")]
struct FunctionSchema {
    /// The function's name.
    #[schemars(extend("pattern" = "$tool_name"))]
    name: String,
    /// The purpose of the function, for the model.
    description: Option<String>,
    /// The JSON schema of the arguments.
    #[schemars(title = "a JSON schema")]
    parameters: Option<Map<String, Value>>,
    /// It has no effect: calls that must be made follow the schema, and have no other arguments, in
    /// any case.
    strict: Option<bool>,
}

/// The type of a tool. There are functions only.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FunctionType {
    Function,
}

/// `tool_choice`
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(title = "none, auto, required or a function by name")]
pub(crate) enum ToolChoice {
    Mode(ToolMode),
    Function(NamedFunction),
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ToolMode {
    None,
    Auto,
    Required,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct NamedFunction {
    #[serde(rename = "type")]
    pub _type: FunctionType,
    pub function: FunctionName,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct FunctionName {
    /// The function's name.
    pub name: String,
}

/// A tool call in a message of the model.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(transform = unsupported::tool_call)]
pub(crate) struct MessageToolCall {
    /// The id that the tool's result refers to.
    pub id: Option<String>,
    #[serde(rename = "type")]
    pub _type: Option<FunctionType>,
    /// The function and its arguments.
    pub function: FunctionCall,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct FunctionCall {
    /// The function's name.
    pub name: String,
    /// The arguments, as the text of a JSON object.
    pub arguments: Option<String>,
}

/// The tools of a request that has some.
pub(super) struct Tools {
    /// The tools as they were given.
    pub tools: Vec<Value>,
    choice: Choice,
    /// Whether one message may call several functions.
    several: bool,
}

#[derive(PartialEq)]
enum Choice {
    /// The model writes text, calls, or both.
    Auto,
    /// The model calls one of the tools.
    Required,
    /// The model calls the tool of this name.
    Named(String),
}

impl Tools {
    /// Returns the tools of a request, or `None` if it has none to call.
    pub fn new(fields: ToolFields) -> Result<Option<Self>, ApiError> {
        let tools = fields.tools.unwrap_or_default();
        tools.iter().enumerate().try_for_each(|(index, tool)| check_name(index, tool))?;
        let choice = match fields.tool_choice {
            Some(ToolChoice::Mode(ToolMode::None)) => return Ok(None),
            None | Some(ToolChoice::Mode(ToolMode::Auto)) => Choice::Auto,
            Some(ToolChoice::Mode(ToolMode::Required)) => Choice::Required,
            Some(ToolChoice::Function(named)) => Choice::Named(named.function.name),
        };
        let has = |name: &str| tools.iter().any(|tool| tool["function"]["name"] == name);
        match &choice {
            Choice::Auto if tools.is_empty() => return Ok(None),
            Choice::Required if tools.is_empty() => {
                let message = "tool_choice: expected `tools` with `required`, found none";
                return Err(ApiError::invalid(message).about("tool_choice"));
            }
            Choice::Named(name) if !has(name) => {
                let found = Value::from(name.as_str());
                let expected = "the name of one of the tools";
                return Err(ApiError::expected("tool_choice", expected, &found));
            }
            _ => {}
        }
        let several = fields.parallel_tool_calls.unwrap_or(true);
        Ok(Some(Self { tools, choice, several }))
    }

    /// Returns the format in which the model writes calls.
    pub fn format(text: &TextBundle) -> Result<ToolFormat, ApiError> {
        text.chat_template()?.tool_format().ok_or_else(|| {
            let message = "tools: not supported by the chat template of this model";
            ApiError::invalid(message).about("tools").code("unsupported_parameter")
        })
    }

    /// Returns the grammar of a call, if the model has to call.
    pub fn constraint(
        &self,
        format: ToolFormat,
        text: &TextBundle,
    ) -> Result<Option<Constraint>, ApiError> {
        let only = match &self.choice {
            Choice::Auto => return Ok(None),
            Choice::Required => None,
            Choice::Named(name) => Some(name.as_str()),
        };
        let several = self.several && self.choice == Choice::Required;
        let grammar = format.grammar(&self.tools, only, several, text.tokenizer()?);
        let error = |error| rejected(error, "tools", "");
        text.constraint(&grammar).map(Some).map_err(error)
    }

    /// Returns the parser of calls in the text. A grammar ends a message after one call itself.
    pub fn reader(self, format: ToolFormat) -> ToolReader {
        let required = self.choice != Choice::Auto;
        let single = !self.several && !required;
        ToolReader::new(format, self.tools).required(required).single(single)
    }
}

/// Fails unless a tool's name fits [`NAME_PATTERN`].
fn check_name(index: usize, tool: &Value) -> Result<(), ApiError> {
    let found = &tool["function"]["name"];
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    match found.as_str() {
        Some(name) if (1..=NAME).contains(&name.len()) && name.chars().all(allowed) => Ok(()),
        _ => {
            let expected = "a name of 1 to 64 letters, digits, _, - and .";
            Err(ApiError::expected(&format!("tools[{index}].function.name"), expected, found))
        }
    }
}

impl MessageToolCall {
    /// Returns the call as it was sent. The chat template makes an object of the arguments, if it
    /// wants one.
    pub fn for_template(self) -> Value {
        let FunctionCall { name, arguments } = self.function;
        let arguments = arguments.unwrap_or_default();
        json!({
            "id": self.id, "type": "function", "function": {"name": name, "arguments": arguments},
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::tests::read;

    fn tools(json: &str) -> Result<Option<Tools>, String> {
        Tools::new(read::<ToolFields>(json)?).map_err(|error| error.json())
    }

    #[test]
    fn tools_are_none_if_there_is_nothing_to_call() {
        const F: &str = r#"[{"type": "function", "function": {"name": "f"}}]"#;
        let read = |rest: &str| tools(&format!("{{{rest}}}"));
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
            let error = read(&bad).err().expect("an error");
            assert!(error.contains(r#""param":"tool_choice""#), "{choice}: {error}");
        }
    }

    #[test]
    fn tool_errors_name_the_field() {
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
            let error = tools(&format!(r#"{{"tools": [{tool}]}}"#)).err().expect(tool);
            assert!(error.contains(&format!(r#""param":"{place}""#)), "{tool}: {error}");
        }
    }
}
