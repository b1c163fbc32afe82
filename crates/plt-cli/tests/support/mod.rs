//! Runs the binary.
#![allow(dead_code, reason = "each test binary uses its part")]

pub mod server;
#[cfg(unix)]
pub mod terminal;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The path of a golden fixture.
pub fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name);
    path.to_str().expect("a UTF-8 path").to_owned()
}

/// Returns `plt` without the environment variables and config file of the caller.
pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plt"));
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if ["PLT_", "HF_", "OTEL_"].iter().any(|prefix| text.starts_with(prefix)) {
            command.env_remove(&name);
        }
    }
    command.env("PLT_THREADS", "2").env("XDG_CONFIG_HOME", "/nonexistent").stdin(Stdio::null());
    command
}

/// Runs `plt` to its end.
pub fn plt(args: &[&str]) -> Output {
    command().args(args).output().expect("plt starts")
}

/// Runs `plt` with text on its standard input.
pub fn plt_with_input(args: &[&str], input: &str) -> Output {
    let mut child = command()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("plt starts");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("plt reads");
    child.wait_with_output().expect("plt ends")
}

/// Runs `plt`, which must succeed and print JSON.
pub fn run_json(args: &[&str]) -> Value {
    let output = plt(args);
    assert!(output.status.success(), "plt {args:?}: {}", stderr_line(&output));
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("plt {args:?}: {e}"))
}

/// Returns standard error, trimmed.
pub fn stderr_line(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}

/// Runs `plt`, which must fail: exit status 1, nothing on standard output, one line on standard error
/// that contains all of `words` and no cause twice.
pub fn fails(args: &[&str], words: &[&str]) {
    let output = plt(args);
    let line = stderr_line(&output);
    assert_eq!(output.status.code(), Some(1), "plt {args:?}: {line}");
    assert!(output.stdout.is_empty(), "plt {args:?} printed something");
    assert_eq!(line.lines().count(), 1, "plt {args:?}: {line}");
    assert!(line.starts_with("error: "), "plt {args:?}: {line}");
    for word in words {
        assert!(line.contains(word), "plt {args:?}: {word:?} is not in: {line}");
    }
    let mut parts: Vec<&str> = line.split(": ").collect();
    parts.dedup();
    assert_eq!(parts.join(": "), line, "plt {args:?}: a cause is printed twice");
}

/// Runs `plt` with a wrong command line: exit status 2 and a message that contains all of `words`.
pub fn fails_usage(args: &[&str], words: &[&str]) {
    let output = plt(args);
    let text = stderr_line(&output);
    assert_eq!(output.status.code(), Some(2), "plt {args:?}: {text}");
    assert!(output.stdout.is_empty(), "plt {args:?} printed something");
    for word in words {
        assert!(text.contains(word), "plt {args:?}: {word:?} is not in: {text}");
    }
}
