use std::marker::PhantomData;

use crate::batch::Batch;
use crate::cache::KvShape;
use crate::error::Result;
use crate::model::Stack;
use crate::top_k;
use crate::weight::WeightData;

/// A device that computes passes: the raw operations.
///
/// A tensor is an f32 matrix `[rows, cols]`, one row of it per row of the pass; heads are runs of
/// columns. Arithmetic is f32 on every backend, whatever type weights and KV cache have.
///
/// Callers use [`Checked`](crate::Checked), which has the same methods and checks every argument
/// before it calls these. Implementations rely on that: shapes fit, indices exist, copies and imports
/// write no place twice, and stack, cache and batch belong together. Only the device can fail here.
///
/// A kernel without bounds checks would read or write outside its buffers otherwise. So an operation
/// takes a [`Proof`] of the checks, and only [`Checked`](crate::Checked) can make one:
///
/// ```compile_fail,E0423
/// use plt_backend::{Backend, Proof};
/// use plt_reference::Reference;
///
/// // Six values are no matrix of 2 rows and 2 columns.
/// let x = Reference::new().tensor(2, 2, vec![0.0; 6], Proof(std::marker::PhantomData));
/// ```
///
/// In the equations of the half layers `RMSNorm(x; w) = x / sqrt(mean(x²) + eps) · w`, row by row.
pub trait Backend: Sized + Send + Sync + 'static {
    /// An f32 matrix.
    type Tensor: Send + Sync;
    /// A weight matrix, dense or quantized. Cloning shares it (tied embeddings).
    type Weight: Clone + Send + Sync;
    /// The KV cache and the carries of all sequences.
    type Cache: Send + Sync;
    /// The rows of a pass, in the form that the backend needs.
    type Batch: Send + Sync;

    /// The backend's name, as `--device` spells it.
    fn name(&self) -> &'static str;

    /// Takes a weight over to the device.
    ///
    /// # Errors
    /// [`Error::Memory`](crate::Error::Memory) or [`Error::Device`](crate::Error::Device).
    fn weight(&self, data: WeightData) -> Result<Self::Weight>;

    /// The shape `(out, in)` of a weight.
    fn weight_shape(&self, weight: &Self::Weight) -> (usize, usize);

    /// Bytes that a weight takes on the device, which are the bytes that an operation reads of it.
    fn weight_bytes(&self, weight: &Self::Weight) -> usize;

    /// Takes `values`, row after row, over to the device.
    ///
    /// # Errors
    /// [`Error::Memory`](crate::Error::Memory) or [`Error::Device`](crate::Error::Device).
    fn tensor(
        &self,
        rows: usize,
        cols: usize,
        values: Vec<f32>,
        proof: Proof<Self>,
    ) -> Result<Self::Tensor>;

    /// The shape `(rows, cols)` of a tensor.
    fn shape(&self, tensor: &Self::Tensor) -> (usize, usize);

    /// Brings a tensor back to the host, row after row.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn read(&self, tensor: &Self::Tensor) -> Result<Vec<f32>>;

    /// Allocates a cache, filled with zeros.
    ///
    /// # Errors
    /// [`Error::Memory`](crate::Error::Memory) or [`Error::Device`](crate::Error::Device).
    fn cache(&self, shape: KvShape, proof: Proof<Self>) -> Result<Self::Cache>;

    /// The sizes that a cache was made with.
    fn cache_shape<'a>(&self, cache: &'a Self::Cache) -> &'a KvShape;

    /// Bytes that a cache really holds.
    fn cache_bytes(&self, cache: &Self::Cache) -> usize;

    /// Takes the rows of a pass over to the device, once for all layers of the pass.
    ///
    /// # Errors
    /// [`Error::Memory`](crate::Error::Memory) or [`Error::Device`](crate::Error::Device).
    fn batch(&self, cache: &Self::Cache, batch: Batch, proof: Proof<Self>) -> Result<Self::Batch>;

    /// Computes the input h of the stack, `[rows, hidden]`. With E the embedding of the row's token
    /// and C the carry that its [`RowInput`](crate::RowInput) names:
    ///
    /// ```text
    /// h = E                                    First
    /// h = emb_scale · E                        Start
    /// h = emb_scale · E + hidden_scale · C     Carry
    /// ```
    ///
    /// The parallel loop reads `plt_emb_scale` and `plt_hidden_scale`; C is what the previous loop
    /// handed on at the *previous* position. The sequential loop has scales 0 and 1 and C of the *same*
    /// position.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn loop_input(
        &self,
        stack: &Stack<Self>,
        cache: &Self::Cache,
        batch: &Self::Batch,
        proof: Proof<Self>,
    ) -> Result<Self::Tensor>;

    /// Computes queries, keys, values and gates of a layer from its input h `[rows, hidden]`, and
    /// stores loop 0's keys and values in the cache.
    ///
    /// ```text
    /// x = RMSNorm(h; input_norm)
    /// q, k, v = x · Wᵀ + bias                    bias if the layer has one
    /// q = RMSNorm(q; q_norm), k = RMSNorm(k; k_norm)   head by head, if the layer has them
    /// q = rotate(q), k = rotate(k)
    /// ```
    ///
    /// Rotation pairs element d of a head with element d + rotary_dim/2, for `d < rotary_dim/2`
    /// (the layout of Hugging Face checkpoints); elements from rotary_dim on stay. With cos and sin
    /// of the row from [`Batch::cos_sin`](crate::Batch::cos_sin):
    ///
    /// ```text
    /// x'[d]                = x[d]·cos - x[d + rotary_dim/2]·sin
    /// x'[d + rotary_dim/2] = x[d + rotary_dim/2]·cos + x[d]·sin
    /// ```
    ///
    /// Then key and value of every row with [`Store::Block`](crate::Store::Block) are stored in
    /// its slot, and the [`Gate`](crate::Gate) is computed for all rows, if the layer has one and
    /// the pass is [`gated`](crate::Batch::gated).
    ///
    /// With a quantized weight a backend may take x in integers of 16 bits, scaled so that the
    /// largest of every 32 columns is 32639. With 8 bits it does not pass the conformance suite.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn attention_input(
        &self,
        stack: &Stack<Self>,
        layer: usize,
        cache: &mut Self::Cache,
        batch: &Self::Batch,
        h: &Self::Tensor,
        proof: Proof<Self>,
    ) -> Result<AttentionInput<Self::Tensor>>;

    /// Computes gated sliding-window attention y `[rows, heads · head_dim]`. With scale
    /// `head_dim^-1/2`, query head j and key/value head `j / (heads / kv_heads)`, a row at position
    /// t gives, per head,
    ///
    /// ```text
    /// y_global = softmax(q · K⁰[0..=t] · scale) · V⁰[0..=t]          loop 0's keys and values
    /// y        = y_global                                            loop 0
    /// y_local  = softmax(q · Kʳ[t-w..=t] · scale) · Vʳ[t-w..=t]      the row's own loop
    /// y        = g · y_global + (1 - g) · y_local                    loop r >= 1
    /// ```
    ///
    /// with `w + 1` the [`keys`](crate::Window::keys) of the span's window, fewer near position 0.
    /// Two simpler kinds of later loops are in the PLT paper's ablation: without a window y is
    /// y_global (all loops share loop 0's keys and values); with a window and without gates y is
    /// y_local (every loop keeps its own).
    ///
    /// Loop 0's keys and values, those of this pass included, are in their blocks by now
    /// ([`attention_input`](Backend::attention_input)). A later loop's are in its ring for
    /// positions before the span, and in `input.k`, `input.v` for the span itself. Rows with
    /// [`Store::Ring`](crate::Store::Ring) are stored in their ring *after* attention: a chunk
    /// longer than the ring would otherwise overwrite keys that its own first rows still see. k
    /// and v are rounded to the cache's type before they are used, as they will be when they are
    /// stored: a result does not depend on how positions are split into passes.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn attention(
        &self,
        stack: &Stack<Self>,
        layer: usize,
        cache: &mut Self::Cache,
        batch: &Self::Batch,
        input: &AttentionInput<Self::Tensor>,
        proof: Proof<Self>,
    ) -> Result<Self::Tensor>;

    /// Projects y back and adds the residual:
    ///
    /// ```text
    /// h + y · oᵀ                                       or
    /// h + RMSNorm(y · oᵀ; attention_output_norm)       if the layer has that norm
    /// ```
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn attention_output(
        &self,
        stack: &Stack<Self>,
        layer: usize,
        y: &Self::Tensor,
        h: &Self::Tensor,
        proof: Proof<Self>,
    ) -> Result<Self::Tensor>;

    /// Computes the feed-forward half of a layer and adds the residual:
    ///
    /// ```text
    /// z = RMSNorm(h; post_norm)
    /// f = (silu(z · gate_projᵀ) · (z · up_projᵀ)) · down_projᵀ      silu(x) = x / (1 + e^-x)
    /// h + f                                            or
    /// h + RMSNorm(f; feed_forward_output_norm)         if the layer has that norm
    /// ```
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn feed_forward(
        &self,
        stack: &Stack<Self>,
        layer: usize,
        h: &Self::Tensor,
        proof: Proof<Self>,
    ) -> Result<Self::Tensor>;

    /// Computes the final norm of the wanted rows, `[outputs, hidden]`, and writes the carries. With
    /// h the output of the last layer and `n = RMSNorm(h; norm)`:
    ///
    /// ```text
    /// y[i]     = n[outputs[i]]
    /// carry[c] = n   or   h                for every row that hands on, c its carry row
    /// ```
    ///
    /// with n if [`normalize_carry`](crate::Constants::normalize_carry).
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn loop_output(
        &self,
        stack: &Stack<Self>,
        cache: &mut Self::Cache,
        batch: &Self::Batch,
        h: &Self::Tensor,
        proof: Proof<Self>,
    ) -> Result<Self::Tensor>;

    /// The model's final norm of every row of h: for probes and the logit lens.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn final_norm(
        &self,
        stack: &Stack<Self>,
        h: &Self::Tensor,
        proof: Proof<Self>,
    ) -> Result<Self::Tensor>;

    /// Logits `[rows, vocab]` of normed rows: `x · headᵀ`.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn logits(
        &self,
        stack: &Stack<Self>,
        normed: &Self::Tensor,
        proof: Proof<Self>,
    ) -> Result<Self::Tensor>;

    /// The `k` largest values of every row with their columns, largest first, of equals the first
    /// column first; all of them if a row has fewer than `k`.
    ///
    /// # Errors
    /// [`Error::NotANumber`](crate::Error::NotANumber) if a row holds one;
    /// [`Error::Device`](crate::Error::Device).
    fn top_k(&self, x: &Self::Tensor, k: usize, _: Proof<Self>) -> Result<Vec<Vec<(u32, f32)>>> {
        let (_, cols) = self.shape(x);
        top_k::on_host(&self.read(x)?, cols, k)
    }

    /// Copies keys and values of slots `from[i]` to slots `to[i]`, in all layers, on the device. No
    /// slot is written twice, and none is both read and written.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn copy_slots(
        &self,
        cache: &mut Self::Cache,
        from: &[u32],
        to: &[u32],
        proof: Proof<Self>,
    ) -> Result<()>;

    /// Copies carry rows `from[i]` to carry rows `to[i]`, on the device. No row is written twice,
    /// and none is both read and written.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn copy_carries(
        &self,
        cache: &mut Self::Cache,
        from: &[u32],
        to: &[u32],
        proof: Proof<Self>,
    ) -> Result<()>;

    /// Brings a part of the cache to the host, in the cache's own bytes: see [`CachePart`].
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn export(
        &self,
        cache: &Self::Cache,
        part: CachePart<'_>,
        proof: Proof<Self>,
    ) -> Result<Vec<u8>>;

    /// Stores what [`export`](Backend::export) gave, on this backend or another one, bit by bit.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device).
    fn import(
        &self,
        cache: &mut Self::Cache,
        part: CachePart<'_>,
        bytes: &[u8],
        proof: Proof<Self>,
    ) -> Result<()>;
}

/// Proof that [`Checked`](crate::Checked) has checked the arguments of one call to the backend B. It
/// has no size. A backend gets proofs for itself alone, which no other backend accepts:
///
/// ```compile_fail,E0308
/// use plt_backend::{Backend, Proof};
/// use plt_reference::Reference;
///
/// struct Mine;
///
/// fn hand_on(proof: Proof<Mine>) {
///     let _ = Reference::new().tensor(2, 2, vec![0.0; 6], proof);
/// }
/// ```
#[derive(Debug)]
pub struct Proof<B>(PhantomData<fn(B)>);

impl<B> Proof<B> {
    /// For the arguments that have just been checked.
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

/// Queries, keys, values and gates of one layer and pass: from
/// [`attention_input`](Backend::attention_input) to [`attention`](Backend::attention).
#[derive(Debug, Clone, PartialEq)]
pub struct AttentionInput<T> {
    /// Rotated queries `[rows, heads · head_dim]`.
    pub q: T,
    /// Rotated keys `[rows, kv_heads · head_dim]`, not yet rounded to the cache's type.
    pub k: T,
    /// Values `[rows, kv_heads · head_dim]`, not yet rounded to the cache's type.
    pub v: T,
    /// g `[rows, heads]` after the sigmoid, ignored on rows without a window. `None`: rows with a
    /// window attend to their own loop's keys alone.
    pub gate: Option<T>,
}

/// A part of a cache, for [`export`](Backend::export) and [`import`](Backend::import).
///
/// The bytes are the same on every backend. A slot is its key, then its value, each
/// `kv_heads · head_dim` elements of the cache's type, little-endian
/// ([`KvDType::encode`](crate::KvDType::encode)). A carry row is `hidden` f32, little-endian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CachePart<'a> {
    /// These slots of a layer, one after the other.
    Slots {
        /// The layer.
        layer: usize,
        /// The slots.
        slots: &'a [u32],
    },
    /// These carry rows, one after the other.
    Carries(&'a [u32]),
}

/// A backend that can measure the memory bandwidth of its device, which bounds how fast weights
/// can be read.
pub trait ReadSpeed: Backend {
    /// Memory of the device.
    type Memory;

    /// Allocates memory to read: more than the caches of most devices hold.
    ///
    /// # Errors
    /// [`Error::Memory`](crate::Error::Memory) or [`Error::Device`](crate::Error::Device) if the
    /// device has not enough.
    fn memory_to_read(&self) -> Result<Self::Memory>;

    /// Reads all of it with all of the device; bytes per second.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device) if the device fails.
    fn read_speed(&self, memory: &Self::Memory) -> Result<f64>;
}
