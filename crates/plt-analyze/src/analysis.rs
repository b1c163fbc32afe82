//! The result: plain data. A metric that is not defined for a loop is absent, never NaN.

use plt_model::config::Config;
use serde::Serialize;

use crate::summary::Summary;

/// The metrics of every loop of a model on a prompt.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Analysis {
    /// The model.
    pub model: ModelFacts,
    /// Tokens of the prompt.
    pub tokens: usize,
    /// The loops, first to last.
    pub loops: Vec<LoopMetrics>,
}

/// The properties of a model that matter for its analysis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ModelFacts {
    /// `model_type`.
    pub model_type: &'static str,
    /// R.
    pub loops: usize,
    /// Layers of the stack.
    pub layers: usize,
    /// Query heads.
    pub heads: usize,
    /// Width of the hidden states.
    pub hidden_size: usize,
    /// Tokens of the vocabulary.
    pub vocab_size: usize,
    /// How many positions back a later loop's input is: 1 in the parallel loop, 0 in the sequential
    /// loop.
    pub shift: usize,
    /// a in `B = a · E + b · S`.
    pub emb_scale: f32,
    /// b in `B = a · E + b · S`.
    pub hidden_scale: f32,
    /// Whether S^(r) is taken after `model.norm`, as the loops hand it on, or before.
    pub normalize_per_loop: bool,
    /// Keys of its own that a later loop attends to; 0 if it shares loop 0's alone.
    pub window_keys: usize,
    /// Whether a gate mixes those with loop 0's keys; without a gate only those are used.
    pub gated: bool,
}

impl ModelFacts {
    pub(crate) fn new(config: &Config) -> Self {
        let loops = &config.loops;
        Self {
            model_type: config.model_type.name(),
            loops: loops.count,
            layers: config.layers,
            heads: config.heads,
            hidden_size: config.hidden_size,
            vocab_size: config.vocab_size,
            shift: loops.rule.shift(),
            emb_scale: loops.emb_scale,
            hidden_scale: loops.hidden_scale,
            normalize_per_loop: loops.normalize_per_loop,
            window_keys: loops.window_keys,
            gated: loops.gate.is_some(),
        }
    }
}

/// One loop.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LoopMetrics {
    /// The loop r, from 0.
    pub loop_index: usize,
    /// Its effect on the hidden states.
    pub state: StateMetrics,
    /// Where its attention looks, layer by layer.
    pub layers: Vec<LayerMetrics>,
    /// Its prediction of the next token.
    pub output: OutputMetrics,
}

/// The hidden states of a loop.
///
/// S^(r) `[tokens, hidden]` is what loop r hands on to the next: after `model.norm` if the model
/// norms between loops (`normalize_per_loop`), before it otherwise. For the last loop it is the
/// input of one more loop. ‖·‖ is the Euclidean norm.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StateMetrics {
    /// `‖S^(r)_t - S^(r-1)_t‖` over tokens t; r >= 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_size: Option<Summary>,
    /// `cos(S^(r)_t - S^(r-1)_t, S^(r-1)_t - S^(r-2)_t)` over tokens that moved both times; r >= 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub angular_change: Option<Summary>,
    /// The mean step size over the sum of all loops' mean step sizes; r >= 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refinement_share: Option<f64>,
    /// `‖S^(r)_t - f(S^(r))_t‖` over tokens t, where f is one more loop on the model's own terms:
    /// its shift, its embedding and scales, its norm, its gates, loop 0's KV cache, and a window of
    /// f's own. So it is the step size of loop r + 1; for the last loop, of a loop that
    /// the model was not trained to run. R >= 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixed_point_gap: Option<Summary>,
    /// `‖S^(r-1)_t - S^(r-1)_{t-1}‖` over tokens t >= 1: the offset that the shift of the parallel loop
    /// adds to the input of loop r (in the sequential loop: would add); r >= 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset_cost: Option<Summary>,
    /// `exp(-Σ p_i ln p_i)` with `p_i = σ_i / Σ σ_j` of the singular values σ of
    /// `S_t / sqrt(mean(S_t²) + rms_norm_eps)`, 1 to min(tokens, hidden). Absent if all states
    /// are 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_rank: Option<f64>,
}

/// One layer of a loop.
///
/// A^(r)_{h,t} is the global attention of head h at position t: over loop 0's keys of positions
/// 0 to t, `softmax(q^(r) · K^(0) / sqrt(head_dim))`, before the gate weighs it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LayerMetrics {
    /// `-Σ A ln A` in nats, its mean over heads, over tokens.
    pub attention_entropy: Summary,
    /// `KL(A^(r-1) ‖ A^(r))` in nats, its mean over heads, over tokens; r >= 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attention_kl: Option<Summary>,
    /// The mean cosine between the A of two different heads, over tokens; needs two heads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head_similarity: Option<Summary>,
    /// The share of global attention; r >= 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gate: Option<Gates>,
}

/// The gate g of a layer: 1 takes global attention alone, 0 local attention alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gates {
    /// `[heads]`: the mean over tokens.
    pub mean: Vec<f64>,
    /// `[heads]`: the standard deviation over tokens.
    pub std: Vec<f64>,
}

/// The logit lens: p^(r) is the softmax of `lm_head(model.norm(S^(r)))`, with the norm applied
/// once. For the last loop it is the output of the model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutputMetrics {
    /// `-Σ p ln p` in nats, over tokens.
    pub entropy: Summary,
    /// `KL(p^(r-1) ‖ p^(r))` in nats, over tokens; r >= 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kl: Option<Summary>,
    /// The rank of the true next token, 1 the best, over all tokens but the last; absent if there
    /// is but one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token_rank: Option<Summary>,
    /// `-ln p` of the true next token, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token_loss: Option<Summary>,
}
