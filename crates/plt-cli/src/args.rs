//! The command line. Everything `--help` says stands here.

mod cpu;
mod serve;

use std::convert::Infallible;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand, ValueEnum};
use plt_runtime::{EngineOptions, KvDType, PlanKind, Quantization, SamplingParams};

pub use cpu::{Activation, CpuArgs};
pub use serve::ServeArgs;

/// Run Parallel Loop Transformers: R loops for the price of one.
#[derive(Debug, Parser)]
#[command(name = "plt", version, propagate_version = true, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    /// A TOML file of defaults for options; the command line and PLT_ variables win over it [default:
    /// plt/config.toml in XDG_CONFIG_HOME or ~/.config, if it is there]
    #[arg(long, global = true, env = "PLT_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Print what the options of the command are in effect, as such a file, and do nothing else
    #[arg(long, global = true)]
    pub print_config: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Continue a prompt
    #[command(after_help = "Examples:
  plt generate 'def fibonacci(n):'
  plt generate 'The capital of France is' --model model.gguf --max-tokens 20
  plt generate 'The capital of France is' --model HuggingFaceTB/SmolLM2-135M-Instruct
  plt generate --model ./LoopCoder-V2 --prompt-file main.py --temperature 0.6 --top-p 0.85
  plt generate --model ./model --ids 1,2,3 --json")]
    Generate(GenerateArgs),
    /// Talk to a model, or have it go on with what you write if it is no instruct model
    #[command(after_help = "As `plt chat`, for any model.

Examples:
  plt run
  plt run model.gguf
  plt run HuggingFaceTB/SmolLM2-135M-Instruct --temperature 0.7")]
    Run(Box<RunArgs>),
    /// Talk to an instruct model
    #[command(after_help = "Lines starting with / are commands: /reset forgets the conversation, \
/system TEXT starts it anew with a system message, /quit leaves. Ctrl-C stops an answer.

Examples:
  plt chat --model model.gguf
  plt chat --model ./model --system 'Answer in one sentence.'")]
    Chat(ChatArgs),
    /// Answer requests over HTTP as OpenAI's clients make them
    #[command(after_help = serve::HELP)]
    Serve(Box<ServeArgs>),
    /// Compute the logits of a prompt under a plan of your choice
    #[command(after_help = "Examples:
  plt logits --model ./model --ids 1,2,3 --json
  plt logits 'def f(' --model ./model --plan wavefront --chunk 4
  plt logits --model ./model --ids 1,2,3 --plan decode --all --trace --json")]
    Logits(LogitsArgs),
    /// Measure what each loop does to a text, with a report if you like
    #[command(after_help = "Examples:
  plt analyze --prompt-file main.py --report loops.html
  plt analyze 'def add(a, b):' --model ./model --json
  plt analyze --model ./model --ids 1,2,3,4")]
    Analyze(AnalyzeArgs),
    /// Say what a checkpoint is, what it costs to run, and what is wrong with it
    #[command(after_help = "Examples:
  plt inspect
  plt inspect --model ./LoopCoder-V2
  plt inspect --model model.gguf --check --json")]
    Inspect(InspectArgs),
    /// Measure how well a model does
    #[command(subcommand)]
    Eval(EvalCommand),
    /// Measure what tokens cost on this machine, beside the memory's speed
    #[command(
        after_help = "The settings take turns, A B A B, and ratios are taken pair by pair: the speed \
of memory drifts. The context is not computed, its keys and values are random.

Examples:
  plt bench
  plt bench --synthetic mid --quant q4_0 --loops 1 --compare loops=2 --compare loops=4 \\
    --compare loops=2,schedule=sequential
  plt bench --synthetic loopcoder-v2 --quant q4_0 --prompt 512 --json"
    )]
    Bench(BenchArgs),
    /// Round a model's weights to fewer bits and write it as one GGUF file
    #[command(
        after_help = "Norms, biases and the gates of the loops stay in f32; the embedding and the head \
get q8_0 where the other matrices get fewer bits; a matrix whose rows are no whole number of blocks \
gets q8_0 or bf16. Tokenizer, chat template and generation settings travel inside the file. Ctrl-C \
stops it after the tensor at hand, and nothing is left behind.

Examples:
  plt quantize ./LoopCoder-V2 loopcoder-q4_k.gguf --type q4_k
  plt quantize HuggingFaceTB/SmolLM2-135M-Instruct smollm2-q8_0.gguf --type q8_0
  plt generate 'def main(' --model loopcoder-q4_k.gguf"
    )]
    Quantize(QuantizeArgs),
    /// Train a small looped model from a recipe
    #[command(
        after_help = "A run can be stopped at any time (Ctrl-C saves first) and goes on where it \
last saved when the same command is given again.

Examples:
  plt train recipe.toml --output runs/first
  plt generate 'def main(' --model runs/first"
    )]
    Train(TrainArgs),
    /// List the devices that `--device` takes
    #[command(after_help = "Examples:
  plt devices
  plt generate 'def main(' --device wgpu")]
    Devices(DevicesArgs),
    /// Say what runs on this machine, how fast it can be at best, and what is in the way
    #[command(after_help = "The exit code is 1 if something is in the way.

Examples:
  plt doctor
  plt doctor --model model.gguf --json")]
    Doctor(DoctorArgs),
    /// Print a completion script for a shell
    #[command(after_help = "Example:
  plt completions bash > ~/.local/share/bash-completion/completions/plt")]
    Completions(CompletionsArgs),
    /// Print the manual page, or write one for every command
    #[command(after_help = "Examples:
  plt man | man -l -
  plt man --output ~/.local/share/man/man1")]
    Man(ManArgs),
}

#[derive(Debug, Args)]
pub struct ManArgs {
    /// A folder for plt.1, plt-generate.1 and the others
    #[arg(long, short, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// A Hugging Face directory or a GGUF file
    #[arg(long, short, env = "PLT_MODEL", value_name = "MODEL")]
    pub model: Option<String>,
    /// Threads that read memory [default: all cores]
    #[arg(long, env = "PLT_THREADS", value_name = "N")]
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

/// Which model, and where it runs.
#[derive(Debug, Args)]
pub struct ModelArgs {
    /// A Hugging Face directory, a GGUF file, or a repository `owner/name[@revision]` of the Hub,
    /// fetched once into the Hub's cache (HF_HOME, HF_TOKEN, HF_ENDPOINT, HF_HUB_OFFLINE are
    /// honoured)
    #[cfg_attr(
        feature = "built-in-model",
        doc = "[default: the built-in demonstration, plt-tiny-coder]"
    )]
    #[arg(long, short, env = "PLT_MODEL", value_name = "MODEL")]
    pub model: Option<String>,
    /// Run fewer loops than the model was trained with: an experiment, and labelled as one
    #[arg(long, value_name = "R")]
    pub loops: Option<usize>,
    /// Round the weights while they are loaded, as `plt quantize` does; the model stays as it is on
    /// disk
    #[arg(long, value_enum, value_name = "TYPE")]
    pub quant: Option<Quant>,
    #[command(flatten)]
    pub cpu: CpuArgs,
    /// Element type in which keys and values are kept; arithmetic is always f32
    #[arg(long, value_enum, default_value_t = Dtype::F32)]
    pub dtype: Dtype,
    /// Where the passes run: `cpu`; a GPU as `plt devices` lists it (`wgpu`, `wgpu:1`, `cuda:0`, …);
    /// or `reference`, the slow definition that the others are tested against
    #[arg(long, env = "PLT_DEVICE", value_name = "DEVICE", default_value = "cpu")]
    pub device: Device,
}

impl ModelArgs {
    pub fn quantization(&self) -> Option<Quantization> {
        self.quant.map(|quant| Quantization::new(quant.into()))
    }
}

/// How the rows of a prompt are arranged in passes.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// wavefront: chunks, all loops at once; sequential: loop after loop; decode: token by token
    #[arg(long, value_enum, default_value_t = Plan::Wavefront)]
    pub plan: Plan,
    /// Positions of one wavefront chunk
    #[arg(long, value_name = "N", default_value = "64")]
    pub chunk: NonZeroUsize,
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

/// How a token is chosen from the logits. What is not given is as `generation_config.json` says,
/// or else greedy.
#[derive(Debug, Args)]
pub struct SamplingArgs {
    /// 0 takes the best token every time; higher is more random [default: the model's
    /// generation_config.json, or else 0]
    #[arg(long, value_name = "T")]
    pub temperature: Option<f32>,
    /// Keep the K best tokens; 0 keeps all [default: the model's, or else 0]
    #[arg(long, value_name = "K")]
    pub top_k: Option<usize>,
    /// Keep the fewest best tokens whose probabilities sum to P [default: the model's, or else 1]
    #[arg(long, value_name = "P")]
    pub top_p: Option<f32>,
    /// Drop tokens less likely than P times the best one [default: the model's, or else 0]
    #[arg(long, value_name = "P")]
    pub min_p: Option<f32>,
    /// Divide (or, when negative, multiply) the logits of tokens already seen by X; 1 is off
    /// [default: the model's, or else 1]
    #[arg(long, value_name = "X")]
    pub repetition_penalty: Option<f32>,
    /// Take X from the logits of tokens that were generated before; -2 to 2
    #[arg(long, value_name = "X", default_value_t = 0.0, allow_negative_numbers = true)]
    pub presence_penalty: f32,
    /// Take X from the logits of tokens that were generated before, once for every time; -2 to 2
    #[arg(long, value_name = "X", default_value_t = 0.0, allow_negative_numbers = true)]
    pub frequency_penalty: f32,
    /// The same seed gives the same tokens
    #[arg(long, default_value_t = 0)]
    pub seed: u64,
}

impl SamplingArgs {
    /// These, and for the others what the model recommends.
    pub fn over(&self, model: SamplingParams) -> SamplingParams {
        SamplingParams::default()
            .temperature(self.temperature.unwrap_or(model.temperature))
            .top_k(self.top_k.unwrap_or(model.top_k))
            .top_p(self.top_p.unwrap_or(model.top_p))
            .min_p(self.min_p.unwrap_or(model.min_p))
            .repetition_penalty(self.repetition_penalty.unwrap_or(model.repetition_penalty))
            .presence_penalty(self.presence_penalty)
            .frequency_penalty(self.frequency_penalty)
            .seed(self.seed)
    }
}

/// How one answer is computed.
#[derive(Debug, Args)]
pub struct EngineArgs {
    /// Positions of the prompt that one pass takes
    #[arg(long, value_name = "N", default_value = "64")]
    pub chunk: NonZeroUsize,
    #[command(flatten)]
    pub drafts: DraftArgs,
}

#[derive(Debug, Args)]
pub struct DraftArgs {
    /// Guess at the next tokens, from where the last ones stood before, as long as a pass has no more
    /// rows than this; 0 for no guesses. The answer is the one without them, and comes sooner where it
    /// repeats something
    #[arg(long, value_name = "N", default_value_t = EngineOptions::default().max_draft_rows)]
    pub draft_rows: usize,
}

#[derive(Debug, Args)]
pub struct GenerateArgs {
    #[command(flatten)]
    pub model: ModelArgs,
    #[command(flatten)]
    pub prompt: PromptArgs,
    /// Tokens to generate at most
    #[arg(long, short = 'n', default_value_t = 256, value_name = "N")]
    pub max_tokens: usize,
    #[command(flatten)]
    pub sampling: SamplingArgs,
    #[command(flatten)]
    pub engine: EngineArgs,
    /// Stop before this text; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub stop: Vec<String>,
    #[command(flatten)]
    pub form: FormArgs,
    /// Go on past the model's end-of-sequence tokens
    #[arg(long)]
    pub ignore_eos: bool,
    /// Go on from what this file holds of the prompt, if it is there, and leave there what was
    /// computed: a prompt that begins as an earlier one ended is not computed again. The file is for
    /// one model, --dtype and --draft-rows
    #[arg(long, value_name = "FILE")]
    pub prompt_cache: Option<PathBuf>,
    /// Print one JSON object instead of streaming text
    #[arg(long)]
    pub json: bool,
}

/// What the answer must look like, in one way.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub struct FormArgs {
    /// The answer is JSON that the JSON schema in this file describes
    #[arg(long, value_name = "FILE")]
    pub json_schema: Option<PathBuf>,
    /// The answer matches this regular expression as a whole
    #[arg(long, value_name = "REGEX")]
    pub regex: Option<String>,
    /// The answer is of the grammar in this file, in the dialect of Lark that llguidance reads
    #[arg(long, value_name = "FILE")]
    pub grammar: Option<PathBuf>,
}

/// The prompt, in one form.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct PromptArgs {
    /// The prompt
    #[arg(value_name = "PROMPT")]
    pub text: Option<String>,
    /// The prompt, as an option
    #[arg(long, short, value_name = "TEXT")]
    pub prompt: Option<String>,
    /// The prompt as token ids
    #[arg(long, value_name = "ID,ID,…", value_delimiter = ',')]
    pub ids: Option<Vec<u32>>,
    /// A file that holds the prompt; - for standard input
    #[arg(long, value_name = "FILE")]
    pub prompt_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct RunArgs {
    /// The model; it wins over --model
    #[arg(value_name = "MODEL")]
    pub name: Option<String>,
    #[command(flatten)]
    pub chat: ChatArgs,
}

#[derive(Debug, Args)]
pub struct ChatArgs {
    #[command(flatten)]
    pub model: ModelArgs,
    /// A system message to begin with
    #[arg(long, value_name = "TEXT")]
    pub system: Option<String>,
    /// Tokens that the conversation may hold, at most the model's own context
    #[arg(long, default_value_t = 8192, value_name = "N")]
    pub context: usize,
    /// Tokens to generate at most in one answer
    #[arg(long, short = 'n', default_value_t = 1024, value_name = "N")]
    pub max_tokens: usize,
    #[command(flatten)]
    pub sampling: SamplingArgs,
    #[command(flatten)]
    pub engine: EngineArgs,
}

#[derive(Debug, Args)]
pub struct LogitsArgs {
    #[command(flatten)]
    pub model: ModelArgs,
    #[command(flatten)]
    pub prompt: PromptArgs,
    #[command(flatten)]
    pub plan: PlanArgs,
    /// Print the logits of every position, not only the last one's
    #[arg(long)]
    pub all: bool,
    /// Print what the loops did as well: norms of loop inputs and outputs and of attention; gates
    #[arg(long, requires = "json")]
    pub trace: bool,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct AnalyzeArgs {
    #[command(flatten)]
    pub model: ModelArgs,
    #[command(flatten)]
    pub prompt: PromptArgs,
    /// Take only the first N tokens of the text; time grows with their square
    #[arg(long, default_value = "512", value_name = "N")]
    pub max_tokens: NonZeroUsize,
    /// Write a report with plots and definitions: one HTML file that opens offline
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct InspectArgs {
    #[command(flatten)]
    pub model: ModelArgs,
    /// Read every weight and report values that are not finite
    #[arg(long)]
    pub check: bool,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum EvalCommand {
    /// Perplexity of a text file, in windows that overlap
    #[command(
        after_help = "The text is cut into windows of --context tokens that begin --stride tokens \
apart. Every token but the first is predicted once, in the first window that holds it and a token \
before it. The perplexity is e to the mean negative log-likelihood of those tokens.

Example:
  plt eval perplexity --model ./model --file book.txt --context 1024 --stride 512"
    )]
    Perplexity(PerplexityArgs),
    /// How far a model's predictions are from another's: what quantising or fewer loops cost
    #[command(
        after_help = "For every token of the text but the first, the Kullback-Leibler divergence of the \
model's prediction from the reference's, in nats: 0 if they are the same. The reference is another \
model, or the same one as it is on disk, without --quant and --loops; its activations have 16 \
bits. Windows are those of `plt eval perplexity`; the reference's logits of one window are kept in memory.

Examples:
  plt eval kl --model ./model --quant q4_k --file book.txt
  plt eval kl --model model-q4_0.gguf --reference ./model --file book.txt --json"
    )]
    Kl(KlArgs),
}

#[derive(Debug, Args)]
pub struct KlArgs {
    #[command(flatten)]
    pub text: PerplexityArgs,
    /// The model to compare with [default: the same model, as it is on disk]
    #[arg(long, value_name = "MODEL")]
    pub reference: Option<String>,
}

#[derive(Debug, Args)]
pub struct PerplexityArgs {
    #[command(flatten)]
    pub model: ModelArgs,
    /// The text; - for standard input
    #[arg(long, value_name = "FILE")]
    pub file: PathBuf,
    /// Tokens of a window [default: the model's context, at most 2048]
    #[arg(long, value_name = "N")]
    pub context: Option<usize>,
    /// Tokens that one window begins after another [default: half of the context]
    #[arg(long, value_name = "N")]
    pub stride: Option<usize>,
    #[command(flatten)]
    pub plan: PlanArgs,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct BenchArgs {
    /// A model on disk or by name, as for the other commands
    #[cfg_attr(
        feature = "built-in-model",
        doc = "[default: the built-in demonstration, plt-tiny-coder]"
    )]
    #[arg(long, short, value_name = "MODEL", conflicts_with = "synthetic")]
    pub model: Option<String>,
    /// A model of this shape with random weights, made on the fly
    #[arg(long, value_enum, value_name = "SHAPE")]
    pub synthetic: Option<SyntheticShape>,
    /// The element type of the weights [default: q8_0 for synthetic models, else the model's own]
    #[arg(long, value_enum, value_name = "TYPE")]
    pub quant: Option<Quant>,
    /// Loops [default: 2 for synthetic models, else what the model was trained with]
    #[arg(long, value_name = "R")]
    pub loops: Option<NonZeroUsize>,
    /// clp: all loops of a token in one pass; sequential: one pass for each loop, the control
    #[arg(long, value_enum, default_value_t = Schedule::Clp)]
    pub schedule: Schedule,
    /// Sequences that are decoded together
    #[arg(long, value_name = "B", default_value = "1")]
    pub batch: NonZeroUsize,
    /// Tokens before the first one that is decoded
    #[arg(long, value_name = "N", default_value_t = 128)]
    pub context: usize,
    /// Tokens of a prompt that is computed and timed; 0 for none
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub prompt: usize,
    /// Positions of one chunk of the prompt
    #[arg(long, value_name = "N", default_value = "64")]
    pub chunk: NonZeroUsize,
    /// Tokens decoded for one sample
    #[arg(long = "gen", value_name = "N", default_value = "16")]
    pub generate: NonZeroUsize,
    /// Samples of each setting, after one that does not count
    #[arg(long, value_name = "K", default_value = "5")]
    pub reps: NonZeroUsize,
    /// Another setting, measured in turn with the first: what is different, as in
    /// `loops=2,schedule=sequential`; keys are loops, schedule, batch, context, prompt, chunk, gen.
    /// May be given several times
    #[arg(long, value_name = "CHANGES")]
    pub compare: Vec<String>,
    /// Measure nothing: write the synthetic model to a GGUF file. It has no
    /// tokenizer; with `--loops 1` it is a plain Llama, which other engines read as well
    #[arg(long, value_name = "FILE", requires = "synthetic")]
    pub save: Option<PathBuf>,
    /// Replace the file of `--save` if there is one
    #[arg(long, requires = "save")]
    pub force: bool,
    /// Where the passes run: `cpu`, or a GPU as `plt devices` lists it
    #[arg(long, env = "PLT_DEVICE", value_name = "DEVICE", default_value = "cpu")]
    pub device: Device,
    #[command(flatten)]
    pub cpu: CpuArgs,
    /// Element type in which keys and values are kept
    #[arg(long, value_enum, default_value_t = Dtype::F16)]
    pub dtype: Dtype,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
}

/// Shapes of synthetic models.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SyntheticShape {
    /// 7.6 billion parameters
    #[value(name = "loopcoder-v2")]
    LoopCoderV2,
    /// 1.1 billion parameters
    Mid,
    /// 30 million parameters
    Small,
}

/// Element types of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Quant {
    F32,
    F16,
    Bf16,
    #[value(name = "q8_0")]
    Q8_0,
    #[value(name = "q4_0")]
    Q4_0,
    #[value(name = "q4_k")]
    Q4K,
    #[value(name = "q6_k")]
    Q6K,
}

/// How the loops of a new token are arranged in passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Schedule {
    Clp,
    Sequential,
}

#[derive(Debug, Args)]
pub struct QuantizeArgs {
    /// A Hugging Face directory, a GGUF file, or a repository of the Hub
    #[arg(value_name = "IN")]
    pub input: String,
    /// The GGUF file to write
    #[arg(value_name = "OUT")]
    pub output: PathBuf,
    /// The element type of the matrices
    #[arg(long = "type", value_enum, value_name = "TYPE")]
    pub dtype: Quant,
    /// Replace OUT if there is such a file
    #[arg(long)]
    pub force: bool,
    /// Print one JSON object at the end
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct TrainArgs {
    /// A TOML file: what to train, on what, for how long; paths in it are taken from its directory
    #[arg(value_name = "RECIPE")]
    pub recipe: PathBuf,
    /// The directory of the run: state, log, plot, and the model itself
    #[arg(long, short, value_name = "DIR")]
    pub output: PathBuf,
    /// Threads; the result does not depend on them [default: all cores]
    #[arg(long, env = "PLT_THREADS", value_name = "N")]
    pub threads: Option<NonZeroUsize>,
    /// Print one JSON object at the end
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Plan {
    Sequential,
    Wavefront,
    Decode,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Dtype {
    F32,
    F16,
    Bf16,
    #[value(name = "q8_0")]
    Q8_0,
}

impl From<Dtype> for KvDType {
    fn from(dtype: Dtype) -> Self {
        match dtype {
            Dtype::F32 => KvDType::F32,
            Dtype::F16 => KvDType::F16,
            Dtype::Bf16 => KvDType::BF16,
            Dtype::Q8_0 => KvDType::Q8_0,
        }
    }
}

/// Where passes run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Device {
    Cpu,
    Reference,
    /// A GPU, by its name.
    Gpu(String),
}

impl FromStr for Device {
    type Err = Infallible;

    /// What is not on the host is a GPU's name, and for the GPU backend to judge.
    fn from_str(name: &str) -> Result<Self, Infallible> {
        Ok(match name {
            "cpu" => Device::Cpu,
            "reference" => Device::Reference,
            name => Device::Gpu(name.to_owned()),
        })
    }
}
