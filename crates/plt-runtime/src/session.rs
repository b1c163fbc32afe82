//! Sessions and streaming generation.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use plt_model::{
    Backend, Cache, CacheOptions, Config, KvDType, LogitsFor, Model, NoTrace, Pass, PlanKind,
    Sequence,
};

use crate::error::{Error, Result};
use crate::sampler::{Sampler, SamplingParams};
use crate::text::TextStream;
use crate::tokenizer::Tokenizer;

/// One conversation or completion: a sequence and the cache it lives in.
///
/// What one request computed is kept, so that a next prompt that begins with it continues instead
/// of starting anew.
pub struct Session<'m, B: Backend> {
    model: &'m Model<B>,
    tokenizer: Option<&'m Tokenizer>,
    cache: Cache<B>,
    sequence: Sequence,
    positions: usize,
}

/// What to generate.
#[derive(Debug, Clone)]
pub struct Request {
    /// Token ids, at least one.
    pub prompt: Vec<u32>,
    /// Tokens to generate at most.
    pub max_tokens: usize,
    /// How tokens are chosen.
    pub sampling: SamplingParams,
    /// Texts before which the answer ends. They need a tokenizer.
    pub stop: Vec<String>,
    /// Tokens after which the answer ends.
    pub eos: Vec<u32>,
    /// How the prompt is arranged in passes.
    pub plan: PlanKind,
}

/// Ends a generation from another thread. Clones share one state.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the generation to end before its next pass.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Makes the handle good for a next generation.
    pub fn reset(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    /// Whether [`cancel`](Self::cancel) was called.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Why a generation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FinishReason {
    /// An end token or a stop text.
    Stop,
    /// `max_tokens`, or the end of the context.
    Length,
    /// [`Cancel::cancel`].
    Cancelled,
}

impl FinishReason {
    /// The name in reports: `stop`, `length`, `cancelled`.
    pub fn name(self) -> &'static str {
        match self {
            FinishReason::Stop => "stop",
            FinishReason::Length => "length",
            FinishReason::Cancelled => "cancelled",
        }
    }
}

/// Where the time went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Timings {
    /// The passes over the prompt.
    pub prefill: Duration,
    /// The passes over generated tokens, sampling included.
    pub decode: Duration,
    /// Tokens of the prompt.
    pub prompt_tokens: usize,
    /// Those of them whose keys, values and carries were still there.
    pub reused_tokens: usize,
    /// Tokens generated.
    pub generated_tokens: usize,
    /// Passes after the prompt's.
    pub decode_passes: usize,
    /// Rows of those passes.
    pub decode_rows: usize,
}

/// What a generation yields: tokens, then exactly one `Finished`.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// One more token.
    Token {
        /// Its id.
        id: u32,
        /// The text that became certain with it; empty while a character or a possible stop text
        /// is incomplete, for end tokens, and without a tokenizer.
        text: String,
    },
    /// The end.
    Finished {
        /// Why.
        reason: FinishReason,
        /// Text that was held back until now.
        text: String,
        /// Where the time went.
        timings: Timings,
    },
}

impl<'m, B: Backend> Session<'m, B> {
    /// A session for up to `positions` tokens, prompt and answers together, whose prompts arrive
    /// under plans that hold no more carries than `plan`.
    ///
    /// # Errors
    /// If the cache does not fit in memory.
    pub fn new(
        model: &'m Model<B>,
        tokenizer: Option<&'m Tokenizer>,
        positions: usize,
        dtype: KvDType,
        plan: PlanKind,
    ) -> Result<Self> {
        let positions = positions.min(model.config().max_positions);
        let options = CacheOptions { sequences: 1, parked: 0, positions, rollback: 0, dtype, plan };
        let cache = model.cache(options)?;
        let sequence = cache.open()?;
        Ok(Self { model, tokenizer, cache, sequence, positions })
    }

    /// The cache of this session.
    pub fn cache(&self) -> &Cache<B> {
        &self.cache
    }

    /// Starts to generate. Nothing is computed before the first event is asked for.
    ///
    /// # Errors
    /// An empty prompt, one that does not fit, an unknown token, sampling parameters out of range,
    /// stop texts without a tokenizer.
    pub fn generate<'s>(
        &'s mut self,
        request: Request,
        cancel: Cancel,
    ) -> Result<Generation<'s, 'm, B>> {
        check_prompt(self.model.config(), &request.prompt, self.positions)?;
        let sampler = Sampler::new(request.sampling)?;
        let text = match self.tokenizer {
            Some(tokenizer) => Some(TextStream::new(tokenizer, &request.stop)),
            None if request.stop.is_empty() => None,
            None => return Err(Error::NoTokenizer),
        };
        let reused_tokens = self.resume(&request.prompt)?;
        let timings =
            Timings { prompt_tokens: request.prompt.len(), reused_tokens, ..Timings::default() };
        Ok(Generation {
            session: self,
            request,
            sampler,
            text,
            cancel,
            timings,
            events: VecDeque::new(),
            finished: false,
        })
    }

    /// Keeps what the sequence has in common with `prompt`, if the cache can go back that far;
    /// returns how many tokens that is. At least one token is left to compute.
    fn resume(&mut self, prompt: &[u32]) -> Result<usize> {
        let computed = self.sequence.kv.len().min(self.sequence.tokens.len());
        let computed = &self.sequence.tokens[..computed];
        let common = computed.iter().zip(prompt).take_while(|(a, b)| a == b).count();
        let common = common.min(prompt.len() - 1);
        let mut truncate =
            |len| self.model.truncate(&mut self.cache, &mut self.sequence, len).map(|()| len);
        let kept = truncate(common).or_else(|_| truncate(0))?;
        self.sequence.tokens = prompt.to_vec();
        Ok(kept)
    }

    /// Runs one pass; the logits of the newest token `[1, vocab]`, if it got any.
    fn run(&mut self, pass: &Pass) -> Result<Option<B::Tensor>> {
        let output = self.model.run(
            &mut self.cache,
            &mut [&mut self.sequence],
            pass,
            LogitsFor::Newest,
            &mut NoTrace,
        )?;
        Ok(output.logits)
    }

    fn passes(&self, plan: PlanKind) -> Vec<Pass> {
        let loops = &self.model.config().loops;
        let range = self.sequence.kv.len()..self.sequence.tokens.len();
        plan.passes(loops.rule, loops.count, 0, range)
    }
}

/// Fails unless every token exists and the prompt leaves room for one more.
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

/// A running generation: an iterator of [`Event`]s. Dropping it stops it.
pub struct Generation<'s, 'm, B: Backend> {
    session: &'s mut Session<'m, B>,
    request: Request,
    sampler: Sampler,
    text: Option<TextStream<'m>>,
    cancel: Cancel,
    timings: Timings,
    events: VecDeque<Event>,
    finished: bool,
}

impl<B: Backend> Iterator for Generation<'_, '_, B> {
    type Item = Result<Event>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.events.is_empty()
            && !self.finished
            && let Err(error) = self.step()
        {
            self.finished = true;
            return Some(Err(error));
        }
        self.events.pop_front().map(Ok)
    }
}

impl<B: Backend> Generation<'_, '_, B> {
    /// Computes and samples one token.
    fn step(&mut self) -> Result<()> {
        let full = self.session.sequence.tokens.len() >= self.session.positions;
        if full || self.timings.generated_tokens >= self.request.max_tokens {
            return self.finish(FinishReason::Length);
        }
        let Some(logits) = self.advance()? else {
            return self.finish(FinishReason::Cancelled);
        };
        let started = Instant::now();
        let id = self.sampler.sample_among(&logits, &self.session.sequence.tokens)?;
        self.session.sequence.tokens.push(id);
        self.timings.generated_tokens += 1;

        let at_end = self.request.eos.contains(&id);
        let mut stopped = at_end;
        let mut piece = String::new();
        if let (Some(text), false) = (&mut self.text, at_end) {
            let out = text.push(id)?;
            piece = out.text;
            stopped = out.stopped;
        }
        self.timings.decode += started.elapsed();
        self.events.push_back(Event::Token { id, text: piece });

        match stopped {
            true => self.finish(FinishReason::Stop),
            false => Ok(()),
        }
    }

    /// Runs the passes up to the newest token: the prompt's the first time, one token's later.
    /// The newest token's logits, as many as the sampler needs; `None` if cancelled.
    fn advance(&mut self) -> Result<Option<Vec<(u32, f32)>>> {
        let started = Instant::now();
        let decoding = self.timings.generated_tokens > 0;
        let plan = if decoding { PlanKind::Decode } else { self.request.plan };
        let mut newest = None;
        for pass in self.session.passes(plan) {
            if self.cancel.is_cancelled() {
                return Ok(None);
            }
            newest = self.session.run(&pass)?;
            if decoding {
                self.timings.decode_passes += 1;
                self.timings.decode_rows += pass.len();
            }
        }
        let logits = newest.map(|logits| self.choose(&logits)).transpose()?;
        match decoding {
            true => self.timings.decode += started.elapsed(),
            false => self.timings.prefill += started.elapsed(),
        }
        Ok(logits)
    }

    /// The best of the newest token's logits if they decide, found where the logits are: a GPU hands
    /// over a few numbers then. All of them if not.
    fn choose(&self, logits: &B::Tensor) -> Result<Vec<(u32, f32)>> {
        let backend = self.session.model.backend();
        let chosen = match self.sampler.enough() {
            Some(enough) => backend.top_k(logits, enough).map(|rows| rows.concat()),
            None => backend.read(logits).map(|logits| (0..).zip(logits).collect()),
        };
        Ok(chosen.map_err(plt_model::Error::from)?)
    }

    fn finish(&mut self, reason: FinishReason) -> Result<()> {
        self.finished = true;
        let text = match &mut self.text {
            Some(text) => text.finish(),
            None => String::new(),
        };
        self.events.push_back(Event::Finished { reason, text, timings: self.timings });
        Ok(())
    }
}
