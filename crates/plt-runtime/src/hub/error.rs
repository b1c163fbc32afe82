//! The errors of fetching a model.

use std::path::PathBuf;

use hf_hub::api::sync::ApiError;

use super::RepoId;
use crate::error::one_line;

/// Why a repository could not be fetched. Every message is one line and contains its cause.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HubError {
    /// A string that is not a repository id.
    #[error("{found:?}: expected owner/name or owner/name@revision")]
    Id {
        /// The string.
        found: String,
    },
    /// Neither a cache directory nor a home directory is known.
    #[error("no cache directory: set HF_HUB_CACHE, HF_HOME or HOME")]
    NoCache,
    /// The address of the Hub is not a URL.
    #[error("HF_ENDPOINT: expected an address such as https://huggingface.co, found {found:?}")]
    Endpoint {
        /// The string.
        found: String,
    },
    /// The Hub has no such repository, revision or file (HTTP 404).
    #[error("{repo}: the Hub has no such repository or revision (404)")]
    NotFound {
        /// The repository.
        repo: RepoId,
    },
    /// The Hub denies access: the repository is private, gated or does not exist (HTTP 401, 403).
    #[error("{repo}: the Hub denies access ({status}): check the name, or set HF_TOKEN")]
    NotAllowed {
        /// The repository.
        repo: RepoId,
        /// The HTTP status.
        status: u16,
    },
    /// Any other error of the connection to the Hub.
    #[error("{repo}: {reason}")]
    Network {
        /// The repository.
        repo: RepoId,
        /// The HTTP client's message.
        reason: String,
    },
    /// The Hub's response is malformed, or names a path outside the cache.
    #[error("{repo}: {what}: expected {expected}, found {found:?}")]
    Answer {
        /// The repository.
        repo: RepoId,
        /// The header, key or file.
        what: String,
        /// The expected value.
        expected: &'static str,
        /// The value found.
        found: String,
    },
    /// The repository lacks a file that every model has.
    #[error("{repo}: no {file} in the repository: expected a model in safetensors")]
    Missing {
        /// The repository.
        repo: RepoId,
        /// The file.
        file: String,
    },
    /// A file has not the announced length; it was deleted.
    #[error("{repo}: {file}: expected {expected} bytes, received {found}; retry")]
    Length {
        /// The repository.
        repo: RepoId,
        /// The file.
        file: String,
        /// Bytes announced.
        expected: u64,
        /// Bytes received.
        found: u64,
    },
    /// The cache lacks a file, and `HF_HUB_OFFLINE` forbids fetching it.
    #[error("{repo}: {file} is not in the cache {} and HF_HUB_OFFLINE is set", cache.display())]
    Offline {
        /// The repository.
        repo: RepoId,
        /// The file.
        file: String,
        /// The cache.
        cache: PathBuf,
    },
    /// A file of the cache cannot be read or written.
    #[error("{}: {cause}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The system's error.
        cause: std::io::Error,
    },
}

impl HubError {
    /// Converts an error of the client library about `repo`; `cache` is the directory it writes to.
    pub(super) fn from_api(repo: &RepoId, cache: &std::path::Path, error: ApiError) -> Self {
        let repo = repo.clone();
        match error {
            ApiError::RequestError(error) => match *error {
                ureq::Error::StatusCode(404) => Self::NotFound { repo },
                ureq::Error::StatusCode(status @ (401 | 403)) => Self::NotAllowed { repo, status },
                error => Self::Network { repo, reason: one_line(&error) },
            },
            // Reading a body and writing a file fail with the same type. Only files have an OS
            // error.
            ApiError::IoError(cause) if cause.raw_os_error().is_some() => {
                Self::Io { path: cache.to_owned(), cause }
            }
            error => Self::Network { repo, reason: one_line(&error) },
        }
    }
}
