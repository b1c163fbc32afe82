//! `plt serve` as a process.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, ExitStatus, Stdio};

use super::command;

/// A server that is killed at the end of the test.
pub struct Server {
    pub child: Child,
    pub address: String,
    /// Lines it printed at start.
    pub notes: Vec<String>,
}

impl Server {
    pub fn start(args: &[&str], keys: Option<&str>) -> Self {
        let mut command = command();
        command.args(["serve", "--port", "0"]).args(args);
        if let Some(keys) = keys {
            command.env("PLT_API_KEYS", keys);
        }
        Self::spawn(command)
    }

    /// Runs the command until it listens.
    pub fn spawn(mut command: Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).spawn().expect("plt starts");
        let mut lines = BufReader::new(child.stderr.take().expect("a pipe")).lines();
        let mut notes = Vec::new();
        let address = loop {
            let line = lines.next().unwrap_or_else(|| panic!("the server exited: {notes:?}"));
            let line = line.expect("text");
            let address = line.split_once("http://").and_then(|(_, rest)| rest.split(' ').next());
            let address = address.map(str::to_owned);
            notes.push(line);
            if let Some(address) = address {
                break address;
            }
        };
        // A full pipe would block the server.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address, notes }
    }

    /// Sends SIGTERM and waits for the exit.
    pub fn stop(&mut self) -> ExitStatus {
        let kill = Command::new("kill").arg(self.child.id().to_string()).status();
        assert!(kill.expect("kill starts").success());
        self.child.wait().expect("it ends")
    }

    /// Sends a request and returns status and body of the response.
    pub fn send(&self, request: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut reply = String::new();
        stream.read_to_string(&mut reply).expect("it answers");
        let (head, body) = reply.split_once("\r\n\r\n").expect("a head");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.expect("a status"), body.to_owned())
    }

    pub fn complete(&self, headers: &str) -> (u16, String) {
        let body = r#"{"prompt": "def add(a, b):", "max_tokens": 12, "temperature": 0}"#;
        self.send(&format!(
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
