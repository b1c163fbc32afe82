//! The interfaces that scripts rely on, through the binary itself.

mod support;

use std::collections::BTreeSet;
use std::process::Stdio;

use serde_json::{Value, json};
use support::{fixture, plt, run_json, stderr_line};

/// Fails unless the object has these keys and no other.
fn assert_keys(value: &Value, expected: &[&str]) {
    let keys: BTreeSet<&str> =
        value.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(keys, expected.iter().copied().collect());
}

#[test]
fn generate_prints_one_json_object() {
    let model = fixture("plt-r2-hidden-w64");
    let out =
        run_json(&["generate", "--model", &model, "--ids", "5,6,7", "--max-tokens", "4", "--json"]);
    assert_keys(&out, &["prompt_ids", "ids", "text", "finish_reason", "timings"]);
    assert_eq!(out["prompt_ids"], json!([5, 6, 7]));
    assert_eq!(out["ids"].as_array().expect("ids").len(), 4);
    assert_eq!(out["finish_reason"], "length");
    assert!(out["text"].is_string());
    let timings = &out["timings"];
    assert_keys(
        timings,
        &[
            "load_ms",
            "prefill_ms",
            "decode_ms",
            "prompt_tokens",
            "reused_tokens",
            "generated_tokens",
            "prefill_passes",
            "prefill_rows",
            "decode_passes",
            "decode_rows",
        ],
    );
    assert_eq!(timings["prompt_tokens"], 3);
    assert_eq!(timings["generated_tokens"], 4);
    // Cross-loop parallelism: one pass of R rows per token. The last token needs no pass.
    assert_eq!(timings["decode_passes"], 3);
    assert_eq!(timings["decode_rows"], 6);
    // The second loop sees the whole prompt, and starts with the pass after the first token's.
    assert_eq!(timings["prefill_passes"], 2);
    assert_eq!(timings["prefill_rows"], 6);
}

#[test]
fn sequential_loop_takes_r_passes_per_token() {
    let model = fixture("loop-r3-tied-bf16");
    let out =
        run_json(&["generate", "--model", &model, "--ids", "5,6,7", "--max-tokens", "4", "--json"]);
    assert_eq!(out["timings"]["decode_passes"], 9);
    assert_eq!(out["timings"]["decode_rows"], 9);
}

#[test]
fn generate_reads_prompt_files_and_stops_at_strings() {
    let model = fixture("plt-r2-query-sharded");
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("prompt.txt");
    std::fs::write(&file, "def add(a, b):").expect("a file");
    let by_file = file.to_str().expect("a UTF-8 path");
    let args = ["generate", "--model", &model, "-n", "12", "--json", "--ignore-eos"];
    let from_text = run_json(&[&args[..], &["--prompt", "def add(a, b):"]].concat());
    let from_file = run_json(&[&args[..], &["--prompt-file", by_file]].concat());
    assert_eq!(from_text["ids"], from_file["ids"]);

    let text = from_text["text"].as_str().expect("text");
    let stop: String = text.chars().skip(3).take(2).collect();
    let stopped = run_json(&[&args[..], &["--prompt", "def add(a, b):", "--stop", &stop]].concat());
    assert_eq!(stopped["finish_reason"], "stop");
    let cut = text.find(&stop).expect("the stop text is in the text");
    assert_eq!(stopped["text"], text[..cut]);
}

#[test]
fn prompt_cache_skips_prefill_and_keeps_tokens() {
    let model = fixture("plt-r4-hidden-tied-oldnames");
    let dir = tempfile::tempdir().expect("a folder");
    let cache = dir.path().join("state");
    let cache = cache.to_str().expect("a UTF-8 path");
    let run = |ids: &str, more: &[&str]| {
        let args = ["generate", "--model", &model, "-n", "6", "--json", "--ignore-eos", "--ids"];
        run_json(&[&args[..], &[ids], more].concat())
    };
    let first = run("5,6,7,8", &["--prompt-cache", cache]);
    assert_eq!(first["timings"]["reused_tokens"], 0);
    let ids = first["ids"].as_array().expect("ids").iter().map(|id| format!(",{id}"));
    let longer = format!("5,6,7,8{},9,10", ids.collect::<String>());
    let second = run(&longer, &["--prompt-cache", cache]);
    // All but the last token, whose rows were not computed.
    assert_eq!(second["timings"]["reused_tokens"], 9);
    assert_eq!(second["ids"], run(&longer, &[])["ids"]);

    // The engine has room for the saved sequence and for the new one, whichever is longer.
    let other_run = |ids: &str, n: &str| {
        let args = ["generate", "--model", &model, "-n", n, "--json", "--ignore-eos", "--ids", ids];
        let cached = run_json(&[&args[..], &["--prompt-cache", cache]].concat());
        assert_eq!(cached["ids"], run_json(&args)["ids"]);
        cached["timings"]["reused_tokens"].as_u64().expect("a count")
    };
    // 12 + 6 tokens, all but the newest computed.
    let again = second["prompt_ids"].as_array().expect("ids").iter();
    let again: Vec<String> =
        again.chain(second["ids"].as_array().expect("ids")).map(Value::to_string).collect();
    assert_eq!(other_run(&again[..18].join(","), "1"), 17);
    for (ids, n) in [(&again[..9].join(",")[..], "40"), ("3", "2"), ("3", "200"), ("9,9", "1")] {
        other_run(ids, n);
    }
    let nowhere = dir.path().join("none/state");
    let nowhere = nowhere.to_str().expect("a UTF-8 path");
    let refused = plt(&["generate", "--model", &model, "--ids", "5", "--prompt-cache", nowhere]);
    assert_eq!(
        (refused.status.code(), refused.stdout.len()),
        (Some(1), 0),
        "fails before it generates"
    );
    run("5,6,7,8", &["--prompt-cache", cache]);

    // A file of another model and a damaged one are rejected and not changed.
    let before = std::fs::read(cache).expect("the file");
    let other = fixture("plt-r2-hidden-w64");
    let args = ["generate", "--model", &other, "--ids", "5", "--prompt-cache", cache];
    let refused = plt(&args);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr_line(&refused).contains("--prompt-cache): the saved sequence: the model"));
    assert_eq!(std::fs::read(cache).expect("the file"), before);
    std::fs::write(cache, &before[..before.len() - 9]).expect("a shorter file");
    let refused = plt(&["generate", "--model", &model, "--ids", "5", "--prompt-cache", cache]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr_line(&refused).contains("the saved sequence"), "{}", stderr_line(&refused));
}

#[test]
fn seed_makes_sampling_reproducible() {
    let model = fixture("plt-r2-hidden-w64");
    let sample = |seed: &str| {
        let args =
            ["generate", "--model", &model, "--ids", "9,8", "-n", "16", "--temperature", "1.5"];
        run_json(&[&args[..], &["--seed", seed, "--json", "--ignore-eos"]].concat())["ids"].clone()
    };
    assert_eq!(sample("1"), sample("1"));
    assert_ne!(sample("1"), sample("2"));
}

#[test]
fn logits_prints_one_json_object_under_every_plan() {
    let model = fixture("plt-r3-query-raw-bf16");
    for (plan, passes) in [("sequential", 3), ("wavefront", 3), ("decode", 5)] {
        let args =
            ["logits", "--model", &model, "--ids", "5,6,7,8,9", "--plan", plan, "--chunk", "3"];
        let out = run_json(&[&args[..], &["--json"]].concat());
        assert_keys(&out, &["ids", "logits", "argmax", "passes", "rows"]);
        assert_eq!(out["passes"], passes, "{plan}");
        assert_eq!(out["rows"], 15);
        assert_eq!(out["argmax"].as_array().expect("argmax").len(), 5);
        assert!(out["logits"][0].is_number());

        let out = run_json(&[&args[..], &["--json", "--all", "--trace"]].concat());
        let logits = out["logits"].as_array().expect("logits");
        assert_eq!(logits.len(), 5);
        assert_eq!(logits[0].as_array().expect("a list of lists").len(), 300);
        assert_eq!(out["loop_input_l2"].as_array().expect("loops").len(), 3);
        assert_eq!(out["loop_output_l2"][2].as_array().expect("positions").len(), 5);
        assert_eq!(out["attention_l2"][0].as_array().expect("layers").len(), 2);
        assert_eq!(out["gates"].as_array().expect("later loops").len(), 2);
        assert_eq!(out["gates"][1][0][4].as_array().expect("heads").len(), 8);
    }
}

#[test]
fn loops_runs_fewer_loops_and_warns() {
    let model = fixture("plt-r4-hidden-tied-oldnames");
    let output = plt(&["logits", "--model", &model, "--ids", "5,6", "--loops", "2", "--json"]);
    assert!(output.status.success());
    assert!(stderr_line(&output).contains("2 of the 4 loops"), "{}", stderr_line(&output));
    let out: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(out["rows"], 4);
}

#[test]
fn reference_device_gives_the_same_tokens() {
    let model = fixture("plt-r4-hidden-tied-oldnames");
    let args = ["generate", "--model", &model, "--ids", "5,6,7", "-n", "8", "--json"];
    let args = [&args[..], &["--kv-cache-dtype", "f32"]].concat();
    let cpu = run_json(&args);
    let reference = run_json(&[&args[..], &["--device", "reference"]].concat());
    assert_eq!(cpu["ids"], reference["ids"]);
}

#[test]
fn inspect_prints_one_json_object() {
    let model = fixture("plt-r2-hidden-w64");
    let out = run_json(&["inspect", "--model", &model, "--check", "--json"]);
    for key in [
        "model_type",
        "loops",
        "window_keys",
        "layers",
        "parameters",
        "weight_bytes",
        "dtypes",
        "kv_bytes_per_token",
        "kv_bytes_per_sequence_fixed",
        "carry_bytes_per_sequence",
        "problems",
    ] {
        assert!(!out[key].is_null(), "{key} is missing from {out}");
    }
    assert_eq!(out["model_type"], "iquestpltcoder");
    assert_eq!(out["loops"], 2);
    assert_eq!(out["window_keys"], 65);
    assert_eq!(out["problems"], json!([]));
    // 2 (K and V) · layers 2 · kv_heads 2 · head_dim 8 · 4 bytes
    assert_eq!(out["kv_bytes_per_token"], 256);
    assert_eq!(out["kv_bytes_per_sequence_fixed"], 65 * 256);
    assert_eq!(out["carry_bytes_per_sequence"], 32 * 4);

    let out = run_json(&["inspect", "--model", &model, "--kv-cache-dtype", "bf16", "--json"]);
    assert_eq!(out["kv_bytes_per_token"], 128);
    // The built-in model has heads of 32: 2 · layers 5 · kv_heads 2 · 34 bytes
    let out = run_json(&["inspect", "--kv-cache-dtype", "q8_0", "--json"]);
    assert_eq!(out["kv_bytes_per_token"], 680);
}

#[test]
fn run_chats_or_completes_lines() {
    let lines = "class A:\n/quit\n";
    let output = support::plt_with_input(&["run", "-n", "6", "--temperature", "0"], lines);
    assert!(output.status.success(), "{}", stderr_line(&output));
    let expected = plt(&["generate", "class A:", "-n", "6", "--temperature", "0"]);
    assert_eq!(output.stdout, expected.stdout);

    let model = fixture("plt-r2-hidden-w64");
    let rest = ["-n", "6", "--ctx-size", "400"];
    let run = [&["run", model.as_str()][..], &rest].concat();
    let chat = [&["chat", "--model", model.as_str()][..], &rest].concat();
    let chat_path = [&["chat", model.as_str()][..], &rest].concat();
    let [run, chat, chat_path] =
        [run, chat, chat_path].map(|args| support::plt_with_input(&args, "hello\n/quit\n"));
    assert!(run.status.success() && !run.stdout.is_empty());
    assert_eq!(run.stdout, chat.stdout);
    assert_eq!(run.stdout, chat_path.stdout);
}

#[test]
fn chat_answers_and_remembers() {
    let model = fixture("plt-r2-hidden-w64");
    let input = "hello\n/nonsense\nand now?\n/reset\nhello\n/quit\n";
    let args = ["chat", "--model", &model, "-n", "6", "--ctx-size", "400"];
    let output = support::plt_with_input(&args, input);
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(!text.trim().is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("unknown command /nonsense"));
}

#[test]
fn closed_stdout_is_no_error() {
    let model = fixture("plt-r2-hidden-w64");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("text");
    std::fs::write(&file, "def add(a, b): return a + b").expect("written");
    let file = file.to_str().expect("a UTF-8 path");
    for args in [
        &["generate", "--ids", "5", "-n", "3"][..],
        &["generate", "--ids", "5", "-n", "3", "--json"],
        &["logits", "--ids", "5,6,7", "--all", "--json"],
        &["eval", "perplexity", "--file", file],
        &["eval", "perplexity", "--file", file, "--json"],
        &["eval", "kl", "--file", file, "--quant", "q8_0", "--json"],
        &["inspect", "--json"],
        &["generate", "--ids", "5", "--print-config"],
    ] {
        let mut plt = support::command();
        plt.args(args).args(["--model", &model]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = plt.spawn().expect("plt starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("plt ends");
        let said = stderr_line(&output);
        assert!(output.status.success(), "{args:?}: {said}");
        assert!(!said.contains("error") && !said.contains("panicked"), "{args:?}: {said}");
    }
}

#[test]
fn doctor_reports_failed_checks() {
    let report = run_json(&["doctor", "--json"]);
    let checks = report["checks"].as_array().expect("checks");
    let check = |what: &str| checks.iter().find(|check| check["what"] == what).expect("a check");
    for what in ["processor", "memory", "devices", "hub"] {
        assert!(check(what)["found"].as_str().is_some_and(|found| !found.is_empty()));
    }
    assert_eq!(check("model")["ok"], true);
    // A repository name is not checked.
    let elsewhere = plt(&["doctor", "--model", "owner/name"]);
    assert!(elsewhere.status.success());
    assert!(String::from_utf8_lossy(&elsewhere.stdout).contains("owner/name: no such file"));
    for (model, word) in [
        ("./no/such", "no such file"),
        ("models/none.gguf", "no such file"),
        (&fixture(""), "config.json"),
    ] {
        let output = plt(&["doctor", "--model", model]);
        assert_eq!(output.status.code(), Some(1));
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let line = text.lines().find(|line| line.starts_with("! model")).expect("a line");
        assert!(line.contains(word), "{line}");
    }
}

#[test]
fn completions_contain_the_subcommands() {
    let output = plt(&["completions", "bash"]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("inspect"));
}

#[test]
fn man_writes_one_page_per_command() {
    let output = plt(&["man"]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains(".TH plt 1"));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("man1");
    assert!(plt(&["man", "--output", path.to_str().expect("a name")]).status.success());
    for page in ["plt.1", "plt-serve.1", "plt-eval-kl.1"] {
        assert!(path.join(page).exists(), "{page}");
    }
}

#[test]
fn short_help_has_one_line_per_option() {
    for command in COMMANDS {
        let output = plt(&[&command[..], &["-h"]].concat());
        assert!(output.status.success(), "{command:?}");
        let help = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(help.contains("Global options:"), "{command:?}: {help}");
        for line in help.lines().skip_while(|line| !line.ends_with(':')) {
            let continued = line.starts_with("                ") && !line.trim().is_empty();
            assert!(!continued && line.chars().count() <= 100, "{command:?}: {line}");
        }
    }
}

/// The values of `plt quantize --type`, in the order of clap's error.
const FILE_TYPES: [&str; 19] = [
    "f32", "f16", "bf16", "q8_0", "q6_k", "q5_k", "q5_1", "q5_0", "q4_k", "q4_1", "q4_0", "q3_k",
    "q5_k_m", "q5_k_s", "q4_k_m", "q4_k_s", "q3_k_l", "q3_k_m", "q3_k_s",
];

#[test]
fn help_names_hidden_values() {
    for (command, option, values) in [
        ("generate", "--quant", &["f32", "f16", "bf16", "q8_0", "q4_0", "q4_k", "q6_k"][..]),
        ("bench", "--quant", &["f32", "f16", "bf16", "q8_0", "q4_0", "q4_k", "q6_k"]),
        ("quantize", "--type", &FILE_TYPES),
        ("bench", "--synthetic", &["loopcoder-v2", "mid", "small"]),
        ("bench", "--schedule", &["clp", "sequential"]),
        ("generate", "--activations", &["int8", "int16"]),
        ("logits", "--plan", &["sequential", "wavefront", "decode"]),
    ] {
        // A list that is too long for one line is in the long help.
        let help = if values.len() > 10 { "--help" } else { "-h" };
        let help = String::from_utf8(plt(&[command, help]).stdout).expect("UTF-8");
        let from = help.find(&format!("  {option} <")).expect("the option");
        let text = help[from..].split("\n      --").next().expect("its text");
        assert!(values.iter().all(|value| text.contains(value)), "{text}");
        // clap's error lists exactly the values that the option accepts.
        let wrong = plt(&[command, option, "wrong"]);
        let listed = format!("[possible values: {}]", values.join(", "));
        assert!(stderr_line(&wrong).contains(&listed), "{}", stderr_line(&wrong));
    }
}

#[test]
fn enum_values_ignore_case() {
    let model = fixture("plt-r2-hidden-w64");
    let args = ["logits", "--model", &model, "--ids", "5", "--json"];
    for [option, upper, lower] in [
        ["--quant", "Q8_0", "q8_0"],
        ["--plan", "Decode", "decode"],
        ["--activations", "INT16", "int16"],
        ["--kv-cache-dtype", "BF16", "bf16"],
    ] {
        let run = |value| run_json(&[&args[..], &[option, value]].concat());
        assert_eq!(run(upper), run(lower), "{option}");
    }
}

#[test]
fn kv_cache_dtype_defaults_to_f16_where_text_is_generated() {
    let default = |command: &[&str]| {
        let text = plt(&[command, &["--print-config"]].concat()).stdout;
        let text = String::from_utf8(text).expect("UTF-8");
        text.lines().find(|line| line.contains("kv-cache-dtype")).expect("a line").to_owned()
    };
    assert_eq!(default(&["logits", "x"]), "kv-cache-dtype = \"f32\"");
    assert_eq!(default(&["analyze", "x"]), "kv-cache-dtype = \"f32\"");
    assert_eq!(default(&["eval", "kl", "--file", "x"]), "kv-cache-dtype = \"f32\"");
    assert_eq!(run_json(&["bench", "--reps", "1", "--gen", "1", "--json"])["kv"], "f16");

    // The saved KV cache shows the type: f16 takes half the bytes of f32.
    let model = fixture("plt-r2-hidden-w64");
    let dir = tempfile::tempdir().expect("a folder");
    let ids = vec!["5"; 200].join(",");
    let bytes = |name: &str, more: &[&str]| {
        let file = dir.path().join(name);
        let path = file.to_str().expect("a UTF-8 path");
        let args = ["generate", "--model", &model, "--ids", &ids, "-n", "1", "--json"];
        run_json(&[&args[..], &["--prompt-cache", path], more].concat());
        std::fs::metadata(&file).expect("the file").len()
    };
    let default = bytes("default", &[]);
    assert_eq!(default, bytes("f16", &["--kv-cache-dtype", "f16"]));
    let f32 = bytes("f32", &["--kv-cache-dtype", "f32"]);
    assert!(f32 > default + default / 2, "{f32} {default}");
    assert_eq!(f32, bytes("reference", &["--device", "reference"]));
}

const COMMANDS: &[&[&str]] = &[
    &[],
    &["generate"],
    &["run"],
    &["chat"],
    &["serve"],
    &["logits"],
    &["analyze"],
    &["inspect"],
    &["eval"],
    &["eval", "perplexity"],
    &["eval", "kl"],
    &["bench"],
    &["quantize"],
    &["train"],
    &["devices"],
    &["doctor"],
    &["completions"],
    &["man"],
];

#[test]
fn help_shows_examples() {
    for command in
        ["generate", "run", "chat", "serve", "logits", "analyze", "inspect", "completions"]
    {
        let output = plt(&[command, "--help"]);
        assert!(output.status.success());
        let help = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(help.contains(&format!("plt {command} ")), "{command} shows no example");
    }
}
