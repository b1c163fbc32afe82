//! Objects of Python and jinja2 that the template engine has not, or has not in a bounded form.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use minijinja::value::{Enumerator, Object, ObjectRepr, Tuple};
use minijinja::{Error, ErrorKind, State, Value};

use super::methods;
use super::python::{self, Result, Type, charge, error, int};

/// Maximum length of a range: as many as jinja2's sandbox allows.
const MAX_RANGE: i128 = 100_000;

/// `range(start, stop, step)`
#[derive(Debug)]
pub(super) struct Range {
    start: i64,
    stop: i64,
    step: i64,
    len: usize,
}

impl Range {
    pub(super) fn new(start: i64, stop: i64, step: i64) -> Result<Self> {
        let (from, to, width) = (i128::from(start), i128::from(stop), i128::from(step));
        let distance = if step < 0 { from - to } else { to - from };
        let len = match width.abs() {
            0 => return Err(error("range: the step must not be zero")),
            width => (distance.max(0) + width - 1) / width,
        };
        match usize::try_from(len) {
            Ok(len) if len as i128 <= MAX_RANGE => Ok(Self { start, stop, step, len }),
            _ => Err(error(format!("range: expected at most {MAX_RANGE} items"))),
        }
    }
}

impl Object for Range {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let index = key.as_usize().filter(|index| *index < self.len)?;
        Some(Value::from(self.start + self.step * index as i64))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Seq(self.len)
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.step {
            1 => write!(f, "range({}, {})", self.start, self.stop),
            step => write!(f, "range({}, {}, {step})", self.start, self.stop),
        }
    }
}

/// The keys, values or items of a dict.
#[derive(Debug)]
pub(super) struct View {
    /// As Python prints it.
    pub(super) name: &'static str,
    items: Vec<Value>,
}

impl View {
    /// Returns the view that a method of a dict creates.
    pub(super) fn of(state: &State, dict: &Value, method: &str) -> Result<Self> {
        let pairs = python::pairs(state, dict)?.into_iter();
        Ok(match method {
            "keys" => Self { name: "dict_keys", items: pairs.map(|(key, _)| key).collect() },
            "values" => Self { name: "dict_values", items: pairs.map(|(_, v)| v).collect() },
            _ => Self {
                name: "dict_items",
                items: pairs.map(|(key, v)| Tuple::from([key, v]).into()).collect(),
            },
        })
    }
}

impl Object for View {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Iterable
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.items.clone())
    }

    fn enumerator_len(self: &Arc<Self>) -> Option<usize> {
        Some(self.items.len())
    }
}

/// A group of `groupby`: a tuple whose items have names.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) grouper: Value,
    pub(super) list: Value,
}

impl Object for Group {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        match (key.as_usize(), key.as_str()) {
            (Some(0), _) | (_, Some("grouper")) => Some(self.grouper.clone()),
            (Some(1), _) | (_, Some("list")) => Some(self.list.clone()),
            _ => None,
        }
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Seq(2)
    }
}

/// A method that is not called yet, such as `text.strip`.
#[derive(Debug)]
pub(super) struct Method {
    pub(super) value: Value,
    pub(super) name: String,
}

impl Object for Method {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn call(self: &Arc<Self>, state: &mut State<'_, '_>, args: &[Value]) -> Result<Value, Error> {
        methods::call(state, &self.value, &self.name, args)
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = Type::of(&self.value).name();
        write!(f, "<built-in method {} of {of} object>", self.name)
    }
}

/// `joiner(separator)`: nothing at first, then the separator.
#[derive(Debug)]
pub(super) struct Joiner {
    separator: Value,
    used: Mutex<bool>,
}

impl Joiner {
    pub(super) fn new(separator: Value) -> Self {
        Self { separator, used: Mutex::new(false) }
    }
}

impl Object for Joiner {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn call(self: &Arc<Self>, _: &mut State<'_, '_>, _: &[Value]) -> Result<Value, Error> {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        match std::mem::replace(&mut *used, true) {
            false => Ok(Value::from("")),
            true => Ok(self.separator.clone()),
        }
    }
}

/// `cycler(…)`: one of its items after the other.
#[derive(Debug)]
pub(super) struct Cycler {
    items: Vec<Value>,
    at: Mutex<usize>,
}

impl Cycler {
    pub(super) fn new(items: Vec<Value>) -> Result<Self> {
        match items.is_empty() {
            true => Err(error("cycler: expected at least one item")),
            false => Ok(Self { items, at: Mutex::new(0) }),
        }
    }
}

impl Object for Cycler {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let at = self.at.lock().unwrap_or_else(PoisonError::into_inner);
        (key.as_str() == Some("current")).then(|| self.items[*at].clone())
    }

    fn call_method(
        self: &Arc<Self>,
        _: &mut State<'_, '_>,
        method: &str,
        _: &[Value],
    ) -> Result<Value, Error> {
        let mut at = self.at.lock().unwrap_or_else(PoisonError::into_inner);
        match method {
            "next" => {
                let item = self.items[*at].clone();
                *at = (*at + 1) % self.items.len();
                Ok(item)
            }
            "reset" => {
                *at = 0;
                Ok(Value::from(()))
            }
            _ => Err(Error::from(ErrorKind::UnknownMethod)),
        }
    }
}

thread_local! {
    /// The namespaces of the rendering on this thread.
    static NAMESPACES: RefCell<Vec<Weak<Namespace>>> = const { RefCell::new(Vec::new()) };
}

/// `namespace(…)`: an object with attributes that a template can assign.
#[derive(Debug, Default)]
pub(super) struct Namespace(Mutex<HashMap<String, Value>>);

impl Namespace {
    /// Creates a namespace that [`Self::clear_all`] empties.
    pub(super) fn create(state: &State, attributes: Vec<(String, Value)>) -> Result<Value> {
        let namespace = Arc::new(Self::default());
        NAMESPACES.with_borrow_mut(|all| all.push(Arc::downgrade(&namespace)));
        for (name, value) in attributes {
            namespace.set(state, name, value)?;
        }
        Ok(Value::from_dyn_object(namespace))
    }

    pub(super) fn set(&self, state: &State, name: String, value: Value) -> Result<()> {
        charge(state, 64 + name.len())?;
        let replaced = self.attributes().insert(name, value);
        // Dropped without the lock: it may be large, and hold this namespace.
        drop(replaced);
        Ok(())
    }

    /// Empties the namespaces of this thread: one that contains itself would never be released.
    pub(super) fn clear_all() {
        for namespace in NAMESPACES.take().iter().filter_map(Weak::upgrade) {
            let attributes = std::mem::take(&mut *namespace.attributes());
            drop(attributes);
        }
    }

    fn attributes(&self) -> std::sync::MutexGuard<'_, HashMap<String, Value>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Object for Namespace {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.attributes().get(key.as_str()?).cloned()
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<Namespace>")
    }
}

/// Returns the items of `value[start:stop:step]`.
pub(super) fn slice(state: &State, value: &Value, bounds: [&Value; 3]) -> Result<Value> {
    let bound = |value: &Value| match Type::of(value) {
        Type::None => Ok(None),
        _ => int(value).map(Some).ok_or_else(|| error("slice indices must be integers or None")),
    };
    let [start, stop, width] = [bound(bounds[0])?, bound(bounds[1])?, bound(bounds[2])?];
    let width = width.unwrap_or(1);
    if width == 0 {
        return Err(error("slice step cannot be zero"));
    }
    let chars: Vec<char>;
    let items: Vec<Value>;
    let len = match Type::of(value) {
        Type::Str => {
            let text = value.as_str().unwrap_or_default();
            charge(state, text.len())?;
            chars = text.chars().collect();
            items = Vec::new();
            chars.len()
        }
        Type::List | Type::Tuple | Type::Range => {
            chars = Vec::new();
            items = python::items(state, value)?;
            items.len()
        }
        // jinja2: an attribute that is missing.
        _ if !value.is_undefined() => return Ok(Value::UNDEFINED),
        _ => return Err(Error::from(ErrorKind::UndefinedError)),
    };
    let len = len as i128;
    let (low, high) = if width < 0 { (-1, len - 1) } else { (0, len) };
    let clamp = |index: i128| if index < 0 { (index + len).max(low) } else { index.min(high) };
    let (default_start, default_stop) = if width < 0 { (high, low) } else { (low, high) };
    let mut index = start.map_or(default_start, clamp);
    let stop = stop.map_or(default_stop, clamp);
    let mut indices = Vec::new();
    while (width > 0 && index < stop) || (width < 0 && index > stop) {
        indices.push(index as usize);
        index = index.saturating_add(width);
    }
    Ok(match Type::of(value) {
        Type::Str => Value::from(indices.iter().map(|index| chars[*index]).collect::<String>()),
        of => {
            let items: Vec<Value> = indices.iter().map(|index| items[*index].clone()).collect();
            if of == Type::Tuple { Tuple::from(items).into() } else { Value::from(items) }
        }
    })
}
