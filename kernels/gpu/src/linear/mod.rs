//! Matrix multiplications, by the number of rows of x.

mod few_rows;
mod many_rows;
mod swiglu;

#[cfg(feature = "sources")]
pub(crate) use few_rows::{Add, FewRows};
pub(crate) use swiglu::swiglu;

use plt_backend::Result;

use self::few_rows::few_rows;
use crate::device::{CubeTensor, Gpu};
use crate::weight::CubeWeight;

/// The most rows of x for which the weight is streamed: a decode pass of 8 sequences with two loops
/// each. With more rows, computing costs more than reading.
pub(crate) const FEW: usize = 16;

/// The tensor that is added to a product.
#[derive(Clone, Copy)]
pub(crate) enum Addend<'a> {
    Nothing,
    /// A tensor of the product's shape.
    Residual(&'a CubeTensor),
    /// `[1, out]`, for every row.
    Bias(&'a CubeTensor),
}

/// `x · weightᵀ`, plus a residual or a bias; sizes match.
pub(crate) fn linear(
    gpu: &Gpu,
    x: &CubeTensor,
    weight: &CubeWeight,
    addend: Addend<'_>,
) -> Result<CubeTensor> {
    let y = CubeTensor::new(gpu, x.rows, weight.rows);
    match x.rows {
        0 => {}
        1..=FEW => few_rows(gpu, x, weight, addend, &y),
        _ => {
            many_rows::many_rows(gpu, x, weight, &y)?;
            many_rows::add(gpu, &y, addend);
        }
    }
    Ok(y)
}
