//! Links and names in Markdown pages must exist.
//!
//! Between backticks, a page names a test as `crates/…/file.rs::test_name`, a file or folder by its path
//! from the root, and a crate by its name. Code blocks are skipped.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use super::Finding;
use super::tree::Tree;
use crate::book::SUMMARY;

/// The page that states our invariants, each with the test that holds it.
const ARCHITECTURE: &str = "docs/architecture.md";

/// Relative links that lead nowhere, in any Markdown page.
pub fn links(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts().filter(|(path, _)| path.ends_with(".md")) {
        for (number, target) in targets(text) {
            let target = target.split('#').next().unwrap_or("");
            let missing = || resolve(path, target).is_none_or(|at| !tree.exists(&at));
            if !target.is_empty() && is_local(target) && missing() {
                findings.push(Finding::at(path, number, format!("`{target}` leads nowhere")));
            }
        }
    }
    findings
}

/// The targets of links and images, and of the definitions of reference links.
fn targets(page: &str) -> Vec<(usize, String)> {
    let parser = Parser::new_ext(page, Options::ENABLE_TABLES);
    let definitions = parser.reference_definitions().iter();
    let definitions =
        definitions.map(|(_, link)| (line_of(page, link.span.start), link.dest.to_string()));
    let mut targets: Vec<_> = definitions.collect();
    targets.extend(parser.into_offset_iter().filter_map(|(event, range)| match event {
        Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. })
        | Event::Start(Tag::Image { link_type: LinkType::Inline, dest_url, .. }) => {
            Some((line_of(page, range.start), dest_url.into_string()))
        }
        _ => None,
    }));
    targets
}

/// The line of a byte of a page, counted from 1.
fn line_of(page: &str, byte: usize) -> usize {
    page[..byte].matches('\n').count() + 1
}

fn is_local(target: &str) -> bool {
    !target.contains("://") && !target.starts_with("mailto:")
}

/// The path from the root of a link in `page`, or `None` if it leaves the workspace.
fn resolve(page: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in target.trim_end_matches('/').split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Tests, files and crates that a page names and that do not exist.
pub fn names(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let folders: BTreeSet<&str> = tree.paths().flat_map(|path| path.split('/')).collect();
    let packages: BTreeSet<&str> =
        tree.manifests().filter_map(|(_, text)| package_name(text)).collect();
    let is_page = |path: &str| path.ends_with(".md") && path != "CHANGELOG.md";
    for (path, text) in tree.texts().filter(|(path, _)| is_page(path)) {
        for (number, name) in code_spans(text) {
            let missing = if let Some((file, test)) = name.split_once(".rs::") {
                !has_test(tree, &format!("{file}.rs"), test)
            } else if is_path(&name) {
                !tree.exists(name.trim_end_matches('/'))
            } else if is_crate(&name) {
                !packages.contains(&*name) && !folders.contains(&*name)
            } else {
                false
            };
            if missing {
                findings.push(Finding::at(path, number, format!("there is no `{name}`")));
            }
        }
    }
    if tree.text(ARCHITECTURE).is_none_or(|text| !text.contains(".rs::")) {
        findings.push(Finding::new(ARCHITECTURE, "names no test that holds an invariant"));
    }
    findings
}

/// The pieces between backticks; an ellipsis marks a pattern, which names nothing.
fn code_spans(page: &str) -> Vec<(usize, String)> {
    let events = Parser::new_ext(page, Options::ENABLE_TABLES).into_offset_iter();
    let spans = events.filter_map(|(event, range)| match event {
        Event::Code(code) => Some((line_of(page, range.start), code.into_string())),
        _ => None,
    });
    spans.filter(|(_, code)| !code.contains('…')).collect()
}

/// Pages of `docs/` that are not in the book.
pub fn in_the_book(tree: &Tree) -> Vec<Finding> {
    let summary = tree.text(SUMMARY).unwrap_or("");
    let linked: BTreeSet<String> = targets(summary).into_iter().map(|(_, target)| target).collect();
    let pages = tree.texts().filter(|(path, _)| path.ends_with(".md") && *path != SUMMARY);
    pages
        .filter(|(path, _)| path.strip_prefix("docs/").is_some_and(|page| !linked.contains(page)))
        .map(|(path, _)| Finding::new(path, format!("{SUMMARY} does not list it")))
        .collect()
}

fn package_name(manifest: &str) -> Option<&str> {
    manifest.lines().find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'))
}

fn is_path(name: &str) -> bool {
    let folders =
        ["benches/", "crates/", "docs/", "kernels/", "tests/", "xtask/", ".ci/", ".cargo/"];
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
    folders.iter().any(|folder| name.starts_with(folder)) && name.chars().all(plain)
}

fn is_crate(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    name.starts_with("plt-") && name.chars().all(plain)
}

/// Whether `file` has the test `path`, which may name modules before the function.
fn has_test(tree: &Tree, file: &str, path: &str) -> bool {
    let name = path.rsplit("::").next().unwrap_or(path);
    let lines: Vec<&str> = tree.text(file).unwrap_or("").lines().map(str::trim).collect();
    let function = format!("fn {name}(");
    lines.iter().enumerate().any(|(at, line)| {
        let mut above = lines[..at].iter().rev();
        line.starts_with(&function)
            && above
                .by_ref()
                .take_while(|line| line.starts_with("#[") || line.starts_with("//"))
                .any(|line| *line == "#[test]")
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::places;
    use super::*;

    #[test]
    fn links_that_lead_nowhere_are_found() {
        let found = |line: &str| {
            let files = [("README.md", ""), ("docs/a.md", line), ("docs/words.md", "")];
            places(links, &files)
        };
        for good in [
            "[a](words.md#loop) and [b](../README.md) and [c](./) and [d](#here) and [e](..)",
            "[a](https://example.org/x) [b](mailto:a@example.org) `x[i]` (y)",
            "[words]: words.md",
            "```\n[a](gone.md)\n```",
        ] {
            assert!(found(good).is_empty(), "{good}: {:?}", found(good));
        }
        for bad in [
            "[a](gone.md)",
            "[a](words.md) [b](README.md)",
            "[a](../../README.md)",
            "[a]: gone.md",
            "![a](a.png \"title\")",
        ] {
            assert_eq!(found(bad), ["docs/a.md:1"], "{bad}");
        }
    }

    const TESTS: &str = "#[test]\nfn plain() {}\n\nfn helper() {}\n\nproptest! {\n    \
                         /// Doc.\n    #[test]\n    fn property(x in 0..2) {}\n}\n";

    fn found(page: &str) -> Vec<String> {
        let page = format!("`tests/suite/a.rs::plain`\n{page}");
        let files = [
            (ARCHITECTURE, page.as_str()),
            ("kernels/Cargo.toml", "[package]\nname = \"plt-kernels\"\n"),
            ("tests/suite/a.rs", TESTS),
            ("tests/fixtures/plt-r1/config.json", ""),
        ];
        places(names, &files)
    }

    #[test]
    fn names_of_nothing_are_found() {
        for good in [
            "`tests/suite/a.rs::tests::property` in `tests/suite/a.rs`, `tests/fixtures/`",
            "`plt-kernels`, `plt-r1`, `plt generate`, `plt-*`, `crates/…/x.rs::y`, tests/gone.rs",
            "```text\n`tests/gone.rs`\n```",
        ] {
            assert!(found(good).is_empty(), "{good}: {:?}", found(good));
        }
        for bad in [
            "`tests/suite/a.rs::gone`",
            "`tests/suite/a.rs::helper`",
            "`tests/suite/gone.rs::plain`",
            "`a.rs::plain`",
            "see `tests/gone.rs`",
            "`kernels/generated/`",
            "`plt-server`",
        ] {
            assert_eq!(found(bad), [format!("{ARCHITECTURE}:2")], "{bad}");
        }
    }

    #[test]
    fn pages_that_are_not_in_the_book_are_found() {
        let files = [
            (SUMMARY, "# Summary\n\n[Start](start.md)\n\n- [A](a.md)\n"),
            ("docs/start.md", ""),
            ("docs/a.md", ""),
            ("docs/b.md", ""),
            ("README.md", ""),
        ];
        assert_eq!(places(in_the_book, &files), ["docs/b.md"]);
    }

    #[test]
    fn architecture_page_must_name_tests() {
        assert_eq!(places(names, &[]), [ARCHITECTURE]);
        assert_eq!(places(names, &[(ARCHITECTURE, "Trust us.")]), [ARCHITECTURE]);
    }
}
