//! Rotary embedding of queries and keys, fused with the store of loop 0's keys and values and with
//! the gate: all that stands between the projections and attention.

pub(crate) mod cpu;
#[cfg(feature = "cube")]
#[allow(unsafe_code, reason = "kernel launches")]
pub(crate) mod cube;
pub(crate) mod reference;

use crate::Backend;
use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::{Gate, check_keys, expect_multiple, expect_size};

/// Arguments of [`Backend::rotary_write`].
///
/// Element d of a head's first half pairs with element d + head_dim/2 (the Llama layout in Hugging
/// Face checkpoints). With `a = position · theta^(-2d/head_dim)`:
///
/// ```text
/// x'[d]              = x[d]·cos a - x[d + head_dim/2]·sin a
/// x'[d + head_dim/2] = x[d + head_dim/2]·cos a + x[d]·sin a
/// ```
///
/// The position is the token's own in every loop. Then every row's rotated key and its value are
/// stored in the page slot that the batch names ([`Store::Page`](crate::Store::Page)), and the gate
/// is computed, from the rotated queries where it looks at them.
pub struct RotaryWrite<'a, B: Backend + ?Sized> {
    /// The layer whose slots are written.
    pub layer: usize,
    /// Queries `[rows, heads · head_dim]`.
    pub q: B::Tensor,
    /// Keys `[rows, kv_heads · head_dim]`.
    pub k: B::Tensor,
    /// Values `[rows, kv_heads · head_dim]`.
    pub v: &'a B::Tensor,
    /// `rope_theta`.
    pub theta: f64,
    /// The gate of G-SWA, if the pass needs one.
    pub gate: Option<Gate<'a, B>>,
}

/// What [`Backend::rotary_write`] gives.
pub struct Rotated<B: Backend + ?Sized> {
    /// Rotated queries `[rows, heads · head_dim]`.
    pub q: B::Tensor,
    /// Rotated keys `[rows, kv_heads · head_dim]`.
    pub k: B::Tensor,
    /// g `[rows, heads]`, after the sigmoid, if a gate was asked for.
    pub gate: Option<B::Tensor>,
}

impl<B: Backend + ?Sized> RotaryWrite<'_, B> {
    pub(crate) fn check(&self, backend: &B, kv: &KvShape, rows: usize) -> Result<()> {
        const OP: &str = "rotary_write";
        let q = backend.shape(&self.q);
        expect_multiple(OP, "head_dim", 2, kv.head_dim)?;
        expect_multiple(OP, "columns of q", kv.head_dim, q.1)?;
        expect_size(OP, "rows of q", rows, q.0)?;
        check_keys(OP, kv, self.layer, rows, backend.shape(&self.k), backend.shape(self.v))?;
        match &self.gate {
            Some(gate) => gate.check(backend, q),
            None => Ok(()),
        }
    }
}
