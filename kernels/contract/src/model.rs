//! The weights of one stack of layers and the constants of its model, checked once.

use std::sync::Arc;

use crate::backend::Backend;
use crate::check::{expect_even, expect_multiple, expect_size, expect_some};
use crate::double::Double;
use crate::error::{Error, Result};

/// Constants of a model: given once, when the model is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Constants {
    /// Width of a hidden vector.
    pub hidden: usize,
    /// Query heads, a multiple of `kv_heads`.
    pub heads: usize,
    /// Key/value heads. Query head j reads key/value head `j / (heads / kv_heads)`.
    pub kv_heads: usize,
    /// Width of one head: even.
    pub head_dim: usize,
    /// Leading elements of a head that are rotated: even, at most `head_dim`.
    pub rotary_dim: usize,
    /// `rms_norm_eps`, of every norm.
    pub eps: f32,
    /// a in `h = a·E + b·C` ([`Backend::loop_input`]).
    pub emb_scale: f32,
    /// b in `h = a·E + b·C` ([`Backend::loop_input`]).
    pub hidden_scale: f32,
    /// Whether a row hands its normed output to the next loop (`plt_normalize_per_loop`).
    pub normalize_carry: bool,
}

/// A linear map `x · weightᵀ + bias`.
#[derive(Debug, Clone, PartialEq)]
pub struct Linear<T, W> {
    /// `[out, in]`
    pub weight: W,
    /// `[1, out]`
    pub bias: Option<T>,
}

/// The projections to queries, keys and values.
#[derive(Debug, Clone, PartialEq)]
pub enum Qkv<T, W> {
    /// A matrix for each.
    Separate {
        /// `[heads · head_dim, hidden]`
        q: Linear<T, W>,
        /// `[kv_heads · head_dim, hidden]`
        k: Linear<T, W>,
        /// `[kv_heads · head_dim, hidden]`
        v: Linear<T, W>,
    },
    /// One matrix `[(heads + 2 · kv_heads) · head_dim, hidden]`: the rows of the queries, then of
    /// the keys, then of the values.
    Fused(Linear<T, W>),
}

/// The gate of G-SWA, one number per row and head:
///
/// ```text
/// norm given:  g[j] = sigmoid(W[j] · RMSNorm(h; norm) + b[j])   W [heads, hidden]
/// no norm:     g[j] = sigmoid(W[j] · q[j] + b[j])               W [heads, head_dim]
/// ```
///
/// h is the layer's input before `input_norm`, q the rotated query before the attention scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate<T> {
    /// `gate_norm` `[1, hidden]` of a gate that reads the hidden state
    /// (`plt_gate_use_hidden_states`). `None`: the gate reads the queries.
    pub norm: Option<T>,
    /// W, one row per head.
    pub weight: T,
    /// b, `[1, heads]`.
    pub bias: T,
}

/// The weights of one layer.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer<T, W> {
    /// `input_layernorm` `[1, hidden]`.
    pub input_norm: T,
    /// The projections to queries, keys and values.
    pub qkv: Qkv<T, W>,
    /// RMS norm of every query head before rotation, `[1, head_dim]`.
    pub q_norm: Option<T>,
    /// RMS norm of every key head before rotation, `[1, head_dim]`.
    pub k_norm: Option<T>,
    /// The gate between loop 0's attention and that of the row's own loop. `None` where the model
    /// has one loop, or loops that keep only one kind of keys.
    pub gate: Option<Gate<T>>,
    /// `[hidden, heads · head_dim]`
    pub o: W,
    /// Norm of the attention output before the residual is added, `[1, hidden]`.
    pub attention_output_norm: Option<T>,
    /// `post_attention_layernorm` `[1, hidden]`.
    pub post_norm: T,
    /// `[intermediate, hidden]`
    pub gate_proj: W,
    /// `[intermediate, hidden]`
    pub up_proj: W,
    /// `[hidden, intermediate]`
    pub down_proj: W,
    /// Norm of the feed-forward output before the residual is added, `[1, hidden]`.
    pub feed_forward_output_norm: Option<T>,
}

/// All weights of a model. One stack of layers serves every loop.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights<T, W> {
    /// `[vocab, hidden]`
    pub embed: W,
    /// First layer first.
    pub layers: Vec<Layer<T, W>>,
    /// The model's final norm, `[1, hidden]`.
    pub norm: T,
    /// `[vocab, hidden]`; the embedding when tied.
    pub head: W,
}

/// The constants and weights of a model on the backend B, whose shapes were checked against each other
/// by [`Checked::stack`](crate::Checked::stack). Cloning shares them.
pub struct Stack<B: Backend>(Arc<Parts<B::Tensor, B::Weight>>);

struct Parts<T, W> {
    constants: Constants,
    weights: Weights<T, W>,
    vocab: usize,
}

impl<B: Backend> Clone for Stack<B> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T, W> Linear<T, W> {
    /// A linear map without bias.
    pub fn new(weight: W) -> Self {
        Self { weight, bias: None }
    }
}

impl Constants {
    /// Columns of the queries.
    pub fn q_width(&self) -> usize {
        self.heads * self.head_dim
    }

    /// Columns of the keys, and of the values.
    pub fn kv_width(&self) -> usize {
        self.kv_heads * self.head_dim
    }

    fn check(&self) -> Result<()> {
        const OP: &str = "model";
        expect_some(OP, "hidden", self.hidden)?;
        expect_some(OP, "head_dim", self.head_dim)?;
        expect_even(OP, "head_dim", self.head_dim)?;
        expect_some(OP, "heads", self.heads)?;
        expect_multiple(OP, "heads", self.kv_heads, self.heads)?;
        // The widest projection gives queries, keys and values at once.
        let heads = self.kv_heads.checked_mul(2).and_then(|kv| kv.checked_add(self.heads));
        if heads.and_then(|heads| heads.checked_mul(self.head_dim)).is_none() {
            let Self { heads, kv_heads, head_dim, .. } = self;
            let what = format!("a projection to {heads} + 2 · {kv_heads} heads of {head_dim}");
            return Err(Error::Memory { what });
        }
        expect_even(OP, "rotary_dim", self.rotary_dim)?;
        if self.rotary_dim > self.head_dim {
            expect_size(OP, "rotary_dim", self.head_dim, self.rotary_dim)?;
        }
        Ok(())
    }
}

impl<B: Backend> Stack<B> {
    /// Takes constants and weights, after checking every shape against the constants.
    pub(crate) fn new(
        backend: &B,
        constants: Constants,
        weights: Weights<B::Tensor, B::Weight>,
    ) -> Result<Self> {
        constants.check()?;
        let vocab = backend.weight_shape(&weights.embed).0;
        let shapes = Shapes { backend, constants: &constants };
        shapes.weight("embed", &weights.embed, (vocab, constants.hidden))?;
        for layer in &weights.layers {
            shapes.layer(layer)?;
        }
        shapes.row("norm", &weights.norm, constants.hidden)?;
        let head = backend.weight_shape(&weights.head).0;
        shapes.weight("head", &weights.head, (head, constants.hidden))?;
        Ok(Self(Arc::new(Parts { constants, weights, vocab })))
    }

    /// The constants of the model.
    pub fn constants(&self) -> &Constants {
        &self.0.constants
    }

    /// The weights.
    pub fn weights(&self) -> &Weights<B::Tensor, B::Weight> {
        &self.0.weights
    }

    /// The weights of one layer, which must exist.
    pub fn layer(&self, layer: usize) -> &Layer<B::Tensor, B::Weight> {
        &self.0.weights.layers[layer]
    }

    /// Layers of the stack.
    pub fn layers(&self) -> usize {
        self.0.weights.layers.len()
    }

    /// Rows of the embedding: the first token id that does not exist.
    pub fn vocab(&self) -> usize {
        self.0.vocab
    }
}

impl<D: Double> Stack<D> {
    /// The same stack for the backend that a test double forwards to. The two have the same types, and
    /// a double takes shapes from its inner backend.
    pub(crate) fn of_inner(&self) -> Stack<D::Inner> {
        Stack(Arc::clone(&self.0))
    }
}

/// Compares the shapes of weights with those that the constants ask for.
struct Shapes<'a, B> {
    backend: &'a B,
    constants: &'a Constants,
}

impl<B: Backend> Shapes<'_, B> {
    fn layer(&self, layer: &Layer<B::Tensor, B::Weight>) -> Result<()> {
        let Constants { hidden, head_dim, .. } = *self.constants;
        let (q, kv) = (self.constants.q_width(), self.constants.kv_width());
        self.row("input_norm", &layer.input_norm, hidden)?;
        match &layer.qkv {
            Qkv::Separate { q: q_proj, k, v } => {
                self.linear("q", q_proj, (q, hidden))?;
                self.linear("k", k, (kv, hidden))?;
                self.linear("v", v, (kv, hidden))?;
            }
            Qkv::Fused(qkv) => self.linear("qkv", qkv, (q + 2 * kv, hidden))?,
        }
        for (name, norm) in [("q_norm", &layer.q_norm), ("k_norm", &layer.k_norm)] {
            self.optional_row(name, norm.as_ref(), head_dim)?;
        }
        if let Some(gate) = &layer.gate {
            self.gate(gate)?;
        }
        self.weight("o", &layer.o, (hidden, q))?;
        let norm = layer.attention_output_norm.as_ref();
        self.optional_row("attention_output_norm", norm, hidden)?;
        self.row("post_norm", &layer.post_norm, hidden)?;
        let intermediate = self.backend.weight_shape(&layer.gate_proj).0;
        expect_some("model", "rows of gate_proj", intermediate)?;
        self.weight("gate_proj", &layer.gate_proj, (intermediate, hidden))?;
        self.weight("up_proj", &layer.up_proj, (intermediate, hidden))?;
        self.weight("down_proj", &layer.down_proj, (hidden, intermediate))?;
        let norm = layer.feed_forward_output_norm.as_ref();
        self.optional_row("feed_forward_output_norm", norm, hidden)
    }

    fn gate(&self, gate: &Gate<B::Tensor>) -> Result<()> {
        let Constants { hidden, heads, head_dim, .. } = *self.constants;
        let width = if gate.norm.is_some() { hidden } else { head_dim };
        self.optional_row("gate_norm", gate.norm.as_ref(), hidden)?;
        let found = self.backend.shape(&gate.weight);
        self.shape("gate weight", (heads, width), found)?;
        self.row("gate bias", &gate.bias, heads)
    }

    fn linear(
        &self,
        name: &'static str,
        linear: &Linear<B::Tensor, B::Weight>,
        expected: (usize, usize),
    ) -> Result<()> {
        self.weight(name, &linear.weight, expected)?;
        self.optional_row(name, linear.bias.as_ref(), expected.0)
    }

    fn weight(&self, name: &'static str, w: &B::Weight, expected: (usize, usize)) -> Result<()> {
        self.shape(name, expected, self.backend.weight_shape(w))
    }

    fn row(&self, name: &'static str, x: &B::Tensor, cols: usize) -> Result<()> {
        self.shape(name, (1, cols), self.backend.shape(x))
    }

    fn optional_row(&self, name: &'static str, x: Option<&B::Tensor>, cols: usize) -> Result<()> {
        x.map_or(Ok(()), |x| self.row(name, x, cols))
    }

    fn shape(
        &self,
        name: &'static str,
        expected: (usize, usize),
        found: (usize, usize),
    ) -> Result<()> {
        expect_size(name, "rows", expected.0, found.0)?;
        expect_size(name, "columns", expected.1, found.1)
    }
}
