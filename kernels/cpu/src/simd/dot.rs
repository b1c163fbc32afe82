use super::{InstructionSet, Isa, TILE, Work, float::add_up};

/// a · b, in sixteen partial sums without fused operations: the bits are the same with every
/// instruction set.
pub(crate) fn dot(instructions: InstructionSet, a: &[f32], b: &[f32]) -> f32 {
    instructions.run(Dot { a, b })
}

struct Dot<'a> {
    a: &'a [f32],
    b: &'a [f32],
}

#[allow(unsafe_code)]
impl Work for Dot<'_> {
    type Output = f32;

    /// Plain Rust, which the compiler vectorizes for the instruction set that this is inlined into.
    #[inline(always)]
    unsafe fn run<I: Isa>(self) -> f32 {
        let (a_chunks, a_rest) = self.a.as_chunks::<TILE>();
        let (b_chunks, b_rest) = self.b.as_chunks::<TILE>();
        let mut lanes = [0.0f32; TILE];
        for (a, b) in a_chunks.iter().zip(b_chunks) {
            for lane in 0..TILE {
                lanes[lane] += a[lane] * b[lane];
            }
        }
        let rest = a_rest.iter().zip(b_rest).map(|(a, b)| a * b);
        add_up(lanes) + rest.sum::<f32>()
    }
}
