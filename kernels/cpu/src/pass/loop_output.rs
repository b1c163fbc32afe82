use super::LoopOutput;
use crate::batch::Batch;
use crate::cpu::{Cpu, CpuCache, Matrix};
use crate::ops::rms_norm::cpu::rms_norm;

pub(crate) fn loop_output(
    cpu: &Cpu,
    cache: &mut CpuCache,
    batch: &Batch,
    args: LoopOutput<'_, Cpu>,
) -> Matrix {
    let hidden = args.h.cols;
    let normed = rms_norm(cpu, args.h, args.norm, args.eps);
    let handed_on = if args.normalize_carry { &normed } else { args.h };
    for (row, carry) in batch.carry_writes() {
        cache.carries[carry as usize * hidden..][..hidden].copy_from_slice(handed_on.row(row));
    }
    let mut outputs = Matrix::unwritten(cpu, batch.outputs.len(), hidden);
    for (row, output) in batch.outputs.iter().zip(outputs.data_mut().chunks_exact_mut(hidden)) {
        output.copy_from_slice(normed.row(*row as usize));
    }
    outputs
}
