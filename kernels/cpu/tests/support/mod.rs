//! A small model and a cache, made by hand.

use plt_backend::{
    Backend, CachePart, Checked, Constants, KvDType, KvShape, Layer, Linear, Qkv, Stack,
    WeightData, Weights,
};

/// One layer, one head of two elements, hidden vectors of two elements.
pub const SHAPE: KvShape = KvShape {
    layers: 1,
    slots: 8,
    kv_heads: 1,
    head_dim: 2,
    dtype: KvDType::F32,
    carry_rows: 2,
    hidden: 2,
};

pub fn tensor<B: Backend>(backend: &Checked<B>, rows: usize, values: &[f32]) -> B::Tensor {
    backend.tensor(rows, values.len() / rows, values.to_vec()).expect("a tensor")
}

pub fn weight<B: Backend>(backend: &Checked<B>, rows: usize, values: &[f32]) -> B::Weight {
    let data = WeightData::from_f32(rows, values.len() / rows, values).expect("a weight");
    backend.weight(data).expect("a weight")
}

pub fn constants(shape: &KvShape, heads: usize) -> Constants {
    Constants {
        hidden: shape.hidden,
        heads,
        kv_heads: shape.kv_heads,
        head_dim: shape.head_dim,
        rotary_dim: 0,
        eps: 0.0,
        emb_scale: 1.0,
        hidden_scale: 1.0,
        normalize_carry: true,
    }
}

/// A model of this shape whose weights are zeros and whose norms are ones.
pub fn weights<B: Backend>(
    backend: &Checked<B>,
    shape: &KvShape,
    heads: usize,
) -> Weights<B::Tensor, B::Weight> {
    let (hidden, q) = (shape.hidden, heads * shape.head_dim);
    let kv = shape.kv_heads * shape.head_dim;
    let zeros = |rows: usize, cols: usize| weight(backend, rows, &vec![0.0; rows * cols]);
    let norm = || tensor(backend, 1, &vec![1.0; hidden]);
    let layer = |_| Layer {
        input_norm: norm(),
        qkv: Qkv::Separate {
            q: Linear::new(zeros(q, hidden)),
            k: Linear::new(zeros(kv, hidden)),
            v: Linear::new(zeros(kv, hidden)),
        },
        q_norm: None,
        k_norm: None,
        gate: None,
        o: zeros(hidden, q),
        attention_output_norm: None,
        post_norm: norm(),
        gate_proj: zeros(hidden, hidden),
        up_proj: zeros(hidden, hidden),
        down_proj: zeros(hidden, hidden),
        feed_forward_output_norm: None,
    };
    Weights {
        embed: zeros(3, hidden),
        layers: (0..shape.layers).map(layer).collect(),
        norm: norm(),
        head: zeros(3, hidden),
    }
}

/// A model for operations that use no weights.
pub fn stack<B: Backend>(backend: &Checked<B>, shape: &KvShape, heads: usize) -> Stack<B> {
    backend.stack(constants(shape, heads), weights(backend, shape, heads)).expect("shapes fit")
}

/// Stores keys and values `[slots.len(), kv_heads · head_dim]` in layer 0, rounded to the cache's type.
pub fn write<B: Backend>(
    backend: &Checked<B>,
    cache: &mut B::Cache,
    slots: &[u32],
    keys: &[f32],
    values: &[f32],
) {
    let KvShape { kv_heads, head_dim, dtype, .. } = *backend.cache_shape(cache);
    let width = kv_heads * head_dim;
    let rows = keys.chunks_exact(width).zip(values.chunks_exact(width));
    let bytes: Vec<u8> =
        rows.flat_map(|(k, v)| [dtype.encode(k), dtype.encode(v)].concat()).collect();
    backend.import(cache, CachePart::Slots { layer: 0, slots }, &bytes).expect("slots");
}

/// The key and the value of a slot of layer 0.
pub fn read<B: Backend>(backend: &Checked<B>, cache: &B::Cache, slot: u32) -> [Vec<f32>; 2] {
    let part = CachePart::Slots { layer: 0, slots: &[slot] };
    let bytes = backend.export(cache, part).expect("a slot");
    let dtype = backend.cache_shape(cache).dtype;
    let (key, value) = bytes.split_at(bytes.len() / 2);
    [dtype.decode(key), dtype.decode(value)]
}

pub fn carry<B: Backend>(backend: &Checked<B>, cache: &B::Cache, row: u32) -> Vec<f32> {
    let bytes = backend.export(cache, CachePart::Carries(&[row])).expect("a carry");
    KvDType::F32.decode(&bytes)
}

pub fn write_carry<B: Backend>(
    backend: &Checked<B>,
    cache: &mut B::Cache,
    row: u32,
    values: &[f32],
) {
    let bytes = KvDType::F32.encode(values);
    backend.import(cache, CachePart::Carries(&[row]), &bytes).expect("a carry");
}

pub fn assert_close<B: Backend>(backend: &Checked<B>, tensor: &B::Tensor, expected: &[f32]) {
    let got = backend.read(tensor).expect("readable");
    assert_eq!(got.len(), expected.len());
    for (got, expected) in got.iter().zip(expected) {
        assert!((got - expected).abs() <= 1e-6, "{}: {got}, not {expected}", backend.name());
    }
}
