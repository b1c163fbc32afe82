//! Copies within the cache, on the device: one cube copies one slot or one carry row.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::CubeCache;
use crate::device::{Gpu, arg, launch};

/// Copies the key and the value of slot `from[i]` to slot `to[i]` in every layer. No slot is both
/// read and written.
pub(crate) fn copy_slots(gpu: &Gpu, cache: &mut CubeCache, from: &[u32], to: &[u32]) {
    if from.is_empty() {
        return;
    }
    let pairs = gpu.upload(&[from, to].concat());
    let (keys, scales) = (cache.key_words(), cache.scale_words());
    for layer in &cache.layers {
        copy(gpu, layer, &pairs, from.len(), cache.shape.slots, [keys, keys, scales]);
    }
}

/// Copies carry row `from[i]` to carry row `to[i]`. No row is both read and written.
pub(crate) fn copy_carries(gpu: &Gpu, cache: &mut CubeCache, from: &[u32], to: &[u32]) {
    if from.is_empty() {
        return;
    }
    let pairs = gpu.upload(&[from, to].concat());
    let (rows, hidden) = (cache.shape.carry_rows, cache.shape.hidden);
    copy(gpu, &cache.carries, &pairs, from.len(), rows, [hidden, 0, 0]);
}

/// Copies rows of three tables of `rows` rows each that lie one after the other in a buffer;
/// `widths` in words.
fn copy(gpu: &Gpu, buffer: &Handle, pairs: &Handle, count: usize, rows: usize, widths: [usize; 3]) {
    // SAFETY: `Checked` has bounded the rows, which the buffer holds, and found none that two cubes
    // would write, or one write and one read; a cube beyond the last pair does nothing.
    launch!(
        gpu,
        copy_kernel,
        count,
        gpu.line(),
        arg(buffer, 1),
        arg(pairs, 2 * count),
        count,
        rows,
        widths[0],
        widths[1],
        widths[2],
    );
}

/// Copies one row of a table that begins at word `at`.
#[cube]
fn copy_row(buffer: &mut [u32], at: usize, from: usize, to: usize, width: usize) {
    let mut word = UNIT_POS as usize;
    while word < width {
        buffer[at + to * width + word] = buffer[at + from * width + word];
        word += CUBE_DIM as usize;
    }
}

#[cube(launch_unchecked, create_dummy_kernel)]
fn copy_kernel(
    buffer: &mut [u32],
    pairs: &[u32],
    count: usize,
    rows: usize,
    first_width: usize,
    second_width: usize,
    third_width: usize,
) {
    let pair = CUBE_POS;
    if pair < count {
        let from = pairs[pair] as usize;
        let to = pairs[count + pair] as usize;
        copy_row(buffer, 0usize, from, to, first_width);
        copy_row(buffer, rows * first_width, from, to, second_width);
        copy_row(buffer, rows * (first_width + second_width), from, to, third_width);
    }
}

/// Collects (`gather`) or stores rows: `out[i] = from[index[i]]` or `out[index[i]] = from[i]`, rows
/// of `width` words.
pub(super) fn copy_rows(
    gpu: &Gpu,
    from: &Handle,
    out: &Handle,
    index: &[u32],
    width: usize,
    gather: bool,
) {
    if index.is_empty() {
        return;
    }
    let indices = gpu.upload(index);
    // SAFETY: `Checked` has bounded every index by the indexed buffer and found no place to write
    // twice; the other buffer holds a row for every index.
    launch!(
        gpu,
        copy_rows_kernel,
        index.len(),
        gpu.line(),
        arg(from, 1),
        arg(out, 1),
        arg(&indices, index.len()),
        index.len(),
        width,
        gather,
    );
}

#[cube(launch_unchecked, create_dummy_kernel)]
fn copy_rows_kernel(
    from: &[u32],
    out: &mut [u32],
    index: &[u32],
    rows: usize,
    width: usize,
    #[comptime] gather: bool,
) {
    let row = CUBE_POS;
    if row < rows {
        let there = index[row] as usize;
        let mut at = UNIT_POS as usize;
        while at < width {
            if comptime!(gather) {
                out[row * width + at] = from[there * width + at];
            } else {
                out[there * width + at] = from[row * width + at];
            }
            at += CUBE_DIM as usize;
        }
    }
}
