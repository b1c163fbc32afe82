//! Kernels with one cube per row: what enters and leaves the stack, norms, the largest logits.

mod loop_input;
mod loop_output;
mod rms_norm;
mod top_k;

pub(crate) use loop_input::loop_input;
pub(crate) use loop_output::loop_output;
pub(crate) use rms_norm::rms_norm;
pub(crate) use top_k::top_k;
