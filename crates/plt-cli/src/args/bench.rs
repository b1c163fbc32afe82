//! `plt bench`

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;
use plt_bench::{Schedule, Shape};
use plt_runtime::DType;

use super::{CacheArgs, DeviceArgs, value};

pub const HELP: &str =
    "The settings take turns, A B A B, and ratios are taken pair by pair: memory \
bandwidth drifts. The context is not computed; its KV cache is random.

Examples:
  plt bench
  plt bench --synthetic mid --quant q4_0 --loops 1 --compare loops=2 --compare loops=4 \\
    --compare loops=2,schedule=sequential
  plt bench --synthetic loopcoder-v2 --quant q4_0 --prompt 512 --json";

/// Shapes of synthetic models.
const SHAPES: &[Shape] = &[Shape::LoopCoderV2, Shape::Mid, Shape::Small];

#[derive(Debug, Args)]
#[command(next_help_heading = "Benchmark")]
pub struct BenchArgs {
    /// Model: directory, GGUF file or Hub repository
    #[cfg_attr(feature = "built-in-model", doc = "")]
    #[cfg_attr(feature = "built-in-model", doc = "[default: the built-in model plt-tiny-coder]")]
    #[arg(long, short, value_name = "MODEL", conflicts_with = "synthetic", help_heading = "Model")]
    pub model: Option<OsString>,
    /// Random weights of a shape: loopcoder-v2, mid or small
    ///
    /// loopcoder-v2: 7.6 billion parameters; mid: 1.1 billion; small: 30 million.
    #[arg(
        long,
        value_name = "SHAPE",
        value_parser = value::one_of(SHAPES, Shape::name),
        ignore_case = true,
        hide_possible_values = true,
        help_heading = "Model"
    )]
    pub synthetic: Option<Shape>,
    /// Weight type: f32, f16, bf16, q8_0, q4_0, q4_k or q6_k
    ///
    /// [default: q8_0 for synthetic models, else the types in the file]
    #[arg(
        long,
        value_name = "TYPE",
        value_parser = value::weight_type(),
        ignore_case = true,
        hide_possible_values = true,
        help_heading = "Model"
    )]
    pub quant: Option<DType>,
    /// Loops [default: 2 if synthetic, else the model's]
    #[arg(long, value_name = "R", value_parser = value::positive, help_heading = "Model")]
    pub loops: Option<NonZeroUsize>,
    /// Write the synthetic model to a GGUF file instead of a benchmark
    ///
    /// The file has no tokenizer. With --loops 1 it is a plain Llama, which other engines can run.
    #[arg(long, value_name = "FILE", requires = "synthetic", help_heading = "Model")]
    pub save: Option<PathBuf>,
    /// Overwrite the file of --save if it exists
    #[arg(long, requires = "save", help_heading = "Model")]
    pub force: bool,
    /// clp (all loops in one pass) or sequential
    ///
    /// clp is cross-loop parallelism; sequential has one pass per loop and is the control.
    #[arg(
        long,
        default_value = Schedule::Clp.name(),
        value_parser = value::one_of(&Schedule::ALL, Schedule::name),
        ignore_case = true,
        hide_possible_values = true
    )]
    pub schedule: Schedule,
    /// Sequences decoded together
    #[arg(long, value_name = "B", default_value = "1", value_parser = value::positive)]
    pub batch: NonZeroUsize,
    /// Tokens in the KV cache before the first decoded one
    #[arg(long, value_name = "N", default_value_t = 128, value_parser = value::count)]
    pub context: usize,
    /// Prompt tokens to prefill and time; 0: no prefill
    ///
    /// Rows that the next token cannot see are skipped; --compare prefill=all computes all rows.
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = value::count)]
    pub prompt: usize,
    /// Prompt positions per pass (prefill chunk)
    #[arg(long, value_name = "N", default_value = "64", value_parser = value::positive)]
    pub chunk: NonZeroUsize,
    /// Tokens decoded per sample
    #[arg(long = "gen", value_name = "N", default_value = "16", value_parser = value::positive)]
    pub generate: NonZeroUsize,
    /// Samples per setting, after one warm-up
    #[arg(long, value_name = "K", default_value = "5", value_parser = value::positive)]
    pub reps: NonZeroUsize,
    /// Setting to compare with the first, as changes to it; repeatable
    ///
    /// Example: loops=2,schedule=sequential. Keys: loops, schedule, batch, context, prompt, chunk,
    /// prefill (visible or all rows), gen.
    #[arg(long, value_name = "CHANGES")]
    pub compare: Vec<String>,
    /// Print one JSON object
    #[arg(long, help_heading = "Output")]
    pub json: bool,
    #[command(flatten)]
    pub cache: CacheArgs,
    #[command(flatten)]
    pub device: DeviceArgs,
}
