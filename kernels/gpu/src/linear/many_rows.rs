//! Many rows (GEMM): slabs of the weight are dequantized to f32 and multiplied by the matrix
//! multiplication of cubecl's kernel library, with its fastest routine on the device.

use cubecl::client::Client;
use cubecl::prelude::*;
use cubecl::server::Handle;
use cubecl::tune::{Tunable, TunableSet};
use cubek_matmul::definition::{MatmulElems, MatmulGlobalElems};
use cubek_matmul::multi_level::Strategy;
use cubek_matmul::multi_level::routines::TileSizeSelection::{MaxTileSize, MinTileSize};
use cubek_matmul::multi_level::routines::batch::double_unit::DoubleUnitSelectionArgs;
use cubek_matmul::multi_level::routines::batch::simple_unit::SimpleUnitSelectionArgs;
use cubek_matmul::routine::BlueprintStrategy::Inferred;
use cubek_std::InputBinding;
use plt_backend::Result;
use plt_backend::blocks::{Format, Values};

use super::Addend;
use crate::device::{CubeTensor, Gpu, Tuner, arg, device_error, launch};
use crate::weight::{CubeWeight, per_vector, scale_of, value_of};

/// Words of a slab of a weight in f32: 64 MiB.
const SLAB: usize = 1 << 24;

/// y = x · weightᵀ with the kernel library's matrix multiplication, slab by slab of the weight.
pub(crate) fn many_rows(
    gpu: &Gpu,
    x: &CubeTensor,
    weight: &CubeWeight,
    y: &CubeTensor,
) -> Result<()> {
    let (rows, cols) = weight.shape();
    gpu.count.weight_bytes(weight.bytes);
    // A multiple of 64 columns of y: every device can bind such an offset.
    let slab = (SLAB / cols / 64).max(1) * 64;
    let in_place = weight.format.values == Values::F32 && cols.is_multiple_of(4);
    for first in (0..rows).step_by(slab) {
        let count = slab.min(rows - first);
        let values = match in_place {
            true => offset(&weight.words, first * cols),
            false => dequantize(gpu, weight, first, count),
        };
        let Some(client) = gpu.client() else { continue };
        gpu.count.launch();
        Product {
            client: client.clone(),
            x: x.handle.clone(),
            weight: values,
            y: offset(&y.handle, first),
            m: x.rows,
            n: count,
            k: cols,
            y_cols: rows,
        }
        .run(gpu.tuner.as_ref())?;
    }
    Ok(())
}

/// The buffer without its first words.
fn offset(handle: &Handle, words: usize) -> Handle {
    handle.clone().offset_start((words * size_of::<f32>()) as u64)
}

/// y `[m, n]` of rows of `y_cols` numbers = x `[m, k]` · weightᵀ `[k, n]`, all of them f32.
#[derive(Clone)]
struct Product {
    client: Client,
    x: Handle,
    weight: Handle,
    y: Handle,
    m: usize,
    n: usize,
    k: usize,
    y_cols: usize,
}

/// The routines that multiply in f32; tensor cores would round x to fewer bits. They differ in the size
/// of a unit's register tile and in double buffering. The first one is used without tuning.
fn routines() -> [(&'static str, Strategy); 4] {
    let simple = |tile_size| Strategy::SimpleUnit(Inferred(SimpleUnitSelectionArgs { tile_size }));
    let double = |tile_size| Strategy::DoubleUnit(Inferred(DoubleUnitSelectionArgs { tile_size }));
    [
        ("large tiles", simple(MaxTileSize)),
        ("small tiles", simple(MinTileSize)),
        ("large tiles, double buffered", double(MaxTileSize)),
        ("small tiles, double buffered", double(MinTileSize)),
    ]
}

impl Product {
    /// Runs the fastest routine, or without a tuner the first. A routine that does not fit the device
    /// is never chosen.
    fn run(self, tuner: Option<&Tuner>) -> Result<()> {
        let [(_, first), ..] = routines();
        let Some(tuner) = tuner else {
            return self.launch(&first).map_err(device_error);
        };
        // Every routine writes all of y, so trials do no harm.
        let id = "device";
        let set = tuner.init(&id, || {
            let set = TunableSet::<_, Self, ()>::new_cloning_inputs(Self::shape);
            routines().into_iter().fold(set, |set, (name, routine)| {
                set.with(Tunable::new(name, move |product: Self| product.launch(&routine)))
            })
        });
        let client = self.client.clone();
        tuner.execute(&id, &client, set, self);
        Ok(())
    }

    /// The key of a tuning result. m is rounded up, because it changes from pass to pass.
    fn shape(&self) -> String {
        format!("{} x {} x {}", self.m.next_power_of_two(), self.n, self.k)
    }

    fn launch(self, routine: &Strategy) -> std::result::Result<(), String> {
        let Self { client, x, weight, y, m, n, k, y_cols } = self;
        // SAFETY: x is [m, k], the slab [n, k] seen as its transpose, and y has a row of `y_cols`
        // numbers for each of x's, of which the first n from the offset on are written.
        let (x, weight, y) = unsafe {
            (
                TensorBinding::from_raw_parts(x, [k, 1].into(), [m, k].into()),
                TensorBinding::from_raw_parts(weight, [1, k].into(), [k, n].into()),
                TensorBinding::from_raw_parts(y, [y_cols, 1].into(), [m, n].into()),
            )
        };
        let float = f32::elem_type_native();
        let mut types =
            MatmulElems::from_globals(&MatmulGlobalElems { lhs: float, rhs: float, out: float });
        cubek_matmul::launch::launch_ref(
            &routine.clone().into(),
            &client,
            InputBinding::new(x, float),
            InputBinding::new(weight, float),
            y,
            &mut types,
        )
        .map_err(|error| format!("{error:?}"))
    }
}

/// Rows `first..first + count` of a weight as f32, `[count, cols]`.
fn dequantize(gpu: &Gpu, weight: &CubeWeight, first: usize, count: usize) -> Handle {
    let out = gpu.empty(count * weight.cols);
    let vectors = count * weight.row_vectors;
    // SAFETY: `first + count` rows exist, and out holds `count` of them; vectors beyond the last one
    // and columns beyond the last one are not written.
    launch!(
        gpu,
        dequantize_kernel,
        vectors.div_ceil(gpu.units),
        gpu.line(),
        arg(&weight.words, weight.rows * weight.row_vectors),
        arg(&weight.scales, 1),
        arg(&out, count * weight.cols),
        first,
        vectors,
        weight.cols,
        weight.row_vectors,
        weight.format,
    );
    out
}

/// Adds a residual or a bias to y.
pub(super) fn add(gpu: &Gpu, y: &CubeTensor, addend: Addend<'_>) {
    let (other, broadcast) = match addend {
        Addend::Nothing => return,
        Addend::Residual(residual) => (residual, false),
        Addend::Bias(bias) => (bias, true),
    };
    let len = y.rows * y.cols;
    // SAFETY: a residual has y's size, a bias has a number for every column.
    launch!(
        gpu,
        add_kernel,
        len.div_ceil(gpu.units),
        gpu.line(),
        y.arg(),
        other.arg(),
        len,
        y.cols,
        broadcast,
    );
}

#[cube(launch_unchecked, create_dummy_kernel)]
fn add_kernel(y: &mut [f32], other: &[f32], len: usize, cols: usize, #[comptime] broadcast: bool) {
    if ABSOLUTE_POS < len {
        if comptime!(broadcast) {
            y[ABSOLUTE_POS] += other[ABSOLUTE_POS % cols];
        } else {
            y[ABSOLUTE_POS] += other[ABSOLUTE_POS];
        }
    }
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
fn dequantize_kernel(
    words: &[Vector<u32, Const<4>>],
    scales: &[u32],
    out: &mut [f32],
    first: usize,
    vectors: usize,
    cols: usize,
    row_vectors: usize,
    #[comptime] format: Format,
) {
    if ABSOLUTE_POS < vectors {
        let row = ABSOLUTE_POS / row_vectors;
        let vector = ABSOLUTE_POS % row_vectors;
        let read = words[first * row_vectors + ABSOLUTE_POS];
        #[unroll]
        for part in 0..comptime!(per_vector(format) / 4) {
            let column = vector * comptime!(per_vector(format)) + 4 * part;
            let group = ((first + row) * cols + column) / comptime!(format.group);
            if column < cols {
                let (scale, offset) = scale_of(scales, group, format);
                #[unroll]
                for i in 0..4 {
                    if column + i < cols {
                        out[row * cols + column + i] =
                            value_of(read, part, i, format.values) * scale + offset;
                    }
                }
            }
        }
    }
}
