//! Tracing of values inside a pass.

use crate::plan::Row;

/// A place in the forward whose values can be observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Probe {
    /// B^(r): the input of the stack, `[rows, hidden]`.
    LoopInput,
    /// The rotated queries of all heads, `[rows, heads · head_dim]`.
    Query {
        /// The layer.
        layer: usize,
    },
    /// The output of the stack before `model.norm`: `[rows, hidden]`.
    StackOutput,
    /// S^(r): the output of a loop, `[rows, hidden]`; for the last loop the input of the head.
    LoopOutput,
    /// The attention result of all heads, gated, before `o_proj`: `[rows, heads · head_dim]`.
    Attention {
        /// The layer.
        layer: usize,
    },
    /// The gate after the sigmoid, `[rows, heads]`; only in passes with rows of later loops, and
    /// without meaning on rows of loop 0.
    Gate {
        /// The layer.
        layer: usize,
    },
}

/// Receives values from the forward. Other values are not read back from the device.
pub trait Tracer {
    /// Whether the values of this probe are wanted.
    fn wants(&self, probe: Probe) -> bool;

    /// Takes the values of all rows of a pass, row after row.
    fn record(&mut self, probe: Probe, rows: &[Row], values: &[f32]);
}

/// Traces nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoTrace;

impl Tracer for NoTrace {
    fn wants(&self, _: Probe) -> bool {
        false
    }

    fn record(&mut self, _: Probe, _: &[Row], _: &[f32]) {}
}
