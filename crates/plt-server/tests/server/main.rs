//! The server over a socket, as clients and attackers see it.

mod answers;
mod doors;
mod faults;
mod hostile;
mod refusals;
#[cfg(feature = "tls")]
mod secret;
mod shapes;
mod support;
mod tools;
