//! Who may ask.

use std::path::Path;

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::error::{Error, Result};

/// The API keys that are accepted. Only their SHA-256 digests are kept: equal in length, so that
/// comparing them tells nothing, and good as the salt of what is computed for a key.
#[derive(Clone, Default)]
pub struct Keys(Vec<[u8; 32]>);

impl Keys {
    /// No keys: whoever reaches the server may ask.
    pub fn none() -> Self {
        Self::default()
    }

    /// The keys of a text: one a line, or several with commas between them. Empty lines and lines
    /// that begin with `#` do not count. `place` is what errors call the text.
    ///
    /// # Errors
    /// [`Error::Key`] for a key that does not fit into a header; [`Error::NoKey`] if there is none:
    /// whoever names a place for keys does not mean to be open to everybody.
    pub fn parse(text: &str, place: &str) -> Result<Self> {
        Self::of(lines(text).flat_map(|line| line.split(',')), place)
    }

    fn of<'t>(keys: impl Iterator<Item = &'t str>, place: &str) -> Result<Self> {
        let mut digests = Vec::new();
        let keys = keys.map(str::trim).filter(|key| !key.is_empty());
        for (index, key) in keys.enumerate() {
            if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
                return Err(Error::Key { number: index + 1 });
            }
            digests.push(digest(key.as_bytes()));
        }
        match digests.is_empty() {
            true => Err(Error::NoKey { place: place.to_owned() }),
            false => Ok(Self(digests)),
        }
    }

    /// The keys of a file: one a line, which may have commas in it; otherwise as
    /// [`parse`](Self::parse) reads them.
    ///
    /// # Errors
    /// [`Error::KeyFile`]; those of [`parse`](Self::parse).
    pub fn read(file: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(file)
            .map_err(|source| Error::KeyFile { file: file.to_owned(), source })?;
        Self::of(lines(&text), &file.display().to_string())
    }

    /// These keys and those.
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The tenant that a key belongs to, if it is one of these. All of them are compared, and every
    /// byte of each, whatever is found: time says nothing about a key.
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

/// Without remarks.
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
        let keys = Keys::parse("# ours\nfirst , second\n\n  third\n", "here").expect("keys");
        assert_eq!(keys.len(), 3);
        let tenants = ["first", "second", "third"].map(|key| keys.tenant(key.as_bytes()));
        assert!(tenants.iter().all(Option::is_some));
        assert_ne!(tenants[0], tenants[1]);
        for wrong in ["", "First", "firs", "first ", "first,second", "# ours"] {
            assert!(keys.tenant(wrong.as_bytes()).is_none(), "{wrong}");
        }
        assert_eq!(format!("{keys:?}"), "Keys(3)");
    }

    #[test]
    fn a_key_of_a_file_is_a_whole_line() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(&file, "# ours\nab,cd\n\n efgh \n").expect("written");
        let keys = Keys::read(file.path()).expect("keys");
        assert_eq!(keys.len(), 2);
        assert!(keys.tenant(b"ab,cd").is_some() && keys.tenant(b"efgh").is_some());
        assert!(keys.tenant(b"ab").is_none() && keys.tenant(b"cd").is_none());
    }

    #[test]
    fn a_place_without_keys_and_keys_that_nobody_can_send_are_refused() {
        for empty in ["", "\n\n", "# only a remark", " , ,"] {
            let error = Keys::parse(empty, "PLT_API_KEYS").expect_err("no key");
            assert_eq!(error.to_string(), "PLT_API_KEYS holds no API key");
        }
        let error = Keys::parse("good,not good", "here").expect_err("a space");
        assert!(matches!(error, Error::Key { number: 2 }), "{error}");
        assert!(!error.to_string().contains("not good"), "a key is repeated");
        assert!(Keys::parse("schlüssel", "here").is_err());
        assert!(Keys::read("no/such/file".as_ref()).is_err());
    }
}
