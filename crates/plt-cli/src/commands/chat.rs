//! `plt chat`

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Context as _;
use plt_runtime::{Backend, Cancel, Engine, Event, Message, Request, TextModel};
use rustyline::error::ReadlineError;

use super::generate::summary;
use super::{Task, single_engine, with_model};
use crate::args::{ChatArgs, RunArgs};
use crate::terminal;

pub fn run(args: ChatArgs) -> anyhow::Result<ExitCode> {
    with_model(&args.model, Chat { args: &args, or_complete: false })
}

/// `plt run`
pub fn run_or_complete(args: RunArgs) -> anyhow::Result<ExitCode> {
    let RunArgs { name, mut chat } = args;
    chat.model.model = name.or(chat.model.model);
    with_model(&chat.model, Chat { args: &chat, or_complete: true })
}

struct Chat<'a> {
    args: &'a ChatArgs,
    /// Whether a model without a chat template goes on with what is written.
    or_complete: bool,
}

/// What a line of input asks for.
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

impl Task for Chat<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let args = self.args;
        let completes = self.or_complete && model.chat_template().is_err();
        if !completes {
            model.chat_template().with_context(|| {
                format!(
                    "{} cannot chat: name an instruct model with --model",
                    super::model_name(&args.model)
                )
            })?;
        }
        if completes && args.system.is_some() {
            terminal::warn(&format!(
                "{} has no chat template: nothing is made of the system message",
                super::model_name(&args.model)
            ));
        }
        let engine = single_engine(model, args.context, 0, &args.engine, &args.model)?;
        let system = |text: &str| Message::new("system", text);
        let mut messages: Vec<Message> = args.system.iter().map(|text| system(text)).collect();

        let cancel = Cancel::default();
        let on_ctrl_c = cancel.clone();
        ctrlc::set_handler(move || on_ctrl_c.cancel())?;
        let mut editor = rustyline::DefaultEditor::new()?;
        terminal::note(match completes {
            true => "the model goes on with what you write; /quit; Ctrl-C stops it",
            false => "/reset, /system TEXT, /quit; Ctrl-C stops an answer",
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
                    terminal::warn("there is no conversation: the model has no chat template");
                }
                Input::Nothing => {}
                Input::Quit => return Ok(ExitCode::SUCCESS),
                Input::Unknown(word) => terminal::warn(&format!(
                    "{word} is no command; there are /reset, /system TEXT and /quit"
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
                            // The question is taken back, the conversation goes on.
                            terminal::print_error(&error);
                            messages.pop();
                        }
                    }
                }
            }
        }
    }
}

/// What an answer goes on from.
enum Prompt<'a> {
    Conversation(&'a [Message]),
    Line(&'a str),
}

/// Streams one answer to standard output and returns it.
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
