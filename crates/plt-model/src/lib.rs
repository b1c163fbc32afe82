//! Looped transformers: config, checkpoints, the planner of passes and the one forward.
//!
//! * [`Checkpoint`] opens a Hugging Face directory or a GGUF file, believing nothing that it says.
//! * [`PlanKind`] arranges rows `(sequence, position, loop)` in passes; see [`plan`] for the rule
//!   that every plan keeps.
//! * [`Model::run`] sends the rows of one pass through the stack, whatever the plan: prefill,
//!   decode, R loops or one.
//! * [`Model::save`] and [`Model::restore`] take a sequence out of the cache and bring it back.
//!
//! The shape of a plan needs no model:
//!
//! ```
//! use plt_model::{LoopRule, Pass, PlanKind};
//!
//! // A new token of a Parallel Loop Transformer with four loops: one pass of four rows.
//! let passes = PlanKind::Decode.passes(LoopRule::Parallel, 4, 0, 10..11);
//! assert_eq!(passes.iter().map(Pass::len).collect::<Vec<_>>(), [4]);
//!
//! // The plain loop waits for each loop in turn: four passes of one row.
//! let passes = PlanKind::Decode.passes(LoopRule::Sequential, 4, 0, 10..11);
//! assert_eq!(passes.iter().map(Pass::len).collect::<Vec<_>>(), [1, 1, 1, 1]);
//! ```
//!
//! When not to use it: for text, take `plt-runtime`; for models that are no Llama relatives, candle
//! has many.

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
mod quantization;
mod rotary;
mod saved;
mod sequence;
mod trace;
mod weights;

pub use batch::LogitsFor;
pub use checkpoint::Checkpoint;
pub use config::{Config, LoopRule, TensorClass, TensorKind, TensorSpec};
#[doc(hidden)]
pub use error::one_line;
pub use error::{Error, Result};
pub use model::{BLOCK_SIZE, Cache, CacheOptions, Model, PassOutput, cache_layout};
pub use plan::{Pass, PlanKind, Row, Span};
pub use plt_backend::{
    Backend, CachePart, Checked, DType, KvDType, ReadSpeed, WeightData, Weights,
};
pub use plt_cache::CacheLayout;
pub use quantization::{Fallback, Mix, Quantization};
pub use sequence::Sequence;
pub use trace::{NoTrace, Probe, Tracer};
pub use weights::{WeightSource, load_weights};
