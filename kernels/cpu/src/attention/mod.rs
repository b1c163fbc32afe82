//! One walk over the keys of a tile serves all its rows and all query heads of a key/value head: at
//! decode, loop 0's keys and values are read once for all loops.
//!
//! Keys are taken in parts of 512 positions, each with a softmax of its own. Where there are too few
//! tiles to keep all threads at work, parts of one tile are walked side by side. They are put
//! together from the oldest on in either case: a row's result depends neither on threads nor on the
//! rows beside it.

mod element;
mod partial;
mod plan;
mod walk;

use self::partial::{Partial, PartialMut};
pub(crate) use self::plan::Plan;
use self::plan::{Side, Task, parts};
use self::walk::Walk;
use super::Attention;
use crate::cpu::buffers::UNWRITTEN;
use crate::cpu::isa::{Isa, Work};
use crate::cpu::pool::Pieces;
use crate::cpu::{Cpu, CpuBatch, CpuCache, Matrix};

/// The most rows of a tile.
const ROWS: usize = 16;
/// Rows of a task that puts parts together: at decode one thread is done sooner than another one
/// hears of it.
const MERGED: usize = 8;

pub(crate) fn attention(
    cpu: &Cpu,
    cache: &CpuCache,
    batch: &CpuBatch,
    args: &Attention<'_, Cpu>,
) -> Matrix {
    let kv = cache.shape();
    let (width, group) = (kv.head_dim, args.heads / kv.kv_heads);
    let gated = args.gate.is_some();
    let plan = || Plan::new(batch, gated, kv.kv_heads, cpu.pool.threads());
    let Plan { tiles, tasks, sides } = batch.plan(gated, plan);

    // Of every task, what the queries of its rows gathered.
    let place = |task: &Task| task.place(group, width);
    let len = tasks.last().map_or(0, |task| place(task).end);
    let mut results = cpu.floats.unwritten(UNWRITTEN, len);
    let places = Pieces::new(&mut results);
    cpu.pool.each(tasks.len(), |index| {
        let task = &tasks[index];
        // SAFETY: every task has a place of its own.
        #[allow(unsafe_code)]
        let place = unsafe { places.get(place(task)) };
        // Whatever the positions are, the place is written.
        PartialMut::new(place, width);
        let mut later = None;
        for (part, positions) in parts(task.positions.clone()).enumerate() {
            let (tile, kv_head) = (&tiles[task.tile], task.kv_head);
            let walk = |partial: PartialMut<'_>| {
                let walk = Walk { cpu, cache, batch, args, tile, kv_head, positions, partial };
                cpu.instructions.run(walk);
            };
            match part {
                0 => walk(PartialMut::of(place, width)),
                _ => {
                    let unwritten = || cpu.floats.unwritten(UNWRITTEN, place.len());
                    let later = later.get_or_insert_with(unwritten);
                    walk(PartialMut::new(later, width));
                    PartialMut::of(place, width).merge(Partial::of(later, width), width);
                }
            }
        }
    });

    let (mut y, cols) = (Matrix::zeros(cpu, args.q.rows, args.q.cols), args.q.cols);
    let results = Results { floats: &results, tasks, width, group };
    cpu.pool.chunks(y.data_mut(), MERGED * cols, |task, rows| {
        let mut y_local = cpu.floats.filled(0.0, width);
        for (row, y) in (task * MERGED..).zip(rows.chunks_exact_mut(cols)) {
            let (sides, gate) = (&sides[row], args.gate.map(|gate| gate.row(row)));
            cpu.instructions.run(Merge { results, sides, gate, y, y_local: &mut y_local });
        }
    });
    y
}

/// What all tasks gathered.
#[derive(Clone, Copy)]
struct Results<'a> {
    floats: &'a [f32],
    tasks: &'a [Task],
    width: usize,
    /// Query heads of a key/value head.
    group: usize,
}

impl Results<'_> {
    /// What a head gathered on one side of a row.
    #[inline(always)]
    fn of(self, side: &Side, head: usize, y: &mut [f32]) {
        let Self { floats, tasks, width, group } = self;
        let first = side.tasks.start + head / group * side.tasks.len();
        let tasks = &tasks[first..first + side.tasks.len()];
        let parts = tasks.iter().map(|task| Partial::of(&floats[task.place(group, width)], width));
        partial::result(parts, side.row * group + head % group, y);
    }
}

/// Puts together what the heads of a row gathered.
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
