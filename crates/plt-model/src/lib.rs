//! Looped transformers: config, checkpoints, the planner of passes and the one forward.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod batch;
pub mod checkpoint;
pub mod config;
mod error;
mod forward;
mod model;
pub mod plan;
mod sequence;
mod trace;
mod weights;

pub use batch::LogitsFor;
pub use checkpoint::Checkpoint;
pub use config::{Config, LoopRule, TensorSpec};
pub use error::{Error, Result};
pub use model::{BLOCK_SIZE, Cache, CacheOptions, Model, PassOutput, cache_layout};
pub use plan::{Pass, PlanKind, Row, Span};
pub use plt_cache::CacheLayout;
pub use plt_kernels::{Backend, Cpu, DType, KvDType, Reference, WeightData};
pub use sequence::Sequence;
pub use trace::{NoTrace, Probe, Tracer};
pub use weights::{Layer, LoopGate, Weights};
