//! The suite that every backend runs through: generated cases of every operation, compared with
//! [`Reference`].
//!
//! ```
//! let report = plt_kernels::conformance::run(&plt_kernels::Cpu::new(Some(1))?, 4)
//!     .map_err(|failure| failure.to_string())
//!     .expect("the backend conforms");
//! assert_eq!(report.operations.len(), plt_kernels::conformance::OPERATIONS);
//! # Ok::<(), plt_kernels::Error>(())
//! ```
//!
//! Slots and carries that an operation has no business with hold NaN: what reads them by mistake
//! gives NaN, which no comparison lets through, and what writes them is seen bit by bit.

mod attention;
mod cases;
mod compare;
mod store;
mod tolerance;

use std::fmt;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

use crate::{Backend, Reference};

/// Operations that [`run`] covers: all of a [`Backend`]'s.
pub const OPERATIONS: usize = 8;

/// What was run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The operations by name, and how many cases each was run on.
    pub operations: Vec<(&'static str, u32)>,
}

/// The first case, made as small as possible, on which a backend differs from the reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The operation.
    pub operation: &'static str,
    /// What differs.
    pub reason: String,
    /// The case.
    pub case: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}, for {}", self.operation, self.reason, self.case)
    }
}

/// Runs every operation of `backend` on `cases` generated cases and compares it with [`Reference`].
/// The cases are the same at every call.
///
/// # Errors
/// The first [`Failure`].
pub fn run<B: Backend>(backend: &B, cases: u32) -> Result<Report, Failure> {
    let mut suite = Suite { backend, reference: Reference::new(), cases, operations: Vec::new() };
    suite.loop_input()?;
    suite.rms_norm()?;
    suite.linear()?;
    suite.rotary_write()?;
    suite.attention()?;
    suite.swiglu()?;
    suite.loop_output()?;
    suite.top_k()?;
    Ok(Report { operations: suite.operations })
}

/// A run in progress.
struct Suite<'a, B> {
    backend: &'a B,
    reference: Reference,
    cases: u32,
    operations: Vec<(&'static str, u32)>,
}

/// What a check of one case gives; the message says what differs.
type Checked = Result<(), String>;

impl<B: Backend> Suite<'_, B> {
    /// Runs one operation on generated cases.
    fn check<S: Strategy>(
        &mut self,
        operation: &'static str,
        strategy: S,
        check: impl Fn(&Self, &S::Value) -> Checked,
    ) -> Result<(), Failure>
    where
        S::Value: fmt::Debug,
    {
        let config = Config { cases: self.cases, failure_persistence: None, ..Config::default() };
        let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let mut runner = TestRunner::new_with_rng(config, rng);
        let result = runner.run(&strategy, |case| check(self, &case).map_err(TestCaseError::fail));
        match result {
            Ok(()) => {
                self.operations.push((operation, self.cases));
                Ok(())
            }
            Err(TestError::Fail(reason, case)) => Err(Failure {
                operation,
                reason: reason.message().to_owned(),
                case: format!("{case:?}"),
            }),
            Err(TestError::Abort(reason)) => Err(Failure {
                operation,
                reason: reason.message().to_owned(),
                case: "no case".to_owned(),
            }),
        }
    }
}

/// Values in -1..1 that depend on the seed alone: cases stay small enough to print.
fn values(seed: u64, count: usize) -> Vec<f32> {
    let mut state = seed;
    let next = move || {
        // SplitMix64; its top 24 bits as a number in -1..1.
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 40) as f32 / 8_388_608.0 - 1.0
    };
    std::iter::repeat_with(next).take(count).collect()
}

/// The message of an operation that failed altogether.
fn failed(error: impl fmt::Display) -> String {
    error.to_string()
}
