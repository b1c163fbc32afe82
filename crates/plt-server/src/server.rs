//! A server from its address to its end.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use plt_runtime::Engine;
use tokio::net::TcpListener;

use crate::app::App;
use crate::connection::Connections;
use crate::error::{Error, Result};
use crate::guard::is_local;
use crate::keys::Keys;
use crate::limits::Limits;
use crate::routes::router;
use crate::tls::Tls;

/// How long the last bytes of answers may take when all of them have ended.
const GRACE: Duration = Duration::from_secs(5);

/// What a server is called, who may ask it, and how much.
#[derive(Debug, Clone)]
pub struct ServerOptions {
    /// What clients call the model.
    pub model: String,
    /// Who may ask.
    pub keys: Keys,
    /// How much.
    pub limits: Limits,
    /// Whether the server is meant to be open to everybody who reaches its address: without keys, and
    /// by whatever name.
    pub open: bool,
    /// What makes connections secret.
    pub tls: Option<Tls>,
}

impl ServerOptions {
    /// The defaults, without keys.
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

/// A server that has its address and does not answer yet: whoever connects waits.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    options: ServerOptions,
}

impl Server {
    /// Takes an address. Port 0 is any that is free.
    ///
    /// # Errors
    /// [`Error::Open`] for an address that others can reach, without keys and without
    /// [`ServerOptions::open`]; [`Error::Bind`] if it is taken; [`Error::Limit`].
    pub async fn bind(address: SocketAddr, options: ServerOptions) -> Result<Self> {
        options.limits.check()?;
        if options.keys.is_empty() && !options.open && !is_local(&address) {
            return Err(Error::Open { address });
        }
        let failed = |source| Error::Bind { address, source };
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        Ok(Self { listener, address, options })
    }

    /// The address, with the port that was free.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers requests until `stop`. Then it accepts no more, lets the answers that are on their way
    /// come to their end for as long as [`Timeouts::drain`](crate::Timeouts::drain) says, and ends
    /// the rest with an error. Returns when the engine has stopped and all connections are closed.
    pub async fn run(self, engine: Engine, stop: impl Future<Output = ()>) {
        let Self { listener, address, options } = self;
        let (limits, tls) = (options.limits, options.tls.clone());
        let is_local = is_local(&address) && !options.open;
        let app = Arc::new(App::new(engine, options, is_local));
        let mut connections = Connections::new(router(Arc::clone(&app)), limits, tls);
        connections.accept_until(listener, stop).await;

        app.stop();
        // The engine ends every answer, and with the answers their connections end.
        let drain = tokio::task::spawn_blocking(move || app.engine.drain(limits.timeouts.drain));
        // It looks at the time between passes: the last one is waited for.
        let (drained, is_drained) = tokio::sync::oneshot::channel::<()>();
        let drain = async {
            if let Err(error) = drain.await {
                tracing::error!(%error, "the engine did not stop in order");
            }
            // Nobody listens if the connections have ended before.
            let _ = drained.send(());
        };
        let late = async {
            let _ = is_drained.await;
            tokio::time::sleep(GRACE).await;
        };
        tokio::join!(drain, connections.close(late));
    }
}
