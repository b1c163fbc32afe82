//! `plt chat`

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Context as _;
use plt_runtime::{Backend, Cancel, Engine, Event, Message, Request, TextModel};
use rustyline::error::ReadlineError;

use super::generate::summary;
use super::{Task, single_engine, with_model};
use crate::args::ChatArgs;
use crate::terminal;

pub fn run(args: ChatArgs) -> anyhow::Result<ExitCode> {
    with_model(&args.model, Chat { args: &args })
}

struct Chat<'a> {
    args: &'a ChatArgs,
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
        model.chat_template().with_context(|| {
            format!(
                "{} cannot chat: name an instruct model with --model",
                super::model_name(&args.model)
            )
        })?;
        let engine = single_engine(model, args.context, &args.engine, &args.model)?;
        let system = |text: &str| Message { role: "system".into(), content: text.into() };
        let mut messages: Vec<Message> = args.system.iter().map(|text| system(text)).collect();

        let cancel = Cancel::default();
        let on_ctrl_c = cancel.clone();
        ctrlc::set_handler(move || on_ctrl_c.cancel())?;
        let mut editor = rustyline::DefaultEditor::new()?;
        terminal::note("/reset, /system TEXT, /quit; Ctrl-C stops an answer");
        loop {
            let line = match editor.readline("> ") {
                Ok(line) => line,
                Err(ReadlineError::Eof | ReadlineError::Interrupted) => {
                    return Ok(ExitCode::SUCCESS);
                }
                Err(error) => return Err(error).context("reading the terminal"),
            };
            match Input::parse(&line) {
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
                    messages.push(Message { role: "user".into(), content: text });
                    cancel.reset();
                    match answer(&engine, &messages, args, &cancel) {
                        Ok(content) => {
                            messages.push(Message { role: "assistant".into(), content });
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

/// Streams one answer to standard output and returns it.
fn answer(
    engine: &Engine,
    messages: &[Message],
    args: &ChatArgs,
    cancel: &Cancel,
) -> anyhow::Result<String> {
    let text = engine.text();
    let prompt = text.chat_template()?.render(messages, true)?;
    let request = Request {
        max_tokens: args.max_tokens,
        sampling: args.sampling.over(text.sampling()),
        eos: text.eos().to_vec(),
        cancel: cancel.clone(),
        ..Request::new(text.tokenizer()?.encode(&prompt, false)?)
    };
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
