//! Prepares the source of a template: what jinja2's lexer does and the template engine's does not.

/// Maximum length of a template in bytes.
const MAX_SOURCE: usize = 1 << 20;
/// Maximum number of lines, and of bytes in a line. The engine counts lines and columns in 16 bits.
const MAX_LINES: usize = 65_000;
/// Maximum length of a tag in bytes, without its strings. The parser and the compiler recurse into
/// what is in a tag.
const MAX_TAG: usize = 16 << 10;
/// Maximum number of `elif` tags. The parser and the compiler recurse into the next one.
const MAX_ELIF: usize = 4 << 10;

/// Returns the source with `\n` as its only line ending, with `generation` blocks as `with` blocks,
/// and with the escapes in strings that only Python has as the characters themselves.
///
/// `{% generation %}` marks the model's messages for training. Like `with`, it is a scope.
///
/// # Errors
/// The reason why the source is too large to be parsed.
pub(super) fn prepare(source: &str) -> Result<String, String> {
    if source.len() > MAX_SOURCE {
        return Err(format!("expected at most {MAX_SOURCE} bytes, found {}", source.len()));
    }
    let mut elifs = 0;
    let source = source.replace("\r\n", "\n").replace('\r', "\n");
    if source.lines().count() > MAX_LINES || source.lines().any(|line| line.len() > MAX_LINES) {
        return Err(format!("expected at most {MAX_LINES} lines of {MAX_LINES} bytes each"));
    }
    let (mut prepared, mut rest) = (String::with_capacity(source.len()), source.as_str());
    while let Some(start) = rest.find('{') {
        prepared += &rest[..start];
        rest = &rest[start..];
        let end = match rest.as_bytes().get(1) {
            Some(b'#') => copy(rest, comment_end(rest), &mut prepared),
            Some(b'{') => expression(rest, "}}", &mut prepared)?,
            Some(b'%') => match word(rest) {
                Some(("raw", start)) => {
                    let end = raw_end(rest, start);
                    copy(rest, Some(start), &mut prepared);
                    // The engine removes the line ending after this tag as well; jinja2 does not.
                    let keeps = rest[..start - 2].ends_with(['-', '+']);
                    if !keeps && rest[start..].starts_with('\n') {
                        prepared.push('\n');
                    }
                    prepared += &rest[start..end.unwrap_or(rest.len())];
                    end
                }
                Some((name @ ("generation" | "endgeneration"), end)) => {
                    let scope = if name == "generation" { "with" } else { "endwith" };
                    prepared += &rest[..end].replace(name, scope);
                    Some(end)
                }
                _ => {
                    elifs += usize::from(first_word(rest) == "elif");
                    if elifs > MAX_ELIF {
                        return Err(format!("expected at most {MAX_ELIF} `elif` tags"));
                    }
                    expression(rest, "%}", &mut prepared)?
                }
            },
            _ => copy(rest, Some(1), &mut prepared),
        };
        // A tag that is never closed ends the source. The parser reports it.
        rest = end.map_or("", |end| &rest[end..]);
    }
    Ok(prepared + rest)
}

fn first_word(block: &str) -> &str {
    let inside = block[2..].trim_start_matches(['-', '+']).trim_start();
    &inside[..inside.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(inside.len())]
}

/// Copies a tag up to `end`, or everything.
fn copy(tag: &str, end: Option<usize>, prepared: &mut String) -> Option<usize> {
    *prepared += &tag[..end.unwrap_or(tag.len())];
    end
}

fn comment_end(tag: &str) -> Option<usize> {
    Some(2 + tag[2..].find("#}")? + 2)
}

/// Returns the only word of a block, and where the block ends.
fn word(block: &str) -> Option<(&str, usize)> {
    let word = first_word(block);
    let start = block.find(word).filter(|_| !word.is_empty())?;
    let after = block[start + word.len()..].trim_start().trim_start_matches(['-', '+']);
    Some((word, block.len() - after.strip_prefix("%}")?.len()))
}

/// Returns the end of the `endraw` of a raw block whose content starts at `start`.
fn raw_end(block: &str, mut start: usize) -> Option<usize> {
    loop {
        start += block[start..].find("{%")?;
        match word(&block[start..]) {
            Some(("endraw", end)) => return Some(start + end),
            _ => start += 2,
        }
    }
}

/// Copies the inside of a tag up to `close` and returns its end. A closing mark in a string or in
/// brackets is none.
fn expression(tag: &str, close: &str, prepared: &mut String) -> Result<Option<usize>, String> {
    let (mut at, mut depth, mut plain) = (2, 0_usize, 0);
    *prepared += &tag[..at];
    while let Some(c) = tag[at..].chars().next() {
        let len = match c {
            '\'' | '"' => string(&tag[at..], c, prepared),
            _ if depth == 0 && tag[at..].starts_with(close) => {
                *prepared += close;
                return Ok(Some(at + close.len()));
            }
            _ => {
                plain += c.len_utf8();
                if plain > MAX_TAG {
                    return Err(format!("expected at most {MAX_TAG} bytes in a tag"));
                }
                match c {
                    '(' | '[' | '{' => depth += 1,
                    ')' | ']' | '}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                prepared.push(c);
                c.len_utf8()
            }
        };
        at += len;
    }
    Ok(None)
}

/// Copies a string with its quotes and returns its length.
fn string(text: &str, quote: char, prepared: &mut String) -> usize {
    prepared.push(quote);
    let mut chars = text[1..].chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('a') => prepared.push('\x07'),
                Some('v') => prepared.push('\x0b'),
                Some('\n') => {}
                // Python keeps the backslash.
                Some('/') => prepared.push_str("\\\\/"),
                Some('U') => match chars.as_str().get(..8).and_then(code_point) {
                    Some(c) => {
                        chars = chars.as_str()[8..].chars();
                        match c {
                            '\\' | '\'' | '"' => prepared.extend(['\\', c]),
                            c => prepared.push(c),
                        }
                    }
                    None => prepared.push_str("\\U"),
                },
                Some(c) => prepared.extend(['\\', c]),
                None => prepared.push('\\'),
            },
            c => {
                prepared.push(c);
                if c == quote {
                    break;
                }
            }
        }
    }
    text.len() - chars.as_str().len()
}

fn code_point(digits: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}
