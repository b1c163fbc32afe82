//! Repository ids.

use std::fmt;
use std::str::FromStr;

use super::HubError;

/// A repository of models: `owner/name`, or `owner/name@revision` for a branch, tag or commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepoId {
    /// `owner/name`.
    pub name: String,
    /// A branch, tag or commit; `main` by default.
    pub revision: String,
}

impl FromStr for RepoId {
    type Err = HubError;

    fn from_str(text: &str) -> Result<Self, HubError> {
        let (name, revision) = text.split_once('@').unwrap_or((text, "main"));
        let parts: Vec<&str> = name.split('/').collect();
        let valid = parts.len() == 2
            && parts.iter().all(|part| is_part(part))
            && revision.split('/').all(is_part);
        match valid {
            true => Ok(Self { name: name.to_owned(), revision: revision.to_owned() }),
            false => Err(HubError::Id { found: text.chars().take(100).collect() }),
        }
    }
}

/// Whether this part of an id is safe as a part of a path: no parent, nothing hidden, no character
/// with a meaning in a shell or URL.
pub(super) fn is_part(part: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (1..=96).contains(&part.len())
        && part.chars().all(allowed)
        && !part.starts_with(['.', '-'])
        && !part.ends_with('.')
        && !part.contains("..")
}

impl fmt::Display for RepoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.revision.as_str() {
            "main" => f.write_str(&self.name),
            revision => write!(f, "{}@{revision}", self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repo_id_is_owner_and_name() {
        for text in ["a/b", "Multilingual-Multimodal-NLP/LoopCoder-V2", "a/b.c_d-1@refs/pr/7"] {
            assert_eq!(text.parse::<RepoId>().expect(text).to_string(), text);
        }
        assert_eq!("a/b@main".parse::<RepoId>().expect("an id").to_string(), "a/b");
        for text in [
            "", "a", "a/", "/b", "a/b/c", "./b", "../b", "a/..", "a/.b", "a/-b", "a/b@",
            "a/b@../c", "a/b@c d", "a/b@c?d", "a\\b/c", "a/b\n", "a/b..c", "é/b", "a/b@c//d",
            "a/b.",
        ] {
            let error = text.parse::<RepoId>().expect_err(text).to_string();
            assert!(error.contains("expected owner/name"), "{error}");
            assert_eq!(error.lines().count(), 1);
        }
        assert!(format!("a/{}", "b".repeat(97)).parse::<RepoId>().is_err());
    }
}
