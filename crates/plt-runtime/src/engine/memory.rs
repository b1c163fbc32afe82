//! The KV cache of the running sequences, and the prefix cache.

use std::io::{Read, Seek, Write};

use plt_cache::{Pool, PrefixIndex, PrefixKey};
use plt_model::{Backend, Cache, LogitsFor, Model, Pass, PassOutput, Sequence, Tracer};

use super::options::EngineOptions;
use crate::error::Result;

/// The memory of a scheduler. Running sequences take the room of cached prefixes when they need it.
pub(super) struct Memory<'m, B: Backend> {
    model: &'m Model<B>,
    cache: Cache<B>,
    prefixes: PrefixIndex,
    /// Whether prefixes are cached at all.
    caches: bool,
}

impl<'m, B: Backend> Memory<'m, B> {
    pub fn new(model: &'m Model<B>, options: &EngineOptions) -> Result<Self> {
        let cache = model.cache(options.cache(model.config())?)?;
        // Cached prefixes may fill all the room that running sequences leave.
        let prefixes = PrefixIndex::new(usize::MAX);
        Ok(Self { model, cache, prefixes, caches: options.prefix_cache_entries > 0 })
    }

    pub fn pool(&self) -> &Pool {
        self.cache.pool()
    }

    pub fn prefixes(&self) -> &PrefixIndex {
        &self.prefixes
    }

    pub fn free_blocks(&self) -> usize {
        let blocks = self.pool().stats().blocks;
        blocks.total - blocks.used
    }

    /// Returns how many blocks a sequence of these tokens takes from the pool until all are
    /// computed.
    pub fn missing_blocks(&self, root: PrefixKey, tokens: &[u32]) -> usize {
        let block_size = self.pool().layout().block_size();
        let shared = self.prefixes.resumable(root, all_but_last(tokens)) / block_size;
        tokens.len().div_ceil(block_size) - shared
    }

    /// Evicts the least recently used cached prefix. Returns whether there was one.
    pub fn evict(&mut self) -> bool {
        self.prefixes.evict()
    }

    /// Evicts all cached prefixes.
    pub fn clear(&mut self) {
        self.prefixes.clear();
    }

    /// Returns a sequence for these tokens, resumed from their longest cached prefix, and the
    /// position where they and other cached prefixes part. The last token is always computed, for
    /// its logits.
    ///
    /// # Errors
    /// If there is no place although no prefix is cached; those of the backend.
    pub fn begin(&mut self, root: PrefixKey, tokens: Vec<u32>) -> Result<(Sequence, usize)> {
        let before = all_but_last(&tokens);
        let parting = self.prefixes.common(root, before);
        let resumed = loop {
            match self.prefixes.resume(root, before) {
                Err(error) if self.prefixes.evict() => {
                    tracing::debug!(%error, "evicted a cached prefix")
                }
                resumed => break resumed.map_err(plt_model::Error::from)?,
            }
        };
        let kv = match resumed {
            Some((kv, copies)) => {
                self.model.copy(&mut self.cache, &copies)?;
                kv
            }
            None => loop {
                match self.cache.open() {
                    Err(error) if self.prefixes.evict() => {
                        tracing::debug!(%error, "evicted a cached prefix")
                    }
                    opened => break opened?.into_parts().1,
                }
            },
        };
        Ok((Sequence::new(kv, tokens)?, parting))
    }

    /// Forks a sequence; `None` if there is no room beside the cached prefixes.
    pub fn fork(&mut self, sequence: &Sequence) -> Option<Sequence> {
        self.model.fork(&mut self.cache, sequence).ok()
    }

    /// Caches a fork of a settled sequence, if there is room beside the running ones.
    pub fn cache_fork(&mut self, root: PrefixKey, sequence: &Sequence) {
        loop {
            match self.model.fork(&mut self.cache, sequence) {
                Err(error) if self.prefixes.evict() => {
                    tracing::debug!(%error, "evicted a cached prefix")
                }
                Err(error) => return tracing::debug!(%error, "no room to cache a fork"),
                Ok(fork) => return drop(self.release(root, fork)),
            }
        }
    }

    /// Removes the draft tokens of a sequence.
    ///
    /// # Errors
    /// The errors of the backend.
    pub fn reject(&mut self, sequence: &mut Sequence) -> Result<()> {
        Ok(self.model.reject(&mut self.cache, sequence)?)
    }

    /// Takes a sequence back and returns its tokens. The positions that all loops have computed go
    /// to the prefix cache, if the sequence can be resumed.
    pub fn release(&mut self, root: PrefixKey, mut sequence: Sequence) -> Vec<u32> {
        if self.caches && self.settle(&mut sequence) {
            let (tokens, kv) = sequence.into_parts();
            let cached = self.prefixes.insert(root, &tokens[..kv.len()], kv);
            debug_assert!(cached.is_ok(), "{cached:?}");
            return tokens;
        }
        sequence.into_parts().0
    }

    /// Removes draft tokens, and positions that only some loops have computed. Returns whether any
    /// are left.
    fn settle(&mut self, sequence: &mut Sequence) -> bool {
        let rejected = self.model.reject(&mut self.cache, sequence);
        let least = sequence.kv().written().iter().copied().min().unwrap_or(0);
        let settled = rejected.and_then(|()| match sequence.kv().is_settled() {
            true => Ok(()),
            false => self.model.truncate(&mut self.cache, sequence, least),
        });
        settled.is_ok() && least > 0
    }

    /// Writes the longest cached prefix of these tokens. Returns its length, 0 if there is none.
    pub fn save(&self, root: PrefixKey, tokens: &[u32], out: &mut dyn Write) -> Result<usize> {
        let Some(cached) = self.prefixes.longest(root, tokens) else { return Ok(0) };
        self.model.save(&self.cache, tokens, cached, out)?;
        Ok(cached.len())
    }

    /// Caches a prefix that [`save`](Self::save) wrote. Returns its length.
    pub fn load(&mut self, root: PrefixKey, file: &mut (impl Read + Seek)) -> Result<usize> {
        let sequence = loop {
            file.rewind().map_err(plt_model::Error::SavedIo)?;
            match self.model.restore(&mut self.cache, file) {
                Err(plt_model::Error::Cache(error)) if self.prefixes.evict() => {
                    tracing::debug!(%error, "evicted a cached prefix");
                }
                restored => break restored?,
            }
        };
        Ok(self.release(root, sequence).len())
    }

    /// Writes a sequence to host memory, for [`swap_in`](Self::swap_in); `None` if that takes more
    /// than `max_bytes`, or if the sequence cannot be resumed.
    pub fn swap_out(&mut self, sequence: &mut Sequence, max_bytes: usize) -> Option<Vec<u8>> {
        let least = sequence.kv().len().checked_mul(self.pool().layout().bytes_per_token())?;
        let mut bytes = Vec::new();
        if least > max_bytes || !self.settle(sequence) {
            return None;
        }
        self.model.save(&self.cache, sequence.tokens(), sequence.kv(), &mut bytes).ok()?;
        (bytes.len() <= max_bytes).then_some(bytes)
    }

    /// Restores a sequence that was swapped out, if there is room for it.
    pub fn swap_in(&mut self, mut bytes: &[u8]) -> Option<Sequence> {
        self.model.restore(&mut self.cache, &mut bytes).ok()
    }

    /// Sends a pass through the stack.
    pub fn run(
        &mut self,
        sequences: &mut [&mut Sequence],
        pass: &Pass,
        tracer: &mut dyn Tracer,
    ) -> Result<PassOutput<B>> {
        Ok(self.model.run(&mut self.cache, sequences, pass, LogitsFor::Newest, tracer)?)
    }
}

fn all_but_last(tokens: &[u32]) -> &[u32] {
    tokens.split_last().map_or(tokens, |(_, before)| before)
}
