//! What an engine has done and holds.

use std::time::Instant;

use plt_cache::{PoolStats, PrefixStats};

/// A snapshot of an engine's counters. All but the last four only ever grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EngineStats {
    /// Requests that came.
    pub requests: u64,
    /// Answers that ended with [`Event::Finished`](crate::Event::Finished).
    pub finished: u64,
    /// Those of them that were cancelled.
    pub cancelled: u64,
    /// Requests that ended with an error.
    pub failed: u64,
    /// Answers that had to wait for memory or for others after they had begun.
    pub preemptions: u64,
    /// Panics that the engine outlived.
    pub panics: u64,
    /// When a pass last failed, with a panic or with an error.
    pub last_failure: Option<Instant>,
    /// Passes over the weights.
    pub passes: u64,
    /// Rows of these passes.
    pub rows: u64,
    /// Tokens of prompts whose first token was generated.
    pub prompt_tokens: u64,
    /// Tokens generated.
    pub generated_tokens: u64,
    /// Drafts that were made of them before.
    pub drafted_tokens: u64,
    /// Drafts that were right.
    pub accepted_tokens: u64,
    /// Answers that are being computed.
    pub running: usize,
    /// Requests, and answers that were preempted, that wait.
    pub waiting: usize,
    /// Keys, values and carries.
    pub pool: PoolStats,
    /// Kept prefixes.
    pub prefixes: PrefixStats,
}

impl EngineStats {
    /// Of an engine that has done nothing yet.
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
