//! Benchmarks of a looped transformer on this machine's CPU or GPU: milliseconds per token, prompt
//! tokens per second, and memory bandwidth utilization.
//!
//! Absolute times say little, because memory bandwidth drifts: a [`Runner`] measures several
//! [`Setting`]s in turn, A B A B, and reports ratios pair by pair, with the memory bandwidth measured
//! in between by the same threads, or on the same GPU.
//!
//! ```
//! use plt_bench::{Runner, Setting, Shape};
//! use plt_cpu::Cpu;
//! use plt_model::{DType, Model, Quantization};
//!
//! # fn main() -> plt_bench::Result<()> {
//! let config = Shape::Tiny.config(2)?;
//! let cpu = Cpu::new(Some(1))?;
//! let weights = plt_bench::random_weights(Quantization::new(DType::Q8_0));
//! let model = Model::new(cpu, config, weights)?;
//! let one = Setting { loops: 1, context: 4, generate: 2, ..Setting::default() };
//! let two = Setting { loops: 2, ..one.clone() };
//! let results = Runner::new(&model, &[one, two])?.run(3, &mut |_, _| {})?;
//! assert_eq!(results[1].rows, 2);
//! assert_eq!(results[1].passes, 1);
//! println!("two loops cost {:.2} times one", results[1].decode_ratio.unwrap().median);
//! # Ok(())
//! # }
//! ```
//!
//! When not to use it: for single kernels, use `benches/` of the workspace.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod error;
mod memory;
mod report;
mod runner;
mod setting;
mod shape;
mod weights;
mod workload;

pub use error::{Error, Result};
pub use memory::peak_rss_bytes;
pub use report::{Report, Spread};
pub use runner::Runner;
pub use setting::{Prefill, Schedule, Setting};
pub use shape::Shape;
pub use weights::{random_weights, write_random};
