use candle_core::Tensor;

use crate::error::Result;
use crate::ops::linear::reference::linear;

/// silu(x·Gᵀ) · (x·Uᵀ), silu(z) = z / (1 + e^-z)
pub(crate) fn swiglu(x: &Tensor, gate: &Tensor, up: &Tensor) -> Result<Tensor> {
    Ok((linear(x, gate, None)?.silu()? * linear(x, up, None)?)?)
}

#[cfg(test)]
mod tests {
    use candle_core::{Device, Tensor, Var};

    use crate::{Backend, Reference};

    #[test]
    fn far_out_the_gradient_is_that_of_a_ramp() {
        let gate = Tensor::new(&[[-200.0f32], [0.0], [200.0]], &Device::Cpu).unwrap();
        let gate = Var::from_tensor(&gate).unwrap();
        let one = Reference.tensor(1, 1, vec![1.0]).unwrap();
        let up = Reference.tensor(3, 1, vec![1.0; 3]).unwrap();
        let y = Reference.swiglu(&one, &gate, &up).unwrap();
        let gradients = y.sum_all().unwrap().backward().unwrap();
        assert_eq!(Reference.read(gradients.get(&gate).unwrap()).unwrap(), [0.0, 0.5, 1.0]);
    }
}
