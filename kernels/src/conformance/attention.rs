//! Attention: sequences, loops and spans of every shape in one pass.

use proptest::prelude::*;
use proptest::sample::select;

use super::cases::guarded;
use super::compare::compare;
use super::{Failure, Suite, failed, tolerance, values};
use crate::ops::{Attention, AttentionSpan, RingWrite, Window};
use crate::{Backend, KvDType, KvShape, Result};

/// What later loops attend to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Gated,
    Shared,
    Own,
}

/// One pass over a cache that holds NaN wherever no row has business.
#[derive(Debug, Clone)]
struct Case {
    kv_heads: usize,
    group: usize,
    head_dim: usize,
    block_size: usize,
    window_keys: usize,
    /// Whether later loops keep keys of their own, and whether a gate mixes them with loop 0's.
    kind: Kind,
    /// Slots of a ring beyond the window.
    spare: usize,
    dtype: KvDType,
    /// For each sequence and loop: the first position and the number of rows, which may be 0.
    sequences: Vec<Vec<(usize, usize)>>,
    seed: u64,
}

fn cases() -> impl Strategy<Value = Case> {
    let loops = prop::collection::vec((0..24usize, 0..=7usize), 1..=4);
    (
        (1..=3usize, select(vec![1usize, 2, 4, 5, 8]), 1..=16usize),
        (1..=5usize, prop_oneof![4 => 1..=10usize, 1 => Just(65)], 0..=2usize),
        prop_oneof![4 => Just(Kind::Gated), 1 => Just(Kind::Shared), 1 => Just(Kind::Own)],
        select(vec![KvDType::F32, KvDType::F16, KvDType::BF16]),
        prop::collection::vec(loops, 1..=3),
        any::<u64>(),
    )
        .prop_map(
            |(
                (kv_heads, group, half),
                (block_size, window_keys, spare),
                kind,
                dtype,
                sequences,
                seed,
            )| {
                Case {
                    kv_heads,
                    group,
                    head_dim: 2 * half,
                    block_size,
                    window_keys,
                    kind,
                    spare,
                    dtype,
                    sequences,
                    seed,
                }
            },
        )
}

/// Where everything lies: what [`Attention`] is told, and which slots hold keys that count.
struct Layout {
    shape: KvShape,
    block_tables: Vec<Vec<u32>>,
    spans: Vec<AttentionSpan>,
    rows: usize,
    live: Vec<u32>,
}

impl Case {
    fn layout(&self) -> Layout {
        let length = |loops: &Vec<(usize, usize)>| {
            loops.iter().map(|(start, len)| start + len).max().unwrap_or(0)
        };
        let blocks = |loops| length(loops).div_ceil(self.block_size);
        let total: usize = self.sequences.iter().map(blocks).sum();
        // From the last to the first, with one between any two that nobody owns.
        let mut free = (0..total as u32).rev().map(|block| 2 * block + 1);
        let ring_len = self.window_keys + self.spare;
        let mut ring = ((2 * total + 1) * self.block_size) as u32;
        let mut layout = Layout {
            shape: KvShape {
                layers: 2,
                slots: 0,
                kv_heads: self.kv_heads,
                head_dim: self.head_dim,
                dtype: self.dtype,
                carry_rows: 1,
                hidden: 1,
            },
            block_tables: Vec::new(),
            spans: Vec::new(),
            rows: 0,
            live: Vec::new(),
        };
        for (sequence, loops) in self.sequences.iter().enumerate() {
            let table: Vec<u32> = free.by_ref().take(blocks(loops)).collect();
            layout.live.extend((0..length(loops)).map(|position| {
                table[position / self.block_size] * self.block_size as u32
                    + (position % self.block_size) as u32
            }));
            layout.block_tables.push(table);
            for (loop_index, (start, len)) in loops.iter().copied().enumerate() {
                let has_window = loop_index > 0 && self.kind != Kind::Shared;
                let window = has_window.then(|| {
                    let window = Window { keys: self.window_keys, ring, ring_len };
                    // One slot between rings that nobody owns.
                    ring += ring_len as u32 + 1;
                    let oldest = window.oldest(start);
                    layout.live.extend((oldest..start).map(|position| window.slot(position)));
                    window
                });
                if len > 0 {
                    let first_row = layout.rows;
                    layout.spans.push(AttentionSpan { sequence, first_row, len, start, window });
                    layout.rows += len;
                }
            }
        }
        layout.shape.slots = ring as usize + 1;
        layout
    }
}

/// The result of every row, `[rows, heads · head_dim]`; nothing if the pass has no rows.
fn attend<B: Backend>(backend: &B, case: &Case) -> Result<Vec<f32>> {
    let Layout { shape, block_tables, spans, rows, live } = case.layout();
    if rows == 0 {
        return Ok(Vec::new());
    }
    let heads = case.kv_heads * case.group;
    let width = case.kv_heads * case.head_dim;
    let mut cache = guarded(backend, &shape, case.seed)?;
    let layer = shape.layers - 1;
    let stored = |seed: u64| backend.tensor(live.len(), width, values(seed, live.len() * width));
    let writes: Vec<(u32, u32)> = (0..).zip(live.iter().copied()).collect();
    let (k, v) = (stored(19)?, stored(23)?);
    backend.ring_write(&mut cache, RingWrite { layer, k: &k, v: &v, writes: &writes })?;

    let tensor = |seed: u64, cols: usize| backend.tensor(rows, cols, values(seed, rows * cols));
    let (q, k, v) =
        (tensor(case.seed, heads * case.head_dim)?, tensor(29, width)?, tensor(31, width)?);
    let gates = values(37, rows * heads).iter().map(|g| 0.5 + 0.5 * g).collect();
    let gate = backend.tensor(rows, heads, gates)?;
    let block_tables: Vec<&[u32]> = block_tables.iter().map(Vec::as_slice).collect();
    let result = backend.attention(
        &cache,
        Attention {
            layer,
            heads,
            q: &q,
            k: &k,
            v: &v,
            gate: (case.kind == Kind::Gated).then_some(&gate),
            block_size: case.block_size,
            block_tables: &block_tables,
            spans: &spans,
        },
    )?;
    backend.read(&result)
}

impl<B: Backend> Suite<'_, B> {
    pub(super) fn attention(&mut self) -> std::result::Result<(), Failure> {
        self.check("attention", cases(), |suite, case| {
            let got = attend(suite.backend, case).map_err(failed)?;
            let expected = attend(&suite.reference, case).map_err(failed)?;
            compare(&got, &expected, tolerance::ATTENTION)
        })
    }
}
