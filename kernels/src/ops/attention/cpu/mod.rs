//! One walk over the keys of a tile serves all its rows and all query heads of a key/value head: at
//! decode, loop 0's keys and values are read once for all loops.
//!
//! Keys are taken in parts of [`PART`] positions, each with a softmax of its own. Where there are
//! too few tiles to keep all threads at work, parts of one tile are walked side by side. They are
//! put together from the oldest on in either case: a row's result depends neither on threads nor on
//! the rows beside it.

mod element;
mod partial;
mod walk;

use std::ops::Range;

use self::partial::Partial;
use self::walk::Walk;
use super::Attention;
use super::tiles::{Tile, tiles};
use crate::batch::Batch;
use crate::cpu::{Cpu, CpuCache, Matrix};

/// Positions of a part; parts begin at its multiples.
const PART: usize = 512;
/// The most rows of a tile.
const ROWS: usize = 16;

/// A walk over the keys of some parts for one key/value head of a tile.
struct Task<'a> {
    tile: &'a Tile<'a>,
    kv_head: usize,
    positions: Range<usize>,
}

/// Where a row's results are: the tasks of the first key/value head, those of the next ones follow;
/// and which row of their tile it is.
#[derive(Debug, Clone)]
struct Side {
    tasks: Range<usize>,
    row: usize,
}

pub(crate) fn attention(
    cpu: &Cpu,
    cache: &CpuCache,
    batch: &Batch,
    args: &Attention<'_, Cpu>,
) -> Matrix {
    let kv = cache.shape();
    let tiles = tiles(batch, args.gate.is_some(), ROWS);
    let split = cpu.pool.threads() > 1 && tiles.len() * kv.kv_heads < 4 * cpu.pool.threads();

    let mut tasks = Vec::new();
    // Of every row: loop 0's keys, its own loop's.
    let mut sides = vec![[None, None]; args.q.rows];
    for tile in &tiles {
        let walks: Vec<Range<usize>> = match split {
            true => parts(tile.positions()).collect(),
            false => vec![tile.positions()],
        };
        for (index, row) in tile.rows.iter().enumerate() {
            let tasks = tasks.len()..tasks.len() + walks.len();
            let side = usize::from(!tile.is_global());
            sides[row.row][side] = Some(Side { tasks, row: index });
        }
        for kv_head in 0..kv.kv_heads {
            let task = |positions| Task { tile, kv_head, positions };
            tasks.extend(walks.iter().cloned().map(task));
        }
    }

    let mut results = vec![Partial::default(); tasks.len()];
    cpu.pool.chunks(&mut results, 1, |index, result| {
        let Task { tile, kv_head, ref positions } = tasks[index];
        for positions in parts(positions.clone()) {
            let walk = Walk { cache, batch, args, tile, kv_head, positions };
            result[0].merge(cpu.instructions.run(walk), kv.head_dim);
        }
    });

    let mut y = Matrix::zeros(args.q.rows, args.q.cols);
    let (width, group) = (kv.head_dim, args.heads / kv.kv_heads);
    cpu.pool.chunks(&mut y.data, args.q.cols, |row, y| {
        for (head, y) in y.chunks_exact_mut(width).enumerate() {
            let result = |side: &Side| {
                let first = side.tasks.start + head / group * side.tasks.len();
                let parts = &results[first..first + side.tasks.len()];
                partial::result(parts, side.row * group + head % group, width)
            };
            match &sides[row] {
                // y = g · y_global + (1 - g) · y_local
                [Some(global), Some(local)] => {
                    let g = args.gate.map_or(0.0, |gate| gate.row(row)[head]);
                    for ((y, global), local) in y.iter_mut().zip(result(global)).zip(result(local))
                    {
                        *y = g * global + (1.0 - g) * local;
                    }
                }
                [Some(side), None] | [None, Some(side)] => y.copy_from_slice(&result(side)),
                [None, None] => {}
            }
        }
    });
    y
}

/// These positions, cut at the multiples of [`PART`].
fn parts(positions: Range<usize>) -> impl Iterator<Item = Range<usize>> {
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
