//! Looped transformers: config, checkpoints, the planner of passes and the one forward.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod checkpoint;
pub mod config;
mod error;

pub use error::{Error, Result};
