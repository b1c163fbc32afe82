//! Responses: from the events of the engine to the bodies that clients read.

mod body;
mod full;
mod info;
mod logprobs;
mod stream;

use std::future::Future as _;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Instant;

use plt_runtime::{Cancel, Event, Events, FinishReason, ToolPart, ToolReader};
use tracing::Span;

use crate::api_error::ApiError;
use crate::app::App;
use crate::metrics::Outcome;
use crate::request::GenerateRequest;
use body::{ToolCall, Usage};
use logprobs::TokenLogprob;

pub(crate) use body::{Full, MessageContent, TextContent};
pub(crate) use full::full;
pub(crate) use info::{Model, Models, Status, TextOfTokens, Tokens};
pub(crate) use stream::stream;

/// The running completions of one request. Dropping it cancels those that are not complete.
pub(crate) struct Completions {
    app: Arc<App>,
    /// The events of each prompt.
    events: Vec<Events>,
    /// Cancels all prompts.
    cancel: Cancel,
    /// Choices per prompt.
    choices: usize,
    /// The state of each choice of all prompts, in the order of the indices that clients see.
    progress: Vec<Progress>,
    usage: Usage,
    arrived: Instant,
    /// The span of the request.
    span: Span,
    /// Tokens generated so far, of all choices.
    tokens: i64,
}

/// The state of one choice.
#[derive(Debug, Clone, Default)]
struct Progress {
    newest_token: Option<Instant>,
    /// Characters before the next token, for `text_offset`.
    characters: usize,
    /// The parser of tool calls, if the model may call tools.
    tools: Option<ToolReader>,
    /// Calls so far.
    calls: usize,
    /// Tokens so far, without those after a single call.
    generated: usize,
    ended: bool,
}

/// New output of one choice.
#[derive(Debug)]
struct Piece {
    /// The choice.
    index: usize,
    text: String,
    calls: Vec<ToolCall>,
    /// Present if the request wants it.
    logprob: Option<TokenLogprob>,
    /// Present if the request wants them.
    gates: Option<Vec<f32>>,
    /// Why the choice ended, in its last piece.
    finish: Option<&'static str>,
}

impl Completions {
    /// Submits the requests to the engine: all of them, or none.
    pub fn submit(app: &Arc<App>, request: GenerateRequest) -> Result<Self, ApiError> {
        let GenerateRequest { requests, arrived, choices, tools, .. } = request;
        let prompts = requests.len();
        let span = Span::current();
        let prompt_tokens = requests.iter().map(|request| request.prompt.len()).sum::<usize>();
        // The integers of spans are of this type.
        span.record("gen_ai.usage.input_tokens", prompt_tokens as i64);
        // One invalid prompt fails the whole request before anything is computed.
        requests.iter().try_for_each(|request| app.engine.check(request))?;
        // The requests are clones of one: they share it.
        let cancel = requests.first().map(|request| request.cancel.clone()).unwrap_or_default();
        let submit = |request| app.engine.submit(request);
        // If one is rejected, the events of those before it are dropped, which cancels them.
        let events = requests.into_iter().map(submit).collect::<Result<_, _>>()?;
        Ok(Self {
            app: Arc::clone(app),
            events,
            cancel,
            choices,
            progress: vec![Progress { tools, ..Progress::default() }; prompts * choices],
            usage: Usage::default(),
            arrived,
            span,
            tokens: 0,
        })
    }

    /// Returns the next piece of any choice; `None` when all are complete. An error is the last item.
    async fn next(&mut self) -> Option<Result<Piece, ApiError>> {
        let (prompt, event) = self.next_event().await?;
        let piece = match event {
            Ok(event) => self.take(prompt, event),
            Err(error) => Err((Outcome::Error, ApiError::from(error))),
        };
        Some(piece.map_err(|(outcome, error)| {
            self.end_all(outcome);
            error
        }))
    }

    /// Returns the next event of any prompt, and the index of the prompt.
    async fn next_event(&mut self) -> Option<(usize, plt_runtime::Result<Event>)> {
        std::future::poll_fn(|context| {
            let mut all_ended = true;
            for (prompt, events) in self.events.iter_mut().enumerate() {
                // A dropped future loses no event: the next one receives it.
                match pin!(events.next_event()).poll(context) {
                    Poll::Ready(Some(event)) => return Poll::Ready(Some((prompt, event))),
                    Poll::Ready(None) => {}
                    Poll::Pending => all_ended = false,
                }
            }
            if all_ended { Poll::Ready(None) } else { Poll::Pending }
        })
        .await
    }

    fn take(&mut self, prompt: usize, event: Event) -> Result<Piece, (Outcome, ApiError)> {
        let metrics = &self.app.metrics;
        match event {
            Event::Token { choice, id, text, logprobs, gates, .. } => {
                let index = prompt * self.choices + choice;
                self.tokens += 1;
                let now = Instant::now();
                let progress = &mut self.progress[index];
                let follows = !progress.is_done();
                progress.generated += usize::from(follows);
                match progress.newest_token.replace(now) {
                    None => metrics.first_token(now - self.arrived),
                    Some(before) => metrics.next_token(now - before),
                }
                let logprob = logprobs.filter(|_| follows).map(|logprobs| {
                    let tokenizer = self.app.text().tokenizer().ok();
                    TokenLogprob::new(tokenizer, id, &logprobs, &mut progress.characters)
                });
                let gates = gates.filter(|_| follows);
                let (text, calls) = progress.parse(text, false);
                self.cancel_if_done();
                Ok(Piece { index, text, calls, logprob, gates, finish: None })
            }
            Event::Finished { choice, reason, text, mut timings, .. } => {
                let index = prompt * self.choices + choice;
                let is_done = self.progress[index].is_done();
                if is_done {
                    timings.generated_tokens = self.progress[index].generated;
                }
                let outcome = match reason {
                    _ if is_done => Outcome::Stop,
                    FinishReason::Stop => Outcome::Stop,
                    FinishReason::Length => Outcome::Length,
                    FinishReason::Cancelled => return Err((Outcome::Abort, ApiError::stopping())),
                    FinishReason::Deadline => {
                        let limit = self.app.limits.timeouts.request;
                        return Err((Outcome::Timeout, ApiError::timed_out(limit)));
                    }
                };
                metrics.completed(outcome, &timings, self.arrived.elapsed(), choice == 0);
                let progress = &mut self.progress[index];
                progress.ended = true;
                let (text, calls) = progress.parse(text, true);
                let finish = match reason {
                    _ if is_done => "tool_calls",
                    FinishReason::Stop if progress.calls > 0 => "tool_calls",
                    reason => reason.name(),
                };
                self.usage.add(&timings, choice == 0);
                self.cancel_if_done();
                Ok(Piece { index, text, calls, logprob: None, gates: None, finish: Some(finish) })
            }
        }
    }

    /// Cancels the prompts if nothing more is wanted of them.
    fn cancel_if_done(&self) {
        if self.progress.iter().all(|progress| progress.ended || progress.is_done()) {
            self.cancel.cancel();
        }
    }

    /// Ends every choice that is not complete.
    fn end_all(&mut self, outcome: Outcome) {
        self.events.clear();
        for progress in self.progress.iter_mut().filter(|progress| !progress.ended) {
            progress.ended = true;
            self.app.metrics.ended(outcome);
        }
    }
}

impl Progress {
    /// Whether the message has ended after a single call.
    fn is_done(&self) -> bool {
        self.tools.as_ref().is_some_and(ToolReader::is_done)
    }

    /// Splits new output into text and tool calls.
    fn parse(&mut self, text: String, is_last: bool) -> (String, Vec<ToolCall>) {
        let Some(reader) = &mut self.tools else { return (text, Vec::new()) };
        let mut parts = reader.push(&text);
        if is_last {
            parts.extend(reader.finish());
        }
        let (mut content, mut calls) = (String::new(), Vec::new());
        for part in parts {
            match part {
                ToolPart::Text(text) => content.push_str(&text),
                ToolPart::Call { name, arguments } => {
                    calls.push(ToolCall::new(self.calls, name, arguments));
                    self.calls += 1;
                }
            }
        }
        (content, calls)
    }
}

impl Drop for Completions {
    /// Counts the choices that are not complete as aborted: the client has disconnected.
    fn drop(&mut self) {
        self.end_all(Outcome::Abort);
        self.span.record("gen_ai.usage.output_tokens", self.tokens);
    }
}
