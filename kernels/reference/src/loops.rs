use candle_core::{DType, Device, Result, Tensor};
use plt_backend::{Batch, Constants, RowInput, Stack};

use crate::Reference;
use crate::cache::ReferenceCache;
use crate::norm::rms_norm;

/// h = a·E + b·C with, row by row, a = 1 and b = 0 in loop 0, b = 0 at the start.
pub(crate) fn loop_input(
    stack: &Stack<Reference>,
    cache: &ReferenceCache,
    batch: &Batch,
) -> Result<Tensor> {
    let Constants { emb_scale, hidden_scale, .. } = *stack.constants();
    let rows = &batch.rows;
    let column = |value: &dyn Fn(RowInput) -> f32| {
        let values: Vec<f32> = rows.iter().map(|row| value(row.input)).collect();
        Tensor::from_vec(values, (rows.len(), 1), &Device::Cpu)
    };
    let a = column(&|input| if input == RowInput::First { 1.0 } else { emb_scale })?;
    let b = column(&|input| if let RowInput::Carry(_) = input { hidden_scale } else { 0.0 })?;

    let ids: Vec<u32> = rows.iter().map(|row| row.id).collect();
    let e = stack.weights().embed.index_select(&Tensor::new(ids, &Device::Cpu)?, 0)?;

    // Rows without a carry take the zero vector behind the last one.
    let (carry_rows, hidden) = cache.carries().dims2()?;
    let zero = Tensor::zeros((1, hidden), DType::F32, &Device::Cpu)?;
    let carries = Tensor::cat(&[cache.carries(), &zero], 0)?;
    let chosen: Vec<u32> = rows
        .iter()
        .map(|row| if let RowInput::Carry(carry) = row.input { carry } else { carry_rows as u32 })
        .collect();
    let c = carries.index_select(&Tensor::new(chosen, &Device::Cpu)?, 0)?;

    e.broadcast_mul(&a)? + c.broadcast_mul(&b)?
}

/// The normed rows that are wanted; what the others hand on goes to the carries.
pub(crate) fn loop_output(
    stack: &Stack<Reference>,
    cache: &mut ReferenceCache,
    batch: &Batch,
    h: &Tensor,
) -> Result<Tensor> {
    let Constants { eps, normalize_carry, .. } = *stack.constants();
    let normed = rms_norm(h, &stack.weights().norm, eps)?;
    let carry = if normalize_carry { &normed } else { h };
    cache.write_carries(carry, batch.carry_writes())?;
    normed.index_select(&Tensor::new(batch.outputs.as_slice(), &Device::Cpu)?, 0)
}
