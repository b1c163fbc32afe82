//! The store of the later loops' keys and values in their rings.

use crate::Backend;
use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::check_writes;

/// Arguments of [`Backend::ring_write`]: for every `(row, slot)` of `writes`, that row's rotated
/// key and value are stored in that slot of the layer.
///
/// It comes after [`Backend::attention`], which reads the ring as it was before the pass and the
/// rows of the pass beside it: a chunk longer than the ring would otherwise overwrite what its own
/// first rows still have to see.
pub struct RingWrite<'a, B: Backend + ?Sized> {
    /// The layer whose slots are written.
    pub layer: usize,
    /// Rotated keys `[rows, kv_heads · head_dim]`.
    pub k: &'a B::Tensor,
    /// Values `[rows, kv_heads · head_dim]`.
    pub v: &'a B::Tensor,
    /// Which rows are stored, and where.
    pub writes: &'a [(u32, u32)],
}

impl<B: Backend + ?Sized> RingWrite<'_, B> {
    pub(crate) fn check(&self, backend: &B, kv: &KvShape) -> Result<()> {
        let (k, v) = (backend.shape(self.k), backend.shape(self.v));
        check_writes("ring_write", kv, self.layer, k, v, self.writes)
    }
}
