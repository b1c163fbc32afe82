//! Messages of commands about a model, its text and their arguments.

mod support;

use std::ffi::OsStr;
use std::path::Path;

use serde_json::{Value, json};
use support::server::Server;
use support::{command, fails, fixture, plt, plt_with_input, run_json, stderr_line};

/// Copies a fixture without some files.
fn copy(name: &str, to: &Path, without: &[&str]) -> String {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(fixture(name)).expect("the fixture") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name");
        if !without.iter().any(|file| name == OsStr::new(file)) {
            std::fs::copy(&path, to.join(name)).expect("a copy");
        }
    }
    to.to_string_lossy().into_owned()
}

/// The files of a model without tokenizer and template.
const TEXT: &[&str] = &["tokenizer.json", "tokenizer_config.json", "chat_template.jinja"];
/// The files with the template.
const TEMPLATE: &[&str] = &["tokenizer_config.json", "chat_template.jinja"];

#[test]
fn missing_tokenizer_and_template_are_reported() {
    let dir = tempfile::tempdir().expect("a folder");
    let whole = copy("plt-r2-hidden-w64", &dir.path().join("whole"), &[]);
    let no_template = copy("plt-r2-hidden-w64", &dir.path().join("no-template"), TEMPLATE);
    let no_text = copy("plt-r2-hidden-w64", &dir.path().join("no-text"), TEXT);
    let printed = |args: &[&str]| {
        let output = plt(args);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    for (model, tokenizer, template, inspect, doctor, serve) in [
        (
            &whole,
            true,
            true,
            "chat template  yes",
            "completes text and chats",
            "completions and chat",
        ),
        (
            &no_template,
            true,
            false,
            "chat template  none",
            "no chat template",
            "completions only (no chat template)",
        ),
        (
            &no_text,
            false,
            false,
            "tokenizer      none",
            "takes token ids only",
            "completions of token ids only",
        ),
    ] {
        let report = run_json(&["inspect", "--model", model, "--check", "--json"]);
        assert_eq!(report["tokenizer"], json!(tokenizer));
        assert_eq!(report["chat_template"], json!(template));
        assert!(printed(&["inspect", "--model", model]).contains(inspect));
        assert!(printed(&["doctor", "--model", model]).contains(doctor));
        let server = Server::start(&["--model", model, "--kv-cache-tokens", "256"], None);
        assert!(server.notes[0].contains(serve), "{:?}", server.notes);
    }
    fails(&["chat", &no_template], &["cannot chat", "no chat template"]);
    fails(&["chat", &no_text], &["cannot chat", "tokenizer"]);
    fails(&["run", &no_text], &["cannot chat", "tokenizer"]);
}

#[test]
fn inspect_reports_broken_files_beside_the_weights() {
    for (file, content) in [
        ("tokenizer.json", "{"),
        ("generation_config.json", r#"{"temperature": -1, "do_sample": true}"#),
        ("generation_config.json", "temperature = 1"),
        ("chat_template.jinja", "{% if %}"),
    ] {
        let dir = tempfile::tempdir().expect("a folder");
        let model = copy("plt-r1", dir.path(), &[]);
        std::fs::write(dir.path().join(file), content).expect("written");
        let output = plt(&["inspect", "--model", &model, "--check", "--json"]);
        assert_eq!(output.status.code(), Some(1), "{file}: {output:?}");
        let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let problems = report["problems"].as_array().expect("problems");
        let named = |problem: &Value| problem.as_str().is_some_and(|text| text.contains(file));
        assert!(problems.len() == 1 && named(&problems[0]), "{file}: {problems:?}");
    }
    // A template that fails when it is rendered; one that rejects a conversation does not.
    for (template, problems) in
        [("{{ messages[0].content.x.y }}", 1), ("{{ raise_exception('no') }}", 0)]
    {
        let dir = tempfile::tempdir().expect("a folder");
        let model = copy("plt-r1", dir.path(), &[]);
        std::fs::write(dir.path().join("chat_template.jinja"), template).expect("written");
        let output = plt(&["inspect", "--model", &model, "--check", "--json"]);
        let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(report["problems"].as_array().map(Vec::len), Some(problems), "{report}");
    }
}

#[test]
fn sampling_defaults_are_announced() {
    let dir = tempfile::tempdir().expect("a folder");
    let model = copy("plt-r2-hidden-w64", dir.path(), &["generation_config.json"]);
    let chat = |more: &[&str]| {
        let args = [&["chat", &model, "-n", "2"][..], more].concat();
        let output = plt_with_input(&args, "hello\n");
        assert!(output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(chat(&[]).contains("using temperature 0.7, top_p 0.9, min_p 0.05"), "{}", chat(&[]));
    assert!(chat(&["--top-p", "0.5"]).contains("using temperature 0.7, top_p 0.5, min_p 0.05"));
    assert!(!chat(&["--temperature", "0"]).contains("using temperature"));
    let notes = |server: Server| server.notes.join("\n");
    let serve = || notes(Server::start(&["--model", &model, "--kv-cache-tokens", "256"], None));
    assert!(serve().contains("temperature 0.7, top_p 0.9, min_p 0.05 (the model recommends none)"));
    let inspect =
        || String::from_utf8_lossy(&plt(&["inspect", "--model", &model]).stdout).into_owned();
    assert!(
        inspect().contains("none recommended: greedy, in chats temperature 0.7"),
        "{}",
        inspect()
    );

    let settings = r#"{"do_sample": true, "temperature": 0.25, "top_k": 9}"#;
    std::fs::write(dir.path().join("generation_config.json"), settings).expect("written");
    assert!(!chat(&[]).contains("recommends no sampling"));
    assert!(serve().contains("temperature 0.25, top_k 9 (recommended by the model)"));
    assert!(inspect().contains("sampling       temperature 0.25, top_k 9"), "{}", inspect());
}

#[test]
fn generate_is_greedy_without_a_recommendation() {
    let dir = tempfile::tempdir().expect("a folder");
    let model = copy("plt-r2-hidden-w64", dir.path(), &["generation_config.json"]);
    let args =
        ["generate", "--model", &model, "--ids", "5,6", "-n", "24", "--json", "--ignore-eos"];
    let ids = |more: &[&str]| run_json(&[&args[..], more].concat())["ids"].clone();
    assert_eq!(ids(&[]), ids(&["--temperature", "0"]));
    assert_eq!(ids(&["--seed", "7"]), ids(&[]));
    assert_ne!(ids(&["--temperature", "0.7", "--top-p", "0.9"]), ids(&[]));
}

#[test]
fn chat_replaces_bad_bytes_of_a_pipe() {
    let model = fixture("plt-r2-hidden-w64");
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("chat.json");
    let mut child = command();
    child.args(["chat", &model, "-n", "2", "--temperature", "0"]);
    let input = dir.path().join("input");
    let save = format!("/save {}", file.display());
    let lines = [&b"caf\xe9\r\none\\\ntwo\n\"\"\"\nthree\n\"\"\"\n"[..], save.as_bytes()].concat();
    std::fs::write(&input, lines).expect("written");
    let output =
        child.stdin(std::fs::File::open(&input).expect("the input")).output().expect("it runs");
    assert!(output.status.success(), "{}", stderr_line(&output));
    assert!(stderr_line(&output).contains("not UTF-8"), "{}", stderr_line(&output));
    let saved: Value = serde_json::from_slice(&std::fs::read(&file).expect("saved")).expect("JSON");
    let messages = saved["messages"].as_array().expect("messages").iter();
    let said: Vec<&Value> =
        messages.filter(|m| m["role"] == "user").map(|m| &m["content"]).collect();
    assert_eq!(said, [&json!("caf\u{fffd}"), &json!("one\ntwo"), &json!("three")]);
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf8_are_accepted_or_named() {
    use std::os::unix::ffi::OsStrExt as _;
    let name = OsStr::from_bytes(b"mod\xe9l");
    let dir = tempfile::tempdir().expect("a folder");
    copy("plt-r2-hidden-w64", &dir.path().join(name), &[]);
    let run =
        |args: &[&OsStr]| command().args(args).current_dir(dir.path()).output().expect("it runs");
    let os = |text: &'static str| OsStr::new(text);
    let generate = [os("generate"), os("--ids"), os("5"), os("-n"), os("2"), os("--model")];
    let output = run(&[&generate[..], &[name]].concat());
    assert!(output.status.success(), "{}", stderr_line(&output));
    let output = run(&[os("inspect"), os("--check"), os("--model"), name]);
    assert!(output.status.success(), "{}", stderr_line(&output));
    let output =
        command().args(["inspect"]).env("PLT_MODEL", name).current_dir(dir.path()).output();
    assert!(output.expect("it runs").status.success());
    std::fs::write(dir.path().join(OsStr::from_bytes(b"t\xe9xt")), "hello").expect("written");
    let file = OsStr::from_bytes(b"--prompt-file=t\xe9xt");
    let output = run(&[os("generate"), file, os("-n"), os("2"), os("--model"), name]);
    assert!(output.status.success(), "{}", stderr_line(&output));

    let missing = run(&[&generate[..], &[OsStr::from_bytes(b"n\xf6ne")]].concat());
    assert_eq!(missing.status.code(), Some(1));
    assert!(
        stderr_line(&missing).contains("no such file or directory"),
        "{}",
        stderr_line(&missing)
    );
    let prompt = run(&[os("generate"), OsStr::from_bytes(b"caf\xe9")]);
    assert_eq!(prompt.status.code(), Some(2));
    let said = stderr_line(&prompt);
    assert!(
        said.contains("caf\u{fffd}") && said.contains("UTF-8") && said.lines().count() == 1,
        "{said}"
    );
}

#[test]
fn files_of_options_are_named_with_the_option() {
    let model = fixture("plt-r2-hidden-w64");
    let dir = tempfile::tempdir().expect("a folder");
    let at = |name: &str| dir.path().join(name).to_str().expect("a name").to_owned();
    let latin = at("latin.txt");
    std::fs::write(&latin, b"caf\xe9").expect("written");
    let generate = ["generate", "--model", &model];
    fails(&[&generate[..], &["--prompt-file", &at("none")]].concat(), &["--prompt-file", "none"]);
    fails(
        &[&generate[..], &["--prompt-file", &latin]].concat(),
        &["--prompt-file", "latin.txt", "not UTF-8 at byte 3"],
    );
    let eval = ["eval", "perplexity", "--model", &model, "--file"];
    fails(&[&eval[..], &[&at("none")]].concat(), &["--file", "none"]);
    std::fs::write(at("short"), "").expect("written");
    fails(&[&eval[..], &[&at("short")]].concat(), &["0 tokens", "at least 2"]);
    std::fs::write(at("text"), "def add(a, b): return a + b").expect("written");
    fails(&[&eval[..], &[&at("text"), "--context", "1"]].concat(), &["--context: expected 2 to"]);
    fails(&[&eval[..], &[&at("text"), "--stride", "0"]].concat(), &["--stride: expected 1 to"]);
    // Shorter than the default context: measured whole.
    assert!(plt(&[&eval[..], &[&at("text")]].concat()).status.success());
}

#[test]
fn analyze_takes_the_context_of_a_small_model() {
    let dir = tempfile::tempdir().expect("a folder");
    let model = copy("plt-r1", dir.path(), &[]);
    let config = dir.path().join("config.json");
    let mut value: Value =
        serde_json::from_slice(&std::fs::read(&config).expect("a config")).expect("JSON");
    value["max_position_embeddings"] = json!(16);
    std::fs::write(&config, value.to_string()).expect("written");
    let ids = vec!["5"; 40].join(",");
    let out = run_json(&["analyze", "--model", &model, "--ids", &ids, "--json"]);
    assert_eq!(out["ids"].as_array().map(Vec::len), Some(16));
}

#[cfg(unix)]
#[test]
fn output_errors_do_not_name_temporary_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("file");
    std::fs::write(&file, "").expect("written");
    std::fs::set_permissions(dir.path(), std::fs::Permissions::from_mode(0o500)).expect("closed");
    let report = dir.path().join("report.html").to_str().expect("a name").to_owned();
    let model = fixture("plt-r1");
    let output = plt(&["analyze", "--model", &model, "--ids", "5", "--report", &report]);
    std::fs::set_permissions(dir.path(), std::fs::Permissions::from_mode(0o700)).expect("opened");
    // The administrator may write everywhere.
    if !output.status.success() {
        let said = stderr_line(&output);
        assert!(said.contains("report.html") && !said.contains(".tmp"), "{said}");
    }
}

#[test]
fn serve_rejects_the_old_names_of_tls_variables() {
    let mut serve = command();
    serve.args(["serve", "--port", "0"]).env("PLT_TLS_CERT", "cert.pem");
    let output = serve.output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr_line(&output).contains("set PLT_SSL_CERT_FILE"), "{}", stderr_line(&output));
}
