//! What a request may cost before anything is computed for it.

use std::time::Duration;

use crate::error::{Error, Result};

/// Bytes of a request's head that must at least fit: hyper reads no less at a time.
const LEAST_HEAD: usize = 8192;

/// What a request may cost before anything is computed for it. How much may wait and run is the
/// engine's business: `plt_runtime::EngineOptions`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at a time; more wait to be accepted.
    pub connections: usize,
    /// Requests that are encoded or wait for that at a time; more get 429. As many bodies of the
    /// largest size may be held at a time.
    pub preparing: usize,
    /// Those of them that are parsed and encoded: ids as JSON take many times their size meanwhile.
    pub encoding: usize,
    /// Bytes of a request's line and headers.
    pub head_bytes: usize,
    /// Headers of a request.
    pub headers: usize,
    /// Bytes of a request's body.
    pub body_bytes: usize,
    /// Tokens of a prompt; the engine's positions are a limit as well.
    pub prompt_tokens: usize,
    /// Answers to one request: `n`, times its prompts.
    pub choices: usize,
    /// Likeliest tokens that are reported for each one.
    pub logprobs: usize,
    /// Stop texts.
    pub stops: usize,
    /// Bytes of each stop text.
    pub stop_bytes: usize,
    /// The highest priority that a request may ask for; lower ones it always may.
    pub priority: i32,
    /// Deadlines.
    pub timeouts: Timeouts,
}

/// How long things may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// Until a request's head is there: from the connection's beginning, or the last answer's end.
    pub head: Duration,
    /// From there until its body is.
    pub body: Duration,
    /// That a client may leave unread what was sent to it.
    pub stall: Duration,
    /// Until an answer is complete; what is not by then ends with an error.
    pub answer: Option<Duration>,
    /// That answers get to come to their end when the server stops.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1024,
            preparing: 64,
            encoding: 4,
            head_bytes: 32 << 10,
            headers: 64,
            body_bytes: 4 << 20,
            prompt_tokens: 1 << 20,
            choices: 16,
            logprobs: 20,
            stops: 16,
            stop_bytes: 1024,
            priority: 0,
            timeouts: Timeouts::default(),
        }
    }
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            body: Duration::from_secs(30),
            stall: Duration::from_secs(30),
            answer: None,
            drain: Duration::from_secs(30),
        }
    }
}

impl Limits {
    /// Fails unless something can be asked for.
    pub(crate) fn check(&self) -> Result<()> {
        let at_least = |field, least, found| match found >= least {
            true => Ok(()),
            false => Err(Error::Limit { field, least, found }),
        };
        at_least("connections", 1, self.connections)?;
        at_least("preparing", 1, self.preparing)?;
        at_least("encoding", 1, self.encoding)?;
        at_least("head bytes", LEAST_HEAD, self.head_bytes)?;
        at_least("headers", 1, self.headers)?;
        at_least("body bytes", 1, self.body_bytes)?;
        at_least("prompt tokens", 1, self.prompt_tokens)?;
        at_least("choices", 1, self.choices)
    }
}
