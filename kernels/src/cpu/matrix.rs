use std::borrow::Cow;
use std::sync::OnceLock;

use super::Cpu;
use super::activations::Activations;
use super::buffers::Buffer;

/// An f32 matrix, row after row.
#[derive(Debug)]
pub struct Matrix {
    pub(crate) rows: usize,
    pub(crate) cols: usize,
    data: Buffer<f32>,
    /// The rows in integers, once a product with packed weights has asked for them: those that come
    /// after it (keys after queries, values after keys) find them here.
    integers: OnceLock<Activations>,
}

impl Matrix {
    pub(crate) fn new(rows: usize, cols: usize, data: Buffer<f32>) -> Self {
        debug_assert_eq!(rows * cols, data.len());
        Self { rows, cols, data, integers: OnceLock::new() }
    }

    pub(crate) fn zeros(cpu: &Cpu, rows: usize, cols: usize) -> Self {
        Self::new(rows, cols, cpu.floats.filled(0.0, rows * cols))
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

    /// The rows in integers, as the backend's instructions take them. The number of columns is a
    /// multiple of 32.
    pub(crate) fn integers(&self, cpu: &Cpu) -> Cow<'_, Activations> {
        let kept = self.integers.get_or_init(|| Activations::new(cpu, self));
        match kept.instructions() == cpu.instructions {
            true => Cow::Borrowed(kept),
            false => Cow::Owned(Activations::new(cpu, self)),
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
    use crate::cpu::Instructions;

    #[test]
    fn integers_are_those_of_the_newest_numbers_and_of_the_backend() {
        let cpu = Cpu::new(Some(1)).expect("a thread");
        let mut x = cpu.tensor(1, 32, vec![1.0; 32]).expect("its size");
        let first = x.integers(&cpu).rows(0, 1).0[0];
        x.data_mut()[0] = -2.0;
        assert_ne!(x.integers(&cpu).rows(0, 1).0[0], first);
        for instructions in Instructions::available() {
            let other = Cpu::new(Some(1)).expect("a thread").with_instructions(instructions);
            assert_eq!(x.integers(&other).instructions(), instructions);
            assert_eq!(x.integers(&other).rows(0, 1), x.clone().integers(&other).rows(0, 1));
        }
    }
}
