//! Activations quantized for the multiplication with quantized weights: integers, with a scale for
//! every 32 columns.
//!
//! With 4-bit or 8-bit weights, integer arithmetic is several times as fast as float arithmetic.

use super::cpu::Cpu;
use super::matrix::Matrix;
use crate::memory::{Buffer, BufferPool};
use crate::simd::{Bytes, CHUNK, InstructionSet, Isa, TILE, Work, max_integer};

/// The precision of activations that are multiplied with quantized weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Activations {
    /// 8 bits, as in most engines. The rounding error is about that of an 8-bit weight. Faster where
    /// arithmetic is the limit.
    Int8,
    /// 16 bits. The rounding error is about that of reordering an f32 sum.
    #[default]
    Int16,
}

impl Activations {
    /// Every precision.
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

/// The most rows that are interleaved: as many as are multiplied at once, so that one row is a constant
/// number of bytes from the next.
pub(crate) const GROUP: usize = 8;

/// Quantized rows of x, in the precision and order that a backend uses.
#[derive(Debug, Clone)]
pub(crate) enum QuantizedRows {
    Int8(Quantized<1>),
    Int16(Quantized<2>),
}

impl QuantizedRows {
    /// Quantizes rows whose columns are a multiple of a chunk.
    pub fn new(cpu: &Cpu, x: &Matrix) -> Self {
        match cpu.activations {
            Activations::Int8 => Self::Int8(Quantized::new(cpu, &cpu.chunks_int8, x)),
            Activations::Int16 => Self::Int16(Quantized::new(cpu, &cpu.chunks_int16, x)),
        }
    }

    /// Whether the backend would quantize the rows the same way.
    pub fn is_for(&self, cpu: &Cpu) -> bool {
        let (activations, instructions) = match self {
            Self::Int8(x) => (Activations::Int8, x.instructions),
            Self::Int16(x) => (Activations::Int16, x.instructions),
        };
        (activations, instructions) == (cpu.activations, cpu.instructions)
    }
}

/// Quantized rows of x: `x ≈ integer · scale`, with a scale for every chunk of 32 columns.
#[derive(Debug, Clone)]
pub(crate) struct Quantized<const BYTES: usize> {
    /// The instruction set whose order the integers have.
    instructions: InstructionSet,
    rows: usize,
    /// Chunks of a row.
    chunks: usize,
    /// Group after group. A group has the first chunks of all its rows, then the second ones, and so
    /// on.
    data: Buffer<Chunk<BYTES>>,
}

/// One chunk of one row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Chunk<const BYTES: usize> {
    pub integers: Bytes<BYTES>,
    pub scale: f32,
    /// Zero-point correction: the sums of the integers of the left half, of the right half and of
    /// both, times -8. It corrects nibbles that are stored 8 too large; bytes that are stored 128
    /// too large need 16 times as much.
    pub zero_correction: [i32; 3],
    /// The same sums times the scale instead of -8.
    pub scaled_sums: [f32; 3],
}

impl<const BYTES: usize> Quantized<BYTES> {
    fn new(cpu: &Cpu, buffers: &BufferPool<Chunk<BYTES>>, x: &Matrix) -> Self {
        let chunks = x.cols / CHUNK;
        let integers = [[0; CHUNK]; BYTES];
        let chunk = Chunk { integers, scale: 0.0, zero_correction: [0; 3], scaled_sums: [0.0; 3] };
        let mut data = buffers.unwritten(chunk, x.rows * chunks);
        // A decode pass has one group: a thread quantizes it before another one wakes.
        cpu.pool.chunks(&mut data, GROUP * chunks, |group, to| {
            let rows = to.len() / chunks;
            for row in 0..rows {
                let x = x.row(group * GROUP + row).as_chunks().0;
                cpu.instructions.run(Quantize { x, to: &mut to[row..], step: rows });
            }
        });
        Self { instructions: cpu.instructions, rows: x.rows, chunks, data }
    }

    /// Chunks of a row.
    pub fn chunks(&self) -> usize {
        self.chunks
    }

    /// The chunks of `rows` rows from `first` on, all in one group, and the step between the chunks of
    /// a row: chunk c of row r is number `c · step + r`.
    pub fn rows(&self, first: usize, rows: usize) -> (&[Chunk<BYTES>], usize) {
        let start = first / GROUP * GROUP;
        let step = GROUP.min(self.rows - start);
        assert!(first - start + rows <= step, "{rows} rows from row {first} on");
        (&self.data[start * self.chunks..][..step * self.chunks][first - start..], step)
    }
}

/// Quantizes one row. A number that is not finite makes the scale of its chunk NaN.
struct Quantize<'a, const BYTES: usize> {
    x: &'a [[f32; CHUNK]],
    to: &'a mut [Chunk<BYTES>],
    /// Every step-th chunk is the row's.
    step: usize,
}

#[allow(unsafe_code)]
impl<const BYTES: usize> Work for Quantize<'_, BYTES> {
    type Output = ();

    #[inline(always)]
    unsafe fn run<I: Isa>(self) {
        for (chunk, x) in self.to.iter_mut().step_by(self.step).zip(self.x) {
            // SAFETY: a chunk is twice 16 floats; the caller promises what `Isa` demands.
            unsafe {
                let x: *const u8 = x.as_ptr().cast();
                let x = [I::from_floats(x), I::from_floats(x.add(TILE * size_of::<f32>()))];
                let largest = I::largest_size(x);
                let up = max_integer(BYTES) / largest;
                // Otherwise all are 0, or too small to scale, or one is not finite.
                let x = match up.is_finite() && largest.is_finite() {
                    true => [I::multiply(x[0], I::splat(up)), I::multiply(x[1], I::splat(up))],
                    false => [I::splat(0.0); 2],
                };
                let (integers, [left, right]) = I::integers::<BYTES>(x);
                let scale =
                    if largest.is_finite() { largest / max_integer(BYTES) } else { f32::NAN };
                let sums = [left, right, left + right];
                let zero_correction = sums.map(|sum| -8 * sum);
                let scaled_sums = sums.map(|sum| scale * sum as f32);
                *chunk = Chunk { integers, scale, zero_correction, scaled_sums };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int16(cpu: &Cpu, rows: usize, x: Vec<f32>) -> Quantized<2> {
        let x = Matrix::from_values(cpu, rows, x.len() / rows, x);
        Quantized::new(cpu, &cpu.chunks_int16, &x)
    }

    fn int8(cpu: &Cpu, rows: usize, x: Vec<f32>) -> Quantized<1> {
        let x = Matrix::from_values(cpu, rows, x.len() / rows, x);
        Quantized::new(cpu, &cpu.chunks_int8, &x)
    }

    #[test]
    fn quantized_rows_are_where_they_are_looked_up() {
        let cpu = Cpu::new(Some(2)).expect("threads");
        let (rows, chunks) = (2 * GROUP + 3, 3);
        // Row r has the value r + 1 in chunk 0, twice that in chunk 1, and so on.
        let value = |row: usize, chunk: usize| ((row + 1) * (chunk + 1)) as f32;
        let x = (0..rows * chunks * CHUNK).map(|i| value(i / CHUNK / chunks, i / CHUNK % chunks));
        let all = int16(&cpu, rows, x.collect());
        for first in 0..rows {
            for count in 1..=GROUP.min(rows - first / GROUP * GROUP) - first % GROUP {
                let (data, step) = all.rows(first, count);
                for (chunk, row) in (0..chunks).flat_map(|c| (0..count).map(move |r| (c, r))) {
                    let scale = data[chunk * step + row].scale;
                    assert_eq!(scale, value(first + row, chunk) / max_integer(2));
                }
            }
        }
    }

    /// Rows of 32 columns that are hard to quantize, for integers up to `most`: integers first, then
    /// tiny numbers, zeros, and numbers that are not finite from row 5 on.
    fn hard(most: f32) -> Vec<Vec<f32>> {
        let odd = 2.0 * most + 1.0;
        let mut rows: Vec<Vec<f32>> =
            vec![(0..32).map(|i| (most + (i * 7919) as f32) % odd - most).collect()];
        rows[0][7] = -most;
        rows.push((0..32).map(|i| ((i * 37 % 64) as f32 - 31.3) * 1e-3).collect());
        rows.push(vec![0.0; 32]);
        rows.push(vec![1e-44; 32]);
        // Ties are rounded to even.
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

    /// All instruction sets give the same scales and sums, and integers are kept exactly.
    fn check_instruction_sets<const BYTES: usize>(
        integers: impl Fn(&Cpu, usize, Vec<f32>) -> Quantized<BYTES>,
    ) {
        let rows = hard(max_integer(BYTES));
        let [left, right] = [0, 16].map(|half| rows[0][half..][..16].iter().sum::<f32>() as i32);
        let sums = [left, right, left + right];
        let of = |instructions| {
            let cpu = Cpu::new(Some(1)).expect("a thread").with_instruction_set(instructions);
            let all = integers(&cpu, rows.len(), rows.concat());
            (0..rows.len()).map(|row| all.rows(row, 1).0[0]).collect::<Vec<_>>()
        };
        let expected = of(InstructionSet::Portable);
        assert_eq!(
            (expected[0].zero_correction, expected[0].scale),
            (sums.map(|sum| -8 * sum), 1.0)
        );
        assert_eq!(expected[0].scaled_sums, sums.map(|sum| sum as f32));
        assert_eq!((expected[2].zero_correction, expected[3].zero_correction), ([0; 3], [0; 3]));
        for instructions in InstructionSet::available() {
            for (row, (got, expected)) in of(instructions).iter().zip(&expected).enumerate() {
                let alike = got.scale == expected.scale
                    && got.zero_correction == expected.zero_correction
                    && got.scaled_sums == expected.scaled_sums;
                let nan = row >= 5 && got.scale.is_nan();
                assert!(alike || nan, "{instructions:?}, row {row}: {got:?}, not {expected:?}");
            }
        }
    }

    #[test]
    fn quantized_rows_of_8_bits_agree_on_all_instruction_sets() {
        check_instruction_sets(int8);
    }

    #[test]
    fn quantized_rows_of_16_bits_agree_on_all_instruction_sets() {
        check_instruction_sets(int16);
    }

    /// Integers of one byte are in the order of the columns on every machine.
    #[test]
    fn quantized_row_is_at_most_half_a_step_away() {
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
