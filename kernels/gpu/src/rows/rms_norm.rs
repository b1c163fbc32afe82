use cubecl::prelude::*;

use crate::device::{CubeTensor, Gpu, arg, cube_sum, launch};

/// `RMSNorm(x; weight)`, plus the residual if there is one. `weight` has x's columns. A cube per row
/// reads the row twice: for the sum of its squares, then to scale it.
pub(crate) fn rms_norm(
    gpu: &Gpu,
    x: &CubeTensor,
    weight: &CubeTensor,
    eps: f32,
    residual: Option<&CubeTensor>,
) -> CubeTensor {
    let y = CubeTensor::new(gpu, x.rows, x.cols);
    if x.rows > 0 {
        // SAFETY: `Stack` has compared the norm's columns with the constants, `Checked` those of x and
        // of the residual; a cube beyond the last row does nothing.
        launch!(
            gpu,
            rms_norm_kernel,
            x.rows,
            gpu.line(),
            x.arg(),
            arg(&weight.handle, x.cols),
            residual.unwrap_or(x).arg(),
            y.arg(),
            x.rows,
            x.cols,
            eps,
            gpu.units,
            residual.is_some(),
        );
    }
    y
}

/// `1 / sqrt(mean(x²) + eps)` of a row, for every unit of the cube.
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
#[allow(clippy::too_many_arguments)]
fn rms_norm_kernel(
    x: &[f32],
    weight: &[f32],
    residual: &[f32],
    y: &mut [f32],
    rows: usize,
    cols: usize,
    eps: f32,
    #[comptime] units: usize,
    #[comptime] add: bool,
) {
    let row = CUBE_POS;
    if row < rows {
        let scale = scale_of_row(x, row * cols, cols, eps, units);
        let mut column = UNIT_POS as usize;
        while column < cols {
            let mut value = x[row * cols + column] * scale * weight[column];
            if comptime!(add) {
                value += residual[row * cols + column];
            }
            y[row * cols + column] = value;
            column += units;
        }
    }
}
