//! Products of rows of x with weights of floats, where they lie in the file.
//!
//! A few rows of the weight meet a few rows of x in registers, 16 columns at a time. Each pair of
//! rows has 16 sums of its own, whatever the others are: a row's result does not depend on which
//! other rows are in the pass.

use std::ops::Range;

use crate::cpu::float::{BF16, F16, F32, Float, add_up};
use crate::cpu::isa::{Isa, Work, prefetch, prefetch_far};
use crate::cpu::packed::TILE;
use crate::weight::{DType, WeightData};

/// Columns, at most, that all rows of x meet before the next ones are looked at: x and the weights of a
/// tile stay in the first caches.
const BLOCK: usize = 1024;

/// Bytes of a row that are asked for ahead of their use into the first cache. The rows that are read
/// side by side have as many each.
const NEAR: usize = 512;

/// The sums of 16 rows of the weight with N rows of x.
type Sums<const N: usize> = [[[f32; TILE]; N]; TILE];

/// The products of the rows of x from `first` on, as many as there are places, with the 16 rows of a
/// tile.
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
                    8.. => some::<I, 8>(weight, rows.clone(), x, out),
                    4.. => some::<I, 4>(weight, rows.clone(), x, out),
                    2.. => some::<I, 2>(weight, rows.clone(), x, out),
                    _ => some::<I, 1>(weight, rows.clone(), x, out),
                }
            };
        }
    }
}

/// N rows of x with these rows of the weight.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn some<I: Isa, const N: usize>(
    weight: &WeightData,
    rows: Range<usize>,
    x: &[f32],
    out: &mut [[f32; TILE]],
) -> usize {
    let cols = weight.cols();
    let whole = cols / TILE * TILE;
    let mut sums: Sums<N> = [[[0.0; TILE]; N]; TILE];
    // Of like length, so that a row's next columns are as many as those at hand.
    let count = whole.div_ceil(BLOCK).max(1);
    let len = (whole / TILE).div_ceil(count).max(1) * TILE;
    for start in (0..whole).step_by(len) {
        let columns = start..whole.min(start + len);
        // A row's next columns, or the first ones of a row of the next tile.
        let next = if start + len < whole { len } else { TILE * cols - start };
        let mut block = Block { weight, rows: rows.clone(), x, columns, next, sums: &mut sums };
        // As many sums at a time as there are registers for.
        // SAFETY: the caller promises what `Isa` demands.
        unsafe {
            match (N, I::SUMS) {
                (8, 16..) => block.meet::<I, 2, 8>(0),
                (8, _) => {
                    block.meet::<I, 1, 4>(0);
                    block.meet::<I, 1, 4>(4);
                }
                (4, 16..) => block.meet::<I, 4, 4>(0),
                (4, _) => block.meet::<I, 1, 4>(0),
                (2, 16..) => block.meet::<I, 4, 2>(0),
                (2, _) => block.meet::<I, 2, 2>(0),
                _ => block.meet::<I, 4, 1>(0),
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
    /// How many numbers behind those at hand the ones lie that come when all rows of the tile have met
    /// their columns.
    next: usize,
    sums: &'a mut Sums<N>,
}

#[allow(unsafe_code)]
impl<const N: usize> Block<'_, N> {
    /// R rows of x, from this one on, with all rows of the weight, W of them at a time.
    ///
    /// # Safety
    /// As [`Isa`] demands.
    #[inline(always)]
    unsafe fn meet<I: Isa, const W: usize, const R: usize>(&mut self, first: usize) {
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
