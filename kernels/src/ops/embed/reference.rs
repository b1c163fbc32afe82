use candle_core::{Device, Tensor};

use crate::error::Result;

pub(crate) fn embed(table: &Tensor, ids: &[u32]) -> Result<Tensor> {
    Ok(table.index_select(&Tensor::new(ids, &Device::Cpu)?, 0)?)
}
