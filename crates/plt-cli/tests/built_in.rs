//! The built-in model, which is the default of --model.

mod support;

use support::{fails, plt, run_json, stderr_line};

#[test]
fn built_in_model_completes_python() {
    let args = ["generate", "def fibonacci(n):", "--max-tokens", "40", "--json"];
    let out = run_json(&args);
    let plain = run_json(&[&args[..], &["--max-draft-rows", "0"]].concat());
    assert_eq!(
        plain["timings"]["decode_rows"],
        2 * plain["timings"]["decode_passes"].as_u64().expect("n")
    );
    assert_eq!(out["text"], plain["text"], "drafts do not change the output");
    assert!(out["ids"].as_array().is_some_and(|ids| !ids.is_empty()));
    assert_eq!(run_json(&args)["text"], out["text"], "same seed, same text");
    let other = run_json(&[&args[..], &["--seed", "1"]].concat());
    assert_ne!(other["text"], out["text"], "its generation_config.json asks for sampling");
}

#[test]
fn built_in_model_predicts_python_tokens() {
    let greedy = |prompt| {
        let args = ["generate", prompt, "--temperature", "0", "--max-tokens", "1", "--json"];
        run_json(&args)["text"].as_str().expect("text").to_owned()
    };
    assert_eq!(greedy("class A:\n    def __init__("), "self");
    assert_eq!(greedy("from __future__ import"), " annotations");
    assert_eq!(greedy("for i in"), " enumerate");
}

#[test]
fn built_in_model_is_every_commands_default() {
    assert_eq!(run_json(&["inspect", "--check", "--json"])["loops"], 2);
    assert_eq!(run_json(&["logits", "def f(", "--json"])["passes"], 2);
    assert_eq!(run_json(&["analyze", "def f(x):", "--json"])["model"]["loops"], 2);
    let output = plt(&["generate", "--prompt", "import", "-n", "2"]);
    assert!(output.status.success(), "{}", stderr_line(&output));
}

#[test]
fn chat_rejects_the_built_in_model() {
    fails(&["chat"], &["plt-tiny-coder", "instruct model", "--model"]);
}
