//! Every weight byte is read once a pass, whatever the number of rows: a task has a tile of 16 rows of
//! the weight and multiplies it with all rows of x while it is in registers or in the cache.

mod dense;
mod packed;

use std::borrow::Cow;

use crate::cpu::activations::{GROUP, Rounded};
use crate::cpu::packed::TILE;
use crate::cpu::pool::Pieces;
use crate::cpu::{Cpu, CpuWeight, Matrix, Stored};

/// The most rows of x that a tile meets at a time: quants then stay in the first-level cache.
const ROWS: usize = 4 * GROUP;

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

/// A matrix of so many rows and columns, of which a task fills 16 columns and some rows at a time:
/// `fill(tile, first, places)` those from row `first` on, in the first of K places. The others are for
/// what it needs on the way.
pub(crate) fn each_tile<const K: usize>(
    cpu: &Cpu,
    rows: usize,
    cols: usize,
    fill: impl Fn(usize, usize, [&mut [[f32; TILE]]; K]) + Sync,
) -> Matrix {
    // At decode most of the places would stay empty, and making them takes a while as well.
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
    let pieces = Pieces::new(y.data_mut());
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
                let y = unsafe { pieces.get(range) };
                y.copy_from_slice(&products[..len]);
            }
        }
    });
    y
}

/// Rows of x as products with some weights take them.
pub(crate) struct Rows<'a> {
    cpu: &'a Cpu,
    x: &'a Matrix,
    /// For packed weights.
    integers: Option<Cow<'a, Rounded>>,
}

impl<'a> Rows<'a> {
    pub fn new(cpu: &'a Cpu, x: &'a Matrix, weights: &[&CpuWeight]) -> Self {
        let packed = weights.iter().any(|weight| matches!(weight.stored(), Stored::Packed(_)));
        Self { cpu, x, integers: packed.then(|| x.integers(cpu)) }
    }

    /// The products of the rows from `first` on, as many as there are places, with a tile of one of
    /// the weights.
    pub fn multiply(&self, weight: &CpuWeight, tile: usize, first: usize, out: &mut [[f32; TILE]]) {
        let instructions = self.cpu.instructions;
        match (weight.stored(), self.integers.as_deref()) {
            (Stored::Dense(weight), _) => {
                instructions.run(dense::Multiply { weight, tile, x: self.x.data(), first, out });
            }
            (Stored::Packed(weight), Some(Rounded::Int8(x))) => {
                packed::multiply(instructions, weight.tile(tile), x, first, out);
            }
            (Stored::Packed(weight), Some(Rounded::Int16(x))) => {
                packed::multiply(instructions, weight.tile(tile), x, first, out);
            }
            // INVARIANT: `new` was given the weight.
            (Stored::Packed(_), None) => unreachable!("no integers for a packed weight"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::Backend;
    use crate::cpu::Activations;
    use crate::weight::{DType, WeightData};

    #[test]
    fn what_is_not_finite_shows() {
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
                let x = cpu.tensor(2, 64, x).expect("its size");
                let y = cpu.linear(&x, &weight, None).expect("shapes fit");
                assert!(y.data()[0].is_finite() && y.data()[1].is_nan(), "{y:?}");
            }
        }
    }
}
