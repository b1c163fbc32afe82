use candle_core::{Device, Tensor};

use super::LoopOutput;
use crate::batch::Batch;
use crate::error::Result;
use crate::ops::rms_norm;
use crate::reference::{Reference, ReferenceCache};

pub(crate) fn loop_output(
    cache: &mut ReferenceCache,
    batch: &Batch,
    args: LoopOutput<'_, Reference>,
) -> Result<Tensor> {
    let normed = rms_norm::reference::rms_norm(args.h, args.norm, args.eps)?;
    let handed_on = if args.normalize_carry { &normed } else { args.h };
    cache.write_carries(handed_on, batch.carry_writes())?;
    Ok(normed.index_select(&Tensor::new(batch.outputs.as_slice(), &Device::Cpu)?, 0)?)
}
