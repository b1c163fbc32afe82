//! Streaming detokenization: token ids to text, one token at a time, and stop strings.
//!
//! A token is a few bytes, not a few characters. A character that spans tokens is held back until
//! it is complete, and so is the possible beginning of a stop string.

use crate::error::Result;
use crate::tokenizer::{Run, Tokenizer};

/// Turns the tokens of one answer into text. Special tokens give no text.
///
/// Without stop strings, the joined text is exactly what the answer adds to the
/// [decoded](Tokenizer::decode) prompt. With them, the text ends before the first stop string to be
/// complete, or before the longest of several that end in the same place. The division into tokens
/// makes no difference. The cost is linear in the length of the text and independent of the stop
/// strings.
#[derive(Debug, Clone)]
pub struct TextStream<'t> {
    tokenizer: &'t Tokenizer,
    utf8: Utf8Stream,
    stops: StopMatcher,
    /// Special tokens that give text nevertheless.
    shown: Vec<u32>,
    run: Run,
}

/// The text that a token completes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece {
    /// Text, possibly empty.
    pub text: String,
    /// Whether a stop string is complete: no text follows.
    pub stopped: bool,
}

impl<'t> TextStream<'t> {
    /// Creates a stream at the beginning of a string. Empty stop strings are ignored.
    pub fn new(tokenizer: &'t Tokenizer, stop: &[String]) -> Self {
        let (utf8, stops) = (Utf8Stream::default(), StopMatcher::new(stop));
        let run = tokenizer.run_after(&[]);
        Self { tokenizer, utf8, stops, shown: Vec::new(), run }
    }

    /// Continues the text of a prompt: a SentencePiece model drops the space before the first word
    /// of a string only.
    pub fn after(self, prompt: &[u32]) -> Self {
        Self { run: self.tokenizer.run_after(prompt), ..self }
    }

    /// Includes the text of these special tokens, such as marks around tool calls.
    pub fn showing(self, shown: &[u32]) -> Self {
        Self { shown: shown.to_vec(), ..self }
    }

    /// Takes the next token. After a stop string there is no more text.
    ///
    /// # Errors
    /// [`UnknownToken`](crate::Error::UnknownToken).
    pub fn push(&mut self, id: u32) -> Result<Piece> {
        let (bytes, special) = self.tokenizer.advance(id, &mut self.run)?;
        let bytes = if special && !self.shown.contains(&id) { &[] } else { bytes };
        let text = self.utf8.push(bytes);
        let text = self.stops.push(&text);
        Ok(Piece { text, stopped: self.stops.stopped })
    }

    /// Ends the stream and returns the text that was held back.
    pub fn finish(&mut self) -> String {
        let text = self.utf8.finish();
        let mut text = self.stops.push(&text);
        text.push_str(&self.stops.finish());
        text
    }
}

/// Decodes UTF-8 incrementally, with the result of [`String::from_utf8_lossy`] on all bytes.
#[derive(Debug, Clone, Default)]
struct Utf8Stream {
    /// The beginning of a character: at most three bytes.
    incomplete: Vec<u8>,
}

impl Utf8Stream {
    fn push(&mut self, bytes: &[u8]) -> String {
        self.incomplete.extend_from_slice(bytes);
        let (mut text, mut incomplete) = (String::new(), Vec::new());
        let mut chunks = self.incomplete.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            text.push_str(chunk.valid());
            if chunks.peek().is_none() && is_incomplete(chunk.invalid()) {
                incomplete = chunk.invalid().to_vec();
            } else if !chunk.invalid().is_empty() {
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
        self.incomplete = incomplete;
        text
    }

    fn finish(&mut self) -> String {
        String::from_utf8_lossy(&std::mem::take(&mut self.incomplete)).into_owned()
    }
}

/// Whether more bytes could complete these to a character.
fn is_incomplete(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// Searches for several strings at once in incremental text (Knuth, Morris and Pratt 1977).
#[derive(Debug, Clone)]
struct StopMatcher {
    stops: Vec<Stop>,
    /// Text held back because a stop string may begin in it: the index of that stop string, and the
    /// length of its prefix. The text itself is not stored, so its length costs nothing.
    held: Option<(usize, usize)>,
    stopped: bool,
}

#[derive(Debug, Clone)]
struct Stop {
    text: String,
    /// `failure[n]`: length of the longest proper prefix of `text` that ends its first `n + 1`
    /// bytes.
    failure: Vec<usize>,
    /// Length of the longest prefix of `text` that ends what was read.
    matched: usize,
}

impl StopMatcher {
    fn new(stops: &[String]) -> Self {
        let stops = stops.iter().filter(|text| !text.is_empty()).map(|text| Stop::new(text));
        Self { stops: stops.collect(), held: None, stopped: false }
    }

    /// Takes more text and returns the part that cannot belong to a stop string.
    fn push(&mut self, text: &str) -> String {
        if self.stopped {
            return String::new();
        }
        let before = self.held.take();
        let (mut read, mut withheld) = (0, 0);
        for byte in text.bytes() {
            read += 1;
            let completed = self.stops.iter_mut().filter_map(|stop| stop.advance(byte)).max();
            if let Some(length) = completed {
                self.stopped = true;
                withheld = length;
                break;
            }
        }
        if !self.stopped {
            let matched = self.stops.iter().map(|stop| stop.matched).enumerate();
            self.held = matched.max_by_key(|(_, matched)| *matched);
            withheld = self.held.map_or(0, |(_, matched)| matched);
        }
        // Stop strings and text consist of complete characters, so every cut is between characters.
        let before = self.prefix(before);
        let end = before.len() + read - withheld;
        match end.checked_sub(before.len()) {
            Some(end) => format!("{before}{}", &text[..end]),
            None => before[..end].to_owned(),
        }
    }

    fn finish(&mut self) -> String {
        self.stopped = true;
        let held = self.held.take();
        self.prefix(held).to_owned()
    }

    fn prefix(&self, held: Option<(usize, usize)>) -> &str {
        held.map_or("", |(stop, length)| &self.stops[stop].text[..length])
    }
}

impl Stop {
    fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut failure = vec![0; bytes.len()];
        let mut length = 0;
        for at in 1..bytes.len() {
            while length > 0 && bytes[at] != bytes[length] {
                length = failure[length - 1];
            }
            length += usize::from(bytes[at] == bytes[length]);
            failure[at] = length;
        }
        Self { text: text.to_owned(), failure, matched: 0 }
    }

    /// Reads a byte. Returns the length of the stop string if the byte completes it.
    fn advance(&mut self, byte: u8) -> Option<usize> {
        let text = self.text.as_bytes();
        while self.matched > 0 && text[self.matched] != byte {
            self.matched = self.failure[self.matched - 1];
        }
        self.matched += usize::from(text[self.matched] == byte);
        (self.matched == text.len()).then_some(self.matched)
    }
}
