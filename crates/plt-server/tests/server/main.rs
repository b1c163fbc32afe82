//! The server over a socket, with well-behaved and hostile clients.

mod auth;
mod errors;
mod faults;
mod hostile;
mod responses;
mod shapes;
mod structured_output;
mod support;
#[cfg(feature = "tls")]
mod tls;
mod tools;
