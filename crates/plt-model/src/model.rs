//! A model ready to run (config, weights, backend), and the cache it runs on.

use std::sync::Arc;

use plt_backend::{Backend, CachePart, Checked, KvDType, KvShape, Qkv, Stack, WeightData, Weights};
use plt_cache::{CacheLayout, Geometry, PendingCopies, Pool, PoolSize};

use crate::batch::{LogitsFor, assemble};
use crate::checkpoint::Checkpoint;
use crate::config::{Config, TensorSpec};
use crate::error::Result;
use crate::forward::Forward;
use crate::plan::{Pass, PlanKind, Row};
use crate::rotary::Rotary;
use crate::saved::{Identifier, Identity};
use crate::sequence::Sequence;
use crate::trace::Tracer;
use crate::weights::{Stored, constants, expect_weights, load_weights};

/// Positions in one block of the cache.
pub const BLOCK_SIZE: usize = 16;

/// A looped transformer on a backend.
pub struct Model<B: Backend> {
    backend: Arc<Checked<B>>,
    config: Config,
    stack: Stack<B>,
    rotary: Rotary,
    identity: Option<Identity>,
}

/// The KV cache and carries for some sequences of one model: the bookkeeping and the storage.
pub struct Cache<B: Backend> {
    pool: Arc<Pool>,
    storage: B::Cache,
    dtype: KvDType,
}

/// The capacity of a cache.
///
/// ```
/// use plt_model::{CacheOptions, KvDType, PlanKind};
///
/// let options = CacheOptions::new(4096).max_num_seqs(8).kv_cache_dtype(KvDType::F16);
/// assert_eq!(options.kv_cache_tokens, 4096);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct CacheOptions {
    /// Positions of all running sequences together, however they are divided among them.
    pub kv_cache_tokens: usize,
    /// Sequences that run at a time. Default: 1.
    pub max_num_seqs: usize,
    /// Settled sequences kept besides the running ones, such as cached prefixes. Default: 0.
    pub prefix_cache_entries: usize,
    /// Newest positions that a sequence can give back, which is also the most draft tokens of all
    /// sequences together. Default: 0.
    pub rollback: usize,
    /// Element type of the KV cache. Default: f16.
    pub kv_cache_dtype: KvDType,
    /// The plan of prompts. Default: sequential.
    pub plan: PlanKind,
    /// Sequences whose prompts are computed at a time, while the others decode. Default:
    /// `max_num_seqs`.
    pub max_num_prefills: usize,
}

impl CacheOptions {
    /// Room for one sequence of this many positions that is never rolled back.
    pub fn new(kv_cache_tokens: usize) -> Self {
        Self {
            kv_cache_tokens,
            max_num_seqs: 1,
            prefix_cache_entries: 0,
            rollback: 0,
            kv_cache_dtype: KvDType::F16,
            plan: PlanKind::Sequential,
            max_num_prefills: usize::MAX,
        }
    }

    /// Room for one sequence, with the element type and the plan given.
    pub fn single(kv_cache_tokens: usize, kv_cache_dtype: KvDType, plan: PlanKind) -> Self {
        Self { kv_cache_dtype, plan, ..Self::new(kv_cache_tokens) }
    }

    /// Sets [`kv_cache_tokens`](Self::kv_cache_tokens).
    pub fn kv_cache_tokens(self, kv_cache_tokens: usize) -> Self {
        Self { kv_cache_tokens, ..self }
    }

    /// Sets [`max_num_seqs`](Self::max_num_seqs).
    pub fn max_num_seqs(self, max_num_seqs: usize) -> Self {
        Self { max_num_seqs, ..self }
    }

    /// Sets [`prefix_cache_entries`](Self::prefix_cache_entries).
    pub fn prefix_cache_entries(self, prefix_cache_entries: usize) -> Self {
        Self { prefix_cache_entries, ..self }
    }

    /// Sets [`rollback`](Self::rollback).
    pub fn rollback(self, rollback: usize) -> Self {
        Self { rollback, ..self }
    }

    /// Sets [`kv_cache_dtype`](Self::kv_cache_dtype).
    pub fn kv_cache_dtype(self, kv_cache_dtype: KvDType) -> Self {
        Self { kv_cache_dtype, ..self }
    }

    /// Sets [`plan`](Self::plan).
    pub fn plan(self, plan: PlanKind) -> Self {
        Self { plan, ..self }
    }

    /// Sets [`max_num_prefills`](Self::max_num_prefills).
    pub fn max_num_prefills(self, max_num_prefills: usize) -> Self {
        Self { max_num_prefills, ..self }
    }
}

/// The result of a pass.
#[non_exhaustive]
pub struct PassOutput<B: Backend> {
    /// The rows that have logits, in tensor order.
    pub rows: Vec<Row>,
    /// `[rows.len(), vocab]`; `None` if no row wanted logits.
    pub logits: Option<B::Tensor>,
}

/// The layout of a model's cache: its sizes without the storage.
///
/// # Errors
/// If the sizes overflow, or a head is not a multiple of the type's block length.
pub fn cache_layout(config: &Config, options: CacheOptions) -> Result<CacheLayout> {
    let CacheOptions { kv_cache_tokens, max_num_seqs, rollback, plan, .. } = options;
    let prefills = options.max_num_prefills.min(max_num_seqs);
    let loops = &config.loops;
    let geometry = Geometry {
        layers: config.layers,
        hidden: config.hidden_size,
        loops: loops.count,
        local_keys: loops.window_keys,
        shift: loops.rule.shift(),
    };
    // Every sequence may leave all but one slot of its last block empty.
    let more = kv_cache_tokens.saturating_sub(max_num_seqs) / BLOCK_SIZE;
    let sequences = max_num_seqs.saturating_add(options.prefix_cache_entries);
    // Positions that can be taken back keep their carries.
    let settled = ((loops.count - 1) * loops.rule.shift()).saturating_mul(rollback + 1);
    let decode =
        PlanKind::Decode.open_carries(loops.count, max_num_seqs - prefills, kv_cache_tokens);
    // Drafts pass through the first loops while the last ones confirm those before them.
    let drafts = if loops.count > 1 { rollback } else { 0 };
    let size = PoolSize {
        slot_bytes: options.kv_cache_dtype.slot_bytes(config.kv_heads, config.head_dim)?,
        block_size: BLOCK_SIZE,
        blocks: kv_cache_tokens.min(max_num_seqs).saturating_add(more),
        sequences,
        carry_rows: plan
            .open_carries(loops.count, prefills, kv_cache_tokens)
            .saturating_add(decode)
            .saturating_add(drafts)
            .saturating_add(settled.saturating_mul(sequences)),
        rollback,
    };
    Ok(CacheLayout::new(geometry, size)?)
}

impl<B: Backend> Model<B> {
    /// Loads a checkpoint, after checking that it holds exactly the tensors of its config.
    ///
    /// `config` is the checkpoint's own, possibly with fewer loops.
    ///
    /// # Errors
    /// Every missing, extra or misshapen tensor at once; errors of the backend.
    pub fn load(backend: B, config: Config, checkpoint: &Checkpoint) -> Result<Self> {
        checkpoint.check()?;
        Self::new(backend, config, |spec| checkpoint.tensor(spec))
    }

    /// A model whose weights come from `source`, which is called once for each tensor of the config.
    ///
    /// # Errors
    /// Errors of `source` and of the backend.
    pub fn new(
        backend: B,
        config: Config,
        source: impl FnMut(&TensorSpec) -> Result<WeightData>,
    ) -> Result<Self> {
        let backend = Checked::new(backend);
        let identifier = Identifier::default();
        let mut stored = Stored { backend: &backend, read: source, identifier };
        let weights = load_weights(&config, &mut stored)?;
        let identity = Some(stored.identifier.finish());
        Self::with_weights(backend, config, weights, identity)
    }

    /// A model whose weights are on the backend already, as a trainer has them.
    ///
    /// # Errors
    /// If the number of layers, the shape of a weight or a gate differs from the config.
    pub fn from_weights(
        backend: B,
        config: Config,
        weights: Weights<B::Tensor, B::Weight>,
    ) -> Result<Self> {
        Self::with_weights(Checked::new(backend), config, weights, None)
    }

    fn with_weights(
        backend: Checked<B>,
        config: Config,
        weights: Weights<B::Tensor, B::Weight>,
        identity: Option<Identity>,
    ) -> Result<Self> {
        expect_weights(&backend, &config, &weights)?;
        let stack = backend.stack(constants(&config), weights)?;
        let rotary = Rotary::new(&config);
        Ok(Self { backend: Arc::new(backend), config, stack, rotary, identity })
    }

    /// The same model, weights shared, with only the first `count` loops: an experiment, since R is
    /// fixed in training.
    ///
    /// # Errors
    /// [`Error::Loops`](crate::Error::Loops) unless `count` is 1 to R.
    pub fn with_loops(&self, count: usize) -> Result<Self> {
        let config = self.config.clone().with_loops(count)?;
        Ok(self.with_config(config))
    }

    /// Bytes of weights that a pass reads: all layers and the head, for any number of rows.
    pub fn pass_bytes(&self) -> usize {
        let bytes = |weight: &B::Weight| self.backend.weight_bytes(weight);
        let weights = self.stack.weights();
        let layers = weights.layers.iter().map(|layer| {
            let qkv = match &layer.qkv {
                Qkv::Separate { q, k, v } => [q, k, v].map(|map| bytes(&map.weight)).iter().sum(),
                Qkv::Fused(map) => bytes(&map.weight),
            };
            let others = [&layer.o, &layer.gate_proj, &layer.up_proj, &layer.down_proj];
            qkv + others.map(bytes).iter().sum::<usize>()
        });
        layers.sum::<usize>() + bytes(&weights.head)
    }

    /// The same model, weights shared, with one loop more than it was trained with, to see what the
    /// stack makes of S^(R-1). For analysis only; `None` if R = 1, which has no second loop.
    pub fn with_another_loop(&self) -> Option<Self> {
        let mut config = self.config.clone();
        config.loops.count += 1;
        (self.config.loops.count > 1).then(|| self.with_config(config))
    }

    fn with_config(&self, config: Config) -> Self {
        let (backend, stack) = (Arc::clone(&self.backend), self.stack.clone());
        Self { backend, config, stack, rotary: self.rotary.clone(), identity: self.identity }
    }

    pub(crate) fn identity(&self) -> Option<Identity> {
        self.identity
    }

    /// The model's config.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The backend that the model runs on, with its arguments checked.
    pub fn backend(&self) -> &Checked<B> {
        &self.backend
    }

    /// The weights and constants on the backend.
    pub fn stack(&self) -> &Stack<B> {
        &self.stack
    }

    /// Allocates a cache.
    ///
    /// # Errors
    /// As [`cache_layout`]; if the cache does not fit in memory.
    pub fn cache(&self, options: CacheOptions) -> Result<Cache<B>> {
        let layout = cache_layout(&self.config, options)?;
        let storage = self.backend.cache(KvShape {
            layers: self.config.layers,
            slots: layout.slots(),
            kv_heads: self.config.kv_heads,
            head_dim: self.config.head_dim,
            dtype: options.kv_cache_dtype,
            carry_rows: layout.carry_rows(),
            hidden: self.config.hidden_size,
        })?;
        Ok(Cache { pool: Pool::new(layout), storage, dtype: options.kv_cache_dtype })
    }

    /// Forks a sequence: the second one continues as if it had run the same passes. Full blocks are
    /// shared; windows, carries and the last block are copied on the device.
    ///
    /// # Errors
    /// If the cache has no room for it; nothing has changed then. Errors of the backend.
    pub fn fork(&self, cache: &mut Cache<B>, sequence: &Sequence) -> Result<Sequence> {
        let (fork, copies) = sequence.fork()?;
        self.copy(cache, &copies)?;
        Ok(fork)
    }

    /// Shortens what the cache holds to `len` positions; the tokens stay. See
    /// [`plt_cache::Sequence::truncate`].
    ///
    /// # Errors
    /// If the rollback limit does not allow it; nothing has changed then. Errors of the backend.
    pub fn truncate(
        &self,
        cache: &mut Cache<B>,
        sequence: &mut Sequence,
        len: usize,
    ) -> Result<()> {
        let copies = sequence.truncate(len)?;
        self.copy(cache, &copies)
    }

    /// Removes the drafts of a sequence and everything the cache holds of them. The sequence then
    /// continues as if they had never been there.
    ///
    /// # Errors
    /// As [`Model::truncate`]; none if at most [`CacheOptions::rollback`] tokens were drafts.
    pub fn reject(&self, cache: &mut Cache<B>, sequence: &mut Sequence) -> Result<()> {
        let confirmed = sequence.confirmed().len();
        if sequence.kv().len() > confirmed {
            self.truncate(cache, sequence, confirmed)?;
        }
        sequence.remove_drafts();
        Ok(())
    }

    /// Copies keys, values and carries within the storage, on the device: for sequences that were
    /// forked by other means, such as a [`PrefixIndex`](plt_cache::PrefixIndex).
    ///
    /// # Errors
    /// Errors of the backend.
    pub fn copy(&self, cache: &mut Cache<B>, copies: &PendingCopies) -> Result<()> {
        let (from, to): (Vec<u32>, Vec<u32>) = copies.slots.iter().copied().unzip();
        if !from.is_empty() {
            self.backend.copy_slots(&mut cache.storage, &from, &to)?;
        }
        let (from, to): (Vec<u32>, Vec<u32>) = copies.carry_rows.iter().copied().unzip();
        if !from.is_empty() {
            self.backend.copy_carries(&mut cache.storage, &from, &to)?;
        }
        Ok(())
    }

    /// Keys and values of some slots of a layer as numbers, each `[slots, kv_heads · head_dim]`: for
    /// analysis and tests.
    ///
    /// # Errors
    /// If a slot does not exist; errors of the backend.
    pub fn read_slots(
        &self,
        cache: &Cache<B>,
        layer: usize,
        slots: &[u32],
    ) -> Result<(Vec<f32>, Vec<f32>)> {
        let bytes = self.backend.export(&cache.storage, CachePart::Slots { layer, slots })?;
        let vectors = bytes.chunks_exact(cache.pool.layout().size().slot_bytes / 2);
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        for (index, vector) in vectors.enumerate() {
            // A slot is its key, then its value.
            let numbers = if index % 2 == 0 { &mut keys } else { &mut values };
            numbers.extend(cache.dtype.decode(vector));
        }
        Ok((keys, values))
    }

    /// Sends the rows of `pass` through the stack. `pass` names sequences by their index in
    /// `sequences`; their cache must be `cache`.
    ///
    /// # Errors
    /// If the pass breaks the dependency rule, the cache is full or the backend fails. After a
    /// failure of the backend the sequences of the pass must be dropped or truncated to 0.
    pub fn run(
        &self,
        cache: &mut Cache<B>,
        sequences: &mut [&mut Sequence],
        pass: &Pass,
        logits_for: LogitsFor,
        tracer: &mut dyn Tracer,
    ) -> Result<PassOutput<B>> {
        let _span =
            tracing::trace_span!("pass", rows = pass.len(), sequences = sequences.len()).entered();
        let block_size = cache.pool.layout().block_size();
        let batch = assemble(&self.config, sequences, &self.rotary, block_size, pass, logits_for)?;
        let rows: Vec<Row> = pass.rows().collect();
        let outputs = batch.outputs.iter().map(|row| rows[*row as usize]).collect();
        let logits = Forward {
            backend: self.backend(),
            config: &self.config,
            stack: &self.stack,
            rows: &rows,
            wanted: !batch.outputs.is_empty(),
            batch: &self.backend.batch(&cache.storage, batch)?,
            cache: &mut cache.storage,
            tracer,
        }
        .run()?;
        Ok(PassOutput { rows: outputs, logits })
    }
}

impl<B: Backend> Cache<B> {
    /// A new, empty sequence.
    ///
    /// # Errors
    /// If all places for sequences are taken.
    pub fn open(&self) -> Result<Sequence> {
        Sequence::new(plt_cache::Sequence::open(&self.pool)?, Vec::new())
    }

    /// Element type of keys and values.
    pub fn dtype(&self) -> KvDType {
        self.dtype
    }

    /// The bookkeeping: what is used and what is free.
    pub fn pool(&self) -> &Arc<Pool> {
        &self.pool
    }

    /// The backend's storage.
    pub fn storage(&self) -> &B::Cache {
        &self.storage
    }

    /// The backend's storage, to write to.
    pub fn storage_mut(&mut self) -> &mut B::Cache {
        &mut self.storage
    }
}
