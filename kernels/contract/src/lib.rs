//! The operations that one pass of a Parallel Loop Transformer (arXiv 2510.24824) is made of.
//!
//! A looped transformer sends a hidden vector R times through one stack of layers. A *row* is one
//! such vector, `(sequence, position, loop)`; a *pass* is a set of rows that go through the stack
//! together, so that the weights are read once for all of them. This crate holds the mathematics
//! of a pass and nothing else: it knows no checkpoints, no requests and no schedule.
//!
//! * [`Backend`] names the operations, a dozen, with plain data as arguments.
//! * [`Reference`] computes each one as its equation is written, on candle tensors: slow,
//!   differentiable, the definition.
//! * [`Cpu`] computes the same with threads, over dense and quantised weights.
//! * `cube::Cube` (features `wgpu`, `vulkan`, `metal`, `cuda`, `hip`) computes it on GPUs, from one
//!   source of kernels.
//! * `conformance` (a feature) is the suite that both run through, and that a backend of yours
//!   can run through as well.
//!
//! Each operation lives in a folder of its own under [`ops`]: contract, reference, kernels.
//!
//! ```
//! use plt_kernels::{Backend, Cpu};
//!
//! let cpu = Cpu::new(None)?;
//! let x = cpu.tensor(1, 4, vec![1.0, -1.0, 1.0, -1.0])?;
//! let w = cpu.tensor(1, 4, vec![2.0; 4])?;
//! let y = cpu.rms_norm(&x, &w, 0.0)?;
//! assert_eq!(cpu.read(&y)?, [2.0, -2.0, 2.0, -2.0]);
//! # Ok::<(), plt_kernels::Error>(())
//! ```
//!
//! When not to use it: for a whole model take `plt-model`; for kernels of ordinary transformers
//! candle and its relatives are more complete.

// Vector instructions, the thread pool and kernel launches are the exceptions, each named where it is.
#![deny(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod backend;
mod batch;
mod blocks;
#[cfg(feature = "conformance")]
pub mod conformance;
mod cpu;
#[cfg(feature = "cube")]
pub mod cube;
mod error;
mod kv;
pub mod ops;
mod q8_0;
mod reference;
mod weight;

pub use backend::{Backend, ReadSpeed};
pub use batch::{Batch, BatchRow, CheckedBatch, RowInput, Span, Store, Window};
pub use cpu::{Activations, Cpu, CpuBatch, CpuCache, CpuWeight, Instructions, Matrix, Memory};
pub use error::{Error, Result};
pub use kv::{KvDType, KvShape};
pub use reference::{Reference, ReferenceCache};
pub use weight::{DType, WeightData};
