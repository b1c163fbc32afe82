//! Chat templates: render a conversation as the prompt format that the model was trained on.
//!
//! The template engine is minijinja. The differences from jinja2, Python and Hugging Face's
//! `apply_chat_template` are removed here: [`source`] and [`rewrite`] change the template, the other
//! modules hold Python's values, operators, methods, filters and tests.

mod args;
mod dates;
mod engine;
mod files;
mod filters;
mod format;
mod functions;
mod json;
mod messages;
mod methods;
mod objects;
mod operators;
mod predicates;
mod python;
mod rewrite;
mod source;
mod strings;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{SystemTime, UNIX_EPOCH};

use minijinja::Value;
use minijinja::value::Serde;
use serde_json::Map;

use self::engine::Engine;
pub use self::files::TemplateFiles;
use self::messages::{Arguments, Form};
pub use self::messages::{Conversation, Message};
use crate::error::{Error, Result};
use crate::tools::ToolFormat;

/// A model's chat template, in Jinja.
///
/// A template is code from the authors of the model. It sees the conversation only. Its steps, the
/// data that it makes and its recursion are limited: a hostile template fails with an error, in
/// bounded time and memory.
pub struct ChatTemplate {
    file: PathBuf,
    default: Template,
    /// The template for conversations with tools, if it is another one.
    tool_use: Option<Template>,
    /// Variables with the text of the special tokens, such as `bos_token`.
    special_tokens: Map<String, serde_json::Value>,
    tool_format: Option<ToolFormat>,
}

/// One template, and what it expects of messages.
struct Template {
    engine: Engine,
    /// Whether it names the role `developer`.
    knows_developer: bool,
    /// Whether it names the key `text`, as those that read parts of messages do.
    names_text: bool,
    /// Whether it reads text in a list of parts only, found out if it names `text`.
    text_as_part: OnceLock<bool>,
    /// How it reads the arguments of tool calls, found out when there are some.
    arguments: OnceLock<Arguments>,
}

impl Template {
    fn new(source: &str, file: &Path) -> Result<Self> {
        let knows_developer = source.contains("developer");
        let names_text = ["'text'", "\"text\"", ".text"].iter().any(|name| source.contains(*name));
        let engine = Engine::new(source, file)?;
        let (text_as_part, arguments) = (OnceLock::new(), OnceLock::new());
        Ok(Self { engine, knows_developer, names_text, text_as_part, arguments })
    }
}

impl ChatTemplate {
    /// Compiles a template. `file` is its name in errors.
    ///
    /// # Errors
    /// [`Error::Template`] if it is not Jinja.
    pub fn new(source: &str, bos_token: &str, eos_token: &str, file: &Path) -> Result<Self> {
        let token = |(name, text): (&str, &str)| (name.to_owned(), text.into());
        let tokens = [("bos_token", bos_token), ("eos_token", eos_token)].map(token);
        Self::compile(source, None, tokens.into_iter().collect(), file)
    }

    fn compile(
        default: &str,
        tool_use: Option<&str>,
        special_tokens: Map<String, serde_json::Value>,
        file: &Path,
    ) -> Result<Self> {
        Ok(Self {
            file: file.to_owned(),
            default: Template::new(default, file)?,
            tool_use: tool_use.map(|source| Template::new(source, file)).transpose()?,
            special_tokens,
            tool_format: ToolFormat::of_template(tool_use.unwrap_or(default)),
        })
    }

    /// The format of tool calls; `None` if the template has no tools, or an unsupported format.
    pub fn tool_format(&self) -> Option<ToolFormat> {
        self.tool_format
    }

    /// Renders a conversation; `add_generation_prompt` opens the assistant's answer.
    ///
    /// The arguments of tool calls reach the template as an object or as JSON text, whichever it
    /// can write. Text is a list of one part to a template that reads parts only. A `developer`
    /// message reaches a template that does not know this role as `system`, and, where it would be
    /// lost, as a part of the next user message.
    ///
    /// # Errors
    /// [`Error::Conversation`] if the template rejects the conversation by `raise_exception`;
    /// [`Error::Template`] if it fails, takes too many steps, or its output is too long.
    pub fn render<'a>(
        &self,
        conversation: impl Into<Conversation<'a>>,
        add_generation_prompt: bool,
    ) -> Result<String> {
        let conversation = conversation.into();
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let now = i64::try_from(now.as_secs()).unwrap_or_default();
        let template = match (&self.tool_use, conversation.tools) {
            (Some(template), [_, ..]) => template,
            _ => &self.default,
        };
        let mut messages = conversation.messages.to_vec();
        let developers = messages::take_developers(&mut messages, template.knows_developer);
        let render = |messages: &[Message]| {
            self.render_forms(
                template,
                &Conversation { messages, ..conversation },
                add_generation_prompt,
                now,
            )
        };
        let rendered = render(&messages);
        let is_whole = |text: &str| developers.iter().all(|(_, said)| text.contains(said.trim()));
        match rendered {
            Ok(text) if is_whole(&text) => Ok(text),
            Err(Error::Template { .. }) => rendered,
            rendered => match messages::fold_developers(&mut messages, &developers) {
                true => render(&messages),
                false => rendered,
            },
        }
    }

    /// Renders messages in the form that the template expects, or else in one that it takes.
    fn render_forms(
        &self,
        template: &Template,
        conversation: &Conversation<'_>,
        add_generation_prompt: bool,
        now: i64,
    ) -> Result<String> {
        let has_calls = messages::have_tool_calls(conversation.messages);
        let arguments = match has_calls {
            true => *template.arguments.get_or_init(|| self.probe(template)),
            false => Arguments::Object,
        };
        let mut first_error = None;
        let text_as_part = self.reads_parts_only(template);
        for form in Form::all(arguments, text_as_part, conversation.messages) {
            let variables = self.variables(conversation, form, add_generation_prompt, now);
            match template.engine.render(variables, &self.file) {
                Err(error @ Error::Template { .. }) => _ = first_error.get_or_insert(error),
                rendered => return rendered,
            }
        }
        Err(first_error.unwrap_or_else(|| Error::Template {
            file: self.file.clone(),
            reason: "nothing was rendered".to_owned(),
        }))
    }

    /// Finds out how a template reads the arguments of tool calls: renders a call.
    fn probe(&self, template: &Template) -> Arguments {
        let (messages, tools) = messages::probe();
        let conversation = Conversation { messages: &messages, tools: &tools, variables: None };
        let text_as_part = self.reads_parts_only(template);
        let writes_json = |arguments| {
            let form = Form { arguments, absent_as_text: false, text_as_part };
            let variables = self.variables(&conversation, form, true, 0);
            let text = template.engine.render(variables, &self.file);
            text.is_ok_and(|text| text.contains(messages::PROBED_KEY))
        };
        match writes_json(Arguments::Object) || !writes_json(Arguments::Text) {
            true => Arguments::Object,
            false => Arguments::Text,
        }
    }

    /// Whether a template loses text that is not in a list of parts: renders a message both ways.
    fn reads_parts_only(&self, template: &Template) -> bool {
        if !template.names_text {
            return false;
        }
        let messages = [Message::new("user", messages::PROBED_TEXT)];
        let conversation = Conversation::from(&messages);
        let shows = |text_as_part| {
            let arguments = Arguments::Object;
            let form = Form { arguments, absent_as_text: false, text_as_part };
            let variables = self.variables(&conversation, form, true, 0);
            let text = template.engine.render(variables, &self.file);
            text.is_ok_and(|text| text.contains(messages::PROBED_TEXT))
        };
        *template.text_as_part.get_or_init(|| !shows(false) && shows(true))
    }

    fn variables(
        &self,
        conversation: &Conversation<'_>,
        form: Form,
        add_generation_prompt: bool,
        now: i64,
    ) -> Value {
        let mut all = self.special_tokens.clone();
        all.extend(
            conversation.variables.into_iter().flatten().map(|(k, v)| (k.clone(), v.clone())),
        );
        let tools = match conversation.tools {
            [] => serde_json::Value::Null,
            tools => tools.into(),
        };
        let messages = conversation.messages.iter().map(|message| message.in_form(form)).collect();
        for (name, value) in [
            ("messages", messages),
            ("tools", tools),
            ("documents", serde_json::Value::Null),
            ("add_generation_prompt", add_generation_prompt.into()),
            (functions::NOW, now.into()),
        ] {
            all.insert(name.to_owned(), value);
        }
        Value::from(Serde(all))
    }
}

impl std::fmt::Debug for ChatTemplate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChatTemplate").field("file", &self.file).finish_non_exhaustive()
    }
}
