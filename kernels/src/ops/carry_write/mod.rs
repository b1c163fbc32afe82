//! The store of the hidden vectors that one loop hands to the next.

use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::{expect_index, expect_size};

pub(crate) fn check(x: (usize, usize), kv: &KvShape, pairs: &[(u32, u32)]) -> Result<()> {
    expect_size("carry_write", "columns of x", kv.hidden, x.1)?;
    for (row, carry) in pairs {
        expect_index("carry_write", "row", *row as usize, x.0)?;
        expect_index("carry_write", "carry row", *carry as usize, kv.carry_rows)?;
    }
    Ok(())
}
