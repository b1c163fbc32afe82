//! `plt`: runs, serves, measures and trains looped transformers.
//!
//! The exit status is 0 for success, 1 for an error, 2 for wrong usage and 130 after Ctrl-C. An error is
//! one line on standard error.

#![forbid(unsafe_code)]

mod args;
mod commands;
mod config_file;
mod gguf_file;
mod new_file;
#[cfg(feature = "otlp")]
mod telemetry;
mod terminal;
mod usage;

use std::ffi::OsStr;
use std::io::Write as _;
use std::process::ExitCode;

use clap::FromArgMatches as _;
use clap::error::ErrorKind;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _};

use crate::args::{Cli, Command};

/// The default of PLT_LOG. Graphics libraries log every optional driver they miss; real failures come
/// back as errors.
const LOG: &str = "warn,wgpu_hal=off,wgpu_core=off,naga=off";

fn main() -> ExitCode {
    let cli = match parse() {
        Ok(cli) => cli,
        Err(code) => return code,
    };
    let log = EnvFilter::try_from_env("PLT_LOG").unwrap_or_else(|_| EnvFilter::new(LOG));
    let log = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_filter(log);
    let layers = tracing_subscriber::registry().with(log);
    #[cfg(not(feature = "otlp"))]
    layers.init();
    // Dropped last: sends the remaining spans.
    #[cfg(feature = "otlp")]
    let _telemetry = match telemetry::Telemetry::from_env() {
        Ok(telemetry) => {
            layers.with(telemetry.as_ref().map(telemetry::Telemetry::layer)).init();
            telemetry
        }
        Err(error) => {
            terminal::print_error(&error);
            return ExitCode::FAILURE;
        }
    };

    let result = match cli.command {
        Command::Generate(args) => commands::generate::run(*args),
        Command::Run(args) => commands::chat::run_or_complete(*args),
        Command::Chat(args) => commands::chat::run(*args),
        Command::Serve(args) => commands::serve::run(*args),
        Command::Logits(args) => commands::logits::run(*args),
        Command::Analyze(args) => commands::analyze::run(*args),
        Command::Inspect(args) => commands::inspect::run(args),
        Command::Verify(args) => commands::verify::run(*args),
        Command::Eval(args) => commands::eval::run(args),
        Command::Bench(args) => commands::bench::run(*args),
        Command::Quantize(args) => commands::quantize::run(args),
        Command::Train(args) => commands::train::run(args),
        Command::Devices(args) => commands::devices::run(args),
        Command::Doctor(args) => commands::doctor::run(args),
        Command::Completions(args) => commands::completions::run(args),
        Command::Man(args) => commands::man::run(args),
    };
    match result {
        Ok(code) => code,
        // The reader closed the pipe, as in `plt generate … | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => match usage::describe(&error) {
            Some(text) => {
                terminal::print_error(&anyhow::Error::msg(text));
                ExitCode::from(usage::STATUS)
            }
            None => {
                terminal::print_error(&error);
                ExitCode::FAILURE
            }
        },
    }
}

/// Parses the command line over the defaults of the config file. `Err` is the exit status if the program
/// ends here.
fn parse() -> Result<Cli, ExitCode> {
    let args: Vec<_> = std::env::args_os().collect();
    // An empty variable counts as unset.
    let is_empty = |name: &OsStr| std::env::var_os(name).is_some_and(|value| value.is_empty());
    let mut command = config_file::without_variables(args::command(), &is_empty);
    let file = config_file::path(&command, &args);
    if let Some(file) = &file {
        let plain = command.clone();
        command = config_file::apply(command, file).or_else(|error| {
            // A broken config file does not prevent help.
            if let Err(help) = plain.clone().try_get_matches_from(&args)
                && !help.use_stderr()
            {
                return Ok(plain);
            }
            terminal::print_error(&error);
            Err(ExitCode::FAILURE)
        })?;
    }
    let given = args.clone();
    let parsed = command.try_get_matches_from(args).and_then(|mut matches| {
        let all = matches.clone();
        Cli::from_arg_matches_mut(&mut matches).map(|cli| (cli, all))
    });
    match parsed {
        Ok((cli, matches)) if cli.print_config => {
            let text = config_file::describe(&matches, file.as_deref());
            // Ignores a closed pipe.
            let _ = std::io::stdout().write_all(text.as_bytes());
            Err(ExitCode::SUCCESS)
        }
        Ok((cli, _)) => Ok(cli),
        Err(error) if error.kind() == ErrorKind::InvalidUtf8 => {
            terminal::print_error(&anyhow::Error::msg(usage::not_utf8(&given)));
            Err(ExitCode::from(usage::STATUS))
        }
        Err(error) => {
            // clap returns --help and --version as errors with exit code 0.
            let code = u8::try_from(error.exit_code()).unwrap_or(1);
            Err(match error.print() {
                Ok(()) => ExitCode::from(code),
                Err(_) => ExitCode::FAILURE,
            })
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let kind = |cause: &(dyn std::error::Error + 'static)| {
        let json = || cause.downcast_ref::<serde_json::Error>()?.io_error_kind();
        cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind).or_else(json)
    };
    error.chain().any(|cause| kind(cause) == Some(std::io::ErrorKind::BrokenPipe))
}
