//! The bytes of every token.

use std::collections::HashMap;

/// Converts the name of a token to bytes: the `decoder` of `tokenizer.json`.
#[derive(Debug, Clone)]
pub(super) struct Detokenizer {
    /// Replacements, in this order: SentencePiece's `▁` is a space.
    pub replace: Vec<(String, String)>,
    /// The names of single bytes.
    pub bytes: ByteNames,
    /// Spaces that are dropped at the beginning of the decoded string.
    pub leading_spaces: usize,
}

/// How single bytes are named in a vocabulary of strings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ByteNames {
    /// Single bytes have no names.
    None,
    /// GPT-2: every byte is a printable character, and tokens consist of these.
    Characters,
    /// SentencePiece: tokens `<0x00>` to `<0xFF>`.
    Hexadecimal,
}

impl Detokenizer {
    /// `characters`: see [`byte_characters`].
    fn bytes(&self, token: &str, characters: &HashMap<char, u8>) -> Vec<u8> {
        let token = self.replace.iter().fold(token.to_owned(), |t, (from, to)| t.replace(from, to));
        let bytes = match self.bytes {
            ByteNames::None => None,
            ByteNames::Characters => token.chars().map(|c| characters.get(&c).copied()).collect(),
            ByteNames::Hexadecimal => hexadecimal(&token).map(|byte| vec![byte]),
        };
        bytes.unwrap_or_else(|| token.into_bytes())
    }
}

/// Returns the byte that a name such as `<0x41>` means.
pub(super) fn hexadecimal(token: &str) -> Option<u8> {
    let digits = token.strip_prefix("<0x")?.strip_suffix('>')?;
    let two = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    two.then(|| u8::from_str_radix(digits, 16).ok()).flatten()
}

/// Returns GPT-2's alphabet: printable Latin-1 characters mean themselves; U+0100 and up mean the
/// other bytes in their order.
fn byte_characters() -> HashMap<char, u8> {
    let mut next = 0x100;
    let character = |byte: u8| match byte {
        b'!'..=b'~' | 0xA1..=0xAC | 0xAE..=0xFF => char::from(byte),
        _ => {
            next += 1;
            char::from_u32(next - 1).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
    };
    let characters: Vec<char> = (0..=255).map(character).collect();
    characters.into_iter().zip(0..=255).collect()
}

/// The bytes of all tokens, concatenated.
#[derive(Debug, Clone, Default)]
pub(super) struct TokenTable {
    bytes: Vec<u8>,
    /// The end of each token's bytes, and its kind.
    tokens: Vec<(usize, TokenKind)>,
    /// Spaces that are dropped at the beginning of a decoded string.
    pub leading_spaces: usize,
    pub runs: Runs,
    /// Whether a run without a prefix loses all of its spaces, and not only one.
    pub drops_every_space: bool,
    /// The tokens before every prompt.
    pub begin: Vec<u32>,
}

/// The kinds of tokens that decode differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A part of a string.
    Text,
    /// One byte of a string.
    Byte,
    /// A string of its own: it ends a run.
    Added,
    /// Not part of the text: it ends a run.
    Special,
}

/// The runs of tokens between added tokens that lose the prefix which encoding adds to a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Runs {
    /// No run.
    #[default]
    Whole,
    /// Every run.
    EachWithoutPrefix,
    /// The run at the beginning.
    FirstWithoutPrefix,
}

/// The place of the next token in its run.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Run {
    /// Whether the next token may lose a space.
    at_start: bool,
    /// Number of tokens before.
    tokens: usize,
}

impl TokenTable {
    /// Creates the table of a `tokenizer.json`.
    pub fn new(
        library: &tokenizers::Tokenizer,
        detokenizer: &Detokenizer,
        vocab_size: usize,
    ) -> Self {
        let characters = byte_characters();
        let added = library.get_added_tokens_decoder();
        let leading_spaces = detokenizer.leading_spaces;
        let mut table = Self { leading_spaces, ..Self::default() };
        for id in (0..).take(vocab_size) {
            match added.get(&id) {
                // The names of added tokens are their text.
                Some(token) => {
                    let kind = if token.special { TokenKind::Special } else { TokenKind::Added };
                    table.push(token.content.as_bytes(), kind);
                }
                None => {
                    let token = library.id_to_token(id).unwrap_or_default();
                    table.push(&detokenizer.bytes(&token, &characters), TokenKind::Text);
                }
            }
        }
        table
    }

    /// Adds the next token.
    pub fn push(&mut self, bytes: &[u8], kind: TokenKind) {
        self.bytes.extend(bytes);
        self.tokens.push((self.bytes.len(), kind));
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Returns the bytes of a token, and its kind.
    pub fn get(&self, id: u32) -> Option<(&[u8], TokenKind)> {
        let id = id as usize;
        let (end, kind) = *self.tokens.get(id)?;
        let start = id.checked_sub(1).map_or(0, |before| self.tokens[before].0);
        Some((&self.bytes[start..end], kind))
    }

    /// Returns the run at the beginning of a string.
    pub fn first_run(&self) -> Run {
        Run { at_start: self.runs != Runs::Whole, tokens: 0 }
    }

    /// Returns the run after the tokens of a prompt.
    pub fn run_after(&self, prompt: &[u32]) -> Run {
        let ends_run = |id: &u32| {
            let kind = self.get(*id).map(|(_, kind)| kind);
            matches!(kind, Some(TokenKind::Added | TokenKind::Special))
        };
        // Runs do not depend on those before, but for the first.
        let start = match self.runs {
            Runs::Whole => return Run::default(),
            Runs::EachWithoutPrefix => prompt.iter().rposition(ends_run).unwrap_or(0),
            Runs::FirstWithoutPrefix => 0,
        };
        let mut run = self.first_run();
        for id in &prompt[start..] {
            self.advance(*id, &mut run);
            if !run.at_start {
                break;
            }
        }
        run
    }

    /// Returns what a token adds to its run, and its kind.
    pub fn advance(&self, id: u32, run: &mut Run) -> Option<(&[u8], TokenKind)> {
        let (bytes, kind) = self.get(id)?;
        let before = run.tokens;
        run.tokens += 1;
        let bytes = match kind {
            TokenKind::Added | TokenKind::Special => {
                run.at_start = match self.runs {
                    Runs::Whole => false,
                    Runs::EachWithoutPrefix => true,
                    Runs::FirstWithoutPrefix => run.at_start && self.begin.get(before) == Some(&id),
                };
                bytes
            }
            TokenKind::Byte => {
                run.at_start = false;
                bytes
            }
            TokenKind::Text if !run.at_start || bytes.is_empty() => bytes,
            TokenKind::Text => {
                let rest = bytes.strip_prefix(b" ").unwrap_or(bytes);
                run.at_start = rest.is_empty() && self.drops_every_space;
                rest
            }
        };
        Some((bytes, kind))
    }
}
