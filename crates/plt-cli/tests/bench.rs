//! `plt bench`: the settings it measures, not the speed.

mod support;

use support::{fails, fails_usage, plt, run_json, stderr_line};

const SHORT: [&str; 9] =
    ["bench", "--gen", "2", "--reps", "2", "--context", "70", "--threads", "2"];

#[test]
fn bench_measures_settings_in_turn() {
    let control = ["--compare", "schedule=sequential", "--compare", "loops=1", "--json"];
    let out = run_json(&[&SHORT[..], &["--prompt", "5"], &control].concat());
    assert!(out["activations"].is_null(), "unquantized weights take unquantized activations");
    assert_eq!((&out["device"], &out["threads"]), (&"cpu".into(), &2.into()));
    let results = out["results"].as_array().expect("results");
    let column = |key: &str| results.iter().map(|r| r[key].clone()).collect::<Vec<_>>();
    assert_eq!(column("loops"), [2, 2, 1]);
    assert_eq!(column("schedule"), ["clp", "sequential", "clp"]);
    assert_eq!(column("rows"), [2, 2, 1]);
    assert_eq!(column("passes"), [1, 2, 1], "sequential has one pass per loop");
    assert_eq!(column("prefill_rows"), [10, 10, 5]);
    assert_eq!(results[0]["weight_bytes_per_pass"], results[2]["weight_bytes_per_pass"]);
    // Bytes per key are the same in both settings; the window adds 65 keys.
    let kv = |i: usize| results[i]["kv_bytes_per_pass"].as_u64().expect("bytes");
    assert_eq!(kv(0) * 71, kv(2) * (71 + 65), "loop 0's 71 keys once, and a window");
    assert!(results[0]["decode_ratio"].is_null());
    for result in results {
        for key in ["ms_per_token", "read_bandwidth_gbs", "bandwidth_fraction"] {
            let spread = |part: &str| result[key][part].as_f64().expect("a number");
            assert!(0.0 < spread("min") && spread("min") <= spread("median"));
            assert!(spread("median") <= spread("max"));
        }
        assert!(result["prefill_tokens_per_s"]["median"].as_f64().is_some());
    }
    assert!(results[1]["decode_ratio"]["median"].as_f64().is_some());
}

#[test]
fn bench_synthetic_needs_no_file() {
    let shape = ["--synthetic", "small", "--quant", "q4_0", "--batch", "3", "--json"];
    let out = run_json(&[&SHORT[..], &shape].concat());
    assert_eq!(out["activations"], "int16");
    let out = run_json(&[&SHORT[..], &shape, &["--activations", "int8"]].concat());
    assert_eq!(out["activations"], "int8");
    assert_eq!(out["model"], "small");
    assert_eq!(out["weights"], serde_json::json!(["f32", "q4_0", "q8_0"]), "as in plt quantize");
    assert_eq!(out["results"][0]["rows"], 6, "two loops of three sequences");
    let output = plt(&[&SHORT[..], &["--synthetic", "small"]].concat());
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("ms per token") && text.contains("GB/s"), "{text}");
    assert!(output.status.success(), "{}", stderr_line(&output));
}

#[test]
fn bench_prompt_skips_rows_unless_told_otherwise() {
    let shape = ["--synthetic", "small", "--quant", "q4_0", "--loops", "2", "--json"];
    let prompt = ["--gen", "1", "--reps", "1", "--prompt", "600", "--compare", "prefill=all"];
    let out = run_json(&[&["bench"][..], &shape, &prompt].concat());
    let rows = |i: usize| out["results"][i]["prefill_rows"].as_u64();
    // Eight layers with windows of 64 older positions.
    assert_eq!((rows(0), rows(1)), (Some(600 + 8 * 64 + 1), Some(1200)));
    assert_eq!(out["results"][1]["prefill"], "all");
}

#[test]
fn bench_save_writes_a_loadable_model() {
    let dir = tempfile::tempdir().expect("a directory");
    for (loops, model_type) in [("1", "llama"), ("2", "plt")] {
        let file = dir.path().join(format!("{loops}.gguf"));
        let path = file.to_str().expect("UTF-8");
        let save =
            ["bench", "--synthetic", "small", "--quant", "q4_0", "--loops", loops, "--save", path];
        let output = plt(&save);
        assert!(output.status.success(), "{}", stderr_line(&output));
        let about = run_json(&["inspect", "--model", path, "--json"]);
        assert_eq!(about["model_type"], model_type, "{about}");
        let ids = run_json(&["generate", "--model", path, "--ids", "1,2,3", "-n", "4", "--json"]);
        assert_eq!(ids["ids"].as_array().map(Vec::len), Some(4), "{ids}");
        fails(&save, &[path, "--force"]);
        let again = plt(&[&save[..], &["--force"]].concat());
        assert!(again.status.success(), "{}", stderr_line(&again));
    }
    fails(&["bench", "--synthetic", "small", "--save", "x.bin"], &["x.bin", ".gguf"]);
}

#[test]
fn bench_quant_shrinks_the_weights() {
    let bytes = |more: &[&str]| {
        let out = run_json(&[&SHORT[..], &["--json"], more].concat());
        out["results"][0]["weight_bytes_per_pass"].as_u64().expect("bytes")
    };
    assert!(bytes(&["--quant", "q4_0"]) < bytes(&["--quant", "q8_0"]));
}

#[test]
fn bench_rejects_invalid_settings() {
    fails(&["bench", "--loops", "9"], &["9", "2 loops"]);
    fails(&["bench", "--compare", "loops=0"], &["loops"]);
    fails(&["bench", "--device", "reference"], &["reference", "expected cpu or a GPU"]);
    fails(&["bench", "--device", "gpu"], &["device", "gpu"]);
    fails(&["bench", "--compare", "speed=2"], &["speed=2", "schedule"]);
    fails_usage(&["bench", "--quant", "q9"], &["q9", "q4_0"]);
    fails(&["bench", "--context", "18446744073709551615"], &[]);
    fails(&["bench", "--prompt", "18446744073709551615"], &[]);
}
