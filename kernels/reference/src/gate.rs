use candle_core::{D, Tensor};

use super::{Gate, GateInput};
use crate::error::Result;
use crate::ops::rms_norm;
use crate::reference::Reference;

/// sigmoid(W · x + b), x the normed hidden state or, head by head, the rotated query.
pub(crate) fn gate(args: &Gate<'_, Reference>, q: &Tensor) -> Result<Tensor> {
    let logits = match args.input {
        GateInput::Hidden { h, norm, eps } => {
            rms_norm::reference::rms_norm(h, norm, eps)?.matmul(&args.weight.t()?)?
        }
        GateInput::Query => {
            let (heads, width) = args.weight.dims2()?;
            let q = q.reshape((q.dim(0)?, heads, width))?;
            q.broadcast_mul(args.weight)?.sum(D::Minus1)?
        }
    };
    let logits = logits.broadcast_add(&args.bias.flatten_all()?)?;
    // sigmoid(z) = (1 + tanh(z / 2)) / 2: with e^-z the gradient would be 0 · ∞ far out.
    Ok((((logits * 0.5)?.tanh()? + 1.0)? * 0.5)?)
}

#[cfg(test)]
mod tests {
    use candle_core::{Device, Tensor, Var};

    use super::*;
    use crate::Backend;

    #[test]
    fn far_out_the_gradient_is_zero() {
        let bias = Tensor::new(&[[-200.0f32, 0.0, 200.0]], &Device::Cpu).unwrap();
        let bias = Var::from_tensor(&bias).unwrap();
        let q = Reference.tensor(1, 3, vec![1.0; 3]).unwrap();
        let weight = Reference.tensor(3, 1, vec![0.0; 3]).unwrap();
        let args = Gate { input: GateInput::Query, weight: &weight, bias: bias.as_tensor() };
        let gate = gate(&args, &q).unwrap();
        assert_eq!(Reference.read(&gate).unwrap(), [0.0, 0.5, 1.0]);
        let gradients = gate.sum_all().unwrap().backward().unwrap();
        assert_eq!(Reference.read(gradients.get(&bias).unwrap()).unwrap(), [0.0, 0.25, 0.0]);
    }
}
