//! Attention: sequences, loops and spans of every shape in one pass.

use proptest::prelude::*;
use proptest::sample::select;

use super::cache::{Contents, contents, guarded, heads, same_contents, write};
use super::compare::compare;
use super::model::Model;
use super::tolerance;
use super::{Failure, Suite, failed, values};
use crate::{
    AttentionInput, Backend, Batch, BatchRow, BatchSpan, Checked, KvDType, KvShape, Result, Store,
    Window,
};

/// The keys that later loops attend to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Gated,
    Shared,
    Own,
}

/// One pass over a cache that holds NaN in every slot that no row sees.
#[derive(Debug, Clone)]
struct Case {
    kv_heads: usize,
    group: usize,
    head_dim: usize,
    block_size: usize,
    window_keys: usize,
    kind: Kind,
    /// Slots of a ring beyond its window.
    spare: usize,
    /// Positions that later loops have computed before their spans, at most.
    older: usize,
    dtype: KvDType,
    /// For each sequence and loop: the first position and the number of rows, which may be 0.
    sequences: Vec<Vec<(usize, usize)>>,
    seed: u64,
}

fn cases() -> impl Strategy<Value = Case> {
    // Decode, chunks of prefill, and now and then a chunk longer than any tile of a kernel.
    let len = prop_oneof![2 => Just(1usize), 12 => 0..=7usize, 1 => select(vec![33usize, 70])];
    let start = prop_oneof![9 => 0..24usize, 1 => select(vec![64usize, 130, 525])];
    let loops = prop::collection::vec((start, len), 1..=4);
    // Blocks that fill no vector of keys, and blocks that do.
    let block_size = prop_oneof![3 => 1..=5usize, 2 => select(vec![16usize, 32])];
    let half = prop_oneof![4 => 1..=16usize, 1 => select(vec![32usize, 40, 64])];
    (
        (1..=3usize, select(vec![1usize, 2, 4, 5, 8]), heads(half.prop_map(|half| 2 * half))),
        (
            block_size,
            prop_oneof![4 => 1..=10usize, 1 => Just(65)],
            0..=2usize,
            prop_oneof![2 => Just(usize::MAX), 1 => 0..=4usize],
        ),
        prop_oneof![4 => Just(Kind::Gated), 1 => Just(Kind::Shared), 1 => Just(Kind::Own)],
        prop::collection::vec(loops, 1..=3),
        any::<u64>(),
    )
        .prop_map(
            |(
                (kv_heads, group, (dtype, head_dim)),
                (block_size, window_keys, spare, older),
                kind,
                sequences,
                seed,
            )| {
                Case {
                    kv_heads,
                    group,
                    head_dim,
                    block_size,
                    window_keys,
                    kind,
                    spare,
                    older,
                    dtype,
                    sequences,
                    seed,
                }
            },
        )
}

/// The cache and the pass of a case.
struct Layout {
    shape: KvShape,
    batch: Batch,
    /// Slots that a row may see.
    live: Vec<u32>,
}

impl Case {
    fn model(&self) -> Model {
        Model::of_heads(self.kv_heads, self.group, self.head_dim, self.dtype)
    }

    /// Keys and values of the pass's own rows.
    fn own(&self, rows: usize) -> [Vec<f32>; 2] {
        [29, 31].map(|seed| values(seed, rows * self.kv_heads * self.head_dim))
    }

    fn layout(&self) -> Layout {
        let length = |loops: &Vec<(usize, usize)>| {
            loops.iter().map(|(start, len)| start + len).max().unwrap_or(0)
        };
        let blocks = |loops| length(loops).div_ceil(self.block_size);
        let total: usize = self.sequences.iter().map(blocks).sum();
        // From the last to the first, with an unused one between any two.
        let mut free = (0..total as u32).rev().map(|block| 2 * block + 1);
        let ring_len = self.window_keys + self.spare;
        let mut ring = ((2 * total + 1) * self.block_size) as u32;
        let mut layout = Layout {
            shape: self.model().cache(0, 1),
            batch: Batch { block_size: self.block_size, ..Batch::default() },
            live: Vec::new(),
        };
        for (sequence, loops) in self.sequences.iter().enumerate() {
            let table: Vec<u32> = free.by_ref().take(blocks(loops)).collect();
            layout.live.extend((0..length(loops)).map(|position| {
                table[position / self.block_size] * self.block_size as u32
                    + (position % self.block_size) as u32
            }));
            layout.batch.block_tables.push(table);
            for (loop_index, (start, len)) in loops.iter().copied().enumerate() {
                let has_window = loop_index > 0 && self.kind != Kind::Shared;
                let window = has_window.then(|| {
                    let first = start.saturating_sub(self.older);
                    let window = Window { keys: self.window_keys, ring, ring_len, first };
                    // An unused slot between rings.
                    ring += ring_len as u32 + 1;
                    let oldest = window.oldest(start);
                    layout.live.extend((oldest..start).map(|position| window.slot(position)));
                    window
                });
                if len > 0 {
                    let rows = &mut layout.batch.rows;
                    let first_row = rows.len();
                    layout.batch.spans.push(BatchSpan { sequence, first_row, len, start, window });
                    rows.extend((0..len).map(|row| BatchRow {
                        store: match window {
                            Some(window) if row + ring_len >= len => {
                                Store::Ring(window.slot(start + row))
                            }
                            _ => Store::Nowhere,
                        },
                        ..BatchRow::default()
                    }));
                }
            }
        }
        layout.shape.slots = ring as usize + 1;
        layout
    }
}

/// The result of every row, `[rows, heads · head_dim]`, and the cache afterwards.
fn attend<B: Backend>(backend: &Checked<B>, case: &Case) -> Result<(Vec<f32>, Contents)> {
    let Layout { shape, batch, live } = case.layout();
    let rows = batch.rows.len();
    let heads = case.kv_heads * case.group;
    let width = case.kv_heads * case.head_dim;
    let stack = case.model().stack(backend)?;
    let mut cache = guarded(backend, &shape, case.seed)?;
    let layer = shape.layers - 1;
    let stored = [19, 23].map(|seed| values(seed, live.len() * width));
    write(backend, &mut cache, layer, &live, [&stored[0], &stored[1]])?;

    let tensor = |seed: u64, cols: usize| backend.tensor(rows, cols, values(seed, rows * cols));
    let gates = values(37, rows * heads).iter().map(|g| 0.5 + 0.5 * g).collect();
    let gate =
        (case.kind == Kind::Gated).then(|| backend.tensor(rows, heads, gates)).transpose()?;
    let [k, v] = case.own(rows);
    let input = AttentionInput {
        q: tensor(case.seed, heads * case.head_dim)?,
        k: backend.tensor(rows, width, k)?,
        v: backend.tensor(rows, width, v)?,
        gate,
    };
    let batch = backend.batch(&cache, batch)?;
    let y = backend.attention(&stack, layer, &mut cache, &batch, &input)?;
    Ok((backend.read(&y)?, contents(backend, &cache)?))
}

impl<B: Backend, R: Backend> Suite<'_, B, R> {
    pub(super) fn attention(&mut self) -> std::result::Result<(), Failure> {
        self.check("attention", cases(), |suite, case| {
            let (got, stored) = attend(suite.backend, case).map_err(failed)?;
            let (expected, expected_stored) = attend(suite.reference, case).map_err(failed)?;
            compare(&got, &expected, tolerance::ATTENTION)?;
            let Layout { shape, batch, .. } = case.layout();
            let rows = batch.rows.len();
            let width = shape.kv_heads * shape.head_dim;
            let [k, v] = case.own(rows);
            let numbers = |row: usize| {
                let place = row * width..(row + 1) * width;
                [&k[place.clone()], &v[place]]
            };
            let written: Vec<_> =
                batch.ring_writes().map(|(row, slot)| (slot, numbers(row))).collect();
            same_contents(&shape, shape.layers - 1, &written, stored, expected_stored)
        })
    }
}
