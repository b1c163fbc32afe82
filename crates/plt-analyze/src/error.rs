//! The errors of an analysis.

/// An error of an analysis or a report. Every message is one line.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A prompt without tokens.
    #[error("expected at least one token")]
    NoTokens,
    /// More tokens than the model's context holds.
    #[error("{tokens} tokens are more than the model's context of {limit}")]
    TooManyTokens {
        /// Tokens of the prompt.
        tokens: usize,
        /// The model's context.
        limit: usize,
    },
    /// A token that the model does not have.
    #[error("token {id} is not in the vocabulary of {vocab_size}")]
    UnknownToken {
        /// The token.
        id: u32,
        /// Tokens of the vocabulary.
        vocab_size: usize,
    },
    /// The model computed a value that is not finite: its weights are broken.
    #[error("{what} of loop {loop_index} at position {position} are not finite")]
    NotFinite {
        /// The kind of values.
        what: &'static str,
        /// The loop, from 0.
        loop_index: usize,
        /// The position, from 0.
        position: usize,
    },
    /// The model cannot run.
    #[error(transparent)]
    Model(#[from] plt_model::Error),
    /// A plot cannot be drawn.
    #[error("the plot of {plot}: {reason}")]
    Plot {
        /// The metric of the plot.
        plot: &'static str,
        /// The message of the plotting library.
        reason: String,
    },
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;
