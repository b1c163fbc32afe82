use candle_core::Tensor;

use crate::error::Result;

/// silu(z) · u, silu(z) = z / (1 + e^-z)
pub(crate) fn swiglu(gate: &Tensor, up: &Tensor) -> Result<Tensor> {
    Ok((gate.silu()? * up)?)
}

#[cfg(test)]
mod tests {
    use candle_core::{Device, Tensor, Var};

    use crate::{Backend, Reference};

    #[test]
    fn far_out_the_gradient_is_that_of_a_ramp() {
        let z = Tensor::new(&[[-200.0f32, 0.0, 200.0]], &Device::Cpu).unwrap();
        let z = Var::from_tensor(&z).unwrap();
        let up = Reference.tensor(1, 3, vec![1.0; 3]).unwrap();
        let y = Reference.swiglu(&z, &up).unwrap();
        let gradients = y.sum_all().unwrap().backward().unwrap();
        assert_eq!(Reference.read(gradients.get(&z).unwrap()).unwrap(), [0.0, 0.5, 1.0]);
    }
}
