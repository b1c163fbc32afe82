//! Strings to token ids and back.
//!
//! The `tokenizers` library encodes what a `tokenizer.json` describes, or can describe: byte-level
//! models of GGUF files, and of `vocab.json` with `merges.txt`. It does not expect untrusted files:
//! some make it panic, on loading or on certain strings. So a file passes [`rules`] first, and a
//! panic of the library becomes an error. [`sentencepiece`] encodes for a `tokenizer.model`, and for
//! the GGUF files made from one. Decoding is our own: every token is a fixed string of bytes, so
//! decoding concatenates them, and streaming costs no more.

mod added;
mod byte_pair;
mod bytes;
mod config;
mod export;
mod files;
mod gguf;
mod pre;
mod rules;
mod sentencepiece;

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use plt_model::checkpoint::GgufValue;
use serde_json::Value;

pub(crate) use self::bytes::Run;
use self::bytes::TokenKind;
pub(crate) use self::config::TokenizerConfig;
use self::sentencepiece::SentencePiece;
use crate::error::{Error, Result, one_line};

/// Reads a file of a model by its name and maximum size; `None` if there is none.
pub type ReadFile<'r> = &'r dyn Fn(&str, u64) -> Result<Option<Vec<u8>>>;

/// Maximum length of a string to encode, in bytes: more than a million tokens in most languages.
pub const MAX_TEXT: usize = 4 << 20;

/// A string that every tokenizer must encode.
const PROBE: &str = "The 1st naïve 测试 🙂\r\n\t  x = 'ß';\n";

/// A tokenizer. Every id is less than the model's vocabulary size.
#[derive(Debug, Clone)]
pub struct Tokenizer {
    file: PathBuf,
    encoder: Encoder,
    tokens: bytes::TokenTable,
    /// Maximum length of a string to encode, in bytes.
    max_text: usize,
}

#[derive(Debug, Clone)]
enum Encoder {
    Library(Box<tokenizers::Tokenizer>),
    SentencePiece(Box<SentencePiece>),
}

impl Tokenizer {
    /// Reads the tokenizer of a directory in the Hugging Face layout: `tokenizer.json`, else
    /// `tokenizer.model` (SentencePiece), else `vocab.json` and `merges.txt` (byte-level BPE), the
    /// latter two with `tokenizer_config.json`, `special_tokens_map.json` and `added_tokens.json`.
    /// `None` if there is none. `read` reads a file of the directory `dir`.
    ///
    /// # Errors
    /// The errors of [`from_json`](Self::from_json) and of `read`; [`Error::UnknownTokenizer`] for
    /// a valid file of a kind that is not supported.
    pub fn from_files(read: ReadFile<'_>, dir: &Path, vocab_size: usize) -> Result<Option<Self>> {
        files::open(read, dir, vocab_size)
    }

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

    /// Builds the tokenizer that a GGUF file describes (keys `tokenizer.ggml.*`). Supported are the
    /// models `gpt2` with most names of `pre`, `llama` and `t5`.
    ///
    /// # Errors
    /// The errors of [`from_json`](Self::from_json); [`Error::UnknownTokenizer`] for keys that are
    /// missing or not supported.
    pub fn from_gguf(
        metadata: &HashMap<String, GgufValue>,
        file: &Path,
        vocab_size: usize,
    ) -> Result<Self> {
        gguf::open(metadata, file, vocab_size)
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
        let encoder = Encoder::Library(Box::new(library));
        let tokenizer = Self { file: file.to_owned(), encoder, tokens, max_text };
        tokenizer.encode(PROBE, true)?;
        Ok(tokenizer)
    }

    fn from_sentencepiece(encoder: SentencePiece, file: &Path, vocab_size: usize) -> Result<Self> {
        let (tokens, max_text) = (encoder.table(vocab_size), encoder.max_text());
        let encoder = Encoder::SentencePiece(Box::new(encoder));
        let tokenizer = Self { file: file.to_owned(), encoder, tokens, max_text };
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
        let library = match &self.encoder {
            Encoder::Library(library) => library,
            Encoder::SentencePiece(encoder) => {
                let ids = encoder.encode(text, add_special);
                // Normalization lengthens it beyond the limit.
                return ids.ok_or(Error::TextTooLong { bytes, limit: limit / 4 });
            }
        };
        let encode = || library.encode_fast(text, add_special);
        let encoding = guarded(&self.file, "encoding", encode)?
            .map_err(|e| Error::Tokenizer { file: self.file.clone(), reason: one_line(&e) })?;
        let ids = encoding.get_ids();
        match ids.iter().find(|id| **id as usize >= self.vocab_size()) {
            Some(id) => Err(self.unknown(*id)),
            None => Ok(ids.to_vec()),
        }
    }

    /// Returns the text of token ids, with or without special tokens. Bytes that are not UTF-8
    /// become U+FFFD; ids of the vocabulary without a token become nothing. A prefix that encoding
    /// adds to a string is dropped again.
    ///
    /// # Errors
    /// [`Error::UnknownToken`].
    pub fn decode(&self, ids: &[u32], skip_special: bool) -> Result<String> {
        let mut bytes = Vec::new();
        let mut run = self.tokens.first_run();
        for id in ids {
            let (text, special) = self.advance(*id, &mut run)?;
            if !(skip_special && special) {
                bytes.extend_from_slice(text);
            }
        }
        let most = self.tokens.leading_spaces;
        let spaces = bytes.iter().take(most).take_while(|b| **b == b' ').count();
        Ok(String::from_utf8_lossy(&bytes[spaces..]).into_owned())
    }

    /// Returns the bytes that a token adds to its run, and whether it is special.
    pub(crate) fn advance(&self, id: u32, run: &mut Run) -> Result<(&[u8], bool)> {
        let (bytes, kind) = self.tokens.advance(id, run).ok_or_else(|| self.unknown(id))?;
        Ok((bytes, kind == TokenKind::Special))
    }

    /// Returns the run at the beginning of a string, or the one that continues after a prompt.
    pub(crate) fn run_after(&self, prompt: &[u32]) -> Run {
        self.tokens.run_after(prompt)
    }

    /// Returns the id of a token by its name in the vocabulary, such as `<|im_end|>`.
    pub fn token_to_id(&self, token: &str) -> Option<u32> {
        match &self.encoder {
            Encoder::Library(library) => library.token_to_id(token),
            Encoder::SentencePiece(encoder) => encoder.token_to_id(token),
        }
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
        let kind = self.tokens.get(id).map(|(_, kind)| kind);
        kind.map(|kind| kind == TokenKind::Special).ok_or_else(|| self.unknown(id))
    }

    /// Returns the bytes of a token, which are not always complete characters.
    ///
    /// # Errors
    /// [`Error::UnknownToken`].
    pub fn bytes(&self, id: u32) -> Result<&[u8]> {
        self.tokens.get(id).map(|(bytes, _)| bytes).ok_or_else(|| self.unknown(id))
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

/// Returns the error of a wrong value.
fn wrong(file: &Path, key: &str, expected: &str, found: &Value) -> Error {
    let (key, expected) = (key.to_owned(), expected.to_owned());
    Error::Value { file: file.to_owned(), key, expected, found: rules::excerpt(found) }
}
