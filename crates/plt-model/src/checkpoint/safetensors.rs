//! Safetensors headers and the shards of a checkpoint directory.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;

use plt_backend::DType;
use safetensors::tensor::{Dtype, Metadata};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::files::{Folder, Opened, is_file_name};
use super::{Entry, Problem, Tensors, contents, folder};
use crate::config::{UniqueMap, parse_json};
use crate::error::{Error, Result, one_line};

/// A header names tensors, about 150 bytes each; a model has thousands at most.
const MAX_HEADER: u64 = 16 << 20;
const LENGTH_BYTES: u64 = 8;

const SINGLE: &str = "model.safetensors";
const INDEX: &str = "model.safetensors.index.json";

#[derive(Deserialize)]
struct Index {
    weight_map: UniqueMap<String>,
}

/// Whether a directory has `model.safetensors` or an index.
pub(super) fn exist(dir: &Folder) -> Result<bool> {
    Ok(dir.open(SINGLE)?.is_some() || dir.open(INDEX)?.is_some())
}

/// Reads the headers of `model.safetensors`, or of all shards that the index names.
pub(super) fn open_dir(dir: &Folder) -> Result<Tensors> {
    if let Some(file) = dir.open(SINGLE)? {
        let mut tensors = Tensors::default();
        for (name, entry) in read_header(&file)? {
            tensors.entries.insert(name, entry);
        }
        tensors.files.push(file.into());
        return Ok(tensors);
    }
    let Some(index) = dir.open(INDEX)? else {
        let path = dir.path().to_owned();
        return Err(Error::NoWeights { advice: folder::advice(&path), path });
    };
    open_shards(dir, index)
}

fn open_shards(dir: &Folder, index: Opened) -> Result<Tensors> {
    let file = index.path.clone();
    let text = index.read_text(MAX_HEADER)?;
    let Index { weight_map: UniqueMap(mut weight_map) } = parse_json(text.as_bytes())
        .map_err(|e| Error::Json { file: file.clone(), reason: one_line(&e.to_string()) })?;
    for shard in weight_map.values_mut() {
        let plain = shard.strip_prefix("./").filter(|name| name.ends_with(".safetensors"));
        if let Some(plain) = plain.map(str::to_owned) {
            *shard = plain;
        }
    }
    // Check all names before opening any file.
    let shards: BTreeSet<&String> = weight_map.values().collect();
    if let Some(name) = shards.iter().find(|name| !is_file_name(name)) {
        return Err(Error::FileName { file, found: format!("{:?}", one_line(name)) });
    }

    let (mut opened, mut missing) = (Vec::new(), Vec::new());
    for shard in shards {
        match dir.open(shard)? {
            Some(file) => opened.push((shard, file)),
            None => missing.push(shard.clone()),
        }
    }
    if !missing.is_empty() {
        return Err(Error::MissingFiles { path: dir.path().to_owned(), files: missing });
    }

    let mut tensors = Tensors::default();
    for (number, (shard, opened)) in opened.into_iter().enumerate() {
        for (name, mut entry) in read_header(&opened)? {
            if weight_map.get(&name) == Some(shard) {
                entry.file = number;
                tensors.entries.insert(name, entry);
            } else {
                let (tensor, shard) = (name, shard.clone());
                tensors.problems.push(Problem::NotInIndex { tensor, shard });
            }
        }
        tensors.files.push(opened.into());
    }
    for (tensor, shard) in weight_map {
        if !tensors.entries.contains_key(&tensor) {
            tensors.problems.push(Problem::NotInShard { tensor, shard });
        }
    }
    Ok(tensors)
}

/// Reads the header of a safetensors file. Allocates no more than the header, whose length is checked.
fn read_header(opened: &Opened) -> Result<BTreeMap<String, Entry>> {
    let path = || opened.path.clone();
    let io = |source| Error::Io { path: path(), reason: source };
    contents::refuse_foreign(opened)?;
    let mut file = opened.file.reader();
    if opened.len < LENGTH_BYTES {
        return Err(Error::Length { path: path(), expected: LENGTH_BYTES, found: opened.len });
    }
    contents::refuse_text(opened)?;
    let mut length = [0; LENGTH_BYTES as usize];
    file.read_exact(&mut length).map_err(io)?;
    let length = u64::from_le_bytes(length);
    if length > MAX_HEADER {
        let what = "bytes of header";
        return Err(Error::TooLarge { path: path(), what, limit: MAX_HEADER, found: length });
    }
    let data = LENGTH_BYTES + length;
    if data > opened.len {
        return Err(Error::Length { path: path(), expected: data, found: opened.len });
    }
    let mut header = vec![0; length as usize];
    file.read_exact(&mut header).map_err(io)?;

    let json = |error: serde_json::Error| Error::Json {
        file: path(),
        reason: format!("header: {}", one_line(&error.to_string())),
    };
    // The parser takes the last of two tensors of the same name, and any number of tensors.
    let UniqueMap::<IgnoredAny>(_) = serde_json::from_slice(&header).map_err(json)?;
    // Checks that the tensors are contiguous from the start, each of the length of its shape and type.
    let metadata: Metadata = serde_json::from_slice(&header).map_err(json)?;
    let expected = data.saturating_add(metadata.data_len() as u64);
    if expected != opened.len {
        return Err(Error::Length { path: path(), expected, found: opened.len });
    }
    let entry = |info: &safetensors::tensor::TensorInfo| Entry {
        file: 0,
        dtype: dtype(info.dtype).ok_or_else(|| info.dtype.to_string()),
        shape: info.shape.clone(),
        start: data + info.data_offsets.0 as u64,
        bytes: (info.data_offsets.1 - info.data_offsets.0) as u64,
    };
    Ok(metadata.tensors().into_iter().map(|(name, info)| (name, entry(info))).collect())
}

fn dtype(dtype: Dtype) -> Option<DType> {
    match dtype {
        Dtype::F32 => Some(DType::F32),
        Dtype::F16 => Some(DType::F16),
        Dtype::BF16 => Some(DType::BF16),
        _ => None,
    }
}
