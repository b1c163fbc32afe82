//! The Prometheus text format, version 0.0.4.

use std::fmt::Write as _;

use super::histogram::{Histogram, Snapshot};

const PREFIX: &str = "plt_";

/// A page of metrics. Every sample has the model's name as a label.
pub(super) struct Exposition {
    text: String,
    /// `model_name="…"`
    model: String,
}

impl Exposition {
    pub fn new(model: &str) -> Self {
        let escaped = model.replace('\\', r"\\").replace('"', "\\\"").replace('\n', r"\n");
        Self { text: String::new(), model: format!("model_name=\"{escaped}\"") }
    }

    pub fn gauge(&mut self, name: &str, help: &str, value: f64) {
        self.head(name, help, "gauge");
        self.sample(name, "", value);
    }

    pub fn counter(&mut self, name: &str, help: &str, value: f64) {
        self.head(name, help, "counter");
        self.sample(name, "", value);
    }

    /// Writes counters of one name that differ in a label.
    pub fn counters(&mut self, name: &str, help: &str, label: &str, values: &[(&str, f64)]) {
        self.head(name, help, "counter");
        for (of, value) in values {
            self.sample(name, &format!(",{label}=\"{of}\""), *value);
        }
    }

    pub fn histogram(&mut self, name: &str, help: &str, histogram: &Histogram) {
        self.head(name, help, "histogram");
        let Snapshot { buckets, count, sum } = histogram.snapshot();
        let bucket = format!("{name}_bucket");
        for (edge, up_to) in buckets {
            self.sample(&bucket, &format!(",le=\"{edge:?}\""), up_to as f64);
        }
        self.sample(&bucket, ",le=\"+Inf\"", count as f64);
        self.sample(&format!("{name}_sum"), "", sum);
        self.sample(&format!("{name}_count"), "", count as f64);
    }

    pub fn into_text(self) -> String {
        self.text
    }

    fn head(&mut self, name: &str, help: &str, kind: &str) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "# HELP {PREFIX}{name} {help}\n# TYPE {PREFIX}{name} {kind}\n");
    }

    fn sample(&mut self, name: &str, labels: &str, value: f64) {
        let _ = writeln!(self.text, "{PREFIX}{name}{{{}{labels}}} {value}", self.model);
    }
}
