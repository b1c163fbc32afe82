//! Every kernel as it would be launched, recorded without a device: to compare the sources that
//! devices compile.
//!
//! The half layers run unchanged on a dry run with the limits of an ordinary GPU.

use cubecl::CubeKernel;
use plt_backend::{
    Batch, BatchRow, BatchSpan, CachePart, Checked, Constants, DType, Gate, KvDType, KvShape,
    Layer, Linear, Qkv, ReadSpeed, Result, RowInput, Stack, Store, WeightData, Weights, Window,
};

use crate::device::Target;
use crate::device::dry_run::{DryRun, Recorded};
use crate::linear::{Add, FewRows};
use crate::{Cube, CubeTensor, CubeWeight};

/// A kernel with its compile-time parameters filled in.
pub struct Source {
    /// The kernel's name: `linear_few_rows`.
    pub name: String,
    /// The element type that it reads, and what is special: `q4_0`, `q4_0_residual`.
    pub variant: String,
    /// For a matrix multiplication, the weights that a unit reads per trip of the main loop.
    pub weights_per_trip: Option<usize>,
    /// The kernel, for one of cubecl's compilers.
    pub kernel: Box<dyn CubeKernel>,
}

/// All kernels, for every element type that one of them has, sorted by name and variant.
///
/// # Errors
/// If an operation rejects the arguments of the dry run.
pub fn sources() -> Result<Vec<Source>> {
    let cube = Checked::new(Cube::dry_run());
    let Target::DryRun(dry_run) = &cube.backend().gpu.target else { return Ok(Vec::new()) };
    let mut trips = Vec::new();
    for dtype in DTYPES {
        let trip = record_weight_kernels(&cube, dry_run, dtype)?;
        for (name, variant, trip) in [
            ("linear_few_rows", format!("{dtype}"), trip),
            ("linear_few_rows", format!("{dtype}_residual"), trip),
            ("swiglu_few_rows", format!("{dtype}"), 2 * trip),
        ] {
            trips.push((name, variant, trip));
        }
    }
    for dtype in KvDType::ALL {
        dry_run.set_variant(dtype.name());
        record_cache_kernels(&cube, dtype)?;
    }
    dry_run.set_variant("f32");
    record_copies(&cube, dry_run)?;
    cube.backend().memory_to_read()?;
    // The result of a dry run is meaningless; the launches are not.
    drop(cube.top_k(&zeros(&cube, 2, HIDDEN)?, 1));
    dry_run.set_variant("f32_optional");
    record_optional(&cube)?;
    let sources = dry_run.take().into_iter().map(|Recorded { name, variant, kernel }| {
        let same = |trip: &&(&str, String, usize)| trip.0 == name && trip.1 == variant;
        let weights_per_trip = trips.iter().find(same).map(|trip| trip.2);
        Source { name, variant, weights_per_trip, kernel }
    });
    Ok(sources.collect())
}

/// One type for each layout of weights.
const DTYPES: [DType; 6] =
    [DType::F32, DType::F16, DType::BF16, DType::Q4_0, DType::Q8_0, DType::Q4K];

/// Sizes. No kernel depends on them, except for the width of a head.
const HIDDEN: usize = 256;
const CONSTANTS: Constants = Constants {
    hidden: HIDDEN,
    heads: 4,
    kv_heads: 2,
    head_dim: 64,
    rotary_dim: 64,
    eps: 1e-5,
    emb_scale: 1.0,
    hidden_scale: 1.0,
    normalize_carry: true,
};
const SHAPE: KvShape = KvShape {
    layers: 1,
    slots: 96,
    kv_heads: CONSTANTS.kv_heads,
    head_dim: CONSTANTS.head_dim,
    dtype: KvDType::F32,
    carry_rows: 2,
    hidden: HIDDEN,
};

/// A zero tensor.
fn zeros(cube: &Checked<Cube>, rows: usize, cols: usize) -> Result<CubeTensor> {
    cube.tensor(rows, cols, vec![0.0; rows * cols])
}

/// A zero weight.
fn weight(cube: &Checked<Cube>, dtype: DType, rows: usize, cols: usize) -> Result<CubeWeight> {
    let bytes = dtype.row_bytes(cols).unwrap_or(0) * rows;
    cube.weight(WeightData::new(dtype, rows, cols, vec![0; bytes].into())?)
}

/// A model of one layer without optional fields; weights of this type.
fn weights(cube: &Checked<Cube>, dtype: DType) -> Result<Weights<CubeTensor, CubeWeight>> {
    let (q, kv) = (CONSTANTS.q_width(), CONSTANTS.kv_width());
    let weight = |rows, cols| weight(cube, dtype, rows, cols);
    let row = |cols| zeros(cube, 1, cols);
    let gate = Gate {
        norm: Some(row(HIDDEN)?),
        weight: zeros(cube, CONSTANTS.heads, HIDDEN)?,
        bias: row(CONSTANTS.heads)?,
    };
    let layer = Layer {
        input_norm: row(HIDDEN)?,
        qkv: Qkv::Separate {
            q: Linear::new(weight(q, HIDDEN)?),
            k: Linear::new(weight(kv, HIDDEN)?),
            v: Linear::new(weight(kv, HIDDEN)?),
        },
        q_norm: None,
        k_norm: None,
        gate: Some(gate),
        o: weight(HIDDEN, q)?,
        attention_output_norm: None,
        post_norm: row(HIDDEN)?,
        gate_proj: weight(HIDDEN, HIDDEN)?,
        up_proj: weight(HIDDEN, HIDDEN)?,
        down_proj: weight(HIDDEN, HIDDEN)?,
        feed_forward_output_norm: None,
    };
    let (embed, head) = (weight(HIDDEN, HIDDEN)?, weight(HIDDEN, HIDDEN)?);
    Ok(Weights { embed, layers: vec![layer], norm: row(HIDDEN)?, head })
}

/// `rows` rows of one sequence: all of loop 0, or the last one of loop 1.
fn batch(rows: usize, looped: bool) -> Batch {
    let window = Window { keys: 65, ring: 16, ring_len: 65, first: 0 };
    let first = rows - usize::from(looped);
    let row = |row: usize| match row < first {
        true => BatchRow { store: Store::Block(row as u32), carry: Some(0), ..BatchRow::default() },
        false => {
            BatchRow { store: Store::Ring(16), input: RowInput::Carry(0), ..BatchRow::default() }
        }
    };
    let span = |first_row, len, window| BatchSpan { sequence: 0, first_row, len, start: 0, window };
    let later = looped.then(|| span(first, 1, Some(window)));
    Batch {
        rows: (0..rows).map(row).collect(),
        spans: [span(0, first, None)].into_iter().chain(later).collect(),
        block_size: 16,
        block_tables: vec![vec![0, 1]],
        cos_sin: vec![[1.0, 0.0]; rows * CONSTANTS.rotary_dim / 2],
        outputs: (0..rows as u32).collect(),
    }
}

/// Runs one layer of a pass and the loop's output.
fn record_pass(
    cube: &Checked<Cube>,
    stack: &Stack<Cube>,
    kv: &KvShape,
    batch: Batch,
) -> Result<()> {
    let mut cache = cube.cache(*kv)?;
    let batch = cube.batch(&cache, batch)?;
    let h = cube.loop_input(stack, &cache, &batch)?;
    let input = cube.attention_input(stack, 0, &mut cache, &batch, &h)?;
    let y = cube.attention(stack, 0, &mut cache, &batch, &input)?;
    let h = cube.attention_output(stack, 0, &y, &h)?;
    let h = cube.feed_forward(stack, 0, &h)?;
    let y = cube.loop_output(stack, &mut cache, &batch, &h)?;
    cube.logits(stack, &y).map(drop)
}

/// The kernels that read weights, for two rows and for many. Returns the weights per trip of the kernels
/// for two rows.
fn record_weight_kernels(cube: &Checked<Cube>, dry_run: &DryRun, dtype: DType) -> Result<usize> {
    let stack = cube.stack(CONSTANTS, weights(cube, dtype)?)?;
    let layer = stack.layer(0);
    dry_run.set_variant(dtype.name());
    let cache = cube.cache(SHAPE)?;
    let pass = cube.batch(&cache, batch(2, false))?;
    cube.loop_input(&stack, &cache, &pass)?;
    for rows in [2, 17] {
        let x = zeros(cube, rows, HIDDEN)?;
        dry_run.set_variant(dtype.name());
        cube.backend().linear(&x, &layer.o)?;
        cube.backend().swiglu(&x, &layer.gate_proj, &layer.up_proj)?;
        dry_run.set_variant(format!("{dtype}_residual"));
        cube.attention_output(&stack, 0, &x, &x)?;
    }
    Ok(FewRows::new(&cube.backend().gpu, 2, &layer.o, Add::Nothing).weights_per_trip())
}

/// The kernels that read or write the KV cache, for decode passes of one and two loops.
fn record_cache_kernels(cube: &Checked<Cube>, dtype: KvDType) -> Result<()> {
    let kv = KvShape { dtype, ..SHAPE };
    let stack = cube.stack(CONSTANTS, weights(cube, DType::F32)?)?;
    for looped in [true, false] {
        record_pass(cube, &stack, &kv, batch(2, looped))?;
    }
    Ok(())
}

/// The kernels that copy parts of the cache.
fn record_copies(cube: &Checked<Cube>, dry_run: &DryRun) -> Result<()> {
    let mut cache = cube.cache(SHAPE)?;
    cube.copy_slots(&mut cache, &[0], &[1])?;
    let part = CachePart::Slots { layer: 0, slots: &[0] };
    let bytes = cube.export(&cache, part)?;
    dry_run.set_variant("f32_import");
    cube.import(&mut cache, part, &bytes)?;
    dry_run.set_variant("f32");
    Ok(())
}

/// The kernels of optional fields, for few rows and for many.
fn record_optional(cube: &Checked<Cube>) -> Result<()> {
    let mut weights = weights(cube, DType::F32)?;
    let all = CONSTANTS.q_width() + 2 * CONSTANTS.kv_width();
    let layer = &mut weights.layers[0];
    layer.qkv = Qkv::Fused(Linear {
        weight: weight(cube, DType::F32, all, HIDDEN)?,
        bias: Some(zeros(cube, 1, all)?),
    });
    layer.attention_output_norm = Some(zeros(cube, 1, HIDDEN)?);
    let rotary_dim = CONSTANTS.head_dim / 2;
    let stack = cube.stack(Constants { rotary_dim, ..CONSTANTS }, weights)?;
    for rows in [2, 17] {
        let mut pass = batch(rows, true);
        pass.cos_sin.truncate(rows * rotary_dim / 2);
        let mut cache = cube.cache(SHAPE)?;
        let pass = cube.batch(&cache, pass)?;
        let h = zeros(cube, rows, HIDDEN)?;
        cube.attention_input(&stack, 0, &mut cache, &pass, &h)?;
        cube.attention_output(&stack, 0, &h, &h)?;
    }
    Ok(())
}
