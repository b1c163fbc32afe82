//! The book: the pages of `docs/` as a website.

use std::path::Path;

use crate::Result;
use crate::step::{self, Step};

/// Pages and their order.
pub const SUMMARY: &str = "docs/SUMMARY.md";
const BOOK: &str = "target/book";

/// The steps of `cargo xtask book`.
pub fn steps(args: &[String]) -> Option<Vec<Step>> {
    let pages = Step::call("pages", pages);
    let build = Step::call("build", |root| {
        step::execute(std::process::Command::new("mdbook").args(["build", BOOK]).current_dir(root))
    });
    args.is_empty().then(|| vec![pages, build])
}

/// Copies the pages without their links to the source, which the site does not have.
fn pages(root: &Path) -> Result {
    copy(&root.join("docs"), &root.join(BOOK))
}

fn copy(from: &Path, to: &Path) -> Result {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else if target.extension().is_some_and(|extension| extension == "md") {
            std::fs::write(target, without_links_outside(&std::fs::read_to_string(entry.path())?))?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Replaces `[text](../path)` by `text`, followed by the path unless the text ends it.
fn without_links_outside(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("](../") {
        let text = before.rsplit_once('[');
        let (Some((start, text)), Some((path, after))) = (text, after.split_once(')')) else {
            break;
        };
        let path = path.split('#').next().unwrap_or(path);
        out.push_str(start);
        out.push_str(text);
        if !path.ends_with(text.trim_matches('`')) {
            out.push_str(" (`");
            out.push_str(path);
            out.push_str("`)");
        }
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn book_turns_source_links_into_plain_words() {
        for (page, expected) in [
            ("a [b](c.md) d", "a [b](c.md) d"),
            ("see [how](../CONTRIBUTING.md), [x](y.md)", "see how (`CONTRIBUTING.md`), [x](y.md)"),
            ("[`forward.rs`](../crates/plt-model/src/forward.rs) is", "`forward.rs` is"),
            ("[table](../README.md#what-works) [b](../b)", "table (`README.md`) b"),
            ("cut [a](../b", "cut [a](../b"),
        ] {
            assert_eq!(without_links_outside(page), expected);
        }
    }
}
