//! Rotary position embedding as data: cosines and sines by position.

use std::f64::consts::TAU;

use crate::config::{Config, RotaryScaling};

/// The angles by which the heads of a model are rotated.
#[derive(Debug, Clone)]
pub(crate) struct Rotary {
    /// Radians per position of every pair of elements.
    frequencies: Vec<f64>,
    /// The factor of cosines and sines.
    amplitude: f64,
}

impl Rotary {
    pub fn new(config: &Config) -> Self {
        let amplitude = match config.rotary_scaling {
            RotaryScaling::Yarn { attention_factor, .. } => attention_factor,
            _ => 1.0,
        };
        Self { frequencies: frequencies(config), amplitude }
    }

    /// Appends cosine and sine of every pair at this position, computed in f64.
    pub fn extend(&self, cos_sin: &mut Vec<[f32; 2]>, position: usize) {
        let position = position as f64;
        cos_sin.extend(self.frequencies.iter().map(|frequency| {
            let (sin, cos) = (position * frequency).sin_cos();
            [(cos * self.amplitude) as f32, (sin * self.amplitude) as f32]
        }));
    }
}

/// Radians per position of every pair d: `theta^(-2 d / head_dim)`, scaled as the config says
/// (transformers, `modeling_rope_utils.py`).
fn frequencies(config: &Config) -> Vec<f64> {
    let (theta, dim) = (config.rope_theta, config.head_dim as f64);
    let frequency = |d: usize| theta.powf(-2.0 * d as f64 / dim);
    let pairs = 0..config.head_dim / 2;
    match &config.rotary_scaling {
        RotaryScaling::None => pairs.map(frequency).collect(),
        RotaryScaling::Linear { factor } => pairs.map(|d| frequency(d) / factor).collect(),
        RotaryScaling::Llama3 { factor, low_freq_factor, high_freq_factor, original_positions } => {
            let scaled = |d| {
                let frequency = frequency(d);
                let turns = *original_positions as f64 * frequency / TAU;
                let kept = (turns - low_freq_factor) / (high_freq_factor - low_freq_factor);
                mixed(frequency, *factor, kept)
            };
            pairs.map(scaled).collect()
        }
        RotaryScaling::Yarn { factor, original_positions, beta_fast, beta_slow, .. } => {
            // The index of the pair that makes so many turns within the original context.
            let index = |turns: f64| {
                dim / 2.0 * (*original_positions as f64 / (TAU * turns)).ln() / theta.ln()
            };
            let fast = index(*beta_fast).floor().max(0.0);
            let slow = index(*beta_slow).ceil().min(dim - 1.0);
            let slow = if slow == fast { fast + 0.001 } else { slow };
            let kept = |d: usize| 1.0 - (d as f64 - fast) / (slow - fast);
            pairs.map(|d| mixed(frequency(d), *factor, kept(d))).collect()
        }
        RotaryScaling::Divisors { divisors } => {
            pairs.zip(divisors).map(|(d, divisor)| frequency(d) / f64::from(*divisor)).collect()
        }
    }
}

/// A frequency of which the part `kept`, cut to 0..1, stays and the rest is divided by `factor`.
fn mixed(frequency: f64, factor: f64, kept: f64) -> f64 {
    let kept = kept.clamp(0.0, 1.0);
    kept * frequency + (1.0 - kept) * frequency / factor
}

/// The numbers by which scaling divides the frequencies, one per pair: `rope_freqs.weight` of a GGUF
/// file. `None` where the metadata of the file states the scaling.
pub(crate) fn divisors(config: &Config) -> Option<Vec<f32>> {
    match &config.rotary_scaling {
        RotaryScaling::Divisors { divisors } => Some(divisors.clone()),
        RotaryScaling::Llama3 { .. } => {
            let plain = Config { rotary_scaling: RotaryScaling::None, ..config.clone() };
            let pairs = frequencies(&plain).into_iter().zip(frequencies(config));
            Some(pairs.map(|(plain, scaled)| (plain / scaled) as f32).collect())
        }
        RotaryScaling::None | RotaryScaling::Linear { .. } | RotaryScaling::Yarn { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize)]
    struct Golden {
        name: String,
        config: serde_json::Map<String, serde_json::Value>,
        f64: Vec<Angles>,
        f32: Vec<Angles>,
    }

    #[derive(Deserialize)]
    struct Angles {
        position: usize,
        cos: Vec<f64>,
        sin: Vec<f64>,
    }

    fn golden() -> Vec<Golden> {
        let golden = include_str!("../tests/rotary/golden.json");
        serde_json::from_str(golden).expect("golden.json")
    }

    fn config(golden: &Golden) -> Config {
        let mut all = serde_json::json!({
            "model_type": "llama", "vocab_size": 8, "hidden_size": 8, "intermediate_size": 8,
            "num_hidden_layers": 1, "num_attention_heads": 1, "rms_norm_eps": 1e-5,
        });
        all.as_object_mut().expect("an object").extend(golden.config.clone());
        Config::from_json(&all.to_string(), "config.json").expect("a config")
    }

    /// The largest part of the error that `bound(pair)` allows, over all pairs; above 1 is too much.
    fn worst(rotary: &Rotary, golden: &Angles, bound: impl Fn(usize) -> f64) -> f64 {
        let mut found = Vec::new();
        rotary.extend(&mut found, golden.position);
        assert_eq!((found.len(), found.len()), (golden.cos.len(), golden.sin.len()));
        let pairs = found.iter().zip(golden.cos.iter().zip(&golden.sin)).enumerate();
        let errors = pairs.map(|(pair, ([cos, sin], expected))| {
            let error =
                (f64::from(*cos) - expected.0).abs().max((f64::from(*sin) - expected.1).abs());
            // Keeps NaN.
            if error <= bound(pair) { error / bound(pair) } else { 2.0 }
        });
        errors.fold(0.0, f64::max)
    }

    /// At positions 0, 1, the original maximum and four times it. Our numbers are f64 until they are
    /// rounded to f32, by at most 2^-24 of a value that is at most A. The angle differs from that of the
    /// same formula in another order by a few 2^-53 of it.
    #[test]
    fn rotary_equals_the_formulas_of_transformers() {
        for golden in golden() {
            let rotary = Rotary::new(&config(&golden));
            for angles in &golden.f64 {
                let bound = |pair: usize| {
                    let angle = angles.position as f64 * rotary.frequencies[pair];
                    rotary.amplitude * (2f64.powi(-24) + angle * 2f64.powi(-49))
                };
                let worst = worst(&rotary, angles, bound);
                assert!(worst <= 1.0, "{} at {}: {worst}", golden.name, angles.position);
            }
        }
    }

    /// Transformers computes in f32. The exponent of the base is rounded, which moves a frequency by up to
    /// ln(base) · 2^-24; the power by up to 2^-23; then up to 8 operations and the product with the
    /// position round by 2^-24 each. The sum of that times the angle moves cosine and sine; they and their
    /// product with A are rounded as well.
    #[test]
    fn rotary_equals_transformers_within_its_own_rounding() {
        for golden in golden() {
            let config = config(&golden);
            let rotary = Rotary::new(&config);
            for angles in &golden.f32 {
                let bound = |pair: usize| {
                    let angle = angles.position as f64 * rotary.frequencies[pair];
                    let relative = (config.rope_theta.ln() + 2.0 + 9.0) * 2f64.powi(-24);
                    rotary.amplitude * (angle * relative + 3.0 * 2f64.powi(-24))
                };
                let worst = worst(&rotary, angles, bound);
                assert!(worst <= 1.0, "{} at {}: {worst}", golden.name, angles.position);
            }
        }
    }

    #[test]
    fn divisors_give_the_frequencies_of_llama3() {
        let mut seen = 0;
        for golden in golden() {
            let config = config(&golden);
            let Some(divisors) = divisors(&config) else { continue };
            let scaling = RotaryScaling::Divisors { divisors };
            let again = frequencies(&Config { rotary_scaling: scaling, ..config.clone() });
            for (again, frequency) in again.iter().zip(frequencies(&config)) {
                assert!((again / frequency - 1.0).abs() <= 2f64.powi(-24), "{}", golden.name);
            }
            seen += 1;
        }
        assert_eq!(seen, 2);
    }
}
