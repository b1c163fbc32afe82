//! Rotary scaling, as `config.json` and GGUF files state it. Scaling that changes nothing is
//! [`RotaryScaling::None`], however it is written.

mod gguf;
mod json;

pub(super) use gguf::{from_gguf, to_gguf};
pub(super) use json::from_json;

use super::keys::MAX_TOKENS;
use crate::error::{Error, Result};

/// How the rotary frequencies differ from `f(d) = rope_theta^(-2d / head_dim)` radians per position for
/// pair d.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum RotaryScaling {
    /// Not at all.
    None,
    /// All are divided by `factor`.
    Linear {
        /// The divisor.
        factor: f64,
    },
    /// Fast pairs are kept, slow pairs divided by `factor`, those between are mixed, by turns within
    /// `original_positions` (Llama 3.1).
    Llama3 {
        /// The divisor of slow pairs.
        factor: f64,
        /// Pairs with fewer turns are slow.
        low_freq_factor: f64,
        /// Pairs with more turns are fast.
        high_freq_factor: f64,
        /// The context of pretraining, in tokens.
        original_positions: usize,
    },
    /// As `Llama3`, mixed evenly by the index of the pair; cosine and sine are scaled as well (YaRN,
    /// arXiv 2309.00071).
    Yarn {
        /// The divisor of slow pairs.
        factor: f64,
        /// The context of pretraining, in tokens.
        original_positions: usize,
        /// Turns within `original_positions` above which a pair is fast.
        beta_fast: f64,
        /// Turns below which a pair is slow.
        beta_slow: f64,
        /// The factor of cosine and sine.
        attention_factor: f64,
    },
    /// Each pair is divided by a number of its own: `rope_freqs.weight` of a GGUF file.
    Divisors {
        /// One per pair, `head_dim / 2` in all.
        divisors: Vec<f32>,
    },
}

/// Base, scaling and context of a model.
pub(super) struct Rotary {
    pub theta: f64,
    pub scaling: RotaryScaling,
    /// In tokens.
    pub context: usize,
}

impl RotaryScaling {
    /// Its name in `rope_type`; `rope_freqs` for the tensor of a GGUF file.
    pub fn name(&self) -> &'static str {
        match self {
            RotaryScaling::None => "none",
            RotaryScaling::Linear { .. } => "linear",
            RotaryScaling::Llama3 { .. } => "llama3",
            RotaryScaling::Yarn { .. } => "yarn",
            RotaryScaling::Divisors { .. } => "rope_freqs",
        }
    }

    /// The divisor of the slowest pairs; 1 without scaling.
    pub fn factor(&self) -> f64 {
        match self {
            RotaryScaling::None => 1.0,
            RotaryScaling::Linear { factor }
            | RotaryScaling::Llama3 { factor, .. }
            | RotaryScaling::Yarn { factor, .. } => *factor,
            RotaryScaling::Divisors { divisors } => {
                divisors.iter().copied().fold(1.0, f32::max).into()
            }
        }
    }

    /// [`RotaryScaling::None`] for scaling that changes nothing.
    fn simplified(self) -> Self {
        let neutral = match &self {
            RotaryScaling::None => true,
            RotaryScaling::Linear { factor } | RotaryScaling::Llama3 { factor, .. } => {
                *factor == 1.0
            }
            RotaryScaling::Yarn { factor, attention_factor, .. } => {
                *factor == 1.0 && *attention_factor == 1.0
            }
            RotaryScaling::Divisors { divisors } => divisors.iter().all(|divisor| *divisor == 1.0),
        };
        if neutral { RotaryScaling::None } else { self }
    }

    /// The context in tokens of a config that states `positions`. Linear scaling multiplies what the
    /// config states, yarn the context of pretraining; for llama3 the config states the whole.
    fn context(&self, positions: usize) -> usize {
        let scaled = match self {
            RotaryScaling::Linear { factor } => positions as f64 * factor,
            RotaryScaling::Yarn { factor, original_positions, .. } => {
                *original_positions as f64 * factor
            }
            _ => 0.0,
        };
        (scaled as usize).clamp(positions, MAX_TOKENS.max(positions))
    }
}

/// The factor of cosine and sine that goes with a yarn factor where a config states none.
fn yarn_attention_factor(factor: f64, mscale: f64) -> f64 {
    if factor <= 1.0 { 1.0 } else { 0.1 * mscale * factor.ln() + 1.0 }
}

/// Fails where the formula of yarn has no meaning. `wrong` makes the error of a field.
fn check_yarn(
    scaling: &RotaryScaling,
    theta: f64,
    wrong: impl Fn(&str, &'static str, f64) -> Error,
) -> Result<()> {
    let RotaryScaling::Yarn { beta_fast, beta_slow, .. } = scaling else { return Ok(()) };
    if theta <= 1.0 {
        return Err(wrong("rope_theta", "a number above 1 with yarn", theta));
    }
    if beta_fast < beta_slow {
        return Err(wrong("beta_fast", "a number not below `beta_slow`", *beta_fast));
    }
    Ok(())
}
