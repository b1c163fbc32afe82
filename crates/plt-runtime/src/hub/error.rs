use std::path::PathBuf;

use hf_hub::api::sync::ApiError;

use super::RepoId;
use crate::error::one_line;

/// Why a repository could not be fetched. Every message is one line.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HubError {
    /// A text that is no repository id.
    #[error("{found:?}: expected owner/name or owner/name@revision")]
    Id {
        /// The text.
        found: String,
    },
    /// Neither a cache directory nor a home directory is known.
    #[error("no place for the cache: expected HF_HUB_CACHE, HF_HOME or a home directory")]
    NoCache,
    /// The address of the Hub is not one.
    #[error("HF_ENDPOINT: expected an address such as https://huggingface.co, found {found:?}")]
    Endpoint {
        /// The text.
        found: String,
    },
    /// The Hub has no such repository, revision or file (HTTP 404).
    #[error("{repo}: the Hub has no such repository or revision (404)")]
    NotFound {
        /// The repository.
        repo: RepoId,
    },
    /// The Hub refuses: the repository is private, gated or does not exist (HTTP 401, 403).
    #[error("{repo}: the Hub refuses access ({status}): no such repository, or HF_TOKEN is needed")]
    NotAllowed {
        /// The repository.
        repo: RepoId,
        /// The HTTP status.
        status: u16,
    },
    /// Any other trouble between here and the Hub.
    #[error("{repo}: {reason}")]
    Network {
        /// The repository.
        repo: RepoId,
        /// What the HTTP client says.
        reason: String,
    },
    /// The Hub's answer would lead outside the cache, or makes no sense.
    #[error("{repo}: {what}: expected {expected}, found {found:?}")]
    Answer {
        /// The repository.
        repo: RepoId,
        /// The header, key or file.
        what: String,
        /// What should stand there.
        expected: &'static str,
        /// What stands there.
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
    /// A file arrived with another length than announced; what arrived was deleted.
    #[error("{repo}: {file}: expected {expected} bytes, received {found}: try again")]
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
    /// The cache lacks a file and `HF_HUB_OFFLINE` forbids fetching it.
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
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl HubError {
    /// What the client library reports about `repo`; `cache` is where it writes.
    pub(super) fn from_api(repo: &RepoId, cache: &std::path::Path, error: ApiError) -> Self {
        let repo = repo.clone();
        match error {
            ApiError::RequestError(error) => match *error {
                ureq::Error::StatusCode(404) => Self::NotFound { repo },
                ureq::Error::StatusCode(status @ (401 | 403)) => Self::NotAllowed { repo, status },
                error => Self::Network { repo, reason: one_line(&error) },
            },
            // Reading a body and writing a file fail with the same type: both are told by place.
            ApiError::IoError(source) if source.raw_os_error().is_some() => {
                Self::Io { path: cache.to_owned(), source }
            }
            error => Self::Network { repo, reason: one_line(&error) },
        }
    }
}
