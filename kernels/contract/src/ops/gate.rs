//! The gate of G-SWA: how much of the global attention a head of a later loop takes.

pub(crate) mod cpu;
pub(crate) mod reference;

use crate::Backend;
use crate::error::Result;
use crate::ops::{expect_size, expect_some};

/// The gate of a layer, part of [`RotaryWrite`](crate::ops::RotaryWrite). It is computed for all
/// rows of a pass; attention uses it on the rows of later loops.
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
    /// The queries after rotation, before the attention scale.
    Query,
}

impl<B: Backend + ?Sized> Gate<'_, B> {
    /// `q` is the shape of the queries.
    pub(crate) fn check(&self, backend: &B, q: (usize, usize)) -> Result<()> {
        let (heads, width) = backend.shape(self.weight);
        let bias = backend.shape(self.bias);
        expect_some("gate", "heads", heads)?;
        expect_size("gate", "elements of bias", heads, bias.0 * bias.1)?;
        match self.input {
            GateInput::Hidden { h, norm, .. } => {
                let (h, norm) = (backend.shape(h), backend.shape(norm));
                expect_size("gate", "rows of h", q.0, h.0)?;
                expect_size("gate", "columns of h", width, h.1)?;
                expect_size("gate", "elements of norm", width, norm.0 * norm.1)
            }
            GateInput::Query => {
                expect_size("gate", "columns of q", heads.saturating_mul(width), q.1)
            }
        }
    }
}
