use plt_backend::Gate;

use super::rms_norm;
use crate::device::{Cpu, Matrix};
use crate::simd::float::add_up;
use crate::simd::{Isa, TILE, Work, read_ahead};
use crate::threads::DisjointSlices;

/// sigmoid(W · x + b), x the normed hidden state h or, head by head, the rotated query. A task has one
/// head: its weights are read once for all rows.
pub(crate) fn gate(cpu: &Cpu, gate: &Gate<Matrix>, h: &Matrix, q: &Matrix, eps: f32) -> Matrix {
    let (heads, width) = gate.weight.shape();
    let normed;
    // A gate of queries reads its own head of the row, a gate of hidden states the whole row.
    let (x, stride) = match &gate.norm {
        Some(norm) => {
            normed = rms_norm(cpu, h, norm, eps);
            (&normed, 0)
        }
        None => (q, width),
    };
    let mut out = Matrix::zeros(cpu, x.rows, heads);
    let places = DisjointSlices::new(out.data_mut());
    cpu.pool.each(heads, |head| {
        for row in 0..x.rows {
            let input = &x.row(row)[head * stride..][..width];
            // The first row brings the weights into the cache for the others.
            let dot = Dot { x: input, weight: gate.weight.row(head), prefetch: row == 0 };
            let dot = cpu.instructions.run(dot);
            let logit = dot + gate.bias.data()[head];
            let place = row * heads + head;
            // SAFETY: every head is one task, whose places are its own.
            #[allow(unsafe_code)]
            let place = unsafe { places.get(place..place + 1) };
            place[0] = 1.0 / (1.0 + (-logit).exp());
        }
    });
    out
}

/// x · weight, two vectors of one length.
struct Dot<'a> {
    x: &'a [f32],
    weight: &'a [f32],
    /// Whether to prefetch the weights that follow.
    prefetch: bool,
}

#[allow(unsafe_code)]
impl Work for Dot<'_> {
    type Output = f32;

    #[inline(always)]
    unsafe fn run<I: Isa>(self) -> f32 {
        let (x, x_rest) = self.x.as_chunks::<{ 2 * TILE }>();
        let (weight, weight_rest) = self.weight.as_chunks::<{ 2 * TILE }>();
        // SAFETY: chunks are twice 16 floats; the caller promises what `Isa` demands.
        let dot = unsafe {
            let mut sums = [I::splat(0.0); 2];
            for (x, weight) in x.iter().zip(weight) {
                let halves = [0, TILE];
                for (sum, half) in sums.iter_mut().zip(halves) {
                    let (x, weight) = (x[half..].as_ptr(), weight[half..].as_ptr());
                    if self.prefetch {
                        read_ahead(weight.cast());
                    }
                    *sum = I::multiply_add(
                        I::from_floats(x.cast()),
                        I::from_floats(weight.cast()),
                        *sum,
                    );
                }
            }
            add_up(I::store(I::multiply_add(sums[0], I::splat(1.0), sums[1])))
        };
        let rest = x_rest.iter().zip(weight_rest).map(|(x, weight)| x * weight);
        rest.fold(dot, |dot, product| dot + product)
    }
}
