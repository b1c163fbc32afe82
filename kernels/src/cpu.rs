//! The CPU backend: threads, and every weight byte read once a pass.

use std::sync::Arc;

use half::{bf16, f16};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::backend::Backend;
use crate::batch::{Batch, CheckedBatch};
use crate::error::{Error, Result};
use crate::kv::{KvDType, KvShape};
use crate::ops::{self, Attention, LoopInput, LoopOutput, RotaryWrite, Rotated};
use crate::weight::WeightData;

/// The CPU backend.
///
/// The result of a row depends neither on the number of threads nor on which other rows are in the
/// pass: each row's sums are taken in the same order.
#[derive(Debug)]
pub struct Cpu {
    pool: ThreadPool,
}

/// An f32 matrix, row after row.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    pub(crate) rows: usize,
    pub(crate) cols: usize,
    pub(crate) data: Vec<f32>,
}

/// Keys, values and carries in host memory.
#[derive(Debug)]
pub struct CpuCache {
    shape: KvShape,
    layers: Vec<LayerKv>,
    pub(crate) carries: Vec<f32>,
}

/// One layer's keys and values, `[slots, kv_heads · head_dim]` each.
#[derive(Debug)]
enum LayerKv {
    F32 { k: Vec<f32>, v: Vec<f32> },
    F16 { k: Vec<f16>, v: Vec<f16> },
    BF16 { k: Vec<bf16>, v: Vec<bf16> },
}

impl Cpu {
    /// A backend with threads of its own: as many as asked for, or one for each core.
    ///
    /// # Errors
    /// [`Error::Threads`] if the threads cannot be started.
    pub fn new(threads: Option<usize>) -> Result<Self> {
        let threads = threads.unwrap_or(0);
        let pool = ThreadPoolBuilder::new()
            .num_threads(threads)
            .thread_name(|i| format!("plt-cpu-{i}"))
            .build()
            .map_err(|source| Error::Threads { threads, source })?;
        Ok(Self { pool })
    }
}

impl Matrix {
    pub(crate) fn new(rows: usize, cols: usize, data: Vec<f32>) -> Self {
        debug_assert_eq!(rows * cols, data.len());
        Self { rows, cols, data }
    }

    pub(crate) fn zeros(rows: usize, cols: usize) -> Self {
        Self::new(rows, cols, vec![0.0; rows * cols])
    }

    pub(crate) fn row(&self, row: usize) -> &[f32] {
        &self.data[row * self.cols..][..self.cols]
    }

    fn shape(&self) -> (usize, usize) {
        (self.rows, self.cols)
    }
}

impl CpuCache {
    fn new(shape: KvShape) -> Result<Self> {
        shape.check()?;
        let elements = shape.layer_elements()?;
        let layer = |_| {
            Ok(match shape.dtype {
                KvDType::F32 => {
                    LayerKv::F32 { k: shape.zeros(elements)?, v: shape.zeros(elements)? }
                }
                KvDType::F16 => {
                    LayerKv::F16 { k: shape.zeros(elements)?, v: shape.zeros(elements)? }
                }
                KvDType::BF16 => {
                    LayerKv::BF16 { k: shape.zeros(elements)?, v: shape.zeros(elements)? }
                }
            })
        };
        let layers = (0..shape.layers).map(layer).collect::<Result<_>>()?;
        let carries = shape.zeros(shape.carry_rows * shape.hidden)?;
        Ok(Self { shape, layers, carries })
    }

    pub(crate) fn shape(&self) -> &KvShape {
        &self.shape
    }

    /// Copies one head's key and value of a slot, as f32.
    pub(crate) fn read(
        &self,
        layer: usize,
        slot: u32,
        kv_head: usize,
        key: &mut [f32],
        value: &mut [f32],
    ) {
        fn widen<T: Copy + Into<f32>>(from: &[T], to: &mut [f32]) {
            for (to, from) in to.iter_mut().zip(from) {
                *to = (*from).into();
            }
        }
        let width = self.shape.head_dim;
        let start = (slot as usize * self.shape.kv_heads + kv_head) * width;
        let range = start..start + width;
        match &self.layers[layer] {
            LayerKv::F32 { k, v } => {
                key.copy_from_slice(&k[range.clone()]);
                value.copy_from_slice(&v[range]);
            }
            LayerKv::F16 { k, v } => {
                widen(&k[range.clone()], key);
                widen(&v[range], value);
            }
            LayerKv::BF16 { k, v } => {
                widen(&k[range.clone()], key);
                widen(&v[range], value);
            }
        }
    }

    /// Rounds values as storing them would.
    pub(crate) fn round(&self, values: &mut [f32]) {
        match self.shape.dtype {
            KvDType::F32 => {}
            KvDType::F16 => values.iter_mut().for_each(|x| *x = f16::from_f32(*x).to_f32()),
            KvDType::BF16 => values.iter_mut().for_each(|x| *x = bf16::from_f32(*x).to_f32()),
        }
    }

    /// Stores keys and values of these rows in these slots, rounded to the cache's type.
    pub(crate) fn write(
        &mut self,
        layer: usize,
        k: &Matrix,
        v: &Matrix,
        writes: impl Iterator<Item = (usize, u32)> + Clone,
    ) {
        fn store<T>(
            to: &mut [T],
            from: &Matrix,
            writes: impl Iterator<Item = (usize, u32)>,
            round: fn(f32) -> T,
        ) {
            for (row, slot) in writes {
                let to = &mut to[slot as usize * from.cols..][..from.cols];
                for (to, from) in to.iter_mut().zip(from.row(row)) {
                    *to = round(*from);
                }
            }
        }
        match &mut self.layers[layer] {
            LayerKv::F32 { k: keys, v: values } => {
                store(keys, k, writes.clone(), |x| x);
                store(values, v, writes, |x| x);
            }
            LayerKv::F16 { k: keys, v: values } => {
                store(keys, k, writes.clone(), f16::from_f32);
                store(values, v, writes, f16::from_f32);
            }
            LayerKv::BF16 { k: keys, v: values } => {
                store(keys, k, writes.clone(), bf16::from_f32);
                store(values, v, writes, bf16::from_f32);
            }
        }
    }
}

impl Backend for Cpu {
    type Tensor = Matrix;
    type Weight = Arc<WeightData>;
    type Cache = CpuCache;
    type Batch = CheckedBatch;

    fn name(&self) -> &'static str {
        "cpu"
    }

    fn weight(&self, data: WeightData) -> Result<Arc<WeightData>> {
        Ok(Arc::new(data))
    }

    fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>) -> Result<Matrix> {
        ops::check_tensor(rows, cols, &values)?;
        Ok(Matrix::new(rows, cols, values))
    }

    fn shape(&self, tensor: &Matrix) -> (usize, usize) {
        tensor.shape()
    }

    fn read(&self, tensor: &Matrix) -> Result<Vec<f32>> {
        Ok(tensor.data.clone())
    }

    fn cache(&self, shape: KvShape) -> Result<CpuCache> {
        CpuCache::new(shape)
    }

    fn cache_bytes(&self, cache: &CpuCache) -> usize {
        let layers = cache.layers.iter().map(|layer| match layer {
            LayerKv::F32 { k, v } => size_of_val(k.as_slice()) + size_of_val(v.as_slice()),
            LayerKv::F16 { k, v } => size_of_val(k.as_slice()) + size_of_val(v.as_slice()),
            LayerKv::BF16 { k, v } => size_of_val(k.as_slice()) + size_of_val(v.as_slice()),
        });
        layers.sum::<usize>() + size_of_val(cache.carries.as_slice())
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
        let matrix = |values: &[f32]| Matrix::new(slots.len(), width, values.to_vec());
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

    fn batch(&self, cache: &CpuCache, batch: Batch) -> Result<CheckedBatch> {
        CheckedBatch::new(batch, &cache.shape)
    }

    fn loop_input(
        &self,
        cache: &CpuCache,
        batch: &CheckedBatch,
        args: LoopInput<'_, Self>,
    ) -> Result<(Matrix, Matrix)> {
        batch.expect_cache(&cache.shape)?;
        let table = (args.table.rows(), args.table.cols());
        args.check(self, &cache.shape, table, batch)?;
        ops::loop_input::cpu::loop_input(cache, batch, args)
    }

    fn rms_norm(&self, x: &Matrix, weight: &Matrix, eps: f32) -> Result<Matrix> {
        ops::rms_norm::check(x.shape(), weight.shape())?;
        Ok(ops::rms_norm::cpu::rms_norm(x, weight, eps))
    }

    fn linear(
        &self,
        x: &Matrix,
        weight: &Arc<WeightData>,
        residual: Option<&Matrix>,
    ) -> Result<Matrix> {
        let shape = (weight.rows(), weight.cols());
        ops::linear::check(x.shape(), shape, residual.map(Matrix::shape))?;
        self.pool.install(|| ops::linear::cpu::linear(x, weight, residual))
    }

    fn rotary_write(
        &self,
        cache: &mut CpuCache,
        batch: &CheckedBatch,
        args: RotaryWrite<'_, Self>,
    ) -> Result<Rotated<Self>> {
        batch.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, batch.rows.len())?;
        Ok(ops::rotary_write::cpu::rotary_write(cache, batch, args))
    }

    fn attention(
        &self,
        cache: &mut CpuCache,
        batch: &CheckedBatch,
        args: Attention<'_, Self>,
    ) -> Result<Matrix> {
        batch.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, batch.covered())?;
        let y = self.pool.install(|| ops::attention::cpu::attention(cache, batch, &args));
        cache.write(args.layer, args.k, args.v, batch.ring_writes());
        Ok(y)
    }

    fn swiglu(&self, x: &Matrix, gate: &Arc<WeightData>, up: &Arc<WeightData>) -> Result<Matrix> {
        let shape = |weight: &WeightData| (weight.rows(), weight.cols());
        ops::swiglu::check(x.shape(), shape(gate), shape(up))?;
        self.pool.install(|| ops::swiglu::cpu::swiglu(x, gate, up))
    }

    fn loop_output(
        &self,
        cache: &mut CpuCache,
        batch: &CheckedBatch,
        args: LoopOutput<'_, Self>,
    ) -> Result<Matrix> {
        batch.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, batch.rows.len())?;
        Ok(ops::loop_output::cpu::loop_output(cache, batch, args))
    }
}
