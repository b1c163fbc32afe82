use std::sync::Arc;

use super::packed::Packed;
use super::pool::Pool;
use crate::error::Result;
use crate::weight::WeightData;

/// A weight in host memory. Cloning shares it.
///
/// Floats are read where they lie. Quantised weights are packed when this is made, sixteen rows side
/// by side: what they were made of can be dropped.
#[derive(Debug, Clone)]
pub struct CpuWeight(Arc<Stored>);

#[derive(Debug)]
pub(crate) enum Stored {
    Dense(WeightData),
    Packed(Packed),
}

impl CpuWeight {
    pub(super) fn new(pool: &Pool, data: WeightData) -> Result<Self> {
        let stored = match Packed::new(pool, &data)? {
            Some(packed) => Stored::Packed(packed),
            None => Stored::Dense(data),
        };
        Ok(Self(Arc::new(stored)))
    }

    pub(crate) fn stored(&self) -> &Stored {
        &self.0
    }

    /// Output and input width.
    pub(crate) fn shape(&self) -> (usize, usize) {
        match self.stored() {
            Stored::Dense(weight) => (weight.rows(), weight.cols()),
            Stored::Packed(weight) => (weight.rows, weight.cols),
        }
    }

    /// One row as f32.
    pub(crate) fn read_row(&self, row: usize, out: &mut [f32]) {
        match self.stored() {
            Stored::Dense(weight) => weight.read_floats(row, out),
            Stored::Packed(weight) => weight.read_row(row, out),
        }
    }

    /// Bytes of memory that the weight takes.
    pub(super) fn bytes(&self) -> usize {
        match self.stored() {
            Stored::Dense(weight) => weight.bytes().len(),
            Stored::Packed(weight) => weight.bytes(),
        }
    }
}
