//! An answer that comes piece by piece, as server-sent events.

use std::convert::Infallible;
use std::time::Duration;

use axum::http::{HeaderName, HeaderValue};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};

use super::wire::{Body, Choice, Head};
use super::{Answer, Piece};
use crate::ask::{Dialect, Streaming};

/// How long nothing may come before a comment says that something will: proxies cut what is silent.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// What keeps proxies from collecting an answer before they pass it on.
const NO_BUFFERING: (HeaderName, HeaderValue) =
    (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));

/// An answer on its way to a client.
struct Chunks {
    answer: Answer,
    dialect: Dialect,
    options: Streaming,
    head: Head,
    /// Of each answer, whether anything was said of it.
    begun: Vec<bool>,
    next: Next,
}

/// What comes next.
enum Next {
    Piece,
    Usage,
    Done,
    Nothing,
}

/// The pieces as they come; then how many tokens there were, if that was asked for; then
/// `data: [DONE]`. An error ends the stream in place of all that: only what is whole is done.
pub(crate) fn stream(answer: Answer, dialect: Dialect, options: Streaming) -> Response {
    let chunks = Chunks {
        dialect,
        options,
        head: Head::new(dialect, true, &answer.app),
        begun: vec![false; answer.progress.len()],
        next: Next::Piece,
        answer,
    };
    let events = futures_util::stream::unfold(chunks, |mut chunks| async {
        let data = chunks.next_chunk().await?;
        Some((Ok::<_, Infallible>(Event::default().data(data)), chunks))
    });
    let sse = Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE));
    ([NO_BUFFERING], sse).into_response()
}

impl Chunks {
    /// The data of the next event.
    async fn next_chunk(&mut self) -> Option<String> {
        loop {
            match self.next {
                Next::Piece => match self.answer.next().await {
                    Some(Ok(piece)) => {
                        if let Some(choice) = self.choice(piece) {
                            return Some(self.chunk(vec![choice], None));
                        }
                    }
                    Some(Err(refusal)) => {
                        self.next = Next::Nothing;
                        return Some(refusal.json());
                    }
                    None if self.options.include_usage => self.next = Next::Usage,
                    None => self.next = Next::Done,
                },
                Next::Usage => {
                    self.next = Next::Done;
                    return Some(self.chunk(Vec::new(), Some(self.answer.usage)));
                }
                Next::Done => {
                    self.next = Next::Nothing;
                    return Some("[DONE]".to_owned());
                }
                Next::Nothing => return None,
            }
        }
    }

    /// What there is to say of a piece: nothing, while a character is incomplete.
    fn choice(&mut self, piece: Piece) -> Option<Choice> {
        let is_first = !std::mem::replace(&mut self.begun[piece.index], true);
        let says = !piece.text.is_empty()
            || !piece.calls.is_empty()
            || piece.logprob.is_some()
            || piece.gates.is_some()
            || piece.finish.is_some();
        let opens = is_first && self.dialect == Dialect::Chat;
        (says || opens).then(|| Choice::piece(self.dialect, piece, is_first))
    }

    fn chunk(&self, choices: Vec<Choice>, usage: Option<super::Usage>) -> String {
        let usage = self.options.include_usage.then_some(usage);
        let body = Body { head: &self.head, choices, usage };
        // Strings and finite numbers: there is nothing in it that JSON could not hold.
        serde_json::to_string(&body).unwrap_or_default()
    }
}
