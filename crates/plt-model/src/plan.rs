//! Rows, passes and plans: which hidden vectors go through the stack together. Pure arithmetic.
//!
//! A *row* is `(sequence, position, loop)`, a *pass* a set of rows that go through the stack
//! together, a *plan* the list of passes that computes a request. Row `(p, r)` may run in
//! a pass when
//!
//! 1. row `(p - shift, r - 1)` finished in an **earlier** pass: its hidden state is the carry that
//!    row `(p, r)` starts from. `shift` is 1 for the parallel loop, 0 for the sequential loop, see
//!    [`LoopRule::shift`];
//! 2. loop 0's keys and values of all positions up to p are written before or **during** this pass;
//! 3. its own loop's keys and values of the window before p are written before or during this pass.
//!
//! All work of a looped engine is a plan that follows this rule:
//!
//! | plan | passes for n positions | rows in a pass |
//! |---|---|---|
//! | [`sequential`](PlanKind::Sequential) | R | n |
//! | [`wavefront`](PlanKind::Wavefront) of chunk C | ceil(n / C) + R - 1 at most | up to R · C |
//! | [`decode`](PlanKind::Decode), parallel loop | n | R |
//! | [`decode`](PlanKind::Decode), sequential loop | R · n | 1 |
//!
//! These plans have n · R rows. The end of a prompt does not see most rows of later loops, so a
//! prompt whose last logits alone are wanted needs about n rows, and any plan of it may start a loop
//! late: see [`Sequence::skip_to`](crate::Sequence::skip_to), [`PlanKind::passes_from`] and, for the
//! rule, [`Geometry::first_positions`](plt_cache::Geometry::first_positions).
//!
//! The cache holds plans to the rule: `plt_cache::Sequence::advance` rejects a pass that breaks it.

use std::num::NonZeroUsize;
use std::ops::Range;

pub use plt_cache::{Row, Span};

use crate::config::LoopRule;

/// Rows that go through the stack together: the weights are read once for all of them.
///
/// At most one span for each loop of each sequence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pass {
    /// The rows, span after span; this order is the order of rows in every tensor of the pass.
    pub spans: Vec<Span>,
}

impl Pass {
    /// The rows in tensor order.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        self.spans.iter().flat_map(|span| span.rows())
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.spans.iter().map(|span| span.len).sum()
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }
}

/// The arrangement of the rows of consecutive positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanKind {
    /// Loop by loop over all positions: R passes. The vendor's order, and training's.
    Sequential,
    /// Every pass takes whatever is [ready], up to `chunk` positions of each loop: when loop 0 is at
    /// chunk k, loop 1 is at chunk k - 1, and so on. Loops that start late leave their rows to the
    /// others until then.
    Wavefront {
        /// Positions of one chunk when all loops run.
        chunk: NonZeroUsize,
    },
    /// Position by position, as in generation: one pass of R rows each for the parallel loop
    /// (Cross-Loop Parallelism, PLT algorithm 1), R passes of one row for the sequential loop.
    Decode,
}

impl PlanKind {
    /// The passes that take one sequence from `positions.start` to `positions.end`, all loops of
    /// earlier positions being done.
    pub fn passes(
        self,
        rule: LoopRule,
        loops: usize,
        sequence: usize,
        positions: Range<usize>,
    ) -> Vec<Pass> {
        self.passes_from(rule, sequence, &vec![positions.start; loops], positions.end)
    }

    /// The passes that take every loop of one sequence from its position in `starts` to `end`. The
    /// starts are those of a sequence after [`skip_to`](crate::Sequence::skip_to), or between any two
    /// passes.
    pub fn passes_from(
        self,
        rule: LoopRule,
        sequence: usize,
        starts: &[usize],
        end: usize,
    ) -> Vec<Pass> {
        let first = starts.iter().copied().min().unwrap_or(end);
        match self {
            PlanKind::Sequential => {
                let spans = starts.iter().enumerate().map(|(loop_index, start)| {
                    let len = end.saturating_sub(*start);
                    Span { sequence, loop_index, start: *start, len }
                });
                spans.filter(|span| span.len > 0).map(|span| Pass { spans: vec![span] }).collect()
            }
            PlanKind::Wavefront { chunk } => {
                let mut written = starts.to_vec();
                waves(rule, sequence, &mut written, end, chunk.get()).collect()
            }
            PlanKind::Decode => {
                let mut written = starts.to_vec();
                let ends = first + 1..=end;
                ends.flat_map(|end| waves(rule, sequence, &mut written, end, 1).collect::<Vec<_>>())
                    .collect()
            }
        }
    }

    /// Carry rows that `sequences` of `positions` positions together hold at most while this plan
    /// runs, beyond those of settled sequences.
    pub(crate) fn open_carries(self, loops: usize, sequences: usize, positions: usize) -> usize {
        let later = loops - 1;
        match self {
            _ if later == 0 => 0,
            // Only the loop that ran last is ahead of its successor.
            PlanKind::Sequential => positions,
            // A loop is ahead of its successor by a chunk of those that run when that one starts.
            PlanKind::Wavefront { chunk } => {
                let ahead = |running| chunk_of(chunk.get(), loops, running);
                let ahead = |running| ahead(running).saturating_mul(sequences).min(positions);
                (2..=loops).map(ahead).fold(0, usize::saturating_add)
            }
            // One loop is a position ahead of its successor.
            PlanKind::Decode => sequences,
        }
    }
}

/// The rows that one sequence is ready for: for every loop that can advance, the next positions up to
/// `end`, at most `chunk` of them. `written` is the next position of each loop.
///
/// The next token of a settled sequence is R rows of the parallel loop, and one of the sequential loop; a
/// prompt is a wavefront. The two differ in the distance to `end`.
///
/// A loop may start late: then loops before it have not reached its first position. Until then they
/// share its rows, and advance by more than `chunk`.
pub fn ready(
    rule: LoopRule,
    written: &[usize],
    sequence: usize,
    end: usize,
    chunk: usize,
) -> Vec<Span> {
    // How far loop r can go in this pass: row (p, r) waits for the carry of (p - shift, r - 1).
    let reach = |r: usize| match r.checked_sub(1) {
        None => end.max(written[0]),
        Some(before) => written[before] + rule.shift(),
    };
    let loops = written.len();
    let running = (0..loops).take_while(|r| written[*r] <= reach(*r)).count();
    let mut most = chunk_of(chunk, loops, running);
    if running < loops {
        // Not far past the start of the next loop: carries wait from there on.
        let before = written[running] - reach(running);
        most = most.min(before.max(chunk_of(chunk, loops, running + 1)));
    }
    let span = |loop_index: usize| {
        let start = written[loop_index];
        let len = reach(loop_index).min(end).saturating_sub(start).min(most);
        Span { sequence, loop_index, start, len }
    };
    (0..running).map(span).filter(|span| span.len > 0).collect()
}

/// The positions of a chunk while `running` of R loops share the rows of a pass: R chunks of all loops.
fn chunk_of(chunk: usize, loops: usize, running: usize) -> usize {
    chunk.saturating_mul(loops) / running.max(1)
}

/// Passes of the ready rows until all loops have done the positions before `end`.
fn waves(
    rule: LoopRule,
    sequence: usize,
    written: &mut [usize],
    end: usize,
    chunk: usize,
) -> impl Iterator<Item = Pass> {
    std::iter::from_fn(move || {
        let spans = ready(rule, written, sequence, end, chunk);
        spans.iter().for_each(|span| written[span.loop_index] += span.len);
        (!spans.is_empty()).then_some(Pass { spans })
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use proptest::prelude::*;

    use super::*;

    /// The dependency rule, row by row, against which plans are tested.
    fn violations(
        rule: LoopRule,
        loops: usize,
        from: usize,
        window: usize,
        plan: &[Pass],
    ) -> usize {
        let mut finished: HashMap<(usize, usize), usize> = HashMap::new();
        for r in 0..loops {
            finished.extend((0..from).map(|p| ((p, r), 0)));
        }
        for (k, pass) in plan.iter().enumerate() {
            for row in pass.rows() {
                finished.entry((row.position, row.loop_index)).or_insert(k + 1);
            }
        }
        let done = |p: usize, r: usize| finished.get(&(p, r)).copied().unwrap_or(usize::MAX);
        let mut bad = 0;
        for (k, pass) in plan.iter().enumerate() {
            let now = k + 1;
            for Row { position: p, loop_index: r, .. } in pass.rows() {
                let carry = r == 0 || p < rule.shift() || done(p - rule.shift(), r - 1) < now;
                let global = (0..=p).all(|j| done(j, 0) <= now);
                let local = (p.saturating_sub(window)..=p).all(|j| done(j, r) <= now);
                bad += usize::from(!(carry && global && local));
            }
        }
        bad
    }

    fn kinds() -> impl Strategy<Value = PlanKind> {
        prop_oneof![
            Just(PlanKind::Sequential),
            Just(PlanKind::Decode),
            (1..=9usize).prop_map(|c| PlanKind::Wavefront { chunk: NonZeroUsize::new(c).unwrap() }),
        ]
    }

    fn rules() -> impl Strategy<Value = LoopRule> {
        prop_oneof![Just(LoopRule::Parallel), Just(LoopRule::Sequential)]
    }

    proptest! {
        #[test]
        fn plans_keep_the_dependency_rule_and_cover_every_row_once(
            kind in kinds(), rule in rules(), loops in 1..=5usize,
            from in 0..7usize, len in 0..20usize, window in 0..5usize,
        ) {
            let plan = kind.passes(rule, loops, 3, from..from + len);
            prop_assert_eq!(violations(rule, loops, from, window, &plan), 0);
            let rows: Vec<Row> = plan.iter().flat_map(Pass::rows).collect();
            let distinct: HashSet<Row> = rows.iter().copied().collect();
            prop_assert_eq!(rows.len(), loops * len);
            prop_assert_eq!(distinct.len(), loops * len);
            prop_assert!(rows.iter().all(|row| row.sequence == 3 && row.loop_index < loops
                && (from..from + len).contains(&row.position)));
        }

        #[test]
        fn plans_have_the_documented_number_of_passes(
            kind in kinds(), rule in rules(), loops in 1..=5usize, from in 0..7usize, len in 1..20usize,
        ) {
            let expected = match (kind, rule) {
                (PlanKind::Sequential, _) => loops,
                (PlanKind::Wavefront { chunk }, LoopRule::Sequential) => {
                    len.div_ceil(chunk.get()) + loops - 1
                }
                // The last loop starts at position 0 at once, and from then on is R - 1 positions and
                // passes behind.
                (PlanKind::Wavefront { chunk }, LoopRule::Parallel) if len >= loops => {
                    (len - loops) / chunk.get() + loops
                }
                (PlanKind::Wavefront { .. }, LoopRule::Parallel) => len,
                (PlanKind::Decode, LoopRule::Parallel) => len,
                (PlanKind::Decode, LoopRule::Sequential) => loops * len,
            };
            prop_assert_eq!(kind.passes(rule, loops, 0, from..from + len).len(), expected);
        }
    }

    proptest! {
        /// The cache judges every pass, with the carry rows that the plan says it needs.
        #[test]
        fn plans_that_start_loops_late_are_legal(
            kind in kinds(), rule in rules(), loops in 1..=5usize, layers in 1..=3usize,
            local_keys in 0..=6usize, from in 0..40usize, more in 1..160usize,
        ) {
            let (end, shift) = (from + more, rule.shift());
            let geometry = plt_cache::Geometry { layers, hidden: 1, loops, local_keys, shift };
            let carry_rows = kind.open_carries(loops, 1, end) + (loops - 1) * shift;
            let size = plt_cache::PoolSize {
                slot_bytes: 1,
                block_size: 16,
                blocks: 16,
                sequences: 1,
                carry_rows: carry_rows.max(1),
                rollback: 0,
            };
            let layout = plt_cache::CacheLayout::new(geometry, size).unwrap();
            let pool = plt_cache::Pool::new(layout);
            let mut sequence = plt_cache::Sequence::restore(&pool, from, from, 0).unwrap();
            let skipped = sequence.skip_to(end - 1).unwrap();
            let starts = sequence.written().to_vec();
            let plan = kind.passes_from(rule, 0, &starts, end);
            for pass in &plan {
                sequence.advance(&pass.spans).unwrap();
            }
            prop_assert!(sequence.is_settled() && sequence.len() == end);
            let rows: usize = plan.iter().map(Pass::len).sum();
            prop_assert_eq!(rows + skipped, loops * more);
            if let PlanKind::Wavefront { chunk } = kind {
                let most = plan.iter().map(Pass::len).max();
                prop_assert!(most <= Some(loops * chunk.get()));
            }
        }
    }

    #[test]
    fn wavefront_gives_the_rows_of_late_loops_to_the_others() {
        let chunk = NonZeroUsize::new(64).unwrap();
        let plan = |starts: &[usize], end| {
            let wavefront = PlanKind::Wavefront { chunk };
            let passes = wavefront.passes_from(LoopRule::Parallel, 0, starts, end);
            passes.iter().map(Pass::len).collect::<Vec<_>>()
        };
        // Loop 0 alone takes 128 rows, and 64 where loop 1 starts.
        assert_eq!(plan(&[0, 300], 400), [128, 128, 64, 64 + 21, 16 + 64, 15]);
        assert_eq!(plan(&[0, 0], 128), [64 + 1, 64 + 64, 63]);
    }

    #[test]
    fn the_rule_can_be_broken() {
        // The parallel loop's decode pass is illegal for the sequential loop, which waits for (p, r-1).
        let plan = PlanKind::Decode.passes(LoopRule::Parallel, 2, 0, 0..4);
        assert_eq!(violations(LoopRule::Parallel, 2, 0, 2, &plan), 0);
        assert_eq!(violations(LoopRule::Sequential, 2, 0, 2, &plan), 4);
        // Loop 1 before loop 0 has no carries and no global keys.
        let mut plan = PlanKind::Sequential.passes(LoopRule::Parallel, 2, 0, 0..4);
        plan.reverse();
        assert_eq!(violations(LoopRule::Parallel, 2, 0, 2, &plan), 4);
    }
}
