//! The merge of split-KV attention, the gate mix, and the write to rings.

use cubecl::prelude::*;

use super::Shape;
use crate::batch::NONE;
use crate::batch::plan::{head, row};
use crate::cache::store;

/// Element d of the merge of `count` partial results from `first` on.
#[cube]
fn merge(
    partials: &[f32],
    first: usize,
    count: usize,
    head: usize,
    d: usize,
    #[comptime] shape: Shape,
) -> f32 {
    let step = comptime!(shape.heads * shape.partial());
    let at = (first * shape.heads + head) * comptime!(shape.partial());
    let mut largest = f32::min_value();
    for part in 0..count {
        largest = f32::max(largest, partials[at + part * step + shape.head_dim]);
    }
    let mut sum = 0.0f32;
    let mut total = 0.0f32;
    for part in 0..count {
        let place = at + part * step;
        let weight = f32::exp(partials[place + shape.head_dim] - largest);
        sum += weight * partials[place + d];
        total += weight * partials[place + shape.head_dim + 1];
    }
    sum / total
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
pub(super) fn gswa_merge_kernel(
    partials: &[f32],
    plan: &[u32],
    gate: &[f32],
    k: &[f32],
    v: &[f32],
    kv: &mut [u32],
    y: &mut [f32],
    rows: usize,
    slots: usize,
    #[comptime] shape: Shape,
) {
    let cube = CUBE_POS;
    let row = cube / shape.kv_heads;
    if row < rows {
        let kv_head = cube % shape.kv_heads;
        let words = plan[comptime!(head::ROWS_AT)] as usize + row * row::LEN;
        let global = plan[words + row::GLOBAL] as usize;
        let global_count = plan[words + row::GLOBAL_COUNT] as usize;
        let local = plan[words + row::LOCAL] as usize;
        let local_count = plan[words + row::LOCAL_COUNT] as usize;
        let group = comptime!(shape.group());

        let mut at = UNIT_POS as usize;
        while at < comptime!(shape.group() * shape.head_dim) {
            let head = kv_head * group + at / shape.head_dim;
            let d = at % shape.head_dim;
            // Rows without a window have no local part; without gates, rows with one have no global
            // part.
            let mut g = 1.0f32;
            if local_count > 0 {
                g = 0.0f32;
                if global_count > 0 {
                    g = gate[row * shape.heads + head];
                }
            }
            let mut out = 0.0f32;
            if global_count > 0 {
                out += g * merge(partials, global, global_count, head, d, shape);
            }
            if local_count > 0 {
                out += (1.0f32 - g) * merge(partials, local, local_count, head, d, shape);
            }
            y[(row * shape.heads + head) * shape.head_dim + d] = out;
            at += shape.units;
        }

        let slot = plan[words + row::SLOT];
        if slot != comptime!(NONE) {
            let start = (row * shape.kv_heads + kv_head) * shape.head_dim;
            let place = slot as usize * shape.kv_heads + kv_head;
            let places = slots * shape.kv_heads;
            let head_dim = comptime!(shape.head_dim);
            store(k, start, v, start, kv, place, places, head_dim, shape.dtype, shape.units);
        }
    }
}
