//! Checks a value against a schema and names the first difference.
//!
//! The keywords are those that the schemas of this crate use; a test holds the two together. They
//! mean what JSON Schema says, with two exceptions: a field that is null counts as absent, and
//! where no alternative fits, the error is that of the alternative which fits furthest.
//!
//! A schema with a `title` is described by it, and an error inside it is reported for the schema with the title.

use std::cmp::Ordering;

use serde_json::{Map, Number, Value};

use super::UNSUPPORTED;
use super::expectation::{expectation, types};
use crate::api_error::{ApiError, describe};

/// Characters of a path in an error: a client may send names of any length.
const PATH_CHARS: usize = 100;

/// Fails unless the value fits the schema. Integers that are written as floats become integers.
pub(super) fn check(value: &mut Value, schema: &Value) -> Result<(), ApiError> {
    walk(value, schema).map_err(Mismatch::into_error)
}

/// A difference between a value and its schema.
struct Mismatch {
    /// The way from the value up to the root.
    steps: Vec<Step>,
    reason: Reason,
}

enum Step {
    Field(String),
    Index(usize),
}

enum Reason {
    Expected { expected: String, found: String },
    Unsupported,
    Unknown,
}

impl Mismatch {
    fn new(reason: Reason) -> Self {
        Self { steps: Vec::new(), reason }
    }

    fn expected(schema: &Value, found: Option<&Value>) -> Self {
        let found = found.map_or_else(|| "nothing".to_owned(), describe);
        Self::new(Reason::Expected { expected: expectation(schema), found })
    }

    fn below(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// Compares how far into the value two checks came.
    fn cmp_progress(&self, other: &Self) -> Ordering {
        let mut pairs = self.steps.iter().rev().zip(other.steps.iter().rev());
        let differing = pairs.find_map(|pair| match pair {
            (Step::Index(own), Step::Index(other)) if own != other => Some(own.cmp(other)),
            _ => None,
        });
        differing.unwrap_or_else(|| self.steps.len().cmp(&other.steps.len()))
    }

    fn into_error(self) -> ApiError {
        let mut path = String::new();
        for step in self.steps.iter().rev() {
            path += &match step {
                Step::Index(index) => format!("[{index}]"),
                Step::Field(name) if path.is_empty() => name.clone(),
                Step::Field(name) => format!(".{name}"),
            };
        }
        let path: String = path.chars().take(PATH_CHARS).collect();
        let (message, code) = match self.reason {
            Reason::Expected { expected, found } if self.steps.is_empty() => {
                return ApiError::invalid(format!("body: expected {expected}, found {found}"));
            }
            Reason::Expected { expected, found } => {
                return ApiError::invalid(format!("{path}: expected {expected}, found {found}"))
                    .about(path);
            }
            Reason::Unsupported => ("not supported by this server", "unsupported_parameter"),
            Reason::Unknown => ("no such field", "unknown_parameter"),
        };
        ApiError::invalid(format!("{path}: {message}")).code(code).about(path)
    }
}

fn walk(value: &mut Value, schema: &Value) -> Result<(), Mismatch> {
    let result = walk_parts(value, schema);
    if result.is_err() && schema[UNSUPPORTED] == true {
        return Err(Mismatch::new(Reason::Unsupported));
    }
    match schema["title"].is_string() {
        true => result.map_err(|_| Mismatch::expected(schema, Some(value))),
        false => result,
    }
}

fn walk_parts(value: &mut Value, schema: &Value) -> Result<(), Mismatch> {
    if !fits(value, schema) {
        return Err(Mismatch::expected(schema, Some(value)));
    }
    match value {
        Value::Array(items) => walk_items(items, &schema["items"])?,
        Value::Object(object) => walk_fields(object, schema)?,
        Value::Number(number) if has_type(schema, "integer") => make_integer(number),
        _ => {}
    }
    for keyword in ["anyOf", "oneOf"] {
        if let Value::Array(branches) = &schema[keyword] {
            walk_branches(value, schema, branches)?;
        }
    }
    Ok(())
}

fn walk_items(items: &mut [Value], schema: &Value) -> Result<(), Mismatch> {
    for (index, item) in items.iter_mut().enumerate() {
        walk(item, schema).map_err(|mismatch| mismatch.below(Step::Index(index)))?;
    }
    Ok(())
}

fn walk_fields(object: &mut Map<String, Value>, schema: &Value) -> Result<(), Mismatch> {
    let none = Map::new();
    let properties = schema["properties"].as_object().unwrap_or(&none);
    for (name, property) in properties {
        let result = match object.get_mut(name) {
            Some(value) if !value.is_null() => walk(value, property),
            found if is_required(schema, name) => {
                Err(Mismatch::expected(property, found.as_deref()))
            }
            _ => Ok(()),
        };
        result.map_err(|mismatch| mismatch.below(Step::Field(name.clone())))?;
    }
    let others = &schema["additionalProperties"];
    if !others.is_object() {
        return Ok(());
    }
    for (name, value) in object.iter_mut() {
        if properties.contains_key(name) || value.is_null() {
            continue;
        }
        if others["type"] == "null" {
            return Err(Mismatch::new(Reason::Unknown).below(Step::Field(name.clone())));
        }
        // The names of a map are data: the error is about the map.
        walk(value, others)?;
    }
    Ok(())
}

/// Fails unless one of the branches fits.
fn walk_branches(value: &mut Value, schema: &Value, branches: &[Value]) -> Result<(), Mismatch> {
    let typed: Vec<&Value> = branches.iter().filter(|branch| fits_type(value, branch)).collect();
    let tagged: Vec<&Value> = typed
        .iter()
        .copied()
        .filter(|branch| tags(branch).all(|tag| fits_tag(value, tag)))
        .collect();
    if let ([], Some(first)) = (&tagged[..], typed.first()) {
        return Err(other_tag(value, first, &typed));
    }
    let mut furthest = Mismatch::expected(schema, Some(value));
    for branch in tagged {
        match walk(value, branch) {
            Ok(()) => return Ok(()),
            Err(mismatch) if mismatch.cmp_progress(&furthest).is_lt() => {}
            Err(mismatch) => furthest = mismatch,
        }
    }
    Err(furthest)
}

/// The required fields of a branch that have one value only, which tell branches apart.
fn tags(branch: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let properties = branch["properties"].as_object().into_iter().flatten();
    properties.filter_map(|(name, property)| {
        let tag = property.get("const").filter(|_| is_required(branch, name))?;
        Some((name.as_str(), tag))
    })
}

fn fits_tag(value: &Value, (name, tag): (&str, &Value)) -> bool {
    value[name] == *tag
}

/// The error of a tag that no branch has.
fn other_tag(value: &Value, first: &Value, branches: &[&Value]) -> Mismatch {
    let Some((name, _)) = tags(first).next() else { return Mismatch::new(Reason::Unknown) };
    let known = branches.iter().flat_map(|branch| tags(branch)).filter(|(other, _)| *other == name);
    let known: Vec<&Value> = known.map(|(_, tag)| tag).collect();
    let expected = serde_json::json!({ "enum": known });
    Mismatch::expected(&expected, value.get(name)).below(Step::Field(name.to_owned()))
}

/// Whether the value itself fits, without the values in it.
fn fits(value: &Value, schema: &Value) -> bool {
    let at_most = |keyword: &str, length: usize| {
        schema[keyword].as_u64().is_none_or(|most| length as u64 <= most)
    };
    let bounds = match value {
        Value::Number(number) => {
            let bound = |keyword: &str| schema[keyword].as_number().map(|bound| cmp(number, bound));
            bound("minimum").is_none_or(Ordering::is_ge)
                && bound("maximum").is_none_or(Ordering::is_le)
        }
        Value::String(text) => at_most("maxLength", text.chars().count()),
        Value::Array(items) => {
            let least = schema["minItems"].as_u64().unwrap_or(0);
            items.len() as u64 >= least && at_most("maxItems", items.len())
        }
        Value::Object(object) => at_most("maxProperties", object.len()),
        _ => true,
    };
    let constant = schema.get("const").is_none_or(|constant| same(value, constant));
    let listed = schema["enum"].as_array().is_none_or(|all| all.iter().any(|one| same(value, one)));
    fits_type(value, schema) && bounds && constant && listed
}

/// Whether the value has a type that the schema, or one of its branches, has.
fn fits_type(value: &Value, schema: &Value) -> bool {
    let is = |name: &Value| match (name.as_str(), value) {
        (Some("integer"), value) => whole(value).is_some(),
        (Some("null"), Value::Null)
        | (Some("boolean"), Value::Bool(_))
        | (Some("number"), Value::Number(_))
        | (Some("string"), Value::String(_))
        | (Some("array"), Value::Array(_))
        | (Some("object"), Value::Object(_)) => true,
        _ => false,
    };
    let own = match &schema["type"] {
        Value::Null => true,
        Value::Array(names) => names.iter().any(is),
        name => is(name),
    };
    let branches = ["anyOf", "oneOf"].iter().filter_map(|keyword| schema[*keyword].as_array());
    own && branches.into_iter().all(|all| all.iter().any(|branch| fits_type(value, branch)))
}

fn is_required(schema: &Value, name: &str) -> bool {
    schema["required"].as_array().is_some_and(|all| all.iter().any(|one| one == name))
}

fn has_type(schema: &Value, name: &str) -> bool {
    types(schema).any(|own| own == name)
}

/// An integer. 2.0 is one as well: some clients know no other numbers.
pub(crate) fn whole(value: &Value) -> Option<i128> {
    /// Beyond it, not every integer is a float.
    const EXACT: f64 = (1u64 << f64::MANTISSA_DIGITS) as f64;
    let exact = |float: &f64| float.fract() == 0.0 && float.abs() <= EXACT;
    let integer = value.as_i64().map(i128::from).or_else(|| value.as_u64().map(i128::from));
    integer.or_else(|| value.as_f64().filter(exact).map(|float| float as i128))
}

fn make_integer(number: &mut Number) {
    let integer = whole(&Value::Number(number.clone())).and_then(|whole| i64::try_from(whole).ok());
    if let (Some(integer), true) = (integer, number.is_f64()) {
        *number = integer.into();
    }
}

/// Integers are compared exactly; all 64 bits count.
fn cmp(number: &Number, bound: &Number) -> Ordering {
    let integers = (number.as_i128(), bound.as_i128());
    match integers {
        (Some(number), Some(bound)) => number.cmp(&bound),
        _ => number.as_f64().partial_cmp(&bound.as_f64()).unwrap_or(Ordering::Equal),
    }
}

fn same(value: &Value, other: &Value) -> bool {
    match (value, other) {
        (Value::Number(value), Value::Number(other)) => cmp(value, other).is_eq(),
        _ => value == other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(mut value: Value, schema: &Value) -> Result<Value, String> {
        check(&mut value, schema).map(|()| value).map_err(|error| error.json())
    }

    fn closed(properties: Value) -> Value {
        json!({"type": "object", "properties": properties, "additionalProperties": {"type": "null"}})
    }

    #[test]
    fn check_accepts_each_type_and_nulls() {
        let schema = closed(json!({
            "a": {"type": "string"}, "b": {"type": "boolean"}, "c": {"type": "integer"},
            "d": {"type": "number", "minimum": 0, "maximum": 1}, "e": {"type": "array"},
            "f": {"type": "string"},
        }));
        let body = json!({"a": "x", "b": true, "c": 2, "d": 0.5, "e": [1], "f": null, "g": null});
        assert_eq!(read(body.clone(), &schema), Ok(body));
    }

    #[test]
    fn errors_name_the_path_the_expectation_and_the_value() {
        let count = json!({"type": "integer", "minimum": 1, "maximum": 4});
        let role = json!({"enum": ["user", "tool", null]});
        let schema = closed(json!({
            "n": count, "f": {"type": ["number", "null"], "minimum": -2.0, "maximum": 2.0},
            "list": {"type": "array", "maxItems": 2, "items": closed(json!({"role": role}))},
        }));
        for (body, message) in [
            (json!({"n": 2.5}), "n: expected an integer from 1 to 4, found 2.5"),
            (json!({"n": -1}), "n: expected an integer from 1 to 4, found -1"),
            (json!({"f": "1"}), r#"f: expected a number from -2.0 to 2.0, found \"1\""#),
            (json!({"f": 2.1}), "f: expected a number from -2.0 to 2.0, found 2.1"),
            (json!({"list": [1, 2, 3]}), "list: expected a list of at most 2, found a list of 3"),
            (
                json!({"list": [{}, {"role": 3}]}),
                "list[1].role: expected one of user, tool, found 3",
            ),
            (json!({"list": [{"x": 0}]}), "list[0].x: no such field"),
            (json!([1]), "body: expected an object, found a list of 1"),
        ] {
            let error = read(body.clone(), &schema).expect_err(message);
            assert!(error.contains(&format!("\"{message}\"")), "{body}: {error}");
        }
        let error = read(json!({"x".repeat(5000): 1}), &schema).expect_err("a long name");
        assert!(error.len() < 500, "{error}");
    }

    #[test]
    fn unsupported_fields_accept_the_values_that_change_nothing() {
        let schema = closed(json!({
            "penalty": {"enum": [0, null], UNSUPPORTED: true},
            "empty": {"type": ["string", "array"], "maxLength": 0, "maxItems": 0, UNSUPPORTED: true},
        }));
        for good in [json!({}), json!({"penalty": 0}), json!({"penalty": 0.0, "empty": ""})] {
            assert!(read(good.clone(), &schema).is_ok(), "{good}");
        }
        for bad in [json!({"penalty": 1}), json!({"empty": [1]}), json!({"empty": "x"})] {
            let error = read(bad.clone(), &schema).expect_err("an error");
            assert!(error.contains("unsupported_parameter"), "{bad}: {error}");
        }
        let error = read(json!({"nonsense": 0}), &schema).expect_err("an error");
        assert!(error.contains("unknown_parameter") && error.contains("nonsense"), "{error}");
    }

    #[test]
    fn integers_may_be_written_as_floats() {
        let schema = json!({"type": "integer"});
        assert_eq!(read(json!(2.0), &schema), Ok(json!(2)));
        for (value, number) in [
            (json!(2), 2),
            (json!(-2.0), -2),
            (json!(2e3), 2000),
            (json!(u64::MAX), u64::MAX.into()),
        ] {
            assert_eq!(whole(&value), Some(number), "{value}");
            assert!(read(value, &schema).is_ok());
        }
        for value in [json!(2.5), json!(1e300), json!(1e17), json!("2"), json!(true), json!([2])] {
            assert_eq!(whole(&value), None, "{value}");
            assert!(read(value, &schema).is_err());
        }
    }

    #[test]
    fn the_error_of_alternatives_is_that_of_the_furthest() {
        let numbers = json!({"type": "array", "items": {"type": "integer"}});
        let strings = json!({"type": "array", "items": {"type": "string"}});
        let schema = json!({"anyOf": [numbers, strings]});
        for (value, place) in [
            (json!([1, 2, "x"]), "[2]: expected an integer"),
            (json!(["x", 1]), "[1]: expected a string"),
            (json!(3), "body: expected a list, found 3"),
        ] {
            let error = read(value.clone(), &schema).expect_err("an error");
            assert!(error.contains(place), "{value}: {error}");
        }
    }
}
