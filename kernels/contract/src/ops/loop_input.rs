//! What enters the stack: the embedding, or embedding and carry mixed (PLT eq. of CLP), and its
//! first norm.

pub(crate) mod cpu;
#[cfg(feature = "cube")]
#[allow(unsafe_code, reason = "kernel launches")]
pub(crate) mod cube;
pub(crate) mod reference;

use crate::Backend;
use crate::batch::Batch;
use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::{expect_index, expect_size};

/// Arguments of [`Backend::loop_input`]. With E the embedding of the row's token and C the carry
/// that its [`RowInput`](crate::RowInput) names:
///
/// ```text
/// h = E                                    First
/// h = emb_scale · E                        Start
/// h = emb_scale · E + hidden_scale · C     Carry
/// x = RMSNorm(h; norm)
/// ```
///
/// The parallel loop reads `plt_emb_scale` and `plt_hidden_scale`; C is what the previous loop
/// handed on at the *previous* position. The plain loop has scales 0 and 1 and C of the *same*
/// position.
pub struct LoopInput<'a, B: Backend + ?Sized> {
    /// The embedding matrix `[vocab, hidden]`.
    pub table: &'a B::Weight,
    /// a in `h = a·E + b·C`.
    pub emb_scale: f32,
    /// b in `h = a·E + b·C`.
    pub hidden_scale: f32,
    /// The first layer's `input_layernorm`, `[1, hidden]`.
    pub norm: &'a B::Tensor,
    /// `rms_norm_eps`.
    pub eps: f32,
}

impl<B: Backend + ?Sized> LoopInput<'_, B> {
    /// `table` is the shape of the embedding matrix, which only the backend knows.
    pub(crate) fn check(
        &self,
        backend: &B,
        kv: &KvShape,
        table: (usize, usize),
        batch: &Batch,
    ) -> Result<()> {
        let norm = backend.shape(self.norm);
        expect_size("loop_input", "columns of the table", kv.hidden, table.1)?;
        expect_size("loop_input", "elements of norm", kv.hidden, norm.0 * norm.1)?;
        let ids = batch.rows.iter().map(|row| row.id as usize);
        ids.into_iter().try_for_each(|id| expect_index("loop_input", "token id", id, table.0))
    }
}
