//! The events of a request: tokens, text, and the end of each answer.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::Stream;
use tokio::sync::mpsc::error::TryRecvError;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::error::{Error, Result};

/// Why an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FinishReason {
    /// An end token or a stop string.
    Stop,
    /// `max_tokens`, or the end of the context.
    Length,
    /// [`Cancel::cancel`](crate::Cancel::cancel), or the engine stopped.
    Cancelled,
    /// [`Request::deadline`](crate::Request::deadline).
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

/// The times and counts of an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timings {
    /// From the request's arrival to the first pass of its prompt.
    pub queued: Duration,
    /// From there to the first token.
    pub prefill: Duration,
    /// From the first token to the end.
    pub decode: Duration,
    /// Tokens of the prompt.
    pub prompt_tokens: usize,
    /// Prompt tokens taken from the prefix cache.
    pub reused_tokens: usize,
    /// Tokens generated.
    pub generated_tokens: usize,
    /// Passes before the first token that had rows of this answer.
    pub prefill_passes: usize,
    /// Rows of this answer in those passes. R per position at most: rows that the first token cannot
    /// see are not computed.
    pub prefill_rows: usize,
    /// Passes since the first token that had rows of this answer.
    pub decode_passes: usize,
    /// Rows of this answer in those passes.
    pub decode_rows: usize,
}

/// The model's own probabilities where a token was chosen, before temperature and filters.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Logprobs {
    /// Natural logarithm of the token's probability.
    pub token: f32,
    /// The most likely tokens, best first, with the natural logarithms of their probabilities.
    pub top: Vec<(u32, f32)>,
}

/// One event of a request. Each choice has tokens, then exactly one `Finished`.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A new token.
    #[non_exhaustive]
    Token {
        /// The choice, from 0.
        choice: usize,
        /// The token's id.
        id: u32,
        /// The text that the token completes; empty while a character or a possible stop string is
        /// incomplete, for end tokens, and without a tokenizer.
        text: String,
        /// If requested.
        logprobs: Option<Logprobs>,
        /// If requested: the gate of each later loop that has one, at the position where this token
        /// was predicted, as the mean over layers and heads. 1 is attention to loop 0's keys alone,
        /// 0 to the loop's own window alone.
        gates: Option<Vec<f32>>,
    },
    /// The end of an answer.
    #[non_exhaustive]
    Finished {
        /// The choice, from 0.
        choice: usize,
        /// Why it ended.
        reason: FinishReason,
        /// Text that was held back until now.
        text: String,
        /// Times and counts.
        timings: Timings,
    },
}

impl Event {
    /// Returns the text of the event. Joined over all events of a choice, it is the answer.
    pub fn text(&self) -> &str {
        match self {
            Event::Token { text, .. } | Event::Finished { text, .. } => text,
        }
    }
}

/// The events of one request, in order: for each choice exactly one [`Event::Finished`], or an
/// error that ends them all. Dropping it cancels the request: its memory is free before the next
/// pass.
///
/// It is an iterator that waits for each event. In asynchronous code use
/// [`next_event`](Self::next_event) or [`into_stream`](Self::into_stream): there the iterator
/// panics.
#[derive(Debug)]
pub struct Events {
    receiver: UnboundedReceiver<Result<Event>>,
    /// Choices that have not ended.
    open: usize,
}

/// The sending end of a request's events.
pub(crate) type EventSender = UnboundedSender<Result<Event>>;

impl Events {
    /// Creates the two ends for a request with this many choices. No more events than requested
    /// tokens ever wait in the channel.
    pub(crate) fn channel(choices: usize) -> (EventSender, Self) {
        let (sender, receiver) = unbounded_channel();
        (sender, Self { receiver, open: choices })
    }

    /// Returns the next event as soon as it has arrived; `None` after the last one.
    pub async fn next_event(&mut self) -> Option<Result<Event>> {
        std::future::poll_fn(|context| self.poll_event(context)).await
    }

    /// Returns the next event if it has arrived, `None` after the last one.
    pub fn try_next(&mut self) -> Poll<Option<Result<Event>>> {
        match self.receiver.try_recv() {
            Err(TryRecvError::Empty) if self.open > 0 => Poll::Pending,
            event => Poll::Ready(self.count(event.ok())),
        }
    }

    /// Turns the events into a [`Stream`].
    pub fn into_stream(self) -> EventStream {
        EventStream(self)
    }

    fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event>>> {
        match self.open {
            0 => Poll::Ready(None),
            _ => self.receiver.poll_recv(context).map(|event| self.count(event)),
        }
    }

    /// Counts the choices that end. A channel that closes too early is an error: a cut answer must
    /// not look complete.
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

impl Iterator for Events {
    type Item = Result<Event>;

    fn next(&mut self) -> Option<Self::Item> {
        let event = if self.open > 0 { self.receiver.blocking_recv() } else { None };
        self.count(event)
    }
}

/// The events of one request for asynchronous code, see [`Events`]. Any executor will do.
#[derive(Debug)]
pub struct EventStream(Events);

impl Stream for EventStream {
    type Item = Result<Event>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().0.poll_event(context)
    }
}
