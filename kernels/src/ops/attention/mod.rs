//! Gated sliding-window attention (G-SWA) over loop 0's pages and the later loops' rings.

pub(crate) mod cpu;
pub(crate) mod reference;
mod softmax;

use crate::Backend;
use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::{expect_index, expect_multiple, expect_size, expect_some};

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
/// with `w + 1 = window.keys`, fewer near position 0. Two simpler kinds of later loops stand in the
/// PLT paper's ablation: without a window y is y_global (all loops share loop 0's keys and values),
/// with a window but without gates y is y_local (every loop keeps its own). Loop 0's keys and values, those of this pass
/// included, are in the pages by now ([`Backend::rotary_write`]). A later loop's are in its ring
/// for positions before the span, and in `k`, `v` for the span itself; its ring is written
/// afterwards ([`Backend::ring_write`]). `k` and `v` are rounded to the cache's type before they are
/// used, as they will be when they are stored: a result does not depend on how positions are cut
/// into passes.
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
    /// g `[rows, heads]`, ignored on rows without a window. `None`: windows stand alone.
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
    /// `None` for loop 0, and for later loops that only share loop 0's keys.
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

impl<B: Backend + ?Sized> Attention<'_, B> {
    pub(crate) fn check(&self, backend: &B, kv: &KvShape) -> Result<()> {
        const OP: &str = "attention";
        let (q, k, v) = (backend.shape(self.q), backend.shape(self.k), backend.shape(self.v));
        expect_index(OP, "layer", self.layer, kv.layers)?;
        expect_some(OP, "heads", self.heads)?;
        expect_multiple(OP, "heads", kv.kv_heads, self.heads)?;
        expect_size(OP, "columns of q", self.heads.saturating_mul(kv.head_dim), q.1)?;
        for (what, shape) in [("rows of k", k.0), ("rows of v", v.0)] {
            expect_size(OP, what, q.0, shape)?;
        }
        for (what, shape) in [("columns of k", k.1), ("columns of v", v.1)] {
            expect_size(OP, what, kv.kv_heads * kv.head_dim, shape)?;
        }
        if let Some(gate) = self.gate {
            let gate = backend.shape(gate);
            expect_size(OP, "rows of gate", q.0, gate.0)?;
            expect_size(OP, "columns of gate", self.heads, gate.1)?;
        }
        expect_some(OP, "block_size", self.block_size)?;
        let blocks = kv.slots / self.block_size;
        for table in self.block_tables {
            table
                .iter()
                .try_for_each(|block| expect_index(OP, "block", *block as usize, blocks))?;
        }
        let mut covered = 0usize;
        for span in self.spans {
            expect_size(OP, "first row of a span", covered, span.first_row)?;
            expect_some(OP, "rows of a span", span.len)?;
            expect_index(OP, "sequence", span.sequence, self.block_tables.len())?;
            covered = covered.saturating_add(span.len);
            // The last position of the span must lie in a block of the table.
            let newest = span.start.saturating_add(span.len - 1);
            let table = self.block_tables[span.sequence];
            expect_index(
                OP,
                "block of the newest position",
                newest / self.block_size,
                table.len(),
            )?;
            if let Some(Window { keys, ring, ring_len }) = span.window {
                expect_some(OP, "keys of a window", keys)?;
                expect_index(OP, "window of the ring", keys - 1, ring_len)?;
                let last = (ring as usize).saturating_add(ring_len - 1);
                expect_index(OP, "last slot of the ring", last, kv.slots)?;
            }
        }
        expect_size(OP, "rows covered by spans", q.0, covered)
    }
}

impl AttentionSpan {
    /// The slots of loop 0's keys and values at positions `0..start + len`.
    pub(crate) fn page_slots<'a>(
        &self,
        block_table: &'a [u32],
        block_size: usize,
    ) -> impl Iterator<Item = u32> + use<'a> {
        (0..self.start + self.len).map(move |position| {
            (block_table[position / block_size] as usize * block_size + position % block_size)
                as u32
        })
    }
}

impl Window {
    /// The oldest position that a row at this position sees.
    pub(crate) fn oldest(&self, position: usize) -> usize {
        (position + 1).saturating_sub(self.keys)
    }

    /// The slot of a position.
    pub(crate) fn slot(&self, position: usize) -> u32 {
        self.ring + (position % self.ring_len) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::RingWrite;
    use crate::{Cpu, KvDType, Reference};

    const POSITIONS: usize = 7;
    const WIDTH: usize = 4;

    /// y of a later loop at positions `0..POSITIONS`, `chunk` of them a pass.
    fn in_chunks<B: Backend>(backend: &B, dtype: KvDType, chunk: usize) -> Vec<f32> {
        let kv = KvShape {
            layers: 1,
            slots: 12,
            kv_heads: 1,
            head_dim: WIDTH,
            dtype,
            carry_rows: 0,
            hidden: 1,
        };
        let mut cache = backend.cache(kv).unwrap();
        let values = |seed: usize, first: usize, len: usize, width: usize| {
            let value = |i: usize| ((i * 37 + seed * 11) % 101) as f32 / 50.5 - 1.0;
            let values = (first * width..(first + len) * width).map(value).collect();
            backend.tensor(len, width, values).unwrap()
        };
        let (k, v) = (values(1, 0, POSITIONS, WIDTH), values(2, 0, POSITIONS, WIDTH));
        let writes: Vec<(u32, u32)> = (0..POSITIONS as u32).map(|p| (p, p)).collect();
        let args = RingWrite { layer: 0, k: &k, v: &v, writes: &writes };
        backend.ring_write(&mut cache, args).unwrap();

        let window = Window { keys: 3, ring: 8, ring_len: 4 };
        let mut y = Vec::new();
        for start in (0..POSITIONS).step_by(chunk) {
            let len = chunk.min(POSITIONS - start);
            let [q, k, v] = [3, 4, 5].map(|seed| values(seed, start, len, WIDTH));
            let args = Attention {
                layer: 0,
                heads: 1,
                q: &q,
                k: &k,
                v: &v,
                gate: Some(&values(6, start, len, 1)),
                block_size: 8,
                block_tables: &[&[0]],
                spans: &[AttentionSpan {
                    sequence: 0,
                    first_row: 0,
                    len,
                    start,
                    window: Some(window),
                }],
            };
            y.extend(backend.read(&backend.attention(&cache, args).unwrap()).unwrap());
            let kept = len.saturating_sub(window.ring_len)..len;
            // The contract spelt out: a helper that attention shares could be wrong on both sides.
            let slot = |row: usize| window.ring + ((start + row) % window.ring_len) as u32;
            let writes: Vec<(u32, u32)> = kept.map(|row| (row as u32, slot(row))).collect();
            let args = RingWrite { layer: 0, k: &k, v: &v, writes: &writes };
            backend.ring_write(&mut cache, args).unwrap();
        }
        y
    }

    /// Both backends find slots by these: only numbers by hand can judge them.
    #[test]
    fn positions_are_found_in_pages_and_rings() {
        let window = Window { keys: 3, ring: 10, ring_len: 4 };
        let span = AttentionSpan { sequence: 0, first_row: 0, len: 2, start: 4, window: None };
        let slots: Vec<u32> = span.page_slots(&[7, 2], 4).collect();
        assert_eq!(slots, [28, 29, 30, 31, 8, 9]);
        assert_eq!([0, 3, 4, 9].map(|position| window.slot(position)), [10, 13, 10, 11]);
        assert_eq!([0, 2, 3, 9].map(|position| window.oldest(position)), [0, 0, 1, 7]);
    }

    #[test]
    fn a_result_does_not_depend_on_how_positions_are_cut_into_passes() {
        let cpu = Cpu::new(Some(1)).unwrap();
        for dtype in [KvDType::F32, KvDType::F16, KvDType::BF16] {
            let one_by_one = in_chunks(&cpu, dtype, 1);
            for chunk in 2..=POSITIONS {
                assert_eq!(in_chunks(&cpu, dtype, chunk), one_by_one, "{dtype:?}, {chunk} a pass");
            }
            // Its matrix products may sum in another order: f32 rounding of values below 2.
            let reference = in_chunks(&Reference, dtype, POSITIONS);
            for (got, expected) in in_chunks(&Reference, dtype, 1).iter().zip(reference) {
                assert!((got - expected).abs() <= 1e-6, "{dtype:?}: {got}, not {expected}");
            }
        }
    }
}
