//! One folder per operation: `mod.rs` states the contract and checks it, `reference.rs` is the
//! equation, `cpu.rs` the kernel, `cases.rs` the shapes that the conformance suite generates.

pub mod attention;
pub mod carry_write;
pub mod embed;
pub mod gate;
pub mod linear;
pub mod logits;
pub mod loop_input;
pub mod ring_write;
pub mod rms_norm;
pub mod rotary_write;
pub mod swiglu;

pub use attention::{Attention, AttentionSpan, Window};
pub use gate::{Gate, GateInput};
pub use loop_input::{LoopInput, LoopRow};
pub use ring_write::RingWrite;
pub use rotary_write::RotaryWrite;
