//! Where a model comes from: a path, or a repository on the Hub.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// The directory or file that `model` names: a path that exists, or a repository id
/// `owner/name[@revision]`, which is fetched into the Hub's cache first (feature `hub`).
///
/// `progress` is told bytes done and bytes in all.
///
/// # Errors
/// [`Error::NoSuchModel`] if there is no such path and `model` is no repository id; what the Hub
/// reports.
pub fn resolve(model: &str, progress: &mut dyn FnMut(u64, u64)) -> Result<PathBuf> {
    let path = Path::new(model);
    if path.exists() {
        return Ok(path.to_owned());
    }
    #[cfg(feature = "hub")]
    if let Ok(repo) = model.parse::<crate::hub::RepoId>() {
        return Ok(crate::hub::Hub::from_env()?.fetch(&repo, progress)?);
    }
    let _ = progress;
    Err(Error::NoSuchModel { model: model.to_owned() })
}
