//! The engine: a scheduler on a thread of its own.

mod drafter;
mod events;
mod gates;
mod job;
mod limits;
mod memory;
mod open;
mod options;
mod request;
mod scheduler;
mod stats;

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use plt_model::{Backend, CacheLayout, Config};

pub use events::{Event, EventStream, Events, FinishReason, Logprobs, Timings};
pub use open::OpenOptions;
pub use options::{EngineOptions, QueueLimits};
pub(crate) use request::check_prompt;
pub use request::{Cancel, Request};
pub use scheduler::Scheduler;
pub use stats::EngineStats;

use crate::error::{Error, Result};
use crate::text_bundle::TextBundle;
use crate::text_model::TextModel;
use events::EventSender;
use limits::{Queue, Ticket};

/// A model that serves many requests at the same time, on a thread of its own.
///
/// Any thread may submit [`Request`]s and read their [`Events`]. Dropping the engine cancels
/// unfinished requests and waits for the pass that is running; [`drain`](Self::drain) lets answers
/// finish first.
///
/// A panic in a pass ends the running requests with [`Error::EngineFailed`]; waiting and new ones
/// are served.
pub struct Engine {
    config: Config,
    layout: CacheLayout,
    text: Arc<TextBundle>,
    context: usize,
    queue: Queue,
    stats: Arc<Mutex<EngineStats>>,
    /// `None` once the engine takes no more requests.
    inbox: Mutex<Option<Sender<Message>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

/// A command for the prefix cache. The thread answers with a number of tokens.
enum Command {
    Save { tenant: Vec<u8>, tokens: Vec<u32>, file: File, done: Sender<Result<usize>> },
    Load { tenant: Vec<u8>, file: File, done: Sender<Result<usize>> },
}

impl Command {
    fn run<B: Backend>(self, scheduler: &mut Scheduler<'_, B>) {
        let (done, result) = match self {
            Command::Save { tenant, tokens, file, done } => {
                (done, scheduler.save(&tenant, &tokens, &mut BufWriter::new(file)))
            }
            Command::Load { tenant, file, done } => {
                (done, scheduler.load(&tenant, &mut BufReader::new(file)))
            }
        };
        // The caller may be gone.
        drop(done.send(result));
    }
}

enum Message {
    Submit(Box<(Request, EventSender, Ticket)>),
    /// Runs between two passes.
    Run(Command),
    /// No more requests follow; unfinished ones are cancelled at this time.
    Drain(Instant),
}

impl Engine {
    /// Starts an engine on a loaded model and allocates its whole KV cache. [`open`](Self::open)
    /// loads a model by name.
    ///
    /// # Errors
    /// [`Error::Option`] for an option out of range; if the cache does not fit in memory; if the
    /// system does not start a thread.
    pub fn start<B: Backend>(model: TextModel<B>, options: EngineOptions) -> Result<Self> {
        let config = model.model().config().clone();
        let text = Arc::clone(model.text());
        let context = options.kv_cache_tokens.min(config.max_positions);
        let (inbox, messages) = channel();
        let (started, result) = channel();
        let run = move || {
            let tokenizer = model.tokenizer().ok();
            let scheduler = match Scheduler::new(model.model(), tokenizer, options) {
                Ok(scheduler) => scheduler,
                Err(error) => return drop(started.send(Err(error))),
            };
            let stats = Arc::new(Mutex::new(scheduler.stats()));
            let layout = scheduler.pool().layout().clone();
            drop(started.send(Ok((layout, Arc::clone(&stats)))));
            serve(scheduler, &messages, &stats);
        };
        let thread = std::thread::Builder::new().name("plt-engine".into()).spawn(run);
        let thread = thread.map_err(|error| Error::EngineFailed { reason: error.to_string() })?;
        let (layout, stats) = result.recv().unwrap_or(Err(Error::Closed))?;
        Ok(Self {
            config,
            layout,
            text,
            context,
            queue: Queue::new(options.queue),
            stats,
            inbox: Mutex::new(Some(inbox)),
            thread: Mutex::new(Some(thread)),
        })
    }

    /// Checks that the engine can serve a request, whatever the length of the queue.
    ///
    /// # Errors
    /// The errors of [`submit`](Self::submit) that do not depend on the queue.
    pub fn check(&self, request: &Request) -> Result<()> {
        let limit = self.context.min(self.queue.limits().tokens);
        request.check(&self.config, limit, self.text.tokenizer().is_ok())
    }

    /// Submits a request. End tokens and sampling that it does not set are the model's own.
    ///
    /// # Errors
    /// An empty prompt, one that does not fit, an unknown token, sampling parameters out of range,
    /// no choice, stop strings without a tokenizer; [`Error::Overloaded`] if the queue is full;
    /// [`Error::Closed`] after [`drain`](Self::drain).
    pub fn submit(&self, mut request: Request) -> Result<Events> {
        request.eos.get_or_insert_with(|| self.text.eos().to_vec());
        request.sampling.get_or_insert(self.text.sampling());
        self.check(&request)?;
        let inbox = lock(&self.inbox);
        let inbox = inbox.as_ref().ok_or(Error::Closed)?;
        let ticket = self.queue.enter(request.prompt.len())?;
        let (sender, events) = Events::channel(request.choices);
        let message = Message::Submit(Box::new((request, sender, ticket)));
        inbox.send(message).map_err(|_| Error::Closed)?;
        Ok(events)
    }

    /// Writes the longest cached prefix of these tokens of a tenant to a file, see
    /// [`Scheduler::save`]. Returns its length. Waits for the pass that is running.
    ///
    /// # Errors
    /// The errors of [`plt_model::Model::save`]; [`Error::Closed`] after [`drain`](Self::drain).
    pub fn save(&self, tenant: &[u8], tokens: &[u32], file: File) -> Result<usize> {
        let (tenant, tokens) = (tenant.to_vec(), tokens.to_vec());
        self.run(|done| Command::Save { tenant, tokens, file, done })
    }

    /// Puts a prefix that [`save`](Self::save) wrote into the prefix cache, for prompts of this
    /// tenant. Returns its length.
    ///
    /// # Errors
    /// The errors of [`plt_model::Model::restore`]; [`Error::Closed`] after [`drain`](Self::drain).
    pub fn load(&self, tenant: &[u8], file: File) -> Result<usize> {
        let tenant = tenant.to_vec();
        self.run(|done| Command::Load { tenant, file, done })
    }

    fn run(&self, command: impl FnOnce(Sender<Result<usize>>) -> Command) -> Result<usize> {
        let (done, result) = channel();
        let message = Message::Run(command(done));
        let sent = lock(&self.inbox).as_ref().map(|inbox| inbox.send(message));
        sent.and_then(Result::ok).ok_or(Error::Closed)?;
        result.recv().unwrap_or(Err(Error::Closed))
    }

    /// Rejects new requests, lets the others finish until `timeout`, and then cancels the rest.
    /// Returns when all of them have ended.
    pub fn drain(&self, timeout: Duration) {
        let now = Instant::now();
        // A timeout that the clock cannot represent becomes about a year.
        let deadline = now.checked_add(timeout).unwrap_or(now + Duration::from_secs(1 << 25));
        if let Some(inbox) = lock(&self.inbox).take() {
            drop(inbox.send(Message::Drain(deadline)));
        }
        self.join();
    }

    /// Returns the counters as of the last pass.
    pub fn stats(&self) -> EngineStats {
        *lock(&self.stats)
    }

    /// The model's config.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The layout of the KV cache and the carries, with their sizes.
    pub fn layout(&self) -> &CacheLayout {
        &self.layout
    }

    /// The tokenizer and template bundle.
    pub fn text(&self) -> &Arc<TextBundle> {
        &self.text
    }

    /// The maximum number of tokens of a prompt and its answer together.
    pub fn context(&self) -> usize {
        self.context
    }

    /// The maximum number of tokens of a prompt: one more must fit, and all of them must fit into
    /// the queue.
    pub fn prompt_limit(&self) -> usize {
        self.context.saturating_sub(1).min(self.queue.limits().tokens)
    }

    /// Whether the engine's thread runs. After [`drain`](Self::drain) it does not.
    pub fn is_running(&self) -> bool {
        lock(&self.thread).as_ref().is_some_and(|thread| !thread.is_finished())
    }

    fn join(&self) {
        // Taken out first, so that `is_running` does not wait for the join.
        let thread = lock(&self.thread).take();
        if let Some(thread) = thread {
            // The thread catches panics of passes; any other one has ended it.
            drop(thread.join());
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.drain(Duration::ZERO);
    }
}

/// The engine's thread.
fn serve<B: Backend>(
    mut scheduler: Scheduler<'_, B>,
    messages: &Receiver<Message>,
    stats: &Mutex<EngineStats>,
) {
    let mut deadline = None;
    loop {
        // Messages are read before the next pass. An idle thread waits for them.
        loop {
            let wait =
                if scheduler.is_idle() && deadline.is_none() { IDLE } else { Duration::ZERO };
            match messages.recv_timeout(wait) {
                Ok(Message::Submit(submission)) => {
                    let (request, events, ticket) = *submission;
                    scheduler.enqueue(request, events, Some(ticket));
                }
                Ok(Message::Run(command)) => command.run(&mut scheduler),
                Ok(Message::Drain(until)) => deadline = Some(until),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => {
                    deadline = deadline.or_else(|| Some(Instant::now()));
                    break;
                }
            }
        }
        if deadline.is_some_and(|deadline| scheduler.is_idle() || deadline <= Instant::now()) {
            scheduler.cancel_all();
            *lock(stats) = scheduler.stats();
            return;
        }
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| scheduler.step())) {
            let reason = message(panic.as_ref());
            tracing::error!(%reason, "a pass panicked");
            scheduler.recover(&reason);
        }
        *lock(stats) = scheduler.stats();
    }
}

/// How long an idle thread waits for a message at a time.
const IDLE: Duration = Duration::from_secs(3600);

/// Returns the message of a panic.
fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic without a message").to_owned()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // No thread panics while it holds one of these.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
