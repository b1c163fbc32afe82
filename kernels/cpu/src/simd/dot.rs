/// Partial sums of a dot product, so that vector instructions have independent work.
const LANES: usize = 16;

/// a · b
pub(crate) fn dot(a: &[f32], b: &[f32]) -> f32 {
    pulp::Arch::new().dispatch(
        #[inline(always)]
        || {
            let (a_chunks, a_rest) = a.as_chunks::<LANES>();
            let (b_chunks, b_rest) = b.as_chunks::<LANES>();
            let mut lanes = [0.0f32; LANES];
            for (a, b) in a_chunks.iter().zip(b_chunks) {
                for lane in 0..LANES {
                    lanes[lane] += a[lane] * b[lane];
                }
            }
            let mut width = LANES / 2;
            while width > 0 {
                for lane in 0..width {
                    lanes[lane] += lanes[lane + width];
                }
                width /= 2;
            }
            let rest = a_rest.iter().zip(b_rest).map(|(a, b)| a * b);
            lanes[0] + rest.sum::<f32>()
        },
    )
}
