//! `plt serve`

use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use super::generate::SpeculationArgs;
use super::{CacheArgs, DeviceArgs, ModelArgs, value};

pub const HELP: &str = "Without API keys the server only listens on this machine. Keys come from a \
file or from PLT_API_KEYS, not from the command line, which other users can read. Ctrl-C or SIGTERM \
lets running requests finish; a second one stops at once.

Routes: /v1/completions, /v1/chat/completions, /v1/models, /tokenize, /detokenize, /metrics, \
/openapi.json; without a key also /health, /ready and a chat page at /. docs/serve.md lists fields and \
limits. A request without max_tokens generates up to 16 tokens, in a chat up to 4096 \
(finish_reason: length).

Examples:
  plt serve
  plt serve --model ./LoopCoder-V2 --max-num-seqs 16 --kv-cache-tokens 65536
  PLT_API_KEYS=$(openssl rand -hex 24) plt serve --model model.gguf --host 0.0.0.0
  plt serve --model model.gguf --api-key-file keys.txt --host 10.0.0.5 --port 443

  curl localhost:8000/v1/completions -H 'Content-Type: application/json' \\
    -d '{\"prompt\": \"def fibonacci(n):\", \"max_tokens\": 60}'";

#[derive(Debug, Args)]
pub struct ServeArgs {
    #[command(flatten)]
    pub model: ModelArgs,
    /// Model name in the API [default: the model's, without directories]
    #[arg(long, value_name = "NAME", help_heading = "Model")]
    pub name: Option<String>,
    #[command(flatten)]
    pub network: NetworkArgs,
    #[command(flatten)]
    pub scheduling: SchedulingArgs,
    #[command(flatten)]
    pub limits: LimitArgs,
    #[command(flatten)]
    pub speculation: SpeculationArgs,
    /// KV cache capacity in tokens, for all sequences
    ///
    /// The memory is allocated at start. One sequence can use all of it, up to the model's context
    /// length.
    #[arg(
        long,
        value_name = "N",
        default_value = "16384",
        value_parser = value::positive,
        help_heading = "Cache"
    )]
    pub kv_cache_tokens: NonZeroUsize,
    /// Sequences kept in the prefix cache; 0: off
    #[arg(
        long,
        value_name = "N",
        default_value_t = 32,
        value_parser = value::count,
        help_heading = "Cache"
    )]
    pub prefix_cache_entries: usize,
    #[command(flatten)]
    pub cache: CacheArgs,
    #[command(flatten)]
    pub device: DeviceArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Network")]
pub struct NetworkArgs {
    /// Address to listen on
    ///
    /// An address that other machines can reach needs API keys or --open.
    #[arg(
        long,
        env = "PLT_HOST",
        hide_env_values = true,
        value_name = "IP",
        default_value = "127.0.0.1"
    )]
    pub host: IpAddr,
    /// Port to listen on; 0: any free one
    #[arg(
        long,
        env = "PLT_PORT",
        hide_env_values = true,
        value_name = "N",
        default_value_t = 8000
    )]
    pub port: u16,
    /// File with API keys, one per line
    ///
    /// Keys in PLT_API_KEYS, separated by commas, are valid too.
    #[arg(long, env = "PLT_API_KEY_FILE", hide_env_values = true, value_name = "FILE")]
    pub api_key_file: Option<PathBuf>,
    /// Allow access without API keys, under any host name
    #[arg(long)]
    pub open: bool,
    /// TLS certificate chain in PEM; enables HTTPS
    #[arg(
        long,
        env = "PLT_SSL_CERT_FILE",
        hide_env_values = true,
        value_name = "FILE",
        requires = "ssl_key_file"
    )]
    pub ssl_cert_file: Option<PathBuf>,
    /// TLS private key in PEM
    #[arg(
        long,
        env = "PLT_SSL_KEY_FILE",
        hide_env_values = true,
        value_name = "FILE",
        requires = "ssl_cert_file"
    )]
    pub ssl_key_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Scheduling")]
pub struct SchedulingArgs {
    /// Maximum sequences generated at a time
    #[arg(long, value_name = "N", default_value = "8", value_parser = value::positive)]
    pub max_num_seqs: NonZeroUsize,
    /// Maximum rows per pass
    ///
    /// A token takes one row per loop: at least --max-num-seqs times the number of loops. More rows
    /// speed up prefill but delay tokens of other requests.
    #[arg(long, value_name = "N", default_value = "128", value_parser = value::positive)]
    pub max_num_batched_tokens: NonZeroUsize,
    /// Maximum waiting requests; more get status 429
    #[arg(long, value_name = "N", default_value_t = 256, value_parser = value::count)]
    pub queue: usize,
    /// Maximum waiting prompt tokens; more get 429
    #[arg(long, value_name = "N", default_value_t = 1 << 20, value_parser = value::count)]
    pub queue_tokens: usize,
    /// Highest priority that a request can set
    #[arg(long, value_name = "P", default_value_t = 0)]
    pub max_priority: i32,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Limits")]
pub struct LimitArgs {
    /// Maximum tokens per prompt [default: --kv-cache-tokens]
    #[arg(long, value_name = "N", value_parser = value::count)]
    pub max_prompt_tokens: Option<usize>,
    /// Maximum size of a request body in bytes
    #[arg(long, value_name = "N", default_value_t = 4 << 20, value_parser = value::count)]
    pub max_body_bytes: usize,
    /// Maximum answers per request (n times its prompts)
    #[arg(long, value_name = "N", default_value_t = 16, value_parser = value::count)]
    pub max_choices: usize,
    /// Maximum connections; more wait
    #[arg(long, value_name = "N", default_value_t = 1024, value_parser = value::count)]
    pub max_connections: usize,
    /// Maximum time to complete a request [default: no limit]
    #[arg(long, value_name = "SECONDS")]
    pub request_timeout: Option<u64>,
    /// Time for running requests to finish at shutdown
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    pub drain: u64,
}
