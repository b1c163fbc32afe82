use plt_backend::check::expect_size;
use plt_backend::{
    AttentionInput, Backend, Batch, CachePart, KvShape, Proof, ReadSpeed, Result, WeightData,
};

use crate::attention::{CpuBatch, attention};
use crate::cache::CpuCache;
use crate::device::{Cpu, Matrix, Memory};
use crate::weights::CpuWeight;
use crate::{layer, linear};

type Stack = plt_backend::Stack<Cpu>;

/// Single operations, for benches and tests.
impl Cpu {
    /// `x · weightᵀ`, plus `residual` where given; `weight` is `[out, in]`.
    ///
    /// # Errors
    /// [`Error::Shape`](plt_backend::Error::Shape).
    pub fn linear(
        &self,
        x: &Matrix,
        weight: &CpuWeight,
        residual: Option<&Matrix>,
    ) -> Result<Matrix> {
        let (out, columns) = weight.shape();
        expect_size("linear", "columns of x", columns, x.cols)?;
        if let Some(residual) = residual {
            expect_size("linear", "rows of residual", x.rows, residual.rows)?;
            expect_size("linear", "columns of residual", out, residual.cols)?;
        }
        Ok(linear::linear(self, x, weight, residual))
    }

    /// `x / sqrt(mean(x²) + eps) · weight`, row by row; `weight` is `[1, cols]`.
    ///
    /// # Errors
    /// [`Error::Shape`](plt_backend::Error::Shape).
    pub fn rms_norm(&self, x: &Matrix, weight: &Matrix, eps: f32) -> Result<Matrix> {
        expect_size("rms_norm", "elements of weight", x.cols, weight.data().len())?;
        Ok(layer::rms_norm(self, x, weight, eps))
    }
}

impl ReadSpeed for Cpu {
    type Memory = Memory;

    fn memory_to_read(&self) -> Result<Memory> {
        /// Few processors have larger caches.
        const BYTES: usize = 256 << 20;
        self.memory(BYTES)
    }

    fn read_speed(&self, memory: &Memory) -> Result<f64> {
        Ok(self.bandwidth(memory))
    }
}

impl Backend for Cpu {
    type Tensor = Matrix;
    type Weight = CpuWeight;
    type Cache = CpuCache;
    type Batch = CpuBatch;

    fn name(&self) -> &'static str {
        "cpu"
    }

    fn weight(&self, data: WeightData) -> Result<CpuWeight> {
        CpuWeight::new(&self.pool, data)
    }

    fn weight_shape(&self, weight: &CpuWeight) -> (usize, usize) {
        weight.shape()
    }

    fn weight_bytes(&self, weight: &CpuWeight) -> usize {
        weight.bytes()
    }

    fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>, _: Proof<Self>) -> Result<Matrix> {
        Ok(Matrix::from_values(self, rows, cols, values))
    }

    fn shape(&self, tensor: &Matrix) -> (usize, usize) {
        tensor.shape()
    }

    fn read(&self, tensor: &Matrix) -> Result<Vec<f32>> {
        Ok(tensor.data().to_vec())
    }

    fn cache(&self, shape: KvShape, _: Proof<Self>) -> Result<CpuCache> {
        CpuCache::new(shape)
    }

    fn cache_shape<'a>(&self, cache: &'a CpuCache) -> &'a KvShape {
        cache.shape()
    }

    fn cache_bytes(&self, cache: &CpuCache) -> usize {
        cache.bytes()
    }

    fn batch(&self, _: &CpuCache, batch: Batch, _: Proof<Self>) -> Result<CpuBatch> {
        Ok(CpuBatch::new(batch))
    }

    fn loop_input(
        &self,
        stack: &Stack,
        cache: &CpuCache,
        batch: &CpuBatch,
        _: Proof<Self>,
    ) -> Result<Matrix> {
        Ok(layer::loop_input(self, stack, cache, batch))
    }

    fn attention_input(
        &self,
        stack: &Stack,
        layer: usize,
        cache: &mut CpuCache,
        batch: &CpuBatch,
        h: &Matrix,
        _: Proof<Self>,
    ) -> Result<AttentionInput<Matrix>> {
        let (constants, weights) = (stack.constants(), stack.layer(layer));
        let x = layer::rms_norm(self, h, &weights.input_norm, constants.eps);
        let [mut q, mut k, v] = layer::project(self, constants, &weights.qkv, &x);
        for (heads, norm) in [(&mut q, &weights.q_norm), (&mut k, &weights.k_norm)] {
            if let Some(norm) = norm {
                layer::norm_in_place(self, heads, norm, constants.eps);
            }
            layer::rotate(constants, batch, heads);
        }
        cache.write(layer, &k, &v, batch.block_writes());
        let gate = weights.gate.as_ref().filter(|_| batch.gated());
        let gate = gate.map(|gate| layer::gate(self, gate, h, &q, constants.eps));
        Ok(AttentionInput { q, k, v, gate })
    }

    fn attention(
        &self,
        stack: &Stack,
        layer: usize,
        cache: &mut CpuCache,
        batch: &CpuBatch,
        input: &AttentionInput<Matrix>,
        _: Proof<Self>,
    ) -> Result<Matrix> {
        let y = attention(self, layer, stack.constants().heads, cache, batch, input);
        cache.write(layer, &input.k, &input.v, batch.ring_writes());
        Ok(y)
    }

    fn attention_output(
        &self,
        stack: &Stack,
        layer: usize,
        y: &Matrix,
        h: &Matrix,
        _: Proof<Self>,
    ) -> Result<Matrix> {
        let weights = stack.layer(layer);
        let norm = weights.attention_output_norm.as_ref();
        Ok(self.project_back(stack, y, &weights.o, norm, h))
    }

    fn feed_forward(
        &self,
        stack: &Stack,
        layer: usize,
        h: &Matrix,
        _: Proof<Self>,
    ) -> Result<Matrix> {
        let weights = stack.layer(layer);
        let z = layer::rms_norm(self, h, &weights.post_norm, stack.constants().eps);
        let f = linear::swiglu(self, &z, &weights.gate_proj, &weights.up_proj);
        let norm = weights.feed_forward_output_norm.as_ref();
        Ok(self.project_back(stack, &f, &weights.down_proj, norm, h))
    }

    fn loop_output(
        &self,
        stack: &Stack,
        cache: &mut CpuCache,
        batch: &CpuBatch,
        h: &Matrix,
        _: Proof<Self>,
    ) -> Result<Matrix> {
        Ok(layer::loop_output(self, stack, cache, batch, h))
    }

    fn final_norm(&self, stack: &Stack, h: &Matrix, _: Proof<Self>) -> Result<Matrix> {
        Ok(layer::rms_norm(self, h, &stack.weights().norm, stack.constants().eps))
    }

    fn logits(&self, stack: &Stack, normed: &Matrix, _: Proof<Self>) -> Result<Matrix> {
        Ok(linear::linear(self, normed, &stack.weights().head, None))
    }

    fn copy_slots(
        &self,
        cache: &mut CpuCache,
        from: &[u32],
        to: &[u32],
        _: Proof<Self>,
    ) -> Result<()> {
        cache.copy_slots(&self.pool, from, to);
        Ok(())
    }

    fn copy_carries(
        &self,
        cache: &mut CpuCache,
        from: &[u32],
        to: &[u32],
        _: Proof<Self>,
    ) -> Result<()> {
        cache.copy_carries(from, to);
        Ok(())
    }

    fn export(&self, cache: &CpuCache, part: CachePart<'_>, _: Proof<Self>) -> Result<Vec<u8>> {
        Ok(cache.export(part))
    }

    fn import(
        &self,
        cache: &mut CpuCache,
        part: CachePart<'_>,
        bytes: &[u8],
        _: Proof<Self>,
    ) -> Result<()> {
        cache.import(part, bytes);
        Ok(())
    }
}

impl Cpu {
    /// The residual h plus `x · weightᵀ`, which is normed first if the layer has a norm of it.
    fn project_back(
        &self,
        stack: &Stack,
        x: &Matrix,
        weight: &CpuWeight,
        norm: Option<&Matrix>,
        h: &Matrix,
    ) -> Matrix {
        match norm {
            None => linear::linear(self, x, weight, Some(h)),
            Some(norm) => {
                let mut y = linear::linear(self, x, weight, None);
                layer::norm_in_place(self, &mut y, norm, stack.constants().eps);
                layer::add_residual(&mut y, h);
                y
            }
        }
    }
}
