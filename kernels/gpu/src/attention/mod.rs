//! Attention in two launches: the walk and the merge.
//!
//! **Walk.** A cube takes one part of a tile's keys ([`plan`](super::plan)) for one key/value head:
//! all query heads of the group, of all rows of the tile, see a key while it is in shared memory.
//! At decode these rows are the loops of the newest token: loop 0's keys and values are read once a
//! pass, whatever R. Softmax is taken along the way, tile of keys by tile of keys.
//!
//! **Merge.** A cube for each key/value head of each row puts the row's partial results together,
//! global and local, mixes them by the gate, and stores the row's key and value in the ring if that
//! is where they go. No walk is running by then, so nothing is overwritten that is still to be read.

mod merge;
mod walk;

use cubecl::prelude::CubeDim;

use self::merge::gswa_merge_kernel;
use self::walk::gswa_walk_kernel;
use super::Attention;
use super::plan::{Cut, Plan, cut};
use crate::cube::numbers::per_word;
use crate::cube::{Cube, CubeBatch, CubeCache, CubeTensor, Gpu, NONE, arg, launch};
use crate::error::{Error, Result};
use crate::kv::KvDType;

/// What the kernels are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Shape {
    heads: usize,
    kv_heads: usize,
    head_dim: usize,
    dtype: KvDType,
    /// Keys that are in shared memory at a time.
    keys: usize,
    /// Query vectors of a tile, at most: rows times heads of a group.
    queries: usize,
    /// Numbers of a vector.
    vector: usize,
    units: usize,
}

/// Query vectors of a tile, at most: enough for the loops of any model and for a good reuse of keys
/// in prefill, few enough for the registers that their sums take.
const QUERIES: usize = 64;

impl Shape {
    fn group(self) -> usize {
        self.heads / self.kv_heads
    }

    /// Bytes of shared memory of the walk.
    fn shared_bytes(self) -> usize {
        let tile = self.keys * (self.head_dim + self.vector);
        let query = self.head_dim + self.keys + 3;
        (tile + self.queries * query) * size_of::<f32>()
    }

    /// Vectors of a head.
    fn vectors(self) -> usize {
        self.head_dim / self.vector
    }

    /// A key in shared memory is a vector longer than it need be, so that neighbours do not share a
    /// bank.
    fn stride(self) -> usize {
        self.vectors() + 1
    }

    /// Units that share a key, and queries that each of them takes.
    fn score_groups(self) -> usize {
        self.units / self.keys
    }

    fn score_queries(self) -> usize {
        self.queries.div_ceil(self.score_groups())
    }

    /// Groups of units that share the queries of a vector of values, and queries of each.
    fn value_groups(self) -> usize {
        self.units / self.vectors()
    }

    fn value_queries(self) -> usize {
        self.queries.div_ceil(self.value_groups())
    }

    /// Numbers of a partial result: the weighted sum of values, then its largest score and weight.
    fn partial(self) -> usize {
        self.head_dim + 2
    }
}

pub(crate) fn attention(
    gpu: &Gpu,
    cache: &CubeCache,
    batch: &CubeBatch,
    args: &Attention<'_, Cube>,
) -> Result<CubeTensor> {
    let kv = &cache.shape;
    let rows = args.q.rows;
    let y = CubeTensor::new(gpu, rows, args.q.cols);
    if rows == 0 {
        return Ok(y);
    }
    let most = rows_of_a_sequence(batch);
    let shape = shape(gpu, cache, args.heads, most)?;
    let cut = Cut {
        gated: args.gate.is_some(),
        tile_rows: shape.queries / shape.group(),
        cubes: kv.kv_heads,
        part: shape.keys,
        busy: gpu.busy,
    };
    let plan = batch.plan.get_or_init(|| upload(gpu, batch, &cut));
    let other;
    let plan = match plan.cut == cut {
        true => plan,
        false => {
            other = upload(gpu, batch, &cut);
            &other
        }
    };
    let bytes = kv.dtype.slot_bytes(kv.kv_heads, kv.head_dim)?;
    gpu.count.kv_bytes(plan.global_keys * bytes, plan.local_keys * bytes);

    // As the context grows, so does this: in powers of two, so that memory is seldom asked for.
    let places = plan.partials.next_power_of_two() * args.heads * shape.partial();
    let partials = gpu.empty(places);
    let kv_words = shape.vector / per_word(kv.dtype);
    // SAFETY: for both launches, `Attention::check` has compared the sizes and bounded the layer,
    // `Batch::check` rows, slots, blocks and rings; the plan names nothing beyond them (its tests
    // walk every part), and cubes beyond the last item or row do nothing.
    launch!(
        gpu,
        gswa_walk_kernel,
        plan.items * kv.kv_heads,
        CubeDim::new_1d(gpu.units as u32),
        shape.vector,
        kv_words,
        arg(&args.q.handle, rows * args.q.cols / shape.vector),
        arg(&args.k.handle, rows * args.k.cols / shape.vector),
        arg(&args.v.handle, rows * args.v.cols / shape.vector),
        arg(&cache.layers[args.layer], 1),
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
        CubeDim::new_1d(gpu.units as u32),
        arg(&partials, 1),
        arg(&plan.words, 1),
        args.gate.unwrap_or(args.q).arg(),
        args.k.arg(),
        args.v.arg(),
        arg(&cache.layers[args.layer], 1),
        y.arg(),
        rows,
        kv.slots,
        shape,
    );
    Ok(y)
}

/// The most rows that a sequence has in the pass.
fn rows_of_a_sequence(batch: &CubeBatch) -> usize {
    let mut rows = vec![0; batch.host.block_tables.len()];
    batch.host.spans.iter().for_each(|span| rows[span.sequence] += span.len);
    rows.into_iter().max().unwrap_or(0)
}

/// A shape whose tiles hold the rows of a sequence, if the device's shared memory does.
fn shape(gpu: &Gpu, cache: &CubeCache, heads: usize, rows: usize) -> Result<Shape> {
    let kv = &cache.shape;
    let vector = if kv.head_dim.is_multiple_of(4) { 4 } else { 2 };
    let group = heads / kv.kv_heads;
    // Powers of two, so that few kernels serve every number of rows.
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

fn upload(gpu: &Gpu, batch: &CubeBatch, rule: &Cut) -> Plan {
    let words = cut(&batch.host, NONE, rule);
    let mut all = words.flatten();
    // In powers of two, like the partial results.
    all.resize(all.len().next_power_of_two(), 0);
    Plan {
        cut: *rule,
        words: gpu.upload(&all),
        items: words.items.len(),
        partials: words.partials,
        global_keys: words.global_keys,
        local_keys: words.local_keys,
    }
}
