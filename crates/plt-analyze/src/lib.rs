//! Per-loop metrics of a looped transformer.
//!
//! [`analyze`] runs a prompt once through a model, loop after loop, and measures for every loop how
//! far it moves the hidden states, where its attention looks, how its gates mix, and its prediction of
//! the next token: the per-loop diagnostics of LoopCoder-v2 (arXiv 2606.18023). [`Analysis`] is plain
//! data; [`Analysis::to_html`] makes one page of it that opens anywhere. Loops are counted from 0;
//! the papers count from 1.
//!
//! ```
//! use plt_analyze::{Options, analyze};
//! use plt_model::{Config, KvDType, Model, WeightData};
//! use plt_reference::Reference;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let config = r#"{
//!     "model_type": "plt", "plt_num_loops": 2, "plt_window_size": [4, 0],
//!     "vocab_size": 20, "hidden_size": 8, "intermediate_size": 12, "num_hidden_layers": 1,
//!     "num_attention_heads": 2, "max_position_embeddings": 64, "rms_norm_eps": 1e-5,
//!     "rope_theta": 10000.0
//! }"#;
//! // Some weights; a real model comes from `Model::load`.
//! let model = Model::new(Reference::new(), Config::from_json(config, "config.json")?, |spec| {
//!     let value = |i: usize| (i as f32 + spec.rows as f32).sin();
//!     let values: Vec<f32> = (0..spec.rows * spec.cols).map(value).collect();
//!     Ok(WeightData::from_f32(spec.rows, spec.cols, &values)?)
//! })?;
//!
//! let options = Options::default().kv_cache_dtype(KvDType::F32);
//! let analysis = analyze(&model, &[3, 1, 4, 1, 5, 9], options, &mut |_, _| {})?;
//! assert_eq!(analysis.loops.len(), 2);
//! assert!(analysis.loops[0].state.step_size.is_none(), "loop 0 has no loop before it");
//! let step = analysis.loops[1].state.step_size.ok_or("loop 1 has a step")?;
//! assert!(step.mean > 0.0);
//! let page = analysis.to_html("a tiny model", "3 1 4 1 5 9")?;
//! assert!(page.starts_with("<!DOCTYPE html>"));
//! # Ok(())
//! # }
//! ```
//!
//! When not to use it: to judge the quality of a model. These numbers show the effect of its loops,
//! not whether it is an improvement; for that, measure on tasks.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod analysis;
mod analyze;
mod attention;
mod distribution;
mod error;
pub mod metrics;
mod observer;
mod output;
mod report;
mod state;
mod summary;

pub use analysis::{
    Analysis, Gates, LayerMetrics, LoopMetrics, ModelFacts, OutputMetrics, StateMetrics,
};
pub use analyze::{Options, analyze};
pub use error::{Error, Result};
pub use summary::Summary;
