//! Chat templates: render a conversation as the prompt format that the model was trained on.

mod functions;

use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use plt_model::checkpoint::GgufValue;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result, one_line};
use crate::tools::ToolFormat;

/// Maximum number of steps of a template, with 64 bytes of data per step: far more than a long
/// conversation needs, and well under a second.
const FUEL: u64 = 1_000_000;
/// Stack of the rendering thread, in bytes; untouched pages take no memory. The template engine
/// drops, prints and compares nested lists by recursion, and the fuel suffices for some 100,000
/// levels: about 32 MiB.
const STACK: usize = 128 << 20;
/// Maximum length of a rendered conversation in bytes.
const MAX_OUTPUT: usize = crate::tokenizer::MAX_TEXT;

/// One message of a conversation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// `system`, `user`, `assistant`, `tool`, or another role that the template supports.
    pub role: String,
    /// The text.
    pub content: String,
    /// Other keys for the template, named as in Hugging Face's templates: `tool_calls` of an
    /// answer, `name` and `tool_call_id` of a tool's result.
    #[serde(flatten)]
    pub more: serde_json::Map<String, serde_json::Value>,
}

impl Message {
    /// Creates a message.
    pub fn new(role: impl Into<String>, content: impl Into<String>) -> Self {
        Self { role: role.into(), content: content.into(), ..Self::default() }
    }
}

/// The input of a template.
#[derive(Debug, Clone, Copy, Default)]
pub struct Conversation<'a> {
    /// The messages, in order.
    pub messages: &'a [Message],
    /// The tools that the model may call, in the format of OpenAI's `tools`.
    pub tools: &'a [serde_json::Value],
    /// Variables of this template, such as `enable_thinking`.
    pub variables: Option<&'a serde_json::Map<String, serde_json::Value>>,
}

impl<'a> From<&'a [Message]> for Conversation<'a> {
    fn from(messages: &'a [Message]) -> Self {
        Self { messages, ..Self::default() }
    }
}

impl<'a> From<&'a Vec<Message>> for Conversation<'a> {
    fn from(messages: &'a Vec<Message>) -> Self {
        messages.as_slice().into()
    }
}

impl<'a, const N: usize> From<&'a [Message; N]> for Conversation<'a> {
    fn from(messages: &'a [Message; N]) -> Self {
        messages.as_slice().into()
    }
}

/// A model's chat template, in Jinja.
///
/// A template is code from the authors of the model. It sees the conversation only, and its steps,
/// its recursion and its output are limited. That stops mistakes and simple attacks, but not all:
/// the template engine prints, joins and adds lists (`x + x`, repeatedly) without counting steps,
/// so a hostile template can still take much time and memory.
pub struct ChatTemplate {
    environment: Environment<'static>,
    file: PathBuf,
    bos_token: String,
    eos_token: String,
    tool_format: Option<ToolFormat>,
}

/// Removes `{% generation %}`, Hugging Face's mark around the model's messages: only training uses
/// it, and the template engine does not support it.
fn known_tags(source: &str) -> String {
    let (mut known, mut rest) = (String::with_capacity(source.len()), source);
    while let Some(start) = rest.find("{%") {
        let (before, tag) = rest.split_at(start + 2);
        let Some(len) = tag.find("%}") else { break };
        let (tag, after) = tag.split_at(len);
        let name = tag.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '+'));
        known += before;
        match name {
            "generation" => known += &tag.replace(name, "if true"),
            "endgeneration" => known += &tag.replace(name, "endif"),
            _ => known += tag,
        }
        rest = after;
    }
    known + rest
}

impl ChatTemplate {
    /// Compiles a template. `file` is its name in errors.
    ///
    /// # Errors
    /// [`Error::Template`] if it is not Jinja.
    pub fn new(source: &str, bos_token: &str, eos_token: &str, file: &Path) -> Result<Self> {
        let failed =
            |e: &minijinja::Error| Error::Template { file: file.to_owned(), reason: reason(e) };
        let mut environment = Environment::new();
        // As Hugging Face renders templates.
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        environment.set_syntax(syntax.map_err(|e| failed(&e))?);
        environment.set_fuel(Some(FUEL));
        environment
            .set_unknown_method_callback(minijinja_contrib::pycompat::unknown_method_callback);
        environment.add_function("raise_exception", functions::raise_exception);
        environment.add_function("strftime_now", functions::strftime_now);
        environment.add_filter("tojson", functions::tojson);
        // It indents without counting steps, and no chat template needs it.
        environment.remove_filter("pprint");
        environment.add_template_owned("chat", known_tags(source)).map_err(|e| failed(&e))?;
        let (bos_token, eos_token) = (bos_token.to_owned(), eos_token.to_owned());
        let tool_format = ToolFormat::of_template(source);
        Ok(Self { environment, file: file.to_owned(), bos_token, eos_token, tool_format })
    }

    /// Returns the template `separate`, the content of a `chat_template.jinja`, or else that of a
    /// `tokenizer_config.json`; `None` if there is neither.
    ///
    /// # Errors
    /// [`Error::Json`] and [`Error::Template`].
    pub fn from_tokenizer_config(
        bytes: &[u8],
        separate: Option<&str>,
        file: &Path,
    ) -> Result<Option<Self>> {
        let config: TokenizerConfig = serde_json::from_slice(bytes)
            .map_err(|e| Error::Json { file: file.to_owned(), reason: one_line(&e) })?;
        let source = match (separate, &config.chat_template) {
            (Some(source), _) => source,
            (None, Some(Templates::One(source))) => source,
            (None, Some(Templates::Named(named))) => {
                let default = named.iter().find(|named| named.name == "default");
                match default.or(named.first()) {
                    Some(named) => &named.template,
                    None => return Ok(None),
                }
            }
            (None, None) => return Ok(None),
        };
        let text = |token: &Option<Token>| token.as_ref().map_or("", Token::text).to_owned();
        Self::new(source, &text(&config.bos_token), &text(&config.eos_token), file).map(Some)
    }

    /// Returns the template of a GGUF file; `None` if it has none.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn from_gguf(metadata: &HashMap<String, GgufValue>, file: &Path) -> Result<Option<Self>> {
        let Some(GgufValue::String(source)) = metadata.get("tokenizer.chat_template") else {
            return Ok(None);
        };
        let token = |key: &str| -> &str {
            let id = metadata.get(key).and_then(GgufValue::as_u64);
            let Some(id) = id.and_then(|id| usize::try_from(id).ok()) else { return "" };
            match metadata.get("tokenizer.ggml.tokens") {
                Some(GgufValue::Array(tokens)) => match tokens.get(id) {
                    Some(GgufValue::String(text)) => text,
                    _ => "",
                },
                _ => "",
            }
        };
        let bos = token("tokenizer.ggml.bos_token_id");
        let eos = token("tokenizer.ggml.eos_token_id");
        Self::new(source, bos, eos, file).map(Some)
    }

    /// The format of tool calls; `None` if the template has no tools, or an unsupported format.
    pub fn tool_format(&self) -> Option<ToolFormat> {
        self.tool_format
    }

    /// Renders a conversation; `add_generation_prompt` opens the assistant's answer.
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
        let failed = |reason: String| Error::Template { file: self.file.clone(), reason };
        std::thread::scope(|scope| {
            std::thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, || self.render_here(conversation, add_generation_prompt))
                .map_err(|e| failed(one_line(&e)))?
                .join()
                .map_err(|_| failed("the template engine panicked".to_owned()))?
        })
    }

    fn render_here(
        &self,
        conversation: Conversation<'_>,
        add_generation_prompt: bool,
    ) -> Result<String> {
        let Conversation { messages, tools, variables } = conversation;
        let failed = |e: &minijinja::Error| match functions::raised(e) {
            Some(message) => Error::Conversation { reason: one_line(&message) },
            None => Error::Template { file: self.file.clone(), reason: reason(e) },
        };
        let template = self.environment.get_template("chat").map_err(|e| failed(&e))?;
        let context = context! {
            messages => Serde(messages),
            add_generation_prompt => add_generation_prompt,
            bos_token => self.bos_token.as_str(),
            eos_token => self.eos_token.as_str(),
            // Templates test `tools is not none`, which holds for an undefined variable.
            tools => Serde((!tools.is_empty()).then_some(tools)),
            documents => (),
            // The variables above take precedence.
            ..Value::from(Serde(variables.unwrap_or(&serde_json::Map::new())))
        };
        let mut output = Limited(Vec::new());
        template.render_captured_to(context, &mut output).map_err(|e| failed(&e))?;
        String::from_utf8(output.0)
            .map_err(|e| Error::Template { file: self.file.clone(), reason: one_line(&e) })
    }
}

impl std::fmt::Debug for ChatTemplate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChatTemplate").field("file", &self.file).finish_non_exhaustive()
    }
}

/// The keys of `tokenizer_config.json` that are read.
#[derive(Deserialize)]
struct TokenizerConfig {
    chat_template: Option<Templates>,
    bos_token: Option<Token>,
    eos_token: Option<Token>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Templates {
    One(String),
    Named(Vec<NamedTemplate>),
}

#[derive(Deserialize)]
struct NamedTemplate {
    name: String,
    template: String,
}

/// A token is a string, or an object with a string.
#[derive(Deserialize)]
#[serde(untagged)]
enum Token {
    Text(String),
    Added { content: String },
}

impl Token {
    fn text(&self) -> &str {
        match self {
            Token::Text(text) | Token::Added { content: text } => text,
        }
    }
}

/// Returns a template error with its cause, in one line.
fn reason(error: &minijinja::Error) -> String {
    match std::error::Error::source(error) {
        Some(source) => one_line(&format!("{error}: {source}")),
        None => one_line(error),
    }
}

/// Output with a maximum length.
struct Limited(Vec<u8>);

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.0.len() + bytes.len() > MAX_OUTPUT {
            return Err(std::io::Error::other(format!("more than {MAX_OUTPUT} bytes of text")));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
