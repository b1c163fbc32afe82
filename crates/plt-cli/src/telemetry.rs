//! Spans to a collector of OpenTelemetry: with the feature `otlp`.

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

/// The variables that name a collector; the library reads them, and the rest of OpenTelemetry's, itself.
const ENDPOINTS: [&str; 2] = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];
const DISABLED: &str = "OTEL_SDK_DISABLED";
const SERVICE: &str = "OTEL_SERVICE_NAME";
const ATTRIBUTES: &str = "OTEL_RESOURCE_ATTRIBUTES";
/// How long a collector may take, also at the program's end.
const TIMEOUT: Duration = Duration::from_secs(5);

/// Sends what is left when it is dropped.
pub struct Telemetry(SdkTracerProvider);

impl Telemetry {
    /// What sends spans, if the environment names a collector.
    ///
    /// # Errors
    /// For what is no address.
    pub fn from_env() -> anyhow::Result<Option<Self>> {
        // An empty variable is as good as none.
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

    /// What hands spans over.
    pub fn layer<S>(&self) -> impl Layer<S> + use<S>
    where
        S: Subscriber + for<'a> LookupSpan<'a>,
    {
        tracing_opentelemetry::layer()
            .with_tracer(self.0.tracer("plt"))
            // Spans only: what is logged inside them may quote a request.
            .with_filter(filter_fn(|metadata| {
                metadata.is_span() && *metadata.level() <= Level::INFO
            }))
    }
}

impl Drop for Telemetry {
    fn drop(&mut self) {
        // A collector that is gone is no failure of ours.
        if let Err(error) = self.0.shutdown() {
            tracing::warn!(%error, "the last spans were not sent");
        }
    }
}

/// The HTTP client that the Hub is asked with as well. It blocks: spans are sent by a thread of their
/// own.
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
