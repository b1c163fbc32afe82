use cubecl::prelude::*;
use plt_backend::{Error, Result};

use crate::batch::NONE;
use crate::device::{CubeTensor, Gpu, arg, launch};

/// The `k` largest values of every row. A cube per row: round i finds the largest value that comes
/// after choice i - 1 in the order (larger first, then the first column), so nothing has to be crossed
/// out; k is small.
pub(crate) fn top_k(gpu: &Gpu, x: &CubeTensor, k: usize) -> Result<Vec<Vec<(u32, f32)>>> {
    let k = k.min(x.cols);
    if x.rows == 0 {
        return Ok(Vec::new());
    }
    let chosen = gpu.empty(2 * x.rows * k);
    // SAFETY: the kernel reads x within its sizes, of which `Checked` has seen that a row has columns,
    // and writes 2k words for each row.
    launch!(
        gpu,
        top_k_kernel,
        x.rows,
        gpu.line(),
        x.arg(),
        arg(&chosen, 2 * x.rows * k),
        x.rows,
        x.cols,
        k,
        gpu.units,
    );
    let words: Vec<u32> = gpu.download(&chosen, 2 * x.rows * k)?;
    let row = |(row, words): (usize, &[u32])| match words.contains(&NONE) {
        true => Err(Error::NotANumber { op: "top_k", row }),
        false => Ok(words.chunks_exact(2).map(|pair| (pair[0], f32::from_bits(pair[1]))).collect()),
    };
    words.chunks_exact(2 * k).enumerate().map(row).collect()
}

/// A word that grows with the number, the same for both zeros; the largest word for NaN, which is
/// recognized by its bits, because compilers may assume that a number equals itself.
#[cube]
fn key(value: f32) -> u32 {
    let bits = u32::reinterpret(value);
    let magnitude = bits & 0x7fff_ffffu32;
    let negative = bits != magnitude && magnitude != 0u32;
    let key = select(negative, !bits, magnitude | 0x8000_0000u32);
    select(magnitude > 0x7f80_0000u32, 0xffff_ffffu32, key)
}

/// Whether (key, column) comes before (other, other_column) in the order.
#[cube]
fn before(key: u32, column: u32, other: u32, other_column: u32) -> bool {
    key > other || (key == other && column < other_column)
}

#[cube(launch_unchecked, create_dummy_kernel)]
fn top_k_kernel(
    x: &[f32],
    chosen: &mut [u32],
    rows: usize,
    cols: usize,
    k: usize,
    #[comptime] units: usize,
) {
    let row = CUBE_POS;
    let unit = UNIT_POS as usize;
    if row < rows {
        let mut keys = Shared::<[u32]>::new_slice(units);
        let mut columns = Shared::<[u32]>::new_slice(units);
        let mut last = comptime!(NONE).runtime();
        let mut last_column = 0u32;
        for round in 0..k {
            let mut best = 0u32;
            let mut best_column = comptime!(NONE).runtime();
            let mut column = unit;
            while column < cols {
                let this = key(x[row * cols + column]);
                let after = round == 0 || before(last, last_column, this, column as u32);
                if after && before(this, column as u32, best, best_column) {
                    best = this;
                    best_column = column as u32;
                }
                column += units;
            }
            keys[unit] = best;
            columns[unit] = best_column;
            sync_cube();
            let steps = comptime!(units.ilog2() as usize);
            #[unroll]
            for step in 0..steps {
                let width = comptime!(units >> (step + 1));
                if unit < width {
                    let other = keys[unit + width];
                    let other_column = columns[unit + width];
                    if before(other, other_column, keys[unit], columns[unit]) {
                        keys[unit] = other;
                        columns[unit] = other_column;
                    }
                }
                sync_cube();
            }
            last = keys[0];
            last_column = columns[0];
            sync_cube();
            if unit == 0 {
                let at = 2 * (row * k + round);
                chosen[at] = select(last == 0xffff_ffffu32, comptime!(NONE).runtime(), last_column);
                chosen[at + 1] = u32::reinterpret(x[row * cols + last_column as usize]);
            }
        }
    }
}
