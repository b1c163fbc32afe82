//! The tokenizer in the keys `tokenizer.ggml.*` of a GGUF file.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use plt_model::checkpoint::GgufValue as Gguf;
use serde_json::{Map, Value};

use super::Tokenizer;
use super::added::{AddedToken, AddedTokens};
use super::byte_pair::BytePair;
use super::pre::{self, Pre};
use super::sentencepiece::{
    Algorithm, Charsmap, Kind, Normalizer, Piece, SentencePiece, Vocabulary,
};
use crate::error::{Error, Result};

/// The keys. GGUF has none for the properties under `tokenizer.plt`.
pub mod key {
    pub const MODEL: &str = "tokenizer.ggml.model";
    pub const PRE: &str = "tokenizer.ggml.pre";
    pub const TOKENS: &str = "tokenizer.ggml.tokens";
    pub const SCORES: &str = "tokenizer.ggml.scores";
    pub const TYPES: &str = "tokenizer.ggml.token_type";
    pub const MERGES: &str = "tokenizer.ggml.merges";
    pub const BOS: &str = "tokenizer.ggml.bos_token_id";
    pub const EOS: &str = "tokenizer.ggml.eos_token_id";
    pub const UNKNOWN: &str = "tokenizer.ggml.unknown_token_id";
    pub const ADD_BOS: &str = "tokenizer.ggml.add_bos_token";
    pub const ADD_EOS: &str = "tokenizer.ggml.add_eos_token";
    pub const SPACE_PREFIX: &str = "tokenizer.ggml.add_space_prefix";
    pub const EXTRA_SPACES: &str = "tokenizer.ggml.remove_extra_whitespaces";
    pub const CHARSMAP: &str = "tokenizer.ggml.precompiled_charsmap";
    /// False if only the beginning of a string gets the space prefix.
    pub const EVERY_TEXT: &str = "tokenizer.plt.prefix_every_text";
    /// The ids of the added tokens that take the spaces before them, and after them.
    pub const LSTRIP: &str = "tokenizer.plt.lstrip_token_ids";
    pub const RSTRIP: &str = "tokenizer.plt.rstrip_token_ids";
    /// The ids of pieces that are not added tokens in spite of their types.
    pub const PIECES: &str = "tokenizer.plt.piece_token_ids";
    /// The ids of the special tokens that take the place of the prefix, if not all of them do.
    pub const ROLES: &str = "tokenizer.plt.role_token_ids";
}

/// The types of tokens.
pub const NORMAL: u32 = 1;
pub const UNKNOWN: u32 = 2;
pub const CONTROL: u32 = 3;
pub const USER_DEFINED: u32 = 4;
pub const UNUSED: u32 = 5;
pub const BYTE: u32 = 6;

/// Reads the tokenizer. Defaults are those of llama.cpp.
pub fn open(metadata: &HashMap<String, Gguf>, file: &Path, vocab_size: usize) -> Result<Tokenizer> {
    let keys = Keys { metadata, file };
    match keys.string(key::MODEL)? {
        "gpt2" => Tokenizer::from_value(byte_pair(keys)?, file, vocab_size),
        "llama" => sentencepiece(keys, Algorithm::Bpe, vocab_size),
        "t5" => sentencepiece(keys, Algorithm::Unigram, vocab_size),
        _ => Err(keys.unknown(key::MODEL, "gpt2, llama or t5")),
    }
}

fn byte_pair(keys: Keys<'_>) -> Result<Value> {
    let name = match keys.metadata.contains_key(key::PRE) {
        true => keys.string(key::PRE)?,
        false => "",
    };
    let name = if name.is_empty() {
        let (file, default) = (keys.file.display(), pre::DEFAULT);
        tracing::warn!("{file}: no {}: using {default}, which may cut words badly", key::PRE);
        default
    } else {
        name
    };
    let pre = Pre::named(name).ok_or_else(|| keys.unknown(key::PRE, &Pre::names()))?;
    let tokens = keys.strings(key::TOKENS)?;
    let mut vocab = Map::new();
    for (id, token) in tokens.iter().enumerate() {
        let name = match token.is_empty() {
            true => format!("[EMPTY_{id}]"),
            false => (*token).to_owned(),
        };
        if let Some(first) = vocab.insert(name, id.into()) {
            return Err(keys.duplicate(token, &first, id));
        }
    }
    // The token that a flag adds to every prompt. Without a flag, it may be absent.
    let around = |flag: &str, key: &str, default: bool| -> Result<Option<(u32, String)>> {
        match keys.boolean(flag)? {
            Some(true) => keys.token(key, &tokens).map(Some),
            None if default => keys.known(key, &tokens),
            _ => Ok(None),
        }
    };
    let before = around(key::ADD_BOS, key::BOS, pre.add_bos)?;
    let after = around(key::ADD_EOS, key::EOS, false)?;
    let merges = keys.strings(key::MERGES)?.into_iter().map(Value::from).collect();
    let added = keys.added_tokens(&tokens)?;
    Ok(BytePair { vocab, merges, added, pre, before, after }.into_json())
}

fn sentencepiece(keys: Keys<'_>, algorithm: Algorithm, vocab_size: usize) -> Result<Tokenizer> {
    let tokens = keys.strings(key::TOKENS)?;
    let kinds = keys.kinds(tokens.len())?;
    let scores = keys.scores(tokens.len())?;
    let pieces = tokens.iter().zip(&kinds).zip(scores);
    let pieces =
        pieces.map(|((text, kind), score)| Piece { text: (*text).to_owned(), score, kind: *kind });
    let mut vocabulary = Vocabulary::new(pieces.collect(), keys.file, vocab_size)?;
    if let Some(piece) = vocabulary.duplicate() {
        let first = vocabulary.id_of_name(tokens[piece]).into();
        return Err(keys.duplicate(tokens[piece], &first, piece));
    }
    let default = |bpe: usize, unigram: usize| match algorithm {
        Algorithm::Bpe => bpe,
        Algorithm::Unigram => unigram,
    };
    let fallback = default(0, 2);
    let unknown = match keys.known(key::UNKNOWN, &tokens)? {
        Some((id, _)) => Some(id),
        None => vocabulary.unknown.or((fallback < tokens.len()).then_some(fallback as u32)),
    };
    vocabulary.unknown = unknown;

    // The token that a flag adds to every prompt.
    let around =
        |flag: &str, key: &str, wanted: bool, default: Option<usize>| -> Result<Vec<u32>> {
            if !keys.boolean(flag)?.unwrap_or(wanted) {
                return Ok(Vec::new());
            }
            match (keys.known(key, &tokens)?, default) {
                (Some((id, _)), _) => Ok(vec![id]),
                (None, Some(id)) if id < tokens.len() => Ok(vec![id as u32]),
                (None, _) => Ok(vec![keys.token(key, &tokens)?.0]),
            }
        };
    let is_bpe = algorithm == Algorithm::Bpe;
    let before = around(key::ADD_BOS, key::BOS, is_bpe, is_bpe.then_some(1))?;
    let after = around(key::ADD_EOS, key::EOS, !is_bpe, Some(default(2, 1)))?;

    let charsmap = keys.bytes(key::CHARSMAP)?.filter(|bytes| !bytes.is_empty());
    let charsmap = charsmap.map(|bytes| {
        Charsmap::new(&bytes).map_err(|expected| {
            keys.wrong(key::CHARSMAP, expected, keys.metadata.get(key::CHARSMAP))
        })
    });
    let normalizer = Normalizer {
        charsmap: charsmap.transpose()?,
        add_dummy_prefix: keys.boolean(key::SPACE_PREFIX)?.unwrap_or(is_bpe),
        remove_extra_whitespaces: keys.boolean(key::EXTRA_SPACES)?.unwrap_or(false),
    };
    let every_text = keys.boolean(key::EVERY_TEXT)?.unwrap_or(true);
    let added = AddedTokens::new(keys.added_tokens(&tokens)?, keys.file, vocab_size)?;
    let mut encoder = SentencePiece::new(vocabulary, algorithm, normalizer, added, every_text);
    (encoder.before, encoder.after) = (before, after);
    Tokenizer::from_sentencepiece(encoder, keys.file, vocab_size)
}

/// Reads metadata by type.
#[derive(Clone, Copy)]
struct Keys<'m> {
    metadata: &'m HashMap<String, Gguf>,
    file: &'m Path,
}

impl<'m> Keys<'m> {
    fn string(self, key: &str) -> Result<&'m str> {
        match self.metadata.get(key) {
            Some(Gguf::String(text)) => Ok(text),
            None => Err(self.unknown(key, "a string")),
            found => Err(self.wrong(key, "a string", found)),
        }
    }

    fn strings(self, key: &str) -> Result<Vec<&'m str>> {
        let expected = "a list of strings";
        let list = self.list(key, expected)?.ok_or_else(|| self.unknown(key, expected))?;
        let text = |value: &'m Gguf| match value {
            Gguf::String(text) => Ok(text.as_str()),
            found => Err(self.wrong(key, expected, Some(found))),
        };
        list.iter().map(text).collect()
    }

    /// `None` if the key is absent.
    fn list(self, key: &str, expected: &str) -> Result<Option<&'m [Gguf]>> {
        match self.metadata.get(key) {
            None => Ok(None),
            Some(Gguf::Array(list)) => Ok(Some(list)),
            found => Err(self.wrong(key, expected, found)),
        }
    }

    /// Returns the types of the tokens: normal ones if the file has none.
    fn kinds(self, count: usize) -> Result<Vec<Kind>> {
        let expected = format!("a list of {count} integers");
        let Some(list) = self.list(key::TYPES, &expected)? else {
            return Ok(vec![Kind::Normal; count]);
        };
        if list.len() < count {
            return Err(self.wrong(key::TYPES, &expected, self.metadata.get(key::TYPES)));
        }
        let kind = |value: &Gguf| match value.as_u64().map(u32::try_from) {
            Some(Ok(UNKNOWN)) => Ok(Kind::Unknown),
            Some(Ok(CONTROL)) => Ok(Kind::Control),
            Some(Ok(USER_DEFINED)) => Ok(Kind::UserDefined),
            Some(Ok(UNUSED)) => Ok(Kind::Unused),
            Some(Ok(BYTE)) => Ok(Kind::Byte),
            Some(_) => Ok(Kind::Normal),
            None => Err(self.wrong(key::TYPES, &expected, Some(value))),
        };
        list[..count].iter().map(kind).collect()
    }

    /// Returns the scores of the tokens: zeros if the file has none.
    fn scores(self, count: usize) -> Result<Vec<f32>> {
        let expected = format!("a list of {count} numbers");
        let Some(list) = self.list(key::SCORES, &expected)? else { return Ok(vec![0.0; count]) };
        if list.len() < count {
            return Err(self.wrong(key::SCORES, &expected, self.metadata.get(key::SCORES)));
        }
        let score = |value: &Gguf| match value {
            Gguf::F32(score) => Ok(*score),
            Gguf::F64(score) => Ok(*score as f32),
            Gguf::I32(score) => Ok(*score as f32),
            other => Err(self.wrong(key::SCORES, &expected, Some(other))),
        };
        list[..count].iter().map(score).collect()
    }

    /// Returns the tokens that are found in text: unknown, control and user-defined ones.
    fn added_tokens(self, tokens: &[&str]) -> Result<Vec<AddedToken>> {
        let kinds = self.kinds(tokens.len())?;
        let (lstrip, rstrip) = (self.ids(key::LSTRIP)?, self.ids(key::RSTRIP)?);
        let pieces = self.ids(key::PIECES)?;
        let roles = match self.metadata.contains_key(key::ROLES) {
            true => Some(self.ids(key::ROLES)?),
            false => None,
        };
        let added = (0..).zip(tokens).zip(kinds).filter_map(|((id, content), kind)| {
            let special = match kind {
                Kind::Unknown | Kind::Control => true,
                Kind::UserDefined => false,
                _ => return None,
            };
            if pieces.contains(&id) {
                return None;
            }
            let content = (*content).to_owned();
            let (lstrip, rstrip) = (lstrip.contains(&id), rstrip.contains(&id));
            let has_role = special && roles.as_ref().is_none_or(|roles| roles.contains(&id));
            Some(AddedToken { id, content, special, has_role, lstrip, rstrip })
        });
        Ok(added.filter(|token| !token.content.is_empty()).collect())
    }

    /// Returns a list of ids, empty if the key is absent.
    fn ids(self, key: &str) -> Result<HashSet<u32>> {
        let expected = "a list of token ids";
        let id = |value: &Gguf| {
            let id = value.as_u64().and_then(|id| u32::try_from(id).ok());
            id.ok_or_else(|| self.wrong(key, expected, Some(value)))
        };
        self.list(key, expected)?.unwrap_or_default().iter().map(id).collect()
    }

    /// `None` if the key is absent.
    fn boolean(self, key: &str) -> Result<Option<bool>> {
        match self.metadata.get(key) {
            None => Ok(None),
            Some(Gguf::Bool(value)) => Ok(Some(*value)),
            found => Err(self.wrong(key, "true or false", found)),
        }
    }

    /// Returns a list of bytes; `None` if the key is absent.
    fn bytes(self, key: &str) -> Result<Option<Vec<u8>>> {
        let expected = "a list of bytes";
        let Some(list) = self.list(key, expected)? else { return Ok(None) };
        let byte = |value: &Gguf| match value {
            Gguf::U8(byte) => Ok(*byte),
            Gguf::I8(byte) => Ok(byte.cast_unsigned()),
            found => Err(self.wrong(key, expected, Some(found))),
        };
        list.iter().map(byte).collect::<Result<_>>().map(Some)
    }

    /// Returns the token whose id is the value of `key`.
    fn token(self, key: &str, tokens: &[&'m str]) -> Result<(u32, String)> {
        let found = self.metadata.get(key);
        let id = found.and_then(Gguf::as_u64).and_then(|id| u32::try_from(id).ok());
        let token = id.and_then(|id| tokens.get(id as usize));
        match (id, token) {
            (Some(id), Some(token)) => Ok((id, (*token).to_owned())),
            _ => Err(self.wrong(key, "the id of a token", found)),
        }
    }

    /// Returns the token whose id is the value of `key`; `None` if the key is absent or its id is
    /// out of range, as in llama.cpp.
    fn known(self, key: &str, tokens: &[&'m str]) -> Result<Option<(u32, String)>> {
        let Some(found) = self.metadata.get(key) else { return Ok(None) };
        let is_signed = matches!(found, Gguf::I8(_) | Gguf::I16(_) | Gguf::I32(_) | Gguf::I64(_));
        match found.as_u64() {
            Some(id) if id >= tokens.len() as u64 => Ok(None),
            None if is_signed => Ok(None),
            _ => self.token(key, tokens).map(Some),
        }
    }

    fn duplicate(self, token: &str, first: &Value, second: usize) -> Error {
        Error::Value {
            file: self.file.to_owned(),
            key: key::TOKENS.to_owned(),
            expected: "different tokens".to_owned(),
            found: format!("{} as {first} and {second}", super::sentencepiece::excerpt(token)),
        }
    }

    /// Returns the error for a valid file with a tokenizer of an unsupported kind.
    fn unknown(self, key: &str, expected: &str) -> Error {
        let reason = self.wrong(key, expected, self.metadata.get(key)).to_string();
        Error::UnknownTokenizer { reason }
    }

    fn wrong(self, key: &str, expected: &str, found: Option<&Gguf>) -> Error {
        let found = match found {
            None => "nothing".to_owned(),
            Some(Gguf::String(text)) => super::sentencepiece::excerpt(text),
            Some(Gguf::Array(list)) => format!("a list of {}", list.len()),
            Some(value) => match value.as_u64() {
                Some(value) => value.to_string(),
                None => format!("{:?}", value.value_type()),
            },
        };
        let (file, key, expected) = (self.file.to_owned(), key.to_owned(), expected.to_owned());
        Error::Value { file, key, expected, found }
    }
}
