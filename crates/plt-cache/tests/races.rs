//! Threads that share a pool, in many orders: `RUSTFLAGS="--cfg shuttle" cargo test -p plt-cache`.

#![cfg(shuttle)]

use std::sync::Arc;

use plt_cache::{CacheLayout, Geometry, Pool, PoolSize, Sequence, Span};

const ORDERS: usize = 5000;

fn pool(blocks: usize, sequences: usize) -> Arc<Pool> {
    let geometry = Geometry { layers: 1, hidden: 2, loops: 2, local_keys: 3, shift: 1 };
    let (slot_bytes, block_size, carry_rows) = (16, 2, 12);
    let size = PoolSize { slot_bytes, block_size, blocks, sequences, carry_rows, rollback: 0 };
    Pool::new(CacheLayout::new(geometry, size).expect("a layout"))
}

/// A token more in both loops; whether there was room for it.
fn decode(sequence: &mut Sequence) -> bool {
    let start = sequence.len();
    let spans = [0, 1].map(|loop_index| Span { sequence: 0, loop_index, start, len: 1 });
    sequence.advance(&spans).is_ok()
}

#[test]
fn leases_are_given_back_once_whoever_is_first() {
    let race = || {
        let pool = pool(4, 3);
        let threads: Vec<_> = (0..3)
            .map(|_| {
                let pool = Arc::clone(&pool);
                shuttle::thread::spawn(move || {
                    let mut sequence = Sequence::open(&pool).expect("three places");
                    // Eight positions for all: some find no room, and go on without.
                    for _ in 0..4 {
                        decode(&mut sequence);
                    }
                    sequence.check_invariants().expect("whole while others run");
                })
            })
            .collect();
        threads.into_iter().for_each(|thread| thread.join().expect("no panic"));
        pool.check_invariants().expect("whole");
        assert_eq!(pool.stats().bytes.used, 0);
    };
    shuttle::check_random(race, ORDERS);
}

#[test]
fn a_fork_outlives_what_it_was_forked_from() {
    let race = || {
        let pool = pool(6, 3);
        let mut sequence = Sequence::open(&pool).expect("a place");
        for _ in 0..3 {
            assert!(decode(&mut sequence));
        }
        let forks = [(); 2].map(|()| sequence.fork().expect("room").0);
        // Finished here, cancelled there: blocks that all share are freed by the last.
        let threads = forks.map(|mut fork| {
            shuttle::thread::spawn(move || {
                decode(&mut fork);
                fork.check_invariants().expect("whole while others go");
                drop(fork);
            })
        });
        drop(sequence);
        threads.into_iter().for_each(|thread| thread.join().expect("no panic"));
        pool.check_invariants().expect("whole");
        assert_eq!(pool.stats().bytes.used, 0);
    };
    shuttle::check_random(race, ORDERS);
}
