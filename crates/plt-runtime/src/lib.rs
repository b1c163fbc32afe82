//! Text in, text out: the tokenizer, the chat template, the sampler and streaming generation
//! around a looped transformer.
//!
//! * [`ModelFiles`] opens a directory or GGUF file, [`Engine`] loads it onto a backend.
//! * [`Session`] is one conversation or completion; [`Session::generate`] streams [`Event`]s, one
//!   pass of R rows a token for a Parallel Loop Transformer.
//! * [`source::resolve`] finds a model by path or, with the feature `hub`, by repository id.
//! * [`score`] gives the logits of a text under any plan, and what the loops did on the way.
//!
//! ```no_run
//! use plt_runtime::{Cancel, Cpu, Engine, Event, KvDType, ModelFiles, PlanKind, Request};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let files = ModelFiles::open("model.gguf".as_ref())?;
//! let engine = Engine::load(Cpu::new(None)?, files, Default::default(), &mut |_, _| {})?;
//! let prompt = engine.tokenizer()?.encode("The capital of France is", true)?;
//! let plan = PlanKind::Wavefront { chunk: 64.try_into()? };
//! let mut session = engine.session(prompt.len() + 20, KvDType::F32, plan)?;
//! let request = Request {
//!     prompt,
//!     max_tokens: 20,
//!     sampling: Default::default(),
//!     stop: Vec::new(),
//!     eos: engine.eos().to_vec(),
//!     plan,
//! };
//! for event in session.generate(request, Cancel::default())? {
//!     if let Event::Token { text, .. } = event? {
//!         print!("{text}");
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! When not to use it: for many requests at a time; a session is one sequence.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod chat;
mod divergence;
mod engine;
mod error;
mod generation_config;
#[cfg(feature = "hub")]
pub mod hub;
mod perplexity;
mod sampler;
mod score;
mod session;
pub mod source;
mod text;
mod tokenizer;

pub use chat::{ChatTemplate, Message};
pub use divergence::{Divergence, divergence};
pub use engine::{Engine, LoadOptions, ModelFiles};
pub use error::{Error, Result};
pub use perplexity::{Perplexity, PerplexityOptions, perplexity};
pub use plt_model::checkpoint::{BuiltInFile, Progress};
pub use plt_model::{
    Backend, CacheLayout, CacheOptions, Checkpoint, Config, Cpu, DType, Error as ModelError,
    KvDType, Model, PlanKind, Quantization, Reference, TensorSpec, cache_layout,
};
pub use sampler::{Sampler, SamplingParams};
pub use score::{LoopTrace, ScoreOptions, Scores, score};
pub use session::{Cancel, Event, FinishReason, Generation, Request, Session, Timings};
pub use text::{Piece, TextStream};
pub use tokenizer::Tokenizer;
