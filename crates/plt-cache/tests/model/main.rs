//! The cache against a naive model, over random lists of operations on tiny pools.

mod naive;

use std::collections::BTreeSet;

use naive::{Naive, Outcome};
use plt_cache::{Geometry, PoolSize, Span};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// Sequences are picked modulo the number of open ones; lengths are limited to legal ones.
#[derive(Debug, Clone)]
enum Operation {
    Open,
    Close(usize),
    /// A pass of up to two sequences: for each the `(loop, length)` to try.
    Pass(Vec<(usize, Vec<(usize, usize)>)>),
    /// Spans that are most often illegal: `(loop, start - written, length)`.
    Wild(usize, Vec<(usize, isize, usize)>),
    /// Passes that take all loops to the same position.
    Rest(usize),
    /// This many tokens, one at a time.
    Decode(usize, usize),
    /// Removes this many positions.
    Back(usize, usize),
    Truncate(usize, usize),
    Fork(usize),
    /// Saves and restores.
    Restore(usize),
    /// Skips for a position this far ahead of loop 0.
    Skip(usize, isize),
}

fn operations() -> impl Strategy<Value = Operation> {
    let who = 0..3usize;
    let wish = proptest::collection::vec((0..4usize, 1..=9usize), 1..=4);
    let length = prop_oneof![9 => 0..=6usize, 1 => Just(usize::MAX)];
    let wild = proptest::collection::vec((0..=4usize, -1..=1isize, length), 1..=3);
    prop_oneof![
        2 => Just(Operation::Open),
        1 => who.clone().prop_map(Operation::Close),
        8 => proptest::collection::vec((who.clone(), wish), 1..=2).prop_map(Operation::Pass),
        3 => (who.clone(), wild).prop_map(|(who, spans)| Operation::Wild(who, spans)),
        4 => who.clone().prop_map(Operation::Rest),
        4 => (who.clone(), 1..=5usize).prop_map(|(who, tokens)| Operation::Decode(who, tokens)),
        4 => (who.clone(), 0..=4usize).prop_map(|(who, back)| Operation::Back(who, back)),
        3 => who.clone().prop_map(Operation::Fork),
        2 => who.clone().prop_map(Operation::Restore),
        3 => (who.clone(), -2..=20isize).prop_map(|(who, ahead)| Operation::Skip(who, ahead)),
        1 => (who, 0..=20usize).prop_map(|(who, len)| Operation::Truncate(who, len)),
    ]
}

fn geometries() -> impl Strategy<Value = Geometry> {
    (1..=4usize, 0..=10usize, 0..=1usize, 1..=3usize).prop_map(
        |(loops, local_keys, shift, layers)| Geometry {
            layers,
            hidden: 7,
            loops,
            local_keys,
            shift,
        },
    )
}

fn sizes() -> impl Strategy<Value = PoolSize> {
    (1..=40usize, 1..=4usize, 1..=12usize, 1..=3usize, 1..=14usize, 0..=3usize).prop_map(
        |(slot_bytes, block_size, blocks, sequences, carry_rows, rollback)| PoolSize {
            slot_bytes,
            block_size,
            blocks,
            sequences,
            carry_rows,
            rollback,
        },
    )
}

type Case = (Geometry, PoolSize, Vec<Operation>);

fn cases() -> impl Strategy<Value = Case> {
    (geometries(), sizes(), proptest::collection::vec(operations(), 1..60))
}

/// The longest legal spans within the given lengths, in their order.
fn legal(geometry: &Geometry, written: &[usize], wishes: &[(usize, usize)]) -> Vec<Span> {
    let mut distinct: Vec<(usize, usize)> = Vec::new();
    for (loop_index, len) in wishes {
        let loop_index = loop_index % geometry.loops;
        if distinct.iter().all(|(other, _)| *other != loop_index) {
            distinct.push((loop_index, *len));
        }
    }
    let wish_of_zero = distinct.iter().find(|(loop_index, _)| *loop_index == 0);
    let loop_zero = written[0] + wish_of_zero.map_or(0, |(_, len)| *len);
    let spans = distinct.into_iter().map(|(loop_index, len)| {
        let start = written[loop_index];
        let end = match loop_index {
            0 => loop_zero,
            r => (start + len).min(written[r - 1] + geometry.shift).min(loop_zero),
        };
        Span { sequence: 0, loop_index, start, len: end.saturating_sub(start) }
    });
    spans.filter(|span| span.len > 0).collect()
}

fn run((geometry, size, operations): &Case) -> BTreeSet<Outcome> {
    let mut naive = Naive::new(*geometry, *size);
    naive.open();
    for operation in operations {
        let open = naive.sequences();
        match operation {
            Operation::Open => naive.open(),
            _ if open == 0 => {}
            Operation::Close(who) => naive.close(who % open),
            Operation::Pass(parts) => {
                let mut pass: Vec<(usize, Vec<Span>)> = Vec::new();
                for (who, wishes) in parts {
                    let who = who % open;
                    if pass.iter().all(|(other, _)| *other != who) {
                        pass.push((who, legal(geometry, naive.written(who), wishes)));
                    }
                }
                naive.pass(&pass);
            }
            Operation::Wild(who, spans) => {
                let written = naive.written(who % open).to_vec();
                let spans = spans.iter().map(|(loop_index, from, len)| {
                    let written = written.get(*loop_index).copied().unwrap_or(0);
                    let start = written.saturating_add_signed(*from);
                    Span { sequence: 0, loop_index: *loop_index, start, len: *len }
                });
                naive.pass(&[(who % open, spans.collect())]);
            }
            Operation::Rest(who) => rest(&mut naive, geometry, who % open),
            Operation::Decode(who, tokens) => {
                for _ in 0..*tokens {
                    let wishes: Vec<(usize, usize)> = (0..geometry.loops).map(|r| (r, 1)).collect();
                    let spans = legal(geometry, naive.written(who % open), &wishes);
                    naive.pass(&[(who % open, spans)]);
                    if geometry.shift == 0 {
                        rest(&mut naive, geometry, who % open);
                    }
                }
            }
            Operation::Back(who, back) => {
                let len = naive.written(who % open)[0].saturating_sub(*back);
                naive.truncate(who % open, len);
            }
            Operation::Truncate(who, len) => naive.truncate(who % open, *len),
            Operation::Fork(who) => naive.fork(who % open),
            Operation::Restore(who) => naive.restore(who % open),
            Operation::Skip(who, ahead) => {
                let wanted = naive.written(who % open)[0].saturating_add_signed(*ahead);
                naive.skip(who % open, wanted);
            }
        }
    }
    naive.outcomes
}

fn rest(naive: &mut Naive, geometry: &Geometry, who: usize) {
    for r in 1..geometry.loops {
        let len = naive.written(who)[0].saturating_sub(naive.written(who)[r]);
        let spans = legal(geometry, naive.written(who), &[(r, len)]);
        naive.pass(&[(who, spans)]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn every_row_reads_the_newest_values_of_its_sequence(case in cases()) {
        run(&case);
    }
}

/// Every outcome must occur in some case.
#[test]
fn model_cases_reach_every_outcome() {
    let mut runner = TestRunner::deterministic();
    let mut outcomes = BTreeSet::new();
    for _ in 0..200 {
        outcomes.extend(run(&cases().new_tree(&mut runner).unwrap().current()));
    }
    let all = BTreeSet::from([
        Outcome::Opened,
        Outcome::NoPlace,
        Outcome::Advanced,
        Outcome::RingWrapped,
        Outcome::LongerThanRing,
        Outcome::WentOnAfterRollback,
        Outcome::RuleBroken,
        Outcome::NoBlocks,
        Outcome::NoCarryRows,
        Outcome::Truncated,
        Outcome::TruncatedOnTheWay,
        Outcome::Reset,
        Outcome::TruncationRefused,
        Outcome::Forked,
        Outcome::NoRoomToFork,
        Outcome::BlockCopied,
        Outcome::Restored,
        Outcome::NoRoomToRestore,
        Outcome::NotSaved,
        Outcome::Skipped,
        Outcome::NothingToSkip,
        Outcome::SkipRefused,
    ]);
    assert_eq!(outcomes, all);
}
