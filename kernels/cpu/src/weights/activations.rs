//! Rows of x as the products with quantised weights take them: integers, with a scale for every 32
//! columns.
//!
//! A product with 4-bit or 8-bit weights in integers is several times as fast as one in floats.

use super::buffers::{Buffer, Shelf};
use super::isa::{Instructions, Isa, Work};
use super::packed::{CHUNK, TILE};
use super::{Cpu, Matrix};

/// The integers that rows of x are rounded to where they meet quantised weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Activations {
    /// 8 bits, as most engines take: what is rounded off is of the order of what an 8-bit weight's
    /// rounding is. Faster where arithmetic is the limit.
    Int8,
    /// 16 bits: what is rounded off is of the order of what the order of a sum in f32 is.
    #[default]
    Int16,
}

impl Activations {
    /// All there are.
    pub const ALL: [Self; 2] = [Self::Int8, Self::Int16];

    /// The name that options and reports use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Int8 => "int8",
            Self::Int16 => "int16",
        }
    }
}

impl std::fmt::Display for Activations {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// The largest integer of so many bytes. Of two it is less than there could be: taken apart into
/// 256 · upper + lower, both of them signed, the upper byte is still 127.
pub(crate) const fn most(bytes: usize) -> f32 {
    if bytes == 1 { 127.0 } else { 32639.0 }
}

/// The most rows that lie side by side: as many as are multiplied at once, so that one of them is a
/// constant number of bytes from the next.
pub(crate) const GROUP: usize = 8;

/// The integers of a chunk, in the order in which the instructions take them.
pub(crate) type Bytes<const BYTES: usize> = [[i8; CHUNK]; BYTES];

/// Rows of x as a backend takes them.
#[derive(Debug, Clone)]
pub(crate) enum Rounded {
    Int8(Integers<1>),
    Int16(Integers<2>),
}

impl Rounded {
    /// Rounds rows, of a whole number of chunks.
    pub fn new(cpu: &Cpu, x: &Matrix) -> Self {
        match cpu.activations {
            Activations::Int8 => Self::Int8(Integers::new(cpu, &cpu.chunks_int8, x)),
            Activations::Int16 => Self::Int16(Integers::new(cpu, &cpu.chunks_int16, x)),
        }
    }

    /// Whether the backend would have come to the same.
    pub fn is_for(&self, cpu: &Cpu) -> bool {
        let (activations, instructions) = match self {
            Self::Int8(x) => (Activations::Int8, x.instructions),
            Self::Int16(x) => (Activations::Int16, x.instructions),
        };
        (activations, instructions) == (cpu.activations, cpu.instructions)
    }
}

/// Rows of x in integers: `x ≈ integer · scale`, with a scale for every chunk of 32 columns.
#[derive(Debug, Clone)]
pub(crate) struct Integers<const BYTES: usize> {
    /// Those whose order the integers have.
    instructions: Instructions,
    rows: usize,
    /// Of a row.
    chunks: usize,
    /// Group after group; of a group the first chunks of all its rows, the second ones, and so on.
    data: Buffer<Chunk<BYTES>>,
}

/// One chunk of one row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Chunk<const BYTES: usize> {
    pub integers: Bytes<BYTES>,
    pub scale: f32,
    /// The sums of the integers of the left half, of the right one and of both, times -8: what nibbles
    /// that are stored 8 too large add too much. Of bytes that are 128 too large it is 16 times that.
    pub minus: [i32; 3],
    /// What those sums are worth.
    pub worth: [f32; 3],
}

impl<const BYTES: usize> Integers<BYTES> {
    fn new(cpu: &Cpu, shelf: &Shelf<Chunk<BYTES>>, x: &Matrix) -> Self {
        let chunks = x.cols / CHUNK;
        let integers = [[0; CHUNK]; BYTES];
        let chunk = Chunk { integers, scale: 0.0, minus: [0; 3], worth: [0.0; 3] };
        let mut data = shelf.unwritten(chunk, x.rows * chunks);
        // At decode one thread rounds the group sooner than another one hears of it.
        cpu.pool.chunks(&mut data, GROUP * chunks, |group, to| {
            let rows = to.len() / chunks;
            for row in 0..rows {
                let x = x.row(group * GROUP + row).as_chunks().0;
                cpu.instructions.run(Round { x, to: &mut to[row..], step: rows });
            }
        });
        Self { instructions: cpu.instructions, rows: x.rows, chunks, data }
    }

    /// Chunks of a row.
    pub fn chunks(&self) -> usize {
        self.chunks
    }

    /// The chunks of so many rows from this one on, all in one group: chunk c of row r is number
    /// `c · step + r`, and `step` is the other number.
    pub fn rows(&self, first: usize, rows: usize) -> (&[Chunk<BYTES>], usize) {
        let start = first / GROUP * GROUP;
        let step = GROUP.min(self.rows - start);
        assert!(first - start + rows <= step, "{rows} rows from row {first} on");
        (&self.data[start * self.chunks..][..step * self.chunks][first - start..], step)
    }
}

/// What is not finite makes its chunk worth NaN.
struct Round<'a, const BYTES: usize> {
    x: &'a [[f32; CHUNK]],
    to: &'a mut [Chunk<BYTES>],
    /// Every so many.
    step: usize,
}

#[allow(unsafe_code)]
impl<const BYTES: usize> Work for Round<'_, BYTES> {
    type Output = ();

    #[inline(always)]
    unsafe fn run<I: Isa>(self) {
        for (chunk, x) in self.to.iter_mut().step_by(self.step).zip(self.x) {
            // SAFETY: a chunk is twice 16 floats; the caller promises what `Isa` demands.
            unsafe {
                let x: *const u8 = x.as_ptr().cast();
                let x = [I::from_floats(x), I::from_floats(x.add(TILE * size_of::<f32>()))];
                let largest = I::largest_size(x);
                let up = most(BYTES) / largest;
                // Else zeros, or so small that they might as well be, or not finite.
                let x = match up.is_finite() && largest.is_finite() {
                    true => [I::multiply(x[0], I::splat(up)), I::multiply(x[1], I::splat(up))],
                    false => [I::splat(0.0); 2],
                };
                let (integers, [left, right]) = I::integers::<BYTES>(x);
                let scale = if largest.is_finite() { largest / most(BYTES) } else { f32::NAN };
                let sums = [left, right, left + right];
                let (minus, worth) = (sums.map(|sum| -8 * sum), sums.map(|sum| scale * sum as f32));
                *chunk = Chunk { integers, scale, minus, worth };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::Backend;

    fn int16(cpu: &Cpu, rows: usize, x: Vec<f32>) -> Integers<2> {
        let x = cpu.tensor(rows, x.len() / rows, x).expect("its size");
        Integers::new(cpu, &cpu.chunks_int16, &x)
    }

    fn int8(cpu: &Cpu, rows: usize, x: Vec<f32>) -> Integers<1> {
        let x = cpu.tensor(rows, x.len() / rows, x).expect("its size");
        Integers::new(cpu, &cpu.chunks_int8, &x)
    }

    #[test]
    fn every_row_is_where_it_is_looked_for() {
        let cpu = Cpu::new(Some(2)).expect("threads");
        let (rows, chunks) = (2 * GROUP + 3, 3);
        // Row r is worth r + 1 in chunk 0, twice that in chunk 1, and so on.
        let value = |row: usize, chunk: usize| ((row + 1) * (chunk + 1)) as f32;
        let x = (0..rows * chunks * CHUNK).map(|i| value(i / CHUNK / chunks, i / CHUNK % chunks));
        let all = int16(&cpu, rows, x.collect());
        for first in 0..rows {
            for count in 1..=GROUP.min(rows - first / GROUP * GROUP) - first % GROUP {
                let (data, step) = all.rows(first, count);
                for (chunk, row) in (0..chunks).flat_map(|c| (0..count).map(move |r| (c, r))) {
                    let scale = data[chunk * step + row].scale;
                    assert_eq!(scale, value(first + row, chunk) / most(2));
                }
            }
        }
    }

    /// Rows of 32 columns that are hard to round, for integers up to this one: whole numbers first,
    /// then tiny ones, zeros, and what is not finite from row 5 on.
    fn hard(most: f32) -> Vec<Vec<f32>> {
        let odd = 2.0 * most + 1.0;
        let mut rows: Vec<Vec<f32>> =
            vec![(0..32).map(|i| (most + (i * 7919) as f32) % odd - most).collect()];
        rows[0][7] = -most;
        rows.push((0..32).map(|i| ((i * 37 % 64) as f32 - 31.3) * 1e-3).collect());
        rows.push(vec![0.0; 32]);
        rows.push(vec![1e-44; 32]);
        // Halves go to the even side.
        rows.push((0..32).map(|i| if i == 0 { most } else { (i % 7) as f32 + 0.5 }).collect());
        for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            for place in [0, 31] {
                let mut row = vec![1.0; 32];
                row[place] = bad;
                rows.push(row);
            }
        }
        rows
    }

    /// Integers of all instructions have the same scales and sums, and those of numbers that are
    /// whole already are exact.
    fn instructions_round_alike<const BYTES: usize>(
        integers: impl Fn(&Cpu, usize, Vec<f32>) -> Integers<BYTES>,
    ) {
        let rows = hard(most(BYTES));
        let [left, right] = [0, 16].map(|half| rows[0][half..][..16].iter().sum::<f32>() as i32);
        let sums = [left, right, left + right];
        let of = |instructions| {
            let cpu = Cpu::new(Some(1)).expect("a thread").with_instructions(instructions);
            let all = integers(&cpu, rows.len(), rows.concat());
            (0..rows.len()).map(|row| all.rows(row, 1).0[0]).collect::<Vec<_>>()
        };
        let expected = of(Instructions::Portable);
        assert_eq!((expected[0].minus, expected[0].scale), (sums.map(|sum| -8 * sum), 1.0));
        assert_eq!(expected[0].worth, sums.map(|sum| sum as f32));
        assert_eq!((expected[2].minus, expected[3].minus), ([0; 3], [0; 3]));
        for instructions in Instructions::available() {
            for (row, (got, expected)) in of(instructions).iter().zip(&expected).enumerate() {
                let alike = (got.scale, got.minus) == (expected.scale, expected.minus)
                    && got.worth == expected.worth;
                let nan = row >= 5 && got.scale.is_nan();
                assert!(alike || nan, "{instructions:?}, row {row}: {got:?}, not {expected:?}");
            }
        }
    }

    #[test]
    fn instructions_round_alike_to_8_bits() {
        instructions_round_alike(int8);
    }

    #[test]
    fn instructions_round_alike_to_16_bits() {
        instructions_round_alike(int16);
    }

    /// In the order of the columns, which integers of one byte have on every machine.
    #[test]
    fn nothing_is_rounded_by_more_than_half_a_step() {
        let cpu = Cpu::new(Some(1)).expect("a thread");
        let x: Vec<f32> = (0..64).map(|i| (i as f32 * 0.7).sin() * (1 + i / 32) as f32).collect();
        let all = int8(&cpu, 1, x.clone());
        for (chunk, x) in all.rows(0, 1).0.iter().zip(x.chunks(CHUNK)) {
            let largest = x.iter().fold(0.0f32, |largest, x| largest.max(x.abs()));
            assert_eq!(chunk.scale, largest / 127.0);
            for (integer, x) in chunk.integers[0].iter().zip(x) {
                let error = f32::from(*integer) * chunk.scale - x;
                assert!(error.abs() <= chunk.scale * 0.5001, "{integer} for {x}");
            }
        }
    }
}
