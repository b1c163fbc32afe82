//! How large an engine is.

use std::num::NonZeroUsize;

use plt_model::{CacheLayout, CacheOptions, Config, KvDType, PlanKind, cache_layout};

use crate::error::{Error, Result};

/// Prompts that are computed at a time. One takes all rows that a pass has for prompts; the next one
/// begins with what that leaves when it comes to its end, and an urgent one overtakes it.
pub(super) const PREFILLS: usize = 4;

/// How much an engine does at a time, and how much memory it has for that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EngineOptions {
    /// Answers that are generated at a time.
    pub sequences: usize,
    /// Tokens that all of them may hold together, and any one alone, up to the model's context.
    pub positions: usize,
    /// Rows of one pass at most: those of new tokens go first, prompts get what is left.
    pub rows: usize,
    /// Rows up to which a pass is filled with drafts: tokens that are likely to come next because they
    /// followed where the last ones stood before. The rows of a few drafts cost little beside the
    /// weights that a pass reads anyway, and answers are the same. 0 for no drafts; less than the rows
    /// of `sequences` new tokens leaves room for some only while fewer answers are generated.
    pub draft_rows: usize,
    /// Element type of keys and values.
    pub dtype: KvDType,
    /// Sequences that are kept, besides those that run, for prompts that begin as they do; 0 to
    /// compute every prompt from its beginning. Each costs the rings and carries of one sequence;
    /// keys and values of loop 0 are kept where there is room for them.
    pub kept: usize,
    /// Positions of a prompt after which a fork of it is kept; 0 for none but where prompts part.
    pub keep_every: usize,
    /// Bytes for what answers hold that have to make room for others. Those that find no place there
    /// are computed again, which is the better choice where keys and values lie in the same memory.
    pub swap_bytes: usize,
    /// What may wait.
    pub queue: QueueLimits,
}

/// What may wait in an engine before [`Error::Overloaded`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueLimits {
    /// Requests.
    pub requests: usize,
    /// Tokens of their prompts.
    pub tokens: usize,
}

impl Default for EngineOptions {
    /// Eight answers at a time, 16384 tokens together, passes of up to 128 rows, f16.
    fn default() -> Self {
        Self {
            sequences: 8,
            positions: 16384,
            rows: 128,
            draft_rows: 8,
            dtype: KvDType::F16,
            kept: 32,
            keep_every: 512,
            swap_bytes: 0,
            queue: QueueLimits { requests: 256, tokens: 1 << 20 },
        }
    }
}

impl EngineOptions {
    /// For one answer after the other, as long as `positions`, whose prompts arrive in chunks of
    /// `chunk` positions.
    pub fn single(config: &Config, positions: usize, chunk: NonZeroUsize, dtype: KvDType) -> Self {
        let rows = chunk.get().saturating_mul(config.loops.count);
        Self { sequences: 1, positions, rows, dtype, kept: 2, ..Self::default() }
    }

    /// The layout of keys, values and carries that these options ask for.
    ///
    /// # Errors
    /// [`Error::Option`] for one that makes no sense; if sizes overflow.
    pub fn layout(&self, config: &Config) -> Result<CacheLayout> {
        Ok(cache_layout(config, self.cache(config)?)?)
    }

    /// The most `positions` that fit in this many bytes of keys, values and carries, everything else
    /// being as it is; 0 if nothing fits.
    pub fn positions_within(&self, config: &Config, bytes: usize) -> usize {
        let fits = |positions: &usize| {
            let options = Self { positions: *positions, ..*self };
            options.layout(config).is_ok_and(|layout| layout.total_bytes() <= bytes)
        };
        // A position costs at least a byte, so that there cannot be more than `bytes`.
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

    /// Drafts that all answers together may have: a pass has no more rows than `rows`.
    pub(super) fn most_drafts(&self) -> usize {
        self.draft_rows.min(self.rows)
    }

    pub(crate) fn cache(&self, config: &Config) -> Result<CacheOptions> {
        let loops = config.loops.count;
        let at_least = |field, least: usize, found: usize| match found >= least {
            true => Ok(()),
            false => Err(Error::Option { field, least, found }),
        };
        at_least("sequences", 1, self.sequences)?;
        at_least("positions", 1, self.positions)?;
        // Every request waits, if only until the pass that is running has ended.
        at_least("queue: requests", 1, self.queue.requests)?;
        at_least("queue: tokens", 1, self.queue.tokens)?;
        // Then a prompt always gets a position, whatever the others decode.
        at_least("rows", self.sequences.saturating_mul(loops), self.rows)?;
        let chunk = NonZeroUsize::new(self.rows / loops).unwrap_or(NonZeroUsize::MIN);
        Ok(CacheOptions {
            sequences: self.sequences,
            parked: self.kept,
            positions: self.positions,
            rollback: self.most_drafts(),
            dtype: self.dtype,
            plan: PlanKind::Wavefront { chunk },
            prefills: PREFILLS,
        })
    }
}
