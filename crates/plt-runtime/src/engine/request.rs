//! What is asked of an engine, and what it answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::{Duration, Instant};

use plt_model::Config;
use tokio::sync::mpsc::error::TryRecvError;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::constraint::Constraint;
use crate::error::{Error, Result};
use crate::sampler::SamplingParams;

/// A request waits as one, however many choices it has.
const MAX_CHOICES: usize = 1024;

/// What to generate. [`Request::new`] gives one that only has a prompt.
#[derive(Debug, Clone)]
pub struct Request {
    /// Token ids, at least one.
    pub prompt: Vec<u32>,
    /// Tokens to generate at most, for each choice.
    pub max_tokens: usize,
    /// Answers to generate, 1 to 1024. The prompt is computed once for all of them.
    pub choices: usize,
    /// How tokens are chosen. Choice i draws from the random stream of `seed + i`, as if it had been
    /// asked for alone.
    pub sampling: SamplingParams,
    /// What is added to the logits of some tokens; finite, or negative infinity to forbid one.
    pub logit_bias: Vec<(u32, f32)>,
    /// What the answer must look like. It ends where nothing can follow.
    pub constraint: Option<Constraint>,
    /// Report every token's log-probability, and those of this many of the likeliest tokens.
    pub logprobs: Option<usize>,
    /// Report for every token how much its later loops drew on loop 0's keys and values. That reads
    /// the gates back from the device, layer by layer.
    pub gates: bool,
    /// Texts before which an answer ends. They need a tokenizer.
    pub stop: Vec<String>,
    /// Special tokens that are part of the text of an answer, as no others are.
    pub shown: Vec<u32>,
    /// Tokens after which an answer ends.
    pub eos: Vec<u32>,
    /// Requests of a higher priority go first, and take the place of running ones of a lower.
    pub priority: i32,
    /// When the request is of no use any more.
    pub deadline: Option<Instant>,
    /// Whom the prompt belongs to: nothing that was computed for one tenant is found by another.
    pub tenant: Vec<u8>,
    /// Ends the request from elsewhere, as dropping its [`Events`] does.
    pub cancel: Cancel,
}

impl Request {
    /// A greedy answer of up to 256 tokens, which only cancelling ends early.
    pub fn new(prompt: Vec<u32>) -> Self {
        Self {
            prompt,
            max_tokens: 256,
            choices: 1,
            sampling: SamplingParams::default(),
            logit_bias: Vec::new(),
            constraint: None,
            logprobs: None,
            gates: false,
            stop: Vec::new(),
            shown: Vec::new(),
            eos: Vec::new(),
            priority: 0,
            deadline: None,
            tenant: Vec::new(),
            cancel: Cancel::default(),
        }
    }

    /// Fails unless the request can be met by a model of this config with room for `positions`.
    pub(crate) fn check(
        &self,
        config: &Config,
        positions: usize,
        has_tokenizer: bool,
    ) -> Result<()> {
        check_prompt(config, &self.prompt, positions)?;
        self.sampling.validate()?;
        if !(1..=MAX_CHOICES).contains(&self.choices) {
            return Err(Error::Choices { found: self.choices, most: MAX_CHOICES });
        }
        for (id, bias) in &self.logit_bias {
            let vocab_size = config.vocab_size;
            if *id as usize >= vocab_size {
                return Err(Error::UnknownToken { id: *id, vocab_size });
            }
            if bias.is_nan() || *bias == f32::INFINITY {
                let expected = "a number below infinity";
                return Err(Error::Sampling {
                    field: "logit_bias",
                    expected,
                    found: (*bias).into(),
                });
            }
        }
        match self.stop.is_empty() || has_tokenizer {
            true => Ok(()),
            false => Err(Error::NoTokenizer),
        }
    }
}

/// Fails unless every token exists and the prompt fits.
pub(crate) fn check_prompt(config: &Config, prompt: &[u32], positions: usize) -> Result<()> {
    if prompt.is_empty() {
        return Err(Error::EmptyPrompt);
    }
    if prompt.len() > positions {
        return Err(Error::PromptTooLong { tokens: prompt.len(), limit: positions });
    }
    match prompt.iter().find(|id| **id as usize >= config.vocab_size) {
        Some(id) => Err(Error::UnknownToken { id: *id, vocab_size: config.vocab_size }),
        None => Ok(()),
    }
}

/// Ends a request from another thread. Clones share one state.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the request to end before its next pass.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Makes the handle good for a next request.
    pub fn reset(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    /// Whether [`cancel`](Self::cancel) was called.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Why an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FinishReason {
    /// An end token or a stop text.
    Stop,
    /// `max_tokens`, or the end of the context.
    Length,
    /// [`Cancel::cancel`], or the engine stopped.
    Cancelled,
    /// [`Request::deadline`].
    Deadline,
}

impl FinishReason {
    /// The name in reports: `stop`, `length`, `cancelled`, `deadline`.
    pub fn name(self) -> &'static str {
        match self {
            FinishReason::Stop => "stop",
            FinishReason::Length => "length",
            FinishReason::Cancelled => "cancelled",
            FinishReason::Deadline => "deadline",
        }
    }
}

/// Where the time of an answer went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Timings {
    /// From the request's arrival until its prompt was begun.
    pub queued: Duration,
    /// From there to the first token.
    pub prefill: Duration,
    /// From the first token to the end.
    pub decode: Duration,
    /// Tokens of the prompt.
    pub prompt_tokens: usize,
    /// Those of them whose keys, values and carries were still there.
    pub reused_tokens: usize,
    /// Tokens generated.
    pub generated_tokens: usize,
    /// Passes since the first token that had rows of this answer.
    pub decode_passes: usize,
    /// Those rows.
    pub decode_rows: usize,
}

/// What the model thought of a token, before temperature and filters.
#[derive(Debug, Clone, PartialEq)]
pub struct Logprobs {
    /// Natural logarithm of the token's probability.
    pub token: f32,
    /// The likeliest tokens, best first, with the logarithms of theirs.
    pub top: Vec<(u32, f32)>,
}

/// What an engine answers: for each choice tokens, then exactly one `Finished`.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// One more token.
    Token {
        /// Which answer, from 0.
        choice: usize,
        /// The token's id.
        id: u32,
        /// The text that became certain with it; empty while a character or a possible stop text
        /// is incomplete, for end tokens, and without a tokenizer.
        text: String,
        /// If they were asked for.
        logprobs: Option<Logprobs>,
        /// If they were asked for: the gate of each later loop that has one, as it was where this
        /// token was predicted, the mean over layers and heads. 1 is loop 0's keys alone, 0 the
        /// loop's own window alone.
        gates: Option<Vec<f32>>,
    },
    /// The end of an answer.
    Finished {
        /// Which answer, from 0.
        choice: usize,
        /// Why.
        reason: FinishReason,
        /// Text that was held back until now.
        text: String,
        /// Where the time went.
        timings: Timings,
    },
}

/// The events of one request, in order: for each choice exactly one [`Event::Finished`], or an error
/// that ends them all. Dropping it cancels the request: what that holds is free before the next
/// pass.
#[derive(Debug)]
pub struct Events {
    receiver: UnboundedReceiver<Result<Event>>,
    /// Choices that have not ended.
    open: usize,
}

/// Where the events of a request come from.
pub(crate) type EventSender = UnboundedSender<Result<Event>>;

impl Events {
    /// For a request of so many choices. No more than the tokens that were asked for ever wait in it.
    pub(crate) fn channel(choices: usize) -> (EventSender, Self) {
        let (sender, receiver) = unbounded_channel();
        (sender, Self { receiver, open: choices })
    }

    /// The next event when it is there; `None` after the last.
    pub async fn next_event(&mut self) -> Option<Result<Event>> {
        let event = if self.open > 0 { self.receiver.recv().await } else { None };
        self.count(event)
    }

    /// The next event if it is there already, or if there are no more.
    pub fn try_next(&mut self) -> Poll<Option<Result<Event>>> {
        match self.receiver.try_recv() {
            Err(TryRecvError::Empty) if self.open > 0 => Poll::Pending,
            event => Poll::Ready(self.count(event.ok())),
        }
    }

    /// An engine that ends without a word must not look like an answer that is whole.
    fn count(&mut self, event: Option<Result<Event>>) -> Option<Result<Event>> {
        match &event {
            Some(Ok(Event::Token { .. })) => {}
            Some(Ok(Event::Finished { .. })) => self.open -= 1,
            Some(Err(_)) => self.open = 0,
            None if self.open > 0 => {
                self.open = 0;
                return Some(Err(Error::Closed));
            }
            None => {}
        }
        event
    }
}

/// Waits for each event. From asynchronous code use [`Events::next_event`]: there this panics.
impl Iterator for Events {
    type Item = Result<Event>;

    fn next(&mut self) -> Option<Self::Item> {
        let event = if self.open > 0 { self.receiver.blocking_recv() } else { None };
        self.count(event)
    }
}
