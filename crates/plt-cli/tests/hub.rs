//! A model from a Hub on a loopback address.

#[path = "../../plt-runtime/tests/hub/server.rs"]
mod server;
mod support;

use server::{REPO, Server};
use support::{command, fixture, run_json, stderr_line};

#[test]
fn hub_model_is_downloaded_into_hf_home() {
    let path = fixture("plt-r1");
    let server = Server::of(path.as_ref());
    server.change(|state| state.token = Some("secret".to_owned()));
    let home = tempfile::tempdir().expect("a directory");
    let run = |model: &str, offline: &str| {
        command()
            .args(["generate", "--model", model, "--ids", "1,2,3", "--max-tokens", "4"])
            .args(["--temperature", "0", "--json"])
            .env("HF_HOME", home.path())
            .env("HF_TOKEN", "secret")
            .env("HF_ENDPOINT", &server.endpoint)
            .env("HF_HUB_OFFLINE", offline)
            .output()
            .expect("plt starts")
    };
    let ids = |output: &std::process::Output| {
        assert!(output.status.success(), "{}", stderr_line(output));
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        json["ids"].clone()
    };
    let args = ["generate", "--model", &path, "--ids", "1,2,3", "--max-tokens", "4", "--json"];
    let expected = run_json(&[&args[..], &["--temperature", "0"]].concat())["ids"].clone();
    assert_eq!(ids(&run(REPO, "0")), expected);
    assert!(home.path().join("hub/models--owner--name/refs/main").exists());
    assert!(!server.downloads().is_empty());
    assert_eq!(ids(&run(REPO, "1")), expected);

    let output = run("owner/missing", "0");
    let line = stderr_line(&output);
    assert_eq!(output.status.code(), Some(1), "{line}");
    assert_eq!(line.lines().count(), 1, "{line}");
    assert!(line.contains("owner/missing") && line.contains("404"), "{line}");
}
