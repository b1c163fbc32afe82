//! How far a backend may be from the reference.
//!
//! Numbers are drawn from -1..1, so bounds come from counting roundings. They hold for any order of
//! summation, and for products that are fused with sums or not.

use super::model::feed_forward_size;
use crate::DType;

/// An error of at most `absolute + relative · |expected|` is rounding.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tolerance {
    pub absolute: f64,
    pub relative: f64,
}

impl Tolerance {
    pub const fn new(absolute: f64, relative: f64) -> Self {
        Self { absolute, relative }
    }

    /// The same values, larger by a factor.
    pub fn times(self, factor: f64) -> Self {
        Self { absolute: self.absolute * factor, ..self }
    }

    /// One more error of absolute size.
    pub fn plus(self, absolute: f64) -> Self {
        Self { absolute: self.absolute + absolute, ..self }
    }
}

/// Half a unit in the last place of f32.
const EPS: f64 = 5.96e-8;

/// Two products and a sum, each of at most 1 in size.
pub(super) const LOOP_INPUT: Tolerance = Tolerance::new(4.0 * EPS, 2.0 * EPS);
/// The mean of up to 512 squares (rounding errors of a sum grow as its root at random, four times
/// which is allowed), a root, a quotient, two products; relative to the result, since a norm scales
/// errors with it.
pub(super) const RMS_NORM: Tolerance = Tolerance::new(0.0, 100.0 * EPS);

/// The size of a sum of `cols` products of x and weights. Each has the standard deviation 1/√3, so a
/// sum has √cols / 3, 3.6 times which is the bound.
fn size(cols: usize) -> f64 {
    1.2 * (cols as f64).sqrt()
}

/// `x · weightᵀ`, x in -1..1: each partial sum rounds once, and a product may.
///
/// With a quantized weight a backend may take x in integers of 16 bits, scaled so that the largest of
/// 32 columns is 32639. An element then errs by a step's 1/√12, uniformly; weights are 1/√3 in size;
/// errors of products add up at random, eight times which is allowed.
pub(super) fn linear(cols: usize, dtype: DType) -> Tolerance {
    let sums = (cols as f64 + 8.0) * EPS * size(cols);
    Tolerance::new(sums + 8.0 * in_integers(cols, WEIGHT, 1.0, dtype), 4.0 * EPS)
}

/// `x · weightᵀ` of a normed x, of the same size: the norm's error comes on top. A normed element is at
/// most 3 in size but for rare draws.
pub(super) fn normed_linear(cols: usize, dtype: DType) -> Tolerance {
    let sums = (cols as f64 + 100.0) * EPS * size(cols);
    Tolerance::new(sums + 8.0 * in_integers(cols, WEIGHT, 3.0, dtype), 4.0 * EPS)
}

/// The standard deviation of a number in -1..1.
const WEIGHT: f64 = 0.5774;

/// The standard deviation of the error of a sum of `cols` products of weights, of the standard deviation
/// `weight`, and x, of at most `largest`, if a backend may take x in integers.
fn in_integers(cols: usize, weight: f64, largest: f64, dtype: DType) -> f64 {
    match dtype.block_len() {
        1 => 0.0,
        _ => (cols as f64).sqrt() * weight * 0.2887 * largest / 32639.0,
    }
}

/// The standard deviation of the rounding error of a sum of `cols` products, for a sum of the standard
/// deviation 1. A rounding errs by EPS / √3 of its number, partial sums are 1/√2 in size, and errors add
/// up at random; a rounding of each product and two of each factor come on top.
fn in_sums(cols: usize) -> f64 {
    (0.41 * (cols as f64).sqrt() + 2.0) * EPS
}

/// Two products and a sum of two numbers within `input`; cos and sin are at most 1.5 in size.
pub(super) fn rotated(input: Tolerance, largest: f64) -> Tolerance {
    let error = input.absolute + input.relative * largest;
    Tolerance::new(2.2 * error + 8.0 * EPS * largest, 0.0)
}

/// A norm of runs of numbers within `input`. `gain` is the largest factor that the norm multiplies a
/// number by.
pub(super) fn normed(input: Tolerance, gain: f64, largest: f64) -> Tolerance {
    // Twice: an error of the mean square is a factor of every number.
    let relative = input.relative + RMS_NORM.relative;
    input.times(2.0 * gain).plus(relative * largest)
}

/// `sigmoid(x · weight + bias)` of `cols` columns, x a norm of numbers that are equal on both sides, at
/// most 1 in size on average.
///
/// The norm's error is one common factor c of the sum s. The sigmoid's slope at t = s + bias is at most
/// 1/4, and |t| times the slope at most 0.23; with a bias of at most 1 the result moves by 0.48 · c.
pub(super) fn gate_of_normed(cols: usize) -> Tolerance {
    SIGMOID.plus(sum_of_gate(cols, 1.0) + 0.48 * RMS_NORM.relative)
}

/// The same of x within `input`, of at most `largest` and `mean` in size. `input` is eight standard
/// deviations or more of its error; with weights of 1/√3 errors add up at random to √cols · 0.58 of it. A
/// common factor of x is within that: `input` has it at 3.6 times the mean.
pub(super) fn gate(cols: usize, input: Tolerance, largest: f64, mean: f64) -> Tolerance {
    let error = input.absolute + input.relative * largest;
    SIGMOID.plus(sum_of_gate(cols, mean) + 0.58 * (cols as f64).sqrt() * error / 4.0)
}

/// The rounding errors of a gate's sum, eight times their standard deviation, through a slope of 1/4.
fn sum_of_gate(cols: usize, mean: f64) -> f64 {
    8.0 * in_sums(cols) * (cols as f64).sqrt() * mean * WEIGHT / 4.0
}

/// An exponential of three units in the last place and two more for each unit of its argument, a sum
/// and a quotient: with t · sigmoid(t) · (1 - sigmoid(t)) at most 0.23.
const SIGMOID: Tolerance = Tolerance::new(8.0 * EPS, 0.0);

/// `h + (silu(z · gateᵀ) · (z · upᵀ)) · downᵀ`, z a norm of size `scale`, without the sum with h.
///
/// Every term is the standard deviation of an error; they add up at random, eight times which is
/// allowed. Weights are [`feed_forward_size`] in size, so a projection has the standard deviation `p`,
/// which is `scale` for nine columns and more, and a product of two projections has p².
///
/// - A projection errs by its sum, by its x in integers, of at most 2 · `scale`, and by the norm's common
///   factor: a root halves the error of the sum of squares, whose partial sums are 1/√3 of it in size.
/// - The error of each projection is multiplied by the other one; the slope of silu is at most 1.1. The
///   sigmoid and two products add 12 roundings.
/// - The last sum errs by itself and by its x in integers: the largest of 32 products is 6 p².
pub(super) fn feed_forward(
    hidden: usize,
    inner: usize,
    scale: f64,
    [gate, up, down]: [DType; 3],
) -> Tolerance {
    let weight = |cols| WEIGHT * f64::from(feed_forward_size(cols));
    let p = (hidden as f64).sqrt() * WEIGHT * weight(hidden) * scale;
    let norm = (0.17 * (hidden as f64).sqrt() + 2.0) * EPS;
    let projection = |dtype| {
        p * (in_sums(hidden) + norm) + in_integers(hidden, weight(hidden), 2.0 * scale, dtype)
    };
    let product = p * (1.1 * projection(gate) + projection(up)) + 12.0 * EPS * p * p;
    let factor = (inner as f64).sqrt() * weight(inner);
    let sum = factor * (product + in_sums(inner) * p * p)
        + in_integers(inner, weight(inner), 6.0 * p * p, down);
    Tolerance::new(8.0 * sum, 4.0 * EPS)
}

/// Scores of up to 64 products, so 64 · 8 roundings of values up to 8 shift an exponential's
/// argument; weights sum to 1 and values are below 1, so the result moves by twice that.
pub(super) const ATTENTION: Tolerance = Tolerance::new(2.0 * 64.0 * 8.0 * EPS, 0.0);

#[cfg(test)]
mod tests {
    use super::*;

    /// x in integers of 8 bits errs by 1/127 of its size and more; h is 1 in size.
    #[test]
    fn feed_forward_tolerance_is_below_8_bits_and_the_residual() {
        let wide = |dtype| feed_forward(256, 256, 1.0, [dtype; 3]).absolute;
        assert!(wide(DType::F32) < 1e-4, "{}", wide(DType::F32));
        assert!(wide(DType::Q8_0) < 0.25 / 127.0, "{}", wide(DType::Q8_0));
    }
}
