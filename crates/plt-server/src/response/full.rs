//! Responses in one piece.

use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;

use super::body::{Choice, Finished, Full, Head, MessageContent, TextContent, ToolCall};
use super::{Completions, Piece};
use crate::api_error::ApiError;
use crate::request::Endpoint;

/// Waits until all choices are complete. If one of them fails, the request fails.
pub(crate) async fn full(
    completions: Completions,
    endpoint: Endpoint,
) -> Result<Response, ApiError> {
    match endpoint {
        Endpoint::Completions => collect::<TextContent>(completions, endpoint).await,
        Endpoint::Chat => collect::<MessageContent>(completions, endpoint).await,
    }
}

async fn collect<C>(mut completions: Completions, endpoint: Endpoint) -> Result<Response, ApiError>
where
    C: From<(String, Vec<ToolCall>)> + Serialize,
{
    let head = Head::new(endpoint, false, &completions.app);
    let indices = 0..completions.progress.len();
    let mut choices: Vec<Finished> =
        indices.map(|index| Finished { index, ..Finished::default() }).collect();
    while let Some(piece) = completions.next().await {
        let Piece { index, text, calls, logprob, gates, finish } = piece?;
        let choice = &mut choices[index];
        choice.text.push_str(&text);
        choice.tool_calls.extend(calls);
        if let Some(gates) = gates {
            choice.gates.get_or_insert_default().push(gates);
        }
        if let Some(logprob) = logprob {
            choice.logprobs.get_or_insert_default().push(logprob);
        }
        choice.finish_reason = finish.or(choice.finish_reason);
    }
    let choices = choices.into_iter().map(|choice| Choice::<C>::finished(endpoint, choice));
    let body = Full { head: &head, choices: choices.collect(), usage: completions.usage };
    let json = serde_json::to_string(&body).map_err(|error| ApiError::internal(&error))?;
    Ok(([(CONTENT_TYPE, HeaderValue::from_static("application/json"))], json).into_response())
}
