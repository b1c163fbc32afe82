//! The functions and filters that Hugging Face adds to Jinja for chat templates.

use std::time::SystemTime;

use jiff::Timestamp;
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::TimeZone;
use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Error, ErrorKind, State, Value};

/// Maximum indentation of `tojson` in spaces.
const MAX_INDENT: usize = 16;
/// Maximum depth of a value for `tojson`.
const MAX_DEPTH: usize = 128;
/// Bytes of JSON per step of a template.
const BYTES_PER_FUEL: usize = 16;
/// Maximum length of a format for `strftime_now` in bytes.
const MAX_FORMAT: usize = 256;

/// The message of `raise_exception`.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Raised(String);

/// `raise_exception(message)`: rejects the conversation.
pub(super) fn raise_exception(message: String) -> Result<Value, Error> {
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
pub(super) fn strftime_now(format: String) -> Result<String, Error> {
    let now = Timestamp::try_from(SystemTime::now()).map_err(invalid_date)?;
    strftime(&format, now)
}

/// Formats `now` without a time zone, as Python's `datetime.now()` has none.
fn strftime(format: &str, now: Timestamp) -> Result<String, Error> {
    // A specifier may add padding, so a limit of the format bounds the output.
    if format.len() > MAX_FORMAT {
        let message = format!("strftime_now: expected a format of at most {MAX_FORMAT} bytes");
        return Err(Error::new(ErrorKind::InvalidOperation, message));
    }
    let now = BrokenDownTime::from(TimeZone::UTC.to_datetime(now));
    now.to_string(format).map_err(invalid_date)
}

fn invalid_date(error: jiff::Error) -> Error {
    Error::new(ErrorKind::InvalidOperation, format!("strftime_now: {error}"))
}

/// `tojson` as in Hugging Face: JSON as Python writes it. The template engine's own filter writes
/// JSON for web pages: it escapes characters such as `<`, and accepts any indentation.
pub(super) fn tojson(
    state: &State,
    value: Value,
    indent: Option<Value>,
    options: Kwargs,
) -> Result<Value, Error> {
    let indent = match indent {
        Some(indent) => Some(indent),
        None => options.get("indent")?,
    };
    let indent = match indent {
        Some(indent) if !indent.is_none() => Some(usize::try_from(indent)?),
        _ => None,
    };
    let ascii: Option<bool> = options.get("ensure_ascii")?;
    options.assert_all_used()?;
    if ascii == Some(true) || indent.is_some_and(|indent| indent > MAX_INDENT) {
        let message = format!("tojson: expected an indent up to {MAX_INDENT}, ensure_ascii false");
        return Err(Error::new(ErrorKind::InvalidOperation, message));
    }
    let mut writer = JsonWriter { state, indent, text: String::new(), depth: 0 };
    writer.value(&value)?;
    Ok(Value::from(writer.text))
}

struct JsonWriter<'s, 'a, 'e> {
    state: &'s State<'a, 'e>,
    indent: Option<usize>,
    text: String,
    depth: usize,
}

impl JsonWriter<'_, '_, '_> {
    fn value(&mut self, value: &Value) -> Result<(), Error> {
        match value.kind() {
            ValueKind::Undefined | ValueKind::None => self.write("null"),
            // Jinja's own names are True and False.
            ValueKind::Bool => self.write(if value.is_true() { "true" } else { "false" }),
            ValueKind::Number => self.write(&value.to_string()),
            ValueKind::Seq | ValueKind::Iterable => {
                self.list("[", value, "]", |writer, item| writer.value(&item))
            }
            ValueKind::Map => self.list("{", value, "}", |writer, key| {
                writer.string(&key.to_string())?;
                writer.write(": ")?;
                writer.value(&value.get_item(&key)?)
            }),
            _ => self.string(&value.to_string()),
        }
    }

    /// Writes the items of a list or the keys of a map, each with `item`.
    fn list(
        &mut self,
        open: &str,
        value: &Value,
        close: &str,
        item: impl Fn(&mut Self, Value) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let message = format!("tojson: expected at most {MAX_DEPTH} levels");
            return Err(Error::new(ErrorKind::InvalidOperation, message));
        }
        self.write(open)?;
        let mut empty = true;
        for key in value.try_iter()? {
            match (empty, self.indent) {
                (false, None) => self.write(", ")?,
                (false, Some(_)) => self.write(",")?,
                (true, _) => {}
            }
            empty = false;
            self.new_line(self.depth)?;
            item(self, key)?;
        }
        self.depth -= 1;
        if !empty {
            self.new_line(self.depth)?;
        }
        self.write(close)
    }

    fn new_line(&mut self, depth: usize) -> Result<(), Error> {
        match self.indent {
            Some(indent) => self.write(&format!("\n{}", " ".repeat(indent * depth))),
            None => Ok(()),
        }
    }

    fn string(&mut self, text: &str) -> Result<(), Error> {
        self.write(&serde_json::Value::from(text).to_string())
    }

    /// Appends text and counts it as steps: a short expression can mean an endless list.
    fn write(&mut self, text: &str) -> Result<(), Error> {
        let before = self.text.len() / BYTES_PER_FUEL;
        self.text.push_str(text);
        let fuel = self.text.len() / BYTES_PER_FUEL - before;
        self.state.consume_fuel(fuel as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strftime_formats_dates() {
        let all = "%Y %y %m %d %e %b %B %a %A %H %I %M %S %p %j %%";
        let cases = [
            (0, "1970 70 01 01  1 Jan January Thu Thursday 00 12 00 00 AM 001 %"),
            (951_827_696, "2000 00 02 29 29 Feb February Tue Tuesday 12 12 34 56 PM 060 %"),
            (4_107_542_399, "2100 00 02 28 28 Feb February Sun Sunday 23 11 59 59 PM 059 %"),
            (4_107_542_400, "2100 00 03 01  1 Mar March Mon Monday 00 12 00 00 AM 060 %"),
            (1_735_689_599, "2024 24 12 31 31 Dec December Tue Tuesday 23 11 59 59 PM 366 %"),
        ];
        for (now, expected) in cases {
            let now = Timestamp::from_second(now).expect("a time");
            assert_eq!(strftime(all, now).expect("a date"), expected);
        }
        let now = Timestamp::UNIX_EPOCH;
        assert!(strftime(all, Timestamp::MAX).is_ok());
        assert!(strftime("%Q", now).is_err());
        assert!(strftime("%", now).is_err());
        assert!(strftime(&"x".repeat(MAX_FORMAT), now).is_ok());
        assert!(strftime(&"x".repeat(MAX_FORMAT + 1), now).is_err());
    }
}
