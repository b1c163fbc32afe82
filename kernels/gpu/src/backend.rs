use cubecl::MemoryScope;
use cubecl::client::Client;
use plt_backend::check::expect_size;
use plt_backend::{
    AttentionInput, Backend, Batch, CachePart, KvShape, Proof, ReadSpeed, Result, Stack,
    WeightData, top_k,
};

use crate::attention;
use crate::batch::CubeBatch;
use crate::cache::{self, CubeCache};
use crate::device::{self, Counters, CubeTensor, DeviceMemory, Gpu};
use crate::linear::{self, Addend};
use crate::rows;
use crate::weight::CubeWeight;

/// The GPU backend, on any device that cubecl has a runtime for.
///
/// Arithmetic is f32. Kernels need f32 and 32-bit integers, shared memory and barriers; 16-bit floats
/// and quants are packed in words.
pub struct Cube {
    pub(crate) gpu: Gpu,
    name: &'static str,
}

impl Cube {
    /// Opens the device of this name: a runtime (`cuda`, `hip`, `metal`, `vulkan`, `wgpu`) and the
    /// index of one of its devices as [`devices`](crate::devices) lists them; the first device if
    /// there is no index.
    ///
    /// # Errors
    /// [`Error::NoDevice`](plt_backend::Error::NoDevice) for an unknown name, a runtime that this
    /// build does not link, an index beyond the last device, or a driver that fails.
    pub fn open(name: &str) -> Result<Self> {
        let (client, runtime) = device::open(name)?;
        Ok(Self::from_client(client, runtime))
    }

    /// A backend on a device of another cubecl program. [`Backend::name`] returns `name`.
    pub fn from_client(client: Client, name: &'static str) -> Self {
        Self { gpu: Gpu::new(client), name }
    }

    /// Sets the occupancy target: the number of cubes that keep the device busy. Attention over a long
    /// context is partitioned into about that many. The default is twice the multiprocessors where the
    /// runtime knows them, otherwise 256.
    pub fn with_occupancy(mut self, cubes: usize) -> Self {
        self.gpu.occupancy = cubes.max(1);
        self
    }

    /// Turns tuning on or off: whether the first matrix multiplication of a shape with more than 16 rows
    /// measures all routines and keeps the fastest. By default GPUs are tuned and software devices are
    /// not. Routines add in different orders: results of two processes may differ in their last bits.
    pub fn with_tuning(mut self, tuned: bool) -> Self {
        self.gpu.tuner = tuned.then(device::tuner);
        self
    }

    #[cfg(feature = "sources")]
    pub(crate) fn dry_run() -> Self {
        Self { gpu: device::dry_run::DryRun::gpu(), name: "dry-run" }
    }

    /// The device's name from its driver; empty without a device.
    pub fn adapter(&self) -> String {
        let name = |client: &Client| client.properties().identity.name.to_string();
        self.gpu.client().map_or_else(String::new, name)
    }

    /// The work sent to the device so far.
    pub fn counters(&self) -> Counters {
        self.gpu.count.read()
    }

    /// Bytes of device memory reserved by this thread's work, in use or not. A pass that does not change
    /// it has allocated nothing.
    pub fn reserved_bytes(&self) -> u64 {
        let report = |client: &Client| client.memory_report(MemoryScope::CurrentStream);
        self.gpu.client().map_or(0, |client| report(client).usage().bytes_reserved)
    }

    /// `x · weightᵀ`, a single operation for benchmarks and other cubecl programs.
    ///
    /// # Errors
    /// [`Error::Shape`](plt_backend::Error::Shape) if the columns differ;
    /// [`Error::Device`](plt_backend::Error::Device).
    pub fn linear(&self, x: &CubeTensor, weight: &CubeWeight) -> Result<CubeTensor> {
        expect_size("linear", "columns of x", weight.cols, x.cols)?;
        linear::linear(&self.gpu, x, weight, Addend::Nothing)
    }

    /// `silu(x · gateᵀ) · (x · upᵀ)`, element by element; for the same.
    ///
    /// # Errors
    /// [`Error::Shape`](plt_backend::Error::Shape) if the sizes differ;
    /// [`Error::Device`](plt_backend::Error::Device).
    pub fn swiglu(&self, x: &CubeTensor, gate: &CubeWeight, up: &CubeWeight) -> Result<CubeTensor> {
        expect_size("swiglu", "columns of x", gate.cols, x.cols)?;
        expect_size("swiglu", "rows of up", gate.rows, up.rows)?;
        expect_size("swiglu", "columns of up", gate.cols, up.cols)?;
        linear::swiglu(&self.gpu, x, gate, up)
    }

    /// `h + x · weightᵀ`, or `h + RMSNorm(x · weightᵀ; norm)` if there is an output norm.
    fn output(
        &self,
        x: &CubeTensor,
        weight: &CubeWeight,
        norm: Option<&CubeTensor>,
        h: &CubeTensor,
        eps: f32,
    ) -> Result<CubeTensor> {
        let gpu = &self.gpu;
        match norm {
            None => linear::linear(gpu, x, weight, Addend::Residual(h)),
            Some(norm) => {
                let y = linear::linear(gpu, x, weight, Addend::Nothing)?;
                Ok(rows::rms_norm(gpu, &y, norm, eps, Some(h)))
            }
        }
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

    fn weight_shape(&self, weight: &CubeWeight) -> (usize, usize) {
        (weight.rows, weight.cols)
    }

    fn weight_bytes(&self, weight: &CubeWeight) -> usize {
        weight.bytes
    }

    fn tensor(
        &self,
        rows: usize,
        cols: usize,
        values: Vec<f32>,
        _: Proof<Self>,
    ) -> Result<CubeTensor> {
        Ok(CubeTensor::of(self.gpu.upload(&values), rows, cols))
    }

    fn shape(&self, tensor: &CubeTensor) -> (usize, usize) {
        (tensor.rows, tensor.cols)
    }

    fn read(&self, tensor: &CubeTensor) -> Result<Vec<f32>> {
        self.gpu.download(&tensor.handle, tensor.rows * tensor.cols)
    }

    fn cache(&self, shape: KvShape, _: Proof<Self>) -> Result<CubeCache> {
        CubeCache::new(&self.gpu, shape)
    }

    fn cache_shape<'a>(&self, cache: &'a CubeCache) -> &'a KvShape {
        &cache.shape
    }

    fn cache_bytes(&self, cache: &CubeCache) -> usize {
        let handles = cache.layers.iter().chain([&cache.carries]);
        handles.map(|handle| handle.size_in_used() as usize).sum()
    }

    fn batch(&self, _: &CubeCache, batch: Batch, _: Proof<Self>) -> Result<CubeBatch> {
        Ok(CubeBatch::new(&self.gpu, batch))
    }

    fn loop_input(
        &self,
        stack: &Stack<Cube>,
        cache: &CubeCache,
        batch: &CubeBatch,
        _: Proof<Self>,
    ) -> Result<CubeTensor> {
        let weights = stack.weights();
        let norm = weights.layers.first().map_or(&weights.norm, |layer| &layer.input_norm);
        Ok(rows::loop_input(&self.gpu, stack.constants(), &weights.embed, norm, cache, batch))
    }

    fn attention_input(
        &self,
        stack: &Stack<Cube>,
        layer: usize,
        cache: &mut CubeCache,
        batch: &CubeBatch,
        h: &CubeTensor,
        _: Proof<Self>,
    ) -> Result<AttentionInput<CubeTensor>> {
        let layer = (layer, stack.layer(layer));
        attention::attention_input(&self.gpu, stack.constants(), layer, cache, batch, h)
    }

    fn attention(
        &self,
        stack: &Stack<Cube>,
        layer: usize,
        cache: &mut CubeCache,
        batch: &CubeBatch,
        input: &AttentionInput<CubeTensor>,
        _: Proof<Self>,
    ) -> Result<CubeTensor> {
        attention::attention(&self.gpu, stack.constants(), layer, cache, batch, input)
    }

    fn attention_output(
        &self,
        stack: &Stack<Cube>,
        layer: usize,
        y: &CubeTensor,
        h: &CubeTensor,
        _: Proof<Self>,
    ) -> Result<CubeTensor> {
        let (eps, layer) = (stack.constants().eps, stack.layer(layer));
        self.output(y, &layer.o, layer.attention_output_norm.as_ref(), h, eps)
    }

    fn feed_forward(
        &self,
        stack: &Stack<Cube>,
        layer: usize,
        h: &CubeTensor,
        _: Proof<Self>,
    ) -> Result<CubeTensor> {
        let (gpu, eps, layer) = (&self.gpu, stack.constants().eps, stack.layer(layer));
        let z = rows::rms_norm(gpu, h, &layer.post_norm, eps, None);
        let z = linear::swiglu(gpu, &z, &layer.gate_proj, &layer.up_proj)?;
        self.output(&z, &layer.down_proj, layer.feed_forward_output_norm.as_ref(), h, eps)
    }

    fn loop_output(
        &self,
        stack: &Stack<Cube>,
        cache: &mut CubeCache,
        batch: &CubeBatch,
        h: &CubeTensor,
        _: Proof<Self>,
    ) -> Result<CubeTensor> {
        let norm = &stack.weights().norm;
        Ok(rows::loop_output(&self.gpu, stack.constants(), norm, cache, batch, h))
    }

    fn final_norm(
        &self,
        stack: &Stack<Cube>,
        h: &CubeTensor,
        _: Proof<Self>,
    ) -> Result<CubeTensor> {
        let (norm, eps) = (&stack.weights().norm, stack.constants().eps);
        Ok(rows::rms_norm(&self.gpu, h, norm, eps, None))
    }

    fn logits(
        &self,
        stack: &Stack<Cube>,
        normed: &CubeTensor,
        _: Proof<Self>,
    ) -> Result<CubeTensor> {
        linear::linear(&self.gpu, normed, &stack.weights().head, Addend::Nothing)
    }

    fn top_k(&self, x: &CubeTensor, k: usize, _: Proof<Self>) -> Result<Vec<Vec<(u32, f32)>>> {
        // The kernel reads a row k times; for a large k a download is faster.
        match k.min(x.cols) {
            ..=64 => rows::top_k(&self.gpu, x, k),
            _ => top_k::on_host(&self.read(x)?, x.cols, k),
        }
    }

    fn copy_slots(
        &self,
        cache: &mut CubeCache,
        from: &[u32],
        to: &[u32],
        _: Proof<Self>,
    ) -> Result<()> {
        cache::copy_slots(&self.gpu, cache, from, to);
        Ok(())
    }

    fn copy_carries(
        &self,
        cache: &mut CubeCache,
        from: &[u32],
        to: &[u32],
        _: Proof<Self>,
    ) -> Result<()> {
        cache::copy_carries(&self.gpu, cache, from, to);
        Ok(())
    }

    fn export(&self, cache: &CubeCache, part: CachePart<'_>, _: Proof<Self>) -> Result<Vec<u8>> {
        cache::export(&self.gpu, cache, part)
    }

    fn import(
        &self,
        cache: &mut CubeCache,
        part: CachePart<'_>,
        bytes: &[u8],
        _: Proof<Self>,
    ) -> Result<()> {
        cache::import(&self.gpu, cache, part, bytes);
        Ok(())
    }
}

impl ReadSpeed for Cube {
    type Memory = DeviceMemory;

    fn memory_to_read(&self) -> Result<DeviceMemory> {
        device::allocate(&self.gpu)
    }

    fn read_speed(&self, memory: &DeviceMemory) -> Result<f64> {
        device::read_speed(&self.gpu, memory)
    }
}
