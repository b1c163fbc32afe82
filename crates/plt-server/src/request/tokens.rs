//! The bodies of `/tokenize` and `/detokenize`.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::chat::ChatMessage;
use super::completion::{TokenId, ids};
use super::prompt::{Chat, Prompt};
use super::tools::{ToolFields, Tools};
use super::unsupported;
use crate::api_error::ApiError;

/// A request for the tokens of a prompt or of a chat.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(transform = unsupported::tokenize, extend("anyOf" = one_input_rule()))]
pub(crate) struct TokenizeRequest {
    /// The model's name.
    #[serde(rename = "model")]
    pub _model: Option<String>,
    /// The prompt.
    pub prompt: Option<String>,
    /// The chat, which the chat template renders.
    #[schemars(length(min = 1))]
    pub messages: Option<Vec<ChatMessage>>,
    /// Whether to add the special tokens that the model expects around a prompt. The default is true.
    pub add_special_tokens: Option<bool>,
    /// Variables for the chat template, such as `enable_thinking`.
    pub chat_template_kwargs: Option<Map<String, Value>>,
    #[serde(flatten)]
    pub tools: ToolFields,
}

/// A request for the text of tokens.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct DetokenizeRequest {
    /// The model's name.
    #[serde(rename = "model")]
    pub _model: Option<String>,
    /// The tokens. Special tokens become their text.
    tokens: Vec<TokenId>,
}

/// States that a request has a prompt or a chat.
fn one_input_rule() -> Value {
    let none = |beside: &str| json!({"type": "null", "title": format!("nothing beside {beside}")});
    json!([
        {"required": ["prompt"], "properties": {"prompt": {"type": "string"},
            "messages": none("`prompt`"), "chat_template_kwargs": none("`prompt`"),
            "tools": none("`prompt`")}},
        {"required": ["messages"], "properties": {"prompt": none("`messages`"),
            "messages": {"type": "array"}}},
    ])
}

impl TokenizeRequest {
    /// Encodes the prompt or the chat.
    pub fn encode(self, text: &plt_runtime::TextBundle) -> Result<Vec<u32>, ApiError> {
        let prompt = match self.prompt {
            Some(prompt) => Prompt::Text(prompt),
            None => {
                let messages = self.messages.unwrap_or_default();
                let mut chat = Chat::new(messages, self.chat_template_kwargs)?;
                if let Some(tools) = Tools::new(self.tools)? {
                    Tools::format(text)?;
                    chat.tools = tools.tools;
                }
                Prompt::Chat(chat)
            }
        };
        let encoded = prompt.encode(text, self.add_special_tokens.unwrap_or(true))?;
        Ok(encoded.ids)
    }
}

impl DetokenizeRequest {
    /// Returns the token ids.
    pub fn ids(self) -> Vec<u32> {
        ids(self.tokens)
    }
}
