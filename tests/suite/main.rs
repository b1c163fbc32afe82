//! One binary for all tests that cross crates.

mod accounting;
mod analyze;
mod golden;
mod mutations;
mod plans;
mod smollm2;
