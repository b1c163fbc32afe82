use std::hint::black_box;
use std::time::Instant;

use plt_backend::Result;

use super::quantized_rows::{Activations, Chunk};
use crate::memory::{BufferPool, HugePages};
use crate::simd::{InstructionSet, LINE, read_ahead};
use crate::threads::Pool;

/// The CPU backend.
///
/// The result of a row depends neither on the number of threads nor on the other rows of the pass:
/// the sums of each row are taken in the same order.
#[derive(Debug)]
pub struct Cpu {
    pub(crate) pool: Pool,
    pub(crate) instructions: InstructionSet,
    pub(crate) activations: Activations,
    /// The memory of matrices and of intermediate results.
    pub(crate) floats: BufferPool<f32>,
    pub(crate) chunks_int8: BufferPool<Chunk<1>>,
    pub(crate) chunks_int16: BufferPool<Chunk<2>>,
}

/// Bytes in huge pages, as weights are: to measure the memory bandwidth.
#[derive(Debug)]
pub struct Memory(HugePages);

impl Cpu {
    /// A backend with its own threads: this many, or one for each core.
    ///
    /// # Errors
    /// [`Error::Threads`](plt_backend::Error::Threads) if the threads cannot be started.
    pub fn new(threads: Option<usize>) -> Result<Self> {
        Ok(Self {
            pool: Pool::new(threads)?,
            instructions: InstructionSet::best(),
            activations: Activations::default(),
            floats: BufferPool::default(),
            chunks_int8: BufferPool::default(),
            chunks_int16: BufferPool::default(),
        })
    }

    /// The number of threads.
    pub fn threads(&self) -> usize {
        self.pool.threads()
    }

    /// The SIMD instruction set in use.
    pub fn instruction_set(&self) -> InstructionSet {
        self.instructions
    }

    /// Takes another instruction set than the fastest: to compare them. One that the machine does
    /// not have is ignored.
    pub fn with_instruction_set(mut self, instructions: InstructionSet) -> Self {
        if InstructionSet::available().contains(&instructions) {
            self.instructions = instructions;
        }
        self
    }

    /// The precision of quantized activations.
    pub fn activations(&self) -> Activations {
        self.activations
    }

    /// Takes this precision of quantized activations. Unquantized weights are multiplied in f32 with
    /// either.
    pub fn with_activations(mut self, activations: Activations) -> Self {
        self.activations = activations;
        self
    }

    /// Allocates memory to read, a multiple of a cache line.
    ///
    /// # Errors
    /// [`Error::Memory`](plt_backend::Error::Memory) if there is not enough.
    pub fn memory(&self, bytes: usize) -> Result<Memory> {
        let mut pages = HugePages::zeros(bytes / LINE * LINE)?;
        // A page that was never written is not in memory, and read without bandwidth.
        pages.fill(1);
        Ok(Memory(pages))
    }

    /// Reads all of the memory once, on all threads, and returns a sum of it.
    pub fn read_all(&self, memory: &Memory) -> u64 {
        /// Cache lines of a task.
        const TASK: usize = 1 << 14;
        let lines = memory.0.as_chunks::<LINE>().0;
        let mut sums = vec![0u64; lines.len().div_ceil(TASK)];
        self.pool.chunks(&mut sums, 1, |task, sum| {
            let lines = &lines[task * TASK..];
            let mut lanes = [0u64; LINE / 8];
            for line in &lines[..TASK.min(lines.len())] {
                read_ahead(line.as_ptr());
                for (sum, word) in lanes.iter_mut().zip(line.as_chunks().0) {
                    *sum = sum.wrapping_add(u64::from_ne_bytes(*word));
                }
            }
            sum[0] = lanes.into_iter().fold(0, u64::wrapping_add);
        });
        sums.into_iter().fold(0, u64::wrapping_add)
    }

    /// Bytes per second of [`read_all`](Self::read_all).
    pub(crate) fn bandwidth(&self, memory: &Memory) -> f64 {
        let started = Instant::now();
        black_box(self.read_all(black_box(memory)));
        memory.0.len() as f64 / started.elapsed().as_secs_f64()
    }
}
