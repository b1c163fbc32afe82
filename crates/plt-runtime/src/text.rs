//! Token ids to text, one token at a time, and the texts that end an answer.
//!
//! A token is a few bytes, not a few characters: characters that span tokens are held back until
//! they are whole, and so is whatever may turn out to be the beginning of a stop text.

use crate::error::Result;
use crate::tokenizer::Tokenizer;

/// Turns the tokens of one answer into text. Special tokens give no text.
///
/// Without stop texts the pieces, joined, are what the answer adds to the
/// [decoded](Tokenizer::decode) prompt, to the letter. With them the text ends before the first
/// stop text to be completed; of several that end in the same place, before the longest. How the
/// text is cut into tokens makes no difference. The cost is linear in the length of the text,
/// whatever the stop texts.
#[derive(Debug, Clone)]
pub struct TextStream<'t> {
    tokenizer: &'t Tokenizer,
    utf8: Utf8Stream,
    stops: StopMatcher,
}

/// What became certain with a token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece {
    /// Text, possibly empty.
    pub text: String,
    /// Whether a stop text was completed: nothing follows.
    pub stopped: bool,
}

impl<'t> TextStream<'t> {
    /// A stream that has seen nothing. Empty stop texts are ignored.
    pub fn new(tokenizer: &'t Tokenizer, stop: &[String]) -> Self {
        Self { tokenizer, utf8: Utf8Stream::default(), stops: StopMatcher::new(stop) }
    }

    /// Takes the next token. After a stop text there is no more text.
    ///
    /// # Errors
    /// [`UnknownToken`](crate::Error::UnknownToken).
    pub fn push(&mut self, id: u32) -> Result<Piece> {
        let bytes = match self.tokenizer.is_special(id)? {
            true => &[],
            false => self.tokenizer.bytes(id)?,
        };
        let text = self.utf8.push(bytes);
        let text = self.stops.push(&text);
        Ok(Piece { text, stopped: self.stops.stopped })
    }

    /// Ends the stream: the text that was held back.
    pub fn finish(&mut self) -> String {
        let text = self.utf8.finish();
        let mut text = self.stops.push(&text);
        text.push_str(&self.stops.finish());
        text
    }
}

/// UTF-8 from bytes in pieces: what [`String::from_utf8_lossy`] makes of all of them.
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

/// Whether more bytes could make a character of it.
fn is_incomplete(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// Looks for several texts at once, in text that comes in pieces (Knuth, Morris and Pratt 1977).
#[derive(Debug, Clone)]
struct StopMatcher {
    stops: Vec<Stop>,
    /// Text that a stop text may begin in.
    held: String,
    stopped: bool,
}

#[derive(Debug, Clone)]
struct Stop {
    text: Vec<u8>,
    /// `failure[n]`: length of the longest proper prefix of `text` that ends its first `n + 1`
    /// bytes.
    failure: Vec<usize>,
    /// Length of the longest prefix of `text` that ends what was read.
    matched: usize,
}

impl StopMatcher {
    fn new(stops: &[String]) -> Self {
        let stops = stops.iter().filter(|text| !text.is_empty()).map(|text| Stop::new(text));
        Self { stops: stops.collect(), held: String::new(), stopped: false }
    }

    /// Takes more text; returns what cannot be part of a stop text any more.
    fn push(&mut self, text: &str) -> String {
        if self.stopped {
            return String::new();
        }
        let before = self.held.len();
        self.held.push_str(text);
        for (at, byte) in text.bytes().enumerate() {
            let completed = self.stops.iter_mut().filter_map(|stop| stop.advance(byte)).max();
            if let Some(length) = completed {
                self.stopped = true;
                // Stop texts and text are both whole characters, so this is a boundary.
                self.held.truncate(before + at + 1 - length);
                return std::mem::take(&mut self.held);
            }
        }
        let matched = self.stops.iter().map(|stop| stop.matched).max().unwrap_or(0);
        let held = self.held.split_off(self.held.len() - matched);
        std::mem::replace(&mut self.held, held)
    }

    fn finish(&mut self) -> String {
        std::mem::take(&mut self.held)
    }
}

impl Stop {
    fn new(text: &str) -> Self {
        let text = text.as_bytes().to_vec();
        let mut failure = vec![0; text.len()];
        let mut length = 0;
        for at in 1..text.len() {
            while length > 0 && text[at] != text[length] {
                length = failure[length - 1];
            }
            length += usize::from(text[at] == text[length]);
            failure[at] = length;
        }
        Self { text, failure, matched: 0 }
    }

    /// Reads a byte; the length of the text if that completes it.
    fn advance(&mut self, byte: u8) -> Option<usize> {
        while self.matched > 0 && self.text[self.matched] != byte {
            self.matched = self.failure[self.matched - 1];
        }
        self.matched += usize::from(self.text[self.matched] == byte);
        (self.matched == self.text.len()).then_some(self.matched)
    }
}
