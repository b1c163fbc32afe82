//! `plt serve`

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use plt_runtime::{Backend, Engine, EngineOptions, QueueLimits, SamplingParams, TextModel};
use plt_server::{Keys, Limits, Server, ServerOptions, Tls};
use tokio::runtime::Runtime;

use super::{INTERRUPTED, Task, model_name, with_model};
use crate::args::ServeArgs;
use crate::terminal;

/// Where keys may stand besides a file.
const KEYS: &str = "PLT_API_KEYS";
/// Threads that read requests and write answers: the model's own do the work.
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
    options.open = args.open;
    options.tls = tls(&args)?;
    // An address that is taken, or not safe, is told before the model is loaded.
    let address = SocketAddr::new(args.host, args.port);
    let server = runtime.block_on(Server::bind(address, options.clone()))?;
    with_model(&args.model, Serve { args: &args, runtime, server, options })
}

struct Serve<'a> {
    args: &'a ServeArgs,
    runtime: Runtime,
    server: Server,
    options: ServerOptions,
}

impl Task for Serve<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let Serve { args, runtime, server, options } = self;
        let ServerOptions { model: name, keys, tls, .. } = options;
        let sampling = describe(model.text().sampling());
        let is_chat = model.text().chat_template().is_ok();
        let engine = Engine::start(model, engine_options(args))?;
        let positions = engine.context();
        let who = match (keys.len(), args.open) {
            (0, false) => "this machine, without a key".to_owned(),
            (0, true) => "everybody, without a key".to_owned(),
            (keys, _) => format!("clients with an API key; there are {keys}"),
        };
        let what =
            if is_chat { "completions and chat" } else { "completions; it has no chat template" };
        terminal::announce(&format!("{name}: {what}; {positions} tokens of context"));
        terminal::announce(&format!("sampling, unless a request says otherwise: {sampling}"));
        let scheme = if tls.is_some() { "https" } else { "http" };
        terminal::announce(&format!("listening on {scheme}://{} for {who}", server.address()));
        runtime.block_on(async {
            let stop = signals()?;
            server.run(engine, stop).await;
            anyhow::Ok(())
        })?;
        Ok(ExitCode::SUCCESS)
    }
}

/// The model's name without the folders that it lies in, which are nobody's business.
fn name(args: &ServeArgs) -> String {
    let name = model_name(&args.model);
    let last = || name.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next();
    match (&args.name, std::path::Path::new(name).exists()) {
        (Some(name), _) => name.clone(),
        (None, true) => last().unwrap_or(name).to_owned(),
        (None, false) => name.to_owned(),
    }
}

fn keys(args: &ServeArgs) -> anyhow::Result<Keys> {
    let file = args.api_key_file.as_deref().map(Keys::read).transpose()?;
    let variable = match std::env::var(KEYS) {
        Ok(text) => Some(Keys::parse(&text, KEYS)?),
        Err(std::env::VarError::NotPresent) => None,
        Err(error) => anyhow::bail!("{KEYS}: {error}"),
    };
    let none = Keys::none();
    Ok(none.and(file.unwrap_or_default()).and(variable.unwrap_or_default()))
}

fn tls(args: &ServeArgs) -> anyhow::Result<Option<Tls>> {
    match (&args.tls_cert, &args.tls_key) {
        (Some(certificate), Some(key)) => Ok(Some(Tls::read(certificate, key)?)),
        _ => Ok(None),
    }
}

fn limits(args: &ServeArgs) -> Limits {
    let mut limits = Limits::default();
    limits.connections = args.max_connections;
    limits.body_bytes = args.max_body_bytes;
    limits.prompt_tokens = args.max_prompt_tokens.unwrap_or(usize::MAX);
    limits.choices = args.max_choices;
    limits.priority = args.max_priority;
    limits.timeouts.request = args.timeout.map(Duration::from_secs);
    limits.timeouts.drain = Duration::from_secs(args.drain);
    limits
}

fn engine_options(args: &ServeArgs) -> EngineOptions {
    EngineOptions::default()
        .max_num_seqs(args.sequences.get())
        .kv_cache_tokens(args.positions.get())
        .max_num_batched_tokens(args.rows.get())
        .max_draft_rows(args.drafts.draft_rows)
        .kv_cache_dtype(args.model.dtype.into())
        .prefix_cache_entries(args.kept)
        .queue(QueueLimits::default().requests(args.queue).tokens(args.queue_tokens))
}

fn describe(sampling: SamplingParams) -> String {
    let SamplingParams { temperature, top_k, top_p, min_p, repetition_penalty, .. } = sampling;
    format!(
        "temperature {temperature}, top_k {top_k}, top_p {top_p}, min_p {min_p}, \
         repetition_penalty {repetition_penalty}"
    )
}

/// Ends with the first signal to stop; the second ends the program.
fn signals() -> std::io::Result<impl Future<Output = ()>> {
    let mut signals = Signals::new()?;
    Ok(async move {
        signals.next().await;
        terminal::announce("stopping: answers come to their end; once more to stop at once");
        tokio::spawn(async move {
            signals.next().await;
            std::process::exit(INTERRUPTED.into());
        });
    })
}

/// Ctrl-C, and what supervisors send.
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
        // Where it cannot be listened for, nothing ends the server in order.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
