//! Training runs on the reference backend: gradients flow through every operation, the cache and
//! the carries included.

use candle_core::{Device, Tensor, Var};
use plt_kernels::ops::{
    Attention, AttentionSpan, Gate, GateInput, LoopInput, LoopRow, RingWrite, RotaryWrite, Window,
};
use plt_kernels::{Backend, KvDType, KvShape, Reference, Result};

const ROWS: usize = 3;
const WIDTH: usize = 4;

/// Two loops over three positions, one pass each: everything that a layer does, into one number.
fn loss(x: &Tensor, w: &Tensor) -> Result<Tensor> {
    let reference = Reference::new();
    let mut cache = reference.cache(KvShape {
        layers: 1,
        slots: 6,
        kv_heads: 1,
        head_dim: WIDTH,
        dtype: KvDType::F32,
        carry_rows: ROWS,
        hidden: WIDTH,
    })?;
    let norm = w.narrow(0, 0, 1)?;
    let bias = w.narrow(0, 1, 1)?.narrow(1, 0, 1)?;
    let mut out = None;
    for loop_index in 0..2 {
        let inputs: Vec<LoopRow> = (0..ROWS as u32)
            .map(|p| match (loop_index, p) {
                (0, _) => LoopRow::First,
                (_, 0) => LoopRow::Start,
                (_, p) => LoopRow::Carry(p - 1),
            })
            .collect();
        let args = LoopInput { embeddings: x, rows: &inputs, emb_scale: 0.7, hidden_scale: 0.4 };
        let h = reference.loop_input(&cache, args)?;
        let q = reference.linear(&reference.rms_norm(&h, &norm, 1e-5)?, w, None)?;
        let pages: Vec<(u32, u32)> = match loop_index {
            0 => (0..ROWS as u32).map(|row| (row, row)).collect(),
            _ => Vec::new(),
        };
        let args = RotaryWrite {
            layer: 0,
            q: q.clone(),
            k: q,
            v: &h,
            positions: &[0, 1, 2],
            theta: 100.0,
            writes: &pages,
        };
        let (q, k) = reference.rotary_write(&mut cache, args)?;
        let input = match loop_index {
            0 => GateInput::Query { q: &q },
            _ => GateInput::Hidden { h: &h, norm: &norm, eps: 1e-5 },
        };
        let gate = reference.gate(Gate { input, weight: &norm, bias: &bias })?;
        let window = Window { keys: 2, ring: 4, ring_len: 2 };
        let span = AttentionSpan {
            sequence: 0,
            first_row: 0,
            len: ROWS,
            start: 0,
            window: (loop_index > 0).then_some(window),
        };
        let y = reference.attention(
            &cache,
            Attention {
                layer: 0,
                heads: 1,
                q: &q,
                k: &k,
                v: &h,
                gate: Some(&gate),
                block_size: 2,
                block_tables: &[&[0, 1]],
                spans: &[span],
            },
        )?;
        let writes = &[(1, 5), (2, 4)];
        reference.ring_write(&mut cache, RingWrite { layer: 0, k: &k, v: &h, writes })?;
        let y = reference.linear(&reference.swiglu(&y, &h)?, w, Some(&h))?;
        reference.carry_write(&mut cache, &y, &[(0, 0), (1, 1), (2, 2)])?;
        out = Some(y);
    }
    let y = out.expect("two loops");
    // Weights of their own, so that no gradient cancels.
    let weights: Vec<f32> = (0..ROWS * WIDTH).map(|i| 0.3 + 0.1 * i as f32).collect();
    Ok((y * Tensor::from_vec(weights, (ROWS, WIDTH), &Device::Cpu)?)?.sum_all()?)
}

fn values(count: usize, seed: usize) -> Vec<f32> {
    (0..count).map(|i| ((i * 29 + seed * 17) % 23) as f32 / 11.5 - 1.0).collect()
}

fn number(tensor: &Tensor) -> f64 {
    f64::from(tensor.to_scalar::<f32>().expect("a number"))
}

#[test]
fn gradients_agree_with_finite_differences() {
    // Central differences with step s err by about s² of the third derivative and by 6e-8 / s of
    // rounding in f32; s = 1e-2 keeps both near 1e-4 of values of size 1.
    const STEP: f32 = 1e-2;
    const TOLERANCE: f64 = 5e-3;
    let x = values(ROWS * WIDTH, 1);
    let w = values(WIDTH * WIDTH, 2);
    let tensor = |v: &[f32], rows: usize| {
        Var::from_tensor(&Tensor::from_slice(v, (rows, WIDTH), &Device::Cpu).unwrap()).unwrap()
    };
    let (x_var, w_var) = (tensor(&x, ROWS), tensor(&w, WIDTH));
    let gradients = loss(&x_var, &w_var).expect("a loss").backward().expect("gradients");

    for (name, var, of_x) in [("x", &x_var, true), ("w", &w_var, false)] {
        let gradient = gradients.get(var).expect("a gradient").flatten_all().unwrap();
        let gradient = gradient.to_vec1::<f32>().unwrap();
        for (i, gradient) in gradient.iter().enumerate() {
            let at = |step: f32| {
                let (mut x, mut w) = (x.clone(), w.clone());
                if of_x {
                    x[i] += step
                } else {
                    w[i] += step
                }
                number(&loss(&tensor(&x, ROWS), &tensor(&w, WIDTH)).expect("a loss"))
            };
            let expected = (at(STEP) - at(-STEP)) / f64::from(2.0 * STEP);
            let error = (f64::from(*gradient) - expected).abs() / expected.abs().max(1.0);
            assert!(error <= TOLERANCE, "{name}[{i}]: {gradient}, expected {expected}");
        }
    }
}
