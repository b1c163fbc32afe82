//! The gates of a pass, for requests that report them.

use std::collections::BTreeMap;

use plt_model::plan::Row;
use plt_model::{Probe, Tracer};

/// Records the gates of a pass: means over layers and heads.
pub(super) struct GateTracer {
    /// The first position whose gates are requested, per sequence of the pass; `None` for none.
    wanted: Vec<Option<usize>>,
    /// The sum over layers of the mean gate, and the number of layers, per requested row.
    sums: BTreeMap<Row, (f64, usize)>,
}

impl GateTracer {
    pub fn new(wanted: Vec<Option<usize>>) -> Self {
        Self { wanted, sums: BTreeMap::new() }
    }

    /// Returns the mean gate of every requested row of a later loop.
    pub fn means(self) -> impl Iterator<Item = (Row, f32)> {
        self.sums.into_iter().map(|(row, (sum, layers))| (row, (sum / layers as f64) as f32))
    }
}

impl Tracer for GateTracer {
    fn wants(&self, probe: Probe) -> bool {
        matches!(probe, Probe::Gate { .. }) && self.wanted.iter().any(Option::is_some)
    }

    fn record(&mut self, _: Probe, rows: &[Row], values: &[f32]) {
        let heads = values.len().checked_div(rows.len()).unwrap_or(0).max(1);
        for (row, gates) in rows.iter().zip(values.chunks(heads)) {
            let from = self.wanted.get(row.sequence).copied().flatten();
            if row.loop_index > 0 && from.is_some_and(|from| from <= row.position) {
                let (sum, layers) = self.sums.entry(*row).or_default();
                *sum += gates.iter().copied().map(f64::from).sum::<f64>() / heads as f64;
                *layers += 1;
            }
        }
    }
}
