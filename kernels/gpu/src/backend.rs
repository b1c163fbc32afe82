use cubecl::MemoryScope;
use cubecl::client::Client;

use super::batch::CubeBatch;
use super::cache::{CubeCache, decode, encode};
use super::launch::{Counters, Gpu};
use super::tensor::CubeTensor;
use super::weight::CubeWeight;
use crate::backend::Backend;
use crate::batch::{Batch, CheckedBatch};
use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::{self, Attention, LoopInput, LoopOutput, RotaryWrite, Rotated};
use crate::weight::WeightData;

/// The GPU backend, on any device that cubecl has a runtime for.
///
/// Arithmetic is f32. What a kernel needs of a device is f32 and 32-bit integers, shared memory and
/// barriers; 16-bit floats and quants travel in words.
pub struct Cube {
    pub(super) gpu: Gpu,
    name: &'static str,
}

impl Cube {
    /// A backend on a device that another cubecl program has a client of. `name` is what
    /// [`Backend::name`] says.
    pub fn from_client(client: Client, name: &'static str) -> Self {
        Self { gpu: Gpu::new(client), name }
    }

    /// The same with another guess at how many cubes keep the device busy: attention over a long
    /// context is cut into about as many. Twice the multiprocessors where the runtime knows them,
    /// 256 where it does not.
    pub fn busy_with(mut self, cubes: usize) -> Self {
        self.gpu.busy = cubes.max(1);
        self
    }

    /// The same with or without tuning: whether the first product of more than 16 rows of a shape
    /// tries the routines that there are for it and keeps to the fastest. Without asking, GPUs are
    /// tuned and software devices are not. Routines add up in different orders: results of two
    /// processes may differ in their last bits.
    pub fn tuned(mut self, tuned: bool) -> Self {
        self.gpu.tuner = tuned.then(ops::linear::cube::tuner);
        self
    }

    #[cfg(feature = "sources")]
    pub(super) fn on(gpu: Gpu) -> Self {
        Self { gpu, name: "paper" }
    }

    /// The device, as its driver names it; empty without a device.
    pub fn adapter(&self) -> String {
        let name = |client: &Client| client.properties().identity.name.to_string();
        self.gpu.client().map_or_else(String::new, name)
    }

    /// What was asked of the device so far.
    pub fn counters(&self) -> Counters {
        self.gpu.count.read()
    }

    /// Bytes of device memory that this thread's work holds, free for reuse or not. A pass that
    /// leaves it as it was has allocated nothing.
    pub fn reserved_bytes(&self) -> u64 {
        let report = |client: &Client| client.memory_report(MemoryScope::CurrentStream);
        self.gpu.client().map_or(0, |client| report(client).usage().bytes_reserved)
    }
}

impl Backend for Cube {
    type Tensor = CubeTensor;
    type Weight = CubeWeight;
    type Cache = CubeCache;
    type Batch = CubeBatch;

    fn name(&self) -> &'static str {
        self.name
    }

    fn weight(&self, data: WeightData) -> Result<CubeWeight> {
        CubeWeight::new(&self.gpu, &data)
    }

    fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>) -> Result<CubeTensor> {
        ops::check_tensor(rows, cols, &values)?;
        Ok(CubeTensor { handle: self.gpu.upload(&values), rows, cols })
    }

    fn shape(&self, tensor: &CubeTensor) -> (usize, usize) {
        (tensor.rows, tensor.cols)
    }

    fn read(&self, tensor: &CubeTensor) -> Result<Vec<f32>> {
        self.gpu.download(&tensor.handle, tensor.rows * tensor.cols)
    }

    fn cache(&self, shape: KvShape) -> Result<CubeCache> {
        CubeCache::new(&self.gpu, shape)
    }

    fn weight_bytes(&self, weight: &CubeWeight) -> usize {
        weight.bytes
    }

    fn cache_bytes(&self, cache: &CubeCache) -> usize {
        let handles = cache.layers.iter().chain([&cache.carries]);
        handles.map(|handle| handle.size_in_used() as usize).sum()
    }

    fn read_slots(
        &self,
        cache: &CubeCache,
        layer: usize,
        slots: &[u32],
    ) -> Result<(Vec<f32>, Vec<f32>)> {
        ops::check_slots(&cache.shape, layer, slots)?;
        let from = cache.rows_of(slots);
        let out = self.gpu.empty(from.words());
        self.gpu.copy_rows(&cache.layers[layer], &out, &from.rows, from.width, true);
        let words: Vec<u32> = self.gpu.download(&out, from.words())?;
        Ok(decode(&words, cache.shape.dtype))
    }

    fn write_slots(
        &self,
        cache: &mut CubeCache,
        layer: usize,
        slots: &[u32],
        keys: &[f32],
        values: &[f32],
    ) -> Result<()> {
        ops::check_slot_values(&cache.shape, layer, slots, keys, values)?;
        let from = self.gpu.upload(&encode(keys, values, cache.shape.dtype));
        let to = cache.rows_of(slots);
        self.gpu.copy_rows(&from, &cache.layers[layer], &to.rows, to.width, false);
        Ok(())
    }

    fn read_carries(&self, cache: &CubeCache, rows: &[u32]) -> Result<Vec<f32>> {
        ops::check_carries(&cache.shape, rows)?;
        let hidden = cache.shape.hidden;
        let out = self.gpu.empty(rows.len() * hidden);
        self.gpu.copy_rows(&cache.carries, &out, rows, hidden, true);
        self.gpu.download(&out, rows.len() * hidden)
    }

    fn write_carries(&self, cache: &mut CubeCache, rows: &[u32], values: &[f32]) -> Result<()> {
        ops::check_carry_values(&cache.shape, rows, values)?;
        let from = self.gpu.upload(values);
        self.gpu.copy_rows(&from, &cache.carries, rows, cache.shape.hidden, false);
        Ok(())
    }

    fn batch(&self, cache: &CubeCache, batch: Batch) -> Result<CubeBatch> {
        Ok(CubeBatch::new(&self.gpu, CheckedBatch::new(batch, &cache.shape)?))
    }

    fn loop_input(
        &self,
        cache: &CubeCache,
        batch: &CubeBatch,
        args: LoopInput<'_, Self>,
    ) -> Result<(CubeTensor, CubeTensor)> {
        batch.host.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, args.table.shape(), &batch.host)?;
        Ok(ops::loop_input::cube::loop_input(&self.gpu, cache, batch, args))
    }

    fn rms_norm(&self, x: &CubeTensor, weight: &CubeTensor, eps: f32) -> Result<CubeTensor> {
        ops::rms_norm::check(self.shape(x), self.shape(weight))?;
        Ok(ops::rms_norm::cube::rms_norm(&self.gpu, x, weight, eps))
    }

    fn linear(
        &self,
        x: &CubeTensor,
        weight: &CubeWeight,
        residual: Option<&CubeTensor>,
    ) -> Result<CubeTensor> {
        let residual_shape = residual.map(|residual| self.shape(residual));
        ops::linear::check(self.shape(x), weight.shape(), residual_shape)?;
        ops::linear::cube::linear(&self.gpu, x, weight, residual)
    }

    fn rotary_write(
        &self,
        cache: &mut CubeCache,
        batch: &CubeBatch,
        args: RotaryWrite<'_, Self>,
    ) -> Result<Rotated<Self>> {
        batch.host.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, batch.rows())?;
        Ok(ops::rotary_write::cube::rotary_write(&self.gpu, cache, batch, args))
    }

    fn attention(
        &self,
        cache: &mut CubeCache,
        batch: &CubeBatch,
        args: Attention<'_, Self>,
    ) -> Result<CubeTensor> {
        batch.host.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, batch.host.covered())?;
        ops::attention::cube::attention(&self.gpu, cache, batch, &args)
    }

    fn swiglu(&self, x: &CubeTensor, gate: &CubeWeight, up: &CubeWeight) -> Result<CubeTensor> {
        ops::swiglu::check(self.shape(x), gate.shape(), up.shape())?;
        ops::swiglu::cube::swiglu(&self.gpu, x, gate, up)
    }

    fn loop_output(
        &self,
        cache: &mut CubeCache,
        batch: &CubeBatch,
        args: LoopOutput<'_, Self>,
    ) -> Result<CubeTensor> {
        batch.host.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, batch.rows())?;
        Ok(ops::loop_output::cube::loop_output(&self.gpu, cache, batch, args))
    }

    fn top_k(&self, x: &CubeTensor, k: usize) -> Result<Vec<Vec<(u32, f32)>>> {
        ops::top_k::check(x.cols, k)?;
        // The kernel looks at a row k times; beyond, the row is brought back faster.
        match k.min(x.cols) {
            ..=64 => ops::top_k::cube::top_k(&self.gpu, x, k),
            _ => ops::top_k::on_host(&self.read(x)?, x.cols, k),
        }
    }
}
