//! Python's operators, as the filters that [`super::rewrite`] puts in their place.

use minijinja::value::{Kwargs, Tuple};
use minijinja::{Error, ErrorKind, State, Value};

use super::args::{named, split};
use super::format;
use super::methods;
use super::objects::{self, Namespace};
use super::python::{self, Result, Text, Type, charge, error, int};

fn unsupported(op: &str, a: &Value, b: &Value) -> Error {
    if a.is_undefined() || b.is_undefined() {
        return Error::new(ErrorKind::UndefinedError, format!("an operand of {op} is undefined"));
    }
    let (a, b) = (Type::of(a).name(), Type::of(b).name());
    error(format!("unsupported operand types for {op}: '{a}' and '{b}'"))
}

/// Applies an operator with two operands.
pub(super) fn binary(state: &State, op: &str, a: &Value, b: &Value) -> Result<Value> {
    match op {
        "+" => add(state, a, b),
        "*" => multiply(state, a, b),
        "%" => remainder(state, a, b),
        "~" => {
            let mut text = Text::new(state);
            text.str(a)?;
            text.str(b)?;
            Ok(Value::from(text.finish()))
        }
        _ => compare(state, op, a, b).map(Value::from),
    }
}

pub(super) fn add(state: &State, a: &Value, b: &Value) -> Result<Value> {
    match (Type::of(a), Type::of(b)) {
        (x, y) if x.is_number() && y.is_number() => match (int(a), int(b)) {
            (Some(x), Some(y)) => match x.checked_add(y) {
                Some(sum) => Ok(Value::from(sum)),
                None => Err(error("an integer is larger than 127 bits")),
            },
            _ => Ok(Value::from(number(a) + number(b))),
        },
        (Type::Str, Type::Str) => {
            let mut text = Text::new(state);
            text.str(a)?;
            text.str(b)?;
            Ok(Value::from(text.finish()))
        }
        (x @ (Type::List | Type::Tuple), y) if x == y => {
            let mut items = python::items(state, a)?;
            items.extend(python::items(state, b)?);
            Ok(sequence(x, items))
        }
        _ => Err(unsupported("+", a, b)),
    }
}

fn number(value: &Value) -> f64 {
    python::float(value).unwrap_or_default()
}

fn sequence(of: Type, items: Vec<Value>) -> Value {
    if of == Type::Tuple { Tuple::from(items).into() } else { Value::from(items) }
}

fn multiply(state: &State, a: &Value, b: &Value) -> Result<Value> {
    let (of, repeated, times) = match (Type::of(a), Type::of(b)) {
        (x, y) if x.is_number() && y.is_number() => {
            return match (int(a), int(b)) {
                (Some(x), Some(y)) => match x.checked_mul(y) {
                    Some(product) => Ok(Value::from(product)),
                    None => Err(error("an integer is larger than 127 bits")),
                },
                _ => Ok(Value::from(number(a) * number(b))),
            };
        }
        (x @ (Type::Str | Type::List | Type::Tuple), _) => (x, a, b),
        (_, y) => (y, b, a),
    };
    let times = int(times).ok_or_else(|| unsupported("*", a, b))?;
    let times = usize::try_from(times.max(0)).unwrap_or(usize::MAX);
    match of {
        Type::Str => {
            let mut text = Text::new(state);
            text.repeat(repeated.as_str().unwrap_or_default(), times)?;
            Ok(Value::from(text.finish()))
        }
        Type::List | Type::Tuple => {
            let items = python::items(state, repeated)?;
            charge(state, items.len().saturating_mul(times).saturating_mul(size_of::<Value>()))?;
            let repeated = (0..times).flat_map(|_| items.iter().cloned());
            Ok(sequence(of, repeated.collect()))
        }
        _ => Err(unsupported("*", a, b)),
    }
}

fn remainder(state: &State, a: &Value, b: &Value) -> Result<Value> {
    match (Type::of(a), Type::of(b)) {
        (Type::Str, _) if !b.is_undefined() => {
            format::percent(state, a.as_str().unwrap_or_default(), b).map(Value::from)
        }
        (x, y) if x.is_number() && y.is_number() => match (int(a), int(b)) {
            (Some(_), Some(0)) => Err(error("integer modulo by zero")),
            (Some(x), Some(y)) => {
                let remainder = x.checked_rem(y).unwrap_or(0);
                let other_sign = remainder != 0 && (remainder < 0) != (y < 0);
                Ok(Value::from(if other_sign { remainder + y } else { remainder }))
            }
            _ if number(b) == 0.0 => Err(error("float modulo by zero")),
            _ => {
                let (x, y) = (number(a), number(b));
                let remainder = x % y;
                Ok(Value::from(match remainder {
                    0.0 => 0.0_f64.copysign(y),
                    remainder if (remainder < 0.0) != (y < 0.0) => remainder + y,
                    remainder => remainder,
                }))
            }
        },
        _ => Err(unsupported("%", a, b)),
    }
}

/// Applies a comparison.
pub(super) fn compare(state: &State, op: &str, a: &Value, b: &Value) -> Result<bool> {
    match op {
        "==" => return python::equal(state, a, b),
        "!=" => return python::equal(state, a, b).map(|equal| !equal),
        "in" => return python::contains(state, b, a),
        "not-in" => return python::contains(state, b, a).map(|contains| !contains),
        _ if a.is_undefined() || b.is_undefined() => return Err(unsupported(op, a, b)),
        _ => {}
    }
    let order = python::compare(state, a, b)?;
    Ok(order.is_some_and(|order| match op {
        "<" => order.is_lt(),
        "<=" => order.is_le(),
        ">" => order.is_gt(),
        _ => order.is_ge(),
    }))
}

/// A chain of comparisons: `a < b <= c`. The arguments are operators and operands in turn.
pub(super) fn compare_all(state: &State, args: &[Value]) -> Result<Value> {
    let Some((mut left, rest)) = args.split_first() else { return Ok(Value::from(true)) };
    for pair in rest.chunks_exact(2) {
        if !compare(state, pair[0].as_str().unwrap_or_default(), left, &pair[1])? {
            return Ok(Value::from(false));
        }
        left = &pair[1];
    }
    Ok(Value::from(true))
}

/// `value[key]`, as jinja2 looks it up: what cannot be an index is an attribute, and what there is
/// none of is undefined.
pub(super) fn get_item(value: &Value, key: &Value) -> Result<Value> {
    let attribute = || match key.as_str() {
        Some(name) if methods::is_method(name) => methods::attribute(value, name),
        _ => Ok(Value::UNDEFINED),
    };
    match Type::of(value) {
        Type::Undefined => value.get_item(key),
        Type::Dict if python::is_hashable(key, 0) => {
            match value.as_object().and_then(|object| object.get_value(key)) {
                Some(item) => Ok(item),
                None => attribute(),
            }
        }
        Type::Str | Type::List | Type::Tuple | Type::Range => match int(key) {
            Some(index) => value.get_item(&Value::from(index)),
            None => match key.as_str() {
                Some(_) => attribute(),
                None => Ok(Value::UNDEFINED),
            },
        },
        Type::Other => value.get_item(key),
        _ => attribute(),
    }
}

/// `{% set value.name = assigned %}`
pub(super) fn set_attribute(state: &State, args: &[Value]) -> Result<Value> {
    let [namespace, name, assigned] = args else { return Err(error("expected an assignment")) };
    let namespace = namespace.downcast_object_ref::<Namespace>();
    let namespace =
        namespace.ok_or_else(|| error("can only assign to attributes of a namespace"))?;
    namespace.set(state, name.as_str().unwrap_or_default().to_owned(), assigned.clone())?;
    Ok(Value::from(""))
}

/// The key of a dict, which must be hashable.
pub(super) fn hashable(args: &[Value]) -> Result<Value> {
    match args {
        [key] if python::is_hashable(key, 0) => Ok(key.clone()),
        _ => Err(error("unhashable type of a key")),
    }
}

/// The value of a loop. To the engine none is empty; in Python it is an error.
pub(super) fn iterable(args: &[Value]) -> Result<Value> {
    match args {
        [value] if !value.is_none() => Ok(value.clone()),
        _ => Err(error("'NoneType' object is not iterable")),
    }
}

/// Calls a macro that takes `varargs`, a tuple, and `kwargs`, a dict, as its last two arguments.
pub(super) fn call_variadic(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let Some((called, args)) = args.split_first() else { return Err(error("nothing to call")) };
    let Ok(names) = called.get_attr("arguments").and_then(|names| names.try_iter()) else {
        return called.call(state, args);
    };
    let names: Vec<Value> = names.collect();
    let fixed = names.len().saturating_sub(2);
    let is_parameter = |name: &str| {
        name == "caller" || names[..fixed].iter().any(|known| known.as_str() == Some(name))
    };
    let (positional, _) = split(args);
    let (known, more): (Vec<_>, Vec<_>) =
        named(state, args)?.into_iter().partition(|(name, _)| is_parameter(name));
    let surplus = positional.get(fixed..).unwrap_or_default();
    let varargs = Value::from(Tuple::from(surplus));
    let variadic =
        [("varargs".to_owned(), varargs), ("kwargs".to_owned(), Value::from_pairs(more))];
    let mut call = positional[..positional.len().min(fixed)].to_vec();
    call.push(known.into_iter().chain(variadic).collect::<Kwargs>().into());
    called.call(state, &call)
}

/// `loop.cycle(…)` and `loop.changed(…)`.
pub(super) fn loop_method(
    state: &mut State<'_, '_>,
    method: &str,
    args: &[Value],
) -> Result<Value> {
    let Some((value, args)) = args.split_first() else { return Err(error("expected a loop")) };
    match method {
        "cycle" if args.is_empty() => Err(error("loop.cycle: expected at least one value")),
        // The engine compares without counting.
        "changed" => {
            let args = args.iter().map(|arg| python::repr(state, arg).map(Value::from));
            let args = args.collect::<Result<Vec<_>>>()?;
            value.call_method(state, method, &args)
        }
        _ => value.call_method(state, method, args),
    }
}

/// `value[start:stop:step]`
pub(super) fn slice(state: &State, args: &[Value]) -> Result<Value> {
    match args {
        [value, start, stop, step] => objects::slice(state, value, [start, stop, step]),
        _ => Err(error("expected a slice")),
    }
}
