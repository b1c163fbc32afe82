//! `plt`: run Parallel Loop Transformers on the machine you have.
//!
//! The binary is thin: arguments in, exit code out. 0 means done, 1 means an error, in one line on
//! standard error.

#![forbid(unsafe_code)]

mod args;
mod commands;
mod gguf_file;
mod new_file;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Cli, Command};

/// What is logged unless PLT_LOG says otherwise. Graphics drivers complain about whatever they look
/// for and do not find; what matters of it comes back as an error.
const LOG: &str = "warn,wgpu_hal=off,wgpu_core=off,naga=off";

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // --help and --version are errors to clap, but not to the user.
            let code = u8::from(error.use_stderr());
            return match error.print() {
                Ok(()) => ExitCode::from(code),
                Err(_) => ExitCode::FAILURE,
            };
        }
    };
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("PLT_LOG")
                .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new(LOG)),
        )
        .with_writer(std::io::stderr)
        .init();

    let result = match cli.command {
        Command::Generate(args) => commands::generate::run(args),
        Command::Chat(args) => commands::chat::run(args),
        Command::Serve(args) => commands::serve::run(*args),
        Command::Logits(args) => commands::logits::run(args),
        Command::Analyze(args) => commands::analyze::run(args),
        Command::Inspect(args) => commands::inspect::run(args),
        Command::Eval(args) => commands::eval::run(args),
        Command::Bench(args) => commands::bench::run(args),
        Command::Quantize(args) => commands::quantize::run(args),
        Command::Train(args) => commands::train::run(args),
        Command::Devices(args) => commands::devices::run(args),
        Command::Completions(args) => commands::completions::run(args),
    };
    match result {
        Ok(code) => code,
        // A closed pipe (`plt generate … | head`) is no failure of ours.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::print_error(&error);
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
}
