//! `plt quantize`

use std::io::{BufWriter, Write as _};
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context as _, bail};
use plt_runtime::{DType, ModelError, Quantization};
use serde_json::json;

use super::{cancel_on_ctrl_c, checkpoint};
use crate::args::QuantizeArgs;
use crate::new_file::NewFile;
use crate::terminal;

/// As after Ctrl-C.
const INTERRUPTED: u8 = 130;

pub fn run(args: QuantizeArgs) -> anyhow::Result<ExitCode> {
    let place = args.output.as_path();
    if !place.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gguf")) {
        bail!("{}: expected a name that ends in .gguf", place.display());
    }
    if place.exists() && !args.force {
        bail!("{}: there is such a file; --force replaces it", place.display());
    }
    if place.is_dir() {
        bail!("{}: a directory, expected a file", place.display());
    }
    let checkpoint = checkpoint(Some(&args.input))?;
    let dtype = DType::from(args.dtype);
    let cancel = cancel_on_ctrl_c()?;
    let start = Instant::now();
    let mut new = NewFile::beside(place)?;
    let bar = terminal::byte_bar("quantising");
    let written = {
        let mut file = BufWriter::with_capacity(1 << 20, new.file());
        let mut progress = |done, total| {
            bar.set_length(total);
            bar.set_position(done);
            match cancel.is_cancelled() {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        };
        let quantization = Quantization::new(dtype);
        let written = checkpoint.write_gguf(quantization, &mut file, place, &mut progress);
        written.and_then(|bytes| match file.flush() {
            Ok(()) => Ok(bytes),
            Err(source) => Err(ModelError::Io { path: place.to_owned(), source }),
        })
    };
    bar.finish_and_clear();
    let bytes = match written {
        Err(ModelError::Cancelled) => {
            terminal::note("stopped; nothing was written");
            return Ok(ExitCode::from(INTERRUPTED));
        }
        written => written?,
    };
    new.persist(args.force)?;
    let (before, parameters) = (checkpoint.weight_bytes(), checkpoint.parameters());
    let bits = bytes as f64 * 8.0 / parameters as f64;
    let seconds = start.elapsed().as_secs_f64();
    let mut stdout = std::io::stdout().lock();
    if args.json {
        let report = json!({
            "output": place.to_str().context("a name that is no UTF-8")?,
            "type": dtype.name(),
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
            "{}: {:.1} MiB from {:.1} MiB of weights, {bits:.2} bits a weight, {seconds:.1} s",
            place.display(),
            mib(bytes),
            mib(before)
        )?;
    }
    Ok(ExitCode::SUCCESS)
}
