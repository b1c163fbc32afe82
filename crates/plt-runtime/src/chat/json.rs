//! `tojson` as Hugging Face defines it: Python's `json.dumps`, without escapes for web pages.

use std::fmt::Write as _;

use minijinja::{State, Value};

use super::args::{bind, flag, integer};
use super::python::{self, MAX_DEPTH, Result, Text, Type, charge, error, float_text, step};

/// `tojson(value, ensure_ascii=false, indent=none, separators=none, sort_keys=false)`
pub(super) fn tojson(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let parameters = ["x", "ensure_ascii", "indent", "separators", "sort_keys"];
    let [value, ascii, indent, separators, sort] = bind(state, "tojson", args, parameters)?;
    let indent = match indent.filter(|indent| !indent.is_none()) {
        None => None,
        Some(indent) => Some(match indent.as_str() {
            Some(text) => text.to_owned(),
            None => {
                let width = integer("tojson", Some(&indent), 0)?;
                let mut spaces = Text::new(state);
                spaces.repeat(" ", usize::try_from(width).unwrap_or(0))?;
                spaces.finish()
            }
        }),
    };
    let [item, key] = match separators.filter(|separators| !separators.is_none()) {
        None => [if indent.is_some() { "," } else { ", " }, ": "].map(str::to_owned),
        Some(pair) => match python::items(state, &pair)?.as_slice() {
            [item, key] => [python::str(state, item)?, python::str(state, key)?],
            _ => return Err(error("tojson: expected two separators")),
        },
    };
    let (ascii, sort) = (flag(ascii.as_ref(), false), flag(sort.as_ref(), false));
    let mut writer = Writer { state, text: Text::new(state), indent, item, key, ascii, sort };
    writer.value(&value.unwrap_or_default(), 0)?;
    Ok(Value::from(writer.text.finish()))
}

struct Writer<'s, 'a, 'e> {
    state: &'s State<'a, 'e>,
    text: Text<'s, 'a, 'e>,
    indent: Option<String>,
    /// The separator of items.
    item: String,
    /// The separator of a key and its value.
    key: String,
    ascii: bool,
    sort: bool,
}

impl Writer<'_, '_, '_> {
    fn value(&mut self, value: &Value, depth: usize) -> Result<()> {
        step(self.state)?;
        if depth > MAX_DEPTH {
            return Err(error(format!("tojson: a value has more than {MAX_DEPTH} levels")));
        }
        match Type::of(value) {
            Type::Str => self.string(value.as_str().unwrap_or_default()),
            Type::List | Type::Tuple => {
                let items = python::items(self.state, value)?;
                self.nest("[", items, "]", depth, |writer, item| writer.value(&item, depth + 1))
            }
            Type::Dict => {
                let mut pairs = python::pairs(self.state, value)?;
                if self.sort {
                    pairs = self.sorted(pairs)?;
                }
                self.nest("{", pairs, "}", depth, |writer, (key, value)| {
                    match Type::of(&key) {
                        Type::Str => writer.string(key.as_str().unwrap_or_default())?,
                        Type::None | Type::Bool | Type::Int | Type::Float => {
                            let key = writer.scalar(&key)?;
                            writer.string(&key)?;
                        }
                        of => {
                            let of = of.name();
                            return Err(error(format!(
                                "tojson: expected a key of text, found {of}"
                            )));
                        }
                    }
                    let separator = writer.key.clone();
                    writer.text.push(&separator)?;
                    writer.value(&value, depth + 1)
                })
            }
            _ => {
                let text = self.scalar(value)?;
                self.text.push(&text)
            }
        }
    }

    fn sorted(&self, mut pairs: Vec<(Value, Value)>) -> Result<Vec<(Value, Value)>> {
        // Keys that have an order: the standard sort relies on it.
        let all = |of: fn(Type) -> bool| pairs.iter().all(|(key, _)| of(Type::of(key)));
        if !all(|of| of == Type::Str) && !all(Type::is_number) {
            return Err(error("tojson: expected keys of one type with sort_keys"));
        }
        charge(self.state, pairs.len().saturating_mul(size_of::<[Value; 4]>()))?;
        pairs.sort_by(|(a, _), (b, _)| match (a.as_str(), b.as_str()) {
            (Some(a), Some(b)) => a.cmp(b),
            _ => {
                let number = |key| python::float(key).unwrap_or_default();
                number(a).total_cmp(&number(b))
            }
        });
        Ok(pairs)
    }

    fn scalar(&self, value: &Value) -> Result<String> {
        Ok(match Type::of(value) {
            Type::None => "null".to_owned(),
            Type::Bool => value.is_true().to_string(),
            Type::Int => value.to_string(),
            Type::Float => match f64::try_from(value.clone())? {
                f64::INFINITY => "Infinity".to_owned(),
                f64::NEG_INFINITY => "-Infinity".to_owned(),
                number if number.is_nan() => "NaN".to_owned(),
                number => float_text(number),
            },
            of => {
                let of = of.name();
                return Err(error(format!("tojson: object of type {of} is not JSON serializable")));
            }
        })
    }

    /// Writes the items of a list or of a dict.
    fn nest<T>(
        &mut self,
        open: &str,
        items: Vec<T>,
        close: &str,
        depth: usize,
        mut write: impl FnMut(&mut Self, T) -> Result<()>,
    ) -> Result<()> {
        self.text.push(open)?;
        let empty = items.is_empty();
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                let separator = self.item.clone();
                self.text.push(&separator)?;
            }
            self.new_line(depth + 1)?;
            write(self, item)?;
        }
        if !empty {
            self.new_line(depth)?;
        }
        self.text.push(close)
    }

    fn new_line(&mut self, depth: usize) -> Result<()> {
        let Some(indent) = &self.indent else { return Ok(()) };
        self.text.push("\n")?;
        self.text.repeat(indent, depth)
    }

    fn string(&mut self, text: &str) -> Result<()> {
        self.text.push("\"")?;
        let mut escaped = String::new();
        for c in text.chars() {
            match c {
                '"' => escaped.push_str("\\\""),
                '\\' => escaped.push_str("\\\\"),
                '\n' => escaped.push_str("\\n"),
                '\r' => escaped.push_str("\\r"),
                '\t' => escaped.push_str("\\t"),
                '\x08' => escaped.push_str("\\b"),
                '\x0c' => escaped.push_str("\\f"),
                c if c < ' ' || (self.ascii && !c.is_ascii()) => {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        // Writing into a string cannot fail.
                        _ = write!(escaped, "\\u{unit:04x}");
                    }
                }
                c => escaped.push(c),
            }
        }
        self.text.push(&escaped)?;
        self.text.push("\"")
    }
}
