//! Log probabilities of tokens, as clients read them.

use plt_runtime::{Logprobs, Tokenizer};

/// OpenAI's log probability of an impossible token: JSON has no infinity.
const MIN_LOGPROB: f32 = -9999.0;

/// The log probabilities of a token and of the most likely tokens at its position.
#[derive(Debug, Clone)]
pub(super) struct TokenLogprob {
    pub token: TokenText,
    pub logprob: f32,
    pub top: Vec<(TokenText, f32)>,
    /// Characters of the completion before the token.
    pub offset: usize,
}

/// A token as clients see it.
#[derive(Debug, Clone)]
pub(super) struct TokenText {
    /// The token's text. A token that is part of a character is written `bytes:\x..`, so that
    /// different tokens stay different; without a tokenizer a token is written `token_id:..`.
    pub text: String,
    /// `None` without a tokenizer.
    pub bytes: Option<Vec<u8>>,
}

impl TokenLogprob {
    /// Describes the token `id`. `characters` counts the characters of the completion before it;
    /// those of the token are added.
    pub fn new(
        tokenizer: Option<&Tokenizer>,
        id: u32,
        logprobs: &Logprobs,
        characters: &mut usize,
    ) -> Self {
        let token = TokenText::new(tokenizer, id);
        let offset = *characters;
        let is_special = tokenizer.is_some_and(|all| all.is_special(id).unwrap_or(true));
        if !is_special {
            // A character counts at its first byte: continuation bytes are 10xxxxxx.
            let begins = |byte: &&u8| **byte & 0xc0 != 0x80;
            *characters += token.bytes.iter().flatten().filter(begins).count();
        }
        let top = logprobs.top.iter();
        let top = top.map(|(id, logprob)| (TokenText::new(tokenizer, *id), finite(*logprob)));
        Self { token, logprob: finite(logprobs.token), top: top.collect(), offset }
    }
}

impl TokenText {
    fn new(tokenizer: Option<&Tokenizer>, id: u32) -> Self {
        // The engine generates no id that the tokenizer lacks.
        let Some(bytes) = tokenizer.and_then(|tokenizer| tokenizer.bytes(id).ok()) else {
            return Self { text: format!("token_id:{id}"), bytes: None };
        };
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                let hex: String = bytes.iter().map(|byte| format!("\\x{byte:02x}")).collect();
                format!("bytes:{hex}")
            }
        };
        Self { text, bytes: Some(bytes.to_vec()) }
    }
}

fn finite(logprob: f32) -> f32 {
    logprob.max(MIN_LOGPROB)
}
