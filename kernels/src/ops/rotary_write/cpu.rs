use super::{RotaryWrite, Rotated};
use crate::batch::{Batch, BatchRow};
use crate::cpu::{Cpu, CpuCache, Matrix};
use crate::ops::gate;

pub(crate) fn rotary_write(
    cpu: &Cpu,
    cache: &mut CpuCache,
    batch: &Batch,
    args: RotaryWrite<'_, Cpu>,
) -> Rotated<Cpu> {
    let RotaryWrite { layer, mut q, mut k, v, theta, gate } = args;
    rotate(&mut [&mut q, &mut k], cache.shape().head_dim, &batch.rows, theta);
    cache.write(layer, &k, v, batch.page_writes());
    let gate = gate.map(|gate| gate::cpu::gate(cpu, &gate, &q));
    Rotated { q, k, gate }
}

/// Rotates every head of each matrix by its row's position, in place. The angles of a row serve
/// all heads of all matrices.
fn rotate(matrices: &mut [&mut Matrix], head_dim: usize, rows: &[BatchRow], theta: f64) {
    let half = head_dim / 2;
    let frequencies: Vec<f64> =
        (0..half).map(|d| theta.powf(-2.0 * d as f64 / head_dim as f64)).collect();
    for (row, BatchRow { position, .. }) in rows.iter().enumerate() {
        let angles: Vec<(f32, f32)> = frequencies
            .iter()
            .map(|frequency| {
                let (sin, cos) = (f64::from(*position) * frequency).sin_cos();
                (sin as f32, cos as f32)
            })
            .collect();
        for matrix in matrices.iter_mut() {
            let cols = matrix.cols;
            for head in matrix.data[row * cols..][..cols].chunks_exact_mut(head_dim) {
                let (first, second) = head.split_at_mut(half);
                for ((a, b), (sin, cos)) in first.iter_mut().zip(second).zip(&angles) {
                    (*a, *b) = (*a * cos - *b * sin, *b * cos + *a * sin);
                }
            }
        }
    }
}
