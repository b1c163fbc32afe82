//! `plt serve --help`

use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use super::{DraftArgs, ModelArgs};

/// What stands under the options.
pub const HELP: &str = "Without keys the server answers this machine only. Keys come from a file, or \
from PLT_API_KEYS, never from the command line, which others can read. Ctrl-C or SIGTERM lets answers \
come to their end first; a second one ends the program.

Routes: /v1/completions, /v1/chat/completions, /v1/models, /tokenize, /detokenize, /metrics, \
/openapi.json, and, without a key, /health, /ready and, for browsers, / with a page to chat on. All fields and limits are in docs/serve.md.

Examples:
  plt serve
  plt serve --model ./LoopCoder-V2 --sequences 16 --positions 65536 --dtype f16
  PLT_API_KEYS=$(openssl rand -hex 24) plt serve --model model.gguf --host 0.0.0.0
  plt serve --model model.gguf --api-key-file keys.txt --host 10.0.0.5 --port 443

  curl localhost:8000/v1/completions -H 'Content-Type: application/json' \\
    -d '{\"prompt\": \"def fibonacci(n):\", \"max_tokens\": 60}'";

#[derive(Debug, Args)]
pub struct ServeArgs {
    #[command(flatten)]
    pub model: ModelArgs,
    /// The address to listen on; others than loopback addresses need keys, or --open
    #[arg(long, env = "PLT_HOST", value_name = "IP", default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// The port; 0 for any that is free
    #[arg(long, env = "PLT_PORT", value_name = "N", default_value_t = 8000)]
    pub port: u16,
    /// A file of API keys, one a line; those in PLT_API_KEYS, with commas between them, count as well
    #[arg(long, env = "PLT_API_KEY_FILE", value_name = "FILE")]
    pub api_key_file: Option<PathBuf>,
    /// A certificate in PEM, with those that vouch for it: clients connect by HTTPS
    #[arg(long, env = "PLT_TLS_CERT", value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// Its private key, in PEM
    #[arg(long, env = "PLT_TLS_KEY", value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// Answer whoever reaches the address, without keys and by whatever name
    #[arg(long)]
    pub open: bool,
    /// What clients call the model [default: its name without folders]
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Answers that are generated at a time
    #[arg(long, value_name = "N", default_value = "8")]
    pub sequences: NonZeroUsize,
    /// Tokens that all of them may hold together, and any one alone up to the model's context: they
    /// decide how much memory is taken at the start
    #[arg(long, value_name = "N", default_value = "16384")]
    pub positions: NonZeroUsize,
    /// Rows of one pass at most: more take prompts in faster, and let answers wait longer for it
    #[arg(long, value_name = "N", default_value = "128")]
    pub rows: NonZeroUsize,
    #[command(flatten)]
    pub drafts: DraftArgs,
    /// Sequences that are kept for prompts that begin as they do; 0 for none
    #[arg(long, value_name = "N", default_value_t = 32)]
    pub kept: usize,
    /// Requests that may wait; more get 429
    #[arg(long, value_name = "N", default_value_t = 256)]
    pub queue: usize,
    /// Tokens of prompts that may wait; more get 429
    #[arg(long, value_name = "N", default_value_t = 1 << 20)]
    pub queue_tokens: usize,
    /// Tokens of one prompt at most [default: all that fit into --positions]
    #[arg(long, value_name = "N")]
    pub max_prompt_tokens: Option<usize>,
    /// Bytes of one request's body at most
    #[arg(long, value_name = "N", default_value_t = 4 << 20)]
    pub max_body_bytes: usize,
    /// Answers to one request at most: n times its prompts
    #[arg(long, value_name = "N", default_value_t = 16)]
    pub max_choices: usize,
    /// The highest priority that a request may ask for
    #[arg(long, value_name = "P", default_value_t = 0, allow_negative_numbers = true)]
    pub max_priority: i32,
    /// Connections at a time; more wait to be accepted
    #[arg(long, value_name = "N", default_value_t = 1024)]
    pub max_connections: usize,
    /// Seconds until an answer must be complete [default: no limit]
    #[arg(long, value_name = "SECONDS")]
    pub timeout: Option<u64>,
    /// Seconds that answers get to come to their end when the server stops
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    pub drain: u64,
}
