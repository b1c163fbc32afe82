//! Errors of requests, in the shape that OpenAI's clients read.

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use plt_runtime::Error as RuntimeError;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// Seconds after which an overloaded server may have room again.
const RETRY_SECONDS: HeaderValue = HeaderValue::from_static("1");
/// Characters of a string value that an error repeats.
const VALUE_CHARS: usize = 40;

/// Why a request failed.
#[derive(Debug, Clone)]
pub(crate) struct ApiError {
    pub status: StatusCode,
    code: Option<&'static str>,
    param: Option<String>,
    message: String,
}

/// An error, as OpenAI's API writes it.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ErrorBody<'a> {
    error: Description<'a>,
}

#[derive(Serialize, JsonSchema)]
struct Description<'a> {
    /// The error: its cause, its place and a remedy.
    message: &'a str,
    /// The class of the error; it follows from the status.
    r#type: &'static str,
    /// The field of the request that the error is about.
    param: Option<&'a str>,
    /// The kind of error, for programs.
    code: Option<&'static str>,
}

impl ApiError {
    pub fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, code: None, param: None, message: message.into() }
    }

    /// A request that is wrong in itself.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    /// A value that differs from what its field takes.
    pub fn expected(param: &str, expected: &str, found: &Value) -> Self {
        let found = describe(found);
        Self::invalid(format!("{param}: expected {expected}, found {found}")).about(param)
    }

    /// The queue, or the memory for request bodies, is full.
    pub fn overloaded() -> Self {
        let message = "server overloaded; retry after the time in Retry-After";
        Self::new(StatusCode::TOO_MANY_REQUESTS, message).code("overloaded")
    }

    /// The server stopped before the response was complete.
    pub fn stopping() -> Self {
        let message = "server is shutting down; retry later or on another server";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, message).code("shutting_down")
    }

    /// The server wants no requests now; a readiness check gets this error.
    pub fn not_ready() -> Self {
        let message = "server is shutting down, or its engine has just failed";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, message).code("not_ready")
    }

    /// The response was not complete within [`Timeouts::request`](crate::Timeouts::request).
    pub fn timed_out(after: Option<std::time::Duration>) -> Self {
        let after = after.map(|after| format!(" after {} s", after.as_secs_f64()));
        let message = format!("request timed out{} (--request-timeout)", after.unwrap_or_default());
        Self::new(StatusCode::GATEWAY_TIMEOUT, message).code("timeout")
    }

    /// A fault of the server. The reason goes to the log only: it may name files of the server.
    pub fn internal(reason: &dyn std::fmt::Display) -> Self {
        tracing::error!(%reason, "request failed");
        let message = "internal error: the engine failed on this request or on one in its batch";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, message).code("engine_failed")
    }

    /// Adds the field that the error is about.
    pub fn about(self, param: impl Into<String>) -> Self {
        Self { param: Some(param.into()), ..self }
    }

    /// Adds a code for programs.
    pub fn code(self, code: &'static str) -> Self {
        Self { code: Some(code), ..self }
    }

    /// Returns the response body, as JSON.
    pub fn json(&self) -> String {
        let error = Description {
            message: &self.message,
            r#type: self.kind(),
            param: self.param.as_deref(),
            code: self.code,
        };
        serde_json::to_string(&ErrorBody { error }).unwrap_or_default()
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

/// Describes a value that was found in a request, in a few words.
pub(crate) fn describe(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("a list of {}", items.len()),
        Value::Object(_) => "an object".to_owned(),
        Value::String(text) if text.chars().count() > VALUE_CHARS => {
            format!("{:?}…", text.chars().take(VALUE_CHARS).collect::<String>())
        }
        other => other.to_string(),
    }
}

impl IntoResponse for ApiError {
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

impl From<RuntimeError> for ApiError {
    /// Leaves out messages that may name files of the server.
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
            RuntimeError::NoTokenizer | RuntimeError::UnknownTokenizer { .. } => {
                Self::invalid("this model has no supported tokenizer: send the prompt as token ids")
            }
            RuntimeError::NoChatTemplate => {
                Self::invalid("this model has no chat template: use /v1/completions")
            }
            RuntimeError::Template { reason, .. } => {
                Self::invalid(format!("the chat template failed on this request: {reason}"))
            }
            RuntimeError::Grammar { .. } => {
                tracing::warn!(%error, "structured output failed");
                Self::invalid(error.to_string())
            }
            RuntimeError::Overloaded { .. } => Self::overloaded(),
            RuntimeError::Closed => Self::stopping(),
            other => Self::internal(other),
        }
    }
}
