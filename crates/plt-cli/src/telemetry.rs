//! Exports spans to an OpenTelemetry collector (feature `otlp`).

use std::time::Duration;

use anyhow::Context as _;
use bytes::Bytes;
use http::{Request, Response};
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_http::{HttpClient, HttpError};
use opentelemetry_otlp::{SpanExporter, WithHttpConfig as _};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing::{Level, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::registry::LookupSpan;
use ureq::Agent;

/// Variables with the collector's address. The library reads these and OpenTelemetry's others itself.
const ENDPOINTS: [&str; 2] = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];
const DISABLED: &str = "OTEL_SDK_DISABLED";
const SERVICE: &str = "OTEL_SERVICE_NAME";
const ATTRIBUTES: &str = "OTEL_RESOURCE_ATTRIBUTES";
/// Timeout of an export, also the last one at exit.
const TIMEOUT: Duration = Duration::from_secs(5);

/// The span exporter. Sends the remaining spans when dropped.
pub struct Telemetry(SdkTracerProvider);

impl Telemetry {
    /// Returns the exporter, if the environment sets a collector.
    ///
    /// # Errors
    /// For an invalid address.
    pub fn from_env() -> anyhow::Result<Option<Self>> {
        // An empty variable counts as unset.
        let text = |name: &str| std::env::var(name).unwrap_or_default();
        let Some(variable) = ENDPOINTS.into_iter().find(|name| !text(name).is_empty()) else {
            return Ok(None);
        };
        if text(DISABLED).eq_ignore_ascii_case("true") {
            return Ok(None);
        }
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(TIMEOUT))
            .max_redirects(0)
            .build();
        let client = Client(Agent::new_with_config(config));
        let exporter = SpanExporter::builder().with_http().with_http_client(client);
        let exporter = exporter.build().context(variable)?;
        let named = !text(SERVICE).is_empty() || text(ATTRIBUTES).contains("service.name=");
        let resource = match named {
            true => Resource::builder(),
            false => Resource::builder().with_service_name("plt"),
        };
        opentelemetry::global::set_text_map_propagator(TraceContextPropagator::new());
        let provider = SdkTracerProvider::builder().with_resource(resource.build());
        Ok(Some(Self(provider.with_batch_exporter(exporter).build())))
    }

    /// Returns the layer that passes spans to the exporter.
    pub fn layer<S>(&self) -> impl Layer<S> + use<S>
    where
        S: Subscriber + for<'a> LookupSpan<'a>,
    {
        tracing_opentelemetry::layer()
            .with_tracer(self.0.tracer("plt"))
            // No events: log messages may quote a request.
            .with_filter(filter_fn(|metadata| {
                metadata.is_span() && *metadata.level() <= Level::INFO
            }))
    }
}

impl Drop for Telemetry {
    fn drop(&mut self) {
        // An unreachable collector is not an error of the command.
        if let Err(error) = self.0.shutdown() {
            tracing::warn!(%error, "could not export the last spans");
        }
    }
}

/// The HTTP client that also downloads from the Hub. It blocks: the exporter has its own thread.
#[derive(Debug)]
struct Client(Agent);

#[async_trait::async_trait]
impl HttpClient for Client {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let (head, body) = request.into_parts();
        let request = Request::from_parts(head, body.to_vec());
        let (head, mut body) = self.0.run(request)?.into_parts();
        Ok(Response::from_parts(head, body.read_to_vec()?.into()))
    }
}
