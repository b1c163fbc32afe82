//! One answer on its way: tokens in, logits in, events out.

use std::sync::Arc;
use std::time::Instant;

use plt_cache::PrefixKey;

use super::drafter::Drafter;
use super::limits::Ticket;
use super::request::{Event, EventSender, FinishReason, Logprobs, Request, Timings};
use crate::constraint::Constraint;
use crate::error::{Error, Result};
use crate::sampler::Sampler;
use crate::text::TextStream;
use crate::tokenizer::Tokenizer;

/// Who goes first: the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// The request's priority, turned around.
    urgency: std::cmp::Reverse<i32>,
    /// The number of the request.
    pub request: u64,
    choice: usize,
}

impl Rank {
    pub fn new(priority: i32, request: u64) -> Self {
        Self { urgency: std::cmp::Reverse(priority), request, choice: 0 }
    }

    /// Whether it is the choice that computes the prompt.
    pub fn is_first_choice(&self) -> bool {
        self.choice == 0
    }

    /// Whether its request is more urgent than another's, however long that has waited.
    pub fn is_more_urgent_than(&self, other: &Rank) -> bool {
        self.urgency < other.urgency
    }
}

/// One choice of a request.
pub(super) struct Job<'m> {
    pub rank: Rank,
    pub request: Arc<Request>,
    /// The tenant's empty prefix.
    pub root: PrefixKey,
    /// The prompt and what was generated. While the job runs, they are in its sequence.
    pub tokens: Vec<u32>,
    /// Held until the job first runs.
    pub ticket: Option<Ticket>,
    /// What its sequence held when it had to make room.
    pub swapped: Option<Vec<u8>>,
    pub timings: Timings,
    pub constraint: Option<Constraint>,
    pub drafter: Drafter,
    sampler: Sampler,
    text: Option<TextStream<'m>>,
    events: EventSender,
    submitted: Instant,
    /// Since when it computes its prompt.
    admitted: Option<Instant>,
    first_token: Option<Instant>,
}

impl<'m> Job<'m> {
    /// The first choice of a request that was checked.
    pub fn new(
        rank: Rank,
        request: Request,
        tokenizer: Option<&'m Tokenizer>,
        events: EventSender,
        ticket: Option<Ticket>,
    ) -> Result<Self> {
        let submitted = ticket.as_ref().map_or_else(Instant::now, |ticket| ticket.since);
        Ok(Self {
            rank,
            root: PrefixKey::root(&request.tenant),
            tokens: request.prompt.clone(),
            ticket,
            swapped: None,
            timings: Timings { prompt_tokens: request.prompt.len(), ..Timings::default() },
            constraint: request.constraint.clone(),
            drafter: Drafter::default(),
            sampler: Sampler::new(request.sampling)?.after_prompt(request.prompt.len()),
            text: tokenizer
                .map(|tokenizer| TextStream::new(tokenizer, &request.stop).showing(&request.shown)),
            events,
            submitted,
            admitted: None,
            first_token: None,
            request: Arc::new(request),
        })
    }

    /// Another choice of the same request, which goes on from the same tokens.
    pub fn sibling(&self, choice: usize) -> Result<Self> {
        let mut sampling = self.request.sampling;
        sampling.seed = sampling.seed.wrapping_add(choice as u64);
        Ok(Self {
            rank: Rank { choice, ..self.rank },
            request: Arc::clone(&self.request),
            tokens: self.tokens.clone(),
            ticket: None,
            swapped: None,
            constraint: self.constraint.clone(),
            drafter: self.drafter.clone(),
            sampler: Sampler::new(sampling)?.after_prompt(self.request.prompt.len()),
            text: self.text.clone(),
            events: self.events.clone(),
            ..*self
        })
    }

    /// Why it has to end before its next pass, if it has to.
    pub fn interrupted(&self, now: Instant) -> Option<FinishReason> {
        if self.events.is_closed() || self.request.cancel.is_cancelled() {
            return Some(FinishReason::Cancelled);
        }
        let expired = self.request.deadline.is_some_and(|deadline| deadline <= now);
        expired.then_some(FinishReason::Deadline)
    }

    /// Its prompt is computed from now on, or, if it ran before, computed again.
    pub fn admit(&mut self, reused_tokens: usize) {
        if self.admitted.is_none() {
            let now = Instant::now();
            self.admitted = Some(now);
            self.timings.queued = now - self.submitted;
            self.timings.reused_tokens = reused_tokens;
        }
        self.ticket = None;
    }

    /// Takes note of a pass with this many rows of it.
    pub fn ran(&mut self, rows: usize) {
        if self.first_token.is_some() && rows > 0 {
            self.timings.decode_passes += 1;
            self.timings.decode_rows += rows;
        }
    }

    /// How many of the best logits it needs; `None` for all of them.
    pub fn enough(&self) -> Option<usize> {
        let Request { logprobs, logit_bias, constraint, .. } = &*self.request;
        let best_decide = logprobs.is_none() && logit_bias.is_empty() && constraint.is_none();
        if best_decide { self.sampler.enough() } else { None }
    }

    /// Chooses the token after `tokens` and tells so; that token, and why the answer ends with it, if
    /// it does.
    ///
    /// # Errors
    /// Logits that are no numbers; no token that the constraint allows.
    pub fn choose(
        &mut self,
        tokens: &[u32],
        logits: &[(u32, f32)],
        gates: Option<Vec<f32>>,
        limit: usize,
    ) -> Result<(u32, Option<FinishReason>)> {
        let id = self.sample(tokens, logits)?;
        let logprobs = self.request.logprobs.map(|top| logprobs(logits, id, top));
        self.timings.generated_tokens += 1;
        self.first_token.get_or_insert_with(Instant::now);

        let at_end = self.request.eos.contains(&id);
        // Past the end of what is allowed there is nothing to say.
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
        // Whatever is forbidden: a model that computes no numbers is to be found out.
        let mut logits = logits.to_vec();
        for (id, bias) in biases {
            if let Some((_, logit)) = logits.get_mut(*id as usize) {
                *logit += bias;
            }
        }
        let Some(constraint) = &mut self.constraint else {
            return self.sampler.sample_among(&logits, tokens);
        };
        if let Some((_, value)) = logits.iter().find(|(_, logit)| logit.is_nan()) {
            return Err(Error::NotFinite { position: tokens.len() - 1, value: *value });
        }
        let id = self.sampler.sample_among(&constraint.filter(&logits)?, tokens)?;
        constraint.accept(id)?;
        Ok(id)
    }

    /// Whether it has no token to generate.
    pub fn at_limit(&self, tokens: usize, limit: usize) -> bool {
        tokens >= limit || self.timings.generated_tokens >= self.request.max_tokens
    }

    /// Tokens after `tokens` that a draft may have: the last one of an answer needs no logits.
    pub fn room_for_drafts(&self, tokens: usize, limit: usize) -> usize {
        let wanted = self.request.max_tokens.saturating_sub(self.timings.generated_tokens);
        limit.saturating_sub(tokens).min(wanted).saturating_sub(1)
    }

    /// The last event.
    pub fn finish(mut self, reason: FinishReason) {
        let now = Instant::now();
        let first_token = self.first_token.unwrap_or(now);
        let begun = self.admitted.unwrap_or(first_token);
        self.timings.prefill = first_token - begun;
        self.timings.decode = now - first_token;
        if self.admitted.is_none() {
            self.timings.queued = now - self.submitted;
        }
        let text = self.text.as_mut().map(TextStream::finish).unwrap_or_default();
        let (choice, timings) = (self.rank.choice, self.timings);
        self.send(Ok(Event::Finished { choice, reason, text, timings }));
    }

    /// Tells whoever listens; nobody may.
    pub fn send(&self, event: Result<Event>) {
        let _ = self.events.send(event);
    }
}

/// Log-probabilities under the model's own distribution, of all its logits.
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
