//! The server over a socket, as clients and attackers see it.

mod answers;
mod doors;
mod faults;
mod refusals;
mod shapes;
mod support;
mod tools;
