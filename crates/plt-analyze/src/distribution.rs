//! Probabilities, their entropy and their divergence. In nats.

/// The softmax of some scores.
pub(crate) struct Distribution {
    pub p: Vec<f64>,
    /// ln p: finite even where p is 0 in f64.
    pub log_p: Vec<f64>,
}

impl Distribution {
    /// `softmax(scale · scores)`.
    pub fn softmax(scores: &[f32], scale: f64) -> Self {
        let scaled = || scores.iter().map(|score| scale * f64::from(*score));
        let largest = scaled().fold(f64::NEG_INFINITY, f64::max);
        let mut p: Vec<f64> = scaled().map(|score| (score - largest).exp()).collect();
        let sum: f64 = p.iter().sum();
        p.iter_mut().for_each(|p| *p /= sum);
        let log_sum = largest + sum.ln();
        Self { p, log_p: scaled().map(|score| score - log_sum).collect() }
    }

    /// `-Σ p · ln p`.
    pub fn entropy(&self) -> f64 {
        -self.p.iter().zip(&self.log_p).map(|(p, log_p)| p * log_p).sum::<f64>()
    }

    /// `KL(self ‖ other) = Σ p · (ln p - ln q)`.
    pub fn divergence(&self, other: &Self) -> f64 {
        let logs = self.log_p.iter().zip(&other.log_p);
        self.p.iter().zip(logs).map(|(p, (log_p, log_q))| p * (log_p - log_q)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entropy_and_kl_of_two_coins_match_hand_computation() {
        let fair = Distribution::softmax(&[7.0, 7.0], 1.0);
        assert!((fair.entropy() - 2f64.ln()).abs() < 1e-15);
        // ln 3 apart: 1/4 and 3/4.
        let bent = Distribution::softmax(&[0.0, 2.0], 3f64.ln() / 2.0);
        assert!((bent.p[0] - 0.25).abs() < 1e-15);
        let expected = 0.25 * 0.5f64.ln() + 0.75 * 1.5f64.ln();
        assert!((bent.divergence(&fair) - expected).abs() < 1e-15);
        assert_eq!(fair.divergence(&fair), 0.0);
    }

    #[test]
    fn softmax_of_distant_scores_is_finite() {
        let far = Distribution::softmax(&[0.0, 3e38], 1.0);
        let even = Distribution::softmax(&[0.0, 0.0], 1.0);
        assert_eq!(far.entropy(), 0.0);
        assert!(even.divergence(&far).is_finite());
    }
}
