//! Other engines for comparison: same file, type and threads, alternating with ours.

use std::path::Path;
use std::process::Command;

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::{Plt, output};

/// Another engine.
pub struct Peer {
    /// Its name in file names and on the page.
    pub name: &'static str,
    /// The measured types.
    pub types: &'static [&'static str],
}

/// llama.cpp's `llama-bench`, and a program that takes its arguments: `benches/candle`.
pub const PEERS: [Peer; 2] = [
    Peer { name: "llama.cpp", types: &["f16", "q8_0", "q4_0", "q4_k"] },
    Peer { name: "candle", types: &["q8_0", "q4_0", "q4_k"] },
];
/// Number of alternating rounds.
const ROUNDS: usize = 5;
const PROMPT: &str = "512";
/// Tokens of the context before the first decoded one, and decoded tokens.
const CONTEXT: &str = "128";
const GENERATE: &str = "8";

impl Peer {
    /// The results file of a type.
    pub fn file(&self, quant: &str) -> String {
        format!("{}-mid-{quant}.json", self.name.replace('.', "-"))
    }

    /// Measures the types without results.
    pub fn measure(&self, plt: &Plt, program: &Path, results: &Path) -> anyhow::Result<()> {
        let dir = tempfile::tempdir()?;
        for quant in self.types {
            let file = results.join(self.file(quant));
            if file.exists() {
                continue;
            }
            println!("{}, {quant}", self.name);
            let model = dir.path().join(format!("{quant}.gguf"));
            let model = model.to_str().context("a path in UTF-8")?;
            let save =
                ["bench", "--synthetic", "mid", "--quant", quant, "--loops", "1", "--save", model];
            plt.run(save.into_iter())?;
            let mut samples = Vec::new();
            for _ in 0..ROUNDS {
                samples.push(round(plt, program, model, quant)?);
            }
            std::fs::write(&file, format!("{:#}\n", json!({ "type": quant, "rounds": samples })))?;
            std::fs::remove_file(model)?;
        }
        Ok(())
    }
}

/// One round: ms per token of both engines, and prompt tokens per second.
fn round(plt: &Plt, program: &Path, model: &str, quant: &str) -> anyhow::Result<Value> {
    let threads = std::thread::available_parallelism()?.to_string();
    let theirs = |args: &[&str]| -> anyhow::Result<f64> {
        let mut command = Command::new(program);
        command.env("RAYON_NUM_THREADS", &threads);
        command.args(["-m", model, "-t", &threads, "-r", "1", "-o", "json"]).args(args);
        let results: Value = serde_json::from_str(&output(&mut command)?)?;
        results[0]["avg_ts"].as_f64().with_context(|| format!("{}: no avg_ts", program.display()))
    };
    let ours = |args: &[&str]| -> anyhow::Result<Value> {
        let common = ["bench", "--reps", "1", "--threads", &threads, "--context", CONTEXT];
        let report = plt.json(common.into_iter().chain(args.iter().copied()))?;
        let report: Value = serde_json::from_str(&report)?;
        Ok(report["results"][0].clone())
    };
    let median = |value: &Value| value["median"].as_f64().context("plt bench: no median");
    let decode = theirs(&["-p", "0", "-n", GENERATE, "-d", CONTEXT])?;
    let one = ours(&["--model", model, "--gen", GENERATE])?;
    let two = ours(&["--synthetic", "mid", "--quant", quant, "--loops", "2", "--gen", GENERATE])?;
    let prefill = theirs(&["-p", PROMPT, "-n", "0"])?;
    let ours_prefill = ours(&["--model", model, "--gen", "1", "--prompt", PROMPT])?;
    Ok(json!({
        "their_ms": 1e3 / decode,
        "ms": median(&one["ms_per_token"])?,
        "ms_two_loops": median(&two["ms_per_token"])?,
        "their_prefill": prefill,
        "prefill": median(&ours_prefill["prefill_tokens_per_s"])?,
    }))
}
