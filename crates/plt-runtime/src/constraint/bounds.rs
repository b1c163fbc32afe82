//! Bounds that let an answer in JSON end.
//!
//! Most schemas allow one more digit, key or bracket at any time, and a model that repeats itself
//! would take it until its tokens run out. Tokens that go over a bound are masked, unless the
//! schema allows no others.

/// Digits of a number before its exponent: as many as the largest 64-bit integer has.
const DIGITS: u32 = 20;
/// Digits of an exponent: as many as those of 64-bit floats have.
const EXPONENT_DIGITS: u32 = 3;
/// Digits in a row in a string: a pattern such as `^[0-9]+$` allows any number.
const STRING_DIGITS: u32 = 100;
/// Bytes of a key.
const KEY: u32 = 128;
/// Members of an object.
const MEMBERS: u64 = 64;
/// Items of a list.
const ITEMS: u64 = 1024;
/// Objects and lists inside each other.
const LEVELS: usize = 32;
/// Brackets that one token opens, at most, and its bytes. A longer one may go over a bound.
const BRACKETS: usize = 4;
const TOKEN: u32 = 32;

/// The place in an answer that has been reached, and its bounds.
#[derive(Debug, Clone)]
pub(super) struct Bounds {
    limits: Limits,
    /// The objects and lists around the place.
    around: Vec<Container>,
    place: Place,
    /// Whether the last character is a backslash that escapes the next one.
    escapes: bool,
}

/// Sizes that a schema states raise these limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limits {
    pub members: u64,
    pub items: u64,
    pub levels: usize,
}

#[derive(Debug, Clone, Copy)]
struct Container {
    is_object: bool,
    commas: u64,
    /// Whether the next string is a key.
    before_key: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between values, or in `true`, `false` or `null`.
    Outside,
    /// In a string, after this many digits in a row.
    String(u32),
    /// In a key, after this many bytes.
    Key(u32),
    /// In a number before its exponent, after this many digits.
    Number(u32),
    /// In the exponent of a number, after this many digits.
    Exponent(u32),
}

impl Default for Limits {
    fn default() -> Self {
        Self { members: MEMBERS, items: ITEMS, levels: LEVELS }
    }
}

impl Limits {
    /// Returns the larger limits of both.
    pub fn max(self, other: Self) -> Self {
        Self {
            members: self.members.max(other.members),
            items: self.items.max(other.items),
            levels: self.levels.max(other.levels),
        }
    }
}

impl Bounds {
    pub fn new(limits: Limits) -> Self {
        Self { limits, around: Vec::new(), place: Place::Outside, escapes: false }
    }

    /// Whether a short token can go over a bound.
    pub fn is_near(&self) -> bool {
        let is_near = match self.place {
            Place::Number(_) | Place::Exponent(_) => true,
            Place::String(digits) => digits + TOKEN > STRING_DIGITS,
            Place::Key(bytes) => bytes + TOKEN > KEY,
            Place::Outside => false,
        };
        is_near
            || self.around.len() + BRACKETS > self.limits.levels
            || self.around.iter().any(|container| self.is_full(container))
    }

    /// Advances over a part of the answer. Returns whether it goes over a bound.
    pub fn advance(&mut self, bytes: &[u8]) -> bool {
        let mut over = false;
        for byte in bytes {
            over |= self.step(*byte);
        }
        over
    }

    /// Takes the state of another.
    pub fn copy_from(&mut self, other: &Self) {
        self.limits = other.limits;
        (self.place, self.escapes) = (other.place, other.escapes);
        // Keeps the memory: a mask takes thousands of copies.
        self.around.clone_from(&other.around);
    }

    fn step(&mut self, byte: u8) -> bool {
        let escaped = std::mem::replace(&mut self.escapes, false);
        let (next, over) = match (self.place, byte) {
            (Place::String(_) | Place::Key(_), b'"') if !escaped => (Place::Outside, false),
            (Place::Key(bytes), _) => {
                self.escapes = byte == b'\\' && !escaped;
                (Place::Key(bytes.saturating_add(1)), bytes >= KEY)
            }
            (Place::String(digits), b'0'..=b'9') => {
                (Place::String(digits.saturating_add(1)), digits >= STRING_DIGITS)
            }
            (Place::String(_), _) => {
                self.escapes = byte == b'\\' && !escaped;
                (Place::String(0), false)
            }
            (_, b'"') => {
                let is_key = self.around.last().is_some_and(|container| container.before_key);
                (if is_key { Place::Key(0) } else { Place::String(0) }, false)
            }
            (Place::Number(digits), b'0'..=b'9') => {
                (Place::Number(digits.saturating_add(1)), digits >= DIGITS)
            }
            (Place::Exponent(digits), b'0'..=b'9') => {
                (Place::Exponent(digits.saturating_add(1)), digits >= EXPONENT_DIGITS)
            }
            (_, b'0'..=b'9') => (Place::Number(1), false),
            (Place::Number(_), b'e' | b'E') => (Place::Exponent(0), false),
            (Place::Number(_) | Place::Exponent(_), b'.' | b'+' | b'-') => (self.place, false),
            (_, b'{' | b'[') => {
                let is_object = byte == b'{';
                self.around.push(Container { is_object, commas: 0, before_key: is_object });
                (Place::Outside, self.around.len() > self.limits.levels)
            }
            (_, b'}' | b']') => {
                self.around.pop();
                (Place::Outside, false)
            }
            (_, b',') => {
                let is_full = self.around.last().is_some_and(|container| self.is_full(container));
                if let Some(container) = self.around.last_mut() {
                    container.commas += 1;
                    container.before_key = container.is_object;
                }
                (Place::Outside, is_full)
            }
            (_, b':') => {
                if let Some(container) = self.around.last_mut() {
                    container.before_key = false;
                }
                (Place::Outside, false)
            }
            _ => (Place::Outside, false),
        };
        self.place = next;
        over
    }

    /// Whether another member or item would be one too many.
    fn is_full(&self, container: &Container) -> bool {
        let limit = if container.is_object { self.limits.members } else { self.limits.items };
        container.commas + 1 >= limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goes_over(json: &str, limits: Limits) -> bool {
        Bounds::new(limits).advance(json.as_bytes())
    }

    #[test]
    fn bounds_limit_the_digits_of_numbers() {
        let digits = |count| "1".repeat(count);
        for (number, expected) in [
            (digits(20), false),
            (digits(21), true),
            (format!("-1.{}", digits(19)), false),
            (format!("-1.{}", digits(20)), true),
            ("1e-123".to_owned(), false),
            ("1.5E+1234".to_owned(), true),
            (format!("[{}, {}]", digits(20), digits(20)), false),
            (format!("\"{}\"", digits(99)), false),
            (format!("\"\\\\\\\"{}\"", digits(99)), false),
            (format!("{{\"{0}\": \"{0}\"}}", digits(99)), false),
        ] {
            assert_eq!(goes_over(&number, Limits::default()), expected, "{number}");
        }
    }

    #[test]
    fn bounds_limit_keys_and_no_other_strings() {
        let letters = "x".repeat(128);
        let escapes = "\\\"".repeat(64);
        for (json, expected) in [
            (format!(r#"{{"{letters}": 1, "{escapes}": 2}}"#), false),
            (format!(r#"{{"{letters}x": 1}}"#), true),
            (format!(r#"{{"a": "{letters}x", "b": ["{letters}x"]}}"#), false),
            (format!(r#"[{{"a": {{"b": 1}}, "{letters}x": 1}}]"#), true),
            (format!(r#"["{letters}x", {{"a": 1}}, "{letters}x"]"#), false),
        ] {
            assert_eq!(goes_over(&json, Limits::default()), expected, "{json}");
        }
    }

    #[test]
    fn bounds_limit_members_items_and_levels() {
        let limits = Limits { members: 2, items: 3, levels: 4 };
        for (json, expected) in [
            (r#"{"a": 1, "b": [1, 2, 3]}"#, false),
            (r#"{"a": 1, "b": 2, "c": 3}"#, true),
            (r#"{"a": {"a": 1, "b": 2}, "b": {"a": 1, "b": 2}}"#, false),
            ("[1, 2, 3, 4]", true),
            (r#"[",,,,", 2, 3]"#, false),
            ("[[[[1]]]]", false),
            ("[[[[[1]]]]]", true),
            ("[[], [], [[]]]", false),
        ] {
            assert_eq!(goes_over(json, limits), expected, "{json}");
        }
        let mut bounds = Bounds::new(Limits { levels: 9, ..limits });
        assert!(!bounds.advance(b"[{\"a\": 1") && bounds.is_near(), "in a number");
        assert!(!bounds.advance(b", \"b\": \"1") && bounds.is_near(), "a full object");
        assert!(!bounds.advance(b"\"}, \"") && !bounds.is_near());
    }
}
