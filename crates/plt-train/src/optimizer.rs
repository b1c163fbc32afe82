//! AdamW (arXiv 1711.05101) over plain arrays. Its state is accessible: a resumed run restores both
//! moments bit for bit.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// The constants of AdamW.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AdamW {
    /// Decay of the first moment.
    pub beta1: f64,
    /// Decay of the second moment.
    pub beta2: f64,
    /// Added to the root of the second moment.
    pub eps: f64,
    /// Decay of matrices; norms and biases do not decay.
    pub weight_decay: f64,
    /// Maximum norm of the gradient over all parameters; longer gradients are scaled down to it.
    pub clip: f64,
}

impl Default for AdamW {
    /// The recipe of LoopCoder-v2, with the usual eps for f32.
    fn default() -> Self {
        Self { beta1: 0.9, beta2: 0.95, eps: 1e-8, weight_decay: 0.1, clip: 1.0 }
    }
}

/// The size of one step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StepSize {
    /// Counted from 0.
    pub step: u64,
    /// The learning rate.
    pub rate: f64,
    /// A factor for the gradients.
    pub scale: f32,
}

/// Both moments of every parameter.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Moments {
    pub first: Vec<Vec<f32>>,
    pub second: Vec<Vec<f32>>,
}

impl Moments {
    /// Zeros, for parameters of these lengths.
    pub fn new(lengths: impl Iterator<Item = usize>) -> Self {
        let first: Vec<Vec<f32>> = lengths.map(|len| vec![0.0; len]).collect();
        Self { second: first.clone(), first }
    }
}

/// The Euclidean norm over all gradients, summed in a fixed order.
pub(crate) fn norm(gradients: &[Vec<f32>]) -> f64 {
    let square = |g: &Vec<f32>| g.iter().map(|v| f64::from(*v).powi(2)).sum::<f64>();
    gradients.iter().map(square).sum::<f64>().sqrt()
}

impl AdamW {
    /// The factor that clips a gradient of this norm.
    pub(crate) fn clip_factor(&self, norm: f64) -> f32 {
        if norm > self.clip { (self.clip / norm) as f32 } else { 1.0 }
    }

    /// One step:
    ///
    /// ```text
    /// m = β1·m + (1-β1)·g      v = β2·v + (1-β2)·g²
    /// w = w - rate · ( (m / (1-β1^t)) / (sqrt(v / (1-β2^t)) + eps) + decay · w )
    /// ```
    ///
    /// `decays[i]` says whether parameter i decays.
    pub(crate) fn update(
        &self,
        StepSize { step, rate, scale }: StepSize,
        decays: &[bool],
        parameters: &mut [Vec<f32>],
        gradients: &[Vec<f32>],
        moments: &mut Moments,
    ) {
        let t = i32::try_from(step + 1).unwrap_or(i32::MAX);
        let (beta1, beta2) = (self.beta1 as f32, self.beta2 as f32);
        let rate1 = (rate / (1.0 - self.beta1.powi(t))) as f32;
        let scale2 = (1.0 / (1.0 - self.beta2.powi(t))) as f32;
        let eps = self.eps as f32;
        let (firsts, seconds) = (&mut moments.first, &mut moments.second);
        parameters
            .par_iter_mut()
            .zip(gradients)
            .zip(firsts.par_iter_mut().zip(seconds))
            .zip(decays)
            .for_each(|(((w, g), (m, v)), decays)| {
                let shrink = if *decays { (1.0 - rate * self.weight_decay) as f32 } else { 1.0 };
                for (((w, g), m), v) in w.iter_mut().zip(g).zip(m).zip(v) {
                    let g = g * scale;
                    *m = beta1 * *m + (1.0 - beta1) * g;
                    *v = beta2 * *v + (1.0 - beta2) * g * g;
                    *w = *w * shrink - rate1 * *m / ((*v * scale2).sqrt() + eps);
                }
            });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three steps by hand in f64, from the equations.
    #[test]
    fn adamw_updates_follow_the_equations() {
        let adamw = AdamW { weight_decay: 0.5, ..AdamW::default() };
        let gradients = [0.3f64, -0.7, 0.2];
        for decays in [true, false] {
            let (mut w, mut m, mut v) = (1.5f64, 0.0, 0.0);
            let mut parameters = vec![vec![1.5f32]];
            let mut moments = Moments::new([1].into_iter());
            for (step, g) in gradients.into_iter().enumerate() {
                let t = step as i32 + 1;
                m = 0.9 * m + 0.1 * g;
                v = 0.95 * v + 0.05 * g * g;
                let direction =
                    (m / (1.0 - 0.9f64.powi(t))) / ((v / (1.0 - 0.95f64.powi(t))).sqrt() + 1e-8);
                w -= 0.1 * (direction + if decays { 0.5 * w } else { 0.0 });
                // Gradients are doubled here and halved by the factor.
                let doubled = [vec![2.0 * g as f32]];
                let size = StepSize { step: step as u64, rate: 0.1, scale: 0.5 };
                adamw.update(size, &[decays], &mut parameters, &doubled, &mut moments);
                assert!((f64::from(parameters[0][0]) - w).abs() < 1e-6, "step {step}");
            }
        }
    }

    #[test]
    fn clip_factor_scales_long_gradients_down() {
        let adamw = AdamW::default();
        let length = norm(&[vec![3.0], vec![0.0, 4.0]]);
        assert_eq!(length, 5.0);
        assert_eq!(adamw.clip_factor(length), 0.2);
        assert_eq!(adamw.clip_factor(0.7), 1.0);
    }
}
