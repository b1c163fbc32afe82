use candle_core::{Result, Tensor};
use plt_backend::{Constants, Layer};

use crate::linear::multiply;
use crate::norm::{add_residual, rms_norm};

/// h + [norm](down(silu(gate z) · up z)), z = RMSNorm(h)
pub(crate) fn feed_forward(
    constants: &Constants,
    layer: &Layer<Tensor, Tensor>,
    h: &Tensor,
) -> Result<Tensor> {
    let z = rms_norm(h, &layer.post_norm, constants.eps)?;
    let f = multiply(&swiglu(&z, &layer.gate_proj, &layer.up_proj)?, &layer.down_proj)?;
    add_residual(h, &f, layer.feed_forward_output_norm.as_ref(), constants.eps)
}

/// silu(x·Gᵀ) · (x·Uᵀ), silu(z) = z / (1 + e^-z)
fn swiglu(x: &Tensor, gate: &Tensor, up: &Tensor) -> Result<Tensor> {
    multiply(x, gate)?.silu()? * multiply(x, up)?
}

#[cfg(test)]
mod tests {
    use candle_core::{Device, Var};

    use super::*;

    #[test]
    fn swiglu_gradient_is_that_of_a_ramp_far_from_zero() {
        let tensor = |values: &[f32], shape| Tensor::from_slice(values, shape, &Device::Cpu);
        let gate = Var::from_tensor(&tensor(&[-200.0, 0.0, 200.0], (3, 1)).unwrap()).unwrap();
        let one = tensor(&[1.0], (1, 1)).unwrap();
        let up = tensor(&[1.0; 3], (3, 1)).unwrap();
        let y = swiglu(&one, &gate, &up).unwrap();
        let gradients = y.sum_all().unwrap().backward().unwrap();
        let gradient = gradients.get(&gate).unwrap();
        assert_eq!(gradient.to_vec2::<f32>().unwrap(), [[0.0], [0.5], [1.0]]);
    }
}
