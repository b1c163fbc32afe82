//! The files of a run: its state, to resume from, and the model.
//!
//! Every file is written under another name and then renamed: an interrupted save leaves the previous
//! one intact.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use half::bf16;
use plt_model::config::TensorSpec;
use safetensors::tensor::{Dtype, SafeTensors, View};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::error::{Error, Result, one_line};
use crate::optimizer::Moments;
use crate::recipe::{ExportType, Recipe};

/// The state that a run resumes from, bit for bit.
pub(crate) struct State {
    /// Steps done.
    pub step: u64,
    pub parameters: Vec<Vec<f32>>,
    pub moments: Moments,
}

/// The metadata of a state file.
#[derive(Serialize, Deserialize)]
struct Header {
    step: u64,
    /// Unparsed JSON: a parsed and rewritten number may differ in its last bit.
    recipe: Box<RawValue>,
}

const HEADER: &str = "plt_train";

/// A tensor to be written as safetensors.
struct Stored<'a> {
    dtype: Dtype,
    shape: Vec<usize>,
    bytes: Cow<'a, [u8]>,
}

impl View for Stored<'_> {
    fn dtype(&self) -> Dtype {
        self.dtype
    }

    fn shape(&self) -> &[usize] {
        &self.shape
    }

    fn data(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(&self.bytes)
    }

    fn data_len(&self) -> usize {
        self.bytes.len()
    }
}

fn f32_bytes(values: &[f32]) -> Cow<'static, [u8]> {
    Cow::Owned(values.iter().flat_map(|v| v.to_le_bytes()).collect())
}

/// Writes the state of a run.
pub(crate) fn save(
    path: &Path,
    recipe: &Recipe,
    specs: &[TensorSpec],
    state: &State,
) -> Result<()> {
    let parts =
        [("w", &state.parameters), ("m", &state.moments.first), ("v", &state.moments.second)];
    let tensors = parts.iter().flat_map(|(part, arrays)| {
        specs.iter().zip(*arrays).map(move |(spec, values)| {
            let (dtype, shape) = (Dtype::F32, spec.shape());
            (format!("{part}.{}", spec.name), Stored { dtype, shape, bytes: f32_bytes(values) })
        })
    });
    let recipe = serde_json::value::to_raw_value(recipe).map_err(|e| wrong(path, &e))?;
    let header = Header { step: state.step, recipe };
    let header = serde_json::to_string(&header).map_err(|e| wrong(path, &e))?;
    let bytes = safetensors::serialize(tensors, Some(HashMap::from([(HEADER.to_owned(), header)])))
        .map_err(|e| wrong(path, &e))?;
    write(path, &bytes)
}

/// Reads the state of a run; `None` if there is none.
pub(crate) fn load(path: &Path, recipe: &Recipe, specs: &[TensorSpec]) -> Result<Option<State>> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::io(path)(error)),
    };
    let (_, metadata) = SafeTensors::read_metadata(&bytes).map_err(|e| wrong(path, &e))?;
    let header = metadata.metadata().as_ref().and_then(|map| map.get(HEADER));
    let header: Header = serde_json::from_str(header.map_or("", String::as_str))
        .map_err(|e| wrong(path, &format!("not the state of a training run: {e}")))?;
    same_recipe(path, &header.recipe, recipe)?;
    let tensors = SafeTensors::deserialize(&bytes).map_err(|e| wrong(path, &e))?;
    let read = |part: &str| -> Result<Vec<Vec<f32>>> {
        let read = |spec: &TensorSpec| {
            let tensor =
                tensors.tensor(&format!("{part}.{}", spec.name)).map_err(|e| wrong(path, &e))?;
            if tensor.dtype() != Dtype::F32 || tensor.shape() != spec.shape() {
                return Err(wrong(path, &format!("{}: unexpected shape or type", spec.name)));
            }
            let value = |bytes: &[u8]| f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
            Ok(tensor.data().chunks_exact(4).map(value).collect())
        };
        specs.iter().map(read).collect()
    };
    let moments = Moments { first: read("m")?, second: read("v")? };
    Ok(Some(State { step: header.step, parameters: read("w")?, moments }))
}

/// Fails if the saved recipe differs from the given one.
fn same_recipe(path: &Path, saved: &RawValue, given: &Recipe) -> Result<()> {
    if serde_json::to_string(given).is_ok_and(|given| given == saved.get()) {
        return Ok(());
    }
    let saved: Recipe = serde_json::from_str(saved.get()).map_err(|e| wrong(path, &e))?;
    let differs = [
        ("model", saved.model != given.model),
        ("data", saved.data != given.data),
        ("train", saved.train != given.train),
        ("schedule", saved.schedule != given.schedule),
        ("optimizer", saved.optimizer != given.optimizer),
        ("initialisation", saved.initialisation != given.initialisation),
    ];
    match differs.iter().find(|(_, differs)| *differs) {
        None => Ok(()),
        Some((key, _)) => {
            let dir = path.parent().unwrap_or(path).to_owned();
            Err(Error::RecipeMismatch { dir, key })
        }
    }
}

/// Writes `model.safetensors`.
pub(crate) fn export(
    path: &Path,
    specs: &[TensorSpec],
    parameters: &[Vec<f32>],
    dtype: ExportType,
) -> Result<()> {
    let tensors = specs.iter().zip(parameters).map(|(spec, values)| {
        let bf16_bytes = || values.iter().flat_map(|v| bf16::from_f32(*v).to_le_bytes()).collect();
        let (dtype, bytes) = match dtype {
            ExportType::F32 => (Dtype::F32, f32_bytes(values)),
            ExportType::Bf16 => (Dtype::BF16, Cow::Owned(bf16_bytes())),
        };
        (spec.name.clone(), Stored { dtype, shape: spec.shape(), bytes })
    });
    let format = HashMap::from([("format".to_owned(), "pt".to_owned())]);
    let bytes = safetensors::serialize(tensors, Some(format)).map_err(|e| wrong(path, &e))?;
    write(path, &bytes)
}

/// Writes a file atomically.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let beside = path.with_file_name(name);
    let written = File::create(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&beside, path));
    written.map_err(Error::io(path))?;
    // The rename is durable once the directory is synced; not every system supports that.
    if let Some(Ok(dir)) = path.parent().map(File::open) {
        _ = dir.sync_all();
    }
    Ok(())
}

fn wrong(path: &Path, reason: &impl ToString) -> Error {
    Error::State { file: path.to_owned(), reason: one_line(reason) }
}
