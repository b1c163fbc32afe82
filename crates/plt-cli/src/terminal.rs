//! What goes to standard error: errors, progress, notes. Colours only on a terminal.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// An error as one line, its causes joined by colons.
pub fn print_error(error: &anyhow::Error) {
    let line = format!("{error:#}").replace(['\n', '\r'], " ");
    match colours() {
        true => eprintln!("\x1b[1;31merror:\x1b[0m {line}"),
        false => eprintln!("error: {line}"),
    }
}

/// A remark that scripts can do without: only on a terminal.
pub fn note(text: &str) {
    if std::io::stderr().is_terminal() {
        match colours() {
            true => eprintln!("\x1b[2m{text}\x1b[0m"),
            false => eprintln!("{text}"),
        }
    }
}

/// What a server says of itself: for whoever started it, and for its log.
pub fn announce(text: &str) {
    eprintln!("{text}");
}

/// A remark that must not be missed, terminal or not.
pub fn warn(text: &str) {
    match colours() {
        true => eprintln!("\x1b[1;33mnote:\x1b[0m {text}"),
        false => eprintln!("note: {text}"),
    }
}

fn colours() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
}

/// A bar for work counted in bytes; it draws on a terminal only.
pub fn byte_bar(what: &str) -> ProgressBar {
    bar(what, "{msg} [{bar:30}] {bytes}/{total_bytes} {eta}")
}

/// A bar for work counted in rows, likewise.
pub fn row_bar(what: &str) -> ProgressBar {
    bar(what, "{msg} [{bar:30}] {pos}/{len} rows {eta}")
}

fn bar(what: &str, template: &str) -> ProgressBar {
    let bar = ProgressBar::new(0).with_message(what.to_owned());
    bar.set_style(
        ProgressStyle::with_template(template)
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .progress_chars("=> "),
    );
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// A bar for the steps of a run; it draws on a terminal only.
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
