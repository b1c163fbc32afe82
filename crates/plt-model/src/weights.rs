//! The weights of one stack, on a backend.

use std::collections::HashMap;
use std::marker::PhantomData;

use plt_kernels::{Backend, WeightData};

use crate::config::{Config, GATE, GateKind, TensorSpec};
use crate::error::{Error, Result};
use crate::saved::Identifier;

/// All weights of a model. One stack of layers serves every loop.
pub struct Weights<B: Backend> {
    /// `model.embed_tokens` `[vocab, hidden]`.
    pub embed: B::Weight,
    /// The stack, first layer first.
    pub layers: Vec<Layer<B>>,
    /// `model.norm` `[1, hidden]`.
    pub norm: B::Tensor,
    /// `lm_head` `[vocab, hidden]`; the embedding when tied.
    pub head: B::Weight,
}

/// The weights of one layer.
pub struct Layer<B: Backend> {
    /// `input_layernorm` `[1, hidden]`.
    pub input_norm: B::Tensor,
    /// `self_attn.q_proj` `[heads · head_dim, hidden]`.
    pub q: B::Weight,
    /// `self_attn.k_proj` `[kv_heads · head_dim, hidden]`.
    pub k: B::Weight,
    /// `self_attn.v_proj` `[kv_heads · head_dim, hidden]`.
    pub v: B::Weight,
    /// `self_attn.o_proj` `[hidden, heads · head_dim]`.
    pub o: B::Weight,
    /// `post_attention_layernorm` `[1, hidden]`.
    pub post_norm: B::Tensor,
    /// `mlp.gate_proj` `[intermediate, hidden]`.
    pub gate: B::Weight,
    /// `mlp.up_proj` `[intermediate, hidden]`.
    pub up: B::Weight,
    /// `mlp.down_proj` `[hidden, intermediate]`.
    pub down: B::Weight,
    /// The gate between loop 0's and the own loop's attention; `None` when R = 1.
    pub loop_gate: Option<LoopGate<B>>,
}

/// The weights of a layer's G-SWA gate.
pub struct LoopGate<B: Backend> {
    /// `[heads, hidden]` in hidden mode, `[heads, head_dim]` in query mode.
    pub weight: B::Tensor,
    /// `[1, heads]`.
    pub bias: B::Tensor,
    /// `gate_norm` `[1, hidden]`; hidden mode only.
    pub norm: Option<B::Tensor>,
}

/// Where weights come from: a checkpoint by way of the backend, or a trainer's own tensors.
pub trait WeightSource<B: Backend> {
    /// A matrix, as it is stored.
    ///
    /// # Errors
    /// What the source reports.
    fn weight(&mut self, spec: &TensorSpec) -> Result<B::Weight>;

    /// A norm, a bias or a gate: small, and kept in f32.
    ///
    /// # Errors
    /// What the source reports.
    fn tensor(&mut self, spec: &TensorSpec) -> Result<B::Tensor>;
}

/// Stored weights that `read` finds, taken over to a backend.
pub(crate) struct Stored<'a, B, S> {
    pub backend: &'a B,
    pub read: S,
    pub identifier: Identifier,
}

impl<B: Backend, S: FnMut(&TensorSpec) -> Result<WeightData>> Stored<'_, B, S> {
    fn data(&mut self, spec: &TensorSpec) -> Result<WeightData> {
        let data = (self.read)(spec)?;
        spec.accept(&data)?;
        self.identifier.weight(&spec.name, &data);
        Ok(data)
    }
}

impl<B, S> WeightSource<B> for Stored<'_, B, S>
where
    B: Backend,
    S: FnMut(&TensorSpec) -> Result<WeightData>,
{
    fn weight(&mut self, spec: &TensorSpec) -> Result<B::Weight> {
        let data = self.data(spec)?;
        Ok(self.backend.weight(data)?)
    }

    fn tensor(&mut self, spec: &TensorSpec) -> Result<B::Tensor> {
        let data = self.data(spec)?;
        Ok(self.backend.tensor(data.rows(), data.cols(), data.to_f32()?)?)
    }
}

impl<B: Backend> Weights<B> {
    /// Asks `source` for each tensor of the config, one at a time.
    ///
    /// # Errors
    /// What `source` reports.
    pub fn load(config: &Config, source: &mut impl WeightSource<B>) -> Result<Self> {
        let specs = config.tensors().into_iter().map(|spec| (spec.name.clone(), spec)).collect();
        let mut loader = Loader { specs, source, backend: PhantomData };
        // The largest first: a backend that keeps weights in a form of its own holds both for a moment.
        let embed = loader.weight("model.embed_tokens.weight")?;
        let head = match config.tie_word_embeddings {
            true => embed.clone(),
            false => loader.weight("lm_head.weight")?,
        };
        let layers = (0..config.layers)
            .map(|index| loader.layer(config, index))
            .collect::<Result<Vec<_>>>()?;
        let norm = loader.tensor("model.norm.weight")?;
        Ok(Self { embed, layers, norm, head })
    }
}

struct Loader<'a, B, S> {
    specs: HashMap<String, TensorSpec>,
    source: &'a mut S,
    backend: PhantomData<B>,
}

impl<B: Backend, S: WeightSource<B>> Loader<'_, B, S> {
    fn layer(&mut self, config: &Config, index: usize) -> Result<Layer<B>> {
        let name = |part: &str| format!("model.layers.{index}.{part}.weight");
        Ok(Layer {
            input_norm: self.tensor(&name("input_layernorm"))?,
            q: self.weight(&name("self_attn.q_proj"))?,
            k: self.weight(&name("self_attn.k_proj"))?,
            v: self.weight(&name("self_attn.v_proj"))?,
            o: self.weight(&name("self_attn.o_proj"))?,
            post_norm: self.tensor(&name("post_attention_layernorm"))?,
            gate: self.weight(&name("mlp.gate_proj"))?,
            up: self.weight(&name("mlp.up_proj"))?,
            down: self.weight(&name("mlp.down_proj"))?,
            loop_gate: match config.loops.gate {
                Some(kind) => Some(self.loop_gate(config, kind, index)?),
                None => None,
            },
        })
    }

    fn loop_gate(&mut self, config: &Config, kind: GateKind, layer: usize) -> Result<LoopGate<B>> {
        let module = config.gate_module(layer, GATE);
        Ok(LoopGate {
            weight: self.tensor(&format!("{module}.weight"))?,
            bias: self.tensor(&format!("{module}.bias"))?,
            norm: match kind {
                GateKind::Hidden => Some(self.tensor(&format!("{module}.gate_norm.weight"))?),
                GateKind::Query => None,
            },
        })
    }

    fn weight(&mut self, name: &str) -> Result<B::Weight> {
        self.source.weight(find(&self.specs, name)?)
    }

    fn tensor(&mut self, name: &str) -> Result<B::Tensor> {
        self.source.tensor(find(&self.specs, name)?)
    }
}

fn find<'a>(specs: &'a HashMap<String, TensorSpec>, name: &str) -> Result<&'a TensorSpec> {
    specs.get(name).ok_or_else(|| Error::UnknownTensor { name: name.to_owned() })
}
