//! The perplexity of a model on a document.

use std::ops::Range;

use plt_model::{Backend, KvDType, Model, NoTrace, PlanKind};
use serde::Serialize;

use crate::builder::builder;
use crate::defaults::EVAL;
use crate::device::Device;
use crate::error::{Error, Result};
use crate::score::Run;

/// How a document is divided into windows, and how they are computed.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct PerplexityOptions {
    /// Tokens per window, at most the model's context.
    pub context: usize,
    /// Tokens between the beginnings of two windows; 1 to `context` - 1.
    pub stride: usize,
    /// How the rows are arranged in passes.
    pub plan: PlanKind,
    /// Element type of the KV cache.
    pub kv_cache_dtype: KvDType,
}

builder!(PerplexityOptions {
    context: usize,
    stride: usize,
    plan: PlanKind,
    kv_cache_dtype: KvDType,
});

/// The result of [`perplexity`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Perplexity {
    /// e to the mean negative log-likelihood per token.
    pub perplexity: f64,
    /// That mean, in nats.
    pub nats_per_token: f64,
    /// The sum, in nats.
    pub nats: f64,
    /// Tokens that were predicted: all but the first.
    pub tokens: usize,
    /// Windows.
    pub windows: usize,
}

/// Computes the strided perplexity of `ids`.
///
/// Windows of `context` tokens begin `stride` tokens apart; the last one ends with the text. Every
/// token but the first is predicted once, in the first window that holds it and a token before it,
/// so from at least `context - stride` tokens, or from all there are. With
/// n = `ids.len()`,
///
/// ```text
/// perplexity = exp( 1/(n-1) · Σ_{i=1}^{n-1} -ln p(ids[i] | ids[begin(i)..i]) )
/// ```
///
/// Calls `progress` with the tokens predicted so far and the total.
///
/// # Errors
/// Fewer than two tokens; a context or stride out of range; those of [`score`](crate::score).
pub fn perplexity<B: Backend>(
    model: &Model<B>,
    ids: &[u32],
    options: PerplexityOptions,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Perplexity> {
    let run = options.run();
    let (mut nats, mut windows) = (0.0, 0);
    let (tokens, all) = options.windows(model.config().max_positions, ids.len())?;
    for window in all {
        run.each_logits(model, &ids[window.range()], &mut NoTrace, &mut |position, logits| {
            if let Some(next) = window.predicted(position) {
                nats += negative_log_likelihood(logits, ids[next]);
            }
        })?;
        windows += 1;
        progress(window.end - 1, tokens);
    }
    let nats_per_token = nats / tokens as f64;
    Ok(Perplexity { perplexity: nats_per_token.exp(), nats_per_token, nats, tokens, windows })
}

/// A part of a document that is computed in one sequence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    begin: usize,
    end: usize,
    /// The first token that no earlier window predicts.
    first: usize,
}

impl Window {
    pub fn range(self) -> Range<usize> {
        self.begin..self.end
    }

    /// Returns the index of the token that the logits at this position of the window predict;
    /// `None` if the window ends there or an earlier window predicts it.
    pub fn predicted(self, position: usize) -> Option<usize> {
        let next = self.begin + position + 1;
        (self.first..self.end).contains(&next).then_some(next)
    }
}

impl PerplexityOptions {
    /// Creates options with the plan and KV cache type of [`EVAL`].
    pub fn new(context: usize, stride: usize) -> Self {
        Self {
            context,
            stride,
            plan: PlanKind::Wavefront { chunk: EVAL.chunk },
            kv_cache_dtype: EVAL.kv_cache_dtype(&Device::Cpu),
        }
    }

    pub(crate) fn run(self) -> Run {
        Run { plan: self.plan, kv_cache_dtype: self.kv_cache_dtype }
    }

    /// Returns the number of tokens to predict in a document of `len`, and its windows, for models
    /// with a context of `most` tokens.
    pub(crate) fn windows(
        self,
        most: usize,
        len: usize,
    ) -> Result<(usize, impl Iterator<Item = Window>)> {
        let Self { context, stride, .. } = self;
        if !(2..=most).contains(&context) {
            return Err(Error::Window { what: "context", least: 2, most, found: context });
        }
        if !(1..context).contains(&stride) {
            let most = context - 1;
            return Err(Error::Window { what: "stride", least: 1, most, found: stride });
        }
        let Some(tokens) = len.checked_sub(1).filter(|tokens| *tokens > 0) else {
            return Err(Error::ShortDocument { tokens: len });
        };
        let begin = Window { begin: 0, end: len.min(context), first: 1 };
        let next = move |window: &Window| {
            let begin = window.begin + stride;
            let next = Window { begin, end: len.min(begin + context), first: window.end };
            (window.end < len).then_some(next)
        };
        Ok((tokens, std::iter::successors(Some(begin), next)))
    }
}

/// -ln softmax(logits)[token]
pub(crate) fn negative_log_likelihood(logits: &[f32], token: u32) -> f64 {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let shifted = |v: f32| f64::from(v) - f64::from(largest);
    let sum: f64 = logits.iter().map(|v| shifted(*v).exp()).sum();
    sum.ln() - shifted(logits[token as usize])
}
