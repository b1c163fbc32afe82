//! Logits of a given text under a given plan, and what the loops did on the way.

use plt_model::{
    Backend, CacheOptions, Config, KvDType, LogitsFor, Model, NoTrace, PlanKind, Probe, Row, Tracer,
};
use serde::Serialize;

use crate::engine::check_prompt;
use crate::error::{Error, Result};

/// What to compute and what to keep.
#[derive(Debug, Clone, Copy)]
pub struct ScoreOptions {
    /// How the rows are arranged in passes.
    pub plan: PlanKind,
    /// Element type of keys and values.
    pub dtype: KvDType,
    /// Keep the logits of every position, not only of the last.
    pub all: bool,
    /// Record what the loops did.
    pub trace: bool,
}

/// The model's view of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// Logits `[vocab]` of every position, or of the last one alone.
    pub logits: Vec<Vec<f32>>,
    /// The best next token after every position.
    pub argmax: Vec<u32>,
    /// Passes that it took.
    pub passes: usize,
    /// Rows in those passes.
    pub rows: usize,
    /// Where asked for.
    pub trace: Option<LoopTrace>,
}

/// Norms and gates of every loop at every position, in the layout of the golden fixtures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LoopTrace {
    /// The positions that the last-but-one index counts: all of them.
    pub positions: Vec<usize>,
    /// `[loop][position]`: Euclidean norm of B^(r), what enters the stack.
    pub loop_input_l2: Vec<Vec<f64>>,
    /// `[loop][position]`: norm of S^(r), what the loop hands on; of the last loop, what meets the
    /// head.
    pub loop_output_l2: Vec<Vec<f64>>,
    /// `[loop][layer][position]`: norm of the gated attention over all heads, before `o_proj`.
    pub attention_l2: Vec<Vec<Vec<f64>>>,
    /// `[loop - 1][layer][position][head]`: the gate of a later loop.
    pub gates: Vec<Vec<Vec<Vec<f32>>>>,
}

impl LoopTrace {
    fn new(config: &Config, positions: usize) -> Self {
        let loops = config.loops.count;
        let per_loop = vec![vec![0.0; positions]; loops];
        Self {
            positions: (0..positions).collect(),
            loop_input_l2: per_loop.clone(),
            loop_output_l2: per_loop,
            attention_l2: vec![vec![vec![0.0; positions]; config.layers]; loops],
            gates: vec![vec![vec![Vec::new(); positions]; config.layers]; loops - 1],
        }
    }
}

impl Tracer for LoopTrace {
    fn wants(&self, probe: Probe) -> bool {
        !matches!(probe, Probe::Query { .. } | Probe::StackOutput)
    }

    fn record(&mut self, probe: Probe, rows: &[Row], values: &[f32]) {
        let width = values.len() / rows.len().max(1);
        for (row, values) in rows.iter().zip(values.chunks(width.max(1))) {
            let (r, p) = (row.loop_index, row.position);
            match probe {
                Probe::LoopInput => self.loop_input_l2[r][p] = l2(values),
                Probe::LoopOutput => self.loop_output_l2[r][p] = l2(values),
                Probe::Attention { layer } => self.attention_l2[r][layer][p] = l2(values),
                Probe::Gate { layer } if r > 0 => self.gates[r - 1][layer][p] = values.to_vec(),
                Probe::Gate { .. } | Probe::Query { .. } | Probe::StackOutput => {}
            }
        }
    }
}

fn l2(values: &[f32]) -> f64 {
    values.iter().map(|v| f64::from(*v).powi(2)).sum::<f64>().sqrt()
}

/// Runs `ids` through `model`.
///
/// # Errors
/// An empty prompt, one longer than the context, an unknown token, logits that are not finite.
pub fn score<B: Backend>(model: &Model<B>, ids: &[u32], options: ScoreOptions) -> Result<Scores> {
    let mut trace = options.trace.then(|| LoopTrace::new(model.config(), ids.len()));
    let mut nothing = NoTrace;
    let tracer: &mut dyn Tracer = match &mut trace {
        Some(trace) => trace,
        None => &mut nothing,
    };
    let (mut kept, mut best) = (Vec::new(), Vec::new());
    let run = Run { plan: options.plan, dtype: options.dtype };
    let (passes, rows) = run.each_logits(model, ids, tracer, &mut |position, logits| {
        best.push(argmax(logits));
        if options.all || position + 1 == ids.len() {
            kept.push(logits.to_vec());
        }
    })?;
    Ok(Scores { logits: kept, argmax: best, passes, rows, trace })
}

/// How a text goes through a model.
pub(crate) struct Run {
    pub plan: PlanKind,
    pub dtype: KvDType,
}

impl Run {
    /// Sends `ids` through a fresh cache and shows the logits after every position, in order.
    /// Returns the passes and the rows that it took.
    pub fn each_logits<B: Backend>(
        &self,
        model: &Model<B>,
        ids: &[u32],
        tracer: &mut dyn Tracer,
        see: &mut dyn FnMut(usize, &[f32]),
    ) -> Result<(usize, usize)> {
        let config = model.config();
        check_prompt(config, ids, config.max_positions)?;
        let mut cache = model.cache(CacheOptions::single(ids.len(), self.dtype, self.plan))?;
        let mut sequence = cache.open()?;
        sequence.extend(ids.iter().copied());
        let passes = self.plan.passes(config.loops.rule, config.loops.count, 0, 0..ids.len());
        for pass in &passes {
            let sequences = &mut [&mut sequence];
            let output = model.run(&mut cache, sequences, pass, LogitsFor::Every, tracer)?;
            let Some(logits) = output.logits else { continue };
            let logits = model.backend().read(&logits).map_err(plt_model::Error::from)?;
            for (row, logits) in output.rows.iter().zip(logits.chunks(config.vocab_size)) {
                if let Some(bad) = logits.iter().find(|v| !v.is_finite()) {
                    return Err(Error::NotFinite { position: row.position, value: *bad });
                }
                see(row.position, logits);
            }
        }
        Ok((passes.len(), passes.iter().map(plt_model::Pass::len).sum()))
    }
}

/// The index of the largest value, the first of equals.
pub(crate) fn argmax(values: &[f32]) -> u32 {
    let mut best = 0;
    for (i, value) in values.iter().enumerate() {
        if *value > values[best] {
            best = i;
        }
    }
    best as u32
}
