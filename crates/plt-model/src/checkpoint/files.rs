//! Opening the files of a checkpoint, which may come from anyone.

use std::fs::{self, File};
use std::io::{Cursor, ErrorKind, Read, Seek};
use std::path::{Component, Path, PathBuf};

use super::contents;
use crate::error::{Error, Result, one_line};

/// The files of a checkpoint, by name.
#[derive(Debug, Clone)]
pub(super) enum Folder {
    /// A directory.
    OnDisk(PathBuf),
    /// Files that are part of the program; the path is what messages call the folder.
    BuiltIn(PathBuf, &'static [BuiltInFile]),
}

/// A file that is part of the program: its name and its bytes.
pub type BuiltInFile = (&'static str, &'static [u8]);

/// Bytes to read from.
#[derive(Debug)]
pub(super) enum Source {
    File(File),
    BuiltIn(&'static [u8]),
}

/// The reader of a [`Source`].
pub(super) trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

impl Source {
    /// Bytes that there are now.
    pub fn len(&self) -> std::io::Result<u64> {
        match self {
            Source::File(file) => Ok(file.metadata()?.len()),
            Source::BuiltIn(bytes) => Ok(bytes.len() as u64),
        }
    }

    /// A reader; readers of one file share its position, so seek first.
    pub fn reader(&self) -> Box<dyn ReadSeek + '_> {
        match self {
            Source::File(file) => Box::new(file),
            Source::BuiltIn(bytes) => Box::new(Cursor::new(*bytes)),
        }
    }
}

impl Folder {
    /// Its name in messages.
    pub fn path(&self) -> &Path {
        match self {
            Folder::OnDisk(path) | Folder::BuiltIn(path, _) => path,
        }
    }

    /// Opens the file `name`. `None` if there is no such entry.
    pub fn open(&self, name: &str) -> Result<Option<Opened>> {
        match self {
            Folder::OnDisk(dir) => open_in(dir, name),
            Folder::BuiltIn(path, files) => {
                let found = files.iter().find(|(file, _)| *file == name);
                Ok(found.map(|(name, bytes)| Opened {
                    path: path.join(name),
                    file: Source::BuiltIn(bytes),
                    len: bytes.len() as u64,
                }))
            }
        }
    }
}

/// A regular file, opened for reading.
#[derive(Debug)]
pub(super) struct Opened {
    /// As the user would name it.
    pub path: PathBuf,
    pub file: Source,
    /// In bytes, at the time of opening.
    pub len: u64,
}

/// The folder of further chat templates: the only one whose files belong to a checkpoint.
const TEMPLATES: &str = "additional_chat_templates/";

/// Opens the file `name` of the checkpoint in `dir`. `None` if there is no such entry.
///
/// A link may lead to another file of the same directory; from a snapshot in the Hub's cache into the
/// `blobs` of the same cached repository; from a directory elsewhere into any repository of such a
/// cache, as downloads into a local directory leave them. Nowhere else.
pub(super) fn open_in(dir: &Path, name: &str) -> Result<Option<Opened>> {
    if !is_file_name(name.strip_prefix(TEMPLATES).unwrap_or(name)) {
        let found = format!("{:?}", one_line(name));
        return Err(Error::FileName { file: dir.to_owned(), found });
    }
    let path = dir.join(name);
    if let Err(source) = fs::symlink_metadata(&path) {
        return match source.kind() {
            ErrorKind::NotFound => Ok(None),
            _ => Err(Error::Io { path, reason: source }),
        };
    }
    let real = |path: &Path| {
        fs::canonicalize(path).map_err(|source| Error::Io { path: path.to_owned(), reason: source })
    };
    let (home, target) = (real(dir)?, real(&path)?);
    let in_cache = || match blobs(&home) {
        Some(blobs) => target.starts_with(blobs),
        None => is_in_hub_cache(&target),
    };
    if !target.starts_with(&home) && !in_cache() {
        return Err(Error::LinkLeaves { path, target });
    }
    open(&target, path).map(Some)
}

/// Opens the file at `target`, which messages call `path`.
pub(super) fn open(target: &Path, path: PathBuf) -> Result<Opened> {
    // Opening a pipe would wait for its writer, so look first.
    let regular = fs::metadata(target).map(|metadata| metadata.is_file());
    match regular {
        Ok(true) => {}
        Ok(false) => return Err(Error::NotAFile { path }),
        Err(source) => return Err(Error::Io { path, reason: source }),
    }
    let opened = File::open(target).and_then(|file| Ok((file.metadata()?.len(), file)));
    match opened {
        Ok((len, file)) => Ok(Opened { path, file: Source::File(file), len }),
        Err(source) => Err(Error::Io { path, reason: source }),
    }
}

impl Opened {
    /// The whole file, unless it is larger than `limit` bytes.
    ///
    /// # Errors
    /// [`Error::Foreign`] for a Git LFS pointer, [`Error::TooLarge`], [`Error::Io`].
    pub fn read(self, limit: u64) -> Result<Vec<u8>> {
        contents::refuse_pointer(&self)?;
        let Self { path, file, len } = self;
        let too_large = |path, found| Error::TooLarge { path, what: "bytes", limit, found };
        if len > limit {
            return Err(too_large(path, len));
        }
        let mut bytes = Vec::new();
        // The file may have grown since.
        match file.reader().take(limit.saturating_add(1)).read_to_end(&mut bytes) {
            Ok(read) if read as u64 > limit => Err(too_large(path, read as u64)),
            Ok(_) => Ok(bytes),
            Err(source) => Err(Error::Io { path, reason: source }),
        }
    }

    /// The whole file as text.
    pub fn read_text(self, limit: u64) -> Result<String> {
        contents::refuse_foreign(&self)?;
        let file = self.path.clone();
        let bytes = self.read(limit)?;
        if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
            let (found, remedy) = ("text in UTF-16", "save it in UTF-8");
            return Err(Error::Foreign { path: file, found, remedy });
        }
        String::from_utf8(bytes)
            .map_err(|error| Error::Json { file, reason: error.utf8_error().to_string() })
    }
}

/// One part, with no meaning to any file system.
pub(super) fn is_file_name(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    let one_part = matches!(parts.next(), Some(Component::Normal(part)) if part == name);
    one_part && parts.next().is_none() && !name.contains(['/', '\\', ':', '\0'])
}

/// The Hub's cache: `…/models--owner--name/{snapshots/<revision>/…, blobs/<hash>}`.
fn blobs(home: &Path) -> Option<PathBuf> {
    let snapshots =
        home.ancestors().find(|dir| dir.file_name().is_some_and(|n| n == "snapshots"))?;
    let blobs = snapshots.parent()?.join("blobs");
    // They may be on another disk.
    Some(fs::canonicalize(&blobs).unwrap_or(blobs))
}

/// Whether a path lies in `…/models--owner--name/{blobs, snapshots}`.
fn is_in_hub_cache(path: &Path) -> bool {
    let name = |path: &Path| path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
    path.ancestors().skip(1).any(|dir| {
        matches!(name(dir).as_deref(), Some("blobs" | "snapshots"))
            && dir.parent().and_then(name).is_some_and(|repo| repo.starts_with("models--"))
    })
}
