//! The logits of a given prompt under a given plan, with traces of the loops.

use plt_model::{
    Backend, CacheOptions, Config, KvDType, LogitsFor, Model, NoTrace, PlanKind, Probe, Row, Tracer,
};
use serde::Serialize;

use crate::builder::builder;
use crate::defaults::LOGITS;
use crate::device::Device;
use crate::engine::check_prompt;
use crate::error::{Error, Result};

/// How [`score`] computes, and the results that it returns.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ScoreOptions {
    /// How the rows are arranged in passes.
    pub plan: PlanKind,
    /// Element type of the KV cache.
    pub kv_cache_dtype: KvDType,
    /// Returns the logits of every position, not only of the last.
    pub all: bool,
    /// Records norms and gates of the loops.
    pub trace: bool,
}

builder!(ScoreOptions { plan: PlanKind, kv_cache_dtype: KvDType, all: bool, trace: bool });

impl Default for ScoreOptions {
    /// The [defaults of logits](crate::defaults::LOGITS): a wavefront, the KV cache in f32.
    fn default() -> Self {
        Self {
            plan: PlanKind::Wavefront { chunk: LOGITS.chunk },
            kv_cache_dtype: LOGITS.kv_cache_dtype(&Device::Cpu),
            all: false,
            trace: false,
        }
    }
}

/// The logits of a prompt.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Scores {
    /// Logits `[vocab]` of every position, or of the last one alone.
    pub logits: Vec<Vec<f32>>,
    /// The most likely next token after every position.
    pub argmax: Vec<u32>,
    /// Passes.
    pub passes: usize,
    /// Rows in those passes.
    pub rows: usize,
    /// If requested.
    pub trace: Option<LoopTrace>,
}

/// Norms and gates of every loop at every position, in the layout of the golden fixtures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LoopTrace {
    /// The positions, 0 to the last.
    pub positions: Vec<usize>,
    /// `[loop][position]`: Euclidean norm of B^(r), the input of the stack.
    pub loop_input_l2: Vec<Vec<f64>>,
    /// `[loop][position]`: norm of S^(r), the carry to the next loop; for the last loop, the input
    /// of the head.
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
    let (mut returned, mut best) = (Vec::new(), Vec::new());
    let run = Run { plan: options.plan, kv_cache_dtype: options.kv_cache_dtype };
    let (passes, rows) = run.each_logits(model, ids, tracer, &mut |position, logits| {
        best.push(argmax(logits));
        if options.all || position + 1 == ids.len() {
            returned.push(logits.to_vec());
        }
    })?;
    Ok(Scores { logits: returned, argmax: best, passes, rows, trace })
}

/// How the rows of a prompt are computed.
pub(crate) struct Run {
    pub plan: PlanKind,
    pub kv_cache_dtype: KvDType,
}

impl Run {
    /// Runs `ids` through a new cache and calls `see` with the logits after every position, in
    /// order. Returns the numbers of passes and of rows.
    pub fn each_logits<B: Backend>(
        &self,
        model: &Model<B>,
        ids: &[u32],
        tracer: &mut dyn Tracer,
        see: &mut dyn FnMut(usize, &[f32]),
    ) -> Result<(usize, usize)> {
        let config = model.config();
        check_prompt(config, ids, config.max_positions)?;
        let mut cache =
            model.cache(CacheOptions::single(ids.len(), self.kv_cache_dtype, self.plan))?;
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

/// Returns the index of the largest value, the first of equals.
pub(crate) fn argmax(values: &[f32]) -> u32 {
    let mut best = 0;
    for (i, value) in values.iter().enumerate() {
        if *value > values[best] {
            best = i;
        }
    }
    best as u32
}
