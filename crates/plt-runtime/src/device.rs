//! Devices by name. This file alone opens backends.

use std::convert::Infallible;
use std::fmt;
use std::num::NonZeroUsize;
use std::str::FromStr;

use plt_cpu::{Activations, Cpu};
use plt_reference::Reference;

use crate::builder::builder;
use crate::error::{Error, Result};

/// The GPU backend, and the GPUs of this machine.
#[cfg(feature = "gpu")]
pub use plt_kernels::{Cube as Gpu, DeviceInfo as GpuInfo, devices as gpus};

/// The name of a device.
///
/// `cpu` is this machine's processor, `reference` the slow definition of all results. Other names
/// are GPUs: a runtime (`wgpu`, `vulkan`, `cuda`, `hip`, `metal`), and after a colon the
/// number of a device, as in `wgpu:1`. Each runtime is a feature of this crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Device {
    /// `cpu`
    Cpu,
    /// `reference`
    Reference,
    /// A GPU by its name.
    Gpu(String),
}

/// Options of a device. Options of another kind of device have no effect.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct DeviceOptions {
    /// Threads of the CPU; `None` for all cores.
    pub threads: Option<NonZeroUsize>,
    /// Precision of quantized activations on the CPU.
    pub activations: Activations,
}

builder!(DeviceOptions {
    threads: impl Into<Option<NonZeroUsize>>,
    activations: Activations,
});

/// An open device: one of the backends.
#[non_exhaustive]
#[allow(clippy::large_enum_variant, reason = "a device is opened once")]
pub enum OpenDevice {
    /// The processor.
    Cpu(Cpu),
    /// The definition of all results.
    Reference(Reference),
    /// A GPU.
    #[cfg(feature = "gpu")]
    Gpu(Gpu),
}

impl FromStr for Device {
    type Err = Infallible;

    fn from_str(name: &str) -> Result<Self, Infallible> {
        Ok(name.into())
    }
}

impl From<&str> for Device {
    /// Every name but `cpu` and `reference` is a GPU's, and is checked when it is opened.
    fn from(name: &str) -> Self {
        match name.to_ascii_lowercase().as_str() {
            "cpu" => Device::Cpu,
            "reference" => Device::Reference,
            gpu => Device::Gpu(gpu.to_owned()),
        }
    }
}

impl fmt::Display for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Device::Cpu => "cpu",
            Device::Reference => "reference",
            Device::Gpu(name) => name,
        })
    }
}

impl Device {
    /// Opens the device.
    ///
    /// # Errors
    /// A GPU that is not there, or whose runtime is not a feature of this build; threads that the
    /// system does not start.
    pub fn open(&self, options: DeviceOptions) -> Result<OpenDevice> {
        match self {
            Device::Cpu => {
                let cpu = Cpu::new(options.threads.map(Into::into)).map_err(model)?;
                Ok(OpenDevice::Cpu(cpu.with_activations(options.activations)))
            }
            Device::Reference => Ok(OpenDevice::Reference(Reference::new())),
            #[cfg(feature = "gpu")]
            Device::Gpu(name) => Ok(OpenDevice::Gpu(Gpu::open(name).map_err(model)?)),
            #[cfg(not(feature = "gpu"))]
            Device::Gpu(name) => Err(Error::NoGpu { name: name.clone() }),
        }
    }
}

fn model(error: impl Into<plt_model::Error>) -> Error {
    Error::Model(error.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn device_names_convert_both_ways() {
        for name in ["cpu", "reference", "wgpu", "cuda:0"] {
            let device = Device::from(name);
            assert_eq!(device.to_string(), name);
            assert_eq!(matches!(device, Device::Gpu(_)), !["cpu", "reference"].contains(&name));
        }
        assert_eq!(Device::from("CPU"), Device::Cpu);
    }

    #[test]
    fn device_open_applies_the_options_of_the_cpu() {
        let options =
            DeviceOptions::default().threads(NonZeroUsize::MIN).activations(Activations::Int8);
        let Ok(OpenDevice::Cpu(cpu)) = Device::Cpu.open(options) else { panic!("no CPU") };
        assert_eq!((cpu.threads(), cpu.activations()), (1, Activations::Int8));
    }
}
