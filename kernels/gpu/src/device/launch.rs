use cubecl::client::Client;
use cubecl::ir::DeviceProperties;
use cubecl::prelude::*;
use cubecl::server::Handle;
use cubecl::tune::LocalTuner;
use plt_backend::{Error, Result};

use super::counters::Count;
#[cfg(feature = "sources")]
use super::dry_run::DryRun;

/// A device, its limits, and the work sent to it.
pub(crate) struct Gpu {
    pub target: Target,
    /// Units of a cube where a kernel needs no other number: a power of two.
    pub units: usize,
    /// Bytes of shared memory that a cube may have.
    pub shared_bytes: usize,
    /// Bytes of the largest buffer.
    pub largest_buffer: usize,
    /// Occupancy target: cubes that keep the device busy.
    pub occupancy: usize,
    /// Finds the fastest matrix multiplication, where that is worth the time.
    pub tuner: Option<Tuner>,
    max_cubes: (u32, u32, u32),
    pub count: Count,
}

/// Remembers the fastest routine per shape of a matrix multiplication.
pub(crate) type Tuner = LocalTuner<String, &'static str>;

/// A tuner without measurements.
pub(crate) const fn tuner() -> Tuner {
    LocalTuner::new("plt-kernels-linear")
}

/// Where kernels are launched.
pub(crate) enum Target {
    Client(Client),
    /// Nowhere: kernels are recorded.
    #[cfg(feature = "sources")]
    DryRun(DryRun),
}

/// Launches a kernel on a number of cubes, without bounds checks. A SAFETY comment stands above each
/// use. Where it names `Checked` or `Stack`, it relies on the [`Proof`](plt_backend::Proof) that the
/// operation took: its arguments have passed their checks.
macro_rules! launch {
    ($gpu:expr, $kernel:ident, $cubes:expr, $dim:expr, $($argument:expr),* $(,)?) => {{
        let gpu: &$crate::device::Gpu = $gpu;
        let (grid, dim) = (gpu.grid($cubes), $dim);
        match &gpu.target {
            $crate::device::Target::Client(client) => {
                // SAFETY: the caller says why no index leaves its buffer; loops end because they
                // count up to sizes.
                unsafe { $kernel::launch_unchecked(client, grid, dim, $($argument),*) }
            }
            #[cfg(feature = "sources")]
            $crate::device::Target::DryRun(dry_run) => {
                let (properties, target) = (dry_run.properties.clone(), dry_run.target.clone());
                let kernel = $kernel::create_dummy_kernel(
                    properties, target, grid, dim, $($argument),*
                );
                dry_run.record(stringify!($kernel), Box::new(kernel));
            }
        }
    }};
}
pub(crate) use launch;

/// Units of a cube, where the device allows that many: enough to hide memory latency, few enough
/// for several cubes per multiprocessor.
const UNITS: usize = 128;

/// The occupancy target where the number of multiprocessors is unknown.
const OCCUPANCY: usize = 256;

impl Gpu {
    pub fn new(client: Client) -> Self {
        let properties = client.properties_shared();
        Self::on(Target::Client(client), &properties)
    }

    pub fn on(target: Target, properties: &DeviceProperties) -> Self {
        let hardware = &properties.hardware;
        let most = hardware.max_units_per_cube.min(hardware.max_cube_dim.0) as usize;
        let units = UNITS.min(1 << most.max(1).ilog2());
        let multiprocessors = hardware.num_streaming_multiprocessors;
        Self {
            units,
            shared_bytes: hardware.max_shared_memory_size,
            largest_buffer: usize::try_from(properties.memory.max_page_size).unwrap_or(usize::MAX),
            occupancy: multiprocessors.map_or(OCCUPANCY, |count| 2 * count as usize),
            tuner: properties.identity.physical.is_some().then(tuner),
            max_cubes: hardware.max_cube_count,
            count: Count::default(),
            target,
        }
    }

    /// The client, if there is a device.
    pub fn client(&self) -> Option<&Client> {
        match &self.target {
            Target::Client(client) => Some(client),
            #[cfg(feature = "sources")]
            Target::DryRun(_) => None,
        }
    }

    /// The dimensions of a cube whose units lie in a line.
    pub fn line(&self) -> CubeDim {
        CubeDim::new_1d(self.units as u32)
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

    /// An uninitialized buffer of words.
    pub fn empty(&self, words: usize) -> Handle {
        let bytes = words.max(1) * size_of::<u32>();
        match &self.target {
            Target::Client(client) => client.empty(bytes),
            #[cfg(feature = "sources")]
            Target::DryRun(_) => DryRun::buffer(bytes),
        }
    }

    /// A buffer with these words.
    pub fn upload<T: bytemuck::Pod>(&self, values: &[T]) -> Handle {
        self.count.upload();
        match self.client() {
            Some(client) if !values.is_empty() => {
                client.create_from_slice(bytemuck::cast_slice(values))
            }
            _ => self.empty(size_of_val(values).div_ceil(size_of::<u32>())),
        }
    }

    /// The words of a buffer, after all kernels that write it.
    ///
    /// # Errors
    /// [`Error::Device`] with the first failure of that work.
    pub fn download<T: bytemuck::Pod>(&self, handle: &Handle, words: usize) -> Result<Vec<T>> {
        self.count.download();
        let Some(client) = self.client().filter(|_| words > 0) else {
            return Ok(vec![T::zeroed(); words]);
        };
        let bytes = client.read_one(handle.clone()).map_err(device_error)?;
        let bytes = &bytes[..words * size_of::<T>()];
        Ok(bytemuck::pod_collect_to_vec(bytes))
    }

    /// Fails if a buffer has no memory behind it: now, and not in the middle of a request.
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
            self.line(),
            arg(handle, words),
            words,
        );
    }
}

/// A buffer as a kernel's argument. `len` counts the kernel's elements; kernels here take their
/// sizes as numbers and do not read it.
pub(crate) fn arg(handle: &Handle, len: usize) -> BufferArg {
    // SAFETY: the length only matters to kernels that read it or are launched checked.
    unsafe { BufferArg::from_raw_parts(handle.clone(), len) }
}

/// A runtime's error without its backtrace, on one line.
pub(crate) fn device_error(error: impl std::fmt::Display) -> Error {
    let message = error.to_string();
    let message = message.split("\nBacktrace:").next().unwrap_or_default();
    let message = message.replace("\nCaused by:\n  ", ": ");
    Error::Device { message }
}

/// The sum of all units' values, added in a fixed order, for every unit. `units` is a power of two.
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
    // All units read before the next write.
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
