//! The errors of a sequence, one test each, and some exact results.

use std::sync::Arc;
use std::thread;

use plt_cache::{
    CacheLayout, Error, Geometry, PendingCopies, Pool, PoolSize, Result, Sequence, Span,
};

/// Blocks of 4 positions; windows of 3 keys.
fn pool(loops: usize, shift: usize, change: impl FnOnce(&mut PoolSize)) -> Arc<Pool> {
    let geometry = Geometry { layers: 2, hidden: 16, loops, local_keys: 3, shift };
    let mut size = PoolSize {
        slot_bytes: 64,
        block_size: 4,
        blocks: 10,
        sequences: 2,
        carry_rows: 40,
        rollback: 0,
    };
    change(&mut size);
    Pool::new(CacheLayout::new(geometry, size).unwrap())
}

fn span(loop_index: usize, start: usize, len: usize) -> Span {
    Span { sequence: 0, loop_index, start, len }
}

/// Runs all loops to `len`, one after the other.
fn prefill(sequence: &mut Sequence, len: usize) -> Result<()> {
    for r in 0..sequence.written().len() {
        let start = sequence.written()[r];
        sequence.advance(&[span(r, start, len - start)])?;
    }
    Ok(())
}

/// Two loops, four positions done by both.
fn four_done(change: impl FnOnce(&mut PoolSize)) -> (Arc<Pool>, Sequence) {
    let pool = pool(2, 1, change);
    let mut sequence = Sequence::open(&pool).unwrap();
    prefill(&mut sequence, 4).unwrap();
    (pool, sequence)
}

/// `advance` fails with `error` and changes nothing.
#[track_caller]
fn refused((pool, mut sequence): (Arc<Pool>, Sequence), spans: &[Span], error: Error) {
    let state = |sequence: &Sequence| {
        (sequence.written().to_vec(), sequence.block_table().to_vec(), pool.stats())
    };
    let before = state(&sequence);
    assert_eq!(sequence.advance(spans), Err(error));
    assert_eq!(state(&sequence), before);
    assert_eq!(sequence.check_invariants(), Ok(()));
    assert_eq!(pool.check_invariants(), Ok(()));
}

#[test]
fn advance_rejects_an_unknown_loop() {
    let error = Error::NoSuchLoop { loop_index: 2, loops: 2 };
    refused(four_done(|_| {}), &[span(0, 4, 1), span(2, 4, 1)], error);
}

#[test]
fn advance_rejects_two_spans_of_one_loop() {
    let error = Error::LoopTwice { loop_index: 0 };
    refused(four_done(|_| {}), &[span(0, 4, 1), span(0, 5, 1)], error);
}

#[test]
fn advance_rejects_an_empty_span() {
    refused(four_done(|_| {}), &[span(0, 4, 0)], Error::EmptySpan { loop_index: 0 });
}

#[test]
fn advance_rejects_gaps_and_repetitions() {
    let error = |start| Error::NotContiguous { loop_index: 0, start, written: 4 };
    refused(four_done(|_| {}), &[span(0, 5, 1)], error(5));
    refused(four_done(|_| {}), &[span(0, 3, 1)], error(3));
}

#[test]
fn advance_rejects_a_carry_of_the_same_pass() {
    let spans = [span(0, 4, 2), span(1, 4, 2)];
    let error = Error::CarryNotReady { loop_index: 1, end: 6, ready: 5 };
    refused(four_done(|_| {}), &spans, error);
    // In the sequential loop even a single row needs an earlier pass of loop 0 at its position.
    let pool = pool(2, 0, |_| {});
    let sequence = Sequence::open(&pool).unwrap();
    let error = Error::CarryNotReady { loop_index: 1, end: 1, ready: 0 };
    refused((pool, sequence), &[span(0, 0, 1), span(1, 0, 1)], error);
}

#[test]
fn advance_rejects_a_position_ahead_of_loop_0() {
    let error = Error::AheadOfLoopZero { loop_index: 1, end: 5, written: 4 };
    refused(four_done(|_| {}), &[span(1, 4, 1)], error);
}

#[test]
fn advance_rejects_a_pass_without_enough_blocks() {
    let error = Error::OutOfBlocks { needed: 2, free: 1 };
    refused(four_done(|size| size.blocks = 2), &[span(0, 4, 5)], error);
    // No position is too far for the arithmetic.
    let needed = usize::MAX.div_ceil(4) - 1;
    let error = Error::OutOfBlocks { needed, free: 9 };
    refused(four_done(|_| {}), &[span(0, 4, usize::MAX)], error);
}

#[test]
fn advance_rejects_a_pass_without_enough_carry_rows() {
    // One of four carry rows is in use; this pass consumes it in loop 1 and can write four.
    let size = |size: &mut PoolSize| size.carry_rows = 4;
    let error = Error::OutOfCarryRows { needed: 4, free: 3 };
    refused(four_done(size), &[span(0, 4, 4)], error);
    let (_, mut sequence) = four_done(size);
    assert!(sequence.advance(&[span(1, 4, 1), span(0, 4, 4)]).is_ok());
}

#[test]
fn open_rejects_too_many_sequences() {
    let pool = pool(2, 1, |_| {});
    let _open = [Sequence::open(&pool).unwrap(), Sequence::open(&pool).unwrap()];
    assert_eq!(Sequence::open(&pool).unwrap_err(), Error::OutOfSequences { total: 2 });
}

#[test]
fn truncate_rejects_lengths_beyond_the_rollback_limit() {
    let (pool, mut sequence) = four_done(|size| size.rollback = 2);
    let before = pool.stats();
    assert_eq!(sequence.truncate(5), Err(Error::TruncateBeyond { len: 5, written: 4 }));
    assert_eq!(sequence.truncate(1), Err(Error::RollbackTooFar { len: 1, least: 2 }));
    assert_eq!((sequence.written(), pool.stats()), (&[4, 4][..], before));
    // Removed positions have overwritten older ones.
    assert_eq!(sequence.truncate(3), Ok(PendingCopies::default()));
    assert_eq!(sequence.truncate(1), Err(Error::RollbackTooFar { len: 1, least: 2 }));

    // Loop 0 alone was ahead: no ring entry is lost.
    sequence.advance(&[span(0, 3, 5)]).unwrap();
    assert_eq!(sequence.truncate(4), Ok(PendingCopies::default()));
    assert_eq!(sequence.written(), [4, 3]);
    assert_eq!(sequence.truncate(1), Err(Error::RollbackTooFar { len: 1, least: 2 }));
    assert_eq!(sequence.truncate(0), Ok(PendingCopies::default()));
    assert_eq!((pool.stats().blocks.used, pool.stats().carry_rows.used), (0, 0));
}

#[test]
fn one_loop_can_be_truncated_to_any_length() {
    let pool = pool(1, 1, |size| size.carry_rows = 0);
    let mut sequence = Sequence::open(&pool).unwrap();
    prefill(&mut sequence, 23).unwrap();
    assert_eq!(sequence.truncate(9), Ok(PendingCopies::default()));
    assert_eq!(sequence.block_table().len(), 3);
    prefill(&mut sequence, 40).unwrap();
    assert_eq!(sequence.block_table().len(), 10);
}

#[test]
fn decoding_needs_one_carry_row_per_later_loop() {
    for loops in 1..=4 {
        let pool = pool(loops, 1, |size| size.carry_rows = (loops - 1).max(1));
        let mut sequence = Sequence::open(&pool).unwrap();
        for start in 0..30 {
            let spans: Vec<Span> = (0..loops).map(|r| span(r, start, 1)).collect();
            let slots = sequence.advance(&spans).unwrap();
            let starts = slots.iter().skip(1).flat_map(|slots| &slots.carry_in);
            assert!(starts.clone().count() == loops - 1);
            assert!(starts.clone().all(|carry| carry.is_some() == (start > 0)));
            assert_eq!(pool.stats().carry_rows.used, loops - 1);
        }
    }
}

#[test]
fn settled_sequential_loop_holds_no_carry() {
    let pool = pool(3, 0, |size| (size.carry_rows, size.rollback) = (1, 2));
    let mut sequence = Sequence::open(&pool).unwrap();
    for len in 1..=30 {
        prefill(&mut sequence, len).unwrap();
        assert_eq!(pool.stats().carry_rows.used, 0);
    }
}

#[test]
fn pool_serves_several_threads() {
    let pool = pool(3, 1, |size| size.sequences = 4);
    thread::scope(|scope| {
        for thread in 0..4 {
            let pool = &pool;
            scope.spawn(move || {
                for round in 0..200 {
                    let mut sequence = Sequence::open(pool).unwrap();
                    // A thread that finds the pool full continues with its current length.
                    let _ = prefill(&mut sequence, 1 + (thread + round) % 13);
                    sequence.check_invariants().unwrap();
                    pool.check_invariants().unwrap();
                    if round % 3 == 0 {
                        let _ = sequence.truncate(0).unwrap();
                    }
                }
            });
        }
    });
    let stats = pool.stats();
    let used = [stats.blocks.used, stats.sequences.used, stats.carry_rows.used, stats.bytes.used];
    assert_eq!(used, [0; 4]);
    pool.check_invariants().unwrap();
}

/// Two full blocks, one of three positions, and loop 1's window of three keys.
#[test]
fn fork_shares_full_blocks_and_copies_the_rest() {
    let pool = pool(2, 1, |_| {});
    let mut sequence = Sequence::open(&pool).unwrap();
    sequence.advance(&[span(0, 0, 11)]).unwrap();
    sequence.advance(&[span(1, 0, 11)]).unwrap();
    let before = pool.stats();
    let (mut fork, copies) = sequence.fork().unwrap();
    assert_eq!(fork.block_table(), [0, 1, 3]);
    let partial = [(8, 12), (9, 13), (10, 14)];
    // Rings of 3 slots follow 40 slots of blocks: positions 8, 9, 10 in places 2, 0, 1.
    let rings = [(42, 45), (40, 43), (41, 44)];
    assert_eq!(copies.slots, [partial, rings].concat());
    assert_eq!(copies.carry_rows.len(), 1);
    assert_eq!(pool.stats().blocks.used, before.blocks.used + 1);
    assert_eq!(pool.stats().carry_rows.used, 2);

    // The last holder of a block frees it.
    drop(sequence);
    assert_eq!(pool.stats().blocks.used, 3);
    fork.advance(&[span(0, 11, 1), span(1, 11, 1)]).unwrap();
    drop(fork);
    assert_eq!(pool.stats().bytes.used, 0);
    pool.check_invariants().unwrap();
}
