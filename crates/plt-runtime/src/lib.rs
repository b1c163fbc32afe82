//! Text in, text out: opens a looped transformer on a device and streams answers to many requests
//! at the same time.
//!
//! ```no_run
//! use plt_runtime::Engine;
//!
//! fn main() -> plt_runtime::Result<()> {
//!     let engine = Engine::open("model.gguf", "cpu", Default::default())?;
//!     for event in engine.complete("The capital of France is")? {
//!         print!("{}", event?.text());
//!     }
//!     Ok(())
//! }
//! ```
//!
//! * [`Engine`] runs a model on a thread of its own. [`Engine::complete`] and [`Engine::chat`] take
//!   text; [`Engine::submit`] takes a [`Request`] with every setting. [`Events`] is an iterator,
//!   and [`Events::into_stream`] makes a `futures` stream of it.
//! * [`Device`] opens a backend by name. [`ModelFiles`] opens a directory or GGUF file,
//!   [`TextModel`] loads it, [`TextBundle`] is its tokenizer, chat template, end tokens and
//!   recommended sampling.
//! * [`Scheduler`] is the engine without the thread, pass by pass.
//! * [`defaults`] has the default values of every kind of request.
//! * [`score`](fn@score), [`perplexity`](fn@perplexity) and [`divergence`](fn@divergence) compute
//!   logits of given tokens; [`verify`] compares a model with published values.
//!
//! # Batching changes no answer
//!
//! Every pass holds the next rows of all answers and some rows of prompts; a prompt that begins
//! like an earlier one is resumed from the prefix cache. On the CPU a row's result depends on its
//! own sequence alone, to the bit: the tokens are those of the request alone.
//!
//! # Debug builds
//!
//! A debug build is slow: the loops over weights need the optimizer. A program that
//! depends on this crate sets in its own `Cargo.toml` (a dependency cannot do it):
//!
//! ```toml
//! [profile.dev.package."*"]
//! opt-level = 3
//! ```
//!
//! # Features
//!
//! * `wgpu`, `vulkan`, `metal`, `cuda`, `hip`: GPUs. `wgpu` runs on any; the others need the GPU's
//!   toolkit.
//! * `hub`: models by name, `owner/name[@revision]`.
//! * `guidance`: structured output, by a JSON schema, a regular expression or a grammar.
//!
//! When not to use it: for logits without text, use `plt-model`.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod builder;
mod chat;
mod constraint;
pub mod defaults;
mod device;
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
mod text_bundle;
mod text_model;
mod text_stream;
mod tokenizer;
mod tools;
pub mod verify;

pub use chat::{ChatTemplate, Conversation, Message, TemplateFiles};
pub use constraint::Constraint;
#[cfg(feature = "guidance")]
pub use constraint::Grammar;
pub use device::{Device, DeviceOptions, OpenDevice};
#[cfg(feature = "gpu")]
pub use device::{Gpu, GpuInfo, gpus};
pub use divergence::{Divergence, divergence};
pub use engine::{
    Cancel, Engine, EngineOptions, EngineStats, Event, EventStream, Events, FinishReason, Logprobs,
    OpenOptions, QueueLimits, Request, Scheduler, Timings,
};
pub use error::{Error, Result};
pub use perplexity::{Perplexity, PerplexityOptions, perplexity};
pub use plt_cpu::{Activations, Cpu};
pub use plt_model::checkpoint::{BuiltInFile, Progress};
pub use plt_model::{
    BLOCK_SIZE, Backend, CacheLayout, CacheOptions, Checkpoint, Config, DType, Error as ModelError,
    KvDType, Mix, Model, PlanKind, Quantization, ReadSpeed, TensorSpec, cache_layout,
};
pub use plt_reference::Reference;
pub use sampler::{Sampler, SamplingParams};
pub use score::{LoopTrace, ScoreOptions, Scores, score};
pub use text_bundle::{EndToken, TextBundle};
pub use text_model::{LoadOptions, ModelFiles, TextModel};
pub use text_stream::{Piece, TextStream};
pub use tokenizer::Tokenizer;
pub use tools::{ToolFormat, ToolPart, ToolReader};

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
