//! Errors that keep a server from starting.

use std::net::SocketAddr;
use std::path::PathBuf;

/// An error that keeps a server from starting. Every message is one line and includes its cause.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Other machines can reach the address, and there are no API keys.
    #[error(
        "{address} is reachable from other machines: set --api-key-file or PLT_API_KEYS, or pass \
         --open to allow access without keys"
    )]
    Open {
        /// The address.
        address: SocketAddr,
    },
    /// The server cannot listen on the address.
    #[error("cannot listen on {address}: {reason} (try --port)", reason = bind_reason(.error))]
    Bind {
        /// The address.
        address: SocketAddr,
        /// The error of the operating system.
        error: std::io::Error,
    },
    /// A file of API keys cannot be read.
    #[error("cannot read API keys from {}: {error}", file.display())]
    KeyFile {
        /// The file.
        file: PathBuf,
        /// The error of the operating system.
        error: std::io::Error,
    },
    /// A certificate or its private key cannot be used.
    #[cfg(feature = "tls")]
    #[error("{}: {reason}", file.display())]
    Certificate {
        /// The file.
        file: PathBuf,
        /// The error of the file.
        reason: String,
    },
    /// An API key that no client could send. The message does not repeat the key.
    #[error("{place}: API key {number}: expected printable ASCII without spaces")]
    Key {
        /// The file or environment variable.
        place: String,
        /// The number of the key, from 1.
        number: usize,
    },
    /// A file or variable for API keys is empty. No client would have access.
    #[error("{place} holds no API key: expected one per line")]
    NoKey {
        /// The file or environment variable.
        place: String,
    },
    /// A limit is too small.
    #[error("{field}: expected at least {least}, found {found}")]
    Limit {
        /// The limit.
        field: &'static str,
        /// Its smallest value.
        least: usize,
        /// Its value.
        found: usize,
    },
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The operating system's words, without its capital letter and error number.
fn bind_reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::AddrInUse => "address in use".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}
