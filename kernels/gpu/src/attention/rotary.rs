//! Rotary embedding, KV write and gate in one launch: a cube for each head of each row, of queries and
//! of keys. It rotates the head in place, stores it if it is a key of loop 0, and computes the head's
//! gate if it is a query.

use cubecl::prelude::*;
use plt_backend::{Constants, Gate, KvDType};

use crate::batch::{CubeBatch, NONE, field};
use crate::cache::{CubeCache, store};
use crate::device::{CubeTensor, Gpu, arg, cube_sum, launch};

/// Compile-time parameters of a kernel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Shape {
    heads: usize,
    kv_heads: usize,
    head_dim: usize,
    rotary_dim: usize,
    dtype: KvDType,
    units: usize,
}

/// The input of the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum GateInput {
    Hidden,
    Query,
}

/// A gate and the layer's input, which a gate on hidden states reads.
pub(super) struct GateOf<'a> {
    pub gate: &'a Gate<CubeTensor>,
    pub h: &'a CubeTensor,
}

/// Rotates q and k in place, stores loop 0's keys and values, and returns the gates `[rows, heads]` if
/// a gate is given. `q` and `k` belong to the caller alone.
#[allow(clippy::too_many_arguments)]
pub(super) fn rotary(
    gpu: &Gpu,
    constants: &Constants,
    layer: usize,
    cache: &CubeCache,
    batch: &CubeBatch,
    [q, k, v]: [&CubeTensor; 3],
    gate: Option<GateOf<'_>>,
) -> Option<CubeTensor> {
    let shape = Shape {
        heads: constants.heads,
        kv_heads: constants.kv_heads,
        head_dim: constants.head_dim,
        rotary_dim: constants.rotary_dim,
        dtype: cache.shape.dtype,
        units: gpu.units,
    };
    let rows = batch.rows();
    let gates = gate.as_ref().map(|_| CubeTensor::new(gpu, rows, constants.heads));
    if rows == 0 {
        return gates;
    }
    let cubes = rows * (shape.heads + shape.kv_heads);
    let slots = cache.shape.slots;
    let (angles, words) = (arg(&batch.cos_sin, 1), arg(&batch.words, 1));
    let kv = arg(&cache.layers[layer], 1);
    // For both launches: `Checked` has compared the sizes and bounded layer and slots; a cube beyond
    // the last head does nothing. The caller owns q and k, so no other tensor changes with them.
    match (gate, &gates) {
        (Some(GateOf { gate, h }), Some(gates)) => {
            let (input, norm) = match &gate.norm {
                Some(norm) => (GateInput::Hidden, norm),
                None => (GateInput::Query, &gate.weight),
            };
            // SAFETY: as above.
            launch!(
                gpu,
                rotary_write_gate_kernel,
                cubes,
                gpu.line(),
                q.arg(),
                k.arg(),
                v.arg(),
                angles,
                words,
                kv,
                h.arg(),
                norm.arg(),
                gate.weight.arg(),
                gate.bias.arg(),
                gates.arg(),
                rows,
                slots,
                gate.weight.cols,
                constants.eps,
                shape,
                input,
            );
        }
        _ => {
            // SAFETY: as above.
            launch!(
                gpu,
                rotary_write_kernel,
                cubes,
                gpu.line(),
                q.arg(),
                k.arg(),
                v.arg(),
                angles,
                words,
                kv,
                rows,
                slots,
                shape,
            );
        }
    }
    gates
}

/// Rotates the head that begins at `start`; `rotated` is a copy in shared memory.
#[cube]
fn rotate(
    x: &mut [f32],
    start: usize,
    cos_sin: &[f32],
    row: usize,
    rotated: &mut Shared<[f32]>,
    #[comptime] shape: Shape,
) {
    let half = comptime!(shape.rotary_dim / 2);
    let mut d = UNIT_POS as usize;
    while d < half {
        let cos = cos_sin[2 * (row * half + d)];
        let sin = cos_sin[2 * (row * half + d) + 1];
        let first = x[start + d];
        let second = x[start + half + d];
        let rotated_first = first * cos - second * sin;
        let rotated_second = second * cos + first * sin;
        x[start + d] = rotated_first;
        x[start + half + d] = rotated_second;
        rotated[d] = rotated_first;
        rotated[half + d] = rotated_second;
        d += shape.units;
    }
    if comptime!(shape.rotary_dim < shape.head_dim) {
        let mut d = UNIT_POS as usize + shape.rotary_dim;
        while d < shape.head_dim {
            rotated[d] = x[start + d];
            d += shape.units;
        }
    }
    sync_cube();
}

/// Rotates the query or key of this cube and stores it if it has a slot of a block. Returns the
/// rotated head.
#[cube]
#[allow(clippy::too_many_arguments)]
fn rotate_and_store(
    q: &mut [f32],
    k: &mut [f32],
    v: &[f32],
    cos_sin: &[f32],
    batch: &[u32],
    kv: &mut [u32],
    row: usize,
    head: usize,
    rows: usize,
    slots: usize,
    #[comptime] shape: Shape,
) -> Shared<[f32]> {
    let head_dim = comptime!(shape.head_dim);
    let mut rotated = Shared::<[f32]>::new_slice(head_dim);
    if head < shape.heads {
        let start = (row * shape.heads + head) * head_dim;
        rotate(q, start, cos_sin, row, &mut rotated, shape);
    } else {
        let kv_head = head - shape.heads;
        let start = (row * shape.kv_heads + kv_head) * head_dim;
        rotate(k, start, cos_sin, row, &mut rotated, shape);
        let slot = batch[comptime!(field::SLOT) * rows + row];
        if slot != comptime!(NONE) {
            let place = slot as usize * shape.kv_heads + kv_head;
            let places = slots * shape.kv_heads;
            store(&rotated, 0, v, start, kv, place, places, head_dim, shape.dtype, shape.units);
        }
    }
    rotated
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
fn rotary_write_kernel(
    q: &mut [f32],
    k: &mut [f32],
    v: &[f32],
    cos_sin: &[f32],
    batch: &[u32],
    kv: &mut [u32],
    rows: usize,
    slots: usize,
    #[comptime] shape: Shape,
) {
    let heads = comptime!(shape.heads + shape.kv_heads);
    let row = CUBE_POS / heads;
    if row < rows {
        rotate_and_store(q, k, v, cos_sin, batch, kv, row, CUBE_POS % heads, rows, slots, shape);
    }
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
fn rotary_write_gate_kernel(
    q: &mut [f32],
    k: &mut [f32],
    v: &[f32],
    cos_sin: &[f32],
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
    #[comptime] input: GateInput,
) {
    let heads = comptime!(shape.heads + shape.kv_heads);
    let row = CUBE_POS / heads;
    let head = CUBE_POS % heads;
    if row < rows {
        let rotated = rotate_and_store(q, k, v, cos_sin, batch, kv, row, head, rows, slots, shape);
        if head < shape.heads {
            let mut product = 0.0f32;
            let mut squares = 0.0f32;
            let mut i = UNIT_POS as usize;
            while i < width {
                let w = weight[head * width + i];
                match comptime!(input) {
                    GateInput::Hidden => {
                        let value = h[row * width + i];
                        squares += value * value;
                        product += value * norm[i] * w;
                    }
                    GateInput::Query => {
                        product += rotated[i] * w;
                    }
                }
                i += shape.units;
            }
            let mut logit = cube_sum(product, shape.units);
            if comptime!(input == GateInput::Hidden) {
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
