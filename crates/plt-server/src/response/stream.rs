//! Responses as streams of server-sent events.

use std::convert::Infallible;
use std::time::Duration;

use axum::http::{HeaderName, HeaderValue};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};

use super::body::{Choice, Chunk, ChunkContent, Head, Usage};
use super::{Completions, Piece};
use crate::request::{Endpoint, StreamOptions};

/// The longest silence before a comment is sent: proxies close connections that are silent.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// Tells proxies to pass every event on at once.
const NO_BUFFERING: (HeaderName, HeaderValue) =
    (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));

/// A stream that is being written.
struct Chunks {
    completions: Completions,
    endpoint: Endpoint,
    options: StreamOptions,
    head: Head,
    /// For each choice, whether it has a chunk already.
    begun: Vec<bool>,
    next: Next,
}

/// The next event.
enum Next {
    Piece,
    Usage,
    Done,
    Nothing,
}

/// Writes the pieces as they come, then the usage if the request wants it, then `data: [DONE]`.
/// An error ends the stream without these two: only a complete response has them.
pub(crate) fn stream(
    completions: Completions,
    endpoint: Endpoint,
    options: StreamOptions,
) -> Response {
    let chunks = Chunks {
        endpoint,
        options,
        head: Head::new(endpoint, true, &completions.app),
        begun: vec![false; completions.progress.len()],
        next: Next::Piece,
        completions,
    };
    let events = futures_util::stream::unfold(chunks, |mut chunks| async {
        let data = chunks.next_event().await?;
        Some((Ok::<_, Infallible>(Event::default().data(data)), chunks))
    });
    let sse = Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE));
    ([NO_BUFFERING], sse).into_response()
}

impl Chunks {
    /// Returns the data of the next event.
    async fn next_event(&mut self) -> Option<String> {
        loop {
            match self.next {
                Next::Piece => match self.completions.next().await {
                    Some(Ok(piece)) => {
                        if let Some(choice) = self.choice(piece) {
                            return Some(self.chunk(vec![choice], None));
                        }
                    }
                    Some(Err(error)) => {
                        self.next = Next::Nothing;
                        return Some(error.json());
                    }
                    None if self.includes_usage() => self.next = Next::Usage,
                    None => self.next = Next::Done,
                },
                Next::Usage => {
                    self.next = Next::Done;
                    return Some(self.chunk(Vec::new(), Some(self.completions.usage)));
                }
                Next::Done => {
                    self.next = Next::Nothing;
                    return Some("[DONE]".to_owned());
                }
                Next::Nothing => return None,
            }
        }
    }

    fn includes_usage(&self) -> bool {
        self.options.include_usage.unwrap_or(false)
    }

    /// Returns the part of a chunk for a piece; `None` while a character is incomplete.
    fn choice(&mut self, piece: Piece) -> Option<Choice<ChunkContent>> {
        let is_first = !std::mem::replace(&mut self.begun[piece.index], true);
        let has_content = !piece.text.is_empty()
            || !piece.calls.is_empty()
            || piece.logprob.is_some()
            || piece.gates.is_some()
            || piece.finish.is_some();
        let has_role = is_first && self.endpoint == Endpoint::Chat;
        (has_content || has_role).then(|| Choice::piece(self.endpoint, piece, is_first))
    }

    fn chunk(&self, choices: Vec<Choice<ChunkContent>>, usage: Option<Usage>) -> String {
        let usage = self.includes_usage().then_some(usage);
        let body = Chunk { head: &self.head, choices, usage };
        // Strings and finite numbers are all there is: JSON can hold them.
        serde_json::to_string(&body).unwrap_or_default()
    }
}
