use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Setting;

/// The measurements of one setting.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The setting.
    #[serde(flatten)]
    pub setting: Setting,
    /// Rows of a decoding step, all passes together.
    pub rows: usize,
    /// Passes of a decoding step.
    pub passes: usize,
    /// Milliseconds of a decoding step: one token for each sequence.
    pub ms_per_token: Spread,
    /// Tokens per second over all sequences.
    pub tokens_per_s: Spread,
    /// Rows computed of the prompt; `None` if no prompt was computed.
    pub prefill_rows: Option<usize>,
    /// Prompt tokens per second; `None` if no prompt was computed.
    pub prefill_tokens_per_s: Option<Spread>,
    /// Bytes of weights that a pass reads.
    pub weight_bytes_per_pass: usize,
    /// Bytes of the KV cache that a pass reads.
    pub kv_bytes_per_pass: usize,
    /// Memory bandwidth measured between the samples, in GB/s.
    pub read_bandwidth_gbs: Spread,
    /// Memory bandwidth utilization by weights and KV cache, pair by pair.
    pub bandwidth_fraction: Spread,
    /// Decoding time over that of the first setting, pair by pair; `None` for the first.
    pub decode_ratio: Option<Spread>,
    /// Prompt time over that of the first setting, pair by pair.
    pub prefill_ratio: Option<Spread>,
    /// Peak memory of the process at the end of the measurement, in bytes.
    pub peak_rss_bytes: Option<u64>,
}

/// Median and range of samples.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// The median.
    pub median: f64,
    /// The smallest.
    pub min: f64,
    /// The largest.
    pub max: f64,
}

impl Spread {
    /// The spread of these samples; `None` if there are none.
    pub fn of(samples: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut samples: Vec<f64> = samples.into_iter().collect();
        samples.sort_by(f64::total_cmp);
        let (min, max) = (*samples.first()?, *samples.last()?);
        let half = samples.len() / 2;
        let median = match samples.len() % 2 {
            0 => f64::midpoint(samples[half - 1], samples[half]),
            _ => samples[half],
        };
        Some(Self { median, min, max })
    }
}

/// `1.02 (0.96 to 1.21)`, with the precision of the format, as in `{spread:.2}`.
impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { median, min, max } = self;
        let digits = f.precision().unwrap_or(2);
        write!(f, "{median:.digits$} ({min:.digits$} to {max:.digits$})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spread_has_the_median_in_the_middle() {
        let spread = Spread::of([3.0, 1.0, 9.0]).expect("samples");
        assert_eq!((spread.median, spread.min, spread.max), (3.0, 1.0, 9.0));
        assert_eq!(format!("{spread:.1}"), "3.0 (1.0 to 9.0)");
        assert_eq!(Spread::of([4.0, 1.0, 2.0, 9.0]).expect("samples").median, 3.0);
        assert_eq!(Spread::of([]), None);
    }
}
