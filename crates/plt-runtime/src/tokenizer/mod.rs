//! Strings to token ids and back.
//!
//! The `tokenizers` library encodes. It does not expect untrusted files: some make it panic, on
//! loading or on certain strings. So a file passes [`rules`] first, and a panic of the library
//! becomes an error. Decoding is our own: every token is a fixed string of bytes, so decoding
//! concatenates them, and streaming costs no more.

mod bytes;
mod gguf;
mod rules;

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use plt_model::checkpoint::GgufValue;
use serde_json::Value;

use crate::error::{Error, Result, one_line};

/// Maximum length of a string to encode, in bytes: more than a million tokens in most languages.
pub const MAX_TEXT: usize = 4 << 20;

/// A string that every tokenizer must encode.
const PROBE: &str = "The 1st naïve 测试 🙂\r\n\t  x = 'ß';\n";

/// A byte-pair encoding tokenizer. Every id is less than the model's vocabulary size.
#[derive(Debug, Clone)]
pub struct Tokenizer {
    file: PathBuf,
    library: tokenizers::Tokenizer,
    tokens: bytes::TokenTable,
    /// Maximum length of a string to encode, in bytes.
    max_text: usize,
}

impl Tokenizer {
    /// Reads `tokenizer.json`. `file` is its name in errors; `vocab_size` is the number of rows of
    /// the model's embedding. The file's truncation and padding are ignored: they are settings of a
    /// training run.
    ///
    /// # Errors
    /// A file that is not JSON, that uses rules which such language models do not use, whose ids do
    /// not fit the model, or that the library rejects.
    pub fn from_json(bytes: &[u8], file: &Path, vocab_size: usize) -> Result<Self> {
        let value = serde_json::from_slice(bytes)
            .map_err(|e| Error::Json { file: file.to_owned(), reason: one_line(&e) })?;
        Self::from_value(value, file, vocab_size)
    }

    /// Builds the tokenizer that a GGUF file describes (keys `tokenizer.ggml.*`). Supported are
    /// byte-level models (`model` gpt2) whose `pre` is gpt-2, smollm, llama-bpe or qwen2.
    ///
    /// # Errors
    /// The errors of [`from_json`](Self::from_json); keys that are missing or not supported.
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
        // The library renumbers added tokens where the file leaves gaps.
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

    /// Returns the token ids of a string. Special tokens in the string are recognized. With
    /// `add_special`, the special tokens around every prompt (such as bos) are added.
    ///
    /// # Errors
    /// A string that is too long, or that the library cannot encode.
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

    /// Returns the text of token ids, with or without special tokens. Bytes that are not UTF-8
    /// become U+FFFD; ids of the vocabulary without a token become nothing.
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

    /// Returns the id of a token by its name in the vocabulary, such as `<|im_end|>`.
    pub fn token_to_id(&self, token: &str) -> Option<u32> {
        self.library.token_to_id(token)
    }

    /// The size of the model's vocabulary: ids are less, and some may have no token.
    pub fn vocab_size(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the token is special, such as an end token.
    ///
    /// # Errors
    /// [`Error::UnknownToken`].
    pub fn is_special(&self, id: u32) -> Result<bool> {
        self.tokens.get(id).map(|(_, special)| special).ok_or_else(|| self.unknown(id))
    }

    /// Returns the bytes of a token, which are not always complete characters.
    ///
    /// # Errors
    /// [`Error::UnknownToken`].
    pub fn bytes(&self, id: u32) -> Result<&[u8]> {
        self.tokens.get(id).map(|(bytes, _)| bytes).ok_or_else(|| self.unknown(id))
    }

    /// The maximum number of spaces that the encoding adds at the beginning of a string.
    pub(crate) fn leading_spaces(&self) -> usize {
        self.tokens.leading_spaces
    }

    fn unknown(&self, id: u32) -> Error {
        Error::UnknownToken { id, vocab_size: self.vocab_size() }
    }
}

/// Calls the library and turns a panic into an error.
fn guarded<T>(file: &Path, doing: &'static str, run: impl FnOnce() -> T) -> Result<T> {
    // A tokenizer has no state between calls, so a panic leaves none half written.
    catch_unwind(AssertUnwindSafe(run))
        .map_err(|_| Error::TokenizerPanic { file: file.to_owned(), doing })
}
