//! Published values of known checkpoints, and the checks that compare a model with them.
//!
//! An [`Entry`] has what other engines computed for one checkpoint: token ids of strings, logits,
//! greedy tokens, each with its source. The entries are JSON files in `verify/` of this crate;
//! [`parse`] reads a file of yours.
//!
//! ```no_run
//! use plt_runtime::{Cpu, ModelFiles, TextModel, verify};
//!
//! let files = ModelFiles::open("SmolLM2-135M-Instruct.Q4_1.gguf".as_ref())?;
//! let model = TextModel::load(Cpu::new(None)?, files, Default::default(), &mut |_, _| {})?;
//! let entries = verify::entries()?;
//! let entry = verify::find(&entries, model.model().config(), None)?;
//! for outcome in entry.check(&model) {
//!     println!("{} {}", outcome.passed, outcome.input);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod check;

use plt_model::Config;
use serde::{Deserialize, Serialize};

pub use check::{Case, Outcome};

/// The entries of this crate, one file per checkpoint.
const FILES: [(&str, &str); 7] = [
    ("smollm2-135m-instruct", include_str!("../../verify/smollm2-135m-instruct.json")),
    ("iquest-coder-40b-loop", include_str!("../../verify/iquest-coder-40b-loop.json")),
    ("tinyllama-1.1b-chat", include_str!("../../verify/tinyllama-1.1b-chat.json")),
    ("llama-2-7b", include_str!("../../verify/llama-2-7b.json")),
    ("llama-3.2-1b", include_str!("../../verify/llama-3.2-1b.json")),
    ("qwen2.5-0.5b", include_str!("../../verify/qwen2.5-0.5b.json")),
    ("qwen3-0.6b-base", include_str!("../../verify/qwen3-0.6b-base.json")),
];

/// The published values of one checkpoint.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Entry {
    /// The name, for `plt verify --entry`.
    pub name: String,
    /// The repository of the checkpoint.
    pub checkpoint: String,
    /// The shape by which the checkpoint is recognized.
    pub shape: Shape,
    /// The values, by source.
    pub groups: Vec<Group>,
}

/// Values with one source.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Group {
    /// Who published the values: the engine, its version, the weights, and where they can be read.
    pub source: String,
    /// The values.
    pub cases: Vec<Case>,
}

/// The sizes of a model that tell checkpoints apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names are those of `Config`")]
#[non_exhaustive]
pub struct Shape {
    pub model_type: String,
    pub loops: usize,
    pub layers: usize,
    pub hidden_size: usize,
    pub intermediate_size: usize,
    pub heads: usize,
    pub kv_heads: usize,
    pub head_dim: usize,
    pub vocab_size: usize,
}

/// Why there is nothing to compare a model with.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// A file of entries that cannot be read.
    #[error("{file}: {reason}")]
    Entries {
        /// The file.
        file: String,
        /// The parser's message, with line and column.
        reason: String,
    },
    /// No entry has this name.
    #[error("no entry {name:?}: expected one of {known}")]
    NoEntry {
        /// The name.
        name: String,
        /// The names of all entries.
        known: String,
    },
    /// The model has another shape than the entry that was requested.
    #[error("entry {name:?} is for another model: {key} expected {expected}, found {found}")]
    OtherShape {
        /// The name of the entry.
        name: String,
        /// The first key that differs.
        key: String,
        /// The value of the entry.
        expected: String,
        /// The value of the model.
        found: String,
    },
    /// No entry has the shape of this model.
    #[error(
        "no published values are known for a model of this shape ({shape}); known: {known}; \
         --entry-file takes values of yours"
    )]
    Unknown {
        /// The model's shape.
        shape: String,
        /// The names of all entries.
        known: String,
    },
    /// Several entries have the shape of this model.
    #[error("several entries have the shape of this model: choose one with --entry: {names}")]
    Several {
        /// Their names.
        names: String,
    },
}

/// The entries of this crate.
///
/// # Errors
/// [`VerifyError::Entries`] if one of them is damaged; a test reads all of them.
pub fn entries() -> Result<Vec<Entry>, VerifyError> {
    FILES.iter().map(|(name, json)| parse(name, json)).collect()
}

/// Reads one entry. `file` is its name in errors.
///
/// # Errors
/// [`VerifyError::Entries`] with the line and the column.
pub fn parse(file: &str, json: &str) -> Result<Entry, VerifyError> {
    let reason = |reason: String| VerifyError::Entries { file: file.to_owned(), reason };
    let entry: Entry = serde_json::from_str(json).map_err(|error| reason(error.to_string()))?;
    match entry.groups.iter().any(|group| !group.cases.is_empty()) {
        true => Ok(entry),
        false => Err(reason("expected at least one case".to_owned())),
    }
}

/// Returns the entry with this name, or the one entry with the shape of this model.
///
/// # Errors
/// Every [`VerifyError`] but [`VerifyError::Entries`].
pub fn find<'a>(
    entries: &'a [Entry],
    config: &Config,
    name: Option<&str>,
) -> Result<&'a Entry, VerifyError> {
    let names = |entries: &mut dyn Iterator<Item = &Entry>| {
        entries.map(|entry| entry.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let shape = Shape::of(config);
    if let Some(name) = name {
        let entry = entries.iter().find(|entry| entry.name == name);
        let entry = entry.ok_or_else(|| VerifyError::NoEntry {
            name: name.to_owned(),
            known: names(&mut entries.iter()),
        })?;
        return match entry.shape.difference(&shape) {
            None => Ok(entry),
            Some((key, expected, found)) => {
                Err(VerifyError::OtherShape { name: name.to_owned(), key, expected, found })
            }
        };
    }
    let mut fitting = entries.iter().filter(|entry| entry.shape == shape);
    match (fitting.next(), fitting.next()) {
        (Some(entry), None) => Ok(entry),
        (None, _) => Err(VerifyError::Unknown {
            shape: shape.to_string(),
            known: names(&mut entries.iter()),
        }),
        (Some(_), Some(_)) => {
            let mut fitting = entries.iter().filter(|entry| entry.shape == shape);
            Err(VerifyError::Several { names: names(&mut fitting) })
        }
    }
}

impl Shape {
    /// The shape of a model, with the loops that run.
    pub fn of(config: &Config) -> Self {
        Self {
            model_type: config.model_type.name().to_owned(),
            loops: config.loops.count,
            layers: config.layers,
            hidden_size: config.hidden_size,
            intermediate_size: config.intermediate_size,
            heads: config.heads,
            kv_heads: config.kv_heads,
            head_dim: config.head_dim,
            vocab_size: config.vocab_size,
        }
    }

    /// Names and values, in the order of the fields.
    fn fields(&self) -> [(&'static str, String); 9] {
        [
            ("model_type", self.model_type.clone()),
            ("loops", self.loops.to_string()),
            ("layers", self.layers.to_string()),
            ("hidden_size", self.hidden_size.to_string()),
            ("intermediate_size", self.intermediate_size.to_string()),
            ("heads", self.heads.to_string()),
            ("kv_heads", self.kv_heads.to_string()),
            ("head_dim", self.head_dim.to_string()),
            ("vocab_size", self.vocab_size.to_string()),
        ]
    }

    /// Key, expected and found value of the first difference.
    fn difference(&self, found: &Self) -> Option<(String, String, String)> {
        let mut pairs = self.fields().into_iter().zip(found.fields());
        let (expected, found) = pairs.find(|(expected, found)| expected != found)?;
        Some((expected.0.to_owned(), expected.1, found.1))
    }
}

impl std::fmt::Display for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let fields = self.fields().map(|(name, value)| format!("{name} {value}"));
        f.write_str(&fields.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_named_by_their_files() {
        let entries = entries().expect("every file is an entry");
        for (entry, (file, _)) in entries.iter().zip(FILES) {
            assert_eq!(entry.name, file);
            assert!(entry.groups.iter().all(|group| group.source.len() > 20), "{file}: a source");
        }
    }

    #[test]
    fn entries_have_different_shapes() {
        let entries = entries().expect("every file is an entry");
        for (i, entry) in entries.iter().enumerate() {
            let same = entries[..i].iter().find(|other| other.shape == entry.shape);
            assert_eq!(same.map(|other| &other.name), None, "{}", entry.name);
        }
    }

    #[test]
    fn entries_fit_their_shapes() {
        for entry in entries().expect("every file is an entry") {
            let end = entry.shape.vocab_size as u32;
            for case in entry.groups.iter().flat_map(|group| &group.cases) {
                let (prompt, others) = match case {
                    Case::Tokens { ids, .. } | Case::Chat { ids, .. } => (ids, Vec::new()),
                    Case::Top { ids, top, .. } => (ids, top.iter().map(|(id, _)| *id).collect()),
                    Case::Greedy { ids, next, .. } => (ids, next.clone()),
                    Case::Logits { ids, position, .. } => {
                        assert!(*position < ids.len(), "{}: {case:?}", entry.name);
                        (ids, Vec::new())
                    }
                    Case::Means { ids, means, .. } => {
                        assert_eq!(means.len(), ids.len(), "{}: {case:?}", entry.name);
                        (ids, Vec::new())
                    }
                    Case::Completion { .. } => continue,
                };
                assert!(!prompt.is_empty(), "{}: {case:?}", entry.name);
                assert!(prompt.iter().chain(&others).all(|id| *id < end), "{}", entry.name);
            }
        }
    }

    #[test]
    fn parse_names_file_and_line() {
        let error = parse("mine.json", "{\n\"name\": 3}").unwrap_err().to_string();
        assert!(error.starts_with("mine.json: ") && error.contains("line 2"), "{error}");
    }
}
