//! Conversations, and the forms in which templates expect their messages.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};

/// One message of a conversation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// `system`, `user`, `assistant`, `tool`, or another role that the template supports.
    pub role: String,
    /// The content as it was sent: text, `null`, or a list of parts. `None` if there was none:
    /// templates tell that from `null`.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub content: Option<Value>,
    /// Other keys for the template, named as in Hugging Face's templates: `tool_calls` of an
    /// answer, `name` and `tool_call_id` of a tool's result.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// Reads a value that is present, `null` included.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl Message {
    /// Creates a message with text.
    pub fn new(role: impl Into<String>, content: impl Into<String>) -> Self {
        let content = Some(Value::String(content.into()));
        Self { role: role.into(), content, ..Self::default() }
    }

    /// The text; empty if the content is none or a list of parts.
    pub fn text(&self) -> &str {
        self.content.as_ref().and_then(Value::as_str).unwrap_or_default()
    }

    /// Returns the message for a template.
    pub(super) fn in_form(&self, form: Form) -> Value {
        let mut message = Map::new();
        message.insert("role".to_owned(), self.role.as_str().into());
        match &self.content {
            None | Some(Value::Null) if form.absent_as_text => {
                message.insert("content".to_owned(), "".into());
            }
            Some(Value::String(text)) if form.text_as_part => {
                let parts = json!([{"type": "text", "text": text}]);
                message.insert("content".to_owned(), parts);
            }
            Some(content) => _ = message.insert("content".to_owned(), content.clone()),
            None => {}
        }
        message.extend(self.more.iter().map(|(key, value)| (key.clone(), value.clone())));
        for call in
            message.get_mut("tool_calls").and_then(Value::as_array_mut).into_iter().flatten()
        {
            if let Some(arguments) = arguments_of(call) {
                form.arguments.convert(arguments);
            }
        }
        Value::Object(message)
    }
}

/// Returns the arguments of a tool call, with or without the `function` around them.
fn arguments_of(call: &mut Value) -> Option<&mut Value> {
    match call.get("function").is_some() {
        true => call.get_mut("function")?.get_mut("arguments"),
        false => call.get_mut("arguments"),
    }
}

/// The input of a template.
#[derive(Debug, Clone, Copy, Default)]
pub struct Conversation<'a> {
    /// The messages, in order.
    pub messages: &'a [Message],
    /// The tools that the model may call, in the format of OpenAI's `tools`.
    pub tools: &'a [Value],
    /// Variables of this template, such as `enable_thinking`.
    pub variables: Option<&'a Map<String, Value>>,
}

impl<'a> From<&'a [Message]> for Conversation<'a> {
    fn from(messages: &'a [Message]) -> Self {
        Self { messages, ..Self::default() }
    }
}

impl<'a> From<&'a Vec<Message>> for Conversation<'a> {
    fn from(messages: &'a Vec<Message>) -> Self {
        messages.as_slice().into()
    }
}

impl<'a, const N: usize> From<&'a [Message; N]> for Conversation<'a> {
    fn from(messages: &'a [Message; N]) -> Self {
        messages.as_slice().into()
    }
}

/// How a template reads the arguments of tool calls. OpenAI's clients send text; most templates of
/// Hugging Face expect an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arguments {
    Object,
    Text,
}

impl Arguments {
    fn convert(self, arguments: &mut Value) {
        let converted = match (self, &*arguments) {
            (Self::Object, Value::String(text)) if text.is_empty() => Value::Object(Map::new()),
            // Text that is no object is what the model got wrong: it stays as it was.
            (Self::Object, Value::String(text)) => match serde_json::from_str(text) {
                Ok(object @ Value::Object(_)) => object,
                _ => return,
            },
            (Self::Text, Value::Object(object)) => match serde_json::to_string(object) {
                Ok(text) => Value::String(text),
                Err(_) => return,
            },
            _ => return,
        };
        *arguments = converted;
    }
}

/// A form of the messages of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) arguments: Arguments,
    /// Whether a message without text has an empty one.
    pub(super) absent_as_text: bool,
    /// Whether text is a list with one part.
    pub(super) text_as_part: bool,
}

impl Form {
    /// Returns the forms to try, the expected one first. Forms that make no difference are left out.
    pub(super) fn all(arguments: Arguments, text_as_part: bool, messages: &[Message]) -> Vec<Self> {
        let other = match arguments {
            Arguments::Object => Arguments::Text,
            Arguments::Text => Arguments::Object,
        };
        let is_absent = |message: &Message| matches!(message.content, None | Some(Value::Null));
        let (calls, absent) = (have_tool_calls(messages), messages.iter().any(is_absent));
        let form = |arguments| Self { arguments, absent_as_text: false, text_as_part };
        let mut forms = vec![form(arguments)];
        if calls {
            forms.push(form(other));
        }
        if absent {
            let with_text = |form: &Self| Self { absent_as_text: true, ..*form };
            forms.extend(forms.clone().iter().map(with_text));
        }
        forms
    }
}

/// Whether a message calls a tool.
pub(super) fn have_tool_calls(messages: &[Message]) -> bool {
    messages.iter().any(|message| {
        message
            .more
            .get("tool_calls")
            .and_then(Value::as_array)
            .is_some_and(|calls| !calls.is_empty())
    })
}

/// The text of a user, to find out how a template reads it.
pub(super) const PROBED_TEXT: &str = "probed text";

/// How the key of [`probe`]'s arguments starts in JSON.
pub(super) const PROBED_KEY: &str = "{\"probed key\"";

/// Returns a conversation with a tool call, and its tool.
pub(super) fn probe() -> ([Message; 3], [Value; 1]) {
    let arguments = json!({"probed key": "value"});
    let call = json!({"name": "probe", "arguments": arguments});
    let calls = json!([{"id": "call00000", "type": "function", "function": call}]);
    let more = |pairs: [(&str, Value); 1]| {
        pairs.map(|(key, value)| (key.to_owned(), value)).into_iter().collect()
    };
    let assistant = Message {
        role: "assistant".to_owned(),
        content: Some(Value::Null),
        more: more([("tool_calls", calls)]),
    };
    let result = Message {
        more: more([("tool_call_id", "call00000".into())]),
        ..Message::new("tool", "result")
    };
    let tool = json!({"type": "function", "function": {
        "name": "probe", "description": "", "parameters": {"type": "object", "properties": {}},
    }});
    ([Message::new("user", "question"), assistant, result], [tool])
}

/// Returns the places and the contents of `developer` messages. To a template that does not know them,
/// they become `system` messages.
pub(super) fn take_developers(messages: &mut [Message], known: bool) -> Vec<(usize, String)> {
    let mut taken = Vec::new();
    for (index, message) in messages.iter_mut().enumerate() {
        if message.role == "developer" {
            taken.push((index, message.text().to_owned()));
            if !known {
                message.role = "system".to_owned();
            }
        }
    }
    taken
}

/// Moves `developer` messages into the next user message, or the one before. Returns whether there
/// were any to move, and user messages for all of them.
pub(super) fn fold_developers(messages: &mut Vec<Message>, taken: &[(usize, String)]) -> bool {
    let is_user = |message: &Message| {
        message.role == "user" && message.content.as_ref().is_some_and(Value::is_string)
    };
    if taken.is_empty() || !messages.iter().any(is_user) {
        return false;
    }
    for (index, said) in taken.iter().rev() {
        messages.remove(*index);
        let after = messages[*index..].iter().position(is_user).map(|user| index + user);
        let Some(user) = after.or_else(|| messages.iter().rposition(is_user)) else { return false };
        let text = messages[user].text();
        messages[user].content = Some(Value::String(match after {
            Some(_) => format!("{said}\n\n{text}"),
            None => format!("{text}\n\n{said}"),
        }));
    }
    true
}
