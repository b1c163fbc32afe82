//! `plt logits`, `plt analyze`, `plt inspect` and `plt eval`.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use plt_runtime::PlanKind;

use super::{DeviceArgs, ExactCacheArgs, ModelArgs, PromptArgs, value};

#[derive(Debug, Args)]
pub struct LogitsArgs {
    #[command(flatten)]
    pub prompt: PromptArgs,
    #[command(flatten)]
    pub model: ModelArgs,
    #[command(flatten)]
    pub plan: PlanArgs,
    /// Print the logits of every position instead of the last
    #[arg(long, help_heading = "Output")]
    pub all: bool,
    /// Add per-loop norms and gate values to the JSON
    ///
    /// L2 norms of loop inputs, loop outputs and attention outputs, and the gates of later loops.
    #[arg(long, requires = "json", help_heading = "Output")]
    pub trace: bool,
    /// Print one JSON object
    #[arg(long, help_heading = "Output")]
    pub json: bool,
    #[command(flatten)]
    pub cache: ExactCacheArgs,
    #[command(flatten)]
    pub device: DeviceArgs,
}

/// How the rows of a prompt are arranged in passes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Plan")]
pub struct PlanArgs {
    /// Plan: wavefront, sequential or decode
    ///
    /// wavefront: prefill chunks, all loops in one pass; sequential: one loop after the other; decode:
    /// token by token. All give the same logits.
    #[arg(
        long,
        value_enum,
        default_value_t = Plan::Wavefront,
        ignore_case = true,
        hide_possible_values = true
    )]
    pub plan: Plan,
    /// Positions per prefill chunk of the wavefront plan
    #[arg(long, value_name = "N", default_value = "64", value_parser = value::positive)]
    pub chunk: NonZeroUsize,
}

/// The name of a [`PlanKind`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Plan {
    Sequential,
    Wavefront,
    Decode,
}

impl PlanArgs {
    pub fn kind(&self) -> PlanKind {
        match self.plan {
            Plan::Sequential => PlanKind::Sequential,
            Plan::Wavefront => PlanKind::Wavefront { chunk: self.chunk },
            Plan::Decode => PlanKind::Decode,
        }
    }
}

#[derive(Debug, Args)]
pub struct AnalyzeArgs {
    #[command(flatten)]
    pub prompt: PromptArgs,
    /// Maximum number of tokens [default: at most 512]
    ///
    /// Takes the first N tokens of the text, and no more than the context of the model. The time
    /// grows with N squared.
    #[arg(long, value_name = "N", value_parser = value::positive, help_heading = "Prompt")]
    pub max_tokens: Option<NonZeroUsize>,
    #[command(flatten)]
    pub model: ModelArgs,
    /// Write a report with plots and definitions as one HTML file
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub report: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long, help_heading = "Output")]
    pub json: bool,
    #[command(flatten)]
    pub cache: ExactCacheArgs,
    #[command(flatten)]
    pub device: DeviceArgs,
}

#[derive(Debug, Args)]
pub struct InspectArgs {
    #[command(flatten)]
    pub model: ModelArgs,
    /// Read every weight and use the tokenizer and the chat template
    ///
    /// Reports values that are not finite, and whatever would stop `plt generate`.
    #[arg(long, help_heading = "Output")]
    pub check: bool,
    /// Print one JSON object
    #[arg(long, help_heading = "Output")]
    pub json: bool,
    #[command(flatten)]
    pub cache: ExactCacheArgs,
}

#[derive(Debug, Subcommand)]
pub enum EvalCommand {
    /// Measure the perplexity of a file
    #[command(
        after_long_help = "The text is split into windows of --context tokens, one every --stride \
tokens. Every token but the first is predicted once, in the first window that contains it and a token \
before it. Perplexity is e to the mean negative log-likelihood of these tokens.

Example:
  plt eval perplexity --model ./model --file book.txt --context 1024 --stride 512"
    )]
    Perplexity(Box<PerplexityArgs>),
    /// Measure the KL divergence from a reference, as after quantization
    #[command(
        after_long_help = "Prints the Kullback-Leibler divergence of the model's predictions from the \
reference's, in nats per token; 0 means equal. The reference is another model, or the same one without \
--quant and --loops and with int16 activations. Windows are those of `plt eval perplexity`; the \
reference's logits of one window are kept in memory.

Examples:
  plt eval kl --model ./model --quant q4_k --file book.txt
  plt eval kl --model model-q4_0.gguf --reference ./model --file book.txt --json"
    )]
    Kl(Box<KlArgs>),
}

#[derive(Debug, Args)]
pub struct KlArgs {
    #[command(flatten)]
    pub text: PerplexityArgs,
    /// Model to compare with [default: the same model, unquantized]
    #[arg(long, value_name = "MODEL", help_heading = "Model")]
    pub reference: Option<OsString>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Text")]
pub struct PerplexityArgs {
    /// Text file; - for standard input
    #[arg(long, value_name = "FILE")]
    pub file: PathBuf,
    /// Tokens per window [default: the model's context, at most 2048]
    #[arg(long, value_name = "N", value_parser = value::count)]
    pub context: Option<usize>,
    /// Tokens from one window's start to the next [default: half the context]
    #[arg(long, value_name = "N", value_parser = value::count)]
    pub stride: Option<usize>,
    #[command(flatten)]
    pub model: ModelArgs,
    #[command(flatten)]
    pub plan: PlanArgs,
    /// Print one JSON object
    #[arg(long, help_heading = "Output")]
    pub json: bool,
    #[command(flatten)]
    pub cache: ExactCacheArgs,
    #[command(flatten)]
    pub device: DeviceArgs,
}
