//! Random models: every optional field of a layer is there in some cases and not in others.

use half::f16;
use proptest::prelude::*;
use proptest::sample::select;

use super::cache::heads;
use super::values;
use crate::{
    Backend, Checked, Constants, DType, Gate, KvDType, KvShape, Layer, Linear, Qkv, Result, Stack,
    WeightData, Weights,
};

/// The description of a model; its numbers depend on the seed alone.
#[derive(Debug, Clone)]
pub(super) struct Model {
    pub hidden: usize,
    pub intermediate: usize,
    pub vocab: usize,
    pub layers: usize,
    pub kv_heads: usize,
    pub group: usize,
    pub head_dim: usize,
    pub rotary_dim: usize,
    pub kv: KvDType,
    pub eps: f32,
    pub emb_scale: f32,
    pub hidden_scale: f32,
    pub normalize_carry: bool,
    /// The size of `post_norm`.
    pub scale: f32,
    pub fused: bool,
    pub bias: bool,
    /// For queries, for keys.
    pub qk_norm: [bool; 2],
    /// For attention, for the feed-forward half.
    pub output_norm: [bool; 2],
    pub gate: GateKind,
    /// Requested types of embed, q, k, v, o, gate, up, down and head: f32 where the blocks of a type do
    /// not fit.
    pub dtypes: [DType; 9],
    pub seed: u64,
}

/// The input of a layer's gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GateKind {
    None,
    Query,
    Hidden,
}

/// Widths around those of vector registers, and such that blocks fit.
pub(super) fn widths() -> impl Strategy<Value = usize> {
    let odd = prop_oneof![1..=20usize, select(vec![31, 33, 65, 80])];
    prop_oneof![3 => odd, 3 => select(vec![32usize, 64, 96]), 4 => select(vec![256usize, 512])]
}

/// Rows of a pass: few as in decode, sometimes many as in prefill.
pub(super) fn row_counts() -> impl Strategy<Value = usize> {
    prop_oneof![12 => 1..=17usize, 1 => select(vec![32usize, 33, 65])]
}

pub(super) fn models() -> impl Strategy<Value = Model> {
    let half = prop_oneof![4 => 1..=8usize, 1 => select(vec![16usize, 32, 64])];
    let sizes = (widths(), widths(), 1..=40usize, 1..=2usize);
    let attention =
        (1..=3usize, select(vec![1usize, 2, 4, 5]), heads(half.prop_map(|half| 2 * half)), 0..=8u8);
    let scale = || select(vec![0.0f32, 0.053, 0.707, 1.0]);
    let numbers = (
        select(vec![1e-6f32, 1e-5, 1e-2]),
        scale(),
        scale(),
        any::<bool>(),
        // For a size of 200 the sigmoid is 0 or 1 and its exponential overflows.
        select(vec![1.0f32, 200.0]),
    );
    let pair = || [any::<bool>(), any::<bool>()];
    let gate = select(vec![GateKind::None, GateKind::Query, GateKind::Hidden]);
    let fields = (any::<bool>(), any::<bool>(), pair(), pair(), gate);
    let dtype = select(DType::ALL.to_vec());
    let dtypes = proptest::array::uniform9(dtype);
    (sizes, attention, numbers, fields, dtypes, any::<u64>()).prop_map(
        |(
            (hidden, intermediate, vocab, layers),
            (kv_heads, group, (kv, head_dim), rotary),
            (eps, emb_scale, hidden_scale, normalize_carry, scale),
            (fused, bias, qk_norm, output_norm, gate),
            dtypes,
            seed,
        )| {
            // All of a head in half of the cases, an even part of it in the others.
            let rotary_dim = match usize::from(rotary) {
                0..=4 => head_dim,
                part => head_dim / 2 * (part - 5) / 4 * 2,
            };
            Model {
                hidden,
                intermediate,
                vocab,
                layers,
                kv_heads,
                group,
                head_dim,
                rotary_dim,
                kv,
                eps,
                emb_scale,
                hidden_scale,
                normalize_carry,
                scale,
                fused,
                bias,
                qk_norm,
                output_norm,
                gate,
                dtypes,
                seed,
            }
        },
    )
}

impl Model {
    /// The smallest model with these heads: for operations that use no weights.
    pub fn of_heads(kv_heads: usize, group: usize, head_dim: usize, kv: KvDType) -> Self {
        Self {
            hidden: 1,
            intermediate: 1,
            vocab: 1,
            layers: 2,
            kv_heads,
            group,
            head_dim,
            rotary_dim: 0,
            kv,
            eps: 1e-5,
            emb_scale: 1.0,
            hidden_scale: 1.0,
            normalize_carry: false,
            scale: 1.0,
            fused: false,
            bias: false,
            qk_norm: [false; 2],
            output_norm: [false; 2],
            gate: GateKind::None,
            dtypes: [DType::F32; 9],
            seed: 0,
        }
    }

    pub fn heads(&self) -> usize {
        self.kv_heads * self.group
    }

    pub fn q_width(&self) -> usize {
        self.heads() * self.head_dim
    }

    /// The type of one of [`dtypes`](Self::dtypes) for rows of `cols` columns.
    pub fn dtype(&self, index: usize, cols: usize) -> DType {
        let wish = self.dtypes[index];
        if cols.is_multiple_of(wish.block_len()) { wish } else { DType::F32 }
    }

    /// A cache for this model.
    pub fn cache(&self, slots: usize, carry_rows: usize) -> KvShape {
        KvShape {
            layers: self.layers,
            slots,
            kv_heads: self.kv_heads,
            head_dim: self.head_dim,
            dtype: self.kv,
            carry_rows,
            hidden: self.hidden,
        }
    }

    /// The model on a backend.
    pub fn stack<B: Backend>(&self, backend: &Checked<B>) -> Result<Stack<B>> {
        let builder = Builder { model: self, backend };
        let constants = Constants {
            hidden: self.hidden,
            heads: self.heads(),
            kv_heads: self.kv_heads,
            head_dim: self.head_dim,
            rotary_dim: self.rotary_dim,
            eps: self.eps,
            emb_scale: self.emb_scale,
            hidden_scale: self.hidden_scale,
            normalize_carry: self.normalize_carry,
        };
        let weights = Weights {
            embed: builder.weight(0, self.vocab, self.hidden, 1)?,
            layers: (0..self.layers)
                .map(|layer| builder.layer(100 * (layer as u64 + 1)))
                .collect::<Result<_>>()?,
            norm: builder.row(self.hidden, 2)?,
            head: builder.weight(8, self.vocab, self.hidden, 3)?,
        };
        backend.stack(constants, weights)
    }
}

struct Builder<'a, B> {
    model: &'a Model,
    backend: &'a Checked<B>,
}

impl<B: Backend> Builder<'_, B> {
    fn layer(&self, seed: u64) -> Result<Layer<B::Tensor, B::Weight>> {
        let model = self.model;
        let (hidden, intermediate) = (model.hidden, model.intermediate);
        let (q, kv) = (model.q_width(), model.kv_heads * model.head_dim);
        let qkv = match model.fused {
            true => Qkv::Fused(self.linear(1, q + 2 * kv, seed)?),
            false => Qkv::Separate {
                q: self.linear(1, q, seed)?,
                k: self.linear(2, kv, seed + 2)?,
                v: self.linear(3, kv, seed + 4)?,
            },
        };
        let width = if model.gate == GateKind::Hidden { hidden } else { model.head_dim };
        let gate = match model.gate {
            GateKind::None => None,
            kind => Some(Gate {
                norm: self.optional(kind == GateKind::Hidden, hidden, seed + 6)?,
                weight: self.tensor(model.heads(), width, seed + 7, 1.0)?,
                bias: self.row(model.heads(), seed + 8)?,
            }),
        };
        Ok(Layer {
            input_norm: self.row(hidden, seed + 9)?,
            qkv,
            q_norm: self.optional(model.qk_norm[0], model.head_dim, seed + 10)?,
            k_norm: self.optional(model.qk_norm[1], model.head_dim, seed + 11)?,
            gate,
            o: self.weight(4, hidden, q, seed + 12)?,
            attention_output_norm: self.optional(model.output_norm[0], hidden, seed + 13)?,
            post_norm: self.tensor(1, hidden, seed + 14, model.scale)?,
            gate_proj: self.small_weight(5, intermediate, hidden, seed + 15)?,
            up_proj: self.small_weight(6, intermediate, hidden, seed + 16)?,
            down_proj: self.small_weight(7, hidden, intermediate, seed + 17)?,
            feed_forward_output_norm: self.optional(model.output_norm[1], hidden, seed + 18)?,
        })
    }

    fn linear(&self, dtype: usize, rows: usize, seed: u64) -> Result<Linear<B::Tensor, B::Weight>> {
        let weight = self.weight(dtype, rows, self.model.hidden, seed)?;
        Ok(Linear { weight, bias: self.optional(self.model.bias, rows, seed + 1)? })
    }

    fn weight(&self, dtype: usize, rows: usize, cols: usize, seed: u64) -> Result<B::Weight> {
        let dtype = self.model.dtype(dtype, cols);
        self.backend.weight(weight(dtype, rows, cols, 1.0, self.model.seed ^ seed)?)
    }

    /// A weight of the feed-forward half, whose products stay near 1 in size.
    fn small_weight(&self, dtype: usize, rows: usize, cols: usize, seed: u64) -> Result<B::Weight> {
        let dtype = self.model.dtype(dtype, cols);
        let size = feed_forward_size(cols);
        self.backend.weight(weight(dtype, rows, cols, size, self.model.seed ^ seed)?)
    }

    fn tensor(&self, rows: usize, cols: usize, seed: u64, scale: f32) -> Result<B::Tensor> {
        let values = values(self.model.seed ^ seed, rows * cols);
        self.backend.tensor(rows, cols, values.iter().map(|value| value * scale).collect())
    }

    fn row(&self, cols: usize, seed: u64) -> Result<B::Tensor> {
        self.tensor(1, cols, seed, 1.0)
    }

    fn optional(&self, there: bool, cols: usize, seed: u64) -> Result<Option<B::Tensor>> {
        there.then(|| self.row(cols, seed)).transpose()
    }
}

/// The largest weight of the feed-forward half in rows of `cols` columns: 3/√cols. A normed x and a weight
/// have the standard deviations 1/√3 and √3/√cols, so that a sum of `cols` products has 1.
pub(super) fn feed_forward_size(cols: usize) -> f32 {
    (3.0 / (cols as f32).sqrt()).min(1.0)
}

/// A weight of any type, of numbers in -size..size: random quants, under scales that are as large as
/// quants allow.
pub(super) fn weight(
    dtype: DType,
    rows: usize,
    cols: usize,
    size: f32,
    seed: u64,
) -> Result<WeightData> {
    let numbers: Vec<f32> = values(seed, rows * cols).into_iter().map(|x| x * size).collect();
    let bytes: Vec<u8> = match dtype {
        DType::F32 => numbers.iter().flat_map(|x| x.to_le_bytes()).collect(),
        DType::F16 => numbers.iter().flat_map(|x| f16::from_f32(*x).to_le_bytes()).collect(),
        DType::BF16 => {
            numbers.iter().flat_map(|x| half::bf16::from_f32(*x).to_le_bytes()).collect()
        }
        _ => {
            let block_bytes = dtype.block_bytes();
            let blocks = rows * cols / dtype.block_len();
            let random = values(!seed, blocks * block_bytes);
            let mut bytes: Vec<u8> =
                random.iter().map(|x| (x * 128.0).floor() as i8 as u8).collect();
            let signs = values(seed ^ 1, blocks);
            for (block, sign) in bytes.chunks_exact_mut(block_bytes).zip(signs) {
                set_scales(dtype, block, size.copysign(sign) * (0.75 + 0.25 * sign.abs()));
            }
            bytes
        }
    };
    WeightData::new(dtype, rows, cols, bytes.into())
}

/// Sets the scales of a block, so that no weight is larger than `size`.
fn set_scales(dtype: DType, block: &mut [u8], size: f32) {
    let mut half = |at: usize, value: f32| {
        block[at..at + 2].copy_from_slice(&f16::from_f32(value).to_le_bytes());
    };
    match dtype {
        DType::F32 | DType::F16 | DType::BF16 => {}
        DType::Q4_0 => half(0, size / 8.0),
        DType::Q4_1 => {
            half(0, size / 7.5);
            half(2, -size);
        }
        DType::Q5_0 => half(0, size / 16.0),
        DType::Q5_1 => {
            half(0, size / 15.5);
            half(2, -size);
        }
        DType::Q8_0 | DType::Q8_1 => half(0, size / 128.0),
        DType::Q2K => {
            half(80, size / 45.0);
            half(82, size / 15.0);
        }
        DType::Q3K => half(108, size / 128.0),
        DType::Q4K => {
            half(0, size / 945.0);
            half(2, size / 63.0);
        }
        DType::Q5K => {
            half(0, size / 1953.0);
            half(2, size / 63.0);
        }
        DType::Q6K => half(208, size / 4096.0),
        DType::Q8K => block[..4].copy_from_slice(&(size / 128.0).to_le_bytes()),
        DType::IQ4NL => half(0, size / 127.0),
        DType::IQ4XS => half(0, size / 4064.0),
        DType::IQ3S => half(0, size / 465.0),
        DType::IQ3XXS => half(0, size / 481.0),
        DType::IQ2S | DType::IQ2XS | DType::IQ2XXS => half(0, size / 167.0),
        DType::IQ1S => half(0, size / 17.0),
        DType::IQ1M => {
            let bits = f16::from_f32(size / 17.0).to_bits();
            for (digit, word) in block[48..].chunks_exact_mut(2).enumerate() {
                word[1] = word[1] & 15 | ((bits >> (4 * digit) & 15) as u8) << 4;
            }
        }
        DType::TQ1_0 => half(52, size),
        DType::TQ2_0 => half(64, size / 2.0),
        // Powers of two without a sign; the bias is 128 with the half that the format counts.
        DType::MXFP4 => block[0] = (128.0 + (size.abs() / 12.0).log2().floor()) as u8,
        DType::NVFP4 => block[..4].fill(((8.0 + (size.abs() / 12.0).log2().floor()) as u8) << 3),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weight_numbers_are_in_range_and_differ() {
        for (dtype, size) in DType::ALL.into_iter().flat_map(|dtype| [(dtype, 1.0), (dtype, 0.13)])
        {
            let numbers = weight(dtype, 8, 512, size, 3).expect("a weight").to_f32();
            let largest = numbers.iter().fold(0.0f32, |largest, x| largest.max(x.abs())) / size;
            assert!((0.5..1.01).contains(&largest), "{dtype}: {largest}");
            let squares = numbers.iter().map(|x| x * x).sum::<f32>() / numbers.len() as f32;
            let squares = squares / (size * size);
            assert!((0.02..0.6).contains(&squares), "{dtype}: {squares}");
        }
    }
}
