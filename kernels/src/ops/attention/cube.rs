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

use cubecl::prelude::*;

use super::Attention;
use super::plan::{Cut, ITEM, Plan, ROW, TILE_ROW, cut, head, source};
use crate::cube::{Cube, CubeBatch, CubeCache, CubeTensor, Gpu, NONE, arg, launch, numbers};
use crate::error::{Error, Result};
use crate::kv::KvDType;
use crate::ops::rotary_write::cube::store_head;

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
    let key_bytes = 2 * kv.kv_heads * kv.head_dim * kv.dtype.bytes();
    gpu.count.kv_bytes(plan.global_keys * key_bytes, plan.local_keys * key_bytes);

    // As the context grows, so does this: in powers of two, so that memory is seldom asked for.
    let places = plan.partials.next_power_of_two() * args.heads * shape.partial();
    let partials = gpu.empty(places);
    let kv_words = shape.vector * kv.dtype.bytes() / 4;
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

/// The numbers in these words.
#[cube]
fn unpack<N: Size, W: Size>(words: Vector<u32, W>, #[comptime] shape: Shape) -> Vector<f32, N> {
    let mut values = Vector::<f32, N>::new(0.0f32);
    #[unroll]
    for i in 0..shape.vector {
        let value = match comptime!(shape.dtype) {
            KvDType::F32 => f32::reinterpret(words.extract(i)),
            _ => numbers::half_of_word(
                words.extract(comptime!(i / 2)),
                comptime!(i % 2),
                shape.dtype,
            ),
        };
        values.insert(i, value);
    }
    values
}

/// The numbers rounded as the cache would.
#[cube]
fn round<N: Size>(x: Vector<f32, N>, #[comptime] shape: Shape) -> Vector<f32, N> {
    let mut values = Vector::<f32, N>::new(0.0f32);
    #[unroll]
    for i in 0..shape.vector {
        values.insert(i, numbers::round_to(x.extract(i), shape.dtype));
    }
    values
}

/// Brings keys or values of the positions `from..end` of an item into shared memory.
#[cube]
#[allow(clippy::too_many_arguments)]
fn load<N: Size, W: Size>(
    tile: &mut Shared<[Vector<f32, N>]>,
    pass: &[Vector<f32, N>],
    kv: &[Vector<u32, W>],
    plan: &[u32],
    item: usize,
    from: usize,
    end: usize,
    kv_head: usize,
    first_slot: usize,
    block_size: usize,
    #[comptime] shape: Shape,
) {
    let vectors = comptime!(shape.vectors());
    let pages = plan[item] == comptime!(source::PAGES);
    let mut at = UNIT_POS as usize;
    while at < comptime!(shape.keys * shape.vectors()) {
        let key = at / vectors;
        let vector = at % vectors;
        let position = from + key;
        let mut values = Vector::<f32, N>::new(0.0f32);
        if position < end {
            let mut row = 0usize.runtime();
            let mut slot = 0usize.runtime();
            let mut stored = true.runtime();
            if pages {
                let tables = plan[comptime!(head::TABLES_AT)] as usize;
                let table = tables + plan[item + 6] as usize;
                let block = plan[table + position / block_size] as usize;
                slot = block * block_size + position % block_size;
            } else {
                let start = plan[item + 8] as usize;
                if position >= start {
                    stored = false;
                    row = plan[item + 9] as usize + position - start;
                } else {
                    slot = plan[item + 6] as usize + position % plan[item + 7] as usize;
                }
            }
            if stored {
                let at = ((first_slot + slot) * shape.kv_heads + kv_head) * vectors + vector;
                values = unpack::<N, W>(kv[at], shape);
            } else {
                let at = (row * shape.kv_heads + kv_head) * vectors + vector;
                values = round::<N>(pass[at], shape);
            }
        }
        tile[key * shape.stride() + vector] = values;
        at += shape.units;
    }
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
fn gswa_walk_kernel<N: Size, W: Size>(
    q: &[Vector<f32, N>],
    k: &[Vector<f32, N>],
    v: &[Vector<f32, N>],
    kv: &[Vector<u32, W>],
    plan: &[u32],
    partials: &mut [f32],
    block_size: usize,
    slots: usize,
    scale: f32,
    #[comptime] shape: Shape,
) {
    let cube = CUBE_POS;
    if cube < plan[comptime!(head::ITEMS)] as usize * shape.kv_heads {
        let item = head::LEN + cube / shape.kv_heads * ITEM;
        let kv_head = cube % shape.kv_heads;
        let begin = plan[item + 1] as usize;
        let end = plan[item + 2] as usize;
        let part = plan[item + 3] as usize;
        let tile_rows_at = plan[comptime!(head::TILE_ROWS_AT)] as usize;
        let tile_row = tile_rows_at + plan[item + 4] as usize * TILE_ROW;
        let group = comptime!(shape.group());
        let queries = plan[item + 5] as usize * group;
        let unit = UNIT_POS as usize;
        let vectors = comptime!(shape.vectors());

        let mut query =
            Shared::<[Vector<f32, N>]>::new_slice(comptime!(shape.queries * shape.vectors()));
        let mut tile =
            Shared::<[Vector<f32, N>]>::new_slice(comptime!(shape.keys * shape.stride()));
        let mut weights = Shared::<[f32]>::new_slice(comptime!(shape.queries * shape.keys));
        let mut largest = Shared::<[f32]>::new_slice(shape.queries);
        let mut total = Shared::<[f32]>::new_slice(shape.queries);
        let mut shrink = Shared::<[f32]>::new_slice(shape.queries);

        let mut at = unit;
        while at < queries * vectors {
            let j = at / vectors;
            let row = plan[tile_row + j / group * TILE_ROW] as usize;
            let head = kv_head * group + j % group;
            query[at] = q[(row * shape.heads + head) * vectors + at % vectors];
            at += shape.units;
        }
        let mut j = unit;
        while j < queries {
            largest[j] = f32::min_value();
            total[j] = 0.0f32;
            j += shape.units;
        }

        // Scores: a unit has one key and some of the queries.
        let key = unit % shape.keys;
        let first_query = unit / shape.keys * comptime!(shape.score_queries());
        // Values: a unit has one vector of the head and some of the queries.
        let vector = unit % vectors;
        let first_value = unit / vectors * comptime!(shape.value_queries());
        let mut sums = Array::<Vector<f32, N>>::new(comptime!(shape.value_queries()));
        #[unroll]
        for i in 0..comptime!(shape.value_queries()) {
            sums[i] = Vector::<f32, N>::new(0.0f32);
        }

        let mut from = begin;
        while from < end {
            load::<N, W>(&mut tile, k, kv, plan, item, from, end, kv_head, 0, block_size, shape);
            sync_cube();

            let mut scores = Array::<f32>::new(comptime!(shape.score_queries()));
            #[unroll]
            for i in 0..comptime!(shape.score_queries()) {
                scores[i] = 0.0f32;
            }
            for d in 0..vectors {
                let key = tile[key * shape.stride() + d];
                #[unroll]
                for i in 0..comptime!(shape.score_queries()) {
                    let j = usize::min(first_query + i, comptime!(shape.queries - 1));
                    let product = key * query[j * vectors + d];
                    #[unroll]
                    for lane in 0..shape.vector {
                        scores[i] += product.extract(lane);
                    }
                }
            }
            let position = from + key;
            #[unroll]
            for i in 0..comptime!(shape.score_queries()) {
                let j = first_query + i;
                if j < queries {
                    let row = tile_row + j / group * TILE_ROW;
                    let visible = position < end
                        && position >= plan[row + 1] as usize
                        && position <= plan[row + 2] as usize;
                    scores[i] = select(visible, scores[i] * scale, f32::min_value());
                    weights[j * shape.keys + key] = scores[i];
                }
            }
            sync_cube();

            let mut j = unit;
            while j < queries {
                let before = largest[j];
                let mut largest_now = before;
                for key in 0..shape.keys {
                    largest_now = f32::max(largest_now, weights[j * shape.keys + key]);
                }
                largest[j] = largest_now;
                shrink[j] = f32::exp(before - largest_now);
                j += shape.units;
            }
            sync_cube();

            #[unroll]
            for i in 0..comptime!(shape.score_queries()) {
                let j = first_query + i;
                if j < queries {
                    // A row that has seen no key yet has no largest score either.
                    let seen = scores[i] > f32::min_value();
                    let weight = f32::exp(scores[i] - largest[j]);
                    weights[j * shape.keys + key] = select(seen, weight, 0.0f32);
                }
            }
            load::<N, W>(
                &mut tile, v, kv, plan, item, from, end, kv_head, slots, block_size, shape,
            );
            sync_cube();

            let mut j = unit;
            while j < queries {
                let mut sum = total[j] * shrink[j];
                for key in 0..shape.keys {
                    sum += weights[j * shape.keys + key];
                }
                total[j] = sum;
                j += shape.units;
            }
            if first_value < queries {
                #[unroll]
                for i in 0..comptime!(shape.value_queries()) {
                    let j = usize::min(first_value + i, comptime!(shape.queries - 1));
                    sums[i] *= Vector::<f32, N>::new(shrink[j]);
                }
                for key in 0..shape.keys {
                    let value = tile[key * shape.stride() + vector];
                    #[unroll]
                    for i in 0..comptime!(shape.value_queries()) {
                        let j = usize::min(first_value + i, comptime!(shape.queries - 1));
                        sums[i] += value * Vector::<f32, N>::new(weights[j * shape.keys + key]);
                    }
                }
            }
            sync_cube();
            from += shape.keys;
        }

        #[unroll]
        for i in 0..comptime!(shape.value_queries()) {
            let j = first_value + i;
            if j < queries && i < comptime!(shape.value_queries()) {
                let row = tile_row + j / group * TILE_ROW;
                let partial = plan[row + 3] as usize + part;
                let head = kv_head * group + j % group;
                let at = (partial * shape.heads + head) * comptime!(shape.partial());
                #[unroll]
                for lane in 0..shape.vector {
                    partials[at + vector * shape.vector + lane] = sums[i].extract(lane);
                }
                if vector == 0 {
                    partials[at + shape.head_dim] = largest[j];
                    partials[at + shape.head_dim + 1] = total[j];
                }
            }
        }
    }
}

/// Element d of what `count` partial results from `first` on add up to.
#[cube]
fn merge(
    partials: &[f32],
    first: usize,
    count: usize,
    head: usize,
    d: usize,
    #[comptime] shape: Shape,
) -> f32 {
    let step = comptime!(shape.heads * shape.partial());
    let at = (first * shape.heads + head) * comptime!(shape.partial());
    let mut largest = f32::min_value();
    for part in 0..count {
        largest = f32::max(largest, partials[at + part * step + shape.head_dim]);
    }
    let mut sum = 0.0f32;
    let mut total = 0.0f32;
    for part in 0..count {
        let place = at + part * step;
        let weight = f32::exp(partials[place + shape.head_dim] - largest);
        sum += weight * partials[place + d];
        total += weight * partials[place + shape.head_dim + 1];
    }
    sum / total
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
fn gswa_merge_kernel(
    partials: &[f32],
    plan: &[u32],
    gate: &[f32],
    k: &[f32],
    v: &[f32],
    kv: &mut [u32],
    y: &mut [f32],
    rows: usize,
    slots: usize,
    #[comptime] shape: Shape,
) {
    let cube = CUBE_POS;
    let row = cube / shape.kv_heads;
    if row < rows {
        let kv_head = cube % shape.kv_heads;
        let words = plan[comptime!(head::ROWS_AT)] as usize + row * ROW;
        let global = plan[words] as usize;
        let global_count = plan[words + 1] as usize;
        let local = plan[words + 2] as usize;
        let local_count = plan[words + 3] as usize;
        let group = comptime!(shape.group());

        let mut at = UNIT_POS as usize;
        while at < comptime!(shape.group() * shape.head_dim) {
            let head = kv_head * group + at / shape.head_dim;
            let d = at % shape.head_dim;
            // Rows without a window have no local walk; without gates, those with one no global.
            let mut g = 1.0f32;
            if local_count > 0 {
                g = 0.0f32;
                if global_count > 0 {
                    g = gate[row * shape.heads + head];
                }
            }
            let mut out = 0.0f32;
            if global_count > 0 {
                out += g * merge(partials, global, global_count, head, d, shape);
            }
            if local_count > 0 {
                out += (1.0f32 - g) * merge(partials, local, local_count, head, d, shape);
            }
            y[(row * shape.heads + head) * shape.head_dim + d] = out;
            at += shape.units;
        }

        let slot = plan[words + 4];
        if slot != comptime!(NONE) {
            let head_words = comptime!(shape.head_dim * shape.dtype.bytes() / 4);
            let start = (row * shape.kv_heads + kv_head) * shape.head_dim;
            let at = (slot as usize * shape.kv_heads + kv_head) * head_words;
            let values = at + slots * shape.kv_heads * head_words;
            store_head(k, start, kv, at, shape.head_dim, shape.dtype, shape.units);
            store_head(v, start, kv, values, shape.head_dim, shape.dtype, shape.units);
        }
    }
}
