//! Rotary position embedding as data: cosines and sines by position.

use crate::config::Config;

/// The angles by which the heads of a model are rotated.
#[derive(Debug, Clone)]
pub(crate) struct Rotary {
    /// Radians per position of every pair of elements: `theta^(-2 d / rotary_dim)` for pair d.
    frequencies: Vec<f64>,
}

impl Rotary {
    pub fn new(config: &Config) -> Self {
        let dim = config.head_dim;
        let frequency = |d: usize| config.rope_theta.powf(-2.0 * d as f64 / dim as f64);
        Self { frequencies: (0..dim / 2).map(frequency).collect() }
    }

    /// Appends cosine and sine of every pair at this position, computed in f64.
    pub fn extend(&self, cos_sin: &mut Vec<[f32; 2]>, position: usize) {
        let position = position as f64;
        cos_sin.extend(self.frequencies.iter().map(|frequency| {
            let (sin, cos) = (position * frequency).sin_cos();
            [cos as f32, sin as f32]
        }));
    }
}
