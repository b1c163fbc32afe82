//! How the attention of a pass is cut into tasks. All layers of the pass share it.

use std::ops::Range;

use super::{ROWS, partial};
use crate::batch::Batch;
use crate::ops::attention::tiles::{Tile, tiles};

/// Positions of a part; parts begin at its multiples.
const PART: usize = 512;

/// A pass's attention, cut.
#[derive(Debug)]
pub(crate) struct Plan {
    pub tiles: Vec<Tile>,
    pub tasks: Vec<Task>,
    /// Of every row: loop 0's keys, its own loop's.
    pub sides: Vec<[Option<Side>; 2]>,
}

/// A walk over the keys of some parts for one key/value head of a tile.
#[derive(Debug)]
pub(crate) struct Task {
    pub tile: usize,
    pub kv_head: usize,
    pub positions: Range<usize>,
    /// Rows of the tasks before this one, and its own.
    pub rows: Range<usize>,
}

/// Where a row's results are: the tasks of the first key/value head, those of the next ones follow;
/// and which row of their tile it is.
#[derive(Debug, Clone)]
pub(crate) struct Side {
    pub tasks: Range<usize>,
    pub row: usize,
}

impl Task {
    /// Where among the floats of all tasks its own are, with so many query heads to its key/value head.
    pub fn place(&self, group: usize, width: usize) -> Range<usize> {
        let row = group * partial::size(width);
        self.rows.start * row..self.rows.end * row
    }
}

impl Plan {
    /// `gated`: whether rows with a window look at loop 0's keys as well.
    pub fn new(batch: &Batch, gated: bool, kv_heads: usize, threads: usize) -> Self {
        let tiles = tiles(batch, gated, ROWS);
        let split = threads > 1 && tiles.len() * kv_heads < 4 * threads;

        let mut tasks = Vec::new();
        let mut sides = vec![[None, None]; batch.rows.len()];
        let mut done = 0;
        for (index, tile) in tiles.iter().enumerate() {
            let walks: Vec<Range<usize>> = match split {
                true => parts(tile.positions()).collect(),
                false => vec![tile.positions()],
            };
            for (index, row) in tile.rows.iter().enumerate() {
                let tasks = tasks.len()..tasks.len() + walks.len();
                let side = usize::from(!tile.is_global());
                sides[row.row][side] = Some(Side { tasks, row: index });
            }
            for kv_head in 0..kv_heads {
                for positions in walks.iter().cloned() {
                    let rows = done..done + tile.rows.len();
                    done = rows.end;
                    tasks.push(Task { tile: index, kv_head, positions, rows });
                }
            }
        }
        Self { tiles, tasks, sides }
    }
}

/// These positions, cut at the multiples of [`PART`].
pub(super) fn parts(positions: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let Range { start, end } = positions;
    (start / PART..end.div_ceil(PART))
        .map(move |part| start.max(part * PART)..end.min((part + 1) * PART))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_cut_at_like_places() {
        assert_eq!(parts(0..PART).next(), Some(0..PART));
        let cut = [PART - 1..PART, PART..2 * PART, 2 * PART..2 * PART + 1];
        assert_eq!(parts(PART - 1..2 * PART + 1).collect::<Vec<_>>(), cut);
    }
}
