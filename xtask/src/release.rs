//! A release: checks, and a list of manual steps.

use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::step::{self, Step};

/// Packages that are not published.
const OURS_ALONE: [&str; 3] = ["plt-benches", "plt-tests", "xtask"];

/// The manual steps.
const BY_HAND: &str = "\
By hand, in this order:
  [ ] `cargo xtask ci --full` has passed on this commit, from a fresh clone
  [ ] `cargo fuzz run --fuzz-dir tests/fuzz TARGET` for an hour each, if a reader has changed
  [ ] docs/performance.md and docs/install.md name the version they describe
  [ ] the clients of crates/plt-server/clients run against `plt serve`
  [ ] a new reader follows docs/first-minutes.md
  [ ] `cargo xtask book`, and a look at every page
  [ ] `git tag vVERSION`, push it
  [ ] `cargo publish --workspace`: the packages that were packed above
  [ ] an image of docs/deploy/Containerfile, started once
  [ ] a new `## Unreleased` in CHANGELOG.md
";

/// The steps of `cargo xtask release`.
pub fn steps(args: &[String]) -> Option<Vec<Step>> {
    let [version] = args else { return None };
    let version = version.clone();
    let numbers: Vec<bool> = version.split('.').map(|part| part.parse::<u32>().is_ok()).collect();
    let is_version = numbers == [true; 3];
    let own = version.clone();
    let mut package = vec!["package", "--workspace"];
    package.extend(OURS_ALONE.iter().flat_map(|name| ["--exclude", name]));
    is_version.then(|| {
        vec![
            Step::call("clean", clean),
            Step::call("version", move |root| {
                let read = |file: &str| std::fs::read_to_string(root.join(file));
                agrees(&own, &read("Cargo.toml")?, &read("CHANGELOG.md")?)
            }),
            Step::cargo("package", package),
            Step::call("by hand", move |_| {
                print!("{}", BY_HAND.replace("VERSION", &version));
                Ok(())
            }),
        ]
    })
}

/// Fails if anything is not committed.
fn clean(root: &Path) -> Result {
    let changed =
        step::capture(Command::new("git").args(["status", "--porcelain"]).current_dir(root))?;
    match changed.is_empty() {
        true => Ok(()),
        false => Err(format!("not committed:\n{changed}").into()),
    }
}

/// Fails unless the manifest and the newest section of the changelog have this version.
fn agrees(version: &str, manifest: &str, changelog: &str) -> Result {
    let own = |line: &&str| line.starts_with("version = ") || line.contains("path = ");
    let other = |line: &&str| line.contains("version = ") && !line.contains(&quoted(version));
    if let Some(line) = manifest.lines().filter(own).find(other) {
        return Err(format!("Cargo.toml: expected version {version}, found `{line}`").into());
    }
    let newest = changelog.lines().find(|line| line.starts_with("## ")).unwrap_or("nothing");
    match newest.strip_prefix("## ").and_then(|title| title.split(' ').next()) {
        Some(title) if title == version => Ok(()),
        _ => {
            Err(format!("CHANGELOG.md: expected `## {version} - DATE` first, found {newest}")
                .into())
        }
    }
}

fn quoted(version: &str) -> String {
    format!("version = \"{version}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn release_needs_matching_versions_and_changelog() {
        let manifest = "version = \"1.2.3\"\na = { path = \"a\", version = \"1.2.3\" }\n\
                        t = { path = \"t\" }\nserde = { version = \"1\" }\n";
        let changelog = "# Changelog\n\n## 1.2.3 - 2026-01-01\n\n## 1.2.2 - 2025-01-01\n";
        assert!(agrees("1.2.3", manifest, changelog).is_ok());
        assert!(agrees("1.2.4", manifest, changelog).is_err());
        assert!(agrees("1.2.3", &manifest.replacen("1.2.3", "1.2.2", 1), changelog).is_err());
        let dependency =
            manifest.replace("\"a\", version = \"1.2.3\"", "\"a\", version = \"1.2.2\"");
        assert!(agrees("1.2.3", &dependency, changelog).is_err());
        let unreleased = changelog.replace("# Changelog\n", "# Changelog\n\n## Unreleased\n");
        assert!(agrees("1.2.3", manifest, &unreleased).is_err());
    }

    #[test]
    fn release_rejects_what_is_no_version() {
        let of =
            |args: &[&str]| steps(&args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["1.2.3"]).map(|steps| steps.len()), Some(4));
        for wrong in [&[][..], &["1.2"], &["1.2.3.x"], &["next"], &["1.2.3", "now"]] {
            assert!(of(wrong).is_none(), "{wrong:?}");
        }
    }
}
