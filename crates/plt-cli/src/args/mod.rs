//! The command line: every argument and every help text.
//!
//! The first paragraph of a doc comment is the line that `-h` prints; `--help` prints all of it.

mod bench;
mod evaluate;
mod generate;
mod model;
mod serve;
mod value;
mod verify;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{ArgAction, Args, CommandFactory as _, Parser, Subcommand};

use self::value::FileType;
pub use bench::BenchArgs;
pub use evaluate::{AnalyzeArgs, EvalCommand, InspectArgs, LogitsArgs, PerplexityArgs};
pub use generate::{ChatArgs, GenerateArgs, PromptArgs, StructuredOutputArgs};
pub use model::{CacheArgs, DeviceArgs, ExactCacheArgs, ModelArgs};
pub use serve::ServeArgs;
pub use verify::VerifyArgs;

/// Run, serve, measure and train looped transformers
#[derive(Debug, Parser)]
#[command(
    name = "plt",
    version,
    propagate_version = true,
    max_term_width = 100,
    disable_help_flag = true,
    disable_version_flag = true,
    next_help_heading = "Global options",
    after_long_help = "Exit status: 0 success; 1 error, or a problem found by inspect or doctor; 2 \
wrong usage; 130 interrupted.

Log messages go to standard error; PLT_LOG sets the level, as in PLT_LOG=info."
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    /// TOML file with defaults for options
    ///
    /// The command line and PLT_ variables override it. A key is the name of an option; keys before
    /// the first table apply to every command that has such an option, keys in [serve] to `plt
    /// serve` only.
    ///
    /// [default: plt/config.toml in XDG_CONFIG_HOME or ~/.config, if it exists]
    #[arg(long, global = true, env = "PLT_CONFIG", value_name = "FILE", hide_env_values = true)]
    pub config: Option<PathBuf>,
    /// Print the options in effect as a config file, and exit
    #[arg(long, global = true)]
    pub print_config: bool,
    /// Print help: -h one line per option, --help all details and examples
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: (),
    /// Print the version
    #[arg(short = 'V', long, global = true, action = ArgAction::Version)]
    version: (),
}

/// Returns the command line with what applies to all options.
pub fn command() -> clap::Command {
    accept_negative_numbers(Cli::command())
}

/// Lets `--seed -1` reach the parser of the value, whose error is more precise than clap's.
fn accept_negative_numbers(command: clap::Command) -> clap::Command {
    let command = command.mut_args(|arg| {
        let takes_values = arg.get_action().takes_values();
        arg.allow_negative_numbers(takes_values)
    });
    command.mut_subcommands(accept_negative_numbers)
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Complete a prompt
    #[command(after_long_help = "Examples:
  plt generate 'def fibonacci(n):'
  plt generate 'The capital of France is' --model model.gguf --max-tokens 20
  plt generate 'The capital of France is' --model HuggingFaceTB/SmolLM2-135M-Instruct
  plt generate --model ./LoopCoder-V2 --prompt-file main.py --temperature 0.6 --top-p 0.85
  plt generate --model ./model --ids 1,2,3 --json")]
    Generate(Box<GenerateArgs>),
    /// Chat with a model, or complete lines if it has no chat template
    #[command(
        after_long_help = "Works like `plt chat` if the model has a chat template. If it has \
none, the model continues each line you enter.

Examples:
  plt run
  plt run model.gguf
  plt run HuggingFaceTB/SmolLM2-135M-Instruct --temperature 0.7"
    )]
    Run(Box<ChatArgs>),
    /// Chat with an instruct model
    #[command(
        after_long_help = "Commands: /reset clears the conversation, /system TEXT starts a new \
one with this system message, /save FILE and /load FILE keep it as JSON, /quit exits, /help lists all.

A line that ends in a backslash continues on the next line; \"\"\" before and after several lines \
makes them one message. Ctrl-C stops the answer; at the prompt it clears the line, and twice it exits.

Examples:
  plt chat model.gguf
  plt chat ./model --system-prompt 'Answer in one sentence.'"
    )]
    Chat(Box<ChatArgs>),
    /// Serve an OpenAI-compatible HTTP API
    #[command(after_long_help = serve::HELP)]
    Serve(Box<ServeArgs>),
    /// Print the logits of a prompt, computed with a given plan
    #[command(after_long_help = "Examples:
  plt logits --model ./model --ids 1,2,3 --json
  plt logits 'def f(' --model ./model --plan wavefront --chunk 4
  plt logits --model ./model --ids 1,2,3 --plan decode --all --trace --json")]
    Logits(Box<LogitsArgs>),
    /// Measure how each loop changes the hidden states
    #[command(after_long_help = "Examples:
  plt analyze --prompt-file main.py --report loops.html
  plt analyze 'def add(a, b):' --model ./model --json
  plt analyze --model ./model --ids 1,2,3,4")]
    Analyze(Box<AnalyzeArgs>),
    /// Show a checkpoint's shape, memory use and problems
    #[command(after_long_help = "The exit status is 1 if the checkpoint has a problem.

Examples:
  plt inspect
  plt inspect --model ./LoopCoder-V2
  plt inspect --model model.gguf --check --json")]
    Inspect(InspectArgs),
    /// Compare a model with published values of its checkpoint
    #[command(
        after_long_help = "Other engines and the makers of a model published token ids, logits and \
greedy tokens of some checkpoints. This command computes them and prints a report. The checkpoint is \
recognized by its shape. The exit status is 1 if a check fails.

Examples:
  plt verify SmolLM2-135M-Instruct.Q4_1.gguf
  plt verify Qwen/Qwen3-0.6B-Base --json
  plt verify ./model --entry-file values.json"
    )]
    Verify(Box<VerifyArgs>),
    /// Evaluate a model: perplexity, KL divergence
    #[command(subcommand)]
    Eval(EvalCommand),
    /// Benchmark decode and prefill, and compare with memory bandwidth
    #[command(after_long_help = bench::HELP)]
    Bench(Box<BenchArgs>),
    /// Quantize a model into one GGUF file
    #[command(
        after_long_help = "Norms, biases and loop gates stay in f32. If the other matrices get fewer \
than 8 bits, the embedding and the head get q8_0. A matrix whose rows do not divide into blocks gets \
q8_0 or bf16. The file also holds tokenizer, chat template and generation settings. Ctrl-C stops after \
the current tensor and removes the unfinished file.

Examples:
  plt quantize ./LoopCoder-V2 loopcoder-q4_k.gguf --type q4_k
  plt quantize HuggingFaceTB/SmolLM2-135M-Instruct smollm2-q8_0.gguf --type q8_0
  plt generate 'def main(' --model loopcoder-q4_k.gguf"
    )]
    Quantize(QuantizeArgs),
    /// Train a small looped model from a recipe
    #[command(
        after_long_help = "Ctrl-C saves the run and exits. The same command resumes it from the last \
save.

Examples:
  plt train recipe.toml --output runs/first
  plt generate 'def main(' --model runs/first"
    )]
    Train(TrainArgs),
    /// List the devices for --device
    #[command(after_long_help = "Examples:
  plt devices
  plt generate 'def main(' --device wgpu")]
    Devices(DevicesArgs),
    /// Check CPU features, memory bandwidth, GPUs, Hub access and the model
    #[command(after_long_help = "The exit status is 1 if a check fails.

Examples:
  plt doctor
  plt doctor --model model.gguf --json")]
    Doctor(DoctorArgs),
    /// Print a shell completion script
    #[command(after_long_help = "Example:
  plt completions bash > ~/.local/share/bash-completion/completions/plt")]
    Completions(CompletionsArgs),
    /// Print the manual page, or write one per command
    #[command(after_long_help = "Examples:
  plt man | man -l -
  plt man --output ~/.local/share/man/man1")]
    Man(ManArgs),
}

#[derive(Debug, Args)]
pub struct ManArgs {
    /// Directory for plt.1, plt-generate.1 and the others
    #[arg(long, short, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// Hugging Face directory or GGUF file to check
    #[arg(long, short, env = "PLT_MODEL", hide_env_values = true, value_name = "MODEL")]
    pub model: Option<OsString>,
    /// Threads that measure memory bandwidth [default: all cores]
    #[arg(long, env = "PLT_THREADS", hide_env_values = true, value_name = "N", value_parser = value::positive)]
    pub threads: Option<NonZeroUsize>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct DevicesArgs {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct QuantizeArgs {
    /// Hugging Face directory, GGUF file or Hub repository
    #[arg(value_name = "IN")]
    pub input: OsString,
    /// GGUF file to write
    #[arg(value_name = "OUT")]
    pub output: PathBuf,
    /// Type of the matrices, or a mix of types: q4_k, q4_k_m
    ///
    /// Types: f32, f16, bf16, q8_0, q6_k, q5_k, q5_1, q5_0, q4_k, q4_1, q4_0 and q3_k. Embedding and
    /// head get at least q8_0. Mixes give more bits to the tensors that matter more, as llama.cpp
    /// does: q5_k_m, q5_k_s, q4_k_m, q4_k_s, q3_k_l, q3_k_m and q3_k_s. Matrices whose rows are no
    /// whole blocks get another type; a line says so.
    #[arg(
        long = "type",
        value_name = "TYPE",
        value_parser = value::file_type(),
        ignore_case = true,
        hide_possible_values = true
    )]
    pub file_type: FileType,
    /// Overwrite OUT if it exists
    #[arg(long)]
    pub force: bool,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct TrainArgs {
    /// TOML file with model, data, schedule and steps
    ///
    /// Relative paths in it start at its directory.
    #[arg(value_name = "RECIPE")]
    pub recipe: PathBuf,
    /// Directory of the run: state, log, plot and model
    #[arg(long, short, value_name = "DIR")]
    pub output: PathBuf,
    /// Threads; they do not change the result [default: all cores]
    #[arg(long, env = "PLT_THREADS", hide_env_values = true, value_name = "N", value_parser = value::positive)]
    pub threads: Option<NonZeroUsize>,
    /// Print one JSON object at the end
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// Shell
    pub shell: clap_complete::Shell,
}
