//! The tasks that run cargo over the whole workspace.
//!
//! Every step names the same packages and features ([`FEATURES`]), so that the dependencies are
//! compiled once for all of them.

use crate::step::{self, Step};
use crate::{codegen, deny, docs, fuzz, model, tidy, vulkan};

/// All features except GPU runtimes that need a toolkit: the tests run their kernels on Vulkan.
pub const FEATURES: [&str; 2] = [
    "--features",
    "plt-backend/conformance,plt-kernels/sources,plt-cli/otlp,plt-cli/wgpu,plt-tests/wgpu",
];

/// Seconds that a step may take on two cores with nothing built; the summary marks a slower one. They
/// sum up to less than the limit of `.ci/run`, 35 minutes, without the steps of [`slow`].
const BUDGETS: [(&str, u64); 16] = [
    ("fmt", 10),
    ("clippy", 300),
    ("cli alone", 90),
    ("tidy", 10),
    ("docs", 120),
    ("licences", 120),
    ("model", 60),
    ("vulkan", 60),
    ("test", 1080),
    ("races", 60),
    ("pool races", 60),
    ("codegen", 120),
    // Only with --full.
    ("advisories", 60),
    ("sanitizer", 480),
    ("fuzz build", 600),
    ("fuzz", 240),
];

/// The checks that a change must pass, cheapest first; with `--full`, the slow ones too.
pub fn ci(args: &[String]) -> Option<Vec<Step>> {
    let full = match args {
        [] => false,
        [flag] if flag == "--full" => true,
        _ => return None,
    };
    let fmt = Step::cargo("fmt", ["fmt", "--all", "--check"]);
    let clippy = ["clippy", "--workspace", "--all-targets"].into_iter().chain(FEATURES);
    let clippy = Step::cargo("clippy", clippy.chain(["--", "-D", "warnings"]));
    let mut steps = vec![fmt, clippy, defaults(), tidy::step(), docs::check(), deny::licences()];
    steps.extend(test(&[])?);
    steps.extend(races());
    steps.push(codegen::check());
    if full {
        steps.extend(slow());
    }
    for step in &mut steps {
        step.budget =
            BUDGETS.iter().find(|(name, _)| *name == step.name).map(|(_, seconds)| *seconds);
    }
    Some(steps)
}

/// The checks that are too slow for every change, or need more of the network than the registry.
fn slow() -> Vec<Step> {
    vec![deny::advisories(), address_sanitizer(), fuzz::build(), fuzz::run()]
}

/// The program as it is installed, without the features of the tests. (Each crate is compiled by
/// itself before a release.)
fn defaults() -> Step {
    Step::cargo("cli alone", ["clippy", "--package", "plt-cli", "--", "-D", "warnings"])
}

/// All tests, after fetching the model and the Vulkan driver that some need: a test that cannot run
/// must not pass.
pub fn test(args: &[String]) -> Option<Vec<Step>> {
    let test = Step::call("test", |root| {
        let mut test = step::cargo();
        test.args(["test", "--workspace"]).args(FEATURES).current_dir(root);
        // Mesa's driver warns at every start if this is not set.
        if std::env::var_os("XDG_RUNTIME_DIR").is_none() {
            test.env("XDG_RUNTIME_DIR", std::env::temp_dir());
        }
        step::execute(&mut test)
    });
    args.is_empty().then(|| vec![model::fetch(&model::SMOLLM2), vulkan::driver(), test])
}

/// The lock of the block pool and the thread pool of the CPU backend under many orders of threads,
/// chosen by shuttle's scheduler.
fn races() -> [Step; 2] {
    const ENV: &[(&str, &str)] = &[("RUSTFLAGS", "--cfg shuttle")];
    let target = ["--target-dir", "target/races"];
    let cache = ["test", "--package", "plt-cache", "--test", "races"].into_iter().chain(target);
    let pool = ["test", "--package", "plt-cpu", "--lib"].into_iter().chain(target);
    let pool = pool.chain(["--", "races"]);
    [Step::cargo_env("races", ENV, cache), Step::cargo_env("pool races", ENV, pool)]
}

/// The CPU kernels under the address sanitizer, which a stable compiler accepts with
/// `RUSTC_BOOTSTRAP` only.
pub fn sanitizer(args: &[String]) -> Option<Vec<Step>> {
    args.is_empty().then(|| vec![address_sanitizer()])
}

fn address_sanitizer() -> Step {
    let env = &[("RUSTC_BOOTSTRAP", "1"), ("RUSTFLAGS", "-Zsanitizer=address")];
    // Not the documentation's tests: rustdoc links them without the sanitizer's runtime.
    let test = ["test", "--package", "plt-cpu", "--lib", "--tests"];
    // With a target, macros and build scripts are built without the sanitizer.
    let build = ["--target", "host-tuple", "--target-dir", "target/sanitizer"];
    let fast = ["--config", "profile.dev.package.candle-core.opt-level=1"];
    Step::cargo_env("sanitizer", env, test.into_iter().chain(build).chain(fast))
}

/// The paper's ablation in small. One thread per operation: the trainer runs sequences in parallel.
pub fn reproduce(args: &[String]) -> Option<Vec<Step>> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let flags: &[&str] = match args[..] {
        [] => &[],
        ["--smoke"] => &["--", "--smoke"],
        _ => return None,
    };
    let run = ["run", "--release", "--package", "plt-benches", "--bin", "reproduce"];
    let env = &[("RAYON_NUM_THREADS", "1")];
    Some(vec![Step::cargo_env("reproduce", env, run.into_iter().chain(flags.iter().copied()))])
}

/// Measures the figures of `docs/performance.md` into a folder of this name, beside llama.cpp's
/// `llama-bench` and `benches/candle` if their paths are given.
pub fn bench(args: &[String]) -> Option<Vec<Step>> {
    if !(1..=3).contains(&args.len()) || args[0].starts_with('-') {
        return None;
    }
    let packages = ["--release", "--package", "plt-cli", "--package", "plt-benches"];
    let build = Step::cargo("build", ["build"].into_iter().chain(packages).chain(["--bins"]));
    let args = args.to_vec();
    let measure = Step::call("measure", move |root| {
        // Not `cargo run`: it would rebuild with other features.
        let program = root.join("target/release/performance");
        step::execute(std::process::Command::new(program).args(&args).current_dir(root))
    });
    Some(vec![build, measure])
}
