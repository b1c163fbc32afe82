use candle_core::{D, Result, Tensor};
use plt_backend::Gate;

use crate::linear::multiply;
use crate::norm::rms_norm;

/// sigmoid(W · x + b), x the normed hidden state h or, head by head, the rotated query.
pub(crate) fn gate(gate: &Gate<Tensor>, h: &Tensor, q: &Tensor, eps: f32) -> Result<Tensor> {
    let logits = match &gate.norm {
        Some(norm) => multiply(&rms_norm(h, norm, eps)?, &gate.weight)?,
        None => {
            let (heads, width) = gate.weight.dims2()?;
            let q = q.reshape((q.dim(0)?, heads, width))?;
            q.broadcast_mul(&gate.weight)?.sum(D::Minus1)?
        }
    };
    let logits = logits.broadcast_add(&gate.bias.flatten_all()?)?;
    // sigmoid(z) = (1 + tanh(z / 2)) / 2: with e^-z the gradient would be 0 · ∞ for large |z|.
    ((logits * 0.5)?.tanh()? + 1.0)? * 0.5
}

#[cfg(test)]
mod tests {
    use candle_core::{Device, Var};

    use super::*;

    #[test]
    fn gate_gradient_is_zero_where_the_gate_is_saturated() {
        let tensor = |values: &[f32], shape| Tensor::from_slice(values, shape, &Device::Cpu);
        let bias = Var::from_tensor(&tensor(&[-200.0, 0.0, 200.0], (1, 3)).unwrap()).unwrap();
        let q = tensor(&[1.0; 3], (1, 3)).unwrap();
        let weight = tensor(&[0.0; 3], (3, 1)).unwrap();
        let weights = Gate { norm: None, weight, bias: bias.as_tensor().clone() };
        let gate = gate(&weights, &q, &q, 0.0).unwrap();
        assert_eq!(gate.to_vec2::<f32>().unwrap(), [[0.0, 0.5, 1.0]]);
        let gradients = gate.sum_all().unwrap().backward().unwrap();
        let gradient = gradients.get(&bias).unwrap();
        assert_eq!(gradient.to_vec2::<f32>().unwrap(), [[0.0, 0.25, 0.0]]);
    }
}
