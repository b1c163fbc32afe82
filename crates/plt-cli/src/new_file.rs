//! Files that are written atomically.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::Context as _;

/// Temporary files to remove before the process exits without running destructors.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Removes temporary files before `std::process::exit`.
pub fn remove_unfinished() {
    for path in UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        // It may have been renamed already.
        let _ = std::fs::remove_file(path);
    }
}

/// Registers a temporary file in [`UNFINISHED`] while it lives.
struct Unfinished(PathBuf);

impl Unfinished {
    fn new(path: &Path) -> Self {
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
        Self(path.to_owned())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).retain(|path| *path != self.0);
    }
}

/// A file that appears at its path only when complete. Until then it is a temporary file in the same
/// directory, which is removed if the new file is dropped.
pub struct NewFile<'a> {
    path: &'a Path,
    file: tempfile::NamedTempFile,
    _unfinished: Unfinished,
}

impl<'a> NewFile<'a> {
    /// Creates the temporary file beside `path`.
    pub fn create(path: &'a Path) -> anyhow::Result<Self> {
        let dir = match path.parent() {
            Some(dir) if !dir.as_os_str().is_empty() => dir,
            _ => Path::new("."),
        };
        if !dir.is_dir() {
            anyhow::bail!("cannot write {}: no directory {}", path.display(), dir.display());
        }
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        {
            // The umask sets the permissions, as for any other file.
            use std::os::unix::fs::PermissionsExt as _;
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        // tempfile's own error names the temporary file.
        let failed = |error: std::io::Error| std::io::Error::from(error.kind());
        let file = builder.tempfile_in(dir).map_err(failed);
        let file = file.with_context(|| format!("cannot write {}", path.display()))?;
        let _unfinished = Unfinished::new(file.path());
        Ok(Self { path, file, _unfinished })
    }

    /// Returns the file to write to.
    pub fn file(&mut self) -> &mut std::fs::File {
        self.file.as_file_mut()
    }

    /// Syncs the file and renames it to its path; replaces an existing file only if `replace` is set.
    pub fn persist(self, replace: bool) -> anyhow::Result<()> {
        let path = || self.path.display().to_string();
        self.file.as_file().sync_all().with_context(path)?;
        let renamed = match replace {
            true => self.file.persist(self.path),
            false => self.file.persist_noclobber(self.path),
        };
        // tempfile's own error prints its cause, which is also its source.
        renamed.map_err(|error| error.error).with_context(path)?;
        Ok(())
    }
}
