//! Checkpoints on disk: a directory in the Hugging Face layout, or one or several GGUF files.
//!
//! Opening reads headers only, and believes nothing that they say: lengths are checked against the
//! file before anything is allocated, names and links cannot lead out of the directory, and pipes
//! and devices are never opened. [`Checkpoint::check`] then compares the whole list of tensors
//! with the config, and [`Checkpoint::tensor`] maps one tensor at a time.

mod contents;
mod files;
mod folder;
mod gguf;
mod problems;
mod safetensors;
mod values;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use plt_backend::{DType, WeightData};

pub use self::files::BuiltInFile;
use self::files::{Folder, Source};
pub use self::gguf::{GgufValue, GgufValueType, Progress, write_gguf};
pub use self::problems::{Problem, Problems};
use crate::config::{Config, TensorSpec};
use crate::error::{Error, Result};
use crate::quantization::Quantization;

/// Files that a GGUF file can carry, and the keys that hold them.
const EMBEDDED: [(&str, &str); 4] = [
    ("tokenizer.json", "tokenizer.huggingface.json"),
    ("tokenizer_config.json", "huggingface.tokenizer_config.json"),
    ("chat_template.jinja", "huggingface.chat_template.jinja"),
    ("generation_config.json", "huggingface.generation_config.json"),
];

/// Largest `config.json`, in bytes.
const MAX_CONFIG: u64 = 1 << 20;

/// An opened checkpoint: its config, the list of its tensors, and the files that hold them.
#[derive(Debug)]
pub struct Checkpoint {
    path: PathBuf,
    /// The folder of the other files; `None` for a GGUF file.
    folder: Option<Folder>,
    config: Config,
    tensors: Tensors,
    gguf_metadata: Option<HashMap<String, GgufValue>>,
}

/// Tensors by the name that their file gives them.
#[derive(Debug, Default)]
struct Tensors {
    files: Vec<DataFile>,
    entries: BTreeMap<String, Entry>,
    /// Contradictions between index and shards.
    problems: Vec<Problem>,
}

#[derive(Debug)]
struct DataFile {
    path: PathBuf,
    source: Source,
}

/// The place of a tensor.
#[derive(Debug)]
struct Entry {
    /// Index in `Tensors::files`.
    file: usize,
    /// The element type; the name of one that weights cannot have.
    dtype: Result<DType, String>,
    /// As stored, rows first.
    shape: Vec<usize>,
    /// Offset of the first byte in its file.
    start: u64,
    /// Length; `start + bytes` is within the file.
    bytes: u64,
}

impl Checkpoint {
    /// Opens a directory with `config.json` and `model.safetensors` or its shards, a GGUF file, or a
    /// directory with one of those. A GGUF file is recognized by its content; a part of a split one
    /// stands for all parts. Reads the config and all headers, no weights.
    ///
    /// # Errors
    /// A path that is neither; a file that is missing, broken, too large, or that leads elsewhere;
    /// several GGUF models in a directory; a config that cannot be run.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let io = |source| Error::Io { path: path.to_owned(), reason: source };
        let kind = std::fs::metadata(path).map_err(io)?;
        if kind.is_dir() {
            let folder = Folder::OnDisk(path.to_owned());
            if !safetensors::exist(&folder)?
                && let Some(name) = folder::gguf_in(path)?
                && let Some(file) = files::open_in(path, &name)?
            {
                return gguf::open(file);
            }
            return Self::open_folder(folder);
        }
        let not_one = || Error::NotACheckpoint { path: path.to_owned(), advice: String::new() };
        if !kind.is_file() {
            return Err(not_one());
        }
        let opened = files::open(path, path.to_owned())?;
        let named = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("gguf"));
        if named || contents::begins_with(&opened, gguf::MAGIC)? {
            return gguf::open(opened);
        }
        contents::refuse_foreign(&opened)?;
        Err(not_one())
    }

    /// Opens a checkpoint that is embedded in the program: the files of a Hugging Face directory.
    /// `name` is its name in messages.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn built_in(name: &str, files: &'static [BuiltInFile]) -> Result<Self> {
        Self::open_folder(Folder::BuiltIn(name.into(), files))
    }

    fn open_folder(folder: Folder) -> Result<Self> {
        let config = Self::config_of(&folder)?;
        let tensors = safetensors::open_dir(&folder)?;
        let path = folder.path().to_owned();
        Ok(Self { path, folder: Some(folder), config, tensors, gguf_metadata: None })
    }

    /// Reads `config.json` of a directory, whether or not there are weights beside it.
    ///
    /// # Errors
    /// A directory without that file, or a config that cannot be run.
    pub fn read_config(dir: impl AsRef<Path>) -> Result<Config> {
        Self::config_of(&Folder::OnDisk(dir.as_ref().to_owned()))
    }

    fn config_of(folder: &Folder) -> Result<Config> {
        let Some(file) = folder.open("config.json")? else {
            let path = folder.path().to_owned();
            return Err(Error::NotACheckpoint { advice: folder::advice(&path), path });
        };
        let path = file.path.clone();
        Config::from_json(&file.read_text(MAX_CONFIG)?, path)
    }

    /// The config of the model.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The path that was opened.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The metadata of a GGUF file, its tokenizer and chat template among it; `None` for a
    /// directory.
    pub fn gguf_metadata(&self) -> Option<&HashMap<String, GgufValue>> {
        self.gguf_metadata.as_ref()
    }

    /// Reads another file of the checkpoint, such as `tokenizer.json`: of its directory, or one that
    /// the GGUF file carries (keys `tokenizer.huggingface.json` and `huggingface.*`). `None` if
    /// there is no such file. A byte order mark before JSON is left out.
    ///
    /// # Errors
    /// As for the files of the checkpoint itself; a file of more than `limit` bytes.
    pub fn read_file(&self, name: &str, limit: u64) -> Result<Option<Vec<u8>>> {
        if let Some(folder) = &self.folder {
            let bytes = folder.open(name)?.map(|file| file.read(limit)).transpose()?;
            return Ok(bytes.map(|bytes| without_mark(name, bytes)));
        }
        let key = EMBEDDED.into_iter().find(|(file, _)| *file == name).map(|(_, key)| key);
        let value = key.and_then(|key| self.gguf_metadata.as_ref()?.get(key));
        match value {
            Some(GgufValue::String(text)) if text.len() as u64 > limit => Err(Error::TooLarge {
                path: self.path.join(name),
                what: "length in bytes",
                limit,
                found: text.len() as u64,
            }),
            Some(GgufValue::String(text)) => Ok(Some(text.clone().into_bytes())),
            Some(_) => Err(Error::Value {
                file: self.path.clone(),
                key: key.unwrap_or_default().to_owned(),
                expected: "a string".to_owned(),
                found: "another type".to_owned(),
            }),
            None => Ok(None),
        }
    }

    /// All problems of the list of tensors: missing, unknown, of another shape or an
    /// impossible type, not where the index says. Tensors that the model does not use (gates if R
    /// is 1, a tied head) are no problem.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = self.tensors.problems.clone();
        let listed: BTreeSet<&str> = problems.iter().map(Problem::tensor).collect();
        let mut known = BTreeSet::new();
        let mut found = Vec::new();
        for spec in self.config.tensors() {
            match self.entry(&spec) {
                Some((name, entry)) => {
                    known.insert(name);
                    found.extend(entry.problem(name, &spec));
                }
                None => {
                    let tensor = self.stored_name(&spec);
                    if !listed.contains(tensor) {
                        found.push(Problem::Missing { tensor: tensor.to_owned() });
                    }
                }
            }
        }
        let unknown = |name: &&String| !known.contains(name.as_str()) && !self.config.ignores(name);
        let extra = self.tensors.entries.keys().filter(unknown);
        found.extend(extra.map(|name| Problem::Extra { tensor: name.clone() }));
        problems.append(&mut found);
        problems
    }

    /// Fails unless the checkpoint holds exactly the tensors of its config.
    ///
    /// # Errors
    /// [`Error::Problems`] with every problem.
    pub fn check(&self) -> Result<()> {
        self.refuse(self.problems())
    }

    /// Reads every weight and fails if one is NaN or infinite. `progress` gets the bytes done and
    /// the total.
    ///
    /// # Errors
    /// [`Error::Problems`] with every such tensor; a tensor that cannot be read.
    pub fn check_values(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<()> {
        let (mut done, total) = (0, self.weight_bytes());
        let mut problems = Vec::new();
        for spec in self.config.tensors() {
            let data = self.tensor(&spec)?;
            if let Some(index) = values::first_not_finite(data.dtype(), data.bytes()) {
                let tensor = self.stored_name(&spec).to_owned();
                problems.push(Problem::NotFinite { tensor, index });
            }
            done += data.bytes().len() as u64;
            progress(done, total);
        }
        self.refuse(problems)
    }

    /// One tensor: rows as Hugging Face has them, whatever the file format. It is mapped, see
    /// [`WeightData::map`]: the file must stay as it is.
    ///
    /// # Errors
    /// [`Error::Problems`] if it is missing or has another shape or type than `spec`; a file that
    /// changed since it was opened; no memory.
    pub fn tensor(&self, spec: &TensorSpec) -> Result<WeightData> {
        let Some((name, entry)) = self.entry(spec) else {
            let problems = vec![Problem::Missing { tensor: self.stored_name(spec).to_owned() }];
            return Err(self.problems_error(problems));
        };
        let dtype = match (entry.problem(name, spec), &entry.dtype) {
            (None, Ok(dtype)) => *dtype,
            (problem, _) => return Err(self.problems_error(problem.into_iter().collect())),
        };
        let data = self.tensors.data(entry, dtype, spec.rows, spec.cols)?;
        let interleaved = self.gguf_metadata.as_ref().is_some_and(gguf::has_interleaved_rows);
        if !interleaved || !spec.rotary {
            return Ok(data);
        }
        let rows = gguf::half_split_rows(data.bytes(), data.row_bytes(), self.config.head_dim);
        Ok(WeightData::new(dtype, spec.rows, spec.cols, rows.into())?)
    }

    /// Reads one tensor and rounds it.
    ///
    /// # Errors
    /// As [`tensor`](Self::tensor); [`Error::Problems`] for a weight that is not finite, or that
    /// rounding to halves makes infinite.
    pub fn tensor_as(&self, spec: &TensorSpec, quantization: Quantization) -> Result<WeightData> {
        let data = self.tensor(spec)?;
        let rounded = quantization.apply(spec, &data)?;
        // One that has its type already is the same bytes.
        let distinct = if rounded.dtype() == data.dtype() { 1 } else { 2 };
        for data in [&data, &rounded].into_iter().take(distinct) {
            if let Some(index) = values::first_not_finite(data.dtype(), data.bytes()) {
                let tensor = self.stored_name(spec).to_owned();
                return Err(self.problems_error(vec![Problem::NotFinite { tensor, index }]));
            }
        }
        Ok(rounded)
    }

    /// The element type that the file has of this tensor; `None` if it has no such tensor.
    pub fn stored_dtype(&self, spec: &TensorSpec) -> Option<DType> {
        self.entry(spec).and_then(|(_, entry)| entry.dtype.as_ref().ok().copied())
    }

    /// Bytes of all files with weights, headers included.
    pub fn file_bytes(&self) -> u64 {
        self.tensors.files.iter().map(|file| file.source.len().unwrap_or(0)).sum()
    }

    /// Bytes that the file has of this tensor; 0 if it has none.
    pub fn stored_bytes(&self, spec: &TensorSpec) -> u64 {
        self.entry(spec).map_or(0, |(_, entry)| entry.bytes)
    }

    /// The number of weights that the model uses.
    pub fn parameters(&self) -> u64 {
        self.config.parameters()
    }

    /// Bytes of the weights that the model uses.
    pub fn weight_bytes(&self) -> u64 {
        self.dtypes().values().sum()
    }

    /// Bytes of the weights that the model uses, by the name of their element type.
    pub fn dtypes(&self) -> BTreeMap<&'static str, u64> {
        let mut bytes = BTreeMap::new();
        for spec in self.config.tensors() {
            if let Some((_, Entry { dtype: Ok(dtype), bytes: length, .. })) = self.entry(&spec) {
                *bytes.entry(dtype.name()).or_insert(0) += length;
            }
        }
        bytes
    }

    /// The tensor by its name or, failing that, its older name.
    fn entry(&self, spec: &TensorSpec) -> Option<(&str, &Entry)> {
        let find = |name: &str| self.tensors.entries.get_key_value(name);
        let found = find(self.stored_name(spec)).or_else(|| find(spec.alias.as_deref()?));
        found.map(|(name, entry)| (name.as_str(), entry))
    }

    /// The name that the file gives the tensor.
    fn stored_name<'a>(&self, spec: &'a TensorSpec) -> &'a str {
        match self.gguf_metadata {
            None => &spec.name,
            Some(_) => &spec.gguf_name,
        }
    }

    fn refuse(&self, problems: Vec<Problem>) -> Result<()> {
        if problems.is_empty() { Ok(()) } else { Err(self.problems_error(problems)) }
    }

    fn problems_error(&self, problems: Vec<Problem>) -> Error {
        Error::Problems { path: self.path.clone(), problems: Problems(problems) }
    }
}

/// The bytes of a file, without the byte order mark that editors put before JSON.
fn without_mark(name: &str, mut bytes: Vec<u8>) -> Vec<u8> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    if name.ends_with(".json") && bytes.starts_with(MARK) {
        bytes.drain(..MARK.len());
    }
    bytes
}

impl Entry {
    fn problem(&self, name: &str, spec: &TensorSpec) -> Option<Problem> {
        let tensor = name.to_owned();
        if let Err(found) = &self.dtype {
            return Some(Problem::Type { tensor, found: found.clone() });
        }
        let (expected, found) = (spec.shape(), self.shape.clone());
        (expected != found).then_some(Problem::Shape { tensor, expected, found })
    }
}

impl Tensors {
    /// A tensor where it lies: the header's claims were checked against the length of the file.
    fn data(&self, entry: &Entry, dtype: DType, rows: usize, cols: usize) -> Result<WeightData> {
        let DataFile { path, source } = &self.files[entry.file];
        let io = |source| Error::Io { path: path.clone(), reason: source };
        let found = source.len().map_err(io)?;
        let expected = entry.start + entry.bytes;
        if found < expected {
            return Err(Error::Length { path: path.clone(), expected, found });
        }
        let data = match source {
            Source::File(file) => WeightData::map(dtype, rows, cols, file, entry.start),
            Source::BuiltIn(bytes) => {
                let bytes = &bytes[entry.start as usize..expected as usize];
                WeightData::new(dtype, rows, cols, Bytes::from_static(bytes))
            }
        };
        data.map_err(|error| match error {
            plt_backend::Error::Map { source, .. } => io(source),
            error => error.into(),
        })
    }
}

impl From<files::Opened> for DataFile {
    fn from(opened: files::Opened) -> Self {
        Self { path: opened.path, source: opened.file }
    }
}
