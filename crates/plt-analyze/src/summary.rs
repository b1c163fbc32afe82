//! Summary statistics.

use serde::Serialize;

/// The distribution of a metric over all tokens.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Summary {
    /// Values: the tokens at which the metric is defined.
    pub count: usize,
    /// Their mean.
    pub mean: f64,
    /// Their standard deviation, divided by `count`.
    pub std: f64,
    /// The 10th percentile: the sorted value at index `(count - 1) / 10`, rounded.
    pub p10: f64,
    /// The median, likewise.
    pub median: f64,
    /// The 90th percentile, likewise.
    pub p90: f64,
}

impl Summary {
    /// The summary of these values; `None` if there are none.
    pub(crate) fn of(mut values: Vec<f64>) -> Option<Self> {
        if values.is_empty() {
            return None;
        }
        values.sort_by(f64::total_cmp);
        let mut moments = Moments::default();
        values.iter().for_each(|value| moments.add(*value));
        let at = |share: f64| values[((values.len() - 1) as f64 * share).round() as usize];
        Some(Self {
            count: values.len(),
            mean: moments.mean,
            std: moments.std(),
            p10: at(0.1),
            median: at(0.5),
            p90: at(0.9),
        })
    }
}

/// Running mean and spread (Welford's algorithm, which avoids cancellation).
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Moments {
    pub count: usize,
    pub mean: f64,
    squares: f64,
}

impl Moments {
    pub fn add(&mut self, value: f64) {
        self.count += 1;
        let before = value - self.mean;
        self.mean += before / self.count as f64;
        self.squares += before * (value - self.mean);
    }

    /// The standard deviation, divided by the number of values.
    pub fn std(&self) -> f64 {
        (self.squares / self.count.max(1) as f64).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summary_of_eleven_values_matches_hand_computation() {
        let summary = Summary::of((0..=10).rev().map(f64::from).collect());
        let std = 10f64.sqrt();
        let by_hand = Summary { count: 11, mean: 5.0, std, p10: 1.0, median: 5.0, p90: 9.0 };
        assert_eq!(summary, Some(by_hand));
        assert_eq!(Summary::of(Vec::new()), None);
        let one = Summary::of(vec![3.0]).expect("a value");
        assert_eq!((one.mean, one.std, one.p10, one.p90), (3.0, 0.0, 3.0, 3.0));
    }
}
