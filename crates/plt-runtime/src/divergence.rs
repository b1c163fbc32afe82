//! The Kullback-Leibler divergence of a model's predictions from those of a reference model.

use plt_model::{Backend, Model, NoTrace};
use serde::Serialize;

use crate::error::{Error, Result};
use crate::perplexity::{PerplexityOptions, negative_log_likelihood};
use crate::score::argmax;

/// The result of [`divergence`], over all tokens of a document but the first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Divergence {
    /// The mean of the Kullback-Leibler divergence of the model's prediction from the reference's,
    /// in nats.
    pub mean_kl: f64,
    /// The 99th percentile.
    pub p99_kl: f64,
    /// The maximum.
    pub max_kl: f64,
    /// The fraction of tokens for which both models predict the same most likely token.
    pub same_top: f64,
    /// The model's perplexity.
    pub perplexity: f64,
    /// The reference's perplexity.
    pub reference_perplexity: f64,
    /// Tokens that were predicted.
    pub tokens: usize,
}

/// Compares `model` with `reference` on `ids`, in the windows of
/// [`perplexity`](crate::perplexity). With p the reference's probabilities and q the model's,
///
/// ```text
/// KL = Σ_v p(v) · ln( p(v) / q(v) )
/// ```
///
/// per token. Memory: the reference's logits of one window, `context` times the vocabulary size.
/// Calls `progress` with the tokens predicted so far and the total.
///
/// # Errors
/// Models whose vocabularies differ in size; those of [`perplexity`](crate::perplexity).
pub fn divergence<A: Backend, B: Backend>(
    reference: &Model<A>,
    model: &Model<B>,
    ids: &[u32],
    options: PerplexityOptions,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Divergence> {
    let (expected, found) = (reference.config().vocab_size, model.config().vocab_size);
    if expected != found {
        return Err(Error::Vocabulary { expected, found });
    }
    let most = reference.config().max_positions.min(model.config().max_positions);
    let (tokens, windows) = options.windows(most, ids.len())?;
    let run = options.run();
    let mut kls = Vec::with_capacity(tokens);
    let (mut same, mut nats, mut reference_nats) = (0, 0.0, 0.0);
    for window in windows {
        let mut wanted = Vec::new();
        run.each_logits(reference, &ids[window.range()], &mut NoTrace, &mut |position, logits| {
            if window.predicted(position).is_some() {
                wanted.push(logits.to_vec());
            }
        })?;
        let mut wanted = wanted.into_iter();
        run.each_logits(model, &ids[window.range()], &mut NoTrace, &mut |position, logits| {
            // Both models return the same positions in the same order.
            if let Some(next) = window.predicted(position)
                && let Some(wanted) = wanted.next()
            {
                kls.push(kl(&wanted, logits));
                same += usize::from(argmax(&wanted) == argmax(logits));
                nats += negative_log_likelihood(logits, ids[next]);
                reference_nats += negative_log_likelihood(&wanted, ids[next]);
            }
        })?;
        progress(kls.len(), tokens);
    }
    kls.sort_by(f64::total_cmp);
    let mean = |sum: f64| sum / tokens as f64;
    Ok(Divergence {
        mean_kl: mean(kls.iter().sum()),
        p99_kl: kls[(tokens * 99).div_ceil(100) - 1],
        max_kl: kls[tokens - 1],
        same_top: mean(same as f64),
        perplexity: mean(nats).exp(),
        reference_perplexity: mean(reference_nats).exp(),
        tokens,
    })
}

/// Returns Σ p · (ln p - ln q) of two rows of logits.
fn kl(p: &[f32], q: &[f32]) -> f64 {
    let (p_log_sum, q_log_sum) = (log_sum_exp(p), log_sum_exp(q));
    let terms = p.iter().zip(q).map(|(p, q)| {
        let (ln_p, ln_q) = (f64::from(*p) - p_log_sum, f64::from(*q) - q_log_sum);
        ln_p.exp() * (ln_p - ln_q)
    });
    terms.sum()
}

fn log_sum_exp(logits: &[f32]) -> f64 {
    let largest = f64::from(logits.iter().copied().fold(f32::NEG_INFINITY, f32::max));
    largest + logits.iter().map(|v| (f64::from(*v) - largest).exp()).sum::<f64>().ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kl_equals_a_divergence_by_hand() {
        // p = (1/2, 1/4, 1/4), q = (1/4, 1/2, 1/4), each with a factor that cancels out.
        let ln = |v: [f64; 3], factor: f64| v.map(|v| (v * factor).ln() as f32);
        let (p, q) = (ln([0.5, 0.25, 0.25], 7.0), ln([0.25, 0.5, 0.25], 0.01));
        let expected = 0.5 * 2f64.ln() - 0.25 * 2f64.ln();
        assert!((kl(&p, &q) - expected).abs() < 1e-6);
        assert!(kl(&p, &p).abs() < 1e-12);
    }
}
