//! `plt generate`

use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use plt_runtime::{
    Backend, Constraint, Engine, Event, FinishReason, Grammar, Request, TextBundle, TextModel,
    Timings,
};
use serde::Serialize;

use super::{
    INTERRUPTED, Task, cancel_on_ctrl_c, prompt_ids, read_text, single_engine, with_model,
};
use crate::args::{FormArgs, GenerateArgs};
use crate::new_file::NewFile;
use crate::terminal;

pub fn run(args: GenerateArgs) -> anyhow::Result<ExitCode> {
    let started = Instant::now();
    with_model(&args.model, Generate { args: &args, started })
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
    decode_passes: usize,
    decode_rows: usize,
}

impl Task for Generate<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let Generate { args, started } = self;
        let load = started.elapsed();
        let text = Arc::clone(model.text());
        let prompt = prompt_ids(&text, &args.prompt)?;
        let positions = prompt.len().saturating_add(args.max_tokens);
        let request = Request::new(prompt.clone())
            .max_tokens(args.max_tokens)
            .sampling(args.sampling.over(text.sampling()))
            .stop(args.stop.clone())
            .constraint(constraint(&text, &args.form)?)
            .eos(if args.ignore_eos { Vec::new() } else { text.eos().to_vec() })
            .cancel(cancel_on_ctrl_c()?);
        let state = args.prompt_cache.as_deref().map(State::open).transpose()?;
        let saved = state.as_ref().map_or(0, |state| state.bytes);
        let engine = single_engine(model, positions, saved, &args.engine, &args.model)?;
        if let Some(state) = &state {
            state.load(&engine)?;
        }

        let mut stdout = std::io::stdout().lock();
        let (mut ids, mut text) = (Vec::new(), String::new());
        for event in engine.submit(request)? {
            let (piece, end) = match event? {
                Event::Token { id, text, .. } => {
                    ids.push(id);
                    (text, None)
                }
                Event::Finished { reason, text, timings, .. } => (text, Some((reason, timings))),
            };
            text.push_str(&piece);
            if !args.json {
                stdout.write_all(piece.as_bytes())?;
                stdout.flush()?;
            }
            let Some((reason, timings)) = end else { continue };
            let tokens = [&prompt[..], &ids].concat();
            if args.json {
                let timings = report(load, &timings);
                let finish_reason = reason.name();
                let report = Report { prompt_ids: &prompt, ids, text, finish_reason, timings };
                serde_json::to_writer(&mut stdout, &report)?;
                writeln!(stdout)?;
            } else {
                writeln!(stdout)?;
                terminal::note(&summary(&timings));
            }
            // Last: the answer is there even if this fails.
            if let Some(state) = &state {
                state.save(&engine, &tokens)?;
            }
            return Ok(match reason {
                FinishReason::Cancelled => ExitCode::from(INTERRUPTED),
                _ => ExitCode::SUCCESS,
            });
        }
        anyhow::bail!("the generation ended without saying why")
    }
}

/// What the answer must look like, if that was said.
fn constraint(text: &TextBundle, form: &FormArgs) -> anyhow::Result<Option<Constraint>> {
    let grammar = match form {
        FormArgs { json_schema: Some(path), .. } => {
            let schema = serde_json::from_str(&read_text(path)?);
            Grammar::JsonSchema(schema.with_context(|| path.display().to_string())?)
        }
        FormArgs { regex: Some(regex), .. } => Grammar::Regex(regex.clone()),
        FormArgs { grammar: Some(path), .. } => Grammar::Lark(read_text(path)?),
        FormArgs { .. } => return Ok(None),
    };
    Ok(Some(text.constraint(&grammar)?))
}

/// The file of `--prompt-cache`.
struct State<'a> {
    path: &'a Path,
    /// What an earlier run left, if there was one.
    old: Option<File>,
    /// Bytes of that.
    bytes: u64,
}

impl<'a> State<'a> {
    /// A place that cannot be written to is known before the work, not after.
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
        drop(NewFile::beside(path)?);
        Ok(Self { path, old, bytes })
    }

    /// Brings back what an earlier run left.
    fn load(&self, engine: &Engine) -> anyhow::Result<()> {
        let at = || self.path.display().to_string();
        let Some(old) = &self.old else { return Ok(()) };
        engine.load(&[], old.try_clone().with_context(at)?).with_context(at)?;
        Ok(())
    }

    /// Leaves what the engine has computed of these tokens.
    fn save(&self, engine: &Engine, tokens: &[u32]) -> anyhow::Result<()> {
        let at = || self.path.display().to_string();
        let mut new = NewFile::beside(self.path)?;
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
        decode_passes: timings.decode_passes,
        decode_rows: timings.decode_rows,
    }
}

/// One line on where the time went.
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
