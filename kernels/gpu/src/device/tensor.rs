use cubecl::prelude::*;
use cubecl::server::Handle;
use plt_backend::{Error, Result};

use super::launch::{Gpu, arg};

/// An f32 matrix on the device, row after row. Cloning shares the buffer.
#[derive(Debug, Clone)]
pub struct CubeTensor {
    pub(crate) handle: Handle,
    pub(crate) rows: usize,
    pub(crate) cols: usize,
    normed: Option<Normed>,
}

/// The RMS norm of a tensor, where the kernel that wrote the tensor computed it as well.
#[derive(Debug, Clone)]
struct Normed {
    weight: Handle,
    eps: f32,
    rows: Handle,
}

impl CubeTensor {
    /// A matrix that another cubecl program has on the same device: `rows · cols` f32 numbers.
    ///
    /// # Errors
    /// [`Error::Shape`] if the buffer has another size, [`Error::Zero`] if it has no columns.
    pub fn from_handle(handle: Handle, rows: usize, cols: usize) -> Result<Self> {
        const OP: &str = "tensor";
        if cols == 0 {
            return Err(Error::Zero { op: OP, what: "columns" });
        }
        let expected = rows.saturating_mul(cols).saturating_mul(size_of::<f32>());
        let found = handle.size_in_used() as usize;
        if expected != found {
            return Err(Error::Shape { op: OP, what: "bytes of the buffer", expected, found });
        }
        Ok(Self::of(handle, rows, cols))
    }

    /// The buffer, for kernels of another cubecl program, which may only read it: clones share it,
    /// and a norm that was computed with the tensor would not follow a change.
    pub fn handle(&self) -> &Handle {
        &self.handle
    }

    /// A tensor in a buffer of its size.
    pub(crate) fn of(handle: Handle, rows: usize, cols: usize) -> Self {
        Self { handle, rows, cols, normed: None }
    }

    /// An uninitialized tensor.
    pub(crate) fn new(gpu: &Gpu, rows: usize, cols: usize) -> Self {
        Self::of(gpu.empty(rows * cols), rows, cols)
    }

    /// The same with its norm by this weight, so that the next operation need not launch one.
    pub(crate) fn with_norm(mut self, weight: &Self, eps: f32, normed: Self) -> Self {
        self.normed = Some(Normed { weight: weight.handle.clone(), eps, rows: normed.handle });
        self
    }

    /// Its norm by this weight, if it is known.
    pub(crate) fn norm(&self, weight: &Self, eps: f32) -> Option<Self> {
        let known = self.normed.as_ref().filter(|known| {
            same_buffer(&known.weight, &weight.handle) && known.eps.to_bits() == eps.to_bits()
        });
        known.map(|known| Self::of(known.rows.clone(), self.rows, self.cols))
    }

    /// The same numbers in another shape of the same size.
    pub(crate) fn reshaped(&self, rows: usize, cols: usize) -> Self {
        Self::of(self.handle.clone(), rows, cols)
    }

    /// The tensor as a kernel's argument, number by number.
    pub(crate) fn arg(&self) -> BufferArg {
        arg(&self.handle, self.rows * self.cols)
    }
}

/// Whether two handles are the same part of the same buffer.
fn same_buffer(a: &Handle, b: &Handle) -> bool {
    std::ptr::eq(a.memory.descriptor(), b.memory.descriptor())
        && (a.offset_start, a.offset_end) == (b.offset_start, b.offset_end)
}
