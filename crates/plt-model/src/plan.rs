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
//! Every plan has n · R rows. The cache holds plans to the rule: `plt_cache::Sequence::advance`
//! rejects a pass that breaks it.

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
    /// chunk k, loop 1 is at chunk k - 1, and so on.
    Wavefront {
        /// Positions of one chunk.
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
        let span = |loop_index, range: Range<usize>| Span {
            sequence,
            loop_index,
            start: range.start,
            len: range.len(),
        };
        match self {
            _ if positions.is_empty() => Vec::new(),
            PlanKind::Sequential => {
                (0..loops).map(|r| Pass { spans: vec![span(r, positions.clone())] }).collect()
            }
            PlanKind::Wavefront { chunk } => waves(rule, loops, sequence, positions, chunk.get()),
            PlanKind::Decode => {
                positions.flat_map(|p| waves(rule, loops, sequence, p..p + 1, 1)).collect()
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
            PlanKind::Wavefront { chunk } => {
                later.saturating_mul(chunk.get().saturating_mul(sequences).min(positions))
            }
            // One loop is a position ahead of its successor.
            PlanKind::Decode => sequences,
        }
    }
}

/// The rows that one sequence is ready for: for every loop that can advance, the next positions up to
/// `end`, at most `chunk` of them. `written` is the number of positions that each loop has done.
///
/// The next token of a settled sequence is R rows of the parallel loop, and one of the sequential loop; a
/// prompt is a wavefront. The two differ in the distance to `end`.
pub fn ready(
    rule: LoopRule,
    written: &[usize],
    sequence: usize,
    end: usize,
    chunk: usize,
) -> Vec<Span> {
    let span = |loop_index: usize| {
        let start = written[loop_index];
        // Row (p, r) waits for the carry of (p - shift, r - 1).
        let reach = loop_index.checked_sub(1).map_or(end, |r| written[r] + rule.shift());
        let len = reach.min(end).saturating_sub(start).min(chunk);
        Span { sequence, loop_index, start, len }
    };
    (0..written.len()).map(span).filter(|span| span.len > 0).collect()
}

/// Passes of the ready rows until all loops have done these positions.
fn waves(
    rule: LoopRule,
    loops: usize,
    sequence: usize,
    positions: Range<usize>,
    chunk: usize,
) -> Vec<Pass> {
    let mut written = vec![positions.start; loops];
    let passes = std::iter::from_fn(|| {
        let spans = ready(rule, &written, sequence, positions.end, chunk);
        spans.iter().for_each(|span| written[span.loop_index] += span.len);
        (!spans.is_empty()).then_some(Pass { spans })
    });
    passes.collect()
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
