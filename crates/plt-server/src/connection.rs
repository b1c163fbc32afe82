//! Connections and their deadlines.
//!
//! hyper's HTTP/1 is driven directly: `axum::serve` waits forever for a request head that does not
//! come, and for a client that does not read.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutWriter;

use crate::limits::Limits;
use crate::tls::Tls;

/// The pause after a failed accept: out of file descriptors, mostly.
const RETRY: Duration = Duration::from_millis(100);

/// All connections of a server.
pub(crate) struct Connections {
    router: Router,
    limits: Limits,
    tls: Option<Tls>,
    places: Arc<Semaphore>,
    graceful: GracefulShutdown,
    /// Whether the server shuts down, which cancels TLS handshakes.
    stopping: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Connections {
    pub fn new(router: Router, limits: Limits, tls: Option<Tls>) -> Self {
        let places = Arc::new(Semaphore::new(limits.connections.min(Semaphore::MAX_PERMITS)));
        let (graceful, tasks) = (GracefulShutdown::new(), JoinSet::new());
        Self { router, limits, tls, places, graceful, stopping: watch::Sender::new(false), tasks }
    }

    /// Accepts connections until `stop`.
    pub async fn accept_until(&mut self, listener: TcpListener, stop: impl Future<Output = ()>) {
        let mut stop = std::pin::pin!(stop);
        loop {
            let places = Arc::clone(&self.places);
            let next = async {
                // The semaphore is never closed.
                let place = places.acquire_owned().await.ok()?;
                match listener.accept().await {
                    Ok((stream, _)) => Some((stream, place)),
                    Err(error) => {
                        tracing::warn!(%error, "accept failed");
                        sleep(RETRY).await;
                        None
                    }
                }
            };
            let accepted = tokio::select! {
                () = &mut stop => return,
                _ = self.tasks.join_next(), if !self.tasks.is_empty() => None,
                accepted = next => accepted,
            };
            if let Some((stream, place)) = accepted {
                let connection = self.serve(stream);
                self.tasks.spawn(async move {
                    connection.await;
                    drop(place);
                });
            }
        }
    }

    /// Waits until all connections have finished their requests, and cuts them when `late` is ready.
    pub async fn close(self, late: impl Future<Output = ()>) {
        let Self { graceful, stopping, mut tasks, .. } = self;
        stopping.send_replace(true);
        tokio::select! {
            () = graceful.shutdown() => {}
            () = late => tracing::warn!("closing connections with unfinished requests"),
        }
        tasks.shutdown().await;
    }

    fn serve(&self, stream: TcpStream) -> impl Future<Output = ()> + use<> {
        // Without it, Nagle's algorithm delays small events.
        let _ = stream.set_nodelay(true);
        let mut stream = TimeoutWriter::new(stream);
        stream.set_timeout(Some(self.limits.timeouts.stall));
        let stream = Box::pin(stream);
        let (router, limits, tls) = (self.router.clone(), self.limits, self.tls.clone());
        let (watcher, mut stopping) = (self.graceful.watcher(), self.stopping.subscribe());
        async move {
            let Some(tls) = tls else {
                return serve_requests(stream, router, limits, watcher).await;
            };
            let handshake = tokio::select! {
                result = timeout(limits.timeouts.head, tls.accept(stream)) => result,
                _ = stopping.wait_for(|stopping| *stopping) => return,
            };
            match handshake {
                Ok(Ok(stream)) => serve_requests(stream, router, limits, watcher).await,
                Ok(Err(error)) => tracing::debug!(%error, "TLS handshake failed"),
                Err(_) => tracing::debug!("TLS handshake timed out"),
            }
        }
    }
}

/// Serves the requests of a connection until it ends.
async fn serve_requests(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    router: Router,
    limits: Limits,
    watcher: Watcher,
) {
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.timeouts.head)
        .max_buf_size(limits.head_bytes)
        .max_headers(limits.headers)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "connection failed");
    }
}
