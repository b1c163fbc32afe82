//! How far a backend may be from the reference.
//!
//! Numbers are drawn from -1..1, so bounds come from counting roundings. They hold for any order of
//! summation, and for products that are fused with sums or not. `scale` is the size of x where it is
//! not 1.

use crate::{DType, KvDType};

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

/// No rounding.
pub(super) const EXACT: Tolerance = Tolerance::new(0.0, 0.0);
/// Two products and a sum, each of at most 1 in size.
pub(super) const LOOP_INPUT: Tolerance = Tolerance::new(4.0 * EPS, 2.0 * EPS);
/// The mean of up to 512 squares (rounding errors of a sum grow as its root at random, four times
/// which is allowed), a root, a quotient, two products; relative to the result, since a norm scales
/// errors with it.
pub(super) const RMS_NORM: Tolerance = Tolerance::new(0.0, 100.0 * EPS);

/// The size of a sum of `cols` products of x and weights. Each has the standard deviation 1/√3, so a
/// sum has √cols / 3, 3.6 times which is the bound.
fn size(cols: usize, scale: f64) -> f64 {
    1.2 * (cols as f64).sqrt() * scale
}

/// `x · weightᵀ` of a normed x: each partial sum rounds once, the norm's error comes on top.
///
/// With a quantized weight a backend may take x in integers of 16 bits, scaled so that the largest of
/// 32 columns is 32639. A normed element is at most 3 in size but for rare draws. It then errs by a
/// step's 1/√12, uniformly; weights are 1/√3 in size; errors of products add up at random, eight
/// times which is allowed.
pub(super) fn linear(cols: usize, scale: f64, dtype: DType) -> Tolerance {
    let quantized = match dtype.block_len() {
        1 => 0.0,
        _ => 8.0 * (cols as f64).sqrt() * 0.2887 * 0.5774 / 32639.0 * 3.0 * scale,
    };
    let size = size(cols, scale);
    Tolerance::new((cols as f64 + 100.0) * EPS * size + quantized, 4.0 * EPS)
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

/// A sum of `cols` products through a sigmoid, whose slope is at most 1/4, of x within `input`: errors
/// add up at random, four times which is allowed.
pub(super) fn gate(cols: usize, input: Tolerance, largest: f64) -> Tolerance {
    let cols = cols as f64;
    let sum = 4.0 * cols.sqrt() * (input.absolute + input.relative * largest);
    Tolerance::new((sum + cols * 9.0 * 4.0 * EPS) / 4.0 + 4.0 * EPS, 0.0)
}

/// Scores of up to 64 products, so 64 · 8 roundings of values up to 8 shift an exponential's
/// argument; weights sum to 1 and values are below 1, so the result moves by twice that.
pub(super) const ATTENTION: Tolerance = Tolerance::new(2.0 * 64.0 * 8.0 * EPS, 0.0);

/// `(silu(z · gateᵀ) · (z · upᵀ)) · downᵀ`, z a norm of size `scale`. Both projections err, and each is a
/// factor of the other's error; the sigmoid's own roundings come on top. Errors of the `inner`
/// products add up at random, four times which is allowed.
pub(super) fn feed_forward(
    hidden: usize,
    inner: usize,
    scale: f64,
    [gate, up, down]: [DType; 3],
) -> Tolerance {
    let size = size(hidden, scale);
    let error = |dtype| linear(hidden, scale, dtype).absolute + 4.0 * EPS * size;
    let product = size * (error(gate) + error(up)) + 12.0 * EPS * size * size;
    let sum = 4.0 * (inner as f64).sqrt() * product;
    linear(inner, size * size, down).plus(sum)
}

/// Numbers within `input`, of at most `largest` in size, as the cache holds them: one that is a
/// rounding off may fall to the other side of the cache's own rounding, one unit in the last place of
/// its type. In q8_0 that is one step, a 127th of the block's largest number, and the half that
/// scales it may be its neighbour.
pub(super) fn stored(dtype: KvDType, input: Tolerance, largest: f64) -> Tolerance {
    let Tolerance { absolute, relative } = input;
    match dtype {
        KvDType::F32 => input,
        KvDType::F16 => Tolerance::new(absolute + 6e-8, relative + 1.0 / 1024.0),
        KvDType::BF16 => Tolerance::new(absolute, relative + 1.0 / 128.0),
        KvDType::Q8_0 => Tolerance::new(2.0 * absolute + largest / 127.0, relative + 1.0 / 1024.0)
            .plus(6e-8 * 127.0),
    }
}
