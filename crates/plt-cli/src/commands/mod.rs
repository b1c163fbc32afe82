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

use std::num::NonZeroUsize;
use std::path::Path;

use anyhow::Context as _;
use plt_runtime::{
    BLOCK_SIZE, Backend, BuiltInFile, Cancel, Checkpoint, Engine, EngineOptions, KvDType,
    LoadOptions, ModelFiles, OpenDevice, TextBundle, TextModel, source,
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
fn model_name(model: Option<&str>) -> &str {
    model.or(BUILT_IN.map(|(name, _)| name)).unwrap_or_default()
}

/// Opens a model, downloading it first if it is a Hub repository. `None` is the built-in model.
fn checkpoint(model: Option<&str>) -> anyhow::Result<Checkpoint> {
    let Some(model) = model else {
        let (name, files) = BUILT_IN.context("no model: set --model or PLT_MODEL")?;
        return Ok(Checkpoint::built_in(name, files)?);
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
    let model = model?;
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

/// Returns the prompt's token ids.
fn prompt_ids(text: &TextBundle, args: &PromptArgs) -> anyhow::Result<Vec<u32>> {
    if let Some(ids) = &args.ids {
        return Ok(ids.clone());
    }
    let prompt = match (args.text.as_ref().or(args.prompt.as_ref()), &args.prompt_file) {
        (Some(prompt), _) => prompt.clone(),
        (None, Some(path)) => read_text(path)?,
        (None, None) => String::new(),
    };
    Ok(text.tokenizer()?.encode(&prompt, true)?)
}

/// Reads a UTF-8 file; `-` is standard input.
fn read_text(path: &Path) -> anyhow::Result<String> {
    match path.as_os_str() == "-" {
        true => std::io::read_to_string(std::io::stdin()).context("standard input"),
        false => std::fs::read_to_string(path).with_context(|| path.display().to_string()),
    }
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
