use std::borrow::Cow;
use std::sync::OnceLock;

use super::cpu::Cpu;
use super::quantized_rows::QuantizedRows;
use crate::memory::{Buffer, UNWRITTEN};

/// An f32 matrix, row after row.
#[derive(Debug)]
pub struct Matrix {
    pub(crate) rows: usize,
    pub(crate) cols: usize,
    data: Buffer<f32>,
    /// The rows quantized, once a multiplication with a quantized weight needed them: the next ones
    /// (keys after queries, values after keys) find them here.
    quantized: OnceLock<QuantizedRows>,
}

impl Matrix {
    pub(crate) fn new(rows: usize, cols: usize, data: Buffer<f32>) -> Self {
        assert_eq!(rows * cols, data.len());
        Self { rows, cols, data, quantized: OnceLock::new() }
    }

    pub(crate) fn from_values(cpu: &Cpu, rows: usize, cols: usize, values: Vec<f32>) -> Self {
        Self::new(rows, cols, cpu.floats.holding(values))
    }

    pub(crate) fn zeros(cpu: &Cpu, rows: usize, cols: usize) -> Self {
        Self::new(rows, cols, cpu.floats.filled(0.0, rows * cols))
    }

    /// A matrix that the caller writes before it reads.
    pub(crate) fn unwritten(cpu: &Cpu, rows: usize, cols: usize) -> Self {
        Self::new(rows, cols, cpu.floats.unwritten(UNWRITTEN, rows * cols))
    }

    pub(crate) fn data(&self) -> &[f32] {
        &self.data
    }

    pub(crate) fn data_mut(&mut self) -> &mut [f32] {
        self.quantized.take();
        &mut self.data
    }

    pub(crate) fn row(&self, row: usize) -> &[f32] {
        &self.data[row * self.cols..][..self.cols]
    }

    pub(crate) fn shape(&self) -> (usize, usize) {
        (self.rows, self.cols)
    }

    /// The rows quantized for this backend. The number of columns is a multiple of 32.
    pub(crate) fn quantized(&self, cpu: &Cpu) -> Cow<'_, QuantizedRows> {
        let kept = self.quantized.get_or_init(|| QuantizedRows::new(cpu, self));
        match kept.is_for(cpu) {
            true => Cow::Borrowed(kept),
            false => Cow::Owned(QuantizedRows::new(cpu, self)),
        }
    }
}

impl Clone for Matrix {
    fn clone(&self) -> Self {
        Self::new(self.rows, self.cols, self.data.clone())
    }
}

impl PartialEq for Matrix {
    fn eq(&self, other: &Self) -> bool {
        self.shape() == other.shape() && self.data() == other.data()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::Activations;
    use crate::simd::InstructionSet;

    #[test]
    fn quantized_rows_follow_the_numbers_and_the_backend() {
        let cpu = Cpu::new(Some(1)).expect("a thread");
        let mut x = Matrix::from_values(&cpu, 1, 32, vec![1.0; 32]);
        let text = |x: &Matrix, cpu: &Cpu| format!("{:?}", x.quantized(cpu));
        let first = text(&x, &cpu);
        x.data_mut()[0] = -2.0;
        assert_ne!(text(&x, &cpu), first);
        for instructions in InstructionSet::available() {
            for activations in Activations::ALL {
                let other = Cpu::new(Some(1)).expect("a thread").with_instruction_set(instructions);
                let other = other.with_activations(activations);
                assert!(x.quantized(&other).is_for(&other));
                assert_eq!(text(&x, &other), text(&x.clone(), &other));
            }
        }
    }
}
