//! The entries of the top folder.

use std::collections::BTreeSet;

use super::Finding;
use super::tree::Tree;

/// All entries of the top folder.
const TOP_LEVEL: [&str; 18] = [
    ".cargo",
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "benches",
    "crates",
    "docs",
    "kernels",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "tests",
    "xtask",
];

/// Entries that are not in the list, and listed ones that are missing.
pub fn top_level(tree: &Tree) -> Vec<Finding> {
    let found: BTreeSet<&str> = tree.paths().filter_map(|path| path.split('/').next()).collect();
    let allowed = BTreeSet::from(TOP_LEVEL);
    let extra =
        found.difference(&allowed).map(|entry| Finding::new(entry, "not a top-level entry"));
    let missing = allowed.difference(&found).map(|entry| Finding::new(entry, "missing"));
    extra.chain(missing).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::places;
    use super::*;

    #[test]
    fn top_level_entries_must_match_the_list() {
        let mut files = TOP_LEVEL.map(|entry| (entry, "")).to_vec();
        assert!(places(top_level, &files).is_empty());
        files[0] = ("scripts/run.sh", "");
        assert_eq!(places(top_level, &files), ["scripts", ".cargo"]);
    }
}
