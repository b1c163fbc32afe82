//! Filters of text and numbers.

use minijinja::value::Tuple;
use minijinja::{State, Value};

use super::{rest, subject, value};
use crate::chat::args::{bind, flag, integer, named, required, split};
use crate::chat::format;
use crate::chat::methods;
use crate::chat::python::{self, Result, Text, Type, error, float, int, items, pairs};
use crate::chat::strings;

pub(super) fn changed(state: &mut State<'_, '_>, args: &[Value], method: &str) -> Result<Value> {
    let [] = bind(state, method, rest(args), [])?;
    let changed = strings::change_case(&subject(state, args)?, method);
    Ok(Value::from(changed.unwrap_or_default()))
}

pub(super) fn abs(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "abs", rest(args), [])?;
    match (int(value(args)), float(value(args))) {
        (Some(number), _) => Ok(Value::from(number.saturating_abs())),
        (None, Some(number)) => Ok(Value::from(number.abs())),
        _ => Err(error("abs: expected a number")),
    }
}

pub(super) fn center(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [width] = bind(state, "center", rest(args), ["width"])?;
    let width = integer("center", width.as_ref(), 80)?;
    strings::justify(state, &subject(state, args)?, "center", width, " ").map(Value::from)
}

pub(super) fn escape(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    if value(args).is_safe() {
        return Ok(value(args).clone());
    }
    let mut text = Text::new(state);
    for part in subject(state, args)?.split_inclusive(['&', '<', '>', '"', '\'']) {
        let (plain, special) = match part.chars().next_back() {
            Some(c @ ('&' | '<' | '>' | '"' | '\'')) => (&part[..part.len() - 1], Some(c)),
            _ => (part, None),
        };
        text.push(plain)?;
        text.push(match special {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&#34;",
            Some(_) => "&#39;",
            None => "",
        })?;
    }
    Ok(Value::from_safe_string(text.finish()))
}

/// Units of sizes, with factors of 1000 and of 1024.
const SIZES: [(&str, &str); 8] = [
    ("kB", "KiB"),
    ("MB", "MiB"),
    ("GB", "GiB"),
    ("TB", "TiB"),
    ("PB", "PiB"),
    ("EB", "EiB"),
    ("ZB", "ZiB"),
    ("YB", "YiB"),
];

pub(super) fn filesizeformat(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [binary] = bind(state, "filesizeformat", rest(args), ["binary"])?;
    let binary = flag(binary.as_ref(), false);
    let bytes = match value(args).as_str() {
        Some(text) => parse_float(text),
        None => float(value(args)),
    };
    let bytes = bytes.filter(|bytes| bytes.is_finite());
    let bytes = bytes.ok_or_else(|| error("filesizeformat: expected a finite number"))?;
    let base: u128 = if binary { 1024 } else { 1000 };
    if bytes == 1.0 {
        return Ok(Value::from("1 Byte"));
    }
    if bytes < base as f64 {
        // The sum has no negative zero.
        let whole = bytes.trunc() + 0.0;
        return Ok(Value::from(format!("{whole:.0} Bytes")));
    }
    let mut unit = base;
    let mut name = "";
    for (decimal, power) in SIZES {
        unit *= base;
        name = if binary { power } else { decimal };
        if (bytes as u128) < unit {
            break;
        }
    }
    let size = base as f64 * bytes / unit as f64;
    let digits = if size.is_finite() { format!("{size:.1}") } else { python::float_text(size) };
    Ok(Value::from(format!("{digits} {name}")))
}

pub(super) fn to_float(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [default] = bind(state, "float", rest(args), ["default"])?;
    let number = match value(args).as_str() {
        Some(text) => parse_float(text),
        None => float(value(args)),
    };
    Ok(number.map(Value::from).or(default).unwrap_or_else(|| Value::from(0.0)))
}

/// Python's `float(text)`.
fn parse_float(text: &str) -> Option<f64> {
    let text = strings::strip(text, None, true, true);
    let plain = text.replace('_', "");
    let is_name = |name: &&str| plain.trim_start_matches(['+', '-']).eq_ignore_ascii_case(name);
    match ["inf", "infinity", "nan"].iter().any(is_name) {
        true => plain.parse().ok(),
        false => plain.parse().ok().filter(|_| !plain.contains(['n', 'N', 'i', 'I'])),
    }
}

pub(super) fn to_int(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [default, base] = bind(state, "int", rest(args), ["default", "base"])?;
    let base = integer("int", base.as_ref(), 10)?;
    let whole = |number: f64| {
        (number.is_finite() && number.abs() < 1e38).then(|| Value::from(number.trunc() as i128))
    };
    let number = match value(args).as_str() {
        Some(text) => {
            parse_int(text, base).map(Value::from).or_else(|| parse_float(text).and_then(whole))
        }
        None => match Type::of(value(args)) {
            Type::Int => Some(value(args).clone()),
            _ => int(value(args)).map(Value::from).or_else(|| float(value(args)).and_then(whole)),
        },
    };
    Ok(number.or(default).unwrap_or_else(|| Value::from(0)))
}

/// Python's `int(text, base)`.
fn parse_int(text: &str, base: i64) -> Option<i128> {
    let text = strings::strip(text, None, true, true).replace('_', "").to_lowercase();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let prefixed = [("0x", 16), ("0o", 8), ("0b", 2)].into_iter().find_map(|(prefix, of)| {
        (base == of || base == 0).then(|| Some((digits.strip_prefix(prefix)?, of))).flatten()
    });
    let (digits, base) = prefixed.unwrap_or((digits, if base == 0 { 10 } else { base }));
    let base = u32::try_from(base).ok().filter(|base| (2..=36).contains(base))?;
    if digits.starts_with(['+', '-']) {
        return None;
    }
    let size = i128::from_str_radix(digits, base).ok()?;
    Some(if negative { -size } else { size })
}

pub(super) fn format_filter(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let (positional, named) = (split(rest(args)).0, named(state, rest(args))?);
    if !positional.is_empty() && !named.is_empty() {
        return Err(error("format: expected positional or named arguments, not both"));
    }
    let values = match named.is_empty() {
        true => Value::from(Tuple::from(positional)),
        false => Value::from_pairs(named),
    };
    format::percent(state, &subject(state, args)?, &values).map(Value::from)
}

pub(super) fn indent(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [width, first, blank] = bind(state, "indent", rest(args), ["width", "first", "blank"])?;
    let mut indention = Text::new(state);
    match width.as_ref().and_then(Value::as_str) {
        Some(text) => indention.push(text)?,
        None => {
            let width = integer("indent", width.as_ref(), 4)?;
            indention.repeat(" ", usize::try_from(width).unwrap_or(0))?;
        }
    }
    let (indention, blank) = (indention.finish(), flag(blank.as_ref(), false));
    // As jinja2 does, so that an empty last line counts.
    let source = subject(state, args)? + "\n";
    let mut text = Text::new(state);
    for (index, line) in strings::lines(&source, false).into_iter().enumerate() {
        let indented = match index {
            0 => flag(first.as_ref(), false),
            _ => blank || !line.is_empty(),
        };
        text.push(if index > 0 { "\n" } else { "" })?;
        text.push(if indented { &indention } else { "" })?;
        text.push(line)?;
    }
    Ok(Value::from(text.finish()))
}

pub(super) fn replace(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [old, new, count] = bind(state, "replace", rest(args), ["old", "new", "count"])?;
    let old = python::str(state, &required("replace", "old", old)?)?;
    let new = python::str(state, &required("replace", "new", new)?)?;
    let count = integer("replace", count.as_ref().filter(|count| !count.is_none()), -1)?;
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    strings::replace(state, &subject(state, args)?, &old, &new, count).map(Value::from)
}

pub(super) fn round(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [precision, method] = bind(state, "round", rest(args), ["precision", "method"])?;
    let precision = integer("round", precision.as_ref(), 0)?.clamp(-400, 400) as i32;
    let number = float(value(args)).ok_or_else(|| error("round: expected a number"))?;
    let scale = 10_f64.powi(precision);
    match method.as_ref().map(|method| method.as_str()) {
        None | Some(Some("common")) => {}
        Some(Some("ceil")) => return Ok(Value::from((number * scale).ceil() / scale)),
        Some(Some("floor")) => return Ok(Value::from((number * scale).floor() / scale)),
        _ => return Err(error("round: expected 'common', 'ceil' or 'floor'")),
    }
    match (int(value(args)), usize::try_from(precision)) {
        (Some(_), Ok(_)) => Ok(value(args).clone()),
        (Some(whole), Err(_)) => {
            let unit = 10_i128.checked_pow(precision.unsigned_abs());
            let rounded = unit.map_or(0, |unit| {
                let (floor, remainder) = (whole.div_euclid(unit), whole.rem_euclid(unit));
                let up = remainder * 2 > unit || (remainder * 2 == unit && floor % 2 != 0);
                (floor + i128::from(up)) * unit
            });
            Ok(Value::from(rounded))
        }
        // The digits of the exact value, as Python rounds.
        (None, Ok(digits)) => {
            Ok(Value::from(format!("{number:.digits$}").parse().unwrap_or(number)))
        }
        (None, Err(_)) => {
            let rounded = (number * scale).round_ties_even() / scale;
            Ok(Value::from(rounded))
        }
    }
}

pub(super) fn safe(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "safe", rest(args), [])?;
    subject(state, args).map(Value::from_safe_string)
}

pub(super) fn string(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "string", rest(args), [])?;
    match value(args).as_str() {
        Some(_) => Ok(value(args).clone()),
        None => subject(state, args).map(Value::from),
    }
}

pub(super) fn title(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "title", rest(args), [])?;
    let (mut text, mut at_start) = (String::new(), true);
    for c in subject(state, args)?.chars() {
        match at_start {
            true => text.extend(c.to_uppercase()),
            false => text.extend(c.to_lowercase()),
        }
        at_start = strings::is_space(c) || matches!(c, '-' | '(' | '{' | '[' | '<');
    }
    Ok(Value::from(text))
}

pub(super) fn trim(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [chars] = bind(state, "trim", rest(args), ["chars"])?;
    let subject = subject(state, args)?;
    methods::call(state, &Value::from(subject), "strip", &chars.map_or_else(Vec::new, |c| vec![c]))
}

pub(super) fn truncate(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let parameters = ["length", "killwords", "end", "leeway"];
    let [length, kill, end, leeway] = bind(state, "truncate", rest(args), parameters)?;
    let size = |value: Option<Value>, default: i64| {
        integer("truncate", value.as_ref(), default).map(|n| usize::try_from(n).unwrap_or(0))
    };
    let leeway = leeway.filter(|leeway| !leeway.is_none());
    let (length, leeway) = (size(length, 255)?, size(leeway, 5)?);
    let end = python::str(state, &end.unwrap_or_else(|| Value::from("...")))?;
    let subject = subject(state, args)?;
    let chars = end.chars().count();
    if chars > length {
        return Err(error(format!("truncate: expected a length of at least {chars}")));
    }
    if subject.chars().count() <= length.saturating_add(leeway) {
        return Ok(Value::from(subject));
    }
    let cut = subject.char_indices().nth(length - chars).map_or(subject.len(), |(at, _)| at);
    let kept = match flag(kill.as_ref(), false) {
        true => &subject[..cut],
        false => subject[..cut].rsplit_once(' ').map_or(&subject[..cut], |(kept, _)| kept),
    };
    Ok(Value::from(format!("{kept}{end}")))
}

pub(super) fn urlencode(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "urlencode", rest(args), [])?;
    let mut text = Text::new(state);
    let pairs = match Type::of(value(args)) {
        Type::Dict => pairs(state, value(args))?,
        Type::List | Type::Tuple | Type::View => {
            let pair = |pair: Value| -> Result<(Value, Value)> {
                Ok((pair.get_item_by_index(0)?, pair.get_item_by_index(1)?))
            };
            items(state, value(args))?.into_iter().map(pair).collect::<Result<Vec<_>>>()?
        }
        _ => {
            quote(&subject(state, args)?, false, &mut text)?;
            return Ok(Value::from(text.finish()));
        }
    };
    for (index, (key, value)) in pairs.iter().enumerate() {
        text.push(if index > 0 { "&" } else { "" })?;
        quote(&python::str(state, key)?, true, &mut text)?;
        text.push("=")?;
        quote(&python::str(state, value)?, true, &mut text)?;
    }
    Ok(Value::from(text.finish()))
}

fn quote(part: &str, in_query: bool, text: &mut Text<'_, '_, '_>) -> Result<()> {
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'.' | b'-' | b'~' => {
                text.push(char::from(byte).encode_utf8(&mut [0; 4]))?;
            }
            b'/' if !in_query => text.push("/")?,
            b' ' if in_query => text.push("+")?,
            byte => text.push(&format!("%{byte:02X}"))?,
        }
    }
    Ok(())
}

pub(super) fn wordcount(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "wordcount", rest(args), [])?;
    let subject = subject(state, args)?;
    let words = subject.split(|c: char| !strings::is_word(c));
    Ok(Value::from(words.filter(|word| !word.is_empty()).count()))
}

pub(super) fn xmlattr(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [space] = bind(state, "xmlattr", rest(args), ["autospace"])?;
    let mut attributes = Vec::new();
    for (key, value) in pairs(state, value(args))? {
        if value.is_none() || value.is_undefined() {
            continue;
        }
        let name = key.as_str().ok_or_else(|| error("xmlattr: expected strings as keys"))?;
        let is_wrong = |c: char| matches!(c, ' ' | '\t'..='\r' | '/' | '>' | '=');
        if name.contains(is_wrong) {
            return Err(error("xmlattr: a key has a character that no attribute's name has"));
        }
        let name = escape(state, std::slice::from_ref(&key))?;
        let value = escape(state, &[value])?;
        let mut text = Text::new(state);
        text.str(&name)?;
        text.push("=\"")?;
        text.str(&value)?;
        text.push("\"")?;
        attributes.push(text.finish());
    }
    let space = flag(space.as_ref(), true) && !attributes.is_empty();
    let attributes = attributes.join(" ");
    Ok(Value::from(if space { format!(" {attributes}") } else { attributes }))
}
