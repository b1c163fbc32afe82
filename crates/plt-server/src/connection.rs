//! Connections, and how long they may take.
//!
//! hyper's own HTTP/1 is driven from here and not through `axum::serve`, which waits forever for a
//! head that does not come and for a reader that does not read.

use std::future::Future;
use std::io::{Error, ErrorKind, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{Sleep, sleep, timeout};

use crate::limits::Limits;
use crate::tls::Tls;

/// How long to wait when the system gives no connection: out of file descriptors, mostly.
const RETRY: Duration = Duration::from_millis(100);

/// All connections of a server.
pub(crate) struct Connections {
    router: Router,
    limits: Limits,
    tls: Option<Tls>,
    places: Arc<Semaphore>,
    graceful: GracefulShutdown,
    /// Whether the server stops: what has not agreed on a secret by then is not waited for.
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
                // Closed it is never, so that there is a place some time.
                let place = places.acquire_owned().await.ok()?;
                match listener.accept().await {
                    Ok((stream, _)) => Some((stream, place)),
                    Err(error) => {
                        tracing::warn!(%error, "no connection could be accepted");
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

    /// Lets answers come to their end, until `late`.
    pub async fn close(self, late: impl Future<Output = ()>) {
        let Self { graceful, stopping, mut tasks, .. } = self;
        stopping.send_replace(true);
        tokio::select! {
            () = graceful.shutdown() => {}
            () = late => tracing::warn!("connections were cut that had not ended"),
        }
        tasks.shutdown().await;
    }

    fn serve(&self, stream: TcpStream) -> impl Future<Output = ()> + use<> {
        // Without it small events wait for each other.
        let _ = stream.set_nodelay(true);
        let stream = Impatient { stream, patience: self.limits.timeouts.stall, stalled: None };
        let (router, limits, tls) = (self.router.clone(), self.limits, self.tls.clone());
        let (watcher, mut stopping) = (self.graceful.watcher(), self.stopping.subscribe());
        async move {
            let Some(tls) = tls else { return converse(stream, router, limits, watcher).await };
            let agreed = tokio::select! {
                agreed = timeout(limits.timeouts.head, tls.accept(stream)) => agreed,
                _ = stopping.wait_for(|stopping| *stopping) => return,
            };
            match agreed {
                Ok(Ok(stream)) => converse(stream, router, limits, watcher).await,
                Ok(Err(error)) => tracing::debug!(%error, "no secret was agreed on"),
                Err(_) => tracing::debug!("no secret was agreed on in time"),
            }
        }
    }
}

/// Answers the requests of a connection until it ends.
async fn converse(
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
        tracing::debug!(%error, "a connection ended early");
    }
}

/// A connection that ends when its other side reads nothing for too long.
struct Impatient {
    stream: TcpStream,
    patience: Duration,
    /// Runs while there is something to write and no room for it.
    stalled: Option<Pin<Box<Sleep>>>,
}

impl Impatient {
    fn write(
        &mut self,
        context: &mut Context<'_>,
        write: impl FnOnce(Pin<&mut TcpStream>, &mut Context<'_>) -> Poll<Result<usize, Error>>,
    ) -> Poll<Result<usize, Error>> {
        let outcome = write(Pin::new(&mut self.stream), context);
        if outcome.is_ready() {
            self.stalled = None;
            return outcome;
        }
        let patience = self.patience;
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(sleep(patience)));
        ready!(stalled.as_mut().poll(context));
        Poll::Ready(Err(ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Impatient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<(), Error>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Impatient {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<Result<usize, Error>> {
        self.write(context, |stream, context| stream.poll_write(context, bytes))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<Result<usize, Error>> {
        self.write(context, |stream, context| stream.poll_write_vectored(context, slices))
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Result<(), Error>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
