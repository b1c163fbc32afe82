//! The GPU backend of plt: [`Cube`], a [`plt_backend::Backend`] for Parallel Loop Transformers
//! (arXiv 2510.24824). One source of kernels, in cubecl's `#[cube]` language, for Vulkan, Metal and
//! DirectX through WGSL (feature `wgpu`), SPIR-V (`vulkan`), MSL (`metal`), CUDA (`cuda`) and ROCm
//! (`hip`).
//!
//! Loops add rows to a pass and nothing else: with R loops a decode pass launches the same kernels as
//! with one, and reads the same bytes of weights and of loop 0's KV cache. [`Counters`] counts both, so
//! this is tested without a GPU.
//!
//! Tensors, weights, cache and the rows of a pass are on the device. Between
//! [`batch`](plt_backend::Backend::batch) and a read of the result nothing returns to the host and
//! nothing blocks: operations are queued. An error (a kernel that does not compile, memory that is
//! missing, a lost device) travels with the buffers and is reported by the next read.
//!
//! ```no_run
//! use plt_backend::{Backend, Checked};
//! use plt_kernels::Cube;
//!
//! let gpu = Checked::new(Cube::open("wgpu")?);
//! let x = gpu.tensor(1, 3, vec![1.0, 5.0, -2.0])?;
//! assert_eq!(gpu.argmax(&x)?, [1]);
//! # Ok::<(), plt_backend::Error>(())
//! ```
//!
//! Folders, lower ones first; a folder uses only those above it in this list:
//!
//! | folder | content |
//! |---|---|
//! | `device/` | opening, buffers, launches, counters, number formats, the dry run |
//! | `weight.rs`, `cache/` | weights and KV cache on the device |
//! | `batch/` | the rows of a pass, and the plan of their attention |
//! | `linear/` | matrix multiplications, by the number of rows |
//! | `rows/` | kernels with one cube per row: loop input and output, norms, top-k |
//! | `attention/` | projections, rotary embedding and KV write, split-KV attention |
//! | `backend.rs` | the half layers |
//! | `sources.rs` | all kernels as sources, without a device (feature `sources`) |
//!
//! When not to use it: to run a model take `plt-runtime`; for kernels of ordinary transformers candle
//! and burn are more complete.

// Kernel launches are the exception, named in each module that has them.
#![deny(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

#[allow(unsafe_code, reason = "kernel launches")]
mod attention;
mod backend;
mod batch;
mod cache;
mod device;
#[allow(unsafe_code, reason = "kernel launches")]
mod linear;
#[allow(unsafe_code, reason = "kernel launches")]
mod rows;
#[cfg(feature = "sources")]
pub mod sources;
mod weight;

pub use backend::Cube;
pub use batch::CubeBatch;
pub use cache::CubeCache;
pub use device::{Counters, CubeTensor, DeviceInfo, DeviceMemory, devices};
pub use weight::CubeWeight;
