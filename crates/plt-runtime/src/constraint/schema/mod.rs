//! Prepares a JSON schema for the library: what only describes is left out, what has no effect is
//! dropped, and the rest is checked, so that an error names its place.
//!
//! A prepared schema may allow less than the original, never more.

mod neutral;
mod overlap;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::bounds::Limits;
use super::pattern;

/// Blanks between values: a space or two, or up to two line feeds and an indent. The library's own
/// default has no end.
const WHITESPACE: &str = r"\x20{1,2}|(\r?\n){1,2}[\x20\t]{0,20}";
/// Strings of this many characters are longer than an answer.
const LONG: u64 = 1 << 20;
/// The bound that stands for those of 64-bit integers, which the library cannot compute with. A
/// number has at most twenty digits, and one that is much larger is no bound.
const INTEGER: f64 = 9.2e18;
const TWENTY_DIGITS: f64 = 1e20;
const UNBOUNDED: f64 = 1e300;
/// The largest integer up to which the library distinguishes all integers.
const EXACT: u64 = 1 << 53;
/// Patterns of one schema, and of the properties of one object: the time to compare these grows with
/// the square of their number.
const PATTERNS: usize = 1000;
const PATTERN_PROPERTIES: usize = 32;

const TYPES: [&str; 7] = ["array", "boolean", "integer", "null", "number", "object", "string"];

/// Keywords that describe.
const ANNOTATIONS: [&str; 18] = [
    "$comment",
    "$dynamicAnchor",
    "$recursiveAnchor",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "default",
    "deprecated",
    "description",
    "discriminator",
    "example",
    "examples",
    "externalDocs",
    "nullable",
    "readOnly",
    "title",
    "writeOnly",
    "xml",
];

/// Formats that the library knows, and the most characters of those that have no end.
const FORMATS: [(&str, Option<u64>); 10] = [
    ("date", None),
    ("date-time", Some(35)),
    ("duration", Some(32)),
    ("email", Some(254)),
    ("hostname", None),
    ("ipv4", None),
    ("ipv6", None),
    ("time", Some(24)),
    ("uri", Some(2048)),
    ("uuid", None),
];

/// Keywords that the library has not.
const UNSUPPORTED: [&str; 16] = [
    "$dynamicRef",
    "$recursiveRef",
    "contains",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "if",
    "maxContains",
    "minContains",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
    "uniqueItems",
];

/// A schema for the library.
pub(super) struct Prepared {
    pub schema: Value,
    pub limits: Limits,
}

/// A part of a schema that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// The keys that lead to the part.
    pub path: Vec<String>,
    pub reason: String,
}

type Result<T> = std::result::Result<T, Fault>;

/// Prepares a schema. If it is `closed`, objects that list their properties have no others.
///
/// # Errors
/// The part of the schema that is malformed or not supported.
pub(super) fn prepare(schema: &Value, closed: bool) -> Result<Prepared> {
    let options = schema.get("x-guidance").and_then(Value::as_object).cloned().unwrap_or_default();
    let mut reader = Reader {
        root: schema,
        closed,
        lenient: options.get("lenient") == Some(&Value::Bool(true)),
        path: Vec::new(),
        references: Vec::new(),
        open: HashSet::new(),
        limits: Limits::default(),
        patterns: 0,
    };
    let mut prepared = loop {
        let known = reader.open.len();
        let prepared = reader.document()?;
        if reader.open.len() == known {
            break prepared;
        }
    };
    if let Value::Object(fields) = &mut prepared {
        fields.insert("x-guidance".to_owned(), with_defaults(options));
    }
    Ok(Prepared { schema: prepared, limits: reader.limits })
}

/// Adds the defaults to the options of the library.
fn with_defaults(mut options: Map<String, Value>) -> Value {
    if options.get("whitespace_flexible") != Some(&Value::Bool(false)) {
        options.entry("whitespace_pattern").or_insert_with(|| WHITESPACE.into());
    }
    // Alternatives that overlap: an answer fits one of them at least.
    options.entry("coerce_one_of").or_insert(Value::Bool(true));
    Value::Object(options)
}

struct Reader<'a> {
    root: &'a Value,
    closed: bool,
    /// Whether the client wants keywords that are not supported to be ignored.
    lenient: bool,
    /// The keys that lead to the schema being read.
    path: Vec<String>,
    /// References so far.
    references: Vec<String>,
    /// References to schemas that are combined with others: closing one would forbid the
    /// properties of the others.
    open: HashSet<String>,
    limits: Limits,
    /// Patterns so far.
    patterns: usize,
}

impl Reader<'_> {
    /// Reads the root, then the targets of references in places that are not schemas of the root.
    fn document(&mut self) -> Result<Value> {
        self.references.clear();
        self.patterns = 0;
        let mut prepared = self.schema(self.root, false)?;
        let mut seen = HashSet::new();
        while let Some(reference) = self.references.pop() {
            let pointer = reference.strip_prefix('#').filter(|pointer| !is_read(pointer));
            let Some(pointer) = pointer.filter(|pointer| seen.insert((*pointer).to_owned())) else {
                continue;
            };
            if let Some(target) = self.root.pointer(pointer) {
                self.path = pointer.split('/').skip(1).map(str::to_owned).collect();
                let target = self.schema(target, self.open.contains(&reference))?;
                if let Some(place) = prepared.pointer_mut(pointer) {
                    *place = target;
                }
            }
        }
        self.path.clear();
        Ok(prepared)
    }

    /// Reads a schema. It is `combined` if an answer must fit another schema as well.
    fn schema(&mut self, schema: &Value, combined: bool) -> Result<Value> {
        let fields = match schema {
            Value::Bool(_) => return Ok(schema.clone()),
            Value::Object(fields) => fields,
            other => return Err(self.fault(format!("expected a JSON schema, found {other}"))),
        };
        self.limits.levels = self.limits.levels.max(self.path.len());
        let mut fields = fields.clone();
        fields.retain(|key, value| {
            let has_null = key == "const" || !value.is_null();
            has_null && key != "x-guidance" && !ANNOTATIONS.contains(&key.as_str())
        });
        self.drop_neutral(&mut fields)?;
        if !self.lenient
            && let Some(key) = UNSUPPORTED.iter().find(|key| fields.contains_key(**key))
        {
            return Err(self.fault_at(key, "this keyword is not supported for structured output"));
        }
        let has = |key: &str| fields.contains_key(key);
        let lists = has("properties") || has("additionalProperties") || has("patternProperties");
        let parts = fields.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
        let references = has("$ref");
        let combines = Combines {
            all: combined || lists || references || parts > 1,
            any: combined || lists || references || parts > 0,
            target: combined || lists || parts > 0,
        };
        let closed = self.closed
            && !combined
            && !["allOf", "anyOf", "oneOf", "$ref", "additionalProperties", "patternProperties"]
                .iter()
                .any(|key| has(key));
        let mut prepared = Map::new();
        for (key, value) in &fields {
            self.path.push(key.clone());
            self.keyword(key, value, combines, &mut prepared)?;
            self.path.pop();
        }
        if closed && prepared.get("properties").is_some_and(|all| all != &json!({})) {
            self.list_required(&mut prepared);
            prepared.insert("additionalProperties".to_owned(), false.into());
        }
        self.path.push("patternProperties".to_owned());
        overlap::separate(&mut prepared).map_err(|(key, reason)| self.fault_at(&key, reason))?;
        self.path.pop();
        Ok(Value::Object(prepared))
    }

    /// Lists the required properties that have no schema: an object with no others must have them.
    fn list_required(&mut self, prepared: &mut Map<String, Value>) {
        let required = prepared.get("required").and_then(Value::as_array).cloned();
        if let Some(Value::Object(all)) = prepared.get_mut("properties") {
            for name in required.iter().flatten().filter_map(Value::as_str) {
                all.entry(name).or_insert(Value::Bool(true));
            }
            self.limits.members = self.limits.members.max(all.len() as u64);
        }
    }

    /// Reads a keyword.
    fn keyword(
        &mut self,
        key: &str,
        value: &Value,
        combines: Combines,
        prepared: &mut Map<String, Value>,
    ) -> Result<()> {
        let value = match key {
            "type" => {
                self.check_type(value)?;
                value.clone()
            }
            "properties" | "patternProperties" | "$defs" | "definitions" => {
                self.named(key, value)?
            }
            "additionalProperties" | "additionalItems" => self.schema(value, false)?,
            "items" if !value.is_array() => self.schema(value, false)?,
            "items" | "prefixItems" => self.list(value, false)?,
            "allOf" => self.list(value, combines.all)?,
            "anyOf" | "oneOf" => self.alternatives(value, combines.any)?,
            "$ref" => {
                let Some(reference) = value.as_str() else {
                    return Err(self.fault(format!("expected a string, found {value}")));
                };
                self.references.push(reference.to_owned());
                if combines.target {
                    self.open.insert(reference.to_owned());
                }
                value.clone()
            }
            "const" => {
                self.check_constant(value)?;
                value.clone()
            }
            "enum" => {
                let Some(values) = value.as_array() else {
                    return Err(self.fault(format!("expected a list, found {value}")));
                };
                values.iter().try_for_each(|value| self.check_constant(value))?;
                value.clone()
            }
            "format" => {
                let Some((_, most)) = FORMATS.iter().find(|(name, _)| value == name) else {
                    return Ok(());
                };
                if let Some(most) = most {
                    prepared.entry("maxLength").or_insert_with(|| (*most).into());
                }
                value.clone()
            }
            "pattern" => {
                let Some(text) = value.as_str() else {
                    return Err(self.fault(format!("expected a string, found {value}")));
                };
                self.count_patterns(1)?;
                let patterns = pattern::without_look_around(text);
                let mut patterns = patterns.map_err(|reason| self.fault(reason))?;
                let last = patterns.pop();
                let others =
                    patterns.iter().map(|other| json!({"type": "string", "pattern": other}));
                add_to_all(prepared, others);
                last.into()
            }
            "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum" => {
                let outward = if key.ends_with("inimum") { -1.0 } else { 1.0 };
                match value.as_f64().map_or(0.0, |bound| bound * outward) {
                    UNBOUNDED.. => return Ok(()),
                    INTEGER..TWENTY_DIGITS => json!(outward * INTEGER),
                    _ => value.clone(),
                }
            }
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties"
            | "maxProperties" => match self.count(key, value)? {
                Some(count) => count.into(),
                None => return Ok(()),
            },
            "required" => {
                let names = value.as_array().filter(|names| names.iter().all(Value::is_string));
                let Some(names) = names else {
                    return Err(self.fault(format!("expected a list of strings, found {value}")));
                };
                self.limits.members = self.limits.members.max(names.len() as u64);
                value.clone()
            }
            _ => value.clone(),
        };
        match (key, value) {
            // A pattern with look-ahead may have made this keyword.
            ("allOf", Value::Array(parts)) => add_to_all(prepared, parts.into_iter()),
            (_, value) => {
                prepared.insert(key.to_owned(), value);
            }
        }
        Ok(())
    }

    /// Reads an object of schemas.
    fn named(&mut self, key: &str, value: &Value) -> Result<Value> {
        let Some(schemas) = value.as_object() else {
            return Err(self.fault(format!("expected an object, found {value}")));
        };
        if key == "properties" {
            self.limits.members = self.limits.members.max(schemas.len() as u64);
        }
        if key == "patternProperties" {
            self.count_patterns(schemas.len())?;
            if schemas.len() > PATTERN_PROPERTIES {
                let found = schemas.len();
                let reason =
                    format!("expected at most {PATTERN_PROPERTIES} patterns, found {found}");
                return Err(self.fault(reason));
            }
        }
        let mut prepared = Map::new();
        for (name, schema) in schemas {
            self.path.push(name.clone());
            if key == "patternProperties" {
                pattern::check(name).map_err(|reason| self.fault(reason))?;
            }
            let combined = self.path.len() == 2 && self.open.contains(&self.reference());
            prepared.insert(name.clone(), self.schema(schema, combined)?);
            self.path.pop();
        }
        Ok(Value::Object(prepared))
    }

    /// Reads a list of schemas.
    fn list(&mut self, value: &Value, combined: bool) -> Result<Value> {
        let schemas = self.schemas(value)?;
        schemas.iter().enumerate().map(|(at, schema)| self.item(at, schema, combined)).collect()
    }

    /// Reads a list of alternatives. One that is not supported is left out if there are others.
    fn alternatives(&mut self, value: &Value, combined: bool) -> Result<Value> {
        let schemas = self.schemas(value)?;
        let mut first_fault = None;
        let mut prepared = Vec::new();
        for (at, schema) in schemas.iter().enumerate() {
            let depth = self.path.len();
            prepared.push(self.item(at, schema, combined).unwrap_or_else(|fault| {
                self.path.truncate(depth);
                tracing::debug!(reason = fault.reason, "an alternative of the schema is left out");
                first_fault.get_or_insert(fault);
                Value::Bool(false)
            }));
        }
        match first_fault {
            Some(fault) if prepared.iter().all(|schema| *schema == false) => Err(fault),
            _ => Ok(Value::Array(prepared)),
        }
    }

    fn schemas<'v>(&self, value: &'v Value) -> Result<&'v Vec<Value>> {
        value.as_array().ok_or_else(|| self.fault(format!("expected a list, found {value}")))
    }

    fn item(&mut self, at: usize, schema: &Value, combined: bool) -> Result<Value> {
        self.path.push(at.to_string());
        let prepared = self.schema(schema, combined)?;
        self.path.pop();
        Ok(prepared)
    }

    fn count_patterns(&mut self, more: usize) -> Result<()> {
        self.patterns += more;
        match self.patterns {
            0..=PATTERNS => Ok(()),
            _ => Err(self.fault(format!("expected at most {PATTERNS} patterns in a schema"))),
        }
    }

    fn check_type(&self, value: &Value) -> Result<()> {
        let is_type = |name: &Value| TYPES.iter().any(|known| name == known);
        match value {
            Value::Array(names) if names.iter().all(is_type) => Ok(()),
            name if is_type(name) => Ok(()),
            other => {
                Err(self.fault(format!("expected one of {}, found {other}", TYPES.join(", "))))
            }
        }
    }

    /// Fails for integers that the library would round.
    fn check_constant(&self, value: &Value) -> Result<()> {
        match value {
            Value::Array(values) => values.iter().try_for_each(|value| self.check_constant(value)),
            Value::Object(fields) => {
                fields.values().try_for_each(|value| self.check_constant(value))
            }
            Value::Number(number) => {
                let integer = number.as_i64().map(i64::unsigned_abs).or_else(|| number.as_u64());
                match integer.is_some_and(|integer| integer > EXACT) {
                    true => Err(self.fault(format!(
                        "expected integers up to 2^53, found {number} (describe it by a string)"
                    ))),
                    false => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }

    /// Reads a count; `None` if it excludes nothing.
    fn count(&mut self, key: &str, value: &Value) -> Result<Option<u64>> {
        let whole = value.as_f64().filter(|count| count.fract() == 0.0 && *count >= 0.0);
        let count = value.as_u64().or_else(|| whole.map(|count| count as u64));
        let Some(count) = count else {
            return Err(self.fault(format!("expected an integer of at least 0, found {value}")));
        };
        match key {
            "minItems" | "maxItems" => self.limits.items = self.limits.items.max(count),
            "minProperties" | "maxProperties" => {
                self.limits.members = self.limits.members.max(count);
            }
            "maxLength" if count >= LONG => return Ok(None),
            _ => {}
        }
        Ok(Some(count))
    }

    /// Returns the reference to the schema being read.
    fn reference(&self) -> String {
        let keys = self.path.iter().map(|key| format!("/{}", escape(key)));
        format!("#{}", keys.collect::<String>())
    }

    fn fault(&self, reason: impl Into<String>) -> Fault {
        Fault { path: self.path.clone(), reason: reason.into() }
    }

    fn fault_at(&self, key: &str, reason: impl Into<String>) -> Fault {
        let mut fault = self.fault(reason);
        fault.path.push(key.to_owned());
        fault
    }
}

/// Whether the schemas that keywords of one object lead to are combined with others.
#[derive(Clone, Copy)]
struct Combines {
    all: bool,
    any: bool,
    target: bool,
}

/// Returns the schemas in the keywords of another, with the keys that lead to each.
pub(super) fn parts(fields: &Map<String, Value>) -> Vec<(Vec<String>, &Value)> {
    let mut parts = Vec::new();
    for (key, value) in fields {
        match (key.as_str(), value) {
            (
                "properties" | "patternProperties" | "$defs" | "definitions",
                Value::Object(named),
            ) => {
                parts.extend(
                    named.iter().map(|(name, part)| (vec![key.clone(), name.clone()], part)),
                );
            }
            ("allOf" | "anyOf" | "oneOf" | "prefixItems" | "items", Value::Array(list)) => {
                let list = list.iter().enumerate();
                parts.extend(list.map(|(at, part)| (vec![key.clone(), at.to_string()], part)));
            }
            ("items" | "additionalProperties" | "additionalItems", Value::Object(_)) => {
                parts.push((vec![key.clone()], value));
            }
            _ => {}
        }
    }
    // A part without values is an error only where a value is required.
    parts.retain(|(_, part)| part.is_object());
    parts
}

/// Adds schemas that an answer must fit.
fn add_to_all(prepared: &mut Map<String, Value>, schemas: impl Iterator<Item = Value>) {
    let schemas: Vec<Value> = schemas.collect();
    match prepared.get_mut("allOf").and_then(Value::as_array_mut) {
        Some(all) => all.extend(schemas),
        None if schemas.is_empty() => {}
        None => {
            prepared.insert("allOf".to_owned(), schemas.into());
        }
    }
}

/// Whether a pointer leads to a schema by keywords that are read.
fn is_read(pointer: &str) -> bool {
    let mut keys = pointer.split('/').skip(1);
    while let Some(key) = keys.next() {
        let is_schema = match key {
            "properties" | "patternProperties" | "$defs" | "definitions" | "allOf" | "anyOf"
            | "oneOf" | "prefixItems" => keys.next().is_some(),
            "items" | "additionalProperties" | "additionalItems" => true,
            _ => false,
        };
        if !is_schema {
            return false;
        }
    }
    true
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
