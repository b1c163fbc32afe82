//! What leaves the stack: the final norm, for the rows that are wanted and for the next loop.

pub(crate) mod cpu;
#[cfg(feature = "cube")]
#[allow(unsafe_code, reason = "kernel launches")]
pub(crate) mod cube;
pub(crate) mod reference;

use crate::Backend;
use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::expect_size;

/// Arguments of [`Backend::loop_output`]. With `n = RMSNorm(h; norm)`:
///
/// ```text
/// y[i]     = n[outputs[i]]
/// carry[c] = n   or   h                for every row that hands on, c its carry row
/// ```
pub struct LoopOutput<'a, B: Backend + ?Sized> {
    /// The output of the last layer `[rows, hidden]`.
    pub h: &'a B::Tensor,
    /// The model's `norm`, `[1, hidden]`.
    pub norm: &'a B::Tensor,
    /// `rms_norm_eps`.
    pub eps: f32,
    /// Whether what a row hands on is normed (`plt_normalize_per_loop`).
    pub normalize_carry: bool,
}

impl<B: Backend + ?Sized> LoopOutput<'_, B> {
    pub(crate) fn check(&self, backend: &B, kv: &KvShape, rows: usize) -> Result<()> {
        let (h, norm) = (backend.shape(self.h), backend.shape(self.norm));
        expect_size("loop_output", "rows of h", rows, h.0)?;
        expect_size("loop_output", "columns of h", kv.hidden, h.1)?;
        expect_size("loop_output", "elements of norm", kv.hidden, norm.0 * norm.1)
    }
}
