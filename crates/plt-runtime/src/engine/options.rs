//! The size of an engine.

use std::num::NonZeroUsize;

use plt_model::{CacheLayout, CacheOptions, Config, KvDType, PlanKind, cache_layout};

use crate::builder::builder;
use crate::error::{Error, Result};

/// Prompts that are computed at the same time. One takes all rows that a pass has for prompts; the
/// next one begins with the rows that its last loops leave, and an urgent one overtakes it.
pub(super) const PREFILLS: usize = 4;

/// The size of an engine: its batches, its KV cache, its queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct EngineOptions {
    /// Maximum number of answers that are generated at the same time.
    pub max_num_seqs: usize,
    /// Tokens of the KV cache: of all running sequences together, and of any one alone up to the
    /// model's context.
    pub kv_cache_tokens: usize,
    /// Maximum number of rows per pass. Rows of answers go first; prompts get the rest.
    pub max_num_batched_tokens: usize,
    /// Maximum number of rows per pass filled with draft tokens (speculative decoding by prompt
    /// lookup); 0 disables it. The rows of a few draft tokens cost little beside the weights that a
    /// pass reads anyway, and the output does not change. The rows of the answers count: with many
    /// answers there is no room for drafts.
    pub max_draft_rows: usize,
    /// Element type of the KV cache.
    pub kv_cache_dtype: KvDType,
    /// Sequences kept in the prefix cache; 0 disables it. Each costs the rings and carries of one
    /// sequence; the KV cache blocks of loop 0 are kept while there is room for them.
    pub prefix_cache_entries: usize,
    /// Positions of a prompt between two cached forks of it; 0 caches a fork only where prompts
    /// part. Prompts that skip rows have none: later prompts share their blocks instead.
    pub checkpoint_interval: usize,
    /// Bytes of host memory for preempted sequences. Sequences that do not fit are computed again,
    /// which is better where the KV cache is in host memory, too.
    pub swap_bytes: usize,
    /// Limits of the queue.
    pub queue: QueueLimits,
}

builder!(EngineOptions {
    max_num_seqs: usize,
    kv_cache_tokens: usize,
    max_num_batched_tokens: usize,
    max_draft_rows: usize,
    kv_cache_dtype: KvDType,
    prefix_cache_entries: usize,
    checkpoint_interval: usize,
    swap_bytes: usize,
    queue: QueueLimits,
});

/// How many requests may wait in an engine before [`Error::Overloaded`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueueLimits {
    /// Requests.
    pub requests: usize,
    /// Tokens of their prompts.
    pub tokens: usize,
}

builder!(QueueLimits { requests: usize, tokens: usize });

impl Default for QueueLimits {
    /// 256 requests with 1,048,576 tokens.
    fn default() -> Self {
        Self { requests: 256, tokens: 1 << 20 }
    }
}

impl Default for EngineOptions {
    /// Eight answers at the same time, 16384 tokens of KV cache in f16, passes of up to 128 rows.
    fn default() -> Self {
        Self {
            max_num_seqs: 8,
            kv_cache_tokens: 16384,
            max_num_batched_tokens: 128,
            max_draft_rows: 8,
            kv_cache_dtype: KvDType::F16,
            prefix_cache_entries: 32,
            checkpoint_interval: 512,
            swap_bytes: 0,
            queue: QueueLimits::default(),
        }
    }
}

impl EngineOptions {
    /// Returns the options for one answer after the other, of up to `kv_cache_tokens` tokens with
    /// its prompt, which arrives in chunks of `chunk` positions.
    pub fn single(
        config: &Config,
        kv_cache_tokens: usize,
        chunk: NonZeroUsize,
        kv_cache_dtype: KvDType,
    ) -> Self {
        Self {
            max_num_seqs: 1,
            kv_cache_tokens,
            max_num_batched_tokens: chunk.get().saturating_mul(config.loops.count),
            kv_cache_dtype,
            prefix_cache_entries: 2,
            ..Self::default()
        }
    }

    /// Returns the layout of the KV cache and the carries.
    ///
    /// # Errors
    /// [`Error::Option`] for an option out of range; if sizes overflow.
    pub fn layout(&self, config: &Config) -> Result<CacheLayout> {
        Ok(cache_layout(config, self.cache(config)?)?)
    }

    /// Returns the largest `kv_cache_tokens` whose KV cache and carries fit in this many bytes,
    /// with the other options as they are; 0 if nothing fits.
    pub fn kv_cache_tokens_within(&self, config: &Config, bytes: usize) -> usize {
        let fits = |tokens: &usize| {
            let options = Self { kv_cache_tokens: *tokens, ..*self };
            options.layout(config).is_ok_and(|layout| layout.total_bytes() <= bytes)
        };
        // A token takes at least a byte, so there cannot be more than `bytes`.
        let (mut least, mut most) = (0, bytes.min(u32::MAX as usize));
        while least < most {
            let middle = least + (most - least).div_ceil(2);
            match fits(&middle) {
                true => least = middle,
                false => most = middle - 1,
            }
        }
        least
    }

    /// The maximum number of draft tokens of all answers together: a pass has no more rows.
    pub(super) fn max_draft_tokens(&self) -> usize {
        self.max_draft_rows.min(self.max_num_batched_tokens)
    }

    pub(crate) fn cache(&self, config: &Config) -> Result<CacheOptions> {
        let loops = config.loops.count;
        let at_least = |field, least: usize, found: usize| match found >= least {
            true => Ok(()),
            false => Err(Error::Option { field, least, found }),
        };
        at_least("max_num_seqs", 1, self.max_num_seqs)?;
        at_least("kv_cache_tokens", 1, self.kv_cache_tokens)?;
        // Every request waits, if only until the pass that is running has ended.
        at_least("queue.requests", 1, self.queue.requests)?;
        at_least("queue.tokens", 1, self.queue.tokens)?;
        // Then a prompt always gets a position, whatever the answers need.
        let (max_num_seqs, found) = (self.max_num_seqs, self.max_num_batched_tokens);
        let least = max_num_seqs.saturating_mul(loops);
        if found < least {
            return Err(Error::SmallPass { least, loops, max_num_seqs, found });
        }
        let chunk = self.max_num_batched_tokens / loops;
        let chunk = NonZeroUsize::new(chunk).unwrap_or(NonZeroUsize::MIN);
        let plan = PlanKind::Wavefront { chunk };
        Ok(CacheOptions::single(self.kv_cache_tokens, self.kv_cache_dtype, plan)
            .max_num_seqs(self.max_num_seqs)
            .prefix_cache_entries(self.prefix_cache_entries)
            .rollback(self.max_draft_tokens())
            .max_num_prefills(PREFILLS))
    }
}
