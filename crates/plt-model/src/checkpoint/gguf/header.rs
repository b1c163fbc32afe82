//! The header of a GGUF file: metadata and the list of tensors.
//!
//! Every count and length is checked against a limit and against the file before anything is
//! allocated for it. Names are UTF-8 and unique; arrays are not nested.

use std::collections::{BTreeMap, HashMap};
use std::io::{BufReader, Read as _};
use std::path::Path;

use plt_backend::DType;

use super::value::{GgufValue, GgufValueType};
use super::{MAGIC, element};
use crate::checkpoint::contents;
use crate::checkpoint::files::{Opened, ReadSeek};
use crate::error::{Error, Result, one_line};

/// Metadata and tensor list; a vocabulary of 262,144 tokens with merges takes 20 MiB.
const MAX_HEADER: u64 = 256 << 20;
/// Elements of all metadata arrays together: each becomes a [`GgufValue`] of 32 bytes.
const MAX_ELEMENTS: u64 = 1 << 22;
const MAX_KEYS: u64 = 1 << 16;
const MAX_TENSORS: u64 = 100_000;
const MAX_NAME: u64 = u16::MAX as u64;
const MAX_DIMENSIONS: u32 = 4;
pub(super) const DEFAULT_ALIGNMENT: u32 = 32;
const MAX_ALIGNMENT: u32 = 1 << 20;
const ALIGNMENT: &str = "general.alignment";

/// The header of a file.
pub(super) struct Header {
    pub metadata: HashMap<String, GgufValue>,
    pub tensors: BTreeMap<String, TensorInfo>,
    /// Alignment of tensor data, a power of two.
    pub alignment: u64,
    /// Offset of the first byte of tensor data in the file.
    pub data: u64,
}

/// A tensor's entry in the header.
pub(super) struct TensorInfo {
    pub dtype: DType,
    /// Rows first.
    pub shape: Vec<usize>,
    /// Offset from the start of the tensor data.
    pub offset: u64,
}

/// Reads the header of a GGUF file.
pub(super) fn read(opened: &Opened) -> Result<Header> {
    let mut reader = Reader {
        path: &opened.path,
        reader: BufReader::new(opened.file.reader()),
        at: 0,
        len: opened.len,
        elements: 0,
    };
    contents::refuse_foreign(opened)?;
    let magic = reader.bytes::<4>("magic")?;
    if magic != *MAGIC {
        return Err(reader.wrong("magic", "GGUF", one_line(&String::from_utf8_lossy(&magic))));
    }
    let version = reader.u32("version")?;
    if !matches!(version, 2 | 3) {
        let big_endian = matches!(version.swap_bytes(), 1..=3);
        let hint = if big_endian { " (a big-endian file)" } else { "" };
        return Err(reader.wrong("version", "2 or 3", format!("{version}{hint}")));
    }
    let tensor_count = reader.count("tensors", MAX_TENSORS)?;
    let key_count = reader.count("metadata keys", MAX_KEYS)?;

    let mut metadata = HashMap::new();
    for _ in 0..key_count {
        let key = reader.name("metadata key")?;
        let value = reader.value(&key)?;
        if metadata.contains_key(&key) {
            return Err(reader.wrong("metadata key", "each key once", one_line(&key)));
        }
        metadata.insert(key, value);
    }
    let alignment = reader.alignment(metadata.get(ALIGNMENT))?;

    let mut tensors = BTreeMap::new();
    for _ in 0..tensor_count {
        let name = reader.name("tensor name")?;
        let info = reader.tensor(&name)?;
        if tensors.contains_key(&name) {
            return Err(reader.wrong("tensor name", "each tensor once", one_line(&name)));
        }
        tensors.insert(name, info);
    }
    let data = reader.at.next_multiple_of(alignment);
    Ok(Header { metadata, tensors, alignment, data })
}

/// A cursor that never leaves the file.
struct Reader<'a> {
    path: &'a Path,
    reader: BufReader<Box<dyn ReadSeek + 'a>>,
    at: u64,
    len: u64,
    /// Elements of all arrays read so far.
    elements: u64,
}

impl Reader<'_> {
    fn wrong(&self, at: &str, expected: &'static str, found: String) -> Error {
        Error::Header { path: self.path.to_owned(), at: one_line(at), expected, found }
    }

    fn too_large(&self, what: &'static str, limit: u64, found: u64) -> Error {
        Error::TooLarge { path: self.path.to_owned(), what, limit, found }
    }

    fn truncated(&self, at: &str, length: u64, left: u64) -> Error {
        let cause = "the file is truncated, download it again";
        let found = format!("{length} bytes, {left} are left: {cause}");
        self.wrong(at, "data inside the file", found)
    }

    /// Skips `length` bytes, if the file has them and the header may be that long.
    fn advance(&mut self, length: u64, at: &str) -> Result<()> {
        let end = self.at.checked_add(length).filter(|end| *end <= self.len).ok_or_else(|| {
            let left = self.len - self.at;
            self.truncated(at, length, left)
        })?;
        if end > MAX_HEADER {
            return Err(self.too_large("bytes of header", MAX_HEADER, end));
        }
        self.at = end;
        Ok(())
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<()> {
        let path = self.path;
        self.reader
            .read_exact(bytes)
            .map_err(|source| Error::Io { path: path.to_owned(), reason: source })
    }

    fn bytes<const N: usize>(&mut self, at: &str) -> Result<[u8; N]> {
        self.advance(N as u64, at)?;
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// Bytes whose number the file names; nothing is allocated unless the file has them.
    fn vec(&mut self, length: u64, at: &str) -> Result<Vec<u8>> {
        self.advance(length, at)?;
        let mut bytes = vec![0; length as usize];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    fn u32(&mut self, at: &str) -> Result<u32> {
        Ok(u32::from_le_bytes(self.bytes(at)?))
    }

    fn u64(&mut self, at: &str) -> Result<u64> {
        Ok(u64::from_le_bytes(self.bytes(at)?))
    }

    fn count(&mut self, what: &'static str, limit: u64) -> Result<u64> {
        let count = self.u64(what)?;
        if count > limit { Err(self.too_large(what, limit, count)) } else { Ok(count) }
    }

    /// The name of a key or a tensor.
    fn name(&mut self, what: &'static str) -> Result<String> {
        let length = self.u64(what)?;
        if length > MAX_NAME {
            return Err(self.too_large("bytes of a name", MAX_NAME, length));
        }
        match String::from_utf8(self.vec(length, what)?) {
            Ok(name) if name.is_empty() => Err(self.wrong(what, "a name", "none".into())),
            Ok(name) if !name.contains('\0') => Ok(name),
            Ok(name) => Err(self.wrong(what, "a name without NUL", one_line(&name))),
            Err(error) => {
                let found = one_line(&String::from_utf8_lossy(error.as_bytes()));
                Err(self.wrong(what, "UTF-8", found))
            }
        }
    }

    /// The type and the value behind `key`.
    fn value(&mut self, key: &str) -> Result<GgufValue> {
        let value_type = self.value_type(key)?;
        if value_type != GgufValueType::Array {
            return self.scalar(key, value_type);
        }
        let element_type = self.value_type(key)?;
        let length = self.u64(key)?;
        self.elements = self.elements.saturating_add(length);
        if self.elements > MAX_ELEMENTS {
            let what = "elements of metadata arrays";
            return Err(self.too_large(what, MAX_ELEMENTS, self.elements));
        }
        if element_type == GgufValueType::Array {
            let expected = "an array of scalars or strings";
            return Err(self.wrong(key, expected, "an array of arrays".into()));
        }
        // A string takes at least its length.
        let least = length * element_type.bytes().unwrap_or(8);
        let left = self.len - self.at;
        if least > left {
            return Err(self.truncated(key, least, left));
        }
        let elements = (0..length).map(|_| self.scalar(key, element_type));
        Ok(GgufValue::Array(elements.collect::<Result<_>>()?))
    }

    fn value_type(&mut self, key: &str) -> Result<GgufValueType> {
        let number = self.u32(key)?;
        GgufValueType::from_number(number)
            .ok_or_else(|| self.wrong(key, "a value type from 0 to 12", number.to_string()))
    }

    fn scalar(&mut self, key: &str, value_type: GgufValueType) -> Result<GgufValue> {
        Ok(match value_type {
            GgufValueType::U8 => GgufValue::U8(u8::from_le_bytes(self.bytes(key)?)),
            GgufValueType::I8 => GgufValue::I8(i8::from_le_bytes(self.bytes(key)?)),
            GgufValueType::U16 => GgufValue::U16(u16::from_le_bytes(self.bytes(key)?)),
            GgufValueType::I16 => GgufValue::I16(i16::from_le_bytes(self.bytes(key)?)),
            GgufValueType::U32 => GgufValue::U32(self.u32(key)?),
            GgufValueType::I32 => GgufValue::I32(i32::from_le_bytes(self.bytes(key)?)),
            GgufValueType::F32 => GgufValue::F32(f32::from_le_bytes(self.bytes(key)?)),
            GgufValueType::U64 => GgufValue::U64(self.u64(key)?),
            GgufValueType::I64 => GgufValue::I64(i64::from_le_bytes(self.bytes(key)?)),
            GgufValueType::F64 => GgufValue::F64(f64::from_le_bytes(self.bytes(key)?)),
            GgufValueType::Bool => match self.bytes(key)? {
                [0] => GgufValue::Bool(false),
                [1] => GgufValue::Bool(true),
                [other] => {
                    return Err(self.wrong(key, "0 or 1", format!("bool value {other}")));
                }
            },
            GgufValueType::String => GgufValue::String(self.text(key)?),
            // Only elements of an array come here with this type, and `value` refuses those.
            GgufValueType::Array => {
                let expected = "a scalar or a string";
                return Err(self.wrong(key, expected, "an array".into()));
            }
        })
    }

    /// A string value. Some converters end strings with NUL and write invalid UTF-8 into token
    /// lists: the former is cut off, the latter replaced.
    fn text(&mut self, key: &str) -> Result<String> {
        let length = self.u64(key)?;
        let mut bytes = self.vec(length, key)?;
        let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        bytes.truncate(end);
        Ok(match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        })
    }

    fn alignment(&self, value: Option<&GgufValue>) -> Result<u64> {
        let Some(value) = value else { return Ok(u64::from(DEFAULT_ALIGNMENT)) };
        let alignment = value.as_u64().ok_or_else(|| {
            let found = format!("type {}", value.value_type().number());
            self.wrong(ALIGNMENT, "an integer", found)
        })?;
        if !alignment.is_power_of_two() || alignment > u64::from(MAX_ALIGNMENT) {
            let expected = "a power of two, at most 1 MiB";
            return Err(self.wrong(ALIGNMENT, expected, alignment.to_string()));
        }
        Ok(alignment)
    }

    fn tensor(&mut self, name: &str) -> Result<TensorInfo> {
        let at = format!("tensor {}", one_line(name));
        let dimensions = self.u32(&at)?;
        if dimensions > MAX_DIMENSIONS {
            let found = dimensions.to_string();
            return Err(self.wrong(&at, "at most 4 dimensions", found));
        }
        // The file has the columns first.
        let mut shape = Vec::with_capacity(dimensions as usize);
        for _ in 0..dimensions {
            let size = self.u64(&at)?;
            shape.insert(0, usize::try_from(size).unwrap_or(usize::MAX));
        }
        let number = self.u32(&at)?;
        let dtype = element::from_number(number).ok_or_else(|| {
            let expected = "f32, f16, bf16, q4_0 to q8_1, q2_k to q8_k, iq1_s to iq4_xs, tq1_0, \
                            tq2_0, mxfp4 or nvfp4";
            self.wrong(&at, expected, element::describe(number))
        })?;
        Ok(TensorInfo { dtype, shape, offset: self.u64(&at)? })
    }
}
