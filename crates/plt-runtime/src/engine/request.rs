//! Requests to an engine.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use plt_model::Config;

use crate::builder::builder;
use crate::constraint::Constraint;
use crate::defaults;
use crate::error::{Error, Result};
use crate::sampler::SamplingParams;

/// Maximum number of choices: a request counts once in the queue, however many it has.
const MAX_CHOICES: usize = 1024;

/// A prompt, and how to generate answers to it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Request {
    /// Token ids, at least one.
    pub prompt: Vec<u32>,
    /// Maximum number of tokens to generate, per choice.
    pub max_tokens: usize,
    /// Answers to generate, 1 to 1024. The prompt is computed once for all of them.
    pub choices: usize,
    /// How tokens are chosen; `None` for the sampling that the model recommends
    /// ([`TextBundle::sampling`](crate::TextBundle::sampling)). Choice i has the seed `seed + i`,
    /// and gives the answer of a request of its own with that seed.
    pub sampling: Option<SamplingParams>,
    /// Numbers added to the logits of some tokens: finite, or negative infinity to forbid a token.
    pub logit_bias: Vec<(u32, f32)>,
    /// The form of the answer (structured output). The answer ends where no token may follow.
    pub constraint: Option<Constraint>,
    /// Reports the log-probability of every token, and of this many of the most likely tokens.
    pub logprobs: Option<usize>,
    /// Reports for every token how much the later loops attended to loop 0's KV cache. This
    /// downloads the gates from the device, layer by layer.
    pub gates: bool,
    /// Strings before which an answer ends. They need a tokenizer.
    pub stop: Vec<String>,
    /// Special tokens that are part of an answer's text. Others are not.
    pub shown: Vec<u32>,
    /// Tokens after which an answer ends; `None` for the model's own
    /// ([`TextBundle::eos`](crate::TextBundle::eos)).
    pub eos: Option<Vec<u32>>,
    /// Requests of a higher priority go first, and preempt running ones of a lower priority.
    pub priority: i32,
    /// When the request is cancelled.
    pub deadline: Option<Instant>,
    /// The owner of the prompt: prefixes cached for one tenant are not used for another.
    pub tenant: Vec<u8>,
    /// Cancels the request from elsewhere, as dropping its [`Events`](crate::Events) does.
    pub cancel: Cancel,
}

builder!(Request {
    prompt: impl Into<Vec<u32>>,
    max_tokens: usize,
    choices: usize,
    sampling: impl Into<Option<SamplingParams>>,
    logit_bias: impl Into<Vec<(u32, f32)>>,
    constraint: impl Into<Option<Constraint>>,
    logprobs: impl Into<Option<usize>>,
    gates: bool,
    stop: impl Into<Vec<String>>,
    shown: impl Into<Vec<u32>>,
    eos: impl Into<Option<Vec<u32>>>,
    priority: i32,
    deadline: impl Into<Option<Instant>>,
    tenant: impl Into<Vec<u8>>,
    cancel: Cancel,
});

impl Request {
    /// Creates a request for one answer with the [defaults of completions](defaults::COMPLETION),
    /// the model's end tokens and its recommended sampling.
    pub fn new(prompt: impl Into<Vec<u32>>) -> Self {
        Self {
            prompt: prompt.into(),
            max_tokens: defaults::COMPLETION.max_tokens.unwrap_or(usize::MAX),
            choices: 1,
            sampling: None,
            logit_bias: Vec::new(),
            constraint: None,
            logprobs: None,
            gates: false,
            stop: Vec::new(),
            shown: Vec::new(),
            eos: None,
            priority: 0,
            deadline: None,
            tenant: Vec::new(),
            cancel: Cancel::default(),
        }
    }

    /// Checks that a model of this config can serve the request with `kv_cache_tokens`.
    pub(crate) fn check(
        &self,
        config: &Config,
        kv_cache_tokens: usize,
        has_tokenizer: bool,
    ) -> Result<()> {
        check_prompt(config, &self.prompt, kv_cache_tokens)?;
        self.sampling.unwrap_or_default().validate()?;
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

/// Checks that every token exists and that the prompt fits.
pub(crate) fn check_prompt(config: &Config, prompt: &[u32], limit: usize) -> Result<()> {
    if prompt.is_empty() {
        return Err(Error::EmptyPrompt);
    }
    if prompt.len() > limit {
        return Err(Error::PromptTooLong { tokens: prompt.len(), limit });
    }
    match prompt.iter().find(|id| **id as usize >= config.vocab_size) {
        Some(id) => Err(Error::UnknownToken { id: *id, vocab_size: config.vocab_size }),
        None => Ok(()),
    }
}

/// Cancels a request from another thread. Clones share one state.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Ends the request before its next pass.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Resets the handle for another request.
    pub fn reset(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    /// Whether [`cancel`](Self::cancel) was called.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
