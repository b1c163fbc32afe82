//! How well a model predicts a text.

use std::ops::Range;

use plt_model::{Backend, KvDType, Model, NoTrace, PlanKind};
use serde::Serialize;

use crate::error::{Error, Result};
use crate::score::Run;

/// How a long text is cut into windows.
#[derive(Debug, Clone, Copy)]
pub struct PerplexityOptions {
    /// Tokens of a window, at most the model's context.
    pub context: usize,
    /// Tokens that one window begins after another; 1 to `context`.
    pub stride: usize,
    /// How the rows are arranged in passes.
    pub plan: PlanKind,
    /// Element type of keys and values.
    pub dtype: KvDType,
}

/// The result.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Perplexity {
    /// e to the mean negative log-likelihood of a token.
    pub perplexity: f64,
    /// That mean, in nats.
    pub nats_per_token: f64,
    /// The sum, in nats.
    pub nats: f64,
    /// Tokens that were predicted: all but the first.
    pub tokens: usize,
    /// Windows that it took.
    pub windows: usize,
}

/// Strided perplexity of `ids`.
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
/// `progress` is told the tokens predicted so far and in all.
///
/// # Errors
/// Fewer than two tokens; a context or stride out of range; what [`score`](crate::score) reports.
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

/// A part of a text that a model sees at once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    begin: usize,
    end: usize,
    /// The first token that no earlier window predicted.
    first: usize,
}

impl Window {
    pub fn range(self) -> Range<usize> {
        self.begin..self.end
    }

    /// The token that the logits at this position of the window are to predict, unless there is
    /// none or an earlier window had it.
    pub fn predicted(self, position: usize) -> Option<usize> {
        let next = self.begin + position + 1;
        (self.first..self.end).contains(&next).then_some(next)
    }
}

impl PerplexityOptions {
    pub(crate) fn run(self) -> Run {
        Run { plan: self.plan, dtype: self.dtype }
    }

    /// The tokens to predict in a text of `len`, and its windows; a model takes `most` tokens.
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
            return Err(Error::EmptyPrompt);
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
