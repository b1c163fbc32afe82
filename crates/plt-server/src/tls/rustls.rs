//! TLS 1.2 and 1.3 by rustls.

use std::path::Path;
use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject as _};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{self, ServerConfig};
use tokio_rustls::server::TlsStream;

use crate::error::{Error, Result};

/// A certificate and its key.
#[derive(Clone)]
pub struct Tls(TlsAcceptor);

impl Tls {
    /// Reads PEM files: a certificate chain, the server's certificate first, and its private key.
    ///
    /// # Errors
    /// [`Error::Certificate`] with the file's name.
    pub fn read(certificate: &Path, key: &Path) -> Result<Self> {
        let rejected = |file: &Path, reason: &dyn std::fmt::Display| Error::Certificate {
            file: file.to_owned(),
            reason: reason.to_string(),
        };
        let chain: Vec<_> = CertificateDer::pem_file_iter(certificate)
            .and_then(Iterator::collect)
            .map_err(|error| rejected(certificate, &error))?;
        if chain.is_empty() {
            return Err(rejected(certificate, &"no certificate found: expected PEM"));
        }
        let private = PrivateKeyDer::from_pem_file(key).map_err(|error| match error {
            pem::Error::NoItemsFound => {
                rejected(key, &"no private key found: expected PEM without encryption")
            }
            error => rejected(key, &error),
        })?;
        // The provider is explicit: the default one of the process is global state.
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|config| config.with_no_client_auth().with_single_cert(chain, private))
            .map_err(|error| match error {
                rustls::Error::InvalidCertificate(_) => rejected(certificate, &error),
                _ => rejected(key, &error),
            })?;
        Ok(Self(TlsAcceptor::from(Arc::new(config))))
    }

    pub(crate) async fn accept<S>(&self, stream: S) -> std::io::Result<TlsStream<S>>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        self.0.accept(stream).await
    }
}

impl std::fmt::Debug for Tls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tls").finish_non_exhaustive()
    }
}
