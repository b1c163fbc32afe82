use crate::cache::KvShape;
use crate::check::{expect_index, expect_multiple, expect_size, expect_some};
use crate::error::Result;

/// The rows of one pass in indices and slots, for all layers of the pass.
///
/// A backend takes it over once per pass ([`Backend::batch`](crate::Backend::batch)); the half
/// layers get the backend's own form of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Batch {
    /// Every row of the pass, in tensor order.
    pub rows: Vec<BatchRow>,
    /// The rows again, span after span: together the spans cover every row once, in order. A batch
    /// without spans serves every operation but attention.
    pub spans: Vec<BatchSpan>,
    /// Positions in one block of the KV cache.
    pub block_size: usize,
    /// For every sequence of the pass, the blocks of loop 0: position p is in slot
    /// `block_tables[s][p / block_size] · block_size + p % block_size`.
    pub block_tables: Vec<Vec<u32>>,
    /// Rotary cosine and sine `[rows, rotary_dim / 2]`: the angles of a row serve all its heads, in
    /// all layers. A scaling factor of long contexts is in them already.
    pub cos_sin: Vec<[f32; 2]>,
    /// The rows that the pass is run for, in the order in which
    /// [`Backend::loop_output`](crate::Backend::loop_output) gives them.
    pub outputs: Vec<u32>,
}

/// One row of a pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BatchRow {
    /// The token.
    pub id: u32,
    /// Where the row's input comes from.
    pub input: RowInput,
    /// Where the row's key and value go, in every layer.
    pub store: Store,
    /// The carry row that takes what the row hands on to the next loop.
    pub carry: Option<u32>,
}

/// Where one row's input comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowInput {
    /// Loop 0: the embedding, unscaled.
    #[default]
    First,
    /// A later loop whose carry is the zero vector: position 0 of the parallel loop.
    Start,
    /// A later loop: mixed with this carry row of the cache.
    Carry(u32),
}

/// Where a row's key and value are stored, in every layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Store {
    /// Nowhere: newer rows of the pass would overwrite them, or the loop keeps none.
    #[default]
    Nowhere,
    /// Loop 0: a slot of a block, written before attention.
    Block(u32),
    /// A later loop: a slot of its ring, written after attention.
    Ring(u32),
}

/// Consecutive positions of one loop of one sequence: `len` rows of a pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BatchSpan {
    /// Index into [`Batch::block_tables`].
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
    /// `loop_window_size` for the sequential loop.
    pub keys: usize,
    /// The first slot of the ring: position p is in slot `ring + p % ring_len`.
    pub ring: u32,
    /// Slots of the ring, at least `keys`.
    pub ring_len: usize,
    /// The first position that the loop has computed: no row sees an older one.
    pub first: usize,
}

impl Batch {
    /// Whether the pass needs gates, of layers that have them: any span has a window.
    pub fn gated(&self) -> bool {
        self.spans.iter().any(|span| span.window.is_some())
    }

    /// `(row, slot)` of every row that is stored in a block.
    pub fn block_writes(&self) -> impl Iterator<Item = (usize, u32)> + Clone {
        let slot = |store| if let Store::Block(slot) = store { Some(slot) } else { None };
        self.rows.iter().enumerate().filter_map(move |(i, row)| Some((i, slot(row.store)?)))
    }

    /// `(row, slot)` of every row that is stored in a ring.
    pub fn ring_writes(&self) -> impl Iterator<Item = (usize, u32)> + Clone {
        let slot = |store| if let Store::Ring(slot) = store { Some(slot) } else { None };
        self.rows.iter().enumerate().filter_map(move |(i, row)| Some((i, slot(row.store)?)))
    }

    /// `(row, carry row)` of every row that hands on.
    pub fn carry_writes(&self) -> impl Iterator<Item = (usize, u32)> + Clone {
        self.rows.iter().enumerate().filter_map(|(i, row)| Some((i, row.carry?)))
    }

    /// Fails unless every index stays inside the cache and the batch itself.
    pub(crate) fn check(&self, kv: &KvShape) -> Result<()> {
        const OP: &str = "batch";
        if !self.cos_sin.is_empty() {
            expect_multiple(OP, "elements of cos_sin", self.rows.len(), self.cos_sin.len())?;
        }
        for row in &self.rows {
            if let Store::Block(slot) | Store::Ring(slot) = row.store {
                expect_index(OP, "slot", slot as usize, kv.slots)?;
            }
            if let RowInput::Carry(carry) = row.input {
                expect_index(OP, "carry row", carry as usize, kv.carry_rows)?;
            }
            if let Some(carry) = row.carry {
                expect_index(OP, "carry row", carry as usize, kv.carry_rows)?;
            }
        }
        for row in &self.outputs {
            expect_index(OP, "output row", *row as usize, self.rows.len())?;
        }
        self.check_spans(kv)
    }

    fn check_spans(&self, kv: &KvShape) -> Result<()> {
        const OP: &str = "batch";
        if self.spans.is_empty() {
            return Ok(());
        }
        expect_some(OP, "block_size", self.block_size)?;
        let blocks = kv.slots / self.block_size;
        for block in self.block_tables.iter().flatten() {
            expect_index(OP, "block", *block as usize, blocks)?;
        }
        let mut covered = 0usize;
        for span in &self.spans {
            expect_size(OP, "first row of a span", covered, span.first_row)?;
            expect_some(OP, "rows of a span", span.len)?;
            expect_index(OP, "sequence", span.sequence, self.block_tables.len())?;
            covered = covered.saturating_add(span.len);
            // The last position of the span must lie in a block of the table.
            let newest = span.start.saturating_add(span.len - 1);
            let table = &self.block_tables[span.sequence];
            expect_index(
                OP,
                "block of the newest position",
                newest / self.block_size,
                table.len(),
            )?;
            if let Some(Window { keys, ring, ring_len, first }) = span.window {
                expect_index(
                    OP,
                    "first position of a window",
                    first,
                    span.start.saturating_add(1),
                )?;
                expect_some(OP, "keys of a window", keys)?;
                expect_index(OP, "window of the ring", keys - 1, ring_len)?;
                let last = (ring as usize).saturating_add(ring_len - 1);
                expect_index(OP, "last slot of the ring", last, kv.slots)?;
            }
        }
        expect_size(OP, "rows covered by spans", self.rows.len(), covered)
    }

    /// The slot of loop 0's key and value at this position of a sequence.
    pub fn block_slot(&self, sequence: usize, position: usize) -> u32 {
        let block = self.block_tables[sequence][position / self.block_size] as usize;
        (block * self.block_size + position % self.block_size) as u32
    }
}

impl BatchSpan {
    /// The positions of the span's rows.
    pub fn positions(&self) -> std::ops::Range<usize> {
        self.start..self.start + self.len
    }
}

impl Window {
    /// The oldest position that a row at this position sees.
    pub fn oldest(&self, position: usize) -> usize {
        (position + 1).saturating_sub(self.keys).max(self.first)
    }

    /// The slot of a position.
    pub fn slot(&self, position: usize) -> u32 {
        self.ring + (position % self.ring_len) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every backend finds slots by these functions: only numbers by hand can judge them.
    #[test]
    fn slots_of_blocks_and_rings_are_those_by_hand() {
        let batch = Batch { block_size: 4, block_tables: vec![vec![7, 2]], ..Batch::default() };
        let slots: Vec<u32> = (0..6).map(|position| batch.block_slot(0, position)).collect();
        assert_eq!(slots, [28, 29, 30, 31, 8, 9]);
        let window = Window { keys: 3, ring: 10, ring_len: 4, first: 0 };
        assert_eq!([0, 3, 4, 9].map(|position| window.slot(position)), [10, 13, 10, 11]);
        assert_eq!([0, 2, 3, 9].map(|position| window.oldest(position)), [0, 0, 1, 7]);
        let late = Window { first: 5, ..window };
        assert_eq!([5, 6, 7, 8].map(|position| late.oldest(position)), [5, 5, 5, 6]);
    }

    #[test]
    fn writes_are_the_rows_that_store() {
        let row = |store, carry| BatchRow { store, carry, ..BatchRow::default() };
        let rows = vec![
            row(Store::Block(7), None),
            row(Store::Nowhere, Some(3)),
            row(Store::Ring(9), None),
        ];
        let batch = Batch { rows, ..Batch::default() };
        assert_eq!(batch.block_writes().collect::<Vec<_>>(), [(0, 7)]);
        assert_eq!(batch.ring_writes().collect::<Vec<_>>(), [(2, 9)]);
        assert_eq!(batch.carry_writes().collect::<Vec<_>>(), [(1, 3)]);
    }
}
