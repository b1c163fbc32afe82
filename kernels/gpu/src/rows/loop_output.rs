use cubecl::prelude::*;
use plt_backend::Constants;

use super::rms_norm::scale_of_row;
use crate::batch::{CubeBatch, NONE, field};
use crate::cache::CubeCache;
use crate::device::{CubeTensor, Gpu, arg, launch};

/// The final norm of the wanted rows, and the carries. A cube for each row that may hand on and one
/// for each wanted row: both norm a row and differ in where they write it.
pub(crate) fn loop_output(
    gpu: &Gpu,
    constants: &Constants,
    norm: &CubeTensor,
    cache: &CubeCache,
    batch: &CubeBatch,
    h: &CubeTensor,
) -> CubeTensor {
    let (rows, outputs, hidden) = (batch.rows(), batch.host.outputs.len(), constants.hidden);
    let y = CubeTensor::new(gpu, outputs, hidden);
    if rows > 0 {
        // SAFETY: `Checked` has bounded carry rows and outputs and compared the sizes; a cube beyond
        // the last output does nothing.
        launch!(
            gpu,
            loop_output_kernel,
            rows + outputs,
            gpu.line(),
            h.arg(),
            norm.arg(),
            arg(&batch.words, 1),
            arg(&cache.carries, 1),
            y.arg(),
            rows,
            outputs,
            hidden,
            constants.eps,
            constants.normalize_carry,
            gpu.units,
        );
    }
    y
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
fn loop_output_kernel(
    h: &[f32],
    norm: &[f32],
    batch: &[u32],
    carries: &mut [f32],
    y: &mut [f32],
    rows: usize,
    outputs: usize,
    hidden: usize,
    eps: f32,
    #[comptime] normalize_carry: bool,
    #[comptime] units: usize,
) {
    let cube = CUBE_POS;
    if cube < rows + outputs {
        let wanted = cube >= rows;
        // The outputs follow the fields of all rows.
        let output = comptime!(field::COUNT) * rows + cube - rows;
        let carry = comptime!(field::CARRY) * rows + cube;
        let word = batch[select(wanted, output, carry)];
        if wanted || word != comptime!(NONE) {
            let row = select(wanted, word as usize, cube);
            let scale = scale_of_row(h, row * hidden, hidden, eps, units);
            let mut column = UNIT_POS as usize;
            while column < hidden {
                let value = h[row * hidden + column];
                let normed = value * scale * norm[column];
                if wanted {
                    y[(cube - rows) * hidden + column] = normed;
                } else {
                    let at = word as usize * hidden + column;
                    if comptime!(normalize_carry) {
                        carries[at] = normed;
                    } else {
                        carries[at] = value;
                    }
                }
                column += units;
            }
        }
    }
}
