use cubecl::prelude::*;
use cubecl::server::Handle;

use super::launch::{Gpu, arg};
use crate::error::Result;
use crate::ops::{expect_size, expect_some};

/// An f32 matrix on the device, row after row. Cloning shares it: what an operation takes by value
/// and changes (queries and keys, when they are turned) is changed for the clones as well.
#[derive(Debug, Clone)]
pub struct CubeTensor {
    pub(crate) handle: Handle,
    pub(crate) rows: usize,
    pub(crate) cols: usize,
}

impl CubeTensor {
    /// A matrix that another cubecl program has on the same device: `rows · cols` f32 numbers.
    ///
    /// # Errors
    /// [`Error::Shape`](crate::Error::Shape) if the buffer has another size.
    pub fn from_handle(handle: Handle, rows: usize, cols: usize) -> Result<Self> {
        expect_some("tensor", "columns", cols)?;
        let bytes = rows.saturating_mul(cols).saturating_mul(size_of::<f32>());
        expect_size("tensor", "bytes of the buffer", bytes, handle.size_in_used() as usize)?;
        Ok(Self { handle, rows, cols })
    }

    /// The buffer, for kernels of another cubecl program.
    pub fn handle(&self) -> &Handle {
        &self.handle
    }

    /// A tensor without contents.
    pub(crate) fn new(gpu: &Gpu, rows: usize, cols: usize) -> Self {
        Self { handle: gpu.empty(rows * cols), rows, cols }
    }

    /// The tensor as a kernel's argument, number by number.
    pub(crate) fn arg(&self) -> BufferArg {
        arg(&self.handle, self.rows * self.cols)
    }
}
