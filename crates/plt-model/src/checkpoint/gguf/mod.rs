//! GGUF files: places of tensors, and the order of rows.

mod element;
mod header;
mod keys;
mod split;
mod value;
mod write;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use plt_backend::DType;

use self::header::TensorInfo;
use self::split::Model;
pub(super) use self::split::PartName;
pub use self::value::{GgufValue, GgufValueType};
pub use self::write::{Progress, write_gguf};
use super::files::Opened;
use super::{Checkpoint, Entry, Problem, Problems, Tensors};
use crate::config::{ARCHITECTURE, Config, ROTARY_DIVISORS, TensorKind};
use crate::error::{Error, Result, one_line};

/// Half the widest head.
const MAX_ROTARY_PAIRS: usize = 1 << 13;

/// The first bytes of a GGUF file.
pub(super) const MAGIC: &[u8; 4] = b"GGUF";

/// Opens a GGUF file, with all other parts if it is one of several.
pub(super) fn open(opened: Opened) -> Result<Checkpoint> {
    let path = opened.path.clone();
    let Model { metadata, files, entries } = split::read(opened)?;
    keys::refuse_other_types(&metadata, &path)?;
    let embedding = TensorKind::Embedding.gguf_name();
    let Some(vocab_size) = entries.get(embedding).and_then(|entry| entry.shape.first()) else {
        let problems = Problems(vec![Problem::Missing { tensor: embedding.into() }]);
        return Err(Error::Problems { path, problems });
    };
    let tied = !entries.contains_key(TensorKind::Head.gguf_name());
    let vocab_size = *vocab_size;
    let tensors = Tensors { files, entries, problems: Vec::new() };
    let divisors = rotary_divisors(&tensors, &path)?;
    let config = Config::from_gguf(&metadata, &path, vocab_size, tied, divisors);
    // An architecture of another kind lacks other keys as well: its own ones tell the reason.
    if !matches!(config, Err(Error::Unsupported { .. })) {
        keys::refuse_unsupported(&metadata, &path)?;
    }
    let config = config?;
    Ok(Checkpoint { path, folder: None, config, tensors, gguf_metadata: Some(metadata) })
}

/// The places of the tensors of one file, which is file `file` of the model.
fn places(
    opened: &Opened,
    tensors: BTreeMap<String, TensorInfo>,
    data: u64,
    alignment: u64,
    file: usize,
) -> Result<BTreeMap<String, Entry>> {
    let mut entries = BTreeMap::new();
    for (name, info) in tensors {
        let mut entry = locate(opened, &name, info, data, alignment)?;
        entry.file = file;
        entries.insert(name, entry);
    }
    refuse_overlaps(&opened.path, &entries)?;
    Ok(entries)
}

/// The numbers that divide the rotary frequencies, if the file has them.
fn rotary_divisors(tensors: &Tensors, path: &Path) -> Result<Option<Vec<f32>>> {
    let Some(entry) = tensors.entries.get(ROTARY_DIVISORS) else { return Ok(None) };
    match (&entry.dtype, entry.shape.as_slice()) {
        (Ok(DType::F32), [pairs @ 1..=MAX_ROTARY_PAIRS]) => {
            Ok(Some(tensors.data(entry, DType::F32, 1, *pairs)?.to_f32()))
        }
        (dtype, shape) => Err(Error::Value {
            file: path.to_owned(),
            key: ROTARY_DIVISORS.into(),
            expected: format!("1 to {MAX_ROTARY_PAIRS} numbers of type f32"),
            found: match dtype {
                Ok(dtype) => format!("shape {shape:?} of {dtype}"),
                Err(dtype) => format!("shape {shape:?} of {dtype}"),
            },
        }),
    }
}

/// The place of a tensor, if it is inside the file.
fn locate(
    opened: &Opened,
    name: &str,
    info: TensorInfo,
    data: u64,
    alignment: u64,
) -> Result<Entry> {
    let wrong = |expected, found: String| Error::Header {
        path: opened.path.clone(),
        at: format!("tensor {}", one_line(name)),
        expected,
        found,
    };
    let TensorInfo { dtype, shape, offset } = info;
    if !offset.is_multiple_of(alignment) {
        return Err(wrong("an offset that is a multiple of the alignment", offset.to_string()));
    }
    let (cols, rows) = shape.split_last().map_or((1, &[][..]), |(cols, rows)| (*cols, rows));
    if !cols.is_multiple_of(dtype.block_len()) {
        return Err(wrong("rows of whole blocks", format!("{cols} columns of {dtype}")));
    }
    // `None` where a product overflows.
    let all_rows = |row: usize| rows.iter().try_fold(row, |bytes, n| bytes.checked_mul(*n));
    let bytes = dtype.row_bytes(cols).and_then(all_rows).map(|n| n as u64);
    let start = data.checked_add(offset);
    let end = bytes.zip(start).and_then(|(bytes, start)| start.checked_add(bytes));
    match (bytes, start, end) {
        (Some(bytes), Some(start), Some(end)) if end <= opened.len => {
            Ok(Entry { file: 0, dtype: Ok(dtype), shape, start, bytes })
        }
        _ => {
            let mut found = format!("offset {offset} with shape {shape:?} of {dtype}");
            if let Some(end) = end {
                let len = opened.len;
                found +=
                    &format!(" to byte {end} of {len}: the file is truncated, download it again");
            }
            Err(wrong("data inside the file", found))
        }
    }
}

fn refuse_overlaps(path: &Path, entries: &BTreeMap<String, Entry>) -> Result<()> {
    let mut by_start: Vec<(&String, &Entry)> = entries.iter().collect();
    by_start.sort_by_key(|(_, entry)| (entry.start, entry.bytes));
    for pair in by_start.windows(2) {
        let ((first, a), (second, b)) = (pair[0], pair[1]);
        if a.start + a.bytes > b.start {
            return Err(Error::Header {
                path: path.to_owned(),
                at: format!("tensor {}", one_line(second)),
                expected: "data of its own",
                found: format!("the data of {}", one_line(first)),
            });
        }
    }
    Ok(())
}

/// Whether files of this architecture interleave rotary pairs.
pub(super) fn has_interleaved_rows(metadata: &HashMap<String, GgufValue>) -> bool {
    matches!(metadata.get(ARCHITECTURE), Some(GgufValue::String(name)) if name == "llama")
}

/// Rows in the order of half-split rotary embedding, from that of interleaved.
///
/// A rotary pair j of a head is rows (2j, 2j + 1) in the file, and rows (j, j + head_dim / 2)
/// here. Quantised blocks lie within a row, so that moving rows is moving bytes.
pub(super) fn half_split_rows(bytes: &[u8], row_bytes: usize, head_dim: usize) -> Vec<u8> {
    moved_rows(bytes, row_bytes, head_dim, |row| 2 * (row % (head_dim / 2)) + row / (head_dim / 2))
}

/// The inverse.
fn interleaved_rows(bytes: &[u8], row_bytes: usize, head_dim: usize) -> Vec<u8> {
    moved_rows(bytes, row_bytes, head_dim, |row| row % 2 * (head_dim / 2) + row / 2)
}

/// Moves row `from(row)` of each head to row `row`.
fn moved_rows(
    bytes: &[u8],
    row_bytes: usize,
    head_dim: usize,
    from: impl Fn(usize) -> usize,
) -> Vec<u8> {
    let mut moved = Vec::with_capacity(bytes.len());
    if bytes.is_empty() {
        return moved;
    }
    for head in bytes.chunks_exact(head_dim * row_bytes) {
        for row in 0..head_dim {
            moved.extend_from_slice(&head[from(row) * row_bytes..][..row_bytes]);
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_go_there_and_back() {
        let bytes: Vec<u8> = (0..2 * 6 * 3).collect();
        let split = half_split_rows(&bytes, 3, 6);
        assert_eq!(split[..6], [0, 1, 2, 6, 7, 8], "rows 0 and 2 of the first head");
        assert_eq!(split[9..12], [3, 4, 5], "row 1");
        assert_eq!(interleaved_rows(&split, 3, 6), bytes);
    }
}
