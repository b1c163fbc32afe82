//! What an answer goes on from.

use plt_runtime::Text;

use super::chat::Chat;
use crate::refusal::Refusal;

/// What an answer goes on from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Prompt {
    /// Text to be encoded.
    Text(String),
    /// Token ids.
    Ids(Vec<u32>),
    /// Messages for the chat template.
    Conversation(Chat),
}

impl Prompt {
    /// The token ids. A rendered conversation has all its special tokens already; to a text those
    /// that the model wants around every text are added with `add_special`.
    pub fn encode(self, text: &Text, add_special: bool) -> Result<Vec<u32>, Refusal> {
        let ids = match self {
            Prompt::Ids(ids) => ids,
            Prompt::Text(prompt) => text.tokenizer()?.encode(&prompt, add_special)?,
            Prompt::Conversation(chat) => {
                let rendered = text.chat_template()?.render(chat.conversation(), true)?;
                text.tokenizer()?.encode(&rendered, false)?
            }
        };
        Ok(ids)
    }
}
