//! What can be asked, and where.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Router, middleware};
use http_body_util::BodyExt as _;
use serde::Serialize;
use serde_json::json;
use tower_http::catch_panic::CatchPanicLayer;

use crate::answer::{Answer, stream, whole};
use crate::app::{App, Room};
use crate::ask::{Ask, Chat, Dialect, Prompt, ids};
use crate::fields::Fields;
use crate::guard::{Tenant, guard};
use crate::refusal::Refusal;
use crate::{openapi, page};

/// Prometheus's text format.
const METRICS: HeaderValue = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// Token ids of the longest answer of `/tokenize`, and of the longest request for `/detokenize`.
const MOST_IDS: usize = 1 << 20;

/// All routes, behind the guard.
pub(crate) fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/v1/completions", post(completions))
        .route("/v1/chat/completions", post(chat_completions))
        .route("/v1/models", get(models))
        // A name may have slashes in it.
        .route("/v1/models/{*model}", get(model))
        .route("/tokenize", post(tokenize))
        .route("/detokenize", post(detokenize))
        .route("/metrics", get(metrics))
        .route("/openapi.json", get(openapi))
        .route("/", get(page::html))
        .route("/page.js", get(page::script))
        .route("/health", get(health))
        .route("/ready", get(ready))
        .fallback(no_such_route)
        .method_not_allowed_fallback(no_such_method)
        .layer(middleware::from_fn_with_state(Arc::clone(&app), guard))
        .layer(CatchPanicLayer::custom(|_| Refusal::broken(&"a handler panicked").into_response()))
        .with_state(app)
}

async fn completions(
    app: State<Arc<App>>,
    tenant: Extension<Tenant>,
    request: Request,
) -> Result<Response, Refusal> {
    generate(Dialect::Completion, app, tenant, request).await
}

async fn chat_completions(
    app: State<Arc<App>>,
    tenant: Extension<Tenant>,
    request: Request,
) -> Result<Response, Refusal> {
    generate(Dialect::Chat, app, tenant, request).await
}

async fn generate(
    dialect: Dialect,
    State(app): State<Arc<App>>,
    Extension(Tenant(tenant)): Extension<Tenant>,
    request: Request,
) -> Result<Response, Refusal> {
    let arrived = Instant::now();
    let read = move |app: &App, body: &[u8]| Ask::read(dialect, body, app, &tenant, arrived);
    let ask = prepare(&app, request, read).await?;
    let streaming = ask.stream;
    let answer = Answer::submit(&app, ask)?;
    match streaming {
        Some(options) => Ok(stream(answer, dialect, options)),
        None => whole(answer, dialect).await,
    }
}

#[derive(Serialize)]
struct Model<'a> {
    id: &'a str,
    object: &'static str,
    created: u64,
    owned_by: &'static str,
    /// Tokens of prompt and answer together, as vLLM calls it.
    max_model_len: usize,
    plt: Facts,
}

/// What is particular to a looped model.
#[derive(Serialize)]
struct Facts {
    loops: usize,
    loop_rule: &'static str,
    window_keys: usize,
    kv_bytes_per_token: usize,
    /// Windows and carries of the later loops, however long the sequence is.
    kv_bytes_per_sequence: usize,
    /// Whether it has a chat template.
    chat: bool,
}

impl<'a> Model<'a> {
    fn of(app: &'a App) -> Self {
        let max_model_len = app.engine.positions();
        let (loops, layout) = (&app.engine.config().loops, app.engine.layout());
        let plt = Facts {
            loops: loops.count,
            loop_rule: loops.rule.name(),
            window_keys: loops.window_keys,
            kv_bytes_per_token: layout.bytes_per_token(),
            kv_bytes_per_sequence: layout.bytes_per_sequence() + layout.carry_bytes_per_sequence(),
            chat: app.text().chat_template().is_ok(),
        };
        Self {
            id: &app.model,
            object: "model",
            created: app.created,
            owned_by: "plt",
            max_model_len,
            plt,
        }
    }
}

async fn models(State(app): State<Arc<App>>) -> Response {
    json_response(&json!({ "object": "list", "data": [Model::of(&app)] }))
}

async fn model(
    State(app): State<Arc<App>>,
    name: Result<Path<String>, PathRejection>,
) -> Result<Response, Refusal> {
    let Path(name) = name.map_err(|error| Refusal::invalid(error.body_text()).about("model"))?;
    app.check_model(Some(&name))?;
    Ok(json_response(&Model::of(&app)))
}

/// `{"prompt": TEXT}` or `{"messages": […]}` to token ids, as vLLM does it.
async fn tokenize(State(app): State<Arc<App>>, request: Request) -> Result<Response, Refusal> {
    #[derive(Serialize)]
    struct Tokens {
        count: usize,
        max_model_len: usize,
        tokens: Vec<u32>,
    }
    // Written where it was read: a long answer is no work for who serves connections.
    let answer = prepare(&app, request, |app, body| {
        let mut fields = Fields::parse(body, app.most_values())?;
        app.check_model(fields.text("model")?.as_deref())?;
        let add_special = fields.flag("add_special_tokens")?.unwrap_or(true);
        let prompt = match fields.text("prompt")? {
            Some(text) => Prompt::Text(text),
            None => Prompt::Conversation(Chat::read(&mut fields)?),
        };
        fields.finish(&[])?;
        let (tokens, max_model_len) =
            (prompt.encode(app.text(), add_special)?, app.engine.positions());
        if tokens.len() > MOST_IDS {
            let message = format!("{} tokens: expected at most {MOST_IDS}", tokens.len());
            return Err(Refusal::invalid(message).about("prompt").code("context_length_exceeded"));
        }
        Ok(json_response(&Tokens { count: tokens.len(), max_model_len, tokens }))
    });
    answer.await
}

/// `{"tokens": […]}` to text, special tokens included.
async fn detokenize(State(app): State<Arc<App>>, request: Request) -> Result<Response, Refusal> {
    let answer = prepare(&app, request, |app, body| {
        let mut fields = Fields::parse(body, app.most_values().max(MOST_IDS + 100))?;
        app.check_model(fields.text("model")?.as_deref())?;
        let Some(tokens) = fields.list("tokens")? else {
            return Err(Refusal::invalid("tokens: expected a list of token ids").about("tokens"));
        };
        let tokens = ids("tokens", &tokens)?;
        fields.finish(&[])?;
        let tokenizer = app.text().tokenizer()?;
        let text =
            tokenizer.decode(&tokens, false).map_err(|e| Refusal::from(e).about("tokens"))?;
        Ok(json_response(&json!({ "prompt": text })))
    });
    answer.await
}

async fn metrics(State(app): State<Arc<App>>) -> Response {
    let text = app.metrics.text(&app.model, &app.engine.stats());
    ([(CONTENT_TYPE, METRICS)], text).into_response()
}

async fn openapi(State(app): State<Arc<App>>) -> Response {
    json_response(&openapi::document(&app))
}

/// Whether there is any hope: an engine that has ended does not come back, the process must.
async fn health(State(app): State<Arc<App>>) -> Result<Response, Refusal> {
    match app.is_alive() {
        true => Ok(json_response(&json!({ "status": "ok" }))),
        false => Err(Refusal::not_ready()),
    }
}

/// Whether it takes requests.
async fn ready(State(app): State<Arc<App>>) -> Result<Response, Refusal> {
    match app.is_ready() {
        true => Ok(json_response(&json!({ "status": "ready" }))),
        false => Err(Refusal::not_ready()),
    }
}

async fn no_such_route() -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "there is no such route")
}

async fn no_such_method() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "this route has another method")
}

/// Reads a request's body and has `read` make something of it, on a thread where that may take time.
async fn prepare<T: Send + 'static>(
    app: &Arc<App>,
    request: Request,
    read: impl FnOnce(&App, &[u8]) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let (body, room) = body(app, request).await?;
    let place = app.prepare()?;
    let turn = app.encode().await?;
    let app = Arc::clone(app);
    // All are taken until the work is done, whether or not the client waits for it.
    let work = move || (read(&app, &body), room, place, turn).0;
    tokio::task::spawn_blocking(work).await.map_err(|error| Refusal::broken(&error))?
}

/// The whole body, if it is JSON, small enough and comes in time; and the room that it takes among all
/// bodies. A body takes room as it comes: whoever sends little takes little.
async fn body(app: &App, request: Request) -> Result<(Vec<u8>, Option<Room>), Refusal> {
    let limit = app.limits.body_bytes;
    let too_large = || {
        let message = format!("the body is too large: expected at most {limit} bytes");
        Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, message).code("request_too_large")
    };
    if !is_json(request.headers()) {
        let message = "expected a body with `Content-Type: application/json`";
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, message));
    }
    let length = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    if length.and_then(|length| length.parse().ok()).is_some_and(|length: usize| length > limit) {
        return Err(too_large());
    }
    let mut rest = request.into_body();
    let all = async {
        let (mut all, mut room) = (Vec::new(), None);
        while let Some(frame) = rest.frame().await {
            let ended = |_| Refusal::invalid("the body ended before its end");
            // Trailers say nothing here.
            let Ok(data) = frame.map_err(ended)?.into_data() else { continue };
            if data.len() > limit - all.len() {
                return Err(too_large());
            }
            app.room(data.len(), &mut room)?;
            all.extend_from_slice(&data);
        }
        Ok((all, room))
    };
    let late = |_| Refusal::new(StatusCode::REQUEST_TIMEOUT, "the body did not come in time");
    tokio::time::timeout(app.limits.timeouts.body, all).await.map_err(late)?
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = value.and_then(|value| value.split(';').next());
    essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"))
}

fn json_response(value: &impl Serialize) -> Response {
    match serde_json::to_string(value) {
        Ok(json) => ([(CONTENT_TYPE, JSON)], json).into_response(),
        Err(error) => Refusal::broken(&error).into_response(),
    }
}
