//! SwiGLU. Few rows: a cube streams its rows of gate and of up and combines them before it writes.
//! Many rows: two matrix multiplications, then the product of their results, element by element.

use cubecl::prelude::*;
use plt_backend::Result;

use super::FEW;
use super::few_rows::{Add, FewRows, multiply, sum_lanes};
use super::many_rows::many_rows;
use crate::device::{CubeTensor, Gpu, arg, launch};
use crate::weight::CubeWeight;

/// `silu(x · gateᵀ) · (x · upᵀ)`, element by element.
pub(crate) fn swiglu(
    gpu: &Gpu,
    x: &CubeTensor,
    gate: &CubeWeight,
    up: &CubeWeight,
) -> Result<CubeTensor> {
    let y = CubeTensor::new(gpu, x.rows, gate.rows);
    match x.rows {
        0 => {}
        1..=FEW => few_rows(gpu, x, gate, up, &y),
        _ => {
            let z = CubeTensor::new(gpu, x.rows, gate.rows);
            many_rows(gpu, x, gate, &z)?;
            many_rows(gpu, x, up, &y)?;
            let len = y.rows * y.cols;
            // SAFETY: both are [rows of x, rows of gate].
            launch!(
                gpu,
                silu_multiply_kernel,
                len.div_ceil(gpu.units),
                gpu.line(),
                z.arg(),
                y.arg(),
                len,
            );
        }
    }
    Ok(y)
}

fn few_rows(gpu: &Gpu, x: &CubeTensor, gate: &CubeWeight, up: &CubeWeight, y: &CubeTensor) {
    let shape = FewRows::new(gpu, x.rows, gate, Add::Nothing);
    gpu.count.weight_bytes(gate.bytes + up.bytes);
    // SAFETY: `Checked` and `Stack`, or `Cube::swiglu`, have compared the sizes; rows and columns beyond
    // the last one are read as the last one or not at all, and never written.
    launch!(
        gpu,
        swiglu_few_rows_kernel,
        gate.rows.div_ceil(shape.per_cube()),
        shape.dim(),
        shape.x_vector(),
        arg(&x.handle, x.rows * x.cols / shape.x_vector()),
        arg(&gate.words, gate.rows * gate.row_vectors),
        arg(&gate.scales, 1),
        arg(&up.words, up.rows * up.row_vectors),
        arg(&up.scales, 1),
        y.arg(),
        x.rows,
        gate.rows,
        gate.cols,
        gate.row_vectors,
        up.row_vectors,
        shape,
        FewRows::new(gpu, x.rows, up, Add::Nothing),
    );
}

/// silu(z) = z / (1 + e^-z)
#[cube]
fn silu(z: f32) -> f32 {
    z / (1.0f32 + f32::exp(-z))
}

#[cube(launch_unchecked, create_dummy_kernel)]
fn silu_multiply_kernel(z: &[f32], y: &mut [f32], len: usize) {
    if ABSOLUTE_POS < len {
        y[ABSOLUTE_POS] *= silu(z[ABSOLUTE_POS]);
    }
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
fn swiglu_few_rows_kernel<N: Size>(
    x: &[Vector<f32, N>],
    gate_words: &[Vector<u32, Const<4>>],
    gate_scales: &[u32],
    up_words: &[Vector<u32, Const<4>>],
    up_scales: &[u32],
    y: &mut [f32],
    rows: usize,
    weight_rows: usize,
    cols: usize,
    gate_vectors: usize,
    up_vectors: usize,
    #[comptime] gate: FewRows,
    #[comptime] up: FewRows,
) {
    let products = comptime!(gate.rows * gate.weight_rows);
    let first_of_cube = CUBE_POS * comptime!(gate.per_cube());
    let first = first_of_cube + UNIT_POS_Y as usize * gate.weight_rows;
    let mut gates = Array::<f32>::new(products);
    let mut ups = Array::<f32>::new(products);
    #[unroll]
    for i in 0..products {
        gates[i] = 0.0f32;
        ups[i] = 0.0f32;
    }
    let vectors = comptime!(gate.shared_vectors().max(up.shared_vectors()));
    let mut shared = Shared::<[Vector<f32, N>]>::new_slice(vectors);
    multiply(
        x,
        gate_words,
        gate_scales,
        &mut shared,
        &mut gates,
        first,
        rows,
        weight_rows,
        cols,
        gate_vectors,
        gate,
    );
    multiply(
        x,
        up_words,
        up_scales,
        &mut shared,
        &mut ups,
        first,
        rows,
        weight_rows,
        cols,
        up_vectors,
        up,
    );
    let gates = sum_lanes::<N>(&gates, &mut shared, gate);
    let ups = sum_lanes::<N>(&ups, &mut shared, up);
    let mut out = UNIT_POS as usize;
    while out < comptime!(gate.rows * gate.per_cube()) {
        let m = out / comptime!(gate.per_cube());
        let n = out % comptime!(gate.per_cube());
        let column = first_of_cube + n;
        if m < rows && column < weight_rows {
            y[m * weight_rows + column] = silu(gates[n * gate.rows + m]) * ups[n * gate.rows + m];
        }
        out += comptime!(gate.lanes * gate.groups);
    }
}
