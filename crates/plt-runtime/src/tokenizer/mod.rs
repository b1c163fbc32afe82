//! Text to token ids and back.
//!
//! Encoding is the `tokenizers` library's. It was not written for files from strangers: some make
//! it panic, at load or only at a certain text. So a file passes [`rules`] first, and the library
//! runs inside a net. Decoding is our own: every token is a fixed string of bytes, so text is a
//! concatenation, and streaming it costs no more than that.

mod bytes;
mod gguf;
mod rules;

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use plt_model::checkpoint::GgufValue;
use serde_json::Value;

use crate::error::{Error, Result, one_line};

/// Longest text that is encoded at once, in bytes: above a million tokens of most texts.
pub const MAX_TEXT: usize = 4 << 20;

/// Text that a tokenizer must at least survive.
const PROBE: &str = "The 1st naïve 测试 🙂\r\n\t  x = 'ß';\n";

/// A byte-pair encoding tokenizer. Every id is below the size of the model's vocabulary.
#[derive(Debug, Clone)]
pub struct Tokenizer {
    file: PathBuf,
    library: tokenizers::Tokenizer,
    tokens: bytes::TokenTable,
    /// Longest text that is encoded at once, in bytes.
    max_text: usize,
}

impl Tokenizer {
    /// Reads `tokenizer.json`. `file` is its name in errors; `vocab_size` is the number of rows of
    /// the model's embedding. Truncation and padding that the file asks for do not happen: they
    /// are settings of a training run.
    ///
    /// # Errors
    /// A file that is no JSON, that asks for what language models of this kind do not use, whose
    /// ids do not fit the model, or that the library cannot work with.
    pub fn from_json(bytes: &[u8], file: &Path, vocab_size: usize) -> Result<Self> {
        let value = serde_json::from_slice(bytes)
            .map_err(|e| Error::Json { file: file.to_owned(), reason: one_line(&e) })?;
        Self::from_value(value, file, vocab_size)
    }

    /// Builds the tokenizer that a GGUF file describes (keys `tokenizer.ggml.*`). Supported are
    /// byte-level models (`model` gpt2) whose `pre` is gpt-2, smollm, llama-bpe or qwen2.
    ///
    /// # Errors
    /// As [`from_json`](Self::from_json); keys that are missing or not supported.
    pub fn from_gguf(
        metadata: &HashMap<String, GgufValue>,
        file: &Path,
        vocab_size: usize,
    ) -> Result<Self> {
        let value = gguf::to_json(metadata, file)?;
        Self::from_value(value, file, vocab_size)
    }

    fn from_value(mut value: Value, file: &Path, vocab_size: usize) -> Result<Self> {
        let rules::Checked { detokenizer, max_text, added } =
            rules::check(&mut value, file, vocab_size)?;
        let library =
            guarded(file, "loading", || serde_json::from_value::<tokenizers::Tokenizer>(value))?
                .map_err(|e| Error::Tokenizer { file: file.to_owned(), reason: one_line(&e) })?;
        // The library numbers added tokens by itself where the file leaves gaps.
        for (token, id) in added {
            let given = library.token_to_id(&token);
            if given != Some(id) {
                return Err(Error::Value {
                    file: file.to_owned(),
                    key: "added_tokens".to_owned(),
                    expected: format!("ids without gaps, {given:?} for {token:?}"),
                    found: id.to_string(),
                });
            }
        }
        let tokens = bytes::TokenTable::new(&library, &detokenizer, vocab_size);
        let tokenizer = Self { file: file.to_owned(), library, tokens, max_text };
        tokenizer.encode(PROBE, true)?;
        Ok(tokenizer)
    }

    /// The token ids of a text. Special tokens inside the text are recognised. With `add_special`
    /// the tokens that the model wants around every text (bos, say) are added.
    ///
    /// # Errors
    /// A text that is too long, or that the library cannot encode.
    pub fn encode(&self, text: &str, add_special: bool) -> Result<Vec<u32>> {
        let (bytes, limit) = (text.len(), self.max_text);
        if bytes > limit {
            return Err(Error::TextTooLong { bytes, limit });
        }
        let encode = || self.library.encode_fast(text, add_special);
        let encoding = guarded(&self.file, "encoding", encode)?
            .map_err(|e| Error::Tokenizer { file: self.file.clone(), reason: one_line(&e) })?;
        let ids = encoding.get_ids();
        match ids.iter().find(|id| **id as usize >= self.vocab_size()) {
            Some(id) => Err(self.unknown(*id)),
            None => Ok(ids.to_vec()),
        }
    }

    /// The text of token ids, with or without special tokens. Bytes that are no UTF-8 become
    /// U+FFFD; ids of the vocabulary that no token belongs to become nothing.
    ///
    /// # Errors
    /// [`Error::UnknownToken`].
    pub fn decode(&self, ids: &[u32], skip_special: bool) -> Result<String> {
        let mut bytes = Vec::new();
        for id in ids {
            if !(skip_special && self.is_special(*id)?) {
                bytes.extend_from_slice(self.bytes(*id)?);
            }
        }
        let spaces = bytes.iter().take(self.leading_spaces()).take_while(|b| **b == b' ').count();
        Ok(String::from_utf8_lossy(&bytes[spaces..]).into_owned())
    }

    /// The id of a token by its name in the vocabulary, such as `<|im_end|>`.
    pub fn token_to_id(&self, token: &str) -> Option<u32> {
        self.library.token_to_id(token)
    }

    /// The size of the model's vocabulary: ids are below it, and some may have no token.
    pub fn vocab_size(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the token is a special one, an end token for instance.
    ///
    /// # Errors
    /// [`Error::UnknownToken`].
    pub fn is_special(&self, id: u32) -> Result<bool> {
        self.tokens.get(id).map(|(_, special)| special).ok_or_else(|| self.unknown(id))
    }

    /// The bytes that the token stands for: a part of a text, not always of whole characters.
    ///
    /// # Errors
    /// [`Error::UnknownToken`].
    pub fn bytes(&self, id: u32) -> Result<&[u8]> {
        self.tokens.get(id).map(|(bytes, _)| bytes).ok_or_else(|| self.unknown(id))
    }

    /// How many spaces at the beginning of a text are an artefact of the encoding, at most.
    pub(crate) fn leading_spaces(&self) -> usize {
        self.tokens.leading_spaces
    }

    fn unknown(&self, id: u32) -> Error {
        Error::UnknownToken { id, vocab_size: self.vocab_size() }
    }
}

/// Runs the library; a panic becomes an error.
fn guarded<T>(file: &Path, doing: &'static str, run: impl FnOnce() -> T) -> Result<T> {
    // A tokenizer keeps no state between calls that a panic could leave half written.
    catch_unwind(AssertUnwindSafe(run))
        .map_err(|_| Error::TokenizerPanic { file: file.to_owned(), doing })
}
