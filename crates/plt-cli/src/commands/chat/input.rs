//! Messages from a terminal, with editing and history, or from another input, line by line.

use std::io::{BufRead as _, ErrorKind, IsTerminal as _, Read as _, Stdin};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use rustyline::error::ReadlineError;
use rustyline::{Behavior, DefaultEditor};

use crate::terminal;

/// Maximum length of a line in bytes, for input that is no terminal.
const MAX_LINE: u64 = 16 << 20;
/// Messages kept in the history file.
const HISTORY: usize = 1000;
/// Default path of the history file, below the user's state directory.
const NAME: &str = "plt/history";
const PROMPT: &str = "> ";
/// The prompt of a message's further lines.
const MORE: &str = ". ";

/// The result of reading a message.
pub enum Input {
    Message {
        text: String,
        /// Whether the text was given between `"""`: it is never a command.
        quoted: bool,
    },
    /// Ctrl-C at the prompt.
    Interrupted,
    /// Ctrl-D, or the end of the input.
    End,
}

/// Reads messages.
pub enum Reader {
    Terminal { editor: Box<DefaultEditor>, history: Option<PathBuf> },
    Lines(Stdin),
}

/// One line, without its end.
enum Line {
    Text(String),
    Interrupted,
    End,
    /// Bytes that are not UTF-8, typed in a terminal.
    Invalid,
}

impl Reader {
    /// Opens standard input. In a terminal, `keep_history` reads earlier input from the history file.
    pub fn open(keep_history: bool) -> anyhow::Result<Self> {
        let stdin = std::io::stdin();
        if !stdin.is_terminal() {
            return Ok(Self::Lines(stdin));
        }
        let behavior = match std::io::stdout().is_terminal() {
            true => Behavior::Stdio,
            // The prompt must not get into the file or pipe of the answers.
            false => Behavior::PreferTerm,
        };
        let config = rustyline::Config::builder()
            .behavior(behavior)
            .max_history_size(HISTORY)?
            .history_ignore_dups(true)?
            .history_ignore_space(true)
            .build();
        let mut editor = DefaultEditor::with_config(config)?;
        let history = if keep_history { history_file() } else { None };
        let history = history.filter(|path| match editor.load_history(path) {
            Ok(()) => true,
            Err(ReadlineError::Io(error)) if error.kind() == ErrorKind::NotFound => true,
            Err(error) => {
                terminal::warn(&format!("{}: history not used: {error}", path.display()));
                false
            }
        });
        Ok(Self::Terminal { editor: Box::new(editor), history })
    }

    /// Whether a user types the messages.
    pub fn is_terminal(&self) -> bool {
        matches!(self, Self::Terminal { .. })
    }

    /// Reads a message of one or more lines.
    pub fn read(&mut self) -> anyhow::Result<Input> {
        let mut lines = Lines::default();
        loop {
            let prompt = if lines.is_empty() { PROMPT } else { MORE };
            let complete = match self.line(prompt)? {
                Line::Text(line) => lines.push(&line),
                Line::Interrupted => return Ok(Input::Interrupted),
                Line::End if lines.is_empty() => return Ok(Input::End),
                Line::End => true,
                Line::Invalid => {
                    terminal::warn("the input is not UTF-8: line ignored");
                    lines = Lines::default();
                    false
                }
            };
            if complete {
                let (text, quoted) = lines.finish();
                self.remember(&text);
                return Ok(Input::Message { text, quoted });
            }
        }
    }

    fn line(&mut self, prompt: &str) -> anyhow::Result<Line> {
        match self {
            Self::Terminal { editor, .. } => match editor.readline(prompt) {
                Ok(line) => Ok(Line::Text(line)),
                Err(ReadlineError::Eof) => Ok(Line::End),
                Err(ReadlineError::Interrupted) => Ok(Line::Interrupted),
                Err(ReadlineError::Io(error)) if error.kind() == ErrorKind::InvalidData => {
                    discard_typed();
                    Ok(Line::Invalid)
                }
                Err(error) => Err(error).context("cannot read the terminal"),
            },
            Self::Lines(stdin) => {
                let mut bytes = Vec::new();
                let mut input = stdin.lock().take(MAX_LINE + 1);
                let read = input.read_until(b'\n', &mut bytes).context("standard input")?;
                if read == 0 {
                    return Ok(Line::End);
                }
                if bytes.len() as u64 > MAX_LINE {
                    bail!("standard input: expected lines of at most {MAX_LINE} bytes");
                }
                let line = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
                let line = line.strip_suffix(b"\r").unwrap_or(line);
                let text = String::from_utf8_lossy(line);
                if text.contains('\u{fffd}') && std::str::from_utf8(line).is_err() {
                    terminal::warn("the input is not UTF-8: invalid bytes replaced by U+FFFD");
                }
                Ok(Line::Text(text.into_owned()))
            }
        }
    }

    /// Adds a message to the history and to its file, which is not used again if that fails.
    fn remember(&mut self, text: &str) {
        let Self::Terminal { editor, history } = self else { return };
        if text.trim().is_empty() || editor.add_history_entry(text).is_err() {
            return;
        }
        if let Some(path) = &*history
            && append_history(editor, path).is_err()
        {
            *history = None;
        }
    }
}

fn append_history(editor: &mut DefaultEditor, path: &Path) -> anyhow::Result<()> {
    if let Some(dir) = path.parent() {
        std::fs::create_dir_all(dir)?;
    }
    Ok(editor.append_history(path)?)
}

/// Returns the path of the history file; `None` without a home directory.
fn history_file() -> Option<PathBuf> {
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let state = variable("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let state = state.or_else(|| Some(Path::new(&variable("HOME")?).join(".local/state")))?;
    Some(state.join(NAME))
}

/// Discards the rest of a paste in another encoding: it would be taken for further messages.
fn discard_typed() {
    #[cfg(unix)]
    {
        use nix::sys::termios::{FlushArg, tcflush};
        // The terminal may still be sending.
        std::thread::sleep(std::time::Duration::from_millis(100));
        let _ = tcflush(std::io::stdin(), FlushArg::TCIFLUSH);
    }
}

const QUOTES: &str = "\"\"\"";

/// Joins the lines of a message: after a line that ends in a backslash another one follows, and
/// lines between `"""` belong together.
#[derive(Default)]
struct Lines {
    text: Option<String>,
    quoted: bool,
}

impl Lines {
    fn is_empty(&self) -> bool {
        self.text.is_none()
    }

    /// Adds a line. Returns whether the message is complete.
    fn push(&mut self, line: &str) -> bool {
        let opened = match (&self.text, line.trim_start().strip_prefix(QUOTES)) {
            (None, Some(rest)) => {
                self.quoted = true;
                Some(rest)
            }
            _ => None,
        };
        let line = opened.unwrap_or(line);
        let (line, complete) = if self.quoted {
            match line.trim_end().strip_suffix(QUOTES) {
                Some(last) => (last, true),
                None => (line, false),
            }
        } else {
            // Two backslashes are two backslashes.
            let slashes = line.len() - line.trim_end_matches('\\').len();
            match slashes % 2 {
                1 => (&line[..line.len() - 1], false),
                _ => (line, true),
            }
        };
        match &mut self.text {
            Some(text) => {
                // The line of the opening quotes is no line of the text if nothing follows them.
                if !(self.quoted && text.is_empty()) {
                    text.push('\n');
                }
                text.push_str(line);
            }
            None => self.text = Some(line.to_owned()),
        }
        complete
    }

    /// Returns the text, and whether it was quoted.
    fn finish(self) -> (String, bool) {
        let text = self.text.unwrap_or_default();
        match self.quoted {
            // The line of the closing quotes, likewise.
            true => (text.strip_suffix('\n').map(str::to_owned).unwrap_or(text), true),
            false => (text, false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Joins all lines; the last one must complete the message, and no other.
    fn join(lines: &[&str]) -> (String, bool) {
        let mut message = Lines::default();
        let complete: Vec<bool> = lines.iter().map(|line| message.push(line)).collect();
        let mut expected = vec![false; lines.len()];
        *expected.last_mut().expect("a line") = true;
        assert_eq!(complete, expected, "{lines:?}");
        message.finish()
    }

    #[test]
    fn lines_after_a_backslash_are_joined() {
        assert_eq!(join(&["one"]), ("one".to_owned(), false));
        assert_eq!(join(&["one\\", "two\\", "three"]), ("one\ntwo\nthree".to_owned(), false));
        assert_eq!(join(&["\\", "x"]), ("\nx".to_owned(), false));
        assert_eq!(join(&["C:\\\\"]), ("C:\\\\".to_owned(), false));
        // A paste: only the end of its last line counts.
        assert_eq!(join(&["a \\\nb"]), ("a \\\nb".to_owned(), false));
    }

    #[test]
    fn lines_between_quotes_are_joined() {
        let quoted = |text: &str| (text.to_owned(), true);
        assert_eq!(join(&["\"\"\"one\"\"\""]), quoted("one"));
        assert_eq!(join(&["\"\"\"", "def f():", "    return 1\\", "\"\"\""]), {
            quoted("def f():\n    return 1\\")
        });
        assert_eq!(join(&["  \"\"\"a", "", "b\"\"\"  "]), quoted("a\n\nb"));
        assert_eq!(join(&["\"\"\"", "\"\"\""]), quoted(""));
        assert_eq!(join(&["\"\"\"/reset\"\"\""]), quoted("/reset"));
        // Quotes elsewhere mean nothing.
        assert_eq!(join(&["x = \"\"\""]), ("x = \"\"\"".to_owned(), false));
    }
}
