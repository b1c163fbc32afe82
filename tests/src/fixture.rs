//! The golden fixtures: complete tiny checkpoints with results computed in float64. Their format
//! and semantics are in `tests/fixtures/README.md`.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// One fixture folder.
pub struct Fixture {
    /// The folder's name.
    pub name: String,
    /// The checkpoint directory.
    pub dir: PathBuf,
    /// `expected.json`.
    pub expected: Expected,
}

/// `expected.json`.
#[derive(Deserialize)]
#[allow(missing_docs, reason = "the keys are explained in tests/fixtures/README.md")]
pub struct Expected {
    pub format: u32,
    pub model_type: String,
    pub loops: usize,
    pub local_keys: usize,
    pub tokenizer: Vec<Text>,
    pub chat: Chat,
    pub cases: Vec<Case>,
}

/// A string and its token ids.
#[derive(Deserialize)]
#[allow(missing_docs, reason = "the keys are explained in tests/fixtures/README.md")]
pub struct Text {
    pub text: String,
    pub ids: Vec<u32>,
}

/// A conversation, rendered.
#[derive(Deserialize)]
#[allow(missing_docs, reason = "the keys are explained in tests/fixtures/README.md")]
pub struct Chat {
    pub messages: Vec<serde_json::Value>,
    pub text: String,
    pub ids: Vec<u32>,
}

/// One prompt and its expected results.
#[derive(Deserialize)]
#[allow(missing_docs, reason = "the keys are explained in tests/fixtures/README.md")]
pub struct Case {
    pub name: String,
    pub tokens: Vec<u32>,
    pub last_logits: Vec<f64>,
    pub argmax: Vec<u32>,
    pub argmax_min_gap: f64,
    pub greedy: Vec<u32>,
    pub eos_at: Option<usize>,
    pub positions: Vec<usize>,
    /// `[loop][position]`
    pub loop_input_l2: Vec<Vec<f64>>,
    /// `[loop][position]`
    pub loop_output_l2: Vec<Vec<f64>>,
    /// `[loop][layer][position]`
    pub attention_l2: Vec<Vec<Vec<f64>>>,
    /// `[loop - 1][layer][position][head]`
    pub gates: Vec<Vec<Vec<Vec<f64>>>>,
}

/// The folder of all fixtures.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// All fixtures in order of their names. Panics if one is unreadable or there are not seven.
pub fn all() -> Vec<Fixture> {
    let mut dirs: Vec<PathBuf> = std::fs::read_dir(root())
        .expect("tests/fixtures exists")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.is_dir())
        .collect();
    dirs.sort();
    assert_eq!(dirs.len(), 7, "fixtures are missing: {dirs:?}");
    dirs.into_iter().map(|dir| load(&dir)).collect()
}

/// Loads one fixture by its folder's name.
pub fn named(name: &str) -> Fixture {
    load(&root().join(name))
}

fn load(dir: &Path) -> Fixture {
    let path = dir.join("expected.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let expected: Expected =
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert_eq!(expected.format, 1, "{}: unknown format", path.display());
    let name = dir.file_name().expect("a folder name").to_string_lossy().into_owned();
    Fixture { name, dir: dir.to_path_buf(), expected }
}
