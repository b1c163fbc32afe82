//! A number that is not finite shows in the heads that see it, and in no others.

use super::{Failure, Outcome, Suite, failed};
use crate::{
    AttentionInput, Backend, Batch, BatchRow, BatchSpan, CachePart, Checked, Constants, KvDType,
    KvShape, Layer, Linear, Qkv, Result, Stack, WeightData, Weights,
};

const HIDDEN: usize = 8;
const HEADS: usize = 2;
/// Whole blocks of every cache type.
const HEAD_DIM: usize = 64;
const WIDTH: usize = HEADS * HEAD_DIM;
const BLOCK_SIZE: usize = 16;
/// The position of both rows.
const POSITION: usize = 4;

impl<B: Backend, R: Backend> Suite<'_, B, R> {
    pub(super) fn not_finite(&self) -> Result<(), Failure> {
        for dtype in KvDType::ALL {
            for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
                check(self.backend, dtype, bad).map_err(|reason| Failure {
                    operation: "attention",
                    reason,
                    case: format!("{bad} in the KV cache, {dtype:?}"),
                })?;
            }
        }
        Ok(())
    }
}

/// Compares attention over finite numbers with that over a cache with `bad` in the first head of the
/// first sequence.
fn check<B: Backend>(backend: &Checked<B>, dtype: KvDType, bad: f32) -> Outcome {
    let number = |i: usize| (i * 37 % 101) as f32 / 50.5 - 1.0;
    // Both sequences have the same keys and values.
    let finite: Vec<f32> =
        (0..2 * BLOCK_SIZE * WIDTH).map(|i| number(i % (BLOCK_SIZE * WIDTH))).collect();
    let good = attend(backend, dtype, &finite, &finite).map_err(failed)?;
    if !good.iter().all(|y| y.is_finite()) {
        return Err("finite numbers give one that is not finite".to_owned());
    }
    let mut changed = finite.clone();
    changed[WIDTH + 5] = bad;
    // A score of -∞ has weight 0, which is correct.
    let in_keys = bad.is_nan().then_some((&changed, &finite));
    for (k, v) in in_keys.into_iter().chain([(&finite, &changed)]) {
        let y = attend(backend, dtype, k, v).map_err(failed)?;
        if y[..HEAD_DIM].iter().all(|y| y.is_finite()) {
            return Err("it does not show".to_owned());
        }
        if y[HEAD_DIM..] != good[HEAD_DIM..] {
            return Err("it shows elsewhere".to_owned());
        }
    }
    Ok(())
}

/// Attention of one row of each of two sequences, whose keys and values are these, `[slots, WIDTH]`.
fn attend<B: Backend>(
    backend: &Checked<B>,
    dtype: KvDType,
    k: &[f32],
    v: &[f32],
) -> Result<Vec<f32>> {
    let mut cache = backend.cache(KvShape {
        layers: 1,
        slots: 2 * BLOCK_SIZE,
        kv_heads: HEADS,
        head_dim: HEAD_DIM,
        dtype,
        carry_rows: 0,
        hidden: HIDDEN,
    })?;
    for (slot, (k, v)) in (0..).zip(k.chunks(WIDTH).zip(v.chunks(WIDTH))) {
        let bytes = [dtype.encode(k), dtype.encode(v)].concat();
        backend.import(&mut cache, CachePart::Slots { layer: 0, slots: &[slot] }, &bytes)?;
    }
    let span = |sequence| BatchSpan {
        sequence,
        first_row: sequence,
        len: 1,
        start: POSITION,
        window: None,
    };
    let batch = Batch {
        rows: vec![BatchRow::default(); 2],
        spans: vec![span(0), span(1)],
        block_size: BLOCK_SIZE,
        block_tables: vec![vec![0], vec![1]],
        ..Batch::default()
    };
    let batch = backend.batch(&cache, batch)?;
    let rows = || backend.tensor(2, WIDTH, (0..2 * WIDTH).map(|i| i as f32 / 256.0).collect());
    let input = AttentionInput { q: rows()?, k: rows()?, v: rows()?, gate: None };
    backend.read(&backend.attention(&stack(backend)?, 0, &mut cache, &batch, &input)?)
}

/// A model of one layer, whose weights attention does not use.
fn stack<B: Backend>(backend: &Checked<B>) -> Result<Stack<B>> {
    let constants = Constants {
        hidden: HIDDEN,
        heads: HEADS,
        kv_heads: HEADS,
        head_dim: HEAD_DIM,
        rotary_dim: 0,
        eps: 1e-5,
        emb_scale: 1.0,
        hidden_scale: 1.0,
        normalize_carry: true,
    };
    let norm = || backend.tensor(1, HIDDEN, vec![1.0; HIDDEN]);
    let weight = |rows: usize, cols: usize| {
        backend.weight(WeightData::from_f32(rows, cols, &vec![0.0; rows * cols])?)
    };
    let layer = Layer {
        input_norm: norm()?,
        qkv: Qkv::Fused(Linear::new(weight(3 * WIDTH, HIDDEN)?)),
        q_norm: None,
        k_norm: None,
        gate: None,
        o: weight(HIDDEN, WIDTH)?,
        attention_output_norm: None,
        post_norm: norm()?,
        gate_proj: weight(HIDDEN, HIDDEN)?,
        up_proj: weight(HIDDEN, HIDDEN)?,
        down_proj: weight(HIDDEN, HIDDEN)?,
        feed_forward_output_norm: None,
    };
    let (embed, head) = (weight(1, HIDDEN)?, weight(1, HIDDEN)?);
    backend.stack(constants, Weights { embed, layers: vec![layer], norm: norm()?, head })
}
