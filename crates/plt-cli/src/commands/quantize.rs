//! `plt quantize`

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use plt_runtime::{Checkpoint, Quantization, TextBundle};
use serde_json::json;

use super::{INTERRUPTED, cancel_on_ctrl_c, checkpoint};
use crate::args::QuantizeArgs;
use crate::{gguf_file, terminal};

pub fn run(args: QuantizeArgs) -> anyhow::Result<ExitCode> {
    let path = args.output.as_path();
    gguf_file::check_path(path, args.force)?;
    let checkpoint = checkpoint(Some(&args.input))?;
    let quantization = args.file_type.quantization(checkpoint.config());
    let fallbacks = quantization.fallbacks(checkpoint.config());
    for fallback in &fallbacks {
        terminal::warn(&format!(
            "{}{}: {} columns are not a multiple of {}, {} instead of {}",
            fallback.tensors,
            if fallback.count == 1 { String::new() } else { format!(" ({})", fallback.count) },
            fallback.cols,
            fallback.wanted.block_len(),
            fallback.dtype,
            fallback.wanted
        ));
    }
    let mut warnings = warnings(&checkpoint, quantization);
    warnings.iter().for_each(|warning| terminal::warn(warning));
    let text = TextBundle::open(&checkpoint)?;
    let (entries, described) = text.gguf_entries(&checkpoint)?;
    if !described && text.tokenizer().is_ok() {
        terminal::warn("other engines cannot read this tokenizer: GGUF has no keys for it");
    }
    let cancel = cancel_on_ctrl_c()?;
    let start = Instant::now();
    let written = gguf_file::write(path, args.force, &cancel, "quantizing", |file, progress| {
        checkpoint.write_gguf_with(entries, quantization, file, path, progress)
    })?;
    let Some(bytes) = written else { return Ok(ExitCode::from(INTERRUPTED)) };
    let (before, parameters) = (checkpoint.weight_bytes(), checkpoint.parameters());
    let source = checkpoint.file_bytes();
    if bytes > source {
        let warning = format!("the file is larger than its source: {bytes} bytes from {source}");
        terminal::warn(&warning);
        warnings.push(warning);
    }
    let bits = bytes as f64 * 8.0 / parameters as f64;
    let seconds = start.elapsed().as_secs_f64();
    let mut stdout = std::io::stdout().lock();
    if args.json {
        let fallbacks: Vec<_> = fallbacks
            .iter()
            .map(|fallback| {
                json!({
                    "tensors": fallback.tensors,
                    "count": fallback.count,
                    "columns": fallback.cols,
                    "wanted": fallback.wanted.name(),
                    "type": fallback.dtype.name(),
                })
            })
            .collect();
        let report = json!({
            "output": path.display().to_string(),
            "type": args.file_type.name(),
            "parameters": parameters,
            "weight_bytes_before": before,
            "source_bytes": source,
            "bytes": bytes,
            "bits_per_weight": bits,
            "fallbacks": fallbacks,
            "warnings": warnings,
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

/// Returns the warnings that are known before the file is written.
fn warnings(checkpoint: &Checkpoint, quantization: Quantization) -> Vec<String> {
    let config = checkpoint.config();
    let mut warnings = Vec::new();
    let quantized: BTreeSet<&str> = config
        .tensors()
        .iter()
        .filter_map(|spec| {
            let stored = checkpoint.stored_dtype(spec)?;
            let changes = stored.block_len() > 1 && quantization.dtype_of(spec) != stored;
            changes.then_some(stored.name())
        })
        .collect();
    if !quantized.is_empty() {
        let types = quantized.into_iter().collect::<Vec<_>>().join(", ");
        warnings.push(format!(
            "the source is quantized ({types}): quantizing it again adds to its errors, \
             quantize the original if you have it"
        ));
    }
    let (before, after) =
        (checkpoint.weight_bytes(), quantization.dtypes(config).values().sum::<u64>());
    if after > before {
        warnings.push(format!("the weights grow: {after} bytes from {before}"));
    }
    warnings
}
