//! `plt chat` and `plt run`

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Context as _;
use plt_runtime::{Backend, Cancel, Engine, Event, Message, Request, TextModel, defaults};
use rustyline::error::ReadlineError;

use super::generate::summary;
use super::{ModelCommand, SingleEngine, model_name, with_model};
use crate::args::ChatArgs;
use crate::terminal;

/// `plt chat`
pub fn run(args: ChatArgs) -> anyhow::Result<ExitCode> {
    start(args, false)
}

/// `plt run`
pub fn run_or_complete(args: ChatArgs) -> anyhow::Result<ExitCode> {
    start(args, true)
}

fn start(mut args: ChatArgs, or_complete: bool) -> anyhow::Result<ExitCode> {
    args.model.model = args.path.take().or(args.model.model);
    with_model(&args.model, &args.device, Chat { args: &args, or_complete })
}

struct Chat<'a> {
    args: &'a ChatArgs,
    /// Whether a model without a chat template continues each line instead.
    or_complete: bool,
}

/// A line of input.
enum Input {
    Say(String),
    Reset,
    System(String),
    Quit,
    Unknown(String),
    Nothing,
}

impl Input {
    fn parse(line: &str) -> Self {
        let line = line.trim();
        match line.split_once(char::is_whitespace).unwrap_or((line, "")) {
            ("", _) => Input::Nothing,
            ("/reset", "") => Input::Reset,
            ("/system", text) => Input::System(text.trim().to_owned()),
            ("/quit" | "/exit", "") => Input::Quit,
            (word, _) if word.starts_with('/') => Input::Unknown(word.to_owned()),
            _ => Input::Say(line.to_owned()),
        }
    }
}

impl ModelCommand for Chat<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let args = self.args;
        let name = model_name(args.model.model.as_deref());
        let completes = self.or_complete && model.chat_template().is_err();
        if !completes {
            model.chat_template().with_context(|| {
                format!(
                    "cannot chat with {name} (set --model to an instruct model, or use plt run)"
                )
            })?;
        }
        if completes && args.system_prompt.is_some() {
            terminal::warn(&format!("{name} has no chat template: ignoring --system-prompt"));
        }
        args.sampling.over(model.text().sampling()).validate()?;
        let engine = SingleEngine {
            positions: args.ctx_size,
            saved_bytes: 0,
            chunk: args.prefill.chunk,
            max_draft_rows: args.speculation.max_draft_rows,
            kv_cache_dtype: args.cache.dtype(defaults::CHAT, &args.device.device),
        };
        let engine = engine.start(model)?;
        let system = |text: &str| Message::new("system", text);
        let mut messages: Vec<Message> =
            args.system_prompt.iter().map(|text| system(text)).collect();

        let cancel = Cancel::default();
        let on_ctrl_c = cancel.clone();
        ctrlc::set_handler(move || on_ctrl_c.cancel())?;
        let mut editor = rustyline::DefaultEditor::new()?;
        terminal::note(match completes {
            true => "enter a line for the model to continue; /quit exits; Ctrl-C stops the answer",
            false => "commands: /reset, /system TEXT, /quit; Ctrl-C stops the answer",
        });
        loop {
            let line = match editor.readline("> ") {
                Ok(line) => line,
                Err(ReadlineError::Eof | ReadlineError::Interrupted) => {
                    return Ok(ExitCode::SUCCESS);
                }
                Err(error) => return Err(error).context("reading the terminal"),
            };
            match Input::parse(&line) {
                Input::Reset | Input::System(_) if completes => {
                    terminal::warn("no conversation to change: the model has no chat template");
                }
                Input::Nothing => {}
                Input::Quit => return Ok(ExitCode::SUCCESS),
                Input::Unknown(word) => terminal::warn(&format!(
                    "unknown command {word}: expected /reset, /system TEXT or /quit"
                )),
                Input::Reset => messages.retain(|message| message.role == "system"),
                Input::System(text) => {
                    messages = if text.is_empty() { Vec::new() } else { vec![system(&text)] };
                }
                Input::Say(text) => {
                    editor.add_history_entry(&line)?;
                    let line = text.clone();
                    messages.push(Message::new("user", text));
                    cancel.reset();
                    let prompt = match completes {
                        true => Prompt::Line(&line),
                        false => Prompt::Conversation(&messages),
                    };
                    match answer(&engine, prompt, args, &cancel) {
                        Ok(content) => {
                            messages.push(Message::new("assistant", content));
                        }
                        Err(error) => {
                            // The conversation continues without the failed question.
                            terminal::print_error(&error);
                            messages.pop();
                        }
                    }
                }
            }
        }
    }
}

/// The prompt of one answer.
enum Prompt<'a> {
    Conversation(&'a [Message]),
    Line(&'a str),
}

/// Streams one answer to standard output and returns its text.
fn answer(
    engine: &Engine,
    prompt: Prompt<'_>,
    args: &ChatArgs,
    cancel: &Cancel,
) -> anyhow::Result<String> {
    let text = engine.text();
    let tokenizer = text.tokenizer()?;
    let prompt = match prompt {
        Prompt::Conversation(messages) => {
            tokenizer.encode(&text.chat_template()?.render(messages, true)?, false)?
        }
        Prompt::Line(line) => tokenizer.encode(line, true)?,
    };
    let request = Request::new(prompt)
        .max_tokens(args.max_tokens)
        .sampling(args.sampling.over(text.sampling()))
        .eos(text.eos().to_vec())
        .cancel(cancel.clone());
    let mut stdout = std::io::stdout().lock();
    let mut content = String::new();
    for event in engine.submit(request)? {
        let (piece, end) = match event? {
            Event::Token { text, .. } => (text, None),
            Event::Finished { text, timings, .. } => (text, Some(timings)),
        };
        stdout.write_all(piece.as_bytes())?;
        stdout.flush()?;
        content.push_str(&piece);
        if let Some(timings) = end {
            writeln!(stdout)?;
            terminal::note(&summary(&timings));
        }
    }
    Ok(content)
}
