//! A cube for each row that may hand on, and one for each row that is wanted: both norm a row and
//! differ in where it goes.

use cubecl::prelude::*;

use super::LoopOutput;
use crate::cube::{Cube, CubeBatch, CubeCache, CubeTensor, Gpu, NONE, arg, field, launch};
use crate::ops::rms_norm::cube::scale_of_row;

pub(crate) fn loop_output(
    gpu: &Gpu,
    cache: &CubeCache,
    batch: &CubeBatch,
    args: LoopOutput<'_, Cube>,
) -> CubeTensor {
    let (rows, outputs, hidden) = (batch.rows(), batch.host.outputs.len(), cache.shape.hidden);
    let y = CubeTensor::new(gpu, outputs, hidden);
    if rows > 0 {
        // SAFETY: `Batch::check` has bounded carry rows and outputs, `LoopOutput::check` has
        // compared the sizes; a cube beyond the last output does nothing.
        launch!(
            gpu,
            loop_output_kernel,
            rows + outputs,
            CubeDim::new_1d(gpu.units as u32),
            args.h.arg(),
            args.norm.arg(),
            arg(&batch.words, 1),
            arg(&cache.carries, 1),
            y.arg(),
            rows,
            outputs,
            hidden,
            args.eps,
            args.normalize_carry,
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
        // The word behind the fields of all rows is the first output.
        let behind = comptime!(field::COUNT) * rows + cube - rows;
        let carry = comptime!(field::CARRY) * rows + cube;
        let word = batch[select(wanted, behind, carry)];
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
