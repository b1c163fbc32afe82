//! The errors of a model.

use std::path::PathBuf;

use crate::checkpoint::Problems;

/// An error of reading or running a model. Every message is one line.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file is not the expected JSON: syntax, structure or a duplicate key.
    #[error("{}: {reason}", file.display())]
    Json {
        /// The file.
        file: PathBuf,
        /// The message of the parser, with line and column.
        reason: String,
    },
    /// A required key is absent.
    #[error("{}: `{key}` is missing, expected {expected}", file.display())]
    MissingKey {
        /// The file.
        file: PathBuf,
        /// The key.
        key: String,
        /// The valid values.
        expected: String,
    },
    /// The value of a key has the wrong type or is out of range.
    #[error("{}: `{key}`: expected {expected}, found {found}", file.display())]
    Value {
        /// The file.
        file: PathBuf,
        /// The key.
        key: String,
        /// The valid values.
        expected: String,
        /// The value in the file.
        found: String,
    },
    /// The value of a key is not implemented.
    #[error("{}: `{key}` {found} is not supported, only {supported}", file.display())]
    Unsupported {
        /// The file.
        file: PathBuf,
        /// The key.
        key: String,
        /// The value in the file.
        found: String,
        /// The supported values.
        supported: &'static str,
    },
    /// A looped model labelled as one without loops: run without them, it would give wrong results.
    #[error(
        "{}: `model_type` is {model_type}, but `{key}` {found} is a looped model's",
        file.display()
    )]
    RelabelledLoop {
        /// The file.
        file: PathBuf,
        /// The type in the file.
        model_type: &'static str,
        /// The key of a looped model.
        key: String,
        /// The value in the file.
        found: String,
    },
    /// More loops than the model was trained with, or none.
    #[error("the model was trained with {trained} loops: expected 1 to {trained}, found {asked}")]
    Loops {
        /// R of the checkpoint.
        trained: usize,
        /// The requested number of loops.
        asked: usize,
    },

    /// A model from given weights has no digest that identifies it.
    #[error("sequences of a model in training cannot be saved: its weights change")]
    Unknown,
    /// A saved sequence is damaged, or belongs to another model or cache.
    #[error("the saved sequence: {what}: expected {expected}, found {found}")]
    Saved {
        /// The part of the file.
        what: &'static str,
        /// The valid values.
        expected: String,
        /// The value in the file.
        found: String,
    },
    /// A saved sequence cannot be read or written.
    #[error("the saved sequence: {0}")]
    SavedIo(std::io::Error),

    /// A path is not a checkpoint.
    #[error("{}: expected a directory with config.json, or a GGUF file{advice}", path.display())]
    NotACheckpoint {
        /// The path.
        path: PathBuf,
        /// The file that was found instead and the remedy, or nothing.
        advice: String,
    },
    /// A directory has no weights.
    #[error(
        "{}: expected model.safetensors, or model.safetensors.index.json and its shards{advice}",
        path.display()
    )]
    NoWeights {
        /// The directory.
        path: PathBuf,
        /// The file that was found instead and the remedy, or nothing.
        advice: String,
    },
    /// Files of a checkpoint are missing: shards, or parts of a split GGUF model.
    #[error("{}: not found: {}; download all parts of the model", path.display(), listed(files))]
    MissingFiles {
        /// The directory.
        path: PathBuf,
        /// Their names.
        files: Vec<String>,
    },
    /// A directory has several GGUF models.
    #[error("{}: several models, name the file: {}", path.display(), listed(files))]
    SeveralModels {
        /// The directory.
        path: PathBuf,
        /// Their names; the first part of a split model.
        files: Vec<String>,
    },
    /// A file is not what its name says: a Git LFS pointer, an error page, an archive.
    #[error("{}: found {found}; {remedy}", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// Its content.
        found: &'static str,
        /// The remedy.
        remedy: &'static str,
    },
    /// The system cannot open or read a file.
    #[error("{}: {reason}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The error of the file system; part of the message, hence no `source`.
        reason: std::io::Error,
    },
    /// A file name may lead out of the checkpoint's directory.
    #[error("{}: expected a plain file name, found {found}", file.display())]
    FileName {
        /// The file that holds the name, or the directory in which it was requested.
        file: PathBuf,
        /// The name, quoted.
        found: String,
    },
    /// A link leads out of the checkpoint's directory. Only links into the Hub's cache are allowed, from
    /// the cache only into `blobs` of the same repository.
    #[error("{}: the link leaves the checkpoint's directory for {}", path.display(), target.display())]
    LinkLeaves {
        /// The link.
        path: PathBuf,
        /// The target.
        target: PathBuf,
    },
    /// A directory, pipe, socket or device instead of a file.
    #[error("{}: expected a regular file", path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// A file, or a part of it, is implausibly large.
    #[error("{}: {what}: expected at most {limit}, found {found}", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The quantity, with its unit.
        what: &'static str,
        /// The limit.
        limit: u64,
        /// The value in the file.
        found: u64,
    },
    /// A file is truncated, or longer than its header says.
    #[error(
        "{}: expected {expected} bytes, found {found}{}",
        path.display(),
        if found < expected { ": the file is truncated, download it again" } else { "" }
    )]
    Length {
        /// The file.
        path: PathBuf,
        /// The length by its header.
        expected: u64,
        /// Its length.
        found: u64,
    },
    /// The header of a binary file is invalid.
    #[error("{}: {at}: expected {expected}, found {found}", path.display())]
    Header {
        /// The file.
        path: PathBuf,
        /// The key, the tensor or the part of the header.
        at: String,
        /// The valid values.
        expected: &'static str,
        /// The value in the file.
        found: String,
    },
    /// The tensors of a checkpoint do not match its config.
    #[error("{}: {problems}", path.display())]
    Problems {
        /// The checkpoint.
        path: PathBuf,
        /// All of them.
        problems: Problems,
    },
    /// Nothing can be quantized to this type; files that have it can be read.
    #[error("nothing can be quantized to {dtype}: it is only read")]
    ReadOnlyType {
        /// The type.
        dtype: plt_backend::DType,
    },
    /// The operation was cancelled.
    #[error("cancelled")]
    Cancelled,

    /// A source of weights does not have a tensor that the model needs.
    #[error("{name} is not a tensor of this model")]
    UnknownTensor {
        /// The tensor.
        name: String,
    },
    /// A source of weights gave a tensor of an unexpected shape.
    #[error("{name}: expected {expected:?}, found {found:?} (rows, columns)")]
    SourceShape {
        /// The tensor.
        name: String,
        /// Rows and columns by the config.
        expected: (usize, usize),
        /// Rows and columns of the tensor.
        found: (usize, usize),
    },
    /// A pass has a row whose token is not known yet.
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
    /// The cache rejected a pass or a layout.
    #[error(transparent)]
    Cache(#[from] plt_cache::Error),
    /// An operation of the backend failed.
    #[error(transparent)]
    Backend(#[from] plt_backend::Error),
}

/// File names as text: the first eight and how many more there are.
fn listed(files: &[String]) -> String {
    const SHOWN: usize = 8;
    let mut text = files.iter().take(SHOWN).map(one_line).collect::<Vec<_>>().join(", ");
    if let Some(more) = files.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        text += &format!(" and {more} more");
    }
    text
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
