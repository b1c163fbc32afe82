//! `plt verify`

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use plt_runtime::verify::{self, Entry, Outcome};
use plt_runtime::{Backend, TextModel};
use serde::Serialize;

use super::{ModelCommand, checkpoint, model_name, with_model};
use crate::args::VerifyArgs;

/// Maximum size of a file of entries in bytes.
const MAX_FILE: u64 = 16 << 20;

/// `plt verify --json`.
#[derive(Serialize)]
struct Report<'a> {
    version: &'static str,
    system: String,
    device: String,
    model: &'a str,
    /// SHA-256 of names, types, shapes and samples of all weights.
    hash: Option<String>,
    /// Weight bytes by element type.
    dtypes: BTreeMap<&'static str, u64>,
    entry: &'a str,
    checkpoint: &'a str,
    checks: Vec<Outcome>,
    passed: usize,
    failed: usize,
}

pub fn run(mut args: VerifyArgs) -> anyhow::Result<ExitCode> {
    args.device.check()?;
    if let Some(path) = args.path.take() {
        args.model.model = Some(path);
    }
    let entries = match &args.entry_file {
        Some(file) => vec![read_entry(file)?],
        None => verify::entries()?,
    };
    // Before the weights are read: an unknown model is told at once.
    let checkpoint = checkpoint(args.model.model.as_deref())?;
    let entry = verify::find(&entries, checkpoint.config(), args.entry.as_deref())?;
    let dtypes = match args.model.quantization() {
        Some(quantization) => quantization.dtypes(checkpoint.config()),
        None => checkpoint.dtypes(),
    };
    drop(checkpoint);
    with_model(&args.model, &args.device, Verify { args: &args, entry, dtypes })
}

fn read_entry(file: &Path) -> anyhow::Result<Entry> {
    let name = file.display().to_string();
    let bytes = std::fs::metadata(file).with_context(|| name.clone())?.len();
    anyhow::ensure!(bytes <= MAX_FILE, "{name}: expected at most {MAX_FILE} bytes, found {bytes}");
    let json = std::fs::read_to_string(file).with_context(|| name.clone())?;
    Ok(verify::parse(&name, &json)?)
}

struct Verify<'a> {
    args: &'a VerifyArgs,
    entry: &'a Entry,
    dtypes: BTreeMap<&'static str, u64>,
}

impl ModelCommand for Verify<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let Self { args, entry, dtypes } = self;
        let name = model_name(args.model.model.as_deref());
        let mut report = Report {
            version: env!("CARGO_PKG_VERSION"),
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            device: args.device.device.to_string(),
            model: &name,
            hash: model.model().hash(),
            dtypes,
            entry: &entry.name,
            checkpoint: &entry.checkpoint,
            checks: Vec::new(),
            passed: 0,
            failed: 0,
        };
        let mut stdout = std::io::stdout().lock();
        if !args.json {
            stdout.write_all(header(&report).as_bytes())?;
        }
        let mut source = String::new();
        for outcome in entry.check(&model) {
            if !args.json {
                if outcome.source != source {
                    source.clone_from(&outcome.source);
                    writeln!(stdout, "\n{source}")?;
                }
                stdout.write_all(lines(&outcome).as_bytes())?;
                stdout.flush()?;
            }
            match outcome.passed {
                true => report.passed += 1,
                false => report.failed += 1,
            }
            report.checks.push(outcome);
        }
        if args.json {
            serde_json::to_writer(&mut stdout, &report)?;
            writeln!(stdout)?;
        } else {
            writeln!(stdout, "\n{} of {} checks passed", report.passed, report.checks.len())?;
        }
        Ok(if report.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

fn header(report: &Report<'_>) -> String {
    let dtypes: Vec<String> = report
        .dtypes
        .iter()
        .map(|(dtype, bytes)| format!("{dtype} {:.1} MiB", *bytes as f64 / f64::from(1 << 20)))
        .collect();
    format!(
        "plt      {} on {}, device {}\nmodel    {} ({})\nhash     {}\nentry    {}: {}\n",
        report.version,
        report.system,
        report.device,
        report.model,
        dtypes.join(", "),
        report.hash.as_deref().unwrap_or("unknown"),
        report.entry,
        report.checkpoint
    )
}

fn lines(outcome: &Outcome) -> String {
    let Outcome { kind, input, passed, note, expected, got, .. } = outcome;
    let mark = if *passed { "ok" } else { "FAIL" };
    let line = format!("  {mark:<4}  {kind:<10}  {input}: {note}\n");
    match *passed || got.is_null() {
        true => line,
        false => line + &format!("        expected {expected}\n        got      {got}\n"),
    }
}
