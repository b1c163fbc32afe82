use cubecl::prelude::*;
use cubecl::server::Handle;

use super::launch::{Gpu, arg};

/// An f32 matrix on the device, row after row. Cloning shares it.
#[derive(Debug, Clone)]
pub struct CubeTensor {
    pub(crate) handle: Handle,
    pub(crate) rows: usize,
    pub(crate) cols: usize,
}

impl CubeTensor {
    /// A tensor without contents.
    pub(crate) fn new(gpu: &Gpu, rows: usize, cols: usize) -> Self {
        Self { handle: gpu.empty(rows * cols), rows, cols }
    }

    /// The tensor as a kernel's argument, number by number.
    pub(crate) fn arg(&self) -> BufferArg {
        arg(&self.handle, self.rows * self.cols)
    }
}
