use cubecl::prelude::*;
use plt_backend::Constants;
use plt_backend::blocks::Format;

use crate::batch::{CubeBatch, field};
use crate::cache::CubeCache;
use crate::device::{CubeTensor, Gpu, arg, cube_sum, launch};
use crate::weight::{CubeWeight, per_vector, scale_of, value_of};

/// The input h of the stack. A cube per row dequantizes the row's embedding and adds the carry; while
/// it holds the row, it also computes `RMSNorm(h; norm)`, which h takes along.
pub(crate) fn loop_input(
    gpu: &Gpu,
    constants: &Constants,
    table: &CubeWeight,
    norm: &CubeTensor,
    cache: &CubeCache,
    batch: &CubeBatch,
) -> CubeTensor {
    let (rows, hidden) = (batch.rows(), constants.hidden);
    let (h, x) = (CubeTensor::new(gpu, rows, hidden), CubeTensor::new(gpu, rows, hidden));
    if rows > 0 {
        // SAFETY: `Checked` has bounded ids by the table, carry rows by the cache, and compared the
        // sizes; a cube beyond the last row does nothing.
        launch!(
            gpu,
            loop_input_kernel,
            rows,
            gpu.line(),
            arg(&table.words, table.rows * table.row_vectors),
            arg(&table.scales, 1),
            arg(&cache.carries, 1),
            arg(&batch.words, 1),
            norm.arg(),
            h.arg(),
            x.arg(),
            rows,
            hidden,
            table.row_vectors,
            constants.emb_scale,
            constants.hidden_scale,
            constants.eps,
            table.format,
            gpu.units,
        );
    }
    h.with_norm(norm, constants.eps, x)
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
fn loop_input_kernel(
    table: &[Vector<u32, Const<4>>],
    scales: &[u32],
    carries: &[f32],
    batch: &[u32],
    norm: &[f32],
    h: &mut [f32],
    x: &mut [f32],
    rows: usize,
    hidden: usize,
    row_vectors: usize,
    emb_scale: f32,
    hidden_scale: f32,
    eps: f32,
    #[comptime] format: Format,
    #[comptime] units: usize,
) {
    let row = CUBE_POS;
    if row < rows {
        let id = batch[comptime!(field::ID) * rows + row] as usize;
        let input = batch[comptime!(field::INPUT) * rows + row];
        let first = input == comptime!(field::FIRST);
        let carried = input < comptime!(field::START);
        let a = select(first, 1.0f32, emb_scale);
        let carry = select(carried, input, 0u32) as usize * hidden;

        let mut squares = 0.0f32;
        let mut vector = UNIT_POS as usize;
        while vector < row_vectors {
            let words = table[id * row_vectors + vector];
            #[unroll]
            for part in 0..comptime!(per_vector(format) / 4) {
                let column = vector * comptime!(per_vector(format)) + 4 * part;
                let group = (id * hidden + column) / comptime!(format.group);
                #[unroll]
                for i in 0..4 {
                    if column + i < hidden {
                        let (scale, offset) = scale_of(scales, group, format);
                        let e = value_of(words, part, i, format.values) * scale + offset;
                        let mut b = a * e;
                        if carried {
                            b += hidden_scale * carries[carry + column + i];
                        }
                        h[row * hidden + column + i] = b;
                        squares += b * b;
                    }
                }
            }
            vector += units;
        }
        let sum = cube_sum(squares, units);
        let scale = 1.0f32 / f32::sqrt(sum / hidden as f32 + eps);
        // Every unit reads only numbers that it wrote itself.
        let mut vector = UNIT_POS as usize;
        while vector < row_vectors {
            #[unroll]
            for i in 0..comptime!(per_vector(format)) {
                let column = vector * comptime!(per_vector(format)) + i;
                if column < hidden {
                    x[row * hidden + column] = h[row * hidden + column] * scale * norm[column];
                }
            }
            vector += units;
        }
    }
}
