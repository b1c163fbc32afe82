//! The prompt that a completion continues.

use plt_runtime::{Conversation, Message, TextBundle};
use serde_json::{Map, Value};

use crate::api_error::ApiError;

/// The prompt that a completion continues.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Prompt {
    /// Text to be encoded.
    Text(String),
    /// Token ids.
    Ids(Vec<u32>),
    /// Messages for the chat template.
    Chat(Chat),
}

/// The input of a chat template.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chat {
    pub messages: Vec<Message>,
    pub tools: Vec<Value>,
    pub variables: Map<String, Value>,
}

/// An encoded prompt.
pub(crate) struct Encoded {
    pub ids: Vec<u32>,
    /// Whether the prompt of a chat ends within a thought, which the answer continues.
    pub thinking: bool,
}

impl Prompt {
    /// Encodes the prompt. `add_special` adds the special tokens that the model expects around
    /// plain text; a rendered chat has its special tokens already.
    pub fn encode(self, text: &TextBundle, add_special: bool) -> Result<Encoded, ApiError> {
        let mut thinking = false;
        let ids = match self {
            Prompt::Ids(ids) => ids,
            Prompt::Text(prompt) => text.tokenizer()?.encode(&prompt, add_special)?,
            Prompt::Chat(chat) => {
                let rendered = text.chat_template()?.render(chat.conversation(), true)?;
                thinking = rendered.trim_end().ends_with("<think>");
                text.tokenizer()?.encode(&rendered, false)?
            }
        };
        Ok(Encoded { ids, thinking })
    }
}

impl Chat {
    fn conversation(&self) -> Conversation<'_> {
        let Self { messages, tools, variables } = self;
        Conversation { messages, tools, variables: Some(variables) }
    }
}
