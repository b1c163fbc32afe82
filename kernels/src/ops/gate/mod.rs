//! The gate of G-SWA: how much of the global attention a head of a later loop takes.

use crate::Backend;

/// Arguments of [`Backend::gate`]. The gate is computed for all rows of a pass; attention uses it
/// on the rows of later loops.
///
/// ```text
/// Hidden:  g[j] = sigmoid(W[j] · RMSNorm(h; norm) + b[j])       W [heads, hidden]
/// Query:   g[j] = sigmoid(W[j] · q[j] + b[j])                   W [heads, head_dim]
/// ```
pub struct Gate<'a, B: Backend + ?Sized> {
    /// What the gate looks at.
    pub input: GateInput<'a, B>,
    /// W, one row a head.
    pub weight: &'a B::Tensor,
    /// b, `[1, heads]`.
    pub bias: &'a B::Tensor,
}

/// What the gate looks at.
pub enum GateInput<'a, B: Backend + ?Sized> {
    /// `plt_gate_use_hidden_states`: the layer's input h `[rows, hidden]`, before
    /// `input_layernorm`, under a norm of the gate's own.
    Hidden {
        /// The layer's input.
        h: &'a B::Tensor,
        /// `gate_norm`, `[1, hidden]`.
        norm: &'a B::Tensor,
        /// `rms_norm_eps`.
        eps: f32,
    },
    /// The queries `[rows, heads · head_dim]` after rotation, before the attention scale.
    Query {
        /// The rotated queries.
        q: &'a B::Tensor,
    },
}
