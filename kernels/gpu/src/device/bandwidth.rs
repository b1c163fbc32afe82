//! Measures memory bandwidth.

#![allow(unsafe_code, reason = "kernel launches")]

use std::time::{Duration, Instant};

use cubecl::prelude::*;
use cubecl::server::Handle;
use plt_backend::Result;

use super::launch::{Gpu, arg, launch};

/// Device memory whose read bandwidth is measured.
#[derive(Debug)]
pub struct DeviceMemory {
    words: Handle,
    /// One number per unit that reads.
    sums: Handle,
    cubes: usize,
}

/// Bytes read: more than the caches of large GPUs hold.
const BYTES: usize = 1 << 29;

/// Words of one load.
const VECTOR: usize = 4;

/// Loads that a unit has in flight, and how often it repeats them.
const IN_FLIGHT: usize = 4;
const REPEATS: usize = 16;

/// The shortest time measured: the latency of a launch and a read is small beside it.
const MIN_TIME: Duration = Duration::from_millis(20);

/// Memory for [`read_speed`].
pub(crate) fn allocate(gpu: &Gpu) -> Result<DeviceMemory> {
    let per_cube = gpu.units * IN_FLIGHT * REPEATS * VECTOR * size_of::<u32>();
    let cubes = BYTES.min(gpu.largest_buffer) / per_cube;
    let words = gpu.empty(cubes * per_cube / size_of::<u32>());
    gpu.fill_zero(&words, cubes * per_cube / size_of::<u32>());
    gpu.verify(&words)?;
    let memory = DeviceMemory { words, sums: gpu.empty(cubes * gpu.units), cubes };
    // Compiles the kernel before anything is timed.
    read(gpu, &memory);
    gpu.verify(&memory.sums)?;
    Ok(memory)
}

/// Reads all of the memory; bytes per second.
pub(crate) fn read_speed(gpu: &Gpu, memory: &DeviceMemory) -> Result<f64> {
    let mut launches = 1u32;
    loop {
        let started = Instant::now();
        (0..launches).for_each(|_| read(gpu, memory));
        gpu.verify(&memory.sums)?;
        let elapsed = started.elapsed();
        if elapsed >= MIN_TIME {
            let bytes = memory.words.size_in_used() as f64 * f64::from(launches);
            return Ok(bytes / elapsed.as_secs_f64());
        }
        launches *= 2;
    }
}

fn read(gpu: &Gpu, memory: &DeviceMemory) {
    // SAFETY: `sums` has a number for each unit of each cube, `words` all vectors that they read.
    launch!(
        gpu,
        read_kernel,
        memory.cubes,
        gpu.line(),
        arg(&memory.words, memory.cubes * gpu.units * IN_FLIGHT * REPEATS),
        arg(&memory.sums, memory.cubes * gpu.units),
        memory.cubes,
        gpu.units,
    );
}

#[cube(launch_unchecked, create_dummy_kernel)]
fn read_kernel(
    words: &[Vector<u32, Const<4>>],
    sums: &mut [u32],
    cubes: usize,
    #[comptime] units: usize,
) {
    if CUBE_POS < cubes {
        let mut at = CUBE_POS * comptime!(units * IN_FLIGHT * REPEATS) + UNIT_POS as usize;
        let mut sum = 0u32;
        for _ in 0..REPEATS {
            #[unroll]
            for i in 0..IN_FLIGHT {
                let vector = words[at + comptime!(i * units)];
                #[unroll]
                for word in 0..VECTOR {
                    sum += vector.extract(word);
                }
            }
            at += comptime!(units * IN_FLIGHT);
        }
        sums[CUBE_POS * units + UNIT_POS as usize] = sum;
    }
}
