//! One binary for all tests that cross crates.

mod accounting;
mod analyze;
mod engine;
mod forks;
mod golden;
#[cfg(feature = "wgpu")]
mod gpu;
mod hostile;
mod interleaving;
mod mutations;
mod plans;
mod saved;
mod sentencepiece;
mod smollm2;
mod stream;
mod visible;
