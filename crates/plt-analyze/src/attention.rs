//! Where attention looks, and how the gates weigh it.

use nalgebra::{DMatrix, DMatrixView, Dyn};
use plt_model::config::Config;

use crate::analysis::{Gates, LayerMetrics};
use crate::distribution::Distribution;
use crate::summary::{Moments, Summary};

/// The rotated queries of consecutive positions of a layer, and loop 0's keys that they see.
pub(crate) struct Heads<'a> {
    pub config: &'a Config,
    /// The first position of the queries.
    pub start: usize,
    /// Loop 0's keys `[positions, kv_heads · head_dim]` up to the last query's position.
    pub keys: &'a [f32],
}

impl Heads<'_> {
    /// A of a head: for every query `[rows, heads · head_dim]` its attention over positions 0 to
    /// its own.
    fn maps(&self, queries: &[f32], head: usize) -> Vec<Distribution> {
        let Config { heads, kv_heads, head_dim, .. } = *self.config;
        // Column by column, as nalgebra counts, both are transposed: [head_dim, …].
        let columns = |values: &[f32], heads: usize, head: usize| {
            let width = heads * head_dim;
            let shape = (Dyn(head_dim), Dyn(values.len() / width));
            DMatrixView::from_slice_with_strides_generic(
                &values[head * head_dim..],
                shape.0,
                shape.1,
                Dyn(1),
                Dyn(width),
            )
            .into_owned()
        };
        let q: DMatrix<f32> = columns(queries, heads, head);
        let k: DMatrix<f32> = columns(self.keys, kv_heads, head / (heads / kv_heads));
        let scores = k.transpose() * q; // [positions, rows]
        let scale = (head_dim as f64).powf(-0.5);
        let seen = |(row, column): (usize, nalgebra::DVectorView<'_, f32>)| {
            Distribution::softmax(&column.as_slice()[..=self.start + row], scale)
        };
        scores.column_iter().enumerate().map(seen).collect()
    }
}

/// One layer of one loop, token by token.
#[derive(Clone)]
pub(crate) struct LayerTokens {
    entropy: Vec<f64>,
    kl: Vec<f64>,
    similarity: Vec<f64>,
    /// By head.
    gates: Vec<Moments>,
}

impl LayerTokens {
    pub fn new(config: &Config) -> Self {
        let gates = vec![Moments::default(); config.heads];
        Self { entropy: Vec::new(), kl: Vec::new(), similarity: Vec::new(), gates }
    }

    /// Adds positions: their queries, and those of the loop before.
    pub fn add(&mut self, layer: &Heads<'_>, queries: &[f32], before: Option<&[f32]>) {
        let Config { heads, head_dim, .. } = *layer.config;
        let rows = queries.len() / (heads * head_dim);
        let (mut entropy, mut kl) = (vec![0.0; rows], vec![0.0; rows]);
        // For unit vectors u, Σ_{h≠k} u_h · u_k = ‖Σ_h u_h‖² - heads.
        let mut units: Vec<Vec<f64>> =
            (0..rows).map(|row| vec![0.0; layer.start + row + 1]).collect();
        for head in 0..heads {
            let maps = layer.maps(queries, head);
            for ((map, entropy), units) in maps.iter().zip(&mut entropy).zip(&mut units) {
                *entropy += map.entropy() / heads as f64;
                let norm = map.p.iter().map(|p| p * p).sum::<f64>().sqrt();
                units.iter_mut().zip(&map.p).for_each(|(unit, p)| *unit += p / norm);
            }
            let Some(before) = before else { continue };
            for ((map, earlier), kl) in maps.iter().zip(layer.maps(before, head)).zip(&mut kl) {
                *kl += earlier.divergence(map) / heads as f64;
            }
        }
        self.entropy.extend(entropy);
        if before.is_some() {
            self.kl.extend(kl);
        }
        if heads > 1 {
            let pairs = (heads * (heads - 1)) as f64;
            let similarity = |units: &Vec<f64>| {
                (units.iter().map(|unit| unit * unit).sum::<f64>() - heads as f64) / pairs
            };
            self.similarity.extend(units.iter().map(similarity));
        }
    }

    /// Adds positions' gates `[rows, heads]`.
    pub fn add_gates(&mut self, gates: &[f32]) {
        for row in gates.chunks(self.gates.len()) {
            for (moments, gate) in self.gates.iter_mut().zip(row) {
                moments.add(f64::from(*gate));
            }
        }
    }

    /// `None` before any position was added.
    pub fn metrics(self) -> Option<LayerMetrics> {
        let gated = self.gates.iter().any(|gate| gate.count > 0);
        Some(LayerMetrics {
            attention_entropy: Summary::of(self.entropy)?,
            attention_kl: Summary::of(self.kl),
            head_similarity: Summary::of(self.similarity),
            gate: gated.then(|| Gates {
                mean: self.gates.iter().map(|gate| gate.mean).collect(),
                std: self.gates.iter().map(Moments::std).collect(),
            }),
        })
    }
}
