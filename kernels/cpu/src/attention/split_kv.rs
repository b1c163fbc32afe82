//! Attention over one split of the keys: dot products of sixteen keys with as many queries as there
//! are registers for, and an online softmax over 64 keys at a time.
//!
//! A lane has its own key: scores need no sums across lanes, and all queries use the same vectors of
//! keys. A larger score scales down the sums so far (online softmax).

use std::ops::Range;

use plt_backend::q8_0::BLOCK;
use plt_backend::tiles::{Keys, Tile, TileRow};
use plt_backend::{AttentionInput, Batch};

use super::element::{Element, Q8_0, prefetch_vector};
use super::partial::PartialMut;
use crate::cache::{CpuCache, Numbers, Start};
use crate::device::{Cpu, Matrix};
use crate::memory::{Buffer, UNWRITTEN};
use crate::simd::exp::exp;
use crate::simd::float::{BF16, F16, F32};
use crate::simd::{Isa, TILE, Work, opaque};

/// The most queries that a vector of keys is multiplied with at a time, registers permitting: the more
/// queries, the fewer conversions of keys to f32.
const QUERIES: usize = 16;
/// Vectors of keys per softmax: their exponentials are independent, and the sums so far are scaled
/// once for all of them.
const VECTORS: usize = 4;
/// Keys of a step; steps begin at its multiples.
const STEP: usize = VECTORS * TILE;

/// The attention of the queries of one key/value head of a tile over one split of the keys.
pub(super) struct Attend<'a> {
    pub cpu: &'a Cpu,
    pub cache: &'a CpuCache,
    pub batch: &'a Batch,
    pub input: &'a AttentionInput<Matrix>,
    pub layer: usize,
    /// Query heads per key/value head.
    pub group: usize,
    pub tile: &'a Tile,
    pub kv_head: usize,
    /// The positions of the keys.
    pub positions: Range<usize>,
    /// The result.
    pub partial: PartialMut<'a>,
}

/// The keys and values of a step; the last vectors may have none.
type Step = [Vectors; VECTORS];

/// Up to sixteen keys and their values, by lanes.
#[derive(Clone, Copy)]
struct Vectors {
    /// `[head_dim, 16]`
    keys: Start,
    /// `[16, head_dim]`
    values: Start,
}

/// Keys and values copied to one place, in f32, where they are not side by side.
struct Gathered {
    /// `[64 / 16, head_dim, 16]`, and room for another sixteen.
    keys: Buffer<f32>,
    /// `[64, head_dim]`
    values: Buffer<f32>,
    /// `[head_dim]`
    key: Buffer<f32>,
}

/// The place of a key and its value.
enum Place {
    Slot(u32),
    /// A row of the pass, which goes to the ring afterwards.
    Row(usize),
}

#[allow(unsafe_code)]
impl Work for Attend<'_> {
    type Output = ();

    #[inline(always)]
    unsafe fn run<I: Isa>(mut self) {
        // SAFETY: the caller promises what `Isa` demands; the cache holds numbers of this type.
        unsafe {
            match self.cache.layer(self.layer).keys {
                Numbers::F32(_) => self.typed::<I, F32>(),
                Numbers::F16(_) => self.typed::<I, F16>(),
                Numbers::BF16(_) => self.typed::<I, BF16>(),
                Numbers::Q8_0 { .. } => self.typed::<I, Q8_0>(),
            }
        }
    }
}

#[allow(unsafe_code)]
impl Attend<'_> {
    /// # Safety
    /// As [`Isa`] demands; the cache holds numbers of type T.
    #[inline(always)]
    unsafe fn typed<I: Isa, T: Element>(&mut self) {
        let width = self.cache.shape().head_dim;
        let mut gathered = None;
        self.prefetch_first::<T>();
        let queries = self.queries();
        let end = self.positions.end;
        let start = self.positions.start / STEP * STEP;
        let mut next = self.step(start);
        for first in (start..end).step_by(STEP) {
            let lanes = self.positions.start.max(first) - first..(end - first).min(STEP);
            let whole = next;
            next = if first + STEP < end { self.step(first + STEP) } else { None };
            // SAFETY: `step` finds sixteen keys and values in each vector, of the cache's type;
            // `gathered` has them in f32; the caller promises the rest.
            unsafe {
                match whole {
                    Some(step) => self.attend_step::<I, T>(&queries, first, lanes, step, next),
                    None => {
                        let gathered = gathered.get_or_insert_with(|| Gathered {
                            keys: self.cpu.floats.filled(0.0, STEP * width + TILE),
                            values: self.cpu.floats.filled(0.0, STEP * width),
                            key: self.cpu.floats.filled(0.0, width),
                        });
                        self.gather::<I, T>(first, lanes.clone(), gathered);
                        let step = std::array::from_fn(|vector| Vectors {
                            keys: Start::floats(&gathered.keys[vector * TILE * width..]),
                            values: Start::floats(&gathered.values[vector * TILE * width..]),
                        });
                        self.attend_step::<I, F32>(&queries, first, lanes, step, None);
                    }
                }
            }
        }
    }

    /// Prefetches the first keys and values all at once: nothing can be computed until they arrive.
    fn prefetch_first<T: Element>(&self) {
        let kv = self.cache.shape();
        let layer = self.cache.layer(self.layer);
        let first = self.positions.start..self.positions.end.min(self.positions.start + STEP);
        let mut vector = None;
        for position in first {
            let Place::Slot(slot) = self.place(position).0 else { return };
            let (slot, width) = (slot as usize, kv.head_dim);
            let value = layer.values.start(self.cache.value(slot, self.kv_head), width);
            (0..width.div_ceil(TILE)).for_each(|d| prefetch_vector::<T>(value, d));
            // Keys are interleaved in sixteens.
            if vector.replace(slot / TILE) != Some(slot / TILE) {
                let keys = layer.keys.start(self.cache.key(slot, self.kv_head), width);
                (0..width).for_each(|d| prefetch_vector::<T>(keys, d));
            }
        }
    }

    /// The queries transposed, `[head_dim, queries]`, and QUERIES zeros, since the last queries are read
    /// in a group of that size.
    fn queries(&self) -> Buffer<f32> {
        let (width, group, count) =
            (self.cache.shape().head_dim, self.group, self.partial.largest.len());
        let mut all = self.cpu.floats.unwritten(UNWRITTEN, width * count + QUERIES);
        all[width * count..].fill(0.0);
        for query in 0..count {
            let (row, head) = (self.tile.rows[query / group].row, query % group);
            let start = (self.kv_head * group + head) * width;
            for (d, q) in self.input.q.row(row)[start..][..width].iter().enumerate() {
                all[d * count + query] = *q;
            }
        }
        all
    }

    /// The keys and values of the step from position `first` on, if sixteen of them at a time are side
    /// by side.
    fn step(&self, first: usize) -> Option<Step> {
        let mut step = [self.vectors(first)?; VECTORS];
        for (vector, vectors) in step.iter_mut().enumerate().skip(1) {
            let first = first + vector * TILE;
            // The last vectors may have no keys, and are not read.
            if first < self.positions.end {
                *vectors = self.vectors(first)?;
            }
        }
        Some(step)
    }

    /// The keys and values of the sixteen positions from `first` on, if they are side by side.
    fn vectors(&self, first: usize) -> Option<Vectors> {
        let Keys::Blocks = self.tile.keys else { return None };
        let kv = self.cache.shape();
        if !self.batch.block_size.is_multiple_of(TILE) {
            return None;
        }
        let slot = self.batch.block_slot(self.tile.sequence, first) as usize;
        if slot + TILE > kv.slots {
            return None;
        }
        let layer = self.cache.layer(self.layer);
        Some(Vectors {
            keys: layer.keys.start(self.cache.key(slot, self.kv_head), kv.head_dim),
            values: layer.values.start(self.cache.value(slot, self.kv_head), kv.head_dim),
        })
    }

    /// The place of the key and value of a position, and how many positions from it on are side by
    /// side there.
    fn place(&self, position: usize) -> (Place, usize) {
        match &self.tile.keys {
            Keys::Blocks => {
                let slot = self.batch.block_slot(self.tile.sequence, position);
                (Place::Slot(slot), self.batch.block_size - position % self.batch.block_size)
            }
            Keys::Ring(window, span) => match position.checked_sub(span.start) {
                None => {
                    let before_end = window.ring_len - position % window.ring_len;
                    let in_ring = before_end.min(span.start - position);
                    (Place::Slot(window.slot(position)), in_ring)
                }
                Some(row) => (Place::Row(span.first_row + row), 1),
            },
        }
    }

    /// Copies the keys and values of these lanes after position `first`.
    ///
    /// # Safety
    /// As [`Isa`] demands; the cache holds numbers of type T.
    #[inline(always)]
    unsafe fn gather<I: Isa, T: Element>(
        &self,
        first: usize,
        lanes: Range<usize>,
        to: &mut Gathered,
    ) {
        let mut lane = lanes.start;
        while lane < lanes.end {
            let end = lanes.end.min(lane / TILE * TILE + TILE);
            // SAFETY: the caller promises it.
            unsafe { self.gather_vector::<I, T>(first, lane..end, to) };
            lane = end;
        }
    }

    /// [`gather`](Self::gather) for lanes of one vector.
    ///
    /// # Safety
    /// As [`Isa`] demands; the cache holds numbers of type T.
    #[inline(always)]
    unsafe fn gather_vector<I: Isa, T: Element>(
        &self,
        first: usize,
        lanes: Range<usize>,
        to: &mut Gathered,
    ) {
        let kv = self.cache.shape();
        let (width, layer) = (kv.head_dim, self.cache.layer(self.layer));
        let whole = width / TILE * TILE;
        // Sixteen numbers are read from a key on: another vector has to follow the one that is read.
        let last = self.kv_head + 1 == kv.kv_heads;
        let vectors = (kv.slots / TILE).saturating_sub(usize::from(last));
        // Keys of neighbouring slots, and the first lane that they go to.
        let (mut runs, mut count) = ([(Start::floats::<f32>(&[]), 0); TILE], 0);
        let mut lane = lanes.start;
        while lane < lanes.end {
            let (Place::Slot(slot), beside) = self.place(first + lane) else { break };
            let slot = slot as usize;
            let len = beside.min(TILE - slot % TILE).min(lanes.end - lane);
            let key = self.cache.key(slot, self.kv_head);
            if slot / TILE >= vectors {
                break;
            }
            runs[count] = (layer.keys.start_at(key, width), lane % TILE);
            count += 1;
            let values = layer.values.start(self.cache.value(slot, self.kv_head), width);
            for index in 0..len {
                let to = &mut to.values[(lane + index) * width..][..width];
                // SAFETY: these slots' values are contiguous; the caller promises the rest.
                unsafe {
                    for d in (0..whole).step_by(TILE) {
                        let numbers = I::store(T::values::<I>(values, index * width + d));
                        to[d..][..TILE].copy_from_slice(&numbers);
                    }
                    for (d, to) in (whole..).zip(&mut to[whole..]) {
                        *to = T::value(values, index * width + d);
                    }
                }
            }
            lane += len;
        }
        let vector = lanes.start / TILE * TILE;
        let to_keys = &mut to.keys[vector * width..][..TILE * width + TILE];
        for block in 0..width.div_ceil(BLOCK) {
            for d in block * BLOCK..width.min((block + 1) * BLOCK) {
                // Numbers beyond a run are overwritten by the next run, or by the next number.
                for (keys, lane) in &runs[..count] {
                    // SAFETY: the run's vector is followed by at least 16 more numbers and scales, of the
                    // next vector or head, as compared above; the caller promises the rest.
                    unsafe {
                        let scales = T::scales::<I>(*keys, block);
                        let numbers = I::store(T::keys::<I>(*keys, d, scales));
                        to_keys[d * TILE + lane..][..TILE].copy_from_slice(&numbers);
                    }
                }
            }
        }
        self.gather_slowly(first, lane..lanes.end, to);
    }

    /// [`gather`](Self::gather) number by number.
    fn gather_slowly(&self, first: usize, lanes: Range<usize>, to: &mut Gathered) {
        let width = self.cache.shape().head_dim;
        let layer = self.cache.layer(self.layer);
        for lane in lanes {
            let value = &mut to.values[lane * width..][..width];
            match self.place(first + lane).0 {
                Place::Slot(slot) => {
                    let slot = slot as usize;
                    layer.keys.read(self.cache.key(slot, self.kv_head), &mut to.key);
                    layer.values.read(self.cache.value(slot, self.kv_head), value);
                }
                Place::Row(row) => {
                    let head = self.kv_head * width..(self.kv_head + 1) * width;
                    to.key.copy_from_slice(&self.input.k.row(row)[head.clone()]);
                    value.copy_from_slice(&self.input.v.row(row)[head]);
                    self.cache.round(&mut to.key);
                    self.cache.round(value);
                }
            }
            let vector = &mut to.keys[lane / TILE * TILE * width..][..TILE * width];
            for (lanes, number) in vector.chunks_exact_mut(TILE).zip(&*to.key) {
                lanes[lane % TILE] = *number;
            }
        }
    }

    /// Attends with all queries of the tile to the keys in these lanes of a step, and prefetches `next`.
    ///
    /// # Safety
    /// As [`Isa`] demands; the vectors hold numbers of type T.
    #[inline(always)]
    unsafe fn attend_step<I: Isa, T: Element>(
        &mut self,
        queries: &[f32],
        first: usize,
        lanes: Range<usize>,
        step: Step,
        mut next: Option<Step>,
    ) {
        let (group, rows) = (self.group, &self.tile.rows);
        let visible = |row: &TileRow| {
            let start = row.oldest.saturating_sub(first).max(lanes.start);
            start..(row.newest + 1).saturating_sub(first).min(lanes.end)
        };
        let most = QUERIES.min(I::SUMS);
        let mut first_query = 0;
        // Queries of rows that see the same lanes together.
        for alike in rows.chunk_by(|row, other| visible(row) == visible(other)) {
            let (those, lanes) =
                (first_query..first_query + alike.len() * group, visible(&alike[0]));
            first_query = those.end;
            if lanes.is_empty() {
                continue;
            }
            for start in those.clone().step_by(most) {
                let some = start..those.end.min(start + most);
                let lanes = lanes.clone();
                // The next step is prefetched once.
                let next = next.take();
                // SAFETY: the caller promises it.
                unsafe {
                    match some.len() {
                        9.. if most >= 16 => {
                            self.attend_queries::<I, T, 16>(queries, some, lanes, step, next)
                        }
                        5.. if most >= 8 => {
                            self.attend_queries::<I, T, 8>(queries, some, lanes, step, next)
                        }
                        2.. => self.attend_queries::<I, T, 4>(queries, some, lanes, step, next),
                        _ => self.attend_queries::<I, T, 1>(queries, some, lanes, step, next),
                    }
                }
            }
        }
    }

    /// Attends with up to R queries to the keys in these lanes of a step. It always computes R queries; the
    /// numbers after the last query stand in for the missing ones, and their results are dropped.
    ///
    /// # Safety
    /// As [`Isa`] demands; the vectors hold numbers of type T.
    #[inline(always)]
    #[allow(clippy::needless_range_loop, reason = "loops over registers, in step")]
    unsafe fn attend_queries<I: Isa, T: Element, const R: usize>(
        &mut self,
        queries: &[f32],
        some: Range<usize>,
        lanes: Range<usize>,
        step: Step,
        next: Option<Step>,
    ) {
        let width = self.cache.shape().head_dim;
        let partial = &mut self.partial;
        let count = partial.largest.len();
        let (first, some) = (some.start, some.len());
        assert!(some <= R && R <= QUERIES && first + some <= count);
        assert!(queries.len() == width * count + QUERIES);
        let scale = 1.0 / (width as f32).sqrt();
        // The vectors that have these lanes, and the lanes within one.
        let vectors = lanes.start / TILE..lanes.end.div_ceil(TILE);
        let in_vector = |vector: usize| {
            let lane = |lane: usize| lane.saturating_sub(vector * TILE).min(TILE);
            lane(lanes.start)..lane(lanes.end)
        };
        // First scores, then weights.
        let mut weights = [[[0.0; TILE]; VECTORS]; R];
        // SAFETY: queries, keys and values have `width` numbers; queries are transposed with QUERIES
        // more numbers behind them, keys have sixteen lanes; values and weights are read in the given
        // lanes, values sixteen numbers at a time up to `whole`; the caller promises the rest.
        unsafe {
            for vector in vectors.clone() {
                let mut scores = [I::splat(0.0); R];
                let mut numbers = opaque(queries.as_ptr().add(first));
                for block in 0..width.div_ceil(BLOCK) {
                    let scales = T::scales::<I>(step[vector].keys, block);
                    for d in block * BLOCK..width.min((block + 1) * BLOCK) {
                        // Hardware prefetch does not follow a block table. A few lines at a time: many
                        // at once would delay the loads after them.
                        if let Some(next) = &next {
                            prefetch_vector::<T>(next[vector].keys, d);
                        }
                        let keys = T::keys::<I>(step[vector].keys, d, scales);
                        for r in 0..R {
                            scores[r] = I::multiply_add(I::splat(*numbers.add(r)), keys, scores[r]);
                        }
                        numbers = opaque(numbers.wrapping_add(count));
                    }
                }
                // The mask is a loop of its own: in this one, the compiler would spill the sums.
                for r in 0..R {
                    weights[r][vector] = I::store(I::multiply(scores[r], I::splat(scale)));
                }
                let lanes = in_vector(vector);
                if lanes.len() < TILE {
                    for scores in &mut weights[..some] {
                        scores[vector] = only(scores[vector], lanes.clone(), f32::NEG_INFINITY);
                    }
                }
            }
            for r in 0..some {
                let mut score = I::splat(partial.largest[first + r]);
                for vector in vectors.clone() {
                    let scores = I::from_floats(weights[r][vector].as_ptr().cast());
                    score = I::maximum(scores, score);
                }
                let largest = I::largest(score);
                if largest > partial.largest[first + r] {
                    let shrink = (partial.largest[first + r] - largest).exp();
                    partial.largest[first + r] = largest;
                    partial.sums[first + r].iter_mut().for_each(|sum| *sum *= shrink);
                    let values = &mut partial.values[(first + r) * width..][..width];
                    values.iter_mut().for_each(|value| *value *= shrink);
                }
                let mut sums = I::from_floats(partial.sums[first + r].as_ptr().cast());
                for vector in vectors.clone() {
                    let scores = I::from_floats(weights[r][vector].as_ptr().cast());
                    let less = I::multiply_add(I::splat(1.0), scores, I::splat(-largest));
                    let weight = only(I::store(exp::<I>(less)), in_vector(vector), 0.0);
                    let weight_floats = I::from_floats(weight.as_ptr().cast());
                    sums = I::multiply_add(I::splat(1.0), weight_floats, sums);
                    weights[r][vector] = weight;
                }
                partial.sums[first + r] = I::store(sums);
            }
            let values = &mut partial.values[first * width..][..some * width];
            let whole = width / TILE * TILE;
            for d in (0..whole).step_by(TILE) {
                // Loops to R and not to `some`: with an unknown length the compiler would spill the sums.
                let mut sums = [I::splat(0.0); R];
                for r in 0..R {
                    if r < some {
                        sums[r] = I::from_floats(values.as_ptr().add(r * width + d).cast());
                    }
                }
                for vector in vectors.clone() {
                    let lanes = in_vector(vector);
                    let numbers = weights.as_ptr().cast::<f32>().add(vector * TILE + lanes.start);
                    let mut numbers = opaque(numbers);
                    for lane in lanes {
                        // One prefetch per cache line of this step's values; of odd widths all but the last.
                        if let Some(next) = &next {
                            prefetch_vector::<T>(next[vector].values, (lane * whole + d) / TILE);
                        }
                        let value = T::values::<I>(step[vector].values, lane * width + d);
                        for r in 0..R {
                            let weight = I::splat(*numbers.add(r * VECTORS * TILE));
                            sums[r] = I::multiply_add(weight, value, sums[r]);
                        }
                        numbers = opaque(numbers.wrapping_add(1));
                    }
                }
                for r in 0..R {
                    if r < some {
                        let sums = I::store(sums[r]);
                        values[r * width + d..][..TILE].copy_from_slice(&sums);
                    }
                }
            }
            for d in whole..width {
                for lane in lanes.clone() {
                    let (vector, lane) = (lane / TILE, lane % TILE);
                    let value = T::value(step[vector].values, lane * width + d);
                    for r in 0..some {
                        values[r * width + d] += weights[r][vector][lane] * value;
                    }
                }
            }
        }
    }
}

/// The floats in these lanes, and `other` in all others.
#[inline(always)]
fn only(mut floats: [f32; TILE], lanes: Range<usize>, other: f32) -> [f32; TILE] {
    if lanes.len() < TILE {
        floats[..lanes.start].fill(other);
        floats[lanes.end..].fill(other);
    }
    floats
}
