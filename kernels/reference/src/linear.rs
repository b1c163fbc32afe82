use candle_core::{Result, Tensor};
use plt_backend::Linear;

/// x · Wᵀ
pub(crate) fn multiply(x: &Tensor, weight: &Tensor) -> Result<Tensor> {
    x.matmul(&weight.t()?)
}

/// x · Wᵀ + b
pub(crate) fn linear(x: &Tensor, linear: &Linear<Tensor, Tensor>) -> Result<Tensor> {
    let y = multiply(x, &linear.weight)?;
    match &linear.bias {
        Some(bias) => y.broadcast_add(&bias.flatten_all()?),
        None => Ok(y),
    }
}
