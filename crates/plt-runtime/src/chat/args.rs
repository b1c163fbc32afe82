//! Arguments of filters, methods and functions, bound to parameters as Python does.

use minijinja::{State, Value};

use super::python::{self, Result, Type, error, int};

/// Splits arguments into positional ones and named ones.
pub(super) fn split(args: &[Value]) -> (&[Value], Option<&Value>) {
    match args.split_last() {
        Some((last, positional)) if last.is_kwargs() => (positional, Some(last)),
        _ => (args, None),
    }
}

/// Returns the named arguments.
pub(super) fn named(state: &State, args: &[Value]) -> Result<Vec<(String, Value)>> {
    let Some(kwargs) = split(args).1 else { return Ok(Vec::new()) };
    let pairs = python::pairs(state, kwargs)?;
    let name = |key: &Value| key.as_str().map(str::to_owned);
    let named = pairs.into_iter().map(|(key, value)| {
        Ok((name(&key).ok_or_else(|| error("keywords must be strings"))?, value))
    });
    named.collect()
}

/// Binds arguments to parameters. An argument that is not given is `None`.
pub(super) fn bind<const N: usize>(
    state: &State,
    function: &str,
    args: &[Value],
    parameters: [&str; N],
) -> Result<[Option<Value>; N]> {
    let positional = split(args).0;
    if positional.len() > N {
        let found = positional.len();
        return Err(error(format!("{function}: expected at most {N} arguments, found {found}")));
    }
    let mut bound: [Option<Value>; N] = [const { None }; N];
    for (slot, value) in bound.iter_mut().zip(positional) {
        *slot = Some(value.clone());
    }
    for (name, value) in named(state, args)? {
        let index = parameters.iter().position(|parameter| *parameter == name);
        match index.map(|index| &mut bound[index]) {
            Some(slot) if slot.is_none() => *slot = Some(value),
            Some(_) => return Err(error(format!("{function}: two values for '{name}'"))),
            None => return Err(error(format!("{function}: unexpected argument '{name}'"))),
        }
    }
    Ok(bound)
}

/// Returns an argument that has to be given.
pub(super) fn required(function: &str, name: &str, value: Option<Value>) -> Result<Value> {
    value.ok_or_else(|| error(format!("{function}: missing argument '{name}'")))
}

/// Returns the text of an argument that has to be a string.
pub(super) fn text<'v>(function: &str, value: &'v Value) -> Result<&'v str> {
    value.as_str().ok_or_else(|| {
        error(format!("{function}: expected a string, found {}", Type::of(value).name()))
    })
}

/// Returns an argument that has to be an integer, or its default.
pub(super) fn integer(function: &str, value: Option<&Value>, default: i64) -> Result<i64> {
    let Some(value) = value else { return Ok(default) };
    let found =
        || error(format!("{function}: expected an integer, found {}", Type::of(value).name()));
    let clamp = |value: i128| value.clamp(i64::MIN.into(), i64::MAX.into()) as i64;
    int(value).map(clamp).ok_or_else(found)
}

/// Returns whether an argument is true, or its default.
pub(super) fn flag(value: Option<&Value>, default: bool) -> bool {
    value.map_or(default, Value::is_true)
}
