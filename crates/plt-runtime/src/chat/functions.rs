//! The functions of templates: jinja2's, and those that Hugging Face adds.

use minijinja::value::{Rest, ValueOrKwargs};
use minijinja::{Environment, Error, ErrorKind, State, Value};

use super::args::{bind, named, required, split, text};
use super::dates;
use super::objects::{Cycler, Joiner, Namespace, Range};
use super::python::{self, Result, Type, error, int};

/// The variable with the time of the rendering, in seconds. No template can name it.
pub(super) const NOW: &str = "time of the rendering";

type Function = fn(&mut State<'_, '_>, &[Value]) -> Result<Value>;

const FUNCTIONS: [(&str, Function); 7] = [
    ("cycler", |_, args| Ok(Value::from_object(Cycler::new(args.to_vec())?))),
    ("dict", dict),
    ("joiner", joiner),
    ("namespace", namespace),
    ("raise_exception", raise_exception),
    ("range", range),
    ("strftime_now", strftime_now),
];

/// Adds the functions to an environment.
pub(super) fn add(environment: &mut Environment<'_>) {
    for (name, function) in FUNCTIONS {
        let call = move |state: &mut State<'_, '_>, args: Rest<ValueOrKwargs>| {
            function(state, &args.into_values())
        };
        environment.add_function(name, call);
    }
}

/// The message of `raise_exception`.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Raised(String);

/// `raise_exception(message)`: rejects the conversation.
fn raise_exception(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [message] = bind(state, "raise_exception", args, ["message"])?;
    let message = python::str(state, &required("raise_exception", "message", message)?)?;
    let error = Error::new(ErrorKind::InvalidOperation, message.clone());
    Err(error.with_source(Raised(message)))
}

/// Returns the message of an error from [`raise_exception`].
pub(super) fn raised(error: &Error) -> Option<String> {
    let first: &(dyn std::error::Error + 'static) = error;
    let mut causes = std::iter::successors(Some(first), |error| error.source());
    causes.find_map(|error| error.downcast_ref::<Raised>()).map(|Raised(message)| message.clone())
}

/// `strftime_now(format)`: formats the current time in UTC.
fn strftime_now(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [format] = bind(state, "strftime_now", args, ["format"])?;
    let format = required("strftime_now", "format", format)?;
    let now = state.lookup(NOW).and_then(|now| now.as_i64()).unwrap_or_default();
    dates::strftime(state, text("strftime_now", &format)?, now).map(Value::from)
}

fn range(_: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let bound = |value: &Value| {
        int(value).and_then(|bound| i64::try_from(bound).ok()).ok_or_else(|| {
            error(format!("range: expected 64-bit integers, found {}", Type::of(value).name()))
        })
    };
    let bounds = args.iter().map(bound).collect::<Result<Vec<i64>>>()?;
    let range = match bounds[..] {
        [stop] => Range::new(0, stop, 1),
        [start, stop] => Range::new(start, stop, 1),
        [start, stop, step] => Range::new(start, stop, step),
        _ => Err(error("range: expected one to three integers")),
    };
    range.map(Value::from_object)
}

fn joiner(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [separator] = bind(state, "joiner", args, ["sep"])?;
    Ok(Value::from_object(Joiner::new(separator.unwrap_or_else(|| Value::from(", ")))))
}

/// Returns the pairs of `dict(pairs, name=value)`.
fn dict_pairs(state: &State, args: &[Value]) -> Result<Vec<(Value, Value)>> {
    let mut pairs = match split(args).0 {
        [] => Vec::new(),
        [dict] if Type::of(dict) == Type::Dict => python::pairs(state, dict)?,
        [list] => {
            let pair = |pair: Value| -> Result<(Value, Value)> {
                match python::items(state, &pair)?.as_slice() {
                    [key, value] if python::is_hashable(key, 0) => Ok((key.clone(), value.clone())),
                    _ => Err(error("dict: expected pairs of a key and a value")),
                }
            };
            python::items(state, list)?.into_iter().map(pair).collect::<Result<_>>()?
        }
        _ => return Err(error("dict: expected at most one positional argument")),
    };
    let named = named(state, args)?.into_iter();
    pairs.extend(named.map(|(name, value)| (Value::from(name), value)));
    Ok(pairs)
}

fn dict(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    dict_pairs(state, args).map(Value::from_pairs)
}

fn namespace(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let named = dict_pairs(state, args)?.into_iter();
    let attribute = |(name, value): (Value, Value)| -> Result<(String, Value)> {
        Ok((text("namespace", &name)?.to_owned(), value))
    };
    let named = named.map(attribute).collect::<Result<Vec<_>>>()?;
    Namespace::create(state, named)
}
