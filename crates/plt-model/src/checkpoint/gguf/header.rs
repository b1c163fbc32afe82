//! A walk over a GGUF header, before candle's parser gets to see it.
//!
//! That parser keeps lengths within the file, but it panics on an alignment of 0, takes one of an
//! unexpected type for the default, keeps the last of two equal names and makes 32 bytes out of
//! every element of an array.

use std::collections::HashSet;
use std::io::{BufReader, Read as _};
use std::path::Path;

use crate::checkpoint::files::{Opened, ReadSeek};
use crate::error::{Error, Result, one_line};

/// Metadata and tensor list; a vocabulary of 262,144 tokens with merges takes 20 MiB.
const MAX_HEADER: u64 = 256 << 20;
/// Elements of all metadata arrays together: the parser makes 32 bytes out of each.
const MAX_ELEMENTS: u64 = 1 << 22;
const MAX_KEYS: u64 = 1 << 16;
const MAX_TENSORS: u64 = 100_000;
const MAX_NAME: u64 = u16::MAX as u64;
const MAX_DIMENSIONS: u32 = 4;
pub(super) const DEFAULT_ALIGNMENT: u32 = 32;
const MAX_ALIGNMENT: u32 = 1 << 20;

/// Element types that candle reads, by their number in the file.
const ELEMENT_TYPES: [u32; 15] = [0, 1, 2, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 30];

/// Checks the header of a GGUF file and returns the alignment of its data.
pub(super) fn check(opened: &Opened) -> Result<u32> {
    let mut header = Header {
        path: &opened.path,
        reader: BufReader::new(opened.file.reader()),
        at: 0,
        len: opened.len,
        elements: 0,
    };
    let magic = header.bytes::<4>("magic")?;
    if magic != *b"GGUF" {
        return Err(header.wrong("magic", "GGUF", one_line(&String::from_utf8_lossy(&magic))));
    }
    let version = header.u32("version")?;
    if !matches!(version, 2 | 3) {
        return Err(header.wrong("version", "2 or 3", version.to_string()));
    }
    let tensors = header.count("tensors", MAX_TENSORS)?;
    let keys = header.count("metadata keys", MAX_KEYS)?;

    let mut alignment = DEFAULT_ALIGNMENT;
    let mut seen = HashSet::new();
    for _ in 0..keys {
        let key = header.name("metadata key")?;
        let value_type = header.u32(&key)?;
        if key == "general.alignment" {
            if value_type != U32 {
                return Err(header.wrong(&key, "type u32", format!("type {value_type}")));
            }
            alignment = header.u32(&key)?;
            if !alignment.is_power_of_two() || alignment > MAX_ALIGNMENT {
                let expected = "a power of two, at most 1 MiB";
                return Err(header.wrong(&key, expected, alignment.to_string()));
            }
        } else {
            header.skip_value(&key, value_type)?;
        }
        if !seen.insert(key.clone()) {
            return Err(header.wrong("metadata key", "each key once", one_line(&key)));
        }
    }
    seen.clear();
    for _ in 0..tensors {
        let name = header.name("tensor name")?;
        let at = format!("tensor {}", one_line(&name));
        let dimensions = header.u32(&at)?;
        if dimensions > MAX_DIMENSIONS {
            let found = dimensions.to_string();
            return Err(header.wrong(&at, "at most 4 dimensions", found));
        }
        header.skip(u64::from(dimensions) * 8, &at)?;
        let element_type = header.u32(&at)?;
        if !ELEMENT_TYPES.contains(&element_type) {
            let expected = "f32, f16, bf16, q4_0 to q8_1 or q2_k to q8_k";
            return Err(header.wrong(&at, expected, format!("element type {element_type}")));
        }
        header.skip(8, &at)?;
        if !seen.insert(name.clone()) {
            return Err(header.wrong("tensor name", "each tensor once", one_line(&name)));
        }
    }
    Ok(alignment)
}

// Value types of the format.
const U32: u32 = 4;
const STRING: u32 = 8;
const ARRAY: u32 = 9;

/// A cursor that never leaves the file.
struct Header<'a> {
    path: &'a Path,
    reader: BufReader<Box<dyn ReadSeek + 'a>>,
    at: u64,
    len: u64,
    elements: u64,
}

impl Header<'_> {
    fn wrong(&self, at: &str, expected: &'static str, found: String) -> Error {
        Error::Header { path: self.path.to_owned(), at: one_line(at), expected, found }
    }

    fn too_large(&self, what: &'static str, limit: u64, found: u64) -> Error {
        Error::TooLarge { path: self.path.to_owned(), what, limit, found }
    }

    /// Steps over `length` bytes, if the file has them.
    fn advance(&mut self, length: u64, at: &str) -> Result<()> {
        let end = self.at.checked_add(length).filter(|end| *end <= self.len).ok_or_else(|| {
            let left = self.len - self.at;
            self.wrong(at, "data inside the file", format!("{length} bytes, {left} are left"))
        })?;
        if end > MAX_HEADER {
            return Err(self.too_large("bytes of header", MAX_HEADER, end));
        }
        self.at = end;
        Ok(())
    }

    fn io(&self, source: std::io::Error) -> Error {
        Error::Io { path: self.path.to_owned(), source }
    }

    fn bytes<const N: usize>(&mut self, at: &str) -> Result<[u8; N]> {
        self.advance(N as u64, at)?;
        let mut bytes = [0; N];
        self.reader.read_exact(&mut bytes).map_err(|source| self.io(source))?;
        Ok(bytes)
    }

    fn u32(&mut self, at: &str) -> Result<u32> {
        Ok(u32::from_le_bytes(self.bytes(at)?))
    }

    fn u64(&mut self, at: &str) -> Result<u64> {
        Ok(u64::from_le_bytes(self.bytes(at)?))
    }

    fn skip(&mut self, length: u64, at: &str) -> Result<()> {
        self.advance(length, at)?;
        // INVARIANT: `advance` allows at most MAX_HEADER bytes.
        self.reader.seek_relative(length as i64).map_err(|source| self.io(source))
    }

    fn count(&mut self, what: &'static str, limit: u64) -> Result<u64> {
        let count = self.u64(what)?;
        if count > limit { Err(self.too_large(what, limit, count)) } else { Ok(count) }
    }

    fn name(&mut self, what: &'static str) -> Result<String> {
        let length = self.u64(what)?;
        if length > MAX_NAME {
            return Err(self.too_large("bytes of a name", MAX_NAME, length));
        }
        self.advance(length, what)?;
        let mut bytes = vec![0; length as usize];
        self.reader.read_exact(&mut bytes).map_err(|source| self.io(source))?;
        match String::from_utf8(bytes) {
            Ok(name) if name.is_empty() => Err(self.wrong(what, "a name", "none".into())),
            Ok(name) if !name.contains('\0') => Ok(name),
            Ok(name) => Err(self.wrong(what, "a name without NUL", one_line(&name))),
            Err(error) => {
                let found = one_line(&String::from_utf8_lossy(error.as_bytes()));
                Err(self.wrong(what, "UTF-8", found))
            }
        }
    }

    fn skip_value(&mut self, key: &str, value_type: u32) -> Result<()> {
        if value_type != ARRAY {
            return self.skip_scalar(key, value_type);
        }
        let element_type = self.u32(key)?;
        let length = self.u64(key)?;
        self.elements = self.elements.saturating_add(length);
        if self.elements > MAX_ELEMENTS {
            let what = "elements of metadata arrays";
            return Err(self.too_large(what, MAX_ELEMENTS, self.elements));
        }
        match scalar_bytes(element_type) {
            // INVARIANT: at most MAX_ELEMENTS times 8.
            Some(bytes) => self.skip(length * bytes, key),
            None if element_type == ARRAY => {
                Err(self.wrong(key, "an array of scalars or strings", "an array of arrays".into()))
            }
            None => (0..length).try_for_each(|_| self.skip_scalar(key, element_type)),
        }
    }

    fn skip_scalar(&mut self, key: &str, value_type: u32) -> Result<()> {
        let length = match scalar_bytes(value_type) {
            Some(bytes) => bytes,
            None if value_type == STRING => self.u64(key)?,
            None => {
                return Err(self.wrong(key, "a value type from 0 to 12", value_type.to_string()));
            }
        };
        self.skip(length, key)
    }
}

fn scalar_bytes(value_type: u32) -> Option<u64> {
    match value_type {
        0 | 1 | 7 => Some(1),
        2 | 3 => Some(2),
        4..=6 => Some(4),
        10..=12 => Some(8),
        _ => None,
    }
}
