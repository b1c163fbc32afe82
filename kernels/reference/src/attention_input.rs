use candle_core::{Device, Result, Tensor};
use plt_backend::{AttentionInput, Batch, Constants, Layer, Qkv};

use crate::gate::gate;
use crate::linear::linear;
use crate::norm::rms_norm;

/// Queries, keys, values and gates of a layer with input h.
pub(crate) fn attention_input(
    constants: &Constants,
    layer: &Layer<Tensor, Tensor>,
    batch: &Batch,
    h: &Tensor,
) -> Result<AttentionInput<Tensor>> {
    let eps = constants.eps;
    let x = rms_norm(h, &layer.input_norm, eps)?;
    let [q, k, v] = project(constants, &layer.qkv, &x)?;
    let q = rotate(constants, batch, &norm_heads(constants, &q, layer.q_norm.as_ref())?)?;
    let k = rotate(constants, batch, &norm_heads(constants, &k, layer.k_norm.as_ref())?)?;
    let weights = layer.gate.as_ref().filter(|_| batch.gated());
    let gate = weights.map(|weights| gate(weights, h, &q, eps)).transpose()?;
    Ok(AttentionInput { q, k, v, gate })
}

fn project(constants: &Constants, qkv: &Qkv<Tensor, Tensor>, x: &Tensor) -> Result<[Tensor; 3]> {
    match qkv {
        Qkv::Separate { q, k, v } => Ok([linear(x, q)?, linear(x, k)?, linear(x, v)?]),
        Qkv::Fused(qkv) => {
            let (q, kv) = (constants.q_width(), constants.kv_width());
            let y = linear(x, qkv)?;
            let columns = |start, len| y.narrow(1, start, len)?.contiguous();
            Ok([columns(0, q)?, columns(q, kv)?, columns(q + kv, kv)?])
        }
    }
}

/// x `[rows, heads · head_dim]`, every head normed if there is a norm.
fn norm_heads(constants: &Constants, x: &Tensor, norm: Option<&Tensor>) -> Result<Tensor> {
    let Some(norm) = norm else { return Ok(x.clone()) };
    let (rows, cols) = x.dims2()?;
    let heads = x.reshape((rows, cols / constants.head_dim, constants.head_dim))?;
    rms_norm(&heads, norm, constants.eps)?.reshape((rows, cols))
}

/// Rotates every head of x `[rows, heads · head_dim]` by its row's angles.
fn rotate(constants: &Constants, batch: &Batch, x: &Tensor) -> Result<Tensor> {
    let Constants { head_dim, rotary_dim, .. } = *constants;
    if rotary_dim == 0 {
        return Ok(x.clone());
    }
    let (rows, cols) = x.dims2()?;
    let half = rotary_dim / 2;
    let table = |which: usize| {
        let values: Vec<f32> = batch.cos_sin.iter().map(|cos_sin| cos_sin[which]).collect();
        Tensor::from_vec(values, (rows, 1, half), &Device::Cpu)
    };
    let (cos, sin) = (table(0)?, table(1)?);

    let x = x.reshape((rows, cols / head_dim, head_dim))?;
    let (first, second) = (x.narrow(2, 0, half)?, x.narrow(2, half, half)?);
    let rotated_first = (first.broadcast_mul(&cos)? - second.broadcast_mul(&sin)?)?;
    let rotated_second = (second.broadcast_mul(&cos)? + first.broadcast_mul(&sin)?)?;
    let mut parts = vec![rotated_first, rotated_second];
    if rotary_dim < head_dim {
        parts.push(x.narrow(2, rotary_dim, head_dim - rotary_dim)?);
    }
    Tensor::cat(&parts, 2)?.reshape((rows, cols))
}
