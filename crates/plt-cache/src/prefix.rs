//! Prompts that begin alike.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::sequence::{Copies, Sequence};

/// The name of a prefix of whole blocks: of all its tokens, and of whom it belongs to.
///
/// Names are chained: that of n blocks is made from that of n - 1 and the tokens of the last. They
/// are cryptographic hashes, so that nobody finds another text of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PrefixKey([u8; 32]);

impl PrefixKey {
    /// The empty prefix of a tenant: what is kept under one salt is never found under another.
    pub fn root(salt: &[u8]) -> Self {
        Self(Sha256::new().chain_update(b"plt prefix").chain_update(salt).finalize().into())
    }

    /// This prefix and one more block.
    pub fn then(self, block: &[u32]) -> Self {
        let mut hash = Sha256::new().chain_update(self.0);
        block.iter().for_each(|token| hash.update(token.to_le_bytes()));
        Self(hash.finalize().into())
    }

    /// The names of the first block, the first two, and so on, as far as whole blocks go.
    pub fn chain(self, tokens: &[u32], block_size: usize) -> Vec<Self> {
        let blocks = tokens.chunks_exact(block_size.max(1));
        let names = blocks.scan(self, |key, block| {
            *key = key.then(block);
            Some(*key)
        });
        names.collect()
    }
}

/// Sequences that nobody runs, kept by the tokens that they have seen.
///
/// A kept prefix is a [fork](Sequence::fork) at the end of a full block: it holds the blocks of loop
/// 0, which it shares with those that go on from it, and for itself a set of rings and the carries
/// of that position: [`bytes_per_sequence`](crate::CacheLayout::bytes_per_sequence) and
/// [`carry_bytes_per_sequence`](crate::CacheLayout::carry_bytes_per_sequence), besides the blocks
/// that no other sequence holds any more. Without rings and carries a prefix would be of no use to
/// the later loops: positions between two kept prefixes are computed again from the earlier one on.
#[derive(Debug, Default)]
pub struct PrefixIndex {
    kept: HashMap<PrefixKey, Kept>,
    /// How often something was kept or found.
    clock: u64,
    stats: PrefixStats,
}

#[derive(Debug)]
struct Kept {
    sequence: Sequence,
    last_use: u64,
}

/// What an index was good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PrefixStats {
    /// Prefixes that are kept now.
    pub kept: usize,
    /// Lookups that found a prefix.
    pub hits: u64,
    /// Lookups that found none.
    pub misses: u64,
    /// Positions that need not be computed again.
    pub reused_positions: u64,
    /// Prefixes that had to make room.
    pub evicted: u64,
}

impl PrefixIndex {
    /// An index that keeps nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps a sequence under the name of the tokens that it has seen. If there is one of that name
    /// already, that stays.
    ///
    /// # Errors
    /// [`Error::NoBoundary`] unless all loops have reached the end of a full block; the sequence is
    /// dropped.
    pub fn keep(&mut self, key: PrefixKey, sequence: Sequence) -> Result<()> {
        let (len, block_size) = (sequence.len(), sequence.block_size());
        if len == 0 || !len.is_multiple_of(block_size) || !sequence.at_rest() {
            return Err(Error::NoBoundary { len, block_size });
        }
        self.clock += 1;
        let last_use = self.clock;
        self.kept.entry(key).or_insert(Kept { sequence, last_use }).last_use = last_use;
        Ok(())
    }

    /// Whether a prefix of this name is kept.
    pub fn contains(&self, key: &PrefixKey) -> bool {
        self.kept.contains_key(key)
    }

    /// A sequence that goes on from the longest kept prefix among `keys`, the names of one block, two
    /// blocks, and so on, as [`PrefixKey::chain`] gives them; with what has to be copied first.
    /// `None` if there is none.
    ///
    /// # Errors
    /// Those of [`Sequence::fork`]; nothing has changed then.
    pub fn resume(&mut self, keys: &[PrefixKey]) -> Result<Option<(Sequence, Copies)>> {
        let longest = keys.iter().rposition(|key| self.kept.contains_key(key));
        let kept = longest.and_then(|longest| self.kept.get_mut(&keys[longest]));
        let Some(kept) = kept else {
            self.stats.misses += 1;
            return Ok(None);
        };
        let forked = kept.sequence.fork()?;
        self.clock += 1;
        kept.last_use = self.clock;
        self.stats.hits += 1;
        self.stats.reused_positions += kept.sequence.len() as u64;
        Ok(Some(forked))
    }

    /// Drops the prefix that was not used for the longest time; whether there was one. What it shares
    /// with others stays theirs.
    pub fn evict(&mut self) -> bool {
        let oldest = self.kept.iter().min_by_key(|(_, kept)| kept.last_use);
        let Some(key) = oldest.map(|(key, _)| *key) else { return false };
        self.stats.evicted += 1;
        self.kept.remove(&key).is_some()
    }

    /// What is kept and what it was good for.
    pub fn stats(&self) -> PrefixStats {
        PrefixStats { kept: self.kept.len(), ..self.stats }
    }
}
