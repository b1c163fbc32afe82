//! Rows of x as the products with quantised weights take them: integers of 16 bits.
//!
//! A product with 4-bit or 8-bit weights in integers is several times as fast as one in floats. With
//! 8 bits for x as well, which is what other engines take, results move by parts in a hundred;
//! with 16 bits they move by as much as the order of a sum moves them.

use super::buffers::Buffer;
use super::isa::{Instructions, Isa, Work};
use super::packed::{CHUNK, TILE};
use super::{Cpu, Matrix};

/// The largest integer: with what is rounded off it is still 127 · 256 + 127, so that its upper byte
/// fits.
const MOST: f32 = 32639.0;
/// The most rows that lie side by side: as many as are multiplied at once, so that one of them is a
/// constant number of bytes from the next.
pub(crate) const GROUP: usize = 8;

/// The integers of a chunk, in the order in which the instructions take them.
pub(crate) type Integers = [i8; 2 * CHUNK];

/// Rows of x in integers: `x ≈ integer · scale`, with a scale for every chunk of 32 columns.
#[derive(Debug, Clone)]
pub(crate) struct Activations {
    instructions: Instructions,
    rows: usize,
    /// Of a row.
    chunks: usize,
    /// Group after group; of a group the first chunks of all its rows, the second ones, and so on.
    data: Buffer<Chunk>,
}

/// One chunk of one row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Chunk {
    pub integers: Integers,
    pub scale: f32,
    /// The sums of the integers of the two halves.
    pub sums: [i32; 2],
}

impl Activations {
    /// Rounds rows, of a whole number of chunks, for the backend's instructions.
    pub fn new(cpu: &Cpu, x: &Matrix) -> Self {
        let chunks = x.cols / CHUNK;
        let chunk = Chunk { integers: [0; 2 * CHUNK], scale: 0.0, sums: [0; 2] };
        let mut data = cpu.chunks.filled(chunk, x.rows * chunks);
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

    /// The instructions whose order the integers have.
    pub fn instructions(&self) -> Instructions {
        self.instructions
    }

    /// Chunks of a row.
    pub fn chunks(&self) -> usize {
        self.chunks
    }

    /// The chunks of so many rows from this one on, all in one group: chunk c of row r is number
    /// `c · step + r`, and `step` is the other number.
    pub fn rows(&self, first: usize, rows: usize) -> (&[Chunk], usize) {
        let start = first / GROUP * GROUP;
        let step = GROUP.min(self.rows - start);
        assert!(first - start + rows <= step, "{rows} rows from row {first} on");
        (&self.data[start * self.chunks..][..step * self.chunks][first - start..], step)
    }
}

/// What is not finite makes its chunk worth NaN.
struct Round<'a> {
    x: &'a [[f32; CHUNK]],
    to: &'a mut [Chunk],
    /// Every so many.
    step: usize,
}

#[allow(unsafe_code)]
impl Work for Round<'_> {
    type Output = ();

    #[inline(always)]
    unsafe fn run<I: Isa>(self) {
        for (chunk, x) in self.to.iter_mut().step_by(self.step).zip(self.x) {
            // SAFETY: a chunk is twice 16 floats; the caller promises what `Isa` demands.
            unsafe {
                let x: *const u8 = x.as_ptr().cast();
                let x = [I::from_floats(x), I::from_floats(x.add(TILE * size_of::<f32>()))];
                let largest = I::largest_size(x);
                let up = MOST / largest;
                // Else zeros, or so small that they might as well be, or not finite.
                let x = match up.is_finite() && largest.is_finite() {
                    true => [I::multiply(x[0], I::splat(up)), I::multiply(x[1], I::splat(up))],
                    false => [I::splat(0.0); 2],
                };
                let (integers, sums) = I::integers(x);
                let scale = if largest.is_finite() { largest / MOST } else { f32::NAN };
                *chunk = Chunk { integers, scale, sums };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::Backend;

    #[test]
    fn every_row_is_where_it_is_looked_for() {
        let cpu = Cpu::new(Some(2)).expect("threads");
        let (rows, chunks) = (2 * GROUP + 3, 3);
        // Row r is worth r + 1 in chunk 0, twice that in chunk 1, and so on.
        let value = |row: usize, chunk: usize| ((row + 1) * (chunk + 1)) as f32;
        let x = (0..rows * chunks * CHUNK).map(|i| value(i / CHUNK / chunks, i / CHUNK % chunks));
        let x = cpu.tensor(rows, chunks * CHUNK, x.collect()).expect("its size");
        let all = Activations::new(&cpu, &x);
        for first in 0..rows {
            for count in 1..=GROUP.min(rows - first / GROUP * GROUP) - first % GROUP {
                let (data, step) = all.rows(first, count);
                for (chunk, row) in (0..chunks).flat_map(|c| (0..count).map(move |r| (c, r))) {
                    let scale = data[chunk * step + row].scale;
                    assert_eq!(scale, value(first + row, chunk) / MOST);
                }
            }
        }
    }

    /// Integers of all instructions have the same scales and sums, and those of numbers that are
    /// whole already are exact.
    #[test]
    fn instructions_round_alike() {
        let exact: Vec<f32> = (0..32).map(|i| ((i * 7919 % 65279) - 32639) as f32).collect();
        let sums = [0, 16].map(|half| exact[half..][..16].iter().sum::<f32>() as i32);
        let mut rows = vec![exact];
        rows.push((0..32).map(|i| ((i * 37 % 64) as f32 - 31.3) * 1e-3).collect());
        rows.push(vec![0.0; 32]);
        rows.push(vec![1e-44; 32]);
        for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            for place in [0, 31] {
                let mut row = vec![1.0; 32];
                row[place] = bad;
                rows.push(row);
            }
        }
        // Halves go to the even side.
        let halves = (0..32).map(|i| if i == 0 { MOST } else { (i % 7) as f32 + 0.5 });
        rows.push(halves.collect());
        let x = rows.concat();
        let of = |instructions| {
            let cpu = Cpu::new(Some(1)).expect("a thread").with_instructions(instructions);
            let x = cpu.tensor(rows.len(), 32, x.clone()).expect("its size");
            let all = Activations::new(&cpu, &x);
            (0..rows.len()).map(|row| all.rows(row, 1).0[0]).collect::<Vec<_>>()
        };
        let expected = of(Instructions::Portable);
        assert_eq!((expected[0].sums, expected[0].scale), (sums, 1.0));
        assert_eq!((expected[2].sums, expected[3].sums), ([0, 0], [0, 0]));
        for instructions in Instructions::available() {
            for (row, (got, expected)) in of(instructions).iter().zip(&expected).enumerate() {
                let alike = (got.scale, got.sums) == (expected.scale, expected.sums);
                let nan = row >= 4 && got.scale.is_nan();
                assert!(alike || nan, "{instructions:?}, row {row}: {got:?}, not {expected:?}");
            }
        }
    }
}
