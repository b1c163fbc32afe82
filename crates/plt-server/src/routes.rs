//! Routes and their handlers.

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
use tower_http::catch_panic::CatchPanicLayer;

use crate::api_error::ApiError;
use crate::app::{App, BodyMemory};
use crate::auth::{Tenant, authenticate};
use crate::request::{Endpoint, GenerateRequest, read_body};
use crate::response::{Completions, Model, Models, Status, TextOfTokens, Tokens, full, stream};
use crate::{openapi, page};

/// The content type of the Prometheus text format.
const METRICS: HeaderValue = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// Token ids of the longest response of `/tokenize` and of the longest request for `/detokenize`.
const MAX_IDS: usize = 1 << 20;

/// All routes, behind authentication.
pub(crate) fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/v1/completions", post(completions))
        .route("/v1/chat/completions", post(chat_completions))
        .route("/v1/models", get(models))
        // The name of a model may contain slashes.
        .route("/v1/models/{*model}", get(model))
        .route("/tokenize", post(tokenize))
        .route("/detokenize", post(detokenize))
        .route("/metrics", get(metrics))
        .route("/openapi.json", get(openapi))
        .route("/", get(page::html))
        .route("/page.js", get(page::script))
        .route("/health", get(health))
        .route("/ready", get(ready))
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(middleware::from_fn_with_state(Arc::clone(&app), authenticate))
        .layer(CatchPanicLayer::custom(|_| {
            ApiError::internal(&"a handler panicked").into_response()
        }))
        .with_state(app)
}

async fn completions(
    app: State<Arc<App>>,
    tenant: Extension<Tenant>,
    request: Request,
) -> Result<Response, ApiError> {
    generate(Endpoint::Completions, app, tenant, request).await
}

async fn chat_completions(
    app: State<Arc<App>>,
    tenant: Extension<Tenant>,
    request: Request,
) -> Result<Response, ApiError> {
    generate(Endpoint::Chat, app, tenant, request).await
}

async fn generate(
    endpoint: Endpoint,
    State(app): State<Arc<App>>,
    Extension(Tenant(tenant)): Extension<Tenant>,
    request: Request,
) -> Result<Response, ApiError> {
    let arrived = Instant::now();
    let read =
        move |app: &App, body: &[u8]| GenerateRequest::read(endpoint, body, app, &tenant, arrived);
    let request = prepare(&app, request, read).await?;
    let streaming = request.stream;
    let completions = Completions::submit(&app, request)?;
    match streaming {
        Some(options) => Ok(stream(completions, endpoint, options)),
        None => full(completions, endpoint).await,
    }
}

async fn models(State(app): State<Arc<App>>) -> Response {
    json_response(&Models { object: "list", data: [Model::new(&app)] })
}

async fn model(
    State(app): State<Arc<App>>,
    name: Result<Path<String>, PathRejection>,
) -> Result<Response, ApiError> {
    let Path(name) = name.map_err(|error| ApiError::invalid(error.body_text()).about("model"))?;
    app.check_model(Some(&name))?;
    Ok(json_response(&Model::new(&app)))
}

/// Encodes a prompt or a chat, as vLLM's route does.
async fn tokenize(State(app): State<Arc<App>>, request: Request) -> Result<Response, ApiError> {
    // The response is serialized where the request was read: off the threads of connections.
    let response = prepare(&app, request, |app, body| {
        let body = read_body(body, app, app.max_values())?;
        let tokens = app.schemas.tokenize.read(body)?.encode(app.text())?;
        if tokens.len() > MAX_IDS {
            let message = format!("prompt: {} tokens, expected at most {MAX_IDS}", tokens.len());
            return Err(ApiError::invalid(message).about("prompt").code("context_length_exceeded"));
        }
        let max_model_len = app.engine.context();
        Ok(json_response(&Tokens { count: tokens.len(), max_model_len, tokens }))
    });
    response.await
}

/// Decodes tokens, special ones included.
async fn detokenize(State(app): State<Arc<App>>, request: Request) -> Result<Response, ApiError> {
    let response = prepare(&app, request, |app, body| {
        let body = read_body(body, app, app.max_values().max(MAX_IDS + 100))?;
        let tokens = app.schemas.detokenize.read(body)?.ids();
        let text = app.text().tokenizer()?.decode(&tokens, false);
        let prompt = text.map_err(|error| ApiError::from(error).about("tokens"))?;
        Ok(json_response(&TextOfTokens { prompt }))
    });
    response.await
}

async fn metrics(State(app): State<Arc<App>>) -> Response {
    let text = app.metrics.text(&app.model, &app.engine.stats());
    ([(CONTENT_TYPE, METRICS)], text).into_response()
}

async fn openapi(State(app): State<Arc<App>>) -> Response {
    json_response(&openapi::document(&app))
}

/// Returns whether the process can serve requests: an engine that has ended does not restart.
async fn health(State(app): State<Arc<App>>) -> Result<Response, ApiError> {
    match app.is_alive() {
        true => Ok(json_response(&Status { status: "ok" })),
        false => Err(ApiError::not_ready()),
    }
}

/// Returns whether the server wants requests.
async fn ready(State(app): State<Arc<App>>) -> Result<Response, ApiError> {
    match app.is_ready() {
        true => Ok(json_response(&Status { status: "ready" })),
        false => Err(ApiError::not_ready()),
    }
}

async fn not_found() -> ApiError {
    ApiError::new(StatusCode::NOT_FOUND, "no such route: /openapi.json lists them")
}

async fn method_not_allowed() -> ApiError {
    ApiError::new(StatusCode::METHOD_NOT_ALLOWED, "method not allowed: the Allow header lists them")
}

/// Receives the body of a request and reads it with `read`, on a thread that may block.
async fn prepare<T: Send + 'static>(
    app: &Arc<App>,
    request: Request,
    read: impl FnOnce(&App, &[u8]) -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    let (body, memory) = receive_body(app, request).await?;
    let queued = app.enter_queue()?;
    let encoding = app.enter_encoding().await?;
    let app = Arc::clone(app);
    // The permits are held until the work is done, even if the client disconnects.
    let work = move || (read(&app, &body), memory, queued, encoding).0;
    tokio::task::spawn_blocking(work).await.map_err(|error| ApiError::internal(&error))?
}

/// Receives a body of JSON that is small enough and in time. Returns it with its reservation of
/// memory, which grows as the body comes: a slow client with a large `Content-Length` holds little.
async fn receive_body(
    app: &App,
    request: Request,
) -> Result<(Vec<u8>, Option<BodyMemory>), ApiError> {
    let limit = app.limits.body_bytes;
    let too_large = || {
        let message = format!("body: too large, expected at most {limit} bytes");
        ApiError::new(StatusCode::PAYLOAD_TOO_LARGE, message).code("request_too_large")
    };
    if !is_json(request.headers()) {
        let message = "Content-Type: expected application/json";
        return Err(ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, message));
    }
    let length = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    if length.and_then(|length| length.parse().ok()).is_some_and(|length: usize| length > limit) {
        return Err(too_large());
    }
    let mut rest = request.into_body();
    let all = async {
        let (mut all, mut memory) = (Vec::new(), None);
        while let Some(frame) = rest.frame().await {
            let ended = |_| ApiError::invalid("body: the connection ended before its end");
            // Trailers are ignored.
            let Ok(data) = frame.map_err(ended)?.into_data() else { continue };
            if data.len() > limit - all.len() {
                return Err(too_large());
            }
            app.reserve(data.len(), &mut memory)?;
            all.extend_from_slice(&data);
        }
        Ok((all, memory))
    };
    let late = |_| ApiError::new(StatusCode::REQUEST_TIMEOUT, "body: timed out before its end");
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
        Err(error) => ApiError::internal(&error).into_response(),
    }
}
