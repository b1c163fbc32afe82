//! The reference backend: every half layer as its equation reads, on candle tensors.
//!
//! It is slow, differentiable, and the definition that other backends are compared with
//! (`plt_backend::conformance`). Its tensors and weights are candle tensors: a trainer puts a
//! `candle_core::Var`'s tensor in the place of a weight and calls `backward` on a result. Nothing on
//! the way is written in place, the KV cache included.
//!
//! ```
//! use plt_backend::Checked;
//! use plt_reference::Reference;
//!
//! let backend = Checked::new(Reference::new());
//! let x = backend.tensor(1, 4, vec![1.0, -1.0, 1.0, -1.0])?;
//! let w = backend.tensor(1, 4, vec![2.0; 4])?;
//! let y = backend.backend().rms_norm(&x, &w, 0.0)?;
//! assert_eq!(backend.read(&y)?, [2.0, -2.0, 2.0, -2.0]);
//! # Ok::<(), plt_backend::Error>(())
//! ```
//!
//! When not to use it: to run a model. Take `plt-cpu` or `plt-kernels`.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod attention;
mod attention_input;
mod cache;
mod feed_forward;
mod gate;
mod linear;
mod loops;
mod norm;
mod softmax;

pub use cache::ReferenceCache;

use candle_core::{Device, Tensor};
use plt_backend::{
    AttentionInput, Backend, Batch, CachePart, Error, KvShape, Proof, Result, WeightData,
};

/// The reference backend.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reference;

type Stack = plt_backend::Stack<Reference>;

impl Reference {
    /// The reference backend.
    pub fn new() -> Self {
        Self
    }

    /// `x / sqrt(mean(x²) + eps) · weight`, along the last dimension; `weight` has as many elements.
    ///
    /// # Errors
    /// [`Error::Library`] with the message of candle, for shapes that do not fit.
    pub fn rms_norm(&self, x: &Tensor, weight: &Tensor, eps: f32) -> Result<Tensor> {
        norm::rms_norm(x, weight, eps).map_err(library)
    }
}

/// An error of candle.
fn library(error: candle_core::Error) -> Error {
    Error::Library(Box::new(error))
}

impl Backend for Reference {
    type Tensor = Tensor;
    type Weight = Tensor;
    type Cache = ReferenceCache;
    type Batch = Batch;

    fn name(&self) -> &'static str {
        "reference"
    }

    fn weight(&self, data: WeightData) -> Result<Tensor> {
        let shape = (data.rows(), data.cols());
        Tensor::from_vec(data.to_f32(), shape, &Device::Cpu).map_err(library)
    }

    fn weight_shape(&self, weight: &Tensor) -> (usize, usize) {
        self.shape(weight)
    }

    fn weight_bytes(&self, weight: &Tensor) -> usize {
        weight.elem_count() * weight.dtype().size_in_bytes()
    }

    fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>, _: Proof<Self>) -> Result<Tensor> {
        Tensor::from_vec(values, (rows, cols), &Device::Cpu).map_err(library)
    }

    fn shape(&self, tensor: &Tensor) -> (usize, usize) {
        match tensor.dims() {
            [rows, cols] => (*rows, *cols),
            _ => (1, tensor.elem_count()),
        }
    }

    fn read(&self, tensor: &Tensor) -> Result<Vec<f32>> {
        tensor.flatten_all().and_then(|values| values.to_vec1()).map_err(library)
    }

    fn cache(&self, shape: KvShape, _: Proof<Self>) -> Result<ReferenceCache> {
        ReferenceCache::new(shape)
    }

    fn cache_shape<'a>(&self, cache: &'a ReferenceCache) -> &'a KvShape {
        cache.shape()
    }

    fn cache_bytes(&self, cache: &ReferenceCache) -> usize {
        cache.bytes()
    }

    fn batch(&self, _: &ReferenceCache, batch: Batch, _: Proof<Self>) -> Result<Batch> {
        Ok(batch)
    }

    fn loop_input(
        &self,
        stack: &Stack,
        cache: &ReferenceCache,
        batch: &Batch,
        _: Proof<Self>,
    ) -> Result<Tensor> {
        loops::loop_input(stack, cache, batch).map_err(library)
    }

    fn attention_input(
        &self,
        stack: &Stack,
        layer: usize,
        cache: &mut ReferenceCache,
        batch: &Batch,
        h: &Tensor,
        _: Proof<Self>,
    ) -> Result<AttentionInput<Tensor>> {
        let weights = stack.layer(layer);
        let input = attention_input::attention_input(stack.constants(), weights, batch, h);
        let input = input.map_err(library)?;
        cache.write(layer, &input.k, &input.v, batch.block_writes()).map_err(library)?;
        Ok(input)
    }

    fn attention(
        &self,
        stack: &Stack,
        layer: usize,
        cache: &mut ReferenceCache,
        batch: &Batch,
        input: &AttentionInput<Tensor>,
        _: Proof<Self>,
    ) -> Result<Tensor> {
        let heads = stack.constants().heads;
        let y = attention::attention(cache, batch, layer, heads, input).map_err(library)?;
        cache.write(layer, &input.k, &input.v, batch.ring_writes()).map_err(library)?;
        Ok(y)
    }

    fn attention_output(
        &self,
        stack: &Stack,
        layer: usize,
        y: &Tensor,
        h: &Tensor,
        _: Proof<Self>,
    ) -> Result<Tensor> {
        let (layer, eps) = (stack.layer(layer), stack.constants().eps);
        linear::multiply(y, &layer.o)
            .and_then(|x| norm::add_residual(h, &x, layer.attention_output_norm.as_ref(), eps))
            .map_err(library)
    }

    fn feed_forward(
        &self,
        stack: &Stack,
        layer: usize,
        h: &Tensor,
        _: Proof<Self>,
    ) -> Result<Tensor> {
        feed_forward::feed_forward(stack.constants(), stack.layer(layer), h).map_err(library)
    }

    fn loop_output(
        &self,
        stack: &Stack,
        cache: &mut ReferenceCache,
        batch: &Batch,
        h: &Tensor,
        _: Proof<Self>,
    ) -> Result<Tensor> {
        loops::loop_output(stack, cache, batch, h).map_err(library)
    }

    fn final_norm(&self, stack: &Stack, h: &Tensor, _: Proof<Self>) -> Result<Tensor> {
        self.rms_norm(h, &stack.weights().norm, stack.constants().eps)
    }

    fn logits(&self, stack: &Stack, normed: &Tensor, _: Proof<Self>) -> Result<Tensor> {
        linear::multiply(normed, &stack.weights().head).map_err(library)
    }

    fn copy_slots(
        &self,
        cache: &mut ReferenceCache,
        from: &[u32],
        to: &[u32],
        _: Proof<Self>,
    ) -> Result<()> {
        cache.copy_slots(from, to).map_err(library)
    }

    fn copy_carries(
        &self,
        cache: &mut ReferenceCache,
        from: &[u32],
        to: &[u32],
        _: Proof<Self>,
    ) -> Result<()> {
        cache.copy_carries(from, to).map_err(library)
    }

    fn export(
        &self,
        cache: &ReferenceCache,
        part: CachePart<'_>,
        _: Proof<Self>,
    ) -> Result<Vec<u8>> {
        cache.export(part).map_err(library)
    }

    fn import(
        &self,
        cache: &mut ReferenceCache,
        part: CachePart<'_>,
        bytes: &[u8],
        _: Proof<Self>,
    ) -> Result<()> {
        cache.import(part, bytes).map_err(library)
    }
}

/// Compiles and runs the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
