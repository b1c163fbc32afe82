//! The head: chosen rows against the vocabulary.

use crate::error::Result;
use crate::ops::{expect_index, expect_size};

pub(crate) fn check(x: (usize, usize), rows: &[u32], head: (usize, usize)) -> Result<()> {
    expect_size("logits", "columns of x", head.1, x.1)?;
    rows.iter().try_for_each(|row| expect_index("logits", "row", *row as usize, x.0))
}
