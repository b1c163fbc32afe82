//! Devices by name: `wgpu`, `wgpu:1`, `cuda:0`.

use cubecl::device::{WgpuBackend, WgpuDevice};
use cubecl::{Device, client::Client};
use plt_backend::{Error, Result};

/// The runtimes: the word before a device's number, and whether this build links it (the feature of
/// the same name).
const RUNTIMES: [(&str, bool); 5] = [
    ("cuda", cfg!(feature = "cuda")),
    ("hip", cfg!(feature = "hip")),
    ("metal", cfg!(feature = "metal")),
    ("vulkan", cfg!(feature = "vulkan")),
    ("wgpu", cfg!(feature = "wgpu")),
];

/// A device that [`Cube::open`](crate::Cube::open) can open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceInfo {
    /// The name to open it by.
    pub name: String,
    /// The adapter.
    pub adapter: String,
    /// The largest buffer, in bytes: no weight may be larger.
    pub max_buffer_bytes: u64,
    /// Shared memory of a cube, in bytes.
    pub shared_bytes: usize,
    /// Units that run in lockstep (warp, wavefront, subgroup).
    pub plane: u32,
}

/// The devices of this machine for all runtimes that this build links: hardware GPUs first.
///
/// A device that cannot be opened is listed as its error.
pub fn devices() -> Vec<Result<DeviceInfo>> {
    let linked = RUNTIMES.iter().filter(|(_, linked)| *linked);
    linked
        .flat_map(|(runtime, _)| {
            let found = devices_of(runtime);
            found.into_iter().enumerate().map(move |(index, device)| {
                let name = format!("{runtime}:{index}");
                let client = client(&name, &device)?;
                let properties = client.properties();
                Ok(DeviceInfo {
                    name,
                    adapter: properties.identity.name.to_string(),
                    max_buffer_bytes: properties.memory.max_page_size,
                    shared_bytes: properties.hardware.max_shared_memory_size,
                    plane: properties.hardware.plane_size_max,
                })
            })
        })
        .collect()
}

/// Opens the device of this name; see [`Cube::open`](crate::Cube::open). Returns its client and the
/// runtime's name.
pub(crate) fn open(name: &str) -> Result<(Client, &'static str)> {
    let missing = |reason: String| Error::NoDevice { name: name.to_owned(), reason };
    let (runtime, index) = match name.split_once(':') {
        None => (name, Some(0)),
        Some((runtime, index)) => (runtime, index.parse::<usize>().ok()),
    };
    let names = || RUNTIMES.map(|(runtime, _)| runtime).join(", ");
    let Some((runtime, linked)) = RUNTIMES.iter().find(|(known, _)| *known == runtime) else {
        return Err(missing(format!("expected {}, optionally with :NUMBER", names())));
    };
    let Some(index) = index else {
        return Err(missing(format!("expected a number after {runtime}:")));
    };
    if !linked {
        let reason = format!("this build has no {runtime}; build with --features {runtime}");
        return Err(missing(reason));
    }
    let found = devices_of(runtime);
    let Some(device) = found.get(index) else {
        return Err(missing(match found.len() {
            0 => format!("{runtime} finds no device; is its driver installed?"),
            count => format!("{runtime} finds {count}, numbered from 0"),
        }));
    };
    Ok((client(name, device)?, runtime))
}

/// The devices of a runtime, hardware before software.
fn devices_of(runtime: &str) -> Vec<Device> {
    let api = match runtime {
        "vulkan" => WgpuBackend::Vulkan,
        "metal" => WgpuBackend::Metal,
        _ => WgpuBackend::Auto,
    };
    let mut devices: Vec<Device> = Device::enumerate_all()
        .into_iter()
        .filter_map(|device| match (device, runtime) {
            (Device::Wgpu(device), "wgpu") => Some(Device::Wgpu(device)),
            (Device::Wgpu(device), "vulkan" | "metal") => Device::Wgpu(device).on(api).ok(),
            (device @ Device::Cuda(_), "cuda") | (device @ Device::Hip(_), "hip") => Some(device),
            _ => None,
        })
        .collect();
    devices.sort_by_key(is_software);
    devices
}

fn is_software(device: &Device) -> bool {
    use cubecl::device::WgpuDeviceKind::Cpu;
    matches!(device, Device::Wgpu(WgpuDevice { kind: Cpu, .. }))
}

#[cfg(feature = "wgpu")]
fn client(name: &str, device: &Device) -> Result<Client> {
    use cubecl::wgpu::{AutoGraphicsApi, RuntimeOptions, WgpuInitError, try_init_setup};

    if let Device::Wgpu(wgpu) = device {
        let options = RuntimeOptions::try_default();
        match options.and_then(|options| try_init_setup::<AutoGraphicsApi>(wgpu, options)) {
            // A device is set up once per process; later calls find its client.
            Ok(_) | Err(WgpuInitError::Registration { .. }) => {}
            Err(error) => {
                let (name, reason) = (name.to_owned(), error.to_string());
                return Err(Error::NoDevice { name, reason });
            }
        }
    }
    Ok(device.client())
}

#[cfg(not(feature = "wgpu"))]
fn client(_: &str, device: &Device) -> Result<Client> {
    Ok(device.client())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_rejects_unknown_names_and_says_what_it_expects() {
        for (name, reason) in [
            ("gpu", "expected cuda, hip, metal, vulkan, wgpu, optionally with :NUMBER"),
            ("wgpu:x", "expected a number after wgpu:"),
            ("wgpu:", "expected a number after wgpu:"),
            ("wgpu:-1", "expected a number after wgpu:"),
        ] {
            let error = open(name).map(drop).expect_err(name);
            assert_eq!(error.to_string(), format!("no device {name}: {reason}"));
        }
        for (runtime, linked) in RUNTIMES {
            let name = format!("{runtime}:99");
            let error = open(&name).map(drop).expect_err("no such device").to_string();
            assert_eq!(!linked, error.contains(&format!("--features {runtime}")), "{error}");
        }
    }
}
