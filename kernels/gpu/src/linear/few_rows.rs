//! Few rows (GEMV and skinny GEMM): 32 units for every four rows of the weight stream them once,
//! dequantize them in registers and multiply them with all rows of x, which the whole cube shares.

use cubecl::prelude::*;
use plt_backend::blocks::Format;

use super::Addend;
use crate::device::{CubeTensor, Gpu, arg, launch};
use crate::weight::{CubeWeight, per_vector, scale_of, value_of};

/// Sums (a weight row times a row of x) that a unit keeps in registers.
const PRODUCTS: usize = 16;

/// Units that share a row of the weight: a plane on most GPUs, but no kernel depends on that.
const LANES: usize = 32;

/// Bytes of shared memory for x, if the device has at least twice that.
const TILE: usize = 16 << 10;

/// Compile-time parameters of a kernel for few rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FewRows {
    pub format: Format,
    /// Rows of x, rounded up to a power of two.
    pub rows: usize,
    /// Rows of the weight for each group of lanes.
    pub weight_rows: usize,
    /// Units that share a row, and groups of them per cube.
    pub lanes: usize,
    pub groups: usize,
    /// Shared memory holds 4 · `parts` columns per lane and row of x at a time: a power of two.
    pub parts: usize,
    /// Whether a chunk of four columns may end beyond the last one.
    pub ragged: bool,
    /// The tensor that is added to the product.
    pub add: Add,
}

/// The tensor that is added to a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Add {
    Nothing,
    /// A tensor of y's shape.
    Residual,
    /// One row, for every row of y.
    Bias,
}

impl FewRows {
    pub fn new(gpu: &Gpu, rows: usize, weight: &CubeWeight, add: Add) -> Self {
        let rows = rows.next_power_of_two();
        let lanes = LANES.min(gpu.units);
        let part_bytes = rows * lanes * 4 * size_of::<f32>();
        let parts = TILE.min(gpu.shared_bytes / 2) / part_bytes;
        let most = per_vector(weight.format) / 4;
        Self {
            format: weight.format,
            rows,
            weight_rows: (PRODUCTS / rows).clamp(1, 4),
            lanes,
            groups: gpu.units / lanes,
            parts: most.min(1 << parts.max(1).ilog2()),
            ragged: !weight.cols.is_multiple_of(4),
            add,
        }
    }

    /// Weights that a unit reads per trip of the main loop.
    #[cfg(feature = "sources")]
    pub fn weights_per_trip(self) -> usize {
        self.weight_rows * per_vector(self.format)
    }

    /// Rows of the weight per cube.
    pub fn per_cube(self) -> usize {
        self.weight_rows * self.groups
    }

    /// Columns of x per load.
    pub fn x_vector(self) -> usize {
        if self.ragged { 1 } else { 4 }
    }

    pub fn dim(self) -> CubeDim {
        CubeDim::new_2d(self.lanes as u32, self.groups as u32)
    }

    /// Vectors of x in shared memory per lane and row: a power of two.
    fn lane_vectors(self) -> usize {
        4 * self.parts / self.x_vector()
    }

    /// Vectors of x in shared memory for all rows.
    fn tile(self) -> usize {
        self.rows * self.lanes * self.lane_vectors()
    }

    /// Distance between the shares of two sums: one more than the lanes, so that units that add up
    /// neighbouring sums use different banks.
    fn share_stride(self) -> usize {
        self.lanes + 1
    }

    /// Vectors of shared memory: for x, later for the shares of all units in [`sum_lanes`].
    pub fn shared_vectors(self) -> usize {
        let sums = self.groups * self.rows * self.weight_rows / self.x_vector();
        self.tile().max(sums * self.share_stride())
    }
}

pub(super) fn few_rows(
    gpu: &Gpu,
    x: &CubeTensor,
    weight: &CubeWeight,
    addend: Addend<'_>,
    y: &CubeTensor,
) {
    let (add, other) = match addend {
        Addend::Nothing => (Add::Nothing, x),
        Addend::Residual(residual) => (Add::Residual, residual),
        Addend::Bias(bias) => (Add::Bias, bias),
    };
    let shape = FewRows::new(gpu, x.rows, weight, add);
    gpu.count.weight_bytes(weight.bytes);
    // SAFETY: `Checked` and `Stack`, or `Cube::linear`, have compared the sizes; rows and columns beyond
    // the last one are read as the last one or not at all, and never written.
    launch!(
        gpu,
        linear_few_rows_kernel,
        weight.rows.div_ceil(shape.per_cube()),
        shape.dim(),
        shape.x_vector(),
        arg(&x.handle, x.rows * x.cols / shape.x_vector()),
        arg(&weight.words, weight.rows * weight.row_vectors),
        arg(&weight.scales, 1),
        other.arg(),
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
///
/// The units of a cube load x into shared memory together. A lane's columns are adjacent, and those of
/// the next lane begin a whole weight load later: reads from global memory would touch one cache line
/// per lane.
#[cube]
#[allow(clippy::too_many_arguments)]
pub(crate) fn multiply<N: Size>(
    x: &[Vector<f32, N>],
    words: &[Vector<u32, Const<4>>],
    scales: &[u32],
    tile: &mut Shared<[Vector<f32, N>]>,
    sums: &mut Array<f32>,
    first: usize,
    rows: usize,
    weight_rows: usize,
    cols: usize,
    row_vectors: usize,
    #[comptime] shape: FewRows,
) {
    let format = comptime!(shape.format);
    let lane = UNIT_POS_X as usize;
    let mut start = 0usize.runtime();
    while start < row_vectors {
        let vector = start + lane;
        let mut read = Array::<Vector<u32, Const<4>>>::new(shape.weight_rows);
        #[unroll]
        for n in 0..shape.weight_rows {
            let row = usize::min(first + n, weight_rows - 1);
            read[n] = words[row * row_vectors + usize::min(vector, row_vectors - 1)];
        }
        let mut scale = Array::<f32>::new(shape.weight_rows);
        let mut offset = Array::<f32>::new(shape.weight_rows);
        #[unroll]
        for step in 0..comptime!(per_vector(format) / 4 / shape.parts) {
            let from = start * comptime!(per_vector(format)) + comptime!(4 * step * shape.parts);
            load_x(x, tile, from, rows, cols, shape);
            sync_cube();
            #[unroll]
            for p in 0..shape.parts {
                let part = comptime!(step * shape.parts + p);
                let column = vector * comptime!(per_vector(format)) + comptime!(4 * part);
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
                        #[unroll]
                        for i in 0..4 {
                            let number = comptime!(4 * p + i);
                            let at = place(m, lane, comptime!(number / shape.x_vector()), shape);
                            let value = tile[at].extract(comptime!(number % shape.x_vector()));
                            #[unroll]
                            for n in 0..shape.weight_rows {
                                sums[n * shape.rows + m] += weights[4 * n + i] * value;
                            }
                        }
                    }
                }
            }
            sync_cube();
        }
        start += shape.lanes;
    }
}

/// Loads the columns of x that the lanes use next into shared memory: `4 · parts` per lane, those of
/// the first lane from `from` on; zeros beyond the last column.
#[cube]
fn load_x<N: Size>(
    x: &[Vector<f32, N>],
    tile: &mut Shared<[Vector<f32, N>]>,
    from: usize,
    rows: usize,
    cols: usize,
    #[comptime] shape: FewRows,
) {
    let units = comptime!(shape.lanes * shape.groups);
    // Unrolled, so that loads overlap.
    #[unroll]
    for turn in 0..comptime!(shape.tile().div_ceil(shape.lanes * shape.groups)) {
        let at = turn * units + UNIT_POS as usize;
        let i = at % comptime!(shape.lane_vectors());
        let lane = at / comptime!(shape.lane_vectors()) % shape.lanes;
        let row = at / comptime!(shape.lane_vectors() * shape.lanes);
        let column =
            from + lane * comptime!(per_vector(shape.format)) + i * comptime!(shape.x_vector());
        if row < rows {
            let mut numbers = Vector::<f32, N>::new(0.0f32);
            if column < cols {
                numbers = x[(row * cols + column) / comptime!(shape.x_vector())];
            }
            tile[place(row, lane, i, shape)] = numbers;
        }
    }
}

/// The place of vector `i` of a lane's columns of a row in shared memory. Eight lanes at a time read
/// their vector `i` of four numbers; each lane has its own order, so that they use different banks.
#[cube]
fn place(row: usize, lane: usize, i: usize, #[comptime] shape: FewRows) -> usize {
    let vectors = comptime!(shape.lane_vectors());
    (row * shape.lanes + lane) * vectors + (i ^ (lane * vectors / 8 % vectors))
}

/// Adds the shares of the lanes of each group in a fixed order. Sum `n · rows + m` of group `g` is at
/// `g · rows · weight_rows + n · rows + m`.
#[cube]
pub(crate) fn sum_lanes<N: Size>(
    sums: &Array<f32>,
    shared: &mut Shared<[Vector<f32, N>]>,
    #[comptime] shape: FewRows,
) -> Shared<[f32]> {
    let vectors = comptime!(shape.rows * shape.weight_rows / shape.x_vector());
    let mut total =
        Shared::<[f32]>::new_slice(comptime!(shape.groups * shape.rows * shape.weight_rows));
    #[unroll]
    for v in 0..vectors {
        let mut numbers = Vector::<f32, N>::new(0.0f32);
        #[unroll]
        for i in 0..comptime!(shape.x_vector()) {
            numbers.insert(i, sums[comptime!(v * shape.x_vector() + i)]);
        }
        let at = (UNIT_POS_Y as usize * vectors + v) * comptime!(shape.share_stride());
        shared[at + UNIT_POS_X as usize] = numbers;
    }
    sync_cube();
    let mut out = UNIT_POS as usize;
    while out < comptime!(shape.groups * shape.rows * shape.weight_rows / shape.x_vector()) {
        let mut sum = Vector::<f32, N>::new(0.0f32);
        for lane in 0..shape.lanes {
            sum += shared[out * comptime!(shape.share_stride()) + lane];
        }
        #[unroll]
        for i in 0..comptime!(shape.x_vector()) {
            total[out * comptime!(shape.x_vector()) + i] = sum.extract(i);
        }
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
    other: &[f32],
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
    let mut shared = Shared::<[Vector<f32, N>]>::new_slice(comptime!(shape.shared_vectors()));
    multiply(
        x,
        words,
        scales,
        &mut shared,
        &mut sums,
        first,
        rows,
        weight_rows,
        cols,
        row_vectors,
        shape,
    );
    let total = sum_lanes::<N>(&sums, &mut shared, shape);
    // Adjacent units write adjacent columns of y.
    let mut out = UNIT_POS as usize;
    while out < comptime!(shape.rows * shape.per_cube()) {
        let m = out / comptime!(shape.per_cube());
        let n = out % comptime!(shape.per_cube());
        let column = first_of_cube + n;
        if m < rows && column < weight_rows {
            let mut value = total[n * shape.rows + m];
            if comptime!(shape.add == Add::Residual) {
                value += other[m * weight_rows + column];
            }
            if comptime!(shape.add == Add::Bias) {
                value += other[column];
            }
            y[m * weight_rows + column] = value;
        }
        out += comptime!(shape.lanes * shape.groups);
    }
}
