//! Rotary embedding of queries and keys, fused with the store of loop 0's keys and values.

pub(crate) mod cpu;
pub(crate) mod reference;

use crate::Backend;
use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::{check_writes, expect_multiple, expect_size};

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
/// The position is the token's own in every loop. Then, for every `(row, slot)` of `writes`, the
/// rotated key and the value of that row are stored in that slot of the layer.
pub struct RotaryWrite<'a, B: Backend + ?Sized> {
    /// The layer whose slots are written.
    pub layer: usize,
    /// Queries `[rows, heads · head_dim]`.
    pub q: B::Tensor,
    /// Keys `[rows, kv_heads · head_dim]`.
    pub k: B::Tensor,
    /// Values `[rows, kv_heads · head_dim]`.
    pub v: &'a B::Tensor,
    /// The position of every row.
    pub positions: &'a [u32],
    /// `rope_theta`.
    pub theta: f64,
    /// Which rows are stored, and where: loop 0's rows and their page slots.
    pub writes: &'a [(u32, u32)],
}

impl<B: Backend + ?Sized> RotaryWrite<'_, B> {
    pub(crate) fn check(&self, backend: &B, kv: &KvShape) -> Result<()> {
        let (q, k) = (backend.shape(&self.q), backend.shape(&self.k));
        expect_multiple("rotary_write", "head_dim", 2, kv.head_dim)?;
        expect_multiple("rotary_write", "columns of q", kv.head_dim, q.1)?;
        expect_size("rotary_write", "rows of k", q.0, k.0)?;
        expect_size("rotary_write", "positions", q.0, self.positions.len())?;
        check_writes("rotary_write", kv, self.layer, k, backend.shape(self.v), self.writes)
    }
}
