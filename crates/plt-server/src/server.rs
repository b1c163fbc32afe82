//! A server, from its address to its shutdown.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use plt_runtime::Engine;
use tokio::net::TcpListener;

use crate::app::App;
use crate::auth::is_local;
use crate::connection::Connections;
use crate::error::{Error, Result};
use crate::keys::Keys;
use crate::limits::Limits;
use crate::routes::router;
use crate::tls::Tls;

/// How long the last bytes of responses may take after the engine has stopped.
const GRACE: Duration = Duration::from_secs(5);

/// Options of a server.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ServerOptions {
    /// The name of the model in requests and responses.
    pub model: String,
    /// The API keys.
    pub keys: Keys,
    /// Limits of requests and connections.
    pub limits: Limits,
    /// Whether to allow access without keys to everybody who reaches the address, by any host name.
    pub open: bool,
    /// The certificate for TLS.
    pub tls: Option<Tls>,
}

impl ServerOptions {
    /// Returns the defaults: no keys, no TLS.
    pub fn new(model: impl Into<String>) -> Self {
        Self {
            model: model.into(),
            keys: Keys::none(),
            limits: Limits::default(),
            open: false,
            tls: None,
        }
    }
}

/// A server that has its address and serves nothing yet: connections wait.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    options: ServerOptions,
}

impl Server {
    /// Listens on an address. Port 0 takes any free port.
    ///
    /// # Errors
    /// [`Error::Open`] if other machines can reach the address and there are neither keys nor
    /// [`ServerOptions::open`]; [`Error::Bind`] if the address is in use; [`Error::Limit`].
    pub async fn bind(address: SocketAddr, options: ServerOptions) -> Result<Self> {
        options.limits.check()?;
        if options.keys.is_empty() && !options.open && !is_local(&address) {
            return Err(Error::Open { address });
        }
        let failed = |error| Error::Bind { address, error };
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        Ok(Self { listener, address, options })
    }

    /// Returns the address, with the actual port.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves requests until `stop` is ready. Then it accepts no more connections, lets running
    /// requests finish for as long as [`Timeouts::drain`](crate::Timeouts::drain) says, and ends the
    /// others with an error. Returns when the engine has stopped and all connections are closed.
    pub async fn run(self, engine: Engine, stop: impl Future<Output = ()>) {
        let Self { listener, address, options } = self;
        let (limits, tls) = (options.limits, options.tls.clone());
        let checks_host = is_local(&address) && !options.open;
        let app = Arc::new(App::new(engine, options, checks_host));
        let mut connections = Connections::new(router(Arc::clone(&app)), limits, tls);
        connections.accept_until(listener, stop).await;

        app.stop();
        // The engine ends every request, and with its response each connection ends.
        let drain = tokio::task::spawn_blocking(move || app.engine.drain(limits.timeouts.drain));
        // The engine checks the deadline between passes: the last pass may exceed it.
        let (drained, is_drained) = tokio::sync::oneshot::channel::<()>();
        let drain = async {
            if let Err(error) = drain.await {
                tracing::error!(%error, "engine shutdown failed");
            }
            // The receiver is gone if all connections have ended.
            let _ = drained.send(());
        };
        let late = async {
            let _ = is_drained.await;
            tokio::time::sleep(GRACE).await;
        };
        tokio::join!(drain, connections.close(late));
    }
}
