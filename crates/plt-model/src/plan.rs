//! Rows, passes and plans: which hidden vectors go through the stack together. Pure arithmetic.
//!
//! A *row* is `(sequence, position, loop)`, a *pass* a set of rows that go through the stack
//! together, a *plan* the list of passes that computes what was asked for. Row `(p, r)` may run in
//! a pass when
//!
//! 1. row `(p - shift, r - 1)` finished in an **earlier** pass: its hidden state is the carry that
//!    row `(p, r)` starts from. `shift` is 1 for the parallel loop, 0 for the plain loop, see
//!    [`LoopRule::shift`];
//! 2. loop 0's keys and values of all positions up to p are written before or **during** this pass;
//! 3. its own loop's keys and values of the window before p are written before or during this pass.
//!
//! Everything that a looped engine does is a plan over that rule:
//!
//! | plan | passes for n positions | rows in a pass |
//! |---|---|---|
//! | [`sequential`](PlanKind::Sequential) | R | n |
//! | [`wavefront`](PlanKind::Wavefront) of chunk C | ceil(n / C) + R - 1 | up to R · C |
//! | [`decode`](PlanKind::Decode), parallel loop | n | R |
//! | [`decode`](PlanKind::Decode), plain loop | R · n | 1 |
//!
//! Every plan has n · R rows. The cache holds plans to the rule: `plt_cache::Sequence::advance`
//! refuses a pass that breaks it.

use std::num::NonZeroUsize;
use std::ops::Range;

use crate::config::LoopRule;

/// One hidden vector on its way through the stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Row {
    /// Index of the sequence in the batch.
    pub sequence: usize,
    /// The loop, from 0.
    pub loop_index: usize,
    /// The position of the token in its sequence, from 0.
    pub position: usize,
}

/// Rows of consecutive positions of one loop of one sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// Index of the sequence in the batch.
    pub sequence: usize,
    /// The loop, from 0.
    pub loop_index: usize,
    /// The first position.
    pub start: usize,
    /// The number of positions, at least 1.
    pub len: usize,
}

impl Span {
    /// The rows, by position.
    pub fn rows(self) -> impl Iterator<Item = Row> {
        (self.start..self.start + self.len).map(move |position| Row {
            sequence: self.sequence,
            loop_index: self.loop_index,
            position,
        })
    }
}

impl From<Span> for plt_cache::LoopSpan {
    fn from(Span { loop_index, start, len, .. }: Span) -> Self {
        Self { loop_index, start, len }
    }
}

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

/// How to arrange the rows of a run of positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanKind {
    /// Loop by loop over all positions: R passes. The vendor's order, and training's.
    Sequential,
    /// Pass k holds chunk k at loop 0, chunk k - 1 at loop 1, and so on.
    Wavefront {
        /// Positions of one chunk.
        chunk: NonZeroUsize,
    },
    /// Position by position, as in generation: one pass of R rows each for the parallel loop
    /// (Cross-Loop Parallelism, PLT algorithm 1), R passes of one row for the plain loop.
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
            PlanKind::Wavefront { chunk } => {
                let chunks = positions.len().div_ceil(chunk.get());
                let chunk_range = |c: usize| {
                    let start = positions.start + c * chunk.get();
                    start..positions.end.min(start.saturating_add(chunk.get()))
                };
                (0..chunks + loops - 1)
                    .map(|k| Pass {
                        spans: (0..loops)
                            .filter(|r| (*r..chunks + r).contains(&k))
                            .map(|r| span(r, chunk_range(k - r)))
                            .collect(),
                    })
                    .collect()
            }
            PlanKind::Decode => {
                let one = |r, p: usize| span(r, p..p + 1);
                match rule {
                    LoopRule::Parallel => positions
                        .map(|p| Pass { spans: (0..loops).map(|r| one(r, p)).collect() })
                        .collect(),
                    LoopRule::Plain => positions
                        .flat_map(|p| (0..loops).map(move |r| (r, p)))
                        .map(|(r, p)| Pass { spans: vec![one(r, p)] })
                        .collect(),
                }
            }
        }
    }

    /// Carry rows that one sequence holds at most while this plan runs over `positions` positions.
    pub fn carry_rows(self, rule: LoopRule, loops: usize, positions: usize) -> usize {
        let later = loops - 1;
        let at_rest = later * rule.shift();
        if later == 0 {
            return 0;
        }
        match self {
            // Only the loop that ran last is ahead of its successor.
            PlanKind::Sequential => at_rest.saturating_add(positions),
            PlanKind::Wavefront { chunk } => {
                at_rest.saturating_add(later.saturating_mul(chunk.get().min(positions)))
            }
            PlanKind::Decode => match rule {
                LoopRule::Parallel => at_rest,
                LoopRule::Plain => 1,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use proptest::prelude::*;

    use super::*;

    /// The dependency rule, spelled row by row, against which plans are judged.
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
        prop_oneof![Just(LoopRule::Parallel), Just(LoopRule::Plain)]
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
                (PlanKind::Wavefront { chunk }, _) => len.div_ceil(chunk.get()) + loops - 1,
                (PlanKind::Decode, LoopRule::Parallel) => len,
                (PlanKind::Decode, LoopRule::Plain) => loops * len,
            };
            prop_assert_eq!(kind.passes(rule, loops, 0, from..from + len).len(), expected);
        }
    }

    #[test]
    fn the_rule_can_be_broken() {
        // The parallel loop's decode pass is illegal for the plain loop, which waits for (p, r-1).
        let plan = PlanKind::Decode.passes(LoopRule::Parallel, 2, 0, 0..4);
        assert_eq!(violations(LoopRule::Parallel, 2, 0, 2, &plan), 0);
        assert_eq!(violations(LoopRule::Plain, 2, 0, 2, &plan), 4);
        // Loop 1 before loop 0 has no carries and no global keys.
        let mut plan = PlanKind::Sequential.passes(LoopRule::Parallel, 2, 0, 0..4);
        plan.reverse();
        assert_eq!(violations(LoopRule::Parallel, 2, 0, 2, &plan), 4);
    }
}
