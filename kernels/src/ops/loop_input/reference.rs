use candle_core::{Device, Tensor};

use super::{LoopInput, LoopRow};
use crate::error::Result;
use crate::reference::{Reference, ReferenceCache};

/// B = a·E + b·C with, row by row, a = 1 and b = 0 in loop 0, b = 0 at the start.
pub(crate) fn loop_input(cache: &ReferenceCache, args: LoopInput<'_, Reference>) -> Result<Tensor> {
    let column = |value: &dyn Fn(&LoopRow) -> f32| {
        let values: Vec<f32> = args.rows.iter().map(value).collect();
        Tensor::from_vec(values, (args.rows.len(), 1), &Device::Cpu)
    };
    let a = column(&|row| if *row == LoopRow::First { 1.0 } else { args.emb_scale })?;
    let b = column(&|row| if let LoopRow::Carry(_) = row { args.hidden_scale } else { 0.0 })?;
    let scaled = args.embeddings.broadcast_mul(&a)?;

    // Rows without a carry take the zero vector behind the last one.
    let (carry_rows, hidden) = cache.carries().dims2()?;
    let zero = Tensor::zeros((1, hidden), candle_core::DType::F32, &Device::Cpu)?;
    let carries = Tensor::cat(&[cache.carries(), &zero], 0)?;
    let chosen: Vec<u32> = args
        .rows
        .iter()
        .map(|row| if let LoopRow::Carry(carry) = row { *carry } else { carry_rows as u32 })
        .collect();
    let c = carries.index_select(&Tensor::new(chosen, &Device::Cpu)?, 0)?;
    Ok((scaled + c.broadcast_mul(&b)?)?)
}
