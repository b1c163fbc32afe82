//! The table of tensors: which a model has, their names in either file format, their shapes, how
//! they are quantized. Loading, reading and writing files, quantization and training all use it.

use plt_backend::WeightData;

use super::{Config, GateKind, ModelType};
use crate::error::{Error, Result};

/// The role of a tensor in the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TensorKind {
    /// The embedding.
    Embedding,
    /// Norm of a layer's input.
    InputNorm,
    /// Queries.
    Query,
    /// Keys.
    Key,
    /// Values.
    Value,
    /// Bias of the queries.
    QueryBias,
    /// Bias of the keys.
    KeyBias,
    /// Bias of the values.
    ValueBias,
    /// Norm of every query head.
    QueryNorm,
    /// Norm of every key head.
    KeyNorm,
    /// Output of attention.
    Output,
    /// Norm before the feed-forward network.
    PostNorm,
    /// Gate of the feed-forward network.
    FeedForwardGate,
    /// Up projection of the feed-forward network.
    Up,
    /// Down projection of the feed-forward network.
    Down,
    /// Weight of the gate between loop 0's attention and the loop's own.
    LoopGate,
    /// Bias of that gate.
    LoopGateBias,
    /// Norm of that gate's input.
    LoopGateNorm,
    /// Norm of the stack's output.
    Norm,
    /// The head; not stored if it is tied to the embedding.
    Head,
}

/// How a tensor is quantized.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TensorClass {
    /// A linear map of a layer: gets the requested type.
    Matrix,
    /// A row per token (embedding, head): gets at least q8_0.
    Vocabulary,
    /// A norm: stays f32.
    Norm,
    /// A bias of a linear map: stays f32.
    Bias,
    /// A part of a gate of the loops, small and decisive: stays f32.
    Gate,
}

/// A width that a config names.
#[derive(Debug, Clone, Copy)]
enum Width {
    Vocab,
    Hidden,
    Intermediate,
    /// heads · head_dim.
    Queries,
    /// kv_heads · head_dim.
    Keys,
    /// head_dim.
    Head,
    Heads,
    /// The width of what the gate looks at.
    GateInput,
}

/// How a tensor is stored.
#[derive(Debug, Clone, Copy)]
enum Shape {
    /// One dimension.
    Vector(Width),
    /// Rows (output width) and columns (input width).
    Matrix(Width, Width),
    /// A matrix whose rows belong to rotary pairs: GGUF files of architecture `llama` store the
    /// pairs interleaved, Hugging Face stores them half-split.
    Rotary(Width, Width),
}

/// One row of the table. In names `{}` is the layer, `{gate}` one of [`GATE_MODULES`].
#[derive(Clone, Copy)]
struct Entry(TensorKind, &'static str, &'static str, Shape, TensorClass);

use Shape::{Matrix, Rotary, Vector};
use TensorClass as Class;
use TensorKind as Kind;
use Width::{GateInput, Head, Heads, Hidden, Intermediate, Keys, Queries, Vocab};

/// Every tensor: kind, Hugging Face name, GGUF name, shape, class. In the order of [`TensorKind`],
/// which is the order in files; names with `{}` are repeated for every layer.
#[rustfmt::skip]
const TABLE: [Entry; 20] = [
    Entry(Kind::Embedding, "model.embed_tokens.weight", "token_embd.weight", Matrix(Vocab, Hidden), Class::Vocabulary),
    Entry(Kind::InputNorm, "model.layers.{}.input_layernorm.weight", "blk.{}.attn_norm.weight", Vector(Hidden), Class::Norm),
    Entry(Kind::Query, "model.layers.{}.self_attn.q_proj.weight", "blk.{}.attn_q.weight", Rotary(Queries, Hidden), Class::Matrix),
    Entry(Kind::Key, "model.layers.{}.self_attn.k_proj.weight", "blk.{}.attn_k.weight", Rotary(Keys, Hidden), Class::Matrix),
    Entry(Kind::Value, "model.layers.{}.self_attn.v_proj.weight", "blk.{}.attn_v.weight", Matrix(Keys, Hidden), Class::Matrix),
    Entry(Kind::QueryBias, "model.layers.{}.self_attn.q_proj.bias", "blk.{}.attn_q.bias", Vector(Queries), Class::Bias),
    Entry(Kind::KeyBias, "model.layers.{}.self_attn.k_proj.bias", "blk.{}.attn_k.bias", Vector(Keys), Class::Bias),
    Entry(Kind::ValueBias, "model.layers.{}.self_attn.v_proj.bias", "blk.{}.attn_v.bias", Vector(Keys), Class::Bias),
    Entry(Kind::QueryNorm, "model.layers.{}.self_attn.q_norm.weight", "blk.{}.attn_q_norm.weight", Vector(Head), Class::Norm),
    Entry(Kind::KeyNorm, "model.layers.{}.self_attn.k_norm.weight", "blk.{}.attn_k_norm.weight", Vector(Head), Class::Norm),
    Entry(Kind::Output, "model.layers.{}.self_attn.o_proj.weight", "blk.{}.attn_output.weight", Matrix(Hidden, Queries), Class::Matrix),
    Entry(Kind::PostNorm, "model.layers.{}.post_attention_layernorm.weight", "blk.{}.ffn_norm.weight", Vector(Hidden), Class::Norm),
    Entry(Kind::FeedForwardGate, "model.layers.{}.mlp.gate_proj.weight", "blk.{}.ffn_gate.weight", Matrix(Intermediate, Hidden), Class::Matrix),
    Entry(Kind::Up, "model.layers.{}.mlp.up_proj.weight", "blk.{}.ffn_up.weight", Matrix(Intermediate, Hidden), Class::Matrix),
    Entry(Kind::Down, "model.layers.{}.mlp.down_proj.weight", "blk.{}.ffn_down.weight", Matrix(Hidden, Intermediate), Class::Matrix),
    Entry(Kind::LoopGate, "{gate}.weight", "blk.{}.loop_gate.weight", Matrix(Heads, GateInput), Class::Gate),
    Entry(Kind::LoopGateBias, "{gate}.bias", "blk.{}.loop_gate.bias", Vector(Heads), Class::Gate),
    Entry(Kind::LoopGateNorm, "{gate}.gate_norm.weight", "blk.{}.loop_gate_norm.weight", Vector(Hidden), Class::Gate),
    Entry(Kind::Norm, "model.norm.weight", "output_norm.weight", Vector(Hidden), Class::Norm),
    Entry(Kind::Head, "lm_head.weight", "output.weight", Matrix(Vocab, Hidden), Class::Vocabulary),
];

/// The modules that hold a layer's gate: of the parallel loop, of its older checkpoints, of
/// `iquestloopcoder`.
const GATE_MODULES: [&str; 3] = [
    "model.layers.{}.self_attn.plt_gate",
    "model.layers.{}.self_attn.loop_gate_proj",
    "model.gate_projections.{}",
];

/// The tensor of a GGUF file that divides the rotary frequencies.
pub(crate) const ROTARY_DIVISORS: &str = "rope_freqs.weight";

/// A tensor of a model.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TensorSpec {
    /// Its role.
    pub kind: TensorKind,
    /// Its name in a Hugging Face checkpoint.
    pub name: String,
    /// Its name in older Hugging Face checkpoints.
    pub alias: Option<String>,
    /// Its name in a GGUF file.
    pub gguf_name: String,
    /// Rows, the output width of a linear map; 1 for a vector.
    pub rows: usize,
    /// Columns, the input width of a linear map; the length of a vector.
    pub cols: usize,
    /// Whether it is stored with one dimension, `[cols]`.
    pub vector: bool,
    /// Whether its rows belong to rotary pairs, which GGUF files of architecture `llama` store in
    /// another order.
    pub rotary: bool,
    /// How it is quantized.
    pub class: TensorClass,
}

impl TensorSpec {
    /// The shape as it is stored: `[rows, cols]`, or `[cols]` for a vector.
    pub fn shape(&self) -> Vec<usize> {
        match self.vector {
            true => vec![self.cols],
            false => vec![self.rows, self.cols],
        }
    }

    /// The number of values.
    pub fn elements(&self) -> u64 {
        // Each factor of a config's tensor is below 2^32.
        self.rows as u64 * self.cols as u64
    }

    /// Fails if a source returned a weight of another shape.
    pub(crate) fn accept(&self, data: &WeightData) -> Result<()> {
        let (expected, found) = ((self.rows, self.cols), (data.rows(), data.cols()));
        match expected == found {
            true => Ok(()),
            false => Err(Error::SourceShape { name: self.name.clone(), expected, found }),
        }
    }
}

impl TensorKind {
    /// The name in GGUF files of a tensor outside the layers.
    pub(crate) fn gguf_name(self) -> &'static str {
        TABLE[self as usize].2
    }
}

impl Entry {
    /// Whether every layer has one.
    fn in_layers(&self) -> bool {
        self.2.contains("{}")
    }
}

impl Config {
    /// The number of weights, at most [`u64::MAX`]: the sizes of a config without weights may be
    /// absurd.
    pub fn parameters(&self) -> u64 {
        self.tensors().iter().map(TensorSpec::elements).fold(0, u64::saturating_add)
    }

    /// Every tensor that this model needs, from the embedding to the head. There is no `lm_head` if
    /// it is tied to the embedding, no gate if R is 1, and biases and norms of queries and keys only
    /// where the model has them.
    pub fn tensors(&self) -> Vec<TensorSpec> {
        let exists = |entry: &&Entry| match entry.0 {
            Kind::QueryBias | Kind::KeyBias | Kind::ValueBias => self.qkv_bias,
            Kind::QueryNorm | Kind::KeyNorm => self.qk_norm,
            Kind::LoopGate | Kind::LoopGateBias => self.loops.gate.is_some(),
            Kind::LoopGateNorm => self.loops.gate == Some(GateKind::Hidden),
            Kind::Head => !self.tie_word_embeddings,
            _ => true,
        };
        let entries: Vec<&Entry> = TABLE.iter().filter(exists).collect();
        let in_layers = entries.iter().position(|entry| entry.in_layers()).unwrap_or(0);
        let behind = entries.iter().rposition(|entry| entry.in_layers()).map_or(0, |last| last + 1);
        let once = |entries: &[&Entry]| -> Vec<TensorSpec> {
            entries.iter().map(|entry| self.tensor(entry.0, 0)).collect()
        };
        let mut specs = once(&entries[..in_layers]);
        for layer in 0..self.layers {
            let entries = &entries[in_layers..behind];
            specs.extend(entries.iter().map(|entry| self.tensor(entry.0, layer)));
        }
        specs.extend(once(&entries[behind..]));
        specs
    }

    /// The tensor of this kind; `layer` has no meaning for those outside the layers.
    pub(crate) fn tensor(&self, kind: TensorKind, layer: usize) -> TensorSpec {
        let Entry(_, name, gguf_name, shape, class) = TABLE[kind as usize];
        let (rows, cols, vector, rotary) = match shape {
            Vector(cols) => (1, self.width(cols), true, false),
            Matrix(rows, cols) => (self.width(rows), self.width(cols), false, false),
            Rotary(rows, cols) => (self.width(rows), self.width(cols), false, true),
        };
        let [plt, old_plt, iquest_loop] = GATE_MODULES;
        let (module, old_module) = match self.model_type {
            ModelType::IQuestLoopCoder => (iquest_loop, None),
            _ => (plt, Some(old_plt)),
        };
        let layer = layer.to_string();
        let full = |name: &str, module: &str| name.replace("{gate}", module).replace("{}", &layer);
        let old_module = old_module.filter(|_| name.contains("{gate}"));
        TensorSpec {
            kind,
            name: full(name, module),
            alias: old_module.map(|module| full(name, module)),
            gguf_name: full(gguf_name, module),
            rows,
            cols,
            vector,
            rotary,
            class,
        }
    }

    fn width(&self, width: Width) -> usize {
        match width {
            Vocab => self.vocab_size,
            Hidden => self.hidden_size,
            Intermediate => self.intermediate_size,
            Queries => self.heads * self.head_dim,
            Keys => self.kv_heads * self.head_dim,
            Head => self.head_dim,
            Heads => self.heads,
            GateInput => match self.loops.gate {
                Some(GateKind::Hidden) => self.hidden_size,
                _ => self.head_dim,
            },
        }
    }

    /// Whether a checkpoint may hold this tensor although the model does not read it: a gate when R
    /// is 1, a tied head, a buffer that the code of a checkpoint computes, the rotary frequencies of a
    /// GGUF file, which are part of the config.
    pub(crate) fn ignores(&self, name: &str) -> bool {
        let of_module = |module: &str| {
            let (before, after) = module.split_once("{}").unwrap_or((module, ""));
            let rest = name.strip_prefix(before).and_then(|rest| rest.split_once('.'));
            rest.is_some_and(|(_, rest)| format!(".{rest}").starts_with(after))
        };
        let gate = GATE_MODULES.into_iter().any(of_module) || of_module("blk.{}.loop_gate");
        // In a checkpoint of a type without loops a gate is no leftover: it is a looped model under a
        // wrong name.
        (gate && self.loops.count == 1 && self.model_type.can_loop())
            || (self.tie_word_embeddings && name == self.tensor(Kind::Head, 0).name)
            || name == ROTARY_DIVISORS
            || is_buffer(name)
    }
}

/// Whether a checkpoint of PyTorch may store this although it is computed: rotary tables
/// (`rotary_emb.inv_freq`, `rotary_emb.cos_cached`), the causal mask of attention (`attn.bias`,
/// `attn.masked_bias`), `position_ids`.
fn is_buffer(name: &str) -> bool {
    let mut parts = name.rsplit('.');
    matches!(
        (parts.next().unwrap_or_default(), parts.next().unwrap_or_default()),
        (_, "rotary_emb" | "rotary_pos_emb" | "rope")
            | ("inv_freq" | "position_ids" | "masked_bias" | "causal_mask", _)
            | ("bias", "attn" | "attention" | "self_attn")
            | ("weight", "attn_rot_embd")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_kinds() {
        for (index, entry) in TABLE.iter().enumerate() {
            assert_eq!(entry.0 as usize, index, "{:?}", entry.0);
        }
    }
}
