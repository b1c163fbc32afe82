//! Writing a model, with a bar and a way to stop.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::ops::ControlFlow;
use std::path::Path;

use anyhow::bail;
use plt_runtime::{Cancel, ModelError, Progress};

use crate::new_file::NewFile;
use crate::terminal;

/// Fails unless a model can be written there.
pub fn check_place(place: &Path, force: bool) -> anyhow::Result<()> {
    if !place.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gguf")) {
        bail!("{}: expected a name that ends in .gguf", place.display());
    }
    if place.exists() && !force {
        bail!("{}: there is such a file; --force replaces it", place.display());
    }
    if place.is_dir() {
        bail!("{}: a directory, expected a file", place.display());
    }
    Ok(())
}

/// Writes a model there, whole or not at all; its bytes, or `None` if it was stopped.
pub fn write(
    place: &Path,
    force: bool,
    cancel: &Cancel,
    what: &'static str,
    write: impl FnOnce(&mut BufWriter<&mut File>, Progress<'_>) -> Result<u64, ModelError>,
) -> anyhow::Result<Option<u64>> {
    let mut new = NewFile::beside(place)?;
    let bar = terminal::byte_bar(what);
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
            Err(source) => Err(ModelError::Io { path: place.to_owned(), reason: source }),
        })
    };
    bar.finish_and_clear();
    match written {
        Err(ModelError::Cancelled) => {
            terminal::note("stopped; nothing was written");
            Ok(None)
        }
        written => {
            let bytes = written?;
            new.persist(force)?;
            Ok(Some(bytes))
        }
    }
}
