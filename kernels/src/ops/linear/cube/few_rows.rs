//! Few rows: a plane for every four rows of the weight streams them once, takes the quants apart in
//! registers and multiplies them with all rows of x.

use cubecl::prelude::*;

use crate::blocks::Format;
use crate::cube::{CubeTensor, CubeWeight, Gpu, arg, launch, scale_of, value_of};

/// Products of a weight row and an x row that a unit keeps in registers.
const PRODUCTS: usize = 16;

/// What a kernel for few rows is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FewRows {
    pub format: Format,
    /// Rows of x, rounded up to a power of two.
    pub rows: usize,
    /// Rows of the weight for each plane.
    pub weight_rows: usize,
    /// Units that share a row, and how many such groups a cube has.
    pub lanes: usize,
    pub groups: usize,
    /// Whether a chunk of four columns may end beyond the last one.
    pub ragged: bool,
    /// Whether y begins as the residual.
    pub residual: bool,
}

impl FewRows {
    pub fn new(gpu: &Gpu, rows: usize, weight: &CubeWeight, residual: bool) -> Self {
        let rows = rows.next_power_of_two();
        Self {
            format: weight.format,
            rows,
            weight_rows: (PRODUCTS / rows).clamp(1, 4),
            lanes: gpu.plane,
            groups: gpu.units / gpu.plane,
            ragged: !weight.cols.is_multiple_of(4),
            residual,
        }
    }

    /// Rows of the weight for each cube.
    pub fn per_cube(self) -> usize {
        self.weight_rows * self.groups
    }

    /// Columns of x that are read at once.
    pub fn x_vector(self) -> usize {
        if self.ragged { 1 } else { 4 }
    }

    pub fn dim(self) -> CubeDim {
        CubeDim::new_2d(self.lanes as u32, self.groups as u32)
    }
}

pub(super) fn few_rows(
    gpu: &Gpu,
    x: &CubeTensor,
    weight: &CubeWeight,
    residual: Option<&CubeTensor>,
    y: &CubeTensor,
) {
    let shape = FewRows::new(gpu, x.rows, weight, residual.is_some());
    gpu.count.weight_bytes(weight.bytes);
    // SAFETY: `linear::check` has compared the sizes; rows and columns beyond the last one are read
    // as the last one or not at all, and never written.
    launch!(
        gpu,
        linear_few_rows_kernel,
        weight.rows.div_ceil(shape.per_cube()),
        shape.dim(),
        shape.x_vector(),
        arg(&x.handle, x.rows * x.cols / shape.x_vector()),
        arg(&weight.words, weight.rows * weight.row_vectors),
        arg(&weight.scales, 1),
        residual.unwrap_or(x).arg(),
        y.arg(),
        x.rows,
        weight.rows,
        weight.cols,
        weight.row_vectors,
        shape,
    );
}

/// Adds this unit's share of the products of weight rows from `first` on with all rows of x:
/// `sums[n · rows + m]`.
#[cube]
#[allow(clippy::too_many_arguments)]
pub(crate) fn multiply<N: Size>(
    x: &[Vector<f32, N>],
    words: &[Vector<u32, Const<4>>],
    scales: &[u32],
    sums: &mut Array<f32>,
    first: usize,
    rows: usize,
    weight_rows: usize,
    cols: usize,
    row_vectors: usize,
    #[comptime] shape: FewRows,
) {
    let format = comptime!(shape.format);
    let mut vector = UNIT_POS_X as usize;
    while vector < row_vectors {
        let mut read = Array::<Vector<u32, Const<4>>>::new(shape.weight_rows);
        #[unroll]
        for n in 0..shape.weight_rows {
            let row = usize::min(first + n, weight_rows - 1);
            read[n] = words[row * row_vectors + vector];
        }
        let mut scale = Array::<f32>::new(shape.weight_rows);
        let mut offset = Array::<f32>::new(shape.weight_rows);
        #[unroll]
        for part in 0..comptime!(format.per_vector() / 4) {
            let column = vector * comptime!(format.per_vector()) + 4 * part;
            if column < cols {
                let mut weights = Array::<f32>::new(comptime!(4 * shape.weight_rows));
                #[unroll]
                for n in 0..shape.weight_rows {
                    if comptime!(4 * part % format.group == 0) {
                        let row = usize::min(first + n, weight_rows - 1);
                        let group = (row * cols + column) / comptime!(format.group);
                        let (s, o) = scale_of(scales, group, format);
                        scale[n] = s;
                        offset[n] = o;
                    }
                    #[unroll]
                    for i in 0..4 {
                        weights[4 * n + i] =
                            value_of(read[n], part, i, format.values) * scale[n] + offset[n];
                    }
                }
                #[unroll]
                for m in 0..shape.rows {
                    let at = usize::min(m, rows - 1) * cols + column;
                    #[unroll]
                    for i in 0..4 {
                        let value = read_x(x, at, i, cols - column, shape);
                        #[unroll]
                        for n in 0..shape.weight_rows {
                            sums[n * shape.rows + m] += weights[4 * n + i] * value;
                        }
                    }
                }
            }
        }
        vector += shape.lanes;
    }
}

/// Number `i` of the four from `at` on; 0 beyond the last column.
#[cube]
fn read_x<N: Size>(
    x: &[Vector<f32, N>],
    at: usize,
    #[comptime] i: usize,
    left: usize,
    #[comptime] shape: FewRows,
) -> f32 {
    if comptime!(shape.ragged) {
        let beyond = i >= left;
        select(beyond, 0.0f32, x[select(beyond, at, at + i)].extract(0usize))
    } else {
        x[at / 4].extract(i)
    }
}

/// Shared memory for what every unit brings to [`sum_lanes`].
#[cube]
pub(crate) fn lanes(#[comptime] shape: FewRows) -> Shared<[f32]> {
    Shared::new_slice(comptime!(shape.lanes * shape.groups * shape.rows * shape.weight_rows))
}

/// Adds up what the units of each plane have and leaves sum `n · rows + m` of group `g` at
/// `g · rows · weight_rows + n · rows + m`, in a fixed order.
#[cube]
pub(crate) fn sum_lanes(
    sums: &Array<f32>,
    shared: &mut Shared<[f32]>,
    #[comptime] shape: FewRows,
) -> Shared<[f32]> {
    let products = comptime!(shape.rows * shape.weight_rows);
    let mut total =
        Shared::<[f32]>::new_slice(comptime!(shape.groups * shape.rows * shape.weight_rows));
    #[unroll]
    for i in 0..products {
        shared[(UNIT_POS_Y as usize * products + i) * shape.lanes + UNIT_POS_X as usize] = sums[i];
    }
    sync_cube();
    let mut out = UNIT_POS as usize;
    while out < comptime!(shape.groups * shape.rows * shape.weight_rows) {
        let mut sum = 0.0f32;
        for lane in 0..shape.lanes {
            sum += shared[out * shape.lanes + lane];
        }
        total[out] = sum;
        out += comptime!(shape.lanes * shape.groups);
    }
    sync_cube();
    total
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
fn linear_few_rows_kernel<N: Size>(
    x: &[Vector<f32, N>],
    words: &[Vector<u32, Const<4>>],
    scales: &[u32],
    residual: &[f32],
    y: &mut [f32],
    rows: usize,
    weight_rows: usize,
    cols: usize,
    row_vectors: usize,
    #[comptime] shape: FewRows,
) {
    let products = comptime!(shape.rows * shape.weight_rows);
    let first_of_cube = CUBE_POS * comptime!(shape.per_cube());
    let first = first_of_cube + UNIT_POS_Y as usize * shape.weight_rows;
    let mut sums = Array::<f32>::new(products);
    #[unroll]
    for i in 0..products {
        sums[i] = 0.0f32;
    }
    multiply(x, words, scales, &mut sums, first, rows, weight_rows, cols, row_vectors, shape);
    let mut shared = lanes(shape);
    let total = sum_lanes(&sums, &mut shared, shape);
    // Neighbours write neighbours: columns of y run fastest.
    let mut out = UNIT_POS as usize;
    while out < comptime!(shape.rows * shape.per_cube()) {
        let m = out / comptime!(shape.per_cube());
        let n = out % comptime!(shape.per_cube());
        let column = first_of_cube + n;
        if m < rows && column < weight_rows {
            let mut value = total[n * shape.rows + m];
            if comptime!(shape.residual) {
                value += residual[m * weight_rows + column];
            }
            y[m * weight_rows + column] = value;
        }
        out += comptime!(shape.lanes * shape.groups);
    }
}
