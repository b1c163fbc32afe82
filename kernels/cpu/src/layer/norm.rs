use crate::device::{Cpu, Matrix};
use crate::simd::dot;

/// Rows of a task. A decode pass has fewer: one thread norms them before another one wakes.
const TASK: usize = 16;

/// RMSNorm(x; weight), row by row.
pub(crate) fn rms_norm(cpu: &Cpu, x: &Matrix, weight: &Matrix, eps: f32) -> Matrix {
    let mut out = x.clone();
    norm_in_place(cpu, &mut out, weight, eps);
    out
}

/// Norms x in place, in runs of columns that are as long as the weight: whole rows, or heads.
pub(crate) fn norm_in_place(cpu: &Cpu, x: &mut Matrix, weight: &Matrix, eps: f32) {
    let (cols, width) = (x.cols.max(1), weight.data().len().max(1));
    cpu.pool.chunks(x.data_mut(), TASK * cols, |_, rows| {
        for run in rows.chunks_exact_mut(width) {
            let mean_square = dot(cpu.instructions, run, run) / run.len() as f32;
            let scale = 1.0 / (mean_square + eps).sqrt();
            for (x, w) in run.iter_mut().zip(weight.data()) {
                *x *= scale * w;
            }
        }
    });
}

/// x + h in place.
pub(crate) fn add_residual(x: &mut Matrix, h: &Matrix) {
    x.data_mut().iter_mut().zip(h.data()).for_each(|(x, h)| *x += h);
}
