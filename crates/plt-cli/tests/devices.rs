//! `plt devices` and `--device`.

mod support;

use support::{fails, fixture, run_json};

const PROMPT: [&str; 3] = ["generate", "def fibonacci(n):", "--json"];

#[test]
fn devices_lists_names_that_device_accepts() {
    let devices = run_json(&["devices", "--json"]);
    let names = devices.as_array().expect("a list").iter().map(|device| &device["name"]);
    for name in names {
        let name = name.as_str().expect("a name");
        let args = [&PROMPT[..], &["--max-tokens", "1", "--device", name]].concat();
        assert_eq!(run_json(&args)["ids"].as_array().map(Vec::len), Some(1), "{name}");
    }
    assert_eq!(devices[0]["name"], "cpu");
    assert_eq!(devices[1]["name"], "reference");
}

#[test]
fn device_rejects_an_unknown_name() {
    fails(&[&PROMPT[..], &["--device", "gpu"]].concat(), &["device", "gpu"]);
}

#[cfg(not(feature = "gpu"))]
#[test]
fn device_error_names_the_missing_feature() {
    fails(&[&PROMPT[..], &["--device", "wgpu"]].concat(), &["wgpu", "--features wgpu"]);
}

#[cfg(feature = "wgpu")]
mod gpu {
    use super::*;
    use crate::support::{command, stderr_line};

    #[test]
    fn gpu_gives_the_cpus_tokens() {
        let ids = |model: &[&str], device| {
            let greedy = ["--temperature", "0", "--max-tokens", "32", "--device", device];
            run_json(&[&PROMPT[..], model, &greedy].concat())["ids"].clone()
        };
        let four_loops = fixture("plt-r4-hidden-tied-oldnames");
        for model in [&[][..], &["--model", &four_loops]] {
            assert_eq!(ids(model, "wgpu"), ids(model, "cpu"), "{model:?}");
        }
    }

    #[test]
    fn gpu_bench_reports_the_cpus_fields() {
        let short = ["bench", "--gen", "2", "--reps", "2", "--prompt", "20", "--json"];
        let measured = run_json(&[&short[..], &["--device", "wgpu"]].concat());
        assert_eq!(measured["device"], "wgpu");
        assert!(measured["adapter"].as_str().is_some_and(|name| !name.is_empty()));
        assert!(measured["threads"].is_null(), "{measured}");
        let result = &measured["results"][0];
        assert_eq!((&result["rows"], &result["passes"]), (&2.into(), &1.into()));
        for key in ["ms_per_token", "prefill_tokens_per_s", "read_bandwidth_gbs"] {
            assert!(result[key]["median"].as_f64().is_some_and(|median| median > 0.0), "{key}");
        }
        fails(&["bench", "--device", "wgpu", "--activations", "int8"], &["int8", "--device cpu"]);
    }

    #[test]
    fn gpu_gives_the_cpus_sampled_tokens() {
        let args = ["--temperature", "0.8", "--top-k", "20", "--seed", "3", "--max-tokens", "16"];
        let text = |device| {
            run_json(&[&PROMPT[..], &args, &["--device", device]].concat())["text"].clone()
        };
        assert_eq!(text("wgpu"), text("cpu"));
    }

    #[test]
    fn gpu_errors_name_device_and_feature() {
        let device = |name| [&PROMPT[..], &["--device", name]].concat();
        fails(&device("wgpu:7"), &["no device wgpu:7", "numbered from 0"]);
        fails(&device("wgpu:x"), &["no device wgpu:x", "a number"]);
        fails(&device("cuda"), &["no device cuda", "--features cuda"]);
    }

    /// Without a driver for any graphics API there is no adapter; the CPU works all the same.
    #[cfg(target_os = "linux")]
    #[test]
    fn gpu_without_driver_is_an_error() {
        let run = |device| {
            let mut command = command();
            command.args(PROMPT).args(["--device", device]);
            for variable in
                ["VK_DRIVER_FILES", "VK_ICD_FILENAMES", "__EGL_VENDOR_LIBRARY_FILENAMES"]
            {
                command.env(variable, "/nonexistent.json");
            }
            command.output().expect("plt starts")
        };
        let output = run("wgpu");
        assert_eq!(output.status.code(), Some(1), "{}", stderr_line(&output));
        assert!(stderr_line(&output).contains("is its driver installed?"), "{output:?}");
        assert!(run("cpu").status.success());
    }
}
