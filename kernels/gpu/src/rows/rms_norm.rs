//! A cube for each row, which is read twice: for the sum of its squares, and to be scaled.

use cubecl::prelude::*;

use crate::cube::{CubeTensor, Gpu, arg, cube_sum, launch};

pub(crate) fn rms_norm(gpu: &Gpu, x: &CubeTensor, weight: &CubeTensor, eps: f32) -> CubeTensor {
    let y = CubeTensor::new(gpu, x.rows, x.cols);
    if x.rows > 0 {
        // SAFETY: `rms_norm::check` has compared the sizes; a cube beyond the last row does nothing.
        launch!(
            gpu,
            rms_norm_kernel,
            x.rows,
            CubeDim::new_1d(gpu.units as u32),
            x.arg(),
            arg(&weight.handle, x.cols),
            y.arg(),
            x.rows,
            x.cols,
            eps,
            gpu.units,
        );
    }
    y
}

/// `1 / sqrt(mean(x²) + eps)` of a row, for every unit of its cube.
#[cube]
pub(crate) fn scale_of_row(
    x: &[f32],
    start: usize,
    cols: usize,
    eps: f32,
    #[comptime] units: usize,
) -> f32 {
    let mut squares = 0.0f32;
    let mut column = UNIT_POS as usize;
    while column < cols {
        let value = x[start + column];
        squares += value * value;
        column += units;
    }
    1.0f32 / f32::sqrt(cube_sum(squares, units) / cols as f32 + eps)
}

#[cube(launch_unchecked, create_dummy_kernel)]
fn rms_norm_kernel(
    x: &[f32],
    weight: &[f32],
    y: &mut [f32],
    rows: usize,
    cols: usize,
    eps: f32,
    #[comptime] units: usize,
) {
    let row = CUBE_POS;
    if row < rows {
        let scale = scale_of_row(x, row * cols, cols, eps, units);
        let mut column = UNIT_POS as usize;
        while column < cols {
            y[row * cols + column] = x[row * cols + column] * scale * weight[column];
            column += units;
        }
    }
}
