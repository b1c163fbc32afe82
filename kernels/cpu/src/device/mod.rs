//! The backend's own state (threads, instruction set, buffer pools) and its matrices.

mod cpu;
mod matrix;
mod quantized_rows;

pub use cpu::{Cpu, Memory};
pub use matrix::Matrix;
pub use quantized_rows::Activations;
pub(crate) use quantized_rows::{Chunk, GROUP, Quantized, QuantizedRows};
