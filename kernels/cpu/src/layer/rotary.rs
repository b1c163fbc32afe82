use plt_backend::{Batch, Constants};

use crate::device::Matrix;

/// Rotates the first `rotary_dim` elements of every head, in place.
pub(crate) fn rotate(constants: &Constants, batch: &Batch, matrix: &mut Matrix) {
    let (cols, half) = (matrix.cols.max(1), constants.rotary_dim / 2);
    if half == 0 {
        return;
    }
    let rows = matrix.data_mut().chunks_exact_mut(cols).zip(batch.cos_sin.chunks_exact(half));
    for (row, cos_sin) in rows {
        for head in row.chunks_exact_mut(constants.head_dim) {
            let (first, second) = head.split_at_mut(half);
            for ((a, b), [cos, sin]) in first.iter_mut().zip(second).zip(cos_sin) {
                (*a, *b) = (*a * cos - *b * sin, *b * cos + *a * sin);
            }
        }
    }
}
