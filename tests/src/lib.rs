//! Shared parts of the tests that cross crates: golden fixtures, tiny random models, broken backends.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod fixture;
pub mod hostile;
pub mod mutant;
pub mod tiny;
