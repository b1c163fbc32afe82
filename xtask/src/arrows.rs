//! The arrows between our crates: who may depend on whom.
//!
//! Cargo forbids cycles but not a sideways arrow, so this is the full list. It is compared with the
//! output of `cargo tree`.

use std::collections::BTreeSet;
use std::path::Path;

use crate::Result;
use crate::step;
use crate::tidy::Finding;

/// All normal and build dependencies between packages of this workspace.
const ARROWS: &[(&str, &[&str])] = &[
    ("plt-backend", &[]),
    ("plt-reference", &["plt-backend"]),
    ("plt-cpu", &["plt-backend"]),
    ("plt-kernels", &["plt-backend"]),
    ("plt-cache", &[]),
    ("plt-model", &["plt-backend", "plt-cache"]),
    ("plt-runtime", &["plt-cache", "plt-cpu", "plt-kernels", "plt-model", "plt-reference"]),
    ("plt-server", &["plt-runtime"]),
    ("plt-analyze", &["plt-model"]),
    ("plt-bench", &["plt-backend", "plt-model"]),
    ("plt-train", &["plt-model", "plt-reference"]),
    ("plt-tiny-coder", &[]),
    (
        "plt-cli",
        &["plt-analyze", "plt-bench", "plt-runtime", "plt-server", "plt-tiny-coder", "plt-train"],
    ),
    ("xtask", &[]),
];

/// Packages that may use any other; no package may depend on them.
const OUTSIDE: &[&str] = &["plt-benches", "plt-tests"];

/// Compares the workspace at `root`, all features on, with the list.
pub fn check(root: &Path) -> Result<Vec<Finding>> {
    let tree =
        "tree --workspace --all-features --edges normal,build --depth 1 --prefix none --no-dedupe";
    Ok(compare(&step::capture(step::cargo().args(tree.split(' ')).current_dir(root))?))
}

/// `tree`: one paragraph per package of the workspace, its name first, then one dependency per line.
fn compare(tree: &str) -> Vec<Finding> {
    let packages: Vec<Vec<&str>> = tree
        .split("\n\n")
        .map(|paragraph| paragraph.lines().filter_map(|line| line.split(' ').next()).collect())
        .filter(|names: &Vec<&str>| !names.is_empty())
        .collect();
    let ours: BTreeSet<&str> = packages.iter().map(|names| names[0]).collect();
    let finding = |what: String| Finding::new("xtask/src/arrows.rs", what);
    let mut findings = Vec::new();
    for names in &packages {
        let from = names[0];
        let found: BTreeSet<&str> =
            names[1..].iter().copied().filter(|name| ours.contains(name)).collect();
        let allowed = match ARROWS.iter().find(|(name, _)| *name == from) {
            Some((_, to)) => to.iter().copied().collect(),
            None if OUTSIDE.contains(&from) => found.clone(),
            None => {
                findings.push(finding(format!("{from} is not listed")));
                continue;
            }
        };
        for to in found.difference(&allowed) {
            findings.push(finding(format!("{from} → {to} is not listed: drop the dependency")));
        }
        for to in allowed.difference(&found) {
            findings.push(finding(format!("{from} → {to} is listed, but not in Cargo.toml")));
        }
    }
    for (from, _) in ARROWS.iter().filter(|(from, _)| !ours.contains(from)) {
        findings.push(finding(format!("{from} is listed, but not in the workspace")));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The output of `cargo tree` for the listed arrows after `edit`.
    fn tree(edit: impl Fn(&str, &mut Vec<&str>)) -> String {
        let paragraphs = ARROWS.iter().map(|(from, to)| {
            let mut to = [to, &["serde"][..]].concat();
            edit(from, &mut to);
            let lines: String = to.iter().map(|name| format!("{name} v1.0.0\n")).collect();
            format!("{from} v0.1.0 (/p)\n{lines}")
        });
        let outside = "plt-tests v0.1.0 (/p)\nplt-cache v0.1.0 (/p)\n".to_owned();
        paragraphs.chain([outside]).collect::<Vec<_>>().join("\n")
    }

    fn findings(tree: &str) -> Vec<String> {
        compare(tree).iter().map(|finding| finding.what.clone()).collect()
    }

    #[test]
    fn arrows_as_listed_pass() {
        assert!(findings(&tree(|_, _| ())).is_empty());
    }

    #[test]
    fn arrows_find_a_sideways_dependency() {
        let tree = tree(|from, to| {
            if from == "plt-cache" {
                to.push("plt-kernels");
            }
        });
        assert_eq!(findings(&tree), ["plt-cache → plt-kernels is not listed: drop the dependency"]);
    }

    #[test]
    fn arrows_find_a_dependency_on_an_outside_package() {
        let tree = tree(|from, to| {
            if from == "plt-cli" {
                to.push("plt-tests");
            }
        });
        assert_eq!(findings(&tree), ["plt-cli → plt-tests is not listed: drop the dependency"]);
    }

    #[test]
    fn arrows_find_a_listed_dependency_that_is_gone() {
        let tree = tree(|from, to| to.retain(|to| (from, *to) != ("plt-model", "plt-cache")));
        assert_eq!(findings(&tree), ["plt-model → plt-cache is listed, but not in Cargo.toml"]);
    }

    #[test]
    fn arrows_list_every_package() {
        let more = tree(|_, _| ()) + "\nplt-new v0.1.0 (/p)\n";
        assert_eq!(findings(&more), ["plt-new is not listed"]);
        let none = findings("");
        assert_eq!(none.len(), ARROWS.len());
        assert!(none[0].ends_with("is listed, but not in the workspace"));
    }
}
