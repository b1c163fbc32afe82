use candle_core::Tensor;

use crate::error::Result;

/// silu(z) · u, silu(z) = z / (1 + e^-z)
pub(crate) fn swiglu(gate: &Tensor, up: &Tensor) -> Result<Tensor> {
    let silu = gate.div(&(gate.neg()?.exp()? + 1.0)?)?;
    Ok((silu * up)?)
}
