//! The prefix cache: hits, misses, bytes and eviction.

use std::sync::Arc;

use plt_cache::{
    CacheLayout, Error, Geometry, PendingCopies, Pool, PoolSize, PrefixIndex, PrefixKey, Sequence,
    Span,
};
use proptest::prelude::*;

const BLOCK: usize = 4;

fn pool(blocks: usize, sequences: usize) -> Arc<Pool> {
    let geometry = Geometry { layers: 1, hidden: 2, loops: 2, local_keys: 3, shift: 1 };
    let (slot_bytes, block_size, carry_rows) = (16, BLOCK, 40);
    let size = PoolSize { slot_bytes, block_size, blocks, sequences, carry_rows, rollback: 0 };
    Pool::new(CacheLayout::new(geometry, size).expect("a layout"))
}

/// Runs both loops over the next positions, loop 1 without those that it skips.
fn extend(sequence: &mut Sequence, len: usize) {
    let end = sequence.len() + len;
    for loop_index in 0..2 {
        let start = sequence.written()[loop_index];
        let len = end - start;
        if len > 0 {
            sequence.advance(&[Span { sequence: 0, loop_index, start, len }]).expect("room");
        }
    }
}

fn computed(pool: &Arc<Pool>, len: usize) -> Sequence {
    let mut sequence = Sequence::open(pool).expect("a place");
    extend(&mut sequence, len);
    sequence
}

fn tenant(salt: &str) -> PrefixKey {
    PrefixKey::root(salt.as_bytes())
}

fn index() -> PrefixIndex {
    PrefixIndex::new(usize::MAX)
}

#[test]
fn prefix_keys_depend_on_all_tokens_before() {
    let [a, b] = [tenant("a"), tenant("b")];
    let block = [1, 2, 3, 4];
    assert_ne!(a.then(&block), b.then(&block));
    assert_ne!(a.then(&block).then(&block), a.then(&[1, 2, 3, 5]).then(&block));
    assert_eq!(a.then(&block), tenant("a").then(&block));
}

#[test]
fn prefix_cache_shares_the_longest_prefix() {
    let pool = pool(12, 5);
    let mut index = index();
    let (a, tokens) = (tenant("a"), (0..14).collect::<Vec<u32>>());
    assert!(index.resume(a, &tokens).expect("no fork").is_none());

    index.insert(a, &tokens[..4], computed(&pool, 4)).expect("at rest");
    index.insert(a, &tokens[..8], computed(&pool, 8)).expect("at rest");
    let before = pool.stats().blocks.used;
    let (mut resumed, copies) = index.resume(a, &tokens).expect("room").expect("kept");
    assert_eq!((resumed.len(), resumed.is_settled()), (8, true));
    // Whole blocks are shared; the window of three keys and the carry are the fork's own.
    assert_eq!((copies.slots.len(), copies.carry_rows.len()), (3, 1));
    assert_eq!(pool.stats().blocks.used, before);
    extend(&mut resumed, 6);
    assert!(index.resume(tenant("b"), &tokens).expect("no fork").is_none(), "another tenant");

    // A sequence that ends within a block is resumed there.
    index.insert(a, &tokens[..10], computed(&pool, 10)).expect("at rest");
    let (resumed, _) = index.resume(a, &tokens).expect("room").expect("kept");
    assert_eq!(resumed.len(), 10);
    drop(resumed);
    let (resumed, _) = index.resume(a, &tokens[..9]).expect("room").expect("kept");
    assert_eq!(resumed.len(), 8, "the sequence of ten has continued");

    let stats = index.stats();
    assert_eq!((stats.entries, stats.hits, stats.misses), (3, 3, 2));
    assert_eq!(stats.reused_positions, 26);
}

#[test]
fn prefix_cache_shares_blocks_where_windows_are_gone() {
    let pool = pool(12, 4);
    let mut index = index();
    let (a, tokens) = (tenant("a"), (0..12).collect::<Vec<u32>>());
    index.insert(a, &tokens, computed(&pool, 12)).expect("at rest");
    let mut other = tokens.clone();
    other[9] = 77;
    assert_eq!(index.common(a, &other), 8);
    assert_eq!(index.common(tenant("b"), &other), 0);
    // Loop 1 of 12 tokens starts at position 10, from a carry of position 9: two blocks serve.
    assert_eq!(index.resumable(a, &other), 8);
    let used = pool.stats().blocks.used;
    let (mut resumed, copies) = index.resume(a, &other).expect("room").expect("blocks");
    assert_eq!((resumed.written(), copies), (&[8, 10][..], PendingCopies::default()));
    assert_eq!((pool.stats().blocks.used, resumed.is_settled()), (used, false));
    extend(&mut resumed, 4);
    assert!(resumed.is_settled());
    resumed.check_invariants().expect("whole");
    drop(resumed);

    // Loop 1 of 10 tokens needs rows of the second block, and of the first one to settle after it.
    assert_eq!(index.resumable(a, &other[..10]), 4);
    let (mut resumed, _) = index.resume(a, &other[..10]).expect("room").expect("a block");
    assert_eq!((resumed.written(), index.stats().passed_positions), (&[4, 6][..], 4));
    extend(&mut resumed, 4);
    let (fork, _) = resumed.fork().expect("room");
    index.insert(a, &other[..8], fork).expect("at rest");
    assert_eq!(index.resumable(a, &other[..10]), 8, "the next prompt is resumed there");
}

#[test]
fn prefix_cache_of_one_loop_shares_any_block() {
    let geometry = Geometry { layers: 1, hidden: 2, loops: 1, local_keys: 0, shift: 1 };
    let (slot_bytes, blocks, sequences) = (16, 12, 4);
    let (block_size, carry_rows, rollback) = (BLOCK, 0, 0);
    let size = PoolSize { slot_bytes, block_size, blocks, sequences, carry_rows, rollback };
    let pool = Pool::new(CacheLayout::new(geometry, size).expect("a layout"));
    let mut sequence = Sequence::open(&pool).expect("a place");
    let span = |start, len| [Span { sequence: 0, loop_index: 0, start, len }];
    sequence.advance(&span(0, 12)).expect("room");
    let mut index = index();
    let (a, tokens) = (tenant("a"), (0..12).collect::<Vec<u32>>());
    index.insert(a, &tokens, sequence).expect("at rest");
    let (mut resumed, _) = index.resume(a, &tokens[..9]).expect("room").expect("blocks");
    assert_eq!((resumed.len(), resumed.is_settled()), (8, true));
    resumed.advance(&span(8, 4)).expect("room");
    resumed.check_invariants().expect("whole");
}

#[test]
fn prefix_cache_evicts_least_recently_used_first() {
    let pool = pool(12, 4);
    let mut index = index();
    let (a, tokens) = (tenant("a"), (0..8).collect::<Vec<u32>>());
    index.insert(a, &tokens, computed(&pool, 8)).expect("at rest");
    index.insert(a, &[7; 4], computed(&pool, 4)).expect("at rest");
    let (resumed, _) = index.resume(a, &tokens).expect("room").expect("kept");
    assert!(index.evict());
    assert_eq!((index.common(a, &tokens), index.common(a, &[7; 4])), (8, 0));
    assert!(index.evict() && !index.evict());
    assert_eq!(pool.stats().blocks.used, 2, "the resumed sequence has its blocks");
    resumed.check_invariants().expect("whole");
    drop(resumed);
    assert_eq!(pool.stats().bytes.used, 0);
    assert_eq!(index.stats().evicted, 2);
}

#[test]
fn prefix_cache_rejects_unsettled_sequences() {
    let pool = pool(12, 1);
    let mut index = index();
    let (a, tokens) = (tenant("a"), (0..8).collect::<Vec<u32>>());
    let empty = Sequence::open(&pool).expect("a place");
    assert_eq!(index.insert(a, &[], empty), Err(Error::NotCacheable { len: 0, tokens: 0 }));
    let other = computed(&pool, 3);
    assert_eq!(index.insert(a, &tokens, other), Err(Error::NotCacheable { len: 3, tokens: 8 }));
    let mut running = Sequence::open(&pool).expect("a place");
    running.advance(&[Span { sequence: 0, loop_index: 0, start: 0, len: 4 }]).expect("room");
    let refused = index.insert(a, &tokens[..4], running);
    assert_eq!(refused, Err(Error::NotCacheable { len: 4, tokens: 4 }));
    assert_eq!(pool.stats().bytes.used, 0, "rejected sequences are dropped");

    index.insert(a, &tokens[..4], computed(&pool, 4)).expect("at rest");
    assert_eq!(index.resume(a, &tokens).map(drop), Err(Error::OutOfSequences { total: 1 }));
    assert_eq!(index.stats().hits, 0);
    index.clear();
    assert_eq!(pool.stats().bytes.used, 0);
}

/// An operation on a prefix cache.
#[derive(Debug, Clone)]
enum Step {
    /// Serves this prompt: resumes an entry, computes the rest, inserts the whole.
    Serve(Vec<u32>),
    /// The same, inserting a fork where the prompt diverges from others.
    ServeAndFork(Vec<u32>),
    Evict,
    Clear,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let text = || proptest::collection::vec(0..2u32, 1..20);
    let step = prop_oneof![
        4 => text().prop_map(Step::Serve),
        4 => text().prop_map(Step::ServeAndFork),
        1 => Just(Step::Evict),
        1 => Just(Step::Clear),
    ];
    proptest::collection::vec(step, 1..40)
}

proptest! {
    /// Compares with a list of prompts: the same are found, and the bytes are those held in the pool and
    /// within the budget.
    #[test]
    fn prefix_cache_equals_a_list_of_prompts(steps in steps(), budget in 0..2000usize) {
        let pool = pool(64, 64);
        let mut index = PrefixIndex::new(budget);
        let root = tenant("a");
        // The prompts inserted since the last eviction, at most.
        let mut prompts: Vec<Vec<u32>> = Vec::new();
        for step in steps {
            let (text, fork) = match step {
                Step::Serve(text) => (text, false),
                Step::ServeAndFork(text) => (text, true),
                Step::Evict => {
                    index.evict();
                    continue;
                }
                Step::Clear => {
                    index.clear();
                    prompts.clear();
                    prop_assert_eq!(pool.stats().bytes.used, 0);
                    continue;
                }
            };
            let longest = prompts.iter().filter(|kept| text.starts_with(kept)).map(Vec::len).max();
            let equal = |kept: &Vec<u32>| kept.iter().zip(&text).take_while(|(a, b)| a == b).count();
            let common = prompts.iter().map(equal).max().unwrap_or(0) / BLOCK * BLOCK;
            // Loop 1 starts two positions before its first result, and its carry one before.
            let shareable = |wanted: usize| wanted.saturating_sub(3).min(common) / BLOCK * BLOCK;
            let whole = text.len().saturating_sub(3) >= common;
            let shared = shareable(if whole { text.len() } else { common });
            let longest = longest.unwrap_or(0).max(shared);
            let resumed = index.resume(root, &text).expect("room").map(|(sequence, _)| sequence);
            let reused = resumed.as_ref().map_or(0, Sequence::len);
            prop_assert!(reused <= longest);
            if index.stats().evicted == 0 {
                prop_assert_eq!(reused, longest);
            }
            let mut sequence = resumed.unwrap_or_else(|| Sequence::open(&pool).expect("a place"));
            let common = index.common(root, &text);
            if fork && common > reused {
                extend(&mut sequence, common - reused);
                let (fork, _) = sequence.fork().expect("room");
                index.insert(root, &text[..common], fork).expect("at rest");
                prompts.push(text[..common].to_vec());
            }
            let rest = text.len() - sequence.len();
            extend(&mut sequence, rest);
            index.insert(root, &text, sequence).expect("at rest");
            prompts.push(text);
            let stats = index.stats();
            prop_assert_eq!(stats.bytes.used, pool.stats().bytes.used);
            prop_assert!(stats.bytes.used <= budget);
            pool.check_invariants().expect("whole");
        }
    }
}
