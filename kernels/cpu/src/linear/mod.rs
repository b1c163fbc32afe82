//! Matrix multiplication: every weight byte is read once per pass, whatever the number of rows. A task
//! has a tile of 16 rows of the weight and multiplies it with all rows of x while it is in
//! registers or in the cache.

mod quantized;
mod swiglu;
mod unquantized;

use std::borrow::Cow;

pub(crate) use self::swiglu::swiglu;
use crate::device::{Cpu, GROUP, Matrix, QuantizedRows};
use crate::simd::TILE;
use crate::threads::DisjointSlices;
use crate::weights::{CpuWeight, Stored};

/// The most rows of x that a tile is multiplied with at a time: its quants then stay in the L1 cache.
const ROWS: usize = 4 * GROUP;

/// x · weightᵀ, plus the residual where given.
pub(crate) fn linear(
    cpu: &Cpu,
    x: &Matrix,
    weight: &CpuWeight,
    residual: Option<&Matrix>,
) -> Matrix {
    let rows = Rows::new(cpu, x, &[weight]);
    let mut y = each_tile(cpu, x.rows, weight.shape().0, |tile, first, [y]| {
        rows.multiply(weight, tile, first, y);
    });
    if let Some(residual) = residual {
        y.data_mut().iter_mut().zip(residual.data()).for_each(|(y, residual)| *y += residual);
    }
    y
}

/// Makes a matrix `[rows, cols]`. A task fills 16 columns and some rows at a time:
/// `fill(tile, first, places)` those from row `first` on, in the first of K places. The other places
/// are for its intermediate results.
pub(crate) fn each_tile<const K: usize>(
    cpu: &Cpu,
    rows: usize,
    cols: usize,
    fill: impl Fn(usize, usize, [&mut [[f32; TILE]]; K]) + Sync,
) -> Matrix {
    // At decode most of the places would stay empty, and zeroing them takes time.
    match rows {
        ..=GROUP => each_tile_of::<GROUP, K>(cpu, rows, cols, fill),
        _ => each_tile_of::<ROWS, K>(cpu, rows, cols, fill),
    }
}

/// [`each_tile`] with up to R rows at a time.
fn each_tile_of<const R: usize, const K: usize>(
    cpu: &Cpu,
    rows: usize,
    cols: usize,
    fill: impl Fn(usize, usize, [&mut [[f32; TILE]]; K]) + Sync,
) -> Matrix {
    let mut y = Matrix::unwritten(cpu, rows, cols);
    let slices = DisjointSlices::new(y.data_mut());
    cpu.pool.each(cols.div_ceil(TILE), |tile| {
        let mut places = [[[0.0; TILE]; R]; K];
        for first in (0..rows).step_by(R) {
            let count = R.min(rows - first);
            fill(tile, first, places.each_mut().map(|place| &mut place[..count]));
            for (row, products) in places[0][..count].iter().enumerate() {
                let start = (first + row) * cols;
                let range = start + tile * TILE..start + cols.min((tile + 1) * TILE);
                let len = range.len();
                // SAFETY: every tile is one task, whose columns are its own.
                #[allow(unsafe_code)]
                let y = unsafe { slices.get(range) };
                y.copy_from_slice(&products[..len]);
            }
        }
    });
    y
}

/// Rows of x in the form that some weights are multiplied with.
pub(crate) struct Rows<'a> {
    cpu: &'a Cpu,
    x: &'a Matrix,
    /// For quantized weights.
    quantized: Option<Cow<'a, QuantizedRows>>,
}

impl<'a> Rows<'a> {
    pub fn new(cpu: &'a Cpu, x: &'a Matrix, weights: &[&CpuWeight]) -> Self {
        let packed = weights.iter().any(|weight| matches!(weight.stored(), Stored::Packed(_)));
        Self { cpu, x, quantized: packed.then(|| x.quantized(cpu)) }
    }

    /// Multiplies the rows from `first` on, one for each place, with a tile of one of the weights.
    pub fn multiply(&self, weight: &CpuWeight, tile: usize, first: usize, out: &mut [[f32; TILE]]) {
        let instructions = self.cpu.instructions;
        match (weight.stored(), self.quantized.as_deref()) {
            (Stored::Unquantized(weight), _) => {
                instructions.run(unquantized::Multiply {
                    weight,
                    tile,
                    x: self.x.data(),
                    first,
                    out,
                });
            }
            (Stored::Packed(weight), Some(QuantizedRows::Int8(x))) => {
                quantized::multiply(instructions, weight.tile(tile), x, first, out);
            }
            (Stored::Packed(weight), Some(QuantizedRows::Int16(x))) => {
                quantized::multiply(instructions, weight.tile(tile), x, first, out);
            }
            // INVARIANT: `new` was given the weight.
            (Stored::Packed(_), None) => unreachable!("no quantized rows for a quantized weight"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::Activations;
    use plt_backend::{Backend, DType, WeightData};

    #[test]
    fn linear_of_a_row_that_is_not_finite_is_nan() {
        let cpu = Cpu::new(Some(1)).expect("a thread");
        let bytes = vec![0x2c; DType::Q8_0.row_bytes(64).expect("whole blocks")];
        let weight = WeightData::new(DType::Q8_0, 1, 64, bytes.into()).expect("its size");
        let weight = cpu.weight(weight).expect("memory");
        let [int8, int16] = Activations::ALL;
        let others = Cpu::new(Some(1)).expect("a thread").with_activations(int8);
        for cpu in [cpu.with_activations(int16), others] {
            for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
                let mut x = vec![1.0; 128];
                x[100] = bad;
                let x = Matrix::from_values(&cpu, 2, 64, x);
                let y = linear(&cpu, &x, &weight, None);
                assert!(y.data()[0].is_finite() && y.data()[1].is_nan(), "{y:?}");
            }
        }
    }
}
