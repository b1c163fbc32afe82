use super::{Gate, GateInput};
use crate::cpu::{Cpu, Matrix};
use crate::ops::linear::cpu::dot;
use crate::ops::rms_norm::cpu::rms_norm;

pub(crate) fn gate(args: &Gate<'_, Cpu>, q: &Matrix) -> Matrix {
    let (heads, width) = (args.weight.rows, args.weight.cols);
    let normed;
    // In query mode head j looks at its own part of the row, in hidden mode at the whole row.
    let (x, stride) = match args.input {
        GateInput::Hidden { h, norm, eps } => {
            normed = rms_norm(h, norm, eps);
            (&normed, 0)
        }
        GateInput::Query => (q, width),
    };
    let mut out = Matrix::zeros(x.rows, heads);
    for (row, gates) in out.data.chunks_exact_mut(heads.max(1)).enumerate() {
        for (j, gate) in gates.iter_mut().enumerate() {
            let input = &x.row(row)[j * stride..][..width];
            let logit = dot(input, args.weight.row(j)) + args.bias.data[j];
            *gate = 1.0 / (1.0 + (-logit).exp());
        }
    }
    out
}
