//! `plt serve`

use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use plt_runtime::{Backend, Engine, EngineOptions, QueueLimits, TextModel, defaults};
use plt_server::{Keys, Limits, Server, ServerOptions, Tls};
use tokio::runtime::Runtime;

use super::{INTERRUPTED, ModelCommand, model_name, with_model};
use crate::args::ServeArgs;
use crate::terminal;

/// Environment variable with API keys.
const KEYS: &str = "PLT_API_KEYS";
/// Threads that read requests and write responses. The backend has its own.
const THREADS: usize = 2;

pub fn run(args: ServeArgs) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(THREADS)
        .thread_name("plt-server")
        .enable_all()
        .build()?;
    let mut options = ServerOptions::new(name(&args));
    options.keys = keys(&args)?;
    options.limits = limits(&args);
    options.open = args.network.open;
    options.tls = tls(&args)?;
    // Before the model is loaded: an address that is taken or unsafe fails at once.
    let address = SocketAddr::new(args.network.host, args.network.port);
    let server = runtime.block_on(Server::bind(address, options.clone()))?;
    with_model(&args.model, &args.device, Serve { args: &args, runtime, server, options })
}

struct Serve<'a> {
    args: &'a ServeArgs,
    runtime: Runtime,
    server: Server,
    options: ServerOptions,
}

impl ModelCommand for Serve<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let Serve { args, runtime, server, options } = self;
        let ServerOptions { model: name, keys, tls, .. } = options;
        let text = model.text();
        let sampling = super::describe_sampling(&defaults::SERVED_CHAT.sampling(text));
        let source = match text.recommends_sampling() {
            true => "recommended by the model",
            false => "the model recommends none",
        };
        let endpoints = match (text.tokenizer(), text.chat_template()) {
            (Err(error), _) => format!("completions of token ids only ({error})"),
            (Ok(_), Err(_)) => "completions only (no chat template)".to_owned(),
            (Ok(_), Ok(_)) => "completions and chat".to_owned(),
        };
        let engine = Engine::start(model, engine_options(args))?;
        let positions = engine.context();
        let access = match (keys.len(), args.network.open) {
            (0, false) => "this machine only, no API key".to_owned(),
            (0, true) => "open to all, no API key".to_owned(),
            (keys, _) => format!("API key required, {keys} valid"),
        };
        terminal::announce(&format!("{name}: {endpoints}, {positions} tokens of context"));
        terminal::announce(&format!("default sampling: {sampling} ({source})"));
        let scheme = if tls.is_some() { "https" } else { "http" };
        terminal::announce(&format!("listening on {scheme}://{} ({access})", server.address()));
        runtime.block_on(async {
            let stop = signals()?;
            server.run(engine, stop).await;
            anyhow::Ok(())
        })?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Returns the model's name in the API: without directories, which clients must not see.
fn name(args: &ServeArgs) -> String {
    let name = model_name(args.model.model.as_deref());
    let last = || name.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next();
    let exists = || args.model.model.as_ref().is_some_and(|model| Path::new(model).exists());
    match &args.name {
        Some(name) => name.clone(),
        None if exists() => last().unwrap_or(&name).to_owned(),
        None => name.into_owned(),
    }
}

fn keys(args: &ServeArgs) -> anyhow::Result<Keys> {
    let file = args.network.api_key_file.as_deref().map(Keys::read).transpose()?;
    let variable = match std::env::var(KEYS) {
        Ok(text) => Some(Keys::parse(&text, KEYS)?),
        Err(std::env::VarError::NotPresent) => None,
        Err(error) => anyhow::bail!("{KEYS}: {error}"),
    };
    let none = Keys::none();
    Ok(none.and(file.unwrap_or_default()).and(variable.unwrap_or_default()))
}

/// Earlier names of variables. Without an error, a server that had TLS would start without it.
const RENAMED: [(&str, &str); 2] =
    [("PLT_TLS_CERT", "PLT_SSL_CERT_FILE"), ("PLT_TLS_KEY", "PLT_SSL_KEY_FILE")];

fn tls(args: &ServeArgs) -> anyhow::Result<Option<Tls>> {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if let Some((old, new)) = RENAMED.into_iter().find(|(old, _)| is_set(old)) {
        anyhow::bail!("{old} is not read: set {new}, and unset {old}");
    }
    match (&args.network.ssl_cert_file, &args.network.ssl_key_file) {
        (Some(certificate), Some(key)) => Ok(Some(Tls::read(certificate, key)?)),
        _ => Ok(None),
    }
}

fn limits(args: &ServeArgs) -> Limits {
    let mut limits = Limits::default();
    limits.priority = args.scheduling.max_priority;
    let args = &args.limits;
    limits.connections = args.max_connections;
    limits.body_bytes = args.max_body_bytes;
    limits.prompt_tokens = args.max_prompt_tokens.unwrap_or(usize::MAX);
    limits.choices = args.max_choices;
    limits.timeouts.request = args.request_timeout.map(Duration::from_secs);
    limits.timeouts.drain = Duration::from_secs(args.drain);
    limits
}

fn engine_options(args: &ServeArgs) -> EngineOptions {
    let scheduling = &args.scheduling;
    EngineOptions::default()
        .max_num_seqs(scheduling.max_num_seqs.get())
        .kv_cache_tokens(args.kv_cache_tokens.get())
        .max_num_batched_tokens(scheduling.max_num_batched_tokens.get())
        .max_draft_rows(args.speculation.max_draft_rows)
        .kv_cache_dtype(args.cache.dtype(defaults::SERVED_COMPLETION, &args.device.device))
        .prefix_cache_entries(args.prefix_cache_entries)
        .queue(QueueLimits::default().requests(scheduling.queue).tokens(scheduling.queue_tokens))
}

/// Resolves at the first stop signal; the second one ends the program.
fn signals() -> std::io::Result<impl Future<Output = ()>> {
    let mut signals = Signals::new()?;
    Ok(async move {
        signals.next().await;
        terminal::announce(
            "stopping: waiting for running requests; repeat the signal to stop at once",
        );
        tokio::spawn(async move {
            signals.next().await;
            std::process::exit(INTERRUPTED.into());
        });
    })
}

/// Ctrl-C and SIGTERM.
#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let [interrupt, terminate] = [SignalKind::interrupt(), SignalKind::terminate()];
        Ok(Self { interrupt: signal(interrupt)?, terminate: signal(terminate)? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Ctrl-C.
#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new() -> std::io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) {
        // Without a handler there is no orderly shutdown.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
