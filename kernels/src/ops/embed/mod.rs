//! The embedding lookup.

pub(crate) mod cpu;
pub(crate) mod reference;

use crate::error::Result;
use crate::ops::expect_index;

pub(crate) fn check(vocab: usize, ids: &[u32]) -> Result<()> {
    ids.iter().try_for_each(|id| expect_index("embed", "token id", *id as usize, vocab))
}
