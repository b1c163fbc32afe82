//! What enters the stack: the embedding, or embedding and carry mixed (PLT eq. of CLP).

pub(crate) mod cpu;
pub(crate) mod reference;

use crate::Backend;
use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::{expect_index, expect_size};

/// Where one row's input comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoopRow {
    /// Loop 0: the embedding, unscaled.
    First,
    /// A later loop whose carry is the zero vector: position 0 of the parallel loop.
    Start,
    /// A later loop: mixed with this carry row of the cache.
    Carry(u32),
}

/// Arguments of [`Backend::loop_input`]. With E the row's embedding and C its carry:
///
/// ```text
/// B = E                                    First
/// B = emb_scale · E                        Start
/// B = emb_scale · E + hidden_scale · C     Carry
/// ```
///
/// The parallel loop reads `plt_emb_scale` and `plt_hidden_scale`; C is what the previous loop
/// handed on at the *previous* position. The plain loop has scales 0 and 1 and C of the *same*
/// position.
pub struct LoopInput<'a, B: Backend + ?Sized> {
    /// The embedding of every row's token, `[rows, hidden]`.
    pub embeddings: &'a B::Tensor,
    /// Where each row's input comes from; one entry a row.
    pub rows: &'a [LoopRow],
    /// a in `B = a·E + b·C`.
    pub emb_scale: f32,
    /// b in `B = a·E + b·C`.
    pub hidden_scale: f32,
}

impl<B: Backend + ?Sized> LoopInput<'_, B> {
    pub(crate) fn check(&self, backend: &B, kv: &KvShape) -> Result<()> {
        let (rows, cols) = backend.shape(self.embeddings);
        expect_size("loop_input", "columns of embeddings", kv.hidden, cols)?;
        expect_size("loop_input", "rows", rows, self.rows.len())?;
        for row in self.rows {
            if let LoopRow::Carry(carry) = row {
                expect_index("loop_input", "carry row", *carry as usize, kv.carry_rows)?;
            }
        }
        Ok(())
    }
}
