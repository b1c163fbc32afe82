//! Training runs on the reference backend: gradients flow through every half layer, the cache and the
//! carries included.

use candle_core::{Device, Tensor, Var};
use plt_backend::{
    Batch, BatchRow, BatchSpan, Checked, Constants, Gate, KvDType, KvShape, Layer, Linear, Qkv,
    Result, RowInput, Store, Weights, Window,
};
use plt_reference::Reference;

const ROWS: usize = 3;
const WIDTH: usize = 4;

/// The optional fields of a layer.
#[derive(Debug, Clone, Copy)]
struct Fields {
    fused: bool,
    bias: bool,
    norms: bool,
    hidden_gate: bool,
}

/// A layer whose tensors are all parts of w.
fn layer(w: &Tensor, fields: Fields) -> Result<Layer<Tensor, Tensor>> {
    let part = |rows: usize, start: usize| w.narrow(0, start, rows).expect("rows of w");
    let row = |start: usize| part(1, start);
    let bias = |rows: usize| {
        let row = row(0);
        let columns = Tensor::cat(&vec![&row; rows.div_ceil(WIDTH)], 1).expect("a row");
        fields.bias.then_some(columns)
    };
    let norm = |start: usize| fields.norms.then(|| row(start));
    let qkv = match fields.fused {
        true => {
            let weight = Tensor::cat(&[w, w, w], 0).expect("three of them");
            Qkv::Fused(Linear { weight, bias: bias(3 * WIDTH) })
        }
        false => {
            let linear = || Linear { weight: w.clone(), bias: bias(WIDTH) };
            Qkv::Separate { q: linear(), k: linear(), v: linear() }
        }
    };
    let gate = Gate {
        norm: fields.hidden_gate.then(|| row(2)),
        weight: row(1),
        bias: row(3).narrow(1, 0, 1).expect("an element"),
    };
    Ok(Layer {
        input_norm: row(0),
        qkv,
        q_norm: norm(1),
        k_norm: norm(2),
        gate: Some(gate),
        o: w.clone(),
        attention_output_norm: norm(3),
        post_norm: row(1),
        gate_proj: w.clone(),
        up_proj: w.clone(),
        down_proj: w.clone(),
        feed_forward_output_norm: norm(0),
    })
}

/// Two loops over three positions, one pass each: everything that a layer does, into one number.
fn loss(x: &Tensor, w: &Tensor, fields: Fields) -> Result<Tensor> {
    let backend = Checked::new(Reference::new());
    let mut cache = backend.cache(KvShape {
        layers: 1,
        slots: 6,
        kv_heads: 1,
        head_dim: WIDTH,
        dtype: KvDType::F32,
        carry_rows: ROWS + 1,
        hidden: WIDTH,
    })?;
    let mut out = None;
    for loop_index in 0..2 {
        let constants = Constants {
            hidden: WIDTH,
            heads: 1,
            kv_heads: 1,
            head_dim: WIDTH,
            // Once half a head, once all of it.
            rotary_dim: 2 + 2 * loop_index,
            eps: 1e-5,
            emb_scale: 0.7,
            hidden_scale: 0.4,
            normalize_carry: loop_index == 0,
        };
        let weights = Weights {
            embed: x.clone(),
            layers: vec![layer(w, fields)?],
            norm: w.narrow(0, 0, 1).expect("a row"),
            head: w.clone(),
        };
        let half = constants.rotary_dim / 2;
        let stack = backend.stack(constants, weights)?;
        let row = |p: u32| BatchRow {
            id: p,
            input: match (loop_index, p) {
                (0, _) => RowInput::First,
                (_, 0) => RowInput::Start,
                // Position 2 has its carry from a copy.
                (_, 2) => RowInput::Carry(ROWS as u32),
                (_, p) => RowInput::Carry(p - 1),
            },
            store: match (loop_index, p) {
                (0, p) => Store::Block(p),
                (_, 0) => Store::Nowhere,
                (_, p) => Store::Ring(4 + p % 2),
            },
            carry: Some(p),
        };
        let window = Window { keys: 2, ring: 4, ring_len: 2, first: 0 };
        let window = (loop_index > 0).then_some(window);
        let angle = |i: usize| {
            let (sin, cos) = ((i / half) as f32 * 0.1f32.powi((i % half) as i32)).sin_cos();
            [cos, sin]
        };
        let batch = Batch {
            rows: (0..ROWS as u32).map(row).collect(),
            spans: vec![BatchSpan { sequence: 0, first_row: 0, len: ROWS, start: 0, window }],
            block_size: 2,
            block_tables: vec![vec![0, 1]],
            cos_sin: (0..ROWS * half).map(angle).collect(),
            outputs: vec![2, 0, 1],
        };
        let batch = backend.batch(&cache, batch)?;
        let h = backend.loop_input(&stack, &cache, &batch)?;
        let input = backend.attention_input(&stack, 0, &mut cache, &batch, &h)?;
        let y = backend.attention(&stack, 0, &mut cache, &batch, &input)?;
        let h = backend.attention_output(&stack, 0, &y, &h)?;
        let h = backend.feed_forward(&stack, 0, &h)?;
        let outputs = backend.loop_output(&stack, &mut cache, &batch, &h)?;
        backend.copy_carries(&mut cache, &[1], &[ROWS as u32])?;
        backend.copy_slots(&mut cache, &[0], &[3])?;
        out = Some(backend.logits(&stack, &outputs)?);
    }
    let y = out.expect("two loops");
    // Weights of their own, so that no gradient cancels.
    let weights: Vec<f32> = (0..ROWS * WIDTH).map(|i| 0.3 + 0.1 * i as f32).collect();
    let weights = Tensor::from_vec(weights, (ROWS, WIDTH), &Device::Cpu).expect("its size");
    Ok((y * weights).and_then(|y| y.sum_all()).expect("a number"))
}

fn values(count: usize, seed: usize) -> Vec<f32> {
    (0..count).map(|i| ((i * 29 + seed * 17) % 23) as f32 / 11.5 - 1.0).collect()
}

fn number(tensor: &Tensor) -> f64 {
    f64::from(tensor.to_scalar::<f32>().expect("a number"))
}

#[test]
fn half_layer_gradients_agree_with_finite_differences() {
    // Central differences with step s err by about s² of the third derivative and by 6e-8 / s of
    // rounding in f32; s = 1e-2 keeps both near 1e-4 of values of size 1.
    const STEP: f32 = 1e-2;
    const TOLERANCE: f64 = 5e-3;
    let x = values(ROWS * WIDTH, 1);
    let w = values(WIDTH * WIDTH, 2);
    let tensor = |v: &[f32], rows: usize| {
        Var::from_tensor(&Tensor::from_slice(v, (rows, WIDTH), &Device::Cpu).unwrap()).unwrap()
    };
    for fields in [
        Fields { fused: false, bias: false, norms: false, hidden_gate: false },
        Fields { fused: false, bias: true, norms: false, hidden_gate: true },
        Fields { fused: true, bias: true, norms: true, hidden_gate: true },
    ] {
        let (x_var, w_var) = (tensor(&x, ROWS), tensor(&w, WIDTH));
        let gradients =
            loss(&x_var, &w_var, fields).expect("a loss").backward().expect("gradients");

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
                    number(&loss(&tensor(&x, ROWS), &tensor(&w, WIDTH), fields).expect("a loss"))
                };
                let expected = (at(STEP) - at(-STEP)) / f64::from(2.0 * STEP);
                let error = (f64::from(*gradient) - expected).abs() / expected.abs().max(1.0);
                assert!(
                    error <= TOLERANCE,
                    "{fields:?}, {name}[{i}]: {gradient}, expected {expected}"
                );
            }
        }
    }
}
