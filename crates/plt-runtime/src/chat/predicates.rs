//! jinja2's tests: what follows `is`.

use minijinja::{State, Value};

use super::args::{bind, required};
use super::filters::FILTERS;
use super::operators;
use super::python::{self, Result, Type, error, int};
use super::strings;

/// A test: its first argument is the value.
pub(super) type Predicate = fn(&mut State<'_, '_>, &[Value]) -> Result<bool>;

/// The tests by name.
pub(super) const PREDICATES: [(&str, Predicate); 39] = [
    ("!=", |state, args| compare(state, "!=", args)),
    ("<", |state, args| compare(state, "<", args)),
    ("<=", |state, args| compare(state, "<=", args)),
    ("==", |state, args| compare(state, "==", args)),
    (">", |state, args| compare(state, ">", args)),
    (">=", |state, args| compare(state, ">=", args)),
    ("boolean", |state, args| is(state, args, |value| Type::of(value) == Type::Bool)),
    ("callable", |state, args| is(state, args, is_callable)),
    ("defined", |state, args| is(state, args, |value| !value.is_undefined())),
    ("divisibleby", divisible),
    ("eq", |state, args| compare(state, "==", args)),
    ("equalto", |state, args| compare(state, "==", args)),
    ("escaped", |state, args| is(state, args, Value::is_safe)),
    ("even", |state, args| parity(state, args, 0)),
    ("false", |state, args| is(state, args, |v| Type::of(v) == Type::Bool && !v.is_true())),
    ("filter", is_filter),
    ("float", |state, args| is(state, args, |value| Type::of(value) == Type::Float)),
    ("ge", |state, args| compare(state, ">=", args)),
    ("greaterthan", |state, args| compare(state, ">", args)),
    ("gt", |state, args| compare(state, ">", args)),
    ("in", |state, args| compare(state, "in", args)),
    ("integer", |state, args| is(state, args, |value| Type::of(value) == Type::Int)),
    ("iterable", |state, args| {
        is(state, args, |value| {
            !matches!(Type::of(value), Type::None | Type::Other) && value.try_iter().is_ok()
        })
    }),
    ("le", |state, args| compare(state, "<=", args)),
    ("lessthan", |state, args| compare(state, "<", args)),
    ("lower", |state, args| has_case(state, args, "islower")),
    ("lt", |state, args| compare(state, "<", args)),
    ("mapping", |state, args| is(state, args, |value| Type::of(value) == Type::Dict)),
    ("ne", |state, args| compare(state, "!=", args)),
    ("none", |state, args| is(state, args, Value::is_none)),
    ("number", |state, args| is(state, args, |value| Type::of(value).is_number())),
    ("odd", |state, args| parity(state, args, 1)),
    ("sameas", same),
    ("sequence", |state, args| is(state, args, is_sequence)),
    ("string", |state, args| is(state, args, |value| Type::of(value) == Type::Str)),
    ("test", is_test),
    ("true", |state, args| is(state, args, |v| Type::of(v) == Type::Bool && v.is_true())),
    ("undefined", |state, args| is(state, args, Value::is_undefined)),
    ("upper", |state, args| has_case(state, args, "isupper")),
];

fn value(args: &[Value]) -> &Value {
    args.first().unwrap_or(&Value::UNDEFINED)
}

fn argument(state: &State, test: &str, args: &[Value]) -> Result<Value> {
    let [other] = bind(state, test, args.get(1..).unwrap_or_default(), ["other"])?;
    required(test, "other", other)
}

fn is(state: &State, args: &[Value], holds: fn(&Value) -> bool) -> Result<bool> {
    let [] = bind(state, "test", args.get(1..).unwrap_or_default(), [])?;
    Ok(holds(value(args)))
}

fn compare(state: &State, op: &str, args: &[Value]) -> Result<bool> {
    operators::compare(state, op, value(args), &argument(state, op, args)?)
}

fn has_case(state: &State, args: &[Value], method: &str) -> Result<bool> {
    let text = python::str(state, value(args))?;
    Ok(strings::predicate(&text, method).unwrap_or(false))
}

/// Undefined can be called as well, to fail.
fn is_callable(value: &Value) -> bool {
    match Type::of(value) {
        Type::Undefined => true,
        Type::Other => value.as_object().is_some_and(|object| {
            !["::Namespace", "::Cycler"].iter().any(|name| object.type_name().ends_with(name))
        }),
        _ => false,
    }
}

fn is_sequence(value: &Value) -> bool {
    use Type::{Dict, List, Range, Str, Tuple, Undefined};
    matches!(Type::of(value), Undefined | Str | List | Tuple | Dict | Range)
}

fn divisible(state: &mut State<'_, '_>, args: &[Value]) -> Result<bool> {
    let remainder =
        operators::binary(state, "%", value(args), &argument(state, "divisibleby", args)?)?;
    Ok(python::float(&remainder) == Some(0.0))
}

fn parity(state: &State, args: &[Value], wanted: i128) -> Result<bool> {
    let [] = bind(state, "odd and even", args.get(1..).unwrap_or_default(), [])?;
    match (int(value(args)), python::float(value(args))) {
        (Some(number), _) => Ok(number.rem_euclid(2) == wanted),
        (None, Some(number)) => Ok(number.rem_euclid(2.0) == wanted as f64),
        _ => Err(error("odd and even: expected a number")),
    }
}

/// Whether two values are of one type and equal: what a template means by the same object.
fn same(state: &mut State<'_, '_>, args: &[Value]) -> Result<bool> {
    let other = argument(state, "sameas", args)?;
    Ok(Type::of(value(args)) == Type::of(&other) && python::equal(state, value(args), &other)?)
}

fn is_filter(_: &mut State<'_, '_>, args: &[Value]) -> Result<bool> {
    Ok(FILTERS.iter().any(|(name, _)| value(args).as_str() == Some(name)))
}

fn is_test(_: &mut State<'_, '_>, args: &[Value]) -> Result<bool> {
    Ok(PREDICATES.iter().any(|(name, _)| value(args).as_str() == Some(name)))
}
