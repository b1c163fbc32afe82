//! The computations of Python's string methods.

use minijinja::{State, Value};
use unicode_categories::UnicodeCategories;

use super::args::integer;
use super::python::{Result, Text, charge, error, is_printable, step};

/// Whether Python takes a character for white space.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || c.is_letter_titlecase()
}

/// Decimal digits, and digits in circles, superscripts and the like.
fn is_digit(c: char) -> bool {
    c.is_number_decimal_digit()
        || matches!(c, '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | '₀'..='₉' | '①'..='⑨' | '⑴'..='⑼' | '⒈'..='⒐')
}

/// Whether a character is part of a word, `\w` of a regular expression.
pub(super) fn is_word(c: char) -> bool {
    c.is_letter() || c.is_numeric() || c == '_'
}

/// Answers a method that takes no arguments and returns a bool.
pub(super) fn predicate(s: &str, method: &str) -> Option<bool> {
    let all = |of: fn(char) -> bool| !s.is_empty() && s.chars().all(of);
    Some(match method {
        "isalpha" => all(UnicodeCategories::is_letter),
        "isalnum" => all(|c| c.is_letter() || c.is_numeric()),
        "isascii" => s.is_ascii(),
        "isdecimal" => all(UnicodeCategories::is_number_decimal_digit),
        "isdigit" => all(is_digit),
        "isnumeric" => all(char::is_numeric),
        "isidentifier" => {
            all(|c| c.is_letter() || c.is_numeric() || c == '_') && !s.starts_with(char::is_numeric)
        }
        "islower" => s.chars().any(is_cased) && s.chars().all(|c| !is_cased(c) || c.is_lowercase()),
        "isupper" => s.chars().any(is_cased) && s.chars().all(|c| !is_cased(c) || c.is_uppercase()),
        "isprintable" => s.chars().all(is_printable),
        "isspace" => all(is_space),
        "istitle" => {
            let (mut inside, mut any) = (false, false);
            s.chars().all(|c| {
                let right = match c.is_lowercase() {
                    true => inside,
                    false => !inside || !is_cased(c),
                };
                inside = is_cased(c);
                any |= inside;
                right
            }) && any
        }
        _ => return None,
    })
}

/// Applies a method that takes no arguments and changes the case.
pub(super) fn change_case(s: &str, method: &str) -> Option<String> {
    Some(match method {
        "upper" => s.to_uppercase(),
        "lower" => s.to_lowercase(),
        "casefold" => s.chars().flat_map(fold).collect(),
        "swapcase" => {
            let mut swapped = String::with_capacity(s.len());
            for c in s.chars() {
                match c.is_uppercase() {
                    true => swapped.extend(c.to_lowercase()),
                    false => swapped.extend(c.to_uppercase()),
                }
            }
            swapped
        }
        "title" => {
            let mut inside = false;
            let mut title = String::with_capacity(s.len());
            for c in s.chars() {
                match std::mem::replace(&mut inside, is_cased(c)) {
                    true => title.extend(c.to_lowercase()),
                    false => title.push_str(&title_case(c)),
                }
            }
            title
        }
        "capitalize" => {
            let mut chars = s.chars();
            chars.next().map(title_case).unwrap_or_default() + &chars.as_str().to_lowercase()
        }
        _ => return None,
    })
}

/// The title case of a character. It differs from the upper case for ligatures and digraphs.
fn title_case(c: char) -> String {
    match c {
        'ǆ' | 'Ǆ' | 'ǅ' => "ǅ".to_owned(),
        'ǉ' | 'Ǉ' | 'ǈ' => "ǈ".to_owned(),
        'ǌ' | 'Ǌ' | 'ǋ' => "ǋ".to_owned(),
        'ǳ' | 'Ǳ' | 'ǲ' => "ǲ".to_owned(),
        // Only the first letter of a ligature is upper case.
        c => {
            let mut upper = c.to_uppercase();
            upper.next().into_iter().chain(upper.flat_map(char::to_lowercase)).collect()
        }
    }
}

/// Case folding: the lower case, of the upper case where that has several characters.
fn fold(c: char) -> Vec<char> {
    let upper: Vec<char> = c.to_uppercase().collect();
    match (c, upper.len()) {
        ('ς', _) => vec!['σ'],
        (_, 2..) => upper.into_iter().flat_map(char::to_lowercase).collect(),
        _ => c.to_lowercase().collect(),
    }
}

/// Removes characters, or white space, from the start and the end.
pub(super) fn strip<'s>(s: &'s str, chars: Option<&str>, start: bool, end: bool) -> &'s str {
    let remove = |c: char| chars.map_or_else(|| is_space(c), |chars| chars.contains(c));
    let s = if start { s.trim_start_matches(remove) } else { s };
    if end { s.trim_end_matches(remove) } else { s }
}

/// Splits at a separator, or at white space, at most `limit` times.
pub(super) fn split<'s>(
    s: &'s str,
    separator: Option<&str>,
    limit: usize,
    from_end: bool,
) -> Result<Vec<&'s str>> {
    let pieces = limit.saturating_add(1);
    let mut parts: Vec<&str> = match (separator, from_end) {
        (Some(""), _) => return Err(error("empty separator")),
        (Some(separator), false) => s.splitn(pieces, separator).collect(),
        (Some(separator), true) => s.rsplitn(pieces, separator).collect(),
        (None, from_end) => words(s, limit, from_end),
    };
    if from_end {
        parts.reverse();
    }
    Ok(parts)
}

/// Splits at white space. The part that is left over keeps the white space inside.
fn words(s: &str, limit: usize, from_end: bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = strip(s, None, !from_end, from_end);
    while !rest.is_empty() {
        let at = match from_end {
            _ if parts.len() == limit => None,
            false => rest.find(is_space),
            true => rest.rfind(is_space),
        };
        let Some(at) = at else {
            parts.push(rest);
            break;
        };
        match from_end {
            false => {
                parts.push(&rest[..at]);
                rest = strip(&rest[at..], None, true, false);
            }
            true => {
                let space = rest[at..].chars().next().map_or(1, char::len_utf8);
                parts.push(&rest[at + space..]);
                rest = strip(&rest[..at], None, false, true);
            }
        }
    }
    parts
}

/// Splits into lines, at every line boundary that Python knows.
pub(super) fn lines(s: &str, keep_ends: bool) -> Vec<&str> {
    let is_end = |c: char| {
        matches!(
            c,
            '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    let (mut lines, mut rest) = (Vec::new(), s);
    while let Some(at) = rest.find(is_end) {
        let len = match rest[at..].starts_with("\r\n") {
            true => 2,
            false => rest[at..].chars().next().map_or(1, char::len_utf8),
        };
        lines.push(&rest[..if keep_ends { at + len } else { at }]);
        rest = &rest[at + len..];
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    lines
}

/// Returns strings as a list, each of which costs a step.
pub(super) fn list(state: &State, parts: &[&str]) -> Result<Value> {
    for _ in parts {
        step(state)?;
    }
    Ok(parts.iter().copied().map(Value::from).collect())
}

/// Replaces at most `count` times.
pub(super) fn replace(
    state: &State,
    s: &str,
    old: &str,
    new: &str,
    count: usize,
) -> Result<String> {
    let found = match old.is_empty() {
        true => s.chars().count() + 1,
        false => s.matches(old).count(),
    };
    charge(state, s.len().saturating_add(found.min(count).saturating_mul(new.len())))?;
    Ok(s.replacen(old, new, count))
}

/// Returns `s[start:end]` and the characters before it; `None` if it starts after the end of `s`.
pub(super) fn range<'s>(
    method: &str,
    s: &'s str,
    start: Option<&Value>,
    end: Option<&Value>,
) -> Result<Option<(usize, &'s str)>> {
    let given = |value: Option<&'_ Value>| value.is_some_and(|value| !value.is_none());
    if !given(start) && !given(end) {
        return Ok(Some((0, s)));
    }
    let len = s.chars().count() as i64;
    let bound = |value: Option<&Value>, default: i64| -> Result<i64> {
        let value = integer(method, value.filter(|value| !value.is_none()), default)?;
        Ok(if value < 0 { value.saturating_add(len).max(0) } else { value })
    };
    let (start, end) = (bound(start, 0)?, bound(end, len)?.min(len));
    if start > len || start > end {
        return Ok(None);
    }
    let at = |index: i64| s.char_indices().nth(index as usize).map_or(s.len(), |(at, _)| at);
    Ok(Some((start as usize, &s[at(start)..at(end)])))
}

/// Pads to a width as `center`, `ljust`, `rjust` or `zfill` does.
pub(super) fn justify(
    state: &State,
    s: &str,
    method: &str,
    width: i64,
    fill: &str,
) -> Result<String> {
    if fill.chars().count() != 1 {
        return Err(error("the fill character must be exactly one character long"));
    }
    let missing = usize::try_from(width).unwrap_or(0).saturating_sub(s.chars().count());
    let mut text = Text::new(state);
    match method {
        "zfill" => {
            let digits = s.trim_start_matches(['+', '-']);
            let sign = &s[..(s.len() - digits.len()).min(1)];
            text.push(sign)?;
            text.repeat("0", missing)?;
            text.push(&s[sign.len()..])?;
        }
        "center" => {
            // Python puts an odd one to the left if the width is odd.
            let left = missing / 2 + (missing & usize::try_from(width).unwrap_or(0) & 1);
            text.repeat(fill, left)?;
            text.push(s)?;
            text.repeat(fill, missing - left)?;
        }
        "ljust" => {
            text.push(s)?;
            text.repeat(fill, missing)?;
        }
        _ => {
            text.repeat(fill, missing)?;
            text.push(s)?;
        }
    }
    Ok(text.finish())
}

/// Replaces tabs by spaces up to the next multiple of `size` columns.
pub(super) fn expand_tabs(state: &State, s: &str, size: i64) -> Result<String> {
    let size = usize::try_from(size).unwrap_or(0);
    let (mut text, mut column) = (Text::new(state), 0_usize);
    for c in s.chars() {
        match c {
            '\t' if size == 0 => {}
            '\t' => {
                let spaces = size - column % size;
                text.repeat(" ", spaces)?;
                column += spaces;
            }
            c => {
                text.push(c.encode_utf8(&mut [0; 4]))?;
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(text.finish())
}
