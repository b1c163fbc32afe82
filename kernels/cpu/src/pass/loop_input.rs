use super::LoopInput;
use crate::batch::{Batch, RowInput};
use crate::cpu::{Cpu, CpuCache, Matrix};
use crate::ops::rms_norm;

pub(crate) fn loop_input(
    cpu: &Cpu,
    cache: &CpuCache,
    batch: &Batch,
    args: LoopInput<'_, Cpu>,
) -> (Matrix, Matrix) {
    let hidden = cache.shape().hidden;
    let mut h = Matrix::zeros(cpu, batch.rows.len(), hidden);
    for (row, h) in batch.rows.iter().zip(h.data_mut().chunks_exact_mut(hidden)) {
        args.table.read_row(row.id as usize, h);
        match row.input {
            RowInput::First => {}
            RowInput::Start => h.iter_mut().for_each(|x| *x *= args.emb_scale),
            RowInput::Carry(carry) => {
                let carry = &cache.carries[carry as usize * hidden..][..hidden];
                for (x, c) in h.iter_mut().zip(carry) {
                    *x = args.emb_scale * *x + args.hidden_scale * c;
                }
            }
        }
    }
    let x = rms_norm::cpu::rms_norm(cpu, &h, args.norm, args.eps);
    (h, x)
}
