//! Root-mean-square normalisation.

pub(crate) mod cpu;
#[cfg(feature = "cube")]
#[allow(unsafe_code, reason = "kernel launches")]
pub(crate) mod cube;
pub(crate) mod reference;

use crate::error::Result;
use crate::ops::expect_size;

pub(crate) fn check(x: (usize, usize), weight: (usize, usize)) -> Result<()> {
    expect_size("rms_norm", "elements of weight", x.1, weight.0 * weight.1)
}
