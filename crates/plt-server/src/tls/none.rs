//! The stand-in without the feature `tls`.

use std::io::Result;

use tokio::io::{AsyncRead, AsyncWrite};

/// A certificate and its key. It exists with the feature `tls` only.
#[derive(Debug, Clone)]
pub enum Tls {}

impl Tls {
    pub(crate) async fn accept<S>(&self, stream: S) -> Result<S>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        drop(stream);
        match *self {}
    }
}
