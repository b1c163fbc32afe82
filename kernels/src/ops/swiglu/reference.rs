use candle_core::Tensor;

use crate::error::Result;

/// silu(z) · u, silu(z) = z / (1 + e^-z)
pub(crate) fn swiglu(gate: &Tensor, up: &Tensor) -> Result<Tensor> {
    Ok((gate.silu()? * up)?)
}
