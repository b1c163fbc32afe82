//! Everything that can be wrong with a training run, one variant each.

use std::path::PathBuf;

/// Why a model cannot be trained. Every message is one line.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file cannot be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A recipe is not the TOML that it should be, or has a key that it should not have.
    #[error("{}: {reason}", file.display())]
    Toml {
        /// The file.
        file: PathBuf,
        /// What the parser says.
        reason: String,
    },
    /// A key of a recipe has a value that cannot be used.
    #[error("{}: `{key}`: expected {expected}, found {found}", file.display())]
    Value {
        /// The file.
        file: PathBuf,
        /// The key.
        key: &'static str,
        /// What should stand there.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// There is less text than one sequence.
    #[error("{}: {tokens} tokens, expected more than one sequence of {length}", file.display())]
    TooLittleText {
        /// The file.
        file: PathBuf,
        /// What it holds.
        tokens: usize,
        /// `length`.
        length: usize,
    },
    /// The tokenizer cannot be trained, written or used.
    #[error("tokenizer: {reason}")]
    Tokenizer {
        /// What the library says.
        reason: String,
    },
    /// A state file cannot be read.
    #[error("{}: {reason}", file.display())]
    State {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A run goes on with the recipe that it began with, or not at all.
    #[error(
        "{}: this run began with another recipe: expected the same `{key}`, or an empty directory",
        dir.display()
    )]
    OtherRecipe {
        /// The directory of the run.
        dir: PathBuf,
        /// The table that differs.
        key: &'static str,
    },
    /// A directory that holds a model which no run has left there.
    #[error("{}: a model that is not of a run: expected an empty directory, or that of a run", file.display())]
    Occupied {
        /// A file of the model.
        file: PathBuf,
    },
    /// The token that a recipe has end a text is none of the tokenizer's.
    #[error("`model.eos_token_id`: expected a token id below {vocab_size}, found {found}")]
    UnknownEnd {
        /// Tokens of the tokenizer.
        vocab_size: usize,
        /// What the recipe says.
        found: u32,
    },
    /// Nothing is known to end a text.
    #[error(
        "{}: no token {}: expected one, or its number as `model.eos_token_id` in the recipe",
        file.display(), crate::data::END_OF_TEXT
    )]
    NoEnd {
        /// The tokenizer's file.
        file: PathBuf,
    },
    /// The loss is no number any more.
    #[error("step {step}: the loss is {loss}: expected a finite number; lower `learning_rate`")]
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
        /// What the library says.
        reason: String,
    },
    /// A step cannot be written as JSON.
    #[error("{}: {source}", file.display())]
    Log {
        /// The log.
        file: PathBuf,
        /// Why.
        source: serde_json::Error,
    },
    /// What the model reports.
    #[error(transparent)]
    Model(#[from] plt_model::Error),
    /// What the tensor library reports.
    #[error(transparent)]
    Tensor(#[from] candle_core::Error),
}

impl Error {
    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { path, source }
    }
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The first line of a message from another library.
pub(crate) fn one_line(message: &impl ToString) -> String {
    let message = message.to_string();
    let line = message.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    line.join(" ").chars().filter(|c| !c.is_control()).take(300).collect()
}
