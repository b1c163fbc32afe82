//! Training runs on the reference backend: gradients flow through every operation, the cache and
//! the carries included.

use candle_core::{Device, Tensor, Var};
use plt_kernels::ops::{Attention, Gate, GateInput, LoopInput, LoopOutput, RotaryWrite, Rotated};
use plt_kernels::{
    Backend, Batch, BatchRow, KvDType, KvShape, Reference, Result, RowInput, Span, Store, Window,
};

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
        let row = |p: u32| BatchRow {
            id: p,
            position: p,
            input: match (loop_index, p) {
                (0, _) => RowInput::First,
                (_, 0) => RowInput::Start,
                (_, p) => RowInput::Carry(p - 1),
            },
            store: match (loop_index, p) {
                (0, p) => Store::Page(p),
                (_, 0) => Store::Nowhere,
                (_, p) => Store::Ring(4 + p % 2),
            },
            carry: Some(p),
        };
        let window = Window { keys: 2, ring: 4, ring_len: 2 };
        let span = Span {
            sequence: 0,
            first_row: 0,
            len: ROWS,
            start: 0,
            window: (loop_index > 0).then_some(window),
        };
        let batch = Batch {
            rows: (0..ROWS as u32).map(row).collect(),
            spans: vec![span],
            block_size: 2,
            block_tables: vec![vec![0, 1]],
            outputs: vec![2, 0, 1],
        };
        let batch = reference.batch(&cache, batch)?;
        let (emb_scale, hidden_scale) = (0.7, 0.4);
        let args = LoopInput { table: x, emb_scale, hidden_scale, norm: &norm, eps: 1e-5 };
        let (h, z) = reference.loop_input(&cache, &batch, args)?;
        let q = reference.linear(&z, w, None)?;
        let input = match loop_index {
            0 => GateInput::Query,
            _ => GateInput::Hidden { h: &h, norm: &norm, eps: 1e-5 },
        };
        let Rotated { q, k, gate } = reference.rotary_write(
            &mut cache,
            &batch,
            RotaryWrite {
                layer: 0,
                q: q.clone(),
                k: q,
                v: &h,
                theta: 100.0,
                gate: Some(Gate { input, weight: &norm, bias: &bias }),
            },
        )?;
        let args = Attention { layer: 0, heads: 1, q: &q, k: &k, v: &h, gate: gate.as_ref() };
        let y = reference.attention(&mut cache, &batch, args)?;
        let y = reference.linear(&reference.swiglu(&y, w, w)?, w, Some(&h))?;
        let args = LoopOutput { h: &y, norm: &norm, eps: 1e-5, normalize_carry: loop_index == 0 };
        out = Some(reference.loop_output(&mut cache, &batch, args)?);
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
