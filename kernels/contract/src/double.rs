use crate::backend::{AttentionInput, Backend, CachePart, Proof};
use crate::batch::Batch;
use crate::cache::KvShape;
use crate::checked::{Checked, DeviceBatch};
use crate::error::Result;
use crate::model::Stack;
use crate::weight::WeightData;

type Tensor<D> = <<D as Double>::Inner as Backend>::Tensor;
type Weight<D> = <<D as Double>::Inner as Backend>::Weight;
type Cache<D> = <<D as Double>::Inner as Backend>::Cache;
type PassBatch<D> = DeviceBatch<<D as Double>::Inner>;
type InnerStack<D> = Stack<<D as Double>::Inner>;

/// A test double: a [`Backend`] with the types of another one, to which every method forwards
/// unless it is overridden.
///
/// The inner backend has checks of its own, because an override may change the arguments. Shapes and
/// sizes of tensors, weights and caches are always the inner backend's.
///
/// ```
/// use plt_backend::{Backend, Checked, Double, Result, Stack};
/// use plt_reference::Reference;
///
/// /// A backend that forgets the residual of attention.
/// struct NoResidual(Checked<Reference>);
///
/// impl Double for NoResidual {
///     type Inner = Reference;
///
///     fn inner(&self) -> &Checked<Reference> {
///         &self.0
///     }
///
///     fn attention_output(
///         &self,
///         stack: &Stack<Reference>,
///         layer: usize,
///         y: &<Reference as Backend>::Tensor,
///         h: &<Reference as Backend>::Tensor,
///     ) -> Result<<Reference as Backend>::Tensor> {
///         self.0.attention_output(stack, layer, y, &h.zeros_like().unwrap())
///     }
/// }
///
/// let double = Checked::new(NoResidual(Checked::new(Reference::new())));
/// assert_eq!(double.name(), "reference");
/// ```
#[allow(missing_docs, reason = "each method is that of `Backend`")]
#[allow(clippy::missing_errors_doc, reason = "each method is that of `Backend`")]
pub trait Double: Sized + Send + Sync + 'static {
    /// The backend that does the work.
    type Inner: Backend;

    /// The backend that does the work.
    fn inner(&self) -> &Checked<Self::Inner>;

    fn name(&self) -> &'static str {
        self.inner().name()
    }

    fn weight(&self, data: WeightData) -> Result<Weight<Self>> {
        self.inner().weight(data)
    }

    fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>) -> Result<Tensor<Self>> {
        self.inner().tensor(rows, cols, values)
    }

    fn read(&self, tensor: &Tensor<Self>) -> Result<Vec<f32>> {
        self.inner().read(tensor)
    }

    fn cache(&self, shape: KvShape) -> Result<Cache<Self>> {
        self.inner().cache(shape)
    }

    fn batch(&self, cache: &Cache<Self>, batch: Batch) -> Result<PassBatch<Self>> {
        self.inner().batch(cache, batch)
    }

    fn loop_input(
        &self,
        stack: &InnerStack<Self>,
        cache: &Cache<Self>,
        batch: &PassBatch<Self>,
    ) -> Result<Tensor<Self>> {
        self.inner().loop_input(stack, cache, batch)
    }

    fn attention_input(
        &self,
        stack: &InnerStack<Self>,
        layer: usize,
        cache: &mut Cache<Self>,
        batch: &PassBatch<Self>,
        h: &Tensor<Self>,
    ) -> Result<AttentionInput<Tensor<Self>>> {
        self.inner().attention_input(stack, layer, cache, batch, h)
    }

    fn attention(
        &self,
        stack: &InnerStack<Self>,
        layer: usize,
        cache: &mut Cache<Self>,
        batch: &PassBatch<Self>,
        input: &AttentionInput<Tensor<Self>>,
    ) -> Result<Tensor<Self>> {
        self.inner().attention(stack, layer, cache, batch, input)
    }

    fn attention_output(
        &self,
        stack: &InnerStack<Self>,
        layer: usize,
        y: &Tensor<Self>,
        h: &Tensor<Self>,
    ) -> Result<Tensor<Self>> {
        self.inner().attention_output(stack, layer, y, h)
    }

    fn feed_forward(
        &self,
        stack: &InnerStack<Self>,
        layer: usize,
        h: &Tensor<Self>,
    ) -> Result<Tensor<Self>> {
        self.inner().feed_forward(stack, layer, h)
    }

    fn loop_output(
        &self,
        stack: &InnerStack<Self>,
        cache: &mut Cache<Self>,
        batch: &PassBatch<Self>,
        h: &Tensor<Self>,
    ) -> Result<Tensor<Self>> {
        self.inner().loop_output(stack, cache, batch, h)
    }

    fn final_norm(&self, stack: &InnerStack<Self>, h: &Tensor<Self>) -> Result<Tensor<Self>> {
        self.inner().final_norm(stack, h)
    }

    fn logits(&self, stack: &InnerStack<Self>, normed: &Tensor<Self>) -> Result<Tensor<Self>> {
        self.inner().logits(stack, normed)
    }

    fn top_k(&self, x: &Tensor<Self>, k: usize) -> Result<Vec<Vec<(u32, f32)>>> {
        self.inner().top_k(x, k)
    }

    fn copy_slots(&self, cache: &mut Cache<Self>, from: &[u32], to: &[u32]) -> Result<()> {
        self.inner().copy_slots(cache, from, to)
    }

    fn copy_carries(&self, cache: &mut Cache<Self>, from: &[u32], to: &[u32]) -> Result<()> {
        self.inner().copy_carries(cache, from, to)
    }

    fn export(&self, cache: &Cache<Self>, part: CachePart<'_>) -> Result<Vec<u8>> {
        self.inner().export(cache, part)
    }

    fn import(&self, cache: &mut Cache<Self>, part: CachePart<'_>, bytes: &[u8]) -> Result<()> {
        self.inner().import(cache, part, bytes)
    }
}

impl<D: Double> Backend for D {
    type Tensor = Tensor<D>;
    type Weight = Weight<D>;
    type Cache = Cache<D>;
    type Batch = PassBatch<D>;

    fn name(&self) -> &'static str {
        Double::name(self)
    }

    fn weight(&self, data: WeightData) -> Result<Weight<D>> {
        Double::weight(self, data)
    }

    fn weight_shape(&self, weight: &Weight<D>) -> (usize, usize) {
        self.inner().weight_shape(weight)
    }

    fn weight_bytes(&self, weight: &Weight<D>) -> usize {
        self.inner().weight_bytes(weight)
    }

    fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>, _: Proof<D>) -> Result<Tensor<D>> {
        Double::tensor(self, rows, cols, values)
    }

    fn shape(&self, tensor: &Tensor<D>) -> (usize, usize) {
        self.inner().shape(tensor)
    }

    fn read(&self, tensor: &Tensor<D>) -> Result<Vec<f32>> {
        Double::read(self, tensor)
    }

    fn cache(&self, shape: KvShape, _: Proof<D>) -> Result<Cache<D>> {
        Double::cache(self, shape)
    }

    fn cache_shape<'a>(&self, cache: &'a Cache<D>) -> &'a KvShape {
        self.inner().cache_shape(cache)
    }

    fn cache_bytes(&self, cache: &Cache<D>) -> usize {
        self.inner().cache_bytes(cache)
    }

    fn batch(&self, cache: &Cache<D>, batch: Batch, _: Proof<D>) -> Result<PassBatch<D>> {
        Double::batch(self, cache, batch)
    }

    fn loop_input(
        &self,
        stack: &Stack<D>,
        cache: &Cache<D>,
        batch: &PassBatch<D>,
        _: Proof<D>,
    ) -> Result<Tensor<D>> {
        Double::loop_input(self, &stack.of_inner(), cache, batch)
    }

    fn attention_input(
        &self,
        stack: &Stack<D>,
        layer: usize,
        cache: &mut Cache<D>,
        batch: &PassBatch<D>,
        h: &Tensor<D>,
        _: Proof<D>,
    ) -> Result<AttentionInput<Tensor<D>>> {
        Double::attention_input(self, &stack.of_inner(), layer, cache, batch, h)
    }

    fn attention(
        &self,
        stack: &Stack<D>,
        layer: usize,
        cache: &mut Cache<D>,
        batch: &PassBatch<D>,
        input: &AttentionInput<Tensor<D>>,
        _: Proof<D>,
    ) -> Result<Tensor<D>> {
        Double::attention(self, &stack.of_inner(), layer, cache, batch, input)
    }

    fn attention_output(
        &self,
        stack: &Stack<D>,
        layer: usize,
        y: &Tensor<D>,
        h: &Tensor<D>,
        _: Proof<D>,
    ) -> Result<Tensor<D>> {
        Double::attention_output(self, &stack.of_inner(), layer, y, h)
    }

    fn feed_forward(
        &self,
        stack: &Stack<D>,
        layer: usize,
        h: &Tensor<D>,
        _: Proof<D>,
    ) -> Result<Tensor<D>> {
        Double::feed_forward(self, &stack.of_inner(), layer, h)
    }

    fn loop_output(
        &self,
        stack: &Stack<D>,
        cache: &mut Cache<D>,
        batch: &PassBatch<D>,
        h: &Tensor<D>,
        _: Proof<D>,
    ) -> Result<Tensor<D>> {
        Double::loop_output(self, &stack.of_inner(), cache, batch, h)
    }

    fn final_norm(&self, stack: &Stack<D>, h: &Tensor<D>, _: Proof<D>) -> Result<Tensor<D>> {
        Double::final_norm(self, &stack.of_inner(), h)
    }

    fn logits(&self, stack: &Stack<D>, normed: &Tensor<D>, _: Proof<D>) -> Result<Tensor<D>> {
        Double::logits(self, &stack.of_inner(), normed)
    }

    fn top_k(&self, x: &Tensor<D>, k: usize, _: Proof<D>) -> Result<Vec<Vec<(u32, f32)>>> {
        Double::top_k(self, x, k)
    }

    fn copy_slots(
        &self,
        cache: &mut Cache<D>,
        from: &[u32],
        to: &[u32],
        _: Proof<D>,
    ) -> Result<()> {
        Double::copy_slots(self, cache, from, to)
    }

    fn copy_carries(
        &self,
        cache: &mut Cache<D>,
        from: &[u32],
        to: &[u32],
        _: Proof<D>,
    ) -> Result<()> {
        Double::copy_carries(self, cache, from, to)
    }

    fn export(&self, cache: &Cache<D>, part: CachePart<'_>, _: Proof<D>) -> Result<Vec<u8>> {
        Double::export(self, cache, part)
    }

    fn import(
        &self,
        cache: &mut Cache<D>,
        part: CachePart<'_>,
        bytes: &[u8],
        _: Proof<D>,
    ) -> Result<()> {
        Double::import(self, cache, part, bytes)
    }
}
