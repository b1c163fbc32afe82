//! Threads that share a pool, in many interleavings: `RUSTFLAGS="--cfg shuttle" cargo test -p plt-cache`.

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

/// Runs both loops for one more token; returns whether there was room.
fn decode(sequence: &mut Sequence) -> bool {
    let start = sequence.len();
    let spans = [0, 1].map(|loop_index| Span { sequence: 0, loop_index, start, len: 1 });
    sequence.advance(&spans).is_ok()
}

#[test]
fn pool_frees_every_index_once_in_any_order() {
    let race = || {
        let pool = pool(4, 3);
        let threads: Vec<_> = (0..3)
            .map(|_| {
                let pool = Arc::clone(&pool);
                shuttle::thread::spawn(move || {
                    let mut sequence = Sequence::open(&pool).expect("three places");
                    // Eight positions in all: some threads find no room and skip the step.
                    for _ in 0..4 {
                        decode(&mut sequence);
                    }
                    sequence.check_invariants().expect("consistent while others run");
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
fn fork_outlives_its_origin() {
    let race = || {
        let pool = pool(6, 3);
        let mut sequence = Sequence::open(&pool).expect("a place");
        for _ in 0..3 {
            assert!(decode(&mut sequence));
        }
        let forks = [(); 2].map(|()| sequence.fork().expect("room").0);
        // Some finish, some are cancelled: the last one frees the shared blocks.
        let threads = forks.map(|mut fork| {
            shuttle::thread::spawn(move || {
                decode(&mut fork);
                fork.check_invariants().expect("consistent while others are dropped");
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
