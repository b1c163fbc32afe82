//! One run over a prompt.

use std::num::NonZeroUsize;

use plt_model::config::Config;
use plt_model::{Backend, Cache, CacheOptions, KvDType, LogitsFor, Model, PlanKind, Sequence};

use crate::analysis::{Analysis, LoopMetrics, ModelFacts};
use crate::attention::{Heads, LayerTokens};
use crate::error::{Error, Result};
use crate::observer::Observer;
use crate::output::{self, OutputTokens};
use crate::state::States;

/// Positions per pass. It bounds the queries and logits in memory; results do not depend on
/// it.
// INVARIANT: 64 is not 0, else this would not compile.
const CHUNK: NonZeroUsize = NonZeroUsize::new(64).unwrap();

/// How to run the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Element type of the KV cache. Default: f32.
    pub kv_cache_dtype: KvDType,
}

impl Default for Options {
    fn default() -> Self {
        Self { kv_cache_dtype: KvDType::F32 }
    }
}

impl Options {
    /// Sets [`kv_cache_dtype`](Self::kv_cache_dtype).
    pub fn kv_cache_dtype(self, kv_cache_dtype: KvDType) -> Self {
        Self { kv_cache_dtype }
    }
}

/// Runs `ids` through `model` and measures every loop.
///
/// The prompt goes through the stack loop after loop, some positions at a time; R >= 2 loops are
/// followed by one more, for the last fixed-point gap. Only the hidden states of all positions are
/// kept, `(R + 1) · tokens · hidden` f32, beside the cache; time grows with the square of the
/// tokens. `progress` gets the rows done and the total.
///
/// # Errors
/// No token, an unknown one, more than the context; values that are not finite; errors of the
/// model.
pub fn analyze<B: Backend>(
    model: &Model<B>,
    ids: &[u32],
    options: Options,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Analysis> {
    let config = model.config();
    check(config, ids)?;
    let longer = model.with_another_loop();
    let mut run = Run::start(longer.as_ref().unwrap_or(model), config.loops.count, ids, options)?;
    let rows = ids.len() * run.model.config().loops.count;
    let mut done = 0;
    for start in (0..ids.len()).step_by(CHUNK.get()) {
        let end = ids.len().min(start + CHUNK.get());
        run.chunk(start, end, &mut |len| {
            done += len;
            progress(done, rows);
        })?;
    }
    run.finish(ModelFacts::new(config))
}

fn check(config: &Config, ids: &[u32]) -> Result<()> {
    if ids.is_empty() {
        return Err(Error::NoTokens);
    }
    if ids.len() > config.max_positions {
        return Err(Error::TooManyTokens { tokens: ids.len(), limit: config.max_positions });
    }
    let vocab_size = config.vocab_size;
    match ids.iter().find(|id| **id as usize >= vocab_size) {
        Some(id) => Err(Error::UnknownToken { id: *id, vocab_size }),
        None => Ok(()),
    }
}

/// A run under way.
struct Run<'a, B: Backend> {
    model: &'a Model<B>,
    /// R; `model` may have one loop more.
    loops: usize,
    cache: Cache<B>,
    sequence: Sequence,
    states: States,
    /// `[loop][layer]`
    layers: Vec<Vec<LayerTokens>>,
    /// By loop.
    outputs: Vec<OutputTokens>,
}

/// The values of the loop before, for comparison.
struct Before {
    /// By layer.
    queries: Vec<Vec<f32>>,
    logits: Vec<f32>,
}

impl<'a, B: Backend> Run<'a, B> {
    fn start(model: &'a Model<B>, loops: usize, ids: &[u32], options: Options) -> Result<Self> {
        let config = model.config();
        // Chunk after chunk, there are no more open carries than in a wavefront of such chunks.
        let plan = PlanKind::Wavefront { chunk: CHUNK };
        let cache = model.cache(CacheOptions::single(ids.len(), options.kv_cache_dtype, plan))?;
        let mut sequence = cache.open()?;
        sequence.extend(ids.iter().copied());
        Ok(Self {
            model,
            loops,
            cache,
            sequence,
            states: States::new(config.loops.count, config.hidden_size, config.rms_norm_eps),
            layers: vec![vec![LayerTokens::new(config); config.layers]; loops],
            outputs: vec![OutputTokens::default(); loops],
        })
    }

    /// Takes positions `start..end` through all loops; tells `progress` the rows of every pass.
    fn chunk(&mut self, start: usize, end: usize, progress: &mut dyn FnMut(usize)) -> Result<()> {
        let loops = &self.model.config().loops;
        let passes = PlanKind::Sequential.passes(loops.rule, loops.count, 0, start..end);
        let mut before = None;
        for (r, pass) in passes.iter().enumerate() {
            let mut seen = Observer::new(self.model.config(), r < self.loops);
            let (cache, sequences) = (&mut self.cache, &mut [&mut self.sequence]);
            self.model.run(cache, sequences, pass, LogitsFor::Nothing, &mut seen)?;
            seen.check()?;
            self.states.extend(r, &seen.states);
            if r < self.loops {
                self.measure_layers(r, start, end, &seen, before.as_ref())?;
                let logits = self.measure_output(r, start, end, &seen, before.as_ref())?;
                before = Some(Before { queries: seen.queries, logits });
            }
            progress(pass.len());
        }
        Ok(())
    }

    fn measure_layers(
        &mut self,
        r: usize,
        start: usize,
        end: usize,
        seen: &Observer,
        before: Option<&Before>,
    ) -> Result<()> {
        let block_size = self.cache.pool().layout().block_size();
        let table = self.sequence.kv().block_table();
        // Loop 0's keys as attention reads them, in the cache's precision.
        let slots: Vec<u32> = (0..end)
            .map(|p| table[p / block_size] * block_size as u32 + (p % block_size) as u32)
            .collect();
        for (index, layer) in self.layers[r].iter_mut().enumerate() {
            let (keys, _) = self.model.read_slots(&self.cache, index, &slots)?;
            let heads = Heads { config: self.model.config(), start, keys: &keys };
            layer.add(&heads, &seen.queries[index], before.map(|b| b.queries[index].as_slice()));
            if r > 0 {
                layer.add_gates(&seen.gates[index]);
            }
        }
        Ok(())
    }

    /// Returns the logits.
    fn measure_output(
        &mut self,
        r: usize,
        start: usize,
        end: usize,
        seen: &Observer,
        before: Option<&Before>,
    ) -> Result<Vec<f32>> {
        let vocab = self.model.config().vocab_size;
        let logits = output::logits(self.model, &seen.states)?;
        if let Some(bad) = logits.iter().position(|logit| !logit.is_finite()) {
            let position = start + bad / vocab;
            return Err(Error::NotFinite { what: "logits", loop_index: r, position });
        }
        let tokens = self.sequence.tokens();
        let next = &tokens[start + 1..tokens.len().min(end + 1)];
        self.outputs[r].add(vocab, &logits, before.map(|b| b.logits.as_slice()), next);
        Ok(logits)
    }

    fn finish(self, model: ModelFacts) -> Result<Analysis> {
        let states = self.states.metrics(self.loops);
        let measured = states.into_iter().zip(self.layers).zip(self.outputs);
        let loops = measured
            .enumerate()
            .map(|(loop_index, ((state, layers), output))| {
                let layers = layers.into_iter().map(LayerTokens::metrics).collect();
                let (layers, output): (Option<Vec<_>>, _) = (layers, output.metrics());
                let (layers, output) = layers.zip(output).ok_or(Error::NoTokens)?;
                Ok(LoopMetrics { loop_index, state, layers, output })
            })
            .collect::<Result<_>>()?;
        Ok(Analysis { model, tokens: self.sequence.tokens().len(), loops })
    }
}
