//! Metrics in the Prometheus text format.
//!
//! Names and meanings are vLLM's, with `plt_` for `vllm:`: its dashboards need one change.

mod exposition;
mod histogram;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use plt_runtime::{EngineStats, Timings};

use exposition::Exposition;
use histogram::Histogram;

/// Bucket edges in seconds: vLLM's.
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

/// How a choice ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It generated an end token or a stop string.
    Stop,
    /// It reached its maximum of tokens.
    Length,
    /// The client disconnected, or the server shut down.
    Abort,
    /// It exceeded the request timeout.
    Timeout,
    /// The engine failed.
    Error,
}

impl Outcome {
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

/// The counters of the server. The engine counts the rest.
pub(crate) struct Metrics {
    outcomes: [AtomicU64; Outcome::ALL.len()],
    rejected: AtomicU64,
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
            outcomes: Default::default(),
            rejected: AtomicU64::new(0),
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

    /// Records the first token of a choice.
    pub fn first_token(&self, after: Duration) {
        self.first_token.observe(after);
    }

    /// Records another token.
    pub fn next_token(&self, after: Duration) {
        self.next_token.observe(after);
    }

    /// Records a complete choice. Its prompt counts with the first choice only. `took` is the time since
    /// the request arrived.
    pub fn completed(
        &self,
        outcome: Outcome,
        timings: &Timings,
        took: Duration,
        is_first_choice: bool,
    ) {
        self.ended(outcome);
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

    /// Counts a choice that ended.
    pub fn ended(&self, outcome: Outcome) {
        self.outcomes[outcome as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a request that got status 429.
    pub fn rejected(&self) {
        self.rejected.fetch_add(1, Ordering::Relaxed);
    }

    /// Writes all metrics in the Prometheus text format 0.0.4.
    pub fn text(&self, model: &str, stats: &EngineStats) -> String {
        let mut out = Exposition::new(model);
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed) as f64;
        let fraction = |part: usize, all: usize| part as f64 / all.max(1) as f64;
        // Prefix cache entries make room for running sequences, as free memory does.
        let (pool, cached) = (stats.pool.bytes, stats.prefixes.bytes.used);
        let running = pool.used.saturating_sub(cached);

        out.gauge("num_requests_running", "Sequences being computed", stats.running as f64);
        out.gauge("num_requests_waiting", "Requests in the queue", stats.waiting as f64);
        let help = "Fraction of the KV cache, carries included, that running sequences use";
        out.gauge("kv_cache_usage_perc", help, fraction(running, pool.total));
        let help = "Fraction of the KV cache, carries included, that the prefix cache uses";
        out.gauge("kv_cache_kept_perc", help, fraction(cached, pool.total));
        out.counter("num_preemptions_total", "Sequences preempted", stats.preemptions as f64);
        out.counter("prompt_tokens_total", "Prompt tokens", stats.prompt_tokens as f64);
        out.counter("generation_tokens_total", "Tokens generated", stats.generated_tokens as f64);
        let help = "Draft tokens proposed by speculative decoding";
        out.counter("spec_decode_num_draft_tokens_total", help, stats.drafted_tokens as f64);
        let help = "Draft tokens accepted";
        out.counter("spec_decode_num_accepted_tokens_total", help, stats.accepted_tokens as f64);
        let help = "Prompt tokens looked up in the prefix cache";
        out.counter("prefix_cache_queries_total", help, read(&self.cache_queries));
        let help = "Prompt tokens found in the prefix cache";
        out.counter("prefix_cache_hits_total", help, read(&self.cache_hits));
        out.counter("passes_total", "Passes over the weights", stats.passes as f64);
        out.counter("rows_total", "Rows computed in passes", stats.rows as f64);
        out.counter("prefill_rows_total", "Rows computed of prompts", stats.prefill_rows as f64);
        let help = "Rows of prompts not computed, because no result depends on them";
        out.counter("skipped_rows_total", help, stats.skipped_rows as f64);
        out.counter("engine_panics_total", "Engine panics recovered from", stats.panics as f64);
        let help = "Requests rejected with status 429";
        out.counter("requests_refused_total", help, read(&self.rejected));
        let outcomes =
            Outcome::ALL.map(|outcome| (outcome.name(), read(&self.outcomes[outcome as usize])));
        let help = "Choices that ended, by reason";
        out.counters("request_success_total", help, "finished_reason", &outcomes);

        let help = "Time from a request's arrival to the first token of a choice";
        out.histogram("time_to_first_token_seconds", help, &self.first_token);
        let help = "Time between two tokens of a choice";
        out.histogram("inter_token_latency_seconds", help, &self.next_token);
        let help = "Time from a request's arrival to the end of a choice";
        out.histogram("e2e_request_latency_seconds", help, &self.latency);
        out.histogram("request_queue_time_seconds", "Time in the queue", &self.queued);
        out.histogram("request_prefill_time_seconds", "Time in prefill", &self.prefill);
        out.histogram("request_decode_time_seconds", "Time in decode", &self.decode);
        out.into_text()
    }
}
