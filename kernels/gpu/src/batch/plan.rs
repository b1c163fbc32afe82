//! The plan of attention: keys partitioned into work for cubes. Plain arithmetic on the host, once per
//! pass: all layers share it.
//!
//! A tile is rows that share keys. Its keys are partitioned into *parts* of consecutive positions,
//! enough parts to keep the device busy. Every row leaves one partial result per part; the merge
//! combines them.

use cubecl::server::Handle;
use plt_backend::Batch;
use plt_backend::tiles::{Keys, TileRow, tiles};

/// Where the keys of an item are.
pub(crate) mod source {
    /// In the blocks of loop 0.
    pub const BLOCKS: u32 = 0;
    /// In a ring, and for positions of the span itself in the pass.
    pub const RING: u32 = 1;
}

/// The first words of a plan: the number of items (they follow), and where tile rows, rows and block
/// tables begin. They are in the buffer and not among the launch's arguments, so that those are the
/// same for every pass and are not sent again.
pub(crate) mod head {
    pub const ITEMS: usize = 0;
    pub const TILE_ROWS_AT: usize = 1;
    pub const ROWS_AT: usize = 2;
    pub const TABLES_AT: usize = 3;
    /// Words of the head.
    pub const LEN: usize = 4;
}

/// The words of an item.
pub(crate) mod item {
    pub const SOURCE: usize = 0;
    /// The keys of this part are those of the positions `BEGIN..END`.
    pub const BEGIN: usize = 1;
    pub const END: usize = 2;
    /// The number of the part.
    pub const PART: usize = 3;
    /// The tile: its first row among the tile rows, and the number of its rows.
    pub const FIRST: usize = 4;
    pub const ROWS: usize = 5;
    /// For blocks, the first word of the block table, counted from the first table.
    pub const TABLE: usize = 6;
    /// For a ring, its first slot and its length.
    pub const RING: usize = 6;
    pub const RING_LEN: usize = 7;
    /// A ring's keys from this position on are in the pass, from this row on.
    pub const SPAN: usize = 8;
    pub const SPAN_ROW: usize = 9;
    /// Words of an item.
    pub const LEN: usize = 10;
}

/// The words of a tile's row.
pub(crate) mod tile_row {
    /// The row of the pass.
    pub const ROW: usize = 0;
    /// The oldest and the newest visible position.
    pub const OLDEST: usize = 1;
    pub const NEWEST: usize = 2;
    /// The index of the partial result of part 0.
    pub const PARTIAL: usize = 3;
    /// Words of a tile's row.
    pub const LEN: usize = 4;
}

/// The words of a row.
pub(crate) mod row {
    /// The first partial result over blocks, and their number.
    pub const GLOBAL: usize = 0;
    pub const GLOBAL_COUNT: usize = 1;
    /// The first partial result over the ring, and their number.
    pub const LOCAL: usize = 2;
    pub const LOCAL_COUNT: usize = 3;
    /// The ring slot that takes key and value.
    pub const SLOT: usize = 4;
    /// Words of a row.
    pub const LEN: usize = 5;
}

/// The rules of the partition, besides the batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rules {
    /// Whether rows with a window also see loop 0's keys.
    pub gated: bool,
    /// The most rows of a tile.
    pub tile_rows: usize,
    /// Cubes per part of a tile: one for each key/value head.
    pub cubes: usize,
    /// Keys of a part are a multiple of this.
    pub part: usize,
    /// Occupancy target: cubes that keep the device busy.
    pub occupancy: usize,
}

/// The uploaded plan of a pass.
#[derive(Debug)]
pub(crate) struct Plan {
    pub rules: Rules,
    pub words: Handle,
    pub items: usize,
    pub partials: usize,
    /// Keys read from blocks, and from rings and the pass.
    pub global_keys: usize,
    pub local_keys: usize,
}

/// The words of a plan, before they are uploaded.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    pub items: Vec<[u32; item::LEN]>,
    pub tile_rows: Vec<[u32; tile_row::LEN]>,
    pub rows: Vec<[u32; row::LEN]>,
    pub tables: Vec<u32>,
    pub partials: usize,
    pub global_keys: usize,
    pub local_keys: usize,
}

impl Words {
    /// All words in one buffer.
    pub fn flatten(&self) -> Vec<u32> {
        let items = self.items.as_flattened();
        let (tile_rows, rows) = (self.tile_rows.as_flattened(), self.rows.as_flattened());
        let tile_rows_at = head::LEN + items.len();
        let rows_at = tile_rows_at + tile_rows.len();
        let tables_at = rows_at + rows.len();
        let head = [self.items.len(), tile_rows_at, rows_at, tables_at].map(|n| n as u32);
        [&head, items, tile_rows, rows, &self.tables].concat()
    }
}

/// Partitions the attention of a pass. `none` is the word for no ring slot.
pub(crate) fn partition(batch: &Batch, none: u32, rules: &Rules) -> Words {
    let mut words = Words::default();
    let tiles = tiles(batch, rules.gated, rules.tile_rows);
    let mut tables_at = Vec::new();
    for table in &batch.block_tables {
        tables_at.push(words.tables.len());
        words.tables.extend(table);
    }
    let keys: usize = tiles.iter().map(|tile| tile.positions().len()).sum();
    // As long as possible with enough parts for the occupancy target.
    let part =
        (keys * rules.cubes).div_ceil(rules.occupancy).next_multiple_of(rules.part).max(rules.part);

    words.rows = vec![[0, 0, 0, 0, none]; batch.rows.len()];
    for (row, slot) in batch.ring_writes() {
        words.rows[row][4] = slot;
    }
    for tile in &tiles {
        let (keys, first) = (tile.positions(), words.tile_rows.len());
        let [source, a, b, c, d] = match tile.keys {
            Keys::Blocks => [source::BLOCKS as usize, tables_at[tile.sequence], 0, 0, 0],
            Keys::Ring(window, span) => {
                let ring = window.ring as usize;
                [source::RING as usize, ring, window.ring_len, span.start, span.first_row]
            }
        }
        .map(|word| word as u32);
        let parts = keys.len().div_ceil(part);
        for TileRow { row, oldest, newest } in &tile.rows {
            let partial = words.partials as u32;
            let side = if tile.is_global() { 0 } else { 2 };
            words.rows[*row][side] = partial;
            words.rows[*row][side + 1] = parts as u32;
            words.tile_rows.push([*row as u32, *oldest as u32, *newest as u32, partial]);
            words.partials += parts;
        }
        for index in 0..parts {
            let begin = keys.start + index * part;
            let end = keys.end.min(begin + part);
            let (begin, end, index) = (begin as u32, end as u32, index as u32);
            let (first, count) = (first as u32, tile.rows.len() as u32);
            words.items.push([source, begin, end, index, first, count, a, b, c, d]);
        }
        match tile.is_global() {
            true => words.global_keys += keys.len(),
            false => words.local_keys += keys.len(),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use plt_backend::{BatchRow, BatchSpan, Store, Window};

    use super::*;

    const NONE: u32 = u32::MAX;
    const RULES: Rules = Rules { gated: true, tile_rows: 8, cubes: 2, part: 32, occupancy: 16 };

    /// A decode pass of `loops` loops at this position.
    fn decode(loops: usize, position: usize) -> Batch {
        let window = Window { keys: 65, ring: 4096, ring_len: 65, first: 0 };
        Batch {
            rows: vec![BatchRow { store: Store::Ring(4100), ..BatchRow::default() }; loops],
            spans: (0..loops)
                .map(|r| BatchSpan {
                    sequence: 0,
                    first_row: r,
                    len: 1,
                    start: position,
                    window: (r > 0).then_some(window),
                })
                .collect(),
            block_size: 16,
            block_tables: vec![(0..256).collect()],
            ..Batch::default()
        }
    }

    /// The claim of PLT: later loops cost only their windows.
    #[test]
    fn plan_reads_blocks_once_for_any_number_of_loops() {
        for loops in 1..=4 {
            let words = partition(&decode(loops, 999), NONE, &RULES);
            assert_eq!(words.global_keys, 1000);
            assert_eq!(words.local_keys, 65 * (loops - 1));
            assert!(words.rows.iter().all(|row| row[4] == 4100));
        }
    }

    /// Every visible key of a row is in exactly one part of one tile, and every partial result is
    /// written once.
    #[test]
    fn plan_covers_every_visible_key_once() {
        let window = |ring| Window { keys: 5, ring, ring_len: 6, first: 0 };
        let span = |sequence, first_row, len, start, window| BatchSpan {
            sequence,
            first_row,
            len,
            start,
            window,
        };
        let batch = Batch {
            rows: vec![BatchRow::default(); 60],
            spans: vec![
                span(0, 0, 40, 70, None),
                span(0, 40, 17, 50, Some(window(500))),
                span(1, 57, 1, 3, None),
                span(1, 58, 1, 3, Some(window(600))),
                span(1, 59, 1, 2, Some(window(700))),
            ],
            block_size: 4,
            block_tables: vec![(0..28).collect(), vec![30]],
            ..Batch::default()
        };
        for gated in [true, false] {
            let rules = Rules { gated, tile_rows: 7, ..RULES };
            let words = partition(&batch, NONE, &rules);
            let mut seen = vec![[0usize; 2]; batch.rows.len()];
            let mut written = vec![0; words.partials];
            for item in &words.items {
                let [source, begin, end, part, first, count, ..] = item.map(|word| word as usize);
                assert!(begin < end && count <= rules.tile_rows);
                for row in &words.tile_rows[first..first + count] {
                    let [row, oldest, newest, partial] = row.map(|word| word as usize);
                    written[partial + part] += 1;
                    let visible = begin.max(oldest)..end.min(newest + 1);
                    seen[row][source] += visible.len();
                    let side = 2 * source;
                    assert_eq!(words.rows[row][side] as usize, partial);
                    assert!(part < words.rows[row][side + 1] as usize);
                }
            }
            assert!(written.iter().all(|count| *count == 1));
            for span in &batch.spans {
                for (position, row) in span.positions().zip(span.first_row..) {
                    let local = span.window.map_or(0, |w| position + 1 - w.oldest(position));
                    let global = if gated || span.window.is_none() { position + 1 } else { 0 };
                    assert_eq!(seen[row], [global, local], "row {row}");
                }
            }
        }
    }

    #[test]
    fn plan_splits_a_long_context_to_the_occupancy_target() {
        let words = partition(&decode(1, 4095), NONE, &RULES);
        // 4096 keys for 2 heads on 16 cubes: parts of 512.
        assert_eq!(words.items.len(), 8);
        let words = partition(&decode(1, 9), NONE, &RULES);
        assert_eq!(words.items.len(), 1);
    }
}
