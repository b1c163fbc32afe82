//! The traced values of a pass.

use plt_model::config::Config;
use plt_model::{Probe, Row, Tracer};

use crate::error::{Error, Result};

/// The values of one pass, whose rows are consecutive positions of one loop.
pub(crate) struct Observer {
    /// The probe of S^(r).
    state: Probe,
    /// Whether to trace attention and gates.
    inside: bool,
    /// S^(r) `[rows, hidden]`.
    pub states: Vec<f32>,
    /// For every layer the rotated queries `[rows, heads · head_dim]`.
    pub queries: Vec<Vec<f32>>,
    /// For every layer the gates `[rows, heads]`; empty in loop 0.
    pub gates: Vec<Vec<f32>>,
    not_finite: Option<(&'static str, Row)>,
}

impl Observer {
    /// An observer of one pass of a loop; `inside` also traces queries and gates.
    pub fn new(config: &Config, inside: bool) -> Self {
        // The last loop's LoopOutput is always normed; earlier loops hand on normed states only if the
        // model norms between loops.
        let state = match config.loops.normalize_per_loop {
            true => Probe::LoopOutput,
            false => Probe::StackOutput,
        };
        let per_layer = vec![Vec::new(); config.layers];
        let (queries, gates) = (per_layer.clone(), per_layer);
        Self { state, inside, states: Vec::new(), queries, gates, not_finite: None }
    }

    /// Fails if the model computed a value that is not finite.
    pub fn check(&self) -> Result<()> {
        match self.not_finite {
            None => Ok(()),
            Some((what, Row { loop_index, position, .. })) => {
                Err(Error::NotFinite { what, loop_index, position })
            }
        }
    }
}

impl Tracer for Observer {
    fn wants(&self, probe: Probe) -> bool {
        let inside = matches!(probe, Probe::Query { .. } | Probe::Gate { .. });
        probe == self.state || (self.inside && inside)
    }

    fn record(&mut self, probe: Probe, rows: &[Row], values: &[f32]) {
        let (what, place) = match probe {
            Probe::Query { layer } => ("queries", &mut self.queries[layer]),
            Probe::Gate { layer } => ("gates", &mut self.gates[layer]),
            _ => ("hidden states", &mut self.states),
        };
        *place = values.to_vec();
        if let Some(bad) = values.iter().position(|value| !value.is_finite()) {
            let row = rows[bad * rows.len() / values.len()];
            self.not_finite = self.not_finite.or(Some((what, row)));
        }
    }
}
