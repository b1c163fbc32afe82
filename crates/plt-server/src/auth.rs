//! Authentication: API keys, and which routes need one. All routes need one but those in [`OPEN`],
//! so that a new route is protected by default.

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

use crate::api_error::ApiError;
use crate::app::App;

/// Routes without keys: for supervisors, and for the page on which a browser's user types a key.
const OPEN: [&str; 4] = ["/health", "/ready", "/", "/page.js"];

/// The owner of a request. Prefix caches are per tenant.
#[derive(Debug, Clone)]
pub(crate) struct Tenant(pub Vec<u8>);

impl Tenant {
    /// The only tenant of a server without keys.
    const ANONYMOUS: Self = Self(Vec::new());
}

/// Passes authorized requests on, with their [`Tenant`]. Logs and traces every request.
pub(crate) async fn authenticate(
    State(app): State<Arc<App>>,
    mut request: Request,
    next: Next,
) -> Response {
    let arrived = Instant::now();
    let (method, uri) = (request.method().clone(), request.uri().clone());
    // A stream outlives this function: `Completions` keeps the span until the stream ends.
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
    let tenant = if is_open { Ok(Tenant::ANONYMOUS) } else { tenant(&app, request.headers()) };
    let response = match tenant {
        Ok(tenant) => {
            #[cfg(feature = "opentelemetry")]
            join_trace(&span, request.headers());
            request.extensions_mut().insert(tenant);
            next.run(request).instrument(span.clone()).await
        }
        Err(error) => error.into_response(),
    };
    let (status, path) = (response.status(), uri.path());
    span.record("http.response.status_code", i64::from(status.as_u16()));
    if status == StatusCode::TOO_MANY_REQUESTS {
        app.metrics.rejected();
    }
    tracing::debug!(%method, path, status = status.as_u16(), took = ?arrived.elapsed(), "request");
    response
}

/// Continues the trace of the client, if the request has the headers of the program's propagator.
#[cfg(feature = "opentelemetry")]
fn join_trace(span: &tracing::Span, headers: &HeaderMap) {
    use opentelemetry::trace::TraceContextExt as _;
    use tracing_opentelemetry::OpenTelemetrySpanExt as _;

    let headers = opentelemetry_http::HeaderExtractor(headers);
    let parent = opentelemetry::global::get_text_map_propagator(|reader| reader.extract(&headers));
    if parent.span().span_context().is_valid() {
        // It fails where no spans are exported.
        drop(span.set_parent(parent));
    }
}

fn tenant(app: &App, headers: &HeaderMap) -> Result<Tenant, ApiError> {
    if app.keys.is_empty() {
        return match app.checks_host && !names_this_machine(headers) {
            true => Err(ApiError::new(
                StatusCode::FORBIDDEN,
                "Host: expected localhost or an IP address; --open allows other names",
            )
            .code("host_not_allowed")),
            false => Ok(Tenant::ANONYMOUS),
        };
    }
    let unauthorized =
        |message: &str| ApiError::new(StatusCode::UNAUTHORIZED, message).code("invalid_api_key");
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return Err(unauthorized("no API key: expected one header `Authorization: Bearer KEY`"));
    };
    let value = value.as_bytes();
    let key = value
        .split_at_checked(BEARER.len())
        .and_then(|(scheme, key)| scheme.eq_ignore_ascii_case(BEARER).then(|| key.trim_ascii()));
    let tenant = key.and_then(|key| app.keys.tenant(key));
    tenant.map(Tenant).ok_or_else(|| unauthorized("invalid API key"))
}

/// The scheme, in any case. Keys are case-sensitive.
const BEARER: &[u8] = b"Bearer ";

/// Returns whether the `Host` header names this machine. A web site can make its own name resolve to a
/// loopback address and so reach a server without keys (DNS rebinding); the browser still sends that
/// name.
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

/// Returns whether only this machine can reach an address.
pub(crate) fn is_local(address: &SocketAddr) -> bool {
    address.ip().to_canonical().is_loopback()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_of_other_machines_are_rejected() {
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
    fn loopback_addresses_are_local() {
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
