//! What Hugging Face gives to a chat template besides Jinja itself.

use std::time::{SystemTime, UNIX_EPOCH};

use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Error, ErrorKind, State, Value};

/// The widest indentation that `tojson` accepts, in spaces.
const MAX_INDENT: usize = 16;
/// The deepest value that `tojson` accepts.
const MAX_DEPTH: usize = 128;
/// Bytes of JSON that one step of a template buys.
const BYTES_PER_FUEL: usize = 16;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// The words that a template gave to `raise_exception`.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Raised(String);

/// `raise_exception(message)`: the template refuses the conversation.
pub(super) fn raise_exception(message: String) -> Result<Value, Error> {
    let error = Error::new(ErrorKind::InvalidOperation, message.clone());
    Err(error.with_source(Raised(message)))
}

/// The message, if the error comes from [`raise_exception`].
pub(super) fn raised(error: &Error) -> Option<String> {
    let first: &(dyn std::error::Error + 'static) = error;
    let mut causes = std::iter::successors(Some(first), |error| error.source());
    causes.find_map(|error| error.downcast_ref::<Raised>()).map(|Raised(message)| message.clone())
}

/// `strftime_now(format)`: the present time, in UTC.
pub(super) fn strftime_now(format: String) -> Result<String, Error> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    strftime(&format, now).ok_or_else(|| {
        let supported =
            "strftime_now: expected only %Y %y %m %d %e %b %B %a %A %H %I %M %S %p %j %%";
        Error::new(ErrorKind::InvalidOperation, supported)
    })
}

/// `None` for a specifier that is not supported. `now` counts seconds since 1970 in UTC.
fn strftime(format: &str, now: u64) -> Option<String> {
    let (days, seconds) = (now / 86_400, now % 86_400);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let (year, month, day, day_of_year) = civil(days);
    // 1 January 1970 was a Thursday.
    let weekday = WEEKDAYS[((days + 4) % 7) as usize];
    let month_name = MONTHS[month as usize - 1];
    let hour_of_12 = if hour % 12 == 0 { 12 } else { hour % 12 };
    let mut text = String::new();
    let mut characters = format.chars();
    while let Some(character) = characters.next() {
        if character != '%' {
            text.push(character);
            continue;
        }
        text.push_str(&match characters.next()? {
            'Y' => year.to_string(),
            'y' => format!("{:02}", year % 100),
            'm' => format!("{month:02}"),
            'd' => format!("{day:02}"),
            'e' => format!("{day:2}"),
            'j' => format!("{day_of_year:03}"),
            'b' => month_name[..3].to_owned(),
            'B' => month_name.to_owned(),
            'a' => weekday[..3].to_owned(),
            'A' => weekday.to_owned(),
            'H' => format!("{hour:02}"),
            'I' => format!("{hour_of_12:02}"),
            'M' => format!("{minute:02}"),
            'S' => format!("{second:02}"),
            'p' => (if hour < 12 { "AM" } else { "PM" }).to_owned(),
            '%' => "%".to_owned(),
            _ => return None,
        });
    }
    Some(text)
}

/// Year, month, day and day of the year of a day counted from 1 January 1970.
fn civil(mut days: u64) -> (u64, u64, u64, u64) {
    let is_leap = |year: u64| {
        (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
    };
    // The calendar repeats after 400 years of 146,097 days; the loop then takes 400 steps at most.
    let mut year = 1970 + 400 * (days / 146_097);
    days %= 146_097;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let day_of_year = days + 1;
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    (year, month, days + 1, day_of_year)
}

/// `tojson` as Hugging Face has it: the JSON of Python, not the one for web pages that Jinja
/// makes. The engine's own filter escapes `<` and its like, and believes any indentation.
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
            // Jinja prints True and False.
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

    /// The items of a list or the keys of a map, each written by `item`.
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

    /// Fuel is paid on the way: a short expression can stand for an endless list.
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
    fn dates_are_those_of_the_calendar() {
        let all = "%Y %y %m %d %e %b %B %a %A %H %I %M %S %p %j %%";
        let cases = [
            (0, "1970 70 01 01  1 Jan January Thu Thursday 00 12 00 00 AM 001 %"),
            (951_827_696, "2000 00 02 29 29 Feb February Tue Tuesday 12 12 34 56 PM 060 %"),
            (4_107_542_399, "2100 00 02 28 28 Feb February Sun Sunday 23 11 59 59 PM 059 %"),
            (4_107_542_400, "2100 00 03 01  1 Mar March Mon Monday 00 12 00 00 AM 060 %"),
            (1_735_689_599, "2024 24 12 31 31 Dec December Tue Tuesday 23 11 59 59 PM 366 %"),
        ];
        for (now, expected) in cases {
            assert_eq!(strftime(all, now).as_deref(), Some(expected));
        }
        assert!(strftime(all, u64::MAX).is_some());
        assert_eq!(strftime("%Q", 0), None);
        assert_eq!(strftime("%", 0), None);
    }
}
