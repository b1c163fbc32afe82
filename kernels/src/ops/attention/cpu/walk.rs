//! The walk: sixteen keys at a time meet as many queries as there are registers for.
//!
//! A lane has a key of its own: scores need no sums across lanes, and any number of queries uses
//! the same vectors of keys. Softmax is taken along the way (online): a larger score scales down
//! what was summed so far.

use std::ops::Range;

use super::partial::Partial;
use crate::batch::Batch;
use crate::cpu::exp::exp;
use crate::cpu::float::{BF16, F16, F32, Float};
use crate::cpu::isa::{Isa, Work, prefetch};
use crate::cpu::packed::TILE;
use crate::cpu::{Cpu, CpuCache, Numbers};
use crate::ops::attention::Attention;
use crate::ops::attention::tiles::{Keys, Tile};

/// Queries that meet a vector of keys at a time.
const QUERIES: usize = 4;

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

/// Up to sixteen keys and their values, by lanes.
#[derive(Clone, Copy)]
struct Vectors {
    /// `[head_dim, 16]`
    keys: *const u8,
    /// `[16, ...]`, so many bytes apart.
    values: *const u8,
    stride: usize,
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
            }
        }
    }
}

#[allow(unsafe_code)]
impl Walk<'_> {
    /// # Safety
    /// As [`Isa`] demands; the cache holds numbers of type T.
    #[inline(always)]
    unsafe fn typed<I: Isa, T: Float>(&self) -> Partial {
        let width = self.cache.shape().head_dim;
        let mut partial = Partial::new(self.tile.rows.len() * self.group(), width);
        let mut gathered = Gathered {
            keys: vec![[0.0; TILE]; width],
            values: vec![0.0; TILE * width],
            key: vec![0.0; width],
        };
        let end = self.positions.end;
        let mut next = self.vectors::<T>(self.positions.start / TILE * TILE);
        for first in (self.positions.start / TILE * TILE..end).step_by(TILE) {
            let lanes = self.positions.start.max(first) - first..(end - first).min(TILE);
            let whole = next;
            next = if first + TILE < end { self.vectors::<T>(first + TILE) } else { None };
            if let Some(vectors) = &next {
                self.prefetch::<T>(vectors);
            }
            // SAFETY: `vectors` finds sixteen keys and values of the cache's type, `gathered` has
            // them in f32; the caller promises the rest.
            unsafe {
                match whole {
                    Some(vectors) => self.meet::<I, T>(&mut partial, first, lanes, vectors),
                    None => {
                        self.gather(first, lanes.clone(), &mut gathered);
                        let vectors = Vectors {
                            keys: gathered.keys.as_ptr().cast(),
                            values: gathered.values.as_ptr().cast(),
                            stride: width * size_of::<f32>(),
                        };
                        self.meet::<I, F32>(&mut partial, first, lanes, vectors);
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

    /// The keys and values of the sixteen positions from `first` on, if they lie side by side.
    fn vectors<T: Float>(&self, first: usize) -> Option<Vectors> {
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
        let key = self.cache.key(slot, self.kv_head).first;
        let value = self.cache.value(slot, self.kv_head).first;
        Some(Vectors {
            keys: layer.keys.bytes()[key * T::BYTES..].as_ptr(),
            values: layer.values.bytes()[value * T::BYTES..].as_ptr(),
            stride: kv.head_dim * T::BYTES,
        })
    }

    /// Asks for keys and values that come next: pages lie anywhere, and processors guess only what
    /// lies side by side.
    #[inline(always)]
    fn prefetch<T: Float>(&self, vectors: &Vectors) {
        const LINE: usize = 64;
        let width = self.cache.shape().head_dim * T::BYTES;
        for at in (0..width * TILE).step_by(LINE) {
            prefetch(vectors.keys.wrapping_add(at));
            prefetch(vectors.values.wrapping_add(at));
        }
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
            for (keys, key) in to.keys.iter_mut().zip(&to.key) {
                keys[lane] = *key;
            }
        }
    }

    /// The queries of the tile meet the keys in these lanes.
    ///
    /// # Safety
    /// As [`Isa`] demands; the vectors hold numbers of type T.
    #[inline(always)]
    unsafe fn meet<I: Isa, T: Float>(
        &self,
        partial: &mut Partial,
        first: usize,
        lanes: Range<usize>,
        vectors: Vectors,
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
                        true => self.some::<I, T, QUERIES>(partial, query, lanes, vectors),
                        false => self.some::<I, T, 1>(partial, query, lanes, vectors),
                    }
                }
            }
            query += done;
        }
    }

    /// R queries meet the keys in these lanes.
    ///
    /// # Safety
    /// As [`Isa`] demands; the vectors hold numbers of type T.
    #[inline(always)]
    #[allow(clippy::needless_range_loop, reason = "loops over registers, in step")]
    unsafe fn some<I: Isa, T: Float, const R: usize>(
        &self,
        partial: &mut Partial,
        first: usize,
        lanes: Range<usize>,
        vectors: Vectors,
    ) {
        let (width, group) = (self.cache.shape().head_dim, self.group());
        let mut queries = [&[][..]; R];
        for r in 0..R {
            let (row, head) = ((first + r) / group, (first + r) % group);
            let start = (self.kv_head * group + head) * width;
            queries[r] = &self.args.q.row(self.tile.rows[row].row)[start..][..width];
        }
        let scale = 1.0 / (width as f32).sqrt();
        let mut weights = [[0.0; TILE]; R];
        // SAFETY: queries, keys and values have `width` numbers, keys in sixteen lanes; values are
        // read in the lanes given, sixteen numbers at a time as long as there are that many; the
        // caller promises the rest.
        unsafe {
            let mut scores = [I::splat(0.0); R];
            for d in 0..width {
                let keys = T::load::<I>(vectors.keys.add(d * TILE * T::BYTES));
                for r in 0..R {
                    let q = I::splat(*queries[r].as_ptr().add(d));
                    scores[r] = I::multiply_add(q, keys, scores[r]);
                }
            }
            for r in 0..R {
                let mut score = I::multiply(scores[r], I::splat(scale));
                if lanes.len() < TILE {
                    score = only::<I>(score, &lanes, f32::NEG_INFINITY);
                }
                let largest = partial.largest[first + r].max(I::largest(score));
                if largest > partial.largest[first + r] {
                    let shrink = (partial.largest[first + r] - largest).exp();
                    partial.largest[first + r] = largest;
                    partial.sums[first + r].iter_mut().for_each(|sum| *sum *= shrink);
                    let values = &mut partial.values[(first + r) * width..][..width];
                    values.iter_mut().for_each(|value| *value *= shrink);
                }
                let less = I::multiply_add(I::splat(1.0), score, I::splat(-largest));
                let mut weight = exp::<I>(less);
                if lanes.len() < TILE {
                    weight = only::<I>(weight, &lanes, 0.0);
                }
                let sums = I::from_floats(partial.sums[first + r].as_ptr().cast());
                partial.sums[first + r] = I::store(I::multiply_add(I::splat(1.0), weight, sums));
                weights[r] = I::store(weight);
            }
            let values = &mut partial.values[first * width..][..R * width];
            let whole = width / TILE * TILE;
            for d in (0..whole).step_by(TILE) {
                let mut sums = [I::splat(0.0); R];
                for r in 0..R {
                    sums[r] = I::from_floats(values.as_ptr().add(r * width + d).cast());
                }
                for lane in lanes.clone() {
                    let at = vectors.values.add(lane * vectors.stride + d * T::BYTES);
                    let value = T::load::<I>(at);
                    for r in 0..R {
                        sums[r] = I::multiply_add(I::splat(weights[r][lane]), value, sums[r]);
                    }
                }
                for r in 0..R {
                    let sums = I::store(sums[r]);
                    values[r * width + d..][..TILE].copy_from_slice(&sums);
                }
            }
            for d in whole..width {
                for lane in lanes.clone() {
                    let at = vectors.values.add(lane * vectors.stride + d * T::BYTES);
                    let value = T::one(std::slice::from_raw_parts(at, T::BYTES));
                    for r in 0..R {
                        values[r * width + d] += weights[r][lane] * value;
                    }
                }
            }
        }
    }
}

/// The floats in these lanes, and this one in all others.
///
/// # Safety
/// As [`Isa`] demands.
#[inline(always)]
#[allow(unsafe_code)]
unsafe fn only<I: Isa>(floats: I::Floats, lanes: &Range<usize>, other: f32) -> I::Floats {
    // SAFETY: the caller promises it; sixteen floats are there.
    unsafe {
        let mut stored = I::store(floats);
        stored[..lanes.start].fill(other);
        stored[lanes.end..].fill(other);
        I::from_floats(stored.as_ptr().cast())
    }
}
