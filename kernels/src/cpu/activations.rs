//! Rows of x as the products with quantised weights take them: integers of 16 bits.
//!
//! A product with 4-bit or 8-bit weights in integers is several times as fast as one in floats. With
//! 8 bits for x as well, which is what other engines take, results move by parts in a hundred;
//! with 16 bits they move by as much as the order of a sum moves them.

use super::packed::CHUNK;
use super::pool::Pool;

/// The largest integer: with what is rounded off it is still 127 · 256 + 127, so that its upper byte
/// fits.
const MOST: f32 = 32639.0;
/// Columns that a sum is kept for.
const HALF: usize = CHUNK / 2;

/// Rows of x in integers: `x ≈ integer · scale`, with a scale for every chunk of 32 columns.
#[derive(Debug)]
pub(crate) struct Activations<C> {
    chunks: usize,
    data: Vec<Chunk<C>>,
}

/// One chunk of one row.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Chunk<C> {
    pub integers: C,
    pub scale: f32,
    /// The sums of the integers of the two halves.
    pub sums: [i32; 2],
}

impl<C: Copy + Default + Send> Activations<C> {
    /// Rounds rows of `cols` columns, a whole number of chunks; `split` stores the integers as the
    /// products take them.
    pub fn new(pool: &Pool, x: &[f32], cols: usize, split: fn([i16; CHUNK]) -> C) -> Self {
        let chunks = cols / CHUNK;
        let mut data = vec![Chunk::default(); x.len() / CHUNK];
        pool.chunks(&mut data, chunks, |row, data| {
            let x = x[row * cols..][..cols].as_chunks::<CHUNK>().0;
            for (chunk, x) in data.iter_mut().zip(x) {
                *chunk = round(x, split);
            }
        });
        Self { chunks, data }
    }
}

impl<C> Activations<C> {
    /// The chunks of a row.
    pub fn row(&self, row: usize) -> &[Chunk<C>] {
        &self.data[row * self.chunks..][..self.chunks]
    }
}

/// What is not finite makes its chunk worth NaN.
fn round<C>(x: &[f32; CHUNK], split: fn([i16; CHUNK]) -> C) -> Chunk<C> {
    /// Adding this leaves no bits behind the point: a rounding that any vector unit can do.
    const WHOLE: f32 = 12_582_912.0;

    let largest = x.iter().fold(0.0f32, |largest, x| largest.max(x.abs()));
    let finite = x.iter().all(|x| x.is_finite());
    let up = MOST / largest;
    // Zeros, or so small that they might as well be.
    let up = if up.is_finite() && finite { up } else { 0.0 };
    let integers = x.map(|x| (x * up + WHOLE - WHOLE) as i16);
    let sum = |half: usize| integers[half * HALF..][..HALF].iter().map(|x| i32::from(*x)).sum();
    Chunk {
        sums: [sum(0), sum(1)],
        scale: if finite { largest / MOST } else { f32::NAN },
        integers: split(integers),
    }
}
