//! Weights of a checkpoint or a trainer, taken over to a backend.

use std::marker::PhantomData;

use plt_backend::check::expect_size;
use plt_backend::{Backend, Checked, Constants, Gate, Layer, Linear, Qkv, WeightData, Weights};

use crate::config::{Config, GateKind, TensorKind, TensorSpec};
use crate::error::Result;
use crate::saved::Identifier;

/// Where weights come from: a checkpoint by way of the backend, or a trainer's own tensors.
pub trait WeightSource<B: Backend> {
    /// A matrix, as it is stored.
    ///
    /// # Errors
    /// Errors of the source.
    fn weight(&mut self, spec: &TensorSpec) -> Result<B::Weight>;

    /// A norm, a bias or a gate: small, and kept in f32.
    ///
    /// # Errors
    /// Errors of the source.
    fn tensor(&mut self, spec: &TensorSpec) -> Result<B::Tensor>;
}

/// Stored weights that `read` returns, taken over to a backend.
pub(crate) struct Stored<'a, B: Backend, S> {
    pub backend: &'a Checked<B>,
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
        Ok(self.backend.tensor(data.rows(), data.cols(), data.to_f32())?)
    }
}

/// The constants that a config states for the backend.
pub(crate) fn constants(config: &Config) -> Constants {
    Constants {
        hidden: config.hidden_size,
        heads: config.heads,
        kv_heads: config.kv_heads,
        head_dim: config.head_dim,
        rotary_dim: config.head_dim,
        eps: config.rms_norm_eps as f32,
        emb_scale: config.loops.emb_scale,
        hidden_scale: config.loops.hidden_scale,
        normalize_carry: config.loops.normalize_per_loop,
    }
}

/// Fails unless weights have the layers, sizes, gates, norms and biases of the config. [`Checked::stack`] compares
/// all other shapes with [`constants`].
///
/// # Errors
/// [`plt_backend::Error::Shape`] with the name of the part.
pub(crate) fn expect_weights<B: Backend>(
    backend: &Checked<B>,
    config: &Config,
    weights: &Weights<B::Tensor, B::Weight>,
) -> Result<()> {
    const OP: &str = "model";
    let rows = |weight| backend.weight_shape(weight).0;
    expect_size(OP, "layers", config.layers, weights.layers.len())?;
    expect_size(OP, "rows of embed", config.vocab_size, rows(&weights.embed))?;
    expect_size(OP, "rows of head", config.vocab_size, rows(&weights.head))?;
    let (gates, norms) = match config.loops.gate {
        Some(GateKind::Hidden) => (1, 1),
        Some(GateKind::Query) => (1, 0),
        None => (0, 0),
    };
    for layer in &weights.layers {
        let norm = layer.gate.as_ref().and_then(|gate| gate.norm.as_ref());
        expect_size(OP, "rows of gate_proj", config.intermediate_size, rows(&layer.gate_proj))?;
        expect_size(OP, "gates of a layer", gates, layer.gate.iter().len())?;
        expect_size(OP, "norms of a gate", norms, norm.iter().len())?;
        let qk_norms = layer.q_norm.iter().chain(&layer.k_norm).count();
        expect_size(OP, "norms of q and k", 2 * usize::from(config.qk_norm), qk_norms)?;
        let (biases, found) = match &layer.qkv {
            Qkv::Separate { q, k, v } => {
                (3, [q, k, v].iter().filter(|map| map.bias.is_some()).count())
            }
            Qkv::Fused(map) => (1, map.bias.iter().len()),
        };
        expect_size(OP, "biases of q, k and v", biases * usize::from(config.qkv_bias), found)?;
    }
    Ok(())
}

/// Asks `source` for each tensor of the config, one at a time.
///
/// # Errors
/// Errors of `source`.
pub fn load_weights<B: Backend>(
    config: &Config,
    source: &mut impl WeightSource<B>,
) -> Result<Weights<B::Tensor, B::Weight>> {
    let mut loader = Loader { config, source, backend: PhantomData };
    // The largest first: a backend that repacks weights holds both forms for a moment.
    let embed = loader.weight(TensorKind::Embedding, 0)?;
    let head = match config.tie_word_embeddings {
        true => embed.clone(),
        false => loader.weight(TensorKind::Head, 0)?,
    };
    let layers = (0..config.layers).map(|layer| loader.layer(layer)).collect::<Result<_>>()?;
    let norm = loader.tensor(TensorKind::Norm, 0)?;
    Ok(Weights { embed, layers, norm, head })
}

struct Loader<'a, B, S> {
    config: &'a Config,
    source: &'a mut S,
    backend: PhantomData<B>,
}

impl<B: Backend, S: WeightSource<B>> Loader<'_, B, S> {
    fn layer(&mut self, layer: usize) -> Result<Layer<B::Tensor, B::Weight>> {
        Ok(Layer {
            input_norm: self.tensor(TensorKind::InputNorm, layer)?,
            qkv: Qkv::Separate {
                q: self.projection(TensorKind::Query, TensorKind::QueryBias, layer)?,
                k: self.projection(TensorKind::Key, TensorKind::KeyBias, layer)?,
                v: self.projection(TensorKind::Value, TensorKind::ValueBias, layer)?,
            },
            q_norm: self.optional(self.config.qk_norm, TensorKind::QueryNorm, layer)?,
            k_norm: self.optional(self.config.qk_norm, TensorKind::KeyNorm, layer)?,
            gate: match self.config.loops.gate {
                Some(kind) => Some(self.gate(kind, layer)?),
                None => None,
            },
            o: self.weight(TensorKind::Output, layer)?,
            attention_output_norm: None,
            post_norm: self.tensor(TensorKind::PostNorm, layer)?,
            gate_proj: self.weight(TensorKind::FeedForwardGate, layer)?,
            up_proj: self.weight(TensorKind::Up, layer)?,
            down_proj: self.weight(TensorKind::Down, layer)?,
            feed_forward_output_norm: None,
        })
    }

    fn projection(
        &mut self,
        weight: TensorKind,
        bias: TensorKind,
        layer: usize,
    ) -> Result<Linear<B::Tensor, B::Weight>> {
        Ok(Linear {
            weight: self.weight(weight, layer)?,
            bias: self.optional(self.config.qkv_bias, bias, layer)?,
        })
    }

    fn gate(&mut self, kind: GateKind, layer: usize) -> Result<Gate<B::Tensor>> {
        Ok(Gate {
            norm: match kind {
                GateKind::Hidden => Some(self.tensor(TensorKind::LoopGateNorm, layer)?),
                GateKind::Query => None,
            },
            weight: self.tensor(TensorKind::LoopGate, layer)?,
            bias: self.tensor(TensorKind::LoopGateBias, layer)?,
        })
    }

    fn optional(
        &mut self,
        exists: bool,
        kind: TensorKind,
        layer: usize,
    ) -> Result<Option<B::Tensor>> {
        exists.then(|| self.tensor(kind, layer)).transpose()
    }

    fn weight(&mut self, kind: TensorKind, layer: usize) -> Result<B::Weight> {
        self.source.weight(&self.config.tensor(kind, layer))
    }

    fn tensor(&mut self, kind: TensorKind, layer: usize) -> Result<B::Tensor> {
        self.source.tensor(&self.config.tensor(kind, layer))
    }
}
