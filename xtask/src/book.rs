//! The book: the pages of `docs/` as a website.

use std::ops::Range;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

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
    let mut copied = 0;
    // The place, path and text of a link to the source.
    let mut link: Option<(Range<usize>, String, Range<usize>)> = None;
    for (event, place) in Parser::new_ext(page, Options::ENABLE_TABLES).into_offset_iter() {
        match (&mut link, event) {
            (None, Event::Start(Tag::Link { dest_url, .. })) => {
                if let Some(path) = dest_url.strip_prefix("../") {
                    let path = path.split('#').next().unwrap_or(path).to_owned();
                    link = Some((place.clone(), path, place.start..place.start));
                }
            }
            (Some((link_place, path, text)), Event::End(TagEnd::Link)) => {
                let text = &page[text.clone()];
                out.push_str(&page[copied..link_place.start]);
                out.push_str(text);
                if !path.ends_with(text.trim_matches('`')) {
                    out.push_str(&format!(" (`{path}`)"));
                }
                copied = link_place.end;
                link = None;
            }
            (Some((link_place, _, text)), _) => {
                if text.start == link_place.start {
                    text.start = place.start;
                }
                text.end = place.end;
            }
            (None, _) => {}
        }
    }
    out + &page[copied..]
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
