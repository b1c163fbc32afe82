//! The files that the rules check.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::step;

/// The files of the workspace that git tracks or would track.
pub struct Tree {
    /// By path from the root, folders separated by `/`; `None` for binary files.
    files: BTreeMap<String, Option<String>>,
}

impl Tree {
    pub fn read(root: &Path) -> Result<Self> {
        let paths = if root.join(".git").exists() { listed(root)? } else { walked(root, "")? };
        let mut files = BTreeMap::new();
        for path in paths {
            // git still lists a file that was deleted and not yet staged.
            if root.join(&path).is_file() {
                let text = String::from_utf8(fs::read(root.join(&path))?).ok();
                files.insert(path, text);
            }
        }
        Ok(Self { files })
    }

    /// A tree of these (path, text).
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| (path.to_string(), Some(text.to_string())));
        Self { files: files.collect() }
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// All text files, as (path, text).
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|(path, text)| Some((path.as_str(), text.as_deref()?)))
    }

    /// All Rust sources, as (path, text).
    pub fn rust(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts().filter(|(path, _)| path.ends_with(".rs"))
    }

    /// The manifests of packages, as (path, text): the root's is only that of the workspace.
    pub fn manifests(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts().filter(|(path, _)| path.ends_with("/Cargo.toml"))
    }

    /// The folders of the library crates that are published: those with a `src/lib.rs`.
    pub fn libraries(&self) -> impl Iterator<Item = &str> {
        let folders = self.paths().filter_map(|path| path.strip_suffix("/src/lib.rs"));
        folders.filter(|folder| folder.starts_with("kernels/") || folder.starts_with("crates/"))
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_deref()
    }

    /// Whether there is a file or folder of this path; the empty path is the root.
    pub fn exists(&self, path: &str) -> bool {
        path.is_empty() || self.files.contains_key(path) || {
            let inside = format!("{path}/");
            self.files.range(inside.clone()..).next().is_some_and(|(at, _)| at.starts_with(&inside))
        }
    }
}

fn listed(root: &Path) -> Result<Vec<String>> {
    let args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let list = step::capture(Command::new("git").args(args).current_dir(root))?;
    Ok(list.split_terminator('\0').map(str::to_owned).collect())
}

/// For an unpacked archive of the sources without git.
fn walked(root: &Path, folder: &str) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().ok_or_else(|| format!("{name:?} is not UTF-8"))?;
        let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        if entry.file_type()?.is_dir() {
            if entry.file_name() != OsStr::new("target") {
                paths.extend(walked(root, &path)?);
            }
        } else {
            paths.push(path);
        }
    }
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tree_lists_the_same_sources_with_and_without_git() {
        let folder = crate::root().join("xtask");
        let mut walked = walked(&folder, "").unwrap();
        walked.sort();
        let mut listed = listed(&folder).unwrap();
        listed.sort();
        assert_eq!(walked, listed);
        assert!(walked.contains(&"src/tidy/tree.rs".to_owned()));
    }

    #[test]
    fn tree_knows_folders_by_their_files() {
        let tree = Tree::of(&[("a-b", ""), ("a/b/c.rs", "")]);
        for path in ["a", "a/b", "a/b/c.rs", "a-b", ""] {
            assert!(tree.exists(path), "{path}");
        }
        for path in ["b", "a/c", "a/b/c", "a-"] {
            assert!(!tree.exists(path), "{path}");
        }
    }
}
