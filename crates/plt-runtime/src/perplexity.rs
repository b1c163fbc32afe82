//! How well a model predicts a text.

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
    let most = model.config().max_positions;
    let PerplexityOptions { context, stride, plan, dtype } = options;
    if !(2..=most).contains(&context) {
        return Err(Error::Window { what: "context", least: 2, most, found: context });
    }
    if !(1..context).contains(&stride) {
        return Err(Error::Window { what: "stride", least: 1, most: context - 1, found: stride });
    }
    let Some(tokens) = ids.len().checked_sub(1).filter(|tokens| *tokens > 0) else {
        return Err(Error::EmptyPrompt);
    };
    let run = Run { plan, dtype };
    let (mut nats, mut done, mut windows, mut begin) = (0.0, 0, 0, 0);
    while done < tokens {
        let window = &ids[begin..ids.len().min(begin + context)];
        let (mut sum, mut predicted) = (0.0, 0);
        run.each_logits(model, window, &mut NoTrace, &mut |position, logits| {
            // The token after `position`, unless an earlier window had it.
            if let Some(next) = window.get(position + 1)
                && begin + position >= done
            {
                sum += negative_log_likelihood(logits, *next);
                predicted += 1;
            }
        })?;
        nats += sum;
        done += predicted;
        windows += 1;
        begin += stride;
        progress(done, tokens);
    }
    let nats_per_token = nats / tokens as f64;
    Ok(Perplexity { perplexity: nats_per_token.exp(), nats_per_token, nats, tokens, windows })
}

/// -ln softmax(logits)[token]
fn negative_log_likelihood(logits: &[f32], token: u32) -> f64 {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let shifted = |v: f32| f64::from(v) - f64::from(largest);
    let sum: f64 = logits.iter().map(|v| shifted(*v).exp()).sum();
    sum.ln() - shifted(logits[token as usize])
}
