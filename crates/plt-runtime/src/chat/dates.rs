//! Python's `strftime`, with the C locale of Linux.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use minijinja::State;

use super::python::{Result, Text, error};

const DAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
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

/// Formats a time in seconds, in UTC and without a time zone, as Python's `datetime.now()` has none.
/// Unknown directives are copied.
pub(super) fn strftime(state: &State, format: &str, now: i64) -> Result<String> {
    let now = Timestamp::from_second(now).map_err(|_| error("strftime_now: no such time"))?;
    let now = TimeZone::UTC.to_datetime(now);
    let (mut text, mut rest) = (Text::new(state), format);
    while let Some(at) = rest.find('%') {
        text.push(&rest[..at])?;
        let tag = &rest[at + 1..];
        let flags = tag.len() - tag.trim_start_matches(['-', '_', '0', '^', '#']).len();
        let digits = tag[flags..].bytes().take_while(u8::is_ascii_digit).count();
        let (flag, width) = (tag[..flags].chars().next_back(), tag[flags..][..digits].parse());
        let mut after = tag[flags + digits..].chars();
        match after.next().and_then(|directive| field(directive, now)) {
            Some(field) => {
                text.push(&field.write(flag, width.unwrap_or(0), state)?)?;
                rest = after.as_str();
            }
            None => {
                text.push("%")?;
                rest = tag;
            }
        }
    }
    text.push(rest)?;
    Ok(text.finish())
}

/// A part of a date.
enum Field {
    /// A number with its usual padding.
    Number(i64, char, usize),
    Name(String),
}

impl Field {
    fn write(self, flag: Option<char>, width: usize, state: &State) -> Result<String> {
        let (digits, padding, usual) = match self {
            Self::Number(number, padding, width) => (number.to_string(), padding, width),
            Self::Name(name) => match flag {
                Some('^') => (name.to_uppercase(), ' ', 0),
                Some('#') if name.chars().any(char::is_lowercase) => (name.to_uppercase(), ' ', 0),
                Some('#') => (name.to_lowercase(), ' ', 0),
                _ => (name, ' ', 0),
            },
        };
        let (padding, usual) = match flag {
            Some('-') => (padding, 0),
            Some('_') => (' ', usual),
            Some('0') => ('0', usual),
            _ => (padding, usual),
        };
        let mut text = Text::new(state);
        let missing = usual.max(width).saturating_sub(digits.chars().count());
        text.repeat(&padding.to_string(), missing)?;
        text.push(&digits)?;
        Ok(text.finish())
    }
}

/// Returns what a directive means; `None` if it is none.
fn field(directive: char, now: DateTime) -> Option<Field> {
    let date = now.date();
    let (year, hour) = (i64::from(now.year()), i64::from(now.hour()));
    let weekday = i64::from(date.weekday().to_sunday_zero_offset());
    let day_of_year = i64::from(date.day_of_year());
    let day = DAYS[weekday as usize];
    let month = MONTHS[now.month() as usize - 1];
    let iso = date.iso_week_date();
    let two = |number: i64| Field::Number(number, '0', 2);
    let name = |name: &str| Field::Name(name.to_owned());
    let half_day = if hour < 12 { "AM" } else { "PM" };
    let clock = format!("{hour:02}:{:02}:{:02}", now.minute(), now.second());
    Some(match directive {
        'a' => name(&day[..3]),
        'A' => name(day),
        'b' | 'h' => name(&month[..3]),
        'B' => name(month),
        'c' => name(&format!("{} {} {:2} {clock} {year}", &day[..3], &month[..3], now.day())),
        'C' => two(year / 100),
        'd' => two(now.day().into()),
        'D' | 'x' => name(&format!("{:02}/{:02}/{:02}", now.month(), now.day(), year % 100)),
        'e' => Field::Number(now.day().into(), ' ', 2),
        'f' => Field::Number(0, '0', 6),
        'F' => name(&format!("{year}-{:02}-{:02}", now.month(), now.day())),
        'g' => two(i64::from(iso.year()) % 100),
        'G' => Field::Number(iso.year().into(), '0', 0),
        'H' => two(hour),
        'I' => two((hour + 11) % 12 + 1),
        'j' => Field::Number(day_of_year, '0', 3),
        'k' => Field::Number(hour, ' ', 2),
        'l' => Field::Number((hour + 11) % 12 + 1, ' ', 2),
        'm' => two(now.month().into()),
        'M' => two(now.minute().into()),
        'n' => name("\n"),
        'p' => name(half_day),
        'P' => name(&half_day.to_lowercase()),
        'r' => name(&format!("{:02}{} {half_day}", (hour + 11) % 12 + 1, &clock[2..])),
        'R' => name(&clock[..5]),
        'S' => two(now.second().into()),
        't' => name("\t"),
        'T' | 'X' => name(&clock),
        'u' => Field::Number((weekday + 6) % 7 + 1, '0', 1),
        'U' => two((day_of_year + 6 - weekday) / 7),
        'V' => two(iso.week().into()),
        'w' => Field::Number(weekday, '0', 1),
        'W' => two((day_of_year + 6 - (weekday + 6) % 7) / 7),
        'y' => two(year % 100),
        'Y' => Field::Number(year, '0', 0),
        'z' | 'Z' => name(""),
        '%' => name("%"),
        _ => return None,
    })
}
