//! Errors: one line that says where, exit status 1, no panic; usage errors exit 2.

mod support;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use support::{fails, fails_usage, fixture, plt, stderr_line};

/// A copy of a fixture that a test can damage.
struct Damaged {
    dir: tempfile::TempDir,
}

impl Damaged {
    fn copy(name: &str) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        for entry in std::fs::read_dir(fixture(name)).expect("the fixture") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name");
            std::fs::copy(&path, dir.path().join(name)).expect("a copy");
        }
        Self { dir }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn path(&self) -> &str {
        self.dir.path().to_str().expect("a UTF-8 path")
    }

    fn json(&self, name: &str, change: impl FnOnce(&mut Value)) {
        let text = std::fs::read_to_string(self.file(name)).expect("a file");
        let mut value = serde_json::from_str(&text).expect("JSON");
        change(&mut value);
        std::fs::write(self.file(name), value.to_string()).expect("a file");
    }

    /// Asserts that commands that load a model fail with the same words.
    fn is_rejected(&self, words: &[&str]) {
        fails(&["logits", "--model", self.path(), "--ids", "1,2", "--json"], words);
        fails(&["generate", "--model", self.path(), "--ids", "1,2", "-n", "2"], words);
    }
}

#[test]
fn config_json_errors_name_file_and_key() {
    let cases: &[(&str, Value, &[&str])] = &[
        ("num_attention_heads", json!(0), &["num_attention_heads"]),
        ("num_attention_heads", json!(-4), &["num_attention_heads"]),
        ("num_key_value_heads", json!(3), &["num_key_value_heads"]),
        ("num_key_value_heads", json!(0), &["num_key_value_heads"]),
        ("head_dim", json!(7), &["head_dim"]),
        ("num_hidden_layers", json!(1_000_000_000), &["num_hidden_layers"]),
        ("vocab_size", json!(0), &["vocab_size"]),
        ("hidden_size", json!(u64::MAX), &["hidden_size"]),
        ("plt_num_loops", json!(0), &["plt_num_loops"]),
        ("plt_num_loops", json!("2"), &["plt_num_loops"]),
        ("plt_num_loops", json!(2.5), &["plt_num_loops"]),
        ("plt_num_loops", json!(65535), &["plt_num_loops"]),
        ("plt_window_size", json!([64, 1]), &["plt_window_size"]),
        ("plt_window_size", json!([-1, 0]), &["plt_window_size"]),
        ("plt_window_size", json!(64), &["plt_window_size"]),
        ("rope_theta", json!(0), &["rope_theta"]),
        ("rope_theta", json!("NaN"), &["rope_theta"]),
        ("rope_scaling", json!({"type": "longrope", "factor": 2}), &["rope_scaling", "longrope"]),
        ("rms_norm_eps", json!(null), &["rms_norm_eps"]),
        ("hidden_act", json!("gelu"), &["hidden_act", "silu"]),
        ("attention_bias", json!(true), &["attention_bias"]),
        ("model_type", json!("gpt_neox"), &["model_type", "gpt_neox", "iquestpltcoder"]),
        ("model_type", json!("llama"), &["model_type", "llama"]),
        ("eos_token_id", json!(100_000), &["eos_token_id"]),
    ];
    for (key, value, words) in cases {
        let model = Damaged::copy("plt-r2-hidden-w64");
        model.json("config.json", |config| config[*key] = value.clone());
        model.is_rejected(&[&["config.json"], *words].concat());
    }
}

#[test]
fn config_json_rejects_nan() {
    let model = Damaged::copy("plt-r2-hidden-w64");
    let text = std::fs::read_to_string(model.file("config.json")).expect("a file");
    let text = text.replace("\"rope_theta\": 500000.0", "\"rope_theta\": NaN");
    assert!(text.contains("NaN"));
    std::fs::write(model.file("config.json"), text).expect("a file");
    model.is_rejected(&["config.json", "rope_theta", "NaN"]);
}

#[test]
fn safetensors_truncated_is_rejected() {
    let whole = std::fs::read(Path::new(&fixture("plt-r2-hidden-w64")).join("model.safetensors"))
        .expect("weights");
    for sixteenth in 0..16 {
        let model = Damaged::copy("plt-r2-hidden-w64");
        let part = &whole[..whole.len() * sixteenth / 16];
        std::fs::write(model.file("model.safetensors"), part).expect("a file");
        fails(&["logits", "--model", model.path(), "--ids", "1", "--json"], &["model.safetensors"]);
    }
}

#[test]
fn safetensors_flipped_header_bits_never_crash() {
    let whole = std::fs::read(Path::new(&fixture("plt-r2-hidden-w64")).join("model.safetensors"))
        .expect("weights");
    let header = 8 + u64::from_le_bytes(whole[..8].try_into().expect("8 bytes")) as usize;
    for byte in (0..8).chain((8..header).step_by(header / 24)) {
        let model = Damaged::copy("plt-r2-hidden-w64");
        let mut bytes = whole.clone();
        bytes[byte] ^= 1 << (byte % 8);
        std::fs::write(model.file("model.safetensors"), bytes).expect("a file");
        let output = plt(&["logits", "--model", model.path(), "--ids", "1", "--json"]);
        // A flipped bit in padding may do no harm; any other is an error of one line.
        let code = output.status.code();
        assert!(code == Some(0) || code == Some(1), "byte {byte}: {output:?}");
        if code == Some(1) {
            assert_eq!(stderr_line(&output).lines().count(), 1, "byte {byte}");
        }
    }
}

#[test]
fn safetensors_index_rejects_paths_outside() {
    let first = "model-00001-of-00002.safetensors";
    for target in ["../model.safetensors", "/etc/passwd", "a/b.safetensors", "nul\0", "..", ""] {
        let model = Damaged::copy("plt-r2-query-sharded");
        model.json("model.safetensors.index.json", |index| {
            for file in index["weight_map"].as_object_mut().expect("a map").values_mut() {
                if file == first {
                    *file = json!(target);
                }
            }
        });
        model.is_rejected(&["model.safetensors.index.json"]);
    }
}

#[cfg(unix)]
#[test]
fn hub_cache_symlinks_work_but_not_links_outside() {
    use std::os::unix::fs::symlink;
    let cache = tempfile::tempdir().expect("a folder");
    let repo = cache.path().join("models--owner--name");
    let (blobs, snapshot) = (repo.join("blobs"), repo.join("snapshots/main"));
    std::fs::create_dir_all(&blobs).expect("a folder");
    std::fs::create_dir_all(&snapshot).expect("a folder");
    for (i, entry) in std::fs::read_dir(fixture("plt-r1")).expect("the fixture").enumerate() {
        let path = entry.expect("an entry").path();
        std::fs::copy(&path, blobs.join(i.to_string())).expect("a copy");
        let link = snapshot.join(path.file_name().expect("a name"));
        symlink(format!("../../blobs/{i}"), link).expect("a link");
    }
    let model = snapshot.to_str().expect("a UTF-8 path");
    assert!(plt(&["logits", "--model", model, "--ids", "1"]).status.success());

    let weights = snapshot.join("model.safetensors");
    std::fs::remove_file(&weights).expect("removed");
    symlink(Path::new(&fixture("plt-r1")).join("model.safetensors"), &weights).expect("a link");
    fails(&["logits", "--model", model, "--ids", "1"], &["model.safetensors"]);
}

#[test]
fn looped_checkpoint_relabeled_llama_is_rejected() {
    let model = Damaged::copy("plt-r2-hidden-w64");
    model.json("config.json", |config| {
        config["model_type"] = json!("llama");
        config["architectures"] = json!(["LlamaForCausalLM"]);
        for key in ["plt_num_loops", "plt_window_size", "plt_emb_scale", "plt_hidden_scale"] {
            config.as_object_mut().expect("an object").remove(key);
        }
        let keys = config.as_object_mut().expect("an object");
        keys.remove("plt_normalize_per_loop");
        keys.remove("plt_gate_use_hidden_states");
    });
    // Now only the gate tensors show that it is looped.
    model.is_rejected(&["plt_gate"]);
}

#[test]
fn tokenizers_that_make_the_library_panic_are_rejected() {
    let model = Damaged::copy("plt-r1");
    model.json("tokenizer.json", |tokenizer| {
        tokenizer["model"]["merges"] = json!([["not-in", "the-vocabulary"]]);
    });
    model.is_rejected(&["tokenizer.json"]);

    let model = Damaged::copy("plt-r1");
    model.json("tokenizer.json", |tokenizer| {
        tokenizer["truncation"] =
            json!({"direction": "Right", "max_length": 2, "strategy": "LongestFirst", "stride": 5});
    });
    model.is_rejected(&["tokenizer.json"]);

    let model = Damaged::copy("plt-r1");
    model.json("tokenizer.json", |tokenizer| {
        tokenizer["model"]["vocab"]["a"] = json!(4_294_967_295u32);
    });
    model.is_rejected(&["tokenizer.json"]);

    let model = Damaged::copy("plt-r1");
    std::fs::write(model.file("tokenizer.json"), "{").expect("a file");
    model.is_rejected(&["tokenizer.json"]);
}

#[test]
fn requests_out_of_range_are_rejected() {
    let model = fixture("plt-r1");
    let logits =
        |ids: &str, words: &[&str]| fails(&["logits", "--model", &model, "--ids", ids], words);
    logits("300", &["300"]);
    logits("4294967295", &["4294967295", "300"]);
    let long = vec!["1"; 513].join(",");
    logits(&long, &["513", "512"]);
    fails(&["generate", "--model", &model, "--ids", &long], &["513", "512"]);
    fails(&["generate", "--model", &model, "--prompt", ""], &["prompt"]);
    fails(&["generate", "--model", &model, "--prompt-file", "no/such/file"], &["no/such/file"]);
    fails(&["logits", "--model", &model, "--ids", "1", "--loops", "2"], &["--loops: ", "2", "1"]);
    fails(&["logits", "--model", &model, "--ids", "1", "--loops", "0"], &["--loops: ", "0"]);
    fails(&["inspect", "--model", &model, "--loops", "2"], &["--loops: ", "2", "1"]);
    let q8_0 = ["--model", &model, "--kv-cache-dtype", "q8_0"];
    fails(&[&["inspect"], &q8_0[..]].concat(), &["head_dim", "q8_0", "32", "8"]);
    fails(&[&["logits", "--ids", "1"], &q8_0[..]].concat(), &["head_dim", "q8_0", "32", "8"]);
}

#[test]
fn usage_errors_exit_2() {
    fails_usage(&["generate"], &["PROMPT"]);
    fails_usage(&["nonsense"], &["nonsense"]);
    let logits = ["logits", "--model", "x", "--ids"];
    for ids in ["one", "1,,2", "-1", "4294967296", ""] {
        fails_usage(&[&logits[..], &[ids]].concat(), &["--ids", "token ids from 0 to 4294967295"]);
    }
    fails_usage(&[&logits[..], &["1", "--prompt", "both"]].concat(), &["--prompt"]);
    let all = usize::MAX.to_string();
    fails_usage(&[&logits[..], &["1", "--chunk", "0"]].concat(), &["--chunk", "from 1 to", &all]);
    fails_usage(&["generate", "x", "--seed", "-1"], &["'-1' for '--seed", "from 0 to", &all]);
    fails_usage(&["generate", "x", "-n", "-1"], &["'-1' for '--max-tokens", "from 0 to"]);
    fails_usage(&["serve", "--max-num-seqs", "-1"], &["'-1' for '--max-num-seqs", "from 1 to"]);
    fails_usage(&["serve", "--sequences", "4"], &["--sequences"]);
    let model = fixture("plt-r1");
    let generate = ["generate", "--model", &model, "--ids", "1"];
    for option in ["--temperature", "--top-p", "--min-p", "--repetition-penalty"] {
        let named = format!("{option}: expected");
        fails_usage(&[&generate[..], &[option, "-1"]].concat(), &[&named, "-1"]);
        fails_usage(&["run", "--model", &model, option, "-1"], &[&named, "-1"]);
    }
    fails_usage(&[&generate[..], &["--temperature", "NaN"]].concat(), &["--temperature: "]);
    fails_usage(&[&generate[..], &["--top-p", "2"]].concat(), &["--top-p: "]);
    fails_usage(&["chat", &model, "--ctx-size", "0"], &["--ctx-size", "from 1 to"]);
    let rows = ["serve", "--model", &model, "--port", "0", "--max-num-batched-tokens", "2"];
    fails_usage(&rows, &["--max-num-batched-tokens: expected", "--max-num-seqs 8"]);
}

#[test]
fn huge_max_tokens_and_chunk_are_not_allocated() {
    let model = fixture("plt-r1");
    let tokens = usize::MAX.to_string();
    let out = support::run_json(&[
        "generate",
        "--model",
        &model,
        "--ids",
        "1",
        "-n",
        &tokens,
        "--json",
        "--ignore-eos",
    ]);
    // The answer ends at the context length.
    assert_eq!(out["ids"].as_array().expect("ids").len(), 511);
    assert_eq!(out["finish_reason"], "length");
    let out = support::run_json(&[
        "logits",
        "--model",
        &model,
        "--ids",
        "1",
        "--plan",
        "wavefront",
        "--chunk",
        &tokens,
        "--json",
    ]);
    assert_eq!(out["passes"], 1);
}

#[test]
fn threads_rejects_more_than_4096() {
    for threads in ["4097", "18446744073709551615"] {
        fails(&["doctor", "--threads", threads], &[threads, "at most 4096"]);
    }
}

#[test]
fn missing_model_is_named_in_the_error() {
    fails(&["inspect", "--model", "./no/such/model"], &["./no/such/model"]);
    fails(&["inspect", "--model", ""], &["model"]);
    let dir = tempfile::tempdir().expect("a folder");
    let empty = dir.path().to_str().expect("a UTF-8 path");
    fails(&["inspect", "--model", empty], &["config.json"]);
    let file = dir.path().join("model.bin");
    std::fs::write(&file, b"not a model").expect("a file");
    fails(&["inspect", "--model", file.to_str().expect("a UTF-8 path")], &["model.bin"]);
}

#[test]
fn inspect_lists_every_problem_and_exits_1() {
    let model = Damaged::copy("plt-r2-query-sharded");
    model.json("config.json", |config| config["num_hidden_layers"] = json!(3));
    let output = plt(&["inspect", "--model", model.path(), "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let problems = report["problems"].as_array().expect("problems");
    // Nine tensors of a layer and two of its gate.
    assert_eq!(problems.len(), 11, "{problems:?}");
    assert_eq!(report["layers"], 3);
}

#[test]
fn inspect_works_without_weights() {
    let model = Damaged::copy("plt-r2-hidden-w64");
    std::fs::remove_file(model.file("model.safetensors")).expect("removed");
    let output = plt(&["inspect", "--model", model.path(), "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["kv_bytes_per_token"], 256);
    let problems = report["problems"].as_array().expect("problems");
    assert!(problems[0].as_str().expect("text").contains("model.safetensors"), "{problems:?}");
    model.is_rejected(&["model.safetensors"]);
}
