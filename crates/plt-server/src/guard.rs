//! Who gets past the door. Everything but a few routes needs a key, known or not: a route that is
//! added later is behind the door by itself.

use std::net::{Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::header::{AUTHORIZATION, HOST};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use tracing::Instrument as _;
use tracing::field::Empty;

use crate::app::App;
use crate::refusal::Refusal;

/// What anybody may ask for: supervisors have no keys, and browsers show a page before one is typed.
const OPEN: [&str; 4] = ["/health", "/ready", "/", "/page.js"];

/// Whom a request belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Tenant(pub Vec<u8>);

impl Tenant {
    /// Of a server without keys.
    const NOBODY: Self = Self(Vec::new());
}

/// Lets a request through that may come, with its [`Tenant`].
pub(crate) async fn guard(
    State(app): State<Arc<App>>,
    mut request: Request,
    next: Next,
) -> Response {
    let arrived = Instant::now();
    let (method, uri) = (request.method().clone(), request.uri().clone());
    // It lasts as long as the answer, which may be a stream: whoever generates one holds it as well.
    let span = tracing::info_span!(
        "request",
        otel.kind = "server",
        http.request.method = %method,
        url.path = uri.path(),
        http.response.status_code = Empty,
        gen_ai.usage.input_tokens = Empty,
        gen_ai.usage.output_tokens = Empty,
    );
    let is_open = OPEN.contains(&uri.path());
    let tenant = if is_open { Ok(Tenant::NOBODY) } else { tenant(&app, request.headers()) };
    let response = match tenant {
        Ok(tenant) => {
            #[cfg(feature = "opentelemetry")]
            join_trace(&span, request.headers());
            request.extensions_mut().insert(tenant);
            next.run(request).instrument(span.clone()).await
        }
        Err(refusal) => refusal.into_response(),
    };
    let (status, path) = (response.status(), uri.path());
    span.record("http.response.status_code", i64::from(status.as_u16()));
    if status == StatusCode::TOO_MANY_REQUESTS {
        app.metrics.refused();
    }
    tracing::debug!(%method, path, status = status.as_u16(), took = ?arrived.elapsed(), "answered");
    response
}

/// Makes the span a part of the trace that the client is in, if it says so in the headers that the
/// program's propagator reads.
#[cfg(feature = "opentelemetry")]
fn join_trace(span: &tracing::Span, headers: &HeaderMap) {
    use opentelemetry::trace::TraceContextExt as _;
    use tracing_opentelemetry::OpenTelemetrySpanExt as _;

    let headers = opentelemetry_http::HeaderExtractor(headers);
    let parent = opentelemetry::global::get_text_map_propagator(|reader| reader.extract(&headers));
    if parent.span().span_context().is_valid() {
        // An error says that nobody sends spans.
        drop(span.set_parent(parent));
    }
}

fn tenant(app: &App, headers: &HeaderMap) -> Result<Tenant, Refusal> {
    if app.keys.is_empty() {
        return match app.is_local && !names_this_machine(headers) {
            true => Err(Refusal::new(
                StatusCode::FORBIDDEN,
                "this server is for its own machine: expected localhost or an address as Host",
            )
            .code("host_not_allowed")),
            false => Ok(Tenant::NOBODY),
        };
    }
    let refuse =
        |message: &str| Refusal::new(StatusCode::UNAUTHORIZED, message).code("invalid_api_key");
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return Err(refuse("no API key: expected the header `Authorization: Bearer KEY`"));
    };
    let value = value.as_bytes();
    let key = value
        .split_at_checked(BEARER.len())
        .and_then(|(scheme, key)| scheme.eq_ignore_ascii_case(BEARER).then(|| key.trim_ascii()));
    let tenant = key.and_then(|key| app.keys.tenant(key));
    tenant.map(Tenant).ok_or_else(|| refuse("the API key is not valid"))
}

/// Schemes are written in any case; keys are not.
const BEARER: &[u8] = b"Bearer ";

/// Whether the client believes that it talks to this machine. A web page elsewhere can have its own
/// name resolve to a loopback address and so reach a server without keys; its browser still sends
/// that name.
fn names_this_machine(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(HOST) else { return true };
    let Ok(host) = host.to_str() else { return false };
    let name = host.rsplit_once(':').map_or(host, |(name, port)| {
        if port.bytes().all(|byte| byte.is_ascii_digit()) { name } else { host }
    });
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
    name.eq_ignore_ascii_case("localhost")
        || name.parse::<std::net::Ipv4Addr>().is_ok()
        || bare.is_some_and(|name| name.parse::<Ipv6Addr>().is_ok())
}

/// Whether only this machine can reach an address.
pub(crate) fn is_local(address: &SocketAddr) -> bool {
    address.ip().to_canonical().is_loopback()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_pass() {
        let check = |host: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, host.parse().unwrap_or_else(|_| panic!("{host}")));
            names_this_machine(&headers)
        };
        for good in ["localhost", "LocalHost:8000", "127.0.0.1", "127.0.0.1:80", "[::1]:9", "[::1]"]
        {
            assert!(check(good), "{good}");
        }
        for bad in ["example.com", "localhost.example.com:80", "127.0.0.1.example.com", "", ":80"] {
            assert!(!check(bad), "{bad}");
        }
        assert!(names_this_machine(&HeaderMap::new()));
    }

    #[test]
    fn loopback_is_local_in_both_families() {
        for (address, local) in [
            ("127.0.0.1:1", true),
            ("[::1]:1", true),
            ("[::ffff:127.0.0.1]:1", true),
            ("0.0.0.0:1", false),
            ("[::]:1", false),
            ("192.168.0.2:1", false),
        ] {
            let address = address.parse().unwrap_or_else(|_| panic!("{address}"));
            assert_eq!(is_local(&address), local, "{address}");
        }
    }
}
