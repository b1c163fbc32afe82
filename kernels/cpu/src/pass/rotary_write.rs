use super::{RotaryWrite, Rotated};
use crate::batch::BatchRow;
use crate::cpu::{Cpu, CpuBatch, CpuCache, Matrix};
use crate::ops::gate;

pub(crate) fn rotary_write(
    cpu: &Cpu,
    cache: &mut CpuCache,
    batch: &CpuBatch,
    args: RotaryWrite<'_, Cpu>,
) -> Rotated<Cpu> {
    let RotaryWrite { layer, mut q, mut k, v, theta, gate } = args;
    let angles = batch.angles(theta, cache.shape().head_dim);
    angles.rotate(&mut q);
    angles.rotate(&mut k);
    cache.write(layer, &k, v, batch.page_writes());
    let gate = gate.map(|gate| gate::cpu::gate(cpu, &gate, &q));
    Rotated { q, k, gate }
}

/// What the heads of some rows are rotated by: those of a row serve all its heads, in all layers.
#[derive(Debug, Clone)]
pub(crate) struct Angles {
    theta: f64,
    head_dim: usize,
    /// `[rows, head_dim / 2]`: sine and cosine.
    angles: Vec<(f32, f32)>,
}

impl Angles {
    pub fn new(rows: &[BatchRow], theta: f64, head_dim: usize) -> Self {
        let half = head_dim / 2;
        let frequencies: Vec<f64> =
            (0..half).map(|d| theta.powf(-2.0 * d as f64 / head_dim as f64)).collect();
        let of_row = |row: &BatchRow| {
            let position = f64::from(row.position);
            frequencies.iter().map(move |frequency| {
                let (sin, cos) = (position * frequency).sin_cos();
                (sin as f32, cos as f32)
            })
        };
        Self { theta, head_dim, angles: rows.iter().flat_map(of_row).collect() }
    }

    /// Whether they are those of this model.
    pub fn are(&self, theta: f64, head_dim: usize) -> bool {
        (self.theta, self.head_dim) == (theta, head_dim)
    }

    /// Rotates every head of the rows, in place.
    fn rotate(&self, matrix: &mut Matrix) {
        let (cols, half) = (matrix.cols, self.head_dim / 2);
        let rows =
            matrix.data_mut().chunks_exact_mut(cols.max(1)).zip(self.angles.chunks_exact(half));
        for (row, angles) in rows {
            for head in row.chunks_exact_mut(self.head_dim) {
                let (first, second) = head.split_at_mut(half);
                for ((a, b), (sin, cos)) in first.iter_mut().zip(second).zip(angles) {
                    (*a, *b) = (*a * cos - *b * sin, *b * cos + *a * sin);
                }
            }
        }
    }
}
