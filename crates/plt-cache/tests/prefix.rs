//! The index of prefixes: what is found, what is not, and what makes room.

use std::sync::Arc;

use plt_cache::{
    CacheLayout, Error, Geometry, LoopSpan, Pool, PoolSize, PrefixIndex, PrefixKey, Sequence,
};

const BLOCK: usize = 4;

fn pool(sequences: usize) -> Arc<Pool> {
    let geometry = Geometry { layers: 1, hidden: 2, loops: 2, local_keys: 3, shift: 1 };
    let size = PoolSize {
        slot_bytes: 16,
        block_size: BLOCK,
        blocks: 12,
        sequences,
        carry_rows: 40,
        rollback: 0,
    };
    Pool::new(CacheLayout::new(geometry, size).expect("a layout"))
}

/// Both loops over the next positions.
fn go_on(sequence: &mut Sequence, len: usize) {
    for loop_index in 0..2 {
        let start = sequence.written()[loop_index];
        sequence.advance(&[LoopSpan { loop_index, start, len }]).expect("room");
    }
}

fn computed(pool: &Arc<Pool>, len: usize) -> Sequence {
    let mut sequence = Sequence::open(pool).expect("a place");
    go_on(&mut sequence, len);
    sequence
}

fn names(salt: &str, tokens: &[u32]) -> Vec<PrefixKey> {
    PrefixKey::root(salt.as_bytes()).chain(tokens, BLOCK)
}

#[test]
fn names_are_those_of_whole_blocks_and_of_all_before() {
    let tokens: Vec<u32> = (0..11).collect();
    let keys = names("a", &tokens);
    assert_eq!(keys.len(), 2);
    assert_eq!(names("a", &tokens[..8]), keys);
    assert_ne!(names("b", &tokens), keys);
    let mut other = tokens.clone();
    other[1] = 9;
    let others = names("a", &other);
    assert!(others[0] != keys[0] && others[1] != keys[1], "the first block is in both");
    assert_eq!(PrefixKey::root(b"a").then(&tokens[..4]), keys[0]);
}

#[test]
fn the_longest_prefix_is_found_and_shared() {
    let pool = pool(4);
    let mut index = PrefixIndex::new();
    let tokens: Vec<u32> = (0..14).collect();
    let keys = names("a", &tokens);
    assert!(index.resume(&keys).expect("no fork").is_none());

    index.keep(keys[0], computed(&pool, 4)).expect("a boundary");
    index.keep(keys[1], computed(&pool, 8)).expect("a boundary");
    let before = pool.stats().blocks.used;
    let (mut resumed, copies) = index.resume(&keys).expect("room").expect("kept");
    assert_eq!((resumed.len(), resumed.at_rest()), (8, true));
    // Whole blocks are shared; the window of three keys and the carry are the fork's own.
    assert_eq!((copies.slots.len(), copies.carry_rows.len()), (3, 1));
    assert_eq!(pool.stats().blocks.used, before);
    go_on(&mut resumed, 6);
    assert!(index.resume(&names("b", &tokens)).expect("no fork").is_none(), "another tenant");

    let stats = index.stats();
    assert_eq!((stats.kept, stats.hits, stats.misses), (2, 1, 2));
    assert_eq!(stats.reused_positions, 8);
}

#[test]
fn what_was_not_used_goes_first_and_users_keep_what_they_share() {
    let pool = pool(4);
    let mut index = PrefixIndex::new();
    let keys = names("a", &(0..8).collect::<Vec<u32>>());
    let other = names("a", &[7, 7, 7, 7]);
    index.keep(keys[1], computed(&pool, 8)).expect("a boundary");
    index.keep(other[0], computed(&pool, 4)).expect("a boundary");
    let (resumed, _) = index.resume(&keys).expect("room").expect("kept");
    assert!(index.evict());
    assert!(index.contains(&keys[1]) && !index.contains(&other[0]));
    assert!(index.evict() && !index.evict());
    assert_eq!(pool.stats().blocks.used, 2, "the sequence that went on has its blocks");
    resumed.check_invariants().expect("whole");
    drop(resumed);
    assert_eq!(pool.stats().bytes.used, 0);
    assert_eq!(index.stats().evicted, 2);
}

#[test]
fn only_boundaries_are_kept_and_a_full_pool_says_so() {
    let pool = pool(1);
    let mut index = PrefixIndex::new();
    let keys = names("a", &(0..8).collect::<Vec<u32>>());
    for len in [0, 3, 6] {
        let mut sequence = Sequence::open(&pool).expect("a place");
        if len > 0 {
            go_on(&mut sequence, len);
        }
        let refused = index.keep(keys[0], sequence);
        assert_eq!(refused, Err(Error::NoBoundary { len, block_size: BLOCK }));
    }
    let mut running = Sequence::open(&pool).expect("a place");
    running.advance(&[LoopSpan { loop_index: 0, start: 0, len: 4 }]).expect("room");
    assert_eq!(index.keep(keys[0], running), Err(Error::NoBoundary { len: 4, block_size: BLOCK }));

    index.keep(keys[0], computed(&pool, 4)).expect("a boundary");
    assert_eq!(index.resume(&keys).map(drop), Err(Error::OutOfSequences { total: 1 }));
    assert_eq!(index.stats().hits, 0);
}
