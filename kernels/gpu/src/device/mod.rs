//! Devices: opening them by name, buffers, launches, counters, number formats.

mod bandwidth;
mod counters;
#[cfg(feature = "sources")]
pub(crate) mod dry_run;
#[allow(unsafe_code, reason = "kernel launches")]
mod launch;
pub(crate) mod numbers;
mod open;
mod tensor;

pub use bandwidth::DeviceMemory;
pub use counters::Counters;
pub use open::{DeviceInfo, devices};
pub use tensor::CubeTensor;

pub(crate) use bandwidth::{allocate, read_speed};
pub(crate) use launch::{Gpu, Target, Tuner, arg, cube_sum, device_error, launch, tuner};
pub(crate) use open::open;
