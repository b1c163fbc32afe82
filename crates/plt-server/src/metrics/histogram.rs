//! Histograms of durations.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// A histogram of durations.
pub(super) struct Histogram {
    /// Upper edges of the buckets in seconds, ascending.
    edges: &'static [f64],
    /// Durations per bucket; the last bucket has no upper edge.
    counts: Vec<AtomicU64>,
    /// The sum of all durations; 2⁶⁴ ns are 584 years.
    nanoseconds: AtomicU64,
}

/// The state of a histogram at one time.
pub(super) struct Snapshot {
    /// Each upper edge and the number of durations up to it.
    pub buckets: Vec<(f64, u64)>,
    /// The number of durations.
    pub count: u64,
    /// The sum of durations in seconds.
    pub sum: f64,
}

impl Histogram {
    pub fn new(edges: &'static [f64]) -> Self {
        let counts = (0..=edges.len()).map(|_| AtomicU64::new(0)).collect();
        Self { edges, counts, nanoseconds: AtomicU64::new(0) }
    }

    pub fn observe(&self, duration: Duration) {
        let seconds = duration.as_secs_f64();
        let bucket = self.edges.partition_point(|edge| *edge < seconds);
        self.counts[bucket].fetch_add(1, Ordering::Relaxed);
        let nanoseconds = u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX);
        self.nanoseconds.fetch_add(nanoseconds, Ordering::Relaxed);
    }

    pub fn snapshot(&self) -> Snapshot {
        let mut count = 0;
        let mut up_to = self.counts.iter().map(|bucket| {
            count += bucket.load(Ordering::Relaxed);
            count
        });
        let buckets = self.edges.iter().copied().zip(up_to.by_ref()).collect();
        // `zip` takes from the edges first, so that the last count is still in the iterator.
        up_to.for_each(drop);
        let sum = self.nanoseconds.load(Ordering::Relaxed) as f64 * 1e-9;
        Snapshot { buckets, count, sum }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_include_their_upper_edge() {
        let histogram = Histogram::new(&[0.1, 1.0]);
        for milliseconds in [50, 100, 101, 1000, 5000] {
            histogram.observe(Duration::from_millis(milliseconds));
        }
        let Snapshot { buckets, count, sum } = histogram.snapshot();
        assert_eq!(buckets, [(0.1, 2), (1.0, 4)]);
        assert_eq!(count, 5);
        assert!((sum - 6.251).abs() < 1e-9, "{sum}");
    }
}
