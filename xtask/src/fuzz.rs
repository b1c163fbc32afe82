//! The fuzz targets of `tests/fuzz`: the readers of untrusted bytes, for a bounded time each.
//!
//! They are built by the toolchain of the workspace, with coverage and without the address sanitizer:
//! outside the kernels there is no unsafe code. `cargo fuzz` runs them longer, and with it.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::step::{self, Step};

const MANIFEST: &str = "tests/fuzz/Cargo.toml";
const TARGET_DIR: &str = "target/fuzz";
/// The coverage that libFuzzer reads.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table --cfg fuzzing";
/// Seconds per target.
const SECONDS: u32 = 20;

/// The steps of `cargo xtask fuzz`.
pub fn steps(args: &[String]) -> Option<Vec<Step>> {
    args.is_empty().then(|| vec![build(), run()])
}

/// Compiles all targets.
pub fn build() -> Step {
    let args = ["build", "--release", "--manifest-path", MANIFEST, "--bins"];
    // With a target, macros and build scripts are built without coverage.
    let place = ["--target", "host-tuple", "--target-dir", TARGET_DIR];
    let env = &[("RUSTFLAGS", COVERAGE)];
    Step::cargo_env("fuzz build", env, args.into_iter().chain(place))
}

/// Runs every target, from its files in `tests/hostile` and what earlier runs found.
pub fn run() -> Step {
    Step::call("fuzz", |root| {
        for target in targets(root)? {
            let found = root.join(TARGET_DIR).join("corpus").join(&target);
            fs::create_dir_all(&found)?;
            let mut fuzz = Command::new(program(root, &target)?);
            fuzz.arg(format!("-max_total_time={SECONDS}"));
            fuzz.args([
                "-timeout=10",
                "-rss_limit_mb=2048",
                "-print_final_stats=1",
                "-verbosity=0",
            ]);
            fuzz.arg(format!("-artifact_prefix={TARGET_DIR}/{target}-"));
            fuzz.arg(found).arg(format!("tests/hostile/{target}"));
            step::execute(fuzz.current_dir(root))?;
        }
        Ok(())
    })
}

/// The names of the targets, which are those of the folders in `tests/hostile`.
fn targets(root: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join("tests/fuzz/src/bin"))? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|name| name.to_str());
        names.push(name.ok_or_else(|| format!("{}: not UTF-8", path.display()))?.to_owned());
    }
    names.sort();
    Ok(names)
}

/// The executable of a target: the folder between has the name of the machine's kind.
fn program(root: &Path, target: &str) -> Result<std::path::PathBuf> {
    let file = format!("{target}{}", std::env::consts::EXE_SUFFIX);
    for entry in fs::read_dir(root.join(TARGET_DIR))? {
        let program = entry?.path().join("release").join(&file);
        if program.exists() {
            return Ok(program);
        }
    }
    Err(format!("{TARGET_DIR}: no {file}: run `cargo xtask fuzz`").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fuzz_targets_have_a_corpus() {
        let targets = targets(crate::root()).unwrap();
        assert!(targets.len() >= 8, "{targets:?}");
        for target in targets {
            let corpus = crate::root().join("tests/hostile").join(&target);
            assert!(fs::read_dir(&corpus).unwrap().count() > 0, "{}", corpus.display());
        }
    }
}
