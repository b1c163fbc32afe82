//! The errors of this crate.

use std::path::PathBuf;

pub(crate) use plt_model::one_line;

/// Why a model could not be opened, or text not be read, rendered or generated. Every message is
/// one line and contains its cause, which is therefore not repeated as
/// [`source`](std::error::Error::source).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A model that does not exist.
    #[error("model {model:?}: no such file or directory, nor is it a repository `owner/name`")]
    NoSuchModel {
        /// The name.
        model: String,
    },
    /// A repository that cannot be fetched.
    #[cfg(feature = "hub")]
    #[error("model {model:?} is not a local path, and fetching it from the Hub failed: {cause}")]
    Hub {
        /// The name.
        model: String,
        /// Why it cannot be fetched.
        cause: Box<crate::hub::HubError>,
    },
    /// A GPU in a build without GPUs.
    #[error("device {name:?}: expected cpu or reference, or a build with --features wgpu for GPUs")]
    NoGpu {
        /// The name of the device.
        name: String,
    },
    /// A file beside the weights is not valid JSON.
    #[error("{}: {reason}", file.display())]
    Json {
        /// The file.
        file: PathBuf,
        /// The parser's message, with line and column.
        reason: String,
    },
    /// A key has an unsupported value.
    #[error("{}: `{key}`: expected {expected}, found {found}", file.display())]
    Value {
        /// The file.
        file: PathBuf,
        /// The key.
        key: String,
        /// The values that are supported.
        expected: String,
        /// The value found.
        found: String,
    },
    /// The tokenizer library rejects a tokenizer, or fails on a string.
    #[error("{}: {reason}", file.display())]
    Tokenizer {
        /// The file.
        file: PathBuf,
        /// The library's message.
        reason: String,
    },
    /// The tokenizer library panicked on the file.
    #[error("{}: the tokenizer library panicked while {doing}", file.display())]
    TokenizerPanic {
        /// The file.
        file: PathBuf,
        /// The operation: `loading` or `encoding`.
        doing: &'static str,
    },
    /// The model has no tokenizer.
    #[error(
        "the model has no tokenizer.json, tokenizer.model, or vocab.json with merges.txt: add one, \
         or give the prompt as token ids"
    )]
    NoTokenizer,
    /// The tokenizer of a GGUF file is of an unsupported kind.
    #[error("{reason}; give the prompt as token ids")]
    UnknownTokenizer {
        /// The file, the key, the supported values and the value found.
        reason: String,
    },
    /// The model has no chat template.
    #[error("the model has no chat template")]
    NoChatTemplate,
    /// The chat template cannot be parsed or rendered.
    #[error("{}: `chat_template`: {reason}", file.display())]
    Template {
        /// The file.
        file: PathBuf,
        /// The template engine's message.
        reason: String,
    },
    /// The chat template rejects the conversation by `raise_exception`.
    #[error("the chat template rejects this conversation: {reason}")]
    Conversation {
        /// The template's message.
        reason: String,
    },
    /// A string that is longer than any prompt.
    #[error("the prompt has {bytes} bytes, expected at most {limit}")]
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
    /// A number of choices out of range.
    #[error("choices: expected 1 to {most}, found {found}")]
    Choices {
        /// The number of choices.
        found: usize,
        /// The maximum.
        most: usize,
    },
    /// An engine option that is too small.
    #[error("{field}: expected at least {least}, found {found}")]
    Option {
        /// The option.
        field: &'static str,
        /// Its minimum.
        least: usize,
        /// Its value.
        found: usize,
    },
    /// A pass that has no room for one position of every sequence.
    #[error(
        "max_num_batched_tokens: expected at least {least} ({loops} loops for each of max_num_seqs \
         {max_num_seqs}), found {found}"
    )]
    SmallPass {
        /// Rows that the sequences need.
        least: usize,
        /// Loops of the model.
        loops: usize,
        /// Sequences generated at a time.
        max_num_seqs: usize,
        /// Rows of a pass.
        found: usize,
    },
    /// The queue of the engine is full.
    #[error("the queue is full: {requests} requests with {tokens} prompt tokens wait; retry later")]
    Overloaded {
        /// Waiting requests.
        requests: usize,
        /// Tokens of their prompts.
        tokens: usize,
    },
    /// The engine is draining or has ended.
    #[error("the engine has stopped")]
    Closed,
    /// A pass with rows of this request failed.
    #[error("the engine failed: {reason}")]
    EngineFailed {
        /// The backend's error, or the message of a panic.
        reason: String,
    },
    /// A grammar that cannot be used, or a state in which no token may follow.
    #[error("structured output: {}{reason}", place(path))]
    Grammar {
        /// The part of the JSON schema, such as `.properties.a.pattern`, or that of a tool, such as
        /// `tools[0].function.parameters.properties.a`; empty for the root and for other grammars.
        path: String,
        /// The reason, in the library's words for most.
        reason: String,
    },
    /// Two models to compare have different vocabularies.
    #[error("cannot compare models with vocabularies of {expected} and of {found} tokens")]
    Vocabulary {
        /// Tokens of the reference's vocabulary.
        expected: usize,
        /// Tokens of the model's vocabulary.
        found: usize,
    },
    /// A document without a token to predict.
    #[error("the document has {tokens} tokens, expected at least 2: one to predict from another")]
    ShortDocument {
        /// Tokens of the document.
        tokens: usize,
    },
    /// A window size out of range.
    #[error("{what}: expected {least} to {most}, found {found}")]
    Window {
        /// `context` or `stride`.
        what: &'static str,
        /// The minimum.
        least: usize,
        /// The maximum.
        most: usize,
        /// The value given.
        found: usize,
    },
    /// A token id that the model does not have.
    #[error("token id {id} is not below the vocabulary size {vocab_size}")]
    UnknownToken {
        /// The id.
        id: u32,
        /// The vocabulary size.
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
    /// The model computed a logit that is not finite.
    #[error("the logits after position {position} are not finite (found {value})")]
    NotFinite {
        /// The position of the token before these logits.
        position: usize,
        /// Its value.
        value: f32,
    },
    /// An error of the model's files, the KV cache or the backend.
    #[error(transparent)]
    Model(#[from] plt_model::Error),
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;
/// Begins a message with the place that it is about, if there is one.
fn place(path: &str) -> String {
    match path.trim_start_matches('.') {
        "" => String::new(),
        path => format!("{path}: "),
    }
}
