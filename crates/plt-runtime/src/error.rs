//! Everything that can be wrong with a request or with the text side of a model.

use std::path::PathBuf;

/// Why text could not be read, rendered or generated. Every message is one line.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A model that is not there.
    #[error("model {model:?}: no such file or directory, nor is it a repository `owner/name`")]
    NoSuchModel {
        /// The name.
        model: String,
    },
    /// A repository that cannot be fetched.
    #[cfg(feature = "hub")]
    #[error("model {model:?} is no path here; as a repository: {source}")]
    Hub {
        /// The name.
        model: String,
        /// What went wrong.
        source: Box<crate::hub::HubError>,
    },
    /// A file beside the weights is not the JSON that it should be.
    #[error("{}: {reason}", file.display())]
    Json {
        /// The file.
        file: PathBuf,
        /// What the parser says, with line and column.
        reason: String,
    },
    /// A key has a value that cannot be used.
    #[error("{}: `{key}`: expected {expected}, found {found}", file.display())]
    Value {
        /// The file.
        file: PathBuf,
        /// The key.
        key: String,
        /// What should stand there.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// The tokenizer library refuses a tokenizer, or fails on a text.
    #[error("{}: {reason}", file.display())]
    Tokenizer {
        /// The file.
        file: PathBuf,
        /// What the library says.
        reason: String,
    },
    /// The tokenizer library panicked: the file asks for something impossible.
    #[error("{}: the tokenizer library failed on this file while {doing}", file.display())]
    TokenizerPanic {
        /// The file.
        file: PathBuf,
        /// What it was doing.
        doing: &'static str,
    },
    /// The model came without a tokenizer.
    #[error("the model has no tokenizer.json: expected one, or a prompt given as token ids")]
    NoTokenizer,
    /// The tokenizer of a GGUF file is of a kind that is not known.
    #[error("{reason}: expected a prompt given as token ids")]
    UnknownTokenizer {
        /// The file, the key, what is known and what was found.
        reason: String,
    },
    /// The model came without a chat template.
    #[error("the model has no chat template: expected an instruct model")]
    NoChatTemplate,
    /// The chat template cannot be parsed or rendered.
    #[error("{}: `chat_template`: {reason}", file.display())]
    Template {
        /// The file.
        file: PathBuf,
        /// What the template engine says.
        reason: String,
    },
    /// The chat template refuses the conversation, by `raise_exception`.
    #[error("the chat template refuses this conversation: {reason}")]
    Conversation {
        /// The template's own words.
        reason: String,
    },
    /// A text is longer than any prompt.
    #[error("the text has {bytes} bytes, expected at most {limit}")]
    TextTooLong {
        /// Its length.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// A prompt without tokens.
    #[error("the prompt is empty: expected at least one token")]
    EmptyPrompt,
    /// A prompt that does not fit into the context.
    #[error("the prompt has {tokens} tokens, expected at most {limit}: the context of this model")]
    PromptTooLong {
        /// Tokens of the prompt.
        tokens: usize,
        /// Tokens of the context.
        limit: usize,
    },
    /// A request for no answer, or for more than one request may ask for.
    #[error("choices: expected 1 to {most}, found {found}")]
    Choices {
        /// As many as were asked for.
        found: usize,
        /// The most.
        most: usize,
    },
    /// An engine's option that makes no sense.
    #[error("{field}: expected at least {least}, found {found}")]
    Option {
        /// The option.
        field: &'static str,
        /// Its smallest value.
        least: usize,
        /// Its value.
        found: usize,
    },
    /// The engine has as much to do as it takes.
    #[error("the engine is full: {requests} requests with {tokens} tokens of prompts wait already")]
    Overloaded {
        /// Requests that wait.
        requests: usize,
        /// Tokens of their prompts.
        tokens: usize,
    },
    /// The engine takes no more requests, or has ended.
    #[error("the engine has stopped")]
    Closed,
    /// A pass failed that computed rows of this request, or of one beside it.
    #[error("the engine failed: {reason}")]
    EngineFailed {
        /// What the backend reports, or the message of a panic.
        reason: String,
    },
    /// A grammar that cannot be used, or a state in which no token may follow.
    #[error("the form of the answer: {reason}")]
    Grammar {
        /// What the library says.
        reason: String,
    },
    /// Two models that are to be compared predict different things.
    #[error("a vocabulary of {expected} tokens and one of {found} cannot be compared")]
    Vocabulary {
        /// Tokens of the reference's vocabulary.
        expected: usize,
        /// Tokens of the model's vocabulary.
        found: usize,
    },
    /// A window that does not fit.
    #[error("{what}: expected {least} to {most}, found {found}")]
    Window {
        /// `context` or `stride`.
        what: &'static str,
        /// The smallest that fits.
        least: usize,
        /// The largest that fits.
        most: usize,
        /// What was asked for.
        found: usize,
    },
    /// A token id that the model does not have.
    #[error("token id {id} is not below the vocabulary size {vocab_size}")]
    UnknownToken {
        /// The id.
        id: u32,
        /// The first id that does not exist.
        vocab_size: usize,
    },
    /// A sampling parameter out of range.
    #[error("{field}: expected {expected}, found {found}")]
    Sampling {
        /// The parameter.
        field: &'static str,
        /// Its range.
        expected: &'static str,
        /// Its value.
        found: f64,
    },
    /// The model computed something that is no number.
    #[error("the logits after position {position} are not finite (found {value})")]
    NotFinite {
        /// The position of the token whose logits these are.
        position: usize,
        /// One of the values.
        value: f32,
    },
    /// What the model's files, the cache or the backend report.
    #[error(transparent)]
    Model(#[from] plt_model::Error),
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The first line of a message from another library, without what would break a terminal.
pub(crate) fn one_line(message: &impl ToString) -> String {
    let message = message.to_string();
    let line = message.lines().next().unwrap_or_default();
    line.chars().filter(|c| !c.is_control()).take(300).collect()
}
