use crate::cpu::{Cpu, Matrix, dot};

/// Rows of a task: at decode one thread is done sooner than another one hears of it.
const TASK: usize = 16;

pub(crate) fn rms_norm(cpu: &Cpu, x: &Matrix, weight: &Matrix, eps: f32) -> Matrix {
    let cols = x.cols.max(1);
    let mut out = x.clone();
    cpu.pool.chunks(out.data_mut(), TASK * cols, |_, rows| {
        for row in rows.chunks_exact_mut(cols) {
            let mean_square = dot(row, row) / row.len() as f32;
            let scale = 1.0 / (mean_square + eps).sqrt();
            for (x, w) in row.iter_mut().zip(weight.data()) {
                *x *= scale * w;
            }
        }
    });
    out
}
