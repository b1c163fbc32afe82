//! A directory without safetensors: the GGUF model in it, or the reason why there is no model.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::gguf::{MAGIC, PartName};
use super::{contents, files};
use crate::error::{Error, Result};

/// The name of the GGUF file of a directory: the only one, or the first part of the only split model. `None` if
/// there is none. Hidden files and projectors (`mmproj`) are not models, nor are importance matrices beside
/// a model. Without a file named `.gguf`, the only one with that content and no suffix is the model.
///
/// # Errors
/// [`Error::SeveralModels`]; a directory that cannot be read.
pub(super) fn gguf_in(dir: &Path) -> Result<Option<String>> {
    // A model by the name that all its parts share, and its first part.
    let mut models = BTreeMap::new();
    let names = file_names(dir)?;
    for name in names.clone() {
        let is_gguf = Path::new(&name).extension().is_some_and(|e| e.eq_ignore_ascii_case("gguf"));
        let other = name.starts_with('.') || name.to_ascii_lowercase().contains("mmproj");
        if is_gguf && !other {
            let model = PartName::parse(&name).map(|part| (part.stem.to_owned(), part.count));
            models.entry(model.unwrap_or((name.clone(), 1))).or_insert(name);
        }
    }
    let is_matrix = |name: &String| {
        let name = name.to_ascii_lowercase();
        name.starts_with("imatrix") || name.ends_with("imatrix.gguf")
    };
    let mut others = models.values().filter(|name| !is_matrix(name));
    if let (Some(model), None) = (others.next(), others.next()) {
        return Ok(Some(model.clone()));
    }
    match models.len() {
        0 => Ok(gguf_without_suffix(dir, names)),
        1 => Ok(models.into_values().next()),
        _ => {
            let files = models.into_values().collect();
            Err(Error::SeveralModels { path: dir.to_owned(), files })
        }
    }
}

/// The only file of a directory that is a GGUF file by its content and has no suffix, as blobs have none.
fn gguf_without_suffix(dir: &Path, names: BTreeSet<String>) -> Option<String> {
    let is_gguf = |name: &String| {
        let opened = match name.contains('.') {
            true => return false,
            false => files::open_in(dir, name),
        };
        matches!(opened, Ok(Some(file)) if matches!(contents::begins_with(&file, MAGIC), Ok(true)))
    };
    let mut found = names.into_iter().filter(is_gguf);
    found.next().filter(|_| found.next().is_none())
}

/// The remedy for weights in the directory that cannot be read, as `; found …: …`, or an empty
/// string.
pub(super) fn advice(dir: &Path) -> String {
    let Ok(names) = file_names(dir) else { return String::new() };
    let found = |fits: fn(&str) -> bool| names.iter().find(|name| fits(name));
    const PICKLED: &str = "PyTorch weights are not read: convert them to safetensors (load the model \
                           with transformers and call save_pretrained), or to GGUF";
    type Kind = (fn(&str) -> bool, &'static str);
    let kinds: [Kind; 7] = [
        (
            |name| name.ends_with(".safetensors.index.json") || is_shard(name),
            "safetensors shards need the index model.safetensors.index.json",
        ),
        (
            |name| name.starts_with("adapter_model."),
            "an adapter (LoRA) has to be merged into its base model first",
        ),
        (|name| name.starts_with("pytorch_model"), PICKLED),
        (
            |name| {
                let pickled = [".bin", ".bin.index.json", ".pt", ".pth", ".ckpt"];
                pickled.iter().any(|suffix| name.ends_with(suffix))
            },
            PICKLED,
        ),
        (
            |name| name.ends_with(".safetensors"),
            "the weights have to be in model.safetensors, with the names of transformers",
        ),
        (
            |name| [".h5", ".msgpack", ".onnx", ".npz"].iter().any(|end| name.ends_with(end)),
            "weights of this format are not read: convert them to safetensors or GGUF",
        ),
        (
            |name| {
                [".incomplete", ".part", ".crdownload", ".tmp"].iter().any(|e| name.ends_with(e))
            },
            "the download is not complete",
        ),
    ];
    let advice = kinds.into_iter().find_map(|(fits, advice)| Some((found(fits)?, advice)));
    advice.map_or(String::new(), |(name, advice)| format!("; found {name:?}: {advice}"))
}

/// `model-00001-of-00002.safetensors`
fn is_shard(name: &str) -> bool {
    let stem = name.strip_suffix(".safetensors").and_then(|name| name.rsplit_once("-of-"));
    stem.is_some_and(|(before, count)| {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        digits(count) && before.rsplit_once('-').is_some_and(|(_, number)| digits(number))
    })
}

/// The names in a directory, sorted; those that are not UTF-8 belong to no model.
fn file_names(dir: &Path) -> Result<BTreeSet<String>> {
    let io = |reason| Error::Io { path: dir.to_owned(), reason };
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(dir).map_err(io)? {
        names.extend(entry.map_err(io)?.file_name().into_string());
    }
    Ok(names)
}
