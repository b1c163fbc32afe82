//! A server on a local port, and a client that sends exact bytes.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use plt_runtime::{Backend, Checkpoint, Cpu, Engine, EngineOptions, ModelFiles, TextModel};
use plt_server::{Server, ServerOptions};
use serde_json::Value;
use tokio::sync::oneshot;

/// The name of the model.
pub const MODEL: &str = "tiny";
/// The longest time that a test waits.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// A server that runs on a thread of its own until it is dropped.
pub struct Running {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    pub fn start(engine: Engine, options: ServerOptions) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (started, address) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async move {
                let any = ([127, 0, 0, 1], 0).into();
                let server = Server::bind(any, options).await.expect("a free port");
                started.send(server.address()).expect("the test waits");
                let stop = async { drop(stopped.await) };
                server.run(engine, stop).await;
            });
        });
        let address = address.recv().expect("the server starts");
        Self { address, stop: Some(stop), thread: Some(thread) }
    }

    /// Tells the server to shut down.
    pub fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }

    /// Waits until the server has shut down.
    pub fn wait(&mut self) {
        self.stop();
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server shuts down");
        }
    }

    pub fn get(&self, path: &str) -> Reply {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
    }

    pub fn post(&self, path: &str, body: &Value) -> Reply {
        self.post_text(path, &body.to_string())
    }

    pub fn post_text(&self, path: &str, body: &str) -> Reply {
        self.send(&post(path, "", body))
    }

    pub fn post_bytes(&self, path: &str, body: &[u8]) -> Reply {
        self.send_bytes(&[head(path, "", body.len()).as_bytes(), body].concat())
    }

    /// Sends a raw request and reads the whole reply.
    pub fn send(&self, request: &str) -> Reply {
        self.send_bytes(request.as_bytes())
    }

    fn send_bytes(&self, request: &[u8]) -> Reply {
        let mut stream = self.connect();
        // A server that rejects a body need not read the rest of it.
        let _ = stream.write_all(request);
        read_reply(stream)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("the server listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        stream
    }

    /// Returns the value of a metric, summed over its labels.
    pub fn metric(&self, name: &str) -> f64 {
        metric(&self.get("/metrics").body, name)
    }

    /// Waits until a metric has a value.
    pub fn wait_for(&self, name: &str, value: f64) {
        let began = Instant::now();
        while self.metric(name) != value {
            assert!(began.elapsed() < PATIENCE, "{name} is not {value} but {}", self.metric(name));
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
        if let (Some(thread), false) = (self.thread.take(), std::thread::panicking()) {
            thread.join().expect("the server shuts down");
        }
    }
}

/// Returns a request with a JSON body. `headers` end with `\r\n` each.
pub fn post(path: &str, headers: &str, body: &str) -> String {
    head(path, headers, body.len()) + body
}

fn head(path: &str, headers: &str, length: usize) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
         Content-Type: application/json\r\n{headers}Content-Length: {length}\r\n\r\n"
    )
}

/// A reply of the server.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    /// In lower case.
    pub head: String,
    pub body: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Returns the data of server-sent events.
    pub fn data(&self) -> Vec<&str> {
        self.body.split("\n\n").filter_map(|event| event.strip_prefix("data: ")).collect()
    }

    /// Returns the events before `[DONE]`, which must be the last.
    pub fn chunks(&self) -> Vec<Value> {
        assert_eq!(self.status, 200, "{self:?}");
        assert!(self.head.contains("content-type: text/event-stream"), "{}", self.head);
        let data = self.data();
        let (last, chunks) = data.split_last().expect("events");
        assert_eq!(*last, "[DONE]");
        chunks.iter().map(|data| serde_json::from_str(data).expect("JSON")).collect()
    }

    /// Returns the body of a successful reply.
    pub fn ok(&self) -> Value {
        assert_eq!(self.status, 200, "{self:?}");
        assert!(self.head.contains("content-type: application/json"), "{}", self.head);
        self.json()
    }

    /// Returns the error, which must have this status and OpenAI's shape.
    pub fn error(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{self:?}");
        assert!(self.head.contains("content-type: application/json"), "{}", self.head);
        let error = self.json()["error"].clone();
        let mut keys: Vec<&String> = error.as_object().expect("an object").keys().collect();
        keys.sort();
        assert_eq!(keys, ["code", "message", "param", "type"]);
        assert!(error["message"].as_str().is_some_and(|text| !text.is_empty()));
        assert!(error["type"].is_string());
        error
    }
}

/// Reads until the server closes the connection.
pub fn read_reply(mut stream: TcpStream) -> Reply {
    let mut bytes = Vec::new();
    // A server that rejects a body before it has read it may reset the connection after its reply.
    let _ = stream.read_to_end(&mut bytes);
    parse(&bytes)
}

pub fn parse(bytes: &[u8]) -> Reply {
    let text = String::from_utf8_lossy(bytes);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no head: {text:?}"));
    let head = head.to_lowercase();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let body = match head.contains("transfer-encoding: chunked") {
        true => unchunked(body),
        false => body.to_owned(),
    };
    Reply { status: status.expect("a status"), head, body }
}

fn unchunked(mut text: &str) -> String {
    let mut body = String::new();
    while let Some((size, rest)) = text.split_once("\r\n") {
        let size = usize::from_str_radix(size, 16).expect("a chunk's size");
        let size = size.min(rest.len());
        body.push_str(&rest[..size]);
        text = rest[size..].trim_start_matches("\r\n");
    }
    body
}

pub fn metric(page: &str, name: &str) -> f64 {
    let prefix = format!("plt_{name}{{");
    let samples = page.lines().filter(|line| line.starts_with(&prefix));
    let values = samples.filter_map(|line| line.rsplit(' ').next()?.parse::<f64>().ok());
    values.sum()
}

/// The built-in model: it has a tokenizer and no chat template.
pub fn coder<B: Backend>(backend: B) -> TextModel<B> {
    let checkpoint = Checkpoint::built_in(plt_tiny_coder::NAME, plt_tiny_coder::FILES);
    load(backend, ModelFiles::from_checkpoint(checkpoint.expect("a checkpoint")))
}

/// A model with random weights and a chat template.
pub fn chatty<B: Backend>(backend: B) -> TextModel<B> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    load(backend, ModelFiles::open(&root.join("plt-r2-hidden-w64")))
}

pub fn load<B: Backend>(backend: B, files: plt_runtime::Result<ModelFiles>) -> TextModel<B> {
    let files = files.expect("a model");
    TextModel::load(backend, files, Default::default(), &mut |_, _| {}).expect("it loads")
}

pub fn cpu() -> Cpu {
    Cpu::new(Some(1)).expect("a thread")
}

pub fn engine<B: Backend>(model: TextModel<B>) -> Engine {
    engine_with(model, EngineOptions::default())
}

pub fn engine_with<B: Backend>(model: TextModel<B>, options: EngineOptions) -> Engine {
    Engine::start(model, options).expect("an engine")
}

/// Options with short deadlines, which tests wait for.
pub fn options() -> ServerOptions {
    let mut options = ServerOptions::new(MODEL);
    let timeouts = &mut options.limits.timeouts;
    timeouts.head = Duration::from_millis(600);
    timeouts.body = Duration::from_millis(600);
    timeouts.stall = Duration::from_millis(600);
    timeouts.drain = PATIENCE;
    options
}

/// Changed options with short deadlines.
pub fn options_with(change: impl FnOnce(&mut ServerOptions)) -> ServerOptions {
    let mut options = options();
    change(&mut options);
    options
}
