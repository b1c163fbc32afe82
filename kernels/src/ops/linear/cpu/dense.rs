//! Products of rows of x with weights of floats, where they lie in the file.
//!
//! A few rows of the weight meet a few rows of x in registers, 16 columns at a time. Each pair of
//! rows has 16 sums of its own, whatever the others are: a row's result does not depend on which
//! other rows are in the pass.

use std::ops::Range;

use crate::cpu::float::{BF16, F16, F32, Float};
use crate::cpu::isa::{Isa, prefetch};
use crate::cpu::packed::TILE;
use crate::weight::{DType, WeightData};

/// The products of the rows of x from `first` on, as many as there are places, with the 16 rows of a
/// tile.
///
/// # Safety
/// As [`Isa`] demands.
#[inline(always)]
#[allow(unsafe_code)]
pub(super) unsafe fn multiply<I: Isa>(
    weight: &WeightData,
    tile: usize,
    x: &[f32],
    first: usize,
    out: &mut [[f32; TILE]],
) {
    let rows = tile * TILE..weight.rows().min((tile + 1) * TILE);
    let mut done = 0;
    while done < out.len() {
        let (x, out) = (&x[(first + done) * weight.cols()..], &mut out[done..]);
        // SAFETY: the caller promises what `Isa` demands.
        done += unsafe {
            match (out.len(), I::SUMS) {
                (8.., 16..) => some::<I, 2, 8>(weight, rows.clone(), x, out),
                (4.., 16..) => some::<I, 4, 4>(weight, rows.clone(), x, out),
                (4.., _) => some::<I, 1, 4>(weight, rows.clone(), x, out),
                (2.., 16..) => some::<I, 4, 2>(weight, rows.clone(), x, out),
                (2.., _) => some::<I, 2, 2>(weight, rows.clone(), x, out),
                _ => some::<I, 4, 1>(weight, rows.clone(), x, out),
            }
        };
    }
}

/// R rows of x with these rows of the weight, W of them at a time.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn some<I: Isa, const W: usize, const R: usize>(
    weight: &WeightData,
    mut rows: Range<usize>,
    x: &[f32],
    out: &mut [[f32; TILE]],
) -> usize {
    while !rows.is_empty() {
        // SAFETY: the caller promises what `Isa` demands.
        unsafe {
            match rows.len() >= W {
                true => pairs::<I, W, R>(weight, rows.start, x, out),
                false => pairs::<I, 1, R>(weight, rows.start, x, out),
            }
        };
        rows.start += if rows.len() >= W { W } else { 1 };
    }
    R
}

#[inline(always)]
#[allow(unsafe_code)]
unsafe fn pairs<I: Isa, const W: usize, const R: usize>(
    weight: &WeightData,
    row: usize,
    x: &[f32],
    out: &mut [[f32; TILE]],
) {
    // SAFETY: the caller promises what `Isa` demands.
    unsafe {
        match weight.dtype() {
            DType::F16 => typed::<I, W, R, F16>(weight, row, x, out),
            DType::BF16 => typed::<I, W, R, BF16>(weight, row, x, out),
            _ => typed::<I, W, R, F32>(weight, row, x, out),
        }
    }
}

#[inline(always)]
#[allow(unsafe_code)]
#[allow(clippy::needless_range_loop, reason = "loops over registers, in step")]
unsafe fn typed<I: Isa, const W: usize, const R: usize, T: Float>(
    weight: &WeightData,
    row: usize,
    x: &[f32],
    out: &mut [[f32; TILE]],
) {
    let lane = row % TILE;
    let cols = weight.cols();
    let whole = cols / TILE * TILE;
    let bytes = &weight.bytes()[row * weight.row_bytes()..][..W * weight.row_bytes()];
    let x = &x[..R * cols];
    // SAFETY: rows of the weight and of x have `cols` numbers, of which `whole` are read 16 at a
    // time; the caller promises what `Isa` demands.
    let sums = unsafe {
        let mut sums = [[I::splat(0.0); R]; W];
        let mut column = 0;
        while column < whole {
            let mut x_part = [I::splat(0.0); R];
            for r in 0..R {
                x_part[r] = I::from_floats(x.as_ptr().add(r * cols + column).cast());
            }
            for w in 0..W {
                let at = bytes.as_ptr().add((w * cols + column) * T::BYTES);
                prefetch(at);
                let part = T::load::<I>(at);
                for r in 0..R {
                    sums[w][r] = I::multiply_add(part, x_part[r], sums[w][r]);
                }
            }
            column += TILE;
        }
        let mut stored = [[[0.0; TILE]; R]; W];
        for w in 0..W {
            for r in 0..R {
                stored[w][r] = I::store(sums[w][r]);
            }
        }
        stored
    };
    for w in 0..W {
        for r in 0..R {
            let mut y = add_up(sums[w][r]);
            for column in whole..cols {
                let weight = T::one(&bytes[(w * cols + column) * T::BYTES..]);
                y += weight * x[r * cols + column];
            }
            out[r][lane + w] = y;
        }
    }
}

/// The sum of all lanes, halves first.
fn add_up(mut lanes: [f32; TILE]) -> f32 {
    let mut width = TILE / 2;
    while width > 0 {
        for lane in 0..width {
            lanes[lane] += lanes[lane + width];
        }
        width /= 2;
    }
    lanes[0]
}
