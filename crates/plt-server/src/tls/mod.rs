//! TLS, with the feature `tls`.

#[cfg(not(feature = "tls"))]
mod none;
#[cfg(feature = "tls")]
mod rustls;

#[cfg(not(feature = "tls"))]
pub use none::Tls;
#[cfg(feature = "tls")]
pub use rustls::Tls;
