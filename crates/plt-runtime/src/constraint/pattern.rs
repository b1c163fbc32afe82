//! Patterns of JSON schemas with look-around, which the library's automata do not have.
//!
//! A pattern that begins with look-ahead is the same as several patterns that must all match. The
//! common forms of negative look-ahead become patterns of the strings that are left. A result may
//! match less than the pattern, never more: an answer is valid in any case.

use llguidance::derivre::{RegexAst, RegexBuilder};
use llguidance::regex_to_lark;
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Look, Repetition};

/// Characters of a forbidden string.
const FORBIDDEN: usize = 64;

/// The most alternatives of nested repetitions: the library's automata follow all of them at once.
const NESTED: u64 = 2000;

/// Returns patterns without look-around, which match together what `pattern` matches, or a part of
/// it.
///
/// # Errors
/// A description of the part that is not supported.
pub(super) fn without_look_around(pattern: &str) -> Result<Vec<String>, String> {
    let mut patterns = Vec::new();
    let mut rest = pattern.to_owned();
    if has_look_around(pattern) {
        let mut ahead = pattern.strip_prefix('^').unwrap_or(pattern);
        while let Some((negative, inside, after)) = leading_look_ahead(ahead) {
            let inside = inside.strip_prefix('^').unwrap_or(inside);
            match negative {
                false if alternatives(inside).len() > 1 => patterns.push(format!("^(?:{inside})")),
                false => patterns.push(format!("^{inside}")),
                true => {
                    for one in alternatives(inside).into_iter().flat_map(distribute) {
                        patterns
                            .push(without(&one).ok_or_else(|| unsupported(&format!("(?!{one})")))?);
                    }
                }
            }
            ahead = after;
        }
        rest = ahead.to_owned();
        if let Some((before, class)) = trailing_look_behind(ahead) {
            patterns.push(format!("{}$", negated(&class)));
            rest = format!("{before}$");
        }
        if has_look_around(&rest) {
            return Err(unsupported(&rest));
        }
    }
    match (patterns.is_empty(), alternatives(&rest).len()) {
        (true, _) => patterns.push(rest),
        (false, 1) => patterns.push(format!("^{rest}")),
        (false, _) => patterns.push(format!("^(?:{rest})")),
    }
    patterns.iter().try_for_each(|pattern| check(pattern))?;
    Ok(patterns)
}

/// Fails unless the library has automata for this pattern.
pub(super) fn check(pattern: &str) -> Result<(), String> {
    let ast = RegexAst::SearchRegex(regex_to_lark(pattern, "dw"));
    RegexBuilder::new().mk(&ast).map_err(|error| error.to_string())?;
    let mut most = 1;
    if let Some(pattern) = parse(pattern) {
        repetitions(&pattern, &mut most);
    }
    match most {
        0..=NESTED => Ok(()),
        _ => Err("nested repetitions that are too large".to_owned()),
    }
}

/// Returns the product of the lengths that bounded repetitions may have, along their nesting. `most`
/// becomes the largest product of several.
fn repetitions(part: &Hir, most: &mut u64) -> u64 {
    match part.kind() {
        HirKind::Repetition(Repetition { min, max, sub, .. }) => {
            let inner = repetitions(sub, most);
            let own = match max {
                Some(max) if *max > 1 => u64::from(max.saturating_sub(*min)) + 1,
                _ => 1,
            };
            if own == 1 || inner == 1 || is_separated(sub) {
                return own.max(inner);
            }
            let all = own.saturating_mul(inner);
            *most = all.max(*most);
            all
        }
        HirKind::Capture(capture) => repetitions(&capture.sub, most),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().map(|part| repetitions(part, most)).max().unwrap_or(1)
        }
        _ => 1,
    }
}

/// Whether a repeated part has characters that its repetitions do not have, so that it is certain
/// where each one ends.
fn is_separated(part: &Hir) -> bool {
    let parts = match part.kind() {
        HirKind::Capture(capture) => return is_separated(&capture.sub),
        HirKind::Concat(parts) => parts,
        _ => return false,
    };
    let is_fixed = |part: &&Hir| matches!(part.kind(), HirKind::Class(_) | HirKind::Literal(_));
    let mut repeated = ClassUnicode::empty();
    if !parts.iter().filter(|part| !is_fixed(part)).all(|part| add_characters(part, &mut repeated))
    {
        return false;
    }
    parts.iter().filter(is_fixed).any(|part| {
        let mut fixed = ClassUnicode::empty();
        let known = add_characters(part, &mut fixed);
        fixed.intersect(&repeated);
        known && fixed.ranges().is_empty()
    })
}

/// Adds the characters of a part to a class. Returns whether all are known.
fn add_characters(part: &Hir, all: &mut ClassUnicode) -> bool {
    match part.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Class(Class::Unicode(class)) => {
            all.union(class);
            true
        }
        HirKind::Class(Class::Bytes(_)) => false,
        HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
            Ok(text) => {
                let ranges = text.chars().map(|one| ClassUnicodeRange::new(one, one));
                all.union(&ClassUnicode::new(ranges));
                true
            }
            Err(_) => false,
        },
        HirKind::Repetition(repetition) => add_characters(&repetition.sub, all),
        HirKind::Capture(capture) => add_characters(&capture.sub, all),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().all(|part| add_characters(part, all))
        }
    }
}

fn unsupported(part: &str) -> String {
    format!("look-around that is not supported: {part}")
}

fn has_look_around(pattern: &str) -> bool {
    ["(?=", "(?!", "(?<=", "(?<!"].iter().any(|mark| pattern.contains(mark))
}

/// Splits a pattern after its look-ahead: whether it is negative, its inside, the rest.
fn leading_look_ahead(pattern: &str) -> Option<(bool, &str, &str)> {
    let negative = pattern.starts_with("(?!");
    let inside = pattern.strip_prefix("(?!").or_else(|| pattern.strip_prefix("(?="))?;
    let (end, _) = at_depth_zero(inside).find(|(_, character)| *character == ')')?;
    Some((negative, &inside[..end], &inside[end + 1..]))
}

/// Splits a pattern before a final `(?<!C)$`.
fn trailing_look_behind(pattern: &str) -> Option<(&str, Class)> {
    let (before, behind) = pattern.strip_suffix(")$")?.rsplit_once("(?<!")?;
    match &classes(&parse(behind)?)?[..] {
        [class] => Some((before, class.clone())),
        _ => None,
    }
}

/// Splits a pattern at every `|` that is in no group.
fn alternatives(pattern: &str) -> Vec<&str> {
    let bars = at_depth_zero(pattern).filter(|(_, character)| *character == '|');
    let mut from = 0;
    let mut parts = Vec::new();
    for (at, _) in bars {
        parts.push(&pattern[from..at]);
        from = at + 1;
    }
    parts.push(&pattern[from..]);
    parts
}

/// Writes `(?:a|b)c` as `ac` and `bc`.
fn distribute(pattern: &str) -> Vec<String> {
    let group = pattern.strip_prefix("(?:").or_else(|| pattern.strip_prefix('('));
    let parts = group.filter(|inside| !inside.starts_with('?')).and_then(|inside| {
        let (end, _) = at_depth_zero(inside).find(|(_, character)| *character == ')')?;
        let tail = &inside[end + 1..];
        let repeats = tail.starts_with(['*', '+', '?', '{']);
        let parts = alternatives(&inside[..end]);
        (!repeats).then(|| parts.into_iter().map(|part| format!("{part}{tail}")).collect())
    });
    parts.unwrap_or_else(|| vec![pattern.to_owned()])
}

/// Returns the characters in no group and no class, with their places. The end of the group that
/// the text is in is the last one.
fn at_depth_zero(pattern: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut depth, mut in_class, mut escaped) = (0_i32, false, false);
    let is_outside = move |(_, character): &(usize, char)| {
        match character {
            _ if escaped => {
                escaped = false;
                return false;
            }
            '\\' => escaped = true,
            ']' if in_class => in_class = false,
            _ if in_class => {}
            '[' => in_class = true,
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                return depth < 0;
            }
            _ => return depth == 0,
        }
        false
    };
    pattern.char_indices().filter(is_outside)
}

/// Returns a pattern of strings that do not begin with a match of this one.
fn without(pattern: &str) -> Option<String> {
    let pattern = parse(pattern.strip_prefix('^').unwrap_or(pattern))?;
    let mut parts = match pattern.kind() {
        HirKind::Concat(parts) => parts.clone(),
        _ => vec![pattern],
    };
    let at_end = parts.last().is_some_and(|part| *part.kind() == HirKind::Look(Look::End));
    if at_end {
        parts.pop();
    }
    let (first, others) = parts.split_first()?;
    match (unbounded(first), others) {
        // `(?!C*$)`: a character is not in C.
        (Some(class), []) if at_end => Some(negated(&class)),
        (Some(class), others) if is_any(&class) => {
            let classes = classes(&Hir::concat(others.to_vec()))?;
            match &classes[..] {
                // `(?!.*C$)`: the last character is not in C.
                [class] if at_end => Some(format!("{}$", negated(class))),
                // `(?!.*C)`: no character is in C.
                [class] => Some(format!("^{}*$", negated(class))),
                // `(?!.*CD)`: after characters in C comes none in D.
                [first, second] if !at_end => {
                    let (first, second) = (first.clone(), second.clone());
                    let (other, begun) = (negated(&first), print(&first));
                    if first == second {
                        return Some(format!("^(?:{other}|{begun}{other})*{begun}?$"));
                    }
                    let neither = negated(&union(&first, &second)?);
                    disjoint(&first, &second)?
                        .then(|| format!("^(?:{other}|{begun}+{neither})*{begun}*$"))
                }
                _ => None,
            }
        }
        _ => {
            // The rest of a string after each of its characters, from the last to the first.
            let mut rest = if at_end { "(?s:.+)".to_owned() } else { String::new() };
            for class in classes(&Hir::concat(parts))?.iter().rev() {
                let wrong = format!("{}(?s:.*)", negated(class));
                rest = match rest.is_empty() {
                    true => format!("(?:{wrong})?"),
                    false => format!("(?:{wrong}|{}{rest})?", print(class)),
                };
            }
            Some(format!("^{rest}$"))
        }
    }
}

fn parse(pattern: &str) -> Option<Hir> {
    regex_syntax::parse(&regex_to_lark(pattern, "dw")).ok()
}

/// Returns C if this is `C*` or `C+`.
fn unbounded(part: &Hir) -> Option<Class> {
    let HirKind::Repetition(Repetition { min: 0 | 1, max: None, sub, .. }) = part.kind() else {
        return None;
    };
    match &classes(sub)?[..] {
        [class] => Some(class.clone()),
        _ => None,
    }
}

/// Returns the classes that the characters of a string of fixed length are in.
fn classes(part: &Hir) -> Option<Vec<Class>> {
    let classes: Vec<Class> = match part.kind() {
        HirKind::Empty => Vec::new(),
        HirKind::Class(class) => vec![class.clone()],
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?;
            let class = |character| {
                Class::Unicode(ClassUnicode::new([ClassUnicodeRange::new(character, character)]))
            };
            text.chars().map(class).collect()
        }
        HirKind::Capture(capture) => classes(&capture.sub)?,
        HirKind::Concat(parts) => parts.iter().map(classes).collect::<Option<Vec<_>>>()?.concat(),
        HirKind::Repetition(Repetition { min, max, sub, .. }) if Some(*min) == *max => {
            let times = usize::try_from(*min).ok().filter(|times| *times <= FORBIDDEN)?;
            vec![classes(sub)?; times].concat()
        }
        _ => return None,
    };
    (classes.len() <= FORBIDDEN).then_some(classes)
}

/// Whether a class has all characters, or all but line feeds.
fn is_any(class: &Class) -> bool {
    let mut others = class.clone();
    others.negate();
    let Class::Unicode(others) = others else { return false };
    others.iter().all(|range| range.start() == range.end() && matches!(range.start(), '\n' | '\r'))
}

fn union(first: &Class, second: &Class) -> Option<Class> {
    let (Class::Unicode(first), Class::Unicode(second)) = (first, second) else { return None };
    let mut all = first.clone();
    all.union(second);
    Some(Class::Unicode(all))
}

fn disjoint(first: &Class, second: &Class) -> Option<bool> {
    let (Class::Unicode(first), Class::Unicode(second)) = (first, second) else { return None };
    let mut both = first.clone();
    both.intersect(second);
    Some(both.ranges().is_empty())
}

fn negated(class: &Class) -> String {
    let mut class = class.clone();
    class.negate();
    print(&class)
}

fn print(class: &Class) -> String {
    Hir::class(class.clone()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether all patterns match.
    fn matches(patterns: &[String], text: &str) -> bool {
        patterns.iter().all(|pattern| {
            let mut builder = RegexBuilder::new();
            let ast = RegexAst::SearchRegex(regex_to_lark(pattern, "dw"));
            let expression = builder.mk(&ast).expect(pattern);
            builder.to_regex(expression).is_match(text)
        })
    }

    #[test]
    fn look_around_becomes_patterns_without_it() {
        for (pattern, good, bad) in [
            (
                "^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$",
                &["1", "-1.5", ".5", "00"][..],
                &["", "+", "-.", "."][..],
            ),
            ("^(?=.*[A-Z])(?=.*\\d).{4,}$", &["aaA1", "1Aaaa"], &["aaaa", "AAAA", "A1"]),
            ("(?=.*\\d)[a-z0-9]+", &["a1", "1"], &["a", "-1"]),
            ("^(?!\\s*$).+", &[" a", "a "], &["", "  "]),
            ("^(?!-)[a-z0-9-]{1,9}(?<!-)$", &["a-b", "a"], &["-a", "a-", "-", ""]),
            ("^(?!.*\\.\\.)[a-z.]+$", &["a.b.", "a"], &["a..b", ".."]),
            ("^(?!.*--|.*_)[a-z_-]+$", &["a-b"], &["a--b", "a_b"]),
            ("^(?!.*ab)[abc]+$", &["ba", "acb", "aac"], &["ab", "caab"]),
            ("^(?!.*!)", &["a"], &["a!", "!"]),
            ("^(?!.*-$)[a-z-]+$", &["-a"], &["a-"]),
            ("^(?!(?:con|prn)$)[a-z]+$", &["co", "cons", "a"], &["con", "prn"]),
            ("^(?!www)[a-z]+$", &["ww", "ab"], &["www", "wwwa"]),
            ("^(?!0{3})\\d{3,4}$", &["0010", "100"], &["000", "0001"]),
        ] {
            let patterns = without_look_around(pattern).expect(pattern);
            assert!(!patterns.iter().any(|pattern| has_look_around(pattern)), "{patterns:?}");
            for text in good {
                assert!(matches(&patterns, text), "{pattern} {text:?} {patterns:?}");
            }
            for text in bad {
                assert!(!matches(&patterns, text), "{pattern} {text:?} {patterns:?}");
            }
        }
        assert_eq!(without_look_around("^a|b$"), Ok(vec!["^a|b$".to_owned()]));
    }

    #[test]
    fn large_nested_repetitions_are_errors() {
        for pattern in [
            "^a{1,5000}$",
            "^([a-z]{1,20} ?){1,60}$",
            "^([a-z]{1,100},){1,100}$",
            "^[a-z]{1,50}( [a-z]{1,50}){0,200}$",
            "^(?!abcdefghijklmnop)[a-z]+$",
        ] {
            without_look_around(pattern).expect(pattern);
        }
        for pattern in [
            "^(a{1,1000}){1,1000}$",
            "^(([a-z]{1,20}){1,20}){1,20}$",
            "^(\\w{1,40}[ ,]?){1,100}$",
            "^([a-z ]{1,100} ){1,100}$",
        ] {
            let error = without_look_around(pattern).expect_err(pattern);
            assert!(error.contains("nested repetitions"), "{error}");
        }
    }

    #[test]
    fn unsupported_patterns_are_errors() {
        for pattern in
            ["^a(?=b)c", "^(?!a*b)", "^(?<=a)b", "(a)\\1", "[a", "^(?!a", "a{9,1}", "\\p{Nothing}"]
        {
            without_look_around(pattern).expect_err(pattern);
        }
    }
}
