//! What the model thought of a token, as clients read it.

use plt_runtime::{Logprobs, Tokenizer};

/// OpenAI's way to write a probability of nothing: JSON has no infinity.
const LEAST: f32 = -9999.0;

/// A token, and the likeliest ones in its place.
#[derive(Debug, Clone)]
pub(super) struct TokenLogprob {
    pub token: TokenText,
    pub logprob: f32,
    pub top: Vec<(TokenText, f32)>,
    /// Characters of the answer before the token.
    pub offset: usize,
}

/// A token as clients see it.
#[derive(Debug, Clone)]
pub(super) struct TokenText {
    /// Its text; `bytes:\x..` where it is part of a character, so that different tokens stay
    /// different; `token_id:..` where there is no tokenizer.
    pub text: String,
    /// `None` without a tokenizer.
    pub bytes: Option<Vec<u8>>,
}

impl TokenLogprob {
    /// `characters` of the answer came before; those of the token are added to them.
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
            // A character counts where it begins: bytes that go on with one are 10xxxxxx.
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
        // The engine gives no ids that the tokenizer does not have.
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
    logprob.max(LEAST)
}
