//! `plt generate`, `plt run` and `plt chat`.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;
use plt_runtime::{EngineOptions, SamplingParams, defaults};

use super::{CacheArgs, DeviceArgs, ModelArgs, value};

#[derive(Debug, Args)]
pub struct GenerateArgs {
    #[command(flatten)]
    pub prompt: PromptArgs,
    #[command(flatten)]
    pub model: ModelArgs,
    #[command(flatten)]
    pub sampling: SamplingArgs,
    #[command(flatten)]
    pub output: OutputArgs,
    #[command(flatten)]
    pub structured_output: StructuredOutputArgs,
    #[command(flatten)]
    pub speculation: SpeculationArgs,
    #[command(flatten)]
    pub cache: CacheArgs,
    /// File that keeps the KV cache for later prompts
    ///
    /// A prompt that starts with the saved tokens skips their prefill. The file is read if it exists
    /// and written at the end. It fits one model, --kv-cache-dtype and --max-draft-rows.
    #[arg(long, value_name = "FILE", help_heading = "Cache")]
    pub prompt_cache: Option<PathBuf>,
    #[command(flatten)]
    pub prefill: PrefillArgs,
    #[command(flatten)]
    pub device: DeviceArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// Maximum number of tokens to generate
    #[arg(
        long,
        short = 'n',
        default_value_t = defaults::COMPLETION.max_tokens.unwrap_or(usize::MAX),
        value_name = "N",
        value_parser = value::count
    )]
    pub max_tokens: usize,
    /// Stop before this string; repeatable
    #[arg(long, value_name = "TEXT")]
    pub stop: Vec<String>,
    /// Continue past end-of-sequence tokens
    #[arg(long)]
    pub ignore_eos: bool,
    /// Print the answer only; a terminal gets the prompt too
    #[arg(long)]
    pub no_echo: bool,
    /// Print one JSON object instead of streaming text
    #[arg(long)]
    pub json: bool,
}

/// The default of `--ctx-size`.
const CONTEXT: NonZeroUsize = match defaults::CHAT.context {
    Some(context) => NonZeroUsize::MIN.saturating_add(context - 1),
    None => NonZeroUsize::MAX,
};

#[derive(Debug, Args)]
pub struct ChatArgs {
    /// Model, as for --model; overrides it
    #[arg(value_name = "MODEL")]
    pub path: Option<OsString>,
    #[command(flatten)]
    pub model: ModelArgs,
    /// System message at the start of the conversation
    #[arg(long, value_name = "TEXT", help_heading = "Prompt")]
    pub system_prompt: Option<String>,
    /// Do not read or write the input history
    ///
    /// It is kept in plt/history in XDG_STATE_HOME or ~/.local/state, for input from a terminal.
    /// Messages that begin with a space are not kept.
    #[arg(long, help_heading = "Prompt")]
    pub no_history: bool,
    #[command(flatten)]
    pub sampling: SamplingArgs,
    /// Maximum number of tokens per answer
    #[arg(
        long,
        short = 'n',
        default_value_t = defaults::CHAT.max_tokens.unwrap_or(usize::MAX),
        value_name = "N",
        value_parser = value::count,
        help_heading = "Output"
    )]
    pub max_tokens: usize,
    #[command(flatten)]
    pub speculation: SpeculationArgs,
    /// Maximum number of tokens in the conversation
    ///
    /// The model's context length limits it too. When it is full, the oldest messages are dropped;
    /// the system message stays.
    #[arg(
        long,
        short,
        default_value_t = CONTEXT,
        value_name = "N",
        value_parser = value::positive,
        help_heading = "Cache"
    )]
    pub ctx_size: NonZeroUsize,
    #[command(flatten)]
    pub cache: CacheArgs,
    #[command(flatten)]
    pub prefill: PrefillArgs,
    #[command(flatten)]
    pub device: DeviceArgs,
}

/// The prompt, given in one of several ways.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
#[command(next_help_heading = "Prompt")]
pub struct PromptArgs {
    /// Prompt
    #[arg(value_name = "PROMPT", help_heading = None::<&str>)]
    pub text: Option<String>,
    /// Prompt, as an option
    #[arg(long, short, value_name = "TEXT")]
    pub prompt: Option<String>,
    /// Prompt as token ids
    #[arg(long, value_name = "ID,ID,…", value_delimiter = ',', value_parser = value::token_id)]
    pub ids: Option<Vec<u32>>,
    /// File with the prompt; - for standard input
    #[arg(long, value_name = "FILE")]
    pub prompt_file: Option<PathBuf>,
}

/// Sampling parameters. Unset ones come from the model's files, or from the [`defaults`].
#[derive(Debug, Args)]
#[command(next_help_heading = "Sampling")]
pub struct SamplingArgs {
    /// Temperature; 0 is greedy [default: the model's]
    ///
    /// The model's values come from its generation_config.json or its GGUF file. If they recommend
    /// no sampling, `plt generate` is greedy; `plt chat` and `plt run` use temperature 0.7, top-p 0.9
    /// and min-p 0.05.
    #[arg(long, value_name = "T")]
    pub temperature: Option<f32>,
    /// Keep the K most likely tokens; 0: all [default: the model's]
    ///
    /// 0 if the model has no value.
    #[arg(long, value_name = "K", value_parser = value::count)]
    pub top_k: Option<usize>,
    /// Keep the best tokens up to probability P [default: the model's]
    ///
    /// P bounds the sum of their probabilities. 1 if the model has no value, which keeps all.
    #[arg(long, value_name = "P")]
    pub top_p: Option<f32>,
    /// Drop tokens below P times the best one [default: the model's]
    ///
    /// Compares probabilities. 0 if the model has no value, which drops none.
    #[arg(long, value_name = "P")]
    pub min_p: Option<f32>,
    /// Penalty on tokens seen before; 1: off [default: the model's]
    ///
    /// Divides positive logits by X and multiplies negative ones. Prompt tokens count. 1 if the model
    /// has no value.
    #[arg(long, value_name = "X")]
    pub repetition_penalty: Option<f32>,
    /// Subtract X from logits of generated tokens; -2 to 2
    #[arg(long, value_name = "X", default_value_t = 0.0)]
    pub presence_penalty: f32,
    /// Subtract X per earlier occurrence; -2 to 2
    #[arg(long, value_name = "X", default_value_t = 0.0)]
    pub frequency_penalty: f32,
    /// Random seed; equal seeds give equal output
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = value::seed)]
    pub seed: u64,
}

impl SamplingArgs {
    /// Returns these parameters, with the given ones for those that are not set.
    ///
    /// # Errors
    /// [`plt_runtime::Error::Sampling`] for a value out of range.
    pub fn over(&self, model: SamplingParams) -> plt_runtime::Result<SamplingParams> {
        let sampling = SamplingParams::default()
            .temperature(self.temperature.unwrap_or(model.temperature))
            .top_k(self.top_k.unwrap_or(model.top_k))
            .top_p(self.top_p.unwrap_or(model.top_p))
            .min_p(self.min_p.unwrap_or(model.min_p))
            .repetition_penalty(self.repetition_penalty.unwrap_or(model.repetition_penalty))
            .presence_penalty(self.presence_penalty)
            .frequency_penalty(self.frequency_penalty)
            .seed(self.seed);
        sampling.validate()?;
        Ok(sampling)
    }
}

/// A constraint on the answer, given in one of several ways.
#[derive(Debug, Args)]
#[group(multiple = false)]
#[command(next_help_heading = "Structured output")]
pub struct StructuredOutputArgs {
    /// Constrain the answer to JSON that fits the schema in FILE
    #[arg(long, value_name = "FILE")]
    pub json_schema_file: Option<PathBuf>,
    /// Constrain the whole answer to a regular expression
    #[arg(long, value_name = "REGEX")]
    pub regex: Option<String>,
    /// Constrain the answer to the Lark grammar in FILE
    ///
    /// The dialect is llguidance's.
    #[arg(long, value_name = "FILE")]
    pub grammar_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Speculation")]
pub struct SpeculationArgs {
    /// Maximum rows per pass filled with draft tokens; 0: off
    ///
    /// Speculative decoding by prompt lookup: repeated n-grams are drafted and verified in one pass.
    /// Does not change the output.
    #[arg(
        long,
        value_name = "N",
        default_value_t = EngineOptions::default().max_draft_rows,
        value_parser = value::count
    )]
    pub max_draft_rows: usize,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Plan")]
pub struct PrefillArgs {
    /// Prompt positions per pass (prefill chunk)
    #[arg(
        long,
        value_name = "N",
        default_value_t = defaults::COMPLETION.chunk,
        value_parser = value::positive
    )]
    pub chunk: NonZeroUsize,
}
