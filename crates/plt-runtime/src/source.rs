//! Finds a model: at a path, or in a repository on the Hub.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Returns the directory or file that `model` names: an existing path or, with the feature `hub`, a
/// repository `owner/name[@revision]`, which is fetched into the Hub's cache first (see
/// [`hub`](crate::hub)).
///
/// Calls `progress` with the bytes fetched and the total.
///
/// # Errors
/// [`Error::NoSuchModel`] if `model` is neither; [`Error::Hub`] if the fetch fails.
#[cfg_attr(not(feature = "hub"), allow(rustdoc::broken_intra_doc_links, unused_variables))]
pub fn resolve(model: &str, progress: &mut dyn FnMut(u64, u64)) -> Result<PathBuf> {
    let path = Path::new(model);
    if path.exists() {
        return Ok(path.to_owned());
    }
    #[cfg(feature = "hub")]
    if let Ok(repo) = model.parse::<crate::hub::RepoId>() {
        return crate::hub::HubOptions::from_env(|name| std::env::var(name).ok())
            .and_then(|options| crate::hub::Hub::new(options)?.fetch(&repo, progress))
            .map_err(|e| Error::Hub { model: model.to_owned(), cause: Box::new(e) });
    }
    Err(Error::NoSuchModel { model: model.to_owned() })
}
