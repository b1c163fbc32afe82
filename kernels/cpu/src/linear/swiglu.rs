use super::{Rows, each_tile};
use crate::device::{Cpu, Matrix};
use crate::simd::exp::exp;
use crate::simd::{Isa, TILE, Work};
use crate::weights::CpuWeight;

/// silu(x · gateᵀ) · (x · upᵀ). A task has the same tile of both projections, so that their products
/// are combined while they are in registers or in the L1 cache.
pub(crate) fn swiglu(cpu: &Cpu, x: &Matrix, gate: &CpuWeight, up: &CpuWeight) -> Matrix {
    let rows = Rows::new(cpu, x, &[gate, up]);
    each_tile(cpu, x.rows, gate.shape().0, |tile, first, [y, ups]| {
        rows.multiply(gate, tile, first, y);
        rows.multiply(up, tile, first, ups);
        cpu.instructions.run(SiluMultiply { gates: y, ups });
    })
}

/// Below this, z / (1 + e^-z) is 0 in f32; `exp` saturates at e^86, which is too small there.
const LEAST: f32 = -100.0;

/// gate ← gate / (1 + e^-gate) · up
struct SiluMultiply<'a> {
    gates: &'a mut [[f32; TILE]],
    ups: &'a [[f32; TILE]],
}

#[allow(unsafe_code)]
impl Work for SiluMultiply<'_> {
    type Output = ();

    #[inline(always)]
    unsafe fn run<I: Isa>(self) {
        for (gate, up) in self.gates.iter_mut().zip(self.ups) {
            // SAFETY: both are sixteen floats; the caller promises what `Isa` demands.
            unsafe {
                let (z, up) = (gate.as_ptr().cast(), up.as_ptr().cast());
                let (z, up) = (I::from_floats(z), I::from_floats(up));
                let z = I::maximum(I::splat(LEAST), z);
                let e = exp::<I>(I::multiply(z, I::splat(-1.0)));
                let one = I::splat(1.0);
                *gate = I::store(I::multiply(I::divide(z, I::multiply_add(e, one, one)), up));
            }
        }
    }
}
