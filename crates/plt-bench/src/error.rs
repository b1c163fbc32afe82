/// The errors of a measurement.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The model could not be run.
    #[error(transparent)]
    Model(#[from] plt_model::Error),
    /// The backend failed.
    #[error(transparent)]
    Backend(#[from] plt_backend::Error),
    /// An unknown key or an invalid value of a setting.
    #[error("{key}={value}: expected {expected}")]
    Setting {
        /// The key.
        key: String,
        /// The value.
        value: String,
        /// The valid values.
        expected: &'static str,
    },
    /// Nothing to measure.
    #[error("{0} must be at least 1")]
    Zero(&'static str),
}

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;
