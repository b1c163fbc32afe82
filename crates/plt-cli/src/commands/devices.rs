//! `plt devices`

use std::io::Write as _;
use std::process::ExitCode;

use serde::Serialize;

use crate::args::DevicesArgs;

/// A device in the JSON.
#[derive(Debug, Serialize)]
struct Device {
    /// The value of `--device`.
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
    fn host(name: &str, description: String) -> Self {
        let name = name.to_owned();
        Self { name, description, max_buffer_bytes: None, shared_bytes: None, plane: None }
    }
}

pub fn run(args: DevicesArgs) -> anyhow::Result<ExitCode> {
    let (devices, notes) = all();
    let mut stdout = std::io::stdout().lock();
    if args.json {
        serde_json::to_writer_pretty(&mut stdout, &devices)?;
        writeln!(stdout)?;
    } else {
        for device in devices {
            writeln!(stdout, "{:<10} {}", device.name, device.description)?;
        }
    }
    notes.iter().for_each(|note| crate::terminal::warn(note));
    Ok(ExitCode::SUCCESS)
}

/// Returns the names of all devices, and notes about missing ones.
pub fn found() -> (Vec<String>, Vec<String>) {
    let (devices, notes) = all();
    (devices.into_iter().map(|device| device.name).collect(), notes)
}

fn all() -> (Vec<Device>, Vec<String>) {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut devices = vec![
        Device::host("cpu", format!("CPU backend, {threads} threads")),
        Device::host("reference", "slow; the definition that the others are tested against".into()),
    ];
    let mut notes = Vec::new();
    gpus(&mut devices, &mut notes);
    (devices, notes)
}

#[cfg(feature = "gpu")]
fn gpus(devices: &mut Vec<Device>, notes: &mut Vec<String>) {
    let found = plt_runtime::gpus();
    if found.is_empty() {
        notes.push("no GPU found; is its driver installed?".to_owned());
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
            Err(error) => notes.push(error.to_string()),
        }
    }
}

#[cfg(not(feature = "gpu"))]
fn gpus(_: &mut Vec<Device>, notes: &mut Vec<String>) {
    notes.push("this build supports only the CPU; build with --features wgpu for GPUs".to_owned());
}
