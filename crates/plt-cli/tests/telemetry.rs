//! Spans exported to an OpenTelemetry collector (feature `otlp`).
#![cfg(feature = "otlp")]

mod support;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use support::server::Server;
use support::{command, stderr_line};

const ENDPOINT: &str = "OTEL_EXPORTER_OTLP_ENDPOINT";
const PATIENCE: Duration = Duration::from_secs(60);

/// Starts a collector; returns its address and the requests it receives.
fn collector() -> (String, Receiver<(String, Vec<u8>)>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("its address"));
    let (sender, sent) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let stream = stream.expect("a connection");
            let mut reader = BufReader::new(stream.try_clone().expect("a socket"));
            while let Some(request) = read(&mut reader) {
                drop(sender.send(request));
                let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
                (&stream).write_all(answer).expect("it reads");
            }
        }
    });
    (address, sent)
}

/// Reads a request: its first line and body.
fn read(reader: &mut BufReader<TcpStream>) -> Option<(String, Vec<u8>)> {
    let (mut first, mut length) = (None, 0);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("content-length: ") {
            length = value.parse().expect("a length");
        }
        first.get_or_insert(line);
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((first?, body))
}

fn server(endpoint: &str) -> Server {
    let mut command = command();
    command.args(["serve", "--port", "0"]).env(ENDPOINT, endpoint);
    Server::spawn(command)
}

#[test]
fn otlp_exports_a_span_per_request() {
    let (address, sent) = collector();
    let mut server = server(&address);
    let trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    let span = "00f067aa0ba902b7";
    let parent = format!("traceparent: 00-{trace}-{span}-01\r\n");
    assert_eq!(server.complete(&parent).0, 200);
    assert_eq!(server.complete("traceparent: 00-no-trace-01\r\n").0, 200);
    assert_eq!(server.stop().code(), Some(0));
    let (first, body) = sent.recv_timeout(PATIENCE).expect("spans");
    assert_eq!(first, "post /v1/traces http/1.1");
    let holds_bytes = |part: &[u8]| body.windows(part.len()).any(|window| window == part);
    let holds = |text: &str| holds_bytes(text.as_bytes());
    for text in [
        "service.name",
        "request",
        "/v1/completions",
        "http.response.status_code",
        "gen_ai.usage.input_tokens",
        "gen_ai.usage.output_tokens",
    ] {
        assert!(holds(text), "{text}");
    }
    // The client's trace and parent span.
    let trace = u128::from_str_radix(trace, 16).expect("a number").to_be_bytes();
    let span = u64::from_str_radix(span, 16).expect("a number").to_be_bytes();
    assert!(holds_bytes(&trace) && holds_bytes(&span));
    // Spans contain token counts, not text.
    assert!(!holds("def add") && !holds("\"prompt\""));
}

#[test]
fn otlp_unreachable_collector_is_ignored() {
    let free = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let address = format!("http://{}", free.local_addr().expect("its address"));
    drop(free);
    let mut server = server(&address);
    assert_eq!(server.complete("").0, 200);
    assert_eq!(server.stop().code(), Some(0));
}

#[test]
fn otlp_silent_collector_does_not_block_exit() {
    let silent = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let mut server = server(&format!("http://{}", silent.local_addr().expect("its address")));
    assert_eq!(server.complete("").0, 200);
    let began = Instant::now();
    assert_eq!(server.stop().code(), Some(0));
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
}

#[test]
fn otlp_sends_nothing_unless_enabled() {
    let (address, sent) = collector();
    for (name, value) in [(ENDPOINT, ""), ("OTEL_SDK_DISABLED", "true")] {
        let mut command = command();
        command.args(["serve", "--port", "0"]).env(ENDPOINT, &address).env(name, value);
        let mut server = Server::spawn(command);
        assert_eq!(server.complete("").0, 200);
        assert_eq!(server.stop().code(), Some(0));
    }
    assert!(sent.try_recv().is_err());
}

#[test]
fn otlp_rejects_an_invalid_endpoint() {
    let output = command().args(["inspect"]).env(ENDPOINT, "no address").output();
    let output = output.expect("plt starts");
    assert_eq!(output.status.code(), Some(1));
    let line = stderr_line(&output);
    assert!(line.contains(ENDPOINT) && !line.contains('\n'), "{line}");
}
