//! `plt devices` and `--device`.

mod support;

use support::{fails, fixture, run_json};

const PROMPT: [&str; 3] = ["generate", "def fibonacci(n):", "--json"];

#[test]
fn devices_are_listed_by_the_names_that_open_them() {
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
fn a_device_that_is_not_there_is_refused() {
    fails(&[&PROMPT[..], &["--device", "gpu"]].concat(), &["no device gpu"]);
}

#[cfg(not(feature = "gpu"))]
#[test]
fn a_build_without_gpus_says_how_to_get_them() {
    fails(&[&PROMPT[..], &["--device", "wgpu"]].concat(), &["no device wgpu", "--features wgpu"]);
}

#[cfg(feature = "wgpu")]
mod gpu {
    use super::*;
    use crate::support::{command, stderr_line};

    #[test]
    fn a_gpu_gives_the_cpus_tokens() {
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
    fn what_a_gpu_costs_is_measured_like_what_the_cpu_costs() {
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
    fn chosen_tokens_are_the_cpus_as_well() {
        let args = ["--temperature", "0.8", "--top-k", "20", "--seed", "3", "--max-tokens", "16"];
        let text = |device| {
            run_json(&[&PROMPT[..], &args, &["--device", device]].concat())["text"].clone()
        };
        assert_eq!(text("wgpu"), text("cpu"));
    }

    #[test]
    fn what_is_not_linked_or_not_there_is_named() {
        let device = |name| [&PROMPT[..], &["--device", name]].concat();
        fails(&device("wgpu:7"), &["no device wgpu:7", "numbered from 0"]);
        fails(&device("wgpu:x"), &["no device wgpu:x", "a number"]);
        fails(&device("cuda"), &["no device cuda", "--features cuda"]);
    }

    /// Without a driver for any graphics API there is no adapter; the CPU does not mind.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_machine_without_a_driver_is_told_so() {
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
