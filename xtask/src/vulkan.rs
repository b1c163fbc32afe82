//! The Vulkan driver of the GPU tests: the machine's own, or Mesa's software driver.

use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::step::{self, Step};

/// Debian's package of the software driver (lavapipe), which depends on the loader.
const PACKAGE: &str = "mesa-vulkan-drivers";
/// Folders of driver manifests on Linux.
const MANIFESTS: [&str; 2] = ["/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d"];
/// Variables that name other manifests.
const VARIABLES: [&str; 3] = ["VK_DRIVER_FILES", "VK_ADD_DRIVER_FILES", "VK_ICD_FILENAMES"];

/// Installs a driver on a Linux machine without one. Other systems have their own GPU API.
pub fn driver() -> Step {
    Step::call("vulkan", |_| {
        if !cfg!(target_os = "linux") || is_there(|folder| Path::new(folder).is_dir()) {
            return Ok(());
        }
        install().map_err(|error| {
            format!("the GPU tests need a Vulkan driver; please install {PACKAGE}: {error}").into()
        })
    })
}

/// Whether a driver manifest exists.
fn is_there(is_dir: impl Fn(&str) -> bool) -> bool {
    VARIABLES.iter().any(|variable| std::env::var_os(variable).is_some())
        || MANIFESTS.iter().any(|folder| is_dir(folder))
}

fn install() -> Result {
    step::execute(Command::new("apt-get").arg("update"))?;
    let install = ["install", "--yes", "--no-install-recommends", PACKAGE];
    step::execute(Command::new("apt-get").args(install).env("DEBIAN_FRONTEND", "noninteractive"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vulkan_driver_is_found_by_its_manifest_folder() {
        if VARIABLES.iter().all(|variable| std::env::var_os(variable).is_none()) {
            assert!(!is_there(|_| false));
        }
        assert!(is_there(|folder| folder == "/etc/vulkan/icd.d"));
    }
}
