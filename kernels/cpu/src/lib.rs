//! The CPU backend: threads, vector instructions, and every weight byte read once a pass.

pub(crate) mod activations;
mod batch;
pub(crate) mod buffers;
mod cache;
mod dot;
pub(crate) mod exp;
pub(crate) mod float;
pub(crate) mod isa;
mod matrix;
pub(crate) mod packed;
mod pages;
pub(crate) mod pool;
mod weight;

pub use activations::Activations;
pub use batch::CpuBatch;
pub use cache::CpuCache;
pub(crate) use cache::{Numbers, Start};
pub use isa::Instructions;
pub use matrix::Matrix;
pub use weight::CpuWeight;

pub(crate) use dot::dot;
pub(crate) use weight::Stored;

use std::hint::black_box;
use std::time::Instant;

use self::activations::Chunk;
use self::buffers::Shelf;
use self::pages::Pages;
use self::pool::Pool;

use crate::backend::{Backend, ReadSpeed};
use crate::batch::{Batch, CheckedBatch};
use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::{self, Attention, LoopInput, LoopOutput, RotaryWrite, Rotated};
use crate::weight::WeightData;

/// Bytes of a line of the cache.
pub(crate) const LINE: usize = 64;

/// The CPU backend.
///
/// The result of a row depends neither on the number of threads nor on which other rows are in the
/// pass: each row's sums are taken in the same order.
#[derive(Debug)]
pub struct Cpu {
    pub(crate) pool: Pool,
    pub(crate) instructions: Instructions,
    pub(crate) activations: Activations,
    /// Where matrices and what operations gather in between get their memory.
    pub(crate) floats: Shelf<f32>,
    chunks_int8: Shelf<Chunk<1>>,
    chunks_int16: Shelf<Chunk<2>>,
}

/// Bytes in memory, in pages like those of packed weights: to measure how fast they can be read.
#[derive(Debug)]
pub struct Memory(Pages);

impl Cpu {
    /// A backend with threads of its own: as many as asked for, or one for each core.
    ///
    /// # Errors
    /// [`Error::Threads`](crate::Error::Threads) if the threads cannot be started.
    pub fn new(threads: Option<usize>) -> Result<Self> {
        Ok(Self {
            pool: Pool::new(threads)?,
            instructions: Instructions::best(),
            activations: Activations::default(),
            floats: Shelf::default(),
            chunks_int8: Shelf::default(),
            chunks_int16: Shelf::default(),
        })
    }

    /// The number of threads.
    pub fn threads(&self) -> usize {
        self.pool.threads()
    }

    /// The instructions that products are computed with.
    pub fn instructions(&self) -> Instructions {
        self.instructions
    }

    /// What rows of x are rounded to where they meet quantised weights.
    pub fn activations(&self) -> Activations {
        self.activations
    }

    /// The same with these activations. Weights of floats are multiplied in f32 with either.
    pub fn with_activations(mut self, activations: Activations) -> Self {
        self.activations = activations;
        self
    }

    /// So many bytes, in whole lines of the cache.
    ///
    /// # Errors
    /// [`Error::Memory`](crate::Error::Memory) if there are not as many.
    pub fn memory(&self, bytes: usize) -> Result<Memory> {
        let mut pages = Pages::zeros(bytes / LINE * LINE)?;
        // A page that nobody has written is nowhere, and quickly read.
        pages.fill(1);
        Ok(Memory(pages))
    }

    /// Reads all of the memory once, on all threads, and returns a sum of it: how fast this is, is how
    /// fast weights can be read at best.
    pub fn read_all(&self, memory: &Memory) -> u64 {
        /// Lines of a task.
        const TASK: usize = 1 << 14;
        let lines = memory.0.as_chunks::<LINE>().0;
        let mut sums = vec![0u64; lines.len().div_ceil(TASK)];
        self.pool.chunks(&mut sums, 1, |task, sum| {
            let lines = &lines[task * TASK..];
            let mut lanes = [0u64; LINE / 8];
            for line in &lines[..TASK.min(lines.len())] {
                isa::read_ahead(line.as_ptr());
                for (sum, word) in lanes.iter_mut().zip(line.as_chunks().0) {
                    *sum = sum.wrapping_add(u64::from_ne_bytes(*word));
                }
            }
            sum[0] = lanes.into_iter().fold(0, u64::wrapping_add);
        });
        sums.into_iter().fold(0, u64::wrapping_add)
    }

    /// The same with other instructions than the fastest: to compare them. Those that the machine
    /// does not have are not taken.
    pub fn with_instructions(mut self, instructions: Instructions) -> Self {
        if Instructions::available().contains(&instructions) {
            self.instructions = instructions;
        }
        self
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
        let started = Instant::now();
        black_box(self.read_all(black_box(memory)));
        Ok(memory.0.len() as f64 / started.elapsed().as_secs_f64())
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

    fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>) -> Result<Matrix> {
        ops::check_tensor(rows, cols, &values)?;
        Ok(Matrix::new(rows, cols, self.floats.holding(values)))
    }

    fn shape(&self, tensor: &Matrix) -> (usize, usize) {
        tensor.shape()
    }

    fn read(&self, tensor: &Matrix) -> Result<Vec<f32>> {
        Ok(tensor.data().to_vec())
    }

    fn cache(&self, shape: KvShape) -> Result<CpuCache> {
        CpuCache::new(shape)
    }

    fn weight_bytes(&self, weight: &CpuWeight) -> usize {
        weight.bytes()
    }

    fn cache_bytes(&self, cache: &CpuCache) -> usize {
        cache.bytes()
    }

    fn read_slots(
        &self,
        cache: &CpuCache,
        layer: usize,
        slots: &[u32],
    ) -> Result<(Vec<f32>, Vec<f32>)> {
        let KvShape { kv_heads, head_dim, .. } = cache.shape;
        ops::check_slots(&cache.shape, layer, slots)?;
        let mut k = vec![0.0; slots.len() * kv_heads * head_dim];
        let mut v = k.clone();
        let heads = slots.iter().flat_map(|slot| (0..kv_heads).map(move |head| (slot, head)));
        let places = k.chunks_exact_mut(head_dim).zip(v.chunks_exact_mut(head_dim));
        for ((slot, head), (key, value)) in heads.zip(places) {
            cache.read(layer, *slot, head, key, value);
        }
        Ok((k, v))
    }

    fn write_slots(
        &self,
        cache: &mut CpuCache,
        layer: usize,
        slots: &[u32],
        keys: &[f32],
        values: &[f32],
    ) -> Result<()> {
        ops::check_slot_values(&cache.shape, layer, slots, keys, values)?;
        let width = cache.shape.kv_heads * cache.shape.head_dim;
        let matrix = |values: &[f32]| Matrix::new(slots.len(), width, self.floats.copy(values));
        cache.write(layer, &matrix(keys), &matrix(values), slots.iter().copied().enumerate());
        Ok(())
    }

    fn read_carries(&self, cache: &CpuCache, rows: &[u32]) -> Result<Vec<f32>> {
        ops::check_carries(&cache.shape, rows)?;
        let hidden = cache.shape.hidden;
        let row = |row: &u32| &cache.carries[*row as usize * hidden..][..hidden];
        Ok(rows.iter().flat_map(row).copied().collect())
    }

    fn write_carries(&self, cache: &mut CpuCache, rows: &[u32], values: &[f32]) -> Result<()> {
        ops::check_carry_values(&cache.shape, rows, values)?;
        let hidden = cache.shape.hidden;
        for (row, value) in rows.iter().zip(values.chunks_exact(hidden)) {
            cache.carries[*row as usize * hidden..][..hidden].copy_from_slice(value);
        }
        Ok(())
    }

    fn batch(&self, cache: &CpuCache, batch: Batch) -> Result<CpuBatch> {
        Ok(CpuBatch::new(CheckedBatch::new(batch, &cache.shape)?))
    }

    fn loop_input(
        &self,
        cache: &CpuCache,
        batch: &CpuBatch,
        args: LoopInput<'_, Self>,
    ) -> Result<(Matrix, Matrix)> {
        batch.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, args.table.shape(), batch)?;
        Ok(ops::loop_input::cpu::loop_input(self, cache, batch, args))
    }

    fn rms_norm(&self, x: &Matrix, weight: &Matrix, eps: f32) -> Result<Matrix> {
        ops::rms_norm::check(x.shape(), weight.shape())?;
        Ok(ops::rms_norm::cpu::rms_norm(self, x, weight, eps))
    }

    fn linear(&self, x: &Matrix, weight: &CpuWeight, residual: Option<&Matrix>) -> Result<Matrix> {
        ops::linear::check(x.shape(), weight.shape(), residual.map(Matrix::shape))?;
        Ok(ops::linear::cpu::linear(self, x, weight, residual))
    }

    fn rotary_write(
        &self,
        cache: &mut CpuCache,
        batch: &CpuBatch,
        args: RotaryWrite<'_, Self>,
    ) -> Result<Rotated<Self>> {
        batch.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, batch.rows.len())?;
        Ok(ops::rotary_write::cpu::rotary_write(self, cache, batch, args))
    }

    fn attention(
        &self,
        cache: &mut CpuCache,
        batch: &CpuBatch,
        args: Attention<'_, Self>,
    ) -> Result<Matrix> {
        batch.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, batch.covered())?;
        let y = ops::attention::cpu::attention(self, cache, batch, &args);
        // Without spans there are no keys and values to store.
        let covered = batch.covered();
        let writes = batch.ring_writes().filter(|(row, _)| *row < covered);
        cache.write(args.layer, args.k, args.v, writes);
        Ok(y)
    }

    fn swiglu(&self, x: &Matrix, gate: &CpuWeight, up: &CpuWeight) -> Result<Matrix> {
        ops::swiglu::check(x.shape(), gate.shape(), up.shape())?;
        Ok(ops::swiglu::cpu::swiglu(self, x, gate, up))
    }

    fn loop_output(
        &self,
        cache: &mut CpuCache,
        batch: &CpuBatch,
        args: LoopOutput<'_, Self>,
    ) -> Result<Matrix> {
        batch.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, batch.rows.len())?;
        Ok(ops::loop_output::cpu::loop_output(self, cache, batch, args))
    }
}
