//! The counters of an engine.

use std::time::Instant;

use plt_cache::{PoolStats, PrefixStats};

/// A snapshot of an engine's counters. All but the last four only grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct EngineStats {
    /// Requests received.
    pub requests: u64,
    /// Answers that ended with [`Event::Finished`](crate::Event::Finished).
    pub finished: u64,
    /// Answers that were cancelled.
    pub cancelled: u64,
    /// Requests that ended with an error.
    pub failed: u64,
    /// Preemptions of running answers.
    pub preemptions: u64,
    /// Engine panics recovered from.
    pub panics: u64,
    /// When the last pass with a panic or an error failed.
    pub last_failure: Option<Instant>,
    /// Passes.
    pub passes: u64,
    /// Rows of these passes.
    pub rows: u64,
    /// Rows of prompts among them: those before the first token of an answer.
    pub prefill_rows: u64,
    /// Rows of prompts that were not computed, because no result depends on them.
    pub skipped_rows: u64,
    /// Prompt tokens, counted when the first token of the answer is generated.
    pub prompt_tokens: u64,
    /// Tokens generated.
    pub generated_tokens: u64,
    /// Draft tokens proposed (speculative decoding).
    pub drafted_tokens: u64,
    /// Draft tokens accepted.
    pub accepted_tokens: u64,
    /// Running answers.
    pub running: usize,
    /// Waiting requests and preempted answers.
    pub waiting: usize,
    /// The KV cache and the carries.
    pub pool: PoolStats,
    /// The prefix cache.
    pub prefixes: PrefixStats,
}

impl EngineStats {
    /// Returns the counters of a new engine.
    pub(super) fn new(pool: PoolStats, prefixes: PrefixStats) -> Self {
        Self {
            requests: 0,
            finished: 0,
            cancelled: 0,
            failed: 0,
            preemptions: 0,
            panics: 0,
            last_failure: None,
            passes: 0,
            rows: 0,
            prefill_rows: 0,
            skipped_rows: 0,
            prompt_tokens: 0,
            generated_tokens: 0,
            drafted_tokens: 0,
            accepted_tokens: 0,
            running: 0,
            waiting: 0,
            pool,
            prefixes,
        }
    }
}
