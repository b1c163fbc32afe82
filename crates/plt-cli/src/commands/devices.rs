//! `plt devices`: where passes can run on this machine.

use std::io::Write as _;
use std::process::ExitCode;

use serde::Serialize;

use crate::args::DevicesArgs;

/// A device, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Device {
    /// What `--device` calls it.
    name: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_buffer_bytes: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shared_bytes: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plane: Option<u32>,
}

impl Device {
    fn of_host(name: &str, description: String) -> Self {
        let name = name.to_owned();
        Self { name, description, max_buffer_bytes: None, shared_bytes: None, plane: None }
    }
}

pub fn run(args: DevicesArgs) -> anyhow::Result<ExitCode> {
    let (devices, remarks) = all();
    let mut stdout = std::io::stdout().lock();
    if args.json {
        serde_json::to_writer_pretty(&mut stdout, &devices)?;
        writeln!(stdout)?;
    } else {
        for device in devices {
            writeln!(stdout, "{:<10} {}", device.name, device.description)?;
        }
    }
    remarks.iter().for_each(|remark| crate::terminal::warn(remark));
    Ok(ExitCode::SUCCESS)
}

/// The names of all devices, and what there is to say of those that are missing.
pub fn found() -> (Vec<String>, Vec<String>) {
    let (devices, remarks) = all();
    (devices.into_iter().map(|device| device.name).collect(), remarks)
}

fn all() -> (Vec<Device>, Vec<String>) {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut devices = vec![
        Device::of_host("cpu", format!("this machine's processor, {threads} threads")),
        Device::of_host(
            "reference",
            "the slow definition that the others are tested against".into(),
        ),
    ];
    let mut remarks = Vec::new();
    gpus(&mut devices, &mut remarks);
    (devices, remarks)
}

#[cfg(feature = "gpu")]
fn gpus(devices: &mut Vec<Device>, remarks: &mut Vec<String>) {
    let found = plt_kernels::devices();
    if found.is_empty() {
        remarks.push("no GPU was found; is its driver installed?".to_owned());
    }
    for device in found {
        match device {
            Ok(device) => devices.push(Device {
                name: device.name,
                description: device.adapter,
                max_buffer_bytes: Some(device.max_buffer_bytes),
                shared_bytes: Some(device.shared_bytes),
                plane: Some(device.plane),
            }),
            Err(error) => remarks.push(error.to_string()),
        }
    }
}

#[cfg(not(feature = "gpu"))]
fn gpus(_: &mut Vec<Device>, remarks: &mut Vec<String>) {
    remarks.push(super::NO_GPU.to_owned());
}
