//! SentencePiece: byte-pair encoding by scores, and unigram language models.
//!
//! The library that encodes `tokenizer.json` merges by ranks of pairs and knows neither unused nor
//! user-defined pieces, so the ids of some strings would differ. This is SentencePiece's own rule, on a
//! vocabulary from a `tokenizer.model` or a GGUF file.

mod bpe;
mod export;
mod normalizer;
mod prefixes;
mod proto;
mod unigram;

use std::collections::{HashMap, HashSet};
use std::path::Path;

pub use normalizer::{Charsmap, Normalizer, SPACE};
pub use prefixes::Prefixes;
pub use proto::{ModelFile, read};

use self::normalizer::Place;
use super::MAX_TEXT;
use super::added::{AddedToken, AddedTokens, Part};
use super::bytes::{Runs, TokenKind, TokenTable};
use crate::error::{Error, Result};

/// Maximum length of a piece in bytes.
const MAX_PIECE: usize = 1024;
/// Maximum product of the length of a string and that of the longest piece: the time to encode.
const MAX_WORK: usize = 1 << 29;

/// A piece of the vocabulary; its id is its index.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub text: String,
    pub score: f32,
    pub kind: Kind,
}

/// The type of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Normal,
    /// Stands for characters without a piece.
    Unknown,
    /// A mark such as `</s>`, never found in text.
    Control,
    /// Found in text before all else.
    UserDefined,
    /// Merged like a normal piece, but not a token.
    Unused,
    /// One byte, named `<0x00>` to `<0xFF>`.
    Byte,
}

/// How a string is cut into pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    Bpe,
    Unigram,
}

/// The pieces, and the ways to find one.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    pub pieces: Vec<Piece>,
    /// Ids of the pieces that occur in text.
    in_text: HashMap<Box<str>, u32>,
    /// Ids of the others: unknown, control, bytes.
    reserved: HashMap<Box<str>, u32>,
    user_defined: Prefixes,
    /// Ids of the single bytes, where characters without a piece become bytes.
    pub bytes: Option<Box<[u32; 256]>>,
    pub unknown: Option<u32>,
}

impl Vocabulary {
    /// Checks the pieces. The last one of equal pieces is found.
    pub fn new(pieces: Vec<Piece>, file: &Path, vocab_size: usize) -> Result<Self> {
        if pieces.len() > vocab_size {
            let expected = format!("at most {vocab_size}, the vocabulary size of the model");
            return Err(wrong(file, "pieces", &expected, &pieces.len().to_string()));
        }
        let (mut in_text, mut reserved) = (HashMap::new(), HashMap::new());
        let mut bytes = HashMap::new();
        let mut unknown = None;
        for (id, piece) in (0..).zip(&pieces) {
            let key = || format!("pieces[{id}]");
            if piece.text.len() > MAX_PIECE {
                let expected = format!("at most {MAX_PIECE} bytes");
                return Err(wrong(file, &key(), &expected, &piece.text.len().to_string()));
            }
            if !piece.score.is_finite() {
                let (key, found) = (format!("{}.score", key()), piece.score.to_string());
                return Err(wrong(file, &key, "a finite number", &found));
            }
            if piece.kind == Kind::Byte {
                let byte = super::bytes::hexadecimal(&piece.text);
                let byte = byte.ok_or_else(|| {
                    wrong(file, &key(), "<0x00> to <0xFF>", &excerpt(&piece.text))
                })?;
                bytes.insert(byte, id);
            }
            if piece.kind == Kind::Unknown {
                unknown = unknown.or(Some(id));
            }
            let map = match piece.kind {
                Kind::Normal | Kind::UserDefined | Kind::Unused => &mut in_text,
                Kind::Unknown | Kind::Control | Kind::Byte => &mut reserved,
            };
            map.insert(piece.text.as_str().into(), id);
        }
        let all: Option<Vec<u32>> = (0..=255).map(|byte| bytes.get(&byte).copied()).collect();
        let user_defined = (0..).zip(&pieces).filter(|(_, p)| p.kind == Kind::UserDefined);
        Ok(Self {
            in_text,
            reserved,
            user_defined: Prefixes::new(user_defined.map(|(id, p)| (p.text.as_str(), id))),
            bytes: all.and_then(|all| all.try_into().ok()).map(Box::new),
            unknown,
            pieces,
        })
    }

    /// Returns the index of a piece that is equal to an earlier one.
    pub fn duplicate(&self) -> Option<usize> {
        let mut names = HashSet::with_capacity(self.pieces.len());
        self.pieces
            .iter()
            .position(|piece| !piece.text.is_empty() && !names.insert(piece.text.as_str()))
    }

    /// Returns the id of a piece that occurs in text.
    fn find(&self, text: &str) -> Option<u32> {
        self.in_text.get(text).copied()
    }

    /// Returns the id of any piece.
    pub fn id_of_name(&self, name: &str) -> Option<u32> {
        self.reserved.get(name).copied().or_else(|| self.find(name))
    }
}

/// A tokenizer of this kind.
#[derive(Debug, Clone)]
pub struct SentencePiece {
    vocabulary: Vocabulary,
    /// `None`: byte-pair encoding.
    unigram: Option<unigram::Unigram>,
    normalizer: Normalizer,
    added: AddedTokens,
    /// Whether every text between added tokens is a string of its own, with its own dummy prefix, and
    /// not only the first (the slow tokenizer of `transformers` with `legacy`, and llama.cpp).
    every_text: bool,
    /// Tokens around a prompt.
    pub before: Vec<u32>,
    pub after: Vec<u32>,
}

impl SentencePiece {
    /// Puts the parts together. `normalizer` has the dummy prefix as it is used.
    pub fn new(
        vocabulary: Vocabulary,
        algorithm: Algorithm,
        normalizer: Normalizer,
        added: AddedTokens,
        every_text: bool,
    ) -> Self {
        let unigram = (algorithm == Algorithm::Unigram).then(|| unigram::Unigram::new(&vocabulary));
        let (before, after) = (Vec::new(), Vec::new());
        Self { vocabulary, unigram, normalizer, added, every_text, before, after }
    }

    /// The maximum length of a string in bytes.
    pub fn max_text(&self) -> usize {
        let longest = self.vocabulary.pieces.iter().map(|piece| piece.text.len()).max();
        MAX_TEXT.min(MAX_WORK / longest.unwrap_or(1).max(1))
    }

    /// Returns the ids of a string; `None` if it is too long once it is normalized.
    pub fn encode(&self, text: &str, add_special: bool) -> Option<Vec<u32>> {
        let mut ids = if add_special { self.before.clone() } else { Vec::new() };
        let prefixed;
        let (text, place) = match self.every_text {
            true => (text, Place::Beginning),
            false => {
                prefixed = self.with_prefix(text);
                (prefixed.as_str(), Place::Inside)
            }
        };
        let parts = self.added.split(text);
        let parts = match parts.as_slice() {
            [Part::Text(SPACE), rest @ ..] if !self.every_text && self.begins_with_role(rest) => {
                rest
            }
            parts => parts,
        };
        for part in parts {
            match part {
                Part::Token(id) => ids.push(*id),
                Part::Text(text) => self.encode_text(text, place, &mut ids)?,
            }
        }
        if add_special {
            ids.extend(&self.after);
        }
        Some(ids)
    }

    /// Returns a string with the prefix that only its beginning gets.
    fn with_prefix(&self, text: &str) -> String {
        let prefix = self.normalizer.add_dummy_prefix && !text.is_empty();
        let text = text.replace(SPACE, " ");
        if prefix { format!("{SPACE}{text}") } else { text }
    }

    fn begins_with_role(&self, parts: &[Part<'_>]) -> bool {
        let first = match parts.first() {
            Some(Part::Token(id)) => self.added.get(*id),
            _ => None,
        };
        first.is_some_and(|token| token.has_role)
    }

    fn encode_text(&self, text: &str, place: Place, ids: &mut Vec<u32>) -> Option<()> {
        let user_defined = &self.vocabulary.user_defined;
        // Spaces take three bytes as pieces.
        let limit = 4 * MAX_TEXT;
        let normal = self.normalizer.normalize(text, place, user_defined, limit)?;
        self.encode_pieces(&normal, ids);
        Some(())
    }

    fn encode_pieces(&self, normal: &str, ids: &mut Vec<u32>) {
        // Neighbouring unknown pieces are one.
        let mut after_unknown = false;
        let mut emit = |piece: &str, id: Option<u32>| {
            match (id, &self.vocabulary.bytes, self.vocabulary.unknown) {
                (Some(id), ..) => ids.push(id),
                (None, Some(bytes), _) => {
                    ids.extend(piece.bytes().map(|byte| bytes[usize::from(byte)]));
                }
                (None, None, Some(unknown)) if !after_unknown => ids.push(unknown),
                _ => {}
            }
            after_unknown = id.is_none();
        };
        match &self.unigram {
            Some(unigram) => unigram.encode(&self.vocabulary, normal, &mut emit),
            None => bpe::encode(&self.vocabulary, normal, &mut emit),
        }
    }

    /// Returns the id of a token by its name.
    pub fn token_to_id(&self, name: &str) -> Option<u32> {
        self.added.id(name).or_else(|| self.vocabulary.id_of_name(name))
    }

    /// Returns the text of every token.
    pub fn table(&self, vocab_size: usize) -> TokenTable {
        let mut table = TokenTable::default();
        for id in (0..).take(vocab_size) {
            let piece = self.vocabulary.pieces.get(id as usize);
            let (bytes, kind) = match (self.added.get(id), piece) {
                (Some(AddedToken { content, special: true, .. }), _) => {
                    (content.clone().into_bytes(), TokenKind::Special)
                }
                (Some(AddedToken { content, .. }), _) => {
                    (content.clone().into_bytes(), TokenKind::Added)
                }
                (None, None) => (Vec::new(), TokenKind::Text),
                (None, Some(piece)) => match piece.kind {
                    Kind::Unknown | Kind::Control => {
                        (piece.text.clone().into_bytes(), TokenKind::Special)
                    }
                    Kind::Byte => {
                        let byte = super::bytes::hexadecimal(&piece.text);
                        (byte.into_iter().collect(), TokenKind::Byte)
                    }
                    _ => (piece.text.replace(SPACE, " ").into_bytes(), TokenKind::Text),
                },
            };
            table.push(&bytes, kind);
        }
        table.runs = match (self.normalizer.drops_spaces(), self.every_text) {
            (false, _) => Runs::Whole,
            (true, true) => Runs::EachWithoutPrefix,
            (true, false) => Runs::FirstWithoutPrefix,
        };
        table.drops_every_space = self.normalizer.remove_extra_whitespaces;
        table.begin = self.before.clone();
        table
    }
}

/// Returns the error of a wrong value.
fn wrong(file: &Path, key: &str, expected: &str, found: &str) -> Error {
    let (key, expected, found) = (key.to_owned(), expected.to_owned(), found.to_owned());
    Error::Value { file: file.to_owned(), key, expected, found }
}

/// Returns the beginning of a string, for a message.
pub(super) fn excerpt(text: &str) -> String {
    format!("{:?}", text.chars().take(60).collect::<String>())
}
