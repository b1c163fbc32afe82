//! The subcommands, one file each, and what several of them need.

pub mod analyze;
pub mod bench;
pub mod chat;
pub mod completions;
pub mod devices;
pub mod doctor;
pub mod eval;
pub mod generate;
pub mod inspect;
pub mod logits;
pub mod man;
pub mod quantize;
pub mod serve;
pub mod train;
pub mod verify;

use std::borrow::Cow;
use std::ffi::OsStr;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::task::Poll;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use plt_runtime::{
    BLOCK_SIZE, Backend, BuiltInFile, Cancel, Checkpoint, Engine, EngineOptions, Event, KvDType,
    LoadOptions, ModelError, ModelFiles, OpenDevice, Request, SamplingParams, TextBundle,
    TextModel, source,
};

use crate::args::{DeviceArgs, ModelArgs, PromptArgs};
use crate::{new_file, terminal};

/// The exit status after Ctrl-C.
const INTERRUPTED: u8 = 130;

/// Name and files of the default model.
#[cfg(feature = "built-in-model")]
const BUILT_IN: Option<(&str, &[BuiltInFile])> =
    Some((plt_tiny_coder::NAME, plt_tiny_coder::FILES));
#[cfg(not(feature = "built-in-model"))]
const BUILT_IN: Option<(&str, &[BuiltInFile])> = None;

/// Returns the model's name for messages: `--model`, or the built-in model's.
fn model_name(model: Option<&OsStr>) -> Cow<'_, str> {
    match model {
        Some(model) => model.to_string_lossy(),
        None => BUILT_IN.map(|(name, _)| name).unwrap_or_default().into(),
    }
}

/// Opens a model, downloading it first if it is a Hub repository. `None` is the built-in model.
fn checkpoint(model: Option<impl AsRef<OsStr>>) -> anyhow::Result<Checkpoint> {
    let Some(model) = model else {
        let (name, files) = BUILT_IN.context("no model: set --model or PLT_MODEL")?;
        return Ok(Checkpoint::built_in(name, files)?);
    };
    let model = model.as_ref();
    let Some(model) = model.to_str() else {
        // No repository has such a name.
        let path = PathBuf::from(model);
        if !path.exists() {
            bail!("model {}: no such file or directory", path.display());
        }
        return Ok(Checkpoint::open(path)?);
    };
    let bar = terminal::byte_bar("downloading");
    let path = source::resolve(model, &mut |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    Ok(Checkpoint::open(path?)?)
}

/// A command that runs a loaded model on any backend.
trait ModelCommand {
    type Output;
    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<Self::Output>;
}

/// Loads the model on the device and runs the command.
fn with_model<C: ModelCommand>(
    args: &ModelArgs,
    device: &DeviceArgs,
    command: C,
) -> anyhow::Result<C::Output> {
    let opened = device.open()?;
    let files = ModelFiles::from_checkpoint(checkpoint(args.model.as_deref())?)?;
    match opened {
        OpenDevice::Cpu(cpu) => load_and_run(cpu, files, args, command),
        OpenDevice::Reference(reference) => load_and_run(reference, files, args, command),
        #[cfg(feature = "gpu")]
        OpenDevice::Gpu(gpu) => load_and_run(gpu, files, args, command),
        _ => anyhow::bail!("--device {}: not supported by plt", device.device),
    }
}

fn load_and_run<B: Backend, C: ModelCommand>(
    backend: B,
    files: ModelFiles,
    args: &ModelArgs,
    command: C,
) -> anyhow::Result<C::Output> {
    let bar = terminal::byte_bar("loading");
    let options = LoadOptions::default().loops(args.loops).quantization(args.quantization());
    let model = TextModel::load(backend, files, options, &mut |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    let model = model.map_err(|error| match error {
        plt_runtime::Error::Model(ModelError::Loops { .. }) => {
            anyhow::Error::new(error).context("--loops")
        }
        error => error.into(),
    })?;
    let (loops, trained) = model.loops();
    if loops < trained {
        terminal::warn(&format!(
            "running {loops} of the {trained} loops that the model was trained with: quality drops"
        ));
    }
    command.run(model)
}

/// Sizes of an engine that runs one request at a time.
struct SingleEngine {
    /// Maximum number of positions of a request.
    positions: usize,
    /// Bytes of a saved sequence that the engine can load; 0 for none.
    saved_bytes: u64,
    chunk: NonZeroUsize,
    max_draft_rows: usize,
    kv_cache_dtype: KvDType,
}

impl SingleEngine {
    fn start<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<Engine> {
        let config = model.model().config();
        let positions = self.positions.min(config.max_positions);
        let options = EngineOptions::single(config, positions, self.chunk, self.kv_cache_dtype)
            .max_draft_rows(self.max_draft_rows);
        let capacity = match self.saved_bytes {
            0 => positions,
            bytes => {
                let per_token = options.layout(config)?.bytes_per_token() as u64;
                let saved = usize::try_from(bytes / per_token)?.min(config.max_positions);
                // A request that resumes the saved sequence copies its last block.
                positions.max(saved).saturating_add(BLOCK_SIZE)
            }
        };
        Ok(Engine::start(model, options.kv_cache_tokens(capacity))?)
    }
}

/// A prompt as token ids, and the text that they were made from.
struct Prompt {
    ids: Vec<u32>,
    /// `None` if the ids were given.
    text: Option<String>,
}

/// Reads the prompt.
fn prompt(bundle: &TextBundle, args: &PromptArgs) -> anyhow::Result<Prompt> {
    if let Some(ids) = &args.ids {
        return Ok(Prompt { ids: ids.clone(), text: None });
    }
    let text = match (args.text.as_ref().or(args.prompt.as_ref()), &args.prompt_file) {
        (Some(prompt), _) => prompt.clone(),
        (None, Some(path)) => read_text("--prompt-file", path)?,
        (None, None) => String::new(),
    };
    let ids = bundle.tokenizer()?.encode(&text, true)?;
    Ok(Prompt { ids, text: Some(text) })
}

/// Reads the UTF-8 file of an option; `-` is standard input.
fn read_text(option: &str, path: &Path) -> anyhow::Result<String> {
    let (name, bytes) = match path.as_os_str() == "-" {
        true => {
            let mut bytes = Vec::new();
            let read = std::io::Read::read_to_end(&mut std::io::stdin(), &mut bytes);
            ("standard input".into(), read.map(|_| bytes))
        }
        false => (path.display().to_string(), std::fs::read(path)),
    };
    let bytes = bytes.with_context(|| format!("{option} {name}"))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        anyhow::anyhow!(
            "{option} {name}: not UTF-8 at byte {at}: convert it, as with iconv -t utf-8"
        )
    })
}

/// Time after which a progress bar shows how much of a prompt is computed.
const PROGRESS_AFTER: Duration = Duration::from_secs(2);

/// Submits a request and returns its events. Waits for the first one, with a progress bar if the
/// prompt takes long.
fn submit(
    engine: &Engine,
    request: Request,
    chunk: NonZeroUsize,
) -> anyhow::Result<impl Iterator<Item = plt_runtime::Result<Event>> + use<>> {
    let tokens = request.prompt.len();
    let (start, passes) = (Instant::now(), engine.stats().passes);
    let mut events = engine.submit(request)?;
    let mut bar = None;
    let first = loop {
        match events.try_next() {
            Poll::Ready(event) => break event,
            Poll::Pending if start.elapsed() < PROGRESS_AFTER => {
                std::thread::sleep(Duration::from_millis(1));
            }
            Poll::Pending => {
                let bar = bar.get_or_insert_with(|| terminal::token_bar("prompt", tokens));
                let passes = usize::try_from(engine.stats().passes - passes).unwrap_or(usize::MAX);
                bar.set_position(passes.saturating_mul(chunk.get()).min(tokens) as u64);
                std::thread::sleep(Duration::from_millis(20));
            }
        }
    };
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    Ok(first.into_iter().chain(events))
}

/// Returns sampling parameters as text, without those that are off.
fn describe_sampling(sampling: &SamplingParams) -> String {
    let off = SamplingParams::GREEDY;
    let SamplingParams { temperature, top_k, top_p, min_p, repetition_penalty, .. } = *sampling;
    let mut parts = Vec::new();
    if temperature == off.temperature {
        parts.push("greedy".to_owned());
    } else {
        parts.push(format!("temperature {temperature}"));
        parts.extend((top_k != off.top_k).then(|| format!("top_k {top_k}")));
        parts.extend((top_p != off.top_p).then(|| format!("top_p {top_p}")));
        parts.extend((min_p != off.min_p).then(|| format!("min_p {min_p}")));
    }
    let penalises = repetition_penalty != off.repetition_penalty;
    parts.extend(penalises.then(|| format!("repetition_penalty {repetition_penalty}")));
    parts.join(", ")
}

/// Returns a handle that Ctrl-C cancels; a second Ctrl-C ends the program.
fn cancel_on_ctrl_c() -> anyhow::Result<Cancel> {
    let cancel = Cancel::default();
    let handle = cancel.clone();
    ctrlc::set_handler(move || {
        if handle.is_cancelled() {
            exit_interrupted();
        }
        handle.cancel();
    })?;
    Ok(cancel)
}

/// Makes Ctrl-C end the program, for work that cannot be cancelled.
fn exit_on_ctrl_c() -> anyhow::Result<()> {
    Ok(ctrlc::set_handler(exit_interrupted)?)
}

fn exit_interrupted() {
    new_file::remove_unfinished();
    std::process::exit(INTERRUPTED.into());
}
