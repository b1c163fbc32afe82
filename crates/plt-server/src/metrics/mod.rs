//! What an operator wants to know, in Prometheus's text format.
//!
//! Names and meanings are vLLM's, with `plt_` for `vllm:`, so that its dashboards need one change.

mod exposition;
mod histogram;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use plt_runtime::{EngineStats, Timings};

use exposition::Exposition;
use histogram::Histogram;

/// Edges in seconds, as vLLM has them.
const FIRST_TOKEN: &[f64] = &[
    0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0,
    20.0, 40.0, 80.0, 160.0, 640.0, 2560.0,
];
const NEXT_TOKEN: &[f64] = &[
    0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0, 20.0,
    40.0, 80.0,
];
const REQUEST: &[f64] = &[
    0.3, 0.5, 0.8, 1.0, 1.5, 2.0, 2.5, 5.0, 10.0, 15.0, 20.0, 30.0, 40.0, 50.0, 60.0, 120.0, 240.0,
    480.0, 960.0, 1920.0, 7680.0,
];

/// How an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// An end token or a stop text.
    Stop,
    /// As many tokens as were asked for.
    Length,
    /// Nobody waited for it any more, or the server stopped.
    Abort,
    /// It took too long.
    Timeout,
    /// The engine failed.
    Error,
}

impl Ended {
    const ALL: [Self; 5] = [Self::Stop, Self::Length, Self::Abort, Self::Timeout, Self::Error];

    fn name(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::Length => "length",
            Self::Abort => "abort",
            Self::Timeout => "timeout",
            Self::Error => "error",
        }
    }
}

/// What the server counts itself; the engine counts the rest.
pub(crate) struct Metrics {
    ended: [AtomicU64; Ended::ALL.len()],
    refused: AtomicU64,
    cache_queries: AtomicU64,
    cache_hits: AtomicU64,
    first_token: Histogram,
    next_token: Histogram,
    latency: Histogram,
    queued: Histogram,
    prefill: Histogram,
    decode: Histogram,
}

impl Metrics {
    pub fn new() -> Self {
        Self {
            ended: Default::default(),
            refused: AtomicU64::new(0),
            cache_queries: AtomicU64::new(0),
            cache_hits: AtomicU64::new(0),
            first_token: Histogram::new(FIRST_TOKEN),
            next_token: Histogram::new(NEXT_TOKEN),
            latency: Histogram::new(REQUEST),
            queued: Histogram::new(REQUEST),
            prefill: Histogram::new(REQUEST),
            decode: Histogram::new(REQUEST),
        }
    }

    /// An answer's first token came.
    pub fn first_token(&self, after: Duration) {
        self.first_token.observe(after);
    }

    /// Another token came.
    pub fn next_token(&self, after: Duration) {
        self.next_token.observe(after);
    }

    /// An answer is complete, so long after its request came. Its prompt counts with the first of the answers to it.
    pub fn ended(&self, ended: Ended, timings: &Timings, took: Duration, is_first_choice: bool) {
        self.lost(ended);
        if is_first_choice {
            let add = |counter: &AtomicU64, tokens: usize| {
                counter.fetch_add(tokens as u64, Ordering::Relaxed);
            };
            add(&self.cache_queries, timings.prompt_tokens);
            add(&self.cache_hits, timings.reused_tokens);
        }
        self.latency.observe(took);
        self.queued.observe(timings.queued);
        self.prefill.observe(timings.prefill);
        self.decode.observe(timings.decode);
    }

    /// An answer ended that was not complete.
    pub fn lost(&self, ended: Ended) {
        self.ended[ended as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// A request got 429.
    pub fn refused(&self) {
        self.refused.fetch_add(1, Ordering::Relaxed);
    }

    /// All of them, in Prometheus's text format 0.0.4.
    pub fn text(&self, model: &str, stats: &EngineStats) -> String {
        let mut out = Exposition::new(model);
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed) as f64;
        let part = |part: usize, all: usize| part as f64 / all.max(1) as f64;
        // What is kept for later requests makes room for running ones, as free memory does.
        let (pool, kept) = (stats.pool.bytes, stats.prefixes.bytes.used);
        let held = pool.used.saturating_sub(kept);

        out.gauge("num_requests_running", "Answers being computed", stats.running as f64);
        out.gauge("num_requests_waiting", "Requests that wait", stats.waiting as f64);
        let help =
            "Part of the memory for keys, values and carries that running answers hold; 1 is all";
        out.gauge("kv_cache_usage_perc", help, part(held, pool.total));
        let help = "Part of that memory that is kept for prompts to come";
        out.gauge("kv_cache_kept_perc", help, part(kept, pool.total));
        out.counter("num_preemptions_total", "Answers put back", stats.preemptions as f64);
        out.counter("prompt_tokens_total", "Tokens of prompts", stats.prompt_tokens as f64);
        out.counter("generation_tokens_total", "Tokens generated", stats.generated_tokens as f64);
        let help = "Tokens that were guessed before they were generated";
        out.counter("spec_decode_num_draft_tokens_total", help, stats.drafted_tokens as f64);
        let help = "Those of them that were right";
        out.counter("spec_decode_num_accepted_tokens_total", help, stats.accepted_tokens as f64);
        let help = "Tokens of prompts that were looked for among what is kept";
        out.counter("prefix_cache_queries_total", help, read(&self.cache_queries));
        let help = "Those of them that were found";
        out.counter("prefix_cache_hits_total", help, read(&self.cache_hits));
        out.counter("passes_total", "Passes over the weights", stats.passes as f64);
        out.counter("rows_total", "Rows of these passes", stats.rows as f64);
        out.counter("engine_panics_total", "Panics outlived", stats.panics as f64);
        out.counter("requests_refused_total", "Requests that got 429", read(&self.refused));
        let ended = Ended::ALL.map(|ended| (ended.name(), read(&self.ended[ended as usize])));
        let help = "Answers that ended, by reason";
        out.counters("request_success_total", help, "finished_reason", &ended);

        let help = "From a request's arrival to an answer's first token";
        out.histogram("time_to_first_token_seconds", help, &self.first_token);
        let help = "From one token of an answer to the next";
        out.histogram("inter_token_latency_seconds", help, &self.next_token);
        let help = "From a request's arrival to an answer's end";
        out.histogram("e2e_request_latency_seconds", help, &self.latency);
        out.histogram("request_queue_time_seconds", "Waiting", &self.queued);
        out.histogram("request_prefill_time_seconds", "Computing the prompt", &self.prefill);
        out.histogram("request_decode_time_seconds", "Generating", &self.decode);
        out.into_text()
    }
}
