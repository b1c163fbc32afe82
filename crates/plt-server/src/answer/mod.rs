//! From the engine's events to what a client reads.

mod logprobs;
mod stream;
mod whole;
mod wire;

use std::future::Future as _;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Instant;

use plt_runtime::{Event, Events, FinishReason, ToolPart, ToolReader};
use tracing::Span;

use crate::app::App;
use crate::ask::Ask;
use crate::metrics::Ended;
use crate::refusal::Refusal;
use logprobs::TokenLogprob;
use wire::{ToolCall, Usage};

pub(crate) use stream::stream;
pub(crate) use whole::whole;

/// The answers to one request on their way. Dropping it cancels those that are not complete.
pub(crate) struct Answer {
    app: Arc<App>,
    /// Of each prompt.
    events: Vec<Events>,
    /// Answers to each prompt.
    choices: usize,
    /// Of all prompts, in the order of the indices that clients see.
    progress: Vec<Progress>,
    usage: Usage,
    arrived: Instant,
    /// Where the request is traced.
    span: Span,
    /// Tokens so far, of all answers.
    tokens: i64,
}

/// How far one answer has come.
#[derive(Debug, Clone, Default)]
struct Progress {
    newest_token: Option<Instant>,
    /// Characters before the next token, for `text_offset`.
    characters: usize,
    /// What finds calls of tools, if there may be any.
    tools: Option<ToolReader>,
    /// Calls so far.
    calls: usize,
    ended: bool,
}

/// What became certain of one answer.
#[derive(Debug)]
struct Piece {
    /// Which answer.
    index: usize,
    text: String,
    calls: Vec<ToolCall>,
    /// If they were asked for.
    logprob: Option<TokenLogprob>,
    /// If they were asked for.
    gates: Option<Vec<f32>>,
    /// Why nothing follows, if nothing does.
    finish: Option<&'static str>,
}

impl Answer {
    /// Hands the requests in: all of them, or none.
    pub fn submit(app: &Arc<App>, ask: Ask) -> Result<Self, Refusal> {
        let prompts = ask.requests.len();
        let span = Span::current();
        let prompt_tokens = ask.requests.iter().map(|request| request.prompt.len()).sum::<usize>();
        // Traces know whole numbers as this type only.
        span.record("gen_ai.usage.input_tokens", prompt_tokens as i64);
        // Nothing is computed for one prompt of a request that cannot be met for another.
        ask.requests.iter().try_for_each(|request| app.engine.check(request))?;
        let submit = |request| app.engine.submit(request);
        // Those that were handed in before one that is refused are cancelled: they are dropped.
        let events = ask.requests.into_iter().map(submit).collect::<Result<_, _>>()?;
        Ok(Self {
            app: Arc::clone(app),
            events,
            choices: ask.choices,
            progress: vec![
                Progress { tools: ask.tools, ..Progress::default() };
                prompts * ask.choices
            ],
            usage: Usage::default(),
            arrived: ask.arrived,
            span,
            tokens: 0,
        })
    }

    /// The next piece of any of the answers; `None` when all are complete. After an error, and there
    /// is at most one, nothing follows.
    async fn next(&mut self) -> Option<Result<Piece, Refusal>> {
        let (prompt, event) = self.next_event().await?;
        let piece = match event {
            Ok(event) => self.take(prompt, event),
            Err(error) => Err((Ended::Error, Refusal::from(error))),
        };
        Some(piece.map_err(|(ended, refusal)| {
            self.end_all(ended);
            refusal
        }))
    }

    /// The next event of any prompt, and which prompt's it is.
    async fn next_event(&mut self) -> Option<(usize, plt_runtime::Result<Event>)> {
        std::future::poll_fn(|context| {
            let mut all_ended = true;
            for (prompt, events) in self.events.iter_mut().enumerate() {
                // What a dropped future has not received is there for the next one.
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

    fn take(&mut self, prompt: usize, event: Event) -> Result<Piece, (Ended, Refusal)> {
        let metrics = &self.app.metrics;
        match event {
            Event::Token { choice, id, text, logprobs, gates } => {
                let index = prompt * self.choices + choice;
                self.tokens += 1;
                let now = Instant::now();
                let progress = &mut self.progress[index];
                match progress.newest_token.replace(now) {
                    None => metrics.first_token(now - self.arrived),
                    Some(before) => metrics.next_token(now - before),
                }
                let logprob = logprobs.map(|logprobs| {
                    let tokenizer = self.app.text().tokenizer().ok();
                    TokenLogprob::new(tokenizer, id, &logprobs, &mut progress.characters)
                });
                let (text, calls) = progress.read(text, false);
                Ok(Piece { index, text, calls, logprob, gates, finish: None })
            }
            Event::Finished { choice, reason, text, timings } => {
                let index = prompt * self.choices + choice;
                let ended = match reason {
                    FinishReason::Stop => Ended::Stop,
                    FinishReason::Length => Ended::Length,
                    FinishReason::Cancelled => return Err((Ended::Abort, Refusal::stopping())),
                    FinishReason::Deadline => return Err((Ended::Timeout, Refusal::too_late())),
                };
                metrics.ended(ended, &timings, self.arrived.elapsed(), choice == 0);
                let progress = &mut self.progress[index];
                progress.ended = true;
                let (text, calls) = progress.read(text, true);
                let finish = match reason {
                    FinishReason::Stop if progress.calls > 0 => "tool_calls",
                    reason => reason.name(),
                };
                self.usage.add(&timings, choice == 0);
                Ok(Piece { index, text, calls, logprob: None, gates: None, finish: Some(finish) })
            }
        }
    }

    /// Nothing follows, of any answer.
    fn end_all(&mut self, ended: Ended) {
        self.events.clear();
        for progress in self.progress.iter_mut().filter(|progress| !progress.ended) {
            progress.ended = true;
            self.app.metrics.lost(ended);
        }
    }
}

impl Progress {
    /// What a text says, and what it calls.
    fn read(&mut self, text: String, is_last: bool) -> (String, Vec<ToolCall>) {
        let Some(reader) = &mut self.tools else { return (text, Vec::new()) };
        let mut parts = reader.push(&text);
        if is_last {
            parts.extend(reader.finish());
        }
        let (mut said, mut calls) = (String::new(), Vec::new());
        for part in parts {
            match part {
                ToolPart::Text(text) => said.push_str(&text),
                ToolPart::Call { name, arguments } => {
                    calls.push(ToolCall::new(self.calls, name, arguments));
                    self.calls += 1;
                }
            }
        }
        (said, calls)
    }
}

impl Drop for Answer {
    /// What is not complete by now, nobody waits for any more.
    fn drop(&mut self) {
        self.end_all(Ended::Abort);
        self.span.record("gen_ai.usage.output_tokens", self.tokens);
    }
}
