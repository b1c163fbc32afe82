//! Gated sliding-window attention (G-SWA) over loop 0's pages and the later loops' rings.

pub(crate) mod cpu;
#[cfg(feature = "cube")]
#[allow(unsafe_code, reason = "kernel launches")]
pub(crate) mod cube;
#[cfg(feature = "cube")]
pub(crate) mod plan;
pub(crate) mod reference;
mod softmax;
mod tiles;

use crate::Backend;
use crate::error::Result;
use crate::kv::KvShape;
use crate::ops::{check_keys, expect_multiple, expect_size, expect_some};

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
/// with `w + 1` the [`keys`](crate::Window::keys) of the span's window, fewer near position 0. Two
/// simpler kinds of later loops stand in the PLT paper's ablation: without a window y is y_global
/// (all loops share loop 0's keys and values), with a window but without gates y is y_local (every
/// loop keeps its own).
///
/// Loop 0's keys and values, those of this pass included, are in the pages by now
/// ([`Backend::rotary_write`]). A later loop's are in its ring for positions before the span, and
/// in `k`, `v` for the span itself. The rows that go to a ring ([`Store::Ring`](crate::Store::Ring))
/// are stored there *after* attention: a chunk longer than the ring would otherwise overwrite what
/// its own first rows still have to see. `k` and `v` are rounded to the cache's type before they
/// are used, as they will be when they are stored: a result does not depend on how positions are
/// cut into passes.
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
}

impl<B: Backend + ?Sized> Attention<'_, B> {
    /// `rows` is what the spans of the batch cover.
    pub(crate) fn check(&self, backend: &B, kv: &KvShape, rows: usize) -> Result<()> {
        const OP: &str = "attention";
        let q = backend.shape(self.q);
        check_keys(OP, kv, self.layer, rows, backend.shape(self.k), backend.shape(self.v))?;
        expect_some(OP, "heads", self.heads)?;
        expect_multiple(OP, "heads", kv.kv_heads, self.heads)?;
        expect_size(OP, "rows of q", rows, q.0)?;
        expect_size(OP, "columns of q", self.heads.saturating_mul(kv.head_dim), q.1)?;
        if let Some(gate) = self.gate {
            let gate = backend.shape(gate);
            expect_size(OP, "rows of gate", rows, gate.0)?;
            expect_size(OP, "columns of gate", self.heads, gate.1)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Batch, BatchRow, Cpu, KvDType, Reference, Span, Store, Window};

    const POSITIONS: usize = 7;
    /// A block of q8_0.
    const WIDTH: usize = 32;

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
        let numbers = |seed: usize, first: usize, len: usize, width: usize| {
            let value = |i: usize| ((i * 37 + seed * 11) % 101) as f32 / 50.5 - 1.0;
            (first * width..(first + len) * width).map(value).collect::<Vec<f32>>()
        };
        let values = |seed: usize, first: usize, len: usize, width: usize| {
            backend.tensor(len, width, numbers(seed, first, len, width)).unwrap()
        };
        let slots: Vec<u32> = (0..POSITIONS as u32).collect();
        let (k, v) = (numbers(1, 0, POSITIONS, WIDTH), numbers(2, 0, POSITIONS, WIDTH));
        backend.write_slots(&mut cache, 0, &slots, &k, &v).unwrap();

        let window = Window { keys: 3, ring: 8, ring_len: 4 };
        let mut y = Vec::new();
        for start in (0..POSITIONS).step_by(chunk) {
            let len = chunk.min(POSITIONS - start);
            let row = |row: usize| {
                // The contract spelt out: a helper that attention shares could be wrong on both
                // sides.
                let slot = window.ring + ((start + row) % window.ring_len) as u32;
                let kept = row + window.ring_len >= len;
                let store = if kept { Store::Ring(slot) } else { Store::Nowhere };
                BatchRow { store, ..BatchRow::default() }
            };
            let batch = Batch {
                rows: (0..len).map(row).collect(),
                spans: vec![Span { sequence: 0, first_row: 0, len, start, window: Some(window) }],
                block_size: 8,
                block_tables: vec![vec![0]],
                outputs: Vec::new(),
            };
            let batch = backend.batch(&cache, batch).unwrap();
            let [q, k, v] = [3, 4, 5].map(|seed| values(seed, start, len, WIDTH));
            let gate = values(6, start, len, 1);
            let args = Attention { layer: 0, heads: 1, q: &q, k: &k, v: &v, gate: Some(&gate) };
            let part = backend.attention(&mut cache, &batch, args).unwrap();
            y.extend(backend.read(&part).unwrap());
        }
        y
    }

    #[test]
    fn a_result_does_not_depend_on_how_positions_are_cut_into_passes() {
        let cpu = Cpu::new(Some(1)).unwrap();
        for dtype in KvDType::ALL {
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
