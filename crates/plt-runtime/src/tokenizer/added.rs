//! Added tokens: strings that are found in a string before it is encoded.

use std::collections::HashMap;
use std::path::Path;

use super::sentencepiece::Prefixes;
use crate::error::{Error, Result};

/// Maximum length of an added token in bytes.
const MAX_TOKEN: usize = 1024;

/// An id this far beyond the embedding's rows is damage, and no unused token.
const MAX_BEYOND: u64 = 1 << 16;

/// A token that is found in text as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct AddedToken {
    pub id: u32,
    pub content: String,
    /// Whether it is a mark and no text.
    pub special: bool,
    /// Whether it has a role, such as end of text: at the beginning of a string it takes the place of
    /// the prefix.
    pub has_role: bool,
    /// Whether it takes the spaces before it, and those after it.
    pub lstrip: bool,
    pub rstrip: bool,
}

/// The added tokens of a vocabulary.
#[derive(Debug, Clone, Default)]
pub struct AddedTokens {
    tokens: HashMap<u32, AddedToken>,
    ids: HashMap<String, u32>,
    prefixes: Prefixes,
}

/// A part of a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'s> {
    Text(&'s str),
    Token(u32),
}

impl AddedTokens {
    /// Checks the tokens of `file`. `vocab_size` is the number of rows of the model's embedding.
    /// Tokens without a row are left out: the model cannot know them.
    pub fn new(mut tokens: Vec<AddedToken>, file: &Path, vocab_size: usize) -> Result<Self> {
        let count = tokens.len();
        tokens.retain(|token| !lacks_row(token.id.into(), vocab_size));
        warn_of_dropped(count - tokens.len(), file, vocab_size);
        let mut all = Self::default();
        for token in &tokens {
            let wrong = |expected: &str, found: String| Error::Value {
                file: file.to_owned(),
                key: "added tokens".to_owned(),
                expected: expected.to_owned(),
                found,
            };
            let name = super::sentencepiece::excerpt(&token.content);
            if token.content.is_empty() || token.content.len() > MAX_TOKEN {
                let found = format!("{} bytes for id {}", token.content.len(), token.id);
                return Err(wrong(&format!("strings of 1 to {MAX_TOKEN} bytes"), found));
            }
            if token.id as usize >= vocab_size {
                let expected = format!("ids below the vocabulary size {vocab_size}");
                return Err(wrong(&expected, format!("{} for {name}", token.id)));
            }
            if let Some(first) = all.ids.insert(token.content.clone(), token.id)
                && first != token.id
            {
                return Err(wrong("one id", format!("{first} and {} for {name}", token.id)));
            }
            if let Some(first) = all.tokens.insert(token.id, token.clone())
                && first.content != token.content
            {
                let first = super::sentencepiece::excerpt(&first.content);
                return Err(wrong("different ids", format!("{} for {first} and {name}", token.id)));
            }
        }
        all.prefixes = Prefixes::new(tokens.iter().map(|t| (t.content.as_str(), t.id)));
        Ok(all)
    }

    /// Returns the token with this id.
    pub fn get(&self, id: u32) -> Option<&AddedToken> {
        self.tokens.get(&id)
    }

    /// Returns the id of a token by its content.
    pub fn id(&self, content: &str) -> Option<u32> {
        self.ids.get(content).copied()
    }

    /// Splits a string at the tokens, the first one first and the longest of several that begin in
    /// the same place. There are no empty strings.
    pub fn split<'s>(&self, text: &'s str) -> Vec<Part<'s>> {
        let mut parts = Vec::new();
        let mut strips = false;
        let mut push = |parts: &mut Vec<Part<'s>>, text: &'s str, before: Option<&AddedToken>| {
            let text = if strips { text.trim_start_matches(is_space) } else { text };
            let lstrip = before.is_some_and(|token| token.lstrip);
            let text = if lstrip { text.trim_end_matches(is_space) } else { text };
            if !text.is_empty() {
                parts.push(Part::Text(text));
            }
            strips = before.is_some_and(|token| token.rstrip);
        };
        let (mut start, mut at) = (0, 0);
        while let Some(character) = text[at..].chars().next() {
            let found = self.prefixes.longest(&text[at..]);
            match found.and_then(|(length, id)| Some((length, self.tokens.get(&id)?))) {
                Some((length, token)) => {
                    push(&mut parts, &text[start..at], Some(token));
                    parts.push(Part::Token(token.id));
                    at += length;
                    start = at;
                }
                None => at += character.len_utf8(),
            }
        }
        push(&mut parts, &text[start..], None);
        parts
    }
}

/// Whether an added token with this id is unused: its id is one of the next after the rows of the
/// embedding.
pub fn lacks_row(id: u64, vocab_size: usize) -> bool {
    let rows = vocab_size as u64;
    (rows..rows.saturating_add(MAX_BEYOND)).contains(&id)
}

/// Logs that added tokens without a row are ignored.
pub fn warn_of_dropped(count: usize, file: &Path, vocab_size: usize) {
    if count > 0 {
        let file = file.display();
        tracing::warn!("{file}: ignoring {count} added tokens with ids from {vocab_size} on");
    }
}

/// Python's `str.isspace`.
fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{1c}'..='\u{1f}')
}
