//! Everything that can be wrong with a model, one variant each.

use std::path::PathBuf;

use crate::checkpoint::Problems;

/// Why a model cannot be read or run. Every message is one line.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file is not the JSON that it should be: syntax, structure or a key that stands twice.
    #[error("{}: {reason}", file.display())]
    Json {
        /// The file.
        file: PathBuf,
        /// What the parser says, with line and column.
        reason: String,
    },
    /// A key that the model cannot do without is absent.
    #[error("{}: `{key}` is missing, expected {expected}", file.display())]
    MissingKey {
        /// The file.
        file: PathBuf,
        /// The key.
        key: String,
        /// What should stand there.
        expected: String,
    },
    /// The value of a key has the wrong type or lies out of range.
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
    /// The value of a key asks for something that is not implemented.
    #[error("{}: `{key}` {found} is not supported, only {supported}", file.display())]
    Unsupported {
        /// The file.
        file: PathBuf,
        /// The key.
        key: String,
        /// What stands there.
        found: String,
        /// What would be fine.
        supported: &'static str,
    },
    /// A looped model that calls itself `llama`: as a plain Llama it would run, and be wrong.
    #[error("{}: `model_type` is llama, but `{key}` {found} is a looped model's", file.display())]
    RelabelledLoop {
        /// The file.
        file: PathBuf,
        /// The key that gives it away.
        key: String,
        /// What stands there.
        found: String,
    },
    /// More loops were asked for than the model was trained with, or none.
    #[error("the model was trained with {trained} loops: expected 1 to {trained}, found {asked}")]
    Loops {
        /// R of the checkpoint.
        trained: usize,
        /// What was asked for.
        asked: usize,
    },

    /// A model whose weights it was given and did not load: nothing tells it from others.
    #[error("sequences of a model in training cannot be saved: its weights change")]
    Unknown,
    /// A saved sequence that is damaged, or does not belong here.
    #[error("the saved sequence: {what}: expected {expected}, found {found}")]
    Saved {
        /// Which part of it.
        what: &'static str,
        /// What should stand there.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// A saved sequence cannot be read or written.
    #[error("the saved sequence: {0}")]
    SavedIo(std::io::Error),

    /// A path that is no checkpoint.
    #[error("{}: expected a directory with config.json, or a .gguf file", path.display())]
    NotACheckpoint {
        /// The path.
        path: PathBuf,
    },
    /// A directory without weights.
    #[error(
        "{}: expected model.safetensors, or model.safetensors.index.json and its shards",
        path.display()
    )]
    NoWeights {
        /// The directory.
        path: PathBuf,
    },
    /// The system cannot open or read a file.
    #[error("{}: {reason}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system reported; part of the message, so not a source.
        reason: std::io::Error,
    },
    /// A name that may lead out of the checkpoint's directory.
    #[error("{}: expected a plain file name, found {found}", file.display())]
    FileName {
        /// The file that holds the name, or the directory in which it was asked for.
        file: PathBuf,
        /// The name, quoted.
        found: String,
    },
    /// A link out of the checkpoint's directory. Only the `blobs` of the same cached repository
    /// are fine.
    #[error("{}: the link leaves the checkpoint's directory for {}", path.display(), target.display())]
    LinkLeaves {
        /// The link.
        path: PathBuf,
        /// Where it ends.
        target: PathBuf,
    },
    /// A directory, pipe, socket or device where a file should be.
    #[error("{}: expected a regular file", path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// A file, or a part of it, is larger than any sound one.
    #[error("{}: {what}: expected at most {limit}, found {found}", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// What is too large, with its unit.
        what: &'static str,
        /// The limit.
        limit: u64,
        /// What was found.
        found: u64,
    },
    /// A file is cut off, or goes on behind its end.
    #[error("{}: expected {expected} bytes, found {found}", path.display())]
    Length {
        /// The file.
        path: PathBuf,
        /// The length that its header needs.
        expected: u64,
        /// The length that it has.
        found: u64,
    },
    /// The header of a binary file breaks the rules of its format.
    #[error("{}: {at}: expected {expected}, found {found}", path.display())]
    Header {
        /// The file.
        path: PathBuf,
        /// The key, the tensor or the part of the header.
        at: String,
        /// What should stand there.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// The tensors of a checkpoint are not those that its config asks for.
    #[error("{}: {problems}", path.display())]
    Problems {
        /// The checkpoint.
        path: PathBuf,
        /// All of them.
        problems: Problems,
    },
    /// It was told to stop.
    #[error("cancelled")]
    Cancelled,

    /// A source of weights does not have a tensor that the model needs.
    #[error("{name} is not a tensor of this model")]
    UnknownTensor {
        /// The tensor.
        name: String,
    },
    /// A source of weights gave a tensor of another shape than it was asked for.
    #[error("{name}: expected {expected:?}, found {found:?} (rows, columns)")]
    SourceShape {
        /// The tensor.
        name: String,
        /// Rows and columns that the config asks for.
        expected: (usize, usize),
        /// Rows and columns that came.
        found: (usize, usize),
    },
    /// A pass wants a row whose token is not known yet.
    #[error("the pass needs the token at position {position}, but only {known} tokens are known")]
    NoToken {
        /// The position of the row.
        position: usize,
        /// Tokens of the sequence.
        known: usize,
    },
    /// A pass names a sequence that is not in the batch.
    #[error("the pass names sequence {sequence}, but the batch has {batch}")]
    NoSequence {
        /// The index in the pass.
        sequence: usize,
        /// Sequences in the batch.
        batch: usize,
    },
    /// The cache refuses a pass or a layout.
    #[error(transparent)]
    Cache(#[from] plt_cache::Error),
    /// An operation of the backend failed.
    #[error(transparent)]
    Backend(#[from] plt_backend::Error),
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Returns a library's message or text from a file as one line: line breaks become spaces, other control
/// characters are escaped, the rest after 300 characters is cut off.
#[doc(hidden)]
pub fn one_line(text: &(impl ToString + ?Sized)) -> String {
    const MAX: usize = 300;
    let text = text.to_string();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let escaped = |c: char| match c.is_control() {
        true => c.escape_default().to_string(),
        false => c.to_string(),
    };
    let line = lines.join(" ");
    let mut short: String = line.chars().take(MAX).map(escaped).collect();
    if line.chars().nth(MAX).is_some() {
        short.push('…');
    }
    short
}
