//! Why a server does not start.

use std::net::SocketAddr;
use std::path::PathBuf;

/// Why a server does not start. Every message is one line.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// An address that others can reach, and nobody who would have to say who they are.
    #[error(
        "{address} can be reached from other machines: expected API keys, or a loopback address, or \
         the wish to be open to everybody"
    )]
    Open {
        /// The address.
        address: SocketAddr,
    },
    /// An address that cannot be listened on.
    #[error("{address}: {source}")]
    Bind {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file of keys that cannot be read.
    #[error("{}: {source}", file.display())]
    KeyFile {
        /// The file.
        file: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A certificate, or its private key, that cannot be used.
    #[cfg(feature = "tls")]
    #[error("{}: {reason}", file.display())]
    Certificate {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A key that no client could send. The key itself is not repeated.
    #[error("API key {number}: expected printable ASCII without spaces")]
    Key {
        /// Which one, from 1.
        number: usize,
    },
    /// A place for keys that holds none: nobody could ask for anything.
    #[error("{place} holds no API key")]
    NoKey {
        /// The file or variable.
        place: String,
    },
    /// A limit that makes no sense.
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
