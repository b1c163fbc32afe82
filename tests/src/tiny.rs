//! Tiny looped models of any shape, with weights drawn from a seed.

use plt_backend::WeightData;
use plt_model::config::{Config, GateKind, LoopRule, TensorSpec};
use plt_runtime::{Backend, Model};
use serde_json::json;

/// The keys that later loops of a tiny model attend to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoopAttention {
    /// G-SWA. A sequential loop (`iquestloopcoder`) always has a query gate.
    Gated(GateKind),
    /// The keys of loop 0 only.
    Shared,
    /// All of their own keys, and no others.
    Own,
}

/// The shape of a tiny model.
#[derive(Debug, Clone, Copy)]
pub struct Tiny {
    /// Parallel or sequential loop.
    pub rule: LoopRule,
    /// Number of loops, R.
    pub loops: usize,
    /// Keys of the local window, the row's own included.
    pub window_keys: usize,
    /// Query heads per key/value head.
    pub group: usize,
    /// Key/value heads.
    pub kv_heads: usize,
    /// Width of a head.
    pub head_dim: usize,
    /// Layers.
    pub layers: usize,
    /// The keys that later loops attend to.
    pub attention: LoopAttention,
    /// `plt_normalize_per_loop`.
    pub normalize: bool,
    /// Head and embedding share a matrix.
    pub tied: bool,
    /// Seed of the weights.
    pub seed: u64,
}

impl Tiny {
    /// The config of this shape: vocabulary 29, hidden 12.
    pub fn config(&self) -> Config {
        let mut config = json!({
            "vocab_size": 29,
            "hidden_size": 12,
            "intermediate_size": 20,
            "num_hidden_layers": self.layers,
            "num_attention_heads": self.group * self.kv_heads,
            "num_key_value_heads": self.kv_heads,
            "head_dim": self.head_dim,
            "hidden_act": "silu",
            "max_position_embeddings": 128,
            "rms_norm_eps": 1e-5,
            "rope_theta": 10000.0,
            "tie_word_embeddings": self.tied,
            "eos_token_id": 2,
        });
        let keys = match (self.rule, self.attention) {
            (LoopRule::Sequential, LoopAttention::Gated(_)) => json!({
                "model_type": "iquestloopcoder",
                "loop_num": self.loops,
                "loop_window_size": self.window_keys,
            }),
            (rule, attention) => json!({
                "model_type": "plt",
                "plt_num_loops": self.loops,
                "plt_window_size": [self.window_keys - 1, 0],
                "plt_normalize_per_loop": self.normalize,
                "plt_emb_scale": 0.7,
                "plt_hidden_scale": 0.4,
                "plt_gate_use_hidden_states": attention == LoopAttention::Gated(GateKind::Hidden),
                "plt_cross_loop": rule == LoopRule::Parallel,
                "plt_loop_attention": match attention {
                    LoopAttention::Gated(_) => "gated",
                    LoopAttention::Shared => "shared",
                    LoopAttention::Own => "own",
                },
            }),
        };
        for (key, value) in keys.as_object().expect("an object") {
            config[key] = value.clone();
        }
        Config::from_json(&config.to_string(), "config.json").expect("a valid tiny config")
    }

    /// A random tensor of this model: norms near 1, all others of a size that keeps attention and gates
    /// away from saturation.
    pub fn tensor(&self, spec: &TensorSpec) -> WeightData {
        let mut state = spec.name.bytes().fold(self.seed, |state, byte| {
            splitmix(state ^ u64::from(byte).wrapping_mul(0x9e37_79b9_7f4a_7c15))
        });
        let centre = if spec.name.contains("norm") { 1.0 } else { 0.0 };
        let values: Vec<f32> = (0..spec.rows * spec.cols)
            .map(|_| {
                state = splitmix(state);
                // The top 24 bits, as a number in -1..1.
                centre + 0.6 * ((state >> 40) as f32 / 8_388_608.0 - 1.0)
            })
            .collect();
        WeightData::from_f32(spec.rows, spec.cols, &values).expect("as many values as the shape")
    }

    /// The model on a backend.
    pub fn model<B: Backend>(&self, backend: B) -> Model<B> {
        Model::new(backend, self.config(), |spec| Ok(self.tensor(spec))).expect("a tiny model")
    }
}

/// The SplitMix64 generator's step.
fn splitmix(state: u64) -> u64 {
    let mut z = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
