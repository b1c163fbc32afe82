//! The GPU backend: one source of kernels in cubecl's language for every runtime it is linked with.
//!
//! Tensors, weights, cache and the rows of a pass live on the device. Between
//! [`Backend::batch`](crate::Backend::batch) and a read of the result nothing comes back to the
//! host and nothing waits: operations are queued, and what goes wrong on the way (a kernel that does
//! not compile, memory that is not there, a device that is gone) is carried by the buffers and
//! reported where a result is read.

mod backend;
mod batch;
mod cache;
mod device;
#[allow(unsafe_code, reason = "kernel launches")]
mod launch;
#[allow(unsafe_code, reason = "kernel launches")]
mod memory;
pub(crate) mod numbers;
#[cfg(feature = "sources")]
pub mod sources;
mod tensor;
mod weight;

pub use backend::Cube;
pub use batch::CubeBatch;
pub use cache::CubeCache;
pub use device::{DeviceInfo, devices};
pub use launch::Counters;
pub use memory::CubeMemory;
pub use tensor::CubeTensor;
pub use weight::CubeWeight;

pub(crate) use batch::{NONE, field};
pub(crate) use launch::{Device, Gpu, arg, cube_sum, launch};
pub(crate) use weight::{scale_of, value_of};
