//! The learning rate: linear warm-up, then cosine decay.

use serde::{Deserialize, Serialize};

/// The learning rate over a run.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// The highest learning rate.
    pub learning_rate: f64,
    /// Fraction of the steps with linear warm-up from 0.
    #[serde(default = "warm_up")]
    pub warm_up: f64,
    /// Final learning rate as a fraction of `learning_rate`.
    #[serde(default = "final_share")]
    pub final_share: f64,
}

fn warm_up() -> f64 {
    0.05
}

fn final_share() -> f64 {
    0.1
}

impl Schedule {
    /// The learning rate of step `step` of `steps`, counted from 0.
    pub fn at(&self, step: u64, steps: u64) -> f64 {
        let warm = (self.warm_up * steps as f64).ceil();
        let done = step as f64 + 1.0;
        if done <= warm {
            return self.learning_rate * done / warm;
        }
        let progress = (done - warm) / (steps as f64 - warm).max(1.0);
        let cosine = 0.5 * (1.0 + (std::f64::consts::PI * progress.min(1.0)).cos());
        self.learning_rate * (self.final_share + (1.0 - self.final_share) * cosine)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schedule_warms_up_linearly_and_decays_as_a_cosine() {
        let schedule = Schedule { learning_rate: 2.0, warm_up: 0.05, final_share: 0.1 };
        let at = |step| schedule.at(step, 200);
        assert!((at(0) - 0.2).abs() < 1e-12 && (at(4) - 1.0).abs() < 1e-12);
        assert!((at(9) - 2.0).abs() < 1e-12, "the peak ends the warm-up");
        // Half way through the decay it is the mean of the peak and the end.
        assert!((at(104) - 1.1).abs() < 1e-12);
        assert!((at(199) - 0.2).abs() < 1e-12);
        assert!((9..199).all(|step| at(step + 1) < at(step)));
    }

    #[test]
    fn schedule_of_one_step_has_a_positive_rate() {
        for warm_up in [0.0, 1.0] {
            let schedule = Schedule { learning_rate: 1.0, warm_up, final_share: 0.1 };
            assert!(schedule.at(0, 1) > 0.0);
        }
    }
}
