use candle_core::Tensor;

use crate::error::Result;

/// x · Wᵀ (+ residual)
pub(crate) fn linear(x: &Tensor, weight: &Tensor, residual: Option<&Tensor>) -> Result<Tensor> {
    let y = x.matmul(&weight.t()?)?;
    Ok(match residual {
        Some(residual) => (y + residual)?,
        None => y,
    })
}
