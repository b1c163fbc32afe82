//! Parses the text between the marks of a call.
//!
//! Arguments keep the text of their values: a number that passed through a float would lose digits,
//! and `1.0` its point.

use std::collections::HashMap;

use serde_json::Value;
use serde_json::value::RawValue;

use super::{ToolFormat, name, parameters, types};

/// A tool call: the tool's name, and the text of a JSON object.
pub(super) type Call = (String, String);

/// Returns the call in this text; `None` if it is malformed.
pub(super) fn parse(format: ToolFormat, inside: &str, tools: &[Value]) -> Option<Call> {
    match format {
        ToolFormat::Json => json_call(inside),
        ToolFormat::Tags => tags_call(inside, tools),
    }
}

/// Whether a mark after this text is a part of an argument.
pub(super) fn is_in_argument(format: ToolFormat, inside: &str) -> bool {
    match format {
        ToolFormat::Json => ends_in_string(inside),
        ToolFormat::Tags => {
            let value = inside.rfind("<parameter=").map(|at| &inside[at..]);
            value.is_some_and(|value| {
                !value.contains("</parameter>") && !value.contains("</function>")
            })
        }
    }
}

/// Whether this is incomplete JSON that ends within a string.
fn ends_in_string(inside: &str) -> bool {
    let parsed = serde_json::from_str::<serde::de::IgnoredAny>(inside);
    if !parsed.is_err_and(|error| error.is_eof()) {
        return false;
    }
    let (mut in_string, mut escaped) = (false, false);
    for byte in inside.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ => {}
        }
    }
    in_string
}

/// `{"name": …, "arguments": {…}}`
fn json_call(inside: &str) -> Option<Call> {
    let call: HashMap<String, &RawValue> = serde_json::from_str(inside.trim()).ok()?;
    let name: String = serde_json::from_str(call.get("name")?.get()).ok()?;
    if name.is_empty() {
        return None;
    }
    // Llama's key is `parameters`; some models write the object as a string.
    let arguments = call.get("arguments").or_else(|| call.get("parameters"));
    let arguments = arguments.map_or("null", |arguments| arguments.get());
    let unquoted: String = match arguments.starts_with('"') {
        true => serde_json::from_str(arguments).ok()?,
        false => arguments.to_owned(),
    };
    let arguments = match unquoted.trim() {
        "" | "null" => "{}",
        arguments => serde_json::from_str::<&RawValue>(arguments).ok()?.get(),
    };
    arguments.starts_with('{').then(|| (name, compact(arguments)))
}

/// `<function=…><parameter=…>…</parameter></function>`
fn tags_call(inside: &str, tools: &[Value]) -> Option<Call> {
    let call = inside.trim().strip_prefix("<function=")?;
    let (called, mut rest) = call.split_once('>')?;
    if called.is_empty() {
        return None;
    }
    let schema = tools
        .iter()
        .find(|tool| name(tool) == called)
        .map_or(&Value::Null, |tool| parameters(tool));
    let mut arguments: Vec<(String, String)> = Vec::new();
    loop {
        rest = rest.trim_start();
        let Some(parameter) = rest.strip_prefix("<parameter=") else { break };
        let (key, after) = parameter.split_once('>')?;
        // A value has lines of its own, and may contain the mark of its end.
        let own_lines =
            after.starts_with('\n').then(|| after.split_once("\n</parameter>")).flatten();
        let (value, after) = own_lines.or_else(|| after.split_once("</parameter>"))?;
        let value = value.strip_prefix('\n').unwrap_or(value);
        let value = value.strip_suffix('\n').unwrap_or(value);
        let value = types::json(value, schema, key);
        let key = Value::from(key).to_string();
        match arguments.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known = value,
            None => arguments.push((key, value)),
        }
        rest = after;
    }
    // Without its end, arguments may be missing.
    let end = rest.strip_prefix("</function>")?;
    let members: Vec<String> =
        arguments.into_iter().map(|(key, value)| format!("{key}:{value}")).collect();
    end.trim().is_empty().then(|| (called.to_owned(), format!("{{{}}}", members.join(","))))
}

/// Returns JSON without the blanks between its values, which keep their text.
pub(super) fn compact(json: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    let keeps = |character: &char| {
        match character {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ => {}
        }
        in_string || !matches!(character, ' ' | '\n' | '\r' | '\t')
    };
    json.chars().filter(keeps).collect()
}
