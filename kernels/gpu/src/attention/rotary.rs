//! A cube for each head of each row, of queries and of keys: it turns the head in place, stores it
//! if it is a key of loop 0, and computes the head's gate if it is a query.

use cubecl::prelude::*;

use super::{RotaryWrite, Rotated};
use crate::cube::{
    Cube, CubeBatch, CubeCache, CubeTensor, Gpu, NONE, arg, cube_sum, field, launch, numbers,
};
use crate::kv::KvDType;
use crate::ops::{Gate, GateInput};
use crate::q8_0::BLOCK;

/// What a kernel is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Shape {
    heads: usize,
    kv_heads: usize,
    head_dim: usize,
    dtype: KvDType,
    units: usize,
}

/// What the gate looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Looks {
    AtHidden,
    AtQuery,
}

pub(crate) fn rotary_write(
    gpu: &Gpu,
    cache: &CubeCache,
    batch: &CubeBatch,
    args: RotaryWrite<'_, Cube>,
) -> Rotated<Cube> {
    let RotaryWrite { layer, q, k, v, theta, gate } = args;
    let kv = &cache.shape;
    let shape = Shape {
        heads: q.cols / kv.head_dim,
        kv_heads: kv.kv_heads,
        head_dim: kv.head_dim,
        dtype: kv.dtype,
        units: gpu.units,
    };
    let rows = batch.rows();
    let gates = gate.as_ref().map(|gate| CubeTensor::new(gpu, rows, gate.weight.rows));
    if rows == 0 {
        return Rotated { q, k, gate: gates };
    }
    let angles = batch.angles(gpu, kv.head_dim, theta);
    let cubes = rows * (shape.heads + shape.kv_heads);
    let dim = CubeDim::new_1d(gpu.units as u32);
    let (words, kv_words) = (arg(&batch.words, 1), arg(&cache.layers[layer], 1));
    // Of both launches: `RotaryWrite::check` has compared the sizes and bounded the layer,
    // `Batch::check` the slots; a cube beyond the last head does nothing. Queries and keys are
    // owned here, so turning them in place is seen by no one else.
    match (gate, &gates) {
        (Some(Gate { input, weight, bias }), Some(gates)) => {
            let (looks, h, norm, eps) = match input {
                GateInput::Hidden { h, norm, eps } => (Looks::AtHidden, h, norm, eps),
                GateInput::Query => (Looks::AtQuery, weight, weight, 0.0),
            };
            // SAFETY: as above; `Gate::check` has compared the gate's sizes.
            launch!(
                gpu,
                rotary_write_gate_kernel,
                cubes,
                dim,
                q.arg(),
                k.arg(),
                v.arg(),
                arg(&angles, 1),
                words,
                kv_words,
                h.arg(),
                norm.arg(),
                weight.arg(),
                bias.arg(),
                gates.arg(),
                rows,
                kv.slots,
                weight.cols,
                eps,
                shape,
                looks,
            );
        }
        _ => {
            // SAFETY: as above.
            launch!(
                gpu,
                rotary_write_kernel,
                cubes,
                dim,
                q.arg(),
                k.arg(),
                v.arg(),
                arg(&angles, 1),
                words,
                kv_words,
                rows,
                kv.slots,
                shape,
            );
        }
    }
    Rotated { q, k, gate: gates }
}

/// Turns the head that begins at `start`; the cube then holds it in `turned` as well.
#[cube]
fn rotate(
    x: &mut [f32],
    start: usize,
    angles: &[f32],
    row: usize,
    rows: usize,
    turned: &mut Shared<[f32]>,
    #[comptime] shape: Shape,
) {
    let half = comptime!(shape.head_dim / 2);
    let mut d = UNIT_POS as usize;
    while d < half {
        let cos = angles[row * half + d];
        let sin = angles[(rows + row) * half + d];
        let first = x[start + d];
        let second = x[start + half + d];
        let turned_first = first * cos - second * sin;
        let turned_second = second * cos + first * sin;
        x[start + d] = turned_first;
        x[start + half + d] = turned_second;
        turned[d] = turned_first;
        turned[half + d] = turned_second;
        d += shape.units;
    }
    sync_cube();
}

/// The scale of the block of q8_0 that the values from `start` on make.
#[cube]
fn scale_of_block(x: &[f32], start: usize) -> u32 {
    let mut largest = 0u32.runtime();
    for i in 0..BLOCK {
        largest = u32::max(largest, numbers::size_bits(x[start + i]));
    }
    numbers::q8_scale(largest)
}

/// Stores the `head_dim` values from `start` on as words from `at` on.
#[cube]
fn store_head(
    x: &[f32],
    start: usize,
    kv: &mut [u32],
    at: usize,
    #[comptime] head_dim: usize,
    #[comptime] dtype: KvDType,
    #[comptime] units: usize,
) {
    let words = comptime!(head_dim / numbers::per_word(dtype));
    let mut word = UNIT_POS as usize;
    while word < words {
        kv[at + word] = match comptime!(dtype) {
            KvDType::F32 => u32::reinterpret(x[start + word]),
            KvDType::Q8_0 => {
                let first = start + 4 * word;
                let scale = scale_of_block(x, start + 4 * word / BLOCK * BLOCK);
                let low = numbers::q8_quant(x[first], scale)
                    | (numbers::q8_quant(x[first + 1], scale) << 8u32);
                let high = numbers::q8_quant(x[first + 2], scale)
                    | (numbers::q8_quant(x[first + 3], scale) << 8u32);
                low | (high << 16u32)
            }
            _ => {
                let low = numbers::to_half(x[start + 2 * word], dtype);
                low | (numbers::to_half(x[start + 2 * word + 1], dtype) << 16u32)
            }
        };
        word += units;
    }
}

/// Stores a head's key and value, the `head_dim` values of k and v from there on, in the place of this
/// number among `places`: those of all heads of all slots.
#[cube]
#[allow(clippy::too_many_arguments)]
pub(crate) fn store(
    k: &[f32],
    k_start: usize,
    v: &[f32],
    v_start: usize,
    kv: &mut [u32],
    place: usize,
    places: usize,
    #[comptime] head_dim: usize,
    #[comptime] dtype: KvDType,
    #[comptime] units: usize,
) {
    let words = comptime!(head_dim / numbers::per_word(dtype));
    store_head(k, k_start, kv, place * words, head_dim, dtype, units);
    store_head(v, v_start, kv, (places + place) * words, head_dim, dtype, units);
    if comptime!(dtype == KvDType::Q8_0) {
        let blocks = comptime!(head_dim / BLOCK);
        let at = 2 * places * words + place * blocks;
        let mut block = UNIT_POS as usize;
        while block < blocks {
            let key = scale_of_block(k, k_start + block * BLOCK);
            let value = scale_of_block(v, v_start + block * BLOCK);
            kv[at + block] = key | (value << 16u32);
            block += units;
        }
    }
}

/// Turns the query or key of this cube and stores it if it goes to a page; what was turned.
#[cube]
#[allow(clippy::too_many_arguments)]
fn rotate_and_store(
    q: &mut [f32],
    k: &mut [f32],
    v: &[f32],
    angles: &[f32],
    batch: &[u32],
    kv: &mut [u32],
    row: usize,
    head: usize,
    rows: usize,
    slots: usize,
    #[comptime] shape: Shape,
) -> Shared<[f32]> {
    let head_dim = comptime!(shape.head_dim);
    let mut turned = Shared::<[f32]>::new_slice(head_dim);
    if head < shape.heads {
        let start = (row * shape.heads + head) * head_dim;
        rotate(q, start, angles, row, rows, &mut turned, shape);
    } else {
        let kv_head = head - shape.heads;
        let start = (row * shape.kv_heads + kv_head) * head_dim;
        rotate(k, start, angles, row, rows, &mut turned, shape);
        let slot = batch[comptime!(field::PAGE) * rows + row];
        if slot != comptime!(NONE) {
            let place = slot as usize * shape.kv_heads + kv_head;
            let places = slots * shape.kv_heads;
            store(&turned, 0, v, start, kv, place, places, head_dim, shape.dtype, shape.units);
        }
    }
    turned
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
fn rotary_write_kernel(
    q: &mut [f32],
    k: &mut [f32],
    v: &[f32],
    angles: &[f32],
    batch: &[u32],
    kv: &mut [u32],
    rows: usize,
    slots: usize,
    #[comptime] shape: Shape,
) {
    let heads = comptime!(shape.heads + shape.kv_heads);
    let row = CUBE_POS / heads;
    if row < rows {
        rotate_and_store(q, k, v, angles, batch, kv, row, CUBE_POS % heads, rows, slots, shape);
    }
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
fn rotary_write_gate_kernel(
    q: &mut [f32],
    k: &mut [f32],
    v: &[f32],
    angles: &[f32],
    batch: &[u32],
    kv: &mut [u32],
    h: &[f32],
    norm: &[f32],
    weight: &[f32],
    bias: &[f32],
    gate: &mut [f32],
    rows: usize,
    slots: usize,
    width: usize,
    eps: f32,
    #[comptime] shape: Shape,
    #[comptime] looks: Looks,
) {
    let heads = comptime!(shape.heads + shape.kv_heads);
    let row = CUBE_POS / heads;
    let head = CUBE_POS % heads;
    if row < rows {
        let turned = rotate_and_store(q, k, v, angles, batch, kv, row, head, rows, slots, shape);
        if head < shape.heads {
            let mut product = 0.0f32;
            let mut squares = 0.0f32;
            let mut i = UNIT_POS as usize;
            while i < width {
                let w = weight[head * width + i];
                match comptime!(looks) {
                    Looks::AtHidden => {
                        let value = h[row * width + i];
                        squares += value * value;
                        product += value * norm[i] * w;
                    }
                    Looks::AtQuery => {
                        product += turned[i] * w;
                    }
                }
                i += shape.units;
            }
            let mut logit = cube_sum(product, shape.units);
            if comptime!(looks == Looks::AtHidden) {
                let mean = cube_sum(squares, shape.units) / width as f32;
                logit *= 1.0f32 / f32::sqrt(mean + eps);
            }
            if UNIT_POS == 0 {
                let z = logit + bias[head];
                gate[row * shape.heads + head] = 1.0f32 / (1.0f32 + f32::exp(-z));
            }
        }
    }
}
