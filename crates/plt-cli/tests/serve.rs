//! `plt serve`, through the binary itself.

mod support;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use support::{command, fails, plt, stderr_line};

/// A server that ends with the test.
struct Server {
    child: Child,
    address: String,
    /// What it said at its start.
    notes: Vec<String>,
}

impl Server {
    fn start(args: &[&str], keys: Option<&str>) -> Self {
        let mut command = command();
        command.args(["serve", "--port", "0"]).args(args).stderr(Stdio::piped());
        if let Some(keys) = keys {
            command.env("PLT_API_KEYS", keys);
        }
        let mut child = command.spawn().expect("plt starts");
        let mut lines = BufReader::new(child.stderr.take().expect("a pipe")).lines();
        let mut notes = Vec::new();
        let address = loop {
            let line = lines.next().unwrap_or_else(|| panic!("it ended: {notes:?}"));
            let line = line.expect("text");
            let address = line.split_once("http://").and_then(|(_, rest)| rest.split(' ').next());
            let address = address.map(str::to_owned);
            notes.push(line);
            if let Some(address) = address {
                break address;
            }
        };
        // Whoever writes notes later must find somebody who reads them.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address, notes }
    }

    fn ask(&self, request: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut reply = String::new();
        stream.read_to_string(&mut reply).expect("it answers");
        let (head, body) = reply.split_once("\r\n\r\n").expect("a head");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.expect("a status"), body.to_owned())
    }

    fn complete(&self, headers: &str) -> (u16, String) {
        let body = r#"{"prompt": "def add(a, b):", "max_tokens": 12, "temperature": 0}"#;
        self.ask(&format!(
            "POST /v1/completions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn serve_answers_what_generate_does_and_stops_in_order() {
    let mut server = Server::start(&[], None);
    let notes = server.notes.join("\n");
    for word in ["plt-tiny-coder", "temperature 0.6, top_k 0, top_p 0.95", "127.0.0.1"] {
        assert!(notes.contains(word), "{word}: {notes}");
    }
    let (status, body) = server.complete("");
    assert_eq!(status, 200, "{body}");
    let body: Value = serde_json::from_str(&body).expect("JSON");
    let args = ["generate", "def add(a, b):", "-n", "12", "--temperature", "0", "--json"];
    let generated = support::run_json(&args);
    assert_eq!(body["choices"][0]["text"], generated["text"]);
    assert_eq!(body["model"], "plt-tiny-coder");

    let kill = Command::new("kill").arg(server.child.id().to_string()).status();
    assert!(kill.expect("kill starts").success());
    assert_eq!(server.child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn serve_lets_in_whoever_has_a_key() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("keys");
    std::fs::write(&file, "# of a file\nfrom-file\n").expect("a file");
    let file = file.to_str().expect("a UTF-8 path");
    let server = Server::start(&["--api-key-file", file, "--name", "coder"], Some("from-variable"));
    assert!(server.notes.join("\n").contains("with an API key; there are 2"), "{:?}", server.notes);
    assert_eq!(server.complete("").0, 401);
    for key in ["from-file", "from-variable"] {
        let (status, body) = server.complete(&format!("Authorization: Bearer {key}\r\n"));
        assert_eq!(status, 200, "{body}");
        assert!(body.contains("\"coder\""), "{body}");
    }
}

#[test]
fn serve_refuses_what_is_not_safe() {
    fails(&["serve", "--host", "0.0.0.0", "--port", "0"], &["0.0.0.0", "API keys"]);
    fails(&["serve", "--api-key-file", "no/such/file"], &["no/such/file"]);
    fails(&["serve", "--port", "0", "--rows", "1"], &["rows"]);
    let output = command().args(["serve", "--port", "0"]).env("PLT_API_KEYS", "").output();
    let output = output.expect("plt starts");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr_line(&output).contains("PLT_API_KEYS holds no API key"));
    let help = String::from_utf8_lossy(&plt(&["serve", "--help"]).stdout).into_owned();
    assert!(help.contains("plt serve --model") && help.contains("curl "), "{help}");
}
