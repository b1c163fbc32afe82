use super::{Gate, GateInput};
use crate::cpu::pool::Pieces;
use crate::cpu::{Cpu, Matrix, dot};
use crate::ops::rms_norm::cpu::rms_norm;

/// A task has one head: its weights are read once for all rows.
pub(crate) fn gate(cpu: &Cpu, args: &Gate<'_, Cpu>, q: &Matrix) -> Matrix {
    let (heads, width) = (args.weight.rows, args.weight.cols);
    let normed;
    // In query mode head j looks at its own part of the row, in hidden mode at the whole row.
    let (x, stride) = match args.input {
        GateInput::Hidden { h, norm, eps } => {
            normed = rms_norm(cpu, h, norm, eps);
            (&normed, 0)
        }
        GateInput::Query => (q, width),
    };
    let mut out = Matrix::zeros(cpu, x.rows, heads);
    let places = Pieces::new(out.data_mut());
    cpu.pool.each(heads, |head| {
        for row in 0..x.rows {
            let input = &x.row(row)[head * stride..][..width];
            let logit = dot(input, args.weight.row(head)) + args.bias.data()[head];
            let place = row * heads + head;
            // SAFETY: every head is one task, whose places are its own.
            #[allow(unsafe_code)]
            let place = unsafe { places.get(place..place + 1) };
            place[0] = 1.0 / (1.0 + (-logit).exp());
        }
    });
    out
}
