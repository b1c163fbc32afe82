//! The rows of a pass in tiles that share their keys: how a backend partitions attention.

use std::ops::Range;

use crate::batch::{Batch, BatchSpan, Window};

/// Some rows of one sequence and the keys that they see: at decode the rows of all loops of the
/// newest token, so that loop 0's keys and values are read once for all of them.
#[derive(Debug, Clone)]
pub struct Tile {
    /// The rows.
    pub rows: Vec<TileRow>,
    /// Their sequence, an index into [`Batch::block_tables`].
    pub sequence: usize,
    /// Where their keys are.
    pub keys: Keys,
}

/// One row of a tile and the positions that it sees.
#[derive(Debug, Clone, Copy)]
pub struct TileRow {
    /// The row of the pass.
    pub row: usize,
    /// The oldest position that it sees.
    pub oldest: usize,
    /// The newest position that it sees, its own.
    pub newest: usize,
}

/// Where the keys of a tile are.
#[derive(Debug, Clone, Copy)]
pub enum Keys {
    /// In the blocks of loop 0.
    Blocks,
    /// In a ring, and for positions of the span itself in the pass.
    Ring(Window, BatchSpan),
}

impl Tile {
    /// The positions that any row sees.
    pub fn positions(&self) -> Range<usize> {
        let oldest = self.rows.iter().map(|row| row.oldest).min().unwrap_or(0);
        let newest = self.rows.iter().map(|row| row.newest + 1).max().unwrap_or(0);
        oldest..newest
    }

    /// Whether the keys are loop 0's.
    pub fn is_global(&self) -> bool {
        matches!(self.keys, Keys::Blocks)
    }
}

/// Splits a pass into tiles of at most `most` rows. `gated`: whether rows with a window see loop 0's
/// keys as well.
pub fn tiles(batch: &Batch, gated: bool, most: usize) -> Vec<Tile> {
    let mut tiles = Vec::new();
    for sequence in 0..batch.block_tables.len() {
        let spans = || batch.spans.iter().filter(move |span| span.sequence == sequence);
        // All loops' rows together, those at near positions side by side: they share most keys.
        let mut global: Vec<TileRow> = spans()
            .filter(|span| span.window.is_none() || gated)
            .flat_map(|span| span.positions().zip(span.first_row..))
            .map(|(position, row)| TileRow { row, oldest: 0, newest: position })
            .collect();
        global.sort_by_key(|row| row.newest);
        // From the newest on, so that the tile with fewer rows has the fewest keys.
        let chunks = global.rchunks(most);
        tiles.extend(chunks.map(|rows| Tile { rows: rows.to_vec(), sequence, keys: Keys::Blocks }));

        for span in spans() {
            let Some(window) = span.window else { continue };
            let rows: Vec<TileRow> = span
                .positions()
                .zip(span.first_row..)
                .map(|(newest, row)| TileRow { row, oldest: window.oldest(newest), newest })
                .collect();
            let keys = Keys::Ring(window, *span);
            tiles.extend(rows.chunks(most).map(|rows| Tile {
                rows: rows.to_vec(),
                sequence,
                keys,
            }));
        }
    }
    tiles
}
