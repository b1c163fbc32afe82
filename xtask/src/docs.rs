//! The API documentation.

use crate::ci::FEATURES;
use crate::step::Step;

const DOC: [&str; 5] = ["doc", "--workspace", "--no-deps", FEATURES[0], FEATURES[1]];

/// The steps of `cargo xtask docs`.
pub fn steps(args: &[String]) -> Option<Vec<Step>> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        [] => Some(vec![Step::cargo("docs", DOC)]),
        ["--open"] => Some(vec![Step::cargo("docs", DOC.into_iter().chain(["--open"]))]),
        ["--check"] => Some(vec![check()]),
        _ => None,
    }
}

/// The documentation without a warning: a broken link is an error.
pub fn check() -> Step {
    Step::cargo_env("docs", &[("RUSTDOCFLAGS", "-D warnings")], DOC)
}
