use crate::cpu::packed::TILE;

/// What some queries have gathered over some keys: with m the largest score, Σ e^(score - m) and
/// Σ e^(score - m) · value.
#[derive(Debug, Clone, Default)]
pub(super) struct Partial {
    pub largest: Vec<f32>,
    /// In sixteen parts. All of them 0 for a query that saw no key.
    pub sums: Vec<[f32; TILE]>,
    /// `[queries, head_dim]`
    pub values: Vec<f32>,
}

impl Partial {
    pub fn new(queries: usize, width: usize) -> Self {
        Self {
            largest: vec![f32::NEG_INFINITY; queries],
            sums: vec![[0.0; TILE]; queries],
            values: vec![0.0; queries * width],
        }
    }

    /// Adds what the same queries gathered over later keys.
    pub fn merge(&mut self, later: Self, width: usize) {
        if self.largest.is_empty() {
            *self = later;
            return;
        }
        for query in 0..self.largest.len() {
            let values = query * width..(query + 1) * width;
            let (largest, sums) = (&mut self.largest[query], &mut self.sums[query]);
            add((largest, sums, &mut self.values[values]), &later, query, width);
        }
    }
}

/// Adds what a query gathered over later keys.
fn add(
    (largest, sums, values): (&mut f32, &mut [f32; TILE], &mut [f32]),
    later: &Partial,
    query: usize,
    width: usize,
) {
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

/// What a query gathered over all parts, the oldest first: its softmax-weighted sum of values.
pub(super) fn result(parts: &[Partial], query: usize, width: usize) -> Vec<f32> {
    let (mut largest, mut sums, mut values) = (f32::NEG_INFINITY, [0.0; TILE], vec![0.0; width]);
    for part in parts {
        add((&mut largest, &mut sums, &mut values), part, query, width);
    }
    let sum: f32 = sums.iter().sum();
    values.iter_mut().for_each(|value| *value /= sum);
    values
}
