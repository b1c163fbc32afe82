//! Whatever is wrong with a model or a request: one line that says where, exit code 1, no panic.

mod support;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use support::{fails, fixture, plt, stderr_line};

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

    /// Every command that loads a model must refuse, in the same words.
    fn is_refused(&self, words: &[&str]) {
        fails(&["logits", "--model", self.path(), "--ids", "1,2", "--json"], words);
        fails(&["generate", "--model", self.path(), "--ids", "1,2", "-n", "2"], words);
    }
}

#[test]
fn config_values_that_make_no_sense_are_refused_by_file_and_key() {
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
        ("rope_scaling", json!({"type": "linear", "factor": 2}), &["rope_scaling"]),
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
        model.is_refused(&[&["config.json"], *words].concat());
    }
}

#[test]
fn a_theta_that_is_not_json_is_refused() {
    let model = Damaged::copy("plt-r2-hidden-w64");
    let text = std::fs::read_to_string(model.file("config.json")).expect("a file");
    let text = text.replace("\"rope_theta\": 500000.0", "\"rope_theta\": NaN");
    assert!(text.contains("NaN"));
    std::fs::write(model.file("config.json"), text).expect("a file");
    model.is_refused(&["config.json"]);
}

#[test]
fn truncated_weights_are_refused() {
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
fn flipped_header_bits_never_crash() {
    let whole = std::fs::read(Path::new(&fixture("plt-r2-hidden-w64")).join("model.safetensors"))
        .expect("weights");
    let header = 8 + u64::from_le_bytes(whole[..8].try_into().expect("8 bytes")) as usize;
    for byte in (0..8).chain((8..header).step_by(header / 24)) {
        let model = Damaged::copy("plt-r2-hidden-w64");
        let mut bytes = whole.clone();
        bytes[byte] ^= 1 << (byte % 8);
        std::fs::write(model.file("model.safetensors"), bytes).expect("a file");
        let output = plt(&["logits", "--model", model.path(), "--ids", "1", "--json"]);
        // A flipped bit in padding may do no harm; anything else is refused in one line.
        let code = output.status.code();
        assert!(code == Some(0) || code == Some(1), "byte {byte}: {output:?}");
        if code == Some(1) {
            assert_eq!(stderr_line(&output).lines().count(), 1, "byte {byte}");
        }
    }
}

#[test]
fn an_index_that_points_outside_is_refused() {
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
        model.is_refused(&["model.safetensors.index.json"]);
    }
}

#[cfg(unix)]
#[test]
fn hub_caches_of_symlinks_work_and_links_elsewhere_do_not() {
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
fn a_looped_checkpoint_relabelled_llama_is_refused() {
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
    // Only the gate tensors give it away now.
    model.is_refused(&["plt_gate"]);
}

#[test]
fn tokenizers_that_make_the_library_panic_are_refused() {
    let model = Damaged::copy("plt-r1");
    model.json("tokenizer.json", |tokenizer| {
        tokenizer["model"]["merges"] = json!([["not-in", "the-vocabulary"]]);
    });
    model.is_refused(&["tokenizer.json"]);

    let model = Damaged::copy("plt-r1");
    model.json("tokenizer.json", |tokenizer| {
        tokenizer["truncation"] =
            json!({"direction": "Right", "max_length": 2, "strategy": "LongestFirst", "stride": 5});
    });
    model.is_refused(&["tokenizer.json"]);

    let model = Damaged::copy("plt-r1");
    model.json("tokenizer.json", |tokenizer| {
        tokenizer["model"]["vocab"]["a"] = json!(4_294_967_295u32);
    });
    model.is_refused(&["tokenizer.json"]);

    let model = Damaged::copy("plt-r1");
    std::fs::write(model.file("tokenizer.json"), "{").expect("a file");
    model.is_refused(&["tokenizer.json"]);
}

#[test]
fn requests_that_cannot_be_met_are_refused() {
    let model = fixture("plt-r1");
    let logits =
        |ids: &str, words: &[&str]| fails(&["logits", "--model", &model, "--ids", ids], words);
    logits("300", &["300"]);
    logits("4294967295", &["4294967295", "300"]);
    let long = vec!["1"; 513].join(",");
    logits(&long, &["513", "512"]);
    fails(&["generate", "--model", &model, "--ids", &long], &["513", "512"]);
    fails(&["generate", "--model", &model, "--prompt", ""], &["prompt"]);
    fails(&["generate", "--model", &model, "--ids", "1", "--temperature", "NaN"], &["temperature"]);
    fails(&["generate", "--model", &model, "--ids", "1", "--temperature=-1"], &["temperature"]);
    fails(&["generate", "--model", &model, "--ids", "1", "--top-p", "2"], &["top_p"]);
    fails(&["generate", "--model", &model, "--prompt-file", "no/such/file"], &["no/such/file"]);
    fails(&["logits", "--model", &model, "--ids", "1", "--loops", "2"], &["loops", "2", "1"]);
    fails(&["logits", "--model", &model, "--ids", "1", "--loops", "0"], &["loops", "0"]);
    let q8_0 = ["--model", &model, "--dtype", "q8_0"];
    fails(&[&["inspect"], &q8_0[..]].concat(), &["head_dim", "q8_0", "32", "8"]);
    fails(&[&["logits", "--ids", "1"], &q8_0[..]].concat(), &["head_dim", "q8_0", "32", "8"]);
}

#[test]
fn arguments_that_cannot_be_read_end_with_code_1() {
    for args in [
        &["generate"][..],
        &["logits", "--model", "x", "--ids", "one"],
        &["logits", "--model", "x", "--ids", "1", "--prompt", "both"],
        &["logits", "--model", "x", "--ids", "1", "--chunk", "0"],
        &["nonsense"],
    ] {
        let output = plt(args);
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(!stderr_line(&output).is_empty());
    }
}

#[test]
fn huge_requests_do_not_allocate_what_they_ask_for() {
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
    // The context ends the answer.
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
fn more_threads_than_there_can_be_are_refused() {
    for threads in ["4097", "18446744073709551615"] {
        fails(&["doctor", "--threads", threads], &[threads, "at most 4096"]);
    }
}

#[test]
fn a_model_that_is_not_there_is_named() {
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
fn inspect_lists_every_problem_and_ends_with_code_1() {
    let model = Damaged::copy("plt-r2-query-sharded");
    model.json("config.json", |config| config["num_hidden_layers"] = json!(3));
    let output = plt(&["inspect", "--model", model.path(), "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON all the same");
    let problems = report["problems"].as_array().expect("problems");
    // Nine tensors of a layer and two of its gate.
    assert_eq!(problems.len(), 11, "{problems:?}");
    assert_eq!(report["layers"], 3);
}

#[test]
fn a_config_alone_says_what_a_model_would_cost() {
    let model = Damaged::copy("plt-r2-hidden-w64");
    std::fs::remove_file(model.file("model.safetensors")).expect("removed");
    let output = plt(&["inspect", "--model", model.path(), "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON all the same");
    assert_eq!(report["kv_bytes_per_token"], 256);
    let problems = report["problems"].as_array().expect("problems");
    assert!(problems[0].as_str().expect("text").contains("model.safetensors"), "{problems:?}");
    model.is_refused(&["model.safetensors"]);
}
