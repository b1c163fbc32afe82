use std::sync::atomic::{AtomicU64, Ordering};

use cubecl::client::Client;
use cubecl::ir::DeviceProperties;
use cubecl::prelude::*;
use cubecl::server::Handle;

#[cfg(feature = "sources")]
use super::sources::Paper;
use crate::error::{Error, Result};
use crate::ops::linear::cube::{Tuner, tuner};

/// What a backend has asked of its device so far. Differences between two readings tell what a
/// pass cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counters {
    /// Kernels launched.
    pub launches: u64,
    /// Buffers sent to the device.
    pub uploads: u64,
    /// Buffers read back.
    pub reads: u64,
    /// Bytes of weights that kernels read: each weight once a launch, whatever the rows.
    pub weight_bytes: u64,
    /// Bytes of loop 0's keys and values that attention reads from pages.
    pub global_kv_bytes: u64,
    /// Bytes of later loops' keys and values that attention reads from rings.
    pub local_kv_bytes: u64,
}

impl std::ops::Sub for Counters {
    type Output = Self;

    /// What was asked between an earlier reading and this one.
    fn sub(self, earlier: Self) -> Self {
        Self {
            launches: self.launches - earlier.launches,
            uploads: self.uploads - earlier.uploads,
            reads: self.reads - earlier.reads,
            weight_bytes: self.weight_bytes - earlier.weight_bytes,
            global_kv_bytes: self.global_kv_bytes - earlier.global_kv_bytes,
            local_kv_bytes: self.local_kv_bytes - earlier.local_kv_bytes,
        }
    }
}

/// The counters, as they are counted.
#[derive(Debug, Default)]
pub(crate) struct Count {
    launches: AtomicU64,
    uploads: AtomicU64,
    reads: AtomicU64,
    weight_bytes: AtomicU64,
    global_kv_bytes: AtomicU64,
    local_kv_bytes: AtomicU64,
}

impl Count {
    pub fn launch(&self) {
        self.launches.fetch_add(1, Ordering::Relaxed);
    }

    pub fn weight_bytes(&self, bytes: usize) {
        self.weight_bytes.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    pub fn kv_bytes(&self, global: usize, local: usize) {
        self.global_kv_bytes.fetch_add(global as u64, Ordering::Relaxed);
        self.local_kv_bytes.fetch_add(local as u64, Ordering::Relaxed);
    }

    pub fn read(&self) -> Counters {
        let value = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Counters {
            launches: value(&self.launches),
            uploads: value(&self.uploads),
            reads: value(&self.reads),
            weight_bytes: value(&self.weight_bytes),
            global_kv_bytes: value(&self.global_kv_bytes),
            local_kv_bytes: value(&self.local_kv_bytes),
        }
    }
}

/// A device, what it can do, and what was asked of it.
pub(crate) struct Gpu {
    pub device: Device,
    /// Units of a cube where a kernel has no reason for another number: a power of two.
    pub units: usize,
    /// Bytes of shared memory that a cube may have.
    pub shared_bytes: usize,
    /// Bytes of the largest buffer.
    pub largest_buffer: usize,
    /// Cubes that keep the device busy.
    pub busy: usize,
    /// Finds out which matrix product is the fastest, where that is worth the time.
    pub tuner: Option<Tuner>,
    max_cubes: (u32, u32, u32),
    pub count: Count,
}

/// Where kernels are launched.
pub(crate) enum Device {
    Client(Client),
    /// Nowhere: they are noted down.
    #[cfg(feature = "sources")]
    Paper(Paper),
}

/// Launches a kernel on so many cubes. What it promises the device stands above each use.
macro_rules! launch {
    ($gpu:expr, $kernel:ident, $cubes:expr, $dim:expr, $($argument:expr),* $(,)?) => {{
        let gpu: &$crate::cube::Gpu = $gpu;
        let (grid, dim) = (gpu.grid($cubes), $dim);
        match &gpu.device {
            $crate::cube::Device::Client(client) => {
                // SAFETY: the caller says why no index leaves its buffer; loops end, for they count
                // up to sizes.
                unsafe { $kernel::launch_unchecked(client, grid, dim, $($argument),*) }
            }
            #[cfg(feature = "sources")]
            $crate::cube::Device::Paper(paper) => {
                let (properties, target) = (paper.properties.clone(), paper.target.clone());
                let kernel = $kernel::create_dummy_kernel(
                    properties, target, grid, dim, $($argument),*
                );
                paper.note(stringify!($kernel), Box::new(kernel));
            }
        }
    }};
}
pub(crate) use launch;

/// Units of a cube, where the device allows that many: enough to hide the latency of memory, few
/// enough that several cubes fit on a multiprocessor.
const UNITS: usize = 128;

/// Cubes that keep a device busy whose number of multiprocessors is not known.
const BUSY: usize = 256;

impl Gpu {
    pub fn new(client: Client) -> Self {
        let properties = client.properties_shared();
        Self::on(Device::Client(client), &properties)
    }

    pub fn on(device: Device, properties: &DeviceProperties) -> Self {
        let hardware = &properties.hardware;
        let most = hardware.max_units_per_cube.min(hardware.max_cube_dim.0) as usize;
        let units = UNITS.min(1 << most.max(1).ilog2());
        Self {
            units,
            shared_bytes: hardware.max_shared_memory_size,
            largest_buffer: usize::try_from(properties.memory.max_page_size).unwrap_or(usize::MAX),
            busy: hardware.num_streaming_multiprocessors.map_or(BUSY, |count| 2 * count as usize),
            tuner: properties.identity.physical.is_some().then(tuner),
            max_cubes: hardware.max_cube_count,
            count: Count::default(),
            device,
        }
    }

    /// The client, where there is a device.
    pub fn client(&self) -> Option<&Client> {
        match &self.device {
            Device::Client(client) => Some(client),
            #[cfg(feature = "sources")]
            Device::Paper(_) => None,
        }
    }

    /// Counts a launch of `cubes` cubes and spreads them over the dimensions of a grid. The kernel
    /// numbers them with `CUBE_POS`, which may exceed `cubes`.
    pub fn grid(&self, cubes: usize) -> CubeCount {
        self.count.launch();
        let most = self.max_cubes;
        let x = cubes.clamp(1, most.0 as usize);
        let y = cubes.div_ceil(x).clamp(1, most.1 as usize);
        let z = cubes.div_ceil(x * y).max(1);
        CubeCount::Static(x as u32, y as u32, z as u32)
    }

    /// A buffer of words, without contents.
    pub fn empty(&self, words: usize) -> Handle {
        let bytes = words.max(1) * size_of::<u32>();
        match &self.device {
            Device::Client(client) => client.empty(bytes),
            #[cfg(feature = "sources")]
            Device::Paper(_) => Paper::buffer(bytes),
        }
    }

    /// A buffer with these words.
    pub fn upload<T: bytemuck::Pod>(&self, values: &[T]) -> Handle {
        self.count.uploads.fetch_add(1, Ordering::Relaxed);
        match self.client() {
            Some(client) if !values.is_empty() => {
                client.create_from_slice(bytemuck::cast_slice(values))
            }
            _ => self.empty(size_of_val(values).div_ceil(size_of::<u32>())),
        }
    }

    /// The words of a buffer, once everything that writes it has run.
    ///
    /// # Errors
    /// [`Error::Device`] with whatever went wrong on the way there.
    pub fn download<T: bytemuck::Pod>(&self, handle: &Handle, words: usize) -> Result<Vec<T>> {
        self.count.reads.fetch_add(1, Ordering::Relaxed);
        let Some(client) = self.client().filter(|_| words > 0) else {
            return Ok(vec![T::zeroed(); words]);
        };
        let bytes = client.read_one(handle.clone()).map_err(Error::device)?;
        let bytes = &bytes[..words * size_of::<T>()];
        Ok(bytemuck::pod_collect_to_vec(bytes))
    }

    /// Fails if there is no memory behind a buffer: here rather than in the middle of an answer.
    pub fn verify(&self, handle: &Handle) -> Result<()> {
        let first_word = handle.clone().offset_end(handle.size_in_used() - 4);
        self.download::<u32>(&first_word, 1).map(drop)
    }

    /// Zeros `words` words of a buffer.
    pub fn fill_zero(&self, handle: &Handle, words: usize) {
        // SAFETY: the kernel writes below `words`, which the buffer holds.
        launch!(
            self,
            fill_zero_kernel,
            words.div_ceil(self.units * FILL),
            CubeDim::new_1d(self.units as u32),
            arg(handle, words),
            words,
        );
    }

    /// `out[i] = from[index[i]]` (gather) or `out[index[i]] = from[i]` (scatter), rows of `width`
    /// words.
    pub fn copy_rows(
        &self,
        from: &Handle,
        out: &Handle,
        index: &[u32],
        width: usize,
        gather: bool,
    ) {
        if index.is_empty() {
            return;
        }
        let indices = self.upload(index);
        // SAFETY: callers check that every index names a row of the indexed buffer; the other one
        // holds a row for every index.
        launch!(
            self,
            copy_rows_kernel,
            index.len(),
            CubeDim::new_1d(self.units as u32),
            arg(from, 1),
            arg(out, 1),
            arg(&indices, index.len()),
            index.len(),
            width,
            gather,
        );
    }
}

/// A buffer as a kernel's argument. `len` is in the kernel's elements; kernels here take their
/// sizes as numbers and do not ask for it.
pub(crate) fn arg(handle: &Handle, len: usize) -> BufferArg {
    // SAFETY: the length only matters to kernels that ask for it or are launched checked.
    unsafe { BufferArg::from_raw_parts(handle.clone(), len) }
}

/// The sum of every unit's value, in a fixed order, for every unit. `units` is a power of two.
#[cube]
pub(crate) fn cube_sum(value: f32, #[comptime] units: usize) -> f32 {
    let mut shared = Shared::<[f32]>::new_slice(units);
    let unit = UNIT_POS as usize;
    shared[unit] = value;
    sync_cube();
    let steps = comptime!(units.ilog2() as usize);
    #[unroll]
    for step in 0..steps {
        let width = comptime!(units >> (step + 1));
        if unit < width {
            let other = shared[unit + width];
            shared[unit] += other;
        }
        sync_cube();
    }
    let sum = shared[0];
    // Before anyone writes again.
    sync_cube();
    sum
}

/// Words that a unit clears.
const FILL: usize = 4;

#[cube(launch_unchecked, create_dummy_kernel)]
fn fill_zero_kernel(out: &mut [u32], words: usize) {
    let cube = CUBE_POS;
    #[unroll]
    for i in 0..FILL {
        let at = (cube * FILL + i) * CUBE_DIM as usize + UNIT_POS as usize;
        if at < words {
            out[at] = 0u32;
        }
    }
}

#[cube(launch_unchecked, create_dummy_kernel)]
fn copy_rows_kernel(
    from: &[u32],
    out: &mut [u32],
    index: &[u32],
    rows: usize,
    width: usize,
    #[comptime] gather: bool,
) {
    let row = CUBE_POS;
    if row < rows {
        let there = index[row] as usize;
        let mut at = UNIT_POS as usize;
        while at < width {
            if comptime!(gather) {
                out[row * width + at] = from[there * width + at];
            } else {
                out[there * width + at] = from[row * width + at];
            }
            at += CUBE_DIM as usize;
        }
    }
}
