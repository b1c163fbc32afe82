//! `plt chat` and `plt run`

mod conversation;
mod input;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use plt_runtime::{
    Backend, Cancel, Engine, Event, FinishReason, Message, Request, SamplingParams, TextBundle,
    TextModel, defaults,
};

use self::conversation::Conversation;
use self::input::{Input, Reader};
use super::generate::summary;
use super::{ModelCommand, SingleEngine, exit_interrupted, model_name, submit, with_model};
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
    with_model(&args.model, &args.device, Start { args: &args, or_complete })
}

const HELP: &str = "\
/help         print this list
/reset        clear the conversation; the system message stays
/system TEXT  start a new conversation with this system message; without TEXT, with none
/save FILE    save the conversation as JSON
/load FILE    continue a saved conversation
/quit         exit (also /exit, Ctrl-D, Ctrl-C twice)

End a line with \\ to continue the message on the next one, or put \"\"\" before and after several
lines. Ctrl-C stops an answer, and clears the line at the prompt.";

/// The commands, for the error that an unknown one gets.
const COMMANDS: &str = "/help, /reset, /system TEXT, /save FILE, /load FILE or /quit";

/// A message to the model, or a command.
enum Action {
    Say(String),
    Help,
    Reset,
    System(String),
    Save(PathBuf),
    Load(PathBuf),
    Quit,
    Unknown(String),
    Nothing,
}

impl Action {
    /// A command is one line that begins with `/` and a word of letters: not a path or a comment.
    fn parse(text: &str) -> Self {
        let line = text.trim();
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        let is_command = word.strip_prefix('/').is_some_and(|name| {
            !name.is_empty()
                && name.chars().all(|c| c.is_ascii_alphabetic())
                && !line.contains('\n')
        });
        match (word, rest) {
            ("", _) => Self::Nothing,
            _ if !is_command => Self::Say(line.to_owned()),
            ("/help", "") => Self::Help,
            ("/reset", "") => Self::Reset,
            ("/system", text) => Self::System(text.to_owned()),
            ("/save", file) if !file.is_empty() => Self::Save(home(file)),
            ("/load", file) if !file.is_empty() => Self::Load(home(file)),
            ("/quit" | "/exit", "") => Self::Quit,
            _ => Self::Unknown(line.chars().take(60).collect()),
        }
    }
}

/// Returns a path, with `~/` replaced by the home directory as in a shell.
fn home(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), std::env::var_os("HOME")) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => path.into(),
    }
}

struct Start<'a> {
    args: &'a ChatArgs,
    /// Whether a model without a chat template continues each message instead.
    or_complete: bool,
}

impl ModelCommand for Start<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let args = self.args;
        let name = model_name(args.model.model.as_deref());
        model.tokenizer().with_context(|| format!("cannot chat with {name}"))?;
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
        let sampling = args.sampling.over(defaults::CHAT.sampling(model.text()))?;
        describe_sampling(model.text(), &sampling);
        let engine = SingleEngine {
            positions: args.ctx_size.get(),
            saved_bytes: 0,
            chunk: args.prefill.chunk,
            max_draft_rows: args.speculation.max_draft_rows,
            kv_cache_dtype: args.cache.dtype(defaults::CHAT, &args.device.device),
        };
        let engine = engine.start(model)?;
        let reader = Reader::open(!args.no_history)?;
        let cancel = Cancel::default();
        stop_answer_on_ctrl_c(&cancel, reader.is_terminal())?;
        terminal::note(match completes {
            true => {
                "the model continues each message; /help lists commands, Ctrl-C stops the answer"
            }
            false => "/help lists commands; Ctrl-C stops the answer",
        });
        let conversation = Conversation::new(args.system_prompt.as_deref());
        Chat { args, engine, sampling, cancel, completes, conversation }.run(reader)
    }
}

/// Says how answers are sampled.
fn describe_sampling(text: &TextBundle, sampling: &SamplingParams) {
    let described = super::describe_sampling(sampling);
    match text.recommends_sampling() {
        true => terminal::note(&format!("sampling: {described}")),
        // Greedy by an option: nothing is taken from the defaults.
        false if sampling.temperature == 0.0 => {}
        false => terminal::warn(&format!(
            "the model recommends no sampling: using {described} (--temperature 0 is greedy)"
        )),
    }
}

/// Makes Ctrl-C cancel the answer, and end the program if it comes again before the next answer.
/// If the input is no terminal, Ctrl-C between answers ends the program too.
fn stop_answer_on_ctrl_c(cancel: &Cancel, is_terminal: bool) -> anyhow::Result<()> {
    let cancel = cancel.clone();
    if !is_terminal {
        // Reset when an answer begins.
        cancel.cancel();
    }
    ctrlc::set_handler(move || match cancel.is_cancelled() {
        true => exit_interrupted(),
        false => cancel.cancel(),
    })?;
    Ok(())
}

struct Chat<'a> {
    args: &'a ChatArgs,
    engine: Engine,
    sampling: SamplingParams,
    /// Cancels the answer.
    cancel: Cancel,
    /// Whether messages are continued instead of answered.
    completes: bool,
    conversation: Conversation,
}

impl Chat<'_> {
    fn run(mut self, mut reader: Reader) -> anyhow::Result<ExitCode> {
        let mut interrupted = false;
        loop {
            let input = reader.read()?;
            let action = match input {
                Input::End => return Ok(ExitCode::SUCCESS),
                Input::Interrupted if interrupted => return Ok(ExitCode::SUCCESS),
                Input::Interrupted => {
                    interrupted = true;
                    terminal::note("Ctrl-C again or Ctrl-D exits");
                    continue;
                }
                Input::Message { text, quoted: true } if !text.trim().is_empty() => {
                    Action::Say(text)
                }
                Input::Message { text, .. } => Action::parse(&text),
            };
            interrupted = false;
            if let Action::Quit = action {
                return Ok(ExitCode::SUCCESS);
            }
            if let Err(error) = self.act(action) {
                if crate::is_broken_pipe(&error) {
                    return Err(error);
                }
                terminal::print_error(&error);
            }
            if !reader.is_terminal() {
                // See `stop_answer_on_ctrl_c`.
                self.cancel.cancel();
            }
        }
    }

    fn act(&mut self, action: Action) -> anyhow::Result<()> {
        match action {
            Action::Nothing | Action::Quit => {}
            Action::Help => terminal::announce(HELP),
            Action::Unknown(line) => bail!("unknown command {line}: expected {COMMANDS}"),
            Action::Say(text) => self.say(text)?,
            _ if self.completes => {
                bail!("no conversation to change: the model has no chat template");
            }
            Action::Reset => self.conversation.reset(),
            Action::System(text) => {
                let text = Some(text).filter(|text| !text.is_empty());
                self.conversation = Conversation::new(text.as_deref());
            }
            Action::Save(file) => {
                self.conversation.save(&file)?;
                terminal::note(&format!("saved to {}", file.display()));
            }
            Action::Load(file) => {
                self.conversation = Conversation::load(&file)?;
                let messages = self.conversation.messages().len();
                terminal::note(&format!("{}: {messages} messages", file.display()));
            }
        }
        Ok(())
    }

    /// Answers a message. Without an answer, the conversation continues without the message.
    fn say(&mut self, text: String) -> anyhow::Result<()> {
        self.cancel.reset();
        if self.completes {
            let prompt = self.engine.text().tokenizer()?.encode(&text, true)?;
            if prompt.len() >= self.engine.context() {
                bail!("{}", self.too_long(prompt.len()));
            }
            self.answer(prompt)?;
            return Ok(());
        }
        self.conversation.push("user", text);
        match self.prompt().and_then(|prompt| self.answer(prompt)) {
            Ok(answer) => self.conversation.push("assistant", answer),
            Err(error) => {
                self.conversation.pop();
                return Err(error);
            }
        }
        Ok(())
    }

    /// Returns the prompt of the conversation. Drops the oldest turns if there is no room for them
    /// and an answer.
    fn prompt(&mut self) -> anyhow::Result<Vec<u32>> {
        let context = self.engine.context();
        let answer = self.args.max_tokens.min(context / 4).max(1);
        let text = self.engine.text();
        let render = |messages: &[Message]| {
            let text_of_prompt = text.chat_template()?.render(messages, true)?;
            Ok(text.tokenizer()?.encode(&text_of_prompt, false)?)
        };
        // The last message may take the room of the answer.
        let fits = |prompt: &Vec<u32>, is_last: bool| {
            prompt.len() + if is_last { 1 } else { answer } <= context
        };
        let (prompt, removed) = self.conversation.fit(render, fits)?;
        let Some(prompt) = prompt else {
            let messages = self.conversation.messages();
            let alone = render(&messages[messages.len() - 1..]);
            bail!("{}", self.too_long(alone.map_or(context, |prompt| prompt.len())));
        };
        if removed > 0 {
            terminal::warn(&format!(
                "the context of {context} tokens is full: dropped the {removed} oldest messages \
                 (/reset clears the conversation, --ctx-size sets the context)"
            ));
        }
        Ok(prompt)
    }

    fn too_long(&self, tokens: usize) -> String {
        format!(
            "the message has {tokens} tokens, and the context {} for it and the answer: shorten it, \
             or set --ctx-size",
            self.engine.context()
        )
    }

    /// Streams one answer to standard output and returns its text.
    fn answer(&self, prompt: Vec<u32>) -> anyhow::Result<String> {
        let engine = &self.engine;
        let request = Request::new(prompt)
            .max_tokens(self.args.max_tokens)
            .sampling(self.sampling)
            .eos(engine.text().eos().to_vec())
            .cancel(self.cancel.clone());
        let mut stdout = std::io::stdout().lock();
        let mut content = String::new();
        for event in submit(engine, request, self.args.prefill.chunk)? {
            let (piece, end) = match event? {
                Event::Token { text, .. } => (text, None),
                Event::Finished { text, timings, reason, .. } => (text, Some((timings, reason))),
            };
            stdout.write_all(piece.as_bytes())?;
            stdout.flush()?;
            content.push_str(&piece);
            if let Some((timings, reason)) = end {
                writeln!(stdout)?;
                terminal::note(&summary(&timings));
                if reason == FinishReason::Length {
                    terminal::note(&match timings.generated_tokens < self.args.max_tokens {
                        true => format!(
                            "the answer ends with the context of {} tokens (--ctx-size)",
                            engine.context()
                        ),
                        false => {
                            format!(
                                "the answer ends after {} tokens (--max-tokens)",
                                self.args.max_tokens
                            )
                        }
                    });
                }
            }
        }
        Ok(content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn command_is_one_line_with_a_word_of_letters() {
        for text in ["/usr/bin/env is what?", "// a comment", "/", "/reset\nnow", "a /reset", "/1"]
        {
            assert!(matches!(Action::parse(text), Action::Say(said) if said == text), "{text}");
        }
        for text in ["/nonsense", "/save", "/load  ", "/reset now", "/help me", "/HELP"] {
            assert!(matches!(Action::parse(text), Action::Unknown(_)), "{text}");
        }
        assert!(matches!(Action::parse("  /reset "), Action::Reset));
        assert!(matches!(Action::parse("/exit"), Action::Quit));
        assert!(
            matches!(Action::parse("/save my chat.json"), Action::Save(p) if p == Path::new("my chat.json"))
        );
        assert!(
            matches!(Action::parse("/system Be brief. "), Action::System(text) if text == "Be brief.")
        );
        assert!(matches!(Action::parse(" \t"), Action::Nothing));
    }
}
