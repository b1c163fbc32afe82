//! The rules of the source tree. Each is a function from the tree to its findings.

mod crates;
mod kernels;
mod layout;
mod modules;
mod pages;
mod size;
mod source;
mod tree;
mod words;

use std::fmt;
use std::path::Path;

use crate::Result;
use crate::arrows;
use crate::step::Step;
use tree::Tree;

const RULES: &[fn(&Tree) -> Vec<Finding>] = &[
    size::too_long,
    source::absolute_paths,
    source::ignored,
    source::panics,
    source::plan_is_arithmetic,
    modules::orphans,
    modules::hidden_targets,
    crates::library_roots,
    crates::msrv,
    kernels::backends,
    kernels::layers,
    layout::top_level,
    pages::links,
    pages::names,
    pages::in_the_book,
    words::plain,
];

/// The steps of `cargo xtask tidy`.
pub fn steps(args: &[String]) -> Option<Vec<Step>> {
    args.is_empty().then(|| vec![step()])
}

/// The check of all rules.
pub fn step() -> Step {
    Step::call("tidy", |root| {
        let (tree, findings) = check(root)?;
        for warning in size::long(&tree) {
            eprintln!("warning: {warning}");
        }
        for finding in &findings {
            eprintln!("{finding}");
        }
        match findings.len() {
            0 => Ok(()),
            count => Err(format!("{count} findings").into()),
        }
    })
}

fn check(root: &Path) -> Result<(Tree, Vec<Finding>)> {
    let tree = Tree::read(root)?;
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    findings.extend(arrows::check(root)?);
    Ok((tree, findings))
}

/// A violation of a rule.
#[derive(Debug)]
pub struct Finding {
    /// A path from the root of the workspace, with `:LINE` if one line is meant.
    pub place: String,
    pub what: String,
}

impl Finding {
    pub fn new(path: &str, what: impl Into<String>) -> Self {
        Self { place: path.to_owned(), what: what.into() }
    }

    /// `line` counts from 1.
    pub fn at(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { place: format!("{path}:{line}"), what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `cargo xtask tidy` as a test.
    #[test]
    fn workspace_is_tidy() {
        let (_, findings) = check(crate::root()).unwrap();
        let lines: Vec<String> = findings.iter().map(Finding::to_string).collect();
        assert!(lines.is_empty(), "\n{}", lines.join("\n"));
    }

    /// The places of the findings of a rule, in files given as (path, text).
    pub fn places(rule: fn(&Tree) -> Vec<Finding>, files: &[(&str, &str)]) -> Vec<String> {
        rule(&Tree::of(files)).into_iter().map(|finding| finding.place).collect()
    }
}
