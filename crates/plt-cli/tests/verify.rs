//! `plt verify` on a golden fixture: its values were computed in float64 by another program.

mod support;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use support::{fails, fails_usage, fixture, plt, run_json, stderr_line};

const MODEL: &str = "plt-r2-hidden-w64";

/// An entry with the golden values of the fixture, a case of every kind that it has.
fn golden() -> Value {
    let file = Path::new(&fixture(MODEL)).join("expected.json");
    let golden: Value = serde_json::from_slice(&fs::read(file).expect("a file")).expect("JSON");
    let case = &golden["cases"][3];
    let (ids, logits) = (&case["tokens"], case["last_logits"].as_array().expect("logits"));
    let last = ids.as_array().expect("ids").len() - 1;
    let mut best: Vec<(usize, f64)> =
        logits.iter().map(|logit| logit.as_f64().expect("a number")).enumerate().collect();
    best.sort_by(|a, b| b.1.total_cmp(&a.1));
    let text = &golden["tokenizer"][0];
    json!({
        "name": "golden",
        "checkpoint": "tests/fixtures",
        "shape": {
            "model_type": "iquestpltcoder", "loops": 2, "layers": 2, "hidden_size": 32,
            "intermediate_size": 64, "heads": 4, "kv_heads": 2, "head_dim": 8, "vocab_size": 300
        },
        "groups": [{
            "source": "float64",
            "cases": [
                {"kind": "tokens", "text": text["text"], "ids": text["ids"]},
                {"kind": "chat", "messages": golden["chat"]["messages"], "ids": golden["chat"]["ids"]},
                {"kind": "top", "ids": ids, "top": best[..5], "tolerance": 1e-3, "near_tie": 1e-3},
                {"kind": "logits", "ids": ids, "position": last, "logits": logits, "tolerance": 1e-3},
                {"kind": "greedy", "ids": ids, "next": case["greedy"], "near_tie": 1e-3},
            ]
        }]
    })
}

/// Writes an entry and returns its path.
fn write(dir: &Path, entry: &Value) -> String {
    let path = dir.join("entry.json");
    fs::write(&path, entry.to_string()).expect("a file");
    path.to_str().expect("UTF-8").to_owned()
}

#[test]
fn verify_passes_on_golden_values() {
    let dir = tempfile::tempdir().expect("a directory");
    let file = write(dir.path(), &golden());
    let model = fixture(MODEL);
    let report = run_json(&["verify", &model, "--entry-file", &file, "--json"]);
    assert_eq!((&report["passed"], &report["failed"]), (&json!(5), &json!(0)), "{report}");
    assert_eq!(report["hash"].as_str().map(str::len), Some(64));
    assert_eq!(report["checks"][0]["source"], "float64");
    let text = plt(&["verify", &model, "--entry-file", &file]);
    let text = String::from_utf8(text.stdout).expect("UTF-8");
    assert!(text.ends_with("\n5 of 5 checks passed\n") && !text.contains("FAIL"), "{text}");
}

#[test]
fn verify_fails_on_each_wrong_value() {
    let dir = tempfile::tempdir().expect("a directory");
    for (index, key) in ["ids", "ids", "top", "logits", "next"].into_iter().enumerate() {
        let mut entry = golden();
        let value = match &mut entry["groups"][0]["cases"][index][key][2] {
            Value::Array(pair) => &mut pair[1],
            value => value,
        };
        *value = match value.as_u64() {
            Some(id) => json!(id ^ 1),
            None => json!(value.as_f64().expect("a logit") + 0.01),
        };
        let file = write(dir.path(), &entry);
        let output = plt(&["verify", &fixture(MODEL), "--entry-file", &file, "--json"]);
        assert_eq!(output.status.code(), Some(1), "{key}: {}", stderr_line(&output));
        let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let passed = report["checks"].as_array().expect("checks").iter();
        let failed: Vec<usize> = passed
            .enumerate()
            .filter(|(_, check)| check["passed"] == false)
            .map(|(index, _)| index)
            .collect();
        assert_eq!(failed, [index], "{key}: {report}");
        let text = plt(&["verify", &fixture(MODEL), "--entry-file", &file]);
        let text = String::from_utf8(text.stdout).expect("UTF-8");
        assert!(text.contains("FAIL") && text.contains("expected ["), "{text}");
    }
}

#[test]
fn verify_counts_an_error_as_failed() {
    let dir = tempfile::tempdir().expect("a directory");
    let mut entry = golden();
    entry["groups"][0]["cases"] = json!([{
        "kind": "greedy", "ids": [5, 300], "next": [1], "near_tie": 1.0
    }, {
        "kind": "logits", "ids": [5], "position": 9, "logits": [0.5], "tolerance": 1e9
    }, {
        "kind": "greedy", "ids": [5], "next": [300], "near_tie": 1e9
    }]);
    let file = write(dir.path(), &entry);
    let output = plt(&["verify", &fixture(MODEL), "--entry-file", &file]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.ends_with("\n0 of 3 checks passed\n"), "{text}");
    assert!(text.contains("300"), "the unknown token is named: {text}");
}

#[test]
fn verify_explains_a_model_without_an_entry() {
    let model = fixture(MODEL);
    fails(&["verify", &model], &["no published values", "layers 2", "smollm2-135m-instruct"]);
    fails(
        &["verify", &model, "--entry", "qwen3-0.6b-base"],
        &["qwen3-0.6b-base", "model_type", "expected qwen3", "found iquestpltcoder"],
    );
    fails_usage(&["verify", &model, "--entry", "x"], &["no entry \"x\"", "llama-2-7b"]);
}

#[test]
fn verify_rejects_damaged_entries() {
    let dir = tempfile::tempdir().expect("a directory");
    let file = write(dir.path(), &json!({"name": "x"}));
    fails(&["verify", &fixture(MODEL), "--entry-file", &file], &["entry.json", "checkpoint"]);
    let mut entry = golden();
    entry["groups"][0]["cases"][0]["kind"] = json!("colour");
    let file = write(dir.path(), &entry);
    fails(&["verify", &fixture(MODEL), "--entry-file", &file], &["entry.json", "colour"]);
}
