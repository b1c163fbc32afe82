//! The parts of a layer that are neither matrix multiplication nor attention.

mod gate;
mod loops;
mod norm;
mod project;
mod rotary;

pub(crate) use gate::gate;
pub(crate) use loops::{loop_input, loop_output};
pub(crate) use norm::{add_residual, norm_in_place, rms_norm};
pub(crate) use project::project;
pub(crate) use rotary::rotate;
