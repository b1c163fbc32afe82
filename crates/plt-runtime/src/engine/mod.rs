//! The handle that a program holds: a scheduler on a thread of its own.

mod drafter;
mod gates;
mod job;
mod limits;
mod memory;
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

pub use options::{EngineOptions, QueueLimits};
pub(crate) use request::check_prompt;
pub use request::{Cancel, Event, Events, FinishReason, Logprobs, Request, Timings};
pub use scheduler::Scheduler;
pub use stats::EngineStats;

use crate::error::{Error, Result};
use crate::text_model::{Text, TextModel};
use limits::{Queue, Ticket};
use request::EventSender;

/// A model that serves many requests at a time, on a thread of its own.
///
/// Whoever holds it submits [`Request`]s from any thread and reads their [`Events`]. Dropping it
/// cancels what is unfinished and waits for the pass that is running; [`drain`](Self::drain) lets
/// answers come to their end first.
///
/// A panic in a pass ends the requests that were running with [`Error::EngineFailed`]; those that
/// wait, and those that come, are served.
pub struct Engine {
    config: Config,
    layout: CacheLayout,
    text: Arc<Text>,
    positions: usize,
    queue: Queue,
    stats: Arc<Mutex<EngineStats>>,
    /// `None` once the engine takes no more requests.
    inbox: Mutex<Option<Sender<Message>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

/// Something that the thread does with what its scheduler keeps, and tells how many tokens it was.
enum Errand {
    Save { tenant: Vec<u8>, tokens: Vec<u32>, file: File, done: Sender<Result<usize>> },
    Load { tenant: Vec<u8>, file: File, done: Sender<Result<usize>> },
}

impl Errand {
    fn run<B: Backend>(self, scheduler: &mut Scheduler<'_, B>) {
        let (done, result) = match self {
            Errand::Save { tenant, tokens, file, done } => {
                (done, scheduler.save(&tenant, &tokens, &mut BufWriter::new(file)))
            }
            Errand::Load { tenant, file, done } => {
                (done, scheduler.load(&tenant, &mut BufReader::new(file)))
            }
        };
        // Whoever asked may have gone.
        drop(done.send(result));
    }
}

enum Message {
    Submit(Box<(Request, EventSender, Ticket)>),
    /// Between two passes.
    Do(Errand),
    /// Nothing more comes; what is not done by then is cancelled.
    Drain(Instant),
}

impl Engine {
    /// Starts an engine. All the keys and values that it will ever use are allocated here.
    ///
    /// # Errors
    /// [`Error::Option`] for options that make no sense; if the cache does not fit in memory; if the
    /// system gives no thread.
    pub fn start<B: Backend>(model: TextModel<B>, options: EngineOptions) -> Result<Self> {
        let config = model.model().config().clone();
        let text = Arc::clone(model.text());
        let positions = options.positions.min(config.max_positions);
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
            positions,
            queue: Queue::new(options.queue),
            stats,
            inbox: Mutex::new(Some(inbox)),
            thread: Mutex::new(Some(thread)),
        })
    }

    /// Whether a request could be met, were there room for it.
    ///
    /// # Errors
    /// Those of [`submit`](Self::submit) that are not about room.
    pub fn check(&self, request: &Request) -> Result<()> {
        let limit = self.positions.min(self.queue.limits().tokens);
        request.check(&self.config, limit, self.text.tokenizer().is_ok())
    }

    /// Hands in a request.
    ///
    /// # Errors
    /// An empty prompt, one that does not fit, an unknown token, sampling parameters out of range,
    /// no choice, stop texts without a tokenizer; [`Error::Overloaded`] if too much waits already;
    /// [`Error::Closed`] after [`drain`](Self::drain).
    pub fn submit(&self, request: Request) -> Result<Events> {
        self.check(&request)?;
        let inbox = lock(&self.inbox);
        let inbox = inbox.as_ref().ok_or(Error::Closed)?;
        let ticket = self.queue.enter(request.prompt.len())?;
        let (sender, events) = Events::channel(request.choices);
        let message = Message::Submit(Box::new((request, sender, ticket)));
        inbox.send(message).map_err(|_| Error::Closed)?;
        Ok(events)
    }

    /// Writes to a file what is kept of these tokens of a tenant, see [`Scheduler::save`]; how many of
    /// them that is. Waits for the pass that is running.
    ///
    /// # Errors
    /// Those of [`plt_model::Model::save`]; [`Error::Closed`] after [`drain`](Self::drain).
    pub fn save(&self, tenant: &[u8], tokens: &[u32], file: File) -> Result<usize> {
        let (tenant, tokens) = (tenant.to_vec(), tokens.to_vec());
        self.errand(|done| Errand::Save { tenant, tokens, file, done })
    }

    /// Keeps what [`save`](Self::save) wrote, for prompts of this tenant; how many tokens that is.
    ///
    /// # Errors
    /// Those of [`plt_model::Model::restore`]; [`Error::Closed`] after [`drain`](Self::drain).
    pub fn load(&self, tenant: &[u8], file: File) -> Result<usize> {
        let tenant = tenant.to_vec();
        self.errand(|done| Errand::Load { tenant, file, done })
    }

    fn errand(&self, errand: impl FnOnce(Sender<Result<usize>>) -> Errand) -> Result<usize> {
        let (done, result) = channel();
        let message = Message::Do(errand(done));
        let sent = lock(&self.inbox).as_ref().map(|inbox| inbox.send(message));
        sent.and_then(Result::ok).ok_or(Error::Closed)?;
        result.recv().unwrap_or(Err(Error::Closed))
    }

    /// Takes no more requests, lets those that it has come to their end, up to `timeout`, and then
    /// cancels the rest. Returns when all of them have ended.
    pub fn drain(&self, timeout: Duration) {
        let now = Instant::now();
        // An hour, or a year, is as good as forever.
        let deadline = now.checked_add(timeout).unwrap_or(now + Duration::from_secs(1 << 25));
        if let Some(inbox) = lock(&self.inbox).take() {
            drop(inbox.send(Message::Drain(deadline)));
        }
        self.join();
    }

    /// What was done up to the last pass, and what was held then.
    pub fn stats(&self) -> EngineStats {
        *lock(&self.stats)
    }

    /// The model's config.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Where keys, values and carries lie, and what they cost.
    pub fn layout(&self) -> &CacheLayout {
        &self.layout
    }

    /// Tokenizer, chat template, end tokens.
    pub fn text(&self) -> &Arc<Text> {
        &self.text
    }

    /// Tokens that prompt and answer may have together.
    pub fn positions(&self) -> usize {
        self.positions
    }

    /// Tokens of the longest prompt: one more must fit, and all of them may have to wait.
    pub fn prompt_limit(&self) -> usize {
        self.positions.saturating_sub(1).min(self.queue.limits().tokens)
    }

    /// Whether its thread is there to answer: not after [`drain`](Self::drain).
    pub fn is_running(&self) -> bool {
        lock(&self.thread).as_ref().is_some_and(|thread| !thread.is_finished())
    }

    fn join(&self) {
        // Nobody who asks whether it runs waits for its end.
        let thread = lock(&self.thread).take();
        if let Some(thread) = thread {
            // The thread catches panics of passes; one that it could not catch has ended it.
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
        // Whatever came goes in before the next pass; with nothing to do, the thread waits for it.
        loop {
            let wait =
                if scheduler.is_idle() && deadline.is_none() { IDLE } else { Duration::ZERO };
            match messages.recv_timeout(wait) {
                Ok(Message::Submit(submission)) => {
                    let (request, events, ticket) = *submission;
                    scheduler.enqueue(request, events, Some(ticket));
                }
                Ok(Message::Do(errand)) => errand.run(&mut scheduler),
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

/// How long the thread sleeps at a time with nothing to do.
const IDLE: Duration = Duration::from_secs(3600);

/// What a panic said.
fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic without a message").to_owned()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nobody panics while holding one of these.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
