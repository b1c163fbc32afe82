//! A cube for each row: it takes the row's embedding apart, mixes in the carry, and while it holds
//! the row also computes its norm.

use cubecl::prelude::*;

use super::LoopInput;
use crate::blocks::Format;
use crate::cube::{
    Cube, CubeBatch, CubeCache, CubeTensor, Gpu, arg, cube_sum, field, launch, scale_of, value_of,
};

pub(crate) fn loop_input(
    gpu: &Gpu,
    cache: &CubeCache,
    batch: &CubeBatch,
    args: LoopInput<'_, Cube>,
) -> (CubeTensor, CubeTensor) {
    let (rows, hidden) = (batch.rows(), cache.shape.hidden);
    let (h, x) = (CubeTensor::new(gpu, rows, hidden), CubeTensor::new(gpu, rows, hidden));
    if rows > 0 {
        // SAFETY: `LoopInput::check` has bounded ids by the table and all sizes by each other,
        // `Batch::check` the carry rows; a cube beyond the last row does nothing.
        launch!(
            gpu,
            loop_input_kernel,
            rows,
            CubeDim::new_1d(gpu.units as u32),
            arg(&args.table.words, args.table.rows * args.table.row_vectors),
            arg(&args.table.scales, 1),
            arg(&cache.carries, 1),
            arg(&batch.words, 1),
            args.norm.arg(),
            h.arg(),
            x.arg(),
            rows,
            hidden,
            args.table.row_vectors,
            args.emb_scale,
            args.hidden_scale,
            args.eps,
            args.table.format,
            gpu.units,
        );
    }
    (h, x)
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
            for part in 0..comptime!(format.per_vector() / 4) {
                let column = vector * comptime!(format.per_vector()) + 4 * part;
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
        // Every unit reads back what it wrote itself.
        let mut vector = UNIT_POS as usize;
        while vector < row_vectors {
            #[unroll]
            for i in 0..comptime!(format.per_vector()) {
                let column = vector * comptime!(format.per_vector()) + i;
                if column < hidden {
                    x[row * hidden + column] = h[row * hidden + column] * scale * norm[column];
                }
            }
            vector += units;
        }
    }
}
