//! Models in several GGUF files: `NAME-00001-of-00003.gguf` and so on. The first part has the
//! metadata; every part has tensors of its own and says which part of how many it is.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use super::header::{self, Header};
use super::places;
use super::value::GgufValue;
use crate::checkpoint::files::{self, Opened};
use crate::checkpoint::{DataFile, Entry};
use crate::config::ARCHITECTURE;
use crate::error::{Error, Result, one_line};

/// Parts of a model. Each is an open file.
const MAX_PARTS: u64 = 512;
const NUMBER: &str = "split.no";
const COUNT: &str = "split.count";
const TENSORS: &str = "split.tensors.count";

/// The name of a part: `{stem}-{number}-of-{count}.gguf`, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::checkpoint) struct PartName<'a> {
    pub stem: &'a str,
    pub number: u64,
    pub count: u64,
    /// Digits of the number and of the count, leading zeros included.
    digits: (usize, usize),
    suffix: &'a str,
}

impl<'a> PartName<'a> {
    /// `None` for another name.
    pub fn parse(name: &'a str) -> Option<Self> {
        let (rest, suffix) = name.split_at_checked(name.len().checked_sub(".gguf".len())?)?;
        let (rest, count) = rest.rsplit_once("-of-")?;
        let (stem, number) = rest.rsplit_once('-')?;
        let parse = |digits: &str| -> Option<u64> {
            let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse().ok().filter(|_| plain)
        };
        let digits = (number.len(), count.len());
        let (number, count) = (parse(number)?, parse(count)?);
        let fits = suffix.eq_ignore_ascii_case(".gguf") && (1..=count).contains(&number);
        fits.then_some(Self { stem, number, count, digits, suffix })
    }

    /// The name of another part.
    fn of(self, number: u64) -> String {
        let Self { stem, count, digits: (short, long), suffix, .. } = self;
        format!("{stem}-{number:0short$}-of-{count:0long$}{suffix}")
    }
}

/// A model in one or several files.
pub(super) struct Model {
    /// The keys of the first part.
    pub metadata: HashMap<String, GgufValue>,
    pub files: Vec<DataFile>,
    pub entries: BTreeMap<String, Entry>,
}

/// Reads the header of a file and, if it is a part of a model, those of all parts.
pub(super) fn read(opened: Opened) -> Result<Model> {
    let header = header::read(&opened)?;
    let count = integer(&header, &opened.path, COUNT)?.unwrap_or(1);
    if count <= 1 {
        let entries = places(&opened, header.tensors, header.data, header.alignment, 0)?;
        return Ok(Model { metadata: header.metadata, files: vec![opened.into()], entries });
    }
    let number = integer(&header, &opened.path, NUMBER)?.unwrap_or(0);
    let (dir, names) = names(&opened.path, number, count)?;
    let (mut parts, mut missing) = (Vec::new(), Vec::new());
    let mut first = Some((opened, header));
    for (index, name) in (0..).zip(names) {
        if index == number {
            // As the user named it, which may be a link to anywhere.
            parts.extend(first.take());
            continue;
        }
        match files::open_in(&dir, &name)? {
            Some(part) => {
                let header = header::read(&part)?;
                parts.push((part, header));
            }
            None => missing.push(name),
        }
    }
    match missing.is_empty() {
        true => join(parts),
        false => Err(Error::MissingFiles { path: dir, files: missing }),
    }
}

/// The directory and the names of all parts, from the path of part `number`, counted from 0.
fn names(path: &Path, number: u64, count: u64) -> Result<(PathBuf, Vec<String>)> {
    if count > MAX_PARTS || number >= count {
        return Err(wrong(path, COUNT, "a part of at most 512", nth(number, count)));
    }
    let name = path.file_name().and_then(|name| name.to_str()).and_then(PartName::parse);
    let Some(name) = name else {
        let expected =
            "a file name such as model-00001-of-00002.gguf, which leads to the other parts";
        return Err(wrong(
            path,
            COUNT,
            expected,
            format!("{} under another name", nth(number, count)),
        ));
    };
    if (name.number - 1, name.count) != (number, count) {
        return Err(wrong(path, NUMBER, "the part that the file name says", nth(number, count)));
    }
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok((dir.to_owned(), (1..=count).map(|number| name.of(number)).collect()))
}

/// Puts the parts of a model together.
fn join(parts: Vec<(Opened, Header)>) -> Result<Model> {
    let mut model = Model { metadata: HashMap::new(), files: Vec::new(), entries: BTreeMap::new() };
    let mut announced = None;
    let mut last = PathBuf::new();
    let count = parts.len() as u64;
    for (number, (opened, header)) in (0..).zip(parts) {
        let path = opened.path.clone();
        let says = |key: &str| integer(&header, &path, key);
        if (says(NUMBER)?, says(COUNT)?) != (Some(number), Some(count)) {
            let found = match (says(NUMBER)?, says(COUNT)?) {
                (Some(number), Some(count)) => nth(number, count),
                _ => "no part of a split model".to_owned(),
            };
            return Err(wrong(&path, NUMBER, "the part that the file name says", found));
        }
        if let Some(tensors) = says(TENSORS)?
            && *announced.get_or_insert(tensors) != tensors
        {
            let expected = "the number in the other parts";
            return Err(wrong(&path, TENSORS, expected, tensors.to_string()));
        }
        let Header { metadata, tensors, alignment, data } = header;
        if number == 0 {
            model.metadata = metadata;
        } else if let Some(architecture) = metadata.get(ARCHITECTURE)
            && model.metadata.get(ARCHITECTURE) != Some(architecture)
        {
            let expected = "the architecture of the first part";
            return Err(wrong(&path, ARCHITECTURE, expected, "another one".to_owned()));
        }
        for (name, entry) in places(&opened, tensors, data, alignment, model.files.len())? {
            if model.entries.contains_key(&name) {
                let at = format!("tensor {}", one_line(&name));
                return Err(wrong(&path, &at, "each tensor in one part", "it in two".to_owned()));
            }
            model.entries.insert(name, entry);
        }
        model.files.push(opened.into());
        last = path;
    }
    let found = model.entries.len();
    match announced {
        Some(announced) if announced != found as u64 => {
            let found = format!("{announced}, but the parts have {found} tensors");
            Err(wrong(&last, TENSORS, "the number of tensors in all parts", found))
        }
        _ => Ok(model),
    }
}

/// A part that is counted from 0, as text.
fn nth(number: u64, count: u64) -> String {
    format!("part {} of {count}", number.saturating_add(1))
}

/// An integer key of any width.
fn integer(header: &Header, path: &Path, key: &str) -> Result<Option<u64>> {
    let Some(value) = header.metadata.get(key) else { return Ok(None) };
    let wrong =
        || wrong(path, key, "an integer from 0", format!("type {}", value.value_type().number()));
    value.as_u64().ok_or_else(wrong).map(Some)
}

fn wrong(path: &Path, at: &str, expected: &'static str, found: String) -> Error {
    Error::Header { path: path.to_owned(), at: at.to_owned(), expected, found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn part_names_have_number_and_count() {
        let name = PartName::parse("a-b-00002-of-00003.GGUF").expect("a part");
        assert_eq!((name.stem, name.number, name.count), ("a-b", 2, 3));
        assert_eq!(name.of(3), "a-b-00003-of-00003.GGUF");
        let other =
            ["model.gguf", "a-00004-of-00003.gguf", "a-0-of-2.gguf", "a-+1-of-2.gguf", "gguf", ""];
        for name in other.into_iter().chain(["a-1-of-2.bin", "-of-2.gguf", "ä€", "1-of-2.gguf"])
        {
            assert_eq!(PartName::parse(name), None, "{name}");
        }
    }
}
