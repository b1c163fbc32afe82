//! Attributes and settings of every crate.

use super::Finding;
use super::tree::Tree;

/// Minimum lines of `//!` of a crate's page.
const PAGE_LINES: usize = 3;

/// The libraries that may have unsafe code.
const UNSAFE: [&str; 3] = ["kernels/contract", "kernels/cpu", "kernels/gpu"];
const DENY_UNSAFE: &str = "#![deny(unsafe_code)]";
const FORBID_UNSAFE: &str = "#![forbid(unsafe_code)]";

/// Each library's root has a page, requires documentation and forbids unsafe code.
pub fn library_roots(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for folder in tree.libraries() {
        let path = format!("{folder}/src/lib.rs");
        let text = tree.text(&path).unwrap_or("");
        if text.lines().take_while(|line| line.starts_with("//!")).count() < PAGE_LINES {
            findings.push(Finding::new(&path, "opens with no `//!` page"));
        }
        // The CPU and GPU kernels allow it module by module.
        let unsafe_code = if UNSAFE.contains(&folder) { DENY_UNSAFE } else { FORBID_UNSAFE };
        for attribute in ["#![deny(missing_docs)]", unsafe_code] {
            if !text.lines().any(|line| line == attribute) {
                findings.push(Finding::new(&path, format!("has no `{attribute}`")));
            }
        }
    }
    findings
}

/// The promised Rust version is the toolchain's, in every crate.
pub fn msrv(tree: &Tree) -> Vec<Finding> {
    const TOOLCHAIN: &str = "rust-toolchain.toml";
    let promised = value(tree, "Cargo.toml", "rust-version");
    let built = value(tree, TOOLCHAIN, "channel");
    let mut findings = Vec::new();
    match (promised, built) {
        (Some(msrv), Some(channel)) if channel == msrv || channel == format!("{msrv}.0") => {}
        (msrv, channel) => findings.push(Finding::new(
            TOOLCHAIN,
            format!("channel {channel:?} is not the rust-version {msrv:?} of Cargo.toml"),
        )),
    }
    // Packages with their own workspace are excluded.
    let of_ours = |text: &str| !text.lines().any(|line| line == "[workspace]");
    for (path, text) in tree.manifests().filter(|(_, text)| of_ours(text)) {
        if !text.lines().any(|line| line == "rust-version.workspace = true") {
            findings.push(Finding::new(path, "has no `rust-version.workspace = true`"));
        }
    }
    findings
}

/// The string that `key` is set to.
fn value<'t>(tree: &'t Tree, path: &str, key: &str) -> Option<&'t str> {
    let mut values = tree.text(path)?.lines().filter_map(|line| line.strip_prefix(key));
    values
        .find_map(|rest| rest.trim().strip_prefix('=')?.trim().strip_prefix('"')?.strip_suffix('"'))
}

#[cfg(test)]
mod tests {
    use super::super::tests::places;
    use super::*;

    const ROOT: &str = "//! A\n//!\n//! page.\n\n#![forbid(unsafe_code)]\n#![deny(missing_docs)]\n";

    #[test]
    fn crate_root_without_page_or_attributes_is_found() {
        let root = "crates/plt-cache/src/lib.rs";
        assert!(places(library_roots, &[(root, ROOT)]).is_empty());
        assert_eq!(places(library_roots, &[(root, "//! Short.\n")]), [root, root, root]);
        for line in ["//! page.\n", "#![forbid(unsafe_code)]\n", "#![deny(missing_docs)]\n"] {
            assert_eq!(places(library_roots, &[(root, &ROOT.replace(line, ""))]), [root], "{line}");
        }
        assert!(places(library_roots, &[("tests/src/lib.rs", "")]).is_empty());
    }

    #[test]
    fn toolchain_other_than_the_msrv_is_found() {
        let found = |promised, channel, member| {
            let workspace = format!("[workspace.package]\nrust-version = \"{promised}\"\n");
            let toolchain = format!("[toolchain]\nchannel = \"{channel}\"\n");
            let files = [
                ("Cargo.toml", &*workspace),
                ("rust-toolchain.toml", &*toolchain),
                ("kernels/Cargo.toml", member),
            ];
            places(msrv, &files)
        };
        let member = "[package]\nrust-version.workspace = true\n";
        assert!(found("1.95", "1.95.0", member).is_empty());
        assert!(found("1.95", "1.95", member).is_empty());
        assert_eq!(found("1.95", "1.96.0", member), ["rust-toolchain.toml"]);
        assert_eq!(found("1.95", "stable", member), ["rust-toolchain.toml"]);
        let own = "[package]\nrust-version = \"1.80\"\n";
        assert_eq!(found("1.95", "1.95.0", own), ["kernels/Cargo.toml"]);
        assert_eq!(places(msrv, &[]), ["rust-toolchain.toml"]);
    }
}
