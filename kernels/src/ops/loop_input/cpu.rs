use super::{LoopInput, LoopRow};
use crate::cpu::{Cpu, CpuCache, Matrix};

pub(crate) fn loop_input(cache: &CpuCache, args: LoopInput<'_, Cpu>) -> Matrix {
    let hidden = cache.shape().hidden;
    let mut out = args.embeddings.clone();
    for (row, out) in args.rows.iter().zip(out.data.chunks_exact_mut(hidden)) {
        match row {
            LoopRow::First => {}
            LoopRow::Start => out.iter_mut().for_each(|x| *x *= args.emb_scale),
            LoopRow::Carry(carry) => {
                let carry = &cache.carries[*carry as usize * hidden..][..hidden];
                for (x, c) in out.iter_mut().zip(carry) {
                    *x = args.emb_scale * *x + args.hidden_scale * c;
                }
            }
        }
    }
    out
}
