//! Python's formatting: `'…' % values`, `str.format` and the format specification they share.

use minijinja::{State, Value};

use super::python::{self, Result, Text, Type, error, float, int};
use super::{methods, operators};

/// Maximum precision, in digits.
const MAX_PRECISION: usize = 1000;
/// Maximum depth of replacement fields in a specification, as in Python.
const MAX_NESTING: usize = 2;

/// `[[fill]align][sign][#][0][width][grouping][.precision][type]`
#[derive(Default)]
struct Spec {
    fill: Option<char>,
    align: Option<char>,
    sign: Option<char>,
    alternate: bool,
    zero: bool,
    width: usize,
    grouping: Option<char>,
    precision: Option<usize>,
    kind: Option<char>,
}

impl Spec {
    fn parse(text: &str) -> Result<Self> {
        let mut spec = Self::default();
        let mut cursor = Cursor(text);
        let mut ahead = text.chars();
        let (first, second) = (ahead.next(), ahead.next());
        let is_align = |c: Option<char>| c.filter(|c| "<>=^".contains(*c));
        if let Some(align) = is_align(second) {
            (spec.fill, spec.align) = (first, Some(align));
            cursor.0 = ahead.as_str();
        } else if let Some(align) = is_align(first) {
            spec.align = Some(align);
            cursor.next();
        }
        spec.sign = cursor.next_if("+- ");
        spec.alternate = cursor.next_if("#").is_some();
        spec.zero = cursor.next_if("0").is_some();
        spec.width = cursor.number()?.unwrap_or(0);
        spec.grouping = cursor.next_if(",_");
        if cursor.next_if(".").is_some() {
            let digits = cursor.number()?;
            let digits = digits.ok_or_else(|| error("format specifier missing precision"))?;
            spec.precision = Some(digits);
        }
        spec.kind = cursor.next();
        match cursor.next() {
            None => Ok(spec),
            Some(_) => Err(error(format!("invalid format specifier '{}'", shown(text)))),
        }
    }

    /// Pads `digits`, which come after `sign`.
    fn pad(
        &self,
        sign: &str,
        digits: &str,
        default: char,
        text: &mut Text<'_, '_, '_>,
    ) -> Result<()> {
        let missing = self.width.saturating_sub(sign.chars().count() + digits.chars().count());
        let zeros = self.zero && self.align.is_none();
        let fill = String::from(self.fill.unwrap_or(if self.zero { '0' } else { ' ' }));
        let align = self.align.unwrap_or(if zeros { '=' } else { default });
        let (before, between) = match align {
            '<' => (0, 0),
            '^' => (missing / 2, 0),
            '=' => (0, missing),
            _ => (missing, 0),
        };
        text.repeat(&fill, before)?;
        text.push(sign)?;
        text.repeat(&fill, between)?;
        text.push(digits)?;
        text.repeat(&fill, missing - before - between)
    }

    fn sign(&self, negative: bool) -> &'static str {
        match (negative, self.sign) {
            (true, _) => "-",
            (false, Some('+')) => "+",
            (false, Some(' ')) => " ",
            (false, _) => "",
        }
    }

    fn integer(&self, value: i128, text: &mut Text<'_, '_, '_>) -> Result<()> {
        let size = value.unsigned_abs();
        let (prefix, digits) = match self.kind {
            Some('b') => ("0b", format!("{size:b}")),
            Some('o') => ("0o", format!("{size:o}")),
            Some('x') => ("0x", format!("{size:x}")),
            Some('X') => ("0X", format!("{size:X}")),
            _ => ("", size.to_string()),
        };
        let digits = self.grouped(&digits, if prefix.is_empty() { 3 } else { 4 });
        let prefix = if self.alternate { prefix } else { "" };
        self.pad(&format!("{}{prefix}", self.sign(value < 0)), &digits, '>', text)
    }

    fn float(&self, value: f64, text: &mut Text<'_, '_, '_>) -> Result<()> {
        let size = value.abs();
        let digits = match (self.kind, self.precision) {
            _ if !size.is_finite() => python::float_text(size),
            (Some('%'), precision) => fixed(size * 100.0, precision.unwrap_or(6)) + "%",
            (Some('f' | 'F'), precision) => fixed(size, precision.unwrap_or(6)),
            (Some('e' | 'E'), precision) => scientific(size, precision.unwrap_or(6)),
            (Some('g' | 'G' | 'n'), precision) => {
                general(size, precision.unwrap_or(6), self.alternate)
            }
            (_, Some(precision)) => {
                let digits = general(size, precision, self.alternate);
                if digits.contains(['.', 'e']) { digits } else { digits + ".0" }
            }
            (_, None) => python::float_text(size),
        };
        let digits = match self.kind {
            Some('E' | 'G' | 'F') => digits.to_uppercase(),
            _ => digits,
        };
        let whole = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let digits = self.grouped(&digits[..whole], 3) + &digits[whole..];
        self.pad(self.sign(value.is_sign_negative() && !value.is_nan()), &digits, '>', text)
    }

    fn string(&self, value: &str, text: &mut Text<'_, '_, '_>) -> Result<()> {
        match self.precision.and_then(|precision| value.char_indices().nth(precision)) {
            Some((end, _)) => self.pad("", &value[..end], '<', text),
            None => self.pad("", value, '<', text),
        }
    }

    fn grouped(&self, digits: &str, size: usize) -> String {
        let Some(separator) = self.grouping else { return digits.to_owned() };
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(size) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }
}

/// The rest of a specification.
struct Cursor<'t>(&'t str);

impl Cursor<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.0.chars().next()?;
        self.0 = &self.0[c.len_utf8()..];
        Some(c)
    }

    fn next_if(&mut self, accepted: &str) -> Option<char> {
        let c = self.0.chars().next().filter(|c| accepted.contains(*c))?;
        self.next();
        Some(c)
    }

    fn number(&mut self) -> Result<Option<usize>> {
        let mut number = None;
        while let Some(digit) = self.next_if("0123456789").and_then(|c| c.to_digit(10)) {
            let larger = number.unwrap_or(0_usize).checked_mul(10);
            let larger = larger.and_then(|larger| larger.checked_add(digit as usize));
            number = Some(larger.ok_or_else(|| error("too many decimal digits in format string"))?);
        }
        Ok(number)
    }
}

/// Returns the start of a string, for an error.
fn shown(text: &str) -> String {
    text.chars().take(32).collect()
}

fn fixed(value: f64, precision: usize) -> String {
    format!("{value:.precision$}")
}

fn scientific(value: f64, precision: usize) -> String {
    let text = format!("{value:.precision$e}");
    match text.split_once('e') {
        Some((digits, exponent)) => {
            format!("{digits}e{:+03}", exponent.parse::<i32>().unwrap_or_default())
        }
        None => text,
    }
}

/// C's `%g`: `precision` significant digits, without the zeros at their end.
fn general(value: f64, precision: usize, alternate: bool) -> String {
    let precision = precision.max(1);
    let text = scientific(value, precision - 1);
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i64 = exponent.parse().unwrap_or_default();
    let trim = |digits: &str| match digits.contains('.') && !alternate {
        true => digits.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => digits.to_owned(),
    };
    if (-4..precision as i64).contains(&exponent) {
        trim(&fixed(value, (precision as i64 - 1 - exponent) as usize))
    } else {
        format!("{}e{exponent:+03}", trim(digits))
    }
}

/// Appends `format(value, spec)`.
fn format_value(value: &Value, spec: &str, text: &mut Text<'_, '_, '_>) -> Result<()> {
    if spec.is_empty() {
        return text.str(value);
    }
    let parsed = Spec::parse(spec)?;
    if parsed.precision.is_some_and(|precision| precision > MAX_PRECISION) {
        return Err(error(format!("format: expected a precision up to {MAX_PRECISION}")));
    }
    let of = Type::of(value);
    let unknown = || {
        let kind = parsed.kind.map(String::from).unwrap_or_default();
        error(format!("unknown format code '{kind}' for object of type '{}'", of.name()))
    };
    match (of, parsed.kind) {
        (Type::Str, None | Some('s')) if parsed.align != Some('=') => {
            parsed.string(value.as_str().unwrap_or_default(), text)
        }
        (Type::Bool | Type::Int, Some('c')) => parsed.string(&code_point(value)?, text),
        (Type::Bool | Type::Int, None | Some('b' | 'd' | 'n' | 'o' | 'x' | 'X')) => {
            match (int(value), parsed.precision) {
                (Some(value), None) => parsed.integer(value, text),
                (Some(_), Some(_)) => {
                    Err(error("precision not allowed in integer format specifier"))
                }
                // Above i128: the digits are all that can be formatted.
                (None, _) => parsed.pad("", &value.to_string(), '>', text),
            }
        }
        (
            Type::Bool | Type::Int | Type::Float,
            None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%'),
        ) => parsed.float(float(value).unwrap_or_default(), text),
        (Type::Str | Type::Bool | Type::Int | Type::Float, _) => Err(unknown()),
        _ => Err(error(format!("unsupported format string passed to {}.__format__", of.name()))),
    }
}

fn code_point(value: &Value) -> Result<String> {
    let c = int(value).and_then(|code| u32::try_from(code).ok()).and_then(char::from_u32);
    c.map(String::from).ok_or_else(|| error("%c requires a character or its code point"))
}

/// The arguments of `str.format`.
pub(super) struct Fields<'v> {
    pub(super) positional: &'v [Value],
    /// A dict; undefined without named arguments.
    pub(super) named: Value,
}

/// `str.format`
pub(super) fn format(state: &State, template: &str, fields: &Fields<'_>) -> Result<String> {
    let mut text = Text::new(state);
    replace_fields(template, fields, &mut 0, 0, &mut text, state)?;
    Ok(text.finish())
}

fn replace_fields(
    template: &str,
    fields: &Fields<'_>,
    next: &mut usize,
    depth: usize,
    text: &mut Text<'_, '_, '_>,
    state: &State,
) -> Result<()> {
    if depth > MAX_NESTING {
        return Err(error("max string recursion exceeded"));
    }
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        text.push(&rest[..at])?;
        let (brace, after) = rest[at..].split_at(1);
        if after.starts_with(brace) {
            text.push(brace)?;
            rest = &after[1..];
            continue;
        }
        let end = match brace {
            "{" => field_end(after).ok_or_else(|| error("expected '}' before end of string"))?,
            _ => return Err(error("single '}' encountered in format string")),
        };
        let (field, spec) = after[..end].split_once(':').unwrap_or((&after[..end], ""));
        let (name, conversion) = field.split_once('!').unwrap_or((field, ""));
        let mut value = lookup(name, fields, next)?;
        match conversion {
            "" => {}
            "s" => value = Value::from(python::str(state, &value)?),
            "r" => value = Value::from(python::repr(state, &value)?),
            "a" => value = Value::from(python::ascii(state, &value)?),
            other => return Err(error(format!("unknown conversion specifier '{}'", shown(other)))),
        }
        let mut inner = Text::new(state);
        replace_fields(spec, fields, next, depth + 1, &mut inner, state)?;
        format_value(&value, &inner.finish(), text)?;
        rest = &after[end + 1..];
    }
    text.push(rest)
}

/// Returns where the `}` of a field is.
fn field_end(field: &str) -> Option<usize> {
    let mut depth = 0_usize;
    field.find(|c| match c {
        '{' => {
            depth += 1;
            false
        }
        '}' if depth == 0 => true,
        '}' => {
            depth -= 1;
            false
        }
        _ => false,
    })
}

/// Returns the value that `name`, `0.attribute` or `name[key]` means.
fn lookup(name: &str, fields: &Fields<'_>, next: &mut usize) -> Result<Value> {
    let end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut path) = name.split_at(end);
    let position = if first.is_empty() { Some(*next) } else { first.parse().ok() };
    if first.is_empty() {
        *next += 1;
    }
    let missing = || error(format!("format: no argument '{}'", shown(first)));
    let mut value = match position {
        Some(position) => fields.positional.get(position).cloned().ok_or_else(missing)?,
        None => fields.named.get_item(&Value::from(first)).map_err(|_| missing())?,
    };
    if position.is_none() && value.is_undefined() {
        return Err(missing());
    }
    while !path.is_empty() {
        // As jinja2's sandbox does, which takes an item for an attribute and the reverse.
        match path.strip_prefix('[') {
            Some(inside) => {
                let (key, rest) =
                    inside.split_once(']').ok_or_else(|| error("missing ']' in format string"))?;
                let key = key.parse::<i64>().map_or_else(|_| Value::from(key), Value::from);
                value = operators::get_item(&value, &key)?;
                path = rest;
            }
            None => {
                let key = &path[1..];
                let (key, rest) = key.split_at(key.find(['.', '[']).unwrap_or(key.len()));
                if key.is_empty() {
                    return Err(error("empty attribute in format string"));
                }
                value = methods::attribute(&value, key)?;
                path = rest;
            }
        }
    }
    Ok(value)
}

/// `template % values`
pub(super) fn percent(state: &State, template: &str, values: &Value) -> Result<String> {
    let of = Type::of(values);
    let positional = match of {
        Type::Tuple => python::items(state, values)?,
        _ => vec![values.clone()],
    };
    let mut positional = positional.iter();
    // A dict or a list may remain unused.
    let mut unused = !matches!(of, Type::Dict | Type::List | Type::Range | Type::View);
    let mut text = Text::new(state);
    let mut rest = template;
    while let Some(at) = rest.find('%') {
        text.push(&rest[..at])?;
        rest = &rest[at + 1..];
        let mut named = None;
        if let Some(inside) = rest.strip_prefix('(') {
            let (key, after) =
                inside.split_once(')').ok_or_else(|| error("incomplete format key"))?;
            if of != Type::Dict {
                return Err(error("format requires a mapping"));
            }
            let value = values.get_item(&Value::from(key))?;
            if value.is_undefined() {
                return Err(error(format!("format: no key '{}'", shown(key))));
            }
            (named, rest) = (Some(value), after);
        }
        let mut argument = || match &named {
            Some(value) => Ok(value.clone()),
            None => positional
                .next()
                .cloned()
                .ok_or_else(|| error("not enough arguments for format string")),
        };
        let mut cursor = Cursor(rest);
        let mut spec = Spec { align: Some('>'), ..Spec::default() };
        let mut left = false;
        while let Some(flag) = cursor.next_if("-+ #0") {
            match flag {
                '-' => left = true,
                '#' => spec.alternate = true,
                '0' => spec.zero = true,
                sign if spec.sign != Some('+') => spec.sign = Some(sign),
                _ => {}
            }
        }
        let mut size = |cursor: &mut Cursor<'_>| match cursor.next_if("*") {
            None => cursor.number().map(|number| number.map(|n| n as i128)),
            Some(_) => int(&argument()?).map(Some).ok_or_else(|| error("* wants int")),
        };
        if let Some(width) = size(&mut cursor)? {
            left |= width < 0;
            spec.width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
        }
        if cursor.next_if(".").is_some() {
            let precision = size(&mut cursor)?.unwrap_or(0).max(0);
            spec.precision = Some(usize::try_from(precision).unwrap_or(usize::MAX));
        }
        while cursor.next_if("hlL").is_some() {}
        let kind = cursor.next().ok_or_else(|| error("incomplete format"))?;
        rest = cursor.0;
        if left {
            (spec.align, spec.zero) = (Some('<'), false);
        }
        if kind == '%' {
            text.push("%")?;
            continue;
        }
        let value = argument()?;
        unused &= of == Type::Tuple;
        convert(&value, kind, spec, &mut text, state)?;
    }
    text.push(rest)?;
    match unused && positional.next().is_some() {
        true => Err(error("not all arguments converted during string formatting")),
        false => Ok(text.finish()),
    }
}

/// Appends `value` as the conversion `kind` of `%` writes it.
fn convert(
    value: &Value,
    kind: char,
    mut spec: Spec,
    text: &mut Text<'_, '_, '_>,
    state: &State,
) -> Result<()> {
    spec.kind = Some(kind);
    let zero = std::mem::take(&mut spec.zero);
    match kind {
        's' => return spec.string(&python::str(state, value)?, text),
        'r' => return spec.string(&python::repr(state, value)?, text),
        'a' => return spec.string(&python::ascii(state, value)?, text),
        'c' if value.as_str().is_some_and(|text| text.chars().count() == 1) => {
            return spec.string(value.as_str().unwrap_or_default(), text);
        }
        'c' => return spec.string(&code_point(value)?, text),
        _ => {}
    }
    if spec.precision.is_some_and(|precision| precision > MAX_PRECISION) {
        return Err(error(format!("format: expected a precision up to {MAX_PRECISION}")));
    }
    if zero {
        (spec.zero, spec.align) = (true, None);
    }
    let of = Type::of(value);
    let number = float(value).filter(|_| of.is_number());
    let number = number
        .ok_or_else(|| error(format!("%{kind} format: a number is required, not {}", of.name())))?;
    match kind {
        'd' | 'i' | 'u' | 'x' | 'X' | 'o' => {
            let whole = match of {
                Type::Float if "xXo".contains(kind) => {
                    return Err(error(format!(
                        "%{kind} format: an integer is required, not float"
                    )));
                }
                // Python's integers have no bound; beyond i128 the nearest is shown.
                Type::Float => number.trunc() as i128,
                _ => int(value).ok_or_else(|| error("integer too large"))?,
            };
            spec.integer(whole, text)
        }
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => spec.float(number, text),
        other => Err(error(format!("unsupported format character '{other}'"))),
    }
}
