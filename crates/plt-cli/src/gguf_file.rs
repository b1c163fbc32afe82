//! Writes a model to a GGUF file, with a progress bar, until Ctrl-C.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::ops::ControlFlow;
use std::path::Path;

use anyhow::bail;
use plt_runtime::{Cancel, ModelError, Progress};

use crate::new_file::NewFile;
use crate::terminal;

/// Fails unless `path` ends in .gguf and is free, or `force` allows to overwrite a file.
pub fn check_path(path: &Path, force: bool) -> anyhow::Result<()> {
    if !path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gguf")) {
        bail!("{}: expected a name ending in .gguf", path.display());
    }
    if path.exists() && !force {
        bail!("{}: file exists (--force overwrites it)", path.display());
    }
    if path.is_dir() {
        bail!("{}: expected a file, found a directory", path.display());
    }
    Ok(())
}

/// Writes a model atomically. Returns its size in bytes, or `None` if it was cancelled.
pub fn write(
    path: &Path,
    force: bool,
    cancel: &Cancel,
    activity: &'static str,
    write: impl FnOnce(&mut BufWriter<&mut File>, Progress<'_>) -> Result<u64, ModelError>,
) -> anyhow::Result<Option<u64>> {
    let mut new = NewFile::create(path)?;
    let bar = terminal::byte_bar(activity);
    let mut progress = |done, total| {
        bar.set_length(total);
        bar.set_position(done);
        match cancel.is_cancelled() {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    };
    let written = {
        let mut file = BufWriter::with_capacity(1 << 20, new.file());
        write(&mut file, &mut progress).and_then(|bytes| match file.flush() {
            Ok(()) => Ok(bytes),
            Err(reason) => Err(ModelError::Io { path: path.to_owned(), reason }),
        })
    };
    bar.finish_and_clear();
    match written {
        Err(ModelError::Cancelled) => {
            terminal::note("cancelled; no file written");
            Ok(None)
        }
        written => {
            let bytes = written?;
            new.persist(force)?;
            Ok(Some(bytes))
        }
    }
}
