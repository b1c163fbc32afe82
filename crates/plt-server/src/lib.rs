//! An HTTP server for one [`Engine`](plt_runtime::Engine), compatible with OpenAI's API.
//!
//! * [`Server::bind`] listens on an address. It rejects an address that other machines can reach if
//!   there are no API keys. [`Server::run`] serves an engine until it is told to stop, then drains it.
//! * [`Keys`] are the API keys. Prefix caches are per key.
//! * [`Limits`] bound what a request may cost before anything is computed for it.
//!
//! ```no_run
//! use plt_runtime::Engine;
//! use plt_server::{Server, ServerOptions};
//! # async fn serve() -> Result<(), Box<dyn std::error::Error>> {
//! let server = Server::bind(([127, 0, 0, 1], 8000).into(), ServerOptions::new("my-model")).await?;
//! let engine = Engine::open("model.gguf", "cpu", Default::default())?;
//! server.run(engine, std::future::pending()).await;
//! # Ok(())
//! # }
//! ```
//!
//! # Requests
//!
//! The server ignores no field of a request. A field that it does not know, or does not support, is
//! an error with the field's name, unless the value changes nothing. A field that is null counts as
//! absent. `GET /openapi.json` describes every field with its bounds; requests are checked against
//! that same schema.
//!
//! # Features
//!
//! * `tls`: HTTPS with [`ServerOptions::tls`].
//! * `opentelemetry`: the span of an authorized request continues the trace of its headers, if the
//!   program exports spans and has set a propagator.
//!
//! Inside one program, use `plt_runtime::Engine` directly: it does the same without HTTP.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod api_error;
mod app;
mod auth;
mod connection;
mod error;
mod keys;
mod limits;
mod metrics;
mod openapi;
mod page;
mod request;
mod response;
mod routes;
mod schema;
mod server;
mod tls;

pub use error::{Error, Result};
pub use keys::Keys;
pub use limits::{Limits, Timeouts};
pub use server::{Server, ServerOptions};
pub use tls::Tls;

/// Compiles and runs the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
