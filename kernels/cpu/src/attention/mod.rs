//! Split-KV attention: one pass over the keys of a tile serves all its rows and all query heads of a
//! key/value head. At decode, loop 0's KV cache is read once for all loops.
//!
//! Keys are split at multiples of 512 positions, each split with its own softmax. With too few tiles to
//! keep all threads busy, the splits of a tile become tasks of their own. Splits are merged from
//! the oldest on in either case: a row's result depends neither on threads nor on the other rows.

mod batch;
mod element;
mod partial;
mod partition;
mod split_kv;

use plt_backend::AttentionInput;

pub use self::batch::CpuBatch;
use self::partial::{Partial, PartialMut};
use self::partition::{Partition, Side, Task, splits};
use self::split_kv::Attend;
use crate::cache::CpuCache;
use crate::device::{Cpu, Matrix};
use crate::memory::UNWRITTEN;
use crate::simd::{Isa, Work};
use crate::threads::DisjointSlices;

/// The most rows of a tile.
const ROWS: usize = 16;
/// Rows of a task that merges splits: a decode pass is merged by one thread before another one
/// wakes.
const MERGED: usize = 8;

/// y `[rows, heads · head_dim]`.
pub(crate) fn attention(
    cpu: &Cpu,
    layer: usize,
    heads: usize,
    cache: &CpuCache,
    batch: &CpuBatch,
    input: &AttentionInput<Matrix>,
) -> Matrix {
    let kv = cache.shape();
    let (width, group) = (kv.head_dim, heads / kv.kv_heads);
    let gated = input.gate.is_some();
    let partition = || Partition::new(batch, gated, kv.kv_heads, cpu.pool.threads());
    let Partition { tiles, tasks, sides } = batch.partition(gated, partition);

    // The partial results of every task.
    let place = |task: &Task| task.place(group, width);
    let len = tasks.last().map_or(0, |task| place(task).end);
    let mut results = cpu.floats.unwritten(UNWRITTEN, len);
    let places = DisjointSlices::new(&mut results);
    cpu.pool.each(tasks.len(), |index| {
        let task = &tasks[index];
        // SAFETY: every task has its own place.
        #[allow(unsafe_code)]
        let place = unsafe { places.get(place(task)) };
        // The place is written even if there are no positions.
        PartialMut::new(place, width);
        let mut later = None;
        for (split, positions) in splits(task.positions.clone()).enumerate() {
            let (tile, kv_head) = (&tiles[task.tile], task.kv_head);
            let attend = |partial: PartialMut<'_>| {
                let (batch, input) = (&**batch, input);
                cpu.instructions.run(Attend {
                    cpu,
                    cache,
                    batch,
                    input,
                    layer,
                    group,
                    tile,
                    kv_head,
                    positions,
                    partial,
                });
            };
            match split {
                0 => attend(PartialMut::of(place, width)),
                _ => {
                    let unwritten = || cpu.floats.unwritten(UNWRITTEN, place.len());
                    let later = later.get_or_insert_with(unwritten);
                    attend(PartialMut::new(later, width));
                    PartialMut::of(place, width).merge(Partial::of(later, width), width);
                }
            }
        }
    });

    let (mut y, cols) = (Matrix::zeros(cpu, input.q.rows, input.q.cols), input.q.cols);
    let results = Results { floats: &results, tasks, width, group };
    cpu.pool.chunks(y.data_mut(), MERGED * cols, |task, rows| {
        let mut y_local = cpu.floats.filled(0.0, width);
        for (row, y) in (task * MERGED..).zip(rows.chunks_exact_mut(cols)) {
            let (sides, gate) = (&sides[row], input.gate.as_ref().map(|gate| gate.row(row)));
            cpu.instructions.run(Merge { results, sides, gate, y, y_local: &mut y_local });
        }
    });
    y
}

/// The partial results of all tasks.
#[derive(Clone, Copy)]
struct Results<'a> {
    floats: &'a [f32],
    tasks: &'a [Task],
    width: usize,
    /// Query heads per key/value head.
    group: usize,
}

impl Results<'_> {
    /// The result of a head on one side of a row.
    #[inline(always)]
    fn of(self, side: &Side, head: usize, y: &mut [f32]) {
        let Self { floats, tasks, width, group } = self;
        let first = side.tasks.start + head / group * side.tasks.len();
        let tasks = &tasks[first..first + side.tasks.len()];
        let parts = tasks.iter().map(|task| Partial::of(&floats[task.place(group, width)], width));
        partial::result(parts, side.row * group + head % group, y);
    }
}

/// Merges the partial results of the heads of a row.
struct Merge<'a> {
    results: Results<'a>,
    sides: &'a [Option<Side>; 2],
    gate: Option<&'a [f32]>,
    y: &'a mut [f32],
    y_local: &'a mut [f32],
}

#[allow(unsafe_code)]
impl Work for Merge<'_> {
    type Output = ();

    #[inline(always)]
    unsafe fn run<I: Isa>(self) {
        let Self { results, sides, gate, y, y_local } = self;
        for (head, y) in y.chunks_exact_mut(results.width).enumerate() {
            match sides {
                // y = g · y_global + (1 - g) · y_local
                [Some(global), Some(local)] => {
                    let g = gate.map_or(0.0, |gate| gate[head]);
                    results.of(global, head, y);
                    results.of(local, head, y_local);
                    for (y, local) in y.iter_mut().zip(&*y_local) {
                        *y = g * *y + (1.0 - g) * local;
                    }
                }
                [Some(side), None] | [None, Some(side)] => results.of(side, head, y),
                [None, None] => {}
            }
        }
    }
}
