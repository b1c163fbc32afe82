//! The state that all requests share.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::StatusCode;
use plt_runtime::{Engine, TextBundle};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::api_error::ApiError;
use crate::keys::Keys;
use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::schema::RequestSchemas;
use crate::server::ServerOptions;

/// How long a server is not ready after a failure of its engine. It serves requests all the same.
const RECOVERY: Duration = Duration::from_secs(2);

/// A reservation of memory for the body of a request.
pub(crate) type BodyMemory = OwnedSemaphorePermit;

/// The state that all requests share.
pub(crate) struct App {
    pub engine: Engine,
    /// The model's name.
    pub model: String,
    /// When the server started, in seconds since 1970.
    pub created: u64,
    pub keys: Keys,
    pub limits: Limits,
    pub metrics: Metrics,
    pub schemas: RequestSchemas,
    /// Whether requests must name this machine in their `Host` header.
    pub checks_host: bool,
    /// Bytes of bodies.
    bodies: Arc<Semaphore>,
    preparing: Arc<Semaphore>,
    encoding: Arc<Semaphore>,
    stopping: AtomicBool,
}

impl App {
    pub fn new(engine: Engine, options: ServerOptions, checks_host: bool) -> Self {
        let ServerOptions { model, keys, limits, .. } = options;
        let semaphore = |count: usize| Arc::new(Semaphore::new(count.min(Semaphore::MAX_PERMITS)));
        Self {
            engine,
            metrics: Metrics::new(),
            schemas: RequestSchemas::new(&limits),
            model,
            created: seconds_since_1970(),
            keys,
            checks_host,
            bodies: semaphore(limits.preparing.saturating_mul(limits.body_bytes)),
            preparing: semaphore(limits.preparing),
            encoding: semaphore(limits.encoding),
            limits,
            stopping: AtomicBool::new(false),
        }
    }

    /// Returns the tokenizer, chat template and end tokens.
    pub fn text(&self) -> &TextBundle {
        self.engine.text()
    }

    /// Returns the maximum tokens of a prompt.
    pub fn prompt_limit(&self) -> usize {
        self.limits.prompt_tokens.min(self.engine.prompt_limit())
    }

    /// Returns the maximum values of a JSON body: the ids of the maximum number of prompts, and
    /// enough for everything else.
    pub fn max_values(&self) -> usize {
        const OTHERS: usize = 1 << 16;
        self.limits.choices.saturating_mul(self.prompt_limit()).saturating_add(OTHERS)
    }

    /// Reserves memory for more bytes of a body.
    pub fn reserve(&self, bytes: usize, reserved: &mut Option<BodyMemory>) -> Result<(), ApiError> {
        let bytes = u32::try_from(bytes).map_err(|_| ApiError::overloaded())?;
        let more = Arc::clone(&self.bodies).try_acquire_many_owned(bytes);
        let more = more.map_err(|_| ApiError::overloaded())?;
        match reserved {
            Some(reserved) => reserved.merge(more),
            None => *reserved = Some(more),
        }
        Ok(())
    }

    /// Takes a place among the requests that are encoded or wait for it.
    pub fn enter_queue(&self) -> Result<OwnedSemaphorePermit, ApiError> {
        Arc::clone(&self.preparing).try_acquire_owned().map_err(|_| ApiError::overloaded())
    }

    /// Waits until the request can be parsed and encoded.
    pub async fn enter_encoding(&self) -> Result<OwnedSemaphorePermit, ApiError> {
        // The semaphore is never closed.
        Arc::clone(&self.encoding).acquire_owned().await.map_err(|_| ApiError::stopping())
    }

    /// Fails if the request names another model.
    pub fn check_model(&self, named: Option<&str>) -> Result<(), ApiError> {
        match named {
            Some(name) if name != self.model => {
                let message = format!("model: not served here, expected {:?}", self.model);
                let error = ApiError::new(StatusCode::NOT_FOUND, message);
                Err(error.code("model_not_found").about("model"))
            }
            _ => Ok(()),
        }
    }

    /// Begins the shutdown: the server is not ready any more.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    /// Returns whether the engine runs, or has ended because the server shuts down.
    pub fn is_alive(&self) -> bool {
        self.engine.is_running() || self.stopping.load(Ordering::Relaxed)
    }

    /// Returns whether the server wants requests. It does not during its shutdown and for a moment
    /// after a failure of the engine, so that a load balancer prefers other servers.
    pub fn is_ready(&self) -> bool {
        let failed = self.engine.stats().last_failure;
        let recovered = failed.is_none_or(|failed| failed.elapsed() >= RECOVERY);
        recovered && self.engine.is_running() && !self.stopping.load(Ordering::Relaxed)
    }
}

/// Returns the time of day, as in OpenAI's `created`.
pub(crate) fn seconds_since_1970() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}
