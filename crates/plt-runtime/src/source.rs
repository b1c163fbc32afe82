//! Where a model comes from.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// The directory or file that `model` names.
///
/// # Errors
/// [`Error::NoSuchModel`] if there is none.
pub fn resolve(model: &str) -> Result<PathBuf> {
    let path = Path::new(model);
    match path.exists() {
        true => Ok(path.to_owned()),
        false => Err(Error::NoSuchModel { model: model.to_owned() }),
    }
}
