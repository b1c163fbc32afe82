//! Python's view of the template engine's values: their types, text, equality and order.
//!
//! Every function that can visit or produce much counts it as fuel. A value may share its parts:
//! forty lists, each of the previous one twice, print as 2^40 items.

use std::cmp::Ordering;

use minijinja::value::{Tuple, ValueKind};
use minijinja::{Error, ErrorKind, State, Value};

use super::objects::{Group, Range, View};

/// Bytes of data per unit of fuel, as the template engine counts them.
const BYTES_PER_FUEL: usize = 64;
/// Maximum depth of a value that is printed or compared. Python's is about a thousand.
pub(super) const MAX_DEPTH: usize = 500;

pub(super) type Result<T, E = Error> = std::result::Result<T, E>;

pub(super) fn error(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidOperation, message.into())
}

/// Pays for `bytes` of data before they are made.
pub(super) fn charge(state: &State, bytes: usize) -> Result<()> {
    state.consume_fuel(bytes.div_ceil(BYTES_PER_FUEL) as u64)
}

/// Pays for visiting one item.
pub(super) fn step(state: &State) -> Result<()> {
    state.consume_fuel(1)
}

/// The type of a value in Python.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Undefined,
    None,
    Bool,
    Int,
    Float,
    Str,
    List,
    Tuple,
    Dict,
    Range,
    /// `dict.keys()` and its like.
    View,
    /// A function, macro, loop, namespace or another object.
    Other,
}

impl Type {
    pub(super) fn of(value: &Value) -> Self {
        match value.kind() {
            ValueKind::Undefined => Self::Undefined,
            ValueKind::None => Self::None,
            ValueKind::Bool => Self::Bool,
            ValueKind::Number if value.is_integer() => Self::Int,
            ValueKind::Number => Self::Float,
            ValueKind::String => Self::Str,
            ValueKind::Seq | ValueKind::Iterable => match () {
                () if value.is_tuple() => Self::Tuple,
                () if value.downcast_object_ref::<Group>().is_some() => Self::Tuple,
                () if value.downcast_object_ref::<Range>().is_some() => Self::Range,
                () if value.downcast_object_ref::<View>().is_some() => Self::View,
                () => Self::List,
            },
            // The engine's macros and loops have attributes, and count as maps.
            ValueKind::Map => match value.as_object().map(|object| object.type_name()) {
                Some(name) if name.ends_with("::Macro") || name.ends_with("::Loop") => Self::Other,
                _ => Self::Dict,
            },
            _ => Self::Other,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Undefined => "Undefined",
            Self::None => "NoneType",
            Self::Bool => "bool",
            Self::Int => "int",
            Self::Float => "float",
            Self::Str => "str",
            Self::List => "list",
            Self::Tuple => "tuple",
            Self::Dict => "dict",
            Self::Range => "range",
            Self::View => "dict view",
            Self::Other => "object",
        }
    }

    pub(super) fn is_number(self) -> bool {
        matches!(self, Self::Bool | Self::Int | Self::Float)
    }
}

/// Returns an integer or a bool as an integer.
pub(super) fn int(value: &Value) -> Option<i128> {
    match Type::of(value) {
        Type::Bool => Some(value.is_true().into()),
        Type::Int => i128::try_from(value.clone()).ok(),
        _ => None,
    }
}

/// Returns a number or a bool as a float.
pub(super) fn float(value: &Value) -> Option<f64> {
    match Type::of(value) {
        Type::Bool => Some(if value.is_true() { 1.0 } else { 0.0 }),
        Type::Int => i128::try_from(value.clone()).ok().map(|whole| whole as f64),
        Type::Float => f64::try_from(value.clone()).ok(),
        _ => None,
    }
}

/// Returns the items of an iterable, each of which costs a step.
pub(super) fn items(state: &State, value: &Value) -> Result<Vec<Value>> {
    let failed = |_| error(format!("'{}' object is not iterable", Type::of(value).name()));
    let mut items = Vec::new();
    for item in value.try_iter().map_err(failed)?.checked() {
        step(state)?;
        items.push(item?);
    }
    Ok(items)
}

/// Returns the keys and values of a dict, each pair of which costs a step.
pub(super) fn pairs(state: &State, dict: &Value) -> Result<Vec<(Value, Value)>> {
    let pairs = dict.as_object().and_then(|object| object.try_iter_pairs());
    let mut all = Vec::new();
    for pair in pairs.ok_or_else(|| error("expected a dict"))? {
        step(state)?;
        all.push(pair);
    }
    Ok(all)
}

/// Returns the number of items, as Python's `len` does.
pub(super) fn len(value: &Value) -> Result<usize> {
    match Type::of(value) {
        Type::Undefined => Ok(0),
        Type::None | Type::Bool | Type::Int | Type::Float | Type::Other => {
            Err(error(format!("object of type '{}' has no len()", Type::of(value).name())))
        }
        _ => value.len().ok_or_else(|| error("object has no len()")),
    }
}

/// Text in the making, paid for as it grows.
pub(super) struct Text<'s, 'a, 'e> {
    state: &'s State<'a, 'e>,
    text: String,
    unpaid: usize,
}

impl<'s, 'a, 'e> Text<'s, 'a, 'e> {
    pub(super) fn new(state: &'s State<'a, 'e>) -> Self {
        Self { state, text: String::new(), unpaid: 0 }
    }

    pub(super) fn push(&mut self, text: &str) -> Result<()> {
        self.unpaid += text.len();
        if self.unpaid >= BYTES_PER_FUEL {
            charge(self.state, self.unpaid)?;
            self.unpaid = 0;
        }
        self.text.push_str(text);
        Ok(())
    }

    /// Appends `text` a number of times.
    pub(super) fn repeat(&mut self, text: &str, times: usize) -> Result<()> {
        charge(self.state, text.len().saturating_mul(times))?;
        (0..times).for_each(|_| self.text.push_str(text));
        Ok(())
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Appends `str(value)`.
    pub(super) fn str(&mut self, value: &Value) -> Result<()> {
        match value.as_str() {
            Some(text) => self.push(text),
            None if value.is_undefined() => Ok(()),
            None => self.repr(value, 0),
        }
    }

    /// Appends `repr(value)`.
    pub(super) fn repr(&mut self, value: &Value, depth: usize) -> Result<()> {
        if depth > MAX_DEPTH {
            return Err(error(format!("a value has more than {MAX_DEPTH} levels")));
        }
        match Type::of(value) {
            Type::Undefined => self.push("Undefined"),
            Type::None => self.push("None"),
            Type::Bool => self.push(if value.is_true() { "True" } else { "False" }),
            Type::Float => self.push(&float_text(f64::try_from(value.clone())?)),
            Type::Str => self.push(&quoted(value.as_str().unwrap_or_default())),
            Type::List => self.sequence("[", value, "]", depth),
            Type::Tuple if value.len() == Some(1) => self.sequence("(", value, ",)", depth),
            Type::Tuple => self.sequence("(", value, ")", depth),
            Type::Dict => {
                self.push("{")?;
                let pairs = value.as_object().and_then(|object| object.try_iter_pairs());
                for (index, (key, value)) in pairs.into_iter().flatten().enumerate() {
                    step(self.state)?;
                    self.push(if index > 0 { ", " } else { "" })?;
                    self.repr(&key, depth + 1)?;
                    self.push(": ")?;
                    self.repr(&value, depth + 1)?;
                }
                self.push("}")
            }
            Type::View => {
                let view = value.downcast_object_ref::<View>();
                self.push(view.map_or("", |view| view.name))?;
                self.sequence("([", value, "])", depth)
            }
            Type::Int | Type::Range | Type::Other => self.push(&value.to_string()),
        }
    }

    fn sequence(&mut self, open: &str, value: &Value, close: &str, depth: usize) -> Result<()> {
        self.push(open)?;
        for (index, item) in value.try_iter()?.checked().enumerate() {
            step(self.state)?;
            self.push(if index > 0 { ", " } else { "" })?;
            self.repr(&item?, depth + 1)?;
        }
        self.push(close)
    }
}

/// Returns `str(value)`.
pub(super) fn str(state: &State, value: &Value) -> Result<String> {
    let mut text = Text::new(state);
    text.str(value)?;
    Ok(text.finish())
}

/// Returns `repr(value)`.
pub(super) fn repr(state: &State, value: &Value) -> Result<String> {
    let mut text = Text::new(state);
    text.repr(value, 0)?;
    Ok(text.finish())
}

/// Returns a float's text: the shortest digits that mean it, with an exponent from 1e16 and below
/// 1e-4.
pub(super) fn float_text(value: f64) -> String {
    if !value.is_finite() {
        return match value {
            f64::INFINITY => "inf".to_owned(),
            f64::NEG_INFINITY => "-inf".to_owned(),
            _ => "nan".to_owned(),
        };
    }
    let scientific = format!("{value:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    match exponent.parse::<i32>().unwrap_or_default() {
        -4..16 => {
            let plain = value.to_string();
            if plain.contains('.') { plain } else { plain + ".0" }
        }
        exponent => format!("{digits}e{exponent:+03}"),
    }
}

/// Returns the `repr` of a string.
fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push(quote);
    for c in text.chars() {
        match c {
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\\' => quoted.push_str("\\\\"),
            c if c == quote => quoted.extend(['\\', c]),
            c if is_printable(c) => quoted.push(c),
            c => quoted.push_str(&escaped(c)),
        }
    }
    quoted.push(quote);
    quoted
}

/// Returns `ascii(value)`: its `repr` with escapes for characters beyond ASCII.
pub(super) fn ascii(state: &State, value: &Value) -> Result<String> {
    let mut text = Text::new(state);
    for c in repr(state, value)?.chars() {
        match c.is_ascii() {
            true => text.push(c.encode_utf8(&mut [0; 4]))?,
            false => text.push(&escaped(c))?,
        }
    }
    Ok(text.finish())
}

fn escaped(c: char) -> String {
    match u32::from(c) {
        code @ ..0x100 => format!("\\x{code:02x}"),
        code @ ..0x10000 => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

/// Whether Python prints a character as it is. Rust's `Debug` of strings has the same rule; only
/// at the start of a string it escapes combining characters as well.
pub(super) fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        c => format!(" {c}").escape_debug().nth(1) == Some(c),
    }
}

/// Whether a value is the key of a dict in Python; a list is not.
pub(super) fn is_hashable(value: &Value, depth: usize) -> bool {
    match Type::of(value) {
        Type::List | Type::Dict | Type::View => false,
        Type::Tuple => {
            depth < 8
                && value.downcast_object_ref::<Tuple>().is_some_and(|tuple| {
                    tuple.len() < 64 && tuple.iter().all(|item| is_hashable(item, depth + 1))
                })
        }
        _ => true,
    }
}

/// Returns whether `a == b` in Python.
pub(super) fn equal(state: &State, a: &Value, b: &Value) -> Result<bool> {
    equal_at(state, a, b, 0)
}

fn equal_at(state: &State, a: &Value, b: &Value, depth: usize) -> Result<bool> {
    step(state)?;
    if depth > MAX_DEPTH {
        return Err(error(format!("a value has more than {MAX_DEPTH} levels")));
    }
    let equal_items = |a: &Value, b: &Value| -> Result<bool> {
        if a.len() != b.len() {
            return Ok(false);
        }
        for (a, b) in a.try_iter()?.zip(b.try_iter()?) {
            if !equal_at(state, &a, &b, depth + 1)? {
                return Ok(false);
            }
        }
        Ok(true)
    };
    match (Type::of(a), Type::of(b)) {
        (Type::Undefined, Type::Undefined) | (Type::None, Type::None) => Ok(true),
        (x, y) if x.is_number() && y.is_number() => Ok(number(a) == number(b)),
        (Type::Str, Type::Str) => {
            charge(state, a.len().unwrap_or_default())?;
            Ok(a.as_str() == b.as_str())
        }
        (Type::List, Type::List) | (Type::Tuple, Type::Tuple) | (Type::Range, Type::Range) => {
            equal_items(a, b)
        }
        (Type::Dict, Type::Dict) => {
            if a.len() != b.len() {
                return Ok(false);
            }
            for (key, value) in pairs(state, a)? {
                match b.get_item(&key) {
                    Ok(other) if !other.is_undefined() || value.is_undefined() => {
                        if !equal_at(state, &value, &other, depth + 1)? {
                            return Ok(false);
                        }
                    }
                    _ => return Ok(false),
                }
            }
            Ok(true)
        }
        // The same object: the engine compares no more than its text.
        (Type::Other, Type::Other) => Ok(a == b),
        _ => Ok(false),
    }
}

/// Returns a bool as a number, so that the template engine compares it as one.
fn number(value: &Value) -> Value {
    match Type::of(value) {
        Type::Bool => Value::from(i64::from(value.is_true())),
        _ => value.clone(),
    }
}

/// Returns the order of two values, `None` for NaN.
///
/// # Errors
/// Values of types without an order between them.
pub(super) fn compare(state: &State, a: &Value, b: &Value) -> Result<Option<Ordering>> {
    compare_at(state, a, b, 0)
}

fn compare_at(state: &State, a: &Value, b: &Value, depth: usize) -> Result<Option<Ordering>> {
    step(state)?;
    if depth > MAX_DEPTH {
        return Err(error(format!("a value has more than {MAX_DEPTH} levels")));
    }
    match (Type::of(a), Type::of(b)) {
        (x, y) if x.is_number() && y.is_number() => {
            let nan = |value| float(value).is_some_and(f64::is_nan);
            Ok((!nan(a) && !nan(b)).then(|| number(a).cmp(&number(b))))
        }
        (Type::Str, Type::Str) => {
            charge(state, a.len().unwrap_or_default())?;
            Ok(Some(a.as_str().cmp(&b.as_str())))
        }
        (Type::List, Type::List) | (Type::Tuple, Type::Tuple) => {
            for (a, b) in a.try_iter()?.zip(b.try_iter()?) {
                if !equal_at(state, &a, &b, depth + 1)? {
                    return compare_at(state, &a, &b, depth + 1);
                }
            }
            Ok(Some(a.len().cmp(&b.len())))
        }
        (x, y) => Err(error(format!(
            "'<' not supported between instances of '{}' and '{}'",
            x.name(),
            y.name()
        ))),
    }
}

/// Returns whether `item in container`.
pub(super) fn contains(state: &State, container: &Value, item: &Value) -> Result<bool> {
    match Type::of(container) {
        Type::Undefined => Ok(false),
        Type::Str => match item.as_str() {
            Some(item) => {
                let text = container.as_str().unwrap_or_default();
                charge(state, text.len())?;
                Ok(text.contains(item))
            }
            None => Err(error(format!(
                "'in <string>' requires string as left operand, not {}",
                Type::of(item).name()
            ))),
        },
        Type::Dict if is_hashable(item, 0) => {
            Ok(container.as_object().is_some_and(|object| object.get_value(item).is_some()))
        }
        Type::Dict => Err(error(format!("unhashable type: '{}'", Type::of(item).name()))),
        Type::List | Type::Tuple | Type::Range | Type::View => {
            for other in container.try_iter()?.checked() {
                if equal(state, &other?, item)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        other => Err(error(format!("argument of type '{}' is not iterable", other.name()))),
    }
}
