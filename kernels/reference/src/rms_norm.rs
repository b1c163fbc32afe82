use candle_core::{D, Tensor};

use crate::error::Result;

/// x / sqrt(mean(x²) + eps) · w
pub(crate) fn rms_norm(x: &Tensor, weight: &Tensor, eps: f32) -> Result<Tensor> {
    let mean_square = x.sqr()?.mean_keepdim(D::Minus1)?;
    let scale = (mean_square + f64::from(eps))?.sqrt()?;
    Ok(x.broadcast_div(&scale)?.broadcast_mul(&weight.flatten_all()?)?)
}
