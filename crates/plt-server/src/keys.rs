//! API keys.

use std::path::Path;

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::error::{Error, Result};

/// The accepted API keys. Only their SHA-256 digests are kept: they have one length, so that a
/// comparison leaks nothing, and they identify the prefix cache of a key.
#[derive(Clone, Default)]
pub struct Keys(Vec<[u8; 32]>);

impl Keys {
    /// Returns no keys: everybody who reaches the server has access.
    pub fn none() -> Self {
        Self::default()
    }

    /// Reads the keys of a string: one per line, or several separated by commas. Empty lines and lines
    /// that begin with `#` are skipped. Errors call the string `place`.
    ///
    /// # Errors
    /// [`Error::Key`] for a key that does not fit into a header; [`Error::NoKey`] if there is none.
    pub fn parse(text: &str, place: &str) -> Result<Self> {
        Self::of(lines(text).flat_map(|line| line.split(',')), place)
    }

    fn of<'t>(keys: impl Iterator<Item = &'t str>, place: &str) -> Result<Self> {
        let mut digests = Vec::new();
        let keys = keys.map(str::trim).filter(|key| !key.is_empty());
        for (index, key) in keys.enumerate() {
            if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
                return Err(Error::Key { place: place.to_owned(), number: index + 1 });
            }
            digests.push(digest(key.as_bytes()));
        }
        match digests.is_empty() {
            true => Err(Error::NoKey { place: place.to_owned() }),
            false => Ok(Self(digests)),
        }
    }

    /// Reads the keys of a file: one per line. A key may contain commas; otherwise the file is read as
    /// by [`parse`](Self::parse).
    ///
    /// # Errors
    /// [`Error::KeyFile`]; those of [`parse`](Self::parse).
    pub fn read(file: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(file)
            .map_err(|error| Error::KeyFile { file: file.to_owned(), error })?;
        Self::of(lines(&text), &file.display().to_string())
    }

    /// Adds the other keys to these.
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// Returns whether there are no keys.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the number of keys.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns the tenant of a key, if it is one of these. Every byte of every key is compared, so that
    /// the time does not depend on the key.
    pub(crate) fn tenant(&self, key: &[u8]) -> Option<Vec<u8>> {
        let presented = digest(key);
        let mut found = None;
        for known in &self.0 {
            if bool::from(known.ct_eq(&presented)) {
                found = Some(presented.to_vec());
            }
        }
        found
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keys({})", self.len())
    }
}

/// The lines that are not comments.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.starts_with('#'))
}

fn digest(key: &[u8]) -> [u8; 32] {
    Sha256::digest(key).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_from_lines_and_commas() {
        let keys = Keys::parse("# comment\nfirst , second\n\n  third\n", "here").expect("keys");
        assert_eq!(keys.len(), 3);
        let tenants = ["first", "second", "third"].map(|key| keys.tenant(key.as_bytes()));
        assert!(tenants.iter().all(Option::is_some));
        assert_ne!(tenants[0], tenants[1]);
        for wrong in ["", "First", "firs", "first ", "first,second", "# comment"] {
            assert!(keys.tenant(wrong.as_bytes()).is_none(), "{wrong}");
        }
        assert_eq!(format!("{keys:?}"), "Keys(3)");
    }

    #[test]
    fn keys_in_files_are_whole_lines() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(&file, "# comment\nab,cd\n\n efgh \n").expect("written");
        let keys = Keys::read(file.path()).expect("keys");
        assert_eq!(keys.len(), 2);
        assert!(keys.tenant(b"ab,cd").is_some() && keys.tenant(b"efgh").is_some());
        assert!(keys.tenant(b"ab").is_none() && keys.tenant(b"cd").is_none());
    }

    #[test]
    fn keys_that_cannot_be_sent_and_empty_places_are_rejected() {
        for empty in ["", "\n\n", "# only a comment", " , ,"] {
            let error = Keys::parse(empty, "PLT_API_KEYS").expect_err("no key");
            assert_eq!(error.to_string(), "PLT_API_KEYS holds no API key: expected one per line");
        }
        let error = Keys::parse("good,not good", "here").expect_err("a space");
        assert!(matches!(error, Error::Key { number: 2, .. }), "{error}");
        assert!(!error.to_string().contains("not good"), "a key is repeated");
        assert!(Keys::parse("schlüssel", "here").is_err());
        assert!(Keys::read("no/such/file".as_ref()).is_err());
    }
}
