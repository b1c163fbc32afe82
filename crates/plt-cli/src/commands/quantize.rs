//! `plt quantize`

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context as _;
use plt_runtime::Quantization;
use serde_json::json;

use super::{INTERRUPTED, cancel_on_ctrl_c, checkpoint};
use crate::args::QuantizeArgs;
use crate::gguf_file;

pub fn run(args: QuantizeArgs) -> anyhow::Result<ExitCode> {
    let path = args.output.as_path();
    gguf_file::check_path(path, args.force)?;
    let checkpoint = checkpoint(Some(&args.input))?;
    let quantization = Quantization::new(args.dtype);
    let cancel = cancel_on_ctrl_c()?;
    let start = Instant::now();
    let written = gguf_file::write(path, args.force, &cancel, "quantizing", |file, progress| {
        checkpoint.write_gguf(quantization, file, path, progress)
    })?;
    let Some(bytes) = written else { return Ok(ExitCode::from(INTERRUPTED)) };
    let (before, parameters) = (checkpoint.weight_bytes(), checkpoint.parameters());
    let bits = bytes as f64 * 8.0 / parameters as f64;
    let seconds = start.elapsed().as_secs_f64();
    let mut stdout = std::io::stdout().lock();
    if args.json {
        let report = json!({
            "output": path.to_str().context("OUT: expected a UTF-8 path")?,
            "type": args.dtype.name(),
            "parameters": parameters,
            "weight_bytes_before": before,
            "bytes": bytes,
            "bits_per_weight": bits,
            "seconds": seconds,
        });
        writeln!(stdout, "{report}")?;
    } else {
        let mib = |bytes: u64| bytes as f64 / f64::from(1 << 20);
        writeln!(
            stdout,
            "{}: {:.1} MiB from {:.1} MiB of weights, {bits:.2} bits per weight, {seconds:.1} s",
            path.display(),
            mib(bytes),
            mib(before)
        )?;
    }
    Ok(ExitCode::SUCCESS)
}
