//! `plt generate`

use std::fs::File;
use std::io::{ErrorKind, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use plt_runtime::{
    Backend, Constraint, Engine, Event, FinishReason, Grammar, Request, TextBundle, TextModel,
    Timings, defaults,
};
use serde::Serialize;

use super::{
    INTERRUPTED, ModelCommand, Prompt, SingleEngine, cancel_on_ctrl_c, prompt, read_text, submit,
    with_model,
};
use crate::args::{GenerateArgs, StructuredOutputArgs};
use crate::new_file::NewFile;
use crate::terminal;

pub fn run(args: GenerateArgs) -> anyhow::Result<ExitCode> {
    let started = Instant::now();
    with_model(&args.model, &args.device, Generate { args: &args, started })
}

struct Generate<'a> {
    args: &'a GenerateArgs,
    started: Instant,
}

/// `plt generate --json`.
#[derive(Serialize)]
struct Report<'a> {
    prompt_ids: &'a [u32],
    ids: Vec<u32>,
    text: String,
    finish_reason: &'static str,
    timings: TimingsReport,
}

#[derive(Serialize)]
struct TimingsReport {
    load_ms: f64,
    prefill_ms: f64,
    decode_ms: f64,
    prompt_tokens: usize,
    reused_tokens: usize,
    generated_tokens: usize,
    prefill_passes: usize,
    prefill_rows: usize,
    decode_passes: usize,
    decode_rows: usize,
}

impl ModelCommand for Generate<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let Generate { args, started } = self;
        let load = started.elapsed();
        let text = Arc::clone(model.text());
        let Prompt { ids: prompt, text: prompt_text } = prompt(&text, &args.prompt)?;
        let positions = prompt.len().saturating_add(args.output.max_tokens);
        let request = Request::new(prompt.clone())
            .max_tokens(args.output.max_tokens)
            .sampling(args.sampling.over(defaults::COMPLETION.sampling(&text))?)
            .stop(args.output.stop.clone())
            .constraint(constraint(&text, &args.structured_output)?)
            .eos(if args.output.ignore_eos { Vec::new() } else { text.eos().to_vec() })
            .cancel(cancel_on_ctrl_c()?);
        let state = args.prompt_cache.as_deref().map(State::open).transpose()?;
        let engine = SingleEngine {
            positions,
            saved_bytes: state.as_ref().map_or(0, |state| state.bytes),
            chunk: args.prefill.chunk,
            max_draft_rows: args.speculation.max_draft_rows,
            kv_cache_dtype: args.cache.dtype(defaults::COMPLETION, &args.device.device),
        };
        let engine = engine.start(model)?;
        if let Some(state) = &state {
            state.load(&engine)?;
        }

        let mut stdout = std::io::stdout().lock();
        if stdout.is_terminal() && !args.output.json && !args.output.no_echo {
            let shown = match (prompt_text, text.tokenizer()) {
                (Some(text), _) => text,
                (None, Ok(tokenizer)) => tokenizer.decode(&prompt, false)?,
                (None, Err(_)) => String::new(),
            };
            stdout.write_all(shown.as_bytes())?;
            stdout.flush()?;
        }
        let (mut ids, mut text) = (Vec::new(), String::new());
        for event in submit(&engine, request, args.prefill.chunk)? {
            let (piece, end) = match event? {
                Event::Token { id, text, .. } => {
                    ids.push(id);
                    (text, None)
                }
                Event::Finished { reason, text, timings, .. } => (text, Some((reason, timings))),
            };
            text.push_str(&piece);
            if !args.output.json {
                stdout.write_all(piece.as_bytes())?;
                stdout.flush()?;
            }
            let Some((reason, timings)) = end else { continue };
            let tokens = [&prompt[..], &ids].concat();
            if args.output.json {
                let timings = report(load, &timings);
                let finish_reason = reason.name();
                let report = Report { prompt_ids: &prompt, ids, text, finish_reason, timings };
                serde_json::to_writer(&mut stdout, &report)?;
                writeln!(stdout)?;
            } else {
                writeln!(stdout)?;
                terminal::note(&summary(&timings));
            }
            // After the answer was printed: it is not lost if saving fails.
            if let Some(state) = &state {
                state.save(&engine, &tokens)?;
            }
            return Ok(match reason {
                FinishReason::Cancelled => ExitCode::from(INTERRUPTED),
                _ => ExitCode::SUCCESS,
            });
        }
        anyhow::bail!("the engine stopped before the answer was complete")
    }
}

/// Compiles the constraint of the structured output options.
fn constraint(
    text: &TextBundle,
    args: &StructuredOutputArgs,
) -> anyhow::Result<Option<Constraint>> {
    let grammar = match args {
        StructuredOutputArgs { json_schema_file: Some(path), .. } => {
            let schema = serde_json::from_str(&read_text("--json-schema-file", path)?);
            Grammar::JsonSchema(schema.with_context(|| path.display().to_string())?)
        }
        StructuredOutputArgs { regex: Some(regex), .. } => Grammar::Regex(regex.clone()),
        StructuredOutputArgs { grammar_file: Some(path), .. } => {
            Grammar::Lark(read_text("--grammar-file", path)?)
        }
        StructuredOutputArgs { .. } => return Ok(None),
    };
    Ok(Some(text.constraint(&grammar)?))
}

/// The file of `--prompt-cache`.
struct State<'a> {
    path: &'a Path,
    /// The sequence that an earlier run saved.
    old: Option<File>,
    /// Size of `old`.
    bytes: u64,
}

impl<'a> State<'a> {
    /// Opens the file and checks that its directory is writable, before any work.
    fn open(path: &'a Path) -> anyhow::Result<Self> {
        let at = || path.display().to_string();
        let (old, bytes) = match File::open(path) {
            Ok(file) => {
                let bytes = file.metadata().with_context(at)?.len();
                (Some(file), bytes)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => (None, 0),
            Err(error) => return Err(error).with_context(at),
        };
        drop(NewFile::create(path)?);
        Ok(Self { path, old, bytes })
    }

    /// Loads the saved sequence into the engine.
    fn load(&self, engine: &Engine) -> anyhow::Result<()> {
        let at = || self.path.display().to_string();
        let Some(old) = &self.old else { return Ok(()) };
        engine.load(&[], old.try_clone().with_context(at)?).with_context(|| {
            format!("{} (delete it, or pass another --prompt-cache)", self.path.display())
        })?;
        Ok(())
    }

    /// Saves the KV cache of `tokens`, as far as the engine still has it.
    fn save(&self, engine: &Engine, tokens: &[u32]) -> anyhow::Result<()> {
        let at = || self.path.display().to_string();
        let mut new = NewFile::create(self.path)?;
        let file = new.file().try_clone().with_context(at)?;
        match engine.save(&[], tokens, file).with_context(at)? {
            0 => Ok(()),
            _ => new.persist(true),
        }
    }
}

fn report(load: Duration, timings: &Timings) -> TimingsReport {
    let ms = |duration: Duration| duration.as_secs_f64() * 1e3;
    TimingsReport {
        load_ms: ms(load),
        prefill_ms: ms(timings.prefill),
        decode_ms: ms(timings.decode),
        prompt_tokens: timings.prompt_tokens,
        reused_tokens: timings.reused_tokens,
        generated_tokens: timings.generated_tokens,
        prefill_passes: timings.prefill_passes,
        prefill_rows: timings.prefill_rows,
        decode_passes: timings.decode_passes,
        decode_rows: timings.decode_rows,
    }
}

/// Returns one line with token counts and rates.
pub fn summary(timings: &Timings) -> String {
    let rate = |count: usize, time: Duration| count as f64 / time.as_secs_f64().max(1e-9);
    let Timings { prompt_tokens, reused_tokens, generated_tokens, .. } = *timings;
    let prefilled = prompt_tokens - reused_tokens;
    format!(
        "prompt {prefilled} tokens, {:.1} tokens/s; {generated_tokens} generated in {} passes of {} \
         rows, {:.1} tokens/s",
        rate(prefilled, timings.prefill),
        timings.decode_passes,
        timings.decode_rows.checked_div(timings.decode_passes).unwrap_or(0),
        rate(generated_tokens.saturating_sub(1), timings.decode),
    )
}
