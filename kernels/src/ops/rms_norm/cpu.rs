use crate::cpu::Matrix;
use crate::cpu::dot;

pub(crate) fn rms_norm(x: &Matrix, weight: &Matrix, eps: f32) -> Matrix {
    let mut out = x.clone();
    for row in out.data.chunks_exact_mut(x.cols.max(1)) {
        let mean_square = dot(row, row) / row.len() as f32;
        let scale = 1.0 / (mean_square + eps).sqrt();
        for (x, w) in row.iter_mut().zip(&weight.data) {
            *x *= scale * w;
        }
    }
    out
}
