//! One file per subcommand.

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

use std::path::Path;

use anyhow::Context as _;
use plt_runtime::{
    BLOCK_SIZE, Backend, BuiltInFile, Cancel, Checkpoint, Engine, EngineOptions, LoadOptions,
    ModelFiles, Reference, TextBundle, TextModel, source,
};

use crate::args::{Activation, CpuArgs, Device, EngineArgs, ModelArgs, PromptArgs};
use crate::{new_file, terminal};

/// The exit status after Ctrl-C.
const INTERRUPTED: u8 = 130;

/// Name and files of the model that runs where none is named.
#[cfg(feature = "built-in-model")]
const BUILT_IN: Option<(&str, &[BuiltInFile])> =
    Some((plt_tiny_coder::NAME, plt_tiny_coder::FILES));
#[cfg(not(feature = "built-in-model"))]
const BUILT_IN: Option<(&str, &[BuiltInFile])> = None;

/// What to call the model that `args` name.
fn model_name(args: &ModelArgs) -> &str {
    args.model.as_deref().or(BUILT_IN.map(|(name, _)| name)).unwrap_or_default()
}

/// The model that was named, a repository being fetched first; the built-in one if none was.
fn checkpoint(model: Option<&str>) -> anyhow::Result<Checkpoint> {
    let Some(model) = model else {
        let (name, files) = BUILT_IN.context("no model: name one with --model or in PLT_MODEL")?;
        return Ok(Checkpoint::built_in(name, files)?);
    };
    let bar = terminal::byte_bar("fetching");
    let path = source::resolve(model, &mut |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    Ok(Checkpoint::open(path?)?)
}

/// What a command does with a model, whatever the backend.
trait Task {
    type Output;
    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<Self::Output>;
}

/// What a device cannot do is said before anything is fetched.
fn check_activations(cpu: CpuArgs, device: &Device) -> anyhow::Result<()> {
    if cpu.activations == Activation::Int8 && *device != Device::Cpu {
        anyhow::bail!("--activations int8 is for --device cpu: expected int16, or no such option");
    }
    Ok(())
}

/// Loads the model on the device that was asked for and runs the task.
fn with_model<T: Task>(args: &ModelArgs, task: T) -> anyhow::Result<T::Output> {
    check_activations(args.cpu, &args.device)?;
    let files = ModelFiles::from_checkpoint(checkpoint(args.model.as_deref())?)?;
    match &args.device {
        Device::Cpu => load_and_run(args.cpu.backend()?, files, args, task),
        Device::Reference => load_and_run(Reference::new(), files, args, task),
        #[cfg(feature = "gpu")]
        Device::Gpu(name) => load_and_run(plt_kernels::Cube::open(name)?, files, args, task),
        #[cfg(not(feature = "gpu"))]
        Device::Gpu(name) => anyhow::bail!("no device {name}: {NO_GPU}"),
    }
}

/// Why there is no GPU in this build, and what can be done.
#[cfg(not(feature = "gpu"))]
const NO_GPU: &str = "this build has the CPU only; build with --features wgpu for GPUs";

fn load_and_run<B: Backend, T: Task>(
    backend: B,
    files: ModelFiles,
    args: &ModelArgs,
    task: T,
) -> anyhow::Result<T::Output> {
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
            "running {loops} of the {trained} loops that the model was trained with: an experiment"
        ));
    }
    task.run(model)
}

/// An engine for one answer after the other, none longer than so many positions. A saved sequence of
/// `saved` bytes can be brought back into it.
fn single_engine<B: Backend>(
    model: TextModel<B>,
    positions: usize,
    saved: u64,
    engine: &EngineArgs,
    args: &ModelArgs,
) -> anyhow::Result<Engine> {
    let config = model.model().config();
    let positions = positions.min(config.max_positions);
    let options = EngineOptions::single(config, positions, engine.chunk, args.dtype.into())
        .max_draft_rows(engine.drafts.draft_rows);
    let room = match saved {
        0 => positions,
        saved => {
            let position = options.layout(config)?.bytes_per_token() as u64;
            let kept = usize::try_from(saved / position)?.min(config.max_positions);
            // What goes on from it has a copy of the block that it ends in.
            positions.max(kept).saturating_add(BLOCK_SIZE)
        }
    };
    Ok(Engine::start(model, options.kv_cache_tokens(room))?)
}

/// The prompt's token ids.
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

/// A text file's content; - is standard input.
fn read_text(path: &Path) -> anyhow::Result<String> {
    match path.as_os_str() == "-" {
        true => std::io::read_to_string(std::io::stdin()).context("standard input"),
        false => std::fs::read_to_string(path).with_context(|| path.display().to_string()),
    }
}

/// A handle that Ctrl-C triggers; a second Ctrl-C ends the program.
fn cancel_on_ctrl_c() -> anyhow::Result<Cancel> {
    let cancel = Cancel::default();
    let handle = cancel.clone();
    ctrlc::set_handler(move || {
        if handle.is_cancelled() {
            leave();
        }
        handle.cancel();
    })?;
    Ok(cancel)
}

/// Ends the program on Ctrl-C, for what cannot be stopped halfway.
fn leave_on_ctrl_c() -> anyhow::Result<()> {
    Ok(ctrlc::set_handler(leave)?)
}

fn leave() {
    new_file::remove_unfinished();
    std::process::exit(INTERRUPTED.into());
}
