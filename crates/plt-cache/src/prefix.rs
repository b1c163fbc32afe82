//! The prefix cache: prompts with a common prefix.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::pool::Usage;
use crate::sequence::{PendingCopies, Sequence};

/// The key of a prefix of whole blocks: a hash of its tokens and of its tenant.
///
/// Keys are chained: the key of n blocks is the hash of the key of n - 1 and the tokens of the last
/// block. The hash is cryptographic: no tenant can construct a collision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PrefixKey([u8; 32]);

impl PrefixKey {
    /// The empty prefix of a tenant: entries of one salt are never found under another.
    pub fn root(salt: &[u8]) -> Self {
        Self(Sha256::new().chain_update(b"plt prefix").chain_update(salt).finalize().into())
    }

    /// This prefix and one more block.
    pub fn then(self, block: &[u32]) -> Self {
        let mut hash = Sha256::new().chain_update(self.0);
        block.iter().for_each(|token| hash.update(token.to_le_bytes()));
        Self(hash.finalize().into())
    }

    /// The keys of this prefix with no block, with one, with two, and so on for all whole blocks.
    fn chain(self, tokens: &[u32], block_size: usize) -> Vec<Self> {
        let longer = tokens.chunks_exact(block_size).scan(self, |key, block| {
            *key = key.then(block);
            Some(*key)
        });
        std::iter::once(self).chain(longer).collect()
    }
}

/// The prefix cache: idle sequences by their tokens, within a budget of bytes.
///
/// All loops of a sequence can be resumed at its end alone, where its windows and carries are. So useful
/// entries are the points where prompts diverge or continue: a finished sequence, which costs no more
/// than it already holds, and [forks](Sequence::fork) at ends of blocks, which cost a set of rings and
/// carries ([`bytes_per_sequence`](crate::CacheLayout::bytes_per_sequence) and
/// [`carry_bytes_per_sequence`](crate::CacheLayout::carry_bytes_per_sequence)) and no block.
/// [`common`](Self::common) gives the point where a new prompt diverges from the entries.
///
/// A long prompt needs no more than loop 0's blocks of its beginning, since its later loops start
/// [late](crate::Geometry::first_positions): it [shares](Sequence::share) those of any entry, wherever
/// the two diverge.
#[derive(Debug)]
pub struct PrefixIndex {
    budget: usize,
    entries: HashMap<u64, Entry>,
    /// Every prefix of whole blocks of every entry, with the entries that have it.
    through: HashMap<PrefixKey, Vec<u64>>,
    /// The number of entries that hold a block.
    blocks: HashMap<u32, usize>,
    next_entry: u64,
    /// Counts insertions and hits, for the order of last use.
    clock: u64,
    bytes: usize,
    stats: PrefixStats,
}

#[derive(Debug)]
struct Entry {
    sequence: Sequence,
    /// Keys of no block, the first block, the first two, and so on.
    keys: Vec<PrefixKey>,
    /// The tokens after the last whole block.
    tail: Vec<u32>,
    last_use: u64,
}

/// A cached prefix.
#[derive(Debug, Clone, Copy)]
struct Found {
    entry: u64,
    /// Positions of the prefix.
    len: usize,
    /// For blocks that are shared: the position whose results are wanted. `None` for a fork.
    wanted: Option<usize>,
}

/// Statistics of a prefix cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrefixStats {
    /// Current entries.
    pub entries: usize,
    /// Bytes of the entries, and the budget. A block of several entries counts once.
    pub bytes: Usage,
    /// Lookups that found an entry.
    pub hits: u64,
    /// Lookups that found none.
    pub misses: u64,
    /// Positions that were reused.
    pub reused_positions: u64,
    /// Positions in whole blocks that an entry shares but has continued beyond, and that were computed
    /// again: later loops needed their windows and carries, which are gone.
    pub passed_positions: u64,
    /// Entries evicted to make room.
    pub evicted: u64,
}

impl PrefixIndex {
    /// An empty prefix cache of at most `budget` bytes.
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

    /// Inserts a sequence of `tokens` for the tenant whose empty prefix is `root`. Evicts the least
    /// recently used entries if the budget requires it. If there is an entry of the same tokens, it
    /// stays and this sequence is dropped; so is a sequence larger than the budget.
    ///
    /// # Errors
    /// [`Error::NotCacheable`] unless every loop has done one position per token, and at least one; the
    /// sequence is dropped.
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

    /// Returns a sequence that begins with the longest prefix of `tokens` that entries have, with the
    /// copies to be made first; its [`len`](Sequence::len) is the length of the prefix. `None` if there
    /// is none. The sequence is for results after `tokens`: the token that follows is computed next.
    ///
    /// It is a fork of an entry, settled at its end, or [shares](Sequence::share) blocks of one if these
    /// are more. If later loops need rows of the [common](Self::common) prefix, so that it is not all
    /// shared, the sequence gives complete results from the end of that prefix on: it can be settled
    /// there, and inserted for the next prompt.
    ///
    /// # Errors
    /// Errors of [`Sequence::fork`] and [`Sequence::share`], which leave the cache unchanged.
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
        let found = self.find(&keys, tokens, block_size);
        let resumed = found.and_then(|found| Some((found, self.entries.get_mut(&found.entry)?)));
        let resumed = resumed.map(|(found, entry)| {
            entry.last_use = self.clock;
            match found.wanted {
                None => entry.sequence.fork(),
                Some(wanted) => {
                    let shared = entry.sequence.share(found.len, wanted)?;
                    Ok((shared, PendingCopies::default()))
                }
            }
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

    /// The length of the prefix that [`resume`](Self::resume) would return.
    pub fn resumable(&self, root: PrefixKey, tokens: &[u32]) -> usize {
        let found = self
            .block_size()
            .and_then(|block_size| self.find(&root.chain(tokens, block_size), tokens, block_size));
        found.map_or(0, |found| found.len)
    }

    /// The entry with the longest prefix of `tokens`.
    pub fn longest(&self, root: PrefixKey, tokens: &[u32]) -> Option<&Sequence> {
        let block_size = self.block_size()?;
        let id = self.longest_entry(&root.chain(tokens, block_size), tokens, block_size)?;
        self.entries.get(&id).map(|entry| &entry.sequence)
    }

    /// The length in whole blocks of the longest common prefix of `tokens` and any entry: the point
    /// where they diverge.
    pub fn common(&self, root: PrefixKey, tokens: &[u32]) -> usize {
        self.block_size().map_or(0, |block_size| {
            self.common_blocks(&root.chain(tokens, block_size)) * block_size
        })
    }

    /// Evicts the least recently used entry; returns whether there was one. Shared blocks stay with the
    /// other entries.
    pub fn evict(&mut self) -> bool {
        let oldest = self.entries.iter().min_by_key(|(_, entry)| entry.last_use);
        let Some(id) = oldest.map(|(id, _)| *id) else { return false };
        self.stats.evicted += 1;
        self.remove(id);
        true
    }

    /// Drops all entries.
    pub fn clear(&mut self) {
        let ids: Vec<u64> = self.entries.keys().copied().collect();
        ids.into_iter().for_each(|id| self.remove(id));
    }

    /// The statistics so far.
    pub fn stats(&self) -> PrefixStats {
        let bytes = Usage { used: self.bytes, total: self.budget };
        PrefixStats { entries: self.entries.len(), bytes, ..self.stats }
    }

    /// Positions per block; all entries share a pool.
    fn block_size(&self) -> Option<usize> {
        self.entries.values().next().map(|entry| entry.sequence.block_size())
    }

    /// The number of blocks in the longest common prefix with any entry.
    fn common_blocks(&self, keys: &[PrefixKey]) -> usize {
        keys.iter().rposition(|key| self.through.contains_key(key)).unwrap_or(0)
    }

    /// The entry that [`resume`](Self::resume) uses, and how.
    fn find(&self, keys: &[PrefixKey], tokens: &[u32], block_size: usize) -> Option<Found> {
        let longest = self.longest_entry(keys, tokens, block_size).map(|entry| {
            let len = self.entries.get(&entry).map_or(0, |entry| entry.sequence.len());
            Found { entry, len, wanted: None }
        });
        let blocks = self.common_blocks(keys);
        let shared = self.through.get(&keys[blocks]).and_then(|ids| ids.first()).map(|entry| {
            let shareable = |wanted: usize| {
                let entry = self.entries.get(entry);
                entry.map_or(0, |entry| entry.sequence.shareable_positions(wanted))
            };
            let common = blocks * block_size;
            let wanted = if shareable(tokens.len()) < common { common } else { tokens.len() };
            let len = shareable(wanted).min(common) / block_size * block_size;
            Found { entry: *entry, len, wanted: Some(wanted) }
        });
        // A fork of the same length has the windows, too.
        let both = [shared, longest].into_iter().flatten().filter(|found| found.len > 0);
        both.max_by_key(|found| found.len)
    }

    /// The entry that is the longest prefix of `tokens`.
    fn longest_entry(&self, keys: &[PrefixKey], tokens: &[u32], block_size: usize) -> Option<u64> {
        let mut whole_blocks = (0..keys.len()).rev();
        whole_blocks.find_map(|blocks| self.ending(keys, blocks, &tokens[blocks * block_size..]))
    }

    /// The entry with this many whole blocks and the longest tail that is a prefix of `rest`.
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

    /// Counts the entry's blocks up or down; returns the bytes of those that no other entry holds.
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
