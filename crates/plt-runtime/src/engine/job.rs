//! One choice of a request on its way: logits in, tokens and events out.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use plt_cache::PrefixKey;
use plt_model::Sequence;

use super::drafter::Drafter;
use super::events::{Event, EventSender, FinishReason, Logprobs, Timings};
use super::limits::Ticket;
use super::request::Request;
use crate::constraint::Constraint;
use crate::error::{Error, Result};
use crate::sampler::{Sampler, SamplingParams};
use crate::text_stream::TextStream;
use crate::tokenizer::Tokenizer;

/// The order of jobs: the smallest goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// The request's priority, reversed.
    urgency: std::cmp::Reverse<i32>,
    /// The number of the request.
    pub request: u64,
    choice: usize,
}

impl Rank {
    pub fn new(priority: i32, request: u64) -> Self {
        Self { urgency: std::cmp::Reverse(priority), request, choice: 0 }
    }

    /// Whether this choice computes the prompt.
    pub fn is_first_choice(&self) -> bool {
        self.choice == 0
    }

    /// Whether its request has a higher priority than another's, whichever arrived first.
    pub fn is_more_urgent_than(&self, other: &Rank) -> bool {
        self.urgency < other.urgency
    }
}

/// One choice of a request: the parts that do not depend on whether it waits or runs.
pub(super) struct Job<'m> {
    pub rank: Rank,
    pub request: Arc<Request>,
    /// The tenant's empty prefix.
    pub root: PrefixKey,
    pub timings: Timings,
    pub constraint: Option<Constraint>,
    pub drafter: Drafter,
    sampling: SamplingParams,
    sampler: Sampler,
    text: Option<TextStream<'m>>,
    events: EventSender,
    phase: Phase,
}

/// The part of its time that a job is in, and since when.
#[derive(Debug, Clone, Copy)]
enum Phase {
    /// It never ran.
    Queued(Instant),
    /// Its prompt is being computed.
    Prefill(Instant),
    /// It has its first token.
    Decode(Instant),
}

/// A job that waits for a place and for memory.
pub(super) struct Waiting<'m> {
    pub job: Job<'m>,
    /// The prompt and the tokens generated so far.
    pub tokens: Vec<u32>,
    pub origin: Origin,
}

/// How a waiting job came to wait.
pub(super) enum Origin {
    /// It never ran. The ticket is its place in the engine's queue; a scheduler alone has none.
    New(Option<Ticket>),
    /// It was preempted, or is another choice of a request whose prompt is computed. Its sequence
    /// is computed again from its tokens.
    Recompute,
    /// It was preempted; this is its sequence, as [`Model::save`](plt_model::Model::save) writes
    /// it.
    Swapped(Vec<u8>),
}

/// A job that runs, and its sequence.
pub(super) struct Running<'m> {
    pub job: Job<'m>,
    /// Its tokens, and what the cache holds of them.
    pub sequence: Sequence,
    /// Where its prompt and other cached prompts part: a fork is cached there.
    pub parting: usize,
    /// Positions between cached forks of its prompt; 0 for none.
    pub checkpoint_interval: usize,
    /// Whether a pass had rows of it.
    pub begun: bool,
    /// Gates by position and loop, of rows whose logits are still to come, if they were requested.
    pub gates: BTreeMap<(usize, usize), f32>,
}

impl<'m> Waiting<'m> {
    /// Creates the first choice of a checked request.
    pub fn new(
        rank: Rank,
        request: Request,
        tokenizer: Option<&'m Tokenizer>,
        events: EventSender,
        ticket: Option<Ticket>,
    ) -> Result<Self> {
        let submitted = ticket.as_ref().map_or_else(Instant::now, |ticket| ticket.since);
        let sampling = request.sampling.unwrap_or_default();
        let job = Job {
            rank,
            root: PrefixKey::root(&request.tenant),
            timings: Timings { prompt_tokens: request.prompt.len(), ..Timings::default() },
            constraint: request.constraint.clone(),
            drafter: Drafter::default(),
            sampling,
            sampler: Sampler::new(sampling)?.after_prompt(request.prompt.len()),
            text: tokenizer.map(|tokenizer| {
                TextStream::new(tokenizer, &request.stop)
                    .after(&request.prompt)
                    .showing(&request.shown)
            }),
            events,
            phase: Phase::Queued(submitted),
            request: Arc::new(request),
        };
        Ok(Self { tokens: job.request.prompt.clone(), job, origin: Origin::New(ticket) })
    }
}

impl<'m> Running<'m> {
    /// Starts a job in a sequence.
    pub fn new(
        mut job: Job<'m>,
        sequence: Sequence,
        parting: usize,
        checkpoint_interval: usize,
    ) -> Self {
        job.admit(sequence.kv().len());
        Self { job, sequence, parting, checkpoint_interval, begun: false, gates: BTreeMap::new() }
    }
}

impl Job<'_> {
    /// Returns another choice of the same request.
    pub fn sibling(&self, choice: usize) -> Result<Self> {
        let seed = self.sampling.seed.wrapping_add(choice as u64);
        let sampling = SamplingParams { seed, ..self.sampling };
        Ok(Self {
            rank: Rank { choice, ..self.rank },
            request: Arc::clone(&self.request),
            constraint: self.constraint.clone(),
            drafter: self.drafter.clone(),
            sampling,
            sampler: Sampler::new(sampling)?.after_prompt(self.request.prompt.len()),
            text: self.text.clone(),
            events: self.events.clone(),
            ..*self
        })
    }

    /// Returns why the job must end before its next pass, if it must.
    pub fn interrupted(&self, now: Instant) -> Option<FinishReason> {
        if self.events.is_closed() || self.request.cancel.is_cancelled() {
            return Some(FinishReason::Cancelled);
        }
        let expired = self.request.deadline.is_some_and(|deadline| deadline <= now);
        expired.then_some(FinishReason::Deadline)
    }

    /// Notes that its prompt is computed from now on; a job that was preempted continues as it was.
    fn admit(&mut self, reused_tokens: usize) {
        if let Phase::Queued(submitted) = self.phase {
            let now = Instant::now();
            self.timings.queued = now - submitted;
            self.timings.reused_tokens = reused_tokens;
            self.phase = Phase::Prefill(now);
        }
    }

    /// Counts a pass with this many rows of the job. Returns those of them that are of its prompt.
    pub fn count_pass(&mut self, rows: usize) -> usize {
        let Timings { prefill_passes, prefill_rows, decode_passes, decode_rows, .. } =
            &mut self.timings;
        match self.phase {
            Phase::Decode(_) => {
                (*decode_passes, *decode_rows) = (*decode_passes + 1, *decode_rows + rows);
                0
            }
            Phase::Queued(_) | Phase::Prefill(_) => {
                (*prefill_passes, *prefill_rows) = (*prefill_passes + 1, *prefill_rows + rows);
                rows
            }
        }
    }

    /// Notes that a token was generated.
    fn count_token(&mut self) {
        self.timings.generated_tokens += 1;
        if let Phase::Prefill(since) = self.phase {
            let now = Instant::now();
            self.timings.prefill = now - since;
            self.phase = Phase::Decode(now);
        }
    }

    /// Returns how many of the best logits it requires; `None` for all of them.
    pub fn required_top_k(&self) -> Option<usize> {
        let Request { logprobs, logit_bias, constraint, .. } = &*self.request;
        let sampler_alone = logprobs.is_none() && logit_bias.is_empty() && constraint.is_none();
        if sampler_alone { self.sampler.required_top_k() } else { None }
    }

    /// Chooses the token after `tokens` and sends its event. Returns the token, and why the answer
    /// ends with it, if it does.
    ///
    /// # Errors
    /// Logits that are not finite; no token that the constraint allows.
    pub fn choose(
        &mut self,
        tokens: &[u32],
        logits: &[(u32, f32)],
        gates: Option<Vec<f32>>,
        limit: usize,
    ) -> Result<(u32, Option<FinishReason>)> {
        let id = self.sample(tokens, logits)?;
        let logprobs = self.request.logprobs.map(|top| logprobs(logits, id, top));
        self.count_token();

        let at_end = self.request.eos.iter().flatten().any(|eos| *eos == id);
        // A complete constraint allows no further token.
        let mut stopped = at_end || self.constraint.as_ref().is_some_and(Constraint::is_complete);
        let mut text = String::new();
        if let (Some(stream), false) = (&mut self.text, at_end) {
            let piece = stream.push(id)?;
            text = piece.text;
            stopped |= piece.stopped;
        }
        self.send(Ok(Event::Token { choice: self.rank.choice, id, text, logprobs, gates }));
        let end = match stopped {
            true => Some(FinishReason::Stop),
            false => self.at_limit(tokens.len() + 1, limit).then_some(FinishReason::Length),
        };
        Ok((id, end))
    }

    fn sample(&mut self, tokens: &[u32], logits: &[(u32, f32)]) -> Result<u32> {
        let biases = &self.request.logit_bias;
        if biases.is_empty() && self.constraint.is_none() {
            return self.sampler.sample_among(logits, tokens);
        }
        let mut logits = logits.to_vec();
        for (id, bias) in biases {
            if let Some((_, logit)) = logits.get_mut(*id as usize) {
                *logit += bias;
            }
        }
        let Some(constraint) = &mut self.constraint else {
            return self.sampler.sample_among(&logits, tokens);
        };
        // The filter below may hide a NaN from the sampler.
        if let Some((_, value)) = logits.iter().find(|(_, logit)| logit.is_nan()) {
            return Err(Error::NotFinite { position: tokens.len() - 1, value: *value });
        }
        let id = self.sampler.sample_among(&constraint.filter(&logits)?, tokens)?;
        constraint.accept(id)?;
        Ok(id)
    }

    /// Whether it must not generate another token.
    pub fn at_limit(&self, tokens: usize, limit: usize) -> bool {
        tokens >= limit || self.timings.generated_tokens >= self.request.max_tokens
    }

    /// Returns how many draft tokens may follow `tokens`: the last token of an answer needs no
    /// logits.
    pub fn max_draft_tokens(&self, tokens: usize, limit: usize) -> usize {
        let wanted = self.request.max_tokens.saturating_sub(self.timings.generated_tokens);
        limit.saturating_sub(tokens).min(wanted).saturating_sub(1)
    }

    /// Sends the last event.
    pub fn finish(mut self, reason: FinishReason) {
        let now = Instant::now();
        match self.phase {
            Phase::Queued(since) => self.timings.queued = now - since,
            Phase::Prefill(since) => self.timings.prefill = now - since,
            Phase::Decode(since) => self.timings.decode = now - since,
        }
        let text = self.text.as_mut().map(TextStream::finish).unwrap_or_default();
        let (choice, timings) = (self.rank.choice, self.timings);
        self.send(Ok(Event::Finished { choice, reason, text, timings }));
    }

    /// Sends an event. The client may have disconnected.
    pub fn send(&self, event: Result<Event>) {
        let _ = self.events.send(event);
    }
}

/// Returns log-probabilities under the model's own distribution, from all its logits.
fn logprobs(logits: &[(u32, f32)], id: u32, top: usize) -> Logprobs {
    let best = logits.iter().map(|(_, logit)| f64::from(*logit)).fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = logits.iter().map(|(_, logit)| (f64::from(*logit) - best).exp()).sum();
    let logprob = |logit: f32| (f64::from(logit) - best - sum.ln()) as f32;
    let mut order: Vec<(u32, f32)> = logits.to_vec();
    let better = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if top < order.len() && top > 0 {
        order.select_nth_unstable_by(top - 1, better);
    }
    order.truncate(top);
    order.sort_unstable_by(better);
    let token =
        logits.iter().find(|(other, _)| *other == id).map_or(f32::NAN, |(_, l)| logprob(*l));
    Logprobs { token, top: order.into_iter().map(|(id, logit)| (id, logprob(logit))).collect() }
}
