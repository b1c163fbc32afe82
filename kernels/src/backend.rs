use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::{Attention, Gate, LoopInput, RingWrite, RotaryWrite};
use crate::weight::WeightData;

/// Where a pass is computed.
///
/// A tensor is an f32 matrix `[rows, cols]`, one row of it per row of the pass; heads are runs of
/// columns. Arithmetic is f32 on every backend, whatever weights and keys are stored in.
///
/// The methods from [`embed`](Backend::embed) on are the operations; each one's equation stands at
/// its argument type or in the module of the same name under [`ops`](crate::ops). All of them
/// return [`Error::Shape`](crate::Error::Shape) or [`Error::Index`](crate::Error::Index) when an
/// argument breaks the contract, and never panic on one.
pub trait Backend: Send + Sync + 'static {
    /// An f32 matrix.
    type Tensor: Send + Sync;
    /// A weight matrix, dense or quantised. Cloning shares it (tied embeddings).
    type Weight: Clone + Send + Sync;
    /// Keys, values and carries of all sequences.
    type Cache: Send + Sync;

    /// The backend's name, as `--device` spells it.
    fn name(&self) -> &'static str;

    /// Takes a weight over to the device.
    fn weight(&self, data: WeightData) -> Result<Self::Weight>;

    /// Takes `values`, row after row, over to the device.
    fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>) -> Result<Self::Tensor>;

    /// The shape `(rows, cols)` of a tensor.
    fn shape(&self, tensor: &Self::Tensor) -> (usize, usize);

    /// Brings a tensor back to the host, row after row.
    fn read(&self, tensor: &Self::Tensor) -> Result<Vec<f32>>;

    /// Allocates a cache, filled with zeros.
    fn cache(&self, shape: KvShape) -> Result<Self::Cache>;

    /// The bytes that a cache really holds.
    fn cache_bytes(&self, cache: &Self::Cache) -> usize;

    /// Keys and values `[slots.len(), kv_heads · head_dim]` of these slots of a layer, as f32: for
    /// tests, for inspection and for saving a sequence.
    fn read_slots(
        &self,
        cache: &Self::Cache,
        layer: usize,
        slots: &[u32],
    ) -> Result<(Vec<f32>, Vec<f32>)>;

    /// These carry rows, `[rows.len(), hidden]`: for the same.
    fn read_carries(&self, cache: &Self::Cache, rows: &[u32]) -> Result<Vec<f32>>;

    /// Row `ids[i]` of the embedding matrix `table` `[vocab, hidden]`, for every `i`.
    fn embed(&self, table: &Self::Weight, ids: &[u32]) -> Result<Self::Tensor>;

    /// The input of every row of a pass; see [`LoopInput`].
    fn loop_input(&self, cache: &Self::Cache, args: LoopInput<'_, Self>) -> Result<Self::Tensor>;

    /// `x / sqrt(mean(x²) + eps) · weight`, row by row; `weight` is `[1, cols]`.
    fn rms_norm(&self, x: &Self::Tensor, weight: &Self::Tensor, eps: f32) -> Result<Self::Tensor>;

    /// `x · weightᵀ`, plus `residual` where given; `weight` is `[out, in]`.
    fn linear(
        &self,
        x: &Self::Tensor,
        weight: &Self::Weight,
        residual: Option<&Self::Tensor>,
    ) -> Result<Self::Tensor>;

    /// Rotates queries and keys, and stores loop 0's keys and values in their pages; returns the
    /// rotated `(q, k)`. See [`RotaryWrite`].
    fn rotary_write(
        &self,
        cache: &mut Self::Cache,
        args: RotaryWrite<'_, Self>,
    ) -> Result<(Self::Tensor, Self::Tensor)>;

    /// The G-SWA gate `[rows, heads]`, after the sigmoid; see [`Gate`].
    fn gate(&self, args: Gate<'_, Self>) -> Result<Self::Tensor>;

    /// Gated sliding-window attention `[rows, heads · head_dim]`; see [`Attention`].
    fn attention(&self, cache: &Self::Cache, args: Attention<'_, Self>) -> Result<Self::Tensor>;

    /// Stores the later loops' keys and values in their rings, after attention; see [`RingWrite`].
    fn ring_write(&self, cache: &mut Self::Cache, args: RingWrite<'_, Self>) -> Result<()>;

    /// `silu(gate) · up`, element by element, `silu(z) = z / (1 + e^-z)`.
    fn swiglu(&self, gate: &Self::Tensor, up: &Self::Tensor) -> Result<Self::Tensor>;

    /// Stores row `pairs[i].0` of `x` in carry row `pairs[i].1` of the cache, for every `i`.
    fn carry_write(
        &self,
        cache: &mut Self::Cache,
        x: &Self::Tensor,
        pairs: &[(u32, u32)],
    ) -> Result<()>;

    /// The logits `[rows.len(), vocab]` of the chosen rows of `x`; `head` is `[vocab, hidden]`.
    fn logits(&self, x: &Self::Tensor, rows: &[u32], head: &Self::Weight) -> Result<Self::Tensor>;
}
