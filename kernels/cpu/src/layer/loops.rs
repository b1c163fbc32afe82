use plt_backend::{Batch, Constants, RowInput, Stack};

use super::rms_norm;
use crate::cache::CpuCache;
use crate::device::{Cpu, Matrix};

/// The input of the stack: embedding, or embedding and carry mixed.
pub(crate) fn loop_input(cpu: &Cpu, stack: &Stack<Cpu>, cache: &CpuCache, batch: &Batch) -> Matrix {
    let Constants { hidden, emb_scale, hidden_scale, .. } = *stack.constants();
    let mut h = Matrix::zeros(cpu, batch.rows.len(), hidden);
    for (row, h) in batch.rows.iter().zip(h.data_mut().chunks_exact_mut(hidden)) {
        stack.weights().embed.read_row(row.id as usize, h);
        match row.input {
            RowInput::First => {}
            RowInput::Start => h.iter_mut().for_each(|x| *x *= emb_scale),
            RowInput::Carry(carry) => {
                for (x, c) in h.iter_mut().zip(cache.carry(carry)) {
                    *x = emb_scale * *x + hidden_scale * c;
                }
            }
        }
    }
    h
}

/// The final norm of the wanted rows; the carries of the others are written.
pub(crate) fn loop_output(
    cpu: &Cpu,
    stack: &Stack<Cpu>,
    cache: &mut CpuCache,
    batch: &Batch,
    h: &Matrix,
) -> Matrix {
    let Constants { eps, normalize_carry, .. } = *stack.constants();
    let normed = rms_norm(cpu, h, &stack.weights().norm, eps);
    let carries = if normalize_carry { &normed } else { h };
    for (row, carry) in batch.carry_writes() {
        cache.carry_mut(carry).copy_from_slice(carries.row(row));
    }
    let mut outputs = Matrix::unwritten(cpu, batch.outputs.len(), h.cols);
    for (row, output) in batch.outputs.iter().zip(outputs.data_mut().chunks_exact_mut(h.cols)) {
        output.copy_from_slice(normed.row(*row as usize));
    }
    outputs
}
