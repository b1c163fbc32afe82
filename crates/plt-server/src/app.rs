//! What all requests share.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::StatusCode;
use plt_runtime::{Engine, Text};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::keys::Keys;
use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::refusal::Refusal;
use crate::server::ServerOptions;

/// How long a server is not ready after its engine has failed. It serves who comes nevertheless.
const RECOVERY: Duration = Duration::from_secs(2);

/// Room that the body of a request takes.
pub(crate) type Room = OwnedSemaphorePermit;

/// What all requests share.
pub(crate) struct App {
    pub engine: Engine,
    /// What the model is called.
    pub model: String,
    /// When it came, in seconds since 1970.
    pub created: u64,
    pub keys: Keys,
    pub limits: Limits,
    pub metrics: Metrics,
    /// Whether only this machine may ask.
    pub is_local: bool,
    /// Bytes of bodies.
    bodies: Arc<Semaphore>,
    preparing: Arc<Semaphore>,
    encoding: Arc<Semaphore>,
    stopping: AtomicBool,
}

impl App {
    pub fn new(engine: Engine, options: ServerOptions, is_local: bool) -> Self {
        let ServerOptions { model, keys, limits, .. } = options;
        let places = |count: usize| Arc::new(Semaphore::new(count.min(Semaphore::MAX_PERMITS)));
        Self {
            engine,
            metrics: Metrics::new(),
            model,
            created: seconds_since_1970(),
            keys,
            is_local,
            bodies: places(limits.preparing.saturating_mul(limits.body_bytes)),
            preparing: places(limits.preparing),
            encoding: places(limits.encoding),
            limits,
            stopping: AtomicBool::new(false),
        }
    }

    /// Tokenizer, chat template, end tokens.
    pub fn text(&self) -> &Text {
        self.engine.text()
    }

    /// Tokens that a prompt may have.
    pub fn prompt_limit(&self) -> usize {
        self.limits.prompt_tokens.min(self.engine.prompt_limit())
    }

    /// Values that the JSON of a request may have: the ids of as many prompts as there may be, and enough
    /// for everything else.
    pub fn most_values(&self) -> usize {
        const OTHERS: usize = 1 << 16;
        self.limits.choices.saturating_mul(self.prompt_limit()).saturating_add(OTHERS)
    }

    /// Room for more bytes of a request's body.
    pub fn room(&self, bytes: usize, taken: &mut Option<Room>) -> Result<(), Refusal> {
        let bytes = u32::try_from(bytes).map_err(|_| Refusal::overloaded())?;
        let more = Arc::clone(&self.bodies).try_acquire_many_owned(bytes);
        let more = more.map_err(|_| Refusal::overloaded())?;
        match taken {
            Some(taken) => taken.merge(more),
            None => *taken = Some(more),
        }
        Ok(())
    }

    /// A place among the requests that are encoded or wait for that.
    pub fn prepare(&self) -> Result<OwnedSemaphorePermit, Refusal> {
        Arc::clone(&self.preparing).try_acquire_owned().map_err(|_| Refusal::overloaded())
    }

    /// A place among those of them that are parsed and encoded, when there is one.
    pub async fn encode(&self) -> Result<OwnedSemaphorePermit, Refusal> {
        // It is never closed.
        Arc::clone(&self.encoding).acquire_owned().await.map_err(|_| Refusal::stopping())
    }

    /// Fails unless a request means this model: it names it, or none.
    pub fn check_model(&self, named: Option<&str>) -> Result<(), Refusal> {
        match named {
            Some(name) if name != self.model => {
                let message = format!("there is no such model: expected {:?}", self.model);
                let refusal = Refusal::new(StatusCode::NOT_FOUND, message);
                Err(refusal.code("model_not_found").about("model"))
            }
            _ => Ok(()),
        }
    }

    /// From now on the server is not ready.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    /// Whether the engine is there, or ends because the server does.
    pub fn is_alive(&self) -> bool {
        self.engine.is_running() || self.stopping.load(Ordering::Relaxed)
    }

    /// Whether the server wants requests: it does not while it stops, and for a moment after the
    /// engine has failed, so that whoever shares out requests gives them to others first.
    pub fn is_ready(&self) -> bool {
        let failed = self.engine.stats().last_failure;
        let recovered = failed.is_none_or(|failed| failed.elapsed() >= RECOVERY);
        recovered && self.engine.is_running() && !self.stopping.load(Ordering::Relaxed)
    }
}

/// The time of day, as OpenAI's `created`.
pub(crate) fn seconds_since_1970() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}
