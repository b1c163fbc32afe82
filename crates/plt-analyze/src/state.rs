//! How the hidden states move from loop to loop.

use nalgebra::{DMatrix, DMatrixView};

use crate::analysis::StateMetrics;
use crate::summary::Summary;

/// The states of all loops, including the extra one if there is one.
pub(crate) struct States {
    hidden: usize,
    eps: f64,
    /// `[loop][tokens, hidden]`
    loops: Vec<Vec<f32>>,
}

impl States {
    /// Empty states of this many loops. `eps` is the model's `rms_norm_eps`.
    pub fn new(loops: usize, hidden: usize, eps: f64) -> Self {
        Self { hidden, eps, loops: vec![Vec::new(); loops] }
    }

    /// Adds the states of the next positions of a loop.
    pub fn extend(&mut self, loop_index: usize, states: &[f32]) {
        self.loops[loop_index].extend_from_slice(states);
    }

    /// The metrics of the first `loops` loops.
    pub fn metrics(&self, loops: usize) -> Vec<StateMetrics> {
        let steps: Vec<Option<Summary>> =
            (1..self.loops.len()).map(|r| Summary::of(self.step_sizes(r))).collect();
        let step = |r: usize| r.checked_sub(1).and_then(|r| steps.get(r).copied().flatten());
        let path: f64 = (1..loops).filter_map(|r| Some(step(r)?.mean)).sum();
        (0..loops)
            .map(|r| StateMetrics {
                step_size: step(r),
                angular_change: Summary::of(self.angles(r)),
                refinement_share: step(r).filter(|_| path > 0.0).map(|step| step.mean / path),
                fixed_point_gap: step(r + 1),
                offset_cost: Summary::of(self.offsets(r)),
                effective_rank: self.effective_rank(r),
            })
            .collect()
    }

    fn tokens(&self, loop_index: usize) -> impl Iterator<Item = &[f32]> {
        self.loops[loop_index].chunks(self.hidden)
    }

    fn step_sizes(&self, r: usize) -> Vec<f64> {
        self.tokens(r).zip(self.tokens(r - 1)).map(|(s, before)| distance(s, before)).collect()
    }

    fn offsets(&self, r: usize) -> Vec<f64> {
        let Some(before) = r.checked_sub(1) else { return Vec::new() };
        self.tokens(before).skip(1).zip(self.tokens(before)).map(|(s, t)| distance(s, t)).collect()
    }

    fn angles(&self, r: usize) -> Vec<f64> {
        if r < 2 {
            return Vec::new();
        }
        let three = self.tokens(r).zip(self.tokens(r - 1)).zip(self.tokens(r - 2));
        three.filter_map(|((s, before), first)| cosine(s, before, first)).collect()
    }

    /// Singular values are square roots of the eigenvalues of the smaller Gram matrix.
    fn effective_rank(&self, r: usize) -> Option<f64> {
        let rows: Vec<f64> = self.tokens(r).flat_map(|token| self.rms_normalised(token)).collect();
        // Column by column, as nalgebra counts, this is the transpose: [hidden, tokens].
        let x = DMatrixView::from_slice(&rows, self.hidden, rows.len() / self.hidden);
        let gram: DMatrix<f64> =
            if x.ncols() <= x.nrows() { x.transpose() * x } else { x * x.transpose() };
        let eigenvalues = gram.symmetric_eigenvalues();
        // Values below the rounding error of the largest are noise, of either sign.
        let noise = eigenvalues.max() * eigenvalues.len() as f64 * f64::EPSILON;
        let real = |value: &f64| *value > noise;
        let sigma: Vec<f64> = eigenvalues.iter().copied().filter(real).map(f64::sqrt).collect();
        let sum: f64 = sigma.iter().sum();
        let entropy = |sigma: &f64| -(sigma / sum) * (sigma / sum).ln();
        (sum > 0.0).then(|| sigma.iter().map(entropy).sum::<f64>().exp())
    }

    fn rms_normalised(&self, token: &[f32]) -> impl Iterator<Item = f64> {
        let squares: f64 = token.iter().map(|v| f64::from(*v).powi(2)).sum();
        let rms = (squares / token.len() as f64 + self.eps).sqrt();
        token.iter().map(move |v| f64::from(*v) / rms)
    }
}

/// `‖a - b‖`
fn distance(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2)).sum::<f64>().sqrt()
}

/// `cos(c - b, b - a)`; `None` if either is 0.
fn cosine(c: &[f32], b: &[f32], a: &[f32]) -> Option<f64> {
    let (mut dot, mut later, mut earlier) = (0.0, 0.0, 0.0);
    for ((c, b), a) in c.iter().zip(b).zip(a) {
        let (c, b, a) = (f64::from(*c), f64::from(*b), f64::from(*a));
        dot += (c - b) * (b - a);
        later += (c - b).powi(2);
        earlier += (b - a).powi(2);
    }
    (later > 0.0 && earlier > 0.0).then(|| dot / (later.sqrt() * earlier.sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(loops: &[&[f32]]) -> Vec<StateMetrics> {
        let mut states = States::new(loops.len(), 2, 0.0);
        for (r, values) in loops.iter().enumerate() {
            states.extend(r, values);
        }
        states.metrics(loops.len())
    }

    #[test]
    fn state_metrics_match_a_walk_computed_by_hand() {
        let metrics = states(&[&[0., 0., 3., 4.], &[3., 4., 3., 4.], &[3., 9., 6., 8.]]);
        let [zero, one, two] = &metrics[..] else { panic!("three loops") };
        assert_eq!((zero.step_size, zero.refinement_share, zero.offset_cost), (None, None, None));
        assert_eq!(one.step_size.map(|s| (s.count, s.mean)), Some((2, 2.5)));
        assert_eq!(zero.fixed_point_gap, one.step_size);
        assert_eq!(one.refinement_share.zip(two.refinement_share), Some((1. / 3., 2. / 3.)));
        assert_eq!(one.offset_cost.map(|s| (s.count, s.mean)), Some((1, 5.0)));
        assert_eq!(two.offset_cost.map(|s| s.mean), Some(0.0));
        // The second token did not move in loop 1: it has no angle.
        assert_eq!(two.angular_change.map(|s| (s.count, s.mean)), Some((1, 0.8)));
    }

    #[test]
    fn ranks_by_hand() {
        let rank = |values: &[f32]| states(&[values])[0].effective_rank;
        let close = |rank: Option<f64>, expected: f64| {
            assert!((rank.expect("a rank") - expected).abs() < 1e-12, "{rank:?}");
        };
        close(rank(&[5., 0., 0., 0.1]), 2.0);
        close(rank(&[1., 2., 2., 4., -3., -6.]), 1.0);
        assert_eq!(rank(&[0., 0., 0., 0.]), None, "no direction at all");
    }
}
