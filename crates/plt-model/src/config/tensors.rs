//! The tensors that a config asks for.

use plt_kernels::WeightData;

use super::{Config, GateKind, ModelType};
use crate::error::{Error, Result};

/// What the parallel loop calls its gate.
pub(crate) const GATE: &str = "plt_gate";

/// What older checkpoints of the parallel loop call it.
const OLD_GATE: &str = "loop_gate_proj";

/// A tensor that the model needs, by its name and shape in a Hugging Face checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TensorSpec {
    /// Its name.
    pub name: String,
    /// What older checkpoints call it.
    pub alias: Option<String>,
    /// Rows, the output width of a linear map; 1 for a vector.
    pub rows: usize,
    /// Columns, the input width of a linear map; the length of a vector.
    pub cols: usize,
    /// Stored with one dimension, `[cols]`, and not with two.
    pub vector: bool,
}

impl TensorSpec {
    fn matrix(name: String, rows: usize, cols: usize) -> Self {
        Self { name, alias: None, rows, cols, vector: false }
    }

    fn vector(name: String, cols: usize) -> Self {
        Self { name, alias: None, rows: 1, cols, vector: true }
    }

    /// The shape as it is stored: `[rows, cols]`, or `[cols]` for a vector.
    pub fn shape(&self) -> Vec<usize> {
        match self.vector {
            true => vec![self.cols],
            false => vec![self.rows, self.cols],
        }
    }

    /// Whether this is part of a gate: small, and decisive.
    pub fn is_gate(&self) -> bool {
        self.name.starts_with("model.gate_projections.")
            || self.name.contains(&format!(".self_attn.{GATE}."))
    }

    /// Whether this has a row for each token: the embedding or the head.
    pub fn is_vocabulary(&self) -> bool {
        matches!(self.name.as_str(), "model.embed_tokens.weight" | "lm_head.weight")
    }

    /// Fails if a source gave a weight of another shape.
    pub(crate) fn accept(&self, data: &WeightData) -> Result<()> {
        let (expected, found) = ((self.rows, self.cols), (data.rows(), data.cols()));
        match expected == found {
            true => Ok(()),
            false => Err(Error::SourceShape { name: self.name.clone(), expected, found }),
        }
    }

    /// The number of values.
    pub fn elements(&self) -> u64 {
        // Each factor of a config's tensor is below 2^32.
        self.rows as u64 * self.cols as u64
    }
}

impl Config {
    /// The number of weights. Sizes of a config that no file has weights for may be absurd: the number
    /// ends at [`u64::MAX`].
    pub fn parameters(&self) -> u64 {
        self.tensors().iter().map(TensorSpec::elements).fold(0, u64::saturating_add)
    }

    /// Every tensor that this model needs, from the embedding to the head. There is no `lm_head`
    /// when it is tied, and no gate when R is 1.
    pub fn tensors(&self) -> Vec<TensorSpec> {
        let (hidden, vocab) = (self.hidden_size, self.vocab_size);
        let mut specs = vec![TensorSpec::matrix("model.embed_tokens.weight".into(), vocab, hidden)];
        for layer in 0..self.layers {
            self.layer_tensors(layer, &mut specs);
            if let Some(gate) = self.loops.gate {
                self.gate_tensors(gate, layer, &mut specs);
            }
        }
        specs.push(TensorSpec::vector("model.norm.weight".into(), hidden));
        if !self.tie_word_embeddings {
            specs.push(TensorSpec::matrix("lm_head.weight".into(), vocab, hidden));
        }
        specs
    }

    fn layer_tensors(&self, layer: usize, specs: &mut Vec<TensorSpec>) {
        let (hidden, intermediate) = (self.hidden_size, self.intermediate_size);
        let (q, kv) = (self.heads * self.head_dim, self.kv_heads * self.head_dim);
        let name = |part: &str| format!("model.layers.{layer}.{part}.weight");
        specs.extend([
            TensorSpec::vector(name("input_layernorm"), hidden),
            TensorSpec::matrix(name("self_attn.q_proj"), q, hidden),
            TensorSpec::matrix(name("self_attn.k_proj"), kv, hidden),
            TensorSpec::matrix(name("self_attn.v_proj"), kv, hidden),
            TensorSpec::matrix(name("self_attn.o_proj"), hidden, q),
            TensorSpec::vector(name("post_attention_layernorm"), hidden),
            TensorSpec::matrix(name("mlp.gate_proj"), intermediate, hidden),
            TensorSpec::matrix(name("mlp.up_proj"), intermediate, hidden),
            TensorSpec::matrix(name("mlp.down_proj"), hidden, intermediate),
        ]);
    }

    fn gate_tensors(&self, gate: GateKind, layer: usize, specs: &mut Vec<TensorSpec>) {
        let new = self.gate_module(layer, GATE);
        let old = self.gate_module(layer, OLD_GATE);
        let mut push = |spec: TensorSpec| {
            let part = spec.name;
            let alias = (old != new).then(|| format!("{old}.{part}"));
            specs.push(TensorSpec { name: format!("{new}.{part}"), alias, ..spec });
        };
        let cols = match gate {
            GateKind::Hidden => self.hidden_size,
            GateKind::Query => self.head_dim,
        };
        push(TensorSpec::matrix("weight".into(), self.heads, cols));
        push(TensorSpec::vector("bias".into(), self.heads));
        if gate == GateKind::Hidden {
            push(TensorSpec::vector("gate_norm.weight".into(), self.hidden_size));
        }
    }

    /// The module that holds a layer's gate; `name` is what the parallel loop calls it.
    pub(crate) fn gate_module(&self, layer: usize, name: &str) -> String {
        match self.model_type {
            ModelType::IQuestLoopCoder => format!("model.gate_projections.{layer}"),
            _ => format!("model.layers.{layer}.self_attn.{name}"),
        }
    }

    /// Whether a checkpoint may hold this tensor although the model does not use it: a gate when R
    /// is 1, a tied head, the table of rotary frequencies that some old checkpoints carry.
    pub(crate) fn ignores(&self, name: &str) -> bool {
        let gate = name.starts_with("model.gate_projections.")
            || (name.starts_with("blk.") && name.contains(".loop_gate"))
            || name.contains(".self_attn.plt_gate.")
            || name.contains(".self_attn.loop_gate_proj.");
        // In a checkpoint that calls itself llama a gate is no leftover: it gives a looped model away.
        (gate && self.loops.count == 1 && self.model_type != ModelType::Llama)
            || (name == "lm_head.weight" && self.tie_word_embeddings)
            || name.ends_with(".self_attn.rotary_emb.inv_freq")
    }
}
