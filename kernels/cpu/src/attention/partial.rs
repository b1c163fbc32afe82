use crate::simd::TILE;
use crate::simd::float::add_up;

/// The online softmax of some queries over some keys: with m the largest score, Σ e^(score - m) and
/// Σ e^(score - m) · value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Partial<'a> {
    /// In sixteen partial sums. All of them are 0 for a query that saw no key.
    sums: &'a [[f32; TILE]],
    largest: &'a [f32],
    /// `[queries, head_dim]`
    values: &'a [f32],
}

/// The same, while it is computed.
#[derive(Debug)]
pub(super) struct PartialMut<'a> {
    pub sums: &'a mut [[f32; TILE]],
    pub largest: &'a mut [f32],
    pub values: &'a mut [f32],
}

/// Floats per query.
pub(super) fn size(width: usize) -> usize {
    TILE + 1 + width
}

impl<'a> Partial<'a> {
    /// Splits these floats, [`size`] for each query.
    #[inline(always)]
    pub fn of(floats: &'a [f32], width: usize) -> Self {
        let queries = floats.len() / size(width);
        let (sums, rest) = floats.split_at(queries * TILE);
        let (largest, values) = rest.split_at(queries);
        Self { sums: sums.as_chunks().0, largest, values }
    }
}

impl<'a> PartialMut<'a> {
    /// Splits these floats, [`size`] for each query.
    pub fn of(floats: &'a mut [f32], width: usize) -> Self {
        let queries = floats.len() / size(width);
        let (sums, rest) = floats.split_at_mut(queries * TILE);
        let (largest, values) = rest.split_at_mut(queries);
        Self { sums: sums.as_chunks_mut().0, largest, values }
    }

    /// Starts with queries that have seen no key.
    pub fn new(floats: &'a mut [f32], width: usize) -> Self {
        floats.fill(0.0);
        let new = Self::of(floats, width);
        new.largest.fill(f32::NEG_INFINITY);
        new
    }

    /// Adds the same queries' partial results over later keys.
    pub fn merge(&mut self, later: Partial<'_>, width: usize) {
        let values = self.values.chunks_exact_mut(width);
        let sums = self.largest.iter_mut().zip(&mut *self.sums);
        for (query, ((largest, sums), values)) in sums.zip(values).enumerate() {
            add((largest, sums, values), later, query);
        }
    }
}

/// Adds a query's partial result over later keys.
#[inline(always)]
fn add(
    (largest, sums, values): (&mut f32, &mut [f32; TILE], &mut [f32]),
    later: Partial<'_>,
    query: usize,
) {
    let width = values.len();
    let later_values = &later.values[query * width..][..width];
    if later.sums[query] == [0.0; TILE] {
        return;
    }
    if *sums == [0.0; TILE] {
        (*largest, *sums) = (later.largest[query], later.sums[query]);
        values.copy_from_slice(later_values);
        return;
    }
    let most = largest.max(later.largest[query]);
    let (shrink, grow) = ((*largest - most).exp(), (later.largest[query] - most).exp());
    *largest = most;
    for (sum, later) in sums.iter_mut().zip(later.sums[query]) {
        *sum = *sum * shrink + later * grow;
    }
    for (value, later) in values.iter_mut().zip(later_values) {
        *value = *value * shrink + later * grow;
    }
}

/// A query's softmax-weighted sum of values, from its partial results, oldest keys first.
#[inline(always)]
pub(super) fn result<'a>(
    parts: impl Iterator<Item = Partial<'a>>,
    query: usize,
    values: &mut [f32],
) {
    let (mut largest, mut sums) = (f32::NEG_INFINITY, [0.0; TILE]);
    values.fill(0.0);
    for part in parts {
        add((&mut largest, &mut sums, values), part, query);
    }
    let sum = add_up(sums);
    values.iter_mut().for_each(|value| *value /= sum);
}
