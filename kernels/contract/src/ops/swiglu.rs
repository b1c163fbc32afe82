//! The gated activation of the feed-forward block, with its two projections.

pub(crate) mod cpu;
#[cfg(feature = "cube")]
#[allow(unsafe_code, reason = "kernel launches")]
pub(crate) mod cube;
pub(crate) mod reference;

use crate::error::Result;
use crate::ops::{expect_size, linear};

pub(crate) fn check(x: (usize, usize), gate: (usize, usize), up: (usize, usize)) -> Result<()> {
    linear::check(x, gate, None)?;
    expect_size("swiglu", "rows of up", gate.0, up.0)?;
    expect_size("swiglu", "columns of up", gate.1, up.1)
}
