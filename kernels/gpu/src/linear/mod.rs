//! Two ways to multiply, by the number of rows of x.

mod few_rows;
mod many_rows;

pub(crate) use few_rows::{FewRows, multiply, sum_lanes};
pub(crate) use many_rows::{Tuner, many_rows, tuner};

use self::few_rows::few_rows;
use crate::cube::{CubeTensor, CubeWeight, Gpu};
use crate::error::Result;

/// The most rows of x for which the weight is streamed: a decode pass of 8 sequences with two loops
/// each. Beyond, the products cost more than the stream.
pub(crate) const FEW: usize = 16;

pub(crate) fn linear(
    gpu: &Gpu,
    x: &CubeTensor,
    weight: &CubeWeight,
    residual: Option<&CubeTensor>,
) -> Result<CubeTensor> {
    let y = CubeTensor::new(gpu, x.rows, weight.rows);
    match x.rows {
        0 => {}
        1..=FEW => few_rows(gpu, x, weight, residual, &y),
        _ => {
            many_rows(gpu, x, weight, &y)?;
            if let Some(residual) = residual {
                many_rows::add(gpu, &y, residual);
            }
        }
    }
    Ok(y)
}
