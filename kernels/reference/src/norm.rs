use candle_core::{D, Result, Tensor};

/// x / sqrt(mean(x²) + eps) · w, along the last dimension of x; w has as many elements.
pub(crate) fn rms_norm(x: &Tensor, weight: &Tensor, eps: f32) -> Result<Tensor> {
    let mean_square = x.sqr()?.mean_keepdim(D::Minus1)?;
    let scale = (mean_square + f64::from(eps))?.sqrt()?;
    x.broadcast_div(&scale)?.broadcast_mul(&weight.flatten_all()?)
}

/// The residual h plus x, x normed first where the layer has a norm of its output.
pub(crate) fn add_residual(
    h: &Tensor,
    x: &Tensor,
    norm: Option<&Tensor>,
    eps: f32,
) -> Result<Tensor> {
    match norm {
        Some(norm) => rms_norm(x, norm, eps)? + h,
        None => x + h,
    }
}
