//! Attention. Its input is the projections ([`qkv`]) and one launch for rotation, KV write and gate
//! ([`rotary`]); then two launches.
//!
//! **Split.** A cube takes one part of a tile's keys ([`plan`](crate::batch::plan)) for one key/value
//! head: all query heads of the group, of all rows of the tile, use a key while it is in shared memory.
//! At decode these rows are the loops of the newest token: loop 0's KV cache is read once per pass for
//! any R. Softmax is online, tile of keys by tile of keys.
//!
//! **Merge.** A cube for each key/value head of each row combines the row's partial results, global
//! and local, mixes them by the gate, and stores the row's key and value in the ring if they belong
//! there. The split has finished by then, so no key is overwritten that is still needed.

mod merge;
mod qkv;
mod rotary;
mod split;

use plt_backend::{AttentionInput, Constants, Error, KvDType, Layer, Result};

use self::merge::gswa_merge_kernel;
use self::rotary::GateOf;
use self::split::gswa_split_kernel;
use crate::batch::plan::{Plan, Rules, partition};
use crate::batch::{CubeBatch, NONE};
use crate::cache::CubeCache;
use crate::device::numbers::per_word;
use crate::device::{CubeTensor, Gpu, arg, launch};
use crate::rows::rms_norm;
use crate::weight::CubeWeight;

/// Compile-time parameters of the kernels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Shape {
    heads: usize,
    kv_heads: usize,
    head_dim: usize,
    dtype: KvDType,
    /// Keys that are in shared memory at a time.
    keys: usize,
    /// The most query vectors of a tile: rows times heads of a group.
    queries: usize,
    /// Numbers of a vector.
    vector: usize,
    units: usize,
}

/// The most query vectors of a tile: enough for the loops of any model and for reuse of keys in prefill,
/// few enough for the registers of their sums.
const QUERIES: usize = 64;

impl Shape {
    fn group(self) -> usize {
        self.heads / self.kv_heads
    }

    /// Bytes of shared memory of the split kernel.
    fn shared_bytes(self) -> usize {
        let tile = self.keys * (self.head_dim + self.vector);
        let query = self.head_dim + self.keys + 3;
        (tile + self.queries * query) * size_of::<f32>()
    }

    /// Vectors of a head.
    fn vectors(self) -> usize {
        self.head_dim / self.vector
    }

    /// Vectors between two keys in shared memory: one more than a key has, so that neighbours use
    /// different banks.
    fn stride(self) -> usize {
        self.vectors() + 1
    }

    /// Groups of units that share a key, and queries per group.
    fn score_groups(self) -> usize {
        self.units / self.keys
    }

    fn score_queries(self) -> usize {
        self.queries.div_ceil(self.score_groups())
    }

    /// Groups of units that share a vector of values, and queries per group.
    fn value_groups(self) -> usize {
        self.units / self.vectors()
    }

    fn value_queries(self) -> usize {
        self.queries.div_ceil(self.value_groups())
    }

    /// Numbers of a partial result: the weighted sum of values, its largest score, its total weight.
    fn partial(self) -> usize {
        self.head_dim + 2
    }
}

/// Norm, projections, rotation, KV write and gate of a layer.
pub(crate) fn attention_input(
    gpu: &Gpu,
    constants: &Constants,
    (index, layer): (usize, &Layer<CubeTensor, CubeWeight>),
    cache: &CubeCache,
    batch: &CubeBatch,
    h: &CubeTensor,
) -> Result<AttentionInput<CubeTensor>> {
    let x = h.norm(&layer.input_norm, constants.eps);
    let x = x.unwrap_or_else(|| rms_norm(gpu, h, &layer.input_norm, constants.eps, None));
    let [q, k, v] = qkv::project(gpu, constants, layer, &x)?;
    let gate = layer.gate.as_ref().filter(|_| batch.host.gated());
    let gate = gate.map(|gate| GateOf { gate, h });
    let gate = rotary::rotary(gpu, constants, index, cache, batch, [&q, &k, &v], gate);
    Ok(AttentionInput { q, k, v, gate })
}

/// Attention of a layer; rings are written afterwards.
pub(crate) fn attention(
    gpu: &Gpu,
    constants: &Constants,
    layer: usize,
    cache: &CubeCache,
    batch: &CubeBatch,
    input: &AttentionInput<CubeTensor>,
) -> Result<CubeTensor> {
    let AttentionInput { q, k, v, gate } = input;
    let kv = &cache.shape;
    let rows = q.rows;
    let y = CubeTensor::new(gpu, rows, q.cols);
    if rows == 0 {
        return Ok(y);
    }
    let heads = constants.heads;
    let shape = shape(gpu, cache, heads, rows_of_a_sequence(batch))?;
    let rules = Rules {
        gated: gate.is_some(),
        tile_rows: shape.queries / shape.group(),
        cubes: kv.kv_heads,
        part: shape.keys,
        occupancy: gpu.occupancy,
    };
    let plan = batch.plan.get_or_init(|| upload(gpu, batch, &rules));
    let other;
    let plan = match plan.rules == rules {
        true => plan,
        false => {
            other = upload(gpu, batch, &rules);
            &other
        }
    };
    let bytes = kv.dtype.slot_bytes(kv.kv_heads, kv.head_dim)?;
    gpu.count.kv_bytes(plan.global_keys * bytes, plan.local_keys * bytes);

    // Grows with the context: in powers of two, so that memory is seldom allocated.
    let places = plan.partials.next_power_of_two() * heads * shape.partial();
    let partials = gpu.empty(places);
    let kv_words = shape.vector / per_word(kv.dtype);
    // SAFETY: for both launches, `Checked` has compared the sizes and bounded the layer, rows, slots,
    // blocks and rings; the plan names nothing beyond them (its tests visit every part), and cubes
    // beyond the last item or row do nothing.
    launch!(
        gpu,
        gswa_split_kernel,
        plan.items * kv.kv_heads,
        gpu.line(),
        shape.vector,
        kv_words,
        arg(&q.handle, rows * q.cols / shape.vector),
        arg(&k.handle, rows * k.cols / shape.vector),
        arg(&v.handle, rows * v.cols / shape.vector),
        arg(&cache.layers[layer], 1),
        arg(&plan.words, 1),
        arg(&partials, places),
        batch.host.block_size,
        kv.slots,
        1.0 / (kv.head_dim as f32).sqrt(),
        shape,
    );
    // SAFETY: as above. Without a gate no row has both kinds of partial results.
    launch!(
        gpu,
        gswa_merge_kernel,
        rows * kv.kv_heads,
        gpu.line(),
        arg(&partials, 1),
        arg(&plan.words, 1),
        gate.as_ref().unwrap_or(q).arg(),
        k.arg(),
        v.arg(),
        arg(&cache.layers[layer], 1),
        y.arg(),
        rows,
        kv.slots,
        shape,
    );
    Ok(y)
}

/// The most rows of one sequence in the pass.
fn rows_of_a_sequence(batch: &CubeBatch) -> usize {
    let mut rows = vec![0; batch.host.block_tables.len()];
    batch.host.spans.iter().for_each(|span| rows[span.sequence] += span.len);
    rows.into_iter().max().unwrap_or(0)
}

/// A shape whose tiles hold all rows of a sequence, if shared memory is large enough.
fn shape(gpu: &Gpu, cache: &CubeCache, heads: usize, rows: usize) -> Result<Shape> {
    let kv = &cache.shape;
    let vector = if kv.head_dim.is_multiple_of(4) { 4 } else { 2 };
    let group = heads / kv.kv_heads;
    // Powers of two, so that few kernels are compiled.
    let most = (rows * group).next_power_of_two().min(QUERIES.max(group));
    let shapes = [most, most / 2, most / 4, most / 8, group].map(|queries| {
        let queries = queries.max(group);
        [32, 16, 8].map(|keys| Shape {
            heads,
            kv_heads: kv.kv_heads,
            head_dim: kv.head_dim,
            dtype: kv.dtype,
            keys: keys.min(gpu.units),
            queries,
            vector,
            units: gpu.units,
        })
    });
    let fits =
        |shape: &&Shape| shape.shared_bytes() <= gpu.shared_bytes && shape.vectors() <= shape.units;
    shapes.as_flattened().iter().find(fits).copied().ok_or_else(|| Error::Memory {
        what: format!("a head of {} in {} bytes of shared memory", kv.head_dim, gpu.shared_bytes),
    })
}

fn upload(gpu: &Gpu, batch: &CubeBatch, rules: &Rules) -> Plan {
    let words = partition(&batch.host, NONE, rules);
    let mut all = words.flatten();
    // In powers of two, like the partial results.
    all.resize(all.len().next_power_of_two(), 0);
    Plan {
        rules: *rules,
        words: gpu.upload(&all),
        items: words.items.len(),
        partials: words.partials,
        global_keys: words.global_keys,
        local_keys: words.local_keys,
    }
}
