//! Keys, values and carries: of those that run, and of those that may be gone on from.

use std::io::{Read, Seek, Write};

use plt_cache::{Pool, PrefixIndex, PrefixKey};
use plt_model::{Backend, Cache, LogitsFor, Model, Pass, PassOutput, Sequence, Tracer};

use super::options::EngineOptions;
use crate::error::Result;

/// The memory of a scheduler. What is kept makes room for what runs whenever that asks for it.
pub(super) struct Memory<'m, B: Backend> {
    model: &'m Model<B>,
    cache: Cache<B>,
    prefixes: PrefixIndex,
    keeps: bool,
}

impl<'m, B: Backend> Memory<'m, B> {
    pub fn new(model: &'m Model<B>, options: &EngineOptions) -> Result<Self> {
        let cache = model.cache(options.cache(model.config())?)?;
        // What is kept may fill all the room that nobody else asks for.
        let prefixes = PrefixIndex::new(usize::MAX);
        Ok(Self { model, cache, prefixes, keeps: options.kept > 0 })
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

    /// Blocks that a sequence of these tokens takes from the pool until all are computed.
    pub fn missing_blocks(&self, root: PrefixKey, tokens: &[u32]) -> usize {
        let block_size = self.pool().layout().block_size();
        let kept = self.prefixes.longest(root, all_but_last(tokens));
        let shared = kept.map_or(0, |kept| kept.len() / block_size);
        tokens.len().div_ceil(block_size) - shared
    }

    /// Makes room; whether there was anything to give up.
    pub fn evict(&mut self) -> bool {
        self.prefixes.evict()
    }

    /// Gives up everything that is kept.
    pub fn clear(&mut self) {
        self.prefixes.clear();
    }

    /// A sequence for these tokens, which goes on from the longest prefix that is kept, and the
    /// position where they part from what else is kept. The last token is computed in any case, for
    /// its logits.
    ///
    /// # Errors
    /// If there is no place although nothing is kept; what the backend reports.
    pub fn begin(&mut self, root: PrefixKey, tokens: Vec<u32>) -> Result<(Sequence, usize)> {
        let before = all_but_last(&tokens);
        let parting = self.prefixes.common(root, before);
        let resumed = loop {
            match self.prefixes.resume(root, before) {
                Err(error) if self.prefixes.evict() => tracing::debug!(%error, "made room"),
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
                    Err(error) if self.prefixes.evict() => tracing::debug!(%error, "made room"),
                    opened => break opened?.into_parts().1,
                }
            },
        };
        Ok((Sequence::new(kv, tokens)?, parting))
    }

    /// Another sequence that goes on from here; `None` if there is no room beside what is kept.
    pub fn fork(&mut self, sequence: &Sequence) -> Option<Sequence> {
        self.model.fork(&mut self.cache, sequence).ok()
    }

    /// Keeps a fork of a sequence at rest, if there is room beside what runs.
    pub fn keep_fork(&mut self, root: PrefixKey, sequence: &Sequence) {
        loop {
            match self.model.fork(&mut self.cache, sequence) {
                Err(error) if self.prefixes.evict() => tracing::debug!(%error, "made room"),
                Err(error) => return tracing::debug!(%error, "no room for a fork"),
                Ok(fork) => return drop(self.park(root, fork)),
            }
        }
    }

    /// Takes back the drafts of a sequence.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn reject(&mut self, sequence: &mut Sequence) -> Result<()> {
        Ok(self.model.reject(&mut self.cache, sequence)?)
    }

    /// Takes a sequence back; what all loops have computed is kept, if it can be gone on from. Its
    /// tokens.
    pub fn park(&mut self, root: PrefixKey, mut sequence: Sequence) -> Vec<u32> {
        if self.keeps && self.rest(&mut sequence) {
            let (tokens, kv) = sequence.into_parts();
            let kept = self.prefixes.keep(root, &tokens[..kv.len()], kv);
            debug_assert!(kept.is_ok(), "{kept:?}");
            return tokens;
        }
        sequence.into_parts().0
    }

    /// Takes back drafts, and what only some loops have done; whether anything is left.
    fn rest(&mut self, sequence: &mut Sequence) -> bool {
        let rejected = self.model.reject(&mut self.cache, sequence);
        let least = sequence.kv().written().iter().copied().min().unwrap_or(0);
        let rested = rejected.and_then(|()| match sequence.kv().at_rest() {
            true => Ok(()),
            false => self.model.truncate(&mut self.cache, sequence, least),
        });
        rested.is_ok() && least > 0
    }

    /// Writes the longest kept prefix of these tokens; its positions, 0 if nothing is kept of them.
    pub fn save(&self, root: PrefixKey, tokens: &[u32], out: &mut dyn Write) -> Result<usize> {
        let Some(kept) = self.prefixes.longest(root, tokens) else { return Ok(0) };
        self.model.save(&self.cache, tokens, kept, out)?;
        Ok(kept.len())
    }

    /// Keeps a prefix that [`save`](Self::save) wrote; its positions.
    pub fn load(&mut self, root: PrefixKey, file: &mut (impl Read + Seek)) -> Result<usize> {
        let sequence = loop {
            file.rewind().map_err(plt_model::Error::SavedIo)?;
            match self.model.restore(&mut self.cache, file) {
                Err(plt_model::Error::Cache(error)) if self.prefixes.evict() => {
                    tracing::debug!(%error, "made room");
                }
                restored => break restored?,
            }
        };
        Ok(self.park(root, sequence).len())
    }

    /// What a sequence holds, to bring it back when there is room; `None` if that takes more than
    /// `most` bytes, or if there is nothing that can be gone on from.
    pub fn swap_out(&mut self, sequence: &mut Sequence, most: usize) -> Option<Vec<u8>> {
        let least = sequence.kv().len().checked_mul(self.pool().layout().bytes_per_token())?;
        let mut bytes = Vec::new();
        if least > most || !self.rest(sequence) {
            return None;
        }
        self.model.save(&self.cache, sequence.tokens(), sequence.kv(), &mut bytes).ok()?;
        (bytes.len() <= most).then_some(bytes)
    }

    /// The sequence that was swapped out, if there is room for it.
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
