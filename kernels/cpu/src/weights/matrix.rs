use std::borrow::Cow;
use std::sync::OnceLock;

use super::Cpu;
use super::activations::Rounded;
use super::buffers::{Buffer, UNWRITTEN};

/// An f32 matrix, row after row.
#[derive(Debug)]
pub struct Matrix {
    pub(crate) rows: usize,
    pub(crate) cols: usize,
    data: Buffer<f32>,
    /// The rows in integers, once a product with packed weights has asked for them: those that come
    /// after it (keys after queries, values after keys) find them here.
    integers: OnceLock<Rounded>,
}

impl Matrix {
    pub(crate) fn new(rows: usize, cols: usize, data: Buffer<f32>) -> Self {
        debug_assert_eq!(rows * cols, data.len());
        Self { rows, cols, data, integers: OnceLock::new() }
    }

    pub(crate) fn zeros(cpu: &Cpu, rows: usize, cols: usize) -> Self {
        Self::new(rows, cols, cpu.floats.filled(0.0, rows * cols))
    }

    /// A matrix each of whose numbers is written before it is read.
    pub(crate) fn unwritten(cpu: &Cpu, rows: usize, cols: usize) -> Self {
        Self::new(rows, cols, cpu.floats.unwritten(UNWRITTEN, rows * cols))
    }

    pub(crate) fn data(&self) -> &[f32] {
        &self.data
    }

    pub(crate) fn data_mut(&mut self) -> &mut [f32] {
        self.integers.take();
        &mut self.data
    }

    pub(crate) fn row(&self, row: usize) -> &[f32] {
        &self.data[row * self.cols..][..self.cols]
    }

    pub(crate) fn shape(&self) -> (usize, usize) {
        (self.rows, self.cols)
    }

    /// The rows in integers, as the backend takes them. The number of columns is a multiple of 32.
    pub(crate) fn integers(&self, cpu: &Cpu) -> Cow<'_, Rounded> {
        let kept = self.integers.get_or_init(|| Rounded::new(cpu, self));
        match kept.is_for(cpu) {
            true => Cow::Borrowed(kept),
            false => Cow::Owned(Rounded::new(cpu, self)),
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
    use crate::backend::Backend;
    use crate::cpu::{Activations, Instructions};

    #[test]
    fn integers_are_those_of_the_newest_numbers_and_of_the_backend() {
        let cpu = Cpu::new(Some(1)).expect("a thread");
        let mut x = cpu.tensor(1, 32, vec![1.0; 32]).expect("its size");
        // Which says all that is in them.
        let text = |x: &Matrix, cpu: &Cpu| format!("{:?}", x.integers(cpu));
        let first = text(&x, &cpu);
        x.data_mut()[0] = -2.0;
        assert_ne!(text(&x, &cpu), first);
        for instructions in Instructions::available() {
            for activations in Activations::ALL {
                let other = Cpu::new(Some(1)).expect("a thread").with_instructions(instructions);
                let other = other.with_activations(activations);
                assert!(x.integers(&other).is_for(&other));
                assert_eq!(text(&x, &other), text(&x.clone(), &other));
            }
        }
    }
}
