//! Weights in host memory: unquantized ones as the file has them, quantized ones repacked.

mod packed;

use std::sync::Arc;

use plt_backend::{Result, WeightData};

pub(crate) use self::packed::{
    Packed, Tile, chunk_bytes, load_scales, scale_bytes, super_scale_halves,
};
use crate::threads::Pool;

/// A weight in host memory. Cloning shares it.
///
/// An unquantized weight is read where it is, in the file's mapping. A quantized weight is repacked
/// when this is made, sixteen rows side by side; its source can be dropped.
#[derive(Debug, Clone)]
pub struct CpuWeight(Arc<Stored>);

#[derive(Debug)]
pub(crate) enum Stored {
    Unquantized(WeightData),
    Packed(Packed),
}

impl CpuWeight {
    pub(crate) fn new(pool: &Pool, data: WeightData) -> Result<Self> {
        let stored = match Packed::new(pool, &data)? {
            Some(packed) => Stored::Packed(packed),
            None => Stored::Unquantized(data),
        };
        Ok(Self(Arc::new(stored)))
    }

    pub(crate) fn stored(&self) -> &Stored {
        &self.0
    }

    /// Output and input width.
    pub(crate) fn shape(&self) -> (usize, usize) {
        match self.stored() {
            Stored::Unquantized(weight) => (weight.rows(), weight.cols()),
            Stored::Packed(weight) => (weight.rows, weight.cols),
        }
    }

    /// Dequantizes one row.
    pub(crate) fn read_row(&self, row: usize, out: &mut [f32]) {
        match self.stored() {
            Stored::Unquantized(weight) => weight.read_rows(row, out),
            Stored::Packed(weight) => weight.read_row(row, out),
        }
    }

    /// Bytes of memory that the weight takes.
    pub(crate) fn bytes(&self) -> usize {
        match self.stored() {
            Stored::Unquantized(weight) => weight.bytes().len(),
            Stored::Packed(weight) => weight.bytes(),
        }
    }
}
