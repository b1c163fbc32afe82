//! Checks of arguments, for [`Checked`](crate::Checked) and for a backend's own entry points.

use crate::error::{Error, Result};

/// Fails unless `found == expected`.
///
/// # Errors
/// [`Error::Shape`].
pub fn expect_size(
    op: &'static str,
    what: &'static str,
    expected: usize,
    found: usize,
) -> Result<()> {
    if found == expected { Ok(()) } else { Err(Error::Shape { op, what, expected, found }) }
}

/// Fails unless `index < bound`.
///
/// # Errors
/// [`Error::Index`].
pub fn expect_index(
    op: &'static str,
    what: &'static str,
    index: usize,
    bound: usize,
) -> Result<()> {
    if index < bound { Ok(()) } else { Err(Error::Index { op, what, index, bound }) }
}

/// Fails if `found` is 0.
///
/// # Errors
/// [`Error::Zero`].
pub fn expect_some(op: &'static str, what: &'static str, found: usize) -> Result<()> {
    if found > 0 { Ok(()) } else { Err(Error::Zero { op, what }) }
}

/// Fails unless `found` is a multiple of `of`; 0 has no multiples here.
///
/// # Errors
/// [`Error::Multiple`].
pub fn expect_multiple(
    op: &'static str,
    what: &'static str,
    of: usize,
    found: usize,
) -> Result<()> {
    match found.checked_rem(of) {
        Some(0) => Ok(()),
        _ => Err(Error::Multiple { op, what, of, found }),
    }
}

/// Fails unless `found` is even.
///
/// # Errors
/// [`Error::Multiple`].
pub fn expect_even(op: &'static str, what: &'static str, found: usize) -> Result<()> {
    expect_multiple(op, what, 2, found)
}

/// Fails unless a matrix has columns and the values fill it.
///
/// # Errors
/// [`Error::Zero`], [`Error::Shape`].
pub fn expect_values(rows: usize, cols: usize, values: &[f32]) -> Result<()> {
    expect_some("tensor", "columns", cols)?;
    expect_size("tensor", "values", rows.saturating_mul(cols), values.len())
}
