//! The body of `/v1/chat/completions`.

use plt_runtime::Message;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};

use super::common::{CommonFields, stream_rule};
use super::prompt::Chat;
use super::tools::{MessageToolCall, ToolFields};
use super::unsupported;
use crate::api_error::ApiError;

/// Variables of a chat template that the server sets.
const RESERVED: [&str; 4] = ["messages", "tools", "add_generation_prompt", "documents"];

/// A request for the next message of a chat.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(transform = unsupported::chat, extend("anyOf" = stream_rule()))]
pub(crate) struct ChatRequest {
    /// The chat so far.
    #[schemars(length(min = 1))]
    pub messages: Vec<ChatMessage>,
    /// Variables for the chat template, such as `enable_thinking`.
    pub chat_template_kwargs: Option<Map<String, Value>>,
    /// Whether to report the log probability of every token.
    pub logprobs: Option<bool>,
    /// The number of most likely tokens to report for every token.
    #[schemars(range(min = 0), extend("maximum" = "$logprobs"))]
    pub top_logprobs: Option<usize>,
    #[serde(flatten)]
    pub tools: ToolFields,
    #[serde(flatten)]
    pub common: CommonFields,
}

/// A message. Its role decides which fields it has. The chat template sees the role as it is: one
/// of any spelling could pass for a control token there.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(tag = "role", rename_all = "lowercase")]
pub(crate) enum ChatMessage {
    /// Instructions.
    #[schemars(transform = unsupported::named_message)]
    System {
        /// The text.
        content: Content,
    },
    /// Instructions.
    #[schemars(transform = unsupported::named_message)]
    Developer {
        /// The text.
        content: Content,
    },
    /// The user's message.
    #[schemars(transform = unsupported::named_message)]
    User {
        /// The text.
        content: Content,
    },
    /// The model's message.
    #[schemars(transform = unsupported::assistant_message, extend("anyOf" = assistant_rule()))]
    Assistant {
        /// The text; a message that calls tools may have none.
        // Templates tell `null` from an absent one.
        #[serde(default, deserialize_with = "present")]
        #[schemars(with = "Option<Content>")]
        content: Option<Option<Content>>,
        /// The tools that the model called.
        tool_calls: Option<Vec<MessageToolCall>>,
    },
    /// The result of a tool call.
    #[schemars(transform = unsupported::message)]
    Tool {
        /// The result.
        content: Content,
        /// The `id` of the call.
        tool_call_id: Option<String>,
        /// The tool's name.
        name: Option<String>,
    },
}

/// The text of a message, or its parts. Each part becomes a line of its own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum Content {
    /// The text.
    Text(String),
    /// The parts.
    #[schemars(extend("minItems" = 1))]
    Parts(Vec<Part>),
}

/// A part of a message. The model reads text only, and the server fetches nothing.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(crate) enum Part {
    /// Text.
    #[schemars(transform = unsupported::part)]
    Text {
        /// The text.
        text: String,
    },
}

/// Reads a value that is present, `null` included.
fn present<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}

/// States that a message of the model has text or calls tools.
fn assistant_rule() -> Value {
    let content = json!({
        "type": ["string", "array"],
        "title": "a string or a list of parts, unless there are tool_calls",
    });
    json!([
        {"required": ["tool_calls"], "properties": {"tool_calls": {"type": "array", "minItems": 1}}},
        {"required": ["content"], "properties": {"content": content}},
    ])
}

impl ChatRequest {
    /// Returns the number of most likely tokens to report, if log probabilities are reported.
    pub fn logprobs(&self) -> Result<Option<usize>, ApiError> {
        match (self.logprobs.unwrap_or(false), self.top_logprobs) {
            (false, Some(1..)) => {
                let message = "top_logprobs: expected only with `logprobs: true`";
                Err(ApiError::invalid(message).about("top_logprobs"))
            }
            (reported, top) => Ok(reported.then_some(top.unwrap_or(0))),
        }
    }
}

impl Chat {
    /// Returns what the chat template is given, without tools.
    pub fn new(
        messages: Vec<ChatMessage>,
        variables: Option<Map<String, Value>>,
    ) -> Result<Self, ApiError> {
        let variables = variables.unwrap_or_default();
        if let Some(name) = RESERVED.iter().find(|name| variables.contains_key(**name)) {
            let message =
                format!("chat_template_kwargs.{name}: this variable is set by the server");
            return Err(ApiError::invalid(message).about("chat_template_kwargs"));
        }
        let messages = messages.into_iter().map(Message::from).collect();
        Ok(Self { messages, tools: Vec::new(), variables })
    }
}

impl From<ChatMessage> for Message {
    fn from(message: ChatMessage) -> Self {
        match message {
            ChatMessage::System { content } => Message::new("system", content),
            ChatMessage::Developer { content } => Message::new("developer", content),
            ChatMessage::User { content } => Message::new("user", content),
            ChatMessage::Assistant { content, tool_calls } => {
                let content = content
                    .map(|content| content.map_or(Value::Null, |text| Value::String(text.into())));
                let mut message =
                    Message { role: "assistant".to_owned(), content, ..Message::default() };
                let calls: Vec<Value> =
                    tool_calls.into_iter().flatten().map(MessageToolCall::for_template).collect();
                if !calls.is_empty() {
                    message.more.insert("tool_calls".to_owned(), calls.into());
                }
                message
            }
            ChatMessage::Tool { content, tool_call_id, name } => {
                let mut message = Message::new("tool", content);
                for (field, value) in [("tool_call_id", tool_call_id), ("name", name)] {
                    if let Some(value) = value {
                        message.more.insert(field.to_owned(), value.into());
                    }
                }
                message
            }
        }
    }
}

impl From<Content> for String {
    fn from(content: Content) -> Self {
        match content {
            Content::Text(text) => text,
            Content::Parts(parts) => {
                let texts: Vec<String> =
                    parts.into_iter().map(|Part::Text { text }| text).collect();
                texts.join("\n")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::tests::read;

    fn messages(messages: &str) -> Result<Vec<Message>, String> {
        let request = read::<ChatRequest>(&format!("{{\"messages\": {messages}}}"))?;
        Ok(request.messages.into_iter().map(Message::from).collect())
    }

    #[test]
    fn messages_are_text_or_parts_of_text() {
        let messages = messages(
            r#"[{"role": "system", "content": "a"},
                {"role": "user", "content": [{"type": "text", "text": "b"},
                    {"type": "text", "text": "c", "cache_control": {"type": "ephemeral"}}],
                 "name": null},
                {"role": "assistant", "content": "", "refusal": null, "tool_calls": [],
                 "annotations": []}]"#,
        );
        let messages = messages.expect("messages");
        let contents: Vec<&str> = messages.iter().map(Message::text).collect();
        assert_eq!(contents, ["a", "b\nc", ""]);
    }

    #[test]
    fn message_content_null_is_not_absent() {
        let call = r#""tool_calls": [{"function": {"name": "f", "arguments": "{\"x\": 1.0}"}}]"#;
        let messages = messages(&format!(
            r#"[{{"role": "assistant", "content": null, {call}}}, {{"role": "assistant", {call}}}]"#
        ));
        let messages = messages.expect("messages");
        assert_eq!([&messages[0].content, &messages[1].content], [&Some(Value::Null), &None]);
        let arguments = &messages[0].more["tool_calls"][0]["function"]["arguments"];
        assert_eq!(arguments, "{\"x\": 1.0}", "as sent");
    }

    #[test]
    fn message_errors_name_the_field() {
        for (json, place) in [
            ("null", "messages"),
            ("[]", "messages"),
            ("\"hi\"", "messages"),
            ("[3]", "messages[0]"),
            (r#"[{"content": "a"}]"#, "messages[0].role"),
            (r#"[{"role": 3, "content": "a"}]"#, "messages[0].role"),
            (r#"[{"role": "user<|im_end|>", "content": "a"}]"#, "messages[0].role"),
            (
                r#"[{"role": "user", "content": "a", "tool_call_id": "x"}]"#,
                "messages[0].tool_call_id",
            ),
            (
                r#"[{"role": "tool", "content": "a", "tool_call_id": 1}]"#,
                "messages[0].tool_call_id",
            ),
            (r#"[{"role": "tool"}]"#, "messages[0].content"),
            (
                r#"[{"role": "assistant", "tool_calls": [{"type": "function", "function": {}}]}]"#,
                "messages[0].tool_calls[0].function.name",
            ),
            (
                r#"[{"role": "assistant", "tool_calls": [{"type": "code", "function": {"name": "f"}}]}]"#,
                "messages[0].tool_calls[0].type",
            ),
            (r#"[{"role": "user"}]"#, "messages[0].content"),
            (r#"[{"role": "assistant", "content": null}]"#, "messages[0].content"),
            (r#"[{"role": "user", "content": []}]"#, "messages[0].content"),
            (r#"[{"role": "user", "content": 5}]"#, "messages[0].content"),
            (r#"[{"role": "user", "content": "a", "name": "me"}]"#, "messages[0].name"),
            (r#"[{"role": "user", "content": "a", "nonsense": 1}]"#, "messages[0].nonsense"),
            (
                r#"[{"role": "user", "content": [{"type": "text", "text": "a"},
                    {"type": "image_url", "image_url": {"url": "http://10.0.0.1/"}}]}]"#,
                "messages[0].content[1].type",
            ),
            (r#"[{"role": "user", "content": [{"type": "text"}]}]"#, "messages[0].content[0].text"),
        ] {
            let error = messages(json).expect_err(json);
            assert!(error.contains(&format!(r#""param":"{place}""#)), "{json}: {error}");
        }
    }
}
