//! Files that are there whole or not at all.

use std::path::Path;

use anyhow::Context as _;

/// A file that takes its place, or that of an older one, only when it is whole. Until then it has
/// another name in the same directory, and if it does not get there it is gone.
pub struct NewFile<'a> {
    place: &'a Path,
    file: tempfile::NamedTempFile,
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
        Ok(Self { place, file })
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
