//! Chat templates: a conversation as the one text that the model was trained on.

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

/// Steps that a template may take, and 64 bytes of data for each: far more than a long conversation
/// needs, well under a second.
const FUEL: u64 = 1_000_000;
/// Stack of the thread that renders, in bytes; memory that is not used is not taken. The template
/// engine drops, prints and compares nested lists by recursion, and fuel buys lists of lists some
/// 100,000 deep: about 32 MiB.
const STACK: usize = 128 << 20;
/// Bytes of the longest rendered conversation.
const MAX_OUTPUT: usize = crate::tokenizer::MAX_TEXT;

/// One message of a conversation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// `system`, `user`, `assistant`, `tool`, or what else the template knows.
    pub role: String,
    /// The text.
    pub content: String,
    /// What else the template may look at, as Hugging Face's templates call it: `tool_calls` of an
    /// answer, `name` and `tool_call_id` of what a tool says.
    #[serde(flatten)]
    pub more: serde_json::Map<String, serde_json::Value>,
}

impl Message {
    /// A text of somebody.
    pub fn new(role: impl Into<String>, content: impl Into<String>) -> Self {
        Self { role: role.into(), content: content.into(), ..Self::default() }
    }
}

/// What a template is given.
#[derive(Debug, Clone, Copy, Default)]
pub struct Conversation<'a> {
    /// Who said what, in order.
    pub messages: &'a [Message],
    /// What the model may call, in the form of OpenAI's `tools`.
    pub tools: &'a [serde_json::Value],
    /// Variables that this template knows, such as `enable_thinking`.
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
/// A template is code from whoever made the model. It sees the conversation and nothing else, and
/// its steps, its recursion and its output are limited. That stops mistakes and simple attacks, but
/// not all: the engine prints, joins and adds lists (`x + x`, again and again) without counting,
/// so a hostile template can still take much time and memory.
pub struct ChatTemplate {
    environment: Environment<'static>,
    file: PathBuf,
    bos_token: String,
    eos_token: String,
    tool_format: Option<ToolFormat>,
}

/// The source without `{% generation %}`, Hugging Face's mark around what a model says: only training
/// looks at it, and the template engine does not know it.
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
    /// Compiles a template. `file` is where it comes from.
    ///
    /// # Errors
    /// [`Error::Template`] if it is no Jinja.
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
        // It indents without paying fuel, and no chat needs it.
        environment.remove_filter("pprint");
        environment.add_template_owned("chat", known_tags(source)).map_err(|e| failed(&e))?;
        let (bos_token, eos_token) = (bos_token.to_owned(), eos_token.to_owned());
        let tool_format = ToolFormat::of_template(source);
        Ok(Self { environment, file: file.to_owned(), bos_token, eos_token, tool_format })
    }

    /// The template of a `tokenizer_config.json`, unless `separate`, the text of a
    /// `chat_template.jinja`, takes its place. `None` if there is neither.
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

    /// The template of a GGUF file, `None` if it has none.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn from_gguf(metadata: &HashMap<String, GgufValue>, file: &Path) -> Result<Option<Self>> {
        let Some(GgufValue::String(source)) = metadata.get("tokenizer.chat_template") else {
            return Ok(None);
        };
        let token = |key: &str| -> &str {
            let id = match metadata.get(key) {
                Some(GgufValue::U32(id)) => *id as usize,
                _ => return "",
            };
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

    /// How the model writes calls of tools; `None` if the template tells it nothing of tools, or of a
    /// format that is not known here.
    pub fn tool_format(&self) -> Option<ToolFormat> {
        self.tool_format
    }

    /// The conversation as text; `add_generation_prompt` opens the assistant's answer.
    ///
    /// # Errors
    /// [`Error::Conversation`] if the template refuses the conversation by `raise_exception`;
    /// [`Error::Template`] if it fails, or takes too many steps or too much room.
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
            // Templates ask `tools is not none`, which holds for what is not defined.
            tools => Serde((!tools.is_empty()).then_some(tools)),
            documents => (),
            // What stands first goes before what stands here.
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

/// What matters of `tokenizer_config.json`.
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

/// A token is written as its text, or as an object that holds its text.
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

/// A template error with its cause, in one line.
fn reason(error: &minijinja::Error) -> String {
    match std::error::Error::source(error) {
        Some(source) => one_line(&format!("{error}: {source}")),
        None => one_line(error),
    }
}

/// Output that ends with an error when it grows too long.
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
