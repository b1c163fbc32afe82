//! A web page for chats with the model and for the state of the server. It contains no data: it sends
//! requests with the API key that the user types.

use axum::http::HeaderName;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

/// Allows requests to this server only, and its own script only.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const NO_SNIFF: HeaderName = HeaderName::from_static("x-content-type-options");

/// `GET /`
pub(crate) async fn html() -> Response {
    file("text/html; charset=utf-8", include_str!("index.html"))
}

/// `GET /page.js`
pub(crate) async fn script() -> Response {
    file("text/javascript; charset=utf-8", include_str!("page.js"))
}

fn file(kind: &'static str, text: &'static str) -> Response {
    let headers = [
        (CONTENT_TYPE, kind),
        (CONTENT_SECURITY_POLICY, POLICY),
        (NO_SNIFF, "nosniff"),
        (CACHE_CONTROL, "no-cache"),
    ];
    (headers, text).into_response()
}
