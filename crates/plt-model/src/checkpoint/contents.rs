//! Files that are not what their name says: pointers, error pages, archives. Each has a remedy.

use std::io::{Read as _, Seek as _};

use super::files::Opened;
use crate::error::{Error, Result};

/// Bytes that tell the kinds apart.
const HEAD: u64 = 256;
/// The first line of a Git LFS pointer, up to the version.
const LFS_POINTER: &[u8] = b"version https://git-lfs.github.com/spec/";
const DOWNLOAD_AGAIN: &str = "download it again";

/// The content of a file, and the remedy.
struct Kind {
    found: &'static str,
    remedy: &'static str,
}

/// Fails if the file is a Git LFS pointer.
pub(super) fn refuse_pointer(opened: &Opened) -> Result<()> {
    let head = head(opened)?;
    refuse(opened, pointer(&head))
}

/// Fails if the file is empty, a Git LFS pointer, an error page, an archive, or nothing but zeros.
/// Such a file has no valid header either: this tells the reason.
pub(super) fn refuse_foreign(opened: &Opened) -> Result<()> {
    let head = head(opened)?;
    refuse(opened, pointer(&head).or_else(|| kind(&head)))
}

/// Fails if a binary file begins as text does: a server wrote an error message instead.
pub(super) fn refuse_text(opened: &Opened) -> Result<()> {
    let head = head(opened)?;
    let is_text = |byte: &u8| matches!(*byte, b' '..=b'~' | b'\t' | b'\r' | b'\n');
    let found = "text, probably an error message of the download";
    let kind = Kind { found, remedy: DOWNLOAD_AGAIN };
    refuse(opened, (!head.is_empty() && head.iter().all(is_text)).then_some(kind))
}

/// Whether the file has these bytes first.
pub(super) fn begins_with(opened: &Opened, magic: &[u8]) -> Result<bool> {
    Ok(head(opened)?.starts_with(magic))
}

fn refuse(opened: &Opened, kind: Option<Kind>) -> Result<()> {
    match kind {
        None => Ok(()),
        Some(Kind { found, remedy }) => {
            Err(Error::Foreign { path: opened.path.clone(), found, remedy })
        }
    }
}

/// The first bytes; the next reader starts at the front again.
fn head(opened: &Opened) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut reader = opened.file.reader();
    reader
        .rewind()
        .and_then(|()| reader.by_ref().take(HEAD).read_to_end(&mut bytes))
        .and_then(|_| reader.rewind())
        .map_err(|reason| Error::Io { path: opened.path.clone(), reason })?;
    Ok(bytes)
}

fn pointer(head: &[u8]) -> Option<Kind> {
    let found = "a Git LFS pointer instead of the file";
    let remedy = "run `git lfs pull` in its repository, or download the file";
    head.starts_with(LFS_POINTER).then_some(Kind { found, remedy })
}

fn kind(head: &[u8]) -> Option<Kind> {
    let unpack = "decompress it first";
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let is_html = [&b"<!doctype"[..], b"<html", b"<head", b"<?xml"]
        .iter()
        .any(|tag| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)));
    let (found, remedy) = match head {
        [] => ("an empty file", DOWNLOAD_AGAIN),
        _ if is_html => ("an HTML page, probably an error of the download", DOWNLOAD_AGAIN),
        [0x1f, 0x8b, ..] => ("a gzip archive", unpack),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => ("a zstd archive", unpack),
        [0xfd, b'7', b'z', b'X', b'Z', ..] => ("an xz archive", unpack),
        [b'B', b'Z', b'h', ..] => ("a bzip2 archive", unpack),
        [b'7', b'z', 0xbc, 0xaf, ..] => ("a 7-Zip archive", unpack),
        [b'l', b'm', b'g', b'g', ..]
        | [b'f', b'm', b'g', b'g', ..]
        | [b't', b'j', b'g', b'g', ..] => (
            "a model in GGML format, which GGUF has replaced",
            "convert it to GGUF, or download a GGUF file",
        ),
        [b'P', b'K', 3, 4, ..] => (
            "a ZIP archive, which PyTorch files are too",
            "unpack it, or convert PyTorch weights to safetensors or GGUF",
        ),
        _ if head.iter().all(|byte| *byte == 0) && head.len() > 16 => {
            ("zeros only, as an unfinished download has", DOWNLOAD_AGAIN)
        }
        _ => return None,
    };
    Some(Kind { found, remedy })
}
