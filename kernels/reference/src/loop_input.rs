use candle_core::{Device, Tensor};

use super::LoopInput;
use crate::batch::{Batch, RowInput};
use crate::error::Result;
use crate::ops::rms_norm;
use crate::reference::{Reference, ReferenceCache};

/// h = a·E + b·C with, row by row, a = 1 and b = 0 in loop 0, b = 0 at the start; x = RMSNorm(h).
pub(crate) fn loop_input(
    cache: &ReferenceCache,
    batch: &Batch,
    args: LoopInput<'_, Reference>,
) -> Result<(Tensor, Tensor)> {
    let rows = &batch.rows;
    let column = |value: &dyn Fn(RowInput) -> f32| {
        let values: Vec<f32> = rows.iter().map(|row| value(row.input)).collect();
        Tensor::from_vec(values, (rows.len(), 1), &Device::Cpu)
    };
    let a = column(&|input| if input == RowInput::First { 1.0 } else { args.emb_scale })?;
    let b = column(&|input| if let RowInput::Carry(_) = input { args.hidden_scale } else { 0.0 })?;

    let ids: Vec<u32> = rows.iter().map(|row| row.id).collect();
    let e = args.table.index_select(&Tensor::new(ids, &Device::Cpu)?, 0)?;

    // Rows without a carry take the zero vector behind the last one.
    let (carry_rows, hidden) = cache.carries().dims2()?;
    let zero = Tensor::zeros((1, hidden), candle_core::DType::F32, &Device::Cpu)?;
    let carries = Tensor::cat(&[cache.carries(), &zero], 0)?;
    let chosen: Vec<u32> = rows
        .iter()
        .map(|row| if let RowInput::Carry(carry) = row.input { carry } else { carry_rows as u32 })
        .collect();
    let c = carries.index_select(&Tensor::new(chosen, &Device::Cpu)?, 0)?;

    let h = (e.broadcast_mul(&a)? + c.broadcast_mul(&b)?)?;
    let x = rms_norm::reference::rms_norm(&h, args.norm, args.eps)?;
    Ok((h, x))
}
