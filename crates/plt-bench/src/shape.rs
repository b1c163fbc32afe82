use plt_model::Config;

use crate::Result;

/// Shapes of synthetic models.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// LoopCoder-V2: 7.6 billion parameters.
    LoopCoderV2,
    /// 1.1 billion parameters, the shape of TinyLlama.
    Mid,
    /// 30 million parameters: larger than the caches of small machines, quick to make.
    Small,
    /// Too small to measure: for tests.
    Tiny,
}

impl Shape {
    /// The name that flags and reports use.
    pub fn name(self) -> &'static str {
        match self {
            Shape::LoopCoderV2 => "loopcoder-v2",
            Shape::Mid => "mid",
            Shape::Small => "small",
            Shape::Tiny => "tiny",
        }
    }

    /// The config of a Parallel Loop Transformer of this shape with this many loops; for one loop,
    /// of a plain Llama, which other engines support.
    ///
    /// # Errors
    /// If no config can have this number of loops.
    pub fn config(self, loops: usize) -> Result<Config> {
        let [layers, hidden, heads, kv_heads, head_dim, intermediate, vocab] = match self {
            Shape::LoopCoderV2 => [14, 5120, 40, 8, 128, 27648, 76800],
            Shape::Mid => [22, 2048, 32, 4, 64, 5632, 32000],
            Shape::Small => [8, 512, 8, 2, 64, 1536, 1024],
            Shape::Tiny => [1, 256, 2, 1, 128, 256, 32],
        };
        let (model_type, loops) = match loops {
            1 => ("llama", String::new()),
            _ => (
                "plt",
                format!(
                    r#", "plt_num_loops": {loops}, "plt_window_size": [64, 0],
                    "plt_gate_use_hidden_states": true, "plt_normalize_per_loop": true,
                    "plt_emb_scale": 0.707, "plt_hidden_scale": 0.053"#
                ),
            ),
        };
        let config = format!(
            r#"{{
                "model_type": "{model_type}", "vocab_size": {vocab}, "hidden_size": {hidden},
                "intermediate_size": {intermediate}, "num_hidden_layers": {layers},
                "num_attention_heads": {heads}, "num_key_value_heads": {kv_heads},
                "head_dim": {head_dim}, "hidden_act": "silu", "max_position_embeddings": 131072,
                "rms_norm_eps": 1e-5, "rope_theta": 500000.0{loops}
            }}"#
        );
        Ok(Config::from_json(&config, self.name())?)
    }
}
