//! `plt quantize` and `--quant`.

mod support;

use std::path::Path;

use plt_runtime::{Cpu, Message, ModelFiles, TextModel};
use serde_json::Value;
use support::{fails, fixture, plt, run_json, stderr_line};

fn tiny_coder() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../plt-tiny-coder/model");
    path.to_str().expect("a UTF-8 path").to_owned()
}

fn in_dir(dir: &tempfile::TempDir, name: &str) -> String {
    dir.path().join(name).to_str().expect("a UTF-8 path").to_owned()
}

/// Returns the element types of a model's weights.
fn types(model: &str) -> Vec<String> {
    let report = run_json(&["inspect", "--model", model, "--json"]);
    report["dtypes"].as_object().expect("types").keys().cloned().collect()
}

fn names(dir: &tempfile::TempDir) -> Vec<String> {
    let entries = std::fs::read_dir(dir.path()).expect("a folder");
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.expect("an entry").file_name();
    entries.map(|entry| name(entry).to_str().expect("a UTF-8 name").to_owned()).collect()
}

#[test]
fn quantize_and_quant_give_the_same_logits() {
    let dir = tempfile::tempdir().expect("a folder");
    let names = [
        "loop-r2",
        "loop-r3-tied-bf16",
        "plt-r1",
        "plt-r2-hidden-w64",
        "plt-r2-query-sharded",
        "plt-r3-query-raw-bf16",
        "plt-r4-hidden-tied-oldnames",
    ];
    for name in names {
        let (model, out) = (fixture(name), in_dir(&dir, "out.gguf"));
        for dtype in ["q8_0", "q4_0", "bf16"] {
            let args = ["quantize", &model, &out, "--type", dtype, "--force", "--json"];
            let report = run_json(&args);
            assert_eq!(report["type"], dtype);
            let bytes = std::fs::metadata(&out).expect("a file").len();
            assert_eq!(report["bytes"], bytes);
            let logits = |model: &str, more: &[&str]| {
                let args = ["logits", "--model", model, "--ids", "1,2,3,4,5", "--json"];
                run_json(&[&args[..], more].concat())["logits"].clone()
            };
            let from_file = logits(&out, &[]);
            assert!(from_file.to_string().len() > 1000);
            assert_eq!(logits(&model, &["--quant", dtype]), from_file, "{name} {dtype}");
            let as_it_is = logits(&model, &[]);
            // Fixtures in bf16 do not change if no row divides into blocks.
            let rounded =
                !name.ends_with("bf16") || types(&out).iter().any(|t| t == dtype && t != "bf16");
            assert_eq!(as_it_is != from_file, rounded, "{name} {dtype}: quantized");
        }
    }
}

#[test]
fn quantize_keeps_tokenizer_and_eos() {
    let (model, dir) = (tiny_coder(), tempfile::tempdir().expect("a folder"));
    let out = in_dir(&dir, "tiny.gguf");
    let done = plt(&["quantize", &model, &out, "--type", "f32"]);
    assert!(done.status.success(), "{}", stderr_line(&done));
    let line = String::from_utf8(done.stdout).expect("text");
    assert!(line.lines().count() == 1 && line.contains("bits per weight"), "{line}");
    assert_eq!(names(&dir), ["tiny.gguf"]);
    let generate = |model: &str| {
        let args = ["generate", "def add(a, b):", "--model", model, "-n", "40", "--json"];
        let mut report = run_json(&args);
        for key in ["timings", "model"] {
            report.as_object_mut().expect("an object").remove(key);
        }
        report
    };
    let expected = generate(&model);
    assert!(expected["text"].as_str().is_some_and(|text| text.len() > 10), "{expected}");
    assert_eq!(generate(&out)["text"], expected["text"]);
    // From GGUF to GGUF.
    let again = in_dir(&dir, "again.gguf");
    assert!(plt(&["quantize", &out, &again, "--type", "q8_0"]).status.success());
    assert!(generate(&again)["text"].as_str().is_some_and(|text| text.len() > 10));
}

/// Writes a llama with one layer and rows of `hidden` columns, as f32.
fn llama(dir: &Path, hidden: usize) {
    let width = hidden.div_ceil(256) * 256;
    let config = serde_json::json!({
        "model_type": "llama", "vocab_size": 32, "hidden_size": hidden, "intermediate_size": width,
        "num_hidden_layers": 1, "num_attention_heads": width / 64, "num_key_value_heads": 1,
        "head_dim": 64, "hidden_act": "silu", "max_position_embeddings": 64, "rms_norm_eps": 1e-5,
        "rope_theta": 1e4, "tie_word_embeddings": true,
    });
    std::fs::write(dir.join("config.json"), config.to_string()).expect("a file");
    let layer = |name: &str| format!("model.layers.0.{name}.weight");
    let tensors = [
        ("model.embed_tokens.weight".to_owned(), vec![32, hidden]),
        ("model.norm.weight".to_owned(), vec![hidden]),
        (layer("input_layernorm"), vec![hidden]),
        (layer("self_attn.q_proj"), vec![width, hidden]),
        (layer("self_attn.k_proj"), vec![64, hidden]),
        (layer("self_attn.v_proj"), vec![64, hidden]),
        (layer("self_attn.o_proj"), vec![hidden, width]),
        (layer("post_attention_layernorm"), vec![hidden]),
        (layer("mlp.gate_proj"), vec![width, hidden]),
        (layer("mlp.up_proj"), vec![width, hidden]),
        (layer("mlp.down_proj"), vec![hidden, width]),
    ];
    let mut header = serde_json::Map::new();
    let mut data = Vec::new();
    for (name, shape) in tensors {
        let count: usize = shape.iter().product();
        let start = data.len();
        data.extend(
            (0..count).flat_map(|i| ((i * 7919 % 2003) as f32 / 1001.0 - 1.0).to_le_bytes()),
        );
        let place = [start, data.len()];
        let entry = serde_json::json!({ "dtype": "F32", "shape": shape, "data_offsets": place });
        header.insert(name, entry);
    }
    let header = Value::from(header).to_string();
    let file = [&(header.len() as u64).to_le_bytes(), header.as_bytes(), &data].concat();
    std::fs::write(dir.join("model.safetensors"), file).expect("a file");
}

/// Runs `plt quantize`; the report, and the lines on standard error.
fn quantize(input: &str, out: &str, dtype: &str) -> (Value, Vec<String>) {
    let done = plt(&["quantize", input, out, "--type", dtype, "--force", "--json"]);
    assert!(done.status.success(), "{}", stderr_line(&done));
    let lines = stderr_line(&done).lines().map(str::to_owned).collect();
    (serde_json::from_slice(&done.stdout).expect("JSON"), lines)
}

#[test]
fn quantize_says_which_matrices_fall_back() {
    let dir = tempfile::tempdir().expect("a folder");
    let (model, out) = (in_dir(&dir, "."), in_dir(&dir, "out.gguf"));
    // The rows of q, k, v, gate and up are the hidden width, those of o and down whole blocks.
    for (hidden, dtype, instead) in
        [(192, "q4_k", "q5_0"), (576, "Q5_K", "q5_1"), (320, "q6_k", "q8_0"), (64, "q3_k", "q4_0")]
    {
        llama(dir.path(), hidden);
        let (report, lines) = quantize(&model, &out, dtype);
        let dtype = dtype.to_lowercase();
        let fallbacks = report["fallbacks"].as_array().expect("a list");
        assert_eq!(fallbacks.len(), 5, "{report}");
        assert!(
            fallbacks.iter().all(|f| f["type"] == instead && f["wanted"] == *dtype),
            "{report}"
        );
        let expected = format!(
            "blk.*.attn_q.weight: {hidden} columns are not a multiple of 256, {instead} instead of {dtype}"
        );
        assert!(lines.iter().any(|line| line.contains(&expected)), "{lines:?}");
        assert_eq!(types(&out), sorted(&["f32", "q8_0", instead, &dtype]));
    }
    llama(dir.path(), 512);
    let (report, lines) = quantize(&model, &out, "q4_k");
    assert_eq!((&report["fallbacks"], lines.len()), (&serde_json::json!([]), 0), "{lines:?}");
}

fn sorted(names: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    names.sort();
    names.dedup();
    names
}

#[test]
fn quantize_writes_the_types_of_a_mix() {
    let dir = tempfile::tempdir().expect("a folder");
    llama(dir.path(), 256);
    let (model, out) = (in_dir(&dir, "."), in_dir(&dir, "out.gguf"));
    // Values and down projections of the only layer, which is the last; the embedding is the head.
    for (mix, expected) in [
        ("Q4_K_M", ["f32", "q4_k", "q6_k"]),
        ("q5_k_m", ["f32", "q5_k", "q6_k"]),
        ("q5_k_s", ["f32", "q5_k", "q6_k"]),
    ] {
        let (report, _) = quantize(&model, &out, mix);
        assert_eq!(report["type"], *mix.to_lowercase());
        assert_eq!(types(&out), expected, "{mix}");
        let args = ["logits", "--model", &out, "--ids", "1,2,3", "--json"];
        assert!(run_json(&args)["logits"].to_string().len() > 100);
    }
    let (_, lines) = quantize(&model, &out, "q3_k_m");
    assert_eq!(types(&out), ["f32", "q3_k", "q4_k", "q5_k", "q6_k"], "{lines:?}");
}

#[test]
fn quantize_warns_of_growth_and_of_a_quantized_source() {
    let dir = tempfile::tempdir().expect("a folder");
    llama(dir.path(), 256);
    let (model, out) = (in_dir(&dir, "."), in_dir(&dir, "out.gguf"));
    let warnings = |input: &str, dtype: &str| -> Vec<String> {
        let (report, lines) = quantize(input, &in_dir(&dir, "again.gguf"), dtype);
        let warnings = report["warnings"].as_array().expect("a list");
        assert_eq!(warnings.len(), lines.len(), "{lines:?}");
        let smaller = report["bytes"].as_u64() <= report["source_bytes"].as_u64();
        assert!(
            smaller || lines.iter().any(|line| line.contains("larger than its source")),
            "{report}"
        );
        lines
    };
    assert_eq!(warnings(&model, "q8_0"), [""; 0]);
    quantize(&model, &out, "q4_0");
    let lines = warnings(&out, "q8_0");
    assert!(
        lines[0].contains("quantized (q4_0)") && lines[0].contains("the original"),
        "{lines:?}"
    );
    assert!(lines[1].contains("the weights grow"), "{lines:?}");
    assert!(lines[2].contains("larger than its source"), "{lines:?}");
    // The same types again: nothing is quantized twice.
    assert_eq!(warnings(&out, "q4_0"), [""; 0]);
}

#[test]
fn quantize_keeps_chat_template_and_sampling() {
    let dir = tempfile::tempdir().expect("a folder");
    let model = dir.path().join("model");
    std::fs::create_dir(&model).expect("a folder");
    for entry in std::fs::read_dir(tiny_coder()).expect("the model") {
        let path = entry.expect("an entry").path();
        std::fs::copy(&path, model.join(path.file_name().expect("a name"))).expect("a copy");
    }
    let write = |name: &str, text: &str| std::fs::write(model.join(name), text).expect("a file");
    write(
        "chat_template.jinja",
        "{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}",
    );
    write("generation_config.json", r#"{"do_sample": true, "temperature": 0.75, "top_k": 9}"#);
    let out = in_dir(&dir, "out.gguf");
    let model = model.to_str().expect("a UTF-8 path");
    let done = plt(&["quantize", model, &out, "--type", "q8_0"]);
    assert!(done.status.success(), "{}", stderr_line(&done));

    let open = |path: &str| {
        let files = ModelFiles::open(Path::new(path)).expect("it opens");
        let cpu = Cpu::new(Some(1)).expect("a thread");
        TextModel::load(cpu, files, Default::default(), &mut |_, _| {}).expect("it loads")
    };
    let (folder, file) = (open(model), open(&out));
    assert_eq!(file.text().sampling(), folder.text().sampling());
    assert_eq!((file.text().sampling().temperature, file.text().sampling().top_k), (0.75, 9));
    assert_eq!(file.text().eos(), folder.text().eos());
    let render = |model: &TextModel<Cpu>| {
        let template = model.chat_template().expect("a template");
        let message = Message::new("user", "hello");
        template.render(&[message], true).expect("a prompt")
    };
    assert_eq!(render(&file), render(&folder));
    assert_eq!(render(&file), "<user>hello");
}

#[test]
fn inspect_shows_quantized_types() {
    let inspect = |more: &[&str]| -> Value {
        let model = fixture("plt-r2-hidden-w64");
        run_json(&[&["inspect", "--json", "--model", &model][..], more].concat())
    };
    let (plain, rounded) = (inspect(&[]), inspect(&["--quant", "q8_0"]));
    let types: Vec<&String> = rounded["dtypes"].as_object().expect("types").keys().collect();
    assert_eq!(types, ["f32", "q8_0"]);
    let bytes = |report: &Value| report["weight_bytes"].as_u64().expect("bytes");
    assert!(bytes(&rounded) < bytes(&plain));
}

#[test]
fn quantize_replaces_and_leaves_no_file_on_error() {
    let model = fixture("loop-r2");
    let dir = tempfile::tempdir().expect("a folder");
    let out = in_dir(&dir, "out.gguf");
    std::fs::write(&out, "something dear").expect("a file");
    fails(&["quantize", &model, &out, "--type", "q8_0"], &["out.gguf", "--force"]);
    assert_eq!(std::fs::read(&out).expect("a file"), b"something dear");

    // A weight that is not finite is an error while writing.
    let damaged = tempfile::tempdir().expect("a folder");
    for entry in std::fs::read_dir(&model).expect("the fixture") {
        let path = entry.expect("an entry").path();
        std::fs::copy(&path, damaged.path().join(path.file_name().expect("a name"))).expect("copy");
    }
    let weights = damaged.path().join("model.safetensors");
    let mut bytes = std::fs::read(&weights).expect("a file");
    let end = bytes.len();
    bytes[end - 4..].copy_from_slice(&f32::NAN.to_le_bytes());
    std::fs::write(&weights, bytes).expect("a file");
    let broken = damaged.path().to_str().expect("a UTF-8 path");
    fails(&["quantize", broken, &out, "--type", "q8_0", "--force"], &["not finite"]);
    assert_eq!(std::fs::read(&out).expect("a file"), b"something dear");
    assert_eq!(names(&dir), ["out.gguf"], "no other file");
    let load = ["logits", "--model", broken, "--ids", "1,2", "--quant", "q8_0"];
    fails(&load, &["not finite"]);
    std::fs::create_dir(dir.path().join("folder.gguf")).expect("a folder");
    let folder = in_dir(&dir, "folder.gguf");
    fails(&["quantize", &model, &folder, "--type", "q8_0", "--force"], &["found a directory"]);
    std::fs::remove_dir(folder).expect("an empty folder");

    let missing = in_dir(&dir, "no/such/folder/out.gguf");
    fails(&["quantize", &model, &missing, "--type", "q8_0"], &["no/such/folder/out.gguf"]);
    let other = in_dir(&dir, "out.bin");
    fails(&["quantize", &model, &other, "--type", "q8_0"], &["out.bin", ".gguf"]);
    fails(&["quantize", "no-such-model", &in_dir(&dir, "x.gguf"), "--type", "q8_0"], &["no-such"]);
    assert_eq!(names(&dir), ["out.gguf"]);
    let unknown = plt(&["quantize", &model, &in_dir(&dir, "x.gguf"), "--type", "q9"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr_line(&unknown).contains("q9"));
}

#[test]
fn eval_kl_measures_quantization() {
    let (model, dir) = (tiny_coder(), tempfile::tempdir().expect("a folder"));
    let text = in_dir(&dir, "text.py");
    let lines: Vec<String> =
        (0..8).map(|i| format!("def f{i}(x):\n    return x + {i}\n")).collect();
    std::fs::write(&text, lines.concat()).expect("a file");
    let kl = |more: &[&str]| {
        let args = ["eval", "kl", "--model", &model, "--file", &text, "--context", "64", "--json"];
        let report = run_json(&[&args[..], more].concat());
        let number = |key: &str| report[key].as_f64().expect("a number");
        (number("mean_kl"), number("same_top"))
    };
    assert_eq!(kl(&["--reference", &model]), (0.0, 1.0));
    fails(&["eval", "kl", "--model", &model, "--file", &text], &["--quant", "--reference"]);
    // Checked before the reference is opened.
    let int8 = ["eval", "kl", "--model", &model, "--file", &text, "--activations", "int8"];
    let nowhere = ["--device", "reference", "--reference", "./nowhere"];
    fails(&[&int8[..], &nowhere].concat(), &["--activations int8", "--device cpu"]);
    // int8 activations apply to quantized weights only, and never to the reference.
    let int8 = ["--activations", "int8"];
    assert_eq!(kl(&int8), (0.0, 1.0));
    let q8_int8 = kl(&[&["--quant", "q8_0"], &int8[..]].concat());
    assert!(kl(&["--quant", "q8_0"]).0 < q8_int8.0 && q8_int8.0 < 0.01, "{q8_int8:?}");
    let (q8, q4) = (kl(&["--quant", "q8_0"]), kl(&["--quant", "q4_0"]));
    assert!(0.0 < q8.0 && q8.0 < q4.0 && q4.1 < 1.0, "{q8:?} {q4:?}");
    let out = in_dir(&dir, "q4.gguf");
    assert!(plt(&["quantize", &model, &out, "--type", "q4_0"]).status.success());
    let args = ["eval", "kl", "--model", &out, "--reference", &model, "--file", &text, "--json"];
    let from_file = run_json(&[&args[..], &["--context", "64"]].concat());
    assert_eq!(from_file["mean_kl"].as_f64(), Some(q4.0));
    fails(
        &["eval", "kl", "--model", &model, "--reference", &fixture("loop-r2"), "--file", &text],
        &["tokenizer"],
    );
}

#[test]
fn inspect_prints_end_tokens_with_their_sources() {
    let model = fixture("spm-tokenizer");
    let report = run_json(&["inspect", "--model", &model, "--json"]);
    let expected = serde_json::json!([
        {"id": 2, "token": "</s>", "source": "config.json eos_token_id"},
        {"id": 701, "token": "<|im_end|>", "source": "tokenizer_config.json eos_token"},
    ]);
    assert_eq!(report["end_tokens"], expected);
    let text = plt(&["inspect", "--model", &model]);
    let text = String::from_utf8(text.stdout).expect("UTF-8");
    assert!(text.contains("701 \"<|im_end|>\" (tokenizer_config.json eos_token)"), "{text}");
}

#[test]
fn quantize_writes_tokenizer_and_end_tokens_for_other_engines() {
    let dir = tempfile::tempdir().expect("a folder");
    let (model, out) = (fixture("spm-tokenizer"), in_dir(&dir, "out.gguf"));
    let done = plt(&["quantize", &model, &out, "--type", "f16"]);
    assert!(done.status.success(), "{}", stderr_line(&done));
    let files = [&model, &out].map(|path| ModelFiles::open(Path::new(path)).expect("it opens"));
    assert_eq!(files[0].text().eos(), files[1].text().eos());
    let encode = |files: &ModelFiles| {
        let template = files.text().chat_template().expect("a template");
        let text = template.render(&[Message::new("user", " Größe 测试 ")], true);
        let tokenizer = files.text().tokenizer().expect("a tokenizer");
        tokenizer.encode(&text.expect("a prompt"), true).expect("it encodes")
    };
    assert_eq!(encode(&files[0]), encode(&files[1]));
    // The keys of GGUF, with the end token that the tokenizer names as eos.
    let metadata = files[1].checkpoint().gguf_metadata().expect("a GGUF file");
    let value = |key: &str| metadata.get(&format!("tokenizer.ggml.{key}")).expect("a key").as_u64();
    assert_eq!((value("eos_token_id"), value("eot_token_id")), (Some(701), Some(2)));
    assert_eq!((value("bos_token_id"), value("padding_token_id")), (Some(1), Some(706)));
    assert!(metadata.contains_key("tokenizer.chat_template"));
}
