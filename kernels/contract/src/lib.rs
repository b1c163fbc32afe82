//! The contract between a looped transformer and the device that runs it.
//!
//! A looped transformer (Parallel Loop Transformer, arXiv 2510.24824) sends a hidden vector R times
//! through one stack of layers. A *row* is one such vector, `(sequence, position, loop)`; a *pass*
//! is a set of rows that go through the stack together, so that the weights are read once for all
//! of them. This crate says what a device computes of a pass. It knows no checkpoints, no requests
//! and no schedule, and it computes nothing.
//!
//! * [`Backend`] has the raw operations: half layers, with plain data as arguments. The equation of
//!   each is in its docs.
//! * [`Checked`] has the same methods and checks every argument first. Callers use this one: a raw
//!   operation takes a [`Proof`] of the checks, which only `Checked` makes.
//! * [`Stack`] holds weights and constants of a model, whose shapes were checked once.
//! * [`Batch`] is one pass in indices and slots; [`KvShape`] and [`KvDType`] are the KV cache.
//! * [`Double`] makes a test double of one method.
//! * `conformance` (a feature) is the suite that every backend runs through, and that a backend of
//!   yours can run through as well.
//!
//! Backends are packages of their own: `plt-reference` (the definition, on candle tensors),
//! `plt-cpu`, and `plt-kernels` (GPUs).
//!
//! ```
//! use plt_backend::Checked;
//! use plt_reference::Reference;
//!
//! let backend = Checked::new(Reference::new());
//! let x = backend.tensor(1, 3, vec![1.0, 5.0, -2.0])?;
//! assert_eq!(backend.argmax(&x)?, [1]);
//! // An argument that does not fit is an error, on every backend the same.
//! let error = backend.tensor(2, 3, vec![0.0; 5]).unwrap_err();
//! assert_eq!(error.to_string(), "tensor: values should be 6, found 5");
//! # Ok::<(), plt_backend::Error>(())
//! ```
//!
//! When not to use it: to run a model take `plt-model` or `plt-runtime`.

// Mapped files are the exception, named where it is.
#![deny(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod backend;
mod batch;
pub mod blocks;
mod cache;
pub mod check;
mod checked;
#[cfg(feature = "conformance")]
pub mod conformance;
mod double;
mod error;
mod model;
pub mod q8_0;
pub mod tiles;
pub mod top_k;
mod weight;

pub use backend::{AttentionInput, Backend, CachePart, Proof, ReadSpeed};
pub use batch::{Batch, BatchRow, BatchSpan, RowInput, Store, Window};
pub use cache::{KvDType, KvShape};
pub use checked::{Checked, DeviceBatch};
pub use double::Double;
pub use error::{Error, Result};
pub use model::{Constants, Gate, Layer, Linear, Qkv, Stack, Weights};
pub use weight::{DType, WeightData};

/// Compiles and runs the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
