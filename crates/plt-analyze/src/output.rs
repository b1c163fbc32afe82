//! The prediction of every loop: the logit lens.

use plt_model::{Backend, Model};

use crate::analysis::OutputMetrics;
use crate::distribution::Distribution;
use crate::error::Result;
use crate::summary::Summary;

/// The logits `[rows, vocab]` that the model's head gives states `[rows, hidden]`.
pub(crate) fn logits<B: Backend>(model: &Model<B>, states: &[f32]) -> Result<Vec<f32>> {
    let (backend, config, stack) = (model.backend(), model.config(), model.stack());
    let rows = states.len() / config.hidden_size;
    let run = || {
        let states = backend.tensor(rows, config.hidden_size, states.to_vec())?;
        let normed = match config.loops.normalize_per_loop {
            true => states,
            false => backend.final_norm(stack, &states)?,
        };
        backend.read(&backend.logits(stack, &normed)?)
    };
    Ok(run().map_err(plt_model::Error::from)?)
}

/// The output of one loop, token by token.
#[derive(Clone, Default)]
pub(crate) struct OutputTokens {
    entropy: Vec<f64>,
    kl: Vec<f64>,
    rank: Vec<f64>,
    loss: Vec<f64>,
}

impl OutputTokens {
    /// Adds positions: their logits `[rows, vocab]`, those of the loop before, and the tokens that
    /// follow, of which the last may be missing.
    pub fn add(&mut self, vocab: usize, logits: &[f32], before: Option<&[f32]>, next: &[u32]) {
        for (row, logits) in logits.chunks(vocab).enumerate() {
            let output = Distribution::softmax(logits, 1.0);
            self.entropy.push(output.entropy());
            if let Some(before) = before {
                let before = &before[row * vocab..(row + 1) * vocab];
                self.kl.push(Distribution::softmax(before, 1.0).divergence(&output));
            }
            if let Some(next) = next.get(row) {
                let truth = logits[*next as usize];
                let better = logits.iter().filter(|logit| **logit > truth).count();
                self.rank.push((better + 1) as f64);
                self.loss.push(-output.log_p[*next as usize]);
            }
        }
    }

    /// `None` before any position was added.
    pub fn metrics(self) -> Option<OutputMetrics> {
        Some(OutputMetrics {
            entropy: Summary::of(self.entropy)?,
            kl: Summary::of(self.kl),
            next_token_rank: Summary::of(self.rank),
            next_token_loss: Summary::of(self.loss),
        })
    }
}
