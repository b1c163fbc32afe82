//! How far a backend may be from the reference: one row for each operation.

use crate::{DType, KvDType};

/// An error of at most `absolute + relative · |expected|` is rounding.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tolerance {
    pub absolute: f64,
    pub relative: f64,
}

/// Half a unit in the last place of f32.
const EPS: f64 = 5.96e-8;

const fn tolerance(absolute: f64, relative: f64) -> Tolerance {
    Tolerance { absolute, relative }
}

// Values are drawn from -1..1, so absolute errors are bounded by counting roundings. The bounds
// hold for any order of summation, and for products that are fused with sums or not.

/// A copy, or a rounding that both sides take alike.
pub(super) const EXACT: Tolerance = tolerance(0.0, 0.0);
/// Two products and a sum, each of at most 1 in size.
pub(super) const LOOP_INPUT: Tolerance = tolerance(4.0 * EPS, 2.0 * EPS);
/// The mean of up to 80 squares (80 roundings in the worst order), a root, a quotient, two products;
/// relative to the result, since a norm scales errors with it.
pub(super) const RMS_NORM: Tolerance = tolerance(0.0, 100.0 * EPS);
/// Sums of up to 512 products of at most 1: each partial sum is below 512 and rounds once. Random
/// signs keep real sums near √512, which leaves a margin of √512.
pub(super) fn linear(dtype: DType) -> Tolerance {
    tolerance(512.0 * 24.0 * EPS + rounded(dtype), 0.0)
}

/// With weights of blocks, a backend may take x in integers of 16 bits, scaled so that the largest
/// of 32 columns is 32639. An element then errs by a step's 1/√12, uniformly, whatever the others
/// do; weights are 1/√3 in size; 512 such products err by √512 of that, eight times which is
/// allowed.
fn rounded(dtype: DType) -> f64 {
    match dtype.block_len() {
        1 => 0.0,
        _ => 8.0 * 22.63 * 0.2887 * 0.5774 / 32639.0,
    }
}

/// Angles are f64 on both sides; sine, cosine, two products and a sum in f32.
pub(super) const ROTARY: Tolerance = tolerance(6.0 * EPS, 0.0);
/// A sum of up to 80 products through a sigmoid, whose slope is at most 1/4; in hidden mode the
/// norm's error comes on top, on values of up to 9 in size.
pub(super) const GATE: Tolerance = tolerance(80.0 * 9.0 * 4.0 * EPS / 4.0, 0.0);
/// Scores of up to 64 products, so 64 · 8 roundings of values up to 8 shift an exponential's
/// argument; weights sum to 1 and values are below 1, so the result moves by twice that.
pub(super) const ATTENTION: Tolerance = tolerance(2.0 * 64.0 * 8.0 * EPS, 0.0);
/// Both projections are sums of up to 512 products of at most `scale`, near √512 · `scale` in size
/// and with 24 of it as a generous bound; each errs by about √512 roundings of that, four times
/// which is allowed, and meets the other as a factor. The sigmoid's own roundings come on top.
pub(super) fn swiglu(scale: f64, dtype: DType) -> Tolerance {
    let projection = 24.0 * scale;
    let error = projection * 4.0 * 23.0 * EPS + rounded(dtype) * scale;
    tolerance(2.0 * projection * error, 12.0 * EPS)
}

/// Rotated keys as the cache holds them: a key that is a rounding off may fall to the other side of
/// the cache's own rounding, one unit in the last place of its type. In q8_0 that is one step, a 127th
/// of the block's largest number, at most √2 after a rotation, but for the scale's own 8 bits: each of
/// two keys is within half a step of its own scale.
pub(super) fn written(dtype: KvDType) -> Tolerance {
    match dtype {
        KvDType::F32 => ROTARY,
        KvDType::F16 => tolerance(ROTARY.absolute, 1.0 / 1024.0),
        KvDType::BF16 => tolerance(ROTARY.absolute, 1.0 / 128.0),
        KvDType::Q8_0 => tolerance(ROTARY.absolute + 1.4143 / 127.0 * (1.0 + 1.0 / 256.0), 0.0),
    }
}
