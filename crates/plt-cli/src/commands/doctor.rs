//! `plt doctor`

use std::io::Write as _;
use std::process::ExitCode;

use plt_runtime::hub::{HubOptions, RepoId};
use plt_runtime::{Cpu, ModelFiles, ReadSpeed as _, TextBundle};
use serde::Serialize;

use super::devices;
use crate::args::DoctorArgs;

/// Bytes read to measure memory bandwidth: more than caches hold.
const READ: usize = 512 << 20;

#[derive(Serialize)]
struct Report {
    version: &'static str,
    checks: Vec<Check>,
}

#[derive(Serialize)]
struct Check {
    what: &'static str,
    /// `None` for information that cannot fail.
    ok: Option<bool>,
    found: String,
}

pub fn run(args: DoctorArgs) -> anyhow::Result<ExitCode> {
    let mut checks = Vec::new();
    let mut add = |what, ok, found| checks.push(Check { what, ok, found });
    let cpu = Cpu::new(args.threads.map(Into::into))?;
    let speed = read_speed(&cpu)?;
    add("processor", None, format!("{} threads, {}", cpu.threads(), cpu.instruction_set().name()));
    let memory = memory();
    let free = memory.map_or(String::new(), |(total, free)| {
        format!("{} GiB, {} GiB free; ", gib(total), gib(free))
    });
    add("memory", None, format!("{free}read bandwidth {:.1} GB/s", speed / 1e9));
    let (names, notes) = devices::found();
    add(
        "devices",
        None,
        [names.join(", ")].into_iter().chain(notes).collect::<Vec<_>>().join("; "),
    );
    match HubOptions::from_env(|name| std::env::var(name).ok()) {
        Ok(HubOptions { endpoint, cache, token, offline }) => {
            let state = match (offline, token) {
                (true, _) => "offline (HF_HUB_OFFLINE)",
                (false, Some(_)) => "with a token",
                (false, None) => "without a token",
            };
            add("hub", None, format!("{endpoint}, {state}; cache in {}", cache.display()));
        }
        Err(error) => add("hub", Some(false), error.to_string()),
    }
    // Never downloads the model.
    let model = args.model.as_deref();
    let name = super::model_name(model);
    let is_here = model.is_none_or(|name| std::path::Path::new(name).exists());
    let opened = is_here.then(|| {
        super::checkpoint(model)
            .and_then(|checkpoint| Ok(ModelFiles::from_checkpoint(checkpoint)?))
            .map_err(|error| format!("{error:#}"))
    });
    match opened {
        None if name.parse::<RepoId>().is_ok() && !name.ends_with(".gguf") => {
            add("model", None, format!("{name}: no such file; a Hub repository is not checked"));
        }
        None => {
            add("model", Some(false), format!("{name}: no such file, directory or repository name"))
        }
        Some(Ok(files)) => {
            let problems = files.checkpoint().problems();
            let bytes = files.checkpoint().weight_bytes();
            let room = memory.is_none_or(|(_, free)| bytes < free);
            let seconds = bytes as f64 / speed;
            let verdict = match (problems.first(), room) {
                (Some(problem), _) => problem.to_string(),
                (None, false) => {
                    format!("{} GiB of weights do not fit into free memory", gib(bytes))
                }
                (None, true) => format!(
                    "{} MiB of weights; memory bandwidth allows {:.0} passes per second; {}",
                    bytes >> 20,
                    1.0 / seconds,
                    abilities(files.text())
                ),
            };
            add("model", Some(problems.is_empty() && room), format!("{name}: {verdict}"));
        }
        Some(Err(error)) => add("model", Some(false), format!("{name}: {error}")),
    }
    let healthy = checks.iter().all(|check| check.ok != Some(false));
    let report = Report { version: env!("CARGO_PKG_VERSION"), checks };
    let mut stdout = std::io::stdout().lock();
    if args.json {
        serde_json::to_writer_pretty(&mut stdout, &report)?;
        writeln!(stdout)?;
    } else {
        writeln!(stdout, "plt {}", report.version)?;
        for Check { what, ok, found } in &report.checks {
            let mark = if *ok == Some(false) { "!" } else { " " };
            writeln!(stdout, "{mark} {what:<10} {found}")?;
        }
    }
    Ok(if healthy { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Says which prompts a model takes.
fn abilities(text: &TextBundle) -> String {
    match (text.tokenizer(), text.chat_template()) {
        (Ok(_), Ok(_)) => "completes text and chats".to_owned(),
        (Ok(_), Err(_)) => "completes text, cannot chat (no chat template)".to_owned(),
        (Err(error), _) => format!("takes token ids only ({error})"),
    }
}

/// Returns bytes per second, the best of five tries.
fn read_speed(cpu: &Cpu) -> anyhow::Result<f64> {
    let memory = cpu.memory(READ)?;
    (0..5).try_fold(0.0, |best: f64, _| Ok(best.max(cpu.read_speed(&memory)?)))
}

/// Returns total and available bytes of memory, on Linux.
fn memory() -> Option<(u64, u64)> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let value = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim().trim_end_matches(" kB").parse::<u64>().ok()?.checked_mul(1024)
    };
    Some((value("MemTotal:")?, value("MemAvailable:")?))
}

fn gib(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / f64::from(1 << 30))
}
