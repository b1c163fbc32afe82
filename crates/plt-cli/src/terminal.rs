//! Output to standard error: errors, notes, progress bars. Colors only on a terminal.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Prints an error and its causes in one line, joined by colons.
pub fn print_error(error: &anyhow::Error) {
    let line = format!("{error:#}").replace(['\n', '\r'], " ");
    match colors() {
        true => eprintln!("\x1b[1;31merror:\x1b[0m {line}"),
        false => eprintln!("error: {line}"),
    }
}

/// Prints a message that scripts do not need: only on a terminal.
pub fn note(text: &str) {
    if std::io::stderr().is_terminal() {
        match colors() {
            true => eprintln!("\x1b[2m{text}\x1b[0m"),
            false => eprintln!("{text}"),
        }
    }
}

/// Prints a status message of the server.
pub fn announce(text: &str) {
    eprintln!("{text}");
}

/// Prints a warning, on a terminal or not.
pub fn warn(text: &str) {
    match colors() {
        true => eprintln!("\x1b[1;33mnote:\x1b[0m {text}"),
        false => eprintln!("note: {text}"),
    }
}

fn colors() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
}

/// Returns a progress bar in bytes. It draws only on a terminal, like the others.
pub fn byte_bar(activity: &str) -> ProgressBar {
    bar(activity, "{msg} [{bar:30}] {bytes}/{total_bytes} {eta}")
}

/// Returns a progress bar in rows.
pub fn row_bar(activity: &str) -> ProgressBar {
    bar(activity, "{msg} [{bar:30}] {pos}/{len} rows {eta}")
}

/// Returns a progress bar in tokens.
pub fn token_bar(activity: &str, tokens: usize) -> ProgressBar {
    let bar = bar(activity, "{msg} [{bar:30}] {pos}/{len} tokens {eta}");
    bar.set_length(tokens as u64);
    bar
}

fn bar(activity: &str, template: &str) -> ProgressBar {
    let bar = ProgressBar::new(0).with_message(activity.to_owned());
    bar.set_style(
        ProgressStyle::with_template(template)
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .progress_chars("=> "),
    );
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// Returns a progress bar in steps.
pub fn step_bar(steps: u64) -> ProgressBar {
    let bar = ProgressBar::new(steps);
    bar.set_style(
        ProgressStyle::with_template("[{bar:20}] {pos}/{len} {eta}  {msg}")
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .progress_chars("=> "),
    );
    bar.enable_steady_tick(Duration::from_millis(500));
    bar
}
