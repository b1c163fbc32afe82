//! Tiles of weight rows, one task each: a tile is turned into f32 once and multiplied with all rows
//! of the pass, so that each weight byte is read once whatever the number of rows.

use rayon::prelude::*;

use crate::cpu::Matrix;
use crate::error::{Error, Result};
use crate::weight::WeightData;

/// Weight rows of one task: enough to be worth a task, few enough that a tile stays in the cache.
const TILE: usize = 16;
/// Partial sums of a dot product, so that vector instructions have independent work.
const LANES: usize = 16;
/// Rows of x that share one trip over a weight row.
const ROWS: usize = 4;

pub(crate) fn linear(x: &Matrix, weight: &WeightData, residual: Option<&Matrix>) -> Result<Matrix> {
    // Transposed, so that a task writes one run of it.
    let mut columns = vec![0.0; weight.rows() * x.rows];
    columns.par_chunks_mut(TILE * x.rows.max(1)).enumerate().try_for_each_init(
        Vec::new,
        |tile, (index, columns)| {
            tile.resize(columns.len() / x.rows * weight.cols(), 0.0);
            weight.read_rows(index * TILE, tile)?;
            let rows = tile.chunks_exact(weight.cols());
            for (weight_row, column) in rows.zip(columns.chunks_exact_mut(x.rows)) {
                multiply(x, weight_row, column);
            }
            Ok::<(), Error>(())
        },
    )?;

    let mut out = match residual {
        Some(residual) => residual.clone(),
        None => Matrix::zeros(x.rows, weight.rows()),
    };
    for (row, out) in out.data.chunks_exact_mut(weight.rows().max(1)).enumerate() {
        for (out, column) in out.iter_mut().zip(columns.chunks_exact(x.rows)) {
            *out += column[row];
        }
    }
    Ok(out)
}

/// `column[i] = x[i] · weight_row` for every row of x.
fn multiply(x: &Matrix, weight_row: &[f32], column: &mut [f32]) {
    pulp::Arch::new().dispatch(|| {
        let mut rows = x.data.chunks_exact(x.cols * ROWS);
        let mut out = column.chunks_exact_mut(ROWS);
        for (rows, out) in (&mut rows).zip(&mut out) {
            let (a, rest) = rows.split_at(x.cols);
            let (b, rest) = rest.split_at(x.cols);
            let (c, d) = rest.split_at(x.cols);
            out.copy_from_slice(&dots([a, b, c, d], weight_row));
        }
        let rest = rows.remainder().chunks_exact(x.cols);
        for (row, out) in rest.zip(out.into_remainder()) {
            [*out] = dots([row], weight_row);
        }
    });
}

/// a · b
pub(crate) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let [sum] = pulp::Arch::new().dispatch(|| dots([a], b));
    sum
}

/// The dot products of N rows with one weight row. A row's sum is taken in the same order whatever
/// N is: result rows do not depend on which others are in the pass.
#[inline(always)]
fn dots<const N: usize>(rows: [&[f32]; N], weight_row: &[f32]) -> [f32; N] {
    let (weight_chunks, weight_rest) = weight_row.as_chunks::<LANES>();
    let rows = rows.map(|row| {
        let (chunks, rest) = row.as_chunks::<LANES>();
        (&chunks[..weight_chunks.len()], rest)
    });
    let mut lanes = [[0.0f32; LANES]; N];
    for (i, w) in weight_chunks.iter().enumerate() {
        for (lanes, (chunks, _)) in lanes.iter_mut().zip(&rows) {
            let x = &chunks[i];
            for lane in 0..LANES {
                lanes[lane] += x[lane] * w[lane];
            }
        }
    }
    let mut sums = [0.0; N];
    for ((sum, mut lanes), (_, rest)) in sums.iter_mut().zip(lanes).zip(rows) {
        let mut width = LANES / 2;
        while width > 0 {
            for lane in 0..width {
                lanes[lane] += lanes[lane + width];
            }
            width /= 2;
        }
        *sum = lanes[0];
        for (x, w) in rest.iter().zip(weight_rest) {
            *sum += x * w;
        }
    }
    sums
}
