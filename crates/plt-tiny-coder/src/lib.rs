//! A trained Parallel Loop Transformer of two loops and 2.8 million parameters, as bytes.
//!
//! It stands in a crate of its own so that only programs that want it carry its 5.8 MB. It was
//! trained by this workspace on permissively licensed Python source and writes text that looks like
//! Python; the crate's README is its model card: on what it was trained, how, and what it cannot do.
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
//! When not to use it: for anything but trying an engine.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

/// What messages call the model.
pub const NAME: &str = "plt-tiny-coder";

/// The files of its Hugging Face directory: name and content.
pub const FILES: &[(&str, &[u8])] = &[
    ("config.json", include_bytes!("../model/config.json")),
    ("generation_config.json", include_bytes!("../model/generation_config.json")),
    ("model.safetensors", include_bytes!("../model/model.safetensors")),
    ("tokenizer.json", include_bytes!("../model/tokenizer.json")),
];
