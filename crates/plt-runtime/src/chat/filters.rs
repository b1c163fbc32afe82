//! jinja2's filters.

use std::cmp::Ordering;

use minijinja::value::Tuple;
use minijinja::{State, Value};

use super::args::{bind, flag, integer, named, required, split, text};
use super::format;
use super::methods;
use super::objects::Group;
use super::operators;
use super::python::{self, Result, Text, Type, charge, error, float, int, items, pairs, step};
use super::strings;

/// A filter: its first argument is the value.
pub(super) type Filter = fn(&mut State<'_, '_>, &[Value]) -> Result<Value>;

/// The filters by name. Those of jinja2 that make web pages are missing: `filesizeformat`, `pprint`,
/// `random`, `striptags`, `urlize`, `wordcount`, `wordwrap`, `xmlattr`.
pub(super) const FILTERS: [(&str, Filter); 46] = [
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

fn changed(state: &mut State<'_, '_>, args: &[Value], method: &str) -> Result<Value> {
    let [] = bind(state, method, rest(args), [])?;
    let changed = strings::change_case(&subject(state, args)?, method);
    Ok(Value::from(changed.unwrap_or_default()))
}

fn abs(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "abs", rest(args), [])?;
    match (int(value(args)), float(value(args))) {
        (Some(number), _) => Ok(Value::from(number.saturating_abs())),
        (None, Some(number)) => Ok(Value::from(number.abs())),
        _ => Err(error("abs: expected a number")),
    }
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

fn center(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [width] = bind(state, "center", rest(args), ["width"])?;
    let width = integer("center", width.as_ref(), 80)?;
    strings::justify(state, &subject(state, args)?, "center", width, " ").map(Value::from)
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

fn escape(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
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

fn to_float(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
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

fn to_int(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
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

fn format_filter(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
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

fn indent(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
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

fn replace(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [old, new, count] = bind(state, "replace", rest(args), ["old", "new", "count"])?;
    let old = python::str(state, &required("replace", "old", old)?)?;
    let new = python::str(state, &required("replace", "new", new)?)?;
    let count = integer("replace", count.as_ref().filter(|count| !count.is_none()), -1)?;
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    strings::replace(state, &subject(state, args)?, &old, &new, count).map(Value::from)
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

fn round(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
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

fn safe(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "safe", rest(args), [])?;
    subject(state, args).map(Value::from_safe_string)
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

fn string(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [] = bind(state, "string", rest(args), [])?;
    match value(args).as_str() {
        Some(_) => Ok(value(args).clone()),
        None => subject(state, args).map(Value::from),
    }
}

fn sum(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [path, start] = bind(state, "sum", rest(args), ["attribute", "start"])?;
    let mut sum = start.unwrap_or_else(|| Value::from(0));
    for item in items(state, value(args))? {
        sum = operators::add(state, &sum, &attribute(&item, path.as_ref(), None)?)?;
    }
    Ok(sum)
}

fn title(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
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

fn trim(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
    let [chars] = bind(state, "trim", rest(args), ["chars"])?;
    let subject = subject(state, args)?;
    methods::call(state, &Value::from(subject), "strip", &chars.map_or_else(Vec::new, |c| vec![c]))
}

fn truncate(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
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

fn urlencode(state: &mut State<'_, '_>, args: &[Value]) -> Result<Value> {
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
