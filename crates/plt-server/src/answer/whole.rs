//! An answer that comes in one piece.

use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};

use super::wire::{Body, Choice, Head};
use super::{Answer, Piece};
use crate::ask::Dialect;
use crate::refusal::Refusal;

/// Waits until all answers are complete. If one of them fails, so does the request.
pub(crate) async fn whole(mut answer: Answer, dialect: Dialect) -> Result<Response, Refusal> {
    let head = Head::new(dialect, false, &answer.app);
    let mut texts = vec![String::new(); answer.progress.len()];
    let mut calls = vec![Vec::new(); answer.progress.len()];
    let mut gates = vec![None; answer.progress.len()];
    let mut logprobs = vec![None; answer.progress.len()];
    let mut reasons = vec![None; answer.progress.len()];
    while let Some(piece) = answer.next().await {
        let Piece { index, text, calls: more, logprob, gates: of_token, finish } = piece?;
        texts[index].push_str(&text);
        calls[index].extend(more);
        if let Some(of_token) = of_token {
            gates[index].get_or_insert_with(Vec::new).push(of_token);
        }
        if let Some(logprob) = logprob {
            logprobs[index].get_or_insert_with(Vec::new).push(logprob);
        }
        reasons[index] = finish.or(reasons[index]);
    }
    let choices = texts.into_iter().zip(calls).zip(logprobs).zip(reasons).enumerate();
    let choices = choices.map(|(index, (((text, calls), logprobs), reason))| {
        let mut choice = Choice::whole(dialect, index, (text, calls), logprobs, reason);
        choice.gates = gates[index].take();
        choice
    });
    let usage = Some(Some(answer.usage));
    let body = Body { head: &head, choices: choices.collect(), usage };
    let json = serde_json::to_string(&body).map_err(|error| Refusal::broken(&error))?;
    Ok(([(CONTENT_TYPE, HeaderValue::from_static("application/json"))], json).into_response())
}
