//! How fast the device reads its memory.

use std::time::{Duration, Instant};

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Cube;
use super::launch::{Gpu, arg, launch};
use super::weight::VECTOR;
use crate::backend::ReadSpeed;
use crate::error::Result;

/// Memory of a device, to measure how fast it can be read.
#[derive(Debug)]
pub struct CubeMemory {
    words: Handle,
    /// A number for each unit that reads.
    sums: Handle,
    cubes: usize,
}

/// Bytes that are read: more than the caches of large GPUs hold.
const BYTES: usize = 1 << 29;

/// Vectors that a unit reads at once, and how many times it does.
const AT_ONCE: usize = 4;
const TIMES: usize = 16;

/// How long it is read at least: beside it, the way to the device and back is short.
const LEAST: Duration = Duration::from_millis(20);

impl ReadSpeed for Cube {
    type Memory = CubeMemory;

    fn memory_to_read(&self) -> Result<CubeMemory> {
        let gpu = &self.gpu;
        let per_cube = gpu.units * AT_ONCE * TIMES * VECTOR * size_of::<u32>();
        let cubes = BYTES.min(gpu.largest_buffer) / per_cube;
        let words = gpu.empty(cubes * per_cube / size_of::<u32>());
        gpu.fill_zero(&words, cubes * per_cube / size_of::<u32>());
        gpu.verify(&words)?;
        let memory = CubeMemory { words, sums: gpu.empty(cubes * gpu.units), cubes };
        // The kernel is compiled before anything is timed.
        read(gpu, &memory);
        gpu.verify(&memory.sums)?;
        Ok(memory)
    }

    fn read_speed(&self, memory: &CubeMemory) -> Result<f64> {
        let mut launches = 1u32;
        loop {
            let started = Instant::now();
            (0..launches).for_each(|_| read(&self.gpu, memory));
            self.gpu.verify(&memory.sums)?;
            let elapsed = started.elapsed();
            if elapsed >= LEAST {
                let bytes = memory.words.size_in_used() as f64 * f64::from(launches);
                return Ok(bytes / elapsed.as_secs_f64());
            }
            launches *= 2;
        }
    }
}

fn read(gpu: &Gpu, memory: &CubeMemory) {
    // SAFETY: there is a number for each unit of each cube, and vectors for all that they read.
    launch!(
        gpu,
        read_kernel,
        memory.cubes,
        CubeDim::new_1d(gpu.units as u32),
        arg(&memory.words, memory.cubes * gpu.units * AT_ONCE * TIMES),
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
        let mut at = CUBE_POS * comptime!(units * AT_ONCE * TIMES) + UNIT_POS as usize;
        let mut sum = 0u32;
        for _ in 0..TIMES {
            #[unroll]
            for i in 0..AT_ONCE {
                let vector = words[at + comptime!(i * units)];
                #[unroll]
                for word in 0..VECTOR {
                    sum += vector.extract(word);
                }
            }
            at += comptime!(units * AT_ONCE);
        }
        sums[CUBE_POS * units + UNIT_POS as usize] = sum;
    }
}
