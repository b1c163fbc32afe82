//! The fields of a JSON object, one by one, until none is left.

use std::ops::RangeInclusive;

use axum::http::StatusCode;
use serde_json::{Map, Value};

use crate::refusal::Refusal;

/// Whether a value asks for nothing, so that it does not matter that its field is not supported.
pub(crate) type Neutral = fn(&Value) -> bool;

/// Fields that clients may know from elsewhere.
pub(crate) type Table = &'static [(&'static str, Neutral)];

/// The fields of an object. They are taken out by name; what is left at the end is refused. A field
/// that is null counts as absent.
pub(crate) struct Fields {
    object: Map<String, Value>,
    /// Where the object stands in the request, for messages: empty, or `messages[0].`, say.
    place: String,
}

impl Fields {
    /// The object that a body consists of, of no more than so many values: a value of two bytes takes
    /// some hundred when it is parsed. Nesting is limited by the parser, to 128 levels.
    pub fn parse(body: &[u8], most: usize) -> Result<Self, Refusal> {
        if values(body) > most {
            let message = format!("the body: expected at most {most} values");
            return Err(
                Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, message).code("request_too_large")
            );
        }
        let value: Value = serde_json::from_slice(body)
            .map_err(|error| Refusal::invalid(format!("the body is not valid JSON: {error}")))?;
        match value {
            Value::Object(object) => Ok(Self { object, place: String::new() }),
            other => Err(Refusal::invalid(format!(
                "the body: expected an object, found {}",
                describe(&other)
            ))),
        }
    }

    /// An object inside a request.
    pub fn nested(value: Value, path: String) -> Result<Self, Refusal> {
        match value {
            Value::Object(object) => Ok(Self { object, place: format!("{path}.") }),
            other => Err(expected(&path, "an object", &other)),
        }
    }

    /// What the field is called in messages.
    pub fn path(&self, name: &str) -> String {
        format!("{}{name}", self.place)
    }

    /// Any value.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        self.object.remove(name).filter(|value| !value.is_null())
    }

    /// A string.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        self.read(name, "a string", |value| match value {
            Value::String(text) => Ok(text),
            other => Err(other),
        })
    }

    /// True or false.
    pub fn flag(&mut self, name: &str) -> Result<Option<bool>, Refusal> {
        self.read(name, "true or false", |value| value.as_bool().ok_or(value))
    }

    /// A number in a range, in which it is before it is rounded to 32 bits.
    pub fn number(
        &mut self,
        name: &str,
        range: RangeInclusive<f32>,
    ) -> Result<Option<f32>, Refusal> {
        let what = format!("a number from {:?} to {:?}", range.start(), range.end());
        let range = f64::from(*range.start())..=f64::from(*range.end());
        self.read(name, &what, |value| {
            let number = value.as_f64().filter(|number| range.contains(number));
            number.map(|number| number as f32).ok_or(value)
        })
    }

    /// A whole number in a range.
    pub fn whole(
        &mut self,
        name: &str,
        range: RangeInclusive<i64>,
    ) -> Result<Option<i64>, Refusal> {
        let what = format!("a whole number from {} to {}", range.start(), range.end());
        self.read(name, &what, |value| {
            let number = whole(&value).and_then(|number| i64::try_from(number).ok());
            number.filter(|number| range.contains(number)).ok_or(value)
        })
    }

    /// A number of things.
    pub fn count(
        &mut self,
        name: &str,
        range: RangeInclusive<usize>,
    ) -> Result<Option<usize>, Refusal> {
        let bound = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let number = self.whole(name, bound(*range.start())..=bound(*range.end()))?;
        Ok(number.and_then(|number| usize::try_from(number).ok()))
    }

    /// A list.
    pub fn list(&mut self, name: &str) -> Result<Option<Vec<Value>>, Refusal> {
        self.read(name, "a list", |value| match value {
            Value::Array(items) => Ok(items),
            other => Err(other),
        })
    }

    /// What `get` makes of the field's value, or gives back.
    fn read<T>(
        &mut self,
        name: &str,
        what: &str,
        get: impl FnOnce(Value) -> Result<T, Value>,
    ) -> Result<Option<T>, Refusal> {
        let Some(value) = self.take(name) else { return Ok(None) };
        get(value).map(Some).map_err(|value| expected(&self.path(name), what, &value))
    }

    /// Refuses what is left, unless it is in one of the tables and asks for nothing.
    pub fn finish(self, unsupported: &[Table]) -> Result<(), Refusal> {
        for (name, value) in &self.object {
            let known = unsupported.iter().copied().flatten().find(|(known, _)| known == name);
            if value.is_null() || known.is_some_and(|(_, neutral)| neutral(value)) {
                continue;
            }
            // A name of any length and content would come back in the message.
            let path: String = self.path(name).chars().take(100).collect();
            return Err(match known {
                Some(_) => Refusal::invalid(format!("{path}: not supported by this server"))
                    .code("unsupported_parameter"),
                None => {
                    Refusal::invalid(format!("{path}: no such field")).code("unknown_parameter")
                }
            }
            .about(path));
        }
        Ok(())
    }
}

/// The refusal of a value that is not what it should be.
pub(crate) fn expected(path: &str, what: &str, found: &Value) -> Refusal {
    Refusal::invalid(format!("{path}: expected {what}, found {}", describe(found))).about(path)
}

/// A value in a few words.
fn describe(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("a list of {}", items.len()),
        Value::Object(_) => "an object".to_owned(),
        Value::String(text) if text.chars().count() > 40 => {
            format!("{:?}…", text.chars().take(40).collect::<String>())
        }
        other => other.to_string(),
    }
}

/// A whole number. 2.0 is one as well: some clients know no other numbers.
pub(crate) fn whole(value: &Value) -> Option<i128> {
    /// Beyond it, not every whole number is a float.
    const EXACT: f64 = (1u64 << f64::MANTISSA_DIGITS) as f64;
    let exact = |float: &f64| float.fract() == 0.0 && float.abs() <= EXACT;
    let integer = value.as_i64().map(i128::from).or_else(|| value.as_u64().map(i128::from));
    integer.or_else(|| value.as_f64().filter(exact).map(|float| float as i128))
}

/// At least the values of a JSON text, and four for every list and object: what an empty one that was
/// written to takes.
fn values(json: &[u8]) -> usize {
    let (mut values, mut in_text, mut escaped) = (0, false, false);
    for byte in json {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b',' if !in_text => values += 1,
            b'[' | b'{' if !in_text => values += 4,
            _ => {}
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(json: &str) -> Fields {
        Fields::parse(json.as_bytes(), 1000).unwrap_or_else(|refusal| panic!("{}", refusal.json()))
    }

    fn refused<T>(result: Result<T, Refusal>) -> String {
        match result {
            Ok(_) => panic!("not refused"),
            Err(refusal) => refusal.json(),
        }
    }

    #[test]
    fn fields_are_read_by_type_and_null_is_absent() {
        let mut all = fields(r#"{"a": "x", "b": true, "c": 2, "d": 0.5, "e": [1], "f": null}"#);
        assert_eq!(all.text("a").expect("text").as_deref(), Some("x"));
        assert_eq!(all.flag("b").expect("flag"), Some(true));
        assert_eq!(all.count("c", 1..=2).expect("count"), Some(2));
        assert_eq!(all.number("d", 0.0..=1.0).expect("number"), Some(0.5));
        assert_eq!(all.list("e").expect("list").map(|items| items.len()), Some(1));
        assert_eq!(all.text("f").expect("null"), None);
        assert_eq!(all.text("g").expect("absent"), None);
        assert!(all.finish(&[]).is_ok());
    }

    #[test]
    fn values_of_another_type_are_refused_by_path() {
        assert!(refused(fields(r#"{"n": 2.5}"#).count("n", 1..=4)).contains("found 2.5"));
        assert!(refused(fields(r#"{"n": -1}"#).count("n", 1..=4)).contains("from 1 to 4"));
        assert!(refused(fields(r#"{"n": "1"}"#).number("n", 0.0..=1.0)).contains(r#""param":"n""#));
        let mut nested = Fields::nested(serde_json::json!({"role": 3}), "messages[2]".to_owned())
            .unwrap_or_else(|_| panic!("an object"));
        assert!(refused(nested.text("role")).contains("messages[2].role: expected a string"));
        for body in ["", "[1]", "\"x\"", "{\"a\":1", "{\"a\": 1e999}", "{\"a\": \"\\ud800\"}"] {
            refused(Fields::parse(body.as_bytes(), 1000).map(|_| ()));
        }
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(refused(Fields::parse(deep.as_bytes(), 1 << 20).map(|_| ())).contains("recursion"));
    }

    #[test]
    fn what_is_left_is_refused_unless_it_asks_for_nothing() {
        const ZERO: Neutral = |value| value.as_f64() == Some(0.0);
        const TABLE: &[Table] = &[&[("presence_penalty", ZERO)]];
        for good in ["{}", r#"{"presence_penalty": 0}"#, r#"{"presence_penalty": 0.0}"#] {
            assert!(fields(good).finish(TABLE).is_ok(), "{good}");
        }
        assert!(fields(r#"{"nonsense": null}"#).finish(TABLE).is_ok());
        let error = refused(fields(r#"{"presence_penalty": 1}"#).finish(TABLE));
        assert!(error.contains("unsupported_parameter"), "{error}");
        let error = refused(fields(r#"{"nonsense": 0}"#).finish(TABLE));
        assert!(error.contains("unknown_parameter") && error.contains("nonsense"), "{error}");
        let long = format!("{{\"{}\": 1}}", "x".repeat(5000));
        assert!(refused(fields(&long).finish(TABLE)).len() < 500);
    }

    #[test]
    fn whole_numbers_may_have_a_point() {
        let of = |json: &str| whole(&serde_json::from_str(json).expect("JSON"));
        for (json, number) in
            [("2", 2), ("-2.0", -2), ("2e3", 2000), ("18446744073709551615", u64::MAX.into())]
        {
            assert_eq!(of(json), Some(number), "{json}");
        }
        for json in ["2.5", "1e300", "1e17", "\"2\"", "true", "null", "[2]"] {
            assert_eq!(of(json), None, "{json}");
        }
    }
}
