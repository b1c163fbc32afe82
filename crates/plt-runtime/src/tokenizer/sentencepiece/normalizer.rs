//! Normalization of a string before it is cut into pieces.
//!
//! Source: `normalizer.cc` of google/sentencepiece.

use super::prefixes::Prefixes;

/// SentencePiece's visible space, U+2581.
pub const SPACE: &str = "\u{2581}";
/// Maximum length of a replaced string in bytes. The rules of Unicode have at most 20.
const MAX_RULE: usize = 128;

/// The rules of a model.
#[derive(Debug, Clone, Default)]
pub struct Normalizer {
    pub charsmap: Option<Charsmap>,
    pub add_dummy_prefix: bool,
    pub remove_extra_whitespaces: bool,
}

/// Where a string stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the beginning of a string: it gets the prefix, and loses spaces before it.
    Beginning,
    /// After other text.
    Inside,
}

impl Normalizer {
    /// Returns the normalized text; `None` if it has more than `limit` bytes. `user_defined` pieces
    /// are left as they are.
    pub fn normalize(
        &self,
        text: &str,
        place: Place,
        user_defined: &Prefixes,
        limit: usize,
    ) -> Option<String> {
        let strips = self.remove_extra_whitespaces;
        let mut rest = text;
        if strips && place == Place::Beginning {
            while let (" ", length) = self.step(rest, user_defined) {
                rest = &rest[length..];
            }
        }
        let mut out = String::with_capacity(rest.len() + rest.len() / 4 + SPACE.len());
        if rest.is_empty() {
            return Some(out);
        }
        if self.add_dummy_prefix && place == Place::Beginning {
            out += SPACE;
        }
        let mut after_space = strips && place == Place::Beginning;
        while !rest.is_empty() {
            let (mut normal, length) = self.step(rest, user_defined);
            if after_space {
                normal = normal.trim_start_matches(' ');
            }
            if !normal.is_empty() {
                for part in normal.split_inclusive(' ') {
                    match part.strip_suffix(' ') {
                        Some(word) => {
                            out += word;
                            out += SPACE;
                        }
                        None => out += part,
                    }
                }
                after_space = strips && normal.ends_with(' ');
            }
            if out.len() > limit {
                return None;
            }
            rest = &rest[length..];
        }
        if strips {
            out.truncate(out.trim_end_matches(SPACE).len());
        }
        Some(out)
    }

    /// Whether decoding drops spaces at the beginning of a string.
    pub fn drops_spaces(&self) -> bool {
        self.add_dummy_prefix || self.remove_extra_whitespaces
    }

    /// Returns the normal form of the beginning of `text`, and the length of that beginning.
    fn step<'s>(&'s self, text: &'s str, user_defined: &Prefixes) -> (&'s str, usize) {
        if let Some((length, _)) = user_defined.longest(text) {
            return (&text[..length], length);
        }
        if let Some(found) = self.charsmap.as_ref().and_then(|map| map.longest(text)) {
            return found;
        }
        let length = text.chars().next().map_or(0, char::len_utf8);
        (&text[..length], length)
    }
}

/// `precompiled_charsmap`: replacements in a double array (darts-clone), and their results.
#[derive(Debug, Clone)]
pub struct Charsmap {
    units: Vec<u32>,
    /// Strings, each of which a NUL ends.
    results: String,
}

impl Charsmap {
    /// Reads the map: the length of the array in bytes, the array, the results.
    ///
    /// # Errors
    /// The expected content.
    pub fn new(bytes: &[u8]) -> Result<Self, &'static str> {
        let (length, rest) = bytes.split_first_chunk().ok_or("a length of 4 bytes")?;
        let length = u32::from_le_bytes(*length) as usize;
        if !length.is_multiple_of(4) || length < 4 {
            return Err("an array of 32-bit units");
        }
        let (units, results) = rest.split_at_checked(length).ok_or("as many bytes as it says")?;
        let units = units.as_chunks().0.iter().map(|unit| u32::from_le_bytes(*unit)).collect();
        let results = std::str::from_utf8(results).map_err(|_| "results in UTF-8")?;
        Ok(Self { units, results: results.to_owned() })
    }

    /// Returns the bytes that [`new`](Self::new) reads.
    pub fn to_bytes(&self) -> Vec<u8> {
        let length = (self.units.len() * 4) as u32;
        let mut bytes = length.to_le_bytes().to_vec();
        bytes.extend(self.units.iter().flat_map(|unit| unit.to_le_bytes()));
        bytes.extend(self.results.as_bytes());
        bytes
    }

    /// Returns the result of the longest rule that `text` begins with, and the rule's length.
    fn longest<'s>(&'s self, text: &'s str) -> Option<(&'s str, usize)> {
        let offset = |unit: u32| ((unit >> 10) << ((unit & (1 << 9)) >> 6)) as usize;
        let mut at = offset(*self.units.first()?);
        let mut found = None;
        for (index, byte) in text.bytes().take(MAX_RULE).enumerate() {
            at ^= usize::from(byte);
            let Some(unit) = self.units.get(at) else { break };
            // The label of a unit, whose highest bit is set in a value.
            if unit & 0x8000_00FF != u32::from(byte) {
                break;
            }
            at ^= offset(*unit);
            if unit >> 8 & 1 == 1
                && let Some(value) = self.units.get(at)
                // A rule ends with a character.
                && text.is_char_boundary(index + 1)
            {
                found = Some(((value & 0x7FFF_FFFF) as usize, index + 1));
            }
        }
        let (start, length) = found?;
        let result = self.results.get(start..)?;
        Some((result.split('\0').next().unwrap_or_default(), length))
    }
}
