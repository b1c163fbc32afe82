use crate::cpu::Matrix;

/// Rotates every head of each matrix by its row's position, in place. The angles of a row serve
/// all heads of all matrices.
pub(crate) fn rotate(matrices: &mut [&mut Matrix], head_dim: usize, positions: &[u32], theta: f64) {
    let half = head_dim / 2;
    let frequencies: Vec<f64> =
        (0..half).map(|d| theta.powf(-2.0 * d as f64 / head_dim as f64)).collect();
    for (row, position) in positions.iter().enumerate() {
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
