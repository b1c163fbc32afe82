//! The exponential function of vectors.

use super::Isa;

/// e^x of every lane, to two units in the last place. It is constant beyond ±86; NaN stays NaN.
///
/// With n the integer next to x / ln 2, e^x = 2^n · e^(x - n ln 2), where a polynomial approximates
/// the exponential function on ±ln 2 / 2.
///
/// # Safety
/// As [`Isa`] demands.
#[inline(always)]
#[allow(unsafe_code)]
pub(crate) unsafe fn exp<I: Isa>(x: I::Floats) -> I::Floats {
    /// Adding this rounds to an integer, which the lowest bits then hold.
    const WHOLE: f32 = 12_582_912.0;
    const LIMIT: f32 = 86.0;
    /// ln 2 in two parts, the first with so few bits that n times it is exact.
    const LN_2: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];
    /// Near 1/k!, fitted for the smallest maximum error on the interval.
    const FACTORS: [f32; 6] =
        [1.987_569_1e-4, 1.398_2e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_5e-1, 0.5];
    // SAFETY: the caller promises what `Isa` demands.
    unsafe {
        let x = I::minimum(I::splat(LIMIT), I::maximum(I::splat(-LIMIT), x));
        let whole = I::multiply_add(x, I::splat(std::f32::consts::LOG2_E), I::splat(WHOLE));
        let n = I::multiply_add(I::splat(1.0), whole, I::splat(-WHOLE));
        let r = I::multiply_add(n, I::splat(-LN_2[0]), x);
        let r = I::multiply_add(n, I::splat(-LN_2[1]), r);
        let mut sum = I::splat(FACTORS[0]);
        let mut k = 1;
        while k < FACTORS.len() {
            sum = I::multiply_add(sum, r, I::splat(FACTORS[k]));
            k += 1;
        }
        let sum = I::multiply_add(sum, I::multiply(r, r), r);
        let y = I::times_power(I::multiply_add(sum, I::splat(1.0), I::splat(1.0)), whole);
        // The power may destroy the bits of a NaN: it is added once more.
        I::multiply_add(x, I::splat(0.0), y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simd::{InstructionSet, TILE, Work};

    struct Exp([f32; TILE]);

    #[allow(unsafe_code)]
    impl Work for Exp {
        type Output = [f32; TILE];

        #[inline(always)]
        unsafe fn run<I: Isa>(self) -> [f32; TILE] {
            // SAFETY: the caller promises what `Isa` demands; 16 floats are there.
            unsafe { I::store(exp::<I>(I::from_floats(self.0.as_ptr().cast()))) }
        }
    }

    #[test]
    fn it_is_the_exponential_function() {
        let steps = if cfg!(miri) { 20 } else { 100_000 };
        for instructions in InstructionSet::available() {
            for step in 0..=steps {
                let x = (step as f32 / steps as f32 * 2.0 - 1.0) * 85.9;
                let expected = f64::from(x).exp();
                let got = f64::from(instructions.run(Exp([x; TILE]))[step % TILE]);
                let error = (got / expected - 1.0).abs();
                assert!(
                    error <= 2.0 * f64::from(f32::EPSILON),
                    "{instructions:?}: exp({x}) = {got}"
                );
            }
            let nans = [f32::NAN.to_bits(), 0x7fc0_0001, u32::MAX].map(f32::from_bits);
            let edges = [0.0, -0.0, f32::NEG_INFINITY, -1e30, f32::INFINITY];
            let mut x = [0.0; TILE];
            x[..5].copy_from_slice(&edges);
            x[5..8].copy_from_slice(&nans);
            let y = instructions.run(Exp(x));
            assert_eq!(y[..2], [1.0, 1.0]);
            assert!(y[2] < 1e-37 && y[3] < 1e-37 && y[4] > 1e37, "{y:?}");
            assert!(y[5..8].iter().all(|y| y.is_nan()), "{y:?}");
        }
    }
}
