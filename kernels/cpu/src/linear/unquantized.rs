//! Matrix multiplication of rows of x with unquantized weights, which are read where they are in the
//! file's mapping.
//!
//! A few rows of the weight are multiplied with a few rows of x in registers, 16 columns at a time.
//! Each pair of rows has its own 16 sums: a row's result does not depend on the other rows of the
//! pass.

use std::ops::Range;

use plt_backend::{DType, WeightData};

use crate::simd::float::{BF16, F16, F32, Float, add_up};
use crate::simd::{Isa, TILE, Work, prefetch, prefetch_far};

/// The most columns that are multiplied with all rows of x before the next columns: x and the weights
/// of a tile stay in the L1 and L2 caches.
const BLOCK: usize = 1024;

/// How far ahead each row is prefetched into the L1 cache, in bytes.
const NEAR: usize = 512;

/// The sums of 16 rows of the weight with N rows of x.
type Sums<const N: usize> = [[[f32; TILE]; N]; TILE];

/// Multiplies the rows of x from `first` on, one for each place of `out`, with the 16 rows of a tile.
pub(super) struct Multiply<'a> {
    pub weight: &'a WeightData,
    pub tile: usize,
    pub x: &'a [f32],
    pub first: usize,
    pub out: &'a mut [[f32; TILE]],
}

#[allow(unsafe_code)]
impl Work for Multiply<'_> {
    type Output = ();

    #[inline(always)]
    unsafe fn run<I: Isa>(self) {
        let Self { weight, tile, x, first, out } = self;
        let rows = tile * TILE..weight.rows().min((tile + 1) * TILE);
        let mut done = 0;
        while done < out.len() {
            let (x, out) = (&x[(first + done) * weight.cols()..], &mut out[done..]);
            // SAFETY: the caller promises what `Isa` demands.
            done += unsafe {
                match out.len() {
                    8.. => multiply::<I, 8>(weight, rows.clone(), x, out),
                    4.. => multiply::<I, 4>(weight, rows.clone(), x, out),
                    2.. => multiply::<I, 2>(weight, rows.clone(), x, out),
                    _ => multiply::<I, 1>(weight, rows.clone(), x, out),
                }
            };
        }
    }
}

/// Multiplies N rows of x with these rows of the weight and returns N.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn multiply<I: Isa, const N: usize>(
    weight: &WeightData,
    rows: Range<usize>,
    x: &[f32],
    out: &mut [[f32; TILE]],
) -> usize {
    let cols = weight.cols();
    let whole = cols / TILE * TILE;
    let mut sums: Sums<N> = [[[0.0; TILE]; N]; TILE];
    // Blocks of one length, so that a row's next block has as many columns as this one.
    let count = whole.div_ceil(BLOCK).max(1);
    let len = (whole / TILE).div_ceil(count).max(1) * TILE;
    for start in (0..whole).step_by(len) {
        let columns = start..whole.min(start + len);
        // A row's next columns, or the first columns of a row of the next tile.
        let next = if start + len < whole { len } else { TILE * cols - start };
        let mut block = Block { weight, rows: rows.clone(), x, columns, next, sums: &mut sums };
        // The number of sums at a time is that of free registers.
        // SAFETY: the caller promises what `Isa` demands.
        unsafe {
            match (N, I::SUMS) {
                (8, 16..) => block.dot::<I, 2, 8>(0),
                (8, _) => {
                    block.dot::<I, 1, 4>(0);
                    block.dot::<I, 1, 4>(4);
                }
                (4, 16..) => block.dot::<I, 4, 4>(0),
                (4, _) => block.dot::<I, 1, 4>(0),
                (2, 16..) => block.dot::<I, 4, 2>(0),
                (2, _) => block.dot::<I, 2, 2>(0),
                _ => block.dot::<I, 4, 1>(0),
            }
        }
    }
    for (row, sums) in rows.zip(&sums) {
        let bytes = &weight.bytes()[row * weight.row_bytes()..][..weight.row_bytes()];
        for (r, (sums, out)) in sums.iter().zip(&mut *out).enumerate() {
            let rest = (whole..cols)
                .map(|column| one(weight.dtype(), bytes, column) * x[r * cols + column]);
            out[row % TILE] = rest.fold(add_up(*sums), |y, product| y + product);
        }
    }
    N
}

/// One number of a row.
fn one(dtype: DType, bytes: &[u8], column: usize) -> f32 {
    match dtype {
        DType::F16 => F16::one(&bytes[column * F16::BYTES..]),
        DType::BF16 => BF16::one(&bytes[column * BF16::BYTES..]),
        _ => F32::one(&bytes[column * F32::BYTES..]),
    }
}

/// Some columns of N rows of x and of the rows of a tile, and their sums so far.
struct Block<'a, const N: usize> {
    weight: &'a WeightData,
    rows: Range<usize>,
    x: &'a [f32],
    columns: Range<usize>,
    /// How many numbers ahead the block is that follows when all rows of the tile are done: it is
    /// prefetched.
    next: usize,
    sums: &'a mut Sums<N>,
}

#[allow(unsafe_code)]
impl<const N: usize> Block<'_, N> {
    /// Multiplies R rows of x, from `first` on, with all rows of the weight, W of them at a time.
    ///
    /// # Safety
    /// As [`Isa`] demands.
    #[inline(always)]
    unsafe fn dot<I: Isa, const W: usize, const R: usize>(&mut self, first: usize) {
        // SAFETY: the caller promises it.
        unsafe {
            match self.weight.dtype() {
                DType::F16 => self.typed::<I, F16, W, R>(first),
                DType::BF16 => self.typed::<I, BF16, W, R>(first),
                _ => self.typed::<I, F32, W, R>(first),
            }
        }
    }

    /// # Safety
    /// As [`Isa`] demands; the weight holds numbers of type T.
    #[inline(always)]
    unsafe fn typed<I: Isa, T: Float, const W: usize, const R: usize>(&mut self, first: usize) {
        let mut row = self.rows.start;
        while row < self.rows.end {
            // SAFETY: the caller promises it.
            unsafe {
                if self.rows.end - row >= W {
                    self.pairs::<I, T, W, R>(row, first);
                    row += W;
                } else {
                    self.pairs::<I, T, 1, R>(row, first);
                    row += 1;
                }
            }
        }
    }

    /// # Safety
    /// As [`Isa`] demands; the weight holds numbers of type T.
    #[inline(always)]
    #[allow(clippy::needless_range_loop, reason = "loops over registers, in step")]
    unsafe fn pairs<I: Isa, T: Float, const W: usize, const R: usize>(
        &mut self,
        row: usize,
        first: usize,
    ) {
        let cols = self.weight.cols();
        let bytes = &self.weight.bytes()[row * cols * T::BYTES..][..W * cols * T::BYTES];
        let x = &self.x[first * cols..][..R * cols];
        assert!(self.columns.end <= cols && self.columns.len().is_multiple_of(TILE));
        let stored = &mut self.sums[row % TILE..][..W];
        // SAFETY: rows of the weight and of x have `cols` numbers, which are read 16 at a time; the
        // caller promises the rest.
        unsafe {
            let mut sums = [[I::splat(0.0); R]; W];
            for w in 0..W {
                for r in 0..R {
                    sums[w][r] = I::from_floats(stored[w][first + r].as_ptr().cast());
                }
            }
            let mut column = self.columns.start;
            while column < self.columns.end {
                let mut x_part = [I::splat(0.0); R];
                for r in 0..R {
                    x_part[r] = I::from_floats(x.as_ptr().add(r * cols + column).cast());
                }
                for w in 0..W {
                    let at = bytes.as_ptr().add((w * cols + column) * T::BYTES);
                    prefetch_far(at.wrapping_add(self.next * T::BYTES));
                    prefetch(at.wrapping_add(NEAR));
                    let part = T::load::<I>(at);
                    for r in 0..R {
                        sums[w][r] = I::multiply_add(part, x_part[r], sums[w][r]);
                    }
                }
                column += TILE;
            }
            for w in 0..W {
                for r in 0..R {
                    stored[w][first + r] = I::store(sums[w][r]);
                }
            }
        }
    }
}
