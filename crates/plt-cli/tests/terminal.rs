//! `plt chat`, `plt run` and `plt generate` in a terminal.
#![cfg(unix)]

mod support;

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use support::terminal::Terminal;
use support::{fixture, plt, stderr_line};

const CTRL_C: &str = "\x03";
const CTRL_D: &str = "\x04";
const UP: &str = "\x1b[A";

/// `plt chat` with a small model, greedy, its state in `dir`.
fn chat_command(dir: &Path, args: &[&str]) -> Command {
    let mut command = support::command();
    command.args(["chat", &fixture("plt-r2-hidden-w64"), "--temperature", "0"]).args(args);
    command.env("XDG_STATE_HOME", dir).current_dir(dir);
    command
}

/// Starts a chat and waits for its prompt.
fn chat(dir: &Path, args: &[&str]) -> Terminal {
    let mut terminal = Terminal::start(chat_command(dir, args));
    terminal.wait_for_prompt();
    terminal
}

/// Saves the conversation and returns its messages: roles and contents.
fn saved(terminal: &mut Terminal, dir: &Path) -> Vec<(String, String)> {
    terminal.enter("/save chat.json");
    let json = std::fs::read(dir.join("chat.json")).expect("the file of /save");
    let value: Value = serde_json::from_slice(&json).expect("JSON");
    let messages = value["messages"].as_array().expect("messages").iter();
    let text = |message: &Value, key: &str| message[key].as_str().expect("a string").to_owned();
    messages.map(|message| (text(message, "role"), text(message, "content"))).collect()
}

/// Returns what the user said.
fn said(terminal: &mut Terminal, dir: &Path) -> Vec<String> {
    let messages = saved(terminal, dir).into_iter();
    messages.filter(|(role, _)| role == "user").map(|(_, text)| text).collect()
}

#[test]
fn chat_joins_lines_and_pastes_to_one_message() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut terminal = chat(dir.path(), &["-n", "4"]);
    terminal.enter("one\\");
    terminal.enter("two");
    terminal.enter("\"\"\"");
    terminal.enter("def f():");
    terminal.enter("    return 1");
    terminal.enter("\"\"\"");
    // A paste keeps its lines, backslashes included.
    terminal.enter("\x1b[200~make \\\r  all\x1b[201~");
    let expected = ["one\ntwo", "def f():\n    return 1", "make \\\n  all"];
    assert_eq!(said(&mut terminal, dir.path()), expected);
    terminal.send(CTRL_D);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn chat_ctrl_c_at_the_prompt_clears_the_line() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut terminal = chat(dir.path(), &["-n", "4"]);
    for lines in [&["dropped"][..], &["dropped\\", "too"]] {
        for line in &lines[..lines.len() - 1] {
            terminal.enter(line);
        }
        terminal.send(lines[lines.len() - 1]);
        terminal.send(CTRL_C);
        assert!(terminal.wait_for_prompt().contains("Ctrl-C again or Ctrl-D exits"));
        // The next message begins anew, and a single Ctrl-C after it does not exit.
        terminal.enter("kept");
    }
    assert_eq!(said(&mut terminal, dir.path()), ["kept", "kept"]);
    terminal.send(CTRL_C);
    terminal.wait_for_prompt();
    terminal.send(CTRL_C);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn chat_ctrl_c_stops_the_answer_only() {
    let dir = tempfile::tempdir().expect("a folder");
    // Slow, and without an end.
    let slow = ["--device", "reference", "-n", "100000"];
    let mut terminal = chat(dir.path(), &slow);
    terminal.send("hello\r");
    // The answer has begun when the line editor has left the terminal.
    terminal.wait_for("\x1b[?2004l");
    std::thread::sleep(std::time::Duration::from_millis(100));
    terminal.send(CTRL_C);
    let summary = terminal.wait_for_prompt();
    assert!(summary.contains("generated in"), "{summary}");
    assert!(!summary.contains("the answer ends"), "it was not stopped: {summary}");
    let messages = saved(&mut terminal, dir.path());
    assert_eq!(messages[0], ("user".to_owned(), "hello".to_owned()));
    assert_eq!(messages[1].0, "assistant");
    terminal.send("/quit\r");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn chat_keeps_history_between_runs() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut terminal = chat(dir.path(), &["-n", "4"]);
    terminal.enter("first\\");
    terminal.enter("message");
    terminal.enter(" a secret");
    terminal.send(CTRL_D);
    assert_eq!(terminal.end().0, 0);
    assert!(dir.path().join("plt/history").exists());

    let mut terminal = chat(dir.path(), &["-n", "4"]);
    terminal.enter(UP);
    assert_eq!(said(&mut terminal, dir.path()), ["first\nmessage"]);
    terminal.send(CTRL_D);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn chat_runs_without_history() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut terminal = chat(dir.path(), &["-n", "4", "--no-history"]);
    terminal.enter("hello");
    terminal.send(CTRL_D);
    assert_eq!(terminal.end().0, 0);
    assert!(!dir.path().join("plt").exists());

    // A state directory that cannot be written is no error.
    let file = dir.path().join("file");
    std::fs::write(&file, "").expect("written");
    let mut command = chat_command(dir.path(), &["-n", "4"]);
    command.env("XDG_STATE_HOME", &file);
    let mut terminal = Terminal::start(command);
    terminal.wait_for_prompt();
    terminal.enter("hello");
    terminal.enter("again");
    assert_eq!(said(&mut terminal, dir.path()), ["hello", "again"]);
    terminal.send(CTRL_D);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn chat_ignores_a_line_with_a_bad_byte() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut terminal = chat(dir.path(), &["-n", "4"]);
    terminal.send(b"caf\xe9 au lait\r");
    assert!(terminal.wait_for_prompt().contains("not UTF-8"));
    // A paste of many lines in another encoding: none of them is a message.
    let lines = b"gr\xfc\xdfe\rand more\r".repeat(40);
    terminal.send([b"\x1b[200~", &lines[..], b"\x1b[201~\r"].concat());
    assert!(terminal.wait_for_prompt().contains("not UTF-8"));
    terminal.enter("hello");
    assert_eq!(said(&mut terminal, dir.path()), ["hello"]);
    terminal.send(CTRL_D);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn chat_drops_the_oldest_messages_when_the_context_is_full() {
    let dir = tempfile::tempdir().expect("a folder");
    let args = ["-n", "8", "--ctx-size", "160", "--system-prompt", "Be brief."];
    let mut terminal = chat(dir.path(), &args);
    let mut notes = 0;
    for turn in 0..8 {
        let output = terminal.enter(format!("question {turn}"));
        notes += usize::from(output.contains("context of 160 tokens is full: dropped the"));
        assert!(output.contains("generated in"), "{output}");
    }
    assert!(notes > 0);
    let messages = saved(&mut terminal, dir.path());
    assert_eq!(messages[0], ("system".to_owned(), "Be brief.".to_owned()));
    assert_eq!(messages[1].0, "user");
    assert!(messages.len() < 17 && !messages.iter().any(|(_, text)| text == "question 0"));
    assert_eq!(messages[messages.len() - 2].1, "question 7");

    // A message that does not fit alone is an error, and the chat continues.
    let output = terminal.enter("x".repeat(400));
    assert!(output.contains("the message has") && output.contains("--ctx-size"), "{output}");
    assert_eq!(saved(&mut terminal, dir.path()), messages);
    // An answer that the context ends says so.
    terminal.enter("/reset");
    assert_eq!(saved(&mut terminal, dir.path()).len(), 1);
    terminal.send(CTRL_D);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn chat_saves_and_loads_conversations() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut terminal = chat(dir.path(), &["-n", "4"]);
    terminal.enter("hello");
    let before = saved(&mut terminal, dir.path());
    terminal.enter("/reset");
    terminal.enter("/load chat.json");
    assert_eq!(saved(&mut terminal, dir.path()), before);
    assert!(terminal.enter("/load none.json").contains("none.json"));
    assert!(terminal.enter("/save").contains("expected /help"));
    assert!(terminal.enter("/help").contains("/load FILE"));
    assert_eq!(saved(&mut terminal, dir.path()), before);
    terminal.send(CTRL_D);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn generate_echoes_the_prompt_in_a_terminal_only() {
    let model = fixture("plt-r2-hidden-w64");
    let args = ["generate", "def add(", "--model", &model, "-n", "4", "--temperature", "0"];
    let in_terminal = |more: &[&str]| {
        let mut command = support::command();
        command.args(args).args(more);
        let (code, output) = Terminal::start(command).end();
        assert_eq!(code, 0, "{output}");
        output
    };
    let piped = plt(&args);
    assert!(piped.status.success(), "{}", stderr_line(&piped));
    let answer = String::from_utf8_lossy(&piped.stdout).trim_end().replace('\n', "\r\n");
    assert!(in_terminal(&[]).contains(&format!("def add({answer}")));
    let without = in_terminal(&["--no-echo"]);
    assert!(without.contains(&answer) && !without.contains("def add("), "{without}");
    assert!(!in_terminal(&["--json"]).starts_with("def add("));
}
