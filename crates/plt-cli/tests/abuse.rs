//! Thousands of broken or hostile clients: `plt serve` keeps answering, and afterwards holds no more
//! memory, files or cache blocks than before.

mod support;

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use support::server::Server;

/// Concurrent clients.
const CLIENTS: usize = 8;
/// Clients before the first measurement, which start every thread and allocate every buffer.
const WARM_UP: usize = 160;
const ALL_CLIENTS: usize = 5600;
/// Allowed growth of memory in bytes: the allocator keeps some freed memory.
const GROWTH: usize = 24 << 20;
const PATIENCE: Duration = Duration::from_secs(120);

/// The behavior of a client.
#[derive(Debug, Clone, Copy)]
enum Client {
    DisconnectsInStream,
    DisconnectsBeforeResponse,
    DisconnectsInHead,
    DisconnectsInBody,
    DisconnectsInChunks,
    ShutsDownWriting,
    ReadsSlowly,
    SendsInvalidJson,
    SendsInvalidUtf8,
    SendsDeepSchema,
    SendsLongHead,
    ClaimsLongBody,
    SendsTwoLengths,
    SendsGzip,
}

const ALL: [Client; 14] = [
    Client::DisconnectsInStream,
    Client::DisconnectsBeforeResponse,
    Client::DisconnectsInHead,
    Client::DisconnectsInBody,
    Client::DisconnectsInChunks,
    Client::ShutsDownWriting,
    Client::ReadsSlowly,
    Client::SendsInvalidJson,
    Client::SendsInvalidUtf8,
    Client::SendsDeepSchema,
    Client::SendsLongHead,
    Client::ClaimsLongBody,
    Client::SendsTwoLengths,
    Client::SendsGzip,
];

const HEAD: &str = "POST /v1/completions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
                    Content-Type: application/json\r\n";
const LONG: &str = r#"{"prompt": "def ", "max_tokens": 200, "n": 2, "stream": "#;

fn request(headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("{HEAD}{headers}Content-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

impl Client {
    /// Acts and returns the status of the response, if the client waits for one.
    fn run(self, address: &str) -> Option<u16> {
        let mut stream = TcpStream::connect(address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        let long = |stream: bool| request("", format!("{LONG}{stream}}}").as_bytes());
        let mut send = |bytes: &[u8]| {
            // The server may reject the request before it has read all of it.
            let _ = stream.write_all(bytes);
        };
        match self {
            Self::DisconnectsInStream | Self::ReadsSlowly => {
                send(&long(true));
                let _ = stream.read(&mut [0; 300]);
                if let Self::ReadsSlowly = self {
                    for _ in 0..20 {
                        std::thread::sleep(Duration::from_millis(2));
                        let _ = stream.read(&mut [0]);
                    }
                }
                return None;
            }
            Self::DisconnectsBeforeResponse => {
                send(&long(false));
                std::thread::sleep(Duration::from_millis(5));
                return None;
            }
            Self::DisconnectsInHead => {
                send(&HEAD.as_bytes()[..60]);
                return None;
            }
            Self::DisconnectsInBody => {
                send(&request("", b"{\"prompt\": \"a\"}")[..HEAD.len() + 25]);
                return None;
            }
            Self::DisconnectsInChunks => {
                send(format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n").as_bytes());
                (0..20).for_each(|_| send(b"5\r\n     \r\n"));
                return None;
            }
            Self::ShutsDownWriting => {
                send(format!("{HEAD}Content-Length: 100\r\n\r\n{{").as_bytes());
                let _ = stream.shutdown(Shutdown::Write);
            }
            Self::SendsInvalidJson => send(&request("", b"{\"prompt\": \"a\"")),
            Self::SendsInvalidUtf8 => send(&request("", b"{\"prompt\": \"\xff\xfe\"}")),
            Self::SendsDeepSchema => {
                let schema = format!("{}{}", "{\"items\":".repeat(200), "{}") + &"}".repeat(200);
                let body = format!(
                    r#"{{"prompt": "a", "response_format": {{"type": "json_schema", "json_schema":
                        {{"name": "a", "schema": {schema}}}}}}}"#
                );
                send(&request("", body.as_bytes()));
            }
            Self::SendsLongHead => {
                send(&request(&format!("X-Long: {}\r\n", "x".repeat(200_000)), b"{}"));
            }
            Self::ClaimsLongBody => {
                send(format!("{HEAD}Content-Length: 999999999999\r\n\r\n{{").as_bytes());
            }
            Self::SendsTwoLengths => {
                send(&request("Transfer-Encoding: chunked\r\n", b"{\"prompt\": \"a\"}"));
            }
            Self::SendsGzip => {
                send(&request("Content-Encoding: gzip\r\n", b"\x1f\x8b\x08\0\0\0\0\0"));
            }
        }
        let mut reply = Vec::new();
        let _ = stream.read_to_end(&mut reply);
        let reply = String::from_utf8_lossy(&reply);
        reply.split(' ').nth(1).and_then(|status| status.parse().ok())
    }
}

/// Runs `count` clients, [`CLIENTS`] at a time.
fn send(server: &Server, count: usize) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= count {
                        break;
                    }
                    let client = ALL[index % ALL.len()];
                    // A connection reset counts as a response too.
                    if let Some(status) = client.run(&server.address) {
                        assert!((400..500).contains(&status), "{client:?}: {status}");
                    }
                }
            });
        }
    });
}

/// Waits until no request is running or waiting and the KV cache is empty.
fn wait_until_idle(server: &Server) {
    let get = "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    let began = Instant::now();
    loop {
        let page = server.send(get).1;
        let gauge = |name: &str| {
            let lines = page.lines().filter(|line| line.starts_with(name));
            lines.filter_map(|line| line.rsplit(' ').next()?.parse::<f64>().ok()).sum::<f64>()
        };
        let gauges = ["plt_num_requests_running", "plt_num_requests_waiting", "plt_kv_cache_usage"];
        if gauges.iter().all(|name| gauge(name) == 0.0) {
            assert_eq!(gauge("plt_engine_panics_total"), 0.0);
            return;
        }
        assert!(began.elapsed() < PATIENCE, "{page}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Returns resident bytes and open files of the server.
#[cfg(target_os = "linux")]
fn usage(server: &Server) -> (usize, usize) {
    let process = format!("/proc/{}", server.child.id());
    let status = std::fs::read_to_string(format!("{process}/status")).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its memory");
    let kib: usize = line.trim().trim_end_matches(" kB").parse().expect("a number");
    (kib << 10, std::fs::read_dir(format!("{process}/fd")).expect("its files").count())
}

/// Not measured on other systems.
#[cfg(not(target_os = "linux"))]
fn usage(_: &Server) -> (usize, usize) {
    (0, 0)
}

#[test]
fn serve_survives_thousands_of_broken_clients() {
    let server = Server::start(&[], None);
    // The reference answer, before other clients.
    let (status, expected) = server.complete("");
    assert_eq!(status, 200, "{expected}");
    let text = |body: &str| {
        let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
        body["choices"][0]["text"].as_str().expect("a string").to_owned()
    };
    send(&server, WARM_UP);
    wait_until_idle(&server);
    let (memory, files) = usage(&server);
    send(&server, ALL_CLIENTS - WARM_UP);
    wait_until_idle(&server);
    // The last connections close shortly after their responses.
    let began = Instant::now();
    while usage(&server).1 > files {
        assert!(began.elapsed() < PATIENCE, "{files} files, and now {}", usage(&server).1);
        std::thread::sleep(Duration::from_millis(20));
    }
    let (memory_now, _) = usage(&server);
    assert!(memory_now < memory + GROWTH, "{memory} bytes, and now {memory_now}");
    let (status, answer) = server.complete("");
    assert_eq!((status, text(&answer)), (200, text(&expected)));
}
