//! Gated sliding-window attention (G-SWA) over loop 0's pages and the later loops' rings.

use crate::Backend;

/// Arguments of [`Backend::attention`].
///
/// With scale `head_dim^-1/2`, query head j and key/value head `j / (heads / kv_heads)`, a row at
/// position t gives, per head,
///
/// ```text
/// y_global = softmax(q · K⁰[0..=t] · scale) · V⁰[0..=t]          loop 0's keys and values
/// y        = y_global                                            loop 0
/// y_local  = softmax(q · Kʳ[t-w..=t] · scale) · Vʳ[t-w..=t]      the row's own loop
/// y        = g · y_global + (1 - g) · y_local                    loop r >= 1
/// ```
///
/// with `w + 1 = window.keys`, fewer near position 0. Loop 0's keys and values, those of this pass
/// included, are in the pages by now ([`Backend::rotary_write`]). A later loop's are in its ring
/// for positions before the span, and in `k`, `v` for the span itself; its ring is written
/// afterwards ([`Backend::ring_write`]).
pub struct Attention<'a, B: Backend + ?Sized> {
    /// The layer whose slots are read.
    pub layer: usize,
    /// Query heads.
    pub heads: usize,
    /// Rotated queries `[rows, heads · head_dim]`.
    pub q: &'a B::Tensor,
    /// Rotated keys of the pass `[rows, kv_heads · head_dim]`.
    pub k: &'a B::Tensor,
    /// Values of the pass `[rows, kv_heads · head_dim]`.
    pub v: &'a B::Tensor,
    /// g `[rows, heads]`; needed if a span is of a later loop, ignored on rows of loop 0.
    pub gate: Option<&'a B::Tensor>,
    /// Positions in one page.
    pub block_size: usize,
    /// For every sequence of the pass, the pages of loop 0: position p is in slot
    /// `block_tables[s][p / block_size] · block_size + p % block_size`.
    pub block_tables: &'a [&'a [u32]],
    /// The rows of the pass, span after span; together they cover every row once, in order.
    pub spans: &'a [AttentionSpan],
}

/// Consecutive positions of one loop of one sequence: `len` rows of a pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttentionSpan {
    /// Index into [`Attention::block_tables`].
    pub sequence: usize,
    /// The first row of the span.
    pub first_row: usize,
    /// The number of rows, at least 1.
    pub len: usize,
    /// The position of the first row.
    pub start: usize,
    /// `None` for loop 0.
    pub window: Option<Window>,
}

/// The local side of a later loop's attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Keys that a row sees, itself included: w + 1 for `plt_window_size` `[w, 0]`,
    /// `loop_window_size` for the plain loop.
    pub keys: usize,
    /// The first slot of the ring: position p is in slot `ring + p % ring_len`.
    pub ring: u32,
    /// Slots of the ring, at least `keys`.
    pub ring_len: usize,
}
