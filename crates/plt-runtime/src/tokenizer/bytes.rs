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
        // The names of added tokens are their text.
        bytes.unwrap_or_else(|| token.into_bytes())
    }
}

/// Returns the byte that a name such as `<0x41>` means.
fn hexadecimal(token: &str) -> Option<u8> {
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
#[derive(Debug, Clone)]
pub(super) struct TokenTable {
    bytes: Vec<u8>,
    /// The end of each token's bytes, and whether the token is special.
    tokens: Vec<(usize, bool)>,
    pub leading_spaces: usize,
}

impl TokenTable {
    pub fn new(
        library: &tokenizers::Tokenizer,
        detokenizer: &Detokenizer,
        vocab_size: usize,
    ) -> Self {
        let characters = byte_characters();
        let added = library.get_added_vocabulary();
        let leading_spaces = detokenizer.leading_spaces;
        let mut table = Self { bytes: Vec::new(), tokens: Vec::new(), leading_spaces };
        for id in (0..).take(vocab_size) {
            let token = library.id_to_token(id).unwrap_or_default();
            table.bytes.extend(detokenizer.bytes(&token, &characters));
            table.tokens.push((table.bytes.len(), added.is_special_token(&token)));
        }
        table
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Returns the bytes of a token, and whether it is special.
    pub fn get(&self, id: u32) -> Option<(&[u8], bool)> {
        let id = id as usize;
        let (end, special) = *self.tokens.get(id)?;
        let start = id.checked_sub(1).map_or(0, |before| self.tokens[before].0);
        Some((&self.bytes[start..end], special))
    }
}
