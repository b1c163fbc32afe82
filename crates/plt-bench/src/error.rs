/// What can go wrong when a model is measured.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The model could not be run.
    #[error(transparent)]
    Model(#[from] plt_model::Error),
    /// The backend failed.
    #[error(transparent)]
    Backend(#[from] plt_backend::Error),
    /// A key or a value that settings do not have.
    #[error("{key}={value}: expected {expected}")]
    Setting {
        /// What was to be set.
        key: String,
        /// To what.
        value: String,
        /// What would have been right.
        expected: &'static str,
    },
    /// Nothing to measure.
    #[error("{0} must be at least 1")]
    Zero(&'static str),
}

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;
