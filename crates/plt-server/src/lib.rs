//! An OpenAI-compatible HTTP service on one [`Engine`](plt_runtime::Engine), safe by default.
//!
//! * [`Server::bind`] takes an address, and refuses one that others can reach while there are no
//!   keys; [`Server::run`] serves an engine there until it is told to stop, and drains it then.
//! * [`Keys`] are who may ask. Nothing computed for one key is found by another.
//! * [`Limits`] are what a request may cost before anything is computed for it.
//!
//! ```no_run
//! use plt_runtime::{Cpu, Engine, EngineOptions, ModelFiles, TextModel};
//! use plt_server::{Server, ServerOptions};
//! # async fn serve() -> Result<(), Box<dyn std::error::Error>> {
//! let server = Server::bind(([127, 0, 0, 1], 8000).into(), ServerOptions::new("my-model")).await?;
//! let files = ModelFiles::open("model.gguf".as_ref())?;
//! let model = TextModel::load(Cpu::new(None)?, files, Default::default(), &mut |_, _| {})?;
//! let engine = Engine::start(model, EngineOptions::default())?;
//! server.run(engine, std::future::pending()).await;
//! # Ok(())
//! # }
//! ```
//!
//! With the feature `tls`, [`ServerOptions::tls`] takes a certificate and its key; with `opentelemetry`,
//! the span of a request that may be made continues the trace that its headers name, where the
//! program sends spans and has set a propagator.
//!
//! # Nothing is ignored
//!
//! A field that this server does not know, or knows and cannot honour, is refused by name, unless
//! its value asks for nothing. A field whose value is null is as good as absent.
//!
//! When not to use it: inside one program, where `plt_runtime::Engine` does the same without HTTP.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod answer;
mod app;
mod ask;
mod connection;
mod error;
mod fields;
mod guard;
mod keys;
mod limits;
mod metrics;
mod openapi;
mod page;
mod refusal;
mod routes;
mod server;
mod tls;

pub use error::{Error, Result};
pub use keys::Keys;
pub use limits::{Limits, Timeouts};
pub use server::{Server, ServerOptions};
pub use tls::Tls;
