//! The walk: sixteen keys at a time meet as many queries as there are registers for, and softmax is
//! taken over 64 of them.
//!
//! A lane has a key of its own: scores need no sums across lanes, and any number of queries uses
//! the same vectors of keys. Softmax is taken along the way (online): a larger score scales down
//! what was summed so far.

use std::ops::Range;

use super::element::{Element, Q8_0, ask};
use super::partial::Partial;
use crate::batch::Batch;
use crate::cpu::exp::exp;
use crate::cpu::float::{BF16, F16, F32};
use crate::cpu::isa::{Isa, Work};
use crate::cpu::packed::TILE;
use crate::cpu::{Cpu, CpuCache, Numbers, Start};
use crate::ops::attention::Attention;
use crate::ops::attention::tiles::{Keys, Tile};
use crate::q8_0::BLOCK;

/// Queries that meet a vector of keys at a time.
const QUERIES: usize = 4;
/// Vectors of keys that softmax is taken over: their exponentials do not wait for one another, and
/// what was summed before is scaled once for all of them.
const VECTORS: usize = 4;
/// Keys of a step; steps begin at its multiples.
const STEP: usize = VECTORS * TILE;

/// The queries of one key/value head of a tile, and the keys that they walk over.
pub(super) struct Walk<'a> {
    pub cache: &'a CpuCache,
    pub batch: &'a Batch,
    pub args: &'a Attention<'a, Cpu>,
    pub tile: &'a Tile<'a>,
    pub kv_head: usize,
    /// Of the keys, all in one part.
    pub positions: Range<usize>,
}

/// The keys and values of a step, as far as there are any.
type Step = [Vectors; VECTORS];

/// Up to sixteen keys and their values, by lanes.
#[derive(Clone, Copy)]
struct Vectors {
    /// `[head_dim, 16]`
    keys: Start,
    /// `[16, head_dim]`
    values: Start,
}

/// Keys and values copied together, in f32.
struct Gathered {
    keys: Vec<[f32; TILE]>,
    values: Vec<f32>,
    key: Vec<f32>,
}

#[allow(unsafe_code)]
impl Work for Walk<'_> {
    type Output = Partial;

    #[inline(always)]
    unsafe fn run<I: Isa>(self) -> Partial {
        // SAFETY: the caller promises what `Isa` demands; the cache holds numbers of this type.
        unsafe {
            match self.cache.layer(self.args.layer).keys {
                Numbers::F32(_) => self.typed::<I, F32>(),
                Numbers::F16(_) => self.typed::<I, F16>(),
                Numbers::BF16(_) => self.typed::<I, BF16>(),
                Numbers::Q8_0 { .. } => self.typed::<I, Q8_0>(),
            }
        }
    }
}

#[allow(unsafe_code)]
impl Walk<'_> {
    /// # Safety
    /// As [`Isa`] demands; the cache holds numbers of type T.
    #[inline(always)]
    unsafe fn typed<I: Isa, T: Element>(&self) -> Partial {
        let width = self.cache.shape().head_dim;
        let mut partial = Partial::new(self.tile.rows.len() * self.group(), width);
        let mut gathered = Gathered {
            keys: vec![[0.0; TILE]; VECTORS * width],
            values: vec![0.0; STEP * width],
            key: vec![0.0; width],
        };
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
                    Some(step) => self.meet::<I, T>(&mut partial, first, lanes, step, next),
                    None => {
                        self.gather(first, lanes.clone(), &mut gathered);
                        let step = std::array::from_fn(|vector| Vectors {
                            keys: Start::floats(&gathered.keys[vector * width..]),
                            values: Start::floats(&gathered.values[vector * TILE * width..]),
                        });
                        self.meet::<I, F32>(&mut partial, first, lanes, step, None);
                    }
                }
            }
        }
        partial
    }

    /// Query heads of a key/value head.
    fn group(&self) -> usize {
        self.args.heads / self.cache.shape().kv_heads
    }

    /// The keys and values of the positions of the step from `first` on, if sixteen of them at a time
    /// lie side by side.
    fn step(&self, first: usize) -> Option<Step> {
        let mut step = [self.vectors(first)?; VECTORS];
        for (vector, vectors) in step.iter_mut().enumerate().skip(1) {
            let first = first + vector * TILE;
            // The last ones may have no keys, and are not looked at.
            if first < self.positions.end {
                *vectors = self.vectors(first)?;
            }
        }
        Some(step)
    }

    /// The keys and values of the sixteen positions from `first` on, if they lie side by side.
    fn vectors(&self, first: usize) -> Option<Vectors> {
        let Keys::Pages = self.tile.keys else { return None };
        let kv = self.cache.shape();
        if !self.batch.block_size.is_multiple_of(TILE) {
            return None;
        }
        let slot = self.batch.page_slot(self.tile.sequence, first) as usize;
        if slot + TILE > kv.slots {
            return None;
        }
        let layer = self.cache.layer(self.args.layer);
        Some(Vectors {
            keys: layer.keys.start(self.cache.key(slot, self.kv_head), kv.head_dim),
            values: layer.values.start(self.cache.value(slot, self.kv_head), kv.head_dim),
        })
    }

    /// Copies the keys and values at these places after the position `first`.
    fn gather(&self, first: usize, lanes: Range<usize>, to: &mut Gathered) {
        let width = self.cache.shape().head_dim;
        let layer = self.cache.layer(self.args.layer);
        for lane in lanes {
            let position = first + lane;
            let value = &mut to.values[lane * width..][..width];
            let slot = match self.tile.keys {
                Keys::Pages => Ok(self.batch.page_slot(self.tile.sequence, position)),
                Keys::Ring(window, span) => match position.checked_sub(span.start) {
                    None => Ok(window.slot(position)),
                    Some(row) => Err(span.first_row + row),
                },
            };
            match slot {
                Ok(slot) => {
                    layer.keys.read(self.cache.key(slot as usize, self.kv_head), &mut to.key);
                    layer.values.read(self.cache.value(slot as usize, self.kv_head), value);
                }
                Err(row) => {
                    let head = self.kv_head * width..(self.kv_head + 1) * width;
                    to.key.copy_from_slice(&self.args.k.row(row)[head.clone()]);
                    value.copy_from_slice(&self.args.v.row(row)[head]);
                    self.cache.round(&mut to.key);
                    self.cache.round(value);
                }
            }
            let keys = &mut to.keys[lane / TILE * width..][..width];
            for (keys, key) in keys.iter_mut().zip(&to.key) {
                keys[lane % TILE] = *key;
            }
        }
    }

    /// The queries of the tile meet the keys in these lanes of a step, after which comes `next`.
    ///
    /// # Safety
    /// As [`Isa`] demands; the vectors hold numbers of type T.
    #[inline(always)]
    unsafe fn meet<I: Isa, T: Element>(
        &self,
        partial: &mut Partial,
        first: usize,
        lanes: Range<usize>,
        step: Step,
        mut next: Option<Step>,
    ) {
        let group = self.group();
        let count = partial.largest.len();
        let visible = |query: usize| {
            let row = &self.tile.rows[query / group];
            let start = row.oldest.saturating_sub(first).max(lanes.start);
            start..(row.newest + 1).saturating_sub(first).min(lanes.end)
        };
        let mut query = 0;
        while query < count {
            let lanes = visible(query);
            // Queries of like rows together; they may see no key of these.
            let alike = query + QUERIES <= count && visible(query + QUERIES - 1) == lanes;
            let done = if alike { QUERIES } else { 1 };
            if !lanes.is_empty() {
                // SAFETY: the caller promises it.
                unsafe {
                    match alike {
                        true => self.some::<I, T, QUERIES>(partial, query, lanes, step, next),
                        false => self.some::<I, T, 1>(partial, query, lanes, step, next),
                    }
                    next = None;
                }
            }
            query += done;
        }
    }

    /// R queries meet the keys in these lanes of a step; what comes next is asked for.
    ///
    /// # Safety
    /// As [`Isa`] demands; the vectors hold numbers of type T.
    #[inline(always)]
    #[allow(clippy::needless_range_loop, reason = "loops over registers, in step")]
    unsafe fn some<I: Isa, T: Element, const R: usize>(
        &self,
        partial: &mut Partial,
        first: usize,
        lanes: Range<usize>,
        step: Step,
        next: Option<Step>,
    ) {
        let (width, group) = (self.cache.shape().head_dim, self.group());
        let mut queries = [&[][..]; R];
        for r in 0..R {
            let (row, head) = ((first + r) / group, (first + r) % group);
            let start = (self.kv_head * group + head) * width;
            queries[r] = &self.args.q.row(self.tile.rows[row].row)[start..][..width];
        }
        let scale = 1.0 / (width as f32).sqrt();
        // The vectors that have such lanes, and the lanes of one.
        let vectors = lanes.start / TILE..lanes.end.div_ceil(TILE);
        let in_vector = |vector: usize| {
            let lane = |lane: usize| lane.saturating_sub(vector * TILE).min(TILE);
            lane(lanes.start)..lane(lanes.end)
        };
        // Scores, and then weights.
        let mut weights = [[[0.0; TILE]; VECTORS]; R];
        // SAFETY: queries, keys and values have `width` numbers, keys in sixteen lanes; values are
        // read in the lanes given, sixteen numbers at a time as long as there are that many; the
        // caller promises the rest.
        unsafe {
            for vector in vectors.clone() {
                let mut scores = [I::splat(0.0); R];
                for block in 0..width.div_ceil(BLOCK) {
                    let scales = T::scales::<I>(step[vector].keys, block);
                    for d in block * BLOCK..width.min((block + 1) * BLOCK) {
                        // Pages lie anywhere, and processors guess only what lies side by side. A
                        // few lines at a time: many at once would hold up the loads that come after.
                        if let Some(next) = &next {
                            ask::<T>(next[vector].keys, d);
                            ask::<T>(next[vector].values, d);
                        }
                        let keys = T::keys::<I>(step[vector].keys, d, scales);
                        for r in 0..R {
                            let q = I::splat(*queries[r].as_ptr().add(d));
                            scores[r] = I::multiply_add(q, keys, scores[r]);
                        }
                    }
                }
                for r in 0..R {
                    let score = I::store(I::multiply(scores[r], I::splat(scale)));
                    weights[r][vector] = only(score, in_vector(vector), f32::NEG_INFINITY);
                }
            }
            for r in 0..R {
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
            let values = &mut partial.values[first * width..][..R * width];
            let whole = width / TILE * TILE;
            for d in (0..whole).step_by(TILE) {
                let mut sums = [I::splat(0.0); R];
                for r in 0..R {
                    sums[r] = I::from_floats(values.as_ptr().add(r * width + d).cast());
                }
                for vector in vectors.clone() {
                    for lane in in_vector(vector) {
                        let value = T::values::<I>(step[vector].values, lane * width + d);
                        for r in 0..R {
                            let weight = I::splat(weights[r][vector][lane]);
                            sums[r] = I::multiply_add(weight, value, sums[r]);
                        }
                    }
                }
                for r in 0..R {
                    let sums = I::store(sums[r]);
                    values[r * width + d..][..TILE].copy_from_slice(&sums);
                }
            }
            for d in whole..width {
                for lane in lanes.clone() {
                    let (vector, lane) = (lane / TILE, lane % TILE);
                    let value = T::value(step[vector].values, lane * width + d);
                    for r in 0..R {
                        values[r * width + d] += weights[r][vector][lane] * value;
                    }
                }
            }
        }
    }
}

/// The floats in these lanes, and this one in all others.
#[inline(always)]
fn only(mut floats: [f32; TILE], lanes: Range<usize>, other: f32) -> [f32; TILE] {
    if lanes.len() < TILE {
        floats[..lanes.start].fill(other);
        floats[lanes.end..].fill(other);
    }
    floats
}
