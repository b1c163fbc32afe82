//! Methods of Python's types. jinja2's sandbox refuses the methods that change a list or a dict, so
//! they are missing.

use minijinja::value::Tuple;
use minijinja::{Error, ErrorKind, State, Value};

use super::args::{bind, flag, integer, named, required, split, text};
use super::format::{self, Fields};
use super::objects::{Method, View};
use super::python::{self, Result, Text, Type, charge, error};
use super::strings;

const OF_STR: [&str; 45] = [
    "capitalize",
    "casefold",
    "center",
    "count",
    "endswith",
    "expandtabs",
    "find",
    "format",
    "format_map",
    "index",
    "isalnum",
    "isalpha",
    "isascii",
    "isdecimal",
    "isdigit",
    "isidentifier",
    "islower",
    "isnumeric",
    "isprintable",
    "isspace",
    "istitle",
    "isupper",
    "join",
    "ljust",
    "lower",
    "lstrip",
    "partition",
    "removeprefix",
    "removesuffix",
    "replace",
    "rfind",
    "rindex",
    "rjust",
    "rpartition",
    "rsplit",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strip",
    "swapcase",
    "title",
    "translate",
    "upper",
    "zfill",
];
const OF_DICT: [&str; 5] = ["copy", "get", "items", "keys", "values"];
const OF_LIST: [&str; 3] = ["copy", "count", "index"];

fn names(of: Type) -> &'static [&'static str] {
    match of {
        Type::Str => &OF_STR,
        Type::Dict => &OF_DICT,
        Type::List => &OF_LIST,
        Type::Tuple => &OF_LIST[1..],
        _ => &[],
    }
}

/// Whether some type has a method of this name.
pub(super) fn is_method(name: &str) -> bool {
    [&OF_STR[..], &OF_DICT, &OF_LIST].iter().any(|names| names.contains(&name))
}

/// Returns a method of a value, not called yet.
pub(super) fn bound(value: &Value, name: &str) -> Option<Value> {
    let known = names(Type::of(value)).contains(&name);
    known.then(|| Value::from_object(Method { value: value.clone(), name: name.to_owned() }))
}

/// Returns `value.name`. A method has precedence over an item of a dict.
pub(super) fn attribute(value: &Value, name: &str) -> Result<Value> {
    bound(value, name).map_or_else(|| value.get_attr(name), Ok)
}

/// Calls a method of a value of one of Python's types.
pub(super) fn call(
    state: &mut State<'_, '_>,
    value: &Value,
    name: &str,
    args: &[Value],
) -> Result<Value> {
    match Type::of(value) {
        Type::Str => string(state, value.as_str().unwrap_or_default(), name, args),
        Type::Dict => dict(state, value, name, args),
        Type::List | Type::Tuple => list(state, value, name, args),
        Type::Int | Type::Float if name == "is_integer" => {
            let [] = bind(state, name, args, [])?;
            Ok(Value::from(python::float(value).is_some_and(|number| number.fract() == 0.0)))
        }
        _ => Err(Error::from(ErrorKind::UnknownMethod)),
    }
}

fn dict(state: &State, value: &Value, name: &str, args: &[Value]) -> Result<Value> {
    match name {
        "get" => {
            let [key, default] = bind(state, name, args, ["key", "default"])?;
            let key = required(name, "key", key)?;
            if !python::is_hashable(&key, 0) {
                return Err(error("get: unhashable type of a key"));
            }
            let found = value.as_object().and_then(|object| object.get_value(&key));
            Ok(found.or(default).unwrap_or_else(|| Value::from(())))
        }
        "items" | "keys" | "values" => {
            let [] = bind(state, name, args, [])?;
            Ok(Value::from_object(View::of(state, value, name)?))
        }
        "copy" => Ok(value.clone()),
        _ => Err(Error::from(ErrorKind::UnknownMethod)),
    }
}

fn list(state: &State, value: &Value, name: &str, args: &[Value]) -> Result<Value> {
    match name {
        "count" | "index" => {
            let [wanted] = bind(state, name, args, ["value"])?;
            let wanted = required(name, "value", wanted)?;
            let mut count = 0;
            for (index, item) in python::items(state, value)?.iter().enumerate() {
                if python::equal(state, item, &wanted)? {
                    if name == "index" {
                        return Ok(Value::from(index));
                    }
                    count += 1;
                }
            }
            match name {
                "count" => Ok(Value::from(count)),
                _ => Err(error("index: the value is not in the list")),
            }
        }
        "copy" if Type::of(value) == Type::List => Ok(value.clone()),
        _ => Err(Error::from(ErrorKind::UnknownMethod)),
    }
}

/// Calls a method of a string. The engine has paid for reading it once.
fn string(state: &State, s: &str, name: &str, args: &[Value]) -> Result<Value> {
    if let Some(answer) = strings::predicate(s, name) {
        let [] = bind(state, name, args, [])?;
        return Ok(Value::from(answer));
    }
    if let Some(changed) = strings::change_case(s, name) {
        let [] = bind(state, name, args, [])?;
        return Ok(Value::from(changed));
    }
    match name {
        "strip" | "lstrip" | "rstrip" => {
            let [chars] = bind(state, name, args, ["chars"])?;
            let chars = chars.filter(|chars| !chars.is_none());
            let chars = chars.as_ref().map(|chars| text(name, chars)).transpose()?;
            charge(state, s.len().saturating_mul(chars.map_or(0, str::len)) / 16)?;
            Ok(Value::from(strings::strip(s, chars, name != "rstrip", name != "lstrip")))
        }
        "removeprefix" | "removesuffix" => {
            let [affix] = bind(state, name, args, ["affix"])?;
            let affix = required(name, "affix", affix)?;
            let affix = text(name, &affix)?;
            let removed = match name {
                "removeprefix" => s.strip_prefix(affix),
                _ => s.strip_suffix(affix),
            };
            Ok(Value::from(removed.unwrap_or(s)))
        }
        "split" | "rsplit" => {
            let [separator, limit] = bind(state, name, args, ["sep", "maxsplit"])?;
            let separator = separator.filter(|separator| !separator.is_none());
            let separator = separator.as_ref().map(|value| text(name, value)).transpose()?;
            let limit = integer(name, limit.as_ref(), -1)?;
            let limit = usize::try_from(limit).unwrap_or(usize::MAX);
            let parts = strings::split(s, separator, limit, name == "rsplit")?;
            strings::list(state, &parts)
        }
        "splitlines" => {
            let [keep] = bind(state, name, args, ["keepends"])?;
            strings::list(state, &strings::lines(s, flag(keep.as_ref(), false)))
        }
        "partition" | "rpartition" => {
            let [separator] = bind(state, name, args, ["sep"])?;
            let separator = required(name, "sep", separator)?;
            let separator = text(name, &separator)?;
            let found = match (separator, name) {
                ("", _) => return Err(error("empty separator")),
                (_, "partition") => s.split_once(separator),
                _ => s.rsplit_once(separator),
            };
            let [a, b, c] = match (found, name) {
                (Some((before, after)), _) => [before, separator, after],
                (None, "partition") => [s, "", ""],
                (None, _) => ["", "", s],
            };
            Ok(Tuple::from([a, b, c].map(Value::from)).into())
        }
        "replace" => {
            let [old, new, count] = bind(state, name, args, ["old", "new", "count"])?;
            let (old, new) = (required(name, "old", old)?, required(name, "new", new)?);
            let count = integer(name, count.as_ref(), -1)?;
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            strings::replace(state, s, text(name, &old)?, text(name, &new)?, count).map(Value::from)
        }
        "startswith" | "endswith" => {
            let [affix, start, end] = bind(state, name, args, ["prefix", "start", "end"])?;
            let affix = required(name, "prefix", affix)?;
            let Some((_, part)) = strings::range(name, s, start.as_ref(), end.as_ref())? else {
                return Ok(Value::from(false));
            };
            let has = |affix: &str| match name {
                "startswith" => part.starts_with(affix),
                _ => part.ends_with(affix),
            };
            match Type::of(&affix) {
                Type::Tuple => {
                    for affix in python::items(state, &affix)? {
                        if has(text(name, &affix)?) {
                            return Ok(Value::from(true));
                        }
                    }
                    Ok(Value::from(false))
                }
                _ => Ok(Value::from(has(text(name, &affix)?))),
            }
        }
        "count" | "find" | "rfind" | "index" | "rindex" => {
            let [wanted, start, end] = bind(state, name, args, ["sub", "start", "end"])?;
            let wanted = required(name, "sub", wanted)?;
            let wanted = text(name, &wanted)?;
            let range = strings::range(name, s, start.as_ref(), end.as_ref())?;
            let (offset, part) = range.unwrap_or((0, ""));
            if name == "count" {
                let count = if range.is_none() { 0 } else { part.matches(wanted).count() };
                return Ok(Value::from(count));
            }
            let found = match name {
                "find" | "index" => part.find(wanted),
                _ => part.rfind(wanted),
            };
            match found.filter(|_| range.is_some()) {
                Some(at) => Ok(Value::from(offset + part[..at].chars().count())),
                None if name.ends_with("find") => Ok(Value::from(-1)),
                None => Err(error("substring not found")),
            }
        }
        "join" => {
            let [items] = bind(state, name, args, ["iterable"])?;
            let mut joined = Text::new(state);
            for (index, item) in
                python::items(state, &required(name, "iterable", items)?)?.iter().enumerate()
            {
                joined.push(if index > 0 { s } else { "" })?;
                joined.push(text(name, item)?)?;
            }
            Ok(Value::from(joined.finish()))
        }
        "center" | "ljust" | "rjust" | "zfill" => {
            let [width, fill] = bind(state, name, args, ["width", "fillchar"])?;
            let width = integer(name, Some(&required(name, "width", width)?), 0)?;
            let fill = fill.unwrap_or_else(|| Value::from(" "));
            strings::justify(state, s, name, width, text(name, &fill)?).map(Value::from)
        }
        "expandtabs" => {
            let [size] = bind(state, name, args, ["tabsize"])?;
            let size = integer(name, size.as_ref(), 8)?;
            strings::expand_tabs(state, s, size).map(Value::from)
        }
        "translate" => {
            let [table] = bind(state, name, args, ["table"])?;
            let table = required(name, "table", table)?;
            // A look-up per character.
            charge(state, s.len().saturating_mul(16))?;
            let mut translated = Text::new(state);
            for c in s.chars() {
                let to = table.get_item(&Value::from(u32::from(c)))?;
                match Type::of(&to) {
                    Type::Undefined => translated.push(c.encode_utf8(&mut [0; 4]))?,
                    Type::None => {}
                    Type::Int => {
                        let code = u32::try_from(to).ok().and_then(char::from_u32);
                        let c = code.ok_or_else(|| error("translate: no such character"))?;
                        translated.push(c.encode_utf8(&mut [0; 4]))?;
                    }
                    _ => translated.push(text(name, &to)?)?,
                }
            }
            Ok(Value::from(translated.finish()))
        }
        "format" => {
            let named = Value::from_pairs(named(state, args)?);
            format::format(state, s, &Fields { positional: split(args).0, named }).map(Value::from)
        }
        "format_map" => {
            let [named] = bind(state, name, args, ["mapping"])?;
            let named = required(name, "mapping", named)?;
            format::format(state, s, &Fields { positional: &[], named }).map(Value::from)
        }
        _ => Err(Error::from(ErrorKind::UnknownMethod)),
    }
}
