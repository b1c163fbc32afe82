//! A trained Parallel Loop Transformer of two loops and 2.8 million parameters, as bytes.
//!
//! It is a crate of its own because it adds 5.8 MB to a program. It was trained by this workspace on
//! permissively licensed Python source and writes Python-like text. The README is the model card:
//! training data, training, limits.
//!
//! ```
//! use plt_runtime::{Checkpoint, Cpu, TextModel, ModelFiles};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let checkpoint = Checkpoint::built_in(plt_tiny_coder::NAME, plt_tiny_coder::FILES)?;
//! let files = ModelFiles::from_checkpoint(checkpoint)?;
//! let model = TextModel::load(Cpu::new(None)?, files, Default::default(), &mut |_, _| {})?;
//! assert_eq!(model.loops(), (2, 2));
//! # Ok(())
//! # }
//! ```
//!
//! Use it to try an engine, for nothing else.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

/// The model's name in messages.
pub const NAME: &str = "plt-tiny-coder";

/// The files of the Hugging Face directory: name and content.
pub const FILES: &[(&str, &[u8])] = &[
    ("config.json", include_bytes!("../model/config.json")),
    ("generation_config.json", include_bytes!("../model/generation_config.json")),
    ("model.safetensors", include_bytes!("../model/model.safetensors")),
    ("tokenizer.json", include_bytes!("../model/tokenizer.json")),
];
