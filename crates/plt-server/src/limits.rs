//! Limits of requests and connections.

use std::time::Duration;

use crate::error::{Error, Result};

/// The smallest limit of a request head: hyper reads this many bytes at a time.
const MIN_HEAD: usize = 8192;

/// Limits of requests and connections. The engine limits its queue and batch itself:
/// `plt_runtime::EngineOptions`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Open connections. More wait to be accepted.
    pub connections: usize,
    /// Requests that are encoded or wait for it. More get status 429. This number of bodies of the
    /// largest size is held in memory at a time.
    pub preparing: usize,
    /// Requests that are parsed and encoded at a time: token ids in JSON take many times their size.
    pub encoding: usize,
    /// Bytes of a request line and headers.
    pub head_bytes: usize,
    /// Headers of a request.
    pub headers: usize,
    /// Bytes of a request body.
    pub body_bytes: usize,
    /// Tokens of a prompt. The context of the engine is another limit.
    pub prompt_tokens: usize,
    /// Choices of a request: `n` times its prompts.
    pub choices: usize,
    /// Most likely tokens that are reported for each token.
    pub logprobs: usize,
    /// Stop strings of a request.
    pub stops: usize,
    /// Bytes of a stop string.
    pub stop_bytes: usize,
    /// The highest priority that a request may have. Lower ones are always allowed.
    pub priority: i32,
    /// Deadlines.
    pub timeouts: Timeouts,
}

/// Deadlines of requests and connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeouts {
    /// From the start of a connection, or the end of its last response, to a complete request head.
    pub head: Duration,
    /// From there to a complete body.
    pub body: Duration,
    /// The time in which a client must read something of its response.
    pub stall: Duration,
    /// From the arrival of a request to its complete response.
    pub request: Option<Duration>,
    /// The time that running requests have to finish when the server shuts down.
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
            request: None,
            drain: Duration::from_secs(30),
        }
    }
}

impl Limits {
    /// Fails if a limit allows no request at all.
    pub(crate) fn check(&self) -> Result<()> {
        let at_least = |field, least, found| match found >= least {
            true => Ok(()),
            false => Err(Error::Limit { field, least, found }),
        };
        at_least("connections", 1, self.connections)?;
        at_least("preparing", 1, self.preparing)?;
        at_least("encoding", 1, self.encoding)?;
        at_least("head_bytes", MIN_HEAD, self.head_bytes)?;
        at_least("headers", 1, self.headers)?;
        at_least("body_bytes", 1, self.body_bytes)?;
        at_least("prompt_tokens", 1, self.prompt_tokens)?;
        at_least("choices", 1, self.choices)
    }
}
