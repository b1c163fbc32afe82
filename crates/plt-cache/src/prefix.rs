//! Prompts that begin alike.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::pool::Usage;
use crate::sequence::{PendingCopies, Sequence};

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

    /// This prefix, that with one more block, with two, and so on, as far as whole blocks go.
    fn chain(self, tokens: &[u32], block_size: usize) -> Vec<Self> {
        let longer = tokens.chunks_exact(block_size).scan(self, |key, block| {
            *key = key.then(block);
            Some(*key)
        });
        std::iter::once(self).chain(longer).collect()
    }
}

/// Sequences that nobody runs, kept by the tokens that they have seen, within a budget of bytes.
///
/// A sequence can be gone on from where it stands, and nowhere before: loop 0's blocks would serve
/// any shorter prefix, but the later loops start from the carries and the windows of the position
/// where the sequence stopped. So what is worth keeping is where prompts part or go on: a sequence
/// that has come to its end, which costs nothing but what it holds already, and
/// [forks](Sequence::fork) at ends of blocks, which cost a set of rings and carries
/// ([`bytes_per_sequence`](crate::CacheLayout::bytes_per_sequence) and
/// [`carry_bytes_per_sequence`](crate::CacheLayout::carry_bytes_per_sequence)) and no block.
/// [`common`](Self::common) tells where a new text parts from those that are kept.
#[derive(Debug)]
pub struct PrefixIndex {
    budget: usize,
    entries: HashMap<u64, Entry>,
    /// Every prefix of whole blocks of every entry, with the entries that have it.
    through: HashMap<PrefixKey, Vec<u64>>,
    /// How many entries hold a block.
    blocks: HashMap<u32, usize>,
    next_entry: u64,
    /// How often something was kept or found.
    clock: u64,
    bytes: usize,
    stats: PrefixStats,
}

#[derive(Debug)]
struct Entry {
    sequence: Sequence,
    /// Names of no block, the first block, the first two, and so on.
    keys: Vec<PrefixKey>,
    /// The tokens after the last whole block.
    tail: Vec<u32>,
    last_use: u64,
}

/// What an index was good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrefixStats {
    /// Sequences that are kept now.
    pub entries: usize,
    /// What they hold, and what they may hold: blocks that several share count once.
    pub bytes: Usage,
    /// Lookups that found something to go on from.
    pub hits: u64,
    /// Lookups that found nothing.
    pub misses: u64,
    /// Positions that need not be computed again.
    pub reused_positions: u64,
    /// Positions in whole blocks that a kept sequence has seen as well, but has gone on from: their
    /// windows and carries are gone, so they had to be computed again.
    pub passed_positions: u64,
    /// Sequences that had to make room.
    pub evicted: u64,
}

impl PrefixIndex {
    /// An index that keeps nothing yet, and later at most `budget` bytes.
    pub fn new(budget: usize) -> Self {
        Self {
            budget,
            entries: HashMap::new(),
            through: HashMap::new(),
            blocks: HashMap::new(),
            next_entry: 0,
            clock: 0,
            bytes: 0,
            stats: PrefixStats {
                entries: 0,
                bytes: Usage { used: 0, total: budget },
                hits: 0,
                misses: 0,
                reused_positions: 0,
                passed_positions: 0,
                evicted: 0,
            },
        }
    }

    /// Keeps a sequence that has seen `tokens`, of the tenant whose empty prefix is `root`. Those
    /// that were not used for the longest time make room if the budget asks for it. If the same
    /// tokens are kept already, that sequence stays and this one is dropped; so is one that is
    /// larger than the budget.
    ///
    /// # Errors
    /// [`Error::NotCacheable`] unless all loops have done as many positions as there are tokens, and at
    /// least one; the sequence is dropped.
    pub fn insert(&mut self, root: PrefixKey, tokens: &[u32], sequence: Sequence) -> Result<()> {
        let len = sequence.len();
        if len == 0 || len != tokens.len() || !sequence.is_settled() {
            return Err(Error::NotCacheable { len, tokens: tokens.len() });
        }
        let keys = root.chain(tokens, sequence.block_size());
        let tail = &tokens[len - len % sequence.block_size()..];
        self.clock += 1;
        let last_use = self.clock;
        let kept = self.ending(&keys, keys.len() - 1, tail);
        let kept = kept.and_then(|id| self.entries.get_mut(&id));
        if let Some(same) = kept.filter(|kept| kept.tail == tail) {
            same.last_use = last_use;
            return Ok(());
        }
        let entry = Entry { keys, tail: tail.to_vec(), last_use, sequence };
        let id = self.next_entry;
        self.next_entry += 1;
        for key in &entry.keys {
            self.through.entry(*key).or_default().push(id);
        }
        self.bytes += self.change_blocks(&entry, |count| *count += 1) + entry.sequence.own_bytes();
        self.entries.insert(id, entry);
        while self.bytes > self.budget && self.evict() {}
        Ok(())
    }

    /// A sequence that goes on from the kept one that has seen the longest prefix of `tokens`, with
    /// what has to be copied first; its [`len`](Sequence::len) tells how long that is. `None` if
    /// there is none.
    ///
    /// # Errors
    /// Those of [`Sequence::fork`]; nothing has changed then.
    pub fn resume(
        &mut self,
        root: PrefixKey,
        tokens: &[u32],
    ) -> Result<Option<(Sequence, PendingCopies)>> {
        let Some(block_size) = self.block_size() else {
            self.stats.misses += 1;
            return Ok(None);
        };
        let keys = root.chain(tokens, block_size);
        let common = self.common_blocks(&keys) * block_size;
        self.clock += 1;
        let kept =
            self.longest_entry(&keys, tokens, block_size).and_then(|id| self.entries.get_mut(&id));
        let resumed = kept.map(|entry| {
            entry.last_use = self.clock;
            entry.sequence.fork()
        });
        let resumed = resumed.transpose()?;
        let reused = resumed.as_ref().map_or(0, |(sequence, _)| sequence.len());
        match resumed {
            Some(_) => self.stats.hits += 1,
            None => self.stats.misses += 1,
        }
        self.stats.reused_positions += reused as u64;
        self.stats.passed_positions += common.saturating_sub(reused) as u64;
        Ok(resumed)
    }

    /// The kept sequence that [`resume`](Self::resume) would go on from.
    pub fn longest(&self, root: PrefixKey, tokens: &[u32]) -> Option<&Sequence> {
        let block_size = self.block_size()?;
        let id = self.longest_entry(&root.chain(tokens, block_size), tokens, block_size)?;
        self.entries.get(&id).map(|entry| &entry.sequence)
    }

    /// How many positions, in whole blocks, `tokens` have in common with the kept sequence that
    /// they have most in common with: where they part from it.
    pub fn common(&self, root: PrefixKey, tokens: &[u32]) -> usize {
        self.block_size().map_or(0, |block_size| {
            self.common_blocks(&root.chain(tokens, block_size)) * block_size
        })
    }

    /// Drops the sequence that was not used for the longest time; whether there was one. What it
    /// shares with others stays theirs.
    pub fn evict(&mut self) -> bool {
        let oldest = self.entries.iter().min_by_key(|(_, entry)| entry.last_use);
        let Some(id) = oldest.map(|(id, _)| *id) else { return false };
        self.stats.evicted += 1;
        self.remove(id);
        true
    }

    /// Drops everything that is kept.
    pub fn clear(&mut self) {
        let ids: Vec<u64> = self.entries.keys().copied().collect();
        ids.into_iter().for_each(|id| self.remove(id));
    }

    /// What is kept and what it was good for.
    pub fn stats(&self) -> PrefixStats {
        let bytes = Usage { used: self.bytes, total: self.budget };
        PrefixStats { entries: self.entries.len(), bytes, ..self.stats }
    }

    /// Of one sequence, and so of all: they share a pool.
    fn block_size(&self) -> Option<usize> {
        self.entries.values().next().map(|entry| entry.sequence.block_size())
    }

    /// The longest prefix of whole blocks that any entry has.
    fn common_blocks(&self, keys: &[PrefixKey]) -> usize {
        keys.iter().rposition(|key| self.through.contains_key(key)).unwrap_or(0)
    }

    /// The entry that has seen the longest prefix of `tokens`, and nothing else.
    fn longest_entry(&self, keys: &[PrefixKey], tokens: &[u32], block_size: usize) -> Option<u64> {
        let mut whole_blocks = (0..keys.len()).rev();
        whole_blocks.find_map(|blocks| self.ending(keys, blocks, &tokens[blocks * block_size..]))
    }

    /// Of the entries with this many whole blocks, the one with the longest tail that `rest` begins
    /// with.
    fn ending(&self, keys: &[PrefixKey], blocks: usize, rest: &[u32]) -> Option<u64> {
        let ids = self.through.get(&keys[blocks])?;
        let ending = ids
            .iter()
            .filter_map(|id| Some((*id, self.entries.get(id)?)))
            .filter(|(_, entry)| entry.keys.len() == blocks + 1 && rest.starts_with(&entry.tail));
        ending.max_by_key(|(_, entry)| entry.tail.len()).map(|(id, _)| id)
    }

    fn remove(&mut self, id: u64) {
        let Some(entry) = self.entries.remove(&id) else { return };
        for key in &entry.keys {
            if let Some(ids) = self.through.get_mut(key) {
                ids.retain(|other| *other != id);
                if ids.is_empty() {
                    self.through.remove(key);
                }
            }
        }
        self.bytes -= self.change_blocks(&entry, |count| *count -= 1) + entry.sequence.own_bytes();
    }

    /// Counts the entry's blocks up or down; the bytes of those that no other entry holds.
    fn change_blocks(&mut self, entry: &Entry, change: impl Fn(&mut usize)) -> usize {
        let mut alone = 0;
        for block in entry.sequence.block_table() {
            let count = self.blocks.entry(*block).or_default();
            let before = *count;
            change(count);
            alone += usize::from(before.min(*count) == 0);
            if *count == 0 {
                self.blocks.remove(block);
            }
        }
        alone * entry.sequence.block_bytes()
    }
}
