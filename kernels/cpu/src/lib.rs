//! The CPU backend: threads, SIMD instruction sets, and every weight byte read once per pass.
//!
//! [`Cpu`] implements [`plt_backend::Backend`]. Quantized weights are repacked for SIMD when they are
//! loaded, sixteen rows side by side, and multiplied with activations in integers
//! ([`Activations`]); unquantized weights are read from the file's mapping. A row's result depends
//! neither on the number of threads nor on the other rows of its pass.
//!
//! ```
//! use plt_backend::{Checked, DType, WeightData};
//! use plt_cpu::Cpu;
//!
//! let cpu = Checked::new(Cpu::new(None)?);
//! let weight = WeightData::from_f32(2, 4, &[1.0, 0.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0])?;
//! assert_eq!(weight.dtype(), DType::F32);
//! let (x, weight) = (cpu.tensor(1, 4, vec![3.0, 4.0, 5.0, 6.0])?, cpu.weight(weight)?);
//! let y = cpu.backend().linear(&x, &weight, None)?;
//! assert_eq!(cpu.read(&y)?, [3.0, 8.0]);
//! # Ok::<(), plt_backend::Error>(())
//! ```
//!
//! When not to use it: for a whole model take `plt-model` or `plt-runtime`, which open a device by
//! name.

// Vector instructions and the thread pool are the exceptions, each named where it is.
#![deny(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod attention;
mod backend;
mod cache;
mod device;
mod layer;
mod linear;
mod memory;
mod simd;
mod threads;
mod weights;

pub use attention::CpuBatch;
pub use cache::CpuCache;
pub use device::{Activations, Cpu, Matrix, Memory};
pub use simd::InstructionSet;
pub use weights::CpuWeight;

/// Compiles and runs the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
