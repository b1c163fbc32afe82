use crate::batch::Batch;
use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::{Attention, LoopInput, LoopOutput, RotaryWrite, Rotated, top_k};
use crate::weight::WeightData;

/// Where a pass is computed.
///
/// A tensor is an f32 matrix `[rows, cols]`, one row of it per row of the pass; heads are runs of
/// columns. Arithmetic is f32 on every backend, whatever weights and keys are stored in.
///
/// The methods from [`loop_input`](Backend::loop_input) on are the operations, fused where that
/// makes a pass cheaper on some device; each one's equation stands at its argument type or in the
/// module of the same name under [`ops`](crate::ops). All of them return
/// [`Error::Shape`](crate::Error::Shape) or [`Error::Index`](crate::Error::Index) when an argument
/// breaks the contract, and never panic on one.
pub trait Backend: Send + Sync + 'static {
    /// An f32 matrix.
    type Tensor: Send + Sync;
    /// A weight matrix, dense or quantised. Cloning shares it (tied embeddings).
    type Weight: Clone + Send + Sync;
    /// Keys, values and carries of all sequences.
    type Cache: Send + Sync;
    /// The rows of a pass, where the backend needs them.
    type Batch: Send + Sync;

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

    /// The bytes that a weight takes on the device, which are what an operation reads of it.
    fn weight_bytes(&self, weight: &Self::Weight) -> usize;

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

    /// Stores keys and values `[slots.len(), kv_heads · head_dim]` in these slots of a layer,
    /// rounded to the cache's type: for restoring what [`read_slots`](Backend::read_slots) saved, which
    /// is stored as the bits that it was.
    fn write_slots(
        &self,
        cache: &mut Self::Cache,
        layer: usize,
        slots: &[u32],
        keys: &[f32],
        values: &[f32],
    ) -> Result<()>;

    /// These carry rows, `[rows.len(), hidden]`: for the same.
    fn read_carries(&self, cache: &Self::Cache, rows: &[u32]) -> Result<Vec<f32>>;

    /// Stores `[rows.len(), hidden]` in these carry rows.
    fn write_carries(&self, cache: &mut Self::Cache, rows: &[u32], values: &[f32]) -> Result<()>;

    /// Takes the rows of a pass over to the device, once for all operations of the pass.
    ///
    /// # Errors
    /// [`Error::Index`](crate::Error::Index), [`Error::Shape`](crate::Error::Shape) or [`Error::Zero`](crate::Error::Zero) if a slot, a block, a carry row or a
    /// span points outside the cache or the batch.
    fn batch(&self, cache: &Self::Cache, batch: Batch) -> Result<Self::Batch>;

    /// The input h of the stack and `RMSNorm(h)` for its first layer; see [`LoopInput`].
    fn loop_input(
        &self,
        cache: &Self::Cache,
        batch: &Self::Batch,
        args: LoopInput<'_, Self>,
    ) -> Result<(Self::Tensor, Self::Tensor)>;

    /// `x / sqrt(mean(x²) + eps) · weight`, row by row; `weight` is `[1, cols]`.
    fn rms_norm(&self, x: &Self::Tensor, weight: &Self::Tensor, eps: f32) -> Result<Self::Tensor>;

    /// `x · weightᵀ`, plus `residual` where given; `weight` is `[out, in]`.
    ///
    /// With a weight of blocks a backend may take x in integers of 16 bits, scaled so that the largest
    /// of every 32 columns is 32639. With fewer bits (`Activations::Int8`) it is not what the conformance
    /// suite takes for this operation any more, by choice.
    fn linear(
        &self,
        x: &Self::Tensor,
        weight: &Self::Weight,
        residual: Option<&Self::Tensor>,
    ) -> Result<Self::Tensor>;

    /// Rotates queries and keys, stores loop 0's keys and values in their pages, and computes the
    /// gates of G-SWA; see [`RotaryWrite`].
    fn rotary_write(
        &self,
        cache: &mut Self::Cache,
        batch: &Self::Batch,
        args: RotaryWrite<'_, Self>,
    ) -> Result<Rotated<Self>>;

    /// Gated sliding-window attention `[rows, heads · head_dim]`; afterwards the later loops' keys
    /// and values are stored in their rings. See [`Attention`].
    fn attention(
        &self,
        cache: &mut Self::Cache,
        batch: &Self::Batch,
        args: Attention<'_, Self>,
    ) -> Result<Self::Tensor>;

    /// `silu(x · gateᵀ) · (x · upᵀ)`, the product element by element, `silu(z) = z / (1 + e^-z)`.
    fn swiglu(
        &self,
        x: &Self::Tensor,
        gate: &Self::Weight,
        up: &Self::Weight,
    ) -> Result<Self::Tensor>;

    /// The final norm of the rows that are wanted, `[outputs, hidden]`; what the others hand on to
    /// the next loop goes to their carry rows. See [`LoopOutput`].
    fn loop_output(
        &self,
        cache: &mut Self::Cache,
        batch: &Self::Batch,
        args: LoopOutput<'_, Self>,
    ) -> Result<Self::Tensor>;

    /// The column of the largest value of every row, the first of equals.
    ///
    /// # Errors
    /// [`Error::NotANumber`](crate::Error::NotANumber) if a row has no largest value.
    fn argmax(&self, x: &Self::Tensor) -> Result<Vec<u32>> {
        let largest = |row: Vec<(u32, f32)>| row[0].0;
        Ok(self.top_k(x, 1)?.into_iter().map(largest).collect())
    }

    /// The `k` largest values of every row with their columns, largest first, of equals the first
    /// column first; all of them if a row has fewer than `k`.
    ///
    /// # Errors
    /// [`Error::NotANumber`](crate::Error::NotANumber) if a row holds one; [`Error::Zero`](crate::Error::Zero) for k = 0.
    fn top_k(&self, x: &Self::Tensor, k: usize) -> Result<Vec<Vec<(u32, f32)>>> {
        let (_, cols) = self.shape(x);
        top_k::on_host(&self.read(x)?, cols, k)
    }
}

/// A backend that can say how fast its device reads memory, which is as fast as weights can be read
/// at best.
pub trait ReadSpeed: Backend {
    /// Memory of the device.
    type Memory;

    /// Memory to read: more than the caches of most devices hold.
    ///
    /// # Errors
    /// [`Error::Memory`](crate::Error::Memory) or [`Error::Device`](crate::Error::Device) if there is
    /// not as much.
    fn memory_to_read(&self) -> Result<Self::Memory>;

    /// Reads all of it with all that the device has; bytes a second.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device) if the device fails.
    fn read_speed(&self, memory: &Self::Memory) -> Result<f64>;
}
