//! The suite that every backend runs through: generated cases of every operation, compared with a
//! reference backend.
//!
//! ```
//! use plt_backend::{Checked, conformance};
//! use plt_reference::Reference;
//!
//! let [backend, reference] = [(); 2].map(|()| Checked::new(Reference::new()));
//! let report = conformance::run(&backend, &reference, 4)
//!     .map_err(|failure| failure.to_string())
//!     .expect("the backend conforms");
//! assert_eq!(report.operations.len(), conformance::OPERATIONS);
//! ```
//!
//! Models are random: every optional field of a layer is there in some cases. Slots and carries that an
//! operation must not use hold NaN: reading one gives NaN, which no comparison accepts, and
//! changing one is found bit by bit.

mod attention;
mod cache;
mod compare;
mod layers;
mod model;
mod not_finite;
mod tolerance;
mod transfer;

use std::fmt;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

use crate::{Backend, Checked};

/// Operations that [`run`] covers: all of a [`Backend`]'s.
pub const OPERATIONS: usize = 11;

/// The operations of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The operations by name, and the number of cases of each.
    pub operations: Vec<(&'static str, u32)>,
}

/// The first case on which a backend differs from the reference, made as small as possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The operation.
    pub operation: &'static str,
    /// The difference.
    pub reason: String,
    /// The case.
    pub case: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}, for {}", self.operation, self.reason, self.case)
    }
}

/// Runs every operation of `backend` on `cases` generated cases and compares it with `reference`.
/// The cases are the same at every call.
///
/// # Errors
/// The first [`Failure`].
pub fn run<B: Backend, R: Backend>(
    backend: &Checked<B>,
    reference: &Checked<R>,
    cases: u32,
) -> Result<Report, Failure> {
    let mut suite = Suite { backend, reference, cases, operations: Vec::new() };
    suite.loop_input()?;
    suite.attention_input()?;
    suite.attention()?;
    suite.not_finite()?;
    suite.attention_output()?;
    suite.feed_forward()?;
    suite.loop_output()?;
    suite.final_norm()?;
    suite.logits()?;
    suite.top_k()?;
    suite.copies()?;
    suite.export()?;
    Ok(Report { operations: suite.operations })
}

/// A run in progress.
struct Suite<'a, B, R> {
    backend: &'a Checked<B>,
    reference: &'a Checked<R>,
    cases: u32,
    operations: Vec<(&'static str, u32)>,
}

/// The result of one case; the message says what differs.
type Outcome = Result<(), String>;

impl<B: Backend, R: Backend> Suite<'_, B, R> {
    /// Runs one operation on generated cases.
    fn check<S: Strategy>(
        &mut self,
        operation: &'static str,
        strategy: S,
        check: impl Fn(&Self, &S::Value) -> Outcome,
    ) -> Result<(), Failure>
    where
        S::Value: fmt::Debug,
    {
        let config = Config {
            cases: self.cases,
            failure_persistence: None,
            max_shrink_iters: 500,
            ..Config::default()
        };
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

/// The largest of some sizes.
fn largest(values: &[f32]) -> f64 {
    values.iter().fold(0.0, |largest, x| f64::from(x.abs()).max(largest))
}

/// The message of an operation that failed altogether.
fn failed(error: impl fmt::Display) -> String {
    error.to_string()
}
