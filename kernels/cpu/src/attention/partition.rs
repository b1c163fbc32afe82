//! The partition of a pass's attention into tasks. All layers of the pass share it.

use std::ops::Range;

use plt_backend::Batch;
use plt_backend::tiles::{Tile, tiles};

use super::{ROWS, partial};

/// Positions of a split of the keys; splits begin at its multiples.
const SPLIT: usize = 512;

/// The attention of a pass in tasks.
#[derive(Debug)]
pub(super) struct Partition {
    pub tiles: Vec<Tile>,
    pub tasks: Vec<Task>,
    /// Per row: loop 0's keys, its own loop's.
    pub sides: Vec<[Option<Side>; 2]>,
}

/// Some splits of the keys for one key/value head of a tile.
#[derive(Debug)]
pub(super) struct Task {
    pub tile: usize,
    pub kv_head: usize,
    pub positions: Range<usize>,
    /// The task's rows, counted over all tasks.
    pub rows: Range<usize>,
}

/// The place of a row's partial results: the tasks of the first key/value head, which those of the
/// next heads follow, and the row of their tile.
#[derive(Debug, Clone)]
pub(super) struct Side {
    pub tasks: Range<usize>,
    pub row: usize,
}

impl Task {
    /// The task's floats among those of all tasks, with `group` query heads per key/value head.
    pub fn place(&self, group: usize, width: usize) -> Range<usize> {
        let row = group * partial::size(width);
        self.rows.start * row..self.rows.end * row
    }
}

impl Partition {
    /// `gated`: whether rows with a window see loop 0's keys as well.
    pub fn new(batch: &Batch, gated: bool, kv_heads: usize, threads: usize) -> Self {
        let tiles = tiles(batch, gated, ROWS);
        let split = threads > 1 && tiles.len() * kv_heads < 4 * threads;

        let mut tasks = Vec::new();
        let mut sides = vec![[None, None]; batch.rows.len()];
        let mut done = 0;
        for (index, tile) in tiles.iter().enumerate() {
            let ranges: Vec<Range<usize>> = match split {
                true => splits(tile.positions()).collect(),
                false => vec![tile.positions()],
            };
            for (index, row) in tile.rows.iter().enumerate() {
                let tasks = tasks.len()..tasks.len() + ranges.len();
                let side = usize::from(!tile.is_global());
                sides[row.row][side] = Some(Side { tasks, row: index });
            }
            for kv_head in 0..kv_heads {
                for positions in ranges.iter().cloned() {
                    let rows = done..done + tile.rows.len();
                    done = rows.end;
                    tasks.push(Task { tile: index, kv_head, positions, rows });
                }
            }
        }
        Self { tiles, tasks, sides }
    }
}

/// Splits positions at the multiples of [`SPLIT`].
pub(super) fn splits(positions: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let Range { start, end } = positions;
    (start / SPLIT..end.div_ceil(SPLIT))
        .map(move |split| start.max(split * SPLIT)..end.min((split + 1) * SPLIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partition_splits_keys_at_fixed_positions() {
        assert_eq!(splits(0..SPLIT).next(), Some(0..SPLIT));
        let expected = [SPLIT - 1..SPLIT, SPLIT..2 * SPLIT, 2 * SPLIT..2 * SPLIT + 1];
        assert_eq!(splits(SPLIT - 1..2 * SPLIT + 1).collect::<Vec<_>>(), expected);
    }
}
