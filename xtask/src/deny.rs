//! Checks of dependencies: licences, sources, known vulnerabilities.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::step::{self, Step};

const VERSION: &str = "0.20.2";
const CONFIG: &str = ".cargo/deny.toml";

/// The steps of `cargo xtask deny`: all checks. The advisory database comes over the network.
pub fn steps(args: &[String]) -> Option<Vec<Step>> {
    args.is_empty().then(|| vec![check("deny", &["advisories", "licenses", "bans", "sources"])])
}

/// Licences and sources, the checks that need only the registry.
pub fn licences() -> Step {
    check("licences", &["licenses", "bans", "sources"])
}

/// Known vulnerabilities: needs the advisory database, which is a repository on GitHub.
pub fn advisories() -> Step {
    check("advisories", &["advisories"])
}

fn check(name: &'static str, what: &'static [&'static str]) -> Step {
    Step::call(name, move |root| {
        let mut deny = Command::new(tool(root)?);
        deny.args(["--workspace", "--config", CONFIG, "check"]).args(what).current_dir(root);
        step::execute(&mut deny)
    })
}

/// Path of cargo-deny, built here if it is not installed.
fn tool(root: &Path) -> Result<PathBuf> {
    let installed = PathBuf::from("cargo-deny");
    if step::capture(Command::new(&installed).arg("--version")).is_ok() {
        return Ok(installed);
    }
    let tools = root.join("target/tools").join(format!("cargo-deny-{VERSION}"));
    let built = tools.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if !built.exists() {
        let mut install = step::cargo();
        install.args(["install", "cargo-deny", "--locked", "--version", VERSION]);
        install.args(["--no-default-features", "--root"]).arg(&tools).current_dir(root);
        // It runs for a second: optimising it would take minutes.
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        install.env("CARGO_PROFILE_RELEASE_LTO", "off");
        install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        step::execute(&mut install)?;
    }
    Ok(built)
}
