//! What goes wrong with a request, in the shape that OpenAI's clients read.

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use plt_runtime::Error as RuntimeError;
use serde::Serialize;

/// Seconds after which a server that was full may have room again.
const RETRY_SECONDS: HeaderValue = HeaderValue::from_static("1");

/// Why a request is not met.
#[derive(Debug, Clone)]
pub(crate) struct Refusal {
    pub status: StatusCode,
    code: Option<&'static str>,
    param: Option<String>,
    message: String,
}

/// The body of a refusal.
#[derive(Serialize)]
struct Body<'a> {
    error: Description<'a>,
}

#[derive(Serialize)]
struct Description<'a> {
    message: &'a str,
    r#type: &'static str,
    param: Option<&'a str>,
    code: Option<&'static str>,
}

impl Refusal {
    pub fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, code: None, param: None, message: message.into() }
    }

    /// A request that no server of this kind could meet.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    /// As much waits as may wait.
    pub fn overloaded() -> Self {
        let message = "the server has as much to do as it takes: try again later";
        Self::new(StatusCode::TOO_MANY_REQUESTS, message).code("overloaded")
    }

    /// An answer that ended early because the server stops.
    pub fn stopping() -> Self {
        let message = "the server is shutting down";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, message).code("shutting_down")
    }

    /// A server that would rather not be asked now.
    pub fn not_ready() -> Self {
        let message = "the server is shutting down, or its engine has just failed";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, message).code("not_ready")
    }

    /// An answer that took too long.
    pub fn too_late() -> Self {
        let message = "the answer was not complete in the time that this server gives it";
        Self::new(StatusCode::GATEWAY_TIMEOUT, message).code("timeout")
    }

    /// Something here is broken. What it is stands in the log and not in the answer: it may name
    /// what is nobody's business.
    pub fn broken(reason: &dyn std::fmt::Display) -> Self {
        tracing::error!(%reason, "a request failed");
        let message = "the engine failed on this request or on one beside it";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, message).code("engine_failed")
    }

    /// The same with the field that it is about.
    pub fn about(self, param: impl Into<String>) -> Self {
        Self { param: Some(param.into()), ..self }
    }

    /// The same with a code that programs can tell apart.
    pub fn code(self, code: &'static str) -> Self {
        Self { code: Some(code), ..self }
    }

    /// The body, as JSON.
    pub fn json(&self) -> String {
        let error = Description {
            message: &self.message,
            r#type: self.kind(),
            param: self.param.as_deref(),
            code: self.code,
        };
        serde_json::to_string(&Body { error }).unwrap_or_default()
    }

    fn kind(&self) -> &'static str {
        match self.status {
            StatusCode::UNAUTHORIZED => "authentication_error",
            StatusCode::TOO_MANY_REQUESTS => "rate_limit_error",
            status if status.is_server_error() => "server_error",
            _ => "invalid_request_error",
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let json = HeaderValue::from_static("application/json");
        let mut response = (self.status, [(CONTENT_TYPE, json)], self.json()).into_response();
        let header = match self.status {
            StatusCode::TOO_MANY_REQUESTS => Some((RETRY_AFTER, RETRY_SECONDS)),
            StatusCode::UNAUTHORIZED => {
                Some((WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")))
            }
            _ => None,
        };
        response.headers_mut().extend(header);
        response
    }
}

impl From<RuntimeError> for Refusal {
    /// Messages of the runtime may name files of the server: those are left out.
    fn from(error: RuntimeError) -> Self {
        match &error {
            RuntimeError::Sampling { field, .. } => Self::invalid(error.to_string()).about(*field),
            RuntimeError::PromptTooLong { .. } | RuntimeError::TextTooLong { .. } => {
                Self::invalid(error.to_string()).code("context_length_exceeded")
            }
            RuntimeError::EmptyPrompt | RuntimeError::UnknownToken { .. } => {
                Self::invalid(error.to_string()).about("prompt")
            }
            RuntimeError::Choices { .. } | RuntimeError::Conversation { .. } => {
                Self::invalid(error.to_string())
            }
            RuntimeError::NoTokenizer | RuntimeError::UnknownTokenizer { .. } => Self::invalid(
                "this model has no tokenizer that is known here: expected a prompt of token ids",
            ),
            RuntimeError::NoChatTemplate => {
                Self::invalid("this model has no chat template: expected /v1/completions")
            }
            RuntimeError::Template { reason, .. } => {
                Self::invalid(format!("the chat template cannot render this: {reason}"))
            }
            RuntimeError::Grammar { .. } => {
                tracing::warn!(%error, "an answer ended in the middle");
                Self::invalid(error.to_string())
            }
            RuntimeError::Overloaded { .. } => Self::overloaded(),
            RuntimeError::Closed => Self::stopping(),
            other => Self::broken(other),
        }
    }
}
