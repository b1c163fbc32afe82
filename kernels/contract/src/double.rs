use crate::backend::{AttentionInput, Backend, CachePart};
use crate::batch::CheckedBatch;
use crate::cache::KvShape;
use crate::error::Result;
use crate::model::Stack;
use crate::weight::WeightData;

type Tensor<D> = <<D as Double>::Inner as Backend>::Tensor;
type Weight<D> = <<D as Double>::Inner as Backend>::Weight;
type Cache<D> = <<D as Double>::Inner as Backend>::Cache;
type PassBatch<D> = <<D as Double>::Inner as Backend>::Batch;
type DoubleStack<D> = Stack<Tensor<D>, Weight<D>>;

/// A test double: a [`Backend`] with the types of another one, to which every method forwards
/// unless it is overridden.
///
/// ```
/// use plt_backend::{Backend, Checked, Double, Result, StackOf};
/// use plt_reference::Reference;
///
/// /// A backend that forgets the residual of attention.
/// struct NoResidual(Reference);
///
/// impl Double for NoResidual {
///     type Inner = Reference;
///
///     fn inner(&self) -> &Reference {
///         &self.0
///     }
///
///     fn attention_output(
///         &self,
///         stack: &StackOf<Reference>,
///         layer: usize,
///         y: &<Reference as Backend>::Tensor,
///         h: &<Reference as Backend>::Tensor,
///     ) -> Result<<Reference as Backend>::Tensor> {
///         Backend::attention_output(&self.0, stack, layer, y, &h.zeros_like().unwrap())
///     }
/// }
///
/// let double = Checked::new(NoResidual(Reference::new()));
/// assert_eq!(double.name(), "reference");
/// ```
#[allow(missing_docs, reason = "each method is that of `Backend`")]
#[allow(clippy::missing_errors_doc, reason = "each method is that of `Backend`")]
pub trait Double: Sized + Send + Sync + 'static {
    /// The backend that does the work.
    type Inner: Backend;

    /// The backend that does the work.
    fn inner(&self) -> &Self::Inner;

    fn name(&self) -> &'static str {
        self.inner().name()
    }

    fn weight(&self, data: WeightData) -> Result<Weight<Self>> {
        self.inner().weight(data)
    }

    fn weight_shape(&self, weight: &Weight<Self>) -> (usize, usize) {
        self.inner().weight_shape(weight)
    }

    fn weight_bytes(&self, weight: &Weight<Self>) -> usize {
        self.inner().weight_bytes(weight)
    }

    fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>) -> Result<Tensor<Self>> {
        self.inner().tensor(rows, cols, values)
    }

    fn shape(&self, tensor: &Tensor<Self>) -> (usize, usize) {
        self.inner().shape(tensor)
    }

    fn read(&self, tensor: &Tensor<Self>) -> Result<Vec<f32>> {
        self.inner().read(tensor)
    }

    fn cache(&self, shape: KvShape) -> Result<Cache<Self>> {
        self.inner().cache(shape)
    }

    fn cache_shape<'a>(&self, cache: &'a Cache<Self>) -> &'a KvShape {
        self.inner().cache_shape(cache)
    }

    fn cache_bytes(&self, cache: &Cache<Self>) -> usize {
        self.inner().cache_bytes(cache)
    }

    fn batch(&self, cache: &Cache<Self>, batch: CheckedBatch) -> Result<PassBatch<Self>> {
        self.inner().batch(cache, batch)
    }

    fn loop_input(
        &self,
        stack: &DoubleStack<Self>,
        cache: &Cache<Self>,
        batch: &PassBatch<Self>,
    ) -> Result<Tensor<Self>> {
        self.inner().loop_input(stack, cache, batch)
    }

    fn attention_input(
        &self,
        stack: &DoubleStack<Self>,
        layer: usize,
        cache: &mut Cache<Self>,
        batch: &PassBatch<Self>,
        h: &Tensor<Self>,
    ) -> Result<AttentionInput<Tensor<Self>>> {
        self.inner().attention_input(stack, layer, cache, batch, h)
    }

    fn attention(
        &self,
        stack: &DoubleStack<Self>,
        layer: usize,
        cache: &mut Cache<Self>,
        batch: &PassBatch<Self>,
        input: &AttentionInput<Tensor<Self>>,
    ) -> Result<Tensor<Self>> {
        self.inner().attention(stack, layer, cache, batch, input)
    }

    fn attention_output(
        &self,
        stack: &DoubleStack<Self>,
        layer: usize,
        y: &Tensor<Self>,
        h: &Tensor<Self>,
    ) -> Result<Tensor<Self>> {
        self.inner().attention_output(stack, layer, y, h)
    }

    fn feed_forward(
        &self,
        stack: &DoubleStack<Self>,
        layer: usize,
        h: &Tensor<Self>,
    ) -> Result<Tensor<Self>> {
        self.inner().feed_forward(stack, layer, h)
    }

    fn loop_output(
        &self,
        stack: &DoubleStack<Self>,
        cache: &mut Cache<Self>,
        batch: &PassBatch<Self>,
        h: &Tensor<Self>,
    ) -> Result<Tensor<Self>> {
        self.inner().loop_output(stack, cache, batch, h)
    }

    fn final_norm(&self, stack: &DoubleStack<Self>, h: &Tensor<Self>) -> Result<Tensor<Self>> {
        self.inner().final_norm(stack, h)
    }

    fn logits(&self, stack: &DoubleStack<Self>, normed: &Tensor<Self>) -> Result<Tensor<Self>> {
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
        Double::weight_shape(self, weight)
    }

    fn weight_bytes(&self, weight: &Weight<D>) -> usize {
        Double::weight_bytes(self, weight)
    }

    fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>) -> Result<Tensor<D>> {
        Double::tensor(self, rows, cols, values)
    }

    fn shape(&self, tensor: &Tensor<D>) -> (usize, usize) {
        Double::shape(self, tensor)
    }

    fn read(&self, tensor: &Tensor<D>) -> Result<Vec<f32>> {
        Double::read(self, tensor)
    }

    fn cache(&self, shape: KvShape) -> Result<Cache<D>> {
        Double::cache(self, shape)
    }

    fn cache_shape<'a>(&self, cache: &'a Cache<D>) -> &'a KvShape {
        Double::cache_shape(self, cache)
    }

    fn cache_bytes(&self, cache: &Cache<D>) -> usize {
        Double::cache_bytes(self, cache)
    }

    fn batch(&self, cache: &Cache<D>, batch: CheckedBatch) -> Result<PassBatch<D>> {
        Double::batch(self, cache, batch)
    }

    fn loop_input(
        &self,
        stack: &DoubleStack<D>,
        cache: &Cache<D>,
        batch: &PassBatch<D>,
    ) -> Result<Tensor<D>> {
        Double::loop_input(self, stack, cache, batch)
    }

    fn attention_input(
        &self,
        stack: &DoubleStack<D>,
        layer: usize,
        cache: &mut Cache<D>,
        batch: &PassBatch<D>,
        h: &Tensor<D>,
    ) -> Result<AttentionInput<Tensor<D>>> {
        Double::attention_input(self, stack, layer, cache, batch, h)
    }

    fn attention(
        &self,
        stack: &DoubleStack<D>,
        layer: usize,
        cache: &mut Cache<D>,
        batch: &PassBatch<D>,
        input: &AttentionInput<Tensor<D>>,
    ) -> Result<Tensor<D>> {
        Double::attention(self, stack, layer, cache, batch, input)
    }

    fn attention_output(
        &self,
        stack: &DoubleStack<D>,
        layer: usize,
        y: &Tensor<D>,
        h: &Tensor<D>,
    ) -> Result<Tensor<D>> {
        Double::attention_output(self, stack, layer, y, h)
    }

    fn feed_forward(
        &self,
        stack: &DoubleStack<D>,
        layer: usize,
        h: &Tensor<D>,
    ) -> Result<Tensor<D>> {
        Double::feed_forward(self, stack, layer, h)
    }

    fn loop_output(
        &self,
        stack: &DoubleStack<D>,
        cache: &mut Cache<D>,
        batch: &PassBatch<D>,
        h: &Tensor<D>,
    ) -> Result<Tensor<D>> {
        Double::loop_output(self, stack, cache, batch, h)
    }

    fn final_norm(&self, stack: &DoubleStack<D>, h: &Tensor<D>) -> Result<Tensor<D>> {
        Double::final_norm(self, stack, h)
    }

    fn logits(&self, stack: &DoubleStack<D>, normed: &Tensor<D>) -> Result<Tensor<D>> {
        Double::logits(self, stack, normed)
    }

    fn top_k(&self, x: &Tensor<D>, k: usize) -> Result<Vec<Vec<(u32, f32)>>> {
        Double::top_k(self, x, k)
    }

    fn copy_slots(&self, cache: &mut Cache<D>, from: &[u32], to: &[u32]) -> Result<()> {
        Double::copy_slots(self, cache, from, to)
    }

    fn copy_carries(&self, cache: &mut Cache<D>, from: &[u32], to: &[u32]) -> Result<()> {
        Double::copy_carries(self, cache, from, to)
    }

    fn export(&self, cache: &Cache<D>, part: CachePart<'_>) -> Result<Vec<u8>> {
        Double::export(self, cache, part)
    }

    fn import(&self, cache: &mut Cache<D>, part: CachePart<'_>, bytes: &[u8]) -> Result<()> {
        Double::import(self, cache, part, bytes)
    }
}
