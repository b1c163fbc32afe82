//! The tasks that run cargo over the whole workspace.
//!
//! Every step names the same packages and features ([`FEATURES`]), so that the dependencies are
//! compiled once for all of them.

use crate::step::{self, Step};
use crate::{codegen, deny, docs, model, tidy, vulkan};

/// Every feature but those of GPU runtimes whose toolkits are not everywhere: the tests run their
/// kernels on Vulkan.
pub const FEATURES: [&str; 2] = [
    "--features",
    "plt-kernels/conformance,plt-kernels/sources,plt-cli/otlp,plt-cli/wgpu,plt-tests/wgpu",
];

/// What a change must pass, cheapest first.
pub fn ci(args: &[String]) -> Option<Vec<Step>> {
    if !args.is_empty() {
        return None;
    }
    let fmt = Step::cargo("fmt", ["fmt", "--all", "--check"]);
    let clippy = ["clippy", "--workspace", "--all-targets"].into_iter().chain(FEATURES);
    let clippy = Step::cargo("clippy", clippy.chain(["--", "-D", "warnings"]));
    let mut steps = vec![fmt, clippy, defaults(), tidy::step(), docs::check(), deny::licences()];
    steps.extend(test(&[])?);
    steps.push(races());
    steps.push(codegen::check());
    Some(steps)
}

/// The program as it is installed, without the features that the tests need. (The crates by themselves
/// are compiled before a release.)
fn defaults() -> Step {
    Step::cargo("cli alone", ["clippy", "--package", "plt-cli", "--", "-D", "warnings"])
}

/// All tests, after the model and the Vulkan driver that some of them run on: a test that cannot
/// run must not pass.
pub fn test(args: &[String]) -> Option<Vec<Step>> {
    let test = Step::call("test", |root| {
        let mut test = step::cargo();
        test.args(["test", "--workspace"]).args(FEATURES).current_dir(root);
        // Mesa's driver asks for this folder at every start and complains if it is not told one.
        if std::env::var_os("XDG_RUNTIME_DIR").is_none() {
            test.env("XDG_RUNTIME_DIR", std::env::temp_dir());
        }
        step::execute(&mut test)
    });
    args.is_empty().then(|| vec![model::fetch(&model::SMOLLM2), vulkan::driver(), test])
}

/// The pool's lock under every order of threads that a scheduler of its own thinks of.
fn races() -> Step {
    let test =
        ["test", "--package", "plt-cache", "--test", "races", "--target-dir", "target/races"];
    Step::cargo_env("races", &[("RUSTFLAGS", "--cfg shuttle")], test)
}

/// The CPU kernels with every access to memory watched. A compiler that is not nightly has to be told
/// that it may.
pub fn sanitizer(args: &[String]) -> Option<Vec<Step>> {
    let env = &[("RUSTC_BOOTSTRAP", "1"), ("RUSTFLAGS", "-Zsanitizer=address")];
    let test = ["test", "--package", "plt-conformance"];
    // What is built for the host as well, such as macros, is not watched.
    let build = ["--target", "host-tuple", "--target-dir", "target/sanitizer"];
    let fast = ["--config", "profile.dev.package.candle-core.opt-level=1"];
    let step = Step::cargo_env("sanitizer", env, test.into_iter().chain(build).chain(fast));
    args.is_empty().then(|| vec![step])
}

/// The paper's ablation in small. One thread an operation: the trainer runs sequences side by side.
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

/// Everything that `docs/performance.md` says, measured into a folder of this name; with the paths of
/// llama.cpp's `llama-bench` and of `benches/candle`, beside those.
pub fn bench(args: &[String]) -> Option<Vec<Step>> {
    if !(1..=3).contains(&args.len()) || args[0].starts_with('-') {
        return None;
    }
    let packages = ["--release", "--package", "plt-cli", "--package", "plt-benches"];
    let build = Step::cargo("build", ["build"].into_iter().chain(packages).chain(["--bins"]));
    let args = args.to_vec();
    let measure = Step::call("measure", move |root| {
        // Not `cargo run`: it would build anew, with features of its own.
        let program = root.join("target/release/performance");
        step::execute(std::process::Command::new(program).args(&args).current_dir(root))
    });
    Some(vec![build, measure])
}
