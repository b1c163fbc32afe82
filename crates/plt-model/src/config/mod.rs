//! The typed and checked config of a checkpoint.

mod gguf;
mod json;
mod keys;
mod refused;
mod rotary;
mod tensors;

pub(crate) use gguf::ARCHITECTURE;
pub(crate) use keys::UniqueMap;
pub use keys::parse_json;
pub use rotary::RotaryScaling;
pub(crate) use tensors::ROTARY_DIVISORS;
pub use tensors::{TensorClass, TensorKind, TensorSpec};

use crate::error::{Error, Result};

/// A model's shape and rules. Made by [`Config::from_json`] or out of a GGUF file's metadata.
///
/// Every size is at least 1 and small enough that the product of any two fits in 64 bits;
/// `heads` is a multiple of `kv_heads`, `head_dim` is even, and token ids are below `vocab_size`.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// `model_type`.
    pub model_type: ModelType,
    /// Tokens of the vocabulary.
    pub vocab_size: usize,
    /// Width of the residual stream.
    pub hidden_size: usize,
    /// Width of the feed-forward network.
    pub intermediate_size: usize,
    /// Layers of the stack that all loops share.
    pub layers: usize,
    /// Query heads.
    pub heads: usize,
    /// Key/value heads.
    pub kv_heads: usize,
    /// Width of a head; need not be `hidden_size / heads`.
    pub head_dim: usize,
    /// Added to the mean square in every norm.
    pub rms_norm_eps: f64,
    /// Base of the rotary angles.
    pub rope_theta: f64,
    /// Scaling of the rotary angles.
    pub rotary_scaling: RotaryScaling,
    /// The context that the model was made for, in tokens: `max_position_embeddings`, longer where
    /// linear or yarn scaling extends it.
    pub max_positions: usize,
    /// Whether the projections to queries, keys and values have biases.
    pub qkv_bias: bool,
    /// Whether every query and key head passes through a norm before rotation.
    pub qk_norm: bool,
    /// Whether embedding and head share a matrix.
    pub tie_word_embeddings: bool,
    /// The beginning-of-sequence token, if any.
    pub bos_token_id: Option<u32>,
    /// The end-of-sequence tokens; may be empty.
    pub eos_token_ids: Vec<u32>,
    /// The loops.
    pub loops: LoopConfig,
}

/// The loops: `B^(r)_t = emb_scale · E_t + hidden_scale · S^(r-1)_{t - shift}`.
#[derive(Debug, Clone, PartialEq)]
pub struct LoopConfig {
    /// Which row a later loop's row starts from. Has no effect when `count` is 1.
    pub rule: LoopRule,
    /// R, at least 1.
    pub count: usize,
    /// Keys that local attention sees, the row's own included: w + 1 for `plt_window_size` [w, 0],
    /// `loop_window_size` for the sequential loop, the whole context if `plt_loop_attention` is "own". 0:
    /// there is no local attention, later loops share loop 0's keys.
    pub window_keys: usize,
    /// Whether `model.norm` is applied between loops. After the last one it always is.
    pub normalize_per_loop: bool,
    /// a; 0 for the sequential loop.
    pub emb_scale: f32,
    /// b; 1 for the sequential loop.
    pub hidden_scale: f32,
    /// The input of the gate; `None` when `count` is 1. Without a gate attention is local only.
    pub gate: Option<GateKind>,
}

/// The architecture, by the name that `model_type` gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ModelType {
    /// `plt`: this project's name for the architecture of `iquestpltcoder`.
    Plt,
    /// `iquestpltcoder`: LoopCoder-V2, a Parallel Loop Transformer.
    IQuestPltCoder,
    /// `iquestloopcoder`: IQuest-Coder Loop, a sequential loop.
    IQuestLoopCoder,
    /// `llama`: one trip through the stack.
    Llama,
    /// `mistral`: a Llama, here without a sliding window.
    Mistral,
    /// `qwen2`: a Llama with biases of queries, keys and values.
    Qwen2,
    /// `qwen3`: a Llama with norms of query and key heads.
    Qwen3,
}

/// Which row a row of loop r >= 1 starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LoopRule {
    /// The previous position's row of loop r - 1 (Cross-Loop Parallelism, arXiv 2510.24824).
    Parallel,
    /// The same position's row of loop r - 1.
    Sequential,
}

/// The input of the gate of G-SWA.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GateKind {
    /// The layer's input through a norm of its own (`plt_gate_use_hidden_states` true).
    Hidden,
    /// The head's rotated query.
    Query,
}

impl Config {
    /// The same model with only the first `count` loops: an experiment, since R is trained.
    ///
    /// # Errors
    /// [`Error::Loops`] unless `count` is 1 to R.
    pub fn with_loops(mut self, count: usize) -> Result<Self> {
        let trained = self.loops.count;
        if !(1..=trained).contains(&count) {
            return Err(Error::Loops { trained, asked: count });
        }
        self.loops.count = count;
        if count == 1 {
            self.loops.gate = None;
        }
        Ok(self)
    }
}

impl ModelType {
    const ALL: [ModelType; 7] = [
        ModelType::Plt,
        ModelType::IQuestPltCoder,
        ModelType::IQuestLoopCoder,
        ModelType::Llama,
        ModelType::Mistral,
        ModelType::Qwen2,
        ModelType::Qwen3,
    ];

    /// The name in `model_type`.
    pub fn name(self) -> &'static str {
        match self {
            ModelType::Plt => "plt",
            ModelType::IQuestPltCoder => "iquestpltcoder",
            ModelType::IQuestLoopCoder => "iquestloopcoder",
            ModelType::Llama => "llama",
            ModelType::Mistral => "mistral",
            ModelType::Qwen2 => "qwen2",
            ModelType::Qwen3 => "qwen3",
        }
    }

    /// `general.architecture` of its GGUF files.
    pub(crate) fn architecture(self) -> &'static str {
        match self {
            ModelType::Mistral => ModelType::Llama.name(),
            other => other.name(),
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|model_type| model_type.name() == name)
    }

    fn from_architecture(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|model_type| model_type.architecture() == name)
    }

    /// Whether its checkpoints may have more than one loop.
    fn can_loop(self) -> bool {
        matches!(self, ModelType::Plt | ModelType::IQuestPltCoder | ModelType::IQuestLoopCoder)
    }

    /// The base of the rotary angles of a checkpoint that states none; looped ones must state it.
    fn default_theta(self) -> Option<f64> {
        (!self.can_loop()).then_some(10_000.0)
    }
}

impl std::fmt::Display for ModelType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl LoopRule {
    /// How many positions back the row lies that a later loop's row starts from.
    pub fn shift(self) -> usize {
        match self {
            LoopRule::Parallel => 1,
            LoopRule::Sequential => 0,
        }
    }

    /// The name in the HTTP API: `parallel`, `plain`.
    pub fn name(self) -> &'static str {
        match self {
            LoopRule::Parallel => "parallel",
            LoopRule::Sequential => "plain",
        }
    }
}

impl LoopConfig {
    /// The sequential loop of IQuest-Coder Loop.
    fn sequential(count: usize, window_keys: usize) -> Self {
        Self {
            rule: LoopRule::Sequential,
            count,
            window_keys,
            normalize_per_loop: false,
            emb_scale: 0.0,
            hidden_scale: 1.0,
            gate: (count > 1).then_some(GateKind::Query),
        }
    }

    /// One trip through the stack.
    fn single() -> Self {
        Self {
            rule: LoopRule::Parallel,
            count: 1,
            window_keys: 0,
            normalize_per_loop: true,
            emb_scale: 1.0,
            hidden_scale: 1.0,
            gate: None,
        }
    }
}
