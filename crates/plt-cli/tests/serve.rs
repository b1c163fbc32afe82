//! `plt serve`

mod support;

use serde_json::Value;
use support::server::Server;
use support::{command, fails, fails_usage, plt, stderr_line};

#[test]
fn serve_gives_generates_text_and_drains() {
    let mut server = Server::start(&[], None);
    let notes = server.notes.join("\n");
    for word in ["plt-tiny-coder", "temperature 0.6, top_p 0.95", "127.0.0.1"] {
        assert!(notes.contains(word), "{word}: {notes}");
    }
    let (status, body) = server.complete("");
    assert_eq!(status, 200, "{body}");
    let body: Value = serde_json::from_str(&body).expect("JSON");
    let args = ["generate", "def add(a, b):", "-n", "12", "--temperature", "0", "--json"];
    let generated = support::run_json(&args);
    assert_eq!(body["choices"][0]["text"], generated["text"]);
    assert_eq!(body["model"], "plt-tiny-coder");

    assert_eq!(server.stop().code(), Some(0));
}

#[test]
fn serve_requires_a_valid_api_key() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("keys");
    std::fs::write(&file, "# of a file\nfrom-file\n").expect("a file");
    let file = file.to_str().expect("a UTF-8 path");
    let server = Server::start(&["--api-key-file", file, "--name", "coder"], Some("from-variable"));
    assert!(server.notes.join("\n").contains("API key required, 2 valid"), "{:?}", server.notes);
    assert_eq!(server.complete("").0, 401);
    for key in ["from-file", "from-variable"] {
        let (status, body) = server.complete(&format!("Authorization: Bearer {key}\r\n"));
        assert_eq!(status, 200, "{body}");
        assert!(body.contains("\"coder\""), "{body}");
    }
}

#[test]
fn serve_rejects_unsafe_settings() {
    fails(&["serve", "--host", "0.0.0.0", "--port", "0"], &["0.0.0.0", "--api-key-file", "--open"]);
    fails(&["serve", "--api-key-file", "no/such/file"], &["no/such/file"]);
    let few = ["serve", "--port", "0", "--max-num-batched-tokens", "1"];
    fails_usage(&few, &["--max-num-batched-tokens: ", "at least 16", "2 loops"]);
    let output = command().args(["serve", "--port", "0"]).env("PLT_API_KEYS", "").output();
    let output = output.expect("plt starts");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr_line(&output).contains("PLT_API_KEYS holds no API key"));
    let help = String::from_utf8_lossy(&plt(&["serve", "--help"]).stdout).into_owned();
    assert!(help.contains("plt serve --model") && help.contains("curl "), "{help}");
}
