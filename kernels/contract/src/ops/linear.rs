//! A linear map over a dense or quantised weight.

pub(crate) mod cpu;
#[cfg(feature = "cube")]
#[allow(unsafe_code, reason = "kernel launches")]
pub(crate) mod cube;
pub(crate) mod reference;

use crate::error::Result;
use crate::ops::expect_size;

pub(crate) fn check(
    x: (usize, usize),
    weight: (usize, usize),
    residual: Option<(usize, usize)>,
) -> Result<()> {
    expect_size("linear", "columns of x", weight.1, x.1)?;
    if let Some(residual) = residual {
        expect_size("linear", "rows of residual", x.0, residual.0)?;
        expect_size("linear", "columns of residual", weight.0, residual.1)?;
    }
    Ok(())
}
