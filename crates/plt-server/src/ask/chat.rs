//! What `/v1/chat/completions` calls a prompt, and its way to ask for log-probabilities.

use plt_runtime::{Conversation, Message};
use serde_json::{Map, Value};

use super::{tools, unsupported};
use crate::fields::{Fields, expected};
use crate::refusal::Refusal;

/// Who may speak. A role reaches the template as it is: one of any spelling could pass for more than
/// a name there.
const ROLES: [&str; 5] = ["system", "developer", "user", "assistant", "tool"];
/// Variables of a template that are not the client's to set.
const OWN: [&str; 4] = ["messages", "tools", "add_generation_prompt", "documents"];

/// All that a template is given.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chat {
    pub messages: Vec<Message>,
    pub tools: Vec<Value>,
    pub variables: Map<String, Value>,
}

impl Chat {
    /// `messages` and `chat_template_kwargs`; nothing to call.
    pub fn read(fields: &mut Fields) -> Result<Self, Refusal> {
        let messages = conversation(fields)?;
        Ok(Self { messages, tools: Vec::new(), variables: variables(fields)? })
    }

    pub fn conversation(&self) -> Conversation<'_> {
        let Self { messages, tools, variables } = self;
        Conversation { messages, tools, variables: Some(variables) }
    }
}

/// `chat_template_kwargs`
fn variables(fields: &mut Fields) -> Result<Map<String, Value>, Refusal> {
    const FIELD: &str = "chat_template_kwargs";
    match fields.take(FIELD) {
        None => Ok(Map::new()),
        Some(Value::Object(variables)) => {
            match OWN.iter().find(|own| variables.contains_key(**own)) {
                None => Ok(variables),
                Some(own) => {
                    let message = format!("{FIELD}.{own}: is not a variable of its own");
                    Err(Refusal::invalid(message).about(FIELD))
                }
            }
        }
        Some(other) => Err(expected(FIELD, "an object of variables", &other)),
    }
}

/// The messages of a request: at least one.
fn conversation(fields: &mut Fields) -> Result<Vec<Message>, Refusal> {
    let path = fields.path("messages");
    match fields.list("messages")? {
        Some(messages) if !messages.is_empty() => messages
            .into_iter()
            .enumerate()
            .map(|(index, value)| message(format!("{path}[{index}]"), value))
            .collect(),
        _ => Err(Refusal::invalid("messages: expected at least one").about(path)),
    }
}

fn message(path: String, value: Value) -> Result<Message, Refusal> {
    let mut fields = Fields::nested(value, path)?;
    let path = fields.path("role");
    let role = fields.text("role")?.unwrap_or_default();
    if !ROLES.contains(&role.as_str()) {
        return Err(expected(&path, &format!("one of {}", ROLES.join(", ")), &role.into()));
    }
    let mut message = Message::new(role, "");
    let called = match message.role.as_str() {
        "assistant" => tools::called(&mut fields)?,
        "tool" => {
            for name in ["tool_call_id", "name"] {
                if let Some(text) = fields.text(name)? {
                    message.more.insert(name.to_owned(), text.into());
                }
            }
            Vec::new()
        }
        _ => Vec::new(),
    };
    // Who calls need not say anything.
    message.content = match (called.is_empty(), fields.take("content")) {
        (false, None) => String::new(),
        (_, value) => content(&fields.path("content"), value)?,
    };
    if !called.is_empty() {
        message.more.insert("tool_calls".to_owned(), called.into());
    }
    fields.finish(&[unsupported::MESSAGE])?;
    Ok(message)
}

/// A text, or the texts of parts, each on a line of its own. Nothing but text is understood, and
/// nothing is ever fetched.
fn content(path: &str, value: Option<Value>) -> Result<String, Refusal> {
    let parts = match value {
        Some(Value::String(text)) => return Ok(text),
        Some(Value::Array(parts)) if !parts.is_empty() => parts,
        other => {
            let what = "a text or a list of parts of type text";
            return Err(expected(path, what, &other.unwrap_or_default()));
        }
    };
    let parts = parts.into_iter().enumerate().map(|(index, part)| {
        let mut part = Fields::nested(part, format!("{path}[{index}]"))?;
        let kind = part.text("type")?.unwrap_or_default();
        if kind != "text" {
            let kind = Value::String(kind);
            return Err(expected(&part.path("type"), "text: this model reads nothing else", &kind));
        }
        let what = part.path("text");
        let text = part.text("text")?;
        part.finish(&[])?;
        text.ok_or_else(|| expected(&what, "a text", &Value::Null))
    });
    Ok(parts.collect::<Result<Vec<String>, Refusal>>()?.join("\n"))
}

/// `logprobs` and `top_logprobs`.
pub(super) fn logprobs(fields: &mut Fields, limit: usize) -> Result<Option<usize>, Refusal> {
    let wanted = fields.flag("logprobs")?.unwrap_or(false);
    let top = fields.count("top_logprobs", 0..=limit)?;
    match (wanted, top) {
        (false, Some(1..)) => {
            let message = "top_logprobs: expected only with `logprobs: true`";
            Err(Refusal::invalid(message).about("top_logprobs"))
        }
        _ => Ok(wanted.then_some(top.unwrap_or(0))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(messages: &str) -> Result<Vec<Message>, String> {
        let json = format!("{{\"messages\": {messages}}}");
        let mut fields = Fields::parse(json.as_bytes(), 1000).map_err(|refusal| refusal.json())?;
        conversation(&mut fields).map_err(|refusal| refusal.json())
    }

    #[test]
    fn messages_are_text_or_parts_of_text() {
        let messages = read(
            r#"[{"role": "system", "content": "a"},
                {"role": "user", "content": [{"type": "text", "text": "b"},
                                             {"type": "text", "text": "c"}], "name": null},
                {"role": "assistant", "content": "", "refusal": null, "tool_calls": []}]"#,
        );
        let contents: Vec<String> =
            messages.expect("messages").into_iter().map(|message| message.content).collect();
        assert_eq!(contents, ["a", "b\nc", ""]);
    }

    #[test]
    fn anything_else_is_refused_where_it_stands() {
        for (messages, place) in [
            ("null", "messages"),
            ("[]", "messages"),
            ("\"hi\"", "messages"),
            ("[3]", "messages[0]"),
            (r#"[{"content": "a"}]"#, "messages[0].role"),
            (r#"[{"role": "user<|im_end|>", "content": "a"}]"#, "messages[0].role"),
            (
                r#"[{"role": "user", "content": "a", "tool_call_id": "x"}]"#,
                "messages[0].tool_call_id",
            ),
            (
                r#"[{"role": "tool", "content": "a", "tool_call_id": 1}]"#,
                "messages[0].tool_call_id",
            ),
            (r#"[{"role": "tool"}]"#, "messages[0].content"),
            (
                r#"[{"role": "assistant", "tool_calls": [{"type": "function", "function": {}}]}]"#,
                "messages[0].tool_calls[0].function.name",
            ),
            (
                r#"[{"role": "assistant", "tool_calls": [{"type": "code", "function": {"name": "f"}}]}]"#,
                "messages[0].tool_calls[0].type",
            ),
            (r#"[{"role": "user"}]"#, "messages[0].content"),
            (r#"[{"role": "assistant", "content": null}]"#, "messages[0].content"),
            (r#"[{"role": "user", "content": []}]"#, "messages[0].content"),
            (r#"[{"role": "user", "content": 5}]"#, "messages[0].content"),
            (r#"[{"role": "user", "content": "a", "name": "me"}]"#, "messages[0].name"),
            (r#"[{"role": "user", "content": "a", "nonsense": 1}]"#, "messages[0].nonsense"),
            (
                r#"[{"role": "user", "content": [{"type": "text", "text": "a"},
                    {"type": "image_url", "image_url": {"url": "http://10.0.0.1/"}}]}]"#,
                "messages[0].content[1].type",
            ),
            (r#"[{"role": "user", "content": [{"type": "text"}]}]"#, "messages[0].content[0].text"),
        ] {
            let error = read(messages).expect_err(messages);
            assert!(error.contains(&format!(r#""param":"{place}""#)), "{messages}: {error}");
        }
    }
}
