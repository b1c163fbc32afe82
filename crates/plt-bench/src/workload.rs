//! One setting, prepared for repeated runs.

use std::num::NonZeroUsize;
use std::time::Instant;

use plt_model::{
    Backend, Cache, CacheOptions, CachePart, KvDType, LogitsFor, Model, NoTrace, Pass, PlanKind,
    Sequence,
};

use crate::{Prefill, Result, Schedule, Setting};

pub(crate) struct Workload<B: Backend> {
    pub setting: Setting,
    model: Model<B>,
    cache: Cache<B>,
    sequences: Vec<Sequence>,
    /// The next token of each sequence.
    next: Vec<u32>,
    /// The cache for prompts.
    prompts: Cache<B>,
}

/// Rows and passes of a decoding step or of a prompt.
pub(crate) struct Step {
    pub rows: usize,
    pub passes: usize,
    pub seconds: f64,
}

impl<B: Backend> Workload<B> {
    /// `steps`: the maximum number of decoded tokens.
    pub fn new(model: &Model<B>, setting: Setting, steps: usize, dtype: KvDType) -> Result<Self> {
        setting.check()?;
        let model = model.with_loops(setting.loops)?;
        let tokens = setting.context.saturating_add(steps).saturating_mul(setting.batch);
        let options = CacheOptions::single(tokens, dtype, prefill_plan(&setting));
        let prompt = options.kv_cache_tokens(setting.prompt.max(1));
        let options = options.max_num_seqs(setting.batch);
        let mut cache = model.cache(options)?;
        fill(&model, &mut cache)?;
        let prompts = model.cache(prompt)?;
        let mut sequences = Vec::with_capacity(setting.batch);
        for _ in 0..setting.batch {
            let mut sequence = cache.open()?;
            sequence.extend(std::iter::repeat_n(1, setting.context));
            let rule = model.config().loops.rule;
            for pass in prefill_plan(&setting).passes(rule, setting.loops, 0, 0..setting.context) {
                sequence.assume(&pass)?;
            }
            sequences.push(sequence);
        }
        let next = vec![1; setting.batch];
        Ok(Self { setting, model, cache, sequences, next, prompts })
    }

    /// Decodes one token of every sequence greedily.
    pub fn decode(&mut self) -> Result<Step> {
        let started = Instant::now();
        let (mut rows, mut count) = (0, 0);
        for (sequence, next) in self.sequences.iter_mut().zip(&self.next) {
            sequence.extend([*next]);
        }
        let mut best = Vec::new();
        for pass in self.passes() {
            rows += pass.len();
            count += 1;
            let mut sequences: Vec<&mut Sequence> = self.sequences.iter_mut().collect();
            let newest = LogitsFor::Newest;
            let output =
                self.model.run(&mut self.cache, &mut sequences, &pass, newest, &mut NoTrace)?;
            if let Some(logits) = &output.logits {
                best = self.model.backend().top_k(logits, 1)?;
            }
        }
        for (next, best) in self.next.iter_mut().zip(best) {
            if let Some((token, _)) = best.first() {
                *next = *token;
            }
        }
        Ok(Step { rows, passes: count, seconds: started.elapsed().as_secs_f64() })
    }

    /// The passes of the next token of all sequences.
    fn passes(&self) -> Vec<Pass> {
        let (rule, loops) = (self.model.config().loops.rule, self.setting.loops);
        let plan = match self.setting.schedule {
            Schedule::Clp => PlanKind::Decode,
            Schedule::Sequential => PlanKind::Sequential,
        };
        let mut passes: Vec<Pass> = Vec::new();
        for (index, sequence) in self.sequences.iter().enumerate() {
            let position = sequence.tokens().len() - 1;
            for (k, pass) in
                plan.passes(rule, loops, index, position..position + 1).into_iter().enumerate()
            {
                match passes.get_mut(k) {
                    Some(together) => together.spans.extend(pass.spans),
                    None => passes.push(pass),
                }
            }
        }
        passes
    }

    /// Computes a prompt.
    pub fn prefill(&mut self) -> Result<Step> {
        let mut sequence = self.prompts.open()?;
        sequence.extend((0..self.setting.prompt as u32).map(|i| i % 7));
        let rule = self.model.config().loops.rule;
        let plan = prefill_plan(&self.setting);
        let started = Instant::now();
        let mut logits = None;
        if self.setting.prefill == Prefill::Visible {
            sequence.skip_to(self.setting.prompt.saturating_sub(1))?;
        }
        let (mut rows, mut passes) = (0, 0);
        for pass in plan.passes_from(rule, 0, sequence.kv().written(), self.setting.prompt) {
            rows += pass.len();
            passes += 1;
            let sequences = &mut [&mut sequence];
            let newest = LogitsFor::Newest;
            let output =
                self.model.run(&mut self.prompts, sequences, &pass, newest, &mut NoTrace)?;
            logits = output.logits.or(logits);
        }
        // A GPU has only queued the work so far.
        if let Some(logits) = &logits {
            self.model.backend().top_k(logits, 1)?;
        }
        Ok(Step { rows, passes, seconds: started.elapsed().as_secs_f64() })
    }

    /// Bytes of the KV cache that a pass reads at this setting's context: loop 0's once, and the windows
    /// of later loops.
    pub fn kv_bytes(&self) -> usize {
        let layout = self.cache.pool().layout();
        let passes = match self.setting.schedule {
            Schedule::Clp => 1,
            Schedule::Sequential => self.setting.loops,
        };
        let keys = self.model.config().loops.window_keys.min(self.setting.context + 1);
        let windows = (self.setting.loops - 1) * keys / passes;
        let positions = self.setting.context + 1 + windows;
        self.setting.batch * positions * layout.bytes_per_token()
    }

    pub fn weight_bytes(&self) -> usize {
        self.model.pass_bytes()
    }
}

fn prefill_plan(setting: &Setting) -> PlanKind {
    PlanKind::Wavefront { chunk: NonZeroUsize::new(setting.chunk).unwrap_or(NonZeroUsize::MIN) }
}

/// Fills every slot: reading memory that was never written would be too fast.
fn fill<B: Backend>(model: &Model<B>, cache: &mut Cache<B>) -> Result<()> {
    const SLOTS: usize = 1024;
    let config = model.config();
    let width = config.kv_heads * config.head_dim;
    let slots = cache.pool().layout().slots();
    // A slot's key, then its value: both alike.
    let value = |i: usize| (i / (2 * width) * width + i % width) % 61;
    let values: Vec<f32> = (0..SLOTS * 2 * width).map(|i| value(i) as f32 / 30.0 - 1.0).collect();
    let bytes = cache.dtype().encode(&values);
    let slot_bytes = bytes.len() / SLOTS;
    for layer in 0..config.layers {
        for first in (0..slots).step_by(SLOTS) {
            let slots: Vec<u32> = (first as u32..slots.min(first + SLOTS) as u32).collect();
            let part = CachePart::Slots { layer, slots: &slots };
            let bytes = &bytes[..slots.len() * slot_bytes];
            model.backend().import(cache.storage_mut(), part, bytes)?;
        }
    }
    Ok(())
}
