//! The golden fixtures: complete tiny checkpoints with results computed in float64. Their format
//! and semantics are in `tests/fixtures/README.md`.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// One fixture folder.
pub struct Fixture {
    /// The folder's name.
    pub name: String,
    /// The checkpoint: a directory, or the GGUF file in the folder.
    pub path: PathBuf,
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
    pub local_keys: Option<usize>,
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

/// `rows.json`: the rows of a long prompt that its last logits depend on.
#[derive(Deserialize)]
#[allow(missing_docs, reason = "the keys are explained in tests/fixtures/README.md")]
pub struct Rows {
    pub name: String,
    pub tokens: usize,
    pub first_position: Vec<usize>,
}

impl Fixture {
    /// `rows.json`, of the fixtures with a long prompt.
    pub fn rows(&self) -> Rows {
        let path = self.path.join("rows.json");
        let text = std::fs::read_to_string(&path).expect("rows.json");
        serde_json::from_str(&text).expect("the rows of a prompt")
    }
}

/// The folder of all fixtures.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// Every fixture with results of each case; those with `rows.json` have tests of their own.
const NAMES: [&str; 15] = [
    "llama-rope-linear",
    "llama-rope-llama3",
    "llama-rope-yarn",
    "loop-r2",
    "loop-r3-tied-bf16",
    "mistral",
    "plt-r1",
    "plt-r2-hidden-w64",
    "plt-r2-qk-norm",
    "plt-r2-query-sharded",
    "plt-r3-query-raw-bf16",
    "plt-r4-hidden-tied-oldnames",
    "qwen2-bias",
    "qwen3-gguf",
    "qwen3-r1",
];

/// All fixtures in order of their names. Panics if one is unreadable.
pub fn all() -> Vec<Fixture> {
    NAMES.into_iter().map(named).collect()
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
    let gguf = dir.join("model.gguf");
    let path = if gguf.exists() { gguf } else { dir.to_path_buf() };
    Fixture { name, path, expected }
}
