//! The weights of one stack, on a backend.

use std::marker::PhantomData;

use plt_kernels::{Backend, WeightData};

use crate::config::{Config, GateKind, TensorKind, TensorSpec};
use crate::error::Result;
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
        let mut loader = Loader { config, source, backend: PhantomData };
        // The largest first: a backend that repacks weights holds both forms for a moment.
        let embed = loader.weight(TensorKind::Embedding, 0)?;
        let head = match config.tie_word_embeddings {
            true => embed.clone(),
            false => loader.weight(TensorKind::Head, 0)?,
        };
        let layers = (0..config.layers).map(|layer| loader.layer(layer)).collect::<Result<_>>()?;
        let norm = loader.tensor(TensorKind::Norm, 0)?;
        Ok(Self { embed, layers, norm, head })
    }
}

struct Loader<'a, B, S> {
    config: &'a Config,
    source: &'a mut S,
    backend: PhantomData<B>,
}

impl<B: Backend, S: WeightSource<B>> Loader<'_, B, S> {
    fn layer(&mut self, layer: usize) -> Result<Layer<B>> {
        Ok(Layer {
            input_norm: self.tensor(TensorKind::InputNorm, layer)?,
            q: self.weight(TensorKind::Query, layer)?,
            k: self.weight(TensorKind::Key, layer)?,
            v: self.weight(TensorKind::Value, layer)?,
            o: self.weight(TensorKind::Output, layer)?,
            post_norm: self.tensor(TensorKind::PostNorm, layer)?,
            gate: self.weight(TensorKind::FeedForwardGate, layer)?,
            up: self.weight(TensorKind::Up, layer)?,
            down: self.weight(TensorKind::Down, layer)?,
            loop_gate: match self.config.loops.gate {
                Some(kind) => Some(self.loop_gate(kind, layer)?),
                None => None,
            },
        })
    }

    fn loop_gate(&mut self, kind: GateKind, layer: usize) -> Result<LoopGate<B>> {
        Ok(LoopGate {
            weight: self.tensor(TensorKind::LoopGate, layer)?,
            bias: self.tensor(TensorKind::LoopGateBias, layer)?,
            norm: match kind {
                GateKind::Hidden => Some(self.tensor(TensorKind::LoopGateNorm, layer)?),
                GateKind::Query => None,
            },
        })
    }

    fn weight(&mut self, kind: TensorKind, layer: usize) -> Result<B::Weight> {
        self.source.weight(&self.config.tensor(kind, layer))
    }

    fn tensor(&mut self, kind: TensorKind, layer: usize) -> Result<B::Tensor> {
        self.source.tensor(&self.config.tensor(kind, layer))
    }
}
