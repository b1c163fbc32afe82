//! Files that are there whole or not at all.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::Context as _;

/// Files that have not got to their places, for those who leave without dropping anything.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Removes what has not got to its place, before the program ends in a hurry.
pub fn remove_unfinished() {
    for path in UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        // It may have got there by now.
        let _ = std::fs::remove_file(path);
    }
}

/// While this is there, the file is unfinished.
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

/// A file that takes its place, or that of an older one, only when it is whole. Until then it has
/// another name in the same directory, and if it does not get there it is gone.
pub struct NewFile<'a> {
    place: &'a Path,
    file: tempfile::NamedTempFile,
    _unfinished: Unfinished,
}

impl<'a> NewFile<'a> {
    pub fn beside(place: &'a Path) -> anyhow::Result<Self> {
        let dir = match place.parent() {
            Some(dir) if !dir.as_os_str().is_empty() => dir,
            _ => Path::new("."),
        };
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        {
            // The user's umask decides who may read it, as with any other file.
            use std::os::unix::fs::PermissionsExt as _;
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(dir).with_context(|| place.display().to_string())?;
        let _unfinished = Unfinished::new(file.path());
        Ok(Self { place, file, _unfinished })
    }

    /// What is written to.
    pub fn file(&mut self) -> &mut std::fs::File {
        self.file.as_file_mut()
    }

    /// Takes its place, once it is on disk; that of another file only if `replace` says so.
    pub fn persist(self, replace: bool) -> anyhow::Result<()> {
        let place = || self.place.display().to_string();
        self.file.as_file().sync_all().with_context(place)?;
        match replace {
            true => self.file.persist(self.place).with_context(place)?,
            false => self.file.persist_noclobber(self.place).with_context(place)?,
        };
        Ok(())
    }
}
