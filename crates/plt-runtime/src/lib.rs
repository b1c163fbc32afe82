//! Text in, text out: tokenizer, chat template, sampler, and the engine that serves many requests at
//! a time on one looped transformer.
//!
//! * [`ModelFiles`] opens a directory or GGUF file, [`TextModel`] loads it onto a backend.
//! * [`Engine`] runs it on a thread of its own: [`Request`]s in, streams of [`Event`]s out.
//!   [`Scheduler`] is the same without the thread, pass by pass.
//! * With the feature `guidance` an answer can be made to match a JSON schema, a regular expression or
//!   a grammar.
//! * [`source::resolve`] finds a model by path or, with the feature `hub`, by repository id.
//! * [`score`] gives the logits of a text under any plan, and what the loops did on the way.
//!
//! ```no_run
//! use plt_runtime::{Cpu, Engine, EngineOptions, Event, ModelFiles, Request, TextModel};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let files = ModelFiles::open("model.gguf".as_ref())?;
//! let model = TextModel::load(Cpu::new(None)?, files, Default::default(), &mut |_, _| {})?;
//! let engine = Engine::start(model, EngineOptions::default())?;
//! let prompt = engine.text().tokenizer()?.encode("The capital of France is", true)?;
//! let eos = engine.text().eos().to_vec();
//! for event in engine.submit(Request { max_tokens: 20, eos, ..Request::new(prompt) })? {
//!     if let Event::Token { text, .. } = event? {
//!         print!("{text}");
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Batching changes no answer
//!
//! Every pass holds the next rows of all answers and some rows of prompts; a prompt that begins like
//! an earlier one goes on from what is kept of that. On the CPU a row's result depends on its
//! sequence alone, to the bit, so that tokens are the same as if the request had run alone.
//!
//! When not to use it: for logits without text, take `plt-model`.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod chat;
mod constraint;
mod divergence;
mod engine;
mod error;
mod generation_config;
#[cfg(feature = "hub")]
pub mod hub;
mod perplexity;
mod sampler;
mod score;
pub mod source;
mod text;
mod text_model;
mod tokenizer;
mod tools;

pub use chat::{ChatTemplate, Conversation, Message};
pub use constraint::Constraint;
#[cfg(feature = "guidance")]
pub use constraint::Grammar;
pub use divergence::{Divergence, divergence};
pub use engine::{
    Cancel, Engine, EngineOptions, EngineStats, Event, Events, FinishReason, Logprobs, QueueLimits,
    Request, Scheduler, Timings,
};
pub use error::{Error, Result};
pub use perplexity::{Perplexity, PerplexityOptions, perplexity};
pub use plt_model::checkpoint::{BuiltInFile, Progress};
pub use plt_model::{
    Activations, BLOCK_SIZE, Backend, CacheLayout, CacheOptions, Checkpoint, Config, Cpu, DType,
    Error as ModelError, KvDType, Model, PlanKind, Quantization, ReadSpeed, Reference, TensorSpec,
    cache_layout,
};
pub use sampler::{Sampler, SamplingParams};
pub use score::{LoopTrace, ScoreOptions, Scores, score};
pub use text::{Piece, TextStream};
pub use text_model::{LoadOptions, ModelFiles, Text, TextModel};
pub use tokenizer::Tokenizer;
pub use tools::{ToolFormat, ToolPart, ToolReader};
