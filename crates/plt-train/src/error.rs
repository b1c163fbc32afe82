//! The errors of a training run.

use std::path::PathBuf;

pub(crate) use plt_model::one_line;

/// An error of a training run. Every message is one line.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file cannot be read or written.
    #[error("{}: {cause}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The error of the file system; part of the message, hence no `source`.
        cause: std::io::Error,
    },
    /// A recipe is not valid TOML or has an unknown key.
    #[error("{}: {reason}", file.display())]
    Toml {
        /// The file.
        file: PathBuf,
        /// The message of the parser.
        reason: String,
    },
    /// A key of a recipe has an invalid value.
    #[error("{}: `{key}`: expected {expected}, found {found}", file.display())]
    Value {
        /// The file.
        file: PathBuf,
        /// The key.
        key: &'static str,
        /// The valid values.
        expected: String,
        /// The value in the recipe.
        found: String,
    },
    /// A data file is shorter than one sequence.
    #[error("{}: {tokens} tokens, expected more than `train.length` {length}", file.display())]
    DataTooShort {
        /// The file.
        file: PathBuf,
        /// Tokens in the file.
        tokens: usize,
        /// `train.length` of the recipe.
        length: usize,
    },
    /// The tokenizer cannot be trained, saved or used.
    #[error("tokenizer: {reason}")]
    Tokenizer {
        /// The message of the library.
        reason: String,
    },
    /// A state file cannot be read.
    #[error("{}: {reason}", file.display())]
    State {
        /// The file.
        file: PathBuf,
        /// The reason.
        reason: String,
    },
    /// A run was started with another recipe.
    #[error(
        "{}: started with another recipe (`{key}` differs): use the same recipe or an empty directory",
        dir.display()
    )]
    RecipeMismatch {
        /// The directory of the run.
        dir: PathBuf,
        /// The table that differs.
        key: &'static str,
    },
    /// The directory of a run holds a model that no run has written.
    #[error("{}: this file is not from a training run: use an empty directory", file.display())]
    NotARun {
        /// A file of the model.
        file: PathBuf,
    },
    /// `model.eos_token_id` of a recipe is not a token of its tokenizer.
    #[error("`model.eos_token_id`: expected a token id below {vocab_size}, found {found}")]
    UnknownEos {
        /// Size of the tokenizer's vocabulary.
        vocab_size: usize,
        /// The id in the recipe.
        found: u32,
    },
    /// Neither the tokenizer nor the recipe has an end-of-text token.
    #[error(
        "{}: no token {}: set `model.eos_token_id` in the recipe",
        file.display(), crate::data::END_OF_TEXT
    )]
    NoEos {
        /// The tokenizer's file.
        file: PathBuf,
    },
    /// The loss is NaN or infinite.
    #[error("step {step}: the loss is {loss}: lower `schedule.learning_rate`")]
    NotFinite {
        /// The step.
        step: u64,
        /// The loss.
        loss: f64,
    },
    /// A plot cannot be drawn.
    #[error("{}: {reason}", file.display())]
    Plot {
        /// The file.
        file: PathBuf,
        /// The message of the library.
        reason: String,
    },
    /// A step cannot be written as JSON.
    #[error("{}: {cause}", file.display())]
    Log {
        /// The log.
        file: PathBuf,
        /// The error of the JSON library; part of the message, hence no `source`.
        cause: serde_json::Error,
    },
    /// An error of the model.
    #[error(transparent)]
    Model(#[from] plt_model::Error),
    /// An error of the tensor library.
    #[error(transparent)]
    Tensor(#[from] candle_core::Error),
}

impl Error {
    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |cause| Self::Io { path, cause }
    }
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;
