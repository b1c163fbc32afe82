use candle_core::{Device, Tensor};

use super::{RotaryWrite, Rotated};
use crate::batch::Batch;
use crate::error::Result;
use crate::ops::gate;
use crate::reference::{Reference, ReferenceCache};

pub(crate) fn rotary_write(
    cache: &mut ReferenceCache,
    batch: &Batch,
    args: RotaryWrite<'_, Reference>,
) -> Result<Rotated<Reference>> {
    let RotaryWrite { layer, q, k, v, theta, gate } = args;
    let head_dim = cache.shape().head_dim;
    let positions: Vec<u32> = batch.rows.iter().map(|row| row.position).collect();
    let q = rotate(&q, head_dim, &positions, theta)?;
    let k = rotate(&k, head_dim, &positions, theta)?;
    cache.write(layer, &k, v, batch.page_writes())?;
    let gate = gate.map(|gate| gate::reference::gate(&gate, &q)).transpose()?;
    Ok(Rotated { q, k, gate })
}

/// Rotates every head of x `[rows, heads · head_dim]` by its row's position.
fn rotate(x: &Tensor, head_dim: usize, positions: &[u32], theta: f64) -> Result<Tensor> {
    let (rows, cols) = x.dims2()?;
    let half = head_dim / 2;
    let angles: Vec<f64> = positions
        .iter()
        .flat_map(|position| {
            (0..half)
                .map(move |d| f64::from(*position) * theta.powf(-2.0 * d as f64 / head_dim as f64))
        })
        .collect();
    let table = |f: fn(f64) -> f64| {
        let values: Vec<f32> = angles.iter().map(|angle| f(*angle) as f32).collect();
        Tensor::from_vec(values, (rows, 1, half), &Device::Cpu)
    };
    let (cos, sin) = (table(f64::cos)?, table(f64::sin)?);

    let x = x.reshape((rows, cols / head_dim, head_dim))?;
    let (first, second) = (x.narrow(2, 0, half)?, x.narrow(2, half, half)?);
    let rotated_first = (first.broadcast_mul(&cos)? - second.broadcast_mul(&sin)?)?;
    let rotated_second = (second.broadcast_mul(&cos)? + first.broadcast_mul(&sin)?)?;
    Ok(Tensor::cat(&[rotated_first, rotated_second], 2)?.reshape((rows, cols))?)
}
