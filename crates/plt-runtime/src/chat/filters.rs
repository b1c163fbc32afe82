//! jinja2's filters. The filters of strings and numbers are in [`scalars`].

mod scalars;

use std::cmp::Ordering;

use minijinja::value::Tuple;
use minijinja::{State, Value};

use self::scalars::{
    abs, center, changed, escape, filesizeformat, format_filter, indent, replace, round, safe,
    string, title, to_float, to_int, trim, truncate, urlencode, wordcount, xmlattr,
};
use super::args::{bind, flag, integer, named, required, split, text};
use super::methods;
use super::objects::Group;
use super::operators;
use super::python::{self, Result, Text, Type, charge, error, items, pairs, step};

/// A filter: its first argument is the value.
pub(super) type Filter = fn(&mut State<'_, '_>, &[Value]) -> Result<Value>;

/// The filters by name. Missing are `pprint`, `random`, `striptags`, `urlize` and `wordwrap`.
pub(super) const FILTERS: [(&str, Filter); 49] = [
    ("abs", abs),
    ("attr", attr),
    ("batch", batch),
    ("capitalize", |state, args| changed(state, args, "capitalize")),
    ("center", center),
    ("count", length),
    ("d", default),
    ("default", default),
    ("dictsort", dictsort),
    ("e", escape),
    ("escape", escape),
    ("filesizeformat", filesizeformat),
    ("first", first),
    ("float", to_float),
    ("forceescape", escape),
    ("format", format_filter),
    ("groupby", groupby),
    ("indent", indent),
    ("int", to_int),
    ("items", items_filter),
    ("join", join),
    ("last", last),
    ("length", length),
    ("list", list),
    ("lower", |state, args| changed(state, args, "lower")),
    ("map", map),
    ("max", |state, args| extreme(state, args, Ordering::Greater)),
    ("min", |state, args| extreme(state, args, Ordering::Less)),
    ("reject", |state, args| select(state, args, false, false)),
    ("rejectattr", |state, args| select(state, args, true, false)),
    ("replace", replace),
    ("reverse", reverse),
    ("round", round),
    ("safe", safe),
    ("select", |state, args| select(state, args, false, true)),
    ("selectattr", |state, args| select(state, args, true, true)),
    ("slice", slice),
    ("sort", sort),
    ("string", string),
    ("sum", sum),
    ("title", title),
    ("tojson", super::json::tojson),
    ("trim", trim),
    ("truncate", truncate),
    ("unique", unique),
    ("upper", |state, args| changed(state, args, "upper")),
    ("urlencode", urlencode),
    ("wordcount", wordcount),
    ("xmlattr", xmlattr),
];

fn value(args: &[Value]) -> &Value {
    args.first().unwrap_or(&Value::UNDEFINED)
}

fn rest(args: &[Value]) -> &[Value] {
    args.get(1..).unwrap_or_default()
}

fn subject(state: &State, args: &[Value]) -> Result<String> {
    python::str(state, value(args))
}

fn attr(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [name] = bind(state, "attr", rest(args), ["name"])?;
    let name = required("attr", "name", name)?;
    match (Type::of(value(args)), text("attr", &name)?) {
        (Type::Other, name) => Ok(value(args).get_attr(name).unwrap_or_default()),
        // An item of a dict is no attribute.
        (_, name) => Ok(methods::bound(value(args), name).unwrap_or_default()),
    }
}

fn batch(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [size, fill] = bind(state, "batch", rest(args), ["linecount", "fill_with"])?;
    let size = integer("batch", Some(&required("batch", "linecount", size)?), 1)?;
    let size = usize::try_from(size).ok().filter(|size| *size > 0);
    let size = size.ok_or_else(|| error("batch: expected a positive size"))?;
    let mut batches: Vec<Vec<Value>> =
        items(state, value(args))?.chunks(size).map(<[Value]>::to_vec).collect();
    if let (Some(last), Some(fill)) = (batches.last_mut(), fill.filter(|fill| !fill.is_none())) {
        charge(state, (size - last.len()).saturating_mul(size_of::<Value>()))?;
        last.resize(size, fill);
    }
    Ok(batches.into_iter().map(Value::from).collect())
}

fn default(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [default, boolean] = bind(state, "default", rest(args), ["default_value", "boolean"])?;
    let value = value(args);
    match value.is_undefined() || (flag(boolean.as_ref(), false) && !value.is_true()) {
        true => Ok(default.unwrap_or_else(|| Value::from(""))),
        false => Ok(value.clone()),
    }
}

fn dictsort(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [case, by, reverse] =
        bind(state, "dictsort", rest(args), ["case_sensitive", "by", "reverse"])?;
    let case = flag(case.as_ref(), false);
    let by_value = match by.as_ref().map(|by| by.as_str()) {
        None | Some(Some("key")) => false,
        Some(Some("value")) => true,
        _ => return Err(error("dictsort: expected by='key' or by='value'")),
    };
    let pairs = pairs(state, value(args))?.into_iter();
    let keyed = pairs.map(|(key, value)| {
        let by = folded(if by_value { &value } else { &key }, case);
        (by, Value::from(Tuple::from([key, value])))
    });
    sorted(state, keyed.collect(), flag(reverse.as_ref(), false))
}

fn first(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "first", rest(args), [])?;
    Ok(iterate(value(args))?.next().unwrap_or_default())
}

fn last(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "last", rest(args), [])?;
    Ok(items(state, value(args))?.pop().unwrap_or_default())
}

fn iterate(value: &Value) -> Result<impl Iterator<Item = Value>> {
    let of = Type::of(value).name();
    value.try_iter().map_err(|_| error(format!("'{of}' object is not iterable")))
}

/// Returns a string in lower case, unless the case matters.
fn folded(value: &Value, case: bool) -> Value {
    match value.as_str() {
        Some(text) if !case => Value::from(text.to_lowercase()),
        _ => value.clone(),
    }
}

/// Returns `value.a.b` for the attribute `a.b`. An index may be among the names.
fn attribute(item: &Value, path: Option<&Value>, default: Option<&Value>) -> Result<Value> {
    let Some(path) = path.filter(|path| !path.is_none()) else { return Ok(item.clone()) };
    let Some(names) = path.as_str() else { return operators::get_item(item, path) };
    let mut value = item.clone();
    for name in names.split('.') {
        let index = name.bytes().all(|byte| byte.is_ascii_digit()).then(|| name.parse::<i64>());
        let key = match index {
            Some(Ok(index)) => Value::from(index),
            _ => Value::from(name),
        };
        value = operators::get_item(&value, &key)?;
        if let (true, Some(default)) = (value.is_undefined(), default) {
            value = default.clone();
        }
    }
    Ok(value)
}

fn groupby(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [path, default, case] =
        bind(state, "groupby", rest(args), ["attribute", "default", "case_sensitive"])?;
    let path = required("groupby", "attribute", path)?;
    let case = flag(case.as_ref(), false);
    let mut keyed = Vec::new();
    for item in items(state, value(args))? {
        let key = attribute(&item, Some(&path), default.as_ref())?;
        keyed.push((folded(&key, case), Value::from(Tuple::from([key, item]))));
    }
    let mut groups: Vec<(Value, Value, Vec<Value>)> = Vec::new();
    for pair in merge_sort(state, keyed)? {
        let (folded, pair) = pair;
        let [key, item] = [pair.get_item_by_index(0)?, pair.get_item_by_index(1)?];
        match groups.last_mut() {
            Some((last, _, group)) if python::equal(state, last, &folded)? => group.push(item),
            _ => groups.push((folded, key, vec![item])),
        }
    }
    let group = |(_, grouper, list): (Value, Value, Vec<Value>)| {
        Value::from_object(Group { grouper, list: Value::from(list) })
    };
    Ok(groups.into_iter().map(group).collect())
}

fn items_filter(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "items", rest(args), [])?;
    match Type::of(value(args)) {
        Type::Undefined => Ok(Value::from(Vec::<Value>::new())),
        Type::Dict => {
            let pairs = pairs(state, value(args))?.into_iter();
            Ok(pairs.map(|(key, value)| Value::from(Tuple::from([key, value]))).collect())
        }
        _ => Err(error("items: expected a dict")),
    }
}

fn join(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [separator, path] = bind(state, "join", rest(args), ["d", "attribute"])?;
    let separator = python::str(state, &separator.unwrap_or_default())?;
    let mut text = Text::new(state);
    for (index, item) in items(state, value(args))?.iter().enumerate() {
        text.push(if index > 0 { &separator } else { "" })?;
        text.str(&attribute(item, path.as_ref(), None)?)?;
    }
    Ok(Value::from(text.finish()))
}

fn length(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "length", rest(args), [])?;
    python::len(value(args)).map(Value::from)
}

fn list(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "list", rest(args), [])?;
    items(state, value(args)).map(Value::from)
}

fn map(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let (positional, named) = (split(rest(args)).0, named(state, rest(args))?);
    let path = named.iter().find(|(name, _)| name == "attribute").map(|(_, path)| path);
    let default = named.iter().find(|(name, _)| name == "default").map(|(_, default)| default);
    let mut mapped = Vec::new();
    for item in items(state, value(args))? {
        mapped.push(match (positional.first(), path) {
            (None, Some(path)) => attribute(&item, Some(path), default)?,
            (Some(name), _) => {
                let name = text("map", name)?.to_owned();
                let mut all = vec![item];
                all.extend_from_slice(&args[2..]);
                apply(state, &name, &all)?
            }
            (None, None) => return Err(error("map: expected a filter or an attribute")),
        });
    }
    Ok(Value::from(mapped))
}

/// Applies a filter, and pays for its value.
fn apply(state: &mut State<'_, '_>, name: &str, args: &[Value]) -> Result<Value> {
    let value = state.apply_filter(name, args)?;
    charge(state, value.as_str().map_or(0, str::len))?;
    Ok(value)
}

fn extreme(state: &mut State<'_, '_>, args: &[Value], wanted: Ordering) -> Result<Value> {
    let [case, path] = bind(state, "min and max", rest(args), ["case_sensitive", "attribute"])?;
    let case = flag(case.as_ref(), false);
    let mut best: Option<(Value, Value)> = None;
    for item in items(state, value(args))? {
        let key = folded(&attribute(&item, path.as_ref(), None)?, case);
        let is_better = match &best {
            None => true,
            Some((best, _)) => python::compare(state, &key, best)? == Some(wanted),
        };
        if is_better {
            best = Some((key, item));
        }
    }
    Ok(best.map(|(_, item)| item).unwrap_or_default())
}

/// `select`, `reject`, and the two for attributes.
fn select(
    state: &mut State<'_, '_>,
    args: &[Value],
    by_attribute: bool,
    wanted: bool,
) -> Result<Value> {
    let more = rest(args);
    let (path, test) = match by_attribute {
        true => {
            (Some(more.first().cloned().ok_or_else(|| error("expected an attribute"))?), &more[1..])
        }
        false => (None, more),
    };
    let mut selected = Vec::new();
    for item in items(state, value(args))? {
        let tested = attribute(&item, path.as_ref(), None)?;
        let holds = match test.split_first() {
            None => tested.is_true(),
            Some((name, test_args)) => {
                let name = text("select", name)?.to_owned();
                let mut all = vec![tested];
                all.extend_from_slice(test_args);
                state.perform_test(&name, &all)?
            }
        };
        if holds == wanted {
            selected.push(item);
        }
    }
    Ok(Value::from(selected))
}

fn reverse(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "reverse", rest(args), [])?;
    if let Some(text) = value(args).as_str() {
        return Ok(Value::from(text.chars().rev().collect::<String>()));
    }
    let mut items = items(state, value(args))?;
    items.reverse();
    Ok(Value::from(items))
}

fn slice(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [slices, fill] = bind(state, "slice", rest(args), ["slices", "fill_with"])?;
    let slices = integer("slice", Some(&required("slice", "slices", slices)?), 1)?;
    let slices = usize::try_from(slices).ok().filter(|slices| *slices > 0);
    let slices = slices.ok_or_else(|| error("slice: expected a positive number"))?;
    let items = items(state, value(args))?;
    let (size, larger) = (items.len() / slices, items.len() % slices);
    let (mut parts, mut at) = (Vec::new(), 0);
    for index in 0..slices {
        step(state)?;
        let end = at + size + usize::from(index < larger);
        let mut part = items[at..end].to_vec();
        match &fill {
            Some(fill) if !fill.is_none() && index >= larger => part.push(fill.clone()),
            _ => {}
        }
        parts.push(Value::from(part));
        at = end;
    }
    Ok(Value::from(parts))
}

fn sort(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [reverse, case, path] =
        bind(state, "sort", rest(args), ["reverse", "case_sensitive", "attribute"])?;
    let case = flag(case.as_ref(), false);
    let mut keyed = Vec::new();
    for item in items(state, value(args))? {
        let key = match path.as_ref().and_then(Value::as_str).filter(|path| path.contains(',')) {
            Some(paths) => {
                let keys = paths.split(',').map(|path| {
                    attribute(&item, Some(&Value::from(path)), None).map(|key| folded(&key, case))
                });
                Value::from(keys.collect::<Result<Vec<_>>>()?)
            }
            None => folded(&attribute(&item, path.as_ref(), None)?, case),
        };
        keyed.push((key, item));
    }
    sorted(state, keyed, flag(reverse.as_ref(), false))
}

/// Sorts items by their keys, equal ones in the order in which they came.
fn sorted(state: &State, mut keyed: Vec<(Value, Value)>, reverse: bool) -> Result<Value> {
    if reverse {
        keyed.reverse();
    }
    let mut items: Vec<Value> =
        merge_sort(state, keyed)?.into_iter().map(|(_, item)| item).collect();
    if reverse {
        items.reverse();
    }
    Ok(Value::from(items))
}

/// A stable sort whose comparison may fail: the standard library's may not.
fn merge_sort(state: &State, mut keyed: Vec<(Value, Value)>) -> Result<Vec<(Value, Value)>> {
    if keyed.len() < 2 {
        return Ok(keyed);
    }
    let right = merge_sort(state, keyed.split_off(keyed.len() / 2))?;
    let left = merge_sort(state, keyed)?;
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some((a, _)), Some((b, _))) = (left.peek(), right.peek()) {
        let from_right = python::compare(state, b, a)? == Some(Ordering::Less);
        merged.extend(if from_right { right.next() } else { left.next() });
    }
    merged.extend(left);
    merged.extend(right);
    Ok(merged)
}

fn sum(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [path, start] = bind(state, "sum", rest(args), ["attribute", "start"])?;
    let mut sum = start.unwrap_or_else(|| Value::from(0));
    for item in items(state, value(args))? {
        sum = operators::add(state, &sum, &attribute(&item, path.as_ref(), None)?)?;
    }
    Ok(sum)
}

fn unique(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [case, path] = bind(state, "unique", rest(args), ["case_sensitive", "attribute"])?;
    let case = flag(case.as_ref(), false);
    let (mut seen, mut unique): (Vec<Value>, Vec<Value>) = (Vec::new(), Vec::new());
    'items: for item in items(state, value(args))? {
        let key = folded(&attribute(&item, path.as_ref(), None)?, case);
        for other in &seen {
            if python::equal(state, other, &key)? {
                continue 'items;
            }
        }
        seen.push(key);
        unique.push(item);
    }
    Ok(Value::from(unique))
}
